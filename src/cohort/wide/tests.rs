//! Extracts by hand, and the published one.
