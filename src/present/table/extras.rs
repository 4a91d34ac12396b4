//! What was asked of a curve besides its values: a small table each.

use super::groups::{GroupBlock, groups, interval_heading, unit};
use super::{Cell, Column, Table, TableRow};
use crate::analysis::ard::Row;
use crate::domain::Group;
use crate::present::methods::sentences;
use crate::present::number::{decimal, interval, percent, shown};
use crate::present::results::{Block, Key, Part, Sources};
use crate::present::slug::slug;
use crate::present::text::{EndpointText, lowered};
use crate::present::time::TimeUnit;

/// The tables of the extras of an endpoint, those that were asked for.
pub(in crate::present) fn extra_tables(sources: Sources<'_>, endpoint: &EndpointText) -> Vec<Table> {
    let extras = Extras::new(sources, endpoint);
    let tables =
        [extras.quantiles(), extras.conditional(), extras.band(), extras.hazard(), extras.time_lost()];
    tables.into_iter().flatten().collect()
}

/// The rows of the extras: of everybody, then of each comparison.
struct Extras<'a> {
    sources: Sources<'a>,
    endpoint: &'a EndpointText,
    blocks: Vec<(Option<&'a str>, Block<'a>)>,
}

/// A number and its limits, as `stat`s of one place.
struct Shown<'k> {
    stats: [&'k str; 3],
    key: Key<'k>,
    show: &'k dyn Fn(f64) -> String,
}

impl Shown<'_> {
    fn cell(&self, block: &Block<'_>) -> Cell {
        let [stat, low, high] = self.stats;
        let row = block.row(stat, self.key);
        let main = shown(row, self.show).into_owned();
        if main.is_empty() {
            return Cell::Empty;
        }
        // A time that is not reached has limits that may be; a value that is absent has none.
        let limited = row.is_some_and(|row| row.value.is_some()) || stat == "quantile";
        let limits = || interval(block.row(low, self.key), block.row(high, self.key), self.show);
        Cell::Number { main, interval: limited.then(limits).flatten() }
    }
}

impl<'a> Extras<'a> {
    fn new(sources: Sources<'a>, endpoint: &'a EndpointText) -> Self {
        let comparisons = sources.results.comparisons(&endpoint.name);
        let every = std::iter::once(None).chain(comparisons.iter().map(|by| Some(*by)));
        let block = |by| (by, sources.results.block(&endpoint.name, by, Part::Extras));
        Self { sources, endpoint, blocks: every.map(block).filter(|(_, block)| !block.is_empty()).collect() }
    }

    /// The rows that hold, of all comparisons together.
    fn only(&self, keep: impl Fn(&Row) -> bool) -> Block<'a> {
        let mut all = Block::default();
        for (_, block) in &self.blocks {
            all.extend(&block.only(&keep));
        }
        all
    }

    /// A table with these columns after the group; none where no row is its own.
    fn table(
        &self,
        (id, title): (&str, &str),
        columns: Vec<Column>,
        rows: Vec<TableRow>,
        own: &Block<'_>,
    ) -> Option<Table> {
        let methods = sentences(own).into_iter().map(|method| format!("Method: {method}."));
        let table = Table {
            id: slug(&format!("{}-{id}", self.endpoint.name)),
            title: format!("{}: {title}", self.endpoint.label),
            columns: std::iter::once(Column::words("Group")).chain(columns).collect(),
            rows,
            footnotes: methods.collect(),
            ..Table::default()
        };
        (!own.is_empty()).then(|| table.explained())
    }

    /// A row a group; the groups of a comparison under its heading.
    fn rows(&self, subject: Option<&str>, cells: impl Fn(&Block<'_>) -> Vec<Cell>) -> Vec<TableRow> {
        let mut rows = Vec::new();
        for (by, block) in &self.blocks {
            let by = by.map(|by| self.sources.text.comparison(by));
            match (subject, by) {
                (Some(subject), Some(by)) => {
                    rows.push(TableRow::section(format!("{subject}, by {by}"), None));
                }
                (Some(subject), None) => rows.push(TableRow::section(subject, None)),
                (None, Some(by)) => rows.push(TableRow::section(format!("By {by}"), None)),
                (None, None) => {}
            }
            let overall = block.group(&Group::everybody());
            let overall =
                (!overall.is_empty()).then(|| GroupBlock { label: "Overall".to_owned(), block: overall });
            for group in overall.into_iter().chain(groups(block)) {
                let mut all = vec![Cell::Text(group.label)];
                all.extend(cells(&group.block));
                rows.push(TableRow::top(all));
            }
        }
        rows
    }

    fn time_columns(&self, times: &[f64], what: &str) -> Vec<Column> {
        let heading = |time: &f64| format!("{}: {what}", self.sources.text.time_heading(*time));
        times.iter().map(|time| Column::numbers(heading(time))).collect()
    }

    fn hazard(&self) -> Option<Table> {
        let own = self.only(|row| row.stat.starts_with("cumhaz"));
        let times = own.times("cumhaz");
        let stats = ["cumhaz", "cumhaz_low", "cumhaz_high"];
        let show = |value: f64| decimal(value, 3);
        let rows = self.rows(None, |block| {
            let cell = |time: &f64| {
                Shown { stats, key: Key { analysis: "km", time: Some(*time), ..Key::default() }, show: &show }
                    .cell(block)
            };
            times.iter().map(cell).collect()
        });
        let columns = self.time_columns(&times, &format!("hazard ({})", interval_heading(&own)));
        self.table(("cumulative-hazard", "cumulative hazard"), columns, rows, &own)
    }

    fn band(&self) -> Option<Table> {
        let own = self.only(|row| row.stat.starts_with("band"));
        let times = own.times("band_low");
        let rows = self.rows(None, |block| {
            let cell = |time: &f64| {
                let key = Key { analysis: "km", time: Some(*time), ..Key::default() };
                let limits = interval(block.row("band_low", key), block.row("band_high", key), percent);
                Cell::number(limits.unwrap_or_default())
            };
            times.iter().map(cell).collect()
        });
        let level = interval_heading(&own).replace("CI", "band");
        let columns = self.time_columns(&times, &format!("{level}, %"));
        self.table(("band", "simultaneous confidence band"), columns, rows, &own)
    }

    fn conditional(&self) -> Option<Table> {
        let is_own = |row: &Row| row.term.as_deref().is_some_and(|term| term.starts_with("given "));
        let own = self.only(is_own);
        let times = own.times("estimate");
        let stats = ["estimate", "conf_low", "conf_high"];
        let mut rows = Vec::new();
        for given in own.distinct(|row| row.term.as_deref()) {
            let days = given.strip_prefix("given ").and_then(|days| days.parse().ok());
            let until = days.map_or_else(|| given.to_owned(), |days| self.sources.text.time_heading(days));
            let subject = format!("Given survival to {}", lowered(&until));
            rows.extend(self.rows(Some(&subject), |block| {
                let block = block.only(|row| row.term.as_deref() == Some(given));
                let cell = |time: &f64| {
                    let key = Key { analysis: "km", time: Some(*time), ..Key::default() };
                    Shown { stats, key, show: &percent }.cell(&block)
                };
                times.iter().map(cell).collect()
            }));
        }
        let columns = self.time_columns(&times, &format!("% ({})", interval_heading(&own)));
        self.table(("conditional", "conditional survival"), columns, rows, &own)
    }

    fn quantiles(&self) -> Option<Table> {
        let own = self.only(|row| row.stat.starts_with("quantile"));
        let probs = own.distinct(|row| row.term.as_deref());
        let unit = unit(self.sources, self.endpoint);
        let show = |days: f64| unit.show(days);
        let stats = ["quantile", "quantile_low", "quantile_high"];
        let cells = |cause: Option<&str>, block: &Block<'_>| {
            let cell = |prob: &&str| {
                let of_prob = block.only(|row| row.term.as_deref() == Some(prob));
                Shown { stats, key: Key { cause, ..Key::default() }, show: &show }.cell(&of_prob)
            };
            probs.iter().map(cell).collect::<Vec<_>>()
        };
        let rows = self.by_cause(&own, cells);
        let heading = interval_heading(&own);
        let column = |prob: &&str| {
            let share = prob.parse().map_or_else(|_| (*prob).to_owned(), percent);
            let share = share.strip_suffix(".0").unwrap_or(&share);
            Column::numbers(format!("{share}%, {} ({heading})", unit.name()))
        };
        let columns = probs.iter().map(column).collect();
        self.table(("quantiles", "times by which a share has had the event"), columns, rows, &own)
    }

    fn time_lost(&self) -> Option<Table> {
        let own = self.only(|row| row.stat.starts_with("rmtl"));
        let tau = own.times("rmtl").last().copied();
        let unit = TimeUnit::for_horizon(tau.unwrap_or_default());
        let show = |days: f64| unit.show(days);
        let stats = ["rmtl", "rmtl_low", "rmtl_high"];
        let rows = self.by_cause(&own, |cause, block| {
            vec![Shown { stats, key: Key { cause, time: tau, ..Key::default() }, show: &show }.cell(block)]
        });
        let until = tau.map(|tau| lowered(&self.sources.text.time_heading(tau))).unwrap_or_default();
        let heading = format!("Mean time lost to {until}, {} ({})", unit.name(), interval_heading(&own));
        self.table(("time-lost", "restricted mean time lost"), vec![Column::numbers(heading)], rows, &own)
    }

    /// The rows of the groups under each cause, or without a heading where there is none.
    fn by_cause(
        &self,
        own: &Block<'_>,
        cells: impl Fn(Option<&str>, &Block<'_>) -> Vec<Cell>,
    ) -> Vec<TableRow> {
        let causes = own.distinct(|row| row.cause.as_deref());
        if causes.is_empty() {
            return self.rows(None, |block| cells(None, block));
        }
        let of_cause =
            |cause: &&str| self.rows(Some(&self.endpoint.cause(cause)), |block| cells(Some(cause), block));
        causes.iter().flat_map(of_cause).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::ard::Reason;
    use crate::present::fixture::bare_row;
    use crate::present::results::Results;
    use crate::present::table::csv::csv;
    use crate::present::text::{EndpointKind, ReportText};

    fn row((stat, term): (&str, Option<&str>), time: Option<f64>, value: Result<f64, Reason>) -> Row {
        Row {
            term: term.map(Into::into),
            time,
            reason: value.err(),
            method: "Kaplan-Meier; interval log-log; level 0.9".into(),
            ..bare_row(("os#extras", "km"), stat, value.ok())
        }
    }

    fn shown_as(rows: &[Row]) -> Vec<String> {
        let results = Results::new(rows);
        let text = ReportText::default();
        let endpoint = EndpointText {
            name: "os".to_owned(),
            label: "Overall survival".to_owned(),
            kind: EndpointKind::Survival,
            horizon: Some(1000.0),
            ..EndpointText::default()
        };
        let tables = extra_tables(Sources { results: &results, text: &text }, &endpoint);
        tables.iter().map(|table| String::from_utf8(csv(table).unwrap()).unwrap()).collect()
    }

    #[test]
    fn what_was_not_asked_for_has_no_table() {
        assert!(shown_as(&[bare_row(("os", "km"), "estimate", Some(0.5))]).is_empty());
    }

    #[test]
    fn each_has_its_own_table() {
        let year = Some(365.0);
        let given = Some("given 100");
        let tables = shown_as(&[
            row(("quantile", Some("0.25")), None, Ok(304.375)),
            row(("quantile_low", Some("0.25")), None, Ok(243.5)),
            row(("quantile_high", Some("0.25")), None, Err(Reason::NotReached)),
            row(("band_low", None), year, Ok(0.25)),
            row(("band_high", None), year, Ok(0.5)),
            row(("estimate", given), year, Err(Reason::BeyondFollowup)),
            row(("conf_low", given), year, Err(Reason::BeyondFollowup)),
            row(("conf_high", given), year, Err(Reason::BeyondFollowup)),
        ]);
        assert_eq!(tables.len(), 3);
        assert!(
            tables[0].contains("\"25%, months (90% CI)\"") && tables[0].contains("10.0 (8.0, NR)"),
            "{}",
            tables[0]
        );
        assert!(
            tables[1].contains("Given survival to day 100") && tables[1].contains("NA*"),
            "{}",
            tables[1]
        );
        assert!(
            tables[2].contains("1 year: 90% band, %") && tables[2].contains("(25.0, 50.0)"),
            "{}",
            tables[2]
        );
    }
}
