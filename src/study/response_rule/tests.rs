//! Rules that ship are read; rules that say what they should not are refused with the place.

use super::*;

#[test]
fn every_shipped_rule_is_read_under_its_name() {
    for (name, text) in SHIPPED {
        let rule = Rule::read(text).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        assert_eq!(rule.name, name);
        assert!(!rule.version.is_empty() && !rule.title.is_empty() && !rule.sources.is_empty(), "{name}");
        assert!(!rule.ids().is_empty(), "{name}");
    }
    let book = ResponseRules::shipped().unwrap();
    let with: Vec<&str> = book.all().map(|(disorder, _)| disorder.name()).collect();
    assert_eq!(with, ["ITP", "AIHA", "EVANS", "PRCA", "AIN", "AA"]);
    assert_eq!(book.lineages(Disorder::Evans).len(), 2);
    assert_eq!(book.lineages(Disorder::Ttp).len(), 0);
}

fn refused(change: &str, to: &str) -> (String, String) {
    let text = shipped_text("itp-iwg2009").unwrap().replace(change, to);
    assert!(text.contains(to), "{change} is not in the file");
    let fault = Rule::read(&text).unwrap_err();
    (fault.message, fault.span.map(|span| text[span].to_owned()).unwrap_or_default())
}

#[test]
fn what_is_not_known_is_refused_with_its_place() {
    let (message, place) = refused(
        "test = \"PLT\", at_least = 100.0 }, { no_event",
        "test = \"PLZ\", at_least = 100.0 }, { no_event",
    );
    assert!(message.starts_with("there is no test PLZ; known are PLT"), "{message}");
    assert_eq!(place, "\"PLZ\"");
    assert!(refused("status = \"R\"", "status = \"PR\"").0.starts_with("there is no status PR"));
    assert!(refused("after = \"IVIG\"", "after = \"SCIG\"").0.starts_with("there is no treatment SCIG"));
    assert!(refused("same_visit = 7", "same_visits = 7").0.contains("same_visits"));
    assert!(refused("id = \"itp.r\"", "id = \"itp.cr\"").0.contains("stands twice"));
    assert!(refused("{ event = \"BLEED\" }", "{ unknown = \"met\" }").0.contains("says something"));
    assert!(
        refused("{ event = \"BLEED\" }", "{ event = \"BLEED\", test = \"PLT\", above = 1.0 }")
            .0
            .contains("one thing")
    );
    assert!(refused("{ event = \"BLEED\" }", "{ given = [\"RITUX\"] }").0.contains("days"));
    assert!(refused("{ event = \"BLEED\" }", "{ test = \"PLT\", fall = 3.0 }").0.contains("[[loss]] only"));
    assert!(
        refused(
            "id = \"itp.nr\"\nstatus = \"NR\"",
            "id = \"itp.nr\"\nstatus = \"NR\"\nall = [{ event = \"BLEED\" }]"
        )
        .0
        .contains("always holds")
    );
    assert!(refused("of = \"CR\"", "of = \"NR\"").0.contains("of CR or of R"));
    assert!(refused("share = 0.2", "share = 1.2").0.contains("share"));
}

#[test]
fn windows_of_landmarks_are_a_share_of_the_day_and_at_least_two_weeks() {
    let window = LandmarkWindow { share: 0.2, days: 14 };
    assert_eq!([28, 70, 100, 180, 365, 730].map(|day| window.around(day)), [14, 14, 20, 36, 73, 146]);
}

#[test]
fn conditions_are_said_in_words() {
    let book = ResponseRules::shipped().unwrap();
    let (_, lineage) = book.lineages(Disorder::Itp)[0];
    let said: Vec<String> = lineage.clauses.iter().map(|clause| all_of(&clause.all)).collect();
    assert_eq!(
        said,
        [
            "bleeding",
            "PLT >= 100 x 10^9/L; no bleeding",
            "PLT >= 30 x 10^9/L; (PLT >= 2 x baseline or PLT >= 100 x 10^9/L); no bleeding known",
            "otherwise"
        ]
    );
}
