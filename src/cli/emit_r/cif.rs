//! Cumulative incidence: `cmprsk::cuminc`, `survival::survfit`, or from the definition.

use super::km::sorted;
use super::script::{Columns, Script, vector};
use crate::analysis::events::EventCodes;
use crate::cli::arguments::{CifArguments, VarianceName};

/// Aalen's variance with its correction for ties, as `cmprsk::cuminc` has it.
const AALEN: &str = "
    grow <- free * d / n
    ww <- ww + grow * (grow * uu - 2 * wu)
    wu <- wu - grow * uu
    after <- free * (n - all) / n
    inverse <- if (after > 0) 1 / after else 0
    noise <- function(d) free^2 * (if (d > 1) 1 - (d - 1) / (n - 1) else 1) * d / n^2
    ww <- ww + noise(d)
    wu <- wu + inverse * noise(d)
    uu <- uu + inverse^2 * (noise(d) + noise(all - d))
    variance <- ww
";

/// Multinomial at each time, by the delta method, as `etm::etm` has it.
const DELTA: &str = "
    p <- d / n
    q <- (n - all) / n
    variance <- variance + 2 * p * both + p^2 * of_free + free^2 / n * p * (1 - p)
    both <- q * (both + p * of_free) - free^2 / n * p * q
    of_free <- q^2 * of_free + free^2 / n * q * (1 - q)
    after <- free * q
";

/// The groups: estimates at times, by cause.
const ESTIMATE: &str = "
estimate <- function(rows, group) {
  times <- {asked}
  total <- function(of) vapply(times, function(t) sum(w[rows][of & exit[rows] {counted} t]), 0)
  at_risk <- vapply(times, function(t) sum(w[rows][exit[rows] >= t & entry[rows] < t]), 0)
  curves <- lapply(seq_along(causes), function(j) {
    fit <- one_cause(rows, j, times)
    f <- fit[, 1]
    power <- exp(z * fit[, 2] / (f * log(f)))
    data.frame(group, cause = causes[j], time = times, n_risk = at_risk, n_event = total(event[rows] == j),
               estimate = f, std_error = fit[, 2], conf_low = f^(1 / power), conf_high = f^power)
  })
  events <- vapply(seq_along(causes), function(j) sum(w[rows][event[rows] == j]), 0)
  c(curves, list(data.frame(group, cause = causes, events = events), data.frame(group, n = {n})){more})
}
";

/// Under probability weights, with the robust error.
const WEIGHTED: &str = "
state <- factor(event, 0:length(causes), c(\"censored\", causes))
y <- {y}
one_cause <- function(rows, j, times) {
  fit <- survfit(y[rows] ~ 1, weights = w[rows], id = id[rows], timefix = FALSE)
  i <- findInterval(times, fit$time)
  of <- match(causes[j], fit$states)
  cbind(c(0, fit$pstate[, of])[i + 1], c(0, fit$std.err[, of])[i + 1])
}
";

/// By cmprsk.
const CMPRSK: &str = "
one_cause <- function(rows, j, times) {
  if (!any(event[rows] == j)) return(cbind(0 * times, 0))
  fit <- timepoints(cuminc(exit[rows], event[rows])[paste(1, j)], times)
  cbind(c(fit$est), sqrt(c(fit$var)))
}
";

/// The script of `engraft cif`.
pub(in crate::cli) fn cif(arguments: &CifArguments, codes: &EventCodes) -> String {
    let input = &arguments.input;
    let event = input.outcome.event_column();
    let columns = Columns {
        preamble: &arguments.script.preamble,
        id: arguments.id.as_deref(),
        landmark: arguments.landmark.landmark,
        ..Columns::of(input, &arguments.weighting, &event)
    };
    let is_weighted = columns.pweight.is_some();
    let cmprsk = !is_weighted
        && arguments.variance() == VarianceName::Aalen
        && columns.entry.is_none()
        && columns.id.is_none();
    let packages: &[&str] = if cmprsk { &["survival", "cmprsk"] } else { &["survival"] };
    let title = "Cumulative incidence (Aalen-Johansen)";
    let mut script = Script::of_events(title, packages, &input.outcome.file, (&columns, codes));
    let causes: Vec<String> = codes.causes.iter().map(ToString::to_string).collect();
    script.line(&format!("causes <- {}", vector(&causes)));
    if cmprsk && columns.is_weighted() {
        script.expand();
        script.line("w <- rep(1, nrow(d))\nid <- seq_len(nrow(d))");
    }
    script.line(&format!("z <- qnorm(1 - (1 - {}) / 2)", arguments.output.conf_level));
    let asked = if arguments.times.is_empty() {
        "sort(unique(exit[rows][event[rows] > 0 | !inner[rows]]))".to_owned()
    } else {
        sorted(&arguments.times)
    };
    let counted = if arguments.times.is_empty() { "==" } else { "<=" };
    inner_ends(&mut script);
    one_cause(&mut script, &columns, (arguments.variance(), cmprsk));
    let n = if is_weighted { "length(unique(id[rows]))" } else { "sum(w[rows][!duplicated(id[rows])])" };
    let more = extras(&mut script, arguments);
    script.piece(ESTIMATE, &[("asked", &asked), ("counted", counted), ("n", n), ("more", &more)]);
    script.by_group(&columns, arguments.overall);
    script.finish()
}

/// Quantiles and the time lost to each cause: what is appended to the estimates of a group.
fn extras(script: &mut Script, arguments: &CifArguments) -> String {
    let mut more = String::new();
    let level = arguments.output.conf_level.to_string();
    if !arguments.extras.probs.is_empty() {
        script.piece(include_str!("pieces/incidence_quantiles.R"), &[("level", &level)]);
        more.push_str(&format!(
            ",
    unlist(lapply(seq_along(causes), function(j) lapply({}, function(p) {{
      q <- quantiles(rows, j, p)
      data.frame(group, cause = causes[j], term = p, quantile = q[1], quantile_low = q[2], quantile_high = q[3])
    }})), recursive = FALSE)",
            sorted(&arguments.extras.probs)
        ));
    }
    if let Some(tau) = arguments.extras.rmtl {
        time_lost(script, arguments.variance());
        more.push_str(&format!(
            ",
    lapply(seq_along(causes), function(j) {{
      m <- lost(rows, j, {tau})
      data.frame(group, cause = causes[j], time = {tau}, rmtl = m[1], rmtl_se = m[2], rmtl_low = m[1] - z * m[2],
                 rmtl_high = m[1] + z * m[2])
    }})"
        ));
    }
    more
}

/// The function `lost(rows, j, tau)`.
pub(super) fn time_lost(script: &mut Script, variance: VarianceName) {
    let variance = match variance {
        VarianceName::Aalen => {
            script.line("ties <- function(d, n) if (d > 1) 1 - (d - 1) / (n - 1) else 1");
            "(ties(own[k], n[k]) * own[k] * a^2 + ties(other[k], n[k]) * other[k] * b^2)"
        }
        VarianceName::Delta => "(own[k] * a^2 + other[k] * b^2 - (own[k] * a + other[k] * b)^2 / n[k])",
    };
    script.piece(include_str!("pieces/time_lost.R"), &[("variance", variance)]);
}

/// Estimate and standard error of one cause at times.
pub(super) fn one_cause(
    script: &mut Script,
    columns: &Columns<'_>,
    (variance, cmprsk): (VarianceName, bool),
) {
    if columns.pweight.is_some() {
        let y = if columns.entry.is_some() { "Surv(entry, exit, state)" } else { "Surv(exit, state)" };
        script.piece(WEIGHTED, &[("y", y)]);
    } else if cmprsk {
        script.piece(CMPRSK, &[]);
    } else {
        by_hand(script, variance);
    }
}

/// Ends after which another interval of the subject follows are no censorings.
fn inner_ends(script: &mut Script) {
    script.line("inner <- event == 0 & exit < ave(exit, id, FUN = max)");
}

fn by_hand(script: &mut Script, variance: VarianceName) {
    let (start, update) = match variance {
        VarianceName::Aalen => ("ww <- wu <- uu <- 0", AALEN),
        VarianceName::Delta => ("of_free <- both <- 0", DELTA),
    };
    script.piece(
        "
one_cause <- function(rows, j, times) {
  at <- sort(unique(exit[rows][event[rows] > 0]))
  free <- 1
  incidence <- variance <- 0
  {start}
  out <- matrix(0, 1, 2)
  for (t in at) {
    here <- rows[exit[rows] >= t & entry[rows] < t]
    n <- sum(w[here])
    d <- sum(w[here][exit[here] == t & event[here] == j])
    all <- sum(w[here][exit[here] == t & event[here] > 0])
    if (free > 0) {
{update}
      incidence <- incidence + free * d / n
      free <- after
    }
    out <- rbind(out, c(incidence, sqrt(max(variance, 0))))
  }
  out[findInterval(times, at) + 1, , drop = FALSE]
}
",
        &[("start", start), ("update", update.trim_matches('\n'))],
    );
}
