//! Method texts of the results as sentences for people.

use super::number::level;
use super::results::Block;

/// A method text as a sentence: `Kaplan–Meier; 95% confidence interval, log-log; variance Greenwood`.
pub(super) fn sentence(method: &str) -> String {
    let mut parts = method.split(';').map(str::trim).filter(|part| !part.is_empty());
    let mut phrases = vec![named(parts.next().unwrap_or_default())];
    let level = level(method);
    let kind = method.split(';').map(str::trim).find_map(|part| part.strip_prefix("interval "));
    match (level, kind) {
        (Some(level), Some(kind)) => phrases.push(format!("{level} confidence interval, {kind}")),
        (Some(level), None) => phrases.push(format!("confidence level {level}")),
        (None, Some(kind)) => phrases.push(format!("confidence interval, {kind}")),
        (None, None) => {}
    }
    for part in parts.filter(|part| !part.starts_with("interval ") && !part.starts_with("level ")) {
        phrases.push(match part.split_once(' ') {
            Some(("profile", name)) => format!("convention {name}"),
            _ => part.to_owned(),
        });
    }
    phrases.join("; ")
}

/// The methods of some rows as sentences, each once, in the order of the rows.
pub(super) fn sentences(block: &Block<'_>) -> Vec<String> {
    block.distinct(|row| (!row.method.is_empty()).then_some(&*row.method)).into_iter().map(sentence).collect()
}

/// The landmark that the methods of some rows name.
pub(super) fn landmark(block: &Block<'_>) -> Option<f64> {
    let named = |method: &str| -> Option<f64> {
        let mut parts = method.split(';').map(str::trim);
        let text = parts.find_map(|part| part.strip_prefix("landmark "))?;
        text.split(',').next()?.trim().parse().ok()
    };
    block.rows().iter().find_map(|row| named(&row.method))
}

/// Names of people joined as they should be.
fn named(method: &str) -> String {
    method
        .replace("Kaplan-Meier", "Kaplan–Meier")
        .replace("Aalen-Johansen", "Aalen–Johansen")
        .replace("Ghosh-Lin", "Ghosh–Lin")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_become_phrases() {
        assert_eq!(
            sentence("Kaplan-Meier; interval log-log; level 0.95; variance Greenwood; profile engraft"),
            "Kaplan–Meier; 95% confidence interval, log-log; variance Greenwood; convention engraft"
        );
        assert_eq!(sentence("Wilson interval; level 0.9"), "Wilson interval; confidence level 90%");
        assert_eq!(sentence(""), "");
    }
}
