//! A rule file -> a rule.

mod condition;

use std::collections::BTreeSet;
use std::ops::Range;

use serde::{Deserialize, Deserializer};
use toml::Spanned;

use self::condition::RawCondition;
use super::{
    Clause, Condition, Judged, LandmarkWindow, Limit, Lineage, Loss, Mask, NotFor, Occasion, RatedFrom,
    Rescue, RescueBy, Rule, Sex, Sustained,
};
use crate::domain::{Disorder, Indication, LabTest, Status, TreatmentClass};

/// What is wrong with a rule file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct RuleFault {
    /// What is wrong.
    pub message: String,
    /// The bytes of the file to underline.
    pub span: Option<Range<usize>>,
}

impl RuleFault {
    fn at(span: Range<usize>, message: String) -> Self {
        Self { message, span: Some(span) }
    }
}

pub(super) type Text = Spanned<String>;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRule {
    name: String,
    version: String,
    title: String,
    sources: Vec<String>,
    #[serde(default)]
    notes: Vec<String>,
    rated_from: RawRatedFrom,
    landmark: RawWindow,
    sustained: RawSustained,
    #[serde(default)]
    goes_on: Vec<Text>,
    #[serde(default)]
    rescue_is_relapse: bool,
    #[serde(default)]
    rescue: Vec<RawRescue>,
    #[serde(default)]
    lineages: Vec<Text>,
    #[serde(default)]
    rated_on: Vec<Text>,
    #[serde(default, deserialize_with = "some_days")]
    same_visit: Option<i32>,
    confirmation: Option<RawConfirmation>,
    #[serde(default)]
    mask: Vec<RawMask>,
    #[serde(default)]
    lower_limit: Vec<RawLimit>,
    #[serde(default)]
    clause: Vec<RawClause>,
    #[serde(default)]
    loss: Vec<RawLoss>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRatedFrom {
    #[serde(deserialize_with = "days")]
    neutrophils_not_measured: i32,
    #[serde(deserialize_with = "days")]
    cord_blood: i32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWindow {
    share: Spanned<f64>,
    #[serde(deserialize_with = "days")]
    days: i32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSustained {
    #[serde(deserialize_with = "days")]
    days: i32,
    off: Vec<Text>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawConfirmation {
    #[serde(deserialize_with = "days")]
    response_days: i32,
    #[serde(deserialize_with = "days")]
    loss_days: i32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRescue {
    id: Text,
    treatment: Text,
    #[serde(default)]
    after_day: i32,
    /// Only a course that begins so many days after the last, or a higher dose.
    #[serde(default, deserialize_with = "some_days")]
    restarted_after: Option<i32>,
    not_for: Option<RawNotFor>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawNotFor {
    events: Vec<Text>,
    #[serde(deserialize_with = "days")]
    days: i32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawMask {
    id: Text,
    test: Text,
    after: Text,
    #[serde(deserialize_with = "days")]
    days: i32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLimit {
    test: Text,
    sex: Option<Text>,
    from_age: Option<f64>,
    to_age: Option<f64>,
    value: f64,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawClause {
    id: Text,
    status: Text,
    #[serde(default)]
    all: Vec<RawCondition>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLoss {
    id: Text,
    of: Text,
    all: Vec<RawCondition>,
}

/// A number of days: whole, 0 or more.
fn days<'de, D: Deserializer<'de>>(from: D) -> Result<i32, D::Error> {
    let days = i32::deserialize(from)?;
    if days < 0 {
        return Err(serde::de::Error::custom(format!("{days} is no number of days: it is below 0")));
    }
    Ok(days)
}

fn some_days<'de, D: Deserializer<'de>>(from: D) -> Result<Option<i32>, D::Error> {
    days(from).map(Some)
}

impl Rule {
    /// Reads a rule file.
    ///
    /// # Errors
    /// [`RuleFault`]: a key, a test, a treatment or a status that is not known, a condition that says
    /// nothing or too much, a name that stands twice.
    pub fn read(text: &str) -> Result<Self, RuleFault> {
        let raw: RawRule = toml::from_str(text)
            .map_err(|error| RuleFault { message: error.message().to_owned(), span: error.span() })?;
        raw.refuse_twice()?;
        if !(0.0..1.0).contains(raw.landmark.share.get_ref()) {
            let message = "the share of a landmark window is from 0 to below 1".to_owned();
            return Err(RuleFault::at(raw.landmark.share.span(), message));
        }
        let (off, goes_on) = (classes(&raw.sustained.off)?, classes(&raw.goes_on)?);
        let rescue = raw.rescue.iter().map(RawRescue::read).collect::<Result<_, _>>()?;
        let judged = if raw.lineages.is_empty() {
            Judged::ByClauses(raw.lineage()?)
        } else {
            Judged::ByLineages(raw.lineages.iter().map(disorder).collect::<Result<_, _>>()?)
        };
        let rated_from = &raw.rated_from;
        Ok(Self {
            rated_from: RatedFrom {
                day: rated_from.neutrophils_not_measured,
                cord_blood: rated_from.cord_blood,
            },
            landmark: LandmarkWindow { share: *raw.landmark.share.get_ref(), days: raw.landmark.days },
            sustained: Sustained { days: raw.sustained.days, off },
            goes_on,
            rescue_is_relapse: raw.rescue_is_relapse,
            name: raw.name,
            version: raw.version,
            title: raw.title,
            sources: raw.sources,
            notes: raw.notes,
            judged,
            rescue,
        })
    }

    /// The names of everything that decides by this rule: masks, clauses, losses, rescue treatments.
    pub fn ids(&self) -> Vec<&str> {
        let rescue = self.rescue.iter().map(|rescue| rescue.id.as_str());
        let Judged::ByClauses(lineage) = &self.judged else { return rescue.collect() };
        let masks = lineage.masks.iter().map(|mask| mask.id.as_str());
        let clauses = lineage.clauses.iter().map(|clause| clause.id.as_str());
        let losses = lineage.losses.iter().map(|loss| loss.id.as_str());
        masks.chain(clauses).chain(losses).chain(rescue).collect()
    }
}

impl RawRule {
    fn refuse_twice(&self) -> Result<(), RuleFault> {
        let ids = self.clause.iter().map(|clause| &clause.id);
        let ids = ids.chain(self.loss.iter().map(|loss| &loss.id));
        let ids = ids.chain(self.mask.iter().map(|mask| &mask.id));
        let mut seen = BTreeSet::new();
        for id in ids.chain(self.rescue.iter().map(|rescue| &rescue.id)) {
            if !seen.insert(id.get_ref()) {
                return Err(RuleFault::at(id.span(), format!("the name {} stands twice", id.get_ref())));
            }
        }
        Ok(())
    }

    fn lineage(&self) -> Result<Lineage, RuleFault> {
        let missing = |what: &str| RuleFault { message: format!("the rule has no {what}"), span: None };
        let confirmation = self.confirmation.as_ref().ok_or_else(|| missing("[confirmation]"))?;
        let clauses: Vec<Clause> = self.clause.iter().map(RawClause::read).collect::<Result<_, _>>()?;
        if clauses.last().is_none_or(|last| !last.all.is_empty()) {
            return Err(missing("last clause that always holds (one without conditions)"));
        }
        let always = self.clause.iter().rev().skip(1).find(|clause| clause.all.is_empty());
        if let Some(clause) = always {
            let message = format!("{} always holds, so that what follows it never does", clause.id.get_ref());
            return Err(RuleFault::at(clause.id.span(), message));
        }
        if let Some(loss) = self.loss.iter().find(|loss| loss.all.is_empty()) {
            let message = format!("{} has no condition: every response would be lost", loss.id.get_ref());
            return Err(RuleFault::at(loss.id.span(), message));
        }
        if self.rated_on.is_empty() {
            return Err(missing("rated_on"));
        }
        Ok(Lineage {
            rated_on: self.rated_on.iter().map(occasion).collect::<Result<_, _>>()?,
            same_visit: self.same_visit.ok_or_else(|| missing("same_visit"))?,
            confirmed_after: confirmation.response_days,
            lost_after: confirmation.loss_days,
            masks: self.mask.iter().map(RawMask::read).collect::<Result<_, _>>()?,
            limits: self.lower_limit.iter().map(RawLimit::read).collect::<Result<_, _>>()?,
            clauses,
            losses: self.loss.iter().map(RawLoss::read).collect::<Result<_, _>>()?,
        })
    }
}

impl RawRescue {
    fn read(&self) -> Result<Rescue, RuleFault> {
        let by = match (self.treatment.get_ref().as_str(), self.restarted_after) {
            ("SECOND_HSCT", None) => RescueBy::SecondTransplant,
            (_, None) => RescueBy::Any(class(&self.treatment)?),
            (_, Some(days)) => RescueBy::RestartedOrRaised(class(&self.treatment)?, days),
        };
        let not_for = self.not_for.as_ref().map(RawNotFor::read).transpose()?;
        Ok(Rescue { id: self.id.get_ref().clone(), by, after_day: self.after_day, not_for })
    }
}

impl RawNotFor {
    fn read(&self) -> Result<NotFor, RuleFault> {
        let codes = Indication::ALL.map(Indication::code);
        let event = |text: &Text| known(text, "indication", Indication::named, &codes);
        Ok(NotFor { events: self.events.iter().map(event).collect::<Result<_, _>>()?, days: self.days })
    }
}

impl RawMask {
    fn read(&self) -> Result<Mask, RuleFault> {
        let (test, after) = (test(&self.test)?, class(&self.after)?);
        Ok(Mask { id: self.id.get_ref().clone(), test, after, days: self.days })
    }
}

impl RawLimit {
    fn read(&self) -> Result<Limit, RuleFault> {
        let sex = match &self.sex {
            None => None,
            Some(sex) => match sex.get_ref().as_str() {
                "F" => Some(Sex::Female),
                "M" => Some(Sex::Male),
                other => return Err(RuleFault::at(sex.span(), format!("{other} is neither F nor M"))),
            },
        };
        Ok(Limit {
            test: test(&self.test)?,
            sex,
            from_age: self.from_age.unwrap_or(0.0),
            to_age: self.to_age.unwrap_or(f64::INFINITY),
            value: self.value,
        })
    }
}

impl RawClause {
    fn read(&self) -> Result<Clause, RuleFault> {
        let status = status(&self.status)?;
        let all = self.all.iter().map(RawCondition::read).collect::<Result<Vec<_>, _>>()?;
        if let Some(place) = all.iter().position(Condition::is_of_loss) {
            let message = "this condition is for [[loss]] only".to_owned();
            return Err(RuleFault::at(self.all[place].span(), message));
        }
        Ok(Clause { id: self.id.get_ref().clone(), status, all })
    }
}

impl RawLoss {
    fn read(&self) -> Result<Loss, RuleFault> {
        let of = status(&self.of)?;
        if !matches!(of, Status::Complete | Status::Response) {
            return Err(RuleFault::at(self.of.span(), "a loss is of CR or of R".to_owned()));
        }
        let all = self.all.iter().map(RawCondition::read).collect::<Result<_, _>>()?;
        Ok(Loss { id: self.id.get_ref().clone(), of, all })
    }
}

impl Condition {
    fn is_of_loss(&self) -> bool {
        match self {
            Self::Fall(..) | Self::PeakNormal(_) | Self::WorseThan(_) => true,
            Self::Any(any) => any.iter().any(Self::is_of_loss),
            _ => false,
        }
    }
}

pub(super) fn known<T>(
    text: &Text,
    what: &str,
    parse: impl Fn(&str) -> Option<T>,
    all: &[&str],
) -> Result<T, RuleFault> {
    parse(text.get_ref()).ok_or_else(|| {
        let message = format!("there is no {what} {}; known are {}", text.get_ref(), all.join(", "));
        RuleFault::at(text.span(), message)
    })
}

pub(super) fn test(text: &Text) -> Result<LabTest, RuleFault> {
    known(text, "test", LabTest::named, &LabTest::ALL.map(LabTest::code))
}

pub(super) fn class(text: &Text) -> Result<TreatmentClass, RuleFault> {
    known(text, "treatment", TreatmentClass::named, &TreatmentClass::ALL.map(TreatmentClass::code))
}

pub(super) fn classes(texts: &[Text]) -> Result<Vec<TreatmentClass>, RuleFault> {
    texts.iter().map(class).collect()
}

pub(super) fn status(text: &Text) -> Result<Status, RuleFault> {
    known(text, "status", Status::named, &Status::ALL.map(Status::name))
}

fn disorder(text: &Text) -> Result<Disorder, RuleFault> {
    known(text, "disorder", Disorder::named, &Disorder::ALL.map(Disorder::name))
}

fn occasion(text: &Text) -> Result<Occasion, RuleFault> {
    match text.get_ref().as_str() {
        "BLEED" => Ok(Occasion::Bleed),
        code if LabTest::named(code).is_some() => Ok(Occasion::Value(test(text)?)),
        _ => Ok(Occasion::Treatment(class(text)?)),
    }
}
