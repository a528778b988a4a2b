//! Pages drawn as PDF: fonts embedded, text that can be searched and read aloud, headings to jump to.
//!
//! The file is PDF/UA-1, which the crate checks: each text belongs to a heading or a paragraph, in reading order,
//! and what every page repeats belongs to none. The same sheet gives the same bytes.

use std::num::NonZeroU16;

use chrono::{Datelike as _, Timelike as _};
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::geom::{PathBuilder, Point};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, Node, SpanTag, TableHeaderScope, Tag, TagGroup, TagTree,
};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};

use super::letters::{Face, Letters};
use super::pages::{Layout, Page, Part, Placed, Rule};
use super::rows::Role;
use crate::domain::Stamp;

/// What the file says of itself.
pub struct About<'a> {
    pub title: &'a str,
    pub lang: &'a str,
    pub author: &'a str,
    pub made: Stamp,
}

/// Draws a layout; `None` if the document does not hold together, which is an error of this program.
pub fn pdf(layout: &Layout, letters: &Letters, about: &About) -> Option<Vec<u8>> {
    let [regular, bold, symbols] = Face::ALL.map(|face| Font::new(face.bytes().into(), 0));
    let pen = Pen { letters, fonts: [regular?, bold?, symbols?] };
    let accessible = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish().ok()?;
    let mut document = Document::new_with(SerializeSettings { configuration: accessible, ..Default::default() });
    let mut tagged: Vec<Vec<Identifier>> = layout.paragraphs.iter().map(|_| Vec::new()).collect();
    for page in &layout.pages {
        let mut paper = document.start_page_with(PageSettings::from_wh(layout.paper.0, layout.paper.1)?);
        let mut surface = paper.surface();
        pen.draw(page, &mut surface, &mut tagged);
        surface.finish();
        paper.finish();
    }
    document.set_tag_tree(tree(layout, tagged, about));
    document.set_outline(outline(layout));
    document.set_metadata(metadata(about));
    document.finish().ok()
}

struct Pen<'a> {
    letters: &'a Letters,
    fonts: [Font; 3],
}

impl Pen<'_> {
    fn draw(&self, page: &Page, surface: &mut Surface, tagged: &mut [Vec<Identifier>]) {
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
        page.rules.iter().for_each(|rule| line(rule, surface));
        surface.end_tagged();
        surface.set_stroke(None);
        for placed in &page.placed {
            match placed.part {
                Part::Furniture => {
                    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::PaginationOther)));
                }
                Part::Paragraph(paragraph) => {
                    let identifier = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
                    if let Some(identifiers) = tagged.get_mut(paragraph) {
                        identifiers.push(identifier);
                    }
                }
            }
            self.text(placed, surface);
            surface.end_tagged();
        }
    }

    /// Draws a text, font by font.
    fn text(&self, placed: &Placed, surface: &mut Surface) {
        let letters = placed.text.char_indices().filter_map(|(at, c)| {
            let letter = self.letters.letter(c, placed.weight)?;
            let glyph = KrillaGlyph {
                glyph_id: GlyphId::new(letter.glyph.to_u32()),
                text_range: at..at + c.len_utf8(),
                x_advance: letter.advance,
                x_offset: 0.0,
                y_offset: 0.0,
                y_advance: 0.0,
                location: None,
            };
            Some((letter.face, glyph))
        });
        let letters: Vec<_> = letters.collect();
        let mut x = placed.x;
        for run in letters.chunk_by(|a, b| a.0 == b.0) {
            let glyphs: Vec<KrillaGlyph> = run.iter().map(|(_, glyph)| glyph.clone()).collect();
            let font = self.fonts[run[0].0 as usize].clone();
            let start = Point::from_xy(x, placed.baseline);
            x += glyphs.iter().map(|g| g.x_advance * placed.size).sum::<f32>();
            surface.draw_glyphs(start, &glyphs, font, &placed.text, placed.size, false);
        }
    }
}

fn line(rule: &Rule, surface: &mut Surface) {
    let mut path = PathBuilder::new();
    path.move_to(rule.from.0, rule.from.1);
    path.line_to(rule.to.0, rule.to.1);
    let Some(path) = path.finish() else { return };
    surface.set_fill(None);
    surface.set_stroke(Some(Stroke {
        width: rule.thickness,
        opacity: NormalizedF32::ONE,
        dash: rule.dotted.then(|| StrokeDash { array: vec![1.0, 2.5], offset: 0.0 }),
        ..Stroke::default()
    }));
    surface.draw_path(&path);
    surface.set_fill(Some(krilla::paint::Fill::default()));
}

/// The paragraphs in reading order, headings as headings.
fn tree(layout: &Layout, tagged: Vec<Vec<Identifier>>, about: &About) -> TagTree {
    let mut tree = TagTree::new().with_lang(Some(about.lang.to_owned()));
    let mut tables = Tables::default();
    for (paragraph, identifiers) in layout.paragraphs.iter().zip(tagged) {
        let heading = |level| TagGroup::new(Tag::Hn(level, Some(paragraph.text.clone())));
        let mut group = match paragraph.role {
            Role::Title => heading(NonZeroU16::MIN),
            Role::Section => heading(NonZeroU16::MIN.saturating_add(1)),
            Role::Point => heading(NonZeroU16::MIN.saturating_add(2)),
            Role::Text => TagGroup::new(Tag::P),
            Role::Head { .. } => TagGroup::new(Tag::TH(TableHeaderScope::Column)),
            Role::Cell { .. } => TagGroup::new(Tag::TD),
        };
        group.children.extend(identifiers.into_iter().map(Into::into));
        match paragraph.role {
            Role::Head { first } | Role::Cell { first } => tables.cell(group, first),
            _ => {
                tree.children.extend(tables.ended());
                tree.push(group);
            }
        }
    }
    tree.children.extend(tables.ended());
    tree
}

/// The rows of the table that is being read.
#[derive(Default)]
struct Tables(Vec<TagGroup>);

impl Tables {
    /// One more cell, with which perhaps a row begins.
    fn cell(&mut self, cell: TagGroup, first: bool) {
        if first {
            self.0.push(TagGroup::new(Tag::TR));
        }
        if let Some(row) = self.0.last_mut() {
            row.push(cell);
        }
    }

    /// The table, once it is at its end.
    fn ended(&mut self) -> Option<Node> {
        let mut table = TagGroup::new(Tag::Table);
        table.children.extend(std::mem::take(&mut self.0).into_iter().map(Node::from));
        (!table.children.is_empty()).then(|| table.into())
    }
}

/// Sections and their points, to jump to.
fn outline(layout: &Layout) -> Outline {
    let mut outline = Outline::new();
    let mut section: Option<OutlineNode> = None;
    for (index, paragraph) in layout.paragraphs.iter().enumerate() {
        let node = || {
            let place = layout.pages.iter().enumerate().find_map(|(page, p)| {
                let placed = p.placed.iter().find(|placed| placed.part == Part::Paragraph(index))?;
                Some((page, Point::from_xy(placed.x, placed.baseline - placed.size)))
            })?;
            let place = krilla::destination::XyzDestination::new(place.0, place.1);
            Some(OutlineNode::new(paragraph.text.clone(), place).with_open(true))
        };
        match (paragraph.role, &mut section) {
            (Role::Section, _) => {
                if let Some(done) = std::mem::replace(&mut section, node()) {
                    outline.push_child(done);
                }
            }
            (Role::Point, Some(section)) => {
                if let Some(node) = node() {
                    section.push_child(node);
                }
            }
            _ => {}
        }
    }
    if let Some(last) = section {
        outline.push_child(last);
    }
    outline
}

fn metadata(about: &About) -> Metadata {
    let made = about.made.local();
    let number = |n: u32| u8::try_from(n).unwrap_or(0);
    let date = DateTime::new(u16::try_from(made.year()).unwrap_or(0))
        .month(number(made.month()))
        .day(number(made.day()))
        .hour(number(made.hour()))
        .minute(number(made.minute()));
    Metadata::new()
        .title(about.title.to_owned())
        .language(about.lang.to_owned())
        .authors(vec![about.author.to_owned()])
        .creator("Relève".to_owned())
        .creation_date(date)
}
