//! Why somebody has not responded, or why it is not known whether they have.

/// What a status of no response, or the want of a status, rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// Values say that there is no response.
    Measured,
    /// Dead by then.
    Dead,
    /// Rescue treatment by then.
    Rescued,
    /// The neutrophils have not recovered.
    NotEngrafted,
    /// Not known: one value says something, and nothing confirms or contradicts it.
    Unconfirmed,
    /// Not known: there is no value that tells.
    NoValue,
}

impl Ground {
    /// Every ground; those on which the status is not known come last.
    pub const ALL: [Self; 6] =
        [Self::Measured, Self::Dead, Self::Rescued, Self::NotEngrafted, Self::Unconfirmed, Self::NoValue];

    /// Its name in results.
    pub fn name(self) -> &'static str {
        match self {
            Self::Measured => "measured",
            Self::Dead => "dead",
            Self::Rescued => "rescue",
            Self::NotEngrafted => "not_engrafted",
            Self::Unconfirmed => "unconfirmed",
            Self::NoValue => "no_value",
        }
    }

    /// Whether the status is not known.
    pub fn is_unknown(self) -> bool {
        matches!(self, Self::Unconfirmed | Self::NoValue)
    }
}
