//! Cox regression: `survival::coxph`, `cox.zph`, what they predict, and Firth's penalty.

use super::model::{changes, terms};
use super::script::{Columns, Script, column, labels, numbers, quoted};
use crate::analysis::events::EventCodes;
use crate::cli::arguments::CoxArguments;
use crate::estimate::cox::Ties;

/// The coefficients of a model `b`, of the terms `names`, with standard errors `se`, and their intervals.
pub(super) const TERMS: &str = "
z <- qnorm(1 - (1 - {level}) / 2)
terms <- data.frame({cause}group = \"\", term = names, coef = b, std_error = se, hr = exp(b),
                    conf_low = exp(b - z * se), conf_high = exp(b + z * se), z = b / se,
                    p_value = 2 * pnorm(-abs(b / se)))
";

/// The tests of the model, and those of proportional hazards.
pub(super) const MODEL: &str = "
tests <- c(lrt = 2 * diff(fit$loglik), wald = fit$wald.test[[1]], score = fit$score[[1]])
p <- pchisq(tests, length(b), lower.tail = FALSE)
model <- data.frame({cause}group = \"\", n = length(unique(id)), events = sum(fit$y[, \"status\"]), loglik_null = fit$loglik[1],
                    loglik = fit$loglik[2], lrt = tests[[1]], lrt_p = p[[1]], wald = tests[[2]], wald_p = p[[2]],
                    score = tests[[3]], score_p = p[[3]], concordance = fit$concordance[[\"concordance\"]])
zph <- cox.zph(fit, terms = FALSE, transform = \"km\")$table
zph <- data.frame({cause}group = \"\", term = c(names, \"GLOBAL\")[seq_len(nrow(zph))], zph_chisq = zph[, \"chisq\"],
                  zph_df = zph[, \"df\"], zph_p = zph[, \"p\"])
if (nrow(zph) == 1) zph <- rbind(zph, transform(zph, term = \"GLOBAL\"))
results <- c({before}list(terms, model, zph))
";

/// The script of `engraft cox`.
pub(in crate::cli) fn cox(arguments: &CoxArguments, codes: &EventCodes) -> String {
    let event = arguments.outcome.event_column();
    let columns = Columns {
        preamble: &arguments.script.preamble,
        time: &arguments.outcome.time,
        event: &event,
        entry: arguments.entry.as_deref(),
        weight: arguments.weight.as_deref(),
        pweight: arguments.weighting.pweight.as_deref(),
        id: arguments.id.as_deref(),
        cluster: arguments.cluster.as_deref(),
        strata: &arguments.strata,
        covariates: &arguments.covariates,
        landmark: arguments.landmark.landmark,
        changing: &arguments.model.time_dependent,
        ..Columns::default()
    };
    let mut script =
        Script::of_events("Cox regression", &["survival"], &arguments.outcome.file, (&columns, codes));
    let mut formula = terms(&mut script, &columns);
    script.line(&format!("stratum <- {}", labels(&arguments.strata)));
    if !arguments.strata.is_empty() {
        formula.push_str(" + strata(.stratum)");
    }
    let cluster = columns.cluster.map(|name| format!(", .cluster = {}", column(name))).unwrap_or_default();
    script.line(&format!(
        "m <- cbind(m, .entry = entry, .exit = exit, .event = event, .w = w, .id = id, .stratum = stratum{cluster})"
    ));
    changes(&mut script, &columns);
    script.piece(include_str!("pieces/term_names.R"), &[]);
    let delayed = columns.entry.is_some() || !columns.changing.is_empty();
    let y = if delayed { "Surv(.entry, .exit, .event)" } else { "Surv(.exit, .event)" };
    let formula = format!("{y} ~ {formula}");
    let ties = match arguments.ties.map_or_else(|| arguments.output.convention().ties(), Into::into) {
        Ties::Efron => quoted("efron"),
        Ties::Breslow => quoted("breslow"),
    };
    let level = arguments.output.conf_level.to_string();
    script.line("control <- coxph.control(eps = 1e-12, toler.chol = 1e-13, iter.max = 50)");
    if arguments.model.firth {
        let strata = if arguments.strata.is_empty() { "" } else { " + strata(m$.stratum)" };
        script.line(&format!(
            "plain <- suppressWarnings(coxph({formula}, data = m, weights = .w, ties = {ties}, control = control))"
        ));
        script
            .piece(include_str!("pieces/firth.R"), &[("ties", &ties), ("level", &level), ("strata", strata)]);
        let options = options(&columns, &ties).join(", ");
        script.piece(AT_PENALISED, &[("formula", &formula), ("options", &options)]);
        profiles(&mut script, arguments);
    } else {
        let options = options(&columns, &ties).join(", ");
        let words = [("formula", formula.as_str()), ("options", &options)];
        script.piece(FIT, &words);
        script.piece(TERMS, &[("level", &level), ("cause", "")]);
        script.piece(MODEL, &[("cause", ""), ("before", "")]);
        profiles(&mut script, arguments);
        adjusted(&mut script, arguments, (&formula, &ties));
    }
    script.line("print(results)");
    script.finish()
}

/// The fit, its coefficients and their errors.
pub(super) const FIT: &str = "
fit <- coxph({formula}, data = m, {options}, control = control)
names <- term_names(names(coef(fit)))
b <- unname(coef(fit))
se <- sqrt(diag(vcov(fit)))
";

/// The model at the penalised coefficients: its errors, and what it predicts, are those of the information there.
const AT_PENALISED: &str = "
fit <- suppressWarnings(coxph({formula}, data = m, {options}, init = b / unit,
                              control = coxph.control(iter.max = 0, toler.chol = 1e-13)))
results[[1]]$std_error <- sqrt(diag(vcov(fit)))
results[[1]]$z <- results[[1]]$coef / results[[1]]$std_error
";

/// The arguments of `coxph` besides formula, data and control.
fn options(columns: &Columns<'_>, ties: &str) -> Vec<String> {
    let mut options = vec!["weights = .w".to_owned(), format!("ties = {ties}")];
    match (columns.cluster, columns.id) {
        (Some(_), _) => options.push("cluster = .cluster".to_owned()),
        (None, None) if columns.pweight.is_none() => {}
        (None, _) if columns.changing.is_empty() => options.push("id = .id".to_owned()),
        (None, _) => options.push("cluster = .id".to_owned()),
    }
    if columns.pweight.is_some() {
        options.push("robust = TRUE".to_owned());
    }
    options
}

/// The times of predictions, or where there are none, all event times.
fn times(times: &[f64], every: &str) -> String {
    if times.is_empty() { every.to_owned() } else { numbers(times) }
}

fn profiles(script: &mut Script, arguments: &CoxArguments) {
    let model = &arguments.model;
    if model.at.is_empty() {
        return;
    }
    let words = [
        ("level", arguments.output.conf_level.to_string()),
        ("times", times(&model.times, "curve$time[curve$n.event > 0]")),
    ];
    script.fill(include_str!("pieces/profile.R"), &words);
    for profile in &model.at {
        let is_stratum = |name: &str| arguments.strata.iter().any(|stratum| stratum == name);
        let pair = |(name, value): &(String, String)| format!("{} = {}", quoted(name), quoted(value));
        let values: Vec<String> =
            profile.values.iter().filter(|(name, _)| !is_stratum(name)).map(pair).collect();
        let within: Vec<String> = profile
            .values
            .iter()
            .filter(|(name, _)| is_stratum(name))
            .map(|(name, value)| format!("as_text({}) == {}", column(name), quoted(value)))
            .collect();
        let within = if within.is_empty() { String::new() } else { format!(", {}", within.join(" & ")) };
        let text = quoted(&profile.text);
        script
            .line(&format!("results <- c(results, list(profile({text}, c({}){within})))", values.join(", ")));
    }
}

fn adjusted(script: &mut Script, arguments: &CoxArguments, (formula, ties): (&str, &str)) {
    let Some(name) = &arguments.model.adjusted else { return };
    let clusters = match (&arguments.cluster, &arguments.id) {
        (Some(_), _) => "m$.cluster",
        (None, Some(_)) => "m$.id",
        (None, None) => "seq_len(nrow(m))",
    };
    let words = [
        ("column", quoted(name)),
        ("times", times(&arguments.model.times, "sort(unique(m$.exit[m$.event == 1]))")),
        ("formula", formula.to_owned()),
        ("ties", ties.to_owned()),
        ("clusters", clusters.to_owned()),
    ];
    script.fill(include_str!("pieces/adjusted.R"), &words);
}
