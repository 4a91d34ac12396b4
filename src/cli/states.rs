//! State occupation of any file.

use super::arguments::StatesArguments;
use super::estimates::{everybody, show, times};
use super::failure::Failure;
use super::{emit_r, output};
use crate::analysis::states::StatesRequest;
use crate::analysis::states::file::StatesFile;
use crate::estimate::{OccupationOptions, PastFollowup};

pub(super) fn states(arguments: &StatesArguments) -> Result<(), Failure> {
    if arguments.script.emit_r {
        return output::text(&emit_r::states(arguments));
    }
    let file = StatesFile {
        path: arguments.file.clone(),
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
        profile: arguments.output.convention(),
    };
    show(&file.states(&request)?, &arguments.output)
}
