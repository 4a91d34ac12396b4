//! Ages in words: `93 years`, `93J`, `age 93`, `P93Y`.

/// Units of years, folded, as they follow a number.
const YEARS: &str = "y yr yrs year years yo y.o y/o jahre jahr jahren j a ans an anos ano anni anno jaar ar lat lata rok roku let leta \
    rokov vuotta vuotias v ev eves yas yasinda лет год года г роки років рік р г/о ετων ετη ετος χρονων ani godina god godine metai \
    metu m gadi gadu aastat aastane vite vjec urte anys tahun tuoi taon miaka 歳 才 岁 歲 세 살 年 שנים שנה סנה سنة سنوات عاما عام سال साल वर्ष \
    বছর வயது ปี წლის წელი տարեկան տարի";

/// The age that a text says in words, in years.
pub(super) fn age(text: &str) -> Option<u32> {
    let lower = super::super::hint::fold(text);
    let lower = lower.strip_prefix("at ").unwrap_or(&lower);
    let body = ["age", "aged", "alter", "edad", "eta", "age:", "p"]
        .iter()
        .find_map(|word| lower.strip_prefix(word).filter(|rest| rest.starts_with([' ', ':']) || *word == "p"))
        .map(|rest| rest.trim_start_matches([' ', ':']));
    let is_named = body.is_some() && !lower.starts_with('p');
    let body = body.unwrap_or(lower);
    let end = body.find(|c: char| !c.is_ascii_digit()).unwrap_or(body.len());
    let (number, unit) = body.split_at(end);
    if !(1..=3).contains(&number.len()) {
        return None;
    }
    // `93.4 years`, `93,4 Jahre`.
    let unit = match unit.strip_prefix(['.', ',']) {
        Some(rest) => rest.trim_start_matches(|c: char| c.is_ascii_digit()),
        None => unit,
    };
    let unit = unit.trim_start_matches([' ', '-']);
    let unit = unit.split([' ', ',', ';', '-']).next().unwrap_or_default().trim_end_matches('.');
    // `93y4m`.
    let unit = unit.split(|c: char| c.is_ascii_digit()).next().unwrap_or_default();
    let is_unit = is_named && unit.is_empty() || YEARS.split_whitespace().any(|year| year == unit);
    is_unit.then(|| number.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    #[test]
    fn ages_in_words() {
        for text in [
            "93 years",
            "93J",
            "93-year-old",
            "93 y/o",
            "age 93",
            "P93Y",
            "93 лет",
            "93歳",
            "93.4 years",
            "93 y 4 m",
            "93 ans",
        ] {
            assert_eq!(super::age(text), Some(93), "{text}");
        }
        for text in ["93", "93 mg", "P93D", "93 days", "93 kg", "1999 y"] {
            assert_eq!(super::age(text), None, "{text}");
        }
    }
}
