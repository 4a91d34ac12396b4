//! Groups in which an endpoint does not exist for anybody: said, and never shown as 0.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{RowFrame, Task, asked, column};
use crate::analysis::ard::Reason;
use crate::analysis::column::factor;
use crate::analysis::evaluable_of;
use crate::analysis::factor::{Crossing, Factor, MISSING};
use crate::analysis::row_set::{Place, RowSet, stat};
use crate::analysis::share::statuses;
use crate::cohort::NoRow;
use crate::domain::Group;
use crate::study::EndpointKind;
use crate::study::file::AnalysisSpec;

impl Task<'_> {
    /// Adds rows without values, `not_applicable`, for every group of a comparison in which the endpoint exists for
    /// nobody.
    pub(super) fn not_applicable(&mut self, spec: &AnalysisSpec, frame: &RowFrame, by: &[String]) {
        let subjects = &self.cohort.subjects;
        let factors: Vec<Factor> = by.iter().map(|name| factor(self.cohort, subjects, name)).collect();
        let kept =
            |row: usize| factors.iter().all(|factor| factor.codes.get(row).is_some_and(|c| *c != MISSING));
        let keep: Vec<bool> = (0..subjects.rows).map(kept).collect();
        if !keep.contains(&true) || factors.iter().any(|factor| factor.levels.is_empty()) {
            return;
        }
        let crossing = Crossing::new(&factors, &keep);
        let outside = self.outside();
        let mut exists = vec![false; crossing.groups.len()];
        for (row, group) in crossing.index.iter().enumerate() {
            if *group != MISSING && !outside.contains(&row) {
                exists[*group as usize] = true;
            }
        }
        let groups: Vec<Arc<Group>> = crossing
            .groups
            .iter()
            .zip(exists)
            .filter(|(_, exists)| !exists)
            .map(|(group, _)| Arc::clone(group))
            .collect();
        for group in &groups {
            self.without_values(spec, frame, group);
        }
    }

    /// The places of the subjects for whom the endpoint does not exist.
    fn outside(&self) -> BTreeSet<usize> {
        let absent = self.data.absent.iter().filter(|(_, why)| *why == NoRow::NotApplicable);
        if self.data.endpoint.kind != EndpointKind::Proportion {
            return absent.map(|(place, _)| *place).collect();
        }
        let ids = column(&self.data.rows, "subject_id");
        let there: BTreeSet<String> = (0..self.data.rows.rows).filter_map(|row| ids.label(row)).collect();
        let subjects = column(&self.cohort.subjects, "subject_id");
        let missing = |row: &usize| subjects.label(*row).is_none_or(|id| !there.contains(&id));
        (0..self.cohort.subjects.rows).filter(missing).collect()
    }

    fn without_values(&mut self, spec: &AnalysisSpec, frame: &RowFrame, group: &Arc<Group>) {
        let endpoint = &self.data.endpoint;
        let place = Place::of(group);
        let causes: Vec<Arc<str>> = endpoint.causes.iter().map(|cause| cause.as_str().into()).collect();
        let at_time = [&*stat::N_RISK, &*stat::N_EVENT, &*stat::ESTIMATE, &*stat::STD_ERROR];
        let limits = [&*stat::CONF_LOW, &*stat::CONF_HIGH];
        let mut set = RowSet::new(frame, analysis(endpoint.kind), "");
        match endpoint.kind {
            EndpointKind::Proportion => {
                let evaluable = evaluable_of(self.population);
                let names = [self.population, &evaluable];
                for name in names.iter().take(if names[0] == names[1] { 1 } else { 2 }) {
                    let frame = RowFrame { population: Some((*name).to_owned()), ..frame.clone() };
                    let mut set = RowSet::new(&frame, analysis(endpoint.kind), "");
                    for (status, _) in statuses(&endpoint.causes) {
                        let place = place.clone().cause(&status.as_str().into());
                        set.count(&place, &stat::N, 0);
                        none(&mut set, &place, &[&stat::X, &stat::ESTIMATE]);
                        none(&mut set, &place, &limits);
                    }
                    self.results.rows.extend(set.into_rows());
                }
                return;
            }
            EndpointKind::Survival => {
                set.count(&place, &stat::N, 0);
                none(
                    &mut set,
                    &place,
                    &[&stat::EVENTS, &stat::MEDIAN, &stat::MEDIAN_LOW, &stat::MEDIAN_HIGH],
                );
            }
            EndpointKind::Competing => {
                set.count(&place, &stat::N, 0);
                for cause in &causes {
                    none(&mut set, &place.clone().cause(cause), &[&stat::EVENTS]);
                }
            }
            EndpointKind::Recurrent => {
                set.count(&place, &stat::N, 0);
                none(&mut set, &place, &[&stat::EVENTS]);
            }
        }
        for time in asked(spec) {
            let at = place.clone().at(time);
            let places: Vec<Place> = match endpoint.kind {
                EndpointKind::Competing => causes.iter().map(|cause| at.clone().cause(cause)).collect(),
                _ => vec![at],
            };
            for place in &places {
                none(&mut set, place, &at_time);
                none(&mut set, place, &limits);
            }
        }
        self.results.rows.extend(set.into_rows());
    }
}

fn none(set: &mut RowSet, place: &Place, stats: &[&Arc<str>]) {
    for stat in stats {
        set.push_value(place, stat, Err(Reason::NotApplicable));
    }
}

fn analysis(kind: EndpointKind) -> &'static str {
    match kind {
        EndpointKind::Survival => "km",
        EndpointKind::Competing => "cif",
        EndpointKind::Recurrent => "recurrent",
        EndpointKind::Proportion => "proportion",
    }
}
