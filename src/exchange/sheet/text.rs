//! A sheet as linear text: one fact a line, no boxes, no marks; a screen reader reads it as it is.

use super::said::{Fact, Said};

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
        for point in &block.points {
            put("");
            put(&point.title);
            point.facts.iter().for_each(|f| put(&fact(f, said)));
        }
    }
    put("");
    said.foot.iter().for_each(|line| put(line));
    out
}

/// A fact; further lines of a text are indented, so that no text can pass for a fact of the sheet.
fn fact(fact: &Fact, said: &Said) -> String {
    let text = fact.text.replace('\n', "\n  ");
    match &fact.label {
        Some(label) => format!("{label}{} {text}", said.colon),
        None => text,
    }
}
