//! What the response rules speak of: disorders, laboratory tests, treatments, statuses.

/// An autoimmune blood disorder, as far as response rules tell them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Disorder {
    /// Immune thrombocytopenia.
    Itp,
    /// Autoimmune haemolytic anaemia, warm, cold or mixed.
    Aiha,
    /// Evans syndrome.
    Evans,
    /// Pure red cell aplasia.
    Prca,
    /// Autoimmune neutropenia.
    Ain,
    /// Aplastic anaemia.
    Aa,
    /// Thrombotic thrombocytopenic purpura.
    Ttp,
    /// Any other.
    Other,
}

impl Disorder {
    /// Every disorder, in order.
    pub const ALL: [Self; 8] =
        [Self::Itp, Self::Aiha, Self::Evans, Self::Prca, Self::Ain, Self::Aa, Self::Ttp, Self::Other];

    /// Its name in a study; the forms of AIHA have one.
    pub fn name(self) -> &'static str {
        match self {
            Self::Itp => "ITP",
            Self::Aiha => "AIHA",
            Self::Evans => "EVANS",
            Self::Prca => "PRCA",
            Self::Ain => "AIN",
            Self::Aa => "AA",
            Self::Ttp => "TTP",
            Self::Other => "OTHER",
        }
    }

    /// The disorder of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|disorder| disorder.name() == name)
    }

    /// The disorder of a code of the table of patients.
    pub fn of_code(code: &str) -> Self {
        match code {
            "AIHA_W" | "AIHA_C" | "AIHA_M" => Self::Aiha,
            other => Self::named(other).unwrap_or(Self::Other),
        }
    }
}

/// A laboratory test that a rule reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LabTest {
    /// Platelets.
    Plt,
    /// Haemoglobin.
    Hgb,
    /// Neutrophils.
    Anc,
    /// Lactate dehydrogenase.
    Ldh,
    /// Haptoglobin.
    Hapto,
    /// Bilirubin.
    Bili,
    /// Reticulocytes.
    Retic,
}

impl LabTest {
    /// Every test, in the order of its number.
    pub const ALL: [Self; 7] =
        [Self::Plt, Self::Hgb, Self::Anc, Self::Ldh, Self::Hapto, Self::Bili, Self::Retic];

    /// Its code in the table of laboratory values.
    pub fn code(self) -> &'static str {
        match self {
            Self::Plt => "PLT",
            Self::Hgb => "HGB",
            Self::Anc => "ANC",
            Self::Ldh => "LDH",
            Self::Hapto => "HAPTO",
            Self::Bili => "BILI",
            Self::Retic => "RETIC",
        }
    }

    /// The test of this code.
    pub fn named(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|test| test.code() == code)
    }

    /// The canonical unit; none where values are judged by the limit they come with.
    pub fn unit(self) -> Option<&'static str> {
        match self {
            Self::Plt | Self::Anc => Some("10^9/L"),
            Self::Hgb | Self::Hapto => Some("g/L"),
            Self::Bili => Some("umol/L"),
            Self::Ldh | Self::Retic => None,
        }
    }

    /// Whether a high value is the bad one.
    pub fn high_is_worse(self) -> bool {
        matches!(self, Self::Ldh | Self::Bili | Self::Retic)
    }
}

/// An event for which a treatment of the disorder may have been given instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Indication {
    /// Acute GVHD.
    AcuteGvhd,
    /// Chronic GVHD.
    ChronicGvhd,
    /// EBV reactivation.
    Ebv,
}

impl Indication {
    /// Every one, in the order of its number.
    pub const ALL: [Self; 3] = [Self::AcuteGvhd, Self::ChronicGvhd, Self::Ebv];

    /// Its type in the table of events.
    pub fn code(self) -> &'static str {
        match self {
            Self::AcuteGvhd => "AGVHD",
            Self::ChronicGvhd => "CGVHD",
            Self::Ebv => "EBV",
        }
    }

    /// The one of this type of event.
    pub fn named(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|indication| indication.code() == code)
    }
}

/// What a treatment was given for, where that is delivered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// The disorder.
    Disorder,
    /// Planned with the transplant: conditioning, prophylaxis.
    Planned,
    /// A complication, or anything else.
    Other,
}

impl Purpose {
    /// The purpose of a code of the table of treatments.
    pub fn of_code(code: &str) -> Self {
        match code {
            "DISORDER" => Self::Disorder,
            "PLANNED" => Self::Planned,
            _ => Self::Other,
        }
    }
}

/// A class of treatment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TreatmentClass {
    /// Red cell transfusion.
    RedCells,
    /// Platelet transfusion.
    Platelets,
    /// Intravenous immunoglobulin.
    Immunoglobulin,
    /// Steroids.
    Steroid,
    /// Rituximab.
    Rituximab,
    /// TPO receptor agonist.
    TpoAgonist,
    /// Growth factor.
    Gcsf,
    /// Splenectomy.
    Splenectomy,
    /// Other immunosuppressant.
    Immunosuppressant,
    /// Donor lymphocytes.
    DonorLymphocytes,
    /// Any other.
    Other,
}

impl TreatmentClass {
    /// Every class, in order.
    pub const ALL: [Self; 11] = [
        Self::RedCells,
        Self::Platelets,
        Self::Immunoglobulin,
        Self::Steroid,
        Self::Rituximab,
        Self::TpoAgonist,
        Self::Gcsf,
        Self::Splenectomy,
        Self::Immunosuppressant,
        Self::DonorLymphocytes,
        Self::Other,
    ];

    /// Its code in the table of treatments.
    pub fn code(self) -> &'static str {
        match self {
            Self::RedCells => "RBC_TX",
            Self::Platelets => "PLT_TX",
            Self::Immunoglobulin => "IVIG",
            Self::Steroid => "STEROID",
            Self::Rituximab => "RITUX",
            Self::TpoAgonist => "TPO_RA",
            Self::Gcsf => "GCSF",
            Self::Splenectomy => "SPLENECTOMY",
            Self::Immunosuppressant => "IMMUNOSUPPRESSANT",
            Self::DonorLymphocytes => "DLI",
            Self::Other => "OTHER",
        }
    }

    /// The class of this code.
    pub fn named(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.code() == code)
    }
}

/// The status of a disorder, from the worst to the best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// No response.
    No,
    /// Response.
    Response,
    /// A response whose counts are those of a complete one, while something that a complete response
    /// needs is not known.
    Unconfirmed,
    /// Complete response.
    Complete,
}

impl Status {
    /// Every status, the best first.
    pub const ALL: [Self; 4] = [Self::Complete, Self::Unconfirmed, Self::Response, Self::No];

    /// Its name in rules and results.
    pub fn name(self) -> &'static str {
        match self {
            Self::No => "NR",
            Self::Response => "R",
            Self::Unconfirmed => UNCONFIRMED,
            Self::Complete => "CR",
        }
    }

    /// The status of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }
}

/// The name of a complete response of which something is not known.
pub const UNCONFIRMED: &str = "CR unconfirmed";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Kind, Table};

    fn codes(table: &str, column: &str) -> Vec<&'static str> {
        match Table::named(table).unwrap().column(column).unwrap().kind {
            Kind::Category(codes) => codes.to_vec(),
            _ => panic!("{column} has no codes"),
        }
    }

    #[test]
    fn codes_are_those_of_the_canonical_tables() {
        for code in codes("labs", "test").into_iter().filter(|code| *code != "CHIM") {
            assert!(LabTest::named(code).is_some(), "{code}");
        }
        for code in codes("treatments", "class") {
            assert!(TreatmentClass::named(code).is_some(), "{code}");
        }
        for code in codes("patients", "disorder") {
            assert!(code == "OTHER" || Disorder::of_code(code) != Disorder::Other, "{code}");
        }
    }

    #[test]
    fn statuses_are_ordered() {
        assert!(Status::ALL.windows(2).all(|pair| pair[0] > pair[1]));
        assert_eq!(Status::named("CR unconfirmed"), Some(Status::Unconfirmed));
    }
}
