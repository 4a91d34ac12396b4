"""Writes development_6.tsv, a part of the corpus on which the screen for identifying columns is measured.

    python3 -m venv venv && venv/bin/pip install faker==40.54.0
    venv/bin/python make_development_6.py

Written blind: its author read neither the source of the screen nor its description, only the names of the families of
the parts before it. Python 3.11, a fixed seed, no clock. Faker 40.54.0 (MIT licence) gives pools of given and family
names alone; everything else is made here. No cell stems from a person; domains are reserved ones.

A line is a column: kind, family, name of the column, then its cells, separated by tabs.
"""
import random, datetime as dt, sys, math, json, unicodedata
from faker import Faker
SEED = 'blind-20261123'
OUT = __file__.replace('make_development_6.py', 'development_6.tsv')
FAMS = []          # (kind, family, names, gen, opts)

def F(kind, fam, names, gen, **o):
    FAMS.append((kind, fam, names.split('|'), gen, o))

# ---------------------------------------------------------------- helpers
def ch(*a):
    a = a[0] if len(a) == 1 and isinstance(a[0], (list, tuple)) else a
    return lambda r: r.choice(a)
def wch(r, pairs):
    return r.choices([p[0] for p in pairs], [p[1] for p in pairs])[0]
def pat(r, s):
    out = []
    for c in s:
        if c == '#': out.append(str(r.randint(0, 9)))
        elif c == '%': out.append(str(r.randint(1, 9)))
        elif c == '@': out.append(r.choice('ABCDEFGHJKLMNPRSTVWXYZ'))
        elif c == '&': out.append(r.choice('abcdefghjkmnprstvwxyz'))
        else: out.append(c)
    return ''.join(out)
def P(*pats):
    return lambda r: pat(r, r.choice(pats))
def fx(x, d, comma=False):
    s = f'{x:.{d}f}'
    return s.replace('.', ',') if comma else s
def N(a, b, d=0, suf='', pre='', comma=False, below=None, above=None, pb=.1):
    def g(r):
        if below is not None and r.random() < pb: return below
        if above is not None and r.random() < pb: return above
        return pre + fx(r.uniform(a, b), d, comma) + suf
    return g
def LN(m, s, d=0, suf='', comma=False, lo=0, hi=1e12, below=None, above=None, pb=.1):
    def g(r):
        if below is not None and r.random() < pb: return below
        if above is not None and r.random() < pb: return above
        return fx(min(hi, max(lo, r.lognormvariate(math.log(m), s))), d, comma) + suf
    return g
class Mix:
    """identifying cells among harmless ones, a fixed share per column"""
    def __init__(s, ident, other, lo=.2, hi=.45): s.i, s.o, s.lo, s.hi = ident, other, lo, hi
    def cells(s, r, n):
        k = max(3, round(n * r.uniform(s.lo, s.hi)))
        idx = set(r.sample(range(n), k))
        return [s.i(r) if j in idx else s.o(r) for j in range(n)]
class Col:
    """per-column settings: f(r) gives the cell function"""
    def __init__(s, f): s.f = f
    def cells(s, r, n):
        g = s.f(r); return [g(r) for _ in range(n)]
def tr(s, digs): return s.translate(str.maketrans('0123456789', digs))
AR, FA, DEV, THD, BN = '٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹', '०१२३४५६७८९', '๐๑๒๓๔๕๖๗๘๙', '০১২৩৪৫৬৭৮৯'
def ascii_(s):
    s = s.replace('ß','ss').replace('ø','o').replace('ł','l').replace('ı','i').replace('æ','ae').replace('đ','d').replace('Ł','L').replace('Ø','O')
    return ''.join(c for c in unicodedata.normalize('NFKD', s) if ord(c) < 128)

# ---------------------------------------------------------------- name pools
LOCS = 'cs_CZ de_DE en_GB en_US fr_FR it_IT es_ES pt_BR nl_NL pl_PL ru_RU uk_UA tr_TR hu_HU ro_RO sv_SE fi_FI da_DK no_NO el_GR he_IL ar_SA fa_IR hi_IN ja_JP ko_KR zh_CN th_TH vi_VN id_ID hr_HR bg_BG lt_LT lv_LV et_EE sk_SK sl_SI ka_GE hy_AM en_IN'.split()
POOL = {}
for _l in LOCS:
    f = Faker(_l); f.seed_instance(SEED + _l)
    POOL[_l] = ([f.first_name_male() for _ in range(150)], [f.first_name_female() for _ in range(150)],
                [getattr(f, 'last_name_male', f.last_name)() for _ in range(250)],
                [getattr(f, 'last_name_female', f.last_name)() for _ in range(250)])
def nm(r, loc, sex=None):
    p = POOL[loc]; s = sex if sex is not None else r.randint(0, 1)
    return r.choice(p[s]), r.choice(p[2 + s]), s
def gv(r, loc, s=None): return nm(r, loc, s)[0]
def fam(r, loc, s=None): return nm(r, loc, s)[1]

# ---------------------------------------------------------------- dates
def day(r, a=2008, b=2025):
    a = dt.date(a, 1, 1).toordinal(); b = dt.date(b, 10, 30).toordinal()
    return dt.date.fromordinal(r.randint(a, b))
def stamp(r, a=2008, b=2025):
    d = day(r, a, b); h = min(23, max(0, int(r.gauss(12, 4))))
    return dt.datetime(d.year, d.month, d.day, h, r.randint(0, 59), r.randint(0, 59), r.randint(0, 999999))
EN = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split()
ENL = 'January February March April May June July August September October November December'.split()
WD = 'Mon Tue Wed Thu Fri Sat Sun'.split()
WDL = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split()
M = dict(
 de='Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
 fr='janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
 es='enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
 ca='gener febrer març abril maig juny juliol agost setembre octubre novembre desembre',
 pt='janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
 it='gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
 nls='jan feb mrt apr mei jun jul aug sep okt nov dec',
 sv='januari februari mars april maj juni juli augusti september oktober november december',
 cs='ledna února března dubna května června července srpna září října listopadu prosince',
 pl='stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
 ru='января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
 uk='січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
 tr='Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık',
 el='Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου',
 he='ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר',
 hi='जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर',
 ths='ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.',
 ro='ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie',
 hu='január február március április május június július augusztus szeptember október november december',
 lv='janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris',
 et='jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember',
 ar='يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر',
 hij='محرم صفر ربيع_الأول ربيع_الآخر جمادى_الأولى جمادى_الآخرة رجب شعبان رمضان شوال ذو_القعدة ذو_الحجة',
 ind='Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember')
M = {k: [x.replace('_', ' ') for x in v.split()] for k, v in M.items()}
DEW = 'Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag'.split()
ESW = 'lunes martes miércoles jueves viernes sábado domingo'.split()
TRW = 'Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi Pazar'.split()
NLW = 'ma di wo do vr za zo'.split()
JW = '月火水木金土日'
def D(fn, a=2008, b=2025): return lambda r: fn(day(r, a, b))
def S(fn, a=2008, b=2025): return lambda r: fn(stamp(r, a, b))
def ap(t): return (t.hour % 12 or 12)

# ================================================================ NAMES
N_ = lambda fam, names, g, **o: F('name', fam, names, g, **o)
def g(r): f, l, s = nm(r, 'cs_CZ'); return f'{l.upper()}, {f}'
N_('Czech capitals comma given', 'prijmeni_jmeno|Jméno pacienta', g)
def g(r): f, l, s = nm(r, 'pl_PL'); return f'lek. med. {f} {l}' if r.random() < .6 else f'dr n. med. {f} {l}'
N_('Polish physician with lek. med.', 'lekarz_prowadzacy|Badacz', g, few=25)
def g(r):
    f, l, s = nm(r, 'hu_HU', 1); h = fam(r, 'hu_HU', 0)
    return r.choice([f'{h}né {l} {f}', f'{h}né', f'dr. {h}né {l} {f}', f'{l} {f}'])
N_('Hungarian wives with -né', 'beteg_neve|Páciens neve', g)
def g(r): f, l, s = nm(r, 'hu_HU'); return f'{l} {f} {gv(r, "hu_HU", s)}' if r.random() < .35 else f'{l} {f}'
N_('Hungarian family first, second given', 'nev|Név', g)
def g(r):
    f, l, s = nm(r, 'de_DE', 1); return f'{l} (geb. {fam(r, "de_DE")}), {f}' if r.random() < .5 else f'{l}, {f}'
N_('German maiden name in brackets', 'Patientenname|NAME_PAT', g)
def g(r):
    f, l, s = nm(r, 'fr_FR', 1); return f'{l.upper()} née {fam(r, "fr_FR").upper()} {f}' if r.random() < .55 else f'{l.upper()} {f}'
N_('French née in capitals', 'nom_patiente|NOM PRENOM', g)
def g(r): f, l, s = nm(r, 'es_ES'); return f'{l.upper()} {fam(r, "es_ES").upper()}, {r.choice(["María del ", "Juan ", "José ", "Ana "]) if r.random() < .3 else ""}{f}'
N_('Spanish two family names capitals comma', 'apellidos_nombre|PACIENTE', g)
def g(r):
    f, l, s = nm(r, 'pt_BR'); return f'{f} {r.choice(["da", "dos", "de", "do", "das"])} {l} {r.choice(["", "e "])}{fam(r, "pt_BR")}'
N_('Portuguese with da and dos', 'nome_paciente|Nome completo', g)
TUS = ['van', 'van de', 'van den', 'de', 'van der', 'ter', "van 't", 'den']
def g(r):
    l = fam(r, 'nl_NL').split()[-1]; i = ''.join(r.choice('ABCDEFGHJKLMPRSTW') + '.' for _ in range(r.randint(1, 3)))
    return f'{i} {r.choice(TUS) + " " if r.random() < .6 else ""}{l}'
N_('Dutch initials and tussenvoegsel', 'naam_patient|Naam', g)
def g(r):
    a, b = (fam(r, 'nl_NL').split()[-1] for _ in '12'); return f'{a}-{b}, {r.choice("ABCEHJMNS")}.{r.choice("ACEJM") + "." if r.random() < .4 else ""}'
N_('Dutch partner name hyphen', 'achternaam|gebruiksnaam', g)
def patr(r, s): b = r.choice(['Иван', 'Пётр', 'Александр', 'Владимир', 'Степан', 'Михаил', 'Борис', 'Фёдор']); return b + ('ович' if s == 0 else 'овна')
def g(r): f, l, s = nm(r, 'ru_RU'); return f'{l.upper()} {f} {patr(r, s)}'
N_('Russian capitals and patronymic', 'ФИО пациента|FIO', g)
def g(r): f, l, s = nm(r, 'ru_RU'); return f'врач {l} {f[0]}.{r.choice("АВИПСМ")}.'
N_('Russian physician initials behind', 'лечащий_врач|Врач', g, few=30)
def g(r): f, l, s = nm(r, 'uk_UA'); return f'{f} {l.upper()}'
N_('Ukrainian given and capital family', 'ПІБ|pib_pacienta', g)
def g(r): f, l, s = nm(r, 'bg_BG'); return f'{r.choice(["д-р", "проф.", "доц."])} {f} {l}'
N_('Bulgarian д-р', 'лекуващ лекар|lekar', g, few=30)
def g(r): f, l, s = nm(r, 'hr_HR'); return f'{l} ({gv(r, "hr_HR", 0)}) {f}'
N_('Serbian Latin, father in brackets', 'prezime_ime|Ime i prezime', g)
def g(r): f, l, s = nm(r, 'hr_HR'); return f'{f} {l}, dr. med.' if r.random() < .7 else f'prof. dr. sc. {f} {l}'
N_('Croatian dr. med. behind', 'lijecnik|Liječnik', g, few=25)
def g(r): f, l, s = nm(r, 'el_GR'); return f'{l} {f} του {gv(r, "el_GR", 0)}'
N_('Greek with father του', 'Ονοματεπώνυμο|onomateponymo', g)
def g(r):
    f, l, s = nm(r, 'tr_TR'); u = l.replace('i', 'İ').upper(); return f'{f} {u}'
N_('Turkish capital family', 'Hasta Adı Soyadı|adsoyad', g)
def g(r): f, l, s = nm(r, 'ar_SA'); return f'{f} {"بن" if s == 0 else "بنت"} {gv(r, "ar_SA", 0)} {l}'
N_('Arabic bin and bint', 'اسم المريض|الاسم', g)
MAG = ['Ben Salah', 'El Amrani', 'Bouzid', 'Ait Taleb', 'Ben Youssef', 'El Fassi', 'Belkacem', 'Chaouch', 'Hadj Ali', 'Benali', 'El Idrissi', 'Bencheikh', 'Mansouri', 'Ouali', 'Trabelsi', 'Gharbi']
MAGG = ['Mohamed', 'Fatima Zohra', 'Youssef', 'Khadija', 'Rachid', 'Amina', 'Abdelkader', 'Samira', 'Nour El Houda', 'Hichem', 'Leila', 'Sofiane', 'Imane', 'Tarek']
N_('Maghreb in Latin letters', 'nom_et_prenom|Nom/Prénom', lambda r: f'{r.choice(MAG).upper()} {r.choice(MAGG)}')
def g(r): f, l, s = nm(r, 'fa_IR'); return f'{"آقای" if s == 0 else "خانم"} {f} {l}'
N_('Persian with آقای and خانم', 'نام بیمار|نام و نام خانوادگی', g)
def g(r): f, l, s = nm(r, 'he_IL'); return f'{l} {f}'
N_('Hebrew family given', 'שם מטופל|שם משפחה ופרטי', g)
def g(r): f, l, s = nm(r, 'hi_IN'); return f'{"श्री" if s == 0 else "श्रीमती"} {f} {l}'
N_('Hindi with honorific', 'मरीज़ का नाम|naam', g)
def g(r):
    l = fam(r, 'en_IN'); s = r.randint(0, 1); mm = ['Ramesh', 'Suresh', 'Vijay', 'Anil', 'Mohan', 'Rajesh', 'Gopal', 'Arjun', 'Harish', 'Deepak']
    f = r.choice(['Sunita', 'Lakshmi', 'Kavita', 'Meena', 'Priya', 'Savita', 'Asha', 'Geeta', 'Radha', 'Anjali'] if s else mm)
    return f'{f} {l} {r.choice(["W/o", "D/o", "C/o"] if s else ["S/o", "S/o", "C/o"])} {r.choice(mm)} {l}'
N_('Indian with relation S/o W/o', 'PatientName|Name_of_patient', g)
BDG = ['Rahim', 'Karim', 'Salma', 'Nasrin', 'Jahangir', 'Shirin', 'Kamal', 'Rokeya', 'Habib', 'Moniruzzaman', 'Anwar', 'Taslima']; BDL = ['Uddin', 'Khatun', 'Hossain', 'Begum', 'Islam', 'Akter', 'Miah', 'Sarker', 'Chowdhury', 'Ali']
N_('Bangladeshi Md. and Mst.', 'pt_name|name_of_subject', lambda r: f'{r.choice(["Md.", "Mst.", "Mosa.", "Md"])} {r.choice(BDG)} {r.choice(BDL)}')
def zh(r): f, l, s = nm(r, 'zh_CN'); return l + f
N_('Chinese 患者 in front', '姓名|患者姓名', lambda r: r.choice(['患者', '患者:', '供者 ', '']) + zh(r))
N_('Chinese chief physicians', '主管医师|签名', lambda r: zh(r) + r.choice(['主任医师', '医师', '副主任医师', '护士']), few=30)
JP = [('佐藤','サトウ'),('鈴木','スズキ'),('高橋','タカハシ'),('田中','タナカ'),('渡辺','ワタナベ'),('伊藤','イトウ'),('山本','ヤマモト'),('中村','ナカムラ'),('小林','コバヤシ'),('加藤','カトウ'),('吉田','ヨシダ'),('松本','マツモト'),('井上','イノウエ'),('木村','キムラ')]
JG = [('花子','ハナコ'),('健太','ケンタ'),('美咲','ミサキ'),('翔','ショウ'),('由美','ユミ'),('直樹','ナオキ'),('恵','メグミ'),('大輔','ダイスケ'),('陽子','ヨウコ'),('誠','マコト'),('愛','アイ'),('拓也','タクヤ')]
def g(r): a, b = r.choice(JP), r.choice(JG); return f'{a[0]} {b[0]}({a[1]} {b[1]})'
N_('Japanese with reading in brackets', '患者氏名|氏名', g)
def g(r): a = r.choice(JP)[0]; return r.choice([a + '医師', '担当:' + a + r.choice(JG)[0], a + r.choice(JG)[0] + ' 先生'])
N_('Japanese physicians', '主治医|担当者', g)
def g(r): f, l, s = nm(r, 'ko_KR'); return f'{l}{f} {r.choice(["교수", "간호사", "전공의"])}'
N_('Korean physician 교수', '담당의|주치의', g, few=30)
def g(r): f, l, s = nm(r, 'vi_VN'); return f'{r.choice(["BS.", "ThS.BS", "ĐD."])} {l} {f}'
N_('Vietnamese BS. in front', 'bac_si|Bác sĩ điều trị', g, few=40)
def g(r): f, l, s = nm(r, 'th_TH'); return f'{r.choice(["นาย", "ด.ช."]) if s == 0 else r.choice(["นาง", "น.ส.", "ด.ญ."])}{f} {l}'
N_('Thai with น.ส. and ด.ช.', 'ชื่อผู้ป่วย|ชื่อ-สกุล', g)
def g(r): f, l, s = nm(r, 'id_ID'); return f'{r.choice(["Tn.", "An.", "Sdr."]) if s == 0 else r.choice(["Ny.", "Nn.", "An."])} {f} {l}'
N_('Indonesian Tn. and Ny.', 'nama_pasien|Nama', g)
def g(r): f, l, s = nm(r, 'en_US'); return f'{f} {r.choice("ABCDEJLMRST")}. {l}, {r.choice(["MD", "MD, PhD", "DO", "RN", "PA-C", "NP"])}'
N_('English physician with credentials', 'attending|TREATING_PHYSICIAN', g, few=40)
def g(r): a, b = nm(r, 'en_GB'), nm(r, 'en_GB'); return f'{a[0][0]}. {a[1]} / {b[0][0]}. {b[1]}'
N_('two signers with a slash', 'done_by_checked_by|performed/verified', g, few=40)
def g(r): f, l, s = nm(r, 'en_US'); return r.choice(['mother: ', 'wife - ', 'sister: ', 'guardian '] if s else ['father: ', 'husband - ', 'brother: ', 'guardian ']) + f'{f} {l}'
N_('next of kin by relation', 'emergency_contact|NOK', g)
def g(r):
    f, l, s = nm(r, 'en_GB'); return r.choice([f'seen by Dr {l}', f'consent taken by {f} {l}', f'result discussed with Dr {f[0]}. {l}', f'Pt {f} {l} phoned', f'transferred to Dr {l}\'s clinic'])
OTH = ch('none', 'sample haemolysed', 'not done', 'done', 'repeat', 'local lab', 'home visit', 'out of window', 'ok')
N_('English names among short remarks', 'remark|Comment_short', Mix(g, OTH))
def g(r):
    f, l, s = nm(r, 'de_DE'); return r.choice([f'OA Dr. {l}', f'Fr. {l}', f'Hr. {l}', f'Rücksprache Dr. {f} {l}', f'Sr. {f}'])
N_('German persons among wards', 'Anforderer|Einsender', Mix(g, ch('Station 3B', 'Ambulanz', 'Tagesklinik', 'Labor', 'KMT', 'Notaufnahme')))
def g(r): f, l, s = nm(r, 'da_DK'); return f'{r.choice(["spl.", "overlæge", "bioanalytiker", "læge"])} {f} {l}'
N_('Danish staff by role', 'udført_af|ansvarlig', g, few=40)
def g(r): f, l, s = nm(r, 'lt_LT', 1); f = r.choice(['Rūta', 'Jolanta', 'Daiva', 'Eglė', 'Aušra', 'Rasa', 'Giedrė', 'Vida', 'Ieva', 'Lina', 'Onutė', 'Birutė']); l = l[:-2] + 'ienė' if l[-2:] in ('as', 'is', 'us', 'ys') else l; return f'{l} {f}'
N_('Lithuanian women married form', 'pavarde_vardas|Pacientė', g)
def g(r): f, l, s = nm(r, 'ro_RO'); return f'{l.upper()} {r.choice("ACDGIMNV")}. {f}'
N_('Romanian with father initial', 'nume_prenume|NUME', g)
def g(r): f, l, s = nm(r, 'sk_SK'); return r.choice(['MUDr. ', 'Mgr. ', 'doc. MUDr. ', '']) + f'{f} {l}' + r.choice(['', ', PhD.', ', CSc.'])
N_('Slovak with MUDr. and PhD.', 'osetrujuci_lekar|meno', g)
def g(r): f, l, s = nm(r, 'ka_GE'); return f'{f} {l}'
N_('Georgian given family', 'სახელი და გვარი|pacienti', g)
def g(r): f, l, s = nm(r, 'hy_AM'); return f'{l} {f}'
N_('Armenian family given', 'Անուն Ազգանուն|anun_azganun', g)
def g(r): a, b = nm(r, 'en_US'), nm(r, 'en_US'); return f'pt {a[1]}, {a[0]}; donor {b[1]}, {b[0]}'
N_('patient and donor in one cell', 'pair|recipient_donor', g)
def g(r): f, l, s = nm(r, 'es_ES'); return f'<family>{l}</family><given>{f}</given>'
N_('XML family and given tags', 'pid5|subject_xml', g)
def g(r): f, l, s = nm(r, 'de_DE'); return f'{ascii_(l)}_{ascii_(f)}_{r.choice(["CT", "MRT", "KMP", "EKG", "Rö"])}{r.randint(1, 4)}.{r.choice(["dcm", "pdf", "jpg"])}'
N_('file names by the patient', 'dateiname|bilddatei', g)
def g(r): f, l, s = nm(r, 'it_IT'); return f'firmato digitalmente da {r.choice(["dott.ssa", "prof.ssa"] if s else ["dott.", "prof."])} {f} {l}'
N_('Italian digital signature', 'firma|referto_firma', g, few=40)
NGL = ['Adeyemi', 'Okafor', 'Balogun', 'Nwosu', 'Abubakar', 'Eze', 'Ogunleye', 'Danjuma', 'Ibekwe', 'Lawal', 'Obi', 'Yakubu']; NGG = ['Chidinma', 'Aisha', 'Tunde', 'Ngozi', 'Emeka', 'Halima', 'Folake', 'Musa', 'Ifeoma', 'Segun', 'Zainab', 'Uche']
N_('Nigerian with Alhaji and Chief', 'PATIENT NAMES|surname_first', lambda r: r.choice(['', '', 'Mr. ', 'Mrs. ', 'Alhaji ', 'Chief ', 'Alhaja ']) + f'{r.choice(NGL).upper()} {r.choice(NGG)} {r.choice(NGG)}')
ISG = ['Jón', 'Guðrún', 'Sigurður', 'Anna', 'Gunnar', 'Kristín', 'Ólafur', 'Margrét', 'Einar', 'Helga', 'Árni', 'Sigríður', 'Þór', 'Björk']; ISF = ['Jóns', 'Gunnars', 'Sigurðar', 'Ólafs', 'Einars', 'Árna', 'Magnúsar', 'Péturs', 'Helga', 'Stefáns', 'Björns']
N_('Icelandic patronyms and matronyms', 'nafn|Nafn sjúklings', lambda r: (lambda i: f'{ISG[i]} {r.choice(ISG) + " " if r.random() < .2 else ""}{r.choice(ISF)}{"son" if i % 2 == 0 else "dóttir"}')(r.randrange(len(ISG))))
def g(r): f, l, s = nm(r, 'fi_FI'); return f'{l.lower()}, {f.lower()}'
N_('Finnish lower case comma', 'sukunimi_etunimi|potilas', g)
def g(r): f, l, s = nm(r, 'sv_SE'); return f'{l} {f} {r.choice("ABEGIKLMS")}'
N_('Swedish family given middle letter', 'patientnamn|Efternamn förnamn', g)
def g(r): f, l, s = nm(r, 'sl_SI'); return f'ga. {f} {l}' if s else f'g. {f} {l}'
N_('Slovene with ga. and g.', 'ime_in_priimek|bolnik', g)
def g(r): f, l, s = nm(r, 'et_EE'); return f'{f} {l}|{r.choice("MN")}'
N_('Estonian with a bar and sex letter', 'patsient|nimi_sugu', g)
def g(r): f, l, s = nm(r, 'en_US'); return r.choice([f'sister {f}', f'haploidentical, mother {f}', f'cousin {f} {l}'] if s else [f'brother {f} {l}', f'haploidentical, son {f}', f'cousin {f} {l}'])
N_('donor relation with given names', 'donor_source|donor_text', Mix(g, ch('MUD 10/10', 'MSD', 'cord blood', 'haplo', 'MMUD 9/10', 'autologous')))
def g(r): f, l, s = nm(r, 'no_NO'); return f'{f.split("-")[0]} {l[0]}. ({l})' if r.random() < .3 else f'{f} {l}'
N_('Norwegian full, some bracketed', 'pasientnavn|Navn', g)

# ================================================================ CONTACT
C_ = lambda fam, names, g, **o: F('contact', fam, names, g, **o)
C_('German mobile with slash', 'Tel_mobil|Handynummer', P('0171/#######', '0160/########', '0151/########', '0176/########'))
C_('Austrian mobile bracketed zero', 'Telefonnummer|Mobil', P('+43 (0)664 ### ## ##', '+43 (0)676 ### ## ##', '+43 (0)1 ### ## ##'))
C_('Swiss mobile in groups', 'natel|Tel. P', P('079 ### ## ##', '078 ### ## ##', '076 ### ## ##', '044 ### ## ##'))
C_('French home and mobile labelled', 'coordonnees_tel|Tél. dom./port.', P('dom. 01.##.##.##.## / port. 06.##.##.##.##', 'port. 07.##.##.##.##', 'dom. 04.##.##.##.##'))
C_('Italian cell. label', 'recapito|telefono', P('cell. 347 %######', 'cell. 333/%######', 'tel. 06 %#######', 'cell. 320 %######'))
C_('Spanish with relation in brackets', 'tlf_contacto|Teléfono familiar', lambda r: pat(r, r.choice(['6## ## ## ##', '6########', '93# ## ## ##'])) + r.choice([' (hija)', ' (marido)', ' (madre)', '', ' (paciente)', ' (hermano)']))
C_('Brazilian WhatsApp nine', 'celular|fone_whats', lambda r: f'({r.choice(["11", "21", "31", "41", "51", "71", "81"])}) 9 {pat(r, "%###-####")}' + r.choice(['', ' (zap)', ' whats']))
C_('Russian eight and brackets', 'телефон|моб. тел.', P('8 (9##) ###-##-##', '8(9##)#######', '+7 (9##) ### ## ##'))
C_('Ukrainian zero operator', 'тел.|telefon_pacienta', P('067-###-##-##', '050-###-##-##', '+38 (093) ###-##-##'))
C_('Polish kom. label', 'telefon|kom', P('kom. 6##-###-###', 'tel. 22 ### ## ##', '5##-###-###'))
C_('Turkish mobile zero', 'cep_tel|Telefon', P('0532 ### ## ##', '0 (505) ### ## ##', '0542 ### ## ##', '0555#######'))
C_('Chinese mobile with dashes', '联系电话|手机号', P('138-####-####', '139-####-####', '186-####-####', '150-####-####', '135########'))
C_('Japanese mobile and landline', '電話番号|連絡先', P('090-####-####', '080-####-####', '03-%###-####', '06-%###-####'))
C_('Korean mobile', '휴대폰|연락처', P('010-%###-####', '010.%###.####', '010 %### ####'))
C_('British mobile in two groups', 'mobile_no|patient_phone', P('07%## ######', '07### ######', '+44 7### ######'))
C_('US office with x', 'home_phone|pt_tel', lambda r: f'({r.randint(201, 989)}) {r.randint(200, 999)}-{pat(r, "####")}' + (f' x{r.randint(2, 499)}' if r.random() < .4 else ''))
C_('Israeli mobile with label', 'טלפון|נייד', P('נייד 05#-#######', '054-#######', '052-#######', 'בית 03-#######'))
C_('Arabic-Indic mobile digits', 'رقم الجوال|هاتف', lambda r: tr(pat(r, r.choice(['05########', '010########', '009665########'])), AR))
C_('Vietnamese mobile dotted', 'sdt|Số điện thoại', P('09##.###.###', '03##.###.###', '08## ### ###'))
DOM = ['mail.example', 'postbox.example', 'example.org', 'example.net', 'webmail.test', 'klinik-nord.example', 'hopital.example', 'ziggmail.example']
def em(r, loc, sep=('.', '_', ''), dom=DOM):
    f, l, s = nm(r, loc); f, l = ascii_(f).lower().replace(' ', ''), ascii_(l).lower().replace(' ', '')
    return f'{r.choice([f, f[0]])}{r.choice(sep)}{l}{r.choice(["", "", str(r.randint(1, 99))])}@{r.choice(dom)}'
def g(r): f, l, s = nm(r, 'en_GB'); return f'"{l}, {f}" <{f.lower()}.{l.lower()}@{r.choice(DOM)}>'
C_('mail with display name', 'from|Sender', g)
C_('mail in capitals, Czech', 'E-MAIL|kontakt_email', lambda r: em(r, 'cs_CZ').upper())
C_('mail two by semicolon, Dutch', 'emailadressen|e-mail', lambda r: em(r, 'nl_NL') + (';' + em(r, 'nl_NL') if r.random() < .4 else ''))
C_('mail among reasons for no diary', 'diary_reason|no_diary_spec', Mix(lambda r: r.choice(['send to ', 'new mail ', 'wants link at ', '']) + em(r, 'en_US'), ch('forgot', 'device broken', 'not willing', 'in hospital', 'language', 'completed on paper')))
C_('mail of Japanese mobile domains', 'メールアドレス|mail', lambda r: f'{pat(r, "&&&&&")}{r.randint(1, 99)}@{r.choice(["mobile.example", "keitai.example", "docomail.example"])}')
DST = ['Linden', 'Garten', 'Schiller', 'Goethe', 'Bahnhof', 'Schul', 'Birken', 'Wald', 'Kirch', 'Rosen', 'Mozart', 'Eichen']
C_('German street abbreviated with letter', 'Strasse|Anschrift', lambda r: f'{r.choice(DST)}{r.choice(["str.", "weg", "straße", "gasse", "allee"])} {r.randint(1, 160)}{r.choice(["", "", " a", "b", "-" + str(r.randint(2, 9))])}')
C_('French bis ter and comma', 'adresse|Adresse patient', lambda r: f'{r.randint(1, 180)}{r.choice(["", " bis", " ter"])}, {r.choice(["rue", "avenue", "bd", "allée", "chemin", "impasse"])} {r.choice(["des Lilas", "Victor Hugo", "de la Gare", "du Moulin", "Pasteur", "des Écoles", "Jean Jaurès", "de Verdun"])}')
C_('British flat and road', 'Address1|addr_line_1', lambda r: r.choice([f'Flat {r.randint(1, 40)}, ', '', f'Unit {r.randint(1, 9)}, ']) + f'{r.randint(1, 200)} {r.choice(["Church", "Victoria", "Mill", "Station", "Park", "Queens", "Chapel"])} {r.choice(["Road", "Lane", "Street", "Close", "Gardens"])}')
C_('US apartment with city and state', 'MAILING_ADDRESS|home_addr', lambda r: f'{r.randint(100, 9999)} {r.choice(["Oak", "Maple", "Washington", "Cedar", "Lake", "Hickory"])} {r.choice(["St", "Ave", "Dr", "Blvd", "Ct"])}{r.choice(["", " Apt " + str(r.randint(1, 30)), " #" + str(r.randint(1, 400))])}, {r.choice(["Springfield", "Fairview", "Greenville", "Madison"])}, {r.choice(["IL", "OH", "TX", "NC", "WI"])}')
C_('Italian via with interno', 'indirizzo|residenza', lambda r: f'{r.choice(["Via", "Viale", "P.zza", "Corso", "V.le"])} {r.choice(["Garibaldi", "Roma", "Mazzini", "Dante", "Verdi", "Cavour", "Marconi"])} n. {r.randint(1, 120)}{r.choice(["", ", int. " + str(r.randint(1, 20)), "/A"])}')
C_('Spanish calle with floor', 'domicilio|dirección', lambda r: f'C/ {r.choice(["Mayor", "del Sol", "San Juan", "Alcalá", "Nueva", "Real", "Luna"])}, {r.randint(1, 120)}, {r.randint(1, 9)}º {r.choice("ABCD")}')
C_('Portuguese rua with Dto and Esq', 'morada|Morada utente', lambda r: f'{r.choice(["Rua", "Av.", "Travessa", "Praceta"])} {r.choice(["das Flores", "25 de Abril", "Luís de Camões", "do Sol", "da Igreja", "S. João"])}, n.º {r.randint(1, 150)}, {r.choice(["r/c", "1.º", "2.º", "3.º"])} {r.choice(["Dto.", "Esq."])}')
C_('Russian street house flat', 'адрес|место жительства', lambda r: f'ул. {r.choice(["Ленина", "Гагарина", "Садовая", "Мира", "Пушкина", "Лесная"])}, д. {r.randint(1, 120)}{r.choice(["", ", корп. 2", "А"])}, кв. {r.randint(1, 200)}')
C_('Turkish mahalle and sokak', 'adres|ikamet', lambda r: f'{r.choice(["Cumhuriyet", "Yeni", "Bahçelievler", "Atatürk", "Fatih"])} Mah. {r.choice(["Gül", "Lale", "Çınar", "Menekşe"])} Sok. No:{r.randint(1, 90)} D:{r.randint(1, 20)}')
C_('Chinese road lane number', '住址|家庭住址', lambda r: f'{r.choice(["中山", "人民", "建设", "解放", "和平"])}路{r.randint(1, 900)}弄{r.randint(1, 80)}号{r.randint(101, 1802)}室')
C_('Japanese chome banchi', '住所|現住所', lambda r: f'{r.choice(["港区芝", "中央区銀座", "北区中之島", "西区南堀江", "青葉区一番町"])}{r.randint(1, 6)}丁目{r.randint(1, 30)}番{r.randint(1, 20)}号')
C_('Korean road name', '주소|도로명주소', lambda r: f'서울특별시 {r.choice(["강남구", "종로구", "마포구", "송파구"])} {r.choice(["테헤란로", "세종대로", "월드컵로", "올림픽로"])} {r.randint(1, 400)}, {r.randint(101, 120)}동 {r.randint(101, 2005)}호')
C_('Greek street and number', 'Διεύθυνση|odos', lambda r: f'{r.choice(["Ερμού", "Πατησίων", "Αγίου Δημητρίου", "Εγνατία", "Κηφισίας"])} {r.randint(1, 200)}, {r.choice(["Αθήνα", "Θεσσαλονίκη", "Πάτρα", "Λάρισα"])}')
C_('coordinates with decimal comma', 'Koordinaten|position', lambda r: f'{fx(r.uniform(46, 54), 5, 1)} {fx(r.uniform(6, 15), 5, 1)}')
C_('coordinates letter first in degrees', 'home_location|GPS', lambda r: f'N {r.randint(40, 60)}° {r.randint(0, 59):02d}\' {fx(r.uniform(0, 59), 1)}" E {r.randint(0, 25)}° {r.randint(0, 59):02d}\' {fx(r.uniform(0, 59), 1)}"')
C_('coordinates as geo uri', 'epro_geo|device_location', lambda r: f'geo:{r.uniform(-35, 60):.5f},{r.uniform(-100, 140):.5f}')
C_('Telegram with label and at', 'messenger|contact_alt', lambda r: f'Telegram @{ascii_(gv(r, "ru_RU")).lower() or ""}{pat(r, "&&&&&_&&")}{r.randint(1, 99)}')
C_('WeChat id with 微信', '微信号|wechat', lambda r: '微信:' + pat(r, r.choice(['&&&&&####', 'wxid_&#&&##&&#&', '&&&_&&&##'])))
C_('Mastodon handles', 'social|patient_social', lambda r: f'@{ascii_(gv(r, "en_US")).lower()}{pat(r, "_&&")}@{r.choice(["social.example", "masto.example", "toot.example"])}')
C_('contact card in JSON', 'contact_json|telecom', lambda r: json.dumps({'system': 'phone', 'value': pat(r, '+49 1%# #######'), 'use': r.choice(['home', 'mobile', 'work'])}))
C_('phones among how contacted', 'contact_mode|how_reached', Mix(lambda r: r.choice(['call ', 'tel ', 'mobile ', 'ring ']) + pat(r, '07### ######'), ch('clinic', 'letter', 'video', 'not reached', 'by GP', 'phone')))
# ================================================================ NATIONAL
I_ = lambda fam, names, g, **o: F('national', fam, names, g, **o)
def bd(r, a=1938, b=2012): return day(r, a, b)
def pesel(r):
    d = bd(r); m = d.month + (20 if d.year >= 2000 else 0)
    s = f'{d.year % 100:02d}{m:02d}{d.day:02d}{pat(r, "####")}'; c = sum(int(x) * w for x, w in zip(s, (1,3,7,9,1,3,7,9,1,3)))
    return s + str(-c % 10)
I_('PESEL with its label', 'identyfikator|PESEL/paszport', lambda r: 'PESEL ' + pesel(r))
def luhn(s): # s without check
    t = 0
    for i, c in enumerate(reversed(s)):
        x = int(c) * (2 if i % 2 == 0 else 1); t += x - 9 if x > 9 else x
    return str(-t % 10)
def pnr(r): d = bd(r); s = d.strftime('%y%m%d') + pat(r, '###'); return s + luhn(s)
I_('Swedish personnummer among study codes', 'personnr|id_kod', Mix(lambda r: (lambda s: s[:6] + '-' + s[6:])(pnr(r)), P('SE01-0##', 'SE02-0##'), .3, .8))
def hetu(r):
    d = bd(r); n = r.randint(2, 899); s = d.strftime('%d%m%y') + f'{n:03d}'
    sep = r.choice('-YXWVU') if d.year < 2000 else r.choice('ABCDEF')
    return s[:6] + sep + s[6:] + '0123456789ABCDEFHJKLMNPRSTUVWXY'[int(s) % 31]
I_('Finnish hetu with the new signs', 'hetu|henkilötunnus', hetu)
I_('Danish CPR blank instead of dash', 'cprnr|CPR-nr.', lambda r: bd(r).strftime('%d%m%y ') + pat(r, '####'))
def fnr(r):
    while 1:
        s = bd(r, 1940, 1999).strftime('%d%m%y') + f'{r.randint(0, 499):03d}'
        k1 = 11 - sum(int(a) * b for a, b in zip(s, (3,7,6,1,8,9,4,5,2))) % 11; k1 %= 11
        if k1 == 10: continue
        k2 = 11 - sum(int(a) * b for a, b in zip(s + str(k1), (5,4,3,2,7,6,5,4,3,2))) % 11; k2 %= 11
        if k2 < 10: return s[:6] + ' ' + s[6:] + str(k1) + str(k2)
I_('Norwegian eleven with a blank', 'fnr|Fødselsnummer', fnr)
I_('Icelandic kennitala labelled kt.', 'kt|kennitala', lambda r: 'kt. ' + bd(r, 1940, 1999).strftime('%d%m%y-') + pat(r, '###9'))
I_('Estonian isikukood', 'isikukood|IK', lambda r: eek(r))
def eek(r):
    d = bd(r); s = str((3 if d.year < 2000 else 5) + r.randint(0, 1)) + d.strftime('%y%m%d') + pat(r, '###')
    c = sum(int(x) * w for x, w in zip(s, (1,2,3,4,5,6,7,8,9,1))) % 11
    if c == 10: c = sum(int(x) * w for x, w in zip(s, (3,4,5,6,7,8,9,1,2,3))) % 11 % 10
    return s + str(c)
I_('Latvian personas kods labelled', 'pk|personas_kods', lambda r: 'p.k. ' + bd(r).strftime('%d%m%y-1') + pat(r, '####'))
def rc(r):
    while 1:
        d = bd(r, 1954, 2005); m = d.month + r.choice([0, 50]); s = f'{d.year % 100:02d}{m:02d}{d.day:02d}{pat(r, "###")}'
        c = int(s) % 11
        if c < 10: return f'{s[:6]} / {s[6:]}{c}'
I_('Czech rodné číslo slash with blanks', 'rodne_cislo|RČ', rc)
I_('Hungarian TAJ dashed threes', 'taj|TAJ szám', lambda r: (lambda s: (lambda t: f'{t[:3]}-{t[3:6]}-{t[6:]}')(s + str(sum(int(x) * (3, 7)[i % 2] for i, x in enumerate(s)) % 10)))(pat(r, '%#######')))
I_('Romanian CNP in groups', 'cnp|CNP pacient', lambda r: (lambda d: cnp(f'{r.choice("12") if d.year < 2000 else r.choice("56")}{d:%y%m%d}{r.randint(1, 46):02d}{pat(r, "###")}'))(bd(r)))
def cnp(s):
    c = sum(int(a) * int(b) for a, b in zip(s, '279146358279')) % 11; c = 1 if c == 10 else c
    return f'{s[0]} {s[1:7]} {s[7:]}{c}'
I_('Bulgarian ЕГН labelled', 'ЕГН|egn_pac', lambda r: (lambda d: f'ЕГН {d.year % 100:02d}{d.month + (40 if d.year > 1999 else 0):02d}{d.day:02d}{pat(r, "####")}')(bd(r)))
I_('Serbian ЈМБГ labelled', 'ЈМБГ|jmbg_pac', lambda r: (lambda d: f'ЈМБГ {d:%d%m}{str(d.year)[1:]}{r.randint(70, 79)}{pat(r, "####")}')(bd(r)))
def oib(r):
    s = pat(r, '%#########'); a = 10
    for c in s: a = (a + int(c)) % 10 or 10; a = a * 2 % 11
    return s + str((11 - a) % 10)
I_('Croatian OIB labelled', 'oib|OIB bolesnika', lambda r: 'OIB: ' + oib(r))
I_('Greek AMKA with label', 'ΑΜΚΑ|amka', lambda r: 'ΑΜΚΑ ' + bd(r).strftime('%d%m%y') + pat(r, '#####'))
def tckn(r):
    s = [int(c) for c in pat(r, '%########')]
    a = (sum(s[0::2]) * 7 - sum(s[1::2])) % 10; s.append(a); s.append(sum(s) % 10); return ''.join(map(str, s))
I_('Turkish eleven in blanks', 'tc_kimlik_no|TCKN', lambda r: (lambda s: f'{s[:3]} {s[3:6]} {s[6:9]} {s[9:]}')(tckn(r)))
def snils(r):
    s = pat(r, '1########'); c = sum(int(x) * (9 - i) for i, x in enumerate(s)) % 101 % 100
    return f'{s[:3]}-{s[3:6]}-{s[6:]} {c:02d}'
I_('Russian СНИЛС labelled', 'СНИЛС|snils_pac', lambda r: 'СНИЛС ' + snils(r))
I_('Russian passport series number', 'паспорт|паспорт серия номер', P('%#%# ######', '%# %# ######', 'серия %#%# № ######'))
I_('Russian ОМС policy sixteen', 'полис ОМС|ОМС', P('%### #### #### ####'))
I_('Ukrainian passport letters', 'паспорт_серія|dokument', lambda r: r.choice(['КВ', 'МЕ', 'СН', 'ВА', 'АЕ']) + pat(r, ' ######'))
def cf(r):
    C = 'BCDFGLMNPRSTVZ'; V = 'AEIOU'; q = lambda: r.choice(C) + r.choice(C) + r.choice(C + V)
    d = bd(r); return f'{q()}{q()}{d:%y}{"ABCDEHLMPRST"[d.month - 1]}{d.day + r.choice([0, 40]):02d}{r.choice("ABCDEFGHILMZ")}{pat(r, "###")}{r.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ")}'
I_('Italian fiscal code in blanks', 'cod_fiscale|CF', lambda r: (lambda s: f'{s[:3]} {s[3:6]} {s[6:11]} {s[11:]}')(cf(r)))
I_('Italian fiscal code lower', 'codicefiscale|cf_paz', lambda r: cf(r).lower())
def dni(r): n = r.randint(10000000, 79999999); return f'{n:,}'.replace(',', '.') + '-' + 'TRWAGMYFPDXBNJZSQVHLCKE'[n % 23]
I_('Spanish DNI dotted dash letter', 'dni|DNI/NIE', dni)
def nir(r):
    s = f'{r.choice("12")}{r.randint(38, 99):02d}{r.randint(1, 12):02d}{r.randint(1, 95):02d}{r.randint(1, 590):03d}{r.randint(1, 400):03d}'
    k = 97 - int(s) % 97; return f'{s[0]} {s[1:3]} {s[3:5]} {s[5:7]} {s[7:10]} {s[10:]} clé {k:02d}'
I_('French NIR with clé', 'num_secu|N° SS', nir)
def bsn(r):
    while 1:
        s = pat(r, '%#######'); c = sum(int(x) * (9 - i) for i, x in enumerate(s)) % 11
        if c < 10: return s + str(c)
I_('Dutch BSN dotted', 'bsn|BSN patiënt', lambda r: (lambda s: f'{s[:4]}.{s[4:6]}.{s[6:]}')(bsn(r)))
def rrn(r): d = bd(r, 1940, 1999); s = d.strftime('%y%m%d') + f'{r.randint(1, 997):03d}'; return f'{s[:2]} {s[2:4]} {s[4:6]} {s[6:]} {97 - int(s) % 97:02d}'
I_('Belgian register number in blanks', 'rijksregister|NISS', rrn)
I_('German pension insurance in blanks', 'rvnr|RV-Nummer', lambda r: f'{r.randint(2, 89):02d} {bd(r):%d%m%y} {r.choice("ABDEFGHKLMNRSTW")} {pat(r, "###")}')
I_('German Versichertennummer labelled', 'vers_nr|KV-Nr.', lambda r: 'KV-Nr. ' + pat(r, '@#########'))
I_('Austrian SVNR slash', 'svnr|SV-Nummer', lambda r: pat(r, '%###') + '/' + bd(r).strftime('%d%m%y'))
def ahv(r):
    s = '756' + pat(r, '#########'); c = -sum(int(x) * (3 if i % 2 else 1) for i, x in enumerate(s)) % 10; s += str(c)
    return s
I_('Swiss AHV with label', 'ahv_nr|AHV/AVS', lambda r: (lambda s: f'AHV {s[:3]}.{s[3:7]}.{s[7:11]}.{s[11:]}')(ahv(r)))
I_('US SSN among none and refused', 'ssn|SOC_SEC', Mix(lambda r: f'{r.randint(1, 665):03d}-{r.randint(1, 99):02d}-{r.randint(1, 9999):04d}', ch('none', 'refused', 'unknown', 'not a resident'), .5, .85))
MB = 'ACDEFGHJKMNPQRTUVWXY'
I_('US MBI dashed', 'mbi|MEDICARE_ID', lambda r: f'{r.randint(1,9)}{r.choice(MB)}{r.choice(MB + "0123456789")}{r.randint(0,9)}-{r.choice(MB)}{r.choice(MB + "0123456789")}{r.randint(0,9)}-{r.choice(MB)}{r.choice(MB)}{pat(r, "##")}')
I_('Canadian SIN with dashes', 'sin|NAS/SIN', lambda r: (lambda s: (lambda t: f'{t[:3]}-{t[3:6]}-{t[6:]}')(s + luhn(s)))(pat(r, '%#######')))
I_('Ontario health card dashed version', 'ohip|HCN', lambda r: pat(r, '%###-###-###-') + r.choice('ABCDEFGHJKLMNPQRSTUVWXYZ') + r.choice('ABCDEFGHJKLMNPQRSTUVWXYZ'))
def cpf(r):
    s = [int(c) for c in pat(r, '#########')]
    for n in (10, 11):
        x = sum(a * b for a, b in zip(s, range(n, 1, -1))) * 10 % 11 % 10; s.append(x)
    return ''.join(map(str, s))
I_('Brazilian CPF labelled', 'documento|CPF', lambda r: (lambda s: f'CPF {s[:3]}.{s[3:6]}.{s[6:9]}-{s[9:]}')(cpf(r)))
I_('Mexican CURP labelled', 'curp|CURP paciente', lambda r: 'CURP: ' + pat(r, '@') + r.choice('AEIOU') + pat(r, '@@') + bd(r).strftime('%y%m%d') + r.choice('HM') + r.choice(['DF', 'JC', 'NL', 'MC', 'PL', 'VZ']) + pat(r, '@@@0#'))
def rut(r):
    n = r.randint(4000000, 26999999); s = 0
    for i, c in enumerate(reversed(str(n))): s += int(c) * (2 + i % 6)
    k = 11 - s % 11; return f'{n}-' + {11: '0', 10: 'k'}.get(k, str(k))
I_('Chilean RUT small k', 'rut|RUT paciente', rut)
I_('Colombian CC and TI dotted', 'identificacion|tipo_num_doc', lambda r: f'{r.choice(["CC", "CC", "TI", "CE"])} {r.randint(10000000, 1199999999):,}'.replace(',', '.'))
def cnid(r):
    s = r.choice(['110105', '310104', '440106', '510104', '420106', '330106']) + bd(r).strftime('%Y%m%d') + pat(r, '###')
    return s + '10X98765432'[sum(int(a) * b for a, b in zip(s, (7,9,10,5,8,4,2,1,6,3,7,9,10,5,8,4,2))) % 11]
I_('Chinese identity labelled', '身份证|证件号', lambda r: '身份证号:' + cnid(r))
I_('Korean register rear masked', '주민등록번호|주민번호', lambda r: bd(r, 1940, 1999).strftime('%y%m%d-') + r.choice('12') + '******')
I_('Japanese insurance symbol and number', '被保険者証|保険証', lambda r: f'記号{r.randint(1, 99):02d}-{r.randint(1, 99):02d} 番号{pat(r, "######")}')
def thid(r):
    s = str(r.randint(1, 8)) + pat(r, '###########'); c = (11 - sum(int(x) * (13 - i) for i, x in enumerate(s)) % 11) % 10
    return f'{s[0]}-{s[1:5]}-{s[5:10]}-{s[10:12]}-{c}'
I_('Thai thirteen dashed', 'เลขบัตรประชาชน|cid', thid)
I_('Malaysian IC labelled', 'no_kp|IC_NO', lambda r: 'No. KP: ' + bd(r).strftime('%y%m%d-') + f'{r.randint(1, 14):02d}-' + pat(r, '####'))
I_('Israeli identity with dash check', 'ת.ז.|teudat_zehut', lambda r: (lambda s: 'ת.ז. ' + s + '-' + luhn_il(s))(pat(r, '0#######')))
def luhn_il(s):
    t = 0
    for i, c in enumerate(s): x = int(c) * (1 + i % 2); t += x - 9 if x > 9 else x
    return str(-t % 10)
I_('Egyptian fourteen Arabic-Indic digits', 'الرقم القومي|رقم قومي', lambda r: tr((lambda d: ('2' if d.year < 2000 else '3') + d.strftime('%y%m%d') + f'{r.randint(1, 29):02d}' + pat(r, '#####'))(bd(r)), AR))
def said(r): s = bd(r, 1940, 1999).strftime('%y%m%d') + pat(r, '####08'); s = s[:10] + '08'; s += luhn(s); return f'{s[:6]} {s[6:10]} {s[10:12]} {s[12:]}'
I_('South African identity in blanks', 'sa_id|ID Number', said)
I_('Kazakh ИИН labelled', 'ЖСН/ИИН|iin', lambda r: 'ИИН ' + bd(r, 1940, 1999).strftime('%y%m%d') + r.choice('34') + pat(r, '#####'))
def iban(r, cc, bban):
    s = bban + ''.join(str(ord(c) - 55) for c in cc) + '00'; return cc + f'{98 - int(s) % 97:02d}' + bban
I_('IBAN for travel costs, Dutch and Belgian', 'iban_reiskosten|rekeningnr', lambda r: iban(r, 'BE', pat(r, '############')))

# ================================================================ RECORD (bland codes: only with a saying name)
R_ = lambda fam, names, g, **o: F('record', fam, names, g, **o)
R_('German case number ten digits', 'Fallnummer|Fall-Nr.|Aufnahmenr', P('00########'), both=1)
R_('French IPP nine digits', 'IPP|num_IPP|no_dossier', P('8########'), both=1)
R_('Spanish history with slash', 'N_Historia|num_historia_clinica|NHC_hosp', P('######/%', '#######/#'), both=1)
R_('Brazilian chart with check', 'prontuario|num_prontuario|registro_hospitalar', P('%######-#'), both=1)
R_('Chinese inpatient number', '住院号|病案号|门诊号', P('ZY00######', '00######'), both=1)
R_('Japanese card number ten', '診察券番号|カルテ番号|患者番号', P('00########'), both=1)
R_('Korean chart eight', '등록번호|차트번호|환자등록번호', P('%#######'), both=1)
R_('Russian history № slash year', 'номер истории болезни|№ карты|ист_болезни', lambda r: f'№ {r.randint(100, 29999)}/{r.randint(10, 25)}')
R_('Italian folder year and number', 'cartella_clinica|n_cartella|nosografico', lambda r: f'{r.randint(2009, 2025)}/{r.randint(1000, 99999):06d}')
R_('pathology accession S and year', 'path_accession|Specimen No|biopsy_accession', lambda r: f'{r.choice(["S", "BM", "H", "SP"])}{r.randint(9, 25):02d}-{r.randint(100, 48999):05d}')
R_('study instance uid of images', 'StudyInstanceUID|image_study|dicom_study', lambda r: f'1.2.840.{r.randint(100000, 199999)}.{r.randint(1, 9)}.{r.randint(1, 99)}.{pat(r, "%#################")}.{r.randint(1, 999)}')
R_('MRN with label and leading zeros', 'pat_ident|hosp_no|external_id', lambda r: 'MRN: ' + pat(r, '00%######'))
R_('ISBT donation with equals and flag', 'din|unit_donation_no|DIN_code', lambda r: f'={r.choice(["W", "G", "A"])}{pat(r, "####")} {r.randint(10, 25)} {pat(r, "######")} {pat(r, "##")}')
R_('registry recipient number', 'EBMT_pat_no|cibmtr_crid|registry_pid', P('%######'), both=1)
R_('barcode of the primary tube', 'tube_barcode|Probenbarcode|sample_barcode', P('97##########'), both=1)
R_('laboratory order by day', 'Auftragsnummer|lab_order_no|numero_demande', lambda r: day(r).strftime('%y%m%d') + pat(r, '-#####'), both=1)
R_('admission number with campus letter', 'opname_nr|admission_id|visit_fin', P('A%#######', 'B%#######', 'E%#######'), both=1)
R_('Arabic file number', 'رقم الملف|رقم السجل|ملف', lambda r: 'ملف رقم ' + tr(pat(r, '######'), AR))
R_('Turkish protocol number', 'protokol_no|dosya_no|Protokol No', lambda r: f'{r.randint(2010, 2025)}-{pat(r, "%#####")}', both=1)
R_('central venous port serial', 'port_serial|device_serial_no|SN_implant', P('SN: @@@%######', 'SN: %#######-@'))
R_('records among answers on source', 'source_doc|source_detail', Mix(lambda r: r.choice(['chart ', 'MRN ', 'file no. ', 'hosp no ']) + pat(r, '%######'), ch('letter', 'GP record', 'patient report', 'lab system', 'not available'), .25, .5))
R_('Dutch patient number seven dotted', 'patientnummer|pat_nr|ziekenhuisnr', P('%.###.###', '%#.###.###'), both=1)

# ================================================================ DATE
T_ = lambda fam, names, g, **o: F('date', fam, names, g, **o)
T_('German weekday in full', 'Datum|Termin', D(lambda d: f'{DEW[d.weekday()]}, {d.day}. {M["de"][d.month-1]} {d.year}'))
T_('US AM PM two blanks, SQL style', 'created_on|EVTDT', S(lambda t: f'{EN[t.month-1]} {t.day:>2} {t.year} {ap(t):>2}:{t.minute:02d}{"AM" if t.hour < 12 else "PM"}'))
T_('US slashes with seconds AM PM', 'AdmitDateTime|order_time', S(lambda t: f'{t.month}/{t.day}/{t.year} {ap(t)}:{t:%M:%S} {"AM" if t.hour < 12 else "PM"}'))
T_('Z with milliseconds', 'updatedAt|timestamp', S(lambda t: f'{t:%Y-%m-%dT%H:%M:%S}.{t.microsecond // 1000:03d}Z'))
T_('offset without colon', 'event_ts|collected', Col(lambda r: (lambda z: S(lambda t: f'{t:%Y-%m-%dT%H:%M:%S}{z}'))(r.choice(['+0530', '+0100', '-0500', '+0900', '+0330']))))
T_('Java toString with zone', 'lastModified|savedAt', Col(lambda r: (lambda z: S(lambda t: f'{WD[t.weekday()]} {EN[t.month-1]} {t:%d %H:%M:%S} {z} {t.year}'))(r.choice(['CET', 'EST', 'UTC', 'JST', 'IST']))))
T_('RFC mail with weekday comma', 'sent|received', Col(lambda r: (lambda z: S(lambda t: f'{WD[t.weekday()]}, {t.day} {EN[t.month-1]} {t:%Y %H:%M:%S} {z}'))(r.choice(['+0200', '+0000', '-0400', 'GMT']))))
T_('web log in square brackets', 'log_time|access_time', S(lambda t: f'[{t.day:02d}/{EN[t.month-1]}/{t:%Y:%H:%M:%S} +0100]'))
T_('Oracle timestamp with nine fraction', 'CREATION_DATE|MODIFIED_TS', S(lambda t: f'{t.day:02d}-{EN[t.month-1].upper()}-{t:%y} {t.hour % 12 or 12:02d}.{t:%M.%S}.000000000 {"AM" if t.hour < 12 else "PM"}'))
T_('Danish kl. with dots', 'dato_tid|prøvetaget', S(lambda t: f'{t:%d-%m-%Y} kl. {t:%H.%M}'))
T_('Finnish klo', 'näyteaika|pvm', S(lambda t: f'{t.day}.{t.month}.{t.year} klo {t.hour}.{t:%M}'))
T_('Swedish den with month', 'datum|provdatum', D(lambda d: f'den {d.day} {M["sv"][d.month-1]} {d.year}'))
T_('Hungarian dotted with blanks', 'datum_hu|Felvétel dátuma', D(lambda d: f'{d:%Y. %m. %d.}'))
T_('Hungarian month words', 'dátum|beavatkozás dátuma', D(lambda d: f'{d.year}. {M["hu"][d.month-1]} {d.day}.'))
T_('Czech month and time', 'datum_odberu|Datum a čas', S(lambda t: f'{t.day}. {M["cs"][t.month-1]} {t.year} v {t.hour}:{t:%M}'))
T_('Polish month with r.', 'data_badania|Data', D(lambda d: f'{d.day} {M["pl"][d.month-1]} {d.year} r.'))
T_('Russian month г. and clock', 'дата и время|дата_анализа', S(lambda t: f'{t.day} {M["ru"][t.month-1]} {t.year} г., {t:%H:%M}'))
T_('Ukrainian guillemets', 'дата|дата госпіталізації', D(lambda d: f'«{d.day:02d}» {M["uk"][d.month-1]} {d.year} р.'))
T_('Bulgarian dotted with г.', 'дата на прием|data_priem', D(lambda d: f'{d:%d.%m.%Y} г.'))
T_('Turkish with weekday behind', 'tarih|Nakil tarihi', D(lambda d: f'{d.day:02d} {M["tr"][d.month-1]} {d.year} {TRW[d.weekday()]}'))
T_('Greek with μ.μ.', 'Ημερομηνία|imerominia', S(lambda t: f'{t.day} {M["el"][t.month-1]} {t.year}, {ap(t)}:{t:%M} {"π.μ." if t.hour < 12 else "μ.μ."}'))
T_('Brazilian slash month word', 'data_coleta|Data internação', D(lambda d: f'{d.day:02d}/{M["pt"][d.month-1][:3]}/{d.year}'))
T_('Portuguese de and às', 'data_hora|Data da consulta', S(lambda t: f'{t.day} de {M["pt"][t.month-1]} de {t.year} às {t:%H}h{t:%M}'))
T_('Spanish weekday in full', 'fecha_visita|Fecha', D(lambda d: f'{ESW[d.weekday()]} {d.day} de {M["es"][d.month-1]} de {d.year}'))
T_("Catalan with d'", 'data_visita|Data ingrés', D(lambda d: (lambda m: f"{d.day} {'d' + chr(39) if m[0] in 'ao' else 'de '}{m} de {d.year}")(M['ca'][d.month-1])))
T_('Dutch short weekday', 'datum_opname|Datum bezoek', D(lambda d: f'{NLW[d.weekday()]} {d.day} {M["nls"][d.month-1]} {d.year}'))
T_('French le with 1er', 'date_greffe|date_evt', D(lambda d: f'le {"1er" if d.day == 1 else d.day} {M["fr"][d.month-1]} {d.year}'))
T_('Italian ore', 'data_ora|data_prelievo', S(lambda t: f'{t:%d/%m/%Y} ore {t:%H:%M}'))
T_('Japanese with weekday in brackets', '採血日|移植日', D(lambda d: f'{d.year}年{d.month}月{d.day}日({JW[d.weekday()]})'))
T_('Japanese Reiwa and Heisei dotted', '受診日|実施日', D(lambda d: f'R{d.year-2018}.{d.month}.{d.day}' if d >= dt.date(2019, 5, 1) else f'H{d.year-1988}.{d.month}.{d.day}'))
T_('Chinese with 时分', '采样时间|入院时间', S(lambda t: f'{t:%Y}年{t:%m}月{t:%d}日{t:%H}时{t:%M}分'))
T_('Taiwanese 民國', '住院日期|手術日', D(lambda d: f'民國{d.year-1911}年{d.month:02d}月{d.day:02d}日'))
T_('Korean 오전 오후', '검사일시|입원일', S(lambda t: f'{t.year}. {t.month}. {t.day}. {"오전" if t.hour < 12 else "오후"} {ap(t)}:{t:%M}'))
T_('Thai short month Buddhist year', 'วันที่|วันที่รับไว้', D(lambda d: f'{d.day} {M["ths"][d.month-1]} {d.year+543}'))
T_('Persian digits with slash and clock', 'تاریخ|تاریخ پیوند', lambda r: tr(f'{r.randint(1388, 1404)}/{r.randint(1, 12):02d}/{r.randint(1, 29):02d} {r.randint(7, 19):02d}:{r.randint(0, 59):02d}', FA))
T_('Arabic month words Egypt', 'تاريخ الدخول|التاريخ', D(lambda d: tr(str(d.day), AR) + f' {M["ar"][d.month-1]} ' + tr(str(d.year), AR)))
T_('Hijri with هـ', 'التاريخ الهجري|تاريخ العملية', lambda r: f'{r.randint(1, 29):02d}/{r.randint(1, 12):02d}/{r.randint(1430, 1447)} هـ')
T_('Hebrew ב before the month', 'תאריך|תאריך אשפוז', D(lambda d: f'{d.day} ב{M["he"][d.month-1]} {d.year}'))
T_('Hindi month words', 'दिनांक|भर्ती की तारीख', D(lambda d: f'{d.day} {M["hi"][d.month-1]} {d.year}'))
T_('Indonesian tgl.', 'tgl_masuk|tanggal', D(lambda d: f'tgl. {d.day} {M["ind"][d.month-1]} {d.year}'))
T_('Vietnamese ngày tháng năm', 'ngay_vao_vien|Ngày', D(lambda d: f'ngày {d.day} tháng {d.month} năm {d.year}'))
T_('Latvian gada', 'datums|iestāšanās datums', D(lambda d: f'{d.year}. gada {d.day}. {M["lv"][d.month-1]}'))
T_('week with weekday number dashes', 'isoweek_day|week_date', D(lambda d: '{}-W{:02d}-{}'.format(*d.isocalendar())))
T_('day of year with slash', 'julian_date|doy', D(lambda d: f'{d.year}/{d.timetuple().tm_yday:03d}'))
T_('Excel serials with decimal fraction', 'Datum_Blutentnahme|date_excel', S(lambda t: f'{(t.date() - dt.date(1899, 12, 30)).days + (t.hour * 60 + t.minute) / 1440:.6f}'), both=1)
T_('epoch seconds ten digits', 'created_epoch|unix_ts|ts_created', S(lambda t: str(int((t - dt.datetime(1970, 1, 1)).total_seconds()))), both=1)
T_('SPSS seconds since 1582', 'VISITDATE_SPSS|tx_date_spss', S(lambda t: str((t.date() - dt.date(1582, 10, 14)).days * 86400)), both=1)
T_('SAS days since 1960', 'AESTDT|TRTSDT|sasdate', D(lambda d: str((d - dt.date(1960, 1, 1)).days)), both=1)
T_('Microsoft JSON Date', 'ModifiedOn|createdon', S(lambda t: f'/Date({int((t - dt.datetime(1970, 1, 1)).total_seconds())}000+0100)/'))
T_('DICOM time with zone', 'AcquisitionDateTime|SeriesDateTime', S(lambda t: f'{t:%Y%m%d%H%M%S}.{t.microsecond:06d}+0100'))
T_('Postgres with two digit zone', 'inserted_at|row_ts', S(lambda t: f'{t:%Y-%m-%d %H:%M:%S}.{t.microsecond:06d}+01'))
T_('English remission since', 'response_comment|status_spec', Mix(D(lambda d: ch0(d, [f'CR since {d:%d/%m/%Y}', f'relapse on {d.day} {EN[d.month-1]} {d.year}', f'died {d:%d-%m-%Y}', f'last seen {EN[d.month-1]} {d.day}, {d.year}'])), ch('CR', 'PR', 'NR', 'not evaluable', 'stable'), .25, .6))
def ch0(d, l): return l[d.toordinal() % len(l)]
T_('German seit and am among categories', 'Bemerkung_kurz|Verlauf', Mix(D(lambda d: ch0(d, [f'seit {d:%d.%m.%Y} Prednisolon', f'verstorben am {d.day}.{d.month}.{d.year}', f'Abbruch {d:%d.%m.%y}', f'zuletzt {d:%d.%m.%Y}'])), ch('unverändert', 'keine', 'gebessert', 'stabil', 'verschlechtert'), .25, .6))
T_('result with year short in brackets', 'Thrombos|last_value', D(lambda d: f'{d.toordinal() * 7 % 230 + 3} ({d:%d.%m.%y})'))
T_('file names with compact day', 'source_file|upload', D(lambda d: f'CBC_{d:%Y%m%d}_{d.toordinal() % 4 + 1:02d}.{"pdf" if d.day % 2 else "csv"}'))
T_('spreadsheet DATE function in Spanish', 'formula_fecha|celda', D(lambda d: f'=FECHA({d.year};{d.month};{d.day})'))
T_('transfusion days listed by semicolon', 'transfusion_dates|tx_days_text', lambda r: '; '.join(sorted(f'{day(r, 2015, 2016):%Y-%m-%d}' for _ in range(r.randint(1, 5)))))
T_('two digit year without zeros', 'Dat.|kontrolle', D(lambda d: f'{d.day}.{d.month}.{d.year % 100:02d}'))
T_('Nepali calendar dashes', 'miti_bs|मिति', lambda r: f'{r.randint(2066, 2082)}-{r.randint(1, 12):02d}-{r.randint(1, 30):02d}', both=1)
T_('English written out for certificates', 'date_of_death_text|cert_date', D(lambda d: f'the {d.day}{"th" if 10 < d.day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(d.day % 10, "th")} of {ENL[d.month-1]} {d.year}'))
T_('American unpadded short year', 'DOS|ServiceDate', D(lambda d: f'{d.month}/{d.day}/{d.year % 100:02d}'))
T_('dot separated day month year clock', 'Zeitpunkt|Abnahmezeit', S(lambda t: f'{t:%d.%m.%Y %H:%M:%S}'))
T_('compact day with underscore clock', 'run_id|export_stamp', S(lambda t: f'{t:%Y%m%d_%H%M%S}'))

# ================================================================ BIRTH
B_ = lambda fam, names, g, **o: F('birth', fam, names, g, **o)
by = lambda fn, a=1936, b=2014: D(fn, a, b)
B_('German asterisk two digit', 'Geb.|Pat_geb', by(lambda d: f'*{d:%d.%m.%y}'))
B_('French né le', 'naissance|ddn', by(lambda d: f'{"né" if d.day % 2 else "née"} le {d:%d/%m/%Y}'))
B_('English D.O.B. dashes', 'DOB|demog', by(lambda d: f'D.O.B. {d.day:02d}-{EN[d.month-1]}-{d.year}'))
B_('Czech nar. with blanks', 'nar|datum_narozeni', by(lambda d: f'nar. {d.day}. {d.month}. {d.year}'))
B_('Russian г.р.', 'год рождения|дата рождения', by(lambda d: f'{d:%d.%m.%Y} г.р.'))
B_('Japanese Shōwa in full', '生年月日|生年月日(和暦)', by(lambda d: (f'昭和{d.year-1925}年' if d < dt.date(1989, 1, 8) else f'平成{d.year-1988}年') + f'{d.month}月{d.day}日', 1936, 2014))
B_('Chinese born in year month day', '出生日期|出生', by(lambda d: f'{d.year}年{d.month}月{d.day}日出生'))
B_('Finnish synt.', 'syntymäaika|synt', by(lambda d: f's. {d.day}.{d.month}.{d.year}'))
B_('Italian nato a', 'nascita|luogo_data_nascita', lambda r: (lambda d: f'{r.choice(["nato", "nata"])} a {r.choice(["Bari", "Torino", "Pavia", "Lecce", "Udine", "Siena"])} il {d:%d/%m/%Y}')(day(r, 1936, 2014)))
B_('SAS days of birth, many negative', 'BRTHDT|birthdt', by(lambda d: str((d - dt.date(1960, 1, 1)).days), 1936, 2005), both=1)
B_('years of birth as whole numbers', 'birth_year|Geburtsjahr|ano_nascimento', N(1936, 2012), both=1)
B_('birth with age in brackets', 'geboortedatum|born', by(lambda d: f'{d:%d-%m-%Y} ({2024 - d.year} jr)'))
B_('Spanish F. Nac.', 'fec_nac|FNAC', by(lambda d: f'F. Nac.: {d:%d/%m/%Y}'))
B_('ISO birth days of children', 'donor_dob|child_birth|birthDate', by(lambda d: f'{d:%Y-%m-%d}', 2002, 2020), both=1)
B_('Turkish doğum', 'dogum_tarihi|Doğum', by(lambda d: f'd.t. {d:%d.%m.%Y}'))
B_('birth year among sexes', 'sex_yob|demo_txt', by(lambda d: f'{"M" if d.day % 2 else "F"}, b. {d.year}'))

# ================================================================ AGE
A_ = lambda fam, names, g, **o: F('age', fam, names, g, **o)
A_('whole years with some above 89', 'age_at_tx|Alter|edad', Mix(N(90, 101), N(19, 88), .2, .35), both=1)
A_('years with German Jahre', 'Alter_bei_Infusion|Alter (Text)', Mix(N(90, 102, suf=' Jahre'), N(21, 88, suf=' Jahre'), .2, .4))
A_('Russian лет', 'возраст|Возраст, лет', Mix(lambda r: (lambda n: f'{n} ' + ('год' if n % 10 == 1 and n != 111 else 'года' if n % 10 in (2, 3, 4) else 'лет'))(r.randint(90, 101)), lambda r: (lambda n: f'{n} ' + ('год' if n % 10 == 1 else 'года' if n % 10 in (2, 3, 4) else 'лет'))(r.randint(21, 88)), .2, .4))
A_('Japanese 歳 of the old', '年齢|登録時年齢', Mix(N(90, 103, suf='歳'), N(60, 89, suf='歳'), .2, .5))
A_('months of age, very old', 'age_months|alter_monate', Mix(N(1081, 1224), N(300, 1070), .2, .35), both=1)
A_('days of age, very old', 'age_days|AGE_IN_DAYS', Mix(N(32900, 37500), N(8000, 32000), .2, .4), both=1)
NW = ['ninety', 'ninety-one', 'ninety-two', 'ninety-three', 'ninety-four', 'ninety-six']; EW = ['seventy-one', 'eighty', 'eighty-four', 'seventy-eight', 'sixty-six', 'eighty-seven', 'fifty-nine', 'forty-two', 'seventy-five']
A_('English words year-old', 'age_text|demographic_line', Mix(lambda r: f'{r.choice(NW)}-year-old {r.choice(["man", "woman"])}', lambda r: f'{r.choice(EW)}-year-old {r.choice(["man", "woman"])}', .2, .45))
A_('sex and age with slash', 'sex_age|pt_summary', Mix(lambda r: f'{r.choice("MF")}/{r.randint(90, 99)}y', lambda r: f'{r.choice("MF")}/{r.randint(20, 88)}y', .2, .35))
A_('Arabic سنة', 'العمر|السن', Mix(lambda r: tr(str(r.randint(90, 100)), AR) + ' سنة', lambda r: tr(str(r.randint(20, 88)), AR) + ' سنة', .2, .35))
A_('French ans et mois', 'age_inclusion|âge', Mix(lambda r: f'{r.randint(90, 99)} ans {r.randint(0, 11)} mois', lambda r: f'{r.randint(18, 88)} ans {r.randint(0, 11)} mois', .2, .35))
A_('years with decimals of registry', 'AGE_EXACT|leeftijd_exact', Mix(N(90, 99, 2), N(18, 89, 2), .2, .35), both=1)

# ================================================================ POSTCODE
Z_ = lambda fam, names, g, **o: F('postcode', fam, names, g, **o)
Z_('German with D- in front', 'PLZ|Postleitzahl', P('D-0%###', 'D-%####'))
Z_('five digits, many with zero in front', 'plz|zipcode', P('0%###', '0%###', '%####', '1####'))
Z_('French with CEDEX', 'cp_ville|code postal', lambda r: r.choice([pat(r, '75012 PARIS CEDEX ##'), pat(r, '690## LYON'), pat(r, '33#00 BORDEAUX CEDEX'), pat(r, '59#00 LILLE'), pat(r, '441## NANTES'), pat(r, '13#00 MARSEILLE')]))
Z_('US ZIP+4 with state', 'ZIP|state_zip', lambda r: r.choice(['MA 0', 'NY 1', 'CA 9', 'TX 7', 'IL 6']) + pat(r, '####-####'))
Z_('Spanish CP label', 'cp|C.P.', P('C.P. 0%###', 'C.P. 28###', 'C.P. 46###'))
Z_('Swedish SE- with blank', 'postnr|postnummer', P('SE-%## ##'))
Z_('Danish DK- four', 'postnr_by|Postnummer', lambda r: pat(r, 'DK-%###'))
Z_('Dutch four and letters with town', 'postcode_plaats|PC', lambda r: pat(r, '%### @@ ') + r.choice(['Utrecht', 'Leiden', 'Zwolle', 'Breda', 'Arnhem']))
Z_('British in lower case', 'post_code|home_postcode', lambda r: r.choice(['sw', 'm', 'le', 'bs', 'eh', 'cf', 'ne', 'b', 'yo']) + f'{r.randint(1, 19)} {r.randint(1, 9)}' + r.choice('abdefghjlnpqrstuw') + r.choice('abdefghjlnpqrstuw'))
Z_('Canadian with dash', 'postal_cd|Postal Code', lambda r: r.choice('MKLHGTV') + f'{r.randint(1, 9)}{r.choice("ABCEGHJKLMNPRSTVWXYZ")}-{r.randint(0, 9)}{r.choice("ABCEGHJKLMNPRSTVWXYZ")}{r.randint(0, 9)}')
Z_('Japanese with 〒', '郵便番号|〒', P('〒%##-####'))
Z_('Brazilian CEP label', 'cep|CEP residencia', P('CEP 0####-###', 'CEP %####-###'))
Z_('Polish with town', 'kod_pocztowy|kod i miasto', lambda r: pat(r, '##-### ') + r.choice(['Kraków', 'Gdańsk', 'Poznań', 'Lublin', 'Łódź']))
Z_('Czech with district', 'psc|PSČ', lambda r: r.choice([pat(r, '1## 0# Praha %'), pat(r, '60# 00 Brno'), pat(r, '70# 00 Ostrava'), pat(r, '301 ## Plzeň')]))
Z_('Greek GR- with blank', 'Τ.Κ.|tk', P('GR-1## ##', 'GR-54# ##', 'ΤΚ 26# ##'))
Z_('five digits made numbers by a spreadsheet', 'CAP|patient_zip|codigo_postal', P('%####.0', '1####.0'), both=1)

# ================================================================ IP, URL
K_ = lambda fam, names, g, **o: F('ip', fam, names, g, **o)
ip4 = lambda r: f'{r.choice([r.randint(11, 126), r.randint(128, 168), r.randint(173, 191), r.randint(193, 223)])}.{r.randint(0, 255)}.{r.randint(0, 255)}.{r.randint(1, 254)}'
K_('diary login lines', 'audit_trail|login_log', lambda r: f'{r.choice(["login ok", "login failed", "logout", "pwd reset"])} from {ip4(r)} port {r.randint(1024, 65000)}')
K_('v6 with zone index', 'client_addr|ip_client', lambda r: f'fe80::{r.randint(1, 65535):x}:{r.randint(1, 65535):x}:{r.randint(1, 65535):x}:{r.randint(1, 65535):x}%{r.choice(["eth0", "en0", "wlan0", "12"])}')
K_('v4 list of hops', 'x_forwarded_for|proxy_chain', lambda r: ', '.join(ip4(r) for _ in range(r.randint(1, 3))))
K_('v4 with browser', 'session_info|device_info', lambda r: f'ip={ip4(r)}; ua={r.choice(["Mozilla/5.0", "okhttp/4.9.3", "Safari/604.1", "Dalvik/2.1.0"])}')
K_('v4 among channels of entry', 'entry_channel|source_channel', Mix(ip4, ch('paper', 'tablet', 'import', 'phone', 'batch'), .3, .7))
K_('v6 written out in capitals', 'IPv6|REMOTE_ADDR', lambda r: '2001:0DB8:' + ':'.join(f'{r.randint(0, 65535):04X}' for _ in range(6)))
K_('v4 plain of consent portal', 'ip_address|econsent_ip', ip4)
U_ = lambda fam, names, g, **o: F('url', fam, names, g, **o)
tok = lambda r, n: ''.join(r.choice('abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789') for _ in range(n))
U_('survey with personal hash', 'survey_link|link_proms', lambda r: f'https://redcap.klinik.example/surveys/?s={tok(r, 16)}')
U_('image viewer with study', 'viewer|PACS-Link', lambda r: f'http://pacs.hospital.test:8080/viewer?studyUID=1.2.{r.randint(100, 999)}.{r.randint(10**8, 10**9)}&patient={pat(r, "#######")}')
U_('see link among comments', 'doc_ref|attachment', Mix(lambda r: f'see https://files.cro.example/d/{tok(r, 10)}', ch('on file', 'none', 'requested', 'faxed', 'in binder'), .3, .6))
U_('crowd funding pages', 'patient_page|www', lambda r: f'www.helpfund.example/{r.choice(["help", "for", "team"])}-{ascii_(gv(r, "en_US")).lower()}-{r.randint(10, 999)}')
U_('ticket of help desk', 'ticket_url|query_link', lambda r: f'https://jira.cro.example/browse/TRIAL-{r.randint(100, 9999)}?focusedId={r.randint(10000, 99999)}')
U_('linked data resource', 'resource|subject_uri', lambda r: f'<https://ehr.example/Patient/{r.randint(10000, 9999999)}>')
U_('video visit rooms', 'televisit|video_link', lambda r: f'https://meet.video.test/{pat(r, "&&&-&&&&-&&&")}')
# ================================================================ TEXT
def TX(fam, names, parts, sep=' ', **o):
    def g(r):
        k = [p for i, p in enumerate(parts) if i < 2 or r.random() < .7]
        s = sep.join(r.choice(p.split('|')) for p in k)
        return s.replace('{d}', str(r.randint(2, 180))).replace('{n}', str(r.randint(2, 9))).replace('{p}', str(r.randint(4, 95)))
    F('text', fam, names, g, **o)
TX('English discharge letter sentences', 'discharge_summary|epicrisis', [
 'Thank you for referring this pleasant lady, a teacher from the valley.|He was admitted through the emergency department with his wife.|This farmer presented again with bruising on both shins.|She came to clinic with her daughter, who helps at home.|We reviewed this young man after his second relapse.',
 'Platelets had fallen to {p} and she was started on prednisolone.|The infusion was given without problems on the ward.|Haemoglobin recovered slowly after {n} units of red cells.|He remained febrile for {n} days despite broad cover.|She was discharged on day {d} in good spirits.',
 'I would be grateful if you could check her counts weekly.|He hopes to go back to driving his lorry.|We will see her again in {n} weeks.|She remains anxious about another relapse and we offered counselling.'])
TX('English adverse event narratives', 'AENARR|narrative', [
 'Subject developed fever up to 39.{n} on day {d} after infusion.|On day {d} the subject slipped in the kitchen and noticed a large haematoma.|Subject reported headache and neck pain starting on day {d}.|A rash appeared on day {d}, first on the trunk and later on both arms.',
 'Blood cultures were taken and meropenem was started.|CT showed no bleeding.|The investigator considered the event possibly related to ATG.|Biopsy was compatible with grade {n} changes.|Steroids were given and symptoms improved within {n} days.',
 'The event resolved without sequelae.|At the time of this report the event was ongoing.|The sponsor asked for further details, which are awaited.'])
TX('English open answers of questionnaire', 'Q27_other_comments|anything_else', [
 'I get tired when I walk up to our flat.|My nose still bleeds most mornings.|I was off work for {n} months and lost my job at the bakery.|My husband does all the shopping now.|Honestly I feel better than in years.',
 'The nurses were lovely but the food was awful.|I worry about the children a lot.|Nobody told me my hair would come back curly!|Please call me less often.|I would do it again.', 'Thank you.|Not sure this questionnaire fits me.|The drive to the clinic takes {n} hours.'])
TX('German short letters of the clinic', 'Epikrise|Arztbrief_Text', [
 'Die Patientin wurde in gutem Allgemeinzustand entlassen.|Wir berichten über den gemeinsamen Patienten, der sich notfallmäßig vorstellte.|Erneuter Abfall der Thrombozyten auf {p} nach Absetzen von Kortison.|Nach der Transplantation kam es zu einer Mukositis.',
 'Die Konditionierung wurde gut vertragen.|Am Tag +{d} zeigte sich ein Exanthem am Stamm.|Der Ehemann wurde in die Pflege des Katheters eingewiesen.|Fieber bis 39,{n} °C ohne Keimnachweis.|Transfusion von {n} EK war erforderlich.',
 'Wir bitten um wöchentliche Kontrolle des Blutbildes.|Eine berufliche Wiedereingliederung als Erzieherin ist geplant.|Weitere Vorstellung in {n} Wochen.'])
TX('French follow-up remarks', 'commentaire_suivi|observations', [
 'Patiente revue en consultation, fatiguée mais souriante.|Rechute à J{d}, plaquettes à {p} G/L.|Le patient vit seul et oublie parfois ses traitements.|Hospitalisé en urgence pour épistaxis abondante.',
 'Reprise des corticoïdes à bonne dose.|Pas de signe de GVH ce jour.|Son épouse signale des ecchymoses depuis {n} jours.|Le prélèvement a été perdu par le coursier.', 'Contrôle dans {n} semaines chez le médecin traitant.|On discute une nouvelle ligne en staff.'])
TX('Spanish evolution notes', 'evolucion|observaciones', [
 'Paciente que acude acompañada de su madre.|Refiere astenia y mareos desde hace {n} días.|Ingresa por fiebre neutropénica el día +{d}.|Buen estado general, sin sangrado activo.',
 'Plaquetas {p}.000, se inicia eltrombopag.|Se transfunden {n} concentrados de hematíes sin incidencias.|Se explica el resultado y lo entiende.|Trabaja en el campo y no puede venir cada semana.', 'Alta con control en {n} semanas.|Pendiente de resultado de médula.'])
TX('Italian diary of the ward', 'diario_clinico|note', [
 'Paziente vigile e collaborante, riposa bene.|Riferisce dolore lombare da {n} giorni.|Nuova recidiva al giorno +{d}, piastrine {p}.000.|Lamenta nausea dopo la terapia.',
 'Eseguita trasfusione senza reazioni.|La figlia chiede un colloquio con il medico.|Si sospende la ciclosporina per ipertensione.|Apiretico, esame obiettivo nella norma.', 'Rivedere tra {n} settimane.|Si programma mieloaspirato.'])
TX('Portuguese answers of the family', 'resposta_aberta|obs_familia', [
 'A minha mãe ficou muito fraca depois do tratamento.|Ele voltou à escola ao fim de {n} meses.|Tivemos de vender o carro para pagar as viagens.|Acordo de noite com dores nas pernas.',
 'Os enfermeiros foram muito atenciosos.|Ainda aparece sangue na gengiva quando escovo os dentes.|Esperámos {n} horas na urgência.|Estou contente com o resultado.'])
TX('Dutch remarks of the nurse', 'opmerking|toelichting', [
 'Patiënt belt omdat hij sinds {n} dagen blauwe plekken heeft.|Mevrouw woont alleen en krijgt hulp van de buurvrouw.|Infuus liep niet goed, opnieuw geprikt.|Trombocyten gedaald naar {p} op dag {d}.',
 'Dosis prednison verhoogd in overleg.|Geen koorts, eet en drinkt goed.|Wil graag weer gaan fietsen.|Vragenlijst thuis ingevuld samen met dochter.', 'Controle over {n} weken.'])
TX('Swedish journal lines', 'kommentar|anteckning', [
 'Patienten mår bra och arbetar halvtid som snickare.|Inkommer med feber och hosta sedan {n} dagar.|Trombocyter {p} vid kontroll dag {d}.|Hustrun berättar att han blöder ur näsan.',
 'Kortison trappas ut långsamt.|Ingen blödning idag.|Får {n} enheter erytrocyter utan reaktion.|Provet måste tas om.', 'Återbesök om {n} veckor.'])
TX('Norwegian told in own words', 'fritekst|egne_ord', [
 'Jeg orker ikke å gå tur lenger enn {n} minutter.|Faren min følger meg til sykehuset.|Fikk utslett på armene etter {d} dager.|Har vært hjemme fra jobben hele våren.', 'Det er vanskelig å sove om natten.|Synes legene forklarte godt.|Jeg vil helst slippe flere beinmargsprøver.'])
TX('Danish phone notes', 'tlf_notat|bemærkning', [
 'Patienten ringer, da han har fået blå mærker på benene.|Hun har det godt og vil gerne tilbage til arbejdet.|Indlagt på lokalt sygehus i {n} dage med lungebetændelse.|Trombocytter {p} på dag {d}.', 'Aftalt ny blodprøve i næste uge.|Datteren hjælper med medicinen.|Ingen feber, spiser lidt.'])
TX('Finnish visit texts', 'käyntiteksti|huomautus', [
 'Potilas voi hyvin ja on palannut töihin.|Kuumetta ollut {n} päivää, viljelyt negatiiviset.|Trombosyytit {p}, mustelmia säärissä.|Vaimo auttaa lääkkeiden kanssa.', 'Annettu {n} yksikköä punasoluja ilman ongelmia.|Kontrolli {n} viikon kuluttua.|Kortisonia vähennetään hitaasti.'])
TX('Polish epicrisis', 'epikryza|uwagi', [
 'Pacjentka przyjęta z powodu krwawienia z nosa.|Chory w stanie ogólnym dobrym, mieszka z synem.|W dobie +{d} gorączka do 39 stopni.|Płytki krwi {p} tys., bez krwawień.', 'Włączono prednizon z dobrą odpowiedzią.|Przetoczono {n} jednostki krwinek bez powikłań.|Pacjent prosi o kontakt z psychologiem.|Próbka została uszkodzona w transporcie.', 'Kontrola za {n} tygodnie.'])
TX('Czech ward notes', 'poznamka|dekurs', [
 'Pacient bez potíží, doma se o něj stará manželka.|Od {n} dnů zvýšená teplota a kašel.|Trombocyty {p}, drobné hematomy na bércích.|Den +{d}: vyrážka na zádech.', 'Podány {n} transfuze bez reakce.|Pokračujeme v kortikoidech.|Pacientka si přeje propuštění domů.', 'Kontrola za {n} týdny.'])
TX('Hungarian remarks', 'megjegyzes|zaro_szoveg', [
 'A beteg jól van, feleségével érkezett a vizsgálatra.|{n} napja lázas, köhög.|Vérlemezkeszám {p}, kisebb véraláfutások a lábon.|A {d}. napon kiütés jelent meg a hason.', 'Szteroidot kapott, állapota javult.|{n} egység vörösvérsejtet adtunk szövődmény nélkül.|Munkába szeretne visszatérni.'])
TX('Romanian comments', 'comentarii|observatii_medic', [
 'Pacienta se simte bine și locuiește cu sora ei.|De {n} zile are febră și tuse.|Trombocite {p} mii, echimoze pe membre.|În ziua {d} a apărut o erupție pe trunchi.', 'S-au transfuzat {n} unități fără reacții.|A refuzat puncția din cauza durerii.|Se continuă corticoterapia.'])
TX('Bulgarian remarks', 'забележка|бележки', [
 'Пациентката е в добро общо състояние, идва със сина си.|От {n} дни има температура и кашлица.|Тромбоцити {p}, синини по краката.|На ден {d} се появи обрив.', 'Прелети са {n} единици без реакция.|Продължава с кортикостероид.|Желае да се върне на работа.'])
TX('Russian anamnesis', 'анамнез|комментарий', [
 'Больная поступила с носовым кровотечением, работает учителем.|Жалобы на слабость в течение {n} дней.|На {d}-й день повышение температуры до 39.|Тромбоциты {p}, гематомы на голенях.', 'Начат преднизолон с хорошим эффектом.|Перелито {n} дозы эритроцитов, без реакций.|Муж ухаживает за больной дома.|Образец разбился при перевозке.', 'Явка через {n} недели.'])
TX('Ukrainian notes', 'примітка|скарги', [
 'Пацієнт скаржиться на втому вже {n} днів.|Хвора живе з матір\'ю в селі.|На день {d} з\'явився висип на тулубі.|Тромбоцити {p}, кровотечі немає.', 'Призначено преднізолон, стан покращився.|Перелито {n} дози, без ускладнень.|Просить перенести візит.'])
TX('Serbian Latin remarks', 'napomena|zakljucak', [
 'Pacijent se oseća dobro, dolazi sa bratom.|Unazad {n} dana ima temperaturu i kašlje.|Trombociti {p}, modrice po nogama.|Dana +{d} javio se osip po leđima.', 'Data je transfuzija bez reakcije.|Kortikosteroidi se postepeno smanjuju.|Kontrola za {n} nedelje.'])
TX('Greek remarks of ward', 'Σχόλια|παρατηρήσεις', [
 'Ο ασθενής αισθάνεται καλά και μένει με την κόρη του.|Εδώ και {n} μέρες έχει πυρετό και βήχα.|Αιμοπετάλια {p}, μελανιές στα πόδια.|Την ημέρα {d} εμφάνισε εξάνθημα.', 'Έγινε μετάγγιση {n} μονάδων χωρίς αντίδραση.|Συνεχίζει κορτιζόνη.|Επανέλεγχος σε {n} εβδομάδες.'])
TX('Turkish notes', 'aciklama|hekim notu', [
 'Hasta eşiyle birlikte geldi, genel durumu iyi.|{n} gündür ateşi ve öksürüğü var.|Trombosit {p} bin, bacaklarda morluklar mevcut.|{d}. günde gövdede döküntü gelişti.', 'Steroid başlandı, yanıt iyi.|{n} ünite eritrosit verildi, reaksiyon olmadı.|İşine dönmek istiyor.', '{n} hafta sonra kontrol.'])
TX('Arabic remarks', 'ملاحظات|تعليق الطبيب', [
 'حضرت المريضة مع ابنتها وحالتها العامة جيدة.|يشكو المريض من حمى وسعال منذ {n} أيام.|الصفائح {p} مع كدمات في الساقين.|ظهر طفح جلدي في اليوم {d}.', 'تم نقل {n} وحدات دم دون مضاعفات.|بدأ العلاج بالكورتيزون وتحسنت الأعراض.|يرغب المريض في العودة إلى عمله.'])
TX('Persian remarks of nurse', 'توضیحات|یادداشت', [
 'بیمار با همسرش مراجعه کرد و حال عمومی خوب است.|از {n} روز پیش تب و سرفه دارد.|پلاکت {p} و کبودی روی پاها دیده شد.|در روز {d} بثورات پوستی ظاهر شد.', 'دو واحد خون بدون عارضه تزریق شد.|کورتون شروع شد و بهتر شد.|بیمار نگران بازگشت بیماری است.'])
TX('Hebrew remarks of physician', 'הערות|סיכום', [
 'המטופלת הגיעה עם בתה במצב כללי טוב.|סובל מחום ושיעול מזה {n} ימים.|טסיות {p}, שטפי דם ברגליים.|ביום {d} הופיעה פריחה בגב.', 'ניתנו {n} מנות דם ללא תגובה.|הוחל טיפול בסטרואידים עם שיפור.|מבקש לחזור לעבודה.'])
TX('Hindi remarks', 'टिप्पणी|विवरण', [
 'मरीज़ अपनी पत्नी के साथ आया, हालत ठीक है।|{n} दिनों से बुखार और खाँसी है।|प्लेटलेट {p} हज़ार, पैरों पर नीले निशान।|{d}वें दिन शरीर पर दाने निकले।', '{n} यूनिट खून चढ़ाया गया, कोई दिक्कत नहीं।|स्टेरॉयड शुरू किया गया और सुधार हुआ।|मरीज़ गाँव लौटना चाहता है।'])
TX('Bengali remarks', 'মন্তব্য|রোগীর কথা', [
 'রোগী তার ছেলের সাথে এসেছেন, অবস্থা ভালো।|{n} দিন ধরে জ্বর ও কাশি আছে।|প্লাটিলেট {p} হাজার, পায়ে কালশিটে দাগ।', '{n} ব্যাগ রক্ত দেওয়া হয়েছে, কোনো সমস্যা হয়নি।|স্টেরয়েড শুরু করার পর উন্নতি হয়েছে।|রোগী বাড়ি ফিরতে চান।|{d} দিন পর আবার আসবেন।'])
TX('Chinese course notes', '病程记录|备注', [
 '患者由丈夫陪同来院,一般情况可。|患者诉乏力、头晕{n}天。|移植后第{d}天出现发热,体温39℃。|血小板降至{p},双下肢散在瘀斑。', '予激素治疗后好转。|输注红细胞{n}单位,无不良反应。|家属要求出院,已告知风险。', '{n}周后门诊复查。|继续观察病情变化。'], sep='')
TX('Japanese course notes', '経過|備考', [
 '患者は妻と来院し、全身状態は良好。|{n}日前から発熱と咳が続いている。|移植後{d}日目に体幹に皮疹が出現した。|血小板は{p}まで低下し、両下肢に紫斑を認めた。', 'ステロイドを開始し、症状は改善した。|赤血球{n}単位を輸血したが副作用はなかった。|本人は仕事への復帰を希望している。'], sep='')
TX('Korean course notes', '경과기록|비고', [
 '환자는 아들과 함께 내원하였으며 전신 상태는 양호함.|{n}일 전부터 발열과 기침이 있음.|이식 후 {d}일째 몸통에 발진이 생김.|혈소판 {p}으로 감소, 다리에 멍이 관찰됨.', '스테로이드 시작 후 호전됨.|적혈구 {n}단위 수혈, 부작용 없음.|직장 복귀를 희망함.'])
TX('Thai remarks', 'หมายเหตุ|บันทึก', [
 'ผู้ป่วยมากับภรรยา อาการทั่วไปดี|มีไข้และไอมา {n} วัน|เกล็ดเลือด {p} มีจ้ำเลือดที่ขา|วันที่ {d} มีผื่นขึ้นตามตัว', 'ให้เลือด {n} ถุง ไม่มีปฏิกิริยา|เริ่มสเตียรอยด์แล้วอาการดีขึ้น|ผู้ป่วยอยากกลับไปทำงาน'])
TX('Vietnamese remarks', 'ghi_chu|Diễn biến', [
 'Bệnh nhân đi khám cùng con gái, thể trạng tốt.|Sốt và ho đã {n} ngày.|Tiểu cầu {p}, có vết bầm ở chân.|Ngày thứ {d} nổi ban toàn thân.', 'Truyền {n} đơn vị máu, không phản ứng.|Bắt đầu dùng corticoid và đỡ nhiều.|Bệnh nhân muốn về quê.'])
TX('Indonesian remarks', 'catatan|keterangan', [
 'Pasien datang bersama istrinya, keadaan umum baik.|Demam dan batuk sejak {n} hari.|Trombosit {p} ribu, memar di kedua kaki.|Hari ke-{d} timbul ruam di badan.', 'Transfusi {n} kantong tanpa reaksi.|Steroid dimulai dan keluhan berkurang.|Pasien ingin kembali bekerja.'])
def g(r):
    return r.choice(['Pt moved to her sister in the north and could not come', 'Could not attend because of a funeral in the family', 'Car broke down on the way, came {} days late', 'Lives on a farm, snowed in for {} days', 'Husband fell ill; visit done by phone', 'Sample dropped by new nurse, repeated after {} days', 'He is a police officer and was on duty']).format(r.randint(2, 9))
F('text', 'reasons for deviation among codes', 'dev_reason|DVTERM_other', Mix(g, ch('DV01', 'DV02', 'DV07', 'DV11', 'none'), .25, .5))
def g(r):
    return r.choice(['Wohnt in einem abgelegenen Hof, kein Auto', 'möchte wegen Schichtarbeit nur freitags kommen', 'Mutter verstorben, deshalb Termin abgesagt', 'hat den Fragebogen im Zug liegen lassen', 'Angst vor der Punktion, Gespräch mit Psychologin geführt', 'war {} Wochen in Kur', 'Sohn hat Windpocken, bleibt {} Tage zu Hause'.replace('{}', str(r.randint(2, 4)))]).replace('{}', str(r.randint(3, 6)))
F('text', 'German reasons among yes no', 'Grund_nicht_erfolgt|Sonstiges', Mix(g, ch('nein', 'ja', 'entfällt'), .25, .5))
# ================================================================ HARMLESS
H = lambda fam, names, g, **o: F('harmless', fam, names, g, **o)
W = lambda s, sep='|': ch(s.split(sep))
# --- laboratory
H('platelets giga comma one place', 'Thrombozyten_G_l|PLT', LN(45, .9, 1, comma=True, lo=1, hi=600))
H('haemoglobin with below and unit', 'Hb|hemoglobina', N(5.1, 15.9, 1, suf=' g/dl', below='<5,0 g/dl', pb=.05))
H('ferritin capped at analyser', 'Ferritin|ferritina_ng_ml', LN(700, .8, 0, hi=1649, above='>1650', pb=.15))
H('antinuclear titre with pattern', 'ANA|ANA_titre', lambda r: r.choice(['negativ', '1:80', '1:160 homogen', '1:320 gesprenkelt', '1:640 nukleolär', '<1:80', '1:1280']))
H('ADAMTS13 inhibitor Bethesda comma', 'ADAMTS13_Inhibitor|inhibitor_BU', LN(1.4, .9, 1, suf=' BE', comma=True, below='<0,4 BE', pb=.3))
H('LDH as multiple of upper limit', 'LDH_xULN|LDH ratio', N(.6, 5.8, 1, suf=' x ULN'))
H('reticulocytes per mille with sign', 'Reti|Retikulozyten', N(2, 180, 0, suf=' ‰'))
H('neutrophils with asterisk for few cells', 'ANC|neutros', lambda r: fx(r.lognormvariate(.4, .9), 2) + r.choice(['', '', '', '*']))
H('bilirubin total slash direct', 'bili_tot_dir|Bilirubin ges./dir.', lambda r: f'{r.randint(6, 80)}/{r.randint(2, 6)}')
H('CRP below limit with comma', 'CRP|PCR_mg_L', LN(9, 1.2, 1, comma=True, below='<0,6', pb=.25))
H('viral copies capital E two digits', 'CMV_PCR|EBV-DNA', lambda r: r.choice(['not detected', f'{r.uniform(1, 9.9):.1f}E+0{r.randint(2, 6)}']))
H('viral log with below', 'HHV6_log|adv_log10', N(1.8, 6.5, 1, suf=' log', below='<1.7 log', pb=.4))
H('haemoglobin beside its range', 'Hb_with_ref|HGB (ref)', lambda r: f'{r.uniform(6, 15.5):.1f} ({r.choice(["12.0-16.0", "13.5-17.5"])})')
H('flag letter before the value', 'K_flagged|sodium_f', lambda r: (lambda x: ('L ' if x < 135 else 'H ' if x > 145 else '') + str(x))(r.randint(126, 150)))
H('Quick in percent with blank', 'Quick|TP_pct', N(38, 120, 0, suf=' %'))
H('dipstick plus signs', 'U_Protein|urine_prot', W('neg|+|++|+++|(+)|neg|neg'))
H('MIC with interpretation', 'MIC_mero|antibiogram', lambda r: f'{r.choice(["<=0.25", "0.5", "1", "2", "4", ">8", ">=16"])} {r.choice("SIR")}')
H('haptoglobin comma below', 'Haptoglobin_g_l|hapto', LN(.6, .7, 2, comma=True, suf=' g/L', below='<0,10 g/L', pb=.35))
H('platelets in Arabic-Indic digits', 'الصفائح|عدد الصفائح', lambda r: tr(str(r.randint(4, 380)), AR))
H('Chinese unit with superscript nine', '血小板计数|PLT值', N(3, 340, 0, suf='×10⁹/L'))
H('narrow blank thousands', 'Thrombocytes_mm3|plq_mm3', lambda r: f'{r.randint(4, 420)}\u202f{r.choice(["000", "500"])}')
H('Russian millimoles', 'глюкоза|креатинин_мочевина', N(3.2, 14, 1, suf=' ммоль/л', comma=True))
H('tacrolimus trough with ng', 'tac_level|FK506', N(1.8, 18, 1, suf=' ng/mL', below='<1.5 ng/mL', pb=.08))
H('cytokine with below 3.9', 'IL10_pg_ml|TNFa', LN(14, 1.1, 1, below='<3.9', pb=.3))
H('von Willebrand percent antigen', 'VWF_Ag|vwf_act', N(42, 310, 0, suf='%'))
H('D-dimer FEU units', 'DDimer|d_dimere', LN(.8, .9, 2, suf=' mg/L FEU', below='<0.19 mg/L FEU', pb=.2))
H('blood gas triple slash comma', 'BGA|EAB', lambda r: f'{fx(r.uniform(7.22, 7.52), 2, 1)} / {r.randint(31, 56)} / {r.randint(52, 104)}')
H('CD34 per kilogram with E6', 'CD34_dose_txt|cd34kg', N(1.6, 12, 2, suf='E6/kg'))
H('anti-platelet glycoproteins detected', 'MAIPA|anti_GP', W('GPIIb/IIIa|GPIb/IX|GPIa/IIa|negativ|GPIIb/IIIa + GPIb/IX|grenzwertig'))
H('Coombs with specificity', 'DAT|Coombs direct', W('IgG+|IgG+ C3d+|C3d+|neg|IgG++ |IgG+++ C3d(+)|IgA+'))
H('smear remarks coded', 'smear|Ausstrich', W('SCHIS 1+|SPHER 2+|ANISO +|POLY 1+|NORM|SCHIS <1%|LPLT'))
H('complement in decimals', 'C3_g_L|C4', N(.08, 1.8, 2))
H('eGFR above ninety capped', 'eGFR|DFG_CKDEPI', N(24, 89, 0, above='>90', pb=.45))
H('osmolality with unit', 'Osmo|osmolalite', N(265, 318, 0, suf=' mOsm/kg'))
H('chimerism with T and myeloid', 'chim_T_my|chimerisme', lambda r: f'T {r.randint(40, 100)}% / My {r.randint(80, 100)}%')
H('cold agglutinin power of two', 'KHA_Titer|cold_titre', lambda r: r.choice(['1:', '']) + str(2 ** r.randint(4, 13)))
H('lymphocyte subsets pipes', 'CD3|CD4|CD8 panel'.replace('|', ' '), lambda r: f'{r.randint(120, 2100)}|{r.randint(40, 1100)}|{r.randint(60, 900)}')
H('IgG grams with comma trough', 'IgG_g_L|IgG Talspiegel', N(2.1, 17, 2, comma=True))
H('troponin nanograms with below', 'hsTnT|troponine', LN(16, .9, 0, below='<5', pb=.2))
H('creatinine with arrow', 'Kreatinin|crea_umol', lambda r: f'{r.randint(41, 220)}{r.choice(["", "", "", " ↑", " ↓"])}')
H('PNH clone with limits', 'PNH_gran|clone_pct', lambda r: r.choice(['<0.01%', f'{r.uniform(.02, 9):.2f}%', f'{r.uniform(10, 95):.1f}%']))
H('bone marrow blasts less five', 'blasts|KM_Blasten', W('<5%|<1%|2%|1%|0%|3%|<5%'))
H('fibroblast growth scaled value', 'optical_density|OD450', N(.041, 3.2, 3))
H('copies per microgram not quantifiable', 'vcn_ug|transgene', lambda r: r.choice(['BLQ', 'ND', f'{int(r.lognormvariate(7, 1.2)):,}']))
H('lactate from gas', 'Laktat|lactate_mmol', N(.5, 6.2, 1, suf=' mmol/L'))
H('anti-A titre pair', 'isoaggl_A_B|Anti-A/Anti-B', lambda r: f'{2 ** r.randint(0, 9)}/{2 ** r.randint(0, 9)}')
# --- days, durations, times
H('day to neutrophils or never', 'days_to_ANC500|tage_bis_neutro', lambda r: r.choice(['never below', str(r.randint(8, 31)), str(r.randint(8, 31)), str(r.randint(8, 31))]))
H('German Tag plus', 'Studientag|Tag', lambda r: f'Tag {r.choice(["+", "+", "+", "-"])}{r.choice([1, 3, 7, 14, 21, 28, 56, 100, 180, 365])}')
H('French J plus', 'jour_greffe|J', lambda r: f'J{r.choice(["+", "+", "-"])}{r.randint(1, 100)}')
H('Spanish Día plus', 'dia_estudio|Día', lambda r: f'Día +{r.choice([0, 7, 14, 28, 60, 100, 180])}')
H('Japanese day after transplant', '移植後日数|検査時点', lambda r: f'+{r.choice([7, 14, 21, 28, 60, 100, 180, 365])}日')
H('Russian День plus', 'день_наблюдения|визит_день', lambda r: f'День +{r.choice([0, 7, 14, 30, 60, 100, 180])}')
H('Chinese 移植后第', '移植天数|时间点', lambda r: f'移植后第{r.choice([7, 14, 28, 60, 100, 180])}天')
H('duration French years months', 'anciennete_maladie|duree', lambda r: f'{r.randint(1, 14)} ans {r.randint(0, 11)} mois')
H('duration German weeks short', 'Dauer_Therapie|Krankheitsdauer', lambda r: f'{r.randint(1, 52)} Wo.')
H('conditioning days from to', 'cond_days|Tage_Konditionierung', W('-7 bis -2|-6 bis -3|-5 bis -1|-4 bis -2|-9 bis -6'))
H('days cumulated on ventilator', 'vent_days|cum_icu_days', lambda r: str(r.choice([0, 0, 0, 0, r.randint(1, 34)])))
H('infusion hours and minutes', 'inf_duration|Infusionsdauer', lambda r: f'{r.randint(0, 6)}:{r.choice([0, 10, 15, 20, 30, 45, 50]):02d} h')
H('clock of collection French', 'heure_prelevement|heure', lambda r: f'{r.randint(6, 20)}h{r.randint(0, 59):02d}')
H('clock German Uhr dotted', 'Uhrzeit|Abnahme_Uhrzeit', lambda r: f'{r.randint(6, 20):02d}.{r.randint(0, 59):02d} Uhr')
H('clock Japanese forenoon', '採血時刻|時刻', lambda r: f'{r.choice(["午前", "午後"])}{r.randint(1, 11)}時{r.choice([0, 10, 15, 30, 45])}分')
H('clock with p.m. dots', 'dose_clock|time_of_dose', lambda r: f'{r.randint(1, 12)}:{r.randint(0, 59):02d} {r.choice(["a.m.", "p.m."])}')
H('elapsed seconds of walk test', 'tug_sec|chair_rise_s', N(5.1, 24.9, 1, suf=' s'))
H('study days of several relapses', 'relapse_days|rez_tage', lambda r: ';'.join(str(x) for x in sorted(r.randint(20, 1400) for _ in range(r.randint(1, 3)))))
H('signed days of visit window', 'window_dev|tage_abweichung', lambda r: f'{r.randint(-14, 14):+d}')
H('start and stop study day of drug', 'cm_days|CMSTDY-CMENDY', lambda r: (lambda a: f'd{a} to d{a + r.randint(1, 200)}')(r.randint(-30, 300)))
H('years since diagnosis comma', 'years_since_dx|lata_od_rozpoznania', N(.3, 24, 1, comma=True))
H('weeks plus days of pregnancy past', 'gest_prev|SSW', lambda r: f'{r.randint(24, 41)}+{r.randint(0, 6)}')
# --- doses, products
H('prednisone taper arrows', 'pred_taper|Schema', W('60→40→20→10|40→30→20|80→60→40→20→10→5|20→10→5|1 mg/kg→0,5 mg/kg'))
H('German morning noon evening', 'Einnahme|Dosierung', W('1-0-1|1-0-0|0-0-1|1-1-1|½-0-½|2-0-2|1-0-0-1'))
H('Latin abbreviations of dosing', 'freq|CMDOSFRQ', W('QD|BID|TID|Q8H|PRN|QOD|QW|ONCE|Q12H'))
H('milligrams per square metre dose', 'flu_dose|dose_m2', lambda r: f'{r.choice([25, 30, 40])} mg/m² x {r.randint(3, 5)}')
H('ATG with product and sum', 'ATG|serotherapy', W('Thymoglobulin 7.5 mg/kg|Grafalon 30 mg/kg|ATGAM 90 mg/kg|Thymoglobuline 4,5 mg/kg|none|Alemtuzumab 1 mg/kg'))
H('units of red cells transfused', 'EK_Anzahl|CGR', lambda r: f'{r.randint(0, 14)} EK')
H('IVIG grams per kilo', 'ivig|IgIV', W('0,4 g/kg x 5|1 g/kg x 2|1 g/kg|2 g/kg|0,8 g/kg'))
H('infusion rates per hour', 'rate|Laufrate', lambda r: f'{r.choice([10, 25, 50, 60, 75, 100, 125, 250])} ml/h')
H('irradiation fractions', 'TBI|tbi_schema', W('2 Gy x1|4 Gy (2x2)|12 Gy / 6 fx|8 Gy in 4 fx|keine|none|3 Gy'))
H('kit numbers said so', 'kit_no|KitNumber|IMP kit', P('K-#####', 'K-1####'), both=1)
H('lots said so', 'LOT_NO|Charge|lotto', P('@@%####', '%##@#', 'C%#####'), both=1)
H('software builds said so', 'sw_version|edc_build|firmware', lambda r: f'{r.randint(2, 9)}.{r.randint(0, 14)}.{r.randint(0, 20)}-b{r.randint(10, 900)}', both=1)
H('reads said so', 'total_reads|n_reads|umi_count', LN(900000, 1.3, 0, lo=500), both=1)
H('cells counted said so', 'n_events_acquired|cells_gated|events', LN(30000, 1.2, 0, lo=40), both=1)
# --- vocabularies
H('ICD in German with G', 'Diagnose_ICD|ICD10GM', W('D69.3G|D59.1G|D61.9V|D68.6G|M32.1G|Z94.8Z|D59.1A|M31.1G|D70.1G'))
H('ICD with text Portuguese', 'CID|diagnostico_cid', W('D69.3 Púrpura trombocitopênica idiopática|D59.1 Outras anemias hemolíticas autoimunes|D61.9 Anemia aplástica|M32.9 Lúpus eritematoso|D69.4 Outras trombocitopenias primárias'))
H('ATC five with drug names', 'ATC|CMATC', W('H02AB07 prednisolon|L04AD01 ciclosporin|L04AD02 tacrolimus|B02BX05 eltrombopag|L01FA01 rituximab|J05AB14 valganciklovir|L04AA06 mykofenolsyra'))
H('LOINC dash check digit', 'LBLOINC|loinc_num', W('777-3|26515-7|718-7|6690-2|751-8|2532-0|4542-7|1975-2|14196-0|2276-4'))
H('SNOMED with term bars', 'sct|concept', W('32273002 |Idiopathic thrombocytopenic purpura|;413603009 |Autoimmune haemolytic anaemia|;306058006 |Aplastic anaemia|;55464009 |Systemic lupus erythematosus|;78129009 |Thrombotic thrombocytopenic purpura|'.replace('|;', '|§'), '§'))
H('MedDRA preferred term with code', 'AE_PT|AEDECOD', W('10035528 Platelet count decreased|10016288 Febrile neutropenia|10028813 Nausea|10037660 Pyrexia|10028116 Mucosal inflammation|10015090 Epistaxis|10019211 Headache'))
H('HLA two field with slash pair', 'HLA_A|HLA-DRB1', lambda r: (lambda l: f'{l}{r.choice(["01", "02", "03", "11", "24"])}:0{r.randint(1, 7)}/{l}{r.choice(["01", "07", "13", "15", "26"])}:0{r.randint(1, 5)}')(r.choice(['A*', 'B*', 'DRB1*'])))
H('coding variants with protein', 'variant|mutation', W('c.1849G>T p.(Val617Phe)|c.2645G>A p.(Gly882Asp)|c.524G>A p.(Arg175His)|c.1934dup p.(Gly646TrpfsTer12)|c.101C>T p.(Ser34Phe)|c.2098A>G p.(Lys700Glu)'))
H('karyotypes with bracketed cells', 'Karyotyp|karyotype_bm', W('46,XX[20]|46,XY[25]|46,XX,del(13)(q12q14)[3]/46,XX[17]|47,XY,+8[5]/46,XY[15]|45,X,-Y[8]/46,XY[12]|46,XY,t(1;7)(p10;q10)[20]'))
H('organisms with resistance', 'organism|Keim', W('E. coli (ESBL)|S. epidermidis (MRSE)|K. pneumoniae|E. faecium (VRE)|P. aeruginosa|C. albicans|S. mitis|kein Wachstum|A. fumigatus'))
H('procedure codes of French CCAM', 'CCAM|acte', W('FELF003|FELF004|FEJF001|FEFF001|HGQE005|ZBQK002|FELF011|DEQP003'))
H('German procedures OPS text', 'OPS|Prozedur', W('8-805.20|8-800.c0|8-810.w4|5-411.00|8-547.0|1-424|8-542.11|8-987.10'))
H('US procedure CPT with words', 'CPT|procedure_cpt', W('38240 HPC allogeneic|38241 HPC autologous|38222 BM biopsy+aspirate|36430 Transfusion|38206 Harvest|36511 Apheresis WBC'))
H('rs numbers with genotype', 'snp|genotype', lambda r: f'rs{r.choice(["1801133", "2241880", "2066844", "396991", "1801274", "3087243"])} {r.choice(["AA", "AG", "GG", "CT", "TT", "CC"])}')
H('flow gate by signs', 'gate|phenotype', W('CD3+CD4+CD25hiCD127lo|CD19+CD27+IgD-|CD3-CD56+CD16+|CD34+CD38-|CD45RA+CCR7+|CD4+CD45RO+CD62L-|CD14+HLA-DR+'))
H('trial registers mixed', 'other_trials_register|registry_ref', W('NCT04900117|ISRCTN41002299|EUCTR2017-000917-31|jRCT2031210077|CTRI/2019/08/020011|DRKS00017702|not registered|NCT03300411'))
H('ISBT product description', 'product|Präparat', W('HPC, APHERESIS|HPC, MARROW|HPC, CORD BLOOD|MNC, APHERESIS|RBC LR irr|PLT apheresis LR|T CELLS, APHERESIS'))
H('CTCAE term and grade', 'AE_grade|toxicity', lambda r: f'{r.choice(["Mucositis oral", "Febrile neutropenia", "Nausea", "ALT increased", "Hypertension", "Anemia"])} G{r.randint(1, 4)}')
H('genes lists semicolon', 'panel_genes|inborn_error_genes', lambda r: ';'.join(r.sample(['CTLA4', 'LRBA', 'STAT3', 'FAS', 'TNFRSF13B', 'PIK3CD', 'NFKB1', 'GATA2', 'TERT', 'SAMD9L'], r.randint(1, 3))))
# --- drug and diagnosis terms by language
H('Russian drugs', 'препарат|терапия', W('преднизолон|циклоспорин|ритуксимаб|элтромбопаг|метотрексат|ромиплостим|циклофосфамид|микофенолата мофетил'))
H('Greek diagnoses', 'Διάγνωση|diagnosi', W('Αυτοάνοση αιμολυτική αναιμία|Άνοση θρομβοπενία|Απλαστική αναιμία|Σύνδρομο Evans|Συστηματικός λύκος|Θρομβωτική θρομβοπενική πορφύρα'))
H('Polish drugs with strength', 'lek|leczenie', W('Encorton 20 mg|Sandimmun Neoral 100 mg|Revolade 50 mg|CellCept 500 mg|Heviran 400 mg|Biseptol 960 mg|Encorton 5 mg'))
H('Chinese diagnoses', '诊断|原发病', W('免疫性血小板减少症|自身免疫性溶血性贫血|再生障碍性贫血|Evans综合征|系统性红斑狼疮|血栓性血小板减少性紫癜'))
H('Korean drugs', '약제|투여약물', W('프레드니솔론|사이클로스포린|리툭시맙|엘트롬보팍|타크로리무스|메토트렉세이트|아시클로버'))
H('Arabic events', 'الأعراض الجانبية|الحدث', W('حمى|غثيان|طفح جلدي|صداع|نزيف الأنف|التهاب الفم|إسهال|فقر الدم'))
H('Hungarian diagnoses', 'diagnozis|Kórisme', W('immunthrombocytopenia|autoimmun haemolyticus anaemia|Evans-szindróma|aplasticus anaemia|SLE|TTP'))
H('Turkish events', 'yan_etki|Olay', W('Ateş|Bulantı|Döküntü|Baş ağrısı|Burun kanaması|Mukozit|İshal|Nötropenik ateş'))
H('Vietnamese diagnoses', 'chan_doan|Bệnh chính', W('Xuất huyết giảm tiểu cầu miễn dịch|Thiếu máu tan máu tự miễn|Suy tủy xương|Hội chứng Evans|Lupus ban đỏ hệ thống'))
H('Finnish events', 'haittatapahtuma|oire', W('kuume|pahoinvointi|ihottuma|päänsärky|nenäverenvuoto|mukosiitti|ripuli|väsymys'))
H('Hebrew drugs', 'תרופה|טיפול', W('פרדניזון|ציקלוספורין|ריטוקסימאב|אלטרומבופאג|טקרולימוס|אציקלוביר|אימורן'))
H('Thai diagnoses', 'การวินิจฉัย|โรค', W('ภาวะเกล็ดเลือดต่ำจากภูมิคุ้มกัน|โลหิตจางจากเม็ดเลือดแดงแตก|ไขกระดูกฝ่อ|กลุ่มอาการอีแวนส์|เอสแอลอี'))
H('drugs named after nobody but sounding so', 'brand|produit', W('Nplate|Doptelet|Revolade|Promacta|Tavalisse|Soliris|Cablivi|Enspryng|Benlysta|Rezurock|Jakavi|Sandimmun'))
H('diseases named after persons', 'syndrome|Krankheit', W('Evans|Felty|Fanconi|Diamond-Blackfan|Kasabach-Merritt|Sjögren|Budd-Chiari|Wiskott-Aldrich|Behçet|Crohn|Hashimoto'))
H('tests named after persons', 'test_done|staining', W('Coombs|Donath-Landsteiner|Ham|Schirmer|May-Grünwald-Giemsa|Perls|Wright|Gomori|Westergren|Ziehl-Neelsen'))
H('positions named after persons', 'line_type|Katheter', W('Hickman|Broviac|Shaldon|Groshong|PICC|Port|Quinton|Mahurkar'))
H('regimens as abbreviations', 'regimen|Konditionierung', W('Flu/Cy/ATG|Cy/ATG|Flu/Treo/TT|Flu/Mel|BEAM-ATG|Bu/Cy|Flu/Cy/ATG/TBI2|FluBu2'))
# --- countries and words
H('countries Portuguese', 'pais|País do centro', W('Portugal|Brasil|Angola|Cabo Verde|Moçambique|França|Espanha'))
H('countries Turkish', 'ulke|Ülke', W('Türkiye|Almanya|Azerbaycan|Gürcistan|Irak|Hollanda'))
H('countries Dutch', 'land|Land deelname', W('Nederland|België|Duitsland|Frankrijk|Zwitserland|Verenigd Koninkrijk'))
H('yes no unknown Czech', 'horecka|krvaceni', W('ano|ne|neznámo|ano|ne'))
H('yes no Ukrainian', 'кровотеча|гарячка', W('так|ні|невідомо'))
H('yes no Vietnamese', 'sot|xuat_huyet', W('có|không|không rõ'))
H('yes no Romanian', 'febra|sangerare', W('da|nu|necunoscut'))
H('yes no Bengali', 'জ্বর|রক্তপাত', W('হ্যাঁ|না|জানা নেই'))
H('response Swedish', 'behandlingssvar|respons', W('komplett respons|partiell respons|ingen respons|ej utvärderbar|återfall'))
H('response Hungarian', 'valasz|terápiás válasz', W('teljes remisszió|részleges válasz|nincs válasz|relapszus|nem értékelhető'))
H('response Korean', '반응|치료반응', W('완전관해|부분반응|무반응|재발|평가불가'))
H('cause of end Norwegian', 'avslutningsgrunn|årsak', W('fullført|trukket samtykke|død|tapt for oppfølging|bivirkning'))
H('reason for stopping Dutch', 'reden_stop|stopreden', W('toxiciteit|geen effect|verzoek patiënt|remissie|overig'))
H('donor kinds Italian', 'donatore|tipo donatore', W('fratello HLA identico|MUD 10/10|MUD 9/10|aploidentico|cordone|autologo'))
H('sex letters Nordic', 'kön|kjønn', W('K|M|K|M|okänt'))
H('severity Finnish', 'vaikeusaste|aste', W('lievä|keskivaikea|vaikea|henkeä uhkaava'))
H('frequency Czech', 'jak_casto|cetnost', W('nikdy|zřídka|někdy|často|vždy'))
H('agreement Turkish', 'katilim|memnuniyet', W('kesinlikle katılıyorum|katılıyorum|kararsızım|katılmıyorum|kesinlikle katılmıyorum'))
H('specimen Japanese', '検体|材料', W('末梢血|骨髄|尿|髄液|血清|血漿'))
H('ward kinds Spanish', 'servicio|unidad', W('Hematología|UCI|Hospital de día|Consultas externas|Urgencias|Oncología'))
H('sentence-like protocol criteria', 'criterion|IE_text', W('Age 18 years or older at consent|Platelets below 30 x 10^9/L despite two lines|ECOG performance status 0 to 2|No active infection at conditioning|Adequate cardiac function (LVEF > 45%)|Written informed consent given'))
H('options of German consent', 'Einwilligung|Consent_Umfang', W('Hauptstudie|Hauptstudie + Biobank|nur Register|Hauptstudie + Genetik|widerrufen'))
H('education levels Polish', 'wyksztalcenie|edukacja', W('podstawowe|zawodowe|średnie|wyższe|brak danych'))
# --- sites, arms, visits
H('sites letters and two digits repeating', 'site|Zentrum', Col(lambda r: (lambda l: ch(l))([pat(r, '@@') + f'{i:02d}' for i in range(1, r.randint(6, 13))])))
H('sites by country prefix', 'site_id|centre', Col(lambda r: (lambda l: ch(l))([f'{c}-{i:02d}' for c in r.sample(['DE', 'FR', 'IT', 'ES', 'NL', 'PL', 'UK', 'SE'], 4) for i in (1, 2, 3)])))
H('strata with slash', 'stratum|rand_strat', lambda r: f'{r.choice(["ITP", "AIHA", "AA", "SLE"])}/{r.choice(["<40y", ">=40y"])}/{r.choice(["1-2 lines", ">=3 lines"])}')
H('arms with schedule', 'ARM|treatment_arm', W('A: auto-HSCT|B: best available therapy|A: auto-HSCT (crossover)|Screen failure|not assigned'))
H('visit labels Portuguese', 'visita|momento', W('Triagem|Basal|Visita D28|Visita M3|Visita M6|Visita M12|Não programada|Final'))
H('visit labels Swedish', 'besök|tidpunkt', W('Screening|Start|Dag 28|Månad 3|Månad 6|År 1|Extra'))
H('visit labels Chinese', '访视|随访点', W('筛选期|基线|第28天|3个月|6个月|12个月|计划外'))
H('cohorts with weight bands', 'weight_stratum|cohort', W('10-<20 kg|20-<40 kg|>=40 kg|<10 kg'))
H('age groups to ninety plus', 'age_group|Altersgruppe', W('18-29|30-39|40-49|50-59|60-69|70-79|80-89|90+'))
H('ages top-coded German', 'Alter_gekappt|age_capped', N(19, 88, 0, suf=' J.', above='≥90 J.', pb=.06))
# --- vital signs, devices, imaging, scores
H('pressure with arm and position', 'RR|TA', lambda r: f'{r.randint(95, 168)}/{r.randint(52, 99)} mmHg {r.choice(["li", "re", "li sitzend", "re liegend"])}')
H('temperature with site comma', 'Temp|Temperatur', lambda r: f'{fx(r.uniform(35.9, 39.8), 1, 1)} °C {r.choice(["aur.", "rekt.", "axill.", "oral"])}')
H('pulse rhythm word', 'puls|pouls', lambda r: f'{r.randint(52, 118)}/min {r.choice(["regelm.", "arrhythm.", "regelm."])}')
H('saturation under oxygen', 'SpO2|sat', lambda r: f'{r.randint(88, 100)} % {r.choice(["RA", "2 L", "RA", "4 L", "RA"])}')
H('ECG intervals slashes', 'ECG_PR_QRS_QT|ekg_zeiten', lambda r: f'{r.randint(118, 212)}/{r.randint(76, 124)}/{r.randint(352, 468)}')
H('ejection with method', 'LVEF|FEVG', lambda r: f'{r.randint(42, 70)}% ({r.choice(["Simpson", "Teichholz", "MUGA", "MRI"])})')
H('tricuspid velocity', 'TRV_ms|TAPSE_TRV', N(1.8, 3.9, 1, suf=' m/s'))
H('spirometry litres and percent predicted', 'FEV1|VEMS', lambda r: f'{r.uniform(1.2, 4.6):.2f} L ({r.randint(45, 118)}% pred)')
H('diffusion corrected percent', 'DLCOc|TLCO', N(38, 112, 0, suf='% pred.'))
H('spleen in centimetres by ultrasound', 'Milz_cm|rate_cm', lambda r: f'{fx(r.uniform(8, 21), 1, 1)} x {fx(r.uniform(3, 8), 1, 1)} cm')
H('liver stiffness kPa with IQR', 'fibroscan|elasto', lambda r: f'{r.uniform(3.2, 18):.1f} kPa (IQR {r.uniform(.3, 2.5):.1f})')
H('SUV with Deauville', 'PET|suv_d', lambda r: f'SUVmax {r.uniform(1.1, 12):.1f}; D{r.randint(1, 5)}')
H('echo gradient commas', 'E/e\'|doppler', N(4.2, 16.8, 1, comma=True))
H('pump settings', 'pump_mode|Geräteeinstellung', W('KVO 5 ml/h|BOLUS 20 ml|PCA 1 mg/10 min|CONT 2 mg/h|OFF'))
H('separator program', 'apheresis_program|Zellseparator', W('Optia cMNC|Optia MNC|COBE Auto-PBSC|Amicus MNC|Com.Tec P1YA'))
H('questionnaire items zero to four', 'FACT_GP1|gp5', N(0, 4))
H('five dimensions digits', 'EQ5D_profil|eq5d', lambda r: ''.join(str(wch(r, [(1, 5), (2, 3), (3, 2), (4, 1), (5, .3)])) for _ in range(5)), both=1)
H('Karnofsky with percent sign', 'Karnofsky|KPS', lambda r: f'{r.randint(4, 10) * 10} %')
H('comorbidity index with band', 'HCT_CI|sorror', W('0 (low)|1 (int)|2 (int)|3 (high)|4 (high)|5 (high)'))
H('GVHD organ stages string', 'aGVHD|gvh_stade', lambda r: f'S{r.randint(0, 4)}L{r.randint(0, 2)}G{r.randint(0, 3)}')
H('bleeding scale SMOG', 'SMOG|bleed_smog', lambda r: f'S{r.randint(0, 4)} M{r.randint(0, 3)} O{r.randint(0, 2)}')
H('SLEDAI whole with word', 'SLEDAI|aktivitaet', lambda r: f'{r.randint(0, 24)} pts')
H('visual scale millimetres', 'VAS_Schmerz|EVA', N(0, 100, 0, suf=' mm'))
H('fraction of answers', 'MMSE|score_mmse', lambda r: f'{r.randint(19, 30)}/30')
# --- arrays, statistics, methods
H('array of floats in brackets', 'embedding|pca_scores', lambda r: '[' + ', '.join(f'{r.gauss(0, 1):.3f}' for _ in range(4)) + ']')
H('odds with interval comma', 'OR_IC95|odds', lambda r: (lambda x: f'{fx(x, 2, 1)} [{fx(x * .6, 2, 1)}; {fx(x * 1.7, 2, 1)}]')(r.uniform(.3, 3.5)))
H('p-values below with comma', 'p_Wert|p_valor', N(.002, .98, 3, comma=True, below='<0,001', pb=.15))
H('fold change log two', 'log2FC|lfc', lambda r: f'{r.gauss(0, 1.6):.4f}')
H('scientific lower e', 'norm_expr|tpm', lambda r: f'{r.lognormvariate(1, 2):.3e}')
H('percentages pair', 'pct_n|anteil', lambda r: f'{r.randint(1, 60)} ({fx(r.uniform(1, 99), 1)}%)')
H('donor recipient ratio', 'tn_cd34_ratio|cd4_cd8', N(.2, 4.2, 2, pre='1:'))
H('blood groups with antigens', 'Blutgruppe|grupo_sanguineo', W('A Rh pos. ccDee|0 Rh neg. ccddee|B Rh pos. CCDee|AB Rh pos. CcDEe|0 Rh pos. CcDee|A Rh neg. ccddee'))
H('ABO change from to', 'ABO_D_R|groupe_D/R', W('A+→O+|O-→A+|B+→B+|AB+→A-|O+→O+|A+→B+'))
H('units of a laboratory list', 'LBORRESU|Einheit', W('10^9/L|g/dL|U/L|µmol/L|mg/dL|%|fL|pg|ng/mL|mmol/L'))
H('methods of measure', 'LBMETHOD|Methode', W('FLOW CYTOMETRY|PCR|ELISA|NEPHELOMETRY|IMPEDANCE|CLIA|MICROSCOPY|HPLC'))
H('analyser models', 'analyser|Gerät', W('Sysmex XN-1000|Cobas c702|ADVIA 2120i|DxH 800|Alinity hq|ACL TOP 750|BN ProSpec'))
H('plate wells', 'well_pos|plate_well', lambda r: f'{r.choice("ABCDEFGH")}{r.randint(1, 12):02d}')
H('storage places said so', 'storage_level|tank_shelf', lambda r: f'Tank {r.randint(1, 4)} / Rack {r.choice("ABCD")}')
H('temperatures of storage', 'lagertemp|storage', W('-80°C|-150°C|LN2 vapour|+4°C|RT|-20°C'))
H('ratings of causality German', 'Kausalität|Zusammenhang', W('gesichert|wahrscheinlich|möglich|unwahrscheinlich|kein Zusammenhang|nicht beurteilbar'))
H('seriousness codes lists', 'SAE_krit|seriousness', W('HOSP|HOSP;LIFE|DEATH|DISAB|MED|NONE|NONE|NONE'))
H('vaccines given', 'vaccine|Impfung', W('PCV20|Hib|MenACWY|HepB|dTPa-IPV|Influenza (inakt.)|RZV|PCV13'))
H('weights with comma kilo', 'Gewicht|peso_kg', N(38, 118, 1, suf=' kg', comma=True))
H('heights metres comma', 'taille_m|Größe_m', N(1.46, 1.98, 2, comma=True))
H('dose per weight rounded', 'dose_mg_kg|Dosis_kg', N(.2, 4.9, 2, suf=' mg/kg'))
H('cumulative steroid grams', 'cum_pred_g|kortison_kum', N(.1, 18.5, 2, suf=' g', comma=True))
H('telomere kilobases', 'telomere_kb|TL_kb', N(3.9, 10.8, 2, suf=' kb'))
H('fraction of dose given', 'RDI|dose_int', N(.35, 1, 3))
H('query states Portuguese', 'estado_query|status_query', W('aberta|respondida|fechada|cancelada'))
H('numbers of lines with drugs', 'prior_lines|vorth', lambda r: f'{r.randint(1, 6)}L: ' + '+'.join(r.sample(['PDN', 'RTX', 'TPO-RA', 'MMF', 'AZA', 'CSA', 'IVIG', 'SPX'], r.randint(1, 3))))

# --- further look-alikes
H('section numbers of the protocol', 'protocol_section|SOP_chapter|Abschnitt', lambda r: f'{r.randint(4, 12)}.{r.randint(1, 9)}.{r.randint(1, 12)}', both=1)
H('blood pressure like fractions of visits done', 'visits_done|FU_erledigt', lambda r: (lambda b: f'{r.randint(1, b)}/{b}')(r.choice([6, 8, 10, 12])))
H('four part software numbers said so', 'analyzer_firmware|fw_version|software_build', lambda r: f'v{r.randint(1, 9)}.{r.randint(0, 20)}.{r.randint(0, 9)}.{r.randint(0, 400)}', both=1)
H('visual acuity and refraction', 'visus|refraktion', lambda r: f'{r.choice(["+", "-"])}{r.choice([0.25, 0.5, 1, 1.75, 2.5, 3])} {r.choice(["+", "-"])}{r.choice([0.5, 0.75, 1.25])} x {r.randint(1, 36) * 5}°')
H('three counts with dashes', 'cell_triplet|WBC-Hb-PLT', lambda r: f'{r.uniform(.4, 12):.1f}-{r.uniform(6, 15):.1f}-{r.randint(4, 380)}')
H('capitalised English event pairs', 'AETERM_std|event_std', W('Platelet Disorder|Liver Injury|Skin Rash|Chest Pain|Joint Swelling|Weight Gain|Night Sweats|Mouth Ulcer|Sinus Bradycardia|Bone Pain'))
H('capitalised German nouns in pairs', 'Befund_kat|Kategorie', W('Hepatomegalie Splenomegalie|Pleuraerguss Perikarderguss|Hautblutung Petechien|Mukositis Ösophagitis|Fieber Schüttelfrost'))
H('Latin names of muscles and bones', 'puncture_site|localisation', W('Crista iliaca posterior|Crista iliaca anterior|Sternum|Vena jugularis|Vena subclavia|Vena femoralis|Arteria radialis|Musculus deltoideus'))
H('organisms in full', 'isolate|germe', W('Staphylococcus aureus|Candida glabrata|Klebsiella oxytoca|Pneumocystis jirovecii|Aspergillus niger|Nocardia farcinica|Rothia mucilaginosa|Listeria monocytogenes'))
H('antibodies as drugs', 'biologic|Antikörper', W('rituximab|daratumumab|obinutuzumab|eculizumab|efgartigimod|rozanolixizumab|mezagitamab|belimumab|sutimlimab'))
H('manufacturers of products', 'manufacturer|Hersteller', W('Miltenyi Biotec|Terumo BCT|Fresenius Kabi|Macopharma|Baxter|Novartis Pharma|Jazz Pharmaceuticals|medac'))
H('laboratory departments', 'performing_lab|laboratoire', W('Central Lab|Local Lab|HLA Lab|Flow Core|Blood Bank|Microbiology|Molecular Diagnostics|Coagulation'))
H('roles who reported', 'reported_by_role|Quelle_Angabe', W('physician|nurse|patient|caregiver|study coordinator|pharmacist|general practitioner'))
H('roles French', 'role_declarant|qui', W('médecin|infirmière|patient|conjoint|ARC|pharmacien'))
H('relations of donors Russian', 'донор|родство', W('брат|сестра|мать|отец|неродственный|аутологичный|сын'))
H('relations of donors Chinese', '供者关系|供者', W('同胞|父亲|母亲|子女|无关供者|自体'))
H('relations of donors Arabic', 'صلة القرابة|المتبرع', W('أخ|أخت|أم|أب|متبرع غير قريب|ذاتي'))
H('cause of death Japanese', '死因|転帰理由', W('感染症|出血|原疾患|GVHD|臓器不全|不明'))
H('specialties Turkish', 'bolum|Servis', W('Hematoloji|Yoğun Bakım|Çocuk Hematoloji|Acil|Dahiliye|Nakil Ünitesi'))
H('insurance kinds German', 'Versicherungsart|Kostenträger_Art', W('gesetzlich|privat|Selbstzahler|Ausland|gesetzlich + Zusatz'))
H('follow-up status Spanish', 'estado_seguimiento|situación', W('vivo en remisión|vivo con enfermedad|fallecido|perdido de seguimiento'))
H('marrow cellularity words', 'cellularity|Zellularität', W('hypocellular 20%|normocellular 50%|hypercellular 80%|aplastic <5%|hypocellular 10%|not assessable'))
H('fibrosis grades', 'fibrosis|MF_grade', W('MF-0|MF-1|MF-2|MF-3|MF-0 to 1'))
H('peak flow and rest', 'PEF|peakflow', lambda r: f'{r.randint(18, 62) * 10} L/min')
H('six minute metres', 'sixMWD|gehstrecke', N(180, 640, 0, suf=' m'))
H('grip strength both hands', 'grip_LR|handkraft', lambda r: f'{r.randint(12, 52)}/{r.randint(12, 52)} kg')
H('urine volume of a day', 'urine24|Diurese', lambda r: f'{r.randint(6, 38) * 100} ml/24h')
H('fluid balance signed', 'balance|Bilanz', lambda r: f'{r.randint(-24, 30) * 100:+d} ml')
H('bone density T and Z', 'dxa_T_Z|DMO', lambda r: f'T {r.uniform(-3.4, 1):.1f} / Z {r.uniform(-2.4, 1.4):.1f}')
H('MRI field and sequence', 'mri_seq|IRM_sequence', W('1.5T T1 TSE|3T T2 FLAIR|1.5T T2*|3T DWI b1000|1.5T STIR'))
H('CT kV mAs', 'ct_settings|Röhre', lambda r: f'{r.choice([80, 100, 120])} kV / {r.randint(40, 280)} mAs')
H('cytometer channels', 'channel|fluorochrome_panel', W('FITC-A|PE-A|APC-H7-A|BV421-A|PerCP-Cy5-5-A|AF700-A|FSC-A|SSC-H'))
H('mean fluorescence', 'MFI_DSA|sMFI', LN(1800, 1.1, 0, below='<500', pb=.3))
H('centrifuge settings', 'spin|Zentrifuge', W('400 x g, 10 min|1500 x g, 15 min|300 x g, 5 min, 4 °C|2000 rpm 10 min'))
H('cryo bags and volume', 'bags_vol|Beutel', lambda r: f'{r.randint(1, 6)} x {r.choice([25, 50, 75, 100])} ml')
H('colony counts', 'CFU_GM|BFU', lambda r: f'{r.uniform(.4, 14):.1f} x10^4/kg')
H('viability with 7-AAD', 'viab|Vitalität', N(62, 99.6, 1, suf='% (7-AAD)'))
H('recovery after thawing', 'recovery_pct|Wiederfindung', N(48, 104, 1, suf=' %', comma=True))
H('sterility cultures', 'sterility|Sterilität', W('no growth 14 d|no growth 7 d|C. acnes, 1 of 2 bottles|pending|S. epidermidis, contaminant'))
H('exposure of busulfan', 'AUC_Bu|busulfan_auc', LN(21, .25, 1, suf=' mg*h/L'))
H('trough ciclosporin comma', 'CsA_C0|ciclo', LN(180, .4, 0, suf=' µg/l', below='<25 µg/l', pb=.08))
H('aspergillus index', 'galactomannan|GM_Index', N(.05, 2.4, 2, below='<0.50 neg', pb=.5))
H('thousands with dot German', 'Leukos_pro_ul|Thrombos_pro_ul', lambda r: f'{r.randint(2, 380)}.{r.randint(0, 9)}00')
H('thousands with apostrophe Swiss', 'Kosten_CHF|cout_CHF', lambda r: f"{r.randint(1, 290)}'{r.randint(0, 999):03d}.{r.choice(['00', '50', '25'])}")
H('lakh grouping', 'platelets_lakh|PLT_India', lambda r: f'{r.uniform(.04, 3.9):.2f} lakh/cumm')
H('quality of sample words', 'Probenqualität|sample_quality', W('ok|hämolytisch|lipämisch|geronnen|zu wenig Material|ikterisch'))
H('sample ageing hours', 'transport_h|Transportzeit', N(.5, 71, 1, suf=' h'))
H('RNA quality', 'RIN|rna_260_280', N(4.2, 9.9, 1))
H('cycle thresholds undetermined', 'Ct|qPCR_Ct', N(17, 39.5, 2, above='Undetermined', pb=.2))
H('sequence fragments', 'index_seq|i7', lambda r: ''.join(r.choice('ACGT') for _ in range(8)))
H('T cell junctions', 'CDR3_aa|junction', lambda r: 'CASS' + ''.join(r.choice('ADEFGHIKLNPQRSTVY') for _ in range(r.randint(5, 10))) + r.choice(['EQFF', 'YEQYF', 'TEAFF', 'GELFF']))
H('genomic places', 'locus_hg38|position', lambda r: f'chr{r.randint(1, 22)}:{r.randint(10**6, 14 * 10**7):,}')
H('allele frequency with depth', 'VAF_DP|vaf', lambda r: f'{r.uniform(.6, 52):.1f}% (DP {r.randint(180, 2900)})')
H('HLA mismatches by locus', 'mm_loci|mismatch', W('none|A|DPB1 np|C (GvH)|DQB1|A, DPB1|B (HvG)|none'))
H('DRI and stage at transplant', 'status_tx|stade_greffe', W('CR1|CR2|PR|NR|stable|refractory|>CR2'))
H('choices of long menu English', 'qol_choice|work_status', W('I am able to carry out all my usual activities|I need some help with my usual activities|I need help with most of my usual activities|I am unable to carry out my usual activities'))
H('choices of long menu Spanish', 'movilidad|item_movilidad', W('No tengo problemas para caminar|Tengo problemas leves para caminar|Tengo problemas moderados para caminar|No puedo caminar'))
H('choices of long menu Japanese', '移動の程度|設問1', W('歩き回るのに問題はない|少し問題がある|中程度の問題がある|かなり問題がある|歩き回ることができない'))
H('choices of long menu Arabic', 'القدرة على المشي|السؤال 1', W('لا توجد لدي مشاكل في المشي|لدي مشاكل بسيطة في المشي|لدي مشاكل متوسطة في المشي|لا أستطيع المشي'))
H('edit check messages', 'query_text_std|edit_check', W('Value outside expected range. Please confirm.|Start day is after stop day. Please correct.|Unit missing.|Visit not done but results entered.|Duplicate record. Please check.'))
H('derivation of imputation', 'IMPFL|derivation', W('LOCF|OBSERVED|WOCF|MEAN|LOV|BASELINE|ENDPOINT'))
H('event and day label mixed', 'first_event|evt_day', lambda r: f'{r.choice(["relapse", "death", "GVHD", "infection", "censored"])} @ d{r.randint(5, 1900)}')
H('time to event with plus', 'os_days|EFS_d', lambda r: f'{r.randint(20, 2900)}{r.choice(["", "+", "+"])}')
H('cytokine release and neurotoxicity', 'CRS_ICANS|crs', lambda r: f'CRS {r.randint(0, 3)} / ICANS {r.randint(0, 2)}')
H('stool amounts', 'Stuhl_ml|selles', lambda r: f'{r.randint(1, 11)}x, {r.randint(2, 20) * 100} ml')
H('pupil and reflex', 'neuro_short|Pupillen', W('isokor, li +/re +|anisokor, li>re|isokor, li (+)/re +|nicht prüfbar'))
H('diet orders', 'diet|Kostform', W('keimarm|Vollkost|TPN + Tee|Wunschkost|laktosefrei|oral + Sonde'))
H('catheter lumens', 'CVC|cathéter', W('3-Lumen 8,5 F|2-Lumen 12 F|PICC 5 F|4-Lumen 8,5 F|Port 6,6 F'))

# ================================================================ writing
NEUT = ['v{}', 'V{:03d}', 'COL_{:02d}', 'Q{}A', 'Q{}B', 'feld_{}', 'champ_{}', 'campo{}', 'X{}', 'var{:04d}', 'item_{}', 'F{:03d}', 'column{}', 'kolumn_{}', 'pole_{}', 'A{:02d}', '列{}', '項目{}', 'поле_{}', 'Unnamed: {}', 'field{}', 'attr_{:02d}', 'q_{}_x', 'f{}', 'C{}', 'muuttuja{}', 'alan_{}', 'mező_{}']
NEUT0 = ['value', 'value_2', 'wert', 'valeur', 'valor', 'result_txt', 'data', 'x', 'Antwort', 'risposta', 'svar', 'ORRES', 'val_char', 'entry', '値', '值', 'значение', 'القيمة']
MISSW = ['NA', 'N/A', '.', '-', 'unknown', 'ND', 'NULL', 'missing', 'n.a.', 'not done', 'nan', '#N/A', '?', 'UNK', 'k.A.']
def neutral(r):
    return r.choice(NEUT0) if r.random() < .18 else r.choice(NEUT).format(r.randint(1, 99))
def size(r):
    return r.choice([r.randint(30, 70), r.randint(30, 120), r.randint(60, 200), r.randint(120, 300), r.randint(250, 400)])
def column(r, kind, gen, o):
    n = size(r)
    mixed = hasattr(gen, 'cells')
    if o.get('few'):
        pool = [gen(r) for _ in range(r.randint(max(8, o['few'] // 2), o['few']))]
        cells = [r.choice(pool) for _ in range(n)]
    elif r.random() < .18:              # long table: the same subject's value on several rows
        k = r.randint(2, 6); m = max(12, n // k)
        base = gen.cells(r, m) if mixed else [gen(r) for _ in range(m)]
        cells = []
        for b in base: cells += [b] * (k if mixed else r.randint(1, 8))
        while len(cells) < 30: cells += [base[len(cells) % m]]
        cells = cells[:400]
    else:
        cells = gen.cells(r, n) if mixed else [gen(r) for _ in range(n)]
    p = r.choice([0, 0, 0, 0, .03, .08, .15, .22, .3])
    word = r.choice(MISSW) if r.random() < .3 else ''
    if p:
        gone = set(r.sample(range(len(cells)), int(p * len(cells))))
        cells = [(word if word and r.random() < .8 else '') if j in gone else c for j, c in enumerate(cells)]
    return [' '.join(c.split()) if '\n' in c or '\t' in c else c.strip() for c in cells]
def main():
    rows = []
    for kind, famn, names, gen, o in FAMS:
        for i in (0, 1):
            r = random.Random(f'{SEED}|{kind}|{famn}|{i}')
            real = names[:]; r.shuffle(real)
            name = real[i % len(real)] if (i == 0 or o.get('both')) else neutral(r)
            rows.append([kind, famn, name] + column(r, kind, gen, o))
    assert len({(k, f) for k, f, *_ in FAMS}) == len(FAMS)
    random.Random(SEED).shuffle(rows)
    with open(OUT, 'w', encoding='utf-8', newline='\n') as fh:
        for x in rows:
            assert all('\t' not in c and '\n' not in c and '\r' not in c for c in x) and 33 <= len(x) <= 403, x[:4]
            fh.write('\t'.join(x) + '\n')
    ks = {}
    for x in rows: ks.setdefault(x[0], [set(), 0, 0]); ks[x[0]][0].add(x[1]); ks[x[0]][1] += 1; ks[x[0]][2] += len(x) - 3
    tot = [0, 0, 0]
    for k in sorted(ks): print(k, len(ks[k][0]), 'families', ks[k][1], 'columns', ks[k][2], 'cells'); tot = [tot[0] + len(ks[k][0]), tot[1] + ks[k][1], tot[2] + ks[k][2]]
    print('all', *tot, '; identifying columns', tot[1] - ks['harmless'][1])
main()
