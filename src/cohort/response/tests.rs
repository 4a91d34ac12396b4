//! Each disorder by hand.
