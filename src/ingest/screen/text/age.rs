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
    let (unit, months) = unit.split_at(unit.find(|c: char| c.is_ascii_digit()).unwrap_or(unit.len()));
    if months.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let is_unit = is_named && unit.is_empty() || YEARS.split_whitespace().any(|year| year == unit);
    is_unit.then(|| number.parse().ok()).flatten()
}

fn has_decimal_comma(text: &str) -> bool {
    text.split_once(',').is_some_and(|(_, rest)| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// The years and months of a text that gives both as numbers: `91;3`, `82 5/12`, `88a 8m`, `74+2`, `7/11`.
pub(in super::super) fn years_and_months(text: &str) -> Option<(u32, u32)> {
    let mut runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
    let (years, months, twelve) = (runs.next()?, runs.next()?, runs.next());
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let fits = years.len() <= 3
        && months.len() <= 2
        && letters <= 12
        && twelve.is_none_or(|twelve| twelve == "12")
        && runs.next().is_none()
        && text.starts_with(|c: char| c.is_ascii_digit())
        && !text.contains(['.', '%'])
        && !has_decimal_comma(text);
    let (years, months) = (years.parse().ok()?, months.parse().ok()?);
    (fits && months < 12).then_some((years, months))
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
