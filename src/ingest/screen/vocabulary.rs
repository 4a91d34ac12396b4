//! Words of medicine, places and questionnaires, which repeat in trials and name nobody; and names that many bear.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::hint::fold;

static KNOWN_TERMS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| TERMS.split_whitespace().collect());
static KNOWN_NAMES: LazyLock<BTreeSet<&str>> = LazyLock::new(|| NAMES.split_whitespace().collect());
static KNOWN_PLACES: LazyLock<BTreeSet<&str>> = LazyLock::new(|| PLACES.split_whitespace().collect());

/// Endings of names of drugs, diseases, findings and organisms.
const ENDINGS: &[&str] = &[
    "mab",
    "nib",
    "cillin",
    "mycin",
    "micin",
    "azole",
    "vir",
    "statin",
    "pril",
    "sartan",
    "olol",
    "setron",
    "sone",
    "solone",
    "cept",
    "platin",
    "rubicin",
    "taxel",
    "grastim",
    "pag",
    "limus",
    "rimus",
    "mustine",
    "floxacin",
    "penem",
    "fungin",
    "parin",
    "dipine",
    "cycline",
    "thiazide",
    "gliptin",
    "gliflozin",
    "tidine",
    "zepam",
    "triptan",
    "prazole",
    "sporin",
    "fibrate",
    "dronate",
    "tinib",
    "parib",
    "ciclib",
    "zomib",
    "purine",
    "abine",
    "arabine",
    "phosphamide",
    "fosfamide",
    "platelet",
    "thiazid",
    "caine",
    "phylline",
    "terol",
    "lukast",
    "oxetine",
    "azepine",
    "gabalin",
    "barbital",
    "vaptan",
    "itis",
    "aemia",
    "emia",
    "penia",
    "osis",
    "oses",
    "oma",
    "omas",
    "opathy",
    "algia",
    "uria",
    "rrhoea",
    "rrhea",
    "plegia",
    "ectomy",
    "pnoea",
    "pnea",
    "cytosis",
    "phagia",
    "pyrexia",
    "rrhage",
    "rrhagic",
    "plasia",
    "trophy",
    "sclerosis",
    "stenosis",
    "ectasia",
    "megaly",
    "aemic",
    "emic",
    "penic",
    "otic",
    "lysis",
    "malacia",
    "paresis",
    "cardia",
    "tension",
    "volaemia",
    "thermia",
    "esthesia",
    "aesthesia",
    "dynia",
    "coccus",
    "bacter",
    "monas",
    "virus",
    "viridae",
    "bacillus",
    "bacterium",
    "mycosis",
    "myces",
    "phila",
    "aemias",
    "immune",
    "globulin",
    "globin",
    "ferrin",
    "kinase",
    "transferase",
    "phosphatase",
    "ase",
    "genic",
    "cellular",
    "vascular",
    "intestinal",
    "urinary",
    "coccal",
    "mycotic",
    "viral",
    "ciclovir",
    "stim",
    "ylate",
    "oxide",
    "chloride",
    "sulfate",
    "phosphate",
    "citrate",
    "acetate",
    "sodium",
    "calcium",
    "plostim",
];

/// Words that are no names, folded.
const TERMS: &str = "acid acute abdominal abnormal abnormality aching acquired adenovirus adverse agree agreed alanine \
    albicans allogeneic alone alopecia amino anaphylactic and anxiety arm arthritis asian aspartate aspergillus aspirate aspirin \
    assessment asymptomatic atrial autologous back bacterial baseline bed best bilirubin biopsy bk bladder bleeding blood body \
    bone bowel brain breast bruising busulfan candida cardiac catheter cell cells central cerebral chemotherapy chest chills \
    chronic ciclosporin clinical clostridium cold coli colitis complete completed condition confusional confused contusion \
    constipation control coombs cough count creatinine cyclosporine cyclosporin cytarabine cytomegalovirus danazol dapsone death \
    decision decreased deep defibrotide dehydration delirium depressed depression dermatitis device diarrhea diarrhoea difficile \
    disagree discomfort discontinued disease disorder disseminated disturbance dizziness donor dose drug dry dyspepsia dysphagia \
    ear eating edema efficacy effusion electrocardiogram embolism emergency enzyme epistaxis epstein erythema escherichia event \
    evaluable extremity eye face faecium failure fall fatigue febrile female fever fibrillation filgrastim fluid flu fludarabine \
    follow foot function fungal gamma gastric gastrointestinal general generalised glucose gout graft granulocyte gvhd haematoma \
    haemorrhage haemorrhagic hand hair heart heparin hemorrhage hemorrhagic hepatic herpes high host human hydrocortisone \
    hypersensitivity immunoglobulin impaired in incision increased infection infections infectious influenza infusion injection \
    injury insomnia insufficiency insulin intensive interstitial intestinal intolerance intravenous invasive investigation iron \
    irritability joint kidney klebsiella lack laceration lactate left less leukemia leukaemia level line liver local lost low lower \
    lung lymph lymphocyte lymphoma major male malaise malignant marrow mass matched mechanical melphalan metformin methotrexate \
    mild minor mismatched missing moderate mofetil morphine mouth mucosal muscle muscular mycophenolate mycoplasma myocardial \
    nasal nasal nausea neck neutropenic neutrophil nervous neither no none normal nor norovirus not obstruction occult ocular \
    oedema of omeprazole ongoing oral other pain palpitations paracetamol paraesthesia parainfluenza partial patient perforation \
    peripheral peritoneal petechiae phase phosphate physician placebo plasma platelet platelets pleural pneumocystis pneumoniae \
    pneumothorax poor positive post present pressure procedure progression proteinuria protocol pruritus pulmonary purpura \
    radiation rash reaction reactivation rectal recurrent red reduced refractory rejection related relapse renal respiratory \
    response responder rhinovirus right ruxolitinib screening secondary seizure sepsis septic serum severe shingles shock shortness \
    sinus sinusoidal site skin sleep soft somnolence sore specimen spinal staphylococcus steroid stem stomatitis streptococcus \
    strongly subject swelling symptomatic syncope syncytial syndrome systemic test therapy thiotepa thrombosis thyroid tissue to \
    toe tongue tooth toxicity tract transfusion transient transplant treatment treosulfan tremor tuberculosis tumour tumor \
    ulcer unknown unrelated untreated up upper urea urine urticaria vaginal valve vein venous vertigo versus very viral vision \
    vomiting warm weakness weight white withdrawal withdrawn with worsening wound yes zoster globulin antithymocyte thymoglobulin \
    rituximab sirolimus tacrolimus foscarnet allopurinol furosemide ursodiol levothyroxine vincristine etoposide carmustine \
    carboplatin hydroxyurea eculizumab avatrombopag eltrombopag romiplostim prednisone prednisolone dexamethasone \
    methylprednisolone glargine aureus epidermidis aeruginosa cloacae mitis baumannii maltophilia marcescens monocytogenes cereus \
    glabrata krusei fumigatus jirovecii barr sprain strain injury fracture unscheduled day week month year visit screening \
    follow-up daily twice weekly once north south east west northern southern eastern western europe america africa asia pacific \
    latin middle oceania world rest hispanic latino american black caucasian native islander multiple reported applicable \
    red green blue yellow orange grey gray black white brown purple pink \
    germany france italy spain netherlands belgium austria switzerland poland czechia czech republic sweden norway denmark \
    finland kingdom united ireland portugal greece turkey israel hungary romania bulgaria croatia serbia slovenia japan korea \
    china india brazil argentina mexico canada states australia zealand egypt saudi arabia thailand vietnam singapore chile \
    colombia estonia latvia lithuania slovakia iceland ukraine iran iraq russia belarus morocco tunisia algeria lebanon jordan \
    kuwait qatar emirates pakistan bangladesh nepal indonesia malaysia philippines taiwan peru ecuador venezuela uruguay cuba \
    kenya nigeria ghana ethiopia uganda luxembourg malta cyprus albania macedonia bosnia montenegro armenia azerbaijan georgia \
    kazakhstan uzbekistan mongolia deutschland frankreich italien spanien schweiz osterreich allemagne espagne italie \
    stable worse improved unchanged remission progressive mutated wildtype wild type detected negative present absent \
    mild severe low intermediate high standard very good excellent fair often never always sometimes rarely";

/// Titles, and names that many people bear, folded, in the languages of Europe and beyond.
const NAMES: &str = "dr dr. prof prof. mr mr. mrs mrs. ms ms. miss herr frau mme m. monsieur madame sr. sra. dott. dott.ssa hr. \
    maria anna jose juan john jane james mary robert michael david william richard thomas charles joseph christopher daniel paul mark \
    donald george kenneth steven edward brian ronald anthony kevin jason matthew gary timothy larry jeffrey frank scott eric \
    stephen andrew raymond gregory joshua jerry dennis walter patrick peter harold douglas henry carl arthur ryan roger joe jack \
    patricia linda barbara elizabeth jennifer susan margaret dorothy lisa nancy karen betty helen sandra donna carol ruth sharon \
    michelle laura sarah kimberly deborah jessica emily emma olivia sophia hannah julia katharina christine monika petra sabine \
    ursula gisela ingrid hans klaus jurgen wolfgang dieter manfred uwe heinz gunter stefan andreas matthias tobias lukas jan \
    pierre jean jacques michel philippe alain claude marie nathalie isabelle sylvie francoise monique luc marc antoine louis \
    carlos luis antonio francisco manuel javier miguel alejandro carmen josefa isabel dolores pilar teresa lucia marta paula \
    giuseppe giovanni mario luigi francesco salvatore rosa angela paola chiara giulia alessandro matteo lorenzo \
    piotr krzysztof andrzej tomasz jan pawel agnieszka katarzyna malgorzata ewa zofia erik lars karl anders johan per nils \
    kristina birgitta elisabeth kjell olav ole jens niels mette kirsten matti juhani antero pekka kaarina johanna jaroslav jiri \
    petr pavel jana eva hana lenka laszlo istvan janos zoltan katalin erzsebet mehmet mustafa ahmet ali fatma ayse emine \
    ivan sergei dmitri alexander vladimir mikhail olga elena tatiana natalia svetlana ivana marko nikola mohamed muhammad ahmed \
    fatima hassan hussein omar ibrahim yusuf wei li wang zhang chen liu yang nguyen tran pham le hoang huynh phan vu vo dang bui ho ngo duong dinh mai trinh kim lee park choi sato suzuki tanaka \
    smith jones brown johnson williams miller davis garcia rodriguez wilson martinez anderson taylor moore jackson martin \
    thompson white lopez gonzalez harris clark lewis robinson walker perez hall young allen sanchez wright king green baker \
    adams nelson hill campbell mitchell roberts carter phillips evans turner torres parker collins edwards stewart flores morris \
    murphy muller schmidt schneider fischer weber meyer wagner becker schulz hoffmann schafer koch bauer richter klein wolf \
    schroder neumann schwarz zimmermann braun kruger hofmann hartmann lange werner krause lehmann dubois durand leroy moreau \
    simon laurent lefebvre roux fournier girard bonnet dupont rossi russo ferrari esposito bianchi romano colombo ricci marino \
    greco bruno gallo conti fernandez gomez martin jimenez ruiz hernandez diaz moreno alvarez silva santos ferreira pereira \
    oliveira costa rodrigues almeida jansen de vries van bakker visser smit meijer nowak kowalski wisniewski wojcik \
    kowalczyk kaminski lewandowski andersson johansson karlsson nilsson eriksson larsson olsson hansen olsen larsen jensen \
    nielsen pedersen andersen christensen korhonen virtanen makinen nieminen novak svoboda novotny dvorak horvath nagy kovacs \
    toth szabo yilmaz kaya demir celik popescu ionescu popov ivanov petrov smirnov kuznetsov papadopoulos";

/// Two- and three-letter codes of countries.
const PLACES: &str = "AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI KH CM CA CV CF TD CL CN \
    CO KM CG CD CR CI HR CU CY CZ DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE GH GR GD GT GN GW GY HT HN HU IS IN \
    ID IR IQ IE IL IT JM JP JO KZ KE KI KP KR KW KG LA LV LB LS LR LY LI LT LU MG MW MY MV ML MT MH MR MU MX FM MD MC MN ME MA \
    MZ MM NA NR NP NL NZ NI NE NG MK NO OM PK PW PA PG PY PE PH PL PT QA RO RU RW KN LC VC WS SM ST SA SN RS SC SL SG SK SI SB \
    SO ZA SS ES LK SD SR SE CH SY TJ TZ TH TL TG TO TT TN TR TM TV UG UA AE GB US UY UZ VU VE VN YE ZM ZW HK TW PR UK EU \
    AFG ALB DZA AND AGO ARG ARM AUS AUT AZE BHS BHR BGD BLR BEL BLZ BEN BOL BIH BWA BRA BRN BGR BFA BDI KHM CMR CAN CPV CAF TCD \
    CHL CHN COL COG COD CRI CIV HRV CUB CYP CZE DNK DJI DOM ECU EGY SLV ERI EST ETH FJI FIN FRA GAB GMB GEO DEU GHA GRC GTM GIN \
    GUY HTI HND HUN ISL IND IDN IRN IRQ IRL ISR ITA JAM JPN JOR KAZ KEN KOR PRK KWT KGZ LAO LVA LBN LSO LBR LBY LIE LTU LUX MDG \
    MWI MYS MDV MLI MLT MRT MUS MEX MDA MCO MNG MNE MAR MOZ MMR NAM NPL NLD NZL NIC NER NGA MKD NOR OMN PAK PAN PNG PRY PER PHL \
    POL PRT QAT ROU RUS RWA SAU SEN SRB SLE SGP SVK SVN SOM ZAF SSD ESP LKA SDN SUR SWE CHE SYR TJK TZA THA TGO TTO TUN TUR TKM \
    UGA UKR ARE GBR USA URY UZB VEN VNM YEM ZMB ZWE HKG TWN PRI";

/// Whether a text is of the vocabulary: half of its words at least, those of three letters or more.
pub(super) fn is_term(text: &str) -> bool {
    let folded = fold(text);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= 2).collect();
    let known = words.iter().filter(|word| is_known(word)).count();
    !words.is_empty() && known * 2 >= words.len()
}

fn is_known(word: &str) -> bool {
    let ends = |ending: &str| word.len() > ending.len() + 2 && word.ends_with(ending);
    KNOWN_TERMS.contains(word) || ENDINGS.iter().any(|ending| ends(ending))
}

/// Whether a title or a name that many bear stands in a text of letters.
pub(super) fn is_given_or_family_name(text: &str) -> bool {
    let plain = text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | ',' | '-' | '\''));
    plain
        && text.chars().count() > 2
        && fold(text)
            .split([' ', ',', '-'])
            .any(|word| word.chars().count() >= 2 && KNOWN_NAMES.contains(word))
}

/// Whether a text is the code of a country.
pub(super) fn is_place_code(text: &str) -> bool {
    KNOWN_PLACES.contains(text)
}
