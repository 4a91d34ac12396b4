//! What the charts look like: colours, dashes, sizes and distances (CSS pixels).

use plotters::style::RGBColor;

use super::marks::Stroke;

/// Width of a chart; 8 in at 96 pixels an inch.
pub(super) const WIDTH: f64 = 800.0;
/// Empty border around everything.
pub(super) const MARGIN: f64 = 16.0;
/// Height of the panel in which curves are drawn.
pub(super) const PANEL_HEIGHT: f64 = 340.0;

/// Titles.
pub(super) const TITLE_SIZE: f64 = 16.0;
/// Subtitles, legends, axis titles and annotations.
pub(super) const TEXT_SIZE: f64 = 12.0;
/// Tick labels and table cells.
pub(super) const SMALL_SIZE: f64 = 11.5;
/// Footnotes and second lines of cells.
pub(super) const NOTE_SIZE: f64 = 10.5;
/// Distance of two baselines, in ems.
pub(super) const LEADING: f64 = 1.4;

/// Background.
pub(super) const PAPER: RGBColor = RGBColor(255, 255, 255);
/// Text.
pub(super) const INK: RGBColor = RGBColor(0x22, 0x22, 0x22);
/// Text of second rank; 7:1 against the paper.
pub(super) const MUTED: RGBColor = RGBColor(0x55, 0x55, 0x55);
/// Axis line and ticks.
pub(super) const AXIS: RGBColor = RGBColor(0x77, 0x77, 0x77);
/// Grid lines.
pub(super) const GRID: RGBColor = RGBColor(0xE4, 0xE4, 0xE4);
/// Every other row of a table-like chart.
pub(super) const BAND: RGBColor = RGBColor(0xF6, 0xF7, 0xF8);
/// Boxes of a flow chart.
pub(super) const BOX: RGBColor = RGBColor(0xF3, 0xF7, 0xFB);

/// Colours of the series after Okabe and Ito; the yellow, too pale for a line on white, is a brown.
const SERIES: [RGBColor; 8] = [
    RGBColor(0x00, 0x72, 0xB2),
    RGBColor(0xD5, 0x5E, 0x00),
    RGBColor(0x00, 0x9E, 0x73),
    RGBColor(0xCC, 0x79, 0xA7),
    RGBColor(0xE6, 0x9F, 0x00),
    RGBColor(0x56, 0xB4, 0xE9),
    RGBColor(0x44, 0x44, 0x44),
    RGBColor(0x8C, 0x51, 0x0A),
];

/// Dashes and gaps of the series, so that they are told apart without colour.
const DASHES: [&[f64]; 8] = [
    &[],
    &[9.0, 4.0],
    &[2.5, 2.5],
    &[9.0, 3.0, 2.5, 3.0],
    &[5.0, 3.0],
    &[15.0, 4.0],
    &[9.0, 3.0, 2.5, 3.0, 2.5, 3.0],
    &[5.0, 3.0, 1.5, 3.0],
];

/// The colour of a series, by its place.
pub(super) fn series_color(index: usize) -> RGBColor {
    SERIES[index % SERIES.len()]
}

/// The dashes of a series, by its place.
pub(super) fn series_dash(index: usize) -> &'static [f64] {
    DASHES[index % DASHES.len()]
}

/// Thickness of a curve.
pub(super) const CURVE_WIDTH: f64 = 2.0;
/// Thickness of a curve where few are at risk.
pub(super) const FADED_WIDTH: f64 = 1.4;
/// Opacity of a curve where few are at risk.
pub(super) const FADED_OPACITY: f64 = 0.6;
/// Height of a censoring mark.
pub(super) const CENSOR_HEIGHT: f64 = 7.0;

/// Opacity of a band beside that of an interval ribbon.
pub(super) const BAND_PALENESS: f64 = 0.5;

/// Opacity of an interval ribbon: the more curves, the paler.
pub(super) fn ribbon_opacity(curves: usize) -> f64 {
    match curves {
        0..=3 => 0.16,
        4..=5 => 0.11,
        _ => 0.06,
    }
}

/// The colour of a share, from nearly white to half of the blue of the first series.
pub(super) fn tint(share: f64) -> RGBColor {
    let RGBColor(red, green, blue) = SERIES[0];
    let share = 0.04 + share.clamp(0.0, 1.0) * 0.58;
    let mix = |full: u8| {
        let value = 255.0 + (f64::from(full) - 255.0) * share;
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 255")]
        let byte = value.round() as u8;
        byte
    };
    RGBColor(mix(red), mix(green), mix(blue))
}

/// What joins the told points of a curve: it says nothing of what is between them.
pub(super) fn joining(series: usize) -> Stroke {
    Stroke::new(series_color(series), 1.0).dashed(&[2.0, 3.0]).opacity(0.6)
}
