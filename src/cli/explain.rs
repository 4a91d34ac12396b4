//! Why a subject has this response and these endpoints.

use super::arguments::{ExplainArguments, ExplainFormat};
use super::failure::{Code, Failure};
use super::output;
use crate::cohort::explain::{DayLine, Decision, EndpointLine, Explained, Explanation, RuleUsed, ValueLine};
use crate::pipeline;
use crate::study::Study;

/// Columns of a terminal.
const WIDTH: usize = 80;

pub(super) fn explain(arguments: &ExplainArguments) -> Result<(), Failure> {
    let study = Study::load(&arguments.study.study)?;
    match pipeline::explain(&study, &arguments.subject)? {
        Explained::Unknown { near } => {
            let help = match near {
                0 => "none has an identifier like it".to_owned(),
                1 => "1 has an identifier much like it".to_owned(),
                many => format!("{many} have an identifier much like it"),
            };
            Err(Failure::new(Code::Usage, "the store has no such subject").help(help))
        }
        Explained::Known(explanation) => match arguments.format {
            ExplainFormat::Table => output::text(&table(&explanation)),
            ExplainFormat::Json => {
                let text = serde_json::to_string_pretty(&explanation)
                    .map_err(|error| Failure::new(Code::Usage, error.to_string()))?;
                output::text(&format!("{text}\n"))
            }
        },
    }
}

fn table(explanation: &Explanation) -> String {
    let mut page = Page::default();
    page.line(0, explanation.notice);
    page.head(explanation);
    explanation.rules.iter().for_each(|rule| page.rule(rule));
    page.heading("Laboratory values");
    page.values(&explanation.values);
    page.heading("Status by day");
    page.days(&explanation.days);
    page.heading("Course");
    explanation.decisions.iter().for_each(|decision| page.decision(decision));
    page.heading("Endpoints");
    page.endpoints(&explanation.endpoints);
    page.0
}

/// Lines of at most 80 columns.
#[derive(Debug, Default)]
struct Page(String);

impl Page {
    /// A text from a margin on; what does not fit follows two columns further in.
    fn line(&mut self, margin: usize, text: &str) {
        self.hanging(margin, margin + 2, text);
    }

    /// A text from a margin on; what does not fit follows from another.
    fn hanging(&mut self, margin: usize, next: usize, text: &str) {
        let mut line = " ".repeat(margin);
        let mut empty = true;
        for word in text.split(' ') {
            let width = line.chars().count() + word.chars().count() + usize::from(!empty);
            if !empty && width > WIDTH {
                self.0.push_str(line.trim_end());
                self.0.push('\n');
                line = " ".repeat(next);
                empty = true;
            }
            if !empty {
                line.push(' ');
            }
            line.push_str(word);
            empty = false;
        }
        self.0.push_str(line.trim_end());
        self.0.push('\n');
    }

    fn heading(&mut self, text: &str) {
        self.0.push_str(&format!("\n{text}\n"));
    }

    fn head(&mut self, explanation: &Explanation) {
        let transplant = explanation.transplant.as_deref().unwrap_or("unknown");
        self.line(0, &format!("Subject {}: {}, {transplant}", explanation.subject, explanation.disorder));
        if let Some(step) = &explanation.excluded_by {
            self.line(0, &format!("Not in the population of the study: fails \"{step}\""));
        }
        self.line(0, &format!("Rated from {}", explanation.rated_from));
        for baseline in &explanation.baselines {
            let value = number(baseline.value);
            self.line(0, &format!("Baseline {} {value} on day {}", baseline.test, baseline.day));
        }
    }

    fn rule(&mut self, rule: &RuleUsed) {
        self.line(
            0,
            &format!("Rule of {}: {} version {}, {}", rule.disorder, rule.name, rule.version, rule.title),
        );
        rule.sources.iter().for_each(|source| self.line(2, source));
    }

    fn values(&mut self, values: &[ValueLine]) {
        if values.is_empty() {
            return self.line(2, "none");
        }
        self.line(
            2,
            &row(&[("test", -6), ("day", 6), ("value", 10), ("unit", -9), ("canonical", 10), ("used", -20)]),
        );
        for value in values {
            let below = if value.below_lod { "<" } else { "" };
            let day = value.day.to_string();
            let [delivered, canonical] =
                [value.value, value.canonical].map(|value| format!("{below}{}", number(value)));
            let cells = row(&[
                (value.test, -6),
                (&day, 6),
                (&delivered, 10),
                (&value.unit, -9),
                (&canonical, 10),
                (&value.used, -20),
            ]);
            self.0.push_str(&format!("  {}\n", cells.trim_end()));
        }
    }

    fn days(&mut self, days: &[DayLine]) {
        if days.is_empty() {
            return self.line(2, "none");
        }
        for day in days {
            let status = day.status.unwrap_or("not rated");
            let head =
                row(&[(day.lineage, -6), (&day.day.to_string(), 6), (status, -14), (&day.clause, -18)]);
            self.0.push_str(&format!("  {}\n", head.trim_end()));
            day.because.iter().for_each(|line| self.line(17, line));
        }
    }

    fn decision(&mut self, decision: &Decision) {
        let mut text = decision.what.clone();
        if let (Some(day), false) = (decision.day, decision.what.starts_with("status on")) {
            text.push_str(&format!(" on day {day}"));
        }
        if let Some(confirmed) = decision.confirmed {
            text.push_str(&format!(", confirmed on day {confirmed}"));
        }
        if let Some(clause) = &decision.clause {
            text.push_str(&format!(" ({clause})"));
        }
        self.line(2, &text);
        decision.because.iter().for_each(|line| self.line(6, line));
    }

    fn endpoints(&mut self, endpoints: &[EndpointLine]) {
        if endpoints.is_empty() {
            return self.line(2, "none");
        }
        for line in endpoints {
            let days = match (line.entry, line.exit) {
                (Some(entry), Some(exit)) => format!("{entry} to {exit}"),
                _ => String::new(),
            };
            let mut text = row(&[(&line.endpoint, -27), (&days, -12)]);
            text.push_str(&format!(" {}", line.outcome));
            if let Some(source) = &line.source {
                text.push_str(&format!(" ({source})"));
            }
            if let (Some(from), Some(_)) = (line.from, line.exit) {
                text.push_str(&format!(", counted from {from}"));
            }
            self.spaced(&text);
        }
    }

    /// A row of cells, wrapped after the last of them.
    fn spaced(&mut self, text: &str) {
        let mut rest = text.to_owned();
        let mut margin = 2;
        while margin + rest.chars().count() > WIDTH {
            let room: String = rest.chars().take(WIDTH - margin).collect();
            let Some(cut) = room.rfind(' ').filter(|cut| *cut > 0) else { break };
            self.0.push_str(&format!("{}{}\n", " ".repeat(margin), rest[..cut].trim_end()));
            rest = rest[cut..].trim_start().to_owned();
            margin = 44;
        }
        self.0.push_str(&format!("{}{}\n", " ".repeat(margin), rest.trim_end()));
    }
}

/// Cells side by side: a width below 0 begins at the left.
fn row(cells: &[(&str, isize)]) -> String {
    let cell = |(text, width): &(&str, isize)| {
        let wide = width.unsigned_abs();
        if *width < 0 { format!("{text:<wide$}") } else { format!("{text:>wide$}") }
    };
    cells.iter().map(cell).collect::<Vec<_>>().join(" ")
}

/// A value without the dust of a change of unit.
fn number(value: f64) -> String {
    format!("{}", libm::round(value * 1e6) / 1e6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_at_80_columns() {
        let mut page = Page::default();
        page.line(6, &"word ".repeat(40));
        page.spaced(&format!("{} {}", row(&[("endpoint", -27), ("0 to 1", -12)]), "long ".repeat(20)));
        assert!(page.0.lines().all(|line| line.chars().count() <= WIDTH), "{}", page.0);
        assert!(page.0.lines().nth(1).is_some_and(|line| line.starts_with("        word")));
        assert_eq!(row(&[("a", -3), ("b", 3)]), "a     b");
        assert_eq!(number(0.1 * 3.0), "0.3");
    }
}
