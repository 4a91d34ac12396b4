//! Codes of one event and of competing causes, as they are named on the command line.

use std::sync::Arc;

use super::{EventCodes, Unnamed};

impl EventCodes {
    /// The causes of `--causes 1=relapse,2=nrm`, and of `--event-codes` that name what is censored.
    ///
    /// # Errors
    /// A sentence naming what cannot be read.
    pub fn causes(items: &[String], censored: &[String]) -> Result<Self, String> {
        let mut codes = Self { unnamed: Unnamed::Refuse, ..Self::default() };
        for item in items {
            let (code, label) = item.split_once('=').unwrap_or((item, item));
            if code.is_empty() || label.is_empty() {
                return Err(format!("'{item}' is not a cause; write 1=relapse,2=nrm"));
            }
            if codes.named.iter().any(|(known, _)| known == code) {
                return Err(format!("the code {code} is named twice"));
            }
            let known = codes.causes.iter().position(|known| **known == *label);
            let index = known.unwrap_or(codes.causes.len());
            if known.is_none() {
                codes.causes.push(Arc::from(label));
            }
            codes.named.push((code.to_owned(), u32::try_from(index + 1).unwrap_or(u32::MAX)));
        }
        for item in censored {
            match item.split_once('=') {
                Some((code, "0")) => codes.named.push((code.to_owned(), 0)),
                _ => {
                    return Err(format!(
                        "'{item}' is not understood; with --causes, --event-codes names what is censored: alive=0"
                    ));
                }
            }
        }
        Ok(codes)
    }

    /// The cause of `--cause 1`, against which every other code but 0 competes, and of `--event-codes` that
    /// name what is censored.
    ///
    /// # Errors
    /// A sentence naming what cannot be read.
    pub fn cause_of_interest(cause: &str, censored: &[String]) -> Result<Self, String> {
        let mut codes = Self::causes(&[cause.to_owned()], censored)?;
        if codes.named.iter().any(|(code, cause)| code == "0" && *cause > 0) {
            return Err("the code 0 is censoring and no cause".to_owned());
        }
        codes.causes.push(Arc::from("competing"));
        codes.unnamed = Unnamed::Compete;
        Ok(codes)
    }

    /// The codes of `--event-codes dead=1,alive=0` or `--event-codes 2`: one event.
    ///
    /// # Errors
    /// A sentence naming what cannot be read.
    pub fn event(items: &[String], unnamed: Unnamed) -> Result<Self, String> {
        if items.is_empty() {
            return Ok(Self { unnamed: Unnamed::Refuse, ..Self::single() });
        }
        let mut codes = Self { causes: vec![Arc::from("event")], unnamed, named: Vec::new() };
        for item in items {
            let (code, cause) = match item.split_once('=') {
                None => (item.as_str(), 1),
                Some((code, "0")) => (code, 0),
                Some((code, "1")) => (code, 1),
                // `1=dead`: the other way round, where that cannot be a code and its meaning.
                Some(("0", text)) if text.parse::<f64>().is_err() => (text, 0),
                Some(("1", text)) if text.parse::<f64>().is_err() => (text, 1),
                Some(_) => {
                    return Err(format!("'{item}' is not understood; write --event-codes dead=1,alive=0"));
                }
            };
            if codes.named.iter().any(|(known, _)| known == code) {
                return Err(format!("the code {code} is named twice"));
            }
            codes.named.push((code.to_owned(), cause));
        }
        Ok(codes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(items: &[&str]) -> Result<Vec<(String, u32)>, String> {
        let items: Vec<String> = items.iter().map(ToString::to_string).collect();
        EventCodes::event(&items, Unnamed::Refuse).map(|codes| codes.named)
    }

    /// `0=1` says that the code 0 is the event, as in CNSR.
    #[test]
    fn what_a_code_means_stands_behind_it() {
        let code = |code: &str, cause| (code.to_owned(), cause);
        assert_eq!(named(&["0=1", "1=0"]), Ok(vec![code("0", 1), code("1", 0)]));
        assert_eq!(named(&["1=1", "0=0"]), Ok(vec![code("1", 1), code("0", 0)]));
        assert_eq!(named(&["dead=1", "alive=0"]), Ok(vec![code("dead", 1), code("alive", 0)]));
        assert_eq!(named(&["1=dead", "0=alive"]), Ok(vec![code("dead", 1), code("alive", 0)]));
        assert_eq!(named(&["2"]), Ok(vec![code("2", 1)]));
        assert!(named(&["2=1", "2=0"]).is_err() && named(&["1=2"]).is_err());
    }
}
