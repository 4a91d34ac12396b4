//! Findings as the list of queries that a data manager works through.

use std::collections::BTreeMap;

use super::{Finding, Quality};
use crate::store::{harmless, hash_bytes};
use crate::study::quality::Rule;

/// Hexadecimal digits of the identifier of a query.
const DIGITS: usize = 12;
/// The columns of the list.
const HEADER: [&str; 11] = [
    "query_id",
    "site",
    "subject_id",
    "severity",
    "rule",
    "table",
    "field",
    "day",
    "finding",
    "file",
    "line",
];

/// The identifier of a query: it depends on rule, table, column and what tells the row from others, not on what
/// was found or where it stood, so that a list can be compared with one of another day.
pub(super) fn identity(rule: &str, table: &str, field: &str, key: &str) -> String {
    let mut hash = hash_bytes([rule, table, field, key].join("\n").as_bytes());
    hash.truncate(DIGITS);
    format!("Q-{hash}")
}

/// Puts findings into the order of the list, and tells those apart that would share an identifier.
pub(super) fn arrange(findings: &mut [Finding], rules: &[Rule]) {
    let rank = |finding: &Finding| rules[finding.rule].severity;
    findings.sort_by(|a, b| {
        let key = |finding: &Finding| (finding.subject.is_empty(), finding.rule, finding.day, finding.row);
        let who = (&a.site, &a.subject).cmp(&(&b.site, &b.subject));
        let (ka, kb) = (key(a), key(b));
        ka.0.cmp(&kb.0)
            .then(who)
            .then(rank(a).cmp(&rank(b)))
            .then(ka.cmp(&kb))
            .then(a.field.cmp(&b.field))
            .then(a.origin.cmp(&b.origin))
    });
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    for finding in findings {
        let times = seen.entry(finding.id.clone()).or_insert(0);
        *times += 1;
        if *times > 1 {
            finding.id.push_str(&format!("-{times}"));
        }
    }
}

/// The list of queries as CSV: one row a finding, by site, subject, severity and rule.
///
/// # Errors
/// What the writer says.
pub fn queries_csv(quality: &Quality) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(HEADER)?;
    for finding in &quality.findings {
        let (file, line) = match &finding.origin {
            Some((file, line)) => (harmless(file), line.to_string()),
            None => (String::new(), String::new()),
        };
        writer.write_record([
            finding.id.as_str(),
            &harmless(&finding.site),
            &harmless(&finding.subject),
            quality.severity(finding).name(),
            &quality.rules[finding.rule].id,
            &finding.table,
            &finding.field,
            &finding.day.map(|day| day.to_string()).unwrap_or_default(),
            &harmless(&finding.found),
            &file,
            &line,
        ])?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}
