//! Words of medicine, places and questionnaires, which repeat in trials and name nobody; and names that many bear.
//!
//! The lists stand beside, one word a blank: `terms` whole words, `stems` and `endings` of words of medicine, `signs`
//! pieces of words in scripts without blanks, `names` and `name_endings`, `codes` that are no initials, `places`, `genes`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::hint::fold;

type Words = LazyLock<BTreeSet<String>>;

static TERMS: Words = LazyLock::new(|| folded(include_str!("vocabulary/terms.txt")));
static STEMS: Words = LazyLock::new(|| folded(include_str!("vocabulary/stems.txt")));
static ENDINGS: Words = LazyLock::new(|| folded(include_str!("vocabulary/endings.txt")));
static SIGNS: Words = LazyLock::new(|| folded(include_str!("vocabulary/signs.txt")));
static NAMES: Words = LazyLock::new(|| folded(include_str!("vocabulary/names.txt")));
static NAME_ENDINGS: Words = LazyLock::new(|| folded(include_str!("vocabulary/name_endings.txt")));
static CODES: Words = LazyLock::new(|| listed(include_str!("vocabulary/codes.txt")));
static GENES: Words = LazyLock::new(|| listed(include_str!("vocabulary/genes.txt")));
static PLACES: Words = LazyLock::new(|| listed(include_str!("vocabulary/places.txt")));

/// Words that bind others; they say nothing by themselves.
const BINDING: &str = "and or of the in to at by for from with without not no a an on as per via it is was und oder von der die das mit ohne im et ou de \
    du des la le les en y o con sin del al e ed di da do dos das em com sem til og i och av med a na w z s se u v en van het een met zonder \
    и или в на с без не";

/// What stands beside the name that a disease bears.
const DISEASES: &str = "syndrome disease lymphoma thyroiditis anaemia anemia sarcoma disorder syndrom krankheit maladie sindrome enfermedad malattia choroba";

/// Persons after whom signs, tests and diseases are called.
const EPONYMS: &str = "murphy kernig romberg babinski brudzinski auspitz nikolsky homans trousseau chvostek cullen rovsing mcburney lasegue \
    hoffmann tinel phalen hodgkin coombs evans crohn sjogren hashimoto graves behcet raynaud basedow koebner darier janeway osler virchow \
    courvoisier kehr blumberg psoas obturator lhermitte gowers corrigan duroziez quincke kussmaul biot cheyne dalrymple stellwag mobius \
    schamroth levine hegar chadwick goodell cushing addison kaposi burkitt felty still whipple wegener castleman fanconi gaucher \
    waldenstrom hamman nikolski hutchinson argyll gottron wilson glanzmann gomori perls schirmer donath landsteiner ziehl neelsen wright ham giemsa papanicolaou \
    fine gray cox kaplan meier aalen breslow weibull haenszel rinne weber allen tzanck mantoux paul bunnell rose waaler widal schilling kleihauer betke fite grocott masson congo gram pappenheim gibbs heller";

/// First signs of Chinese names, and last signs of Japanese family names.
const CHINESE: &str = "尤岳单裴翁柏柳冉甘华向鲍路温管阮齐梅盛童颜耿牛章詹涂苗鲁宁符莫祝王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏锺钟汪田任姜范\
    方石姚谭廖邹熊金陆郝孔崔康毛邱秦史顾侯邵孟龙段雷钱汤尹易常武乔贺赖龚文";
const JAPANESE: &str = "田村山川本井野藤木原口橋林島谷崎沢澤瀬塚坂岡浦森中水上下内辺部葉子美郎介";
/// First signs of Korean names.
const KOREAN: &str = "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕";

fn listed(text: &str) -> BTreeSet<String> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).map(str::to_owned).collect()
}

fn folded(text: &str) -> BTreeSet<String> {
    listed(text).iter().map(|word| fold(word)).collect()
}

/// The words of a folded text, without numbers.
fn words(folded: &str) -> Vec<&str> {
    let is_part = |c: char| c.is_alphabetic() || (!c.is_ascii() && !c.is_whitespace() && !c.is_numeric());
    folded.split(|c: char| !is_part(c)).filter(|word| !word.is_empty()).collect()
}

static EPONYM_SET: LazyLock<BTreeSet<&str>> = LazyLock::new(|| EPONYMS.split_whitespace().collect());

/// Whether a text is of the vocabulary: most of its words, the short ones aside.
pub(super) fn is_term(text: &str) -> bool {
    is_folded_term(&fold(text))
}

fn is_folded_term(folded: &str) -> bool {
    if has_sign(folded) {
        return true;
    }
    let all = words(folded);
    let long: Vec<&str> = all.iter().copied().filter(|word| word.chars().count() >= 4).collect();
    let words = if long.is_empty() { all } else { long };
    let words: Vec<&str> = words.into_iter().filter(|word| word.chars().count() >= 2).collect();
    let known = words.iter().filter(|word| is_known(word)).count();
    known * 2 > words.len()
}

/// Whether a text is of the vocabulary ([`is_term`]), and whether every word of it is, or binds others.
pub(super) fn term_and_phrase(text: &str) -> (bool, bool) {
    let folded = fold(text);
    (is_folded_term(&folded), is_folded_phrase(&folded))
}

fn is_folded_phrase(folded: &str) -> bool {
    let words = words(folded);
    let is_binding = |word: &str| BINDING.split_whitespace().any(|other| other == word);
    !words.is_empty()
        && words.iter().all(|word| word.chars().count() < 2 || is_binding(word) || is_known(word))
}

/// Whether a piece of medicine in a script without blanks stands in a text.
fn has_sign(folded: &str) -> bool {
    !folded.is_ascii() && {
        let letters: Vec<char> = folded.chars().collect();
        let longest = letters.len().min(6);
        (1..=longest).any(|length| {
            letters.windows(length).any(|window| SIGNS.contains(window.iter().collect::<String>().as_str()))
        })
    }
}

fn is_known(word: &str) -> bool {
    TERMS.contains(word)
        || EPONYM_SET.contains(word)
        || starts_with_one_of(&STEMS, word)
        || ends_with_one_of(&ENDINGS, word, 3)
}

fn starts_with_one_of(beginnings: &BTreeSet<String>, word: &str) -> bool {
    let ends = word.char_indices().map(|(at, letter)| at + letter.len_utf8()).skip(2);
    ends.into_iter().any(|end| beginnings.contains(&word[..end]))
}

/// Whether a word ends in one of these, with so many letters before it.
fn ends_with_one_of(endings: &BTreeSet<String>, word: &str, before: usize) -> bool {
    word.char_indices().skip(before).any(|(at, _)| endings.contains(&word[at..]))
}

/// Whether a title, a name that many bear, or the ending of a family name stands in a text of letters.
pub(super) fn is_given_or_family_name(text: &str) -> bool {
    let is_letter = |c: char| c.is_alphabetic() || (!c.is_ascii() && !c.is_whitespace());
    let plain = text.chars().all(|c| is_letter(c) || matches!(c, ' ' | '.' | ',' | '-' | '_' | '\''));
    if !plain {
        return false;
    }
    if is_east_asian_name(text) {
        return true;
    }
    let folded = fold(text);
    if folded.split(' ').any(|word| DISEASES.split(' ').any(|disease| disease == word)) {
        return false;
    }
    // An eponym alone is a sign or a disease; beside another name it is part of a name.
    if folded.split(['-', '/']).all(|word| EPONYM_SET.contains(word)) {
        return false;
    }
    let is_one =
        |word: &str| NAMES.contains(word) || ends_with_one_of(&NAME_ENDINGS, word, 2) && !is_known(word);
    text.chars().count() > 1
        && folded.split([' ', ',', '-', '_', '.']).any(|word| word.chars().count() >= 2 && is_one(word))
}

/// Words for physicians and nurses, and what is said behind names, in scripts without capitals.
const TITLES: &str = "교수 전공의 간호사 선생 선생님 의사 원장 과장 님 씨 환자 医生 主任 教授 护士 護士 醫師 醫生 先生 女士 小姐 医師 看護師 さん 様 氏 師長";

pub(super) fn is_east_asian_name(text: &str) -> bool {
    let bare = text.split_whitespace().filter(|word| !TITLES.split(' ').any(|title| title == *word));
    let bare = bare.collect::<Vec<_>>().join(" ");
    let bare = TITLES.split(' ').find_map(|title| bare.strip_suffix(title)).unwrap_or(&bare);
    let text = if bare.is_empty() { text } else { bare };
    // The sexes.
    if ["남", "여", "男", "女"].contains(&text) {
        return false;
    }
    let letters: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    let are = |range: std::ops::RangeInclusive<char>| letters.iter().all(|letter| range.contains(letter));
    match letters.as_slice() {
        [first, ..] if are('\u{AC00}'..='\u{D7A3}') => letters.len() <= 4 && KOREAN.contains(*first),
        [first, second, ..] if are('\u{4E00}'..='\u{9FFF}') => {
            let last = letters[letters.len() - 1];
            letters.len() <= 5
                && (CHINESE.contains(*first) || JAPANESE.contains(*second) || JAPANESE.contains(last))
        }
        [only] => are('\u{4E00}'..='\u{9FFF}') && CHINESE.contains(*only),
        _ => false,
    }
}

/// Whether a text names genes and nothing else, one or several.
pub(super) fn are_genes(text: &str) -> bool {
    let mut words = text.split([' ', ',', ';', '/', '+', '-']).filter(|word| !word.is_empty()).peekable();
    words.peek().is_some() && words.all(|word| GENES.contains(word))
}

/// Whether capitals are a code that trials know: a test, a unit, a donor, a response.
pub(super) fn is_known_code(text: &str) -> bool {
    CODES.contains(text) || PLACES.contains(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_in_many_languages() {
        for text in [
            "Febrile neutropenia",
            "Übelkeit",
            "Dolor de espalda",
            "Ból głowy",
            "Тромбоцитопения",
            "血小板减少",
            "高血圧症",
            "빈혈",
            "ألم ظهر",
            "mäßig",
            "Pays-Bas",
            "Ciclosporina",
            "death-before-last-contact",
            "ปวดหัว",
        ] {
            assert!(is_term(text), "{text}");
        }
        for text in ["Muster", "佐藤", "김민준", "Иванова", "da Silva", "محمد", "Beispielmann"]
        {
            assert!(!is_term(text), "{text}");
        }
    }

    #[test]
    fn names_in_many_languages() {
        for text in [
            "佐藤",
            "김민준",
            "Иванова",
            "Jónsdóttir",
            "Mwangi",
            "გიორგაძე",
            "王伟",
            "Гаврилюк",
            "Kovačević",
            "Müller",
        ] {
            assert!(is_given_or_family_name(text), "{text}");
        }
        for text in ["Neutropenia", "mild", "Blut", "ITP", "10^9/L", "あり"] {
            assert!(!is_given_or_family_name(text), "{text}");
        }
    }
}
