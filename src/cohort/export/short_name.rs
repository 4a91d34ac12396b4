//! Names that SAS transport files of version 5 and CDISC codes can hold: eight capitals and digits.

use std::collections::BTreeSet;

/// The longest name.
const LONGEST: usize = 8;

/// A short name with this ending that is not taken, which then is: `anc_recovery` becomes `ANCRECOV`.
///
/// The longest word loses its last letter until all fit, the last one first among equals; a name that is taken
/// ends in a number from 2 on.
pub(super) fn short_name(name: &str, ending: &str, taken: &mut BTreeSet<String>) -> String {
    let room = LONGEST - ending.len().min(LONGEST - 1);
    let capitals = name.to_uppercase();
    let mut words: Vec<&str> =
        capitals.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    while words.iter().map(|word| word.len()).sum::<usize>() > room {
        let Some(longest) = words.iter_mut().max_by_key(|word| word.len()) else { break };
        *longest = &longest[..longest.len() - 1];
    }
    let mut short = words.concat();
    if !short.starts_with(|c: char| c.is_ascii_uppercase()) {
        short.insert(0, '_');
        short.truncate(room);
    }
    short.push_str(ending);
    let mut free = short.clone();
    let mut number = 2;
    while !taken.insert(free.clone()) {
        let digits = number.to_string();
        free = format!("{}{digits}", &short[..short.len().min(LONGEST - digits.len())]);
        number += 1;
    }
    free
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cut_word_by_word() {
        let mut taken = BTreeSet::new();
        for (name, short) in [
            ("os", "OS"),
            ("relapse", "RELAPSE"),
            ("anc_recovery", "ANCRECOV"),
            ("plt_recovery", "PLTRECOV"),
            ("agvhd_2_4", "AGVHD24"),
            ("agvhd_3_4", "AGVHD34"),
            ("infection_bacterial", "INFEBACT"),
            ("infection_viral", "INFEVIRA"),
            ("infection_fungal", "INFEFUNG"),
            ("OS", "OS2"),
            ("o.s", "OS3"),
            ("infection_bacteria", "INFEBAC2"),
            ("2nd", "_2ND"),
            ("Größe", "GRSSE"),
            ("é", "_"),
            ("--", "_2"),
        ] {
            assert_eq!(short_name(name, "", &mut taken), short, "{name}");
        }
        assert_eq!(short_name("age", "GR1", &mut taken), "AGEGR1");
        assert_eq!(short_name("hct_ci_score", "GR1", &mut taken), "HCCISGR1");
        assert!(taken.iter().all(|name| name.len() <= LONGEST));
    }
}
