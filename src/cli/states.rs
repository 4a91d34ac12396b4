//! State occupation of any file.

use super::arguments::{LandmarkArguments, StatesArguments};
use super::estimates::{everybody, show, times, usage};
use super::failure::Failure;
use super::{emit_r, output};
use crate::analysis::states::StatesRequest;
use crate::analysis::states::file::StatesFile;
use crate::analysis::states::landmark::StatesLandmark;
use crate::estimate::{OccupationOptions, PastFollowup};

pub(super) fn states(arguments: &StatesArguments) -> Result<(), Failure> {
    let landmark = LandmarkArguments { landmark: arguments.landmark };
    let asked: Vec<f64> = arguments.times.iter().copied().chain(arguments.mean_time).collect();
    landmark.check(&asked).map_err(usage)?;
    if arguments.script.emit_r {
        return output::text(&emit_r::states(arguments).map_err(usage)?);
    }
    let file = StatesFile {
        path: arguments.file.clone(),
        only: arguments.rows.only.clone(),
        id: arguments.id.clone(),
        entry: arguments.entry.clone(),
        time: arguments.time.clone(),
        from: arguments.from.clone(),
        to: arguments.to.clone(),
        weight: arguments.weight.clone(),
        by: arguments.by.clone(),
        everybody: everybody(arguments.overall),
    };
    let options = OccupationOptions {
        variance: arguments.variance.into(),
        conf_level: arguments.output.conf_level,
        past_followup: PastFollowup::Absent,
    };
    let request = StatesRequest {
        options,
        times: times(&arguments.times),
        tau: arguments.mean_time,
        summary: true,
        landmark: StatesLandmark { time: arguments.landmark, state: arguments.landmark_state.clone() },
        changes_on: None,
        profile: arguments.output.convention(),
    };
    show(&file.states(&request)?, &arguments.output)
}
