//! Populations, and what is known only after transplant: nobody is grouped or chosen by the future.

use std::collections::BTreeSet;

use toml::Spanned;

use super::Check;
use crate::study::endpoint::EndpointKind;
use crate::study::file::{AnalysisSpec, EventSpec, Placed};
use crate::study::population::{DEVIATION_DAY, PER_PROTOCOL, TREATED};
use crate::study::{AnalysisKind, Expression, StudyError};

/// Columns of the canonical tables that are known only after transplant.
const AFTER_TRANSPLANT: [&str; 7] = [
    "last_contact_day",
    "vital",
    "death_day",
    "cause_of_death",
    "ascertained_through_day",
    "n_transplants",
    DEVIATION_DAY,
];

/// Of these, outcomes: no day after transplant is the day from which they are known.
const OUTCOMES: [&str; 2] = ["vital", "cause_of_death"];

/// Of these, those that everybody who was followed at all has: whether they are missing tells nothing of the course.
const ALWAYS_THERE: [&str; 2] = ["last_contact_day", "vital"];

impl Check<'_> {
    /// The populations that the study defines.
    pub(super) fn populations(&self, columns: &BTreeSet<String>) -> Result<(), StudyError> {
        for (name, spec) in &self.study.file.populations {
            let place = Some(spec.condition.span());
            if name == TREATED || name == "all_treated" {
                return Err(self.fail(
                    place,
                    "all treated are the analysed cohort, which [population] defines".to_owned(),
                    "give this population another name",
                ));
            }
            if !name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_') {
                return Err(self.fail(
                    place,
                    format!("'{name}' cannot be the name of a population"),
                    "names are letters, digits and _; the label is free text",
                ));
            }
            self.condition(&spec.condition, columns)?;
            if spec.known_at.is_some_and(|day| !(day.is_finite() && day >= 0.0)) {
                return Err(self.fail(place, format!("known_at of {name} is no day"), "write known_at = 28"));
            }
            if let Some(column) = self.outcome_of(&spec.condition) {
                return Err(self.fail(
                    place,
                    format!("{column} is what became of the patients: nobody is chosen by it"),
                    "who lived to a day is \"death_day is null or death_day > 100\" with known_at = 100",
                ));
            }
            if spec.known_at.is_none_or(|day| day <= 0.0)
                && let Some(column) = self.future_of(&spec.condition)
            {
                return Err(self.fail(
                    place,
                    format!("{column} is known only after transplant: who is in {name} lived to that day"),
                    "say from which day on it is known, such as known_at = 28",
                ));
            }
        }
        Ok(())
    }

    /// The first column of a condition that is known only after transplant.
    pub(super) fn future_of(&self, condition: &Placed) -> Option<String> {
        first_of(condition, |column| self.is_future(column))
    }

    /// The first column of a condition that is an outcome.
    fn outcome_of(&self, condition: &Placed) -> Option<String> {
        first_of(condition, |column| !self.study.is_wide() && OUTCOMES.contains(&column))
    }

    /// Whether a column is known only after transplant: of the follow-up, or the time or the event of an endpoint.
    pub(super) fn is_future(&self, column: &str) -> bool {
        if !self.study.is_wide() {
            return AFTER_TRANSPLANT.contains(&column);
        }
        self.study.file.endpoint.iter().any(|spec| {
            let coded = match &spec.event {
                Some(EventSpec::Codes(coded)) => Some(&coded.column),
                _ => None,
            };
            let times = spec.time.iter().chain(coded).chain(spec.causes.iter().map(|cause| &cause.time));
            times.into_iter().any(|name| name.get_ref() == column)
        })
    }

    /// A step of the flow of patients does not choose by what came later. Of a wide extract, whose times are checked
    /// here too (`days >= 1`), this is left to who writes it.
    pub(super) fn step(&self, step: &Placed) -> Result<(), StudyError> {
        match self.future_of(step).filter(|_| !self.study.is_wide()) {
            None => Ok(()),
            Some(column) => Err(self.fail(
                Some(step.span()),
                format!("{column} is known only after transplant, and who is analysed is chosen on day 0"),
                "define [populations.NAME] with known_at and analyse it from a landmark on; \
                 of second transplants, give the endpoints second_transplant = \"censor\"",
            )),
        }
    }

    /// The population of an analysis exists, and over time it is known by the landmark.
    pub(super) fn analysed_population(&self, analysis: &AnalysisSpec) -> Result<(), StudyError> {
        let Some(name) = &analysis.population else { return Ok(()) };
        if name.get_ref() == PER_PROTOCOL && self.study.population(PER_PROTOCOL).is_none() {
            return Err(self.no_protocol(name.span()));
        }
        let Some(population) = self.study.population(name.get_ref()) else {
            return Err(self.fail(
                Some(name.span()),
                format!("there is no population {}", name.get_ref()),
                &format!("define it as [populations.{}] with where = \"...\"", name.get_ref()),
            ));
        };
        if analysis.kind() == AnalysisKind::States && population.name != TREATED {
            return Err(self.fail(
                Some(name.span()),
                "states are of all treated".to_owned(),
                "leave the population out, or exclude patients in [population]",
            ));
        }
        let Some(day) = population.known_at else { return Ok(()) };
        // What recurs has no landmark, which another check says.
        if analysis.landmark().is_some_and(|landmark| landmark.days >= day) {
            return Ok(());
        }
        let later = |name: &&Placed| {
            let endpoint = self.study.endpoint(name.get_ref());
            // A status at a landmark is taken of everybody who was treated by then, dead or alive.
            let early = |landmark: i32| f64::from(landmark) < day;
            endpoint.is_some_and(|endpoint| {
                endpoint.kind != EndpointKind::Proportion || endpoint.landmark.is_some_and(early)
            })
        };
        match analysis.endpoint.all().iter().find(later) {
            None => Ok(()),
            Some(_) => Err(self.fail(
                Some(name.span()),
                format!(
                    "{} is known from day {day} on only: who is in it lived to that day",
                    population.name
                ),
                &format!("add landmark = \"d{day}\" to this analysis, or a later day"),
            )),
        }
    }

    /// A stratum or a column that is known only after transplant says from when on. What the follow-up says of the
    /// course of a patient is known with its end only, so that no day is right.
    pub(super) fn says_when_known(
        &self,
        name: &str,
        (column, known_at): (&Placed, Option<f64>),
    ) -> Result<(), StudyError> {
        if !self.is_future(column.get_ref()) {
            return Ok(());
        }
        if !self.study.is_wide() {
            return Err(self.fail(
                Some(column.span()),
                format!("{} is what became of the patients: it makes no groups", column.get_ref()),
                "group by an endpoint: endpoint = \"...\" and known_at = 100",
            ));
        }
        if known_at.is_some_and(|day| day > 0.0) {
            return Ok(());
        }
        Err(self.fail(
            Some(column.span()),
            format!("{} is known only after transplant, and nothing says when {name} is", column.get_ref()),
            "add known_at = 100, and a landmark to the analyses by it",
        ))
    }

    /// The terms of a model are known by its landmark.
    pub(in crate::study) fn known_by_landmark(
        &self,
        analysis: &AnalysisSpec,
        (place, column): (&Placed, &str),
    ) -> Result<(), StudyError> {
        let stratum = self.study.file.strata.get(column);
        let known_at = stratum.and_then(|stratum| stratum.known_at).filter(|day| *day > 0.0);
        let future = stratum.is_none() && self.is_future(column);
        let landmark = analysis.landmark().map(|landmark| landmark.days);
        let late = known_at.is_some_and(|day| landmark.is_none_or(|landmark| landmark < day));
        if !late && !future {
            return Ok(());
        }
        Err(self.fail(
            Some(Spanned::span(place)),
            format!("{column} is known only after transplant"),
            "make a stratum of it with known_at, and give the model a landmark; or name an endpoint in time_dependent",
        ))
    }
}

/// The first column of a condition of which this holds, and of which more is looked at than whether it is there.
fn first_of(condition: &Placed, is_one: impl Fn(&str) -> bool) -> Option<String> {
    let expression = Expression::parse(condition.get_ref()).ok()?;
    let mut found = None;
    compared(&expression, &mut |column, only_whether_missing| {
        let told = only_whether_missing && ALWAYS_THERE.contains(&column);
        if found.is_none() && !told && is_one(column) {
            found = Some(column.to_owned());
        }
    });
    found
}

/// Tells of every column of a condition, and whether only its absence is looked at.
fn compared(expression: &Expression, tell: &mut impl FnMut(&str, bool)) {
    match expression {
        Expression::Column(name) => tell(name, false),
        Expression::Literal(_) => {}
        Expression::IsNull(inner) => match &**inner {
            Expression::Column(name) => tell(name, true),
            other => compared(other, tell),
        },
        Expression::Compare(left, _, right) | Expression::And(left, right) | Expression::Or(left, right) => {
            compared(left, tell);
            compared(right, tell);
        }
        Expression::In(inner, _) | Expression::Not(inner) => compared(inner, tell),
    }
}
