//! Words of a text: how many, how long, in capitals or not.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::super::hint::fold;
use super::super::vocabulary::{is_known_code, is_term};

static KIN_SET: LazyLock<BTreeSet<&str>> = LazyLock::new(|| KIN.split_whitespace().collect());

/// Words that stand in names in small letters.
const PARTICLES: &str = "von van der den de del della di da do dos das du la le el al bin ibn ben bint y e zu zum zur af av ter ten te op ab ap ferch binti née born geb. 't";

/// Whether a word stands in names in small letters.
pub(super) fn is_particle(word: &str) -> bool {
    PARTICLES.split(' ').any(|particle| particle == word)
}

/// Words of a text, as far as it takes to judge it.
#[derive(Debug, Default)]
pub(super) struct WordCounts {
    /// Runs of letters; two letters at least, or one with a dot.
    pub(super) words: usize,
    /// Letters of the longest.
    pub(super) longest: usize,
    pub(super) letters: usize,
    /// Letters of scripts without capitals.
    pub(super) foreign: usize,
    /// Whether there are letters, spaces and the signs of names alone.
    pub(super) are_all: bool,
    /// Whether it is a code of at most four capitals, or of three small letters.
    pub(super) is_short_code: bool,
    /// Whether every word begins like a name.
    pub(super) are_capital: bool,
}

impl WordCounts {
    pub(super) fn of(text: &str) -> Self {
        let is_letter =
            |c: char| c.is_alphabetic() || (!c.is_ascii() && !c.is_numeric() && !c.is_whitespace());
        let mut counts = Self { are_all: true, are_capital: true, ..Self::default() };
        for word in text
            .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '/'))
            .filter(|word| !word.is_empty())
        {
            let letters = word.chars().filter(|c| is_letter(*c)).count();
            let plain =
                word.chars().all(|c| is_letter(c) || matches!(c, '-' | '\'' | '.' | '\u{2019}' | '`'));
            counts.are_all &= plain && letters > 0;
            counts.words += usize::from(letters >= 2 || (letters == 1 && plain));
            let has_digit = word.contains(|c: char| c.is_ascii_digit());
            counts.longest = counts.longest.max(if has_digit { 0 } else { letters });
            counts.letters += word.chars().filter(|c| c.is_alphabetic()).count();
            counts.foreign += word.chars().filter(|c| is_uncased(*c)).count();
            counts.are_capital &= !word.chars().next().is_some_and(char::is_lowercase) || is_particle(word);
        }
        counts.are_all &= !text.contains(['/', ';']);
        let is_code = text.chars().all(|c| c.is_ascii_uppercase() || matches!(c, '-' | '_'));
        let is_small = text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_lowercase());
        counts.is_short_code = is_code && text.len() <= 4 || is_small;
        counts.longest = if counts.is_short_code { 0 } else { counts.longest };
        counts
    }
}

/// Relatives and somebody, folded, as they stand in remarks.
const KIN: &str = "he she his her him wife husband mother father mum mom dad son daughter sister brother parents boyfriend girlfriend fiance family \
    frau mann ehefrau ehemann mutter vater sohn tochter schwester bruder eltern familie seine seiner seinem \
    femme mari epouse mere pere fils fille soeur frere famille esposa marido mujer madre padre hijo hija hermana hermano familia suegra \
    moglie marito figlio figlia sorella fratello famiglia esposa mae pai filho filha irma irmao vrouw echtgenoot moeder vader zoon dochter zus broer \
    zona maz matka ojciec syn corka siostra brat rodzina manzelka manzel dcera sestra bratr rodina vaimo mies aiti isa poika tytar sisko veli perhe \
    hustru fru make mor far datter kone ektefelle sonen dottern systern broren familjen felesege ferje anyja apja fia lanya csaladja \
    esi kocasi annesi babasi oglu kizi kardesi ailesi sotia sotul mama tata fiica fiul supruga suprug majka otac sin cerka sestrom bratom suprugom \
    жена муж мать отец сын дочь сестра брат семья женой мужем матерью мать родители дружина чоловік мати батько син дочка сестра матір матірю він вона";
/// The same, as pieces of texts in scripts without blanks or with endings.
const KIN_SIGNS: [&str; 52] = [
    "妻",
    "夫",
    "母",
    "父",
    "息子",
    "娘",
    "家族",
    "家属",
    "儿子",
    "女儿",
    "丈夫",
    "老伴",
    "妹",
    "姐",
    "哥哥",
    "弟弟",
    "아내",
    "남편",
    "어머니",
    "아버지",
    "아들",
    "딸",
    "가족",
    "보호자",
    "환자",
    "患者",
    "ภรรยา",
    "สามี",
    "แม่",
    "พ่อ",
    "ลูก",
    "ผู้ป่วย",
    "אשת",
    "בעל",
    "אמו",
    "אביו",
    "בנו",
    "בתו",
    "משפח",
    "زوج",
    "والد",
    "ابن",
    "همسر",
    "مادر",
    "پدر",
    "بیمار",
    "पत्नी",
    "मरीज",
    "माँ",
    "রোগী",
    "স্ত্রী",
    "மனைவி",
];

/// Whether a text speaks of a relative, or of him or her.
pub(super) fn speaks_of_somebody(text: &str) -> bool {
    // A question of a questionnaire speaks to somebody.
    if text.ends_with(['?', '？', ';']) || text.starts_with('¿') {
        return false;
    }
    let folded = fold(text);
    folded.split(|c: char| !c.is_alphanumeric()).any(|word| KIN_SET.contains(word))
        || !folded.is_ascii() && KIN_SIGNS.iter().any(|sign| text.contains(sign))
}

fn is_uncased(letter: char) -> bool {
    !letter.is_ascii() && letter.is_alphabetic() && !letter.is_lowercase() && !letter.is_uppercase()
}

/// Two to four capitals: `ABC`, `A.B.`, `A-B`, `A. B.`, unless a trial knows them as a code.
pub(super) fn is_initials(text: &str) -> bool {
    // Small letters alone, as in names of users.
    let upper = if text.bytes().all(|byte| byte.is_ascii_lowercase()) && text.len() == 3 && !is_term(text) {
        text.to_ascii_uppercase()
    } else {
        text.to_owned()
    };
    let text = upper.as_str();
    let letters = text.chars().filter(char::is_ascii_uppercase).count();
    let others = text.chars().all(|c| c.is_ascii_uppercase() || matches!(c, '.' | '-' | ' ' | '_' | '|'));
    (2..=4).contains(&letters)
        && others
        && text.len() <= letters * if text.contains('|') { 5 } else { 3 }
        && !is_known_code(text)
}

/// The letters of a text: what is left of `Cycle 3 Day 15` and of `Cycle 4 Day 1` is the same.
pub(in super::super) fn stem(text: &str) -> String {
    let letters: String =
        text.chars().map(|c| if c.is_ascii() && !c.is_ascii_alphabetic() { ' ' } else { c }).collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
