//! What must hold of every estimate, whatever the data.

use proptest::prelude::*;

use super::sample::{delayed, fixed_cases, from_start, grouped, table, tables};
use super::*;

fn every_interval_twice(rows: &[Interval]) -> Vec<Interval> {
    rows.iter().chain(rows).copied().collect()
}

fn doubled(rows: &[Interval]) -> Vec<Interval> {
    rows.iter().map(|row| Interval { count: 2 * row.count, ..*row }).collect()
}

fn scaled(rows: &[Interval], by: f64) -> Vec<Interval> {
    let one = |row: &Interval| Interval { entry: row.entry.map(|t| t * by), exit: row.exit * by, ..*row };
    rows.iter().map(one).collect()
}

/// Every interval that holds `at` in its inside, as two.
fn split(rows: &[Interval], at: f64) -> Vec<Interval> {
    let pieces = |row: &Interval| {
        if row.exit > at && row.entry.is_none_or(|entry| entry < at) {
            let first = Interval { exit: at, cause: 0, inner: true, ..*row };
            vec![first, Interval { entry: Some(at), ..*row }]
        } else {
            vec![*row]
        }
    };
    rows.iter().flat_map(pieces).collect()
}

fn everything(table: &RiskTable) -> (Vec<SurvivalStep>, Vec<Vec<IncidenceStep>>) {
    let survival = kaplan_meier(table, &KaplanMeierOptions::default());
    (survival.steps, aalen_johansen(table, &AalenJohansenOptions::default()).curves)
}

proptest! {
    #![proptest_config(fixed_cases(200))]

    #[test]
    fn survival_never_rises_and_stays_within_its_limits(rows in delayed()) {
        for conf_type in [ConfType::LogLog, ConfType::Log, ConfType::Plain, ConfType::Logit, ConfType::ArcSin] {
            let options = KaplanMeierOptions { conf_type, ..KaplanMeierOptions::default() };
            let mut before = 1.0;
            for step in kaplan_meier(&table(&rows, 2), &options).steps {
                let estimate = step.estimate.unwrap();
                prop_assert!((0.0..=before).contains(&estimate));
                if let (Ok(low), Ok(high)) = (step.conf_low, step.conf_high) {
                    prop_assert!(0.0 <= low && low <= estimate && estimate <= high && high <= 1.0);
                }
                before = estimate;
            }
        }
    }

    #[test]
    fn incidences_and_survival_sum_to_one(rows in delayed()) {
        let incidence = aalen_johansen(&table(&rows, 2), &AalenJohansenOptions::default());
        for (index, free) in incidence.event_free.iter().enumerate() {
            let had: f64 = incidence.curves.iter().map(|curve| curve[index].estimate.unwrap()).sum();
            prop_assert!((had + free - 1.0).abs() < 1e-12);
        }
    }

    #[test]
    fn order_does_not_matter(rows in delayed()) {
        let reversed: Vec<_> = rows.iter().rev().copied().collect();
        prop_assert_eq!(table(&rows, 2), table(&reversed, 2));
    }

    #[test]
    fn twice_the_rows_is_weight_two(rows in delayed()) {
        prop_assert_eq!(table(&every_interval_twice(&rows), 2), table(&doubled(&rows), 2));
    }

    #[test]
    fn no_weight_leaves_no_trace(rows in delayed()) {
        let kept: Vec<_> = rows.iter().filter(|row| row.count > 0).copied().collect();
        prop_assert_eq!(table(&rows, 2), table(&kept, 2));
    }

    #[test]
    fn split_intervals_agree_with_whole_ones(rows in delayed(), at in 1_u32..12) {
        let (whole, parts) = (table(&rows, 2), table(&split(&rows, at.into()), 2));
        // The ends of the parts are times of their own, at which nothing happens.
        let (expected, mut found) = (everything(&whole), everything(&parts));
        let times: Vec<f64> = expected.0.iter().map(|step| step.time).collect();
        found.0.retain(|step| times.contains(&step.time) || step.n_event + step.n_censor > 0);
        for curve in &mut found.1 {
            curve.retain(|step| times.contains(&step.time) || step.n_event + step.n_censor > 0);
        }
        prop_assert_eq!(expected, found);
        prop_assert_eq!(whole.delayed_entry, parts.delayed_entry);
        for quarter in 0..60 {
            let time = f64::from(quarter) / 4.0;
            prop_assert_eq!(whole.at_risk_just_before(time), parts.at_risk_just_before(time));
        }
    }

    #[test]
    fn counting_days_is_sorting_times(rows in delayed()) {
        // Halves are sorted, whole days are counted into place.
        let (days, halves) = (table(&rows, 2), table(&scaled(&rows, 0.5), 2));
        prop_assert_eq!(days.len(), halves.len());
        for (day, half) in days.rows().zip(halves.rows()) {
            prop_assert_eq!(RiskRow { time: half.time * 2.0, ..half }, day);
        }
    }

    #[test]
    fn scaling_time_scales_quantiles(rows in delayed(), prob in 0.05_f64..0.95) {
        let options = KaplanMeierOptions::default();
        let days = quantile(&kaplan_meier(&table(&rows, 2), &options), prob);
        let scaled = quantile(&kaplan_meier(&table(&scaled(&rows, 4.0), 2), &options), prob);
        prop_assert_eq!(days.estimate.map(|time| time * 4.0), scaled.estimate);
        prop_assert_eq!(days.conf_low.map(|time| time * 4.0), scaled.conf_low);
        prop_assert_eq!(days.conf_high.map(|time| time * 4.0), scaled.conf_high);
    }

    #[test]
    fn days_in_years_are_the_same_table(rows in delayed()) {
        let mut years = scaled(&rows, 1.0 / 365.25);
        years.extend(rows.iter().map(|row| Interval {
            entry: row.entry.map(|t| t / 365.25),
            exit: row.exit / 365.25,
            ..*row
        }));
        let mut times: Vec<f64> = years.iter().flat_map(|row| row.entry.into_iter().chain([row.exit])).collect();
        let map = tie_times(&mut times);
        let tied: Vec<_> = years.iter().enumerate().map(|(i, row)| map.tie(row, i).unwrap()).collect();
        let (years, days) = (table(&tied, 2), table(&every_interval_twice(&rows), 2));
        let counts = |table: &RiskTable| -> Vec<(u64, u64, u64)> {
            table.rows().map(|row| (row.at_risk, row.any_event(), row.entered)).collect()
        };
        prop_assert_eq!(counts(&years), counts(&days));
    }

    #[test]
    fn tests_do_not_depend_on_the_order_of_groups(rows in grouped(from_start())) {
        let mut tables = tables(&rows, 2, 3);
        let statistics = |tables: &[Vec<RiskTable>]| {
            let logrank = weighted_logrank(tables, &LogrankOptions::default()).unwrap();
            [logrank, gray_test(tables, 1).unwrap()]
        };
        let before = statistics(&tables);
        for stratum in &mut tables {
            stratum.reverse();
        }
        for (one, other) in before.iter().zip(statistics(&tables)) {
            prop_assert_eq!(one.df, other.df);
            match (one.chisq, other.chisq) {
                (Ok(one), Ok(other)) => prop_assert!((one - other).abs() < 1e-8 * (1.0 + one)),
                (one, other) => prop_assert_eq!(one, other),
            }
        }
    }

    #[test]
    fn without_competitors_incidence_is_one_minus_survival(rows in delayed()) {
        let single: Vec<_> = rows.iter().map(|row| Interval { cause: row.cause.min(1), ..*row }).collect();
        let table = table(&single, 1);
        let options = AalenJohansenOptions { variance: Variance::Delta, ..AalenJohansenOptions::default() };
        let incidence = aalen_johansen(&table, &options);
        let survival = kaplan_meier(&table, &KaplanMeierOptions::default());
        for (one, other) in survival.steps.iter().zip(incidence.curve(1).unwrap()) {
            prop_assert!((one.estimate.unwrap() + other.estimate.unwrap() - 1.0).abs() < 1e-12);
            prop_assert_eq!(one.std_error.is_ok(), other.std_error.is_ok());
            if let (Ok(one), Ok(other)) = (one.std_error, other.std_error) {
                prop_assert!((one - other).abs() < 1e-9);
            }
        }
    }
}
