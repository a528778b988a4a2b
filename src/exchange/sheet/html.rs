//! A sheet as one HTML page that needs no other file and prints on A4 in black and white.
//!
//! Gravity is a glyph, a word and the weight of a border, never a colour alone.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::said::{Fact, Said, SaidPoint, Table};
use crate::domain::Gravity;

/// Lays a sheet out as a page. Everything that is said is escaped by `maud`.
pub fn render(said: &Said) -> String {
    let style = format!(
        "{STYLE}@page {{ @top-left {{ content: {title} }} @bottom-left {{ content: {validity} \"\\A \" {seal} }} }}\n",
        title = css(&said.title),
        validity = css(&said.validity),
        seal = css(&said.seal),
    );
    let page = html! {
        (DOCTYPE)
        html lang=(said.lang) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                // Even if something slipped through, the page fetches and runs nothing.
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                title { (said.title) }
                style { (PreEscaped(style)) }
            }
            body {
                header {
                    h1 { (said.title) }
                    @for line in &said.lead {
                        @if *line == said.validity { p.validity { strong { (line) } } } @else { p { (line) } }
                    }
                }
                main {
                    @for block in &said.blocks {
                        section {
                            h2 { (block.title) }
                            (facts(&block.lines, said))
                            @if let Some(rows) = &block.table { (table(rows)) }
                            @for point in &block.points { (article(point, said)) }
                        }
                    }
                }
                footer { @for line in &said.foot { p { (line) } } }
            }
        }
    };
    let mut text = page.into_string();
    text.push('\n');
    text
}

/// Text as a string of a style sheet: kept from closing the string or the element.
fn css(text: &str) -> String {
    format!("\"{}\"", text.replace(['\\', '"', '<', '\n'], " "))
}

fn article(point: &SaidPoint, said: &Said) -> Markup {
    let (class, glyph) = match (point.closed, point.gravity) {
        (true, _) => ("point closed", "✓"),
        (_, Gravity::Urgent) => ("point urgent", "▲"),
        (_, Gravity::Watch) => ("point watch", "●"),
        (_, Gravity::Routine) => ("point routine", "○"),
    };
    html! {
        article class=(class) {
            h3 { span aria-hidden="true" { (glyph) " " } (point.title) }
            (facts(&point.facts, said))
        }
    }
}

fn table(table: &Table) -> Markup {
    html! {
        table {
            thead { tr { @for column in &table.columns { th scope="col" { (column.head) } } } }
            tbody {
                @for row in &table.rows {
                    tr { @for cell in row { td { @if cell.strong { strong { (cell.text) } } @else { (cell.text) } } } }
                }
            }
        }
    }
}

fn facts(facts: &[Fact], said: &Said) -> Markup {
    html! {
        @for fact in facts {
            p.fact {
                @if let Some(label) = &fact.label { strong { (label) (said.colon) } " " }
                (fact.text)
            }
        }
    }
}

const STYLE: &str = r#"
@page {
  size: A4; margin: 18mm 15mm 20mm; font: 9pt/1.3 system-ui, sans-serif; white-space: pre-line;
  @top-right { content: counter(page) "/" counter(pages); }
}
html { color: #000; background: #fff; font: 11pt/1.4 system-ui, sans-serif; }
body { max-width: 46rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.35rem; margin: 0 0 .5rem; }
h2 { font-size: 1.1rem; margin: 1.2rem 0 .5rem; border-bottom: 1px solid #000; break-after: avoid; }
h3 { font-size: 1rem; margin: 0 0 .2rem; break-after: avoid; }
p { margin: .1rem 0; }
.fact { white-space: pre-line; overflow-wrap: anywhere; orphans: 2; widows: 2; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; }
th, td { border-bottom: 1px solid #000; padding: .1rem .5rem .1rem 0; vertical-align: top; white-space: pre-line; }
tr { break-inside: avoid; }
.validity { margin: .3rem 0; }
.point { margin: .6rem 0; padding: .1rem 0 .1rem .6rem; border-left: 1px dotted #000; break-inside: avoid; }
.point.urgent { border-left: 6px solid #000; }
.point.watch { border-left: 3px solid #000; }
footer { margin-top: 1.5rem; border-top: 1px solid #000; font-size: .9rem; break-inside: avoid; }
@media print { body { max-width: none; padding: 0; } }
"#;
