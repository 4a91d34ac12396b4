//! What may stand on the command line.

mod analyze;
mod convention;
mod weighting;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::analysis::regression::Covariate;
use crate::estimate::cox::Ties;
pub use analyze::AnalyzeArguments;
pub use convention::{ConventionArguments, ConventionName};
pub use weighting::WeightingArguments;

use crate::domain::Convention;
use crate::estimate::{ConfType, ProportionMethod, Variance, Weight};

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
    /// Results (ARD) -> charts, tables, report
    Report(StudyArguments),
    /// Re-hash everything that the manifests name
    Verify(StudyArguments),
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
    /// Proportion with interval of any file
    Proportion(ProportionArguments),
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
    #[arg(long)]
    pub example: bool,
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
    /// A canonical table, or `study` for the JSON Schema of study.toml; without it, all tables
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

    /// Whether the R script is wanted in place of the results.
    pub fn wants_script(&self) -> bool {
        self.profile.emit_r
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
    /// CSV or Parquet file, one row a subject or an interval
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
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
    /// Draw the curves into this file (.svg or .png)
    #[arg(long, value_name = "FILE")]
    pub plot: Option<PathBuf>,
    /// How results are shown.
    #[command(flatten)]
    pub output: OutputArguments,
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
    /// Draw the curves into this file (.svg or .png)
    #[arg(long, value_name = "FILE")]
    pub plot: Option<PathBuf>,
    /// How results are shown.
    #[command(flatten)]
    pub output: OutputArguments,
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
    /// Codes of the causes, for Gray's test: `1,2` or `1=relapse,2=nrm`
    #[arg(long, value_name = "CODE[=NAME],..", value_delimiter = ',')]
    pub causes: Vec<String>,
    /// logrank, gehan, tarone-ware, peto, fh:RHO,GAMMA or gray
    #[arg(long, default_value = "logrank", value_name = "TEST", value_parser = test)]
    pub test: TestChoice,
    /// How results are shown.
    #[command(flatten)]
    pub output: OutputArguments,
}

/// Cox regression.
#[derive(Debug, Args)]
pub struct CoxArguments {
    /// Time and event.
    #[command(flatten)]
    pub outcome: OutcomeArguments,
    /// Covariates; text is categorical, a number linear, `=LEVEL` makes it categorical with that reference
    #[arg(long, value_name = "COL[=LEVEL],..", value_delimiter = ',', required = true, value_parser = Covariate::parse)]
    pub covariates: Vec<Covariate>,
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
    /// How results are shown.
    #[command(flatten)]
    pub output: OutputArguments,
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
    /// Covariates; text is categorical, a number linear, `=LEVEL` makes it categorical with that reference
    #[arg(long, value_name = "COL[=LEVEL],..", value_delimiter = ',', required = true, value_parser = Covariate::parse)]
    pub covariates: Vec<Covariate>,
    /// Column of the groups that have their own censoring distribution
    #[arg(long, value_name = "COL")]
    pub strata: Option<String>,
    /// How results are shown.
    #[command(flatten)]
    pub output: OutputArguments,
}

/// A proportion.
#[derive(Debug, Args)]
pub struct ProportionArguments {
    /// CSV or Parquet file, one row a subject
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Column of the outcome
    #[arg(long, value_name = "COL")]
    pub outcome: String,
    /// The level that counts; may be left out where the outcome is coded 0 and 1
    #[arg(long, value_name = "LEVEL")]
    pub success: Option<String>,
    /// Columns that group; their non-empty crossings
    #[arg(long, value_name = "COL,..", value_delimiter = ',')]
    pub by: Vec<String>,
    /// Estimate everybody together as well
    #[arg(long)]
    pub overall: bool,
    /// Column of the frequency of a row, a whole number
    #[arg(long, value_name = "COL")]
    pub weight: Option<String>,
    /// Type of the interval
    #[arg(long, value_enum, default_value_t = MethodName::Wilson)]
    pub method: MethodName,
    /// How results are shown.
    #[command(flatten)]
    pub output: OutputArguments,
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

/// Names of intervals of a proportion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum MethodName {
    /// Score interval
    Wilson,
    /// Exact
    ClopperPearson,
    /// Beta with prior 1/2, 1/2
    Jeffreys,
    /// Wald around a shifted centre
    AgrestiCoull,
    /// Normal approximation
    Wald,
}

impl From<MethodName> for ProportionMethod {
    fn from(name: MethodName) -> Self {
        match name {
            MethodName::Wilson => Self::Wilson,
            MethodName::ClopperPearson => Self::ClopperPearson,
            MethodName::Jeffreys => Self::Jeffreys,
            MethodName::AgrestiCoull => Self::AgrestiCoull,
            MethodName::Wald => Self::Wald,
        }
    }
}

/// A test of groups.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum TestChoice {
    /// Of the log-rank family.
    Weighted(Weight),
    /// Gray's, of cumulative incidence.
    Gray,
}

fn test(text: &str) -> Result<TestChoice, String> {
    let weight = match text {
        "logrank" => Weight::LogRank,
        "gehan" => Weight::Gehan,
        "tarone-ware" => Weight::TaroneWare,
        "peto" => Weight::Peto,
        "gray" => return Ok(TestChoice::Gray),
        other => {
            let exponents = other.strip_prefix("fh:").and_then(|pair| pair.split_once(','));
            let number = |text: &str| text.trim().parse::<f64>().ok().filter(|n| n.is_finite() && *n >= 0.0);
            match exponents.and_then(|(rho, gamma)| Some((number(rho)?, number(gamma)?))) {
                Some((rho, gamma)) => Weight::FlemingHarrington { rho, gamma },
                None => {
                    return Err(
                        "tests are logrank, gehan, tarone-ware, peto, fh:RHO,GAMMA and gray".to_owned()
                    );
                }
            }
        }
    };
    Ok(TestChoice::Weighted(weight))
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
