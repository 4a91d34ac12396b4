//! Proportions, and how groups differ in them: base R.

use super::contrasts;
use super::script::{Script, column, labels, quoted};
use crate::cli::arguments::share::{
    AssociationArguments, DifferenceName, MethodName, ProportionArguments, RatioName,
};

/// The script of `engraft proportion`.
pub(in crate::cli) fn proportion(arguments: &ProportionArguments) -> String {
    let mut columns = vec![arguments.outcome.clone()];
    columns.extend(arguments.by.iter().chain(&arguments.weight).chain(&arguments.strata).cloned());
    let mut script = Script::new("Proportion", &[], (&arguments.file, &arguments.script.preamble), &columns);
    outcome(&mut script, (&arguments.outcome, arguments.success.as_deref()), arguments.weight.as_deref());
    let stratified = arguments.method == MethodName::StratifiedWilson;
    let limits = match arguments.method {
        MethodName::Wilson => {
            "suppressWarnings(prop.test(x, n, conf.level = level, correct = FALSE))$conf.int"
        }
        MethodName::ClopperPearson => "binom.test(x, n, conf.level = level)$conf.int",
        MethodName::Jeffreys => {
            "c(if (x == 0) 0 else qbeta(tail, x + 0.5, n - x + 0.5),\n    \
             if (x == n) 1 else qbeta(1 - tail, x + 0.5, n - x + 0.5))"
        }
        MethodName::AgrestiCoull => "symmetric((x + z^2 / 2) / (n + z^2), n + z^2)",
        MethodName::Wald => "symmetric(x / n, n)",
        MethodName::StratifiedWilson => "of_strata[1:2]",
    };
    if stratified {
        script.line(&format!("stratum <- {}", labels(&arguments.strata)));
    }
    script.piece(
        "
group <- {group}
level <- {level}
tail <- (1 - level) / 2
z <- qnorm(1 - tail)
",
        &[("group", &labels(&arguments.by)), ("level", &arguments.output.conf_level.to_string())],
    );
    let (mut before, mut more) = (String::new(), String::new());
    if stratified {
        script.piece(include_str!("pieces/stratified_wilson.R"), &[]);
        before.push_str(
            "  of <- function(v) as.vector(tapply(v[rows], stratum[rows], sum))
  of_strata <- stratified_wilson(of(w * success), of(w))
",
        );
        more.push_str(", estimate_weighted = of_strata[3]");
    } else {
        script.line("symmetric <- function(p, n) pmin(1, pmax(0, p + c(-1, 1) * z * sqrt(p * (1 - p) / n)))");
    }
    if let Some(null) = arguments.against {
        more.push_str(&format!(", null = {null}, p_value = binom.test(x, n, {null})$p.value"));
    }
    script.piece(
        "
estimate <- function(rows, group) {
  n <- sum(w[rows])
  x <- sum(w[rows][success[rows]])
{before}  limits <- if (n > 0) {limits} else c(NA, NA)
  list(data.frame(group, n, x, estimate = x / n, conf_low = limits[1], conf_high = limits[2]{more}))
}
",
        &[("before", &before), ("limits", limits), ("more", &more)],
    );
    let by = super::script::Columns { by: &arguments.by, ..super::script::Columns::default() };
    script.by_group(&by, arguments.overall);
    script.finish()
}

/// The weight of each row, and whether it has the outcome.
fn outcome(script: &mut Script, (name, success): (&str, Option<&str>), weight: Option<&str>) {
    let outcome = column(name);
    let success = match success {
        Some(level) => quoted(level),
        None => format!("(if (is.logical({outcome})) \"true\" else \"1\")"),
    };
    script.line(&format!("w <- {}", weight.map_or_else(|| "rep(1, nrow(d))".to_owned(), column)));
    script.line(&format!("success <- as_text({outcome}) == {success}"));
}

/// The script of `engraft association`.
pub(in crate::cli) fn association(arguments: &AssociationArguments) -> String {
    let mut columns = vec![arguments.outcome.clone()];
    columns.extend(arguments.by.iter().chain(&arguments.weight).chain(&arguments.strata).cloned());
    let mut script = Script::new("Association", &[], (&arguments.file, &arguments.script.preamble), &columns);
    if let Some(weight) = &arguments.weight {
        script.line(&format!("d <- d[{} > 0, , drop = FALSE]", column(weight)));
    }
    outcome(&mut script, (&arguments.outcome, arguments.success.as_deref()), arguments.weight.as_deref());
    script.line(&format!("group <- {}", labels(&arguments.by)));
    contrasts::groups(&mut script, &arguments.by, None);
    contrasts::pairs_with_first(&mut script);
    script.fill(include_str!("pieces/association.R"), &[("level", arguments.output.conf_level.to_string())]);
    script.piece(
        match arguments.difference {
            DifferenceName::Newcombe => include_str!("pieces/newcombe.R"),
            DifferenceName::MiettinenNurminen => include_str!("pieces/difference_score.R"),
            DifferenceName::Wald => include_str!("pieces/difference_wald.R"),
        },
        &[],
    );
    script.piece(
        match arguments.ratio {
            RatioName::Wald => include_str!("pieces/ratio_wald.R"),
            RatioName::MiettinenNurminen => include_str!("pieces/ratio_score.R"),
        },
        &[],
    );
    let correct = if arguments.continuity_correction { "TRUE" } else { "FALSE" };
    script.piece(include_str!("pieces/association_tests.R"), &[("correct", correct)]);
    if !arguments.strata.is_empty() {
        script.line(&format!("stratum <- {}", labels(&arguments.strata)));
        script.piece(include_str!("pieces/association_strata.R"), &[("correct", correct)]);
    }
    script.line("print(results)");
    script.finish()
}
