#!/usr/bin/env python3
"""Writes development_9.tsv: what deliveries of trials and registries really hold.

    python3 -m venv venv && venv/bin/pip install faker==40.54.0
    venv/bin/python make_development_9.py

Written without sight of the screen, of its description and of the other parts, but for the names of their families.
Python 3.11; some names and addresses come from Faker 40.54.0 (MIT licence). Every cell is drawn at random from fixed
seeds; none stems from a person. Mail and web domains are made up or reserved.
"""
import random, sys, os, datetime as dt
from faker import Faker
FAMS = []
def fam(kind, family, names, cell, miss=0.04, words=('',), rep=1, spice=(), ps=0.03):
    FAMS.append((kind, family, names, cell, miss, words, rep, spice, ps))
_f = {}
def fk(loc):
    if loc not in _f:
        _f[loc] = Faker(loc); _f[loc].seed_instance('blind3' + loc)
    return _f[loc]
def dg(r, n): return ''.join(r.choice('0123456789') for _ in range(n))
def day(r, a=2008, b=2024):
    s = dt.date(a, 1, 1); return s + dt.timedelta(days=r.randrange((dt.date(b, 12, 31) - s).days))
def bday(r): return day(r, 1941, 2012)
def p(r, *xs): return r.choice(xs)
def W(*pairs):
    v = [x for x, _ in pairs]; w = [y for _, y in pairs]
    return lambda r: r.choices(v, w)[0]
# ---------------------------------------------------------------- names
def full(loc, form='F L'):
    def g(r):
        f = fk(loc); a, b = f.first_name(), f.last_name()
        return form.replace('F', '\1').replace('L', '\2').replace('I', '\3').replace('\1', a).replace('\2', b).replace('\3', a[0])
    return g
def up(g): return lambda r: g(r).upper()
def mixcase(g): return lambda r: (lambda s: r.choices([s, s.upper(), s.lower(), ' ' + s, s + ' '], [70, 14, 6, 4, 6])[0])(g(r))
def pre(ts, g, sep=' '): return lambda r: r.choice(ts) + sep + g(r)
N = lambda fa, nm, g, **k: fam('name', fa, nm, g, **k)
N('Potilaan sukunimi etunimi HUS', ['Potilas_nimi', 'POTILAAN NIMI'], (full('fi_FI', 'L F'), up(full('fi_FI', 'L, F'))))
N('Swedish patient Efternamn Förnamn Cosmic', ['Patientnamn', 'Namn'], (full('sv_SE', 'L, F'), mixcase(full('sv_SE', 'L F'))), rep=3)
N('Norwegian pasientnavn DIPS', ['Pasient', 'pas_navn'], (full('no_NO', 'L, F'), full('no_NO', 'F L')))
N('Estonian ees- ja perenimi', ['Patsiendi nimi', 'ees_perenimi'], mixcase(full('et_EE')))
N('Latvian pacienta vards uzvards', ['Pacients', 'vards_uzvards'], mixcase(full('lv_LV', 'L F')))
N('Lithuanian pavardė only', ['Pavardė', 'paciento_pavarde'], lambda r: fk('lt_LT').last_name(), miss=.06)
N('Croatian prezime i ime BIS', ['Prezime i ime', 'bolesnik'], (full('hr_HR', 'L F'), up(full('hr_HR', 'L F'))))
BM, BW, BL = 'Amir,Emir,Haris,Mirza,Adnan,Kenan,Senad,Dino,Jasmin,Nermin'.split(','), 'Amra,Lejla,Emina,Selma,Aida,Merima,Azra,Jasmina,Senada,Belma'.split(','), 'Hodžić,Kovačević,Delić,Begić,Mujić,Halilović,Omerović,Suljić,Čaušević,Bašić,Imamović,Softić,Zukić'.split(',')
N('Bosnian pacijent with father in brackets', ['Ime (ime oca) prezime', 'pacijent'], lambda r: f'{p(r,*(BM + BW))} ({p(r,*BM)}) {p(r,*BL)}')
N('Albanian emri mbiemri', ['Emri Mbiemri', 'pacienti'], lambda r: p(r, *'Arben,Ilir,Agim,Besnik,Fatos,Gentian,Elira,Mimoza,Drita,Vjosa,Blerta,Teuta,Shpresa,Dritan'.split(',')) + ' ' + p(r, *'Hoxha,Shehu,Krasniqi,Gashi,Berisha,Leka,Dervishi,Rexhepi,Kola,Marku,Prifti,Bajrami'.split(',')))
N('Bulgarian three names cyrillic Gama', ['Име презиме фамилия', 'Пациент'], lambda r: (lambda f: f'{f.first_name()} {f.last_name()} {f.last_name()}')(fk('bg_BG')))
N('Turkish hasta adı soyadı HBYS', ['Hasta Adı Soyadı', 'HASTA_ADI'], (mixcase(full('tr_TR')), up(full('tr_TR'))))
N('Hebrew shem mishpacha prati', ['שם מטופל', 'שם משפחה ופרטי'], full('he_IL', 'L F'), rep=4)
N('Persian nam o nam khanevadegi HIS', ['نام بیمار', 'نام و نام خانوادگی'], full('fa_IR'))
N('Indian name with S/o W/o', ['Patient Name', 'PT_NAME'], lambda r: (lambda f: f'' + p(r, f'Mr. {f.first_name_male()} {f.last_name()}', f'Master {f.first_name_male()} S/o {f.first_name_male()} {f.last_name()}', f'Mrs. {f.first_name_female()} W/O {f.first_name_male()} {f.last_name()}', f'Ms. {f.first_name_female()} {f.last_name()}', f'Baby {f.first_name_female()} D/o {f.first_name_male()}'))(fk('en_IN')))
MM, MF = 'Ahmad,Muhammad,Faizal,Hafiz,Zulkifli,Azlan,Ismail,Syafiq,Hassan,Razak,Othman'.split(','), 'Siti Aminah,Nurul Huda,Rosnah,Farah,Khadijah,Norliza,Nor Azizah,Salmah'.split(',')
N('Malay bin binti with Chinese and Tamil', ['NAMA PESAKIT', 'Nama'], lambda r: r.choices([p(r, p(r, *MM) + p(r, ' bin ', ' b. '), p(r, *MF) + p(r, ' binti ', ' bt. ')) + p(r, *MM), f'{p(r,"Tan","Lim","Lee","Wong","Ng","Chong")} {p(r,"Wei","Siew","Chee","Mei")} {p(r,"Ling","Keong","Hoon","Yee","Seng")}', f'{p(r,"Kumar a/l","Priya a/p","Suresh a/l","Anitha a/p","Ravi a/l","Devi a/p")} {p(r,"Subramaniam","Muniandy","Rajan","Krishnan","Perumal")}'], [6, 3, 2])[0].upper())
N('Indonesian nama with Tn Ny An', ['Nama Pasien', 'nama_pasien'], pre(['Tn.', 'Ny.', 'An.', 'Nn.'], full('id_ID')))
N('Thai khamnam chue sakun', ['ชื่อ-สกุล', 'ชื่อผู้ป่วย'], lambda r: p(r, 'นาย', 'นาง', 'นางสาว', 'ด.ช.', 'ด.ญ.') + (lambda f: f.first_name() + ' ' + f.last_name())(fk('th_TH')))
VL, VG = 'Nguyễn,Trần,Lê,Phạm,Hoàng,Phan,Vũ,Đặng,Bùi,Đỗ,Hồ,Ngô,Dương'.split(','), 'Lan,Hương,Minh,Tuấn,Hùng,Dũng,Thảo,Linh,Phương,Hạnh,Sơn,Quân,Trang,Long,Thu,Nga'.split(',')
VN = lambda r: f'{p(r,*VL)} {p(r,"Thị","Văn","Đức","Thị Ngọc","Hữu","Thanh","Quang","Thị Thu")} {p(r,*VG)}'
N('Vietnamese họ tên bệnh nhân', ['Họ và tên', 'HO_TEN'], (VN, up(VN)))
N('Filipino apelyido comma with initial', ['Patient (Last, First MI)', 'px_name'], (lambda g: (g, up(g)))(lambda r: p(r, *'Dela Cruz,Reyes,Santos,Bautista,Villanueva,Mendoza,Garcia,Ramos,Aquino,Manalo,Macaraeg,Dimaculangan,Pangilinan,Salonga,De Guzman,Tolentino'.split(',')) + ', ' + p(r, *'Maria Luisa,Jose Mari,Rowena,Jomar,Crisanto,Analyn,Rodel,Ma. Theresa,Jayson,Princess,Arnel,Marites,Reynaldo,Cherry'.split(',')) + f' {r.choice("ABCDEGLMPRST")}.'))
N('Hispanic two surnames comma ISSSTE', ['Nombre del paciente', 'APELLIDOS_NOMBRES'], (lambda r: (lambda f: f'{f.last_name()} {f.last_name()}, {f.first_name()}')(fk('es_CO')), lambda r: (lambda f: f'{f.last_name()} {f.last_name()} {f.first_name()}'.upper())(fk('es_MX'))))
N('Brazilian nome da mãe SUS', ['nome_mae', 'Nome da Mãe'], lambda r: (lambda f: f'{f.first_name_female()} {f.last_name()} {f.last_name()}'.upper())(fk('pt_BR')))
N('South African first surname initials', ['Surname & Initials', 'Pt Surname'], lambda r: (lambda f: f.last_name() + ' ' + ''.join(r.choice('ABCDEFGJKLMNPRSTVZ') for _ in range(r.choice([1, 2, 2, 3]))))(fk('zu_ZA')))
AR = 'محمد,أحمد,عبدالله,فاطمة,خالد,نورة,سعود,عائشة,يوسف,مريم,ناصر,سلطان,هند,علي,حسن,لطيفة'.split(','); AFM = 'محمد,أحمد,عبدالله,خالد,سعود,يوسف,ناصر,سلطان,علي,حسن'.split(','); AF = 'العتيبي,القحطاني,الدوسري,الشمري,المطيري,الحربي,الزهراني,الغامدي,العنزي,الكعبي,المنصوري,البلوشي'.split(',')
N('Gulf four part Arabic name', ['اسم المريض', 'الاسم الرباعي'], lambda r: f'{p(r,*AR)} {p(r,*AFM)} {p(r,*AFM)} {p(r,*AF)}')
EF = 'Al Otaibi,Al-Qahtani,Al Dosari,Alshammari,Al-Mutairi,Al Harbi,Al Zahrani,Alghamdi,Al Kaabi,Al Mansoori,Al Balushi'.split(',')
N('Gulf name in Latin letters bin bint', ['PATIENT FULL NAME', 'Pt. Name'], lambda r: (lambda s: p(r, s, s.upper()))(p(r, p(r, 'Mohammed', 'Ahmed', 'Khalid', 'Saud', 'Nasser', 'Yousef') + p(r, ' bin ', ' '), p(r, 'Fatima', 'Noura', 'Aisha', 'Mariam', 'Hind', 'Latifa') + p(r, ' bint ', ' ')) + p(r, 'Abdullah', 'Sultan', 'Ali', 'Khalid', 'Salem', 'Hamad') + ' ' + p(r, *EF)))
N('Baltic treating physician dr', ['Gydytojas', 'Ārsts'], (pre(['gyd.', 'dr.', 'prof.', 'doc.'], full('lt_LT', 'I. L')), pre(['dr.', 'Dr.', 'dr.med.'], full('lv_LV', 'F L'))), rep=4)
N('overlege and lege who signed', ['Signert av', 'Ansvarlig lege'], lambda r: full(p(r, 'no_NO', 'da_DK'))(r) + p(r, ', overlege', ', LIS', ', overlæge', '', ''), rep=3)
N('Doç Dr consultant list', ['Sorumlu Hekim', 'Hekim'], pre(['Doç. Dr.', 'Prof. Dr.', 'Uzm. Dr.', 'Dr. Öğr. Üyesi'], full('tr_TR')), rep=5)
N('donor sibling name with relation', ['Donor name', 'Donör'], (lambda r: full('en_IN')(r) + p(r, ' (brother)', ' (sister)', ' (mother)', ' (father)', ''), lambda r: full('tr_TR')(r) + p(r, ' (kardeş)', ' (anne)', ' (baba)', ''),), miss=.3)
N('user who last modified row REDCap EDC login dotted', ['LastModifiedBy', 'entered_by'], lambda r: (lambda s: s)(f'{fk("en_ZA" if 0 else "en_GB").first_name().lower()}.{fk("en_GB").last_name().lower()}'), rep=5)
N('SAS ADSL investigator surname comma first', ['INVNAM', 'PI_NAME'], (full('pl_PL', 'L, F'), full('ro_RO', 'L, F')), rep=6)
# ---------------------------------------------------------------- contact
C = lambda fa, nm, g, **k: fam('contact', fa, nm, g, **k)
def ph(*fmts): return lambda r: ''.join(r.choice('0123456789') if c == '#' else r.choice('23456789') if c == '%' else c for c in r.choice(fmts))
C('Finnish matkapuhelin +358', ['Puhelin', 'matkapuhelin'], ph('+358 40 ### ####', '040-%######', '050 ### ####', '+35844%######'))
C('Estonian mobiil and Latvian tālrunis', ['mobiil', 'tālrunis'], (ph('+372 5### ####', '5#######', '+3725%######'), ph('+371 2# ### ###', '2#######', '+3712%######')))
C('Norwegian mobil pairs', ['Mobiltelefon', 'tlf_pårørende'], ph('9## ## ###', '4## ## ###', '+47 9## ## ###', '+479#######'))
C('Croatian Serbian mobitel slash', ['mobitel', 'Kontakt telefon'], (ph('091/%##-####', '098/%##-###', '+385 99 ### ####'), ph('064/%##-####', '063 %## ###', '+381 62 %######')))
C('Turkish cep telefonu 05', ['Cep Telefonu', 'TEL_1'], ph('05%# ### ## ##', '0(53#) %## ## ##', '+90 54# %## ## ##', '5%########'))
C('Israeli nayad 05 dash', ['טלפון נייד', 'נייד'], ph('05%-%######', '054-%######', '052-%######', '+972-5%-%######'))
C('Iran hamrah 0912', ['شماره تماس', 'تلفن همراه'], ph('0912#######', '0935#######', '+98 91# ### ####', '021-%#######'))
C('India mobile ten digits with +91', ['Mobile No.', 'CONTACT_NO'], ph('+91 9#### #####', '+91-8#########', '98########', '0%#########', '+9197########'))
C('Indonesia nomor HP and Malaysia telefon', ['No. HP', 'No Telefon'], (ph('0812-####-####', '0857########', '+62 813-####-####'), ph('012-%######', '019-%## ####', '+6017-%######')))
C('Mexico Colombia celular', ['celular', 'Teléfono de contacto'], (ph('55 #### ####', '+52 33 #### ####', '044 55 %### ####', '81-%###-####'), ph('3## ### ####', '+57 31# ### ## ##', '(601) %## ## ##')))
C('South Africa cell number of next of kin', ['NOK Cell', 'Cell no'], ph('082 ### ####', '+27 83 ### ####', '(021) %## ####', '071#######'))
C('Gulf mobile +966 +971 +974', ['Mobile Number', 'رقم الجوال'], ph('+966 5# ### ####', '05########', '+971 50 ### ####', '00974 %### ####', '971-55-#######'))
def mail(loc, doms):
    import unicodedata
    def g(r):
        f = fk(loc); a, b = f.first_name(), f.last_name()
        z = lambda s: ''.join(c for c in unicodedata.normalize('NFKD', s.lower().replace('ø', 'o').replace('ı', 'i').replace('æ', 'ae').replace('đ', 'd').replace('ł', 'l')) if c.isascii() and c.isalnum())
        return p(r, z(a) + '.' + z(b), z(a)[0] + z(b), z(b) + dg(r, 2), z(a) + '_' + z(b)) + '@' + p(r, *doms)
    return g
C('Nordic e-post of patient', ['E-post', 'epost'], (mail('sv_SE', ['postlada.example', 'regionnord.se.example', 'brevo.example']), mail('no_NO', ['epost.no.example', 'fjordmail.example'])))
C('Latin correo electrónico', ['correo_electronico', 'e-mail paciente'], (mail('es_CL', ['correo.cl.example', 'hospitalsanandro.example', 'mail.test']), mail('pt_BR', ['caixapostal.br.example', 'hcvaleverde.example'])))
C('Polish Czech email mixed upper', ['Adres e-mail', 'EMAIL'], mixcase(mail('pl_PL', ['poczta.pl.example', 'skrzynka.example', 'szpital-jodlowo.example'])))
C('Finnish katuosoite and kotikunta', ['katuosoite', 'Osoite'], lambda r: f'{p(r,"Mäntytie","Koivukatu","Rantatie","Kirkkokatu","Harjukatu","Lepolantie","Opintie","Metsäpolku")} {r.randint(1,88)}{p(r,""," A "+str(r.randint(1,40))," B "+str(r.randint(1,30)))}' + p(r, '', ', ' + p(r, 'Oulu', 'Kuopio', 'Tampere', 'Turku', 'Lahti')))
C('Turkish adres mahalle sokak', ['Adres', 'HASTA ADRES'], lambda r: f'{p(r,"Cumhuriyet","Yeni","Fatih","Bahçelievler","Atatürk","Yıldız")} Mah. {p(r,"Lale","Gül","Çınar","Menekşe","1045.","712.","Okul")} Sok. No:{r.randint(1,120)}{p(r,""," D:"+str(r.randint(1,24)))} {p(r,"Çankaya/Ankara","Bornova/İzmir","Kadıköy/İstanbul","Seyhan/Adana","Nilüfer/Bursa")}')
C('Indian residential address at post', ['Address', 'PERM_ADDR'], lambda r: f'{p(r,"H.No.","Flat","Door No.","Plot")} {r.randint(1,99)}{p(r,"","/"+str(r.randint(1,40)),"-"+str(r.randint(1,9)))}, {p(r,"Gandhi Nagar","Shivaji Colony","MG Road","Anna Salai 3rd Cross","Vill. Rampur","Sector "+str(r.randint(2,60)))}, {p(r,"Vellore","Pune","Chandigarh","Ludhiana","Kochi","Jaipur")}' + p(r, '', ', Tamil Nadu', ' - ' + str(r.randint(110001, 695615))))
C('Latin American domicilio calle colonia', ['domicilio', 'Dirección'], lambda r: f'{p(r,"Calle","Av.","Cra.","Jr.","Pasaje")} {p(r,"Hidalgo","Los Olivos","Independencia","San Martín","Las Flores","Bolívar")} {p(r,"No. ","# ","")}{r.randint(2,2400)}{p(r,"",", Col. Centro",", Depto "+str(r.randint(1,60)),", Barrio El Prado")}{p(r,"",", Guadalajara",", Medellín",", Arequipa",", Rosario")}')
# ---------------------------------------------------------------- national
X = lambda fa, nm, g, **k: fam('national', fa, nm, g, **k)
def luhn(s):
    t = 0
    for i, c in enumerate(reversed(s)):
        d = int(c) * (2 if i % 2 == 0 else 1); t += d - 9 if d > 9 else d
    return str(-t % 10)
def ws(s, w): return sum(int(a) * b for a, b in zip(s, w))
def hetu(r):
    b = bday(r); z = r.randint(2, 899); n = int(b.strftime('%d%m%y') + f'{z:03d}')
    return b.strftime('%d%m%y') + ('-' if b.year < 2000 else 'A') + f'{z:03d}' + '0123456789ABCDEFHJKLMNPRSTUVWXY'[n % 31]
def pnr(r, sep='-', cent=True):
    b = bday(r); s = b.strftime('%y%m%d') + dg(r, 3); s += luhn(s)
    return (str(b.year)[:2] if cent else '') + s[:6] + sep + s[6:]
def fnr(r):
    while 1:
        s = bday(r).strftime('%d%m%y') + dg(r, 3); a = -ws(s, [3, 7, 6, 1, 8, 9, 4, 5, 2]) % 11
        if a == 10: continue
        s += str(a); b = -ws(s, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11
        if b < 10: return s + str(b)
def balt(r):
    b = bday(r); s = str((3 if b.year < 2000 else 5) + r.randint(0, 1)) + b.strftime('%y%m%d') + dg(r, 3)
    k = ws(s, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11
    if k == 10: k = ws(s, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11 % 10
    return s + str(k)
def egn(r):
    b = bday(r); s = b.strftime('%y') + f'{b.month + (40 if b.year > 1999 else 0):02d}{b.day:02d}' + dg(r, 3)
    return s + str(ws(s, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10)
def jmbg(r, reg):
    while 1:
        b = bday(r); s = b.strftime('%d%m') + f'{b.year % 1000:03d}' + str(r.choice(reg)) + dg(r, 1) + dg(r, 3)
        m = 11 - ws(s, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11
        if m != 10: return s + str(0 if m == 11 else m)
def cnp(r):
    b = bday(r); s = str((1 if b.year < 2000 else 5) + r.randint(0, 1)) + b.strftime('%y%m%d') + f'{r.randint(1,46):02d}' + f'{r.randint(1,999):03d}'
    c = ws(s, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11; return s + str(1 if c == 10 else c)
def tckn(r):
    s = r.choice('123456789') + dg(r, 8); d = list(map(int, s)); a = (7 * sum(d[0::2]) - sum(d[1::2])) % 10
    return s + str(a) + str((sum(d) + a) % 10)
def tz(r): s = r.choice('0023') + dg(r, 7); return s + luhn_il(s)
def luhn_il(s):
    t = sum((lambda v: v - 9 if v > 9 else v)(int(c) * (1 + i % 2)) for i, c in enumerate(s)); return str(-t % 10)
def melli(r):
    s = r.choice('0012345') + dg(r, 8); k = ws(s, range(10, 1, -1)) % 11; return s + str(k if k < 2 else 11 - k)
def rut(r):
    n = r.randint(5000000, 25000000); t = sum(int(c) * (2 + i % 6) for i, c in enumerate(reversed(str(n)))); k = 11 - t % 11
    return n, '0' if k == 11 else 'K' if k == 10 else str(k)
def cpf(r):
    s = dg(r, 9)
    for n in (10, 11):
        k = ws(s, range(n, 1, -1)) * 10 % 11 % 10; s += str(k)
    return s
def zaid(r): s = bday(r).strftime('%y%m%d') + dg(r, 4) + '08'; return s + luhn(s)
def thai(r): s = r.choice('1235') + dg(r, 11); return s + str((11 - ws(s, range(13, 1, -1)) % 11) % 10)
def cuil(r):
    while 1:
        s = p(r, '20', '27', '23') + str(r.randint(6000000, 55000000)).zfill(8); k = 11 - ws(s, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11
        if k != 10: return f'{s[:2]}-{s[2:]}-{0 if k == 11 else k}'
def ecu(r):
    s = f'{r.randint(1,24):02d}' + r.choice('012345') + dg(r, 6); return s + luhn(s)
def curp(r):
    b = bday(r); c = 'BCDFGLMNPRSTVZ'
    return r.choice('BCDFGHLMPRSTV') + r.choice('AEIOU') + r.choice(c) + r.choice(c) + b.strftime('%y%m%d') + r.choice('HM') + p(r, 'DF', 'JC', 'NL', 'PL', 'VZ', 'GT') + ''.join(r.choice(c) for _ in range(3)) + p(r, '0', 'A') + dg(r, 1)
X('Finnish HETU with century sign', ['HETU', 'henkilotunnus'], (hetu, lambda r: (lambda s: p(r, s, s, s.lower()))(hetu(r))))
X('Swedish personnummer with and without century', ['Personnummer', 'PNR'], (pnr, lambda r: p(r, pnr(r, '', True), pnr(r, '-', False), pnr(r))), rep=3)
X('Norwegian fødselsnummer spaced', ['Fødselsnummer', 'fnr'], (lambda r: (lambda s: s[:6] + ' ' + s[6:])(fnr(r)), fnr))
X('Danish CPR with hyphen SP', ['CPR-nummer', 'cpr'], (lambda r: bday(r).strftime('%d%m%y') + '-' + dg(r, 4), lambda r: bday(r).strftime('%d%m%y') + p(r, '-', '-', '') + dg(r, 4)))
X('Icelandic kennitala', ['Kennitala', 'kt'], lambda r: (lambda b: b.strftime('%d%m%y') + p(r, '-', '-', '') + dg(r, 3) + ('9' if b.year < 2000 else '0'))(bday(r)))
X('Estonian isikukood eleven', ['Isikukood', 'asmens kodas'], balt, rep=2)
X('Latvian personas kods old and new', ['Personas kods', 'pers_kods'], lambda r: p(r, bday(r).strftime('%d%m%y') + '-' + p(r, '1', '1', '2') + dg(r, 4), '32' + dg(r, 4) + '-' + dg(r, 5)) if r.random() < .3 else bday(r).strftime('%d%m%y') + '-1' + dg(r, 4))
X('Bulgarian EGN ten', ['ЕГН', 'EGN'], egn)
X('JMBG ex-Yugoslav thirteen', ['JMBG', 'ЈМБГ'], (lambda r: jmbg(r, [7, 8]), lambda r: jmbg(r, [1, 4])))
X('Slovene EMŠO and ZZZS', ['EMŠO', 'emso_pacienta'], lambda r: (lambda q: q)(next(q for q in iter(lambda: jmbg(r, [5]), None) if q[8] == '0')))
X('Romanian CNP exported', ['CNP', 'cnp_pacient'], cnp)
X('TCKN of HBYS export', ['T.C. Kimlik No', 'TCKN'], (tckn, lambda r: (lambda s: p(r, s, s, s[:3] + ' ' + s[3:6] + ' ' + s[6:9] + ' ' + s[9:]))(tckn(r))))
X('Israeli teudat zehut dashed', ['ת.ז.', 'תעודת זהות'], (lambda r: (lambda s: s[:8] + '-' + s[8])(tz(r)), tz))
X('Iranian kod melli dashed', ['کد ملی', 'code_melli'], (lambda r: (lambda s: f'{s[:3]}-{s[3:9]}-{s[9]}')(melli(r)), melli))
X('Aadhaar four four four', ['Aadhaar No', 'AADHAR'], lambda r: r.choice('23456789') + dg(r, 3) + p(r, ' ', ' ', '-') .join(['', dg(r, 4), dg(r, 4)]))
X('Indian ABHA and PAN', ['ABHA No.', 'PAN'], (lambda r: '91-' + dg(r, 4) + '-' + dg(r, 4) + '-' + dg(r, 4), lambda r: ''.join(r.choice('ABCDEFGHJKLMNPRSTUV') for _ in range(3)) + 'P' + r.choice('ABDGKMNPRSV') + dg(r, 4) + r.choice('ABCDEFGHJKLMNPQRSTUVWXYZ')))
X('MyKad twelve with hyphens', ['No. KP', 'IC No'], lambda r: bday(r).strftime('%y%m%d') + '-' + f'{r.randint(1,16):02d}' + '-' + dg(r, 4))
X('Thai thirteen digits spaced one four five two one', ['เลขประจำตัวประชาชน', 'CID'], (lambda r: (lambda s: f'{s[0]} {s[1:5]} {s[5:10]} {s[10:12]} {s[12]}')(thai(r)), lambda r: (lambda s: f'{s[0]}-{s[1:5]}-{s[5:10]}-{s[10:12]}-{s[12]}')(thai(r))))
X('Indonesian NIK sixteen', ['NIK', 'No KTP'], lambda r: p(r, '3171', '3273', '3578', '1271', '7371') + f'{r.randint(1,30):02d}' + (lambda b: f'{b.day + r.choice([0, 40]):02d}{b:%m%y}')(bday(r)) + '000' + str(r.randint(1, 9)))
X('Vietnamese CCCD and BHYT card', ['Số CCCD', 'Số thẻ BHYT'], (lambda r: p(r, '001', '079', '048', '031') + (lambda b: str((0 if b.year < 2000 else 2) + r.randint(0, 1)) + b.strftime('%y'))(bday(r)) + dg(r, 6), lambda r: p(r, 'DN', 'GD', 'HT', 'TE', 'BT') + p(r, '4', '2', '1') + p(r, '01', '79', '48') + dg(r, 10)))
X('Philippine PhilHealth PIN', ['PhilHealth No', 'PIN PhilHealth'], lambda r: dg(r, 2) + '-' + dg(r, 9) + '-' + dg(r, 1))
X('Chilean RUT dotted', ['RUT', 'rut_paciente'], (lambda r: (lambda q: f'{q[0]:,}'.replace(',', '.') + '-' + q[1])(rut(r)), lambda r: (lambda q: f'{q[0]}-{p(r, q[1], q[1].lower())}')(rut(r))))
X('CPF with mask and Cartão SUS', ['CPF', 'CNS'], (lambda r: (lambda s: f'{s[:3]}.{s[3:6]}.{s[6:9]}-{s[9:]}')(cpf(r)), lambda r: '7' + dg(r, 2) + ' ' + dg(r, 4) + ' ' + dg(r, 4) + ' ' + dg(r, 4)))
X('Argentine CUIL and DNI dotted', ['CUIL', 'DNI'], (cuil, lambda r: f'{r.randint(6000000, 54000000):,}'.replace(',', '.')))
X('Mexican CURP eighteen', ['CURP', 'curp_pac'], curp)
X('Ecuador cédula and Uruguay CI', ['Cédula', 'C.I.'], (ecu, lambda r: f'{r.randint(1,5)}.{dg(r,3)}.{dg(r,3)}-{dg(r,1)}'))
X('Colombian CC TI with kind', ['Documento', 'identificacion'], lambda r: p(r, 'CC ', 'CC ', 'TI ', 'RC ', 'CE ') + (f'{r.randint(10000000, 99999999)}' if r.random() < .5 else '10' + dg(r, 8)))
X('South African ID number', ['RSA ID', 'ID Number'], (zaid, lambda r: (lambda s: s[:6] + ' ' + s[6:10] + ' ' + s[10:])(zaid(r))))
X('Emirates ID dashed 784', ['Emirates ID', 'EID'], lambda r: f'784-{bday(r).year}-{dg(r,7)}-{dg(r,1)}')
X('Saudi iqama and Kuwait civil', ['رقم الهوية', 'Civil ID'], (lambda r: (lambda s: s + luhn(s))(p(r, '1', '2') + dg(r, 8)), lambda r: (lambda b: ('2' if b.year < 2000 else '3') + b.strftime('%y%m%d') + dg(r, 5))(bday(r))))
X('Pakistan CNIC dashed and Sri Lanka NIC', ['CNIC', 'NIC No'], (lambda r: p(r, '35202', '42101', '61101', '17301') + '-' + dg(r, 7) + '-' + dg(r, 1), lambda r: p(r, f'{r.randint(45,99)}{r.randint(1,366):03d}{dg(r,4)}V', f'{r.randint(1960,2004)}{r.randint(1,366):03d}{dg(r,5)}')))
X('Pasaport and passport of foreign patients', ['Passport No', 'Pasaport No'], lambda r: r.choice('ABCEGKLMNPUXZ') + p(r, '', r.choice('ABXY')) + dg(r, p(r, 7, 7, 8)), miss=.2)
# ---------------------------------------------------------------- record
R = lambda fa, nm, g, **k: fam('record', fa, nm, g, **k)
R('Thai HN slash year BE', ['HN', 'เลข HN'], lambda r: f'{r.randint(1200,98000)}{p(r,"/","-")}{r.randint(52,67)}')
R('UHID institute year serial', ['UHID', 'UHID No.'], lambda r: f'{p(r,"AHC","VMC","SGI")}.{r.randint(10,24)}.{r.randint(1,99999999):08d}')
R('MRN with leading zeros Gulf', ['MRN', 'File No.'], (lambda r: 'MRN' + p(r, '', ' ', '-') + '00' + dg(r, 6), lambda r: 'F-' + dg(r, 6) + '/' + p(r, 'M', 'F')))
R('Brazilian prontuário with check digit', ['Prontuário', 'RGHC'], (lambda r: f'{dg(r,6)}-{dg(r,1)}', lambda r: f'{dg(r,8)}{r.choice("ABCDEFGHIJ")}'))
R('historia clínica number prefixed HC', ['N° HC', 'historia_clinica'], lambda r: p(r, 'HC ', 'HC-', 'H.C. ') + dg(r, 6))
R('Turkish dosya and protokol no', ['Dosya No', 'Protokol No'], (lambda r: f'{r.randint(2009,2023)}/{dg(r,6)}', lambda r: f'{r.choice("PYA")}-{r.randint(2009,2023)}-{dg(r,6)}'))
R('Croatian matični broj and protokol slash', ['Mat. broj', 'Broj protokola'], lambda r: f'{dg(r,5)}/{r.randint(2010,2023)}')
R('Lithuanian ligos istorijos Nr', ['Ligos istorijos Nr.', 'LI Nr'], lambda r: f'LI {r.randint(10,23)}-{dg(r,5)}')
R('South African folder number barcode', ['Folder No', 'Hosp. no.'], (lambda r: 'GSH' + dg(r, 8), lambda r: f'{dg(r,3)} {dg(r,3)} {dg(r,3)} {r.randint(0,9)}'))
R('Nordic radiology accession prefix', ['Accession', 'AccessionNumber'], lambda r: p(r, 'SE', 'NO', 'DK') + p(r, 'RAD', 'CT', 'MR') + f'{r.randint(10,23)}' + dg(r, 8))
R('DICOM instance uid study', ['StudyInstanceUID', 'SeriesInstanceUID'], lambda r: f'1.2.826.0.1.3680043.{r.randint(2,10)}.{r.randint(100,999)}.{day(r):%Y%m%d}{dg(r,6)}.{r.randint(1,9999)}')
R('stem cell donor GRID', ['GRID', 'Donor GRID'], lambda r: p(r, '9991', '4596', '6939') + ' ' + dg(r, 4) + ' ' + dg(r, 4) + ' ' + dg(r, 4) + ' ' + dg(r, 3), miss=.25)
R('Polish numer księgi głównej', ['Nr księgi głównej', 'nr_KG'], lambda r: f'KG/{dg(r,5)}/{r.randint(2010,2023)}')
R('Indonesian nomor rekam medis dotted', ['No. RM', 'no_rekam_medis'], (lambda r: '.'.join(dg(r, 2) for _ in range(4)), lambda r: 'RM ' + '-'.join(dg(r, 2) for _ in range(3))))
R('Israeli tik refua with ward', ['מספר תיק', 'מס׳ מקרה'], lambda r: f'{r.randint(1,9)}{dg(r,6)}/{r.randint(1,29)}')
R('insurance policy Gulf and Latin', ['Insurance Card No', 'N° afiliado'], (lambda r: 'DHA-' + dg(r, 3) + '-' + dg(r, 7), lambda r: f'{dg(r,2)}-{dg(r,8)}-{r.randint(0,9)}/0{r.randint(0,6)}'))
# ---------------------------------------------------------------- date
D = lambda fa, nm, g, **k: fam('date', fa, nm, g, **k)
def sf(*f): return lambda r: day(r).strftime(r.choice(f))
def mon(ms, fmt): return lambda r: (lambda d: fmt.format(d=d.day, m=ms[d.month - 1], y=d.year, y2=f'{d.year % 100:02d}', dd=f'{d.day:02d}'))(day(r))
def hm(r): return f'{r.randint(0,23):02d}:{r.randint(0,59):02d}'
D('pp.kk.vvvv Finnish without zeros', ['pvm', 'Siirtopäivä'], lambda r: (lambda d: f'{d.day}.{d.month}.{d.year}')(day(r)), rep=5)
D('Swedish datum with klockslag kl', ['Provdatum', 'Datum'], lambda r: day(r).isoformat() + p(r, ' ' + hm(r), ' kl ' + hm(r), ''), rep=4)
D('Norwegian dato word month', ['Dato for transplantasjon', 'dato'], mon('januar,februar,mars,april,mai,juni,juli,august,september,oktober,november,desember'.split(','), '{d}. {m} {y}'))
D('Estonian kuupäev words a.', ['kuupäev', 'siirdamise kuupäev'], (mon('jaanuar,veebruar,märts,aprill,mai,juuni,juuli,august,september,oktoober,november,detsember'.split(','), '{d}. {m} {y}. a.'), sf('%d.%m.%y')))
D('Lithuanian metai mėnuo diena', ['Data', 'Transplantacijos data'], (mon('sausio,vasario,kovo,balandžio,gegužės,birželio,liepos,rugpjūčio,rugsėjo,spalio,lapkričio,gruodžio'.split(','), '{y} m. {m} {d} d.'), sf('%Y.%m.%d', '%Y-%m-%d')))
D('Croatian date with spaces and trailing dot', ['Datum prijema', 'datum_TKMS'], (lambda r: (lambda d: f'{d.day}. {d.month}. {d.year}.')(day(r)), sf('%d.%m.%Y.')))
D('Serbian Cyrillic month genitive', ['Датум', 'Датум отпуста'], mon('јануара,фебруара,марта,априла,маја,јуна,јула,августа,септембра,октобра,новембра,децембра'.split(','), '{d}. {m} {y}.'))
D('Turkish tarih ay adı', ['Nakil Tarihi', 'Tarih'], (mon('Ocak,Şubat,Mart,Nisan,Mayıs,Haziran,Temmuz,Ağustos,Eylül,Ekim,Kasım,Aralık'.split(','), '{d} {m} {y}'), lambda r: day(r).strftime('%d.%m.%Y') + p(r, '', ' ' + hm(r) + ':00')))
D('Hebrew month name taarich', ['תאריך', 'תאריך השתלה'], (mon('בינואר,בפברואר,במרץ,באפריל,במאי,ביוני,ביולי,באוגוסט,בספטמבר,באוקטובר,בנובמבר,בדצמבר'.split(','), '{d} {m} {y}'), lambda r: (lambda d: f'{d.day}/{d.month}/{d:%y}')(day(r))))
FAD = str.maketrans('0123456789', '۰۱۲۳۴۵۶۷۸۹')
def jal(r): return r.randint(1388, 1403), r.randint(1, 12), r.randint(1, 29)
D('Jalali shamsi slash with Persian digits', ['تاریخ پیوند', 'تاریخ'], (lambda r: '{}/{:02d}/{:02d}'.format(*jal(r)), lambda r: '{}/{:02d}/{:02d}'.format(*jal(r)).translate(FAD)))
D('Hijri date of Gulf admission', ['تاريخ الدخول', 'Admission (H)'], (lambda r: f'{r.randint(1,29):02d}/{r.randint(1,12):02d}/{r.randint(1430,1446)}هـ', lambda r: f'{r.randint(1430,1446)}-{r.randint(1,12):02d}-{r.randint(1,29):02d} H'))
D('Thai Buddhist era short month', ['วันที่', 'วันปลูกถ่าย'], lambda r: (lambda d: f'{d.day} ' + 'ม.ค.,ก.พ.,มี.ค.,เม.ย.,พ.ค.,มิ.ย.,ก.ค.,ส.ค.,ก.ย.,ต.ค.,พ.ย.,ธ.ค.'.split(',')[d.month - 1] + f' {p(r, d.year + 543, (d.year + 543) % 100)}')(day(r)))
D('Vietnamese ngày ghép words and compact minutes', ['Ngày ghép', 'NGAY_VAO'], (lambda r: (lambda d: f'ngày {d.day} tháng {d.month} năm {d.year}')(day(r)), lambda r: day(r).strftime('%Y%m%d') + hm(r).replace(':', '')))
D('Indonesian tanggal bulan', ['Tanggal', 'Tgl transplantasi'], (mon('Januari,Februari,Maret,April,Mei,Juni,Juli,Agustus,September,Oktober,November,Desember'.split(','), '{d} {m} {y}'), mon('Jan,Feb,Mar,Apr,Mei,Jun,Jul,Agt,Sep,Okt,Nov,Des'.split(','), '{dd}-{m}-{y2}')))
D('Spanish fecha de with words', ['fecha_trasplante', 'Fecha de alta'], (mon('enero,febrero,marzo,abril,mayo,junio,julio,agosto,septiembre,octubre,noviembre,diciembre'.split(','), '{d} de {m} de {y}'), mon('ene,feb,mar,abr,may,jun,jul,ago,sep,oct,nov,dic'.split(','), '{dd}-{m}-{y2}')), spice=['No aplica', 'Pendiente', 'se desconoce'])
D('Portuguese data abbreviated month slash', ['Data do transplante', 'dt_obito'], (mon('jan,fev,mar,abr,mai,jun,jul,ago,set,out,nov,dez'.split(','), '{dd}/{m}/{y}'), sf('%d/%m/%Y')), miss=.2)
D('SAS DATETIME export with seconds', ['LBDTC_RAW', 'SAMPDTM'], lambda r: day(r).strftime('%d%b%Y').upper() + ':' + hm(r) + ':00', rep=6)
D('Excel damaged some serials among written', ['DOT', 'Date of TX'], lambda r: (lambda d: str((d - dt.date(1899, 12, 30)).days) if r.random() < .18 else d.strftime('%d/%m/%Y'))(day(r)))
D('Indian dd-mm-yy with dots and slashes', ['Date of BMT', 'D.O.A.'], lambda r: (lambda d, s: f'{d.day}{s}{d.month}{s}{d:%y}')(day(r), p(r, '-', '/', '.')))
D('partial EDC UN UNK among full', ['AESTDAT', 'CMSTDAT_RAW'], lambda r: (lambda d: p(r, *([d.strftime('%d %b %Y').upper()] * 4), 'UN ' + d.strftime('%b %Y').upper(), 'UN UNK ' + str(d.year)))(day(r)))
D('HL7 timestamp with offset', ['OBX-14', 'obs_ts'], lambda r: day(r).strftime('%Y%m%d') + hm(r).replace(':', '') + p(r, '00', '00', '17', '42', '58') + p(r, '+0200', '+0300', '+0530'), rep=3)
D('Filipino month day comma year', ['Date of Infusion', 'Date Discharged'], (sf('%B %d, %Y'), sf('%b. %d, %Y', '%b %d, %Y')))
D('two dates from to hospital stay', ['Tarih aralığı', 'Hospitalisation'], lambda r: (lambda a: a.strftime('%d.%m.%Y') + p(r, ' - ', '-', ' – ') + (a + dt.timedelta(days=r.randint(3, 60))).strftime('%d.%m.%Y'))(day(r)))
# ---------------------------------------------------------------- birth
B = lambda fa, nm, g, **k: fam('birth', fa, nm, g, **k)
B('syntymäaika Finnish', ['Syntymäaika', 'synt_aika'], (lambda r: (lambda d: f'{d.day}.{d.month}.{d.year}')(bday(r)), lambda r: bday(r).strftime('%d%m%y')))
B('doğum tarihi HBYS', ['Doğum Tarihi', 'DTARIH'], lambda r: bday(r).strftime(p(r, '%d.%m.%Y', '%d.%m.%Y', '%d/%m/%Y')), rep=3)
B('taarich leida', ['תאריך לידה', 'ת. לידה'], lambda r: bday(r).strftime('%d/%m/%Y'))
B('tarikh tavallod jalali', ['تاریخ تولد', 'tarikh_tavallod'], (lambda r: f'{r.randint(1320,1390)}/{r.randint(1,12):02d}/{r.randint(1,29):02d}'.translate(FAD), lambda r: f'{r.randint(1320,1390)}/{r.randint(1,12)}/{r.randint(1,29)}'))
B('Indian DOB with age behind', ['DOB / Age', 'D.O.B.'], lambda r: (lambda d: d.strftime('%d-%m-%Y') + f' ({2023 - d.year} Y)')(bday(r)))
B('fecha de nacimiento US and local order', ['Fecha de nacimiento', 'f_nac'], lambda r: bday(r).strftime(p(r, '%d/%m/%Y', '%d/%m/%Y', '%Y-%m-%d')))
B('gimimo data dzimšanas datums', ['Gimimo data', 'Dzimšanas datums'], (lambda r: bday(r).strftime('%Y-%m-%d'), lambda r: bday(r).strftime('%d.%m.%Y.')))
B('tanggal lahir with place', ['Tempat/Tgl Lahir', 'TTL'], lambda r: p(r, 'Jakarta', 'Bandung', 'Medan', 'Surabaya', 'Makassar') + ', ' + bday(r).strftime('%d-%m-%Y'))
B('syntymä SPSS date eleven', ['SYNTAIKA', 'BIRTHDT'], lambda r: bday(r).strftime('%d-%b-%Y').upper(), spice=['MISSING'])
# ---------------------------------------------------------------- age
def ag(r): return r.randint(90, 99) if r.random() < .24 else int(min(89, max(60, r.gauss(77, 7))))
A = lambda fa, nm, s, **k: fam('age', fa, nm, s, miss=.03, **k)
A('Nordic år', ['Alder', 'Ålder'], lambda r: f'{ag(r)} år')
A('Finnish vuotta', ['Ikä', 'ika_siirrossa'], (lambda r: f'{ag(r)} v', lambda r: f'{ag(r)} vuotta'))
A('Baltic amžius metai gadi', ['Amžius', 'Vecums'], (lambda r: f'{ag(r)} m.' if r.random() < .3 else f'{ag(r)} metai', lambda r: f'{ag(r)} gadi'))
A('Croatian godina and Turkish yaş', ['Dob', 'Yaş'], (lambda r: f'{ag(r)} god.', lambda r: f'{ag(r)} yaşında'))
A('Spanish años meses', ['Edad', 'edad_tx'], lambda r: f'{ag(r)} años' + p(r, '', '', f' {r.randint(1,11)} meses'))
A('Indian Y M D', ['Age/Sex', 'Age (Y-M-D)'], (lambda r: f'{ag(r)} Y / {p(r,"M","F")}', lambda r: f'{ag(r)} Yrs {r.randint(0,11)} Mths {r.randint(0,29)} Days'))
A('Thai pi and Vietnamese tuổi', ['อายุ', 'Tuổi'], (lambda r: f'{ag(r)} ปี', lambda r: f'{ag(r)} tuổi'))
# ---------------------------------------------------------------- postcode
P = lambda fa, nm, g, **k: fam('postcode', fa, nm, g, **k)
P('Finnish postinumero with toimipaikka', ['Postinumero ja -toimipaikka', 'postinumero'], (lambda r: p(r, '00 HELSINKI', '02 ESPOO', '20 TURKU', '33 TAMPERE', '90 OULU', '70 KUOPIO').replace(' ', dg(r, 2) + '0 '), lambda r: p(r, '00', '01', '02', '05', '20', '33', '40', '90') + dg(r, 2) + '0'))
P('Swedish postnummer three two', ['Postnr', 'Postnummer'], (lambda r: f'{r.randint(111,984)} {dg(r,2)}', lambda r: f'SE-{r.randint(111,984)} {dg(r,2)}'))
P('Lithuanian pašto kodas LT', ['Pašto kodas', 'pasto_kodas'], lambda r: f'LT-{r.randint(0,99):02d}{dg(r,3)}')
P('Croatian poštanski broj and mjesto', ['Poštanski broj', 'Pošta'], lambda r: p(r, '10000 Zagreb', '21000 Split', '51000 Rijeka', '31000 Osijek', '23000 Zadar', '42000 Varaždin', '10410 Velika Gorica', '35000 Slavonski Brod', '20000 Dubrovnik', '48000 Koprivnica', '22000 Šibenik', '33000 Virovitica', '40000 Čakovec', '44000 Sisak', '47000 Karlovac', '52100 Pula', '32100 Vinkovci', '43000 Bjelovar'))
P('Turkish posta kodu ilçe', ['Posta Kodu', 'POSTAKODU'], (lambda r: p(r, '06 Çankaya', '35 Bornova', '34 Kadıköy', '01 Seyhan', '16 Nilüfer', '42 Meram').replace(' ', dg(r, 2) + '0 '), lambda r: f'{r.randint(1,81):02d}{dg(r,2)}0'))
P('Mexican código postal CP', ['C.P.', 'codigo_postal'], lambda r: p(r, 'C.P. ', 'CP ', 'C.P.') + f'{r.randint(1000,99999):05d}')
P('Indian PIN code three three', ['PIN Code', 'Pincode'], (lambda r: f'{r.randint(110,695)} {r.randint(1,150):03d}', lambda r: p(r, 'Pune', 'Vellore', 'Kochi', 'Delhi') + f'-{r.randint(110,695)}{r.randint(1,150):03d}'))
P('Brazilian CEP hyphen', ['CEP', 'cep_residencia'], lambda r: f'{r.randint(1000,99990):05d}-{dg(r,3)}')
P('Malaysian poskod bandar', ['Poskod', 'Poskod Bandar'], lambda r: p(r, '50 Kuala Lumpur', '47 Petaling Jaya', '10 George Town', '80 Johor Bahru', '88 Kota Kinabalu', '93 Kuching').replace(' ', dg(r, 2) + '0 ', 1))
# ---------------------------------------------------------------- ip, url
def ip4(r): return p(r, f'10.{r.randint(0,255)}.{r.randint(0,255)}.{r.randint(1,254)}', f'192.168.{r.randint(0,30)}.{r.randint(1,254)}', f'203.0.113.{r.randint(1,254)}', f'198.51.100.{r.randint(1,254)}')
fam('ip', 'ePRO tablet client address', ['client_ip', 'IP Address'], ip4, rep=4)
fam('ip', 'audit trail login with port and session', ['audit_source', 'login_from'], lambda r: ip4(r) + p(r, ':' + str(r.randint(1024, 65000)), ' (VPN)', ''), rep=3)
fam('ip', 'x forwarded for chain', ['X-Forwarded-For', 'remote_addr'], lambda r: ip4(r) + ', ' + ip4(r))
fam('ip', 'v6 documentation prefix from web form', ['ipv6', 'submitter_ip'], lambda r: '2001:db8:' + ':'.join(f'{r.randint(0,65535):x}' for _ in range(p(r, 6, 6, 2))).replace(':', ':', 1) if 0 else '2001:db8:' + ':'.join(f'{r.randint(1,65535):x}' for _ in range(6)))
fam('url', 'REDCap survey link per person', ['survey_link', 'redcap_survey_url'], lambda r: 'https://redcap.hospital-nordvik.example/surveys/?s=' + ''.join(r.choice('ABCDEFGHJKLMNPRTWXY3479') for _ in range(10)))
fam('url', 'Turkish PACS viewer link with pid', ['PACS link', 'image_url'], lambda r: f'http://pacs.radyoloji.example/viewer?acc={dg(r,9)}&pid={dg(r,7)}', miss=.3)
fam('url', 'network folder of scanned consents', ['scan_path', 'Consent file'], (lambda r: f'file://srv-bmt01.example/consent/{day(r).year}/{dg(r,6)}_scan.pdf', lambda r: f'https://docs.hematologi.example/samtykke/{dg(r,6)}.pdf'))
fam('url', 'crowdfunding and patient page', ['web page', 'página web'], lambda r: 'www.' + p(r, 'ayudemos', 'todosporla', 'fuerza') + p(r, 'maria', 'juan', 'sofia', 'diego', 'lucia', 'mateo') + p(r, '', dg(r, 2)) + '.example' + p(r, '', '/historia', '/donar'), miss=.3)
# ---------------------------------------------------------------- text
T = lambda fa, nm, a, b, c: fam('text', fa, nm, lambda r: p(r, *a.split('|')).format(n=r.randint(2, 28), d=r.randint(1, 9)) + ' ' + p(r, *b.split('|')).format(n=r.randint(2, 28), d=r.randint(1, 9)) + p(r, '', ' ' + p(r, *c.split('|')).format(n=r.randint(2, 28), d=r.randint(1, 9))), miss=.15, words=('', '', '-'))
T('Swedish journalanteckning', ['Anteckning', 'Kommentar'], 'Pat mår bra vid dagens besök.|Inkommer akut med feber och frossa.|Ringer och berättar att hon haft diarré i {d} dagar.|Maken medföljer till mottagningen.|Trött sedan utskrivningen från avd {n}.', 'Återgått till arbetet på förskolan i Säffle på {n} %.|Kortison trappas ned, ny kontroll om {d} veckor.|Tar ciklosporin oregelbundet enligt dottern.|Hudutslag på armarna, bedöms av hudläkare.|Önskar flytta uppföljningen närmare hemmet.', 'Brev skickas till vårdcentralen.|Ny tid bokad.|Har pratat med kurator om ekonomin.')
T('Danish journalnotat', ['Notat', 'Bemærkning'], 'Pt. møder til kontrol ledsaget af sin søster.|Har haft feber i {d} dage derhjemme.|Telefonisk kontakt med patientens hustru.|Velbefindende, cykler dagligt.', 'Vi aftaler at stoppe prednisolon over {d} uger.|Indlægges på afdelingen mhp. antibiotika.|Bor alene på landet og har svært ved transport.|Blodprøver tages hos egen læge.', 'Ses igen om {n} dage.|Enig i plan.|Pårørende informeret.')
T('Finnish hoitoseloste', ['Huomautus', 'Lisätiedot'], 'Potilas tuli vastaanotolle vaimonsa kanssa.|Kuume nousi kotona {d} päivää sitten.|Vointi hyvä, palannut töihin sahalle.|Soittanut poliklinikalle ihottumasta.', 'Syklosporiini tauolle, uudet kokeet {d} viikon kuluttua.|Siirretty teho-osastolle hengitysvajeen vuoksi.|Toivoo jatkoseurannan kotipaikkakunnalla.|Ei merkkejä käänteishyljinnästä.', 'Tytär auttaa lääkkeiden jaossa.|Kontrolli sovittu.')
T('Estonian märkused of physician', ['Märkused', 'Kommentaar'], 'Patsient tuli kontrolli koos abikaasaga.|Haige kaebab väsimust ja nahalöövet.|Palavik kodus {d} päeva.|Helistas tütar, ravim otsas.', 'Ravimit vähendatud, uus visiit {d} nädala pärast.|Elab üksinda Võru lähedal.|Viidud üle intensiivravisse hingamispuudulikkuse tõttu.|Naasis tööle kooli.', 'Teavitatud perearsti.|Lepitud kokku telefonikõne.')
T('Latvian piezīmes un slēdziens', ['Piezīmes', 'Slēdziens'], 'Pacients jūtas labi, atgriezies darbā lauku saimniecībā.|Paciente ieradās kopā ar vīru.|Drudzis mājās {d} dienas.', 'Ciklosporīns atcelts, jo paaugstināts kreatinīns.|Nākamā vizīte pēc {d} nedēļām.|Pārvests uz intensīvās terapijas nodaļu elpas trūkuma dēļ.', 'Ģimene informēta.|Brālis bija donors.')
T('Lithuanian pastabos gydytojo', ['Pastabos', 'Komentaras'], 'Pacientas karščiuoja {d} dienas, atvyko su broliu.|Jaučiasi gerai, grįžo į darbą mokykloje.|Skambino dukra dėl bėrimo ant rankų.', 'Perkeltas į reanimaciją dėl kvėpavimo nepakankamumo.|Ciklosporinas nutrauktas, kontrolė po {d} savaičių.|Gyvena kaime, sunku atvykti.', 'Šeima informuota.|Donorė buvo sesuo.')
T('Hungarian megjegyzés', ['Megjegyzés', 'Dekurzus'], 'A beteg a férjével érkezett kontrollra.|Otthon {d} napja lázas.|Jól van, visszatért dolgozni az iskolába.|Telefonon jelezte, hogy kiütései vannak.', 'A ciklosporint elhagytuk, kontroll {d} hét múlva.|Légzési elégtelenség miatt intenzív osztályra került.|Falun él, nehezen tud bejárni.', 'A testvére volt a donor.|A családot tájékoztattuk.')
T('Ukrainian prymitky', ['Примітки', 'Коментар лікаря'], 'Пацієнтка прийшла на огляд з чоловіком.|Вдома гарячка протягом {d} днів.|Почувається добре, повернувся до роботи на заводі.', 'Циклоспорин відмінено, контроль через {d} тижнів.|Переведений до реанімації через задишку.|Живе в селі, важко доїжджати.', 'Донором був брат.|Родину поінформовано.')
T('Croatian napomena of clinic', ['Napomena', 'Opis'], 'Bolesnica dolazi na kontrolu u pratnji supruga.|Febrilan unazad {d} dana, javio se telefonom.|Opće stanje dobro, vratio se na posao u školu.|Žali se na mučninu i proljev.', 'Dogovoreno postupno ukidanje kortikosteroida.|Premješten u jedinicu intenzivnog liječenja.|Živi u selu kod Knina pa teže dolazi na preglede.|Kontrola krvne slike za {d} tjedana.', 'Otac je bio davatelj.|Obitelj upoznata s tijekom liječenja.')
T('Turkish açıklama', ['Açıklama', 'Klinik not'], 'Hasta eşi ile birlikte polikliniğe geldi.|{d} gündür ateşi olduğunu söylüyor.|Genel durumu iyi, öğretmenliğe geri döndü.|Annesi telefonla aradı, döküntü tarif etti.', 'Siklosporin kesildi, {d} hafta sonra kontrol önerildi.|Yoğun bakıma devredildi, solunum sıkıntısı vardı.|Köyde yaşadığı için ilaç temininde güçlük çekiyor.|Kan tahlilleri ilçe hastanesinde yapılacak.', 'Kardeşi vericiydi.|Aileye bilgi verildi.')
T('Hebrew hearot', ['הערות', 'סיכום ביקור'], 'המטופלת הגיעה לביקורת עם בעלה.|חום זה {d} ימים, התקשר למרפאה.|מרגיש טוב, חזר לעבודה כנהג מונית.|מתלוננת על עייפות ופריחה בידיים.', 'הופסק טיפול בציקלוספורין, ביקורת בעוד {d} שבועות.|הועבר לטיפול נמרץ בשל קוצר נשימה.|גר לבד בצפון ומתקשה להגיע.|בדיקות דם יבוצעו בקופת החולים.', 'האח היה התורם.|המשפחה עודכנה.')
T('Persian tozihat', ['توضیحات', 'شرح حال'], 'بیمار همراه همسرش مراجعه کرد.|از {d} روز پیش تب دارد.|حال عمومی خوب است و به کار در نانوایی برگشته است.|مادر بیمار تلفنی از راش پوستی خبر داد.', 'سیکلوسپورین قطع شد و کنترل دو هفته بعد.|به علت تنگی نفس به آی سی یو منتقل شد.|در روستا زندگی می‌کند و رفت و آمد مشکل است.', 'برادرش اهداکننده بود.|به خانواده توضیح داده شد.')
T('Indonesian catatan kontrol', ['Catatan', 'Keterangan'], 'Pasien datang bersama suaminya untuk kontrol.|Demam sejak {d} hari di rumah.|Keadaan umum baik, sudah kembali mengajar.|Pasien mengeluh mual dan diare.', 'Siklosporin dihentikan, kontrol {d} minggu lagi.|Dipindahkan ke ICU kerana sesak nafas.|Tinggal di kampung sehingga sulit ke rumah sakit.', 'Kakaknya sebagai donor.|Keluarga sudah diberi penjelasan.')
T('Thai banthuek', ['หมายเหตุ', 'บันทึกแพทย์'], 'ผู้ป่วยมาตามนัดพร้อมภรรยา|มีไข้มา {d} วันก่อนมาโรงพยาบาล|อาการทั่วไปดี กลับไปทำนาได้แล้ว', 'หยุดยา cyclosporine นัดอีก {d} สัปดาห์|ย้ายไปไอซียูเนื่องจากหอบเหนื่อย|บ้านอยู่ไกลเดินทางลำบาก', 'พี่ชายเป็นผู้บริจาค|แจ้งญาติแล้ว')
T('Vietnamese ghi chú', ['Ghi chú', 'Diễn biến'], 'Bệnh nhân đến khám cùng vợ.|Sốt {d} ngày nay tại nhà.|Tổng trạng tốt, đã đi dạy học lại.', 'Ngừng cyclosporin, hẹn khám lại sau {d} tuần.|Chuyển hồi sức do khó thở tăng dần.|Nhà ở xa nên đi lại khó khăn.', 'Em gái là người cho tế bào gốc.|Đã giải thích cho gia đình.')
T('Spanish observaciones Latin America', ['Observaciones', 'evolucion'], 'Paciente acude a control acompañado de su esposa.|Refiere fiebre desde hace {d} días en su domicilio.|Buen estado general, volvió a trabajar en el taller.|La mamá llama por teléfono por lesiones en la piel.', 'Se suspende ciclosporina y se cita en {d} semanas.|Pasa a UCI por insuficiencia respiratoria.|Vive en zona rural y le cuesta trasladarse.|No trae los exámenes porque el laboratorio estaba cerrado.', 'El hermano fue el donante.|Se informa a la familia.')
T('Brazilian observação evolução', ['Observação', 'evolução clínica'], 'Paciente comparece com a filha.|Febre há {d} dias em casa, sem procurar o posto.|Bem, voltou a trabalhar na padaria.|Refere perda de apetite desde a alta.', 'Suspenso tacrolimo, retorno em {d} semanas.|Transferido para UTI por dispneia.|Mora em outro município e depende de transporte da prefeitura.', 'Irmã foi doadora.|Família orientada.')
T('Indian English query reply', ['Site response', 'Remarks'], 'Pt came with wife for review.|H/o fever since {d} days, native place treatment taken.|Patient attendant informed telephonically.|Pt is doing well and resumed farming.', 'Tab wysolone tapered and stopped, review after {d} weeks.|Shifted to ICU i/v/o respiratory distress.|Could not come for follow up due to financial constraints.|Reports done outside, not available in file.', 'Brother is the donor.|Discussed with treating consultant.')
T('South African Gulf English nurse note', ['Nurse note', 'Reason for deviation'], 'Patient was travelling to his home country for Eid and missed the visit.|Mother phoned to say he vomited the tablets.|Subject stays on a farm outside Upington and had no transport.|Visit done {d} days late because of taxi strike.', 'Bloods were drawn at the local clinic instead.|PI informed and accepted the deviation.|Will be seen again in {n} days.|Re-consented in Afrikaans by the study sister.', 'No harm to the patient.|Sponsor notified.')
# ---------------------------------------------------------------- harmless
MW = [('',), ('', 'NA'), ('', 'ND'), ('', '.'), ('NaN', ''), ('', 'not done'), ('-', ''), ('', 'NULL'), ('', '-99')]
_i = [0]
def H(fa, nm, g, miss=None, words=None, rep=1):
    _i[0] += 1
    fam('harmless', fa, nm, g, [.0, .05, .12, .25][_i[0] % 4] if miss is None else miss, words or MW[_i[0] % len(MW)], rep)
def ln(m, s=.35, d=1, sep='.', pf=(), unit='', thou='', sp=.05):
    import math
    def g(r):
        if pf and r.random() < sp: return r.choice(pf)
        v = m * math.exp(r.gauss(0, s)); t = f'{v:,.{d}f}' if thou else f'{v:.{d}f}'
        if thou: t = t.replace(',', '\1').replace('.', sep).replace('\1', thou)
        elif sep != '.': t = t.replace('.', sep)
        return t + unit
    return g
def mx(a, b, w=.5): return lambda r: a(r) if r.random() < w else b(r)
def cat(s, w=None):
    v = s.split('|'); w = w or [1 / (i + 1) for i in range(len(v))]
    return lambda r: r.choices(v, w)[0]
def I(a, b): return lambda r: str(r.randint(a, b))
LAB = [ # family, names, generator
 ('B-Hb Finnish g/l', ['B-Hb', 'Hemoglobiini'], ln(104, .18, 0)), ('LPK Swedish decimal comma', ['B-LPK', 'LPK'], ln(4.3, .7, 1, ',', ('<0,1', '<0,3'))),
 ('trombocytter with less than', ['Trombocytter', 'B-Trombocytter'], ln(88, .8, 0, pf=('<5', '< 10'))), ('neutrofile granulocytter', ['Neutrofile', 'Nøytrofile'], ln(2.1, .8, 2, ',', ('<0,01', '0'))),
 ('P-ALAT u/l', ['P-ALAT', 'ALAT'], ln(33, .6, 0)), ('S-Bilirubiin umol', ['S-Bil', 'Bilirubiin'], ln(11, .5, 1)),
 ('Kreatinīns umol/L', ['Kreatinīns', 'Kreatininas'], ln(78, .3, 0, unit=' µmol/L')), ('CRB Lithuanian', ['CRB', 'CRB mg/l'], ln(9, 1.2, 1, ',', ('<0,5', '<1'), sp=.15)),
 ('hrvatski urea', ['Urea', 'Ureja u serumu'], ln(5.6, .35, 1, ',')), ('LDH BiH U/L', ['LDH', 'LDH (U/L)'], ln(240, .35, 0)),
 ('hemoglobin Turkish g/dL', ['HGB', 'Hemoglobin g/dL'], ln(10.6, .18, 1, unit='')), ('trombosit bin', ['PLT', 'Trombosit'], ln(96, .8, 0)),
 ('ferritin Turkish thousand dot', ['Ferritin', 'Ferritin ng/mL'], ln(1400, .9, 1, ',', ('>1.650,0',), thou='.')), ('kalsiyum düzeltilmiş', ['Ca (düzeltilmiş)', 'Kalsiyum'], ln(9.2, .06, 2)),
 ('Hebrew lab with unit behind', ['המוגלובין', 'טסיות'], (ln(10.8, .16, 1, unit=' g/dL'), ln(90, .7, 0, unit=' K/µL'))), ('Persian digits white cells', ['گلبول سفید', 'پلاکت'], (lambda r: ln(4.8, .6, 1)(r).replace('.', '٫').translate(FAD), lambda r: ln(110, .7, 0)(r).translate(FAD))),
 ('Indian TLC per cumm', ['TLC', 'TLC /cumm'], lambda r: f'{int(ln(4600, .7, 0)(r)) // 100 * 100:,}' if r.random() < .4 else str(int(ln(4600, .7, 0)(r)) // 10 * 10)), ('platelet lakhs', ['Platelet (lakhs)', 'PLT lakh/cumm'], ln(1.1, .7, 2, unit=' L')),
 ('SGOT SGPT India', ['SGPT', 'SGOT'], ln(36, .6, 0)), ('FBS PPBS mg', ['FBS', 'RBS'], ln(108, .25, 0, unit=' mg/dl')), 
 ('kreatinin Indonesian koma', ['Kreatinin', 'Ureum'], (ln(.9, .3, 2, ','), ln(26, .4, 1, ','))), ('Thai BUN Cr slash pair', ['BUN/Cr', 'BUN / Cr'], lambda r: ln(15, .4, 0)(r) + '/' + ln(.9, .3, 2)(r)),
 ('Vietnamese bạch cầu G/L', ['Bạch cầu', 'Tiểu cầu (G/L)'], (ln(5.2, .6, 2), ln(120, .6, 0))), ('leucocitos Brazil milhar', ['Leucócitos', 'Plaquetas'], (ln(4900, .6, 0, thou='.'), lambda r: str(int(ln(105, .7, 0)(r))) + '.000')),
 ('bilirrubina directa flag', ['Bilirrubina directa', 'BD mg/dL'], ln(.3, .6, 2, pf=('<0.1',))), ('hematocrito por ciento', ['Hto', 'Hematocrito %'], ln(33, .14, 1, ',', unit=' %')),
 ('RDW y VCM', ['VCM', 'HCM'], (ln(91, .06, 1), ln(30, .06, 1))), ('reticulocytes with percent and absolute', ['Retik.', 'Reticulocytes'], lambda r: ln(1.6, .6, 1)(r) + '% (' + ln(58, .6, 0)(r) + ')'),
 ('haptoglobin below detection', ['Haptoglobin', 'S-Haptoglobin'], ln(.9, .6, 2, pf=('<0.10', '<0.08'), sp=.3)), ('IgG IgA IgM g/l comma', ['IgG', 'IgM'], (ln(8, .4, 2, ','), ln(.7, .5, 2, ',', ('<0,17',)))),
 ('ciclosporin trough', ['CsA trough', 'C0 Ciclosporin'], ln(190, .4, 0, pf=('<25',))), ('tacrolimus ng', ['Tacrolimus', 'FK506'], ln(7.5, .4, 1, pf=('< 2.0',))),
 ('busulfan AUC', ['Bu AUC', 'AUC busulfan'], ln(4100, .15, 0, unit=' µM·min')), ('CMV PCR copies', ['CMV DNA', 'CMV PCR'], ln(900, 1.5, 0, pf=('not detected', 'Not detected', '<137', 'neg'), sp=.6)),
 ('EBV log ten', ['EBV log10', 'EBV (log IU/mL)'], ln(2.9, .25, 2, pf=('TND', '<2.0'), sp=.5)), ('BK viruria scientific', ['BKV urine', 'BK virus'], mx(cat('negative|<500'), lambda r: f'{r.uniform(1,9.9):.2f}E+0{r.randint(3,9)}', .5)),
 ('galaktomannan GM index Turkish', ['GM index', 'Galaktomannan'], ln(.15, .6, 2)), ('procalcitonin PCT', ['PCT', 'Prokalsitonin'], ln(.3, 1.2, 2, pf=('<0.05', '<0,05'), sp=.2)),
 ('INR and aPTT ratio', ['INR', 'aPTT'], (ln(1.1, .12, 2), ln(31, .15, 1))), ('fibrinogen D dimer FEU', ['Fibrinogen', 'D-dimer'], (ln(3.4, .3, 1), ln(.7, .8, 2, pf=('<0.27', '>20')))),
 ('ADAMTS13 activity', ['ADAMTS13', 'ADAMTS-13 aktivitet'], ln(52, .5, 0, pf=('<5', '<10', '>100'), unit=' %')), ('anti ADAMTS inhibitor BU', ['Inhibitor BU', 'Bethesda'], ln(1.4, .8, 1, pf=('neg', '<0.4'), sp=.4)),
 ('ANA titre dilutions', ['ANA', 'ANA titer'], cat('1:80|<1:80|1:160|negative|1:320|1:640|1:1280|1:2560')), ('DAT strength IgG C3d', ['DAT', 'Coombs'], cat('neg|IgG 2+|IgG 3+|IgG+C3d 2+|C3d 1+|IgG 4+|weak')),
 ('cold agglutinin titre', ['Cold agglutinin', 'Kylmäagglutiniini'], cat('<1:4|1:64|1:128|1:512|1:1024|1:16|1:2048')), ('PNH clone sizes', ['PNH granulocytes', 'FLAER neg %'], ln(1.3, 1.4, 2, pf=('0', '<0.01'), unit='%', sp=.4)),
 ('TSH T4 pairs', ['TSH', 'fT4'], (ln(1.9, .6, 2), ln(15, .15, 1))), ('D-vitamiini nmol with unit', ['25-OH-D', 'D-vitamiini'], ln(58, .4, 0, unit=' nmol/l')),
 ('urine protein creatinine', ['U-PCR', 'UPCR'], ln(18, .9, 0)), ('eGFR above sixty', ['eGFR', 'GFR est.'], ln(75, .2, 0, pf=('>90', '>60'), sp=.3)),
 ('NT-proBNP with sex limits', ['NT-proBNP', 'NT-proBNP ng/L'], ln(210, 1, 0, pf=('<50',))), ('troponin T high sens', ['hs-TnT', 'Troponiini'], ln(11, .7, 0, pf=('<5', '<13'), sp=.2)),
 ('reference range strings', ['Ref. range', 'Referansområde'], cat('117 - 153|3.5 - 8.8|145-348|0,3-4,0|<5|10 - 45|60–105|135 - 145')), ('abnormal flags H L star', ['Flag', 'Avvik'], cat('N||H|L|LL|HH|*|A')),
 ('lab units mix', ['Unit', 'Birim'], cat('g/L|10*9/L|10^3/µL|U/L|µmol/L|mg/dL|%|E9/l|mkat/l|ng/mL|IU/L')), ('lab test short names Nordic NPU', ['NPU', 'NPU-kode'], cat('NPU02319|NPU02593|NPU03568|NPU19651|NPU18016|NPU19748|NPU03429|NPU01459|NPU04998')),
 ('LOINC loaded with hyphen', ['LOINC', 'loinc_code'], cat('718-7|6690-2|777-3|751-8|2160-0|1742-6|1975-2|2532-0|1988-5|2276-4|4679-7|30341-2')), ('tested material', ['Material', 'Näyte'], cat('blood|serum|plasma EDTA|bone marrow|urine|CSF|BAL|stool')),
 ('morphology blasts percent', ['Blasts %', 'Blastit'], cat('0|1|2|0.5|<1|3|5')), ('smear comments coded', ['Morphology', 'Periferik yayma'], cat('normal|anisocytosis +|schistocytes 1-2/field|spherocytes ++|toxic granulation|large platelets|polychromasia')),
]
for a, b, g in LAB: H(a, b, g, rep=p(random.Random(a), 1, 1, 2))
H('verenpaine pair', ['RR', 'Verenpaine'], lambda r: f'{int(r.gauss(124,14))}/{int(r.gauss(76,9))}')
H('temperatur with comma', ['Temp', 'Temperatur °C'], lambda r: f'{r.gauss(37.1,.6):.1f}'.replace('.', ','))
H('nabız spo2', ['Nabız', 'SpO2'], (lambda r: f'{int(r.gauss(84,12))}/dk', lambda r: f'%{r.randint(90,100)}'))
H('vekt høyde', ['Vekt (kg)', 'Høyde'], (ln(71, .2, 1, ',', unit=' kg'), lambda r: f'{int(r.gauss(171,9))} cm'))
H('BSA m2 Mosteller', ['BSA', 'Vücut yüzey alanı'], ln(1.78, .11, 2, unit=' m²'))
H('estatura en metros', ['Talla (m)', 'estatura'], lambda r: f'{r.gauss(1.65,.08):.2f}')
H('diuresis 24h', ['Diuresis 24 h', 'Balance hídrico'], (I(800, 3900), lambda r: f'{r.randint(-1800,2400):+d} mL'))
H('Karnofsky Lansky list', ['Karnofsky', 'KPS/Lansky'], cat('90|100|80|70|60|50'))
H('ECOG text Turkish', ['ECOG PS', 'Performans'], cat('ECOG 0|ECOG 1|ECOG 2|ECOG 3'))
H('HCT-CI sorror group', ['HCT-CI', 'Sorror'], cat('0|1|2|3|4|5|6|7'))
H('EBMT disease status words', ['Status at HSCT', 'Statut maladie EBMT'], cat('CR|PR|Stable disease|Relapse/Progression|Never in CR|Unknown'))
H('EBMT score and CIBMTR risk', ['EBMT score', 'DRI'], (cat('2|3|1|4|5|0'), cat('Low|Intermediate|High|Very high')))
H('SF-36 domains decimals', ['SF36_PF', 'SF36_MH'], lambda r: p(r, '55', '60', '70', '75', '80', '85', '95', '100', '45', '33.3', '66.7'))
H('EQ-5D dimension words', ['EQ5D mobility', 'EQ5D anxiety'], (cat('no problems|slight problems|moderate problems|severe problems|unable'), cat('ingen|lätt|måttlig|svår')))
H('EQ VAS and index', ['EQ VAS', 'EQ5D index'], (lambda r: str(p(r, 40, 50, 60, 65, 70, 75, 80, 85, 90, 95)), lambda r: p(r, '1.000', f'{r.uniform(.35,.95):.3f}', f'{r.uniform(.6,.95):.3f}')))
H('FACT-BMT answers Spanish', ['FACT_P1', 'FACT_E3'], cat('Nada|Un poco|Algo|Mucho|Muchísimo'))
H('questionnaire likert Finnish', ['Kysymys 4', 'Väsymys'], cat('Ei lainkaan|Vähän|Jonkin verran|Paljon|Hyvin paljon'))
H('likert Turkish', ['Soru 7', 'Yorgunluk'], cat('Hiç|Biraz|Oldukça|Çok'))
H('pain NRS words', ['NRS', 'Ağrı skoru'], cat('0|2|3|1|4|5|6|7|8|10'))
H('SLEDAI EDSS half points', ['SLEDAI', 'EDSS'], (I(0, 24), lambda r: p(r, '1.0', '1.5', '2.0', '3.5', '4.0', '6.0', '6.5')))
H('bleeding score ITP-BAT', ['ITP-BAT', 'SMOG'], lambda r: f'S{r.randint(0,4)}M{r.randint(0,4)}O{r.randint(0,3)}')
H('mg per kg dose comma', ['Dos mg/kg', 'Doz mg/kg'], lambda r: p(r, '2,5', '5', '7,5', '10', '50', '3,2', '0,8', '12,8'))
H('dose with unit Indian brand', ['Dose', 'Drug dose'], cat('Tab Wysolone 40 mg OD|Inj ATG 2.5 mg/kg|Cap Cyclosporine 100 mg BD|Inj Fludarabine 30 mg/m2|Tab Acyclovir 400 mg TDS|Inj G-CSF 300 mcg SC'))
H('posologia frequency', ['Frequência', 'Posología'], cat('12/12h|8/8h|1x/dia|24/24h|cada 12 horas|c/8h|dosis única|semanal'))
H('infusion rate and volume', ['Rate mL/h', 'Volum ml'], (I(20, 250), ln(180, .5, 0, unit=' ml')))
H('route coded', ['Route', 'Veriliş yolu'], cat('IV|PO|SC|i.v.|per os|oral|IM|inh'))
H('conditioning regimen abbreviations', ['Conditioning', 'Hazırlama rejimi'], cat('Cy/ATG|BEAM-ATG|Flu/Cy/ATG|Bu/Flu|Flu/Cy|FLAMSA|TBI 2 Gy/Flu|Mel 140|Treo/Flu|Cy 200 mg/kg'))
H('serotherapy product and total', ['Serotherapy', 'Serotherapie product'], cat('Thymoglobuline 7.5 mg/kg|Grafalon 30 mg/kg|none|ATGAM 90 mg/kg|Alemtuzumab 30 mg|Thymoglobulin 4.5 mg/kg'))
H('TBI fractions', ['TBI', 'TBI dose/fractions'], cat('none|2 Gy / 1|4 Gy/2|12 Gy / 6|8 Gy/4'))
H('GVHD prophylaxis', ['GVHD prophylaxis', 'GVHH profilaksisi'], cat('CSA+MTX|CsA/MMF|PTCy+Tac+MMF|Tac/MTX|CSA|none|Sirolimus + MMF'))
H('organ stages skin liver gut letters', ['aGVHD organs', 'GVHD skin-liver-gut'], lambda r: f'S{r.randint(0,4)}L{r.choice([0,0,0,1,2])}G{r.randint(0,4)}')
H('overall grade roman', ['aGVHD grade', 'Grado EICH'], cat('0|I|II|III|IV|no'))
H('chronic GVHD NIH severity languages', ['cGVHD NIH', 'EICHc severidad'], (cat('none|mild|moderate|severe'), cat('no|leve|moderada|grave')))
H('NIH organ score comma list', ['NIH organs', 'cGVHD sites'], lambda r: ', '.join(r.sample(['skin', 'mouth', 'eyes', 'liver', 'lung', 'GI', 'joints'], r.randint(1, 3))))
H('HLA typing two fields', ['HLA-A', 'HLA-DRB1'], (lambda r: 'A*' + p(r, '01:01', '02:01', '03:01', '24:02', '11:01', '33:03', '26:01', '68:01'), lambda r: 'DRB1*' + p(r, '15:01', '07:01', '03:01', '11:04', '13:02', '04:05', '12:02', '09:01')))
H('HLA typing genotype slash lowres', ['HLA-B', 'HLA B lavoppløst'], lambda r: 'B' + '/'.join(r.sample(['7', '8', '35', '44', '51', '15', '27', '40', '58', '38'], 2)))
H('match grade fraction', ['HLA match', 'Yhteensopivuus'], cat('10/10|9/10|8/10|12/12|11/12|5/10 (haplo)|6/6'))
H('KIR ligand and haplotypes', ['KIR', 'KIR haplotype'], cat('AA|Bx|BB|AB|C1/C1|C1/C2|C2/C2'))
H('DSA MFI', ['DSA MFI', 'DSA (MFI)'], ln(1500, .9, 0, pf=('neg', '<500', 'ingen'), sp=.45))
H('karyotype strings', ['Karyotype', 'Karyotyyppi'], cat('46,XX[20]|46,XY[20]|46,XX|46,XY,del(5)(q13q33)[4]/46,XY[16]|47,XY,+8[6]/46,XY[14]|45,X,-Y[5]/46,XY[15]|46,XY,del(20)(q11)[3]/46,XY[17]'))
H('variant HGVS', ['Mutation', 'NGS varyant'], cat('none detected|PIGA c.55C>T p.Arg19Trp|BCOR c.4977del|DNMT3A p.R882H|ASXL1 c.1934dup|TET2 p.Q1548*|LRBA c.2836_2839del|CTLA4 c.151C>T'))
H('chimerism CD3 CD33 donor', ['Chimerism CD3', 'Kimerizm'], ln(93, .06, 0, unit=' % donor', pf=('>99%', '100%', '<5%'), sp=.35))
H('chimerism method and result', ['Chimerism method', 'STR/FISH'], cat('STR|XY-FISH|qPCR|NGS|SNP array'))
H('CD34 yield with e6', ['CD34+/kg', 'CD34 x10e6/kg'], ln(5.4, .4, 2, unit=' x10^6/kg'))
H('TNC and CD3 dose', ['TNC x10e8', 'CD3 dose'], (ln(4.2, .6, 2, ','), lambda r: f'{r.uniform(.5,9.5):.1f} x 10^7'))
H('viability postthaw', ['Viabilitet', 'Viability 7-AAD'], ln(88, .08, 1, unit='%'))
H('flow cytometry lymphocyte subsets', ['CD4', 'CD19 %'], (ln(310, .7, 0, pf=('<10',)), ln(9, .7, 1, ',')))
H('flow gates names', ['Gate', 'Population'], cat('CD45+/CD3+|CD3+CD4+|CD3+CD8+|CD19+|CD16+56+|CD4+CD25+FoxP3+|TCRγδ+|CD34+CD38-'))
H('TREC KREC copies', ['TREC', 'KREC'], ln(60, 1.2, 0, pf=('undetectable', '<6'), sp=.3))
H('organisms blood culture', ['Organism', 'Etken'], cat('E. coli|Staphylococcus epidermidis|Klebsiella pneumoniae ESBL|no growth|Candida krusei|Pseudomonas aeruginosa|Enterococcus faecium VRE|Üreme olmadı'))
H('culture MIC', ['MIC', 'MIK'], cat('<=0.25|0.5|1|2|>=16|4|8|<=0.06'))
H('MedDRA preferred terms Nordic', ['AE term PT', 'PT_NAME_MEDDRA'], cat('Febrile neutropenia|Mucosal inflammation|Cytomegalovirus infection reactivation|Nausea|Engraftment syndrome|Serum sickness|Alopecia|Haemorrhagic cystitis|Veno-occlusive liver disease'), rep=2)
H('MedDRA codes eight digits', ['PTCODE', 'MedDRA PT kode'], cat('10016288|10028116|10058854|10028813|10050684|10040400|10001760|10018999|10047216'), rep=2)
H('MedDRA LLT Spanish Portuguese', ['LLT', 'Término AA'], cat('Neutropenia febril|Mucositis oral|Náuseas|Diarrea|Cistitis hemorrágica|Reactivación de CMV|Vômitos|Febre|Exantema cutáneo'))
H('SOC words Turkish', ['SOC', 'Sistem organ sınıfı'], cat('Enfeksiyonlar ve enfestasyonlar|Kan ve lenf sistemi hastalıkları|Gastrointestinal hastalıklar|Deri ve deri altı doku hastalıkları'))
H('CTCAE grade mixed', ['CTCAE', 'Grad'], cat('2|1|3|Grade 3|4|Gr 2|5'))
H('WHODrug names', ['CMDECOD', 'WHODrug name'], cat('CICLOSPORIN|PREDNISOLONE|ACICLOVIR|SULFAMETHOXAZOLE;TRIMETHOPRIM|FLUCONAZOLE|MYCOPHENOLATE MOFETIL|RITUXIMAB|FILGRASTIM|LETERMOVIR|POSACONAZOLE'), rep=2)
H('ATC codes exported', ['ATC', 'ATC-kode'], cat('L04AD01|L04AA04|H02AB06|J05AB01|J02AC04|L01FA01|L03AA02|J01EE01|V03AF03|L04AD02'))
H('ICD-10 with national letter', ['ICD-10', 'MKB-10'], cat('D69.3|D59.1|D61.9|D59.5|D70|D61.3|M32.1|G35|D69.3G|D89.8|T86.0'))
H('SNOMED concept ids repeated', ['SNOMED', 'SCTID'], cat('32273002|234359008|306058006|127034005|24700007|55464009|234532001|58184002'))
H('procedure KSH NCSP', ['NCSP', 'Toimenpidekoodi'], cat('WW102|TPX10|XX2ND|RXGD05|DR029|AXA10|WF002'))
H('diagnosis words Balkan', ['Dijagnoza', 'Дијагноза'], (cat('ITP|AIHA|Evansov sindrom|Aplastična anemija|PNH|TTP'), cat('ИТП|АИХА|Евансов синдром|апластична анемија|ПНХ')))
H('diagnosis words Baltic', ['Diagnozė', 'Diagnoos'], (cat('Imuninė trombocitopenija|Autoimuninė hemolizinė anemija|Evans sindromas|Aplazinė anemija'), cat('Immuuntrombotsütopeenia|AIHA|Evansi sündroom|Aplastiline aneemia')))
H('diagnosis words Persian Arabic', ['تشخیص', 'التشخيص'], (cat('آنمی آپلاستیک|ITP|آنمی همولیتیک خودایمن|سندرم اوانز'), cat('فقر دم لا تنسجي|قلة الصفيحات المناعية|فقر دم انحلالي مناعي|متلازمة إيفانز')))
H('diagnosis words Thai Vietnamese', ['การวินิจฉัย', 'Chẩn đoán'], (cat('ITP|โลหิตจางอะพลาสติก|AIHA|Evans syndrome'), cat('Suy tủy xương|Giảm tiểu cầu miễn dịch|Thiếu máu tan máu tự miễn|Hội chứng Evans')))
H('visit labels Nordic', ['Besök', 'Besøk'], cat('Screening|Dag 0|Dag +30|Dag +100|6 mån|12 mån|Baseline|Oplanerat'), rep=2)
H('visit labels Turkish Hebrew', ['Vizit', 'ביקור'], (cat('Tarama|Gün 0|Gün +28|3. ay|6. ay|12. ay|Plansız'), cat('סינון|יום 0|יום +30|חודש 3|חודש 6|שנה 1')), rep=2)
H('visit folder Rave', ['FolderName', 'InstanceName'], cat('Screening (1)|Day +7 (1)|Day +14 (1)|Day +28 (1)|Month 3 (1)|Unscheduled (2)|Month 6|End of Study'))
H('relative days signed', ['Tag/Dag', 'dager_fra_infusjon'], lambda r: str(r.choice([r.randint(-60, -1), r.randint(0, 100), r.randint(100, 1900)])))
H('relative day with D and plus', ['STUDYDAY_TXT', 'Gün'], (lambda r: p(r, 'D+', 'D +') + str(r.randint(0, 400)) if r.random() < .85 else 'D-' + str(r.randint(1, 9)), lambda r: f'{r.randint(-8,365):+d}. gün'))
H('durations weeks and days', ['Duración', 'Süre'], (lambda r: p(r, f'{r.randint(1,14)} días', f'{r.randint(1,30)} semanas', f'{r.randint(1,24)} meses'), lambda r: p(r, f'{r.randint(1,28)} gün', f'{r.randint(1,20)} hafta')))
H('engraftment day censored', ['ANC engraft day', 'Nötrofil engraftman günü'], lambda r: p(r, '', '+') + str(int(r.gauss(16, 4))) if r.random() < .9 else 'not reached')
H('ISO durations', ['AEDUR', 'CMDUR'], lambda r: p(r, 'P', 'P') + p(r, f'{r.randint(1,60)}D', f'{r.randint(1,8)}W', f'{r.randint(1,9)}M', f'1DT{r.randint(1,23)}H'))
H('clock time of sample', ['Klokkeslett', 'Saat'], lambda r: p(r, '06', '07', '08', '09', '10', '13') + ':' + p(r, '00', '15', '30', '45', '10', '20'))
H('infusion minutes', ['Infusion minutes', 'İnfüzyon süresi (dk)'], cat('30|45|60|20|90|120|240'))
H('yes no in Baltic', ['Taip/Ne', 'Jah/Ei'], (cat('Ne|Taip|ne|taip|nežinoma'), cat('ei|jah|Ei|teadmata')))
H('yes no in Balkan scripts', ['Da/Ne', 'Да/Не'], (cat('Ne|Da|ne|da|nepoznato'), cat('Не|Да|не|Непознато')))
H('yes no in Asia', ['Ya/Tidak', 'มี/ไม่มี'], (cat('Tidak|Ya|tidak diketahui'), cat('ไม่มี|มี|ไม่ทราบ')))
H('yes no in Semitic and Persian', ['כן/לא', 'نعم/لا'], (cat('לא|כן|לא ידוע'), cat('لا|نعم|غير معروف')))
H('checkbox REDCap one zero', ['inf_type___3', 'consent_ok___1'], cat('0|1'))
H('SPSS coded answers with nine', ['kod_sukup', 'V014'], cat('1|2|9|3'))
H('coded label pairs REDCap raw', ['rel_type', 'outcome_raw'], cat('1, Related|2, Not related|3, Unlikely|9, Unknown'))
H('sex words Nordic Baltic', ['Sukupuoli', 'Kjønn'], (cat('nainen|mies|N|M'), cat('Kvinne|Mann|K|M')))
H('sex words Turkish Persian Hindi', ['Cinsiyet', 'جنسیت'], (cat('Kadın|Erkek|K|E'), cat('زن|مرد')))
H('site codes country number', ['SITEID', 'Senter'], cat('NO-01|SE-03|FI-02|DK-01|EE-01|LT-02|LV-01'))
H('centre CIC small numbers', ['CIC', 'EBMT CIC'], cat('208|217|621|728|345|564'))
H('site codes Asia', ['Center code', 'ศูนย์'], cat('IND04|THA01|MYS02|VNM01|IDN03|PHL01|SGP01'))
H('study arms words', ['Arm', 'Tedavi kolu'], (cat('Arm A: auto-HSCT|Arm B: best available therapy|Screen failure'), cat('Nakil|Kontrol|Rituksimab')))
H('ITTFL SAFFL letters', ['ITTFL', 'SAFFL'], cat('Y|N'))
H('protocol amendment versions', ['Protocol version', 'Protokolversion'], cat('v3.0|v2.1|Amendment 2|v4.0|1.0 / SE-1|v2.1 (NO)'))
H('dictionary version names', ['MedDRA ver', 'Dict version'], cat('MedDRA 26.1|MedDRA 25.0|WHODrug Global B3 Sep|CTCAE v5.0|MedDRA 24.1'))
H('EDC form status', ['Form status', 'CRF durumu'], cat('Complete|SDV|Locked|Incomplete|Signed|Unverified'))
H('form and domain names', ['FormOID', 'DOMAIN'], cat('LB_HEM|AE|CM|VS|LB_CHEM|EX|DS|GVHD_A|CHIM'))
H('analyser devices', ['Analysaattori', 'Cihaz'], cat('Sysmex XN-1000|cobas 8000|ADVIA 2120i|Sysmex XN-9000|Mindray BC-6800|Architect ci8200|FACSLyric'))
H('apheresis device', ['Apheresis device', 'Aferez cihazı'], cat('Spectra Optia|COBE Spectra|Amicus|Spectra Optia MNC|COM.TEC'))
H('lab methods', ['Metode', 'Yöntem'], cat('nephelometry|HPLC|LC-MS/MS|ELISA|CLIA|flow cytometry|turbidimetri|qPCR'))
H('EF ranges and words', ['LVEF', 'EF %'], mx(lambda r: f'{int(r.gauss(60,5))} %', cat('60-65%|>55%|55-60 %|normal'), .8))
H('echo measures mm', ['LVIDd', 'TAPSE'], (lambda r: f'{int(r.gauss(47,5))} mm', lambda r: f'{r.gauss(22,3):.1f} mm'))
H('spirometry litres and predicted', ['FEV1', 'DLCO'], (lambda r: f'{r.gauss(2.8,.7):.2f} L ({int(r.gauss(88,14))}%)', lambda r: f'{r.gauss(74,14):.1f} %pred'))
H('CT chest categories', ['CT thorax', 'Toraks BT'], cat('normal|ground-glass opacity|nodules|consolidation|halo sign|pleural effusion|Normal'))
H('spleen size', ['Dalak', 'Perna (cm)'], lambda r: f'{r.gauss(12.4,2.2):.1f} cm')
H('T2 star liver iron', ['LIC', 'T2* ms'], (ln(6, .7, 1, unit=' mg/g'), ln(17, .6, 1, pf=('>20',))))
H('transfusion units', ['RBC units', 'SAG-enheter'], (cat('0|2|1|4|3|6|8|12'), cat('0|2 enheter|1 enhet|4 enheter')))
H('transfusion products', ['Product', 'Kan ürünü'], (cat('RBC irradiated|PLT apheresis|FFP|PLT pooled|RBC'), cat('ES ışınlanmış|TDP|Aferez trombosit|Havuz trombosit')))
H('donor recipient groups arrow', ['ABO D->R', 'Blodgruppe'], cat('O+ -> A+|A+ -> A+|A Rh pos|O Rh pos|B+ -> O+|AB neg|0 Rh(D) neg'))
H('ABO mismatch kind', ['ABO mismatch', 'ABO uyumsuzluğu'], (cat('none|minor|major|bidirectional'), cat('yok|minör|majör|çift yönlü')))
H('kan grubu rh', ['Kan Grubu', 'קבוצת דם'], cat('A Rh(+)|0 Rh(+)|B Rh(+)|AB Rh(+)|A Rh(-)|0 Rh(-)'))
H('countries in own language', ['Land', 'Ülke'], (cat('Norge|Sverige|Danmark|Finland|Estland|Litauen|Island'), cat('Türkiye|Almanya|Suriye|Irak|Azerbaycan')))
H('countries English Asia Gulf', ['Country', 'Country of treatment'], cat('India|Saudi Arabia|Malaysia|Thailand|UAE|Oman|Sri Lanka|Viet Nam|INDIA|Philippines'))
H('relation of donor', ['Donor relation', 'Verici yakınlığı'], (cat('HLA-identical sibling|MUD|haploidentical parent|autologous|haplo child'), cat('kardeş|anne|baba|akraba dışı|otolog')))
H('stem cell source', ['Source', 'Sursa'], cat('PBSC|BM|PB|CB|BM+PB|sânge periferic|măduvă'))
H('cause of death category', ['COD', 'Dødsårsak'], (cat('Infection|GVHD|Relapse/progression|Multi-organ failure|VOD/SOS|Unknown'), cat('Infeksjon|Residiv|GVHD|Toksisitet|Ukjent')), miss=.5)
H('last contact status', ['Survival status', 'Son durum'], (cat('Alive|Dead|Lost to follow-up'), cat('Yaşıyor|Eksitus|Takipsiz')))
H('causality and outcome words India', ['Causality', 'AE outcome'], (cat('Not related|Possibly related|Probably related|Unlikely'), cat('Recovered|Recovering|Not recovered|Recovered with sequelae|Fatal')))
H('age with unit capped Nordic', ['Alder (topkodet)', 'Ålder vid HSCT'], lambda r: (lambda a: '≥90 år' if r.random() < .02 else f'{a} år')(min(88, max(18, int(r.gauss(48, 15))))))
H('age bands Asia', ['Age band', 'กลุ่มอายุ'], cat('18-29|30-39|40-49|50-59|60-69|<18|70+'))
H('CVC kinds Nordic Latin', ['CVC type', 'Kateter'], cat('Hickman|PICC|port-a-cath|tunnelled CVC|jugularis dx|CVK'))
H('serology recipient donor signs', ['CMV R/D', 'CMV serostatus'], cat('+/+|-/-|+/-|-/+|R+/D+|R+/D-'))
H('hepatitis HIV panel results', ['HBsAg', 'anti-HBc'], cat('negative|Negatif|neg|non reactive|positive|Reaktif'))
H('vaccine names schedule', ['Vaccine', 'Vaksine'], cat('PCV13 dose 1|PCV13 dose 2|DTaP-IPV-Hib|Influenza|HBV dose 3|MMR|PPSV23'))
H('mucositis nutrition support', ['WHO mucositis', 'TPN days'], (cat('0|1|2|3|4'), cat('0|5|7|9|12|14|21')))
H('marrow cellularity', ['Cellularity', 'Benmärg cellhalt'], cat('20%|<10%|30-40%|normocellular|hypocellular|50%|5 %'))
H('sense of response criteria Portuguese', ['Resposta', 'Respuesta'], cat('RC|RP|SR|Recaída|No evaluable|RC con citopenia'))
N('Greek onomateponymo cases', ['Ονοματεπώνυμο', 'ΑΣΘΕΝΗΣ'], (full('el_GR', 'L F'), up(full('el_GR', 'L F'))))
N('Hungarian név surname first né', ['Beteg neve', 'Kezelőorvos'], full('hu_HU', 'L F'))
N('Ukrainian surname with two initials', ['ПІБ', 'Лікар'], lambda r: f'{fk("uk_UA").last_name()} {r.choice("АВГІЛМНОПСТЮ")}. {r.choice("АВГІЛМНОПСТЮ")}.', rep=2)
N('Georgian sakheli gvari', ['სახელი გვარი', 'პაციენტი'], full('ka_GE'))
C('Philippine and Vietnamese mobile', ['Contact #', 'SĐT'], (ph('0917 ### ####', '0920-###-####', '+63 9## ### ####'), ph('09## ### ###', '03########', '+84 9# ### ## ##')))
D('Hungarian év hónap nap', ['Dátum', 'Transzplantáció dátuma'], (mon('január,február,március,április,május,június,július,augusztus,szeptember,október,november,december'.split(','), '{y}. {m} {d}.'), sf('%Y.%m.%d.', '%Y. %m. %d.')))
D('Ukrainian month word and r.', ['Дата', 'Дата трансплантації'], mon('січня,лютого,березня,квітня,травня,червня,липня,серпня,вересня,жовтня,листопада,грудня'.split(','), '{d} {m} {y} р.'))
D('Greek month genitive', ['Ημερομηνία', 'Ημ/νία εισαγωγής'], (mon('Ιανουαρίου,Φεβρουαρίου,Μαρτίου,Απριλίου,Μαΐου,Ιουνίου,Ιουλίου,Αυγούστου,Σεπτεμβρίου,Οκτωβρίου,Νοεμβρίου,Δεκεμβρίου'.split(','), '{d} {m} {y}'), lambda r: (lambda d: f'{d.day}/{d.month}/{d.year}')(day(r))))
R('Hungarian naplószám törzsszám', ['Naplószám', 'Törzsszám'], lambda r: f'{r.randint(2010,2023)}/{dg(r,5)}-{r.randint(1,4)}')
# ---------------------------------------------------------------- write
def main():
    out = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'development_9.tsv')
    seen = set(); rows = []
    for kind, family, names, cell, miss, words, rep, spice, ps in FAMS:
        assert (kind, family) not in seen and len(names) == 2, family
        seen.add((kind, family))
        for j in range(2):
            r = random.Random(f'blind3/{kind}/{family}/{j}')
            g = cell[j % len(cell)] if isinstance(cell, tuple) else cell
            n = r.choice([r.randint(40, 90), r.randint(60, 160), r.randint(120, 300)])
            k = rep if r.random() < .6 else 1
            cells = []
            while len(cells) < n:
                v = g(r)
                if spice and r.random() < ps: v = r.choice(spice)
                for _ in range(r.randint(1, k) if k > 1 else 1):
                    cells.append(r.choice(words) if r.random() < miss else v)
            cells = [c.replace('\t', ' ').replace('\n', ' ') for c in cells[:n]]
            rows.append('\t'.join([kind, family, names[j]] + cells))
    with open(out, 'w', encoding='utf-8', newline='') as h: h.write('\n'.join(rows) + '\n')
if __name__ == '__main__': main()
