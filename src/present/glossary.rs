//! Abbreviations, of which a report lists those that it uses.

use std::collections::BTreeSet;

/// Every abbreviation that a report may use.
const ABBREVIATIONS: &[(&str, &str)] = &[
    ("AA", "aplastic anaemia"),
    ("AIHA", "autoimmune haemolytic anaemia"),
    ("AIHA_C", "cold autoimmune haemolytic anaemia"),
    ("AIHA_M", "mixed autoimmune haemolytic anaemia"),
    ("AIHA_W", "warm autoimmune haemolytic anaemia"),
    ("AIN", "autoimmune neutropenia"),
    ("ALLO", "allogeneic: the cells are a donor’s"),
    ("ANC", "absolute neutrophil count"),
    ("ATG", "antithymocyte globulin"),
    ("AUTO", "autologous: the cells are the patient’s own"),
    ("BM", "bone marrow"),
    ("CI", "confidence interval"),
    ("CMV", "cytomegalovirus"),
    ("CR", "complete response"),
    ("EBV", "Epstein–Barr virus"),
    ("EVANS", "Evans syndrome"),
    ("GVHD", "graft-versus-host disease"),
    ("HAPLO", "haploidentical related donor"),
    ("HCT-CI", "haematopoietic cell transplantation comorbidity index"),
    ("HR", "hazard ratio"),
    ("ITP", "immune thrombocytopenia"),
    ("MAC", "myeloablative conditioning"),
    ("MMUD", "mismatched unrelated donor"),
    ("MRD", "matched related donor"),
    ("MSD", "matched sibling donor"),
    ("MUD", "matched unrelated donor"),
    ("N", "number of patients"),
    ("NE", "not estimable"),
    ("NIH", "National Institutes of Health"),
    ("NMA", "non-myeloablative conditioning"),
    ("NR", "not reached (times); no response (best response)"),
    ("PBSC", "peripheral blood stem cells"),
    ("PRCA", "pure red cell aplasia"),
    ("Q1", "lower quartile"),
    ("Q3", "upper quartile"),
    ("R", "response short of complete"),
    ("RIC", "reduced-intensity conditioning"),
    ("SD", "standard deviation"),
    ("SYN", "syngeneic: the donor is an identical twin"),
    ("TBI", "total body irradiation"),
    ("TTP", "thrombotic thrombocytopenic purpura"),
    ("UCB", "umbilical cord blood"),
    ("df", "degrees of freedom"),
    ("χ²", "test statistic"),
];

/// The abbreviations that occur in some texts, with their meaning.
pub(super) fn glossary<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<(String, String)> {
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for text in texts {
        for word in text.split(|letter: char| !(letter.is_alphanumeric() || "_-²".contains(letter))) {
            used.insert(word);
            used.extend(word.split('-'));
        }
    }
    let known = ABBREVIATIONS.iter().filter(|(word, _)| used.contains(word));
    known.map(|(word, meaning)| ((*word).to_owned(), (*meaning).to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_used() {
        let found = glossary(["HCT-CI >= 3", "Acute GVHD II-IV", "χ²"].into_iter());
        let words: Vec<&str> = found.iter().map(|(word, _)| word.as_str()).collect();
        assert_eq!(words, ["CI", "GVHD", "HCT-CI", "χ²"]);
    }

    #[test]
    fn in_order_and_once() {
        assert!(ABBREVIATIONS.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }
}
