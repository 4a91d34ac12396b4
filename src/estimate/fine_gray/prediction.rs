//! Cumulative incidence predicted by a Fine-Gray fit.
