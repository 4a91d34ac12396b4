//! How persons are written where no list knows their names: a family name, a comma and a given name; an initial and a
//! family name; a title and what follows it. Staff comes again and again in a delivery, so that repetition tells nothing.

use super::super::hint::fold;
use super::super::vocabulary::{is_east_asian_name, is_term};

/// Titles, and what stands before the name of who signed, folded and without points.
const TITLES: &str = "dr dra dre drs dott dottssa dr/a prof profdr univprof pd priv-doz mgr ing lic piel pielegniarka inf infermiera oss enf enfermera \
    enfermero inf dipl med dent vet rn np pa bsn msn md phd mme mlle mr mrs ms miss herr frau hr fr sr sra srta sig signor signora sigra gez ia iv ppa \
    ass assist oa oarzt oberarzt oberarztin assistenzarzt arztin chefarzt sestra sestricka mudr judr phdr doc bc rndr med lek lekarz gyd dzgyd zdr \
    hemsire uzm op ogr ov overlege lege laege ssk sjukskoterska leg hoitaja sh lakari ll lt el erik pt patient pat klinikarzt sr/a don dona pan pani \
    dhr mevr mw hem hems hemsire лікар врач завідд зав відд медсестра фельдшер др проф דר פרופ гл ст עו 연구간호사 간호사 교수 의사 전공의 研究者 担当 主治医 fam familie dipl-med prim primar sv ns suster bidan zr apn vpk zuster asc asist hem spl";

/// Whether a text is written as persons are.
pub(super) fn is_person_form(text: &str) -> bool {
    let text = behind_path(text);
    let name = behind_ward(text);
    if name.len() < text.len() {
        return true;
    }
    let text = without_brackets(text);
    let text = text.trim().trim_end_matches([',', ';', ':']);
    if text.chars().count() < 2 || text.chars().count() > 60 {
        return false;
    }
    // DICOM: `FAMILY^GIVEN`, several behind each other.
    if text.contains('^') {
        return text.split('\\').all(|name| name.split('^').next().is_some_and(are_names));
    }
    let (titles, bare) = without_titles(text);
    if bare.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    if titles > 0 {
        return !bare.is_empty() && (are_names(&bare) || is_with_initial(&bare) || is_listed(&bare));
    }
    is_listed(&bare) || is_with_initial(&bare) || is_pair(&bare) || are_east_asian(&bare)
}

/// `Anna Muster`, `Anna Maria MUSTER`, `王伟、张丽`.
fn is_pair(text: &str) -> bool {
    let count = text.split_whitespace().filter(|word| !super::words::is_particle(word)).count();
    (2..=4).contains(&count) && are_names(text)
}

fn are_east_asian(text: &str) -> bool {
    text.contains('、') && text.split('、').all(|name| is_east_asian_name(name.trim()))
}

/// `\provider\FAMILY,GIVEN\`: the last piece of a path.
fn behind_path(text: &str) -> &str {
    let Some(path) = text.strip_prefix(['\\', '/']) else { return text };
    path.trim_end_matches(['\\', '/']).rsplit(['\\', '/']).next().unwrap_or(text)
}

/// `12-王伟`, `+6床王伟`, `内科)中村`: the number of a bed or a ward before a name without capitals.
fn behind_ward(text: &str) -> &str {
    if text.is_ascii() {
        return text;
    }
    let rest = text.split_once([')', '）']).map_or(text, |(_, rest)| rest);
    let rest =
        rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | ' ' | '床' | '号'));
    if rest.len() < text.len() && is_east_asian_name(rest) { rest } else { text }
}

/// Without what stands in brackets behind other text.
fn without_brackets(text: &str) -> &str {
    match text.split_once(['(', '[', '（']) {
        Some((before, _)) if before.trim().len() >= 2 => before.trim_end(),
        _ => text,
    }
}

/// How many titles stand before a text, and the text behind them.
fn without_titles(text: &str) -> (usize, String) {
    // What a signature is told with, behind the name: `..., lic. 46178`.
    let text =
        text.split_once(',').map_or(text, |(name, rest)| if is_abbreviation(rest) { name } else { text });
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_title = |word: &&&str| {
        let folded: String = fold(word).chars().filter(|c| !matches!(c, '.' | ':' | '\'' | '"')).collect();
        TITLES.split_whitespace().any(|title| title == folded)
    };
    let titles = words.iter().take_while(is_title).count();
    (titles, words[titles..].join(" "))
}

/// `lic. 46178`, `מ.ר. 46178`: letters with points and a number.
fn is_abbreviation(text: &str) -> bool {
    let text = text.trim();
    text.contains('.')
        && text.contains(|c: char| c.is_ascii_digit())
        && text.split(|c: char| !c.is_alphabetic()).all(|part| part.chars().count() <= 4)
}

/// A word that begins like a name and is no term: `Muster`, `MUSTER-MANN`, `O'Beispiel`, `d'Exemple`.
fn is_name(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let plain = word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '\u{2019}' | '`'));
    letters >= 2 && plain && word.chars().next().is_some_and(is_first) && !is_term(word)
}

/// Whether a name may begin with a letter: a capital, or one of a script that has none.
fn is_first(letter: char) -> bool {
    letter.is_uppercase() || letter.is_alphabetic() && !letter.is_lowercase()
}

/// Whether words are names: one to four, particles aside.
fn are_names(text: &str) -> bool {
    let mut words = text.split_whitespace().filter(|word| !super::words::is_particle(word)).peekable();
    let count = text.split_whitespace().count();
    words.peek().is_some() && count <= 5 && words.all(is_name)
}

/// `A.`, `A.-B.`, `A.B.`, `A`.
fn is_initial(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    (1..=3).contains(&letters)
        && word.chars().next().is_some_and(char::is_uppercase)
        && word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
        && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-'))
        && (letters == 1 || word.matches('.').count() >= letters)
}

/// `A. Muster`, `A. B. von Muster`, `Muster A.`, `Muster, A.`; a letter without its point is one behind a name alone.
fn is_with_initial(text: &str) -> bool {
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let initials = words.iter().take_while(|word| is_initial(word) && word.ends_with('.')).count();
    if initials > 0 && initials < words.len() {
        return are_names(&words[initials..].join(" "));
    }
    let behind = words.iter().rev().take_while(|word| is_initial(word)).count();
    // `MUSTER T`
    let is_capital = |word: &&&str| word.chars().count() >= 3 && word.chars().all(|c| !c.is_lowercase());
    let is_family = behind == 1 && words.len() == 2 && words.first().as_ref().is_some_and(is_capital);
    let is_pointed = is_family || words.last().is_some_and(|word| word.ends_with('.')) || text.contains(',');
    behind > 0 && behind < words.len() && is_pointed && are_names(&words[..words.len() - behind].join(" "))
}

/// `Muster, Anna`, `MUSTER,ANNA B.`, `Muster/Beispiel`.
fn is_listed(text: &str) -> bool {
    let pair = text.split_once(',').or_else(|| text.split_once('/'));
    let Some((family, given)) = pair else { return false };
    let given: Vec<&str> = given.split_whitespace().filter(|word| !is_initial(word)).collect();
    are_names(family.trim()) && !given.is_empty() && given.len() <= 4 && are_names(&given.join(" "))
}

#[cfg(test)]
mod tests {
    use super::is_person_form;

    #[test]
    fn persons_are_written_in_few_ways() {
        for text in [
            "Muster, Anna",
            "MUSTER,ANNA B.",
            "Mustermann, Xaver [31778]",
            "Exempel, Annett (EXEM)",
            "B. Vzorek (BTA)",
            "Vzorek L. (R5)",
            "mgr piel. Roksana Vzorek",
            "inf. Esempio A.",
            "gez. Beispiel",
            "Dr/a Quidam Nemo, Xaver (FEA)",
            "EXEMPEL^A\\VAN DER VOORBEELD^T",
            "\\i2b2\\Providers\\MUSTER,EMILY\\",
            "Muster/Beispiel",
            "12-王伟",
            "内科)中村",
        ] {
            assert!(is_person_form(text), "{text}");
        }
        for text in [
            "Anaemia, aplastic",
            "E. coli",
            "C. ALBICANS",
            "Fludarabine, Melphalan",
            "Hepatitis B",
            "Complete response",
            "Grade II",
            "St. Gallen",
            "mild (grade 1)",
            "liver, lung",
            "Yes/No",
        ] {
            assert!(!is_person_form(text), "{text}");
        }
    }
}
