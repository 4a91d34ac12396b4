//! A value for every covariate of a model, at which it predicts.

/// A value for every covariate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CovariateProfile {
    /// As it was written.
    pub text: String,
    /// Column and value.
    pub values: Vec<(String, String)>,
}

impl CovariateProfile {
    /// Reads `age=40;sex=F`.
    ///
    /// # Errors
    /// A sentence naming what cannot be read.
    ///
    /// # Examples
    /// ```
    /// use engraft::study::CovariateProfile;
    /// let profile = CovariateProfile::parse("age=40; sex=F").unwrap();
    /// assert_eq!(profile.value("sex"), Some("F"));
    /// assert!(CovariateProfile::parse("age").is_err());
    /// ```
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut values: Vec<(String, String)> = Vec::new();
        for item in text.split(';') {
            let parts = item.split_once('=').map(|(name, value)| (name.trim(), value.trim()));
            let Some((name, value)) = parts.filter(|(name, value)| !name.is_empty() && !value.is_empty())
            else {
                return Err(format!("'{item}' is not understood; write 'age=40;sex=F'"));
            };
            if values.iter().any(|(known, _)| known == name) {
                return Err(format!("{name} stands there twice"));
            }
            values.push((name.to_owned(), value.to_owned()));
        }
        Ok(Self { text: text.trim().to_owned(), values })
    }

    /// The value of a column.
    pub fn value(&self, column: &str) -> Option<&str> {
        self.values.iter().find(|(name, _)| name == column).map(|(_, value)| value.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn profiles_are_read() {
        let profile = CovariateProfile::parse(" age=40; sex=F ").unwrap();
        assert_eq!((profile.text.as_str(), profile.value("sex")), ("age=40; sex=F", Some("F")));
        for bad in ["", "age", "age=", "age=1;age=2"] {
            assert!(CovariateProfile::parse(bad).is_err(), "{bad}");
        }
    }
}
