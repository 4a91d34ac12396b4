"""Further families of the corpus: more forms, more languages, more that looks alike. See make.py."""

import datetime


def letters(rng, pattern):
    """A code: 9 is a digit, A a letter, X either; the rest stands for itself."""
    digits, alphabet = "0123456789", "ABCDEFGHJKLMNPQRSTUVWXYZ"
    pools = {"9": digits, "A": alphabet, "X": digits + alphabet}
    return "".join(rng.choice(pools[c]) if c in pools else c for c in pattern)


def code(pattern):
    return lambda rng: letters(rng, pattern)


def split(text):
    return [word.strip() for word in text.replace("\n", "|").split("|") if word.strip()]


def one(text):
    values = split(text)
    return lambda rng: rng.choice(values)


def normal(centre, spread, form=round):
    return lambda rng: form(rng.gauss(centre, spread))


def day(first, last):
    start, end = datetime.date(first, 1, 1).toordinal(), datetime.date(last, 12, 31).toordinal()
    return lambda rng: datetime.date.fromordinal(rng.randrange(start, end + 1))


def dated(form, span=(1999, 2024)):
    draw = day(*span)
    return lambda rng: form(draw(rng), rng)


def in_digits(text, digits):
    return text.translate(str.maketrans("0123456789", digits))


ARABIC, PERSIAN, NAGARI, THAI = "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "๐๑๒๓๔๕๖๗๘๙"

SURNAMES = {
    "korean romanised": "KIM|LEE|PARK|CHOI|JUNG|KANG|CHO|YOON|JANG|LIM|HAN|OH|SEO|SHIN|KWON|HWANG|AHN|SONG|YOO|HONG",
    "chinese romanised": "Wang|Li|Zhang|Liu|Chen|Yang|Zhao|Huang|Zhou|Wu|Xu|Sun|Hu|Zhu|Gao|Lin|He|Guo|Ma|Luo|Xie|Tang",
    "igbo": "Okafor|Eze|Nwosu|Obi|Okeke|Onyeka|Chukwu|Nnamdi|Uche|Ifeanyi|Ngozi|Adaeze|Obinna|Emeka|Amara|Chidi|Ikenna",
    "georgian": "გიორგაძე|ბერიძე|კაპანაძე|მამედოვი|ლომიძე|მაისურაძე|წიკლაური|გელაშვილი|აბაშიძე|ჯაფარიძე|ნოზაძე|ხუციშვილი",
    "armenian": "Հարությունյան|Սարգսյան|Գրիգորյան|Պետրոսյան|Հակոբյան|Կարապետյան|Մկրտչյան|Ավետիսյան|Դավթյան|Սիմոնյան",
    "bengali": "রহমান|ইসলাম|হোসেন|আক্তার|বেগম|চৌধুরী|দাস|রায়|সাহা|মন্ডল|ঘোষ|সরকার|আহমেদ|খান|মিয়া|বিশ্বাস",
    "tamil": "முருகன்|லட்சுமி|குமார்|செல்வி|ராஜா|மீனா|கார்த்திக்|பிரியா|சுரேஷ்|கவிதா|அருண்|தேவி|ரமேஷ்|கீதா|பாலா",
    "hebrew": "כהן|לוי|מזרחי|פרץ|ביטון|דהן|אברהם|פרידמן|אגבריה|כץ|יוסף|עמר|אוחנה|חדד|גבאי|שפירא",
    "icelandic": "Jónsdóttir|Guðmundsson|Sigurðardóttir|Kristjánsson|Ólafsdóttir|Einarsson|Magnúsdóttir|Þórsson|Árnadóttir",
    "swahili": "Mwangi|Otieno|Wanjiku|Kamau|Achieng|Njoroge|Odhiambo|Wambui|Kiprono|Chebet|Mutua|Nyambura|Omondi",
    "albanian": "Hoxha|Shehu|Gjoni|Krasniqi|Berisha|Gashi|Kelmendi|Dervishi|Rexhepi|Bajrami|Leka|Prifti|Marku",
}
GIVEN = split("Adwoa|Kofi|Sina|Tavita|Leilani|Keola|Aroha|Wiremu|Tamati|Moana|Siosaia|Mele|Ioane|Sefina|Malia|Kaimana|"
              "Nalani|Tui|Hemi|Ngaire|Rangi|Anahera|Mahana|Teuila")


def identifying(family):
    name_headers = ["last_name", "surname", "patient", "Nachname", "nom", "name", "PATNAME"]
    for people, words in SURNAMES.items():
        family("name", f"list {people}", name_headers, one(words), columns=4)
    family("name", "list pacific", ["given_name", "first_name"], lambda rng: rng.choice(GIVEN), columns=4)
    pair = lambda rng: (rng.choice(GIVEN), rng.choice(split(SURNAMES["igbo"] + "|" + SURNAMES["albanian"])))
    family("name", "caret", ["PatientName", "name"], lambda rng: "^".join(reversed(pair(rng))).upper(), columns=4)
    family("name", "underscored", ["user", "name"], lambda rng: "_".join(pair(rng)).lower(), columns=4)
    family("name", "dotted", ["user_name", "name"], lambda rng: ".".join(pair(rng)).lower(), columns=4)
    family("name", "brackets", ["name", "patient"], lambda rng: f"{pair(rng)[1]} ({pair(rng)[0]})", columns=4)
    family("name", "short given", ["name"], lambda rng: f"{pair(rng)[1]} {pair(rng)[0][0]}.", columns=4)
    family("name", "initials spaced", ["initials"], lambda rng: f"{letters(rng, 'A')}. {letters(rng, 'A')}.", columns=4,
           rows=60, repeat=1)
    family("name", "initials three repeated", ["initials", "INIT"], code("AAA"), columns=4)
    kana = split("ヤマダ タロウ|サトウ ハナコ|スズキ イチロウ|タカハシ ケンジ|イトウ ユミ|ワタナベ ミカ|ナカムラ アキラ|コバヤシ ナオコ|"
                 "カトウ ヒロシ|ヨシダ エミ|ヤマモト シンジ|ササキ ユウコ")
    family("name", "kana", ["氏名カナ", "kana", "name"], lambda rng: rng.choice(kana), columns=4)

    contact = ["phone", "tel", "telefono", "mobile", "Rufnummer"]
    for name, pattern in [("no eight", "9999 9999"), ("fr dotted", "06.99.99.99.99"), ("e164", "+999999999999"),
                          ("us dotted", "999.999.9999"), ("us local", "555-01 99".replace(" ", "")),
                          ("labelled", "Tel. 0999 9999999"), ("toll free", "1-800-555-0199"), ("plain ten", "0699999999"),
                          ("spaced pairs", "99 99 99 99"), ("slash", "0999/9999-99"), ("seven", "999 99 99")]:
        pattern = pattern.replace("0199", "0999") if name in ("us local", "toll free") else pattern
        family("contact", f"phone {name}", contact, code(pattern), columns=3)
    family("contact", "phone arabic digits", contact, lambda rng: in_digits(letters(rng, "0599999999"), ARABIC), columns=3)
    family("contact", "coordinates", ["location", "gps"],
           lambda rng: f"{rng.uniform(36, 60):.5f}, {rng.uniform(-5, 25):.5f}", columns=3)
    family("contact", "po box", ["address"], lambda rng: f"PO Box {rng.randrange(10, 9999)}, "
           f"{rng.choice(['Exampleton', 'Samplewick', 'Nowhere', 'Mockville', 'Testham', 'Fauxbury', 'Sampleford'])}", columns=3)
    family("contact", "postcode and town", ["city", "Ort"], lambda rng: f"{rng.randrange(10000, 99999)} "
           + rng.choice(split("Musterstadt|Beispielhausen|Nirgendheim|Testdorf|Probeburg|Dummbach|Vorlagen|Mustertal")), columns=3)
    family("contact", "email spelled", ["email"], lambda rng: f"{rng.choice(GIVEN).lower()}{rng.randrange(99)} at example dot org",
           columns=3)

    national = ["national_id", "insurance_no", "passport", "ssn", "ID_number"]
    for name, pattern in [("pan india", "AAAAA9999A"), ("mbi", "9AX9-AX9-AA99"), ("personalausweis", "L99AX9XA9"),
                          ("passport", "A99999999"), ("passport two", "AA9999999"), ("rut", "99.999.999-9"),
                          ("nric", "S9999999A"), ("hk", "A999999(9)"), ("rg", "99.999.999-9"), ("cuit", "20-99999999-9"),
                          ("nie spaced", "X 9999999 A"), ("ontario", "9999-999-999-AA"), ("imei", "35999999999999"),
                          ("pesel spaced", "999999 99999")]:
        family("national", name, national, code(pattern), columns=3)

    record = ["mrn", "case_no", "hospital_no", "Fallnummer", "patid", "sample_no"]
    for name, pattern in [("hash sign", "#9999999"), ("letters five", "KH99999"), ("letter dash", "P-99999-9"),
                          ("text number", "Pat.-Nr. 99999"), ("two parts", "99/99999"), ("spaced", "999 999 99"),
                          ("suffix", "9999999-01"), ("letters both", "A9999999B"), ("zero padded", "000999999")]:
        family("record", name, record, code(pattern), columns=3)
    family("record", "growing", record, lambda rng: rng.randrange(96000, 129000), columns=3)
    family("record", "plain range", record, lambda rng: rng.randrange(20000, 10**7), columns=3)
    family("record", "quoted", record, lambda rng: "'" + letters(rng, "9999999"), columns=3)

    header = ["date", "visit_date", "Datum", "fecha", "data", "DTC"]
    for name, form in {
        "basic zone": lambda d, r: f"{d:%Y%m%d}T{r.randrange(24):02}{r.randrange(60):02}00Z",
        "offset": lambda d, r: f"{d}T{r.randrange(24):02}:15:00+02:00",
        "ordinal": lambda d, r: f"{d:%Y-%j}",
        "ordinal compact": lambda d, r: f"{d:%Y%j}",
        "month first name": lambda d, r: f"{d:%b-%d-%Y}",
        "log": lambda d, r: f"{d:%d/%b/%Y}:10:{r.randrange(60):02}:00 +0000",
        "mail": lambda d, r: f"{d:%a, %d %b %Y} 10:{r.randrange(60):02}:00 GMT",
        "apostrophe": lambda d, r: f"{d:%d %b} '{d:%y}",
        "ordinal english": lambda d, r: f"{d.day}th of {d:%B %Y}",
        "year month name": lambda d, r: f"{d:%Y %b %d}",
        "bare short": lambda d, r: f"{d.day}.{d.month}.{d:%y}",
        "slash bare short": lambda d, r: f"{d.day}/{d.month}/{d:%y}",
        "spaced": lambda d, r: f"{d:%d %m %Y}",
        "era letter": lambda d, r: f"H{d.year - 1988}.{d.month}.{d.day}",
        "era": lambda d, r: f"平成{d.year - 1988}年{d.month}月{d.day}日",
        "minguo": lambda d, r: f"{d.year - 1911}/{d:%m/%d}",
        "hijri": lambda d, r: f"{d.year - 579}/{d:%m}/{min(d.day, 29):02}",
        "persian digits": lambda d, r: in_digits(f"{d.year - 621}/{d:%m/%d}", PERSIAN),
        "arabic digits": lambda d, r: in_digits(f"{d:%d/%m/%Y}", ARABIC),
        "thai digits": lambda d, r: in_digits(f"{d:%d/%m}/{d.year + 543}", THAI),
        "nagari digits": lambda d, r: in_digits(f"{d:%d-%m-%Y}", NAGARI),
        "vietnamese": lambda d, r: f"ngày {d.day} tháng {d.month} năm {d.year}",
        "lithuanian": lambda d, r: f"{d.year} m. " + split("sausio|vasario|kovo|balandžio|gegužės|birželio|liepos|rugpjūčio|"
                                                          "rugsėjo|spalio|lapkričio|gruodžio")[d.month - 1] + f" {d.day} d.",
        "latvian": lambda d, r: f"{d.year}. gada {d.day}. " + split("janvāris|februāris|marts|aprīlis|maijs|jūnijs|jūlijs|"
                                "augusts|septembris|oktobris|novembris|decembris")[d.month - 1],
        "arabic": lambda d, r: f"{d.day} " + split("يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر")[
            d.month - 1] + f" {d.year}",
        "hebrew": lambda d, r: f"{d.day} ב" + split("ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר")[
            d.month - 1] + f" {d.year}",
        "hindi": lambda d, r: f"{d.day} " + split("जनवरी|फ़रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|अक्टूबर|नवंबर|दिसंबर")[
            d.month - 1] + f" {d.year}",
        "thai": lambda d, r: f"{d.day} " + split("ม.ค.|ก.พ.|มี.ค.|เม.ย.|พ.ค.|มิ.ย.|ก.ค.|ส.ค.|ก.ย.|ต.ค.|พ.ย.|ธ.ค.")[
            d.month - 1] + f" {d.year + 543}",
        "roman spaced": lambda d, r: f"{d.day} " + "I II III IV V VI VII VIII IX X XI XII".split()[d.month - 1] + f" {d.year}",
        "excel short": lambda d, r: f"{d.toordinal() - 693594}.{r.randrange(1, 99):02}",
        "matlab": lambda d, r: d.toordinal() + 366,
        "julian time": lambda d, r: f"{d.toordinal() + 1721424.5 + r.random():.4f}",
        "seconds decimal": lambda d, r: f"{(d.toordinal() - 719163) * 86400 + r.random() * 86400:.3f}",
        "month only": lambda d, r: f"{d:%Y-%m}",
        "month slash": lambda d, r: f"{d:%m/%Y}",
        "month name only": lambda d, r: f"{d:%b %Y}",
        "month compact": lambda d, r: f"{d:%Y%m}",
        "partial": lambda d, r: f"{d:%Y-%m}" if r.random() < 0.7 else f"{d:%Y}",
        "unknown day": lambda d, r: f"UN-{d:%b-%Y}".upper(),
    }.items():
        family("date", name, header, dated(form), columns=3)
    for name, form in {"iso short": lambda d, r: f"{d:%y-%m-%d}", "spelled": lambda d, r: f"{d:%A, %B %d, %Y}",
                       "stata": lambda d, r: (d.toordinal() - 715510)}.items():
        family("birth", name, ["dob", "geb_datum", "birthday"], dated(form, (1930, 2012)), columns=3)

    ages = ["age", "Alter", "edad", "age_at_dx"]

    def old(form, draw):
        state = {}

        def drawn(rng):
            count = state[rng] = state.get(rng, 0) + 1
            return form(rng.randrange(91, 99) if count in (3, 8) else draw(rng), rng)

        return drawn

    flat = lambda rng: rng.randrange(18, 98)
    family("age", "flat", ages, old(lambda a, r: a, flat), columns=4, repeat=1)
    family("age", "children too", ages, old(lambda a, r: a, lambda rng: rng.randrange(1, 95)), columns=4, repeat=1)
    family("age", "comma", ages, old(lambda a, r: f"{a},{r.randrange(10)}", flat), columns=4, repeat=1)
    family("age", "two decimals", ages, old(lambda a, r: f"{a + r.random():.2f}", flat), columns=4, repeat=1)
    family("age", "elderly", ages, old(lambda a, r: a, lambda rng: min(max(round(rng.gauss(79, 7)), 62), 99)), columns=4,
           repeat=1)
    for name, form in {"fr": "{} ans", "pl": "{} lat", "fi": "{} v", "hu": "{} éves", "ru": "{} лет", "el": "{} ετών",
                       "ja": "{}歳", "zh": "{}岁", "he": "{} שנים", "ar": "{} سنة", "old": "{} years old", "y/o": "{} y/o",
                       "months": "{} y 4 m", "before": "age {}", "duration": "P{}Y"}.items():
        family("age", f"words {name}", ages, old(lambda a, r, form=form: form.format(a), flat), columns=2, repeat=1)

    post = ["postcode", "PLZ", "zip", "cap"]
    for name, pattern in [("uk joined", "AA99AA".replace("AA99AA", "SW99AA")), ("uk lower", "nw9 9AA"), 
                          ("jp", "999-9999"), ("jp sign", "〒999-9999"), ("nl", "9999 AA"), 
                          ("in spaced", "999 999"), ("se", "999 99"), ("de land", "DE-99999"), ("ar", "B9999AAA"),
                          ("six", "999999"), ("seven", "9999999")]:
        draw = code(pattern)
        family("postcode", name, post, (lambda rng, draw=draw: draw(rng).lower()) if "lower" in name else draw, columns=3, rows=60)
    irish = lambda rng: rng.choice("ACDEFHKNPRTVWXY") + letters(rng, "99") + rng.choice("ACDEFHKNPRTVWXY") \
        + "".join(rng.choice("0123456789ACDEFHKNPRTVWXY") for _ in range(3))
    family("postcode", "ie joined", post, irish, columns=3, rows=60)
    canadian = lambda rng: "".join(rng.choice("abceghjklmnprstvxy") if place % 2 == 0 else rng.choice("0123456789")
                                   for place in range(6))
    family("postcode", "ca lower", post, lambda rng: (lambda t: f"{t[:3]} {t[3:]}")(canadian(rng)), columns=3, rows=60)
    family("postcode", "numbers short", post, lambda rng: rng.randrange(1001, 99950), columns=3, rows=60)
    family("postcode", "four", post, lambda rng: rng.randrange(1000, 9993), columns=3, rows=60)
    family("ip", "mac", ["mac", "device", "host"], lambda rng: ":".join(f"{rng.randrange(256):02X}" for _ in range(6)), columns=3)
    family("ip", "port", ["ip", "client"], lambda rng: f"{rng.randrange(11, 224)}.{rng.randrange(256)}.{rng.randrange(256)}."
           f"{rng.randrange(1, 255)}:{rng.randrange(1024, 65000)}", columns=3)
    family("url", "ftp", ["link", "src"], lambda rng: f"ftp://files.example/{rng.randrange(10**5)}.pdf", columns=3)
    family("url", "share", ["path", "src"], lambda rng: f"\\\\server\\{rng.choice(GIVEN)}\\{rng.randrange(99)}.doc", columns=3)
    family("url", "host", ["host", "machine"], lambda rng: f"ward{rng.randrange(99)}.klinik.example", columns=3)
    notes = ["comment", "notes", "Bemerkung"]
    family("text", "short note", notes, lambda rng: f"{rng.choice(['Called', 'Saw', 'Rang', 'Met'])} "
           f"{rng.choice(['mother', 'husband', 'ward', 'nurse', 'daughter', 'neighbour', 'GP'])}, "
           f"{rng.choice(['will return', 'no answer', 'moved house', 'sold his shop', 'on holiday', 'back to work', 'retired'])}",
           columns=4)
    family("text", "note es", notes, lambda rng: f"{rng.choice(['Refiere', 'Niega', 'Presenta', 'Consulta por'])} "
           f"{rng.choice(['dolor', 'fiebre', 'tos', 'cansancio', 'mareo'])} {rng.choice(['desde ayer', 'al caminar', 'por la noche'])}"
           f" {rng.choice(['en casa', 'en el trabajo', 'con su familia', 'tras la comida', 'sin mejora'])}", columns=4)


AE = {
    "de": "Übelkeit|Erbrechen|Durchfall|Fieber|Müdigkeit|Kopfschmerzen|Schüttelfrost|Hautausschlag|Juckreiz|Blutarmut|"
          "Schwindel|Schlaflosigkeit|Husten|Atemnot|Rückenschmerzen|Gelenkschmerzen|Nasenbluten|Lungenentzündung|Verstopfung|"
          "Bauchschmerzen|Appetitlosigkeit|Ödem|Blutdruckabfall|Herzrasen|Schleimhautentzündung|Harnwegsinfekt|Haarausfall",
    "fr": "Nausées|Vomissements|Diarrhée|Fièvre|Fatigue|Céphalées|Frissons|Éruption cutanée|Prurit|Anémie|Vertiges|Insomnie|"
          "Toux|Dyspnée|Dorsalgie|Arthralgie|Épistaxis|Pneumonie|Constipation|Douleur abdominale|Œdème|Hypotension|"
          "Tachycardie|Mucite|Infection urinaire|Alopécie|Thrombopénie",
    "es": "Náuseas|Vómitos|Diarrea|Fiebre|Fatiga|Cefalea|Escalofríos|Erupción|Prurito|Anemia|Mareos|Insomnio|Tos|Disnea|"
          "Dolor de espalda|Artralgia|Epistaxis|Neumonía|Estreñimiento|Dolor abdominal|Edema|Hipotensión|Taquicardia|Mucositis",
    "it": "Nausea|Vomito|Diarrea|Febbre|Stanchezza|Cefalea|Brividi|Eruzione cutanea|Prurito|Anemia|Vertigini|Insonnia|Tosse|"
          "Dispnea|Mal di schiena|Artralgia|Epistassi|Polmonite|Stipsi|Dolore addominale|Edema|Ipotensione|Tachicardia",
    "pl": "Nudności|Wymioty|Biegunka|Gorączka|Zmęczenie|Ból głowy|Dreszcze|Wysypka|Świąd|Niedokrwistość|Zawroty głowy|Kaszel|"
          "Duszność|Ból pleców|Krwawienie z nosa|Zapalenie płuc|Zaparcie|Ból brzucha|Obrzęk|Niedociśnienie|Bezsenność",
    "ru": "Тошнота|Рвота|Диарея|Лихорадка|Слабость|Головная боль|Озноб|Сыпь|Зуд|Анемия|Головокружение|Бессонница|Кашель|Одышка|"
          "Боль в спине|Артралгия|Пневмония|Запор|Отёк|Гипотензия|Тахикардия|Мукозит|Тромбоцитопения",
    "zh": "发热|贫血|恶心|呕吐|腹泻|乏力|头痛|寒战|皮疹|瘙痒|头晕|失眠|咳嗽|呼吸困难|背痛|关节痛|鼻出血|肺炎|便秘|腹痛|水肿|低血压|血小板减少",
    "ja": "発熱|貧血|悪心|嘔吐|下痢|疲労|頭痛|悪寒|発疹|そう痒症|浮動性めまい|不眠症|咳嗽|呼吸困難|背部痛|関節痛|鼻出血|肺炎|便秘|腹痛|浮腫|低血圧|血小板減少症",
    "ko": "발열|빈혈|오심|구토|설사|피로|두통|오한|발진|가려움증|어지러움|불면증|기침|호흡곤란|등통증|관절통|코피|폐렴|변비|복통|부종|저혈압|혈소판감소증",
    "ar": "حمى|فقر دم|غثيان|قيء|إسهال|تعب|صداع|قشعريرة|طفح جلدي|حكة|دوخة|أرق|سعال|ضيق تنفس|ألم ظهر|التهاب رئوي|إمساك|ألم بطني|وذمة",
}
LEVELS = {
    "de": "keine|leicht|mäßig|schwer|lebensbedrohlich", "fr": "aucune|légère|modérée|sévère", "es": "ninguno|leve|moderado|grave",
    "pl": "brak|łagodny|umiarkowany|ciężki", "ru": "нет|лёгкая|умеренная|тяжёлая", "zh": "无|轻度|中度|重度", "ja": "なし|軽度|中等度|高度|重篤",
    "ko": "없음|경증|중등도|중증", "ar": "لا يوجد|خفيف|متوسط|شديد", "he": "ללא|קל|בינוני|חמור", "hi": "कोई नहीं|हल्का|मध्यम|गंभीर",
    "th": "ไม่มี|เล็กน้อย|ปานกลาง|รุนแรง", "yes de": "ja|nein|unbekannt", "yes fr": "oui|non|inconnu", "yes ja": "はい|いいえ|不明",
    "yes zh": "是|否|未知", "yes ko": "예|아니오|모름", "yes ar": "نعم|لا|غير معروف", "yes he": "כן|לא|לא ידוע", "yes ru": "да|нет|неизвестно",
    "yes th": "ใช่|ไม่ใช่|ไม่ทราบ", "yes el": "ναι|όχι|άγνωστο", "sex ja": "男性|女性|不明", "sex ar": "ذكر|أنثى", "sex de": "männlich|weiblich|divers",
    "response de": "komplette Remission|partielle Remission|stabile Erkrankung|Progress|nicht beurteilbar",
    "response zh": "完全缓解|部分缓解|疾病稳定|疾病进展|无法评估", "response ja": "完全寛解|部分寛解|安定|進行|評価不能",
    "agree es": "Muy de acuerdo|De acuerdo|Indiferente|En desacuerdo|Muy en desacuerdo",
    "agree de": "trifft voll zu|trifft eher zu|teils, teils|trifft eher nicht zu|trifft nicht zu",
    "agree ja": "とてもそう思う|そう思う|どちらでもない|そう思わない|全くそう思わない",
    "often en": "All of the time|Most of the time|Some of the time|A little of the time|None of the time",
    "often sv": "aldrig|sällan|ibland|ofta|alltid", "smoking en": "never smoker|ex-smoker|current smoker",
    "smoking nl": "nooit gerookt|ex-roker|huidige roker", "employment en": "full-time|part-time|retired|student|unemployed|homemaker",
    "marital en": "single|married|divorced|widowed|partnered", "education en": "primary|secondary|vocational|university|none",
    "insurance en": "private|statutory|Medicaid|Medicare|uninsured|self-pay", "weekday de": "Montag|Dienstag|Mittwoch|Donnerstag|Freitag",
    "weekday en": "Mon|Tue|Wed|Thu|Fri|Sat|Sun", "month en": "January|February|March|April|May|June|July|August|October|December",
    "region zh": "华北|华东|华南|西南|西北|东北", "region ja": "北海道|東北|関東|中部|近畿|九州", "donor fr": "apparenté|non apparenté|haplo-identique|sang placentaire",
    "route": "intravenous|oral|subcutaneous|intramuscular|topical|inhaled|rectal|sublingual",
    "specialty": "Haematology|Cardiology|Neurology|Paediatrics|Surgery|Oncology|Radiology|Nephrology|Dermatology|Intensive care",
    "outcome": "recovered|recovering|not recovered|recovered with sequelae|fatal|unknown",
    "causality": "certain|probable|possible|unlikely|conditional|unassessable", "action": "dose not changed|dose reduced|drug interrupted|drug withdrawn",
}
SOC = """Blood and lymphatic system disorders|Cardiac disorders|Congenital, familial and genetic disorders|Ear and labyrinth disorders
Endocrine disorders|Eye disorders|Gastrointestinal disorders|General disorders and administration site conditions|Hepatobiliary disorders
Immune system disorders|Infections and infestations|Injury, poisoning and procedural complications|Investigations
Metabolism and nutrition disorders|Musculoskeletal and connective tissue disorders|Nervous system disorders|Psychiatric disorders
Renal and urinary disorders|Reproductive system and breast disorders|Respiratory, thoracic and mediastinal disorders
Skin and subcutaneous tissue disorders|Social circumstances|Surgical and medical procedures|Vascular disorders"""
COUNTRIES = {
    "fr": "Allemagne|France|Italie|Espagne|Pays-Bas|Belgique|Autriche|Suisse|Pologne|Suède|Norvège|Danemark|Grèce|Turquie|Japon",
    "ja": "日本|ドイツ|フランス|イタリア|スペイン|オランダ|スイス|ポーランド|アメリカ|カナダ|中国|韓国|インド|ブラジル|英国",
    "zh": "中国|德国|法国|意大利|西班牙|荷兰|瑞士|波兰|美国|加拿大|日本|韩国|印度|巴西|英国",
    "ru": "Россия|Германия|Франция|Италия|Испания|Польша|Швеция|Норвегия|Дания|Финляндия|Китай|Япония|Турция|Греция",
    "ar": "مصر|السعودية|العراق|الأردن|لبنان|المغرب|تونس|الجزائر|ألمانيا|فرنسا|إيطاليا|إسبانيا",
}
DRUGS = {
    "de": "Cyclophosphamid|Methotrexat|Prednisolon|Rituximab|Ciclosporin|Mycophenolat|Azathioprin|Heparin|Morphin|Furosemid|Metformin|"
          "Aciclovir|Fluconazol|Vancomycin|Eisen|Folsäure|Paracetamol|Omeprazol|Ramipril|Bisoprolol",
    "es": "Ciclofosfamida|Metotrexato|Prednisona|Rituximab|Ciclosporina|Micofenolato|Azatioprina|Heparina|Morfina|Furosemida|"
          "Metformina|Aciclovir|Fluconazol|Vancomicina|Hierro|Ácido fólico|Paracetamol|Omeprazol|Enalapril",
    "ru": "Циклофосфамид|Метотрексат|Преднизолон|Ритуксимаб|Циклоспорин|Микофенолат|Азатиоприн|Гепарин|Морфин|Фуросемид|Метформин",
    "ja": "シクロホスファミド|メトトレキサート|プレドニゾロン|リツキシマブ|シクロスポリン|タクロリムス|アザチオプリン|ヘパリン|モルヒネ|フロセミド|アシクロビル",
    "brand": "Endoxan|Prograf|CellCept|MabThera|Sandimmun|Imuran|Zovirax|Diflucan|Nplate|Revolade|Doptelet|Enspryng|Soliris|Ultomiris|"
             "Jakavi|Neupogen|Privigen|Octagam|Kiovig|Thymoglobuline",
}
SNOMED = "44054006 73211009 38341003 195967001 22298006 13645005 84114007 49601007 56265001 64859006 396275006 69896004 24700007 35489007"


def harmless_ones(harmless):
    for name, headers, draw in [
        ("diastolic rounded", ["DIABP"], lambda rng: 5 * round(rng.gauss(76, 11) / 5)),
        ("mean pressure", ["MAP"], normal(92, 12)), ("waist", ["WAIST", "waist_cm"], normal(92, 14)),
        ("weight skewed", ["WEIGHT", "gewicht"], lambda rng: f"{72 * 2.718 ** rng.gauss(0, 0.22):.1f}"),
        ("weight pounds", ["weight_lb"], normal(165, 35)), ("weight children", ["WEIGHT"], normal(31, 16, lambda v: f"{abs(v):.1f}")),
        ("respiration", ["RESP"], normal(17, 4)), ("haematocrit", ["HCT"], normal(34, 6, lambda v: f"{v:.1f}")),
        ("mean volume", ["MCV"], normal(90, 7)), ("sodium", ["SODIUM", "NA"], normal(138, 4)), ("potassium", ["K"], normal(4.1, .5, lambda v: f"{v:.1f}")),
        ("visual analogue", ["VAS", "eq_vas"], lambda rng: rng.randrange(0, 101)), ("quality of life", ["QL", "qlq_score"], lambda rng: f"{rng.choice(range(13)) * 100 / 12:.2f}"),
        ("clearance", ["eGFR"], normal(82, 22)), ("fahrenheit", ["TEMP"], normal(98.6, 1.1, lambda v: f"{v:.1f}")),
        ("ejection fraction", ["LVEF"], lambda rng: rng.choice([35, 45, 50, 55, 55, 60, 60, 65, 70])),
        ("performance of children", ["lansky"], lambda rng: rng.choice([100, 90, 80, 70, 60, 50, 40])),
        ("saturation decimal", ["SPO2"], normal(96, 1.6, lambda v: f"{min(v, 100):.1f}")), ("glucose", ["GLUC"], normal(98, 18)),
        ("albumin", ["ALB"], normal(39, 5, lambda v: f"{v:.1f}")), ("height inches", ["height_in"], normal(67, 4)),
        ("iga", ["IGA"], normal(180, 70, lambda v: abs(round(v)))), ("cd4", ["CD4"], normal(410, 220, lambda v: abs(round(v)))),
        ("donor chimerism", ["chim"], lambda rng: f"{min(100, abs(rng.gauss(88, 14))):.1f}"), ("cell dose", ["CD34"], normal(5.2, 2, lambda v: f"{abs(v):.2f}")),
        ("nucleated cells", ["tnc"], lambda rng: f"{abs(rng.gauss(3, 1)):.2f}E8"), ("infused millilitres", ["volume_ml"], normal(240, 70)),
        ("days in hospital", ["los"], lambda rng: rng.randrange(14, 96)), ("days to neutrophils", ["anc_day"], normal(16, 4)),
        ("walk", ["sixmwd"], normal(420, 90)), ("viral load", ["CMV", "copies"], lambda rng: round(10 ** rng.uniform(2, 6.5))),
        ("area under curve", ["AUC"], lambda rng: round(rng.uniform(800, 6200))), ("trough", ["C0"], normal(190, 60)),
        ("sum of days", ["survival"], lambda rng: round(rng.expovariate(1 / 1400)) + 40), ("kilocalories", ["kcal"], normal(1900, 380)),
        ("clock compact", ["LBTM"], lambda rng: f"{rng.randrange(24):02}{rng.randrange(60):02}"),
        ("year of diagnosis", ["dx_year"], lambda rng: rng.randrange(1985, 2025)), ("logarithm", ["log10"], normal(3.2, 1.1, lambda v: f"{v:.3f}")),
        ("standardised", ["z_score"], normal(0, 1, lambda v: f"{v:.2f}")), ("change", ["CHG"], normal(0, 30)),
        ("dose milligrams", ["dose_mg"], lambda rng: rng.choice([5, 7.5, 10, 12.5, 20, 25, 40, 50, 60, 80, 100, 120])),
        ("busulfan exposure", ["bu_auc"], normal(88, 9, lambda v: f"{v:.1f}")), ("units given", ["rbc_units"], lambda rng: rng.randrange(0, 31)),
        ("platelets thousand", ["plt"], lambda rng: f"{rng.randrange(4, 380)} 000"), ("platelets comma", ["plt"], lambda rng: f"{rng.randrange(4, 380)},000"),
        ("comma decimal", ["Wert"], normal(42, 14, lambda v: f"{v:.2f}".replace(".", ","))),
    ]:
        harmless(name, headers, draw, columns=4)
    for name, headers, draw in [
        ("reference range", ["range", "normal"], lambda rng: rng.choice(["135-145", "3.5-5.0", "150-400", "120-160", "4.0-11.0", "<5", "70-99"])),
        ("interval", ["ci95"], lambda rng: f"{rng.random():.2f}-{1 + rng.random():.2f}"), ("mean and sd", ["m_sd"], lambda rng: f"{rng.random() * 9:.1f} ({rng.random():.1f})"),
        ("cycle and day", ["VISIT"], lambda rng: f"Cycle {rng.randrange(1, 13)} Day {rng.choice([1, 8, 15, 22])}"),
        ("cycle short", ["VISIT"], lambda rng: f"C{rng.randrange(1, 13)}D{rng.choice([1, 8, 15, 22])}"), ("visit de", ["Visite"], lambda rng: f"Visite {rng.randrange(1, 14)} (Woche {rng.randrange(1, 53)})"),
        ("visit fr", ["visite"], lambda rng: f"Semaine {rng.randrange(1, 60)}"), ("visit ja", ["visit"], lambda rng: f"{rng.randrange(1, 40)}週目"),
        ("week window", ["window"], lambda rng: f"Week {rng.randrange(1, 53)} (+/- {rng.choice([3, 5, 7])} days)"),
        ("dose regimen", ["dosing"], lambda rng: f"{rng.choice([1, 2, 3])}x{rng.choice([50, 100, 250])} mg, {rng.choice(['i.v.', 'p.o.', 's.c.'])}"),
        ("rule", ["rule"], one("extract-event-after-follow-up|death-before-last-contact|lab-out-of-range|gvhd-after-autologous|type-against-donor|"
                               "duplicate-row|unit-unknown|response-before-transplant|missing-baseline|dose-against-intensity|age-out-of-range|visit-out-of-window")),
        ("form name", ["form"], one("demographics_form|adverse_event_log|lab_results_v2|concomitant_medication|end_of_study|follow_up_visit|informed_consent|"
                                    "eligibility_criteria|drug_accountability|physical_exam|medical_history|transfusion_record")),
        ("state code", ["state"], one("in_remission|not_evaluable|partial_response|complete_response|no_response|relapsed|lost_to_follow_up|died")),
        ("query status", ["status"], one("OPEN|ANSWERED|CLOSED|CANCELLED|RE-OPENED|PENDING_REVIEW")), ("arm words", ["arm"], one("Arm A: Cy + ATG|Arm B: standard of care|Arm C: observation only|Run-in")),
        ("device", ["device", "analyser"], one("Sysmex XN-1000|Cobas 8000|Advia 2120i|ABX Pentra|CELL-DYN Ruby|Vitros 5600|Architect c8000|CliniMACS Plus|Spectra Optia|COBE 2991")),
        ("maker", ["maker"], one("Roche|Siemens Healthineers|Abbott|Beckman Coulter|Miltenyi Biotec|Terumo BCT|Fresenius Kabi|Baxter|Sysmex|Bio-Rad")),
        ("method", ["method"], one("flow cytometry|ELISA|PCR|immunofixation|nephelometry|turbidimetry|electrophoresis|microscopy|culture|sequencing")),
        ("rxnorm", ["RXCUI"], lambda rng: rng.choice([1049502, 197361, 310965, 313782, 860975, 1049221, 5640, 161, 8640, 41493, 121191])),
        ("snomed short", ["SCT"], lambda rng: rng.choice(SNOMED.split())), ("meddra level", ["hlt_code"], lambda rng: rng.randrange(10001000, 10080000)),
        ("icd-10 pcs", ["pcs"], code("3023AX1")), ("icd-11", ["icd11"], code("9A99.9")), ("ops", ["OPS"], lambda rng: letters(rng, "8-805.9")), ("hcpcs", ["hcpcs"], code("J9999")),
        ("icd-9", ["icd9"], lambda rng: f"{rng.randrange(1, 999):03}.{rng.randrange(0, 99)}"), ("mesh", ["MeSH"], lambda rng: f"D0{rng.randrange(10000, 19999)}"),
        ("nci", ["NCIt"], lambda rng: f"C{rng.randrange(2000, 180000)}"), ("cas", ["CAS"], lambda rng: rng.choice("50-18-0 55-98-1 148-82-3 52-24-4 6055-19-2 75607-67-9 59-05-2".split())),
        ("uniprot", ["uniprot"], code("P9A9X9")), ("drugbank", ["drugbank"], lambda rng: f"DB{rng.randrange(1, 17000):05}"), ("enzyme", ["EC"], lambda rng: f"{rng.randrange(1, 7)}.{rng.randrange(1, 20)}.{rng.randrange(1, 30)}.{rng.randrange(1, 140)}"),
        ("hla many", ["hla"], lambda rng: f"{rng.choice(['A', 'B', 'DRB1'])}*{rng.randrange(1, 80):02}:{rng.randrange(1, 99):02}:{rng.randrange(1, 9):02}"),
        ("hla serology", ["hla"], one("A2|A24|B7|B8|B35|B44|DR4|DR15|Cw7|DQ6")), ("isbt", ["product"], lambda rng: f"E{rng.randrange(1, 9999):04}V00"),
        ("transcript", ["tx"], lambda rng: f"NM_{rng.randrange(1000, 999999):06}.{rng.randrange(1, 9)}"), ("protein change", ["protein"], lambda rng: f"p.{rng.choice(['Arg', 'Gly', 'Ser'])}{rng.randrange(20, 900)}{rng.choice(['His', 'Ter', 'Trp'])}"),
        ("locus", ["locus"], lambda rng: f"chr{rng.randrange(1, 22)}:{rng.randrange(10**5, 10**8)}"), ("cosmic", ["cosmic"], lambda rng: f"COSV{rng.randrange(10**7, 10**8)}"),
        ("doi", ["doi"], lambda rng: f"10.1000/xyz{rng.randrange(100, 999)}"), ("kit lot", ["lot"], lambda rng: letters(rng, rng.choice(["99A9999", "LOT99A99", "A9999A"]))),
        ("shelf", ["position"], lambda rng: f"Box {rng.randrange(1, 40)} / {rng.choice('ABCDEFGH')}{rng.randrange(1, 10)}"),
        ("country codes lower", ["ctry"], one("de|fr|it|es|nl|be|at|ch|pl|se|no|dk|fi|gb|pt|gr|tr|jp|us")), ("language", ["lang"], one("German|French|Italian|English|Turkish|Polish|Arabic|Spanish|Dutch|Russian")),
        ("language code", ["lang"], one("de-DE|en-GB|fr-FR|it-IT|nl-NL|pl-PL|es-ES|pt-PT")), ("test codes", ["LBTESTCD"], one("ALB|ALP|ALT|AST|BILI|BUN|CA|CL|CREAT|GGT|GLUC|HCT|HGB|K|LDH|MCH|MCV|PHOS|PLAT|PROT|RBC|SODIUM|URATE|WBC|CRP")),
        ("blood products", ["product"], one("red cell concentrate|platelet apheresis|fresh frozen plasma|granulocytes|cryoprecipitate|whole blood")),
        ("soc", ["AEBODSYS"], one(SOC)), ("duration words", ["dur"], lambda rng: f"{rng.randrange(1, 50)} {rng.choice(['days', 'weeks', 'months'])}"), ("clock twelve", ["t"], lambda rng: f"{rng.randrange(1, 13)}:{rng.randrange(60):02} {rng.choice(['AM', 'PM'])}"),
        ("timer", ["elapsed"], lambda rng: f"{rng.randrange(10):02}:{rng.randrange(60):02}:{rng.randrange(60):02}"), ("triple score", ["apgar"], lambda rng: f"{rng.randrange(1, 10)}/{rng.randrange(1, 10)}/{rng.randrange(1, 11)}"),
        ("tnm", ["TNM"], lambda rng: f"T{rng.randrange(1, 5)}N{rng.randrange(0, 4)}M{rng.randrange(0, 2)}"), ("plus minus", ["crossmatch"], one("+|++|+++|-|(+)")), ("boolean", ["flag"], one("true|false")),
        ("range words", ["cat"], one("<50|50-99|100-149|>=150")), ("grade words", ["grade"], one("Grade 1|Grade 2|Grade 3|Grade 4|Grade 5")), ("roman", ["class"], one("I|II|III|IV|V")),
        ("hospital ward", ["ward"], one("Ward 3B|ICU|BMT unit|Day clinic|Outpatient|Emergency")), ("software", ["sw"], lambda rng: f"R {rng.choice(['4.1.0', '4.2.3', '4.3.1', '4.4.0'])}"),
    ]:
        harmless(name, headers, draw, columns=4)
    for group, headers, lists in [("events", ["AETERM", "event"], AE), ("levels", ["answer", "stufe", "QSORRES"], LEVELS),
                                  ("countries", ["country", "pays"], COUNTRIES), ("drugs", ["drug", "CMTRT"], DRUGS)]:
        for language, words in lists.items():
            harmless(f"{group} {language}", headers, one(words), columns=3)
