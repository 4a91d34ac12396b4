#!/usr/bin/env python3
"""Writes development_10.tsv: what hospital systems and spreadsheets of Europe, North America and Australia deliver.

    python3 -m venv venv && venv/bin/pip install faker==40.54.0
    venv/bin/python make_development_10.py

Written without sight of the screen, of its description and of the other parts, but for the names of their families.
Python 3.11; some names and addresses come from Faker 40.54.0 (MIT licence). Every cell is drawn at random from fixed
seeds; none stems from a person. Mail and web domains are made up or reserved.
"""
import os, random, datetime as dt, string
from faker import Faker

POOL, FAMS = {}, []
LETT = 'ABCDEFGHJKLMNPRSTVWZ'

def fk(r, loc):
    c = r.__dict__.setdefault('fk', {})
    if loc not in c:
        if loc not in POOL: POOL[loc] = Faker(loc)
        POOL[loc].seed_instance(r.getrandbits(60)); c[loc] = POOL[loc]
    return c[loc]

def L(r, loc): return fk(r, loc).last_name()
def G(r, loc, s=None):
    f = fk(r, loc); s = s or r.choice('mf')
    fun = getattr(f, 'first_name_male' if s == 'm' else 'first_name_female', f.first_name)
    return fun()
def D(r, n): return ''.join(r.choice('0123456789') for _ in range(n))
def DD(r, n): return r.choice('123456789') + D(r, n - 1)
def U(r, n): return ''.join(r.choice(string.ascii_uppercase) for _ in range(n))
def pick(*a): return lambda r: r.choice(a)
def asc(s):
    import unicodedata
    for a, b in (('ä','ae'),('ö','oe'),('ü','ue'),('ß','ss'),('Ä','Ae'),('Ö','Oe'),('Ü','Ue'),('ł','l'),('Ł','L'),('ø','o')): s = s.replace(a, b)
    return ''.join(c for c in unicodedata.normalize('NFKD', s) if c.isascii())
def mailname(s): return ''.join(c for c in asc(s).lower().replace(' ', '-') if c.isalnum() or c == '-')
def day(r, a=2008, b=2024):
    d0 = dt.date(a, 1, 1); return d0 + dt.timedelta(days=r.randrange((dt.date(b, 12, 31) - d0).days))
def hm(r): return r.choice([7,8,8,9,9,10,10,11,12,13,14,15,16,17,20]), r.randrange(60)
def clip(x, lo, hi): return max(lo, min(hi, x))

SITE = ['', '', '', '', '', 'NA', 'N/A', '.', 'unk', 'ND', '-', '?', 'unknown', 'n.a.']

def fam(kind, family, a, b, **o): FAMS.append((kind, family, [a, b], o))

def column(kind, family, k, name, g, o):
    r = random.Random(f'blindA|{family}|{k}|{name}')
    n = r.choice([40, 48, 60, 75, 90, 110, 140, 180, 220, 300])
    if o.get('pool'):
        pool = []
        while len(pool) < o['pool']:
            v = g(r)
            if v not in pool: pool.append(v)
        w = [1 / (i + 1) ** 0.6 for i in range(len(pool))]
        out = [r.choices(pool, w)[0] for _ in range(n)]
    elif kind == 'text':
        out = []
        for _ in range(min(n, r.randint(40, 60))):
            for _ in range(25):
                v = g(r)
                if v not in out: break
            out.append(v)
    elif kind in ('name', 'national', 'record', 'birth', 'postcode', 'contact') and r.random() < 0.35:
        out = []
        while len(out) < n: out += [g(r)] * r.choice([1, 2, 3, 3, 4, 5, 6])
        out = out[:n]
    else: out = [g(r) for _ in range(n)]
    if kind in ('name', 'contact', 'postcode', 'text') or o.get('mess'):
        p = r.choice([0, 0, 0.02, 0.04])
        out = [r.choice([v + ' ', ' ' + v, v.lower(), v.upper(), v]) if r.random() < p else v for v in out]
    m = o.get('miss', r.choice([0, 0, 0.02, 0.05, 0.12, 0.25]))
    wd = ['', *(o.get('words') or [r.choice(SITE)])]
    out = [r.choice(wd) if r.random() < m else v for v in out]
    return out

# ------------------------------------------------------------------ names
ini = lambda r: r.choice(LETT)
fam('name', 'Epic PAT_NAME comma without blank and middle initial', ('PAT_NAME', lambda r: f"{L(r,'en_US')},{G(r,'en_US')} {ini(r)}".upper()), ('pat_name_hosp', lambda r: f"{L(r,'en_US')},{G(r,'en_US')}{r.choice(['',' '+ini(r),' '+G(r,'en_US')])}".upper()))
fam('name', 'Epic provider with record in square brackets', ('PROV_NAME_WID', lambda r: f"{L(r,'en_US')}, {G(r,'en_US')} {ini(r)} [{DD(r,6)}]".upper()), ('auth_prov', lambda r: f"{L(r,'en_US')}, {G(r,'en_US')} [{DD(r,5)}]"), pool=14)
fam('name', 'Cerner NAME_FULL_FORMATTED with suffix', ('NAME_FULL_FORMATTED', lambda r: f"{L(r,'en_US')}, {G(r,'en_US')} {r.choice([G(r,'en_US'),ini(r)])}{r.choice(['']*8+[' Jr',' Sr',' III'])}"), ('p_name_full', lambda r: f"{L(r,'en_CA')} , {G(r,'en_CA')} {ini(r)}"))
fam('name', 'Cerner personnel surname credential comma', ('PERFORM_PRSNL', lambda r: f"{L(r,'en_US')} {r.choice(['RN','RN','MD','PharmD','LVN','NP','PA-C'])}, {G(r,'en_US')} {r.choice([ini(r),''])}".strip()), ('verified_by', lambda r: f"{L(r,'en_US')} {r.choice(['RN','MD','DO','RN, BSN','RPh'])}, {G(r,'en_US')}"), pool=20)
fam('name', 'Meditech user mnemonic with department and dot', ('USER_MNEMONIC', lambda r: f"{r.choice(['NUR','LAB','PHA','RAD','BBK'])}.{asc(L(r,'en_US')).upper()[:7]}{ini(r)}"), ('entered_by', lambda r: f"{r.choice(['NUR','LAB','PCS','BMT'])}.{asc(L(r,'en_US')).upper()}"), pool=18)
fam('name', 'ORBIS Behandler mit Kürzel in Klammern', ('Behandler', lambda r: (lambda l, g: f"{r.choice(['Dr. med. ','','','PD Dr. '])}{l}, {g} ({asc(l)[:3].upper()}{g[0]})")(L(r,'de_DE'), G(r,'de_DE'))), ('erf_benutzer', lambda r: (lambda l, g: f"{l}, {g} ({asc(l)[:4].upper()})")(L(r,'de_DE'), G(r,'de_DE'))), pool=16)
fam('name', 'INS liste des prénoms de naissance par virgules', ('prenoms_ins', lambda r: ', '.join(G(r,'fr_FR','f') if i else G(r,'fr_FR') for i in range(r.choice([2,3,3,4])))), ('liste_prenoms', lambda r: ' '.join(asc(G(r,'fr_FR')).upper() for i in range(r.choice([1,2,3,3])))))
fam('name', 'médecin référent Pr et Dr avec prénom composé abrégé', ('med_referent', lambda r: f"{r.choice(['Dr','Dr','Pr','Dr.'])} {r.choice(['J-L','M-C','A.','P.','J.','C.','F-X','S.'])} {L(r,'fr_FR').upper()}"), ('prescripteur', lambda r: f"{r.choice(['Dr','Pr'])} {L(r,'fr_FR').upper()} {G(r,'fr_FR')[0]}."), pool=15)
fam('name', 'initiales du cahier d’observation dans des cases', ('INIT_PAT', lambda r: f"|_{ini(r)}_|_{ini(r)}_|"), ('initiales', lambda r: f"|{ini(r)}|{ini(r)}|{ini(r)}|"))
fam('name', 'referto F.to Dr. in calce', ('firmatario', lambda r: f"F.to {r.choice(['Dr.','Dott.','Dott.ssa','Dr.ssa'])} {L(r,'it_IT')} {G(r,'it_IT')[0]}."), ('med_refertante', lambda r: f"f.to {r.choice(['dott.','dott.ssa','prof.'])} {G(r,'it_IT')} {L(r,'it_IT')}"), pool=14)
fam('name', 'iniciales españolas con M.ª abreviada', ('iniciales_pac', lambda r: f"{r.choice(['M.ª '+ini(r)+'.','M.ª','J. '+ini(r)+'.',ini(r)+'.',ini(r)+'.'])} {ini(r)}. {ini(r)}."), ('INICIALES', lambda r: f"{r.choice(['Mª','Mª','J.'+ini(r),ini(r),ini(r)])}.{ini(r)}.{ini(r)}."))
fam('name', 'utentes portugueses Sr. e D.', ('utente_nome', lambda r: (lambda s: f"{'D.' if s=='f' else 'Sr.'} {G(r,'pt_PT',s)} {r.choice(['','da ','de ','dos '])}{L(r,'pt_PT')}")(r.choice('mf'))), ('acompanhante', lambda r: (lambda s: f"{'Sra. D.' if s=='f' else 'Sr.'} {G(r,'pt_PT',s)} {L(r,'pt_PT')} {L(r,'pt_PT')}")(r.choice('mf'))))
CAT = 'Puig Ferrer Vila Soler Roca Serra Casals Bosch Pons Vidal Mas Riera Camps Font Prat Bonet Sala Coll Rovira Sabater Tort Llopis Pujol Batlle Carbonell Gual'.split()
CATG = 'Jordi Montserrat Núria Oriol Pau Mercè Josep Joan Roser Laia Arnau Pere Marta Anna Xavier Carles Dolors Meritxell Albert Teresa'.split()
fam('name', 'cognoms catalans units amb i', ('cognoms_nom', lambda r: f"{r.choice(CAT)} i {r.choice(CAT)}, {r.choice(CATG)}"), ('pacient', lambda r: f"{r.choice(CATG)} {r.choice(CAT)} i {r.choice(CAT)}"))
BAS = 'Etxeberria Agirre Goikoetxea Mendizabal Zubizarreta Arrieta Urrutia Ibarra Otxoa Elizondo Garmendia Lasa Iturbe Aranburu Olano Sagastizabal Uriarte Altuna Zabala Bengoetxea'.split()
BASG = 'Ane Mikel Jon Leire Amaia Iker Nerea Gorka Maite Unai Itziar Asier Arantza Xabier Miren Koldo Garazi Josu'.split()
fam('name', 'Osakidetza abizenak eta izena', ('abizen_izena', lambda r: f"{r.choice(BAS)} {r.choice(BAS)}, {r.choice(BASG)}"), ('gaixoa', lambda r: f"{r.choice(BASG)} {r.choice(BAS)} {r.choice(BAS)}"))
def nlv(r): return r.choice(['', '', '', 'de ', 'van ', 'van der ', 'van den '])
fam('name', 'HiX partner- en meisjesnaam met roepnaam tussen haakjes', ('naam_hix', lambda r: f"{L(r,'nl_NL').split()[-1]}-{nlv(r)}{L(r,'nl_NL').split()[-1]}, {ini(r)}.{r.choice(['',ini(r)+'.'])} ({G(r,'nl_NL','f')})"), ('patientnaam', lambda r: f"{nlv(r)}{L(r,'nl_NL').split()[-1]}, {ini(r)}.{ini(r)}. ({G(r,'nl_NL')})"))
fam('name', 'Nederlandse behandelaar drs. met functie', ('behandelaar', lambda r: f"{r.choice(['drs.','dr.','prof. dr.','drs.'])} {ini(r)}. {nlv(r)}{L(r,'nl_NL').split()[-1]}, {r.choice(['AIOS','internist-hematoloog','ANIOS','kinderarts','verpleegkundig specialist'])}"), ('hoofdbehandelaar', lambda r: f"{r.choice(['dr.','Dr.','drs.'])} {ini(r)}.{ini(r)}. {nlv(r)}{L(r,'nl_NL').split()[-1]}"), pool=12)
fam('name', 'KWS Leuven hoofdletters met voorvoegsel voornaam', ('NAAM_KWS', lambda r: f"{r.choice(['VAN DEN ','DE ','VAN ','VANDER ','',''])}{L(r,'nl_BE').split()[-1].upper()} {G(r,'nl_BE')}"), ('naam_pt', lambda r: f"{r.choice(['VAN ','DE ','VAN DE ','','',''])}{asc(L(r,'nl_BE').split()[-1]).upper()} {asc(G(r,'nl_BE')).upper()}"))
fam('name', 'podpis pielęgniarki mgr piel.', ('podpis_piel', lambda r: f"{r.choice(['mgr piel.','lic. piel.','piel.','piel. dypl.'])} {G(r,'pl_PL','f')} {L(r,'pl_PL')}"), ('wykonal', lambda r: f"{r.choice(['piel.','mgr piel.','mgr'])} {ini(r)}. {L(r,'pl_PL')}"), pool=16)
fam('name', 'pacientka z domu po polsku', ('pac_z_domu', lambda r: f"{L(r,'pl_PL')} {G(r,'pl_PL','f')} z d. {L(r,'pl_PL')}"), ('nazwisko_rodowe', lambda r: f"{G(r,'pl_PL','f')} {L(r,'pl_PL')} (z domu {L(r,'pl_PL')})"))
CZF = 'Nováková Svobodová Dvořáková Černá Procházková Kučerová Veselá Horáková Němcová Marková Pokorná Pospíšilová Hájková Králová Jelínková Růžičková Benešová Fialová Sedláčková Doležalová'.split()
CZM = 'Novák Svoboda Dvořák Černý Procházka Kučera Veselý Horák Němec Marek Pokorný Pospíšil Hájek Král Jelínek Růžička Beneš Fiala Sedláček Doležal'.split()
fam('name', 'české oslovení p. a pí', ('pacient_cz', lambda r: r.choice([f"p. {r.choice(CZM)} {G(r,'cs_CZ','m')}", f"pí {r.choice(CZF)} {G(r,'cs_CZ','f')}"])), ('jmeno_pac', lambda r: r.choice([f"pan {r.choice(CZM)}", f"paní {r.choice(CZF)}", f"paní {r.choice(CZF)} {G(r,'cs_CZ','f')}"])))
fam('name', 'sestra Bc. a DiS. za jménem', ('sestra', lambda r: r.choice([f"Bc. {G(r,'cs_CZ','f')} {r.choice(CZF)}", f"{G(r,'cs_CZ','f')} {r.choice(CZF)}, DiS.", f"Mgr. {G(r,'cs_CZ','f')} {r.choice(CZF)}"])), ('provedl', lambda r: r.choice([f"{r.choice(CZF)} {G(r,'cs_CZ','f')}, DiS.", f"{r.choice(CZM)} {G(r,'cs_CZ','m')}, Bc."])), pool=15)
fam('name', 'slovenské meno s rodeným rod.', ('meno_pac', lambda r: f"{L(r,'sk_SK')} {G(r,'sk_SK','f')}, rod. {L(r,'sk_SK')}"), ('priezvisko_meno', lambda r: f"{L(r,'sk_SK').upper()} {G(r,'sk_SK')}{r.choice(['',' (rod. '+L(r,'sk_SK')+')'])}"))
fam('name', 'österreichische Titel Mag. DI vor dem Namen', ('Patient_AT', lambda r: f"{r.choice(['Mag. ','DI ','Mag. Dr. ','','','Ing. ','Dkfm. '])}{L(r,'de_AT')} {G(r,'de_AT')}{r.choice(['','','',', BSc',', MSc'])}"), ('pat_bez', lambda r: f"{r.choice(['Herr','Frau'])} {r.choice(['Mag. ','Dipl.-Ing. ','','Dr. ','HR '])}{G(r,'de_AT')} {L(r,'de_AT')}"))
fam('name', 'épouse abrégée ép. derrière le nom de naissance', ('NOM_NAISS_EP', lambda r: f"{L(r,'fr_FR').upper()} ép. {L(r,'fr_FR').upper()} {G(r,'fr_FR','f')}"), ('identite', lambda r: r.choice([f"{L(r,'fr_FR').upper()} {G(r,'fr_FR')}", f"{L(r,'fr_FR').upper()} épouse {L(r,'fr_FR').upper()} {G(r,'fr_FR','f')}"])))
IRL = "O'Brien O'Sullivan McCarthy Ní Dhomhnaill|Ó Murchú|Ní Bhriain|Mac Cárthaigh|O'Keeffe|McGrath|O'Donoghue|Ó Ceallaigh|McNamara|O'Hara|Uí Chonaill|FitzGerald|Mac Giolla Phádraig".replace(' Ní Dhomhnaill','|Ní Dhomhnaill').replace("O'Brien O'Sullivan McCarthy","O'Brien|O'Sullivan|McCarthy").split('|')
IRG = 'Aoife Niamh Ciarán Seán Pádraig Siobhán Róisín Eoin Caoimhe Declan Maeve Brendan Gráinne Conor Orla Fionn Sinéad Tadhg'.split()
fam('name', 'Irish Ó Ní and Mc surnames, iPMS', ('PT_NAME_IPMS', lambda r: f"{r.choice(IRL)}, {r.choice(IRG)}"), ('patient_irl', lambda r: f"{r.choice(IRG)} {r.choice(IRL)}"))
fam('name', 'PAS forename surname with known as', ('PAS_Name', lambda r: f"{G(r,'en_GB')} {L(r,'en_GB').upper()}{r.choice(['','',' (known as '+G(r,'en_GB')+')',' (k/a '+G(r,'en_GB')+')'])}"), ('pt_known_as', lambda r: f"{L(r,'en_GB')}, {G(r,'en_GB')} {r.choice(['aka','known as','k.a.'])} {G(r,'en_GB')}"))
fam('name', 'GP of registration DR SURNAME initials', ('REG_GP', lambda r: f"DR {L(r,'en_GB').upper()} {ini(r)}{r.choice([ini(r),''])}"), ('usual_gp', lambda r: f"Dr {ini(r)} {r.choice([ini(r)+' ',''])}{L(r,'en_GB')}"), pool=25)
fam('name', 'iPM Australia surname title given', ('PATIENT', lambda r: (lambda s: f"{L(r,'en_AU').upper()}, {'Mr' if s=='m' else r.choice(['Ms','Mrs','Miss'])} {G(r,'en_AU',s)} {r.choice(['',G(r,'en_AU',s)])}".strip())(r.choice('mf'))), ('name_ipm', lambda r: (lambda s: f"{L(r,'en_AU').upper()}, {G(r,'en_AU',s)} ({'Mr' if s=='m' else r.choice(['Ms','Mrs'])})")(r.choice('mf'))))
QC = 'Tremblay Gagnon Roy Côté Bouchard Gauthier Morin Lavoie Fortin Gagné Ouellet Pelletier Bélanger Lévesque Bergeron Leblanc Paquette Girard Simard Boucher Caron Beaulieu Cloutier Dubé'.split()
QG = 'Marie-Ève Marc-André Jean-François Pierre-Luc Anne-Marie Mathieu Geneviève Maxime Sylvie Chantal Guylaine Réjean Normand Julie Mélanie Étienne'.split()
fam('name', 'Québec noms composés et prénoms doubles', ('nom_prenom_usager', lambda r: f"{r.choice(QC)}{r.choice(['','-'+r.choice(QC)])}, {r.choice(QG)}"), ('usager', lambda r: f"{r.choice(QG)} {r.choice(QC)}-{r.choice(QC)}"))
fam('name', 'résident R2 entre parenthèses au Québec', ('noté_par', lambda r: f"Dre {r.choice(QG)} {r.choice(QC)} (R{r.randint(1,5)})"), ('resident', lambda r: f"{r.choice(QC)} {ini(r)}. (R{r.randint(1,5)})"), pool=11)
fam('name', 'specialisti slovenski prim. in dr. med. spec.', ('zdravnik', lambda r: f"{r.choice(['prim. ','doc. dr. ','','as. '])}{G(r,'sl_SI')} {L(r,'sl_SI')}, dr. med.{r.choice([', spec.',''])}"), ('odredil', lambda r: f"{L(r,'sl_SI')} {G(r,'sl_SI')}, dr. med."), pool=12)
fam('name', 'English electronically signed by line', ('ESIG', lambda r: f"Electronically signed by {G(r,'en_US')} {ini(r)}. {L(r,'en_US')}, {r.choice(['MD','MD','NP','PA-C','MD PhD'])}"), ('signed_line', lambda r: f"E-signed: {L(r,'en_CA')}, {G(r,'en_CA')} {r.choice(['MD','RN','NP'])}"), pool=14)
fam('name', 'Arztbrief gez. mit Dienststellung', ('gez', lambda r: f"gez. {r.choice(['Dr. med.','Prof. Dr.','PD Dr. med.','Dr.'])} {ini(r)}. {L(r,'de_DE')}{r.choice([', OA',', Assistenzärztin',', Chefarzt','',', FOÄ'])}"), ('unterzeichner', lambda r: f"{r.choice(['gez.','i.V.','i.A.'])} {L(r,'de_DE')}"), pool=13)
fam('name', 'Betreuer und Bevollmächtigte mit Verhältnis', ('Bevollm', lambda r: f"{G(r,'de_DE')} {L(r,'de_DE')} ({r.choice(['Ehefrau','Sohn','Tochter','Bruder','Berufsbetreuerin','Ehemann','Lebensgef.'])})"), ('Ang_Betreuer', lambda r: f"{r.choice(['Tochter','Sohn','EF','EM','Mutter','Vater','Schwester'])} {G(r,'de_DE')} {L(r,'de_DE')}"))
fam('name', 'delegation log staff separated by semicolons', ('staff_involved', lambda r: '; '.join(f"{L(r,'en_GB')} {ini(r)}" for _ in range(r.choice([2,2,3,4])))), ('delegated_to', lambda r: '; '.join(f"{G(r,'en_US')} {L(r,'en_US')}" for _ in range(r.choice([1,2,3])))))
fam('name', 'Befunder Pathologie Prof und Assistenz mit Schrägstrich', ('Befunder', lambda r: f"Prof. {L(r,'de_DE')} / {r.choice(['Ass. ','Dr. ',''])}{L(r,'de_DE')}"), ('diktiert_von', lambda r: f"{L(r,'de_CH')}/{L(r,'de_CH')}"), pool=12)
fam('name', 'doctora con número de colegiado', ('medico_resp', lambda r: f"{r.choice(['Dr.','Dra.'])} {L(r,'es_ES')} {L(r,'es_ES')} (Col. {DD(r,2)}{D(r,7)})"), ('firma_med', lambda r: f"{r.choice(['Dr.','Dra.'])} {G(r,'es_ES')} {L(r,'es_ES')} - nº col. {D(r,9)}"), pool=13)
fam('name', 'infermieri e OSS di turno', ('inf_turno', lambda r: f"{r.choice(['Inf.','Inf.','OSS','Inf. ped.','Coord.'])} {L(r,'it_IT')} {G(r,'it_IT')}"), ('sigla_inf', lambda r: f"inf. {L(r,'it_IT')} {G(r,'it_IT')[0]}."), pool=16)
fam('name', 'IDE et cadre de santé du service', ('ide', lambda r: f"IDE {L(r,'fr_FR').upper()} {G(r,'fr_FR','f')[0]}."), ('soignant', lambda r: f"{r.choice(['IDE','AS','Cadre','IDE','IBODE'])} {G(r,'fr_FR')} {L(r,'fr_FR').upper()}"), pool=18)
fam('name', 'enfermeiras Enf.ª e TSDT portuguesas', ('enf_resp', lambda r: f"Enf.ª {G(r,'pt_PT','f')} {L(r,'pt_PT')}"), ('colhido_por', lambda r: f"{r.choice(['Enf.','Enf.ª','TSDT','Enf.ª'])} {G(r,'pt_PT')} {L(r,'pt_PT')}"), pool=14)

# ------------------------------------------------------------------ contact
def usph(r): return f"({r.choice(['212','617','312','415','713','404','206'])}) 555-{D(r,4)}"
fam('contact', 'US phones with C H W letters', ('pt_phones', lambda r: f"C: {usph(r)}" + r.choice(['', f" H: {usph(r)}", f" W: {usph(r)}"])), ('contact_no', lambda r: f"{r.choice('CHW')} {usph(r)[1:4]}-555-{D(r,4)}"))
fam('contact', 'Schweizer Telefon P G Natel', ('Tel_P_G_N', lambda r: f"{r.choice(['P','G','N','Natel'])}: 0{r.choice(['44','31','61','79','76','78'])} {DD(r,3)} {D(r,2)} {D(r,2)}"), ('Erreichbar', lambda r: f"Natel 07{r.choice('6789')} {DD(r,3)} {D(r,2)} {D(r,2)}"))
def frp(r, s=' '): return s.join([r.choice(['06','06','07','01','04'])] + [D(r,2) for _ in range(4)])
fam('contact', 'téléphone français avec lien du proche devant', ('tel_proche', lambda r: f"{r.choice(['fille','fils','épouse','mari','mère','conjoint','sœur'])} : {frp(r)}"), ('joindre', lambda r: f"{frp(r)} ({r.choice(['fille','conjoint','domicile','épouse','voisine'])})"))
fam('contact', 'casella PEC italiana', ('pec', lambda r: f"{mailname(G(r,'it_IT'))}.{mailname(L(r,'it_IT'))}@pec.{r.choice(['posta-medici','cittadino','legal'])}.example"), ('indirizzo_pec', lambda r: f"{mailname(L(r,'it_IT'))}{r.choice(['','.',''])}{mailname(G(r,'it_IT'))}{r.choice(['',D(r,2)])}@pec.example"))
AUS = ['Carlton VIC 3053', 'Parkville VIC 3052', 'Randwick NSW 2031', 'Herston QLD 4006', 'Nedlands WA 6009', 'Woodville SA 5011', 'Hobart TAS 7000', 'Westmead NSW 2145']
AST = ['George', 'Elizabeth', 'Victoria', 'Wattle', 'Banksia', 'Station', 'Church', 'Kangaroo', 'Acacia', 'Murray']
fam('contact', 'Australian unit slash number in one line', ('ADDR_AU', lambda r: f"{r.randint(1,24)}/{r.randint(2,180)} {r.choice(AST)} {r.choice(['St','Rd','Ave','Pde','Cres'])} {r.choice(AUS)}".upper()), ('home_addr', lambda r: f"Unit {r.randint(1,40)}, {r.randint(2,180)} {r.choice(AST)} {r.choice(['Street','Road','Parade'])}, {r.choice(AUS)}"))
fam('contact', 'adresse québécoise avec app.', ('adresse_usager', lambda r: f"{r.randint(10,9800)}, {r.choice(['rue','boul.','av.','ch.'])} {r.choice(['Saint-Denis','Sherbrooke','Papineau','Laurier','du Mont-Royal','des Érables','Sainte-Foy','Lajeunesse'])}, app. {r.randint(1,30)}, {r.choice(['Montréal','Québec','Laval','Gatineau'])}"), ('domicile', lambda r: f"{r.randint(10,9800)} {r.choice(['rue','boul.'])} {r.choice(['Masson','Ontario','René-Lévesque','Rachel','Fleury'])} {r.choice(['E','O'])} #{r.randint(1,30)}, {r.choice(['Montréal','Longueuil','Trois-Rivières'])} (Québec)"))
fam('contact', 'Belgisch adres met bus', ('adres_be', lambda r: f"{L(r,'nl_BE').split()[-1]}{r.choice(['straat','laan','steenweg','lei'])} {r.randint(1,240)} bus {r.randint(1,20)}, {r.choice(['2000 Antwerpen','3000 Leuven','9000 Gent','8000 Brugge','3500 Hasselt'])}"), ('straat_nr_bus', lambda r: f"{L(r,'nl_BE').split()[-1]}{r.choice(['straat','laan','weg','plein'])} {r.randint(1,240)}{r.choice(['',' b'+str(r.randint(1,20)),' bus '+D(r,4)])}"))
fam('contact', 'urbanización y parcela española', ('domicilio_urb', lambda r: f"Urb. {r.choice(['Los Pinos','El Olivar','Las Lomas','Monte Alto','La Moraleda'])}, {r.choice(['parcela','chalet','casa','nº'])} {r.randint(1,180)}, {r.choice(['Sevilla','Boadilla','Málaga','Godella','Pozuelo'])}"), ('dir_paciente', lambda r: f"{r.choice(['Pza.','Avda.','Ctra.','Pº'])} {fk(r,'es_ES').last_name()} {r.randint(1,150)}, {r.choice(['bajo','ático','esc. izda.','bloque '+str(r.randint(1,9))])}"))
fam('contact', 'morada portuguesa lugar e freguesia', ('morada', lambda r: f"Lugar {r.choice(['da Igreja','do Outeiro','de Cima','da Ponte','do Souto','da Eira'])}, {r.choice(['n.º '+str(r.randint(1,300)),'s/n'])}, {r.choice(['Vila Verde','Arcozelo','Barcelinhos','Real','Sande'])}"), ('morada_doente', lambda r: f"{r.choice(['Trav.','Praceta','Largo','Urb.','Bairro'])} {r.choice(['das Flores','25 de Abril','do Rossio','da Liberdade','São João'])}, Lt. {r.randint(1,60)}, {r.randint(1,9)}.º {r.choice(['Esq.','Dto.','Frt.'])}"))
fam('contact', 'frazione e località italiane', ('ind_residenza', lambda r: f"Fraz. {r.choice(['San Rocco','Pieve Vecchia','Borgo Nuovo','Santa Lucia','Montefiore'])} {r.randint(1,220)}{r.choice(['','/A','/bis'])}, {r.choice(['Lucca','Cuneo','Arezzo','Udine','Rieti'])}"), ('recapito', lambda r: f"Loc. {r.choice(['Il Poggio','Case Sparse','Podere Vecchio','La Selva','Campo di Mezzo'])} n. {r.randint(1,99)}"))
fam('contact', 'résidence bâtiment et lieu-dit', ('adr_residence', lambda r: f"Rés. {r.choice(['Les Lilas','du Parc','Les Tilleuls','Beau Soleil','Pasteur'])}, Bât. {r.choice('ABCDE')}, {r.randint(1,90)} {r.choice(['rue','av.','allée'])} {r.choice(['Victor Hugo','de la Gare','des Acacias','Jean Jaurès'])}"), ('adr_lieu_dit', lambda r: f"{r.choice(['Lieu-dit ','Lieudit ','Hameau de '])}{r.choice(['Kerbihan','La Croix Blanche','Le Moulin','Les Granges','Puech Redon'])}, {r.choice(['12','24','33','56'])}{D(r,3)} {r.choice(['Plouay','Rignac','Langon','Bergerac'])}"))
fam('contact', 'polskie osiedle i blok', ('adres_os', lambda r: f"os. {r.choice(['Tysiąclecia','Piastów','Kościuszki','Słoneczne','Na Skarpie'])} {r.randint(1,80)}/{r.randint(1,90)}, {r.choice(['Kraków','Poznań','Katowice','Lublin'])}"), ('adres_zam', lambda r: f"{r.choice(['pl.','al.','os.'])} {r.choice(['Wolności','Jana Pawła II','Armii Krajowej','Centrum A'])} {r.randint(1,120)} m. {r.randint(1,80)}"))
fam('contact', 'česká vesnice s č.p.', ('adresa_cp', lambda r: f"{r.choice(['Lhota','Újezd','Nová Ves','Březová','Hostomice','Rudolec'])} č.p. {r.randint(1,420)}"), ('bydliste', lambda r: f"{r.choice(['Hlavní','Nádražní','Školní','Husova','Palackého'])} {r.randint(10,2400)}/{r.randint(1,60)}, {r.choice(['Brno','Olomouc','Plzeň','Hradec Králové'])}"))
fam('contact', 'Irish townland and county', ('ADDR_IE', lambda r: f"{r.choice(['Ballinlough','Knocknagoshel','Carrowmore','Drumkeeran','Clonbur','Gortnahoe'])}, {r.choice(['Ballina','Tralee','Carrick','Tuam','Nenagh'])}, Co. {r.choice(['Mayo','Kerry','Leitrim','Galway','Tipperary'])}"), ('address_line', lambda r: f"{r.randint(1,99)} {r.choice(['The Grove','Woodview','Castle Park','Cois Abhann','St. Brigids Tce'])}, {r.choice(['Ennis','Navan','Mallow','Athlone'])}, Co. {r.choice(['Clare','Meath','Cork','Westmeath'])}"))
fam('contact', 'deutsche Klinikmail mit externer Kennung', ('Mail_Ansprechp', lambda r: f"{mailname(G(r,'de_DE'))}.{mailname(L(r,'de_DE'))}{r.choice(['','','-extern'])}@{r.choice(['klinikum-musterstadt','uk-beispiel','haema-studien'])}.example"), ('email_pruefarzt', lambda r: f"{mailname(G(r,'de_DE'))[0]}.{mailname(L(r,'de_DE'))}@{r.choice(['med.uni-beispiel','kkh-muster'])}.example"))
fam('contact', 'study team distribution list by comma', ('cc_list', lambda r: ', '.join(f"{mailname(G(r,'en_GB'))}.{mailname(L(r,'en_GB'))}@{r.choice(['trialunit','bmt-hospital','cro'])}.example" for _ in range(r.choice([2,3])))), ('notify', lambda r: ','.join(f"{mailname(L(r,'en_US'))}{r.choice(LETT).lower()}@{r.choice(['site','sponsor'])}.test" for _ in range(r.choice([1,2,3])))))
fam('contact', '06-nummer met relatie', ('tel_contactpersoon', lambda r: f"06-{DD(r,8)} ({r.choice(['dochter','zoon','echtgenoot','partner','moeder','buurvrouw'])})"), ('bereikbaar', lambda r: f"{r.choice(['dochter','zoon','partner','thuis','mobiel'])} 06 {DD(r,8)}"))
fam('contact', 'český mob. s příbuzným', ('kontakt', lambda r: f"{r.choice(['manžel','dcera','syn','manželka','matka'])} mob. {r.choice(['602','603','724','777','739'])} {D(r,3)} {D(r,3)}"), ('mobil_pac', lambda r: f"mob.: {r.choice(['+420 ','00420 ',''])}{r.choice(['604','720','776'])} {D(r,3)} {D(r,3)}"))
fam('contact', 'numer telefonu do rodziny tel. do', ('tel_rodziny', lambda r: f"tel. do {r.choice(['córki','syna','męża','żony','matki'])} {r.choice(['501','602','693','784','888'])}-{D(r,3)}-{D(r,3)}"), ('kontakt_rodzina', lambda r: f"{r.choice(['córka','syn','mąż','żona'])}: {r.choice(['505','607','790'])}{D(r,6)}"))
fam('contact', 'Luxembourg GSM', ('gsm', lambda r: f"+352 {r.choice(['621','661','691'])} {D(r,3)} {D(r,3)}"), ('tel_lu', lambda r: f"GSM {r.choice(['621','661','691'])}-{D(r,3)}-{D(r,3)}"))
fam('contact', 'Irish mobile and landline', ('mobile_ie', lambda r: f"{r.choice(['087','086','085','083'])} {DD(r,3)} {D(r,4)}"), ('tel_ie', lambda r: r.choice([f"({r.choice(['01','021','091'])}) {DD(r,3)} {D(r,4)}", f"+353 {r.choice(['87','86','85'])} {D(r,7)}"])))
fam('contact', 'Australian M and H numbers of carers', ('ph_carer', lambda r: f"(M) 04{D(r,2)} {D(r,3)} {D(r,3)}"), ('nok_ph', lambda r: r.choice([f"M 04{D(r,2)} {D(r,3)} {D(r,3)}", f"H (0{r.choice('2378')}) 9{D(r,3)} {D(r,4)}"])))

# ------------------------------------------------------------------ national
def ibanmake(cc, bban):
    n = int(''.join(str(int(c, 36)) for c in bban + cc + '00')); return f"{cc}{98 - n % 97:02d}{bban}"
def fours(s): return ' '.join(s[i:i+4] for i in range(0, len(s), 4))
def nuss(r): p = f"{r.choice([8,28,41,46,48,29]):02d}"; m = DD(r, 8); return p, m, f"{int(p + m) % 97:02d}"
fam('national', 'NUSS seguridad social con barras', ('NUSS', lambda r: '/'.join(nuss(r))), ('n_afiliacion_ss', lambda r: ' '.join(nuss(r))))
def nib(r): b = r.choice(['0035','0033','0018','0010']) + D(r, 4) + D(r, 11); return b + f"{98 - int(b + '00') % 97:02d}"
fam('national', 'NIB português de 21 dígitos', ('NIB', lambda r: (lambda s: f"{s[:4]} {s[4:8]} {s[8:19]} {s[19:]}")(nib(r))), ('nib_reembolso', nib))
def rib(r): b, g, c = r.choice(['30004','20041','30003','13807']), D(r, 5), D(r, 11); return b, g, c, f"{97 - (89*int(b)+15*int(g)+3*int(c)) % 97:02d}"
fam('national', 'RIB français avec clé', ('RIB', lambda r: ' '.join(rib(r))), ('rib_remb_transport', lambda r: ''.join(rib(r))))
def ccc(r):
    b, o, c = r.choice(['2100','0049','0182']), D(r, 4), D(r, 10); w = [1,2,4,8,5,10,9,7,3,6]
    f = lambda s: (lambda k: 1 if k == 10 else 0 if k == 11 else k)(11 - sum(int(x)*y for x, y in zip(s, w)) % 11)
    return f"{b}-{o}-{f('00'+b+o)}{f(c)}-{c}"
fam('national', 'cuenta CCC española de veinte', ('CCC', ccc), ('cuenta_dietas', lambda r: ccc(r).replace('-', ' ')))
fam('national', 'polski rachunek NRB', ('nr_rachunku', lambda r: (lambda s: s[:2] + ' ' + fours(s[2:]))(ibanmake('PL', r.choice(['1020','1140','1050']) + D(r,4) + D(r,16))[2:])), ('NRB', lambda r: ibanmake('PL', r.choice(['1020','1140','1240']) + D(r,20))[2:]))
fam('national', 'české číslo účtu s kódem banky', ('cislo_uctu', lambda r: f"{DD(r,2)}-{DD(r,9)}/{r.choice(['0800','0100','0300','2010'])}"), ('ucet_cestovne', lambda r: f"{DD(r,10)}/{r.choice(['0800','0100','0600','5500'])}"))
fam('national', 'Canadian transit institution account', ('direct_deposit', lambda r: f"{D(r,5)}-{r.choice(['001','002','003','004','010'])}-{DD(r,7)}"), ('bank_acct_ca', lambda r: f"{r.choice(['815','006','004'])} {D(r,5)} {DD(r,7)}"))
fam('national', 'IBAN Schweiz Spesen', ('IBAN_CH', lambda r: fours(ibanmake('CH', r.choice(['00762','09000','00243']) + D(r,12)))), ('Konto_Spesen', lambda r: ibanmake('CH', '09000' + D(r,12))))
fam('national', 'IBAN Irish volunteers', ('iban_ie', lambda r: fours(ibanmake('IE', r.choice(['AIBK','BOFI']) + D(r,14)))), ('vol_iban', lambda r: ibanmake('IE', r.choice(['AIBK','BOFI','IPBS']) + D(r,14))))
fam('national', 'IBAN luxembourgeois', ('iban_lu', lambda r: fours(ibanmake('LU', r.choice(['001','002','014']) + D(r,13)))), ('compte_lu', lambda r: ibanmake('LU', '001' + D(r,13))))
fam('national', 'Schweizer Postkonto mit Strichen', ('PC_Konto', lambda r: f"{r.choice(['80','30','40','60'])}-{DD(r,5)}-{D(r,1)}"), ('Postkonto', lambda r: f"{r.choice(['80','85','87','25'])}-{DD(r,6)}-{D(r,1)}"))
fam('national', 'deutsche Steuernummer der Länder', ('Steuernr', lambda r: f"{DD(r,3)}/{DD(r,3)}/{D(r,5)}"), ('StNr_Proband', lambda r: r.choice([f"{DD(r,2)}/{DD(r,3)}/{D(r,5)}", f"{DD(r,3)}/{D(r,4)}/{D(r,4)}"])))
fam('national', 'einheitliche Fortbildungsnummer EFN der Ärzte', ('EFN', lambda r: '80276' + r.choice(['01','05','09','11']) + D(r,8)), ('EFN_Pruefarzt', lambda r: (lambda s: f"{s[:5]} {s[5:7]} {s[7:]}")('80276' + r.choice(['01','03','12']) + D(r,8))))
fam('national', 'codice STP ed ENI', ('cod_stp', lambda r: f"{r.choice(['STP','ENI'])}{r.choice(['120','030','080','090'])}{D(r,10)}"), ('cf_stp', lambda r: f"STP {r.choice(['120901','030321','080102'])} {D(r,7)}"))
fam('national', 'EKUZ z prefiksem 80616', ('nr_ekuz', lambda r: '80616' + D(r,15)), ('karta_ekuz', lambda r: f"80616 000 {D(r,2)} {D(r,10)}"))
fam('national', 'EHIC česká 80203', ('ehic_cz', lambda r: '80203' + D(r,15)), ('cislo_prukazu_poj', lambda r: f"80203 {r.choice(['000111','000201','000205'])} {D(r,9)}"))
fam('national', 'slovenský občiansky preukaz', ('cislo_OP', lambda r: f"{r.choice(['EA','HA','HC','HM','EK'])}{D(r,6)}"), ('op_pacienta', lambda r: f"{r.choice(['EA','HE','HT'])} {D(r,6)}"))
fam('national', 'paszport polski', ('nr_paszportu', lambda r: f"E{r.choice('ABCDEGH')}{D(r,7)}"), ('paszport', lambda r: f"{r.choice(['EA','EH','EK','EM'])} {D(r,7)}"))
fam('national', 'pasaporte español tres letras', ('pasaporte', lambda r: f"{r.choice(['AAA','XDA','PAC','AAF','BC'+U(r,1)])}{D(r,6)}"), ('n_pasaporte', lambda r: f"{U(r,3)}-{D(r,6)}"))
fam('national', 'Irish passport P and letter', ('passport_ie', lambda r: f"P{r.choice('ABCDEHJ')}{D(r,7)}"), ('pp_no', lambda r: f"P{r.choice('ABCNT')} {D(r,7)}"))
fam('national', 'Australian passport', ('passport_au', lambda r: f"{r.choice(['N','E','PA','PB','L'])}{D(r,7)}"), ('travel_doc', lambda r: f"{r.choice('NPEM')} {D(r,7)}"))
fam('national', 'Centrelink customer reference CRN', ('CRN', lambda r: f"{D(r,3)} {D(r,3)} {D(r,3)}{r.choice('ABCHJKLSTVX')}"), ('centrelink_no', lambda r: f"{D(r,9)}{r.choice('ABCHJKLSTVX')}"))
fam('national', 'Veterans Affairs ICN with V', ('ICN', lambda r: f"10{D(r,8)}V{D(r,6)}"), ('MVI_ICN', lambda r: f"10{D(r,8)}V{D(r,6)}"))
fam('national', 'Medi-Cal client index', ('CIN', lambda r: f"9{D(r,7)}{r.choice('ACDEF')}"), ('medi_cal_bic', lambda r: f"9{D(r,7)}{r.choice('ACDEF')} {D(r,1)} {D(r,4)}"))
fam('national', 'Blue Cross subscriber with three letter prefix', ('subscriber_id', lambda r: f"{r.choice(['XYP','YPP','WMW','XOF','R'+U(r,2)])}{DD(r,9)}"), ('ins_member', lambda r: f"{U(r,3)} {DD(r,3)} {D(r,3)} {D(r,3)}"))
fam('national', 'Manitoba PHIN', ('PHIN', lambda r: f"{DD(r,3)} {D(r,3)} {D(r,3)}"), ('phin_mb', lambda r: f"PHIN {DD(r,3)}-{D(r,3)}-{D(r,3)}"))
fam('national', 'Newfoundland MCP twelve', ('MCP', lambda r: f"{DD(r,3)} {D(r,3)} {D(r,3)} {D(r,3)}"), ('mcp_no', lambda r: DD(r,12)))
def riziv(r): n = DD(r,6); return f"{n[0]}-{n[1:6]}-{97 - int(n) % 97:02d}-{r.choice(['580','598','003','690'])}"
fam('national', 'RIZIV INAMI nummer van arts', ('RIZIV', riziv), ('inami_prescr', lambda r: riziv(r).replace('-', '')))
fam('national', 'BIG-registratie van zorgverlener', ('BIG_nr', lambda r: f"{r.choice(['19','29','39','49','99'])}{D(r,7)}{r.choice(['01','30'])}"), ('big_arts', lambda r: f"BIG {r.choice(['19','49'])}{D(r,7)}01"))
fam('national', 'nurses PIN of the NMC', ('NMC_PIN', lambda r: f"{r.randint(0,23):02d}{r.choice('ABCDEFGHIJKL')}{D(r,4)}{r.choice('ESWNCO')}"), ('nurse_pin', lambda r: f"{r.randint(80,99)}{r.choice('ABCDEFGHI')}{D(r,4)}{r.choice('ES')}"))
fam('national', 'ADELI des psychologues et pharmaciens', ('ADELI', lambda r: f"{r.choice(['75','69','13','33','59'])}{r.choice(['93','1','70'])}{D(r,6)}"[:9]), ('n_adeli', lambda r: f"{r.choice(['75','69','31'])} {r.choice(['9','7'])} {D(r,5)} {D(r,1)}"))
def nir(r):
    c = r.choice('12') + f"{r.randint(30,99)}{r.randint(1,12):02d}{r.choice(['75','69','13','33','59','31'])}{r.randint(1,400):03d}{r.randint(1,600):03d}"; return c, f"{97 - int(c) % 97:02d}"
fam('national', 'INS avec OID de qualification', ('INS_MATRICULE', lambda r: '|'.join([''.join(nir(r)), '1.2.250.1.213.1.4.8'])), ('ins_oid', lambda r: (lambda c: f"{c[0]}{c[1]} (1.2.250.1.213.1.4.{r.choice('89')})")(nir(r))))
fam('national', 'alte AHV-Nummer elfstellig', ('AHV_alt', lambda r: f"{DD(r,3)}.{r.randint(10,99)}.{DD(r,3)}.{DD(r,3)}"), ('ahv_nr_alt', lambda r: f"{DD(r,3)} {r.randint(10,99)} {DD(r,3)} {DD(r,3)}"))
# ------------------------------------------------------------------ record
fam('record', 'Epic PAT_ID with Z', ('PAT_ID', lambda r: 'Z' + DD(r,7)), ('epic_pat', lambda r: 'Z' + DD(r,8)))
fam('record', 'Epic hospital account HAR', ('HSP_ACCOUNT_ID', lambda r: '6' + D(r,10)), ('har', lambda r: 'HAR ' + '4' + D(r,9)))
fam('record', 'Cerner person and encounter keys with .00', ('PERSON_ID', lambda r: DD(r,8) + '.00'), ('ENCNTR_ID', lambda r: DD(r,9) + '.00'))
fam('record', 'Cerner FIN labelled', ('FIN', lambda r: f"FIN: {D(r,3).replace('0','1')}{D(r,6)}"), ('FIN_NBR', lambda r: '0000' + DD(r,8)))
fam('record', 'Meditech unit M and account V numbers', ('UNIT_NO', lambda r: 'M000' + DD(r,6)), ('ACCT_NO', lambda r: 'V000' + DD(r,8)))
fam('record', 'ORBIS Fall und Patient gemeinsam', ('ORBIS_FallNr', lambda r: f"{DD(r,8)}/{DD(r,7)}"), ('PatNr_FallNr', lambda r: f"Pat. {DD(r,7)} Fall {DD(r,8)}"))
fam('record', 'DxCare séjour NDA et IEP', ('NDA', lambda r: f"NDA {r.choice(['21','22','23'])}{D(r,7)}"), ('IEP_sejour', lambda r: f"IEP{r.choice(['0','1'])}{D(r,9)}"))
fam('record', 'GLIMS Auftrag mit Tageszähler', ('GLIMS_Auftrag', lambda r: f"{day(r,2016,2023):%y%m%d}-{D(r,4)}"), ('AuftragsNr', lambda r: f"L{day(r,2016,2023):%y%m%d}{D(r,4)}"))
fam('record', 'numero nosologico del ricovero', ('nosologico', lambda r: f"{r.randint(2010,2023)}{D(r,6)}"), ('n_nosologico', lambda r: f"{r.randint(2010,2023)}-{r.choice(['RO','DH'])}-{D(r,6)}"))
fam('record', 'episodio de urgencias español', ('episodio_urg', lambda r: f"URG-{r.randint(12,23)}/{D(r,6)}"), ('icu_episodio', lambda r: f"EP {DD(r,8)}"))
fam('record', 'SONHO processo clínico e episódio', ('n_processo', lambda r: f"Proc. {DD(r,7)}"), ('episodio_int', lambda r: f"INT-{r.randint(10,23)}{D(r,6)}"))
fam('record', 'opnamenummer HiX', ('opnamenr', lambda r: f"O{r.randint(12,23)}.{D(r,6)}"), ('zorgtrajectnr', lambda r: f"ZT{DD(r,9)}"))
fam('record', 'izba przyjęć numer z rokiem', ('nr_izby', lambda r: f"IP/{D(r,5)}/{r.randint(2010,2023)}"), ('nr_pobytu', lambda r: f"{r.randint(2010,2023)}/H/{D(r,5)}"))
fam('record', 'chorobopis číslo s rokem', ('cislo_chorobopisu', lambda r: f"{D(r,5)}/{r.randint(2009,2023)}"), ('chorobopis', lambda r: f"CH {r.randint(10,23)}-{D(r,6)}"))
fam('record', 'Beaker specimen with department', ('SPEC_ID_BEAKER', lambda r: f"{r.randint(14,23)}{r.choice(['H','C','B'])}-{r.randint(1,365):03d}{r.choice(['CH','HE','SP'])}{D(r,4)}"), ('beaker_case', lambda r: f"{r.randint(14,23)}{r.choice('HCB')}{r.randint(1,365):03d}{r.choice(['FC','BM'])}{D(r,4)}"))
fam('record', 'Australian UR number labelled', ('UR', lambda r: f"UR {DD(r,7)}"), ('URNO', lambda r: f"URN:{DD(r,6)}{r.choice('ABCDEH')}"))
fam('record', 'Anthony Nolan donor form of number', ('an_donor', lambda r: f"AN{DD(r,6)}-{D(r,1)}"), ('donor_an_id', lambda r: f"AN {DD(r,3)} {D(r,3)} {D(r,1)}"))
fam('record', 'Knochenmarkzytologie Eingangsnummer KM', ('KM_Eingang', lambda r: f"KM {D(r,4)}/{r.randint(10,23)}"), ('Zyto_Nr', lambda r: f"KMZ-{r.randint(2010,2023)}-{D(r,5)}"))

# ------------------------------------------------------------------ date
MU = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split()
def ap(h): return ((h - 1) % 12 + 1, 'AM' if h < 12 else 'PM')
def vis(f):  # formatted date with clock
    def g(r):
        d = day(r); h, m = hm(r); return f(r, d, h, m)
    return g
M = lambda d: MU[d.month-1]
fam('date', 'PowerChart month day with US zone letters', ('EVENT_END_DT', vis(lambda r,d,h,m: f"{M(d)} {d.day}, {d.year} {h:02d}:{m:02d} {'EDT' if 4 <= d.month <= 10 else 'EST'}")), ('charted_dt', vis(lambda r,d,h,m: f"{d:%m/%d/%y} {h:02d}:{m:02d} {'CDT' if 4 <= d.month <= 10 else 'CST'}")))
fam('date', 'Meditech short date dash military', ('ADMIT_DT', vis(lambda r,d,h,m: f"{d:%m/%d/%y}-{h:02d}{m:02d}")), ('coll_dt_time', vis(lambda r,d,h,m: f"{d:%d/%m/%y}-{h:02d}{m:02d}")))
fam('date', 'SAP DATS and TIMS by a blank', ('ERDAT_ERZEIT', vis(lambda r,d,h,m: f"{d:%Y%m%d} {h:02d}{m:02d}{r.randrange(60):02d}")), ('BWIDT_BWIZT', vis(lambda r,d,h,m: f"{d:%Y%m%d}  {h:02d}{m:02d}00")))
fam('date', 'SAP dotted with 00.00.0000 for empty', ('ENDDT', lambda r: '00.00.0000' if r.random() < .2 else f"{day(r):%d.%m.%Y}"), ('STORN_DAT', lambda r: '00.00.0000' if r.random() < .35 else f"{day(r):%d.%m.%Y}"))
fam('date', 'Gültigkeit offen mit 31.12.9999', ('gueltig_bis', lambda r: '31.12.9999' if r.random() < .3 else f"{day(r):%d.%m.%Y}"), ('VALID_TO', lambda r: '9999-12-31' if r.random() < .3 else f"{day(r):%Y-%m-%d}"))
fam('date', 'Rave audit with UTC in brackets', ('AuditTime', vis(lambda r,d,h,m: f"{d:%d} {M(d).title()} {d.year} {h:02d}:{m:02d}:{r.randrange(60):02d} (UTC)")), ('LastSaved', vis(lambda r,d,h,m: f"{d.month}/{d.day}/{d.year} {ap(h)[0]}:{m:02d}:{r.randrange(60):02d} {ap(h)[1]} (UTC)")))
fam('date', 'Castor datetime with semicolon', ('sampling_datetime', vis(lambda r,d,h,m: f"{d:%d-%m-%Y};{h:02d}:{m:02d}")), ('inf_start_castor', vis(lambda r,d,h,m: f"{d:%d-%m-%Y};{h:02d}:{m:02d}")))
fam('date', 'J0 égale date de greffe', ('J0_greffe', lambda r: f"J0 = {day(r):%d/%m/%Y}"), ('date_J0', lambda r: f"J0 : {day(r):%d/%m/%y}"))
NLM = 'januari februari maart april mei juni juli augustus september oktober november december'.split()
fam('date', 'Nederlands om uur', ('opname_moment', vis(lambda r,d,h,m: f"{d.day} {NLM[d.month-1]} {d.year} om {h:02d}:{m:02d} uur")), ('datum_tijd_verslag', vis(lambda r,d,h,m: f"{d:%d-%m-%Y} {h:02d}.{m:02d} uur")))
fam('date', 'dnia i dn. po polsku', ('data_dn', lambda r: f"dn. {day(r):%d.%m.%Y}"), ('data_wyp', lambda r: f"dnia {day(r):%d.%m.%Y} r."))
CWD = 'po út st čt pá so ne'.split()
fam('date', 'český den v týdnu před datem', ('datum_kontroly', lambda r: (lambda d: f"{CWD[d.weekday()]} {d.day}. {d.month}. {d.year}")(day(r))), ('termin', vis(lambda r,d,h,m: f"{CWD[d.weekday()]} {d.day}.{d.month}.{d:%y} {h}:{m:02d}")))
fam('date', 'Romandie date à points et h', ('dh_prelev', vis(lambda r,d,h,m: f"{d:%d.%m.%y} / {h:02d}h{m:02d}")), ('dt_heure', vis(lambda r,d,h,m: f"{d:%d.%m.%Y} {h}h{m:02d}")))
fam('date', 'VistA external date with at sign', ('VISIT_DATE_TIME', vis(lambda r,d,h,m: f"{M(d)} {d:%d}, {d.year}@{h:02d}:{m:02d}")), ('order_dt_vista', vis(lambda r,d,h,m: f"{M(d)} {d:%d},{d.year}@{h:02d}:{m:02d}:{r.randrange(60):02d}")))
fam('date', 'nursing date with military hrs', ('given_at', vis(lambda r,d,h,m: f"{d.month}/{d.day}/{d:%y} {h:02d}{m:02d} hrs")), ('infusion_end', vis(lambda r,d,h,m: f"{d:%d/%m/%Y} {h:02d}{m:02d}hrs")))
fam('date', 'Australian am pm with AEST', ('event_dt_aest', vis(lambda r,d,h,m: f"{d:%d/%m/%Y} {ap(h)[0]}:{m:02d}{ap(h)[1].lower()} AEST")), ('path_coll', vis(lambda r,d,h,m: f"{d:%d-%b-%Y} {ap(h)[0]:02d}:{m:02d} {ap(h)[1]} {r.choice(['AWST','ACST'])}")))
fam('date', 'British clock change letters BST GMT', ('obs_taken', vis(lambda r,d,h,m: f"{d:%d/%m/%Y} {h:02d}:{m:02d} {'BST' if 4 <= d.month <= 10 else 'GMT'}")), ('auth_time', vis(lambda r,d,h,m: f"{d:%a} {d:%d} {d:%b} {d.year} {h:02d}:{m:02d}:{r.randrange(60):02d} {'BST' if 4 <= d.month <= 10 else 'GMT'}")))
fam('date', 'SAS DATEAMPM', ('EXSTDTM', vis(lambda r,d,h,m: f"{d:%d}{M(d)}{d:%y}:{ap(h)[0]:02d}:{m:02d}:00 {ap(h)[1]}")), ('lbdtm', vis(lambda r,d,h,m: f"{d:%d}{M(d)}{d.year}:{ap(h)[0]:02d}:{m:02d}:{r.randrange(60):02d} {ap(h)[1]}")))
fam('date', 'SPSS DATETIME and YMDHMS formats', ('dt_labor', vis(lambda r,d,h,m: f"{d:%d}-{M(d)}-{d.year} {h:02d}:{m:02d}:{r.choice([0,r.randrange(60)]):02d}.00")), ('zeitpunkt_spss', vis(lambda r,d,h,m: f"{d:%d}-{M(d)}-{d.year} {h:02d}:{m:02d}")))
fam('date', 'LIS six digits blank clock', ('ABNAHME', vis(lambda r,d,h,m: f"{d:%y%m%d} {h:02d}{m:02d}")), ('rec_lis', vis(lambda r,d,h,m: f"{d:%d%m%y} {h:02d}:{m:02d}")))
fam('date', 'study day in brackets behind the date', ('visit_with_day', lambda r: f"{day(r):%m/%d/%Y} (Day {r.choice([0,1,7,14,28,56,100,180,365])})"), ('sample_taken', lambda r: f"{day(r):%d-%b-%Y} (D+{r.choice([0,7,14,28,60,100,365])})"))
fam('date', 'deutsch ca. und um den', ('Beginn_Symptome', lambda r: f"{r.choice(['ca. ','ca. ','um den ','','','etwa '])}{day(r):%d.%m.%Y}"), ('ED_Datum', lambda r: f"{r.choice(['ca. ','am ','',''])}{day(r).day}.{day(r).month}.{day(r):%y}"))
def rtx(r, y):
    d = day(r); a = r.randint(1, 8); return f"{a}., {a+7}., {a+14}.{d.month}.{d:%Y}" if y else f"{a:02d}.+{a+7:02d}.{d.month:02d}.{d:%y}"
fam('date', 'Rituximab-Gaben als Tage eines Monats', ('RTX_Gaben', lambda r: rtx(r, 1)), ('Gabedaten', lambda r: rtx(r, r.random() < .5)))
fam('date', 'validé le par le laboratoire français', ('validation_bio', vis(lambda r,d,h,m: f"Validé le {d:%d/%m/%Y} {h:02d}:{m:02d}")), ('edite_le', vis(lambda r,d,h,m: f"édité le {d:%d/%m/%y} à {h:02d}:{m:02d}")))
fam('date', 'report footer printed with page', ('footer', vis(lambda r,d,h,m: f"Printed: {d:%d}-{M(d).title()}-{d.year} {h:02d}:{m:02d} Page {r.randint(1,3)} of 3")), ('run_stamp', vis(lambda r,d,h,m: f"Run date {M(d).title()} {d.day}, {d.year} {h:02d}:{m:02d}, p. {r.randint(1,9)}")))
fam('date', 'phone health export with at', ('steps_recorded', vis(lambda r,d,h,m: f"{d.day} {M(d).title()} {d.year} at {h:02d}:{m:02d}")), ('ediary_saved', vis(lambda r,d,h,m: f"{M(d).title()} {d.day}, {d.year} at {ap(h)[0]}:{m:02d} {ap(h)[1]}")))
fam('date', '.NET round trip with seven fraction digits', ('ModifiedOn', vis(lambda r,d,h,m: f"{d:%Y-%m-%d}T{h:02d}:{m:02d}:{r.randrange(60):02d}.{D(r,7)}")), ('CreatedUtc', vis(lambda r,d,h,m: f"{d:%Y-%m-%d}T{h:02d}:{m:02d}:{r.randrange(60):02d}.{D(r,7)}Z")))
fam('date', 'Google Forms stamp with GMT plus', ('Zeitstempel', vis(lambda r,d,h,m: f"{d:%Y/%m/%d} {ap(h)[0]}:{m:02d}:{r.randrange(60):02d} {ap(h)[1]} GMT{r.choice(['+1','+2'])}")), ('Horodateur', vis(lambda r,d,h,m: f"{d:%Y/%m/%d} {ap(h)[0]}:{m:02d}:{r.randrange(60):02d} {ap(h)[1]} {r.choice(['UTC+1','UTC+2'])}")))
LUM = 'Januar Februar Mäerz Abrëll Mee Juni Juli August September Oktober November Dezember'.split()
fam('date', 'InForm slash month with UNK clock', ('DOSE_DT_INFORM', vis(lambda r,d,h,m: f"{d:%d}/{M(d).title()}/{d.year} {r.choice(['UNK:UNK',f'{h:02d}:{m:02d}',f'{h:02d}:{m:02d}'])}")), ('ae_start', vis(lambda r,d,h,m: f"{d:%d}/{M(d).title()}/{d.year} {r.choice(['UNK:UNK:UNK',f'{h:02d}:{m:02d}:00'])}")))

# ------------------------------------------------------------------ birth
def bd(r): return day(r, 1934, 2012)
fam('birth', 'Excel m/d/yyyy with 0:00', ('BIRTH_DATE', lambda r: (lambda d: f"{d.month}/{d.day}/{d.year} 0:00")(bd(r))), ('dob_clarity', lambda r: (lambda d: f"{d.month}/{d.day}/{d.year} 0:00:00")(bd(r))))
fam('birth', 'Cerner birth in UTC, midnight shifted', ('BIRTH_DT_TM', lambda r: (lambda d: f"{d:%Y-%m-%d} {'04' if 4 <= d.month <= 10 else '05'}:00:00")(bd(r))), ('ABS_BIRTH', lambda r: (lambda d: f"{d:%m/%d/%Y} {'05' if 4 <= d.month <= 10 else '06'}:00")(bd(r))))
fam('birth', 'DDN québécoise', ('DDN', lambda r: f"DDN {bd(r):%Y-%m-%d}"), ('ddn_usager', lambda r: f"DDN: {bd(r):%d/%m/%Y}"))
fam('birth', 'ur. po polsku', ('ur_pac', lambda r: f"ur. {bd(r):%d.%m.%Y} r."), ('data_ur', lambda r: f"ur. {bd(r):%d.%m.%Y}"))
fam('birth', 'DN portuguesa', ('DN', lambda r: f"DN: {bd(r):%d/%m/%Y}"), ('data_nasc', lambda r: f"DN {bd(r):%d-%m-%Y}"))
ESM = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split()
fam('birth', 'nacido el con mes escrito', ('nacido', lambda r: (lambda d: f"nacid{r.choice('oa')} el {d.day} de {ESM[d.month-1]} de {d.year}")(bd(r))), ('fnac_texto', lambda r: (lambda d: f"{d.day} de {ESM[d.month-1]} de {d.year}")(bd(r))))
fam('birth', 'roj. slovensko', ('roj', lambda r: (lambda d: f"roj. {d.day}. {d.month}. {d.year}")(bd(r))), ('datum_rojstva', lambda r: f"roj. {bd(r):%d.%m.%Y}"))
fam('birth', 'rondje of cirkel voor geboorte, België', ('geb_be', lambda r: f"° {bd(r):%d/%m/%Y}"), ('naissance_be', lambda r: f"°{bd(r):%d-%m-%Y}"))
fam('birth', 'VistA birth MMM d,yyyy', ('DOB_VISTA', lambda r: (lambda d: f"{M(d)} {d.day},{d.year}")(bd(r))), ('dob_cprs', lambda r: (lambda d: f"{M(d).title()} {d:%d},{d.year}")(bd(r))))
CTM = 'gener febrer març abril maig juny juliol agost setembre octubre novembre desembre'.split()
def dcat(d): m = CTM[d.month-1]; return f"{d.day} {'d’' if m[0] in 'ao' else 'de '}{m} de {d.year}"
fam('birth', 'nascut el en català', ('naixement', lambda r: f"nascu{r.choice(['t','da'])} el {dcat(bd(r))}"), ('data_naix', lambda r: dcat(bd(r))))

# ------------------------------------------------------------------ age
def ag(r): return r.randint(90, 101) if r.random() < .3 else int(clip(r.gauss(66, 16), 19, 89))
fam('age', 'SDTM age with YEARS unit', ('AGE_AGEU', lambda r: f"{ag(r)} YEARS"), ('AGETXT', lambda r: f"{ag(r)} Years"))
fam('age', 'Epic banner y.o. with sex word', ('PT_AGE_SEX', lambda r: f"{ag(r)} y.o. {r.choice(['male','female'])}"), ('age_banner', lambda r: f"{ag(r)} y.o. {r.choice('MF')}"))
fam('age', 'età in aa.', ('eta_aa', lambda r: f"{ag(r)} aa"), ('eta_ricovero', lambda r: f"{ag(r)} aa."))
fam('age', 'věk let česky', ('vek', lambda r: f"{ag(r)} let"), ('vek_pri_vysetreni', lambda r: f"{ag(r)} r."))
fam('age', 'edat en anys', ('edat', lambda r: f"{ag(r)} anys"), ('edat_pacient', lambda r: f"{ag(r)} a."))
fam('age', 'leeftijd jr met maanden', ('leeftijd', lambda r: f"{ag(r)} jr {r.randint(0,11)} mnd"), ('lft_opname', lambda r: f"{ag(r)}jr"))
fam('age', 'starost let slovensko', ('starost', lambda r: f"star{r.choice('a ').strip()} {ag(r)} let"), ('starost_let', lambda r: f"{ag(r)} let"))

# ------------------------------------------------------------------ postcode
fam('postcode', 'Belgian B- prefix with town', ('postcode_gemeente', lambda r: f"B-{r.choice(['1000 Brussel','2000 Antwerpen','9000 Gent','3000 Leuven','8500 Kortrijk','3600 Genk','1200 Sint-Lambrechts-Woluwe','9300 Aalst'])}"), ('cp_localite_be', lambda r: f"B-{r.choice(['4000 Liège','5000 Namur','7000 Mons','6000 Charleroi','5500 Dinant','4020 Liège','7500 Tournai','6700 Arlon','1348 Louvain-la-Neuve','4800 Verviers','1050 Ixelles'])}"))
fam('postcode', 'código postal E- y provincia', ('cp_prov', lambda r: f"E-{r.choice(['28','08','46','41','48','50','15','29'])}{D(r,3)}"), ('cp_poblacion', lambda r: (lambda t: f"{t[0]}{D(r,3)} {t[1]}")(r.choice([('28','Getafe (Madrid)'),('28','Madrid (Madrid)'),('08','Mataró (Barcelona)'),('46','Torrent (Valencia)'),('41','Utrera (Sevilla)')]))))
fam('postcode', 'slovenské PSČ s mestom', ('PSC_mesto', lambda r: f"{r.choice(['811','821','040','010','974','949','058'])} {D(r,2)} {r.choice(['Bratislava','Košice','Žilina','Banská Bystrica','Nitra','Poprad'])}"), ('psc_obec', lambda r: f"{r.choice(['902','931','945','080','036'])}{D(r,2)} {r.choice(['Pezinok','Šamorín','Komárno','Prešov','Martin'])}"))
def ukpc(r): return f"{r.choice(['SW','SE','NW','W','E','N','LS','M','B','G','CF','EH','NE','BS'])}{r.randint(1,20)} {r.randint(1,9)}{r.choice('ABDEFGHJLNPQRSTUWXYZ')}{r.choice('ABDEFGHJLNPQRSTUWXYZ')}"
fam('postcode', 'British town in front of the full code', ('town_postcode', lambda r: f"{r.choice(['London','Leeds','Manchester','Cardiff','Glasgow','Bristol'])} {ukpc(r)}"), ('pt_pc', lambda r: f"{r.choice(['LONDON','LEEDS','EDINBURGH','NEWCASTLE'])}, {ukpc(r)}"))
fam('postcode', 'US labelled ZIP', ('zip_lbl', lambda r: f"ZIP: {r.choice(['02','10','19','30','33','48','60','77','90','98'])}{D(r,3)}"), ('PT_ZIP', lambda r: f"Zip {r.choice(['02','10','37','44','55','63','77','85','94'])}{D(r,3)}"))
fam('postcode', 'code postal et arrondissement', ('cp_arr', lambda r: r.choice([(lambda k: f"750{k:02d} PARIS {k}E ARRONDISSEMENT")(r.randint(2,20)), *[(f"6900{k} LYON {k}E", f"130{k:02d} MARSEILLE {k}E")[r.random() < .5] for k in [r.randint(2,9)]]])), ('cp_ville', lambda r: f"{r.choice(['33','59','31','44','67','34'])}{r.choice(['000','100','200','300','400','800'])} {r.choice(['Bordeaux','Lille','Toulouse','Nantes','Strasbourg','Montpellier'])}"))
fam('postcode', 'PLZ mit Ortsteil', ('PLZ_Ortsteil', lambda r: f"{r.choice(['50937 Köln-Lindenthal','20251 Hamburg-Eppendorf','13353 Berlin-Wedding','81377 München-Großhadern','45147 Essen-Holsterhausen','01307 Dresden-Johannstadt','69120 Heidelberg-Neuenheim','79106 Freiburg-Stühlinger'])}"), ('Wohnort', lambda r: f"{r.choice(['50','20','13','81','45','01','69','79'])}{D(r,3)} {r.choice(['Köln-Sülz','Hamburg-Altona','Berlin-Mitte','München-Pasing','Essen-Kray','Dresden-Neustadt'])}"))
fam('postcode', 'código postal português com localidade', ('cp_local', lambda r: f"{r.choice(['1','2','3','4','8'])}{D(r,3)}-{D(r,3)} {r.choice(['LISBOA','PORTO','COIMBRA','BRAGA','FARO','AMADORA'])}"), ('codpostal', lambda r: f"{r.choice(['4','2','7'])}{D(r,3)} - {D(r,3)} {r.choice(['Vila Real','Leiria','Évora','Viseu'])}"))
fam('postcode', 'Québec code behind ville', ('ville_cp', lambda r: f"{r.choice(['Montréal','Laval','Québec','Gatineau'])} (Québec) {r.choice('HJG')}{r.randint(1,9)}{r.choice('ABCEGHJKLMNPRSTVWXYZ')} {r.randint(0,9)}{r.choice('ABCEGHJKLMNPRSTVWXYZ')}{r.randint(0,9)}"), ('code_postal_qc', lambda r: f"{r.choice('HJG')}{r.randint(1,9)}{r.choice('ABCEGHJKLMNPRSTVWXYZ')}-{r.randint(0,9)}{r.choice('ABCEGHJKLMNPRSTVWXYZ')}{r.randint(0,9)}"))

# ------------------------------------------------------------------ ip, url
def ip(r): return f"10.{r.randint(0,60)}.{r.randint(0,255)}.{r.randint(2,254)}"
def mac(r, s=':'): return s.join(f"{r.randrange(256):02x}" for _ in range(6))
fam('ip', 'Citrix client with address in brackets', ('client_ws', lambda r: f"{r.choice(['WS','CTX','NB'])}-{r.choice(['HAEM','KMT','AMB'])}-{D(r,3)} ({ip(r)})"), ('arbeitsplatz', lambda r: f"pc{D(r,5)}.klinik.example [{ip(r)}]"), pool=40)
fam('ip', 'DICOM node title at address and port', ('src_node', lambda r: f"{r.choice(['CT','MR','US','PACS','WS'])}_{r.choice(['ONE','TWO','NORTH','ED'])}@{ip(r)}:{r.choice([104,11112,4242])}"), ('send_node', lambda r: f"{r.choice(['PACSQR','XNATGW','MODAL'])}{r.randint(1,9)} {ip(r)} {r.choice([104,11112])}"), pool=30)
fam('ip', 'wireless pump with hardware address behind model', ('pump_wifi', lambda r: f"Alaris {mac(r)}"), ('tablet_wlan', lambda r: f"{r.choice(['SM-T510','iPad 9','SM-X200'])} / {mac(r,'-').upper()}"), pool=35)
def pub(r): return f"{r.choice(['81','92','188','24','73','86','151'])}.{r.randint(1,254)}.{r.randint(0,255)}.{r.randint(1,254)}"
fam('ip', 'VPN gateway lines peer to tunnel', ('vpn_peer', lambda r: f"peer {pub(r)} tunnel 10.8.{r.randint(0,9)}.{r.randint(2,254)}"), ('monitor_vpn', lambda r: f"{pub(r)} -> {ip(r)} tcp/443"))
fam('url', 'smb mount of scanned letters', ('scan_ref', lambda r: f"smb://fs{r.randint(1,4)}.klinik.example/briefe/{r.randint(2012,2023)}/{DD(r,7)}.pdf"), ('brief_link', lambda r: f"//archiv.klinik.example/scan$/{mailname(L(r,'de_DE'))}_{D(r,4)}.pdf"))
fam('url', 'Castor survey invitation', ('survey_invite', lambda r: f"https://data.castoredc.example/survey/{''.join(r.choice('ABCDEFGHJKLMNPQRSTUVWXYZ23456789') for _ in range(8))}"), ('vragenlijst_url', lambda r: f"https://castor.ziekenhuis.example/survey/start/{DD(r,6)}?t={''.join(r.choice('abcdefghijkmnpqrstuvwxyz23456789') for _ in range(16))}"))
fam('url', 'one drive personal share of letters', ('doc_share', lambda r: f"https://uni-my.sharepoint.example/personal/{mailname(G(r,'de_DE'))}_{mailname(L(r,'de_DE'))}/Documents/{r.choice(['Arztbriefe','Scans','CRF'])}/{D(r,4)}.docx"), ('anlage', lambda r: f"https://cloud.klinik.example/s/{''.join(r.choice(string.ascii_letters + string.digits) for _ in range(15))}"))
fam('url', 'portal message thread of the patient', ('portal_thread', lambda r: f"https://mychart.hospital.example/messages?thread={DD(r,9)}&wpr={DD(r,7)}"), ('portail_patient', lambda r: f"https://portail.chu.example/dossier/{DD(r,8)}/resultats"))

# ------------------------------------------------------------------ text
def story(parts, **slots):
    """parts: list of lists of sentences, one of each (some left out)."""
    def g(r):
        out = []
        for i, p in enumerate(parts):
            if i and r.random() < .1: continue
            s = r.choice(p)
            for _ in range(4):
                for k, v in slots.items():
                    while '{' + k + '}' in s: s = s.replace('{' + k + '}', str(v(r) if callable(v) else r.choice(v)), 1)
            out.append(s)
        return ' '.join(out)
    return g
num = lambda a, b, d=0: (lambda r: f"{r.uniform(a,b):.{d}f}")
numc = lambda a, b, d=1: (lambda r: f"{r.uniform(a,b):.{d}f}".replace('.', ','))
def tfam(family, n1, n2, parts, parts2=None, **s):
    fam('text', family, (n1, story(parts, **s)), (n2, story(parts2 or [parts[0] + parts[1][:1], *parts[1:]], **s)), miss=0.15)
tfam('US telephone encounter note', 'TEL_ENC_NOTE', 'call_note', [["Pt called to report {sym} since {wd}.", "Husband called, states she has had {sym} for {n} days.", "Spoke with patient's daughter regarding {sym}.", "Returned pt call, no answer, left voicemail asking her to call back."], ["Denies fever or chills.", "Temp at home was {t} F.", "She is taking prednisone {mg} mg daily and asks whether she should taper.", "Says she missed two doses of acyclovir because the pharmacy was closed."], ["Advised to come to clinic {wd} for CBC.", "Discussed with Dr on call, will go to ED if worse.", "Pt verbalized understanding and agrees with plan."]], sym=['nosebleeds','new bruising on both arms','diarrhea','a rash on her trunk','severe fatigue','cough and runny nose'], wd=['yesterday','Monday','last night','Thursday','this weekend'], n=num(2,9), t=num(99,102.4,1), mg=[10,20,40,60])
tfam('Pflegebericht Nachtdienst', 'Pflegebericht', 'PB_Nacht', [["Pat. klagte nachts über {sym}, Bedarfsmedikation gegeben.", "Pat. hat gut geschlafen, keine Beschwerden.", "Fr. ist sehr ängstlich, Gespräch mit der Tochter geführt.", "Pat. war um {h} Uhr wach und wollte nach Hause."], ["Temp. {t}, AvD informiert, Blutkulturen abgenommen.", "ZVK-Verband erneuert, Einstichstelle reizlos.", "Hat kaum gegessen, trinkt aber ausreichend."], ["Bittet um Besuch der Seelsorge.", "Ehemann bleibt heute im Begleitzimmer.", "Weiter beobachten, Übergabe an den Frühdienst erfolgt."]], sym=['Übelkeit','Schmerzen im Mund','Juckreiz','Kopfschmerzen','Schüttelfrost'], h=num(1,5), t=numc(37.2,39.6))
tfam('RCP compte rendu français', 'avis_RCP', 'conclusion_RCP', [["Patient{e} de {a} ans suivi{e} pour {dx} réfractaire à {n} lignes.", "Dossier discuté en présence du Dr référent et de l'équipe de greffe.", "{dx} connue depuis l'adolescence, vit seul{e} avec sa mère."], ["La RCP propose une autogreffe après mobilisation par cyclophosphamide.", "Pas d'indication à l'allogreffe en l'absence de donneur familial.", "On retient une reprise de la corticothérapie à {mg} mg/j avec décroissance lente."], ["À revoir après avis cardiologique, la patiente hésite encore.", "Consultation d'annonce prévue avec l'infirmière de coordination.", "Le médecin traitant sera informé par courrier."]], dx=['PTI','anémie hémolytique auto-immune','syndrome d’Evans','PTT acquis'], n=num(2,6), mg=[10,20,40,60], a=num(22,71), e=['','e'])
tfam('consulenza di reparto italiana', 'consulenza', 'parere_cons', [["Paziente ricoverato presso la vostra U.O. per {dx}, riferisce {sym} da {n} giorni.", "Si valuta il paziente in presenza della moglie.", "Paziente vigile, collaborante, lievemente dispnoica a riposo."], ["Si consiglia di proseguire metilprednisolone {mg} mg e.v. e controllare l'emocromo domani.", "Non si ravvisano controindicazioni alla procedura trapiantologica.", "Eseguito ecocardiogramma, FE conservata."], ["Rivalutazione tra {n} giorni, disponibili per ogni necessità.", "La figlia è stata informata telefonicamente.", "Si rinvia al centro di provenienza."]], dx=['porpora trombocitopenica','anemia emolitica','sindrome di Evans'], sym=['astenia','petecchie agli arti','febbricola serale','dolore lombare'], n=num(2,12), mg=[20,40,60])
tfam('hoja de enfermería turno', 'nota_enfermeria', 'incid_turno', [["Paciente refiere {sym} a primera hora, se avisa al médico de guardia.", "Pasa buena noche, acompañado de su mujer.", "Se cura catéter, sin signos de infección.", "La hija nos comenta que no quiere comer."], ["Afebril, constantes estables, TA {ta}/70.", "Se extrae analítica y se cruza sangre para {n} concentrados.", "Pico febril de {t} ºC, se sacan hemocultivos."], ["Pendiente de traslado a planta mañana.", "Tolera dieta blanda.", "Muy preocupado por la familia, se pide psicología."]], sym=['náuseas','dolor de cabeza','epistaxis leve','picor generalizado'], ta=num(95,150), n=num(1,3), t=numc(38,39.4))
tfam('nota de alta portuguesa', 'nota_alta', 'resumo_int', [["Doente de {a} anos, reformada, admitida por {dx}.", "Internamento programado para colheita de células progenitoras, acompanhado pela esposa.", "Doente seguido na consulta de Hematologia desde {y}."], ["Durante o internamento apresentou {sym}, resolvida com antibioterapia.", "Sem intercorrências, teve alta clinicamente bem.", "Necessitou de suporte transfusional com {n} unidades de plaquetas."], ["Mantém prednisolona {mg} mg e volta à consulta dentro de {n} semanas.", "Ensinos feitos à filha sobre os cuidados no domicílio.", "Foi explicado ao doente o risco de recaída."]], a=num(22,85), dx=['trombocitopenia imune','anemia hemolítica','púrpura trombótica'], y=num(2008,2021), sym=['mucosite','neutropenia febril','diarreia'], n=num(2,9), mg=[5,10,20,40])
tfam('MDO besluit Nederlands', 'mdo_besluit', 'conclusie_mdo', [["Patiënte van {a} jaar met {dx}, nu {n}e recidief.", "Casus besproken door de fellow, patiënt is vorige week op de poli gezien.", "Meneer woont alleen en ziet op tegen de opname."], ["Advies: mobilisatie met cyclofosfamide en G-CSF, daarna ASCT.", "Geen indicatie voor SCT zolang de trombocyten boven de 30 blijven.", "Eerst longfunctie en echo cor herhalen."], ["Terugkoppeling aan de huisarts door de hoofdbehandelaar.", "Zijn zus wordt als donor getypeerd.", "Opnieuw bespreken over {n} weken."]], a=num(19,74), dx=['ITP','AIHA','Evans-syndroom','verworven TTP'], n=num(2,6))
tfam('konsultacja hematologiczna polska', 'konsultacja', 'opis_konsult', [["Chory lat {a}, przyjęty z powodu {dx}, skarży się na {sym}.", "Pacjentka zgłosiła się na kontrolę z mężem, czuje się lepiej.", "Stan ogólny dość dobry, w kontakcie logicznym, nieco podsypiająca."], ["Zalecam utrzymać prednizon {mg} mg i kontrolę morfologii za {n} dni.", "W badaniu przedmiotowym pojedyncze wybroczyny na podudziach.", "Zaproponowano kwalifikację do przeszczepienia, chory prosi o czas do namysłu."], ["Rodzina poinformowana o rokowaniu.", "Córka odbierze wyniki osobiście.", "Ponowna konsultacja w razie potrzeby."]], a=num(20,82), dx=['małopłytkowości','niedokrwistości hemolitycznej','zespołu Evansa'], sym=['osłabienie','krwawienia z nosa','duszność'], mg=[10,20,40,60], n=num(3,14))
tfam('dekurz český', 'dekurz', 'prubeh', [["Pac. bez obtíží, noc klidná, subj. se cítí lépe.", "Pacientka udává {sym} od včerejška, teplota {t}.", "Pan je orientovaný, spolupracuje, manželka na návštěvě."], ["Obj. afebrilní, břicho měkké, DK bez otoků, na bércích petechie.", "Podány {n} TU trombocytů bez reakce.", "Snižujeme prednison na {mg} mg."], ["Domluvena kontrola v ambulanci za týden.", "Sestra pacienta souhlasí s vyšetřením jako dárkyně.", "Plán: pokračovat v terapii, zítra KO."]], sym=['bolest hlavy','nevolnost','krvácení z dásní'], t=numc(36.8,38.9), n=num(1,3), mg=[10,20,30,40])
tfam('curs clínic català', 'curs_clinic', 'nota_metge', [["Pacient de {a} anys que refereix {sym} des de fa {n} dies.", "Visitem la pacient amb la seva filla, està més animada.", "Bon estat general, afebril, sense sagnats."], ["Mantenim prednisona {mg} mg i repetim l'hemograma dilluns.", "Es comenta el cas amb la unitat de trasplantament.", "Plaquetes en descens, es transfon un pool."], ["El marit ens demana un informe per a la feina.", "Alta a domicili amb control a l'hospital de dia.", "S'explica el procediment i signa el consentiment."]], a=num(20,80), sym=['cansament','epistaxi','febre'], n=num(2,10), mg=[10,20,40])
tfam('Australian social work note', 'SW_note', 'allied_health_note', [["Met with pt and {rel} on the ward, staying at {pl} during transplant.", "Pt lives on a farm {n} hours from the hospital and has no transport.", "{Rel} is the main carer and works part time."], ["Discussed Centrelink forms and travel reimbursement.", "Pt tearful, worried about being away from the kids.", "Financial stress noted, mortgage payments behind by {n} months."], ["Referral to psych-onc made, plan to review next week.", "Nil further concerns raised, {rel} has my number.", "Will liaise with the NUM re accommodation."]], rel=['wife','partner','mum','sister','husband'], Rel=['Wife','Mum','Partner','Sister'], pl=['the Leukaemia Foundation units','a motel','her aunt’s place'], n=num(2,7))
tfam('CRA follow-up letter remarks', 'CRA_comment', 'monitoring_finding', [["Subject signed the consent form but the investigator forgot to date it.", "During the visit the coordinator mentioned that the patient had moved to {pl}.", "Source shows the patient fell at home and was admitted to {pl}."], ["Site to file a note to file and retrain the nurse.", "The {rel} of the subject filled in the diary, please clarify.", "Dose was given {n} hours late because the subject was stuck in traffic."], ["Outstanding since last visit, PI promised to follow up.", "Please confirm whether the event meets criteria for seriousness."]], pl=['another city','a local hospital','his parents','a nursing home'], rel=['wife','mother','son'], n=num(2,9))
tfam('patient portal message', 'MYC_MSG', 'patient_message', [["Hi, this is about my {th}.", "Hello doctor, I wanted to ask about my {th}.", "Good morning, my mom wanted me to write about her {th}."], ["I noticed {n} new bruises on my legs and my gums bled when I brushed my teeth.", "I ran out of the pills on {wd} and the pharmacy says they need a new script.", "We are going to my daughter's wedding and I don't know if I can fly."], ["Should I come in earlier than {wd}?", "Thank you so much for everything, {nm}.", "Please call me back when you can."]], th=['platelets','steroid taper','next appointment','lab results','infusion'], n=num(2,8), wd=['Friday','Tuesday','Monday'], nm=['Carol','Jim','Denise','Tony','Maria'])
tfam('ethics board reportable incident', 'IRB_event_desc', 'incident_narrative', [["On day {n} the participant was given the wrong bag because two patients on the ward had the same surname.", "The participant's mother found the bottle empty and called the ward.", "A letter for the participant was posted to her old address and opened by a neighbour."], ["She was informed by phone and was upset but wishes to continue.", "No harm came to the participant, vital signs remained stable for {n} hours.", "The family asked for a written explanation."], ["Corrective action was taken by the team.", "The sponsor was informed within one working day."]], n=num(2,48))
tfam('Konsil Antwort neurologisch', 'Konsil_Neuro', 'Konsilantwort', [["Vielen Dank für die Vorstellung des {a}-jährigen Pat. mit {dx}.", "Pat. wird liegend im Zimmer angetroffen, Ehefrau anwesend, wach und orientiert.", "Die Patientin berichtet über {sym} seit etwa {n} Tagen."], ["Neurologisch kein fokales Defizit, Gangbild leicht unsicher.", "cMRT zum Ausschluss einer Blutung empfohlen, sobald die Thrombozyten es zulassen.", "Die Beschwerden sehen wir am ehesten unter Ciclosporin."], ["Gerne Wiedervorstellung bei Befundänderung.", "Wir haben die Befunde mit dem Sohn besprochen."]], a=num(23,84), dx=['ITP','TTP','Evans-Syndrom'], sym=['Doppelbilder','Kribbeln in den Händen','Schwindel'], n=num(2,20))
tfam('slovenský dekurz', 'dekurz_sk', 'zaznam_lekara', [["Pacient sa cíti lepšie, v noci spal, teploty nemal.", "Pacientka udáva {sym} od rána, prítomný manžel.", "Pán bol preložený z okresnej nemocnice pre {dx}."], ["Podané {n} TU trombocytov, bez komplikácií.", "Pokračujeme v liečbe prednizónom {mg} mg denne.", "Objektívne bez známok krvácania, dýchanie čisté."], ["Kontrola o {n} dní v našej ambulancii.", "Dcéra bola informovaná o výsledkoch."]], sym=['bolesti brucha','slabosť','krvácanie z nosa'], dx=['ťažkú trombocytopéniu','hemolytickú anémiu'], n=num(2,9), mg=[10,20,40])
tfam('lettre de liaison infirmière à domicile', 'liaison_HAD', 'transm_ide', [["Mme vit seule au 3e étage, passage IDE deux fois par jour.", "Patient rentré hier à domicile, très fatigué, épouse présente.", "Retrouvé assis dans son fauteuil, se plaint de {sym}."], ["Pansement de PICC refait, point de ponction propre.", "Prélèvement fait à {h}h, tube porté au laboratoire par la fille.", "Température à {t}, médecin prévenu."], ["Demande à revoir la psychologue du service.", "Prochain passage {wd}."]], sym=['douleurs buccales','vertiges','nausées'], h=num(7,10), t=numc(37.1,39), wd=['demain matin','lundi','mercredi'])
tfam('swiss discharge letter paragraph in French', 'lettre_sortie', 'evolution_hosp', [["Patient connu pour {dx}, qui se présente aux urgences accompagné de son amie.", "Nous avons hospitalisé votre patiente de {a} ans en raison d'une fièvre en aplasie.", "Il s'agit d'un agriculteur à la retraite, veuf, père de {n} enfants."], ["Le patient bénéficie d'une antibiothérapie par céfépime avec bonne évolution.", "Au vu de la stabilité clinique, elle rejoint son domicile avec des soins à domicile.", "Nous diminuons la prednisone à {mg} mg par jour."], ["Elle sera revue à notre consultation dans {n} semaines.", "Nous vous laissons le soin de contrôler la formule sanguine."]], dx=['un PTI chronique','une AHAI','un syndrome d’Evans'], a=num(21,86), n=num(2,5), mg=[5,10,20,40])
# ------------------------------------------------------------------ harmless numbers
import math
def q(lo, hi, d=1, lg=0, c=0, u='', b=0, f=0):
    def g(r):
        if lg: x = math.exp(clip(r.gauss((math.log(lo)+math.log(hi))/2, (math.log(hi)-math.log(lo))/4.5), math.log(lo), math.log(hi)))
        else: x = clip(r.gauss((lo+hi)/2, (hi-lo)/5), lo, hi)
        s = f"{x:.{d}f}"
        if b and r.random() < .14: s = f"<{lo:.{d}f}" if r.random() < .9 else f"< {lo:.{d}f}"
        if c: s = s.replace('.', ',')
        if u: s += u
        if f and r.random() < .25: s += r.choice([' H', ' H', ' *'])
        return s
    return g
# family;col1;col2;lo;hi;decimals;log;unit of col2 (empty: none);style of col2: c comma, b below, f flags, p point
LABS = '''monocytes absolute two places;MONO_ABS;monozyten;0.05;1.60;2;1;;c
eosinophils absolute hundredths;EOS_ABS;eosinophiles;0.01;0.90;2;1; G/L;c
basophils absolute hundredths;BASO;basofile;0.01;0.21;2;1;;c
MCH picogram;MCH_PG;TGMH;22.0;36.0;1;0; pg;c
red cell width SD fL;RDW_SD;IDR_SD;35.0;78.0;1;0; fL;f
platelet distribution width;PDW;idp;9.0;22.0;1;0;;c
plateletcrit per cent;PCT_PLT;thrombocrit;0.01;0.40;2;1; %;c
caeruloplasmin g/L;CERULO;ceruloplasmine;0.12;0.58;2;0; g/L;c
copper umol/L;CU;Kupfer;6.0;29.0;1;0; µmol/L;c
selenium umol/L;SE_UMOL;selen;0.40;1.70;2;0; µmol/L;c
uric acid mg/dL;UA_MGDL;ac_urico;2.1;11.2;1;0; mg/dL;f
amylase with unit;AMYL;amylasemie;22;190;0;1; U/L;p1
cholinesterase kU/L;CHE;colinesterasi;1.9;12.5;1;0; kU/L;c
LDL cholesterol mmol/L;LDLC;ldl_chol;1.1;5.9;1;0; mmol/l;c
total cholesterol mg with unit;CHOL_T;colesterol_total;105;312;0;0; mg/dL;p1
prolactin ug/L;PRL;prolattina;3.1;58.0;1;1;;c
FSH IU/L;FSH;follitropine;0.4;112.0;1;1; UI/L;b
oestradiol pmol/L;E2_PMOL;estradiolo;18.4;920.5;1;1; pmol/L;b
testosterone nmol/L;TESTO;testosteron;0.4;31.0;1;1; nmol/l;c
ACTH pmol/L;ACTH;corticotropina;1.1;28.0;1;1; pmol/L;c
IGF-1 ug/L with unit;IGF1;somatomedine;42;410;0;1; µg/L;p1
TPO antibodies kIU/L;TPO_AB;anti_tpo;9.0;880.0;1;1; kIU/L;b
CK-MB mass;CKMB;ck_mb_massa;0.6;14.0;1;1; µg/L;b
cystatin C;CYSC;cystatine_c;0.55;3.20;2;1; mg/L;c
alpha fetoprotein kU/L;AFP;afp_kul;0.9;14.5;1;1; kU/L;c
protein C activity with sign;PROTC;proteine_c_act;38;152;0;0; %;p1
protein S free with sign;PROTS_FREE;ps_libre;31;138;0;0; %;p1
factor VIII IU per mL;FVIII;faktor_8;0.35;3.40;2;1; IE/ml;c
factor XIII activity sign;FXIII;f13;32;148;0;0; %;p1
plasminogen and antiplasmin decimals;PLG;plasminogen;0.55;1.38;2;0;;c
thrombin time seconds;TT_S;trombinetijd;13.5;29.0;1;0; s;c
anti-Xa level;ANTI_XA;anti_xa_niv;0.05;1.25;2;1; UI/mL;b
PFA collagen closure seconds;PFA_EPI;pfa_col_adp;68;299;0;1; s;p1
ROTEM EXTEM clotting seconds;EXTEM_CT;extem_ct;41;118;0;0; s;p1
ROTEM FIBTEM amplitude mm;FIBTEM_A10;fibtem_mcf;4;31;0;0; mm;p1
lupus DRVVT ratio;DRVVT_R;drvvt_norm;0.82;2.35;2;1;;c
beta2 glycoprotein IgG U/mL;B2GP1_IGG;anti_b2gpi;1.4;96.0;1;1; U/mL;b
PR3 ANCA units;PR3;anca_pr3;0.6;88.0;1;1; U/mL;b
CH50 per cent;CH50;ch50_pct;4.0;132.0;1;0; %;f
sC5b-9 terminal complex;SC5B9;c5b9_ngml;98.5;1240.0;1;1; ng/mL;p
eculizumab trough ug;ECU_TROUGH;ecu_resid;41.5;620.0;1;1; µg/mL;p
G6PD activity per gram;G6PD;g6pd_ug;3.1;15.9;1;0; U/g Hb;c
HbF per cent;HBF;hb_f;0.3;24.0;1;1; %;c
HbA2 per cent;HBA2;hb_a2;1.6;6.4;1;0; %;f
haemopexin g/L;HPX;hemopexine;0.20;1.25;2;0; g/L;c
thrombopoietin level pg;TPO_LVL;tpo_pg;18.0;1450.0;1;1; pg/mL;b
CSF protein g/L;CSF_PROT;liquor_eiweiss;0.18;1.40;2;1; g/L;c
lipoprotein a nmol/L;LPA;lp_a;7.0;215.5;1;1; nmol/L;b
bile acids umol/L;BILE_ACID;acides_bil;1.2;66.0;1;1; µmol/L;c
faecal elastase with unit;ELASTASE;pankreaselastase;48;520;0;1; µg/g;p1
interferon gamma release;IFNG;ifng_ui;0.10;9.80;2;1; IU/mL;b
CXCL9 pg with unit;CXCL9;mig_cxcl9;61;9800;0;1; pg/mL;p1
ST2 MAGIC biomarker;ST2;st2_ng;9.4;240.0;1;1; ng/mL;p
REG3 alpha;REG3A;reg3a_ng;8.2;310.0;1;1; ng/mL;p
BAFF level;BAFF;baff_pgml;410.5;8600.0;1;1; pg/mL;p
neurofilament light;NFL;nfl_pg;4.1;96.0;1;1; pg/mL;c
plasmablasts of B cells;PLASMABL;plasmoblasten;0.1;18.0;1;1; %;c
CD8 absolute cells with unit;CD8_ABS;lt_cd8;38;1650;0;1; /µl;p1
recent thymic emigrants share;RTE;cd31_cd4;1.2;46.0;1;0; %;c
mycophenolate trough mg/L;MPA_C0;acide_mycophenolique;0.4;6.8;1;1; mg/L;b
sirolimus trough ug/L;SIRO_C0;sirolimusspiegel;2.1;19.5;1;0; µg/l;c
hydroxychloroquine blood;HCQ_BLOOD;hcq_taux;140.5;1900.0;1;1; ng/mL;p
posaconazole trough;POSA;posa_dal;0.3;3.6;1;0; mg/L;c
treosulfan AUC;TREO_AUC;treo_asc;640.5;2900.0;1;0; mg*h/L;p
fludarabine exposure F-Ara-A;FLU_AUC;f_ara_a;11.5;38.0;1;0; mg*h/L;c
rituximab serum level;RTX_LVL;rtx_taux;0.5;290.0;1;1; µg/mL;b
lymphocyte stimulation index;LSI_PHA;indice_estim;1.2;160.0;1;1;;c'''
STY = {'c': dict(c=1), 'b': dict(b=1), 'f': dict(f=1), 'p': {}, 'p1': {}}
for ln in LABS.split('\n'):
    fa, n1, n2, lo, hi, d, lg, u, st = ln.split(';')
    lo, hi, d, lg = float(lo), float(hi), int(d), int(lg)
    a = q(lo, hi, d, lg, u=u) if st == 'p1' else q(lo, hi, d, lg)
    b2 = q(lo, hi, d, lg, u=u.replace(' ', ''), f=1) if st == 'p1' else q(lo, hi, d, lg, u=u, **STY[st])
    fam('harmless', fa, (n1, a), (n2, b2))

# other numbers
H = lambda fa, n1, g1, n2, g2, **o: fam('harmless', fa, (n1, g1), (n2, g2), **o)
H('harvest volume millilitres with unit', 'harvest_vol', q(210, 1480, 0, 0, u=' ml'), 'Erntevolumen', q(210, 1480, 0, 0, u='ml'))
H('processed blood volume litres', 'vol_processed_L', q(6.5, 22, 1, u=' L'), 'volume_traite', q(6.5, 22, 1, c=1, u=' L'))
H('apheresis session length in min with unit', 'aph_duration', q(140, 380, 0, u=' min'), 'durata_aferesi', q(140, 380, 0, u=" min"))
H('cyclophosphamide total in mg per kg decimals', 'cy_mgkg', q(48, 205, 1), 'cyclo_mg_kg', q(48, 205, 1, c=1, u=' mg/kg'))
H('melphalan dose mg with unit', 'mel_dose', q(180, 420, 0, u=' mg'), 'melfalan_dosis', q(180, 420, 0, u='mg'))
H('QALY and utility increments', 'qaly_gain', q(0.05, 4.9, 3, 1), 'util_incr', lambda r: f"{r.uniform(-.15,.4):.3f}")
H('six minute walk metres', 'SMWT', q(180, 690, 0, u=' m'), 'test_marche_6min', q(180, 690, 0, u='m'))
H('steroid free months decimal comma', 'mois_sans_cortico', q(0.5, 58, 1, 1, c=1), 'mesi_senza_steroidi', q(0.5, 58, 1, 1, c=1, u=' mesi'))
H('time to response in weeks English word', 'ttr', lambda r: f"{r.randint(2,26)} weeks", 'time_to_cr', lambda r: f"{r.randint(2,26)} wk")
H('durée d’hospitalisation en jours avec j', 'DMS', lambda r: f"{int(q(4,46,0,1)(r))} j", 'duree_sejour', lambda r: f"{int(q(4,46,0,1)(r))} jours")
H('durata degenza giorni', 'gg_degenza', lambda r: f"{int(q(3,50,0,1)(r))} gg", 'degenza', lambda r: f"{int(q(3,50,0,1)(r))} giorni")
H('estancia en días palabras', 'estancia', lambda r: f"{int(q(3,50,0,1)(r))} días", 'dias_ingreso', lambda r: f"{int(q(3,50,0,1)(r))} d")
H('opnameduur dagen', 'opnameduur', lambda r: f"{int(q(3,50,0,1)(r))} dgn", 'ligduur', lambda r: f"{int(q(3,50,0,1)(r))} dagen")
H('SDTM ELTM durations of pharmacokinetics', 'PCELTM', pick('PT0H','PT30M','PT1H','PT2H','PT4H','PT8H','PT24H'), 'EXELTM', pick('-PT15M','PT0S','PT1H30M','PT6H','PT12H','P1D'))
H('body fat and lean mass per cent', 'FAT_PCT', q(14, 44, 1), 'massa_magra', q(52, 83, 1, c=1, u=' %'))
H('waist hip ratio', 'WHR', q(.68, 1.12, 2), 'taille_hanche', q(.68, 1.12, 2, c=1))
H('marrow fat fraction MRI', 'PDFF', q(8, 76, 1, u=' %'), 'fraction_graisse', q(8, 76, 1, c=1))
H('spleen volume cubic centimetre', 'SPLEEN_VOL', q(95, 1180, 0, 1, u=' cm3'), 'volumen_bazo', q(95, 1180, 1, 1, c=1, u=' cc'))
H('corrected count increment after transfusion', 'CCI_1h', q(1.2, 24, 1), 'inkrement_korr', q(1.2, 24, 1, c=1, u=' x10³'))
H('wearable sleep efficiency and heart variability', 'sleep_eff', q(61, 98, 1, u='%'), 'hrv_rmssd', q(9, 98, 1, 1, u=' ms'))

# ------------------------------------------------------------------ harmless categories
def cat(levels):
    lv = levels.split('|'); w = [1 / (i + 1) ** .7 for i in range(len(lv))]
    return lambda r: r.choices(lv, w)[0]
def C(fa, n1, l1, n2, l2): fam('harmless', fa, (n1, cat(l1)), (n2, cat(l2)), mess=1)
CATS = '''Epic encounter types~ENC_TYPE~Office Visit|Hospital Encounter|Telephone|Infusion Visit|Lab Requisition|Orders Only|Refill~enc_type_c~Appointment|Telemedicine|Procedure Visit|Anti-coag visit|Documentation Only
Epic ADT event kinds~ADT_EVENT_TYPE~Admission|Transfer In|Transfer Out|Discharge|Census|Patient Update~adt_pat_class~Inpatient|Outpatient|Observation|Emergency|Hospital Outpatient Surgery
Epic discharge disposition~DISCH_DISP~Home or Self Care|Home-Health Care Svc|Skilled Nursing Facility|Expired|Rehab Facility|Left Against Medical Advice~disch_dest~Home|Hospice/Home|Another Health Care Institution|Long Term Care
Epic order and result status~ORDER_STATUS~Completed|Sent|Canceled|Discontinued|Pending~lab_status~Final result|Edited Result - FINAL|Preliminary result|In process
Epic medication frequency names~FREQ_NAME~DAILY|2 TIMES DAILY|EVERY 8 HOURS|ONCE|CONTINUOUS|NIGHTLY~hv_discr_freq~Daily|BID|Q8H SCH|PRN|Once|Every other day
Epic flowsheet measure names~FLO_MEAS_NAME~BP|TEMP|PULSE|R AN POST GLASGOW COMA SCALE|R PAIN SCORE|WEIGHT/SCALE~flo_disp~Pulse|SpO2|Resp|Temp src|Oral Mucositis Grade
emergency severity index labels~ESI~2-Emergent|3-Urgent|4-Less Urgent|1-Immediate|5-Non-Urgent~acuity~Emergent|Urgent|Less Urgent|Immediate
Cerner result status meaning~RESULT_STATUS~Auth (Verified)|Modified|In Error|Active|Anticipated~result_status_mean~AUTH|MODIFIED|INERROR|INPROGRESS|ACTIVE
Cerner encounter type class~ENCNTR_TYPE~Inpatient|Recurring|Preadmit|Clinic|Outpatient in a Bed~enc_class~INPATIENT|RECURRING|PREADMIT|EMERGENCY|OUTPATIENT
Cerner normalcy and contributor~NORMALCY~NORMAL|HIGH|LOW|CRITICAL|ABNORMAL~contributor_system~PowerChart|PathNet|RadNet|PharmNet|SurgiNet
Meditech patient status pairs~PT_STATUS~ADM IN|DIS IN|REG RCR|DEP ER|REG CLI|DIS INO~adm_status~ADM IN|PRE IN|DIS RCR|DEP CLI
SAP Fallart und Bewegungsart~FALAR~stationär|ambulant|teilstationär|vorstationär~BEWTY~Aufnahme|Verlegung|Entlassung|Besuch|Abwesenheit
Aufnahmegrund nach §301 im Text~AUFNGRUND~Krankenhausbehandlung vollstationär|Krankenhausbehandlung teilstationär|vorstationäre Behandlung|Stationäre Entbindung~Entlassgrund301~Behandlung regulär beendet|Verlegung in ein anderes Krankenhaus|Tod|Entlassung in eine Rehabilitationseinrichtung|Behandlung gegen ärztlichen Rat beendet
ORBIS Stationstypen~StatTyp~Normalstation|Intensivstation|IMC|Tagesklinik|Ambulanz|KMT-Station~OE_Art~bettenführend|Funktionsstelle|Ambulanz|Labor
PMSI mode d’entrée et de sortie~MODE_SORTIE~Domicile|Mutation|Transfert|Décès~MODE_ENTREE~Domicile|Mutation|Transfert|Urgences
GHM français~GHM~27Z021|16M113|16M091|17M081|28Z07Z~ghm_v~27Z022|27Z023|16M111|17K042
GRD et niveau québécois~NIRRU_niveau~faible|modéré|élevé|extrême~APR_gravite~1 - mineure|2 - modérée|3 - majeure|4 - extrême
modalità di dimissione SDO~mod_dimissione~ordinaria al domicilio|trasferimento ad altro istituto|deceduto|dimissione volontaria|ADI|riabilitazione~regime_ric~ordinario|day hospital|day surgery
tipo de alta CMBD~TIPO_ALTA~Domicilio|Traslado a otro hospital|Exitus|Alta voluntaria|Centro sociosanitario~circ_ingreso~Urgente|Programado
destino após alta GDH~destino_alta~Saída com parecer médico|Transferência|Falecido|Alta contra parecer médico~tipo_adm~Urgente|Programada|PECLEC|Medicina privada
ontslagbestemming en opnametype~ontslagbestemming~eigen woonomgeving|ander ziekenhuis|verpleeghuis|overleden|hospice~opnametype~gepland|spoed|dagopname|overplaatsing
tryb wypisu i przyjęcia~tryb_wypisu~zakończenie procesu terapeutycznego|skierowanie do dalszego leczenia|zgon pacjenta|wypis na własne żądanie~tryb_przyjecia~planowy|nagły|przeniesienie z innego szpitala
JGP grupy polskie~JGP~S21|S22|S23|S05|S06|A59~grupa_jgp~S21|S22|S30|S01
ICD-9-PL procedury~ICD9PL~41.05|41.04|99.05|99.72|38.95~procedura_icd9~41.91|99.04|99.25|41.31
způsob ukončení hospitalizace~zpusob_ukonceni~propuštěn domů|přeložen na jiné oddělení|přeložen do jiného zařízení|zemřel|reverz~druh_prijeti~plánované|akutní|překlad
British HRG codes of stays~HRG~SA26A|SA22A|SA12G|SA18A|SA19A~hrg4_code~SA26B|SA40Z|SA03G|SA36B
treatment function words of NHS~TFC_DESC~Clinical Haematology|Blood and Marrow Transplantation|Rheumatology|Neurology|Paediatric Clinical Haematology~spec_desc~CLINICAL HAEMATOLOGY|GENERAL MEDICINE|CRITICAL CARE MEDICINE
NHS admission method words~ADMIMETH~Elective - planned|Elective - waiting list|Emergency - A&E|Emergency - GP|Transfer~dismeth~Discharged on clinical advice|Self discharged|Died|Discharged by relative
AR-DRG version codes~ARDRG~A07A|A07B|Q60A|Q61B|R60A|Q62A~drg_v11~A07A|A08A|Q60B|Q61A
Australian admission election and care type~CARE_TYPE~Acute care|Rehabilitation care|Palliative care|Maintenance care|Geriatric evaluation~elec_status~Public|Private|DVA|Compensable|Overseas
ACHI blocks with dash~ACHI~13706-00|13700-00|13750-00|92206-00|13939-01~proc_achi~13706-08|13706-10|96199-00|92062-00
Canadian CCI procedures~CCI~1.WY.19.HH-XX-J|2.WY.71.HA|1.LZ.19.HH-U1-J|1.IS.53.GR-LF~intervention_cci~1.WY.19.HH-XX-K|1.LZ.19.HH-U9-A|2.WY.71.HA
Canadian living arrangement and residence~LIVING_ARR~Lives with spouse|Lives alone|Lives with parents|Retirement home|Lives with roommates~milieu_vie~domicile|résidence pour aînés|CHSLD|ressource intermédiaire
US payer class~PAYOR_CLASS~Commercial|Medicare|Medicaid|Self-pay|Tricare|Managed Care~fin_class~Blue Cross|Medicare Advantage|Medi-Cal|Workers Comp
Australian indigenous status~INDIG_STATUS~Neither Aboriginal nor Torres Strait Islander|Aboriginal|Torres Strait Islander|Both|Not stated~ATSI~No|Aboriginal|TSI|Not stated
SDTM electrocardiogram codes~EGTESTCD~QTCFAG|HRMEAN|PRAG|QRSAG|INTP~egtest~QTcF Interval, Aggregate|ECG Mean Heart Rate|PR Interval, Aggregate|Interpretation
SDTM disposition decodes~DSDECOD~COMPLETED|ADVERSE EVENT|WITHDRAWAL BY SUBJECT|LOST TO FOLLOW-UP|DEATH|PHYSICIAN DECISION~dsscat~STUDY PARTICIPATION|STUDY TREATMENT|FOLLOW-UP
SDTM vital sign positions and tests~VSTESTCD~SYSBP|DIABP|PULSE|TEMP|WEIGHT|HEIGHT|RESP~vspos~SITTING|SUPINE|STANDING|SEMI-RECUMBENT
SDTM medical history categories~MHCAT~GENERAL MEDICAL HISTORY|PRIMARY DIAGNOSIS|SURGICAL HISTORY|PRIOR TRANSPLANT~mhenrtpt~ONGOING|BEFORE|AFTER|UNKNOWN
SDTM response test codes~RSTESTCD~OVRLRESP|NTRGRESP|BESTRESP|DISPROG~rsorres~CR|PR|SD|PD|NE|R
SDTM findings about objects~FAOBJ~ACUTE GVHD|CHRONIC GVHD|BLEEDING EVENT|ENGRAFTMENT|INFECTION~fatestcd~OCCUR|SEV|STAGE|GRADE|DIAGDAY
ADaM derivation types~DTYPE~LOCF|WOCF|AVERAGE|MAXIMUM|BOCF~basetype~LAST|RUN-IN|OPEN-LABEL|SCREENING
ADaM shift tables~SHIFT1~NORMAL to LOW|LOW to NORMAL|NORMAL to NORMAL|HIGH to NORMAL|LOW to LOW~bnrind_anrind~N-L|L-N|N-N|H-N|N-H
trial summary parameter codes~TSPARMCD~ADDON|AGEMAX|RANDOM|TBLIND|TTYPE|INDIC~tsparm~Added on to Existing Treatments|Trial is Randomized|Trial Blinding Schema|Trial Type
OpenClinica event and CRF states~OC_STATUS~data entry started|initial data entry|completed|signed|stopped|skipped~item_sdv~verified|not verified|changed since verified
Castor status and missing words~castor_status~complete|in progress|not started|signed|locked~missing_code~measurement failed|not applicable|not asked|asked but unknown|not done
REDCap complete words and labels~form_complete_lbl~Complete|Incomplete|Unverified~consent_arm_lbl~Arm 1: Autologous|Arm 2: Allogeneic|Arm 3: Best available care
geslacht voluit~geslacht~man|vrouw|onbekend~gesl_donor~Man|Vrouw|M|V
sexo en catalán y gallego~sexe_ca~Home|Dona|No consta~sexo_gl~Home|Muller|Descoñecido
stav civil português~estado_civil~Casado(a)|Solteiro(a)|Viúvo(a)|Divorciado(a)|União de facto~est_civ~C|S|V|D|UF
stato civile e occupazione~stato_civile~coniugato/a|celibe/nubile|vedovo/a|divorziato/a~occupazione~occupato|pensionato|disoccupato|studente|casalinga
burgerlijke staat en woonsituatie~burg_staat~gehuwd|ongehuwd|samenwonend|weduwe/weduwnaar|gescheiden~woonsituatie~zelfstandig met partner|zelfstandig alleen|bij ouders|verzorgd
rodinný stav a zaměstnání~rodinny_stav~ženatý/vdaná|svobodný/á|rozvedený/á|ovdovělý/á~zamestnani~zaměstnaný|důchodce|student|OSVČ|v pracovní neschopnosti
stan cywilny i zatrudnienie~stan_cywilny~żonaty/zamężna|kawaler/panna|rozwiedziony(-a)|wdowiec/wdowa~zatrudnienie~pracuje|emeryt|rencista|uczeń|bezrobotny
tabac et alcool en français~TABAC~jamais|sevré|actif|occasionnel~alcool~non|occasionnel|régulier|sevré
fumo e alcol in italiano~fumo~mai|ex fumatore|fumatore attivo~alcol~no|occasionale|moderato|potus
hábitos tabáquicos españoles~tabaco~nunca fumador|exfumador|fumador activo~alcohol~no bebedor|ocasional|<20 g/día|>40 g/día
kouření a palenie~kuractvi~nekuřák|kuřák|exkuřák~palenie~nie pali|pali|palił w przeszłości
donor kinds French~type_donneur~géno-identique|phéno-identique 10/10|haplo-identique|autologue|sang placentaire~lien_donneur~frère|sœur|mère|père|non apparenté
donor kinds Spanish and Portuguese~tipo_donante~hermano HLA idéntico|no emparentado 10/10|haploidéntico|autólogo|cordón~tipo_dador~irmão HLA idêntico|não relacionado|haploidêntico|autólogo
donor kinds Czech and Slovak~typ_darce~HLA identický sourozenec|nepříbuzný dárce|haploidentický|autologní~typ_darcu~súrodenec|nepríbuzný|haploidentický|autológny
graft source French Italian~source_greffon~CSP|moelle osseuse|sang placentaire~fonte_CSE~PBSC|midollo osseo|cordone ombelicale
conditioning intensity in several languages~intensidad~mieloablativo|intensidad reducida|no mieloablativo~intensita~mieloablativo|ridotta intensità|non mieloablativo
disease words Dutch~diagnose_nl~ITP|warmte-AIHA|koude-agglutinineziekte|Evans-syndroom|verworven TTP~hoofddiagnose~immuuntrombocytopenie|auto-immuun hemolytische anemie|pure red cell aplasia
disease words Czech Slovak~diagnoza~ITP|AIHA s tepelnými protilátkami|Evansův syndrom|získaná TTP|PRCA~zakladne_ochorenie~imunitná trombocytopénia|autoimunitná hemolytická anémia|Evansov syndróm
disease words Portuguese~doenca_base~PTI crónica|AHAI a anticorpos quentes|Síndrome de Evans|PTT adquirida~diag_principal~Trombocitopenia imune primária|Anemia hemolítica autoimune|Neutropenia autoimune
response words Slovak Catalan~odpoved~kompletná remisia|parciálna remisia|bez odpovede|relaps~resposta~resposta completa|resposta parcial|sense resposta|recaiguda
réponse selon IWG en français~reponse_IWG~RC|RP|NR|rechute|non évaluable~rep_6mois~Réponse complète|Réponse|Absence de réponse|Perte de réponse
GVH aiguë grade avec mots~gvh_aigue~absente|grade I|grade II|grade III|grade IV~gvh_chron~absente|légère|modérée|sévère
EICH en español~EICHa~no|grado I|grado II|grado III|grado IV~EICHc~no|leve|moderada|grave
reakce štěpu česky~aGVHD_cz~ne|stupeň 1|stupeň 2|stupeň 3|stupeň 4~cGVHD_cz~není|mírná|střední|těžká
cause of death Spanish Portuguese~causa_exitus~Infección|EICH|Recaída|Hemorragia|Fallo multiorgánico|Toxicidad~causa_morte~infeção|GVHD|recaída|hemorragia|falência multiorgânica
stan życia i přežití~status_zycia~żyje|zgon|utracony z obserwacji~stav_pac~žije|zemřel|ztracen ze sledování
vital status Dutch Catalan~vitale_status~in leven|overleden|lost to follow-up~estat_vital~viu|mort|pèrdua de seguiment
infection sites Spanish~foco_inf~Bacteriemia asociada a catéter|Neumonía|Infección urinaria|Colitis neutropénica|Mucositis~germen~E. coli|S. epidermidis|K. pneumoniae|P. aeruginosa|C. albicans
organisms in Polish Czech form~patogen~E. coli ESBL|S. aureus MSSA|K. pneumoniae NDM|E. faecium VRE|brak wzrostu~kultivace~negativní|E. coli|Staph. koag. neg.|Pseudomonas aeruginosa|Candida sp.
specimens French~nature_prel~sang total EDTA|plasma citraté|sérum|moelle|urines~tube~violet EDTA|bleu citraté|vert hépariné|rouge sec|gris fluoré
specimens Italian and Dutch~materiale~sangue periferico|sangue midollare|siero|urine|liquor~materiaal~perifeer bloed|beenmerg|serum|urine|liquor
specimens Polish Czech~material~krew żylna|szpik|surowica|mocz|płyn m-rdz.~vzorek~krev|kostní dřeň|sérum|moč|likvor
routes Polish Czech~droga_podania~dożylnie|doustnie|podskórnie|domięśniowo~cesta_podani~i.v.|p.o.|s.c.|inhalačně
galenic forms in French Italian~forme~comprimé|gélule|solution injectable|poudre pour perfusion|sirop~forma_farm~compressa|capsula|fiala|flacone|sciroppo
severity Dutch Polish~ernst~mild|matig|ernstig|levensbedreigend~nasilenie~łagodne|umiarkowane|ciężkie|zagrażające życiu
severity Czech Slovak Catalan~zavaznost~mírná|střední|těžká|život ohrožující~gravetat~lleu|moderada|greu
causality French Spanish~imputabilite~certaine|probable|possible|douteuse|exclue~causalidad~definitiva|probable|posible|improbable|condicional
outcome French Italian~evolution~guéri|en cours d'amélioration|non guéri|séquelles|décès~esito~risolto|in risoluzione|non risolto|risolto con postumi|fatale
adverse event terms Slovak Catalan~neziaduca_udalost~nevoľnosť|febrilná neutropénia|mukozitída|hnačka|bolesť hlavy~efecte_adv~nàusees|neutropènia febril|mucositis|diarrea|cefalea
Entlassart Schweiz und Medizinische Statistik~Austrittsentscheid~auf Initiative des Behandelnden|auf Initiative des Patienten|gestorben|Abbruch~Aufenthalt_nach~Zuhause|Alters- und Pflegeheim|andere Institution|Rehabilitation
LKF Gruppen Österreich~LDF~MEL16.01|HDG17.02|HDG17.03|MEL22.05~LKF_Art~stationär|tagesklinisch|halbstationär|0-Tagesfall
Pflegegrad und Barthel Worte~Pflegegrad~kein|PG 1|PG 2|PG 3|PG 4~GIR~GIR 6|GIR 5|GIR 4|GIR 3
score de Karnofsky en toutes lettres~IK_lib~activité normale|effort nécessaire|autonome incapable de travailler|aide occasionnelle|aide importante~OMS_lib~0 : activité normale|1 : ambulatoire|2 : alité < 50 %|3 : alité > 50 %
frequency of answers French Spanish~freq_rep~jamais|rarement|parfois|souvent|toujours~freq_resp~nunca|casi nunca|a veces|casi siempre|siempre
agreement Czech Polish~souhlas~rozhodně souhlasím|spíše souhlasím|nevím|spíše nesouhlasím|rozhodně nesouhlasím~zgoda~zdecydowanie tak|raczej tak|trudno powiedzieć|raczej nie|zdecydowanie nie
SF answers general health French~sante_gen~excellente|très bonne|bonne|médiocre|mauvaise~compare_an~bien meilleure|plutôt meilleure|à peu près pareille|moins bonne
EQ-5D level words Spanish Italian~movilidad~No tengo problemas para caminar|Tengo algunos problemas para caminar|Tengo que estar en la cama~cura_pers~Non ho problemi|Ho qualche problema|Non sono in grado
áno nie neznáme~ano_nie~áno|nie|neznáme|neaplikovateľné~vysetrene~vyšetrené|nevyšetrené|odmietol
viral serology words Spanish Polish~serol_CMV~IgG positivo|IgG negativo|indeterminado~anty_CMV~IgG dodatni|IgG ujemny|graniczny
direct Coombs words French Italian~coombs~IgG|IgG + C3d|C3d|négatif|IgA~test_coombs~positivo IgG|positivo C3d|positivo IgG+C3d|negativo
bone marrow words French Spanish~myelo~normal|hypocellulaire|richesse augmentée|mégacaryocytes nombreux|non contributif~aspirado~normocelular|hipocelular|hipercelular|no valorable
echo findings Dutch Polish~echo_conclusie~goede LV-functie|licht verminderde LV-functie|pericardvocht|geen afwijkingen~echo_serca~prawidłowa|upośledzona funkcja rozkurczowa|niewielka niedomykalność zastawki mitralnej
chest film words Spanish French~rx_torax~sin hallazgos|infiltrado basal|derrame pleural|cardiomegalia~radio_thorax~normale|foyer basal droit|épanchement pleural|syndrome interstitiel
ultrasound abdomen Polish Czech~usg_brzucha~bez zmian|splenomegalia|hepatomegalia|stłuszczenie wątroby~sono_bricha~bez patologie|splenomegalie|steatóza jater|cholecystolitiáza
study visits Czech Dutch Italian~vizita~screening|vstupní vizita|den 28|den 100|6 měsíců|12 měsíců~bezoek~screening|baseline|dag +28|dag +100|6 maanden|1 jaar
second line drugs of ITP Spanish~farmaco_2L~Rituximab|Romiplostim|Eltrombopag|Avatrombopag|Fostamatinib|Micofenolato~trat_previo~Corticoides|IgIV|Esplenectomía|Rituximab|Azatioprina|Ciclosporina
cytometers and kits~cytometer~BD FACSLyric|Navios EX|FACSCanto II|Aquios CL~kit_cd34~Stem-Kit|BD Stem Cell Enumeration|in-house ISHAGE
Fc receptor and CTLA4 polymorphism~FCGR3A~V/V|V/F|F/F~CTLA4_49~A/A|A/G|G/G
TPMT NUDT15 phenotype~TPMT_PHENO~Normal metabolizer|Intermediate metabolizer|Poor metabolizer~CYP2C19~*1/*1|*1/*2|*1/*17|*2/*2
dysplasia and smear words French~frottis~schizocytes rares|sphérocytes +|agrégats plaquettaires|RAS|macroplaquettes~smear_txt~spherocytes 1+|giant platelets|schistocytes rare|polychromasia 2+
biobank sample types SPREC~SPREC~PL1-SST-A-B-N-B-A|SER-SST-B-B-N-B-A|BLD-PED-A-N-N-N-G|CEN-HEP-A-B-N-B-V~aliquot_type~EDTA plasma|serum|PBMC|DNA|buffy coat
ward movement speciality French~UM_type~hématologie protégée|hôpital de jour|réanimation|médecine interne|SSR~discipline~hémato|réa|MIR|HDJ|consultation
transport and arrival mode~ARRIVAL_MODE~Car|EMS Ambulance|Walk-in|Helicopter|Public transport~mode_transport~VSL|ambulance|taxi|véhicule personnel
diet and nutrition route words~DIET_ORDER~Neutropenic Diet|Regular|NPO|Clear Liquid|Consistent Carb~voie_nutrition~orale|entérale|parentérale|mixte
isolation precautions~ISOLATION~Contact|Droplet|Protective|Airborne|None~Isolierung~Umkehrisolation|Kontaktisolation|Tröpfchenisolation|keine
code status and goals of care~CODE_STATUS~Full Code|DNR|DNR/DNI|Comfort Care~GOC_AU~Curative|Restorative|Palliative|Terminal'''
for ln in CATS.split('\n'): C(*ln.split('~'))

def main():
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, 'development_10.tsv'), 'w', encoding='utf-8', newline='\n') as fh:
        for kind, family, cols, o in FAMS:
            for k, (name, g) in enumerate(cols):
                cells = column(kind, family, k, name, g, o)
                assert not any('\t' in c or '\n' in c for c in cells)
                fh.write('\t'.join([kind, family, name, *cells]) + '\n')

if __name__ == '__main__': main()
