//! Codes of one piece: of published vocabularies, of records, names of rules and of forms.

use super::super::national::verhoeff;

/// Beginnings of codes of published vocabularies and of lots.
const PUBLISHED: &[&str] = &[
    "NCT", "rs", "ENSG", "ENST", "ENSP", "NM_", "NP_", "NC_", "NR_", "NG_", "HP:", "MONDO:", "GO:", "ORPHA",
    "EUCTR", "ISRCTN", "DRKS", "ACTRN", "CHEMBL", "CHEBI", "PMC", "PMID", "OMIM", "MIM:", "SCTID", "UBERON:",
    "EFO:", "DOID:", "ClinVar", "RCV", "VCV", "SCV", "SNOMED", "COSV", "COSM", "chr", "cg", "DB0", "DB1",
    "LP", "LA", "LOT", "Lot", "CID", "HGNC", "MESH:", "LNC", "RXCUI", "ICD", "NCIT", "UMLS", "GTIN", "CTCAE",
    "MedDRA", "jRCT", "ChiCTR", "KCT", "CTRI", "NTR", "PDB", "CL:", "EPIC",
];

/// LOINC: up to seven digits, a dash, and Luhn's check.
pub(super) fn is_loinc(text: &str, digits: &[u32]) -> bool {
    let Some((body, check)) = text.split_once('-') else { return false };
    let doubled =
        |place: usize, digit: u32| if place % 2 == 1 { digit * 2 / 10 + digit * 2 % 10 } else { digit };
    body.len() <= 7
        && check.len() == 1
        && digits.iter().rev().enumerate().map(|(place, digit)| doubled(place, *digit)).sum::<u32>() % 10 == 0
}

/// Registry numbers of chemicals: two to seven digits, two, and the sum of digits by place.
pub(super) fn is_chemical(text: &str, digits: &[u32]) -> bool {
    let groups: Vec<usize> = text.split('-').map(str::len).collect();
    let Some((check, body)) = digits.split_last() else { return false };
    let weighted = body.iter().rev().zip(1_u32..).map(|(digit, place)| digit * place).sum::<u32>();
    matches!(groups.as_slice(), [2..=7, 2, 1]) && weighted % 10 == *check
}

/// French medicines, CIP13: an EAN that begins with the country and the branch.
pub(super) fn is_medicine(digits: &[u32]) -> bool {
    let sum: u32 = digits.iter().zip([1, 3].iter().cycle()).map(|(digit, weight)| digit * weight).sum();
    digits.len() == 13 && digits.starts_with(&[3, 4, 0, 0, 9]) && sum.is_multiple_of(10)
}

/// `EudraCT`: the year, six digits, two digits.
pub(super) fn is_trial_number(text: &str) -> bool {
    let parts: Vec<usize> = text.split('-').map(str::len).collect();
    (parts == [4, 6, 2] || parts == [4, 6, 2, 2]) && text.starts_with("20")
}

fn is_published(text: &str) -> bool {
    let starts = |prefix: char, digits: std::ops::RangeInclusive<usize>| {
        text.strip_prefix(prefix).is_some_and(|rest| {
            digits.contains(&rest.len()) && rest.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    let is_mesh = text.starts_with("D0") && starts('D', 6..=9);
    let is_umls = starts('C', 7..=7);
    let is_institute = starts('C', 4..=5);
    let is_hexadecimal = text.len() >= 32 && text.chars().all(|c| c.is_ascii_hexdigit());
    // ISBT 128: product, kind of donation, division.
    let shape: String = text
        .chars()
        .map(|c| {
            if c.is_ascii_digit() {
                '9'
            } else if c.is_ascii_uppercase() {
                'A'
            } else {
                c
            }
        })
        .collect();
    let is_product = text.starts_with(['E', 'S']) && (shape == "A9999A99" || shape == "A9999AAA");
    is_mesh
        || is_umls
        || is_institute
        || is_hexadecimal
        || is_product
        || is_trial_number(text)
        || PUBLISHED.iter().any(|prefix| text.starts_with(prefix))
}

/// A code of one piece with six digits in a row, or five behind letters.
pub(super) fn is_long_code(text: &str) -> bool {
    let run = text.split(|c: char| !c.is_ascii_digit()).map(str::len).max().unwrap_or(0);
    let letters = text.chars().take_while(char::is_ascii_alphabetic).count();
    let is_number = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '+' | 'e' | 'E'));
    let behind_letters = run == 5 && ((1..=4).contains(&letters) || text.contains(['/', '#']));
    (run >= 6 || behind_letters)
        && !text.contains(char::is_whitespace)
        && !is_number
        && !text.contains([':', '*', '>', '<', '^', '%', '='])
        && text.len() <= 40
        && !is_published(text)
}

/// A number behind what it is called: `Tel. 0999 123456`, `Pat.-Nr. 12345`.
pub(super) fn is_labelled_number(text: &str) -> bool {
    let Some((label, _)) = text.split_once(|c: char| c.is_ascii_digit()) else { return false };
    let number = &text[label.len()..];
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let others_fit =
        number.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '/' | '.' | '(' | ')'));
    let is_label = (2..=16).contains(&label.chars().filter(|c| c.is_alphabetic()).count())
        && label.contains([' ', ':', '.']);
    digits >= 5 && others_fit && is_label && !is_published(text)
}

/// A code in groups of two: `ZZ 12 34 56 T`.
pub(super) fn is_spaced_code(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let letters = text.bytes().filter(u8::is_ascii_uppercase).count();
    let others = text.bytes().filter(|byte| matches!(byte, b' ' | b'-' | b'.')).count();
    digits >= 6
        && text.contains(' ')
        && !has_decimals(text)
        && (1..=4).contains(&letters)
        && digits + letters + others == text.len()
        && text.len() <= 20
}

/// Two letters or more and a number with a nought before it: `HM 02`.
pub(super) fn is_padded(text: &str) -> bool {
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let number = text[letters..].trim_start_matches([' ', '-']);
    letters >= 2
        && number.len() >= 2
        && number.starts_with('0')
        && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a point stands between digits, as before decimals.
fn has_decimals(text: &str) -> bool {
    text.as_bytes()
        .windows(3)
        .any(|window| window[1] == b'.' && window[0].is_ascii_digit() && window[2].is_ascii_digit())
}

/// Eight capitals and digits or more in one piece, with dashes or without: identity cards, insurance numbers.
pub(super) fn is_opaque(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let letters = text.bytes().filter(u8::is_ascii_uppercase).count();
    let others = text.bytes().filter(|byte| matches!(byte, b'-' | b'.' | b' ')).count();
    digits >= 3
        && letters >= 1
        && (8..=24).contains(&(digits + letters))
        && digits + letters + others == text.len()
        && text.split([' ', '-', '.']).count() <= 5
        && !text
            .split([' ', '-', '.'])
            .any(|part| part.len() >= 5 && part.bytes().all(|b| b.is_ascii_alphabetic()))
        && !is_published(text)
}

/// Names of rules, forms and levels: `death-before-last-contact`, `partial_response`.
pub(super) fn is_slug(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['-', '_']).collect();
    let is_part = |part: &&str| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    parts.len() >= 2 && parts.iter().all(is_part) && parts.iter().any(|part| part.len() >= 3)
}

/// `T2N1M0`, the extent of a tumour.
pub(super) fn is_tumour_stage(text: &str) -> bool {
    let bare = text.trim_start_matches(['c', 'p', 'y']);
    bare.starts_with('T')
        && bare.contains('N')
        && bare.len() <= 8
        && bare[1..].starts_with(|c: char| c.is_ascii_digit())
}

/// Whether digits are an identifier of SNOMED CT: Verhoeff's check, and a partition before it.
pub(in super::super) fn is_snomed(digits: &[u32]) -> bool {
    let Some([partition, kind, _]) = digits.last_chunk::<3>() else { return false };
    (6..=18).contains(&digits.len()) && *partition <= 1 && *kind <= 5 && verhoeff(digits)
}
