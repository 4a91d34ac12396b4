//! Codes of an event that recurs, and of one that ends it.

use std::sync::Arc;

use super::{EventCodes, Unnamed};

impl EventCodes {
    /// The codes of `--recurrent`, the first cause, of `--terminal`, the second, and of `--event-codes` that name
    /// what is censored.
    ///
    /// # Errors
    /// A sentence naming what cannot be read.
    pub fn recurrent(recurrent: &[String], terminal: &[String], censored: &[String]) -> Result<Self, String> {
        let mut codes = Self {
            named: Vec::new(),
            causes: vec![Arc::from("recurrent"), Arc::from("terminal")],
            unnamed: Unnamed::Refuse,
        };
        for (items, cause) in [(recurrent, 1), (terminal, 2)] {
            for code in items {
                if code.is_empty() || code == "0" {
                    return Err(format!("'{code}' is not the code of an event"));
                }
                codes.name(code, cause)?;
            }
        }
        for item in censored {
            match item.split_once('=') {
                Some((code, "0")) => codes.name(code, 0)?,
                _ => {
                    return Err(format!(
                        "'{item}' is not understood; beside --recurrent, --event-codes names what is censored: alive=0"
                    ));
                }
            }
        }
        Ok(codes)
    }

    fn name(&mut self, code: &str, cause: u32) -> Result<(), String> {
        if self.named.iter().any(|(known, _)| known == code) {
            return Err(format!("the code {code} is named twice"));
        }
        self.named.push((code.to_owned(), cause));
        Ok(())
    }
}
