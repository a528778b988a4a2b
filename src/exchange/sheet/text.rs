//! A sheet as linear text: one fact a line, no boxes, no marks; a screen reader reads it as it is.

use super::said::{Fact, Said, Table};

/// Lays a sheet out as text.
pub fn render(said: &Said) -> String {
    let mut out = String::new();
    let mut put = |line: &str| {
        out.push_str(line);
        out.push('\n');
    };
    put(&said.title);
    said.lead.iter().for_each(|line| put(line));
    for block in &said.blocks {
        put("");
        put(&block.title);
        block.lines.iter().for_each(|f| put(&fact(f, said)));
        block.table.iter().flat_map(|t| rows(t, said)).for_each(|row| put(&row));
        for point in &block.points {
            put("");
            put(&point.title);
            point.facts.iter().for_each(|f| put(&fact(f, said)));
        }
    }
    if !said.foot.is_empty() {
        put("");
    }
    said.foot.iter().for_each(|line| put(line));
    out
}

/// The rows of a table, each cell after what stands over it; empty cells are not read.
fn rows<'a>(table: &'a Table, said: &'a Said) -> impl Iterator<Item = String> + 'a {
    table.rows.iter().map(|row| {
        let cells = table.columns.iter().zip(row).filter(|(_, cell)| !cell.text.is_empty());
        let told = cells.map(|(column, cell)| {
            let text = cell.text.replace('\n', ", ");
            if column.head.is_empty() { text } else { format!("{}{} {text}", column.head, said.colon) }
        });
        told.collect::<Vec<_>>().join(" · ")
    })
}

/// A fact; further lines of a text are indented, so that no text can pass for a fact of the sheet.
fn fact(fact: &Fact, said: &Said) -> String {
    let text = fact.text.replace('\n', "\n  ");
    match &fact.label {
        Some(label) => format!("{label}{} {text}", said.colon),
        None => text,
    }
}
