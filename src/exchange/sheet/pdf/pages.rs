//! Rows put on pages: what stands where, as data. Nothing is drawn here, so that all of it can be tested.

use std::collections::BTreeMap;

use super::Print;
use super::letters::{Letters, Weight};
use super::lines::{Run, Span, broken};
use super::rows::{BODY, Bar, HAND, LEADING, Line, Paragraph, Row, Rows};
use super::typography::typeset;
use crate::exchange::sheet::said::Said;

/// Left and right: room for a punch and for a thumb.
pub const SIDE: f32 = 51.0;
/// Above and below, which every printer can print.
pub const EDGE: f32 = 34.0;
/// Size of what every page repeats.
const SMALL: f32 = 9.0;
/// Between what every page repeats and the text.
const GAP: f32 = 12.0;
/// Fewer lines than this to write on are not worth their title.
const FEWEST: usize = 3;

/// What stands on one page.
#[derive(Debug, Default)]
pub struct Page {
    pub placed: Vec<Placed>,
    pub rules: Vec<Rule>,
}

/// A piece of text and its place. The origin is the upper left corner of the paper.
#[derive(Debug, Clone)]
pub struct Placed {
    pub x: f32,
    pub baseline: f32,
    pub size: f32,
    #[cfg_attr(not(test), expect(dead_code, reason = "what the layout is tested by"))]
    pub width: f32,
    pub weight: Weight,
    pub text: String,
    pub part: Part,
}

/// To what a text belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A paragraph of the sheet.
    Paragraph(usize),
    /// Repeated on each page.
    Furniture,
}

/// A line between two places.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    pub from: (f32, f32),
    pub to: (f32, f32),
    pub thickness: f32,
    pub dotted: bool,
}

/// The whole sheet, laid out.
pub struct Layout {
    /// Width and height of the paper, in points.
    pub paper: (f32, f32),
    pub pages: Vec<Page>,
    pub paragraphs: Vec<Paragraph>,
}

/// By how much letters shrink at a time that are too large for one page.
const SHRINK: f32 = 0.1;

/// Lays a sheet out, with lines to write on where they cost no page.
pub fn laid_out(said: &Said, letters: &Letters, print: Print) -> Layout {
    let frame = Frame::of(said, letters, print);
    let mut zoom = print.largest;
    let mut layout = frame.at(zoom);
    while layout.pages.len() > 1 && zoom > 1.0 {
        zoom = (zoom - SHRINK).max(1.0);
        layout = frame.at(zoom);
    }
    frame.furnish(&mut layout.pages);
    layout
}

/// What every page repeats, and the room it leaves.
struct Frame<'a> {
    letters: &'a Letters,
    said: &'a Said,
    paper: (f32, f32),
    footer: Vec<Vec<Span>>,
    top: f32,
    bottom: f32,
}

impl<'a> Frame<'a> {
    fn of(said: &'a Said, letters: &'a Letters, print: Print) -> Self {
        let paper = print.size();
        let set = |run: Run| Run { text: typeset(&run.text, said.lang), ..run };
        let lines = |run: Run, most: usize| {
            let mut lines = broken(letters, &[set(run)], SMALL, paper.0 - 2.0 * SIDE, 0.0);
            lines.truncate(most);
            lines
        };
        let footer = [
            lines(Run::bold(&said.validity), 1),
            lines(Run::regular(&said.made), 1),
            // All of the words, or they prove nothing.
            lines(Run::regular(&said.seal), 3),
        ]
        .concat();
        let top = EDGE + SMALL * LEADING + GAP;
        let bottom = paper.1 - EDGE - rows_high(footer.len()) - GAP;
        Self { letters, said, paper, footer, top, bottom }
    }

    /// Width and height of the room for the text.
    fn room(&self) -> (f32, f32) {
        (self.paper.0 - 2.0 * SIDE, self.bottom - self.top)
    }

    /// The sheet with letters of that size, with lines to write on where they cost no page.
    fn at(&self, zoom: f32) -> Layout {
        let tight = self.filled(Rows::of(self.said, self.letters, self.room(), zoom, false));
        let roomy = self.filled(Rows::of(self.said, self.letters, self.room(), zoom, true));
        if roomy.pages.len() == tight.pages.len() { roomy } else { tight }
    }

    /// Puts rows on as many pages as they need.
    fn filled(&self, rows: Rows) -> Layout {
        let Rows { placed: rows, paragraphs, heads, .. } = rows;
        let mut filling =
            Filling { frame: self, paragraphs: &paragraphs, heads: &heads, pages: vec![Page::default()], y: self.top };
        let mut rest = &rows[..];
        while !rest.is_empty() {
            let together = rest.iter().take_while(|row| row.glued).count() + 1;
            let (chunk, after) = rest.split_at(together.min(rest.len()));
            filling.put(chunk);
            rest = after;
        }
        let pages = filling.finished();
        Layout { paper: self.paper, pages, paragraphs }
    }

    fn furnish(&self, pages: &mut [Page]) {
        let count = pages.len();
        let (left, right) = (SIDE, self.paper.0 - SIDE);
        for (index, page) in pages.iter_mut().enumerate() {
            let baseline = EDGE + SMALL;
            let number = format!("{} {}/{count}", self.said.page, index + 1);
            let number_width = self.letters.width(&number, Weight::Bold, SMALL);
            let title = typeset(&self.said.title, self.said.lang);
            let room = right - left - number_width - GAP;
            let title = broken(self.letters, &[Run::regular(title)], SMALL, room, 0.0);
            for span in title.into_iter().take(1).flatten() {
                page.placed.push(placed(span, left, baseline, SMALL, Part::Furniture));
            }
            let span = Span { x: 0.0, width: number_width, text: number, weight: Weight::Bold };
            page.placed.push(placed(span, right - number_width, baseline, SMALL, Part::Furniture));
            let under = self.top - GAP + 1.0;
            page.rules.push(Rule { from: (left, under), to: (right, under), thickness: 0.5, dotted: false });
            let mut y = self.paper.1 - EDGE - rows_high(self.footer.len());
            page.rules.push(Rule { from: (left, y - 3.0), to: (right, y - 3.0), thickness: 0.5, dotted: false });
            for line in &self.footer {
                for span in line {
                    page.placed.push(placed(span.clone(), left, y + SMALL, SMALL, Part::Furniture));
                }
                y += SMALL * LEADING;
            }
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
fn rows_high(rows: usize) -> f32 {
    rows as f32 * SMALL * LEADING
}

fn placed(span: Span, x: f32, baseline: f32, size: f32, part: Part) -> Placed {
    Placed { x: x + span.x, baseline, size, width: span.width, weight: span.weight, text: span.text, part }
}

/// Pages as they fill.
struct Filling<'a> {
    frame: &'a Frame<'a>,
    paragraphs: &'a [Paragraph],
    /// What stands over the columns of a table, by the title of its part.
    heads: &'a BTreeMap<usize, Vec<Row>>,
    pages: Vec<Page>,
    y: f32,
}

impl Filling<'_> {
    fn is_fresh(&self) -> bool {
        self.y <= self.frame.top
    }

    /// Puts rows that belong together; only what is taller than a page is parted.
    fn put(&mut self, rows: &[Row]) {
        let tall: f32 = rows.iter().map(|r| r.space + r.height).sum();
        if !self.is_fresh() && self.y + tall > self.frame.bottom {
            self.turn(rows.first());
        }
        for row in rows {
            if !self.is_fresh() && self.y + row.space + row.height > self.frame.bottom {
                self.turn(Some(row));
            }
            self.set(row, Part::Paragraph(row.paragraph));
        }
    }

    /// Begins a page, and says again of which point or table the row goes on.
    fn turn(&mut self, next: Option<&Row>) {
        self.pages.push(Page::default());
        self.y = self.frame.top;
        let Some((row, point)) = next.and_then(|row| Some((row, row.point?))) else { return };
        if row.paragraph == point {
            return;
        }
        let said = self.frame.said;
        let title = format!("{} ({})", self.paragraphs[point].text, said.continued);
        let width = self.frame.room().0 - row.x;
        let lines = broken(self.frame.letters, &[Run::bold(title)], BODY, width, 0.0);
        let top = self.y;
        for span in lines.into_iter().take(1).flatten() {
            let place = placed(span, SIDE + row.x, top + BODY, BODY, Part::Furniture);
            self.page().placed.push(place);
        }
        self.y += BODY * LEADING;
        self.bar(row.bar, top);
        for head in self.heads.get(&point).into_iter().flatten() {
            self.set(head, Part::Furniture);
        }
    }

    fn page(&mut self) -> &mut Page {
        let last = self.pages.len() - 1;
        &mut self.pages[last]
    }

    fn set(&mut self, row: &Row, part: Part) {
        let space = if self.is_fresh() { 0.0 } else { row.space };
        let top = self.y + space;
        let bottom = top + row.height;
        let (left, right) = (SIDE, self.frame.paper.0 - SIDE);
        let page = self.page();
        // The same part of the line is above the letters at every size.
        let baseline = top + row.size * (LEADING + 0.5) / 1.82;
        for span in &row.spans {
            page.placed.push(placed(span.clone(), left + row.x, baseline, row.size, part));
        }
        let across = |x: f32, y: f32, dotted| Rule { from: (x, y), to: (right, y), thickness: 0.75, dotted };
        match row.line {
            Line::None => {}
            Line::Under => page.rules.push(across(left, bottom - 3.0, false)),
            Line::Over => page.rules.push(across(left, top - 5.0, false)),
            Line::Hair => page.rules.push(Rule { thickness: 0.4, ..across(left, bottom - 1.0, false) }),
            Line::Hand => page.rules.push(across(left + row.x, bottom - 3.0, true)),
        }
        self.y = bottom;
        // A bar runs through the space between the rows of its point, not above its title.
        let named = row.point == Some(row.paragraph) && row.space > 0.0;
        self.bar(row.bar, if named { top } else { top - space });
    }

    fn bar(&mut self, bar: Bar, top: f32) {
        let bottom = self.y;
        let (thickness, dotted) = match bar {
            Bar::None => return,
            Bar::Thick(thickness) => (thickness, false),
            Bar::Dotted => (0.75, true),
        };
        let x = SIDE + thickness / 2.0;
        let rules = &mut self.page().rules;
        match rules.last_mut() {
            Some(above) if (above.to.0 - x).abs() + (above.to.1 - top).abs() < 0.01 => above.to.1 = bottom,
            _ => rules.push(Rule { from: (x, top), to: (x, bottom), thickness, dotted }),
        }
    }

    /// The rest of the last page is for the hand, if it is worth it.
    fn finished(mut self) -> Vec<Page> {
        let frame = self.frame;
        let Some(by_hand) = &frame.said.by_hand else { return self.pages };
        let title = self.y + GAP + BODY * LEADING;
        let mut lines = Vec::new();
        let mut y = title + HAND;
        while y <= frame.bottom {
            lines.push(y);
            y += HAND;
        }
        if lines.len() >= FEWEST {
            let by_hand = typeset(by_hand, frame.said.lang);
            let spans = broken(frame.letters, &[Run::bold(by_hand)], BODY, frame.room().0, 0.0);
            for span in spans.into_iter().take(1).flatten() {
                self.page().placed.push(placed(span, SIDE, title - BODY * 0.32, BODY, Part::Furniture));
            }
            let across = |y| Rule { from: (SIDE, y), to: (frame.paper.0 - SIDE, y), thickness: 0.5, dotted: true };
            self.page().rules.extend(lines.into_iter().map(across));
        }
        self.pages
    }
}
