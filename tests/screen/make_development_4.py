"""Writes development_4.tsv, development_5.tsv and development_7.tsv, each a held-out part once of the corpus on which
the screen for identifying columns is measured.

    python3 -m venv venv && venv/bin/pip install faker==40.54.0 freezegun==1.5.5
    venv/bin/python make_development_4.py

Written blind: its author read neither the source of the screen nor its description, only the domain rules, the names
of the families (kind, form, language) of the parts before it, which it leaves out, and the way the second part is made.
Python 3.11; some names, telephone numbers, addresses and towns come from Faker 40.54.0 (MIT licence), the clock is held
by freezegun 1.5.5 (Apache-2.0); everything else is made here. Every column is drawn at random from a fixed seed; no
cell stems from a person. Mail and web domains are made up or reserved, addresses of machines likewise or private.

Which family goes to which file is drawn by a hash of its kind and name, not chosen: see `part_of`. The third file,
development_7.tsv, was written to disk for the first time when the screen was finished with all other parts.

A line is a column: kind, family, name of the column, then its cells, separated by tabs.
"""

import datetime
import hashlib
import math
import os
import random
import sys
import unicodedata

from faker import Faker
from freezegun import freeze_time

SEED = 90311
HERE = os.path.dirname(os.path.abspath(__file__))
COLUMNS = []  # (kind, family, name, cells)
FAMILIES = set()
DIGITS = "0123456789"
UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
LOWER = UPPER.lower()
SHARES = {  # of the identifying and of the harmless families; the last file takes all that are left
    "development_4.tsv": (0.412, 0.378),
    "development_5.tsv": (0.205, 0.215),
    "development_7.tsv": (1.0, 1.0),
}

# Names of columns that say nothing, as they come out of forms and exports; used for every kind, harmless too.
DULL = """VAR12|X7|FELD_3|Q14A|ITEM22|C5|QVAL|COL_09|F23|info2|value|wert|valeur|valor|eintrag|angabe|data1|param|opis|
tieto|vrij|extra|misc|attr|fld_a|K03|CHAR1|TXT08|n1|LBL|detalle|項目3|поле_4|필드2|bilgi|CRF_P12_3|S1Q4|V_0113|zz_tmp|
Unnamed: 4|Column1|Spalte7|Colonne2|tmp_new|D17|RAW|orig|src_val|B4|pole_6|campo12|champ_5|veld9|hodnota|érték|değer|
värde|felt3|arvo|τιμή2|ערך|القيمة|मान|值2|ค่า|giatri|IDVARVAL|SUPP_Q3|AVALX|F1_Q08|R2C4|g_17|q_other|w3|zz9|ANL_C|
OTH1|XTRA_C|h12|block3_2|p4_item2|SCR_07|BL_11|EOT_5|t0_c3|ext_field_2""".replace("\n", "").split("|")
MISSING = ["NA", "N/A", "-", ".", "UNK", "k.A.", "n.d.", "?", "missing", "NULL", "NR", "--", "n/k", "nan",
    "keine Angabe",
           "inconnu", "desconocido", "не указано", "不明", "brak danych"]


def clean(text):
    return " ".join(str(text).split())


def column(kind, family_name, index, headers, cell, rows, missing, repeat, mixed, telling, pad, tokens):
    """Draws a column: values repeated as in a long table in some, a few doubled by chance, some cells empty or 'NA'."""
    rng = random.Random(f"{SEED}:{kind}:{family_name}:{index}")
    n = rng.choice(rows or [30, 36, 48, 60, 60, 90, 120, 150, 200, 300, 400])
    times = rng.choice([1, 1, 1, 1, 2, 3]) if repeat is None else repeat
    blank = rng.choice([0, 0.02, 0.05, 0.1, 0.3]) if missing is None else missing
    bent = rng.choice([0, 0.1, 0.25]) if mixed else 0
    words = rng.sample(MISSING, rng.choice([1, 1, 2])) if tokens and rng.random() < 0.2 else []
    filled = rng.choice([0.04, 0.1, 0.2]) if words else 0
    units = []
    for _ in range(-(-n // times)):
        text = clean(cell(rng))
        if rng.random() < bent:
            text = rng.choice([text.upper(), text.lower()])
        if rng.random() < filled:
            text = rng.choice(words)
        if pad and rng.random() < 0.6:
            text = rng.choice([text + " ", " " + text, text + "   "])
        units.append(text)
    if repeat is None and times == 1:
        units = [rng.choice(units) if rng.random() < 0.04 else text for text in units]
    cells = [text for text in units for _ in range(times)][:n]
    cells = ["" if rng.random() < blank else text for text in cells]
    name = rng.choice(headers) if rng.random() < telling else rng.choice(DULL)
    COLUMNS.append((kind, family_name, name, cells))


def family(kind, name, headers, cell, columns=2, rows=None, missing=None, repeat=None, mixed=False, telling=None,
           pad=False, tokens=True):
    if (kind, name) in FAMILIES:
        raise ValueError(f"family twice: {kind} {name}")
    FAMILIES.add((kind, name))
    headers = headers.split("|") if isinstance(headers, str) else headers
    telling = (0.65 if kind == "harmless" else 0.42) if telling is None else telling
    for index in range(columns):
        column(kind, name, index, headers, cell, rows, missing, repeat, mixed, telling, pad, tokens)


def part_of(kind, name):
    """The file of a family: a draw by hash. None: in no file."""
    drawn = int.from_bytes(hashlib.sha256(f"{kind}/{name}".encode()).digest()[:8], "big") / 2 ** 64
    for file, shares in SHARES.items():
        share = shares[kind == "harmless"]
        if drawn < share:
            return file
        drawn -= share
    return None


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
    """9 is a digit, 8 a digit but zero, A a letter, the rest stands for itself; a backslash guards."""
    out, guarded = [], False
    for c in form:
        if guarded:
            out.append(c)
            guarded = False
        elif c == "\\":
            guarded = True
        else:
            out.append(rng.choice(DIGITS) if c == "9" else rng.choice(DIGITS[1:]) if c == "8" else
                       rng.choice("ABCDEFGHJKLMNPRSTUVWXYZ") if c == "A" else c)
    return "".join(out)


def like(form):
    return lambda rng: pattern(rng, form)


def among(*forms):
    return lambda rng: pattern(rng, rng.choice(forms))


def pick(*values):
    return lambda rng: rng.choice(values)


def listed(text):
    values = [part.strip() for part in text.replace("\n", "|").split("|") if part.strip()]
    return lambda rng: rng.choice(values)


def coded(form, count, key):
    """A published list of codes: a few of them, drawn once, that come again and again."""
    rng = random.Random(f"{SEED}:codes:{key}")
    values = sorted({pattern(rng, form) if isinstance(form, str) else str(form(rng)) for _ in range(count)})
    return lambda r: r.choice(values)


def slots(text, glue=" "):
    rows = [[part.strip() for part in line.split("|")] for line in text.strip().split("\n")]
    return lambda rng: glue.join(rng.choice(row) for row in rows)


def plain(text):
    """Letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def ascii_word(text):
    return "".join(c for c in plain(text).lower() if c.isascii() and c.isalpha()) or "wren"


def born(rng, first=1930, last=2012):
    start = datetime.date(first, 1, 1).toordinal()
    return datetime.date.fromordinal(rng.randrange(start, datetime.date(last, 12, 31).toordinal() + 1))


def recent(rng):
    return born(rng, 2004, 2025)


def other_digits(text, zero):
    return "".join(chr(ord(zero) + int(c)) if c.isascii() and c.isdigit() else c for c in text)


def clock(rng):
    return rng.randrange(24), rng.randrange(60), rng.randrange(60)


# ---------------------------------------------------------------- names

NAME = ["patient", "pt_nm", "nom", "SUBJNAM", "nombre_pac", "Name_Pat", "imię", "jméno_pac", "ad_soyad", "ФИО_пац",
    "患者名",
        "navn", "nimi", "név2", "nume", "PNAME"]
STAFF = ["INVNAM", "PI", "examiner", "Untersucher", "médecin", "responsable", "entered_by", "assessor", "Arzt",
    "auditUser"]
KIN = ["contact1", "proche", "Angehörige", "familiar", "emerg", "guardian", "NOK"]


def two(first, last, glue=" "):
    """Names from two lists."""
    first, last = first.split(), last.split()
    return lambda r: r.choice(first) + glue + r.choice(last)


def one_of(text):
    values = text.split()
    return lambda r: r.choice(values)


def names():
    for locale in ["ar_AA", "es_AR", "de_LI", "de_LU", "ta_IN", "sw"]:
        family("name", f"whole {locale}", NAME, faker_cell(locale, "name"), mixed=True)
    for locale in ["et_EE", "lv_LV", "sk_SK", "is_IS", "ka_GE", "hy_AM", "fa_IR", "ta_IN", "mk_MK"]:
        family("name", f"given alone {locale}", "given|first|etunimi|vards|meno|NM1|ime", faker_cell(
            locale, "first_name"), mixed=True)
    for locale in ["et_EE", "lv_LV", "sk_SK", "ka_GE", "hy_AM", "fa_IR", "zh_TW", "ga_IE", "mk_MK"]:
        family("name", f"family alone {locale}", "family|surname|uzvards|priezvisko|NM2|sloinne", faker_cell(
            locale, "last_name"), mixed=True)
    burmese = "Khin Myo Aung Thida Zaw Htun Win Nandar Phyo Kyaw Ei Mon Soe Hla Thant Yin Min Swe Naing Su Lwin".split()
    khmer = two("Sok Chan Keo Chea Heng Kim Ly Mao Nhem Ouk Pen Sam Seng Tep Vong Yim",
                "Sophea Dara Bopha Rithy Sokha Vanna Chanthou Pisey Ratana Sreymom Visal Kosal Theary Makara")
    mongol = "Баатар Дорж Сүхбат Энхтуяа Оюун Болд Ганбаяр Цэцэг Мөнхжин Алтан Наран Тэмүүлэн Сарнай Бат-Эрдэнэ Номин".split()
    kazakh = two("Нұрсұлтан Айгүл Ерлан Динара Бауыржан Әсел Мадина Санжар Гүлнар Тимур Жанар Әлібек Сәуле",
                 "Серікұлы Ахметова Жұмабаев Оспанова Қасымов Нұрланқызы Тілеубек Сағынбаева Есенов Байжанова")
    somali = "Abdi Hodan Faduma Warsame Cabdullahi Sahra Ayaan Jama Nuur Xasan Ismaciil Hibo Guled Farax Deqa Liban".split()
    ethiopian = "አበበ ከበደ አልማዝ ተስፋዬ ሙሉጌታ ሳራ ዮናስ ብርሃኑ ሄለን ዳዊት ሰላም ገብረ ወርቁ ታደሰ ማርታ ኃይሌ".split()
    malagasy = two("Rakotomalala Randrianarisoa Rasoanaivo Andriamihaja Razafindrabe Ramanantsoa Rabemananjara Ravelojaona "
                   "Raharimalala Rajaonarivelo",
                   "Hery Lalao Faniry Tojo Voahangy Nirina Mamy Haja Fanja Solofo Miora")
    mande = two("Mamadou Aminata Ousmane Fatoumata Ibrahima Awa Cheikh Mariama Moussa Ndeye Boubacar Aïssatou",
                "Diallo Traoré Ndiaye Coulibaly Keïta Sow Cissé Diop Sarr Touré Camara Kouyaté Konaté")
    rwandan = two("UWIMANA MUKAMANA HABIMANA NIYONZIMA UWASE MUGISHA INGABIRE NDAYISENGA KAREKEZI MUKESHIMANA",
                  "Claudine Jean-Bosco Emmanuel Vestine Théogène Solange Innocent Aline Fidèle Espérance")
    welsh = two("Rhys Carys Dafydd Angharad Gwilym Nia Emyr Lowri Ifan Bethan Huw Eleri Gethin Mared",
                "Llywelyn Pritchard Bevan Gruffydd Cadwaladr Meredith Probert Vaughan Bowen Parry Tudur Rees")
    basque = two("Aitor Nerea Iker Maialen Gorka Ane Unai Leire Jokin Amaia Xabier Itziar Eneko Garazi",
                 "Etxeberria Agirre Zubizarreta Goikoetxea Mendizabal Arrizabalaga Urrutia Olabarria Lasa Iturbe Otxoa")
    sami = two("Áilu Máret Jovnna Elle Niillas Biret Ánde Risten Mihkkal Sárá",
               "Utsi Gaup Sara Hætta Eira Balto Somby Guttorm Valkeapää Länsman")
    faroese = two("Jógvan Marjun Høgni Sólrun Bárður Turið Regin Elspa Páll Rannvá",
                  "Joensen Djurhuus Poulsen Niclasen Rasmussen Dam Hammer Zachariasen Olsen Heinesen")
    maltese = two("Ġużeppi Marija Karmenu Pawlu Ġorġa Salvu Rita Ċensu Doris Wistin Katarina",
                  "Borg Camilleri Vella Farrugia Zammit Galea Micallef Grech Attard Spiteri Azzopardi Xuereb")
    luxem = two("Jang Mett Léini Pol Tun Marie-Josée Nico Jos Claudine Änder",
                "Schmit Thill Wagener Reuter Kieffer Faber Hoffmann Weis Majerus Kremer Theisen")
    frisian = two("Sjoerd Femke Wytse Baukje Douwe Tjitske Hidde Nynke Eeltsje Jildou",
                  "Hoekstra Dijkstra Postma Wiersma Bouma Sikkema Terpstra Zijlstra Fokkema Rypma")
    kurdish = two("Azad Rojda Serhat Berîvan Baran Dilan Şêrko Zîlan Hêvî Rêzan Jiyan Botan",
                  "Demirtaş Berwarî Zebarî Barzincî Hewramî Şemdîn Kobanî Mihemed Rojhilat Cizîrî")
    sinhala = two("W.M.S. K.A.D. H.M. R.P.N. D.M.T. L.K. A.G.P. S.D.",
                  "Bandara Perera Jayasuriya Wickramasinghe Rathnayake Dissanayake Gunawardena Silva Herath Senanayake")
    tamil = lambda r: f"{r.choice('RSKMPVNTG')}.{r.choice(['', r.choice('RSKV') + '.'])} " + r.choice(
        "Venkatesan Lakshmi Murugan Subramanian Kavitha Senthil Meenakshi Balaji Revathi Arunachalam Ilango".split())
    sikh = lambda r: " ".join([r.choice("Gurpreet Harjit Manpreet Jaswinder Kulwant Simran Balbir Navneet Amrit".split()),
                               r.choice(["Singh", "Kaur"]),
                                   r.choice("Gill Dhillon Sandhu Sidhu Brar Grewal Bains".split())])
    son_of = lambda r: " ".join([r.choice("Ramesh Sunita Mohan Geeta Suresh Kamla Rajesh Pushpa Dinesh Asha".split()),
                                 r.choice("Kumar Devi Lal Prasad Yadav Sharma".split()),
                                     r.choice(["S/o", "W/o", "D/o"]),
                                 r.choice("Ram Shyam Hari Gopal Bhola Kishan Jagdish Madan".split()),
                                 r.choice("Prasad Lal Singh Das Yadav".split())])
    mononym = one_of("Sukarman Wulandari Supriyadi Ngatini Sutopo Kartini Darmawan Suparman Yatmi Sumarni Paijo Hartono "
                     "Wagiman Lestari Sugeng Rukmini Mulyono Tukinah Widodo Sarinem Purnomo Suharti Kasiman Ponirah")
    filipino = lambda r: r.choice(["Dela Cruz", "De Guzman", "Macaraeg", "Bautista", "Pangilinan", "Sumulong",
        "Del Rosario",
                                   "Manalo", "Dimaculangan", "Lacson"]) + ", " + r.choice(
        "Maricel Rodel Jhun-Jhun Rosalinda Edgardo Ligaya Arnel Jocelyn Bong Cherry".split()) + f" {r.choice(UPPER[:18])}."
    kunya = lambda r: f"{r.choice(['أم', 'أبو'])} " + r.choice("أحمد محمد خالد علي يوسف عمر حسن سارة ليلى مريم فهد سلمان ناصر".split())
    nasab = lambda r: " بن ".join(r.sample("محمد عبدالله خالد سعود فهد علي ناصر سلطان تركي ماجد سعد".split(),
        2)) + " " + r.choice(
        "العتيبي القحطاني الحربي الشمري الدوسري الغامدي المطيري الزهراني".split())
    greek = two("Giorgos Eleni Dimitris Katerina Nikos Sofia Kostas Vasiliki Panagiotis Foteini",
                "Papadopoulou Georgiadis Nikolaidis Vlachou Karagiannis Oikonomou Makris Antoniou Samaras Zervas")
    greek_up = two("ΓΕΩΡΓΙΟΣ ΕΛΕΝΗ ΔΗΜΗΤΡΙΟΣ ΑΙΚΑΤΕΡΙΝΗ ΝΙΚΟΛΑΟΣ ΣΟΦΙΑ ΚΩΝΣΤΑΝΤΙΝΟΣ ΒΑΣΙΛΙΚΗ ΧΡΗΣΤΟΣ",
                   "ΠΑΠΑΔΟΠΟΥΛΟΣ ΓΕΩΡΓΙΑΔΟΥ ΒΛΑΧΟΣ ΚΑΡΑΓΙΑΝΝΗ ΟΙΚΟΝΟΜΟΥ ΜΑΚΡΗΣ ΑΝΤΩΝΙΟΥ ΣΑΜΑΡΑΣ")
    cyrus = two("Andreas Maria Christos Despina Kyriakos Androulla Panayiotis Eleni Stelios Loukia",
                "Hadjigeorgiou Kyprianou Charalambous Michaelides Hadjichristou Savvides Economides Loizou Demetriou")
    russian = lambda r: " ".join(r.choice([
        (r.choice("Ivanova Smirnova Kuznetsova Sokolova Lebedeva Morozova Fedorova".split()),
         r.choice("Olga Irina Natalia Svetlana Yulia Tatiana".split()),
         r.choice("Petrovna Sergeevna Ivanovna Vladimirovna Nikolaevna".split())),
        (r.choice("Ivanov Smirnov Popov Kozlov Volkov Egorov Zaitsev".split()),
         r.choice("Sergey Aleksandr Dmitry Yuri Pavel Mikhail".split()),
         r.choice("Petrovich Sergeevich Ivanovich Andreevich Nikolaevich".split()))]))
    viet = lambda r: " ".join([r.choice("NGUYEN TRAN LE PHAM HOANG VU DANG BUI DO NGO DUONG".split()),
                               r.choice("VAN THI MINH QUOC NGOC DUC THANH".split()),
                               r.choice("AN BINH CUONG DUNG HUONG LAN NAM PHUONG QUANG TUAN YEN HOA".split())])
    for name, headers, cell in [
        ("burmese", NAME,
            lambda r: f"{r.choice(['Daw', 'U', 'Ko', 'Ma'])} {' '.join(r.sample(burmese, r.choice([2, 3])))}"),
        ("khmer latin", NAME, khmer), ("mongolian initial", NAME,
            lambda r: f"{r.choice('АБГДЖМНОПСТЦЧЭ')}.{r.choice(mongol)}"),
        ("kazakh cyrillic", NAME, kazakh), ("somali three", NAME, lambda r: " ".join(r.sample(somali, 3))),
        ("amharic script", NAME, lambda r: " ".join(r.sample(ethiopian, 2))), ("malagasy", NAME, malagasy),
        ("west african french", NAME, mande), ("rwandan capital first", NAME, rwandan), ("welsh", NAME, welsh),
        ("basque", NAME, basque), ("sami", NAME, sami), ("faroese", NAME, faroese), ("maltese", NAME, maltese),
        ("luxembourgish", NAME, luxem), ("frisian", NAME, frisian), ("kurdish", NAME, kurdish),
        ("sri lankan initials", NAME, sinhala), ("south indian initial", NAME, tamil), ("sikh", NAME, sikh),
        ("son of india", NAME, son_of), ("javanese single", NAME, mononym), ("filipino comma", NAME, filipino),
        ("arabic kunya", KIN, kunya), ("arabic chain", NAME, nasab), ("greek latin letters", NAME, greek),
        ("greek capitals", NAME, greek_up), ("cypriot latin letters", NAME, cyrus),
        ("russian latin letters", NAME, russian), ("vietnamese capitals bare", NAME, viet),
    ]:
        family("name", name, headers, cell, mixed=name in ("welsh", "basque", "kurdish", "maltese"), tokens=True)
    n = lambda f: f.first_name()
    for name, headers, locale, make in [
        ("surname and letter finnish", NAME, "fi_FI", lambda f, r: f"{f.last_name()} {n(f)[0]}"),
        ("don doña spanish", NAME, "es_ES", lambda f,
        r: r.choice([f"D. {f.first_name_male()} {f.last_name()} {f.last_name()}",
            f"Dña. {f.first_name_female()} {f.last_name()} {f.last_name()}"])),
        ("thai title", NAME, "th_TH", lambda f,
            r: f"{r.choice(['นาย', 'นาง', 'นางสาว', 'ด.ช.', 'ด.ญ.'])} {n(f)} {f.last_name()}"),
        ("chinese surname and title", NAME, "zh_CN", lambda f,
            r: f"{f.last_name()}{r.choice(['先生', '女士', '阿姨', '医生'])}"),
        ("japanese middle dot", NAME, "ja_JP", lambda f, r: f"{f.last_name()}\u30fb{n(f)}"),
        ("japanese narrow kana", NAME, "ja_JP", lambda f,
        r: r.choice("ﾔﾏﾀﾞ ｻﾄｳ ﾀﾅｶ ｽｽﾞｷ ｲﾄｳ ﾜﾀﾅﾍﾞ ﾖｼﾀﾞ ｶﾄｳ ﾓﾘ ｲﾉｳｴ".split()) + " " +
            r.choice("ﾀﾛｳ ﾊﾅｺ ｹﾝｼﾞ ﾕｳｺ ｱｷﾗ ﾐｻｷ ｼｮｳﾀ ｻｸﾗ ﾋﾛｼ ﾅｵﾐ".split())),
        ("japanese hiragana", NAME, "ja_JP", lambda f, r: r.choice("やまだ さとう たなか すずき いとう わたなべ よしだ かとう もり いのうえ".split()) +
            r.choice(["", " "]) + r.choice("たろう はなこ けんじ ゆうこ あきら みさき しょうた さくら ひろし なおみ".split())),
        ("korean with honorific", NAME, "ko_KR", lambda f, r: f"{f.name()}{r.choice([' 님', '씨', '님'])}"),
        ("doctor german", STAFF, "de_DE", lambda f,
        r: f"{r.choice(['Dr. med.', 'PD Dr.', 'Prof. Dr.', 'OA Dr.', 'Dr.'])} "
            f"{r.choice(['', n(f)[0] + '. '])}{f.last_name()}"),
        ("doctor italian", STAFF, "it_IT", lambda f,
            r: f"{r.choice(['Dott.ssa', 'Dott.', 'Prof.'])} {f.last_name()} {n(f)}"),
        ("doctor russian", STAFF, "ru_RU", lambda f, r: f"{r.choice(['врач', 'д-р', 'проф.'])} {f.last_name()} "
            f"{r.choice('АБВГДЕИКЛМН')}.{r.choice('АБВГДЕИКЛМН')}."),
        ("doctor turkish", STAFF, "tr_TR", lambda f,
            r: f"{r.choice(['Uzm. Dr.', 'Prof. Dr.', 'Dr.', 'Hem.'])} {n(f)} {f.last_name()}"),
        ("signed english", STAFF, "en_US", lambda f,
        r: f"{r.choice(['e-signed by', 'Electronically signed:', 'Verified by'])} "
            f"{n(f)} {f.last_name()}, {r.choice(['MD', 'RN', 'NP', 'PharmD'])}"),
        ("signed german", STAFF, "de_DE", lambda f, r: f"{r.choice(['gez.', 'i.A.', 'i.V.'])} {f.last_name()}"),
        ("degree after comma", STAFF, "en_GB", lambda f,
            r: f"{n(f)} {f.last_name()}, {r.choice(['MBBS', 'FRCP', 'PhD', 'RN', 'MSc'])}"),
        ("hl7 components", NAME, "en_US", lambda f,
        r: f"{f.last_name()}^{n(f)}^{r.choice(UPPER[:20])}^{r.choice(['', 'Jr', 'III'])}"
            f"^{r.choice(['Mr', 'Ms', 'Mrs'])}^^L"),
        ("nickname in quotes", NAME, "en_US", lambda f,
        r: f"{n(f)} \"{r.choice('Bob Liz Chip Peggy Skip Dot Hank Trudy Buzz'.split())}\" "
            f"{f.last_name()}"),
        ("generation suffix", NAME, "en_US", lambda f,
        r: f"{f.first_name_male()} {r.choice(UPPER[:18])}. {f.last_name()} "
            f"{r.choice(['Jr.', 'Sr.', 'II', 'III', 'IV'])}"),
        ("newborn english", NAME, "en_GB", lambda f,
        r: r.choice([f"Baby Boy {f.last_name()}", f"Baby Girl {f.last_name()}",
            f"BB {f.last_name()}", f"{f.last_name()}, Twin {r.choice('AB')}"])),
        ("newborn portuguese", NAME, "pt_BR", lambda f, r: f"RN de {f.first_name_female()} {f.last_name()}"),
        ("née french", NAME, "fr_FR", lambda f,
            r: f"{f.last_name().upper()} née {f.last_name().upper()} {f.first_name_female()}"),
        ("married italian", NAME, "it_IT", lambda f, r: f"{f.last_name().upper()} {f.first_name_female().upper()} "
            f"{r.choice(['in', 'ved.', 'coniugata'])} {f.last_name().upper()}"),
        ("married hungarian", NAME, "hu_HU", lambda f, r: f"{f.last_name()} {f.first_name_male()}né"),
        ("widow spanish", NAME, "es_MX", lambda f,
            r: f"{f.first_name_female()} {f.last_name()} {r.choice(['de', 'Vda. de'])} {f.last_name()}"),
        ("dutch particle behind", NAME, "nl_NL", lambda f,
        r: f"{r.choice('Berg Jong Vries Dijk Velde Heuvel Broek Wal Meer'.split())}, "
            f"{r.choice(['van den', 'de', 'van der', 'van'])}, {n(f)[0]}.{r.choice(UPPER[:15])}."),
        ("hyphenated german comma", NAME, "de_DE", lambda f, r: f"{f.last_name()}-{f.last_name()}, {n(f)}-{n(f)}"),
        ("brazilian long lower", NAME, "pt_BR", lambda f,
        r: f"{n(f)} {n(f)} {r.choice(['da', 'dos', 'de'])} {f.last_name()} "
            f"{f.last_name()}".lower()),
        ("icelandic capitals", NAME, "is_IS", lambda f, r: f.name().upper()),
        ("bulgarian three", NAME, "bg_BG", lambda f,
        r: f"{f.first_name_male()} {r.choice('Иванов Петров Георгиев Димитров'.split())} "
            f"{r.choice('Стоянов Колев Тодоров Маринов Ангелов Вълчев'.split())}"),
        ("hebrew comma", NAME, "he_IL", lambda f, r: f"{f.last_name()}, {n(f)}"),
        ("login letter and surname", STAFF, "en_US", lambda f,
            r: f"{n(f)[0].lower()}{ascii_word(f.last_name())}{r.choice(['', '', '1', '02'])}"),
        ("login with realm", STAFF, "de_DE", lambda f, r: f"KLINIKUM\\{n(f)[0].lower()}{ascii_word(f.last_name())}"),
        ("login truncated eight", STAFF, "fr_FR", lambda f, r: (ascii_word(f.last_name())[:7] + ascii_word(n(f))[0])),
        ("relation german", KIN, "de_DE", lambda f,
            r: f"{r.choice(['Mutter', 'Ehemann', 'Tochter', 'Betreuer', 'Vater'])}: {n(f)} {f.last_name()}"),
        ("relation french", KIN, "fr_FR", lambda f,
            r: f"{f.last_name().upper()} {n(f)} ({r.choice(['épouse', 'fils', 'mère', 'tutelle'])})"),
        ("relation polish", KIN, "pl_PL", lambda f,
            r: f"{r.choice(['matka', 'żona', 'córka', 'opiekunka'])} {f.first_name_female()} {f.last_name()}"),
        ("relation arabic", KIN, "ar_SA", lambda f, r: f"{r.choice(['الأم', 'الزوج', 'الابن'])}: {n(f)}"),
        ("children enumerated", KIN, "de_DE", lambda f, r: f"{n(f)}, {n(f)} u. {n(f)}"),
        ("name inside file name", "scan_file|Datei|fichier|attachment", "de_DE", lambda f,
        r: f"{ascii_word(f.last_name()).capitalize()}_"
            f"{ascii_word(n(f)).capitalize()}_{r.choice(['CT', 'MRT', 'Arztbrief', 'Labor', 'EKG'])}.{r.choice(['pdf', 'dcm', 'jpg'])}"),
        ("run together camel", NAME, "en_US", lambda f, r: f"{n(f)}{ascii_word(f.last_name()).capitalize()}"),
        ("couple english", NAME, "en_GB", lambda f, r: f"Mr & Mrs {f.last_name()}"),
        ("title russian", NAME, "ru_RU", lambda f, r: f"{r.choice(['г-жа', 'гр.', 'б-ной', 'б-ная'])} {f.last_name()}"),
        ("each quoted", NAME, "en_US", lambda f, r: f'"{f.last_name()}","{n(f)}"'),
        ("bracketed record german", NAME, "de_AT", lambda f, r: f"{f.last_name()} {n(f)} [{number(r, 6)}]"),
        ("mostly anonymous", NAME, "en_US", lambda f,
            r: r.choice(["ANONYMOUS", "REDACTED"]) if r.random() < 0.5 else f"{n(f)} {f.last_name()}"),
        ("with sex sign", NAME, "cs_CZ", lambda f,
        r: f"{f.last_name_female()} {f.first_name_female()} (Ž)" if r.random() < 0.5 else
            f"{f.last_name_male()} {f.first_name_male()} (M)"),
        ("pipe separated swedish", NAME, "sv_SE", lambda f, r: f"{f.last_name()}|{n(f)}"),
        ("slash separated danish", NAME, "da_DK", lambda f, r: f"{f.last_name()}/{n(f)}"),
        ("key value english", NAME, "en_US", lambda f, r: f"fn={n(f)};ln={f.last_name()}"),
        ("json english", NAME, "en_GB", lambda f, r: f'{{"given": "{n(f)}", "family": "{f.last_name()}"}}'),
        ("anrede brief", NAME, "de_DE", lambda f, r: f"Sehr geehrte{r.choice(['r Herr', ' Frau'])} {f.last_name()}"),
        ("given name and age", NAME, "es_CO", lambda f, r: f"{n(f)} ({r.randrange(2, 17)} a)"),
        ("accents lost by question mark", NAME, "fr_FR", lambda f,
            r: "".join(c if c.isascii() else "?" for c in f"{n(f)} {f.last_name()}")),
        ("wrongly decoded", NAME, "de_DE", lambda f,
        r: f"{n(f)} {f.last_name()}".replace("ü", "Ã¼").replace("ö", "Ã¶").replace(
            "ä", "Ã¤").replace("ß", "ÃŸ")),
    ]:
        family("name", name, headers, faker_cell(locale, make),
            pad=name in ("surname and letter finnish", "couple english"))
    family("name", "truncated three and three", "code_nm|Kürzel6|PTCODE", faker_cell("de_DE", lambda f, r:
           (ascii_word(f.last_name())[:3] + ascii_word(n(f))[:3]).upper()), rows=[60, 90, 120], repeat=1)
    family("name", "sparse among dashes", KIN, lambda r: "-" if r.random() < 0.8 else mande(r), rows=[150, 200, 300])


# ---------------------------------------------------------------- contacts

MAIL = ["mail", "adres_el", "EMAIL1", "e_post", "correo", "kontakt2", "contactinfo"]
PHONE = ["phone_no", "TELNO", "mob", "tel_kin", "cell", "kontakt", "telefono2", "nr_tel", "Erreichbarkeit", "电话",
    "هاتف"]
ADDRESS = ["addr", "home", "Anschrift", "adres_zam", "domicilio", "residenza", "bydliště", "residence", "住址", "адрес"]
MADE_UP = ["poczta-lesna-osiem.pl", "post-am-anger.de", "boite-du-canal.fr", "inbox-harbour-row.co.uk",
    "correo-rio-alto.com.mx",
           "posta-colle-nord.it", "letterbox-maple-nine.ca", "mail-eucalypt-eleven.com.au", "post-fjord-fem.no",
           "posta-kale-uc.com.tr", "dak-ghar-nau.in", "example.com", "example.net", "mail.example", "inbox.test"]


def contacts():
    place = lambda r: r.choice(MADE_UP)

    def local(f, r):
        first, last = ascii_word(f.first_name()), ascii_word(f.last_name())
        return r.choice([f"{first}.{last}", f"{first[0]}.{last}", f"{last}.{first}", f"{first}{r.randrange(60, 99)}",
                         f"{last}_{first[0]}", f"{first}-{last}"])

    for name, locale, make in [
        ("mail name and angle", "de_DE", lambda f, r: f"{f.first_name()} {f.last_name()} <{local(f, r)}@{place(r)}>"),
        ("mail dot at words upper", "en_US", lambda f,
            r: f"{local(f, r)}@{place(r)}".replace(".", " DOT ").replace("@", " AT ").upper()),
        ("mail number chinese", "zh_CN", lambda f,
            r: f"{number(r, r.choice([8, 9, 10]))}@{r.choice(['qq-letter.example', 'mail-yijiu.test'])}"),
        ("mail trailing mark", "hu_HU", lambda f, r: f"{local(f, r)}@{place(r)}{r.choice([';', '.', ',', ' '])}"),
        ("mail entity", "en_GB", lambda f, r: f"{local(f, r)}&#64;{place(r)}"),
        ("mail percent encoded", "sv_SE", lambda f, r: f"{local(f, r)}%40{place(r)}"),
        ("mail mostly none", "cs_CZ", lambda f,
            r: f"{local(f, r)}@{place(r)}" if r.random() < 0.25 else r.choice(["nemá", "nemá", "ne"])),
        ("mail with note dutch", "nl_NL", lambda f,
            r: f"{local(f, r)}@{place(r)} {r.choice(['(dochter)', '(werk)', '(privé)'])}"),
        ("mail spaced", "fr_FR", lambda f, r: f"{local(f, r)} @ {place(r)}"),
        ("mail capital initial danish", "da_DK", lambda f, r: f"{local(f, r)}@{place(r)}".title()),
        ("mail json", "en_US", lambda f, r: f'{{"email":"{local(f, r)}@{place(r)}"}}'),
        ("mail subdomain japan", "ja_JP", lambda f,
        r: f"{r.choice('yamada sato tanaka suzuki ito mori'.split())}.{r.choice('k h y m n'.split())}{r.randrange(99)}"
            f"@{r.choice(['ezpost', 'keitai', 'byoin'])}.{r.choice(['example', 'test'])}"),
        ("mail arrow at sign", "es_AR", lambda f, r: f"{local(f, r)}(arroba){place(r)}"),
        ("mail cyrillic", "ru_RU", lambda f,
            r: f"{r.choice('иван мария петр анна сергей ольга'.split())}.{f.last_name().lower()}@почта-{r.choice(['север', 'дом', 'луг'])}.рф"),
    ]:
        family("contact", name, MAIL, faker_cell(locale, make))
    nick = lambda f, r: ascii_word(f.first_name()) + r.choice(["", "_", "."]) + r.choice([ascii_word(f.last_name()),
        str(r.randrange(1, 2010)), "xo", "real"])
    for name, headers, locale, make in [
        ("handle at sign", "social|insta|handle", "en_US", lambda f, r: "@" + nick(f, r)),
        ("chat live id", "skype|IM|chat", "it_IT", lambda f, r: f"live:.cid.{r.getrandbits(64):016x}"),
        ("chat wxid", "微信|chat_id", "zh_CN", lambda f,
            r: "wxid_" + "".join(r.choice(LOWER + DIGITS) for _ in range(14))),
        ("messenger labelled", "social|Messenger", "de_DE", lambda f,
            r: f"{r.choice(['Telegram', 'Signal', 'Threema', 'Insta'])}: {nick(f, r)}"),
        ("discord tag", "gamer|chat", "en_GB", lambda f, r: f"{nick(f, r)}#{r.randrange(1, 9999):04}"),
    ]:
        family("contact", name, headers, faker_cell(locale, make))
    for locale in ["ar_AE", "ar_JO", "en_NZ", "es_MX", "mk_MK", "ne_NP", "ta_IN", "hy_AM"]:
        family("contact", f"telephone {locale}", PHONE, faker_cell(locale, "phone_number"))
    for name, forms in [
        ("iceland", "5## ####|8##-####|354 6## ####"), ("malta", "+356 79## ####|21 ## ## ##|99######"),
        ("peru", "9## ### ###|(01) 4##-####|+51 9########"),
        ("egypt", "010 #### ####|011-########|+20 12 #### ####"),
        ("morocco", "06 6# ## ## ##|+212 6 ## ## ## ##|0661-######"),
        ("nigeria", "0803 ### ####|+234 706 ### ####|081########"),
        ("kenya", "0722 ### ###|+254 733 ######|0711######"),
        ("south africa", "082 ### ####|+27 83 ### ####|(011) 4## ####"),
        ("pakistan", "0300-#######|+92 321 #######|0333 #######"),
        ("bangladesh", "01711-######|+8801819######|01911######"), ("singapore", "9### ####|6### ####|+65 8### ####"),
        ("malaysia", "012-### ####|03-7### ####|+6017-#######"),
        ("hong kong", "6### ####|(852) 2### ####|9###-####"),
        ("kazakhstan", "8 701 ### ## ##|+7 (777) ###-##-##|8(705)#######"),
        ("serbia", "064/###-####|011/2###-###|+381 63 ### ###"),
        ("cyprus", "99 ######|+357 22 ######|96-######"),
        ("cuba venezuela", "0414-#######|+58 412 ### ## ##|+53 5 #######"), ("float", "171#######.0|151#######.0"),
        ("whatsapp link number", "wa: +55 11 9####-####|WhatsApp 55119########|zap (21) 9####-####"),
        ("with time german", "0171 5###### (ab 17 Uhr)|07071/2#### nur vorm.|0160-9###### AB"),
        ("with relation italian", "339 ####### (figlia)|347 ####### moglie|02 6####### casa"),
        ("fax and telephone", "T 040 4#####, F 040 4#####|Tel 030-6###### / Fax -##"),
        ("us parentheses run-on", "(212)555####|(617)555####|(305)555####"),
        ("us leading one", "1-303-555-####|1-415-555-####"),
        ("indonesia", "0812-####-####|(021) 5######|+62 857 #### ####"),
        ("ghana senegal", "024 ### ####|+221 77 ### ## ##|0302-######"),
        ("mongolia", "99## ####|88######|+976 95######"), ("estonia", "5### ####|+372 6## ####|53#####"),
    ]:
        family("contact", f"telephone {name}", PHONE, lambda r, forms=forms.split("|"): "".join(
            r.choice(DIGITS) if c == "#" else c for c in r.choice(forms)))
    for name, zero, form in [("wide digits", "０", "0\\90－8999－9999"), ("thai digits", "๐", "0\\8 8999 9999"),
        ("persian digits", "۰", "0\\912 899 9999"),
                             ("devanagari digits", "०", "\\98999 99999")]:
        family("contact", f"telephone {name}", PHONE, lambda r, zero=zero,
            form=form: other_digits(pattern(r, form), zero))
    for locale, part in [("es_AR", "address"), ("es_CL", "address"), ("en_AU", "address"), ("en_NZ", "address"),
        ("hr_HR", "street_address"),
                         ("ka_GE", "street_address"), ("hy_AM", "street_address"), ("el_GR", "address"),
                         ("az_AZ", "address"), ("ne_NP", "address"), ("en_PH", "address"), ("bn_BD", "address"),
                         ("zh_CN", "street_address"), ("hi_IN", "street_address"), ("ta_IN", "street_address"),
                         ("mk_MK", "street_address"),
                         ("zu_ZA", "address")]:
        family("contact", f"dwelling {locale}", ADDRESS, faker_cell(locale, part), mixed=True)
    for name, locale, make in [
        ("rural route us", "en_US", lambda f,
            r: f"RR {r.randrange(1, 9)} Box {r.randrange(10, 400)}, {f.city()} {f.state_abbr()}"),
        ("kilometre latin america", "es_MX", lambda f,
        r: f"Carretera {r.choice(['a', 'vieja a'])} {r.choice(['San Isidro', 'La Loma', 'El Tule', 'Santa Rita'])} "
            f"km {r.randrange(2, 60)}+{r.randrange(100, 900)}, casa {r.choice(['azul', 'blanca', 'S/N'])}"),
        ("flat british", "en_GB", lambda f,
            r: f"Flat {r.randrange(1, 40)}{r.choice(['', 'A', 'B'])}, {r.randrange(1, 220)} {f.street_name()}"),
        ("landmark india", "en_IN", lambda f,
        r: f"H.No. {r.randrange(1, 20)}-{r.randrange(1, 200)}/{r.randrange(1, 30)}, {r.choice(['Near', 'Opp.', 'Behind'])} "
            f"{r.choice(['Hanuman Temple', 'Govt School', 'Water Tank', 'SBI ATM', 'Bus Stand'])}, {r.choice(['Gandhi Nagar', 'Shanti Colony', 'Rajiv Chowk', 'MG Road'])}"),
        ("block and lot", "en_PH", lambda f,
        r: f"Blk {r.randrange(1, 60)} Lot {r.randrange(1, 40)}, {r.choice(['Sampaguita St', 'Narra Ext', 'Ilang-Ilang St', 'Rosal St'])}, "
            f"Brgy. {r.choice(['San Roque', 'Poblacion', 'Sta. Cruz', 'Bagong Silang'])}"),
        ("chome japan", "ja_JP", lambda f,
            r: f"{f.town()}{r.randrange(1, 7)}丁目{r.randrange(1, 30)}-{r.randrange(1, 20)}"),
        ("turkish quarter", "tr_TR", lambda f,
        r: f"{r.choice(['Yeni', 'Cumhuriyet', 'Atatürk', 'Fatih', 'Bahçe'])} Mah. {r.choice(['Gül', 'Lale', 'Çınar', 'Okul', '1204.'])} "
            f"Sok. No:{r.randrange(1, 90)} D:{r.randrange(1, 20)}"),
        ("brazil quadra", "pt_BR", lambda f,
            r: f"Q. {r.randrange(101, 716)} Conj. {r.choice('ABCDEFGH')} Casa {r.randrange(1, 40)}"),
        ("russia flat", "ru_RU", lambda f,
        r: f"ул. {r.choice(['Ленина', 'Мира', 'Садовая', 'Лесная', 'Гагарина', 'Советская'])}, д. {r.randrange(1, 150)}"
            f"{r.choice(['', ' корп. 2', 'а'])}, кв. {r.randrange(1, 240)}"),
        ("poland flat lower", "pl_PL", lambda f,
            r: f"ul. {r.choice(['polna', 'lipowa', 'krótka', 'ogrodowa', 'kościuszki', 'dębowa'])} {r.randrange(1, 90)}/{r.randrange(1, 60)}"),
        ("mannheim squares", "de_DE", lambda f,
            r: f"{r.choice('ABCDEFGHIKLMNOPQRSTU')}{r.randrange(1, 8)}, {r.randrange(1, 40)}"),
        ("vienna stairs door", "de_AT", lambda f,
            r: f"{f.last_name()}gasse {r.randrange(1, 120)}/{r.randrange(1, 9)}/{r.randrange(1, 30)}"),
        ("farm norway", "no_NO", lambda f,
            r: f"{r.choice(['Nordre', 'Søre', 'Øvre', 'Nedre'])} {r.choice(['Haugen', 'Bakken', 'Lia', 'Moen', 'Viken'])} gård, gnr {r.randrange(1, 200)} bnr {r.randrange(1, 60)}"),
        ("kenya box", "en_KE", lambda f,
        r: f"P O BOX {number(r, r.choice([3, 4, 5]))}-{r.choice(['00100', '40100', '20100', '80100'])} "
            f"{r.choice(['NAIROBI', 'KISUMU', 'NAKURU', 'MOMBASA'])}"),
        ("village and district german", "de_DE", lambda f,
        r: f"{r.choice(['Ober', 'Unter', 'Nieder', 'Klein', 'Groß'])}{r.choice(['lindach', 'rodheim', 'wiesbach', 'tannau', 'eschfeld'])} "
            f"{r.randrange(1, 120)}, Lkr. {r.choice(['Altwald', 'Seenland', 'Hochrhön', 'Donauried'])}"),
        ("care home english", "en_GB", lambda f,
            r: f"Room {r.randrange(1, 60)}, {f.last_name()} House Care Home, {f.street_name()}"),
    ]:
        family("contact", name, ADDRESS, faker_cell(locale, make), mixed=name in ("flat british", "turkish quarter"))
    deg = lambda r, top: f"{r.randrange(top)}°{r.randrange(60):02}'{r.randrange(60):02}.{r.randrange(10)}\""
    words = "apple bridge candle dolphin ember feather garden hollow island jungle kettle lantern meadow needle orchard pebble".split()
    for name, headers, cell in [
        ("degrees minutes seconds", "gps|Lage|posição", lambda r: f"{deg(r, 60)}N {deg(r, 100)}E"),
        ("geohash nine", "geo|gh",
            lambda r: r.choice("u9dsgtw") + "".join(r.choice("0123456789bcdefghjkmnpqrstuvwxyz") for _ in range(8))),
        ("plus code", "geo|olc",
            lambda r: "".join(r.choice("23456789CFGHJMPQRVWX") for _ in range(8)) + "+"
            + "".join(r.choice("23456789CFGHJMPQRVWX") for _ in range(2))),
        ("three words", "w3w|geo", lambda r: "///" + ".".join(r.sample(words, 3))),
        ("utm", "geo|UTM",
            lambda r: f"{r.choice(['32U', '33U', '31T', '30U'])} {number(r, 6)} {r.choice('45')}{number(r, 6)}"),
        ("wkt point", "geom|shape", lambda r: f"POINT({r.uniform(-9, 25):.6f} {r.uniform(37, 61):.6f})"),
        ("latitude six places", "lat|y_coord|breite", lambda r: f"{r.uniform(37, 61):.6f}"),
        ("geo uri", "geo|loc", lambda r: f"geo:{r.uniform(37, 61):.5f},{r.uniform(-9, 25):.5f}"),
        ("national grid british", "grid|OSGB",
            lambda r: f"{r.choice(['TQ', 'SU', 'SP', 'NZ', 'NT', 'SE'])} {pattern(r, '99999 99999')}"),
    ]:
        family("contact", name, headers, cell, repeat=1)


# ---------------------------------------------------------------- national numbers

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


def ymd(day):
    return f"{day:%y%m%d}"


def dmy(day):
    return f"{day:%d%m%y}"


def eleven_check(body, weights, on_ten=None):
    check = -weighted(body, weights) % 11
    return on_ten if check == 10 else str(check)


def samordning(rng):
    day = born(rng)
    body = f"{day:%y%m}{day.day + 60}{pattern(rng, '999')}"
    return f"{body[:6]}-{body[6:]}{luhn(body)}"


def d_number(rng):
    day = born(rng)
    body = f"{day.day + 40}{day:%m%y}{pattern(rng, '999')}"
    first = eleven_check(body, [3, 7, 6, 1, 8, 9, 4, 5, 2])
    if first is None:
        return None
    second = eleven_check(body + first, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2])
    return None if second is None else body + first + second


def oib(rng):
    body, rest = number(rng, 10), 10
    for c in body:
        rest = ((int(c) + rest) % 10 or 10) * 2 % 11
    return body + str((11 - rest) % 10)


def idnp(rng):
    body = "2" + number(rng, 11, "0")
    return body + str(weighted(body, [7, 3, 1] * 4) % 10)


def albania(rng):
    day = born(rng, 1940, 2009)
    decade = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[(day.year - 1800) // 10]
    body = f"{decade}{day.year % 10}{day.month + rng.choice([0, 50]):02}{day.day:02}{pattern(rng, '999')}"
    return body + rng.choice("ABCDEFGHIJKLMNOPQRSTUVW")


def nip(rng):
    body = number(rng, 9)
    check = weighted(body, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11
    return None if check == 10 else f"{body[:3]}-{body[3:6]}-{body[6:8]}-{body[8]}{check}"


def adoazonosito(rng):
    body = "8" + f"{(born(rng) - datetime.date(1867, 1, 1)).days:05}" + pattern(rng, "999")
    check = weighted(body, range(1, 10)) % 11
    return None if check == 10 else body + str(check)


def afm(rng):
    body = number(rng, 8, "0123")
    return body + str(weighted(body, [256, 128, 64, 32, 16, 8, 4, 2]) % 11 % 10)


def luxembourg(rng):
    day = born(rng)
    body = f"{day:%Y%m%d}{pattern(rng, '999')}"
    return body + luhn(body) + str(rng.randrange(10))


def phn(rng):
    body = "9" + number(rng, 8)
    check = weighted(body[1:], [2, 4, 8, 5, 10, 9, 7, 3])
    check = 11 - check % 11
    return None if check > 9 else f"{body[:4]} {body[4:7]} {body[7:]}{check}"


def npi(rng):
    body = "1" + number(rng, 8)
    return body + luhn("80840" + body)


def dea(rng):
    body = number(rng, 6)
    total = sum(int(c) for c in body[0::2]) + 2 * sum(int(c) for c in body[1::2])
    return f"{rng.choice('ABFM')}{rng.choice(UPPER)}{body}{total % 10}"


def ecuador(rng):
    body = f"{rng.randrange(1, 25):02}{rng.randrange(6)}" + pattern(rng, "999999")
    return body + luhn(body)


def pis(rng):
    body = "1" + number(rng, 9)
    check = -weighted(body, [3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) % 11 % 10
    return f"{body[:3]}.{body[3:8]}.{body[8:]}-{check}"


def dominican(rng):
    body = "0" + number(rng, 9)
    total = sum(sum(map(int, str(int(c) * w))) for c, w in zip(body, [1, 2] * 5))
    return f"{body[:3]}-{body[3:]}-{-total % 10}"


def fin(rng):
    lead, body = rng.choice("FG"), number(rng, 7)
    total = weighted(body, [2, 7, 6, 5, 4, 3, 2]) + (4 if lead == "G" else 0)
    return f"{lead}{body}{'XWUTRQPNMLK'[total % 11]}"


def kuwait(rng):
    day = born(rng)
    body = ("2" if day.year < 2000 else "3") + ymd(day) + pattern(rng, "9999")
    check = 11 - weighted(body, [2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11
    return body + str(check) if 0 < check < 10 else None


def nss_mexico(rng):
    body = number(rng, 10)
    return body + luhn(body)


def imei(rng):
    body = rng.choice(["35", "86", "01"]) + number(rng, 12)
    return body + luhn(body)


def ihi(rng):
    body = "800360" + number(rng, 9)
    text = body + luhn(body)
    return " ".join(text[i:i + 4] for i in range(0, 16, 4))


def card(rng):
    body = rng.choice(["4", "51", "53"])
    body += pattern(rng, "9" * (15 - len(body)))
    text = body + luhn(body)
    return " ".join(text[i:i + 4] for i in range(0, 16, 4))


def cut_number(rng):
    body = number(rng, 8, "12")
    rest = weighted(body, range(9, 1, -1)) % 11
    text = body + str(0 if rest < 2 else 11 - rest)
    return f"{text[:3]} {text[3:6]} {text[6:]}"


def thai(rng):
    body = number(rng, 12, "12345")
    check = (11 - weighted(body, range(13, 1, -1)) % 11) % 10
    return f"{body[0]} {body[1:5]} {body[5:10]} {body[10:]} {check}"


def chile_lower(rng):
    body = number(rng, 8, "12")
    check = -weighted(body[::-1], [2, 3, 4, 5, 6, 7, 2, 3]) % 11
    return f"{body}{'k' if check == 10 else check}"


def cartao(rng):
    return f"{number(rng, 8, '12')} {rng.randrange(10)} {rng.choice('XYZ')}{rng.choice('XYZW')}{rng.randrange(10)}"


def personnummer_spaced(rng):
    day = born(rng)
    body = f"{day:%y%m%d}{pattern(rng, '999')}"
    return f"{body[:6]} {body[6:]}{luhn(body)}"


def aadhaar_like_vid(rng):
    return " ".join(number(rng, 4) for _ in range(4))


def fiscal_spaced(rng):
    day = born(rng)
    code = "".join(rng.choice("bcdfglmnprstvz") for _ in range(6))
    date = f"{day.year % 100:02}{'abcdehlmprst'[day.month - 1]}{day.day + rng.choice([0, 40]):02}"
    return f"{code[:3]} {code[3:]} {date} {rng.choice('abcdefghil')}{pattern(rng, '999')}{rng.choice(LOWER)}"


def dated(form):
    """{d} ddmmyy, {y} yymmdd, {Y} yyyymmdd, {D} ddmmyyyy, {p} yyyy; the rest as in a pattern."""
    def cell(rng):
        day = born(rng)
        values = {"d": dmy(day), "y": ymd(day), "Y": f"{day:%Y%m%d}", "D": f"{day:%d%m%Y}", "p": str(day.year)}
        parts = form.replace("}", "{").split("{")
        return "".join(pattern(rng, part) if i % 2 == 0 else values[part] for i, part in enumerate(parts))
    return cell


def orcid(rng):
    body, total = "0000000" + rng.choice("123") + pattern(rng, "9999999"), 0
    for c in body:
        total = (total + int(c)) * 2
    text = body + "0123456789X"[(12 - total % 11) % 11]
    return "-".join(text[i:i + 4] for i in range(0, 16, 4))


def nationals():
    vague = ["ident", "ID_NO", "doc_no", "Ausweis2", "documento", "identifiant", "card", "číslo", "nr_dok", "insur",
        "PERSID"]
    for name, header, cell in [
        ("samordningsnummer", "samnr", samordning), ("norwegian d-number", "fnr", until(d_number)),
        ("oib croatia", "OIB", oib),
        ("croatia health mbo", "MBO", like("899999999")), ("slovenia health kzz", "KZZ", like("0\\89999999")),
        ("moldova idnp", "IDNP", idnp), ("albania nid", "NID", albania),
        ("kosovo", "nr_personal", like("1\\999999999")),
        ("nip poland", "NIP", until(nip)), ("hungary tax", "adóazonosító", until(adoazonosito)),
        ("hungary identity card", "szig", like("899999AA")),
        ("hungary personal number", "szem_szam", dated("1-{y}-9999")),
        ("romania identity card", "CI", lambda r: f"{r.choice(['RX', 'XT', 'KX', 'MZ', 'SB', 'TZ'])} {number(r, 6)}"),
        ("greece afm", "ΑΦΜ", afm),
        ("greece identity card", "ΑΔΤ",
            lambda r: f"{r.choice('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ')}{r.choice('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ')} {number(r, 6)}"),
        ("luxembourg matricule", "matricule", luxembourg), ("malta identity card", "ID_card", like("0999999M")),
        ("georgia personal number", "პირადი", like("01089999999")), ("armenia psn", "ՀԾՀ", like("8999999999")),
        ("azerbaijan fin", "FIN", like("8A9AA9A")), ("uzbekistan pinfl", "ПИНФЛ", dated("3{d}9999999")),
        ("kyrgyz pin", "ПИН", dated("2{D}99999")),
        ("mongolia register", "РД",
            lambda r: "".join(r.choice("АБВГДЕЖЗИКЛМНОПРСТУХЦЧЭЯ") for _ in range(2)) + ymd(born(r)) + pattern(r,
            "99")),
        ("spain cip catalonia", "CIP",
            lambda r: "".join(r.choice("BCDFGLMNPRSTV") for _ in range(4))
            + f"{r.choice('01')}{ymd(born(r))}{pattern(r, '999')}"),
        ("spain nuhsa andalusia", "NUHSA", like("\\AN0999999999")),
        ("spain cip sns", "CIP_SNS", like("BBBBBBBBAA999999")),
        ("portugal utente spaced", "utente", cut_number), ("portugal cartão", "CC", cartao),
        ("portugal niss", "NISS", like("12899999999")),
        ("france identity card twelve", "CNI",
            lambda r: f"{r.randrange(5, 21):02}{r.randrange(1, 13):02}{r.choice(['92', '75', '13', '69'])}{number(r, 6)}"),
        ("france tax number", "SPI", lambda r: f"{r.randrange(4)}{pattern(r, '9 99 999 999 999')}"),
        ("france passport", "passeport", like("19AA99999")),
        ("swiss insurance card", "Karten_Nr", like("\\80756099999999999999")),
        ("european health card germany", "EHIC", like("\\80276899999999999999")),
        ("austria bpk", "bPK", lambda r: "".join(r.choice(UPPER + LOWER + DIGITS + "+/") for _ in range(27)) + "="),
        ("germany physician lanr", "LANR", like("899999901")), ("britain gmc number", "GMC", like("7999999")),
        ("britain utr", "UTR", like("89999 99999")), ("northern ireland health and care", "HCN", like("329 999 9999")),
        ("nhs number dashed", "nhs",
        until(lambda r: (lambda b: (lambda c: None if c == 10 else f"{b[:3]}-{b[3:6]}-{b[6:]}{c % 11}")(
            -weighted(b, range(10, 1, -1)) % 11))(number(r, 9, "4679")))),
        ("netherlands v-number", "vnr", like("289.999.9999")),
        ("belgium identity card", "kaart", like("599-9999999-99")),
        ("us medicaid new york", "CIN", like("AA99999A")), ("us npi", "NPI", npi), ("us dea", "DEA", dea),
        ("us driver california", "DL", like("A8999999")), ("us driver florida", "DL_FL", like("A999-999-99-999-0")),
        ("us driver illinois", "lic", like("A999-9999-9999")),
        ("us alien registration", "A_number", like("\\A099-999-999")),
        ("us itin", "TIN", lambda r: f"9{pattern(r, '99')}-{r.randrange(70, 89)}-{pattern(r, '9999')}"),
        ("us dod", "EDIPI", like("1899999999")),
        ("us ssn labelled", "SSN2",
            lambda r: f"SSN {r.randrange(100, 660):03}-{r.randrange(1, 99):02}-{r.randrange(1, 9999):04}"),
        ("bc health number", "PHN", until(phn)), ("alberta health number", "ULI", like("89999-9999")),
        ("nova scotia health number", "HCN", like("0019 999 999")),
        ("saskatchewan health number", "HSN", like("899 999 999")),
        ("mexico imss", "NSS", nss_mexico),
        ("mexico voter key", "INE",
            lambda r: "".join(r.choice("BCDFGHLMNPRSTVZ") for _ in range(6)) + ymd(born(r, 1940, 2005))
            + f"{r.randrange(1, 33):02}{r.choice('HM')}{pattern(r, '999')}"),
        ("guatemala dpi", "DPI", like("8999 99999 0101")),
        ("honduras", "identidad",
            lambda r: f"0{r.randrange(1, 9)}0{r.randrange(1, 9)}-{born(r).year}-{pattern(r, '99999')}"),
        ("nicaragua", "cedula", dated("001-{d}-9999A")), ("costa rica", "cedula", like("8-0999-0999")),
        ("panama", "cedula", lambda r: f"{r.randrange(1, 10)}-{r.randrange(100, 999)}-{r.randrange(10, 2400)}"),
        ("el salvador dui", "DUI", like("08999999-9")), ("dominican cedula", "cedula", dominican),
        ("cuba", "CI", dated("{y}99999")),
        ("venezuela", "CI",
            lambda r: f"{r.choice('VVVE')}-{r.randrange(4, 31)}.{pattern(r, '999')}.{pattern(r, '999')}"),
        ("ecuador cedula", "cédula", ecuador), ("peru dni", "DNI", like("\\4" + "9999999")),
        ("bolivia", "carnet", lambda r: f"{number(r, 7)} {r.choice(['LP', 'CB', 'SC', 'OR', 'PT'])}"),
        ("chile run-on lower", "rut", chile_lower), ("paraguay", "cedula", like("8.999.999")),
        ("brazil pis", "PIS", pis),
        ("brazil voter", "titulo", like("8999 9999 0199")),
        ("brazil physician crm", "medico",
            lambda r: f"CRM-{r.choice(['SP', 'RJ', 'MG', 'RS', 'BA'])} {number(r, r.choice([5, 6]))}"),
        ("china passport", "护照", like("E89999999")), ("macao", "BIR", like("1999999(9)")),
        ("taiwan resident certificate", "ARC", like("A\\8" + "99999999")),
        ("china hong kong permit", "回乡证", like("H08999999")),
        ("philippines sss", "SSS", like("39-8999999-9")), ("philippines psn", "PSN", like("8999-9999-9999-9999")),
        ("indonesia bpjs", "BPJS", like("000" + "8999999999")), ("singapore fin", "FIN", fin),
        ("thailand spaced", "บัตร", thai),
        ("myanmar nrc", "NRC",
            lambda r: f"{r.randrange(1, 15)}/{r.choice(['OuKaMa', 'MaNaLa', 'LaMaNa', 'PaBaTa', 'ThaKaTa'])}(N){number(r, 6)}"),
        ("bangladesh nid seventeen", "NID", lambda r: f"{born(r, 1940, 2004).year}{pattern(r, '9999999999999')}"),
        ("nepal citizenship", "नागरिकता",
            lambda r: f"{r.randrange(1, 76):02}-{r.randrange(1, 5):02}-{r.randrange(40, 80)}-{number(r, 5)}"),
        ("sri lanka twelve", "NIC",
            lambda r: f"{born(r).year}{r.randrange(1, 366) + r.choice([0, 500]):03}{pattern(r, '99999')}"),
        ("india voter epic", "EPIC", like("AAA8999999")), ("india virtual number", "VID", aadhaar_like_vid),
        ("india driver", "DL_no",
            lambda r: f"{r.choice(['MH', 'KA', 'DL', 'TN', 'UP'])}{r.randrange(1, 60):02} {r.randrange(1995, 2024)}{pattern(r, '9999999')}"),
        ("india pmjay", "PMJAY", like("PM89A9A9A9")),
        ("korea driver", "면허",
            lambda r: f"{r.randrange(11, 29)}-{r.randrange(70, 99)}-{pattern(r, '999999')}-{pattern(r, '99')}"),
        ("japan residence card", "在留", like("AA89999999AA")),
        ("japan insurance symbol number", "保険証", lambda r: f"記号{r.randrange(10, 999)} 番号{r.randrange(1, 9999)}"),
        ("japan driver twelve", "免許", like("308999999990")),
        ("jordan national number", "national", like("\\9\\8" + "99999999")),
        ("kuwait civil number", "civil_id", until(kuwait)),
        ("qatar qid", "QID",
            lambda r: f"{2 if born(r).year < 2000 else 3}{born(r).year % 100:02}{r.choice(['634', '356', '586', '818'])}{pattern(r, '99999')}"),
        ("morocco cin", "CIN", lambda r: f"{r.choice(['AB', 'BE', 'BK', 'J', 'K', 'EE', 'X'])}{number(r, 6)}"),
        ("algeria nin", "NIN", lambda r: f"{r.choice('12')}0{born(r).year % 1000:03}{pattern(r, '9999999999999')}"),
        ("tunisia cin", "CIN", like("08999999")),
        ("uganda nin", "NIN",
            lambda r: f"C{r.choice('MF')}{born(r).year % 100:02}{pattern(r, '9999999')}{pattern(r, 'AAA')}"),
        ("tanzania nida", "NIDA", dated("{Y}-99999-99999-99")),
        ("rwanda", "indangamuntu",
            lambda r: f"1 {born(r).year} {r.choice('78')} {pattern(r, '9999999')} {r.randrange(3)} {pattern(r, '99')}"),
        ("nigeria bvn", "BVN", like("22899999999")), ("ghana card", "ghana_card", like("\\G\\H\\A-799999999-9")),
        ("zimbabwe", "nat_id",
            lambda r: f"{r.randrange(2, 86):02}-{number(r, 6)} {r.choice(UPPER[:24])} {r.randrange(2, 86):02}"),
        ("zambia nrc", "NRC", lambda r: f"{number(r, 6)}/{r.randrange(10, 99)}/{r.choice('123')}"),
        ("mauritius", "NIC",
            lambda r: f"{r.choice(UPPER[:22])}{dmy(born(r))}{pattern(r, '999999')}{r.choice('0123456789ABCDEF')}"),
        ("mozambique", "BI", like("119999999999A")),
        ("ethiopia fayda", "FIN", like("8999 9999 9999")), ("australia ihi", "IHI", ihi),
        ("australia dva", "DVA", lambda r: f"{r.choice(['NX', 'VX', 'QX', 'SX'])}{number(r, 6)}"),
        ("australia tax file", "TFN", like("899 999 999")), ("new zealand driver", "licence", like("AA899999")),
        ("personnummer spaced short", "pnr", personnummer_spaced),
        ("italian fiscal code spaced lower", "cf", fiscal_spaced),
        ("italian identity card electronic", "CIE", like("\\C\\A99999AA")),
        ("turkey passport", "pasaport", like("U89999999")),
        ("ireland health identifier", "IHI", like("\\800199999999999999")),
        ("payment card", "card_no", card), ("british bank", "bank", like("20-99-99 89999999")),
        ("routing and account us", "acct", like("021999999/8999999999")),
        ("plate german", "Kfz|plate",
            lambda r: f"{r.choice(['M', 'HH', 'B', 'K', 'TÜ', 'FR', 'KA'])}-{pattern(r, 'AA')} {r.randrange(1, 9999)}"),
        ("plate british", "vehicle",
            lambda r: pattern(r, "AA") + f"{r.choice([12, 15, 18, 21, 66, 69, 72])} " + pattern(r, "AAA")),
        ("plate french", "immat", like("AA-899-AA")),
        ("vehicle number seventeen", "VIN",
            lambda r: r.choice(["WVW", "WDB", "VF1", "JTD", "1HG"])
            + "".join(r.choice("ABCDEFGHJKLMNPRSTUVWXYZ0123456789") for _ in range(8)) + pattern(r, "999999")),
    ]:
        family("national", name, header.split("|") * 2 + vague, cell,
            pad=name in ("oib croatia", "us npi", "greece afm"))


# ---------------------------------------------------------------- records, samples and devices

def records():
    headers = ["rec_no", "hosp_no", "chart2", "Aktenz", "dossier", "episode", "acc_no", "labnr", "próbka", "spec_id",
        "devid",
               "serial", "SPDEVID", "order_no", "ref_ext", "LBREFID", "case_ref", "num_hist"]
    year = lambda r: r.randrange(2006, 2026)
    hexa = lambda r, n: "".join(r.choice("0123456789ABCDEF") for _ in range(n))
    for name, cell in [
        ("pacemaker serial", lambda r: f"{r.choice(['PJN', 'RNB', 'BLH', 'CRT'])}{number(r, 6)}{r.choice('SGH')}"),
        ("insulin pump serial", lambda r: f"SN {r.choice(['NG', 'MM'])}{number(r, 7)}{r.choice('HJ')}"),
        ("udi with serial",
            lambda r: f"(01)0{number(r, 13)}(17){r.randrange(25, 30)}{r.randrange(1, 13):02}{r.randrange(1, 28):02}(21){pattern(r, 'A99999')}"),
        ("hibc with serial", lambda r: f"+H{pattern(r, '999A99')}1/$$+{number(r, 8)}{r.choice(UPPER)}"),
        ("glucose sensor transmitter",
            lambda r: "8" + "".join(r.choice("ABCDEFGHJKLMNPQRSTUVWXYZ0123456789") for _ in range(5))),
        ("hearing implant serial", like("CI512-8999999")), 
        ("imei slashes", lambda r: (lambda t: f"{t[:2]}-{t[2:8]}-{t[8:14]}-{t[14]}")(imei(r))),
        ("sim card", like("\\8\\94\\902000099999999999")),
        ("advertising id", lambda r: f"{hexa(r, 8)}-{hexa(r, 4)}-4{hexa(r, 3)}-A{hexa(r, 3)}-{hexa(r, 12)}"),
        ("wristband code39", like("*H89999999*")), ("rfid wristband", lambda r: "E280" + hexa(r, 20)),
        ("dicom study uid",
            lambda r: f"1.2.840.113619.2.{r.randrange(20, 400)}.{number(r, 9)}.{number(r, 5)}.{number(r, 10)}.{r.randrange(1, 900)}"),
        ("accession radiology", lambda r: f"RAD{year(r)}{r.randrange(1, 13):02}{number(r, 6)}"),
        ("accession dotted", lambda r: f"{r.choice(['CT', 'MR', 'US', 'XR'])}.{year(r)}.{r.randrange(10**6):06}"),
        ("histology german", lambda r: f"H{year(r)}.{number(r, 5)}"),
        ("cytogenetics lab number", lambda r: f"CG{year(r) % 100:02}-{r.randrange(10**4):04}"),
        ("flow lab number slash", lambda r: f"FC/{year(r)}/{r.randrange(1, 9999):05}"),
        ("sequencing sample", lambda r: f"NGS_{year(r) % 100:02}_{r.randrange(10**4):04}_S{r.randrange(1, 97)}"),
        ("donation number",
            lambda r: f"{r.choice(['W0000', 'G0960', 'A9999'])} {year(r) % 100:02} {number(r, 6)} {r.randrange(10, 38)} {r.choice(UPPER)}"),
        ("donation number run-on",
            lambda r: f"={r.choice(['W1234', 'G1517', 'C0110'])}{year(r) % 100:02}{number(r, 6)}00"),
        ("donor national registry", lambda r: f"{r.choice(['DEDKM', 'PLPOL', 'GBAN', 'USNMD'])}-{number(r, 9)}"),
        ("recipient nmdp", like("899-999-9")),
        ("donor nmdp", like("0899-9999-9")),
        ("cord unit", lambda r: f"CBU {r.choice(['NY', 'LEU', 'BCN', 'DUS'])}-{r.randrange(1, 9)}-{number(r, 6)}"),
        ("ebmt patient number", lambda r: f"EBMT {r.choice([217, 744, 808, 255])}/{number(r, 5)}"),
        ("single european code",
            lambda r: f"SEC: DE{number(r, 6)}{pattern(r, '9999999999999')} A{number(r, 7)}001{r.randrange(2026, 2035)}0131"), ("chain of identity", lambda r: f"COI-{pattern(r, 'AAA')}{number(r, 4)}-{hexa(r, 6)}"),
        ("leukapheresis number", lambda r: f"LP {number(r, 4)}/{year(r) % 100:02}"),
        ("prescription number", lambda r: f"Rx {number(r, 7)}-{r.randrange(10):02}"),
        ("electronic prescription", lambda r: "160." + pattern(r, "999.999.999.999.99")),
        ("court file german",
            lambda r: f"{r.choice(['S', 'L', 'B'])} {r.randrange(1, 20)} {r.choice(['KR', 'SB', 'R'])} {r.randrange(10, 900)}/{year(r) % 100:02}"), ("disability office", lambda r: f"Az. {r.randrange(10, 60)}/{number(r, 2)} {number(r, 6)} {r.randrange(10)}"),
        ("insurance claim", lambda r: f"CLM{year(r)}{number(r, 8)}"),
        ("health plan member", lambda r: f"{pattern(r, 'AAA')}{number(r, 9)} {r.randrange(1, 5):02}"),
        ("member suffix us", like("W8999 99999-01")),
        ("employee number", lambda r: f"EMP-{r.randrange(10**5):05}"),
        ("student number", lambda r: f"{year(r)}{r.choice('MK')}{number(r, 4)}"),
        ("safety case world-wide",
            lambda r: f"{r.choice(['DE', 'FR', 'US', 'JP'])}-{r.choice(['NORVIA', 'HELMPHARM', 'ORDESA'])}-{year(r)}{r.choice('ABP')}{number(r, 6)}"),
        ("safety case firm", lambda r: f"{year(r)}{r.choice(['DE', 'IT', 'ES', 'GB'])}{number(r, 6)}"),
        ("death certificate", lambda r: f"{r.choice(['D', 'DC'])} {number(r, 3)}-{year(r) % 100:02}-{number(r, 6)}"),
        ("birth register", lambda r: f"G {number(r, 4)}/{born(r).year}"),
        ("vaccination certificate",
            lambda r: f"URN:UVCI:01:{r.choice(['DE', 'FR', 'IT', 'NL'])}:{''.join(r.choice(UPPER + DIGITS) for _ in range(20))}#{r.choice(UPPER)}"), ("orcid", orcid),
        ("fhir reference", lambda r: f"Patient/{number(r, 7)}"),
        ("two systems", lambda r: f"SAP {number(r, 8)} / KIS {number(r, 6)}"), 
        ("turkish protocol number", lambda r: f"Prot.No: {year(r)}/{number(r, 5)}"),
        ("chinese inpatient", lambda r: f"住院号{number(r, 8)}"),
        ("japanese chart", lambda r: f"ID:{number(r, 4)}-{pattern(r, '9999')}"),
        ("russian history", lambda r: f"и/б № {number(r, 4)}-{year(r) % 100:02}"),
        ("arabic file", lambda r: f"ملف {number(r, 6)}"),
        ("thai hospital number", lambda r: f"HN {number(r, 6)}/{r.randrange(48, 69)}"),
        ("indian uhid", lambda r: f"UHID: {r.choice(['APL', 'CMC', 'TMH'])}.{number(r, 10)}"),
        ("polish book", lambda r: f"Ks.Gł. {number(r, 5)}/{year(r)}"),
        ("brazilian prontuário", lambda r: f"{number(r, 7)}-{r.choice('ABCDEFGH')}"),
        ("episode dotted year", lambda r: f"{year(r)}.{number(r, 3)}.{number(r, 4)}"),
        ("trailing check letter lower", lambda r: number(r, 6) + r.choice(LOWER)),
        ("padded mixed blanks", like("00089999")),
        ("fall id sap ten", lambda r: f"00{number(r, 8)}"),
        ("insurance case letter", lambda r: f"BG {pattern(r, '99')}/{number(r, 7)}/{r.choice('ABC')}"),
    ]:
        family("record", name, headers, cell, pad=name == "padded mixed blanks")


# ---------------------------------------------------------------- dates

EN = "January February March April May June July August September October November December".split()
MONTHS = {
    "norwegian": ("{d}. {m} {y}", "januar februar mars april mai juni juli august september oktober november desember"),
    "icelandic": ("{d}. {m} {y}", "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember"),
    "slovene": ("{d}. {m} {y}",
        "januar februar marec april maj junij julij avgust september oktober november december"),
    "serbian cyrillic": ("{d}. {m} {y}.",
        "јануар фебруар март април мај јун јул август септембар октобар новембар децембар"),
    "serbian latin": ("{d}. {m} {y}. god.",
        "januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra"),
    "macedonian": ("{d} {m} {y}",
        "јануари февруари март април мај јуни јули август септември октомври ноември декември"),
    "albanian": ("{d} {m} {y}", "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor"),
    "maltese": ("{d} ta' {m} {y}",
        "Jannar Frar Marzu April Mejju Ġunju Lulju Awwissu Settembru Ottubru Novembru Diċembru"),
    "irish": ("{d} {m} {y}",
        "Eanáir Feabhra Márta Aibreán Bealtaine Meitheamh Iúil Lúnasa Meán-Fómhair Deireadh-Fómhair Samhain Nollaig"),
    "welsh": ("{d} {m} {y}", "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr"),
    "basque": ("{y}ko {m}ren {d}a",
        "urtarrila otsaila martxoa apirila maiatza ekaina uztaila abuztua iraila urria azaroa abendua"),
    "galician": ("{d} de {m} de {y}",
        "xaneiro febreiro marzo abril maio xuño xullo agosto setembro outubro novembro decembro"),
    "malay": ("{d} {m} {y}", "Januari Februari Mac April Mei Jun Julai Ogos September Oktober November Disember"),
    "tagalog": ("ika-{d} ng {m} {y}",
        "Enero Pebrero Marso Abril Mayo Hunyo Hulyo Agosto Setyembre Oktubre Nobyembre Disyembre"),
    "kazakh": ("{y} ж. {d} {m}", "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"),
    "uzbek": ("{y}-yil {d}-{m}", "yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr"),
    "azeri": ("{d} {m} {y}", "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr"),
    "georgian": ("{d} {m}, {y}",
        "იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი დეკემბერი"),
    "armenian": ("{d} {m} {y} թ.",
        "հունվարի փետրվարի մարտի ապրիլի մայիսի հունիսի հուլիսի օգոստոսի սեպտեմբերի հոկտեմբերի նոյեմբերի դեկտեմբերի"),
    "urdu": ("{d} {m} {y}", "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر"),
    "bengali": ("{d} {m} {y}",
        "জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর"),
    "tamil": ("{d} {m} {y}", "ஜனவரி பிப்ரவரி மார்ச் ஏப்ரல் மே ஜூன் ஜூலை ஆகஸ்ட் செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர்"),
    "swahili": ("{d} {m} {y}", "Januari Februari Machi Aprili Mei Juni Julai Agosti Septemba Oktoba Novemba Desemba"),
    "afrikaans": ("{d} {m} {y}",
        "Januarie Februarie Maart April Mei Junie Julie Augustus September Oktober November Desember"),
    "austrian short": ("{d}. {m} {y}", "Jän. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez."),
    "french short": ("{d} {m} {y}", "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."),
    "spanish short dash": ("{d}-{m}-{y}", "ene feb mar abr may jun jul ago sep oct nov dic"),
    "portuguese short slash": ("{d}/{m}/{y}", "jan fev mar abr mai jun jul ago set out nov dez"),
    "dutch short": ("{d} {m}. {y}", "jan feb mrt apr mei jun jul aug sep okt nov dec"),
    "polish short": ("{d} {m} {y}", "sty lut mar kwi maj cze lip sie wrz paź lis gru"),
    "russian short": ("{d} {m} {y}", "янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек."),
    "greek short": ("{d} {m} {y}", "Ιαν Φεβ Μαρ Απρ Μαΐ Ιουν Ιουλ Αυγ Σεπ Οκτ Νοε Δεκ"),
    "turkish short": ("{d} {m} {y}", "Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara"),
    "finnish short": ("{d}. {m} {y}",
        "tammik. helmik. maalisk. huhtik. toukok. kesäk. heinäk. elok. syysk. lokak. marrask. jouluk."),
    "hungarian short": ("{y}. {m}. {d}.", "jan febr márc ápr máj jún júl aug szept okt nov dec"),
    "italian short upper": ("{d}-{m}-{y}", "GEN FEB MAR APR MAG GIU LUG AGO SET OTT NOV DIC"),
}
WEEKDAYS = {"fr": "lundi mardi mercredi jeudi vendredi samedi dimanche".split(),
    "es": "lun mar mié jue vie sáb dom".split(),
            "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica".split(),
            "ru": "пн вт ср чт пт сб вс".split(),
            "ja": list("月火水木金土日"), "pl": "pon. wt. śr. czw. pt. sob. niedz.".split(),
            "nl": "ma di wo do vr za zo".split()}
FRENCH = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
ITALIAN = "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split()
ETHIOPIAN = "መስከረም ጥቅምት ኅዳር ታኅሣሥ ጥር የካቲት መጋቢት ሚያዝያ ግንቦት ሰኔ ሐምሌ ነሐሴ".split()
NEPALI = "बैशाख जेठ असार साउन भदौ असोज कार्तिक मंसिर पुष माघ फागुन चैत".split()
HEBREW = "תשרי חשוון כסלו טבת שבט אדר ניסן אייר סיוון תמוז אב אלול".split()
DAYS_WORDS = ("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
              "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth").split()


def epoch_day(t):
    return t.toordinal() - 719163


def span(t, r, most=30):
    return t + datetime.timedelta(r.randrange(1, most))


def hm(r):
    return "%02d:%02d" % clock(r)[:2]


def chinese_number(text):
    return "".join("〇一二三四五六七八九"[int(c)] for c in text)


def chinese_small(n):
    ones = "〇一二三四五六七八九"
    return ones[n] if n < 10 else ("" if n < 20 else ones[n // 10]) + "十" + (ones[n % 10] if n % 10 else "")


DATE_FORMS = {
    "iso unpadded": lambda t, r: f"{t.year}-{t.month}-{t.day}", "dmy dash unpadded": lambda t,
    r: f"{t.day}-{t.month}-{t.year}",
    "dmy dotted short unpadded": lambda t, r: f"{t.day}.{t.month}.{t:%y}", "dmy dash short": lambda t,
    r: f"{t:%d-%m-%y}",
    "ymd short slash": lambda t, r: f"{t:%y/%m/%d}", "iso hour": lambda t, r: f"{t:%Y-%m-%d}T{clock(r)[0]:02}",
    "iso zone named": lambda t, r: f"{t:%Y-%m-%d}T{hm(r)}:00-05:00[America/New_York]", "iso zone letters": lambda t,
    r: f"{t:%Y-%m-%d} {hm(r)} {r.choice(['CET', 'CEST', 'UTC'])}",
    "slash micro": lambda t, r: f"{t:%Y/%m/%d} {hm(r)}:{r.randrange(60):02}.{pattern(r, '999999')}",
    "dotted hour words french": lambda t, r: f"{t:%d/%m/%Y} à {clock(r)[0]}h{r.randrange(60):02}",
    "spanish clock": lambda t,
    r: f"{t:%d/%m/%Y} {r.randrange(1, 13)}:{r.randrange(60):02} {r.choice(['a. m.', 'p. m.'])}",
    "korean spaced": lambda t, r: f"{t.year}. {t.month}. {t.day}.",
    "korean weekday": lambda t, r: f"{t.year}년 {t.month}월 {t.day}일({'월화수목금토일'[t.weekday()]})", "korean clock": lambda t,
    r: f"{t:%Y-%m-%d} {r.choice(['오전', '오후'])} {r.randrange(1, 13)}:{r.randrange(60):02}",
    "chinese clock": lambda t,
    r: f"{t.year}/{t.month}/{t.day} {r.choice(['上午', '下午'])}{r.randrange(1, 13)}:{r.randrange(60):02}",
    "chinese numerals": lambda t, r: f"{chinese_number(str(t.year))}年{chinese_small(t.month)}月{chinese_small(t.day)}日",
    "japanese weekday": lambda t, r: f"{t:%Y/%m/%d}({WEEKDAYS['ja'][t.weekday()]})", "japanese era slash": lambda t,
    r: f"R{max(t.year - 2018, 1)}/{t:%m/%d}", "minguo slash": lambda t, r: f"{t.year - 1911}/{t:%m/%d}",
    "minguo compact": lambda t, r: f"{t.year - 1911:03}{t:%m%d}", "hungarian dotted end": lambda t, r: f"{t:%Y.%m.%d}.",
    "mongolian words": lambda t, r: f"{t.year} оны {t.month} сарын {t.day}",
    "thai short": lambda t,
    r: f"{t.day} {'ม.ค.|ก.พ.|มี.ค.|เม.ย.|พ.ค.|มิ.ย.|ก.ค.|ส.ค.|ก.ย.|ต.ค.|พ.ย.|ธ.ค.'.split('|')[t.month - 1]} {(t.year + 543) % 100}",
    "buddhist slash": lambda t, r: f"{t:%d/%m}/{t.year + 543}", "nepali": lambda t,
    r: f"{other_digits(str(t.year + 57), '०')} {NEPALI[t.month - 1]} {other_digits(str(t.day), '०')}",
    "ethiopian": lambda t, r: f"{ETHIOPIAN[t.month - 1]} {t.day} {t.year - 8}", "hebrew calendar": lambda t,
    r: f"{t.day} ב{HEBREW[t.month - 1]} {t.year + 3760}", "bengali digits": lambda t,
    r: other_digits(f"{t:%d/%m/%Y}", "০"),
    "arabic digits clock": lambda t, r: other_digits(f"{t:%d/%m/%Y} {hm(r)}", "٠"), "french weekday": lambda t,
    r: f"{WEEKDAYS['fr'][t.weekday()]} {t.day} {FRENCH[t.month - 1]} {t.year}",
    "spanish weekday short": lambda t, r: f"{WEEKDAYS['es'][t.weekday()]} {t:%d/%m/%y}", "italian weekday": lambda t,
    r: f"{WEEKDAYS['it'][t.weekday()]} {t.day} {ITALIAN[t.month - 1]} {t.year}",
    "russian weekday": lambda t, r: f"{WEEKDAYS['ru'][t.weekday()]} {t:%d.%m.%Y}", "polish weekday": lambda t,
    r: f"{WEEKDAYS['pl'][t.weekday()]} {t:%d.%m.%Y} r.", "dutch weekday": lambda t,
    r: f"{WEEKDAYS['nl'][t.weekday()]} {t:%d-%m-%Y}",
    "iso with weekday": lambda t, r: f"{t:%Y-%m-%d} ({t:%a})", "week compact": lambda t,
    r: "{0}W{1:02}{2}".format(*t.isocalendar()), "week german": lambda t,
    r: "KW {1}/{0}, {2}".format(t.isocalendar()[0], t.isocalendar()[1], "Mo Di Mi Do Fr Sa So".split()[t.weekday()]),
    "english words": lambda t, r: f"the {DAYS_WORDS[min(t.day, 20) - 1]} of {EN[t.month - 1]} {t.year}",
    "day and compact": lambda t, r: f"D{r.randrange(0, 400)} ({t:%d%b%Y})".upper(),
    "visit and date": lambda t, r: f"V{r.randrange(1, 12)}: {t:%d/%m/%Y}", "day zero equals": lambda t,
    r: f"d0 = {t:%d.%m.%y}", "range compact": lambda t, r: f"{t:%d%b%Y}-{span(t, r):%d%b%Y}".upper(),
    "range same month": lambda t, r: f"{min(t.day, 20)}.-{min(t.day, 20) + r.randrange(1, 8)}.{t:%m.%Y}",
    "from to english": lambda t,
    r: f"{t.day} {EN[t.month - 1][:3]} to {(lambda u: f'{u.day} {EN[u.month - 1][:3]} {u.year}')(span(t, r))}",
    "since german": lambda t, r: f"{r.choice(['seit', 'ab', 'bis'])} {t:%d.%m.%Y}", "two dates": lambda t,
    r: f"{t:%d/%m/%Y}; {span(t, r, 90):%d/%m/%Y}", "result with date": lambda t,
    r: f"{r.randrange(4, 320)} ({t:%d.%m.%Y})",
    "haemoglobin on date": lambda t, r: f"Hb {r.uniform(6, 14):.1f} on {t.day}/{t.month}/{t:%y}",
    "negative with date": lambda t, r: f"{r.choice(['neg', 'pos', 'neg', 'inv'])} {t:%Y-%m-%d}",
    "dose with date": lambda t, r: f"{r.choice(['1 g', '500 mg', '40 mg'])} {t:%d-%b-%Y}",
    "not done mostly": lambda t,
    r: f"{t:%d/%m/%Y}" if r.random() < 0.3 else r.choice(["not done", "not done", "pending"]),
    "question mark": lambda t, r: f"{t:%d.%m.%Y}{r.choice(['', '?', ' ?', '??'])}", "before after": lambda t,
    r: f"{r.choice(['<', '>', '>=', ''])}{t:%Y-%m-%d}",
    "apostrophe excel": lambda t, r: f"'{t:%Y-%m-%d}", "hash access": lambda t, r: f"#{t.month}/{t.day}/{t.year}#",
    "sas literal": lambda t, r: f"'{t:%d%b%Y}'d".upper().replace("'D", "'d"), "python repr": lambda t,
    r: f"datetime.date({t.year}, {t.month}, {t.day})",
    "mongo json": lambda t, r: f'{{"$date": "{t:%Y-%m-%d}T{hm(r)}:00Z"}}', "odbc": lambda t, r: f"{{d '{t:%Y-%m-%d}'}}",
    "file name compact": lambda t,
    r: f"{r.choice(['CT', 'echo', 'ecg', 'bm_smear'])}_{t:%Y%m%d}.{r.choice(['dcm', 'pdf', 'xml'])}",
    "file name iso": lambda t, r: f"export_{t:%Y-%m-%d}_{clock(r)[0]:02}{clock(r)[1]:02}.csv",
    "sample led by date": lambda t, r: f"{t:%y%m%d}-{r.randrange(1, 90):03}", "lab stamp": lambda t,
    r: f"{t:%d%m%y}/{clock(r)[0]:02}{clock(r)[1]:02}", "mdy clock twelve seconds": lambda t,
    r: f"{t.month}/{t.day}/{t.year} {r.randrange(1, 13)}:{r.randrange(60):02}:{r.randrange(60):02} {r.choice(['AM', 'PM'])}",
    "dmy clock dotted german": lambda t, r: f"{t.day}.{t.month}.{t.year} {clock(r)[0]}.{clock(r)[1]:02} h",
    "slash month letters lower": lambda t, r: f"{t:%d}/{EN[t.month - 1][:3].lower()}/{t:%y}",
    "no blanks month english": lambda t, r: f"{EN[t.month - 1]}{t.day},{t.year}", "ordinal short year": lambda t,
    r: f"{t.day}{'th' if 10 <= t.day % 100 <= 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(t.day % 10, 'th')} {EN[t.month - 1][:3]} '{t:%y}",
    "modified julian": lambda t, r: t.toordinal() - 678576, "julian astronomer": lambda t,
    r: f"{t.toordinal() + 1721424}.5", "excel mac": lambda t, r: t.toordinal() - datetime.date(1904, 1, 1).toordinal(),
    "excel serial decimal comma": lambda t, r: f"{t.toordinal() - 693594},{r.randrange(10**5):05}",
    "file time windows": lambda t,
    r: (t.toordinal() - datetime.date(1601, 1, 1).toordinal()) * 864000000000 + r.randrange(864000000000),
    "ticks net": lambda t, r: (t.toordinal() - 1) * 864000000000 + r.randrange(86400) * 10**7,
    "cocoa seconds": lambda t, r: (t.toordinal() - datetime.date(2001, 1, 1).toordinal()) * 86400 + r.randrange(86400),
    "epoch micro": lambda t, r: (epoch_day(t) * 86400 + r.randrange(86400)) * 10**6 + r.randrange(10**6),
    "mumps horolog": lambda t, r: f"{t.toordinal() - datetime.date(1840, 12, 31).toordinal()},{r.randrange(86400)}",
    "fileman": lambda t, r: f"{t.year - 1700}{t:%m%d}.{clock(r)[0]:02}{clock(r)[1]:02}",
    "epoch hexadecimal": lambda t, r: f"0x{epoch_day(t) * 86400 + r.randrange(86400):08X}", "stata clock": lambda t,
    r: f"{((t - datetime.date(1960, 1, 1)).days * 86400 + r.randrange(86400)) * 1000:.0f}", "rata die": lambda t,
    r: t.toordinal(), "sas datetime decimal comma": lambda t,
    r: f"{(t - datetime.date(1960, 1, 1)).days * 86400 + r.randrange(86400)},0",
}


def persian(day):
    """The Persian date of a day between 1925 and 2085 (33-year rule of leap years)."""
    days, year = (day - datetime.date(1925, 3, 21)).days, 1304
    while days >= 365 + (year % 33 in (1, 5, 9, 13, 17, 22, 26, 30)):
        days -= 365 + (year % 33 in (1, 5, 9, 13, 17, 22, 26, 30))
        year += 1
    return (year, days // 31 + 1, days % 31 + 1) if days < 186 else (year, (days - 186) // 30 + 7,
        (days - 186) % 30 + 1)


def dates():
    headers = ["dt", "event_dt", "EXSTDTC", "Aufn", "d_greffe", "fecha2", "ricovero", "relapse", "DTHDTC", "päivä",
        "dato", "data_przyj",
               "日付", "started", "last_seen", "LBDTC", "dagtek", "visit_on", "AESTDT", "tx"]
    for language, (form, words) in MONTHS.items():
        words = words.split()
        family("date", f"spelled {language}", headers, lambda r, form=form, words=words: (lambda t: form.format(
            d=t.day, m=words[t.month - 1], y=t.year))(recent(r)), mixed=language in ("italian short upper",))
    for name, form in DATE_FORMS.items():
        family("date", name, headers, lambda r, form=form: form(recent(r), r),
            pad=name in ("iso unpadded", "two dates"))
    family("date", "persian dash", headers, lambda r: "%d-%02d-%02d" % persian(recent(r)))
    family("date", "persian short slash", headers,
        lambda r: (lambda p: f"{p[0] % 100:02}/{p[1]}/{p[2]}")(persian(recent(r))))
    family("date", "sparse month spelled", "relapse|second|Rezidiv_am",
        lambda r: (lambda t: f"{t.day} {EN[t.month - 1][:3]} {t.year}")(recent(r)),
           rows=[150, 200, 300], missing=0.88, repeat=1)
    family("date", "long table repeated", headers, lambda r: f"{recent(r):%d.%m.%Y}", rows=[300, 400], repeat=12)


def births():
    headers = ["DOB_x", "geb", "born", "né", "nac", "nasc", "ur", "nar", "syn", "d_rojd", "doğum", "BRTH", "生日", "др"]
    spanish = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
    turkish = "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık".split()
    roman = "I II III IV V VI VII VIII IX X XI XII".split()
    hijri = lambda t, r: (lambda n:
        f"{n // 354.367 + 1:.0f}/{int(n % 354.367 // 29.6) + 1:02}/{int(n % 29.5) + 1:02} هـ")((t.toordinal() - 227015))
    for name, form in [
        ("italian nato", lambda t, r: f"{r.choice(['nato', 'nata'])} il {t.day}/{t.month}/{t.year}"),
        ("roman month dash", lambda t, r: f"{t.day}-{roman[t.month - 1]}-{t.year}"),
        ("hijri with sign", hijri), ("thai word buddhist", lambda t, r: f"เกิด {t.day}/{t.month}/{t.year + 543}"),
        ("minguo born", lambda t, r: f"民國{t.year - 1911}.{t.month:02}.{t.day:02}生"),
        ("hangul born", lambda t, r: f"{t.year}년 {t.month}월 {t.day}일생"),
        ("labelled english", lambda t, r: f"{r.choice(['DOB', 'dob:', 'D.O.B.'])} {t:%d/%m/%Y}"),
        ("sex and birth", lambda t, r: f"{r.choice('mwf')}, {t:%d.%m.%Y}"),
        ("initials and birth", lambda t, r: f"{r.choice(UPPER[:22])}{r.choice(UPPER[:22])} {t:%d.%m.%y}"),
        ("newborn with clock", lambda t,
            r: f"{t.replace(year=r.randrange(2010, 2025), day=min(t.day, 28)):%Y-%m-%d} {hm(r)}"),
        ("six digits year first", lambda t, r: f"{t:%y%m%d}"),
        ("turkish month", lambda t, r: f"{t.day} {turkish[t.month - 1]} {t.year} doğumlu"),
        ("russian year word", lambda t, r: f"{t:%d.%m.%Y} г.р."),
        ("spanish month", lambda t, r: f"{t.day} de {spanish[t.month - 1]} de {t.year}"),
        ("weekday english", lambda t, r: f"{t:%a} {t:%d} {EN[t.month - 1][:3]} {t.year}"),
        ("arabic digits dashes", lambda t, r: other_digits(f"{t.day}-{t.month}-{t.year}", "٠")),
        ("with town", lambda t,
            r: f"{t:%d.%m.%Y} in {r.choice(['Graz', 'Linz', 'Ulm', 'Bern', 'Trier', 'Jena', 'Bozen'])}"),
        ("with gestation", lambda t,
            r: f"{t.replace(year=r.randrange(2008, 2024), day=min(t.day, 28)):%d/%m/%Y} ({r.randrange(27, 42)}+{r.randrange(7)})"), ("epoch seconds negative", lambda t, r: epoch_day(t) * 86400),
        ("english short first", lambda t, r: f"{EN[t.month - 1][:3]} {t.day} {t.year}"),
        ("year slash month slash day unpadded", lambda t, r: f"{t.year}/{t.month}/{t.day}"),
        ("polish ur", lambda t, r: f"ur. {t.day}.{t:%m}.{t.year}"),
        ("age behind english", lambda t, r: f"{t:%m/%d/%Y} ({2025 - t.year} yo)"),
        ("compact with dash sex", lambda t, r: f"{t:%Y%m%d}-{r.choice('MF')}"),
    ]:
        family("birth", name, headers, lambda r, form=form: form(born(r, 1931, 2016), r))


# ---------------------------------------------------------------- ages above 89

def ages():
    headers = ["AGEYR", "Alter2", "âge", "edad", "età", "idade", "věk", "yaş", "年龄", "возр", "ålder", "AGETXT", "kor",
        "umur"]

    def old(r):
        return r.randrange(90, 99) if r.random() < 0.12 else min(max(round(r.gauss(71, 14)), 19), 96)

    for name, form in [
        ("pt", lambda a, r: f"{a} anos"), ("sv", lambda a, r: f"{a} år"), ("cs", lambda a, r: f"{a} let"),
        ("ro", lambda a, r: f"{a} ani"), ("uk", lambda a, r: f"{a} р."), ("hr", lambda a, r: f"{a} god."),
        ("id", lambda a, r: f"{a} tahun"),
        ("vi", lambda a, r: f"{a} tuổi"), ("th", lambda a, r: f"{a} ปี"), ("hi", lambda a, r: f"{a} वर्ष"),
        ("fa", lambda a, r: f"{other_digits(str(a), '۰')} سال"), ("tr", lambda a, r: f"{a} yaşında"),
        ("bg", lambda a, r: f"{a} г."), ("lt", lambda a, r: f"{a} m."),
        ("full turkish suffix", lambda a, r: f"{a} y."), ("sex behind", lambda a, r: f"{a}{r.choice('MF')}"),
        ("sex slash", lambda a, r: f"{a}/{r.choice('MF')}"),
        ("sex before german", lambda a, r: f"{r.choice(['m', 'w'])} {a} J"),
        ("korean full age", lambda a, r: f"만 {a}세"),
        ("wide digits japanese", lambda a, r: other_digits(f"{a}", "０") + "歳"),
        ("years semicolon months", lambda a, r: f"{a};{r.randrange(12)}"),
        ("years and twelfths", lambda a, r: f"{a} {r.randrange(1, 12)}/12"),
        ("years months english", lambda a, r: f"{a} yrs {r.randrange(12)} mths"),
        ("three digits padded", lambda a, r: f"{a:03}"), ("aged english", lambda a, r: f"aged {a}"),
        ("spanish months", lambda a, r: f"{a}a {r.randrange(12)}m"),
        ("days whole", lambda a, r: a * 365 + r.randrange(365)),
        ("months whole", lambda a, r: a * 12 + r.randrange(12)),
        ("three decimals", lambda a, r: f"{a + r.random():.3f}"),
        ("two events", lambda a, r: f"{a}; {a + r.choice([0, 1, 1, 2])}"),
        ("comma decimal unit german", lambda a, r: f"{a},{r.randrange(10)} Jahre"),
        ("in quotation marks", lambda a, r: f'"{a}"'),
    ]:
        family("age", name, headers, lambda r, form=form: form(old(r), r), rows=[60, 90, 120, 200], repeat=1,
            tokens=False)


# ---------------------------------------------------------------- postcodes and small areas

def postcodes():
    headers = ["zip2", "POSTAL", "PLZ_W", "c_postal", "CAP", "irsz", "psč", "kod", "PIN", "postnr", "area", "gebied",
        "Gebiet", "wohn", "zona"]
    letter = "ABDEFGHJLNPQRSTUWXYZ"
    for name, cell in [
        ("india grouped", like("899 999")),
        ("china labelled", lambda r: f"邮编{r.randrange(10, 85)}{pattern(r, '9999')}"),
        ("russia six", lambda r: f"{r.randrange(101, 694)}{pattern(r, '999')}"), ("kazakhstan new", like("A99A9A9")),
        ("argentina cpa", lambda r: f"{r.choice('BCSXM')}{pattern(r, '8999AAA')}"),
        ("malta", lambda r: f"{r.choice(['VLT', 'SLM', 'BKR', 'MST', 'QRM'])} {pattern(r, '8999')}"),
        ("brunei", lambda r: f"{r.choice(['BA', 'BE', 'KB', 'TA'])}{pattern(r, '8999')}"),
        ("bermuda", lambda r: f"{r.choice(['HM', 'DV', 'SN', 'WK'])} {pattern(r, '09')}"),
        ("saudi nine", like("89999-9999")), ("iran ten", like("89999-99999")),
        ("taiwan six", like("899-999")),
        ("norway with town", lambda r:
            f"{r.randrange(1, 99):02}{pattern(r, '99')} {r.choice(['Oslo', 'Bergen', 'Hamar', 'Alta', 'Voss', 'Molde'])}"), ("swiss prefix town", lambda r: f"CH-{r.randrange(1000, 9658)} {r.choice(['Zürich', 'Bern', 'Sion', 'Chur', 'Thun', 'Olten'])}"), ("austria prefix", lambda r: f"A-{r.randrange(1010, 9992)}"),
        ("luxembourg prefix", lambda r: f"L-{r.randrange(1110, 9999)}"),
        ("latvia prefix", lambda r: f"LV-{r.randrange(1001, 5750)}"),
        ("moldova prefix", lambda r: f"MD-{r.randrange(2001, 7731)}"),
        ("azerbaijan prefix", lambda r: f"AZ{r.randrange(1000, 7350)}"),
        ("slovenia prefix", lambda r: f"SI-{r.randrange(1000, 9266)}"),
        ("croatia prefix", lambda r: f"HR-{r.randrange(10000, 53299)}"),
        ("sweden prefix", lambda r: f"SE-{pattern(r, '899 99')}"),
        ("poland run-on", lambda r: f"{r.randrange(10, 99)}{pattern(r, '999')}"),
        ("uk dash lower", lambda r:
            f"{r.choice(['sw', 'ne', 'ls', 'bs', 'eh', 'cf'])}{r.randrange(1, 20)}-{r.randrange(10)}{r.choice(letter).lower()}{r.choice(letter).lower()}"), ("country and five", lambda r: f"{r.choice(['DE', 'FR', 'ES', 'IT'])} {r.randrange(10000, 99000)}"),
        ("five slash five", lambda r: f"{r.randrange(10000, 99000)}/{r.randrange(10000, 99000)}"),
        ("canada with province", lambda r: f"{r.choice(['ON', 'QC', 'BC', 'AB'])} {pattern(r, 'A9A 9A9')}"),
        ("australia with state", lambda r: f"{r.choice(['NSW 2', 'VIC 3', 'QLD 4', 'WA 6'])}{pattern(r, '999')}"),
        ("new zealand with town",
            lambda r: f"{r.choice(['Auckland', 'Napier', 'Nelson', 'Dunedin'])} {r.randrange(110, 9893):04}"),
        ("brazil labelled", like("CEP 0899999\\9")),
        ("brazil eight", lambda r: f"{r.randrange(1000, 99990):05}{pattern(r, '999')}"),
        ("korea old", lambda r: f"{r.randrange(100, 799)}-{pattern(r, '999')}"),
        ("mexico labelled", lambda r: f"C.P. {r.randrange(1000, 99999):05}"),
        ("turkey with quarter",
            lambda r: f"{r.choice(['34', '06', '35', '16'])}{pattern(r, '999')} {r.choice(['Kadıköy', 'Çankaya', 'Bornova', 'Nilüfer', 'Üsküdar'])}"),
        ("us with state", lambda r: f"{r.choice(['NY', 'OH', 'TX', 'CA', 'ME'])} {r.randrange(10001, 99929)}"),
        ("us plus four run-on", lambda r: f"{r.randrange(10001, 99929)}{pattern(r, '9999')}"),
        ("us lost zero", lambda r: r.randrange(1001, 9999) if r.random() < 0.4 else r.randrange(10001, 99929)),
        ("five with comma zero", lambda r: f"{r.randrange(10000, 99000)},0"),
        ("japan labelled", lambda r: f"郵便番号 {pattern(r, '899-9999')}"),
        ("small area england", lambda r: f"E010{r.randrange(1, 35000):05}"),
        ("census tract us", lambda r:
            f"{r.choice(['36061', '06037', '17031', '48201'])}{r.randrange(100, 9900):04}{r.choice(['00', '01', '02'])}"), ("iris france", lambda r: f"{r.choice(['75', '69', '13', '33'])}{r.randrange(1, 400):03}{r.randrange(101, 900):04}"), ("municipality germany eight", lambda r: f"{r.choice(['08', '09', '05', '03'])}{r.randrange(111, 779)}{r.randrange(1, 180):03}"),
        ("commune france insee", lambda r: f"{r.randrange(1, 95):02}{r.randrange(1, 600):03}"),
        ("comune italy istat", lambda r: f"{r.randrange(1, 110):03}{r.randrange(1, 250):03}"),
        ("dissemination area canada",
            lambda r: f"{r.choice(['35', '24', '59'])}{r.randrange(1, 60):02}{pattern(r, '9999')}"),
        ("statistical area australia", lambda r: f"{r.randrange(1, 9)}{pattern(r, '99')}0{pattern(r, '9999999')}"),
        ("zip inside sentence german", lambda r: f"wohnhaft {r.randrange(10000, 99000)}"),
        ("romania six", lambda r: f"{r.randrange(10011, 927245):06}"),
    ]:
        family("postcode", name, headers, cell, rows=[60, 90, 120, 200], repeat=1)


# ---------------------------------------------------------------- networks

def networks():
    def v4(r):
        return r.choice([f"198.51.100.{r.randrange(1, 255)}", f"203.0.113.{r.randrange(1, 255)}",
            f"10.{r.randrange(256)}.{r.randrange(256)}.{r.randrange(1, 255)}",
                         f"172.{r.randrange(16, 32)}.{r.randrange(256)}.{r.randrange(1, 255)}",
                             f"192.168.{r.randrange(256)}.{r.randrange(1, 255)}"])

    group = lambda r: f"{r.randrange(1, 65536):x}"
    octet = lambda r: f"{r.randrange(256):02x}"
    headers = ["src", "client", "login_from", "terminal", "origin", "NODE", "station", "session_from", "gerät", "poste"]
    number_of = lambda text: sum(int(p) << s for p, s in zip(text.split("."), (24, 16, 8, 0)))
    for name, cell in [
        ("v4 labelled", lambda r: f"IP: {v4(r)}"), ("v4 as number", lambda r: number_of(v4(r))),
        ("v4 hexadecimal", lambda r: f"0x{number_of(v4(r)):08X}"), ("v4 pair arrow", lambda r: f"{v4(r)} -> {v4(r)}"),
        ("v4 with user", lambda r: f"{r.choice('ahuber bkim cdupont dsilva enowak'.split())}@{v4(r)}"),
        ("v4 reverse", lambda r: ".".join(reversed(v4(r).split("."))) + ".in-addr.arpa"),
        ("v4 log", lambda r: f'{v4(r)} - - "GET /diary HTTP/1.1" {r.choice([200, 302, 401])}'),
        ("v4 dashes host", lambda r: "ip-" + v4(r).replace(".", "-") + ".compute.internal"),
        ("v4 lost dots spaced", lambda r: v4(r).replace(".", " . ")),
        ("v6 prefix", lambda r: f"2001:db8:{group(r)}:{group(r)}::/64"),
        ("v6 expanded", lambda r: "2001:0db8:" + ":".join(f"{r.randrange(65536):04x}" for _ in range(6))),
        ("mac dashes upper", lambda r: "-".join(octet(r) for _ in range(6)).upper()),
        ("mac dotted", lambda r: ".".join(octet(r) + octet(r) for _ in range(3))),
        ("mac run-on", lambda r: "".join(octet(r) for _ in range(6)).upper()),
        ("bluetooth labelled", lambda r: "BLE " + ":".join(octet(r) for _ in range(6)).upper()),
        ("subscriber host", lambda r: f"p{''.join(octet(r) for _ in range(4)).upper()}.dip0.dsl-anbieter.example"),
    ]:
        family("ip", name, headers, cell)
    token = lambda r, n: "".join(r.choice("abcdefghkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ" + DIGITS) for _ in range(n))
    who = lambda r: r.choice("huber kim dupont silva nowak rossi larsen novak costa weber sato diaz".split())
    headers = ["web", "page", "doc", "image", "verweis", "enlace", "lien", "src_doc", "pfad", "path", "ruta",
        "source_loc"]
    for name, cell in [
        ("shared folder",
            lambda r: f"https://drop.share-kiste.example/s/{token(r, 15)}/{r.choice(['scan', 'befund', 'IMG_2231'])}.jpg?dl=0"), ("map link", lambda r: f"https://maps.example/?q={r.uniform(40, 55):.6f},{r.uniform(0, 20):.6f}"), ("unc path", lambda r: f"\\\\fs01\\patients\\{number(r, 7)}\\{r.choice(['labs', 'letters', 'img'])}.docx"),
        ("windows user path", lambda r: f"C:\\Users\\{who(r)}{r.choice('abcm')}\\Documents\\pat_{number(r, 4)}.xlsx"),
        ("unix home path", lambda r: f"/home/{who(r)}/studie/pat/{number(r, 5)}/mrt.nii.gz"),
        ("wado", lambda r: f"http://pacs.klinik-hohenau.test/wado?requestType=WADO&studyUID=1.2.{number(r, 6)}.{number(r, 8)}"), ("survey link", lambda r: f"https://redcap.uni-klinik.example/surveys/?s={token(r, 10).upper()}"),
        ("fund page", lambda r: f"https://spenden-fuer.example/hilfe-fuer-{who(r)}-{r.randrange(100, 999)}"),
        ("obituary", lambda r: f"www.trauer-nordland.example/anzeige/{who(r)}-{number(r, 6)}"),
        ("people network", lambda r: f"linkedin-like.example/in/{who(r)}-{token(r, 8).lower()}"),
        ("percent encoded", lambda r:
            f"https://portal.hospital-alba.example/Freigegebene%20Dokumente/{who(r).title()}%20{r.choice(['Anna', 'Jan', 'Lea', 'Tom'])}.pdf"),
        ("anchor element",
            lambda r: f'<a href="https://files.example/{token(r, 12)}">{r.choice(["ECG", "report", "consent"])}</a>'),
        ("bare domain path", lambda r:
            f"{r.choice(['hausarztpraxis-linde', 'cabinet-des-pins', 'studio-medico-sole'])}.{r.choice(['example', 'test'])}/{who(r)}"), ("literal v6 address", lambda r: f"http://[2001:db8::{group(r)}]:8042/patients/{number(r, 6)}"), ("see link german", lambda r: f"siehe https://bilder.example/{token(r, 9)}"),
        ("cloud storage gs",
            lambda r: f"gs://ct-raw-{r.choice(['eu', 'us'])}/mrn_{number(r, 7)}/series{r.randrange(1, 9)}.dcm"),
        ("file scheme", lambda r: f"file:///data/{who(r)}_{r.choice(['m', 'f'])}_{born(r).year}/ecg.pdf"),
        ("app deep link", lambda r: f"mydiary://user/{token(r, 14)}"),
        ("video clip", lambda r: f"https://clips.example/watch?v={token(r, 11)}"),
        ("calendar invitation", lambda r: f"webcal://cal.example/u/{who(r)}/{token(r, 8)}.ics"),
    ]:
        family("url", name, headers, cell)


# ---------------------------------------------------------------- free text

NOTES = {
    "norwegian": """Pasienten|Han|Hun|Datteren forteller at hun|Ektefellen ringte, pasienten
har hatt|klager over|fikk plutselig|beskriver
hoste i en uke|feber om kvelden|vondt i kneet|svimmelhet når hun står opp|utslett på ryggen|kvalme hver morgen
siden mandag|etter middag|i løpet av natten|på hytta|til tross for medisin|på jobb hos kommunen""",
    "bulgarian": """Пациентът|Пациентката|Майката съобщава, че той|Съпругата му казва, че
се оплаква от|съобщава за|имаше|отрича
кашлица от седмица|температура вечер|болка в коляното|световъртеж сутрин|обрив по ръцете|липса на апетит
от понеделник|след вечеря|през нощта|въпреки лечението|по време на пътуване|на вилата""",
    "croatian": """Bolesnik|Bolesnica|Majka navodi da|Supruga kaže da on
se žali na|opisuje|ima|negira
kašalj tjedan dana|temperaturu navečer|bol u koljenu|vrtoglavicu ujutro|osip po rukama|slab tek
od ponedjeljka|nakon večere|tijekom noći|unatoč terapiji|na moru|na poslu u školi""",
    "serbian": """Пацијент|Пацијенткиња|Мајка наводи да|Супруга каже да он
се жали на|описује|има|негира
кашаљ недељу дана|температуру увече|бол у колену|вртоглавицу ујутро|осип по рукама|слаб апетит
од понедељка|после вечере|током ноћи|упркос терапији|на путу|на послу""",
    "slovak": """Pacient|Pacientka|Matka uvádza, že|Manželka
udáva|opisuje|mal|sa sťažuje na
kašeľ s hlienom|horúčku večer|bolesť kolena|závraty ráno|krvácanie z nosa|nechutenstvo
od pondelka|po obede|v noci|napriek liečbe|na dovolenke|pri chôdzi do schodov""",
    "slovene": """Bolnik|Bolnica|Mati pove, da|Žena sporoča, da
navaja|opisuje|ima|zanika
kašelj že en teden|vročino zvečer|bolečino v kolenu|vrtoglavico zjutraj|izpuščaj po rokah|slab apetit
od ponedeljka|po kosilu|ponoči|kljub zdravljenju|na dopustu|v službi""",
    "lithuanian": """Pacientas|Pacientė|Motina sako, kad jis|Žmona
skundžiasi|mini|aprašo|neigia
kosulį savaitę|karščiavimą vakarais|kelio skausmą|galvos svaigimą rytais|bėrimą ant rankų|prastą apetitą
nuo pirmadienio|po vakarienės|naktį|nepaisant gydymo|per atostogas|darbe""",
    "latvian": """Pacients|Paciente|Māte stāsta, ka viņš|Sieva
sūdzas par|min|apraksta|noliedz
klepu nedēļas garumā|drudzi vakaros|ceļa sāpēm|reiboni no rītiem|izsitumiem uz rokām|sliktu apetīti
kopš pirmdienas|pēc vakariņām|naktī|par spīti ārstēšanai|atvaļinājumā|darbā""",
    "estonian": """Patsient|Ema sõnul patsient|Abikaasa ütles, et ta|Vanaisa
kaebab|mainib|kirjeldab|eitab
köha juba nädal aega|palavikku õhtuti|põlvevalu|pearinglust hommikul|löövet kätel|halba isu
esmaspäevast alates|pärast õhtusööki|öösel|ravist hoolimata|puhkusel|töö juures""",
    "indonesian": """Pasien|Ibu pasien mengatakan ia|Istrinya melaporkan pasien|Anak pasien bilang beliau
mengeluh|menyangkal|mengalami|menceritakan
batuk kering|nyeri lutut|demam sore hari|pusing saat berdiri|ruam di lengan|nafsu makan turun
sejak hari Senin|setelah makan malam|sepanjang malam|meski sudah minum obat|saat mudik|di kantor""",
    "thai": """ผู้ป่วย|มารดาแจ้งว่าผู้ป่วย|ภรรยาเล่าว่าเขา|คุณยาย
มีอาการ|บ่นเรื่อง|ปฏิเสธ|เล่าว่า
ไอแห้ง|ปวดเข่า|มีไข้ตอนเย็น|เวียนศีรษะ|ผื่นที่แขน|เบื่ออาหาร
ตั้งแต่วันจันทร์|หลังอาหารเย็น|ตลอดคืน|แม้ได้ยาแล้ว|ระหว่างเดินทาง|ที่ทำงาน""",
    "persian": """بیمار|مادر بیمار می‌گوید او|همسرش گفت که ایشان|دختر بیمار
از|درباره|به دلیل|با شکایت
سرفه خشک|درد زانو|تب عصرگاهی|سرگیجه هنگام ایستادن|بثورات دست|بی‌اشتهایی
از دوشنبه|بعد از شام|در طول شب|با وجود درمان|در سفر|سر کار
مراجعه کرد|تماس گرفت|شاکی است|به خانه رفت""",
    "urdu": """مریض|مریضہ|والدہ کے مطابق اسے|اہلیہ نے بتایا کہ انہیں
پیر سے|کھانے کے بعد|رات بھر|دوا کے باوجود|سفر کے دوران
خشک کھانسی|گھٹنے میں درد|شام کو بخار|چکر|بازو پر دانے|بھوک کی کمی
ہے اور فون کیا|کی شکایت ہے|رہی مگر اب بہتر ہیں|محسوس ہوئی""",
    "bengali": """রোগী|রোগীর মা বলেন তার|স্ত্রী জানান তিনি|দিদিমা
সোমবার থেকে|রাতের খাবারের পর|সারা রাত|ওষুধ সত্ত্বেও|ভ্রমণের সময়
শুকনো কাশি|হাঁটুতে ব্যথা|বিকেলে জ্বর|মাথা ঘোরা|হাতে র‍্যাশ|খিদে কমে যাওয়া
বলে জানিয়েছেন|নিয়ে এসেছেন|হয়েছে, পরে ভালো|বলে ফোন করেছেন""",
    "swahili": """Mgonjwa|Mama anasema mtoto|Mke wake anaeleza kuwa|Bibi
amekuwa na|alilalamika kuhusu|anakataa kuwa na|alielezea
kikohozi kikavu|maumivu ya goti|homa ya jioni|kizunguzungu|vipele mikononi|kukosa hamu ya kula
tangu Jumatatu|baada ya chakula|usiku kucha|licha ya dawa|safarini|shambani""",
    "catalan": """El pacient|La pacient|La filla diu que|La senyora
refereix|nega|va tenir|explica
tos seca|mal de genoll|febre al vespre|mareig en aixecar-se|taques a la pell|poca gana
des de dilluns|després de sopar|durant la nit|tot i el tractament|de viatge|a la feina""",
    "afrikaans": """Pasiënt|Ma sê hy|Sy vrou vertel dat hy|Ouma
kla van|het|noem|ontken
droë hoes|seer knie|koors in die aand|duiseligheid|uitslag op die arms|swak eetlus
sedert Maandag|na ete|deur die nag|ten spyte van medikasie|op reis|op die plaas""",
    "tagalog": """Ang pasyente|Sabi ng nanay, siya|Ayon sa asawa, siya|Si lola
ay may|ay nagreklamo ng|ay tumangging may|ay nagkuwento ng
ubong tuyo|sakit ng tuhod|lagnat sa hapon|hilo pagtayo|pantal sa braso|walang gana kumain
mula noong Lunes|pagkatapos maghapunan|buong gabi|kahit uminom ng gamot|habang nasa biyahe|sa trabaho""",
    "malayalam mixed english": """Pt came with|Amma says he has|Wife called regarding|Brought by son for
fever since 2 days|loose stools|neck swelling|bleeding gums|joint pain|poor feeding
, no response to|, partially better with|, vomited after|, refused
paracetamol|home remedies|the evening tablets|injection at local hospital|ORS
, travels from the hills by bus|, will stay with relatives|, wants discharge tomorrow|, money problem""",
}
FORMS = {
    "radiology report": """CT chest:|CT thorax without contrast:|HRCT:|Chest film:
new 8 mm nodule|patchy ground glass|small effusion|no consolidation|a cavitating lesion|mild atelectasis
in the left lower lobe|at the right apex|in the lingula|bilaterally|posteriorly on the right
, larger than on the study from the referring practice|, not seen in the spring|, unchanged|, resolving
. Line tip projects over the SVC|. Old rib fractures after the car accident|. Prosthesis of the left shoulder|. Scoliosis as known
. Discussed with ward doctor by telephone|. Suggest bronchoscopy|. Follow-up in six weeks""",
    "pathology report":
    """Trephine biopsy, 14 mm:|Marrow aspirate and core:|Skin punch, left forearm:|Colon biopsies, four pieces:
markedly hypocellular|patchy cellularity|mild crypt apoptosis|focal vacuolar change|no granulomas
with residual plasma cells|with preserved megakaryocytes|and a lymphoid aggregate|and scattered eosinophils
. Compared with the slides sent by the outside hospital|. In view of the sister's disease|. Considering the recent pregnancy
, findings favour recovery|, drug effect is likely|, GVHD cannot be excluded|, relapse appears unlikely
. Reported to the transplant unit on Friday|. Second opinion asked|. Deeper levels to follow""",
    "safety narrative french": """Patiente de 43 ans,|Patient de 61 ans,|Homme de 27 ans,|Femme de 35 ans,
institutrice|agriculteur|chauffeur de car|sans profession|étudiante en droit
, hospitalisée pour|, admis en réanimation pour|, vue aux urgences pour
une fièvre isolée|un choc septique|des convulsions|une hémorragie digestive
dix jours après la greffe|au retour d'un mariage familial|le lendemain de la sortie|après une chute à domicile
. Évolution favorable sous antibiotiques.|. Décès au troisième jour.|. Transfert vers l'hôpital régional.|. Séquelles motrices.""",
    "safety narrative german":
    """51-jährige Lehrerin|38-jähriger Landwirt|29-jährige Mutter von zwei Kindern|66-jähriger Pfarrer
stellte sich vor mit|wurde eingeliefert wegen|berichtete telefonisch über
Schüttelfrost|Sehstörungen|einer Thrombose am Portarm|blutigen Durchfällen|Verwirrtheit
nach dem Urlaub an der Nordsee|am Tag der Entlassung|während eines Familienfestes|nach einem Sturz beim Skifahren
. Besserung unter Meropenem.|. Verlegung auf Intensivstation.|. Prüfarzt sieht keinen Zusammenhang.|. Entlassung am Folgetag.""",
    "safety narrative spanish": """Mujer de 44 años,|Varón de 58 años,|Niña de 9 años,|Varón de 23 años,
maestra jubilada|camionero|hija única|estudiante
, que ingresa por|, trasladado por|, que acude por
fiebre y tiritona|dolor torácico|sangrado digestivo|crisis convulsiva
tras una boda familiar|a los diez días del trasplante|después de una caída|al volver del pueblo
. Evolución favorable.|. Falleció al tercer día.|. Se suspende ciclosporina.|. Alta voluntaria.""",
    "safety narrative japanese": """43歳女性、|61歳男性、|27歳男性、|9歳女児、
教師。|農業。|長距離運転手。|無職。
移植後10日目に|退院翌日に|家族旅行から帰宅後に|転倒後に
発熱を認め|痙攣を来し|消化管出血のため|意識障害で
救急搬送された。|緊急入院となった。|外来を受診した。
抗菌薬で改善。|3日後に死亡。|関連性は否定された。""",
    "voicemail transcript":
    """Hi, this is the wife of your patient,|Hello, it's me again from the infusion on Tuesday,|Good morning, calling about my son,|Yeah hi, it's about the appointment,
he's been shaking since lunch|the rash came back on her neck|we can't get the port to flush|the pharmacy says they have no more of it|my ride fell through
, um|, and|, so
I don't know if we should drive in|could someone call my cell|I'm leaving for the lake house at four|we're at my sister's place|the doctor with the beard said to call
, thanks, bye|, okay thank you|, please hurry|, you have the number""",
    "patient diary": """Woke up at five|Slept badly|Good day at last|Terrible headache|Mouth still sore
, walked the dog to the chapel|, could not help at the shop|, my husband cooked|, grandson visited|, stayed on the sofa
. Took the tablets late|. Forgot the evening dose|. Gums bled a little|. New bruise on the thigh
but laughed a lot|and cried a bit|and watched the football|and wrote to my brother|while the neighbours had a party
. Hope tomorrow is better.|. Scared of Thursday.|. Platelets must be low again.""",
    "patient diary german":
    """Schlecht geschlafen|Heute besser|Um fünf aufgewacht|Starkes Kopfweh|Mund brennt immer noch
, mit dem Hund bis zur Kapelle|, konnte im Laden nicht helfen|, mein Mann hat gekocht|, Enkel zu Besuch|, nur auf dem Sofa
. Tabletten zu spät genommen|. Abends vergessen|. Zahnfleisch blutet|. Neuer blauer Fleck
, trotzdem gelacht|, war traurig|, Fußball geschaut|, Brief an meinen Bruder
. Angst vor Donnerstag.|. Morgen zur Kontrolle.|. Bin froh.""",
    "query answer": """Site confirms that|Per source,|Investigator clarified:|Checked with the ward;|Monitor noted that
the subject was on holiday abroad|sample was drawn by the family doctor|wife reported the wrong dose|patient had moved to live with her daughter|visit was shifted for a funeral
, source updated|, AE added|, no change needed|, deviation logged
. Subject apologised by phone.|. Pharmacist remembers the case.|. Please close.|. Nurse left the trial team since.""",
    "deviation story":
    """Subject arrived two hours late|Subject took a herbal tea|Infusion was paused|Urine was not collected|Consent page was signed by the mother
because the train was cancelled|as her cousin had recommended it|after he felt faint and called his brother|since he was working the night shift at the bakery|because the father was at sea
. Coordinator informed the sponsor|. PI discussed it at the ward round|. Noted by the monitor
and training was repeated|and the subject stays in the trial|and the ethics committee was told""",
    "social history": """Lives with|Lives alone since divorce from|Shares a flat with|Cares for
her elderly mother|two foster children|a partner who is deaf|his twin brother|three dogs
, works as a baker|, retired from the fire brigade|, runs the village post office|, former local councillor|, plays in a brass band
, smokes rolled tobacco|, stopped drinking after the accident|, vegan|, never smoked
, travels by ferry|, no car|, son drives her|, fifth floor no lift""",
    "death circumstances":
    """Found at home by the neighbour|Died in the ambulance|Died on the ward with family present|Collapsed at the market
after three days of fever|following a fall down the cellar stairs|while waiting for a second donor|two weeks after the wedding of his daughter
; son declined autopsy|; autopsy by the coroner|; buried in the home country|; family informed by the GP
; probably sepsis|; likely intracranial bleed|; cause unclear|; relapse suspected""",
    "withdrawal reason story":
    """Moved back to her parents|New job on an oil platform|Pregnant with second child|Husband against further biopsies|Could not afford the trips
and cannot come monthly|, will be followed in her home town|and is tired of needles|, asked to be contacted by letter only
. Was very grateful.|. Spoke with the head nurse.|. May return after the harvest.|. Lawyer involved.""",
    "nursing handover": """Bed by window,|Side room,|Came from ICU,|Bay 4,
settled night|awake most of night|spiked at 2am|2x loose stool|line red++
, mum stayed|, hubby upset|, refuses wash|, speaks only Romanian|, asked for priest
, plts due 10|, bloods sent late|, await micro|, for scan pm
, ?home Fri|, social worker to see|, keep NBM|, son to bring glasses""",
    "nursing handover italian": """Notte tranquilla|Poco sonno|Febbre alle due|Due scariche|Dolore al CVC
, presente la mamma|, marito agitato|, rifiuta l'igiene|, parla solo rumeno|, chiede il prete
, piastrine alle dieci|, emocolture inviate|, attesa TAC|, digiuno
, forse a casa venerdì|, assistente sociale avvisata|, figlio porta gli occhiali|, colloquio col primario""",
    "interview transcript":
    """I: And how did that feel? P: Well,|I: Can you say more? P: Honestly,|P: You know,|P: When they told me in the corridor,
I thought of my kids|I was angry with my boss|I just wanted to go back to fishing|my mum fainted|I signed without reading
, and then the isolation, three weeks|, I mean the hair, that was nothing|, because we had just bought the farm|, it's a small town, everybody knows
, so yeah|, that was the worst of it|, I'd do it again|, don't write that down""",
    "speech without stops":
    """so the patient came in|um she was seen again|he is the gentleman from the ferry company|this is a pleasant lady
with a two week history of|complaining about|following up for|known for
nose bleeds|tired legs|a swollen eye|weight loss of ten kilos|night sweats
no new meds except the ones from her sister|took aspirin from a friend|was away with the scouts|had a tattoo last month
plan bloods today and see in clinic|will call the gp|comma new line thank you|send letter to dentist""",
    "dietary recall": """Breakfast bread with jam,|Two eggs and tea,|Nothing until noon,|Rice porridge,
lunch at my sister's|lunch in the works canteen|lunch at the temple|skipped lunch
fish with beans|pizza from the corner|soup my mother sent|cold noodles
, in the evening|, later|, after the shift|, at the wedding
cake and two beers|yoghurt|chicken with salad|only fruit, felt sick""",
    "occupation described":
    """night guard at|dinner lady at|bus driver for|trumpet player in|second engineer on|owner of|deputy mayor of|goalkeeper with
the cement works|the girls' school|the valley line|the police band|a trawler out of the north harbour|a small cheese dairy|the spa town|the county side
, part time|, retired early|, since 2011|, until diagnosis|, on sick leave""",
    "translator remark":
    """Interpreter (Dari) says|Translated from Tigrinya:|Family friend translates:|By video interpreter:
he walked here from the hostel|she fears for her brother at home|they lost the medicines at the border|he was a teacher in his village|the baby was born in the camp
, pain is burning|, denies fever|, wants a female doctor|, understood the plan
, next call in two weeks|, given leaflet|, lawyer present""",
    "e-mail quoted": """> Dear team, > my father|> Hello, > our daughter|> Good evening, > as you know I|> Dear nurse, > he
had a bad weekend|is back at nursery|cannot make it on Wednesday|lost her insurance|is asking about the stem cells
> and the school wants a letter.|> so we are at the lake.|> can you fax it to the dentist?|> because of the strike.
> Kind regards|> Best from all of us|> Yours|> Thank you so much""",
    "reason for drug french": """pris sur conseil de|donné par|prescrit par|acheté après discussion avec
sa belle-mère|le pharmacien du village|le médecin du rallye|une cousine infirmière|le dentiste
pour des maux de tête|pour dormir|à cause d'une piqûre de guêpe|pour la toux du soir|avant le voyage
, arrêté seul|, toujours en cours|, une seule prise|, mal toléré""",
    "reason for drug chinese": """因感冒|因上班劳累|牙科医生建议|听邻居介绍|出国旅游前
自行服用|由母亲购买|在老家诊所开了|在药店买了
中药汤剂|止痛片|抗生素三天|不明成分胶囊|安眠药
，后呕吐停用|，目前仍在用|，未告知医生|，皮疹后停药""",
    "injury description turkish": """Bahçede çalışırken|Torunuyla oynarken|İş yerinde|Düğün dönüşü|Merdivende
düştü ve|başını çarptı,|elini kesti,|bayıldı,
acile götürüldü|komşusu getirdi|evde dinlendi|oğlu aradı
, dikiş atıldı|, BT normal|, trombosit verildi|, ertesi gün taburcu""",
    "injury description polish": """W ogrodzie|Podczas zabawy z wnukiem|W pracy w tartaku|Po weselu|Na schodach
upadł i|uderzył się w głowę,|rozciął rękę,|zemdlał,
zabrany na SOR|przywieziony przez sąsiada|odpoczywał w domu|syn zadzwonił
, założono szwy|, TK w normie|, podano płytki|, wypis następnego dnia""",
    "psychology note portuguese": """Chorou ao falar|Recusou falar|Riu-se ao lembrar|Zangou-se quando falámos
da filha em França|do divórcio|do emprego na fábrica|da morte do irmão|da escola
; dorme mal|; come pouco|; reza todos os dias|; quer voltar ao mar
; a mãe acompanha|; vizinha ajuda|; vive só|; marido ausente
; volta na quinta|; encaminhado|; sem ideação|; pediu carta""",
    "school report dutch": """Juf zegt dat hij|Mentor meldt dat ze|Oma vindt dat hij|De gymleraar ziet dat ze
snel moe is|veel blauwe plekken heeft|niet meer mee voetbalt|gepest wordt om de muts|goed meekomt
sinds de carnaval|na de opname|in groep zes|op schoolreis
, thuis idem|, moeder bezorgd|, vader werkt op zee|, broertje donor""",
    "call summary korean": """보호자 전화:|환자 본인 연락:|딸이 문의함:|지역 보건소에서 알림:
열이 나서|코피가 멈추지 않아|버스를 놓쳐|약을 잃어버려
응급실에 갔다고|내일 방문이 어렵다고|고향에서 치료받겠다고|집에서 쉬고 있다고
함, 담당의에게 보고|함, 재통화 예정|함, 방문일 변경|함, 소견서 요청""",
    "moved and followed swedish":
    """Flyttat till dottern i|Bor nu hos sin bror i|Arbetar över vintern i|Vårdas på hemmet i
fjällbyn|skärgården|en liten ort i norr|grannlandet
, följs av|, prover tas hos|, besöker
distriktssköterskan|sin gamla husläkare|kliniken när hon orkar|jourmottagningen
, mår bra|, trött|, vill avsluta|, ring på kvällen""",
}


def texts():
    headers = ["details", "Anm", "remarque", "obs2", "komment", "story", "spec", "Verlauf2", "備注", "прим", "CEVERB",
        "AENARR", "memo", "why",
               "açıklama", "poznámka"]
    some = [30, 36, 48, 60, 80]
    for name, text in NOTES.items():
        family("text", f"told {name}", headers, slots(text, "" if name == "thai" else " "), rows=some, repeat=1,
            tokens=False)
    for name, text in FORMS.items():
        glue = "" if "japanese" in name or "chinese" in name else " "
        make = slots(text, glue)
        family("text", name, headers, lambda r,
            make=make: make(r).replace(" ,", ",").replace(" .", ".").replace(" ;", ";"), rows=some, repeat=1,
               tokens=False, mixed=name in ("nursing handover", "social history"))
    diary, social = slots(FORMS["patient diary"]), slots(FORMS["social history"])
    tidy = lambda text: text.replace(" ,", ",").replace(" .", ".")
    narrative = slots(FORMS["death circumstances"])
    family("text", "html fragment", headers, lambda r: f"<p>{tidy(diary(r))}</p>", rows=some, repeat=1)
    family("text", "rich text format", headers, lambda r: "{\\rtf1\\ansi " + tidy(social(r)) + "\\par}", rows=some,
        repeat=1)
    family("text", "json comment", headers, lambda r: f'{{"by": "nurse", "txt": "{tidy(social(r))}"}}', rows=some,
        repeat=1)
    family("text", "stars and lines", headers, lambda r: f"* {tidy(social(r))} * {narrative(r)}", rows=some, repeat=1)
    family("text", "sparse behind codes", headers,
        lambda r: tidy(diary(r)) if r.random() < 0.12 else r.choice(["99", "00", "99"]), rows=[150, 200, 300],
           missing=0.02, repeat=1)
    family("text", "sparse story mostly empty", headers, lambda r: tidy(narrative(r)), rows=[200, 300, 400],
        missing=0.9, repeat=1)
    family("text", "two languages", headers, lambda r: f"{slots(NOTES['croatian'])(r)} / {tidy(social(r))}", rows=some,
        repeat=1)
    family("text", "with dates and place", headers,
        lambda r: f"{recent(r):%d/%m/%y} {r.choice(['tc from', 'seen at', 'letter from'])} "
           f"{r.choice(['Dr Osei', 'Sr Bridget', 'the Brookfield practice', 'St Oda clinic'])}: {tidy(social(r))}",
               rows=some, repeat=1)


# ---------------------------------------------------------------- harmless columns that look alike

def harmless(name, headers, cell, **more):
    family("harmless", name, headers, cell, **more)


def ln(centre, width, places=0):
    return lambda r: (lambda v: round(v) if places == 0 else f"{v:.{places}f}")(centre * math.exp(r.gauss(0, width)))


def no(centre, width, places=0, low=None, high=None):
    def cell(r):
        value = r.gauss(centre, width)
        value = value if low is None else max(low, value)
        value = value if high is None else min(high, value)
        return round(value) if places == 0 else f"{value:.{places}f}"
    return cell


def comma(make):
    return lambda r: str(make(r)).replace(".", ",")


def with_(make, text):
    return lambda r: f"{make(r)}{text}"


def below(make, limit, share=0.2):
    return lambda r: limit if r.random() < share else make(r)


def laboratory():
    raw = ["LBORRES", "LBSTRESN", "RSLT", "Befundwert", "wynik", "esito", "resultado"]
    for name, header, cell in [
        ("calcium mmol", "Ca", no(2.31, 0.12, 2)), ("magnesium mmol", "Mg", no(0.81, 0.09, 2)),
        ("phosphate mg/dL", "PHOS", no(3.4, 0.6, 1)),
        ("chloride", "Cl", no(102, 4)), ("bicarbonate", "HCO3", no(24.3, 2.6, 1)),
        ("urea mmol", "UREA", ln(5.6, 0.4, 1)), ("urate umol", "UA|ac_urique", no(312, 80)),
        ("AST", "ASAT", ln(29, 0.6)), ("gamma GT", "GGT", ln(41, 0.9)),
        ("alkaline phosphatase ukat", "ALP_ukat", ln(1.4, 0.4, 2)), ("lipase", "LIPA", ln(34, 0.5)),
        ("troponin", "hsTnT", below(ln(9, 0.9, 1), "<3")), ("procalcitonin", "PCT", below(ln(0.21, 1.4, 2), "<0.05")),
        ("interleukin six", "IL6", below(ln(12, 1.6, 1), "< 1,5")),
        ("TSH", "TSH|tireotropina", ln(1.8, 0.6, 3)), ("free thyroxine", "fT4", no(15.4, 2.6, 1)),
        ("cortisol nmol", "CORT", ln(310, 0.5)), ("parathyroid hormone", "PTH", ln(5.1, 0.5, 1)),
        ("vitamin D", "25OHD", ln(46, 0.5)), ("folate", "FOL", below(ln(14, 0.6, 1), ">45.4", 0.08)),
        ("homocysteine", "HCY", ln(11.4, 0.4, 1)), ("transferrin saturation", "TSAT", no(41, 22, 0, 5, 89)),
        ("hepcidin", "HEPC", ln(9.2, 0.9, 2)), ("zinc", "Zn", no(11.6, 2.2, 1)),
        ("beta two microglobulin", "B2M", ln(2.6, 0.4, 2)), ("IgA", "IgA", ln(1.2, 0.6, 2)),
        ("IgE", "IgE|IgE_tot", ln(44, 1.5)),
        ("complement C3 g/L", "C3", no(1.08, 0.24, 2)), ("dsDNA antibodies", "antiDNA", below(ln(18, 1.1, 1), "<10")),
        ("rheumatoid factor", "RF", below(ln(16, 0.9), "<14", 0.5)), ("APTT", "APTT|TCA", no(31, 5, 1)),
        ("Quick percent", "Quick|TP", no(88, 14, 0, 20, 130)),
        ("antithrombin", "AT3", no(92, 15)), ("von Willebrand antigen", "vWFAg", ln(112, 0.4)),
        ("ADAMTS13 activity", "ADAMTS13", below(no(64, 25, 0, 6, 120), "<5 %", 0.15)),
        ("plasma haemoglobin", "fHb", ln(38, 0.9)), ("lactate", "LACT", ln(1.4, 0.4, 1)),
        ("blood gas pH", "pH", no(7.39, 0.05, 3)), ("base excess", "BE", no(-0.6, 2.8, 1)),
        ("osmolality", "OSMO", no(288, 7)), ("urine protein ratio", "UPCR", ln(14, 0.9, 1)),
        ("urine specific gravity", "SG", no(1.016, 0.006, 3)), ("calprotectin", "CALPRO", below(ln(80, 1.2), "<16")),
        ("mean platelet volume", "MPV", no(10.4, 1.3, 1)), ("red cell width", "RDW", no(15.2, 2.4, 1)),
        ("immature platelet fraction", "IPF|A-IPF", ln(6.8, 0.7, 1)),
        ("schistocytes promille", "FRC", below(ln(4, 0.9, 1), "<1")),
        ("marrow blasts", "BLST", pick("<1", "1", "2", "0", "<5", "3")),
        ("B cells absolute", "CD19", below(ln(90, 1.4), "<1")), ("regulatory T cells percent", "Treg", ln(3.6, 0.5, 2)),
        ("TREC", "TREC", lambda r: round(math.exp(r.gauss(7.4, 1.2)))),
        ("free light chains", "FLC_ratio", ln(1.1, 0.3, 2)), ("galactomannan index", "GMI", ln(0.14, 0.8, 2)),
        ("beta glucan", "BDG", below(ln(42, 0.8), "<31")),
        ("adenovirus copies", "ADV_q", lambda r: r.choice(["ND", "<250", f"{round(math.exp(r.gauss(8.4, 2)))}"])),
        ("cycle threshold", "Ct", no(29, 4.4, 1)),
        ("cycle threshold labelled", "PCRres", lambda r: r.choice(["neg", f"pos (Ct {r.gauss(29, 4):.1f})"])),
        ("urine BK power", "BKV_U", lambda r: f"{r.uniform(1, 9.9):.1f}E+{r.choice(['05', '06', '07', '08'])}"),
        ("tacrolimus", "FK506", no(9.1, 2.8, 1)), ("ciclosporin C2", "CsA_C2", ln(820, 0.3)),
        ("mycophenolate area", "MPA_AUC", no(44, 14, 1)), ("voriconazole", "VORI", ln(2.1, 0.7, 2)),
        ("methotrexate hours", "MTX24", below(ln(0.4, 1.4, 2), "<0,05")),
        ("vancomycin exposure", "VANCO_AUC", no(480, 90)),
        ("thymoglobulin active", "ATG_act", ln(6.4, 0.8, 2)),
        ("donor specific antibody intensity", "DSA_MFI", lambda r: round(math.exp(r.gauss(7.6, 1.1)))),
        ("panel reactive", "PRA", pick("0", "0%", "12%", "34%", "78%", "98%")),
        ("isoagglutinin pair", "IsoAgg", lambda r: f"1:{2 ** r.randrange(0, 9)}/1:{2 ** r.randrange(0, 10)}"),
        ("cold agglutinin", "KAgg", lambda r: f"1:{2 ** r.randrange(4, 13)} bei {r.choice([4, 20, 30])} °C"),
        ("antiglobulin polyspecific", "DAT2",
            pick("IgG +++ / C3d neg", "IgG ++ / C3d +", "IgG neg / C3d +++", "IgA + / IgG ++", "negativ")),
        ("urine dipstick", "U_stick", pick("neg", "trace", "1+", "2+", "3+", "small", "moderate")),
        ("urine sediment", "U_sed", pick("0-1/HPF", "0-5/HPF", "5-10/HPF", "10-20/HPF", ">50/HPF")),
        ("differential string", "DIFF",
            lambda r: f"N{r.randrange(40, 80)} L{r.randrange(10, 40)} M{r.randrange(2, 12)} E{r.randrange(0, 6)} B{r.randrange(0, 2)}"),
        ("platelets arrow", "PLT_trend", lambda r: f"{r.randrange(3, 60)} -> {r.randrange(20, 240)}"),
        ("platelets slashed series", "PLT_series", lambda r: "/".join(str(r.randrange(3, 190)) for _ in range(4))),
        ("counts semicolon", "ANCs", lambda r: ";".join(f"{r.uniform(0, 4):.2f}" for _ in range(5))),
        ("leucocytes power words", "WBC_txt", lambda r: f"{r.uniform(0.1, 14):.1f} Gpt/l"),
        ("haemoglobin with range", "HB_rng", lambda r: f"{r.uniform(6, 16):.1f} (12.0-15.5)"),
        ("haemoglobin flagged star", "Hb2", lambda r: f"{r.uniform(6, 16):.1f}{r.choice(['', '*', '-', '--'])}"),
        ("result arrows", "ampel", lambda r: f"{r.choice('↑↓')}{r.choice(['', ''])} {r.uniform(1, 400):.0f}"),
        ("unit micro litre dotted", "Thr_ul", lambda r: f"{r.randrange(2, 420)}.000/µl"),
        ("absolute nine digits", "TNC_abs", lambda r: r.randrange(12, 640) * 10**6 + r.randrange(10**6)),
        ("absolute seven digits", "CD3_abs", lambda r: r.randrange(10**6, 9 * 10**6)),
        ("indian lakh platelets", "Plt_lakh", lambda r: f"{r.uniform(0.1, 3.9):.2f} lakh/cumm"),
        ("indian grouped count", "Plt_cumm", lambda r: f"{r.randrange(1, 5)},{r.randrange(100):02},000"),
        ("arabic digits haemoglobin", "هيموغلوبين",
            lambda r: other_digits(f"{r.uniform(6, 16):.1f}", "٠").replace(".", "٫")),
        ("wide digits count", "血小板", lambda r: other_digits(f"{r.randrange(3, 320)}", "０")),
        ("myriad count japanese", "血小板数", lambda r: f"{r.uniform(0.5, 30):.1f}万/μL"),
        ("persian digits creatinine", "کراتینین", lambda r: other_digits(f"{r.uniform(0.4, 2.4):.1f}", "۰")),
        ("serum electrophoresis", "SPE",
            lambda r: f"Alb {r.randrange(48, 66)}% a1 {r.randrange(2, 5)}% a2 {r.randrange(6, 12)}% b {r.randrange(8, 14)}% g {r.randrange(8, 24)}%"), ("lod words", "LBSTAT_TXT", pick("below quantification limit", "not detected", "detected, not quantifiable", "haemolysed, not reported", "insufficient volume")), ("not reported sentences french", "LBCOM", pick("Prélèvement hémolysé, résultat non rendu", "Tube coagulé, à prélever de nouveau", "Volume insuffisant pour le dosage", "Agrégats plaquettaires au frottis, contrôle sur citrate")), ("smear sentences german", "Ausstrich", pick("Fragmentozyten vereinzelt, keine Blasten", "Anisozytose, Polychromasie, Sphärozyten", "Riesenthrombozyten, sonst unauffällig", "Pseudothrombopenie durch EDTA ausgeschlossen", "Linksverschiebung bis Myelozyten")),
        ("gas fractions", "FiO2", pick("0.21", "0.28", "0.35", "0.4", "0.6", "1.0")),
        ("osmotic fragility", "OsmFr", no(0.44, 0.03, 3)),
        ("thromboelastography", "ROTEM",
            lambda r: f"CT {r.randrange(50, 110)} A10 {r.randrange(10, 60)} MCF {r.randrange(20, 72)}"),
        ("anti-D quant", "antiD", ln(0.8, 1, 2)), ("erythrocyte half-life", "Cr51", no(14, 5, 1, 3)),
        ("haemolysis index", "HIL", lambda r: f"H{r.randrange(0, 4)}/I{r.randrange(0, 3)}/L{r.randrange(0, 3)}"),
    ]:
        harmless(f"lab {name}", header.split("|") * 2 + raw, cell, tokens=True, repeat=1 if "series" in name else None)


def vitals():
    raw = ["VSORRES", "EGORRES", "mess", "pomiar", "misura"]
    for name, header, cell in [
        ("peak flow", "PEF", no(410, 90)), ("forced volume litres", "FEV1", no(2.9, 0.7, 2)),
        ("percent predicted", "FEV1pp", no(84, 16)),
        ("lung function pair", "LuFu", lambda r: f"{r.uniform(1.4, 4.4):.2f} / {r.uniform(2, 5.4):.2f}"),
        ("oxygen on flow", "SpO2_O2",
            lambda r: f"{r.randrange(88, 100)}% {r.choice(['RA', 'on 2 L', 'on 4L NC', 'FiO2 0.35'])}"),
        ("urine output", "UO24", ln(1650, 0.35)),
        ("fluid balance", "Bilanz", lambda r: f"{round(r.gauss(150, 700)):+d} ml"),
        ("abdominal girth", "BU_cm", no(92, 13, 1)), ("weight change", "dWt", lambda r: f"{r.gauss(-0.4, 2):+.1f} kg"),
        ("weight stones", "wt_st", lambda r: f"{r.randrange(7, 19)} st {r.randrange(14)} lb"),
        ("height double prime", "ht_ftin", lambda r: f"{r.randrange(4, 7)} ft {r.randrange(12)} in"),
        ("growth z", "HAZ", no(-0.9, 1.2, 2)),
        ("corrected QT", "QTcF", no(421, 22)), ("heart axis", "AXIS", lambda r: f"{r.randrange(-60, 120)}°"),
        ("PR interval", "PR", no(158, 22)),
        ("ecg interpretation", "EGINT",
            pick("Normal", "Abnormal, not clinically significant", "Abnormal, clinically significant",
            "Not evaluable")), ("ventilator", "Beatmung",
            lambda r: f"PEEP {r.randrange(5, 14)} / Pinsp {r.randrange(14, 30)}"),
        ("pressure lying standing", "ortho",
            lambda r: f"{r.randrange(100, 160)}/{r.randrange(60, 95)} → {r.randrange(90, 150)}/{r.randrange(55, 90)}"),
        ("pressure three", "BP3",
            lambda r: "; ".join(f"{r.randrange(100, 160)}/{r.randrange(60, 95)}" for _ in range(3))),
        ("temperature series", "Tmax", lambda r: f"{r.uniform(36, 40):.1f}/{r.uniform(36, 39):.1f}"),
        ("grip strength", "grip_kg", no(28, 9, 1)), ("timed up and go", "TUG_s", ln(9.4, 0.25, 1)),
        ("tear test", "Schirmer", lambda r: f"R {r.randrange(0, 31)} mm / L {r.randrange(0, 31)} mm"),
        ("visual acuity snellen", "VA", pick("20/20", "20/25", "20/40", "20/63", "20/100", "CF")),
        ("visual acuity metric", "acuité", pick("10/10", "8/10", "6/10", "5/10", "2/10")),
        ("visual acuity british", "VAcc", pick("6/6", "6/9", "6/12", "6/18", "6/60")),
        ("logmar", "logMAR", no(0.16, 0.14, 2)),
        ("hearing level", "PTA", lambda r: f"{r.randrange(0, 60, 5)} dB"), ("steps a day", "steps", ln(4200, 0.6)),
        ("actigraph counts", "vm_cpm", ln(48000, 0.7)),
        ("sleep clock", "bedtime", lambda r: f"{r.choice([21, 22, 23, 0])}:{r.choice(['00', '15', '30', '45'])}"),
        ("battery", "batt", lambda r: f"{r.randrange(4, 101)}%"),
        ("glucose time in range", "TIR", lambda r: f"{r.randrange(30, 99)} %"),
        ("pump basal", "basal", no(0.82, 0.2, 3)),
        ("pacing mode", "mode", pick("DDDR 60-120", "VVI 50", "AAI 60", "DDD 60-130", "VVIR 70")),
        ("catheter gauge", "lumen", pick("7F double", "9.6 Fr", "12F triple", "18G", "20G", "22 G")),
        ("firmware", "fw", pick("2.3.1-b4512", "2.3.4-b4610", "3.0.0-rc1", "3.0.2")),
        ("respiration words", "resp_pat", pick("regular", "Cheyne-Stokes", "Kussmaul", "shallow", "tachypnoeic")),
        ("body burned", "BSA_skin", pick("9%", "18%", "27%", "36%", "54%")),
    ]:
        harmless(f"measure {name}", header.split("|") * 2 + raw, cell)


def imaging():
    for name, header, cell in [
        ("slice thickness", "SliceThk", pick("0.625", "1.25", "2.5", "5.0", "0.9")),
        ("tube setting", "kVmAs", lambda r: f"{r.choice([80, 100, 120])} kV / {r.randrange(20, 260)} mAs"),
        ("echo repetition", "TRTE", lambda r: f"{r.randrange(400, 5000)}/{r.randrange(8, 120)}"),
        ("uptake maximum", "SUVmax", ln(4.1, 0.7, 1)), ("deauville", "D5PS", pick("1", "2", "3", "4", "5", "X")),
        ("relaxation", "T2star", ln(18, 0.5, 1)), ("liver iron", "LIC", ln(5.2, 0.8, 1)),
        ("series description", "SeriesDesc",
            pick("T2_HASTE_COR", "DIXON_VIBE_TRA", "CT THORAX 1.0 B60f", "t1_mprage_sag_p2", "DWI_b50_800",
            "AX FLAIR FS", "LOCALIZER")),
        ("orientation vector", "IOP", pick("1\\0\\0\\0\\1\\0", "0\\1\\0\\0\\0\\-1", "1\\0\\0\\0\\0\\-1")),
        ("pixel spacing", "PixSp", pick("0.78125\\0.78125", "0.5\\0.5", "0.976562\\0.976562")),
        ("window level", "WL", pick("40/400", "-600/1500", "300/1500", "80/200")),
        ("matrix", "Matrix", pick("512x512", "320 x 320", "256x192")),
        ("lesion dimensions", "lesion", lambda r: f"{r.randrange(4, 60)} x {r.randrange(4, 50)} mm"),
        ("lesion three", "vol_dim", lambda r: f"{r.uniform(1, 9):.1f}×{r.uniform(1, 9):.1f}×{r.uniform(1, 9):.1f} cm"),
        ("transfer syntax uid", "TSUID",
            pick("1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.4.70", "1.2.840.10008.1.2.4.90")),
        ("storage class uid", "SOPClass",
            pick("1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.5.1.4.1.1.4", "1.2.840.10008.5.1.4.1.1.7",
            "1.2.840.10008.5.1.4.1.1.128")), ("modality", "MOD", pick("CT", "MR", "US", "PT", "XA", "CR")),
        ("planes", "view", pick("AP", "PA", "LAT", "A4C", "PLAX", "sagittal")),
        ("scanner model", "ManuModel",
            pick("SOMATOM Definition Flash", "Achieva 3.0T", "Discovery CT750 HD", "Aquilion ONE", "MAGNETOM Skyra",
            "Vivid E95")), ("spine levels", "level", pick("Th11-L1", "L3/4", "C5/6", "L5-S1", "Th4")),
        ("tapse", "TAPSE", no(21, 3.6, 1)), ("strain", "GLS", no(-18.2, 2.8, 1)),
        ("elastography", "kPa", lambda r: f"{r.uniform(3, 24):.1f} kPa (IQR {r.uniform(0.3, 4):.1f})"),
        ("portal flow", "PVvel", no(18, 6)), ("dose length", "DLP", ln(320, 0.5, 1)),
        ("bone density", "DXA_T", no(-1.3, 1.1, 1)),
        ("mri sequence words fr", "séquence",
            pick("T2 FAT SAT axiale", "T1 après gadolinium", "diffusion b1000", "FLAIR coronale")),
    ]:
        harmless(f"imaging {name}", header, cell)


def genetics():
    base = lambda r, n: "".join(r.choice("ACGT") for _ in range(n))
    for name, header, cell in [
        ("allele fraction", "VAF", ln(0.18, 0.7, 4)), ("read depth", "DP", ln(820, 0.6)),
        ("total reads", "n_reads", lambda r: r.randrange(8 * 10**6, 94 * 10**6)),
        ("genotype slash", "GT", pick("0/1", "0/0", "1/1", "./.", "1/2")),
        ("genotype pipe", "GTphased", pick("0|1", "1|0", "0|0", "1|1")),
        ("genotype letters", "SNPgt", pick("AA", "AG", "GG", "A/G", "CT", "TT")),
        ("variant call string", "INFO",
            lambda r: f"AC={r.randrange(1, 3)};AF=0.{r.randrange(10, 60)};DP={r.randrange(60, 900)}"),
        ("genomic position", "locus37",
            coded(lambda r: f"chr{r.randrange(1, 23)}:{r.randrange(10**6, 45 * 10**6)}", 25, "gpos")),
        ("variant dashes", "gnomAD_id",
            coded(lambda r: f"{r.randrange(1, 23)}-{r.randrange(10**6, 45 * 10**6)}-{r.choice('ACGT')}-{r.choice('ACGT')}", 25, "gnomad")), ("reference sequence", "REFSEQ", pick("NC_000023.11", "NG_007398.1", "NM_000546.6", "NM_004333.6", "NP_004324.2", "NR_024540.1")), ("clinvar", "CLNVAR", coded("VCV000099999.8", 30, "clinvar")),
        ("omim", "OMIM", coded(lambda r: r.randrange(100650, 620000), 30, "omim")),
        ("hgnc", "HGNC_ID", coded(lambda r: f"HGNC:{r.randrange(5, 24000)}", 30, "hgnc")),
        ("entrez gene", "GeneID", coded(lambda r: r.randrange(12, 8000), 30, "entrez")),
        ("orphanet", "ORPHA",
            pick("ORPHA:3002", "ORPHA:98375", "ORPHA:182090", "ORPHA:84064", "ORPHA:54057", "ORPHA:182043")),
        ("mondo", "MONDO", coded("MONDO:0099999", 20, "mondo")),
        ("cytoband", "band", pick("7q22.1", "5q31", "9p24.1", "17p13.1", "6p21.3", "Xp11.23")),
        ("hla three fields group", "HLA_G",
            lambda r: f"{r.choice(['A*02', 'B*07', 'C*07', 'DRB1*15', 'DQB1*06'])}:{r.randrange(1, 5):02}:01G"),
        ("hla pair no locus", "HLA_DRB1",
            lambda r: f"{r.randrange(1, 16):02}:0{r.randrange(1, 5)}, {r.randrange(1, 16):02}:0{r.randrange(1, 5)}"),
        ("hla ambiguity code", "NMDPcode",
            lambda r: f"{r.choice(['A*24', 'B*44', 'C*05', 'DRB1*04'])}:{r.choice(['XX', 'ANGA', 'BVTJ', 'CWUY', 'MN'])}"), ("hla imgt accession", "IMGT", coded("HL\\A09999", 25, "imgt")), ("kir", "KIR", pick("AA", "Bx", "2DL1,2DL3,3DL1,2DS4", "Cen-A/A Tel-A/B", "2DS1+")),
        ("permissive", "DPB1_TCE", pick("permissive", "non-permissive GvH", "non-permissive HvG", "matched")),
        ("telomere", "TL_kb", no(7.2, 1.4, 2)),
        ("telomere percentile", "TL_pct", pick("<1st", "1st-10th", "10th-50th", ">50th")),
        ("integrity number", "RIN", no(7.9, 1.1, 1, 1, 10)), ("expression", "TPM", ln(14, 1.8, 3)),
        ("methylation", "beta_val", lambda r: f"{r.betavariate(0.6, 0.6):.4f}"),
        ("copy number", "CNV", pick("2", "1", "3", "LOH", "cnLOH 6p", "del(7q)")),
        ("vector copies", "VCN", ln(1.6, 0.5, 2)),
        ("alignment", "CIGAR",
            lambda r: f"{r.randrange(20, 76)}M{r.randrange(1, 4)}{r.choice('ID')}{r.randrange(20, 70)}M"),
        ("primer", "primer_F", coded(lambda r: base(r, r.randrange(18, 25)), 16, "primer")),
        ("barcode index", "i7", coded(lambda r: base(r, 8), 24, "index")),
        ("haplogroup", "mtHG", pick("H1a", "U5b2", "J1c3", "K1a", "L2a1", "T2b")),
        ("inheritance", "INH", pick("AD", "AR", "XL", "de novo", "somatic", "NK")),
        ("acmg", "ACMG", pick("LP (PM1, PM2, PP3)", "P (PVS1, PS3)", "VUS (PM2)", "B (BA1)")),
        ("quality phred", "QUAL", ln(980, 0.8, 2)),
        ("clonotype", "CDR3",
            coded(lambda r: "CAS" + "".join(r.choice("SLGQETYNAPRD") for _ in range(r.randrange(7, 12))) + "F", 30,
            "cdr3")), ("iscn array", "array",
            pick("arr(X,Y)x1,(1-22)x2", "arr 7q11.23q36.3x1", "arr 8p23.3q24.3x3", "arr(1-22,X)x2")),
    ]:
        harmless(f"genetic {name}", header, cell)


def cells():
    for name, header, cell in [
        ("viability", "VIAB", lambda r: f"{min(r.gauss(93, 4), 99.9):.1f}%"),
        ("nucleated times ten", "TNC_e8", ln(3.4, 0.5, 2)), ("T cell dose", "CD3_e7", ln(22, 0.7, 1)),
        ("T cell dose per kg power", "CD3kg", lambda r: f"{r.uniform(1, 9.9):.2f} x 10^{r.choice([3, 4, 5, 7, 8])}/kg"),
        ("purity", "CD34_pur", no(92, 6, 1, 40, 99.9)), ("log depletion", "logdep", no(4.3, 0.5, 1)),
        ("product volume", "VOL", ln(210, 0.5)),
        ("cryoprotectant", "DMSO", pick("5%", "7.5 %", "10%", "10 % DMSO + HSA")),
        ("product haematocrit", "HCT_prod", no(4.6, 1.8, 1, 0.5)),
        ("bags of", "bags", lambda r: (lambda n: f"{r.randrange(1, n + 1)}/{n}")(r.randrange(1, 7))),
        ("storage temperature", "stor", pick("-196 °C", "-150°C", "2-8 °C", "20-24 °C", "LN2 vapour")),
        ("freezing rate", "coolrate", pick("-1 K/min", "-2 °C/min", "uncontrolled")),
        ("thaw to infusion", "thaw_min", no(21, 8, 0, 5)),
        ("sterility", "STER", pick("no growth at 14 days", "C. acnes day 9", "no growth at 7 d", "CoNS, contaminant")),
        ("endotoxin", "ENDO", pick("<0.5 EU/mL", "<0.05", "0.12 EU/mL", "<1.0 EU/kg/h")),
        ("colony units", "CFU_GM", ln(38, 0.6)),
        ("collection efficiency", "CE2", no(46, 11, 1, 8, 89)),
        ("blood volumes", "TBVx", pick("2.0", "2.5 TBV", "3", "4.2", "2,5")),
        ("citrate ratio", "ACD", pick("1:12", "1:10", "1:14", "1:24")),
        ("mobilisation", "MOB",
            pick("G-CSF 10 µg/kg", "Cy 2 g/m² + G-CSF", "G-CSF + plerixafor", "steady state marrow")),
        ("procedure steps", "PROC",
            pick("CD34 selection; cryopreservation", "volume reduction", "RBC depletion (Sepax)", "plasma depletion",
            "none, fresh infusion", "TCRαβ/CD19 depletion")),
        ("access", "vascacc", pick("CVC femoral", "peripheral both arms", "Shaldon jugular", "AV fistula")),
        ("cord age years", "CBU_yrs", ln(4.2, 0.6, 1)),
        ("gate strategy", "gate", pick("ISHAGE single platform", "7-AAD-/CD45dim", "lymph gate CD3+", "SSC/CD45")),
        ("antibody panel", "panel", pick("CD45-KO/CD34-PE/7AAD", "CD3-FITC/CD19-APC", "TCRab-PC7", "CD56-BV421")),
        ("chimerism lineages", "CHIM_lin",
            lambda r: f"T {r.randrange(20, 101)} / B {r.randrange(60, 101)} / M {r.randrange(80, 101)}"),
        ("chimerism greater", "chim_txt",
            pick(">99% donor", ">95 %", "mixed 78%", "full donor", "autologous reconst.")),
        ("transduction", "transd", no(62, 17, 1, 5, 95)),
        ("passage", "pass", pick("P2", "P3", "P4", "P5")),
        ("culture medium", "medium", pick("X-VIVO 15", "RPMI 1640 + 10% FCS", "StemSpan SFEM II", "DMEM low glucose")),
        ("product state", "release", pick("released", "released under exception", "quarantine", "rejected: viability")),
        ("hydroxyethyl starch", "HES", pick("HES 6% 130/0.4", "no HES", "Pentastarch 10%")),
        ("centrifuge", "spin", pick("400 g x 10 min", "1200 rpm, 10'", "300 g/15 min/20 °C", "840 x g")),
        ("transfusion units", "TXunits", pick("2 EK", "1 TK", "2 EK + 1 TK", "1 GFP", "0")),
        ("dli dose steps", "DLI", pick("1e5 CD3/kg", "5e5 CD3/kg", "1e6 CD3/kg", "1e7 CD3/kg")),
    ]:
        harmless(f"graft {name}", header, cell)


def doses():
    for name, header, cell in [
        ("german scheme", "Schema", pick("1-0-1", "1-0-1-0", "0-0-1-0", "1-1-1", "½-0-½", "2-0-2-0")),
        ("days of conditioning", "COND_D",
            pick("d-7 to d-3", "d-6 bis d-2", "D-5, D-4, D-3", "day -4 and -3", "d-2/d-1")),
        ("fractions times", "TBI", pick("6 x 2 Gy", "2 Gy single", "4 x 2 Gy", "1 x 3 Gy", "12 Gy/6 fx")),
        ("three daily", "ATG3", pick("2.5/2.5/2.5", "0.5/2/2.5", "10/10/10/10", "1,5-1,5-1,5")),
        ("taper", "taper", pick("60-40-30-20-10 mg", "1 mg/kg, -10% weekly", "40/30/20/15/10", "stop over 6 wk")),
        ("per day square metre", "m2day",
            pick("30 mg/m²/d", "150 mg/m2 x 4", "40 mg/m^2", "14 g/m²/day", "1000 mg/m2")),
        ("units per kilogram", "IUkg", pick("100 IU/kg", "50 U/kg", "2000 IE/kg", "10 IE/kg/h")),
        ("infusion rate", "rate", lambda r: f"{r.choice([25, 50, 100, 150, 200])} ml/h"),
        ("aim exposure", "target", pick("90 mg*h/L", "75-100 mg·h/L", "4,800 µM*min", "AUC 20")),
        ("level of dose", "DLTLVL", pick("DL-1", "DL1", "DL2", "DL3", "RP2D")),
        ("tablets words german", "Dosis",
            pick("2 Tabl. morgens", "1 Tbl. abends", "10 ml 2x tgl.", "bei Bedarf 1 Supp.")),
        ("tablets words italian", "posologia", pick("1 cp ore 8 e 20", "2 cp al dì", "al bisogno", "5 gtt la sera")),
        ("tablets words french", "posologie",
            pick("1 cp matin et soir", "2 gél. au coucher", "si besoin, max 3/j", "1 inj/semaine")),
        ("latin", "SIG", pick("b.i.d.", "q8h p.o.", "t.i.d. p.c.", "o.d. nocte", "q.2wk s.c.", "prn")),
        ("chinese use", "用法", pick("口服 每日两次", "静脉滴注 qd", "皮下注射 每周一次", "口服 必要时")),
        ("syringe", "vol_syr", pick("0.5 ml", "1,0 mL", "2.5mL", "10 mL")),
        ("ideal weight note", "wtused", pick("ABW", "IBW", "AIBW25", "AIBW40", "TBW")),
        ("concentration", "conc", pick("6 mg/mL", "50mg/5ml", "100 mg/100 ml", "1:1000", "0,9 %")),
        ("intensity relative", "RDI", lambda r: f"{r.uniform(60, 104):.1f}%"),
        ("reason dose change", "EXADJ",
            pick("platelets > 400", "ALT elevated", "subject request", "weight change > 10%", "per protocol")),
        ("pack sizes", "pack", pick("28", "56", "3x28", "1 x 250 µg", "5 amps")),
        ("injection site", "EXLOC", pick("abdomen LLQ", "thigh R", "upper arm L", "glutaeus re.")),
        ("premedication", "premed",
            pick("Paracetamol 1 g + Clemastin 2 mg", "methylpred 2 mg/kg", "none", "Dexchlorpheniramine 5 mg IV")),
        ("number needed", "vials", pick(1, 2, 3, 4, 6, 8)),
        ("treatment line string", "lines",
            pick("PRED>IVIG>RTX>ROMI", "PDN-RTX-SPL", "CS, IVIG, MMF, CsA", "steroid → rituximab → eltrombopag")),
        ("strength ratio brands", "CMTRT",
            pick("Bactrim Forte 800/160", "Augmentin 875/125", "Targin 10/5 mg", "Co-Diovan 160/12.5")),
        ("vaccines", "VAX", pick("Prevenar 13", "Hexyon", "Boostrix Polio", "Shingrix", "Menveo", "Vaxelis")),
        ("homeopathic and herbal", "CAM",
            pick("Arnica D6", "Valeriana officinalis", "Echinacea purpurea", "Ginkgo biloba", "Silybum marianum",
            "Boswellia serrata")),
    ]:
        harmless(f"dosing {name}", header, cell)


def scores():
    for name, header, cell in [
        ("haq", "HAQDI", lambda r: f"{r.randrange(0, 25) * 0.125:.3f}"), ("fact total", "FACTAN", no(128, 24)),
        ("qlq scale", "QL2", lambda r: f"{r.choice([0, 16.666667, 33.333333, 50, 66.666667, 83.333333, 100])}"),
        ("promis t", "PF_T", no(44.6, 8, 1)),
        ("hads pair", "HADS", lambda r: f"A{r.randrange(0, 18)} D{r.randrange(0, 18)}"),
        ("mini mental", "MMSE", lambda r: f"{r.randrange(21, 31)}/30"),
        ("coma scale", "GCS", pick("E4V5M6", "E3V4M6", "E4V4M6", "15", "14")),
        ("child pugh", "CTP", pick("A5", "A6", "B7", "B8", "C10")), ("sofa", "SOFA", no(4, 3, 0, 0, 19)),
        ("meld", "MELD", no(11, 4, 0, 6, 34)),
        ("magic stages", "MAGIC", pick("2-1-0", "1-0-0", "3-0-1", "0-0-2", "3-2-3")),
        ("nih organs string", "NIHcG",
            lambda r: f"S{r.randrange(4)}M{r.randrange(4)}E{r.randrange(4)}L{r.randrange(4)}G{r.randrange(3)}"),
        ("itp bleeding", "ITPBAT", lambda r: f"S{r.randrange(4)}M{r.randrange(4)}O{r.randrange(3)}"),
        ("lee scale", "LSS", no(22, 13, 1, 0, 80)),
        ("disease risk index", "DRI", pick("low", "int", "high", "very high", "not applicable")),
        ("barthel", "BI", pick(100, 95, 90, 75, 60, 45)), ("braden", "BRADEN", no(19, 3, 0, 8, 23)),
        ("tanner", "TANNER", pick("B3 P2", "G2 PH3", "B5P5", "G1P1", "n/a")),
        ("asa", "ASA", pick("I", "II", "III", "IV", "II E")), ("mallampati", "MP", pick("I", "II", "III", "IV")),
        ("work impairment", "WPAI", lambda r: f"{r.randrange(0, 101, 10)} %"),
        ("paediatric quality", "PedsQL", lambda r: f"{r.uniform(30, 100):.2f}"),
        ("eight item numbers", "raw_items", lambda r: " ".join(str(r.randrange(5)) for _ in range(8))),
        ("letters of answers", "MCQ", lambda r: "".join(r.choice("ABCD") for _ in range(8))),
        ("visual scale decimals", "VAS_cm", lambda r: f"{r.uniform(0, 10):.1f} cm"),
        ("faces", "faces", pick("🙂", "😐", "🙁", "😢")),
        ("agree portuguese", "conc",
            pick("concordo totalmente", "concordo", "não concordo nem discordo", "discordo", "discordo totalmente")),
        ("agree dutch", "eens", pick("helemaal mee eens", "mee eens", "neutraal", "mee oneens")),
        ("often polish", "czesto", pick("nigdy", "rzadko", "czasami", "często", "zawsze")),
        ("often korean", "빈도", pick("전혀", "가끔", "자주", "항상")),
        ("often arabic", "تكرار", pick("أبدا", "أحيانا", "غالبا", "دائما")),
        ("often thai", "บ่อย", pick("ไม่เคย", "บางครั้ง", "บ่อยครั้ง", "เสมอ")),
        ("often vietnamese", "muc", pick("không bao giờ", "thỉnh thoảng", "thường xuyên", "luôn luôn")),
        ("item wording english", "QSTEST",
            pick("How often did you feel tired in the past week?", "Were you limited in doing your work?",
            "Did you need to rest during the day?", "Have you had pain?", "How would you rate your overall health?")),
        ("item wording german", "Frage",
            pick("Wie oft fühlten Sie sich in der letzten Woche müde?", "Waren Sie bei der Arbeit eingeschränkt?",
            "Mussten Sie sich tagsüber ausruhen?", "Hatten Sie Schmerzen?")),
        ("item wording japanese", "設問", pick("この一週間、疲れを感じましたか。", "仕事に支障がありましたか。", "日中に休む必要がありましたか。", "痛みがありましたか。")),
        ("instrument names", "QSCAT",
            pick("EORTC QLQ-C30 V3.0", "FACT-BMT (Version 4)", "ITP-PAQ", "Lee cGVHD Symptom Scale", "SF-36v2 Standard",
            "Beck Depression Inventory", "Pittsburgh Sleep Quality Index", "Lansky Play-Performance Scale")),
        ("apache", "APACHE2", no(16, 6, 0, 0, 45)),
        ("mucositis oral grades", "OM", pick("0", "1", "2", "3", "4", "WHO 3")),
        ("frailty", "CFS", pick("1 very fit", "3 managing well", "4 vulnerable", "6 moderately frail")),
        ("grade and attribution", "AEGRREL", lambda r: f"G{r.randrange(1, 5)}/{r.choice(['unrel', 'poss', 'prob'])}"),
        ("ebmt risk", "EBMTRS", pick("1/7", "2/7", "3/7", "4/7")),
        ("match of ten", "HLAm", pick("10/10", "9/10", "8/8", "6/6", "5/6", "5/10")),
    ]:
        harmless(f"scoring {name}", header, cell)


def times():
    for name, header, cell in [
        ("gestation", "GA", lambda r: f"{r.randrange(25, 42)}+{r.randrange(7)}"),
        ("gestation fraction", "SSW", lambda r: f"{r.randrange(25, 42)} {r.randrange(7)}/7"),
        ("hours post dose", "PCTPT", pick("predose", "0.5h", "1h post-dose", "2 h", "4h", "24 h post-dose")),
        ("nominal", "NOMTM", pick("-0.5", "0", "0.5", "1", "2", "4", "8", "24")),
        ("t plus", "tplus", lambda r: f"T+{r.choice([1, 2, 4, 6, 12, 24, 48])}h"),
        ("long hours", "dauer_h", lambda r: f"{r.randrange(20, 190)}:{r.randrange(60):02}"),
        ("clock ranges", "win", pick("08:00-09:30", "10:00–12:00", "14:00-16:00", "07:30 - 08:30")),
        ("window of visit", "tol", pick("±3 d", "+/- 7 d", "-2/+5", "+14", "±1 wk")),
        ("day ranges", "drange", pick("d8-d15", "D0-D28", "D29–D100", "d-7–d-1")),
        ("day hundred window", "VIS100",
            pick("DAY 100 (+/-7)", "DAY 180 (+/-14)", "1 YEAR (+/-30 D)", "DAY 28 (+/-3)")),
        ("follow-up text", "FUtxt", lambda r: f"{r.randrange(0, 12)} y {r.randrange(12)} mo"),
        ("days in words german", "Abstand", lambda r: f"{r.randrange(1, 400)} Tage nach TX"),
        ("days in words spanish", "intervalo", lambda r: f"a los {r.randrange(1, 400)} días"),
        ("days in words chinese", "间隔", lambda r: f"移植后第{r.randrange(1, 400)}天"),
        ("days japanese", "経過", lambda r: f"day {r.randrange(-7, 365)}"),
        ("days russian", "сутки", lambda r: f"Д{r.choice(['+', '+', '-'])}{r.randrange(1, 200)}"),
        ("relative month", "RELMO", lambda r: f"M{r.randrange(-12, 60):+d}"),
        ("weeks and days", "wd", lambda r: f"{r.randrange(0, 60)}w{r.randrange(7)}d"),
        ("fractional year", "t_yr", lambda r: f"{r.expovariate(0.3):.4f}"),
        ("start stop pair", "tstart_tstop",
            lambda r: (lambda a: f"({a}, {a + r.randrange(1, 300)}]")(r.randrange(0, 900))),
        ("censor plus", "surv", lambda r: f"{r.randrange(3, 2400)}{r.choice(['', '+'])}"),
        ("years range", "accrual", pick("2004-2008", "2009–2014", "2015-2019", "2020-2024")),
        ("winter season", "fluseason", pick("2017/18", "2018/19", "2019/20", "2022/23")),
        ("decades", "decade", pick("1990s", "2000s", "2010s", "2020s")),
        ("part of day", "daypart", pick("morning", "afternoon", "evening", "night", "before meal")),
        ("part of day german", "Tageszeit", pick("morgens", "mittags", "abends", "nachts")),
        ("weekday french", "jour_sem", pick("lundi", "mardi", "mercredi", "jeudi", "vendredi")),
        ("weekday chinese", "星期", pick("星期一", "星期二", "星期三", "星期四", "星期五")),
        ("weekday numbers", "isodow", pick(1, 2, 3, 4, 5)),
        ("offset of zone", "utc_off", pick("+01:00", "+02:00", "-05:00", "+09:00", "Z")),
        ("zone names", "tzname", pick("Europe/Vienna", "America/Chicago", "Asia/Seoul", "Europe/Lisbon")),
        ("duration clock", "QSDUR", lambda r: f"{r.randrange(1, 29)}:{r.randrange(60):02}"),
        ("seconds long", "dur_ms", ln(84000, 0.6)),
        ("age at onset bands", "onset", pick("0-4", "5-9", "10-19", "20-39", "40-59", "60+")),
        ("age bands french", "tranche", pick("18-34 ans", "35-49 ans", "50-64 ans", "65 ans et plus")),
        ("age bands japanese", "年代", pick("20代", "30代", "40代", "50代", "60代", "70代以上")),
        ("age bands five", "AGEGR5", pick("[18,30)", "[30,45)", "[45,60)", "[60,75)", "75+")),
        ("age capped letters", "agecap", lambda r: "90+" if r.random() < 0.05 else r.randrange(18, 90)),
        ("age months infants", "age_mo", lambda r: f"{r.randrange(1, 36)} mo"),
        ("age at menarche", "menarche", no(12.8, 1.2, 0, 9, 17)),
        ("age months decimal child", "AGEM_dec", lambda r: f"{r.uniform(6, 215):.1f}"),
        ("age paediatric words", "childage", lambda r: f"{r.randrange(2, 18)} yrs"),
        ("donor bands", "DONAGEG", pick("<=30", "31-40", "41-50", ">50")), ("years since", "since_dx", ln(4.2, 0.8, 1)),
        ("visit compact", "VISIT", lambda r: f"V{r.randrange(1, 14)}/W{r.choice([0, 2, 4, 8, 12, 24, 48])}"),
        ("unscheduled decimal", "VISITNUM", lambda r: f"{r.randrange(1, 12)}.{r.randrange(1, 9):02}"),
        ("unscheduled words", "UNSVIS", lambda r: f"UNSCHEDULED {r.randrange(1, 14)}.{r.randrange(1, 4):02}"),
        ("epoch names", "EPOCH", pick("SCREENING", "MOBILISATION", "CONDITIONING", "TREATMENT", "FOLLOW-UP")),
        ("visit portuguese", "visita", pick("Triagem", "Dia 0", "Semana 4", "Mês 6", "Término precoce")),
        ("visit polish", "wizyta", pick("Przesiewowa", "Dzień 0", "Tydzień 4", "Miesiąc 6", "Koniec badania")),
        ("visit russian", "визит", pick("Скрининг", "День 0", "Неделя 4", "Месяц 6", "Завершение")),
        ("visit korean", "방문", pick("스크리닝", "0일", "4주", "6개월", "종료")),
    ]:
        harmless(f"timing {name}", header, cell)


def codes():
    for name, header, cell in [
        ("unii", "UNII", coded(lambda r: "".join(r.choice(UPPER + DIGITS) for _ in range(10)), 24, "unii")),
        ("kegg", "KEGG", coded("D09999", 24, "kegg")),
        ("chembl", "CHEMBL", coded(lambda r: f"CHEMBL{r.randrange(10, 4300000)}", 24, "chembl")),
        ("pubchem", "CID", coded(lambda r: r.randrange(1000, 56000000), 24, "pubchem")),
        ("european product", "EMA_no", coded("EME\\A/H/C/009999", 16, "ema")),
        ("pharmacy number germany", "PZN", coded("09999999", 24, "pzn")),
        ("pharmacy number france", "CIP13", coded("3400\\9 399 999 9 9", 16, "cip")),
        ("nhs drug code", "dmd", coded(lambda r: f"{number(r, 7)}11000001{pattern(r, '99')}", 16, "dmd")),
        ("drug dictionary eleven", "DRECNO",
            coded(lambda r: f"{r.randrange(1, 9999):06}01{r.randrange(1, 40):03}", 24, "whodd")),
        ("dosage form edqm", "EDQM", pick("10219000", "10221000", "11201000", "11210000", "20053000")),
        ("japan drug", "YJ", coded("3999999\\A9999".replace("\\A", "A"), 20, "yj")),
        ("isrctn", "regno", pick("ISRCTN12345678", "ISRCTN87654321", "ISRCTN24680135")),
        ("german register", "DRKS", pick("DRKS00012345", "DRKS00023456", "DRKS00034567")),
        ("indian register", "CTRI", pick("CTRI/2019/01/012345", "CTRI/2021/07/034567", "CTRI/2020/11/028901")),
        ("japan register", "jRCT", pick("jRCTs031200123", "jRCT2080224567", "UMIN000012345")),
        ("european trial", "EUCT", pick("2022-500123-12-00", "2023-504567-34-01", "2024-511111-22-00")),
        ("universal trial", "UTN", pick("U1111-1234-5678", "U1111-1278-9012")),
        ("pmid", "PMID", coded(lambda r: r.randrange(9000000, 39000000), 20, "pmid")),
        ("isbn", "ISBN", pick("978-3-16-148410-0", "978-0-306-40615-7")),
        ("issn", "ISSN", pick("0006-4971", "1523-6536", "0268-3369", "0390-6078")),
        ("omop concept", "concept_id",
            coded(lambda r: r.choice([f"{r.randrange(75000, 4400000)}", f"{r.randrange(40000000, 46300000)}"]), 30,
            "omop")), ("vaccine cvx", "CVX", pick("08", "20", "33", "133", "140", "207", "121")),
        ("read code", "READ", coded("D9z..", 12, "read")),
        ("read five", "ctv3", pick("D3120", "X20F5", "XE24a", "D3130", "XaBDD")),
        ("primary care icpc", "ICPC", pick("B78", "B83", "A04", "B82", "R74")),
        ("drg german", "DRG", pick("A15B", "A04E", "R61H", "Q60C", "A42A", "R63J")),
        ("drg us", "MSDRG", pick("014", "016", "017", "808", "811")),
        ("opcs", "OPCS4", pick("X33.4", "W34.1", "X36.1", "J69.2", "W99.1")),
        ("ccam", "CCAM", pick("FELF009", "FELF001", "FEFJ001", "FFFC001", "FELF010")),
        ("nomesco", "NCSP", pick("ZXD00", "JMA10", "WW100", "DR049")),
        ("cpt", "CPT", pick("38240", "38241", "38205", "38206", "85025", "86003")),
        ("npu", "NPU", pick("NPU28309", "NPU03568", "NPU02593", "NPU02319", "NPU19651")),
        ("jlac", "JLAC10", pick("2A020000001930101", "2A990000001930952", "3B050000002327201")),
        ("functioning icf", "ICF", pick("b4303", "b430.2", "d450", "s410", "e1101")),
        ("nursing diagnosis", "NANDA", pick("00132", "00093", "00004", "00045", "00146")),
        ("device nomenclature", "GMDN", pick("35209", "46510", "37839", "47619", "58935")),
        ("device identifier", "UDI_DI", pick("04046719303120", "00643169001763", "07613327123456", "05415067001234")),
        ("order numbers", "catno", pick("130-098-846", "555478", "A07735", "IM2651U", "341051")),
        ("standards", "norm", pick("ISO 13485:2016", "EN ISO 15189", "ISO 14155:2020", "IEC 62304")),
        ("antibody clones", "clone", pick("OKT3", "8G12", "QBEND10", "HI30", "SJ25C1", "MEM-181")),
        ("dental", "FDI", pick("11", "21", "36", "46", "18", "55")),
        ("currency", "cur", pick("EUR", "CHF", "SEK", "JPY", "USD")),
        ("languages three", "lang3", pick("deu", "fra", "swe", "jpn", "por")),
        ("subdivision", "iso3166_2", pick("DE-BY", "FR-IDF", "US-CA", "CA-ON", "AT-9")),
        ("un region", "m49", pick("155", "039", "151", "030", "019")),
        ("income group", "WB", pick("HIC", "UMIC", "LMIC", "LIC")),
        ("specialty numbers", "treatfn", pick("303", "420", "260", "340", "800")),
        ("form object", "FormOID", pick("FO_DM_01", "FO_LB_HEM_02", "F_AE_V3", "F_HSCT_A")),
        ("item object", "ItemOID", pick("IT.LB.PLT", "IT.AE.AETERM", "IT.DM.SEX", "IT.EX.EXDOSE")),
        ("codelist", "NCI_CL", pick("C66731", "C66742", "C71620", "C66767", "C65047")),
        ("sas format", "FMT", pick("BEST12.", "$CHAR20.", "8.2", "DATE9.", "YYMMDD10.", "$SEX.")),
        ("sql types", "dtype", pick("varchar(40)", "int8", "numeric(8,2)", "timestamp", "bool")),
        ("error codes", "err", pick("E1042", "W2003", "I0001", "E4101")),
        ("xpath", "src_xpath", pick("/ODM/ClinicalData/SubjectData", "/root/lab/result[1]", "//AE/Term")),
        ("json keys", "jpath", pick("$.lab.plt", "$.visit[0].day", "$.ae.grade")),
        ("json tiny", "payload", lambda r: f'{{"plt": {r.randrange(2, 300)}, "unit": "10^9/L"}}'),
        ("array of numbers", "vec", lambda r: "[" + ", ".join(f"{r.gauss(0, 1):.2f}" for _ in range(4)) + "]"),
        ("function call", "derive", pick("max(0, day-1)", "log10(x+1)", "ifelse(is.na(v),0,v)", "coalesce(a,b)")),
        ("validation rules", "rule_id", pick("CG0014", "SD0002", "SD1082", "FDAB017", "CG0370")),
        ("missing codes", "whymiss", pick("-99", "-98", "-97", "-9", "-1")),
        ("bit mask", "flags", lambda r: format(r.randrange(32), "05b")),
        ("icd with words", "DX", pick("D69.3 ITP", "D59.1 AIHA warm", "D61.9 AA", "D60.9 PRCA", "D69.41 Evans")),
        ("icd dagger", "ICDkreuz", pick("D59.1+", "M32.1†", "N08.5*", "D69.3 G", "Z94.8 Z.n.")),
        ("icd no dot lower", "icd_nd", pick("d693", "d591", "d619", "d600", "d704")),
        ("hpo list", "HPOs", pick("HP:0001873;HP:0001878", "HP:0001903", "HP:0001915;HP:0012410")),
        ("snomed with bars", "SCT",
            pick("32273002 |Idiopathic thrombocytopenic purpura|", "413603009 |Autoimmune hemolytic anemia|",
            "306058006 |Aplastic anemia|")),
        ("loinc with words", "LOINCW", pick("777-3 Platelets", "718-7 Hemoglobin", "751-8 Neutrophils", "2532-0 LDH")),
        ("atc with words", "ATCW",
            pick("L04AD01 ciclosporin", "L01FA01 rituximab", "B02BX05 eltrombopag", "H02AB07 prednisone")),
        ("organ codes topography", "ICDO", pick("C42.1", "C42.0", "C77.9", "8000/3", "9989/3")),
        ("anatomical latin", "regio",
            pick("Crista iliaca posterior", "Vena jugularis interna", "Musculus deltoideus", "Vena subclavia dextra",
            "Os sternum", "Regio glutaea")),
        ("allergens", "ALLERG",
            pick("Dermatophagoides farinae", "Betula verrucosa", "Phleum pratense", "Arachis hypogaea",
            "Felis domesticus")),
        ("bacteria full", "MBSPEC",
            pick("Escherichia coli", "Klebsiella oxytoca", "Serratia marcescens", "Neisseria meningitidis",
            "Rothia mucilaginosa", "Moraxella catarrhalis", "Elizabethkingia anophelis")),
        ("fungi", "fungus", pick("Candida auris", "Aspergillus terreus", "Rhizopus arrhizus", "Fusarium solani",
            "Pneumocystis jirovecii")),
        ("bacteria cyrillic", "возбудитель",
            pick("Кишечная палочка", "Золотистый стафилококк", "Клебсиелла", "Синегнойная палочка")),
        ("bacteria japanese", "菌名", pick("大腸菌", "黄色ブドウ球菌", "緑膿菌", "肺炎桿菌", "腸球菌")),
        ("resistance", "AST", pick("R", "S", "I", "MIC 0.25 S", "MIC >16 R", "ESBL+")),
        ("stains", "stain", pick("May-Grünwald-Giemsa", "Perls", "Gomori", "Ziehl-Neelsen", "Sudan black", "PAS")),
        ("eponymous signs", "sign", pick("Murphy", "Kernig", "Babinski", "Auspitz", "Nikolsky", "Romberg")),
        ("eponym scores", "scorename",
            pick("Karnofsky", "Lansky", "Glucksberg", "Seattle", "Khorana", "Wells", "Barthel")),
        ("makers", "LBNAM", pick("Miltenyi Biotec", "Beckman Coulter", "Becton Dickinson", "Fresenius Kabi",
            "Terumo BCT", "Bio-Rad", "Thermo Fisher")),
        ("ship brands of drugs", "brand",
            pick("Grafalon", "Thymoglobuline", "Revolade", "Nplate", "MabThera", "Sandimmun", "Jakavi", "Prevymis",
            "Noxafil", "Doptelet")),
        ("virus variants", "strain", pick("Omicron BA.5", "Delta AY.4", "H3N2", "B/Victoria", "XBB.1.5", "RSV-B")),
        ("syndromes", "PRIMDX",
            pick("Wiskott-Aldrich", "Chediak-Higashi", "Fisher-Evans", "Kasabach-Merritt", "Moschcowitz",
            "Blackfan-Diamond")),
        ("blood antigens", "alloab",
            pick("anti-Jka", "anti-K", "anti-E, anti-c", "anti-Fya", "anti-Lea", "autoanti-e")),
        ("antibody inn", "mAb",
            pick("efgartigimod alfa", "sutimlimab", "daratumumab", "emapalumab", "begelomab", "alemtuzumab")),
        ("diets", "diet", pick("neutropenic", "low microbial", "TPN", "oral + PN", "vegan", "halal")),
        ("foods", "QFOOD", pick("apple juice", "white rice", "chicken broth", "plain yoghurt", "boiled egg")),
        ("sports", "activity", pick("walking", "cycling", "swimming", "yoga", "none")),
        ("colours urine", "U_col", pick("yellow", "amber", "dark", "cola", "straw")),
        ("hospital areas", "LOC_H", pick("BMT unit", "ICU", "day clinic", "outpatient", "emergency")),
        ("hospital areas spanish", "servicio",
            pick("Hematología", "UCI", "hospital de día", "urgencias", "consultas externas")),
        ("staff roles german", "Rolle", pick("Prüfarzt", "Studienassistenz", "Pflege", "Zentrallabor", "Monitor")),
        ("assays", "LBMETHOD2",
            pick("MAIPA", "STR-PCR 16 plex", "Luminex SAB", "CDC crossmatch", "EBNA IFA", "QuantiFERON Plus")),
        ("networks of trials", "coop", pick("EBMT ADWP", "GIMEMA", "HOVON", "GITMO", "BMT CTN", "ALFA")),
        ("nationality adjectives", "origin",
            pick("Northern European", "South Asian", "West African", "Middle Eastern", "Mixed")),
        ("chemical formulas", "formula", pick("C6H15Cl2N2O2P", "C10H12FN5O4", "NaHCO3", "C62H111N11O12")),
        ("dilution buffers", "buffer", pick("PBS/EDTA 2 mM", "CliniMACS PBS", "NaCl 0.9%", "ACD-A")),
        ("radioisotope", "tracer", pick("18F-FDG", "99mTc", "111In-oxine", "51Cr", "90Y"),
        ),
    ]:
        harmless(f"code {name}", header, cell, rows=[60, 90, 120, 200, 300],
            mixed=name in ("bacteria full", "makers", "ship brands of drugs", "syndromes"))


def words():
    """Categories, statistics and sentences that come again and again."""
    for name, header, values in [
        ("yes no italian", "recidiva", "sì|no|non noto"), ("yes no portuguese", "recidiva_p", "sim|não|desconhecido"),
        ("yes no dutch", "recidief", "ja|nee|onbekend"), ("yes no czech", "relaps", "ano|ne|neznámo"),
        ("yes no hungarian", "visszaesés", "igen|nem|nem ismert"), ("yes no romanian", "recădere", "da|nu|necunoscut"),
        ("yes no finnish", "uusiutuma", "kyllä|ei|ei tiedossa"), ("yes no persian", "عود", "بله|خیر|نامعلوم"),
        ("yes no vietnamese", "taiphat", "có|không|không rõ"), ("yes no thai", "กลับเป็นซ้ำ", "ใช่|ไม่ใช่|ไม่ทราบ"),
        ("yes no indonesian", "kambuh", "ya|tidak|tidak tahu"), ("yes no hebrew", "הישנות", "כן|לא|לא ידוע"),
        ("ticks", "chk", "☑|☐"), ("crosses", "krzyzyk", "X|x|[X]|[ ]"), ("plus words", "lymph", "++|+|+/-|-|0"),
        ("sex polish", "plec", "K|M"), ("sex czech", "pohlavi", "muž|žena"), ("sex korean", "성별", "남|여"),
        ("sex hindi", "लिंग", "पुरुष|महिला"), ("sex portuguese", "sexo_p", "masculino|feminino"),
        ("response italian", "risposta", "remissione completa|remissione parziale|nessuna risposta|recidiva"),
        ("response portuguese", "resp_pt", "resposta completa|resposta parcial|sem resposta|recaída"),
        ("response dutch", "respons", "complete respons|partiële respons|geen respons|niet te beoordelen"),
        ("response korean", "반응", "완전관해|부분관해|무반응|재발"),
        ("response czech", "odpoved", "kompletní remise|parciální remise|bez odpovědi"),
        ("response swedish", "svar", "komplett remission|partiell remission|inget svar|återfall"),
        ("events portuguese", "EA", "Náusea|Neutropenia febril|Mucosite|Pneumonia|Sépsis|Erupção cutânea|Diarreia"),
        ("events dutch", "bijwerking", "misselijkheid|febriele neutropenie|mucositis|longontsteking|huiduitslag"),
        ("events czech", "NU", "nevolnost|febrilní neutropenie|mukozitida|zápal plic|vyrážka|průjem"),
        ("events arabic", "حدث", "غثيان|حمى قلة العدلات|التهاب رئوي|إسهال|طفح جلدي"),
        ("events vietnamese", "bienco", "buồn nôn|sốt giảm bạch cầu|viêm phổi|tiêu chảy|phát ban"),
        ("events greek", "συμβάν", "ναυτία|εμπύρετη ουδετεροπενία|πνευμονία|διάρροια|εξάνθημα"),
        ("diagnosis german", "Diagnose",
            "Immunthrombozytopenie|autoimmunhämolytische Anämie (Wärmetyp)|Evans-Syndrom|aplastische Anämie|Erythroblastopenie"), ("diagnosis french", "diag", "purpura thrombopénique immunologique|anémie hémolytique auto-immune|syndrome d'Evans|aplasie médullaire"), ("diagnosis polish", "rozpoznanie", "małopłytkowość immunologiczna|niedokrwistość autoimmunohemolityczna|zespół Evansa|anemia aplastyczna"), ("diagnosis japanese", "病名", "免疫性血小板減少症|自己免疫性溶血性貧血|エバンス症候群|再生不良性貧血|赤芽球癆"), ("diagnosis russian", "диагноз", "иммунная тромбоцитопения|аутоиммунная гемолитическая анемия|синдром Эванса|апластическая анемия"), ("countries polish", "kraj", "Polska|Niemcy|Czechy|Szwecja|Litwa|Ukraina"), ("countries italian", "paese", "Italia|Svizzera|Francia|Albania|Marocco|Romania"), ("countries korean", "국가", "대한민국|일본|베트남|미국|독일"),
        ("race terms french", "origine", "Europe|Afrique du Nord|Afrique subsaharienne|Asie|non recueilli"),
        ("cause dutch", "doodsoorzaak", "infectie|recidief|GVHD|orgaanfalen|onbekend"),
        ("cause italian", "causa", "infezione|recidiva|GVHD|insufficienza d'organo|non nota"),
        ("cause chinese", "死因", "感染|复发|移植物抗宿主病|器官衰竭|不明"),
        ("discontinued french", "motif",
            "retrait du consentement|perdu de vue|inefficacité|décès|événement indésirable"),
        ("discontinued spanish", "motivo",
            "retirada del consentimiento|pérdida de seguimiento|falta de eficacia|muerte|evento adverso"),
        ("discontinued japanese", "中止理由", "同意撤回|追跡不能|効果不十分|死亡|有害事象"),
        ("donor relation german", "Spenderbez", "Bruder|Schwester|Mutter|Vater|Kind|unverwandt"),
        ("donor relation turkish", "verici", "kardeş|anne|baba|akraba dışı"),
        ("marital", "MARISTAT", "single|married|divorced|widowed|separated"),
        ("marital german", "Familienstand", "ledig|verheiratet|geschieden|verwitwet"),
        ("housing", "living", "alone|with partner|with parents|nursing home"),
        ("education german", "Schulabschluss", "Hauptschule|Realschule|Abitur|Hochschule|keiner"),
        ("employment french", "emploi", "actif|arrêt maladie|retraité|étudiant|sans emploi"),
        ("trial sites numbers", "SITEN", "101|102|105|210|304"),
        ("sites roman", "ctr", "Centre I|Centre II|Centre III|Centre IV"),
        ("countries of site code", "SITECC", "ITA-01|ESP-02|GBR-01|NLD-03"),
        ("arms german", "Arm", "Kontrolle|Verum niedrig|Verum hoch|Beobachtung"),
        ("arms colours", "cohort", "blue|green|orange|expansion"),
        ("strata", "STRAT", "ITP/<65/AUTO|ITP/>=65/ALLO|AIHA/<65/AUTO|EVANS/<65/ALLO"),
        ("consent versions", "ICF", "ICF v3.0 EN|ICF v3.1 DE|Assent 12-17 v1.2|ICF v2.0 FR"),
        ("protocol versions words", "PROTVER", "v4.0 Amendment 3|v5.0|v3.2 (DE)|v1.0"),
        ("eligibility codes", "IEORRES", "I3|E7|I1,I4|E2;E9|none"),
        ("contact mode", "mode_fu", "phone|clinic|letter|video|registry linkage"),
        ("source", "source_doc", "EHR|paper chart|patient report|registry|lab interface"),
        ("sdv", "SDV", "verified|not required|pending|partial"),
        ("query wording", "QTEXT",
            "Value out of range, please confirm.|Start is after stop, please correct.|Unit missing, please provide.|Please clarify relationship to study drug."), ("query wording german", "Rückfrage", "Wert außerhalb des Bereichs, bitte bestätigen.|Einheit fehlt, bitte ergänzen.|Beginn liegt nach Ende, bitte korrigieren."), ("standard procedure titles", "SOP", "SOP-12 Apheresis|SOP-31 Cryopreservation|SOP-07 Central line care|SOP-44 Thawing and infusion"), ("procedure sentences", "PRTRT", "Bone marrow aspiration from the posterior iliac crest|Placement of a tunnelled central venous catheter|Leukapheresis over two days|Infusion of thawed stem cells"), ("protocol sentences french", "consigne", "Prélever avant la dose du matin|Conserver entre 2 et 8 °C|Ne pas congeler le tube|Répéter si le résultat est inférieur à 30"),
        ("regimen sentences", "REGIM",
            "Fludarabine 30 mg/m² d-6 to d-2, cyclophosphamide 50 mg/kg d-5 to d-2, ATG 2.5 mg/kg d-3 to d-1|Cyclophosphamide 50 mg/kg d-5 to d-2 with ATG 0.5/1/1/1.5/1.5 mg/kg|BEAM with ATG 2.5 mg/kg d+1 and d+2|Treosulfan 14 g/m² d-6 to d-4 with fludarabine and thiotepa"), ("lab comment english", "LBCOMM", "Sample haemolysed, potassium not reported|Platelet clumps seen, repeat in citrate|Result confirmed on repeat|Outside calibrated range, diluted 1:10"), ("imputation", "IMPFL", "D|M|Y|not imputed"), ("derivation words", "DTYPE", "LOCF|WOCF|AVERAGE|PHANTOM|MAXIMUM"), ("units words", "unit_w", "per microlitre|grams per litre|percent|copies per mL"), ("estimates", "COVBASE", "adjusted|crude|stratified"), ("file suffix", "fmt", "xpt|csv|sas7bdat|xml|parquet"), ("severity spanish", "gravedad", "leve|moderada|grave|mortal"), ("severity japanese", "重症度", "軽度|中等度|高度"), ("severity russian", "тяжесть", "лёгкая|средняя|тяжёлая"), ("status snake german", "zustand", "in_nachsorge|abgebrochen|verstorben|lost_fu"), ("emoji traffic", "ampel2", "🟢|🟡|🔴"), ("greek letters", "geno", "α/β|β0/β+|δβ|α-/αα"), ("letters level", "evid", "A-I|A-II|B-II|B-III|C-III"), ("null variants", "oth_na", "none|NONE|nil|n/a|—"), ("vital status french", "statut", "vivant|décédé|perdu de vue"), ("laterality french", "côté", "droit|gauche|bilatéral"), ("positions german", "Lage", "liegend|sitzend|stehend"), ("specimens spanish", "muestra", "sangre EDTA|suero|médula ósea|orina|saliva"), ("specimens chinese", "标本", "外周血|骨髓|血清|尿液"), ("preparative words portuguese", "condic", "mieloablativo|intensidade reduzida|não mieloablativo"),
        ("hla words", "hlamm", "A mismatch|B mismatch|DRB1 antigen|C allele|none"),
        ("gvhd organs", "cGVHDorg", "skin|eyes, mouth|liver|lungs; joints|gut"),
        ("access words german", "ZVK", "Hickman|Port|PICC|Demers|keiner"),
        ("infect sites", "INFSITE", "bloodstream|lung|CVC exit|sinus|urinary tract|gut"),
        ("survey skip", "skip", "Refused|Don't know|Not asked|Legitimate skip"),
        ("weather", "env", "indoors|outdoors|filtered air"),
        ("insurers class french", "couverture", "régime général|CMU|ALD 100 %|mutuelle"),
        ("ranking words", "rank", "1st|2nd|3rd|4th"), ("fractions unicode", "teil", "½|¼|¾|1½|2"),
        ("inequality bands", "PLTcat", "<10|10-<30|30-<50|50-<100|>=100"),
        ("quarters of follow-up", "FUQ", "FU-Q1|FU-Q2|FU-Q3|FU-Q4"),
    ]:
        harmless(f"category {name}", header, listed(values), rows=[60, 90, 120, 200, 300],
            mixed=name in ("marital", "housing", "events dutch", "diagnosis german"))
    for name, header, cell in [
        ("hazard with interval", "HR_CI",
            lambda r: f"{r.uniform(0.4, 2.4):.2f} ({r.uniform(0.2, 0.9):.2f}–{r.uniform(1, 4):.2f})"),
        ("median quartiles", "med_iqr",
            lambda r: f"{r.randrange(20, 80)} [{r.randrange(5, 20)}; {r.randrange(80, 200)}]"),
        ("count percent", "n_pct", lambda r: f"{r.randrange(1, 90)} ({r.uniform(1, 60):.1f}%)"),
        ("p with stars", "pstar", lambda r: f"{r.random():.3f}{r.choice(['', '*', '**'])}"),
        ("risk table", "atrisk", lambda r: f"{r.randrange(11, 200)} | {r.randrange(0, 40)} | {r.randrange(0, 40)}"),
        ("z and p", "stat", lambda r: f"z={r.gauss(0, 1.4):.2f}, p={r.random():.3f}"),
        ("model coefficient", "beta", lambda r: f"{r.gauss(0, 0.6):.8f}"),
        ("exponent coefficient", "coef", lambda r: f"{r.gauss(0, 4):.4e}"),
        ("residual comma", "resid", comma(no(0, 1.2, 4))), ("rank number", "rank_n", lambda r: r.randrange(1, 400)),
        ("bins", "bin", lambda r: f"({r.randrange(0, 10) * 10}, {r.randrange(10, 20) * 10}]"),
        ("cost swiss", "cost_chf",
            lambda r: f"{r.randrange(1, 90)}'{r.randrange(1000):03}.{r.choice(['00', '50', '05'])}"),
        ("cost german", "Kosten", lambda r: f"{r.randrange(1, 90)}.{r.randrange(1000):03},{r.randrange(100):02} €"),
        ("cost yen", "費用", lambda r: f"¥{r.randrange(1, 900)},{r.randrange(1000):03}"),
        ("points drg", "cw", ln(9.4, 0.6, 3)), ("distance bands", "dist_km", pick("<25", "25-50", "50-100", ">100")),
        ("temperature log", "fridge", no(4.6, 0.9, 1)),
        ("well plate rows", "well", lambda r: f"{r.choice('ABCDEFGH')}{r.randrange(1, 13):02}"),
        ("slope per week", "slope", lambda r: f"{r.gauss(0, 4):+.2f}/wk"),
        ("signed per cent", "chg_pct", lambda r: f"{r.gauss(-4, 30):+.1f} %"),
        ("decimals many", "AVAL_full", lambda r: repr(r.gauss(84, 30))),
        ("thousands dot german", "Zellen",
            lambda r: f"{r.randrange(1, 99)}.{r.randrange(1000):03}.{r.randrange(1000):03}"),
        ("sci unicode", "copies", lambda r: f"{r.uniform(1, 9.9):.1f}×10{r.choice('²³⁴⁵⁶')}"),
        ("page refs", "crf_ref", lambda r: f"CRF {r.randrange(1, 60)}-{r.randrange(1, 9)}"),
        ("section refs", "prot_ref", lambda r: f"§{r.randrange(3, 12)}.{r.randrange(1, 9)}"),
        ("visit of total", "vis_of", lambda r: f"{r.randrange(1, 9)} of 9"),
        ("double numbers", "pair", lambda r: f"{r.randrange(1, 60)}/{r.randrange(60, 120)}"),
        ("compliance", "adh", lambda r: f"{r.randrange(50, 101)}.{r.randrange(10)} %"),
    ]:
        harmless(f"figure {name}", header, cell)


# ---------------------------------------------------------------- columns with only some identifying cells

def mixtures():
    def some(share, make, *others):
        return lambda r: make(r) if r.random() < share else r.choice(others)(r) if callable(others[0]) else r.choice(others)

    person = faker_cell("de_DE", lambda f, r: f"{f.first_name()} {f.last_name()}")
    nurse = faker_cell("en_GB", lambda f, r: f"{f.first_name()} {f.last_name()}")
    rows = [90, 120, 150, 200, 300]
    for kind, name, headers, cell in [
        ("date", "among study days", "when|AESTDTC|onset",
            some(0.15, lambda r: f"{recent(r):%d.%m.%Y}", lambda r: f"Day {r.randrange(1, 400)}")),
        ("date", "among years", "dx_when|year_dx",
            some(0.2, lambda r: f"{recent(r):%Y-%m-%d}", lambda r: str(r.randrange(2001, 2025)))),
        ("date", "among answers", "Impfung|vaccin",
            some(0.2, lambda r: f"ja, {recent(r):%d.%m.%y}", lambda r: r.choice(["ja", "nein", "nein", "unbekannt"]))),
        ("date", "at the end of event terms", "AETERM|evento",
            lambda r: r.choice(["Fever", "Sepsis", "CMV reactivation", "Rash", "Nausea"])
            + (f" {recent(r):%d%b%y}" if r.random() < 0.25 else "")),
        ("name", "among roles", "done_by|performed",
            some(0.25, nurse, lambda r: r.choice(["study nurse", "investigator", "lab", "ward"]))),
        ("name", "behind diagnosis", "Diagnose2|referral",
            lambda r: r.choice(["ITP", "AIHA", "Evans", "AA"]) + f" ({person(r).split()[-1]})" if r.random() < 0.4
            else r.choice(["ITP", "AIHA", "Evans", "AA"])),
        ("name", "among donor kinds", "donor_id2|Spender2",
            some(0.2, person, lambda r: r.choice(["Fremdspender", "Geschwister", "haploident", "autolog"]))),
        ("contact", "telephone among remarks", "FU_how|Kontaktart",
            some(0.2, lambda r: f"tel. 0{r.randrange(150, 180)} {number(r, 7)}",
            lambda r: r.choice(["clinic visit", "letter", "lost", "by GP"]))),
        ("contact", "mail among modes", "how_reached|canal",
            some(0.15, faker_cell("es_ES", lambda f,
            r: f"{ascii_word(f.first_name())}.{ascii_word(f.last_name())}@{r.choice(MADE_UP)}"),
            lambda r: r.choice(["teléfono", "visita", "carta"]))),
        ("national", "among none", "foreign_id|sonst", some(0.3, thai, lambda r: r.choice(["none", "n/a", "none"]))),
        ("record", "hospital number among study codes", "subj_alt|PATKEY",
            some(0.3, lambda r: f"MRN{number(r, 7)}", lambda r: f"S-{r.randrange(1, 400):03}")),
        ("record", "sample number behind result", "result_src|LBSPID",
            lambda r: f"{r.randrange(3, 300)}"
            + (f" (Probe {r.randrange(18, 26)}{number(r, 6)})" if r.random() < 0.3 else "")),
        ("text", "among standard phrases", "LBCOM2|bemerk",
            some(0.25, slots(FORMS["nursing handover"]),
            lambda r: r.choice(["haemolysed", "insufficient volume", "not done", "repeat requested"]))),
        ("text", "behind category", "DSTERM2|raison",
            lambda r: r.choice(["Other", "Withdrawal", "Adverse event"])
            + (": " + slots(FORMS["withdrawal reason story"])(r).replace(" .", ".").replace(" ,",
            ",") if r.random() < 0.35 else "")),
        ("postcode", "among countries", "wohnort_cd|resid",
            some(0.35, lambda r: f"{r.randrange(10115, 99998)}", lambda r: r.choice(["AT", "CH", "FR", "PL"]))),
        ("birth", "among years", "yob|Jahrgang",
            some(0.3, lambda r: f"{born(r, 1935, 2012):%d.%m.%Y}", lambda r: str(r.randrange(1935, 2012)))),
        ("url", "among no", "attachment2|imgref",
            some(0.2, lambda r: f"https://bildarchiv.example/v/{number(r, 8)}",
            lambda r: r.choice(["no", "no", "n/a"]))),
        ("ip", "among device words", "entry_device|via",
            some(0.25, lambda r: f"192.0.2.{r.randrange(1, 255)}", lambda r: r.choice(["tablet", "phone", "paper"]))),
        ("age", "decimals few above", "age_dec|alter_j",
            lambda r: f"{r.uniform(90, 97):.1f}" if r.random() < 0.05 else f"{min(max(r.gauss(58, 16), 19), 88):.1f}"),
        ("age", "among words", "age_grp_x|Altersklasse",
            lambda r: str(r.randrange(90, 99)) if r.random() < 0.1 else r.choice(["adult", "adult", "child",
            str(r.randrange(18, 89))])),
    ]:
        family(kind, name, headers, cell, rows=[200, 300, 400] if kind == "age" else rows, repeat=1, missing=0.02,
            tokens=False)


def lookalikes():
    """Harmless columns that look like names, numbers, dates or ages at a glance."""
    for name, header, values in [
        ("symptoms chinese", "症状", "发热|咳嗽|乏力|头晕|皮疹|鼻出血|腹泻"), ("symptoms japanese", "症候", "発熱|咳嗽|倦怠感|紫斑|鼻出血|下痢"),
        ("symptoms korean", "증상", "발열|기침|피로|자반|코피|설사"),
        ("symptoms russian", "симптом", "Лихорадка|Кашель|Слабость|Сыпь|Кровоточивость"),
        ("symptoms arabic", "عرض", "حمى|سعال|تعب|طفح|رعاف"), ("symptoms hindi", "लक्षण", "बुखार|खांसी|थकान|दाने|नकसीर"),
        ("symptoms thai", "อาการ", "ไข้|ไอ|อ่อนเพลีย|ผื่น|เลือดกำเดา"),
        ("symptoms turkish", "belirti", "Ateş|Öksürük|Halsizlik|Döküntü|Burun kanaması"),
        ("symptoms finnish", "oire", "Kuume|Yskä|Väsymys|Ihottuma|Nenäverenvuoto"),
        ("symptoms hungarian", "tünet", "Láz|Köhögés|Fáradtság|Kiütés|Orrvérzés"),
        ("symptoms hebrew", "תסמין", "חום|שיעול|עייפות|פריחה|דימום מהאף"),
        ("symptoms persian", "علامت", "تب|سرفه|خستگی|بثورات|خون‌دماغ"),
        ("symptoms greek", "σύμπτωμα", "Πυρετός|Βήχας|Κόπωση|Εξάνθημα|Ρινορραγία"),
        ("symptoms georgian", "ნიშანი", "ცხელება|ხველა|დაღლილობა|გამონაყარი|ცხვირიდან სისხლდენა"),
        ("departments japanese", "診療科", "血液内科|小児科|集中治療部|輸血部|皮膚科"),
        ("departments chinese", "科室", "血液科|儿科|重症医学科|输血科|风湿免疫科"),
        ("departments korean", "과", "혈액내과|소아청소년과|중환자실|진단검사의학과"),
        ("departments russian", "отделение", "гематология|педиатрия|реанимация|ревматология"),
        ("drugs korean", "약물", "프레드니솔론|사이클로스포린|리툭시맙|엘트롬보팍|덱사메타손"),
        ("drugs persian", "دارو", "پردنیزولون|سیکلوسپورین|ریتوکسیماب|آزاتیوپرین"),
        ("drugs hebrew", "תרופה", "פרדניזון|ציקלוספורין|ריטוקסימאב|אזתיופרין"),
        ("drugs thai", "ยา", "เพรดนิโซโลน|ไซโคลสปอริน|ริทูซิแมบ|อะซาไธโอพรีน"),
        ("drugs greek", "φάρμακο", "Πρεδνιζόνη|Κυκλοσπορίνη|Ριτουξιμάμπη|Ελτρομβοπάγη"),
        ("drugs armenian", "դեղ", "Պրեդնիզոլոն|Ցիկլոսպորին|Ռիտուքսիմաբ|Ազաթիոպրին"),
        ("herbs chinese", "中药", "当归|黄芪|白术|丹参|茯苓|甘草"),
        ("herbs indian", "AYUSH", "Ashwagandha|Tulsi|Giloy|Triphala|Brahmi|Shatavari"),
        ("title case two words", "MHTERM",
            "Graft Failure|Platelet Transfusion|Iron Overload|Viral Hepatitis|Bone Pain|Gum Bleeding|Night Sweats|Weight Loss"), ("inverted headings", "MeSHterm", "Anemia, Aplastic|Purpura, Thrombocytopenic|Transplantation, Autologous|Neutropenia, Febrile|Hepatitis, Viral|Diabetes Mellitus, Type 2"), ("inverted upper", "LLT_U", "NEUTROPENIA, FEBRILE|HAEMORRHAGE, CEREBRAL|RASH, MACULOPAPULAR|PAIN, ABDOMINAL|COLITIS, ISCHAEMIC"), ("hyphenated eponyms", "HIST", "Budd-Chiari|Guillain-Barré|Epstein-Barr|Stevens-Johnson|Gianotti-Crosti|Howell-Jolly"), ("two letters", "ag", "AL|TR|NO|CE|WD"), ("six letters", "PARAM6", "NEUTRO|PLATEL|LYMPHO|HAEMOG|RETICU|MONOCY"), ("dotted keys", "var_path", "lab.platelets|ae.serious|tx.regimen|fu.status|dm.sex"), ("cell lines", "line", "Jurkat|Raji|Daudi|Ramos|Namalwa|Molt-4|HeLa"), ("acronyms of trials", "STUDYNM", "ASTIS|SCOT|ASSIST|MOMENTUM|HALT-MS|RAISE|EXTEND"), ("plain first letter capital adverse", "AEDECOD2", "Alopecia|Melaena|Cystitis|Colitis|Angina|Candida|Viremia|Pyrexia"), ("surname-like units", "unit_ep", "Gray|Sievert|Becquerel|Kelvin|Dalton|Svedberg"), ("tests named for people", "LBTEST_E", "Coombs|Kleihauer|Schilling|Schirmer|Ham|Donath-Landsteiner|Wright"), ("drug pairs plus", "combo", "Piperacillin/Tazobactam|Trimethoprim-Sulfa|Amoxicillin Clavulanate|Imipenem Cilastatin"), ("german compound nouns", "Befund2", "Knochenmarkpunktion|Schleimhautblutung|Leberwerterhöhung|Lungenentzündung|Milzvergrößerung"),
        ("hla locus mismatches", "MMvec", "2/2/2/2/1|2/2/2/2/2|2/1/2/2/2|1/2/2/2/1"),
        ("percent triples", "T/B/NK", "71/12/14|64/08/21|80/03/12|55/10/30|68/12/16"),
        ("schedule dashes", "sched_d", "01-04-08|01-08-15|02-04-06|01-15-22"),
        ("clock four digits", "hhmm", "0600|0815|1200|1430|1800|2215"),
        ("clock six digits", "hhmmss", "060000|081530|120015|143045|180000"),
        ("software builds", "build", "2021.3.12|2022.1.4|2023.11.2|2020.12.1"),
        ("regimen fraction days", "cyc_len", "21/28|14/21|7/7|28/28"),
        ("assay lot repeated", "kitlot", "23F14A|23H02B|24A19A|24C30D"),
        ("reagent lot eight digits", "reag_lot", "30512477|30619820|31004415|31120096"),
        ("flow cell", "flowcell", "HGKJ2DSX5|HH5NKDSX7|H3VLJDRX2|HCW7TDSXY"),
        ("kits of site", "kitbox", "BOX 0012|BOX 0013|BOX 0117|BOX 0118"),
        ("grade definitions", "CTCtext",
            "Severe or medically significant but not immediately life-threatening; hospitalisation indicated|Minimal, local or noninvasive intervention indicated; limiting age-appropriate activities|Life-threatening consequences; urgent intervention indicated|Asymptomatic or mild symptoms; clinical observations only"), ("response definitions german", "Defin", "Thrombozyten mindestens 100 G/l und keine Blutung, bestätigt nach sieben Tagen|Thrombozyten mindestens 30 G/l und Verdopplung gegenüber dem Ausgangswert|Kein Ansprechen oder Blutung unter Therapie"), ("criteria spanish", "criterio", "Edad igual o superior a 18 años en el momento del consentimiento|Recuento de plaquetas inferior a 30 x 10^9/L en dos determinaciones|Al menos dos líneas previas de tratamiento|Ausencia de infección activa no controlada"), ("criteria chinese", "入选标准", "签署知情同意书时年满18周岁|血小板计数低于30×10^9/L|既往至少接受过两线治疗|无未控制的活动性感染"), ("instructions to patients", "instr", "Take the tablets on an empty stomach and at least four hours after dairy products|Do not store above 25 degrees|Bring the diary to each visit and write every missed dose|Swallow whole with water"), ("oversight wording", "DSMB", "Continue without modification|Continue with modification of the stopping rule|Pause enrolment pending review of two further cases|Stop the trial"),
    ]:
        harmless(f"lookalike {name}", header, listed(values), rows=[60, 90, 120, 200, 300],
            mixed=name in ("title case two words", "german compound nouns"))
    young = lambda r: min(max(round(r.gauss(57, 16)), 18), 89)
    for name, header, cell in [
        ("age and sex capped", "age_sex", lambda r: f"{young(r)}/{r.choice('MF')}"),
        ("age years words capped", "AGETXT2", lambda r: f"{young(r)} years"),
        ("age korean capped", "나이", lambda r: f"{young(r)}세"), ("age japanese capped", "年齢層", lambda r: f"{young(r)}歳"),
        ("age spanish capped", "edad_t", lambda r: f"{young(r)} años"),
        ("age decimals capped", "AGE_d", lambda r: f"{min(young(r) + r.random(), 89.9):.1f}"),
        ("age arabic digits capped", "العمر", lambda r: other_digits(str(young(r)), "٠")),
        ("age slash capped top", "âge_c",
            lambda r: r.choice([">89", ">= 90"]) if r.random() < 0.06 else f"{young(r)} ans"),
        ("donor age and sex", "don_as", lambda r: f"{r.choice('mf')}{r.randrange(18, 60)}"),
        ("subset counts slashes", "TBNK",
            lambda r: f"{r.randrange(50, 1900)}/{r.randrange(0, 400)}/{r.randrange(20, 500)}"),
        ("in and out", "Ein/Aus", lambda r: f"{r.randrange(900, 4000)}/{r.randrange(600, 4000)}"),
        ("minutes since infusion", "min_post", lambda r: r.randrange(10, 43200)),
        ("hours since day zero", "h_post", lambda r: f"{r.uniform(0, 4200):.2f}"),
        ("cells counted", "evt_cnt", lambda r: r.randrange(20000, 500000)),
        ("fluorescence", "MFI_geo", lambda r: f"{math.exp(r.gauss(8, 1)):.1f}"),
        ("intensity raw eight", "raw_au", lambda r: r.randrange(10**7, 9 * 10**7)),
        ("image volume voxels", "vox", lambda r: r.randrange(10**5, 9 * 10**6)),
        ("rack position", "rackpos", lambda r: f"R{r.randrange(1, 30):03}-{r.randrange(1, 11):02}"),
        ("signal pairs", "S/CO", lambda r: f"{r.uniform(0, 9):.2f} S/CO"),
        ("dose at clock", "dose_at", lambda r: f"{r.choice(['5 mg', '2.5 mg', '75 mg'])} @ {r.randrange(6, 23):02}:00"),
        ("file sizes", "bytes", lambda r: r.randrange(10**4, 9 * 10**8)),
        ("checksum short decimal", "cksum16", lambda r: r.randrange(65536)),
        ("area signed coordinates of lesion", "xyz_mm",
            lambda r: f"{r.uniform(-90, 90):.1f}, {r.uniform(-120, 90):.1f}, {r.uniform(-60, 80):.1f}"),
        ("colour coordinates", "Lab*",
            lambda r: f"{r.uniform(30, 80):.2f}; {r.uniform(-5, 30):.2f}; {r.uniform(0, 30):.2f}"),
        ("spirometer trials", "trials", lambda r: "-".join(str(r.randrange(180, 480, 10)) for _ in range(3))),
        ("accelerations", "g_xyz", lambda r: f"{r.gauss(0, 1):.6f}"),
        ("cumulative mg", "cum_mg", lambda r: f"{r.randrange(200, 99000)}"),
        ("blood bank volumes", "Vol3", lambda r: f"{r.randrange(180, 420)}+{r.randrange(180, 420)} ml"),
        ("telomere signal decimals", "TS", lambda r: f"{r.uniform(0.3, 1.9):.6f}"),
        ("days interval dashes", "span_d", lambda r: (lambda a: f"{a}-{a + r.randrange(1, 30)}")(r.randrange(1, 300))),
    ]:
        harmless(f"lookalike {name}", header, cell)


@freeze_time("2026-01-01")
def main():
    for part in [names, contacts, nationals, records, dates, births, ages, postcodes, networks, texts, laboratory,
        vitals,
                 imaging, genetics, cells, doses, scores, times, codes, words, mixtures, lookalikes]:
        part()
    for file in SHARES:
        counts, total = {}, 0
        with open(os.path.join(HERE, file), "w", encoding="utf-8", newline="\n") as out:
            for kind, family_name, name, cells_ in COLUMNS:
                if part_of(kind, family_name) != file:
                    continue
                out.write("\t".join([kind, family_name, name, *cells_]) + "\n")
                columns, families = counts.setdefault(kind, [0, set()])
                counts[kind] = [columns + 1, families | {family_name}]
                total += 1
        for kind, (columns, families) in sorted(counts.items()):
            sys.stdout.write(f"{file}\t{kind}\t{columns} columns\t{len(families)} families\n")
        sys.stdout.write(f"{file}\tall\t{total} columns\n")


if __name__ == "__main__":
    main()
