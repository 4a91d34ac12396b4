//! The designs of a study: does each have what its kind needs, once, and nothing else.

use std::ops::Range;

use super::Check;
use crate::study::StudyError;
use crate::study::design::DesignKey;
use crate::study::file::{DesignKind, DesignSpec};

/// Ways to say how the control arm does.
const CONTROL: [&str; 3] = ["hazard_control", "median_control", "survival_control"];
/// What a comparison of two arms is asked for.
const TARGET: [&str; 3] = ["power", "n", "events"];
/// What needs what in Gray's test.
const GRAY_NEEDS: [(&str, &str); 7] = [
    ("cif_experimental", "cif_control"),
    ("n", "cif_control"),
    ("competing_control", "cif_control"),
    ("competing_control", "at"),
    ("at", "competing_control"),
    ("accrual", "competing_control"),
    ("followup", "competing_control"),
];
/// Most patients that a single arm is looked for up to.
const MOST_PATIENTS: u64 = 20_000;

/// What values a key can have.
enum Values {
    AboveZero,
    ZeroOrMore,
    /// From 0 to below 1.
    Part,
    /// Above 0 and below 1.
    Share,
}

impl Check<'_> {
    /// The designs have names of their own, and fit their kinds.
    pub(super) fn designs(&self) -> Result<(), StudyError> {
        let specs = &self.study.file.design;
        for (place, spec) in specs.iter().enumerate() {
            let name = spec.name.get_ref();
            if specs[..place].iter().any(|other| other.name.get_ref() == name) {
                let message = format!("the design {name} is there twice");
                return Err(self.fail(Some(spec.name.span()), message, ""));
            }
            if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
                return Err(self.fail(
                    Some(spec.name.span()),
                    format!("'{name}' cannot be the name of a design"),
                    "names are letters, digits and _; the label is free text",
                ));
            }
            if let Some(endpoint) = &spec.endpoint {
                self.known_endpoint(endpoint)?;
            }
            self.design(spec)?;
        }
        let taken = self.study.file.endpoint.iter().find(|spec| spec.name.get_ref() == "design");
        match taken.filter(|_| !specs.is_empty()) {
            Some(endpoint) => Err(self.fail(
                Some(endpoint.name.span()),
                "an endpoint cannot be called design where there are designs".to_owned(),
                "",
            )),
            None => Ok(()),
        }
    }

    fn design(&self, spec: &DesignSpec) -> Result<(), StudyError> {
        let (kind, keys) = (spec.kind(), spec.keys());
        for key in &keys {
            if !kind.keys().contains(&key.name) {
                return Err(self.fail(
                    Some(key.place.clone()),
                    format!("a design of {} takes no {}", kind.name(), key.name),
                    &format!("it takes {}", kind.keys().join(", ")),
                ));
            }
            self.value(kind, key)?;
        }
        if let Some(rates) = &spec.rates {
            let mut end = 0.0;
            for [until, rate] in rates.get_ref() {
                if !(*until > end && until.is_finite() && *rate >= 0.0 && rate.is_finite()) {
                    return Err(self.fail(
                        Some(rates.span()),
                        "rates are stretches that end later and later, each with how many enter in it"
                            .to_owned(),
                        "write rates = [[6, 10], [12, 20]]",
                    ));
                }
                end = *until;
            }
        }
        self.together(spec, &keys)
    }

    fn value(&self, kind: DesignKind, key: &DesignKey) -> Result<(), StudyError> {
        let values = match key.name {
            "formula" | "rates" | "target" => return Ok(()),
            "hr" | "shr" | "hazard_control" | "median_control" | "at" | "allocation" | "until" | "every"
            | "n" | "events" | "max_n" | "sides" => Values::AboveZero,
            "dropout" | "accrual" | "followup" => Values::ZeroOrMore,
            "competing_control" => Values::Part,
            _ => Values::Share,
        };
        let number = key.value.parse::<f64>().ok().filter(|number| number.is_finite());
        let fits = number.is_some_and(|number| match values {
            Values::AboveZero => number > 0.0,
            Values::ZeroOrMore => number >= 0.0,
            Values::Part => (0.0..1.0).contains(&number),
            Values::Share => number > 0.0 && number < 1.0,
        });
        let most = match key.name {
            "sides" => Some(2),
            "max_n" => Some(MOST_PATIENTS),
            "n" if kind == DesignKind::Proportion => Some(MOST_PATIENTS),
            _ => None,
        };
        let small = most.is_none_or(|most| key.value.parse::<u64>().is_ok_and(|number| number <= most));
        if fits && small {
            return Ok(());
        }
        let help = match (values, most) {
            (_, Some(most)) => format!("write a whole number from 1 to {most}"),
            (Values::AboveZero, _) => "write a number above 0".to_owned(),
            (Values::ZeroOrMore, _) => "write a number of 0 or more".to_owned(),
            (Values::Part, _) => "write a number from 0 to below 1".to_owned(),
            (Values::Share, _) => "write a number between 0 and 1".to_owned(),
        };
        Err(self.fail(Some(key.place.clone()), format!("{} cannot be {}", key.name, key.value), &help))
    }

    /// What goes together, and what does not.
    fn together(&self, spec: &DesignSpec, keys: &[DesignKey]) -> Result<(), StudyError> {
        let place = |name: &str| keys.iter().find(|key| key.name == name).map(|key| key.place.clone());
        let has = |name: &str| keys.iter().any(|key| key.name == name);
        let of = |names: &[&'static str]| names.iter().copied().filter(|name| has(name)).collect::<Vec<_>>();
        let fail = |span: Option<Range<usize>>, message: String| {
            Err(self.fail(span.or(Some(spec.kind.span())), message, ""))
        };
        let one = |names: &[&'static str]| match of(names).as_slice() {
            [] => fail(None, format!("a design of {} needs {}", spec.kind().name(), names.join(" or "))),
            [_] => Ok(()),
            [_, second, ..] => fail(place(second), format!("of {} there is one", names.join(", "))),
        };
        let needs = |name: &str, other: &str| {
            if has(name) && !has(other) { fail(place(name), format!("{name} needs {other}")) } else { Ok(()) }
        };
        let needed = |name: &'static str| one(&[name]);
        if let [_, second, ..] = of(&CONTROL).as_slice() {
            return fail(place(second), format!("of {} there is one", CONTROL.join(", ")));
        }
        needs("survival_control", "at")?;
        let course = of(&CONTROL).first().copied();
        match spec.kind() {
            DesignKind::Logrank => {
                needed("hr")?;
                one(&TARGET)?;
                let timed = of(&["n", "accrual", "followup", "dropout"]);
                if let (Some(name), None) = (timed.first(), course) {
                    return fail(
                        place(name),
                        format!("{name} needs the control arm: {}", CONTROL.join(" or ")),
                    );
                }
                if course.is_some() && of(&["accrual", "followup"]).is_empty() {
                    return fail(None, "nobody is followed: add accrual or followup".to_owned());
                }
            }
            DesignKind::Proportion => {
                ["null", "alternative"].into_iter().try_for_each(needed)?;
                one(&["power", "n"])?;
            }
            DesignKind::Gray => {
                one(&["shr", "cif_experimental"])?;
                one(&TARGET)?;
                GRAY_NEEDS.iter().try_for_each(|(name, other)| needs(name, other))?;
            }
            DesignKind::Events => {
                one(&["accrual", "rates"])?;
                one(&CONTROL)?;
                needed("until")?;
                needs("accrual", "n")?;
                needs("n", "accrual")?;
                needs("allocation", "hr")?;
            }
        }
        if spec.kind() == DesignKind::Gray { Ok(()) } else { needs("at", "survival_control") }
    }
}
