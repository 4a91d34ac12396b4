#!/usr/bin/env python3
"""Writes heldout.tsv: the part of the corpus that is held out: what multinational trials and registries deliver.

    python3 -m venv venv && venv/bin/pip install faker==40.54.0
    venv/bin/python make_heldout.py

Written without sight of the screen, of its description and of the other parts, but for the names of their families.
Python 3.11; some names and addresses come from Faker 40.54.0 (MIT licence). Every cell is drawn at random from fixed
seeds; none stems from a person. Mail and web domains are made up or reserved.
"""
import random, os, math, hashlib, string, unicodedata
from datetime import date, timedelta, datetime
from faker import Faker
HERE=os.path.dirname(os.path.abspath(__file__)); OUT=[]
_FK={}
class Ctx:
    def __init__(s,seed,v):
        s.r=random.Random(seed); s.v=v; s.seed=seed
    def f(s,loc):
        k=loc
        if k not in _FK: _FK[k]=[None,Faker(loc)]
        if _FK[k][0]!=s.seed: _FK[k][1].seed_instance(s.r.getrandbits(48)); _FK[k][0]=s.seed
        return _FK[k][1]
    def c(s,x): return s.r.choice(x.split('|') if isinstance(x,str) and '|' in x else x)
    def n(s,a,b): return s.r.randint(a,b)
    def g(s,k,a='0123456789'): return ''.join(s.r.choice(a) for _ in range(k))
    def p(s,q): return s.r.random()<q
    def d(s,a=2001,b=2025): return date(a,1,1)+timedelta(days=s.r.randrange((date(b,11,30)-date(a,1,1)).days))
    def b(s): # birth of an adult or child patient
        y=int(min(2021,max(1928,s.r.gauss(1974,19)))); return date(y,1,1)+timedelta(days=s.r.randrange(365))
    def t(s): return s.n(7,19),s.n(0,59),s.n(0,59)
    def L(s,loc,fem=None):
        F_=s.f(loc); return F_.last_name()
    def G(s,loc): return s.f(loc).first_name()
def strip(x): return ''.join(ch for ch in unicodedata.normalize('NFD',x) if not unicodedata.combining(ch))
MISS=[[''],[''],[''],[''],['','NA'],['','n/a'],['.'],['','unknown'],['','ND'],['','-']]
LMISS={'de':['','k.A.','unbekannt'],'fr':['','NR','inconnu'],'es':['','s/d','no consta'],'it':['','n.d.'],'pt':['','não informado'],'nl':['','onbekend'],'pl':['','brak danych'],'ru':['','нет данных'],'tr':['','bilinmiyor'],'zh':['','不详'],'ja':['','不明'],'sv':['','okänt'],'cs':['','neuvedeno'],'hu':['','nincs adat']}
NOSP={'date','birth','ip','url','postcode'}
def F(kind,fam,cols,gen,rep=None,lang=None,n=None,miss=None):
    cols=cols.split('|'); assert len(cols)==2,fam
    for v,c in enumerate(cols):
        seed=f'blindF|{kind}|{fam}|{v}'; R=Ctx(seed,v); r=R.r
        N=n or r.randint(40,300); cells=[]
        rp=rep if rep is not None else (r.choice([0,0,0,1]) if kind not in('harmless','text') else 0)
        m=miss if miss is not None else r.choice([0,0,.01,.03,.06,.12,.25])
        w=LMISS[lang] if lang and r.random()<.5 else r.choice(MISS)
        while len(cells)<N:
            x=gen(R)
            x=str(x).replace('\t',' ').replace('\n',' ')
            k=r.randint(2,6) if rp else 1
            for _ in range(k):
                if r.random()<m: cells.append(r.choice(w)); continue
                y=x
                if r.random()<.008: y=r.choice([' '+y,y+' '])
                if kind=='name' and r.random()<.012: y=r.choice([y.upper(),y.lower()])
                cells.append(y)
        OUT.append([kind,fam,c]+cells[:N])
# ---------------------------------------------------------------- names (35)
def fem(R): return R.p(.5)
def gl(R,loc):
    f=R.f(loc)
    if fem(R):
        g=f.first_name_female(); l=getattr(f,'last_name_female',f.last_name)(); return g,l,1
    return f.first_name_male(),getattr(f,'last_name_male',f.last_name)(),0
def nm(fmt,loc,**k):
    def q(R):
        g,l,s=gl(R,loc); f=R.f(loc); g2=f.first_name_female() if s else f.first_name_male(); l2=R.L(loc)
        d=dict(g=g,l=l,G=g.upper(),L=l.upper(),i=g[0],j=g2[0],g2=g2,l2=l2,L2=l2.upper(),G2=g2.upper(),s=s)
        x=fmt[R.v] if isinstance(fmt,(list,tuple)) else fmt
        for kk,vv in k.items(): d[kk]=vv(R,s)
        return x.format(**d)
    return q
A='name'
F(A,'CGM Clinical Graz Zuname Vorname akademischer Grad','pat_zuname_vorname|Patient',nm(['{L}, {g}{t}','{l} {g}{t}'],'de_AT',t=lambda R,s:R.c('||||, Mag.|, DI|, Ing.|, Dr.')),lang='de')
F(A,'iMedOne Nachname Vorname mit geb. dahinter','patientenname|name_komplett',nm(['{l}, {g}{t}','{l} {g}{t}'],'de_DE',t=lambda R,s:(' geb. '+R.L('de_DE')) if s and R.p(.6) else ''),lang='de')
F(A,'pädiatrische KMT Sorgeberechtigte Mutter Vater vorangestellt','sorgeberechtigt|erziehungsberechtigte',nm(['{k}: {g} {l}','{k} {l}, {g}'],'de_DE',k=lambda R,s:('Mutter','KM')[R.v] if s else ('Vater','KV')[R.v]),lang='de')
F(A,'Inselspital Zürich USZ Stationsarzt Kürzel med. pract.','stationsarzt|visum_arzt',nm(['{k} {i}. {l}','{k} {g} {l}'],'de_CH',k=lambda R,s:R.c('med. pract.|dipl. Arzt|Dr. med.|PD Dr. med.')),rep=1,lang='de')
F(A,'Sillage civilité NOM Prénom du patient hospitalisé','PATIENT_CIV|identite',nm(['{k} {L} {g}','{k} {L} {g}{z}'],'fr_FR',k=lambda R,s:'Mme' if s else 'M.',z=lambda R,s:(' née '+R.L('fr_FR').upper()) if s and R.p(.5) else ''),lang='fr')
F(A,'personne de confiance désignée avec lien','pers_confiance|personne_a_prevenir',nm(['{g} {L} ({k})','{k} : {L} {g}'],'fr_FR',k=lambda R,s:R.c('épouse|mère|fille|sœur|compagne') if s else R.c('époux|père|fils|frère|compagnon')),lang='fr')
F(A,'Luxembourg CHL patient NOM Prénom mit zweitem Namen','nom_patient|NAME',nm(['{L} {g}{z}','{L}-{L2} {g}'],'fr_FR',z=lambda R,s:R.c(['',' '+R.G('de_DE')])),lang='fr')
F(A,'Areas richiedente cognome e iniziale puntata','medico_richiedente|RICHIEDENTE',nm(['{l} {i}.','Dr. {l} {i}.'],'it_IT'),rep=1,lang='it')
F(A,'TrakCare Lombardia COGNOME, NOME SECONDO NOME','assistito|cognome_nome',nm(['{L}, {G}','{L}, {G} {G2}'],'it_IT'),lang='it')
F(A,'caregiver del trapiantato nome cognome grado di parentela','caregiver|familiare_riferimento',nm(['{g} {l} ({k})','{l} {g} - {k}'],'it_IT',k=lambda R,s:R.c('moglie|madre|figlia|sorella') if s else R.c('marito|padre|figlio|fratello')),lang='it')
F(A,'Selene España nombre y dos apellidos corridos en mayúsculas','NOMBRE_PAC|paciente',nm(['{G} {L} {L2}','{g} {l} {l2}'],'es_ES'),lang='es')
F(A,'Argos Catalunya metge responsable inicial i cognoms','metge_resp|facultatiu',nm(['{i}. {l}','Dr/a. {i}. {l} {l2}'],'es_CA'),rep=1)
F(A,'SClínico utente primeiro e último nome com segundo abreviado','utente_nome|doente',nm(['{g} {j}. {l}','{g} {l2} {l}'],'pt_PT'),lang='pt')
F(A,'HiX achternaam voorletters tussen komma en roepnaam','patnaam|naam_patient',nm(['{l}, {i}.{j}. ({g})','{i}.{j}. {l}'],'nl_NL'),lang='nl')
F(A,'Infohos Vlaanderen VOORNAAM Achternaam contactpersoon echtgenoot','contactpersoon|naam_contact',nm(['{g} {l} ({k})','{k}: {l} {g}'],'nl_BE',k=lambda R,s:R.c('echtgenote|moeder|dochter|zus') if s else R.c('echtgenoot|vader|zoon|broer')),lang='nl')
F(A,'SystmOne title forename middle surname','Patient Full Name|pt_name',nm(['{t} {g} {g2} {l}','{t} {g} {l}'],'en_GB',t=lambda R,s:R.c('Mrs|Miss|Ms') if s else 'Mr'))
F(A,'Careflow UK signer forename surname role dash','Completed By|reviewer',nm(['{g} {l} - {k}','{l} {i} ({k})'],'en_GB',k=lambda R,s:R.c('CNS|Consultant|SpR|BMT Coordinator|Research Nurse|F2')),rep=1)
F(A,'St James Dublin PAS surname forename glued by slash','PTNAME|patient_name',nm(['{L}/{G}','{l}/{g}'],'en_IE'))
F(A,'Melior Göteborg signerande förnamn efternamn yrke','signerad_av|sign',nm(['{g} {l}, {k}','{l} {g} ({k})'],'sv_SE',k=lambda R,s:R.c('ssk|ÖL|ST-läk|usk|spec.läk')),rep=1,lang='sv')
F(A,'MetaVision Oslo sykepleier fornavn etternavn spl.','ansv_sykepleier|utført_av',nm(['{g} {l} {k}','{l}, {g}'],'no_NO',k=lambda R,s:R.c('spl.|int.spl.|hj.pl.')),rep=1)
F(A,'Columna Aarhus efternavn komma to fornavne','patient_navn|NAVN',nm(['{l}, {g} {g2}','{g} {l2} {l}'],'da_DK'))
F(A,'Lifecare Suomi SUKUNIMI etunimet molemmat','potilaan_nimi|NIMI',nm(['{L} {g} {g2}','{l}, {g} {g2}'],'fi_FI'))
F(A,'InfoMedica pacjent nazwisko dwuczłonowe i imię','pacjent|nazwisko_imie',nm(['{l}-{l2} {g}','{L} {G}'],'pl_PL'),lang='pl')
F(A,'CLININET zlecający dr n. med. nazwisko inicjał','zlecajacy|lekarz_zlec',nm(['{k} {l} {i}.','{k} {i}. {l}'],'pl_PL',k=lambda R,s:R.c('dr n. med.|lek.|prof. dr hab.|dr hab.')),rep=1,lang='pl')
F(A,'UNIS Brno titul jméno příjmení pacienta','pacient|jmeno_pac',nm(['{t}{g} {l}','{l} {g}{z}'],'cs_CZ',t=lambda R,s:R.c('||||Ing. |Mgr. |Bc. '),z=lambda R,s:R.c(['','','','',', Ing.',', Mgr.'])),lang='cs')
F(A,'MedWorkS hozzátartozó neve rokonsági fokkal','hozzatartozo|ertesitendo',nm(['{l} {g} ({k})','{k}: {l} {g}'],'hu_HU',k=lambda R,s:R.c('felesége|anyja|lánya|nővére') if s else R.c('férje|apja|fia|bátyja')),lang='hu')
F(A,'Medis Athens συνοδός όνομα επώνυμο σχέση','synodos|συνοδός',nm(['{g} {l} ({k})','{L} {G} - {k}'],'el_GR',k=lambda R,s:R.c('σύζυγος|μητέρα|κόρη|αδελφή') if s else R.c('σύζυγος|πατέρας|γιος|αδελφός')))
F(A,'Infoclin Fundeni aparținător NUME PRENUME','apartinator|nume_apartinator',nm(['{L} {G} ({k})','{g} {l} - {k}'],'ro_RO',k=lambda R,s:R.c('soție|mamă|fiică|soră') if s else R.c('soț|tată|fiu|frate')))
def ru(R):
    f=R.f('ru_RU'); s=R.p(.55)
    a=(f.last_name_female(),f.first_name_female(),f.middle_name_female()) if s else (f.last_name_male(),f.first_name_male(),f.middle_name_male())
    return a if R.v==9 else a+(s,)
F(A,'ЕМИАС законный представитель ребёнка с ролью','predstavitel|представитель',lambda R:(lambda a:' '.join(a[:3])+(' (мать)' if a[3] else ' (отец)') if R.v==0 else ('мать ' if a[3] else 'отец ')+f'{a[0]} {a[1][0]}.{a[2][0]}.')(ru(R)),lang='ru')
F(A,'1С Медицина ФИО пациента с полом через запятую','pacient_fio|ФИО',lambda R:(lambda a:' '.join(a[:3])+(', ж' if a[3] else ', м') if R.v==0 else ' '.join(a[:3]).upper()+(' Ж' if a[3] else ' М'))(ru(R)),lang='ru')
F(A,'OTTR transplant coordinator with BSN and nurse practitioner','TXP_COORD|coordinator',nm(['{g} {l}, {k}','{l}, {g} {k}'],'en_US',k=lambda R,s:R.c('BSN|RN|NP|PA-C|APRN')),rep=1)
F(A,'Meditech Magic LAST,FIRST MIDDLE LETTER of bone marrow clinic','PAT.NAME|NAME',nm(['{L},{G} {j}','{L},{G}'],'en_US'))
F(A,'McGill OACIS patient NOM, Prénom de naissance','nom_naissance_prenom|PtName',nm(['{L}, {g}','{L}, {g} {j}.'],'fr_CA'))
F(A,'Neusoft China 姓名括号性别','xm|患者',lambda R:(lambda F_,s:(F_.last_name()+(F_.first_name_female() if s else F_.first_name_male()))+(('（女）' if s else '（男）') if R.v==0 else (',女' if s else ',男')))(R.f('zh_CN'),R.p(.5)),lang='zh')
F(A,'MV acompanhante brasileiro com parentesco entre parênteses','ACOMPANHANTE|responsavel',nm(['{g} {l2} {l} ({k})','{G} {L2} {L}'],'pt_BR',k=lambda R,s:R.c('mãe|esposa|filha|irmã|tia') if s else R.c('pai|esposo|filho|irmão')),lang='pt')
# ---------------------------------------------------------------- contact (20)
A='contact'
def mail(R,loc,dom,pat=None):
    g,l,_=gl(R,loc); g=strip(g).lower().replace('ł','l').replace('ø','o').replace('ß','ss').replace('æ','ae').replace('đ','d').replace('ð','d').replace('ı','i'); l=strip(l).lower().replace('ł','l').replace('ø','o').replace('ß','ss').replace('æ','ae').replace('đ','d').replace('ð','d').replace('ı','i')
    g=''.join(ch for ch in g if ch.isascii() and ch.isalpha()); l=''.join(ch for ch in l if ch.isascii() and ch.isalpha())
    p=R.c(pat or ['{g}.{l}','{g}{l}','{i}.{l}','{l}{n}','{g}_{l}{n}'])
    return p.format(g=g,l=l,i=g[:1],n=R.n(1,99))+'@'+R.c(dom)
F(A,'Castor participant mail of Dutch ePRO','participant_email|EmailAddress',lambda R:mail(R,'nl_NL',['postbus.example','thuismail.example','inbox.test']))
F(A,'LimeSurvey token table mail Italian','email|tid_email',lambda R:mail(R,'it_IT',['posta.example','casella.test','mail.example']))
F(A,'French médecin prescripteur messagerie MSSanté form','mssante|messagerie_secure',lambda R:mail(R,'fr_FR',['medecin.mssante.example','chu.mssante.example'],['{g}.{l}','{i}.{l}']),rep=1)
F(A,'REDCap survey invitee mail American with capitals','patient_email|survey_email',lambda R:(lambda m:m if R.p(.8) else m.title())(mail(R,'en_US',['homemail.example','webmail.test','alumni.example'])))
F(A,'Hungarian mail of the relatives in lower case','kapcsolat_email|email_cim',lambda R:mail(R,'hu_HU',['levelek.example','posta.test']))
F(A,'NHS Spine mobile +44 (0)7 bracketed','mobile_tel|contact_no',lambda R:f"+44 (0)7{R.g(3)} {R.g(6)}" if R.v==0 else f"+44 7{R.g(3)} {R.g(3)} {R.g(3)}")
F(A,'German Rückruf Festnetz Vorwahl Schrägstrich gruppiert','rueckruf_tel|tel_privat',lambda R:f"0{R.n(20,99)}{R.g(R.n(0,2))}/{R.g(2)} {R.g(2)} {R.g(2)}" if R.v==0 else f"0{R.n(200,999)} / {R.g(6)}",lang='de')
F(A,'Italian cellulare con barra e nome di chi risponde','recapito|cell_familiare',lambda R:f"3{R.n(20,99)}/{R.g(7)}"+(f" ({R.c('moglie|figlio|figlia|marito|madre')})" if R.p(.5) else ''),lang='it')
F(A,'Spanish móvil de contacto grupos 3-2-2-2','movil_contacto|tlf_movil',lambda R:f"6{R.g(2)} {R.g(2)} {R.g(2)} {R.g(2)}" if R.v==0 else f"{R.c('67')}{R.g(2)}-{R.g(2)}-{R.g(2)}-{R.g(2)}",lang='es')
F(A,'Slovene GSM 040 and 031 with slash','gsm|tel_svojci',lambda R:f"0{R.c('31|40|41|51|70')}/{R.g(3)}-{R.g(3)}" if R.v==0 else f"0{R.c('31|40|41')} {R.g(3)} {R.g(3)}")
F(A,'Swedish mobiltelefon 07x-xxx xx xx anhörig','mobil_anhorig|telefon',lambda R:f"07{R.c('02369')}-{R.g(3)} {R.g(2)} {R.g(2)}"+(R.c([' (maka)',' (son)',' (mor)','']) if R.v else ''),lang='sv')
F(A,'US pharmacy and patient cell with slash labels','ContactPhones|phone_list',lambda R:f"C: ({R.n(201,989)}) {R.n(200,999)}-{R.g(4)} / H: ({R.n(201,989)}) {R.n(200,999)}-{R.g(4)}" if R.v==0 else f"cell {R.n(201,989)}-{R.n(200,999)}-{R.g(4)}")
F(A,'Canadian Sunnybrook daytime phone dotted with ext','day_phone|PHONE_DAY',lambda R:f"{R.c('416|647|905|514|438|604')}.{R.n(200,999)}.{R.g(4)}"+(f" ext {R.n(10,9999)}" if R.p(.3) else ''))
F(A,'Chilean fono +56 9 of the accompanying adult','fono_acompanante|celular',lambda R:f"+56 9 {R.g(4)} {R.g(4)}" if R.v==0 else f"9-{R.g(8)}",lang='es')
F(A,'Vietnamese SĐT người thân bare ten digits','sdt_nguoi_than|dien_thoai',lambda R:'0'+R.c('32|33|70|76|83|86|90|91|98')+R.g(7))
F(A,'Adresse patient voie code postal ville DMP','adresse|adr_patient',lambda R:(lambda f:f"{f.street_address()}, {f.postcode()} {f.city().upper()}")(R.f('fr_FR')),lang='fr')
F(A,'Swiss Wohnadresse Strasse Nr und Ort, Postfach','wohnadresse|adresse_pat',lambda R:(lambda f:f"{f.street_name()} {R.n(1,120)}{R.c(['','','a','b'])}, {f.postcode()} {f.city()}")(R.f('de_CH')),lang='de')
F(A,'Polish adres zamieszkania ul. m. dla dojazdu','adres_zam|adres_pacjenta',lambda R:(lambda f:f"ul. {f.street_name().replace('ulica','').strip()} {R.n(1,150)}{R.c(['',f' m. {R.n(1,90)}',f'/{R.n(1,90)}'])}, {f.postcode()} {f.city()}")(R.f('pl_PL')),lang='pl')
F(A,'Brazilian endereço rua número bairro cidade UF do CadSUS','ENDERECO|logradouro',lambda R:(lambda f:f"{f.street_name()}, {R.n(5,3000)} - {f.bairro()}, {f.city()}/{f.estado_sigla()}")(R.f('pt_BR')),lang='pt')
F(A,'UK address of the GP registered patient comma lines','PatientAddress|home_addr',lambda R:(lambda f:f"{R.n(1,240)} {f.street_name()}, {f.city()}"+(f", {f.postcode()}" if R.p(.7) else ''))(R.f('en_GB')))
# ---------------------------------------------------------------- national (30)
A='national'
def luhn(s):
    t=0
    for k,ch in enumerate(reversed(s)):
        x=int(ch)
        if k%2==0: x=x*2-9 if x*2>9 else x*2
        t+=x
    return str((10-t%10)%10)
def bsn(R):
    while 1:
        s=R.g(8)
        if s[0]=='0' and R.p(.5): continue
        c=sum(int(a)*b for a,b in zip(s,range(9,1,-1)))%11
        if c<10: return s+str(c)
def niss(R):
    b=R.b(); s=b.strftime('%y%m%d')+f'{R.n(1,997):03d}'; c=97-int(('2' if b.year>1999 else '')+s)%97; return s,f'{c:02d}'
def nir(R):
    b=R.b(); s=f"{R.n(1,2)}{b:%y%m}{R.n(1,95):02d}{R.n(1,500):03d}{R.n(1,400):03d}"; return s,f"{97-int(s)%97:02d}"
def pesel(R):
    b=R.b(); m=b.month+(20 if b.year>1999 else 0); s=f"{b:%y}{m:02d}{b:%d}{R.g(4)}"; return s+str((10-sum(int(a)*w for a,w in zip(s,[1,3,7,9]*3))%10)%10)
def nhs(R):
    while 1:
        s=R.c('4679')+R.g(8); c=11-sum(int(a)*w for a,w in zip(s,range(10,1,-1)))%11
        c=0 if c==11 else c
        if c<10: return s+str(c)
def dni(R): 
    k=R.n(1000000,79999999); return f'{k:08d}','TRWAGMYFPDXBNJZSQVHLCKE'[k%23]
def cpf(R):
    s=R.g(9)
    for k in (10,11):
        c=sum(int(a)*w for a,w in zip(s,range(k,1,-1)))*10%11%10; s+=str(c)
    return s
def tckn(R):
    s=R.c('123456789')+R.g(8); d=[int(x) for x in s]; a=(sum(d[0:9:2])*7-sum(d[1:8:2]))%10; b=(sum(d)+a)%10; return s+f'{a}{b}'
def cnid(R):
    s=R.c('110105 310104 320102 440106 330102 510104 420106 370102 610103 350203'.split())+f'{R.b():%Y%m%d}'+R.g(3)
    return s+'10X98765432'[sum(int(a)*w for a,w in zip(s,[7,9,10,5,8,4,2,1,6,3,7,9,10,5,8,4,2]))%11]
def iban(R,cc,bb):
    n=int(''.join(str(int(ch,36)) for ch in bb+cc+'00')); return f'{cc}{98-n%97:02d}{bb}'
def grp(s,*k):
    o=[];i=0
    for x in k: o.append(s[i:i+x]); i+=x
    if s[i:]: o.append(s[i:])
    return o
def cf(R):
    f=R.f('it_IT'); C=lambda x:(''.join(c for c in x if c in 'BCDFGHJKLMNPQRSTVWXYZ')+''.join(c for c in x if c in 'AEIOU')+'XXX')[:3]
    b=R.b(); return C(strip(R.L('it_IT')).upper())+C(strip(R.G('it_IT')).upper())+f"{b:%y}"+'ABCDEHLMPRST'[b.month-1]+f"{b.day+(40 if R.p(.5) else 0):02d}"+R.c(['F205','H501','L219','D612','A944','F839','G273'])+R.g(3)[:0]+R.c('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
F(A,'EESSI form E112 S2 insured person number mixed countries','S2_insured_no|e112_pin',lambda R:R.c([lambda:bsn(R),lambda:''.join(niss(R)),lambda:pesel(R),lambda:''.join(dni(R)),lambda:''.join(nir(R))])(),miss=.05)
F(A,'Dutch Vecozo export BSN with leading zero lost','bsn_verzekerde|BSN_NR',lambda R:(lambda s:s.lstrip('0') if R.v==0 else s)(bsn(R)),lang='nl')
F(A,'Belgian eHealth SSIN bare eleven of attests','ssin|inss_patient',lambda R:''.join(niss(R)) if R.v==0 else '-'.join(niss(R)))
F(A,'carte Vitale NIR 13 plus clé in second block','num_secu_cle|no_ss',lambda R:' / '.join(nir(R)) if R.v==0 else '-'.join(nir(R)),lang='fr')
F(A,'Polish eWUŚ verification PESEL with status','ewus|pesel_ewus',lambda R:pesel(R)+(R.c([' - OK',' - OK',' - DN']) if R.v==0 else ''),lang='pl')
F(A,'NHS PDS trace result number verified','nhs_no_traced|NHSNumber',lambda R:(lambda s:f"{s} (verified)" if R.v==0 and R.p(.8) else s)(nhs(R)))
F(A,'Spanish TSI CIP autonómico AAAA form','cip_aut|CIP',lambda R:(lambda b:(R.g(4,'BCDFGHLMNPRSTV')+f'{b:%y%m}'+f'{b.day+(40 if R.p(.5) else 0):02d}'+R.g(4)+(R.g(2) if R.v==0 else '')))(R.b()),lang='es')
F(A,'Spanish DNI space letter admission sheet','dni_paciente|NIF',lambda R:(' ' if R.v==0 else ' - ').join(dni(R)),lang='es')
F(A,'tessera sanitaria codice fiscale con prefisso CF','cod_fisc|CF_assistito',lambda R:('CF ' if R.v==0 else 'C.F.: ')+cf(R),lang='it')
F(A,'Österreich ELGA SVNR mit Geburtsdatum gepunktet','svnr_elga|SV-Nummer',lambda R:(lambda b:f"{R.n(1000,9999)} {b:%d.%m.%y}" if R.v==0 else f"{R.n(1000,9999)}{b:%d%m%y}")(R.b()),lang='de')
F(A,'Versichertennummer Krankenkasse mit Kassenname davor','kasse_vnr|versicherung',lambda R:f"{R.c('AOK|TK|Barmer|DAK|IKK|BKK')} {R.c(string.ascii_uppercase)}{R.g(9)}" if R.v==0 else f"{R.c(string.ascii_uppercase)}{R.g(9)} ({R.c('AOK|TK|Barmer|DAK')})",lang='de')
F(A,'Swiss AHV 756 in cost guarantee','kostengutsprache_ahv|navs13',lambda R:(lambda s:(lambda t:f"{t[:3]}.{t[3:7]}.{t[7:11]}.{t[11:]}" if R.v==0 else t)(s+str((10-sum(int(a)*w for a,w in zip(s,[1,3]*6))%10)%10)))('756'+R.g(9)))
F(A,'mutuelle numéro d’adhérent avec organisme','mutuelle_adherent|no_adherent',lambda R:f"{R.c('MGEN|Harmonie|MAIF|AG2R|Malakoff')} {R.g(9)}" if R.v==0 else f"{R.g(8)} {R.c('A|B|C|01|02')} ({R.c('MGEN|Harmonie|AG2R')})",lang='fr')
F(A,'Danish LPR extract CPR ten bare','v_cpr|CPRNR',lambda R:f"{R.b():%d%m%y}{R.g(4)}" if R.v==0 else f"{R.b():%d%m%y}-{R.g(4)}")
def nfnr(R):
    while 1:
        s=f"{R.b():%d%m%y}{R.n(0,499):03d}"; k=11-sum(int(a)*w for a,w in zip(s,[3,7,6,1,8,9,4,5,2]))%11; k=0 if k==11 else k
        if k>9: continue
        s+=str(k); m=11-sum(int(a)*w for a,w in zip(s,[5,4,3,2,7,6,5,4,3,2]))%11; m=0 if m==11 else m
        if m<10: return s+str(m)
F(A,'Norwegian NPR fnr six and five','fnr_npr|fodselsnr',lambda R:(lambda s:s[:6]+' '+s[6:] if R.v==0 else 'fnr '+s)(nfnr(R)))
F(A,'Finnish Kanta henkilötunnus of the donor search','htunnus|hetu_potilas',lambda R:(lambda b,k:f"{b:%d%m%y}{'-' if b.year<2000 else 'A'}{k:03d}"+'0123456789ABCDEFHJKLMNPRSTUVWXY'[int(f'{b:%d%m%y}{k:03d}')%31])(R.b(),R.n(2,899)))
F(A,'Czech NZIS rodné číslo bare','rc_nzis|RODCIS',lambda R:(lambda b:(lambda s:s+str(int(s)%11%10))(f"{b:%y}{b.month+(50 if R.p(.5) else 0):02d}{b:%d}{R.g(3)}"))(R.b()),lang='cs')
F(A,'Hungarian EESZT TAJ with spaces and label','taj_eeszt|TAJ_szam',lambda R:(lambda s:(lambda t:'TAJ: '+' '.join(grp(t,3,3)) if R.v==0 else ' '.join(grp(t,3,3)))(s+str(sum(int(a)*w for a,w in zip(s,[3,7]*4))%10)))(R.g(8)),lang='hu')
F(A,'Romanian SIUI CNP of the insured','siui_cnp|CNP_ASIGURAT',lambda R:(lambda b:(lambda s:(lambda k:s+str(1 if k==10 else k))(sum(int(a)*w for a,w in zip(s,[2,7,9,1,4,6,3,5,8,2,7,9]))%11))(f"{R.n(1,2)+(4 if b.year>1999 else 0)}{b:%y%m%d}{R.n(1,46):02d}{R.n(1,999):03d}"))(R.b()))
F(A,'Greek EOPYY AMKA in two blocks','amka_eopyy|ΑΜΚΑ',lambda R:(lambda s:(lambda t:t[:6]+' '+t[6:] if R.v==0 else t)(s+luhn(s)))(f"{R.b():%d%m%y}{R.g(4)}"))
F(A,'Croatian HZZO MBO nine and OIB','mbo_hzzo|OIB_osiguranika',lambda R:R.g(9) if R.v==0 else (lambda s:(lambda: (lambda a:s+str((11-a)%10))(__import__('functools').reduce(lambda a,c:((a+int(c))%10 or 10)*2%11,s,10)))())(R.g(10)))
F(A,'Bulgarian NHIF ЕГН in form 1','egn_nzok|ЕГН',lambda R:(lambda b:(lambda s:s+str(sum(int(a)*w for a,w in zip(s,[2,4,8,5,10,9,7,3,6]))%11%10))(f"{b:%y}{b.month+(40 if b.year>1999 else 0):02d}{b:%d}{R.g(3)}"))(R.b()))
F(A,'US Social Security last known with SSN prefix of registrar','SSN_REG|ssn',lambda R:f"SSN {R.n(101,665)}-{R.n(10,99)}-{R.n(1000,9999)}" if R.v==0 else f"{R.n(101,665)} {R.n(10,99)} {R.n(1000,9999)}")
F(A,'US Medicaid of Ohio and Pennsylvania twelve and ten','medicaid_no|MCD_ID',lambda R:('91'+R.g(10)) if R.v==0 else R.g(10))
F(A,'OHIP ten with version code run on','ohip_no|HCN',lambda R:(lambda s:(s+luhn(s))+(R.g(2,'ABCDEFGHJKLMNPQRSTUVWXY') if R.v==0 else ''))(R.c('123456789')+R.g(8)))
F(A,'Brazilian CNS and CPF of SISRAIO transplant list','cpf_receptor|CNS_RECEPTOR',lambda R:(lambda s:f"{s[:3]}.{s[3:6]}.{s[6:9]}/{s[9:]}" )(cpf(R)) if R.v==0 else '7'+R.g(14),lang='pt')
F(A,'Turkish Medula TC kimlik with foreign 99','tckn_medula|TC',lambda R:tckn(R) if R.p(.95) else '99'+R.g(9),lang='tr')
F(A,'China medical insurance settlement ID 18 masked none','cert_no|证件号码',lambda R:cnid(R) if R.v==0 or R.p(.9) else cnid(R).lower(),lang='zh')
F(A,'Portuguese RNU número de utente SNS e NIF','n_sns|NIF_utente',lambda R:(R.c('123')+R.g(8)) if R.v==0 else (lambda s:(lambda k:s+str(0 if k>9 else k))(11-sum(int(a)*w for a,w in zip(s,range(9,1,-1)))%11))(R.c('12')+R.g(7)),lang='pt')
F(A,'IBAN of travel reimbursement mixed European','iban_reimb|account',lambda R:(lambda s:s if R.v else ' '.join(s[i:i+4] for i in range(0,len(s),4)))(R.c([lambda:iban(R,'DE',R.g(18)),lambda:iban(R,'FR',R.g(23)),lambda:iban(R,'ES',R.g(20)),lambda:iban(R,'NL',R.g(4,'ABNIGR')+R.g(10)),lambda:iban(R,'IT',R.c('ABCDEFGH')+R.g(22))])()))
# ---------------------------------------------------------------- record (18)
A='record'
F(A,'Soarian Fallnummer zehnstellig mit Mandant','fallnr_soarian|FALLNR',lambda R:f"{R.c('01|02')}-00{R.n(10000000,99999999)}" if R.v==0 else f"00{R.n(10000000,99999999)}",lang='de')
F(A,'Swisslab Auftragsnummer Tagesdatum laufend','auftrag_swisslab|AUFTRNR',lambda R:f"{R.d(2015):%y%m%d}{R.n(1,9999):04d}" if R.v==0 else f"{R.d(2015):%y%m%d}-{R.n(1,9999):04d}",lang='de')
F(A,'Hôpitaux Universitaires de Genève EDS lié séjour','no_eds|EDS',lambda R:f"EDS {R.n(30000000,49999999)}" if R.v==0 else f"{R.n(1000000,4999999)}/{R.n(1,40):02d}")
F(A,'AP-HP NDA de séjour neuf chiffres préfixe hôpital','nda_aphp|NDA',lambda R:f"{R.c('07|64|76|79|96')}{R.n(2015,2025)%100}{R.n(100000,999999)}" if R.v==0 else f"NDA {R.n(760000000,769999999)}",lang='fr')
F(A,'Galileo scheda nosologica anno barra progressivo','n_nosografico|NOSOLOGICO',lambda R:f"{R.n(2010,2025)}/{R.n(1,60000):06d}" if R.v==0 else f"{R.n(2010,2025)}{R.n(1,60000):06d}",lang='it')
F(A,'Vall d Hebron SAP NHC ocho cifras con episodio','nhc_episodi|NHC',lambda R:f"{R.n(10000000,19999999)}-{R.n(1,99):02d}" if R.v==0 else f"NHC {R.n(10000000,19999999)}",lang='es')
F(A,'Radboud patiëntnummer zeven met controle en Z','zisnr|patnr_umc',lambda R:f"Z{R.n(1000000,9999999)}" if R.v==0 else f"{R.n(1000000,9999999)}-{R.n(0,9)}",lang='nl')
F(A,'Royal Free London MRN with site prefix','MRN_RFL|hosp_ref',lambda R:f"RAL{R.n(10000000,29999999)}" if R.v==0 else f"RFH/{R.n(1000000,9999999)}")
F(A,'Karolinska Sweden LabID remiss with letter','rid_lab|LABID',lambda R:f"{R.c('KB|HS|SO')}{R.n(10000000,99999999)}" if R.v==0 else f"{R.d(2016):%y%m%d} {R.n(1000,9999)}-{R.n(1,9)}",lang='sv')
F(A,'Warsaw IHiT nr księgi oddziałowej rok','ksiega_oddz|nr_ks',lambda R:f"{R.n(1,3500)}/{R.c('TK|HEM|IHT')}/{R.n(2012,2025)}" if R.v==0 else f"KO {R.n(1,3500):05d}/{R.n(12,25)}",lang='pl')
F(A,'Motol chorobopis and laboratorní žádanka','cislo_chorobopisu|zadanka',lambda R:f"{R.n(2012,2025)}/{R.n(10000,99999)}" if R.v==0 else f"{R.d(2015):%Y%m%d}/{R.n(1,9999):04d}",lang='cs')
F(A,'Epic MRN with enterprise letter E and CSN','EPIC_MRN|PAT_ENC_CSN_ID',lambda R:f"E{R.n(1000000,9999999)}" if R.v==0 else f"{R.n(100000000,799999999)}")
F(A,'Sunquest CoPath bone marrow accession BM-year','copath_acc|BM_ACCESSION',lambda R:f"BM-{R.n(12,25)}-{R.n(1,4800):05d}" if R.v==0 else f"{R.c('FC|BM|HP')}{R.n(12,25)}-{R.n(1,9800)}")
F(A,'Foundation and Be The Match DID cord and donor','donor_did|DID',lambda R:f"{R.g(4)}-{R.g(4)}-{R.g(1)}" if R.v==0 else f"DID {R.g(4)}{R.g(4)}{R.g(1)}")
F(A,'Einstein São Paulo prontuário e passagem','prontuario_passagem|ATENDIMENTO',lambda R:f"{R.n(1000000,9999999)}/{R.n(1,60)}" if R.v==0 else f"AT{R.n(10000000,99999999)}",lang='pt')
F(A,'Ruijin inpatient 住院号 with times in hospital','zyh|住院号次',lambda R:f"{R.n(10000000,99999999)}_{R.n(1,9)}" if R.v==0 else f"ZY{R.n(10,25)}{R.n(100000,999999):06d}",lang='zh')
F(A,'King Faisal MRN slash encounter FIN','KFSH_MRN|fin_nbr',lambda R:f"{R.n(10000000,10999999)}" if R.v else f"MRN {R.n(1000000,1999999)}/{R.n(10000000,99999999)}")
F(A,'Asan 검체번호 day with laboratory letter','spc_no|검체번호',lambda R:f"{R.d(2015):%y%m%d}{R.c('HIB')}{R.n(1,9999):04d}" if R.v==0 else f"{R.d(2015):%Y%m%d}-{R.n(1,99999):05d}")
# ---------------------------------------------------------------- dates (26)
A='date'
def M(x): return x.split()
EN=M('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'); ENL=M('January February March April May June July August September October November December')
FRL=M('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'); ESL=M('enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre')
PTL=M('janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'); DEL=M('Januar Februar März April Mai Juni Juli August September Oktober November Dezember')
ITL=M('gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'); NLS=M('jan feb mrt apr mei jun jul aug sep okt nov dec'); CAL=['de gener','de febrer','de març',"d'abril",'de maig','de juny','de juliol',"d'agost",'de setembre',"d'octubre",'de novembre','de desembre']
ROM=M('I II III IV V VI VII VIII IX X XI XII'); TRL=M('Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık'); MKL=M('јануари февруари март април мај јуни јули август септември октомври ноември декември'); SVL=M('januari februari mars april maj juni juli augusti september oktober november december')
DES=M('Jan Feb Mrz Apr Mai Jun Jul Aug Sep Okt Nov Dez'); FRS=M('janv févr mars avr mai juin juil août sept oct nov déc')
def D(fam,cols,*fs,**k):
    F('date',fam,cols,lambda R:fs[min(R.v,len(fs)-1)](R,R.d(),*R.t()),**k)
D('MARVIN XClinical visit dotted with UTC clock','visdat|VISIT_DATE',lambda R,d,h,m,s:f"{d:%d.%m.%Y} {h:02d}:{m:02d} UTC",lambda R,d,h,m,s:f"{d:%d.%m.%Y}")
D('secuTrial export quoted ISO of Charité study','mnpvisstartdate|VISDT',lambda R,d,h,m,s:f"{d:%Y%m%d}{h:02d}{m:02d}",lambda R,d,h,m,s:f"{d:%Y-%m-%d} {h:02d}:{m:02d}",lang='de')
D('Ennov Clinical French jj/mm/aaaa with heure h','dt_visite|date_inclusion',lambda R,d,h,m,s:f"{d:%d/%m/%Y} {h:02d}h{m:02d}",lambda R,d,h,m,s:f"{d:%d/%m/%Y}",lang='fr')
D('CleanWeb randomisation stamp with à and heures','date_rando|dt_rando',lambda R,d,h,m,s:f"{d:%d/%m/%Y} à {h:02d}:{m:02d}:{s:02d}",lambda R,d,h,m,s:f"{d:%d/%m/%Y %H:%M}".replace('00:00',f'{h:02d}:{m:02d}'))
D('Formsnet CIBMTR infusion yyyy / mm / dd spaced','HCT_DATE|hctdt',lambda R,d,h,m,s:f"{d:%Y} / {d:%m} / {d:%d}",lambda R,d,h,m,s:f"{d:%Y}/{d:%m}/{d:%d}")
D('Promise database MED-B transplant date ISO beside unk','IDTX_DATE|date_hsct',lambda R,d,h,m,s:f"{d:%Y-%m-%d}" if R.p(.93) else 'unk',lambda R,d,h,m,s:f"{d:%d-%m-%Y}")
D('Sapienza referto lì giorno mese','data_referto|data_firma',lambda R,d,h,m,s:f"lì {d.day} {ITL[d.month-1]} {d.year}",lambda R,d,h,m,s:f"Roma, {d:%d/%m/%Y}",lang='it')
D('Polish roman month with r. of discharge card','data_wyp|data_przyj',lambda R,d,h,m,s:f"{d.day} {ROM[d.month-1]} {d.year} r.",lambda R,d,h,m,s:f"{d.day:02d}.{ROM[d.month-1]}.{d.year}",lang='pl')
D('Hungarian roman month between dots','felv_datum|kezeles_napja',lambda R,d,h,m,s:f"{d.year}. {ROM[d.month-1]}. {d.day}.",lambda R,d,h,m,s:f"{d.year}.{ROM[d.month-1]}.{d.day:02d}.",lang='hu')
D('Catalan long date of the informe d’alta','data_alta|data_trasplantament',lambda R,d,h,m,s:f"{d.day} {CAL[d.month-1]} de {d.year}",lambda R,d,h,m,s:f"{d:%d/%m/%Y} {h}.{m:02d} h")
D('Macedonian месец со година зборови','datum_priem|датум',lambda R,d,h,m,s:f"{d.day} {MKL[d.month-1]} {d.year} год.",lambda R,d,h,m,s:f"{d:%d.%m.%Y} год.")
D('Finnish weekday abbreviation before unpadded dotted','kayntipvm|tutkimuspvm',lambda R,d,h,m,s:f"{M('ma ti ke to pe la su')[d.weekday()]} {d.day}.{d.month}.{d.year}",lambda R,d,h,m,s:f"{d.day}.{d.month}.{d.year} klo {h}.{m:02d}")
D('Danish d. in front with month dotted','dato_tx|indlagt',lambda R,d,h,m,s:f"d. {d.day}/{d.month}-{d.year}",lambda R,d,h,m,s:f"d. {d:%d.%m.%y}")
D('Swedish dag månad apostroph year of Cytodos','ordination_datum|dos_datum',lambda R,d,h,m,s:f"{d.day} {SVL[d.month-1][:3]} -{d:%y}",lambda R,d,h,m,s:f"{d:%y-%m-%d} kl {h:02d}.{m:02d}",lang='sv')
D('Dutch dd-mm-jjjj with uur of HiX order','datum_afname|afnamedatum',lambda R,d,h,m,s:f"{d:%d-%m-%Y} {h:02d}:{m:02d} uur",lambda R,d,h,m,s:f"{d.day} {NLS[d.month-1]} '{d:%y}",lang='nl')
D('German am Tag Monat ausgeschrieben OP-Bericht','op_datum|tx_am',lambda R,d,h,m,s:f"am {d.day}. {DEL[d.month-1]} {d.year}",lambda R,d,h,m,s:f"{d.day}. {DES[d.month-1]}{'' if d.month==5 else '.'} {d.year}, {h:02d}:{m:02d} Uhr",lang='de')
D('Spanish roman month dashes of the consent','f_consentimiento|fecha_ci',lambda R,d,h,m,s:f"{d.day}-{ROM[d.month-1]}-{d.year}",lambda R,d,h,m,s:f"{d.day} de {ESL[d.month-1]} de {d.year}, {h:02d}:{m:02d} h",lang='es')
D('Portuguese dia mês por extenso of the termo','data_termo|data_colheita',lambda R,d,h,m,s:f"{d.day} de {PTL[d.month-1]} de {d.year}",lambda R,d,h,m,s:f"{d:%d-%m-%Y} {h:02d}h{m:02d}",lang='pt')
D('British ordinal day full month of clinic letter','ClinicDate|letter_date',lambda R,d,h,m,s:f"{d.day}{'th' if 10<d.day<14 else {1:'st',2:'nd',3:'rd'}.get(d.day%10,'th')} {ENL[d.month-1]} {d.year}",lambda R,d,h,m,s:f"{d.day}{'th' if 10<d.day<14 else {1:'st',2:'nd',3:'rd'}.get(d.day%10,'th')} {EN[d.month-1]} {d:%y}")
D('Cerner discern explorer DD-MMM-YYYY with hundredths','EVENT_END_DT_TM|clin_dt',lambda R,d,h,m,s:f"{d.day:02d}-{EN[d.month-1].upper()}-{d.year} {h:02d}:{m:02d}:{s:02d}.{R.n(0,99):02d}",lambda R,d,h,m,s:f"{d.day:02d}-{EN[d.month-1].upper()}-{d.year} {h:02d}:{m:02d}")
D('Epic SlicerDicer M/D/YYYY h:mm with a and p','Collected|Admit Instant',lambda R,d,h,m,s:f"{d.month}/{d.day}/{d.year} {h%12 or 12}:{m:02d}{'a' if h<12 else 'p'}",lambda R,d,h,m,s:f"{d.month}/{d.day}/{d:%y} {h:02d}{m:02d}")
D('SAS MMDDYY10 transplant date with missing dots','TXDT|dthdtc_n',lambda R,d,h,m,s:f"{d:%m/%d/%Y}",lambda R,d,h,m,s:f"{d:%m-%d-%Y}",miss=.15)
D('Stata %tcDDmonCCYY_HH:MM:SS','samp_tc|labdt',lambda R,d,h,m,s:f"{d.day:02d}{EN[d.month-1].lower()}{d.year} {h:02d}:{m:02d}:{s:02d}",lambda R,d,h,m,s:f"{d.day:02d}{EN[d.month-1].lower()}{d.year}")
D('Turkish gün ay yıl günü yazılı nakil','nakil_tarihi|islem_tarihi',lambda R,d,h,m,s:f"{d.day} {TRL[d.month-1]} {d.year}",lambda R,d,h,m,s:f"{d:%d/%m/%Y} {h:02d}.{m:02d}",lang='tr')
D('Argentine short slash of planilla de trasplante','fecha_tx|Fecha TAMO',lambda R,d,h,m,s:f"{d.day}/{d.month}/{d:%y}",lambda R,d,h,m,s:f"{d.day:02d}/{d.month:02d}/{d.year} {h:02d}:{m:02d}hs",lang='es')
D('China EDC year month day clock with hyphens of Taimei','VISDAT|访视日期',lambda R,d,h,m,s:f"{d:%Y-%m-%d} {h:02d}:{m:02d}",lambda R,d,h,m,s:f"{d.year}年{d.month}月{d.day}日",lang='zh')
# ---------------------------------------------------------------- births (9)
A='birth'
def B(fam,cols,*fs,**k):
    F('birth',fam,cols,lambda R:fs[min(R.v,len(fs)-1)](R,R.b()),**k)
B('Orbis Geburtsdatum mit Geschlecht dahinter','geb_dat|GEBDATUM',lambda R,b:f"{b:%d.%m.%Y} {R.c('m|w')}",lambda R,b:f"{b:%d.%m.%Y}",lang='de')
B('Sillage DDN jj/mm/aaaa with âge','ddn|DATE_NAISS',lambda R,b:f"{b:%d/%m/%Y} ({2025-b.year} ans)",lambda R,b:f"{b:%d/%m/%Y}",lang='fr')
B('Selene España F.Nac dotted','f_nacim|FECHA_NAC',lambda R,b:f"{b:%d.%m.%Y}",lambda R,b:f"{b:%d/%m/%Y} 00:00",lang='es')
B('Careflow DOB dd-MMM-yyyy UK','DOB|Date of Birth',lambda R,b:f"{b.day:02d}-{EN[b.month-1]}-{b.year}",lambda R,b:f"{b.day:02d} {EN[b.month-1]} {b.year}")
B('Tessy nascita giorno mese anno','data_nasc|nato_il',lambda R,b:f"{b.day} {ITL[b.month-1][:3]} {b.year}",lambda R,b:f"{b:%d/%m/%Y}",lang='it')
B('Rave BRTHDAT uppercase month','BRTHDAT|BRTHDAT_RAW',lambda R,b:f"{b.day:02d} {EN[b.month-1].upper()} {b.year}",lambda R,b:f"{b.day:02d} {EN[b.month-1]} {b.year}")
B('US donor workup birth M/D/YY','donor_dob|DonorDOB',lambda R,b:f"{b.month}/{b.day}/{b:%y}",lambda R,b:f"{b:%m/%d/%Y}")
B('Taiwan Korea Japan multi-site birth yyyy.mm.dd','birth_dt|生年月日',lambda R,b:f"{b:%Y.%m.%d}",lambda R,b:f"{b:%Y%m%d}")
B('Brazilian Data Nasc of Redome with slashes','DT_NASC|data_nascimento',lambda R,b:f"{b:%d/%m/%Y}",lambda R,b:f"{b:%d/%m/%y}",lang='pt')
# ---------------------------------------------------------------- ages (7)
A='age'
def ag(R): return R.n(90,101) if R.p(.24) else min(89,max(18,int(R.r.gauss(71,12))))
F(A,'warm AIHA elderly registry Dutch leeftijd in jaren','leeftijd_jaren|leeftijd',lambda R:f"{ag(R)} jaar" if R.v==0 else f"{ag(R)} jr",rep=0)
F(A,'French PTI sujet âgé âge au dernier suivi','age_dernier_suivi|age_dn',lambda R:f"{ag(R)} ans" if R.v==0 else f"{ag(R)}ans",rep=0)
F(A,'CARE Spain edad con años cumplidos','edad_anos|edad_ultimo_ctrl',lambda R:f"{ag(R)} años" if R.v==0 else f"{ag(R)} a.",rep=0)
F(A,'GIMEMA anziani età anni decimale','eta_anni|eta_ultimo_fu',lambda R:f"{ag(R)+R.n(0,9)/10:.1f} anni".replace('.',',') if R.v==0 else f"{ag(R)} anni",rep=0)
F(A,'UK ITP Registry age at last review y','age_last_review|AgeYears',lambda R:f"{ag(R)}y" if R.v==0 else f"{ag(R)} yr",rep=0)
F(A,'Cold agglutinin Norway alder ved død','alder_dod|alder_siste',lambda R:f"{ag(R)} år" if R.v==0 else f"{ag(R)+R.n(0,9)/10:.1f} år".replace('.',','),rep=0)
F(A,'Medicare claims AIHA cohort age in years labelled','AGE_YRS|age_at_dx',lambda R:f"{ag(R)} years" if R.v==0 else f"{ag(R)} YEARS",rep=0)
# ---------------------------------------------------------------- postcodes (9)
A='postcode'
def PC(loc): return lambda R:R.f(loc).postcode()
F(A,'Wohnort PLZ fünf bare and labelled of the oncology register','plz_wohnort|PLZ',lambda R:f"{R.n(1067,99998):05d}" if R.v==0 else f"PLZ {R.n(1067,99998):05d}",lang='de')
F(A,'code postal du domicile PMSI sans libellé','cp_domicile|CODE_POST',lambda R:f"{R.n(1,95):02d}{R.n(0,99)*10:03d}" if R.v==0 else f"F-{R.n(1,95):02d}{R.n(0,99)*10:03d}",lang='fr')
F(A,'CAP assistito regione Emilia','cap_assistito|CAP',lambda R:f"{R.n(4001,4890)*10:05d}" if R.v==0 else f"CAP {R.n(4001,4890)*10:05d}",lang='it')
F(A,'UK full postcode of transplant follow-up mixed case','pcode_fu|POSTCODE',lambda R:(lambda p:p if R.p(.85) else p.lower())(R.f('en_GB').postcode()) if R.v==0 else R.f('en_GB').postcode().replace(' ','  '))
F(A,'Dutch postcode woonadres zonder spatie klein','postcode_pat|PC6',lambda R:R.n(1000,9999).__str__()+R.g(2,'abcdefghjklmnprstvwxz') if R.v==0 else f"{R.n(1000,9999)} {R.g(2,'ABCDEFGHJKLMNPRSTVWXZ')}",lang='nl')
F(A,'Polish kod pocztowy zamieszkania NFZ','kod_poczt|KOD',lambda R:f"{R.n(0,99):02d}-{R.n(10,990):03d}",lang='pl')
F(A,'US residence ZIP of CIBMTR recipient nine','RECIP_ZIP|zip_res',lambda R:f"{R.n(1001,99950):05d}-{R.n(1,9999):04d}" if R.v==0 else f"{R.n(1001,99950):05d}")
F(A,'Canadian postal code spaced of Princess Margaret','postal_cd|PostalCode',lambda R:(lambda p:p if ' ' in p else p[:3]+' '+p[3:])(R.f('en_CA').postcode()) if R.v==0 else R.f('en_CA').postcode().replace(' ',''))
F(A,'Spanish CP residencia comma provincia INE','cp_residencia|C_POSTAL',lambda R:f"{R.n(1,52):02d}{R.n(1,999):03d}" if R.v==0 else R.c('28%s, Madrid|08%s, Barcelona|46%s, Valencia|41%s, Sevilla|29%s, Málaga|50%s, Zaragoza')%f'{R.n(1,799):03d}',lang='es')
# ---------------------------------------------------------------- ip, url
def ip(R): return f"{R.c('10 172 192 198 203 84 91 141'.split())}.{R.n(0,254)}.{R.n(0,254)}.{R.n(1,254)}"
F('ip','Castor audit trail IP with user role','audit_ip|IP',lambda R:f"{ip(R)} ({R.c('data entry|monitor|investigator')})" if R.v==0 else ip(R),rep=1)
F('ip','OpenClinica login source address with browser short','login_ip|source_addr',lambda R:f"{ip(R)} - {R.c('Chrome|Firefox|Edge|Safari')}",rep=1)
F('ip','ICU bedside monitor host with address','monitor_host|DeviceHost',lambda R:f"{R.c('bmt|icu|hem')}-mon{R.n(1,40):02d} {ip(R)}" if R.v==0 else f"{R.c('BMT|ICU')}MON{R.n(1,40):02d}.hosp.test/{ip(R)}",rep=1)
F('ip','glucose meter dock MAC hyphen lower','dock_mac|mac_addr',lambda R:R.c('-' if R.v==0 else ':').join(f"{R.n(0,255):02x}" for _ in range(6)))
F('url','Orthanc viewer link of patient study','viewer_link|orthanc_url',lambda R:f"https://pacs.{R.c('unihosp|chu|umc')}.example/osimis-viewer/app/index.html?study={R.g(8,'0123456789abcdef')}-{R.g(8,'0123456789abcdef')}-{R.g(8,'0123456789abcdef')}")
F('url','SharePoint consent PDF of subject folder','consent_link|icf_url',lambda R:f"https://{R.c('trials|bmtstudy')}.sharepoint.test/sites/{R.c('RELAPSE|AIC|TX')}/ICF/{R.n(101,940)}-{R.n(1,60):03d}_{R.L('en_US')}.pdf" if R.v==0 else f"https://files.{R.c('uk|de|it')}hosp.example/icf/{R.n(1000,9999)}/{R.g(10,'abcdefghjkmnpqrstuvwxyz23456789')}")
F('url','mapped network drive scan of referral letter','scan_path|letter_file',lambda R:f"{R.c('S:|P:|H:')}\\BMT\\Letters\\{R.n(2015,2025)}\\{R.L('en_GB')}_{R.G('en_GB')[0]}.pdf" if R.v==0 else f"\\\\nas{R.n(1,4)}\\scans\\{R.n(2015,2025)}\\{R.L('de_DE')}_{R.n(10000,99999)}.pdf")
F('url','ePRO personal diary link with code of Viedoc Me','diary_link|epro_url',lambda R:f"https://me.viedoc.test/#/login/{R.g(6,'ABCDEFGHJKLMNPQRSTUVWXYZ23456789')}/{R.g(24,'0123456789abcdef')}" if R.v==0 else f"https://epro.{R.c('trial|study')}.example/p/{R.g(16,string.ascii_letters+string.digits)}")
# ---------------------------------------------------------------- texts (18)
A='text'
def T(fam,cols,a,b,c='',lang=None,j=' '):
    a,b,c=a.split('|'),b.split('|'),c.split('|') if c else []
    def q(R):
        x=[R.c(a),R.c(b)]
        if c and R.p(.7): x.append(R.c(c))
        if R.p(.45):
            y=R.c(b)
            if y not in x: x.insert(1,y)
        s=j.join(x)
        for tok,fn in (('#d',lambda:str(R.n(2,90))),('#p',lambda:str(R.n(3,140))),('#m',lambda:str(R.n(5,80))),('#k',lambda:str(R.n(1,9))),('#x',lambda:R.c('ABCDEFGHJKLMNPRST')+'.')):
            while tok in s: s=s.replace(tok,fn(),1)
        return s
    F('text',fam,cols,q,rep=0,lang=lang)
T('Psychoonkologie Verlauf nach allogener Transplantation','psych_verlauf|Gesprächsnotiz',
 'Die Patientin berichtet von Schlafstörungen seit etwa #d Tagen.|Der Patient wirkt im Gespräch gedrückt und zieht sich zurück.|Frau #x kam heute in Begleitung ihrer Schwester.|Herr #x spricht offen über seine Angst vor einem Rückfall.|Die Ehefrau ruft an und macht sich große Sorgen.','Sie möchte wieder in ihrem Beruf als Lehrerin arbeiten, fühlt sich aber erschöpft.|Die Kinder fragen viel, der jüngste Sohn hat Angst vor der Klinik.|Entlastungsgespräch durchgeführt, Atemübungen gezeigt.|Er schläft nur mit Medikament und grübelt nachts.|Die finanzielle Lage belastet die Familie zusätzlich.','Nächster Termin in #d Tagen vereinbart.|Kontakt zum Sozialdienst hergestellt.|Wünscht keine Medikamente.',lang='de')
T('Reha-Entlassbericht nach Transplantation deutsch','reha_epikrise|reha_text',
 'Herr #x wurde zur Anschlussheilbehandlung nach allogener Stammzelltransplantation aufgenommen.|Die Patientin kam in reduziertem Allgemeinzustand zu uns.|Der 58-jährige Patient wurde an Tag +#p aus der Uniklinik übernommen.','Unter Ergotherapie besserte sich die Gehstrecke auf #d0 Meter.|Die Thrombozyten lagen zuletzt bei #p G/l, Transfusionen waren nicht nötig.|Die Haut zeigte sich trocken, eine GvHD bestand klinisch nicht.|Wegen Diarrhoen wurde Budesonid begonnen.','Entlassung nach #d Tagen in die hausärztliche Betreuung.|Eine stufenweise Wiedereingliederung wird empfohlen.',lang='de')
T('entretien infirmier d’éducation thérapeutique','etp_entretien|note_ETP',
 'Patiente rencontrée ce jour avec son mari.|Le patient explique bien son traitement par ciclosporine.|M. #x a du mal à comprendre les précautions alimentaires.|Mme #x a oublié ses comprimés pendant #d jours.','Elle vit seule au 3e étage sans ascenseur et sa fille passe le soir.|Il craint de reprendre le travail au garage.|On revoit ensemble le carnet de surveillance et les signes d’alerte.|Il dit ne pas supporter l’éviction des animaux, il a deux chats.','À revoir dans #d jours.|Fiche conseil remise.|Appel prévu avec la pharmacie.',lang='fr')
T('narratif de décès du centre francophone','recit_deces|circonstances',
 'Le patient a été admis en réanimation pour détresse respiratoire à J#p.|Patiente de 47 ans greffée pour aplasie médullaire sévère.|Dégradation rapide à domicile, le SAMU est appelé par l’épouse.','Mise sous ventilation le soir même, aspergillose retrouvée au LBA.|Le bilan montrait une pancytopénie à #p plaquettes et un syndrome hémorragique.|Une défaillance multiviscérale s’est installée malgré les amines.','Décès constaté en présence de la famille.|Limitation des soins décidée collégialement.|Pas d’autopsie demandée.',lang='fr')
T('relazione del day hospital ematologico italiano','nota_dh|decorso_dh',
 'La paziente giunge in DH accompagnata dal figlio.|Il signor #x riferisce astenia da circa #d giorni.|Paziente vigile, apiretico, in discrete condizioni generali.|La sig.ra #x lamenta dolore al cavo orale.','Si esegue prelievo ed emotrasfusione senza reazioni.|Piastrine #p mila, si riduce lo steroide a #d mg.|Riferisce di avere sospeso da solo la ciclosporina.|Cute con rash al tronco, si chiede consulenza dermatologica.','Torna tra #d giorni.|Avvisato il medico curante.|Il marito si occupa della terapia a casa.',lang='it')
T('nota de enfermería hospital de día español','nota_enf|comentario_enf',
 'Acude acompañada de su hermana, refiere mal descanso.|Paciente que llama por fiebre de 38,#k desde anoche.|El paciente vive con sus padres en el pueblo y viene en ambulancia.|La madre cuenta que no come desde hace #d días.','Se administra concentrado de plaquetas sin incidencias.|Se cura el catéter, el orificio está enrojecido.|Se le explica de nuevo cómo tomar el tacrolimus.|Está muy nerviosa por el resultado de la médula.','Se avisa al hematólogo de guardia.|Próxima visita en #d días.|Pendiente de hablar con trabajo social.',lang='es')
T('comentário do investigador português sobre evento','coment_evento|descricao',
 'Doente internado por febre sem foco ao dia +#p.|A doente ligou a dizer que tinha sangramento das gengivas.|O utente caiu em casa e foi trazido pela esposa.','Iniciou meropenem e ficou apirético ao fim de #d dias.|Plaquetas em #p mil, fez duas unidades sem reacção.|Refere que deixou de tomar o micofenolato por conta própria.','Teve alta clinicamente melhorado.|A filha pediu segunda opinião.|Mantém seguimento na consulta.',lang='pt')
T('verpleegkundige rapportage SCT-afdeling','vpk_rapportage|overdracht',
 'Mw. voelt zich moe en heeft weinig gegeten.|Dhr. is de hele nacht misselijk geweest.|Patiënt belde vanochtend met koorts van 38,#k.|Echtgenote is ongerust over de uitslag van het beenmerg.','Trombocyten gegeven zonder reactie, daarna even geslapen.|Mondzorg uitgelegd, de slijmvliezen zijn pijnlijk.|Meneer wil graag naar huis voor de verjaardag van zijn kleinzoon.|Heeft moeite met het slikken van de tabletten.','Dienstdoende arts gebeld.|Morgen gesprek met de dochter erbij.|Over #d dagen terug op de poli.',lang='nl')
T('UK BMT clinic letter paragraph to the general practitioner','clinic_letter|letter_body',
 'I reviewed this pleasant lady in the late effects clinic today.|This gentleman attended with his wife, now day +#p.|Mr #x was seen by telephone because of the snow.|She tells me she has been well apart from a dry cough.','His platelets have held at #p without any treatment for three months.|She has gone back to part time work at the school and is coping.|He stopped his ciclosporin by himself as he felt dizzy.|On examination there was a faint rash over both forearms.','We will see her again in #d days.|I would be grateful if you could check his blood pressure.|Her daughter is expecting in the spring.')
T('American social worker psychosocial assessment','sw_assessment|PSYCHOSOCIAL_NOTE',
 'Pt lives with husband and two kids in a rented house.|Patient is a 34 year old truck driver who lost insurance last month.|Mother is the primary caregiver and drives #m miles each way.|Pt tearful during visit, denies SI.','Reports strong support from her church.|Brother was the donor and there is some tension since relapse.|He has applied for disability and is waiting on paperwork.|Caregiver plan reviewed, sister will stay for the first #d days.','Will follow up by phone next week.|Gas card provided.|Referred to financial counselor.')
T('Query answer of US site coordinator in sentences','query_reply|site_response',
 'Spoke with the patient and she confirmed the dose was missed.|Subject was out of state visiting his son that week.|Per PI the event started when pt was at home.|Checked source again with the nurse who drew the sample.','The daughter brought the bottle back with #d tablets left.|Lab was drawn at the local hospital and we are waiting for the report.|Patient refused the marrow because of pain last time.|He was seen in the ED overnight and discharged in the morning.','Data corrected.|Will ask at next visit.|No change to the CRF.')
T('Svensk kuratorsanteckning efter transplantation','kurator_ant|anteckning',
 'Patienten kommer tillsammans med sin sambo.|Hon berättar att hon sover dåligt sedan #d dagar.|Han är orolig för ekonomin och sitt arbete som snickare.','Sjukskrivning diskuteras och samtal med arbetsgivaren planeras.|Barnen har fått kontakt med skolkuratorn.|Modern hjälper till hemma under veckorna.','Ny tid om #d dagar.|Remiss till psykolog skrivs.',lang='sv')
T('Polski wywiad dietetyka po przeszczepieniu','wywiad_diet|notatka_dietetyka',
 'Pacjentka skarży się na brak apetytu od #d dni.|Pacjent mieszka z żoną, która gotuje posiłki.|Chory schudł #k kg od wypisu.','Zalecono małe porcje i napoje wysokobiałkowe.|Nie toleruje mleka, po posiłkach ma biegunkę.|Córka pyta o dietę z małą ilością bakterii.','Kontrola za #d dni.|Ustalono telefon w przyszłym tygodniu.',lang='pl')
T('Český telefonický kontakt koordinátorky','tel_kontakt|poznamka_koord',
 'Volala manželka, pacient má od rána teplotu 38,#k.|Pacientka hlásí modřiny na nohou po #d dnech.|Pacient se omlouvá, že nepřijel na kontrolu.','Doporučeno přijet na ambulanci s krevním obrazem.|Bydlí daleko a autobus jezdí jen ráno.|Syn ji přiveze zítra dopoledne.','Lékař informován.|Trombocyty byly #p.',lang='cs')
T('Русский дневник наблюдения отделения ТКМ','dnevnik_tkm|дневник',
 'Пациентка жалуется на слабость и боли во рту.|Состояние больного средней тяжести, сутки +#p.|Мать сообщает, что ребёнок плохо ест уже #d дней.','Перелита тромбомасса, реакции не было.|Тромбоциты #p, кровоточивости нет.|Живёт в другом городе, просит отпустить домой к детям.','Продолжить прежнюю терапию.|Осмотрен гематологом совместно с реаниматологом.',lang='ru')
T('Türkçe poliklinik izlem cümleleri nakil sonrası','poliklinik_notu|izlem_metni',
 'Hasta eşi ile birlikte geldi, #d gündür halsizliği var.|Annesi evde ateşinin çıktığını söyledi.|Hasta ilacını unuttuğunu belirtti.','Trombosit #p bin, kanama yok.|Ciltte döküntü var, dermatolojiye danışıldı.|Köyde yaşadığı için kontrollere gelmekte zorlanıyor.','#d gün sonra kontrole gelecek.|Eşine bilgi verildi.',lang='tr')
T('中文出院小结自由叙述移植科','cyxj|出院情况',
 '患者因反复皮肤瘀点#d天入院。|患者为教师，由妻子陪同来诊。|患儿母亲诉夜间发热#d天。','移植后第#p天粒细胞植活，未见明显皮疹。|住院期间输注血小板#d次，患者诉口腔疼痛。|患者自行停用环孢素，家属不知情。','建议#d天后门诊复查。|已告知家属注意事项。',lang='zh',j='')
T('Nota de trabalho social brasileira pós-TMO','nota_social|evolucao_social',
 'Paciente mora com a avó em casa alugada na zona rural.|Mãe relata que perdeu o emprego para acompanhar o filho.|Paciente veio de ônibus, viagem de #d horas.','Solicitada vaga na casa de apoio.|Refere dificuldade para comprar a medicação.|A irmã doadora mora no exterior e não responde às ligações.','Retorno em #d dias.|Encaminhada ao TFD do município.',lang='pt')
# ================================================================ harmless: categories
def C(fam,cols,levels,alt=None,sep='|'):
    lv=[levels.split(sep),(alt or levels).split(sep)]
    seed=random.Random(f'blindF|w|{fam}'); wt=[(seed.random()**1.3+.12)/(1+.3*k) for k in range(60)]; lo=alt is None and seed.random()<.3
    def q(R):
        x=lv[R.v]; y=R.r.choices(x,wt[:len(x)])[0]
        if R.v==1 and lo and len(y)>4 and y[1:]==y[1:].lower() and R.p(.3): y=y.lower()
        return y
    F('harmless',fam,cols,q)
C('Infektprophylaxe Wirkstoffe Entlassbogen','infprophylaxe|prophylaxe_medikament','Aciclovir|Cotrimoxazol|Letermovir|Posaconazol|Penicillin V|Pentamidin inhalativ|keine','Valaciclovir|Cotrim forte|Fluconazol|Micafungin|Atovaquon|keine')
C('motif de retrait du cathéter français','motif_retrait_kt|retrait_KT','fin de traitement|infection|thrombose|obstruction|arrachement|décès')
C('esito attecchimento italiano scheda GITMO','esito_attecch|attecchimento','attecchimento completo|attecchimento parziale|rigetto primario|rigetto tardivo|non valutabile|perdita del graft')
C('profilaxis antifúngica española','profilaxis_fungica|prof_antif','fluconazol|posaconazol|micafungina|voriconazol|isavuconazol|ninguna')
C('complicações precoces pós-transplante portuguesas','complic_precoce|complicacao','mucosite|neutropenia febril|cistite hemorrágica|doença veno-oclusiva|síndrome de enxertia|sem complicações')
C('rodzaj powikłania polski rejestr','rodzaj_powiklania|powiklanie','zakażenie|krwawienie|GvHD ostra|GvHD przewlekła|odrzucenie przeszczepu|toksyczność narządowa|brak')
C('typ cytopenie český formulář','typ_cytopenie|dg_skupina','imunitní trombocytopenie|autoimunitní hemolytická anémie|Evansův syndrom|aplastická anémie|PNH|čistá aplazie červené řady')
C('kondicionálás intenzitása magyar','kond_intenzitas|kondicionalas','myeloablatív|csökkentett intenzitású|nem myeloablatív|nem ismert')
C('anemie hemolitică tip românesc','tip_ahai|tip_anemie','cu anticorpi la cald|cu anticorpi la rece|mixtă|indusă medicamentos|secundară LES|idiopatică')
C('вид лечение български регистър','vid_lechenie|лечение','кортикостероиди|ритуксимаб|спленектомия|имуноглобулини|елтромбопаг|трансплантация|без лечение')
C('τύπος κυτταροπενίας ελληνικό μητρώο','typos_kyttarop|διάγνωση','αυτοάνοση αιμολυτική αναιμία|άνοση θρομβοπενία|σύνδρομο Evans|απλαστική αναιμία|ουδετεροπενία|άλλο')
C('terapijska linija srpski','terapija_linija|linija','prva linija|druga linija|treća linija|četvrta i dalje|bez terapije')
C('ishod liječenja hrvatski upitnik','ishod|ishod_lijecenja','potpuna remisija|djelomična remisija|stabilna bolest|progresija|relaps|smrt|nepoznato')
C('vrsta presaditve slovenski obrazec','vrsta_presaditve|presaditev','avtologna|alogenična sorodna|alogenična nesorodna|haploidentična|popkovna kri')
C('stav ochorenia pred transplantáciou slovenský','stav_ochorenia|stav','kompletná remisia|parciálna remisia|bez odpovede|relaps|refraktérne ochorenie')
C('ускладнення після ТКСК українською','uskladnennia|ускладнення','інфекція|мукозит|гостра РТПХ|хронічна РТПХ|кровотеча|відторгнення|немає')
C('atsakas į gydymą lietuvių','atsakas|gydymo_atsakas','visiškas atsakas|dalinis atsakas|nėra atsako|atkrytis|nevertinta')
C('ārstēšanas atbilde latviešu','atbilde|terapijas_atbilde','pilnīga atbilde|daļēja atbilde|nav atbildes|recidīvs|nav vērtēts')
C('ravivastus eesti vorm','ravivastus|vastus','täielik ravivastus|osaline ravivastus|ravivastus puudub|retsidiiv|hindamata')
C('hoitolinja suomalainen lomake','hoitolinja|hoito','ensilinja|toinen linja|kolmas linja|kantasolusiirto|pernan poisto|ei hoitoa')
C('komplikationstyp svenskt kvalitetsregister','komplikationstyp|KOMPL','infektion|blödning|trombos|akut GVHD|kronisk GVHD|transplantatsvikt|ingen')
C('infektionstype dansk skema','infektionstype|inf_type','bakteriel|viral|svampeinfektion|parasitær|ukendt agens|ingen infektion')
C('behandlingsrespons norsk AIHA skjema','behandlingsrespons|respons_aiha','komplett respons|partiell respons|ingen respons|tilbakefall|ikke vurdert')
C('meðferð og svörun íslenskt eyðublað','svorun|medferd','fullt svar|hlutasvar|ekkert svar|bakslag|ekki metið')
C('kemik iliği biyopsi sonucu türkçe form','ki_biyopsi|biyopsi_sonucu','hiposellüler|normosellüler|hipersellüler|aplastik|fibrozis|yetersiz materyal')
C('קו טיפול וטעם הפסקה עברית','siba_hafsaka|סיבת הפסקה','חוסר תגובה|תופעות לוואי|הריון|החלטת המטופל|סיום הטיפול|אחר')
C('دواعي نقل الدم عربية','sabab_naql|سبب النقل','فقر دم|نزيف|نقص الصفائح|قبل إجراء جراحي|انحلال الدم|غير محدد')
C('علت قطع دارو فارسی فرم','ellat_ghat|علت قطع','عارضه دارویی|عدم پاسخ|پایان درمان|بارداری|تصمیم بیمار|سایر')
C('उपचार का परिणाम हिन्दी प्रपत्र','parinam|उपचार_परिणाम','पूर्ण सुधार|आंशिक सुधार|कोई सुधार नहीं|रोग लौटा|मृत्यु|ज्ञात नहीं')
C('中文感染部位移植登记','ganran_bw|感染部位','血流|肺部|泌尿道|皮肤软组织|肠道|中心静脉导管|无')
C('日本語 感染症部位 移植調査票','kansen_bui|感染部位','血流|肺|尿路|皮膚軟部組織|消化管|カテーテル関連|なし')
C('한국어 감염부위 조사표','gamyeom_bw|감염부위','혈류|폐|요로|피부연조직|위장관|카테터 관련|없음')
C('ผลการรักษาแบบฟอร์มไทย','phon_raksa|ผลการรักษา','ตอบสนองสมบูรณ์|ตอบสนองบางส่วน|ไม่ตอบสนอง|กลับเป็นซ้ำ|เสียชีวิต')
C('biến chứng sau ghép tiếng Việt','bien_chung|biến chứng','nhiễm trùng|xuất huyết|ghép chống chủ cấp|ghép chống chủ mạn|viêm niêm mạc|không')
C('alasan putus obat bahasa Indonesia','alasan_henti|alasan','efek samping|tidak respons|biaya|permintaan sendiri|terapi selesai|meninggal')
C('hasil rawatan borang Melayu','hasil_rawatan|tindak_balas','respons penuh|respons separa|tiada respons|kambuh semula|hilang susulan')
C('Camitta severity of aplastic anaemia English','SAA_SEV|camitta','non-severe|severe|very severe','NSAA|SAA|vSAA')
C('Buchanan Adix bleeding grades with words','buchanan|BLEED_GRADE','0 none|1 minor|2 mild|3 moderate|4 severe|5 life-threatening')
C('Evans component lineages','evans_lineage|lineages','ITP + AIHA|ITP + AIN|AIHA + AIN|ITP + AIHA + AIN|ITP only|AIHA only')
C('organ of CMV disease','cmv_organ|CMV disease site','gastrointestinal|pneumonia|retinitis|hepatitis|encephalitis|none')
C('PTLD pathology classes','ptld_class|PTLD','non-destructive|polymorphic|monomorphic B-cell|monomorphic T/NK|classic Hodgkin type|no PTLD')
C('SDTM EXDOSFRM upper case','EXDOSFRM|CMDOSFRM','TABLET|CAPSULE|INJECTION, SOLUTION|SUSPENSION|POWDER, LYOPHILIZED|PATCH')
C('SDTM LBSPEC upper case','LBSPEC|BESPEC','BLOOD|SERUM|PLASMA|URINE|BONE MARROW ASPIRATE|CEREBROSPINAL FLUID')
C('ADaM AVISIT analysis visits','AVISIT|avisit_label','Baseline|Week 2|Week 4|Week 12|Week 24|End of Treatment|Follow-up 1')
C('REDCap field types of data dictionary','field_type|Field Type','text|notes|radio|dropdown|checkbox|calc|yesno|slider|descriptive')
C('REDCap text validation names','text_validation|validation_type','date_ymd|date_dmy|number|integer|email|time|datetime_ymd|number_1dp')
C('SPSS measurement levels and roles','measure|role','Nominal|Ordinal|Scale','Input|Target|Both|None|Split')
C('Stata storage and display types','stata_type|stata_format','byte|int|long|float|double|str8|str20','%8.0g|%9.2f|%10.0g|%8s|%20s|%12.3f')
C('R classes of exported columns','r_class|typeof','numeric|integer|character|factor|logical|Date','double|integer|character|logical|list')
C('query ageing bands CRO report','query_age_band|AGING','0-7 days|8-14 days|15-30 days|31-60 days|>60 days')
C('monitoring visit kinds of the CRO','mv_type|visit_kind','Site Initiation|Interim Monitoring|Remote Monitoring|Close-Out|For Cause|Pre-Study')
C('temperature excursion assessment pharmacy','excursion_class|temp_excursion','no impact|quarantined|released after assessment|destroyed|pending manufacturer reply')
C('blood tube types of the lab manual','tube_type|TUBE','EDTA 4 mL|SST gel|lithium heparin|citrate 3.2%|PAXgene RNA|CPT|Streck')
C('flow tube backbone names EuroFlow','flow_tube|PANEL','LST|PIDOT|ALOT|PCST|SST|PCD','LST tube|PIDOT tube|BCP-ALL|AML/MDS 1|AML/MDS 2|NK-CLPD')
C('cytogenetic adequacy wording','cyto_adequacy|metaphase_quality','adequate|suboptimal|no growth|fewer than 20 metaphases|failed culture')
C('platelet product attributes English','plt_attr|PRODUCT_ATTR','apheresis, irradiated|apheresis, HLA-matched|pooled buffy coat|pathogen reduced|washed|crossmatched')
C('red cell product attributes French EFS','cgr_qualif|qualif_CGR','phénotypé|irradié|phénotypé irradié|déplasmatisé|CMV négatif|compatibilisé')
A1=[f'{a:02d}:{b:02d}' for a,b in ((1,1),(1,2),(1,3),(1,5),(2,1),(3,1),(4,1),(5,1),(5,5))]
F('harmless','DQA1 two field alleles with star','DQA1_1|rec_dqa1',lambda R:'DQA1*'+R.c(A1))
F('harmless','HLA-C with C prefix and pair slash donor','donor_hla_c|HLA_C',lambda R:' / '.join('C*'+R.c('01:02 02:02 03:03 03:04 04:01 05:01 06:02 07:01 07:02 08:02 12:03 15:02 16:01'.split()) for _ in (1,2)) if R.v==0 else 'C*'+R.c('01:02 02:02 03:04 04:01 05:01 06:02 07:01 07:02 12:03'.split()))
F('harmless','DRB3 DRB4 DRB5 presence and allele','drb345|DRB345',lambda R:R.c('DRB3*01:01 DRB3*02:02 DRB3*03:01 DRB4*01:01 DRB4*01:03 DRB5*01:01 DRB5*02:02'.split()) if R.p(.8) else R.c(['DR51','DR52','DR53','neg']))
F('harmless','ABCB1 and CYP3A5 genotype letters','abcb1_3435|cyp3a5_gt',lambda R:R.c(['CC','CT','CT','TT']) if R.v==0 else R.c(['*1/*1','*1/*3','*3/*3','*3/*3']))
C('HPA-15 and HPA-5 genotypes letters','hpa15|hpa5','15a/15a|15a/15b|15b/15b','5a/5a|5a/5b|5b/5b')
C('hepatitis B phases at work-up','hbv_phase|HBV status','never exposed|vaccinated|resolved infection|inactive carrier|chronic hepatitis|occult')
C('indicaţie EBMT de transplant în română','indicatie|status_ECOG','anemie aplastică|trombocitopenie imună|anemie hemolitică autoimună|sindrom Evans|altele','0 - activ|1 - ambulator|2 - la pat <50%|3 - la pat >50%|4 - imobilizat')
C('SF-36 svar svenska hälsa','sf36_halsa|SF1','utmärkt|mycket god|god|någorlunda|dålig')
C('EQ-5D mobiliteit antwoorden Nederlands','eq5d_mob|eq5d_zorg','geen problemen|een beetje problemen|matige problemen|ernstige problemen|niet in staat')
C('FACT Antworten deutsch Knochenmark','fact_ant|bmt_item','überhaupt nicht|ein wenig|mäßig|ziemlich|sehr')
C('PHQ odpowiedzi polskie','phq_odp|phq2','wcale nie dokuczały|kilka dni|więcej niż połowę dni|niemal codziennie')
C('HADS réponses françaises','hads_a1|hads_d3','la plupart du temps|souvent|de temps en temps|jamais','oui, tout autant|pas autant|un peu seulement|presque plus')
C('škála souhlasu česká dotazník','dot_souhlas|spokojenost','zcela souhlasím|spíše souhlasím|nevím|spíše nesouhlasím|zcela nesouhlasím')
C('Chalder fatigue norske svar','chalder|trettbarhet','mindre enn vanlig|ikke mer enn vanlig|mer enn vanlig|mye mer enn vanlig')
C('contraception methods listed at screening','contraception|CONTRACEP','oral contraceptive|intrauterine device|condom|sterilisation|abstinence|postmenopausal|none')
C('Fitzpatrick phototypes roman','fitzpatrick|phototype','I|II|III|IV|V|VI','type I|type II|type III|type IV|type V|type VI')
C('mMRC dyspnoea grades in words','mmrc|dyspnoea_grade','0 - strenuous exercise|1 - hurrying|2 - slower than peers|3 - stops at 100 m|4 - housebound')
C('Clavien-Dindo grades of splenectomy','clavien|surg_complication','I|II|IIIa|IIIb|IVa|V|none')
C('KDIGO kidney injury stage','kdigo_aki|AKI_stage','no AKI|stage 1|stage 2|stage 3','KDIGO 0|KDIGO 1|KDIGO 2|KDIGO 3')
C('Berlin definition of ARDS','ards_berlin|ARDS','none|mild|moderate|severe')
C('NYHA Klasse mit Text deutsch','nyha|NYHA_Klasse','NYHA I|NYHA II|NYHA III|NYHA IV','I keine Beschwerden|II bei stärkerer Belastung|III bei leichter Belastung|IV in Ruhe')
C('Oxford corneal staining and tear categories','oxford_grade|eye_stain','grade 0|grade I|grade II|grade III|grade IV|grade V')
C('lung function decline categories of BOS','bos_stage|BOS','BOS 0|BOS 0p|BOS 1|BOS 2|BOS 3')
C('Thrombosis sites ITP and PNH','thrombosis_site|TE_location','deep leg vein|pulmonary embolism|portal vein|hepatic vein|cerebral sinus|stroke|none')
C('PNH haemolysis types pegcetacoplan study','pnh_type|haemolysis','classic PNH|PNH with marrow failure|subclinical PNH|breakthrough haemolysis|extravascular')
C('TPO agonist switch reasons Spanish registry','motivo_cambio_tpo|cambio','ineficacia|fluctuación de plaquetas|toxicidad hepática|preferencia del paciente|coste')
C('splenectomy route and findings Italian','via_splenectomia|splenectomia','laparoscopica|laparotomica|convertita|embolizzazione|milza accessoria presente')
C('vaccins prévus après greffe statut','statut_vaccinal|vaccin_statut','à jour|incomplet|contre-indiqué|refusé|non fait','PCV13|DTPolio|Hib|HBV|ROR|grippe')
C('origine de la cellule souche québécois','source_greffon_qc|greffon','moelle osseuse|sang périphérique mobilisé|sang de cordon|double cordon')
C('Belgisch remgeld statuut categorie','statuut|tarief','gewoon verzekerd|verhoogde tegemoetkoming|OCMW|buitenlands verzekerd|niet verzekerd')
C('Schweizer Spitalklasse Versicherung','liegeklasse|klasse','allgemein|halbprivat|privat|IV|UVG')
C('US disposition of transplant admission','dispo_tx|DISCH_DISP','Home|Home Health|SNF|Inpatient Rehab|Hospice|Expired|AMA')
C('US race ethnicity OMB upper','RACE_OMB|ETHNIC','WHITE|BLACK OR AFRICAN AMERICAN|ASIAN|AMERICAN INDIAN OR ALASKA NATIVE|MULTIPLE|UNKNOWN','HISPANIC OR LATINO|NOT HISPANIC OR LATINO|NOT REPORTED')
C('Australian GVHD prophylaxis combination with ATG','gvhd_px|GVHD proph ANZ','CsA + MTX|CsA + MMF|CsA + MTX + ATG|PTCy + Tac + MMF|alemtuzumab + CsA')
C('Indian cause of neutropenic sepsis list','sepsis_cause|organism_grp','Klebsiella pneumoniae|E. coli|Pseudomonas aeruginosa|Acinetobacter|MRSA|Candida|culture negative')
C('Brazilian fonte pagadora e modalidade TMO','fonte_pagadora|modalidade','SUS|convênio|particular','alogênico aparentado|alogênico não aparentado|haploidêntico|autólogo')
C('Mexican estado de la enfermedad al trasplante','estado_enf|estado_tx','remisión completa|remisión parcial|sin respuesta|dependiente de transfusión|no evaluable')
C('Nigerian sickle and anaemia genotype words','hb_genotype|genotype_hb','AA|AS|AC|SS|SC')
C('Saudi consanguinity degrees English','consanguinity|CONSANG','first cousins|second cousins|same tribe|not related|unknown')
C('South African HIV and TB status words','hiv_tb|HIVTB','HIV neg, TB neg|HIV pos on ART|previous TB|active TB|unknown')
C('Japanese 移植前処置 強度 with MAC RIC','maeshochi|前処置強度','MAC|RIC|NMA','骨髄破壊的|強度減弱|非破壊的')
C('Turkish akraba evliliği and verici','akraba_evliligi|verici_turu','yok|1. derece kuzen|2. derece kuzen|uzak akraba','HLA tam uyumlu kardeş|akraba dışı|haploidentik|kordon kanı')
C('Assay manufacturer platform ADAMTS13 names','adamts13_method|assay','TECHNOZYM ELISA|HemosIL AcuStar|FRETS-VWF73|in-house FRETS')
C('statistical model names in TLF shells','model_name|METHOD','Cox regression|Fine-Gray|MMRM|logistic regression|Kaplan-Meier|competing risks|GEE')
C('estimand intercurrent strategies','ice_strategy|estimand','treatment policy|hypothetical|composite|while on treatment|principal stratum')
C('central review outcome of response','central_review|BICR','agree|disagree - upgraded|disagree - downgraded|not evaluable|pending')
C('ward isolation classes of Nordic units','isolering|isolation_klass','enkelrum|HEPA-rum|kontaktisolering|droppisolering|ingen')
C('myeloid panel call tiers and classes','variant_tier|TIER','Tier I|Tier II|Tier III|Tier IV','pathogenic|likely pathogenic|VUS|likely benign')
C('cardiac work-up findings Swedish Dutch','eko_fynd|echo_bevinding','normal|lätt nedsatt EF|vänsterkammarhypertrofi|perikardvätska','normaal|licht verminderde EF|pericardvocht|klepinsufficiëntie')
# ================================================================ harmless: numbers
def num(R,mu,sd,dec,lo,hi,log,comma):
    for _ in range(50):
        x=R.r.lognormvariate(math.log(mu),sd) if log else R.r.gauss(mu,sd)
        if lo<=x<=hi: break
    else: x=mu
    s=f'{x:.{dec}f}'
    return s.replace('.',',') if comma else s
def Nn(fam,cols,mu,sd,dec,lo,hi,fm=('{}','{}'),log=0,comma=0,lod=None,flag=None,lang=None):
    def q(R):
        if lod and R.p(.1): return lod if isinstance(lod,str) else lod[R.v]
        x=num(R,mu,sd,dec,lo,hi,log,comma); y=fm[R.v].format(x)
        if flag:
            z=float(x.replace(',','.'))
            if (z<mu*.9) if ' L' in flag else (z>mu*1.35): y+=R.c(flag)
        return y
    F('harmless',fam,cols,q,lang=lang)
Nn('Hämoglobin g/dl Komma mit Einheit Swisslab','hb_swl|Hb',10.4,2.2,1,5,18,('{} g/dl','{}'),comma=1,lang='de')
Nn('Hb g/L Québec virgule','hb_qc|HB_GL',101,20,0,45,175,('{} g/L','{} g/L'),lang='fr')
Nn('B-Trombocyter 10E9/L svensk decimal','b_trc|TPK',88,.9,0,2,600,('{} 10E9/L','{} x10E9/L'),log=1,lod='<5 10E9/L',lang='sv')
Nn('Thrombocyten x10^9/L Nederlandse uitslag met eenheid','trombo|TR',95,.8,0,2,600,('{} x10^9/L','{} 10^9/l'),log=1,lang='nl')
Nn('PLT tys/ul polskie wyniki z jednostką','plt|PLYTKI',90,.8,0,2,600,('{} tys/ul','{} x10^3/ul'),log=1,lang='pl')
Nn('fehérvérsejt Giga/L magyar két tizedes','feherversejt|WBC_HU',4.6,.6,2,.1,40,('{} Giga/L','{}'),log=1,comma=1,lang='hu')
Nn('leukocyty 10^9/l české s čárkou','leu_cz|LEU',4.4,.6,1,.1,40,('{} 10^9/l','{}'),log=1,comma=1,lang='cs')
Nn('leucociti x10^3/mmc italiani','gb_it|GB',4.2,.6,2,.1,40,('{} x10^3/mmc','{}'),log=1,comma=1,lang='it')
Nn('neutrófilos x10^9/L Portugal ponto','neut_pt|NEUT',2.1,.7,2,.01,20,('{} x10^9/L','{}'),log=1,lod='<0.05',lang='pt')
Nn('polynucléaires neutrophiles Giga/L virgule','pnn_g|PNN',2.0,.8,2,.01,20,('{} G/L','{}'),log=1,comma=1,lod='<0,10',lang='fr')
Nn('нейтрофилы абс тыс/мкл','neu_abs|нейтрофилы',2.3,.7,2,.01,20,('{} тыс/мкл','{}'),log=1,comma=1,lang='ru')
Nn('ANC 10^3/mm3 Brazil','neut_br|NEUTROFILOS',2.2,.8,1,.1,20,('{} mil/mm³','{}'),log=1,comma=1,lang='pt')
Nn('retikulocytter 10^9/L norsk dansk','retik|RETIK',85,.7,0,5,450,('{} 10^9/L','{} x10^9/L'),log=1)
Nn('reticolociti per cento italiani','retico|RETIC%',3.2,.8,2,.1,25,('{} %','{}%'),log=1,comma=1,lang='it')
Nn('LDH µkat/l svensk och tjeckisk','ldh_ukat|LD',6.8,.6,1,2,40,('{} µkat/L','{} ukat/l'),log=1,comma=1)
Nn('LDH UI/L española con flag','ldh_ui|LDH_ES',420,.6,0,110,3000,('{} UI/L','{} U/L'),log=1,flag=[' *',' H'],lang='es')
Nn('haptoglobin g/L Nordic comma','hapto_no|P_HAPTO',.7,.7,2,.1,4,('{} g/L','{}'),log=1,comma=1,lod=('<0,10 g/L','<0,1'))
Nn('aptoglobina mg/dL italiana minore','apto|APTOGLOB',62,.8,0,8,320,('{} mg/dL','{} mg/dl'),log=1,lod=('<8 mg/dL','<8 mg/dl'),lang='it')
Nn('bilirubina całkowita mg/dl polska','bil_c|BIL',1.3,.7,2,.2,15,('{} mg/dl','{}'),log=1,comma=1,lang='pl')
Nn('bilirubine µmol/L totale française','bili_fr|BILT',18,.7,0,3,250,('{} µmol/L','{} umol/L'),log=1,lang='fr')
Nn('kreatinin µmol/L Czech Slovak','krea_cz|S_KREA',82,.4,0,30,600,('{} umol/l','{} µmol/l'),log=1,lang='cs')
Nn('Kreatinin mg/dl deutsch zwei Stellen Komma','krea_mgdl|KREA',.95,.4,2,.3,7,('{} mg/dl','{}'),log=1,comma=1,lang='de')
Nn('alkaline phosphatase U/L US with high in brackets','ALKPHOS|ALP_UL',92,.45,0,30,800,('{} U/L','{} IU/L'),log=1,flag=[' (H)'])
Nn('eGFR mL/min/1.73m2 US over sixty','EGFR_US|GFR',78,22,0,10,140,('{} mL/min/1.73m2','{} mL/min/1.73 m²'),lod='>60 mL/min/1.73m2')
Nn('GPT U/l Österreich','gpt_at|ALAT',34,.8,0,6,900,('{} U/l','{} U/L'),log=1,lang='de')
Nn('ALT ukat/L svensk komma','alat_se|ALAT_UKAT',.6,.8,2,.1,18,('{} µkat/L','{}'),log=1,comma=1,lang='sv')
Nn('ferritina ng/mL italiana migliaia','ferr_it|FERRITINA',780,1.2,1,5,9999,('{} ng/mL','{} ng/ml'),log=1,comma=1,lang='it')
Nn('transferrin g/l Finnish Danish comma','p_transf|TRANSFERRIN',2.0,.5,2,.7,4.2,('{} g/l','{} g/L'),comma=1)
Nn('CRP mg/l svenskt svar mindre än','crp_se|P_CRP',12,1.3,0,1,380,('{} mg/L','{} mg/l'),log=1,lod=('<1 mg/L','<1 mg/l'),lang='sv')
Nn('PCR mg/dL española decimal punto','pcr_mgdl|PCR_ES',1.4,1.2,2,.05,35,('{} mg/dL','{}'),log=1,lod=('<0.05 mg/dL','<0.05'),lang='es')
Nn('procalcitonine µg/L française','pct_fr|PCT',.3,1.4,2,.02,90,('{} µg/L','{}'),log=1,comma=1,lod=('<0,02 µg/L','<0,02'),lang='fr')
Nn('P-IgA g/L Swedish Finnish comma','iga_se|P_IGA',1.4,.6,2,.1,6,('{} g/L','{}'),log=1,comma=1)
Nn('IgM g/L UK two places','IgM_UK|IGM',.7,.7,2,.04,6,('{} g/L','{}'),log=1,lod=('<0.05 g/L','<0.05'))
Nn('albumine g/L belge','alb_be|ALB',37,5,0,18,52,('{} g/L','{} g/l'),lang='fr')
Nn('sodio mmol/L español','na_es|SODIO',138.5,3.4,1,120,156,('{} mmol/L','{}'),lang='es')
Nn('Kalium mmol/l österreichisch Komma','k_at|KALIUM',4.1,.5,2,2.4,6.8,('{} mmol/l','{}'),comma=1,lang='de')
Nn('magnez mmol/l polski','mg_pl|MAGNEZ',.74,.12,2,.35,1.3,('{} mmol/l','{}'),comma=1,lang='pl')
Nn('INR Dutch comma one','inr_nl|INR_NL',1.15,.2,1,.8,4,('{}','INR {}'),log=1,comma=1,lang='nl')
Nn('fibrinogeno mg/dL italiano intero','fib_it|FIBRINOGENO',310,90,0,80,900,('{} mg/dL','{} mg/dl'),lang='it')
Nn('ADAMTS13 activité pour cent Cnr-MAT','adamts_fr|A13',58,30,0,6,135,('{} %','{}%'),lod=('<5 %','<5%'),lang='fr')
Nn('tacrolimus ng/ml Spanish valle','taco_es|FK_VALLE',7.8,.4,1,1.5,30,('{} ng/mL','{}'),log=1,comma=1,lang='es')
Nn('Ciclosporin µg/l Talspiegel Einheit','csa_de|CSA',195,.4,0,30,700,('{} µg/l','{} ng/ml'),log=1,lod=('<25 µg/l','<25 ng/ml'),lang='de')
Nn('ciclosporina ng/mL Brazil','csa_br|CICLOSPORINA',190,.4,1,30,700,('{} ng/mL','{}'),log=1,comma=1,lang='pt')
Nn('CD34 infundidas 10^6/kg España','cd34_es|CD34_KG',5.2,.5,2,.8,20,('{} x10^6/kg','{}'),log=1,comma=1,lang='es')
Nn('CD34 Mio/kg KG deutsch','cd34_mio|CD34_KGKG',5.6,.5,2,.8,20,('{} Mio/kg KG','{}'),log=1,comma=1,lang='de')
Nn('cellules nucléées 10^8/kg moelle','cnt_moelle|CNT',3.1,.4,2,.5,9,('{} x10^8/kg','{}'),log=1,comma=1,lang='fr')
Nn('CD3 10^7/kg Turkey','cd3_tr|CD3KG',21,.5,1,2,80,('{} x10^7/kg','{}'),log=1,comma=1,lang='tr')
Nn('viability per cent trypan blue China Japan','viab_tb|细胞活率',93.5,4.2,1,62,99.8,('{}%','{} %'))
Nn('donor chimerism per cent China STR two decimals','str_dc|供者嵌合率',97.2,4.4,2,40,99.99,('{}%','{} %'),lang='zh')
Nn('chimérisme donneur pourcent lignée T','chim_t|CHIM_CD3',88,14,1,10,100,('{} %','{}'),comma=1,lang='fr')
Nn('尿酸 μmol/L 中国检验报告','ua_cn|尿酸',318,85,0,120,690,('{}μmol/L','{} umol/L'),lang='zh')
Nn('血清フェリチン ng/mL 日本','ferritin_jp|フェリチン',620,1.1,1,5,9000,('{} ng/mL','{}ng/mL'),log=1,lang='ja')
Nn('헤모글로빈 g/dL 한국 flag','hb_kr|혈색소',10.2,2.1,1,5,17,('{} g/dL','{}'),flag=[' ▼',' L'])
Nn('Hb gm% Pakistan Bangladesh','hb_pk|HB_GM',9.6,2.2,1,4,16,('{} gm/dl','{} gm%'))
Nn('platelets lacs per cumm India decimal','plt_lacs|Platelet',.9,.8,2,.02,6,('{} lacs/cumm','{} lac/cmm'),log=1)
Nn('CMV DNA log UI/mL Spain Italy comma','cmv_sci|CMV_DNA',3.2,.9,2,1.3,6.5,('{} log UI/mL','{} log10 UI/ml'),comma=1,lod='<1,30 log UI/mL')
Nn('EBV-DNA log10 IE/ml deutsch','ebv_log|EBV_IE',3.1,.9,2,1.5,6.5,('{} log IE/ml','{}'),comma=1,lod='negativ',lang='de')
Nn('longueur de rate cm échographie','fleche_rate|rate_cm',12.4,2.6,1,8,24,('{} cm','{}'),comma=1,lang='fr')
Nn('Milzlänge mm Sonographie','milz_mm|Milz',121,24,0,75,240,('{} mm','{} mm'),lang='de')
Nn('peso kg portugués brasileño vírgula','peso_pt|PESO_KG',68,15,1,32,130,('{} kg','{}'),comma=1,lang='pt')
Nn('wzrost w metrach z jednostką','wzrost|wzrost_m',1.70,.09,2,1.4,2.0,('{} m','{} m'),comma=1,lang='pl')
Nn('BSA Mosteller two decimals with m²','bsa|BSA_M2',1.82,.22,2,1.1,2.5,('{} m²','{} m2'))
Nn('temperature grader svensk komma','temp_se|TEMP',37.0,.7,1,35,40.6,('{} °C','{}'),comma=1,lang='sv')
Nn('prednisone mg/kg/j français','pred_mgkg|corticoides',.8,.6,2,.05,2,('{} mg/kg/j','{}'),log=1,comma=1,lang='fr')
Nn('metilprednisolona mg/kg/día español','mpd_mgkg|dosis_mpd',1.2,.5,1,.2,5,('{} mg/kg/día','{} mg/kg/d'),log=1,comma=1,lang='es')
Nn('ATG mg/kg gesamt deutsch','atg_mgkg|ATG',25,15,1,2.5,60,('{} mg/kg','{}'),comma=1,lang='de')
Nn('infuuskuur duur uren Nederlandse','duur_uren|infuusduur',4.2,1.8,1,.5,12,('{} uur','{} u'),comma=1,lang='nl')
Nn('délai diagnostic greffe mois décimale','delai_dg_greffe|delai_mois',14,.8,1,.5,150,('{} mois','{}'),log=1,comma=1,lang='fr')
F('harmless','Tage bis Leukozytenregeneration und Thrombozyten d','tage_leuko|tage_thrombo',lambda R:f"{R.n(9,34)} Tage" if R.v==0 else f"d{R.n(9,48)}",lang='de')
F('harmless','giorni di ricovero in gg e unità di emazie','gg_ricovero|n_emazie',lambda R:f"{R.n(12,75)} gg" if R.v==0 else f"{R.n(0,24)} unità",lang='it')
F('harmless','subdistribution hazard with Spanish y between limits','shr_ic|HR_IC95',lambda R:(lambda a:f"{a:.2f} (IC95% {a*R.r.uniform(.4,.8):.2f} a {a*R.r.uniform(1.2,2.1):.2f})".replace('.',',') if R.v==0 else f"{a:.2f} ({a*R.r.uniform(.4,.8):.2f}-{a*R.r.uniform(1.2,2.1):.2f})")(R.r.lognormvariate(0,.4)))
F('harmless','Mittelwert plus minus Standardabweichung deutsch','mw_sd|Mittelwert',lambda R:(f"{R.r.uniform(2,60):.1f} ± {R.r.uniform(.5,9):.1f}").replace('.',',') if R.v==0 else f"{R.r.uniform(2,60):.2f} +/- {R.r.uniform(.5,9):.2f}".replace('.',','))
F('harmless','tension artérielle française en cmHg','ta_cm|TA',lambda R:(lambda a:f"TA {a}/{max(4,a-R.n(4,6))}" if R.v==0 else f"{a}/{max(4,a-R.n(4,6))} cmHg")(R.n(10,17)),lang='fr')
F('harmless','Blutdruck RR deutsch mit mmHg','rr_mmhg|Blutdruck',lambda R:f"{R.n(90,165)}/{R.n(50,98)} mmHg" if R.v==0 else f"RR {R.n(90,165)}/{R.n(50,98)}",lang='de')
# ================================================================ write
def main():
    from collections import Counter
    fc=Counter((o[0],o[1]) for o in OUT); assert all(v==2 for v in fc.values()),[k for k,v in fc.items() if v!=2]
    b=('\n'.join('\t'.join(o) for o in OUT)+'\n').encode()
    for o in OUT: assert 40<=len(o)-3<=300 and '\t' not in ''.join(o)
    open(os.path.join(HERE,'heldout.tsv'),'wb').write(b)
    print(len(OUT),Counter(o[0] for o in OUT),Counter(k[0] for k in fc)); print(hashlib.sha256(b).hexdigest())
main()
