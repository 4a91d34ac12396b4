//! Pure statistics: plain structs and slices in, plain structs out.

pub mod cox;
pub mod fine_gray;
pub mod linear_algebra;
