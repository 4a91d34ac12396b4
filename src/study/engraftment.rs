//! The rules by which recovery of neutrophils and platelets follows from counts.

use std::sync::LazyLock;

use serde::Deserialize;

use super::milestone::Milestone;
use super::{Study, StudyError};

/// The rules that ship with the program, as they can be printed and copied.
pub const RECOVERY_RULES: &str = include_str!("rules/engraftment.toml");

/// A set of rules.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EngraftmentRules {
    /// Name and version.
    pub version: String,
    /// The last day of the nadir.
    pub nadir_to: i32,
    /// Counts that end more than so many days before do not show that there was no recovery.
    pub measured_to_within: i32,
    /// Recovery of neutrophils.
    pub neutrophils: RecoveryRule,
    /// Recovery of platelets.
    pub platelets: RecoveryRule,
    /// Loss of the graft by counts; without it, as reported only.
    #[serde(default)]
    pub loss: Option<LossRule>,
}

/// What loss of the graft is by counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LossRule {
    /// Neutrophils below this, 10^9/L.
    pub below: f64,
    /// So many successive measured days have them.
    pub successive: usize,
    /// Counts within so many days after growth factor are passed over.
    #[serde(default)]
    pub growth_factor_free: i32,
}

/// What recovery of a count is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecoveryRule {
    /// The least count, 10^9/L.
    pub at_least: f64,
    /// So many successive measured days have it.
    pub successive: usize,
    /// Counts within so many days after a transfusion of platelets are no recovery.
    #[serde(default)]
    pub transfusion_free: i32,
}

// A test reads the file: a program that was built has rules.
static BUILT_IN: LazyLock<EngraftmentRules> =
    LazyLock::new(|| toml::from_str(RECOVERY_RULES).unwrap_or_default());

impl EngraftmentRules {
    /// The rules that ship with the program.
    pub fn built_in() -> Self {
        BUILT_IN.clone()
    }

    /// What a milestone of recovery is, in words; none of any other milestone.
    pub(super) fn words(&self, milestone: Milestone) -> Option<String> {
        let (rule, what) = match milestone {
            Milestone::NeutrophilRecovery => (self.neutrophils, "ANC"),
            Milestone::PlateletRecovery => (self.platelets, "platelets"),
            Milestone::GraftLoss => return self.loss.map(LossRule::words),
            _ => return None,
        };
        let which = match rule.successive {
            1 => "first day".to_owned(),
            several => format!("first of {several} successive measured days"),
        };
        let unsupported = match rule.transfusion_free {
            0 => String::new(),
            days => format!(", {days} days without transfusion"),
        };
        Some(format!("{which} with {what} >= {} x 10^9/L after the nadir{unsupported}", rule.at_least))
    }

    /// What is wrong with the rule on loss, if anything.
    fn fault_of_loss(&self) -> Option<String> {
        let loss = self.loss?;
        match (loss.below.is_finite() && loss.below > 0.0, loss.successive, loss.growth_factor_free) {
            (false, _, _) => Some("loss: below has to be a number above 0".to_owned()),
            (_, 0, _) => Some("loss: successive has to be 1 or more".to_owned()),
            (_, _, ..0) => Some("loss: growth_factor_free has to be 0 or more".to_owned()),
            _ => None,
        }
    }

    /// What is wrong with them, if anything.
    fn fault(&self) -> Option<String> {
        let wrong = |name: &str, rule: &RecoveryRule| {
            let limit = rule.at_least.is_finite() && rule.at_least > 0.0;
            match (limit, rule.successive, rule.transfusion_free) {
                (false, _, _) => Some(format!("{name}: at_least has to be a number above 0")),
                (_, 0, _) => Some(format!("{name}: successive has to be 1 or more")),
                (_, _, ..0) => Some(format!("{name}: transfusion_free has to be 0 or more")),
                _ => None,
            }
        };
        let days = self.nadir_to.min(self.measured_to_within);
        let nadir = (days < 0).then(|| "nadir_to and measured_to_within have to be 0 or more".to_owned());
        nadir
            .or_else(|| wrong("neutrophils", &self.neutrophils))
            .or_else(|| wrong("platelets", &self.platelets))
            .or_else(|| self.fault_of_loss())
    }
}

impl LossRule {
    fn words(self) -> String {
        let free = match self.growth_factor_free {
            0 => String::new(),
            days => format!(", counts to {days} days after growth factor passed over"),
        };
        format!(
            "loss of the graft after neutrophil recovery, reported or first of {} successive measured days with \
             ANC < {} x 10^9/L{free}",
            self.successive, self.below
        )
    }
}

impl Study {
    /// The rules on recovery: those of the file that the study names, or those that ship with the program.
    pub(super) fn read_engraftment(&self) -> Result<(EngraftmentRules, String), StudyError> {
        let named = self.file.engraftment.rules.as_ref();
        let shipped = (EngraftmentRules::built_in(), RECOVERY_RULES);
        let (rules, text) = self.read_rule_file(named, shipped)?;
        match (rules.fault(), named) {
            (Some(message), Some(named)) => {
                let message = format!("{}: {message}", named.get_ref());
                Err(StudyError::at(&self.path, &self.text, Some(named.span()), message, None))
            }
            _ => Ok((rules, text)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_that_ship_are_those_of_the_file() {
        let rules: EngraftmentRules = toml::from_str(RECOVERY_RULES).unwrap();
        assert_eq!(rules, EngraftmentRules::built_in());
        assert_eq!(rules.fault(), None);
        assert_eq!(
            rules.words(Milestone::PlateletRecovery).unwrap(),
            "first of 3 successive measured days with platelets >= 20 x 10^9/L after the nadir, \
             7 days without transfusion"
        );
        assert_eq!(rules.words(Milestone::Death), None);
        // By default a graft is lost where that is reported.
        assert_eq!((rules.loss, rules.words(Milestone::GraftLoss)), (None, None));
        let own = format!("{RECOVERY_RULES}\n[loss]\nbelow = 0.5\nsuccessive = 3\ngrowth_factor_free = 7\n");
        let own: EngraftmentRules = toml::from_str(&own).unwrap();
        assert!(own.words(Milestone::GraftLoss).unwrap().contains("reported or first of 3 successive"));
    }

    #[test]
    fn rules_that_cannot_be_are_named() {
        let shipped = EngraftmentRules::built_in();
        let fault = |change: &dyn Fn(&mut EngraftmentRules)| {
            let mut rules = shipped.clone();
            change(&mut rules);
            rules.fault().unwrap()
        };
        assert!(fault(&|rules| rules.neutrophils.at_least = 0.0).contains("neutrophils: at_least"));
        assert!(fault(&|rules| rules.platelets.at_least = f64::NAN).contains("platelets: at_least"));
        assert!(fault(&|rules| rules.platelets.successive = 0).contains("platelets: successive"));
        assert!(fault(&|rules| rules.platelets.transfusion_free = -1).contains("transfusion_free"));
        let loss = LossRule { below: 0.5, successive: 3, growth_factor_free: 7 };
        assert!(fault(&|rules| rules.loss = Some(LossRule { below: 0.0, ..loss })).contains("loss: below"));
        assert!(fault(&|rules| rules.loss = Some(LossRule { successive: 0, ..loss })).contains("loss: succ"));
        assert!(
            fault(&|rules| rules.loss = Some(LossRule { growth_factor_free: -1, ..loss }))
                .contains("loss: growth")
        );
        assert!(fault(&|rules| rules.nadir_to = -1).contains("nadir_to"));
    }
}
