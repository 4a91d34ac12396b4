//! Names from a study as parts of file names and anchors.

use std::collections::BTreeSet;

/// The longest part of a file name that is made from a name.
const LONGEST: usize = 60;
/// Names that some systems keep for devices.
const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];

/// A name with small letters, digits, `_` and `-` only.
pub(super) fn slug(name: &str) -> String {
    let mut slug = String::new();
    for letter in name.chars() {
        match letter.to_ascii_lowercase() {
            letter @ ('a'..='z' | '0'..='9' | '_') => slug.push(letter),
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
        if slug.len() >= LONGEST {
            break;
        }
    }
    let slug = slug.trim_end_matches('-');
    let device = RESERVED.contains(&slug)
        || ["com", "lpt"].iter().any(|port| slug.strip_prefix(port).is_some_and(|number| number.len() == 1));
    if slug.is_empty() || device {
        format!("x-{slug}").trim_end_matches('-').to_owned()
    } else {
        slug.to_owned()
    }
}

/// Names that were given out, so that the next alike gets a number.
#[derive(Debug, Default)]
pub(super) struct Slugs {
    taken: BTreeSet<String>,
}

impl Slugs {
    /// The slug of a name, distinct from all before.
    pub(super) fn distinct(&mut self, name: &str) -> String {
        let base = slug(name);
        let mut candidate = base.clone();
        let mut number = 2_u32;
        while !self.taken.insert(candidate.clone()) {
            candidate = format!("{base}-{number}");
            number += 1;
        }
        candidate
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_safe_letters() {
        assert_eq!(slug("os"), "os");
        assert_eq!(slug("../../etc/passwd"), "etc-passwd");
        assert_eq!(slug("AIHA (warm), <b>"), "aiha-warm-b");
        assert_eq!(slug("\0"), "x");
        assert_eq!(slug("CON"), "x-con");
        assert_eq!(slug("com1"), "x-com1");
        assert_eq!(slug("complete"), "complete");
        assert!(slug(&"long ".repeat(80)).len() <= LONGEST);
    }

    #[test]
    fn alike_names_are_told_apart() {
        let mut slugs = Slugs::default();
        assert_eq!(slugs.distinct("OS"), "os");
        assert_eq!(slugs.distinct("os"), "os-2");
        assert_eq!(slugs.distinct("Os"), "os-3");
    }
}
