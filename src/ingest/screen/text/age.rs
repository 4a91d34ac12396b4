//! Ages in words: `93 years`, `93J`, `age 93`, `P93Y`.

/// Units of years, folded, as they follow a number.
const YEARS: &str = "y yr yrs jr year years yo y.o y/o jahre jahr jahren j a ans an anos ano anni anno jaar ar lat lata r rok roku let leta \
    rokov vuotta vuotias v ev eves yas yasinda лет год года г роки років рік р г/о ετων ετη ετος χρονων ani godina god godine metai \
    metu m gadi gadu aastat aastane vite vjec urte anys tahun tuoi taon taong ara ani umur umri umr yosh jas жас жаста жыл ساله سالگی سنه ጎልማሳ ዓመት miaka miaka 歳 才 岁 歲 세 살 年 שנים שנה סנה سنة سنوات عاما عام سال साल वर्ष \
    বছর வயது ปี წლის წელი տարեկան տարի";

/// The age that a text says in words, in years.
pub(super) fn age(text: &str) -> Option<u32> {
    let lower = super::super::hint::fold(text);
    if let Some(age) = spelled(&lower) {
        return Some(age);
    }
    let lower = lower.strip_prefix("at ").unwrap_or(&lower);
    // `di anni 93`, `anni 93`.
    let behind = lower.strip_prefix("di ").unwrap_or(lower);
    if let Some((word, number)) = behind.split_once([' ', ':'])
        && word.chars().count() >= 3
        && YEARS.split_whitespace().any(|year| year == word)
        && let Ok(age) = number.trim_start_matches([' ', ':']).parse::<u32>()
    {
        return (age < 1000).then_some(age);
    }
    // `died aged 93`.
    let lower = lower.find("aged ").filter(|at| *at <= 12).map_or(lower, |at| &lower[at..]);
    let body = ["age", "aged", "alter", "edad", "eta", "age:", "p"]
        .iter()
        .find_map(|word| lower.strip_prefix(word).filter(|rest| rest.starts_with([' ', ':']) || *word == "p"))
        .map(|rest| rest.trim_start_matches([' ', ':']));
    let is_named = body.is_some() && !lower.starts_with('p');
    let body = body.unwrap_or(lower);
    // `F/26y`, `male, 93 years`: a word before the age.
    let lead = body.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let is_led = lead > 0
        && body[..lead].ends_with(['/', ' ', ',', '-', '|', ';'])
        && body[..lead].chars().count() <= 12;
    let is_person = body[..lead]
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .all(|word| SEXES.split_whitespace().any(|sex| sex == word));
    let body = if is_led && is_person { &body[lead..] } else { body };
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
    let unit = unit.trim_start_matches([' ', '-', '{', '(', '[']);
    // `93 de ani`.
    let unit = unit.strip_prefix("de ").unwrap_or(unit);
    let unit =
        unit.split([' ', ',', ';', '-', '}', ')', ']']).next().unwrap_or_default().trim_end_matches('.');
    // `93y4m`.
    let (unit, months) = unit.split_at(unit.find(|c: char| c.is_ascii_digit()).unwrap_or(unit.len()));
    if months.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    // `г` is a year, `г/л` grams a litre; `г/о` is a year of birth.
    let is_rate = unit.contains('/') && !YEARS.split_whitespace().any(|year| year == unit);
    if is_rate {
        return None;
    }
    let is_adjective = ADJECTIVES.split(' ').any(|beginning| unit.starts_with(beginning));
    let is_unit =
        is_adjective || is_named && unit.is_empty() || YEARS.split_whitespace().any(|year| year == unit);
    is_unit.then(|| number.parse().ok()).flatten()
}

/// Beginnings of words for `years old`.
const ADJECTIVES: &str = "jahrig arig jarig letni letn roczn летн річн eves vuotia";

/// What stands before an age: the sex, or that it is one.
const SEXES: &str = "f m w d male female man woman boy girl mann frau weiblich mannlich homme femme hombre mujer uomo donna masc fem ж м patient pat pt age aged alter circa ca about";

/// Tens, as they begin or end a number in words, and what goes before the years.
const TENS: [(&str, u32); 36] = [
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
    ("zwanzig", 20),
    ("dreissig", 30),
    ("vierzig", 40),
    ("funfzig", 50),
    ("sechzig", 60),
    ("siebzig", 70),
    ("achtzig", 80),
    ("neunzig", 90),
    ("veinti", 20),
    ("treinta", 30),
    ("cuarenta", 40),
    ("cincuenta", 50),
    ("sesenta", 60),
    ("setenta", 70),
    ("ochenta", 80),
    ("noventa", 90),
    ("trenta", 30),
    ("quaranta", 40),
    ("cinquanta", 50),
    ("sessanta", 60),
    ("settanta", 70),
    ("ottanta", 80),
    ("novanta", 90),
    ("quarante", 40),
    ("cinquante", 50),
    ("quatre-vingt-dix", 90),
    ("quatre-vingt", 80),
    ("soixante", 60),
];
const ONES: [&str; 36] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ein", "zwei", "drei", "vier",
    "funf", "sechs", "sieben", "acht", "neun", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete",
    "ocho", "nueve", "un", "deux", "trois", "quatre", "cinq", "sept", "huit", "neuf", "due",
];

/// An age whose number is written in words: `ninety-four-year-old man`, `vierundneunzig Jahre`. Above ninety is told as 91.
fn spelled(folded: &str) -> Option<u32> {
    let says_years =
        ["year", "jahr", " ans", "anos", "anni", "yrs"].iter().any(|years| folded.contains(years));
    if !says_years || folded.len() > 60 || folded.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (word, tens) = TENS.iter().find(|(word, _)| folded.contains(word))?;
    let rest = folded.replacen(word, " ", 1);
    let before_years =
        rest.find("year").or_else(|| rest.find("jahr")).map_or(rest.as_str(), |at| &rest[..at]);
    let has_ones = ONES.iter().any(|one| before_years.contains(one))
        || *word == "quatre-vingt-dix" && rest.contains('-');
    Some(tens + u32::from(has_ones))
}

fn has_decimal_comma(text: &str) -> bool {
    text.split_once(',').is_some_and(|(_, rest)| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether two or three digits and a unit of years stand anywhere in a text.
pub(in super::super) fn mentions_years(text: &str) -> bool {
    let folded = super::super::hint::fold(text);
    let ends = folded.char_indices().zip(folded.chars().skip(1));
    ends.filter(|((_, letter), next)| letter.is_ascii_digit() && !next.is_ascii_digit()).any(
        |((at, _), _)| {
            let digits = folded[..=at].bytes().rev().take_while(u8::is_ascii_digit).count();
            let unit = folded[at + 1..].trim_start_matches([' ', '-']);
            let unit = unit.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            (2..=3).contains(&digits)
                && unit != "a"
                && unit != "g"
                && YEARS.split_whitespace().any(|year| year == unit)
        },
    )
}

/// The sex and the age of a text that says both with a letter and a number: `M74`, `63 f`.
pub(in super::super) fn sexed_age(text: &str) -> Option<(char, u32)> {
    let letter = text.chars().find(char::is_ascii_alphabetic)?.to_ascii_uppercase();
    let rest = text.trim_matches(|c: char| {
        c.is_ascii_alphabetic() || matches!(c, ' ' | '/' | ',' | '-' | ';' | '.' | '(' | ')')
    });
    let is_one = text.bytes().filter(u8::is_ascii_alphabetic).count() == 1;
    let is_age = (1..=3).contains(&rest.len()) && rest.bytes().all(|byte| byte.is_ascii_digit());
    (is_one && is_age && "MFWKHD".contains(letter)).then(|| Some((letter, rest.parse().ok()?))).flatten()
}

/// The years of a number of days, weeks or months that a text says and nothing else: `31181 Tage`, `1124 months`.
pub(in super::super) fn span_of_life(text: &str) -> Option<f64> {
    const UNITS: [(&str, f64); 3] = [
        (
            "d day days tag tage tagen jour jours dia dias giorni dagen dage dagar dni paivaa дней дня nap gun",
            365.25,
        ),
        ("w wk wks week weeks woche wochen semaines semanas settimane weken uger veckor", 52.18),
        (
            "m mo mos mon month months monat monate monaten mois mes meses mesi maanden maneder manader miesiecy mesicu kuukautta месяцев ay 月 个月 개월 ヶ月 か月",
            12.0,
        ),
    ];
    let at = text.find(|c: char| !c.is_ascii_digit())?;
    let (number, unit) = text.split_at(at);
    let unit = super::super::hint::fold(unit.trim());
    let in_year = UNITS.iter().find(|(units, _)| units.split(' ').any(|other| other == unit))?.1;
    (1..=5)
        .contains(&number.len())
        .then(|| number.parse::<f64>().ok())
        .flatten()
        .map(|number| number / in_year)
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
    fn ages_beside_other_things() {
        assert_eq!(super::years_and_months("91;3"), Some((91, 3)));
        assert_eq!(super::years_and_months("82 5/12"), Some((82, 5)));
        assert_eq!(super::years_and_months("74,7 %"), None);
        assert_eq!(super::sexed_age("96/M"), Some(('M', 96)));
        assert_eq!(super::sexed_age("F 63"), Some(('F', 63)));
        assert_eq!(super::age("ninety-four-year-old man"), Some(91));
        assert_eq!(super::age("F/93y"), Some(93));
        assert!(super::span_of_life("31181 Tage").is_some_and(|years| (85.0..86.0).contains(&years)));
        assert!(super::span_of_life("31181 mg").is_none());
        assert!(super::mentions_years("AA (65 y)") && !super::mentions_years("AA (65 mg)"));
    }

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
