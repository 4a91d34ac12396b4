//! Hand-made patients for every endpoint.

mod definitions;
mod graft;
mod hand_made;
mod known;

use crate::cohort::fixture::canonical;
use crate::cohort::{Cohort, CohortError, EndpointData};

mod remission;

/// The tables of a few subjects, each given by the lines that differ.
#[derive(Default)]
struct Hand {
    patients: Vec<String>,
    transplants: Vec<String>,
    followup: Vec<String>,
    events: Vec<String>,
    treatments: Vec<String>,
    labs: Vec<String>,
}

impl Hand {
    /// Adds a subject: disorder, type of transplant, `last_contact,vital,death_day,cause`.
    fn subject(mut self, id: &str, disorder: &str, kind: &str, seen: &str) -> Self {
        let donor = if kind == "ALLO" { "MSD" } else { "AUTO" };
        self.patients.push(format!("S,{id},30,F,{disorder}"));
        self.transplants.push(format!("{id},1,0,{kind},{donor},PBSC,-7"));
        self.followup.push(format!("{id},{seen},,"));
        self
    }

    fn second(mut self, id: &str, day: i32) -> Self {
        self.transplants.push(format!("{id},2,{day},ALLO,MSD,PBSC,{}", day - 7));
        self
    }

    /// Adds an event: `type,grade,organism`.
    fn event(mut self, id: &str, day: i32, what: &str) -> Self {
        self.events.push(format!("{id},{day},{what}"));
        self
    }

    /// Adds a treatment: class and days.
    fn treatment(mut self, id: &str, class: &str, start: i32, end: i32) -> Self {
        self.treatments.push(format!("{id},{class},{start},{end}"));
        self
    }

    /// Adds values of a test.
    fn labs(mut self, id: &str, test: &str, unit: &str, values: &[(i32, f64)]) -> Self {
        self.labs.extend(values.iter().map(|(day, value)| format!("{id},{day},{test},{value},{unit},,")));
        self
    }

    /// Neutrophils that fall and recover on this day.
    fn engrafted(self, id: &str, day: i32) -> Self {
        let counts = [(-8, 3.0), (5, 0.1), (day, 0.6), (day + 1, 0.9), (day + 2, 1.4)];
        self.labs(id, "ANC", "10^9/L", &counts)
    }

    fn tables(&self) -> Vec<(&'static str, String)> {
        let table = |head: &str, lines: &[String]| {
            let mut text = head.to_owned();
            for line in lines {
                text.push('\n');
                text.push_str(line);
            }
            text
        };
        vec![
            ("patients", table("study_id,subject_id,age_years,sex,disorder", &self.patients)),
            (
                "transplants",
                table("subject_id,hsct_seq,hsct_day,type,donor,source,cond_start_day", &self.transplants),
            ),
            (
                "followup",
                table(
                    "subject_id,last_contact_day,vital,death_day,cause_of_death,ascertained_through_day,cutoff_day",
                    &self.followup,
                ),
            ),
            ("events", table("subject_id,day,type,grade,organism_class", &self.events)),
            ("treatments", table("subject_id,class,start_day,end_day", &self.treatments)),
            ("labs", table("subject_id,day,test,value,unit,lln,uln", &self.labs)),
        ]
    }

    fn derive(&self, study: &str) -> Result<Cohort, CohortError> {
        canonical(&self.tables(), study)
    }

    /// One built-in endpoint.
    fn endpoint(&self, name: &str) -> EndpointData {
        let asked = if name.starts_with("landmark_status") { "landmark_status" } else { name };
        self.derive(&format!("[[endpoint]]\nname = '{asked}'\n")).unwrap().endpoint(name).clone()
    }
}

const ALIVE: &str = "1000,ALIVE,,";

#[test]
fn overall_survival_knows_death_last_contact_and_loss() {
    let hand = Hand::default()
        .subject("B", "ITP", "AUTO", "300,DEAD,300,INFECTION")
        .subject("A", "ITP", "AUTO", ALIVE)
        .subject("C", "ITP", "AUTO", "200,LTFU,,")
        .subject("D", "ITP", "AUTO", "50,DEAD,,UNK")
        .second("A", 100);
    let os = hand.endpoint("os");
    assert_eq!(os.shown(), ["A: 1000 censored", "B: 300 death", "C: 200 censored", "D: 50 death"]);
    assert_eq!(os.source(0), "followup.last_contact_day");
    assert_eq!(os.source(1), "followup.death_day");
}

#[test]
fn the_population_is_counted_step_by_step() {
    let hand = Hand::default()
        .subject("A", "ITP", "AUTO", ALIVE)
        .subject("B", "AA", "ALLO", ALIVE)
        .subject("C", "ITP", "ALLO", "20,DEAD,20,OTHER")
        .second("B", 90);
    let study = "[population]\n'First transplant' = 'hsct_seq == 1'\n'ITP' = \"disorder == 'ITP'\"\n\
        'Followed' = 'last_contact_day is not null'\n'Long ago' = 'potential_followup >= 100'\n\
        [strata]\ntype = { column = 'type', order = ['AUTO'] }\nage = { column = 'age_years', breaks = [18, 40] }\n\
        [[endpoint]]\nname = 'os'\namong = \"type == 'ALLO'\"\n";
    let cohort = hand.derive(study).unwrap();
    let flow: Vec<(&str, u64, u64)> =
        cohort.flow.iter().map(|step| (step.step.as_str(), step.excluded, step.remaining)).collect();
    let expected = [
        ("Delivered", 0, 3),
        ("First transplant", 0, 3),
        ("ITP", 1, 2),
        ("Followed", 0, 2),
        ("Long ago", 2, 0),
    ];
    assert_eq!(flow, expected);
    let cohort = hand.derive(&study.replace("'Long ago' = 'potential_followup >= 100'\n", "")).unwrap();
    assert_eq!(cohort.strata[0].levels, ["AUTO", "ALLO"]);
    assert_eq!(cohort.strata[1].levels, ["18-39"]);
    assert_eq!(cohort.endpoint("os").shown(), ["C: 20 death"]);
    assert_eq!(cohort.endpoint("os").not_applicable, 1);
    assert_eq!(cohort.endpoint("os").rows.column("type").unwrap().label(0).as_deref(), Some("ALLO"));
}

#[test]
fn who_has_no_first_transplant_is_not_treated() {
    let mut hand = Hand::default()
        .subject("A", "ITP", "AUTO", ALIVE)
        .subject("B", "ITP", "AUTO", ALIVE)
        .subject("C", "ITP", "AUTO", ALIVE);
    hand.transplants.retain(|row| !row.starts_with("B,"));
    // A second one alone does not say when day 0 was.
    hand.transplants.retain(|row| !row.starts_with("C,"));
    let cohort = hand.second("C", 90).derive("[[endpoint]]\nname = 'os'\n").unwrap();
    let flow: Vec<(&str, u64, u64)> =
        cohort.flow.iter().map(|step| (step.step.as_str(), step.excluded, step.remaining)).collect();
    assert_eq!(flow, [("Delivered", 0, 3), ("First transplant known", 2, 1)]);
    assert_eq!(cohort.endpoint("os").shown(), ["A: 1000 censored"]);
}

#[test]
fn what_becomes_of_a_patient_does_not_decide_who_is_analysed() {
    // Response cannot be judged, or nothing was measured: alive and dead are in for as long as something is known.
    let hand = Hand::default()
        .subject("A", "TTP", "AUTO", ALIVE)
        .subject("B", "TTP", "AUTO", "100,DEAD,100,OTHER")
        .subject("C", "TTP", "AUTO", "300,DEAD,300,OTHER")
        .subject("D", "ITP", "AUTO", ALIVE)
        .subject("E", "ITP", "AUTO", "23,DEAD,23,OTHER")
        .subject("F", "ITP", "AUTO", "20,LTFU,,")
        .labs("D", "PLT", "10^9/L", &[(-20, 10.0)]);
    let of_efs = ["A: 179 censored", "B: 100 event", "C: 179 censored", "D: 179 censored", "E: 23 event"];
    assert_eq!(hand.endpoint("efs").shown()[..5], of_efs);
    assert_eq!(hand.endpoint("efs").not_evaluable, 0);
    let response = hand.endpoint("response");
    assert_eq!(response.shown(), ["D: 1000 censored", "E: 23 death", "F: 20 censored"]);
    assert_eq!(response.not_evaluable, 3);
}

#[test]
fn gvhd_is_for_allogeneic_transplants_and_acute_gvhd_ends_on_day_100() {
    let hand = Hand::default()
        .subject("A", "AA", "AUTO", ALIVE)
        .subject("B", "AA", "ALLO", ALIVE)
        .subject("C", "AA", "ALLO", ALIVE)
        .subject("D", "AA", "ALLO", "40,DEAD,40,GVHD")
        .subject("E", "AA", "ALLO", ALIVE)
        .subject("F", "AA", "ALLO", ALIVE)
        .event("A", 20, "AGVHD,3,")
        .event("B", 20, "AGVHD,1,")
        .event("B", 30, "AGVHD,2,")
        .event("C", 101, "AGVHD,4,")
        .event("D", 40, "AGVHD,4,")
        .event("E", 10, "GRAFT_FAILURE,,")
        .event("E", 30, "AGVHD,3,")
        .event("F", 30, "RELAPSE,,")
        .second("F", 30)
        .event("F", 200, "CGVHD,,")
        .event("B", 300, "CGVHD,MODERATE,")
        .event("C", 300, "CGVHD,MILD,");
    let acute = hand.endpoint("agvhd_2_4");
    let expected = ["B: 30 agvhd", "C: 100 censored", "D: 40 agvhd", "E: 10 graft_failure", "F: 30 relapse"];
    assert_eq!(acute.shown(), expected);
    assert_eq!(acute.not_applicable, 1);
    assert_eq!(acute.source(1), "window");
    assert_eq!(hand.endpoint("agvhd_3_4").shown()[0], "B: 100 censored");
    let chronic = hand.endpoint("cgvhd").shown();
    assert_eq!(chronic[..2], ["B: 300 cgvhd", "C: 300 cgvhd"]);
    assert_eq!(hand.endpoint("cgvhd_moderate_severe").shown()[..2], ["B: 300 cgvhd", "C: 1000 censored"]);
    let expected = ["B: 1000 censored", "C: 101 event", "D: 40 event", "E: 10 event", "F: 30 event"];
    assert_eq!(hand.endpoint("grfs").shown(), expected);
}

#[test]
fn complications_are_known_to_the_day_of_ascertainment_and_from_day_0() {
    let mut hand = Hand::default()
        .subject("A", "ITP", "AUTO", ALIVE)
        .subject("B", "ITP", "AUTO", ALIVE)
        .subject("C", "ITP", "AUTO", ALIVE)
        .event("A", -3, "INFECTION,3,BACTERIAL")
        .event("A", 12, "INFECTION,3,BACTERIAL")
        .event("B", 500, "INFECTION,2,BACTERIAL")
        .event("C", 60, "INFECTION,2,VIRAL")
        .second("C", 50);
    hand.followup[1] = "B,1000,ALIVE,,,400,".to_owned();
    let infection = hand.endpoint("infection_bacterial");
    assert_eq!(infection.shown(), ["A: 12 infection", "B: 400 censored", "C: 50 second_hsct"]);
    assert_eq!(infection.source(1), "followup.ascertained_through_day");
    assert_eq!(hand.endpoint("infection_fungal").counts(), [2, 0, 0, 1]);
}

#[test]
fn other_first_events() {
    let cases = [
        ("cmv", "CMV,,"),
        ("ebv", "EBV,,"),
        ("sos", "SOS,,"),
        ("second_malignancy", "SECOND_MALIG,,"),
        ("second_autoimmune", "SECOND_AUTOIMMUNE,,"),
        ("infection_viral", "INFECTION,,VIRAL"),
    ];
    for (name, row) in cases {
        let hand = Hand::default()
            .subject("A", "ITP", "AUTO", ALIVE)
            .subject("B", "ITP", "AUTO", "90,DEAD,90,OTHER")
            .event("A", 90, row)
            .event("A", 40, row)
            .event("B", 91, row);
        assert_eq!(hand.endpoint(name).counts()[..3], [0, 1, 1], "{name}");
        assert!(hand.endpoint(name).shown()[0].starts_with("A: 40 "), "{name}");
    }
}

#[test]
fn relapse_before_or_on_the_day_of_death_is_no_non_relapse_mortality() {
    let hand = Hand::default()
        .subject("A", "ITP", "AUTO", "300,DEAD,300,INFECTION")
        .subject("B", "ITP", "AUTO", "300,DEAD,300,INFECTION")
        .subject("C", "ITP", "AUTO", "300,DEAD,300,RELAPSE")
        .subject("D", "ITP", "AUTO", ALIVE)
        .event("B", 300, "RELAPSE,,");
    let nrm = hand.endpoint("nrm").shown();
    assert_eq!(nrm, ["A: 300 nrm", "B: 300 relapse", "C: 300 relapse", "D: 1000 censored"]);
}

/// Platelets of a subject with ITP: baseline 10, complete response from day 40.
fn responder(hand: Hand, id: &str, later: &[(i32, f64)]) -> Hand {
    let counts = [(-20, 10.0), (3, 9.0), (20, 25.0), (40, 150.0), (60, 160.0)];
    hand.engrafted(id, 12).labs(id, "PLT", "10^9/L", &counts).labs(id, "PLT", "10^9/L", later)
}

#[test]
fn response_competes_with_death_and_rescue_and_is_followed_by_relapse() {
    let mut hand = Hand::default();
    for id in ["A", "B", "C", "D"] {
        hand = hand.subject(id, "ITP", "AUTO", ALIVE);
    }
    hand = hand.subject("E", "OTHER", "AUTO", ALIVE).subject("F", "ITP", "AUTO", "80,DEAD,80,INFECTION");
    hand = responder(hand, "A", &[(300, 20.0), (310, 25.0)]);
    hand = responder(hand, "B", &[(300, 20.0), (310, 125.0)]);
    hand = responder(hand, "C", &[]).treatment("C", "RITUX", 50, 50);
    hand = hand.engrafted("D", 12).labs("D", "PLT", "10^9/L", &[(-20, 10.0), (40, 35.0), (50, 60.0)]);
    hand = hand.engrafted("F", 12).labs("F", "PLT", "10^9/L", &[(-20, 10.0), (40, 12.0)]);
    let response = hand.endpoint("response");
    let expected = ["A: 40 response", "B: 40 response", "C: 50 rescue", "D: 40 response", "F: 80 death"];
    assert_eq!(response.shown(), expected);
    assert_eq!(response.not_evaluable, 1);
    assert_eq!(hand.endpoint("complete_response").shown()[3], "D: 1000 censored");
    let relapse = hand.endpoint("relapse");
    assert_eq!(relapse.shown(), ["A: 260 relapse", "B: 960 censored", "D: 960 censored"]);
    assert_eq!((relapse.not_applicable, relapse.not_evaluable), (2, 1));
    // Of E it is not known on day 180 whether there was a response.
    let expected = [
        "A: 300 event",
        "B: 1000 censored",
        "C: 50 event",
        "D: 1000 censored",
        "E: 179 censored",
        "F: 80 event",
    ];
    assert_eq!(hand.endpoint("efs").shown(), expected);
    let best = hand.endpoint("best_response");
    let outcome = best.rows.column("outcome").unwrap();
    let shown: Vec<String> = (0..6).map(|row| outcome.label(row).unwrap_or_default()).collect();
    assert_eq!(shown, ["CR", "CR", "NR", "R", "", "NR"]);
    assert_eq!(best.not_evaluable, 1);
}

#[test]
fn who_has_not_responded_by_day_180_has_failed() {
    let hand = Hand::default()
        .subject("A", "ITP", "AUTO", ALIVE)
        .subject("B", "ITP", "AUTO", "170,LTFU,,")
        .engrafted("A", 12)
        .engrafted("B", 12)
        .labs("A", "PLT", "10^9/L", &[(-20, 10.0), (40, 12.0), (47, 14.0)])
        .labs("B", "PLT", "10^9/L", &[(-20, 10.0), (40, 12.0)]);
    let efs = hand.endpoint("efs");
    assert_eq!(efs.shown(), ["A: 180 event", "B: 170 censored"]);
    assert_eq!(efs.source(0), "no response when due");
}

#[test]
fn a_reported_relapse_after_response_counts() {
    let hand = responder(Hand::default().subject("A", "ITP", "AUTO", ALIVE), "A", &[]);
    let hand = hand.event("A", 20, "RELAPSE,,").event("A", 100, "RELAPSE,,");
    assert_eq!(hand.endpoint("relapse").shown(), ["A: 60 relapse"]);
}

#[test]
fn populations_cut_the_cohort() {
    let hand = Hand::default()
        .subject("A", "AA", "ALLO", ALIVE)
        .subject("B", "AA", "AUTO", "20,DEAD,20,OTHER")
        .subject("C", "AA", "ALLO", "90,DEAD,90,INFECTION")
        .event("C", 30, "AGVHD,2,");
    let study = "[populations.seen]\nwhere = 'last_contact_day >= 28'\nknown_at = 28\n\
        [[endpoint]]\nname = 'os'\n[[endpoint]]\nname = 'agvhd_2_4'\n";
    let cohort = hand.derive(study).unwrap();
    let seen = cohort.restricted_to("seen").unwrap();
    assert_eq!(seen.endpoint("os").shown(), ["A: 1000 censored", "C: 90 death"]);
    assert_eq!(seen.endpoint("agvhd_2_4").shown(), ["A: 100 censored", "C: 30 agvhd"]);
    assert_eq!(
        (cohort.endpoint("agvhd_2_4").not_applicable, seen.endpoint("agvhd_2_4").not_applicable),
        (1, 0)
    );
    assert_eq!(cohort.members("seen").map(crate::cohort::Members::count), Some(2));
    assert_eq!(cohort.members("treated").map(crate::cohort::Members::count), Some(3));
    assert!(cohort.restricted_to("nobody").is_none());
}

#[test]
fn classes_of_conditioning_follow_from_doses() {
    let hand = Hand::default()
        .subject("A", "AA", "ALLO", ALIVE)
        .subject("B", "ITP", "AUTO", ALIVE)
        .subject("C", "ITP", "AUTO", ALIVE)
        .subject("D", "ITP", "AUTO", ALIVE);
    let mut tables = hand.tables();
    tables[0].1 = "study_id,subject_id,disorder,hct_ci\nS,A,AA,0\nS,B,ITP,2\nS,C,ITP,3\nS,D,ITP,".to_owned();
    tables[1].1 = "subject_id,hsct_seq,hsct_day,type,donor,source,cond_intensity,adwp_intensity\n\
        A,1,0,ALLO,MSD,BM,RIC,\nB,1,0,AUTO,AUTO,PBSC,RIC,INT\nC,1,0,AUTO,AUTO,PBSC,UNK,LOW\nD,1,0,AUTO,AUTO,PBSC,RIC,"
        .to_owned();
    let doses = "subject_id,hsct_seq,agent,dose,unit,route,fractions\nA,1,BU,12.8,mg/kg,IV,\nA,1,CY,120,mg/kg,IV,\n\
        A,2,FLU,120,mg/m2,IV,\nB,1,CY,200,mg/kg,IV,\nB,1,ATG,7.5,mg/kg,IV,\nC,1,CY,200,mg/kg,IV,\nC,1,ATG,7.5,mg/kg,IV,";
    tables.push(("regimen", doses.to_owned()));
    let study = "[strata]\nderived = { column = 'cond_intensity_derived' }\nparty = { column = 'adwp_class' }\n\
        comorbidity = { column = 'hct_ci_band' }\n[populations.reduced]\nwhere = \"cond_intensity_derived == 'RIC'\"\n\
        [[endpoint]]\nname = 'os'\n";
    let cohort = canonical(&tables, study).unwrap();
    let shown = |name: &str| -> Vec<String> {
        let column = cohort.subjects.column(name).unwrap();
        (0..4).map(|row| column.label(row).unwrap_or_default()).collect()
    };
    assert_eq!(shown("derived"), ["MAC", "RIC", "RIC", ""]);
    assert_eq!(shown("party"), ["", "INT", "INT", ""]);
    assert_eq!(shown("comorbidity"), ["0", "1-2", ">=3", ""]);
    assert_eq!(cohort.members("reduced").map(crate::cohort::Members::count), Some(2));
    let differ: Vec<_> = cohort.conditioning.iter().flat_map(crate::cohort::ClassPair::mismatches).collect();
    assert_eq!(differ, [("RIC", "MAC", 1), ("LOW", "INT", 1)]);
}
