#!/usr/bin/env python3
"""Writes development_12.tsv: what registries, laboratories and systems of data deliver.

    python3 -m venv venv && venv/bin/pip install faker==40.54.0
    venv/bin/python make_development_12.py

Written without sight of the screen, of its description and of the other parts, but for the names of their families.
Python 3.11; some names and addresses come from Faker 40.54.0 (MIT licence). Every cell is drawn at random from fixed
seeds; none stems from a person. Mail and web domains are made up or reserved.
"""
import random, os, datetime as dt, warnings
warnings.filterwarnings('ignore')
from faker import Faker
FAMS=[]; _fk={}
def fk(loc):
    if loc not in _fk: _fk[loc]=Faker(loc)
    return _fk[loc]
def S(s): return [x.strip() for x in s.split('|')]
def fam(kind,name,cols,gen,**o): FAMS.append((kind,name,S(cols),gen,o))
def d(r,lo=2001,hi=2025): return dt.date(lo,1,1)+dt.timedelta(days=r.randrange((hi-lo)*365))
def bd(r): return d(r,1932,2012)
def D(r,n): return ''.join(r.choice('0123456789') for _ in range(n))
def N(r,n): return r.choice('123456789')+D(r,n-1)
def L(r,n,a='ABCDEFGHJKLMNPQRSTUVWXYZ'): return ''.join(r.choice(a) for _ in range(n))
def hx(r,n): return L(r,n,'0123456789abcdef')
def asc(s):
    import unicodedata
    for a,b in (('ä','ae'),('ö','oe'),('ü','ue'),('ß','ss'),('ø','o'),('ł','l'),('đ','d'),('ı','i'),('æ','ae'),("'",'')): s=s.replace(a,b).replace(a.upper(),b.capitalize())
    return unicodedata.normalize('NFKD',s).encode('ascii','ignore').decode()
def luhn(s):
    t=0
    for i,c in enumerate(reversed(s)):
        x=int(c)*(2 if i%2==0 else 1); t+=x-9 if x>9 else x
    return s+str(-t%10)
def ean(s): return s+str(-sum(int(c)*(3 if i%2 else 1) for i,c in enumerate(s))%10)
def P(loc):                       # (given, family) from faker
    def g(r):
        f=fk(loc); f.seed_instance(r.randrange(10**9))
        return f.first_name(),f.last_name()
    return g
def Q(giv,fa):                    # (given, family) from own lists
    G,F=S(giv),S(fa)
    return lambda r:(r.choice(G),r.choice(F))
MON='JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split()
Mon=[m.capitalize() for m in MON]
MWEN=['','','','','NA','unknown','Not available','.','N/A','missing','UNK']
# ------------------------------------------------------------------ names
de,fr,en,es,nl,it,us,pl=P('de_DE'),P('fr_FR'),P('en_GB'),P('es_ES'),P('nl_NL'),P('it_IT'),P('en_US'),P('pl_PL')
fam('name','EBMT initials given underscore family','inits_first_fam|pat_initials',lambda r,v:(lambda a,b,c:(a[0]+(c[0] if r.random()<.3 else '')+'_'+b[0]+(b[1].upper() if v else '')).upper())(asc(de(r)[0]),asc(fr(r)[1]),asc(it(r)[0])))
fam('name','FCS keyword operator given family','$OP|fcs_operator',lambda r,v:(lambda a,b:f'{a} {b}' if not v else f'{asc(a).lower()} {asc(b).lower()}')(*de(r)),rep=9,pool=12)
fam('name','LIMS validated by with qualification','validated_by|authorised_by',lambda r,v:(lambda a,b:f'{a[0]}. {b} ({r.choice(["BTA","MTA","MLS","Dr","Biologist"])})' if not v else f'{b} {a}, {r.choice(["FRCPath","BMS","Consultant","MTLA"])}')(*en(r)),rep=6,pool=18)
fam('name','i2b2 provider path with surname','provider_path|PROVIDER_DIM_PATH',lambda r,v:(lambda a,b:f'\\Provider\\{r.choice(["Hematology","Transplant","Rheumatology","Oncology"])}\\{b}, {a}{" "+L(r,1) if r.random()<.4 else ""}, {r.choice(["MD","DO","NP","PA-C"])}\\' if not v else f'\\i2b2\\Providers\\{b.upper()},{a.upper()}\\')(*us(r)),rep=5,pool=25)
fam('name','SAS character padded upper given then family','PTNAME|SUBJNAM',lambda r,v:(lambda a,b:(f'{a:<12}{b:<16}' if not v else f'{b:<18}{a:<14}').upper())(*us(r)))
fam('name','XPT names cut at twelve','PATNAM|SNAME',lambda r,v:(lambda a,b:(asc(b).upper()+','+asc(a).upper())[:12] if not v else (asc(b)+' '+asc(a))[:12].strip())(*it(r)))
fam('name','FHIR participant display with role','participant_individual_display|Encounter.participant.0.display',lambda r,v:(lambda a,b:f'Dr. {a} {b} ({r.choice(["attender","admitter","referrer","consultant"])})' if not v else f'{b}, {a} [{r.choice(["ATND","PPRF","SPRF","REF"])}]')(*us(r)),rep=4,pool=22)
az=Q('Aysel|Leyla|Günel|Nigar|Səbinə|Elçin|Rəşad|Orxan|Vüqar|Tural|Kamran|Fidan|Zəhra|İlqar|Nərmin|Anar|Samir','Məmmədov|Əliyev|Hüseynov|Quliyev|Həsənov|İsmayılov|Abbasov|Rzayev|Cəfərov|Nəsibov|Kərimov|Bağırov')
fam('name','Azerbaijani with oğlu and qızı','soyad_ad_ata|xəstə',lambda r,v:(lambda a,b,c:(b+('a' if a in S('Aysel|Leyla|Günel|Nigar|Səbinə|Fidan|Zəhra|Nərmin') else '')+f' {a} {c} '+('qızı' if a in S('Aysel|Leyla|Günel|Nigar|Səbinə|Fidan|Zəhra|Nərmin') else 'oğlu')).__str__().upper().replace('i','İ') if v and r.random()<.3 else b+('a' if a in S('Aysel|Leyla|Günel|Nigar|Səbinə|Fidan|Zəhra|Nərmin') else '')+f' {a} {c} '+('qızı' if a in S('Aysel|Leyla|Günel|Nigar|Səbinə|Fidan|Zəhra|Nərmin') else 'oğlu'))(*az(r),r.choice(S('Əli|Rauf|Vaqif|Tofiq|Nizami|Ramiz|Oqtay|Eldar'))))
fam('name','Tajik family given Cyrillic','ному_насаб|бемор',lambda r,v:(lambda a,b:f'{b}зода {a}' if r.random()<.5 else (f'{b}ова {a} {r.choice(S("Саидовна|Раҳмоновна|Каримовна"))}' if a in S('Шаҳло|Манижа|Гулнора|Мадина|Ситора|Нигина') else f'{b}ов {a} {r.choice(S("Саидович|Раҳмонович|Каримович|Назарович"))}'))(*Q('Фирӯз|Шаҳло|Парвиз|Манижа|Далер|Гулнора|Хуршед|Мадина|Ҷамшед|Ситора|Рустам|Нигина','Раҳмон|Саид|Назар|Шариф|Юсуф|Мирзо|Карим|Ҳаким|Ашур|Давлат')(r)))
fam('name','Peruvian paternal slash maternal slash names','apellidos_nombres_sis|paciente_his',lambda r,v:(lambda a,b,c,e:(f'{b} / {c} / {a} {e}' if not v else f'{b}/{c}/{a}').upper())(*Q('Luz|Rosa|Juana|Julio|Wilmer|Edgar|Yesenia|Marleni|Percy|Nélida|Fredy|Haydee','Quispe|Mamani|Huamán|Condori|Flores|Ccori|Choque|Vilca|Apaza|Yupanqui|Cárdenas|Ticona')(r),r.choice(S('Rojas|Huanca|Salas|Puma|Torres|Inga|Chávez|Gutiérrez|Paucar')),r.choice(S('María|Elena|Antonio|Luis|Beatriz|César|Ángel'))))
br=P('pt_BR')
fam('name','Brazilian nome social in brackets','nome_social|paciente_nome_completo',lambda r,v:(lambda a,b,c:f'{a} {b} {c} ({r.choice(["nome social: ","NS "])}{br(r)[0]} {c})' if r.random()<.35 else f'{a} {b} {c}')(br(r)[0],br(r)[1],br(r)[1]))
leb=Q('Rita|Georges|Maya|Elias|Nadine|Charbel|Hussein|Fatima|Rana|Tony|Zeina|Ali|Josiane|Bassam|Hala|Walid','Khoury|Haddad|Abi Khalil|Nassar|El Hajj|Saliba|Boutros|Chamoun|Fayad|Karam|Mroueh|Hamadeh|Bou Saab|Jaber')
fam('name','Lebanese given father family Latin','patient_full_name|nom_triple',lambda r,v:(lambda a,b,c:f'{a} {c} {b}' if not v else f'{b.upper()} {a} {c}')(*leb(r),r.choice(S('Antoine|Joseph|Mohamad|Hassan|Youssef|Michel|Ibrahim|Fouad|Nabil'))))
fam('name','Tunisian ben and épouse Latin','nom_malade|identite',lambda r,v:(lambda a,b,c:f'{a} {"bent" if a in S("Sonia|Olfa|Raoudha|Henda|Imen|Wafa") else "ben"} {c} {b}'+(f' ép. {r.choice(S("Trabelsi|Jlassi|Mejri|Ayari"))}' if a in S('Sonia|Olfa|Raoudha|Henda|Imen|Wafa') and r.random()<.5 else ''))(*Q('Sonia|Olfa|Raoudha|Henda|Imen|Wafa|Mongi|Hédi|Slim|Nizar|Mokhtar|Béchir','Gharbi|Bouazizi|Chebbi|Dridi|Hamdi|Khelifi|Mabrouk|Sassi|Zouari|Ferchichi')(r),r.choice(S('Ali|Salah|Habib|Tahar|Amor|Sadok'))))
fam('name','Congolese nom postnom prénom','nom_postnom_prenom|nom_complet_malade',lambda r,v:f'{r.choice(S("Kabila|Mukendi|Tshibangu|Ilunga|Kalonji|Mbuyi|Kasongo|Ngoy|Lukusa|Bakajika|Mwamba|Nzuzi"))} {r.choice(S("Kabongo|Mutombo|Kalala|Banza|Numbi|Luboya|Tshala|Mputu|Ngalula|Kapinga"))} {r.choice(S("Jean-Pierre|Béatrice|Dieudonné|Clarisse|Papy|Nadège|Trésor|Espérance|Fiston|Gloire"))}')
fam('name','Cameroonian capitals then given names','noms_et_prenoms|patient_nom',lambda r,v:f'{r.choice(S("NGUEMA|ATANGANA|FOTSO|KAMDEM|ESSOMBA|NJOYA|TCHOUPO|MBARGA|NGONO|DJOMO|ABENA|TALLA"))} {r.choice(S("EYENGA|MBIDA|KENGNE|NANA|BELINGA|MANGA"))+" " if r.random()<.5 else ""}{r.choice(S("Marie Thérèse|Alain|Serge Brice|Solange|Cyrille|Édith|Hervé|Carine Flore|Emmanuel|Achille"))}')
fam('name','Ivorian and Burkinabè family given','nom_prenoms_patient|malade',lambda r,v:f'{r.choice(S("Kouassi|Kouamé|Yao|Konan|Koffi|Ouédraogo|Sawadogo|Zongo|Coulibaly|Bamba|Touré|Kaboré|N’Guessan|Compaoré"))} {r.choice(S("Affoué|Aya|Adjoua|Moussa|Issa|Salimata|Awa|Seydou|Rasmané|Mariam|Bintou"))} {r.choice(S("Prisca|Ghislain|Estelle|Landry|Rachelle|Boris|"))}'.strip())
fam('name','Zimbabwean Shona and English','client_name|surname_and_name',lambda r,v:(lambda a,b:f'{a} {b}' if not v else f'{b.upper()} {a}')(*Q('Tendai|Rudo|Farai|Chipo|Tatenda|Nyasha|Blessing|Tinashe|Rumbidzai|Kudzai|Memory|Precious|Lovemore|Talent','Moyo|Ncube|Sibanda|Chikwanha|Mutasa|Marufu|Chigumba|Dube|Mapfumo|Gumbo|Zvobgo|Nhongo|Chirwa')(r)))
fam('name','Caribbean English with middle name','pt_full_name|mother_maiden_and_given',lambda r,v:(lambda a,b:f'{a} {r.choice(S("Marcia|Alphonso|Rohan|Shanice|Keisha|Everton|Camille|Dwayne"))} {b}' if not v else f'{b}, {a}')(*Q('Delroy|Shantel|Kerry-Ann|Winston|Latoya|Garfield|Nadia|Tameka|Desmond|Kemar|Anjali|Shivani|Ravindra','Campbell|Brown-Clarke|Grant|Ramkissoon|Maharaj|Persad|Bartholomew|Braithwaite|Ramdial|Reid|Joseph-Baptiste|Mohammed')(r)))
fam('name','Sudanese four names Latin','name_four|اسم_رباعي_latin',lambda r,v:' '.join([r.choice(S('Amna|Hiba|Tagwa|Osman|Mutasim|Elfatih|Siddig|Rayan|Sara|Eltayeb'))]+r.sample(S('Abdelrahim|Babiker|Elhassan|Idris|Mohamed Ahmed|Osman|Elamin|Bashir|Khalid|Abdalla|Hamid|Elnour'),3)))
fam('name','Iraqi Arabic script with clan','اسم_المريضة|المتبرع',lambda r,v:f'{r.choice(S("زينب|حيدر|نور|علي|سجاد|مريم|كرار|رقية|عباس|شهد"))} {r.choice(S("كاظم|جاسم|عبد الحسين|صباح|ستار|محسن|رزاق|فاضل"))} {r.choice(S("عبود|حمود|خلف|مهدي|"))} {r.choice(S("الجبوري|الدليمي|الساعدي|العبيدي|الموسوي|الكعبي|الزبيدي|اللامي"))}'.replace('  ',' '))
fam('name','Eritrean given father grandfather','patient_name_father_gf|ሽም',lambda r,v:' '.join([r.choice(S('Selam|Yonas|Feven|Samuel|Helen|Robel|Winta|Filmon|Luwam|Merhawi|Senait'))]+r.sample(S('Tesfay|Gebremedhin|Kidane|Habtemariam|Weldu|Ghebreab|Haile|Okbay|Mehari|Berhe|Andemariam'),2)))
fam('name','Flemish family capitals given without comma','naam_voornaam_pat|patiënt',lambda r,v:(lambda a,b:f'{b.upper()} {a}' if not v else f'{b} {a[0]}. ({a})')(r.choice(S('Lies|Wout|Joke|Kobe|An|Tine|Bart|Sofie|Jelle|Griet|Pieter-Jan|Hilde|Luc|Marleen')),r.choice(S('Van den Berghe|De Smet|Peeters|Vandenbroucke|Claes|D’hondt|Verhelst|Van Damme|Wouters|Lambrecht|De Backer|Maes|Vercauteren|Goossens'))))
ch=P('de_CH')
fam('name','Swiss Allianzname family hyphen maiden','Name_Allianz|Pat. Name Vorname',lambda r,v:(lambda a,b,c:f'{b}-{c} {a}' if r.random()<.6 else f'{b} {a}')(*ch(r),ch(r)[1]))
fam('name','French INS birth name pipe all given names','ins_traits_noms|INS_nom_prenoms',lambda r,v:(asc(fr(r)[1])+('|' if not v else ' / ')+' '.join(asc(fr(r)[0]).replace('-',' ') for _ in range(r.choice([1,2,3,3])))).upper())
sv=P('sv_SE')
fam('name','Swedish tilltalsnamn between slashes','namn_folkbok|patnamn',lambda r,v:(lambda a,b,c:f'{a} /{c}/ {b}' if r.random()<.5 else f'/{a}/ {c} {b}')(*sv(r),sv(r)[0]))
fam('name','Hong Kong family capitals, given and English','HKHA_name|patient_eng_name',lambda r,v:f'{r.choice(S("CHAN|WONG|LEUNG|CHEUNG|LAM|NG|HO|TSANG|YUEN|KWOK|LAU|FUNG|MAK|YIP"))} {r.choice(S("Tai|Ka|Wing|Sze|Chun|Hoi|Man|Yuk|Siu"))} {r.choice(S("Man|Yan|Ming|Kit|Fai|Ling|Ching|Ho|Lai"))}'+(f', {r.choice(S("Peter|Carmen|Jacky|Vivian|Kelvin|Winnie|Stanley|Fanny"))}' if r.random()<.6 else ''))
fam('name','Singapore hanyu pinyin in brackets and s/o d/o','NAME_AS_IN_ID|recipient_nm',lambda r,v:r.choice([f'{r.choice(S("TAN|LIM|LEE|GOH|ONG|CHUA|TEO|KOH"))} {r.choice(S("WEI|HUI|BOON|SIEW|CHEE|KOK"))} {r.choice(S("LING|MIN|HOCK|KENG|SENG|LENG"))} ({r.choice(S("CHEN|LIN|LI|WU|WANG|CAI|ZHANG|XU"))} {r.choice(S("WEILING|HUIMIN|WENFU|XIULIAN|ZHICHENG|GUOSHENG"))})',f'{r.choice(S("MUHAMMAD FARHAN|NUR AISYAH|SITI MARIAM|AHMAD RIZAL"))} {r.choice(S("BIN|BINTE"))} {r.choice(S("ABDUL RAHIM|ISMAIL|OSMAN|YUSOF|SALLEH"))}',f'{r.choice(S("PRIYA|RAJESH|KAVITHA|SURESH"))} {r.choice(S("S/O|D/O"))} {r.choice(S("KRISHNAN|SUBRAMANIAM|MUTHU|PILLAI"))}']))
fam('name','Taiwanese characters with passport romanisation','受試者姓名|捐贈者',lambda r,v:(lambda i,j,k:f'{S("王|陳|林|張|李|黃|吳|蔡")[i]}{S("小|雅|志|淑|建|怡")[j]}{S("明|婷|豪|芬|宏|君")[k]} {S("WANG|CHEN|LIN|CHANG|LEE|HUANG|WU|TSAI")[i]}, {S("HSIAO|YA|CHIH|SHU|CHIEN|YI")[j]}-{S("MING|TING|HAO|FEN|HUNG|CHUN")[k]}')(r.randrange(8),r.randrange(6),r.randrange(6)))
fam('name','Indonesian single names','nama_panjang|nama_pendonor',lambda r,v:r.choice(S('Suparman|Sulastri|Wagiman|Ngatinem|Sukarni|Paijo|Sumiyati|Kasiyem|Suharti|Tukijan|Poniman|Sriyatun|Mulyono|Supriyadi|Wakidi|Sugiyem|Rohayati|Jumadi'))+(r.choice([' binti Karto',' bin Wiryo',', Ny',', Tn']) if r.random()<.4 else ''))
fam('name','Pharmacy prepared and checked by','prep_chk|compounded_verified_by',lambda r,v:(lambda a,b,c,e:f'prep: {a} {b[0]}. / chk: {c} {e[0]}.' if not v else f'{a[0]}. {b} RPhT; verified {c[0]}. {e} RPh')(*us(r),*us(r)),rep=5,pool=25)
fam('name','Spanish laboratory responsable de validación','resp_validacion|facultativo_lab',lambda r,v:(lambda a,b,c:f'{r.choice(["Dr.","Dra."])} {a} {b} {c}' if not v else f'Dr/a {b} {c}, {a} ({r.choice(["Jefa de sección","Adjunto","FEA Análisis","FEA Inmunología"])})')(*es(r),es(r)[1]),rep=5,pool=20)
fam('name','DICOM operators name backslash several','OperatorsName|(0008,1070)',lambda r,v:(lambda a,b,c,e:f'{b}^{a[0]}\\{e}^{c[0]}' if r.random()<.6 else f'{b}^{a[0]}')(*map(lambda s:asc(s).upper(),de(r)+nl(r))),rep=4,pool=24)
be=Q('Алена|Янусь|Аксана|Сяргей|Уладзімір|Наталля|Мікалай|Кацярына|Андрэй|Вольга|Ігар|Таццяна','Каваль|Бандарэнка|Лукашэвіч|Мірончык|Жук|Новік|Пятровіч|Краўчанка|Сініца|Дубовік')
fam('name','Belarusian family given patronymic','прозвішча_імя|пацыент_імя',lambda r,v:(lambda a,b:f'{b} {a} {r.choice(S("Мікалаеўна|Іванаўна|Пятроўна|Аляксандраўна")) if a[-1] in "аяь" else r.choice(S("Мікалаевіч|Іванавіч|Пятровіч|Васільевіч"))}')(*be(r)))
fam('name','NHS PAS surname comma given title in brackets','pas_name|PatientFullName',lambda r,v:(lambda f,m:f'{f.last_name().upper()}, {f.first_name_male() if m else f.first_name_female()} ({r.choice(["Mr","Mr","Mr","Dr","Master"] if m else ["Mrs","Ms","Miss","Mrs","Dr"])})')(adr('en_GB',r),r.random()<.5))
fam('name','Korean name with hanja behind','성명_한자|기증자명',lambda r,v:(lambda i,j,k:S('김|이|박|최|정|강|윤|임')[i]+S('민|지|서|현|영|재')[j]+S('수|은|호|희|진|우')[k]+'('+S('金|李|朴|崔|鄭|姜|尹|林')[i]+S('民|智|瑞|賢|英|在')[j]+S('洙|恩|浩|姬|鎭|宇')[k]+')')(r.randrange(8),r.randrange(6),r.randrange(6)))
fam('name','VistA family comma given no blank','NAME(.01)|PATIENT_FM_NAME',lambda r,v:(lambda f,m:f'{f.last_name()},{f.first_name_male() if m else f.first_name_female()}{" "+L(r,1) if r.random()<.6 else ""}{r.choice(["",""," JR"," SR"," III"]) if m else ""}'.upper())(adr('en_US',r),r.random()<.5))
# ------------------------------------------------------------------ contact
def dom(r): return r.choice(S('klinik|hosp|praxis|mail|post|webmail|family|uni-med|inbox'))+r.choice(S('|-nord|-west|1|net'))+'.'+r.choice(S('example|test|invalid'))
fam('contact','FHIR ContactPoint system pipe use','telecom_0|Patient.telecom',lambda r,v:(lambda a,b:r.choice([f'phone|{r.choice(["mobile","home"])}|+49 15{N(r,1)} {D(r,8)}',f'phone|{r.choice(["mobile","home","work"])}|+31 6 {D(r,8)}',f'email|{r.choice(["home","work"])}|{asc(a)}.{asc(b)}@{dom(r)}'.lower().replace(' ','')]))(*nl(r)))
fam('contact','HL7 XTN telephone components','PID_13|NK1_5',lambda r,v:r.choice([f'({N(r,3)}){N(r,3)}-{D(r,4)}^PRN^PH',f'^PRN^CP^^1^{N(r,3)}^{N(r,7)}',f'({N(r,3)}){N(r,3)}-{D(r,4)}^WPN^PH^^^^^{D(r,3)}']))
def adr(loc,r):
    f=fk(loc); f.seed_instance(r.randrange(10**9)); return f
fam('contact','HL7 XAD address components','PID_11|addr_hl7',lambda r,v:(lambda f:f'{f.street_name()} {r.randrange(1,180)}^^{f.city_name()}^^{f.postcode()}^{"DEU" if v else "DE"}^{r.choice("HHHMC")}')(adr('de_DE',r)))
fam('contact','Uruguayan Paraguayan mobiles','celular_uy_py|tel_contacto',lambda r,v:r.choice([f'09{r.randrange(1,10)} {D(r,3)} {D(r,3)}',f'+598 9{r.randrange(1,10)} {D(r,3)} {D(r,3)}',f'(09{r.choice("6789")}{r.randrange(1,9)}) {N(r,3)}-{D(r,3)}']))
fam('contact','Tunisian mobiles eight with 216','gsm_tn|num_tel_malade',lambda r,v:f'{r.choice(["+216 ","","00216 "])}{r.choice("2459")}{D(r,1)} {D(r,3)} {D(r,3)}')
fam('contact','Ivorian ten digit mobiles','contact_ci|tel_patient_parent',lambda r,v:f'{r.choice(["","","+225 "])}{r.choice(["01","05","07","27"])} '+' '.join(D(r,2) for _ in range(4)))
fam('contact','Ugandan and Zambian mobiles','phone_client|tel_next_of_kin',lambda r,v:r.choice([f'+256 7{r.choice("0578")}{D(r,1)} {D(r,6)}',f'07{r.choice("0578")}{D(r,7)}',f'+260 9{r.choice("567")} {D(r,7)}']))
fam('contact','Lebanese and Iraqi telephones','tel_leb_irq|mobile_contact',lambda r,v:r.choice([f'0{r.choice("37")}/{D(r,6)}',f'+961 7{r.choice("0168")} {D(r,3)} {D(r,3)}',f'+964 7{r.choice("578")}{D(r,1)} {D(r,3)} {D(r,4)}',f'07{r.choice("578")}{D(r,8)}']))
fam('contact','Ecuadorian and Bolivian mobiles','cel_ecu|telefono_donante',lambda r,v:r.choice([f'09{r.choice("5689")} {D(r,3)} {D(r,4)}',f'+593 9{r.choice("5689")} {D(r,3)} {D(r,4)}',f'+591 7{D(r,3)}-{D(r,4)}']))
fam('contact','Singapore block and unit address','addr_sg|res_address',lambda r,v:f'{r.choice(["Blk ","BLK ",""])}{r.randrange(1,890)}{r.choice(["","A","B",""])} {r.choice(S("Ang Mo Kio Ave|Bedok North St|Jurong West St|Tampines St|Hougang Ave|Clementi Ave|Toa Payoh Lor"))} {r.randrange(1,11)} #{r.randrange(2,26):02d}-{r.randrange(1,900):02d}{", S"+D(r,6) if not v else " Singapore "+D(r,6)}')
fam('contact','Hong Kong flat floor block estate','addr_hk|correspondence_address',lambda r,v:f'{r.choice(["Flat","Rm","FLAT"])} {L(r,1,"ABCDEFGH") if r.random()<.6 else r.randrange(101,3999)}, {r.randrange(1,45)}/F, {r.choice(["Block","Tower","Blk"])} {r.randrange(1,12)}, {r.choice(S("Mei Foo Sun Chuen|City Garden|Tai Koo Estate|Kwai Shing East Est|Lok Fu Estate|Wah Fu Est"))}, {r.choice(S("Kln|N.T.|HK|Kowloon"))}')
fam('contact','Philippine barangay address','tirahan|home_address_ph',lambda r,v:f'{r.choice(["Blk "+str(r.randrange(1,40))+" Lot "+str(r.randrange(1,60)),str(r.randrange(1,999)),"#"+str(r.randrange(1,200))])} {r.choice(S("Mabini St.|Rizal St.|Sampaguita St.|Bonifacio Ave.|Narra St.|P. Burgos"))}, {r.choice(["Brgy. ","Bgy ","Barangay "])}{r.choice(S("San Isidro|Poblacion|Sto. Niño|Bagong Silang|San Roque|Malamig"))}, {r.choice(S("Quezon City|Pasig|Cebu City|Davao City|Bacoor, Cavite"))}')
fam('contact','Costa Rican and Nicaraguan señas','direccion_senas|señas exactas',lambda r,v:f'{r.choice(S("Del parque|De la iglesia|de la pulpería La Amistad|De la escuela|del Ebais|Del semáforo|de la iglesia"))} {r.choice(["50","75","100","125","200","300"])} {r.choice(["m","mts","metros","varas"])} {r.choice(["norte","sur","al este","al oeste"])}, casa {r.choice(S("verde|blanca|esquinera|n° 12|n° 7|portón negro|dos plantas|n° 43"))}{r.choice(["",", "+r.choice(S("Heredia|Cartago|San Ramón|Masaya|Desamparados"))])}')
fam('contact','South African erf unit and suburb','physical_address|res_addr_za',lambda r,v:f'{r.choice(["Unit "+str(r.randrange(1,90))+" ","","Erf "+str(r.randrange(100,9000))+" ","No. "])}{r.randrange(1,300)} {r.choice(S("Jacaranda|Protea|Voortrekker|Nelson Mandela|Church|Kloof|Marula"))} {r.choice(S("Str|Road|Rd|Ave|Crescent"))}, {r.choice(S("Soshanguve|Mamelodi East|Khayelitsha|Chatsworth|Bellville|Umlazi|Observatory"))} {r.choice(["Ext "+str(r.randrange(1,12)),"",""])}'.strip())
fam('contact','Egyptian street address Arabic','العنوان_بالتفصيل|عنوان السكن',lambda r,v:f'{r.randrange(1,140)} {r.choice(["ش","شارع"])} {r.choice(S("الهرم|فيصل|الجمهورية|عباس العقاد|بورسعيد|السودان|الترعة|النصر"))} - {r.choice(["الدور "+str(r.randrange(1,12)),"شقة "+str(r.randrange(1,40)),"عمارة "+str(r.randrange(1,30))])} - {r.choice(S("الجيزة|مدينة نصر|شبرا|المنصورة|طنطا|حلوان"))}')
fam('contact','Quebec civic number rue app.','adresse_civique|domicile_qc',lambda r,v:f'{r.randrange(10,9900)}, {r.choice(["rue","boul.","av.","ch."])} {r.choice(S("Saint-Denis|Papineau|des Érables|Laurier Est|de la Gauchetière|Sainte-Foy|du Versant-Nord|Jarry O."))}{", app. "+str(r.randrange(1,60)) if r.random()<.5 else ""}, {r.choice(S("Montréal|Laval|Québec|Sherbrooke|Gatineau"))}')
fam('contact','German KIM mail of physicians','kim_adresse|KIM_Zuweiser',lambda r,v:(lambda a,b:(f'{r.choice(["dr.","praxis.",""])}{asc(a)}.{asc(b)}@{r.choice(["praxis","mvz","klinikum"])}-{asc(de(r)[1])}.kim.telematik.test').lower().replace(' ',''))(*de(r)),pool=40,rep=3)
fam('contact','Italian PEC mail','pec|indirizzo_pec_familiare',lambda r,v:(lambda a,b:f'{asc(a)}.{asc(b)}{r.choice(["",str(r.randrange(50,99))])}@pec.{r.choice(["ordmedici","avvocati","cittadino","postacert"])}.example'.lower().replace(' ',''))(*it(r)))
fam('contact','video visit sip address of the patient','sip_uri|tele_visit_uri',lambda r,v:(lambda a,b:f'sip:{asc(a)[0]}.{asc(b)}{r.choice(["",str(r.randrange(2,30))])}@video.{dom(r)}'.lower().replace(' ',''))(*us(r)))
fam('contact','Exchange legacy distinguished name','legacyExchangeDN|sender_dn',lambda r,v:(lambda a,b:f'/o={r.choice(["ExampleHealth","Hospital"])}/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn={asc(b)}{asc(a)[:2]}{r.choice(["",D(r,2)])}'.replace(' ','') if v else f'CN={b}\\, {a},OU=Users,OU={r.choice(["Haem","Lab","Apheresis"])},DC=hospital,DC=test')(*en(r)),pool=60,rep=2)
# ------------------------------------------------------------------ national
fam('national','Swedish HSA-id of staff','hsa_id|signerat_hsaid',lambda r,v:f'SE55{6000000000//10**6}{D(r,4)}-{L(r,4,"0123456789BCDFGHJKLMNPQR")}',pool=60,rep=3)
fam('national','Norwegian HPR number labelled','hpr_nr_lege|henviser_hpr',lambda r,v:f'HPR{r.choice([" ","-nr ",": "]) if not v else ": "}{N(r,r.choice([7,8]))}',pool=70,rep=3)
fam('national','Swiss physician GLN 7601','gln_arzt|GLN_zuweisend',lambda r,v:ean('7601'+r.choice(['000','001','002','003'])+D(r,5)),pool=80,rep=2)
def riziv(r):
    a='1'+D(r,5); c=97-int(a)%97; return a[0],a[1:],f'{c:02d}',r.choice(['000','001','003','004','580','620','930'])
fam('national','Belgian RIZIV physician','riziv_arts|inami_prescripteur',lambda r,v:(lambda x:('-' if not v else '/').join(x))(riziv(r)),pool=80,rep=2)
fam('national','Dutch BIG register','big_nummer|BIG_arts',lambda r,v:f'{r.choice("1359")}9{r.choice("0235")}{D(r,6)}01',pool=90,rep=2)
fam('national','French ADELI nine','adeli|n_adeli_infirmiere',lambda r,v:(lambda a:a if not v else f'{a[:2]} {a[2]} {a[3:8]} {a[8]}')(f'{r.choice([13,31,33,34,44,59,69,75,92,93])}{r.choice("0169")}{D(r,6)}'),pool=90,rep=2)
fam('national','Spanish número de colegiado','num_colegiado|colegiado_solicitante',lambda r,v:(lambda p:f'{p}{p}{D(r,5)}' if not v else f'Col. {p}/{p}/{D(r,5)}')(r.choice(['08','28','41','46','48','50','15'])),pool=80,rep=2)
fam('national','Italian STP and ENI foreigners','codice_stp_eni|tessera_stp',lambda r,v:f'{r.choice(["STP","STP","ENI"])}{r.choice(["030","120","150","050","080"])}{r.randrange(101,130)}{D(r,7)}')
fam('national','Peruvian EsSalud autogenerado','autogenerado|cod_asegurado_essalud',lambda r,v:f'{bd(r):%y%m%d}{r.choice("01")}{L(r,5)}00{r.randrange(1,9)}')
fam('national','Colombian foreigners CE and PPT','doc_extranjero|documento_migrante',lambda r,v:r.choice([f'CE {N(r,6)}',f'PPT {r.choice("4567")}{D(r,6)}',f'CE{N(r,6)}']))
fam('national','Haitian NIF','nif_haiti|no_nif_patient',lambda r,v:f'00{r.randrange(1,9)}-{D(r,3)}-{D(r,3)}-{D(r,1)}')
fam('national','Bahrain CPR nine','cpr_bh|CPR_NO_BAH',lambda r,v:(lambda b:f'{b:%y%m}{D(r,5)}')(bd(r)))
fam('national','Iraqi unified card twelve','رقم_البطاقة_الموحدة|national_card_irq',lambda r,v:(lambda b:f'{b:%Y}{D(r,8)}')(bd(r)))
fam('national','Libyan national number','الرقم_الوطني_ليبيا|nat_no_ly',lambda r,v:f'{r.choice("12")}{bd(r):%Y}{D(r,7)}')
fam('national','Algerian Chifa card NSS','num_chifa|nss_cnas',lambda r,v:(lambda b:f'{b:%y} {D(r,4)} {D(r,4)} {D(r,2)}' if not v else f'{b:%y}{D(r,10)}')(bd(r)))
fam('national','Senegalese CNI thirteen','cni_sn|num_carte_identite',lambda r,v:(lambda b:f'{r.choice("12")} {r.randrange(100,900)} {b:%Y} {D(r,5)}' if not v else f'{r.choice("12")}{r.randrange(100,900)}{b:%Y}{D(r,5)}')(bd(r)))
fam('national','Ivorian CMU 384','num_cmu|matricule_cnam_ci',lambda r,v:f'384{D(r,10)}')
fam('national','Malian NINA with key letter','nina|NINA_patient',lambda r,v:f'{r.choice("12")}{bd(r):%y}{r.randrange(1,13):02d}{r.randrange(1,10)}{D(r,8)}{L(r,1)}')
fam('national','Angolan bilhete de identidade','bi_angola|n_bilhete',lambda r,v:f'00{N(r,7)}{r.choice(["LA","BA","HO","UE","ME","CC","BO","ZE"])}0{r.randrange(10,59)}')
fam('national','Newfoundland MCP twelve','mcp_no|MCP',lambda r,v:(lambda s:f'{s[:3]} {s[3:6]} {s[6:9]} {s[9:]}' if not v else s)(N(r,12)))
fam('national','Centrelink CRN','crn|centrelink_ref',lambda r,v:f'{N(r,3)} {D(r,3)} {D(r,3)}{L(r,1,"ABCHJKLSTVX")}' if not v else f'{N(r,9)}{L(r,1,"ABCHJKLSTVX")}')
fam('national','US EDIPI ten digits','EDIPI|sponsor_edipi',lambda r,v:luhn('1'+D(r,8)))
fam('national','Indonesian NPWP','npwp|no_npwp_keluarga',lambda r,v:f'{D(r,2)}.{D(r,3)}.{D(r,3)}.{D(r,1)}-{r.randrange(101,960)}.000')
fam('national','Philippine TIN','tin_ph|tax_id_no',lambda r,v:f'{N(r,3)}-{D(r,3)}-{D(r,3)}'+(r.choice(['-000','-000','']) if not v else '-00000'))
fam('national','Japanese basic pension number','基礎年金番号|nenkin_no',lambda r,v:f'{N(r,4)}-{D(r,6)}')
fam('national','Taiwanese NHI card number','健保卡號|nhi_card_no',lambda r,v:f'0000{N(r,8)}')
def bis(r):
    b=d(r,1935,1999); s=f'{b:%y}{b.month+r.choice([20,40]):02d}{b.day:02d}{r.randrange(1,998):03d}'
    return s,97-int(s)%97
fam('national','Belgian BIS number','bis_nummer|numéro_bis',lambda r,v:(lambda s,c:f'{s[:2]}.{s[2:4]}.{s[4:6]}-{s[6:]}.{c:02d}' if not v else f'{s}{c:02d}')(*bis(r)))
fam('national','Galician CIP with letters','cip_sergas|CIP_autonomico_gal',lambda r,v:f'{bd(r):%y%m%d}{L(r,4,"ACFGLMPRSVB")}{r.choice("01")}{D(r,3)}')
fam('national','Swiss EPR-SPID','epr_spid|EPD_PID',lambda r,v:luhn('761337610'+D(r,8)))
fam('national','Brazilian CRNM of foreigners','crnm_rne|doc_estrangeiro',lambda r,v:f'{r.choice("VWGYF")}{D(r,6)}-{r.choice("0123456789ABXZ")}')
fam('national','Argentine PAMI affiliate','nro_afiliado_pami|afiliado_obra_social',lambda r,v:f'150{N(r,9)}{"/" if not v else " "}{r.choice(["00","00","01","02"])}')
fam('national','Mexican INE IDMEX','ine_idmex|clave_ine_cic',lambda r,v:f'IDMEX{N(r,10)}')
def ykn(r):
    s=[9,9]+[r.randrange(10) for _ in range(7)]; a=(7*sum(s[0:9:2])-sum(s[1:8:2]))%10; s.append(a); s.append(sum(s)%10); return ''.join(map(str,s))
fam('national','Turkish foreigners number 99','yabanci_kimlik_no|YKN',lambda r,v:ykn(r))
def rno(r):
    s=f'{(d(r,1938,2005)-dt.date(1899,12,31)).days:05d}{D(r,4)}'; return s+str(sum(int(c)*w for c,w in zip(s,[-1,5,7,9,4,6,10,5,7]))%11%10)
fam('national','Ukrainian RNOKPP ten','рнокпп|ІПН_пацієнта',lambda r,v:rno(r))
# ------------------------------------------------------------------ record
fam('record','IHE PIX identifier with assigning authority','pid3_cx|PID.3',lambda r,v:f'{N(r,r.choice([7,8]))}^^^&1.2.276.0.76.3.1.{"78" if not v else "311"}.1&ISO^{r.choice(["PI","PI","MR"])}')
fam('record','FHIR identifier system pipe value','identifier_system_value|Patient.identifier.0',lambda r,v:f'{"urn:oid:2.16.840.1.113883.19.5" if not v else "http://hospital.example/fhir/sid/mrn"}|{N(r,8)}',rep=3)
fam('record','VA integration control number','PatientICN|VA_ICN',lambda r,v:f'10{D(r,8)}V{D(r,6)}',rep=3)
fam('record','Eurocode blood bag number','Konserven_Nr_EC|eurocode_spende',lambda r,v:f'276{r.choice(["0031","0114","0207","0322"])}{r.choice(["23","24","25"])}{D(r,6)}' if not v else f'276 {r.choice(["0031","0114","0207"])} {r.choice(["23","24"])} {D(r,6)} {L(r,1)}',)
fam('record','Beaker accession year day letters','beaker_acc|accession_num_lis',lambda r,v:f'{r.randrange(19,26)}{r.choice("UHCM")}-{r.randrange(1,366):03d}{r.choice(["HE","CH","CO","BB","FL"])}{r.randrange(1,9999):04d}')
fam('record','Cerner accession eighteen','cerner_accession|ACCN_NBR',lambda r,v:f'00000{d(r,2018,2025):%Y%j}{D(r,6)}')
fam('record','HLA laboratory number with relation suffix','hla_lab_nr|HLA-Nr.',lambda r,v:f'HLA{"-" if not v else " "}{r.randrange(16,26)}-{r.randrange(40,9800):05d}{r.choice(["","","","-M","-V","-S1","-S2"])}')
fam('record','Orbis Fallnummer with Fachabteilung','orbis_fall|Aufnahmenr_ORBIS',lambda r,v:f'{r.choice(["HAE","RHE","INN","KMT"])}-{r.randrange(2014,2026)}-{N(r,6)}')
fam('record','TrakCare URN eight with check letter','trak_urn|hospital_UR',lambda r,v:f'UR{N(r,7)}{L(r,1)}',rep=3)
fam('record','TRUMP registration of Japan','TRUMP_登録番号|一元管理番号',lambda r,v:f'{r.randrange(1,13):02d}-{N(r,4)}-{D(r,5)}-{r.randrange(1,3)}')
fam('record','Eurotransplant recipient number with check','ET_recipient_no|tx_registry_code',lambda r,v:f'ET{"#" if not v else " "}{N(r,6)}-{r.choice("0123456789")}' )
fam('record','Brazilian AIH thirteen','n_aih|APAC_numero',lambda r,v:f'{r.choice(["35","33","31","41","43"])}{r.randrange(18,26)}{r.choice("12")}{D(r,7)}-{D(r,1)}')
fam('record','Italian NRE prescription','nre_ricetta|NRE',lambda r,v:f'{r.choice(["0300A","1200A","0500A","1500A","0800A"])}4{D(r,9)}')
fam('record','Chilean licencia médica folio','folio_licencia|n_lic_medica',lambda r,v:f'{r.choice("123")}-{N(r,8)}-{r.choice("0123456789K")}')
fam('record','biobank aliquot with donor and visit','aliquot_id|cryovial_name',lambda r,v:f'BB{r.randrange(100,1900):05d}-{r.choice(["V1","V2","V3","V5"])}-{r.choice(["PL","SE","BC","DNA","PBMC"])}-{r.randrange(1,9):02d}' if not v else f'BIO-{N(r,7)}.{r.choice(["EDTA","SER","PAX"])}.{r.randrange(1,6)}',rep=2)
fam('record','flow file names with sample number','fcs_file|FILENAME_LMD',lambda r,v:f'{d(r,2017,2025):%y%m%d}_{N(r,6)}_{r.choice(["PNH","Tcell","LSC","CD34"])}_{r.randrange(1,9):03d}.fcs' if not v else f'{r.choice(["KM","PB"])} {N(r,6)}-{r.randrange(18,26)} {r.choice(["T-Zell","HSC","MRD"])} {r.randrange(1,99999):08d}.LMD')
fam('record','apheresis run and donor number','aph_run_id|collection_id',lambda r,v:f'APH{r.randrange(15,26)}-{r.randrange(1,900):04d}/{r.choice("1123")}/D{N(r,6)}')
fam('record','wearable serial worn by the patient','actigraph_serial|holter_recorder_sn',lambda r,v:f'TAS1{r.choice("DEFGH")}{D(r,8)}' if not v else f'SN MOS2{r.choice("ABDE")}{D(r,8)}',rep=6)
# ------------------------------------------------------------------ date
def hm(r): return r.randrange(6,21),r.choice([0,5,10,12,15,20,25,30,35,40,45,48,50,55])
def H(r): return '%02d:%02d'%hm(r)
MM=lambda s:s.split('|')
fam('date','FHIR period start slash end','encounter_period|Encounter.period',lambda r,v:(lambda a:f'{a}/{a+dt.timedelta(days=r.randrange(1,45))}' if r.random()<.85 else f'{a}/..')(d(r)))
fam('date','JDBC timestamp with point zero','START_DATE|update_date_i2b2',lambda r,v:f'{d(r)} {"00:00:00.0" if not v else H(r)+":"+"%02d"%r.randrange(60)+".0"}')
fam('date','BigQuery timestamp UTC','measurement_ts|specimen_received_at',lambda r,v:f'{d(r)} {H(r)}:{r.randrange(60):02d} UTC')
fam('date','pandas Timestamp representation','visit_ts|infusion_ts',lambda r,v:f"Timestamp('{d(r)} {'00:00:00' if not v else H(r)+':00'}')")
fam('date','year day month slash','DT_YDM|fecha_export',lambda r,v:f'{d(r):%Y/%d/%m}' if not v else f'{d(r):%Y-%d-%m}')
fam('date','C asctime with weekday','acq_time|run_started',lambda r,v:(lambda a:f'{a:%a} {Mon[a.month-1]} {a.day:2d} {H(r)}:{r.randrange(60):02d} {a.year}')(d(r)))
fam('date','FCS date and begin time','fcs_date_btim|$DATE_$BTIM',lambda r,v:(lambda a:f'{a.day:02d}-{MON[a.month-1]}-{a.year} {H(r)}:{r.randrange(60):02d}{".00" if v else ""}')(d(r)))
fam('date','collected label from tube','coll_label|draw_stamp',lambda r,v:(lambda a:f'Coll: {a.day:02d}{Mon[a.month-1]}{a:%y} {r.randrange(6,20):02d}{r.randrange(0,60):02d}' if not v else f'COLLECTED {a.month}/{a.day}/{a:%y} @{r.randrange(6,20):02d}{r.randrange(0,60):02d}')(d(r)))
fam('date','day zero label with date','D0_label|tx_day_txt',lambda r,v:(lambda a:f'D0={a:%d.%m.%Y}' if not v else f'Day 0: {a.day}-{Mon[a.month-1]}-{a.year}')(d(r)))
fam('date','Levant Arabic month names','تاريخ_الزرع_شام|تاريخ_السحب',lambda r,v:(lambda a:f'{a.day} {MM("كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول")[a.month-1]} {a.year}')(d(r)))
fam('date','Maghreb Arabic month names','تاريخ_الدخول_تونس|تاريخ_الفحص',lambda r,v:(lambda a:f'{a.day} {MM("جانفي|فيفري|مارس|أفريل|ماي|جوان|جويلية|أوت|سبتمبر|أكتوبر|نوفمبر|ديسمبر")[a.month-1]} {a.year}')(d(r)))
fam('date','Afghan solar month names','تاریخ_مراجعه_کابل|نیټه',lambda r,v:f'{r.randrange(1,30)} {r.choice(MM("حمل|ثور|جوزا|سرطان|اسد|سنبله|میزان|عقرب|قوس|جدی|دلو|حوت"))} {r.randrange(1385,1404)}')
fam('date','Belarusian month genitive','дата_перасадкі|дата_візіту',lambda r,v:(lambda a:f'{a.day} {MM("студзеня|лютага|сакавіка|красавіка|мая|чэрвеня|ліпеня|жніўня|верасня|кастрычніка|лістапада|снежня")[a.month-1]} {a.year}{" г." if v else ""}')(d(r)))
fam('date','Malayalam month words','തീയതി|പരിശോധന_തീയതി',lambda r,v:(lambda a:f'{a.day} {MM("ജനുവരി|ഫെബ്രുവരി|മാർച്ച്|ഏപ്രിൽ|മേയ്|ജൂൺ|ജൂലൈ|ഓഗസ്റ്റ്|സെപ്റ്റംബർ|ഒക്ടോബർ|നവംബർ|ഡിസംബർ")[a.month-1]} {a.year}')(d(r)))
fam('date','Sinhala year month day','දිනය|ඇතුළත්_දිනය',lambda r,v:(lambda a:f'{a.year} {MM("ජනවාරි|පෙබරවාරි|මාර්තු|අප්‍රේල්|මැයි|ජූනි|ජූලි|අගෝස්තු|සැප්තැම්බර්|ඔක්තෝබර්|නොවැම්බර්|දෙසැම්බර්")[a.month-1]} {a.day}')(d(r)))
fam('date','Khmer day month words','កាលបរិច្ឆេទ|ថ្ងៃទទួល',lambda r,v:(lambda a:f'ថ្ងៃទី{a.day} ខែ{MM("មករា|កុម្ភៈ|មីនា|មេសា|ឧសភា|មិថុនា|កក្កដា|សីហា|កញ្ញា|តុលា|វិច្ឆិកា|ធ្នូ")[a.month-1]} ឆ្នាំ{a.year}')(d(r)))
fam('date','Luxembourgish month words','datum_visitt|Prouf_Datum',lambda r,v:(lambda a:f'{a.day}. {MM("Januar|Februar|Mäerz|Abrëll|Mee|Juni|Juli|August|September|Oktober|November|Dezember")[a.month-1]} {a.year}')(d(r)))
fam('date','Lithuanian iso with d.','data_tyrimo|apsilankymo_data',lambda r,v:f'{d(r)} d.' if not v else (lambda a:f'{a.year} m. {a.month:02d} mėn. {a.day:02d} d.')(d(r)))
fam('date','Fitbit month first short with clock','sleep_start|fitbit_dateTime',lambda r,v:(lambda a:f'{a:%m/%d/%y} {r.randrange(0,24):02d}:{r.randrange(60):02d}:{r.choice(["00","30"])}')(d(r,2016,2025)),n=(120,300))
fam('date','ePRO completion day with middle dot','completed_on|diary_saved',lambda r,v:(lambda a:f'{a.day} {Mon[a.month-1]} {a.year} · {H(r)}')(d(r,2016,2025)))
fam('date','compact date as float','RECVDT|dat_prelevement_num',lambda r,v:f'{d(r):%Y%m%d}.0' if not v else f'{d(r):%d%m%Y}.0')
fam('date','event date behind registry form name','form_and_date|last_form_done',lambda r,v:(lambda a:f'{r.choice(["MED-A Day 0","MED-A Day 100","MED-A annual","Form 2100","Form 2400","Form 2450"])} {"completed" if v else "rec."} {a:%d/%m/%Y}')(d(r)))
fam('date','HLA report dates of both typings','typing_dates|hla_conf_dates',lambda r,v:(lambda a:f'1st {a:%d/%m/%Y}; CT {a+dt.timedelta(days=r.randrange(10,120)):%d/%m/%Y}')(d(r)))
fam('date','donor clearance validity until','donor_cleared_until|clearance_valid',lambda r,v:(lambda a:f'valid until {a:%d-%b-%Y}' if not v else f'gültig bis {a:%d.%m.%Y}')(d(r)))
fam('date','OMOP period start to end arrow','obs_period|drug_era_span',lambda r,v:(lambda a:f'{a} -> {a+dt.timedelta(days=r.randrange(20,3000))}' if not v else f'[{a}, {a+dt.timedelta(days=r.randrange(20,900))})')(d(r,1999,2018)))
fam('date','Dutch short slash apostrophe year','datum_afname_lab|afnamedat',lambda r,v:(lambda a:f"{a.day}/{a.month}/'{a:%y}" if not v else f"{a.day}-{a.month}-'{a:%y}")(d(r)))
# ------------------------------------------------------------------ birth
fam('birth','FHIR birthDate with deceased flag','birthDate_deceased|Patient.birthDate',lambda r,v:f'{bd(r)}'+('' if v else r.choice(['|false','|false','|true'])))
fam('birth','HL7 PID-7 with zero time','PID_7|DateTimeOfBirth',lambda r,v:f'{bd(r):%Y%m%d}{"0000" if not v else "000000"}')
fam('birth','DICOM birth with age string','PatientBirthDate_Age|(0010,0030)',lambda r,v:(lambda b:f'{b:%Y%m%d} {min(2024-b.year,99):03d}Y' if not v else f'{b:%Y.%m.%d}')(bd(r)))
fam('birth','OMOP birth parts joined','birth_ymd_parts|y_m_d_of_birth',lambda r,v:(lambda b:f'{b.year}|{b.month}|{b.day}' if not v else f'{b.year},{b.month},{b.day}')(bd(r)))
fam('birth','Spanish nacido el with long date','nacido_el|nacimiento_texto',lambda r,v:(lambda b:f'nacid{r.choice("oa")} el {b.day} de {MM("enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre")[b.month-1]} de {b.year}')(bd(r)))
fam('birth','Iraqi Levant births with mawalid','المواليد|تولد',lambda r,v:(lambda b:f'مواليد {b.year}/{b.month}/{b.day}' if not v else f'{b.day}/{b.month}/{b.year} مواليد')(bd(r)))
fam('birth','Portuguese nasc. two digit year','data_nasc_abrev|nasc_doador',lambda r,v:(lambda b:f'nasc. {b:%d/%m/%y}' if not v else f'Nasc {b:%d-%m-%Y}')(bd(r)))
fam('birth','Chilean F. Nac. with weight of children','f_nac_peso|fnac_nino',lambda r,v:(lambda b:f'{b:%d-%m-%Y} ({r.randrange(2400,4300)} g)')(d(r,2004,2021)))
fam('birth','donor birth with GRID style sex','donor_dob_sex|spender_geb_geschl',lambda r,v:(lambda b:f'{b:%d%b%Y}/{r.choice("MF")}'.upper() if not v else f'{b:%d.%m.%Y}, {r.choice("mw")}')(d(r,1958,2004)))
# ------------------------------------------------------------------ age
def old(r): return r.randrange(90,102) if r.random()<.27 else int(min(89,max(18,r.gauss(68,14))))
fam('age','UCUM age quantity a','ageQuantity|Condition.onsetAge',lambda r,v:f'{old(r)} a' if not v else f'{old(r)} {{years}}')
fam('age','DICOM age string years','PatientAge|(0010,1010)',lambda r,v:f'{old(r):03d}Y')
fam('age','ISO duration age','age_iso|age_at_condition_start',lambda r,v:f'P{old(r)}Y' if not v else f'P{old(r)}Y{r.randrange(12)}M')
fam('age','Icelandic and Faroese ára','aldur|aldur_við_innlögn',lambda r,v:f'{old(r)} ára')
fam('age','Romanian ani','varsta|vârsta_pacient',lambda r,v:(lambda a:f'{a} {"de " if (a%100>19 or a%100==0) else ""}ani' if not v else f'{a} ani')(old(r)))
fam('age','Malay and Filipino years','umur_tahun|edad_taon',lambda r,v:f'{old(r)} tahun' if not v else f'{old(r)} taong gulang')
fam('age','age at death capture label','age_at_death_txt|umri_v',lambda r,v:f'died aged {old(r)}' if not v else f'deceased, {old(r)} yrs')
# ------------------------------------------------------------------ postcode
fam('postcode','Crown dependencies and Gibraltar','postcode_ci|addr_pc_islands',lambda r,v:r.choice([f'JE{r.choice("23")} {D(r,1)}{L(r,2,"ABDEFGHJLNPQRSTUWXYZ")}',f'GY{r.randrange(1,10)} {D(r,1)}{L(r,2,"ABDEFGHJLNPQRSTUWXYZ")}',f'IM{r.randrange(1,10)} {D(r,1)}{L(r,2,"ABDEFGHJLNPQRSTUWXYZ")}']))
fam('postcode','Kenyan five with post town','postal_code_ke|postcode_town',lambda r,v:(lambda a:f'{a[0]}{r.randrange(0,10)}{r.randrange(0,10)} {a[1]}' if not v else f'{a[1]}-{a[0]}{r.randrange(0,10)}{r.randrange(0,10)}')(r.choice([('001','Nairobi'),('002','Nairobi'),('801','Mombasa'),('401','Kisumu'),('301','Eldoret'),('201','Nakuru')])))
fam('postcode','Chilean seven digits with dash','cod_postal_cl|CP_paciente',lambda r,v:f'{r.choice("123456789")}{D(r,2)}-{D(r,4)}' if v else f'CP {N(r,7)}')
fam('postcode','Saint Lucia and other Caribbean','postal_code_car|pcode_home',lambda r,v:r.choice([f'LC0{r.randrange(1,9)}  {D(r,3)}',f'VC0{D(r,3)}',f'AI-2640',f'VG11{r.randrange(10,60)}',f'BB{r.randrange(11000,29000)}']))
fam('postcode','Colombian six digits with departamento','codigo_postal_co|cod_postal_residencia',lambda r,v:(lambda a:f'{a[0]}{D(r,4)} {a[1]}' if not v else f'{a[0]}{D(r,4)}')(r.choice([('11','Bogotá D.C.'),('05','Antioquia'),('76','Valle'),('08','Atlántico'),('68','Santander')])))
fam('postcode','Algerian five with wilaya','code_postal_dz|cp_wilaya',lambda r,v:(lambda a:f'{a[0]}{D(r,3)} {a[1]}')(r.choice([('16','Alger'),('31','Oran'),('25','Constantine'),('23','Annaba'),('15','Tizi Ouzou'),('09','Blida')])))
fam('postcode','Saudi short national address','short_address|العنوان_المختصر',lambda r,v:f'R{L(r,1,"AHRCQ")}{L(r,2)}{N(r,4)}' if not v else f'{L(r,1,"RJEMA")}{L(r,3)} {N(r,4)}')
fam('postcode','Nigerian six with state','postal_code_ng|zip_state',lambda r,v:(lambda a:f'{a[0]}{D(r,3)} {a[1]}' if not v else f'{a[1]} {a[0]}{D(r,3)}')(r.choice([('100','Lagos'),('900','FCT'),('200','Oyo'),('700','Kano'),('500','Rivers'),('400','Enugu')])))
fam('postcode','Azerbaijani and Moldovan prefixes','poçt_indeksi|cod_poștal_md',lambda r,v:f'AZ{r.choice(["10","11","20","50","63"])}{D(r,2)}' if not v else f'MD-{r.choice("234567")}{D(r,3)}')
# ------------------------------------------------------------------ ip
def ip(r): return r.choice([f'10.{r.randrange(256)}.{r.randrange(256)}.{r.randrange(1,255)}',f'192.168.{r.randrange(256)}.{r.randrange(1,255)}',f'203.0.113.{r.randrange(1,255)}',f'198.51.100.{r.randrange(1,255)}'])
fam('ip','FHIR AuditEvent agent network','agent_network|AuditEvent.agent.network',lambda r,v:f'{ip(r)}|2' if not v else f'type=2;address={ip(r)}',rep=2)
fam('ip','DICOM AE title at host and port','sending_ae|StationAE_host',lambda r,v:f'{r.choice(["CT01","MR2","PETCT","US_WARD","XR7"])}@{ip(r)}:{r.choice(["104","11112","4242"])}',rep=2)
fam('ip','wearable hub Bluetooth MAC with signal','ble_scan|gateway_seen',lambda r,v:':'.join(hx(r,2).upper() for _ in range(6))+(f' RSSI {-r.randrange(40,98)}' if not v else f' ({-r.randrange(40,98)} dBm)'),rep=5,pool=40)
fam('ip','cloud private host names with address','client_host|submit_host',lambda r,v:f'ip-10-{r.randrange(256)}-{r.randrange(256)}-{r.randrange(1,255)}.eu-central-1.compute.internal.test' if not v else f'ip-172-31-{r.randrange(256)}-{r.randrange(1,255)}',rep=2)
# ------------------------------------------------------------------ url
fam('url','FHIR Binary attachments','content_attachment_url|DocumentReference.content.url',lambda r,v:f'https://fhir.{r.choice(["hospital","registry"])}.example/r4/Binary/{hx(r,8)}-{hx(r,4)}-4{hx(r,3)}-a{hx(r,3)}-{hx(r,12)}')
fam('url','XNAT experiment links','xnat_link|scan_url',lambda r,v:f'https://xnat.imaging.test/data/projects/{r.choice(["SCTAI","BMTMR"])}/subjects/XNAT_S{D(r,5)}/experiments/XNAT_E{D(r,5)}')
fam('url','personal OneDrive files of staff','lab_report_link|source_doc_onedrive',lambda r,v:(lambda a,b:f'https://hosp-my.sharepoint.example/personal/{asc(a)}_{asc(b)}_hosp_example/Documents/{r.choice(["Befunde","HLA","Reports"])}/{N(r,6)}.pdf'.lower().replace(' ','') )(*de(r)))
fam('url','flow data share of the laboratory','raw_data_share|fcs_path',lambda r,v:(lambda a,b:f'\\\\flowsrv{r.randrange(1,4)}\\raw\\{r.randrange(2016,2026)}\\{asc(b).upper()}_{asc(a)[0]}\\{r.choice(["PNH","TBNK","CD34"])}.fcs' if not v else f'smb://lims.lab.test/export/{asc(b).lower()}_{N(r,5)}/report.pdf')(*de(r)))
# ------------------------------------------------------------------ text
def T(name,cols,a,b,c,**o):
    A,B,C=S(a),S(b),S(c)
    o.setdefault('miss',.25)
    o.setdefault('n',(40,150))
    def g(r,v):
        out=r.sample(A,r.choice([1,1,2]))+r.sample(B,r.choice([1,2,2,3]))
        if r.random()<.25: out=out[::-1]
        if r.random()<.6: out.append(r.choice(C))
        while len(' '.join(out))<25: out.append(r.choice(B))
        return ' '.join(x.replace('#',str(r.randrange(2,15))) for x in out)
    fam('text',name,cols,g,**o)
T('flow cytometry interpretation of the patient','flow_interpretation|cyto_conclusion','Sample of the patient # hours old, viability slightly reduced.|PNH clone has grown since the last sample of this lady.|No aberrant T cell population was seen in this patient.|Patient known with aplastic anaemia, small clone as before.','B cells remain absent # weeks after rituximab.|The clone in granulocytes is #%, red cells cannot be judged after transfusion.|He had told the ward of dark urine, please correlate.|Naive T cells are still few for his age.|Few events were acquired because the tube was half full.','Please repeat in three months.|Discussed with the ward doctor by phone.|A fresh sample would be welcome.')
T('HLA laboratory comment on family typing','hla_comment|typing_remark','The brother shares both haplotypes with the patient.|The mother refused to be typed, haplotypes were inferred.|Patient heavily transfused, typed from buccal swab.|Sister of # years is haploidentical, crossmatch negative.','Her antibodies against the maternal antigens are rising.|The son lives abroad and will send blood next month.|Confirmatory typing of the patient still to be received.|She had three pregnancies and is broadly sensitised.','Second sample requested.|Case discussed in the donor meeting.|Report to be amended.')
T('blood bank remarks on crossmatch and reaction','bb_remark|transfusion_note','Patient has warm autoantibody, least incompatible units issued.|Patient developed rigors # minutes into the second unit.|Known anti-K and anti-E from the hospital where she was treated before.|Group changed after transplant, please use O units for him.','Hb rose only a little after two units.|The daughter mentions a reaction in childhood.|Clerical check was clear, culture of the bag negative.|He needs irradiated components for life.','Haematologist informed.|Washed units recommended.|Report sent to haemovigilance.')
T('clinical pharmacist interventions','pharm_intervention|rx_clarification','Ciclosporin level too high, patient had eaten grapefruit.|Patient takes St John wort from her neighbour.|He cannot swallow the capsules, switched to solution.|Asked prescriber why co-trimoxazole was stopped in this patient.','Wife sets out his tablets in a weekly box.|She is worried about the cost of eltrombopag.|Dose reduced by # mg after a call with the ward.|Says he forgets the evening dose when he works late.','Prescriber accepted.|To be reviewed on Friday.|No answer yet.')
T('Spanish echocardiogram conclusions','conclusion_eco|informe_eco_libre','Paciente con mala ventana acústica, estudio limitado.|Ventrículo izquierdo no dilatado con función conservada en este paciente.|Se compara con el estudio de hace # meses.|La paciente refiere disnea desde el alta.','Derrame pericárdico ligero sin compromiso.|Insuficiencia mitral ligera que ya conocíamos.|Acude acompañada de su hija y está muy nerviosa.|Presión pulmonar algo elevada respecto al previo.','Se recomienda control.|Comentado con su hematólogo.')
T('German endoscopy reports','Befund_Endoskopie|GVHD_Kolo_Text','Der Patient toleriert die Untersuchung gut unter Sedierung.|Patientin mit wässrigen Durchfällen seit # Tagen.|Bekannte GvHD des Darms, Kontrolle auf Wunsch der Station.','Die Schleimhaut ist ödematös und leicht verletzlich.|Es wurden # Biopsien aus Duodenum und Kolon entnommen.|Seine Frau berichtet, er esse kaum noch.|Kein Hinweis auf CMV-Ulzera.','Histologie abwarten.|Steroide vorerst weiter.|Rücksprache mit Oberarzt erfolgt.')
T('French dietitian notes','note_dieteticienne|bilan_nutrition_texte','Mme mange très peu depuis la greffe, dégoût des viandes.|Patient vu avec son épouse, perte de # % du poids.|Il refuse la sonde et préfère les compléments.|Patiente fatiguée, apports estimés au tiers des besoins.','Goût métallique avec les antibiotiques.|Sa fille lui apporte des plats le soir.|Mucite en cours de guérison, textures mixées.|Il boit # verres par jour selon l’infirmière.','À revoir lundi.|Nutrition parentérale à discuter en staff.')
T('Dutch physiotherapy reports','fysio_verslag|notitie_fysiotherapeut','Patiënt loopt # minuten op de gang zonder pauze.|Mevrouw is bang om te vallen en oefent alleen met hulp.|Meneer heeft sinds de prednison zwakke bovenbenen.','Haar man helpt thuis met de trap.|Conditie is wisselend, gisteren nog koorts.|Hij wil graag weer fietsen naar zijn werk.|Saturatie daalt tot 88 tijdens het lopen.','Morgen verder.|Schema meegegeven.')
T('Portuguese social worker notes','relatorio_servico_social|nota_assistente_social','Doente vive sozinha num segundo andar sem elevador.|Utente desempregado desde o transplante, esposa sem rendimentos.|A mãe acompanha o menino no hospital há # dias.','Pedido de transporte entregue hoje.|Tem três filhos menores ao cuidado da avó.|Mostra-se triste e diz que quer voltar para a aldeia.|Recebe baixa médica há # semanas.','Mantém seguimento.|Reencaminhada para a junta.')
T('Italian psychologist reports','relazione_psicologa|colloquio_psico','La paziente racconta di dormire poco da # settimane.|Il signore si sente di peso alla famiglia.|Colloquio con i genitori, il bambino disegna la stanza sterile.','Teme che la malattia ritorni dopo il trapianto.|Il marito non viene più in reparto e lei ne soffre.|Appare orientato, umore basso, nessuna idea di morte.|Parla volentieri della sorella che ha donato.','Si propone un nuovo incontro.|Contatto con il medico di base.')
T('Danish ePRO comments','kommentar_epro|bemærk_patient','Jeg har haft ondt i munden i # dage og spiser kun suppe.|Min mand siger jeg er blevet glemsom efter transplantationen.|Jeg kunne ikke svare i går, fordi jeg var indlagt.|Kløe over hele kroppen om natten.','Jeg tager stadig binyrebarkhormon hver morgen.|Det hjælper at gå en tur med hunden.|Jeg er nervøs for blodprøven på fredag.|Appetitten er bedre end sidste uge.','Ring gerne til mig.|Tak for hjælpen.',miss=.5)
T('donor coordinator log','donor_log|coord_comments','Donor called back, she is willing but pregnant for # weeks.|He cannot get leave from his employer before May.|Brother failed medical because of high blood pressure.|Donor complained of bone pain on the third day of G-CSF.','Her partner has many worries about the anaesthesia.|Peripheral harvest agreed after talk with the registry.|Veins poor on both arms, line may be needed.|Recipient worsened, date moved by # days.','Registry informed.|Backup donor contacted.')
T('apheresis nurse notes','apheresis_note|leuka_remarks','Patient felt tingling around the lips after # minutes, calcium given.|Right arm access infiltrated, changed to left.|Young man anxious at start, mother stayed with him.','Procedure paused # minutes for toilet.|She slept most of the time and felt well at the end.|Interface unstable, lipaemic plasma after breakfast.|Platelets low, pressed the site for a long time.','Second day planned.|Sent home with husband.')
T('registry form comment field on relapse and death','additional_info_medA|comments_fu','Patient lost to our centre, followed now by GP near her home.|Relapse of ITP # months after transplant, second mobilisation refused.|Patient died at home, family did not want autopsy.|Information from the husband by phone.','Cause is probably sepsis but cultures stayed negative.|Still on # mg of prednisone according to last letter.|Secondary tumour of the thyroid was operated elsewhere.|She delivered a healthy girl after natural conception.','Query answered by centre.|To be checked at audit.',miss=.6)
T('Turkish narratives of death and illness','olum_aciklama|vefat_oykusu','Hasta nakilden # gün sonra solunum yetmezliği ile yoğun bakıma alındı.|Evde fenalaşmış, oğlu ambulans çağırmış.|Mantar enfeksiyonu düşünülerek tedavi değiştirildi fakat hasta kaybedildi.','Ailesi bilgilendirildi ve otopsi istemedi.|Son kontrolde trombositleri düşüktü ve burun kanaması vardı.|Eşi ilaçlarını düzenli almadığını söyledi.|Kan kültüründe üreme oldu.','Dosya kapatıldı.|Rapor gönderildi.',miss=.4)
T('Polish psychiatric consultations','konsultacja_psych|opis_konsultacji','Pacjent od # tygodni nie śpi, obwinia się o chorobę.|Chora spokojna, w kontakcie, płacze gdy mówi o dzieciach.|Mąż zgłasza, że żona jest drażliwa po sterydach.','Myśli samobójcze neguje.|Boi się powrotu do domu po przeszczepie.|Zalecono sertralinę 50 mg i rozmowę z psychologiem.|W wywiadzie leczona z powodu lęku.','Kontrola za tydzień.|Zgoda na leczenie jest.')
T('Russian marrow biopsy conclusions','заключение_трепанобиопсии|описание_кмп','У больной картина гипоплазии кроветворения, мегакариоциты единичные.|Препарат бедный, больной получал Г-КСФ # дней назад.|По сравнению с прошлым исследованием клеточность выросла до # %.','Данных за рецидив у пациента не получено.|Клинически беспокоит слабость и носовые кровотечения.|Реакция на стероиды со слов врача слабая.|Рекомендуем повторить после отмены препарата.','Консультирован на кафедре.|Стёкла отправлены на пересмотр.')
T('Catalan and Galician clinic remarks','observacions_clínica|observacións_consulta','La pacient explica que es cansa en pujar escales des de fa # dies.|El noi torna a classe i fa vida normal.|A doente di que leva # días con febre pola noite.|Vén co seu fillo e está preocupada polas plaquetas.','Es redueix la prednisona i tornarà en quinze dies.|No vol més transfusions per motius religiosos.|Mantén o tratamento e pídese analítica nova.|El marit confirma que pren bé la medicació.','Control en un mes.|Chamarase por teléfono.')
# ------------------------------------------------------------------ harmless numbers
import math
def fmt(x,dec,c=False):
    s=f'{x:.{dec}f}'
    return s.replace('.',',') if c else s
def num(name,cols,med,sig,dec,unit='',lod=None,form=None,norm=False,lo=None,hi=None,**o):
    """two columns: first bare, second in `form`: u unit behind, c comma, l below limit, b both columns with unit, cu comma+unit"""
    if dec==0 and med>150: form='b'
    form=form or ('l' if lod else 'u' if unit else 'c')
    def g(r,v):
        x=r.gauss(med,sig) if norm else med*math.exp(r.gauss(0,sig))
        if lo is not None: x=max(lo,x)
        if hi is not None: x=min(hi,x)
        if lod and x<lod: return ('<' if r.random()<.8 else '< ')+fmt(lod,dec,v and 'c' in form)+(' '+unit if form=='b' else '')
        s=fmt(x,dec,v and 'c' in form)
        if (v and 'u' in form) or form=='b': s+=' '+unit
        return s
    fam('harmless',name,cols,g,**o)
LAB='''haemopexin g/L|hpx|Hämopexin|.75|.3|2|g/l|.05|lc
ceruloplasmin mg/dL|ceruloplasmin|cerulo_res|27|.22|1|mg/dL||u
alpha-1 antitrypsin|aat_serum|a1_antitripsina|1.45|.2|2|g/L||cu
soluble transferrin receptor|stfr|sTfR mg/l|3.1|.5|2|mg/L||u
serum copper|cu_serum|Kupfer im Serum|17.2|.25|1|µmol/L||cu
selenium|se_plasma|selenium_ug|84|.25|0|µg/L||u
vitamins A E|vit_a_umol|vitE_umol|1.9|.35|2|µmol/L||u
bile acids total|tba|Gallensäuren|5.2|.9|1|µmol/L|1.0|lc
serum amylase|amyl|amylase_u|58|.45|0|U/L||u
cystatin C|cysc|cystatine C|.97|.3|2|mg/L||cu
NGAL urine|ungal|NGAL_ng|22|.9|1|ng/mL|3.0|l
soluble C5b-9|sc5b9|sC5b-9 ng/ml|235|.5|0|ng/mL||u
CH50 total complement|ch50|CH50_Ergebnis|48|.35|1|U/mL|10|l
C1q binding intensity|c1q_level|C1q_mg_dl|17.5|.25|1|mg/dL||u
coagulation factor VIII|fviii_act|Faktor VIII|128|.4|0|%||u
factor VIII inhibitor|fviii_inh|inhibidor_fviii|1.8|1.5|1|BU/mL|0.6|l
ristocetin cofactor|vwf_rco|RCo_pct|105|.45|0|%||u
platelet function closure time|pfa_epi|PFA-100 Kollagen/ADP|138|.3|0|s||u
ROTEM clotting time|extem_ct|rotem_intem_ct|66|.22|0|s||u
ROTEM clot firmness|extem_mcf|fibtem_mcf_mm|52|.22|0|mm||u
anti-Xa activity|antixa|anti_Xa HBPM|.42|.7|2|IU/mL|0.10|lc
protein C and S activity|prot_c|prot_s_libre|92|.25|0|%||u
dRVVT ratio lupus|drvvt_ratio|LA_confirm_ratio|1.09|.15|2|ratio||c
thrombin generation peak|tga_peak|etp_nm|245|.35|0|nM||u
HbF fraction|hbf_pct|HPLC HbF|2.1|1.1|1|%|0.5|l
HbS fraction|hbs_pct|HbS %|36|.35|1|%||cu
G6PD activity|g6pd|G6PD U/g|10.4|.25|1|U/g Hb||u
pyruvate kinase|pk_act|piruvato_quinasi|9.1|.25|1|U/g Hb||cu
EMA binding reduction|ema_mcf_ratio|EMA Test|.98|.09|2|ratio||c
eculizumab trough|ecu_trough|eculizumab_ccons|168|.5|0|µg/mL|10|l
rituximab serum|rtx_conc|taux_rituximab|14|1.3|1|µg/mL|0.5|lc
sirolimus trough|siro_lvl|Sirolimus Talspiegel|7.9|.4|1|ng/mL|1.0|l
posaconazole trough|posa|posaconazol_mg_l|1.35|.5|2|mg/L|0.20|lc
letermovir plasma|letermovir_ng|LMV_cmin|540|.8|0|ng/mL||u
ganciclovir peak|gcv_peak|ganciclovir pic|7.4|.45|1|mg/L||cu
treosulfan exposure|treo_auc|AUC Treosulfan|1320|.28|0|mg*h/L||u
fludarabine exposure|flu_auc|F-ara-A AUC|21.4|.3|1|mg*h/L||u
melphalan exposure|mel_auc|melfalan_auc|13.1|.32|1|mg*h/L||cu
interferon gamma release nil|qft_nil|QFT TB1|.06|.9|2|IU/mL||c
elispot spots|elispot_cmv|SFC per 250k|38|1.2|0|SFU||u
HHV-6 DNA load|hhv6_cop|ADN HHV6|820|1.4|0|copies/mL|200|l
parvovirus B19 log|b19_log|parvo_lg|3.6|.35|2|log10 IU/mL||u
torque teno virus log|ttv_log|TTV_load|5.4|.3|2|log10 cp/mL||cu
microbiome Shannon index|shannon|alpha_div|2.6|.35|3|||c
night sleep efficiency|sleep_eff|sleep_efficiency_pct|84|.1|1|%||u
heart rate variability RMSSD|rmssd|HRV ms|28|.5|1|ms||u
peak oxygen uptake|vo2peak|VO2 max|19.8|.28|1|mL/kg/min||u
ventilatory efficiency slope|ve_vco2|VE/VCO2|33.2|.18|1|||c
extracellular volume fraction|ecv_pct|ECV myocard|27.4|.12|1|%||u
native T1 mapping|t1_native|T1 nativ 1.5T|1012|.04|0|ms||u
left atrial volume index|lavi|LAVI_ml_m2|29.5|.28|1|mL/m2||cu
mitral E over e prime|e_eprime|E/e' lateral|8.7|.33|1|||c
controlled attenuation parameter|cap_dbm|FibroScan CAP|238|.18|0|dB/m||u
liver fat fraction MRI|pdff|MRI_PDFF|4.6|.7|1|%||cu
metabolic tumour volume|mtv|MTV 41%|38|1.1|1|mL||u
nerve conduction velocity|ncv_sural|NLG peroneus|46.8|.13|1|m/s||cu
capillary density nailfold|cap_dens|capillari_mm|7.2|.25|1|/mm||u
neurofilament light|nfl_serum|sNfL|11.6|.6|1|pg/mL||u
urine copper day|cu_urine_24h|cuivre urinaire|.42|.6|2|µmol/24h||cu
fractional excretion of sodium|fena|FENa %|.9|.8|2|%||u
dialysis dose|ktv|Kt/V sp|1.38|.15|2|||c
PIRCHE score|pirche2|PIRCHE_II|18.4|.9|1|||c
CXCL9 plasma|cxcl9|CXCL9 pg/ml|310|1.0|0|pg/mL|20|l
ST2 and REG3 alpha|st2_ng|reg3a_ng|31|.8|1|ng/mL||u
BAFF concentration|baff|BAFF_pg_ml|1450|.6|0|pg/mL||u
heparin PF4 optical density|pf4_od|HIT OD|.31|.9|3|OD||c
neopterin|neopt|Neopterin nmol/l|9.4|.7|1|nmol/L||cu
free carnitine|carnitine_free|Carnitin frei|38|.3|1|µmol/L||cu
CFU-GM dose|cfu_gm_e5|CFU-GM x10e5/kg|2.7|.7|2|x10e5/kg||u
apheresis inlet flow|inlet_ml_min|Einlassfluss|62|.25|0|mL/min||u
total blood volumes processed|tbv_proc|TBV fold|2.9|.22|2|x TBV||cu
light transmission aggregation|lta_adp|LTA Kollagen|71|.25|0|%||u
immature reticulocyte fraction|irf|IRF %|11.8|.5|1|%||u
reticulocyte haemoglobin|ret_he|CHr pg|30.6|.11|1|pg||cu
plasma viscosity|visc|Plasmaviskosität|1.62|.09|2|mPa·s||cu
von Willebrand collagen binding|vwf_cb|CBA IU/dl|98|.4|0|IU/dL||u
dosimetry organ lung dose|lung_gy|Lungendosis|8.4|.2|1|Gy||cu
skin electrical temperature wearable|skin_temp|wrist_temp_mean|33.6|.03|2|°C||u
ECP treatment light dose|ecp_j|ECP Lichtdosis|1.5|.08|2|J/cm2||u
pulse wave velocity|pwv|cfPWV|8.1|.22|1|m/s||u
antithymocyte exposure|atg_auc|AUC ATG actif|64|.6|1|AU*day/mL||cu'''
for ln in LAB.split('\n'):
    n,c1,c2,m,s,k,u,lod,f=ln.split('|')
    num(n,c1+'|'+c2,float(m),float(s),int(k),u,float(lod) if lod else None,f)
# ------------------------------------------------------------------ harmless categories
def cat(name,cols,a,b=None,**o):
    A=S(a); B=S(b) if b else A
    def g(r,v):
        X=B if v else A
        i=min(int(r.expovariate(1.6/len(X)*1.2)),len(X)-1) if r.random()<.8 else r.randrange(len(X))
        return X[i]
    o.setdefault('miss',None); fam('harmless',name,cols,g,**o)
CAT='''OMOP domain identifiers#domain_id|domain_concept#Measurement|Condition|Drug|Observation|Procedure|Device|Specimen|Visit#
OMOP type concept names#measurement_type|drug_type_concept_name#Lab|EHR|EHR order|EHR prescription|Registry|Claim|Patient self-report#
OMOP visit concept names#visit_concept_name|visit_kind#Outpatient Visit|Inpatient Visit|Emergency Room Visit|Intensive Care|Telehealth|Laboratory Visit#
FHIR observation status#Observation.status|obs_status#final|preliminary|amended|corrected|cancelled|entered-in-error|registered#
FHIR encounter class codes#Encounter.class|class_code#AMB|IMP|EMER|SS|HH|VR|ACUTE|OBSENC#
FHIR condition verification#verificationStatus|Condition.clinicalStatus#confirmed|provisional|differential|unconfirmed|refuted#active|remission|relapse|resolved|inactive
HL7 result status letters words#OBX_11|result_status#F|P|C|X|I#Final|Preliminary|Corrected|Cancelled|In process
HL7 specimen type codes#SPM_4|specimen_role#BLD|SER|PLAS|BMAR|UR|CSF|STL|TISS|SAL#Blood, whole|Serum|Plasma|Bone marrow|Urine
LOINC short names in FHIR code text#code_text|Observation.code.text#WBC # Bld Auto|Plt # Bld Auto|Hgb Bld-mCnc|Neuts # Bld|LDH SerPl-cCnc|Ferritin SerPl-mCnc#
LIMS sample workflow state#lims_state|sample_condition#Registered|Received|In Progress|Validated|Reported|On Hold|Rejected|Disposed#
LIMS rejection reasons#reject_reason|motivo_rechazo#Haemolysed|Clotted|Insufficient volume|Wrong tube|Unlabelled|Delayed transport|Leaking container#Hemolizada|Coagulada|Volumen insuficiente|Tubo incorrecto|Sin etiqueta|Retraso en transporte
crossmatch results#xm_result|XM_IAT#Compatible|Incompatible|Least incompatible|Not done|Weak positive#neg|pos|pos (+)|n.d.
antibody screen methods#screen_method|ab_screen_cells#Gel card|Tube IAT|Solid phase|Enzyme|Column agglutination#
haemovigilance reaction classes#hv_class|trans_reaction#FNHTR|Allergic|TACO|TRALI|AHTR|DHTR|Hypotensive|None#
cytometer compensation and acquisition notes coded#acq_stop|comp_type#Time|Events|Volume|Operator|Clog#Auto-comp|Manual|Spectral unmixing|None
FCS parameter names#$PnN|channel#FSC-A|FSC-H|SSC-A|FITC-A|PE-A|PerCP-Cy5-5-A|APC-A|BV421-A|BV510-A|Time#
PNH deficient type and lineage#pnh_lineage|pnh_type#Granulocytes|Monocytes|RBC type II|RBC type III|Reticulocytes#Granulozyten|Monozyten|Ery Typ II|Ery Typ III
HLA typing methods#typing_method|hla_meth#NGS|SSO|SSP|SBT|Serology|qPCR|Nanopore#
HLA typing resolution words#typing_resolution|résolution_hla#High|Intermediate|Low|Allelic#haute|intermédiaire|basse|allélique
HLA mismatch vector words#mm_direction|mm_vector#None|GvH|HvG|Bidirectional#keine|GvH-Richtung|HvG-Richtung|beide
HLA broad antigens with split in brackets#split_broad|hla_equiv#A9(24)|A19(29)|B5(51)|B12(44)|B16(39)|Cw3(9)|DR2(15)|DR5(11)|DR6(13)#
KIR haplotype centromeric motif#kir_cen_tel|kir_motif#cA01-tA01|cB01-tA01|cB02-tB01|cA01-tB01#Cen-A/A|Cen-A/B|Cen-B/B|Tel-A/B
EBMT form occasions#ebmt_form|med_occasion#Day 0|Day 100|6 Months|Annual Follow-Up|Non-annual|Cell therapy Day 100#
CIBMTR form titles#form_title|form_rev_title#Pre-TED|Post-TED|Baseline|Aplastic Anemia Pre-HCT|AID Pre-HCT|Chimerism|Infectious Disease Markers|HCT Infusion#
WMDA donor status codes#donor_status|stan_code#AV|TU|RS|OT|DE#available|temporarily unavailable|reserved|other|deleted
donor search request types#request_type|wmda_request#CT sample|Workup|Typing request|Sample request|Reservation|IDM request|Subsequent donation#
donor deferral reasons coded#deferral_reason|uitstel_reden#Low haemoglobin|Recent travel|Tattoo|Pregnancy|Medication|Low BMI veins|Back disorder#Laag hemoglobine|Reis|Tatoeage|Zwangerschap|Medicatie
donor eligibility determination#donor_elig|elig_21cfr#Eligible|Ineligible - urgent medical need|Incomplete|Not applicable#
SPSS value labels with equals#sex_lab|resp_lab#1 = male|2 = female|9 = missing#0 = none|1 = partial|2 = complete|8 = not evaluable|9 = missing
SAS format catalog labels#fmt_label|YNU_F#1: Yes|0: No|.U: Unknown|.M: Missing#Y: Yes|N: No|U: Unk
Stata labelled categories with number#catlbl|stata_lbl#1. none|2. mild|3. moderate|4. severe|.a. not asked#1. alive|2. dead|3. lost
SDTM AE outcome terms#AEOUT|aeout_std#RECOVERED/RESOLVED|NOT RECOVERED/NOT RESOLVED|RECOVERING/RESOLVING|FATAL|UNKNOWN|RECOVERED/RESOLVED WITH SEQUELAE#
SDTM disposition terms#DSDECOD|DSTERM_STD#COMPLETED|ADVERSE EVENT|DEATH|LOST TO FOLLOW-UP|WITHDRAWAL BY SUBJECT|PHYSICIAN DECISION|PROTOCOL VIOLATION#
SDTM test codes of vital signs#VSTESTCD|VSTEST#SYSBP|DIABP|PULSE|TEMP|RESP|WEIGHT|HEIGHT|OXYSAT#Systolic Blood Pressure|Diastolic Blood Pressure|Pulse Rate|Temperature|Weight
ADaM parameter names#PARAM|PARAMCD#Platelets (10^9/L)|Neutrophils (10^9/L)|Hemoglobin (g/L)|Time to Engraftment (days)|Overall Survival (months)#PLAT|NEUT|HGB|TTENG|OS
analysis flags and windows ADaM#AVISIT|ANL01FL#Baseline|Week 4|Week 12|Month 6|Month 12|Month 24|Unscheduled#Y|N
i2b2 modifier and valueflag#valtype_cd|valueflag_cd#N|T|B|NLP#[N]|[H]|[L]|[A]
i2b2 concept code prefixes with LOINC#concept_cd|basecode#LOINC:6690-2|LOINC:777-3|LOINC:718-7|LOINC:2532-0|LOINC:2276-4#
PCORnet table value sets#enc_type|pcor_sex#AV|IP|ED|EI|OA|IS#F|M|NI|UN|OT
DICOM body part examined#BodyPartExamined|body_part#CHEST|ABDOMEN|PELVIS|SPLEEN|HEAD|LIVER|HEART|NECK|HIP#
contrast agents of imaging#ContrastBolusAgent|kontrastmittel#Iohexol|Iomeprol|Gadobutrol|Gadoterate|None|Iodixanol#Omnipaque 350|Imeron 400|Gadovist|ohne KM
biobank SPREC elements#sprec_type|sprec_container#PL1|SER|BLD|CEN|BMA|CSF#PED|SST|HEP|SCI|SPO
anticoagulants of tubes in French#anticoagulant_tube|tube_bouchon#EDTA K2|citrate|héparine lithium|sec|fluorure#violet|bleu|vert|rouge|gris
storage conditions of aliquots#storage_cond|lagerung#-80 °C|LN2 vapour phase|-20 °C|+4 °C|Room temperature#-80 Grad|Stickstoffdampf|-20 Grad|+4 Grad
pharmacy dispensing status#disp_status|rx_state#Dispensed|Partially dispensed|Returned|Cancelled|On hold|Expired|Not collected#
pharmacy reasons of partial supply Spanish#motivo_no_dispensacion|incidencia_farmacia#Desabastecimiento|Cambio de dosis|Suspendido por médico|Paciente no acude|Caducado#
pharmaceutical packaging units#pack_type|unidad_presentacion#vial|ampoule|blister|prefilled syringe|bag|bottle|sachet#vial|ampolla|blíster|jeringa precargada|bolsa|frasco
EDQM routes in Portuguese and Italian#via_administracao|via_somm#oral|intravenosa|subcutânea|tópica|inalatória|intratecal#orale|endovenosa|sottocutanea|topica|inalatoria|intratecale
EDQM dosage forms in Czech and Polish#lekova_forma|postac_leku#tableta|infuzní roztok|injekční roztok|tobolka|prášek#tabletka|roztwór do infuzji|kapsułka|proszek|krem
immunosuppressants in Ukrainian#препарат_ІС|імуносупресант#циклоспорин|преднізолон|мікофенолат|такролімус|ритуксимаб|азатіоприн#
immunosuppressants in Georgian and Azerbaijani#პრეპარატი|dərman_adı#ციკლოსპორინი|პრედნიზოლონი|რიტუქსიმაბი|ელტრომბოპაგი#siklosporin|prednizolon|rituksimab|eltrombopaq|azatioprin
autoimmune cytopenia diagnoses Dutch and Danish#diagnose_ai|diagnose_aih#Immuuntrombocytopenie|Auto-immuun hemolytische anemie|Evans-syndroom|Aplastische anemie|TTP#Immun trombocytopeni|Autoimmun hæmolytisk anæmi|Evans syndrom|Aplastisk anæmi
autoimmune diagnoses Arabic and Persian#التشخيص_المناعي|تشخیص_خودایمنی#نقص الصفيحات المناعي|فقر الدم الانحلالي المناعي|متلازمة إيفانز|فقر الدم اللاتنسجي#ترومبوسیتوپنی ایمنی|کم‌خونی همولیتیک خودایمنی|سندرم ایوانز|کم‌خونی آپلاستیک
autoimmune diagnoses Romanian and Bulgarian#diagnostic_principal_ai|диагноза_АИ#Trombocitopenie imună|Anemie hemolitică autoimună|Sindrom Evans|Anemie aplastică#Имунна тромбоцитопения|Автоимунна хемолитична анемия|Синдром на Еванс|Апластична анемия
autoimmune diagnoses Malay and Indonesian#diagnosis_kumpulan|diagnosa_utama_grup#Trombositopenia imun|Anemia hemolitik autoimun|Sindrom Evans|Anemia aplastik#ITP|AIHA|Sindrom Evans|Anemia aplastik berat
yes no in Caucasus and Central Asia#პასუხი|жауап_иә_жоқ#კი|არა|უცნობია#иә|жоқ|белгісіз
yes no in Swahili and Amharic#jibu|መልስ#Ndiyo|Hapana|Sijui#አዎ|አይ|አይታወቅም
yes no in Catalan, Basque and Galician#resposta_cat|erantzuna#Sí|No|No ho sap#Bai|Ez|Ez daki
yes no in Icelandic and Maltese#svar|risposta_mt#Já|Nei|Veit ekki#Iva|Le|Ma nafx
sex in Baltic languages#dzimums|lytis#sieviete|vīrietis|nav zināms#moteris|vyras|nežinoma
sex in Hebrew and Armenian#מין_נבדק|սեռ#זכר|נקבה#արական|իգական
vital status in Japanese and Chinese#転帰区分|生存状态#生存|死亡|転院|不明#存活|死亡|失访
donor relation Greek and Hebrew#σχέση_δότη|קרבת_תורם#αδελφός|αδελφή|γονέας|μη συγγενής#אח|אחות|הורה|לא קרוב
donor kinds Thai and Vietnamese#ชนิดผู้บริจาค|loại_người_cho#พี่น้อง|บิดามารดา|ไม่ใช่ญาติ#anh chị em|cha mẹ|không cùng huyết thống
graft manipulation terms#manipulation|ex_vivo#Unmanipulated|CD34 selected|TCR αβ/CD19 depleted|T-cell depleted|Plasma reduced|RBC depleted|CD45RA depleted#
immune effector and vaccination response categories#vacc_response|titre_class#Protective|Non-protective|Indeterminate|Booster needed#schützend|nicht schützend|grenzwertig
response of ITP in Ukrainian and Serbian#відповідь_ІТП|odgovor_ITP#повна відповідь|відповідь|немає відповіді|рецидив#kompletan odgovor|odgovor|bez odgovora|relaps
response of aplastic anaemia Chinese and Korean#疗效评价|반응평가#完全缓解|部分缓解|无效|复发#완전관해|부분관해|무반응|재발
engraftment failure kinds#graft_failure|gf_type#None|Primary|Secondary|Poor graft function#nein|primär|sekundär|Poor Graft Function
infection certainty EORTC MSG#fungal_certainty|ifi_class#Possible|Probable|Proven|No IFI#möglich|wahrscheinlich|gesichert|keine
virology qualitative in Turkish and Polish#viroloji_sonuc|wynik_wirusologii#Negatif|Pozitif|Saptanmadı|Çalışılmadı#ujemny|dodatni|nie wykryto|nie wykonano
HADS and GAD severity bands#hads_band|gad7_band#normal|borderline|abnormal#minimal|mild|moderate|severe
FSS and DLQI answers#fss_item|dlqi_item#1 strongly disagree|2|3|4 neutral|5|6|7 strongly agree#Very much|A lot|A little|Not at all|Not relevant
PROMIS frequency answers French and Italian#promis_fr|promis_it#Jamais|Rarement|Parfois|Souvent|Toujours#Mai|Raramente|A volte|Spesso|Sempre
EORTC answers Polish and Swedish#qlq_pl|qlq_sv#Nigdy|Czasami|Często|Bardzo często#Inte alls|Lite|En hel del|Mycket
EQ-5D levels Korean and Chinese#eq5d_보행|eq5d_行动#지장이 없음|약간 지장|중간 정도 지장|심한 지장#没有困难|有一点困难|中度困难|严重困难
PGI-C change answers German and Dutch#pgic_de|pgic_nl#sehr viel besser|viel besser|etwas besser|unverändert|etwas schlechter#veel beter|beter|iets beter|geen verandering|slechter
ePRO compliance status#epro_status|diary_state#Completed|Missed|Partially completed|Late|Not due#
ePRO pain locations Spanish#lugar_dolor|zona_dolor#espalda|piernas|cabeza|abdomen|boca|articulaciones#
wearable activity types#activity_type|watch_mode#Walking|Running|Cycling|Sleeping|Sedentary|Stairs|Unknown#
sleep stages of wearable#sleep_stage|hypnogram#LIGHT|DEEP|REM|AWAKE#N1|N2|N3|R|W
wearable wear state#wear_state|trageerkennung#worn|not worn|charging|off wrist#getragen|nicht getragen|lädt
actigraph models#actigraph_model|wearable_model#wGT3X-BT|GT9X Link|CentrePoint Insight#Fitbit Charge 4|Garmin Vivosmart 4|Apple Watch SE|Withings ScanWatch
NGS panels and sequencers#ngs_platform|seq_panel#MiSeq|NextSeq 550|Ion S5|MinION|NovaSeq 6000#Myeloid panel v2|TruSight Myeloid|Archer VariantPlex|In-house 54 genes
insurance kinds Latin America#tipo_regimen|tipo_prevision#Contributivo|Subsidiado|Especial|Particular#FONASA A|FONASA B|FONASA C|ISAPRE|Ninguna
death autopsy and place categories#place_of_death|lieu_deces#Hospital|Home|Hospice|ICU|Unknown#hôpital|domicile|soins palliatifs|réanimation
reasons of missing sample French#motif_non_prelevement|raison_ech_manquant#patient absent|refus|tube insuffisant|oubli|hors fenêtre|automate en panne#
specimen quality Chinese and Japanese#标本状态|検体状態#合格|溶血|脂血|凝块|量少#良好|溶血|乳び|凝固|量不足'''
for ln in CAT.split('\n'):
    p=ln.split('#')
    if len(p)>4:   # a term itself holds the mark (WBC # Bld)
        p=[p[0],p[1],'#'.join(p[2:-1]),p[-1]]
    cat(p[0],p[1],p[2],p[3] or None)
# ------------------------------------------------------------------ harmless, special forms
def hx2(name,cols,g,**o): fam('harmless',name,cols,g,**o)
hx2('FHIR quantity flattened value and unit','valueQuantity|Observation.valueQuantity',lambda r,v:f'{r.gauss(4.6,1.8).__abs__():.1f} 10*9/L' if not v else f'{abs(r.gauss(112,18)):.0f} g/L')
hx2('HL7 structured numeric result','OBX_5_SN|obx5',lambda r,v:r.choice([f'<^{r.choice(["0.5","5","10"])}',f'>^{r.choice(["90","1000"])}',f'^{abs(r.gauss(80,20)):.0f}']) if not v else f'^1^:^{r.choice([40,80,160,320,640])}')
hx2('HL7 reference range units caret','OBX_7|OBX_6',lambda r,v:r.choice(['4.0-11.0','150-400','135-175','0.5-1.2','< 5','30-400']) if not v else r.choice(['10*9/L^^UCUM','g/L^^UCUM','U/L^^UCUM','mg/L^^UCUM']))
hx2('HLA-DPB1 with TCE groups','dpb1_tce|DPB1 TCE',lambda r,v:f'{r.choice(["02:01","03:01","04:01","04:02","09:01","17:01"])} (TCE{r.choice("123")})' if not v else f'DPB1*{r.choice(["02:01","04:01","04:02","14:01"])} TCE {r.choice("123")}')
hx2('HLA GL strings','gl_string|hla_gl',lambda r,v:f'HLA-A*{r.choice(["01:01","02:01","03:01","11:01"])}+HLA-A*{r.choice(["24:02","26:01","32:01","68:01"])}' if not v else f'HLA-DRB1*{r.choice(["03:01","04:01","07:01"])}+HLA-DRB1*{r.choice(["11:01","13:01","15:01"])}')
hx2('sample volumes with unit and state','aliquot_vol|restvolumen',lambda r,v:f'{r.choice([0.2,0.5,0.5,1.0,1.5,1.8]):.1f} mL' if not v else f'{r.choice([200,250,450,500,950])} µl')
hx2('freeze thaw and centrifugation settings','spin_setting|Zentrifugation',lambda r,v:f'{r.choice([1200,1500,2000,2500,3000])} x g, {r.choice([10,15])} min' if not v else f'{r.choice([10,15])} min bei {r.choice([1500,2000,2500])} g')
hx2('time to freezer hours minutes','time_to_freeze|tiempo_congelación',lambda r,v:f'{r.randrange(0,7)} h {r.randrange(0,60):02d} min' if not v else f'{r.randrange(20,400)} min')
hx2('microbiology colony counts in quality','cfu_ml_txt|UFC_ml',lambda r,v:r.choice(['<10^3 CFU/mL','10^4 CFU/mL','10^5 CFU/mL','No growth','Mixed growth']) if not v else r.choice(['<1000 UFC/ml','10000 UFC/ml','100000 UFC/ml','Negativo']))
hx2('antifungal and antibiotic dose schedules','anti_inf_regimen|posologia_anti',lambda r,v:r.choice(['aciclovir 400 mg bid','letermovir 480 mg od','posaconazole 300 mg od','TMP/SMX 160/800 mg 3x/wk','fluconazole 200 mg od']) if not v else r.choice(['aciclovir 400 mg c/12 h','fluconazol 200 mg/día','cotrimoxazol 160/800 mg L-X-V','levofloxacino 500 mg/día']))
hx2('tablets dispensed and returned','disp_ret|abgegeben/zurück',lambda r,v:(lambda a:f'{a}/{r.randrange(0,15)}')(r.choice([28,30,56,60,84,90])),)
hx2('proportion of days covered','pdc|adherence_mpr',lambda r,v:f'{min(1,abs(r.gauss(.88,.12))):.2f}' if not v else f'{min(100,abs(r.gauss(88,12))):.1f}%')
hx2('variants of telomere and bone marrow failure genes','bmf_variant|germline_hit',lambda r,v:r.choice(['none detected','TERT c.3150G>C','RTEL1 c.2992C>T','GATA2 c.1061C>T','SAMD9L c.2957G>A','TERC n.37A>G']) if not v else r.choice(['keine','TERT p.(Lys1050Asn)','GATA2 p.(Thr354Met)','RTEL1 p.(Arg998*)']))
hx2('slide counts per high power field','megas_hpf|mitoses_hpf',lambda r,v:f'{r.randrange(0,7)}/HPF' if not v else f'{r.randrange(0,30)} per 10 HPF')
hx2('dataset dictionary variable types','var_type|spss_measure',lambda r,v:r.choice(['numeric','character','date9.','$12.','8.2','best12.']) if not v else r.choice(['Nominal','Ordinal','Scale']))
hx2('OMOP unit and value as concept','value_as_concept_name|unit_concept_name',lambda r,v:r.choice(['Positive','Negative','Detected','Not detected','Equivocal','Normal']) if not v else r.choice(['thousand per microliter','gram per deciliter','milligram per deciliter','percent','unit per liter']))
hx2('FHIR medication timing codes','dosage_timing|Timing.repeat',lambda r,v:r.choice(['BID','QD','TID','Q6H','QOD','QW']) if not v else r.choice(['2 per 1 d','1 per 1 d','3 per 1 wk','1 per 6 h']))
# ------------------------------------------------------------------ writing
def column(kind,name,ci,gen,o):
    r=random.Random(f'partC|{kind}|{name}|{ci}')
    n=r.randrange(*o.get('n',(40,301)))
    pool=o.get('pool'); rep=o.get('rep')
    ident=kind not in('harmless',)
    miss=o.get('miss')
    if miss is None: miss=r.choice([0,0,.02,.05,.1,.2,.35] if kind!='harmless' else [0,0,.03,.08,.15,.3])
    word=r.choice(MWEN) if r.random()<.5 else ''
    out=[]; P_=[gen(r,ci) for _ in range(pool)] if pool else None
    long=kind in('name','national','record','contact','birth','postcode') and not pool and r.random()<.3
    while len(out)<n:
        x=P_[min(int(r.expovariate(3/len(P_))),len(P_)-1)] if P_ else gen(r,ci)
        k=1
        if rep and not pool and rep>1: k=r.randrange(1,rep+1)
        elif long: k=r.randrange(1,6)
        if r.random()<miss: x='' if not word or r.random()<.5 else word
        elif ident and kind in('name','contact','text') and r.random()<.012: x=r.choice([x.lower(),x.upper(),x+' ',' '+x])
        elif r.random()<.004: x=x+' '
        out+= [x]*k
    return [c.replace('\t',' ').replace('\n',' ') for c in out[:n]]
def main():
    here=os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here,'development_12.tsv'),'w',encoding='utf-8',newline='\n') as f:
        for kind,name,cols,gen,o in FAMS:
            assert len(cols)==2,name
            for ci in (0,1): f.write('\t'.join([kind,name,cols[ci]]+column(kind,name,ci,gen,o))+'\n')
if __name__=='__main__': main()
