//! The rules by which the intensity of a conditioning follows from its doses.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::{Study, StudyError};

/// The rules that ship with the program, as they can be printed and copied.
pub const RULES: &str = include_str!("rules/conditioning.toml");

/// A set of rules.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConditioningRules {
    /// Name and version.
    pub version: String,
    /// What agents are called, and in which unit their dose is compared.
    #[serde(default, rename = "agent")]
    pub agents: Vec<AgentRule>,
    /// Classes of intensity.
    pub intensity: Vec<ClassRule>,
    /// Classes of the autoimmune diseases working party, of autologous transplants.
    #[serde(default)]
    pub adwp: Vec<ClassRule>,
}

/// An agent.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgentRule {
    /// Its code.
    pub name: String,
    /// Other codes.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The unit in which its dose is compared.
    pub unit: String,
    /// Other units, and what a dose in them is multiplied by.
    #[serde(default)]
    pub units: BTreeMap<String, f64>,
}

/// A class: any of its clauses; without any, the rest.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClassRule {
    /// Its name.
    pub class: String,
    /// The clauses.
    #[serde(default)]
    pub any: Vec<Clause>,
}

/// What a regimen has to be.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Clause {
    /// An agent that is there.
    pub agent: Option<String>,
    /// Its least dose.
    pub at_least: Option<f64>,
    /// A dose that it exceeds.
    pub above: Option<f64>,
    /// Its greatest dose.
    pub at_most: Option<f64>,
    /// Its route.
    pub route: Option<String>,
    /// Its fractions.
    pub fractions: Option<Fractions>,
    /// Agents that are all there.
    pub with: Vec<String>,
    /// Agents beside which there is no other.
    pub only: Vec<String>,
}

/// Whether irradiation is given at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Fractions {
    /// At once.
    Single,
    /// In fractions.
    Several,
}

/// An agent of a regimen, as delivered.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Dose {
    /// Its code.
    pub agent: String,
    /// Its total dose.
    pub dose: f64,
    /// The unit.
    pub unit: String,
    /// The route.
    pub route: Option<String>,
    /// The number of fractions.
    pub fractions: Option<i32>,
}

impl AgentRule {
    /// What a dose in a unit is multiplied by; none where the unit is not known.
    fn factor(&self, unit: &str) -> Option<f64> {
        let unit = spelling(unit);
        if spelling(&self.unit) == unit {
            return Some(1.0);
        }
        self.units.iter().find(|(known, _)| spelling(known) == unit).map(|(_, factor)| *factor)
    }
}

/// A unit in one spelling: `mg/m2`, `MG/M^2` and `mg/m\u{b2}` are the same.
fn spelling(unit: &str) -> String {
    unit.trim().to_lowercase().replace("**", "").replace('^', "").replace('\u{b2}', "2")
}

// A test reads the file: a program that was built has rules.
static BUILT_IN: LazyLock<ConditioningRules> = LazyLock::new(|| toml::from_str(RULES).unwrap_or_default());

impl ConditioningRules {
    /// The rules that ship with the program.
    pub fn built_in() -> Self {
        BUILT_IN.clone()
    }

    /// The class of intensity of a regimen; none where nothing is known of it, or what decides is missing.
    pub fn intensity_of(&self, regimen: &[Dose]) -> Option<&str> {
        self.class_of(&self.intensity, regimen)
    }

    /// The class of the autoimmune diseases working party.
    pub fn adwp_of(&self, regimen: &[Dose]) -> Option<&str> {
        self.class_of(&self.adwp, regimen)
    }

    fn class_of<'a>(&self, classes: &'a [ClassRule], regimen: &[Dose]) -> Option<&'a str> {
        if regimen.is_empty() {
            return None;
        }
        for class in classes {
            let mut holds = Some(class.any.is_empty());
            for clause in &class.any {
                holds = either(holds, self.holds(clause, regimen));
            }
            match holds
                .filter(|_| !class.any.is_empty() || regimen.iter().all(|dose| self.knows(&dose.agent)))
            {
                Some(true) => return Some(&class.class),
                Some(false) => {}
                None => return None,
            }
        }
        None
    }

    /// Whether an agent is one of the rules, by any of its names.
    pub fn knows(&self, agent: &str) -> bool {
        self.agent_of(agent).is_some()
    }

    /// Whether a dose that decides on a class is in a unit that the agent is not known in.
    pub fn is_unit_unknown(&self, agent: &str, unit: &str) -> bool {
        let Some(agent) = self.agent_of(agent) else { return false };
        let limited = |clause: &Clause| {
            clause.agent.as_ref() == Some(&agent.name)
                && (clause.at_least.is_some() || clause.above.is_some() || clause.at_most.is_some())
        };
        let classes = self.intensity.iter().chain(&self.adwp);
        classes.flat_map(|class| &class.any).any(limited) && agent.factor(unit).is_none()
    }

    /// Whether a clause holds; missing where what it asks for is not known. An agent of an unknown name may be any: it
    /// can add to what is there, and take nothing away.
    fn holds(&self, clause: &Clause, regimen: &[Dose]) -> Option<bool> {
        let all_known = regimen.iter().all(|dose| self.knows(&dose.agent));
        let bounded = clause.at_most.is_some() || clause.fractions.is_some();
        self.holds_of_known(clause, regimen).filter(|holds| all_known || (*holds && !bounded))
    }

    fn holds_of_known(&self, clause: &Clause, regimen: &[Dose]) -> Option<bool> {
        let there = |name: &String| regimen.iter().any(|dose| self.code(&dose.agent) == name);
        let allowed = |dose: &Dose| clause.only.iter().any(|name| name == self.code(&dose.agent));
        let complete = clause.with.iter().all(there);
        let alone = clause.only.is_empty() || regimen.iter().all(allowed);
        let Some(agent) = &clause.agent else { return Some(complete && alone) };
        let rows: Vec<&Dose> = regimen.iter().filter(|dose| self.code(&dose.agent) == agent).collect();
        if rows.is_empty() {
            return Some(false);
        }
        let fractions = clause.fractions.map_or(Some(true), |wanted| {
            let number = rows.iter().map(|dose| dose.fractions).sum::<Option<i32>>();
            number.map(|number| (number > 1) == (wanted == Fractions::Several))
        });
        let route = clause.route.as_deref().map_or(Some(true), |wanted| {
            let routes: Option<Vec<Route>> =
                rows.iter().map(|dose| Route::of(dose.route.as_deref()?)).collect();
            let (wanted, routes) = (Route::of(wanted)?, routes?);
            let same = routes.iter().filter(|route| **route == wanted).count();
            (same == 0 || same == routes.len()).then_some(same > 0)
        });
        [Some(complete && alone), self.within(clause, agent, &rows), fractions, route]
            .into_iter()
            .fold(Some(true), both)
    }

    /// Whether the doses of an agent, together, lie within the limits of a clause.
    fn within(&self, clause: &Clause, agent: &str, rows: &[&Dose]) -> Option<bool> {
        if clause.at_least.is_none() && clause.above.is_none() && clause.at_most.is_none() {
            return Some(true);
        }
        let agent = self.agents.iter().find(|known| known.name == agent)?;
        let converted = |dose: &&Dose| agent.factor(&dose.unit).map(|factor| dose.dose * factor);
        let value = rows.iter().map(converted).sum::<Option<f64>>()?;
        // A dose that was converted is compared as it is written: 0.1 cGy makes no difference.
        let (low, high) = (value * (1.0 - 1e-9), value * (1.0 + 1e-9));
        Some(
            clause.at_least.is_none_or(|least| high >= least)
                && clause.above.is_none_or(|limit| low > limit)
                && clause.at_most.is_none_or(|most| low <= most),
        )
    }

    /// The code of an agent, by any of its names.
    fn code<'a>(&'a self, delivered: &'a str) -> &'a str {
        self.agent_of(delivered).map_or(delivered, |agent| &agent.name)
    }

    fn agent_of(&self, delivered: &str) -> Option<&AgentRule> {
        let named = |agent: &&AgentRule| {
            let mut names = std::iter::once(&agent.name).chain(&agent.aliases);
            names.any(|name| name.eq_ignore_ascii_case(delivered.trim()))
        };
        self.agents.iter().find(named)
    }
}

/// How an agent is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Route {
    Intravenous,
    Oral,
}

impl Route {
    /// The route of this name or abbreviation; none where it is another.
    fn of(text: &str) -> Option<Self> {
        let plain: String = text.chars().filter(char::is_ascii_alphabetic).collect();
        match plain.to_ascii_uppercase().as_str() {
            "IV" | "INTRAVENOUS" => Some(Self::Intravenous),
            "PO" | "ORAL" => Some(Self::Oral),
            _ => None,
        }
    }
}

/// One or the other; missing where only what is missing could make it true.
fn either(one: Option<bool>, other: Option<bool>) -> Option<bool> {
    match (one, other) {
        (Some(true), _) | (_, Some(true)) => Some(true),
        (Some(false), Some(false)) => Some(false),
        _ => None,
    }
}

/// Both; missing where only what is missing could make it false.
fn both(one: Option<bool>, other: Option<bool>) -> Option<bool> {
    either(one.map(|truth| !truth), other.map(|truth| !truth)).map(|truth| !truth)
}

impl Study {
    /// The rules on conditioning: those of the file that the study names, or those that ship with the program.
    pub(super) fn read_conditioning(&self) -> Result<(ConditioningRules, String), StudyError> {
        let shipped = (ConditioningRules::built_in(), RULES);
        self.read_rule_file(self.file.conditioning.rules.as_ref(), shipped)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `BU 12.8 mg/kg IV, TBI 12 Gy /6`: agent, dose, unit, route or fractions.
    fn regimen(text: &str) -> Vec<Dose> {
        let dose = |text: &str| {
            let words: Vec<&str> = text.split_whitespace().collect();
            let last = words.get(3).copied().unwrap_or_default();
            Dose {
                agent: words[0].to_owned(),
                dose: words[1].parse().unwrap(),
                unit: words[2].to_owned(),
                route: (!last.is_empty() && !last.starts_with('/')).then(|| last.to_owned()),
                fractions: last.strip_prefix('/').and_then(|number| number.parse().ok()),
            }
        };
        text.split(',').map(|part| dose(part.trim())).collect()
    }

    /// Regimen, intensity, class of the working party; `?` where none is derived.
    const TABLE: &str = "
        TBI 5 Gy /1                                    | MAC | HIGH
        TBI 4.9 Gy /1                                  | RIC | HIGH
        TBI 7.5 Gy /3                                  | RIC | HIGH
        TBI 8 Gy /4                                    | MAC | HIGH
        TBI 800 cGy /4                                 | MAC | HIGH
        TBI 8 Gy                                       | MAC | HIGH
        TBI 6 Gy                                       | ?   | HIGH
        TBI 12 Gy /6, CY 120 mg/kg IV                  | MAC | HIGH
        TBI 2 Gy /1                                    | NMA | HIGH
        TBI 2 Gy /1, FLU 90 mg/m2 IV                   | NMA | HIGH
        TBI 2 Gy /1, CY 60 mg/kg IV                    | RIC | HIGH
        TBI 3 Gy /1, FLU 90 mg/m2 IV                   | RIC | HIGH
        BU 8 mg/kg PO, FLU 150 mg/m2 IV                | RIC | LOW
        BU 8.1 mg/kg PO, FLU 150 mg/m2 IV              | MAC | HIGH
        BU 6.4 mg/kg IV, FLU 150 mg/m2 IV              | RIC | LOW
        BU 6.5 mg/kg IV, FLU 150 mg/m2 IV              | MAC | HIGH
        BUSULFAN 12.8 mg/kg, CY 120 mg/kg IV           | MAC | HIGH
        BU 7 mg/kg, CY 120 mg/kg IV                    | ?   | ?
        BU 7 mg/kg i.v., CY 120 mg/kg IV               | MAC | HIGH
        BU 7 mg/kg oral, CY 120 mg/kg IV               | RIC | INT
        BU 7 mg/kg other, CY 120 mg/kg IV              | ?   | ?
        BU 3.2 mg/kg IV, BUSULFAN 9.6 mg/kg IV         | MAC | HIGH
        TT 5 mg/kg IV, THIOTEPA 5 mg/kg IV             | MAC | INT
        BU 500 mg/m2 IV, CY 120 mg/kg IV               | ?   | ?
        MEL 140 mg/m2 IV                               | RIC | LOW
        MEL 140 mg/m2 IV, FLU 150 mg/m2 IV             | RIC | LOW
        MEL 200 mg/m2 IV                               | MAC | LOW
        TT 10 mg/kg IV, FLU 150 mg/m2 IV               | MAC | LOW
        TT 9 mg/kg IV, FLU 150 mg/m2 IV                | RIC | LOW
        TREO 30 g/m2 IV, FLU 150 mg/m2 IV              | RIC | LOW
        TREO 42000 mg/m2 IV, FLU 150 mg/m2 IV          | MAC | LOW
        FLU 120 mg/m2 IV, CY 60 mg/kg IV               | NMA | LOW
        FLU 120 mg/m2 IV, CY 60 mg/kg IV, ATG 7.5 mg/kg IV | NMA | LOW
        FLU 120 mg/m2 IV, CY 60 mg/kg IV, TT 5 mg/kg IV    | RIC | LOW
        CY 200 mg/kg IV                                | RIC | LOW
        CY 200 mg/kg IV, ATG 7.5 mg/kg IV              | RIC | INT
        TBI 8 Gy /4, NEWDRUG 10 mg IV                  | MAC | HIGH
        BU 12.8 mg/kg IV, NEWDRUG 10 mg IV             | MAC | HIGH
        MEL 140 mg/m2 IV, NEWDRUG 10 mg IV             | ?   | ?
        FLU 120 mg/m2 IV, CY 60 mg/kg IV, NEWDRUG 1 mg | ?   | ?
        FLU 120 mg/m2 IV, NEWDRUG 1 mg                 | ?   | ?
        TBI 2 Gy /1, NEWDRUG 1 mg                      | ?   | HIGH
        NEWDRUG 10 mg IV                               | ?   | ?
        CARMUSTINE 300 mg/m2 IV, etoposide 800 mg/m2 IV, ARA-C 1600 mg/m2 IV, MEL 140 mg/m2 IV | RIC | INT
        BCNU 300 mg/m2 IV, ETO 800 mg/m2 IV, ARAC 1600 mg/m2 IV, MEL 140 mg/m2 IV, ATG 7.5 mg/kg IV | RIC | INT
    ";

    #[test]
    fn every_line_of_the_table_comes_out_as_it_says() {
        let rules: ConditioningRules = toml::from_str(RULES).unwrap();
        assert_eq!(rules, ConditioningRules::built_in());
        for line in TABLE.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            let doses = regimen(cells[0]);
            let found = [rules.intensity_of(&doses), rules.adwp_of(&doses)].map(|class| class.unwrap_or("?"));
            assert_eq!(found, [cells[1], cells[2]], "{}", cells[0]);
        }
        assert_eq!(rules.intensity_of(&[]), None);
    }

    #[test]
    fn the_order_of_the_agents_does_not_matter() {
        let rules = ConditioningRules::built_in();
        for line in TABLE.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let doses = regimen(line.split('|').next().unwrap());
            let turned: Vec<Dose> = doses.iter().rev().cloned().collect();
            assert_eq!(rules.intensity_of(&doses), rules.intensity_of(&turned));
        }
    }
}
