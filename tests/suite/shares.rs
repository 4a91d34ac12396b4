//! Usage of `proportion` and `association`.

use crate::workspace::Workspace;

const FILE: &str = "arm,centre,cured,count\nA,n,1,3\nA,n,0,2\nB,n,1,4\nB,s,0,1\nC,s,1,2\nC,s,0,x\n";

fn here() -> Workspace {
    Workspace::empty().with("f.csv", FILE)
}

#[test]
fn strata_and_rates_are_asked_for_where_they_mean_something() {
    let here = here();
    let share = ["proportion", "f.csv", "--outcome", "cured"];
    let with = |more: &[&str]| here.engraft(&[&share[..], more].concat());
    with(&["--method", "stratified-wilson", "--strata", "centre"]).expect(0);
    with(&["--method", "stratified-wilson"]).expect(2).says("--strata");
    with(&["--strata", "centre"]).expect(2).says("stratified-wilson");
    with(&["--against", "0.3"]).expect(0);
    with(&["--against", "30"]).expect(2).says("between 0 and 1");
    with(&["--weight", "count"]).expect(1).says("count");
}

#[test]
fn associations_need_groups_and_two_of_them_for_a_correction() {
    let here = here();
    let association = ["association", "f.csv", "--outcome", "cured"];
    let with = |more: &[&str]| here.engraft(&[&association[..], more].concat());
    with(&["--by", "arm", "--strata", "centre"]).expect(0);
    with(&[]).expect(2).says("--by");
    with(&["--by", "arm", "--strata", "arm"]).expect(2).says("--strata");
    with(&["--by", "arm", "--continuity-correction"]).expect(2).says("two groups");
    with(&["--by", "centre", "--continuity-correction"]).expect(0);
    with(&["--by", "arm", "--difference", "exact"]).expect(2);
    with(&["--by", "arm", "--weight", "count"]).expect(1).says("count");
}
