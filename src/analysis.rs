//! The plan of a study turned into rows of the analysis-results data set (ARD).

pub mod ard;
