//! The tables that endpoints cannot do without.

use super::{Endpoint, Milestone, PartEvent};

impl Endpoint {
    /// A table without which the endpoint would be wrong, and that is not there; none where all are.
    ///
    /// Without laboratory values or treatments, relapse is known from reported relapses alone.
    pub fn lacking(&self, has: impl Fn(&str) -> bool) -> Option<&'static str> {
        let plan = &self.plan;
        let of_milestones = plan.milestones().map(Milestone::needs).find_map(|needs| {
            let mut lacking = needs.iter().map(|tables| tables.iter().find(|table| !has(table)));
            if lacking.clone().any(|table| table.is_none()) { None } else { lacking.next()?.copied() }
        });
        of_milestones.or_else(|| {
            plan.parts.iter().find_map(|part| {
                let PartEvent::Rows { table, .. } = &part.event else { return None };
                let known = ["events", "treatments", "followup"];
                known.into_iter().find(|known| known == table).filter(|table| !has(table))
            })
        })
    }
}
