//! Dates with the month in words, or with the year, the month and the day named as such.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::super::hint::fold;
use super::{DateForm, is_islamic_year, is_year};

/// Beginnings of month names, folded, in the languages that are common in trials.
const MONTHS: &str = "jan feb mar apr may jun jul aug sep oct nov dec okt dez mai maj mei mrt maer gen mag giu lug ago \
    set ott dic ene abr fev avr jui aou dez out mayo sty lut kwi cze lip sie wrz paz lis gru led uno bre dub kve cer srp \
    zar rij pro tam hel maa huh tou kes hei elo syy lok mar jou ian iun iul noi szept okt maj tam oca sub nis haz tem agu \
    eyl eki kas ara sij velj ozu tra svi lip srp kol stu pro sau vas kov bal geg bir lie rgp rug spa lap ags des peb hul \
    nob mac ion chw maw ebr meh gor med hyd tac muharram safar rabi jumad rajab shaban ramadan shawwal dhu farvard ordibe \
    khordad mordad shahrivar mehr aban azar bahman esfand янв фев мар апр мая май июн июл авг сен окт ноя дек січ лют бер \
    кві тра чер лип сер вер жов лис гру яну юни юли јан феб мај јун јул дец сту кра ιαν φεβ μαρ απρ μαι ιουν ιουλ αυγ σεπ \
    οκτ νοε δεκ";
/// What stands for a part that is not known.
const UNKNOWN: [&str; 9] = ["un", "unk", "uk", "xx", "x", "nk", "na", "nn", "ud"];

static BEGINNINGS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| MONTHS.split_whitespace().collect());

pub(super) fn is_month(word: &str) -> bool {
    let word = fold(word.trim_end_matches('.'));
    let ends = word.char_indices().map(|(at, letter)| at + letter.len_utf8()).skip(2).take(8);
    ends.into_iter().any(|end| BEGINNINGS.contains(&word[..end]))
}

/// Names of months as they are written out or shortened to four letters at most, folded.
const NAMES: &str = "january february march april june july august september october november december januar februar marz maj juni juli oktober dezember \
    janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre enero febrero marzo abril mayo junio julio agosto septiembre octubre \
    noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre janeiro fevereiro marco maio junho julho setembro outubro \
    novembro dezembro januari februari maart mei augustus desember januari december oktober stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia \
    pazdziernika listopada grudnia";

const SHORT: &str = "jan feb mar apr may jun jul aug sep sept oct nov dec mrz mai okt dez janv fevr avr juil dec ene abr ago dic gen mag giu lug set ott mrt mei des";

static MONTH_NAMES: LazyLock<BTreeSet<&str>> =
    LazyLock::new(|| SHORT.split(' ').chain(NAMES.split_whitespace()).collect());

/// Whether a folded word is a month and cannot be the beginning of another word.
pub(super) fn is_month_name(folded: &str) -> bool {
    MONTH_NAMES.contains(folded)
}

pub(super) fn is_roman_month(word: &str) -> bool {
    let word = word.to_ascii_uppercase();
    ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"].contains(&word.as_str())
}

/// A run of digits or of letters.
enum Piece {
    /// A whole number and its digits.
    Number(u32, usize),
    Word(String),
}

impl Piece {
    fn is_year(&self) -> bool {
        matches!(self, Self::Number(year, 4) if is_year(*year) || is_islamic_year(*year))
    }

    fn is_day(&self) -> bool {
        matches!(self, Self::Number(day, 1 | 2) if (1..=31).contains(day))
    }

    fn is_month(&self) -> bool {
        matches!(self, Self::Word(word) if is_month(word))
    }
}

/// The date of a text with its month in words: `12MAY2020`, `May 12, 2020`, `12. toukokuuta 2020`, `May 2020`.
pub(super) fn spelled_out(text: &str) -> Option<DateForm> {
    let pieces = pieces(text);
    if !pieces.iter().any(|piece| matches!(piece, Piece::Number(_, 2 | 4))) {
        return None;
    }
    let has_month = pieces.iter().any(Piece::is_month);
    let in_a_row = pieces.windows(3).any(|window| is_row(window, pieces.len(), text));
    if in_a_row || is_foreign(&pieces) || has_month && has_day_beside_month(&pieces) || is_vietnamese(&pieces)
    {
        return Some(DateForm::Full);
    }
    let others = pieces.iter().filter(|piece| !piece.is_year() && !piece.is_month());
    let are_unknown = others
        .into_iter()
        .all(|piece| matches!(piece, Piece::Word(word) if UNKNOWN.contains(&word.to_lowercase().as_str())));
    let years = pieces.iter().filter(|piece| piece.is_year()).count();
    (has_month && years == 1 && are_unknown).then_some(DateForm::Month)
}

/// Day, month and year (or the year first), one beside the other; `pieces` is how many there are in all.
fn is_row(window: &[Piece], pieces: usize, text: &str) -> bool {
    let [first, Piece::Word(word), last] = window else { return false };
    let is_month = is_month(word);
    // A word that is not known as a month stands between a day and a year in other languages.
    let may_be = is_month || pieces == 3 && (word.chars().count() >= 3 || is_roman_month(word));
    let is_short =
        matches!(last, Piece::Number(_, 2)) && pieces == 3 && (!text.contains(' ') || text.contains('\''));
    may_be && (first.is_day() && last.is_year() || first.is_year() && last.is_day())
        || is_month && first.is_day() && is_short
}

/// Two numbers, a day and a year, among words of another script, as in `12 ม.ค. 2563`.
fn is_foreign(pieces: &[Piece]) -> bool {
    let words: Vec<&String> = pieces
        .iter()
        .filter_map(|piece| if let Piece::Word(word) = piece { Some(word) } else { None })
        .filter(|word| word.chars().count() > 1 || !word.is_ascii())
        .collect();
    let numbers: Vec<&Piece> = pieces.iter().filter(|piece| matches!(piece, Piece::Number(..))).collect();
    let [first, second] = numbers.as_slice() else { return false };
    matches!(pieces.first(), Some(Piece::Number(..)))
        && (first.is_day() && second.is_year() || first.is_year() && second.is_day())
        && (1..=3).contains(&words.len())
        && words.iter().all(|word| !word.is_ascii())
}

fn has_day_beside_month(pieces: &[Piece]) -> bool {
    let mut months = pieces.iter().enumerate().filter(|(_, piece)| piece.is_month());
    pieces.iter().any(Piece::is_year)
        && months.any(|(at, _)| {
            let near = [at.checked_sub(1), at.checked_sub(2), at.checked_add(1)];
            near.into_iter().flatten().any(|at| pieces.get(at).is_some_and(Piece::is_day))
        })
}

/// `ngày 12 tháng 5 năm 2020`.
fn is_vietnamese(pieces: &[Piece]) -> bool {
    let says =
        |word: &str| pieces.iter().any(|piece| matches!(piece, Piece::Word(other) if fold(other) == word));
    says("thang") && pieces.iter().any(Piece::is_year) && pieces.iter().any(Piece::is_day)
}

/// The runs of digits and of letters of a text.
fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut run = String::new();
    let mut is_number = false;
    let mut close = |run: &mut String, is_number: bool| {
        if run.is_empty() {
            return;
        }
        let text = std::mem::take(run);
        if is_number {
            pieces.push(Piece::Number(text.parse().unwrap_or(u32::MAX), text.len()));
        } else if !matches!(
            text.as_str(),
            "de" | "of" | "the" | "del" | "den" | "st" | "nd" | "rd" | "th" | "er" | "T"
        ) {
            pieces.push(Piece::Word(text));
        }
    };
    // Signs of vowels are no letters of their own.
    let is_letter =
        |letter: char| letter.is_alphanumeric() || (!letter.is_ascii() && !letter.is_whitespace());
    for letter in text.chars().take(200) {
        let digit = letter.is_ascii_digit();
        if !is_letter(letter) || digit != is_number {
            close(&mut run, is_number);
        }
        if is_letter(letter) {
            is_number = digit;
            run.push(letter);
        }
    }
    close(&mut run, is_number);
    pieces
}

/// Year, month and day (or year and month), each followed by its sign.
pub(super) fn east_asian(text: &str) -> Option<DateForm> {
    let signs = [['年', '月', '日'], ['년', '월', '일']];
    let follow = |signs: &[char]| {
        let mut rest = text;
        signs.iter().all(|sign| match rest.split_once(*sign) {
            Some((before, after)) => {
                rest = after;
                before.trim_end().chars().next_back().is_some_and(char::is_numeric)
            }
            None => false,
        })
    };
    let of = |length: usize| signs.iter().any(|signs| follow(&signs[..length]));
    let is_calendar = text.chars().filter(char::is_ascii_digit).count() >= 3;
    if of(3) { Some(DateForm::Full) } else { (of(2) && is_calendar).then_some(DateForm::Month) }
}
