//! Studies that are refused, and what is said.

use crate::study::{Study, StudyError};

/// What is wrong with a canonical study of these lines; nothing where it is right.
fn wrong(lines: &str) -> Option<String> {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("study.toml");
    let head = "[study]\nid = 'T'\ntitle = 'T'\ncutoff = 2026-01-01\n[inputs]\npatients = 'p'\ntransplants = 't'\n\
        followup = 'f'\nevents = 'e'\nlabs = 'l'\ntreatments = 'r'\n";
    std::fs::write(&path, format!("{head}{lines}")).unwrap();
    match Study::load(&path) {
        Ok(_) => None,
        Err(StudyError::Invalid { message, .. }) => Some(message),
        Err(other) => Some(other.to_string()),
    }
}

#[test]
fn endpoints_name_what_is_there() {
    let endpoint = |keys: &str| wrong(&format!("[[endpoint]]\nname = 'x'\n{keys}\n"));
    assert_eq!(endpoint("event = 'death'"), None);
    assert_eq!(endpoint("event = ['relapse', 'death']\nsecond_transplant = 'event'"), None);
    assert!(endpoint("").unwrap().contains("no built-in endpoint"));
    assert_eq!(endpoint("event = 'cure'").unwrap(), "there is no milestone cure");
    assert!(endpoint("event = 'no_response'").unwrap().contains("by which day"));
    assert!(endpoint("event = { milestone = 'death', by = 3 }").unwrap().contains("not due"));
    assert!(
        endpoint("event = { table = 'labs', where = 'value > 1' }").unwrap().contains("events, treatments")
    );
    assert!(endpoint("event = 'relapse'\norigin = 'death'").unwrap().contains("no time counts"));
    assert!(endpoint("event = 'relapse'\nwindow = -1").unwrap().contains("no last day"));
    let twice = "event = 'relapse'\ncompeting = ['second_hsct']\nsecond_transplant = 'censor'";
    assert!(endpoint(twice).unwrap().contains("two things"));
    assert!(endpoint("kind = 'status'\nstatus = 'mood'\nlevels = ['good']").unwrap().contains("no status"));
    assert!(endpoint("kind = 'recurrent'\nevent = 'relapse'").unwrap().contains("recurrent"));
}

#[test]
fn nobody_is_chosen_by_the_future() {
    let step = |condition: &str| wrong(&format!("[population]\n'step' = \"{condition}\"\n"));
    assert_eq!(step("last_contact_day is not null"), None);
    assert!(step("last_contact_day >= 100").unwrap().contains("chosen on day 0"));
    assert!(step("death_day is null").unwrap().contains("chosen on day 0"));
    let stratum = |more: &str| wrong(&format!("[strata]\nx = {{ column = 'vital'{more} }}\n"));
    assert!(stratum("").unwrap().contains("makes no groups"));
    assert!(stratum(", known_at = 100").unwrap().contains("makes no groups"));
    let population =
        |condition: &str| wrong(&format!("[populations.p]\nwhere = \"{condition}\"\nknown_at = 100\n"));
    assert!(population("vital == 'ALIVE'").unwrap().contains("nobody is chosen by it"));
    assert_eq!(population("vital is not null and (death_day is null or death_day > 100)"), None);
    let evaluable = "[populations.evaluable]\nwhere = 'last_contact_day >= 28'\n";
    assert!(wrong(evaluable).unwrap().contains("lived to that day"));
    let endpoints = "[[endpoint]]\nname = 'os'\n[[endpoint]]\nname = 'best_response'\n";
    let analysis = |keys: &str| {
        let known = format!("{evaluable}known_at = 28\n{endpoints}");
        wrong(&format!("{known}[[analysis]]\npopulation = 'evaluable'\n{keys}\n"))
    };
    assert!(analysis("endpoint = 'os'").unwrap().contains("known from day 28"));
    assert!(analysis("endpoint = 'os'\nlandmark = 'd20'").unwrap().contains("known from day 28"));
    assert_eq!(analysis("endpoint = 'os'\nlandmark = 'd28'\ntimes = ['1y']"), None);
    assert_eq!(analysis("endpoint = 'best_response'"), None);
    let model =
        "[[endpoint]]\nname = 'os'\n[[analysis]]\nendpoint = 'os'\nmodel = 'cox'\nterms = ['vital']\n";
    assert!(wrong(model).unwrap().contains("known only after transplant"));
}

#[test]
fn groups_of_later_days_come_in_by_no_other_door() {
    let late = "[strata]\nx = { column = 'kps', known_at = 100 }\n[[endpoint]]\nname = 'os'\n\
        [[analysis]]\nendpoint = 'os'\nby = ['sex']\ntest = 'logrank'\nstrata = ['x']\n";
    let late = late.replace("[strata]\n", "[strata]\nsex = { column = 'sex' }\n");
    assert!(wrong(&late).unwrap().contains("known from day 100"));
    assert_eq!(wrong(&format!("{late}landmark = 'd100'\n")), None);
    let among = "[[endpoint]]\nname = 'os'\namong = 'last_contact_day >= 400'\n";
    assert!(wrong(among).unwrap().contains("known only after transplant"));
    let of_endpoint = "[strata]\nv = { endpoint = 'relapse', known_at = 100 }\n[[endpoint]]\nname = 'os'\n\
        [[endpoint]]\nname = 'relapse'\n[[analysis]]\nendpoint = 'os'\nmodel = 'cox'\nterms = ['v']\n\
        landmark = 'd100'\n";
    assert!(wrong(of_endpoint).unwrap().contains("made from an endpoint"));
    let early = "[populations.p]\nwhere = 'last_contact_day >= 400'\nknown_at = 400\n[[endpoint]]\n\
        name = 'landmark_status'\n[[analysis]]\nendpoint = 'landmark_status'\npopulation = 'p'\n";
    assert!(wrong(early).unwrap().contains("known from day 400"));
}

#[test]
fn strata_are_not_called_as_columns_of_endpoints_are() {
    let named = |name: &str| wrong(&format!("[strata]\n{name} = {{ column = 'sex' }}\n"));
    assert!(named("source").unwrap().contains("no stratum can be called source"));
    assert_eq!(named("stem_cells"), None);
}

#[test]
fn populations_exist() {
    let asked = |name: &str| {
        wrong(&format!("[[endpoint]]\nname = 'os'\n[[analysis]]\nendpoint = 'os'\npopulation = '{name}'\n"))
    };
    for known in ["treated", "all_treated", "safety", "evaluable"] {
        assert_eq!(asked(known), None, "{known}");
    }
    assert_eq!(asked("as_randomised").unwrap(), "there is no population as_randomised");
    assert!(wrong("[populations.treated]\nwhere = 'age_years > 3'\n").unwrap().contains("analysed cohort"));
}

#[test]
fn per_protocol_needs_what_the_protocol_asks() {
    let asked = "[[endpoint]]\nname = 'os'\n[[analysis]]\nendpoint = 'os'\npopulation = 'per_protocol'\n";
    let with = |protocol: &str| wrong(&format!("{protocol}\n{asked}"));
    assert!(with("").unwrap().contains("nothing says who was treated per protocol"));
    assert!(with("[protocol]").unwrap().contains("does not say"));
    assert_eq!(with("[protocol]\ndeviations_to = 0"), None);
    assert_eq!(with("[protocol]\nreceived = \"cond_intensity == 'RIC'\""), None);
    assert_eq!(with("[populations.per_protocol]\nwhere = \"type == 'AUTO'\""), None);
    assert!(with("[protocol]\nreceived = 'n_transplants == 1'").unwrap().contains("known only after"));
    assert!(with("[protocol]\nreceived = \"deviation_day is null\"").unwrap().contains("known only after"));
    assert!(with("[protocol]\ndeviations_to = -1").unwrap().contains("from 0"));
    let twice = "[protocol]\ndeviations_to = 0\n[populations.per_protocol]\nwhere = \"type == 'AUTO'\"";
    assert!(with(twice).unwrap().contains("twice"));
    // Deviations after day 0 are the future of day 0.
    assert!(with("[protocol]\ndeviations_to = 28").unwrap().contains("known from day 28"));
    let from = asked.replace("[[analysis]]", "[[analysis]]\nlandmark = 'd28'\ntimes = ['1y']");
    assert_eq!(wrong(&format!("[protocol]\ndeviations_to = 28\n{from}")), None);
    let stratum = "[strata]\nx = { column = 'deviation_day', known_at = 28, breaks = [0] }\n";
    assert!(wrong(stratum).unwrap().contains("makes no groups"));
}

#[test]
fn text_is_not_compared_with_numbers() {
    let step = |condition: &str| wrong(&format!("[population]\n'step' = \"{condition}\"\n"));
    let said = step("age_years >= '18'").unwrap();
    assert_eq!(said, "age_years is compared with '18', but one is text and the other is not");
    for wrong in ["sex == 1", "sex in ('F', 2)", "not (type == tx_year)", "hct_ci_band == 2", "region < 3"] {
        assert!(step(wrong).unwrap().contains("one is text and the other is not"), "{wrong}");
    }
    for right in
        ["age_years >= 18", "secondary == true", "secondary == 1", "sex in ('F', 'M')", "dx_day < hsct_day"]
    {
        assert_eq!(step(right), None, "{right}");
    }
    let event = |condition: &str| {
        let event = format!("event = {{ table = 'events', where = \"{condition}\" }}");
        wrong(&format!("[[endpoint]]\nname = 'x'\n{event}\n"))
    };
    assert_eq!(event("grade == '3' and day > 10"), None);
    assert!(event("grade >= 3").unwrap().contains("grade is compared with 3"));
    let stratum = |column: &str| wrong(&format!("[strata]\nx = {{ column = '{column}', breaks = [18] }}\n"));
    assert_eq!(stratum("age_years"), None);
    assert!(stratum("region").unwrap().contains("does not hold numbers"));
}

#[test]
fn endpoints_whose_tables_are_not_there_are_named_all_at_once() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("study.toml");
    let text = "[study]\nid = 'T'\ntitle = 'T'\ncutoff = 2026-01-01\n[inputs]\npatients = 'p'\ntransplants = 't'\n\
        followup = 'f'\n[[endpoint]]\nname = 'os'\n[[endpoint]]\nname = 'cmv'\n[[endpoint]]\nname = 'efs'\n\
        [[endpoint]]\nname = 'anc_recovery'\n";
    std::fs::write(&path, text).unwrap();
    let Err(StudyError::Invalid { message, span, .. }) = Study::load(&path) else { panic!("it was taken") };
    let said =
        "tables that the study does not have: cmv needs events, efs needs events, anc_recovery needs labs";
    assert_eq!(message, said);
    assert_eq!(span.map(|span| &text[span]), Some("'cmv'"));
}
