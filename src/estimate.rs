//! Pure statistics: plain structs and slices in, plain structs out.
