//! Slow, obvious twins of the estimators, which know nothing of risk tables.

mod curve_extensions;

use super::sample::{delayed, fixed_cases, from_start, grouped, table, tables};
use super::{
    AalenJohansenOptions, Absent, Events, Interval, KaplanMeierOptions, LogrankOptions, Quantity, TestResult,
    Variance, Weight, aalen_johansen, gray_test, kaplan_meier, quantile, restricted_mean,
    reverse_kaplan_meier, weighted_logrank,
};
use proptest::prelude::*;

/// One entry a subject.
fn subjects(rows: &[Interval]) -> Vec<Interval> {
    rows.iter().flat_map(|row| (0..row.count).map(|_| Interval { count: 1, ..*row })).collect()
}

fn at_risk(people: &[Interval], time: f64) -> f64 {
    people.iter().filter(|one| one.exit >= time && one.entry.is_none_or(|entry| entry < time)).count() as f64
}

fn died(people: &[Interval], time: f64, of: impl Fn(u32) -> bool) -> f64 {
    people.iter().filter(|one| (one.exit - time).abs() < 1e-9 && of(one.cause)).count() as f64
}

fn any(cause: u32) -> bool {
    cause > 0
}

fn times(people: &[Interval]) -> Vec<f64> {
    let mut times: Vec<f64> = people.iter().map(|one| one.exit).collect();
    times.sort_by(f64::total_cmp);
    times.dedup();
    times
}

/// The times with an event up to `until`.
fn event_times(people: &[Interval], until: f64) -> Vec<f64> {
    times(people).into_iter().filter(|time| *time <= until && died(people, *time, any) > 0.0).collect()
}

fn survival(people: &[Interval], until: f64) -> f64 {
    event_times(people, until).iter().map(|t| 1.0 - died(people, *t, any) / at_risk(people, *t)).product()
}

fn survival_before(people: &[Interval], time: f64) -> f64 {
    survival(people, time - 0.25) // all times are whole
}

fn greenwood(people: &[Interval], until: f64) -> f64 {
    let term = |t: &f64| {
        let (n, d) = (at_risk(people, *t), died(people, *t, any));
        d / n / (n - d)
    };
    event_times(people, until).iter().map(term).sum()
}

fn incidence(people: &[Interval], cause: u32, until: f64) -> f64 {
    let jump = |t: &f64| survival_before(people, *t) * died(people, *t, |c| c == cause) / at_risk(people, *t);
    event_times(people, until).iter().map(jump).sum()
}

/// By its definition: what every past event does to the value now.
fn aalen_variance(people: &[Interval], cause: u32, until: f64) -> f64 {
    let now = incidence(people, cause, until);
    let mut variance = 0.0;
    for t in event_times(people, until) {
        let (n, after) = (at_risk(people, t), survival(people, t));
        let later = if after > 1e-12 { (incidence(people, cause, t) - now) / after } else { 0.0 };
        let of_cause = died(people, t, |c| c == cause);
        for (d, effect) in [(of_cause, 1.0 + later), (died(people, t, any) - of_cause, later)] {
            if d > 0.0 {
                let ties = if d > 1.0 { (n - d) / (n - 1.0) } else { 1.0 };
                variance += (effect * survival_before(people, t)).powi(2) * ties * d / n / n;
            }
        }
    }
    variance
}

/// The closed form of Gaynor et al., J Am Stat Assoc 1993;88:400-9.
fn delta_variance(people: &[Interval], cause: u32, until: f64) -> f64 {
    let now = incidence(people, cause, until);
    let mut variance = 0.0;
    for t in event_times(people, until) {
        let (n, d, free) = (at_risk(people, t), died(people, t, any), survival_before(people, t));
        let of_cause = died(people, t, |c| c == cause);
        let later = now - incidence(people, cause, t);
        if d < n {
            variance += later * later * d / n / (n - d);
        }
        variance += free * free * (n - of_cause) * of_cause / n.powi(3);
        variance -= 2.0 * later * free * of_cause / n / n;
    }
    variance
}

fn mean(people: &[Interval], tau: f64) -> f64 {
    // S is flat within quarters of a day.
    let quarters = (0..).map(|i| f64::from(i) / 4.0).take_while(|t| *t < tau);
    quarters.map(|t| survival(people, t) / 4.0).sum()
}

fn median(people: &[Interval]) -> Quantity {
    let low =
        times(people).into_iter().find(|t| survival(people, *t) <= 0.5 + 1e-9).ok_or(Absent::NotReached)?;
    let below = times(people).into_iter().find(|t| survival(people, *t) < 0.5 - 1e-9);
    let last = *times(people).last().ok_or(Absent::NotEstimable)?;
    if survival(people, low) < 0.5 - 1e-9 {
        return Ok(low);
    }
    Ok(f64::midpoint(low, below.unwrap_or(last)))
}

fn reverse(people: &[Interval], until: f64) -> f64 {
    let factor = |t: &f64| {
        let c = died(people, *t, |cause| cause == 0);
        if c > 0.0 { 1.0 - c / (at_risk(people, *t) - died(people, *t, any)) } else { 1.0 }
    };
    times(people).iter().filter(|t| **t <= until).map(factor).product()
}

fn close(ours: f64, twin: f64) -> bool {
    (ours - twin).abs() <= 1e-9 * twin.abs() + 1e-12
}

fn same(ours: Quantity, twin: f64) -> bool {
    ours.is_ok_and(|ours| close(ours, twin))
}

/// `(observed, expected, covariance)` of the first two of three groups.
type Scores = ([f64; 3], [f64; 3], [[f64; 3]; 3]);

fn members(rows: &[(u32, u32, Interval)], stratum: u32, group: Option<u32>) -> Vec<Interval> {
    let chosen = rows.iter().filter(|(s, g, _)| *s == stratum && group.is_none_or(|group| *g == group));
    subjects(&chosen.map(|(_, _, row)| *row).collect::<Vec<_>>())
}

fn logrank(rows: &[(u32, u32, Interval)], weight: Weight, cause: u32) -> Scores {
    let (mut observed, mut expected, mut covariance) = ([0.0; 3], [0.0; 3], [[0.0; 3]; 3]);
    for stratum in 0..2 {
        // Other causes are censorings here.
        let only = |one: Interval| Interval { cause: u32::from(one.cause == cause), ..one };
        let all: Vec<Interval> = members(rows, stratum, None).into_iter().map(only).collect();
        let groups =
            [0, 1, 2].map(|g| members(rows, stratum, Some(g)).into_iter().map(only).collect::<Vec<_>>());
        for t in event_times(&all, f64::MAX) {
            let (n, d, before) = (at_risk(&all, t), died(&all, t, any), survival_before(&all, t));
            let peto = |s: &f64| 1.0 - died(&all, *s, any) / (at_risk(&all, *s) + 1.0);
            let w = match weight {
                Weight::LogRank => 1.0,
                Weight::Gehan => n,
                Weight::TaroneWare => n.sqrt(),
                Weight::Peto => event_times(&all, t).iter().map(peto).product(),
                Weight::FlemingHarrington { rho, gamma } => before.powf(rho) * (1.0 - before).powf(gamma),
            };
            let shares = [0, 1, 2].map(|g: usize| at_risk(&groups[g], t) / n);
            for g in 0..3 {
                observed[g] += w * died(&groups[g], t, any);
                expected[g] += w * d * shares[g];
                for h in 0..3 {
                    let spread = if g == h { shares[g] * (1.0 - shares[g]) } else { -shares[g] * shares[h] };
                    if n > 1.0 {
                        covariance[g][h] += w * w * spread * d * (n - d) / (n - 1.0);
                    }
                }
            }
        }
    }
    (observed, expected, covariance)
}

/// Gray's scores and their covariance, by what every event does to the final scores.
fn gray(rows: &[(u32, u32, Interval)], cause: u32) -> Scores {
    let (mut observed, mut expected, mut covariance) = ([0.0; 3], [0.0; 3], [[0.0; 3]; 3]);
    for stratum in 0..2 {
        let all = members(rows, stratum, None);
        let groups = [0, 1, 2].map(|g| members(rows, stratum, Some(g)));
        let times = event_times(&all, f64::MAX);
        let of_cause = |people: &[Interval], t: f64| died(people, t, |c| c == cause);
        let weight = |g: usize, t: f64| {
            let y = at_risk(&groups[g], t);
            if y > 0.0 { y / survival_before(&groups[g], t) } else { 0.0 }
        };
        let total = |t: f64| (0..3).map(|g| weight(g, t)).sum::<f64>();
        let pooled = |until: f64| -> f64 {
            times.iter().filter(|t| **t <= until).map(|t| of_cause(&all, *t) / total(*t)).sum()
        };
        let gain = |i: usize, g: usize, t: f64| {
            weight(i, t) * (if i == g { 1.0 } else { 0.0 } - weight(g, t) / total(t))
        };
        let still_to_come = |i: usize, g: usize, after: f64| -> f64 {
            let later = times.iter().filter(|t| **t > after);
            later.map(|t| gain(i, g, *t) * of_cause(&all, *t) / total(*t) / (1.0 - pooled(*t - 0.25))).sum()
        };
        for &t in &times {
            let risk = |g: usize| weight(g, t) * (1.0 - incidence(&groups[g], cause, t - 0.25));
            let risks = risk(0) + risk(1) + risk(2);
            for g in 0..3 {
                let y = at_risk(&groups[g], t);
                if y < 1.0 {
                    continue;
                }
                observed[g] += of_cause(&groups[g], t);
                if of_cause(&all, t) > 0.0 {
                    expected[g] += of_cause(&all, t) * risk(g) / risks;
                }
                let (before, after) = (survival_before(&groups[g], t), survival(&groups[g], t));
                let ratio = if after > 1e-12 { (1.0 - pooled(t)) / after } else { 0.0 };
                let ties = |d: f64, n: f64| if d > 1.0 { 1.0 - (d - 1.0) / (n - 1.0) } else { 1.0 };
                let d = of_cause(&all, t);
                let others = died(&groups[g], t, |c| c > 0 && c != cause);
                let own = ties(d, total(t) * before) * before * d / total(t) / y;
                let competing = ties(others, y) * before * before * others / y / y;
                let to_come = [0, 1, 2].map(|k| still_to_come(k, g, t));
                let effect = |k: usize| gain(k, g, t) + (1.0 - ratio) * to_come[k];
                let other = |k: usize| ratio * to_come[k];
                for (i, row) in covariance.iter_mut().enumerate() {
                    for (j, cell) in row.iter_mut().enumerate() {
                        *cell += own * effect(i) * effect(j) + competing * other(i) * other(j);
                    }
                }
            }
        }
    }
    (observed, expected, covariance)
}

/// Two degrees of freedom by Cramer's rule; where that is not clearly of full rank, only the totals are compared.
fn agrees(ours: &TestResult, twin: Scores) -> bool {
    let (observed, expected, v) = twin;
    let totals = ours.groups.iter().zip(observed.iter().zip(&expected));
    let mut alike = totals.into_iter().all(|(g, (o, e))| close(g.observed, *o) && close(g.expected, *e));
    let determinant = v[0][0] * v[1][1] - v[0][1] * v[0][1];
    if determinant > 1e-6 * v[0][0] * v[1][1] && v[0][0] * v[1][1] > 0.0 {
        let (a, b) = (observed[0] - expected[0], observed[1] - expected[1]);
        let form = (a * a * v[1][1] - 2.0 * a * b * v[0][1] + b * b * v[0][0]) / determinant;
        alike &= ours.df == 2 && ours.chisq.is_ok_and(|chisq| (chisq - form).abs() < 1e-8 * (1.0 + form));
    }
    alike
}

proptest! {
    #![proptest_config(fixed_cases(100))]

    #[test]
    fn kaplan_meier_agrees(rows in delayed()) {
        let people = subjects(&rows);
        let ours = kaplan_meier(&table(&rows, 2), &KaplanMeierOptions::default());
        prop_assert_eq!(ours.steps.iter().map(|step| step.time).collect::<Vec<_>>(), times(&people));
        for step in &ours.steps {
            prop_assert!(close(step.n_risk as f64, at_risk(&people, step.time)));
            let twin = survival(&people, step.time);
            prop_assert!(same(step.estimate, twin));
            if twin > 1e-12 {
                prop_assert!(same(step.std_error, twin * greenwood(&people, step.time).sqrt()));
            } else {
                prop_assert_eq!(step.std_error, Err(Absent::NotEstimable));
            }
        }
        if !people.is_empty() {
            prop_assert_eq!(quantile(&ours, 0.5).estimate, median(&people));
        }
    }

    #[test]
    fn restricted_mean_agrees(rows in delayed(), tau in 1_u32..14) {
        let people = subjects(&rows);
        let ours = restricted_mean(&kaplan_meier(&table(&rows, 2), &KaplanMeierOptions::default()), tau.into());
        if let Ok(value) = ours.estimate {
            prop_assert!(close(value, mean(&people, tau.into())));
        }
    }

    #[test]
    fn reverse_kaplan_meier_agrees(rows in delayed()) {
        let people = subjects(&rows);
        for step in &reverse_kaplan_meier(&table(&rows, 2), &KaplanMeierOptions::default()).steps {
            prop_assert!(same(step.estimate, reverse(&people, step.time)));
        }
    }

    #[test]
    fn aalen_johansen_agrees(rows in delayed(), cause in 1_u32..3) {
        let people = subjects(&rows);
        for (variance, twin) in [
            (Variance::Aalen, aalen_variance as fn(&[Interval], u32, f64) -> f64),
            (Variance::Delta, delta_variance),
        ] {
            let options = AalenJohansenOptions { variance, ..AalenJohansenOptions::default() };
            for step in aalen_johansen(&table(&rows, 2), &options).curve(cause).unwrap() {
                prop_assert!(same(step.estimate, incidence(&people, cause, step.time)));
                if let Ok(std_error) = step.std_error {
                    // Squares: near 0 the root of a rounding error is no rounding error.
                    prop_assert!(close(std_error * std_error, twin(&people, cause, step.time)));
                }
            }
        }
    }

    #[test]
    fn weighted_logrank_agrees(rows in grouped(delayed()), cause in 1_u32..3) {
        let tables = tables(&rows, 2, 3);
        let fleming = Weight::FlemingHarrington { rho: 0.5, gamma: 1.0 };
        for weight in [Weight::LogRank, Weight::Gehan, Weight::TaroneWare, Weight::Peto, fleming] {
            let options = LogrankOptions { weight, events: Events::Cause(cause) };
            let ours = weighted_logrank(&tables, &options).unwrap();
            prop_assert!(agrees(&ours, logrank(&rows, weight, cause)), "{:?}", weight);
        }
    }

    #[test]
    fn gray_test_agrees(rows in grouped(from_start()), cause in 1_u32..3) {
        let ours = gray_test(&tables(&rows, 2, 3), cause).unwrap();
        prop_assert!(agrees(&ours, gray(&rows, cause)));
    }
}
