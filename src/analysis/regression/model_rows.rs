//! What all models report: coefficients and tests of all of them -> ARD rows.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::analysis::ard::{Reason, Row};
use crate::analysis::row_set::{Place, RowSet, stat};
use crate::domain::Group;
use crate::estimate::cox::{Absent, ChiSquare, Coefficient, Term};

/// The term of the test of all coefficients at once.
pub(super) const GLOBAL: &str = "GLOBAL";

/// A fitted model as far as every kind of model has it.
#[derive(Debug)]
pub(super) struct ModelRows<'a> {
    pub(super) cause: Option<&'a Arc<str>>,
    pub(super) subjects: usize,
    pub(super) events: usize,
    pub(super) terms: &'a [Term],
    pub(super) loglik_null: f64,
    pub(super) loglik: Result<f64, Absent>,
    pub(super) lrt: Result<ChiSquare, Absent>,
    pub(super) wald: Result<ChiSquare, Absent>,
    pub(super) score: Result<ChiSquare, Absent>,
}

/// Why terms have no coefficient.
pub(super) fn reasons(terms: &[Term]) -> impl Iterator<Item = Reason> {
    terms.iter().filter_map(|term| term.estimate.err()).map(Reason::from)
}

/// Where the rows of a model stand.
pub(super) fn place(cause: Option<&Arc<str>>) -> Place {
    Place { cause: cause.cloned(), ..Place::of(&Arc::new(Group::everybody())) }
}

impl ModelRows<'_> {
    /// Adds the rows: counts, terms, then the model as a whole.
    pub(super) fn push(&self, set: &mut RowSet) {
        let model = place(self.cause);
        set.count(&model, &stat::N, self.subjects as u64);
        set.count(&model, &stat::EVENTS, self.events as u64);
        for term in self.terms {
            push_term(set, &model.clone().term(&term.name), term);
        }
        set.push(&model, &stat::LOGLIK_NULL, Ok(self.loglik_null));
        set.push_value(&model, &stat::LOGLIK, self.loglik.map_err(Reason::from));
        push_test(set, &model, [&stat::LRT, &stat::LRT_DF, &stat::LRT_P], self.lrt);
        push_test(set, &model, [&stat::WALD, &stat::WALD_DF, &stat::WALD_P], self.wald);
        push_test(set, &model, [&stat::SCORE, &stat::SCORE_DF, &stat::SCORE_P], self.score);
    }
}

fn push_term(set: &mut RowSet, place: &Place, term: &Term) {
    let estimate = term.estimate.map_err(Reason::from);
    let mut one = |stat: &Arc<str>, value: fn(&Coefficient) -> f64| {
        set.push_value(place, stat, estimate.as_ref().map(value).map_err(|reason| *reason));
    };
    one(&stat::COEF, |c| c.coef);
    one(&stat::STD_ERROR, |c| c.std_error);
    one(&stat::HR, |c| c.hr);
    one(&stat::CONF_LOW, |c| c.conf_low);
    one(&stat::CONF_HIGH, |c| c.conf_high);
    one(&stat::Z, |c| c.z);
    one(&stat::P_VALUE, |c| c.p_value);
}

/// Adds a statistic, its degrees of freedom and its tail.
pub(super) fn push_test(
    set: &mut RowSet,
    place: &Place,
    [statistic, df, p_value]: [&Arc<str>; 3],
    test: Result<ChiSquare, Absent>,
) {
    let test = test.map_err(Reason::from);
    set.push_value(place, statistic, test.map(|test| test.statistic));
    set.push_value(place, df, test.map(|test| test.df as f64));
    set.push_value(place, p_value, test.map(|test| test.p_value));
}

/// What a model could not give, a sentence a reason.
pub(super) fn absences(rows: &[Row]) -> Vec<String> {
    let mut of_terms: BTreeMap<Reason, Vec<&str>> = BTreeMap::new();
    let mut of_model: BTreeMap<Reason, Vec<&str>> = BTreeMap::new();
    for row in rows {
        let Some(reason) = row.reason else { continue };
        let what = match (&*row.stat, row.term.as_deref()) {
            ("coef", Some(term)) => {
                of_terms.entry(reason).or_default().push(term);
                continue;
            }
            ("lrt", _) => "likelihood ratio test",
            ("wald", _) => "Wald test",
            ("score", _) => "score test",
            ("concordance", _) => "concordance",
            ("zph_chisq", Some(GLOBAL)) => "test of proportional hazards",
            _ => continue,
        };
        of_model.entry(reason).or_default().push(what);
    }
    let terms = of_terms.into_iter().map(|(reason, terms)| (terms, explained(reason)));
    let model = of_model.into_iter().map(|(reason, what)| (what, reason.name().to_owned()));
    terms.chain(model).map(|(what, why)| format!("not estimated: {}: {why}", what.join(", "))).collect()
}

fn explained(reason: Reason) -> String {
    let why = match reason {
        Reason::Singular => "constant, or determined by the terms before it",
        Reason::MonotoneLikelihood => "the likelihood rises for ever, so the hazard ratio is 0 or infinite",
        Reason::NotConverged => "the iteration did not converge",
        Reason::NoEvents => "nobody had the event",
        _ => return reason.name().to_owned(),
    };
    format!("{} ({why})", reason.name())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::row_set::Frame;

    #[test]
    fn what_is_missing_is_named_once_with_its_reason() {
        let mut set = RowSet::new(&Frame::default(), "cox", "Cox");
        let term = |name: &str, absent| Term { name: name.to_owned(), estimate: Err(absent) };
        ModelRows {
            cause: None,
            subjects: 3,
            events: 1,
            terms: &[term("age", Absent::Singular), term("sex", Absent::Monotone)],
            loglik_null: -1.0,
            loglik: Ok(-0.5),
            lrt: Ok(ChiSquare { statistic: 1.0, df: 1, p_value: 0.3 }),
            wald: Err(Absent::Monotone),
            score: Ok(ChiSquare { statistic: 1.0, df: 1, p_value: 0.3 }),
        }
        .push(&mut set);
        let rows = set.into_rows();
        let keys: std::collections::BTreeSet<_> = rows.iter().map(|row| (&row.term, &row.stat)).collect();
        assert_eq!(keys.len(), rows.len());
        let said = absences(&rows);
        assert_eq!(said.len(), 3, "{said:?}");
        assert!(said[0].starts_with("not estimated: age: singular"));
        assert!(said[1].starts_with("not estimated: sex: monotone_likelihood"));
        assert_eq!(said[2], "not estimated: Wald test: monotone_likelihood");
    }
}
