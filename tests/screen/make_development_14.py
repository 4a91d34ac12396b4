#!/usr/bin/env python3
"""Writes development_14.tsv: what multinational trials and registries deliver.

    python3 -m venv venv && venv/bin/pip install faker==40.54.0
    venv/bin/python make_development_14.py

Written without sight of the screen, of its description and of the other parts, but for the names of their families.
Python 3.11; some names and addresses come from Faker 40.54.0 (MIT licence). Every cell is drawn at random from fixed
seeds; none stems from a person. Mail and web domains are made up or reserved.
"""
import os, random, datetime as dt
from faker import Faker
HERE=os.path.dirname(os.path.abspath(__file__))
FAMS=[]
_fk={};_seeded=set();_R=[None]
def K(loc):
    if loc not in _fk: _fk[loc]=Faker(loc)
    if loc not in _seeded:
        _fk[loc].seed_instance(_R[0].getrandbits(40)); _seeded.add(loc)
    return _fk[loc]
def F(kind,fam,cols,gen,mode='s',miss=None,mw=('','','NA','.'),n=None,noise=True):
    FAMS.append((kind,fam,cols,gen,mode,miss,mw,n,noise))
def dg(r,n,first=None):
    s=''.join(r.choice('0123456789') for _ in range(n))
    if first is not None and n: s=r.choice(first)+s[1:]
    return s
def up(r,n,al='ABCDEFGHJKLMNPRSTUVWXYZ'): return ''.join(r.choice(al) for _ in range(n))
C=lambda r,*a:r.choice(a)
def luhn(s):
    t=0
    for i,c in enumerate(reversed(s)):
        d=int(c)
        if i%2==0:
            d*=2
            if d>9:d-=9
        t+=d
    return str(-t%10)
def iban(cc,b):
    s=b+cc+'00'; m=int(''.join(str(int(c,36)) for c in s))%97
    return cc+'%02d'%(98-m)+b
def D(r,a=2008,b=2024): return dt.datetime(a,1,1)+dt.timedelta(minutes=r.randrange((b-a+1)*365*1440))
def B(r,a=1938,b=2014): return D(r,a,b)
def wd(d,names): return names[d.weekday()]
def fours(s,k=4,sep=' '): return sep.join(s[i:i+k] for i in range(0,len(s),k))
A=lambda s:s.split('|')
# ---------------------------------------------------------------- names
def nm(loc,sx=None):
    def g(r):
        f=K(loc); fem=r.random()<.5
        return (f.first_name_female() if fem else f.first_name_male()), f.last_name(), fem
    return g
def person(r,loc):
    f=K(loc); fem=r.random()<.55
    try: l=f.last_name_female() if fem else f.last_name_male()
    except Exception: l=f.last_name()
    return (f.first_name_female() if fem else f.first_name_male()),l.replace(' II',''),fem
def kisim(r,v):
    g,l,w=person(r,'de_CH')
    if r.random()<.3:l+='-'+K('de_CH').last_name()
    return f"{l} {g} ({'w' if w else 'm'})" if v==0 else f"{l} {g}, {'w' if w else 'm'}"
F('name','KISIM Name Vorname mit Geschlecht in Klammern',('Patient','PAT_ANZEIGE'),kisim,mw=('','unbekannt'))
def soarian(r,v):
    g,l,w=person(r,'en_US'); return f"{l.upper()} , {g.upper()} {r.choice('ABCDEJLMRST')}" if v==0 else f"{l.upper()} , {g.upper()}{C(r,'',' JR','','',' III','','')}"
F('name','Soarian surname blank comma given capital',('PatientName','PT_NM'),soarian)
def allscr(r,v):
    g,l,w=person(r,'en_US'); k=K('en_US').first_name_female() if w else K('en_US').first_name_male()
    return (f'{l}, {g} {r.choice("ABCDEFGHJKLMRSTW")}.' if r.random()<.6 else f'{l}, {g}')+(f' (prefers {k})' if r.random()<.2 else '')
F('name','Allscripts last first with preferred in round brackets',('Pt Full Name','patient_display_name'),allscr)
def medway(r,v):
    g,l,w=person(r,'en_GB'); t=C(r,'Mrs','Miss','Ms') if w else 'Mr'
    return f'{l.upper()}, {t} {g}' if v==0 else f'{t} {g[0]} {l.upper()}'
F('name','System C Medway surname then title then forename',('Patient Name','Pt name (PAS)'),medway)
F('name','EMIS usual GP surname initial and Dr in brackets',('usual_gp','Registered GP'),lambda r,v:(lambda g,l,w:f'{l.upper()}, {g[0]} (Dr)' if v==0 else f'{l}, {g[0]}{r.choice("ABCEHJM")} (Dr)')(*person(r,'en_GB')),mode='p')
F('name','Sundhedsplatformen fornavn mellemnavn efternavn',('Patientnavn','PAT_NAVN'),lambda r,v:(lambda g,l,w:f'{g} {K("da_DK").last_name()} {l}' if v==0 else f'{l}, {g} {K("da_DK").last_name()}')(*person(r,'da_DK')),mw=('','ukendt'))
F('name','norsk nærmeste pårørende med slektskap',('parorende','Nærmeste pårørende'),lambda r,v:(lambda g,l,w:f"{g} {l}{C(r,' - ',', ',' - ')}{C(r,'mor','ektefelle','datter','søster','samboer') if w else C(r,'far','ektefelle','sønn','bror','samboer')}")(*person(r,'no_NO')),mw=('','ingen','ikke oppgitt'))
F('name','Diraya apellidos y nombre sin coma mayúsculas',('NOMBRE_PACIENTE','apell_nombre'),lambda r,v:(lambda g,l,w:f'{K("es_ES").last_name()} {l} {g}'.upper())(*person(r,'es_ES')))
F('name','SClínico profissional com categoria entre parênteses',('profissional_registo','UTILIZADOR'),lambda r,v:(lambda g,l,w:f"{g} {l} ({('Médica' if w else 'Médico') if v==0 else C(r,'Enfermeira' if w else 'Enfermeiro','Médica' if w else 'Médico','Administrativa' if w else 'Administrativo')})")(*person(r,'pt_PT')),mode='p')
F('name','Easily nom de naissance puis nom usuel entre parenthèses',('identite_patient','Patient (nom nais. / usuel)'),lambda r,v:(lambda g,l,w:f"{l.upper()} {'('+K('fr_FR').last_name().upper()+') ' if w and r.random()<.6 else ''}{g}")(*person(r,'fr_FR')))
F('name','ARC et TEC du centre à deux avec barre',('ARC_TEC','saisie_par'),lambda r,v:(lambda a,b:f'{a[0]} {a[1].upper()} / {b[0]} {b[1].upper()}' if r.random()<.5 else f'{a[0]} {a[1].upper()}')(person(r,'fr_FR'),person(r,'fr_FR')),mode='p')
F('name','AMMS nazwisko imię drugie imię wielkimi',('PACJENT','nazwisko_imiona'),lambda r,v:(lambda g,l,w:f'{l} {g} {K("pl_PL").first_name_female() if w else K("pl_PL").first_name_male()}'.upper() if r.random()<.6 else f'{l} {g}'.upper())(*person(r,'pl_PL')))
F('name','fakultní nemocnice lékař jen příjmení s MUDr. vpředu',('lekar','Ošetřující lékař'),lambda r,v:(lambda g,l,w:C(r,'MUDr. ','MUDr. ','prof. MUDr. ','doc. MUDr. ')+l+C(r,'','',', Ph.D.'))(*person(r,'cs_CZ')),mode='p')
F('name','eMedSolution orvos pecsétszámmal zárójelben',('kezeloorvos','Orvos'),lambda r,v:(lambda g,l,w:f"Dr. {l} {g} ({dg(r,5,'3456789')})")(*person(r,'hu_HU')),mode='p')
F('name','Hipocrate medic curant cu nume majuscule',('medic_curant','Medic'),lambda r,v:(lambda g,l,w:C(r,'Dr. ','Dr. ','Conf. Dr. ','Prof. Dr. ')+f'{l.upper()} {g}')(*person(r,'ro_RO')),mode='p')
BGI='АБВГДЕИКЛМНПРСТХЦЯ'
F('name','Bulgarian three Cyrillic initials of the patient with dots',('Инициали','inic_pacient'),lambda r,v:'.'.join(r.choice(BGI) for _ in range(3))+'.' if v==0 else '. '.join(r.choice(BGI) for _ in range(3))+'.',noise=False)
F('name','Greek physician with grade of the ESY behind',('ιατρός','THERAPON_IATROS'),lambda r,v:(lambda g,l,w:f"{l} {g[0]}.{C(r,', Επιμ. Α΄',', Επιμ. Β΄',', Δ/ντής',', ειδικευόμενος' if not w else ', ειδικευόμενη')}")(*person(r,'el_GR')),mode='p')
F('name','Ukrainian лікар-гематолог ПІБ з посадою',('лікар','LIKAR_PIB'),lambda r,v:(lambda g,l,w:C(r,'лікар-гематолог ','зав. відд. ','лікар ')+f'{l} {g[0]}.{r.choice("АБВГІМОПС")}.')(*person(r,'uk_UA')),mode='p')
F('name','Russian signature initials before surname with post',('Подпись врача','podpis'),lambda r,v:(lambda g,l,w:f'{C(r,"врач-ординатор","зав. отделением","леч. врач","к.м.н.")} {g[0]}.{r.choice("АВГДИМНПС")}. {l}' if v==0 else f'{g[0]}. {r.choice("АВГДИМНПС")}. {l}')(*person(r,'ru_RU')),mode='p')
F('name','Turkish sorumlu hemşire with Hem. in front',('sorumlu_hemsire','Hemşire'),lambda r,v:(lambda g,l,w:('Hem. ' if v==0 else C(r,'Hemş. ','hemş. '))+f'{g} {l.upper()}')(*person(r,'tr_TR')),mode='p')
F('name','Hebrew physician with ד"ר and licence abbreviation',('רופא מטפל','rofe'),lambda r,v:(lambda g,l,w:C(r,'ד"ר ','ד"ר ','פרופ\' ')+f'{g} {l}' if v==0 else C(r,'ד"ר ','פרופ\' ')+f"{l} {g}, מ.ר. {dg(r,5,'2345')}")(*person(r,'he_IL')),mode='p')
SAG=A('ABDULLAH|MOHAMMED|SALEH|FAHAD|KHALID|NASSER|TURKI|SULTAN|IBRAHIM|ALI|HASSAN|SAAD|ABDULAZIZ|YOUSEF|MAJED|OMAR|BANDAR');SAF=A('NOURA|FATIMAH|SARAH|MAHA|HESSA|AISHA|REEM|LATIFA|AMAL|HIND|MUNIRA|WADHA');SAL=A('ALGHAMDI|ALQAHTANI|ALOTAIBI|ALHARBI|ALSHEHRI|ALZAHRANI|ALDOSARI|ALMUTAIRI|ALANAZI|ALSUBAIE|ALJOHANI|ALAMRI|ALRASHIDI|ALSHAMMARI|ALMALKI|ALYAMI')
F('name','Saudi BESTCare four parts Latin capitals',('PATIENT_NAME_EN','Name'),lambda r,v:f'{r.choice(SAG+SAF)} {r.choice(SAG)} {r.choice(SAG)} {r.choice(SAL)}')
EGM=A('أحمد|محمد|محمود|مصطفى|خالد|طارق|هشام|عمرو|حسن|إبراهيم|سامح|وائل');EGF=A('منى|هالة|دينا|نهى|إيمان|مروة|سحر|رانيا');EGL=A('عبد الرحمن|السيد|الشناوي|حجازي|فؤاد|عبد الحميد|منصور|البدري|زكي|سليمان|الجندي|شلبي')
F('name','Egyptian physician with د/ and slash',('الطبيب','اسم الطبيب المعالج'),lambda r,v:C(r,'د/ ','د/ ','أ.د/ ')+f'{r.choice(EGM+EGF)} {r.choice(EGM)} {r.choice(EGL)}',mode='p')
IRG=A('mohammad|ali|reza|hossein|mehdi|amir|hamid|saeed|zahra|maryam|fatemeh|leila|narges|sara|elham|masoumeh|parisa|farhad|behnam');IRL=A('ahmadi|hosseini|rezaei|karimi|moradi|jafari|rahimi|mohammadi|shirazi|tehrani|ghorbani|sadeghi|norouzi|akbari|mousavi|kazemi')
F('name','Iranian names in Latin letters of a clinic sheet',('name','pt name'),lambda r,v:(lambda s:s.title() if v==1 or r.random()<.3 else s)(f'{r.choice(IRG)} {r.choice(IRL)}'))
ING=A('RAJESH|SUNIL|ANIL|RAMESH|VIJAY|SURESH|AMIT|DEEPAK|MANOJ|RAKESH|ARJUN|KARTHIK');INF=A('SUNITA|ANITA|KAVITA|REKHA|GEETA|MEENA|POOJA|LAKSHMI|SAVITRI|PRIYA|DIVYA');INL=A('SHARMA|VERMA|GUPTA|YADAV|SINGH|PATEL|REDDY|NAIR|IYER|JOSHI|MISHRA|DAS|BANERJEE|KULKARNI|CHAUHAN|PILLAI|MEHTA')
def inn(r,v):
    w=r.random()<.5; t=C(r,'MRS.','MS.','BABY','MISS') if w else C(r,'MR.','MR.','MASTER','MR.')
    return f"{t}{' ' if r.random()<.8 else ''}{r.choice(INF if w else ING)}{C(r,' KUMAR',' ',' ',' DEVI').rstrip()if 1 else ''} {r.choice(INL)}".replace(' DEVI',' DEVI' if w else ' LAL')
F('name','Indian HIS title MR. MASTER BABY in capitals',('PATIENT NAME','Patient_Name'),inn)
PKG=A('GHULAM ABBAS|MUHAMMAD ASLAM|ABDUL REHMAN|NAZIR AHMED|MUHAMMAD AKRAM|SHER ZAMAN|ALLAH DITTA|RIAZ HUSSAIN|KHALID MEHMOOD|MUHAMMAD YOUSAF|TARIQ JAVED|GUL KHAN|ZAFAR IQBAL|FAZAL RAHIM|BASHIR AHMED|SAJJAD HAIDER|LIAQUAT ALI|MUKHTAR AHMED|RAB NAWAZ|SAFDAR SHAH')
F('name',"Pakistani father's or husband's name capitals",("FATHER/HUSBAND NAME",'Father Name'),lambda r,v:(lambda s:s if v==0 else s.title())(r.choice(PKG)+C(r,'','',' KHAN',' BHATTI',' MALIK',' CHAUDHRY')))
BDG=A('Rafiqul Islam|Mahbubur Rahman|Shahidul Alam|Nasima Akhter|Farhana Yasmin|Tanvir Hossain|Abdul Aziz|Shamsun Nahar|Kamal Uddin|Rezaul Karim|Salma Begum|Monirul Haque|Jesmin Ara|Mizanur Rahman')
F('name','Bangladeshi professors Prof. Dr. and Assoc. Prof.',('Consultant','Under'),lambda r,v:C(r,'Prof. Dr. ','Assoc. Prof. Dr. ','Asst. Prof. Dr. ','Dr. ')+r.choice(BDG),mode='p')
NPG=A('Ram Bahadur|Sita|Hari Prasad|Gita|Bishnu|Krishna|Laxmi|Dil Bahadur|Sarita|Nirmala|Suresh|Kamala|Prakash|Man Maya|Bikash');NPL=A('Thapa|Gurung|Shrestha|Tamang|Adhikari|Karki|Magar|Rai|Poudel|Khadka|Maharjan|Basnet|Chaudhary|Bhattarai')
F('name','Nepali names in Latin letters',('Name of patient','patient'),lambda r,v:f'{r.choice(NPG)} {r.choice(NPL)}' if v==0 else f'{r.choice(NPG)} {r.choice(NPL)}'.upper())
THG=A('Somchai|Somsak|Prasert|Wichai|Nattapong|Anong|Malee|Suda|Kanya|Siriporn|Pimchanok|Thanawat|Chalida|Boonmee|Ratana|Jirawat');THL=A('Srisuk|Wongsawat|Chaiyasit|Thongdee|Phromma|Suwannarat|Boonlert|Kittisak|Rattanaporn|Saelim|Jantarasit|Intharat|Meesuk|Panyawong')
F('name','Thai romanised with Mr. Mrs. Miss',('PatientNameEN','NAME_ENG'),lambda r,v:C(r,'Mr.','Mrs.','Miss','Ms.')+(' ' if v==0 else '')+f'{r.choice(THG)} {r.choice(THL)}')
F('name','Vietnamese patient initials with dots of a case series',('BN','Tên viết tắt'),lambda r,v:'.'.join([r.choice('NTLPHVĐBD'),r.choice('TVNHMĐ'),r.choice('ABCDĐGHKLMNPQSTVXY')])+('.' if v else ''),noise=False)
IDN=A('Budi Santoso|Siti Rahayu|Agus Wijaya|Dewi Lestari|Rina Kartika|Hendra Gunawan|Tri Wahyuni|Andi Pratama|Made Sudarma|Nur Hidayah|Eko Prasetyo|Ratna Sari|Yohanes Simbolon|Fitriani Putri')
F('name','Indonesian physician dr. with Sp.PD KHOM behind',('DPJP','dokter'),lambda r,v:C(r,'dr. ','dr. ','Dr. dr. ','Prof. Dr. dr. ')+r.choice(IDN)+C(r,', Sp.PD-KHOM',', Sp.PD, K-HOM',', Sp.A(K)',', Sp.PD',', Sp.PK'),mode='p')
F('name','Chinese investigators joined by 、',('研究者','研究人员名单'),lambda r,v:'、'.join(K('zh_CN').name() for _ in range(r.choice([2,2,3]))),mode='p',mw=('','无'))
F('name','Japanese nurse surname with 看護師',('担当看護師','Ns'),lambda r,v:K('ja_JP').last_name()+('看護師' if v==0 else C(r,' Ns',' 看護師','Ns')),mode='p')
F('name','Korean research coordinator CRC with name',('CRC','담당 연구간호사'),lambda r,v:('CRC ' if v==0 else '연구간호사 ')+K('ko_KR').name(),mode='p')
PHM=A('Jose|Ramon|Antonio|Miguel|Eduardo|Rodel|Jayson|Ferdinand');PHF=A('Maria Teresa|Cristina|Rowena|Maricel|Jocelyn|Ana Liza|Carmelita');PHL=A('Santos|Reyes|Dela Cruz|Bautista|Garcia|Mendoza|Villanueva|Ramos|Aquino|Castillo|Pangilinan|Magsaysay')
F('name','Philippine consultant with FPCP behind',('Attending','AP'),lambda r,v:(lambda w:C(r,'Dra. ' if w else 'Dr. ','')+f'{r.choice(PHF if w else PHM)} {r.choice("ABCDGLMRST")}. {r.choice(PHL)}, MD'+C(r,'',', FPCP',', FPCP, FPCHTM',', DPBP'))(r.random()<.5),mode='p')
F('name','Tasy médico Dr(a). with full name',('DS_MEDICO','médico responsável'),lambda r,v:(lambda g,l,w:'Dr(a). '+f'{g} {K("pt_BR").last_name()} {l}')(*person(r,'pt_BR')),mode='p')
F('name','Mexican médico tratante con especialidad',('Médico tratante','MED_TRAT'),lambda r,v:(lambda g,l,w:('Dra. ' if w else 'Dr. ')+f'{g} {l} {K("es_MX").last_name()} ({C(r,"Hematología","Hematología","R5 Hematología","Medicina Interna","Pediatría")})')(*person(r,'es_MX')),mode='p')
F('name','Colombian acudiente y parentesco con guion',('Acudiente','nombre_acudiente'),lambda r,v:(lambda g,l,w:f'{g} {l} {K("es_CO").last_name()} - '+(C(r,'madre','esposa','hermana','hija','tía') if w else C(r,'padre','esposo','hermano','hijo')))(*person(r,'es_CO')))
NGS=A('ADEBAYO|OKONKWO|BALOGUN|EZE|OLAWALE|NWOSU|ADEYEMI|OKAFOR|BELLO|OGUNLEYE|IBRAHIM|OBI|AKPAN|DANJUMA');NGG=A('Folake|Chinedu|Tunde|Ngozi|Emeka|Bola|Ifeoma|Segun|Amaka|Yetunde|Uche|Musa|Hauwa|Kemi')
F('name','Nigerian surname capitals given and (Mrs)',('Name of Patient','Patient'),lambda r,v:f'{r.choice(NGS)} {r.choice(NGG)}{C(r,""," (Mrs)"," (Miss)"," (Mr)") if v==0 else C(r,""," "+r.choice(NGG))}')
F('name','South African ward Sister and Dr with initial',('seen_by','Sister in charge'),lambda r,v:C(r,'Dr ','Sr ','Sr ','Prof ')+r.choice('ABKLMNPSTZ')+' '+C(r,*A('Dlamini|Khumalo|Naidoo|van der Merwe|Botha|Mokoena|Pillay|Nkosi|Jacobs|Molefe|Smit|Govender|Ndlovu|Adams')),mode='p')
F('name','Australian consultant surname initial with Haem',('Treating consultant','CONSULTANT_NM'),lambda r,v:(lambda g,l,w:f'{l.upper()} {g[0]} ({C(r,"Haem","Haem","BMT","Imm","Rheum")})' if v==0 else f'A/Prof {g} {l}' if r.random()<.4 else f'Dr {g} {l}')(*person(r,'en_AU')),mode='p')
F('name','US study coordinators with CCRC or RN behind',('Coordinator','completed_by'),lambda r,v:(lambda g,l,w:f'{g} {l}, '+C(r,'CCRC','RN','RN, BSN','CRC','CCRP','NP','PA-C'))(*person(r,'en_US')),mode='p')
F('name','infirmière pivot du Québec inf. clin.',('inf_pivot','Infirmière pivot'),lambda r,v:(lambda g,l,w:f'{g} {l}, '+C(r,'inf. clin.','inf.','IPS','B.Sc.inf.'))(*person(r,'fr_CA')),mode='p')
F('name','Prüfarzt PD Dr. und Studienassistenz Nachname',('Pruefarzt','Visite durch'),lambda r,v:(lambda g,l,w:C(r,'PD Dr. ','Dr. ','Dr. ','Prof. ','OÄ Dr. ' if w else 'OA Dr. ','FÄ ' if w else 'FA ')+l if v==0 else C(r,'Fr. ' if w else 'Hr. ','Dr. ')+l)(*person(r,'de_DE')),mode='p')
F('name','omahoitaja sh sukunimi etunimi',('omahoitaja','Hoitaja'),lambda r,v:(lambda g,l,w:C(r,'sh ','sh ','osh ','lh ')+f'{l} {g}')(*person(r,'fi_FI')),mode='p')
F('name','donatore familiare con legame davanti al nome',('Donatore','donatore_familiare'),lambda r,v:(lambda g,l,w:(C(r,'sorella','madre','figlia') if w else C(r,'fratello','padre','figlio'))+(': ' if v==0 else ' ')+f'{g} {l}')(*person(r,'it_IT')),mw=('','MUD','no donatore familiare'))
# ---------------------------------------------------------------- contact
def mob(r,p,*parts,sep=' '): return p+sep.join(dg(r,k) for k in parts)
F('contact','Romandie chemin avenue numéro et localité',('adresse','Adresse_patient'),lambda r,v:C(r,'Ch. des ','Av. de ','Rue du ','Rte de ')+C(r,*A('Fleurettes|Cerisiers|Lac|Simplon|Rhône|Tilleuls|Chêne|Grand-Pré|Mornex|Vignes'))+f' {r.randint(1,98)}, '+C(r,'1009 Pully','1004 Lausanne','1203 Genève','1950 Sion','2000 Neuchâtel','1700 Fribourg','1110 Morges'))
F('contact','Danish vej with floor and side tv th',('adresse','Bopælsadresse'),lambda r,v:f"{K('da_DK').last_name()}{C(r,'svej','sgade','s Allé','vænget')} {r.randint(1,140)}{C(r,'','A','B')}, {C(r,'st. tv','1. th','2. tv','3. mf','4. th','st.')}"+(f", {C(r,'2100 København Ø','8000 Aarhus C','5000 Odense C','9000 Aalborg','2200 København N')}" if v else ''))
F('contact','Norwegian gate with dwelling number H0301',('Gateadresse','bosted'),lambda r,v:f"{C(r,*A('Storgata|Kirkeveien|Bjørnstjerne Bjørnsons gate|Skogveien|Trondheimsveien|Fjordgata|Møllergata|Solbakken|Parkveien'))} {r.randint(1,180)}{C(r,'','B','C')} H0{r.randint(1,6)}0{r.randint(1,5)}"+(f", {C(r,'0450 Oslo','5021 Bergen','7030 Trondheim','4021 Stavanger')}" if v else ''))
PLX=str.maketrans('ąćęłńóśźżáéíóöőúüűčďěňřšťůžßäâăîșțñçãõêàèôïëåøæğışÇİ','acelnoszzaeiooouuucdenrstuzsaaaistncaoeaeoieaoagisCI')
def asc(s): return ''.join(c for c in s.lower().translate(PLX) if c.isascii() and c.isalnum())
F('contact','Polish hospital mail of the coordinator',('e-mail koordynatora','mail_osr'),lambda r,v:(lambda g,l,w:f'{asc(g)[0] if v else asc(g)}.{asc(l)}@'+C(r,'uck-szpital.example','spsk1.example','klinika-hem.example'))(*person(r,'pl_PL')),mode='p')
F('contact','Belgian GSM with slash and dots',('GSM','tel_patient'),lambda r,v:f"04{r.choice('6789')}{dg(r,1)}/{dg(r,2)}.{dg(r,2)}.{dg(r,2)}",mw=('','geen','n.v.t.'))
F('contact','Slovak mobile with slash after the operator',('mobil','telefón'),lambda r,v:f"09{r.choice('0145')}{r.randint(0,9)}/{dg(r,3)} {dg(r,3)}" if v==0 else f"09{r.choice('0145')}{r.randint(0,9)}/{dg(r,6)}")
F('contact','Bulgarian GSM labelled 088 and 089',('ТЕЛЕФОН','GSM'),lambda r,v:C(r,'GSM ','тел. ','моб. ')+f"08{r.choice('789')}{dg(r,1)} {dg(r,3)} {dg(r,3)}")
F('contact','Greek mobile 69 with κιν. and landline 210',('Τηλέφωνο','τηλ'),lambda r,v:C(r,'κιν. 69'+dg(r,8),'69'+dg(r,8),'210 '+dg(r,7,'23456789'),'69'+dg(r,2)+' '+dg(r,6)))
F('contact','Romanian str. nr. bl. sc. ap.',('Adresa','domiciliu'),lambda r,v:f"Str. {C(r,*A('Mihai Eminescu|Libertății|Tineretului|Aviatorilor|Florilor|Independenței|Grivița|Unirii'))} nr. {r.randint(1,120)}, bl. {up(r,1)}{r.randint(1,40)}, sc. {r.choice('ABCD')}, ap. {r.randint(1,80)}"+(f", {C(r,'Cluj-Napoca','Iași','București, sect. 3','Timișoara','Brașov')}" if v else ''))
F('contact','Serbian ulica with br. and floor',('adresa','Адреса'),lambda r,v:f"{C(r,*A('Kneza Miloša|Bulevar oslobođenja|Cara Dušana|Vojvode Stepe|Svetosavska|Nemanjina|Ustanička|Jovana Dučića'))} br. {r.randint(1,150)}{C(r,'','/'+str(r.randint(1,40)))}, {C(r,'Beograd','Novi Sad','Niš','Kragujevac','Subotica')}")
F('contact','Brazilian coordinator mail of the hospital',('e-mail do coordenador','email_resp'),lambda r,v:(lambda g,l,w:f'{asc(g)}.{asc(l)}@'+C(r,'hc-tmo.example','hospitalsaolucas.example','inca-pesq.example'))(*person(r,'pt_BR')),mode='p')
F('contact','Azerbaijani mobile operator in brackets',('mobil','Telefon'),lambda r,v:f"({C(r,'050','051','055','070','077')}) {dg(r,3,'23456789')}-{dg(r,2)}-{dg(r,2)}")
F('contact','Oman and Bahrain mobiles in two fours',('GSM No','Contact No.'),lambda r,v:f"+968 {dg(r,4,'79')} {dg(r,4)}" if r.random()<.7 else f"+973 {dg(r,4,'3')} {dg(r,4)}")
F('contact','Cameroonian mobile six and pairs',('Tel','contact_malade'),lambda r,v:f"6{dg(r,2,'5789')} {dg(r,2)} {dg(r,2)} {dg(r,2)}"+('' if v==0 else C(r,'',' / 6'+dg(r,2,'5789')+' '+dg(r,2)+' '+dg(r,2)+' '+dg(r,2))))
F('contact','Taiwanese mobile with kin in brackets',('聯絡電話','家屬電話'),lambda r,v:f"09{dg(r,2)}-{dg(r,3)}-{dg(r,3)}"+C(r,'(妻)','(夫)','(子)','(女)','(本人)','(母)'))
F('contact','Australian mob and hm labels',('Phone','contact numbers'),lambda r,v:f"mob 04{dg(r,2)} {dg(r,3)} {dg(r,3)}" if r.random()<.7 else f"hm (0{r.choice('2378')}) {dg(r,4,'5678 9'.replace(' ',''))} {dg(r,4)}")
F('contact','New Zealand rural delivery RD',('Postal address','address_1'),lambda r,v:f"{r.randint(2,1450)} {K('en_NZ').last_name()} Road, RD {r.randint(1,9)}, {C(r,'Cambridge','Te Puke','Darfield','Waiuku','Masterton','Kaitaia','Gore')}")
F('contact','Canadian numbers with poste',('téléphone','tel_travail'),lambda r,v:f"({C(r,'514','418','450','819','613')}) {dg(r,3,'2345678')}-{dg(r,4)}"+C(r,'',f' poste {dg(r,4,"12345")}',f', p. {dg(r,3,"12345")}'))
F('contact','US emergency contact with relation and number',('Emergency Contact','EMERG_CONTACT'),lambda r,v:(lambda g,l,w:f"{g} {l} ({C(r,'wife','daughter','mother','sister') if w else C(r,'husband','son','father','brother')}) {dg(r,3,'23456789')}-{dg(r,3,'23456789')}-{dg(r,4)}")(*person(r,'en_US')))
F('contact','Telefonnummer der Tochter mit Wort davor',('Tel. Angehörige','Telefon2'),lambda r,v:C(r,'Tochter ','Sohn ','Ehefrau ','Mutter ','Ehemann ','Bruder ')+C(r,'0171','0160','0151','0176','0172')+C(r,'-',' ','/')+dg(r,8 if r.random()<.4 else 7,'23456789'))
F('contact','tfno español dos números con barra y parentesco',('TFNO','Teléfonos'),lambda r,v:f"{dg(r,3,'67')} {dg(r,2)} {dg(r,2)} {dg(r,2)} / {dg(r,3,'9')} {dg(r,2)} {dg(r,2)} {dg(r,2)}"+C(r,'',' (hija)',' (marido)',' (madre)',''))
F('contact','Indian patient mail name and number lower',('Email ID','mail'),lambda r,v:f"{r.choice(ING+INF).lower()}{C(r,'','.')}{r.choice(INL).lower()}{C(r,str(r.randint(1,99)),str(r.randint(1960,2004)),'')}@{C(r,'mailbox.example','rediff.example','webmail.example')}")
F('contact','Ecuadorian avenue y calle transversal',('Dirección domicilio','direccion_dom'),lambda r,v:C(r,'Av. ','Calle ','Av. ')+C(r,*A('6 de Diciembre|Amazonas|10 de Agosto|Eloy Alfaro|De los Shyris|Mariana de Jesús|América'))+f" {C(r,'N','S','E','Oe')}{r.randint(10,60)}-{r.randint(10,199)} y "+C(r,*A('Colón|Naciones Unidas|Gaspar de Villarroel|Patria|Orellana|La Prensa|Veracruz')))
F('contact','Moroccan hay rue N° and town',('ADRESSE','Adresse du patient'),lambda r,v:C(r,'Hay ','Lot. ','Quartier ')+C(r,*A('Salam|Riad|Mohammadi|El Massira|Al Qods|Hassani|Essalama|Annahda'))+f", rue {r.randint(1,60)} N° {r.randint(1,200)}, "+C(r,'Casablanca','Rabat','Salé','Fès','Marrakech','Meknès','Agadir'))
# ---------------------------------------------------------------- national
F('national','Danish erstatnings-CPR with letters',('erstatnings_cpr','CPR_erstat'),lambda r,v:B(r).strftime('%d%m%y')+'-'+dg(r,1)+up(r,2)+dg(r,1))
def fh(r,v):
    while 1:
        s=dg(r,9,'89');k=11-sum(int(a)*b for a,b in zip(s,(3,7,6,1,8,9,4,5,2)))%11;k%=11
        if k==10:continue
        s+=str(k);k=(11-sum(int(a)*b for a,b in zip(s,(5,4,3,2,7,6,5,4,3,2)))%11)%11
        if k<10:return s+str(k)
F('national','Norwegian felles hjelpenummer',('FH-nummer','fnr_hjelp'),fh,noise=False)
def kvnr(r):
    l=r.choice('ABCDEFGHIJKLMNOPQRSTUVWXYZ');s=dg(r,8);z='%02d'%(ord(l)-64)+s;t=0
    for i,c in enumerate(z):
        p=int(c)*(1 if i%2==0 else 2);t+=p//10+p%10
    return l+s+str(t%10)
IK=A('101575519|104212059|109519005|108310400|104940005|103411401|105830016')
F('national','eGK Kassen-IK und Versichertennummer',('IK_VersNr','Versicherung'),lambda r,v:f'{r.choice(IK)} / {kvnr(r)}' if v==0 else f'{kvnr(r)} (IK {r.choice(IK)})')
F('national','PKV Versicherungsnummer mit Tarif und Person',('PKV-Nr.','Versicherungsschein'),lambda r,v:C(r,'PKV ','KV ')+f'{dg(r,3,"123456789")}.{dg(r,3)}.{dg(r,3)}-{dg(r,1)} P{r.randint(1,4)}')
F('national','EKVK österreichisch 80040',('EKVK','Kartennummer e-card'),lambda r,v:(lambda s:s+luhn(s))('80040'+'0000'+dg(r,10)) if v==0 else fours((lambda s:s+luhn(s))('80040'+'0000'+dg(r,10)),5),noise=False)
F('national','Swiss ZEMIS number of foreigners',('ZEMIS','ZEMIS-Nr.'),lambda r,v:f'0{dg(r,2)}.{dg(r,3)}.{dg(r,3)}.{dg(r,1)}' if v==0 else f'0{dg(r,8)}.{dg(r,1)}')
def nir(r):
    s=r.choice('12')+'%02d%02d'%(r.randint(30,99),r.randint(1,12))+'%02d'%r.randint(1,95)+'%03d%03d'%(r.randint(1,600),r.randint(1,700));return s,'%02d'%(97-int(s)%97)
F('national','NIR de l’ouvrant droit avec rang de naissance',('nir_assure','N° assuré ouvrant droit'),lambda r,v:(lambda s,k:f'{s} {k} rang {r.randint(1,2)}' if v==0 else f'{s[0]} {s[1:3]} {s[3:5]} {s[5:7]} {s[7:10]} {s[10:]} {k} / {r.randint(1,2)}')(*nir(r)))
F('national','numéro étranger AGDREF sur titre de séjour',('num_etranger','AGDREF'),lambda r,v:C(r,'75','13','69','93','59')+'03'+dg(r,6) if v==0 else 'N° étranger '+C(r,'75','13','69','93')+'03'+dg(r,6))
F('national','permesso di soggiorno I e otto cifre',('Permesso di soggiorno','n_permesso'),lambda r,v:'I'+dg(r,8) if v==0 else 'I '+dg(r,8))
F('national','CIPA Madrid diez dígitos con etiqueta',('CIPA','tarjeta_sanitaria'),lambda r,v:'CIPA '+dg(r,10,'12345') if v==0 else 'CIPA: '+dg(r,10,'12345'))
F('national','SIP Comunitat Valenciana',('SIP','Nº SIP'),lambda r,v:'SIP '+dg(r,8,'123456789') if v==0 else 'SIP-'+dg(r,8,'123456789'))
F('national','UK biometric residence permit',('BRP_number','BRP'),lambda r,v:C(r,'RF','RP','RM','ZU','ZX')+dg(r,7))
F('national','Irish GMS medical card letter digits letter',('GMS No','medical_card'),lambda r,v:up(r,1)+dg(r,6)+r.choice('ABCD'))
F('national','Polish karta pobytu',('nr karty pobytu','dokument'),lambda r,v:'RP'+dg(r,7) if v==0 else 'RP '+dg(r,7))
def rc(r):
    while 1:
        b=B(r,1954,2012);f=r.random()<.5;s='%02d%02d%02d'%(b.year%100,b.month+(50 if f else 0),b.day)+dg(r,3);m=int(s)%11
        if m<10:return s+str(m)
F('national','číslo pojištěnce s kódem pojišťovny',('cislo_pojistence','Pojištěnec (ZP)'),lambda r,v:f"{C(r,'111','201','205','207','211')}/{rc(r)}" if v==0 else f"{rc(r)} (ZP {C(r,'111','201','205','207','211')})")
F('national','Romanian card național CID twenty digits',('CID','card_sanatate'),lambda r,v:'80642'+dg(r,15) if v==0 else 'CID 80642'+dg(r,15),noise=False)
def lnch(r):
    s=dg(r,9,'123457');return s+str(sum(int(a)*b for a,b in zip(s,(21,19,17,13,11,9,7,3,1)))%10)
F('national','Bulgarian ЛНЧ of foreigners',('ЛНЧ','lnch'),lambda r,v:('ЛНЧ ' if v==0 else 'ЛНЧ: ')+lnch(r))
F('national','Serbian LBO of the insured',('LBO','ЛБО осигураника'),lambda r,v:'LBO '+dg(r,11,'0123') if v==0 else dg(r,11,'123'))
F('national','Saudi border number of visitors',('Border No','border_number'),lambda r,v:('BN ' if v else '')+'3'+dg(r,9))
F('national','Daman insurance card of the Emirates',('Insurance Card No','Daman ID'),lambda r,v:f'{C(r,"101","105","109","117")}-{dg(r,4,"123456")}-{dg(r,7)}-0{r.randint(1,9)}')
F('national','Omani civil number labelled',('Civil No','CIVIL_ID'),lambda r,v:'Civil No. '+dg(r,8,'1269') if v==0 else 'CN '+dg(r,8,'1269'))
F('national','Syrian national number eleven',('الرقم الوطني','NATIONAL_NO_SY'),lambda r,v:'%02d'%r.randint(1,14)+dg(r,9) if v==0 else '%02d'%r.randint(1,14)+'-'+dg(r,9),noise=False)
F('national','Indian CGHS beneficiary',('CGHS Beneficiary ID','cghs'),lambda r,v:'CGHS '+dg(r,7,'123456789') if v==0 else 'CGHS/'+C(r,'DLI','MUM','CHN','HYD','KOL')+'/'+dg(r,7,'123456789'))
F('national','Indian ration card with state letters',('Ration Card','ration_card_no'),lambda r,v:C(r,'WAP','JBA','KA','TN','RJ','UP')+dg(r,10) if v==0 else C(r,'WAP','JBA','RKT','UPB')+' '+dg(r,4)+' '+dg(r,4)+' '+dg(r,3))
F('national','Vietnamese CMND nine digits with province start',('CMND','So CMND'),lambda r,v:'CMND '+C(r,'01','02','03','27','33','36')+dg(r,7) if v==0 else C(r,'01','02','03','27','33','36')+dg(r,1)+' '+dg(r,3)+' '+dg(r,3))
F('national','介護保険被保険者番号',('介護保険番号','kaigo_no'),lambda r,v:'0000'+dg(r,6) if v==0 else '被保険者番号 0000'+dg(r,6),noise=False)
F('national','Korean passport M and eight',('여권번호','PASSPORT_KR'),lambda r,v:'M'+dg(r,8) if v==0 else 'M'+dg(r,3)+up(r,1)+dg(r,4))
F('national','Argentine obra social afiliado with slashes',('N° afiliado','afiliado'),lambda r,v:C(r,'61','62','60')+'-'+dg(r,6)+'-'+dg(r,1)+'/0'+str(r.randint(0,4)) if v==0 else C(r,'OSDE ','IOMA ','Swiss ')+dg(r,8,'6123')+'/0'+str(r.randint(0,4)))
F('national','Peruvian carné de extranjería',('Carnet Ext.','doc_identidad'),lambda r,v:'CE '+'00'+dg(r,7) if v==0 else 'CE-00'+dg(r,7))
F('national','US railroad Medicare with letters in front',('RRB Medicare','Medicare (RRB)'),lambda r,v:C(r,'A','WA','MA','WD','WCA')+(dg(r,9,'1234567') if v==0 else fours(dg(r,9,'1234567'),3,'-')))
F('national','US member ID with group number',('Insurance ID / Group','MEMBER_ID_GRP'),lambda r,v:f'ID {up(r,1)}{dg(r,8)} GRP {dg(r,6,"123456789")}' if v==0 else f'{dg(r,9,"89")} / Grp {dg(r,6,"7")}')
F('national','New Brunswick Medicare nine in threes',('Medicare NB','no_assurance_maladie'),lambda r,v:fours(dg(r,9,'123456789'),3) if v==0 else fours(dg(r,9,'123456789'),3,'-'),noise=False)
F('national','Australian health fund membership',('Health fund no','fund_member'),lambda r,v:C(r,'Medibank ','BUPA ','HCF ','NIB ')+dg(r,8,'123456789')+(up(r,1) if r.random()<.4 else ''))
F('national','New Zealand passport two letters six digits',('Passport No','passport_nz'),lambda r,v:C(r,'LA','LF','LH','LK','LM','RA')+dg(r,6))
F('national','Kenyan NHIF and SHA numbers',('NHIF No','SHA/NHIF'),lambda r,v:C(r,'NHIF ','NHIF ','R')+dg(r,8,'123456789') if v==0 else 'CR'+dg(r,13)+'-'+dg(r,1))
F('national','Moroccan CNSS immatriculation labelled',('CNSS','Immatriculation'),lambda r,v:'CNSS '+dg(r,9,'1') if v==0 else 'Imm. '+dg(r,9,'1'))
F('national','Dutch UZOVI with polis number',('Polisnummer','UZOVI_polis'),lambda r,v:C(r,'3311','3332','7095','7029','0403')+' / '+dg(r,9,'123456789') if v==0 else 'polis '+dg(r,9,'123456789')+' ('+C(r,'3311','3332','7095')+')')
# ---------------------------------------------------------------- record
yy=lambda r:'%02d'%r.randint(10,24)
F('record','transplant unit number BMT slash year',('BMT No','unit_no'),lambda r,v:f'BMT-{r.randint(1,480):04d}/{yy(r)}' if v==0 else f'BMT {r.randint(1,480)}/{yy(r)}')
F('record','British SIHMDS haematopathology number',('HMDS no','SIHMDS'),lambda r,v:f'H{r.randint(100,28000)}/{yy(r)}' if v==0 else f'HP{yy(r)}-{r.randint(100,28000):05d}')
F('record','WinPath sample number year letter digits',('Sample No','lab_no'),lambda r,v:f'{yy(r)}{r.choice("BHCVM")}{dg(r,7)}' if v==0 else f'{r.choice("BHCVM")},{yy(r)}.{dg(r,7)}.{r.choice("ABEHKX")}',mode='l')
F('record','US bone marrow case BM dash',('BM Case #','hemepath_case'),lambda r,v:f'BM{yy(r)}-{r.randint(1,3200):05d}' if v==0 else f'BM-{yy(r)}-{r.randint(1,3200)}')
F('record','Typenex blood band letters and digits',('Band ID','TYPENEX'),lambda r,v:f'{up(r,3)}{dg(r,4)}' if v==0 else f'{up(r,1)}{dg(r,4)} {up(r,2)}')
F('record','dossier de laboratoire français date et rang',('NumDossierLabo','n_dossier'),lambda r,v:D(r).strftime('%y%m%d')+f'-{r.randint(1,1400):04d}' if v==0 else D(r).strftime('%d%m%y')+f' {r.choice("AHUX")}{r.randint(1,999):03d}',mode='l')
F('record','ZKRD Suchnummer des Patienten',('ZKRD','Suchnummer'),lambda r,v:f'DE-{C(r,"ULM","DRE","ESS","FRB","HAN")}-P{dg(r,6)}' if v==0 else f'ZKRD P {dg(r,6)}')
F('record','IBMDR donor code with centre letters',('cod_donatore_IBMDR','Donatore'),lambda r,v:f'IT{C(r,"RM","MI","TO","GE","BO","NA")}{dg(r,2)} {dg(r,6)}' if v==0 else f'IBMDR {C(r,"RM01","MI02","TO01","GE01")}/{dg(r,6)}')
F('record','Modulab petición española con día',('Petición','num_peticion'),lambda r,v:D(r).strftime('%y%m%d')+dg(r,5) if v==0 else 'P'+D(r).strftime('%y%m')+dg(r,6),mode='l',noise=False)
F('record','Dutch pathology T number',('T-nummer','PA_nummer'),lambda r,v:f'T{yy(r)}-{r.randint(100,48000):05d}' if v==0 else f'T{yy(r)}.{r.randint(100,48000):05d} {C(r,"I","I","II")}')
F('record','Swedish laboratory LID and remiss number',('LID','Remiss-id'),lambda r,v:f'{yy(r)}-{dg(r,8)}' if v==0 else f'RID {yy(r)}{dg(r,9)}',mode='l')
F('record','numer badania histopatologicznego z rokiem',('nr badania hist-pat','HP'),lambda r,v:f'{dg(r,6,"123")}/20{yy(r)}' if v==0 else f'HP {r.randint(100,99000)}/{yy(r)}')
F('record','Greek ΑΜ of the patient labelled',('Α.Μ.','AM_ASTHENOUS'),lambda r,v:'ΑΜ '+dg(r,7,'123456789') if v==0 else 'Α.Μ. '+dg(r,6,'123456789'))
F('record','PGI CR number twelve digits',('CR No','CRNO'),lambda r,v:f'20{yy(r)}{dg(r,8,"01")}' if v==0 else f'CR {dg(r,12,"2")}',noise=False)
F('record','Vellore hospital number six digits letter',('Hosp. No','HOSPNUM'),lambda r,v:dg(r,6,'123456789')+r.choice('CDFG') if v==0 else dg(r,6,'123456789')+' '+r.choice('CDFG'))
F('record','Vietnamese số hồ sơ bệnh án with year',('Số BA','SoHoSo'),lambda r,v:f'BA {yy(r)}/{dg(r,6)}' if v==0 else f'BA.{yy(r)}.{dg(r,6)}')
F('record','RGHC of the Hospital das Clínicas',('RGHC','registro'),lambda r,v:dg(r,8,'123456789')+up(r,1) if v==0 else dg(r,8,'123456789')+'-'+up(r,1))
F('record','Nigerian teaching hospital card with slash',('Hosp No','Card No.'),lambda r,v:C(r,'LUTH','UCH','UNTH','AKTH','OAUTH')+f'/{yy(r)}/{dg(r,5)}' if v==0 else C(r,'LUTH ','UCH ','UNTH ')+dg(r,6,'123456789'))
F('record','Kenyan inpatient IP number with year',('IP No','IPNO'),lambda r,v:f'IP/{dg(r,6)}/20{yy(r)}' if v==0 else f'IP {dg(r,6)}/{yy(r)}')
# ---------------------------------------------------------------- date
def P(d,f): # d/m without zero via {d},{m}; others by keyword
    return f.format(d=d.day,m=d.month,y=d.year,dd='%02d'%d.day,mm='%02d'%d.month,yy='%02d'%(d.year%100),h=d.hour,hh='%02d'%d.hour,mi='%02d'%d.minute,ss='%02d'%(d.minute*7%60))
EN=A('January|February|March|April|May|June|July|August|September|October|November|December');E3=[x[:3] for x in EN]
def dform(*fs,mon=None,wk=None,a=2008,b=2024):
    def g(r,v):
        d=D(r,a,b);f=fs[min(v,len(fs)-1)]
        if isinstance(f,(list,tuple)):f=r.choice(f)
        s=P(d,f)
        if mon:s=s.replace('@M',mon[d.month-1])
        if wk:s=s.replace('@W',wk[d.weekday()])
        return s
    return g
def DT(fam,cols,*fs,mode='s',**k):
    mw=k.pop('mw',('','','UNK','.'));F('date',fam,cols,dform(*fs,**k),mode,None,mw)
DT('KIS Schweiz Datum Schrägstrich Uhrzeit',('Eintritt','Datum/Zeit'),'{dd}.{mm}.{yy} / {hh}:{mi}','{dd}.{mm}.{y} / {hh}:{mi}',mode='l')
DT('Italian unpadded with ore h and point',('data prelievo','data_ora'),'{d}/{m}/{yy} h {h}.{mi}','{dd}/{mm}/{y} h. {hh}:{mi}',mode='l',mw=('','nd','n.d.'))
DT('UK dash month with military clock glued',('Sample date','COLLECTED'),'{dd}-@M-{y} {hh}{mi}','{dd}-@M-{yy} {hh}{mi}',mon=E3,mode='l')
DT('Lorenzo weekday short day month short year',('Appointment','appt_date'),'@W {dd} @M {yy}','@W {d} @M {y}',mon=E3,wk=A('Mon|Tue|Wed|Thu|Fri|Sat|Sun'),mode='l')
DT('REDCap datetime_seconds MDY with dashes',('infusion_dttm','visit_dttm'),'{mm}-{dd}-{y} {hh}:{mi}:{ss}','{mm}-{dd}-{y} {hh}:{mi}')
DT('Viedoc year month word with offset in brackets',('EventDate','Signed at'),'{y} @M {dd} {hh}:{mi} (+01:00)','{y} @M {dd} {hh}:{mi} (+0{h2}:00)'.replace('{h2}','2'),mon=E3,mode='l')
DT('OpenSpecimen month day comma year 24 hours',('Collection Date','created_on'),'@M {dd}, {y} {hh}:{mi}','@M {d}, {y} {hh}:{mi}',mon=E3,mode='l')
DT('Stata tdMon_DD display with comma',('tx_date','dx_td'),'@M {dd}, {y}','@M. {d}, {y}',mon=E3)
DT('SAS WEEKDATX with full weekday',('RFSTDT','TXDT_TXT'),'@W, {d} @M {y}','@W, {d} @M {y}',mon=EN,wk=A('Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday'))
def mdyampm(r,v):
    d=D(r);h=d.hour%12 or 12
    return f"{d.month}/{d.day}/{d.year if v==0 else '%02d'%(d.year%100)} {h}:{d.minute:02d} {'AM' if d.hour<12 else 'PM'}"
F('date','SAS MDYAMPM unpadded',('LBDTM','ADMIT_DTM'),mdyampm,'l')
DT('Finnish Excel with dotted hour no klo',('näytteenotto','kirjattu'),'{d}.{m}.{y} {h}.{mi}','{dd}.{mm}.{y} {hh}.{mi}',mode='l')
DT('Norwegian short dotted with kl and two digits',('prøvedato','Dato/tid'),'{dd}.{mm}.{yy} kl {hh}','{dd}.{mm}.{yy} kl. {hh}.{mi}',mode='l')
DT('Flemish clock with u behind date',('datum afname','Opname'),'{dd}/{mm}/{y} {h}u{mi}','{d}/{m}/{yy} {hh}u{mi}',mode='l')
DT('Polish godz. behind the date',('data pobrania','Data/godz'),'{dd}.{mm}.{y} godz. {hh}:{mi}','{dd}.{mm}.{y} r. godz. {h}:{mi}',mode='l')
DT('Czech v before the clock with blanks',('odběr','Přijetí'),'{d}. {m}. {y} v {h}:{mi}','{d}.{m}.{y} v {hh}:{mi}')
DT('Hungarian trailing dot and seconds',('mintavétel','rogzites'),'{y}.{mm}.{dd}. {hh}:{mi}:{ss}','{y}.{mm}.{dd}. {hh}:{mi}',mode='l')
DT('Romanian ora behind the date',('data recoltarii','Data internare'),'{dd}.{mm}.{y} ora {hh}:{mi}','{dd}-{mm}-{y}, ora {h}:{mi}')
DT('Greek ώρα behind the date',('Ημ/νία','ημ. αιμοληψίας'),'{d}/{m}/{yy} ώρα {hh}:{mi}','{dd}/{mm}/{y} ώρα {h}:{mi}',mode='l')
DT('Bulgarian hour with ч.',('Дата','дата и час'),'{dd}.{mm}.{y} г. {hh}:{mi} ч.','{dd}.{mm}.{y} {hh}.{mi} ч.')
RUG=A('января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря')
DT('Russian guillemets around the day',('дата ТГСК','Дата выписки'),'«{dd}» @M {y} г.','"{dd}" @M {y} г.',mon=RUG,mw=('','нет данных'))
DT('Arabic year first with gregorian م',('تاريخ الزراعة','تاريخ الزيارة'),'{y}/{mm}/{dd} م','{y}/{m}/{d}م')
DT('Hebrew hour with בשעה',('תאריך','מועד בדיקה'),'{d}.{m}.{yy} בשעה {hh}:{mi}','{dd}/{mm}/{y} בשעה {h}:{mi}')
DT('Indian forenoon FN and AN behind',('DOA','Date of sample'),['{dd}.{mm}.{y} FN','{dd}.{mm}.{y} AN'],['{dd}/{mm}/{yy} F.N.','{dd}/{mm}/{yy} A.N.'])
DT('Chinese dotted with 上午 下午',('采样时间','随访日期'),['{y}.{m}.{d}上午','{y}.{m}.{d}下午'],['{y}.{mm}.{dd} 上午','{y}.{mm}.{dd} 下午','{y}.{mm}.{dd}'],mode='l')
DT('Indonesian pukul with dot',('waktu sampel','Tgl/jam'),'{dd}-{mm}-{y} pukul {hh}.{mi}','{d}/{m}/{y} pukul {hh}.{mi} WIB')
DT('Argentine hs behind the clock',('Fecha y hora','F. extracción'),'{d}/{m}/{yy} {h} hs','{dd}/{mm}/{y} {hh}:{mi} hs.')
DT('Québec iso with h in blanks',('date_heure','Prélevé le'),'{y}-{mm}-{dd} {hh} h {mi}','{y}-{mm}-{dd} à {h} h {mi}',mode='l')
DT('harvest date behind product abbreviation',('Product collected','harvest'),['BM {dd}/{mm}/{y}','PBSC {dd}/{mm}/{y}','PBSC {dd}/{mm}/{y}'],['PB {d}.{m}.{yy}','BM {d}.{m}.{yy}','CB {d}.{m}.{yy}'])
def dli(r,v):
    d=D(r);o=[d+dt.timedelta(days=28*i+r.randint(-3,9)) for i in range(r.choice([2,2,3]))]
    return (' + ' if v==0 else ' und ').join(P(x,'{dd}.{mm}.{y}') for x in o)
F('date','DLI-Termine mit Plus verbunden',('DLI am','DLI_Daten'),dli)
DT('verstorben am mit Ursache in Klammern',('Status zuletzt','Exitus'),['verst. {dd}.{mm}.{y}','verst. {dd}.{mm}.{y} (Sepsis)','verst. am {dd}.{mm}.{y} (GVHD)','lebt {dd}.{mm}.{y}'],['† {dd}.{mm}.{y}','† {d}.{m}.{yy}'],mw=('','lebt'))
# ---------------------------------------------------------------- birth
def bform(*fs,mon=None,a=1934,b=2015):
    def g(r,v):
        d=B(r,a,b);f=fs[min(v,len(fs)-1)]
        if isinstance(f,list):f=r.choice(f)
        s=P(d,f);return s.replace('@M',mon[d.month-1]) if mon else s
    return g
def BT(fam,cols,*fs,**k): F('birth',fam,cols,bform(*fs,**k),'s',None,('','','?'))
BT('Danish født in front',('født','Fødselsdag'),'født {dd}.{mm}.{y}','f. {dd}-{mm}-{y}')
BT('Norwegian født dotted with f.',('f.dato','pasient_fdt'),'f. {dd}.{mm}.{y}','født {dd}.{mm}.{yy}')
BT('Turkish D.T. label',('D.T.','Doğum'),'D.T.: {dd}.{mm}.{y}','D.Tarihi {dd}/{mm}/{y}')
BT('Hungarian szül. label',('szül.','szuletes'),'szül.: {y}.{mm}.{dd}.','szül. {y}. {mm}. {dd}.')
BT('Romanian născut and născută la',('nascut','Data nașterii'),['născut la {dd}.{mm}.{y}','născută la {dd}.{mm}.{y}'],'n. {dd}.{mm}.{y}')
BT('Serbian rođ. with trailing dot',('rodj','Datum rođ.'),'rođ. {dd}.{mm}.{y}.','rođ. {d}. {m}. {y}.')
BT('Greek γενν. and ΗΓ',('Γέννηση','ΗΓ'),'γενν. {dd}/{mm}/{y}','ΗΓ: {d}/{m}/{y}')
BT('Russian д.р. label in front',('д.р.','дата_рожд'),'д.р. {dd}.{mm}.{y}','ДР {dd}.{mm}.{yy}')
F('birth','donor and recipient births in one cell',('DOB D/R','births'),lambda r,v:(lambda a,b:f'D: {P(a,"{dd}.{mm}.{y}")} / R: {P(b,"{dd}.{mm}.{y}")}' if v==0 else f'D {P(a,"{dd}/{mm}/{y}")} R {P(b,"{dd}/{mm}/{y}")}')(B(r),B(r)))
# ---------------------------------------------------------------- age (at least 15 % above 89)
def ag(r): return r.randint(90,99) if r.random()<.24 else max(60,min(89,int(r.gauss(81,6))))
F('age','Dutch jaar oud in full',('leeftijd','Leeftijd bij laatste contact'),lambda r,v:f'{ag(r)} jaar oud' if v==0 else f'{ag(r)} jr. oud',n=160)
F('age','Italian anni in front',('età','eta_decesso'),lambda r,v:f'anni {ag(r)}' if v==0 else f'di anni {ag(r)}',n=150)
F('age','Brazilian a glued',('idade','Idade atual'),lambda r,v:f'{ag(r)}a' if v==0 else f'{ag(r)} a {r.randint(0,11)} m',n=140)
F('age','Serbian god. abbreviated',('starost','Старост'),lambda r,v:f'{ag(r)} god.' if v==0 else f'{ag(r)} год.',n=130)
F('age','English y m d run of letters',('age','Age at last FU'),lambda r,v:f'{ag(r)}y {r.randint(0,11)}m {r.randint(0,29)}d' if v==0 else f'{ag(r)}y{r.randint(0,11)}m',n=150)
F('age','died aged in words of certificate',('death_note','Age at death'),lambda r,v:f'died aged {ag(r)}' if v==0 else f'aged {ag(r)} years',n=120)
F('age','HBYS Y A G of the Turkish system',('yaş','Hasta Yaşı'),lambda r,v:f'{ag(r)} Y {r.randint(0,11)} A {r.randint(0,29)} G' if v==0 else f'{ag(r)} Y',n=170)
# ---------------------------------------------------------------- postcode
PC=lambda fam,cols,g:F('postcode',fam,cols,g,mw=('','','n/a'))
PC('Danish postnr og by with quarter letter',('postnr_by','Postnr.'),lambda r,v:C(r,*A('2100 København Ø|2200 København N|2900 Hellerup|8000 Aarhus C|8200 Aarhus N|5000 Odense C|9000 Aalborg|6700 Esbjerg|4000 Roskilde|7100 Vejle|8900 Randers C|3400 Hillerød|2730 Herlev|6000 Kolding|8700 Horsens|5700 Svendborg|4700 Næstved')))
PC('Swiss place with canton behind',('PLZ Ort','Wohnort'),lambda r,v:C(r,*A('8001 Zürich|8400 Winterthur|9000 St. Gallen|3008 Bern|4056 Basel|6003 Luzern|5000 Aarau|7000 Chur|8200 Schaffhausen|2502 Biel|6300 Zug|8610 Uster|1205 Genève')) if v else C(r,*A('8001 Zürich ZH|8400 Winterthur ZH|9000 St. Gallen SG|3008 Bern BE|4056 Basel BS|6003 Luzern LU|5000 Aarau AG|7000 Chur GR|8200 Schaffhausen SH|2502 Biel BE|6300 Zug ZG|4500 Solothurn SO|8570 Weinfelden TG')))
PC('Belgian bilingual place of residence',('commune','postcode_gemeente'),lambda r,v:C(r,*A('1000 Bruxelles/Brussel|1070 Anderlecht|1180 Uccle/Ukkel|1030 Schaerbeek/Schaarbeek|3000 Leuven|9000 Gent|4000 Liège|5000 Namur|2018 Antwerpen|8500 Kortrijk|6000 Charleroi|7000 Mons|1200 Woluwe-St-Lambert')))
PC('Hungarian with H- in front and town',('irsz','Irányítószám'),lambda r,v:(lambda t:t if v else t.split(' ')[0])('H-'+C(r,*A('1097 Budapest|1083 Budapest|1121 Budapest|1147 Budapest|6720 Szeged|4032 Debrecen|7624 Pécs|9024 Győr|3525 Miskolc|8200 Veszprém|5000 Szolnok|2800 Tatabánya|9700 Szombathely|6000 Kecskemét|4400 Nyíregyháza|2100 Gödöllő'))))
PC('Romanian six digits with jud.',('Cod postal','cod_postal_jud'),lambda r,v:dg(r,6,'123457')+', jud. '+C(r,'Cluj','Iași','Timiș','Bihor','Mureș','Dolj','Brașov','Constanța') if v==0 else dg(r,6,'0123457')+' jud. '+C(r,'Cluj','Iași','Timiș','Dolj'))
PC('PSČ with Praha and district number',('PSČ','bydliste_psc'),lambda r,v:C(r,'128 00 Praha 2','150 06 Praha 5','140 21 Praha 4','100 34 Praha 10','180 81 Praha 8','120 00 Praha 2','160 00 Praha 6','130 00 Praha 3','190 00 Praha 9','110 00 Praha 1') if r.random()<.6 else C(r,'625 00 Brno','708 52 Ostrava','500 05 Hradec Králové','304 60 Plzeň','779 00 Olomouc','370 01 České Budějovice'))
PC('Greek ΤΚ three two with town',('Τ.Κ.','TK'),lambda r,v:('ΤΚ ' if v==0 else '')+dg(r,3,'1234567')+' '+dg(r,2)+C(r,' Αθήνα',' Θεσσαλονίκη',' Πάτρα',' Ηράκλειο',' Λάρισα',' Ιωάννινα'))
PC('Korean 우편번호 labelled with province',('우편번호','zip_kr'),lambda r,v:('우편번호 ' if v==0 else '(우)')+'%05d'%r.randint(1000,63640)+C(r,'',' 서울',' 경기',' 부산',' 대구'))
PC('Singapore six with the word',('Postal Code','postal'),lambda r,v:('Singapore ' if v==0 else 'S(')+'%02d'%r.randint(1,80)+dg(r,4)+('' if v==0 else ')'))
# ---------------------------------------------------------------- ip
ip=lambda r:f'{C(r,10,172,192,84,91,146,193)}.{r.randint(1,254)}.{r.randint(0,254)}.{r.randint(2,254)}'
ipp=lambda r:f'10.{r.randint(0,63)}.{r.randint(0,254)}.{r.randint(2,254)}'
F('ip','Sysmex analyser line with host address',('analyser_conn','SendingDevice'),lambda r,v:f"{C(r,'XN-1000','XN-2000','XN-3100')} {ipp(r)}" if v==0 else f"{C(r,'XN','XN-L','CS-2500')}@{ipp(r)}:{C(r,5000,4001,3001)}",'l')
F('ip','EDC audit country address and operating system',('client_info','LoginFrom'),lambda r,v:f"{C(r,'DE','FR','IT','ES','GB','US','TR','IN','JP')} | {ip(r)} | {C(r,'Windows 10','Windows 11','macOS','Android','iOS')}" if v==0 else f"{ip(r)} ({C(r,'Chrome','Edge','Firefox','Safari')})",'l')
F('ip','e-signature line with address of the signer',('signature_meta','eSign'),lambda r,v:f'Signed electronically from {ip(r)}' if v==0 else f'e-sign IP: {ip(r)}')
F('ip','infusion pump server address with slot and MAC',('pump_conn','pump_host'),lambda r,v:f"{ipp(r)} slot {r.randint(1,8)} 00:{':'.join(dg(r,1)+r.choice('0123456789ABCDEF') for _ in range(5))}" if v==0 else f"pump-{r.randint(1,40):02d} {ipp(r)}",'l')
# ---------------------------------------------------------------- url
tk=lambda r,n:''.join(r.choice('abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789') for _ in range(n))
F('url','Nextcloud share of scanned letters',('scan_link','Arztbrief Scan'),lambda r,v:f'https://cloud.klinikum-nord.example/s/{tk(r,15)}' if v==0 else f'https://files.uniklinik.test/index.php/s/{tk(r,15)}/download')
F('url','online appointment link of one patient',('lien_rdv','RDV en ligne'),lambda r,v:f'https://rdv.hopital.example/patient/{r.randint(10000,99999)}/confirmer?t={tk(r,12)}' if v==0 else f'https://www.rdv-sante.test/annuler/{tk(r,20)}')
F('url','genetics portal case link',('genetics_report','case_url'),lambda r,v:f'https://portal.genlab.example/cases/{dg(r,6,"123456789")}/report.pdf' if v==0 else f'https://varview.test/#/case/{tk(r,8)}/variants')
F('url','signed object link of wearable upload',('upload_url','raw_file'),lambda r,v:f'https://wear-trial.s3.example/subj/{r.randint(1000,9999)}/ecg_{r.randint(1,30)}.edf?X-Sig={tk(r,24)}' if v==0 else f'https://blob.wear.test/c/{tk(r,8)}/hr.csv?sv=2021&sig={tk(r,18)}','l')
# ---------------------------------------------------------------- text
DRUG=A('prednisolone|tacrolimus|ciclosporin|rituximab|eltrombopag|letermovir|mycophenolate|ruxolitinib|aciclovir|posaconazole')
def T(fam,cols,parts,lo=1,hi=3,drugs=DRUG,mode='s',mw=('','','')):
    P_=A(parts)
    def g(r,v):
        k=r.randint(lo,hi);o=[]
        for s in r.sample(P_,k):
            s=s.replace('{n}',str(r.randint(2,28))).replace('{h}',str(r.randint(61,128)/10)).replace('{t}',str(r.randint(376,399)/10)).replace('{p}',str(r.randint(4,98))).replace('{g}',r.choice(drugs)).replace('{a}',str(r.randint(19,71)))
            o.append(s)
        s=' '.join(o)
        if parts[0].isascii() and r.random()<.06:s=s.lower()
        return s
    F('text',fam,cols,g,mode,r_miss(fam),mw)
def r_miss(f): return random.Random('m'+f).choice([.05,.1,.2,.3])
T('KISIM Verlauf mit ss statt Eszett',('Verlauf','Bemerkungen Arzt'),'Patientin fühlt sich seit dem letzten Termin deutlich müder, Appetit ordentlich.|Am Wochenende Fieber bis {t} Grad, Vorstellung auf dem Notfall, Blutkulturen abgenommen.|Wohnt jetzt bei der Schwester in einem Haus mit grossem Garten.|Ehemann berichtet, dass sie die {g} mehrfach vergessen hat.|Gewichtsverlust von {n} kg, sie mag kaum essen und schläft schlecht.|Haut an beiden Unterarmen gerötet und schuppend, Salbe weiter.|Nächste Kontrolle in {n} Tagen, dann Knochenmark besprechen.|Tc {p}, Hb {h}, keine Blutung, etwas Zahnfleischbluten beim Putzen.',drugs=A('Tacrolimus|Prednison|Valaciclovir|Ciclosporin|Letermovir'))
T('hôpital de jour observation du matin',('obs_hdj','Observation'),'Patiente revue ce matin en hôpital de jour, fatiguée mais moral correct.|Pas de fièvre depuis {n} jours, diarrhée moins fréquente, 3 selles hier.|Son mari signale un essoufflement dans les escaliers depuis la semaine dernière.|Transfusion de 2 CGR bien tolérée, Hb {h} avant.|On diminue {g} et on la revoit dans {n} jours.|Éruption du tronc apparue samedi, photos envoyées par la fille.|A repris son travail d’institutrice à mi-temps.|Se plaint de brûlures buccales, mange mixé.',drugs=A('le tacrolimus|la cortisone|la ciclosporine|le valaciclovir'))
T('anamnesi e decorso ambulatorio italiano',('decorso','Anamnesi'),'Il paziente riferisce astenia da circa {n} giorni e dispnea da sforzo.|Nega febbre, alvo regolare, appetito ridotto.|La moglie riferisce che ha sospeso {g} di propria iniziativa.|Giunge in DH per trasfusione, Hb {h}, plt {p}.|Lesioni cutanee al dorso in miglioramento, prosegue cortisone topico.|Vive con la figlia e due gatti, raccomandata igiene.|Controllo programmato tra {n} giorni con emocromo e chimica.|Ricoverato presso altro ospedale per polmonite, dimesso in discrete condizioni.',drugs=A('il tacrolimus|la ciclosporina|il prednisone|l’aciclovir'))
T('teleconsulta española del equipo',('teleconsulta','Nota telefónica'),'Llamo a la paciente, refiere encontrarse mejor y ha salido a pasear.|Ha tenido fiebre de {t} anoche, le indico acudir a urgencias.|Su hija comenta que vomita la medicación por la mañana.|Dejó {g} hace {n} días porque le sentaba mal.|No sangrados salvo epistaxis leve el domingo.|Le preocupa volver al trabajo en la panadería.|Nueva cita en {n} días con analítica, última Hb {h}.|Vive sola, le ayuda una vecina con la compra.',drugs=A('tacrolimus|el eltrombopag|la prednisona|el valganciclovir'))
T('telefonisch consult Nederlands poli',('tel_consult','Consultnotitie'),'Patiënte belt zelf, voelt zich grieperig sinds {n} dagen.|Temperatuur thuis {t}, afgesproken dat zij vandaag naar de SEH komt.|Echtgenoot vraagt of de {g} gestopt mag worden.|Eetlust matig, {n} kg afgevallen sinds de transplantatie.|Huid jeukt vooral ’s nachts, zalf helpt weinig.|Werkt weer twee ochtenden op school.|Controle over {n} dagen met bloedafname, Hb was {h}.|Blauwe plekken op de benen na het tuinieren.',drugs=A('prednison|tacrolimus|ciclosporine|valaciclovir'))
T('norsk poliklinisk notat fritekst',('pol_notat','Notat'),'Pasienten kommer sammen med datteren, virker sliten.|Har hatt feber til {t} i helgen, men er nå bedre.|Tar {g} som avtalt, litt skjelven på hendene.|Hb {h}, trombocytter {p}, ingen blødning.|Bor alene på gård og får hjelp av naboen.|Avtaler ny kontroll om {n} dager med blodprøver.|Utslett på bryst og armer, mistenker GVHD i hud.|Gått ned {n} kg, ernæringsfysiolog kontaktes.',drugs=A('takrolimus|prednisolon|ciklosporin|valaciklovir'))
T('opis zdarzenia niepożądanego polski',('opis_AE','Opis zdarzenia'),'Pacjentka zgłosiła się na SOR z gorączką {t} i dreszczami.|Mąż podaje, że od {n} dni jest osłabiona i nie je.|Włączono {g}, uzyskano poprawę po {n} dniach.|Przyjęta do oddziału, posiewy krwi dodatnie.|W domu upadła w łazience, siniak na udzie.|Hb {h}, płytki {p}, przetoczono KKCz.|Wypisana do domu w stanie ogólnym dobrym, pod opieką córki.|Zgłasza pieczenie w jamie ustnej i trudności w połykaniu.',drugs=A('meropenem|wankomycynę|prednizon|takrolimus'))
T('česká propouštěcí zpráva průběh',('průběh','Propouštěcí zpráva'),'Pacient přijat pro febrilie do {t}, bez jasného zdroje.|Manželka udává, že poslední {n} dny málo jí a pospává.|Nasazen {g} s dobrým efektem, afebrilní od {n}. dne.|Podány transfuze, Hb při propuštění {h}.|Kožní výsev na hrudníku ustupuje po masti.|Propuštěn domů v doprovodu syna, chodí s holí.|Kontrola v ambulanci za {n} dní s krevním obrazem.|Pracoval jako truhlář, nyní v invalidním důchodu.',drugs=A('meropenem|takrolimus|prednison|aciklovir'))
T('magyar ambuláns lap szöveg',('ambulans_lap','Dekurzus'),'A beteg férjével érkezett, gyengeségre panaszkodik.|Otthon {t} fokos láza volt, lázcsillapítóra csökkent.|A {g} adagját {n} napja elhagyta hányinger miatt.|Hb {h}, thrombocyta {p}, vérzés nincs.|Egyedül él, a szomszéd segít a bevásárlásban.|Kontroll {n} nap múlva laborral.|A mellkason viszkető kiütés, kenőcsöt kapott.|Fogyott {n} kilót a transzplantáció óta.',drugs=A('takrolimusz|prednizolon|ciklosporin|valaciklovir'))
T('Greek description of the event at the centre',('Περιγραφή','perigrafi_AE'),'Ο ασθενής προσήλθε στα επείγοντα με πυρετό {t} και ρίγος.|Η σύζυγός του αναφέρει ότι δεν τρώει εδώ και {n} ημέρες.|Χορηγήθηκε {g} με βελτίωση μετά από {n} ημέρες.|Hb {h}, αιμοπετάλια {p}, χωρίς αιμορραγία.|Ζει μόνος στο χωριό και τον βοηθά η κόρη του.|Επανέλεγχος σε {n} ημέρες στα εξωτερικά ιατρεία.|Εξάνθημα στον κορμό που υποχωρεί με αλοιφή.|Διέκοψε μόνη της το φάρμακο λόγω ναυτίας.',drugs=A('μεροπενέμη|τακρόλιμους|πρεδνιζολόνη|ακυκλοβίρη'))
T('Russian calls of the coordinator of follow-up',('Комментарий звонка','звонок'),'Позвонили пациентке, чувствует себя удовлетворительно, живёт у дочери.|Жалуется на слабость и одышку в течение {n} дней.|Температура вечером {t}, рекомендовано обратиться в приёмное отделение.|Со слов мужа, {g} принимает нерегулярно.|Последний Hb {h}, тромбоциты {p} по месту жительства.|Вышла на работу в школу на полставки.|Просит перенести визит на {n} дней из-за дороги.|Трубку взял сын, сообщил, что мать в больнице.',drugs=A('такролимус|преднизолон|циклоспорин|ацикловир'))
T('epikriz metni Türkçe yatış',('epikriz','Epikriz notu'),'Hasta eşiyle birlikte başvurdu, {n} gündür halsizliği var.|Evde ateşi {t} ölçülmüş, acilde kültürleri alındı.|{g} ilacını kendiliğinden bırakmış.|Hb {h}, trombosit {p}, aktif kanama yok.|Gövdede kaşıntılı döküntü, krem ile geriliyor.|Köyde yalnız yaşıyor, kızı ilgileniyor.|{n} gün sonra poliklinik kontrolü önerildi.|Ağız içi yaralar nedeniyle beslenemiyor, mayi verildi.',drugs=A('Takrolimus|Prednizolon|Siklosporin|Asiklovir'))
T('Arabic discharge plan in sentences',('خطة الخروج','discharge_ar'),'خرجت المريضة مع زوجها بحالة جيدة.|كانت تعاني من حمى {t} لمدة {n} أيام.|تم إيقاف {g} بسبب القيء.|الهيموغلوبين {h} والصفائح {p} ولا يوجد نزيف.|تعيش مع والدتها في الطابق الثالث بدون مصعد.|موعد المراجعة بعد {n} يوما مع التحاليل.|طفح جلدي على الصدر يتحسن بالمرهم.|ذكر الابن أنها تنسى الدواء في المساء.',drugs=A('تاكروليموس|بريدنيزولون|سيكلوسبورين'))
T('有害事象 経緯の記載',('有害事象経緯','経緯'),'朝から{t}度の発熱あり、夫に付き添われて救急外来を受診した。|{n}日前より食欲低下、水分は摂れている。|{g}を開始し、{n}日後に解熱した。|Hb {h}、血小板{p}、出血傾向なし。|自宅で転倒し右大腿に皮下出血を認めた。|娘と二人暮らし、家事は手伝ってもらっている。|体幹の皮疹は軟膏で軽快傾向。|本人の希望により退院、{n}日後に外来再診とした。',drugs=A('メロペネム|タクロリムス|プレドニゾロン|アシクロビル'))
T('严重不良事件 描述 中文',('SAE描述','事件经过'),'患者{n}天前受凉后出现发热，最高{t}℃，由家属送至急诊。|给予{g}治疗后体温降至正常。|患者诉乏力、纳差，夜间睡眠差。|血红蛋白{h}，血小板{p}，无活动性出血。|其女儿代述患者自行停药{n}天。|躯干散在红色皮疹，伴瘙痒，外用药膏后好转。|患者现居外地，要求延期随访。|病情稳定出院，嘱{n}天后门诊复查。',drugs=A('美罗培南|他克莫司|泼尼松|阿昔洛韦'))
T('이상반응 경과 서술 한국어',('이상반응 서술','AE_narr_kr'),'환자는 내원 {n}일 전부터 발열과 오한이 있어 응급실로 왔습니다.|체온 {t}도, 배우자와 함께 내원함.|{g} 투여 후 {n}일째 호전됨.|Hb {h}, 혈소판 {p}, 출혈 소견 없음.|집에서 넘어져 허벅지에 멍이 들었다고 함.|딸과 함께 살고 있으며 식사는 절반 정도 함.|몸통에 가려운 발진이 있어 연고 처방함.|환자가 원하여 퇴원하였고 {n}일 뒤 외래 예정임.',drugs=A('메로페넴|타크로리무스|프레드니솔론|아시클로버'))
T('relato do evento adverso centro brasileiro',('relato_EA','Descrição do evento'),'Paciente deu entrada no PS com febre de {t} e calafrios.|Esposo relata que está sem comer há {n} dias.|Iniciado {g} com melhora após {n} dias.|Hb {h}, plaquetas {p}, sem sangramento ativo.|Caiu no banheiro de casa, equimose em coxa direita.|Mora com a mãe no interior e depende de ônibus.|Alta em bom estado, retorno em {n} dias no ambulatório.|Refere que parou o remédio por conta própria.',drugs=A('meropenem|tacrolimo|prednisona|aciclovir'))
T('circumstances of a protocol deviation told by the site',('deviation_detail','DVCOMM'),'Subject could not travel because her car broke down on the motorway.|Patient took {g} before the blood draw although told not to.|Visit done {n} days late, patient was on holiday with his family in Spain.|Daughter called to say that he had been admitted locally with fever of {t}.|Sample clotted, patient refused a second needle as his veins are poor.|She lost her diary when moving house.|Mother forgot to bring the child fasting.|He was upset after the funeral of his father and skipped the dose for {n} days.')
T('Vietnamese diễn biến bệnh của người bệnh',('Diễn biến','dien_bien'),'Người bệnh sốt {t} độ từ tối qua, được chồng đưa vào cấp cứu.|Mệt mỏi, ăn kém {n} ngày nay.|Đã dùng {g}, sau {n} ngày đỡ sốt.|Hb {h}, tiểu cầu {p}, không chảy máu.|Sống cùng con gái ở quê, đi lại khó khăn.|Ban đỏ ngứa ở ngực, bôi thuốc có đỡ.|Hẹn tái khám sau {n} ngày.|Tự ý bỏ thuốc vì buồn nôn.',drugs=A('meropenem|tacrolimus|prednisolon|aciclovir'))
# ---------------------------------------------------------------- harmless: measured numbers
# family|col1|col2|mean|sd|dec|min|max|options|suffix1|suffix2  (c=decimal comma, l=below limit, u=above limit, f=flags, g=lognormal)
LAB='''Hb mmol per litre Dutch comma|Hb (mmol/L)|hemoglobine|6.6|1.3|1|3|10.5|c|| mmol/l
Hb US with L and H behind|HGB g/dL|Hemoglobin|10.4|2.2|1|4.5|17|f|| g/dL
Hb in g/l Swedish B-Hb whole with unit|B-Hb|B-Hb (g/L)|104|21|0|48|171|| g/L| g/l
platelets Gpt per litre German laboratory|Thrombo (Gpt/l)|TZ|88|70|0|3|480|| Gpt/l| Gpt/L
platelets ten cubed Sysmex star|PLT(10^3/uL)|PLT|96|80|0|2|510|s| 10^3/uL| *10^3/uL
płytki krwi tys. na µl|PLT tys/µl|Płytki|92|70|0|3|430|l| tys/µl| tys./µl
leucocytes G per litre French comma|Leuco (G/L)|GB|4.9|2.6|2|0.1|21|c|| G/L
globuli bianchi migliaia per microlitro|GB (x10^3/µL)|WBC|5.1|2.7|2|0.1|22|c| x10^3/µL| 10^3/µl
neutrófilos absolutos miles español|Neutrófilos (10^3/µL)|NEU_abs|2.8|1.8|2|0.02|14|c|| x10e3/µL
monocytes per cent of differential|MONO%|Mono (%)|8.4|3.2|1|0.2|22||| %
eozynofile procent|EOS %|Eozynofile|2.9|2.1|1|0|13|c|| %
lymfocyter absolut svensk|B-Lymfocyter|Lymf|1.1|.7|2|.05|4.6|c|| x10E9/L
reticulocitos absolutos con por mil|Reticulocitos|RET abs|62|35|1|2|210|c| x10^9/L| 10e9/L
MCHC grams per decilitre|MCHC|MCHC (g/dL)|33.2|1.1|1|29|37||| g/dL
VGM en fl|VGM (fl)|VGM|91.4|7.3|1|66|121|c|| fl
hemoglobin Türkçe HGB gr/dl|HGB (gr/dl)|HB|10.6|2|1|5|16.8|| gr/dl|
creatinine UK with unit whole|Creatinine|U&E Creat|82|28|0|31|260|| umol/L| µmol/L
creatinina española coma mg|Creatinina (mg/dL)|Creat|0.86|.28|2|.28|2.9|c|| mg/dL
Kreatinin Österreich mg/dl|Kreatinin|Krea mg/dl|0.89|.3|2|.3|3.1|c| mg/dl|
CKD-EPI with unit per 1.73|eGFR|eGFR CKD-EPI|84|22|0|14|89|| mL/min/1.73m2| ml/min
ureum mmol per liter|Ureum|ureum (mmol/L)|6.4|2.5|1|1.8|22|c| mmol/L|
BUN US decimal|BUN|Urea nitrogen|16.8|6.9|1|4|61||| mg/dL
calcium total adjusted UK|Adj Ca|Adjusted calcium|2.31|.11|2|1.9|2.8||| mmol/L
magnesio italiano mg/dL|Magnesio|Mg|1.86|.27|2|1|2.9|c| mg/dL|
total CO2 mEq|CO2|TCO2|24.6|2.7|1|14|33||| mEq/L
proteine totali|Proteine totali|PT g/dL|6.7|.7|1|4.2|8.9|c| g/dL|
albumina polska|Albumina|ALB g/dl|3.8|.5|2|1.9|5.1|c| g/dl|
ALAT français UI par litre|ALAT (UI/L)|ALAT|34|26|0|6|310|| UI/L| UI/l
AST Dutch with unit|ASAT|ASAT U/L|31|18|0|8|240|| U/L| U/l
gamma-GT italiana|GGT|gamma GT|58|52|0|7|420|| U/L| UI/L
LDH Dutch with unit|LDH|LD|248|88|0|110|890|| U/L| U/l
haptoglobine g/L indosable|Haptoglobine|HAPTO|0.9|.6|2|.08|3|cl| g/L| g/L
ferritine µg par litre supérieure|Ferritine|FERR|880|760|0|12|2000|ug| µg/L| ug/L
transferrin saturation with sign German|Transferrinsättigung|TSAT|38|19|0|6|97|| %|%
CRP dansk under fire|P-CRP|CRP|18|30|0|4|240|lg| mg/L| mg/l
IgG gramos por litro español|IgG (g/L)|IgG|7.4|3.1|2|.6|19|c|| g/L
IgA Hungarian g/l|IgA|IgA g/l|1.4|.9|2|.05|5|cl| g/l|
free light chain ratio kappa lambda|K/L ratio|rapporto kappa/lambda|1.12|.5|2|.2|4.1|||
CD3 cells per mm3 French|CD3 (/mm3)|LT CD3+|690|420|0|12|2400|g| /mm3| /mm³
CD4 aantal Nederlands met eenheid|CD4 absoluut|CD4|310|210|0|8|1400|g| x10^6/l| /µl
CD34 dose Italian comma per kg|CD34+/kg|dose CD34|5.6|2.3|2|1.1|15|c| x10^6/kg| x10E6/kg
TNC dose hundred millions Turkish|Toplam çekirdekli hücre|TNC|3.7|1.6|2|.5|11|c| x10^8/kg| 10^8/kg
viabilité à la décongélation|Viabilité|viab_decong|81|9|1|42|99|c| %|%
fibrinogen US mg with unit|Fibrinogen|FIB|318|92|0|80|740|| mg/dL| mg/dL
TCA ratio M/T|TCA ratio|TCA (M/T)|1.08|.16|2|.8|2.4|c||
TP pour cent français|TP (%)|TP|86|13|0|28|100|| %|%
D-dimer Spain ng/mL FEU|Dímero D|DD|760|700|0|150|5200|lg| ng/mL| ng/mL FEU
protrombin komplex INR norsk|PT-INR|INR|1.1|.25|1|.8|4.2|c||
vWF RCo with per cent Spanish|vWF:RCo|FvW RCo|96|41|0|18|280|| %| %
ADAMTS13 with UI/dL Italian|ADAMTS13 attività|ADAMTS13|52|33|0|5|118|l| UI/dL| U/dL
folate ng per mL with greater 20|Folate|FOL|10.6|4.8|1|1.8|20|u| ng/mL|
TSH Czech mU/l|TSH|S_TSH|2.3|1.5|2|.05|11|c| mU/l|
fT4 pmol español|T4L|T4 libre|15.2|3|1|6|29|c| pmol/L|
cortisol micrograms per decilitre morning|AM cortisol|Cortisol 8h|11.8|5.2|1|.8|27|| ug/dL| µg/dL
glycated haemoglobin per cent French|HbA1c (%)|HbA1c|5.8|.8|1|4.2|10.4|c|| %
glycemia à jeun g/L|Glycémie|GAJ (g/L)|1.01|.22|2|.6|2.6|c|| g/L
colesterolo HDL con unità|HDL|Col. HDL|51|14|0|20|99|| mg/dL| mg/dl
uric acid umol Dutch|Urinezuur|urinezuur|0.31|.09|2|.1|.7|c| mmol/L|
tacrolémie résiduelle|T0 tacro|Tacrolémie|8.2|3|1|1.5|21|cl| ng/mL| µg/L
cyclosporinaemia whole with unit Polish|CsA C0|stężenie CsA|186|66|0|30|420|| ng/ml| ng/mL
everolimus trough|Everolimus C0|EVR|4.8|1.9|1|1|12|| ng/mL| ug/L
busulfan steady state concentration|Css|Bu Css|812|140|0|430|1240|| ng/mL| µg/L
MMF AUC mg.h per L|AUC MPA|MPA AUC0-12|42.6|14|1|12|98|| mg.h/L| mg*h/L
CMV log UI per mL French|CMV (log UI/mL)|PCR CMV|2.9|.8|2|1.7|5.9|cl|| log
adenovirus log copies blood Spanish|ADV log|Adenovirus PCR|3.1|1|1|2|7.4|cl| log| log cop/mL
EPO sérique mUI|EPO|EPO (mUI/mL)|96|140|1|3|800|cg| mUI/mL| UI/L
soluble CD163 mg per litre|sCD163|sCD163|2.4|1.3|2|.4|9|g| mg/L| mg/L
serum elafin two decimals|Elafin|elafin_ngml|6.8|6|2|.6|48|g|| ng/mL
peso corporeo kg virgola|Peso (kg)|Peso|66.8|14|1|31|118|c|| kg
waga pacjenta|Masa ciała|waga_kg|70.4|15|1|32|126|c| kg|
taille en m|Taille (m)|taille|1.68|.09|2|1.38|1.96|c|| m
IMC con coma|IMC|IMC (kg/m2)|24.3|4.2|1|15|41|c|| kg/m²
temperatura ascellare|TC|Temperatura|36.7|.6|1|35.2|40.1|c| °C| °C
saturazione in aria ambiente|SpO2 aa|SatO2|97|2|0|84|100|| %| % AA
hartslag per minuut|Hartfrequentie|pols|78|13|0|48|138|| /min| bpm
FEVE por ciento|FEVE|FEVE (%)|61|6|0|28|74|| %|%
DLCO ajustada porcentaje|DLCOc|DLCO %|76|16|0|28|118|| %| % pred
VEMS litres virgule|VEMS (L)|VEMS|2.9|.8|2|.9|5.2|c|| L
milza diametro bipolare cm|Milza DL|Milza|11.4|2.1|1|7|21|c| cm| cm
ferritin log transformed|ln_ferritin|logferr|6.52|1.1|3|2.3|9.4|||
time in therapeutic range per cent decimals|TTR|ttr_pct|58.3|19|1|4|98||| %
infusion volume ml with unit Spanish|Volumen infundido|vol_inf|286|120|0|40|780|| ml| mL
anti-thymocyte globulin total mg/kg Spanish comma|ATG total|dosis ATG|6.1|2|1|2.5|12.5|c| mg/kg| mg/kg
Busulfan Gesamtdosis mg/kg|Bu gesamt|Busulfan|10.4|2.8|1|3.2|16|c| mg/kg| mg/kgKG
hospital stay days French with unit|DMS|Durée séjour|31|11|0|6|98|| jours| j
giorni di neutropenia|gg neutropenia|durata neutropenia|13|5|0|3|45|| gg| giorni
aplasia duración en días unidad|Días de aplasia|aplasia|14|5|0|4|48|| días| d
zeit bis Thrombozyten in Tagen mit Einheit|Thr > 20|Tage bis TZ>20|15|6|0|6|74|| Tage| d
follow-up in years comma Swedish|Uppföljning (år)|fu_ar|4.6|3|2|.1|17|c|| år'''
LM=[('','','NA','.'),('','ND','n.d.'),('','-','.'),('','not done'),('','-99'),('','NaN')]
def labg(row):
    fam,c1,c2,mu,sd,dec,lo,hi,opt,s1,s2=row;mu,sd,dec,lo,hi=float(mu),float(sd),int(dec),float(lo),float(hi)
    def g(r,v):
        x=r.lognormvariate(0,.75)*mu*.75 if 'g' in opt else r.gauss(mu,sd)
        if 'g' not in opt and mu>0 and sd>.7*mu:x=abs(x)
        pre=''
        if x<lo:
            if 'l' in opt:pre=C(r,'<','<','< ')if v else '<';x=lo
            else:x=lo+r.random()*min(sd,hi-lo)*.5
        if x>hi:
            if 'u' in opt:pre='>';x=hi
            else:x=hi-r.random()*min(sd,hi-lo)*.5
        s='%.*f'%(dec,x)
        if 'c' in opt:s=s.replace('.',',')
        if 'f' in opt:s+=' L' if x<11.5 and v==0 else ' H' if x>16 else ''
        if 's' in opt:s+='*' if r.random()<.08 else ''
        return pre+s+(s1,s2)[v]
    return g
for i,l in enumerate(LAB.split('\n')):
    row=l.split('|');F('harmless',row[0],(row[1],row[2]),labg(row),'s',None,LM[i%len(LM)])
# ---------------------------------------------------------------- harmless: categories
CAT='''családi állapot magyar|Családi állapot|csal_all|házas|nőtlen|hajadon|elvált|özvegy|élettársi kapcsolat
medeni durum Türkçe|Medeni Durum|medeni_hal|Evli|Bekar|Dul|Boşanmış|Bilinmiyor
οικογενειακή κατάσταση|Οικογενειακή κατάσταση|oikog_kat|Έγγαμος/η|Άγαμος/η|Διαζευγμένος/η|Χήρος/α
семейное положение пациента|Семейное положение|sem_pol|женат/замужем|холост/не замужем|в разводе|вдова/вдовец|нет данных
iskolai végzettség|Iskolai végzettség|isk_vegz|8 általános|szakmunkás|érettségi|főiskola|egyetem
eğitim durumu|Eğitim Durumu|egitim|İlkokul|Ortaokul|Lise|Üniversite|Okur-yazar değil
titolo di studio|Titolo di studio|istruzione|Licenza elementare|Licenza media|Diploma|Laurea|Nessuno
εκπαίδευση επίπεδα|Εκπαίδευση|ekpaideysi|Δημοτικό|Γυμνάσιο|Λύκειο|ΤΕΙ|ΑΕΙ|Μεταπτυχιακό
dohányzás magyar|Dohányzás|dohanyzas|soha|leszokott|jelenleg dohányzik|nem ismert
sigara kullanımı|Sigara|sigara_durum|Hiç içmemiş|Bırakmış|Halen içiyor
sex in Greek and Hungarian words|Φύλο|nem|Άρρεν|Θήλυ|férfi|nő
giới tính Vietnamese|Giới tính|gioi|Nam|Nữ
sexul Romanian|Sex|sexul|Masculin|Feminin
Sim Não Ignorado coded Brazil|Infecção prévia|uso_previo_ritux|1-Sim|2-Não|9-Ignorado
Ja Nei Vet ikke norsk|Tidligere ATG|tidl_ritux|Ja|Nei|Vet ikke
da ne ni znano slovenski|Predhodna splenektomija|splenekt|da|ne|ni znano
Oui Non Non applicable 0 1 codés|Atcd splénectomie|splenec|0 = Non|1 = Oui|2 = NA
severity Hungarian|Súlyosság|sulyossag|enyhe|közepes|súlyos|életveszélyes|halálos
severity Greek|Βαρύτητα|varytita|Ήπια|Μέτρια|Σοβαρή|Απειλητική για τη ζωή
severity Romanian|Severitate|sever|ușoară|moderată|severă|amenințătoare de viață
severity Hebrew|חומרה|humra|קל|בינוני|קשה|מסכן חיים
severity Danish|Sværhedsgrad|svaerhed|Let|Moderat|Svær|Livstruende
severity Ukrainian|Ступінь тяжкості|tiazhkist|легкий|помірний|тяжкий|загрозливий для життя
causality Italian five|Correlazione|nesso_causale|Non correlato|Improbabile|Possibile|Probabile|Certo
causality Polish|Związek z lekiem|zwiazek|niezwiązany|mało prawdopodobny|możliwy|prawdopodobny|pewny
causality Turkish|İlişki|nedensellik|İlişkisiz|Olası değil|Olası|Muhtemel|Kesin
causality Hungarian|Összefüggés|oksag|nincs|nem valószínű|lehetséges|valószínű|biztos
outcome of event Dutch|Afloop|uitkomst_AE|hersteld|hersteld met restverschijnselen|herstellende|niet hersteld|overleden|onbekend
outcome of event Turkish|Sonuç|ae_sonuc|İyileşti|Sekelle iyileşti|İyileşmekte|Devam ediyor|Ölüm
outcome of event Swedish|Utfall|utfall_ae|Återställd|Återställd med men|Under tillfrisknande|Ej återställd|Avliden|Okänt
action taken German|Maßnahme Prüfpräparat|massnahme|keine|Dosis reduziert|unterbrochen|abgesetzt|nicht zutreffend
action taken Italian|Azione intrapresa|azione_farmaco|Nessuna|Dose ridotta|Sospeso temporaneamente|Interrotto definitivamente|Non applicabile
action taken Japanese|処置|被験薬の処置|変更なし|減量|休薬|中止|該当せず
visit names Hungarian|Vizit|vizit_nev|Szűrés|Kondicionálás|0. nap|+30. nap|+100. nap|1 év|2 év
visit names Greek|Επίσκεψη|episkepsi|Έλεγχος ένταξης|Ημέρα 0|Ημέρα +30|Ημέρα +100|Μήνας 6|Έτος 1
visit names Thai|การนัด|visit_th|คัดกรอง|วันที่ 0|วันที่ 30|วันที่ 100|เดือนที่ 6|ปีที่ 1
departments Hungarian|Osztály|osztaly|Hematológia|Belgyógyászat|Gyermekgyógyászat|Intenzív osztály|Infektológia|Immunológia
departments Italian UOC|Reparto|UO|Ematologia|CTMO|Medicina interna|Oncoematologia pediatrica|Rianimazione|DH Ematologia|Malattie infettive
departments French UF|Unité|UF libellé|Hématologie clinique|Secteur protégé|HDJ hémato|Réanimation médicale|Médecine interne|Immuno-hématologie pédiatrique
servicios españoles hospital|Servicio|servicio_alta|Hematología|UCI|Medicina Interna|Hospital de Día|Oncohematología pediátrica|Reumatología|Urgencias
diagnoses Turkish haematology|Tanı|tani|Aplastik anemi|ITP|Evans sendromu|Otoimmün hemolitik anemi|TTP|PNH|Felty sendromu
diagnoses Slovene|Diagnoza|dg_slo|aplastična anemija|imunska trombocitopenija|avtoimunska hemolitična anemija|Evansov sindrom|PNH
diagnoses Hebrew|אבחנה|dx_heb|אנמיה אפלסטית|ITP|אנמיה המוליטית אוטואימונית|תסמונת אוונס|TTP|PNH
countries Swedish|Land|sjukhusland|Sverige|Norge|Danmark|Finland|Tyskland|Nederländerna|Storbritannien|Spanien
countries Hungarian|Ország|orszag|Magyarország|Németország|Ausztria|Lengyelország|Csehország|Olaszország|Franciaország
countries Greek|Χώρα|chora|Ελλάδα|Κύπρος|Γερμανία|Ιταλία|Ισπανία|Γαλλία|Τουρκία
countries Czech|Země|zeme|Česko|Slovensko|Německo|Polsko|Rakousko|Itálie|Francie
emocomponenti italiani|Emocomponente|emocomp|GRC filtrate|GRC irradiate|PLT da aferesi|PLT da pool|Plasma|Nessuno
productos sanguíneos|Hemocomponente|producto_transf|Concentrado de hematíes|Plaquetas pool|Plaquetas aféresis|PFC|Hematíes irradiados
specimen Turkish|Numune|numune_turu|Tam kan|Serum|Plazma|Kemik iliği|İdrar|Gaita|BOS|Bal
specimen Hungarian|Minta|minta|EDTA vér|natív vér|citrátos vér|csontvelő|vizelet|liquor|széklet
material biológico português|Material|amostra|Sangue total|Soro|Plasma|Medula óssea|Urina|Líquor|Swab retal
материал русский|Материал|биоматериал|венозная кровь|сыворотка|костный мозг|моча|ликвор|мокрота
MedDRA PT Italian|Termine PT|PT_it|Neutropenia febbrile|Mucosite|Polmonite|Diarrea|Ipertensione|Cistite emorragica|Nausea|Sepsi
MedDRA PT Dutch|Voorkeursterm|pt_nl|Febriele neutropenie|Mucositis|Pneumonie|Diarree|Hypertensie|Hemorragische cystitis|Misselijkheid
MedDRA PT Hungarian|PT magyar|pt_hu|Lázas neutropenia|Mucositis|Pneumonia|Hasmenés|Hypertonia|Vérzéses hólyaggyulladás|Hányinger
MedDRA PT Czech|Preferovaný termín|pt_cs|Febrilní neutropenie|Mukozitida|Pneumonie|Průjem|Hypertenze|Hemoragická cystitida|Nauzea
CTCAE Grado Evre fokozat in words|Grado|evre|Grado 1|Grado 2|Grado 3|Grado 4|Grado 5
CTCAE toxicity grade French words|Grade de toxicité|gr_tox|Grade 1 (léger)|Grade 2 (modéré)|Grade 3 (sévère)|Grade 4 (vie en danger)
ICD-10 Turkish with text|ICD Tanı|icd_tr|D61.3 İdiyopatik aplastik anemi|D69.3 İdiyopatik trombositopenik purpura|D59.1 Otoimmün hemolitik anemiler|D69.4 Diğer primer trombositopeni|D59.5 PNH
BNO Hungarian five characters|BNO|bno_kod|D6130|D6930|D5910|D5950|M3110|M3400|G35H0
МКБ-10 с текстом|МКБ-10|mkb|D61.3 Идиопатическая апластическая анемия|D69.3 ИТП|D59.1 Аутоиммунные гемолитические анемии|D59.5 ПНГ|M31.1 ТТП
ICD-10-SE diagnosis with text|Diagnoskod|DIA1|D61.3 Idiopatisk aplastisk anemi|D69.3 Idiopatisk trombocytopen purpura|D59.1 Andra autoimmuna hemolytiska anemier|G35.9 Multipel skleros
ICD-9-CM italiano procedure 41.0x|Intervento|proc_ICD9|41.05 Trapianto allogenico di cellule staminali|41.06 Trapianto da sangue cordonale|41.08 Trapianto allogenico con purging|41.31 Biopsia midollo|99.79 Aferesi terapeutica
CIE-10-ES diagnóstico con texto|Diagnóstico principal|CIE10|D61.3 Anemia aplásica idiopática|D69.3 Púrpura trombocitopénica inmune|D59.10 AHAI no especificada|D69.41 Síndrome de Evans|T86.09 Otras complicaciones de TMO
OPCS-4 with text British|OPCS|Procedure (OPCS4)|W34.1 Autograft of bone marrow|W34.2 Allograft of bone marrow NEC|X33.4 Autologous PBSC transplant|X33.5 Syngeneic PBSC transplant|W36.5 Diagnostic extraction of bone marrow NEC
ATC with Italian name|ATC|atc_descr|L04AD02 tacrolimus|L04AD01 ciclosporina|L04AA06 acido micofenolico|H02AB07 prednisone|J05AX18 letermovir|L01FA01 rituximab
brand names Italy|Farmaco|farmaco_comm|Sandimmun Neoral|Prograf|CellCept|Deltacortene|Prevymis|Revolade|Nplate|MabThera|Jakavi
brand names Spain and Latin America|Medicamento|nombre_comercial|Sandimmun|Advagraf|Cellcept|Dacortin|Prevymis|Revolade|Nplate|Truxima|Jakavi
brand names Turkey|İlaç|ilac_ad|Prograf|Sandimmun Neoral|CellCept|Prednol|Deltacortril|Revolade|MabThera|Valcyte
brand names Japan kana|薬剤名|使用薬剤|プログラフ|ネオーラル|セルセプト|プレドニン|レボレード|プレバイミス|サイモグロブリン
brand names Korea|약품명|drug_kr|프로그랍|사이폴엔|셀셉트|소론도|레볼레이드|싸이모글로부린|맙테라
dosing Italian die|Posologia|schema|1 cp x 2/die|1 cp/die|2 cp x 3/die|1 cps la sera|1 fl ev/die|a giorni alterni
dosing Turkish x by tb|Kullanım|doz_sekli|1x1 tb|2x1 tb|3x1 tb|1x1/2 tb|2x2 kapsül|haftada 3 gün
dosing Polish razy dziennie|Dawkowanie|dawk|1 x dz.|2 x dz.|3 x dz.|co drugi dzień|2 x 1 tabl.|1 tabl. rano
dosing Dutch daags|Dosering|dosering|1dd1|2dd1|3dd2|1dd1 an|om de dag|zo nodig
dosing UK Latin in lower|Frequency|freq_uk|od|bd|tds|qds|nocte|prn|alt days
conditioning Turkish regimens|Hazırlama rejimi|hazirlama|Flu-Cy-ATG|Bu-Cy|Cy-ATG|Flu-Bu-ATG|BEAM-ATG|Flu-Mel
graft source Polish|Źródło komórek|zrodlo|szpik|krew obwodowa|krew pępowinowa|szpik + krew obwodowa
donor type Hungarian|Donor típus|donor_tip|HLA-azonos testvér|idegen donor|haploidentikus|autológ|köldökzsinórvér
donor type Danish|Donortype|donor|HLA-identisk søskende|Ubeslægtet donor|Haploidentisk|Autolog|Navlesnorsblod
vital status Czech and Slovak|Stav|stav_posl|žije|zemřel|ztracen ze sledování|žije s relapsem
vital status Italian|Stato vitale|stato_ult|Vivo|Deceduto|Perso al follow-up|Vivo in RC
cause of death Italian|Causa decesso|causa_exitus|Infezione|GVHD|Emorragia|Rigetto|Recidiva malattia|Tossicità|Altro
cause of death Polish|Przyczyna zgonu|przyczyna|zakażenie|GVHD|krwawienie|nawrót choroby|niewydolność wielonarządowa|inna
response Greek|Ανταπόκριση|antapokrisi|Πλήρης|Μερική|Καμία|Υποτροπή|Μη αξιολογήσιμη
response Romanian|Răspuns|raspuns|Complet|Parțial|Fără răspuns|Recădere|Neevaluabil
reason for stopping Hungarian|Kezelés befejezés oka|befejezes_ok|mellékhatás|hatástalanság|beteg kérése|halál|terv szerint befejezve
reason withdrawal Polish|Przyczyna wyłączenia|wylaczenie|wycofanie zgody|zdarzenie niepożądane|brak skuteczności|utrata kontaktu|zgon
arms UK trial names|Allocation|arm_label|Standard care|AHSCT|Best available therapy|Early transplant|Deferred transplant
populations German labels|Auswertekollektiv|Kollektiv|ITT|PP|mITT|Safety|ausgeschlossen
form status Dutch|CRF status|status_formulier|leeg|gestart|volledig|geverifieerd|vergrendeld
form status German|Formularstatus|Bogenstatus|leer|begonnen|vollständig|geprüft|gesperrt
query states French|Statut query|etat_query|Ouverte|Répondue|Clôturée|Annulée|Relancée
Likert Italian agreement|Soddisfazione|item_12|Per niente|Un po'|Abbastanza|Molto|Moltissimo
Likert German EORTC|F28|EORTC_12|überhaupt nicht|wenig|mäßig|sehr
Likert Hungarian|QLQ_9|kerdes_9|egyáltalán nem|kissé|meglehetősen|nagyon
Likert Portuguese FACT|GP3|fact_item|Nem um pouco|Um pouco|Mais ou menos|Muito|Muitíssimo
groupe sanguin avec rhésus mots|Groupe|GS_donneur|O+|A+|B+|AB+|O-|A-|B-
IgG serology words German recipient|CMV-Status E/S|CMV_D_R|pos/pos|pos/neg|neg/pos|neg/neg|unbekannt
vascular access English UK|Line type|access|Hickman|PICC|Vascath|Portacath|Femoral line|Peripheral
CVC Spanish|Acceso venoso|cateter|Hickman|PICC|Reservorio|Vía periférica|Shaldon
nutrition Italian|Nutrizione|nutriz|Per os|NPT|SNG|Dieta a bassa carica|Digiuno|PEG
mobilisation regimens Dutch|Mobilisatie|mob_schema|Cyclofosfamide + G-CSF|G-CSF|G-CSF + plerixafor|geen
biopsy GVHD findings German|Histologie|Biopsie|GVHD Grad 1|GVHD Grad 2|GVHD Grad 3|keine GVHD|nicht beurteilbar
chest X-ray Italian|RX torace|rx|Negativo|Addensamento basale dx|Addensamento basale sn|Versamento pleurico|Interstiziopatia
ECG Spanish words|ECG|ecg_result|Normal|Alterado no clín. signif.|Alterado clín. signif.|No realizado
organisms Italian|Germe isolato|isolato|E. coli|K. pneumoniae KPC|P. aeruginosa|S. epidermidis|E. faecium VRE|C. albicans|Negativo
vaccines French|Vaccin|vaccin_nom|Prevenar 13|Pneumovax|Infanrix Hexa|Vaxigrip|Nimenrix|Engerix|Shingrix
payer types Turkish|Güvence|guvence|SGK|Özel sigorta|Ücretli|Yeşil kart|Yabancı uyruklu
payer Italian and French|Onere degenza|regime|SSN|Solvente|Assicurazione|Paesi UE|ALD 100%
sequencing panels and kits Europe|Panel|panel_NGS|TruSight Myeloid|Archer VariantPlex|SOPHiA MYS|Oncomine Myeloid|WES Twist|aCGH 180K
analyser with method German|Gerät|Methode|XN-9000 Fluoreszenz|cobas c702 photom.|cobas e801 ECLIA|BN II Nephelometrie|ACL TOP koagul.
EDC versions in words|EDC build|edc_rel|Rave 2021.2.1|Castor 2023.1|REDCap 13.1.27|OpenClinica 3.14|Viedoc 4.72
dictionary with release Europe|Wörterbuch|coding_dict|MedDRA 24.1 DE|MedDRA 25.0 FR|MedDRA 26.1 IT|WHODrug Global B3 Sep 2022|CTCAE v5.0
flags Turkish abnormal|Sonuç Durumu|anormal|Normal|Yüksek|Düşük|Panik
flags French A N|Interprétation|anormalie|N|A NCS|A CS|NF
REDCap checkbox labels|prior_tx___3|comorb___7|Checked|Unchecked
epoch Spanish|Período|epoca|Cribado|Movilización|Acondicionamiento|Trasplante|Seguimiento
HLA-A second field Spanish pairs|HLA-A|HLA_A_don|A*02:01/A*24:02|A*01:01/A*03:01|A*02:01/A*29:02|A*11:01/A*68:01|A*30:02/A*33:01|A*02:05/A*26:01
HLA-DQB1 single field with DQ|HLA-DQB1|DQB1_R|DQB1*02|DQB1*03:01|DQB1*03:02|DQB1*05|DQB1*06:02|DQB1*04
donor recipient sex letters Italian|Sesso D/R|DR_sesso|M/F|F/M|M/M|F/F
HPA genotype|HPA-1|HPA genotipo|HPA-1a/1a|HPA-1a/1b|HPA-1b/1b
zygosity and inheritance Italian|Zigosità|zigosi|eterozigote|omozigote|emizigote|eterozigote composto
ACMG Spanish|Clasificación ACMG|acmg_es|Patogénica|Probablemente patogénica|VUS|Probablemente benigna|Benigna
gene lists inborn errors|Gene|gen_mutado|CTLA4|LRBA|FAS|STAT3|TNFRSF13B|GATA2|TERT|SAMD9L|ADA2
Lansky words French|Lansky|IK_mots|100 - Pleinement actif|90 - Restriction mineure|80 - Actif, se fatigue vite|70 - Restriction importante|60 - Joue peu
ECOG Italian text|PS ECOG|ECOG_it|0 - asintomatico|1 - sintomatico, deambulante|2 - a letto < 50%|3 - a letto > 50%|4 - allettato
NIH global Dutch|cGVHD ernst|nih_ernst|geen|mild|matig|ernstig
acute GVHD Spanish|EICH aguda|eich_max|No|Grado I|Grado II|Grado III|Grado IV
route of drug Chinese|给药途径|途径|口服|静脉滴注|皮下注射|静脉推注|外用
efficacy Chinese ITP|疗效|疗效评价|完全反应|有效|无效|复发|未评估
outcome Japanese event|転帰|AE転帰|回復|軽快|未回復|回復したが後遺症あり|死亡|不明
diagnosis Indian English short|Diagnosis|dx|SAA|VSAA|ITP|AIHA|Evans|PNH|NSAA
education Brazil|Escolaridade|escolar|Fundamental incompleto|Fundamental completo|Médio completo|Superior completo|Analfabeto
relation Latin American causality|Relación causal|causalidad_ea|No relacionado|Dudosa|Condicional|Posible|Probable|Definitiva
financing Argentina and Chile|Cobertura|prevision|Obra social|Prepaga|PAMI|Sin cobertura|Fonasa|Isapre
home language South Africa|Home language|lang_za|isiZulu|isiXhosa|Afrikaans|English|Sesotho|Setswana
ethnicity New Zealand level one|Ethnicity|eth_level1|European|Maori|Pacific Peoples|Asian|MELAA|Other
Canada provinces of sites|Site province|prov|ON|QC|BC|AB|NS|MB'''
def catg(levels):
    def g(r,v):
        if not hasattr(r,'w'): r.w=[r.choice([1,2,3,5,8,12]) for _ in levels]
        s=r.choices(levels,r.w)[0]
        if len(s)>4 and r.random()<.008:s=s.lower() if r.random()<.5 else s+' '
        return s
    return g
for i,l in enumerate(CAT.split('\n')):
    row=l.split('|');F('harmless',row[0],(row[1],row[2]),catg(row[3:]),'s',None,LM[i%len(LM)],None,False)
# ---------------------------------------------------------------- harmless: composed
H=lambda fam,cols,g,**k:F('harmless',fam,cols,g,'s',None,k.get('mw',('','','NA')),None,False)
num=lambda r,m,s,d,lo:'%.*f'%(d,max(lo,r.gauss(m,s)))
H('blood pressure slash mmHg Italian',('PA','Pressione'),lambda r,v:f'{max(85,round(r.gauss(124,15)))}/{max(48,round(r.gauss(76,9)))}'+(' mmHg' if v==0 else C(r,'',' mmHg')))
H('conditioning doses with days Italian',('Condizionamento dosi','schema_cond'),lambda r,v:f"{C(r,'Flu 30 mg/mq','Flu 40 mg/mq','Cy 50 mg/kg','Cy 60 mg/kg','Mel 140 mg/mq','TT 5 mg/kg')} gg -{r.randint(5,7)} a -{r.randint(1,3)}")
H('durata settimane e giorni',('durata','Durata terapia'),lambda r,v:f'{r.randint(1,11)} sett. {r.randint(1,6)} gg' if v==0 else f'{r.randint(1,11)} settimane',mw=('','nd'))
H('időtartam év és hó',('Betegség fennállása','tartam'),lambda r,v:f'{r.randint(0,14)} év {r.randint(1,11)} hó' if v==0 else f'{r.randint(1,30)} hó')
H('süre gün ve ay',('Süre','takip_suresi'),lambda r,v:f'{r.randint(3,29)} gün' if v==0 else f'{r.randint(1,60)} ay')
H('chimerism dated by day with donor share',('Chimärismus','chim_txt'),lambda r,v:f"{C(r,'T-Zellen','CD15','PB','KM')} {num(r,94,7,0,40).replace('101','100')[:2]} %" if v==0 else f"T+{C(r,30,60,100,180)}: {r.randint(55,99)} %")
H('platelets nadir and recovery arrow with unit',('PLT nadir -> d100','plt_course'),lambda r,v:f'{r.randint(2,18)} -> {r.randint(45,310)} x10^9/L' if v==0 else f'{r.randint(2,18)} → {r.randint(45,310)} G/L')
H('VAF with gene and comma',('Mutation','varianti'),lambda r,v:f"{C(r,'ASXL1','DNMT3A','PIGA','BCOR','TET2','RUNX1','SETBP1')} {r.randint(10,480)/10:.1f} %".replace('.',',') if v==0 else f"{C(r,'ASXL1','PIGA','BCOR','TET2')} (VAF {r.randint(2,48)}%)",mw=('','nessuna','-'))
H('tabulated n and per cent Spanish',('n (%)','frecuencia'),lambda r,v:(lambda n:f'{n} ({n/1.18:.1f}%)')(r.randint(2,110)).replace('.',',' if v==0 else '.'))
H('Prednison Stufen mg je Tag',('Steroiddosis','Pred'),lambda r,v:f"{C(r,'2,5','5','7,5','10','15','20','30','40','60','80')} mg/d" if v==0 else f"{C(r,'2,5','5','7,5','10','15','20')} mg tgl.")
H('eltrombopag and romiplostim dose Spanish',('TPO-RA dosis','dosis_agonista'),lambda r,v:C(r,'25 mg/día','50 mg/día','75 mg/día','150 mg/día','12,5 mg/día') if v==0 else f"{r.randint(1,10)} mcg/kg/sem")
H('HAQ and EDSS decimal comma scores',('HAQ-DI','EDSS'),lambda r,v:(f'{r.randint(0,24)*.125:.3f}' if v==0 else f'{r.randint(2,17)/2:.1f}').replace('.',','))
H('SF-36 summary PCS MCS',('PCS-36','MCS-36'),lambda r,v:num(r,43 if v==0 else 47,10,1,12))
H('EQ-5D utility French value set',('utilite_EQ5D','EQ5D_index_FR'),lambda r,v:num(r,.78,.18,3,-.2) if r.random()<.9 else '1.000')
H('bandelette urinaire French croix',('BU protéines','bandelette'),lambda r,v:C(r,'négatif','négatif','traces','+','++','+++') if v==0 else C(r,'nég','nég','1 croix','2 croix','3 croix'))
H('karyotype Spanish laboratory words',('Cariotipo','citogenética'),lambda r,v:C(r,'46,XX[20]','46,XY[20]','46,XY,+8[4]/46,XY[16]','45,XY,-7[6]/46,XY[14]','46,XX,del(13q)[3]/46,XX[17]','46,XX','46,XY'),mw=('','no valorable','NR'))
# ---------------------------------------------------------------- write
def noisy(r,s,kind):
    if kind in('date','birth','age','text','url','ip','harmless'):
        return s+' ' if r.random()<.006 and kind!='harmless' else s
    x=r.random()
    if x<.008:return s+' '
    if kind in('name','contact') and x<.018:return s.upper() if x<.013 else s.lower()
    if kind=='name' and x<.023:return s.replace(' ','  ',1)
    return s
def build():
    out=[];seen={}
    for kind,fam,cols,gen,mode,miss,mw,n,noise in FAMS:
        assert fam not in seen,fam;seen[fam]=1
        for v,col in enumerate(cols):
            r=random.Random(f'blindD|{kind}|{fam}|{v}');_R[0]=r;_seeded.clear()
            nn=n or r.choice([40,60,80,100,120,160,200,240,300])
            if kind=='text':nn=r.choice([40,60,80,120])
            m=miss if miss is not None else r.choice([0,0,.02,.05,.1,.2])
            word=[w for w in mw if r.random()<.7] or ['']
            cells=[]
            if mode=='p':pool=[gen(r,v) for _ in range(r.randint(8,26))];src=lambda:r.choice(pool)
            else:src=lambda:gen(r,v)
            while len(cells)<nn:
                x=src()
                for _ in range(r.choice([1,1,2,3,4]) if mode=='l' else 1):
                    cells.append(r.choice(word) if r.random()<m else (noisy(r,x,kind) if noise else x))
            cells=[c.replace('\t',' ').replace('\n',' ') for c in cells[:nn]]
            out.append('\t'.join([kind,fam,col]+cells))
    with open(os.path.join(HERE,'development_14.tsv'),'w',encoding='utf-8',newline='\n') as f:f.write('\n'.join(out)+'\n')
if __name__=='__main__':build()
