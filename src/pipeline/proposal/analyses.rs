//! What can be asked of the delivered tables: population, strata, endpoints, analyses.

use super::toml_text::{list, quoted};
use crate::cohort::tables_needed;
use crate::study::file::AppliesTo;
use crate::study::{Endpoint, EndpointKind, built_in_endpoints};

/// What the delivered tables hold that decides what can be asked.
pub(super) struct Holdings {
    /// Names of the canonical tables.
    pub(super) tables: Vec<&'static str>,
    /// Canonical columns of patients and transplants that are filled, with the number of their levels.
    pub(super) columns: Vec<(&'static str, usize)>,
    /// Whether any transplant is allogeneic.
    pub(super) allogeneic: bool,
    /// Further `[[endpoint]]` blocks, and their names.
    pub(super) own: Vec<(String, String)>,
}

/// Stratum, its column, its line in the study.
const STRATA: [(&str, &str, &str); 4] = [
    ("type", "type", "type = { column = \"type\", label = \"Transplant\" }"),
    ("disorder", "disorder", "disorder = { column = \"disorder\", label = \"Disorder\" }"),
    (
        "conditioning",
        "cond_intensity",
        "conditioning = { column = \"cond_intensity\", label = \"Conditioning\" }",
    ),
    ("age", "age_years", "age = { column = \"age_years\", label = \"Age\", breaks = [18, 40, 60] }"),
];

/// Columns of the table of baseline characteristics, where they are filled.
const BASELINE: [&str; 10] = [
    "age_years",
    "sex",
    "disorder",
    "cond_intensity",
    "source",
    "donor",
    "n_prior_lines",
    "splenectomy",
    "hct_ci",
    "kps",
];

/// Everything after `[inputs]`.
pub(super) fn sections(holdings: &Holdings) -> String {
    let levels = |column: &str| {
        holdings.columns.iter().find(|(name, _)| *name == column).map_or(0, |(_, levels)| *levels)
    };
    let strata: Vec<&(&str, &str, &str)> =
        STRATA.iter().filter(|(_, column, _)| levels(column) > 1).collect();
    let mut text = String::new();
    if levels("age_years") > 0 {
        text.push_str(
            "[population]                       # every line is a box of the flow chart, with its count\n",
        );
        text.push_str("\"Age known\" = \"age_years is not null\"\n\n");
    }
    if !strata.is_empty() {
        text.push_str("[strata]\n");
        for (_, _, line) in &strata {
            text.push_str(&format!("{line}\n"));
        }
        text.push('\n');
    }
    if holdings.tables.contains(&"labs") {
        text.push_str("[response]\n# bleeding = \"none\"                # write this if no bleeding event means no bleeding\n\n");
    }
    let baseline: Vec<&str> = BASELINE.into_iter().filter(|column| levels(column) > 0).collect();
    if !baseline.is_empty() {
        let by = strata.first().map(|(name, _, _)| format!("by = {}\n", quoted(name))).unwrap_or_default();
        text.push_str(&format!("[baseline]\n{by}columns = {}\n\n", list(baseline)));
    }
    let every = built_in_endpoints();
    let built_in: Vec<&Endpoint> = every.iter().filter(|endpoint| can_be_asked(endpoint, holdings)).collect();
    for endpoint in &built_in {
        text.push_str(&format!("[[endpoint]]\nname = {}\n", quoted(&endpoint.name)));
    }
    for (_, block) in &holdings.own {
        text.push_str(block);
    }
    let by = strata.first().map(|(name, _, _)| *name);
    text.push_str(&analyses(&built_in, holdings, by));
    text
}

/// Whether the tables that an endpoint reads are there, and the transplants that it exists for.
fn can_be_asked(endpoint: &Endpoint, holdings: &Holdings) -> bool {
    let tables = tables_needed(endpoint).iter().all(|table| holdings.tables.contains(table));
    tables && (holdings.allogeneic || endpoint.applies_to != AppliesTo::Allogeneic)
}

fn analyses(built_in: &[&Endpoint], holdings: &Holdings, by: Option<&str>) -> String {
    let by = by.map(|by| format!("by = [{}]\n", quoted(by))).unwrap_or_default();
    let mut text = String::new();
    let mut block = |names: &[&str], times: &[&str], horizon: &str, test: &str| {
        if names.is_empty() {
            return;
        }
        let test = if by.is_empty() { String::new() } else { format!("test = \"{test}\"\n") };
        text.push_str(&format!(
            "\n[[analysis]]\nendpoint = {}\n{by}times = {}\nhorizon = \"{horizon}\"\n{test}",
            list(names.iter().copied()),
            list(times.iter().copied())
        ));
    };
    let named = |kind: EndpointKind, period: Period| -> Vec<&str> {
        let here = |endpoint: &&&Endpoint| endpoint.kind == kind && Period::of(&endpoint.name) == period;
        built_in.iter().filter(here).map(|endpoint| endpoint.name.as_str()).collect()
    };
    let survival = named(EndpointKind::Survival, Period::Years);
    block(&survival, &["d100", "1y", "2y", "5y"], "5y", "logrank");
    block(&named(EndpointKind::Competing, Period::Years), &["1y", "2y", "5y"], "5y", "gray");
    block(&named(EndpointKind::Competing, Period::Year), &["d100", "1y"], "1y", "gray");
    block(&named(EndpointKind::Competing, Period::Weeks), &["d28", "d100"], "d100", "gray");
    let own: Vec<&str> = holdings.own.iter().map(|(name, _)| name.as_str()).collect();
    if !own.is_empty() {
        text.push_str(&format!("\n[[analysis]]\nendpoint = {}\n{by}times = [\"1y\"]\n", list(own)));
    }
    if built_in.iter().any(|endpoint| endpoint.kind == EndpointKind::Proportion) {
        text.push_str(&format!("\n[[analysis]]\nendpoint = \"best_response\"\n{by}"));
    }
    text
}

/// How long after transplant an endpoint is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Period {
    Weeks,
    Year,
    Years,
}

impl Period {
    fn of(endpoint: &str) -> Self {
        match endpoint {
            "anc_recovery" | "plt_recovery" | "primary_graft_failure" | "agvhd_2_4" | "agvhd_3_4" => {
                Self::Weeks
            }
            "response" | "complete_response" | "secondary_graft_failure" | "cmv" | "ebv" | "sos" => {
                Self::Year
            }
            name if name.starts_with("infection") => Self::Year,
            _ => Self::Years,
        }
    }
}
