//! Rates and recurrent events from outside: what is refused, and how studies ask for them.

use crate::workspace::Workspace;

const ROWS: &str = "id,start,day,event,arm\na,0,3,1,x\na,3,9,2,x\nb,0,5,0,y\nc,0,4,1,y\nc,4,6,0,y\n";

fn files() -> Workspace {
    let here = Workspace::empty();
    here.write("f.csv", ROWS.as_bytes());
    here.write("late.csv", format!("{ROWS}a,9,12,1,x\n").as_bytes());
    here
}

#[test]
fn a_rate_says_what_it_cannot_use() {
    let here = files();
    let rate = |more: &[&str]| {
        let args = ["rate", "f.csv", "--time", "day", "--event", "event"];
        here.engraft(&[&args[..], more].concat())
    };
    rate(&["--event-codes", "1", "--by", "arm"]).expect(0).says("codes 2 of event were taken as censoring");
    rate(&[]).expect(1).says("end the time at risk");
    rate(&["--event-codes", "1", "--per", "0"]).expect(2).says("above 0");
    rate(&["--event-codes", "1", "--entry", "day"]).expect(1).says("is not before the time");
    // Nobody had the event: a rate of 0 that begins at 0.
    let none = rate(&["--event-codes", "7", "--format", "csv"]).expect(0);
    assert!(none.stdout.contains("no_events") || none.stdout.contains("conf_low,0"), "{}", none.stdout);
}

#[test]
fn recurrent_events_need_subjects_and_names_for_every_code() {
    let here = files();
    let recurrent = |file: &str, more: &[&str]| {
        let args = ["recurrent", file, "--time", "day", "--event", "event"];
        here.engraft(&[&args[..], more].concat())
    };
    let named = ["--id", "id", "--recurrent", "1", "--terminal", "2"];
    recurrent("f.csv", &named).expect(0);
    recurrent("f.csv", &named[2..]).expect(2).says("--id");
    recurrent("f.csv", &named[..4]).expect(1).says("--terminal");
    recurrent("f.csv", &["--id", "id", "--recurrent", "1", "--terminal", "1"]).expect(2).says("named twice");
    recurrent("f.csv", &["--id", "id", "--recurrent", "0"]).expect(2).says("not the code of an event");
    recurrent("late.csv", &named).expect(1).says("a: the subject had the terminal event before");
    // Without entries the same rows follow on, and give the same.
    let follow = recurrent("f.csv", &named).expect(0).stdout;
    let given = recurrent("f.csv", &[&named[..], &["--entry", "start"]].concat()).expect(0).stdout;
    assert_eq!(follow, given);
}

#[test]
fn a_study_says_which_endpoints_recur_and_which_have_rates() {
    let here = Workspace::empty();
    here.engraft(&["init", "s"]).expect(0);
    let study = std::fs::read_to_string(here.path("s/study.toml")).unwrap_or_default();
    let check = |more: &str| {
        here.write("s/study.toml", format!("{study}\n{more}\n").as_bytes());
        here.engraft(&["check", "--study", "s/study.toml"])
    };
    let endpoint = "[[endpoint]]\nname = \"all\"\nkind = \"recurrent\"\n";
    let event = "event = { table = \"events\", where = \"type == 'INFECTION'\" }\n";
    check(endpoint).expect(2).says("has no event of its own");
    check(&format!("{endpoint}{event}competing = [\"death\"]")).expect(2).says("death ends it");
    check(&format!("{endpoint}{event}[[analysis]]\nendpoint = \"all\"\ntest = \"gray\""))
        .expect(2)
        .says("does not fit");
    check("[[analysis]]\nendpoint = \"os\"\nrate = \"100\"").expect(2).says("100py");
    check("[[analysis]]\nendpoint = \"os\"\nrate = \"100py\"\nlandmark = \"d100\"")
        .expect(2)
        .says("also that before the landmark");
    check("[[analysis]]\nendpoint = \"best_response\"\nrate = \"100py\"").expect(2).says("no rate");
}
