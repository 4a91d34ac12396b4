use resvg::usvg;

use super::*;
use crate::present::chart::model::CurveChart;

/// Every sample, drawn.
fn drawings() -> Vec<(String, Drawing)> {
    let mut all = Vec::new();
    for (name, chart) in samples::curve_charts() {
        all.push((format!("curves {name}"), curve_chart(&chart).unwrap()));
    }
    for (name, chart) in samples::interval_charts() {
        all.push((format!("intervals {name}"), interval_chart(&chart).unwrap()));
    }
    for (name, chart) in samples::grid_charts() {
        all.push((format!("grid {name}"), grid_chart(&chart).unwrap()));
    }
    for (name, chart) in samples::flow_charts() {
        all.push((format!("flow {name}"), flow_chart(&chart).unwrap()));
    }
    all
}

fn sample(wanted: &str) -> CurveChart {
    samples::curve_charts().into_iter().find(|(name, _)| *name == wanted).unwrap().1
}

fn overlap(a: &TextBox, b: &TextBox) -> bool {
    let slack = 0.5;
    a.left + slack < b.right
        && b.left + slack < a.right
        && a.top + slack < b.bottom
        && b.top + slack < a.bottom
}

#[test]
fn no_text_covers_another_or_leaves_the_sheet() {
    for (name, drawing) in drawings() {
        for (index, text) in drawing.texts.iter().enumerate() {
            let inside = text.left >= 0.0 && text.top >= 0.0;
            assert!(
                inside && text.right <= drawing.width && text.bottom <= drawing.height,
                "{name}: {text:?}"
            );
            for other in &drawing.texts[index + 1..] {
                assert!(!overlap(text, other), "{name}: {text:?} and {other:?}");
            }
        }
    }
}

/// The places of texts on a line, by the line of one of them.
fn middles(drawing: &Drawing, top: f64) -> Vec<f64> {
    let on_line = drawing.texts.iter().filter(|text| (text.top - top).abs() < 0.01);
    let mut middles: Vec<f64> = on_line.map(|text| f64::midpoint(text.left, text.right)).collect();
    middles.sort_by(f64::total_cmp);
    middles
}

#[test]
fn counts_stand_under_their_ticks() {
    for wanted in ["one", "three", "eight", "long", "big", "ties"] {
        let chart = sample(wanted);
        let drawing = curve_chart(&chart).unwrap();
        let axis_title = chart.x_axis.title(chart.horizon);
        let title = drawing.texts.iter().position(|text| text.text == axis_title).unwrap();
        let ticks = middles(&drawing, drawing.texts[title - 1].top);
        assert!(ticks.len() > 4, "{wanted}");
        let at_risk = chart.risk_table.as_ref().unwrap().sections[0].rows[0].counts[0].unwrap().to_string();
        let first = drawing.texts[title..].iter().find(|text| text.text == at_risk).unwrap();
        let mut counts = middles(&drawing, first.top);
        counts.drain(..counts.len() - ticks.len());
        assert!(
            ticks.iter().zip(&counts).all(|(tick, count)| (tick - count).abs() < 0.01),
            "{wanted}: {ticks:?} {counts:?}"
        );
    }
}

#[test]
fn annotations_touch_no_curve() {
    for (name, chart) in samples::curve_charts() {
        let drawing = curve_chart(&chart).unwrap();
        let lines: Vec<&TextBox> = chart
            .annotations
            .iter()
            .filter_map(|line| drawing.texts.iter().find(|text| text.text == line.text))
            .collect();
        let svg = drawing.inline();
        let curves =
            svg.lines().filter(|line| line.starts_with("<polyline") && line.contains("stroke-width=\"200\""));
        for points in curves.filter_map(|line| line.split("points=\"").nth(1)) {
            let points: Vec<(f64, f64)> = points
                .trim_end_matches("\"/>")
                .split_whitespace()
                .filter_map(|pair| pair.split_once(','))
                .map(|(x, y)| (x.parse::<f64>().unwrap() / 100.0, y.parse::<f64>().unwrap() / 100.0))
                .collect();
            for ends in points.windows(2).filter(|_| points.len() > 2) {
                let hit = |text: &&TextBox| {
                    ends[0].0.max(ends[1].0) >= text.left
                        && ends[0].0.min(ends[1].0) <= text.right
                        && ends[0].1.max(ends[1].1) >= text.top
                        && ends[0].1.min(ends[1].1) <= text.bottom
                };
                assert_eq!(lines.iter().find(|text| hit(text)), None, "{name}");
            }
        }
    }
}

#[test]
fn with_many_groups_only_those_at_risk_are_counted() {
    let has = |drawing: &Drawing, word: &str| drawing.texts.iter().any(|text| text.text == word);
    let three = curve_chart(&sample("three")).unwrap();
    assert!(has(&three, "At risk") && has(&three, "Censored") && has(&three, "Events"));
    let five = curve_chart(&sample("five")).unwrap();
    assert!(has(&five, "At risk") && !has(&five, "Censored") && !has(&five, "Events"));
}

#[test]
fn text_is_escaped() {
    let drawing = curve_chart(&sample("long")).unwrap();
    for svg in [drawing.inline(), drawing.standalone()] {
        assert!(!svg.contains("<script") && svg.contains("&lt;script&gt;"));
        assert!(svg.contains("&amp;") && svg.contains("&quot;quoted&quot;"));
        usvg::roxmltree::Document::parse(&svg).unwrap();
    }
    let mut chart = sample("one");
    chart.title = "a\u{0}b\u{1b}[31m\u{ffff}\n  c".to_owned();
    let svg = curve_chart(&chart).unwrap().standalone();
    usvg::roxmltree::Document::parse(&svg).unwrap();
    assert!(svg.contains("a b [31m c"));
}

#[test]
fn what_was_cut_is_a_tool_tip() {
    let svg = curve_chart(&sample("long")).unwrap().inline();
    assert!(svg.contains("<title>Cyclophosphamide 200 mg/kg with rabbit antithymocyte globulin, rituximab"));
}

#[test]
fn the_inline_variant_carries_no_style_and_no_identifier() {
    for (name, drawing) in drawings() {
        let svg = drawing.inline();
        for banned in ["style=", "<style", "<script", " id=", "href", "data:", "@font-face"] {
            assert!(!svg.contains(banned), "{name} holds {banned}");
        }
        assert!(
            svg.starts_with("<svg ") && svg.contains("role=\"img\"") && svg.contains("aria-label=\""),
            "{name}"
        );
    }
}

#[test]
fn the_standalone_variant_carries_its_fonts() {
    let svg = curve_chart(&sample("one")).unwrap().standalone();
    assert!(svg.starts_with("<?xml"));
    assert_eq!(svg.matches("@font-face").count(), 2);
    assert!(svg.contains("<title>Overall survival</title>"));
    usvg::roxmltree::Document::parse(&svg).unwrap();
}

#[test]
fn a_page_has_the_size_of_the_chart_and_its_fonts() {
    for (name, drawing) in drawings() {
        let bytes = drawing.pdf().unwrap();
        let text = String::from_utf8_lossy(&bytes);
        assert!(text.starts_with("%PDF-"), "{name}");
        assert!(text.contains(&format!("/MediaBox[0 0 {} {}]", drawing.width, drawing.height)), "{name}");
        assert!(text.contains("+OpenSans") && text.contains("/ToUnicode"), "{name}: text is no text");
        assert!(!text.contains("/CreationDate"), "{name}");
        assert!(drawing.pdf().unwrap() == bytes, "{name}");
    }
}

#[test]
fn the_same_data_give_the_same_bytes() {
    for ((name, first), (_, second)) in drawings().into_iter().zip(drawings()) {
        assert_eq!(first.standalone(), second.standalone(), "{name}");
    }
    let chart = sample("ties");
    let png = |scale| curve_chart(&chart).unwrap().png(scale).unwrap();
    assert_eq!(png(1.0), png(1.0));
}

#[test]
fn the_bitmap_has_the_size_of_the_drawing_and_no_time() {
    let drawing = interval_chart(&samples::interval_charts()[1].1).unwrap();
    let png = drawing.png(2.0).unwrap();
    let size = |at: usize| f64::from(u32::from_be_bytes([png[at], png[at + 1], png[at + 2], png[at + 3]]));
    assert_eq!((size(16), size(20)), (drawing.width * 2.0, drawing.height * 2.0));
    for chunk in [b"tIME", b"tEXt", b"iTXt"] {
        assert!(!png.windows(4).any(|bytes| bytes == chunk));
    }
    assert!(drawing.png(0.0).is_err());
}

/// The boxes of all texts as the renderer sets them.
fn rendered(group: &usvg::Group, boxes: &mut Vec<usvg::Rect>) {
    for node in group.children() {
        match node {
            usvg::Node::Group(inner) => rendered(inner, boxes),
            usvg::Node::Text(text) => {
                boxes.push(text.bounding_box().transform(text.abs_transform()).unwrap());
            }
            _ => {}
        }
    }
}

#[test]
fn measured_widths_are_rendered_widths() {
    for (name, drawing) in drawings() {
        let mut boxes = Vec::new();
        rendered(drawing.tree().unwrap().root(), &mut boxes);
        assert_eq!(boxes.len(), drawing.texts.len(), "{name}");
        for (text, drawn) in drawing.texts.iter().zip(boxes) {
            let upright = text.bottom - text.top > text.right - text.left && text.text.chars().count() > 2;
            let (ends, drawn_ends) = if upright {
                ((text.top, text.bottom), (drawn.top(), drawn.bottom()))
            } else {
                ((text.left, text.right), (drawn.left(), drawn.right()))
            };
            let near = |a: f64, b: f32| (a - f64::from(b)).abs() < 0.3;
            let agree = near(ends.0, drawn_ends.0) && near(ends.1, drawn_ends.1);
            assert!(agree, "{name}: {text:?} is drawn in {drawn:?}");
        }
    }
}

#[test]
fn sizes_are_whole_units() {
    for (name, drawing) in drawings() {
        for number in drawing.inline().split("font-size=\"").skip(1) {
            let number = number.split('"').next().unwrap();
            assert!(number.parse::<u32>().is_ok(), "{name}: {number}");
        }
    }
}
