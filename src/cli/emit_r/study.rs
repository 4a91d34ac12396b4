//! The analyses of a study as commands on its analysis data set, and so as R scripts.

use crate::analysis::plan::DEFAULT_TIMES;
use crate::cli::failure::{Code, Failure};
use crate::study::file::{AnalysisSpec, TestName};

use crate::study::{Endpoint, EndpointKind, Horizon, Study};

/// The words of the commands that give an analysis, `<endpoint>` or `<endpoint>:<by>`.
pub(in crate::cli) fn study_commands(study: &Study, id: &str) -> Result<Vec<Vec<String>>, Failure> {
    let (name, by) = id.split_once(':').map_or((id, None), |(name, by)| (name, Some(by)));
    let unknown = || {
        Failure::new(Code::Usage, format!("the study has no analysis {id}"))
            .help(format!("its analyses are {}", known(study).join(", ")))
    };
    if !known(study).iter().any(|one| one == id) {
        return Err(unknown());
    }
    let endpoint = study.endpoint(name).ok_or_else(unknown)?;
    let of_group = |spec: &&AnalysisSpec| by.is_none_or(|by| crossings(spec).iter().any(|one| one == by));
    let spec = scripted(study, &endpoint).find(of_group);
    let path = study.store_directory().join("analysis").join(format!("endpoint-{name}.parquet"));
    let call = Call { study, endpoint: &endpoint, spec, by, path: path.display().to_string() };
    match endpoint.kind {
        EndpointKind::Survival => call.with_test(call.survival()),
        EndpointKind::Competing => call.with_test(call.incidence()),
        EndpointKind::Proportion => Ok(call.proportions()),
        EndpointKind::Recurrent => Err(unknown()),
    }
}

/// The analyses of an endpoint for which there are scripts: no models, no landmarks.
fn scripted<'a>(study: &'a Study, endpoint: &'a Endpoint) -> impl Iterator<Item = &'a AnalysisSpec> {
    let of_endpoint = move |spec: &&AnalysisSpec| {
        endpoint.is_asked_by(spec) && spec.model.is_none() && spec.landmark.is_none()
    };
    study.file.analysis.iter().filter(of_endpoint)
}

/// The names of all analyses that have scripts.
fn known(study: &Study) -> Vec<String> {
    let mut names = Vec::new();
    for endpoint in study.endpoints().into_iter().filter(|endpoint| endpoint.kind != EndpointKind::Recurrent)
    {
        names.push(endpoint.name.clone());
        for spec in scripted(study, &endpoint) {
            names.extend(crossings(spec).into_iter().map(|by| format!("{}:{by}", endpoint.name)));
        }
    }
    names
}

fn crossings(spec: &AnalysisSpec) -> Vec<String> {
    let joined = |names: &[crate::study::file::Placed]| {
        names.iter().map(|name| name.get_ref().clone()).collect::<Vec<_>>().join(",")
    };
    spec.by.iter().map(|by| joined(by.all())).collect()
}

struct Call<'a> {
    study: &'a Study,
    endpoint: &'a Endpoint,
    spec: Option<&'a AnalysisSpec>,
    by: Option<&'a str>,
    path: String,
}

impl Call<'_> {
    fn words(&self, command: &str, more: &[(&str, String)]) -> Vec<String> {
        let mut words: Vec<String> = ["engraft", command, &self.path].map(str::to_owned).to_vec();
        let convention = ("--convention", self.study.file.study.convention.to_string());
        let by = self.by.map(|by| ("--by", by.to_owned()));
        for (option, value) in more.iter().cloned().chain(by).chain([convention]) {
            words.extend([option.to_owned(), value]);
        }
        words.push("--emit-r".to_owned());
        words
    }

    fn outcome(&self) -> Vec<(&'static str, String)> {
        let mut options = vec![("--time", "time".to_owned()), ("--event", "cause".to_owned())];
        if self.endpoint.spec.entry.is_some() {
            options.push(("--entry", "entry".to_owned()));
        }
        options
    }

    fn times(&self) -> (&'static str, String) {
        let asked = self.spec.map(|spec| spec.times.as_slice()).unwrap_or_default();
        let days: Vec<f64> = asked.iter().filter_map(Horizon::days_of).collect();
        let days = if days.is_empty() { DEFAULT_TIMES.to_vec() } else { days };
        ("--times", days.iter().map(ToString::to_string).collect::<Vec<_>>().join(","))
    }

    fn causes(&self) -> (&'static str, String) {
        let named = self.endpoint.causes.iter().enumerate();
        (
            "--causes",
            named.map(|(index, cause)| format!("{}={cause}", index + 1)).collect::<Vec<_>>().join(","),
        )
    }

    fn survival(&self) -> Vec<String> {
        let mut options = self.outcome();
        options.push(self.times());
        let tau = self.spec.and_then(|spec| spec.rmst.as_ref()).and_then(Horizon::days_of);
        options.extend(tau.map(|tau| ("--rmst", tau.to_string())));
        self.words("km", &options)
    }

    fn incidence(&self) -> Vec<String> {
        let mut options = self.outcome();
        options.extend([self.causes(), self.times()]);
        self.words("cif", &options)
    }

    /// The estimate, and the test of its groups where there is one.
    fn with_test(&self, estimate: Vec<String>) -> Result<Vec<Vec<String>>, Failure> {
        let Some((test, _)) = self.spec.and_then(|spec| spec.test).zip(self.by) else {
            return Ok(vec![estimate]);
        };
        let name = match test {
            TestName::Logrank => "logrank".to_owned(),
            TestName::Gehan => "gehan".to_owned(),
            TestName::TaroneWare => "tarone-ware".to_owned(),
            TestName::Peto => "peto".to_owned(),
            TestName::Gray => "gray".to_owned(),
            TestName::FlemingHarrington { rho, gamma } => format!("fh:{rho},{gamma}"),
            _ => {
                let message = "--emit-r does not know the test of this analysis";
                return Err(Failure::new(Code::Usage, message));
            }
        };
        let mut options = self.outcome();
        options.push(("--test", name));
        if test == TestName::Gray {
            options.push(self.causes());
        }
        if let Some(spec) = self.spec.filter(|spec| !spec.strata.is_empty()) {
            let strata: Vec<&str> = spec.strata.iter().map(|name| name.get_ref().as_str()).collect();
            options.push(("--strata", strata.join(",")));
        }
        Ok(vec![estimate, self.words("compare", &options)])
    }

    /// Each level of a status among those whose status is known.
    fn proportions(&self) -> Vec<Vec<String>> {
        let one = |level: &String| {
            let options = [("--outcome", "outcome".to_owned()), ("--success", level.clone())];
            self.words("proportion", &options)
        };
        self.endpoint.causes.iter().map(one).collect()
    }
}
