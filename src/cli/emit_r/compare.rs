//! Tests of groups: `survdiff`, `coxph`, `cmprsk::cuminc`, or from the definition.

use super::contrasts;
use super::script::{Columns, Script, labels, quoted, vector};
use crate::analysis::events::EventCodes;
use crate::analysis::test::{Test, TestRequest};
use crate::cli::arguments::CompareArguments;
use crate::estimate::Weight;
use crate::study::Trend;

/// The script of `engraft compare`.
pub(in crate::cli) fn compare(
    arguments: &CompareArguments,
    (request, codes): (&TestRequest, &EventCodes),
) -> String {
    let input = &arguments.input;
    let event = input.outcome.event_column();
    let columns = Columns {
        preamble: &arguments.script.preamble,
        strata: &arguments.strata,
        landmark: arguments.landmark.landmark,
        ..Columns::of(input, &arguments.weighting, &event)
    };
    let packages: &[&str] = if codes.causes.len() > 1 || request.test == Test::Gray {
        &["survival", "cmprsk"]
    } else {
        &["survival"]
    };
    let mut script =
        Script::of_events("Test between groups", packages, &input.outcome.file, (&columns, codes));
    script.line(&format!("stratum <- {}", labels(&arguments.strata)));
    let more = request.pairwise.is_some() || request.trend == Trend::Tested;
    match request.test {
        Test::Gray => gray(&mut script, &columns, (codes, request)),
        Test::Weighted(_) if columns.pweight.is_some() => robust(&mut script, &columns),
        Test::Weighted(weight) => match (survdiff_rho(weight), columns.entry) {
            (Some(rho), None) if !more => survdiff(&mut script, &columns, rho),
            _ => family(&mut script, &input.by, (weight, request)),
        },
        _ => contrasts::contrasts(&mut script, &columns, (request, codes)),
    }
    script.line("print(results)");
    script.finish()
}

/// The `rho` of `survdiff` that gives this test.
fn survdiff_rho(weight: Weight) -> Option<f64> {
    match weight {
        Weight::LogRank => Some(0.0),
        Weight::FlemingHarrington { rho, gamma: 0.0 } => Some(rho),
        _ => None,
    }
}

fn gray(script: &mut Script, columns: &Columns<'_>, (codes, request): (&EventCodes, &TestRequest)) {
    if columns.is_weighted() {
        script.line("stratum <- rep(stratum, w)");
        script.expand();
    }
    let causes: Vec<String> = codes.causes.iter().map(ToString::to_string).collect();
    let trend = request.trend == Trend::Tested;
    let analysis = if trend { "analysis = \"gray\", " } else { "" };
    script.piece(
        "
causes <- {causes}
gray <- function(rows) {
  test <- cuminc(exit[rows], event[rows], group[rows], strata = stratum[rows])$Tests
  test <- test[match(seq_along(causes), rownames(test)), , drop = FALSE]
  data.frame({analysis}group = \"\", cause = causes, chisq = test[, \"stat\"], df = test[, \"df\"], p_value = test[, \"pv\"])
}
results <- list(gray(seq_along(exit)))
",
        &[("causes", &vector(&causes)), ("analysis", analysis)],
    );
    if trend || request.pairwise.is_some() {
        contrasts::groups(script, columns.by, request.pairwise);
    }
    if trend {
        script.piece(include_str!("pieces/gray_trend.R"), &[]);
    }
    let Some(adjustment) = request.pairwise else { return };
    script.piece(
        "
each <- do.call(rbind, lapply(pairs, function(pair) {
  cbind(gray(which(level %in% groups[pair])), term = vs(pair))
}))
each$p_adjusted <- ave(each$p_value, each$cause, FUN = function(p) p.adjust(p, {adjust}))
results <- c(results, list(each))
",
        &[("adjust", contrasts::adjustment(adjustment))],
    );
}

fn robust(script: &mut Script, columns: &Columns<'_>) {
    let y = if columns.entry.is_some() { "Surv(entry, exit, event)" } else { "Surv(exit, event)" };
    script.piece(
        "
# the robust score test of proportional hazards
fit <- coxph({y} ~ factor(group) + strata(stratum), weights = w, robust = TRUE, cluster = id, ties = \"breslow\")
df <- length(unique(group)) - 1
results <- list(data.frame(group = \"\", chisq = fit$rscore, df, p_value = pchisq(fit$rscore, df, lower.tail = FALSE)))
",
        &[("y", y)],
    );
}

fn survdiff(script: &mut Script, columns: &Columns<'_>, rho: f64) {
    if columns.weight.is_some() {
        script.line("stratum <- rep(stratum, w)");
        script.expand();
    }
    script.piece(
        "
fit <- survdiff(Surv(exit, event) ~ group + strata(stratum), rho = {rho})
df <- sum(rowSums(as.matrix(fit$exp)) > 0) - 1
results <- list(
  data.frame(group = \"\", chisq = fit$chisq, df, p_value = pchisq(fit$chisq, df, lower.tail = FALSE)),
  data.frame(group = sort(unique(group)), observed = rowSums(as.matrix(fit$obs)),
             expected = rowSums(as.matrix(fit$exp))))
",
        &[("rho", &rho.to_string())],
    );
}

/// From the definition, with the trend and the pairs that are asked for.
fn family(script: &mut Script, by: &[String], (weight, request): (Weight, &TestRequest)) {
    let k_t = match weight {
        Weight::LogRank => "1".to_owned(),
        Weight::Gehan => "n".to_owned(),
        Weight::TaroneWare => "sqrt(n)".to_owned(),
        Weight::Peto => "peto # after this time".to_owned(),
        Weight::FlemingHarrington { rho, gamma } => format!("free^{rho} * (1 - free)^{gamma}"),
    };
    let trend = request.trend == Trend::Tested;
    let analysis = if trend { format!("analysis = {}, ", quoted(request.name())) } else { String::new() };
    contrasts::groups(script, by, request.pairwise);
    script.piece(include_str!("pieces/family.R"), &[("weight", &k_t)]);
    script.piece(
        "
u <- scores(seq_along(exit))
all <- test(seq_along(exit))
results <- list(data.frame({analysis}group = \"\", chisq = all[1], df = all[2],
                           p_value = pchisq(all[1], all[2], lower.tail = FALSE)),
                data.frame({analysis}group = group[match(groups, level)], observed = u$observed, expected = u$expected))
",
        &[("analysis", &analysis)],
    );
    if trend {
        script.piece(include_str!("pieces/trend.R"), &[("name", request.name())]);
    }
    if let Some(adjustment) = request.pairwise {
        let words = [("analysis", analysis.as_str()), ("adjust", contrasts::adjustment(adjustment))];
        script.piece(include_str!("pieces/pairwise.R"), &words);
    }
}
