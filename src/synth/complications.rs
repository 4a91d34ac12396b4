//! Events after transplantation and the cause of death that goes with them.

use super::conditioning::Serotherapy;
use super::course::{Course, FailureKind, Quality, Reason};
use super::draw::{Draw, whole};
use super::graft::Graft;
use super::lineage::{AtRelapse, Fate};
use super::patient::Person;
use super::rates::Rates;
use super::record::EventRow;

/// What happened, up to last contact.
#[derive(Debug)]
pub(super) struct Complications {
    /// Rows of `events`.
    pub(super) rows: Vec<EventRow>,
    /// Cause of death, should it have been seen.
    pub(super) cause: &'static str,
    /// Days on which GVHD began that needs treatment.
    pub(super) gvhd_days: Vec<i32>,
}

/// Events being gathered; what is after last contact is dropped, what ends after it is open.
struct Log {
    rows: Vec<EventRow>,
    last: i32,
}

/// An event of this type and grade on this day.
fn event(day: i32, kind: &'static str, grade: Option<&'static str>) -> EventRow {
    EventRow { day, kind, grade, organism_class: None, certainty: None, end_day: None }
}

impl Log {
    fn push(&mut self, mut row: EventRow) {
        if row.day <= self.last {
            row.end_day = row.end_day.filter(|end| *end <= self.last);
            self.rows.push(row);
        }
    }
}

/// Draws the events of this subject.
pub(super) fn draw(draw: &mut Draw, person: &Person, graft: &Graft, course: &Course) -> Complications {
    let log = &mut Log { rows: Vec::new(), last: course.last_contact };
    let mut gvhd_days = Vec::new();
    let mut severe = None;
    if graft.allogeneic() {
        let acute = acute_gvhd(draw, graft, course, log);
        let chronic = chronic_gvhd(draw, graft, course, acute, log);
        gvhd_days.extend(acute.filter(|(_, grade)| *grade >= 2).map(|(day, _)| day));
        gvhd_days.extend(chronic.map(|(day, _)| day));
        severe = acute.filter(|(_, grade)| *grade >= 2).or(chronic.filter(|(_, grade)| *grade >= 2));
        gvhd_days.retain(|day| *day <= course.last_contact);
    }
    let sos = sinusoidal_obstruction(draw, graft, course, log);
    reactivations(draw, graft, course, log);
    infections(draw, graft, log);
    disease(draw, person, course, log);
    late_effects(draw, graft, course, log);
    let severe = severe.is_some_and(|(day, _)| day + 5 < course.death.day);
    let cause = cause_of_death(draw, course, sos, severe);
    if cause == "INFECTION" && course.death_seen().is_some() {
        let day = (course.death.day - draw.whole(1, 14)).max(0);
        let class = draw.code(&[(52, "BACTERIAL"), (28, "VIRAL"), (20, "FUNGAL")]);
        let certainty = draw.code(&[(60, "PROVEN"), (25, "PROBABLE"), (15, "POSSIBLE")]);
        log.push(EventRow {
            organism_class: Some(class),
            certainty: Some(certainty),
            end_day: Some(course.death.day),
            ..event(day, "INFECTION", Some("5"))
        });
    }
    let mut rows = std::mem::take(&mut log.rows);
    rows.sort_by_key(|row| (row.day, row.kind));
    Complications { rows, cause, gvhd_days }
}

/// Last day on which this graft can still turn against its host.
fn graft_days(course: &Course) -> i32 {
    let failed = course.failure.map_or(i32::MAX, |failure| failure.day - 1);
    course.death.day.min(failed).min(course.relapse_day.unwrap_or(i32::MAX))
}

/// Acute GVHD: day and maximum grade; a third of the severe begin milder.
fn acute_gvhd(draw: &mut Draw, graft: &Graft, course: &Course, log: &mut Log) -> Option<(i32, i32)> {
    let fatal = course.death.reason == Reason::NonRelapse && (25..=260).contains(&course.death.day);
    let happens = draw.chance((0.36 * graft.gvhd_ratio() * if fatal { 2.0 } else { 1.0 }).min(0.9));
    let weights: &[(u32, i32)] =
        if fatal { &[(20, 1), (28, 2), (32, 3), (20, 4)] } else { &[(44, 1), (36, 2), (14, 3), (6, 4)] };
    let grade = *draw.weighted(weights, &1);
    let begin = (course.neutrophil_day() + draw.days(15.0, 0.65, (2, 80))).min(98);
    let rises = grade >= 2 && draw.chance(0.33);
    let top = if rises { (begin + draw.whole(4, 15)).min(100) } else { begin };
    let end = top + draw.days(30.0, 0.6, (7, 200));
    if !happens || top > graft_days(course) {
        return None;
    }
    if rises {
        log.push(event(begin, "AGVHD", Some("1")));
    }
    let end_day = (grade < 4).then_some(end);
    log.push(EventRow { end_day, ..event(top, "AGVHD", Some(["1", "2", "3", "4"][arabic(grade)])) });
    Some((top, grade))
}

/// Index of a grade from 1 to 4.
fn arabic(grade: i32) -> usize {
    usize::try_from(grade - 1).unwrap_or(0).min(3)
}

/// Chronic GVHD: day and grade as 1 mild, 2 moderate, 3 severe; a tenth of the milder worsens.
fn chronic_gvhd(
    draw: &mut Draw,
    graft: &Graft,
    course: &Course,
    acute: Option<(i32, i32)>,
    log: &mut Log,
) -> Option<(i32, i32)> {
    const GRADES: [&str; 3] = ["MILD", "MODERATE", "SEVERE"];
    let source = if graft.source == "PBSC" { 1.12 } else { 0.78 };
    let after_acute = if acute.is_some() { 1.35 } else { 0.88 };
    let happens = draw.chance((0.375 * graft.gvhd_ratio() * source * after_acute).min(0.9));
    let grade = *draw.weighted(&[(40, 1), (38, 2), (22, 3)], &1);
    let day = (90 + whole(draw.exponential() * 190.0)).max(acute.map_or(0, |(day, _)| day + 14));
    let worsens = grade < 3 && draw.chance(0.10);
    let later = day + draw.days(120.0, 0.5, (30, 500));
    if !happens || day > graft_days(course) {
        return None;
    }
    log.push(event(day, "CGVHD", Some(GRADES[arabic(grade)])));
    if worsens && later <= graft_days(course) {
        log.push(event(later, "CGVHD", Some(GRADES[arabic(grade + 1)])));
    }
    Some((day, grade))
}

/// Sinusoidal obstruction syndrome: whether it was fatal.
fn sinusoidal_obstruction(draw: &mut Draw, graft: &Graft, course: &Course, log: &mut Log) -> bool {
    let share = match (graft.regimen.toxic_to_liver(), graft.allogeneic()) {
        (true, true) => 0.07,
        (true, false) => 0.045,
        (false, _) => 0.008,
    };
    let fatal = course.death.reason == Reason::NonRelapse && (14..=70).contains(&course.death.day);
    let happens = draw.chance(if fatal { share * 3.0 } else { share });
    let day = draw.whole(7, 24);
    let grade = draw.code(&[(35, "2"), (40, "3"), (25, "4")]);
    let end = day + draw.days(18.0, 0.4, (7, 60));
    let lethal = draw.chance(0.6);
    if !happens || day >= course.death.day {
        return false;
    }
    let seen = fatal && lethal && course.death_seen().is_some();
    let (grade, end) = if seen { ("5", course.death.day) } else { (grade, end) };
    log.push(EventRow { end_day: Some(end), ..event(day, "SOS", Some(grade)) });
    fatal && lethal
}

fn reactivations(draw: &mut Draw, graft: &Graft, course: &Course, log: &mut Log) {
    let depleted = if graft.serotherapy == Serotherapy::None { 0.75 } else { 1.12 };
    let (cmv, ebv) = Rates::of(graft.kind).reactivation;
    let engrafted = course.neutrophil_day();
    for (kind, share, median) in [("CMV", cmv * depleted, 38.0), ("EBV", ebv * depleted, 58.0)] {
        let happens = draw.chance(share);
        let day = draw.days(median, 0.35, (engrafted.min(20), 160));
        let grade = draw.code(&[(60, "2"), (40, "3")]);
        let end = day + draw.days(21.0, 0.5, (7, 90));
        if happens {
            log.push(EventRow {
                organism_class: Some("VIRAL"),
                certainty: Some("PROVEN"),
                end_day: Some(end),
                ..event(day, kind, Some(grade))
            });
        }
    }
}

fn infections(draw: &mut Draw, graft: &Graft, log: &mut Log) {
    let (bacterial, viral, fungal) = Rates::of(graft.kind).infection;
    let early: [(&'static str, f64, f64); 3] =
        [("BACTERIAL", bacterial, 9.0), ("VIRAL", viral, 55.0), ("FUNGAL", fungal, 28.0)];
    for (class, share, median) in early {
        if draw.chance(share) {
            let day = draw.days(median, 0.6, (0, 300));
            infection(draw, day, class, log);
        }
    }
    let per_year = if graft.allogeneic() { 0.45 } else { 0.28 };
    let mut day = 40;
    loop {
        let slowing = if day < 365 { 1.0 } else { 5.0 };
        day += 1 + whole(draw.exponential() * 365.25 * slowing / per_year);
        if day > log.last {
            return;
        }
        let class =
            draw.code(&[(50, "BACTERIAL"), (38, "VIRAL"), (7, "FUNGAL"), (1, "PARASITIC"), (4, "UNKNOWN")]);
        infection(draw, day, class, log);
    }
}

fn infection(draw: &mut Draw, day: i32, class: &'static str, log: &mut Log) {
    let certainty = match class {
        "FUNGAL" => draw.code(&[(25, "PROVEN"), (45, "PROBABLE"), (30, "POSSIBLE")]),
        "UNKNOWN" => "POSSIBLE",
        _ => draw.code(&[(80, "PROVEN"), (12, "PROBABLE"), (8, "POSSIBLE")]),
    };
    let grade = draw.code(&[(38, "2"), (52, "3"), (10, "4")]);
    let end_day = Some(day + draw.days(12.0, 0.5, (4, 90)));
    let certainty = draw.unless(0.04, certainty);
    log.push(EventRow {
        organism_class: Some(class),
        certainty,
        end_day,
        ..event(day, "INFECTION", Some(grade))
    });
}

/// Graft failure, relapse, bleeding.
fn disease(draw: &mut Draw, person: &Person, course: &Course, log: &mut Log) {
    if let Some(failure) = course.failure.filter(|failure| failure.day < course.death.day) {
        let grade = if failure.kind == FailureKind::Primary { "4" } else { "3" };
        log.push(event(failure.day, "GRAFT_FAILURE", Some(grade)));
    }
    if let Some(day) = course.relapse_day.filter(|day| *day < course.death.day) {
        log.push(event(day, "RELAPSE", None));
    }
    if !person.disorder.thrombocytopenic() {
        return;
    }
    let low_until = match (course.response, course.lineages.platelets.fate) {
        (Some((day, Quality::Complete | Quality::Partial)), _) => day - 10,
        (None, Fate::Refractory) => i32::MAX,
        (None, _) => 25,
    };
    let mut day = 2;
    loop {
        let wait = if day < 40 { 260.0 } else { 700.0 };
        day += 1 + whole(draw.exponential() * wait);
        if day >= low_until.min(log.last) {
            break;
        }
        bleed(draw, day, log);
    }
    let falls = course.lineages.platelets.at_relapse == AtRelapse::Falls;
    let bleeds = draw.chance(0.35);
    if let Some(day) = course.relapse_day.filter(|_| falls && bleeds) {
        let onset = day + draw.whole(0, 6);
        bleed(draw, onset, log);
    }
}

fn bleed(draw: &mut Draw, day: i32, log: &mut Log) {
    let grade = draw.code(&[(45, "1"), (38, "2"), (15, "3"), (2, "4")]);
    let end_day = Some(day + draw.whole(0, 5));
    log.push(EventRow { end_day, ..event(day, "BLEED", Some(grade)) });
}

fn late_effects(draw: &mut Draw, graft: &Graft, course: &Course, log: &mut Log) {
    if course.malignancy_day < course.death.day {
        log.push(event(course.malignancy_day, "SECOND_MALIG", Some("3")));
    }
    let per_year = match (graft.serotherapy, graft.allogeneic()) {
        (Serotherapy::Alemtuzumab, _) => 0.025,
        (_, true) => 0.006,
        (_, false) => 0.011,
    };
    let day = 60 + whole(draw.exponential() * 365.25 / per_year);
    let grade = draw.code(&[(60, "2"), (40, "3")]);
    if day < course.death.day && day < 2200 {
        log.push(event(day, "SECOND_AUTOIMMUNE", Some(grade)));
    }
}

fn cause_of_death(draw: &mut Draw, course: &Course, sos: bool, severe_gvhd: bool) -> &'static str {
    let gvhd = draw.chance(0.65);
    let usual = draw.code(&[(52, "INFECTION"), (26, "ORGAN"), (14, "OTHER"), (8, "UNK")]);
    match course.death.reason {
        Reason::Disease => "RELAPSE",
        Reason::SecondMalignancy => "SECOND_MALIG",
        Reason::GraftFailure => "GF",
        Reason::NonRelapse if sos => "SOS",
        Reason::NonRelapse if severe_gvhd && gvhd && course.death.day < 1500 => "GVHD",
        Reason::NonRelapse => usual,
    }
}
