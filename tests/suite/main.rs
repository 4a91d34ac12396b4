//! The test binary: what the program does, seen from outside.

#![allow(
    clippy::print_stdout,
    clippy::needless_pass_by_value,
    clippy::match_same_arms,
    reason = "tests tell what they tried; tables of cases read best one a line"
)]

mod adam;
mod cli;
mod contrasts;
mod curve;
mod designs;
mod disclosure;
mod emitted;
mod explain;
mod export;
mod faults;
mod formats;
mod hostile;
mod init;
mod laws;
mod layering;
mod malformed;
mod models;
mod options;
mod person_time;
mod pipeline;
mod plot;
mod quality;
mod reachable;
mod reference;
mod reproduce;
mod response_rules;
mod rule_files;
mod screen;
mod shares;
mod states;
mod tolerance;
mod validation;
mod weighted_study;
mod wide;
mod workspace;
