//! What words give away: names and free text.

use std::collections::BTreeSet;

use super::super::column::Column;
use super::super::kind::Kind;
use super::super::text::Sign;
use super::super::texts::Texts;
use super::{Found, found, is_telling};

/// Words that hardly ever repeat: names and free text in any language.
pub(super) fn words(column: &Column, units: usize) -> Found {
    let (hints, texts) = (&column.hints, &column.texts);
    if texts.cells * 2 <= column.filled() {
        return if texts.distinct(Sign::Long).max(texts.distinct(Sign::Kin)) >= 3 {
            found(Kind::FreeText, texts.count(Sign::Sentence))
        } else {
            None
        };
    }
    if super::codes::is_published(column) {
        return None;
    }
    let share = texts.stem_share(units);
    let is_term = texts.distinct_share(Sign::Term) >= 0.4;
    let are_words = texts.share(Sign::Words) + texts.share(Sign::Initials) >= 0.8;
    let named = texts.count(Sign::Words) + texts.count(Sign::Initials);
    if are_words && !is_term && !are_choices(texts) && are_names(texts, share) {
        return found(Kind::Name, named.min(texts.cells));
    }
    let written = texts.count(Sign::PersonForm);
    if written as f64 >= 0.7 * texts.cells as f64
        && texts.distinct(Sign::PersonForm) >= 5
        && texts.distinct_share(Sign::Phrase) < 0.2
        && !are_choices(texts)
    {
        return found(Kind::Name, written);
    }
    let sentences = texts.distinct(Sign::Sentence);
    let long = texts.distinct(Sign::Long) >= 3;
    let spoken = texts.share(Sign::Sentence);
    let few = sentences >= 4 && share >= 0.85 && spoken >= 0.6
        || sentences >= 2 && texts.distinct_stems() >= 5 && share >= 0.8 && spoken >= 0.5;
    let are_phrases = texts.distinct_share(Sign::Phrase) >= 0.7;
    // Numbers in long sentences differ; what is told of relatives is told of persons.
    let are_told = texts.distinct(Sign::Long) >= 8 && texts.share(Sign::Long) >= 0.3;
    let are_various = texts.spread.distinct() >= 20 && texts.spread.share(units) >= 0.25;
    if !are_phrases && (are_told && are_various || texts.distinct(Sign::Kin) >= 3) {
        return found(Kind::FreeText, texts.count(Sign::Sentence));
    }
    if share >= 0.3 && !are_phrases && (long || few || sentences >= 8 && spoken >= 0.3)
        || share >= 0.15 && !are_phrases && sentences >= 16 && spoken >= 0.8
    {
        return found(Kind::FreeText, texts.count(Sign::Sentence));
    }
    let are_codes = texts.share(Sign::Slug) >= 0.8
        && texts.distinct_share(Sign::PersonName) < 0.2
        && !is_telling(texts.distinct_stems(), share);
    if is_term || are_codes || hints.says_codes() {
        return None;
    }
    let stems = |sign| texts.distinct(sign).min(texts.distinct_stems());
    if are_words && is_telling(stems(Sign::Words), share) {
        return found(Kind::Name, named.min(texts.cells));
    }
    let are_quantities = texts.share(Sign::Quantity) >= 0.8 || are_choices(texts);
    if texts.share(Sign::Wordy) >= 0.6 && !are_quantities && is_telling(stems(Sign::Wordy), share) {
        return found(Kind::FreeText, texts.count(Sign::Wordy));
    }
    None
}

/// Whether the cells are choices of several answers: what stands between their signs are a few items, each in many.
fn are_choices(texts: &Texts) -> bool {
    let values = texts.spread.values();
    let items = |value: &str| -> Vec<String> {
        value.split(['+', ',', ';', '/', '|', '&']).map(|item| item.trim().to_lowercase()).collect()
    };
    let all: Vec<String> = values.iter().flat_map(|value| items(value)).collect();
    let different: BTreeSet<&String> = all.iter().collect();
    all.len() > values.len() * 3 / 2 && different.len() * 5 <= all.len() && different.len() <= 20
}

/// Whether words are names: those that many bear stand among them, or they begin like names, come in numbers and hold
/// hardly a word that is known here.
fn are_names(texts: &Texts, share: f64) -> bool {
    let (persons, named) = (texts.distinct(Sign::PersonName), texts.distinct_share(Sign::PersonName));
    let unknown = texts.distinct_share(Sign::Term) < 0.2 && texts.share(Sign::Capital) >= 0.9;
    let distinct = texts.distinct_stems();
    persons >= 3 && named >= 0.3
        || persons >= 2 && named >= 0.8
        || unknown && (distinct >= 5 && share >= 0.6 || distinct >= 8 && share >= 0.15)
}
