//! Texts of figures and signs: moulds with short numbers, bounds, estimates, measures behind each other, bare numbers.

use super::measure::{Figure, figure, is_word, tokens};

/// Whether a text is a number with a sign that it lies below or above: `<250`, `≥ 10^6`.
pub(super) fn is_bound(text: &str) -> bool {
    let rest = text.trim_start_matches(['<', '>', '≤', '≥', '=', ' ']);
    rest.len() < text.len()
        && text.starts_with(['<', '>', '≤', '≥'])
        && rest.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a text is a mould with short numbers in it, such as a well or a place in a freezer: three digits at most, or
/// six in numbers of one or two.
pub(super) fn is_mould(text: &str) -> bool {
    let mut runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let has_letter = text.contains(char::is_alphabetic);
    has_letter
        && (digits <= 3
            || digits <= 6 && runs.all(|run| run.len() <= 2 && (run.len() < 2 || !run.starts_with('0'))))
}

/// Whether a text of figures and signs has single figures throughout: answers, never a telephone.
pub(super) fn are_single_figures(text: &str) -> bool {
    let mut runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).peekable();
    runs.peek().is_some() && runs.all(|run| run.len() == 1 || run == "10")
}

/// Whether three numbers or more stand among words that are not known, as a quarter, a house and a flat do.
pub(super) fn names_places(text: &str) -> bool {
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).count();
    let words = text.split(|c: char| !c.is_alphabetic());
    let unknown = words.filter(|word| word.chars().count() >= 3 && !is_word(word)).count();
    numbers >= 3 && unknown >= 3
}

/// Whether every number of a text has three digits at most and no nought before it, and letters stand about it.
pub(super) fn is_loose(text: &str) -> bool {
    let mut runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
    text.contains(char::is_alphabetic)
        && runs.all(|run| run.len() <= 3 && (run.len() < 2 || !run.starts_with('0')))
}

/// An estimate with its interval or a second value in brackets: `1.14 (0.36-2.69)`, `152/55 (111)`.
pub(super) fn is_estimate(text: &str) -> bool {
    let Some((before, rest)) = text.split_once(['(', '[']) else { return false };
    let is_figure = |part: &str| !part.is_empty() && matches!(figure(part), Figure::Small);
    before.contains(['.', '/'])
        && tokens(before).all(is_figure)
        && rest.ends_with([')', ']'])
        && tokens(rest).all(is_figure)
}

/// Whether a text of figures and signs is measured: an estimate, or figures of which one has decimals, behind each other.
pub(super) fn is_measured(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['-', '/', ' ', ';']).filter(|part| !part.is_empty()).collect();
    let is_small = |part: &&str| {
        !part.starts_with('.')
            && matches!(figure(part), Figure::Small)
            && (part.len() == 1 || !part.starts_with('0') || part.starts_with("0."))
            && part.matches('.').count() <= 1
    };
    is_estimate(text)
        || parts.len() > 1 && parts.iter().all(is_small) && parts.iter().any(|part| part.contains('.'))
}

/// The numbers of a text that holds one alone, or several behind each other, and no unit but of years.
pub(in super::super) fn bare_numbers(text: &str) -> Vec<f64> {
    let runs: Vec<&str> = text
        .split(|c: char| !c.is_ascii_digit() && c != '.')
        .map(|run| run.trim_matches('.'))
        .filter(|run| !run.is_empty())
        .collect();
    let others = text.split(|c: char| c.is_ascii_digit() || c == '.');
    let has_sign = text.contains(['€', '$', '£', '%', '<', '>', '=', '/', '^', ':', '-', '+']);
    let are_listed = runs.len() == 1 || text.contains([';', ',']) && !text.contains(char::is_alphabetic);
    let is_measured = others.flat_map(tokens).any(is_word);
    if has_sign || is_measured || !are_listed || runs.iter().any(|run| run.len() > 6) {
        return Vec::new();
    }
    runs.iter().filter_map(|run| run.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_behind_each_other() {
        assert!(
            is_estimate("1.14 (0.36-2.69)") && is_estimate("152/55 (111)") && !is_estimate("(030) 123-4567")
        );
        assert!(is_measured("6.7-9.4-310") && !is_measured("030-123-456") && !is_measured("555.010.9999"));
        assert!(is_bound("<250") && is_bound("≥ 10") && !is_bound("a<b") && !is_bound("250"));
        assert!(is_mould("Ward 4") && !is_mould("AB12345") && bare_numbers("93 let") == [93.0]);
    }
}
