//! Rows in columns, with a header and a window around the selected row.
//!
//! Never scrolls sideways: a column that finds no room is left out, the least important first.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{list, text};
use crate::domain::lookup;
use crate::ui::{Glyph, Look, Meaning};

/// A column of a table.
#[derive(Debug, Clone)]
pub struct Column {
    pub title: String,
    /// Narrowest width in which it still says something, in columns of the terminal.
    pub least: u16,
    /// Part of the room that is left; 0 keeps the least width.
    pub share: u16,
    /// 0 always stays; of the others the highest goes first.
    pub rank: u8,
}

impl Column {
    /// A column that is always there.
    #[must_use]
    pub const fn new(title: String, least: u16, share: u16) -> Self {
        Self { title, least, share, rank: 0 }
    }

    /// The column may be left out; of several the highest rank goes first.
    #[must_use]
    pub const fn rank(mut self, rank: u8) -> Self {
        self.rank = rank;
        self
    }
}

/// A row: one text for each column, and how it stands out.
#[derive(Debug, Clone)]
pub struct Row {
    pub cells: Vec<String>,
    pub meaning: Meaning,
    /// Folded words that are lit up wherever a cell has them; a long cell is cut around the first.
    pub lit: Vec<String>,
}

impl Row {
    /// An ordinary row.
    #[must_use]
    pub const fn new(cells: Vec<String>) -> Self {
        Self { cells, meaning: Meaning::Plain, lit: Vec::new() }
    }

    /// The row stands out, or steps back.
    #[must_use]
    pub const fn meaning(mut self, meaning: Meaning) -> Self {
        self.meaning = meaning;
        self
    }

    /// Lights up what was looked for.
    #[must_use]
    pub fn lit(mut self, words: &[String]) -> Self {
        self.lit = words.to_vec();
        self
    }
}

/// Columns of the marker before each row.
const MARK: u16 = 2;
/// Columns between two columns.
const GAP: u16 = 2;

/// The columns that fit, by index, each with its width.
#[must_use]
pub fn layout(columns: &[Column], width: u16) -> Vec<(usize, u16)> {
    let mut kept: Vec<usize> = (0..columns.len()).collect();
    let need = |kept: &[usize]| {
        let gaps = u16::try_from(kept.len().saturating_sub(1)).unwrap_or(0) * GAP;
        kept.iter().map(|i| columns[*i].least).sum::<u16>() + gaps
    };
    while need(&kept) > width {
        let Some(last) = kept.iter().copied().filter(|i| columns[*i].rank > 0).max_by_key(|i| columns[*i].rank) else {
            break;
        };
        kept.retain(|i| *i != last);
    }
    let spare = width.saturating_sub(need(&kept));
    let shares: u16 = kept.iter().map(|i| columns[*i].share).sum();
    let mut given = 0;
    let last_shared = kept.iter().copied().rfind(|i| columns[*i].share > 0);
    kept.into_iter()
        .map(|i| {
            let column = &columns[i];
            let more = if Some(i) == last_shared {
                spare - given
            } else {
                let part = u32::from(spare) * u32::from(column.share) / u32::from(shares.max(1));
                u16::try_from(part).unwrap_or(0)
            };
            given += more;
            (i, column.least + more)
        })
        .collect()
}

/// Draws header and rows; the selected row is marked and always inside. Returns where it stands.
pub fn draw(
    columns: &[Column],
    rows: &[Row],
    selected: usize,
    area: Rect,
    buf: &mut Buffer,
    look: &Look,
) -> Option<(u16, u16)> {
    let places = layout(columns, area.width.saturating_sub(MARK));
    let line = |cells: &[String], lit: &[String]| {
        let cut: Vec<String> = places
            .iter()
            .map(|(i, width)| {
                let (width, ellipsis) = (usize::from(*width), look.glyph(Glyph::Ellipsis));
                let cell = around(cells.get(*i).map_or("", String::as_str), lit, width, ellipsis);
                text::fit(&cell, width, ellipsis)
            })
            .collect();
        cut.join(&" ".repeat(usize::from(GAP)))
    };
    let width = usize::from(area.width);
    let header: Vec<String> = columns.iter().map(|c| c.title.clone()).collect();
    buf.set_stringn(area.x + MARK.min(area.width), area.y, line(&header, &[]), width, look.style(Meaning::Dim));
    let mut cursor = None;
    for (y, row, index) in window(rows.len(), selected, area).map(|(y, index)| (y, &rows[index], index)) {
        let here = index == selected;
        cursor = cursor.or(here.then_some((area.x, y)));
        let mut style = look.style(row.meaning);
        if here {
            style = style.patch(look.style(Meaning::Selected));
        }
        let mark = if here { look.glyph(Glyph::Selected) } else { " " };
        let shown = text::fit(&format!("{mark} {}", line(&row.cells, &row.lit)), width, "");
        buf.set_stringn(area.x, y, &shown, width, style);
        for place in lookup::places(&shown, &row.lit) {
            let columns = |text: &str| u16::try_from(text::width(text)).unwrap_or(u16::MAX);
            let x = area.x.saturating_add(columns(&shown[..place.start]));
            let found = Rect::new(x, y, columns(&shown[place]), 1).intersection(area);
            buf.set_style(found, look.style(Meaning::Found));
        }
    }
    cursor
}

/// The cell from a little before the first word that is lit, when that would else be cut off.
fn around(cell: &str, lit: &[String], width: usize, ellipsis: &str) -> String {
    let first = lookup::places(cell, lit).into_iter().next().filter(|_| text::width(cell) > width);
    let Some(first) = first.filter(|first| text::width(&cell[..first.end]) + text::width(ellipsis) > width) else {
        return cell.to_owned();
    };
    // A third of the room says what stands before, more where the end leaves it, from the beginning of a word.
    let mut start = first.start;
    for (at, _) in cell[..first.start].match_indices(' ').rev() {
        let before = text::width(&cell[at + 1..first.start]) > width / 3;
        if before && text::width(&cell[at + 1..]) + text::width(ellipsis) > width {
            break;
        }
        start = at + 1;
    }
    format!("{ellipsis}{}", &cell[start..])
}

/// The rows that are seen: line of the screen, and index of the row.
pub fn window(rows: usize, selected: usize, area: Rect) -> impl Iterator<Item = (u16, usize)> {
    let shown = list::window(&vec![1; rows], selected, area.height.saturating_sub(1));
    (area.y + 1..area.bottom()).zip(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns() -> Vec<Column> {
        vec![
            Column::new("nom".into(), 10, 2),
            Column::new("statut".into(), 8, 1).rank(2),
            Column::new("dates".into(), 12, 0).rank(1),
        ]
    }

    #[test]
    fn the_least_important_column_goes_first_and_the_room_is_used_up() {
        let widths = |width| layout(&columns(), width);
        assert_eq!(widths(34), [(0, 10), (1, 8), (2, 12)]);
        assert_eq!(widths(40), [(0, 14), (1, 10), (2, 12)]);
        assert_eq!(widths(33), [(0, 19), (2, 12)]);
        assert_eq!(widths(12), [(0, 12)]);
    }

    #[test]
    fn a_long_cell_is_cut_around_what_is_lit() {
        let lit = vec!["oedeme".to_owned()];
        let around = |cell: &str, width| around(cell, &lit, width, "…");
        assert_eq!(around("Œdème des deux chevilles", 12), "Œdème des deux chevilles");
        assert_eq!(around("rien de tel dans ce texte", 12), "rien de tel dans ce texte");
        let long = "Vue ce matin à domicile, pas de fièvre, œdème des chevilles depuis hier";
        assert_eq!(around(long, 30), "…fièvre, œdème des chevilles depuis hier");
        assert_eq!(around(long, 80), long);
        let (rows, area) = (vec![Row::new(vec![long.into()]).lit(&lit)], Rect::new(0, 0, 30, 2));
        let mut buf = Buffer::empty(area);
        draw(&[Column::new(String::new(), 10, 1)], &rows, 1, area, &mut buf, &Look::default());
        let lit: String = (0..30)
            .filter(|x| buf[(*x, 1)].modifier.contains(ratatui::style::Modifier::UNDERLINED))
            .map(|x| buf[(x, 1)].symbol())
            .collect();
        assert_eq!(lit, "œdème");
    }

    #[test]
    fn the_selected_row_is_seen_and_marked() {
        let rows: Vec<Row> = (0..9).map(|n| Row::new(vec![format!("nom {n}")])).collect();
        let area = Rect::new(0, 0, 20, 4);
        let mut buf = Buffer::empty(area);
        draw(&columns()[..1], &rows, 7, area, &mut buf, &Look::default());
        let line: String = (0..20).map(|x| buf[(x, 3)].symbol().to_owned()).collect();
        assert_eq!(line.trim_end(), "▸ nom 7");
    }
}
