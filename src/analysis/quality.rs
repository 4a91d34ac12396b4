//! What the consistency rules found -> ARD rows.

use std::sync::Arc;

use super::ard::Row;
use super::row_set::{Frame, Place, RowSet, stat};
use crate::domain::Group;
use crate::estimate::Absent;
use crate::quality::{Quality, Tally};
use crate::study::quality::{Rule, Severity};

/// Name of the analysis.
pub const QUALITY: &str = "quality";

/// Rows that tell how many findings there are: in all, by severity, by rule, and by site.
///
/// # Returns
/// `n` (findings) and `subjects` (with a finding); `cause` is the severity, `term` the rule. By rule also `share`
/// (of the subjects). Where findings are limited `limit`, and `crossed`: 1 if there are more, else 0. In all
/// `n_subjects`, those examined. A rule that was not applicable has no `n`, for the reason `not_estimable`.
pub fn quality_rows(quality: &Quality) -> Vec<Row> {
    let method = format!("rules {}", quality.version);
    let frame = Frame { id: QUALITY.to_owned(), ..Frame::default() };
    let mut set = RowSet::new(&frame, QUALITY, &method);
    let all = Place::of(&Arc::new(Group::everybody()));
    counts(&mut set, &all, quality.count(None, None));
    set.count(&all, &stat::N_SUBJECTS, quality.subjects);
    for severity in Severity::ALL {
        let place = all.clone().cause(&Arc::from(severity.name()));
        let (findings, subjects) = quality.count(Some(severity), None);
        counts(&mut set, &place, (findings, subjects));
        limit(&mut set, &place, findings, quality.gate.get(&severity).copied());
    }
    for (rule, tally) in quality.rules.iter().zip(&quality.tallies) {
        by_rule(&mut set, quality, (rule, *tally));
    }
    let mut rows = set.into_rows();
    rows.extend(by_site(quality, &method));
    rows
}

fn by_rule(set: &mut RowSet, quality: &Quality, (rule, tally): (&Rule, Tally)) {
    let Some(severity) = rule.severity else { return };
    let all = Place::of(&Arc::new(Group::everybody()));
    let place = all.cause(&Arc::from(severity.name())).term(&rule.id);
    match tally {
        Tally::Off => {}
        Tally::NotApplicable => set.push(&place, &stat::N, Err(Absent::NotEstimable)),
        Tally::Checked { findings, subjects } => {
            counts(set, &place, (findings, subjects));
            let share = (quality.subjects > 0).then(|| subjects as f64 / quality.subjects as f64);
            set.push(&place, &stat::SHARE, share.ok_or(Absent::NotEstimable));
            limit(set, &place, findings, rule.max);
        }
    }
}

fn by_site(quality: &Quality, method: &str) -> Vec<Row> {
    let Some(column) = &quality.site else { return Vec::new() };
    let frame =
        Frame { id: format!("{QUALITY}:{column}"), comparison: Some(column.clone()), ..Frame::default() };
    let mut set = RowSet::new(&frame, QUALITY, method);
    for (site, subjects) in &quality.site_subjects {
        let place = Place::of(&Arc::new(Group::new(vec![(column.clone(), site.clone())])));
        set.count(&place, &stat::N_SUBJECTS, *subjects);
        counts(&mut set, &place, quality.count(None, Some(site)));
        for severity in Severity::ALL {
            let place = place.clone().cause(&Arc::from(severity.name()));
            counts(&mut set, &place, quality.count(Some(severity), Some(site)));
        }
    }
    set.into_rows()
}

fn counts(set: &mut RowSet, place: &Place, (findings, subjects): (u64, u64)) {
    set.count(place, &stat::N, findings);
    set.count(place, &stat::SUBJECTS, subjects);
}

fn limit(set: &mut RowSet, place: &Place, findings: u64, limit: Option<u64>) {
    if let Some(limit) = limit {
        set.count(place, &stat::LIMIT, limit);
        set.count(place, &stat::CROSSED, u64::from(findings > limit));
    }
}
