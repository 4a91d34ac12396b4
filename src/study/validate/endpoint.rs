//! Endpoints of canonical tables: what their definitions name is there, and fits together.

use std::collections::BTreeSet;

use toml::Spanned;

use super::Check;
use crate::domain::Table;
use crate::study::StudyError;
use crate::study::endpoint;
use crate::study::endpoint::LANDMARK_STATUS;
use crate::study::file::{
    CompetingSpec, EndpointSpec, EventPart, EventSpec, MilestoneEvent, OwnKind, Placed, SecondTransplant,
};
use crate::study::milestone::Milestone;

/// The statuses without a time that the cohort derives.
const STATUSES: [&str; 2] = ["best_response", LANDMARK_STATUS];

/// What may be written as the origin that is always there.
pub(super) const TRANSPLANT: &str = "transplant";

impl Check<'_> {
    /// An endpoint of canonical tables.
    pub(super) fn canonical_endpoint(
        &self,
        own: &EndpointSpec,
        columns: &BTreeSet<String>,
    ) -> Result<(), StudyError> {
        let wide_only =
            own.time.as_ref().or(own.entry.as_ref()).or(own.when.as_ref()).or(own.outcome.as_ref());
        if let Some(field) = wide_only {
            return Err(self.fail(Some(field.span()), "this field is for wide extracts".to_owned(), ""));
        }
        if let Some(among) = &own.among {
            self.condition(among, columns)?;
            if let Some(column) = self.future_of(among) {
                return Err(self.fail(
                    Some(among.span()),
                    format!("{column} is known only after transplant: who is counted would be chosen by it"),
                    "define [populations.NAME] with known_at, and analyse it from a landmark on",
                ));
            }
        }
        if let Some(EventSpec::Adtte(adtte)) = &own.event {
            return self.adtte_event(own, adtte);
        }
        let spec = self.study.defined(own);
        self.window(&spec)?;
        match spec.kind {
            Some(OwnKind::Status) => self.status(&spec),
            kind => {
                let events = self.events(&spec)?;
                let competing = self.competing(&spec)?;
                self.second_transplant(&spec, (&events, &competing))?;
                self.origin(&spec)?;
                if kind == Some(OwnKind::Recurrent) { self.recurrent(&spec, &events) } else { Ok(()) }
            }
        }
    }

    /// In a wide extract nothing is derived from milestones.
    pub(super) fn canonical_only(&self, spec: &EndpointSpec) -> Result<(), StudyError> {
        let placed = [&spec.origin, &spec.status].into_iter().flatten().next().map(Spanned::span);
        let told = spec.cause.is_some()
            || spec.applies_to.is_some()
            || spec.second_transplant.is_some()
            || spec.never_below.is_some()
            || spec.kind.is_some()
            || spec.window.is_some()
            || !spec.levels.is_empty();
        if placed.is_none() && !told {
            return Ok(());
        }
        Err(self.fail(
            placed.or(Some(spec.name.span())),
            format!("{} uses a field that is for canonical tables", spec.name.get_ref()),
            "cause, applies_to, origin, window, second_transplant, never_below, kind, status and levels need the tables",
        ))
    }

    fn window(&self, spec: &EndpointSpec) -> Result<(), StudyError> {
        match spec.window {
            Some(day) if !(day.is_finite() && day >= 0.0) => Err(self.fail(
                Some(spec.name.span()),
                format!("{day} is no last day of {}", spec.name.get_ref()),
                "window is a number of days from 0",
            )),
            _ => Ok(()),
        }
    }

    fn status(&self, spec: &EndpointSpec) -> Result<(), StudyError> {
        let name = spec.status.as_ref();
        let known = name.is_some_and(|name| STATUSES.contains(&name.get_ref().as_str()));
        if known && !spec.levels.is_empty() && spec.event.is_none() && spec.competing.is_none() {
            return Ok(());
        }
        Err(self.fail(
            Some(name.map_or_else(|| spec.name.span(), Spanned::span)),
            format!("{} is no status that is known", spec.name.get_ref()),
            &format!("give status = \"...\" ({}) and levels, and no event", STATUSES.join(", ")),
        ))
    }

    /// What counts.
    fn events(&self, spec: &EndpointSpec) -> Result<Vec<EventPart>, StudyError> {
        let name = spec.name.get_ref();
        match &spec.event {
            Some(EventSpec::First(parts)) if !parts.is_empty() => {
                parts.iter().try_for_each(|part| self.part(part))?;
                Ok(parts.clone())
            }
            Some(EventSpec::Codes(coded)) => Err(self.fail(
                Some(coded.column.span()),
                "codes of a column are for wide extracts".to_owned(),
                "",
            )),
            _ => {
                let known: Vec<&str> =
                    endpoint::built_in().iter().map(|endpoint| endpoint.name.get_ref().as_str()).collect();
                Err(self.fail(
                    Some(spec.name.span()),
                    format!("{name} is no built-in endpoint and has no event of its own"),
                    &format!("built in are {}", known.join(", ")),
                ))
            }
        }
    }

    fn part(&self, part: &EventPart) -> Result<(), StudyError> {
        match part {
            EventPart::Milestone(event) => self.milestone(event),
            EventPart::Rows(rows) => {
                let table = Table::named(rows.table.get_ref())
                    .filter(|table| matches!(table.name, "events" | "treatments" | "followup"))
                    .ok_or_else(|| {
                        self.fail(
                            Some(rows.table.span()),
                            "events come from the tables events, treatments or followup".to_owned(),
                            "",
                        )
                    })?;
                let columns = table.columns.iter().map(|column| column.name.to_owned()).collect();
                self.condition_on(&rows.condition, (&columns, &[table.name]))
            }
        }
    }

    fn milestone(&self, event: &MilestoneEvent) -> Result<(), StudyError> {
        let milestone = self.named(&event.milestone)?;
        let due = |day: Option<i32>| day.is_none_or(|day| day > 0);
        if milestone.is_due() && (event.by.is_none() || !due(event.by) || !due(event.cord_blood_by)) {
            return Err(self.fail(
                Some(event.milestone.span()),
                format!("nothing says by which day {milestone} is decided"),
                &format!("write {{ milestone = \"{milestone}\", by = 30 }}"),
            ));
        }
        if !milestone.is_due() && (event.by.is_some() || event.cord_blood_by.is_some()) {
            return Err(self.fail(
                Some(event.milestone.span()),
                format!("{milestone} is not due by a day"),
                "by is for no_response and no_engraftment",
            ));
        }
        Ok(())
    }

    fn named(&self, name: &Placed) -> Result<Milestone, StudyError> {
        Milestone::named(name.get_ref()).ok_or_else(|| {
            let known: Vec<&str> = Milestone::names().collect();
            self.fail(
                Some(name.span()),
                format!("there is no milestone {}", name.get_ref()),
                &format!("known are {}", known.join(", ")),
            )
        })
    }

    /// What competes.
    fn competing(&self, spec: &EndpointSpec) -> Result<Vec<EventPart>, StudyError> {
        match &spec.competing {
            None => Ok(Vec::new()),
            Some(CompetingSpec::Events(competitors)) => {
                let parts: Vec<EventPart> =
                    competitors.iter().flat_map(|competitor| competitor.events.clone()).collect();
                parts.iter().try_for_each(|part| self.part(part))?;
                Ok(parts)
            }
            Some(CompetingSpec::Endpoints(_)) => Err(self.fail(
                Some(spec.name.span()),
                "competing endpoints are for wide extracts".to_owned(),
                "write competing = [\"death\"], or [{ cause = \"...\", event = ... }]",
            )),
        }
    }

    /// The policy on second transplants agrees with what is named.
    fn second_transplant(
        &self,
        spec: &EndpointSpec,
        (events, competing): (&[EventPart], &[EventPart]),
    ) -> Result<(), StudyError> {
        let named = |parts: &[EventPart]| {
            let second = Milestone::SecondTransplant.name();
            parts.iter().any(
                |part| matches!(part, EventPart::Milestone(event) if event.milestone.get_ref() == second),
            )
        };
        let agrees = match spec.second_transplant {
            Some(SecondTransplant::Event) => !named(competing),
            None | Some(SecondTransplant::Compete) => !named(events),
            Some(SecondTransplant::Censor | SecondTransplant::Ignore) => !named(events) && !named(competing),
        };
        if agrees {
            return Ok(());
        }
        Err(self.fail(
            Some(spec.name.span()),
            format!("{} says two things about second transplants", spec.name.get_ref()),
            "leave second_hsct out of event and competing, and write second_transplant alone",
        ))
    }

    fn origin(&self, spec: &EndpointSpec) -> Result<(), StudyError> {
        let Some(origin) = spec.origin.as_ref().filter(|origin| origin.get_ref() != TRANSPLANT) else {
            return Ok(());
        };
        let milestone = self.named(origin)?;
        if milestone.is_death() || milestone.is_due() {
            return Err(self.fail(
                Some(origin.span()),
                format!("no time counts from {milestone}"),
                "name something that patients live through, such as response or anc_recovery",
            ));
        }
        Ok(())
    }

    /// What recurs is told by rows of a table, and death alone ends it.
    fn recurrent(&self, spec: &EndpointSpec, events: &[EventPart]) -> Result<(), StudyError> {
        let rows = matches!(events, [EventPart::Rows(rows)] if rows.table.get_ref() != "followup");
        if rows && spec.competing.is_none() && spec.origin.is_none() && spec.second_transplant.is_none() {
            return Ok(());
        }
        Err(self.fail(
            Some(spec.name.span()),
            format!("{} cannot be counted as recurrent", spec.name.get_ref()),
            "give event = { table = ..., where = ... } of a canonical table, and no competing: death ends it",
        ))
    }
}
