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
mod rate;
mod recurrent;
mod script;
pub mod share;
mod states;
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
pub use rate::RateArguments;
pub use recurrent::RecurrentArguments;
pub use script::ScriptArguments;
pub use states::{OccupationVarianceName, StatesArguments};
pub use weighting::WeightingArguments;

use crate::analysis::plain::RowCondition;
use crate::domain::Convention;
use crate::estimate::cox::Ties;
use crate::estimate::{ConfType, Variance};
use crate::study::ModelTerm;

/// Outcomes of stem cell transplantation in autoimmune blood disorders.
#[derive(Debug, Parser)]
#[command(name = "engraft", version, about, propagate_version = true, max_term_width = 100)]
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

/// Which study.
#[derive(Debug, Args)]
pub struct StudyArguments {
    /// The study file
    #[arg(long, default_value = "study.toml", value_name = "FILE")]
    pub study: PathBuf,
}

/// Where to make a study.
#[derive(Debug, Args)]
pub struct InitArguments {
    /// Directory to make
    pub directory: PathBuf,
    /// Add a small synthetic cohort, so that `engraft run` works there at once
    #[arg(long, conflicts_with = "from")]
    pub example: bool,
    /// Delivered files to look at: the proposed study.toml reads them where they are, and marks what they do not tell
    #[arg(long, num_args = 1.., value_name = "FILE")]
    pub from: Vec<PathBuf>,
}

/// What to make up.
#[derive(Debug, Args)]
pub struct SynthArguments {
    /// Directory for the tables
    #[arg(long, default_value = "incoming", value_name = "DIR")]
    pub out: PathBuf,
    /// Number of patients
    #[arg(long, default_value_t = 600, value_name = "N")]
    pub subjects: u64,
    /// Seed: the same seed gives the same bytes
    #[arg(long, default_value_t = 1, value_name = "N")]
    pub seed: u64,
}

/// Which schema.
#[derive(Debug, Args)]
pub struct SchemaArguments {
    /// A canonical table; `study`: the JSON Schema of study.toml; `adam`: the mapping file of `ADaM`; `units`: laboratory
    /// units; `endpoints`, `conditioning`, `engraftment`, `itp-iwg2009` and other response rules: the files that ship;
    /// `quality`: the consistency rules; without it, all tables
    pub name: Option<String>,
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

/// Which columns hold time and event.
#[derive(Debug, Args)]
pub struct OutcomeArguments {
    /// File: .csv, .xpt, .json, .ndjson (.gz or .zst after it if packed), .parquet; one row a subject or an interval
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Only rows with this value, `PARAMCD=OS`, or without it, `SEX!=F`; again for further conditions, all of which hold
    #[arg(long = "where", value_name = "COL=VALUE")]
    pub only: Vec<RowCondition>,
    /// Column of the time to event or censoring
    #[arg(long, value_name = "COL")]
    pub time: String,
    /// Column of the event: 0 censored, 1 the event, or true/false
    #[arg(long, value_name = "COL", required_unless_present = "cnsr", conflicts_with = "cnsr")]
    pub event: Option<String>,
    /// Column of CDISC CNSR in place of --event: 0 is the event
    #[arg(long, value_name = "COL")]
    pub cnsr: Option<String>,
    /// What codes of the event column mean: `dead=1,alive=0`, or the code of the event alone
    #[arg(long, value_name = "CODE[=0|1],..", value_delimiter = ',')]
    pub event_codes: Vec<String>,
}

impl OutcomeArguments {
    /// The column of the event, or of CNSR.
    pub fn event_column(&self) -> String {
        self.event.clone().or_else(|| self.cnsr.clone()).unwrap_or_default()
    }
}

/// Which columns hold time and event, and which group.
#[derive(Debug, Args)]
pub struct EventArguments {
    /// Time and event.
    #[command(flatten)]
    pub outcome: OutcomeArguments,
    /// Column of the time of entry (delayed entry); intervals are (entry, time]
    #[arg(long, value_name = "COL")]
    pub entry: Option<String>,
    /// Column of the frequency of a row, a whole number
    #[arg(long, value_name = "COL")]
    pub weight: Option<String>,
    /// Columns that group; their non-empty crossings
    #[arg(long, value_name = "COL,..", value_delimiter = ',')]
    pub by: Vec<String>,
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
    /// Draw the curves into this file (.svg or .png)
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
    /// Variance formula
    #[arg(long, value_enum, default_value_t = VarianceName::Aalen)]
    pub variance: VarianceName,
    /// What is asked besides the values of the curves.
    #[command(flatten)]
    pub extras: IncidenceExtraArguments,
    /// Draw the curves into this file (.svg or .png)
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

/// Names of interval types of a survival curve.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ConfTypeName {
    /// log(-log S)
    LogLog,
    /// log S
    Log,
    /// S itself
    Plain,
    /// logit S
    Logit,
    /// arcsin of the square root
    Arcsin,
}

impl From<ConfTypeName> for ConfType {
    fn from(name: ConfTypeName) -> Self {
        match name {
            ConfTypeName::LogLog => Self::LogLog,
            ConfTypeName::Log => Self::Log,
            ConfTypeName::Plain => Self::Plain,
            ConfTypeName::Logit => Self::Logit,
            ConfTypeName::Arcsin => Self::ArcSin,
        }
    }
}

/// Names of variances of a cumulative incidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum VarianceName {
    /// As cmprsk
    Aalen,
    /// Greenwood type, as etm
    Delta,
}

impl From<VarianceName> for Variance {
    fn from(name: VarianceName) -> Self {
        match name {
            VarianceName::Aalen => Self::Aalen,
            VarianceName::Delta => Self::Delta,
        }
    }
}

/// Names of ways to treat ties.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TiesName {
    /// Efron's
    Efron,
    /// Breslow's
    Breslow,
}

impl From<TiesName> for Ties {
    fn from(name: TiesName) -> Self {
        match name {
            TiesName::Efron => Self::Efron,
            TiesName::Breslow => Self::Breslow,
        }
    }
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
