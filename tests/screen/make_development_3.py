"""Writes development_3.tsv, the third part of the corpus with which the screen for identifying columns is developed.

    python3 make_development_3.py

Forms and systems that the first two parts do not have: national numbers, accounts, devices and places of all
continents, dates of other epochs and calendars, names in further languages, data of machines in a cell, and harmless
columns that look alike. Nothing but Python 3.11 is used. Every column is drawn at random from a fixed seed; no cell
stems from a person, and a number that exists does so by chance.

A line is a column: kind, family, name of the column, then its cells, separated by tabs.
"""

import base64
import datetime
import json
import math
import os
import random
import uuid

SEED = 7331
HERE = os.path.dirname(os.path.abspath(__file__))
COLUMNS = []
UPPER = "ABCDEFGHJKLMNPRSTUVWXYZ"
HEX = "0123456789abcdef"


def family(kind, name, headers, cell, columns=2, rows=None, repeat=None):
    for index in range(columns):
        rng = random.Random(f"{SEED}:{kind}:{name}:{index}")
        n = rng.choice(rows or [24, 36, 48, 60, 60, 90, 120, 200])
        times = rng.choice([1, 1, 1, 2, 3]) if repeat is None else repeat
        blank = rng.choice([0, 0, 0.05, 0.2])
        units = [" ".join(str(cell(rng)).split()) for _ in range(max(-(-n // times), 12))]
        cells = [unit for unit in units for _ in range(times)]
        COLUMNS.append((kind, name, rng.choice(headers), ["" if rng.random() < blank else c for c in cells]))


def like(form):
    """9 is a digit, 8 a digit but nought, A a capital, a a small letter, # a capital or digit, ~ a small one or digit."""
    kinds = {"9": "0123456789", "8": "123456789", "A": UPPER, "a": UPPER.lower(), "#": UPPER + "0123456789",
             "~": UPPER.lower() + "0123456789", "h": HEX, "H": HEX.upper()}

    def cell(rng):
        text, is_plain = "", False
        for sign in form:
            if sign in "{}":
                is_plain = sign == "{"
            else:
                text += rng.choice(kinds[sign]) if sign in kinds and not is_plain else sign
        return text

    return cell


def pick(*values):
    return lambda rng: rng.choice(values)


def whole(low, high):
    return lambda rng: rng.randint(low, high)


def day(rng, first=2005, last=2024):
    start = datetime.datetime(first, 1, 1)
    return start + datetime.timedelta(seconds=rng.randrange((last - first) * 365 * 86400))


def dated(form, first=2005, last=2024):
    return lambda rng: form(day(rng, first, last)) if callable(form) else day(rng, first, last).strftime(form)


# ------------------------------------------------------------------------------------------- identifying

NATIONAL = ["id_no", "ident", "doc", "numero", "card", "persoonsnr", "identidade", "citizen_no", "holder", "ref_person"]


def nationals():
    for name, form in {
        "medicare us": "8A#9-A#9-AA99", "itin": "9{9-}99-9999", "ein": "99-9999999", "voter id": "AAA9999999",
        "cnic pakistan": "99999-9999999-9", "nid bangladesh": "9999999999999", "nic sri lanka": "999999999{V}",
        "nic sri lanka new": "{19}9999999999", "philsys": "9999-9999-9999-9999", "sss": "99-9999999-9",
        "umid": "{CRN}-9999-9999999-9", "macau": "8999999(9)", "azerbaijan fin": "9#A9##A", "azerbaijan id": "{AZE}99999999",
        "qatar": "{2}9999999999", "kuwait": "{2}99999999999", "kra pin": "{A}999999999A", "bvn": "{22}999999999",
        "ghana": "{GHA-}999999999-9", "uganda": "{CM}999999999AA#9", "tanzania": "{19}999999-99999-99999-99",
        "zimbabwe": "99-999999{A}99", "zambia": "999999/99/9", "mauritius": "A9999999999999A", "morocco": "AA999999",
        "algeria": "{1}99999999999999999", "malta": "9999999{M}", "albania": "{J}99999999A", "kosovo": "{1}999999999",
        "moldova": "{2}999999999999", "andorra": "999999-A", "monaco": "{MC}9999999", "jamaica trn": "999-999-999",
        "bolivia ci": "9999999 {LP}", "cuba ci": "99999999999", "dominican": "999-9999999-9", "guatemala dpi": "9999 99999 9999",
        "honduras": "9999-9999-99999", "nicaragua": "999-999999-9999A", "costa rica": "9-9999-9999", "panama": "8-999-9999",
        "ecuador": "{17}99999999", "paraguay": "9.999.999", "peru": "99999999", "venezuela": "{V-}99999999",
        "venezuela dotted": "{V-}99.999.999", "colombia dotted": "{1.0}99.999.999", "nz ird": "99-999-999",
        "nz nhi new": "AAA99AA", "tfn": "999 999 999", "ihi": "{8003 60}99 9999 9999", "quebec plain": "AAAA99999999",
        "alberta uli": "99999-9999", "singapore": "{S}9999999A", "iqama": "{2}999999999", "jordan": "{9}99{1}999999",
        "nepal": "99-99-99-99999", "bhutan": "{1}9999999999", "maldives": "{A}999999", "mongolia": "AA99999999",
        "myanmar": "8/AaaAaa(N)999999", "laos": "99-99 999999", "cambodia": "999999999", "brunei": "99-999999",
        "kyrgyz": "{2}9999999999999", "turkmen": "{I-AS} 999999", "armenia": "999999999", "georgia": "{01}999999999",
        "ethiopia": "9999 9999 9999", "rwanda": "{1 19}99 {8} 9999999 9 99", "burundi": "9999/999.999", "kenya huduma": "99999999",
        "namibia": "99999999999", "botswana": "999{1}99999", "seychelles": "999-9999-9-9-99", "tunisia": "{0}9999999",
        "passport de": "{C}#######9", "passport fr": "99AA99999", "passport it": "AA9999999", "passport nl": "AA####99#",
        "passport jp": "AA9999999", "passport in": "A9999999", "driver de": "A999AAA99A9#", "driver us": "A999-9999-9999",
        "driver au": "999 999 999", "driver it": "AA9999999A", "driver nl": "9999999999", "residence permit": "#########",
        "ehic": "80 {276} 99999 999999999 9", "insurance group": "AAA999999999", "policy": "{POL-}9999-9999999",
        "vnr": "A 99 99 99 9999", "tax steuer": "99/999/99999", "kvk": "99999999", "vat": "{ATU}99999999",
        "military": "A9999999", "party member": "9999-99-9999", "orcid": "{0000-000}9-9999-999#", "soldier": "99 AA 9999",
    }.items():
        family("national", name, NATIONAL, like(form), columns=1)
    bank = ["acct", "konto", "bank", "cuenta", "payment", "compte", "conto"]
    for name, form in {
        "sort code": "99-99-99 99999999", "swift": "AAAA{DEFF}", "swift branch": "AAAA{FRPP}###", "routing": "{0}99999999",
        "card": "{4}999 9999 9999 9999", "card plain": "{5}999999999999999", "card masked": "{****-****-****-}9999",
        "bitcoin": "{bc1q}~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~", "ether": "{0x}hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh",
        "clabe": "999999999999999999", "ifsc": "{HDFC0}99999{ / }9999999999", "bsb": "999-999 99999999",
        "giro": "99-99999-9", "kontonr short": "9999 99 99999",
    }.items():
        family("national", "account " + name, bank, like(form), columns=1)


def records():
    head = ["case", "file_ref", "barcode", "specimen_no", "order", "ref", "visit_ref", "ticket", "enc", "external_id"]
    for name, form in {
        "pathology": "{S}99-99999", "pathology slash": "{H}99/9999", "radiology": "{RAD-20}99-9999", "order": "{ORD}9999999",
        "dicom uid": "{1.2.840.113619.2.}99{.}9999999{.}99999", "grid": "9999 AA#9 99#9 9999 99A", "din": "A9999 99 999999",
        "din run on": "{=}A999999999999", "prescription": "{RX-}999999", "ticket": "{TCK-}99999", "pnr": "######",
        "pnr letters": "AAAAAA", "five mixed": "#####", "four mixed": "####", "seven mixed": "#######",
        "small mixed": "~~~~~~", "small eight": "~~~~~~~~", "invoice": "{RE-20}99-9999", "court": "99 K 999/99",
        "daily lab": "{2005}99-9999", "token": "~~~~~~~~~~~~~~~~~~~~~~", "employee": "{EMP-}9999", "employee letter": "{E0}9999",
        "student": "{20}99-99999", "matric": "{u}9999999", "badge": "99-9999", "locker": "AA-999-A", "tube": "{T}9999-99",
        "biobank": "{BB-}999999-A", "biobank slash": "{BIO/}9999/{S}", "freezer unique": "{FZ}999{-}9999", "cohort member": "{KORA}99999",
        "other trial": "{ABC-}9999-999", "screening no": "{SCR}9999", "kit barcode": "{KIT}99999999", "slide": "A99-9999-A9",
        "dkms": "{DEGOE}999999", "nmdp": "9999-9999-9", "ebmt": "9999-99999", "cibmtr": "99999-999999", "claim": "{CLM}99A9999999",
        "implant": "{PJN}999999A", "pump serial": "AA9999999", "meter serial": "{SN}:9999999", "ward queue": "A999-99",
        "lab id suffix": "99999-{L}", "parish": "A.999/99", "prison": "A9999AA", "booking": "AAA-999999", "qr": "{Q}#######",
        "plus suffix": "999999+9", "lis": "99.9999.9", "bracketed": "(99)9999-9", "percent coded": "99{%2F}9999", "tilde": "999{~}9999",
        "colon groups": "99:99:9999", "pipe": "999{|}9999", "equal": "{pid=}9999", "hash short": "hhhhhhh", "hash upper": "HHHHHHHH",
        "base thirty": "AA9A9A", "mixed case": "AaA9aAa9", "roman prefix": "{IV}-9999", "greek prefix": "{Ω}99999", "hangul": "{가}99999",
        "cjk": "{住}第99999{号}", "arabic letter": "{م}-99999",
    }.items():
        family("record", name, head, like(form), columns=1)
    family("record", "uuid", ["device_uuid", "guid", "phone_id", "row_key"], lambda r: uuid.UUID(int=r.getrandbits(128), version=4))
    family("record", "fhir", head, lambda r: f"Patient/{r.randrange(10**5, 10**6)}")
    family("record", "urn", head, lambda r: f"urn:oid:1.2.276.0.76.{r.randrange(10**4)}.{r.randrange(10**6)}")
    family("record", "datavant", head, lambda r: base64.b64encode(r.randbytes(32)).decode())
    family("record", "nanoid", head, lambda r: "".join(r.choice(UPPER + UPPER.lower() + "0123456789_-") for _ in range(12)))
    device = ["device", "handset", "hw", "terminal", "unit_id"]
    for name, form in {"imsi": "{262}999999999999", "iccid": "{8949}999999999999999", "mac dotted": "hhhh.hhhh.hhhh",
                       "mac bare": "HHHHHHHHHHHH", "vin": "{W}AA{ZZZ}9A{Z}9A999999", "vin bare": "9AAAA99A9A9999999",
                       "android id": "hhhhhhhhhhhhhhhh", "phone serial": "{F}##AA###A##", "serial dashed": "###-####-###",
                       "pacemaker": "AAA999999A", "hearing aid": "99-99999999"}.items():
        family("record", "device " + name, device, like(form), columns=1)
    plate = ["plate", "Kennzeichen", "immatriculation", "vehicle", "car"]
    for name, form in {"de": "{B}-AA 9999", "fr": "AA-999-AA", "gb": "AA99 AAA", "us": "9AAA999", "it": "AA 999 AA",
                       "ru": "{А}999{ВС}99", "in": "{MH} 99 AA 9999", "tr": "99 AAA 999", "br": "AAA9A99", "nl": "99-AAA-9",
                       "pl": "AA 9999A", "jp": "{品川} 399 {あ} 99-99", "kr": "99{가} 9999", "cn": "{京A·}99999", "se": "AAA 999",
                       "ch": "{ZH} 999999", "at": "{W}-99999 A", "fi": "AAA-999", "es": "9999 AAA", "ie": "{191-D-}99999"}.items():
        family("record", "plate " + name, plate, like(form), columns=1)


SYLLABLES = "ka ri mo ta ne lu so ba di vo sha mi ren to gu ley".split()


def pseudo(rng, count=None):
    return "".join(rng.choice(SYLLABLES) for _ in range(count or rng.choice([2, 3]))).capitalize()


NAMES = {
    "amharic": ["አበበ", "ከበደ", "ተስፋዬ", "ሙሉጌታ", "አልማዝ", "ሰላማዊት", "ዮሐንስ", "ብርሃኑ", "ጌታቸው", "ትዕግስት", "መስፍን", "ሃና", "ዳዊት", "ማርታ"],
    "khmer": ["សុខា", "ចាន់ថា", "ដារ៉ា", "វិសាល", "ស្រីមុំ", "បូផា", "រតនា", "សំណាង", "មករា", "វណ្ណា", "ពិសិដ្ឋ", "សុភា", "កញ្ញា"],
    "burmese": ["အောင်ကျော်", "မြင့်မြင့်", "ခင်မာ", "သန်းထွန်း", "စုစု", "ဇော်မင်း", "နှင်းဝေ", "ကိုကို", "ဝင်းထွဋ်", "မိုးမိုး", "ထက်အောင်", "ဖြူဖြူ", "လှလှ"],
    "telugu": ["వెంకటేశ్", "లక్ష్మి", "సురేశ్", "అనూష", "రాజేష్", "పద్మ", "శ్రీనివాస్", "కవిత", "రమేష్", "సునీత", "నరేష్", "భవాని", "మధు"],
    "malayalam": ["അനിൽ", "ബിന്ദു", "സജി", "രമ്യ", "വിനോദ്", "ലത", "മോഹനൻ", "ശ്രീജ", "രാജേഷ്", "സിന്ധു", "പ്രിയ", "സുരേഷ്", "മഞ്ജു"],
    "mongolian": ["Бат-Эрдэнэ", "Оюунчимэг", "Ганбаатар", "Сарангэрэл", "Төмөрбаатар", "Нарантуяа", "Энхбаяр", "Болормаа", "Дорж", "Цэцэг",
                  "Мөнхбат", "Алтанцэцэг"],
    "kazakh": ["Нұрсұлтан", "Айгүл", "Ерлан", "Гүлнәр", "Бауыржан", "Жанар", "Серік", "Динара", "Қайрат", "Әсел", "Талғат", "Мәдина"],
    "urdu": ["عمران خان", "فاطمہ بی بی", "بلال احمد", "عائشہ", "زینب", "کاشف", "ثناء", "وسیم", "نادیہ", "فیصل", "صائمہ", "طارق"],
    "kurdish": ["Azad Şêxo", "Berîvan", "Rojda", "Şivan", "Zîlan", "Hêvî", "Serhat", "Dilovan", "Newroz", "Baran", "Gulistan", "Siyabend"],
    "maltese": ["Borg", "Camilleri", "Vella", "Farrugia", "Zammit", "Galea", "Micallef", "Grech", "Attard", "Spiteri", "Azzopardi", "Mifsud"],
    "welsh": ["Angharad Llewellyn", "Gethin Prys", "Rhiannon Pugh", "Iestyn Gwynfor", "Cerys Bowen", "Eirlys Tudur", "Macsen Vaughan",
              "Ffion Gruffydd", "Dafydd ab Iwan", "Nerys Meredith", "Owain Glyn", "Heledd Cynwal"],
    "basque": ["Ander Etxeberria", "Nerea Goikoetxea", "Iker Aranburu", "Maite Zubizarreta", "Unai Urrutia", "Ainhoa Lasa", "Xabier Otegi",
               "Leire Mendizabal", "Gorka Iturralde", "Amaia Uribe", "Jon Altuna", "Haizea Garate"],
    "maori": ["Aroha Ngata", "Tane Paewai", "Hinemoa Rangi", "Wiremu Kereama", "Mere Tamihana", "Rawiri Huata", "Anahera Pohatu",
              "Manaia Tuhiwai", "Kahu Parata", "Marama Whaanga", "Nikau Raukawa", "Hemi Waititi"],
    "malay": ["Ahmad bin Ismail", "Siti binti Rahman", "Zulkifli bin Osman", "Nurul binti Hassan", "Faridah binti Yusof", "Azman bin Idris",
              "Rosnah binti Salleh", "Hafiz bin Kamal", "Aminah binti Daud", "Rashid bin Talib", "Norhayati binti Ali", "Khairul bin Anuar"],
    "somali": ["Cabdi Warsame", "Xaawo Jaamac", "Maxamed Cali", "Faadumo Nuur", "Axmed Guuleed", "Hodan Faarax", "Cismaan Geedi", "Sahra Cige",
               "Liibaan Rooble", "Caasha Diiriye", "Yuusuf Samatar", "Ifrax Maxamuud"],
    "malagasy": ["Rakotomalala", "Andrianarisoa", "Razafindrakoto", "Rasoanaivo", "Ratsimba", "Randriamampionona", "Ravalomanana", "Rabemanana",
                 "Andriamasy", "Raharimalala", "Rafanomezana", "Ramaroson"],
    "tagalog": ["Jhun Dimaculangan", "Maricel Bautista", "Crisanto Pangilinan", "Lovely Magsaysay", "Rodel Macaraeg", "Jovelyn Catacutan",
                "Nonoy Dimagiba", "Cherry Panganiban", "Arnel Batungbakal", "Marites Gatdula", "Dodong Lacson", "Baby Manalastas"],
    "greenlandic": ["Aviaja Kleist", "Minik Olsvig", "Pipaluk Lynge", "Malik Petrussen", "Nivi Heilmann", "Inuk Motzfeldt", "Paninnguaq Berthelsen",
                    "Aqqaluk Chemnitz", "Ivalu Egede", "Kuupik Rosing", "Navarana Bech", "Angutimmarik Lund"],
    "uyghur": ["ئابدۇللا", "ئايگۈل", "ئەخمەت", "گۈلنار", "تۇرسۇن", "پاتىمە", "ياسىن", "رەيھان", "ئېلى", "زۆھرە", "قادىر", "مەرىيەم"],
    "lao": ["ສົມສັກ", "ບຸນມີ", "ວິໄລ", "ຄຳແພງ", "ສຸກສະຫວັນ", "ມະນີ", "ພອນ", "ແກ້ວ", "ທອງ", "ສີສະຫວາດ", "ດາວ", "ວັນນາ"],
    "tibetan": ["བསྟན་འཛིན", "སྒྲོལ་མ", "ཚེ་རིང", "རྡོ་རྗེ", "པདྨ", "ལྷ་མོ", "བཀྲ་ཤིས", "ནོར་བུ", "དབང་མོ", "ཀརྨ", "ཉི་མ", "ཟླ་བ"],
}


def people():
    head = ["nm", "who", "person", "patient", "contact_person", "ime_prezime", "isim", "nimi", "holder"]
    for language, values in NAMES.items():
        family("name", "list " + language, head, pick(*values), rows=[36, 60], repeat=1)
    full = lambda r: f"{pseudo(r)} {pseudo(r)}"
    for name, form in {
        "suffix": lambda r: f"{full(r)} {r.choice(['Jr.', 'Sr.', 'III', 'PhD', 'MD'])}", "born": lambda r: f"{full(r)} née {pseudo(r)}",
        "mother": lambda r: f"Mother: {full(r)}", "wife of": lambda r: f"wife of {full(r)}", "son of": lambda r: f"s/o {full(r)}",
        "seen by": lambda r: f"seen by Dr {pseudo(r)}", "consultant": lambda r: f"Dr. med. {pseudo(r)}", "joined": lambda r: pseudo(r) + pseudo(r),
        "lower": lambda r: full(r).lower(), "snake": lambda r: full(r).lower().replace(" ", "_"), "numbered": lambda r: f"{pseudo(r)}{r.randrange(1, 99)}",
        "dicom": lambda r: f"{pseudo(r).upper()}^{pseudo(r).upper()}^^", "initials year": lambda r: like("AA")(r) + str(r.randrange(1930, 2005)),
        "initials number": lambda r: like("A.A. 99")(r), "initials day": lambda r: like("AA-")(r) + f"{r.randrange(1, 29):02d}{r.randrange(1, 13):02d}",
        "initials and place": lambda r: like("AAA")(r) + " " + pseudo(r), "name and initial": lambda r: f"{pseudo(r)} {like('A')(r)}.",
        "name and ward": lambda r: f"{pseudo(r)}, ward {r.randrange(1, 30)}", "name and age": lambda r: f"{pseudo(r)} ({r.randrange(20, 80)})",
        "name and year": lambda r: f"{full(r)} {r.randrange(1930, 2005)}", "employer": lambda r: f"{pseudo(r)} & Co", "school": lambda r: f"{pseudo(r)} School",
        "village": lambda r: pseudo(r, 3), "village and part": lambda r: f"{pseudo(r)}-{pseudo(r)}", "parish": lambda r: f"St. {pseudo(r)}",
        "nickname": lambda r: f"\"{pseudo(r)}\"", "two persons": lambda r: f"{full(r)} / {full(r)}", "json name": lambda r: json.dumps({"name": full(r)}),
        "first four letters": lambda r: (pseudo(r, 3) + "xxxx")[:4].upper() + f"{r.randrange(1, 99):02d}",
        "code of name": lambda r: pseudo(r)[:2].upper() + pseudo(r)[:2].upper() + f"{r.randrange(1, 29):02d}{r.randrange(1, 13):02d}{r.randrange(40, 99)}",
    }.items():
        family("name", name, head, form, rows=[36, 60, 90])


def contacts():
    head = ["contact", "reach", "kontakt", "handle", "messenger", "alt_contact", "user"]
    for name, form in {
        "handle": lambda r: "@" + pseudo(r).lower() + str(r.randrange(100)), "user number": lambda r: pseudo(r).lower() + str(r.randrange(10, 2000)),
        "user initial": lambda r: like("a")(r) + pseudo(r, 3).lower(), "discord": lambda r: f"{pseudo(r).lower()}#{r.randrange(1000, 9999)}",
        "skype": lambda r: f"live:.cid.{r.getrandbits(60):x}", "domain user": lambda r: f"CLINIC\\{pseudo(r).lower()}", "profile": lambda r: f"in/{pseudo(r).lower()}-{pseudo(r).lower()}",
        "telegram": lambda r: f"t.me/{pseudo(r).lower()}", "extension": like("{ext. }9999"), "extension x": like("{x}9999"), "pager": like("{bleep }9999"),
        "eight digits": like("{9}9999999"), "eight paired": like("99 99 99 99"), "eight halves": like("8999 9999"), "labelled": like("{M: 07}99 999 9999"),
        "fax": like("{Fax }999-9999"), "sip": lambda r: f"sip:{pseudo(r).lower()}@10.0.0.{r.randrange(255)}", "room and phone": like("{Room }99{, tel }9999"),
        "home and work": like("{h: }999-9999{ w: }999-9999"), "brackets code": like("({0}99)9999999"), "plus joined": like("{+}99-9999999999"),
        "house number": lambda r: f"{pseudo(r)} {r.randrange(1, 200)}", "house letter": lambda r: f"{r.randrange(1, 99)}{like('a')(r)} {pseudo(r)}",
        "flat": lambda r: f"Flat {r.randrange(1, 40)}, {pseudo(r)} House", "block": lambda r: f"Blk {r.randrange(1, 999)} #{r.randrange(1, 30):02d}-{r.randrange(1, 200)}",
        "near": lambda r: f"near {pseudo(r)} bridge", "farm": lambda r: f"Farm {r.randrange(10, 999)}, {pseudo(r)}",
    }.items():
        family("contact", name, head, form, rows=[36, 60, 90])
    place = ["location", "geo", "position", "residence", "coords", "home"]
    for name, form in {
        "geohash": like("{u}~~~~~~"), "geohash long": like("{gc}~~~~~~~"), "three words": lambda r: ".".join(pseudo(r).lower() for _ in range(3)),
        "plus code": like("{8F}AA99##{+}##"), "utm": like("{32U }699999 5399999"), "mgrs": like("{33U}AA9999999999"), "os grid": like("{TQ }99999 99999"),
        "maidenhead": like("{JO}99aa"), "h3": like("{89}hhhhhhhhhh{ffff}"), "lsoa": like("{E0}9999999"), "geoid": like("{36}999999999"), "uprn": like("{100}999999999"),
        "parcel": like("99-99-999-999"), "dms": lambda r: f"{r.randrange(40, 60)}°{r.randrange(60)}'{r.randrange(60)}\"N {r.randrange(1, 20)}°{r.randrange(60)}'{r.randrange(60)}\"E",
        "dm": lambda r: f"N{r.randrange(40, 60)} {r.random() * 60:.3f} E{r.randrange(1, 20)} {r.random() * 60:.3f}", "wkt": lambda r: f"POINT({r.uniform(5, 15):.5f} {r.uniform(47, 55):.5f})",
        "geojson": lambda r: f"[{r.uniform(5, 15):.4f},{r.uniform(47, 55):.4f}]", "latitude": lambda r: f"{r.uniform(47, 55):.5f}", "longitude": lambda r: f"{r.uniform(5.8, 15):.5f}",
        "latitude world": lambda r: f"{r.uniform(-60, 70):.6f}", "longitude west": lambda r: f"{r.uniform(-120, -70):.4f}", "degrees": lambda r: f"{r.uniform(47, 55):.4f}° N",
    }.items():
        family("contact", "place " + name, place + (["lat"] if "latitude" in name else ["lon"] if "longitude" in name else []), form)
    post = ["zip_code", "postcode", "PLZ", "cap", "CEP", "postnummer"]
    for name, form in {"argentina": "{C}9999AAA", "malta": "AAA 9999", "brunei": "AA9999", "bermuda": "AA 99", "iran": "99999-99999", "singapore": "{5}99999",
                       "india": "{110} 999", "china": "{1}99999", "cayman": "{KY9-}9999", "somalia": "AA 99999", "barbados": "{BB}99999",
                       "luxembourg": "{L-}9999", "moldova": "{MD-}9999", "latvia": "{LV-}9999", "honduras": "99999", "taiwan": "999-99", "nine": "999999999",
                       "kuwait": "8999", "israel": "8999999", "vietnam": "899999"}.items():
        family("postcode", name, post, like(form), columns=1)


def epoch(unit, since=1970, decimals=0):
    start = datetime.datetime(since, 1, 1)
    return lambda r: f"{(day(r) - start).total_seconds() / unit:.{decimals}f}"


ROMAN = "I II III IV V VI VII VIII IX X XI XII".split()
CJK = "〇一二三四五六七八九"


def dates():
    head = ["tx", "contact_1", "seen", "DTC1", "event_on", "admission", "when", "sampled", "operace", "zugang"]
    for name, form in {
        "microseconds": epoch(1e-6), "nanoseconds": epoch(1e-9), "minutes": epoch(60), "hours": epoch(3600), "hours decimal": epoch(3600, decimals=2),
        "days decimal": epoch(86400, decimals=4), "seconds 1582": epoch(1, 1583), "seconds 1900": epoch(1, 1900), "seconds 1904": epoch(1, 1904), "seconds 1980": epoch(1, 1980),
        "seconds 2000": epoch(1, 2000), "seconds 2001": epoch(1, 2001), "milliseconds 1960": epoch(1e-3, 1960), "milliseconds 2000": epoch(1e-3, 2000), "ticks": epoch(1e-7, 1),
        "filetime": epoch(1e-7, 1601), "days 1900": epoch(86400, 1900), "days 1": epoch(86400, 1), "days 1 decimal": epoch(86400, 1, 5), "modified julian": epoch(86400, 1859, 3),
        "days 1980": epoch(86400, 1980), "seconds sci": lambda r: f"{float(epoch(1)(r)):.8E}", "decimal year": lambda r: f"{r.uniform(2005, 2024):.3f}",
        "decimal year two": lambda r: f"{r.uniform(1990, 2024):.2f}", "iso week": dated("%G-W%V"), "iso week bare": dated("%GW%V"), "quarter": dated(lambda d: f"{d.year}Q{(d.month + 2) // 3}"),
        "quarter first": dated(lambda d: f"Q{(d.month + 2) // 3} {d.year}"), "quarter dash": dated(lambda d: f"{d.year}-Q{(d.month + 2) // 3}"), "quarter german": dated(lambda d: f"{(d.month + 2) // 3}. Quartal {d.year}"),
        "month m": dated(lambda d: f"{d.year}M{d.month:02d}"), "month short": dated("%b-%y"), "month upper": dated("%b%Y"), "month slash short": dated("%m/%y"), "month dotted": dated("%m.%Y"),
        "day and month": dated("%d.%m."), "day and month name": dated("%d %b"), "month name and day": dated("%B %d"), "day month dash": dated("--%m-%d"), "day month slash": dated("%d/%m"),
        "weekday month": dated("%A, %B %Y"), "week of": dated("KW %V/%Y"), "week us": dated("week %U of %Y"), "day of year": dated("%Y/%j"), "day of year short": dated("%y-%j"), "day of year run on": dated("%Y%j"),
        "roman all": dated(lambda d: f"{d.day}.{ROMAN[d.month - 1]}.{d.year}"), "roman slash": dated(lambda d: f"{d.day}/{ROMAN[d.month - 1]}/{d.year % 100:02d}"), "roman dash": dated(lambda d: f"{d.day}-{ROMAN[d.month - 1]}-{d.year}"),
        "cjk numerals": dated(lambda d: "".join(CJK[int(c)] for c in str(d.year)) + f"年{d.month}月{d.day}日"), "spelled": dated("the %d of %B %Y"), "range": dated(lambda d: f"{d.day}-{d.day + 2} {d:%B} {d.year}"),
        "ranges iso": dated("%Y-%m-%d/%Y-%m-%d"), "basic": dated("%Y%m%dT%H%M%SZ"), "rfc": dated("%a, %d %b %Y %H:%M:%S GMT"), "unix date": dated("%a %b %d %H:%M:%S UTC %Y"), "pipe": dated("%Y|%m|%d"), "backslash": dated("%d\\%m\\%Y"),
        "comma": dated("%d,%m,%Y"), "colon": dated("%Y:%m:%d"), "colon exif": dated("%Y:%m:%d %H:%M:%S"), "plus": dated("%Y+%m+%d"), "tilde": dated("%Y~%m~%d"), "brackets": dated("[%Y-%m-%d]"), "function": dated("datetime.date(%Y, %m, %d)"),
        "tuple": dated("(%Y, %m, %d)"), "sas literal": dated("'%d%b%Y'd"), "sql literal": dated("DATE '%Y-%m-%d'"), "odbc": dated("{d '%Y-%m-%d'}"), "json key": dated('{"date":"%Y-%m-%d"}'), "words around": dated("admitted on %d.%m.%y"), "excel text": dated("=DATE(%Y,%m,%d)"),
        "month and time": dated("%b %d %H:%M"), "time and date": dated("%H:%M %d/%m/%y"), "hour and date": dated("%Hh%M %d-%m-%Y"), "year last week": dated("W%V/%y"), "hijri month": lambda r: f"{r.randrange(1, 30)} {r.choice(['Muharram', 'Safar', 'Rajab', 'Ramadan', 'Shawwal'])} {r.randrange(1425, 1446)}",
        "hebrew": lambda r: f"{r.choice(['א', 'ב', 'ג', 'ה', 'י', 'כ'])}״{r.choice(['ב', 'ג', 'ד', 'ו'])} {r.choice(['ניסן', 'אייר', 'תשרי', 'אדר', 'שבט', 'אב'])} תש״{r.choice(['ע', 'פ', 'ס'])}",
        "ethiopic": lambda r: f"{r.randrange(1, 30)} {r.choice(['መስከረም', 'ጥቅምት', 'ኅዳር', 'ታኅሣሥ', 'ጥር', 'የካቲት'])} {r.randrange(1998, 2016)}", "burmese": lambda r: f"{r.randrange(1, 30)} {r.choice(['ဇန်နဝါရီ', 'မတ်', 'မေ', 'ဇူလိုင်'])} {r.randrange(2005, 2024)}",
        "swahili": lambda r: f"tarehe {r.randrange(1, 28)} {r.choice(['Januari', 'Machi', 'Mei', 'Agosti', 'Desemba'])} {r.randrange(2005, 2024)}", "tagalog": lambda r: f"ika-{r.randrange(1, 28)} ng {r.choice(['Enero', 'Marso', 'Mayo', 'Agosto'])} {r.randrange(2005, 2024)}",
        "basque": lambda r: f"{r.randrange(2005, 2024)}ko {r.choice(['urtarrilaren', 'martxoaren', 'maiatzaren', 'abuztuaren'])} {r.randrange(1, 28)}a", "welsh": lambda r: f"{r.randrange(1, 28)} {r.choice(['Ionawr', 'Mawrth', 'Mai', 'Awst', 'Rhagfyr'])} {r.randrange(2005, 2024)}",
        "season": lambda r: f"{r.choice(['spring', 'summer', 'autumn', 'winter'])} {r.randrange(2000, 2024)}", "early": lambda r: f"{r.choice(['early', 'mid', 'late'])} {r.choice(['May', 'June', 'March', 'October'])} {r.randrange(2005, 2024)}",
        "holiday": lambda r: f"{r.choice(['Easter', 'Christmas', 'New Year'])} {r.randrange(2000, 2024)}", "initials and date": dated("AB %d%m%y"),
    }.items():
        family("date", name, head, form, rows=[36, 60, 90, 120], columns=1)
    born = ["born", "DOB", "geb", "birth_year", "nacido", "YOB", "birthdate"]
    for name, form in {
        "year": lambda r: r.randrange(1935, 2005), "year old": lambda r: int(r.triangular(1922, 1990, 1950)), "year float": lambda r: f"{r.randrange(1935, 2005)}.0",
        "month and year": dated("%m/%Y", 1930, 2004), "month name year": dated("%B %Y", 1930, 2004), "decimal": lambda r: f"{r.uniform(1930, 2004):.2f}", "with place": dated("%d.%m.%Y, Kamota", 1930, 2004), "dmy bare": dated("%d%m%Y", 1930, 2004),
        "ymd short": dated("%y/%m/%d", 1930, 1999), "milliseconds": lambda r: int((day(r, 1930, 2004) - datetime.datetime(1970, 1, 1)).total_seconds() * 1000), "seconds": lambda r: int((day(r, 1930, 2004) - datetime.datetime(1970, 1, 1)).total_seconds()),
        "days 1900": lambda r: (day(r, 1930, 2004) - datetime.datetime(1900, 1, 1)).days, "days 1970": lambda r: (day(r, 1930, 2004) - datetime.datetime(1970, 1, 1)).days, "iso basic time": dated("%Y%m%d000000", 1930, 2004),
    }.items():
        family("birth", name, born, form, rows=[36, 60, 90, 120], repeat=1)


def ages():
    head = ["age", "AGE_YRS", "alter", "edad", "ageatdx"]
    old = lambda r: min(103, max(66, round(r.gauss(82, 7))))
    mixed = lambda r: min(99, max(20, round(r.gauss(64, 17))))
    for name, form in {
        "cohort of the old": old, "old decimal": lambda r: f"{old(r) + r.random():.1f}", "adults": mixed, "adults decimal": lambda r: f"{mixed(r) + r.random():.2f}",
        "years and days": lambda r: f"{old(r)}y {r.randrange(365)}d", "fraction": lambda r: f"{old(r)} 5/12", "yo run on": lambda r: f"{old(r)}yo", "at": lambda r: f"at age {old(r)}", "swahili": lambda r: f"miaka {old(r)}",
        "decades": lambda r: f"{old(r)}-year", "gujarati": lambda r: f"{old(r)} વર્ષ", "danish": lambda r: f"{old(r)} år", "in brackets": lambda r: f"({old(r)})",
    }.items():
        family("age", name, head, form, rows=[90, 120, 200, 300], repeat=1)
    family("age", "days", ["age_days", "alter_tage"], lambda r: r.randrange(9000, 35500), columns=1, rows=[120, 200], repeat=1)


def machines():
    head = ["payload", "raw", "blob", "meta", "remark", "field7"]
    for name, form in {
        "json": lambda r: json.dumps({"id": r.randrange(10**6), "dob": f"{day(r):%Y-%m-%d}"}), "xml": lambda r: f"<pt><id>{r.randrange(10**5)}</id><n>{pseudo(r)}</n></pt>",
        "base64": lambda r: base64.b64encode(f"{pseudo(r)} {pseudo(r)} {r.randrange(1930, 2004)}".encode()).decode(), "hl7": lambda r: f"PID|1||{r.randrange(10**6)}^^^KIS||{pseudo(r)}^{pseudo(r)}",
        "vcard": lambda r: f"BEGIN:VCARD FN:{pseudo(r)} {pseudo(r)} END:VCARD", "csv in cell": lambda r: f"{pseudo(r)};{pseudo(r)};{r.randrange(1930, 2004)}", "key values": lambda r: f"name={pseudo(r)}&born={r.randrange(1930, 2004)}",
        "url encoded": lambda r: f"{pseudo(r)}%20{pseudo(r)}", "html": lambda r: f"<b>{pseudo(r)}</b> came on foot", "path": lambda r: f"/home/{pseudo(r).lower()}/scan{r.randrange(999)}.dcm", "windows path": lambda r: f"D:\\{pseudo(r)}\\scan.dcm",
        "file": lambda r: f"{pseudo(r)}_{pseudo(r)}.pdf", "file number": lambda r: f"scan_{r.randrange(10**5, 10**6)}.jpg", "hex": lambda r: pseudo(r, 4).encode().hex(), "log line": lambda r: f"{day(r):%b %d %H:%M:%S} ward7 login {pseudo(r).lower()}",
        "yaml": lambda r: f"pt: {pseudo(r)}, ward: {r.randrange(20)}", "list": lambda r: f"['{pseudo(r)}', '{pseudo(r)}']", "sql": lambda r: f"INSERT INTO pt VALUES ({r.randrange(10**5)})",
    }.items():
        family("text", name, head, form, rows=[36, 60])
    words = {
        "swahili": "mgonjwa alikuja hospitalini na mama yake baada ya siku tatu kwa sababu homa haikupungua usiku".split(),
        "tagalog": "ang pasyente ay dumating kasama ang kanyang anak dahil sa lagnat at hindi makatulog kagabi".split(),
        "welsh": "daeth y claf i mewn gyda ei ferch oherwydd twymyn ac nid oedd yn gallu cysgu neithiwr".split(),
        "icelandic": "sjúklingur kom með dóttur sinni vegna hita og gat ekki sofið í nótt eftir gjöfina".split(),
        "albanian": "pacienti erdhi me vajzën e tij për shkak të temperaturës dhe nuk mund të flinte mbrëmë".split(),
        "malay": "pesakit datang bersama anak perempuannya kerana demam dan tidak dapat tidur malam tadi".split(),
        "afrikaans": "die pasiënt het saam met sy dogter gekom weens koors en kon gisteraand nie slaap nie".split(),
        "kazakh": "науқас қызымен бірге келді қызуы көтерілді түнде ұйықтай алмады дәрігер қарады".split(),
        "tamil": "நோயாளி தன் மகளுடன் வந்தார் காய்ச்சல் காரணமாக இரவில் தூங்க முடியவில்லை".split(),
        "khmer": "អ្នកជំងឺ បានមក ជាមួយ កូនស្រី ដោយសារ គ្រុនក្តៅ ហើយ គេងមិនលក់ ពេលយប់ មិនញ៉ាំបាយ".split(),
    }
    for language, bag in words.items():
        family("text", "note " + language, ["notiz", "obs", "memo", "q9"], lambda r, bag=bag: " ".join(r.choices(bag, k=r.randrange(4, 11))), rows=[36, 60])
    family("text", "answer short", ["q12", "why"], lambda r: r.choice(["because ", "my ", "we "]) + " ".join(pseudo(r).lower() for _ in range(3)), rows=[36, 60])
    family("ip", "v4 decimal", ["ip_num"], lambda r: r.randrange(2**31, 2**32), columns=1)
    family("ip", "v4 cidr", ["net", "src"], lambda r: f"10.{r.randrange(256)}.{r.randrange(20, 256)}.0/24", columns=1)
    family("ip", "v6 full", ["src"], lambda r: ":".join(f"{r.getrandbits(16):04x}" for _ in range(8)), columns=1)
    family("url", "query", ["src"], lambda r: f"portal.klinik.example/?pid={r.randrange(10**5)}", columns=1)
    family("url", "onion", ["src"], lambda r: like("~~~~~~~~~~~~~~~~")(r) + ".onion/u", columns=1)
    family("url", "mailto", ["src"], lambda r: f"mailto:{pseudo(r).lower()}@klinik.example", columns=1)
    family("url", "s3", ["src"], lambda r: f"s3://bucket/{pseudo(r).lower()}.dcm", columns=1)


# ---------------------------------------------------------------------------------------------- harmless

def normal(mean, sd, decimals=1, low=0):
    return lambda r: f"{max(low, r.gauss(mean, sd)):.{decimals}f}"


def log(mean, sd, decimals=0):
    return lambda r: f"{math.exp(r.gauss(mean, sd)):.{decimals}f}"


def harmless():
    for name, (headers, form) in {
        "tryptase": (["TRYPTASE"], log(1.6, 0.7, 1)), "procalcitonin": (["PCT"], log(-1, 1.2, 2)), "troponin": (["TROPT"], log(2.5, 1)), "lipase": (["LIPASE"], log(3.6, 0.6)), "vitamin d": (["VITD"], normal(48, 19, 0, 5)),
        "il6": (["IL6"], log(2.4, 1.1, 2)), "sIL2R": (["SIL2R"], log(6.8, 0.6)), "triglycerides": (["TRIG"], log(5, 0.5)), "phosphate": (["PHOS"], normal(1.1, 0.25, 2)), "inr": (["INR"], normal(1.1, 0.2, 2, 0.8)),
        "aptt": (["APTT"], normal(31, 5, 0, 20)), "fibrinogen": (["FIBRINO"], normal(3.2, 1, 2, 0.5)), "esr": (["ESR"], log(3, 0.8)), "cd19": (["CD19"], log(4, 1.2)), "nk cells": (["NK"], log(5, 0.7)), "trec": (["TREC"], log(7, 1.5)),
        "copies scientific": (["CMVPCR"], lambda r: f"{math.exp(r.gauss(8, 2)):.2e}"), "copies below": (["EBVPCR"], lambda r: r.choice(["<150", "<150", "not detected", str(int(math.exp(r.gauss(8, 2))))])),
        "adamts13": (["ADAMTS13"], normal(55, 25, 0, 3)), "haptoglobin below": (["HAPTO"], lambda r: r.choice(["<0.10", f"{r.uniform(0.1, 2):.2f}"])), "range": (["REFRANGE"], lambda r: f"{r.randrange(1, 60)}-{r.randrange(70, 200)}"),
        "titre dilution": (["ANTIBODY"], lambda r: f"1/{2 ** r.randrange(3, 12)}"), "titre sign": (["DAT"], pick("neg", "1+", "2+", "3+", "4+", "(+)")), "isoagglutinin": (["ISOAGG"], lambda r: f"IgM 1:{2 ** r.randrange(0, 9)}, IgG 1:{2 ** r.randrange(0, 9)}"),
        "fev1": (["FEV1"], normal(2.9, 0.7, 2, 0.5)), "fev1 percent": (["FEV1PP"], normal(88, 14, 0, 20)), "dlco": (["DLCO"], normal(72, 16, 0, 15)), "spirometry pair": (["SPIRO"], lambda r: f"{r.uniform(1.5, 4):.2f}/{r.uniform(2, 5):.2f}"),
        "pr interval": (["PRINT"], normal(158, 22, 0, 90)), "qrs": (["QRSDUR"], normal(96, 12, 0, 60)), "qt": (["QTINT"], normal(392, 32, 0, 300)), "qtcf": (["QTCF"], normal(421, 21, 0, 350)), "rr": (["RRINT"], normal(830, 130, 0, 400)),
        "axis": (["AXIS"], lambda r: r.randrange(-40, 100)), "ef range": (["LVEF"], lambda r: f"{r.randrange(40, 55)}-{r.randrange(56, 65)}%"), "e over a": (["EA"], normal(1.2, 0.4, 2, 0.3)), "bone density": (["TSCORE"], lambda r: f"{r.gauss(-1.1, 1):.1f}"),
        "eq5d 5l": (["EQ5D5L"], lambda r: "".join(str(min(5, 1 + int(r.expovariate(0.9)))) for _ in range(5))), "eq5d 3l": (["EQ5D3L"], lambda r: "".join(str(r.choice([1, 1, 1, 2, 2, 3])) for _ in range(5))), "eq5d index": (["EQIDX"], lambda r: f"{min(1, r.gauss(0.8, 0.18)):.3f}"),
        "sf36 domain": (["SF36PF"], lambda r: r.randrange(0, 101, 5)), "sf36 norm": (["PCS"], normal(44, 9, 1)), "fact g": (["FACTG"], normal(78, 14, 0)), "facit f": (["FACITF"], lambda r: r.randrange(5, 53)), "itp paq": (["ITPPAQ"], normal(65, 16, 2)), "eortc": (["QL2"], lambda r: f"{r.randrange(0, 13) * 100 / 12:.2f}"),
        "promis t": (["PROMIS"], normal(51, 8, 1)), "phq9": (["PHQ9"], lambda r: r.randrange(0, 27)), "likert numbers": (["Q1"], pick(1, 2, 3, 4, 5)), "likert labelled": (["Q2"], pick("1 - never", "2 - rarely", "3 - sometimes", "4 - often", "5 - always")), "numeric rating": (["NRS"], lambda r: r.randrange(0, 11)),
        "item string": (["ITEMS"], lambda r: "".join(str(r.randrange(0, 4)) for _ in range(7))), "hct-ci items": (["HCTCIV"], lambda r: "".join(r.choice("00001") for _ in range(17))),
        "dose per kg": (["DOSEKG"], lambda r: f"{r.choice([0.8, 1, 1.6, 3.2, 5, 10])} mg/kg"), "dose per m2": (["DOSEM2"], lambda r: f"{r.randrange(30, 400, 5)} mg/m²"), "dose rate": (["RATE"], lambda r: f"{r.randrange(10, 250)} mL/h"), "dose schedule": (["SCHED"], pick("d-6 to d-2", "d-5,-4,-3", "d+3,+6,+11", "qod x3", "q12h")),
        "dose gray": (["TBI"], pick("2 Gy", "4 Gy", "12 Gy/6 fx", "8 Gy/4 fx")), "dose iu": (["EPO"], lambda r: f"{r.randrange(2, 40) * 1000} IU"), "cells times ten": (["CD34T"], lambda r: f"{r.uniform(1, 12):.2f} x10^6/kg"), "cells e": (["TNCE"], lambda r: f"{r.uniform(1, 9):.1f}e8"), "cumulative steroid": (["CUMPRED"], lambda r: r.randrange(200, 9000, 5)),
        "ctcae grade": (["AETOXGR"], pick("Grade 1", "Grade 2", "Grade 3", "Grade 4")), "ctcae term": (["AETERM"], pick("Mucositis oral", "Febrile neutropenia", "Nausea", "Fatigue", "Hypokalemia", "Rash maculo-papular", "Dyspnea", "Sinus bradycardia", "Infusion related reaction", "Weight loss", "Headache", "Constipation")),
        "karyotype complex": (["KARYO"], lambda r: f"{r.randrange(44, 48)},{r.choice(['XX', 'XY'])},{r.choice(['+', '-', 'del', 'add'])}({r.randrange(1, 22)})(q{r.randrange(11, 35)})[{r.randrange(2, 20)}]"), "karyotype translocation": (["CYTO"], lambda r: f"46,XY,t({r.randrange(1, 12)};{r.randrange(13, 22)})(q{r.randrange(11, 30)};p{r.randrange(11, 20)})"),
        "fish": (["FISH"], lambda r: f"nuc ish(CEP{r.randrange(1, 22)}x{r.randrange(1, 4)})[{r.randrange(10, 190)}/200]"), "hgvs intron": (["HGVSC"], lambda r: f"c.{r.randrange(100, 3000)}{r.choice('+-')}{r.randrange(1, 20)}{r.choice('ACGT')}>{r.choice('ACGT')}"), "hgvs dup": (["HGVS2"], lambda r: f"c.{r.randrange(100, 3000)}_{r.randrange(3001, 3500)}{r.choice(['dup', 'del', 'inv'])}"),
        "hgvs short protein": (["AACHANGE"], lambda r: f"p.{r.choice('ARNDCQEGHILKMFPSTWYV')}{r.randrange(10, 900)}{r.choice('ARNDCQEGHILKMFPSTWYV*')}"), "hgvs genomic": (["HGVSG"], lambda r: f"g.{r.randrange(10**6, 10**8)}{r.choice('ACGT')}>{r.choice('ACGT')}"), "aa bare": (["MUT"], lambda r: f"{r.choice('ARNDCQEGHILKMFPSTWYV')}{r.randrange(10, 900)}{r.choice('ARNDCQEGHILKMFPSTWYV')}"), "vaf": (["VAF"], lambda r: f"{r.random():.3f}"),
        "gene and variant": (["GENEVAR"], lambda r: f"{r.choice(['FAS', 'CTLA4', 'LRBA', 'STAT3'])} c.{r.randrange(100, 900)}{r.choice('ACGT')}>{r.choice('ACGT')}"), "hla haplotype": (["HAPLO"], lambda r: f"A*{r.randrange(1, 34):02d}:01~B*{r.randrange(7, 58):02d}:02~DRB1*{r.randrange(1, 16):02d}:01"), "hla nmdp": (["HLACODE"], lambda r: f"A*{r.randrange(1, 34):02d}:{r.choice(['AB', 'XX', 'CFD', 'BKD'])}"),
        "hla g group": (["HLAG"], lambda r: f"B*{r.randrange(7, 58):02d}:{r.randrange(1, 30):02d}:01G"), "hla dp": (["DPB1"], lambda r: f"DPB1*{r.randrange(1, 120):02d}:01"), "hla bare": (["HLAB"], lambda r: f"{r.randrange(7, 58):02d}:{r.randrange(1, 30):02d}"), "kir": (["KIR"], lambda r: f"KIR{r.choice([2, 3])}D{r.choice('LS')}{r.randrange(1, 6)}"), "kir genotype": (["KIRGENO"], pick("AA", "Bx", "Bx1", "cA01|tA01", "cB01|tA01")), "match grade": (["MATCH"], pick("10/10", "9/10", "8/8", "7/8 (DRB1)", "5/10 haplo")),
        "dsa": (["DSA"], lambda r: f"DQ{r.randrange(2, 9)} MFI {r.randrange(500, 15000)}"), "blood group long": (["ABO"], pick("A RhD+", "0 RhD-", "AB ccDee", "B CcDee", "O R1r", "A1B")), "rh phenotype": (["RHPHENO"], pick("ccee", "CCDee", "CcDEe", "ccDEE", "CcDee", "ccdee")), "chimerism cells": (["CHIMCD3"], lambda r: f"CD3 {r.randrange(5, 100)}%"), "chimerism pair": (["CHIM"], lambda r: (lambda a: f"{a}/{100 - a}")(r.randrange(0, 101))), "chimerism decimals": (["CHIMPCR"], lambda r: f"{min(99.99, 100 - math.exp(r.gauss(-1, 1.5))):.3f}"),
        "day signed": (["ADY2"], lambda r: f"{r.randrange(-30, 400):+d}"), "day label": (["DAYLBL"], lambda r: f"D{r.randrange(-10, 365):+d}"), "day padded": (["VISITC"], lambda r: f"D{r.randrange(0, 365):03d}"), "month label": (["VISITM"], lambda r: f"M{r.randrange(0, 60):02d}"), "week day": (["WKDAY"], lambda r: f"W{r.randrange(1, 52)}D{r.randrange(1, 8)}"), "visit unscheduled": (["VISITU"], lambda r: f"UNSCHEDULED {r.randrange(1, 20)}.{r.randrange(1, 10):02d}"), "visit decimals": (["VISITNUM"], lambda r: f"{r.randrange(1, 40)}.{r.randrange(1, 4):02d}"),
        "visit words": (["VISIT"], lambda r: r.choice(["Screening", "Baseline", f"Month {r.randrange(1, 24)}", f"Follow-up year {r.randrange(1, 6)}", "End of treatment"])), "cycle slash": (["CYCLE"], lambda r: f"C{r.randrange(1, 13)}/D{r.choice([1, 8, 15, 22])}"), "time point": (["TPT"], lambda r: f"{r.choice([0.5, 1, 2, 4, 6, 8, 12, 24])} h post-dose"), "time iso": (["ELTM"], lambda r: f"PT{r.randrange(0, 24)}H{r.randrange(0, 60)}M"), "elapsed": (["ELAPSED"], lambda r: f"{r.randrange(0, 90)}:{r.randrange(60):02d}:{r.randrange(60):02d}"), "duration y m": (["DISDUR"], lambda r: f"{r.randrange(0, 30)}y {r.randrange(0, 12)}m"),
        "days since": (["TRTP"], lambda r: r.randrange(1, 3600)), "days large": (["LSTALIVE"], lambda r: r.randrange(30, 9000)), "days negative": (["DXDAY"], lambda r: -int(math.exp(r.gauss(6.5, 1.2)))), "months decimals": (["PFSMO"], lambda r: f"{r.expovariate(1 / 40):.4f}"), "years decimals": (["FUYRS"], lambda r: f"{r.uniform(0.1, 15):.3f}"), "hours decimals": (["THALF"], normal(18, 5, 2, 1)), "interval open": (["CI"], lambda r: f"[{r.random():.2f}, {1 + r.random():.2f}]"), "median range": (["MEDRNG"], lambda r: f"{r.randrange(5, 20)} ({r.randrange(1, 5)}-{r.randrange(21, 60)})"), "plus minus": (["MEANSD"], lambda r: f"{r.uniform(1, 20):.1f} ± {r.uniform(0.1, 3):.1f}"),
        "iqr": (["IQR"], lambda r: f"{r.uniform(5, 20):.1f} [{r.uniform(1, 5):.1f}; {r.uniform(21, 60):.1f}]"), "hazard": (["HRCI"], lambda r: f"HR {r.uniform(0.3, 2):.2f}"), "p with sign": (["PVAL"], lambda r: r.choice(["<0.001", f"{r.random():.3f}", f"p={r.random():.2f}"])), "float artefact": (["CALC"], lambda r: r.randrange(1, 1000) / 7 * 0.1), "float four": (["BSA2"], normal(1.82, 0.2, 4)), "float six": (["EGFRC"], normal(85, 22, 6, 15)), "engineering": (["CONC2"], lambda r: f"{r.uniform(1, 9):.3f}E-0{r.randrange(1, 9)}"),
        "fraction": (["RESPN"], lambda r: f"{r.randrange(0, 30)}/{r.randrange(31, 60)} ({r.randrange(0, 100)}%)"), "percent decimals": (["PCTCHG"], lambda r: f"{r.gauss(0, 40):.1f}%"), "currency": (["COST"], lambda r: f"€ {r.randrange(100, 90000):,}"), "large costs": (["COSTUSD"], lambda r: f"{math.exp(r.gauss(11, 1)):.2f}"), "steps": (["STEPS"], lambda r: r.randrange(400, 18000)), "area": (["AUCINF"], log(8, 0.8, 1)), "cmax": (["CMAX"], log(5, 0.8, 1)), "ng per ml": (["CONCU"], lambda r: f"{r.uniform(1, 300):.1f} ng/mL"),
        "millions": (["tnc_total"], lambda r: int(math.exp(r.gauss(20, 0.6)))), "platelets per ul": (["PLTUL"], lambda r: r.randrange(2, 400) * 1000), "wbc per ul": (["WBCUL"], lambda r: r.randrange(10, 1400) * 10), "reads": (["READS"], lambda r: int(math.exp(r.gauss(16, 0.8)))), "pixel": (["AREA_PX"], lambda r: int(math.exp(r.gauss(10, 1)))), "birth weight": (["BIRTHWT", "birth_weight"], lambda r: int(r.gauss(3300, 500))), "blood volume": (["TBV"], lambda r: int(r.gauss(4800, 700))), "plasma volume": (["PEXVOL"], lambda r: r.randrange(2000, 4500, 50)),
        "randomisation strata": (["STRATUM"], pick("age<18|MSD", "age>=18|MUD", "age>=18|MSD", "age<18|MUD")), "arm code": (["ARMCD"], pick("A1", "A2", "B1", "B2", "OBS")), "rand block": (["RBLOCK"], lambda r: f"B{r.randrange(1, 40)}-{r.randrange(1, 5)}"), "cohort dose": (["COHORT"], pick("Cohort 1 (3 mg)", "Cohort 2 (10 mg)", "Expansion A", "Expansion B")), "flag": (["SAFFL"], pick("Y", "N", "")), "units": (["LBORRESU"], pick("10^9/L", "g/dL", "umol/L", "U/L", "mg/dL", "%", "ng/mL", "x10E6/kg", "mm/h", "IU/mL")), "units mixed": (["UNIT2"], pick("10*3/uL", "cells/µL", "mmol/L", "ng/mL FEU", "L/min/1.73 m2", "kPa", "g/L")),
        "lab code": (["PANEL"], like("{LB}-A99")), "lab panel number": (["TESTNO"], pick(*[f"{n:04d}" for n in range(10, 300, 23)])), "loinc more": (["LNC"], pick("777-3", "718-7", "6690-2", "26499-4", "751-8", "2345-7", "1975-2", "2532-0", "4542-7", "14804-9", "1988-5", "2276-4")), "icd ten plain": (["ICDP"], lambda r: f"{r.choice('ABCDEGHIJKLMN')}{r.randrange(10, 99)}{r.randrange(0, 10)}"), "icd ten cm": (["ICDCM"], lambda r: f"{r.choice('DMST')}{r.randrange(10, 99)}.{r.randrange(100, 999)}{r.choice('ADS')}"), "icd list": (["ICDL"], lambda r: f"D69.{r.randrange(0, 9)}; J{r.randrange(10, 99)}.{r.randrange(0, 9)}"), "icd dagger": (["ICDG"], lambda r: f"D{r.randrange(50, 89)}.{r.randrange(0, 9)} G"), "icpc": (["ICPC"], lambda r: f"{r.choice('ABDFHKLNPRSTUWXYZ')}{r.randrange(1, 99):02d}"),
        "atc levels": (["ATC3"], lambda r: f"{r.choice('ABCDGHJLMNPRSV')}{r.randrange(1, 16):02d}{r.choice('ABCDX')}"), "atc full": (["ATC5"], lambda r: f"L0{r.randrange(1, 5)}A{r.choice('ABCDX')}{r.randrange(1, 60):02d}"), "ccs": (["CCS"], lambda r: r.randrange(1, 285)), "drg": (["DRG"], lambda r: f"{r.choice('ABGIQR')}{r.randrange(1, 86):02d}{r.choice('ABCZ')}"), "drug class code": (["EPC"], like("{N0000175}999")), "ordo": (["ORDO"], like("{Orphanet_}9999")), "mondo": (["MONDO"], like("{MONDO:000}9999")), "omim star": (["OMIM"], like("{OMIM:6}99999")), "mim bare": (["MIM"], like("{6}99999")), "hgnc": (["HGNCID"], like("{HGNC:}9999")), "pubmed": (["PMID"], like("{PMID:3}9999999")), "uniprot": (["UNIPROT"], like("{P}99999")), "pdb": (["PDB"], like("8##A")), "pfam": (["PFAM"], like("{PF}99999")), "kegg": (["KEGG"], like("{hsa0}9999")), "reactome": (["REACT"], like("{R-HSA-}9999999")), "go": (["GOTERM"], like("{GO:000}9999")), "ec": (["ECNO"], lambda r: f"{r.randrange(1, 7)}.{r.randrange(1, 20)}.{r.randrange(1, 20)}.{r.randrange(1, 100)}"),
        "cd marker": (["MARKER"], lambda r: f"CD{r.randrange(1, 371)}"), "cd combination": (["GATE"], lambda r: f"CD{r.randrange(3, 60)}+CD{r.randrange(3, 60)}-"), "cytokine": (["CYTOK"], lambda r: f"IL-{r.randrange(1, 39)}"), "clone": (["CLONE"], pick("HIT3a", "SK7", "UCHT1", "RPA-T4", "8G12", "581", "2D1")), "fluorochrome": (["FLUOR"], pick("BV421", "PE-Cy7", "APC-H7", "FITC", "PerCP-Cy5.5", "AF700", "BUV395")), "primer": (["PRIMER"], lambda r: "".join(r.choice("ACGT") for _ in range(20))), "cdr3": (["CDR3"], lambda r: "CASS" + "".join(r.choice("LGQAYEQFSTPRDN") for _ in range(8)) + "F"), "v gene": (["VGENE"], lambda r: f"TRBV{r.randrange(1, 30)}-{r.randrange(1, 5)}"), "str locus": (["STRL"], pick("D3S1358", "D21S11", "TH01", "FGA", "vWA", "D8S1179", "D18S51", "TPOX", "CSF1PO")), "exon": (["EXON"], lambda r: f"Exon {r.randrange(1, 40)}"), "band": (["BAND"], lambda r: f"{r.randrange(1, 22)}{r.choice('pq')}{r.randrange(11, 36)}.{r.randrange(1, 4)}"),
        "device setting": (["SETTING"], lambda r: f"PEEP {r.randrange(4, 14)}, FiO2 {r.randrange(21, 100)}%"), "flow": (["O2FLOW"], lambda r: f"{r.randrange(1, 15)} L/min"), "apheresis": (["APH"], lambda r: f"{r.uniform(2, 4):.1f} TBV"), "viability": (["VIAB"], lambda r: f"{r.uniform(70, 99):.1f}%"), "pump": (["PUMP"], lambda r: f"{r.uniform(0.1, 10):.1f} mL/h"), "needle": (["NEEDLE"], pick("18G", "20G", "22G", "16G x 4 cm")), "tube": (["TUBE"], pick("EDTA 3 mL", "Li-Hep 5 mL", "Citrate 2.7 mL", "SST 8.5 mL")), "wavelength": (["NM"], lambda r: f"{r.randrange(350, 800)} nm"), "software": (["SW"], lambda r: f"{r.randrange(1, 9)}.{r.randrange(0, 20)}.{r.randrange(0, 999)}"), "build": (["BUILD"], lambda r: f"v{r.randrange(1, 9)}.{r.randrange(0, 9)}-rc{r.randrange(1, 9)}"), "model": (["MODEL"], pick("XN-3100", "DxH 900", "BC-6800", "AU5800", "c702", "e801")),
        "gcs": (["GCS"], lambda r: f"E{r.randrange(1, 5)}V{r.randrange(1, 6)}M{r.randrange(1, 7)}"), "gcs sum": (["GCSS"], lambda r: r.randrange(3, 16)), "gvhd organs": (["GVHDORG"], lambda r: f"skin {r.randrange(0, 5)} liver {r.randrange(0, 5)} gut {r.randrange(0, 5)}"), "gvhd short": (["GVHDS"], lambda r: f"S{r.randrange(0, 5)}L{r.randrange(0, 5)}G{r.randrange(0, 5)}"), "nih score": (["NIH"], pick("mild", "moderate", "severe", "none")), "ipss": (["IPSS"], pick("low", "int-1", "int-2", "high")), "bleeding": (["SMOG"], lambda r: f"S{r.randrange(0, 4)}M{r.randrange(0, 4)}O{r.randrange(0, 4)}"), "bristol": (["STOOL"], lambda r: f"type {r.randrange(1, 8)}"), "dental": (["TOOTH"], lambda r: f"{r.randrange(1, 5)}{r.randrange(1, 9)}"), "vision": (["VA"], pick("6/6", "6/9", "20/20", "20/40", "0.8", "CF")), "refraction": (["REFR"], lambda r: f"{r.uniform(-6, 4):+.2f}"), "urine": (["UDIP"], pick("pH 6.5", "SG 1.015", "prot 1+", "leuk 25", "neg")), "specific gravity": (["SG"], lambda r: f"1.0{r.randrange(5, 35):02d}"), "bmat": (["CELLULARITY"], lambda r: f"{r.randrange(5, 90)}% cellularity"), "megakaryocytes": (["MEGA"], lambda r: f"{r.randrange(0, 40)}/LPF"),
        "pressure triple": (["BPM"], lambda r: f"{r.randrange(95, 170)}/{r.randrange(50, 100)} ({r.randrange(65, 120)})"), "vital string": (["VITALS"], lambda r: f"T {r.uniform(36, 39):.1f} P {r.randrange(55, 120)} R {r.randrange(12, 28)}"), "temperature degree": (["TEMPC"], lambda r: f"{r.uniform(36, 40):.1f} °C"), "height feet": (["HTFT"], lambda r: f"{r.randrange(4, 7)}'{r.randrange(0, 12)}\""), "weight unit": (["WTU"], lambda r: f"{r.randrange(45, 110)} kg"), "bsa unit": (["BSAU"], lambda r: f"{r.uniform(1.4, 2.3):.2f} m2"), "map": (["MAPR"], normal(86, 11, 0, 50)), "resp": (["RESPR"], normal(17, 3, 0, 8)), "spo2 unit": (["SPO2U"], lambda r: f"{r.randrange(88, 101)} %"), "weight old": (["WTKG"], normal(79, 12, 0, 45)), "weight tenths": (["WTKG1"], normal(74, 14, 1, 40)),
        "year transplant": (["TXYEAR"], lambda r: r.randrange(1996, 2025)), "year recent": (["REGYEAR"], lambda r: r.randrange(2010, 2026)), "era": (["ERA"], pick("1990-1999", "2000-2009", "2010-2019", "2020-2024")), "guideline": (["GUIDE"], pick("ASH 2019", "IWG 2009", "EBMT 2022", "NIH 2014")), "standard": (["STD"], pick("ISO 15189", "FACT-JACIE 8", "GCP E6(R2)", "21 CFR 11")), "clock hm": (["TMC"], lambda r: f"{r.randrange(24):02d}:{r.randrange(60):02d}"), "clock hms": (["TMS"], lambda r: f"{r.randrange(24):02d}:{r.randrange(60):02d}:{r.randrange(60):02d}"), "clock t": (["TMT"], lambda r: f"T{r.randrange(24):02d}:{r.randrange(60):02d}"), "clock h": (["HEURE"], lambda r: f"{r.randrange(24)}h{r.randrange(60):02d}"), "minutes and seconds": (["MMSS"], lambda r: f"{r.randrange(60)}'{r.randrange(60):02d}\""), "weekday": (["WEEKDAY"], pick("Mon", "Tue", "Wed", "Thu", "Fri")), "shift": (["SHIFT"], pick("08-16", "16-24", "00-08")),
        "well 384": (["WELL"], lambda r: f"{r.choice('ABCDEFGHIJKLMNOP')}{r.randrange(1, 25):02d}"), "rack": (["RACK"], lambda r: f"R{r.randrange(1, 20)}-S{r.randrange(1, 9)}"), "lot dated": (["LOTNO"], like("{L}99-9999")), "lot short": (["BATCH"], like("AA9999A")), "catalogue": (["CATNO"], pick("130-046-702", "345802", "A07737", "IM2453", "B36825")), "protocol version": (["PROTV"], lambda r: f"Version {r.randrange(1, 9)}.{r.randrange(0, 9)}"), "site three": (["SITEID"], lambda r: f"{r.randrange(1, 60):03d}"), "country site": (["SITECC"], lambda r: f"{r.choice(['DE', 'FR', 'IT'])}-{r.randrange(1, 12):02d}"), "region codes": (["REGION"], pick("EU-W", "EU-E", "NA", "LATAM", "APAC", "MEA")), "education years": (["EDU"], lambda r: f"{r.randrange(8, 20)} years"), "pack years": (["PY"], lambda r: f"{r.randrange(0, 60)} py"), "ecog": (["ECOGC"], pick("ECOG 0", "ECOG 1", "ECOG 2")), "ann arbor": (["STAGEX"], pick("IIA", "IIIB", "IVA", "IE")), "tnm": (["TNM"], lambda r: f"T{r.randrange(1, 5)}N{r.randrange(0, 4)}M{r.randrange(0, 2)}"), "icd o": (["ICDO3"], lambda r: f"C{r.randrange(10, 80)}.{r.randrange(0, 10)}"), "morphology": (["MORPH"], lambda r: f"M-9{r.randrange(590, 990)}/3"),
        "sdtm names": (["LBTESTCD"], pick("ALB", "ALP", "ALT", "AST", "BILI", "BUN", "CA", "CHOL", "CK", "CL", "CREAT", "GGT", "GLUC", "HCT", "HGB", "K", "LDH", "LYM", "MCH", "MCV", "MONO", "NEUT", "PLAT", "PROT", "RBC", "SODIUM", "URATE", "WBC")), "cdisc terms": (["AEACN2"], pick("DOSE NOT CHANGED", "DRUG WITHDRAWN", "NOT APPLICABLE", "DOSE REDUCED")), "epoch words": (["EPOCH"], pick("SCREENING", "TREATMENT", "FOLLOW-UP", "WASHOUT")), "domains": (["DOMAIN"], pick("AE", "LB", "VS", "EG", "CM", "DM")), "param codes": (["PARAMCD"], pick("NEUTCTD", "PLT20D", "PLT50D", "OSD", "EFSD", "NRMD")), "hpo terms": (["HPOT"], pick("Thrombocytopenia", "Splenomegaly", "Autoimmune hemolytic anemia", "Petechiae", "Lymphadenopathy", "Neutropenia", "Epistaxis")), "antibody names": (["ALLOAB"], pick("anti-D", "anti-K", "anti-Jka", "anti-E+c", "none")), "bag counts": (["BAGS"], lambda r: f"{r.randrange(1, 4)} of {r.randrange(4, 9)}"), "line of therapy": (["LINE"], lambda r: f"{r.randrange(1, 9)}L"), "relations": (["REL"], pick("brother", "sister", "mother", "father", "unrelated", "cousin")), "hit list": (["HITS"], lambda r: ",".join(str(r.randrange(1, 40)) for _ in range(4))), "vector": (["VECTOR"], lambda r: "|".join(f"{r.random():.2f}" for _ in range(3))), "bits": (["BITS"], lambda r: "".join(r.choice("01") for _ in range(8))), "checksum crc": (["CRC32", "checksum"], like("HHHHHHHH")), "git commit": (["commit"], like("hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh")),
    }.items():
        family("harmless", name, headers, form)


def main():
    for make in (nationals, records, people, contacts, dates, ages, machines, harmless):
        make()
    path = os.path.join(HERE, "development_3.tsv")
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        for kind, name, header, cells in COLUMNS:
            out.write("\t".join([kind, name, header, *cells]) + "\n")
    families = {(kind, name) for kind, name, _, _ in COLUMNS}
    print(f"{len(COLUMNS)} columns, {len(families)} families")


if __name__ == "__main__":
    main()
