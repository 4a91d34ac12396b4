//! What may stand on the command line.

mod analyze;
mod contrasts;
mod convention;
mod curve;
pub mod design;
mod explain;
mod export;
mod landmark;
mod models;
mod names;
mod outcome;
mod rate;
mod recurrent;
mod script;
pub mod share;
mod states;
mod study;
mod weighting;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

pub use analyze::AnalyzeArguments;
pub use contrasts::ContrastArguments;
pub use convention::{ConventionArguments, ConventionName};
pub use curve::{BandName, IncidenceExtraArguments, SurvivalExtraArguments};
pub use explain::{ExplainArguments, ExplainFormat};
pub use export::ExportArguments;
pub use landmark::LandmarkArguments;
pub use models::{CoxModelArguments, FineGrayModelArguments};
pub use names::{ConfTypeName, TiesName, VarianceName};
pub use outcome::{EventArguments, OutcomeArguments, RowsArguments};
pub use rate::RateArguments;
pub use recurrent::RecurrentArguments;
pub use script::ScriptArguments;
pub use states::{OccupationVarianceName, StatesArguments};
pub use study::{InitArguments, SchemaArguments, StudyArguments, SynthArguments};
pub use weighting::WeightingArguments;

use crate::domain::Convention;
use crate::study::ModelTerm;

/// Outcomes of stem cell transplantation in autoimmune blood disorders.
#[derive(Debug, Parser)]
#[command(name = "engraft", version, about, propagate_version = true, max_term_width = 80)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Everything that a study asks for, only what has changed: the nightly job
    Run(StudyArguments),
    /// Make a study directory with a commented study.toml
    Init(InitArguments),
    /// Check configuration and inputs, print every problem, write nothing
    Check(StudyArguments),
    /// New input files -> canonical Parquet tables
    Ingest(StudyArguments),
    /// Tables -> results (ARD)
    Analyze(AnalyzeArguments),
    /// The analysis data set as ADTTE, for SAS and other programs: adtte.xpt, adtte.json
    Export(ExportArguments),
    /// Results (ARD) -> charts, tables, report
    Report(StudyArguments),
    /// Re-hash everything that the manifests name
    Verify(StudyArguments),
    /// Why a subject has this response and these endpoints: values, rule, clause (internal)
    Explain(ExplainArguments),
    /// Write a realistic synthetic cohort, all canonical tables
    Synth(SynthArguments),
    /// The canonical tables, or the JSON Schema of study.toml
    Schema(SchemaArguments),
    /// Kaplan-Meier of any file
    Km(KmArguments),
    /// Cumulative incidence with competing risks of any file
    Cif(CifArguments),
    /// Test between groups of any file
    Compare(CompareArguments),
    /// Cox regression of any file
    Cox(CoxArguments),
    /// Fine-Gray regression of a cause among competing ones, of any file
    Finegray(FineGrayArguments),
    /// Incidence rate, events over time at risk, of any file
    Rate(RateArguments),
    /// Mean cumulative count of recurrent events, with a terminal event, of any file
    Recurrent(RecurrentArguments),
    /// State occupation of a multi-state process, of any file
    States(StatesArguments),
    /// Proportion with interval of any file
    Proportion(share::ProportionArguments),
    /// How groups differ in an outcome: differences, ratios and tests, of any file
    Association(share::AssociationArguments),
    /// Size and power of a study to come, and the events to expect
    Design(design::DesignArguments),
}

/// How results are shown.
#[derive(Debug, Args)]
pub struct OutputArguments {
    /// Level of the intervals
    #[arg(long, default_value_t = 0.95, value_name = "LEVEL", value_parser = level)]
    pub conf_level: f64,
    /// Form of the results on standard output
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
    /// Conventions.
    #[command(flatten)]
    pub profile: ConventionArguments,
}

impl OutputArguments {
    /// The conventions.
    pub fn convention(&self) -> Convention {
        self.profile.convention.into()
    }
}

/// Form of results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    Table,
    /// ARD rows, comma-separated
    Csv,
    /// ARD rows, a JSON array of flat objects
    Json,
}

/// Kaplan-Meier.
#[derive(Debug, Args)]
pub struct KmArguments {
    /// Time and event.
    #[command(flatten)]
    pub input: EventArguments,
    /// Weights that are no counts.
    #[command(flatten)]
    pub weighting: WeightingArguments,
    /// Column of the subject, where one has several rows
    #[arg(long, value_name = "COL")]
    pub id: Option<String>,
    /// Estimate everybody together as well
    #[arg(long)]
    pub overall: bool,
    /// Times to show; without, every distinct time
    #[arg(long, value_name = "T,..", value_delimiter = ',', value_parser = time)]
    pub times: Vec<f64>,
    /// Type of the interval; without, that of the convention (log-log)
    #[arg(long, value_enum)]
    pub conf_type: Option<ConfTypeName>,
    /// Quantiles of the time, besides the median
    #[arg(long, value_name = "P,..", value_delimiter = ',', value_parser = level)]
    pub probs: Vec<f64>,
    /// Restricted mean to this time
    #[arg(long, value_name = "TAU", value_parser = time)]
    pub rmst: Option<f64>,
    /// What is asked besides the values of the curve.
    #[command(flatten)]
    pub extras: SurvivalExtraArguments,
    /// Draw the curves into this file (.svg, .png or .pdf)
    #[arg(long, value_name = "FILE")]
    pub plot: Option<PathBuf>,
    /// From when on is analysed.
    #[command(flatten)]
    pub landmark: LandmarkArguments,
    /// How results are shown.
    #[command(flatten)]
    pub output: OutputArguments,
    /// What is printed.
    #[command(flatten)]
    pub script: ScriptArguments,
}

/// Cumulative incidence.
#[derive(Debug, Args)]
pub struct CifArguments {
    /// Time and event.
    #[command(flatten)]
    pub input: EventArguments,
    /// Weights that are no counts.
    #[command(flatten)]
    pub weighting: WeightingArguments,
    /// Codes of the causes, named if wished: `1,2` or `1=relapse,2=nrm`
    #[arg(long, value_name = "CODE[=NAME],..", value_delimiter = ',', required = true)]
    pub causes: Vec<String>,
    /// Column of the subject, where one has several rows
    #[arg(long, value_name = "COL")]
    pub id: Option<String>,
    /// Estimate everybody together as well
    #[arg(long)]
    pub overall: bool,
    /// Times to show; without, every distinct time
    #[arg(long, value_name = "T,..", value_delimiter = ',', value_parser = time)]
    pub times: Vec<f64>,
    /// Variance formula; without, aalen
    #[arg(long, value_enum)]
    pub variance: Option<VarianceName>,
    /// What is asked besides the values of the curves.
    #[command(flatten)]
    pub extras: IncidenceExtraArguments,
    /// Draw the curves into this file (.svg, .png or .pdf)
    #[arg(long, value_name = "FILE")]
    pub plot: Option<PathBuf>,
    /// From when on is analysed.
    #[command(flatten)]
    pub landmark: LandmarkArguments,
    /// How results are shown.
    #[command(flatten)]
    pub output: OutputArguments,
    /// What is printed.
    #[command(flatten)]
    pub script: ScriptArguments,
}

impl CifArguments {
    /// The variance formula.
    pub fn variance(&self) -> VarianceName {
        self.variance.unwrap_or(VarianceName::Aalen)
    }
}

/// A test between groups.
#[derive(Debug, Args)]
pub struct CompareArguments {
    /// Time and event.
    #[command(flatten)]
    pub input: EventArguments,
    /// Weights that are no counts.
    #[command(flatten)]
    pub weighting: WeightingArguments,
    /// Columns that stratify the test
    #[arg(long, value_name = "COL,..", value_delimiter = ',')]
    pub strata: Vec<String>,
    /// Codes of the causes, for gray, rmtl and fixed-time: `1,2` or `1=relapse,2=nrm`
    #[arg(long, value_name = "CODE[=NAME],..", value_delimiter = ',')]
    pub causes: Vec<String>,
    /// From when on is analysed.
    #[command(flatten)]
    pub landmark: LandmarkArguments,
    /// Which test, of which contrasts.
    #[command(flatten)]
    pub contrasts: ContrastArguments,
    /// How results are shown.
    #[command(flatten)]
    pub output: OutputArguments,
    /// What is printed.
    #[command(flatten)]
    pub script: ScriptArguments,
}

/// Cox regression.
#[derive(Debug, Args)]
pub struct CoxArguments {
    /// Time and event.
    #[command(flatten)]
    pub outcome: OutcomeArguments,
    /// Terms: text is categorical, a number linear, `=LEVEL` makes it categorical with that reference;
    /// `age*sex`, `age:sex`, `ns(age;3)` are interactions and natural cubic splines
    #[arg(long, value_name = "TERM,..", value_delimiter = ',', required = true, value_parser = ModelTerm::parse)]
    pub covariates: Vec<ModelTerm>,
    /// Column of the time of entry (delayed entry); intervals are (entry, time]
    #[arg(long, value_name = "COL")]
    pub entry: Option<String>,
    /// Column of the subject, where one has several rows
    #[arg(long, value_name = "COL")]
    pub id: Option<String>,
    /// Columns that stratify: each crossing has its own baseline hazard
    #[arg(long, value_name = "COL,..", value_delimiter = ',')]
    pub strata: Vec<String>,
    /// Column of the case weight of a row, a number of 0 or more
    #[arg(long, value_name = "COL")]
    pub weight: Option<String>,
    /// Weights that are no counts.
    #[command(flatten)]
    pub weighting: WeightingArguments,
    /// How events at the same time are treated; without, as the convention does (efron)
    #[arg(long, value_enum)]
    pub ties: Option<TiesName>,
    /// Column of the cluster: the variance is robust over clusters
    #[arg(long, value_name = "COL")]
    pub cluster: Option<String>,
    /// From when on is analysed.
    #[command(flatten)]
    pub landmark: LandmarkArguments,
    /// What else the model does.
    #[command(flatten)]
    pub model: CoxModelArguments,
    /// How results are shown.
    #[command(flatten)]
    pub output: OutputArguments,
    /// What is printed.
    #[command(flatten)]
    pub script: ScriptArguments,
}

/// Fine-Gray regression.
#[derive(Debug, Args)]
pub struct FineGrayArguments {
    /// Time and event.
    #[command(flatten)]
    pub outcome: OutcomeArguments,
    /// Code of the cause, named if wished: `1` or `1=relapse`; all other codes but 0 compete
    #[arg(long, value_name = "CODE[=NAME]")]
    pub cause: String,
    /// Terms: text is categorical, a number linear, `=LEVEL` makes it categorical with that reference;
    /// `age*sex`, `age:sex`, `ns(age;3)` are interactions and natural cubic splines
    #[arg(long, value_name = "TERM,..", value_delimiter = ',', required = true, value_parser = ModelTerm::parse)]
    pub covariates: Vec<ModelTerm>,
    /// Column of the groups that have their own censoring distribution
    #[arg(long, value_name = "COL")]
    pub strata: Option<String>,
    /// From when on is analysed.
    #[command(flatten)]
    pub landmark: LandmarkArguments,
    /// What else the model does.
    #[command(flatten)]
    pub model: FineGrayModelArguments,
    /// How results are shown.
    #[command(flatten)]
    pub output: OutputArguments,
    /// What is printed.
    #[command(flatten)]
    pub script: ScriptArguments,
}

fn level(text: &str) -> Result<f64, String> {
    text.trim()
        .parse::<f64>()
        .ok()
        .filter(|level| *level > 0.0 && *level < 1.0)
        .ok_or_else(|| "a number between 0 and 1 is needed".to_owned())
}

fn time(text: &str) -> Result<f64, String> {
    text.trim()
        .parse::<f64>()
        .ok()
        .filter(|time| time.is_finite() && *time >= 0.0)
        .ok_or_else(|| "a time of 0 or more is needed".to_owned())
}
