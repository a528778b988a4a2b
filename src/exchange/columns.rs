//! A table whose columns come in any order under their headings: what stands in which, and which lines are refused.

use std::collections::BTreeMap;

use super::rota_csv::table::{self, ROTA, Row};
use crate::domain::Msg;
use crate::domain::draft::nir;
use crate::domain::rota_import::BadLine;

/// How far down the headings are looked for: exports like to begin with a title.
const HEADER_WITHIN: usize = 10;

/// Longest value of a refused cell that is shown again.
const SHOWN: usize = 60;

/// A table with its headings.
pub struct Columns<C> {
    at: BTreeMap<C, usize>,
    header: Row,
    rows: Vec<Row>,
}

impl<C: Copy + Ord> Columns<C> {
    /// Reads a table. `of` says what a heading means, `complete` whether those found are enough.
    ///
    /// # Errors
    /// A file that is no table, or `missing` where no line of headings is found.
    pub fn read(
        bytes: &[u8],
        of: fn(&str) -> Option<C>,
        complete: fn(&BTreeMap<C, usize>) -> bool,
        missing: &'static str,
    ) -> Result<Self, BadLine> {
        let whole = |reason| BadLine { line: 1, column: String::new(), value: String::new(), reason };
        let mut rows = table::rows(bytes, ROTA).map_err(whole)?;
        let found = rows.iter().take(HEADER_WITHIN).enumerate().find_map(|(i, row)| {
            let mut at = BTreeMap::new();
            for (place, cell) in row.cells.iter().enumerate() {
                if let Some(column) = of(cell) {
                    // The first of two columns of one name.
                    at.entry(column).or_insert(place);
                }
            }
            complete(&at).then_some((i, at))
        });
        let Some((header, at)) = found else { return Err(whole(Msg::new(missing))) };
        let body = rows.split_off(header + 1);
        let header = rows.swap_remove(header);
        Ok(Self { at, header, rows: body })
    }

    /// The lines that hold anything; one with a NIR is refused, and what it holds is never shown again.
    pub fn lines(&self) -> impl Iterator<Item = Result<&Row, BadLine>> {
        let filled = self.rows.iter().filter(|row| row.cells.iter().any(|cell| !cell.trim().is_empty()));
        filled.map(|row| match row.cells.iter().position(|cell| nir::contains(cell)) {
            None => Ok(row),
            Some(at) => {
                let column = self.header.cell(at).to_owned();
                Err(BadLine { line: row.number, column, value: String::new(), reason: nir::refusal() })
            }
        })
    }

    /// What a line has in a column; empty where there is no such column.
    pub fn cell<'a>(&self, row: &'a Row, column: C) -> &'a str {
        self.at.get(&column).map_or("", |at| row.cell(*at)).trim()
    }

    /// A line that is refused for what stands in a column.
    pub fn bad(&self, row: &Row, column: C, reason: Msg) -> BadLine {
        BadLine {
            line: row.number,
            column: self.at.get(&column).map_or_else(String::new, |at| self.header.cell(*at).to_owned()),
            value: self.cell(row, column).chars().take(SHOWN).collect(),
            reason,
        }
    }
}
