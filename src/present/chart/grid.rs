//! Shares over two ways of grouping: tinted cells with value, interval and a small interval line.

use super::drawing::Drawing;
use super::frame::{centred, foot, heading, label, label_lines};
use super::marks::{Anchor, Rect, Stroke, Type};
use super::model::{GridCell, GridChart, GridColumns, Interval};
use super::sheet::Sheet;
use super::{ChartError, theme};

/// Height of a cell.
const CELL_HEIGHT: f64 = 48.0;
/// Least width of a cell; more columns are continued in a further band below.
const LEAST_CELL: f64 = 74.0;
/// Largest width of a cell.
const MOST_CELL: f64 = 150.0;
/// Distance of two cells.
const SEAM: f64 = 2.0;
/// Distance of two blocks of columns.
const BLOCK_GAP: f64 = 12.0;
/// Widest label of a row before it is broken.
const LABEL_WIDTH: f64 = 170.0;

/// Draws a grid of shares with their intervals.
///
/// The tint of a cell goes from white at 0 to blue at the largest share shown; the line at its
/// foot is the interval on 0 to 100% of the cell's width.
///
/// # Errors
/// [`ChartError::Draw`] when the drawing library fails.
pub fn grid_chart(chart: &GridChart) -> Result<Drawing, ChartError> {
    let mut sheet = Sheet::new();
    let mut top = heading(&mut sheet, &chart.title, chart.subtitle.as_deref()) + 6.0;
    let layout = Layout::new(chart, sheet.width);
    top = tint_legend(&mut sheet, layout.most, top);
    let mut first = 0;
    for (index, band) in layout.bands(&chart.column_groups).into_iter().enumerate() {
        top += if index > 0 { 14.0 } else { 0.0 };
        top = layout.band(&mut sheet, chart, (band, first), top);
        first += band.iter().map(|block| block.columns.len()).sum::<usize>();
    }
    let height = foot(&mut sheet, &chart.footnotes, top);
    sheet.finish(&chart.title, chart.subtitle.as_deref(), height)
}

#[derive(Debug)]
struct Layout {
    label_width: f64,
    cell_width: f64,
    /// Left edge of the cells.
    left: f64,
    room: f64,
    /// The largest share, at which the tint is full.
    most: f64,
}

impl Layout {
    fn new(chart: &GridChart, width: f64) -> Self {
        let style = Type::new(theme::SMALL_SIZE);
        let labels = chart.rows.iter().map(|row| style.width(&row.label));
        let label_width = labels.fold(style.semibold().width(&chart.row_title), f64::max).min(LABEL_WIDTH);
        let left = theme::MARGIN + label_width + 14.0;
        let room = width - theme::MARGIN - left;
        let gaps = BLOCK_GAP * (chart.column_groups.len() as f64 - 1.0).max(0.0);
        let columns = chart.column_groups.iter().map(|block| block.columns.len()).sum::<usize>().max(1);
        let all = (room - gaps) / columns as f64;
        let mut cell_width = all.min(MOST_CELL);
        if all < LEAST_CELL {
            let widest =
                chart.column_groups.iter().map(|block| block.columns.len()).max().unwrap_or(1).max(1);
            let blocks = ((room + BLOCK_GAP) / (widest as f64 * LEAST_CELL + BLOCK_GAP)).floor().max(1.0);
            let blocks_per_band = blocks.min(chart.column_groups.len() as f64).max(1.0);
            cell_width = ((room - BLOCK_GAP * (blocks_per_band - 1.0)) / (blocks_per_band * widest as f64))
                .min(MOST_CELL);
        }
        let shares = chart.rows.iter().flat_map(|row| &row.cells).filter_map(|cell| match cell {
            GridCell::Value { interval, .. } => Some(interval.estimate),
            GridCell::Missing(_) => None,
        });
        let most = shares.fold(0.0, f64::max);
        let most = [0.1, 0.2, 0.4, 0.6, 0.8].into_iter().find(|step| most <= *step).unwrap_or(1.0);
        Self { label_width, cell_width, left, room, most }
    }

    /// The blocks of columns, cut into bands that fit beside the labels.
    fn bands<'a>(&self, blocks: &'a [GridColumns]) -> Vec<&'a [GridColumns]> {
        let mut bands = Vec::new();
        let (mut start, mut used) = (0, 0.0);
        for (index, block) in blocks.iter().enumerate() {
            let own = block.columns.len() as f64 * self.cell_width;
            if index > start && used + BLOCK_GAP + own > self.room + 0.01 {
                bands.push(&blocks[start..index]);
                (start, used) = (index, 0.0);
            }
            used += own + if index > start { BLOCK_GAP } else { 0.0 };
        }
        bands.push(&blocks[start..]);
        bands
    }

    /// Draws one band, whose first column is the given one; returns how far down it reaches.
    fn band(
        &self,
        sheet: &mut Sheet,
        chart: &GridChart,
        (blocks, first): (&[GridColumns], usize),
        top: f64,
    ) -> f64 {
        let style = Type::new(theme::SMALL_SIZE);
        let heading = style.semibold();
        let top = top + self.column_titles(sheet, blocks, top);
        let baseline = top - 7.0;
        sheet.text_within(&chart.row_title, (theme::MARGIN, baseline), heading, self.label_width + 0.01);
        let mut y = top;
        for row in &chart.rows {
            let lines = label_lines(&row.label, style, self.label_width, 4);
            let height = CELL_HEIGHT.max(lines.len() as f64 * style.leading() + 6.0);
            label(sheet, &row.label, (theme::MARGIN, y + (height - SEAM) / 2.0), style, &lines);
            let mut x = self.left;
            let mut column = first;
            for block in blocks {
                for _ in &block.columns {
                    let cell = Rect {
                        left: x,
                        top: y,
                        right: x + self.cell_width - SEAM,
                        bottom: y + height - SEAM,
                    };
                    if let Some(content) = row.cells.get(column) {
                        self.cell(sheet, content, cell);
                    }
                    x += self.cell_width;
                    column += 1;
                }
                x += BLOCK_GAP;
            }
            y += height;
        }
        y
    }

    /// Writes the headings of blocks and columns; returns their height.
    fn column_titles(&self, sheet: &mut Sheet, blocks: &[GridColumns], top: f64) -> f64 {
        let style = Type::new(theme::SMALL_SIZE).anchored(Anchor::Middle);
        let heading = style.semibold();
        let lines = |block: &GridColumns| {
            heading.wrap(&block.title, block.columns.len() as f64 * self.cell_width - SEAM)
        };
        let most = blocks.iter().map(|block| lines(block).len()).max().unwrap_or(0);
        let height = most as f64 * heading.leading();
        let mut x = self.left;
        for block in blocks {
            let width = block.columns.len() as f64 * self.cell_width - SEAM;
            let titles = lines(block);
            let mut baseline = top + height - (titles.len() as f64 - 0.75) * heading.leading();
            for line in titles {
                sheet.text_within(&line, (x + width / 2.0, baseline), heading, width);
                baseline += heading.leading();
            }
            if !block.title.is_empty() {
                let rule = top + height + 3.0;
                sheet.line((x, rule), (x + width, rule), Stroke::new(theme::AXIS, 1.0));
            }
            for column in &block.columns {
                let place = (x + (self.cell_width - SEAM) / 2.0, top + height + 18.0);
                sheet.text_within(column, place, style.muted(), self.cell_width - SEAM - 4.0);
                x += self.cell_width;
            }
            x += BLOCK_GAP;
        }
        height + 25.0
    }

    fn cell(&self, sheet: &mut Sheet, cell: &GridCell, place: Rect) {
        let middle = f64::midpoint(place.left, place.right);
        let room = place.right - place.left - 6.0;
        match cell {
            GridCell::Missing(word) => {
                sheet.rect(place, theme::BAND, 1.0);
                let style = Type::new(theme::NOTE_SIZE).muted().anchored(Anchor::Middle);
                let y = centred(f64::midpoint(place.top, place.bottom), style.size);
                sheet.text_within(word, (middle, y), style, room);
            }
            GridCell::Value { interval, text, detail } => {
                sheet.rect(place, theme::tint(interval.estimate / self.most), 1.0);
                let top = f64::midpoint(place.top, place.bottom) - (CELL_HEIGHT - SEAM) / 2.0;
                let value = Type::new(theme::TEXT_SIZE + 0.5).semibold().anchored(Anchor::Middle);
                sheet.text_within(text, (middle, top + 16.0), value, room);
                let below = Type::new(theme::NOTE_SIZE).anchored(Anchor::Middle);
                sheet.text_within(detail, (middle, top + 30.5), below, room);
                interval_line(sheet, *interval, Rect { bottom: top + CELL_HEIGHT - SEAM, ..place });
            }
        }
    }
}

/// The interval on 0 to 100% of the cell's width, at its foot.
fn interval_line(sheet: &mut Sheet, interval: Interval, cell: Rect) {
    let (left, right) = (cell.left + 7.0, cell.right - 7.0);
    let y = cell.bottom - 7.0;
    let x = |share: f64| left + share.clamp(0.0, 1.0) * (right - left);
    sheet.line((left, y), (right, y), Stroke::new(theme::AXIS, 1.0).opacity(0.4));
    sheet.line((x(interval.low), y), (x(interval.high), y), Stroke::new(theme::INK, 2.0));
    sheet.disc((x(interval.estimate), y), 3.0, theme::INK);
}

/// Explains the tint; returns how far down it reaches.
fn tint_legend(sheet: &mut Sheet, most: f64, top: f64) -> f64 {
    let style = Type::new(theme::NOTE_SIZE).muted();
    let middle = top + 9.0;
    let baseline = centred(middle, style.size);
    let mut x = theme::MARGIN;
    sheet.text("0%", (x, baseline), style);
    x += style.width("0%") + 5.0;
    for step in 0..8 {
        let patch = Rect { left: x, top: middle - 5.0, right: x + 14.0, bottom: middle + 5.0 };
        sheet.rect(patch, theme::tint(f64::from(step) / 7.0), 1.0);
        x += 14.0;
    }
    let end = format!("{}%", (most * 100.0).round());
    sheet.text(&end, (x + 5.0, baseline), style);
    x += 5.0 + style.width(&end) + 24.0;
    sheet.line((x, middle), (x + 40.0, middle), Stroke::new(theme::AXIS, 1.0).opacity(0.4));
    sheet.line((x + 8.0, middle), (x + 30.0, middle), Stroke::new(theme::INK, 2.0));
    sheet.disc((x + 17.0, middle), 3.0, theme::INK);
    sheet.text("Estimate and interval on a scale of 0 to 100%", (x + 46.0, baseline), style);
    top + 26.0
}
