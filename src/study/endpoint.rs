//! The endpoints that need only their name: what they are called, and what competes.

use crate::domain::clinical::UNCONFIRMED;

/// How an endpoint is analysed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndpointKind {
    /// One event, nothing competes: Kaplan-Meier.
    Survival,
    /// Events that compete: cumulative incidence.
    Competing,
    /// Events that recur until death: mean cumulative counts.
    Recurrent,
    /// A status, without a time: proportions.
    Proportion,
}

/// An endpoint that the canonical tables give without further words.
#[derive(Debug, Clone, Copy)]
pub struct BuiltIn {
    /// Its name in a study.
    pub name: &'static str,
    /// What people call it.
    pub label: &'static str,
    /// How it is analysed.
    pub kind: EndpointKind,
    /// The events: that of interest first, then its competitors, as named in the results. For a
    /// proportion: the levels.
    pub causes: &'static [&'static str],
    /// Whether it exists for allogeneic transplants only.
    pub allogeneic_only: bool,
    /// Definition, for footnotes.
    pub definition: &'static str,
}

impl BuiltIn {
    /// The built-in endpoint of this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        BUILT_IN.iter().find(|endpoint| endpoint.name == name)
    }
}

const fn survival(
    name: &'static str,
    label: &'static str,
    event: &'static [&'static str],
    definition: &'static str,
) -> BuiltIn {
    BuiltIn { name, label, kind: EndpointKind::Survival, causes: event, allogeneic_only: false, definition }
}

const fn competing(
    name: &'static str,
    label: &'static str,
    causes: &'static [&'static str],
    definition: &'static str,
) -> BuiltIn {
    BuiltIn { name, label, kind: EndpointKind::Competing, causes, allogeneic_only: false, definition }
}

const fn gvhd(
    name: &'static str,
    label: &'static str,
    causes: &'static [&'static str],
    definition: &'static str,
) -> BuiltIn {
    BuiltIn { name, label, kind: EndpointKind::Competing, causes, allogeneic_only: true, definition }
}

/// Every built-in endpoint.
pub const BUILT_IN: &[BuiltIn] = &[
    survival("os", "Overall survival", &["death"], "death from any cause"),
    survival(
        "efs",
        "Event-free survival",
        &["event"],
        "death, relapse after response, no response by day 180, graft failure (allogeneic), new treatment of the disorder or second transplant, whichever is first",
    ),
    BuiltIn {
        name: "grfs",
        label: "GVHD-free, relapse-free survival",
        kind: EndpointKind::Survival,
        causes: &["event"],
        allogeneic_only: true,
        definition: "acute GVHD III-IV, severe chronic GVHD, graft failure, relapse or death, whichever is first",
    },
    competing(
        "nrm",
        "Non-relapse mortality",
        &["nrm", "relapse"],
        "death without prior relapse and not from the disease; relapse and death from the disease compete",
    ),
    competing(
        "relapse",
        "Relapse",
        &["relapse", "death"],
        "status back to no response among responders, from the day of response; death without relapse competes",
    ),
    competing(
        "anc_recovery",
        "Neutrophil recovery",
        &["recovery", "death", "second_hsct"],
        "first of three successive days with ANC >= 0.5 x 10^9/L after the nadir; death and second transplant compete; patients who never fell below are counted apart",
    ),
    competing(
        "plt_recovery",
        "Platelet recovery",
        &["recovery", "death", "second_hsct"],
        "first of three consecutive measurements on different days with platelets >= 20 x 10^9/L, 7 days without transfusion; death and second transplant compete; patients who never fell below are counted apart",
    ),
    competing(
        "primary_graft_failure",
        "Primary graft failure",
        &["graft_failure", "death"],
        "no neutrophil recovery by day 30 (cord blood: day 42); death before competes",
    ),
    competing(
        "secondary_graft_failure",
        "Secondary graft failure",
        &["graft_failure", "death", "relapse"],
        "loss of the graft, from the day of neutrophil recovery, among those who recovered; death and relapse compete",
    ),
    gvhd(
        "agvhd_2_4",
        "Acute GVHD II-IV",
        &["agvhd", "death", "relapse", "graft_failure", "second_hsct"],
        "acute GVHD grade II-IV by day 100; death, relapse, graft failure and second transplant compete; allogeneic transplants only",
    ),
    gvhd(
        "agvhd_3_4",
        "Acute GVHD III-IV",
        &["agvhd", "death", "relapse", "graft_failure", "second_hsct"],
        "acute GVHD grade III-IV by day 100; death, relapse, graft failure and second transplant compete; allogeneic transplants only",
    ),
    gvhd(
        "cgvhd",
        "Chronic GVHD",
        &["cgvhd", "death", "relapse", "graft_failure", "second_hsct"],
        "first chronic GVHD of any grade (NIH 2014); death, relapse, graft failure and second transplant compete; allogeneic transplants only",
    ),
    gvhd(
        "cgvhd_moderate_severe",
        "Moderate or severe chronic GVHD",
        &["cgvhd", "death", "relapse", "graft_failure", "second_hsct"],
        "first moderate or severe chronic GVHD (NIH 2014); death, relapse, graft failure and second transplant compete; allogeneic transplants only",
    ),
    competing(
        "infection_bacterial",
        "Bacterial infection",
        &["infection", "death", "second_hsct"],
        "first bacterial infection; death and second transplant compete",
    ),
    competing(
        "infection_viral",
        "Viral infection",
        &["infection", "death", "second_hsct"],
        "first viral infection; death and second transplant compete",
    ),
    competing(
        "infection_fungal",
        "Fungal infection",
        &["infection", "death", "second_hsct"],
        "first fungal infection; death and second transplant compete",
    ),
    competing(
        "cmv",
        "CMV reactivation",
        &["cmv", "death", "second_hsct"],
        "first CMV reactivation; death and second transplant compete",
    ),
    competing(
        "ebv",
        "EBV reactivation",
        &["ebv", "death", "second_hsct"],
        "first EBV reactivation; death and second transplant compete",
    ),
    competing(
        "sos",
        "Sinusoidal obstruction syndrome",
        &["sos", "death", "second_hsct"],
        "first sinusoidal obstruction syndrome; death and second transplant compete",
    ),
    competing(
        "second_malignancy",
        "Secondary malignancy",
        &["second_malignancy", "death"],
        "first secondary malignancy; death competes",
    ),
    competing(
        "second_autoimmune",
        "Secondary autoimmune disease",
        &["second_autoimmune", "death"],
        "first secondary autoimmune disease; death competes",
    ),
    competing(
        "response",
        "Response (CR or R)",
        &["response", "death", "rescue"],
        "first confirmed response, complete or not; death and rescue treatment compete",
    ),
    competing(
        "complete_response",
        "Complete response",
        &["response", "death", "rescue"],
        "first confirmed complete response; death and rescue treatment compete",
    ),
    BuiltIn {
        name: "best_response",
        label: "Best response",
        kind: EndpointKind::Proportion,
        causes: STATUSES,
        allogeneic_only: false,
        definition: "best confirmed response before rescue treatment, death or last contact",
    },
    BuiltIn {
        name: LANDMARK_STATUS,
        label: "Response status",
        kind: EndpointKind::Proportion,
        causes: STATUSES,
        allogeneic_only: false,
        definition: "status of the nearest value within a fifth of the day, at least 14 days; who died or had rescue treatment by then has not responded, who has no value near enough is not evaluable, and whose data were cut before is left out",
    },
    competing(
        "loss_of_response",
        "Loss of response",
        &["loss", "death"],
        "loss of response, reported relapse or rescue treatment among responders, from the day of response; death competes",
    ),
    survival(
        "duration_of_response",
        "Duration of response",
        &["end"],
        "loss of response, reported relapse, rescue treatment or death among responders, whichever is first, from the day of response",
    ),
    competing(
        "loss_of_complete_response",
        "Loss of complete response",
        &["loss", "death"],
        "loss of complete response, reported relapse or rescue treatment among complete responders, from the day of complete response; death competes",
    ),
    competing(
        "sustained_response",
        "Sustained response off treatment",
        &["sustained", "death", "rescue"],
        "first day on which a response is known to have lasted, without treatment of the disorder, for as long as the rule asks (180 days in those that ship); death and rescue treatment compete",
    ),
];

/// The built-in endpoint that becomes one for each landmark of the study.
pub const LANDMARK_STATUS: &str = "landmark_status";

/// The statuses of a response, the best first.
const STATUSES: &[&str] = &["CR", UNCONFIRMED, "R", "NR"];
