//! A table as rows from top to bottom: the cells of a row stand beside each other, and no row is parted.

use super::letters::Weight;
use super::lines::{Run, broken};
use super::rows::{Bar, LEADING, Line, Paragraph, Role, Row, Rows};
use super::typography::typeset;
use crate::exchange::sheet::said::{Cell, Table};

/// Between two columns.
const GAP: f32 = 8.0;
/// Size of the text of a cell, in points: the least that is read at arm's length.
const SIZE: f32 = 10.5;
/// Height of a line of a cell.
const HIGH: f32 = SIZE * LEADING;

impl Rows<'_> {
    /// Sets a table; one that is to stay whole does, where a page of that height holds it. `named` is the title of its
    /// part.
    pub(super) fn table(&mut self, table: &Table, height: f32, named: usize) {
        let columns = columns(table, self.width);
        let from = self.placed.len();
        let heads = table.columns.iter().map(|column| (column.head.as_str(), Weight::Bold));
        self.cells(heads, &columns, |first| Role::Head { first });
        self.glue(from);
        self.heads.insert(named, self.placed[from..].to_vec());
        for row in &table.rows {
            let weight = |cell: &Cell| if cell.strong { Weight::Bold } else { Weight::Regular };
            let cells = row.iter().map(|cell| (cell.text.as_str(), weight(cell)));
            self.cells(cells, &columns, |first| Role::Cell { first });
        }
        let tall: f32 = self.placed[from..].iter().map(|r| r.space + r.height).sum();
        // With its title above it.
        if table.whole && tall + 4.0 * HIGH <= height {
            self.glue(from);
        }
        if let Some(last) = self.placed.last_mut() {
            last.glued = false;
        }
        self.placed[from..].iter_mut().for_each(|row| row.point = Some(named));
    }

    /// One row of cells: each begins as high as the first, and the hairline goes under the tallest.
    fn cells<'t>(
        &mut self,
        cells: impl Iterator<Item = (&'t str, Weight)>,
        columns: &[(f32, f32)],
        role: impl Fn(bool) -> Role,
    ) {
        let (mut tallest, mut down) = (0.0_f32, 0.0_f32);
        for (at, ((text, weight), (x, width))) in cells.zip(columns).enumerate() {
            let paragraph = self.paragraphs.len();
            let text = typeset(text, self.said.lang);
            let lines = text
                .lines()
                .flat_map(|line| broken(self.letters, &[Run { text: line.to_owned(), weight }], SIZE, *width, 0.0));
            let lines: Vec<_> = lines.collect();
            self.paragraphs.push(Paragraph { role: role(at == 0), text });
            let mut space = -std::mem::take(&mut down);
            for spans in lines {
                self.placed.push(Row { spans, ..row(std::mem::take(&mut space), HIGH, *x, paragraph) });
                down += HIGH;
            }
            if space < 0.0 {
                // An empty cell goes back up all the same.
                down = -space;
            }
            tallest = tallest.max(down);
        }
        let closing =
            Row { line: Line::Hair, glued: false, ..row(tallest - down, 1.5, 0.0, self.paragraphs.len() - 1) };
        self.placed.push(closing);
    }
}

fn row(space: f32, height: f32, x: f32, paragraph: usize) -> Row {
    Row {
        space,
        height,
        size: SIZE,
        x,
        spans: Vec::new(),
        paragraph,
        bar: Bar::None,
        line: Line::None,
        glued: true,
        point: None,
    }
}

/// Where each column begins, and how wide its text may be.
fn columns(table: &Table, width: f32) -> Vec<(f32, f32)> {
    let all: f32 = table.columns.iter().map(|c| f32::from(c.share)).sum();
    let mut x = 0.0;
    let place = |column: &crate::exchange::sheet::said::Column| {
        let wide = width * f32::from(column.share) / all.max(1.0);
        let from = x;
        x += wide;
        (from, wide - GAP)
    };
    table.columns.iter().map(place).collect()
}
