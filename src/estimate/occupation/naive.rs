//! The slow, obvious twin: whole matrices at every time, and influence by the definition.

use proptest::prelude::*;

use super::*;
use crate::estimate::sample::fixed_cases;

/// The probabilities and the influence of every subject at a time, and their areas to it.
struct Plain {
    p: Vec<f64>,
    influence: Vec<Vec<f64>>,
    area: Vec<f64>,
    area_influence: Vec<Vec<f64>>,
}

#[allow(clippy::too_many_lines, reason = "the definition reads best in one piece")]
fn plain(subjects: &[Vec<Stay>], states: usize, time: f64) -> Plain {
    let all: Vec<Stay> = subjects.iter().flatten().copied().collect();
    let origin = all.iter().map(|stay| stay.entry.unwrap()).fold(f64::INFINITY, f64::min);
    let there: Vec<bool> = subjects.iter().map(|stays| stays[0].entry.unwrap() == origin).collect();
    let n = there.iter().filter(|there| **there).count() as f64;
    let is_first = |subject: usize, state: usize| f64::from(u8::from(subjects[subject][0].from == state));
    let mut p: Vec<f64> = (0..states)
        .map(|state| (0..subjects.len()).filter(|i| there[*i]).map(|i| is_first(i, state)).sum::<f64>() / n)
        .collect();
    let start = |i: usize| -> Vec<f64> {
        let own = |state: usize| if there[i] { (is_first(i, state) - p[state]) / n } else { 0.0 };
        (0..states).map(own).collect()
    };
    let mut influence: Vec<Vec<f64>> = (0..subjects.len()).map(start).collect();
    let (mut area, mut area_influence) = (vec![0.0; states], vec![vec![0.0; states]; subjects.len()]);
    let mut times: Vec<f64> = all.iter().map(|stay| stay.exit).filter(|t| *t <= time).collect();
    times.push(time);
    times.sort_by(f64::total_cmp);
    times.dedup();
    let mut last = origin;
    for t in times {
        let add = |sum: &mut Vec<f64>, value: &[f64]| {
            sum.iter_mut().zip(value).for_each(|(s, v)| *s += (t - last) * v);
        };
        add(&mut area, &p);
        area_influence.iter_mut().zip(&influence).for_each(|(sum, value)| add(sum, value));
        last = t;
        let here = |stay: &&Stay, state| stay.from == state && stay.entry.unwrap() < t && stay.exit >= t;
        let y: Vec<f64> =
            (0..states).map(|h| all.iter().filter(|stay| here(stay, h)).count() as f64).collect();
        let moved = |stay: &Stay, j: usize| f64::from(u8::from(stay.exit == t && stay.to == Some(j)));
        let hazard = |h: usize, j: usize| {
            if y[h] > 0.0 {
                all.iter().filter(|s| here(s, h)).map(|s| moved(s, j)).sum::<f64>() / y[h]
            } else {
                0.0
            }
        };
        let mut da = vec![vec![0.0; states]; states];
        for (h, row) in da.iter_mut().enumerate() {
            for j in (0..states).filter(|j| *j != h) {
                row[j] = hazard(h, j);
                row[h] -= row[j];
            }
        }
        let step = |row: &[f64]| -> Vec<f64> {
            (0..states).map(|j| row[j] + (0..states).map(|h| row[h] * da[h][j]).sum::<f64>()).collect()
        };
        for (subject, own) in influence.iter_mut().enumerate() {
            *own = step(own);
            for h in 0..states {
                let Some(stay) = subjects[subject].iter().find(|stay| here(stay, h)) else { continue };
                for j in 0..states {
                    let left: f64 = (0..states).map(|k| moved(stay, k)).sum();
                    let jump = if j == h { -left } else { moved(stay, j) };
                    own[j] += p[h] * (jump - da[h][j]) / y[h];
                }
            }
        }
        p = step(&p);
    }
    Plain { p, influence, area, area_influence }
}

fn squares(influence: &[Vec<f64>], state: usize) -> f64 {
    influence.iter().map(|own| own[state] * own[state]).sum()
}

/// How long, to where, and whether a gap follows.
type Pieces = Vec<(u32, usize, bool)>;

/// Histories of up to ten subjects in three states with returns, late entries, gaps and ties.
fn histories() -> impl Strategy<Value = Vec<Vec<Stay>>> {
    let piece = (1_u32..4, 0_usize..4, prop::bool::weighted(0.2));
    let subject = (0_u32..3, 0_usize..3, prop::collection::vec(piece, 1..5));
    let build = |(number, (entry, state, pieces)): (usize, (u32, usize, Pieces))| {
        let (mut from, mut begin) = (state, f64::from(entry));
        let mut stays = Vec::new();
        for (length, to, gap) in pieces {
            let exit = begin + f64::from(length);
            let to = Some(to).filter(|to| *to < 3 && *to != from);
            let number = u32::try_from(number).unwrap();
            stays.push(Stay::new(number, (begin, exit), from, to));
            from = to.unwrap_or(from);
            begin = exit + if gap { 1.0 } else { 0.0 };
        }
        stays
    };
    prop::collection::vec(subject, 1..10)
        .prop_map(move |subjects| subjects.into_iter().enumerate().map(build).collect())
}

fn of(subjects: &[Vec<Stay>], variance: OccupationVariance) -> Occupation {
    let stays: Vec<Stay> = subjects.iter().flatten().copied().collect();
    let options = OccupationOptions {
        variance,
        past_followup: PastFollowup::CarryForward,
        ..OccupationOptions::default()
    };
    occupation(History::new(&stays, 3).unwrap(), &[false; 3], &options)
}

proptest! {
    #![proptest_config(fixed_cases(300))]

    #[test]
    fn agrees_with_the_definition(subjects in histories(), quarter in 8_u32..60) {
        let time = f64::from(quarter) / 4.0;
        let (fast, slow) = (of(&subjects, OccupationVariance::Jackknife), plain(&subjects, 3, time));
        for (state, step) in fast.at(time).iter().enumerate() {
            prop_assert!((step.estimate.unwrap() - slow.p[state]).abs() < 1e-12);
            if let Ok(error) = step.std_error {
                prop_assert!((error * error - squares(&slow.influence, state)).abs() < 1e-12);
            }
        }
        for (state, mean) in fast.mean_time(time).iter().enumerate() {
            if let (Ok(mean), Ok(error)) = (mean.estimate, mean.std_error) {
                prop_assert!((mean - slow.area[state]).abs() < 1e-11);
                prop_assert!((error * error - squares(&slow.area_influence, state)).abs() < 1e-10);
            }
        }
    }

    #[test]
    fn probabilities_sum_to_one(subjects in histories()) {
        let occupation = of(&subjects, OccupationVariance::Greenwood);
        for time in occupation.times.clone() {
            let steps = occupation.at(time);
            let sum: f64 = steps.iter().map(|step| step.estimate.unwrap()).sum();
            prop_assert!((sum - 1.0).abs() < 1e-12);
            for step in steps {
                if let (Ok(p), Ok(low), Ok(high)) = (step.estimate, step.conf_low, step.conf_high) {
                    prop_assert!(0.0 <= low && low <= p && p <= high && high <= 1.0);
                }
            }
        }
    }

    #[test]
    fn twice_the_subjects_is_weight_two(subjects in histories(), time in 3_u32..12) {
        let weighted: Vec<Vec<Stay>> = subjects
            .iter()
            .map(|stays| stays.iter().map(|stay| Stay { count: 2, ..*stay }).collect())
            .collect();
        let shift = u32::try_from(subjects.len()).unwrap();
        let again = subjects.iter().map(|stays| {
            stays.iter().map(|stay| Stay { subject: stay.subject + shift, ..*stay }).collect::<Vec<_>>()
        });
        let twice: Vec<Vec<Stay>> = subjects.iter().cloned().chain(again).collect();
        for variance in [OccupationVariance::Jackknife, OccupationVariance::Greenwood] {
            let pair = [of(&weighted, variance), of(&twice, variance)].map(|one| one.at(time.into()));
            for (one, other) in pair[0].iter().zip(&pair[1]) {
                prop_assert_eq!(one.n_risk, other.n_risk);
                prop_assert!((one.estimate.unwrap() - other.estimate.unwrap()).abs() < 1e-12);
                prop_assert_eq!(one.std_error.is_ok(), other.std_error.is_ok());
                if let (Ok(one), Ok(other)) = (one.std_error, other.std_error) {
                    prop_assert!((one - other).abs() < 1e-9);
                }
            }
        }
    }

    #[test]
    fn two_states_are_kaplan_meier(exits in prop::collection::vec((1_u32..9, prop::bool::ANY), 1..20)) {
        use crate::estimate::{Interval, KaplanMeierOptions, RiskTable, kaplan_meier};
        let stays: Vec<Vec<Stay>> = (0..)
            .zip(&exits)
            .map(|(i, (exit, dead))| vec![Stay::new(i, (0.0, f64::from(*exit)), 0, dead.then_some(1))])
            .collect();
        let rows: Vec<_> =
            exits.iter().map(|(exit, dead)| Interval::from_start(f64::from(*exit), u32::from(*dead))).collect();
        let table = RiskTable::new(&rows, 1, rows.len() as u64).unwrap();
        let survival = kaplan_meier(&table, &KaplanMeierOptions::default());
        for variance in [OccupationVariance::Jackknife, OccupationVariance::Greenwood] {
            let occupation = of(&stays, variance);
            for step in &survival.steps {
                let alive = occupation.at(step.time)[0];
                prop_assert!((alive.estimate.unwrap() - step.estimate.unwrap()).abs() < 1e-12);
                prop_assert_eq!(alive.n_risk, step.n_risk);
                if let (Ok(one), Ok(other)) = (alive.std_error, step.std_error) {
                    prop_assert!((one - other).abs() < 1e-9);
                }
            }
        }
    }
}
