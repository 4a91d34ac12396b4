//! By hand, and the edges.

use super::*;

fn estimated(stays: &[Stay], states: usize, variance: OccupationVariance) -> Occupation {
    let history = History::new(stays, states).unwrap();
    let terminal: Vec<bool> = (0..states).map(|state| stays.iter().all(|stay| stay.from != state)).collect();
    occupation(history, &terminal, &OccupationOptions { variance, ..OccupationOptions::default() })
}

/// States 0 ill, 1 well, 2 dead. A well at 1, ill at 3, dead at 5; B dead at 1; C well at 2, censored at 4;
/// D censored at 6.
fn four() -> Vec<Stay> {
    vec![
        Stay::new(0, (0.0, 1.0), 0, Some(1)),
        Stay::new(0, (1.0, 3.0), 1, Some(0)),
        Stay::new(0, (3.0, 5.0), 0, Some(2)),
        Stay::new(1, (0.0, 1.0), 0, Some(2)),
        Stay::new(2, (0.0, 2.0), 0, Some(1)),
        Stay::new(2, (2.0, 4.0), 1, None),
        Stay::new(3, (0.0, 6.0), 0, None),
    ]
}

fn probabilities(occupation: &Occupation, time: f64) -> Vec<f64> {
    occupation.at(time).iter().map(|step| step.estimate.unwrap()).collect()
}

#[test]
fn by_hand() {
    let occupation = estimated(&four(), 3, OccupationVariance::Jackknife);
    assert_eq!(probabilities(&occupation, 0.5), [1.0, 0.0, 0.0]);
    // At 1 one of four becomes well, one dies; at 2 one of two becomes well.
    assert_eq!(probabilities(&occupation, 1.0), [0.5, 0.25, 0.25]);
    assert_eq!(probabilities(&occupation, 2.0), [0.25, 0.5, 0.25]);
    // At 3 one of two falls ill again; at 5 one of two who are ill dies.
    assert_eq!(probabilities(&occupation, 3.0), [0.5, 0.25, 0.25]);
    assert_eq!(probabilities(&occupation, 5.0), [0.25, 0.25, 0.5]);
    for time in [0.5, 1.0, 2.5, 6.0, 6.5] {
        let (steps, estimates) = (occupation.at(time), occupation.estimates_at(time));
        assert!(steps.len() == 3 && estimates.len() == 3);
        for (step, alone) in steps.iter().zip(&estimates) {
            assert_eq!((step.time, step.n_risk, step.estimate), (time, alone.n_risk, alone.estimate));
            assert_eq!(alone.time.total_cmp(&time), std::cmp::Ordering::Equal);
        }
    }
    let at_risk: Vec<u64> = occupation.at(5.0).iter().map(|step| step.n_risk).collect();
    assert_eq!(at_risk, [2, 0, 0]);
    // To 4: 1 + 0.5 + 0.25 + 0.5, 0.25 + 0.5 + 0.25, 0.75.
    let mean: Vec<f64> = occupation.mean_time(4.0).iter().map(|mean| mean.estimate.unwrap()).collect();
    assert_eq!(mean, [2.25, 1.0, 0.75]);
    assert_eq!(occupation.times, [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
    assert_eq!(occupation.at(6.0)[2].estimate, Ok(0.5));
    assert_eq!(occupation.at(6.5)[0].estimate, Err(Absent::BeyondFollowup));
    assert_eq!(occupation.mean_time(6.5)[0].estimate, Err(Absent::BeyondFollowup));
    let seen: Vec<_> = occupation.transitions().iter().map(|m| (m.from, m.to, m.count)).collect();
    assert_eq!(seen, [(0, 1, 2), (0, 2, 2), (1, 0, 1)]);
}

#[test]
fn variance_by_hand() {
    // At 1 the four are multinomial: 1/4 * 3/4 / 4 for the dead, by either formula.
    for variance in [OccupationVariance::Jackknife, OccupationVariance::Greenwood] {
        let occupation = estimated(&four(), 3, variance);
        let dead = occupation.at(1.0)[2].std_error.unwrap();
        assert!((dead * dead - 3.0 / 64.0).abs() < 1e-15, "{variance:?}");
        // To 2, one unit of time at p(1): the same.
        let mean = occupation.mean_time(2.0)[2].std_error.unwrap();
        assert!((mean * mean - 3.0 / 64.0).abs() < 1e-15, "{variance:?}");
    }
    let step = estimated(&four(), 3, OccupationVariance::Jackknife).at(1.0)[2];
    // 0.25^exp(± 1.96 * 0.2165 / (0.25 log 0.25))
    assert!(
        (step.conf_low.unwrap() - 0.009_2).abs() < 5e-4 && (step.conf_high.unwrap() - 0.667).abs() < 2e-3
    );
}

#[test]
fn the_edges() {
    let occupation = estimated(&four(), 4, OccupationVariance::Jackknife);
    let never = occupation.at(4.0)[3];
    assert_eq!((never.estimate, never.std_error, never.conf_low), (Ok(0.0), Ok(0.0), Err(Absent::NoEvents)));
    let start = occupation.at(0.0)[0];
    assert_eq!((start.estimate, start.std_error, start.conf_high), (Ok(1.0), Ok(0.0), Err(Absent::NoEvents)));
    // All dead: carried on for ever.
    let all = [Stay::new(0, (0.0, 1.0), 0, Some(1)), Stay::new(1, (0.0, 2.0), 0, Some(1))];
    let done = estimated(&all, 2, OccupationVariance::Jackknife).at(9.0);
    assert_eq!((done[0].estimate, done[0].std_error), (Ok(0.0), Err(Absent::NotEstimable)));
    assert_eq!((done[1].estimate, done[1].conf_low), (Ok(1.0), Err(Absent::NotEstimable)));
    let nobody = estimated(&[], 2, OccupationVariance::Jackknife);
    assert_eq!(nobody.at(1.0)[0].estimate, Err(Absent::NotEstimable));
    assert_eq!(nobody.mean_time(1.0)[1].estimate, Err(Absent::NotEstimable));
    assert_eq!(occupation.mean_time(0.0)[0].estimate, Err(Absent::NotEstimable));
}

#[test]
fn an_event_at_time_0_counts_and_a_mixed_start_varies() {
    let at_zero = Stay { entry: None, ..Stay::new(0, (0.0, 0.0), 0, Some(1)) };
    let rest = Stay { entry: None, ..Stay::new(1, (0.0, 4.0), 0, None) };
    assert_eq!(
        probabilities(&estimated(&[at_zero, rest], 2, OccupationVariance::Jackknife), 0.0),
        [0.5, 0.5]
    );
    let mixed = [Stay::new(0, (0.0, 3.0), 0, None), Stay::new(1, (0.0, 3.0), 1, None)];
    for variance in [OccupationVariance::Jackknife, OccupationVariance::Greenwood] {
        let start = estimated(&mixed, 2, variance).at(0.0)[0];
        assert_eq!(start.estimate, Ok(0.5));
        assert!((start.std_error.unwrap() - libm::sqrt(0.125)).abs() < 1e-15);
    }
}

#[test]
fn late_arrivals_in_an_emptied_state_are_told() {
    let stays = [Stay::new(0, (0.0, 1.0), 0, Some(1)), Stay::new(1, (2.0, 3.0), 0, Some(1))];
    let occupation = estimated(&stays, 2, OccupationVariance::Jackknife);
    assert_eq!(occupation.left_without_weight(), [(0, 3.0)]);
    // Into a state that is entered without weight nobody has gone.
    let elsewhere = [stays[0], Stay::new(1, (2.0, 3.0), 0, Some(2))];
    let third = estimated(&elsewhere, 3, OccupationVariance::Jackknife).at(3.0)[2];
    assert_eq!((third.estimate, third.std_error, third.conf_low), (Ok(0.0), Ok(0.0), Err(Absent::NoEvents)));
    // Nobody is there from 0: the clock begins with the first who enters.
    let late = estimated(&stays[1..], 2, OccupationVariance::Jackknife);
    assert_eq!((late.origin(), late.at(1.0)[0].estimate), (Some(2.0), Err(Absent::NotEstimable)));
    assert_eq!(late.mean_time(3.0)[0].estimate, Ok(1.0));
}

/// Alive and dead alone: Kaplan-Meier, Greenwood's formula and the restricted mean, for either state.
#[test]
fn greenwood_errors_of_two_states_are_those_of_survival() {
    let data = [(1.0, 1), (2.0, 0), (2.0, 1), (3.0, 1), (4.0, 0), (5.0, 1), (5.0, 1), (7.0, 1), (8.0, 0)];
    let intervals = data.map(|(time, cause)| crate::estimate::Interval::from_start(time, cause));
    let table = crate::estimate::sample::table(&intervals, 1);
    let survival = crate::estimate::kaplan_meier(&table, &crate::estimate::KaplanMeierOptions::default());
    let stay = |(subject, (time, died)): (u32, (f64, u32))| {
        Stay::new(subject, (0.0, time), 0, (died == 1).then_some(1))
    };
    let stays: Vec<Stay> = (0..).zip(data).map(stay).collect();
    let occupation = estimated(&stays, 2, OccupationVariance::Greenwood);
    let near = |ours: Quantity, reference: Quantity| {
        assert!((ours.unwrap() - reference.unwrap()).abs() < 1e-14, "{ours:?} is not {reference:?}");
    };
    for time in [1.0, 2.5, 3.0, 4.5, 6.0, 7.0] {
        let mean = crate::estimate::restricted_mean(&survival, time + 0.5);
        for state in [0, 1] {
            near(occupation.at(time)[state].std_error, survival.at(time).std_error);
            near(occupation.mean_time(time + 0.5)[state].std_error, mean.std_error);
        }
        near(occupation.mean_time(time + 0.5)[0].estimate, mean.estimate);
    }
}
