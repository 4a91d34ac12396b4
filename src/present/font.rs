//! The two font files that every chart and page is set in, and the widths of text in them.

use std::sync::LazyLock;

use ab_glyph::{Font, FontRef};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// The name under which pages and charts ask for the font.
pub const FAMILY: &str = "Open Sans";

static REGULAR: &[u8] = include_bytes!("fonts/OpenSans-Regular.ttf");
static SEMIBOLD: &[u8] = include_bytes!("fonts/OpenSans-Semibold.ttf");

/// How heavy the letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Weight {
    /// Running text, numbers, labels.
    #[default]
    Regular,
    /// Titles and headings.
    Semibold,
}

impl Weight {
    /// The weight as CSS numbers it.
    pub fn css(self) -> u16 {
        match self {
            Self::Regular => 400,
            Self::Semibold => 600,
        }
    }

    /// The bytes of the TrueType file.
    pub fn file(self) -> &'static [u8] {
        match self {
            Self::Regular => REGULAR,
            Self::Semibold => SEMIBOLD,
        }
    }
}

/// All weights that there are.
pub const WEIGHTS: [Weight; 2] = [Weight::Regular, Weight::Semibold];

/// The width of a text, in the unit of `size` (the em).
///
/// The files hold no kerning and no ligatures, so this is what every renderer draws.
pub fn text_width(text: &str, size: f64, weight: Weight) -> f64 {
    static FACES: LazyLock<[Option<FontRef<'static>>; 2]> =
        LazyLock::new(|| WEIGHTS.map(|weight| FontRef::try_from_slice(weight.file()).ok()));
    let face = match weight {
        Weight::Regular => &FACES[0],
        Weight::Semibold => &FACES[1],
    };
    let em = |letter: char| {
        let face = face.as_ref()?;
        let units = f64::from(face.units_per_em()?);
        Some(f64::from(face.h_advance_unscaled(face.glyph_id(letter))) / units)
    };
    text.chars().map(|letter| em(letter).unwrap_or(0.6)).sum::<f64>() * size
}

/// The text cut to a width with an ellipsis, or `None` when it fits as it is.
pub fn elide(text: &str, size: f64, weight: Weight, width: f64) -> Option<String> {
    if text_width(text, size, weight) <= width {
        return None;
    }
    let mut kept: Vec<char> = text.chars().collect();
    loop {
        kept.pop();
        while kept.last().is_some_and(|letter| letter.is_whitespace() || ",;:".contains(*letter)) {
            kept.pop();
        }
        let candidate: String = kept.iter().chain(&['…']).collect();
        if kept.is_empty() || text_width(&candidate, size, weight) <= width {
            return Some(candidate);
        }
    }
}

/// The text broken into lines of at most a width, at blanks where there are any.
///
/// A single word that is too long stays whole on its line; the caller may elide it.
pub fn wrap(text: &str, size: f64, weight: Weight, width: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_ascii_whitespace() {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if line.is_empty() || text_width(&longer, size, weight) <= width {
            line = longer;
        } else {
            lines.push(std::mem::replace(&mut line, word.to_owned()));
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// The `@font-face` rules that carry both files, for a page that inlines charts.
///
/// The page's policy has to allow `font-src data:`.
pub fn font_face_css() -> String {
    WEIGHTS.iter().map(|weight| font_face(*weight)).collect()
}

fn font_face(weight: Weight) -> String {
    format!(
        "@font-face{{font-family:\"{FAMILY}\";font-style:normal;font-weight:{};\
         src:url(data:font/ttf;base64,{}) format(\"truetype\")}}\n",
        weight.css(),
        STANDARD.encode(weight.file())
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_have_one_width() {
        for weight in WEIGHTS {
            let zero = text_width("0", 12.0, weight);
            assert!(zero > 5.0 && zero < 8.0);
            for digit in "123456789".chars() {
                assert!((text_width(&digit.to_string(), 12.0, weight) - zero).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn letters_of_reports_are_there() {
        for weight in WEIGHTS {
            let face = FontRef::try_from_slice(weight.file()).unwrap();
            for letter in "AzÀÿŁőßµμαβγ–—‘’“”…≤≥≠×−±·†‡‰•\u{a0}\u{2009}".chars()
            {
                assert_ne!(face.glyph_id(letter).0, 0, "{letter:?} in {weight:?}");
            }
        }
    }

    #[test]
    fn cut_text_fits_and_short_text_is_kept() {
        assert_eq!(elide("short", 12.0, Weight::Regular, 100.0), None);
        let cut = elide("a rather long label, with a comma", 12.0, Weight::Regular, 90.0).unwrap();
        assert!(cut.ends_with('…') && text_width(&cut, 12.0, Weight::Regular) <= 90.0);
    }

    #[test]
    fn lines_fit_and_lose_nothing() {
        let text = "Cyclophosphamide 200 mg/kg with antithymocyte globulin";
        let lines = wrap(text, 12.0, Weight::Regular, 140.0);
        assert!(lines.len() > 1);
        assert!(lines.iter().all(|line| text_width(line, 12.0, Weight::Regular) <= 140.0));
        assert_eq!(lines.join(" "), text);
    }

    #[test]
    fn css_holds_both_files() {
        let css = font_face_css();
        assert_eq!(css.matches("@font-face").count(), 2);
        assert!(css.contains("font-weight:400") && css.contains("font-weight:600"));
    }
}
