//! The table of counts under a time axis.

use super::frame::{centred, label, label_lines};
use super::legend::Key;
use super::marks::{Anchor, Point, Type};
use super::model::{Course, CurveChart, RiskSection, RiskTable};
use super::sheet::Sheet;
use super::theme;

/// Distance of two rows.
const ROW: f64 = 17.0;
/// Distance of two sections.
const BETWEEN: f64 = 7.0;
/// Most rows of a section with which all sections are drawn.
const ROWS_WITH_ALL_SECTIONS: usize = 3;
/// Widest label.
const LABEL_WIDTH: f64 = 150.0;

/// A table as it will be drawn: which sections, which columns.
#[derive(Debug)]
pub(super) struct TableLayout<'a> {
    sections: &'a [RiskSection],
    course: Course,
    keyed: bool,
    /// Places of the drawn columns in the rows.
    columns: Vec<usize>,
}

impl<'a> TableLayout<'a> {
    /// Lays out a table under the curves of a chart with the columns that are drawn.
    pub(super) fn new(table: &'a RiskTable, chart: &CurveChart, columns: Vec<usize>) -> Self {
        let curves = chart.curves.len();
        let crowded = table.sections.iter().any(|section| section.rows.len() > ROWS_WITH_ALL_SECTIONS);
        let shown = if crowded { 1 } else { table.sections.len() };
        let sections = table.sections.get(..shown).unwrap_or_default();
        // One section alone may leave out the last curves.
        let fits = |rows: usize| rows == curves || (table.sections.len() == 1 && (2..curves).contains(&rows));
        let keyed = curves > 1 && sections.iter().all(|section| fits(section.rows.len()));
        Self { sections, course: chart.course, keyed, columns }
    }

    /// Whether each section is one row, labelled with the name of the section.
    fn is_flat(&self) -> bool {
        self.sections.iter().all(|section| section.rows.len() == 1)
    }

    fn key(&self, row: usize) -> Key {
        if self.keyed { Key::of_curve(self.course, row) } else { Key::Blank }
    }

    /// Room that the labels take.
    pub(super) fn label_width(&self) -> f64 {
        let style = Type::new(theme::SMALL_SIZE);
        let heading = style.semibold();
        let mut widest: f64 = 0.0;
        for section in self.sections {
            widest = widest.max(heading.width(&section.title).min(LABEL_WIDTH));
            if !self.is_flat() {
                for (index, row) in section.rows.iter().enumerate() {
                    let lines = label_lines(&row.label, style, LABEL_WIDTH, 2);
                    let label = lines.iter().map(|line| style.width(line)).fold(0.0, f64::max);
                    widest = widest.max(self.key(index).width() + label);
                }
            }
        }
        widest
    }

    /// Half the width of the widest count.
    pub(super) fn half_count_width(&self) -> f64 {
        let style = Type::new(theme::SMALL_SIZE);
        let rows = self.sections.iter().flat_map(|section| &section.rows);
        let counts = rows.flat_map(|row| &row.counts);
        counts.map(|count| style.width(&written(*count)) / 2.0).fold(0.0, f64::max)
    }

    /// Writes the table with its columns centred at these places; returns how far down it reaches.
    pub(super) fn draw(&self, sheet: &mut Sheet, (left, top): Point, places: &[f64]) -> f64 {
        let style = Type::new(theme::SMALL_SIZE);
        let number = style.anchored(Anchor::Middle);
        let mut bottom = top;
        for (index, section) in self.sections.iter().enumerate() {
            if !self.is_flat() {
                bottom += if index > 0 { BETWEEN } else { 0.0 };
                let baseline = centred(bottom + ROW / 2.0, style.size);
                sheet.text_within(&section.title, (left, baseline), style.semibold(), sheet.width / 2.0);
                bottom += ROW;
            }
            for (place, row) in section.rows.iter().enumerate() {
                let (text, style) =
                    if self.is_flat() { (&section.title, style.semibold()) } else { (&row.label, style) };
                let key = if self.is_flat() { Key::Blank } else { self.key(place) };
                let lines = label_lines(text, style, LABEL_WIDTH, 2);
                let height = ROW + (lines.len() as f64 - 1.0).max(0.0) * style.leading();
                let middle = bottom + height / 2.0;
                key.draw(sheet, (left, middle));
                label(sheet, text, (left + key.width(), middle), style, &lines);
                let baseline = centred(middle, number.size);
                for (column, x) in self.columns.iter().zip(places) {
                    let count = written(row.counts.get(*column).copied().flatten());
                    sheet.text(&count, (*x, baseline), number);
                }
                bottom += height;
            }
        }
        bottom
    }
}

/// A count, or the dash that stands for one that is not known or not shown.
fn written(count: Option<u64>) -> String {
    count.map_or_else(|| "–".to_owned(), |count| count.to_string())
}
