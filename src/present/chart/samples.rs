//! Charts that are hard to lay out, from invented numbers.

mod curves;
mod figures;

pub(crate) use self::curves::curve_charts;
pub(crate) use self::figures::{flow_charts, grid_charts, interval_charts};

/// A small generator of the same numbers everywhere.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as f64 / f64::from(1_u32 << 31)
    }
}

/// A label that fits nowhere.
const LONG: &str = "Cyclophosphamide 200 mg/kg with rabbit antithymocyte globulin, rituximab 1000 mg and immunoglobulin, unselected graft";
