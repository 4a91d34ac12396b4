//! What the name of a column says about its cells.

use std::collections::BTreeSet;

/// What a column may hold, to go by its name or its label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Hint {
    Name,
    Mail,
    Phone,
    Address,
    National,
    Record,
    Date,
    Birth,
    Age,
    Postcode,
    Ip,
    Url,
    Note,
    /// Something that many subjects share: a site, an arm, a unit. Numbers that hardly ever repeat are none.
    Category,
    /// A unit of time shorter than the year.
    ShortUnit,
    /// Terms and codes of a published vocabulary.
    Vocabulary,
    /// Codes of a published system, which have no form that is known here.
    CodeSystem,
    /// Lots, versions, models, checksums: they tell a thing, not a subject.
    Lot,
    /// A place on the earth.
    Place,
    /// An identifier of something.
    Identifier,
    /// Things that are counted, and so may be of any length: cells, reads, bytes.
    Counted,
    /// A measured value, a score, a count, a span of time.
    Measured,
}

/// How a piece of a name is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fit {
    /// As a whole word.
    Word,
    /// Anywhere.
    Part,
}

use Fit::{Part, Word};

const HINTS: &[(Hint, Fit, &str)] = &[
    (
        Hint::Name,
        Part,
        "name nachname vorname surname prenom apellido cognome nazwisko achternaam voornaam efternam fornam etternavn sukunimi etunimi sobrenome keresztn vezetekn jmeno prijmeni patinit patnam",
    ),
    (
        Hint::Name,
        Word,
        "nom nome nombre navn namn naam imie nimi ime prezime ad soyad adi nev init initials initialen initiales physician doctor arzt medico investigator relative mother father mutter vater",
    ),
    (Hint::Mail, Part, "email courriel correo epost"),
    (Hint::Mail, Word, "mail mails emails"),
    (Hint::Phone, Part, "phone telefon telephon mobil handy puhelin telefax"),
    (Hint::Phone, Word, "tel fax cell gsm"),
    (Hint::Address, Part, "address adress strasse street direccion indirizzo endereco osoite adres"),
    (
        Hint::Address,
        Word,
        "addr διευθυνση адрес адреса 地址 住所 주소 כתובת عنوان ที่อยู่ पता adresa osoite heimilisfang aadress adrese adresas rue via calle ulica town city ort wohnort stadt ville ciudad lat lon latitude longitude",
    ),
    (
        Hint::National,
        Part,
        "ssn nhsn personnummer fodselsnummer versichert kvnr bsn pesel hetu codicefiscale iban aadhaar passport insurance socialsec sozialvers steuer nationalid",
    ),
    (
        Hint::National,
        Word,
        "nhs nino nin nir dni nie nif cpr cpf sin konto taj oib egn cnp curp national fiscale fiscal",
    ),
    (
        Hint::Record,
        Part,
        "mrn hospitalnumber patientid patno fallnummer fallnr recordno chartno dossier historiaclinica accession",
    ),
    (Hint::Record, Word, "mrn ipp hospital record chart kis piz patid pid nip"),
    (Hint::Date, Part, "date datum fecha datetime timestamp"),
    (Hint::Date, Word, "dt dtm dtc data dato paiva pvm dat"),
    (
        Hint::Birth,
        Part,
        "birth geburt gebdat gebdatum naissance nacimiento nascita nascimento fodsel fodelse syntyma brth urodz szulet narozen",
    ),
    (Hint::Birth, Word, "dob bday born geb nacim rodne"),
    (Hint::Vocabulary, Part, "whodrug drugname"),
    (Hint::Age, Part, "alter leeftijd idade agetx agedx agehsct agebmt agesct ageat ageon agey aged"),
    (
        Hint::Age,
        Word,
        "aldur umur umri umr edad_taon amri yosh жасы жас ηλικία سن سال العمر umrì aldri age edad eta wiek alder ika ages yas vek kor ageyr idade varsta starost ηλικια возраст вік 年齢 年龄 年齡 나이 عمر גיל आयु",
    ),
    (Hint::Postcode, Part, "postcode postal postnummer postnr zipcode postleit codepostal kodpoczt"),
    (Hint::Postcode, Word, "zip plz cp cap eircode"),
    (Hint::Ip, Part, "ipaddr"),
    (Hint::Ip, Word, "ip ipv4 ipv6 remote host"),
    (Hint::Url, Word, "url uri link website homepage web"),
    (
        Hint::Note,
        Part,
        "comment freetext freitext narrative bemerk anmerk remark observac uwagi opmerk kommentar notiz verbatim",
    ),
    (
        Hint::Note,
        Word,
        "note notes memo coval text 備考 备注 비고 примечание примітка примечания הערות הערה ملاحظات ملاحظة یادداشت หมายเหตุ бележки poznamka poznamky megjegyzes notat merknad anteckning huomautus notlar not aciklama бележка विवरण টীকা মন্তব্য บันทึก",
    ),
    (Hint::ShortUnit, Part, "month monat mois meses"),
    (Hint::ShortUnit, Word, "agemo mo mos mths day days week weeks hours tage jours"),
    (
        Hint::Vocabulary,
        Part,
        "icd atc loinc meddra snomed decod disease diagnos disorder organism pathogen country substance medication regimen conditioning treatment protocol ethnic karyotyp test lot batch hla param specimen region concept opname afname vaccin vakcin impfstoff rokote medikament medicament farmac",
    ),
    (
        Hint::Vocabulary,
        Word,
        "hlgt visit visitnam timepoint drug agent term aeterm pt llt soc hlt cmtrt race arm trt study unit gene variant donor class site centre center race land dictionary param reason test lab product material nct trial rsid snp rxcui rxnorm sct cui hpo orpha ndc gtin cpt antigen allel sha256 checksum hash event",
    ),
    (Hint::Category, Part, "region country ethnic"),
    (Hint::Category, Word, "race arm trt study unit donor class site centre center land reason route"),
    (
        Hint::CodeSystem,
        Part,
        "icd meddra snomed loinc rxnorm rxcui karyotyp hgvs variant uniprot ensembl refseq dbsnp cosmic primer transcript",
    ),
    (
        Hint::CodeSystem,
        Word,
        "panel cip13 pzn issn pdb ccam ncsp tarmed goa ebm unii isbn issn doi pmid pubmed chembl orpha hpo dicd pt_code aeptcd llt hlt ptcode udi udidi atc sct gene snp rsid ndc gtin cpt hcpcs ops umls hla kir mim omim pfam reactome pcs mesh mutation allele cyto",
    ),
    (Hint::Lot, Part, "batch version software firmware catalog catalogue checksum sha256 charge"),
    (
        Hint::Lot,
        Word,
        "rack rackpos shelf freezer drawer tray kit kits medkit lot lotno lots model build release md5 crc crc32 cksum chksum hash commit digest seed ver catno",
    ),
    (Hint::Identifier, Part, "barcode strichcode identifi accession"),
    (
        Hint::Identifier,
        Word,
        "id ids no nr num number nummer numero numer serial ref reference key uid uuid guid token ticket case tube vial bag",
    ),
    (Hint::Place, Word, "lat lon lng long latitude longitude breitengrad langengrad coord coords gps geo"),
    (
        Hint::Counted,
        Part,
        "reads bytes voxel intensity copies tnc nucleated filesize zellen cellules celulas",
    ),
    (
        Hint::Counted,
        Word,
        "count counts cnt vox cells size px pixel pixels anzahl fluor total tot sum ticks kopien kopie",
    ),
    (
        Hint::Measured,
        Part,
        "reads bytes voxel intensity tnc nucleated filesize zellen cellules celulas transduc density gradient velocity volume concentr titer titre exposure clearance fraction anteil prozent pourcent porcent odsetek cumul distance weight gewicht height pulse waist bilirubin platelet neutro leuko haemo hemo creat ferritin copies score ratio percent saturation pressure followup survival dose count total abs diabp sysbp chimer percent quantity duration",
    ),
    (
        Hint::Measured,
        Word,
        "cells size vox px pixel pixels anzahl fluor tot sum ticks events cum cumdose transd share odds prob dist energy ef burden amount menge wt ht bmi bp hr spo2 temp plt wbc rbc hgb hb anc ldh alt ast crp bili na k glucose igg cd3 cd34 tnc aval aval1 lbstresn lborres ck bnp dimer kps hct ci pct po2 pco2 o2 sao2 sf36 facit eortc promis bsa qtc qrs rr hours poids peso groesse taille map vas eq ql qlq los stay iga cd4 auc c0 sodium potassium resp mcv chg change base lvef egfr kcal lipase amylase factg fact itppaq paq phq gad hads euroqol womac haq das bvas sledai sofa apache saps gcs nihss mmse moca fev1 fvc dlco kco tlc rv fio2 peep \
         pao2 lactate procalcitonin pct tryptase trop troponin tropt psa afp ca125 tsh ft4 ft3 cortisol insulin hba1c uric urate ggt alp amy chol trig ldl hdl phos mg ca cl hco3 be ph anion osm albumin alb tp globulin b12 folate \
         ang2 angiopoietin2 adamts13 vwf fviii fibrinogen aptt inr pt dd ddimer esr il6 il2r sil2r tnf ifn trec krec nk cd19 cd20 cd8 cd45 b2m retic mpv rdw mch mchc lym lymph mono eos baso blast blasts cellularity viab viability vaf mfi \
         pcs mcs bsa map hf psqi isi t_score z tscore zscore age_adj rate freq n_ length width depth diameter size thickness angle speed flow pressure temp temperature saturation sat output input intake volume vol ml kg cm mm percent pct rank no_of number_of reads lipa cnt mg bytes au auc vol kcal time days day months years hours hour h secs sec minutes min futime n seq infusion runtime risk load conc egfr index row rownum level grade chim dia sys",
    ),
];

/// What the name and the label of a column say.
#[derive(Debug, Clone, Default)]
pub(super) struct Hints(BTreeSet<Hint>);

impl Hints {
    /// Reads a name such as `GEB_DAT`, `patientName`, `date de naissance`.
    pub(super) fn of(texts: &[&str]) -> Self {
        let mut found = BTreeSet::new();
        for text in texts {
            let words = words(text);
            let joined = words.concat().replace("unnamed", "");
            for (hint, fit, list) in HINTS {
                let is_said = list.split(' ').any(|piece| match fit {
                    Word => words.iter().any(|word| word == piece),
                    Part => joined.contains(piece),
                });
                if is_said {
                    found.insert(*hint);
                }
            }
            // CDISC: --DT, --DTC, --DTM, --SDT and --EDT are dates.
            let is_cdisc =
                text.len() >= 4 && text.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
            if is_cdisc && ["DT", "DTC", "DTM"].iter().any(|end| text.ends_with(end)) {
                found.insert(Hint::Date);
            }
        }
        // The number of a specimen or of a study's subject tells more than the word beside it excuses.
        if found.contains(&Hint::Identifier)
            && !found.contains(&Hint::CodeSystem)
            && !found.contains(&Hint::Lot)
        {
            found.remove(&Hint::Vocabulary);
            found.remove(&Hint::Measured);
        }
        if found.contains(&Hint::Birth) {
            found.insert(Hint::Date);
        }
        Self(found)
    }

    pub(super) fn says(&self, hint: Hint) -> bool {
        self.0.contains(&hint)
    }

    pub(super) fn says_any(&self, hints: &[Hint]) -> bool {
        hints.iter().any(|hint| self.says(*hint))
    }

    /// Whether the name speaks of codes that may come once a subject.
    pub(super) fn says_codes(&self) -> bool {
        self.says(Hint::Vocabulary) && !self.says(Hint::Category)
    }

    /// Whether the name says nothing that is known here.
    pub(super) fn is_neutral(&self) -> bool {
        self.0.is_empty()
    }
}

/// The words of a name in lower case without accents: `PatientName_2` -> `patient`, `name`.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut before_lower = false;
    for letter in text.chars() {
        let is_border = !letter.is_alphanumeric() || (letter.is_uppercase() && before_lower);
        if is_border && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if letter.is_alphanumeric() {
            word.push_str(&folded(letter));
        }
        before_lower = letter.is_lowercase();
    }
    words.extend((!word.is_empty()).then_some(word));
    // `NAME1`, `tel2`: the number is no part of the word.
    let bare = |word: &String| {
        let short = word.trim_end_matches(|c: char| c.is_ascii_digit());
        (short.len() > 1 && short.len() < word.len() && short != "data").then(|| short.to_owned())
    };
    let more: Vec<String> = words.iter().filter_map(bare).collect();
    words.extend(more);
    words
}

/// A letter in lower case without its accent.
pub(super) fn folded(letter: char) -> String {
    let lower = letter.to_lowercase().next().unwrap_or(letter);
    let plain = match lower {
        'ά' => "α",
        'έ' => "ε",
        'ή' => "η",
        'ί' | 'ϊ' | 'ΐ' => "ι",
        'ό' => "ο",
        'ύ' | 'ϋ' | 'ΰ' => "υ",
        'ώ' => "ω",
        'ς' => "σ",
        'ё' => "е",
        'أ' | 'إ' | 'آ' => "ا",
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' | 'ạ' | 'ả' | 'ấ' | 'ầ' | 'ẩ' | 'ậ' | 'ẫ'
        | 'ắ' | 'ằ' | 'ặ' => "a",
        'ç' | 'ć' | 'č' | 'ĉ' => "c",
        'ð' | 'ď' | 'đ' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' | 'ẹ' | 'ẻ' | 'ẽ' | 'ế' | 'ề' | 'ể' | 'ễ' | 'ệ' => {
            "e"
        }
        'ğ' | 'ģ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'į' | 'ı' | 'ị' | 'ỉ' | 'ĩ' => "i",
        'ķ' => "k",
        'ł' | 'ļ' | 'ľ' => "l",
        'ñ' | 'ń' | 'ň' | 'ņ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' | 'ơ' | 'ọ' | 'ỏ' | 'ố' | 'ồ' | 'ổ' | 'ỗ' | 'ộ'
        | 'ớ' | 'ờ' | 'ở' | 'ợ' => "o",
        'ŕ' | 'ř' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ß' => "ss",
        'ť' | 'ţ' | 'ț' => "t",
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' | 'ų' | 'ư' | 'ụ' | 'ủ' | 'ũ' | 'ứ' | 'ừ' | 'ử' | 'ữ'
        | 'ự' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'æ' => "ae",
        'œ' => "oe",
        other => return other.to_string(),
    };
    plain.to_owned()
}

/// A text in lower case without accents.
pub(super) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.chars().map(folded).collect()
}
