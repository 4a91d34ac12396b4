//! The R script that gives the same estimate: printed in place of the results by `--emit-r`.

mod cif;
mod compare;
mod contrasts;
mod cox;
mod curve;
mod design;
mod finegray;
mod km;
mod model;
mod only;
mod person_time;
mod proportion;
mod script;
mod states;
mod study;

pub(super) use cif::cif;
pub(super) use compare::compare;
pub(super) use cox::cox;
pub(super) use design::{events, gray, logrank, single_arm};
pub(super) use finegray::fine_gray;
pub(super) use km::km;
pub(super) use only::rows;
pub(super) use person_time::{rate, recurrent};
pub(super) use proportion::{association, proportion};
pub(super) use states::states;
pub(super) use study::study_commands;
