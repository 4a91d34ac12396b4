//! Each disorder by hand.

use super::*;
use crate::cohort::canonical::Disorder;
use crate::cohort::labs::{Measurement, Test};

/// A patient with a disorder, engrafted on day 0, seen to day 1000.
struct Hand {
    subject: Subject,
    series: Series,
    red: Vec<Span>,
    platelets: Vec<Span>,
    growth: Vec<Span>,
    bleeds: Vec<Span>,
    bleeding_known: bool,
    neutrophils: Recovery,
    rescue: Option<i32>,
}

fn hand(disorder: Disorder) -> Hand {
    let subject = Subject {
        disorder,
        female: true,
        allogeneic: false,
        autologous: true,
        cord_blood: false,
        cond_start: Some(-7),
        second_hsct: None,
        follow_up: None,
    };
    Hand {
        subject,
        series: Series::default(),
        red: Vec::new(),
        platelets: Vec::new(),
        growth: Vec::new(),
        bleeds: Vec::new(),
        bleeding_known: true,
        neutrophils: Recovery::Recovered(14),
        rescue: None,
    }
}

impl Hand {
    fn with(mut self, test: Test, values: &[(i32, f64)]) -> Self {
        for &(day, value) in values {
            let (lln, uln) = match test {
                Test::Hapto => (Some(0.3), None),
                Test::Bili => (None, Some(21.0)),
                Test::Ldh => (None, Some(250.0)),
                Test::Retic => (None, Some(100.0)),
                _ => (None, None),
            };
            self.series.push(test, Measurement { day, value, lln, uln });
        }
        self
    }

    fn markers(self, days: &[i32]) -> Self {
        let of = |value: f64| days.iter().map(|&day| (day, value)).collect::<Vec<_>>();
        self.with(Test::Bili, &of(10.0))
            .with(Test::Ldh, &of(200.0))
            .with(Test::Hapto, &of(0.8))
            .with(Test::Retic, &of(60.0))
    }

    fn course(&self) -> Course {
        assess(&Chart {
            subject: &self.subject,
            series: &self.series,
            red_cell_transfusions: &self.red,
            platelet_transfusions: &self.platelets,
            growth_factor: &self.growth,
            bleeds: &self.bleeds,
            bleeding_known: self.bleeding_known,
            neutrophils: self.neutrophils,
            rescue: self.rescue,
            end: 1000,
        })
    }

    /// Day of response, of complete response.
    fn days(&self) -> (Option<i32>, Option<i32>) {
        let course = self.course();
        (course.response, course.complete)
    }
}

fn span(start: i32, end: i32) -> Vec<Span> {
    vec![Span { start, end }]
}

#[test]
fn itp_needs_thirty_and_twice_the_baseline() {
    let platelets = |values: &[(i32, f64)]| hand(Disorder::Itp).with(Test::Plt, values);
    assert_eq!(platelets(&[(-8, 20.0), (30, 39.0), (40, 39.0)]).days(), (None, None));
    assert_eq!(platelets(&[(-8, 20.0), (30, 40.0), (40, 40.0)]).days(), (Some(30), None));
    assert_eq!(platelets(&[(-8, 10.0), (30, 29.0), (40, 29.0)]).days(), (None, None));
    assert_eq!(platelets(&[(-8, 90.0), (30, 100.0), (37, 100.0)]).days(), (Some(30), Some(30)));
    assert_eq!(platelets(&[(30, 50.0), (40, 50.0)]).days(), (None, None));
    assert_eq!(platelets(&[(-3, 10.0), (30, 50.0), (40, 50.0)]).days(), (None, None));
}

#[test]
fn itp_bleeding_and_transfusion() {
    let platelets = hand(Disorder::Itp).with(Test::Plt, &[(-8, 10.0), (30, 150.0), (40, 150.0), (50, 150.0)]);
    assert_eq!(Hand { bleeds: span(35, 36), ..platelets }.days(), (Some(40), Some(40)));
    let platelets = hand(Disorder::Itp).with(Test::Plt, &[(-8, 10.0), (30, 150.0), (40, 150.0), (50, 150.0)]);
    assert_eq!(Hand { platelets: span(28, 28), ..platelets }.days(), (Some(40), Some(40)));
    let platelets = hand(Disorder::Itp).with(Test::Plt, &[(-8, 10.0), (30, 150.0), (40, 150.0)]);
    assert_eq!(Hand { bleeding_known: false, ..platelets }.days(), (Some(30), None));
}

#[test]
fn nothing_is_rated_before_engraftment_or_after_rescue() {
    let early = |neutrophils| Hand {
        neutrophils,
        ..hand(Disorder::Itp)
            .with(Test::Plt, &[(-8, 10.0), (5, 150.0), (13, 150.0), (20, 150.0), (45, 150.0), (52, 150.0)])
    };
    assert_eq!(early(Recovery::Recovered(14)).days().0, Some(20));
    assert_eq!(early(Recovery::NeverBelow).days().0, Some(5));
    assert_eq!(early(Recovery::NotMeasured).days().0, Some(45));
    let never = early(Recovery::NotRecovered).course();
    assert_eq!((never.evaluable, never.rated, never.response), (true, false, None));
    assert_eq!(Hand { rescue: Some(45), ..early(Recovery::Recovered(14)) }.days().0, None);
    assert_eq!(Hand { rescue: Some(46), ..early(Recovery::Recovered(14)) }.days().0, Some(20));
}

#[test]
fn aiha_complete_needs_normal_haemoglobin_and_every_marker() {
    let values = [(-8, 70.0), (30, 121.0), (40, 122.0)];
    let complete = hand(Disorder::Aiha).with(Test::Hgb, &values).markers(&[30, 40]);
    assert_eq!(complete.days(), (Some(30), Some(30)));
    let without = hand(Disorder::Aiha).with(Test::Hgb, &values).with(Test::Bili, &[(30, 10.0), (40, 10.0)]);
    assert_eq!(without.days(), (Some(30), None));
    let haemolysis = hand(Disorder::Aiha)
        .with(Test::Hgb, &values)
        .with(Test::Bili, &[(30, 40.0), (40, 40.0)])
        .with(Test::Ldh, &[(30, 200.0), (40, 200.0)])
        .with(Test::Hapto, &[(30, 0.8), (40, 0.8)])
        .with(Test::Retic, &[(30, 60.0), (40, 60.0)]);
    assert_eq!(haemolysis.days(), (Some(30), None));
}

#[test]
fn aiha_response_is_a_rise_of_twenty_without_transfusion() {
    let rise = |to: f64| hand(Disorder::Aiha).with(Test::Hgb, &[(-8, 70.0), (30, to), (40, to)]);
    assert_eq!(rise(90.0).days(), (Some(30), None));
    assert_eq!(rise(89.0).days(), (None, None));
    assert_eq!(Hand { red: span(30, 30), ..rise(95.0) }.days(), (None, None));
    assert_eq!(Hand { red: span(22, 22), ..rise(95.0) }.days(), (Some(30), None));
}

#[test]
fn evans_is_the_worse_lineage() {
    let red = [(-8, 70.0), (30, 121.0), (40, 122.0), (200, 80.0), (207, 80.0)];
    let evans = hand(Disorder::Evans)
        .with(Test::Hgb, &red)
        .markers(&[30, 40])
        .with(Test::Plt, &[(-8, 10.0), (30, 60.0), (40, 60.0), (200, 150.0), (207, 150.0)]);
    assert_eq!(evans.days(), (Some(30), None));
    assert_eq!(evans.course().lost, Some(200));
    let one =
        hand(Disorder::Evans).with(Test::Hgb, &red).with(Test::Plt, &[(-8, 10.0), (30, 12.0), (40, 12.0)]);
    assert_eq!(one.days(), (None, None));
}

#[test]
fn prca_is_free_of_transfusions_for_eight_weeks() {
    let red =
        |values: &[(i32, f64)]| Hand { red: span(20, 20), ..hand(Disorder::Prca).with(Test::Hgb, values) };
    assert_eq!(red(&[(30, 121.0), (70, 121.0)]).days(), (None, None));
    assert_eq!(red(&[(30, 121.0), (77, 121.0), (90, 121.0)]).days(), (Some(77), Some(77)));
    assert_eq!(red(&[(77, 95.0), (90, 96.0)]).days(), (Some(77), None));
}

#[test]
fn ain_is_free_of_growth_factor() {
    let counts = [(-8, 0.3), (30, 0.7), (40, 1.6), (50, 1.7)];
    assert_eq!(hand(Disorder::Ain).with(Test::Anc, &counts).days(), (Some(30), Some(40)));
    let treated = Hand { growth: span(20, 35), ..hand(Disorder::Ain).with(Test::Anc, &counts) };
    assert_eq!(treated.days(), (None, None));
}

#[test]
fn aa_needs_all_three_lineages_without_transfusion() {
    let aa = |hgb: f64, anc: f64, plt: f64| {
        let of = |value: f64| [(60, value), (70, value)];
        hand(Disorder::Aa).with(Test::Hgb, &of(hgb)).with(Test::Anc, &of(anc)).with(Test::Plt, &of(plt))
    };
    assert_eq!(aa(101.0, 1.1, 101.0).days(), (Some(60), Some(60)));
    assert_eq!(aa(100.0, 1.1, 101.0).days(), (Some(60), None));
    assert_eq!(aa(80.0, 0.5, 20.0).days(), (Some(60), None));
    assert_eq!(aa(80.0, 0.4, 20.0).days(), (None, None));
    assert_eq!(Hand { red: span(45, 45), ..aa(101.0, 1.1, 101.0) }.days(), (None, None));
}

#[test]
fn a_disorder_without_a_rule_or_without_values_is_not_evaluable() {
    assert!(!hand(Disorder::Unruled).course().evaluable);
    assert!(!hand(Disorder::Itp).course().evaluable);
}
