//! Proportions: base R.

use super::script::{Script, column, labels, quoted};
use crate::cli::arguments::share::{MethodName, ProportionArguments};

/// The script of `engraft proportion`.
pub(in crate::cli) fn proportion(arguments: &ProportionArguments) -> Result<String, String> {
    if arguments.against.is_some() {
        return Err("--emit-r does not know --against".to_owned());
    }
    let mut columns = vec![arguments.outcome.clone()];
    columns.extend(arguments.by.iter().chain(&arguments.weight).cloned());
    let mut script = Script::new("Proportion", &[], &arguments.file, &columns);
    let weight = arguments.weight.as_deref().map_or_else(|| "rep(1, nrow(d))".to_owned(), column);
    let outcome = column(&arguments.outcome);
    let success = match &arguments.success {
        Some(level) => quoted(level),
        None => format!("if (is.logical({outcome})) \"true\" else \"1\""),
    };
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
        MethodName::StratifiedWilson => return Err("--emit-r does not know stratified-wilson".to_owned()),
    };
    script.piece(
        "
w <- {weight}
success <- as_text({outcome}) == {success}
group <- {group}
level <- {level}
tail <- (1 - level) / 2
z <- qnorm(1 - tail)
symmetric <- function(p, n) pmin(1, pmax(0, p + c(-1, 1) * z * sqrt(p * (1 - p) / n)))
estimate <- function(rows, group) {
  n <- sum(w[rows])
  x <- sum(w[rows][success[rows]])
  limits <- if (n > 0) {limits} else c(NA, NA)
  list(data.frame(group, n, x, estimate = x / n, conf_low = limits[1], conf_high = limits[2]))
}
",
        &[
            ("weight", &weight),
            ("outcome", &outcome),
            ("success", &if arguments.success.is_some() { success } else { format!("({success})") }),
            ("group", &labels(&arguments.by)),
            ("level", &arguments.output.conf_level.to_string()),
            ("limits", limits),
        ],
    );
    let by = super::script::Columns { by: &arguments.by, ..super::script::Columns::default() };
    script.by_group(&by, arguments.overall);
    Ok(script.finish())
}
