#!/usr/bin/env python3
"""Writes development_8.tsv: what deliveries of trials and registries really hold; a held-out part once.

    python3 -m venv venv && venv/bin/pip install faker==40.54.0
    venv/bin/python make_development_8.py

Written without sight of the screen, of its description and of the other parts, but for the names of their families.
Python 3.11; some names and addresses come from Faker 40.54.0 (MIT licence). Fixed seed, the same bytes each run; no
cell stems from a person. Mail and web domains are made up or reserved.
"""
import random, zlib, datetime, os
from faker import Faker
OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'development_8.tsv')
R = random.Random(0)
FK = {}
def fk(loc):
    if loc not in FK: FK[loc] = Faker(loc)
    return FK[loc]
FAM = []
MISS = {'de': ['k.A.', 'unbekannt', 'n.b.', '-'], 'en': ['NA', 'unknown', 'ND', 'N/A', '.'], 'fr': ['NC', 'inconnu', 'NR', 'ND'],
 'es': ['ND', 'desconocido', 'no consta', 'NC'], 'it': ['n.d.', 'non noto', 'ND'], 'pt': ['ND', 'desconhecido', 'não informado'],
 'nl': ['onbekend', 'nvt', 'n.b.'], 'pl': ['brak', 'bd', 'nieznane'], 'cs': ['neuvedeno', 'nezn.', 'x'], 'sv': ['okänt', 'saknas', 'ej känt'],
 'da': ['ukendt', 'mangler'], 'no': ['ukjent', 'mangler'], 'fi': ['ei tiedossa', 'puuttuu'], 'tr': ['bilinmiyor', 'yok'], 'ru': ['н/д', 'неизв.', 'нет данных'],
 'uk': ['н/д', 'невідомо'], 'ja': ['不明', '未記入', '－'], 'zh': ['不详', '无', '未知'], 'tw': ['不詳', '未知'], 'ko': ['미상', '모름', '없음'], 'hu': ['nincs adat', 'ismeretlen'],
 'el': ['άγνωστο', 'Δ/Υ'], 'ro': ['necunoscut', 'nu se știe'], 'he': ['לא ידוע'], 'ar': ['غير معروف', 'لا يوجد'], 'th': ['ไม่ทราบ', '-'], 'vi': ['không rõ', '-'],
 'hr': ['nepoznato', '-'], 'bg': ['няма данни', '-'], 'fa': ['نامشخص'], '': ['NA', '.', '-999', 'NULL']}
def F(kind, fam, names, gen, lang='en', long=None, miss=None, words=True):
    assert len(names) == 2, fam
    FAM.append((kind, fam, names, gen, lang, long, miss, words))
def c(*xs): return R.choice(xs)
def ri(a, b): return R.randint(a, b)
def dg(n): return ''.join(R.choice('0123456789') for _ in range(n))
def dg1(n): return R.choice('123456789') + dg(n - 1)
def L(n, a='ABCDEFGHJKLMNPRSTUVWXYZ'): return ''.join(R.choice(a) for _ in range(n))
def date(a=2009, b=2024): return datetime.datetime(a, 1, 1) + datetime.timedelta(days=ri(0, (b - a + 1) * 365 - 1), minutes=ri(400, 1150), seconds=ri(0, 59))
def birth(): return date(1938, 2006)
def luhn(s):
    t = 0
    for i, ch in enumerate(reversed(s)):
        v = int(ch) * (2 if i % 2 == 0 else 1); t += v - 9 if v > 9 else v
    return str(-t % 10)
def wsum(s, w): return sum(int(a) * b for a, b in zip(s, w))
def fn(loc): return fk(loc).first_name()
ODDN = ('Schlauchin', 'بن لادن', 'Pepito')   # oddities of the generator's lists
def ln(loc):
    while True:
        v = fk(loc).last_name()
        if not any(o in v for o in ODDN): return v
TR = str.maketrans({'ä': 'ae', 'ö': 'oe', 'ü': 'ue', 'ß': 'ss', 'Ä': 'AE', 'Ö': 'OE', 'Ü': 'UE'})
import unicodedata
def strip(s): return ''.join(x for x in unicodedata.normalize('NFD', s.replace('ł', 'l').replace('Ł', 'L').replace('ø', 'o').replace('ı', 'i')) if not unicodedata.combining(x))
def moji(s): return s.encode('utf-8').decode('latin-1').replace('\x9f', '\u0178').replace('\x84', '\u201e').replace('\x96', '\u2013').replace('\x9c', '\u0153')

# ---------------------------------------------------------------- names
F('name', 'Hausarzt mit Dr. med. und Ort', ['Hausarzt', 'zuweisender_Arzt'], lambda: f"{c('Dr. med.','Dr.','Dr. med.','Prof. Dr.','')} {fn('de_DE')[0]+'.' if R.random()<.4 else fn('de_DE')} {ln('de_DE')}".strip() + (f", {fk('de_DE').city_name()}" if R.random() < .3 else ''), 'de', .4)
F('name', 'Patient SAP Nachname Komma Vorname gross', ['PATIENTENNAME', 'Pat_Name'], lambda: f"{ln('de_DE')}, {fn('de_DE')}".translate(TR).upper(), 'de')
F('name', 'Nachname allein mit zerschossenen Umlauten', ['Nachname', 'Familienname'], lambda: moji(c(ln('de_DE'), ln('de_AT'), c('Müller', 'Schröder', 'Köhler', 'Böhm', 'Jäger', 'Größl', 'Krüger', 'Schäfer', 'Bäcker'))), 'de')
F('name', 'prénom puis NOM capitales', ['patient', 'nom_prenom_patient'], lambda: (f"{c('M. ','')}{fk('fr_FR').first_name_male()}" if R.random() < .5 else f"{c('Mme ','')}{fk('fr_FR').first_name_female()}") + f" {ln('fr_FR').upper()}", 'fr')
F('name', 'nom marital et nom de naissance', ['nom_usage', 'nom_naissance'], lambda: ln('fr_FR').upper() + (f" née {ln('fr_FR').upper()}" if R.random() < .35 else f" ({fn('fr_FR')})" if R.random() < .3 else f" {fn('fr_FR')}"), 'fr')
F('name', 'achternaam met voorletters en tussenvoegsel', ['achternaam', 'naam_patient'], lambda: f"{c('Jansen','Bakker','Visser','Smit','Meijer','Boer','Vries','Dijk','Berg','Bosch','Wijngaarden','Hoekstra',ln('nl_NL'))}, {L(1)}.{L(1)+'.' if R.random()<.5 else ''}{c('',' de',' van',' van der',' van den','')}", 'nl')
F('name', 'фамилия с инициалами лечащего', ['ФИО', 'лечащий_врач'], lambda: f"{ln('ru_RU')} {fn('ru_RU')[0]}.{c('',' ')}{R.choice('АВГДЕИМНОПС')}.", 'ru', .4)
F('name', 'ФИО полностью с отчеством прописью', ['ФИО пациента', 'пациент'], lambda: (lambda f: f"{f.last_name_male()} {f.first_name_male()} {f.middle_name_male()}" if R.random() < .5 else f"{f.last_name_female()} {f.first_name_female()} {f.middle_name_female()}")(fk('ru_RU')), 'ru')
F('name', '患者氏名 全角空白', ['患者氏名', '氏名'], lambda: f"{ln('ja_JP')}{c('　','　',' ')}{fn('ja_JP')}{c('','','',' 様')}", 'ja')
KANA = str.maketrans({a: b for a, b in zip('アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワンッャュョ', 'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝｯｬｭｮ')})
def half(s): return unicodedata.normalize('NFD', s).translate(KANA).replace('\u3099', 'ﾞ').replace('\u309a', 'ﾟ').replace('ー', 'ｰ')
F('name', 'ｶﾅ氏名 半角', ['カナ氏名', '患者カナ'], lambda: half(f"{fk('ja_JP').last_kana_name()} {fk('ja_JP').first_kana_name()}"), 'ja')
F('name', '환자 성명 일부 담당의', ['환자명', '담당의'], lambda: ln('ko_KR') + fn('ko_KR') + c('', '', '', ' 교수', ' 님'), 'ko', .4)
F('name', '姓名 住院患者', ['患者姓名', '姓名'], lambda: ln('zh_CN') + fn('zh_CN'), 'zh')
F('name', 'hasta adı soyadı büyük harf', ['HASTA_ADI_SOYADI', 'Adı Soyadı'], lambda: f"{fn('tr_TR')} {ln('tr_TR')}".replace('i', 'İ').upper(), 'tr')
F('name', 'apellidos dobles coma nombre', ['Apellidos y nombre', 'PACIENTE'], lambda: (lambda s: s.upper() if R.random() < .5 else s)(f"{ln('es_ES')} {ln('es_ES')}, {fn('es_ES')}"), 'es')
F('name', 'cognome nome maiuscolo cartella', ['COGNOME_NOME', 'paziente'], lambda: f"{ln('it_IT')} {fn('it_IT')}".upper(), 'it')
F('name', 'nome completo do doente com partículas', ['Nome do doente', 'nome_completo'], lambda: f"{fn('pt_PT')} {fn('pt_PT') if R.random()<.4 else ''} {ln('pt_PT')} {c('','da','dos','de','e')} {ln('pt_PT')}".replace('  ', ' ').replace('  ', ' '), 'pt')
F('name', 'nazwisko i imię lekarza prowadzącego', ['lekarz_prowadzacy', 'Nazwisko i imię'], lambda: f"{c('','lek. med. ','dr n. med. ','prof. ')}{fn('pl_PL')} {ln('pl_PL')}", 'pl', .5)
F('name', 'jméno s tituly MUDr. za čárkou', ['ošetřující lékař', 'jmeno_pacienta'], lambda: f"{ln('cs_CZ')} {fn('cs_CZ')}{c('',', MUDr.',', MUDr., Ph.D.','','')}", 'cs', .4)
F('name', 'efternamn förnamn journal', ['patientnamn', 'Namn'], lambda: f"{ln('sv_SE')}, {fn('sv_SE')}{c('',' '+fn('sv_SE'))}", 'sv')
F('name', 'sukunimi etunimi hoitava', ['Potilaan nimi', 'hoitava_laakari'], lambda: f"{ln('fi_FI')} {fn('fi_FI')}", 'fi', .3)
F('name', 'ονοματεπώνυμο κεφαλαία χωρίς τόνους', ['ΟΝΟΜΑΤΕΠΩΝΥΜΟ', 'ασθενής'], lambda: strip(f"{ln('el_GR')} {fn('el_GR')}").upper(), 'el')
F('name', 'beteg neve dr. előtaggal', ['beteg neve', 'kezelőorvos'], lambda: f"{c('','','Dr. ','dr. ')}{ln('hu_HU')}{c('','','né')} {fn('hu_HU')}", 'hu', .3)
F('name', 'اسم المريض الثلاثي', ['اسم المريض', 'الاسم الكامل'], lambda: f"{fn('ar_SA')} {fn('ar_AA')} {ln('ar_SA')}", 'ar')
F('name', 'PACS patient with carets and prefix', ['PatientName', 'PATIENT_NM'], lambda: f"{ln('en_US')}^{fn('en_US')}^{c('',L(1),L(1))}{c('','','^^MR','^^MRS')}".upper(), 'en')
F('name', 'EDC audit full name with role', ['Signed By', 'LastModifiedUser'], lambda: f"{fn('en_US')} {ln('en_GB')} ({c('Investigator','CRC','Data Manager','Sub-I','Study Nurse','CRA')})", 'en', .8)
F('name', 'investigator with degrees behind', ['Principal Investigator', 'attending_md'], lambda: f"{fn('en_US')} {L(1)}. {ln('en_US')}, {c('MD','MD, PhD','DO','MBBS','NP','PharmD')}", 'en', .7)
F('name', 'donor kin name with relation first', ['donor_name', 'Emergency contact'], lambda: (f"{c('brother','father','son','husband')}{c(': ',' - ',' ')}{fk('en_GB').first_name_male()}" if R.random() < .5 else f"{c('sister','mother','daughter','Wife')}{c(': ',' - ',' ')}{fk('en_GB').first_name_female()}") + f" {ln('en_GB')}", 'en')
F('name', 'Indian patient with S/o or W/o', ['Patient Name', 'PTNAME'], lambda: f"{c('Mr. ','Mrs. ','Ms. ','Master ','')}{fn('en_IN')} {ln('en_IN')}{c('','',' S/o '+fn('en_IN'),' W/o '+fn('en_IN'),' D/o '+fn('en_IN'))}", 'en')
F('name', 'họ tên bệnh nhân in hoa', ['Họ và tên', 'ho_ten_bn'], lambda: f"{c('Nguyễn','Trần','Lê','Phạm','Hoàng','Huỳnh','Vũ','Võ','Đặng','Bùi','Đỗ','Hồ','Ngô','Dương','Lý')} {c('Thị','Văn','Minh','Ngọc','Đức','Thanh')} {c('Lan','Hùng','Mai','Phúc','Hương','Tuấn','Linh','Dũng','Hạnh','Quân','Yến','Khánh','Trang','Nam','Thảo','Sơn')}".upper(), 'vi')
F('name', 'numele pacientului nume prenume', ['Nume și prenume', 'pacient'], lambda: f"{ln('ro_RO').upper()} {fn('ro_RO')}{c('','-'+fn('ro_RO'))}", 'ro')
F('name', 'שם מטופל משפחה ופרטי', ['שם המטופל', 'שם משפחה ופרטי'], lambda: f"{ln('he_IL')} {fn('he_IL')}", 'he')
F('name', 'прізвище імʼя по батькові ініціали', ['ПІБ', 'Прізвище'], lambda: f"{ln('uk_UA')} {fn('uk_UA')[0]}.{R.choice('АВОМІПСЮ')}.", 'uk')

# ---------------------------------------------------------------- contact
DOM = ['example.org', 'example.com', 'klinik-nord.example', 'mail.example', 'hopital-sud.example', 'stmary.example', 'webpost.test', 'uni-hospital.example', 'postkasten.test']
def mailname(loc): return strip((fn(loc) + c('.', '_', '') + ln(loc)).translate(TR)).lower().replace(' ', '').replace("'", '')
F('contact', 'study nurse institutional mail', ['contact_email', 'CRC e-mail'], lambda: mailname('en_US') + '@' + R.choice(DOM), 'en', .6)
F('contact', 'private Mail mit Ziffern hinten', ['E-Mail', 'email_patient'], lambda: mailname('de_DE') + c('', str(ri(1, 99)), str(ri(1950, 2003))) + '@' + c('web.example', 'gmx.test', 'post.example', 'tele-online.test'), 'de')
F('contact', 'courriel du médecin traitant', ['courriel', 'mail_medecin'], lambda: c('dr.', '', 'cabinet.') + mailname('fr_FR') + '@' + c('orange.example', 'cabinet.example', 'chu-est.example', 'wanadou.test'), 'fr')
F('contact', 'correo electrónico del familiar', ['correo', 'correo_e'], lambda: (lambda s: s.upper() if R.random() < .2 else s)(mailname('es_MX') + c('', dg(2)) + '@' + c('correo.example', 'hotmal.test', 'salud.example')), 'es')
F('contact', 'Telefon mit Vorwahl und Bindestrich tagsüber', ['Telefon', 'Tel_privat'], lambda: f"0{c('30','40','89','221','6221','7071','5131','341')}{c('-','/',' / ')}{dg1(ri(5,7))}{c('',' (abends)',' p.','')}", 'de')
F('contact', 'Mobilnummer Österreich verkürzt', ['Handy', 'Mobil'], lambda: f"{c('0664','0676','0699','+43 664','+43 676')}{c('/',' ')}{dg1(3)} {dg(2)} {dg(2)}", 'de')
F('contact', 'téléphone avec indicatif et zéro entre parenthèses', ['telephone', 'tel_portable'], lambda: f"+33 (0){c(6,7,1,4)} {dg(2)} {dg(2)} {dg(2)} {dg(2)}" if R.random() < .5 else f"0{c(6,7,1,4)}-{dg(2)}-{dg(2)}-{dg(2)}-{dg(2)}", 'fr')
F('contact', 'French mobile lost leading zero in Excel', ['tel', 'portable'], lambda: f"{c(6,6,7)}{dg(8)}", 'fr', words=False)
F('contact', 'US phone of patient with time to call', ['Home Phone', 'PHONE1'], lambda: f"({ri(201,989)}) {ri(200,999)}-{dg(4)}{c('','',' cell',' after 5pm',' ok to leave msg')}", 'en')
F('contact', 'UK landline with 07 mobile mixed', ['Contact number', 'GP telephone'], lambda: c(f"07{dg(3)} {dg(6)}", f"01{dg(3)} {dg(6)}", f"020 {dg(4)} {dg(4)}"), 'en')
F('contact', 'telefono cellulare con prefisso 39', ['telefono', 'cellulare'], lambda: c(f"+39 3{dg(2)} {dg(7)}", f"3{dg(2)}/{dg(7)}", f"0{ri(2,9)}{dg(1)}-{dg(7)}"), 'it')
F('contact', 'telefon komórkowy w trójkach', ['telefon', 'nr_tel'], lambda: f"{c('','+48 ','48 ')}{c(5,6,7,8)}{dg(2)}{c(' ','-')}{dg(3)}{c(' ','-')}{dg(3)}", 'pl')
F('contact', 'telemóvel e fixo de Portugal', ['telemóvel', 'contacto'], lambda: c(f"9{c(1,2,3,6)}{dg(7)}", f"9{c(1,2,3,6)}{dg(1)} {dg(3)} {dg(3)}", f"2{dg(2)} {dg(3)} {dg(3)}"), 'pt')
F('contact', 'celular DDD paciente', ['Celular', 'fone_contato'], lambda: f"({c(11,21,31,41,51,71,81)}) 9{dg(4)}-{dg(4)}{c('','',' recado',' (mãe)')}", 'pt')
F('contact', '携帯 自宅 電話番号', ['電話番号', '連絡先'], lambda: c(f"0{c(7,8,9)}0-{dg(4)}-{dg(4)}", f"0{c(3,6)}-{dg(4)}-{dg(4)}", f"0{ri(11,99)}-{dg(3)}-{dg(4)}"), 'ja')
F('contact', '联系电话 手机', ['联系电话', '手机号码'], lambda: f"1{c(3,5,7,8,9)}{dg(9)}", 'zh')
F('contact', '보호자 연락처', ['보호자연락처', '휴대폰'], lambda: f"010{c('-','-','.')}{dg1(4)}{c('-','-','.')}{dg(4)}{c('','','(모)','(배우자)')}".replace('.', '-'), 'ko')
F('contact', 'телефон родственника с восьмёркой', ['телефон', 'конт_тел'], lambda: f"{c('8','+7')}{c('-9'+dg(2)+'-',' (9'+dg(2)+') ')}{dg(3)}-{dg(2)}-{dg(2)}{c('',' жена',' мать','')}", 'ru')
F('contact', 'Adresse Strasse PLZ Ort einzeilig', ['Anschrift', 'Adresse'], lambda: f"{fk('de_DE').street_name()} {ri(1,140)}{c('','','a','b')}, {fk('de_DE').postcode()} {fk('de_DE').city_name()}", 'de')
F('contact', 'rue et numéro du patient', ['adresse', 'adresse_1'], lambda: fk('fr_FR').street_address() + c('', ' Bât. ' + L(1), ' appt ' + str(ri(1, 60))), 'fr')
F('contact', 'via e numero civico residenza', ['indirizzo', 'residenza'], lambda: f"{c('Via','Via','Viale','Piazza','Corso','Strada')} {fn('it_IT')} {ln('it_IT')}{c(', ',' n. ',' ')}{ri(1,180)}{c('','/A',' int. '+str(ri(1,20)))}", 'it')
F('contact', 'US street address mixed case', ['Street Address', 'ADDR_LINE1'], lambda: (lambda s: s.upper() if R.random() < .3 else s)(fk('en_US').street_address()), 'en')
F('contact', 'straat huisnummer woonplaats', ['adres', 'straat_huisnr'], lambda: f"{fk('nl_NL').street_name()} {ri(1,300)}{c('','','a','-'+str(ri(1,9)))}", 'nl')
F('contact', 'ulica i numer mieszkania', ['adres zamieszkania', 'ulica'], lambda: f"{c('ul. ','','al. ')}{fk('pl_PL').street_name()} {ri(1,120)}{c('','/'+str(ri(1,80)),' m. '+str(ri(1,80)))}", 'pl')
F('contact', '住所 都道府県から', ['住所', '患者住所'], lambda: fk('ja_JP').prefecture() + fk('ja_JP').city() + f"{c('本町','栄町','東','中央','緑町')}{ri(1,9)}-{ri(1,30)}-{ri(1,20)}", 'ja')
F('contact', 'gatuadress med lägenhet', ['gatuadress', 'Adress hem'], lambda: f"{fk('sv_SE').street_name()} {ri(1,99)}{c('',' A',' lgh 1'+dg(3),' B')}", 'sv')
F('contact', 'cím irányítószám város utca', ['lakcím', 'cím'], lambda: f"{ri(1011,9985)} {fk('hu_HU').city()}, {ln('hu_HU')} {c('utca','u.','út','tér')} {ri(1,130)}.{c('',' '+str(ri(1,4))+'/'+str(ri(1,12)))}", 'hu')

# ---------------------------------------------------------------- national
def yymmdd(d): return d.strftime('%y%m%d')
def pesel():
    d = birth(); m = d.month + (20 if d.year >= 2000 else 0); s = f"{d.year%100:02d}{m:02d}{d.day:02d}" + dg(4)
    return s + str(-wsum(s, (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)) % 10)
F('national', 'PESEL jako liczba', ['PESEL', 'nr_pesel'], pesel, 'pl')
ODD = dict(zip('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', [1,0,5,7,9,13,15,17,19,21,1,0,5,7,9,13,15,17,19,21,2,4,18,20,11,3,6,8,12,14,16,10,22,25,24,23]))
def cf():
    d = birth(); cons = 'BCDFGLMNPRSTVZ'
    s = L(3, cons) + L(3, cons) + f"{d.year%100:02d}" + 'ABCDEHLMPRST'[d.month - 1] + f"{d.day + c(0,40):02d}" + c('H501', 'F205', 'L219', 'A944', 'D612', 'F839', 'G273', 'A662')
    ev = lambda ch: int(ch) if ch.isdigit() else ord(ch) - 65
    t = sum(ODD[x] if i % 2 == 0 else ev(x) for i, x in enumerate(s)); return s + chr(65 + t % 26)
F('national', 'codice fiscale minuscolo e maiuscolo', ['CODICE_FISCALE', 'cod_fisc'], lambda: (lambda s: s.lower() if R.random() < .3 else s)(cf()), 'it')
def nir():
    d = birth(); s = f"{c(1,2)}{d.year%100:02d}{d.month:02d}{ri(1,95):02d}{ri(1,400):03d}{ri(1,600):03d}"; k = 97 - int(s) % 97
    return c(f"{s[0]} {s[1:3]} {s[3:5]} {s[5:7]} {s[7:10]} {s[10:]} {k:02d}", f"{s}{k:02d}", f"{s} {k:02d}")
F('national', 'NIR avec et sans clé espacée', ['NIR', 'num_secu'], nir, 'fr')
F('national', 'NIR as scientific notation by Excel with some whole', ['N_SS', 'no_securite_sociale'], lambda: (lambda s: f"{s[0]},{s[1:6]}E+14" if R.random() < .35 else s)(nir().replace(' ', '').ljust(15, '0')), 'fr')
def pnr(full=True, sep='-'):
    d = birth(); s = yymmdd(d) + dg(3); s += luhn(s); return (str(d.year)[:2] if full else '') + s[:6] + sep + s[6:]
F('national', 'personnummer tolv siffror bindestreck', ['personnummer', 'Pnr'], lambda: pnr(R.random() < .8, c('-', '-', '')), 'sv')
F('national', 'CPR-nummer tabt foranstillet nul', ['CPR', 'cprnr'], lambda: (lambda d: f"{d.day}{d.month:02d}{d.year%100:02d}" + dg(4) if R.random() < .6 else f"{d.day:02d}{d.month:02d}{d.year%100:02d}-" + dg(4))(birth()), 'da')
def fnr():
    while True:
        d = birth(); s = d.strftime('%d%m%y') + f"{ri(0,499):03d}"; k = 11 - wsum(s, (3, 7, 6, 1, 8, 9, 4, 5, 2)) % 11; k = 0 if k == 11 else k
        if k == 10: continue
        s += str(k); k = 11 - wsum(s, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)) % 11; k = 0 if k == 11 else k
        if k == 10: continue
        return s[:6] + c('', ' ') + s[6:] + str(k)
F('national', 'fødselsnummer elleve siffer', ['fodselsnummer', 'fnr'], fnr, 'no')
def hetu():
    d = birth(); n = ri(2, 899); s = d.strftime('%d%m%y'); return s + ('A' if d.year >= 2000 else '-') + f"{n:03d}" + '0123456789ABCDEFHJKLMNPRSTUVWXY'[int(s + f"{n:03d}") % 31]
F('national', 'HETU tunnus väliviivalla', ['henkilotunnus', 'HETU'], hetu, 'fi')
def bsn():
    while True:
        s = dg1(8); k = wsum(s, (9, 8, 7, 6, 5, 4, 3, 2)) % 11
        if k < 10: return s + str(k)
F('national', 'BSN met punten', ['BSN', 'burgerservicenr'], lambda: (lambda s: c(s, s, f"{s[:4]}.{s[4:6]}.{s[6:]}"))(bsn()), 'nl')
def rrn_be():
    d = birth(); s = yymmdd(d) + f"{ri(1,997):03d}"; k = 97 - int(('2' if d.year >= 2000 else '') + s) % 97; return f"{s[:2]}.{s[2:4]}.{s[4:6]}-{s[6:]}.{k:02d}"
F('national', 'INSZ rijksregister met punten en streep', ['INSZ', 'rijksregisternr'], rrn_be, 'nl')
def ahv():
    s = '756' + dg(9); k = -wsum(s, (1, 3) * 6) % 10; s += str(k); return c(f"{s[:3]}.{s[3:7]}.{s[7:11]}.{s[11:]}", s)
F('national', 'AHV neu mit und ohne Punkte', ['AHV-Nr', 'AHVN13'], ahv, 'de')
def svnr():
    while True:
        d = birth(); a = dg1(3); b = d.strftime('%d%m%y'); k = (wsum(a, (3, 7, 9)) + wsum(b, (5, 8, 4, 2, 1, 6))) % 11
        if k < 10: return f"{a}{k}{c(' ','','/')}{b}"
F('national', 'SVNR Geburtsdatum hinten', ['SVNR', 'Sozialvers_Nr'], svnr, 'de')
def kvnr():
    a = R.choice('ABCDEFGHIJKLMNOPRSTUVWXYZ'); s = dg(8); t = f"{ord(a)-64:02d}" + s
    k = 0
    for i, ch in enumerate(t): v = int(ch) * (1 + i % 2); k += v - 9 if v > 9 else v
    return a + s + str(k % 10)
F('national', 'Krankenversichertennummer eGK Buchstabe voran', ['KVNR', 'Versichertennummer'], kvnr, 'de')
def nhs():
    while True:
        s = dg1(9); k = 11 - wsum(s, range(10, 1, -1)) % 11; k = 0 if k == 11 else k
        if k < 10: s += str(k); return c(f"{s[:3]} {s[3:6]} {s[6:]}", s, f"{s[:3]}-{s[3:6]}-{s[6:]}")
F('national', 'NHS number mixed grouping', ['NHS Number', 'nhs_no'], nhs, 'en')
F('national', 'CHI Scottish birth date first', ['CHI', 'chi_number'], lambda: birth().strftime('%d%m%y') + dg(4), 'en')
F('national', 'US SSN with and without dashes', ['SSN', 'Social Security #'], lambda: f"{ri(1,665):03d}-{ri(1,99):02d}-{ri(1,9999):04d}" if R.random() < .85 else f"{ri(1,665):03d}{ri(1,99):02d}{ri(1,9999):04d}", 'en')
def cpf():
    s = dg(9)
    for n in (10, 11):
        k = wsum(s, range(n, 1, -1)) * 10 % 11; s += str(k % 10)
    return c(f"{s[:3]}.{s[3:6]}.{s[6:9]}-{s[9:]}", f"{s[:9]}-{s[9:]}")
F('national', 'CPF do paciente', ['CPF', 'cpf_paciente'], cpf, 'pt')
def dni(): n = ri(10000000, 79999999); return f"{n}{c('','-')}{'TRWAGMYFPDXBNJZSQVHLCKE'[n%23]}" if R.random() < .85 else (lambda m, p: f"{'XYZ'[p]}{m:07d}{'TRWAGMYFPDXBNJZSQVHLCKE'[(p*10000000+m)%23]}")(ri(1, 9999999), ri(0, 2))
F('national', 'DNI y NIE juntos', ['DNI/NIE', 'num_documento'], dni, 'es')
def rut():
    n = ri(4000000, 25000000); t = sum(int(x) * (2 + i % 6) for i, x in enumerate(reversed(str(n)))); k = 11 - t % 11; return f"{n:,}".replace(',', c('.', '.', '')) + '-' + ('0' if k == 11 else 'K' if k == 10 else str(k))
F('national', 'RUT chileno con puntos', ['RUT', 'rut_paciente'], rut, 'es')
F('national', 'CURP de derechohabiente', ['CURP', 'curp_pac'], lambda: (lambda d: L(1, 'BCGLMPRSV') + L(1, 'AEIOU') + L(2, 'CGLMPRSV') + yymmdd(d) + c('H', 'M') + c('DF', 'JC', 'NL', 'PL', 'VZ', 'GT') + L(3, 'BCDLMNRST') + c('0', 'A') + dg(1))(birth()), 'es')
def rc():
    while True:
        d = date(1955, 2003); s = f"{d.year%100:02d}{d.month + c(0,50):02d}{d.day:02d}" + dg(3); k = int(s) % 11
        if k < 10: s += str(k); return s[:6] + c('/', '/', '') + s[6:]
F('national', 'rodné číslo s lomítkem i bez', ['rodne_cislo', 'RČ'], rc, 'cs')
def cnp():
    d = birth(); s = str((5 if d.year >= 2000 else 1) + c(0, 1)) + yymmdd(d) + f"{ri(1,46):02d}{ri(1,999):03d}"; k = wsum(s, (2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9)) % 11; return s + str(1 if k == 10 else k)
F('national', 'CNP românesc întreg', ['CNP', 'cnp_pacient'], cnp, 'ro')
def egn():
    d = birth(); s = f"{d.year%100:02d}{d.month+(40 if d.year>=2000 else 0):02d}{d.day:02d}" + dg(3); return s + str(wsum(s, (2, 4, 8, 5, 10, 9, 7, 3, 6)) % 11 % 10)
F('national', 'ЕГН на пациента', ['ЕГН', 'EGN'], egn, 'bg')
def taj(): s = dg(8); s += str(wsum(s, (3, 7) * 4) % 10); return c(f"{s[:3]} {s[3:6]} {s[6:]}", f"{s[:3]}-{s[3:6]}-{s[6:]}", s)
F('national', 'TAJ szám hármasával', ['TAJ', 'taj_szam'], taj, 'hu')
def amka(): s = birth().strftime('%d%m%y') + dg(4); return s + luhn(s)
F('national', 'ΑΜΚΑ έντεκα ψηφία', ['ΑΜΚΑ', 'AMKA'], amka, 'el')
def tck():
    s = dg1(9); a = sum(map(int, s[::2])); b = sum(map(int, s[1::2])); k = (a * 7 - b) % 10; s += str(k); return s + str(sum(map(int, s)) % 10)
F('national', 'TC kimlik no hasta', ['TC_KIMLIK_NO', 'TCKN'], tck, 'tr')
def snils():
    s = dg(9); k = wsum(s, range(9, 0, -1)) % 101 % 100; return f"{s[:3]}-{s[3:6]}-{s[6:]} {k:02d}"
F('national', 'СНИЛС с пробелом перед контролем', ['СНИЛС', 'snils'], snils, 'ru')
def cn18():
    s = c('110105', '310104', '440106', '510107', '420106', '320102') + birth().strftime('%Y%m%d') + dg(3); return s + '10X98765432'[wsum(s, (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)) % 11]
F('national', '身份证号 十八位', ['身份证号', '身份证号码'], cn18, 'zh')
F('national', '주민등록번호 뒷자리 가림', ['주민번호', '주민등록번호'], lambda: (lambda d: yymmdd(d) + '-' + str((3 if d.year >= 2000 else 1) + c(0, 1)) + (dg(6) if R.random() < .6 else '******'))(birth()), 'ko')
F('national', 'NRIC of Singapore patients', ['NRIC', 'NRIC/FIN'], lambda: (lambda s: 'S' + s + 'JZIHGFEDCBA'[wsum(s, (2, 7, 6, 5, 4, 3, 2)) % 11])(dg(7)), 'en')
def med(): s = str(ri(2, 6)) + dg(7); return f"{s[:4]} {s[4:]}{wsum(s,(1,3,7,9,1,3,7,9))%10} {ri(1,4)}"
F('national', 'Medicare Australia with reference digit', ['Medicare No', 'medicare_irn'], med, 'en')
F('national', 'Swiss insured card number 80756', ['VeKa-Nr', 'Versichertenkartennr'], lambda: '80756' + dg(5) + dg(10), 'de')

# ---------------------------------------------------------------- record
F('record', 'SAP ISH Fallnummer zehnstellig', ['Fallnummer', 'FALNR'], lambda: '00' + str(ri(10, 99)) + dg(6), 'de', .3)
F('record', 'Aufnahmenummer mit Jahr und Schrägstrich', ['Aufnahme-Nr', 'Krankenblattnr'], lambda: f"{ri(2009,2023)}/{ri(1,99999):05d}", 'de')
F('record', 'IPP du CHU', ['IPP', 'num_dossier'], lambda: '8' + dg(9) if R.random() < .8 else f"80{dg(2)} {dg(3)} {dg(3)}", 'fr', .3)
F('record', 'MRN labelled in cells', ['MRN', 'Med Rec #'], lambda: c('MRN ', 'MRN: ', 'MRN#', 'mrn ') + dg1(ri(7, 8)), 'en')
F('record', 'Epic CSN encounter', ['PAT_ENC_CSN_ID', 'CSN'], lambda: '1' + dg(9), 'en', .2)
F('record', 'hospital number letter and six digits', ['Hospital No', 'UPN hospital'], lambda: c('K', 'R', 'Z', 'X', 'M') + dg1(6), 'en', .3)
F('record', 'número de historia clínica', ['NHC', 'historia_clinica'], lambda: c('', '', 'HC-', 'NHC ') + dg1(ri(5, 7)), 'es')
F('record', 'numero cartella clinica con anno', ['num_cartella', 'Cartella clinica'], lambda: f"{ri(2010,2023)}{dg(6)}" if R.random() < .7 else f"{dg1(5)}/{ri(10,23)}", 'it')
F('record', 'nr historii choroby i księgi głównej', ['nr_historii_choroby', 'nr ks. gł.'], lambda: f"{c('','KG ','')}{ri(100,39999)}/{c(ri(10,23),ri(2010,2023))}", 'pl')
F('record', '診察券番号 ID', ['患者ID', '診察券番号'], lambda: c(f"{dg(8)}", f"{dg(2)}-{dg(4)}-{dg(2)}"), 'ja', .3)
F('record', '住院号 病案号', ['住院号', '病案号'], lambda: c('', '', 'ZY', 'B') + '0' + dg(7), 'zh')
F('record', '등록번호 환자', ['등록번호', '병록번호'], lambda: dg1(8), 'ko', .2)
F('record', 'номер истории болезни', ['№ истории болезни', 'ист_болезни'], lambda: f"{c('№ ','№','')}{ri(100,29999)}{c('/','-')}{c(ri(10,23), ri(2010,2023))}{c('','-С','')}", 'ru')
F('record', 'GRID of donor registry', ['donor_GRID', 'GRID'], lambda: f"{ri(1000,9999)} {dg(4)} {L(4,'0123456789ABCDEFGHJKLMNPQRSTUVWXYZ')} {L(4,'0123456789ABCDEFGHJKLMNPQRSTUVWXYZ')} {dg(3)}".replace(' ', c(' ', '')), 'en')
F('record', 'NMDP recipient with dashes', ['NMDP_RID', 'Donor DID'], lambda: f"{dg(3)}-{dg(3)}-{dg(1)}" if R.random() < .5 else f"{dg(4)}-{dg(4)}-{dg(1)}", 'en')
F('record', 'DICOM study instance UID of hospital', ['StudyInstanceUID', 'study_uid'], lambda: f"1.2.840.{c('113619.2','113704.1','114356')}.{ri(1,400)}.{dg1(9)}.{ri(100,999)}.{dg1(10)}.{ri(1,999)}", 'en')
F('record', 'lebenslange Arztnummer des Zuweisers', ['LANR', 'Arztnummer'], lambda: dg1(7) + c('01', '03', '22', '34', '37'), 'de', .4)
F('record', 'RPPS du prescripteur', ['RPPS', 'num_rpps'], lambda: '10' + dg(8) + dg(1), 'fr', .5)
F('record', 'insurance policy with plan prefix', ['Policy Number', 'Member ID'], lambda: c('XJF', 'YRP', 'W', 'ZGP', 'R') + dg1(9) + c('', '', '01', '-02'), 'en')
F('record', 'IBAN für Fahrtkosten', ['IBAN', 'Konto Aufwandsentschädigung'], lambda: (lambda b: (lambda k: (lambda s: ' '.join(s[i:i+4] for i in range(0, 22, 4)) if R.random() < .6 else s)(f"DE{k:02d}{b}"))(98 - int(b + '131400') % 97))(dg1(8) + dg(10)), 'de')
F('record', 'passport number of foreign patients', ['Passport No', 'passport'], lambda: c(L(2) + dg(7), L(1) + dg(8), dg1(9), L(2) + ' ' + dg(6)), 'en')

# ---------------------------------------------------------------- age, postcode, ip, url
def oldage(p=.12): return ri(90, 101) if R.random() < p else ri(18, 89)
F('age', 'age at last contact with nonagenarians', ['age_last_contact', 'AGE_FU'], lambda: str(oldage()), 'en')
F('age', 'Alter mit J. und Hochbetagten', ['Alter', 'Alter_bei_Tod'], lambda: f"{oldage(.15)} {c('J.','Jahre','J')}", 'de')
F('age', 'âge en ans décimal virgule quelques plus de 90', ['age_dernieres_nouvelles', 'age_deces'], lambda: f"{oldage(.15)},{ri(0,9)}", 'fr')
F('age', 'edad años familiar', ['edad', 'edad_exitus'], lambda: f"{oldage(.2)}{c(' años',' a',' AÑOS')}", 'es')
F('age', '年齢 歳 高齢者あり', ['年齢', '死亡時年齢'], lambda: f"{oldage(.2)}歳", 'ja')
F('age', 'age of parents at interview, ITP family study', ['mother_age', 'grandparent_age'], lambda: f"{ri(58,89) if R.random()<.7 else ri(90,103)}", 'en')
F('age', 'wiek w latach z końcówką', ['wiek', 'wiek_zgonu'], lambda: f"{oldage(.15)} {c('lat','l.','lat')}", 'pl')
F('age', 'age with one decimal from registry download', ['agetx_dec', 'age_at_death'], lambda: f"{oldage(.15)+R.random():.1f}", '')
F('postcode', 'PLZ Wohnort fünfstellig ohne führende Null', ['PLZ', 'PLZ_Wohnort'], lambda: str(int(fk('de_DE').postcode())), 'de')
F('postcode', 'code postal de la commune', ['code_postal', 'CP'], lambda: f"{ri(1,95):02d}{c('000','100','200','300','450','120','370','510','640','800','170','290')}", 'fr')
F('postcode', 'CAP di residenza con sigla', ['CAP', 'cap_residenza'], lambda: f"{ri(10,98168):05d}{c('',' '+c('MI','RM','TO','NA','BO','PD','FI'))}", 'it')
F('postcode', 'código postal domicilio', ['cod_postal', 'CP_domicilio'], lambda: f"{ri(1,52):02d}{dg(3)}", 'es')
F('postcode', 'ZIP with and without plus four', ['ZIP', 'patient_zip'], lambda: f"{ri(501,99950):05d}" + (f"-{dg(4)}" if R.random() < .25 else ''), 'en')
F('postcode', 'UK full postcode, blanks at random', ['Postcode', 'home_postcode'], lambda: fk('en_GB').postcode().replace(' ', c(' ', ' ', '')), 'en')
F('postcode', 'postcode Nederland met letters', ['postcode', 'PC6'], lambda: f"{ri(1011,9999)}{c(' ','')}{L(2)}", 'nl')
F('postcode', 'kod pocztowy z myślnikiem', ['kod_pocztowy', 'kod'], lambda: f"{dg(2)}-{dg(3)}", 'pl')
F('postcode', 'postnummer Sverige med mellanslag', ['postnummer', 'postnr'], lambda: f"{ri(111,984)} {dg(2)}", 'sv')
F('postcode', '郵便番号 記号付き', ['郵便番号', '〒'], lambda: f"{c('〒','','')}{dg(3)}-{dg(4)}", 'ja')
F('postcode', 'CEP do município', ['CEP', 'cep_residencia'], lambda: f"{dg(5)}-{dg(3)}", 'pt')
F('postcode', 'posta kodu il ilçe', ['posta_kodu', 'Posta Kodu'], lambda: f"{ri(1,81):02d}{dg(3)}", 'tr')
def ip4(): return f"{c(10,172,192,ri(11,223),ri(11,223))}.{ri(0,255)}.{ri(0,255)}.{ri(1,254)}"
F('ip', 'ePRO device log address', ['ip_address', 'client_ip'], ip4, 'en', .5)
F('ip', 'REDCap log address with browser', ['IP / browser', 'remote_addr'], lambda: f"{ip4()} {c('Chrome/98.0','Firefox/91','Safari/14.1','Edge/18')}", 'en', .4)
F('ip', 'survey respondent IPv6 and IPv4', ['IPAddress', 'resp_ip'], lambda: ip4() if R.random() < .4 else ':'.join(c('2001', '2a02', '2a01') if i == 0 else format(ri(0, 65535), 'x') for i in range(8)), 'en')
F('ip', 'forwarded chain of hospital proxy', ['X-Forwarded-For', 'login_ip'], lambda: ip4() + (', 10.' + f"{ri(0,255)}.{ri(0,255)}.{ri(1,254)}" if R.random() < .6 else ''), 'en')
F('url', 'ePRO survey link with token', ['survey_link', 'proms_url'], lambda: f"https://redcap.{R.choice(DOM)}/surveys/?s={L(10,'ABCDEFGHJKLMNPRSTUVWXYZ23456789abcdefghk')}", 'en')
F('url', 'PACS viewer link', ['pacs_link', 'Bildlink'], lambda: f"http://pacs.{R.choice(DOM)}/viewer?pid={dg1(7)}&acc={dg1(8)}", 'de')
F('url', 'scanned consent on share point', ['consent_file_link', 'ICF scan'], lambda: f"https://sharepoint.{R.choice(DOM)}/sites/{c('SCT','trial','hsct')}/ICF/{ln('en_US')}_{fn('en_US')}.pdf", 'en')
F('url', 'donor crowdfunding and web page', ['patient_webpage', 'fundraiser'], lambda: f"{c('www.','https://','https://www.')}{c('helpfund.example','donor-story.test','spenden.example')}/{mailname('en_US').replace('.','-')}{c('','-needs-a-match','/update')}", 'en')

# ---------------------------------------------------------------- date
def sf(f): return lambda: date().strftime(f)
MD = 'Jan Feb Mrz Apr Mai Jun Jul Aug Sep Okt Nov Dez'.split(); MF = 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split()
MS = 'ene feb mar abr may jun jul ago sep oct nov dic'.split(); MI = 'gen feb mar apr mag giu lug ago set ott nov dic'.split(); MP = 'jan fev mar abr mai jun jul ago set out nov dez'.split()
MDL = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(); MR = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split()
MNL = 'jan feb mrt apr mei jun jul aug sep okt nov dec'.split(); MTR = 'Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık'.split()
ME = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split()
def D(f): return lambda: f(date())
def serial(d): return (d - datetime.datetime(1899, 12, 30)).days
F('date', 'SAP Aufnahme mit Uhrzeit ohne Sekunden', ['Aufnahmedatum', 'Entl_Dat_Zeit'], sf('%d.%m.%Y %H:%M'), 'de')
F('date', 'Excel halb Seriennummer halb Punktdatum', ['Datum_TX', 'Infusionsdatum'], D(lambda d: str(serial(d)) if R.random() < .5 else d.strftime('%d.%m.%Y')), 'de')
F('date', 'Excel Monatskürzel Mrz mit zweistelligem Jahr', ['Erstdiagnose_am', 'Datum Labor'], D(lambda d: f"{d.day:02d}. {MD[d.month-1]}. {d.year%100:02d}"), 'de')
F('date', 'date Excel français juil.-aa', ['date_greffe', 'date_diag'], D(lambda d: f"{d.day:02d}-{MF[d.month-1]}-{d.year%100:02d}"), 'fr')
F('date', 'date et heure de prélèvement façon labo français', ['date_prelevement', 'dt_prelev'], D(lambda d: d.strftime('%d/%m/%y') + c(' à ', ' ') + d.strftime('%Hh%M')), 'fr')
F('date', 'Rave raw with UN day for some', ['SCTDAT_RAW', 'DIAGDAT'], D(lambda d: f"{'UN' if R.random()<.08 else format(d.day,'02d')} {ME[d.month-1].title()} {d.year}"), 'en')
F('date', 'SDTM DTC mostly full some partial', ['LBDTC', 'AESTDTC'], D(lambda d: c(*[d.strftime('%Y-%m-%dT%H:%M')] * 4, *[d.strftime('%Y-%m-%d')] * 5, d.strftime('%Y-%m'))), 'en', .5)
F('date', 'SPSS ADATE and DATE formats mixed', ['dt_relapse', 'TXDATE'], D(lambda d: d.strftime('%m/%d/%Y') if R.random() < .6 else f"{d.day:02d}-{ME[d.month-1]}-{d.year}"), '')
F('date', 'Access export midnight AM', ['LastContact', 'Infusion Date'], D(lambda d: f"{d.month}/{d.day}/{d.year} 12:00:00 AM" if R.random() < .8 else f"{d.month}/{d.day}/{d.year} {d.hour%12 or 12}:{d.minute:02d}:00 {'PM' if d.hour>11 else 'AM'}"), 'en')
F('date', 'EBMT MED-A date with blanks around slashes', ['Date of last HSCT', 'date_assessment'], D(lambda d: d.strftime(c('%Y / %m / %d', '%Y/%m/%d'))), 'en')
F('date', 'R POSIXct print with CET', ['timestamp', 'collected_at'], D(lambda d: d.strftime('%Y-%m-%d %H:%M:%S ') + ('CEST' if 3 < d.month < 11 else 'CET')), '')
F('date', 'REDCap instrument timestamp with not completed', ['baseline_timestamp', 'consent_timestamp'], D(lambda d: d.strftime('%Y-%m-%d %H:%M:%S') if R.random() < .85 else '[not completed]'), 'en')
F('date', 'dd-mmm-aaaa español con hora', ['fecha_trasplante', 'F_ingreso'], D(lambda d: f"{d.day:02d}-{MS[d.month-1]}-{d.year}{c('',d.strftime(' %H:%M'))}"), 'es')
F('date', 'gg-mmm-aa italiano laboratorio', ['data_prelievo', 'data_ricovero'], D(lambda d: f"{d.day:02d}-{MI[d.month-1]}-{c(d.year, d.year%100)}"), 'it')
F('date', 'dd/mmm/aaaa hospitais do Brasil', ['data_infusao', 'dt_alta'], D(lambda d: f"{d.day:02d}/{MP[d.month-1]}/{d.year}"), 'pt')
F('date', 'datum met mrt en mei afgekort', ['datum_opname', 'datum transplantatie'], D(lambda d: f"{d.day} {MNL[d.month-1]} {d.year}"), 'nl')
F('date', 'data wypisu z r. lub bez', ['data_wypisu', 'data przeszczepienia'], D(lambda d: d.strftime('%d.%m.%Y') + c('r.', ' r.', '')), 'pl')
F('date', 'дата госпитализации с г.', ['дата_госпитализации', 'дата ТГСК'], D(lambda d: c(d.strftime('%d.%m.%y'), d.strftime('%d.%m.%Yг.'), f"{d.day} {MR[d.month-1]} {d.year} г.")), 'ru')
F('date', 'datum provtagning ååmmdd', ['provtagningsdatum', 'Tx-datum'], D(lambda d: d.strftime('%y%m%d')), 'sv')
F('date', 'dansk dato skråstreg streg', ['dato_tx', 'indlagt'], D(lambda d: f"{d.day}/{d.month}-{c(d.year%100, d.year)}"), 'da')
F('date', 'datum s mezerami za tečkami', ['datum transplantace', 'datum_kontroly'], D(lambda d: f"{d.day}. {d.month}. {d.year}"), 'cs')
F('date', 'dátum pont és szóköz vegyesen', ['felvétel dátuma', 'dátum'], D(lambda d: d.strftime(c('%Y.%m.%d.', '%Y. %m. %d.', '%Y.%m.%d'))), 'hu')
F('date', 'yatış tarihi ay adıyla', ['yatis_tarihi', 'Nakil tarihi'], D(lambda d: f"{d.day} {MTR[d.month-1]} {d.year}" if R.random() < .6 else d.strftime('%d.%m.%Y')), 'tr')
F('date', '移植日 和暦と西暦混在', ['移植日', '採血日'], D(lambda d: (f"H{d.year-1988}.{d.month}.{d.day}" if d.year < 2019 else f"R{d.year-2018}.{d.month}.{d.day}") if R.random() < .4 else f"{d.year}/{d.month}/{d.day}"), 'ja')
F('date', '回输日期 斜杠加时间', ['回输日期', '入院时间'], D(lambda d: f"{d.year}/{d.month}/{d.day} {d.hour}:{d.minute:02d}" if R.random() < .6 else f"{d.year}年{d.month}月{d.day}日"), 'zh')
F('date', '이식일 점 두자리', ['이식일', '검사일자'], D(lambda d: d.strftime(c('%y.%m.%d', '%Y.%m.%d', '%Y-%m-%d'))), 'ko')
F('date', 'วันที่ปลูกถ่าย พ.ศ.', ['วันที่ปลูกถ่าย', 'วันที่'], D(lambda d: f"{d.day}/{d.month}/{d.year+543}"), 'th')
F('date', 'HL7 timestamps of different precision', ['OBX_DT', 'msg_time'], D(lambda d: d.strftime(c('%Y%m%d%H%M%S', '%Y%m%d%H%M', '%Y%m%d%H%M%S'))), 'en')
F('date', 'visit done on with weekday US', ['visit_date', 'appt'], D(lambda d: f"{d.strftime('%a')} {d.month}/{d.day}/{d.year%100:02d}"), 'en', .4)
F('date', 'platelet transfusion dates in one cell by comma', ['TK-Gaben', 'plt_transf_dates'], D(lambda d: ', '.join((d + datetime.timedelta(days=k)).strftime('%d.%m.%Y') for k in sorted(R.sample(range(25), ri(1, 4))))), 'de')

# ---------------------------------------------------------------- birth
def B(f): return lambda: f(birth())
F('birth', 'Geburtsdatum Punkt ohne führende Nullen', ['Geb.', 'GEBDAT'], B(lambda d: f"{d.day}.{d.month}.{d.year}"), 'de', .3)
F('birth', 'Geburtsdatum Sternchen und Alter', ['Geburtsdatum', 'geb_am'], B(lambda d: d.strftime('*%d.%m.%Y') + f" ({2020-d.year} J.)"), 'de')
F('birth', 'DOB with sex code behind', ['DOB', 'DOB/Sex'], B(lambda d: d.strftime('%m/%d/%Y') + c(' M', ' F')), 'en')
F('birth', 'donor birth ISO with midnight from SQL', ['donor_dob', 'DON_BIRTH_DT'], B(lambda d: d.strftime('%Y-%m-%d 00:00:00.000')), 'en')
F('birth', 'date de naissance du donneur jj/mm/aa', ['date_naissance', 'ddn_donneur'], B(lambda d: d.strftime(c('%d/%m/%Y', '%d/%m/%y'))), 'fr')
F('birth', 'fecha de nacimiento con guiones', ['fecha_nacimiento', 'FN'], B(lambda d: d.strftime('%d-%m-%Y')), 'es')
F('birth', 'data di nascita con luogo', ['nato_a_il', 'data_nascita'], B(lambda d: d.strftime('%d/%m/%Y') + c('', '', f" {c('Bergamo','Lecce','Udine','Matera','Catania','Pavia','Rieti','Sassari','Asti','Foggia')}")), 'it')
F('birth', '生年月日 和暦 S H 混在', ['生年月日', '患者生年月日'], B(lambda d: (f"昭和{d.year-1925}年" if d.year < 1989 else f"平成{d.year-1988}年") + f"{d.month}月{d.day}日" if R.random() < .5 else (f"S{d.year-1925}" if d.year < 1989 else f"H{d.year-1988}") + d.strftime('.%m.%d')), 'ja')
F('birth', 'дата рождения с годами в скобках', ['дата рождения', 'Д.Р.'], B(lambda d: d.strftime('%d.%m.%Y') + c('', ' г.р.', f" ({2019-d.year} лет)" if d.year < 2000 else '')), 'ru')
F('birth', 'data urodzenia rok pierwszy', ['data_urodzenia', 'ur.'], B(lambda d: d.strftime(c('%Y-%m-%d', '%Y-%m-%d', '%d.%m.%Y'))), 'pl')
F('birth', 'födelsedatum åttasiffrigt', ['fodelsedatum', 'född'], B(lambda d: d.strftime('%Y%m%d')), 'sv')
F('birth', 'birth date as SAS DATE9 in demographics', ['BRTHDT', 'BIRTHDT'], B(lambda d: f"{d.day:02d}{ME[d.month-1]}{d.year}"), '')
F('birth', 'geboortedatum streepjes', ['geboortedatum', 'gebdat'], B(lambda d: d.strftime('%d-%m-%Y')), 'nl')
F('birth', 'birth in Excel, serials among slash dates', ['DOB_xl', 'birth_date'], B(lambda d: str(serial(d)) if R.random() < .55 else d.strftime('%d/%m/%Y')), 'en', words=False)
F('birth', 'תאריך לידה בנקודות', ['תאריך לידה', 'ת.לידה'], B(lambda d: f"{d.day}.{d.month}.{c(d.year, format(d.year%100, '02d'))}"), 'he')

# ---------------------------------------------------------------- text
def txt(sents, lo=1, hi=3, fill=None):
    def g():
        k = R.sample(sents, min(len(sents), ri(lo, hi)))
        sep = '' if any('\u3040' <= ch <= '\u9fff' for ch in k[0]) else ' ' if k[0][-1] in '.?!' else R.choice(['; ', ', ', '. ']); o = sep.join(k); base = dict(n=ri(2, 60), m=ri(2, 14), p=ri(6, 98), q=ri(1, 30), t=f"{ri(37,40)}{R.choice('.,')}{ri(0,9)}", d=date().strftime('%d.%m.%Y'))
        base.update({k2: R.choice(v) for k2, v in (fill or {}).items()})
        o = o.format(**base)
        return o if R.random() < .7 else o.rstrip('.')
    return g
dr = ['Prednisolon', 'Rituximab', 'Eltrombopag', 'Ciclosporin', 'MMF', 'Romiplostim', 'IVIG', 'Cotrimoxazol', 'Tacrolimus', 'Foscarnet']
F('text', 'Verlaufseintrag der Ambulanz', ['Verlauf', 'Anmerkung_Ambulanz'], txt(['Pat. berichtet über {w} seit {q} Tagen.', 'Thrombozyten heute {p}, keine Blutungszeichen.', '{x} auf {n} mg reduziert, WV in {m} Wochen.', 'Ehefrau rief an, Temp. {t}, soll sich in der Notaufnahme vorstellen.', 'Arbeitet wieder halbtags als {b}.', 'Hat Termin am {d} versäumt, tel. nicht erreicht.', 'Haut weiter trocken, Ausschlag an beiden Unterarmen rückläufig.', 'Wohnt jetzt bei der Tochter in {o}, Anfahrt schwierig.', 'Befund mit OA besprochen, vorerst kein Therapiewechsel.', 'Impfungen beim Hausarzt begonnen, Impfpass fehlte.', '{x} wegen {w} eigenmächtig abgesetzt.'], 1, 4, {'w': ['Müdigkeit', 'Durchfall', 'Husten', 'Gelenkschmerzen', 'Übelkeit', 'Kopfschmerz'], 'x': dr, 'b': ['Lehrerin', 'Schlosser', 'Bäcker', 'Erzieherin', 'Landwirt'], 'o': ['Kassel', 'Celle', 'Bonn', 'Fürth', 'Trier']}), 'de', miss=.4)
F('text', 'Epikrise Satz mit Zusammenfassung', ['Epikrise', 'Zusammenfassung'], txt(['Stationäre Aufnahme zur autologen Transplantation bei therapierefraktärer {k}.', 'Leukozytenregeneration am Tag +{m}, Entlassung in gutem AZ nach {n} Tagen.', 'Komplizierend trat neutropenisches Fieber bis {t} auf, unter Meropenem rasch rückläufig.', 'Die Therapie mit {x} wurde bei fehlendem Ansprechen beendet.', 'Im Verlauf Reaktivierung von CMV, präemptive Behandlung über {q} Tage.', 'Wir bitten um wöchentliche Blutbildkontrollen.', 'Bei Z. n. Splenektomie wurde auf Impfschutz hingewiesen.', 'Der Ehemann wurde als Spender abgelehnt, die Schwester ist HLA-identisch.'], 2, 4, {'k': ['ITP', 'AIHA', 'Evans-Syndrom', 'aplastischer Anämie'], 'x': dr}), 'de')
F('text', 'SAE narrative from pharmacovigilance', ['SAE narrative', 'event_description'], txt(['This {a}-year-old {s} was admitted on {d} with fever of {t} and rigors.', 'Blood cultures grew {g} and {x} was stopped.', 'Subject collapsed at home and was found by the neighbour.', 'The event resolved after {q} days and was considered {r} by the investigator.', 'Platelets fell to {p} and two units were given.', 'Past history includes {h} and a splenectomy in childhood.', 'Transferred to ICU on day +{m}, intubated, extubated {q} days later.', 'No further information is available from the referring hospital.', 'Patient works as a {j} and had contact with a sick child.'], 2, 5, {'a': [str(i) for i in range(19, 70)], 's': ['man', 'woman', 'male subject', 'female'], 'g': ['E. coli', 'S. epidermidis', 'Klebsiella'], 'x': dr, 'r': ['unrelated', 'possibly related', 'related to conditioning'], 'h': ['hypertension', 'diabetes', 'asthma', 'DVT'], 'j': ['teacher', 'bus driver', 'nurse', 'farmer']}), 'en', miss=.3)
F('text', 'data query dialogue between CRA and site', ['QueryText', 'Site response'], txt(['Please clarify: platelet count {p} does not match source.', 'Per source doc pt was seen {m} days late because of holiday, confirmed w/ PI.', 'Corrected, thank you.', 'Conmed {x} end date is before start date, pls check and amend.', 'Spoke with coordinator, she will look in the paper chart next week.', 'Value confirmed, repeated at local lab and was {p}.', 'AE start after consent? Subject says rash since {q} days.', 'Unable to obtain, subject moved abroad.', 'Not a typo, husband measured temperature of {t} at home.'], 1, 2, {'x': dr}), 'en')
F('text', 'reason visit missed in own words', ['reason_missed', 'Comments on visit'], txt(['Pt in hospital elsewhere with pneumonia', 'car broke down, will come on the {q}th', 'her mother passed away', 'COVID positive, rescheduled', 'no show, left voicemail x{m}', 'patient on holiday in Spain until next month', 'bloods done at GP, results to follow', 'refused marrow, too painful last time', 'lives {n} miles away, snow', 'weekend - seen {m} days later', 'forgot, called son who will bring him'], 1, 2), 'en', miss=.5)
F('text', 'commentaire libre du clinicien', ['commentaire', 'remarques_clinicien'], txt(['Patient vu en consultation avec son épouse.', 'Asthénie persistante, perte de {m} kg depuis la sortie.', 'Plaquettes à {p} G/L sous {x}.', 'Hospitalisé à {v} pour fièvre à {t} pendant {q} jours.', 'Mauvaise observance, a arrêté {x} de lui-même.', 'RAS hormis une toux sèche.', 'Reprise du travail à mi-temps comme {j}.', 'À rediscuter en RCP, la sœur refuse le don.', 'Myélogramme repoussé à la demande de la patiente.', 'Éruption du tronc, avis dermato demandé.'], 1, 3, {'x': ['prednisone', 'rituximab', 'eltrombopag', 'ciclosporine'], 'v': ['Nantes', 'Dijon', 'Brest', 'Nîmes'], 'j': ['boulanger', 'institutrice', 'infirmière', 'cheminot']}), 'fr', miss=.4)
F('text', 'motif de décès rédigé', ['circonstances_deces', 'cause_deces_texte'], txt(['Décès à domicile dans un contexte de {w}.', 'Choc septique à {g} à J{n}, malgré {q} jours de réanimation.', 'Hémorragie cérébrale chez un patient à {p} G/L de plaquettes.', 'Famille informée, pas d’autopsie.', 'Rechute puis soins palliatifs à la demande du patient.', 'Information obtenue par le médecin traitant au téléphone.'], 1, 3, {'w': ['progression', 'GVH digestive', 'cachexie'], 'g': ['BGN', 'aspergillus', 'pseudomonas']}), 'fr')
F('text', 'observaciones de la consulta externa', ['observaciones', 'comentarios_medico'], txt(['Acude acompañada de su hija, refiere {w} desde hace {q} días.', 'Plaquetas {p}.000, sin sangrado activo.', 'Se reduce {x} a {n} mg y se cita en {m} semanas.', 'No acudió a la cita, se llama a domicilio y no contestan.', 'Trabaja en una panadería, solicita baja laboral.', 'Ingresó en su hospital de referencia por fiebre de {t}.', 'Pendiente de biopsia cutánea por exantema.', 'El hermano acepta ser donante.'], 1, 3, {'w': ['cansancio', 'diarrea', 'tos', 'dolor lumbar'], 'x': ['prednisona', 'ciclosporina', 'eltrombopag']}), 'es', miss=.3)
F('text', 'note del diario clinico', ['diario_clinico', 'note'], txt(['Paziente in buone condizioni generali, apiretico.', 'Riferisce {w} da {q} giorni, la moglie conferma.', 'PLT {p}.000, si prosegue {x}.', 'Ricoverato in altro ospedale per febbre {t}.', 'Si consiglia ripetere emocromo tra {m} giorni e ricontattare il centro.', 'Vive solo, difficoltà a raggiungere il day hospital.', 'Sospeso {x} per rialzo delle transaminasi.', 'Aspirato midollare rinviato su richiesta del paziente.'], 1, 3, {'w': ['astenia', 'dispepsia', 'artralgie', 'tosse'], 'x': ['prednisone', 'eltrombopag', 'rituximab', 'ciclosporina']}), 'it')
F('text', 'evolução de enfermagem em português', ['evolucao', 'obs_enfermagem'], txt(['Paciente lúcido, aceitou bem a dieta.', 'Mãe refere {w} há {q} dias.', 'Recebeu {m} CHAD sem intercorrências.', 'Febre de {t} às {m}h, coletadas culturas.', 'Recusou o banho, queixando-se de dor no cateter.', 'Mora longe, dorme na casa de apoio.', 'Plaquetas {p} mil, epistaxe discreta.', 'Orientado retorno em {m} dias, remarcado a pedido da família.'], 1, 4, {'w': ['tontura', 'diarreia', 'coceira']}), 'pt')
F('text', 'toelichting vrije tekst bij complicatie', ['toelichting', 'opmerking_complicatie'], txt(['Patiënte belde zelf met koorts tot {t}.', 'Opgenomen in streekziekenhuis gedurende {q} dagen.', 'Huisarts heeft {x} gestart zonder overleg.', 'Trombo’s {p}, geen bloedingen.', 'Wil geen beenmergpunctie meer, besproken met echtgenoot.', 'Werkt weer {m} uur per week in de kas.', 'Huiduitslag bleek gordelroos.', 'Controle verzet wegens vakantie.'], 1, 3, {'x': ['prednison', 'amoxicilline', 'eltrombopag']}), 'nl', miss=.4)
F('text', 'uwagi lekarza po wizycie', ['uwagi', 'komentarz'], txt(['Pacjent zgłasza {w} od {q} dni.', 'PLT {p} tys., bez skazy krwotocznej.', 'Odstawił samodzielnie {x}.', 'Żona dzwoniła, temp. {t}, skierowany na SOR.', 'Wizyta przełożona z powodu choroby dziecka.', 'Wrócił do pracy jako kierowca.', 'Kontrola za {m} tygodnie, morfologia u lekarza rodzinnego.', 'Hospitalizowany w szpitalu powiatowym.'], 1, 3, {'w': ['osłabienie', 'biegunkę', 'kaszel', 'bóle stawów'], 'x': ['encorton', 'cyklosporynę', 'eltrombopag']}), 'pl')
F('text', 'poznámka k návštěvě', ['poznámka', 'komentar_lekare'], txt(['Pacientka si stěžuje na {w} již {q} dní.', 'Trombocyty {p}, bez krvácení.', 'Snížen Prednison na {n} mg.', 'Manžel volal, teplota {t}, odeslána na příjem.', 'Nedostavila se, telefon nezvedá.', 'Pracuje na zkrácený úvazek ve škole.', 'Vyrážka na trupu ustupuje, kožní kontrola za {m} týdny.'], 1, 3, {'w': ['únavu', 'kašel', 'průjem']}), 'cs')
F('text', 'fritextkommentar svensk journal', ['kommentar', 'anteckning'], txt(['Mår väl, åter i arbete på halvtid som snickare.', 'Ringer om feber {t}, hänvisas till akuten.', 'TPK {p}, inga blödningar.', 'Sänker {x} till {n} mg, återbesök om {m} veckor.', 'Har varit inlagd på hemortssjukhuset i {q} dagar.', 'Önskar ingen ny benmärgsundersökning.', 'Dottern med vid besöket, tolk behövs.', 'Klåda och torra ögon, remiss till ögon.'], 1, 3, {'x': ['Prednisolon', 'Sandimmun', 'Revolade']}), 'sv')
F('text', 'huomautukset hoitajalta', ['huomautus', 'lisätiedot'], txt(['Potilas soitti, kuumetta {t}.', 'Trombosyytit {p}, ei vuotoja.', 'Vaimo mukana vastaanotolla, vointi hyvä.', 'Lääke tauolla {q} päivää ripulin takia.', 'Ollut keskussairaalassa osastolla keuhkokuumeen vuoksi.', 'Kontrolli {m} viikon päästä terveyskeskuksessa.', 'Palannut töihin osa-aikaisesti.'], 1, 3), 'fi')
F('text', 'fritekst ved bivirkning', ['bemærkning', 'AE_fritekst'], txt(['Pt. ringer med feber {t}, mødes på afd.', 'Trc. {p}, ingen blødning.', 'Har selv stoppet {x} pga. kvalme.', 'Indlagt på lokalt sygehus i {q} dage med lungebetændelse.', 'Kommer med ægtefælle, træt men glad.', 'Udebleven, sygeplejerske ringer i morgen.', 'Genoptaget arbejde som pædagog {m} timer ugentligt.'], 1, 3, {'x': ['Prednisolon', 'Mycophenolat']}), 'da')
F('text', 'hekim notu serbest metin', ['hekim_notu', 'açıklama'], txt(['Hasta {q} gündür {w} tarifliyor.', 'Trombosit {p} bin, kanama yok.', 'Eşi aradı, ateşi {t}, acile çağrıldı.', 'Prednol {n} mg’a düşüldü, {m} hafta sonra kontrol.', 'Dış merkezde yatmış, epikriz getirmedi.', 'Kontrole gelmedi, telefonla ulaşılamadı.', 'Kardeşi verici olmayı kabul etti.'], 1, 3, {'w': ['halsizlik', 'ishal', 'öksürük']}), 'tr')
F('text', 'примечание врача', ['примечание', 'комментарий врача'], txt(['Жалобы на {w} в течение {q} дней.', 'Тромбоциты {p}, геморрагий нет.', 'Преднизолон снижен до {n} мг.', 'Лечился по месту жительства по поводу пневмонии.', 'Жена сообщила о подъёме температуры до {t}.', 'На визит не явился, телефон не отвечает.', 'Донор — родной брат, от повторного забора отказался.', 'Работает учителем, просит справку.'], 1, 3, {'w': ['слабость', 'кашель', 'боли в суставах']}), 'ru')
F('text', '経過記録 自由記載', ['経過', '備考欄'], txt(['{q}日前より{w}あり、外来受診。', '血小板{p}、出血傾向なし。', 'PSL {n}mgへ減量、{m}週後再診。', '妻より電話、{t}度の発熱あり来院指示。', '近医に入院し抗菌薬投与、軽快退院。', '仕事に復帰したが疲れやすいとのこと。', '骨髄検査は本人希望で延期。', '皮疹は体幹に限局、皮膚科コンサルト。'], 1, 3, {'w': ['倦怠感', '下痢', '咳嗽', '口内痛']}), 'ja', miss=.3)
F('text', '病程记录 自由文本', ['病程记录', '备注'], txt(['患者{q}天前无明显诱因出现{w}，', '血小板{p}×10^9/L，无活动性出血。', '泼尼松减至{n}mg，{m}周后复查。', '家属来电诉体温{t}℃，嘱急诊就诊。', '在当地医院住院治疗后好转。', '未按时复诊，电话无人接听。', '其弟弟愿意供髓，配型全相合。'], 1, 3, {'w': ['乏力', '腹泻', '皮疹', '咳嗽']}), 'zh')
F('text', '경과기록 자유서술', ['경과기록', '특이사항'], txt(['{q}일 전부터 {w} 호소함.', '혈소판 {p}K, 출혈 소견 없음.', '{n}mg로 감량 후 {m}주 뒤 재진.', '배우자 전화, 체온 {t}도로 응급실 내원 권유.', '타병원 입원 치료 후 호전되어 퇴원.', '예약일에 오지 않아 전화했으나 부재중.', '직장 복귀하였으나 피로감 있음.'], 1, 3, {'w': ['피로', '설사', '기침']}), 'ko')
F('text', 'σχόλια ιατρού ελεύθερα', ['σχόλια', 'παρατηρήσεις'], txt(['Ο ασθενής αναφέρει {w} από {q} ημερών.', 'Αιμοπετάλια {p}, χωρίς αιμορραγία.', 'Μείωση κορτιζόνης σε {n} mg, επανέλεγχος σε {m} εβδομάδες.', 'Τηλεφώνησε η σύζυγος, πυρετός {t}.', 'Νοσηλεύτηκε στο νοσοκομείο της πόλης του.', 'Δεν προσήλθε στο ραντεβού.'], 1, 3, {'w': ['κόπωση', 'βήχα', 'διάρροια']}), 'el')
F('text', 'megjegyzés szabad szöveg', ['megjegyzés', 'orvosi megjegyzés'], txt(['A beteg {q} napja {w} panaszol.', 'Thrombocyta {p}, vérzés nincs.', 'Medrol {n} mg-ra csökkentve, kontroll {m} hét múlva.', 'Felesége telefonált, láza {t}.', 'Másik kórházban kezelték tüdőgyulladással.', 'Nem jelent meg, telefonon nem elérhető.', 'Újra dolgozik négy órában.'], 1, 3, {'w': ['fáradtságot', 'köhögést', 'hasmenést']}), 'hu')
F('text', 'ملاحظات الطبيب', ['ملاحظات', 'ملاحظات سريرية'], txt(['يشكو المريض من {w} منذ {q} أيام.', 'الصفائح {p} ولا يوجد نزف.', 'اتصلت الزوجة وأفادت بحرارة {t}.', 'تم تخفيض البريدنيزولون إلى {n} ملغ والمراجعة بعد {m} أسابيع.', 'لم يحضر الموعد ولم يرد على الهاتف.', 'دخل مستشفى المنطقة بسبب التهاب رئوي.'], 1, 3, {'w': ['إرهاق', 'سعال', 'إسهال']}), 'ar')
F('text', 'patient diary entry in own words', ['diary_text', 'What bothered you most?'], txt(['I feel so tired I cant climb the stairs', 'my husband does all the cooking now', 'still have the dry mouth and food tastes of metal', 'better this week, walked the dog for {q} minutes', 'nose bleed for {m} min on sunday', 'did not sleep, pain in knees 8/10', 'worried about losing my job at the school', 'took my tablets late because we were at my sisters', 'rash is back on my arms'], 1, 3), 'en', miss=.3)

# ---------------------------------------------------------------- harmless
import math
def fmt(x, dec, comma): s = f"{x:.{dec}f}"; return s.replace('.', ',') if comma else s
def num(mu, sd, dec=0, lo=0, hi=1e9, comma=False, unit='', below=None, above=None, pre=''):
    def g():
        x = R.gauss(mu, sd)
        if below is not None and x < below: return pre + '<' + fmt(below, dec, comma) + unit
        if above is not None and x > above: return pre + '>' + fmt(above, dec, comma) + unit
        return pre + fmt(min(max(x, lo), hi), dec, comma) + unit
    return g
def lg(med, sig, dec=0, comma=False, unit='', below=None, above=None, hi=1e12):
    def g():
        x = min(med * math.exp(R.gauss(0, sig)), hi)
        if below is not None and x < below: return '<' + fmt(below, dec, comma) + unit
        if above is not None and x > above: return '>' + fmt(above, dec, comma) + unit
        return fmt(x, dec, comma) + unit
    return g
def cat(*xs):
    w = [1 / (i + 1.5) for i in range(len(xs))]
    return lambda: R.choices(xs, w)[0]
def cm(s, sep='|'): return cat(*s.split(sep))
def mix(g1, g2, p=.1): return lambda: (g2 if R.random() < p else g1)()
def jn(*gs, sep=' '): return lambda: sep.join(g() if callable(g) else g for g in gs)
def som(xs, lo=1, hi=3, sep=', '): 
    xs = xs.split('|'); return lambda: sep.join(R.sample(xs, ri(lo, hi)))
def H(fam, names, gen, lang='en', long=.35, miss=None, words=True): F('harmless', fam, names.split('|'), gen, lang, long, miss, words)
# laboratory
H('Hb g/dl mit Komma Ambulanz', 'Hb|Hämoglobin', num(11.2, 2.1, 1, 4.5, 18, True), 'de')
H('haemoglobin g/L whole UK', 'Hb_gL|HGB', num(112, 20, 0, 45, 180))
H('гемоглобин г/л с единицей', 'гемоглобин|Hb', mix(num(110, 21, 0, 45, 180), num(110, 21, 0, 45, 180, unit=' г/л'), .2), 'ru')
H('Leukozyten G/l mit kleiner als', 'Leukos|WBC_G_l', lg(4.5, .7, 2, True, below=.1), 'de')
H('leucocytes par mm3 entiers', 'GB_mm3|leucocytes', lg(4800, .6), 'fr')
H('ANC with ND and below 0.1', 'ANC|neutrophils_abs', lg(1.8, 1.1, 2, below=.1))
H('linfociti valore assoluto', 'linfociti_abs|LINF', lg(1.1, .7, 2, True), 'it')
H('Thrombozyten mit Aggregat-Vermerk', 'Thrombos|PLT', mix(lg(48, 1.1, below=5), cat('Aggregate', 'agg.', 'n. bestimmbar'), .05), 'de')
H('platelets per microlitre US thousands comma', 'Platelet Count|PLT_uL', lambda: f"{int(lg(62, 1.0)())*1000:,}")
H('血小板数 万単位', '血小板(万/μL)|PLT万', lg(6.2, .9, 1), 'ja')
H('血小板 10^9/L', '血小板计数|PLT(10^9/L)', lg(45, 1.0), 'zh')
H('reticulocytes promille and absolute slash', 'Retis|retic', jn(num(18, 9, 0, 1), num(65, 30, 0, 3), sep=' / '), 'de')
H('ferritin with greater than 7500', 'ferritin|Ferritin ng/mL', lg(900, 1.3, above=7500))
H('LDH with haemolysed flag', 'LDH|LDH_U_L', mix(lg(260, .5), lg(480, .4, unit=' hem'), .07))
H('bilirubin total mg/dL two decimals', 'bili_total|T BILI', lg(.8, .7, 2, below=.15))
H('bilirubina total coma', 'bilirrubina_total|BT', lg(.9, .6, 2, True), 'es')
H('creatinine umol/L Nordic', 'kreatinin|P-Kreatinin', lg(78, .35), 'sv')
H('eGFR MDRD greater than sixty', 'eGFR|GFR_MDRD', num(72, 25, 0, 8, above=60))
H('ALAT U/l klinische Chemie', 'ALAT|GPT', lg(34, .8), 'de')
H('gamma GT with flag H', 'GGT|gGT', lambda: (lambda v: f"{v} H" if v > 60 else str(v))(int(lg(55, .9)())), 'en')
H('фосфатаза щелочная', 'ЩФ|ALP', lg(95, .5), 'ru')
H('CRP mg/l unter 0,6', 'CRP|CRP mg/l', lg(6, 1.6, 1, True, below=.6), 'de')
H('procalcitonin ng/mL three decimals', 'PCT|procalcitonin', lg(.2, 1.6, 3, below=.02))
H('INR with dot and dash', 'INR|PT-INR', num(1.1, .2, 2, .8))
H('fibrinogène g/L', 'fibrinogene|Fg', num(3.3, 1.0, 1, .5, comma=True), 'fr')
H('haptoglobin g/l nicht nachweisbar', 'Haptoglobin|Hapto', mix(lg(.9, .7, 2, True, below=.1), cat('n.n.', 'nicht messbar'), .08), 'de')
H('B12 pmol with above limit', 'B12|vit_B12_pmol', lg(380, .6, above=1476))
H('TSH third generation', 'TSH|TSH mIU/L', lg(1.9, .7, 2, below=.01))
H('IgG g/l nach Immunglobulingabe', 'IgG|IgG g/l', num(7.8, 3, 2, .8, comma=True), 'de')
H('IgA below 0.07 after rituximab', 'IgA|IGA_GL', lg(.9, 1.1, 2, below=.07))
H('IgM mg/dL integers', 'IgM|IGM', lg(55, .8, below=5))
H('C3 C4 slash', 'C3/C4|complement', jn(num(1.02, .25, 2, .2), num(.2, .08, 2, .02), sep='/'))
H('ANA titre one to', 'ANA|ANA titre', mix(cm('neg|1:80|1:160|1:320|1:640|1:1280'), cm('1:320 speckled|1:160 homogeneous'), .2))
H('anti-dsDNA IU with negative words', 'anti-dsDNA|dsDNA', mix(lg(18, 1.2, below=10, above=400), cat('negativ', 'neg.'), .1), 'de')
H('ADAMTS13 Aktivität Prozent unter zehn', 'ADAMTS13-Aktivität|ADAMTS13 %', num(45, 32, 0, 10, 120, below=10), 'de')
H('cardiolipin GPL MPL', 'aCL IgG|anticardiolipin', lg(9, .9, 1, unit=' GPL'))
H('EBV DNA copies not detected', 'EBV_PCR|EBV DNA', mix(lg(1200, 1.7), cat('not detected', 'negative', '<500'), .6))
H('CMV-Last IE/ml neg', 'CMV-PCR|CMV IE/ml', mix(lg(900, 1.6), cat('neg', '<35', 'n.n.'), .6), 'de')
H('BK virus log10', 'BKV_urine_log|BK log', mix(num(6, 1.8, 1, 2.7, 10.5), cat('ND', '<2.7'), .4))
H('ciclosporin trough and C2', 'CsA trough|cyclosporine_level', mix(lg(190, .5), lg(820, .3, unit=' (C2)'), .12))
H('Tacrolimus-Spiegel Vollblut', 'Tacro-Spiegel|FK506', lg(8.5, .5, 1, True, below=2), 'de')
H('Natrium Kalium Doppelspalte', 'Na/K|Elektrolyte', jn(num(139, 3.2), num(4.1, .5, 1, 2.5, comma=True), sep=' / '), 'de')
H('potasio con hemólisis', 'potasio|K', mix(num(4.2, .5, 1, 2.6), cat('hemolizada'), .04), 'es')
H('glucose fasting steroid', 'glucose|glukos', lg(6.1, .3, 1), 'sv')
H('urine dipstick pluses', 'U-Protein|Urinstix_Eiweiss', cm('neg|(+)|+|++|+++|Spur'), 'de')
H('protein creatinine ratio mg/mmol', 'uPCR|PCR_urine', lg(18, 1.2, below=4))
H('D-dimer mg/l FEU with below', 'D-Dimer|ddimer', lg(.7, .9, 2, below=.19))
H('high sensitive troponin', 'hsTnT|troponin', lg(11, .9, below=3))
H('NT-proBNP pg/mL', 'NTproBNP|NT-proBNP', lg(310, 1.4, below=5, above=35000))
H('quick und PTT zusammen', 'Quick/PTT|Gerinnung', jn(num(88, 15, 0, 20, 120, unit='%'), num(31, 6, 0, 20, unit='s'), sep=' '), 'de')
H('érythropoïétine UI/L', 'EPO|erythropoietine', lg(60, 1.3, 1, True), 'fr')
H('DAT Stärke und Spezifität', 'DAT|Coombs direkt', mix(cm('neg|1+|2+|3+|4+'), cm('IgG 2+|IgG 3+, C3d 1+|C3d 2+|IgG 4+'), .4), 'de')
H('free haemoglobin plasma', 'fHb|freies Hb', lg(40, .8, below=30), 'de')
H('IgG subclasses by slash', 'IgG1-4|subclasses', jn(num(4.4, 1.4, 2, .5), num(2.2, .9, 2, .2), lg(.4, .6, 2), lg(.3, .8, 2), sep=' / '))
H('serum protein fractions percent', 'SPEP|Elektrophorese', lambda: (lambda a: f"Alb {a:.1f}% a1 {R.gauss(4,.8):.1f}% a2 {R.gauss(9.5,1.6):.1f}% b {R.gauss(10.5,1.5):.1f}% g {max(R.gauss(14,5),2):.1f}%")(R.gauss(59, 5)))
H('differential in one string', 'Diff|manual_diff', lambda: f"N{ri(30,80)} L{ri(8,50)} M{ri(2,15)} E{ri(0,6)} B{ri(0,2)}", 'en')
H('MCV fl eine Stelle', 'MCV|MCV fl', num(92, 7, 1, 65, 125, True), 'de')
H('schistocytes per thousand', 'schistocytes|Fragmentozyten', mix(lg(6, .9, 0, unit=' ‰'), cat('keine', '0', 'vereinzelt'), .4), 'de')
H('ammonia arterial lactate', 'lactate|Laktat', lg(1.3, .5, 1))
H('blood gas pH', 'pH art|pH', num(7.41, .06, 3, 6.9, 7.65))
H('vitamin D nmol', '25-OH-D|vit_D', lg(52, .5, 0, below=10))
H('busulfan AUC mg h per litre', 'Bu AUC|busulfan_auc', lg(82, .25, 1))
H('voriconazol Talspiegel', 'Voriconazol|vori_trough', lg(2.1, .8, 1, True, below=.2), 'de')
H('HbA1c two unit systems', 'HbA1c|A1c', mix(num(5.7, .9, 1, 4, unit=' %'), num(39, 9, 0, 20, unit=' mmol/mol'), .4))
H('reference range printed', 'REF_RANGE|Normbereich', cm('150-400|3.5 - 10.5|<5|13.5-17.5|0,6-1,2|4.0-10.0|12-16|< 35|1,5 - 7,7|135-145'), 'de')
# vital
H('blood pressure slash with position', 'BP|blood pressure', lambda: (lambda a: f"{a}/{int(a*R.uniform(.5,.68))}{c('','','',' sit',' supine')}")(ri(88,172)))
H('Puls pro Minute', 'Puls|HF', num(82, 14, 0, 42, 150), 'de')
H('temperature Celsius tympanic comma', 'Temp|Temperatur', num(36.9, .7, 1, 35, 41, True), 'de')
H('temperature Fahrenheit', 'TEMP_F|Temp', num(98.6, 1.2, 1, 95.5, 105))
H('peso kg con decimale', 'peso|PESO_KG', num(71, 16, 1, 14, 140, True), 'it')
H('taille en cm', 'taille_cm|taille', num(169, 11, 0, 95, 202), 'fr')
H('SpO2 room air', 'SpO2|sat', lambda: f"{ri(88,100)}{c('','%','% RA','% 2L')}")
H('height feet and inches', 'Height|ht_ft', lambda: f"{ri(4,6)}'{ri(0,11)}\"")
# scores
H('Karnofsky and Lansky with sign', 'KPS|Karnofsky', lambda: f"{c(100,90,90,80,80,70,60,50)}{c('','','%')}")
H('HCT-CI with risk group', 'HCT-CI|Sorror', cm('0 (low)|1 (int)|2 (int)|3 (high)|4 (high)|5 (high)'))
H('EQ-5D profile five digits', 'EQ5D_profile|EQ-5D-5L', lambda: ''.join(str(R.choices([1, 2, 3, 4, 5], [6, 3, 2, 1, .4])[0]) for _ in range(5)))
H('EQ VAS hundred', 'EQ_VAS|VAS', num(66, 19, 0, 5, 100))
H('FACT-BMT total', 'FACTBMT_total|FACT_total', num(104, 20, 0, 40, 148))
H('SF-36 norm based', 'SF36_PCS|MCS', num(44, 10, 2, 12, 68))
H('EORTC item answers in Dutch words', 'q5_kortademig|QLQ-C30_12', cm('Helemaal niet|Een beetje|Nogal|Heel erg'), 'nl')
H('PHQ-9 item French', 'phq9_3|phq9_1', cm('Jamais|Plusieurs jours|Plus de la moitié du temps|Presque tous les jours'), 'fr')
H('ITP bleeding S M O', 'ITP-BAT|SMOG', lambda: f"S{ri(0,3)}M{ri(0,3)}O{ri(0,2)}")
H('pain numeric ten slash', 'NRS|Schmerz', lambda: f"{ri(0,9)}/10", 'de')
H('EASIX computed', 'EASIX|log2EASIX', num(1.6, 1.5, 3, -2, 9))
H('SOFA worst of day', 'SOFA|SOFA_max', num(5, 3.2, 0, 0, 19))
H('MELD and Child Pugh', 'Child-Pugh|CP', cm('A5|A6|B7|B8|C10'))
H('PROMIS T score', 'PROMIS_fatigue_T|PROMIS_PF', num(52, 9, 1, 29, 78))
H('CTCAE grade with term Spanish', 'grado_CTCAE|EA_grado', jn(cm('Mucositis|Náuseas|Diarrea|Neutropenia febril|Fatiga'), cm('G1|G2|G3|G4')), 'es')
# doses
H('Prednisolon Schema morgens mittags abends', 'Prednisolon|Pred_Schema', lambda: f"{c(5,10,20,30,40,60)} mg {c('1-0-0','1-0-0','1-0-1','½-0-0')}", 'de')
H('rituximab 375 times weeks', 'rituximab_schedule|RTX', cm('375 mg/m2 weekly x4|100 mg weekly x4|1000 mg d1, d15|375 mg/m2 x1|500 mg x2'))
H('eltrombopag mg per os diário', 'eltrombopague|dose_TPO', cm('50 mg/d|25 mg/d|75 mg/d|suspenso|50 mg/d, dias alternados'), 'pt')
H('ATG product with mg per kg', 'ATG|serotherapy', cm('Thymoglobulin 2.5 mg/kg x3|Grafalon 20 mg/kg x3|rATG 6 mg/kg|hATG 40 mg/kg x4|alemtuzumab 1 mg/kg|none'))
H('conditioning acronyms with doses', 'conditioning|COND', cm('Cy200/ATG|BEAM|Flu/Bu2|Flu-Mel140|Cy 50 x4 + rATG|Flu/Cy/ATG|Treo 42/Flu|TBI 2 Gy'))
H('Konditionierung Präparate Plus', 'Konditionierung|Kond_Regime', som('Fludarabin|Cyclophosphamid|Treosulfan|Melphalan|Busulfan|ATG|Thiotepa|Alemtuzumab', 2, 3, ' + '), 'de')
H('GVHD prophylaxis abbreviations', 'gvhd_ppx|GVHDpx', cm('CsA+MTX|CsA+MMF|Tac/MMF|PTCy/Tac/MMF|CsA|Siro/MMF|none'))
H('TBI gray fractions', 'TBI|TBI dose', cm('0|2 Gy|3 Gy|4 Gy (2x2)|8 Gy (4x2)|12 Gy (6x2)'))
H('IVIG grams per kilogram', 'IVIG_dose|IVIG', cm('1 g/kg x2|0.4 g/kg x5|0.5 g/kg|1 g/kg|30 g|40 g'))
H('dose modification reason coded', 'dose_mod_reason|EXADJ', cm('ADVERSE EVENT|PER PROTOCOL|INVESTIGATOR DECISION|SUBJECT DECISION|LAB ABNORMALITY'))
H('posologie en français', 'posologie|dose_presc', cm('1 cp matin|2 cp matin et soir|1 g x 3/j|40 mg/j|10 gouttes au coucher|1 inj/sem'), 'fr')
H('G-CSF microgram vial', 'G-CSF|filgrastim', cm('300 µg s.c.|480 µg s.c.|5 µg/kg|10 µg/kg/d|nein'), 'de')
H('доза циклофосфана', 'циклофосфан|доза', cm('50 мг/кг|60 мг/кг|200 мг/кг (сумм.)|500 мг в/в|не вводился'), 'ru')
H('内服量 mg/日', 'PSL量|投与量', cm('10mg/日|20mg/日|5mg/日|30mg/日|0.5mg/kg/日|中止'), 'ja')
# coded answers, reasons
H('Ja Nein unbekannt Ziffernschlüssel', 'Splenektomie|VorTX', cm('0=nein|1=ja|9=unbekannt'), 'de')
H('oui non NSP', 'splenectomie|atcd_auto_immuns', cm('Non|Oui|NSP|Non fait'), 'fr')
H('response ITP IWG codes', 'response|best_resp', cm('CR|PR|NR|R|LOR|NE'))
H('vital status EBMT German', 'Status|Überlebensstatus', cm('lebt|verstorben|lost to follow-up|lebt, in Remission'), 'de')
H('disease stage at transplant refractory', 'status_tx|DISSTAT', cm('refractory|relapse|1st CR|steroid dependent|untreated|PR'))
H('donor relation coding MED-AB', 'donor_type|DONRL', cm('HLA-identical sibling|MUD|autologous|haplo (mother)|mmUD 9/10|syngeneic|cord blood'))
H('stem cell source local words', 'Stammzellquelle|Quelle', cm('PBSZ|KM|NSB|PBSZ+KM'), 'de')
H('powód zakończenia', 'powod_zakonczenia|przyczyna', cm('zgodnie z planem|brak odpowiedzi|toksyczność|zgon|wycofanie zgody|utrata z obserwacji'), 'pl')
H('cause of death categories', 'cod|DTHCAUS', cm('relapse/progression|infection|GVHD|organ failure|haemorrhage|secondary malignancy|unknown'))
H('causality five step WHO', 'AEREL|causality', cm('NOT RELATED|UNLIKELY|POSSIBLE|PROBABLE|DEFINITE'))
H('çıkış nedeni', 'sonuc|cikis_nedeni', cm('taburcu|eksitus|sevk|kendi isteği'), 'tr')
H('性別 コード', '性別|SEX', cm('男|女|1|2'), 'ja')
# dictionary
H('MedDRA preferred terms mixed case', 'AEDECOD|PT', cm('Febrile neutropenia|Mucosal inflammation|Pyrexia|Cytomegalovirus infection reactivation|Nausea|Alanine aminotransferase increased|Serum sickness|Headache|Device related infection|Rash maculo-papular|Epstein-Barr viraemia|Hypertension'))
H('MedDRA eight digit codes with term', 'LLT|AEPTCD_TXT', cm('10016288 Febrile neutropenia|10037660 Pyrexia|10028813 Nausea|10019211 Headache|10012735 Diarrhoea|10047700 Vomiting|10020772 Hypertension'))
H('MedDRA German PT', 'UE_PT|UE-Begriff', cm('Febrile Neutropenie|Schleimhautentzündung|Fieber|Übelkeit|Hautausschlag|Zytomegalievirus-Reaktivierung|Serumkrankheit'), 'de')
H('ICD-10-GM with suffix and star', 'ICD|HD_ICD', cm('D69.3|D59.1|D61.3|D69.41|D59.3G|M32.1+|N08.5*|D70.10|B25.80|Z94.81|D61.9 G|T86.01'), 'de')
H('ICD-9-CM decimals', 'DX1|ICD9', cm('287.31|283.0|284.9|287.32|279.41|710.0|V42.82|288.03'))
H('CIM-10 avec libellé', 'DP|diagnostic_principal', cm('D693 Purpura thrombopénique idiopathique|D591 Autres anémies hémolytiques auto-immunes|D611 Aplasie médicamenteuse|D70 Agranulocytose|T860 Rejet de greffe de moelle osseuse'), 'fr')
H('ATC seven characters upper', 'ATC|CMATC', cm('H02AB06|L04AD01|L01FA01|B02BX05|L04AA06|J01EE01|J05AB11|V03AF03|L03AA02|J06BA02|L04AD02'))
H('WHODrug preferred name upper', 'CMDECOD|drug', cm('PREDNISOLONE|RITUXIMAB|CICLOSPORIN|ELTROMBOPAG OLAMINE|MYCOPHENOLATE MOFETIL|SULFAMETHOXAZOLE;TRIMETHOPRIM|ACICLOVIR SODIUM|PANTOPRAZOLE|IMMUNOGLOBULIN HUMAN NORMAL'))
H('LOINC codes of the laboratory list', 'LOINC|test_code', cm('718-7|777-3|6690-2|751-8|2160-0|1742-6|1988-5|2276-4|26515-7|14804-9|1975-2'))
H('SNOMED finding identifiers', 'snomed_ct|SCTID', cm('32273002|413603009|306058006|234336002|409089005|439127006|386661006|62315008'))
H('LBTESTCD CDISC', 'LBTESTCD|TESTCD', cm('HGB|PLAT|WBC|NEUT|LYM|ALT|AST|BILI|CREAT|LDH|CRP|FERRITIN|IGG'))
H('Handelsnamen Medikation', 'Medikament|Begleitmedikation', cm('Decortin H|Revolade|MabThera|Sandimmun Optoral|CellCept|Cotrim forte|Nplate|Pantozol|Octagam|Noxafil|Valcyte'), 'de')
H('OPS Prozedurenschlüssel', 'OPS|Prozedur', cm('8-805.00|5-411.02|8-800.g1|1-424|5-410.10|8-802.00|8-547.0|8-831.0'), 'de')
H('diagnóstico términos repetidos', 'diagnostico|DX', cm('PTI crónica|AHAI caliente|Síndrome de Evans|Aplasia medular|PTT|Neutropenia autoinmune|AHAI fría'), 'es')
H('診断名 病名マスタ', '病名|診断名', cm('特発性血小板減少性紫斑病|自己免疫性溶血性貧血|エバンス症候群|再生不良性貧血|全身性エリテマトーデス'), 'ja')
# genetics
H('HLA-A two fields pair', 'HLA-A|A_alleles', lambda: f"A*{c('01:01','02:01','03:01','11:01','24:02','26:01','68:01','31:01')},{c('01:01','02:01','03:01','24:02','29:02','30:01','32:01')}")
H('HLA-DRB1 with NMDP codes', 'DRB1|HLA_DRB1_1', cm('15:01|03:01|07:01|04:XX|11:AMKR|01:01|13:01|04:05|08:03|12:BGSD'))
H('HLA match fraction', 'HLA match|match_grade', cm('10/10|9/10|8/8|7/8|12/12|5/10|6/6'))
H('KIR genotype and ligand', 'KIR|KIR_ligand', cm('C1/C1|C1/C2|C2/C2|Bw4+|AA|Bx'))
H('karyotype ISCN', 'karyotype|Zytogenetik', cm('46,XX[20]|46,XY[20]|46,XY[25]|47,XY,+8[3]/46,XY[17]|46,XX,del(20)(q12)[2]/46,XX[18]|45,X,-Y[4]/46,XY[16]|46,XX[15]', '|'))
H('variant HGVS protein', 'variant|HGVS', cm('TNFRSF6:c.748C>T p.(R250*)|CTLA4 c.105C>A|LRBA p.Arg1445*|none|STAT3 c.2147C>T (p.T716M)|wt'))
H('VAF Prozent NGS Panel', 'VAF|DNMT3A_VAF', lg(6, .8, 1, True, unit=' %'), 'de')
H('anti-HLA DSA MFI', 'DSA_MFI|MFI', mix(lg(1400, .9), cat('neg', '<500'), .4))
H('telomere length kb and percentile', 'TL|telomere', jn(num(6.4, 1.1, 1, 3.5, 10), cm('(<1st)|(1-10)|(10-50)|(50-90)|(>90)')))
# chimerism, cells, flow
H('Chimärismus Spender Prozent gesamt', 'Chim_ges|Chimärismus', mix(num(96, 6, 0, 5, 100, unit='%'), cat('100% Spender', 'vollst.', 'gemischt'), .25), 'de')
H('T cell chimerism decimals greater 99', 'CD3 chimerism|T_chim', num(90, 14, 1, 2, 100, above=98.5))
H('chimérisme donneur/receveur', 'chimerisme|chim_J100', lambda: (lambda x: f"{x}/{100-x}")(min(100, max(3, int(R.gauss(93, 9))))), 'fr')
H('CD34 per kg infused', 'CD34|CD34 x10e6/kg', lg(5.4, .4, 2))
H('TNC x10^8 with factor written', 'TNC|TNC/kg', lg(4.8, .6, 1, unit='x10^8'))
H('CD3 Dosis wissenschaftlich', 'CD3/kg|CD3_Dosis', lambda: f"{R.uniform(.5,9.9):.1f}E+0{c(4,6,7,8)}".replace('.', ','), 'de')
H('viability post thaw', 'viability|Vitalität', num(84, 9, 0, 40, 99, unit=' %'))
H('lymphocyte subsets CD4 per µl', 'CD4|CD4 abs', lg(230, .9, below=5))
H('CD4/CD8 ratio comma', 'CD4/CD8|Quotient', lg(.8, .6, 2, True), 'de')
H('CD19 after B depletion', 'CD19|B-Zellen', mix(lg(60, 1.1), cat('0', '<1', 'n.n.'), .4), 'de')
H('naive and memory B panel', 'switched_memory|Bmem %', lg(6, .8, 1, unit='%'))
H('PNH granulocyte FLAER clone', 'PNH_gran|FLAER', mix(lg(3, 1.6, 2, hi=98), cat('not detected', '<0.01'), .5))
H('regulatory T gate string', 'gate|population', cm('CD4+CD25hiFoxP3+|CD3+CD8+|CD19+CD27-IgD+|CD56brightCD16-|CD4+CD45RA+CD31+|CD138+CD38++'))
H('fluorochrome panel', 'panel|Antikörper', cm('CD3-FITC|CD4-PE|CD8-APC-Cy7|CD19-PerCP-Cy5.5|CD45-V500|CD56-PE-Cy7|7-AAD'))
H('TREC copies per 10^5', 'TREC|KREC', lg(900, 1.2, below=10))
# GVHD, organisms
H('aGVHD organ string skin liver gut', 'aGVHD organs|aGvHD_Organ', lambda: f"S{ri(0,3)} L{ri(0,2)} G{ri(0,3)}")
H('acute grade Roman with Glucksberg', 'aGVHD grade|aGVHD_max', cm('0|I|II|III|IV|II-IV'))
H('NIH chronic severity', 'cGVHD|cGVHD_NIH', cm('none|mild|moderate|severe'))
H('GVH chronique atteintes', 'GVHc_organes|gvhc_site', som('peau|bouche|yeux|foie|poumon|fascia|génital', 1, 3, ' + '), 'fr')
H('Schirmer test mm both eyes', 'Schirmer|schirmer_mm', lambda: f"{ri(0,25)}/{ri(0,25)}")
H('Erreger Blutkultur', 'Erreger|BK_Erreger', cm('kein Wachstum|Staphylococcus epidermidis|Escherichia coli|Klebsiella pneumoniae|Enterococcus faecium (VRE)|Pseudomonas aeruginosa|Candida albicans|Streptococcus mitis'), 'de')
H('organism abbreviations microbiology', 'organism|micro_result', cm('NG|CoNS|E. coli ESBL|S. aureus (MSSA)|C. difficile tox pos|E. faecalis|S. maltophilia|mixed flora'))
H('MIC with S I R', 'antibiogram|MHK', lambda: f"{c('<=','','>','')}{c('0.25','0.5','1','2','4','8','16','32')} {c('S','S','R','I')}")
H('galactomannan index', 'GM_index|Aspergillus-Ag', lg(.2, .9, 2))
H('infección foco y germen', 'foco|germen', cm('catéter|sangre|orina|pulmón|FOD|piel y partes blandas'), 'es')
# units, visits, days, flags
H('lab units as printed', 'Einheit|UNIT', cm('g/dl|G/l|U/l|mg/dl|µmol/l|10^9/L|mmol/L|%|/µl|ng/ml|mIU/L|sec'), 'de')
H('visit names screening to month', 'VISIT|Visit Name', cm('Screening|Baseline|Day 0|Day +30|Day +100|Month 6|Month 12|Month 24|Unscheduled|EOS'))
H('Visite deutsch Nachsorge', 'Visite|Nachsorge', cm('Aufnahme|Tag 0|Tag +28|Tag +100|6 Monate|1 Jahr|2 Jahre|außerplanmäßig'), 'de')
H('visite française M et J', 'visite|temps', cm('J0|J30|J100|M6|M12|M18|M24|J-7'), 'fr')
H('REDCap event names', 'redcap_event_name|event', cm('baseline_arm_1|day_30_arm_1|day_100_arm_1|month_6_arm_1|month_12_arm_1|month_12_arm_2|month_24_arm_1'))
H('days from infusion signed', 'day_rel|ADY', lambda: str(c(ri(-60, -1), ri(0, 120), ri(100, 2400))), words=False)
H('Tage seit Infusion mit Plus', 'Tag|Tag_nach_TX', lambda: (lambda x: f"+{x}" if x > 0 else str(x))(c(ri(-21, 0), ri(1, 60), ri(30, 900))), 'de')
H('days of diagnosis before transplant negative', 'dx_day|DIAGDY', lambda: str(-int(lg(1400, 1.0)())), '', words=False)
H('duration of hospital stay', 'los|LOS_days', lg(24, .5))
H('délai prise de greffe PNN', 'PNN500_delai|sortie_aplasie', num(14, 4, 0, 7, 42), 'fr')
H('engraftment day or never reached', 'plt20_day|ANC500_day', mix(num(16, 5, 0, 8, 60), cat('never below', 'not reached'), .1))
H('follow-up months one decimal', 'fu_months|OS_months', lg(28, 1.0, 1))
H('exposure duration weeks and days', 'dur|EXDUR', lambda: f"{ri(0,52)}w{ri(0,6)}d")
H('onset day and end day range', 'AE days|onset-end', lambda: (lambda a: f"{a}-{a+ri(1,40)}" if R.random() < .85 else f"{a}-ongoing")(ri(-6, 300)))
H('age at transplant whole years adults', 'age_tx|AGE', num(41, 15, 0, 18, 78), words=False)
H('population flags', 'SAFFL|FASFL', cm('Y|N'))
H('H L flag on results', 'LBNRIND|Flag', cm('NORMAL|LOW|HIGH|H|L|HH'))
# sites, arms, versions, devices
H('site short codes with country', 'SITEID|centre', cm('DE01|DE02|FR03|IT01|NL02|UK04|ES01|SE01|PL02'), words=False)
H('CIC centre numbers of few', 'CIC|EBMT centre', cm('204|513|788|239|671|121|560|302'), words=False)
H('randomised arm labels', 'ARM|ACTARM', cm('HSCT|Best available therapy|SCREEN FAILURE|HSCT (crossover)'))
H('dose cohort labels', 'cohort|DL', cm('Cohort 1 (1x10^6/kg)|Cohort 2 (2x10^6/kg)|Cohort 3 (5x10^6/kg)|Expansion'))
H('dictionary and form versions', 'MedDRA version|dict_ver', cm('MedDRA 24.1|MedDRA 26.0|WHODrug Global B3 Sep 2022|CTCAE v4.03|CTCAE v5.0'))
H('software build four parts', 'analyser_sw|sw_version', cm('9.4.0.2|2.10.1|10.0.19045.1|3.6.4|8.1.2.77|12.0.3'))
H('protocol amendment labels', 'protocol_version|Prot', cm('v1.0|v2.0|v2.1 (Amd 1)|v3.0 (Amd 2)'))
H('analyser models of laboratory', 'analyser|Gerät', cm('Sysmex XN-1000|Cobas 8000|ADVIA 2120i|DxH 900|BN ProSpec|Alinity ci|ACL TOP 750'), 'de')
H('assay methods', 'method|LBMETHOD', cm('FLOW CYTOMETRY|ELISA|RT-PCR|NEPHELOMETRY|LC-MS/MS|IMPEDANCE|STR-PCR|NGS'))
H('catheter types', 'catheter|ZVK', cm('Hickman double lumen|PICC|ZVK 3-Lumen V. jug. int. re|Port|Shaldon|keiner'), 'de')
H('apheresis device and settings', 'separator|apheresis', cm('Spectra Optia cMNC|Spectra Optia MNC|COM.TEC|Amicus|COBE Spectra'))
# function, imaging, transfusion, country, blood group
H('LVEF with method', 'LVEF|EF', lambda: f"{ri(38,72)}{c('%','% (echo)',' %','')}")
H('DLCO corrected percent predicted', 'DLCOc|DLCO_SB', num(74, 16, 0, 25, 128, unit='%'))
H('FEV1 Liter und Soll', 'FEV1|FEV1 l (%)', lambda: f"{R.gauss(2.9,.7):.2f} ({ri(45,118)})".replace('.', ','), 'de')
H('QTcF msec', 'QTcF|QTc', num(418, 22, 0, 350, 540, unit=' ms'))
H('spleen size ultrasound cm', 'spleen|Milz', lambda: f"{R.gauss(12.4,2.6):.1f} x {R.gauss(4.6,.9):.1f} cm{c('','',' (Z.n. SE)')}", 'de')
H('CT thorax category findings', 'CT thorax|HRCT', cm('unauffällig|Infiltrat re UL|Milchglas bds.|Pleuraerguss|noduläre Herde|BO-Zeichen'), 'de')
H('liver elastography kPa', 'fibroscan|LSM', lg(6.2, .4, 1, unit=' kPa'))
H('marrow cellularity percent for biopsy', 'cellularity|BM_cell', lambda: f"{c(5,10,20,30,40,50,60,70,80,90)}%")
H('bone density T score hip', 'T-score|DXA_hip_T', num(-1.3, 1.1, 1, -4.5, 2.5))
H('red cell units until day 30', 'EK_Anzahl|RBC units', lg(4, .9), 'de')
H('platelet concentrates type and count', 'TK|PLT transfusions', lambda: f"{ri(0,22)}{c('',' TK',' ATK',' x')}", 'de')
H('country names English mixed upper', 'COUNTRY|Country', cm('Germany|FRANCE|Italy|United Kingdom|Netherlands|SPAIN|Sweden|Poland|USA|Brazil'))
H('Land deutsch', 'Land|Herkunftsland', cm('Deutschland|Österreich|Schweiz|Türkei|Italien|Polen|Syrien|Frankreich'), 'de')
H('ABO with Rh words German', 'Blutgruppe|BG Spender', cm('A pos.|0 pos.|B pos.|A neg.|AB pos.|0 neg.|B neg.|0 Rh D positiv'), 'de')
H('grupo sanguíneo com fator', 'grupo_sanguineo|ABO_Rh', cm('O+|A+|B+|O-|A-|AB+|B-'), 'pt')
H('ABO mismatch type', 'ABO mismatch|ABO_comp', cm('identical|minor|major|bidirectional'))
H('血型 含RH', '血型|供者血型', cm('A型Rh阳性|O型Rh阳性|B型Rh阳性|AB型Rh阳性|O|B'), 'zh')
H('red cell phenotype Rh Kell', 'phenotype|Rh-Phänotyp', cm('CcD.ee K-|CCD.ee K-|ccD.EE K-|ccddee kk|CcD.Ee K+|R1r|R1R2'))
H('irregular antibodies', 'RBC antibody|AK-Suche', cm('negativ|Anti-E|Anti-K|Anti-e, Auto|Anti-Jka|unspez. Kälte-AK|Anti-C+D'), 'de')

# ---------------------------------------------------------------- writing
def column(fam, i):
    kind, name, names, gen, lang, long, miss, words = fam
    key = f"{kind}|{name}|{i}"; R.seed(zlib.crc32(key.encode('utf-8')))
    for f in FK.values(): f.seed_instance(R.randint(0, 10**9))
    n = int(min(400, max(40, 40 * math.exp(abs(R.gauss(0, .9)) + .2))))
    ms = R.choice([0, .02, .05, .12, .3]) if miss is None else miss * R.uniform(.5, 1.3)
    mw = MISS[lang] if words and R.random() < .35 else []
    if kind == 'text': n = min(n, 90)
    cells = []; rep = long if long is not None else (.15 if kind not in ('text', 'age') else 0)
    if kind != 'harmless' and R.random() < rep:   # long table: the row of a person repeated
        while len(cells) < n:
            v = gen(); cells += [v] * R.randint(1, 7)
        cells = cells[:n]
    elif kind == 'text':
        seen = set()
        for _ in range(n):
            for _ in range(6):
                v = gen()
                if v not in seen: break
            seen.add(v); cells.append(v)
    else: cells = [gen() for _ in range(n)]
    if kind == 'age' and sum(1 for x in cells if x[:2] in ('90', '91', '92', '93', '94', '95', '96', '97', '98', '99') or x[:3] in ('100', '101', '102', '103')) < 3: return None
    word = R.choice(mw) if mw else ''
    pad = R.random() < .06
    out = []
    for v in cells:
        if R.random() < ms: v = word if word and R.random() < .6 else ''
        elif pad and R.random() < .3: v = v + ' '
        out.append(v)
    return [kind, name, names[i]] + out
def main():
    loc = 'de_DE de_AT fr_FR nl_NL ru_RU ja_JP ko_KR zh_CN hu_HU pl_PL tr_TR es_ES es_MX pt_PT it_IT sv_SE fi_FI cs_CZ el_GR ar_SA ar_AA he_IL en_US en_GB en_IN vi_VN ro_RO uk_UA'
    for l in loc.split(): fk(l)
    with open(OUT, 'w', encoding='utf-8', newline='\n') as fh:
        for fam in FAM:
            for i in (0, 1):
                row = column(fam, i)
                assert row is not None, fam[1]
                assert not any('\t' in x or '\n' in x or '\r' in x for x in row), fam[1]
                assert sum(1 for x in row[3:] if x.strip()) >= 10, fam[1]
                fh.write('\t'.join(row) + '\n')
if __name__ == '__main__': main()
