//! What must hold of every table.

use proptest::prelude::*;

use super::*;
use crate::estimate::sample::fixed_cases;

fn group() -> impl Strategy<Value = Counts> {
    (1u64..40).prop_flat_map(|n| (0..=n, Just(n))).prop_map(|(x, n)| Counts { x, n })
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * b.abs().max(1.0)
}

fn turned(group: Counts) -> Counts {
    Counts { x: group.n - group.x, n: group.n }
}

const DIFFERENCES: [DifferenceMethod; 3] =
    [DifferenceMethod::Newcombe, DifferenceMethod::MiettinenNurminen, DifferenceMethod::Wald];

proptest! {
    #![proptest_config(fixed_cases(200))]

    #[test]
    fn groups_that_change_places_change_the_sign(a in group(), b in group()) {
        for method in DIFFERENCES {
            let (there, back) =
                (risk_difference(a, b, method, 0.9).unwrap(), risk_difference(b, a, method, 0.9).unwrap());
            prop_assert!(near(there.low.unwrap(), -back.high.unwrap()));
            prop_assert!(near(there.high.unwrap(), -back.low.unwrap()));
            let d = there.estimate.unwrap();
            prop_assert!(there.low.unwrap() <= d + 1e-12 && d <= there.high.unwrap() + 1e-12);
            let mirrored = risk_difference(turned(b), turned(a), method, 0.9).unwrap();
            prop_assert!(near(there.low.unwrap(), mirrored.low.unwrap()));
        }
    }

    #[test]
    fn ratios_are_inverted(a in group(), b in group()) {
        for (there, back) in [
            (odds_ratio(a, b, 0.95), odds_ratio(b, a, 0.95)),
            (risk_ratio(a, b, RatioMethod::Wald, 0.95), risk_ratio(b, a, RatioMethod::Wald, 0.95)),
            (
                risk_ratio(a, b, RatioMethod::MiettinenNurminen, 0.95),
                risk_ratio(b, a, RatioMethod::MiettinenNurminen, 0.95),
            ),
        ] {
            let (there, back) = (there.unwrap(), back.unwrap());
            if let (Ok(low), Ok(high)) = (there.low, back.high) {
                prop_assert!(low == 0.0 || near(low * high, 1.0), "{} {}", low, high);
            }
        }
    }

    #[test]
    fn a_stratum_more_without_news_changes_nothing(strata in prop::collection::vec((group(), group()), 1..5)) {
        let as_lists = |strata: &[(Counts, Counts)]| -> Vec<Vec<Counts>> {
            strata.iter().map(|(a, b)| vec![*a, *b]).collect()
        };
        let mut more = strata.clone();
        more.insert(0, (Counts { x: 0, n: 4 }, Counts { x: 0, n: 7 }));
        more.push((Counts { x: 3, n: 5 }, Counts { x: 0, n: 0 }));
        let test = |strata: &[(Counts, Counts)]| {
            cochran_mantel_haenszel(&as_lists(strata), Correction::None).unwrap().chisq
        };
        match (test(&strata), test(&more)) {
            (Ok(some), Ok(with)) => prop_assert!(near(some, with)),
            (some, with) => prop_assert_eq!(some, with),
        }
        let (some, with) = (breslow_day(&strata).unwrap(), breslow_day(&more).unwrap());
        prop_assert_eq!(some.tarone.df, with.tarone.df);
        if let (Ok(corrected), Ok(plain)) = (some.tarone.chisq, some.breslow_day.chisq) {
            prop_assert!(corrected <= plain);
        }
    }

    #[test]
    fn tests_do_not_know_the_order_of_groups(groups in prop::collection::vec(group(), 2..4)) {
        let back: Vec<Counts> = groups.iter().rev().copied().collect();
        let (a, b) = (fisher_exact(&groups).unwrap(), fisher_exact(&back).unwrap());
        prop_assert!(near(a.unwrap(), b.unwrap()));
        let (a, b) = (chi_square(&groups, Correction::None).unwrap(), chi_square(&back, Correction::None).unwrap());
        prop_assert!(a.chisq.is_err() || near(a.chisq.unwrap(), b.chisq.unwrap()));
    }
}
