//! Fine-Gray.
