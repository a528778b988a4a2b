//! A sheet as Markdown. Text is escaped: what somebody typed is never a heading, a link or a tag.

use super::said::{Cell, Fact, Said, Table};

/// Lays a sheet out as Markdown.
pub fn render(said: &Said) -> String {
    let mut parts = vec![format!("# {}", escaped(&said.title))];
    parts.extend(said.lead.iter().map(|line| escaped(line)));
    for block in &said.blocks {
        parts.push(format!("## {}", escaped(&block.title)));
        parts.extend(list(&block.lines, said));
        parts.extend(block.table.as_ref().map(table));
        for point in &block.points {
            parts.push(format!("### {}", escaped(&point.title)));
            parts.extend(list(&point.facts, said));
        }
    }
    if !said.foot.is_empty() {
        parts.push("---".to_owned());
    }
    parts.extend(said.foot.iter().map(|line| escaped(line)));
    parts.join("\n\n") + "\n"
}

fn table(table: &Table) -> String {
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let lines = |text: &str| text.lines().map(escaped).collect::<Vec<_>>().join("<br>");
    let cell = |cell: &Cell| match lines(&cell.text) {
        text if cell.strong && !text.is_empty() => format!("**{text}**"),
        text => text,
    };
    let heads = row(table.columns.iter().map(|column| lines(&column.head)).collect());
    let under = row(table.columns.iter().map(|_| "---".to_owned()).collect());
    let rows = table.rows.iter().map(|cells| row(cells.iter().map(cell).collect()));
    [heads, under].into_iter().chain(rows).collect::<Vec<_>>().join("\n")
}

fn list(facts: &[Fact], said: &Said) -> Option<String> {
    let item = |fact: &Fact| {
        // A line of its own inside a list item: a backslash before the break.
        let text = fact.text.lines().map(escaped).collect::<Vec<_>>().join("\\\n  ");
        match &fact.label {
            Some(label) => format!("- **{}{}** {text}", escaped(label), said.colon),
            None => format!("- {text}"),
        }
    };
    (!facts.is_empty()).then(|| facts.iter().map(item).collect::<Vec<_>>().join("\n"))
}

/// Every character that may mean something to a Markdown reader, with a backslash before it.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let text = text.trim();
    let lead = text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    for (at, c) in text.char_indices() {
        // These mean something anywhere; the others only where a line begins: a list or a heading.
        let anywhere = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '#' | '!' | '$');
        let opens =
            (at == 0 && matches!(c, '-' | '+' | '=')) || (at > 0 && at == text.len() - lead && matches!(c, '.' | ')'));
        // A bare address becomes a link in many readers.
        let link = c == ':' && text[at..].starts_with("://") || c == '@';
        if anywhere || opens || link {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_become_a_heading_a_link_or_a_list() {
        let cases = [
            ("# Urgent", "\\# Urgent"),
            ("- Dr Vidal", "\\- Dr Vidal"),
            ("12. fin", "12\\. fin"),
            ("[ici](http://a.b)", "\\[ici\\](http\\://a.b)"),
            ("<b>gras</b>", "\\<b\\>gras\\</b\\>"),
            ("&lt;", "\\&lt;"),
            ("contrôle au 15/12 - si INR 4,8", "contrôle au 15/12 - si INR 4,8"),
        ];
        for (typed, safe) in cases {
            assert_eq!(escaped(typed), safe);
        }
    }
}
