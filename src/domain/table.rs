//! The canonical tables: what a delivery must hold, column by column.

/// What a cell of a column may hold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// An opaque identifier: text as delivered (`0012` stays `0012`), no white space.
    Id,
    /// Whole days from the first infusion; may be negative.
    Day,
    /// A whole number within limits, both included.
    Integer(i64, i64),
    /// A finite number within limits, both included.
    Real(f64, f64),
    /// One of these codes, and nothing else.
    Category(&'static [&'static str]),
    /// A short code that the schema does not list (an agent, a region).
    Code,
    /// 0 or 1, also written true or false.
    Flag,
}

/// One column of a canonical table.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Name in the header.
    pub name: &'static str,
    /// What its cells may hold.
    pub kind: Kind,
    /// Whether every cell must be filled and the column be there.
    pub required: bool,
    /// One line for people.
    pub about: &'static str,
}

/// A canonical table.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    /// Name, also of its files.
    pub name: &'static str,
    /// One line for people.
    pub about: &'static str,
    /// The columns, in order.
    pub columns: &'static [Column],
    /// The columns that together identify a row; empty where rows may repeat. Rows are stored
    /// sorted by these, then by all columns in order.
    pub key: &'static [&'static str],
}

impl Table {
    /// The column of this name.
    pub fn column(&self, name: &str) -> Option<&'static Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// Whether every subject has a row, so that a table without any cannot be right.
    pub fn of_everybody(&self) -> bool {
        matches!(self.name, "patients" | "transplants" | "followup")
    }

    /// The canonical table of this name.
    pub fn named(name: &str) -> Option<&'static Table> {
        TABLES.iter().find(|table| table.name == name)
    }
}

/// Version of the canonical schema; it stands in every stored file.
pub const SCHEMA_VERSION: u32 = 1;

const fn must(name: &'static str, kind: Kind, about: &'static str) -> Column {
    Column { name, kind, required: true, about }
}

const fn may(name: &'static str, kind: Kind, about: &'static str) -> Column {
    Column { name, kind, required: false, about }
}

const SUBJECT: Column = must("subject_id", Kind::Id, "opaque subject identifier");
const SEQUENCE: Column = must("hsct_seq", Kind::Integer(1, 9), "number of the transplant, from 1");

/// CDISC ADTTE: times to event as the sponsor derived them. It stands beside the canonical tables, or beside an
/// extract, and is stored with times in days.
pub const ADTTE: Table = Table {
    name: "adtte",
    about: "one row a subject and parameter: a time to event",
    key: &["subject_id", "paramcd"],
    columns: &[
        SUBJECT,
        must("paramcd", Kind::Code, "parameter"),
        may("aval", Kind::Real(0.0, 1.0e6), "time to the event or to censoring; missing: not evaluable"),
        may("cnsr", Kind::Integer(0, 999), "0 the event, else a reason for censoring"),
        may("unit", Kind::Code, "unit of the time"),
    ],
};

/// Every canonical table, in the order in which they are read.
pub const TABLES: &[Table] = &[
    Table {
        name: "patients",
        about: "one row a subject",
        key: &["subject_id"],
        columns: &[
            must("study_id", Kind::Code, "study or registry"),
            SUBJECT,
            may("age_years", Kind::Real(0.0, 90.0), "age at first transplant, years, top-coded at 90"),
            may("sex", Kind::Category(&["F", "M", "U"]), "sex"),
            must(
                "disorder",
                Kind::Category(&[
                    "AIHA_W", "AIHA_C", "AIHA_M", "ITP", "EVANS", "PRCA", "AIN", "AA", "TTP", "OTHER",
                ]),
                "autoimmune blood disorder (AIHA warm, cold, mixed)",
            ),
            may("secondary", Kind::Flag, "secondary to another disease"),
            may("dx_day", Kind::Day, "day of diagnosis"),
            may("n_prior_lines", Kind::Integer(0, 50), "lines of treatment before transplant"),
            may("splenectomy", Kind::Flag, "splenectomy before transplant"),
            may("hct_ci", Kind::Integer(0, 30), "comorbidity index HCT-CI"),
            may("kps", Kind::Integer(0, 100), "Karnofsky or Lansky score"),
            may("tx_year", Kind::Integer(1950, 2100), "calendar year of first transplant"),
            may("region", Kind::Code, "region or site"),
        ],
    },
    Table {
        name: "transplants",
        about: "one row a transplant",
        key: &["subject_id", "hsct_seq"],
        columns: &[
            SUBJECT,
            SEQUENCE,
            must("hsct_day", Kind::Day, "day of infusion; 0 for the first"),
            must("type", Kind::Category(&["AUTO", "ALLO", "SYN"]), "autologous, allogeneic, syngeneic"),
            may(
                "donor",
                Kind::Category(&["AUTO", "MSD", "MRD", "MUD", "MMUD", "HAPLO", "UCB", "SYN"]),
                "donor",
            ),
            may("source", Kind::Category(&["BM", "PBSC", "UCB"]), "stem cell source"),
            may("serotherapy", Kind::Category(&["NONE", "ATG", "ALEMTUZUMAB"]), "in-vivo T-cell depletion"),
            may("cond_start_day", Kind::Day, "first day of conditioning"),
            may(
                "cond_intensity",
                Kind::Category(&["MAC", "RIC", "NMA", "UNK"]),
                "conditioning intensity, declared",
            ),
            may("adwp_intensity", Kind::Category(&["LOW", "INT", "HIGH"]), "autoimmune working party class"),
            may("cd34_1e6_kg", Kind::Real(0.0, 1000.0), "CD34+ dose, 10^6/kg"),
            may("gvhd_prophylaxis", Kind::Code, "GVHD prophylaxis"),
        ],
    },
    Table {
        name: "regimen",
        about: "one row an agent of the conditioning",
        key: &["subject_id", "hsct_seq", "agent"],
        columns: &[
            SUBJECT,
            SEQUENCE,
            must("agent", Kind::Code, "agent (BU, CY, FLU, MEL, TREO, TT, TBI, ATG, ...)"),
            must("dose", Kind::Real(0.0, 100_000.0), "total dose"),
            must("unit", Kind::Code, "unit of the dose"),
            may("route", Kind::Code, "route (IV, PO)"),
            may("fractions", Kind::Integer(1, 50), "number of fractions"),
        ],
    },
    Table {
        name: "labs",
        about: "one row a laboratory value",
        key: &[],
        columns: &[
            SUBJECT,
            must("day", Kind::Day, "day of the sample"),
            must(
                "test",
                Kind::Category(&["PLT", "HGB", "ANC", "LDH", "HAPTO", "BILI", "RETIC", "CHIM"]),
                "test",
            ),
            must("value", Kind::Real(-1.0e9, 1.0e9), "value in the unit delivered"),
            must("unit", Kind::Code, "unit of the value; without one it is refused"),
            may("lln", Kind::Real(-1.0e9, 1.0e9), "lower limit of normal"),
            may("uln", Kind::Real(-1.0e9, 1.0e9), "upper limit of normal"),
            may("below_lod", Kind::Flag, "below the limit of detection"),
        ],
    },
    Table {
        name: "treatments",
        about: "one row a treatment",
        key: &[],
        columns: &[
            SUBJECT,
            must(
                "class",
                Kind::Category(&[
                    "RBC_TX",
                    "PLT_TX",
                    "IVIG",
                    "STEROID",
                    "RITUX",
                    "TPO_RA",
                    "GCSF",
                    "SPLENECTOMY",
                    "IMMUNOSUPPRESSANT",
                    "DLI",
                    "OTHER",
                ]),
                "class of treatment",
            ),
            must("start_day", Kind::Day, "first day"),
            may("end_day", Kind::Day, "last day"),
            may("dose", Kind::Real(0.0, 100_000.0), "dose"),
            may(
                "purpose",
                Kind::Category(&["DISORDER", "PLANNED", "GVHD", "INFECTION", "OTHER"]),
                "what it was given for: the disorder, planned with the transplant (conditioning, prophylaxis), a complication",
            ),
        ],
    },
    Table {
        name: "events",
        about: "one row an event",
        key: &[],
        columns: &[
            SUBJECT,
            must("day", Kind::Day, "day of onset"),
            must(
                "type",
                Kind::Category(&[
                    "AGVHD",
                    "CGVHD",
                    "INFECTION",
                    "CMV",
                    "EBV",
                    "SOS",
                    "BLEED",
                    "GRAFT_FAILURE",
                    "RELAPSE",
                    "SECOND_MALIG",
                    "SECOND_AUTOIMMUNE",
                    "DEVIATION",
                    "OTHER",
                ]),
                "type of event; DEVIATION is a major one from the protocol",
            ),
            may(
                "grade",
                Kind::Category(&["0", "1", "2", "3", "4", "5", "MILD", "MODERATE", "SEVERE"]),
                "maximum grade: acute GVHD 0-4, chronic GVHD NIH 2014, CTCAE 1-5",
            ),
            may(
                "organism_class",
                Kind::Category(&["BACTERIAL", "VIRAL", "FUNGAL", "PARASITIC", "UNKNOWN"]),
                "class of organism",
            ),
            may("certainty", Kind::Category(&["POSSIBLE", "PROBABLE", "PROVEN"]), "certainty"),
            may("end_day", Kind::Day, "day of resolution"),
        ],
    },
    Table {
        name: "followup",
        about: "one row a subject: last contact, death",
        key: &["subject_id"],
        columns: &[
            SUBJECT,
            must("last_contact_day", Kind::Day, "last day known alive, or the day of death"),
            must("vital", Kind::Category(&["ALIVE", "DEAD", "LTFU"]), "vital status"),
            may("death_day", Kind::Day, "day of death"),
            may(
                "cause_of_death",
                Kind::Category(&[
                    "RELAPSE",
                    "INFECTION",
                    "GVHD",
                    "GF",
                    "SOS",
                    "ORGAN",
                    "SECOND_MALIG",
                    "OTHER",
                    "UNK",
                ]),
                "cause of death",
            ),
            may("ascertained_through_day", Kind::Day, "complications are known to this day"),
            may("cutoff_day", Kind::Day, "day of the data cut: potential follow-up"),
        ],
    },
];
