//! The screen held against its corpus (`tests/screen`): columns whose kind is known.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a corpus that cannot be read ends the test")]

mod corpus;
