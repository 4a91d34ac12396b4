//! The test binary: what the program does, seen from outside.

mod cli;
mod faults;
mod hostile;
mod layering;
mod malformed;
mod pipeline;
mod reference;
mod reproduce;
mod tolerance;
mod wide;
mod workspace;
