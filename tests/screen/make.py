"""Writes the corpus on which the screen for identifying columns is measured.

    python3 -m venv venv && venv/bin/pip install faker==40.54.0 freezegun==1.5.5
    venv/bin/python make.py

Every column is drawn at random from a fixed seed; no cell stems from a person. Names, telephone numbers, addresses,
national numbers and sentences come from Faker (MIT licence), which knows nothing of the screen; dates, records and
the harmless columns are made here.

A line of the corpus is a column: kind, family, name of the column, then its cells, separated by tabs. A family is a
kind in one form or language. All families of this script lie in development.tsv: the screen is developed with them.
"""

import os
import random
import sys

from faker import Faker
from freezegun import freeze_time

import further

SEED = 20261
HERE = os.path.dirname(os.path.abspath(__file__))
COLUMNS = []  # (kind, family, name, cells)


def rng_for(kind, family, index):
    return random.Random(f"{SEED}:{kind}:{family}:{index}")


def clean(text):
    return " ".join(str(text).split())


def column(kind, family, index, names, cell, rows=None, repeat=None):
    """Draws a column: distinct values, each repeated as in a long table in some columns, some cells empty."""
    rng = rng_for(kind, family, index)
    n = rows or rng.choice([24, 30, 40, 40, 60, 80])
    times = repeat if repeat is not None else rng.choice([1, 1, 1, 2, 4])
    units = [clean(cell(rng)) for _ in range(max(n // times, 10))]
    cells = [unit for unit in units for _ in range(times)][: max(n, 10)]
    missing = rng.choice([0, 0, 0.05, 0.2])
    cells = ["" if rng.random() < missing else text for text in cells]
    COLUMNS.append((kind, family, rng.choice(names), cells))


def family(kind, name, names, cell, columns=8, **more):
    for index in range(columns):
        column(kind, name, index, names, cell, **more)


# ---------------------------------------------------------------- identifying columns

def faker_cell(locale, method):
    fake = Faker(locale)

    def cell(rng):
        seed = rng.getrandbits(32)
        fake.seed_instance(seed)
        random.seed(seed)
        return getattr(fake, method)() if isinstance(method, str) else method(fake, rng)

    return cell


NAME_HEADERS = {
    "full": ["name", "patient_name", "PATNAME", "Patient", "full_name", "Name", "nom_complet", "nombre_completo",
             "Patientenname", "naam", "navn", "subject_name", "NAME1"],
    "last": ["last_name", "surname", "Nachname", "nom", "apellido", "cognome", "LNAME", "family_name", "efternamn",
             "nazwisko", "achternaam", "sobrenome"],
    "first": ["first_name", "Vorname", "prenom", "nombre", "FNAME", "given_name", "fornamn", "imie", "voornaam",
              "nome", "forename"],
}
FULL = ["de_DE", "en_US", "en_GB", "fr_FR", "es_ES", "it_IT", "nl_NL", "pl_PL", "sv_SE", "fi_FI", "da_DK", "cs_CZ",
        "pt_PT", "tr_TR", "hu_HU", "ro_RO", "el_GR", "ru_RU", "uk_UA", "zh_CN", "ja_JP", "ko_KR", "ar_SA", "he_IL",
        "fa_IR", "hi_IN", "th_TH", "vi_VN", "id_ID", "hr_HR", "lt_LT", "lv_LV", "et_EE", "sl_SI", "is_IS", "no_NO"]
PART = ["de_DE", "en_US", "fr_FR", "es_ES", "it_IT", "nl_NL", "pl_PL", "sv_SE", "fi_FI", "pt_BR", "tr_TR", "hu_HU",
        "cs_CZ", "ru_RU", "zh_CN", "ja_JP", "ko_KR", "vi_VN", "en_IN", "hr_HR", "el_GR"]


def names():
    for locale in FULL:
        family("name", f"full {locale}", NAME_HEADERS["full"], faker_cell(locale, "name"), columns=5)
    for locale in PART:
        family("name", f"last {locale}", NAME_HEADERS["last"], faker_cell(locale, "last_name"), columns=4)
        family("name", f"first {locale}", NAME_HEADERS["first"], faker_cell(locale, "first_name"), columns=4)
    for locale in ["de_DE", "en_US", "fr_FR", "es_ES", "it_IT", "pl_PL", "sv_SE", "nl_NL", "pt_BR"]:
        comma = lambda fake, rng: f"{fake.last_name()}, {fake.first_name()}"
        upper = lambda fake, rng: f"{fake.last_name()} {fake.first_name()}".upper()
        short = lambda fake, rng: f"{fake.first_name()[0]}. {fake.last_name()}"
        titled = lambda fake, rng: f"{rng.choice(['Dr.', 'Prof.', 'Mr.', 'Mrs.', 'Ms'])} {fake.last_name()}"
        for form, make in [("comma", comma), ("upper", upper), ("initial", short), ("titled", titled)]:
            family("name", f"{form} {locale}", NAME_HEADERS["full"] + ["investigator", "physician", "reported_by"],
                   faker_cell(locale, make), columns=2)
    letters = "ABCDEFGHJKLMNOPRSTVWZ"
    family("name", "initials", ["initials", "PATINIT", "Initialen", "INIT"],
           lambda rng: "".join(rng.choice(letters) for _ in range(3)), columns=6, rows=60, repeat=1)
    family("name", "initials dotted", ["initials", "PATINIT", "init"],
           lambda rng: ".".join(rng.choice(letters) for _ in range(2)) + ".", columns=6, rows=60, repeat=1)


MAIL_HEADERS = ["email", "e_mail", "EMAIL", "Mail", "contact_email", "courriel", "correo", "kontakt"]
PHONE_HEADERS = ["phone", "tel", "Telefon", "mobile", "telephone", "telefono", "PHONE1", "Handy", "fax", "contact"]
ADDRESS_HEADERS = ["address", "Adresse", "street", "Strasse", "rue", "direccion", "indirizzo", "ADDR1", "adres"]


def contacts():
    domains = ["example.com", "klinik.example", "hospital.example.org", "mail.test", "example.net"]
    for locale in ["de_DE", "en_US", "fr_FR", "es_ES", "pl_PL", "fi_FI", "it_IT", "sv_SE"]:
        mail = lambda fake, rng: f"{fake.user_name()}@{rng.choice(domains)}"
        family("contact", f"email {locale}", MAIL_HEADERS, faker_cell(locale, mail), columns=3)
    family("contact", "email angled", MAIL_HEADERS, faker_cell(
        "en_GB", lambda fake, rng: f"{fake.name()} <{fake.user_name()}@{rng.choice(domains)}>"), columns=3)
    for locale in ["de_DE", "en_US", "en_GB", "fr_FR", "es_ES", "it_IT", "nl_NL", "pl_PL", "sv_SE", "fi_FI", "da_DK",
                   "cs_CZ", "pt_PT", "tr_TR", "hu_HU", "ru_RU", "ja_JP", "ko_KR", "zh_CN", "pt_BR", "no_NO", "de_CH",
                   "en_AU", "el_GR", "he_IL"]:
        family("contact", f"phone {locale}", PHONE_HEADERS, faker_cell(locale, "phone_number"), columns=3)
    for locale in ["de_DE", "en_US", "en_GB", "fr_FR", "es_ES", "it_IT", "nl_NL", "pl_PL", "sv_SE", "fi_FI", "ja_JP",
                   "ru_RU", "pt_BR", "cs_CZ"]:
        family("contact", f"street {locale}", ADDRESS_HEADERS, faker_cell(locale, "street_address"), columns=3)
        family("contact", f"address {locale}", ADDRESS_HEADERS, faker_cell(locale, "address"), columns=2)


def weighted_mod11(digits, weights):
    return sum(int(d) * w for d, w in zip(digits, weights)) % 11


def nhs(rng):
    while True:
        body = [rng.randrange(10) for _ in range(9)]
        body[0] = rng.choice([4, 6, 7])
        check = 11 - sum(d * w for d, w in zip(body, range(10, 1, -1))) % 11
        if check != 10:
            return "".join(map(str, body)) + str(0 if check == 11 else check)


def kvnr(rng):
    letter = rng.randrange(26)
    digits = [rng.randrange(10) for _ in range(8)]
    total = 0
    for place, digit in enumerate([(letter + 1) // 10, (letter + 1) % 10] + digits):
        product = digit * (1 + place % 2)
        total += product // 10 + product % 10
    return chr(65 + letter) + "".join(map(str, digits)) + str(total % 10)


NATIONAL_HEADERS = ["ssn", "national_id", "SSN", "nhs_number", "NIN", "personnummer", "KVNR", "Versichertennummer",
                    "nir", "bsn", "dni", "pesel", "cpr", "codice_fiscale", "insurance_no", "social_security", "hetu"]


def nationals():
    family("national", "nhs plain", ["nhs_number", "NHS", "nhs_no", "national_id"], nhs)
    family("national", "nhs spaced", ["nhs_number", "NHS", "nhs_no"],
           lambda rng: (lambda t: f"{t[:3]} {t[3:6]} {t[6:]}")(nhs(rng)), columns=4)
    family("national", "kvnr", ["KVNR", "Versichertennummer", "insurance_no", "Krankenkasse_Nr"], kvnr)
    for locale in ["en_US", "en_GB", "fr_FR", "es_ES", "it_IT", "nl_NL", "pl_PL", "sv_SE", "fi_FI", "dk_DK", "no_NO",
                   "cs_CZ", "pt_BR", "pt_PT", "ro_RO", "hu_HU", "bg_BG", "hr_HR", "et_EE", "lt_LT", "lv_LV", "nl_BE",
                   "de_CH", "de_AT", "tr_TR", "zh_CN", "ko_KR", "en_CA", "he_IL", "el_GR", "es_MX", "es_CL", "en_IN",
                   "sk_SK", "sl_SI", "uk_UA", "th_TH", "zh_TW"]:
        method = {"en_IN": "aadhaar_id"}.get(locale, "ssn")
        family("national", f"ssn {locale}", NATIONAL_HEADERS, faker_cell(locale, method), columns=4)
    for locale in ["de_DE", "en_GB", "fr_FR", "es_ES", "nl_NL", "pl_PL"]:
        family("national", f"iban {locale}", ["iban", "IBAN", "Konto", "bank_account"],
               faker_cell(locale, "iban"), columns=2)


RECORD_HEADERS = ["mrn", "MRN", "hospital_number", "patient_id", "PATNO", "Fallnummer", "record_no", "ipp",
                  "historia_clinica", "chart_no", "numero_dossier", "case_id"]


def digits(count, lead="123456789"):
    return lambda rng: rng.choice(lead) + "".join(rng.choice("0123456789") for _ in range(count - 1))


def records():
    for count in [6, 7, 8, 9, 10]:
        family("record", f"digits {count}", RECORD_HEADERS, digits(count), columns=5)
    family("record", "digits 8 padded", RECORD_HEADERS, lambda rng: f"{rng.randrange(10**7):08d}", columns=5)
    family("record", "narrow 7", RECORD_HEADERS, lambda rng: str(rng.randrange(4810000, 4990000)), columns=5)
    family("record", "letter 7", RECORD_HEADERS, lambda rng: rng.choice("HMPR") + digits(7)(rng), columns=4)
    family("record", "prefix dash", RECORD_HEADERS, lambda rng: "MRN-" + digits(7)(rng), columns=4)
    family("record", "year slash", RECORD_HEADERS, lambda rng: f"{rng.randrange(2008, 2024)}/{digits(6)(rng)}",
           columns=4)
    family("record", "dashed", RECORD_HEADERS, lambda rng: f"{digits(2)(rng)}-{digits(2)(rng)}-{digits(3)(rng)}",
           columns=4)
    family("record", "biobank", RECORD_HEADERS + ["accession_no", "donor_no"],
           lambda rng: f"B{rng.randrange(10, 24)}-{digits(6)(rng)}", columns=4)


MONTHS = {
    "en": ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"],
    "de": ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
           "November", "Dezember"],
    "fr": ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
           "novembre", "décembre"],
    "es": ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
           "noviembre", "diciembre"],
    "it": ["gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre",
           "novembre", "dicembre"],
    "nl": ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
           "november", "december"],
    "pl": ["stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września",
           "października", "listopada", "grudnia"],
    "fi": ["tammikuuta", "helmikuuta", "maaliskuuta", "huhtikuuta", "toukokuuta", "kesäkuuta", "heinäkuuta",
           "elokuuta", "syyskuuta", "lokakuuta", "marraskuuta", "joulukuuta"],
    "hu": ["január", "február", "március", "április", "május", "június", "július", "augusztus", "szeptember",
           "október", "november", "december"],
    "ru": ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
           "ноября", "декабря"],
    "cs": ["ledna", "února", "března", "dubna", "května", "června", "července", "srpna", "září", "října",
           "listopadu", "prosince"],
    "tr": ["Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım",
           "Aralık"],
}


def calendar(span):
    """Turns a span of years into a source of (year, month, day, hour, minute, second, days since 1970)."""
    import datetime

    first = datetime.date(span[0], 1, 1).toordinal()
    last = datetime.date(span[1], 12, 31).toordinal()
    epoch = datetime.date(1970, 1, 1).toordinal()

    def draw(rng):
        day = rng.randrange(first, last + 1)
        date = datetime.date.fromordinal(day)
        return (date.year, date.month, date.day, rng.randrange(24), rng.randrange(60), rng.randrange(60), day - epoch)

    return draw


FORMS = {
    "iso": lambda y, m, d, *_: f"{y:04}-{m:02}-{d:02}",
    "iso time": lambda y, m, d, H, M, S, _: f"{y:04}-{m:02}-{d:02}T{H:02}:{M:02}:{S:02}",
    "iso space time": lambda y, m, d, H, M, S, _: f"{y:04}-{m:02}-{d:02} {H:02}:{M:02}",
    "iso zone": lambda y, m, d, H, M, S, _: f"{y:04}-{m:02}-{d:02}T{H:02}:{M:02}:{S:02}Z",
    "slash ymd": lambda y, m, d, *_: f"{y}/{m:02}/{d:02}",
    "dotted ymd": lambda y, m, d, *_: f"{y}.{m:02}.{d:02}.",
    "dmy slash": lambda y, m, d, *_: f"{d:02}/{m:02}/{y}",
    "mdy slash": lambda y, m, d, *_: f"{m}/{d}/{y}",
    "dmy dotted": lambda y, m, d, *_: f"{d:02}.{m:02}.{y}",
    "dmy dotted bare": lambda y, m, d, *_: f"{d}.{m}.{y}",
    "dmy dash": lambda y, m, d, *_: f"{d:02}-{m:02}-{y}",
    "dmy short year": lambda y, m, d, *_: f"{d:02}.{m:02}.{y % 100:02}",
    "mdy short year": lambda y, m, d, *_: f"{m:02}/{d:02}/{y % 100:02}",
    "mdy time": lambda y, m, d, H, M, S, _: f"{m}/{d}/{y} {H % 12 + 1}:{M:02} {'AM' if H < 12 else 'PM'}",
    "compact ymd": lambda y, m, d, *_: f"{y:04}{m:02}{d:02}",
    "compact dmy": lambda y, m, d, *_: f"{d:02}{m:02}{y:04}",
    "compact short": lambda y, m, d, *_: f"{y % 100:02}{m:02}{d:02}",
    "compact time": lambda y, m, d, H, M, S, _: f"{y:04}{m:02}{d:02}{H:02}{M:02}{S:02}",
    "date9": lambda y, m, d, *_: f"{d:02}{MONTHS['en'][m - 1][:3].upper()}{y}",
    "date7": lambda y, m, d, *_: f"{d:02}{MONTHS['en'][m - 1][:3].upper()}{y % 100:02}",
    "oracle": lambda y, m, d, *_: f"{d:02}-{MONTHS['en'][m - 1][:3].upper()}-{y}",
    "sas datetime text": lambda y, m, d, H, M, S, _:
        f"{d:02}{MONTHS['en'][m - 1][:3].upper()}{y}:{H:02}:{M:02}:{S:02}",
    "roman": lambda y, m, d, *_:
        f"{d}.{['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'][m - 1]}.{y}",
    "cjk": lambda y, m, d, *_: f"{y}年{m}月{d}日",
    "hangul": lambda y, m, d, *_: f"{y}년 {m}월 {d}일",
    "buddhist": lambda y, m, d, *_: f"{d:02}/{m:02}/{y + 543}",
    "sas number": lambda y, m, d, H, M, S, days: days + 3653,
    "sas datetime number": lambda y, m, d, H, M, S, days: (days + 3653) * 86400 + H * 3600 + M * 60 + S,
    "excel serial": lambda y, m, d, H, M, S, days: days + 25569,
    "excel serial time": lambda y, m, d, H, M, S, days: f"{days + 25569 + (H * 60 + M) / 1440:.5f}",
    "unix days": lambda y, m, d, H, M, S, days: days,
    "epoch seconds": lambda y, m, d, H, M, S, days: days * 86400 + H * 3600 + M * 60 + S,
    "epoch milliseconds": lambda y, m, d, H, M, S, days: (days * 86400 + H * 3600 + M * 60 + S) * 1000 + S * 7,
    "julian day": lambda y, m, d, H, M, S, days: days + 2440588,
    "week": lambda y, m, d, *_: (lambda w: f"{w[0]}-W{w[1]:02}-{w[2]}")(
        __import__("datetime").date(y, m, d).isocalendar()),
    "weekday": lambda y, m, d, H, M, S, _:
        f"{__import__('datetime').date(y, m, d):%a} {MONTHS['en'][m - 1][:3]} {d} {H:02}:{M:02}:{S:02} {y}",
    "american": lambda y, m, d, *_: f"{MONTHS['en'][m - 1]} {d}, {y}",
}
DATE_HEADERS = ["date", "DATE", "tx_date", "visit_date", "TRTSDT", "Datum", "date_hsct", "fecha", "data", "dt_death",
                "LBDTC", "Entlassung", "admission", "discharge_dt", "greffe"]
BIRTH_HEADERS = ["dob", "DOB", "birth_date", "BRTHDTC", "Geburtsdatum", "date_naissance", "fecha_nacimiento", "gebdat",
                 "data_nascita", "syntymaaika", "fodselsdato"]


def dates():
    for name, form in FORMS.items():
        draw = calendar((1998, 2023))
        family("date", name, DATE_HEADERS, lambda rng, form=form, draw=draw: form(*draw(rng)), columns=4)
    for language, months in MONTHS.items():
        form = lambda rng, months=months, language=language, draw=calendar((1998, 2023)): (
            lambda y, m, d, *_: f"{d}. {months[m - 1]} {y}" if language in ("de", "fi", "cs") else
            f"{y}. {months[m - 1]} {d}." if language == "hu" else
            f"{d} de {months[m - 1]} de {y}" if language == "es" else f"{d} {months[m - 1]} {y}")(*draw(rng))
        family("date", f"month {language}", DATE_HEADERS, form, columns=3)
    for name in ["iso", "dmy dotted", "dmy slash", "mdy slash", "dmy dash", "dmy short year", "compact ymd", "date9",
                 "sas number", "excel serial", "unix days", "american"]:
        draw = calendar((1932, 2012))
        form = FORMS[name]
        family("birth", name, BIRTH_HEADERS, lambda rng, form=form, draw=draw: form(*draw(rng)), columns=4)


def ages():
    headers = ["age", "AGE", "age_years", "Alter", "edad", "age_at_tx", "leeftijd", "wiek", "alder", "ika"]
    old = lambda rng: min(max(round(rng.gauss(64, 16)), 18), 101)

    def with_old(cell):
        state = {}

        def drawn(rng):
            count = state[rng] = state.get(rng, 0) + 1
            return cell(rng, rng.randrange(91, 99) if count in (4, 9) else None)

        return drawn

    family("age", "whole", headers, with_old(lambda rng, over: over or old(rng)), columns=8, repeat=1)
    family("age", "decimal", headers, with_old(lambda rng, over: f"{(over or old(rng)) + rng.random():.1f}"),
           columns=6, repeat=1)
    family("age", "text en", headers, with_old(lambda rng, over: f"{over or old(rng)} years"), columns=4, repeat=1)
    family("age", "text de", headers, with_old(lambda rng, over: f"{over or old(rng)} Jahre"), columns=4, repeat=1)
    family("age", "text short", headers, with_old(lambda rng, over: f"{over or old(rng)}y"), columns=4, repeat=1)


def postcodes():
    headers = ["zip", "postcode", "PLZ", "postal_code", "code_postal", "cp", "cap", "ZIP", "postnummer"]
    for locale in ["en_US", "de_DE", "fr_FR", "es_ES", "it_IT", "fi_FI", "en_GB", "en_CA", "tr_TR"]:
        family("postcode", locale, headers, faker_cell(locale, "postcode"), columns=5, rows=60)
    family("postcode", "us plus four", headers, lambda rng: f"{rng.randrange(501, 99951):05}-{rng.randrange(9999):04}",
           columns=4)
    family("postcode", "de prefixed", headers, lambda rng: f"D-{rng.randrange(1067, 99999):05}", columns=4)
    family("postcode", "numbers", headers, lambda rng: rng.randrange(10115, 99998), columns=4, rows=60)


def networks():
    ip_headers = ["ip", "IP", "ip_address", "client_ip", "remote_addr", "host"]
    family("ip", "v4", ip_headers, faker_cell("en_US", "ipv4"), columns=6)
    family("ip", "v4 private", ip_headers, faker_cell("en_US", "ipv4_private"), columns=6)
    family("ip", "v6", ip_headers, faker_cell("en_US", "ipv6"), columns=6)
    url_headers = ["url", "URL", "link", "website", "homepage", "source_url"]
    path = lambda fake, rng: f"https://{rng.choice(['portal', 'ehr', 'www'])}.example.org/{fake.uri_path()}"
    family("url", "https", url_headers, faker_cell("en_US", path), columns=6)
    family("url", "www", url_headers, lambda rng: f"www.example.com/p/{rng.randrange(10**6)}", columns=6)
    family("url", "bare", url_headers, lambda rng: f"clinic{rng.randrange(99)}.example.org/file/{rng.randrange(999)}",
           columns=4)


NOTE_HEADERS = ["comment", "notes", "Bemerkung", "free_text", "remarks", "COVAL", "commentaire", "observaciones", "note",
                "narrative", "Freitext", "uwagi"]
SUBJECTS = ["Patient", "Pt", "She", "He", "Family", "The patient", "Mother"]
VERBS = ["reports", "denies", "had", "describes", "developed", "was admitted with", "complains of", "recovered from"]
THINGS = ["mild nausea", "a fall at home", "fever up to 39", "rash on both arms", "chest pain", "loose stools",
          "bleeding gums", "shortness of breath", "a cough for two weeks", "good appetite", "trouble sleeping"]
ENDS = ["since Monday", "after dinner", "on the ward", "before discharge", "at the clinic", "during the night",
        "while travelling", "despite antibiotics", "after the third dose", "and went home"]


def texts():
    for locale in ["en_US", "de_DE", "fr_FR", "es_ES", "it_IT", "nl_NL", "pl_PL", "pt_PT", "ru_RU", "cs_CZ", "el_GR",
                   "ja_JP", "zh_CN", "ko_KR", "ar_AA", "he_IL", "fi_FI", "hu_HU", "tr_TR", "sv_SE", "th_TH"]:
        family("text", f"sentence {locale}", NOTE_HEADERS,
               faker_cell(locale, lambda fake, rng: fake.sentence(nb_words=rng.randrange(5, 12))), columns=3)
    family("text", "clinical note", NOTE_HEADERS,
           lambda rng: f"{rng.choice(SUBJECTS)} {rng.choice(VERBS)} {rng.choice(THINGS)} {rng.choice(ENDS)}", columns=8)
    family("text", "clinical note de", NOTE_HEADERS,
           lambda rng: f"{rng.choice(['Pat.', 'Patientin', 'Er', 'Sie'])} {rng.choice(['klagt über', 'berichtet von'])} "
           f"{rng.choice(['Übelkeit', 'Schmerzen im Knie', 'Husten', 'Fieber', 'Müdigkeit', 'Schwindel'])} "
           f"{rng.choice(['seit gestern', 'nach dem Essen', 'in der Nacht', 'bei Belastung', 'seit drei Tagen'])} "
           f"{rng.choice(['zu Hause', 'auf Station', 'in der Ambulanz', 'im Urlaub', 'bei der Arbeit'])}", columns=6)
    long = lambda fake, rng: fake.paragraph(nb_sentences=2)
    for locale in ["en_US", "de_DE", "fr_FR", "pl_PL"]:
        family("text", f"paragraph {locale}", NOTE_HEADERS, faker_cell(locale, long), columns=2, rows=20)


# ---------------------------------------------------------------- harmless columns that look alike

def harmless(name, headers, cell, columns=8, **more):
    family("harmless", name, headers, cell, columns, **more)


def pick(*values):
    return lambda rng: rng.choice(values)


def lognormal(centre, spread, form):
    import math
    return lambda rng: form(centre * math.exp(rng.gauss(0, spread)))


def codes(rng, pattern):
    """A code: 9 is a digit, A a letter, the rest stands for itself."""
    return "".join(rng.choice("0123456789") if c == "9" else rng.choice("ABCDEFGHJKLMNPQRSTUVWXYZ") if c == "A" else c
                   for c in pattern)


TERMS = """Febrile neutropenia|Neutropenia|Anaemia|Thrombocytopenia|Nausea|Vomiting|Diarrhoea|Pyrexia|Fatigue|Headache
Mucosal inflammation|Stomatitis|Pneumonia|Sepsis|Septic shock|Cytomegalovirus infection|Epistaxis|Rash|Pruritus
Hypertension|Hypotension|Hypokalaemia|Hyponatraemia|Hyperglycaemia|Alanine aminotransferase increased|Back pain
Abdominal pain|Constipation|Decreased appetite|Dyspnoea|Cough|Oedema peripheral|Insomnia|Anxiety|Dizziness|Haematuria
Cystitis haemorrhagic|Herpes zoster|Oral candidiasis|Bacteraemia|Urinary tract infection|Pleural effusion|Chills
Upper respiratory tract infection|Pain in extremity|Arthralgia|Myalgia|Renal failure|Acute kidney injury|Dehydration
Blood bilirubin increased|Weight decreased|Alopecia|Erythema|Dry mouth|Dysphagia|Tachycardia|Atrial fibrillation
Venoocclusive liver disease|Graft versus host disease|Infusion related reaction|Haemolysis|Petechiae|Contusion""" \
    .replace("\n", "|").split("|")
DRUGS = """Cyclophosphamide|Fludarabine|Busulfan|Melphalan|Thiotepa|Treosulfan|Alemtuzumab|Rituximab|Ciclosporin
Tacrolimus|Sirolimus|Mycophenolate mofetil|Methotrexate|Prednisone|Prednisolone|Methylprednisolone|Dexamethasone
Eltrombopag|Romiplostim|Avatrombopag|Filgrastim|Pegfilgrastim|Aciclovir|Valaciclovir|Ganciclovir|Letermovir
Foscarnet|Fluconazole|Posaconazole|Voriconazole|Micafungin|Caspofungin|Amphotericin B|Piperacillin tazobactam
Meropenem|Vancomycin|Teicoplanin|Levofloxacin|Ciprofloxacin|Co-trimoxazole|Defibrotide|Ursodeoxycholic acid
Omeprazole|Pantoprazole|Ondansetron|Aprepitant|Allopurinol|Rasburicase|Furosemide|Amlodipine|Bisoprolol|Metoprolol
Paracetamol|Ibuprofen|Morphine|Fentanyl|Heparin|Enoxaparin|Danazol|Dapsone|Azathioprine|Vincristine|Etoposide
Cytarabine|Carmustine|Antithymocyte globulin|Immunoglobulin human normal|Bortezomib|Daratumumab|Ruxolitinib
Fostamatinib|Efgartigimod alfa|Sutimlimab|Eculizumab|Insulin glargine|Metformin|Levothyroxine""" \
    .replace("\n", "|").split("|")
ORGANISMS = """Escherichia coli|Klebsiella pneumoniae|Pseudomonas aeruginosa|Staphylococcus aureus|Enterococcus faecium
Staphylococcus epidermidis|Streptococcus mitis|Streptococcus pneumoniae|Enterobacter cloacae|Candida albicans
Candida glabrata|Aspergillus fumigatus|Clostridioides difficile|Pneumocystis jirovecii|Cytomegalovirus
Epstein-Barr virus|Adenovirus|Human herpesvirus 6|BK virus|Influenza A|Respiratory syncytial virus|Norovirus
Acinetobacter baumannii|Stenotrophomonas maltophilia|Serratia marcescens|Listeria monocytogenes|Bacillus cereus""" \
    .replace("\n", "|").split("|")
COUNTRIES = """Germany|France|Italy|Spain|Netherlands|Belgium|Austria|Switzerland|Poland|Czechia|Sweden|Norway|Denmark
Finland|United Kingdom|Ireland|Portugal|Greece|Turkey|Israel|Hungary|Romania|Bulgaria|Croatia|Serbia|Slovenia|Japan
Korea|China|India|Brazil|Argentina|Mexico|Canada|United States|Australia|New Zealand|South Africa|Egypt|Saudi Arabia
Thailand|Vietnam|Singapore|Chile|Colombia|Estonia|Latvia|Lithuania|Slovakia|Iceland|Ukraine|Iran""" \
    .replace("\n", "|").split("|")
ISO2 = """DE FR IT ES NL BE AT CH PL CZ SE NO DK FI GB IE PT GR TR IL HU RO BG HR RS SI JP KR CN IN BR AR MX CA US AU NZ
ZA EG SA TH VN SG CL CO EE LV LT SK IS UA IR""".split()
ISO3 = """DEU FRA ITA ESP NLD BEL AUT CHE POL CZE SWE NOR DNK FIN GBR IRL PRT GRC TUR ISR HUN ROU BGR HRV SRB SVN JPN
KOR CHN IND BRA ARG MEX CAN USA AUS NZL ZAF EGY SAU THA VNM SGP CHL COL EST LVA LTU SVK ISL UKR IRN""".split()
UNITS = "g/L g/dL mg/dL umol/L mmol/L 10^9/L 10^6/kg U/L % ug/L IU/mL mL/min fL pg ng/mL mmol/mol kg cm".split()


def laboratory():
    for name, headers, centre, spread, form in [
        ("platelets", ["PLT", "platelets"], 60, 1.0, round),
        ("platelets absolute", ["plt_abs", "PLT_UL"], 60, 0.9, lambda v: round(v) * 1000),
        ("white cells absolute", ["WBC", "leukocytes"], 5200, 0.6, lambda v: round(v / 10) * 10),
        ("haemoglobin g/L", ["HGB", "hb"], 95, 0.2, round),
        ("haemoglobin g/dL", ["HGB", "hb_gdl"], 9.5, 0.2, lambda v: f"{v:.1f}"),
        ("neutrophils", ["ANC", "neut"], 1.8, 0.9, lambda v: f"{v:.2f}"),
        ("LDH", ["LDH"], 320, 0.4, round), ("creatinine", ["CREAT"], 78, 0.3, round),
        ("bilirubin", ["BILI"], 17, 0.7, lambda v: f"{v:.1f}"),
        ("ferritin", ["FERRITIN", "ferritin"], 900, 1.3, round),
        ("BNP", ["NTPROBNP"], 400, 1.5, round), ("CRP", ["CRP"], 20, 1.2, lambda v: f"{v:.1f}"),
        ("CMV copies", ["cmv_copies", "CMVDNA"], 4000, 2.0, round),
        ("EBV copies", ["ebv_pcr"], 9000, 1.8, lambda v: f"{v:.3g}"),
        ("CD34 dose", ["cd34", "cd34_1e6_kg"], 5.0, 0.4, lambda v: f"{v:.2f}"),
        ("CD34 absolute", ["cd34_total"], 4.2e8, 0.5, lambda v: round(v / 1e5) * 100000),
        ("nucleated cells", ["TNC"], 6.1e8, 0.4, lambda v: f"{v:.2e}"),
        ("IgG", ["IGG"], 8.1, 0.4, lambda v: f"{v:.2f}"), ("sodium", ["NA", "SODIUM"], 139, 0.02, round),
        ("D-dimer", ["DDIMER"], 700, 1.1, round), ("trough level", ["TAC_TROUGH"], 9, 0.4, lambda v: f"{v:.1f}"),
        ("exact decimals", ["AVAL", "result"], 42, 0.8, lambda v: f"{v:.6f}"),
        ("CK", ["CK"], 130, 1.0, round), ("reticulocytes", ["RETIC"], 80000, 0.5, lambda v: round(v / 1000) * 1000),
        ("haptoglobin", ["HAPTO"], 0.6, 0.7, lambda v: f"{v:.2f}"),
        ("thousands comma", ["wbc_raw", "result_c"], 6400, 0.6, lambda v: f"{round(v):,}"),
        ("decimal comma", ["Wert", "resultat"], 7, 0.6, lambda v: f"{v:.1f}".replace(".", ",")),
    ]:
        harmless(f"lab {name}", headers, lognormal(centre, spread, form), columns=8)
    harmless("lab below limit", ["result", "CRPTXT"],
             lambda rng: rng.choice(["<0.5", "<5", ">1000", f"{rng.random() * 50:.1f}", "ND"]))
    harmless("chimerism", ["CHIM", "donor_pct"], lambda rng: rng.choice([100, 100, 100, 99, 98, rng.randrange(5, 100)]))
    harmless("saturation", ["SPO2"], lambda rng: rng.randrange(88, 101))
    harmless("pulse", ["HR", "pulse"], lambda rng: round(rng.gauss(82, 14)), repeat=1)
    harmless("diastolic", ["DIABP"], lambda rng: round(rng.gauss(74, 11)), repeat=1)
    harmless("systolic", ["SYSBP"], lambda rng: round(rng.gauss(124, 17)), repeat=1)
    harmless("pressure", ["BP", "blood_pressure"], lambda rng: f"{rng.randrange(95, 165)}/{rng.randrange(55, 100)}")
    harmless("temperature", ["TEMP"], lambda rng: f"{rng.gauss(37.2, 0.8):.1f}")
    harmless("weight whole", ["WEIGHT", "weight_kg"], lambda rng: round(rng.gauss(72, 15)), repeat=1)
    harmless("weight", ["WEIGHT", "weight"], lambda rng: f"{rng.gauss(72, 15):.1f}")
    harmless("height", ["HEIGHT", "height_cm"], lambda rng: round(rng.gauss(171, 10)))
    harmless("body mass index", ["BMI"], lambda rng: f"{rng.gauss(25, 4):.1f}")
    harmless("titre", ["titre", "ANA"], pick("1:40", "1:80", "1:160", "1:320", "1:640", "1:1280", "neg"))


def times():
    harmless("day of sample", ["day", "LBDY", "ADY", "studyday"], lambda rng: rng.randrange(-40, 1200))
    harmless("days of follow-up", ["futime", "days", "AVAL", "time", "t1", "survival_time"],
             lambda rng: round(rng.expovariate(1 / 900)) + 1)
    harmless("day of diagnosis", ["dx_day"], lambda rng: -round(rng.expovariate(1 / 1800)) - 20)
    harmless("long follow-up", ["last_contact_day", "followup_days"], lambda rng: rng.randrange(200, 7400))
    harmless("months", ["months", "os_months"], lambda rng: f"{rng.expovariate(1 / 28):.1f}")
    harmless("hours", ["hours", "infusion_h"], lambda rng: rng.randrange(1, 120))
    harmless("seconds", ["secs", "runtime"], lambda rng: f"{rng.expovariate(1 / 400):.2f}")
    harmless("year", ["tx_year", "YEAR", "year"], lambda rng: rng.randrange(1998, 2024))
    harmless("clock", ["LBTM", "time_of_day"], lambda rng: f"{rng.randrange(24):02}:{rng.randrange(60):02}")
    harmless("visit", ["VISIT", "visit"], lambda rng: rng.choice(
        ["Screening", "Baseline", "Day 0", "Day 7", "Day 28", "Day 100", "Month 6", "Year 1", "Unscheduled 1"]))
    harmless("visit number", ["VISITNUM"], lambda rng: rng.choice([1, 2, 3, 4, 5, 6, "7.1", 8, 99]))
    harmless("duration", ["DURATION", "LBDUR"], lambda rng: f"P{rng.randrange(1, 40)}D")
    harmless("window", ["AWINDOW", "window"], pick("D-7 to D0", "D1-D7", "D8-D28", "D29-D100", "M4-M6", "M7-M12"))
    harmless("age at most 90", ["age", "age_years", "AGE"], lambda rng: min(round(abs(rng.gauss(58, 20))), 90))
    harmless("age in months", ["age_months", "AGEMO"], lambda rng: rng.randrange(4, 216))
    harmless("age group", ["AGEGR1", "age_group"], pick("<18", "18-39", "40-59", "60-74", ">=75"))
    harmless("age decade", ["age_band"], pick("10-19", "20-29", "30-39", "40-49", "50-59", "60-69", "70-79", "80-89"))


def vocabularies():
    harmless("icd-10", ["icd10", "ICD", "diagnosis_code"], lambda rng: rng.choice(
        ["D69.3", "D59.1", "D61.9", "D60.0", "D70.1", "D69.4", "M31.1", "B25.9", "I10", "E11.9", "J18.9", "A41.9",
         "N17.9", "Z94.84", "T86.09", "K72.0", "C91.0", "C92.0", "D46.9", "R50.9"]))
    harmless("icd-10 many", ["icd10", "DIAG"], lambda rng: codes(rng, rng.choice(["A99.9", "A99", "A99.99"])))
    harmless("icd-o", ["ICDO3", "morphology"], lambda rng: f"{rng.randrange(8000, 9990)}/{rng.choice([0, 1, 3])}")
    harmless("atc", ["ATC", "atc_code"], lambda rng: codes(rng, "A99AA99"))
    harmless("loinc", ["LOINC", "loinc_num"], loinc)
    harmless("meddra code", ["AEPTCD", "PTCODE", "meddra"], lambda rng: rng.randrange(10000001, 10090000))
    harmless("meddra term", ["AEDECOD", "PT", "event_term", "AETERM"], pick(*TERMS), rows=80)
    harmless("drug", ["CMDECOD", "drug", "agent", "medication"], pick(*DRUGS), rows=80)
    harmless("drug upper", ["CMTRT", "substance"], lambda rng: rng.choice(DRUGS).upper(), rows=80)
    harmless("organism", ["organism", "MBORRES", "pathogen"], pick(*ORGANISMS), rows=60)
    harmless("snomed", ["SNOMED", "concept_id"], snomed)
    harmless("umls", ["CUI", "umls"], lambda rng: codes(rng, "C0999999"))
    harmless("orpha", ["ORPHA"], lambda rng: f"ORPHA:{rng.randrange(100, 9999)}")
    harmless("hpo", ["HPO", "phenotype"], lambda rng: f"HP:{rng.randrange(10**6):07d}")
    harmless("rs number", ["rsid", "SNP"], lambda rng: f"rs{rng.randrange(10**5, 10**8)}")
    harmless("gene", ["gene", "GENE"], pick("TP53", "RUNX1", "ASXL1", "SF3B1", "TET2", "DNMT3A", "JAK2", "NPM1", "FLT3",
             "PIGA", "CTLA4", "LRBA", "FAS", "STAT3", "TNFRSF13B", "SAMD9L", "GATA2", "TERT", "TERC", "MPL"))
    harmless("variant", ["variant", "hgvs"], lambda rng:
             f"c.{rng.randrange(20, 3000)}{rng.choice(['C>T', 'G>A', 'del', 'dupA'])}")
    harmless("ensembl", ["ensembl", "gene_id"], lambda rng: f"ENSG{rng.randrange(10**8):011d}")
    harmless("hla", ["HLA_A", "HLA_DRB1", "typing"], lambda rng:
             f"{rng.choice(['A', 'B', 'C', 'DRB1', 'DQB1'])}*{rng.randrange(1, 70):02}:{rng.randrange(1, 30):02}")
    harmless("hla match", ["HLA_match", "match"], pick("10/10", "9/10", "8/10", "7/8", "8/8", "5/10"))
    harmless("karyotype", ["karyotype"], pick("46,XX", "46,XY", "46,XX,t(9;22)(q34;q11)", "45,XY,-7", "47,XX,+8",
             "46,XY,del(5)(q13q33)", "46,XX[20]", "45,X,-Y"))
    harmless("nct", ["NCT", "registry_no", "trial"], lambda rng: codes(rng, "NCT09999999"), repeat=8)
    harmless("eudract", ["EUDRACT", "protocol"], lambda rng: codes(rng, "2019-009999-99"), repeat=8)
    harmless("unit", ["unit", "LBORRESU", "AVALU"], pick(*UNITS))
    harmless("country", ["country", "COUNTRY", "Land"], pick(*COUNTRIES), rows=80)
    harmless("country iso2", ["country", "ISO2", "ctry"], pick(*ISO2), rows=80)
    harmless("country iso3", ["COUNTRY", "country_code"], pick(*ISO3), rows=80)
    harmless("gtin", ["GTIN", "product_code"], lambda rng: rng.choice(
        ["04012345678901", "04012345678918", "04012345678925", "04098765432109"]))
    harmless("ndc", ["NDC"], lambda rng: rng.choice(["0069-3150-83", "50242-053-06", "0078-0646-61", "55513-530-01"]))
    harmless("procedure", ["CPT", "procedure"], pick("38240", "38241", "38242", "38205", "38206", "96413", "36430"))


def loinc(rng):
    body = str(rng.randrange(100, 99999))
    total = 0
    for place, digit in enumerate(reversed(body)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value // 10 + value % 10
    return f"{body}-{(10 - total % 10) % 10}"


def snomed(rng):
    import itertools
    d = [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 4, 0, 6, 7, 8, 9, 5], [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
         [3, 4, 0, 1, 2, 8, 9, 5, 6, 7], [4, 0, 1, 2, 3, 9, 5, 6, 7, 8], [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
         [6, 5, 9, 8, 7, 1, 0, 4, 3, 2], [7, 6, 5, 9, 8, 2, 1, 0, 4, 3], [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
         [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]]
    p = [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 5, 7, 6, 2, 8, 3, 0, 9, 4], [5, 8, 0, 3, 7, 9, 6, 1, 4, 2],
         [8, 9, 1, 6, 0, 4, 3, 5, 2, 7], [9, 4, 5, 3, 1, 2, 6, 8, 7, 0], [4, 2, 8, 6, 5, 7, 3, 9, 0, 1],
         [2, 7, 9, 3, 8, 0, 6, 4, 1, 5], [7, 0, 4, 6, 9, 1, 3, 2, 5, 8]]
    body = str(rng.randrange(10**rng.choice([4, 5]), 10**rng.choice([6, 7]))) + "00"
    check = 0
    for place, digit in zip(itertools.count(1), reversed(body)):
        check = d[check][p[place % 8][int(digit)]]
    return body + str([0, 4, 3, 2, 1, 5, 6, 7, 8, 9][check])


def categories():
    harmless("sex", ["sex", "SEX", "gender"], pick("F", "M", "U"))
    harmless("yes no", ["relapse", "AESER", "flag"], pick("Y", "N"))
    harmless("zero one", ["status", "dead", "d1"], pick(0, 1))
    harmless("disorder", ["disorder", "disease"], pick("AIHA_W", "ITP", "EVANS", "PRCA", "AIN", "AA"))
    harmless("donor", ["donor", "donor_type"], pick("MSD", "MUD", "MMUD", "HAPLO", "UCB", "matched unrelated"))
    harmless("blood group", ["ABO", "blood_group"], pick("A", "B", "AB", "0", "A pos", "0 neg", "B pos"))
    harmless("arm", ["ARM", "TRT01P", "treatment"], pick(
        "Cyclophosphamide 200 mg/kg + ATG", "BEAM-ATG", "Best available therapy", "Fludarabine-melphalan"))
    harmless("regimen", ["regimen", "conditioning"], pick(
        "FLU/CY/ATG", "BU/CY", "BEAM", "FLU/MEL", "TBI 12 Gy", "CY 200", "TREO/FLU/TT", "BEAM-ATG", "FLAMSA"))
    harmless("dose", ["dose", "EXDOSE"], pick(12.8, 120, 200, 140, 30, 7.5, 2.5, 1600, 300, 0.9))
    harmless("dose text", ["dosing", "CMDOSTXT"], lambda rng:
             f"{rng.choice([5, 10, 20, 40, 60, 100, 250, 500])} mg {rng.choice(['OD', 'BID', 'TID', 'QW'])}")
    harmless("dose code", ["dose_code", "cohort"], lambda rng: codes(rng, "DL9"))
    harmless("site code", ["SITEID", "site", "centre"], lambda rng: rng.choice([f"{n:03}" for n in range(701, 719)]))
    harmless("site code five", ["SITEID", "centre_no"], pick("10101", "10102", "20107", "30015", "44002", "51101"))
    harmless("region", ["region", "area"], pick("NORTH", "SOUTH", "EAST", "WEST", "CENTRAL"))
    harmless("region words", ["region", "country_region"], pick("Western Europe", "North America", "Asia Pacific",
             "Latin America", "Eastern Europe", "Middle East"))
    harmless("study id", ["STUDYID", "study_id"], pick("EBMT-AIC-01", "ITP2019", "CDISCPILOT01"), repeat=1)
    harmless("version", ["version", "software", "dictver"], lambda rng:
             f"{rng.randrange(1, 5)}.{rng.randrange(0, 12)}.{rng.randrange(0, 9)}")
    harmless("version v", ["ctcae", "version"], pick("v4.03", "v5.0", "v3.0", "v2.1"))
    harmless("version four", ["build", "firmware"], lambda rng:
             f"{rng.randrange(1, 5)}.{rng.randrange(0, 9)}.{rng.randrange(0, 9)}.{rng.randrange(0, 13)}")
    harmless("dictionary", ["dictionary"], pick("MedDRA 26.1", "MedDRA 25.0", "WHODrug B3 2023", "CTCAE 5.0"))
    harmless("lot", ["lot", "batch", "LOTNO"], lambda rng: codes(rng, rng.choice(["AA9999", "AA9999A", "L99-999"])))
    harmless("well", ["well", "position"], lambda rng: f"{rng.choice('ABCDEFGH')}{rng.randrange(1, 13):02}")
    harmless("ratio", ["ratio", "fraction"], lambda rng: f"{rng.randrange(0, 20)}/{rng.randrange(20, 40)}")
    harmless("ratio decimal", ["ratio", "cd4_cd8"], lambda rng: f"{rng.random() * 3:.3f}")
    harmless("percent", ["percent", "share"], lambda rng: f"{rng.randrange(0, 101)}%")
    harmless("p value", ["p_value"], lambda rng: f"{rng.random():.4f}")
    harmless("performance", ["kps", "KPS"], pick(100, 90, 80, 70, 60, 50))
    harmless("comorbidity", ["hct_ci"], lambda rng: rng.randrange(0, 9))
    harmless("grade", ["AETOXGR", "grade"], pick("1", "2", "3", "4", "5"))
    harmless("gvhd grade", ["agvhd", "cgvhd"], pick("I", "II", "III", "IV", "mild", "moderate", "severe"))
    harmless("stage", ["stage"], pick("IA", "IB", "IIA", "IIB", "IIIA", "IV"))
    harmless("ethnicity", ["ETHNIC", "race"], pick("WHITE", "ASIAN", "BLACK OR AFRICAN AMERICAN", "OTHER",
             "NOT HISPANIC OR LATINO", "HISPANIC OR LATINO"))
    harmless("likert", ["QSORRES", "answer"], pick("Strongly agree", "Agree", "Neither agree nor disagree", "Disagree",
             "Strongly disagree"))
    harmless("likert long", ["QSORRES", "answer", "reason"], pick(
        "I have no problems in walking about", "I have some problems in walking about", "I am confined to bed",
        "I have no pain or discomfort", "I have moderate pain or discomfort", "Patient not seen at this visit"))
    harmless("reason", ["DSDECOD", "reason"], pick("COMPLETED", "DEATH", "LOST TO FOLLOW-UP", "ADVERSE EVENT",
             "WITHDRAWAL BY SUBJECT", "PHYSICIAN DECISION", "LACK OF EFFICACY"))
    harmless("not done", ["LBSTAT", "stat"], pick("NOT DONE", "NOT DONE", "DONE"))
    harmless("test name", ["LBTEST", "test_name", "PARAM"], pick("Platelets (10^9/L)", "Haemoglobin (g/L)",
             "Neutrophils (10^9/L)", "Lactate dehydrogenase (U/L)", "Haptoglobin (g/L)", "Bilirubin (umol/L)"))
    harmless("test code", ["LBTESTCD", "PARAMCD", "test"], pick("PLT", "HGB", "ANC", "LDH", "HAPTO", "BILI", "RETIC"))
    harmless("drug class", ["class", "CMCLAS"], pick("STEROID", "IVIG", "RITUX", "TPO_RA", "GCSF", "SPLENECTOMY"))
    harmless("specimen", ["LBSPEC", "specimen"], pick("BLOOD", "SERUM", "PLASMA", "BONE MARROW", "URINE"))
    harmless("sequence", ["AESEQ", "seq", "row"], lambda rng: rng.randrange(1, 60))
    harmless("counter", ["rownum", "index"], counter(), columns=4, repeat=1)
    harmless("colour", ["colour"], pick("red", "green", "blue", "yellow", "orange", "grey", "black"))
    harmless("model output", ["score", "risk"], lambda rng: f"{rng.gauss(0, 1):.8f}")
    harmless("scientific", ["load", "conc"], lambda rng: f"{rng.random() * 9 + 1:.2f}E{rng.randrange(-4, 8):+03}")
    harmless("hash", ["sha256", "checksum"], lambda rng: f"{rng.getrandbits(256):064x}")
    harmless("platelet transfusions", ["plt_tx_n", "n_transfusions"], lambda rng: rng.randrange(0, 55))


def counter():
    state = {}

    def cell(rng):
        state[rng] = state.get(rng, 0) + 1
        return state[rng]

    return cell


def subjects():
    headers = ["subject_id", "USUBJID", "SUBJID"]
    family("subject", "prefixed", headers, lambda rng: codes(rng, "SYN-999999"), columns=4)
    family("subject", "site and number", headers, lambda rng: codes(rng, "01-70") + codes(rng, "9-1999"), columns=4)
    family("subject", "short", headers, lambda rng: codes(rng, "P9999"), columns=4)
    family("subject", "label", headers, lambda rng: codes(rng, "AA9A99A9AA9A"), columns=4)
    family("subject", "number", headers, lambda rng: rng.randrange(1001, 9999), columns=4)


@freeze_time("2026-01-01")
def main():
    for part in [names, contacts, nationals, records, dates, ages, postcodes, networks, texts, laboratory, times,
                 vocabularies, categories, subjects]:
        part()
    further.identifying(family)
    further.harmless_ones(harmless)
    counts = {}
    with open(os.path.join(HERE, "development.tsv"), "w", encoding="utf-8", newline="\n") as out:
        for kind, family_name, name, cells in COLUMNS:
            out.write("\t".join([kind, family_name, name, *cells]) + "\n")
            counts[kind] = counts.get(kind, 0) + 1
    for kind, count in sorted(counts.items()):
        sys.stdout.write(f"{kind}\t{count}\n")


if __name__ == "__main__":
    main()
