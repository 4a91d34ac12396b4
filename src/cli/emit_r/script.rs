//! What all scripts begin with: reading the file, the rows that count, the events, the groups.

use std::path::Path;

use crate::analysis::events::{EventCodes, Unnamed};
use crate::analysis::regression::TimeDependent;
use crate::cli::arguments::{EventArguments, WeightingArguments};
use crate::study::ModelTerm;

/// Those who are analysed from a landmark on.
const LANDMARK: &str = include_str!("pieces/landmark.R");

/// A text as R writes it.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Texts as a vector.
pub(super) fn vector(texts: &[String]) -> String {
    format!("c({})", texts.iter().map(|text| quoted(text)).collect::<Vec<_>>().join(", "))
}

/// Numbers as a vector.
pub(super) fn numbers(values: &[f64]) -> String {
    format!("c({})", values.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))
}

/// A column of the file.
pub(super) fn column(name: &str) -> String {
    format!("d[[{}]]", quoted(name))
}

/// Which columns say what.
#[derive(Debug, Default)]
pub(super) struct Columns<'a> {
    pub(super) time: &'a str,
    pub(super) event: &'a str,
    pub(super) entry: Option<&'a str>,
    pub(super) weight: Option<&'a str>,
    pub(super) pweight: Option<&'a str>,
    pub(super) id: Option<&'a str>,
    pub(super) cluster: Option<&'a str>,
    pub(super) by: &'a [String],
    pub(super) strata: &'a [String],
    pub(super) covariates: &'a [ModelTerm],
    pub(super) landmark: Option<f64>,
    /// Lines that follow the reading of the file.
    pub(super) preamble: &'a str,
    /// Covariates that are made from the columns of their days.
    pub(super) changing: &'a [TimeDependent],
}

impl<'a> Columns<'a> {
    /// Those of an estimate by group; `event` is the column of the event.
    pub(super) fn of(input: &'a EventArguments, weighting: &'a WeightingArguments, event: &'a str) -> Self {
        Self { pweight: weighting.pweight.as_deref(), ..Self::of_events(input, event) }
    }

    /// The same without probability weights.
    pub(super) fn of_events(input: &'a EventArguments, event: &'a str) -> Self {
        Self {
            time: &input.outcome.time,
            event,
            entry: input.entry.as_deref(),
            weight: input.weight.as_deref(),
            by: &input.by,
            ..Self::default()
        }
    }

    fn all(&self) -> Vec<String> {
        let single = [self.entry, self.weight, self.pweight, self.id, self.cluster];
        let lists = self.by.iter().chain(self.strata).cloned();
        let made = |name: &&str| self.changing.iter().any(|one| one.name == *name);
        let covariates = self.covariates.iter().flat_map(ModelTerm::columns);
        let covariates = covariates.filter(|name| !made(name)).map(str::to_owned);
        let mut names = vec![self.time.to_owned(), self.event.to_owned()];
        names.extend(single.into_iter().flatten().map(str::to_owned).chain(lists).chain(covariates));
        let mut seen = std::collections::BTreeSet::new();
        names.retain(|name| seen.insert(name.clone()));
        names
    }

    /// Whether any weight stands for more than the row.
    pub(super) fn is_weighted(&self) -> bool {
        self.weight.is_some() || self.pweight.is_some()
    }
}

/// A script in the making.
#[derive(Debug)]
pub(super) struct Script {
    text: String,
}

impl Script {
    /// The title, the packages, and the complete rows of the file, after the lines of the preamble.
    pub(super) fn new(
        title: &str,
        packages: &[&str],
        (file, preamble): (&Path, &str),
        columns: &[String],
    ) -> Self {
        let mut script = Self::without_file(title);
        for package in packages {
            script.line(&format!("library({package})"));
        }
        script.line("invisible(Sys.setlocale(\"LC_COLLATE\", \"C\"))");
        script.line("options(scipen = 100)");
        let path = quoted(&file.display().to_string());
        let parquet = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("parquet"));
        script.line(&if parquet {
            format!("d <- as.data.frame(arrow::read_parquet({path}))")
        } else {
            format!("d <- read.csv({path}, check.names = FALSE, na.strings = c(\"\", \"NA\"))")
        });
        script.text.push_str(preamble);
        script.line("n_rows <- nrow(d)");
        script.line(&format!("d <- d[complete.cases(d[{}]), , drop = FALSE]", vector(columns)));
        script.line("n_excluded <- n_rows - nrow(d)");
        script.line("as_text <- function(v) if (is.logical(v)) tolower(v) else as.character(v)");
        script
    }

    /// The title alone.
    pub(super) fn without_file(title: &str) -> Self {
        Self { text: format!("# {title}, as engraft {} gives it.\n", env!("CARGO_PKG_VERSION")) }
    }

    /// The rows of a file, and time, event, entry, weight, subject and group of each row.
    pub(super) fn of_events(
        title: &str,
        packages: &[&str],
        file: &Path,
        (columns, codes): (&Columns<'_>, &EventCodes),
    ) -> Self {
        let mut script = Self::new(title, packages, (file, columns.preamble), &columns.all());
        if let Some(weight) = columns.weight.or(columns.pweight) {
            script.line(&format!("d <- d[{} > 0, , drop = FALSE]", column(weight)));
        }
        script.events(columns.event, codes);
        // Times that differ by rounding only are one time, over the whole file.
        let exit = column(columns.time);
        if let Some(entry) = columns.entry.map(column) {
            script.line(&format!("y <- survival::aeqSurv(survival::Surv({entry}, {exit}, rep(1, nrow(d))))"));
            script.line("entry <- y[, 1]\nexit <- y[, 2]");
        } else {
            script.line(&format!("exit <- survival::aeqSurv(survival::Surv({exit}, rep(1, nrow(d))))[, 1]"));
            script.line("entry <- rep(-Inf, nrow(d))");
        }
        if let Some(landmark) = columns.landmark {
            let entry =
                if columns.entry.is_some() { "pmax(entry, {landmark})[after]" } else { "entry[after]" };
            script.piece(LANDMARK, &[("entry", entry), ("landmark", &landmark.to_string())]);
        }
        // Whole numbers are integers in R, which cox.zph does not take.
        let weight = columns.weight.or(columns.pweight);
        let weight = weight
            .map_or_else(|| "rep(1, nrow(d))".to_owned(), |weight| format!("as.numeric({})", column(weight)));
        script.line(&format!("w <- {weight}"));
        let id = columns.id.map_or_else(|| "seq_len(nrow(d))".to_owned(), column);
        script.line(&format!("id <- {id}"));
        script.line(&format!("group <- {}", labels(columns.by)));
        script
    }

    /// `event`: 0 censored, i = cause i.
    fn events(&mut self, name: &str, codes: &EventCodes) {
        self.line(&format!("code <- as_text({})", column(name)));
        let truth = |code: &str| match code {
            "1" => Some("true"),
            "0" => Some("false"),
            _ => None,
        };
        let pair = |code: &str, cause: u32| format!("{} = {cause}", quoted(code));
        let pairs: Vec<String> = codes
            .named
            .iter()
            .flat_map(|(code, cause)| {
                std::iter::once(pair(code, *cause)).chain(truth(code).map(|truth| pair(truth, *cause)))
            })
            .collect();
        self.line(&format!("event <- unname(c({})[code])", pairs.join(", ")));
        if codes.unnamed == Unnamed::Compete {
            let last = codes.causes.len();
            self.line(&format!("event[is.na(event) & !code %in% c(\"0\", \"false\")] <- {last}"));
        }
        self.line("event[is.na(event)] <- 0");
    }

    /// A frequency of 3 is three rows; for methods that know no weights.
    pub(super) fn expand(&mut self) {
        self.text.push_str(
            "times_each <- rep(seq_len(nrow(d)), w)
d <- d[times_each, , drop = FALSE]
exit <- exit[times_each]
entry <- entry[times_each]
event <- event[times_each]
group <- group[times_each]
",
        );
    }

    /// Adds a line.
    pub(super) fn line(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
    }

    /// Adds a piece, with words that were made for it.
    pub(super) fn fill(&mut self, piece: &str, words: &[(&str, String)]) {
        let words: Vec<(&str, &str)> = words.iter().map(|(name, word)| (*name, word.as_str())).collect();
        self.piece(piece, &words);
    }

    /// Adds a piece, with words put in their places: `{name}`.
    pub(super) fn piece(&mut self, piece: &str, words: &[(&str, &str)]) {
        let mut text = piece.to_owned();
        for (name, word) in words {
            text = text.replace(&format!("{{{name}}}"), word);
        }
        self.text.push_str(text.trim_start_matches('\n'));
    }

    /// Carries out `estimate(rows, group)` for the groups, and everybody where asked, and prints what it gives.
    pub(super) fn by_group(&mut self, columns: &Columns<'_>, overall: bool) {
        self.results_by_group(columns, overall);
        self.line("print(results)");
    }

    /// The same without printing.
    pub(super) fn results_by_group(&mut self, columns: &Columns<'_>, overall: bool) {
        self.line(match (columns.by.is_empty(), overall) {
            (true, _) => "groups <- list(seq_len(nrow(d)))\nnames(groups) <- \"\"",
            (false, false) => "groups <- split(seq_len(nrow(d)), group)",
            (false, true) => {
                "groups <- c(split(seq_len(nrow(d)), group), list(seq_len(nrow(d))))\n\
                 names(groups)[length(groups)] <- \"\""
            }
        });
        self.line(
            "results <- unlist(Map(estimate, groups, names(groups)), recursive = FALSE, use.names = FALSE)",
        );
    }

    /// The script.
    pub(super) fn finish(self) -> String {
        self.text
    }
}

/// The group of each row: `arm=a,sex=F`.
pub(super) fn labels(names: &[String]) -> String {
    if names.is_empty() {
        return "rep(\"\", nrow(d))".to_owned();
    }
    let parts: Vec<String> = names
        .iter()
        .enumerate()
        .map(|(index, name)| {
            let prefix = if index > 0 { format!(",{name}=") } else { format!("{name}=") };
            format!("{}, as_text({})", quoted(&prefix), column(name))
        })
        .collect();
    format!("paste0({})", parts.join(", "))
}
