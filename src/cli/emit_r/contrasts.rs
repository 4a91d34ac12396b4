//! Contrasts of means, of curves at a time, the largest of several tests; pairs of groups.

use super::cif::{one_cause, time_lost};
use super::script::{Columns, Script, vector};
use crate::analysis::events::EventCodes;
use crate::analysis::test::{Curve, Test, TestRequest};
use crate::cli::arguments::VarianceName;
use crate::study::Adjustment;

/// The name of an adjustment in `p.adjust`.
pub(super) fn adjustment(adjustment: Adjustment) -> &'static str {
    match adjustment {
        Adjustment::None => "\"none\"",
        Adjustment::Holm => "\"holm\"",
        Adjustment::Bh => "\"BH\"",
    }
}

/// The groups in their order, and their pairs where these are wanted.
pub(super) fn groups(script: &mut Script, by: &[String], pairwise: Option<Adjustment>) {
    script.piece(include_str!("pieces/groups.R"), &[("by", &vector(by))]);
    if pairwise.is_some() {
        every_pair(script);
    }
}

fn every_pair(script: &mut Script) {
    let pairs = "combn(length(groups), 2, simplify = FALSE)";
    script.piece(include_str!("pieces/pairs.R"), &[("pairs", pairs)]);
}

/// The tests that are no rank tests of all groups.
pub(super) fn contrasts(
    script: &mut Script,
    columns: &Columns<'_>,
    (request, codes): (&TestRequest, &EventCodes),
) {
    groups(script, columns.by, None);
    script.line(&format!("z <- qnorm(1 - (1 - {}) / 2)", request.conf_level));
    match request.test {
        Test::MaxCombo => {
            every_pair(script);
            max_combo(script, request.pairwise);
        }
        Test::RestrictedMean { tau } => {
            survival_curve(script, columns);
            pairs_of_means(script, request.pairwise);
            let mean = format!(
                "mean_of <- function(rows) unname(summary(curve_of(rows), rmean = {tau})$table[c(\"rmean\", \"se(rmean)\")])"
            );
            script.line(&mean);
            means(script, ("rmst", tau), (request.pairwise, ""));
            script.line("results <- means_of(mean_of)");
        }
        Test::RestrictedTimeLost { tau } => {
            time_lost(script, VarianceName::Aalen);
            pairs_of_means(script, request.pairwise);
            means(script, ("rmtl", tau), (request.pairwise, ", cause"));
            script.line(&causes(codes));
            script.line(&format!(
                "results <- unlist(lapply(seq_along(causes), function(j) means_of(function(rows) lost(rows, j, {tau}), causes[j])), recursive = FALSE)"
            ));
        }
        Test::FixedTime { time, curve } => fixed_time(script, columns, (request, codes), (time, curve)),
        Test::Weighted(_) | Test::Gray => {}
    }
}

fn causes(codes: &EventCodes) -> String {
    let causes: Vec<String> = codes.causes.iter().map(ToString::to_string).collect();
    format!("causes <- {}", vector(&causes))
}

fn survival_curve(script: &mut Script, columns: &Columns<'_>) {
    let y = if columns.entry.is_some() { "Surv(entry, exit, event)" } else { "Surv(exit, event)" };
    script.line(&format!("y <- {y}"));
    script.line(
        "curve_of <- function(rows) survfit(y[rows] ~ 1, weights = w[rows], robust = FALSE, timefix = FALSE)",
    );
}

/// Each group with the first.
pub(super) fn pairs_with_first(script: &mut Script) {
    let pairs = "lapply(seq_along(groups)[-1], function(j) c(1, j))";
    script.piece(include_str!("pieces/pairs.R"), &[("pairs", pairs)]);
}

/// Contrasts with the first group, or of every pair.
fn pairs_of_means(script: &mut Script, pairwise: Option<Adjustment>) {
    match pairwise {
        Some(_) => every_pair(script),
        None => pairs_with_first(script),
    }
}

fn means(script: &mut Script, (stat, tau): (&str, f64), (pairwise, cause): (Option<Adjustment>, &str)) {
    let tau = tau.to_string();
    let adjusted = pairwise.map_or_else(String::new, |how| {
        let how = adjustment(how);
        format!(
            "  of_pairs$p_adjusted <- p.adjust(of_pairs$difference_p, {how})\n  \
             of_pairs$ratio_p_adjusted <- p.adjust(of_pairs$ratio_p, {how})\n"
        )
    });
    let words = [("tau", tau.as_str()), ("cause", cause), ("stat", stat), ("adjusted", &adjusted)];
    for piece in
        [include_str!("pieces/equal.R"), include_str!("pieces/contrasts.R"), include_str!("pieces/means.R")]
    {
        script.piece(piece, &words);
    }
}

fn fixed_time(
    script: &mut Script,
    columns: &Columns<'_>,
    (request, codes): (&TestRequest, &EventCodes),
    (time, curve): (f64, Curve),
) {
    script.piece(include_str!("pieces/equal.R"), &[]);
    if request.pairwise.is_some() {
        every_pair(script);
    }
    let (cause, free, point) = match curve {
        Curve::Survival => {
            survival_curve(script, columns);
            let point = format!(
                "results <- fixed(function(rows) unlist(summary(curve_of(rows), times = {time}, extend = TRUE)[c(\"surv\", \"std.err\")]))"
            );
            ("", "points[1, ]", point)
        }
        Curve::Incidence => {
            script.line("id <- seq_along(exit)");
            one_cause(script, columns, (VarianceName::Aalen, false));
            script.line(&causes(codes));
            let point = format!(
                "results <- unlist(lapply(seq_along(causes), function(j) fixed(function(rows) one_cause(rows, j, {time})[1, ], causes[j])), recursive = FALSE)"
            );
            (", cause", "1 - points[1, ]", point)
        }
    };
    let pairwise = request.pairwise.map_or_else(String::new, |how| {
        format!(
            "  each <- vapply(pairs, function(pair) equal(x[pair], v[pair]), c(0, 0))
  p <- pchisq(each[1, ], each[2, ], lower.tail = FALSE)
  out <- c(out, list(data.frame(group = \"\"{cause}, term = vapply(pairs, vs, \"\"), time = {time}, chisq = each[1, ],
                                df = each[2, ], p_value = p, p_adjusted = p.adjust(p, {}))))
",
            adjustment(how)
        )
    });
    let time = time.to_string();
    let words = [("free", free), ("cause", cause), ("time", &time), ("pairwise", &pairwise)];
    script.piece(include_str!("pieces/fixed_time.R"), &words);
    script.line(&point);
}

fn max_combo(script: &mut Script, pairwise: Option<Adjustment>) {
    script.piece(include_str!("pieces/max_combo.R"), &[]);
    script.piece(
        "
if (length(groups) == 2) {
  all <- combined(c(1, 2))
  results <- list(data.frame(group = \"\", z = all$largest, p_value = all$p),
                  data.frame(group = \"\", term = c(\"fh:0,0\", \"fh:1,0\", \"fh:0,1\", \"fh:1,1\"), z = all$z,
                             p_value = 2 * pnorm(-abs(all$z))))
}
",
        &[],
    );
    if let Some(how) = pairwise {
        script.piece(
            "
each <- lapply(pairs, combined)
p <- vapply(each, function(one) one$p, 0)
results <- c(results, list(data.frame(group = \"\", term = vapply(pairs, vs, \"\"),
                                      z = vapply(each, function(one) one$largest, 0), p_value = p,
                                      p_adjusted = p.adjust(p, {adjust}))))
",
            &[("adjust", adjustment(how))],
        );
    }
}
