//! A release after a release: every table of whole numbers that agrees with both is listed.

use std::collections::BTreeSet;

use super::*;

/// Numbers of 1 and 2 are small, so that all tables can be listed.
const SMALL: Policy = Policy { threshold: 2, min_at_risk: 3, time_grid: None };
const ARMS: usize = 3;
/// Patients and events of every arm.
type Arms = [[u64; ARMS]; 2];

/// Rows of the flow, of everybody and of every arm: patients, then events.
fn rows(arms: &Arms) -> Vec<Row> {
    let bare = |id: &str, analysis: &str, stat: &str, value: u64| Row {
        analysis_id: id.into(),
        analysis: analysis.into(),
        population: Some("treated".into()),
        comparison: None,
        endpoint: Some("os".into()),
        group: Arc::default(),
        cause: None,
        term: None,
        time: None,
        time_unit: None,
        stat: stat.into(),
        value: Some(value as f64),
        reason: None,
        method: "Kaplan-Meier".into(),
    };
    let mut rows = vec![Row {
        term: Some("Treated".into()),
        population: None,
        ..bare("flow", "flow", "n", arms[0].iter().sum())
    }];
    for (stat, counts) in ["n", "events"].into_iter().zip(arms) {
        rows.push(bare("os", "km", stat, counts.iter().sum()));
        for (arm, count) in counts.iter().enumerate() {
            let group = Arc::new(Group::new(vec![("arm".to_owned(), format!("arm {arm}"))]));
            rows.push(Row { comparison: Some("arm".into()), group, ..bare("os:arm", "km", stat, *count) });
        }
    }
    rows
}

/// What a release tells: the total and the arms, of patients and of events.
type Told = [[Option<u64>; ARMS + 1]; 2];

fn told(released: &[Row]) -> Told {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small counts")]
    let value = |place: usize| released[1 + place].value.map(|value| value as u64);
    [0, 1].map(|what| std::array::from_fn(|place| value(what * (ARMS + 1) + place)))
}

/// Every number of patients, or of events, in the arms that agrees with what is told and is not more than these.
fn possible(told: &[Option<u64>; ARMS + 1], most: u64) -> Vec<[u64; ARMS]> {
    let choices = |arm: usize| told[arm + 1].map_or(0..=most, |value| value..=value);
    let mut all = Vec::new();
    for a in choices(0) {
        for b in choices(1) {
            for c in choices(2) {
                if told[0].is_none_or(|total| a + b + c == total) {
                    all.push([a, b, c]);
                }
            }
        }
    }
    all
}

/// Tables of patients and events; nobody has the event twice.
fn tables(told: &Told, most: u64) -> Vec<Arms> {
    let patients = possible(&told[0], most);
    let events = possible(&told[1], most);
    let fits = |n: &[u64; ARMS], e: &[u64; ARMS]| n.iter().zip(e).all(|(n, e)| e <= n);
    let pairs = patients.iter().flat_map(|n| events.iter().filter(|e| fits(n, e)).map(|e| [*n, *e]));
    pairs.collect()
}

/// Whether 1 and 2 are among what a hidden number can be, or it is more, or 0.
fn is_open(values: &BTreeSet<u64>) -> bool {
    let few = [1, 2].iter().all(|few| values.contains(few));
    few || values.iter().all(|value| *value > 2) || values.iter().all(|value| *value == 0)
}

fn check(before: &Told, now: &Told, what: &str) {
    let most = 40;
    let (first, second) = (tables(before, most), tables(now, most));
    assert!(!first.is_empty() && !second.is_empty(), "{what}");
    // Where a total has not changed, the arms have not.
    let same = |quantity: usize| before[quantity][0].is_some() && before[quantity][0] == now[quantity][0];
    let kept = |tables: &[Arms], others: &[Arms]| -> Vec<Arms> {
        let known: [BTreeSet<[u64; ARMS]>; 2] =
            [0, 1].map(|quantity| others.iter().map(|table| table[quantity]).collect());
        let fits =
            |table: &&Arms| [0, 1].into_iter().all(|what| !same(what) || known[what].contains(&table[what]));
        tables.iter().filter(fits).copied().collect()
    };
    for (tables, told) in [(kept(&first, &second), before), (kept(&second, &first), now)] {
        for quantity in 0..2 {
            for arm in (0..ARMS).filter(|arm| told[quantity][arm + 1].is_none()) {
                let values = tables.iter().map(|table| table[quantity][arm]).collect();
                assert!(is_open(&values), "{what}: {quantity} of arm {arm} is one of {values:?}");
            }
        }
    }
    for quantity in 0..2 {
        for arm in 0..ARMS {
            let Some(then) = before[quantity][arm + 1] else { continue };
            let changes: BTreeSet<u64> =
                second.iter().map(|table| table[quantity][arm].abs_diff(then)).collect();
            let few = changes.iter().all(|change| (1..=2).contains(change));
            assert!(!few, "{what}: the change of {quantity} of arm {arm} is one of {changes:?}");
        }
    }
}

#[test]
fn two_releases_tell_no_more_than_each() {
    let mut random = Draw(5);
    let (mut both, mut too_soon, mut differ) = (0, 0, 0);
    for round in 0..80 {
        let patients: [u64; ARMS] = std::array::from_fn(|_| random.below(11));
        let events = patients.map(|n| random.below(n + 1));
        let grow = round % 3 > 0;
        let later = patients.map(|n| if grow { n + random.below(5) } else { n });
        let later_events: [u64; ARMS] =
            std::array::from_fn(|arm| (events[arm] + random.below(4)).min(later[arm]));
        let first = rows(&[patients, events]);
        let before = release(&first, &SMALL, Known::default()).unwrap();
        let earlier = [before.rows];
        let known = Known { earlier: &earlier, ..Known::default() };
        let what = format!("{patients:?} {events:?}, then {later:?} {later_events:?}");
        match release(&rows(&[later, later_events]), &SMALL, known) {
            Ok(now) => {
                both += 1;
                let (before, now) = (told(&earlier[0]), told(&now.rows));
                differ += usize::from(before != now);
                check(&before, &now, &what);
            }
            Err(DisclosureError::TooSoon { .. }) => too_soon += 1,
            Err(error) => panic!("{what}: {error}"),
        }
    }
    assert!(both > 40 && differ > 30 && too_soon > 3, "{both} {differ} {too_soon}");
}
