//! A sheet as rows from top to bottom, each of which knows what it may not be parted from.

use std::collections::BTreeMap;

use super::letters::Letters;
use super::lines::{Run, Span, broken};
use super::typography::typeset;
use crate::domain::Gravity;
use crate::exchange::sheet::said::{Block, Fact, FactKind, Said, SaidPoint};

/// Size of the text, in points: to be read at arm's length by somebody of 68.
pub const BODY: f32 = 11.0;
const TITLE: f32 = 18.0;
const SECTION: f32 = 14.0;
const POINT: f32 = 12.0;
/// Height of a line beside the size of its text.
pub const LEADING: f32 = 1.32;
/// Where the text of a point begins, right of its bar.
const INSET: f32 = 14.0;
/// By how much the further lines of a fact are moved in.
const HANG: f32 = 12.0;
/// Height of an empty line to write on.
pub const HAND: f32 = 24.0;
/// A point taller than this part of a page may be parted, a shorter one moves to the next page whole.
const WHOLE: f32 = 0.35;

/// What a paragraph is to a reader who hears the sheet or jumps in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Title,
    Section,
    Point,
    Text,
    /// What stands over a column of a table, and a cell under it; whether a row begins with it.
    Head {
        first: bool,
    },
    Cell {
        first: bool,
    },
}

/// A paragraph, in reading order.
#[derive(Debug)]
pub struct Paragraph {
    pub role: Role,
    pub text: String,
}

/// The bar at the left of a point: thicker with its gravity.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Bar {
    None,
    /// So many points thick.
    Thick(f32),
    Dotted,
}

/// What a row is beside its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    None,
    /// Under a section's title.
    Under,
    /// Over the foot of the sheet.
    Over,
    /// Under a row of a table.
    Hair,
    /// To write on.
    Hand,
}

/// One row.
#[derive(Debug, Clone)]
pub struct Row {
    /// Above it, left out where the row begins a page; less than nothing where it stands beside the rows before it.
    pub space: f32,
    pub height: f32,
    pub size: f32,
    pub x: f32,
    pub spans: Vec<Span>,
    pub paragraph: usize,
    pub bar: Bar,
    pub line: Line,
    /// Must stand on the page of the row after it.
    pub glued: bool,
    /// Of which point or table, by the paragraph of its title: said again where a page begins in the middle of it.
    pub point: Option<usize>,
}

/// Rows and the paragraphs they belong to.
pub struct Rows<'a> {
    pub(super) letters: &'a Letters,
    pub(super) said: &'a Said,
    pub(super) width: f32,
    zoom: f32,
    hand: bool,
    /// From top to bottom.
    pub placed: Vec<Row>,
    pub paragraphs: Vec<Paragraph>,
    /// What stands over the columns of a table, by the title of its part: set again where it goes on.
    pub heads: BTreeMap<usize, Vec<Row>>,
}

/// How a paragraph is set.
#[derive(Clone, Copy)]
struct Set {
    role: Role,
    size: f32,
    space: f32,
    inset: f32,
    hang: f32,
}

impl Set {
    const TEXT: Self = Self { role: Role::Text, size: BODY, space: 1.5, inset: 0.0, hang: 0.0 };
    const FACT: Self = Self { hang: HANG, ..Self::TEXT };
    const OF_POINT: Self = Self { inset: INSET, ..Self::FACT };

    fn larger(self, zoom: f32) -> Self {
        let Self { role, size, space, inset, hang } = self;
        Self { role, size: size * zoom, space: space * zoom, inset: inset * zoom, hang: hang * zoom }
    }
}

impl<'a> Rows<'a> {
    /// The rows of a sheet on pages of this width and height, its letters so much larger than in the hand, with or
    /// without lines to write on.
    pub fn of(said: &'a Said, letters: &'a Letters, (width, height): (f32, f32), zoom: f32, hand: bool) -> Self {
        let mut rows = Self {
            letters,
            said,
            width,
            zoom,
            hand,
            placed: Vec::new(),
            paragraphs: Vec::new(),
            heads: BTreeMap::new(),
        };
        let title = Set { role: Role::Title, size: TITLE, ..Set::TEXT };
        rows.paragraph(title, &[Run::bold(&said.title)]);
        for line in &said.lead {
            let run = if *line == said.validity { Run::bold(line) } else { Run::regular(line) };
            rows.paragraph(Set { space: 3.0, ..Set::TEXT }, &[run]);
        }
        for block in &said.blocks {
            rows.block(block, height);
        }
        rows.foot();
        rows
    }

    fn block(&mut self, block: &Block, height: f32) {
        let title = Set { role: Role::Section, size: SECTION, space: 16.0, ..Set::TEXT };
        let from = self.placed.len();
        self.paragraph(title, &[Run::bold(&block.title)]);
        let named = self.paragraphs.len() - 1;
        if let Some(row) = self.placed.last_mut() {
            row.line = Line::Under;
            row.height += 4.0;
        }
        self.glue(from);
        for fact in &block.lines {
            self.fact(fact, Set::FACT);
        }
        if let Some(table) = &block.table {
            self.table(table, height, named);
        }
        for point in &block.points {
            self.point(point, height);
        }
    }

    fn point(&mut self, point: &SaidPoint, height: f32) {
        let (bar, glyph) = match (point.closed, point.gravity) {
            (true, _) => (Bar::None, "✓"),
            (_, Gravity::Urgent) => (Bar::Thick(5.0), "▲"),
            (_, Gravity::Watch) => (Bar::Thick(2.0), "●"),
            (_, Gravity::Routine) => (Bar::Dotted, "○"),
        };
        let from = self.placed.len();
        let title = Set { role: Role::Point, size: POINT, space: 10.0, ..Set::OF_POINT };
        self.paragraph(title, &[Run::bold(format!("{glyph} {}", point.title))]);
        self.glue(from);
        let (named, rest) = (self.paragraphs.len() - 1, self.placed.len());
        self.marks(&point.facts);
        for fact in point.facts.iter().filter(|f| f.kind == FactKind::Words) {
            self.fact(fact, Set::OF_POINT);
        }
        // The title is never alone: whom it is about and what comes next stand under it.
        self.placed[from..].iter_mut().take(rest - from + 2).for_each(|row| row.glued = true);
        if self.hand && !point.closed {
            self.glue(self.placed.len() - 1);
            self.blank(named);
        }
        let tall: f32 = self.placed[from..].iter().map(|r| r.space + r.height).sum();
        if tall <= height * WHOLE {
            self.glue(from);
        }
        if let Some(last) = self.placed.last_mut() {
            last.glued = false;
        }
        for row in &mut self.placed[from..] {
            row.bar = bar;
            row.point = Some(named);
        }
    }

    /// The marks of a point in one paragraph: whom it is about in bold, then the others.
    fn marks(&mut self, facts: &[Fact]) {
        let mut runs: Vec<Run> = Vec::new();
        for fact in facts.iter().filter(|f| f.kind == FactKind::Mark) {
            if !runs.is_empty() {
                runs.push(Run::regular("  ·  "));
            }
            // A mark is short: it stands whole on one line.
            let whole = |text: &str| text.replace(' ', "\u{a0}");
            if let Some(label) = &fact.label {
                runs.push(Run::regular(whole(&format!("{label}{} ", self.said.colon))));
            }
            runs.push(Run::bold(whole(&fact.text)));
        }
        self.paragraph(Set { hang: 0.0, ..Set::OF_POINT }, &runs);
    }

    /// A fact; the lines of its text stay lines, moved in.
    fn fact(&mut self, fact: &Fact, set: Set) {
        let mut lines = fact.text.lines();
        let first = lines.next().unwrap_or_default();
        let mut runs: Vec<Run> =
            fact.label.iter().map(|label| Run::bold(format!("{label}{} ", self.said.colon))).collect();
        runs.push(Run::regular(first));
        self.paragraph(set, &runs);
        for line in lines.filter(|line| !line.trim().is_empty()) {
            self.paragraph(Set { inset: set.inset + HANG, hang: 0.0, space: 0.0, ..set }, &[Run::regular(line)]);
        }
    }

    fn foot(&mut self) {
        let from = self.placed.len();
        for line in &self.said.foot {
            self.paragraph(Set { space: 3.0, ..Set::TEXT }, &[Run::regular(line)]);
        }
        if let Some(first) = self.placed.get_mut(from) {
            first.line = Line::Over;
            first.space = 18.0;
        }
        self.glue(from);
        if let Some(last) = self.placed.last_mut() {
            last.glued = false;
        }
    }

    /// An empty line to write on.
    fn blank(&mut self, paragraph: usize) {
        self.placed.push(Row {
            space: 0.0,
            height: HAND,
            size: BODY,
            x: INSET,
            spans: Vec::new(),
            paragraph,
            bar: Bar::None,
            line: Line::Hand,
            glued: false,
            point: None,
        });
    }

    fn paragraph(&mut self, set: Set, runs: &[Run]) {
        let set = set.larger(self.zoom);
        let runs: Vec<Run> =
            runs.iter().map(|r| Run { text: typeset(&r.text, self.said.lang), weight: r.weight }).collect();
        let lines = broken(self.letters, &runs, set.size, self.width - set.inset, set.hang);
        let count = lines.len();
        let paragraph = self.paragraphs.len();
        self.paragraphs
            .push(Paragraph { role: set.role, text: runs.iter().map(|r| r.text.as_str()).collect::<String>() });
        self.placed.extend(lines.into_iter().enumerate().map(|(n, spans)| Row {
            space: if n == 0 { set.space } else { 0.0 },
            height: set.size * LEADING,
            size: set.size,
            x: set.inset + if n == 0 { 0.0 } else { set.hang },
            spans,
            paragraph,
            bar: Bar::None,
            line: Line::None,
            // At least two lines of a paragraph at the foot of a page, and at its head.
            glued: n + 1 < count && (n == 0 || n + 2 == count || set.role != Role::Text),
            point: None,
        }));
    }

    /// Keeps every row from here on with the one that follows it.
    pub(super) fn glue(&mut self, from: usize) {
        for row in &mut self.placed[from..] {
            row.glued = true;
        }
    }
}
