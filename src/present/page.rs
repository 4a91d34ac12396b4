//! The page: the report filled into its template.

use askama::Template;

use super::font::font_face_css;
use super::policy::content_policy;
use super::report::{Piece, Report, Visibility};
use super::text::ReportText;

/// How the page looks, without the fonts.
const STYLE: &str = include_str!("templates/style.css");

#[derive(Template)]
#[template(path = "index.html")]
struct Page<'a> {
    report: &'a Report,
    text: &'a ReportText,
    style: &'a str,
    policy: &'a str,
}

/// The page as one file that needs no other.
///
/// # Errors
/// What the template engine says.
pub(super) fn page(report: &Report, text: &ReportText) -> Result<String, askama::Error> {
    let style = format!("{}{STYLE}", font_face_css());
    Page { report, text, policy: &content_policy(&style), style: &style }.render()
}
