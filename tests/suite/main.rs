//! The test binary: what the program does, seen from outside.

mod reference;
mod tolerance;
