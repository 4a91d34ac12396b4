"""Writes development_2.tsv, the second part of the corpus with which the screen for identifying columns is developed.

    python3 -m venv venv && venv/bin/pip install faker==40.54.0 freezegun==1.5.5
    venv/bin/python make_development_2.py

Written blind as a held-out part, and held out once: its author read neither the source of the screen nor its description, only the domain rules and the
corpus made by make.py, whose families (kind, form, language) it leaves out. Python 3.11; names, telephone numbers,
addresses, account numbers and some sentences come from Faker 40.54.0 (MIT licence), the clock is held by freezegun
1.5.5 (Apache-2.0); everything else is made here. Every column is drawn at random from a fixed seed; no cell stems from
a person. Mail and web domains are made up or reserved (example.com, .example, .test), both, so that a screen cannot
pass by the reserved ones; addresses of machines likewise (192.0.2.0/24 and 2001:db8::/32, but also any).

A line is a column: kind, family, name of the column, then its cells, separated by tabs.
"""

import datetime
import math
import os
import random
import sys

from faker import Faker
from freezegun import freeze_time

SEED = 40417
HERE = os.path.dirname(os.path.abspath(__file__))
COLUMNS = []  # (kind, family, name, cells)
DIGITS = "0123456789"
UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def clean(text):
    return " ".join(str(text).split())


def column(kind, family_name, index, headers, cell, rows, missing, repeat, mixed):
    """Draws a column: values repeated as in a long table in some, a few doubled by chance, some cells empty."""
    rng = random.Random(f"{SEED}:{kind}:{family_name}:{index}")
    n = rng.choice(rows or [30, 36, 48, 60, 60, 90, 120, 150, 200, 300, 400])
    times = rng.choice([1, 1, 1, 1, 2, 3]) if repeat is None else repeat
    blank = rng.choice([0, 0.02, 0.05, 0.1, 0.3]) if missing is None else missing
    bent = rng.choice([0, 0.1, 0.25]) if mixed else 0
    units = []
    for _ in range(-(-n // times)):
        text = clean(cell(rng))
        if rng.random() < bent:
            text = rng.choice([text.upper(), text.lower()])
        units.append(text)
    if repeat is None and times == 1:
        units = [rng.choice(units) if rng.random() < 0.04 else text for text in units]
    cells = [text for text in units for _ in range(times)][:n]
    cells = ["" if rng.random() < blank else text for text in cells]
    COLUMNS.append((kind, family_name, rng.choice(headers), cells))


def family(kind, name, headers, cell, columns=2, rows=None, missing=None, repeat=None, mixed=False):
    for index in range(columns):
        column(kind, name, index, headers, cell, rows, missing, repeat, mixed)


def faker_cell(locale, method):
    fake = Faker(locale)

    def cell(rng):
        seed = rng.getrandbits(32)
        fake.seed_instance(seed)
        random.seed(seed)
        return getattr(fake, method)() if isinstance(method, str) else method(fake, rng)

    return cell


def number(rng, count, lead="123456789"):
    return rng.choice(lead) + "".join(rng.choice(DIGITS) for _ in range(count - 1))


def pattern(rng, form):
    """9 is a digit, 8 a digit but zero, A a letter, the rest stands for itself."""
    return "".join(rng.choice(DIGITS) if c == "9" else rng.choice(DIGITS[1:]) if c == "8" else
                   rng.choice("ABCDEFGHJKLMNPRSTUVWXYZ") if c == "A" else c for c in form)


def like(form):
    return lambda rng: pattern(rng, form)


def pick(*values):
    return lambda rng: rng.choice(values)


def listed(text):
    values = text.replace("\n", "|").split("|")
    return lambda rng: rng.choice(values)


def plain(text):
    """Letters without accents."""
    import unicodedata
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


# ---------------------------------------------------------------- names

NAME = ["patient", "pat_name", "PATIENT_NAME", "Name", "nome", "jmeno", "imie_nazwisko", "nom_patient", "ФИО", "氏名",
        "contact_person", "SUBJNAM", "isim", "név"]
LAST = ["family", "SURNAME", "Familienname", "nom_famille", "apellidos", "priezvisko", "prezime", "sukunimi"]
FIRST = ["given", "first", "Rufname", "prénom", "ime", "jméno", "etunimi", "keresztnév"]


def names():
    for locale in ["bg_BG", "sk_SK", "uz_UZ", "az_AZ", "ka_GE", "hy_AM", "bn_BD", "gu_IN", "ne_NP", "mr_IN", "or_IN",
                   "si_LK", "mk_MK", "es_MX", "es_CO", "es_CL", "es_CA", "fr_CA", "fr_CH", "fr_BE", "fr_DZ", "de_CH",
                   "de_AT", "nl_BE", "en_IE", "en_NZ", "en_NG", "en_KE", "en_PK", "en_IN", "en_TH", "ha_NG", "ig_NG",
                   "yo_NG", "zu_ZA", "tw_GH", "zh_TW", "ga_IE", "ar_DZ", "ar_PS", "pt_BR"]:
        family("name", f"full {locale}", NAME, faker_cell(locale, "name"), columns=1, mixed=True)
    for locale in ["ro_RO", "uk_UA", "da_DK", "no_NO", "lt_LT", "hi_IN", "ar_SA", "he_IL", "th_TH", "id_ID", "sl_SI",
                   "bg_BG"]:
        family("name", f"last {locale}", LAST, faker_cell(locale, "last_name"), columns=1, mixed=True)
        family("name", f"first {locale}", FIRST, faker_cell(locale, "first_name"), columns=1, mixed=True)
    given = lambda fake: fake.first_name()
    kin = ["mother", "father", "wife", "husband", "daughter", "son", "brother"]
    for form, locale, make in [
        ("comma and middle initial", "en_US", lambda f, r: f"{f.last_name()}, {given(f)} {r.choice(UPPER[:20])}."),
        ("first middle last", "en_US", lambda f, r: f"{given(f)} {r.choice(UPPER[:20])}. {f.last_name()}"),
        ("lower", "en_GB", lambda f, r: f"{given(f)} {f.last_name()}".lower()),
        ("lower comma", "de_DE", lambda f, r: f"{f.last_name()},{given(f)}".lower()),
        ("dotted account", "en_US", lambda f, r: plain(f"{given(f)}.{f.last_name()}".lower().replace(" ", ""))),
        ("caret", "de_DE", lambda f, r: f"{f.last_name()}^{given(f)}^^{r.choice(['', '', 'DR'])}".rstrip("^").upper()),
        ("caret", "es_ES", lambda f, r: f"{f.last_name()}^{given(f)}"),
        ("first and capital last", "fr_FR", lambda f, r: f"{given(f)} {f.last_name().upper()}"),
        ("capital last and first", "fr_FR", lambda f, r: f"{f.last_name().upper()} {given(f)}"),
        ("index", "en_GB", lambda f, r: f"{f.last_name()} {given(f)[0]}{r.choice([given(f)[0], ''])}"),
        ("index comma", "de_DE", lambda f, r: f"{f.last_name()}, {given(f)[0]}."),
        ("two initials", "nl_NL", lambda f, r: f"{given(f)[0]}.{given(f)[0]}. {f.last_name()}"),
        ("two surnames comma", "es_ES", lambda f, r: f"{f.last_name()} {f.last_name()}, {given(f)}".upper()),
        ("born", "de_DE", lambda f, r: f"{f.first_name_female()} {f.last_name()} geb. {f.last_name()}"),
        ("frau herr", "de_DE", lambda f, r: f"{r.choice(['Frau', 'Herr'])} {f.last_name()}"),
        ("mme", "fr_FR", lambda f, r: f"{r.choice(['Mme', 'M.', 'Mlle'])} {f.last_name()}"),
        ("pan pani", "pl_PL", lambda f, r: r.choice([f"Pani {f.first_name_female()} {f.last_name_female()}",
            f"Pan {f.first_name_male()} {f.last_name_male()}"])),
        ("kin", "en_US", lambda f, r: f"{given(f)} {f.last_name()} ({r.choice(kin)})"),
        ("kin", "it_IT", lambda f, r:f"{r.choice(['madre', 'padre', 'moglie', 'figlio'])}: {given(f)} {f.last_name()}"),
        ("first and letter", "de_DE", lambda f, r: f"{given(f)} {f.last_name()[0]}."),
        ("without accents", "cs_CZ", lambda f, r: plain(f"{f.last_name()} {given(f)}")),
        ("double", "sv_SE", lambda f, r: f"{given(f)}-{given(f)} {f.last_name()}-{f.last_name()}"),
        ("full with record", "en_US", lambda f, r: f"{f.last_name()}, {given(f)} ({number(r, 7)})"),
        ("semicolon", "pt_BR", lambda f, r: f"{f.last_name()}; {given(f)}"),
        ("underscore", "hu_HU", lambda f, r: f"{f.last_name()}_{given(f)}"),
        ("patronymic", "ru_RU", lambda f, r:
            r.choice([f"{f.last_name_male()} {f.first_name_male()} {f.middle_name_male()}",
            f"{f.last_name_female()} {f.first_name_female()} {f.middle_name_female()}"])),
        ("surname and initials", "ru_RU",
            lambda f, r:f"{f.last_name()} {r.choice('АБВГДЕИКЛМНОПРСТ')}.{r.choice('АБВГДЕИКЛМНОПРСТ')}."),
        ("initials and surname", "uk_UA",
            lambda f, r:f"{r.choice('АБВГДІКЛМНОПРСТ')}. {r.choice('АБВГДІКЛМНОПРСТ')}. {f.last_name()}"),
        ("kana", "ja_JP", lambda f, r: f.kana_name()), ("romanized", "ja_JP", lambda f, r: f.romanized_name()),
        ("romanized capital last", "ja_JP",
            lambda f, r: f"{f.last_romanized_name().upper()} {f.first_romanized_name()}"),
        ("honorific", "ja_JP", lambda f, r: f"{f.last_name()}{r.choice(['様', 'さん'])}"),
    ]:
        family("name", f"{form} {locale}", NAME, faker_cell(locale, make), columns=1, mixed=form not in (
            "lower", "lower comma", "capital last and first", "first and capital last"))
    sur = "Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang".split()
    syl = "xiao ming hua jun wei li na fang qiang lei yan jing hong mei bo tao chao hui ling ping dan rui hao".split()
    family("name", "pinyin", NAME, lambda r: f"{r.choice(sur)} {(r.choice(syl) + r.choice(syl)).capitalize()}",
           mixed=True)
    ksur = "Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Oh Seo Shin Kwon Hwang Ahn Song Yoo Hong".split()
    ksyl = "min jun seo yeon ji woo hyun soo young hee jin ah eun kyung sang ho tae hwan".split()
    family("name", "romanized korean", NAME, lambda r:
           f"{r.choice(ksur)} {r.choice(ksyl).capitalize()}-{r.choice(ksyl)}", columns=1)
    agiv = "Ahmed Mohammed Khalid Omar Yusuf Ibrahim Fatima Aisha Maryam Salma Layla Hassan Tariq Nasser".split()
    afam = "Harbi Qahtani Otaibi Ghamdi Zahrani Shehri Dosari Mutairi Balawi Jaziri Masri Hashimi".split()
    family("name", "romanized arabic", NAME, lambda r:
           f"{r.choice(agiv)} {r.choice(['bin', 'ibn', 'Abu', 'bint'])} {r.choice(agiv)} al-{r.choice(afam)}",
           columns=1)
    family("name", "initials middle dash", ["PATINIT", "inits", "Kürzel"],
           lambda r: f"{r.choice(UPPER[:22])}-{r.choice(UPPER[:22])}", rows=[60, 90, 120], repeat=1)
    family("name", "initials spaced dots", ["PATINIT", "inits", "Paraphe"],
           lambda r: f"{r.choice(UPPER[:22])}. {r.choice(UPPER[:22])}. {r.choice(UPPER[:22])}.", rows=[60, 120],
           repeat=1)


# ---------------------------------------------------------------- contacts

MAIL = ["mail", "email_address", "EMAIL1", "adres_email", "e-Mail", "correo_e", "CONTACT"]
PHONE = ["phone_no", "TELNO", "Rufnummer", "teléfono", "tel_dom", "puhelin", "telefon_kom", "mob", "電話", "emergency"]
ADDRESS = ["addr", "home", "Anschrift", "adresse_patient", "domicilio", "residenza", "lakcim", "osoite", "住所"]
MADE_UP = ["posta-verde-otto.it", "nordpost-brief.de", "mailhaus-sieben.at", "courrier-lib-ouest.fr",
           "uk-inbox-nine.co.uk", "skrzynka-lipa.pl", "quick-letter-post.com", "klinikum-hohenau-ost.de",
           "st-marina-hosp.org", "correolibre-sur.com.ar", "poczta-dom-trzy.pl", "example.com", "example.org",
           "mail.test"]


def contacts():
    def local(fake, rng):
        first, last = plain(fake.first_name()).lower(), plain(fake.last_name()).lower()
        first, last = ("".join(c for c in part if c.isascii() and c.isalpha()) for part in (first, last))
        return rng.choice([f"{first}.{last}", f"{first[0]}{last}", f"{first}_{last}{rng.randrange(50, 99)}",
                           f"{last}{rng.randrange(999)}", f"{first}{last}"])

    place = lambda rng: rng.choice(MADE_UP)
    for form, locale, make in [
        ("made up domain", "pt_BR", lambda f, r: f"{local(f, r)}@{place(r)}"),
        ("made up domain", "ro_RO", lambda f, r: f"{local(f, r)}@{place(r)}"),
        ("made up domain", "tr_TR", lambda f, r: f"{local(f, r)}@{place(r)}"),
        ("upper", "nl_NL", lambda f, r: f"{local(f, r)}@{place(r)}".upper()),
        ("mailto", "en_US", lambda f, r: f"mailto:{local(f, r)}@{place(r)}"),
        ("plus", "en_GB", lambda f, r: f"{local(f, r)}+{r.choice(['hospital', 'trial', 'news'])}@{place(r)}"),
        ("at words", "de_DE", lambda f, r: f"{local(f, r)} [at] {place(r)}"),
        ("at parentheses", "fr_FR", lambda f, r: f"{local(f, r)}(at){place(r)}"),
        ("two", "es_ES", lambda f, r: f"{local(f, r)}@{place(r)}; {local(f, r)}@{place(r)}"),
        ("accented", "de_DE",
            lambda f, r:f"{f.last_name().lower().replace(' ', '')}@büro-{r.choice(['süd', 'köln'])}.de"),
        ("with phone", "it_IT", lambda f, r: f"{local(f, r)}@{place(r)} / +39 3{pattern(r, '99 9999999')}"),
    ]:
        family("contact", f"email {form} {locale}", MAIL, faker_cell(locale, make), columns=1,
               mixed=form.startswith("made"))
    for locale in ["bg_BG", "sk_SK", "uk_UA", "hr_HR", "ro_RO", "sl_SI", "lt_LT", "lv_LV", "hi_IN", "id_ID", "th_TH",
                   "vi_VN", "en_CA", "en_IN", "fr_CH", "de_AT", "es_AR", "es_CO", "es_CL", "zh_TW", "fa_IR", "ka_GE",
                   "az_AZ", "uz_UZ", "bn_BD", "nl_BE", "bs_BA", "am_ET", "tw_GH", "ar_DZ"]:
        family("contact", f"phone {locale}", PHONE, faker_cell(locale, "phone_number"), columns=1)
    for form, make in [
        ("e164", lambda r: "+" + r.choice(["49", "33", "44", "39", "34", "48"]) + number(r, 10)),
        ("double zero", lambda r: "00" + r.choice(["49 171", "43 664", "41 79"]) + " " + pattern(r, "8999999")),
        ("extension", lambda r: f"({number(r, 3, '23456789')}) 555-01{pattern(r, '99')} ext. {number(r, 3)}"),
        ("slash", lambda r: r.choice(["0711/", "089/", "0221/", "0761/"]) + number(r, 6)),
        ("slash and spaces", lambda r: r.choice(["0711 / ", "07071 / "]) + pattern(r, "89 99 99")),
        ("paired dots", lambda r: "0" + pattern(r, "8.99.99.99.99")),
        ("paired blanks", lambda r: "0" + r.choice("1234567") + pattern(r, " 99 99 99 99")),
        ("us dots", lambda r: f"{number(r, 3, '23456789')}.{number(r, 3, '23456789')}.{pattern(r, '9999')}"),
        ("tel uri", lambda r: f"tel:+1-{number(r, 3, '23456789')}-555-01{pattern(r, '99')}"),
        ("labelled", lambda r: r.choice(["Tel. ", "Mobil: ", "privat ", "Fax: "]) + "0" + pattern(r, "89 999999")),
        ("two numbers", lambda r: "0" + pattern(r, "879 8999999") + ", 0" + pattern(r, "899 899999")),
        ("us plain", lambda r: f"{number(r, 3, '23456789')}-{number(r, 3, '23456789')}-{pattern(r, '9999')}"),
    ]:
        family("contact", f"phone {form}", PHONE, make, columns=1)
    for locale in ["de_AT", "en_CA", "en_IN", "hu_HU", "ro_RO", "sk_SK", "uk_UA", "sl_SI", "da_DK", "no_NO", "pt_PT",
                   "ko_KR", "fr_CH", "fr_CA", "nl_BE", "es_MX", "es_CO", "he_IL", "fa_IR", "th_TH", "vi_VN", "id_ID",
                   "zh_TW", "en_IE"]:
        whole = locale in ("hu_HU", "es_CO", "en_IE", "zh_TW", "he_IL", "nl_BE", "id_ID")
        part = "address" if whole else "street_address"
        family("contact", f"{part.split('_')[0]} {locale}", ADDRESS, faker_cell(locale, part), columns=1, mixed=True)
    family("contact", "post box en", ADDRESS, faker_cell("en_US", lambda f, r:
           f"P.O. Box {number(r, 4)}, {f.city()}, {f.state_abbr()} {f.postcode()}"))
    family("contact", "post box de", ADDRESS, faker_cell("de_DE", lambda f, r:
           f"Postfach {pattern(r, '89 99')}, {f.postcode()} {f.city()}"), columns=1)
    family("contact", "care of de", ADDRESS, faker_cell("de_DE", lambda f, r:
           f"c/o {f.last_name()}, {f.street_address()}, {f.postcode()} {f.city()}"), columns=1)
    family("contact", "one line fr", ADDRESS, faker_cell("fr_FR", lambda f, r:
           f"{f.street_address()} - {f.postcode()} {f.city().upper()}"), columns=1)


# ---------------------------------------------------------------- national numbers

def born(rng, first=1930, last=2012):
    start = datetime.date(first, 1, 1).toordinal()
    return datetime.date.fromordinal(rng.randrange(start, datetime.date(last, 12, 31).toordinal() + 1))


def weighted(text, weights):
    return sum(int(c) * w for c, w in zip(text, weights))


def luhn(body):
    total = 0
    for place, c in enumerate(reversed(body)):
        value = int(c) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def until(make):
    """Draws again until the number has a check digit."""
    def cell(rng):
        while True:
            text = make(rng)
            if text is not None:
                return text
    return cell


def dense(day, short=True):
    return f"{day:%d%m}{day.year % 100:02}" if short else f"{day:%d%m%Y}"


def short_ymd(day):
    return f"{day.year % 100:02}{day:%m%d}"


def steuer(rng):
    digits = rng.sample(DIGITS, 9)
    digits.append(rng.choice(digits))
    rng.shuffle(digits)
    if digits[0] == "0":
        return None
    product = 10
    for digit in digits:
        total = (int(digit) + product) % 10 or 10
        product = total * 2 % 11
    return "".join(digits) + str((11 - product) % 10)


def rentenversicherung(rng):
    area = rng.choice(["02", "04", "10", "12", "15", "20", "24", "50", "65"])
    head, letter, serial = area + dense(born(rng)), rng.choice(UPPER), pattern(rng, "99")
    text = head + f"{UPPER.index(letter) + 1:02}" + serial
    total = sum(sum(map(int, str(int(c) * w))) for c, w in zip(text, [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]))
    return f"{head[:2]} {head[2:]} {letter} {serial}{total % 10}"


def seven_three_one(text):
    return str(sum((int(c) if c.isdigit() else ord(c) - 55) * (7, 3, 1)[i % 3] for i, c in enumerate(text)) % 10)


def ausweis(rng):
    body = rng.choice("LMNPRTVWXYZ") + "".join(rng.choice("CFGHJKLMNPRTVWXYZ" + DIGITS) for _ in range(8))
    return body + seven_three_one(body)


def chi(rng):
    body = dense(born(rng)) + pattern(rng, "999")
    check = -weighted(body, range(10, 1, -1)) % 11
    return None if check == 10 else body + str(check)


def ppsn(rng):
    body = number(rng, 7)
    second = rng.choice(["", "A"])
    total = weighted(body, range(8, 1, -1)) + (9 if second else 0)
    return body + "WABCDEFGHIJKLMNOPQRSTUV"[total % 23] + second


def kennitala(rng):
    day = born(rng)
    body = dense(day) + pattern(rng, "89")
    check = -weighted(body, [3, 2, 7, 6, 5, 4, 3, 2]) % 11
    return None if check == 10 else f"{body[:6]}-{body[6:]}{check}{9 if day.year < 2000 else 0}"


def snils(rng):
    body = number(rng, 9)
    check = weighted(body, range(9, 0, -1)) % 101 % 100
    return f"{body[:3]}-{body[3:6]}-{body[6:]} {check:02}"


def inn(rng):
    body = number(rng, 10)
    body += str(weighted(body, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10)
    return body + str(weighted(body, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10)


def belarus(rng):
    day = born(rng)
    body = f"{rng.choice('34') if day.year < 2000 else rng.choice('56')}{dense(day)}{rng.choice('ABCHKEM')}" \
           f"{pattern(rng, '999')}{rng.choice(['PB', 'BA', 'BI'])}"
    return body + seven_three_one(body)


def kazakh(rng):
    day = born(rng)
    body = short_ymd(day) + (rng.choice("34") if day.year < 2000 else rng.choice("56")) + pattern(rng, "9999")
    check = weighted(body, range(1, 12)) % 11
    if check == 10:
        check = weighted(body, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11
    return None if check == 10 else body + str(check)


def jmbg(region):
    def make(rng):
        day = born(rng)
        body = f"{day:%d%m}{day.year % 1000:03}{region}{pattern(rng, '999')}"
        check = -weighted(body, [7, 6, 5, 4, 3, 2] * 2) % 11
        return None if check == 10 else body + str(check)
    return until(make)


def nric(rng):
    lead = rng.choice("ST")
    body = number(rng, 7)
    total = weighted(body, [2, 7, 6, 5, 4, 3, 2]) + (4 if lead == "T" else 0)
    return lead + body + "JZIHGFEDCBA"[total % 11]


def hkid(rng):
    letter, body = rng.choice(UPPER), number(rng, 6)
    total = 36 * 9 + (ord(letter) - 55) * 8 + weighted(body, range(7, 1, -1))
    check = -total % 11
    return f"{letter}{body}({'A' if check == 10 else check})"


def my_number(rng):
    body = number(rng, 11)
    rest = weighted(body, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11
    text = body + str(0 if rest <= 1 else 11 - rest)
    return f"{text[:4]} {text[4:8]} {text[8:]}"


def south_africa(rng):
    body = short_ymd(born(rng)) + pattern(rng, "9999") + "08"
    return body + luhn(body)


def medicare_au(rng):
    body = number(rng, 8, "23456")
    check = weighted(body, [1, 3, 7, 9, 1, 3, 7, 9]) % 10
    return f"{body[:4]} {body[4:]}{check} {rng.randrange(1, 6)}"


def nhi(rng):
    letters = "ABCDEFGHJKLMNPQRSTUVWXYZ"
    head, body = "".join(rng.choice(letters) for _ in range(3)), pattern(rng, "999")
    total = sum((letters.index(c) + 1) * w for c, w in zip(head, (7, 6, 5))) + weighted(body, (4, 3, 2))
    return None if total % 11 == 0 else head + body + str((11 - total % 11) % 10)


def ontario(rng):
    body = number(rng, 9)
    text = body + luhn(body)
    return f"{text[:4]}-{text[4:7]}-{text[7:]}-{rng.choice(UPPER)}{rng.choice(UPPER)}"


def ramq(rng):
    day = born(rng)
    head = "".join(rng.choice("BCDFGHLMNPRST" if i in (0, 2, 3) else "AEIOU") for i in range(4))
    month = day.month + rng.choice([0, 50])
    return f"{head} {day.year % 100:02}{month:02} {day.day:02}{pattern(rng, '99')}"


def cns(rng):
    body = rng.choice("789") + pattern(rng, "9" * 13)
    check = -weighted(body, range(15, 1, -1)) % 11
    return None if check == 10 else f"{body[:3]} {body[3:7]} {body[7:11]} {body[11:]}{check}"


def cpf(rng):
    body = number(rng, 9)
    for top in (10, 11):
        body += str(-weighted(body, range(top, 1, -1)) % 11 % 10)
    return f"{body[:3]}.{body[3:6]}.{body[6:9]}-{body[9:]}"


def cuil(rng):
    body = rng.choice(["20", "27", "23"]) + number(rng, 8, "1234")
    check = -weighted(body, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11
    return None if check == 10 else f"{body[:2]}-{body[2:]}-{check}"


def uruguay(rng):
    body = number(rng, 7, "12345")
    check = -weighted(body, [2, 9, 8, 7, 6, 3, 4]) % 10
    return f"{body[0]}.{body[1:4]}.{body[4:]}-{check}"


def curp(rng):
    day = born(rng)
    vowel, other = lambda: rng.choice("AEIOU"), lambda: rng.choice("BCDFGHJKLMNPQRSTVXYZ")
    body = other() + vowel() + other() + other() + short_ymd(day) + rng.choice("HM") + \
        rng.choice(["DF", "JC", "NL", "OC", "PL", "VZ", "YN", "MC"]) + other() + other() + other() + \
        ("0" if day.year < 2000 else "A")
    alphabet = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ"
    total = sum(alphabet.index(c) * (18 - i) for i, c in enumerate(body))
    return body + str(-total % 10)


def dni(rng):
    body = number(rng, 8, "1234567")
    return body + "TRWAGMYFPDXBNJZSQVHLCKE"[int(body) % 23]


def nie(rng):
    lead, body = rng.randrange(3), number(rng, 7)
    return f"{'XYZ'[lead]}-{body}-{'TRWAGMYFPDXBNJZSQVHLCKE'[int(str(lead) + body) % 23]}"


def affiliation(rng):
    province, body = rng.choice(["28", "08", "46", "41"]), number(rng, 8)
    return f"{province}/{body}/{int(province + body) % 97:02}"


def belgium(rng):
    day = born(rng)
    serial = rng.randrange(1, 998)
    body = f"{short_ymd(day)}{serial:03}"
    check = 97 - int(("2" if day.year >= 2000 else "") + body) % 97
    return f"{body[:2]}.{body[2:4]}.{body[4:6]}-{body[6:]}.{check:02}"


def austria(rng):
    day, serial = dense(born(rng)), number(rng, 3)
    check = weighted(serial + day, [3, 7, 9, 5, 8, 4, 2, 1, 6]) % 11
    return None if check == 10 else f"{serial}{check} {day}"


def swiss(rng):
    body = "756" + number(rng, 9)
    return body + str(-weighted(body, [1, 3] * 6) % 10)


def taj(rng):
    body = number(rng, 8)
    return f"{body[:3]}-{body[3:6]}-{body[6:]}{weighted(body, [3, 7] * 4) % 10}"


def nif(rng):
    body = number(rng, 8, "12")
    rest = weighted(body, range(9, 1, -1)) % 11
    return body + str(0 if rest < 2 else 11 - rest)


def mbi(rng):
    letters = "ACDEFGHJKMNPQRTUVWXY"
    a, n = lambda: rng.choice(letters), lambda: rng.choice(DIGITS)
    m = lambda: rng.choice(letters + DIGITS)
    return f"{rng.choice('123456789')}{a()}{m()}{n()}-{a()}{m()}{n()}-{a()}{a()}{n()}{n()}"


def dowod(rng):
    letters, body = "".join(rng.choice(UPPER) for _ in range(3)), pattern(rng, "99999")
    total = sum((ord(c) - 55) * w for c, w in zip(letters, (7, 3, 1))) + weighted(body, (7, 3, 1, 7, 3))
    return f"{letters} {total % 10}{body}"


def rodne(slash):
    def make(rng):
        day = born(rng, 1954, 2012)
        body = f"{day.year % 100:02}{day.month + rng.choice([0, 50]):02}{day.day:02}{pattern(rng, '999')}"
        check = int(body) % 11
        return None if check == 10 else f"{body[:6]}{slash}{body[6:]}{check}"
    return until(make)


def lithuania(rng):
    day = born(rng)
    body = f"{rng.choice('34') if day.year < 2000 else rng.choice('56')}{short_ymd(day)}{pattern(rng, '999')}"
    check = weighted(body, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11
    if check == 10:
        check = weighted(body, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11 % 10
    return body + str(check)


def egn(rng):
    day = born(rng)
    body = f"{day.year % 100:02}{day.month + (40 if day.year >= 2000 else 0):02}{day.day:02}{pattern(rng, '999')}"
    return body + str(weighted(body, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10)


def personnummer(rng):
    day = born(rng)
    body = f"{day:%y%m%d}{pattern(rng, '999')}"
    return f"{day:%Y%m%d}-{body[6:]}{luhn(body)}"


def verhoeff(body):
    d = [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 4, 0, 6, 7, 8, 9, 5], [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
         [3, 4, 0, 1, 2, 8, 9, 5, 6, 7], [4, 0, 1, 2, 3, 9, 5, 6, 7, 8], [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
         [6, 5, 9, 8, 7, 1, 0, 4, 3, 2], [7, 6, 5, 9, 8, 2, 1, 0, 4, 3], [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
         [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]]
    row, table = list(range(10)), []
    for _ in range(8):
        table.append(row)
        row = [[1, 5, 7, 6, 2, 8, 3, 0, 9, 4][value] for value in row]
    check = 0
    for place, c in enumerate(reversed(body), 1):
        check = d[check][table[place % 8][int(c)]]
    return str(d[check].index(0))


def aadhaar(rng):
    body = number(rng, 11, "23456789")
    text = body + verhoeff(body)
    return f"{text[:4]} {text[4:8]} {text[8:]}"


def melli(rng):
    body = number(rng, 9, "0123456")
    rest = weighted(body, range(10, 1, -1)) % 11
    return body + str(rest if rest < 2 else 11 - rest)


def saudi(rng):
    body = "1" + number(rng, 8, "01")
    return body + luhn(body)


def emirates(rng):
    body = f"784{born(rng).year}{pattern(rng, '9999999')}"
    return f"784-{body[3:7]}-{body[7:]}-{luhn(body)}"


def machine_readable(rng):
    day, until_day = born(rng), born(rng, 2024, 2033)
    body = "".join(rng.choice("CFGHJKLMNPRTVWXYZ" + DIGITS) for _ in range(9))
    birth, expiry = short_ymd(day), short_ymd(until_day)
    return f"{body}{seven_three_one(body)}{rng.choice(['D<<', 'FRA', 'POL', 'NLD', 'ITA'])}{birth}" \
           f"{seven_three_one(birth)}{rng.choice('MF')}{expiry}{seven_three_one(expiry)}{'<' * 15}{rng.randrange(10)}"


def driver_gb(rng):
    day = born(rng, 1940, 2000)
    name = "".join(rng.choice("BCDFGHKLMNPRST" if i % 2 == 0 else "AEIO") for i in range(5))
    year = f"{day.year % 100:02}"
    return f"{name}{year[0]}{day.month + rng.choice([0, 50]):02}{day.day:02}{year[1]}" \
           f"{rng.choice(UPPER[:20])}{rng.choice(UPPER[:20])}9{pattern(rng, 'AA')}"


def french(rng):
    day = born(rng)
    body = f"{rng.choice('12')}{day.year % 100:02}{day.month:02}{rng.randrange(1, 96):02}{pattern(rng, '999')}" \
           f"{rng.randrange(1, 600):03}"
    key = 97 - int(body) % 97
    return f"{body[0]} {body[1:3]} {body[3:5]} {body[5:7]} {body[7:10]} {body[10:]} {key:02}"


def ssn_us(form):
    return lambda r: (lambda a: form.format(a, f"{r.randrange(1, 100):02}", f"{r.randrange(1, 10000):04}"))(
        f"{r.choice([n for n in range(1, 900) if n != 666]):03}")


def dated(form):
    """{d} is ddmmyy, {y} yymmdd, {f} ddmmyy with 40 added to the day for women; 9, 8, A as in a pattern."""
    def cell(rng):
        day = born(rng)
        woman = f"{day.day + rng.choice([0, 40]):02}{day:%m}{day.year % 100:02}"
        values = {"d": dense(day), "y": short_ymd(day), "f": woman}
        parts = [part if index % 2 == 0 else values[part]
                 for index, part in enumerate(form.replace("}", "{").split("{"))]
        return "".join(pattern(rng, part) if index % 2 == 0 else part for index, part in enumerate(parts))
    return cell


def nationals():
    any_header = ["national_no", "ident", "ID_NO", "soc_no", "insurance_id", "identifiant", "documento", "Vers_Nr"]
    for name, header, cell in [
        ("steuer-id", "SteuerID", until(steuer)), ("rentenversicherung", "RVNR", rentenversicherung),
        ("ausweis de", "Ausweis", ausweis), ("chi scotland", "CHI", until(chi)), ("ppsn", "PPSN", ppsn),
        ("kennitala", "kennitala", until(kennitala)), ("snils", "СНИЛС", snils), ("inn person", "ИНН", inn),
        ("belarus", "ident_no", belarus), ("iin kazakh", "ИИН", until(kazakh)), ("jmbg serbia", "JMBG", jmbg("71")),
        ("jmbg bosnia", "JMBG", jmbg("17")), ("embg", "EMBG", jmbg("45")), ("nric", "NRIC", nric),
        ("hkid", "HKID", hkid), ("my number", "個人番号", my_number), ("south africa", "ID_number", south_africa),
        ("medicare au", "medicare_no", medicare_au), ("nhi", "NHI", until(nhi)), ("ontario", "OHIP", ontario),
        ("ramq", "NAM", ramq), ("cns", "CNS", until(cns)), ("cpf dotted", "CPF", cpf), ("cuil", "CUIL", until(cuil)),
        ("uruguay", "CI", uruguay), ("curp", "CURP", curp), ("dni letter", "DNI", dni), ("nie dashed", "NIE", nie),
        ("affiliation es", "NSS", affiliation), ("belgium dotted", "rijksregister", belgium),
        ("austria spaced", "SVNR", until(austria)), ("swiss plain", "AHV", swiss), ("taj", "TAJ", taj),
        ("nif pt", "NIF", nif), ("mbi", "MBI", mbi), ("dowod", "dowod", dowod), ("rodne slash", "RC", rodne("/")),
        ("rodne plain", "rodne_cislo", rodne("")), ("lithuania", "asmens_kodas", lithuania), ("egn", "ЕГН", egn),
        ("personnummer century", "pnr", personnummer), ("aadhaar spaced", "UID", aadhaar), ("melli", "melli", melli),
        ("saudi", "iqama", saudi), ("emirates", "emirates_id", emirates), ("machine readable", "MRZ", machine_readable),
        ("driver gb", "licence_no", driver_gb), ("nir spaced", "NIR", french),
        ("ssn us spaced", "SSN", ssn_us("{} {} {}")), ("ssn us plain", "SSN", ssn_us("{}{}{}")),
        ("cpr", "CPR", dated("{d}-9999")), ("mykad", "IC", dated("{y}-14-9999")),
        ("nik", "NIK", dated("327" + "601{f}9999")),
        ("egypt", "qawmi", lambda r: (lambda t:
            f"{2 if t.year < 2000 else 3}{short_ymd(t)}{r.choice(['01', '02', '21'])}{pattern(r, '99999')}")(born(r))),
        ("cccd", "CCCD", lambda r: (lambda t:
            f"{r.choice(['001', '079', '048'])}{r.choice('01') if t.year < 2000 else r.choice('23')}"
            f"{t.year % 100:02}{pattern(r, '999999')}")(born(r))),
        ("cnic", "CNIC", like("35202-9999999-8")),
        ("lk nic", "NIC",
            lambda r: f"{r.randrange(40, 99)}{r.randrange(1, 366) + r.choice([0, 500]):03}{pattern(r, '9999')}V"),
        ("pan in", "PAN", like("AAAPA9999A")), ("abha", "ABHA", like("91-9999-9999-9999")),
        ("nino spaced", "NINO", lambda r:
            f"{r.choice('ABCEGHJKLMNPRSTWXYZ')}{r.choice('ABCEGHJKLMNPRSTWXYZ')} {pattern(r, '99 99 99')} "
            f"{r.choice('ABCD')}"),
        ("rfc", "RFC", dated("AAAA{y}AA8")), ("dni ar dotted", "DNI", like("29.999.999")),
        ("cedula co", "cedula", like("1.0" + "99.999.999")),
        ("tessera it", "tessera", lambda r: "8038000" + number(r, 13)),
        ("passport ru", "паспорт", like("45 99 899999")), ("passport us", "passport_no", like("A89999999")),
        ("philhealth", "philhealth", like("99-899999999-9")),
        ("latvia new", "personas_kods", like("32" + "9999-99999")),
    ]:
        family("national", name, [header, header] + any_header, cell, columns=1)
    for locale in ["de_AT", "de_CH", "it_IT", "pt_PT", "nl_BE", "fi_FI", "no_NO", "cs_CZ"]:
        family("national", f"iban {locale}", ["IBAN", "account", "Kontonummer", "conto"], faker_cell(locale, "iban"),
               columns=1)
    family("national", "iban in fours", ["IBAN", "compte", "Konto"], faker_cell("de_DE", lambda f, r: (
        lambda t: " ".join(t[i:i + 4] for i in range(0, len(t), 4)))(f.iban())), columns=2)


# ---------------------------------------------------------------- records

def records():
    headers = ["rec_no", "chart", "hosp_no", "PATID", "Aktenzeichen", "NHC", "dossier", "episode", "Fall_ID", "UPN",
               "admission_no", "kartoteka", "visit_key", "encounter"]
    year = lambda r: r.randrange(2006, 2025)
    for name, cell in [
        ("hospital year number", lambda r: f"KH-{year(r)}-{pattern(r, '999999')}"),
        ("year dash", lambda r: f"{year(r)}-{number(r, 6)}"), ("check digit dash", like("89999999-9")),
        ("letters number year", lambda r: f"HEM/{number(r, 5)}/{year(r) % 100:02}"),
        ("prefix padded", lambda r: f"PAT{r.randrange(10**6):09d}"), ("mrn colon", like("MRN: 8999999")),
        ("terminal digit", like("99-99-89-99")), ("number letter", like("8999999A")),
        ("letter space", lambda r: f"{r.choice('HXZ')} {number(r, 6)}"), ("hash sign", like("#8999999")),
        ("fallnummer words", lambda r: f"FN {number(r, 8)}"),
        ("fall padded", lambda r: f"FAL-{r.randrange(10**7):010d}"), ("digits 11", like("8" + "9" * 10)),
        ("digits 12", like("8" + "9" * 11)), ("year run-on", lambda r: f"{year(r)}{r.randrange(10**6):07d}"),
        ("dotted", like("899.999.9")), ("float", like("8999999.0")), ("apostrophe", like("'0899999")),
        ("formula", like('="08999999"')), ("pathology", lambda r: f"S{year(r) % 100:02}-{number(r, 5)}"),
        ("laboratory", lambda r: f"{year(r) % 100:02}-{r.choice('HMB')}-{r.randrange(10**6):06d}"),
        ("registry donor", lambda r:
            f"{r.choice(['6939', '3553', '9748', '4596'])} {pattern(r, '9999 9999 9999 999')}"),
        ("centre and unique patient", lambda r: f"CIC {r.choice(['217', '744', '808'])} UPN {number(r, 4)}"),
        ("german words", lambda r: f"Patientennummer {number(r, 7)}"),
        ("slashes three", lambda r: f"{number(r, 3)}/{number(r, 4)}/{year(r)}"), ("e number", like("E2899999")),
        ("spaced pairs", like("89 99 99 99")), ("french ipp", like("IPP8999999999")),
        ("spanish nhc", lambda r: f"NHC-{r.randrange(10**6):07d}"),
        ("cyrillic", lambda r: f"№ {number(r, 5)}/{year(r) % 100:02}"),
    ]:
        family("record", name, headers, cell, columns=1 if name in ("slashes three", "cyrillic", "spaced pairs") else
               2 if name in ("float", "terminal digit", "digits 11", "apostrophe", "year run-on") else 1)


# ---------------------------------------------------------------- dates

EN = "January February March April May June July August September October November December".split()
MONTHS = {
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "el": "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου "
          "Δεκεμβρίου",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "bg": "януари февруари март април май юни юли август септември октомври ноември декември",
    "hr": "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca",
    "sk": "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
    "lt": "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio",
    "lv": "janvārī februārī martā aprīlī maijā jūnijā jūlijā augustā septembrī oktobrī novembrī decembrī",
    "et": "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "he": "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
    "hi": "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
    "th": "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม",
    "fa": "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند",
    "ca": "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
}
GERMAN_MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
FRENCH_MONTHS = ("janvier février mars avril mai juin juillet août septembre octobre novembre "
                 "décembre").split()
GERMAN_DAYS = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()


def persian(day):
    """The Persian date of a day between 1925 and 2085 (33-year rule of leap years)."""
    days = (day - datetime.date(1925, 3, 21)).days
    year = 1304
    while True:
        leap = year % 33 in (1, 5, 9, 13, 17, 22, 26, 30)
        if days < 365 + leap:
            break
        days -= 365 + leap
        year += 1
    if days < 186:
        return year, days // 31 + 1, days % 31 + 1
    return year, (days - 186) // 30 + 7, (days - 186) % 30 + 1


def japanese(day, letters=False):
    for start, long, short in [
        (datetime.date(2019, 5, 1), "令和", "R"), (datetime.date(1989, 1, 8), "平成", "H"),
        (datetime.date(1926, 12, 25), "昭和", "S"),
    ]:
        if day >= start:
            year = day.year - start.year + 1
            return f"{short}{year}.{day.month}.{day.day}" if letters else f"{long}{year}年{day.month}月{day.day}日"
    return ""


def other_digits(text, zero):
    return "".join(chr(ord(zero) + int(c)) if c.isascii() and c.isdigit() else c for c in text)


def ordinal(n):
    return f"{n}{'th' if 10 <= n % 100 <= 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


def clock(rng):
    return rng.randrange(24), rng.randrange(60), rng.randrange(60)


def meridiem(rng):
    return f"{rng.randrange(1, 13)}:{rng.randrange(60):02}{rng.choice(['AM', 'PM'])}"


DATE_FORMS = {
    "dmy dotted spaced": lambda t, r: f"{t:%d. %m. %Y}", "dmy slash short": lambda t, r: f"{t.day}/{t.month}/{t:%y}",
    "mdy dash": lambda t, r: f"{t:%m-%d-%Y}", "ymd dotted": lambda t, r: f"{t:%Y.%m.%d}",
    "ymd spaced": lambda t, r: f"{t:%Y %m %d}", "ymd underscore": lambda t, r: f"{t:%Y_%m_%d}",
    "dmy spaced": lambda t, r: f"{t:%d %m %Y}",
    "compact t": lambda t, r: f"{t:%Y%m%d}T{'%02d%02d' % clock(r)[:2]}",
    "hl7": lambda t, r: f"{t:%Y%m%d}{'%02d%02d%02d' % clock(r)}+0{r.choice('12')}00",
    "iso offset": lambda t, r: f"{t:%Y-%m-%d}T{'%02d:%02d:%02d' % clock(r)}+0{r.choice('12')}:00",
    "iso fraction": lambda t, r: f"{t:%Y-%m-%d}T{'%02d:%02d:%02d' % clock(r)}.{pattern(r, '999')}Z",
    "iso midnight": lambda t, r: f"{t:%Y-%m-%d} 00:00:00",
    "sql midnight": lambda t, r: f"{t:%Y-%m-%d} 00:00:00.000",
    "sql server": lambda t, r: f"{EN[t.month - 1][:3]} {t.day:2} {t.year} {meridiem(r)}",
    "iso ordinal": lambda t, r: f"{t:%Y-%j}",
    "slash month upper": lambda t, r: f"{t:%d}/{EN[t.month - 1][:3].upper()}/{t:%Y}",
    "dash month": lambda t, r: f"{t.day}-{EN[t.month - 1][:3]}-{t.year}",
    "dash month short year": lambda t, r: f"{t.day}-{EN[t.month - 1][:3]}-{t:%y}",
    "month first short": lambda t, r: f"{EN[t.month - 1][:3]} {t.day}, {t.year}",
    "month first dash": lambda t, r: f"{EN[t.month - 1][:3]}-{t:%d}-{t.year}",
    "ordinal after": lambda t, r: f"{EN[t.month - 1]} {ordinal(t.day)}, {t.year}",
    "ordinal before": lambda t, r: f"{ordinal(t.day)} of {EN[t.month - 1]} {t.year}",
    "weekday long": lambda t, r: f"{t:%A}, {t.day} {EN[t.month - 1]} {t.year}",
    "weekday de": lambda t, r: f"{GERMAN_DAYS[t.weekday()]}, {t:%d.%m.%Y}",
    "weekday de short": lambda t, r: f"{GERMAN_DAYS[t.weekday()][:2]} {t:%d.%m.%y}",
    "year month day": lambda t, r: f"{t.year}-{EN[t.month - 1][:3]}-{t:%d}",
    "year month day run-on": lambda t, r: f"{t.year}{EN[t.month - 1][:3].upper()}{t:%d}",
    "spaced upper": lambda t, r: f"{t:%d} {EN[t.month - 1][:3].upper()} {t.year}",
    "mail": lambda t, r: f"{t:%a}, {t:%d} {EN[t.month - 1][:3]} {t.year} {'%02d:%02d:%02d' % clock(r)} +0200",
    "dmy time": lambda t, r: f"{t:%d/%m/%Y} {'%02d:%02d' % clock(r)[:2]}",
    "uhr": lambda t, r: f"{t:%d.%m.%Y} {'%02d:%02d' % clock(r)[:2]} Uhr",
    "short year time": lambda t, r: f"{t:%d.%m.%y}, {'%02d:%02d' % clock(r)[:2]}",
    "sas midnight": lambda t, r: f"{t:%d}{EN[t.month - 1][:3].upper()}{t.year}:00:00:00.000",
    "epoch decimal": lambda t, r: f"{(t.toordinal() - 719163) * 86400 + r.randrange(86400)}.0",
    "spss seconds": lambda t, r: (t.toordinal() - datetime.date(1582, 10, 14).toordinal()) * 86400,
    "json": lambda t, r: f"/Date({((t.toordinal() - 719163) * 86400 + r.randrange(86400)) * 1000})/",
    "japanese era": lambda t, r: japanese(t), "japanese era letter": lambda t, r: japanese(t, True),
    "cjk padded": lambda t, r: f"{t:%Y}年{t:%m}月{t:%d}日 {'%02d:%02d' % clock(r)[:2]}",
    "minguo": lambda t, r: f"民國{t.year - 1911}年{t.month}月{t.day}日",
    "persian": lambda t, r: "%d/%02d/%02d" % persian(t),
    "persian month": lambda t, r: (lambda p: f"{p[2]} {MONTHS['fa'].split()[p[1] - 1]} {p[0]}")(persian(t)),
    "arabic digits": lambda t, r: other_digits(f"{t:%Y/%m/%d}", "٠"),
    "devanagari digits": lambda t, r: other_digits(f"{t:%d/%m/%Y}", "०"),
    "full width": lambda t, r: other_digits(f"{t:%Y}／{t:%m}／{t:%d}", "０"),
    "vi": lambda t, r: f"ngày {t.day} tháng {t.month} năm {t.year}",
    "interval": lambda t, r: f"{t:%Y-%m-%d}/{t + datetime.timedelta(r.randrange(1, 40)):%Y-%m-%d}",
    "interval de": lambda t, r: f"{t:%d.%m.%Y} - {t + datetime.timedelta(r.randrange(1, 40)):%d.%m.%Y}",
    "estimated": lambda t, r: f"{t:%d.%m.%Y}{r.choice(['', ' (geschätzt)', ' ca.'])}",
    "admitted": lambda t, r: f"{r.choice(['admitted', 'seen', 'discharged'])} {t:%d/%m/%Y}",
    "mixed": lambda t, r: r.choice([f"{t:%Y-%m-%d}", f"{t:%d.%m.%Y}", f"{t:%d}{EN[t.month - 1][:3].upper()}{t.year}",
                                    f"{t:%d/%m/%Y}"]),
    "or ongoing": lambda t, r: r.choice([f"{t:%Y-%m-%d}", f"{t:%Y-%m-%d}", "ongoing", "UNK"]),
    "or partial": lambda t, r: r.choice([f"{t:%d}-{EN[t.month - 1][:3].upper()}-{t.year}"] * 3 +
                                        [f"UN-{EN[t.month - 1][:3].upper()}-{t.year}"]),
}


def dates():
    headers = ["dt", "event_dt", "EXSTDTC", "AESTDTC", "Aufnahme", "dat_greffe", "fecha_alta", "data_ricovero",
               "relapse_dt", "DTHDTC", "päivä", "dato", "data_przyjecia", "日付", "started", "last_seen"]
    birth = ["birthday", "born", "GEBDAT", "né_le", "nacimiento", "nato_il", "syntynyt", "narozen", "BRTHDT", "生年月日"]
    for name, form in DATE_FORMS.items():
        family("date", name, headers, lambda r, form=form: form(born(r, 2001, 2025), r), columns=1)
    family("date", "sparse", ["DTHDTC", "relapse_dt", "second_tx"], lambda r: f"{born(r, 2001, 2025)}",
           rows=[120, 200, 300], missing=0.85, repeat=1)
    family("date", "sparse dotted", ["DTHDTC", "rezidiv"], lambda r: f"{born(r, 2001, 2025):%d.%m.%Y}",
           rows=[120, 200, 300], missing=0.8, repeat=1)
    for language, words in MONTHS.items():
        if language == "fa":
            continue
        words = words.split()
        form = {"pt": "{d} de {m} de {y}", "sk": "{d}. {m} {y}", "hr": "{d}. {m} {y}.", "da": "{d}. {m} {y}",
                "et": "{d}. {m} {y}", "lt": "{y} m. {m} {d} d.", "lv": "{y}. gada {d}. {m}", "bg": "{d} {m} {y} г.",
                "uk": "{d} {m} {y} р.", "he": "{d} ב{m} {y}", "ca": "{d} de {m} de {y}"}.get(language, "{d} {m} {y}")
        family("date", f"month {language}", headers, lambda r, form=form, words=words, language=language: (
            lambda t: form.format(d=t.day, m=words[t.month - 1], y=t.year + (543 if language == "th" else 0)))(
                born(r, 2001, 2025)), columns=1)
    for name, form in [
        ("iso midnight", DATE_FORMS["iso midnight"]), ("dmy slash short", DATE_FORMS["dmy slash short"]),
        ("japanese era", DATE_FORMS["japanese era"]), ("persian", DATE_FORMS["persian"]),
        ("dash month", DATE_FORMS["dash month"]), ("ymd dotted", DATE_FORMS["ymd dotted"]),
        ("geb", lambda t, r: f"geb. {t:%d.%m.%Y}"), ("star", lambda t, r: f"*{t:%d.%m.%Y}"),
        ("german month", lambda t, r: f"{t.day}. {GERMAN_MONTHS[t.month - 1]} {t.year}"),
        ("french month", lambda t, r: f"né(e) le {t.day} {FRENCH_MONTHS[t.month - 1]} {t.year}"),
        ("portuguese month", lambda t, r: f"{t.day} de {MONTHS['pt'].split()[t.month - 1]} de {t.year}"),
        ("compact mdy", lambda t, r: f"{t:%m%d%Y}"), ("compact dmy", lambda t, r: f"{t:%d%m%Y}"),
        ("short year first", lambda t, r: f"{t:%y-%m-%d}"),
        ("mdy slash short", lambda t, r: f"{t.month}/{t.day}/{t:%y}"),
        ("cjk", lambda t, r: f"{t.year}年{t.month}月{t.day}日"),
        ("born with age", lambda t, r: f"{t:%d.%m.%Y} ({2025 - t.year})"),
    ]:
        family("birth", name, birth, lambda r, form=form: form(born(r, 1931, 2016), r), columns=1)


# ---------------------------------------------------------------- ages

def ages():
    headers = ["age_y", "AGEYR", "Lebensalter", "âge", "edad_anos", "età", "idade", "vek", "yas", "年齢", "возраст"]
    bounded = lambda centre, spread: lambda r: min(max(round(r.gauss(centre, spread)), 20), 98)
    geriatric = bounded(79, 11)
    wide = lambda r: r.randrange(20, 99)
    few = lambda r: r.randrange(91, 98) if r.random() < 0.03 else min(max(round(r.gauss(57, 15)), 20), 88)
    family("age", "geriatric whole", headers, geriatric, columns=3, rows=[60, 90, 150, 300], repeat=1)
    family("age", "even whole", headers, wide, columns=3, rows=[60, 90, 150, 300], repeat=1)
    family("age", "few above", headers, few, columns=3, rows=[200, 300, 400], repeat=1)
    for name, form in [
        ("es", lambda a, r: f"{a} años"), ("fr", lambda a, r: f"{a} ans"), ("it", lambda a, r: f"{a} anni"),
        ("nl", lambda a, r: f"{a} jaar"), ("pl", lambda a, r: f"{a} lat"), ("ru", lambda a, r: f"{a} лет"),
        ("cjk", lambda a, r: f"{a}岁"), ("ja", lambda a, r: f"{a}歳"), ("ko", lambda a, r: f"{a}세"),
        ("year old", lambda a, r: f"{a} y/o"), ("yo", lambda a, r: f"{a}yo"), ("yrs", lambda a, r: f"{a} yrs"),
        ("iso duration", lambda a, r: f"P{a}Y"), ("dicom", lambda a, r: f"{a:03}Y"),
        ("years and months", lambda a, r: f"{a} y {r.randrange(12)} m"),
        ("decimal comma", lambda a, r: f"{a + r.random():.1f}".replace(".", ",")),
        ("decimal two", lambda a, r: f"{a + r.random():.2f}"), ("with zeros", lambda a, r: f"{a}.0"),
        ("labelled", lambda a, r: f"age {a}"), ("alter", lambda a, r: f"{a} J."),
        ("year-old words", lambda a, r: f"{a}-year-old {r.choice(['man', 'woman', 'male', 'female'])}"),
    ]:
        family("age", f"text {name}", headers, lambda r, form=form: form(r.choice([geriatric, wide])(r), r), columns=1,
               rows=[60, 90, 120, 200], repeat=1)


# ---------------------------------------------------------------- postcodes

def postcodes():
    headers = ["zipcode", "POSTAL", "Leitzahl", "code_p", "cod_postal", "irsz", "psc", "kod_pocztowy", "PIN", "郵便番号"]
    letters = "ABDEFGHJLNPQRSTUWXYZ"
    for name, cell in [
        ("sv spaced", lambda r: pattern(r, "8" + "99 99")),
        ("cs spaced", lambda r: f"{r.randrange(10, 79)}{r.randrange(10)} {pattern(r, '99')}"),
        ("el spaced", lambda r: f"{r.randrange(100, 857)} {pattern(r, '99')}"), ("pl dash", like("99-999")),
        ("pt dash", lambda r: f"{r.randrange(1000, 9980)}-{pattern(r, '999')}"),
        ("nl", lambda r: f"{r.randrange(1011, 9999)} {r.choice(letters)}{r.choice(letters)}"),
        ("nl run-on", lambda r: f"{r.randrange(1011, 9999)}{r.choice(letters)}{r.choice(letters)}"),
        ("br dash", like("89999-999")), ("ja dash", like("899-9999")), ("ja sign", like("〒899-9999")),
        ("hr five", lambda r: r.randrange(10000, 53299)), ("ko five", lambda r: f"{r.randrange(1000, 63644):05}"),
        ("mx five", lambda r: f"{r.randrange(1000, 99999):05}"),
        ("uk_UA five", lambda r: f"{r.randrange(1001, 99999):05}"),
        ("leading zero five", lambda r: f"{r.randrange(1067, 9999):05}"),
        ("th five", lambda r: r.randrange(10100, 96220)),
        ("eircode", lambda r:
            f"{r.choice(['D', 'T', 'H', 'V', 'P', 'K'])}{pattern(r, '89')} {r.choice('ACDEFHKNPRTVWXY')}"
            f"{r.choice('ACDEFHKNPRTVWXY0123456789')}{r.choice('ACDEFHKNPRTVWXY0123456789')}"
            f"{r.choice('0123456789')}"),
        ("lithuania prefix", lambda r: f"LT-{r.randrange(1000, 99000):05}"),
        ("france prefix", lambda r: f"F-{r.randrange(1000, 95999):05}"),
        ("finland prefix", lambda r: f"FI-{r.randrange(100, 99999):05}"),
        ("italy prefix", lambda r: f"I-{r.randrange(10, 98168):05}"),
        ("float", lambda r: f"{r.randrange(10001, 99951)}.0"),
        ("gb lower run-on", lambda r:
            f"{r.choice(['sw', 'ne', 'ls', 'm', 'b', 'eh', 'cf'])}{r.randrange(1, 20)}{r.randrange(10)}"
            f"{r.choice('abdefghjlnpqrstuwxyz')}{r.choice('abdefghjlnpqrstuwxyz')}"),
    ]:
        family("postcode", name, headers, cell, columns=1, rows=[60, 90, 120, 200], repeat=1)
    for locale in ["de_DE", "fr_FR", "es_ES"]:  # it_IT draws towns from a set: not the same twice
        family("postcode", f"with town {locale}", headers + ["Ort", "ville"], faker_cell(
            locale, lambda f, r: f"{f.postcode()} {f.city()}"), columns=1, mixed=True)


# ---------------------------------------------------------------- networks

def networks():
    def v4(rng):
        return rng.choice([f"192.0.2.{rng.randrange(1, 255)}", f"203.0.113.{rng.randrange(1, 255)}",
                           ".".join(str(rng.randrange(low, high)) for low, high in
                                    [(11, 223), (0, 256), (0, 256), (1, 255)]),
                           f"10.{rng.randrange(256)}.{rng.randrange(256)}.{rng.randrange(1, 255)}"])

    group = lambda rng: f"{rng.randrange(1, 65536):x}"
    headers = ["src_ip", "login_from", "ADDR_IP", "terminal", "origin", "forwarded_for"]
    for name, cell in [
        ("v4 port", lambda r: f"{v4(r)}:{r.randrange(1024, 65535)}"),
        ("v4 mask", lambda r: f"{v4(r)}/{r.choice([24, 28, 32])}"), ("v4 brackets", lambda r: f"[{v4(r)}]"),
        ("v4 padded", lambda r: ".".join(f"{int(p):03}" for p in v4(r).split("."))),
        ("v4 forwarded", lambda r: f"{v4(r)}, {v4(r)}"), ("v4 host", lambda r: f"ws-{r.randrange(100, 999)} ({v4(r)})"),
        ("v6 short", lambda r: f"2001:db8:{group(r)}::{group(r)}"),
        ("v6 link local", lambda r: f"fe80::{group(r)}:{group(r)}:{group(r)}:{group(r)}%eth0"),
        ("v6 mapped", lambda r: f"::ffff:{v4(r)}"),
        ("v6 upper", lambda r: ":".join(f"{r.randrange(65536):04X}" for _ in range(8))),
        ("v6 brackets", lambda r: f"[2a02:{group(r)}:{group(r)}::{group(r)}]:443"),
    ]:
        family("ip", name, headers, cell, columns=1)
    token = lambda rng, n: "".join(rng.choice("abcdefghkmnpqrstuvwxyz" + DIGITS) for _ in range(n))
    headers = ["web", "page", "profile", "document", "image", "Weblink", "enlace", "lien", "href"]
    for name, cell in [
        ("port and query", lambda r: f"http://ehr-server.klinik.test:8080/viewer?patient={number(r, 6)}&tab=lab"),
        ("ftp", lambda r: f"ftp://ftp.hospital-nordwald.org/out/{token(r, 8)}.pdf"),
        ("bucket", lambda r: f"s3://trial-scans-{r.choice(['eu', 'us'])}/p{number(r, 4)}/ct.dcm"),
        ("profile", lambda r: f"https://social.example/{token(r, 9)}"),
        ("upper", lambda r: f"HTTPS://PORTAL.EXAMPLE.COM/CASE/{number(r, 6)}"),
        ("angle", lambda r: f"<https://files.example.net/{token(r, 12)}>"),
        ("fhir", lambda r: f"https://fhir.regionsykehus-vest-demo.no/r4/Patient/{number(r, 7)}"),
        ("meeting", lambda r: f"https://meet.video-praxis-nordwald.de/j/{number(r, 10)}?pwd={token(r, 6)}"),
        ("short", lambda r: f"https://lnk.example/{token(r, 7)}"),
        ("www other", lambda r:
            f"www.{r.choice(['praxis-lindner', 'hausarzt-am-see', 'mein-tagebuch', 'cabinet-rives'])}"
            f".{r.choice(['de', 'fr', 'ch'])}/{token(r, 5)}"),
        ("local", lambda r: f"http://localhost:{r.randrange(3000, 9000)}/chart/{number(r, 5)}"),
        ("markdown", lambda r: f"[scan](https://img.example.org/{token(r, 10)}.png)"),
    ]:
        family("url", name, headers, cell, columns=1)


# ---------------------------------------------------------------- free text

NOTES = {
    "fr": """Le patient|La patiente|Madame|Il|Elle|Sa fille
signale|se plaint de|a présenté|décrit|nie avoir eu|a consulté pour
une toux sèche|des vertiges au lever|une fièvre à 38,5|des saignements de nez|une douleur au genou|un malaise
depuis mardi|après le repas|pendant la nuit|à son retour de vacances|malgré le traitement|chez sa soeur""",
    "es": """El paciente|La paciente|Su hija|La señora|El niño|La madre
refiere|niega|presentó|comenta|consultó por|describe
dolor en la rodilla|tos con flemas|fiebre de 38 grados|mareos al levantarse|sangrado de encías|mucho cansancio
desde el lunes|después de cenar|durante la noche|al subir escaleras|tras volver de viaje|a pesar del antibiótico""",
    "it": """Il paziente|La paziente|La signora|Il bambino|La moglie
riferisce|lamenta|ha avuto|descrive|nega
febbre la sera|dolore alla spalla|tosse secca|gonfiore alle caviglie|poco appetito|un episodio di vertigine
da tre giorni|dopo pranzo|durante il viaggio|nonostante la terapia|al risveglio|mentre lavorava nell'orto""",
    "pt": """O doente|A doente|A filha|O menino|A senhora
refere|nega|teve|queixa-se de|descreveu
dores nas costas|tosse há dias|febre alta|falta de ar|manchas na pele|falta de apetite
desde domingo|depois do jantar|durante a noite|ao subir escadas|apesar da medicação|em casa da irmã""",
    "nl": """Patiënt|Mevrouw|Meneer|Moeder|Zijn vrouw
meldt|heeft last van|klaagt over|kreeg|vertelt over
hoesten met slijm|pijn in de knie|koorts tot 39|jeuk aan beide armen|een val van de trap|slecht slapen
sinds gisteren|na het eten|in de nacht|tijdens de vakantie|ondanks medicatie|bij het wandelen""",
    "sv": """Patienten|Han|Hon|Hustrun|Modern
klagar över|berättar om|fick|förnekar|har haft
hosta i två veckor|feber på kvällen|ont i knät|klåda på armarna|yrsel när hon reser sig|dålig aptit
sedan i måndags|efter middagen|under natten|hemma hos sin bror|trots behandling|på väg till jobbet""",
    "da": """Patienten|Han|Hun|Datteren|Ægtefællen
klager over|fortæller om|havde|beskriver|fik
hoste i en uge|feber om aftenen|ondt i skulderen|svimmelhed|udslæt på ryggen|kvalme hver morgen
siden søndag|efter maden|i løbet af natten|under ferien|trods medicin|på arbejdet""",
    "fi": """Potilas|Äiti kertoo että potilaalla|Vaimon mukaan hänellä|Hänellä
on ollut|alkoi eilen|oli viikonloppuna|on taas
kuivaa yskää|kuumetta iltaisin|polvikipua|huimausta ylös noustessa|ihottumaa käsissä|huono ruokahalu
lääkityksestä huolimatta|ruokailun jälkeen|yöllä kotona|matkan aikana|kävellessä|jo kaksi viikkoa""",
    "pl": """Pacjent|Pacjentka|Matka|Żona|Chory
zgłasza|podaje|skarży się na|neguje|opisuje
kaszel od tygodnia|gorączkę wieczorem|ból kolana|zawroty głowy|krwawienie z dziąseł|brak apetytu
od poniedziałku|po obiedzie|w nocy|mimo leczenia|podczas urlopu|w pracy""",
    "cs": """Pacient|Pacientka|Matka|Manželka
udává|popisuje|měl|si stěžuje na
kašel s hlenem|horečku večer|bolest kolene|závratě ráno|krvácení z nosu|nechutenství
od pondělí|po obědě|v noci|přes léčbu|na dovolené|při chůzi do schodů""",
    "hu": """A beteg|A néni|Az édesanyja szerint|A férje elmondta hogy
köhögésre panaszkodik|lázas volt|térdfájdalmat említ|szédült|rosszul aludt|nem evett
tegnap este óta|vacsora után|éjszaka|a gyógyszer ellenére|utazás közben|hétfő óta
és telefonált|de már jobban van|ezért bejött|és pihen otthon""",
    "ro": """Pacientul|Pacienta|Mama|Soția
relatează|acuză|neagă|a avut
tuse de o săptămână|febră seara|durere de genunchi|amețeli la ridicare|sângerări gingivale|lipsa poftei de mâncare
de luni|după masă|în timpul nopții|în concediu|în ciuda tratamentului|la serviciu""",
    "ru": """Больной|Пациентка|Мать|Жена пациента
отмечает|жалуется на|сообщает про|описывает
кашель в течение недели|боль в колене|слабость по утрам|сыпь на руках|кровотечение из носа|плохой сон
с понедельника|после еды|ночью|несмотря на лечение|во время поездки|на даче""",
    "uk": """Хворий|Пацієнтка|Мати|Дружина
відзначає|скаржиться на|повідомляє про|описує
кашель протягом тижня|біль у коліні|слабкість зранку|висип на руках|кровотечу з носа|поганий сон
з понеділка|після їжі|вночі|попри лікування|під час поїздки|на роботі""",
    "el": """Ο ασθενής|Η ασθενής|Η μητέρα|Η κόρη του
αναφέρει|περιγράφει|είχε|παραπονείται για
βήχα εδώ και μέρες|πυρετό το βράδυ|πόνο στο γόνατο|ζάλη το πρωί|εξάνθημα στα χέρια|ανορεξία
από τη Δευτέρα|μετά το φαγητό|τη νύχτα|παρά τη θεραπεία|στο ταξίδι|στη δουλειά""",
    "tr": """Hasta|Hastanın annesi|Eşi|Kızı
dünden beri|yemekten sonra|gece boyunca|tatilde|ilaca rağmen|pazartesiden beri
öksürük|diz ağrısı|akşamları ateş|baş dönmesi|kollarda kaşıntı|iştahsızlık
olduğunu söyledi|tarif etti|nedeniyle aradı|yüzünden uyuyamadığını anlattı""",
    "ar": """المريض|المريضة|والدة المريض|زوجته
يشكو من|أفادت عن|ذكر وجود|وصفت
سعال جاف|ألم في الركبة|حرارة في المساء|دوخة عند الوقوف|طفح على الذراعين|ضعف الشهية
منذ يوم الاثنين|بعد العشاء|خلال الليل|رغم العلاج|أثناء السفر|في المنزل""",
    "he": """החולה|המטופלת|אמו|אשתו
מתלונן על|מספרת על|תיארה|דיווח על
שיעול יבש|כאבים בברך|חום בערב|סחרחורת בבוקר|פריחה בידיים|חוסר תיאבון
מאז יום שני|אחרי האוכל|במשך הלילה|למרות הטיפול|בזמן הנסיעה|בעבודה""",
    "hi": """रोगी को|मरीज की माँ के अनुसार उसे|महिला को|उसे
सोमवार से|खाने के बाद|रात भर|दवा के बावजूद|यात्रा के दौरान|घर पर
सूखी खांसी|घुटने में दर्द|शाम को बुखार|चक्कर|हाथों पर दाने|भूख की कमी
हो रही है|की शिकायत है|रही और फोन किया|बताई गई""",
    "zh": """患者|病人母亲诉患者|家属说他|她
周一起|晚饭后|夜间|旅行期间|服药后仍|上楼时
咳嗽有痰|膝关节疼痛|低热|头晕|双臂皮疹|食欲不振
，自行休息后好转|，来院复查|，未用药|，电话咨询护士""",
    "ja": """患者は|本人によると|妻の話では|母親によると
月曜日から|夕食後に|夜間に|旅行中に|内服しても|階段で
咳が続く|膝が痛む|微熱がある|めまいがする|両腕に発疹が出た|食欲がない
とのことで来院した|と電話があった|が自然に軽快した|ため休んでいる""",
    "ko": """환자는|환자 어머니에 따르면|보호자는 환자가|본인 말로는
월요일부터|저녁 식사 후|밤에|여행 중에|약을 먹어도|계단을 오를 때
기침이 계속된다고|무릎이 아프다고|미열이 있다고|어지럽다고|팔에 발진이 났다고|입맛이 없다고
말함|전화로 알림|호소하여 내원함|하였으나 호전됨""",
    "vi": """Bệnh nhân|Mẹ bệnh nhân nói cháu|Chị|Ông
bị|than phiền về|kể có|không còn
ho khan kéo dài|đau đầu gối|sốt nhẹ buổi chiều|chóng mặt khi đứng dậy|phát ban hai tay|chán ăn
từ thứ hai|sau bữa tối|trong đêm|dù đã uống thuốc|khi đi du lịch|ở nhà""",
}
ENGLISH = {
    "telegraphic": """pt c/o|f/u for|pt seen w/|called re|admitted w/|ED visit for
SOB x3d|L knee pain|low grade temps|epistaxis x2|poor PO intake|rash b/l arms|diarrhea 4x/d
afeb, CXR neg|BCx pending|no abx given|plt transfused in clinic|will recheck Mon|hx of same in spring
d/c home|wife drove him in|advised to call PRN|tolerating diet|son aware|refused LP""",
    "mother": """Mom says he|Per mother she|Father reports he|School nurse noted he|Grandma thinks she
has been off his food|was sent home early|woke up twice crying|fell off the swing|is back to playing soccer
after the clinic visit|last weekend|on picture day|since starting the new pills|while at the lake
and has bruises on both shins|but no fever|and wants to skip the next draw|so we moved her appointment""",
    "upper": """PATIENT STATES THAT HE|PATIENT STATES THAT SHE|HOME NURSE REPORTS PATIENT|DAUGHTER CALLED, PATIENT
FELL IN THE KITCHEN|COULD NOT KEEP FOOD DOWN|MISSED TWO TABLETS|HAD A NOSEBLEED FOR AN HOUR|FELT DIZZY IN CHURCH
ON TUESDAY EVENING|THE DAY AFTER INFUSION|WHILE SHOPPING|BEFORE BREAKFAST|DURING HOUSE CLEANING
AND WENT TO URGENT CARE|BUT DID NOT CALL US|AND WAS GIVEN FLUIDS|AND IS FINE NOW""",
}


def slots(text, glue=" "):
    rows = [line.split("|") for line in text.split("\n")]
    return lambda rng: glue.join(rng.choice(row) for row in rows)


def texts():
    headers = ["details", "Anmerkung", "remarque", "observación", "nota", "komentarz", "kommentti", "AEREASND", "story",
               "other_specify", "Verlauf", "備考", "примечание", "CEVERB"]
    some = [30, 36, 48, 60, 80]
    for language, text in NOTES.items():
        family("text", f"note {language}", headers, slots(text, "" if language in ("zh", "ja") else " "), columns=1,
               rows=some, repeat=1)
    for form, text in ENGLISH.items():
        family("text", f"note en {form}", headers, slots(text), columns=2, rows=some, repeat=1, mixed=form == "mother")
    for locale in ["az_AZ", "bn_BD", "da_DK", "fa_IR", "hy_AM", "vi_VN"]:
        family("text", f"words {locale}", headers, faker_cell(
            locale, lambda f, r: f.sentence(nb_words=r.randrange(7, 14))), columns=1, rows=some, repeat=1)
    story = lambda f, r: (f"This {r.randrange(19, 88)}-year-old {r.choice(['man', 'woman'])} developed "
                          f"{r.choice(['fever', 'jaundice', 'cough', 'seizures'])} {r.randrange(2, 40)} days after "
                          "infusion. "
                          f"Dr. {f.last_name()} in {f.city()} saw {r.choice(['him', 'her'])} and started "
                          f"{r.choice(['meropenem', 'steroids', 'levetiracetam'])}; {r.choice(['he', 'she'])} "
                          f"{r.choice(['recovered', 'was transferred', 'went home'])} after {r.randrange(2, 20)} days.")
    family("text", "narrative en", headers, faker_cell("en_US", story), rows=[30, 40], repeat=1)
    letter = lambda f, r: (f"Z.n. {r.choice(['Sturz', 'Infekt', 'Blutung', 'Reaktion'])} am Wochenende, tel. "
                           f"Rücksprache mit {r.choice(['Ehefrau', 'Sohn', 'Hausarzt'])} {f.last_name()}, "
                           f"{r.choice(['Wiedervorstellung', 'Kontrolle', 'Abholung'])} "
                           f"{r.choice(['nächste Woche', 'bei Bedarf', 'am Montag'])} vereinbart.")
    family("text", "telegram de", headers, faker_cell("de_DE", letter), rows=[30, 48], repeat=1)
    other = lambda f, r: (f"{r.choice(['Spoke with', 'Message from', 'Voicemail for', 'Fax to'])} {f.name()} about "
                          f"{r.choice(['the missed visit', 'a refill', 'the biopsy result', 'transport'])}, "
                          f"{r.choice(['will call back', 'no answer', 'agreed', 'upset'])} "
                          f"{r.choice(['today', 'on Friday', 'next week'])}")
    family("text", "call log en", headers, faker_cell("en_US", other), rows=some, repeat=1)
    family("text", "sparse comments", headers, slots(ENGLISH["mother"]), rows=[200, 300, 400], missing=0.88, repeat=1)
    family("text", "among none", headers, lambda r: r.choice(["none", "no comment"]) if r.random() < 0.4 else
           slots(ENGLISH["telegraphic"])(r), rows=[90, 120, 150], repeat=1)


# ---------------------------------------------------------------- harmless columns that look alike

def harmless(name, headers, cell, columns=2, **more):
    family("harmless", name, headers, cell, columns, **more)


def spread(centre, width, places=0):
    return lambda r: (lambda v: round(v) if places == 0 else f"{v:.{places}f}")(centre * math.exp(r.gauss(0, width)))


def normal(centre, width, places=0):
    return lambda r: (lambda v: round(v) if places == 0 else f"{v:.{places}f}")(r.gauss(centre, width))


def laboratory():
    for name, headers, cell in [
        ("haemoglobin mmol/L", ["LBSTRESN", "Hb_mmol"], spread(6.2, 0.2, 1)),
        ("haemoglobin g/L decimal", ["LBSTRESN", "HGB_SI"], spread(104, 0.2, 1)),
        ("platelets 10^9", ["LBORRES", "Thrombozyten"], spread(88, 0.9)),
        ("platelets per uL thousands dot", ["piastrine", "Thrombo_ul"],
            lambda r: f"{round(math.exp(r.gauss(4.2, 0.7))) + 1}.000"),
        ("platelets K/uL", ["PLT_K", "trombocitos"], spread(120, 0.8)),
        ("bilirubin mg/dL", ["TBIL", "bilirrubina"], spread(0.9, 0.7, 2)),
        ("bilirubin direct", ["DBIL"], spread(4.1, 0.8, 1)), ("LDH u/L", ["LBORRES", "LDH_U"], spread(248, 0.4)),
        ("LDH ukat/L", ["LD_ukat"], spread(4.1, 0.4, 2)),
        ("haptoglobin mg/dL", ["HPT", "Haptoglobin"], spread(74, 0.8)),
        ("reticulocytes percent", ["RETI_P"], spread(1.9, 0.6, 2)),
        ("reticulocytes promille", ["Retis"], spread(19, 0.6)),
        ("reticulocytes 10^12", ["RETIC_SI"], spread(0.081, 0.5, 3)),
        ("ferritin ug/L", ["FERR", "ferritine"], spread(640, 1.1, 1)),
        ("ferritin pmol/L", ["FER_pmol"], spread(1440, 1.1)), ("CRP mg/L", ["CRP_mg", "PCR"], spread(14, 1.2, 2)),
        ("CRP mg/dL", ["CRP_dl"], spread(1.4, 1.1, 2)), ("IgG mg/dL", ["IgG_mg"], spread(820, 0.4)),
        ("IgG g/L one place", ["IGG_SI"], spread(8.2, 0.4, 1)),
        ("creatinine mg/dL", ["CREA", "creatinina"], spread(0.9, 0.3, 2)),
        ("creatinine umol/L decimal", ["KREA"], spread(81, 0.3, 1)),
        ("eGFR", ["EGFR", "GFR_CKDEPI"], lambda r: min(round(r.gauss(84, 22)), 120)),
        ("ALT", ["ALAT", "GPT"], spread(31, 0.7)), ("albumin", ["ALB", "Albumin"], normal(38, 5, 1)),
        ("potassium", ["K", "potassium"], normal(4.1, 0.45, 1)),
        ("glucose mg/dL", ["GLUC", "glycemie"], spread(108, 0.25)), ("MCV", ["MCV", "VGM"], normal(91, 7, 1)),
        ("vitamin B12", ["B12"], spread(410, 0.5)),
        ("trough mg/L comma", ["Spiegel", "taux"], lambda r: f"{r.gauss(190, 45):.0f},{r.randrange(10)}"),
        ("CD4", ["CD4", "CD4_abs"], spread(320, 0.7)), ("lymphocytes", ["LYM", "ALC"], spread(1.1, 0.7, 2)),
        ("EPO", ["EPO"], spread(60, 1.3)), ("INR", ["INR"], spread(1.1, 0.15, 2)),
        ("fibrinogen", ["FIB"], spread(3.2, 0.3, 1)), ("erythrocytes", ["RBC", "Erys"], normal(3.7, 0.6, 2)),
        ("BK copies log", ["BKlog"], spread(4.2, 0.3, 2)),
        ("change from baseline", ["CHG", "AVALCHG"], normal(-4, 22, 1)),
        ("percent change", ["PCHG"], normal(-8, 30, 2)), ("z score", ["ZSCORE"], normal(-0.4, 1.1, 2)),
        ("thousands space", ["leucocytes", "Leuko"],
            lambda r: (lambda v: f"{v // 1000} {v % 1000:03}")(round(math.exp(r.gauss(8.6, 0.4)) + 1000))),
        ("thousands apostrophe", ["Leukozyten"],
            lambda r: (lambda v: f"{v // 1000}'{v % 1000:03}")(round(math.exp(r.gauss(8.6, 0.4)) + 1000))),
    ]:
        harmless(f"lab {name}", headers, cell)
    for name, cell in [
        ("censored text",
            lambda r: r.choice(["<5", "<0,6", ">1000", "> 1500", f"{r.randrange(5, 400)}", f"{r.random() * 9:.1f}"])),
        ("semi-quantitative", pick("neg", "+", "++", "+++", "(+)", "trace")),
        ("semi-quantitative words",
            pick("negative", "weakly positive", "positive", "strongly positive", "indeterminate")),
        ("titre slash", pick("1/20", "1/40", "1/80", "1/160", "1/320", "< 1/20")),
        ("titre text", pick("1:16", "1:32", "1:64", "1:128", "1:256", "1:512", "not detected")),
        ("coombs", pick("IgG 2+", "IgG 3+, C3d 1+", "C3d 2+", "IgG 4+", "neg", "IgG +/-")),
        ("reference range",
            pick("135-145", "3.5-5.1", "0.3 - 1.2", "150-400", "12.0-16.0", "<5.0", "4.0-11.0", "0-50")),
        ("reference range sexes", pick("M: 13.5-17.5; F: 12.0-15.5", "M: 0.7-1.2; F: 0.5-0.9", "M: 30-400; F: 13-150")),
        ("with unit", lambda r: f"{r.randrange(70, 160)} g/L"),
        ("with unit and flag", lambda r: f"{r.randrange(2, 400)} x10^9/L{r.choice(['', ' L', ' H', ''])}"),
        ("plus minus", lambda r: f"{r.random() * 20:.1f} ± {r.random() * 2:.1f}"),
        ("flag", pick("L", "H", "LL", "HH", "N")),
        ("units ucum",
            pick("10*9/L", "g/dL", "umol/L", "[IU]/L", "mg/dL", "10*6/kg", "%{donor}", "{ratio}", "mm[Hg]", "kg/m2")),
        ("methods", pick("Flow cytometry", "PCR-STR", "ELISA", "Nephelometry", "HPLC", "Jaffe kinetic",
            "Immunoturbidimetry", "NGS panel", "FISH", "Wright-Giemsa stain", "Column agglutination",
            "Karyotyping G-banding")),
        ("analysers", pick("Sysmex XN-1000", "Roche cobas 8000", "Abbott Alinity c", "Beckman DxH 900",
            "Siemens ADVIA 2120i", "Siemens Atellica", "Ortho Vision", "BD FACSCanto II", "Stago STA R Max")),
        ("not calculable",
            lambda r: r.choice(["haemolytic", "clotted", "QNS", f"{r.randrange(20, 300)}", f"{r.randrange(20, 300)}"])),
        ("scientific", lambda r: f"{r.random() * 9 + 1:.3f}e{r.choice(['+05', '+06', '+07', '-02'])}"),
        ("ratio colon", pick("1:1", "2:1", "3:2", "1:2", "4:1")),
        ("microarray exact", lambda r: f"{r.gauss(7.5, 2):.12f}"),
    ]:
        harmless(f"result {name}", ["LBORRES", "LBSTRESC", "Befund", "résultat", "AVALC", "LBORNRHI", "wynik"], cell)


def vitals():
    for name, headers, cell in [
        ("weight adult whole", ["VSORRES", "Gewicht", "poids"], lambda r: min(max(round(r.gauss(74, 15)), 41), 138)),
        ("weight adult comma", ["Gewicht_kg", "peso"], lambda r: f"{r.gauss(73, 14):.1f}".replace(".", ",")),
        ("weight child", ["VSSTRESN", "weight_ped"], spread(19, 0.5, 1)), ("weight pounds", ["wt_lb"], normal(168, 33)),
        ("weight with unit", ["waga", "Gew"], lambda r: f"{r.gauss(71, 14):.1f} kg"),
        ("height adult", ["Groesse", "taille_cm", "talla"], normal(170, 9)),
        ("height metres", ["height_m", "altura"], normal(1.7, 0.09, 2)),
        ("height child", ["HEIGHT_PED", "VSSTRESN"], normal(112, 24, 1)),
        ("height feet", ["ht"], lambda r: f"{r.randrange(5, 7)}'{r.randrange(0, 12)}\""),
        ("surface area", ["BSA", "KOF"], normal(1.84, 0.2, 2)), ("head circumference", ["HC"], normal(47, 3, 1)),
        ("heart rate child", ["HR_PED", "pouls"], normal(108, 18)),
        ("heart rate adult", ["VSORRES", "Puls", "FC"], normal(78, 13)),
        ("respiratory rate", ["RESP", "AF"], normal(17, 3)), ("systolic child", ["SBP_PED"], normal(101, 10)),
        ("pressure dash", ["RR", "TA"], lambda r: f"{r.randrange(96, 168)}-{r.randrange(52, 99)}"),
        ("pressure with unit", ["BP_TXT"], lambda r: f"{r.randrange(96, 168)}/{r.randrange(52, 99)} mmHg"),
        ("mean pressure", ["MAP"], normal(88, 10)),
        ("temperature comma", ["Temp", "temperatura"], lambda r: f"{r.gauss(36.9, 0.7):.1f}".replace(".", ",")),
        ("temperature fahrenheit", ["TEMP_F"], normal(98.7, 1.1, 1)),
        ("temperature with unit", ["VSORRES"], lambda r: f"{r.gauss(37, 0.6):.1f} °C"),
        ("oxygen", ["SpO2", "SAT"], lambda r: f"{r.randrange(89, 101)} %"),
        ("body mass index whole", ["BMI_R"], normal(25, 4)),
        ("percentile", ["WT_PCTL"], lambda r: f"P{r.choice([3, 10, 25, 50, 75, 90, 97])}"),
        ("spleen", ["SPLEEN_CM", "Milz"], normal(12.4, 2.6, 1)),
        ("ejection fraction", ["LVEF"], lambda r: min(round(r.gauss(59, 6)), 75)),
        ("diffusion capacity", ["DLCO"], normal(76, 15)),
        ("quetelet percentile", ["BMIPCT"], lambda r: f"{r.random() * 99:.1f}"),
        ("six minute walk", ["SIXMWT"], normal(440, 90)),
    ]:
        harmless(name, headers, cell, columns=1, repeat=1)


def times():
    for name, headers, cell in [
        ("day signed", ["VISITDY", "Tag"], lambda r: r.choice(["D", "Day "]) + f"{r.randrange(-14, 730):+d}"),
        ("day t", ["LBTPT", "jour"], lambda r: f"J{r.choice(['-7', '0', '+7', '+14', '+28', '+100', '+180'])}"),
        ("week label", ["AVISIT", "Woche"], lambda r: f"Week {r.choice([1, 2, 4, 8, 12, 24, 36, 52])}"),
        ("week label de", ["Woche", "Visite"], lambda r: f"Woche {r.choice([1, 2, 4, 8, 12, 24])}"),
        ("week padded", ["wk"], lambda r: f"W{r.randrange(1, 53):02}"),
        ("cycle day", ["CYCLE", "TPT"], lambda r: f"C{r.randrange(1, 9)}D{r.choice([1, 8, 15, 22])}"),
        ("cycle words", ["EPOCH2"], lambda r: f"Cycle {r.randrange(1, 7)} Day {r.choice([1, 8, 15])}"),
        ("visit names", ["VISIT", "EVENT"], pick("Screening 1", "Baseline Visit", "Pre-Dose", "Follow-up 3",
            "End of Treatment", "Early Termination", "Unscheduled", "Safety Follow-Up")),
        ("visit names fr", ["VISITE"], pick("Inclusion", "Visite de sélection", "Suivi J100", "Suivi 1 an",
            "Fin d'étude", "Visite non programmée")),
        ("visit names es", ["VISITA"],
            pick("Selección", "Basal", "Seguimiento mes 6", "Fin de tratamiento", "Visita no programada")),
        ("visit number decimal", ["VISITNUM"], lambda r: f"{r.randrange(1, 14)}.{r.choice(['0', '0', '1'])}"),
        ("days whole", ["ADY", "DTHDY", "futage"], lambda r: round(r.expovariate(1 / 700)) + 1),
        ("days decimal zero", ["ADY", "time_d"], lambda r: f"{round(r.expovariate(1 / 700)) + 1}.0"),
        ("months two", ["os_m"], lambda r: f"{r.expovariate(1 / 30):.2f}"),
        ("years decimal", ["fu_years", "Jahre"], lambda r: f"{r.expovariate(1 / 4):.2f}"),
        ("minutes", ["INFDUR", "Dauer_min"], lambda r: r.choice([30, 45, 60, 90, 120, 180, 240])),
        ("hours minutes", ["dur_hm"], lambda r: f"{r.randrange(0, 12)}h{r.randrange(60):02}"),
        ("iso duration time", ["EXDUR"], lambda r: f"PT{r.choice([15, 30, 45, 60, 90])}M"),
        ("iso duration negative", ["LBELTM"],
            lambda r: r.choice(["-P14D", "P0D", "P7D", "P28D", "P100D", "P6M", "P1Y"])),
        ("clock am pm", ["TPTTM"], lambda r: f"{r.randrange(1, 13)}:{r.randrange(60):02} {r.choice(['am', 'pm'])}"),
        ("clock seconds", ["VSTM"], lambda r: "%02d:%02d:%02d" % clock(r)),
        ("engraftment day", ["ANC500_DAY"], normal(15, 3)),
        ("age child years", ["AGE", "Alter"], lambda r: r.randrange(0, 18)),
        ("age topped", ["AGE", "edad"], lambda r: min(max(round(r.gauss(62, 15)), 18), 89)),
        ("age topped text", ["AGECAT", "AGE_TXT"],
            lambda r: r.choice(["<18", ">89"]) if r.random() < 0.1 else r.randrange(18, 90)),
        ("donor age", ["donor_age", "DAGE"], lambda r: r.randrange(18, 56)),
        ("age band words", ["AGEGR2"], pick("infant", "child", "adolescent", "adult", "elderly")),
        ("age band years", ["AGEGR3"], pick("0-17 years", "18-64 years", "65-74 years", "75-84 years", ">=85 years")),
        ("calendar year", ["HSCTYR", "Jahr"], lambda r: r.randrange(2004, 2025)),
        ("period", ["ERA"], pick("1996-2005", "2006-2015", "2016-2025")),
        ("weekday", ["wday", "Wochentag"], pick("Mon", "Tue", "Wed", "Thu", "Fri")),
        ("month word", ["season"], pick("spring", "summer", "autumn", "winter")),
    ]:
        harmless(name, headers, cell, columns=1)


def doses():
    for name, headers, cell in [
        ("milligram", ["EXDOSE", "dosis"], pick(25, 50, 75, 100, 150, 1000, 12.5)),
        ("milligram per kg", ["CMDOSTXT", "dose_kg"],
            lambda r: f"{r.choice(['0.5', '1', '2', '2.5', '3.2', '10', '50'])} mg/kg"),
        ("milligram per area", ["dose_m2"], lambda r: f"{r.choice([30, 40, 60, 140, 200, 375])} mg/m²"),
        ("cells", ["CD34kg", "cells_kg"], spread(4.6, 0.4, 2)),
        ("cells text", ["celldose"], lambda r: f"{r.uniform(1.5, 11):.1f} x 10^6/kg"),
        ("cells exponent", ["CD3kg"], lambda r: f"{r.uniform(1, 9):.2f}E+07"),
        ("total milligram", ["cumdose"], spread(5200, 0.3)),
        ("exact dose", ["EXDOSTOT"], lambda r: f"{r.gauss(73, 14) * 14:.1f}"),
        ("radiation", ["TBI"], pick("2 Gy", "4 Gy", "8 Gy", "12 Gy", "none")),
        ("frequency", ["CMDOSFRQ"], pick("QD", "BID", "TID", "Q4H", "Q12H", "QW", "PRN", "ONCE")),
        ("route", ["EXROUTE"],
            pick("ORAL", "INTRAVENOUS", "SUBCUTANEOUS", "INTRAVENOUS BOLUS", "TOPICAL", "INTRATHECAL")),
        ("form", ["EXDOSFRM"], pick("TABLET", "CAPSULE", "INJECTION, SOLUTION", "SUSPENSION", "CREAM")),
        ("sig de", ["Dosierung"], pick("1-0-1", "1-1-1", "0-0-1", "1-0-0", "1-0-1-0", "bei Bedarf")),
        ("sig fr", ["posologie"], pick("1 cp matin et soir", "1 cp le soir", "2 cp/j", "1 inj/sem", "si besoin")),
        ("percent of plan", ["RDI"], lambda r: f"{min(r.gauss(94, 8), 104):.1f}%"),
        ("units given", ["RBC_U"], pick(1, 2, 3, 4)), ("batch number", ["LOT", "Charge"], like("AA99A9")),
        ("batch words", ["lotto"], lambda r: f"LOT {r.choice('ABC')}{pattern(r, '999')}{r.choice('XYZ')}"),
        ("kit number", ["KITNO", "kit"], lambda r: f"KIT-{r.randrange(1000, 1400)}"),
        ("kit letter", ["medkit"], like("K-999A")), ("bottle", ["EXBOTTLE"], lambda r: f"Bottle {r.randrange(1, 5)}/4"),
    ]:
        harmless(f"dose {name}", headers, cell, columns=1)


def scores():
    for name, headers, cell in [
        ("hct-ci band", ["HCTCI_G"], pick("0", "1-2", ">=3", "missing")),
        ("hct-ci whole", ["HCTCI"], lambda r: min(round(r.expovariate(0.6)), 11)),
        ("karnofsky percent", ["KPS"], lambda r: f"{r.choice([100, 90, 80, 70, 60])}%"),
        ("karnofsky words", ["QSORRES"], pick("Normal, no complaints", "Able to carry on normal activity",
            "Cares for self", "Requires occasional assistance", "Disabled")),
        ("lansky", ["LANSKY"], pick(100, 90, 80, 70)), ("ecog", ["ECOG", "ECOGPS"], pick(0, 0, 1, 1, 2, 3)),
        ("ecog label", ["ECOGC"], pick("ECOG 0", "ECOG 1", "ECOG 2")),
        ("eq5d profile", ["EQ5D", "EQPROF"], lambda r: "".join(r.choice("11123") for _ in range(5))),
        ("eq5d index", ["EQINDEX"], lambda r: f"{min(r.gauss(0.78, 0.18), 1):.3f}"),
        ("eq5d vas", ["EQVAS"], lambda r: min(max(round(r.gauss(70, 17)), 5), 100)),
        ("sf36", ["PCS"], normal(43, 9, 2)), ("fatigue", ["FACITF"], lambda r: min(max(round(r.gauss(36, 9)), 0), 52)),
        ("pain", ["NRS"], lambda r: r.randrange(0, 11)), ("who bleeding", ["WHOBLEED"], pick(0, 1, 2, 3)),
        ("ebmt score", ["EBMTSC"], lambda r: r.randrange(0, 8)),
        ("risk words", ["DRI"], pick("low", "intermediate", "high", "very high")),
        ("ctcae grades", ["AETOXGR"], pick("Grade 1", "Grade 2", "Grade 3", "Grade 4", "Grade 5")),
        ("glucksberg", ["AGVHDCRIT"], pick("Glucksberg", "Przepiorka", "MAGIC", "Seattle")),
        ("organ stages", ["skin_liver_gut"], lambda r: f"S{r.randrange(5)} L{r.randrange(5)} G{r.randrange(5)}"),
        ("likert five", ["QSORRES"], pick("Not at all", "A little bit", "Somewhat", "Quite a bit", "Very much")),
        ("likert de", ["Antwort"],
            pick("trifft gar nicht zu", "trifft eher nicht zu", "teils-teils", "trifft eher zu", "trifft voll zu")),
        ("likert fr", ["réponse"], pick("Pas du tout", "Un peu", "Assez", "Beaucoup")),
        ("likert ja", ["回答"], pick("全くない", "少しある", "かなりある", "非常にある")),
        ("questions", ["QSTEST"], pick("Did you have difficulty climbing one flight of stairs?",
            "Have you felt anxious or depressed today?", "How much bodily pain have you had during the past 4 weeks?",
            "During the past week, were you tired?", "How would you rate your overall health?")),
        ("chimerism text", ["chimerism"],
            lambda r: r.choice(["full donor", "mixed", f"{r.randrange(5, 100)}% donor", "autologous"])),
        ("chimerism decimal", ["CHIM_T"], lambda r: f"{100 - min(r.expovariate(0.3), 95):.2f}"),
        ("fraction", ["MIXRATIO"], lambda r: f"{r.random():.4f}"),
        ("odds", ["hr_model"],
            lambda r: f"{math.exp(r.gauss(0, 0.5)):.2f} ({r.uniform(0.3, 0.9):.2f}-{r.uniform(1.1, 3):.2f})"),
    ]:
        harmless(f"score {name}", headers, cell, columns=1)


def vocabularies():
    long = [60, 90, 120, 200, 300, 400]
    for name, headers, cell in [
        ("icd-10 gm", ["Hauptdiagnose", "ICD_GM"], listed(
            "D69.3|D59.1|D61.0|D61.9|D69.40|D70.18|B25.80|T86.01|T86.05|J17.1*|A04.70|M32.9|K71.0|N18.3|R50.80|"
            "Z94.81")),
        ("icd-9", ["ICD9"], listed("287.31|283.0|284.81|288.09|287.32|078.5|996.85|780.60|V42.81|710.0")),
        ("icd-11", ["ICD11"], listed("3B64.10|3A20.0|3A70.0|4B00.00|4A40.0|1D82|NF01|MG26|3B62.1")),
        ("icd words", ["MHTERM2"], listed(
            "D69.3 Idiopathic thrombocytopenic purpura|D59.1 Other autoimmune haemolytic anaemias|D61.9 Aplastic "
            "anaemia, unspecified|D70 Agranulocytosis")),
        ("ops", ["OPS", "Prozedur"], listed("5-411.00|5-411.20|8-805.00|8-800.c0|8-547.31|8-522.d0|5-413.10|1-424")),
        ("atc listed", ["ATC", "CMCLASCD"],
            listed("L01AA01|L04AB|L01FA01|J06BA02|B02BX05|B02BX04|H02AB06|L04AD01|J05AB11|L01BB05|L04AA04|L03AA02")),
        ("loinc listed", ["LBLOINC"],
            listed("777-3|718-7|751-8|2532-0|4542-7|1975-2|17849-1|2276-4|1988-5|2465-3|2160-0")),
        ("loinc words", ["LBTESTL"], listed(
            "Platelets [#/volume] in Blood by Automated count|Hemoglobin [Mass/volume] in Blood|Lactate "
            "dehydrogenase [Enzymatic activity/volume] in Serum or Plasma|Haptoglobin [Mass/volume] in Serum or "
            "Plasma|C reactive protein [Mass/volume] in Serum or Plasma")),
        ("meddra soc", ["AEBODSYS", "AESOC"], listed(
            "Blood and lymphatic system disorders|Infections and infestations|Gastrointestinal disorders|General "
            "disorders and administration site conditions|Nervous system disorders|Skin and subcutaneous tissue "
            "disorders|Respiratory, thoracic and mediastinal disorders|Vascular disorders|Investigations")),
        ("meddra soc code", ["AEBDSYCD"],
            listed("10005329|10021881|10017947|10018065|10029205|10040785|10038738|10047065|10022891")),
        ("meddra pt upper", ["AEDECOD"], listed(
            "FEBRILE NEUTROPENIA|STOMATITIS|CYTOKINE RELEASE SYNDROME|SERUM SICKNESS|HEPATOTOXICITY|ENGRAFTMENT "
            "SYNDROME|CAPILLARY LEAK SYNDROME|BK VIRUS INFECTION|HYPOGAMMAGLOBULINAEMIA|POSTERIOR REVERSIBLE "
            "ENCEPHALOPATHY SYNDROME")),
        ("snomed listed", ["SCTID"],
            listed("32273002|413603009|306058006|127062003|234336002|23719005|77465005|373068000")),
        ("rxnorm", ["RXCUI"], listed("121191|3002|24698|6674|190353|8640|711942|1291986|68149|42316")),
        ("hla two", ["A_1", "HLA_DQB1"], lambda r:
            f"{r.choice(['A', 'B', 'C', 'DPB1', 'DQA1'])}*{r.randrange(1, 60):02}:{r.randrange(1, 20):02}"
            f":{r.randrange(1, 4):02}{r.choice(['', 'G', 'N', ''])}"),
        ("hla serology", ["HLA_SERO"], listed("A2|A24(9)|B7|B44(12)|B60(40)|DR15(2)|DR4|DR17(3)|Cw7|DQ6(1)")),
        ("hla string", ["DTYPING"], lambda r:
            f"A*{r.randrange(1, 34):02}:01,{r.randrange(1, 34):02}:01 B*{r.randrange(7, 58):02}"
            f":01,{r.randrange(7, 58):02}:02"),
        ("hla strings of a panel", ["DONTYP"], listed(
            "A*02:01 B*07:02 DRB1*15:01|A*01:01 B*08:01 DRB1*03:01|A*03:01 B*35:01 DRB1*01:01|A*24:02 B*44:02 "
            "DRB1*04:01")),
        ("isbt product", ["PRODUCT", "ISBT"], listed("E0336V00|E4545V00|S1128300|S1393100|E6789VA0|E2803V00|S2255100")),
        ("ctcae term", ["CTCTERM"], listed(
            "Febrile neutropenia|Mucositis oral|Platelet count decreased|Allergic reaction|Sinusoidal obstruction "
            "syndrome|CPK increased")),
        ("ncit", ["NCIT"], listed("C28397|C64848|C51951|C64431|C66830|C48155|C64855")),
        ("mesh", ["MESH"], listed("D016553|D000744|D000741|D018380|D006086|D012010")),
        ("oid", ["CODESYS"],
            listed("2.16.840.1.113883.6.1|2.16.840.1.113883.6.96|2.16.840.1.113883.6.88|2.16.840.1.113883.6.90")),
        ("enzyme", ["EC"], listed("EC 1.1.1.27|EC 2.6.1.2|EC 2.7.3.2|EC 3.1.3.1|EC 2.3.2.2")),
        ("cas", ["CASNO"], listed("50-18-0|55-98-1|148-82-3|21679-14-1|52-24-4|299-75-2|59865-13-3")),
        ("karyotype formulas", ["CYTO", "caryotype"], listed(
            "46,XY[20]|46,XX,del(20)(q11.2q13.3)[12]/46,XX[8]|47,XY,+8[15]|45,XX,-7[20]|46,XX,inv(3)(q21q26)[18]|"
            "46,XY,t(8;21)(q22;q22)[10]|92,XXYY[3]/46,XY[17]")),
        ("fish", ["FISH"],
            listed("nuc ish(D7Z1,D7S522)x2[200]|nuc ish(CEP8x3)[44/200]|nuc ish(TP53x1)[31/200]|normal")),
        ("hgvs coding", ["VARIANT", "NM"], lambda r:
            f"NM_{r.choice(['000546.6', '001754.5', '022552.5', '004972.4'])}:c.{r.randrange(10, 1900)}"
            f"{r.choice(['A>G', 'C>T', '_12del', 'dup', '+1G>A'])}"),
        ("hgvs protein", ["HGVSP"], lambda r:
            f"p.({r.choice(['Arg', 'Gly', 'Leu', 'Val', 'Ser'])}{r.randrange(20, 900)}"
            f"{r.choice(['His', 'Ter', 'Pro', 'Cys'])})"),
        ("genes mutated", ["MUTGENE"], listed("PIGA|BCOR|BCORL1|DNMT3A|ASXL1|STAT3|TNFAIP3|ADA2|CTLA4|none")),
        ("exon", ["EXON"], lambda r: f"exon {r.randrange(2, 24)}"),
        ("locus", ["CHRPOS"], lambda r: f"chr{r.randrange(1, 22)}:{r.randrange(10**6, 10**8)}"),
        ("accession sequence", ["REFSEQ"], listed("NM_000546.6|NP_000537.3|NG_017013.2|NC_000017.11")),
        ("cd markers", ["MARKER"], listed("CD3+CD4+|CD3+CD8+|CD19+|CD16+CD56+|CD34+CD45dim|TCRab+CD4-CD8-|FoxP3+")),
        ("platelet antigen", ["HPA"], listed("HPA-1a|HPA-1b|HPA-5b|GPIIb/IIIa|GPIb/IX|GPIa/IIa")),
        ("erythrocyte antigen", ["ALLOAB"], listed("anti-E|anti-K|anti-Fya|anti-Jka|anti-D|anti-c|none|panagglutinin")),
        ("blood group rh", ["ABO_RH", "Blutgruppe"], listed("A Rh+|0 Rh+|B Rh+|AB Rh+|A Rh-|0 Rh-|A+|O-|O+")),
        ("blood group words", ["BG", "grupo"], listed("O positivo|A positivo|B negativo|AB positivo|A negativo")),
        ("variants of uncertain", ["ACMG"], listed("pathogenic|likely pathogenic|VUS|likely benign|benign")),
        ("drug brands", ["CMTRT", "Medikament"], listed(
            "Nplate|Revolade|Doptelet|MabThera|Privigen|Gamunex|Sandimmun|Prograf|CellCept|Endoxan|Busilvex|"
            "Campath|Thymoglobulin|Soliris|Tavalisse|Prevymis|Rezolsta|Neupogen")),
        ("drug and strength", ["CMTRT"], listed(
            "Prednisolon 20 mg Tbl.|Ciclosporin 100 mg Kps.|Romiplostim 250 µg|Mycophenolat 500 mg|Cotrimoxazol "
            "forte|Pantoprazol 40 mg|Aciclovir 400 mg")),
        ("event terms de", ["AETERM_DE", "Ereignis"], listed(
            "Übelkeit|Fieber in Neutropenie|Mukositis|Lungenentzündung|Blutvergiftung|Hautausschlag|Durchfall|"
            "Nasenbluten|Müdigkeit|Bluthochdruck")),
        ("event terms fr", ["EI", "événement"], listed(
            "Nausées|Aplasie fébrile|Mucite|Pneumopathie|Choc septique|Éruption cutanée|Diarrhée|Épistaxis|"
            "Asthénie")),
        ("event terms es", ["evento"],
            listed("Náuseas|Neutropenia febril|Mucositis|Neumonía|Sepsis|Exantema|Diarrea|Epistaxis|Astenia")),
        ("event terms pl", ["zdarzenie"],
            listed("Nudności|Gorączka neutropeniczna|Zapalenie płuc|Posocznica|Wysypka|Biegunka|Krwawienie z nosa")),
        ("event terms tr", ["olay"],
            listed("Bulantı|Febril nötropeni|Mukozit|Zatürre|Sepsis|Döküntü|İshal|Burun kanaması")),
        ("event terms ja", ["有害事象"], listed("悪心|発熱性好中球減少症|口内炎|肺炎|敗血症|発疹|下痢|鼻出血|疲労")),
        ("event terms ru", ["НЯ"], listed("Тошнота|Фебрильная нейтропения|Мукозит|Пневмония|Сепсис|Сыпь|Диарея")),
        ("event terms hi", ["घटना"], listed("मतली|बुखार|निमोनिया|दस्त|थकान|चकत्ते")),
        ("diagnoses zh", ["诊断"], listed("免疫性血小板减少症|自身免疫性溶血性贫血|再生障碍性贫血|纯红细胞再生障碍|系统性红斑狼疮")),
        ("diagnoses el", ["διάγνωση"],
            listed("Αυτοάνοση αιμολυτική αναιμία|Ανοσολογική θρομβοπενία|Απλαστική αναιμία|Σύνδρομο Evans")),
        ("diagnoses ar", ["التشخيص"],
            listed("فقر الدم الانحلالي المناعي|نقص الصفيحات المناعي|فقر الدم اللاتنسجي|متلازمة إيفانز")),
        ("diagnoses it", ["diagnosi"], listed(
            "Anemia emolitica autoimmune|Porpora trombocitopenica immune|Anemia aplastica|Sindrome di Evans|"
            "Neutropenia autoimmune")),
        ("comorbidities nl", ["comorbiditeit"],
            listed("hypertensie|diabetes mellitus type 2|COPD|hartfalen|nierfunctiestoornis|geen")),
        ("comorbidities sv", ["samsjuklighet"],
            listed("högt blodtryck|typ 2-diabetes|astma|hjärtsvikt|njursvikt|ingen")),
        ("drug hi", ["दवा"], listed("प्रेडनिसोलोन|साइक्लोस्पोरिन|रिटक्सिमैब|एज़ैथियोप्रिन")),
        ("drug ar", ["الدواء"], listed("بريدنيزولون|سيكلوسبورين|ريتوكسيماب|ميثوتريكسات")),
        ("drug zh", ["药物"], listed("环孢素|利妥昔单抗|泼尼松|艾曲泊帕|罗普司亭|他克莫司")),
        ("drug generic list", ["CMDECOD", "agent"], listed(
            "obinutuzumab|belumosudil|abatacept|ibrutinib|vedolizumab|isavuconazole|rilzabrutinib|iptacopan|"
            "pegcetacoplan|maribavir|cidofovir|ribavirin|linezolid|daptomycin|colistin|rabbit ATG")),
        ("drug cyrillic", ["препарат"], listed("Преднизолон|Циклоспорин|Ритуксимаб|Ромиплостим|Азатиоприн|Флуконазол")),
        ("drug cjk", ["薬剤"], listed("プレドニゾロン|シクロスポリン|リツキシマブ|エルトロンボパグ|メトトレキサート|ミコフェノール酸")),
        ("organisms short", ["MBORRES", "Keim"], listed(
            "E. coli|K. pneumoniae|P. aeruginosa|S. aureus (MRSA)|E. faecium (VRE)|C. parapsilosis|A. fumigatus|"
            "S. epidermidis")),
        ("viruses", ["VIRUS"], listed("CMV|EBV|HHV-6|ADV|BKV|RSV A|Influenza B|SARS-CoV-2|HSV-1|VZV|Parvovirus B19")),
        ("eponyms", ["DISEASE", "Erkrankung"], listed(
            "Evans syndrome|Sjögren syndrome|Hashimoto thyroiditis|Graves disease|Wiskott-Aldrich syndrome|Crohn "
            "disease|Felty syndrome|Diamond-Blackfan anaemia|Hodgkin lymphoma")),
        ("formulas named", ["EGFRMETH"],
            listed("CKD-EPI|Cockcroft-Gault|MDRD|Schwartz|DuBois|Mosteller|Bazett|Fridericia")),
        ("catheters", ["DEVICE"], listed("Hickman|Broviac|Port-a-Cath|PICC|Shaldon|Groshong|peripheral")),
        ("devices", ["DUDTC2", "device"],
            listed("Spectra Optia|Amicus|COBE Spectra|CliniMACS Plus|Sepax 2|Prodigy|COM.TEC|Haemonetics MCS+")),
        ("catalogue number", ["REF"], listed("130-042-401|130-090-101|170-076-702|200-073-205")),
        ("blood products", ["BLDPROD"],
            listed("RBC leukoreduced irradiated|Platelets apheresis|Platelets pooled|FFP|Granulocytes")),
        ("graft", ["GRAFT", "Stammzellquelle"],
            listed("PBSC|BM|UCB|CD34+ selected PBSC|TCRab/CD19 depleted|unmanipulated BM")),
    ]:
        harmless(f"vocabulary {name}", headers, cell, columns=1, rows=long,
                 mixed=name in ("drug brands", "organisms short", "meddra soc"))


def categories():
    long = [60, 90, 120, 200, 300]
    for name, headers, values in [
        ("yes no de", "Rezidiv", "ja|nein|unbekannt"), ("yes no fr", "rechute", "oui|non|NSP"),
        ("yes no es", "recaida", "sí|no|desconocido"), ("yes no pl", "nawrot", "tak|nie"),
        ("yes no ru", "рецидив", "да|нет|неизвестно"), ("yes no tr", "nüks", "evet|hayır"),
        ("yes no el", "υποτροπή", "ναι|όχι"), ("yes no ar", "انتكاس", "نعم|لا"), ("yes no zh", "复发", "是|否|不详"),
        ("yes no ja", "再発", "はい|いいえ"), ("yes no hi", "पुनरावृत्ति", "हाँ|नहीं"), ("yes no ko", "재발", "예|아니오"),
        ("sex de", "Geschlecht", "männlich|weiblich|divers"), ("sex fr", "sexe", "homme|femme"),
        ("sex ru", "пол", "муж|жен"), ("sex zh", "性别", "男|女"), ("sex tr", "cinsiyet", "erkek|kadın"),
        ("sex ar", "الجنس", "ذكر|أنثى"),
        ("response de", "Ansprechen",
            "komplette Remission|partielle Remission|kein Ansprechen|Rezidiv|nicht beurteilbar"),
        ("response fr", "réponse", "réponse complète|réponse partielle|pas de réponse|rechute"),
        ("response es", "respuesta", "respuesta completa|respuesta parcial|sin respuesta|recaída"),
        ("response pl", "odpowiedź", "odpowiedź całkowita|odpowiedź częściowa|brak odpowiedzi"),
        ("response tr", "yanıt", "tam yanıt|kısmi yanıt|yanıtsız|nüks"),
        ("response ru", "ответ", "полный ответ|частичный ответ|нет ответа|рецидив"),
        ("response el", "ανταπόκριση", "πλήρης ανταπόκριση|μερική ανταπόκριση|καμία ανταπόκριση"),
        ("response ar", "الاستجابة", "استجابة كاملة|استجابة جزئية|لا استجابة"),
        ("response zh", "疗效", "完全缓解|部分缓解|无效|复发"), ("response ja", "効果", "完全寛解|部分寛解|無効|再燃"),
        ("response hi", "प्रतिक्रिया", "पूर्ण प्रतिक्रिया|आंशिक प्रतिक्रिया|कोई प्रतिक्रिया नहीं"),
        ("response codes", "AVALC", "CR|CRu|PR|NR|R|PD|NE"),
        ("severity", "AESEV", "MILD|MODERATE|SEVERE|LIFE THREATENING"),
        ("severity it", "gravità", "lieve|moderata|grave"),
        ("causality", "AEREL", "NOT RELATED|UNLIKELY RELATED|POSSIBLY RELATED|PROBABLY RELATED|RELATED"),
        ("action", "AEACN", "DOSE NOT CHANGED|DRUG INTERRUPTED|DRUG WITHDRAWN|DOSE REDUCED|NOT APPLICABLE"),
        ("outcome", "AEOUT", "RECOVERED/RESOLVED|NOT RECOVERED/NOT RESOLVED|RECOVERING/RESOLVING|FATAL|UNKNOWN"),
        ("snake", "status", "lost_to_followup|on_treatment|off_study|death_from_relapse|death_nrm|screen_failure"),
        ("kebab", "state", "awaiting-graft|in-follow-up|withdrawn-consent|graft-failure|second-transplant"),
        ("snake upper", "EVENTTYPE", "GRAFT_FAILURE|ACUTE_GVHD|CHRONIC_GVHD|VIRAL_REACTIVATION|SECOND_MALIGNANCY"),
        ("camel", "eventKind", "graftFailure|acuteGvhd|relapseOrProgression|lastContact"),
        ("reasons", "DSTERM",
            "Withdrawal of consent|Lost to follow-up|Protocol deviation|Lack of efficacy|Death|Adverse event|"
            "Study terminated by sponsor|Pregnancy"),
        ("reasons de", "Abbruchgrund",
            "Einwilligung zurückgezogen|Unverträglichkeit|mangelnde Wirksamkeit|Tod|verzogen|Studienende"),
        ("reasons not done", "LBREASND",
            "sample not drawn at site|tube clotted during transport|insufficient volume for analysis|analyser out "
            "of order|visit done by telephone only"),
        ("cause of death", "DTHCAUS",
            "Infection|Relapse/progression|GVHD|Organ failure|Haemorrhage|Second malignancy|Unknown"),
        ("deviations", "DVDECOD",
            "Visit outside the permitted window|Prohibited concomitant medication taken|Informed consent form "
            "signed late|Laboratory sample not taken at visit"),
        ("criteria", "IETEST",
            "Age 18 years or older at consent|Platelet count below 30 x 10^9/L|At least two prior lines of "
            "treatment|No active uncontrolled infection|Adequate organ function at screening"),
        ("arms letters", "ARMCD", "A|B|PBO|SCRNFAIL|NOTASSGN"),
        ("arms words", "ACTARM", "Placebo|Low dose|High dose|Standard of care|Autologous HSCT"),
        ("arms doses", "TRTA", "Romiplostim 3 µg/kg weekly|Placebo weekly s.c.|Rituximab 375 mg/m² x4|Observation"),
        ("sites", "SITE", "Site 001|Site 002|Site 014|Site 203|Site 317"),
        ("sites towns", "centre", "Basel|Leiden|Torino|Uppsala|Poznań|Lyon|Jerusalem"),
        ("sites words", "SITENAM",
            "University Hospital A|University Hospital B|Regional Centre C|Children's Hospital D"),
        ("site codes letters", "SITEID", "DE01|DE02|FR07|IT11|PL03|GB05"),
        ("countries de", "Land",
            "Deutschland|Österreich|Schweiz|Italien|Frankreich|Niederlande|Polen|Tschechien|Schweden"),
        ("countries fr", "pays", "Allemagne|Espagne|Suisse|Belgique|Italie|Royaume-Uni|Tunisie|Liban"),
        ("countries es", "pais", "México|Argentina|Chile|España|Colombia|Perú|Uruguay"),
        ("countries zh", "国家", "中国|日本|韩国|泰国|新加坡"),
        ("countries upper", "COUNTRY",
            "GERMANY|UNITED KINGDOM|UNITED STATES|RUSSIAN FEDERATION|CZECHIA|KOREA, REPUBLIC OF"),
        ("regions nuts", "NUTS", "DE21|DE11|FR10|ITC4|NL33|PL41|AT13|SE11"),
        ("languages", "LANG", "de|fr|en-GB|es-MX|pt-BR|zh-Hans|tr"),
        ("races", "RACE", "WHITE|ASIAN|MULTIPLE|NOT REPORTED|UNKNOWN"),
        ("donor words", "DONTYPE",
            "identical sibling|haploidentical|matched unrelated 10/10|mismatched unrelated 9/10|cord blood|"
            "syngeneic"),
        ("donor de", "Spender", "Geschwister|Fremdspender|haploident|Nabelschnurblut|autolog"),
        ("conditioning", "COND", "Flu/Cy/ATG|Treo/Flu/TT|Bu/Flu|BEAM + ATG|Cy 200 mg/kg + rATG|TLI"),
        ("intensity", "INTENS", "MAC|RIC|NMA"), ("prophylaxis", "GVHDPX", "CsA+MTX|CsA+MMF|PTCy+Tac+MMF|Tac+Siro|none"),
        ("cmv status", "CMVDR", "D+/R+|D-/R+|D+/R-|D-/R-"), ("sex match", "SEXDR", "M to M|M to F|F to M|F to F"),
        ("abo match", "ABOMM", "matched|minor mismatch|major mismatch|bidirectional"),
        ("software", "software", "SAS 9.4|R 4.3.1|Stata 17.0|SPSS 29|Python 3.11.4|JMP 16"),
        ("software long", "system", "Medidata Rave 2023.1.2|REDCap 13.4.10|OpenClinica 4.2|Viedoc 4.76"),
        ("versions", "protver", "Protocol v2.0|Protocol v3.1|Amendment 4|Protocol v1.0"),
        ("dictionaries", "DICT", "MedDRA 24.1|MedDRA 27.0|WHODrug Global B3|LOINC 2.74|SNOMED CT INT"),
        ("populations", "POP", "ITT|mITT|PP|SAF|FAS"), ("flags", "ANL01FL", "Y|N"), ("booleans", "dead", "true|false"),
        ("booleans upper", "CENS", "TRUE|FALSE"), ("null words", "COVAL2", "NA|N/A|not applicable|not recorded|nil"),
        ("nothing", "other", "none|nil|no"), ("colours", "triage", "green|amber|red"),
        ("shapes", "morph", "hypocellular|normocellular|hypercellular|dry tap"),
        ("stool", "consistency", "formed|loose|watery"), ("position", "VSPOS", "SITTING|SUPINE|STANDING"),
        ("location", "VSLOC", "AXILLA|EAR|ORAL CAVITY|RECTUM"), ("laterality", "LAT", "LEFT|RIGHT|BILATERAL"),
        ("specimens de", "Material", "EDTA-Blut|Serum|Citratplasma|Knochenmark|Urin|Liquor|Nasenabstrich"),
        ("job roles", "EVAL", "INVESTIGATOR|STUDY NURSE|CENTRAL LABORATORY|INDEPENDENT ASSESSOR|CAREGIVER"),
        ("kinship", "RELATION", "brother|sister|mother|father|cousin|unrelated"),
        ("education", "EDLEVEL", "primary school|secondary school|university degree|vocational training"),
        ("employment", "EMPLOY", "full-time|part-time|retired|student|sick leave"),
        ("smoking", "SUNCF", "never|former|current"),
        ("insurance", "payer", "statutory|private|self-pay|Medicare|Medicaid"),
        ("endpoint codes", "PARAMCD", "OS|PFS|EFS|NRM|CIR|GRFS|TTNT"),
        ("endpoint words", "PARAM",
            "Overall survival (days)|Time to platelet engraftment (days)|Non-relapse mortality (days)|Chronic "
            "GVHD-free, relapse-free survival (days)"),
        ("events described", "EVNTDESC",
            "Death from any cause|Relapse of cytopenia|Alive at last contact|Second transplantation|Graft "
            "failure, primary"),
        ("file names", "SRCDOM", "ADSL|ADLB|ADAE|LB|VS|DM|EX|MH"),
        ("form names", "FORM",
            "Demographics|Vital Signs|Hematology|Concomitant Medications|Adverse Events|End of Study"),
        ("query states", "QSTATE", "Open|Answered|Closed|Cancelled"),
    ]:
        harmless(f"category {name}", [headers], listed(values), columns=1, rows=long,
                 mixed=name in ("reasons", "yes no de", "severity it", "donor words"))
    for name, headers, cell in [
        ("counts", ["N_TX", "n_lines"], lambda r: min(round(r.expovariate(0.4)), 14)),
        ("sequence", ["LBSEQ", "AESEQ"], lambda r: r.randrange(1, 240)),
        ("line", ["line_no"], lambda r: f"L{r.randrange(1, 7)}"),
        ("percent comma", ["Anteil"], lambda r: f"{r.random() * 100:.1f} %".replace(".", ",")),
        ("weights of model", ["IPTW"], lambda r: f"{math.exp(r.gauss(0, 0.4)):.6f}"),
        ("probability", ["pscore"], lambda r: f"{r.random():.5f}"),
        ("seed", ["stratum"], lambda r: f"S{r.randrange(1, 9)}-{r.choice('AB')}"),
        ("block", ["BLOCK"], lambda r: r.randrange(1, 40)),
        ("plate well", ["wellpos"], lambda r: f"P{r.randrange(1, 9)}-{r.choice('ABCDEFGH')}{r.randrange(1, 13)}"),
        ("freezer", ["storage"], lambda r: f"F{r.randrange(1, 4)}/R{r.randrange(1, 9)}/B{r.randrange(1, 30)}"),
        ("section", ["protsec"], lambda r: f"{r.randrange(3, 10)}.{r.randrange(1, 7)}.{r.randrange(1, 5)}"),
        ("allele length", ["STR"], lambda r: f"{r.randrange(8, 20)}/{r.randrange(8, 20)}"),
        ("costs", ["cost_eur"], spread(2100, 0.9, 2)),
        ("hexadecimal colour", ["colour_hex"], pick("#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd")),
        ("page of form", ["CRFPAGE"], lambda r: f"p. {r.randrange(3, 60)}"),
        ("digest", ["md5"], lambda r: f"{r.getrandbits(128):032x}"),
    ]:
        harmless(f"other {name}", headers, cell, columns=1)


def subjects():
    headers = ["USUBJID", "subject_id", "SUBJID", "Pseudonym"]
    family("subject", "study site number", headers, lambda r:
           f"ENG01-{r.choice(['101', '104', '207'])}-{r.randrange(1, 60):03}")
    family("subject", "country site number", headers, lambda r:
           f"{r.choice(['DE', 'FR', 'PL'])}{r.randrange(1, 9):02}-{r.randrange(1, 90):03}")
    family("subject", "random letters", headers, like("AAAA-AAA9"), columns=1)
    family("subject", "word and number", headers, lambda r: f"SUBJ_{r.randrange(1, 500):04}", columns=1)


@freeze_time("2026-01-01")
def main():
    for part in [names, contacts, nationals, records, dates, ages, postcodes, networks, texts, laboratory, vitals,
                 times, doses, scores, vocabularies, categories, subjects]:
        part()
    counts = {}
    with open(os.path.join(HERE, "development_2.tsv"), "w", encoding="utf-8", newline="\n") as out:
        for kind, family_name, name, cells in COLUMNS:
            out.write("\t".join([kind, family_name, name, *cells]) + "\n")
            columns, families = counts.setdefault(kind, [0, set()])
            counts[kind] = [columns + 1, families | {family_name}]
    for kind, (columns, families) in sorted(counts.items()):
        sys.stdout.write(f"{kind}\t{columns} columns\t{len(families)} families\n")
    sys.stdout.write(f"all\t{len(COLUMNS)} columns\n")


if __name__ == "__main__":
    main()
