//! State occupation: `survival::survfit` of several states, or `etm::etm`.

use super::km::sorted;
use super::script::{Columns, Script, column, labels, quoted};
use crate::cli::arguments::{OccupationVarianceName, StatesArguments};

/// The script of `engraft states`.
///
/// # Errors
/// A sentence on what R cannot give.
pub(in crate::cli) fn states(arguments: &StatesArguments) -> Result<String, String> {
    let greenwood = arguments.variance == OccupationVarianceName::Greenwood;
    if greenwood && arguments.landmark.is_some() && arguments.landmark_state.is_none() {
        return Err("--emit-r does not know --variance greenwood from a landmark on: etm begins in one state; name it \
                    by --landmark-state"
            .to_owned());
    }
    let mut columns = vec![arguments.id.clone(), arguments.entry.clone(), arguments.time.clone()];
    columns.push(arguments.from.clone());
    columns.extend(arguments.weight.iter().chain(&arguments.by).cloned());
    let (packages, how): (&[&str], _) = match arguments.variance {
        OccupationVarianceName::Jackknife => (&["survival"], include_str!("pieces/states_survfit.R")),
        OccupationVarianceName::Greenwood => (&["survival", "etm"], include_str!("pieces/states_etm.R")),
    };
    let mut script =
        Script::new("State occupation", packages, (&arguments.file, &arguments.script.preamble), &columns);
    let mut id = column(&arguments.id);
    if let Some(weight) = &arguments.weight {
        script.line(&format!("w <- {} # a frequency of 3 is three subjects", column(weight)));
        script.line("d <- d[rep(seq_len(nrow(d)), w), , drop = FALSE]");
        id = format!("paste({id}, unlist(lapply(w, seq_len)))");
    }
    let words = [
        ("entry", quoted(&arguments.entry)),
        ("time", quoted(&arguments.time)),
        ("from", quoted(&arguments.from)),
        ("to", quoted(&arguments.to)),
        ("id", id),
        ("group", labels(&arguments.by)),
        ("level", arguments.output.conf_level.to_string()),
    ];
    script.fill(include_str!("pieces/states.R"), &words);
    if let Some(landmark) = arguments.landmark {
        let of = arguments.landmark_state.as_ref().map_or_else(String::new, |state| {
            format!(" & id %in% id[entry <= landmark & exit > landmark & from == {}]", quoted(state))
        });
        let words = [("landmark", landmark.to_string()), ("of", of)];
        script.fill(include_str!("pieces/states_landmark.R"), &words);
    }
    let from = arguments.landmark.unwrap_or(0.0);
    // survfit counts the expected time from 0 on.
    let less = arguments.landmark.map_or_else(String::new, |landmark| format!(" - {landmark}"));
    script.fill(how, &[("from", from.to_string()), ("less", less)]);
    let every = "sort(unique(exit[rows]))".to_owned();
    let mean = arguments.mean_time.map_or_else(String::new, |tau| {
        format!(
            "  out <- c(out, list(data.frame(group, cause = states, time = {tau}, mean_times(fit, {tau}))))\n"
        )
    });
    let words = [
        ("times", if arguments.times.is_empty() { every } else { sorted(&arguments.times) }),
        ("mean", mean),
    ];
    script.fill(include_str!("pieces/states_estimate.R"), &words);
    script.by_group(&Columns { by: &arguments.by, ..Columns::default() }, arguments.overall);
    Ok(script.finish())
}
