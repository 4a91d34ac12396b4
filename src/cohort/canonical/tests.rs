//! Hand-made patients for every endpoint.
