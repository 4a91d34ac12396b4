//! Texts that say a quantity: numbers with units, signs and words that are known, of a size that is measured.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use super::super::vocabulary::{is_known_code, is_term};

/// Units, folded to small letters.
const UNITS: &str = "cc cm3 cm³ mm3 p таб капс т мг г мл кг ед мкг р раз раза д сут нед ч дн день дня comp cp caps cap cáps ev vo dia dias qd tid tab iu ivgtt po 片 粒 支 袋 次 日 st stone stones mg g kg ug µg μg mcg ng pg fg ml l dl ul µl μl fl cl mmol umol µmol μmol nmol pmol mol iu u miu kiu eu ie ui gy cgy mgy fx h hr hrs \
    hour hours std uhr min mins minute minutes s sec secs d day days tag tage tagen tg jour jours dia dias giorni giorno dag dagen dagar dager dni dzień \
    w wk wks week weeks wo woche wochen semaine semaines sem semana semanas settimane settimana uke uker vecka veckor veka m mo mos mth month months monat \
    monate mois mes meses mesi maand maanden y yr yrs year years jahr jahre ans an ano anos anni jaar år ar lat vuotta mm cm m2 m² km µm um nm in ft lb lbs oz \
    kcal kj bpm mmhg kpa cmh2o hpa x py py. gtt drops ppm ppb hz khz mhz ms mv kv ma mas kvp ev °c °f meq mosm mosmol cells cell copies cop log log10 ln kb mb \
    gb bp pct percent tbl kps tab cap amp vial puffs puff units unit lpf hpf mfi vl tbv perzentile perzentil percentile percentiles centile steps schritte eur usd chf gbp € $ £ pts u/l";
/// Words and signs of dosing and of visits that stand between numbers.
const WORDS: &str = "ic ki ic95 ci95 ki95 по в через q4h q6h q8h q12h q24h ivgtt 口服 静滴 静脉滴注 皮下注射 肌注 睡前 тыс vo ev im sc to of per in at vs and or von bis de à a do till until post pre dose bid tid qid qd qod od bd qw qm prn iv i.v po p.o sc s.c im p.i \
    d day cycle cycles week visit visite visita month year part phase period grade gr stage type typ level arm cohort box shelf rack row col column plate well \
    bag page p pp line lines no nr exon intron domain item q question section peep fio2 igg igm iga cd3 cd4 cd8 cd19 cd34 pos neg ph sg hr p r t rr bp spo2 \
    dq dr dp cw titer titre mfi ci or hr sd se iqr mean median range approx ca about tag woche zyklus jour cycle semaine mois giorno settimana ciclo dag uke \
    день неделя цикл мес визит 週 日 回 次 周 天 月 週目 日目 回目 screening baseline unscheduled eot eos fu follow-up followup up hb na ca cr bm wt ht bmi bsa skin liver gut lung haplo pbmc pb cb";

/// What is measured, as it stands before its number.
const MEASURED: &str = "mfi hr dp ad vaf cd3 cd4 cd8 cd19 cd34 plt plts wbc anc hb ldh crp ferritin dose sum total af gq rd count reads copies titre titer tr te ti ebv cmv bkv adv tnc ck bnp ddimer il6 sil2r";

fn is_sign(letter: char) -> bool {
    !letter.is_alphanumeric() && !matches!(letter, '.' | '²' | '³' | '°')
}

/// What is left of a text between blanks and signs.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = &str> {
    text.split(is_sign).map(|token| token.trim_matches(['.', '°'])).filter(|token| !token.is_empty())
}

static UNIT_SET: LazyLock<BTreeSet<&str>> = LazyLock::new(|| UNITS.split_whitespace().collect());
static WORD_SET: LazyLock<BTreeSet<&str>> = LazyLock::new(|| WORDS.split_whitespace().collect());

pub(in super::super) fn is_unit(token: &str) -> bool {
    let lower = token.to_lowercase();
    UNIT_SET.contains(lower.trim_end_matches('.')) || UNIT_SET.contains(lower.as_str())
}

pub(super) fn is_word(token: &str) -> bool {
    let lower = token.to_lowercase();
    let bare = lower.trim_end_matches('.');
    is_unit(token)
        || WORD_SET.contains(bare)
        || MEASURED.split(' ').any(|measured| measured == bare)
        || bare.len() >= 3
            && token.bytes().filter(u8::is_ascii_digit).count() <= 3
            && (is_known_code(token) || is_term(token))
}

/// What a number in a text can be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Figure {
    /// Three digits at most, or decimals: a measure whatever stands beside it.
    Small,
    /// Four to six digits: a measure beside a unit or a sign of one.
    Large,
    /// Of a length, or with noughts before it, that no measure has.
    Never,
}

pub(super) fn figure(number: &str) -> Figure {
    let (whole, decimals) =
        number.split_once('.').map_or((number, None), |(whole, rest)| (whole, Some(rest)));
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let is_padded = whole.len() > 2 && whole.starts_with('0');
    match (whole.len(), decimals) {
        _ if is_padded || !is_digits(whole) || !decimals.is_none_or(is_digits) => Figure::Never,
        (0..=3, Some(rest)) if rest.len() <= 4 => Figure::Small,
        (0..=3, None) => Figure::Small,
        (0..=6, _) => Figure::Large,
        _ => Figure::Never,
    }
}

/// A number with a unit behind it and no blank between: `250mg`, `16w`, `2x`.
fn split_unit(token: &str) -> Option<(&str, &str)> {
    let at = token.find(|c: char| !c.is_ascii_digit() && c != '.')?;
    (at > 0).then(|| token.split_at(at))
}

/// Whether letters behind a number, with no blank between, are a unit: `14k` too.
fn is_attached(unit: &str) -> bool {
    unit == "k" || is_unit(unit)
}

/// A letter or two with a short number behind: `D22`, `C6`, `IgG`, `M07`.
fn split_label(token: &str) -> Option<(&str, &str)> {
    let at = token.find(|c: char| c.is_ascii_digit())?;
    (at > 0 && token[at..].bytes().all(|byte| byte.is_ascii_digit() || byte == b'.'))
        .then(|| token.split_at(at))
}

/// How many words of a quantity are not known; none, if the text says anything else than a quantity, an interval, a dose, a
/// ratio or a visit.
pub(super) fn quantity(text: &str) -> Option<usize> {
    let plain = plain_figures(text);
    let (unknown, is_one) = weighed(plain.as_deref().unwrap_or(text))?;
    is_one.then_some(unknown)
}

/// A decimal comma, with points between the thousands before it or without.
static DECIMAL_COMMA: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^(.*?\b|)(\d{1,3}(?:\.\d{3})+|\d+),(\d{1,2}\b.*)$").ok());

/// With a point before decimals (`289,9 cc`, `1.935,1`) and powers of ten apart (`8.5x10^8`); none if there is neither.
fn plain_figures(text: &str) -> Option<String> {
    let powers = text.replace("x10^", " x 10^").replace("x10e", " x 10^").replace("x10E", " x 10^");
    let decimal = (text.matches(',').count() == 1)
        .then(|| DECIMAL_COMMA.as_ref()?.captures(&powers))
        .flatten()
        .map(|found| format!("{}{}.{}", &found[1], found[2].replace('.', ""), &found[3]));
    let plain = decimal.unwrap_or(powers);
    (plain != text).then_some(plain)
}

/// How many words of a text with figures are not known, and whether it is a quantity; none, if a figure is no measure.
fn weighed(text: &str) -> Option<(usize, bool)> {
    if is_bearing(text) || is_by_year(text) {
        return None;
    }
    let (mut numbers, mut large, mut unknown, mut decimals, mut units) = (0, 0, 0, 0, 0);
    for token in tokens(text) {
        match said(token) {
            Some(Said::Number(Figure::Never)) if is_counted(text, token) => numbers += 1,
            Some(Said::Number(Figure::Never)) => return None,
            Some(Said::Number(size)) => {
                numbers += 1;
                decimals += usize::from(token.contains('.'));
                large += usize::from(size == Figure::Large && !stands_by_unit(text, token));
            }
            Some(Said::Word) => units += usize::from(is_unit(token) && token.len() > 1),
            None if token.contains(|c: char| c.is_ascii_digit()) => return None,
            None => unknown += 1,
        }
    }
    if unknown >= 2 && units == 0 && are_names(text) {
        return None;
    }
    // One small number is a quantity whatever it is called; several are, if their names are known or one has decimals.
    if unknown > 0 && (large > 0 || unknown > 3 || numbers > 1 && decimals == 0 && units == 0) {
        return None;
    }
    // `470+`: a time that was not waited for to its end.
    let is_censored = text.strip_suffix('+').is_some_and(|time| figure(time) != Figure::Never);
    let has_sign = is_censored
        || text.contains(['<', '>', '≤', '≥', '€', '$', '£', '^', '±'])
        || text.starts_with(['≈', '~']);
    let is_ratio = ["1:", "1/", "1 :"].iter().any(|sign| text.contains(sign));
    let is_one = (1..=8).contains(&numbers)
        && (large == 0 || has_sign || is_ratio || is_range(text))
        && are_in_order(text);
    Some((unknown, is_one))
}

/// `BMT 380/23`: letters in capitals, a number and a year, as records are counted. Pressures have letters of their own.
pub(super) fn is_by_year(text: &str) -> bool {
    let Some((body, year)) = text.rsplit_once('/') else { return false };
    let Some((label, number)) = body.split_once(' ') else { return false };
    let is_year = year.len() == 2 && year.parse::<u32>().is_ok_and(|year| year <= 40);
    let is_number = (2..=5).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    let is_label = label.len() >= 2 && label.bytes().all(|byte| byte.is_ascii_uppercase());
    is_year && is_number && is_label && !["BP", "RR", "TA", "NIBP", "PA", "HLA"].contains(&label)
}

/// Degrees to a wind: a place on the earth.
fn is_bearing(text: &str) -> bool {
    text.split_once('°')
        .is_some_and(|(_, rest)| rest.trim_end().ends_with(['N', 'S', 'E', 'W', 'n', 's', 'e', 'w']))
}

/// A number of seven to twelve digits before a unit: `9587161 cells`.
fn is_counted(text: &str, token: &str) -> bool {
    (7..=12).contains(&token.len())
        && token.bytes().all(|byte| byte.is_ascii_digit())
        && !token.starts_with('0')
        && stands_by_unit(text, token)
}

/// Whether two words that are not known begin with capitals, as streets and persons are called.
fn are_names(text: &str) -> bool {
    let is_name = |token: &&str| {
        token.chars().next().is_some_and(char::is_uppercase)
            && token.chars().filter(|letter| letter.is_lowercase()).count() >= 2
            && !is_word(token)
    };
    tokens(text).filter(is_name).count() >= 2
}

/// What a piece of a text says.
enum Said {
    Number(Figure),
    Word,
}

fn said(token: &str) -> Option<Said> {
    if token.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return Some(Said::Number(figure(token)));
    }
    if is_scientific(token) {
        return Some(Said::Number(Figure::Small));
    }
    if let Some((number, _)) = split_unit(token).filter(|(_, unit)| is_attached(unit)) {
        let size = figure(number);
        return Some(Said::Number(if size == Figure::Large { Figure::Small } else { size }));
    }
    if are_labels(token) || is_product(token) {
        return Some(Said::Number(Figure::Small));
    }
    if let Some((label, number)) = split_label(token) {
        let is_label = label.len() == 1 && "DCWMVYGQxdcwmvy".contains(label)
            || label.chars().count() >= 2 && label.chars().all(char::is_alphabetic) && is_word(label);
        let is_day = matches!(label, "d" | "D") && number.len() == 4;
        let is_short = (number.len() <= 3 || is_day) && is_label;
        return (is_short || is_word(token)).then_some(Said::Number(Figure::Small));
    }
    is_word(token).then_some(Said::Word)
}

/// `2x250`: so many times so much.
fn is_product(token: &str) -> bool {
    let is_short = |part: &str| {
        (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
    };
    token.split_once('x').is_some_and(|(times, dose)| is_short(times) && is_short(dose))
}

/// Two labels and their numbers: `C6D22`, `W4D1`.
fn are_labels(token: &str) -> bool {
    let Some(second) = token.bytes().rposition(|byte| byte.is_ascii_alphabetic()).filter(|at| *at >= 2)
    else {
        return false;
    };
    let is_one = |part: &str| {
        let (label, number) = part.split_at(1);
        "CDWMVYcdwmvy".contains(label)
            && (1..=3).contains(&number.len())
            && number.bytes().all(|byte| byte.is_ascii_digit())
    };
    token.is_ascii() && is_one(&token[..second]) && is_one(&token[second..])
}

/// Whether a unit follows a number behind a blank, or what is measured stands before it.
fn stands_by_unit(text: &str, token: &str) -> bool {
    let Some(at) = text.find(token) else { return false };
    let after = text[at + token.len()..].strip_prefix([' ', '/']).and_then(|rest| rest.split(is_sign).next());
    // `1662/14k`
    let is_pair = text[at + token.len()..]
        .strip_prefix('/')
        .and_then(|rest| split_unit(rest.split(is_sign).next()?))
        .is_some_and(|(number, unit)| is_attached(unit) && figure(number) != Figure::Never);
    let before = text[..at].strip_suffix(' ').and_then(|rest| rest.rsplit(is_sign).next());
    after.is_some_and(is_unit)
        || is_pair
        || before.is_some_and(|word| MEASURED.split(' ').any(|measured| word.eq_ignore_ascii_case(measured)))
}

/// Two whole numbers with a dash, of which the second is greater.
fn is_range(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') && are_in_order(text)
}

fn is_scientific(token: &str) -> bool {
    token.contains(['e', 'E'])
        && token.starts_with(|c: char| c.is_ascii_digit())
        && token.parse::<f64>().is_ok()
        && token.len() <= 9
}

/// Two whole numbers with a dash between them are a range if they rise; numbers in three groups are none.
fn are_in_order(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    if !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') || parts.len() < 2 {
        return true;
    }
    match parts.as_slice() {
        [low, high] => match (low.parse::<u32>(), high.parse::<u32>()) {
            // Pressures.
            (Ok(80..=250), Ok(30..=150)) if high.len() <= low.len() && !high.starts_with('0') => true,
            (Ok(low_number), Ok(high_number)) => {
                low_number < high_number
                    && high.len() <= low.len() + 1
                    && !(low.len() > 1 && low.starts_with('0'))
                    && !high.starts_with('0')
            }
            _ => true,
        },
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_are_recognised() {
        for text in [
            "2.6 (0.4)",
            "0.58-1.03",
            "1:640",
            "1/1024",
            "<5",
            "27%",
            "500 mg BID",
            "Week 17 (+/- 3 days)",
            "C6D22",
            "13/28",
            "2x250 mg, i.v.",
            "7.3 x10^6/kg",
            "152/55 (111)",
            "135-145",
            "HR 0.74",
            "CD3 87%",
            "40000 IU",
            "skin 2 liver 0 gut 1",
            "12.4 ± 0.8",
            "DQ2 MFI 6524",
            "€ 12400",
            "1000-2000",
            "98.6 F",
            "101.3 F",
            "7.4/40/90",
            "115-65",
            "24 x10^9/L",
            "93 something",
        ] {
            assert!(quantity(text).is_some(), "{text}");
        }
        for text in [
            "90518-L",
            "h: 210-1266",
            "52 K 762/37",
            "99-0451",
            "EMP-0451",
            "x3102",
            "bleep 1824",
            "12 345 678 9012345",
            "pid=8593",
            "Migu94",
            "B-AB 1234",
            "037|1827",
            "K7QX",
        ] {
            assert!(quantity(text).is_none(), "{text}");
        }
    }
}
