#!/usr/bin/env python3
"""Writes development_11.tsv: what hospitals and registries of Asia, the Middle East, Africa, Latin America and Central Asia deliver.

    python3 -m venv venv && venv/bin/pip install faker==40.54.0
    venv/bin/python make_development_11.py

Written without sight of the screen, of its description and of the other parts, but for the names of their families.
Python 3.11; some names and addresses come from Faker 40.54.0 (MIT licence). Every cell is drawn at random from fixed
seeds; none stems from a person. Mail and web domains are made up or reserved.
"""
import random, os, datetime as dt
from faker import Faker
HERE = os.path.dirname(os.path.abspath(__file__))
FAMS = []
_fk = {}
def fk(loc):
    if loc not in _fk: _fk[loc] = Faker(loc)
    return _fk[loc]
MW = {'en': ['', '', '', 'NA', 'unknown', 'n/a', '-'], 'zh': ['', '', '', '不详', '无', '/', '未提供'], 'ja': ['', '', '不明', '-', '未'],
      'ko': ['', '', '미상', '-', '없음'], 'ru': ['', '', '', 'нет', 'н/д', '-', 'неизв.'], 'es': ['', '', '', 's/d', 'ND', 'no refiere', '-'],
      'pt': ['', '', '', 'NI', 'ignorado', 'não informado', '-'], 'fr': ['', '', '', 'NR', 'ND', 'non renseigné'], 'ar': ['', '', '', 'لا يوجد', '-', 'غير معروف'],
      'fa': ['', '', 'ندارد', '-', 'نامشخص'], 'hi': ['', '', '', 'NA', 'अज्ञात', '-'], 'id': ['', '', '-', 'tidak ada', 'TDK'], 'vi': ['', '', 'không rõ', '-'], 'sw': ['', '', 'haijulikani', 'NA'],
      'x': ['']}
def fam(kind, name, cols, gen, lang='en', miss=None, rep=None, n=(40, 170), noise=0.0):
    FAMS.append((kind, name, cols, gen, lang, miss, rep, n, noise))
def P(r, *a): return r.choice(a)
def S(s): return s.split()
def L(s): return [x.strip() for x in s.split('|')]
def dg(r, n, lead=True): return ''.join(str(r.randint(1 if (i == 0 and lead) else 0, 9)) for i in range(n))
def up(r, n, al='ABCDEFGHJKLMNPRSTUVWXYZ'): return ''.join(r.choice(al) for _ in range(n))
def D(r, a=2008, b=2024): return dt.date(a, 1, 1) + dt.timedelta(days=r.randrange((b - a + 1) * 365))
def B(r): return dt.date(1938, 1, 1) + dt.timedelta(days=int(365.25 * 74 * r.random()))
def tr(s, digs): return ''.join(digs[int(c)] if c in '0123456789' else c for c in s)
DEV, BEN, PER, ARA, KHM, BUR = '०१२३४५६७८९', '০১২৩৪৫৬৭৮৯', '۰۱۲۳۴۵۶۷۸۹', '٠١٢٣٤٥٦٧٨٩', '០១២៣៤៥៦៧៨៩', '၀၁၂၃၄၅၆၇၈၉'
def luhn(s):
    t = 0
    for i, c in enumerate(reversed(s)):
        d = int(c) * (2 if i % 2 == 0 else 1); t += d - 9 if d > 9 else d
    return str(-t % 10)
def N(r, m, sd, dec=1, lo=None, hi=None):
    x = r.gauss(m, sd)
    if lo is not None: x = max(lo, x)
    if hi is not None: x = min(hi, x)
    return f'{x:.{dec}f}'
def LN(r, med, s, dec=1, lo=None, hi=None):
    import math
    x = med * math.exp(r.gauss(0, s))
    if lo is not None: x = max(lo, x)
    if hi is not None: x = min(hi, x)
    return f'{x:.{dec}f}'
def cm(s): return s.replace('.', ',')

# ---------------------------------------------------------------- names
KZM, KZF = S('Nurlan Serik Dauren Ermek Askar Bolat Daniiar Madi Sanjar Talǵat Erjan Marat'), S('Aigúl Aliia Dinara Gúlnar Jansaıa Aigerim Madına Saltanat Asel Zarina Botagóz')
KZS = S('Ahmetov Serikbaev Nurpeisov Jumabaev Qasymov Ospanov Tólegenov Esimov Baıtursynov Smaǵulov Abenov Kenjebaev')
KZP = S('Serik Bolat Marat Nurlan Erlan Asqar Qaırat Sáken Amangeldi Jumabek')
def kzname(r, v, i):
    f = r.random() < .55
    s = r.choice(KZS); g = r.choice(KZF if f else KZM); p = r.choice(KZP) + ('qyzy' if f else 'uly')
    return f"{s + 'a' if f else s} {g} {p}" if v == 0 else f'{g} {p}'
fam('name', 'Kazakh Latin alphabet uly qyzy', ['tegi_aty', 'naýqas'], kzname, noise=.03)
UZM, UZF = S('Жасур Бахтиёр Шерзод Отабек Санжар Дилшод Улуғбек Акмал Фаррух'), S('Дилноза Гулнора Шаҳноза Нигора Малика Зулфия Феруза Наргиза')
UZS, UZP = S('Каримов Юсупов Раҳимов Тошматов Абдуллаев Исмоилов Холматов Эргашев Мирзаев'), S('Бахром Рустам Анвар Собир Тўлқин Шавкат Ҳамид Қодир')
def uzname(r, v, i):
    f = r.random() < .5
    a = f"{r.choice(UZS)}{'а' if f else ''} {r.choice(UZF if f else UZM)} {r.choice(UZP)} {'қизи' if f else 'ўғли'}"
    return a.upper() if v else a
fam('name', 'Uzbek Cyrillic oʻgʻli qizi behind', ['бемор Ф.И.Ш.', 'FISH'], uzname, 'ru', noise=.03)
TJ = S('Раҳмон Сафар Назар Шариф Қосим Мирзо Холмурод Давлат Амин Ҷамшед Фирӯз Бахтиёр'); TJF = S('Мадина Зебо Нигина Шаҳло Парвина Мавзуна Гулчеҳра')
fam('name', 'Tajik zoda surnames', ['ному насаб', 'bemor'], lambda r, v, i: f"{r.choice(TJ)}{'зода' if r.random() < .7 else 'ӣ'} {r.choice(TJ + TJF)}" + (f' {r.choice(TJ)}' if v else ''), 'ru')
AZM, AZF, AZS = S('Elçin Rəşad Vüqar Tural Orxan Fərid Ramil Anar'), S('Aynur Günel Sevinc Ləman Nigar Aytən Könül'), S('Məmmədov Əliyev Hüseynov Quliyev Həsənov İsmayılov Abbasov Rzayev')
def azname(r, v, i):
    f = r.random() < .5
    s = r.choice(AZS) + ('a' if f else ''); return f"{s} {r.choice(AZF if f else AZM)} {r.choice(AZM)} {'qızı' if f else 'oğlu'}"
fam('name', 'Azeri oğlu qızı after father', ['xəstənin SAA', 'donor_adi'], azname)
KS, KG = S('김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 홍'), S('민수 지영 현우 서연 동현 미경 영희 준호 은정 성민 수진 상훈 혜진 정훈 유나 경자 재석')
fam('name', 'Korean chart header with sex and age', ['환자정보', 'pt_header'], lambda r, v, i: (r.choice(KS) + r.choice(KG)) + (f'({P(r,"M","F")}/{r.randint(16,69)})' if v == 0 else f' {P(r,"남","여")}/{r.randint(16,69)}세'), 'ko')
fam('name', 'Korean ward nurse with 간호사', ['담당간호사', '기록자'], lambda r, v, i: (f'{r.choice(KS)}{r.choice(KG)} 간호사' if v == 0 else f'RN {r.choice(KS)}{r.choice(KG)}'), 'ko', rep=6)
CHO = 'ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ'
fam('name', 'Korean leading consonants as initials', ['이니셜', '대상자 이니셜'], lambda r, v, i: (''.join(r.choice('ㄱㅇㅂㅊㅈㅅ' if k == 0 else CHO) for k in range(3)) if v == 0 else '.'.join(r.choice('ㄱㅇㅂㅊㅈㅅ' if k == 0 else CHO) for k in range(3))), 'ko')
JS, JG = S('佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 松本 井上 木村 林 清水 斎藤 阿部'), S('健一 由美子 隆 恵子 翔太 美咲 浩二 幸子 大輔 真由美 誠 直樹 陽子 和夫 千尋 拓也 さくら 健太')
fam('name', 'Japanese donor name with kinship behind', ['ドナー氏名(続柄)', 'ドナー'], lambda r, v, i: f"{r.choice(JS)} {r.choice(JG)}" + (f"({P(r,'兄','弟','姉','妹','父','母','長男','長女')})" if v == 0 else f" {P(r,'兄','弟','姉','妹','父','母','長男','長女')}"), 'ja')
WI = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
fam('name', 'Japanese full width dotted initials', ['患者イニシャル', 'イニシャル'], lambda r, v, i: ''.join(r.choice('AEFHIKMNORSTUWY') + '.' for _ in range(2)) if v == 0 else '.'.join(chr(0xFEE0 + ord(r.choice('AEFHIKMNORSTUWY'))) for _ in range(2)).replace('.', '.') + '.', 'ja')
fam('name', 'Japanese doctor with department in front', ['主治医', '依頼医'], lambda r, v, i: (f"{P(r,'血内','血液内科','小児','輸血部','膠原病内科')}){r.choice(JS)}" if v == 0 else f"{P(r,'血内','小児','輸血部')} {r.choice(JS)}{r.choice(JG)}医師"), 'ja', rep=8)
CS, CG = S('王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 高 林 罗'), S('伟 芳 娜 秀英 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀兰 霞 平 刚 桂英 建国 志强 海燕 子涵 欣怡')
fam('name', 'Chinese bed number with name', ['床号姓名', 'bed_pt'], lambda r, v, i: (f'{r.randint(1,58)}床 {r.choice(CS)}{r.choice(CG)}' if v == 0 else f'+{r.randint(1,9)}床{r.choice(CS)}{r.choice(CG)}' if r.random() < .15 else f'{r.randint(1,58):02d}-{r.choice(CS)}{r.choice(CG)}'), 'zh', rep=3)
fam('name', 'Chinese donor kinship then name', ['供者', '联系人及关系'], lambda r, v, i: (f"{P(r,'父亲','母亲','哥哥','姐姐','弟弟','妹妹','儿子','女儿')} {r.choice(CS)}{r.choice(CG)}" if v == 0 else f"{r.choice(CS)}{r.choice(CG)}(患者之{P(r,'父','母','兄','妹','子','女','夫','妻')})"), 'zh')
fam('name', 'Chinese two nurses checking by slash', ['核对者', '执行/核对护士'], lambda r, v, i: f'{r.choice(CS)}{r.choice(CG)}/{r.choice(CS)}{r.choice(CG)}' if v == 0 else f'{r.choice(CS)}{r.choice(CG)}、{r.choice(CS)}{r.choice(CG)}', 'zh', rep=5)
UY = S('阿卜杜拉 买买提 艾合买提 吐尔逊 古丽娜尔 阿依古丽 热依汗 玉素甫 卡德尔 帕提古丽 麦麦提明 努尔买买提 阿曼古丽 图尔荪 依明')
fam('name', 'Uyghur names in Chinese with middle dot', ['姓名', '患者'], lambda r, v, i: f'{r.choice(UY)}·{r.choice(UY)}' if v == 0 or r.random() < .8 else f'{r.choice(UY)}.{r.choice(UY)}', 'zh')
HKS, HKG = S('CHAN WONG LEE CHEUNG LAU LEUNG HO NG TSANG YIP KWOK CHENG LAM TANG FUNG'), L('Tai Man|Siu Ming|Wai Ling|Ka Yan|Chi Keung|Mei Fong|Hoi Ching|Kwok Wah|Suk Yee|Pui Shan|Wing Sze|Chun Kit')
fam('name', 'Hong Kong capital surname with English given', ['Pt Name (HA)', 'NAME_ENG'], lambda r, v, i: f"{r.choice(HKS)} {r.choice(HKG)}" + (f", {P(r,'Peter','Mary','Alan','Winnie','Kelvin','Grace','Tony','Joyce')}" if r.random() < .5 else '') if v == 0 else f"{r.choice(HKS)}, {r.choice(HKG).upper()}", 'en')
TWS, TWG = S('Chen Lin Huang Chang Li Wang Wu Liu Tsai Yang Hsu Cheng Hsieh Kuo Hung'), S('Chih-Ming Mei-Ling Chun-Hung Shu-Fen Ya-Ting Chia-Hao Hsiu-Chin Wen-Hsiung Yu-Hsuan Kuan-Yu Li-Hua')
fam('name', 'Taiwanese Wade hyphenated given', ['subject_name_TW', 'Recipient'], lambda r, v, i: f'{r.choice(TWS)}, {r.choice(TWG)}' if v == 0 else f'{r.choice(TWG)} {r.choice(TWS).upper()}')
SGS = S('TAN LIM LEE NG ONG WONG GOH CHUA CHAN KOH TEO ANG'); SGG = L('WEI LING|KIM HUAT|SIEW MEI|JIA HUI|BOON KIAT|HWEE LENG|CHEE KEONG|AH MOI')
fam('name', 'Singapore MDM MR with a/l and d/o', ['PT NAME', 'nok_name'], lambda r, v, i: (f"{P(r,'MDM','MR','MS')} {r.choice(SGS)} {r.choice(SGG)}" if r.random() < .7 else f"{P(r,'RAJESH S/O','KAVITHA D/O','SURESH A/L','PRIYA A/P','MOHAN S/O','SHANTI D/O')} {P(r,'KRISHNAN','MUTHU','SUBRAMANIAM','RAMASAMY')}"))
VS, VG = S('Nguyễn Trần Lê Phạm Hoàng Huỳnh Võ Đặng Bùi Đỗ'), L('Văn Hùng|Thị Lan|Thị Hồng|Minh Tuấn|Quốc Bảo|Thị Mai|Đức Anh|Ngọc Hà|Thanh Tâm|Thị Thu')
fam('name', 'Vietnamese name with sinh year in brackets', ['Họ tên (NS)', 'benh_nhan'], lambda r, v, i: f'{r.choice(VS)} {r.choice(VG)} ' + (f'({r.randint(1950,2012)})' if v == 0 else f'- {r.randint(1950,2012)}'), 'vi')
KHN = S('សុខ ចាន់ដារ៉ា សុភា វណ្ណា ស្រីមុំ បូរ៉ា ពិសិដ្ឋ ធារ៉ា មករា រតនា ចន្ថា សំណាង'); KHS = S('ហេង ជា កែវ លី ស៊ុន អ៊ុំ ម៉ៅ ប៉ែន ទេព ចាន់')
fam('name', 'Cambodian script family then given', ['ឈ្មោះ', 'patient_kh'], lambda r, v, i: f'{r.choice(KHS)} {r.choice(KHN)}', 'x', miss=.03)
BUN = L('Aung Kyaw|Thida Win|Min Htut|Khin Mar|Zaw Lin|Nilar Soe|Hla Myint|Su Su Hlaing|Tin Maung|Ei Phyu|Nay Lin Oo|San San Aye')
fam('name', 'Myanmar Latin U Daw Ma Ko', ['Name of patient', 'donor name'], lambda r, v, i: (lambda k: f"{P(r,'U','Ko','U') if k % 2 == 0 else P(r,'Daw','Ma')} {BUN[k]}")(r.randrange(len(BUN))))
PBM = L('ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ|ਹਰਜੀਤ ਕੌਰ|ਮਨਪ੍ਰੀਤ ਕੌਰ|ਜਸਵਿੰਦਰ ਸਿੰਘ|ਬਲਜੀਤ ਸਿੰਘ|ਸਿਮਰਨ ਕੌਰ|ਅਮਰਜੀਤ ਸਿੰਘ|ਕੁਲਵੰਤ ਕੌਰ'); PBS = S('ਗਿੱਲ ਸਿੱਧੂ ਸੰਧੂ ਢਿੱਲੋਂ ਬਰਾੜ ਮਾਨ ਧਾਲੀਵਾਲ')
fam('name', 'Gurmukhi Singh Kaur', ['ਮਰੀਜ਼ ਦਾ ਨਾਮ', 'pt_naam'], lambda r, v, i: f'{r.choice(PBM)}' + (f' {r.choice(PBS)}' if v == 0 or r.random() < .5 else ''), 'x', miss=.03)
KEG = S('Anitha Biju Thomas Lissy Shaji Jincy Muhammed Sreeja Vinod Rajan Suma Jomon Fathima Abdul'); 
fam('name', 'Kerala house initials behind', ['Name', 'bystander'], lambda r, v, i: (f"{r.choice(KEG)} {up(r,1,'KPVMTNC')}.{up(r,1,'KPVMTNCAR')}." if v == 0 else f"{r.choice(KEG).upper()} {up(r,1,'KPVMTNC')} {up(r,1,'KPVMTNCAR')}" if r.random() < .85 else f"{r.choice(KEG).upper()} {r.choice(KEG).upper()}"))
GUF, GUM, GUS = S('Kokila Hansa Jyotsna Bhavna Pushpa Daksha Manjula'), S('Ramesh Kanji Dinesh Mahesh Jayanti Bharat Vinod Ashok Mukesh'), S('Patel Shah Prajapati Solanki Parmar Chaudhari Makwana Desai Rathod')
def guj(r, v, i):
    f = r.random() < .45
    a = [r.choice(GUF) + 'ben' if f else r.choice(GUM) + 'bhai', r.choice(GUM) + 'bhai', r.choice(GUS)]
    return ' '.join(a) if v == 0 else ' '.join([a[2], a[0], a[1]]).upper()
fam('name', 'bhai and ben of western India', ['Patient Name', 'NAME OF PT'], guj, noise=.04)
BNM, BNF = S('আব্দুল রফিকুল শফিকুল জাহাঙ্গীর কামাল আনোয়ার নুরুল মিজানুর'), S('রহিমা ফাতেমা সালমা নাসরিন শাহনাজ রোকেয়া শিরিন')
fam('name', 'Bengali script মোঃ and মোছাঃ', ['রোগীর নাম', 'rogi'], lambda r, v, i: (f"মোঃ {r.choice(BNM)} {P(r,'ইসলাম','রহমান','হোসেন','আলম','মিয়া')}" if r.random() < .55 else f"মোছাঃ {r.choice(BNF)} {P(r,'বেগম','খাতুন','আক্তার','পারভীন')}"), 'x', miss=.04)
URM, URF = L('محمد اسلم|غلام حسین|عبدالرشید|طارق محمود|محمد عرفان|شاہد اقبال|نذیر احمد'), L('رضیہ بی بی|شازیہ پروین|نسرین اختر|صائمہ بی بی|ثمینہ کوثر')
fam('name', 'Urdu script ولد and زوجہ', ['نام مع ولدیت', 'mareez'], lambda r, v, i: (f'{r.choice(URM)} ولد {r.choice(URM)}' if r.random() < .55 else f"{r.choice(URF)} {P(r,'زوجہ','دختر')} {r.choice(URM)}"), 'x', miss=.04)
ADR = L('أحمد عبد الرحمن|محمد السيد|خالد الشمري|منى حسن|سارة العتيبي|ياسر إبراهيم|هناء فؤاد|عمر الخطيب|ليلى منصور|طارق جمعة')
fam('name', 'Arabic treating doctor with د. and أ.د.', ['الطبيب المعالج', 'الاستشاري'], lambda r, v, i: f"{P(r,'د.','د.','أ.د.','د/')} {r.choice(ADR)}", 'ar', rep=7)
MGG, MGS = S('Fatma Leïla Samia Khadija Amina Nadia Houda Zohra Naïma'), L('Ben Salah|Trabelsi|Bouzid|El Amrani|Benali|Haddad|Ben Youssef|Cherkaoui|Mansouri|Belkacem')
fam('name', 'Maghreb married with ép.', ['Nom et prénom (ép.)', 'patiente'], lambda r, v, i: (f'{r.choice(MGG)} {r.choice(MGS)} ép. {r.choice(MGS)}' if v == 0 else f'{r.choice(MGS).upper()} ép {r.choice(MGS).upper()} {r.choice(MGG)}'), 'fr')
fam('name', 'Persian physician with دکتر', ['پزشک معالج', 'پزشک ارجاع دهنده'], lambda r, v, i: f"دکتر {P(r,'','','سید ')}{fk('fa_IR').last_name()}" if v else f"دکتر {fk('fa_IR').first_name()} {fk('fa_IR').last_name()}", 'fa', rep=5)
ETG = L('Abebe Kebede|Tigist Haile|Dawit Tesfaye|Almaz Bekele|Yohannes Girma|Meseret Alemu|Getachew Tadesse|Hirut Worku|Bereket Assefa|Selamawit Desta|Mulugeta Negash')
fam('name', 'Ethiopian Latin Ato and W/ro', ['Patient full name (ET)', 'attendant'], lambda r, v, i: (lambda k: f"{'Ato' if k % 2 == 0 else P(r,'W/ro','W/rt')} {ETG[k]}")(r.randrange(len(ETG))) + (f" {r.choice(ETG).split()[0]}" if v == 0 else ''))
SWN = L('Juma Hassan|Rehema Salum|Neema Mushi|Baraka Mwita|Asha Mwinyi|Hamisi Said|Zawadi Kimaro|Emmanuel Massawe|Mariam Athumani|Joseph Lyimo')
fam('name', 'Swahili Bw. and Bi. titles', ['jina la mgonjwa', 'ndugu'], lambda r, v, i: (lambda n: f"{P(r,'Bi.','Bi','Mama') if n.split()[0] in ('Rehema','Neema','Asha','Zawadi','Mariam') else P(r,'Bw.','Bw','Mzee')} {n}")(r.choice(SWN)) + (f" {r.choice(SWN).split()[1]}" if r.random() < .4 else ''), 'sw')
CGN = S('KABONGO MUTOMBO TSHIBANGU ILUNGA KALALA MBUYI NGOY KASONGO LUKUSA MUKENDI NZUZI MAKIESE'); CGP = S('Jean-Pierre Marie-Claire Patrick Béatrice Dieudonné Chantal Trésor Godelieve Héritier Esther')
fam('name', 'Congolese nom postnom prénom', ['Nom Postnom Prénom', 'identite_RDC'], lambda r, v, i: f'{r.choice(CGN)} {r.choice(CGN)} {r.choice(CGP)}' if v == 0 else f'{r.choice(CGP)} {r.choice(CGN).title()} {r.choice(CGN).title()}', 'fr')
fam('name', 'Brazilian nome social with registro', ['Nome social (registro)', 'paciente_ns'], lambda r, v, i: (f"{fk('pt_BR').first_name()} {fk('pt_BR').last_name()}" + (f" (reg. civil: {fk('pt_BR').first_name()} {fk('pt_BR').last_name()})" if r.random() < .15 else f" {P(r,'','Filho','Neto','Júnior')}".rstrip())).upper(), 'pt')
fam('name', 'Brazilian resident R1 R2 and preceptor', ['Evoluído por', 'assinatura'], lambda r, v, i: f"{P(r,'R1','R2','R3')} {fk('pt_BR').first_name()} {fk('pt_BR').last_name()}" + (f" / {P(r,'Dr.','Dra.')} {fk('pt_BR').last_name()}" if v == 0 else ''), 'pt', rep=5)
fam('name', 'Mexican Ma. and J. with both surnames', ['NOMBRE DEL PACIENTE', 'derechohabiente'], lambda r, v, i: (f"{P(r,'MA. ','MA DE LA LUZ ','J. ','','','')}{P(r,'GUADALUPE','JESUS','ELENA','SOCORRO','CARMEN','TRINIDAD','REFUGIO','ROSARIO')} {fk('es_MX').last_name()} {fk('es_MX').last_name()}").upper(), 'es', noise=.04)
fam('name', 'Latin American four initials with dots', ['iniciales', 'INIC_PAC'], lambda r, v, i: ''.join(up(r, 1, 'ACDEFGJLMNPRSV') + '.' for _ in range(4 if r.random() < .85 else 3)) if v == 0 else ' '.join(up(r, 1, 'ACDEFGJLMNPRSV') + '.' for _ in range(4)), 'es')
fam('name', 'Russian donor kin with surname initials', ['Донор', 'донор (родство)'], lambda r, v, i: (f"{P(r,'брат','отец','сын')} {fk('ru_RU').last_name_male()} {up(r,1,'АВДЕИМНОПС')}.{up(r,1,'АВДИМНПС')}." if v == 0 else f"{fk('ru_RU').last_name_female()} {up(r,1,'АВДЕИМНОПС')}.{up(r,1,'АВДИМНПС')}. ({P(r,'мать','сестра','дочь')})"), 'ru')
fam('name', 'Russian м/с and врач with surname', ['кто ввёл', 'исполнитель'], lambda r, v, i: f"{P(r,'м/с','врач','лаб.','орд.','м/с')} {fk('ru_RU').last_name_female()}", 'ru', rep=5)
fam('name', 'Cyrillic three initials ФИО', ['ФИО (иниц.)', 'иниц'], lambda r, v, i: ''.join(up(r, 1, 'АБВГДЕЖИКЛМНОПРСТФ') + '.' for _ in range(3)) if v == 0 else ' '.join(up(r, 1, 'АБВГДЕЖИКЛМНОПРСТФ') + '.' for _ in range(3)), 'ru')
fam('name', 'Balinese I Wayan and Ni Made', ['Nama pasien (Bali)', 'nm_pasien'], lambda r, v, i: f"{P(r,'I','Ni')} {P(r,'Wayan','Made','Nyoman','Ketut','Gede','Kadek','Komang','Putu')} {P(r,'Sudiana','Suartini','Widnyana','Parwata','Sukerti','Adnyana','Suryani','Astawa','Ariani')}", 'id')
fam('name', 'Sarawak anak and Sabah names', ['Nama', 'waris'], lambda r, v, i: f"{P(r,'Jipang','Unting','Rentap','Lulai','Sidi','Enchana','Bungan','Nyanggau','Dayang','Lanting')} {P(r,'anak','ak','ANAK')} {P(r,'Ugil','Munan','Jugah','Penghulu','Imang','Ngelambai','Sawing','Radin')}")

# ---------------------------------------------------------------- contact
fam('contact', 'Korean jibeon with dong and ho', ['주소(지번)', '자택주소'], lambda r, v, i: f"{P(r,'서울시 노원구 상계동','경기도 고양시 일산동구 마두동','부산시 해운대구 좌동','대구시 수성구 범어동','인천시 연수구 송도동')} {r.randint(1,980)}-{r.randint(1,40)}번지 {P(r,'현대','주공','삼성','한신')}아파트 {r.randint(101,120)}동 {r.randint(1,20)}0{r.randint(1,6)}호", 'ko')
fam('contact', 'Chinese village group address', ['家庭住址', '户籍地址'], lambda r, v, i: f"{P(r,'河南省周口市太康县','安徽省阜阳市临泉县','四川省达州市宣汉县','山东省菏泽市曹县','河北省邯郸市魏县')}{P(r,'王集','李营','高店','清水','马头')}{P(r,'乡','镇')}{P(r,'前','后','大','小')}{r.choice(CS)}{P(r,'庄','村','寨','楼')}{P(r,'','','一组','三组','六组')}{r.randint(1,260)}号", 'zh')
fam('contact', 'Kyoto crossing agaru sagaru', ['住所', '現住所(京)'], lambda r, v, i: f"京都市{P(r,'上京区','中京区','下京区')}{P(r,'烏丸通','河原町通','堀川通','寺町通','千本通')}{P(r,'今出川','丸太町','御池','四条','五条')}{P(r,'上ル','下ル','西入ル','東入ル')}{P(r,'大門町','梅屋町','三軒町','桝屋町')}{r.randint(1,420)}" + (f"-{r.randint(1,20)}" if r.random() < .5 else '番地'), 'ja')
fam('contact', 'Devanagari ग्राम पोस्ट थाना', ['पता', 'स्थायी पता'], lambda r, v, i: f"ग्राम {P(r,'रामपुर','बेलवा','हरिपुर','सिसवा','माधोपुर','नौगढ़')}, पोस्ट {P(r,'बरहज','कसया','पिपरा','मझौली')}, थाना {P(r,'कोतवाली','पडरौना','खलीलाबाद')}, जिला {P(r,'देवरिया','कुशीनगर','बस्ती','गोरखपुर')}" + (f", वार्ड नं. {tr(str(r.randint(1,25)),DEV)}" if v else ''), 'hi')
fam('contact', 'Bengali গ্রাম ডাকঘর উপজেলা', ['ঠিকানা', 'thikana'], lambda r, v, i: f"গ্রাম: {P(r,'শ্যামপুর','কাশিপুর','মধুপুর','নয়াপাড়া','চরকালী')}, ডাকঘর: {P(r,'বাজিতপুর','সোনাপুর','কালীগঞ্জ')}, উপজেলা: {P(r,'ভৈরব','মুরাদনগর','ফুলপুর')}, বাড়ি নং {tr(str(r.randint(2,220)),BEN)}", 'x')
fam('contact', 'Pakistani sector, phase and mohalla', ['Address', 'postal addr'], lambda r, v, i: (f"House # {r.randint(1,900)}, Street {r.randint(1,60)}, {P(r,'G-9/2','F-10/3','I-8/4','G-11/1')}, Islamabad" if r.random() < .4 else f"H.No {r.randint(1,300)}-{up(r,1,'ABCD')}, Phase {P(r,'II','IV','V','VIII')} DHA, Lahore" if r.random() < .5 else f"Mohalla {P(r,'Islamabad','Qasim Pura','Shah Faisal')}, Gali No. {r.randint(1,19)}, House {r.randint(1,150)}, {P(r,'Gujranwala','Sialkot','Multan')}"))
fam('contact', 'Saudi building number and additional', ['العنوان الوطني', 'nat_address'], lambda r, v, i: (f"{dg(r,4)} {P(r,'شارع الأمير سلطان','طريق الملك فهد','شارع التحلية','شارع العليا')}، حي {P(r,'النزهة','الملز','الروضة','السلامة')}، {P(r,'الرياض','جدة','الدمام')} {dg(r,5)}-{dg(r,4)}" if v == 0 else f"{dg(r,4)} {P(r,'King Fahd Rd','Olaya St','Tahlia St','Prince Sultan St')}, {P(r,'Al Malaz','An Nuzhah','Ar Rawdah')} Dist., Unit {r.randint(1,30)}, {P(r,'Riyadh','Jeddah')} {dg(r,5)}-{dg(r,4)}"), 'ar')
fam('contact', 'Iranian خیابان کوچه پلاک', ['آدرس', 'نشانی منزل'], lambda r, v, i: f"{P(r,'تهران','شیراز','مشهد','اصفهان','تبریز')}، خیابان {P(r,'ولیعصر','شریعتی','انقلاب','امام خمینی','معلم')}، کوچه {P(r,'شهید رضایی','بهار','لاله','نسترن')}، پلاک {tr(str(r.randint(1,240)),PER)}، واحد {tr(str(r.randint(1,16)),PER)}", 'fa')
fam('contact', 'Kazakh мкр with house and flat', ['Мекенжай', 'адрес проживания'], lambda r, v, i: f"г. {P(r,'Алматы','Шымкент','Караганда','Актобе','Тараз')}, мкр. {P(r,'Аксай-4','Орбита-2','Самал','Жетысу-3','Степной-2','Нурсат')}, {'д.' if v == 0 else 'дом'} {r.randint(1,120)}{P(r,'','','А','/2')}, кв. {r.randint(1,180)}", 'ru')
fam('contact', 'Tashkent mavze and uy', ['manzil', 'yashash joyi'], lambda r, v, i: f"Toshkent sh., {P(r,'Yunusobod','Chilonzor','Mirzo Ulugʻbek','Sergeli')} tumani, {r.randint(1,26)}-{P(r,'mavze','kvartal')}, {r.randint(1,90)}-uy, {r.randint(1,72)}-xonadon")
fam('contact', 'Nigerian street off and opposite', ['Residential Address', 'addr_nok'], lambda r, v, i: f"{P(r,'No. ','No ','','Plot ')}{r.randint(1,140)}{P(r,'','','A','B')}, {P(r,'Adeyemi','Ogunlana','Nnamdi','Awolowo','Balogun','Okafor','Danjuma')} {P(r,'Street','Str','Close','Crescent')}, {P(r,'off Allen Avenue','opp. Total filling station','behind Central Mosque','by 2nd gate','off Ring Road')}, {P(r,'Ikeja','Surulere','Bodija, Ibadan','GRA, Enugu','Sabon Gari, Kano')}")
fam('contact', 'South African township section and stand', ['Physical address', 'res_addr'], lambda r, v, i: f"{P(r,'Stand','House','Erf','')} {r.randint(101,9899)} {P(r,'Section '+up(r,1,'ABCDEFGHK'),'Zone '+str(r.randint(1,9)),'Ext '+str(r.randint(1,12)))}, {P(r,'Khayelitsha','Mamelodi East','Umlazi','Soshanguve','Mdantsane','Tembisa')}".strip())
fam('contact', 'Dakar villa and parcelles', ['Adresse', 'domicile'], lambda r, v, i: (f"{P(r,'Parcelles Assainies U'+str(r.randint(1,26)),'Sicap Liberté '+str(r.randint(1,6)),'HLM Grand Yoff','Cité Keur Gorgui','Ouest Foire')}, villa n° {r.randint(1,690)}{P(r,'','','/A','/C')}" if v == 0 else f"{P(r,'Cocody Angré 8e tranche','Yopougon Maroc','Treichville','Abobo Baoulé')}, {P(r,'lot','îlot')} {r.randint(11,480)}, {P(r,'porte','villa')} {r.randint(1,90)}"), 'fr')
fam('contact', 'Costa Rican metres from landmark', ['dirección exacta', 'señas'], lambda r, v, i: f"{P(r,'De la escuela','De la iglesia católica','Frente a la pulpería La Central, de ahí','De la plaza de deportes','Del Ebais')} {P(r,25,50,100,150,200,300,400)} m {P(r,'norte','sur','este','oeste')}" + f" y {P(r,25,50,75,100)} {P(r,'este','oeste','norte','sur')}, casa {P(r,'color verde','portón negro','mano derecha','esquinera','de dos plantas')}, {P(r,'Alajuelita','Heredia','Desamparados','Cartago')}", 'es')
fam('contact', 'Peruvian jirón and urbanización', ['DIRECCION', 'domicilio_act'], lambda r, v, i: f"{P(r,'Jr.','Av.','Ca.','Psje.')} {P(r,'Los Cedros','Huáscar','Túpac Amaru','Las Begonias','Grau','Ayacucho')} {P(r,'','Nro ')}{r.randint(101,2990)} {P(r,'Urb.','AA.HH.','Coop.')} {P(r,'San Felipe','Los Olivos','Villa María','Santa Rosa','El Progreso')}, {P(r,'Lima','Arequipa','Trujillo','Cusco')}", 'es')
fam('contact', 'QQ digits mailbox', ['邮箱', 'QQ邮箱'], lambda r, v, i: (dg(r, r.randint(8, 10)) + '@qq-mail.example') if v == 0 or r.random() < .7 else f"{P(r,'wang','li','zhang','liu','chen')}{up(r,2,'abcdefghijklmnxyz')}{r.randint(70,99)}@163-mail.example", 'zh')
fam('contact', 'Central American telephone four dash four', ['teléfono', 'tel_contacto'], lambda r, v, i: P(r, '', '', '502 ', '503 ') + f"{P(r,2,3,4,5,7,8)}{dg(r,3,False)}-{dg(r,4,False)}", 'es')
fam('contact', 'Bolivian Paraguayan mobile numbers', ['Celular', 'cel_ref'], lambda r, v, i: f"{P(r,6,7)}{dg(r,7,False)}" if v == 1 and r.random() < .2 else (f"+591 {P(r,6,7)}{dg(r,7,False)}" if r.random() < .5 else f"09{P(r,61,71,81,91,82)} {dg(r,3)} {dg(r,3,False)}"), 'es')
fam('contact', 'Uganda and Ethiopia mobile', ['Phone No. of attendant', 'tel'], lambda r, v, i: f"+256 7{P(r,0,5,7,8)}{r.randint(0,9)} {dg(r,6,False)}" if r.random() < .5 else f"+251 9{r.randint(0,4)} {dg(r,3,False)} {dg(r,4,False)}" if v == 0 else f"07{P(r,52,72,82,74,71)}{dg(r,6,False)}" + ('' if r.random() < .8 else '/ 09' + dg(r, 8, False)))
fam('contact', 'Kyrgyz and Tajik mobile in groups', ['тел.', 'конт. телефон'], lambda r, v, i: f"+996 ({P(r,550,700,770,555,708)}) {dg(r,2)}-{dg(r,2,False)}-{dg(r,2,False)}" if r.random() < .6 else f"+992 {P(r,90,92,93,98)} {dg(r,3)} {dg(r,2,False)} {dg(r,2,False)}", 'ru')
fam('contact', 'Iraqi and Lebanese mobile', ['رقم الهاتف', 'mobile_rel'], lambda r, v, i: f"07{P(r,70,71,80,81,50,51)}{P(r,' ','-',' ')}{dg(r,3,False)} {dg(r,4,False)}" if v == 0 else f"{P(r,'03','70','71','76','81')}/{dg(r,6,False)}", 'ar')

# ---------------------------------------------------------------- national
def ymd6(d): return d.strftime('%y%m%d')
fam('national', 'Taiwan NHI card twelve zeros in front', ['健保卡號', 'IC卡號'], lambda r, v, i: '0000' + dg(r, 8) if v == 0 else f'0000 {dg(r,4)} {dg(r,4,False)}', 'zh')
fam('national', 'Korean health insurance certificate', ['건강보험증번호', '증번호'], lambda r, v, i: f'{P(r,1,2,5,7,8)}-{dg(r,10)}' if v == 0 else f'{P(r,1,5,7,8)}{dg(r,10)}', 'ko')
def korfor(r, v, i):
    d = B(r); s = ymd6(d) + ('-' if v == 0 else '') + str(P(r, 5, 6) if d.year < 2000 else P(r, 7, 8)) + dg(r, 5, False)
    ds = [int(c) for c in s if c.isdigit()]
    return s + str((11 - sum(a * b for a, b in zip(ds, [2,3,4,5,6,7,8,9,2,3,4,5])) % 11 + 2) % 10)
fam('national', 'Korean foreigner registration', ['외국인등록번호', 'ARC no'], korfor, 'ko')
fam('national', 'Japanese basic pension number four six', ['基礎年金番号', '年金番号'], lambda r, v, i: f'{dg(r,4)}-{dg(r,6)}' if v == 0 else f'基年 {dg(r,4)}-{dg(r,6)}', 'ja')
fam('national', 'Japanese employment insurance four six one', ['雇用保険 被保険者番号', '雇保番号'], lambda r, v, i: f'{dg(r,4)}-{dg(r,6)}-{r.randint(0,9)}', 'ja')
fam('national', 'Chinese officer certificate 字第 号', ['军官证号', '证件号码'], lambda r, v, i: f"{P(r,'军','政','海','空','南','士')}字第{dg(r,7 if v == 0 else 8)}号", 'zh')
def up62(r, v, i):
    b = '62' + P(r, '17', '28', '22', '26') + dg(r, 14); b += luhn(b)
    return b if v == 0 else ' '.join(b[k:k + 4] for k in range(0, 19, 4))
fam('national', 'Chinese reimbursement bank card nineteen', ['银行卡号', '报销卡号'], up62, 'zh')
fam('national', 'Chinese rural cooperative medical certificate', ['新农合证号', '医疗证号'], lambda r, v, i: f"{P(r,'411627','341221','513722','371721')}{dg(r,3)}{dg(r,3,False)}{dg(r,4,False)}{dg(r,2,False)}" if v == 0 else f"{P(r,'411627','341221','513722')}-{dg(r,4)}-{dg(r,6)}", 'zh')
fam('national', 'Indian ESIC insurance number', ['ESIC IP No', 'insurance no'], lambda r, v, i: f"{P(r,31,41,51,11,62)}-{dg(r,8,False)}" if v == 0 else f"{P(r,31,41,51,11)}-{dg(r,8,False)}-{P(r,'S','A','D')}{r.randint(1,3)}")
fam('national', 'Indian provident fund UAN labelled', ['UAN', 'emp_uan'], lambda r, v, i: ('UAN ' if v else '') + '10' + dg(r, 10))
fam('national', 'Indian payment address upi', ['UPI ID for refund', 'vpa'], lambda r, v, i: (f"{r.randint(6,9)}{dg(r,9,False)}@{P(r,'okbank.example','upi.example','ybank.example')}" if r.random() < .7 else f"{fk('en_IN').first_name().lower()}{r.randint(1,99)}@upi.example"))
fam('national', 'Pakistani NTN and passport', ['NTN / Passport', 'id_other'], lambda r, v, i: f'{dg(r,7)}-{r.randint(0,9)}' if v == 0 and r.random() < .6 else f"{up(r,2)}{dg(r,7)}")
def brn(r, v, i):
    d = B(r); return f"{d.year}{r.randint(1,9)}{dg(r,6,False)}{dg(r,6,False)}" if v == 0 else f"{d.year}-{dg(r,7)}-{dg(r,6,False)}"
fam('national', 'Bangladeshi birth registration seventeen', ['জন্ম নিবন্ধন নম্বর', 'BRN'], brn, 'x', miss=.15)
fam('national', 'Nepal national identity three three three one', ['राष्ट्रिय परिचयपत्र नं', 'NID No'], lambda r, v, i: f'{dg(r,3)}-{dg(r,3)}-{dg(r,3)}-{r.randint(0,9)}' if v == 0 else tr(f'{dg(r,3)}-{dg(r,3)}-{dg(r,3)}-{r.randint(0,9)}', DEV))
fam('national', 'Vietnamese personal tax and BHXH', ['MST/BHXH', 'so_bhxh'], lambda r, v, i: (f'8{dg(r,9,False)}' if v == 0 else f"BHXH {r.randint(1,99):02d}{dg(r,8,False)}"), 'vi')
fam('national', 'Philippine TIN in threes', ['TIN', 'TIN No. of payor'], lambda r, v, i: f'{dg(r,3)}-{dg(r,3)}-{dg(r,3)}-000' if v == 0 else f'{dg(r,3)}-{dg(r,3)}-{dg(r,3)}')
fam('national', 'Philippine Pag-IBIG fours', ['Pag-IBIG MID', 'HDMF no'], lambda r, v, i: f'1{dg(r,3)}-{dg(r,4,False)}-{dg(r,4,False)}')
fam('national', 'Indonesian NPWP masked dots', ['NPWP', 'npwp_pasien'], lambda r, v, i: f'{r.randint(1,95):02d}.{dg(r,3)}.{dg(r,3)}.{r.randint(0,9)}-{dg(r,3)}.000', 'id')
def kk(r, v, i):
    d = D(r, 2005, 2022); s = f"{P(r,'3273','3174','3578','1271','5171')}{r.randint(1,30):02d}{d.strftime('%d%m%y')}{r.randint(1,60):04d}"
    return s if v == 0 else 'KK ' + s
fam('national', 'Indonesian family card sixteen', ['No. Kartu Keluarga', 'no_kk'], kk, 'id')
fam('national', 'UNHCR refugee card', ['UNHCR No', 'file_unhcr'], lambda r, v, i: f"{P(r,354,245,789,571)}-{r.randint(11,23)}C{dg(r,5)}" if v == 0 else f"UNHCR {P(r,354,245)}-{r.randint(11,23)}C{dg(r,5)}")
fam('national', 'Emirates residency file triple', ['رقم الإقامة', 'UAE file no'], lambda r, v, i: f"{P(r,101,201,301,401)}/{r.randint(2006,2023)}/{r.randint(1,3)}/{dg(r,6,False)}" if v == 0 else f"{P(r,101,201,301)}/{r.randint(2006,2023)}/{dg(r,7)}", 'ar')
def sheba(r, v, i):
    b = f"0{P(r,12,17,55,62,13)}0{dg(r,18,False)}"; k = 98 - int(b + '182700') % 97
    s = f'IR{k:02d}{b}'; return s if v == 0 else ' '.join(s[j:j + 4] for j in range(0, 26, 4))
fam('national', 'Iranian sheba account', ['شماره شبا', 'sheba'], sheba, 'fa')
fam('national', 'Iraqi national card twelve and Libyan', ['رقم البطاقة الوطنية', 'الرقم الوطني'], lambda r, v, i: f'{P(r,1,2)}{B(r).year}{dg(r,7,False)}', 'ar')
fam('national', 'Turkish SGK sicil', ['SGK sicil no', 'bağkur no'], lambda r, v, i: f"{r.randint(1,81):02d}{r.randint(0,99):02d}{dg(r,9)}" if v == 0 else f"{r.randint(1,81):02d} {dg(r,4)} {dg(r,7)}")
fam('national', 'Russian birth certificate roman and №', ['св-во о рождении', 'документ ребёнка'], lambda r, v, i: f"{P(r,'I','II','III','IV','V')}-{P(r,'МЮ','АК','БА','ЕР','ДН')} № {dg(r,6)}" if v == 0 else f"{P(r,'I','II','III')}-{P(r,'МЮ','АК','БА')} {dg(r,6)}", 'ru')
fam('national', 'Russian driver and travel passports', ['загранпаспорт', 'вод. удостоверение'], lambda r, v, i: f'{P(r,70,71,72,75)} № {dg(r,7)}' if v == 0 else f'{dg(r,2)} {dg(r,2)} {dg(r,6)}', 'ru')
fam('national', 'Central Asian passports and cards', ['удостоверение личности №', 'pasport_raqami'], lambda r, v, i: f'0{dg(r,8)}' if v == 0 and r.random() < .5 else f"{P(r,'AA','AB','AC','ID','AN','N')}{dg(r,7)}", 'ru')
fam('national', 'Peruvian autogenerado and RUC', ['Autogenerado EsSalud', 'RUC'], lambda r, v, i: f"{ymd6(B(r))}{P(r,0,1)}{up(r,5,'ACGHLMPQRSVZ')}00{r.randint(1,6)}" if v == 0 else f"10{dg(r,8)}{r.randint(0,9)}", 'es')
fam('national', 'Argentine PAMI beneficiary and CBU', ['N° beneficiario', 'afiliado'], lambda r, v, i: f"{P(r,150,155,135,140)}-{dg(r,8)}{P(r,'-','/')}{P(r,'00','01','02')}" if v == 0 else f"{P(r,61,62,60)} {dg(r,6)} {r.randint(0,9)} 0{r.randint(1,4)}", 'es')
fam('national', 'Venezuelan RIF letter dash', ['RIF', 'rif_responsable'], lambda r, v, i: f"{P(r,'V','E','V')}-{r.randint(2,30):02d}{dg(r,6,False)}-{r.randint(0,9)}" if v == 0 else f"{P(r,'V','E','V')}{r.randint(2,30):02d}{dg(r,6,False)}{r.randint(0,9)}", 'es')
fam('national', 'Brazilian RG with SSP and state', ['RG', 'identidade'], lambda r, v, i: f"{dg(r,2)}.{dg(r,3)}.{dg(r,3)}-{P(r,*'0123456789X')}" + (f" SSP/{P(r,'SP','RJ','PR','BA','PE','SC')}" if v == 0 or r.random() < .3 else ''), 'pt')
def cert(r, v, i):
    b = dg(r, 6) + '0155' + str(r.randint(1960, 2020)) + '1' + f'{r.randint(1,300):05d}{r.randint(1,300):03d}{r.randint(1,99999):07d}'
    def dv(s, m0):
        t = 0; m = m0
        for c in s: t += int(c) * m; m = 0 if m == 10 else m + 1
        t %= 11; return '1' if t == 10 else str(t)
    d1 = dv(b, 2); d2 = dv(b + d1, 1); s = b + d1 + d2
    return s if v else f'{s[:6]} {s[6:8]} {s[8:10]} {s[10:14]} {s[14]} {s[15:20]} {s[20:23]} {s[23:30]} {s[30:]}'
fam('national', 'Brazilian civil register matrícula thirty-two', ['matrícula certidão', 'certidao_nasc'], cert, 'pt')
fam('national', 'Nigerian NIN eleven', ['NIN', 'National ID No (NG)'], lambda r, v, i: dg(r, 11) if v == 0 else f'NIN: {dg(r,4)} {dg(r,3,False)} {dg(r,4,False)}')
fam('national', 'Ghanaian SSNIT letter', ['SSNIT No.', 'ssnit'], lambda r, v, i: f"{up(r,1,'CDEF')}{r.randint(1,30):02d}{ymd6(B(r))}{r.randint(1,999):03d}{r.randint(0,9)}")
fam('national', 'Angolan bilhete and Mozambican NUIT', ['BI', 'nº do bilhete'], lambda r, v, i: f"00{dg(r,7)}{P(r,'LA','BA','HO','UE','ME','BE')}0{dg(r,2)}" if v == 0 or r.random() < .7 else f'NUIT {dg(r,9)}', 'pt')
fam('national', 'Senegalese CIN and Ivorian CNI', ['N° CNI', 'cni_accompagnant'], lambda r, v, i: f"{P(r,1,2)} {dg(r,3)} {B(r).year} {dg(r,5)}" if v == 0 else f"{P(r,'CI','C')}{'00'}{dg(r,8)}", 'fr')
fam('national', 'Algerian chifa card', ['N° Chifa', 'num assuré'], lambda r, v, i: f"{r.randint(40,99)} {dg(r,4)} {dg(r,4,False)} {dg(r,2,False)}" if v == 0 else f"{r.randint(40,99)}{dg(r,10)}", 'fr')
fam('national', 'South African medical aid with dependant', ['Medical aid no', 'scheme_mem'], lambda r, v, i: f"{P(r,'DISC','GEMS','BON','MED')} {dg(r,9)} dep 0{r.randint(0,4)}" if v == 0 else f"{dg(r,9)}/0{r.randint(0,4)}")

# ---------------------------------------------------------------- record
fam('record', 'Chinese pathology number', ['病理号', '骨髓病理号'], lambda r, v, i: f"{P(r,'B','M','H')}{r.randint(2012,2024)}-{r.randint(1,99999):05d}" if v == 0 else f"{r.randint(12,24)}{P(r,'BM','BL')}{r.randint(1,9999):05d}", 'zh', rep=2)
fam('record', 'Chinese imaging check number', ['影像号', '检查号'], lambda r, v, i: f"{P(r,'CT','MR','DR','US')}{r.randint(14,24)}{dg(r,7,False)}" if v == 0 else f"{P(r,'XCT','XMR')}{dg(r,8)}", 'zh', rep=2)
fam('record', 'Chinese outpatient card labelled 门诊号', ['门诊号', '就诊卡'], lambda r, v, i: f'门诊号:{dg(r,9)}' if v == 0 else f'MZ{r.randint(2012,2024)}{dg(r,7,False)}', 'zh', rep=3)
fam('record', 'Korean specimen and reception number', ['검체번호', '접수번호'], lambda r, v, i: f"{r.randint(12,24)}{r.randint(1,12):02d}{r.randint(1,28):02d}-{P(r,'H','C','M','G')}{r.randint(1,999):04d}" if v == 0 else f"{P(r,'HEM','BM','CYT')}{r.randint(12,24)}-{r.randint(1,99999):05d}", 'ko', rep=2)
fam('record', 'Japanese 病理番号 with H and Bx', ['病理番号', '検体番号'], lambda r, v, i: f"{P(r,'H','B','C')}{r.randint(12,24)}-{r.randint(1,29999):05d}" if v == 0 else f"病{r.randint(12,24)}-{r.randint(1,19999):05d}", 'ja', rep=2)
fam('record', 'Japanese marrow bank patient and donor', ['JMDP患者ID', 'バンクドナーID'], lambda r, v, i: f'R-{dg(r,8)}' if v == 0 else f"D{r.randint(1,47):02d}-{dg(r,3,False)}-{dg(r,4,False)}", 'ja', rep=2)
fam('record', 'Taiwanese chart with check dash', ['病歷號', 'CHARTNO'], lambda r, v, i: f'{dg(r,8)}-{r.randint(0,9)}' if v == 0 else f'病歷號 {dg(r,8)}-{r.randint(0,9)}', 'zh', rep=3)
fam('record', 'Indian in-patient number by financial year', ['IP No', 'OPD Regn. No.'], lambda r, v, i: (lambda y: f"{P(r,'IP','IPD')}/{y}-{y+1}/{r.randint(1,99999):06d}" if v == 0 else f"OPD/{y}-{y+1}/{r.randint(1,199999)}")(r.randint(14, 23)), rep=2)
fam('record', 'Indian Tata two letter case number', ['Case No', 'TMH case'], lambda r, v, i: f"{up(r,2,'ABCDEFGHJKLM')}/{dg(r,5)}" if v == 0 else f"{dg(r,6)}{up(r,1,'ABCDFGH')}", rep=2)
fam('record', 'Pakistani MR number in dashed groups', ['MR #', 'MRNo'], lambda r, v, i: f'{dg(r,3)}-{dg(r,2)}-{dg(r,2,False)}' if v == 0 else f'MR-{dg(r,3)}-{dg(r,3,False)}-{dg(r,2,False)}', rep=3)
fam('record', 'Iranian file number Persian digits', ['شماره پرونده', 'شماره پذیرش'], lambda r, v, i: tr(f'{r.randint(90,99)}-{dg(r,6)}', PER) if v == 0 else tr(f'{dg(r,8)}', PER), 'fa', rep=2)
fam('record', 'Turkish donor registry and transplant file', ['TÜRKÖK verici no', 'nakil dosya no'], lambda r, v, i: f'TRK{dg(r,9)}' if v == 0 else f"KİT-{r.randint(2010,2024)}/{r.randint(1,1999):04d}", rep=2)
fam('record', 'Russian histology protocol slash letter', ['№ гист. исследования', 'протокол ИГХ №'], lambda r, v, i: f"{dg(r,5)}-{r.randint(10,24)}/{P(r,'Г','И','Ц')}" if v == 0 else f"№{dg(r,4)}/{r.randint(10,24)}", 'ru', rep=2)
fam('record', 'Russian ambulatory card 025/у', ['амб. карта', '№ карты'], lambda r, v, i: f'{dg(r,6)}/{r.randint(10,24)}-А' if v == 0 else f'АК-{dg(r,7)}', 'ru', rep=2)
def imss(r, v, i):
    a = f"{r.randint(1,97):02d}{r.randint(60,99)}{r.randint(40,99)}{dg(r,4,False)}"; a += luhn(a)
    sx = P(r, 'M', 'F'); return f"{a[:4]} {a[4:6]} {a[6:10]} {a[10]} {r.randint(1,5)}{sx}{B(r).year}OR" if v == 0 else f"{fk('es_MX').last_name()[:2].upper()}{up(r,2)}{ymd6(B(r))}/{P(r,10,20,30,40,50,60,90)}"
fam('record', 'Mexican IMSS agregado and ISSSTE expediente', ['NSS con agregado', 'expediente ISSSTE'], imss, 'es', rep=2)
fam('record', 'Brazilian AIH and APAC thirteen', ['Nº AIH', 'APAC'], lambda r, v, i: f"{P(r,35,33,41,26,29)}{r.randint(10,24)}{P(r,1,2)}{dg(r,8,False)}" if v == 0 else f"{P(r,35,33,41)}{r.randint(10,24)}2{dg(r,7,False)}-{r.randint(0,9)}", 'pt', rep=2)
fam('record', 'Brazilian REDOME and RMR', ['RMR paciente', 'DMR doador'], lambda r, v, i: f'RMR {dg(r,6)}' if v == 0 else f'DMR-{dg(r,7)}', 'pt', rep=2)
fam('record', 'Chilean ficha clínica and Argentine protocolo', ['N° ficha', 'protocolo AP'], lambda r, v, i: f'Ficha {dg(r,6)}-{P(r,*"0123456789K")}' if v == 0 else f"{r.randint(10,24)}-{P(r,'B','C','M')}-{dg(r,5)}", 'es', rep=2)
fam('record', 'OpenMRS identifier and Kenyan clinic number', ['OpenMRS ID', 'CCC No'], lambda r, v, i: f"{dg(r,4)}{up(r,2,'ACDEFGHJKLMNPRTUVWXY')}-{r.randint(0,9)}" if v == 0 else f'{P(r,14945,13023,15204)}-{dg(r,5)}', rep=3)
fam('record', 'South African NHLS episode and folder', ['Lab episode', 'NHLS no'], lambda r, v, i: f"{up(r,2,'ABCDGHKNPRSUW')}{dg(r,8)}" if v == 0 else f"GSH {dg(r,9)}", rep=2)
fam('record', 'West African dossier with service and year', ['N° dossier', 'num hospitalisation'], lambda r, v, i: f"{r.randint(1,2999):04d}/{P(r,'HEM','MI','PED')}/{r.randint(2012,2024)}" if v == 0 else f"HPD-{r.randint(12,24)}-{r.randint(1,99999):05d}", 'fr', rep=2)

# ---------------------------------------------------------------- date
RUM = S('января февраля марта апреля мая июня июля августа сентября октября ноября декабря')
ESM = S('enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre')
def df(name, cols, f, lang='x', **k): fam('date', name, cols, f, lang, **({'rep': None, 'n': (50, 200)} | k))
df('Korean apostrophe two digit year', ['입원일', '검사일'], lambda r, v, i: (lambda d: f"'{d:%y}.{d.month}.{d.day}" + ('.' if v else ''))(D(r)), 'ko')
df('Chinese short year with 号', ['回输日', '复查时间'], lambda r, v, i: (lambda d: f"{d:%y}年{d.month}月{d.day}{'号' if v == 0 else '日'}")(D(r)), 'zh')
df('Japanese slash with 時分', ['採血日時', '投与開始'], lambda r, v, i: (lambda d: f"{d.year}/{d.month}/{d.day} {r.randint(0,23)}時{r.randint(0,59):02d}分" if v == 0 else f"{d.year}.{d.month:02d}.{d.day:02d} {r.randint(0,23)}時")(D(r)), 'ja')
df('Taiwanese era year without its name', ['移植日期', '收案日'], lambda r, v, i: (lambda d: f"{d.year-1911}年{d.month}月{d.day}日" if v == 0 else f"{d.year-1911}.{d.month:02d}.{d.day:02d}")(D(r)), 'zh')
df('Thai slash Buddhist with clock น.', ['วันที่เจาะเลือด', 'เวลาให้ยา'], lambda r, v, i: (lambda d: f"{d.day:02d}/{d.month:02d}/{d.year+543} {r.randint(0,23):02d}{':' if v == 0 else '.'}{r.randint(0,59):02d} น.")(D(r)))
df('Vietnamese hour before date', ['Thời điểm lấy mẫu', 'giờ truyền'], lambda r, v, i: (lambda d: f"{r.randint(0,23)}h{r.randint(0,59):02d} ngày {d.day:02d}/{d.month:02d}/{d.year}" if v == 0 else f"{r.randint(0,23)} giờ {r.randint(0,59):02d}, {d.day}/{d.month}/{d.year}")(D(r)), 'vi')
df('Myanmar digits dashes', ['ရက်စွဲ', 'visit_mm'], lambda r, v, i: (lambda d: tr(f"{d.day}{'-' if v == 0 else '/'}{d.month}{'-' if v == 0 else '/'}{d.year}", BUR))(D(r)))
df('Khmer digits slash', ['កាលបរិច្ឆេទ', 'ថ្ងៃចូលពេទ្យ'], lambda r, v, i: (lambda d: tr(f"{d.day:02d}/{d.month:02d}/{d.year}", KHM))(D(r)))
df('Bikram Sambat in Devanagari digits', ['मिति', 'भर्ना मिति'], lambda r, v, i: tr(f"{r.randint(2068,2080)}{'।' if v == 0 else '/'}{r.randint(1,12):02d}{'।' if v == 0 else '/'}{r.randint(1,29):02d}", DEV))
df('Bangla calendar months', ['তারিখ (বাংলা)', 'vorti_tarikh'], lambda r, v, i: f"{tr(str(r.randint(1,30)),BEN)} {P(r,*'বৈশাখ জ্যৈষ্ঠ আষাঢ় শ্রাবণ ভাদ্র আশ্বিন কার্তিক অগ্রহায়ণ পৌষ মাঘ ফাল্গুন চৈত্র'.split())} {tr(str(r.randint(1417,1430)),BEN)}" + (' বঙ্গাব্দ' if v else ''))
df('Indian ordinal with apostrophe year', ['D.O.A.', 'date of BMT'], lambda r, v, i: (lambda d: f"{d.day}{'th' if 10<d.day<14 else {1:'st',2:'nd',3:'rd'}.get(d.day%10,'th')} {d:%b}{chr(39) if v == 0 else ' '+chr(39)}{d:%y}")(D(r)), 'en')
df('Pakistani dashes with @ clock', ['sample taken', 'Dt. & Time'], lambda r, v, i: (lambda d: f"{d:%d-%m-%y} @ {r.randint(0,23):02d}:{r.randint(0,59):02d}" if v == 0 else f"{d:%d/%m/%Y} @ {r.randint(1,12)}{P(r,'am','pm')}")(D(r)), 'en')
df('Jalali compact eight digits', ['تاریخ بستری', 'tarikh_peyvand'], lambda r, v, i: f'{r.randint(1388,1402)}{r.randint(1,12):02d}{r.randint(1,29):02d}', 'fa')
df('Dari zodiac months', ['تاریخ (افغانی)', 'نیټه'], lambda r, v, i: (lambda s: tr(s, PER) if v == 0 else s)(f"{r.randint(1,29)} {P(r,*'حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت'.split())} {r.randint(1390,1402)}"))
def both(r, v, i):
    d = D(r); j = (d - dt.date(622, 7, 19)).days; hy = int(j / 354.367) + 1; rest = j - int((hy - 1) * 354.367); hm = min(12, rest // 30 + 1); hd = max(1, min(29, rest % 30))
    return f"{hy}/{hm:02d}/{hd:02d}هـ الموافق {d.year}/{d.month:02d}/{d.day:02d}م" if v == 0 else f"{hd}/{hm}/{hy} هـ ({d.day}/{d.month}/{d.year} م)"
df('Saudi both calendars الموافق', ['تاريخ الدخول', 'تاريخ الزراعة'], both, 'ar')
df('Levant month words آذار نيسان', ['تاريخ المعاينة', 'موعد النقل'], lambda r, v, i: (lambda d: f"{d.day} {['كانون الثاني','شباط','آذار','نيسان','أيار','حزيران','تموز','آب','أيلول','تشرين الأول','تشرين الثاني','كانون الأول'][d.month-1]} {d.year if v == 0 else tr(str(d.year),ARA)}")(D(r)), 'ar')
df('Maghreb month words جانفي فيفري', ['تاريخ الفحص', 'تاريخ الاستشفاء'], lambda r, v, i: (lambda d: f"{d.day} {['جانفي','فيفري','مارس','أفريل','ماي','جوان','جويلية','أوت','سبتمبر','أكتوبر','نوفمبر','ديسمبر'][d.month-1]} {d.year}")(D(r)), 'ar')
df('Swahili saa clock', ['tarehe na saa', 'alilazwa'], lambda r, v, i: (lambda d: f"{d.day}/{d.month}/{d.year} saa {r.randint(1,12)} {P(r,'asubuhi','mchana','jioni','usiku')}")(D(r)), 'sw')
df('African French capital H clock', ['date/heure prélèvement', 'Date entrée'], lambda r, v, i: (lambda d: f"{d:%d/%m/%Y} à {r.randint(6,22)}H{r.randint(0,59):02d}" if v == 0 else f"{d:%d/%m/%y} {r.randint(6,22):02d}H{r.randint(0,59):02d}MN")(D(r)), 'fr')
df('Russian с по interval and от', ['период госпитализации', 'анализ от'], lambda r, v, i: (lambda d: f"с {d:%d.%m.%Y} по {d+dt.timedelta(days=r.randint(5,60)):%d.%m.%Y}" if v == 0 else f"от {d:%d.%m.%y}")(D(r)), 'ru')
df('Kazakh dotted with ж.', ['күні', 'түскен күні'], lambda r, v, i: (lambda d: f"{d:%d.%m.%Y} ж." if v == 0 else f"{d:%d.%m.%Y}ж")(D(r)), 'ru')
df('Kyrgyz and Tajik month words with year word', ['датасы', 'сана'], lambda r, v, i: (lambda d: f"{d.year}-ж. {d.day}-{['январь','февраль','март','апрель','май','июнь','июль','август','сентябрь','октябрь','ноябрь','декабрь'][d.month-1]}" if v == 0 else f"{d.day} {['январи','феврали','марти','апрели','майи','июни','июли','августи','сентябри','октябри','ноябри','декабри'][d.month-1]} соли {d.year}")(D(r)), 'ru')
df('Latin American del before year', ['fecha de ingreso', 'fecha trasplante'], lambda r, v, i: (lambda d: f"{d.day:02d} de {ESM[d.month-1]} del {d.year}" if v == 0 else f"{d.day} {ESM[d.month-1]} del {d.year}")(D(r)), 'es')
df('Mexican slash month word with hrs', ['fecha y hora toma', 'F. INGRESO'], lambda r, v, i: (lambda d: f"{d.day:02d}/{ESM[d.month-1]}/{d.year}" + (f" {r.randint(0,23):02d}:{r.randint(0,59):02d} hrs" if v == 0 else ''))(D(r)), 'es')
df('Day zero equals date in Latin America', ['D0', 'dia cero'], lambda r, v, i: (lambda d: f"D0: {d:%d/%m/%Y}" if v == 0 else f"D0={d:%d/%m/%y}")(D(r)), 'es')
df('Indonesian weekday and Malay hb', ['tgl kontrol', 'tarikh rawatan'], lambda r, v, i: (lambda d: f"{['Senin','Selasa','Rabu','Kamis','Jumat','Sabtu','Minggu'][d.weekday()]}, {d.day} {['Januari','Februari','Maret','April','Mei','Juni','Juli','Agustus','September','Oktober','November','Desember'][d.month-1]} {d.year}" if v == 0 else f"{d.day}hb {['Januari','Februari','Mac','April','Mei','Jun','Julai','Ogos','September','Oktober','November','Disember'][d.month-1]} {d.year}")(D(r)), 'id')

# ---------------------------------------------------------------- birth
bf = lambda name, cols, f, lang='x': fam('birth', name, cols, f, lang)
def lun(n): return ('初' + '一二三四五六七八九十'[n - 1]) if n <= 10 else ('十' + '一二三四五六七八九'[n - 11]) if n < 20 else '二十' if n == 20 else ('廿' + '一二三四五六七八九'[n - 21]) if n < 30 else '三十'
bf('Chinese lunar birthday', ['农历生日', '出生(农历)'], lambda r, v, i: f"{'农历' if v == 0 else ''}{B(r).year}年{P(r,'正','二','三','四','五','六','七','八','九','十','冬','腊')}月{lun(r.randint(1,30))}", 'zh')
bf('Korean birth with 음 or 양', ['생일', '생년월일(음/양)'], lambda r, v, i: (lambda d: f"({P(r,'음','양','양')}){d:%y}.{d.month}.{d.day}" if v == 0 else f"{d.year}.{d.month}.{d.day}({P(r,'음','양','양')})")(B(r)), 'ko')
def jb(r, v, i):
    d = B(r); e, y = ('昭和', d.year - 1925) if d.year < 1989 else ('平成', d.year - 1988); return f"{e}{y}年{d.month}月{d.day}日生(満{max(1,2023-d.year)}歳)" if v == 0 else f"{e}{y}.{d.month}.{d.day}生"
bf('Japanese 年月日生 with full years', ['生年月日', 'ドナー生年月日'], jb, 'ja')
bf('Kazakh birth with т.ж.', ['туған күні', 'науқас т.ж.'], lambda r, v, i: (lambda d: f"{d:%d.%m.%Y} т.ж." if v == 0 else f"{d:%d.%m.%Y} ж.т.")(B(r)), 'ru')
bf('Brazilian DN and nascimento label', ['DN', 'Nasc.'], lambda r, v, i: (lambda d: f"DN {d:%d/%m/%y}" if v == 0 else f"Nasc.: {d:%d/%m/%Y}")(B(r)), 'pt')
bf('Arabic مواليد with date', ['المواليد', 'تولد'], lambda r, v, i: (lambda d: f"مواليد {d.day}/{d.month}/{d.year}" if v == 0 else f"تولد {tr(f'{d.day}/{d.month}/{d.year}',ARA)}")(B(r)), 'ar')
bf('Persian متولد with Jalali day', ['متولد', 'تولد بیمار'], lambda r, v, i: (lambda s: f"متولد {s}")(tr(f"{r.randint(1317,1390)}/{r.randint(1,12):02d}/{r.randint(1,29):02d}", PER) if v == 0 else f"{r.randint(1317,1390)}/{r.randint(1,12)}/{r.randint(1,29)}"), 'fa')
bf('Vietnamese sinh ngày', ['ngày sinh', 'sinh ngày'], lambda r, v, i: (lambda d: f"sinh ngày {d.day:02d}/{d.month:02d}/{d.year}" if v == 0 else f"SN {d.day}-{d.month}-{d.year}")(B(r)), 'vi')
bf('Swahili alizaliwa', ['tarehe ya kuzaliwa', 'kuzaliwa'], lambda r, v, i: (lambda d: f"alizaliwa {d.day}/{d.month}/{d.year}" if v == 0 else f"{d.day:02d}-{d.month:02d}-{d.year} (amezaliwa)")(B(r)), 'sw')

# ---------------------------------------------------------------- age
def ag(r): return r.randint(90, 101) if r.random() < .26 else r.randint(62, 89) if r.random() < .7 else r.randint(19, 61)
af = lambda name, cols, f, lang='x': fam('age', name, cols, f, lang, n=(60, 180))
af('Bengali বছর', ['বয়স', 'rogir_boyos'], lambda r, v, i: f"{tr(str(ag(r)),BEN)} বছর" if v == 0 else f"{ag(r)} বছর")
af('Hindi वर्ष', ['आयु', 'उम्र'], lambda r, v, i: f"{ag(r)} वर्ष" if v == 0 else f"{tr(str(ag(r)),DEV)} वर्ष", 'hi')
af('Persian ساله', ['سن', 'سن بیمار'], lambda r, v, i: f"{tr(str(ag(r)),PER)} ساله" if v == 0 else f"{ag(r)} سال", 'fa')
af('Portuguese anos e meses', ['idade', 'idade_atend'], lambda r, v, i: f"{ag(r)} anos e {r.randint(0,11)} meses" if v == 0 else f"{ag(r)}a {r.randint(0,11)}m", 'pt')
af('Swahili miaka', ['umri', 'umri_mgonjwa'], lambda r, v, i: f"miaka {ag(r)}", 'sw')
af('Kazakh жас', ['жасы', 'науқас жасы'], lambda r, v, i: f"{ag(r)} жас{'та' if v else ''}", 'ru')
af('Chinese 周岁', ['年龄', '入组年龄'], lambda r, v, i: f"{ag(r)}周岁" if v == 0 else f"{ag(r)}岁{r.randint(1,11)}个月", 'zh')

# ---------------------------------------------------------------- postcode
pf = lambda name, cols, f, lang='x': fam('postcode', name, cols, f, lang)
pf('Kazakhstan old index zero front', ['пошта индексі', 'индекс'], lambda r, v, i: f"0{P(r,50,10,20,30,60,80,40,70)}{r.randint(0,19):03d}" if v == 0 else f"0{P(r,50,10,20,60)}{r.randint(0,19):03d}, {P(r,'Алматы','Шымкент','Актобе','Тараз')}", 'ru')
pf('China six labelled 邮编', ['邮编', '邮政编码'], lambda r, v, i: f"{'邮编:' if v == 0 else '邮编 '}{P(r,10,20,45,51,31,61,71,21)}{r.randint(0,99):02d}{r.randint(0,99):02d}", 'zh')
pf('India city dash PIN', ['City & PIN', 'place'], lambda r, v, i: (lambda c: f"{c[0]}{' - ' if v == 0 else '-'}{c[1]}{r.randint(1,99):03d}")(P(r, ('Lucknow', 226), ('Vellore', 632), ('Chandigarh', 160), ('Mumbai', 400), ('Jaipur', 302), ('Kochi', 682), ('Pune', 411))))
pf('Pakistan town five', ['Postal code', 'city code'], lambda r, v, i: (lambda c: f"{c[0]} {c[1]}" if v == 0 else c[1])(P(r, ('Lahore', f'54{r.randint(0,95):03d}'), ('Karachi', f'75{r.randint(0,95):03d}'), ('Rawalpindi', f'46{r.randint(0,60):03d}'), ('Multan', f'60{r.randint(0,70):03d}'))))
pf('Kenya and Nigeria box codes', ['postal code & town', 'P/code'], lambda r, v, i: (lambda c: f"{c[0]} {c[1]}")(P(r, (f'{P(r,"00100","00200","00600","00506")}', 'Nairobi'), ('40100', 'Kisumu'), ('80100', 'Mombasa'), ('20100', 'Nakuru'), ('30100', 'Eldoret'))) if v == 0 else (lambda c: f"{c[0]}{r.randint(1,4)}{r.randint(1,9):02d}{r.randint(1,4)} {c[1]}"[:30])(P(r, ('10', 'Lagos'), ('20', 'Ibadan'), ('70', 'Kano'), ('40', 'Enugu'))))
pf('Colombia and Ecuador six', ['código postal', 'cod_postal'], lambda r, v, i: f"{P(r,11,5,76):02d}{r.randint(0,9)}{r.randint(1,199):03d} {P(r,'Bogotá D.C.','Medellín','Cali')}" if v == 0 else f"{P(r,'EC17','EC09','EC01')}{r.randint(101,905):04d}", 'es')
pf('Chile seven with comuna', ['cód. postal', 'CP comuna'], lambda r, v, i: f"{P(r,832,750,765,783,824)}{r.randint(0,9)}{r.randint(0,999):03d} {P(r,'Santiago','Providencia','Ñuñoa','La Florida','Maipú')}" if v == 0 else f"{P(r,832,750,765)}-{r.randint(0,9999):04d}, {P(r,'Santiago','Las Condes','Macul')}", 'es')
pf('Uzbek six with г. Ташкент', ['pochta indeksi', 'почтовый индекс'], lambda r, v, i: f"1{P(r,'000','100','401','501','601')}{r.randint(1,99):02d}" + (f" г. {P(r,'Ташкент','Самарканд','Бухара')}" if v == 0 else ''), 'ru')
pf('Lebanon four four and Jordan five', ['الرمز البريدي', 'postal'], lambda r, v, i: f"{P(r,'Beirut','بيروت','Jounieh')} {r.randint(1100,2100)} {r.randint(2000,9200)}" if v == 0 else f"{P(r,'عمان','إربد','الزرقاء')} {P(r,11,21,13)}{r.randint(100,999)}", 'ar')

# ---------------------------------------------------------------- ip, url
def v4(r): return f"{P(r,10,58,101,117,177,187,189,202,41,196,213)}.{r.randint(1,254)}.{r.randint(0,254)}.{r.randint(1,254)}"
hx = lambda r, n: ''.join(r.choice('0123456789abcdef') for _ in range(n))
fam('ip', 'Huawei three groups of four dashes', ['终端MAC', 'device_mac'], lambda r, v, i: f"{P(r,'00e0','48db','f84a','5489')}-{hx(r,4)}-{hx(r,4)}", 'zh', rep=4)
fam('ip', 'ward workstation name with address in brackets', ['工作站', 'estacao'], lambda r, v, i: f"{P(r,'PC-HEMA','WS-TMO','NURSE','BMT-PC')}-{r.randint(1,14):02d} (10.{r.randint(0,60)}.{r.randint(0,254)}.{r.randint(2,254)})", 'x', rep=4)
fam('ip', 'v4 with country or carrier behind', ['origem do acesso', 'login_from'], lambda r, v, i: f"{v4(r)} ({P(r,'BR','IN','KE','MX','PK')})" if v == 0 else f"{v4(r)} {P(r,'Claro','Vivo','Safaricom','Jio','Telcel')}", 'x', rep=3)
fam('ip', 'Chinese 来源 with v4', ['登录IP', '访问来源'], lambda r, v, i: f"{'来源:' if v == 0 else 'IP地址='}{v4(r)}", 'zh', rep=3)
fam('url', 'Enketo form per participant', ['enketo_url', 'link ya fomu'], lambda r, v, i: f"https://{P(r,'ee.kobo-survey.example','enketo.hosp.test')}/{P(r,'x','single')}/{up(r,8,WI + WI.lower())}?d[pid]={r.randint(1,480):04d}")
fam('url', 'Cyrillic share of scans', ['папка', 'сканы'], lambda r, v, i: f"\\\\srv-gem{r.randint(1,3)}\\пациенты\\{fk('ru_RU').last_name_male()}_{r.randint(2012,2024)}" if v == 0 else f"https://disk.example/d/{up(r,14,WI + WI.lower())}", 'ru')
fam('url', 'DHIS2 tracker dashboard link', ['tei_link', 'dhis link'], lambda r, v, i: f"https://dhis2.moh.test/dhis-web-tracker-capture/index.html#/dashboard?tei={up(r,11,WI + WI.lower() + '0123456789')}&program={P(r,'IpHINAT79UW','WSGAb5XwJ3Y')}")
fam('url', 'Chinese report cloud and follow-up link', ['报告链接', '随访链接'], lambda r, v, i: f"http://report.{P(r,'xyfy','tjh','pumch')}.example:80{r.randint(80,99)}/pdf/{r.randint(2018,2024)}/{dg(r,10)}.pdf" if v == 0 else f"https://sf.hosp.example/h5/f?pid={dg(r,8)}&t={hx(r,16)}", 'zh')

# ---------------------------------------------------------------- text
def tx(name, cols, a, b, c, lang, sep=' '):
    A, Bb, C = L(a), L(b), L(c)
    def g(r, v, i):
        k = r.random(); s = [r.choice(A), r.choice(Bb), r.choice(C)]
        if k < .2: s = s[:2]
        elif k < .35: s = s[1:]
        return sep.join(s).replace('#', str(r.randint(2, 38))).replace('~', str(r.randint(0, 9))).replace('@', str(P(r, 5, 10, 20, 25, 50, 100)))
    fam('text', name, cols, g, lang, miss=P(random.Random(name), .05, .15, .3))
tx('Japanese SOAP four letters', ['SOAP', '外来記載'], 'S)昨夜から発熱あり、食欲がないとのこと。|S)口内炎の痛みは軽くなったと話される。|S)妻が付き添い来院。階段で息切れする。|S)眠れない日が続いている。', 'O)体温38.~度、口腔内発赤あり。|O)下腿に点状出血を認める。|O)皮疹は体幹で消退傾向である。|O)血圧やや低め、下腿浮腫なし。', 'P)@mgへ減量し来週再診とした。|P)血培採取のうえ抗菌薬を開始した。|P)本人と家族に入院を勧めたが同意が得られず。|P)輸血後に再度評価する予定。', 'ja', '')
tx('Korean nursing DAR', ['간호기록', 'DAR'], 'D: 환자분이 밤새 오심으로 잠을 못 잤다고 호소함.|D: 보호자가 열이 난다고 간호사실에 알림.|D: 구강 통증 심해 식사를 거부함.', 'A: 담당의에게 알리고 진통제 @mg 투여함.|A: 혈액배양 시행 후 항생제 시작함.|A: 딸이 옆에 있어 낙상 예방 교육함.', 'R: 30분 후 통증이 줄었다고 표현함.|R: 체온 37.~도로 내려감.|R: 잠들어 있는 것을 확인함.', 'ko')
tx('Chinese telephone follow-up', ['电话随访', '随访备注'], '电话联系患者本人,诉近一周无发热。|患者母亲接听,说孩子目前已上学。|多次拨打无人接听,后联系其丈夫。|患者自述因经济困难已自行停药#天。', '双下肢散在瘀点,未就诊。|当地医院查血小板@左右,予激素治疗。|活动后气促,夜间可平卧。|饮食睡眠可,体重较前增加#斤。', '嘱其尽快来院复查。|已告知不可自行停用环孢素。|患者表示下月再来,家属同意。|建议住院,患者拒绝。', 'zh', '')
tx('Chinese consultation of several departments', ['会诊意见', 'MDT记录'], '患者移植后第#天,出现腹泻伴腹痛。|该患者既往有乙肝病史,目前转氨酶升高。|患者神志清,精神差,家属要求积极治疗。', '考虑肠道排异可能性大,感染不能除外。|肺部CT提示新发渗出影,结合病史考虑真菌感染。|眼科会诊后认为视力下降与激素相关。', '建议加用@mg甲强龙,三天后评估。|同意目前治疗方案,密切观察生命体征。|建议转入ICU进一步治疗,已向家属交代病情。', 'zh', '')
tx('Hindi counselling note', ['परामर्श नोट', 'फोन पर बात'], 'मरीज की माँ ने बताया कि रात से बुखार है।|मरीज के पति ने फोन पर कहा कि दवा खत्म हो गई है।|मरीज कमजोरी और चक्कर की शिकायत कर रहा है।', 'गाँव के डॉक्टर ने @ mg की गोली दी थी।|पिछले # दिनों से नाक से खून आ रहा है।|खाना ठीक से नहीं खा पा रहे हैं।', 'उन्हें तुरंत अस्पताल आने को कहा गया।|अगले हफ्ते खून की जाँच के साथ बुलाया है।|परिवार ने कहा कि किराये के पैसे नहीं हैं।', 'hi')
tx('Indian OPD shorthand English', ['OPD notes', 'c/o & advice'], 'Pt came with c/o gum bleed since # days.|Seen in OPD with husband, pt is comfortable.|C/o fever with chills, no h/o travel.|Mother says child not taking feeds well.', 'O/E pallor +, few petechiae over legs, P/A spleen 2 cm.|Local doctor had given some injection, details not available.|She stopped wysolone on her own as face became puffy.', 'Adv: admit, but attendants not willing and went LAMA.|Continue same, review after # days with CBC.|Explained guarded prognosis to family, they have understood.', 'en')
tx('Nigerian ward round English', ['ward round', 'reviewed by MO'], 'Reviewed on ward round, patient is clinically stable.|Patient said she has been having crisis pain since yesterday.|Called to see patient on account of epistaxis.', 'Relatives are yet to procure the drugs from pharmacy.|Blood was transfused overnight, no reaction noticed.|Her brother who is the donor travelled to Abuja.', 'Plan: to continue current management and inform the consultant.|Counselled the husband on the need for more donors.|To be discharged once the bill is settled.', 'en')
tx('Swahili home visit by community worker', ['maelezo ya ziara', 'CHW notes'], 'Nilimtembelea mgonjwa nyumbani, alikuwa amelala.|Mama yake alisema homa ilianza juzi usiku.|Mgonjwa anasema anahisi nafuu kidogo.', 'Hajachukua dawa kwa siku # kwa sababu hana nauli.|Ana vidonda mdomoni na hawezi kula vizuri.|Dada yake ndiye anamsaidia kunywa dawa.', 'Nilimshauri arudi hospitali haraka.|Tulikubaliana aje kliniki wiki ijayo.|Familia inaomba msaada wa chakula.', 'sw')
tx('West African compte rendu', ['compte rendu', 'observation médicale'], 'Patient reçu en consultation accompagné de son frère.|Patiente évacuée du district pour anémie mal tolérée.|Malade vu ce jour en salle, se plaint de douleurs osseuses.', 'Le traitement a été arrêté depuis # jours faute de moyens.|La famille dit avoir consulté un tradipraticien au village.|Palpitations et vertiges, pas de fièvre ce matin.', 'Transfusion de 2 poches demandée, parents partis à la banque de sang.|Sortie contre avis médical, le père a signé la décharge.|À revoir dans une semaine avec le bilan.', 'fr')
tx('Spanish social work interview', ['trabajo social', 'entrevista TS'], 'Paciente vive con su madre y dos hermanos en casa alquilada.|Se entrevista a la esposa, refiere problemas para el traslado.|El paciente perdió su empleo después del trasplante.', 'Viaja # horas en bus para llegar al hospital.|Refiere que no ha podido comprar la ciclosporina este mes.|El hijo mayor es el cuidador principal y está cansado.', 'Se gestiona albergue y pasajes.|Se orienta sobre trámite de discapacidad, queda pendiente.|Se acuerda nueva cita con la familia.', 'es')
tx('Portuguese palliative and family meeting', ['reunião familiar', 'conferência'], 'Reunião com esposa e filha da paciente.|Paciente lúcido, refere cansaço e dor em membros inferiores.|Mãe muito ansiosa, chorosa durante a conversa.', 'Explicado que houve perda do enxerto e que as opções são limitadas.|Filho questiona por que suspenderam a medicação há # dias.|Refere que em casa não consegue fazer o curativo do cateter.', 'Família concorda com limitação de medidas invasivas.|Combinado retorno na quinta com a psicóloga.|Solicitam transferência para a cidade de origem.', 'pt')
tx('Arabic social worker report', ['تقرير الأخصائية', 'ملاحظات التمريض'], 'حضر المريض برفقة والده ويشكو من ضيق في التنفس.|اتصلت الأم وأفادت بأن الطفل لديه حرارة منذ أمس.|المريضة متعبة وترفض تناول الطعام.', 'توقف عن أخذ الدواء منذ # أيام بسبب السفر.|تم إعطاء صفيحتين ولم تحدث أي تفاعلات.|يعاني من طفح جلدي في الساقين مع حكة شديدة.', 'تم إبلاغ الطبيب المناوب ونصح بالتنويم.|طلبت الأسرة تحويله إلى مستشفى قريب من المنزل.|سيتم مراجعته الأسبوع القادم في العيادة.', 'ar')
tx('Persian telephone follow-up', ['پیگیری تلفنی', 'شرح تماس'], 'با همسر بیمار تماس گرفته شد.|بیمار اظهار داشت که از دیشب تب دارد.|مادر بیمار گفت که فرزندش به مدرسه برگشته است.', 'دارو را # روز است که مصرف نکرده است.|روی پاها لکه های قرمز ظاهر شده است.|اشتهای بیمار کم شده و # کیلو وزن کم کرده.', 'توصیه شد فردا به درمانگاه مراجعه کند.|قرار شد آزمایش خون را تکرار کنند.|با پزشک معالج هماهنگ شد.', 'fa')
tx('Russian telephone contact with relatives', ['телефонный контакт', 'катамнез'], 'Со слов матери, ребёнок чувствует себя хорошо, ходит в школу.|Дозвонились до жены пациента, сообщила о госпитализации по месту жительства.|Пациентка жалуется на слабость и онемение в ногах.', 'Преднизолон отменила самостоятельно # дней назад.|Тромбоциты по месту жительства снижались до @ тыс.|Дважды вызывали скорую из-за носового кровотечения.', 'Рекомендована очная консультация гематолога.|На контрольную явку не приехал, обещал на следующей неделе.|Документы просили выслать почтой.', 'ru')
tx('Uzbek doctor note Latin', ['izoh', 'shifokor qaydi'], 'Bemor holsizlik va bosh aylanishiga shikoyat qildi.|Bemorning onasi kecha isitma chiqqanini aytdi.|Ahvoli nisbatan qoniqarli, uyqusi yaxshi emas.', 'Dorini # kundan beri ichmayapti, sababi pul yetmagan.|Oyoqlarida mayda qizil dogʻlar paydo boʻlgan.|Akasi donor boʻlishga rozi boʻldi.', 'Kasalxonaga yotish tavsiya qilindi, lekin rad etdi.|Kelasi hafta qayta koʻrikka chaqirildi.', 'x')
tx('Tamil and English mixed nurse diary', ['nurse diary', 'குறிப்பு'], 'நோயாளிக்கு நேற்று இரவு காய்ச்சல் இருந்தது.|Patient அம்மா phone செய்து வாந்தி இருப்பதாக சொன்னார்.|நோயாளி நன்றாக சாப்பிடுகிறார், தூக்கம் குறைவு.', '# நாட்களாக tablet எடுக்கவில்லை என்று கூறினார்.|கால்களில் சிவப்பு புள்ளிகள் உள்ளன.|கணவர் வேலைக்கு செல்வதால் வர முடியவில்லை.', 'டாக்டரிடம் தெரிவிக்கப்பட்டது.|அடுத்த வாரம் வர சொல்லப்பட்டது.', 'x')
tx('Urdu attendant complaint', ['شکایت', 'لواحقین کا بیان'], 'مریض کی والدہ نے بتایا کہ رات سے بخار ہے۔|مریضہ کو چکر آتے ہیں اور کمزوری بہت ہے۔|بھائی نے خون دینے سے انکار کر دیا۔', 'دوائی # دن سے بند ہے کیونکہ پیسے نہیں تھے۔|مسوڑھوں سے خون آ رہا ہے۔|کھانا ٹھیک سے نہیں کھا رہا۔', 'فوراً ہسپتال آنے کا کہا گیا۔|اگلے ہفتے رپورٹ کے ساتھ بلایا ہے۔', 'x')
tx('Amharic physician remark', ['ማስታወሻ', 'ye hakim masasebiya'], 'ታካሚው ከትናንት ጀምሮ ትኩሳት እንዳለው ተናግሯል።|እናቱ ልጁ ምግብ እንደማይበላ ገልጻለች።|ታካሚዋ ድካም እና ማዞር አለባት።', 'መድኃኒቱን ለ # ቀናት አልወሰደም።|በእግሮቹ ላይ ቀይ ነጠብጣቦች ታይተዋል።|ወንድሙ ደም ለመስጠት ፈቃደኛ ነው።', 'በሚቀጥለው ሳምንት እንዲመለስ ተነግሮታል።|ሆስፒታል እንዲተኛ ተመክሯል።', 'x')

# ---------------------------------------------------------------- harmless
def H(name, cols, g, lang='x', **k): fam('harmless', name, cols, g, lang, **k)
def cat(name, cols, levels, lang='x', w=None, **k):
    two = [L(x) for x in levels.split('||')]
    def g(r, v, i):
        lv = two[min(v, len(two) - 1)]
        return lv[min(int(abs(r.gauss(0, len(lv) * .42))), len(lv) - 1)] if w is None else r.choices(lv, w)[0]
    H(name, cols, g, lang, **k)
def num(name, cols, m, sd, dec=1, lo=0, hi=None, fmt='{}', fmt2=None, log=False, comma=False, lim=None, lang='x', **k):
    def g(r, v, i):
        if lim and r.random() < .08: return r.choice(lim)
        s = LN(r, m, sd, dec, lo, hi) if log else N(r, m, sd, dec, lo, hi)
        if comma: s = cm(s)
        return (fmt2 if v and fmt2 else fmt).format(s)
    H(name, cols, g, lang, **k)
# laboratory
num('WBC with ×10^9/L glued Chinese printout', ['白细胞', 'WBC(结果)'], 4.1, .6, 2, log=True, fmt='{}×10^9/L', fmt2='{}*10^9/L', lim=['<0.05×10^9/L', '0.02×10^9/L'])
num('Korean ten cubed per microlitre sign', ['WBC(10³/㎕)', 'CBC_WBC'], 4.6, .6, 2, log=True, fmt='{} x10³/㎕', fmt2='{} 10³/㎕')
H('Japanese leucocytes with comma per μL', ['白血球数', 'WBC'], lambda r, v, i: f"{int(float(LN(r,3800,.7,0,60)))//10*10:,}" + ('/μL' if v == 0 else ''), 'x')
num('HbA1c NGSP in brackets', ['HbA1c', 'HbA1c(NGSP)'], 5.9, .7, 1, 4, 12, '{} (NGSP)', '{}%')
num('haemoglobin gm percent Indian', ['Hb', 'Hb gm%'], 9.6, 2, 1, 3.5, 16, '{} gm%', '{} g%')
num('Russian СОЭ мм/ч', ['СОЭ', 'СОЭ по Панченкову'], 18, .8, 0, 1, 90, '{} мм/ч', '{}', log=True)
num('Russian leucocytes ×10⁹/л comma', ['Лейкоциты', 'WBC_лейк'], 4.8, .5, 1, .1, None, '{}×10⁹/л', '{}', log=True, comma=True)
num('Russian creatinine мкмоль/л', ['креатинин', 'креат. мкмоль/л'], 82, .3, 0, 30, 400, '{} мкмоль/л', '{}', log=True)
H('Russian билирубин общий and прямой', ['билирубин общ/прям', 'бил.'], lambda r, v, i: f"{cm(LN(r,18,.7))}/{cm(LN(r,5,.6))}")
num('Spanish platelets mil/mm3', ['plaquetas', 'PLAQ'], 96, .9, 0, 1, 500, '{} mil/mm3', '{} mil', log=True)
num('Brazilian haemoglobin g% comma', ['hemoglobina', 'Hb'], 9.9, 1.9, 1, 4, 16, '{} g%', '{}', comma=True)
H('Brazilian platelets with dot and mm³', ['plaquetas', 'PQT'], lambda r, v, i: f"{int(float(LN(r,88,.9,0,2)))}.000" + ('/mm³' if v == 0 else ''))
H('TGO TGP with slash', ['TGO/TGP', 'AST/ALT'], lambda r, v, i: f"{LN(r,34,.7,0)}/{LN(r,38,.8,0)}")
H('bilirubins total direct indirect in threes', ['bilirrubinas T/D/I', 'BT/BD/BI'], lambda r, v, i: (lambda d, n: f"{d+n:.1f}/{d:.1f}/{n:.1f}")(abs(r.gauss(.4, .3)) + .1, abs(r.gauss(1.1, .9)) + .2))
num('malaria density parasites per µl', ['GE', 'parasitemie'], 2400, 1.1, 0, 40, 80000, '{} p/µl', '{}/µL', log=True, lim=['négatif', 'négative', 'neg'])
H('French African haemoglobin glued unit', ['Tx Hb', 'taux_hb'], lambda r, v, i: f"{cm(N(r,7.9,1.8,1,3,14))}g/dl")
num('G6PD per gram haemoglobin', ['G6PD', 'G6PD U/gHb'], 9.4, 2.6, 1, .4, 17, '{} U/gHb', '{}')
num('Hb S percent before exchange', ['HbS %', 'HbS antes recambio'], 48, 18, 1, 3, 92, '{}', '{}%')
H('haemoglobin fractions A F A2', ['Hb A/F/A2', 'HPLC'], lambda r, v, i: (lambda f, a: f"{100-f-a:.1f}/{f:.1f}/{a:.1f}")(float(LN(r, 1.4, .9)), float(N(r, 3, .8, 1, 1.5))))
num('Japanese PA-IgG per ten million cells', ['PA-IgG', 'PAIgG ng/10^7cells'], 62, .9, 0, 5, 900, '{} ng/10^7cells', '{}', log=True, lim=['<5.0', '46未満'])
num('KL-6 U/mL', ['KL-6', 'KL6'], 310, .5, 0, 100, 3500, '{}', '{} U/mL', log=True)
num('TARC pg/mL', ['TARC', 'TARC(pg/mL)'], 480, .9, 0, 60, None, '{}', '{} pg/mL', log=True)
num('AChR antibody nmol/L', ['AChR Ab', '抗AChR抗体'], 6.4, 1.4, 1, .2, None, '{}', '{} nmol/L', log=True, lim=['<0.2', '0.2以下'])
H('aquaporin antibody dilution cell based', ['AQP4-IgG', 'MOG/AQP4'], lambda r, v, i: P(r, '1:10', '1:32', '1:100', '1:320', '1:1000', 'negative', '阴性') if v == 0 else P(r, 'AQP4 (+) 1:100', 'AQP4 (-)', 'MOG (-)', 'MOG (+) 1:32'))
num('MPO and PR3 ANCA index', ['MPO-ANCA', 'PR3-ANCA'], 14, 1.5, 1, .2, 640, '{}', '{} IU/mL', log=True, lim=['<1.0', '<0.5'])
num('lupus anticoagulant dRVVT ratio', ['dRVVT ratio', 'LA1/LA2'], 1.18, .22, 2, .8, 2.9)
num('beta2 glycoprotein antibodies', ['抗β2GP1 IgG', 'aB2GP1'], 9, 1.2, 1, .5, 200, '{}', '{} U/mL', log=True, lim=['<2.0'])
num('thrombopoietin pg/mL', ['TPO', 'TPO pg/ml'], 190, 1, 1, 7, 3200, log=True, lim=['<7.8'])
num('total complement CH50', ['CH50', '血清補体価'], 36, 11, 1, 5, 64, '{}', '{} U/mL', lim=['<10', '12以下'])
H('serum iron and TIBC pair', ['Fe/TIBC', '血清铁/总铁结合力'], lambda r, v, i: f"{LN(r,92,.6,0)}/{N(r,290,60,0,120)}" if v == 0 else f"{LN(r,16,.6)} / {N(r,52,10,1,20)}")
num('soluble transferrin receptor', ['sTfR', 'sTfR mg/L'], 3.1, .5, 2, .8, None, log=True)
num('reticulocyte haemoglobin content', ['Ret-He', 'CHr'], 31, 4, 1, 16, 42, '{}', '{} pg')
num('nucleated reds per hundred whites', ['NRBC/100WBC', 'NRBC'], 2, 1.2, 1, 0, 90, log=True, lim=['0', '0.0', '0'])
num('plateletcrit and width', ['PCT %', 'plaquetocrito'], .19, .07, 2, .01, .5, '{}', '{}%')
num('neutrophil lymphocyte ratio', ['NLR', 'NLR_base'], 2.6, .7, 2, .1, None, log=True)
num('anti-Müllerian hormone', ['AMH', 'AMH ng/mL'], .5, 1.2, 2, .01, 9, '{}', '{} ng/mL', log=True, lim=['<0.01', '<0.02', '<0.03'])
H('FSH and LH with slash', ['FSH/LH', 'FSH-LH mUI/ml'], lambda r, v, i: f"{LN(r,32,.9)}/{LN(r,18,.8)}")
num('oestradiol picograms', ['E2', 'estradiol pg/mL'], 44, 1, 0, 5, 400, '{}', '{} pg/mL', log=True, lim=['<5', '<10'])
num('testosterone nanograms', ['睾酮', 'testosterona'], 3.6, 1.7, 2, .1, 10, '{}', '{} ng/mL')
num('sperm concentration millions', ['sperm conc', '精子浓度'], 14, 1.3, 1, .1, 150, '{} M/mL', '{}×10^6/mL', log=True, lim=['azoospermia', '0'])
H('lipids LDL HDL TG in threes', ['LDL/HDL/TG', 'perfil lipídico'], lambda r, v, i: f"{N(r,112,34,0,40)}/{N(r,46,12,0,18)}/{LN(r,168,.5,0)}")
num('cystatin C', ['CysC', '胱抑素C'], 1.06, .3, 2, .5, None, '{}', '{} mg/L', log=True)
num('urine protein per gram creatinine Japan', ['尿蛋白/Cr', 'UPCR g/gCr'], .3, 1.2, 2, .03, 12, '{}', '{} g/gCr', log=True)
num('bile acids', ['TBA', '总胆汁酸'], 6.5, .9, 1, .5, 180, '{}', '{} μmol/L', log=True)
num('fibrin degradation FDP', ['FDP', '纤维蛋白降解产物'], 6, 1, 1, 1, 160, '{}', '{} μg/mL', log=True, lim=['<2.5', '<4.0'])
num('protein C and S activity', ['PC活性', 'PS_act'], 84, 22, 0, 20, 150, '{}%', '{}')
num('factor VIII activity', ['FVIII:C', 'FVIII %'], 118, 46, 0, 1, 260, '{}', '{}%')
num('thrombin antithrombin complex', ['TAT', 'PIC'], 3.8, 1, 1, .5, 60, '{}', '{} ng/mL', log=True)
num('serum copper Japan', ['血清銅', 'Cu μg/dL'], 98, 21, 0, 30, 190)
num('ammonia micrograms', ['NH3', 'アンモニア'], 48, .5, 0, 12, 260, '{}', '{} μg/dL', log=True)
num('MRD flow percent Chinese', ['MRD(流式)', '微小残留'], .02, 1.6, 3, .001, 9, '{}%', '{}', log=True, lim=['<0.01%', '未检出', '阴性'])
num('EBV DNA scientific with Chinese below', ['EBV-DNA', 'CMV-DNA定量'], 3, 1, 2, 1, 9.9, '{}E+03', '{}×10^3 copies/mL', lim=['<4.00E+02', '低于检测下限', '<500'])
num('Korean viral load Target not detected', ['CMV RQ-PCR', 'EBV PCR(copies/mL)'], 620, 1.4, 0, 34, None, '{}', '{} copies/mL', log=True, lim=['Target not detected', '<34.5', 'Not detected', '검출안됨'])
H('Bengali digits haemoglobin', ['হিমোগ্লোবিন', 'hb_bn'], lambda r, v, i: tr(N(r, 8.6, 1.7, 1, 3), BEN) + (' গ্রাম/ডেসিলি' if v == 0 else ''))
H('Devanagari digits weight', ['वजन', 'vajan'], lambda r, v, i: tr(N(r, 48, 13, 1, 9, 95), DEV) + (' किग्रा' if v == 0 else ''))
H('Arabic-Indic temperature comma', ['الحرارة', 'درجة الحرارة'], lambda r, v, i: tr(N(r, 37.2, .7, 1, 35.5, 40.4), ARA).replace('.', '٫') + ('°م' if v else ''))
num('Thai coagulation seconds วินาที', ['PT วินาที', 'PT(sec)'], 13.4, 2.4, 1, 9, 40, '{} วินาที', '{}')
num('Kazakh glucose ммоль/л', ['глюкоза', 'қант'], 5.6, 1.3, 1, 3, 18, '{} ммоль/л', '{}', comma=True)
num('Russian prothrombin index ПТИ', ['ПТИ', 'протромбин по Квику'], 91, 14, 0, 25, 130, '{}%', '{}')
num('Russian ferritin мкг/л', ['ферритин', 'сыв. ферритин'], 620, 1.1, 0, 6, 9000, '{} мкг/л', '{}', log=True)
num('Argentine uremia and VSG', ['uremia', 'VSG'], 36, .4, 0, 8, 160, '{} mg/dl', '{} mm/1h', log=True)
num('Spanish creatinine mg% comma', ['creat', 'creatininemia'], .9, .35, 2, .3, 5, '{} mg%', '{}', log=True, comma=True)
num('Turkish sedimentasyon mm/saat', ['sedim', 'ESH'], 22, .8, 0, 1, 120, '{} mm/saat', '{}', log=True)
num('mycophenolic acid trough Chinese', ['MPA谷浓度', '霉酚酸'], 2.2, .6, 2, .2, 12, '{} μg/mL', '{}', log=True)
num('posaconazole microgram', ['泊沙康唑浓度', 'PSZ_trough'], 1.1, .5, 2, .1, 5, '{}', '{} μg/mL', log=True)
num('hydroxychloroquine whole blood', ['HCQ level', 'HCQ ng/mL'], 780, .5, 0, 60, 2600, '{}', '{} ng/mL', log=True)
# imaging, function, physiology
num('liver fat CAP', ['CAP dB/m', 'CAP'], 241, 48, 0, 110, 390, '{}', '{} dB/m')
num('carotid intima thickness', ['IMT右', 'cIMT mm'], .78, .2, 2, .4, 2)
H('ankle brachial index two sides', ['ABI R/L', 'ABI'], lambda r, v, i: f"{N(r,1.08,.1,2,.6)}/{N(r,1.07,.1,2,.6)}")
num('peak oxygen uptake', ['VO2peak', 'VO2 ml/kg/min'], 21, 6, 1, 8, 48, '{}', '{} ml/kg/min')
num('exhaled nitric oxide', ['FeNO', 'FeNO ppb'], 18, .5, 0, 5, 120, '{}', '{} ppb', log=True)
num('retinal nerve fibre thickness', ['RNFL OD', 'OCT RNFL μm'], 86, 14, 0, 45, 125, '{}', '{} μm')
H('intraocular pressure right and left', ['眼压', 'PIO OD/OI'], lambda r, v, i: f"{N(r,15,3,0,7)}/{N(r,15,3,0,7)}" if v == 0 else f"OD {N(r,15,3,0,7)} OI {N(r,15,3,0,7)}")
num('timed twenty-five foot walk', ['T25FW', '25FW sec'], 7.2, .5, 1, 3.2, 90, '{}', '{} s', log=True)
num('nine hole peg', ['9HPT dom', 'nine_hole'], 24, .3, 1, 14, 180, '{}', '{} s', log=True)
num('portal vein millimetres', ['vena porta mm', '门静脉内径'], 11.8, 2, 1, 7, 19, '{}', '{}mm')
num('kidney length', ['riñón D mm', '右肾长径'], 104, 10, 0, 70, 135, '{}', '{} mm')
num('ovarian volume millilitres', ['ovary vol', 'V яичника мл'], 4.1, .5, 1, .6, 18, '{}', '{} мл', log=True)
num('plasma exchange volumes', ['PEX TPV', 'volemias'], 1.2, .2, 1, .8, 2, '{} TPV', '{} volemia')
num('extracorporeal photopheresis treated volume', ['ECP ml', 'ECP buffy'], 128, 34, 0, 60, 260, '{} ml', '{}')
H('Chinese red cells and platelets ordered', ['输血量', '备血'], lambda r, v, i: P(r, '红细胞2u', '红细胞1.5u', '红细胞 4u', '血小板1个治疗量', '血小板 2治疗量', '血浆200ml', '血浆 400ml', '无') )
H('Korean products in pint', ['수혈', 'transfusion_K'], lambda r, v, i: P(r, 'PRC 2 pint', 'PRC 1 pint', 'PLT apheresis 1 unit', 'PC 8 unit', 'FFP 3 pint', '없음', 'F-PRC 2U'))
num('mononuclear cells ×10^8/kg Chinese', ['MNC', '回输MNC'], 9.6, .4, 2, 1, 32, '{}×10^8/kg', '{}', log=True)
num('Japanese CD34 with ×10^6/kg', ['CD34陽性細胞数', 'CD34/kg'], 3.6, .6, 2, .3, 18, '{}×10^6/kg', '{}', log=True)
num('Brazilian infused cells x10^6/kg comma', ['CD34 infundidas', 'dose CPH'], 5.1, .5, 2, .8, 22, '{} x10^6/kg', '{}', log=True, comma=True)
# durations, day counts
H('Japanese years and か月', ['罹病期間', '観察期間'], lambda r, v, i: f"{r.randint(1,14)}年{r.randint(0,11)}か月" if v == 0 else f"{r.randint(1,11)}ヶ月" if r.random() < .4 else f"{r.randint(1,12)}年{r.randint(1,11)}ヶ月", 'ja')
H('Korean 년 개월', ['유병기간', '추적기간'], lambda r, v, i: f"{r.randint(1,12)}년 {r.randint(0,11)}개월" if r.random() < .7 else f"{r.randint(1,11)}개월", 'ko')
H('Chinese months and days of illness', ['病程', '随访时长'], lambda r, v, i: f"{r.randint(1,40)}月余" if v == 0 and r.random() < .3 else f"{r.randint(1,11)}个月{r.randint(1,29)}天" if r.random() < .6 else f"{r.randint(1,15)}年", 'zh')
H('Russian 2 г 3 мес', ['длительность болезни', 'длит. ремиссии'], lambda r, v, i: f"{r.randint(1,14)} г {r.randint(1,11)} мес" if v == 0 else f"{r.randint(1,60)} мес.", 'ru')
H('Spanish 2a 3m of disease', ['tiempo de enfermedad', 'T.E.'], lambda r, v, i: P(r, f'{r.randint(1,9)} años', f'{r.randint(1,20)} meses', f'{r.randint(1,8)} semanas', f'{r.randint(2,25)} días'), 'es')
H('Swahili and Kazakh day of visit', ['siku', 'күн'], lambda r, v, i: f"siku ya {P(r,0,7,14,28,60,100,180)}" if v == 0 else f"{P(r,0,7,14,28,60,100,180)}-күн", rep=6)
H('Persian and Hindi day of visit', ['روز', 'दिन'], lambda r, v, i: f"روز {tr(str(P(r,0,7,14,28,60,100)),PER)}" if v == 0 else f"दिन {P(r,0,7,14,28,60,100)}", rep=6)
H('Vietnamese and Indonesian visit names', ['lần khám', 'kunjungan'], lambda r, v, i: P(r, 'Sàng lọc', 'Tháng 1', 'Tháng 3', 'Tháng 6', 'Tháng 12', 'Ngày 28', 'Ngày 100') if v == 0 else P(r, 'Skrining', 'Kunjungan 1', 'Kunjungan 2', 'Bulan 3', 'Bulan 6', 'Hari 28', 'Akhir studi'), rep=5)
H('Arabic and Spanish visit names', ['الزيارة', 'visita'], lambda r, v, i: P(r, 'زيارة الفرز', 'الزيارة الأولى', 'الزيارة الثانية', 'شهر 3', 'شهر 6', 'سنة') if v == 0 else P(r, 'Tamizaje', 'Visita 1 (D0)', 'Visita 2 (D+28)', 'Visita 3 (D+100)', 'Seguimiento 6m', 'Anual'), rep=5)
H('hours of ischaemia or transport', ['transporte h', '运输时间'], lambda r, v, i: f"{r.randint(2,46)} h" if v == 0 else f"{r.randint(2,46)}小时")
# dosing
H('Chinese dose with frequency', ['用法用量', '环孢素用法'], lambda r, v, i: f"{P(r,'25mg','50mg','75mg','100mg','0.25g','0.5g','1g')} {P(r,'bid','qd','q12h','tid')} {P(r,'po','口服','ivgtt')}")
H('Russian по 1 т. 2 р/д', ['схема приёма', 'приём'], lambda r, v, i: f"по {P(r,1,2,'1/2')} {P(r,'т.','таб','капс')} {P(r,1,2,3)} {P(r,'р/д','раза в день','р/сут')}")
H('Japanese divided doses 分2', ['用法', '内服'], lambda r, v, i: f"{P(r,2,3,5,10,15,20,25,50,100)}mg 分{P(r,1,2,3)} {P(r,'朝食後','朝夕食後','毎食後','眠前')}")
H('Spanish c/8 h', ['posología', 'indicación'], lambda r, v, i: f"{P(r,5,20,25,50,100,400,500)} mg {P(r,'VO','EV','IV')} c/{P(r,6,8,12,24)} h")
H('Portuguese 12/12h', ['posologia', 'prescrição'], lambda r, v, i: f"{P(r,1,2)} {P(r,'cp','cáps','amp')} {P(r,'VO','EV')} {P(r,'12/12h','8/8h','1x/dia','6/6h')}")
H('Indian 1-0-1 with days', ['dosage', 'Rx'], lambda r, v, i: f"{P(r,'1-0-1','1-0-0','0-0-1','1-1-1','2-0-2')} x {P(r,5,7,10,14,15,30)} days")
cat('Arabic times a day', ['الجرعة', 'تكرار الجرعة'], 'مرتين يوميا|مرة يوميا|ثلاث مرات يوميا|كل 12 ساعة|عند اللزوم|مرة أسبوعيا')
cat('Hindi times a day', ['खुराक', 'दवा कब'], 'दिन में दो बार|दिन में एक बार|दिन में तीन बार|रात को सोते समय|खाने के बाद|ज़रूरत पर')
cat('Korean bid pc', ['용법', '투약방법'], '1일 2회 식후|1일 1회 아침|1일 3회 식후 30분|취침 전|필요시|격일')
H('Chinese conditioning with star days', ['预处理', '预处理方案'], lambda r, v, i: P(r, 'CTX 50mg/kg/d×4d', 'Flu 30mg/m2×5d+CTX', 'BEAM', 'BU+CY+ATG', 'CTX+ATG 2.5mg/kg×4d', 'FLU+BU+ATG', 'TBI 2Gy+Flu'), rep=4)
H('Japanese transplant abbreviations', ['前処置', '移植種類'], lambda r, v, i: P(r, 'FLU/BU4', 'CY/TBI', 'FLU/MEL140/TBI2', 'ATG+CY', 'MAC', 'RIC') if v == 0 else P(r, '自家PBSCT', '同種BMT', '臍帯血', 'uBMT', 'rPBSCT', 'haplo PBSCT'), rep=3)
# categories: payers, ethnicity, status
cat('Chinese payer types', ['医保类型', '付费方式'], '城镇职工医保|城乡居民医保|新农合|自费|商业保险|公费|异地医保', 'zh')
cat('Japanese payer types', ['保険種別', '保険'], '社保|国保|後期高齢|指定難病|生活保護|自費', 'ja')
cat('Korean payer types', ['보험유형', '급여구분'], '건강보험|의료급여1종|의료급여2종|산정특례|비급여|자동차보험', 'ko')
cat('Mexican schemes', ['derechohabiencia', 'institución'], 'IMSS|ISSSTE|Seguro Popular|INSABI|Ninguna|SEDENA|PEMEX|Privado', 'es')
cat('Colombian regimes', ['régimen', 'tipo_usuario'], 'Contributivo|Subsidiado|Especial|Vinculado|Particular|Excepción', 'es')
cat('Chilean FONASA groups', ['previsión', 'tramo'], 'FONASA B|FONASA A|FONASA D|FONASA C|ISAPRE|Capredena|Particular', 'es')
cat('Peruvian insurance', ['seguro', 'tipo de seguro'], 'SIS gratuito|EsSalud|SIS independiente|FF.AA./PNP|Privado|Sin seguro', 'es')
cat('Brazilian convênio or SUS', ['convênio', 'fonte pagadora'], 'SUS|Convênio|Particular|Saúde suplementar|Judicial', 'pt')
cat('Indian schemes of payment', ['scheme', 'payer category'], 'Self paying|PMJAY|CGHS|ESI|State scheme|Railways|CMRF|Private insurance')
cat('Russian sources of finance', ['источник оплаты', 'вид оплаты'], 'ОМС|ВМП|ДМС|платно|квота|бюджет', 'ru')
cat('Kazakh ОСМС and ГОБМП', ['қаржыландыру', 'вид финансирования'], 'ОСМС|ГОБМП|платные услуги|ВТМУ|республиканский бюджет', 'ru')
cat('Nigerian and Ghanaian payer', ['payment mode', 'scheme'], 'Out of pocket|NHIS|Staff|HMO|Company retainer|Waiver')
cat('IBGE raça cor', ['raça/cor', 'cor'], 'Parda|Branca|Preta|Amarela|Indígena|Ignorado', 'pt')
cat('Chinese nationalities 民族', ['民族', 'ethnic_cn'], '汉族|回族|维吾尔族|壮族|藏族|满族|蒙古族|其他', 'zh')
cat('Kazakhstan nationalities', ['ұлты', 'национальность'], 'казах|русский|узбек|уйгур|немец|татарин|другая', 'ru')
cat('South African population groups', ['population group', 'pop_grp'], 'Black African|Coloured|White|Indian/Asian|Other|Refused')
cat('Malaysian Singaporean races', ['bangsa', 'race'], 'Melayu|Cina|India|Bumiputera Sabah|Bumiputera Sarawak|Lain-lain')
cat('Colombian pertenencia étnica', ['pertenencia étnica', 'etnia'], 'Mestizo|Afrocolombiano|Indígena|Raizal|Rom|Ninguna', 'es')
# yes no, sex, severity, response, outcome
cat('yes no Kazakh', ['иә/жоқ', 'асқыну'], 'иә|жоқ|белгісіз')
cat('yes no Uzbek and Kyrgyz', ['ha/yoʻq', 'ооба/жок'], 'ha|yoʻq|nomaʼlum||ооба|жок|белгисиз')
cat('yes no Swahili Hausa', ['homa', 'zazzabi'], 'ndiyo|hapana|sijui||eh|a\'a|ban sani')
cat('yes no Amharic', ['አዎ/አይ', 'ትኩሳት'], 'አዎ|አይደለም|አይታወቅም')
cat('yes no Urdu Nepali', ['ہاں/نہیں', 'छ/छैन'], 'ہاں|نہیں|معلوم نہیں||छ|छैन|थाहा छैन')
cat('yes no Tagalog Malay', ['oo/hindi', 'ya/tidak'], 'oo|hindi|hindi alam||ya|tidak|tidak pasti')
cat('Chinese codebook 1=有 2=無', ['有无感染', '既往史'], '1=有|2=無|9=不詳', w=[3, 6, 1])
cat('Japanese 0:なし 1:あり', ['GVHD有無', '合併症'], '0:なし|1:あり|9:不明', w=[6, 3, 1])
cat('Korean 1.예 2.아니오', ['부작용', '감염여부'], '1.예|2.아니오|3.모름', w=[3, 6, 1])
cat('Spanish 1. Sí 2. No labelled', ['infección', 'recaída'], '1. Sí|2. No|9. No sabe', w=[3, 6, 1])
cat('sex words Kazakh', ['жынысы', 'жыныс'], 'әйел|ер', w=[5, 4])
cat('sex words Bengali', ['লিঙ্গ', 'lingo'], 'মহিলা|পুরুষ', w=[5, 4])
cat('sex words Urdu Swahili', ['جنس', 'jinsia'], 'مرد|عورت||mwanamke|mwanaume', w=[4, 5])
cat('sex words Amharic', ['ጾታ', 'tsota'], 'ሴት|ወንድ', w=[5, 4])
cat('severity Chinese', ['严重程度', '程度'], '轻度|中度|重度|极重度|无', 'zh')
cat('severity Korean', ['중증도', '정도'], '경증|중등증|중증|없음', 'ko')
cat('severity Arabic Indonesian', ['الشدة', 'derajat'], 'خفيف|متوسط|شديد|مهدد للحياة||ringan|sedang|berat|mengancam nyawa', 'ar')
cat('severity Vietnamese Portuguese', ['mức độ', 'gravidade'], 'nhẹ|trung bình|nặng|rất nặng||leve|moderada|grave|muito grave', 'vi')
cat('response Vietnamese', ['đáp ứng', 'kq_dieu_tri'], 'đáp ứng hoàn toàn|đáp ứng một phần|không đáp ứng|tái phát|chưa đánh giá', 'vi')
cat('response Indonesian', ['respons', 'hasil terapi'], 'respons lengkap|respons parsial|tidak respons|kambuh|belum dinilai', 'id')
cat('response Persian', ['پاسخ', 'نتیجه درمان'], 'پاسخ کامل|پاسخ نسبی|عدم پاسخ|عود|ارزیابی نشده', 'fa')
cat('response Kazakh', ['жауап', 'ем нәтижесі'], 'толық жауап|ішінара жауап|жауап жоқ|рецидив')
cat('response Thai Bengali', ['การตอบสนอง', 'সাড়া'], 'ตอบสนองสมบูรณ์|ตอบสนองบางส่วน|ไม่ตอบสนอง|กลับเป็นซ้ำ||সম্পূর্ণ সাড়া|আংশিক সাড়া|সাড়া নেই|পুনরায় রোগ')
cat('response Urdu Swahili', ['ردعمل', 'matokeo ya tiba'], 'بہتر|مکمل صحت یاب|کوئی فرق نہیں|دوبارہ بیماری||amepona|ana nafuu|hakuna mabadiliko|ugonjwa umerudi')
cat('vital status Russian Kazakhstan', ['өмірлік мәртебе', 'исход'], 'жив|умер|потерян из наблюдения|выбыл||жив|умер|связь утрачена', 'ru')
cat('vital status Japanese TRUMP', ['生存', '最終転帰'], '生存|死亡|追跡不能|転院', 'ja')
cat('vital status Chinese Korean', ['生存状态', '생존상태'], '存活|死亡|失访||생존|사망|추적소실', 'zh', w=[7, 2, 1])
cat('discharge kinds Brazil', ['tipo de alta', 'desfecho'], 'Alta melhorado|Alta a pedido|Óbito|Transferência|Evasão|Permanência', 'pt')
cat('discharge kinds India', ['discharge type', 'outcome IPD'], 'Discharged|LAMA|DAMA|Expired|Referred|Absconded')
cat('discharge kinds China', ['离院方式', '出院情况'], '医嘱离院|好转|治愈|非医嘱离院|死亡|转院', 'zh')
cat('causality Chinese five', ['因果关系', '相关性'], '肯定有关|很可能有关|可能有关|可能无关|无关|无法判定', 'zh')
cat('causality Japanese', ['因果関係', '治験薬との関連'], '関連あり|関連なし|多分関連あり|関連が否定できない|不明', 'ja')
cat('causality Russian', ['связь с препаратом', 'причинность'], 'определённая|вероятная|возможная|сомнительная|не связано', 'ru')
cat('causality Spanish Portuguese', ['causalidad', 'relação causal'], 'probable|posible|definida|improbable|no relacionado|no evaluable||definida|provável|possível|improvável|não relacionada|não avaliável', 'es')
cat('event outcome Chinese', ['转归', 'AE转归'], '痊愈|好转|未好转|痊愈有后遗症|死亡|不详', 'zh')
cat('event outcome Korean', ['이상반응 결과', '결과'], '회복됨|회복중|회복되지 않음|후유증을 남기고 회복|사망|알 수 없음', 'ko')
cat('event outcome Russian', ['исход НЯ', 'исход'], 'выздоровление|выздоравливает|без перемен|последствия|смерть|неизвестно', 'ru')
cat('CTCAE terms Japanese edition', ['有害事象', 'CTCAE日本語'], '発熱性好中球減少症|血小板数減少|口腔粘膜炎|貧血|悪心|下痢|肝機能障害|出血性膀胱炎', 'ja')
cat('CTCAE terms Korean edition', ['이상반응명', 'AE term'], '발열성 호중구감소증|구내염|오심|설사|빈혈|혈소판감소증|폐렴|출혈성 방광염', 'ko')
cat('CTCAE terms Chinese edition', ['不良事件名称', 'AE名称'], '发热性中性粒细胞减少|口腔黏膜炎|恶心|腹泻|贫血|肺部感染|肝功能异常|出血性膀胱炎', 'zh')
# diagnoses and clinical terms
cat('diagnoses Korean', ['진단명', '주상병'], '면역혈소판감소증|자가면역용혈빈혈|재생불량성빈혈|전신홍반루푸스|에반스증후군|혈전혈소판감소자반|발작야간혈색소뇨증', 'ko')
cat('diagnoses Urdu Hindi English', ['تشخیص', 'रोग निदान'], 'اے پلاسٹک اینیمیا|آئی ٹی پی|خود کار خون کی کمی|تھیلیسیمیا|لیوپس||एप्लास्टिक एनीमिया|आईटीपी|हीमोलिटिक एनीमिया|थैलेसीमिया|ल्यूपस')
cat('diagnoses Bengali', ['রোগ নির্ণয়', 'rog'], 'আইটিপি|অটোইমিউন হিমোলাইটিক অ্যানিমিয়া|অ্যাপ্লাস্টিক অ্যানিমিয়া|এসএলই|ইভান্স সিনড্রোম')
cat('diagnoses Kazakh', ['диагнозы', 'негізгі диагноз'], 'иммундық тромбоцитопения|аутоиммундық гемолитикалық анемия|апластикалық анемия|жүйелі қызыл жегі|Эванс синдромы')
cat('diagnoses Swahili and French African', ['utambuzi', 'diagnostic retenu'], 'Sikoseli|Upungufu wa damu|ITP|Lupus|Saratani ya damu||Drépanocytose SS|PTI|AHAI|Aplasie médullaire|Lupus|Syndrome d\'Evans', 'fr')
cat('diagnoses Indonesian', ['diagnosis kerja', 'diagnosa'], 'ITP kronik|Anemia hemolitik autoimun|Anemia aplastik|LES|Sindrom Evans|TTP', 'id')
cat('diagnoses Spanish abbreviations', ['dx', 'diagnóstico'], 'PTI crónica|AHAI|SAF|LES|Aplasia medular|Sx de Evans|PTT|HPN', 'es')
cat('diagnoses Uzbek', ['tashxis', 'tashxisi'], 'idiopatik trombotsitopenik purpura|autoimmun gemolitik anemiya|aplastik anemiya|tizimli qizil yugurik|Evans sindromi')
cat('Chinese GVHD degrees', ['aGVHD', '移植物抗宿主病'], '无|I度|II度(皮肤)|II度|III度(肠道)|IV度|局限型cGVHD|广泛型cGVHD', 'zh')
cat('Russian РТПХ stages', ['оРТПХ', 'РТПХ'], 'нет|I ст.|II ст. (кожа)|II ст.|III ст. (ЖКТ)|IV ст.|хроническая лёгкая', 'ru')
cat('Japanese GVHD stage by organ', ['急性GVHD', 'GVHD皮膚'], 'なし|grade I|grade II|皮膚 stage 2|皮膚 stage 3|腸 stage 1|grade III', 'ja')
cat('Chinese ABO donor to recipient', ['ABO相合', '供受者血型'], '相合|A供O|O供A|B供AB|主要不合|次要不合|双向不合', 'zh')
cat('Japanese ABO mismatch words', ['ABO適合', '血液型不適合'], '適合|主不適合|副不適合|主副不適合', 'ja')
cat('Russian group roman with Rh', ['группа крови', 'гр. крови'], 'A(II) Rh+|O(I) Rh+|B(III) Rh+|AB(IV) Rh+|A(II) Rh-|O(I) Rh-', 'ru')
cat('Korean group RH+ A형', ['혈액형', '공여자 혈액형'], 'RH+ A형|RH+ O형|RH+ B형|RH+ AB형|RH- A형', 'ko')
cat('Vietnamese and Thai blood groups', ['nhóm máu', 'หมู่เลือด'], 'O Rh(+)|B Rh(+)|A Rh(+)|AB Rh(+)|O Rh(-)||หมู่ O|หมู่ B|หมู่ A|หมู่ AB')
cat('Japanese donor sources TRUMP', ['移植源', 'ドナー種類'], '血縁末梢血|非血縁骨髄|臍帯血|血縁骨髄|自家末梢血', 'ja')
cat('Chinese donor kinds', ['供者类型', '移植类型'], '单倍体相合|同胞全相合|无关全相合|自体|脐血', 'zh')
cat('Russian transplant kinds', ['вид ТГСК', 'тип трансплантации'], 'ауто-ТГСК|алло родств.|гапло|алло неродств.|ауто ТКМ', 'ru')
cat('Arabic transplant kinds', ['نوع الزراعة', 'مصدر الخلايا'], 'ذاتية|خيفية من أخ|نصف مطابقة|دم محيطي|نخاع العظم|دم الحبل السري', 'ar')
cat('Portuguese Spanish transplant kinds', ['tipo de TCTH', 'tipo TCPH'], 'autólogo|aparentado idêntico|haploidêntico|não aparentado|SCUP||autólogo|haploidéntico|hermano HLA idéntico|no emparentado|cordón', 'pt')
cat('departments Portuguese', ['serviço solicitante', 'clínica'], 'Hematologia|TMO|Clínica Médica|Pediatria|UTI Adulto|Reumatologia|Neurologia', 'pt')
cat('departments Indonesian Vietnamese', ['ruang rawat', 'khoa'], 'Huyết học lâm sàng|Ghép tế bào gốc|Nhi|Hồi sức|Khám bệnh|Thần kinh||Huyết học|Ghép tế bào gốc|Nhi|Hồi sức|Khám bệnh|Thần kinh', 'vi')
cat('education Spanish', ['escolaridad', 'nivel educativo'], 'Secundaria completa|Primaria incompleta|Preparatoria|Licenciatura|Ninguna|Técnica|Posgrado', 'es')
cat('education Chinese Japanese', ['文化程度', '学历'], '初中|高中|小学|大专|本科|文盲|研究生||高中|本科|初中|大专|小学|硕士|博士', 'zh')
cat('education Hindi', ['शिक्षा', 'education_h'], 'प्राथमिक|माध्यमिक|उच्च माध्यमिक|स्नातक|अशिक्षित', 'hi')
cat('marital Arabic', ['الحالة الاجتماعية', 'marital_ar'], 'متزوج|أعزب|مطلق|أرمل', 'ar')
cat('marital Chinese Vietnamese', ['婚姻', '婚育'], '已婚|未婚|离异|丧偶||已婚已育|未婚|已婚未育|离异', 'zh')
cat('countries Hindi', ['देश', 'जन्म देश'], 'भारत|नेपाल|बांग्लादेश|श्रीलंका|भूटान')
cat('countries Swahili', ['nchi', 'nchi ya asili'], 'Tanzania|Kenya|Uganda|Rwanda|Burundi|Kongo')
cat('residence urban rural', ['zona', '居住地类型'], 'Urbana|Rural|Periurbana|Cabecera||城镇|农村|郊区', 'es')
# electronic systems
cat('OpenClinica and Castor states', ['crf_status', 'Form status'], 'data entry complete|initial data entry|not started|double data entry|locked|stopped')
cat('Chinese EDC states', ['CRF状态', '表单状态'], '已提交|已核查|未填写|已冻结|质疑中|已锁定', 'zh')
cat('Kobo validation and DHIS2 status', ['_validation_status', 'enrollment status'], 'Approved|Not approved|On hold||ACTIVE|COMPLETED|CANCELLED')
cat('OpenMRS encounter types', ['encounter_type', 'visit type'], 'Adult Initial|Adult Return|Lab Results|Vitals|Drug Order|Discharge|Triage')
H('ODK form version dotted', ['form_version', '_version_'], lambda r, v, i: P(r, '2023.1.2', '2023.1.1', '2022.4.0', 'v3.2', 'v3.1', 'v2.0'), rep=8)
# codes
cat('Japanese K procedure numbers', ['手術コード', 'Kコード'], 'K922 1|K922 2|K920 1|K922-2|K711|K618|K921', 'ja')
cat('Japanese DPC fourteen', ['DPC', 'DPC14'], '130110xx99x00x|130110xx99x40x|130080xx99x00x|130030xx99x9xx|070560xx99x00x', 'ja')
cat('Chinese extended ICD x-codes', ['诊断编码', 'ICD国临'], 'D69.300x001|D59.101|D61.900|M32.900|D69.400x002|D59.500x001', 'zh')
cat('Korean KCD and EDI procedure', ['KCD', 'EDI코드'], 'D69.3|D59.1|D61.9|M32.9|D69.4||X5133|X5134|X5131|X5136', 'ko')
cat('Brazilian SIGTAP dotted', ['proc SIGTAP', 'procedimento'], '05.05.01.009-7|05.05.01.001-1|05.05.01.003-8|03.04.08.001-2|02.02.02.038-0', 'pt')
cat('Russian service nomenclature', ['код услуги', 'услуга'], 'A16.05.002|B03.005.006|A09.05.003|B01.005.001|A11.05.001|A18.05.001', 'ru')
cat('Russian KSG groups', ['КСГ', 'код КСГ'], 'ст05.002|ст05.008|ст05.005|ds05.001|ст05.011', 'ru')
cat('Indian HBP package', ['package code', 'PMJAY package'], 'MO038A|MO038B|MG072A|MG064A|MP002A|MG010B')
# genetics
cat('thalassaemia genotypes Asia', ['地贫基因型', 'thal genotype'], '--SEA/αα|βCD41-42/βN|βIVS-II-654/βCD17|αα/αα|-α3.7/αα|βE/β0')
cat('sickle genotypes and haplotypes', ['génotype Hb', 'haplótipo βS'], 'SS|SC|Sβ0|AS||Bantu/Benin|Bantu/Bantu|Benin/Benin|Bantu/Camarões')
cat('NUDT15 and UGT1A1 diplotypes', ['NUDT15', 'UGT1A1'], '*1/*1|*1/*3|*1/*2|*3/*3||*1/*1|*1/*28|*1/*6|*6/*28|*28/*28')
cat('CYP3A5 and CYP2C19 phenotypes', ['CYP3A5', 'CYP2C19型'], '*3/*3|*1/*3|*1/*1||*1/*1|*1/*2|*2/*2|*1/*17|*1/*3')
cat('G6PD variant names', ['G6PD变异', 'G6PD variant'], 'Canton c.1376G>T|Kaiping c.1388G>A|Mediterranean c.563C>T|Mahidol c.487G>A|A- c.202G>A|wild type')
cat('FCGR3A and FCGR2A', ['FCGR3A 158', 'FCGR2A 131'], 'V/F|F/F|V/V||H/R|H/H|R/R')
cat('HLA-B leader and DP groups', ['B leader', 'DPB1 TCE'], 'MT|TT|MM||permissive|non-permissive GvH|non-permissive HvG')
H('eplet load class one and two', ['eplet_I', 'eplet load'], lambda r, v, i: f"{r.randint(0,24)}" if v == 0 else f"{r.randint(0,24)} / {r.randint(0,38)}")
H('Japanese serologic split pairs', ['HLA-A(血清)', 'HLA-DR血清'], lambda r, v, i: P(r, 'A24,A26', 'A2,A24', 'A24,-', 'A11,A24', 'A2,A33', 'A26,A31') if v == 0 else P(r, 'DR4,DR9', 'DR15,DR8', 'DR4,DR15', 'DR9,-', 'DR13,DR14'))
H('Chinese allele pair with comma', ['HLA-A', 'HLA-DRB1高分'], lambda r, v, i: f"A*{P(r,'02:07','11:01','24:02','33:03','02:01')},{P(r,'11:01','24:02','30:01','02:06')}" if v == 0 else f"{P(r,'09:01','12:02','15:01','04:05')},{P(r,'08:03','14:54','07:01','15:02')}")
# scores
num('dermatology life quality', ['DLQI', 'DLQI total'], 8, 6, 0, 0, 30)
num('myasthenia activities of living', ['MG-ADL', 'MG-ADL total'], 7, 4, 0, 0, 24)
num('modified Rodnan skin', ['mRSS', '皮膚硬化スコア'], 19, 9, 0, 0, 51)
num('DAS28 joints', ['DAS28-CRP', 'DAS28'], 3.9, 1.4, 2, .9, 8.2)
num('Crohn activity CDAI', ['CDAI', 'CDAI wk12'], 240, 90, 0, 20, 520)
cat('BILAG letters by system', ['BILAG renal', 'BILAG mucocut'], 'A|B|C|D|E')
cat('subjective global assessment words', ['SGA', 'estado nutricional'], 'A - bem nutrido|B - moderadamente desnutrido|C - gravemente desnutrido')
num('WHOQOL-BREF domains', ['WHOQOL dom1', 'WHOQOL físico'], 61, 17, 2, 6, 100)
num('fatigue severity mean', ['FSS', 'FSS medio'], 4.4, 1.5, 2, 1, 7)
num('Zarit burden', ['Zarit', '介護負担'], 29, 14, 0, 0, 88)
H('Edmonton symptoms nine scores', ['ESAS', 'ESAS-r'], lambda r, v, i: '-'.join(str(r.randint(0, 8)) for _ in range(9)))
cat('Spanish frequency words of scale', ['ítem 3', 'p07'], 'Nunca|Casi nunca|A veces|Casi siempre|Siempre')
cat('Chinese frequency words of scale', ['条目5', 'Q12'], '从不|偶尔|有时|经常|总是')
cat('ventilator and pump models', ['bomba', '输液泵型号'], 'B. Braun Infusomat Space|Terumo TE-171|Mindray BeneFusion SP3|Fresenius Agilia|SinoMDT SN-1500H|Samtronic ST1000')
cat('Indian and Chinese brand names', ['brand given', '药品商品名'], 'Wysolone|Revolade|Mabtas|新瑞白|特比澳|田可|Panimun Bioral|晓悉')
num('Brazilian cost R$', ['custo', 'valor AIH'], 34000, .5, 2, 900, None, 'R$ {}', 'R$ {}', log=True, comma=True)

# ---------------------------------------------------------------- writing
def column(kind, name, col, v, gen, lang, miss, rep, n, noise):
    r = random.Random(f'partB|{name}|{v}|column')
    for loc in sorted(_fk): _fk[loc].seed_instance(f'partB|{name}|{v}|{loc}')
    k = r.randint(*n)
    if miss is None: miss = r.choice([0, .02, .05, .1, .2])
    if rep is None: rep = r.choice([1, 1, 1, 1, 1, 1, 2, 3]) if kind != 'harmless' else 1
    words = [w for w in r.sample(MW[lang], min(2, len(MW[lang])))] + ['']
    if kind == 'harmless' and lang == 'x' and r.random() < .3: words = ['', 'NA', 'ND']
    out = []
    if rep > 1 and kind != 'harmless':                 # a long table: rows of a subject follow one another
        while len(out) < k:
            c = gen(r, v, len(out)); out += [c] * max(1, int(r.gauss(rep, rep / 2)))
    else:
        out = [gen(r, v, i) for i in range(k)]
    out = out[:k]
    for i in range(k):
        if r.random() < miss: out[i] = r.choice(words)
        elif noise and r.random() < noise: out[i] = r.choice([out[i].upper(), out[i] + ' ', out[i].replace(' ', '  ', 1), out[i].lower()])
        out[i] = out[i].replace('\t', ' ').replace('\n', ' ').replace('\r', ' ')
    return out
def main():
    names = [f[1] for f in FAMS]; assert len(set(n.lower() for n in names)) == len(names), [n for n in names if names.count(n) > 1]
    for l in ('fa_IR', 'pt_BR', 'es_MX', 'ru_RU', 'en_IN'): fk(l)
    with open(os.path.join(HERE, 'development_11.tsv'), 'w', encoding='utf-8', newline='\n') as fh:
        for kind, name, cols, gen, lang, miss, rep, n, noise in FAMS:
            assert len(cols) == 2
            for v, col in enumerate(cols):
                fh.write('\t'.join([kind, name, col] + column(kind, name, col, v, gen, lang, miss, rep, n, noise)) + '\n')
if __name__ == '__main__': main()
