//! Treatments before and after transplantation.
//!
//! Steroids given for GVHD are part of its immunosuppression here, and EBV is treated without
//! rituximab: the table has no indication, and both would read as rescue of the disorder.

use super::complications::Complications;
use super::course::{Course, FailureKind, Neutrophils, Rescue};
use super::draw::{Draw, rounded};
use super::graft::Graft;
use super::lineage::{AtRelapse, Fate};
use super::patient::{Disorder, Person};
use super::record::TreatmentRow;

/// Treatments being gathered, up to last contact; what ends after it is open.
struct Log {
    rows: Vec<TreatmentRow>,
    last: i32,
}

impl Log {
    fn push(&mut self, class: &'static str, days: (i32, i32), dose: Option<f64>) {
        if days.0 <= self.last {
            let end_day = (days.1 <= self.last).then_some(days.1.max(days.0));
            self.rows.push(TreatmentRow { class, start_day: days.0, end_day, dose });
        }
    }

    /// Single doses every so many days from one day to another, the last included.
    fn repeat(&mut self, draw: &mut Draw, class: &'static str, days: (i32, i32), gap: (i32, i32)) {
        let mut day = days.0;
        while day <= days.1.min(self.last) {
            self.push(class, (day, day), None);
            day += draw.whole(gap.0, gap.1);
        }
    }
}

/// Draws the treatments of this subject.
pub(super) fn draw(
    draw: &mut Draw,
    person: &Person,
    graft: &Graft,
    course: &Course,
    complications: &Complications,
) -> Vec<TreatmentRow> {
    let log = &mut Log { rows: Vec::new(), last: course.last_contact };
    before(draw, person, graft.regimen.start_day, log);
    support(draw, person, graft, course, log);
    transfusions(draw, person, course, log);
    rescue(draw, person, course, log);
    for day in &complications.gvhd_days {
        let end = day + draw.days(110.0, 0.5, (21, 900));
        log.push("IMMUNOSUPPRESSANT", (day + 1, end), None);
    }
    let mut rows = std::mem::take(&mut log.rows);
    rows.sort_by_key(|row| (row.start_day, row.class));
    rows
}

/// Milligrams a day, in steps of 5.
fn steroid_dose(draw: &mut Draw, median: f64) -> f64 {
    (rounded(draw.lognormal(median, 0.5) / 5.0, 0) * 5.0).clamp(5.0, 120.0)
}

fn before(draw: &mut Draw, person: &Person, cond_start: i32, log: &mut Log) {
    let earliest = person.dx_day;
    let mut course = |draw: &mut Draw, class, share: f64, length: (i32, i32), dose: Option<f64>| {
        let given = draw.chance(share);
        let start = draw.whole(earliest, cond_start - 30);
        let end = (start + draw.whole(length.0, length.1)).min(cond_start - 8);
        if given {
            log.push(class, (start, end), dose);
        }
    };
    let high = steroid_dose(draw, 60.0);
    let low = steroid_dose(draw, 15.0);
    course(draw, "STEROID", 0.96, (60, 500), Some(high));
    course(draw, "RITUX", 0.68, (21, 21), None);
    course(draw, "IMMUNOSUPPRESSANT", 0.55, (60, 600), None);
    if person.disorder.thrombocytopenic() || person.disorder == Disorder::Ain {
        course(draw, "IVIG", 0.75, (1, 4), Some(2.0));
    }
    if person.disorder.thrombocytopenic() {
        course(draw, "TPO_RA", 0.40, (60, 500), None);
    }
    if person.splenectomy {
        course(draw, "SPLENECTOMY", 1.0, (0, 0), None);
    }
    let tapered = draw.chance(0.45);
    let start = cond_start - draw.whole(30, 120);
    let end = draw.whole(-2, 12);
    if tapered {
        log.push("STEROID", (start.max(earliest), end), Some(low));
    }
}

fn support(draw: &mut Draw, person: &Person, graft: &Graft, course: &Course, log: &mut Log) {
    let share = if graft.allogeneic() { 0.30 } else { 0.82 };
    let given = draw.chance(share);
    let stimulated = given || course.neutrophils == Neutrophils::Fail;
    if stimulated && course.neutrophils != Neutrophils::NeverBelow {
        log.push("GCSF", (5, course.neutrophil_day()), None);
    }
    if let Some(Rescue::Second { day, recovery }) = course.failure.map(|failure| failure.rescue) {
        log.push("GCSF", (day + 5, day + recovery), None);
    }
    if graft.allogeneic() {
        let end = draw.days(150.0, 0.3, (60, 400));
        log.push("IMMUNOSUPPRESSANT", (-1, end), None);
        if draw.chance(0.35) && !person.disorder.thrombocytopenic() {
            log.repeat(draw, "IVIG", (14, 100), (26, 34));
        }
    }
    if course.lineages.neutrophils.fate == Fate::Refractory {
        log.push("GCSF", (draw.whole(60, 140), i32::MAX), None);
    }
}

/// Transfusions while a lineage is not yet back, and as long as the disorder needs them.
fn transfusions(draw: &mut Draw, person: &Person, course: &Course, log: &mut Log) {
    let aplasia = match course.failure {
        Some(failure) => {
            let end = match failure.rescue {
                Rescue::Second { day, recovery } => day + recovery,
                Rescue::Own { day } => day,
                Rescue::None => failure.day + 60,
            };
            let from = if failure.kind == FailureKind::Primary { 24 } else { failure.day };
            Some((from, end - 8))
        }
        None => None,
    };
    let spared = course.neutrophils == Neutrophils::NeverBelow && !person.disorder.thrombocytopenic();
    if !spared {
        let first = draw.whole(4, 7);
        log.repeat(draw, "PLT_TX", (first, (course.platelet_day - 8).min(40)), (2, 5));
    }
    let red_end = course.response.map_or(course.platelet_day, |(day, _)| (day - 12).min(course.platelet_day));
    let first = draw.whole(3, 8);
    log.repeat(draw, "RBC_TX", (first, red_end - 4), (6, 12));
    if let Some((from, end)) = aplasia {
        log.repeat(draw, "PLT_TX", (from, end), (3, 6));
        log.repeat(draw, "RBC_TX", (from, end), (8, 15));
    }
    let gap = if person.disorder == Disorder::Prca { (21, 35) } else { (28, 90) };
    let red = course.lineages.red;
    if red.fate == Fate::Refractory && course.failure.is_none() {
        let years = if person.disorder == Disorder::Prca { 900 } else { 320 };
        log.repeat(draw, "RBC_TX", (red_end + 14, years), gap);
    }
    let needed = draw.chance(0.6) && red.at_relapse == AtRelapse::Falls;
    if let Some(day) = course.relapse_day.filter(|_| needed) {
        log.repeat(draw, "RBC_TX", (day + 1, day + 70), gap);
    }
}

/// New treatment after relapse, or when no response came.
fn rescue(draw: &mut Draw, person: &Person, course: &Course, log: &mut Log) {
    let from = match (course.relapse_day, course.response) {
        (Some(day), _) => Some(day),
        (None, None) if course.failure.is_none() && draw.chance(0.75) => Some(draw.whole(90, 200)),
        (None, _) => None,
    };
    let Some(day) = from else { return };
    if draw.chance(0.88) {
        let start = day + draw.whole(0, 4);
        let dose = steroid_dose(draw, 60.0);
        log.push("STEROID", (start, start + draw.days(90.0, 0.5, (14, 500))), Some(dose));
    }
    if draw.chance(0.5) {
        let start = day + draw.whole(5, 30);
        log.push("RITUX", (start, start + 21), None);
    }
    if person.disorder.thrombocytopenic() {
        if draw.chance(0.4) {
            log.push("IVIG", (day + 1, day + 2), Some(2.0));
        }
        if draw.chance(0.3) {
            let start = day + draw.whole(10, 60);
            log.push("TPO_RA", (start, start + draw.days(200.0, 0.5, (30, 900))), None);
        }
    }
}
