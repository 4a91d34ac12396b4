//! What a study asks of an analysis, in the words of the commands.

use super::levels::together;
use super::{Analysis, Call};
use crate::analysis::plan::{DEFAULT_TIMES, day_column};
use crate::analysis::share::statuses;
use crate::study::file::{AnalysisSpec, BandName, ModelName, Placed};
use crate::study::share::{
    AgainstSpec, DifferenceMethodName, MeasureName, RatioMethodName, ShareMethod, compared_statuses,
};
use crate::study::{Adjustment, Endpoint, EndpointKind, Horizon, PersonTime, TestName, Trend};

type Options = Vec<(&'static str, String)>;

impl Analysis<'_> {
    fn call(&self, command: &str, file: &str, (options, flags): (Options, &[&str])) -> Call {
        let path = self.study.store_directory().join("analysis").join(format!("{file}.parquet"));
        let mut words: Vec<String> =
            ["engraft", command, &path.display().to_string()].map(str::to_owned).to_vec();
        let by = self.by.iter().map(|by| ("--by", by.clone()));
        let convention = ("--convention", self.study.file.study.convention.to_string());
        for (option, value) in options.into_iter().chain(by).chain([convention]) {
            words.extend([option.to_owned(), value]);
        }
        words.extend(flags.iter().map(|flag| (*flag).to_owned()));
        words.push("--emit-r".to_owned());
        let by = self.by.iter().flat_map(|by| by.split(','));
        let terms = self.specs.iter().flat_map(|spec| &spec.terms);
        let columns = terms.flat_map(|term| term.get_ref().split([':', '*', '=']));
        let preamble = self.ordered(&by.chain(columns).collect::<Vec<_>>());
        Call { words, preamble }
    }

    fn spec(&self) -> Option<&AnalysisSpec> {
        self.specs.first().copied()
    }

    fn times(&self) -> (&'static str, String) {
        let asked = self.spec().map(|spec| spec.times.as_slice()).unwrap_or_default();
        let landmark = self.spec().and_then(AnalysisSpec::landmark).map_or(0.0, |landmark| landmark.days);
        let mut days: Vec<f64> = asked.iter().filter_map(Horizon::days_of).collect();
        if days.is_empty() {
            days = DEFAULT_TIMES.to_vec();
        }
        days.retain(|day| *day >= landmark);
        ("--times", joined(&days))
    }

    pub(super) fn survival(&self, endpoint: &Endpoint) -> Call {
        let mut options = outcome(endpoint, self.spec());
        options.push(self.times());
        let mut flags = Vec::new();
        if let Some(spec) = self.spec() {
            options.extend(
                spec.conf_type.as_ref().map(|name| ("--conf-type", name.get_ref().name().to_owned())),
            );
            options.extend(time("--rmst", spec.rmst.as_ref()));
            options.extend(probs(spec));
            if spec.cumulative_hazard {
                flags.push("--cumulative-hazard");
            }
            if let Some(band) = spec.band {
                let name = match band {
                    BandName::HallWellner => "hall-wellner",
                    BandName::EqualPrecision => "equal-precision",
                };
                options.push(("--band", name.to_owned()));
                options.extend(time("--band-from", spec.band_from.as_ref()));
                options.extend(time("--band-to", spec.band_to.as_ref()));
            }
            let given: Vec<f64> = spec.conditional_on.iter().filter_map(Horizon::days_of).collect();
            options.extend((!given.is_empty()).then(|| ("--conditional-on", joined(&given))));
        }
        self.call("km", &file(endpoint), (options, &flags))
    }

    pub(super) fn incidence(&self, endpoint: &Endpoint) -> Call {
        let mut options = outcome(endpoint, self.spec());
        options.extend([causes(endpoint), self.times()]);
        if let Some(spec) = self.spec() {
            options.extend(variance(spec));
            options.extend(probs(spec));
            options.extend(time("--rmtl", spec.rmtl.as_ref()));
        }
        self.call("cif", &file(endpoint), (options, &[]))
    }

    pub(super) fn recurrent(&self, endpoint: &Endpoint) -> Call {
        let mut options = vec![("--time", "time".to_owned()), ("--event", "cause".to_owned())];
        options.extend([("--id", "subject_id".to_owned()), ("--recurrent", "1".to_owned())]);
        options.extend([("--terminal", "2".to_owned()), self.times()]);
        options.extend(self.spec().into_iter().flat_map(weight_and_level));
        self.call("recurrent", &file(endpoint), (options, &[]))
    }

    pub(super) fn rate(&self, endpoint: &Endpoint) -> Option<Call> {
        let per = PersonTime::parse(self.spec()?.rate.as_ref()?.get_ref())?;
        let mut options = outcome(endpoint, self.spec());
        options.extend([("--event-codes", "1".to_owned()), ("--per", per.days.to_string())]);
        if endpoint.kind == EndpointKind::Recurrent {
            options.push(("--id", "subject_id".to_owned()));
        }
        Some(self.call("rate", &file(endpoint), (options, &[])))
    }

    /// The tests of the groups.
    pub(super) fn tests(&self, endpoint: &Endpoint) -> Vec<Call> {
        let grouped = self.by.is_some() && endpoint.kind != EndpointKind::Recurrent;
        let test = |spec: &&AnalysisSpec| {
            let test = spec.test.filter(|_| grouped)?;
            let mut options = outcome(endpoint, Some(spec));
            options.push(("--test", name_of(test)));
            let competing = endpoint.kind == EndpointKind::Competing;
            if competing && test.takes_causes() {
                options.push(causes(endpoint));
            } else if competing {
                options.push(("--event-codes", "1".to_owned()));
            }
            options.extend(strata(spec));
            options.extend(spec.pairwise.map(|how| ("--pairwise", adjustment(how).to_owned())));
            let one = self.by.as_ref().is_some_and(|by| !by.contains(','));
            let flags: &[&str] = if spec.trend == Trend::Tested && one { &["--trend"] } else { &[] };
            Some(self.call("compare", &file(endpoint), (options, flags)))
        };
        self.specs.iter().filter_map(test).collect()
    }

    /// The regression.
    pub(super) fn model(&self, endpoint: &Endpoint) -> Call {
        let mut options = outcome(endpoint, self.spec());
        let Some(spec) = self.spec() else { return self.call("cox", &file(endpoint), (options, &[])) };
        let mut terms: Vec<String> = spec.terms.iter().map(|term| term.get_ref().clone()).collect();
        let named = |name: &String| {
            spec.terms.iter().any(|term| term.get_ref().split([':', '*']).any(|part| part == name))
        };
        terms.extend(spec.time_dependent.keys().filter(|name| !named(name)).cloned());
        options.push(("--covariates", terms.join(",")));
        options.extend(strata(spec));
        if spec.model == Some(ModelName::Finegray) {
            let cause = endpoint.causes.first().map_or("event", String::as_str);
            options.push(("--cause", format!("1={cause}")));
            options.extend(self.profiles(spec));
            return self.call("finegray", &file(endpoint), (options, &["--cause-specific"]));
        }
        options.push(("--event-codes", "1".to_owned()));
        let changes: Vec<String> = spec
            .time_dependent
            .iter()
            .map(|(name, endpoint)| format!("{name}={}", day_column(endpoint.get_ref())))
            .collect();
        options.extend((!changes.is_empty()).then(|| ("--time-dependent", changes.join(","))));
        options.extend(spec.adjusted.as_ref().map(|adjusted| ("--adjusted", adjusted.get_ref().clone())));
        options.extend(self.profiles(spec));
        options.extend(spec.ties.as_ref().map(|ties| ("--ties", ties.get_ref().name().to_owned())));
        options.extend(spec.cluster.as_ref().map(|cluster| ("--cluster", cluster.get_ref().clone())));
        let flags: &[&str] = if spec.firth() { &["--firth"] } else { &[] };
        self.call("cox", &file(endpoint), (options, flags))
    }

    /// What a model predicts, and when.
    fn profiles(&self, spec: &AnalysisSpec) -> Options {
        let mut options: Options =
            spec.at.iter().map(|profile| ("--at", profile.get_ref().clone())).collect();
        if spec.adjusted.is_some() || !options.is_empty() {
            options.push(self.times());
        }
        options
    }

    /// Each status among those whose status is known, and how groups differ in those that are compared.
    pub(super) fn shares(&self, endpoint: &Endpoint) -> Vec<Call> {
        let spec = self.spec();
        let method = spec.and_then(|spec| spec.method);
        let compared = compared_statuses(&endpoint.causes);
        let rates = spec.and_then(|spec| spec.against.as_ref());
        let rate = |status: &String| match rates? {
            AgainstSpec::Rate(rate) => (compared.first() == Some(status)).then_some(*rate),
            AgainstSpec::Rates(rates) => rates.get(status).copied(),
        };
        let mut calls = Vec::new();
        for (status, levels) in statuses(&endpoint.causes) {
            let outcome = vec![("--outcome", "outcome".to_owned()), ("--success", status.clone())];
            let mut options = outcome.clone();
            options.extend(method.map(|method| ("--method", share_method(method).to_owned())));
            if method == Some(ShareMethod::StratifiedWilson) {
                options.extend(spec.into_iter().filter_map(strata));
            }
            options.extend(rate(&status).map(|rate| ("--against", rate.to_string())));
            options.extend(spec.into_iter().flat_map(weight_and_level));
            calls.push((
                status.clone(),
                levels.clone(),
                self.call("proportion", &file(endpoint), (options, &[])),
            ));
            let asked = spec.filter(|spec| !spec.association.is_empty() && self.by.is_some());
            if let Some(spec) = asked.filter(|_| compared.contains(&status)) {
                let mut options = outcome;
                let over = spec.association.iter().copied().any(MeasureName::is_stratified);
                options.extend(strata(spec).filter(|_| over));
                options.push(("--difference", difference(spec.difference.unwrap_or_default()).to_owned()));
                options
                    .extend(spec.ratio.as_ref().map(|name| ("--ratio", ratio(*name.get_ref()).to_owned())));
                options.extend(weight_and_level(spec));
                let flags: &[&str] =
                    if spec.continuity_correction() { &["--continuity-correction"] } else { &[] };
                calls.push((status, levels, self.call("association", &file(endpoint), (options, flags))));
            }
        }
        let with = |(status, levels, call): (String, Vec<String>, Call)| {
            let preamble = together(&status, &levels) + &call.preamble;
            Call { preamble, ..call }
        };
        calls.into_iter().map(with).collect()
    }

    /// Where patients are when.
    pub(super) fn states(&self) -> Call {
        let mut options: Options = ["id", "entry", "time", "from", "to"]
            .into_iter()
            .zip(["--id", "--entry", "--time", "--from", "--to"])
            .map(|(column, option)| (option, if column == "id" { "subject_id" } else { column }.to_owned()))
            .collect();
        options.push(self.times());
        options.extend(self.spec().into_iter().flat_map(weight_and_level));
        options.extend(self.spec().and_then(variance));
        options.extend(time("--mean-time", self.spec().and_then(|spec| spec.rmst.as_ref())));
        options.extend(time("--landmark", self.spec().and_then(|spec| spec.landmark.as_ref())));
        let state = self.spec().and_then(|spec| spec.landmark_state.as_ref());
        options.extend(state.map(|state| ("--landmark-state", state.get_ref().clone())));
        let call = self.call("states", "states", (options, &[]));
        let begin = "d$entry[is.na(d$entry)] <- -1 # from the beginning, day 0 included\n";
        Call { preamble: format!("{begin}{}", call.preamble), ..call }
    }
}

/// Time, event and whatever holds for all estimates of an endpoint.
fn outcome(endpoint: &Endpoint, spec: Option<&AnalysisSpec>) -> Options {
    let mut options = vec![("--time", "time".to_owned()), ("--event", "cause".to_owned())];
    if endpoint.spec.entry.is_some() {
        options.push(("--entry", "entry".to_owned()));
    }
    options.extend(time("--landmark", spec.and_then(|spec| spec.landmark.as_ref())));
    options.extend(spec.and_then(AnalysisSpec::pweight).map(|weight| ("--pweight", weight.to_owned())));
    options.extend(spec.into_iter().flat_map(weight_and_level));
    options
}

fn file(endpoint: &Endpoint) -> String {
    format!("endpoint-{}", endpoint.name)
}

fn joined(values: &[f64]) -> String {
    values.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

fn time(option: &'static str, time: Option<&Placed>) -> Option<(&'static str, String)> {
    time.and_then(Horizon::days_of).map(|days| (option, days.to_string()))
}

/// Frequencies, and the level of the intervals.
fn weight_and_level(spec: &AnalysisSpec) -> Options {
    let weight = spec.weight().map(|weight| ("--weight", weight.to_owned()));
    let level = spec.conf_level.as_ref().map(|level| ("--conf-level", level.get_ref().to_string()));
    weight.into_iter().chain(level).collect()
}

fn variance(spec: &AnalysisSpec) -> Option<(&'static str, String)> {
    spec.variance.as_ref().map(|name| ("--variance", name.get_ref().name().to_owned()))
}

fn probs(spec: &AnalysisSpec) -> Option<(&'static str, String)> {
    let probs: Vec<f64> = spec.probs.iter().map(|prob| *prob.get_ref()).collect();
    (!probs.is_empty()).then(|| ("--probs", joined(&probs)))
}

fn strata(spec: &AnalysisSpec) -> Option<(&'static str, String)> {
    let names: Vec<&str> = spec.strata.iter().map(|name| name.get_ref().as_str()).collect();
    (!names.is_empty()).then(|| ("--strata", names.join(",")))
}

fn causes(endpoint: &Endpoint) -> (&'static str, String) {
    let named = (1..).zip(&endpoint.causes).map(|(number, cause)| format!("{number}={cause}"));
    ("--causes", named.collect::<Vec<_>>().join(","))
}

fn name_of(test: TestName) -> String {
    match test {
        TestName::Logrank => "logrank".to_owned(),
        TestName::Gehan => "gehan".to_owned(),
        TestName::TaroneWare => "tarone-ware".to_owned(),
        TestName::Peto => "peto".to_owned(),
        TestName::Gray => "gray".to_owned(),
        TestName::MaxCombo => "max-combo".to_owned(),
        TestName::FlemingHarrington { rho, gamma } => format!("fh:{rho},{gamma}"),
        TestName::RestrictedMean { tau } => format!("rmst:{tau}"),
        TestName::RestrictedTimeLost { tau } => format!("rmtl:{tau}"),
        TestName::FixedTime { time } => format!("fixed-time:{time}"),
    }
}

fn adjustment(how: Adjustment) -> &'static str {
    match how {
        Adjustment::None => "none",
        Adjustment::Holm => "holm",
        Adjustment::Bh => "bh",
    }
}

fn share_method(method: ShareMethod) -> &'static str {
    match method {
        ShareMethod::Wilson => "wilson",
        ShareMethod::ClopperPearson => "clopper-pearson",
        ShareMethod::Jeffreys => "jeffreys",
        ShareMethod::AgrestiCoull => "agresti-coull",
        ShareMethod::Wald => "wald",
        ShareMethod::StratifiedWilson => "stratified-wilson",
    }
}

fn ratio(method: RatioMethodName) -> &'static str {
    match method {
        RatioMethodName::Wald => "wald",
        RatioMethodName::MiettinenNurminen => "miettinen-nurminen",
    }
}

fn difference(method: DifferenceMethodName) -> &'static str {
    match method {
        DifferenceMethodName::Newcombe => "newcombe",
        DifferenceMethodName::MiettinenNurminen => "miettinen-nurminen",
        DifferenceMethodName::Wald => "wald",
    }
}
