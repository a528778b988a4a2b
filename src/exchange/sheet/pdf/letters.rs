//! The letters: which of our fonts has which, and how wide each is.
//!
//! No kerning and no ligatures: what is measured here is what is drawn, so that the layout can be tested as data.

use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, GlyphId, MetadataProvider as _};
use unicode_normalization::UnicodeNormalization as _;
use unicode_segmentation::UnicodeSegmentation as _;

/// What stands for a character that no font has: an empty box, never nothing.
pub const UNKNOWN: char = '□';
/// Width of a narrow no-break space beside an ordinary one.
const NARROW: f32 = 0.6;

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    Regular,
    Bold,
}

/// One of our fonts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    Regular,
    Bold,
    /// Arrows, marks and Greek, which the text's font lacks.
    Symbols,
}

impl Face {
    pub const ALL: [Self; 3] = [Self::Regular, Self::Bold, Self::Symbols];

    /// The font file.
    pub const fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../../../../assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf"),
            Self::Bold => include_bytes!("../../../../assets/fonts/AtkinsonHyperlegibleNext-Bold.ttf"),
            Self::Symbols => include_bytes!("../../../../assets/fonts/InterSymbols-Regular.ttf"),
        }
    }
}

/// One character as it is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Letter {
    pub face: Face,
    pub glyph: GlyphId,
    /// Width, the size of the text being 1.
    pub advance: f32,
}

struct Measured {
    map: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
}

/// The fonts, measured.
pub struct Letters([Option<Measured>; 3]);

impl Letters {
    /// Reads the fonts that are part of the program.
    pub fn new() -> Self {
        Self(Face::ALL.map(|face| {
            let font = FontRef::new(face.bytes()).ok()?;
            // At size 1 every width is a part of the size of the text.
            let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
            Some(Measured { map: font.charmap(), metrics })
        }))
    }

    fn in_face(&self, c: char, face: Face) -> Option<Letter> {
        let font = self.0[face as usize].as_ref()?;
        let glyph = font.map.map(c)?;
        Some(Letter { face, glyph, advance: font.metrics.advance_width(glyph)? })
    }

    /// How a character is drawn, if any font has it.
    pub fn letter(&self, c: char, weight: Weight) -> Option<Letter> {
        let face = match weight {
            Weight::Regular => Face::Regular,
            Weight::Bold => Face::Bold,
        };
        match c {
            // Most fonts, ours too, lack it.
            '\u{202f}' => {
                let space = self.in_face('\u{a0}', face)?;
                Some(Letter { advance: space.advance * NARROW, ..space })
            }
            c => self.in_face(c, face).or_else(|| self.in_face(c, Face::Symbols)),
        }
    }

    /// Width of a text that [`Letters::drawable`] gave, in the unit of `size`.
    pub fn width(&self, text: &str, weight: Weight, size: f32) -> f32 {
        text.chars().filter_map(|c| self.letter(c, weight)).map(|l| l.advance * size).sum()
    }

    /// The text in characters that have a glyph each: `ﬁ` becomes `fi`, an emoji one empty box.
    pub fn drawable(&self, text: &str) -> String {
        text.nfc().collect::<String>().graphemes(true).map(|g| self.grapheme(g)).collect()
    }

    fn grapheme(&self, grapheme: &str) -> String {
        let known = |c: &char| self.letter(*c, Weight::Regular).is_some() && self.letter(*c, Weight::Bold).is_some();
        let resolve = |c: char| -> Vec<char> {
            if known(&c) {
                return vec![c];
            }
            // Marks that no font can put over its letter go, the letter stays.
            c.nfkd().filter(known).collect()
        };
        let drawn: String = grapheme.chars().flat_map(resolve).collect();
        if drawn.is_empty() { UNKNOWN.to_string() } else { drawn }
    }
}
