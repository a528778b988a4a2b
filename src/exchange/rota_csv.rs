//! The rota a centre kept in a spreadsheet, read without writing anything.
//!
//! Columns come in any order, in French or in English. A line says its days, or its week, which then
//! means Monday to Saturday. Without a year, a week or a day is the nearest to the line before on the
//! same post. Without a state, a stay that has begun is confirmed and one to come is an option: what
//! nobody has confirmed is not promised to anybody. A line without a doctor is a gap, and passed over.
//! What the lines do to the rota is [`rota_import`]'s to decide.

mod columns;
mod line;
pub(super) mod table;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use self::columns::Column;
use self::line::{Context, Read};
use self::table::Row;
use crate::domain::draft::nir;
use crate::domain::draft::text::key;
use crate::domain::rota_import;
pub use crate::domain::rota_import::{BadLine, RotaPreview};
use crate::domain::{Day, Msg, Rota};

/// Longest value of a refused cell that is shown again.
const SHOWN: usize = 60;

/// How far down the header is looked for: exports like to begin with a title.
const HEADER_WITHIN: usize = 10;

/// Reads a rota and says what its import would do.
#[must_use]
pub fn read(bytes: &[u8], rota: &Rota, today: Day) -> RotaPreview {
    let mut preview = RotaPreview::default();
    let rows = match table::rows(bytes, table::ROTA) {
        Ok(rows) => rows,
        Err(reason) => {
            preview.bad.push(whole_line(1, reason));
            return preview;
        }
    };
    let Some((columns, header, body)) = header(&rows) else {
        preview.bad.push(whole_line(1, Msg::new("import-no-header")));
        return preview;
    };
    let mut import = Import { rota, columns: &columns, nearest: BTreeMap::new() };
    for row in body {
        if row.cells.iter().any(|cell| nir::contains(cell)) {
            // Never shown again, not even to say which it was.
            let at = row.cells.iter().position(|cell| nir::contains(cell)).unwrap_or(0);
            let column = header.cell(at).to_owned();
            preview.bad.push(BadLine { line: row.number, column, value: String::new(), reason: nir::refusal() });
            continue;
        }
        import.line(row, header, today, &mut preview);
    }
    let (decided, bad) = rota_import::decide(&preview.lines, rota);
    preview.decided = decided;
    preview.bad.extend(bad);
    preview.bad.sort_by_key(|bad| bad.line);
    preview
}

/// The header row, what its columns are, and the rows below.
fn header(rows: &[Row]) -> Option<(BTreeMap<Column, usize>, &Row, &[Row])> {
    rows.iter().take(HEADER_WITHIN).enumerate().find_map(|(i, row)| {
        let mut columns = BTreeMap::new();
        for (at, cell) in row.cells.iter().enumerate() {
            if let Some(column) = Column::of(cell) {
                // The first of two columns of one name.
                columns.entry(column).or_insert(at);
            }
        }
        let has = |column| columns.contains_key(&column);
        let complete = (has(Column::Doctor) || has(Column::Family)) && (has(Column::Week) || has(Column::From));
        complete.then(|| (columns, row, &rows[i + 1..]))
    })
}

fn whole_line(line: usize, reason: Msg) -> BadLine {
    BadLine { line, column: String::new(), value: String::new(), reason }
}

/// An import under way.
struct Import<'a> {
    rota: &'a Rota,
    columns: &'a BTreeMap<Column, usize>,
    /// The last day read on each post.
    nearest: BTreeMap<String, Day>,
}

impl Import<'_> {
    fn line(&mut self, row: &Row, header: &Row, today: Day, preview: &mut RotaPreview) {
        let post = key(self.columns.get(&Column::Post).map_or("", |at| row.cell(*at)));
        let nearest = self.nearest.get(&post).copied().unwrap_or(today);
        let context = Context { columns: self.columns, posts: &self.rota.posts, today, nearest };
        let read = match line::read(row, &context) {
            Read::Line(read) => *read,
            Read::Gap(day) => {
                self.nearest.extend(day.map(|day| (post, day)));
                return;
            }
            Read::Bad(errors) => {
                preview.bad.extend(errors.into_iter().map(|(at, reason)| BadLine {
                    line: row.number,
                    column: at.map_or_else(String::new, |at| header.cell(at).to_owned()),
                    value: at.map_or_else(String::new, |at| row.cell(at).chars().take(SHOWN).collect()),
                    reason,
                }));
                return;
            }
        };
        self.nearest.insert(post, read.from);
        preview.lines.push(read);
    }
}
