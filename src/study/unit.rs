//! Units of laboratory values: a table of factors, shipped, with the study's own beside it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::Study;

/// The table of units, as it ships.
pub const UNITS: &str = include_str!("unit/units.toml");

/// The units that a multiple of the upper limit of normal is given in.
const MULTIPLES: [&str; 2] = ["uln", " uln"];

#[derive(Debug, Deserialize)]
struct File {
    test: BTreeMap<String, TestUnits>,
}

#[derive(Debug, Deserialize)]
struct TestUnits {
    units: BTreeMap<String, f64>,
}

/// What delivered units are, test by test.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitTable {
    /// Test -> unit in one spelling -> unit as written and factor.
    tests: BTreeMap<String, BTreeMap<String, (String, f64)>>,
}

impl UnitTable {
    /// The shipped table with units of a study beside it.
    ///
    /// # Errors
    /// A sentence, if the table cannot be read.
    pub fn load<'a>(own: impl IntoIterator<Item = (&'a String, &'a String, f64)>) -> Result<Self, String> {
        let file: File = toml::from_str(UNITS).map_err(|error| error.message().to_owned())?;
        let mut tests: BTreeMap<String, BTreeMap<String, (String, f64)>> = BTreeMap::new();
        for (test, units) in file.test {
            let spelled = units.units.into_iter().map(|(unit, factor)| (spelling(&unit), (unit, factor)));
            tests.insert(test, spelled.collect());
        }
        for (test, unit, factor) in own {
            tests.entry(test.clone()).or_default().insert(spelling(unit), (unit.clone(), factor));
        }
        Ok(Self { tests })
    }

    /// The factor from a delivered unit to the canonical one; none if the unit is not known for the test.
    pub fn factor(&self, test: &str, unit: &str) -> Option<f64> {
        self.tests.get(test)?.get(&spelling(unit)).map(|(_, factor)| *factor)
    }

    /// A delivered number in the canonical unit, in decimal.
    pub fn convert(&self, test: &str, unit: &str, value: f64) -> Option<f64> {
        self.factor(test, unit).map(|factor| decimal(value * factor))
    }

    /// The units that are known for a test, as written in the table.
    pub fn known(&self, test: &str) -> Vec<&str> {
        self.tests.get(test).into_iter().flat_map(BTreeMap::values).map(|(unit, _)| unit.as_str()).collect()
    }

    /// Whether two units cannot both be right: for some test both are known, and for none they are the same.
    pub fn contradict(one: &str, other: &str) -> bool {
        static SHIPPED: LazyLock<Option<UnitTable>> = LazyLock::new(|| UnitTable::load([]).ok());
        let (one, other) = (spelling(one), spelling(other));
        if one == other {
            return false;
        }
        let Some(shipped) = &*SHIPPED else { return false };
        let factors =
            shipped.tests.values().filter_map(|units| Some((units.get(&one)?.1, units.get(&other)?.1)));
        let mut factors = factors.peekable();
        factors.peek().is_some() && factors.all(|(one, other)| one.total_cmp(&other).is_ne())
    }

    /// Whether a value is given as a multiple of the upper limit of normal.
    pub fn is_multiple(unit: &str) -> bool {
        MULTIPLES.contains(&spelling(unit).as_str())
    }
}

/// A number as it stands in decimal, to twelve significant digits: what arithmetic in binary adds beyond them is no
/// measurement. 350 /uL are 0.35 x 10^9/L, and 5.03 g/dL are 50.3 g/L, so that a value at a limit is at it in any unit.
///
/// Numbers beyond 10^11 or closer to 0 than 10^-9 are given back as they are.
pub fn decimal(value: f64) -> f64 {
    const DIGITS: [f64; 21] = [
        1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
        1e18, 1e19, 1e20,
    ];
    // A power of ten up to 10^22 and a whole number below 2^53 are exact, so that their ratio is rounded once.
    let scaled = DIGITS.iter().map(|power| (value * power, power)).find(|(scaled, _)| scaled.abs() >= 1e11);
    match scaled {
        Some((scaled, power)) if scaled.abs() < 1e12 => libm::round(scaled) / power,
        _ => value,
    }
}

impl Study {
    /// The units of this study.
    ///
    /// # Errors
    /// A sentence, if the table cannot be read.
    pub fn units(&self) -> Result<UnitTable, String> {
        let own = &self.file.inputs.units;
        UnitTable::load(
            own.iter()
                .flat_map(|(test, units)| units.iter().map(move |(unit, factor)| (test, unit, *factor))),
        )
    }
}

/// A unit in one spelling.
fn spelling(unit: &str) -> String {
    let unit =
        unit.trim().to_lowercase().replace(['µ', 'μ'], "u").replace("10e", "10^").replace("10*", "10^");
    unit.strip_prefix('x').unwrap_or(&unit).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_units_in_their_many_spellings() {
        let units = UnitTable::load([]).unwrap();
        for (test, unit, factor) in [
            ("PLT", "10*9/L", Some(1.0)),
            ("PLT", "x10^9/L", Some(1.0)),
            ("PLT", "X10E3/uL", Some(1.0)),
            ("PLT", "K/uL", Some(1.0)),
            ("PLT", "G/L", Some(1.0)),
            ("ANC", "/µL", Some(0.001)),
            ("HGB", "g/dL", Some(10.0)),
            ("HGB", "G/L", Some(1.0)),
            ("BILI", "mg/dL", Some(17.1)),
            ("CHIM", "fraction", Some(100.0)),
            ("HGB", "mg/dL", None),
            ("BILI", "", None),
            ("GLUC", "mmol/L", None),
        ] {
            assert_eq!(units.factor(test, unit), factor, "{test} {unit}");
        }
    }

    #[test]
    fn values_are_decimal_in_any_unit() {
        let units = UnitTable::load([]).unwrap();
        for count in 1..20_000 {
            let thousandth = format!("{}.{:03}", count / 1000, count % 1000).parse::<f64>().unwrap();
            assert_eq!(units.convert("ANC", "/uL", f64::from(count)), Some(thousandth), "{count} /uL");
            let hundredth = format!("{}.{:02}", count / 100, count % 100).parse::<f64>().unwrap();
            let tenth = format!("{}.{}", count / 10, count % 10).parse::<f64>().unwrap();
            assert_eq!(units.convert("HGB", "g/dL", hundredth), Some(tenth), "{hundredth} g/dL");
            assert_eq!(decimal(tenth + 20.0), decimal(tenth) + 20.0, "{tenth} and 20");
        }
        for same in [0.0, -1.5, 1e-12, 1e300, -1e12, 123_456_789_012.0, 0.000_000_012_345_678_901_2] {
            assert_eq!(decimal(same), same);
        }
        assert_eq!(decimal(-0.1 - 0.2), -0.3);
    }

    /// 1 g/L of the monomer, 16 114.5 g/mol, is 0.0620559 mmol/L: 8.7 mmol/L is 140 g/L.
    #[test]
    fn haemoglobin_in_moles_is_of_the_monomer() {
        let factor = UnitTable::load([]).unwrap().factor("HGB", "mmol/L").unwrap();
        assert!((8.7 * factor - 140.196).abs() < 0.001);
    }

    #[test]
    fn a_study_adds_units() {
        let (test, unit) = ("HGB".to_owned(), "g%".to_owned());
        let units = UnitTable::load([(&test, &unit, 10.0)]).unwrap();
        assert_eq!(units.factor("HGB", "g%"), Some(10.0));
        assert_eq!(units.factor("HGB", "g/dL"), Some(10.0));
        assert!(units.known("HGB").contains(&"g%"));
    }

    #[test]
    fn multiples_of_the_limit() {
        assert!(UnitTable::is_multiple("xULN") && UnitTable::is_multiple("ULN"));
        assert!(UnitTable::is_multiple("x ULN") && !UnitTable::is_multiple("U/L"));
    }
}
