//! Colours and glyphs. Colour never carries a meaning alone: a glyph and a word do too.

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::Marker;

use super::sign;
use super::theme::Theme;
use crate::domain::{Gravity, Kind};

/// How the screen is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// The colours used; without, weight and reverse video only.
    pub theme: Option<Theme>,
    /// Only ASCII glyphs.
    pub ascii: bool,
    /// Charts are drawn in blocks: some fonts have no braille.
    pub blocks: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self { theme: Some(Theme::default()), ascii: false, blocks: false }
    }
}

/// What a style means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Meaning {
    Plain,
    /// Secondary text.
    Dim,
    Strong,
    /// A title, the tab one is on.
    Title,
    /// A key to press.
    Key,
    Urgent,
    Watch,
    Good,
    /// An error beside its field, a refusal.
    Bad,
    Alert,
    Border,
    /// The border of the pane or dialog that has the keys.
    Focus,
    /// The selected row of the list that has the keys.
    Selected,
    /// What the program understood, beside a field.
    Hint,
    /// The words that were looked for, within a text.
    Found,
}

/// A sign with a one-column form and an ASCII spare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Glyph {
    Urgent,
    Watch,
    Routine,
    ToDecide,
    Done,
    Vacant,
    Alert,
    Arrow,
    Back,
    Selected,
    Dot,
    Result,
    Promise,
    Place,
    Closed,
    Ellipsis,
    Newest,
    Separator,
    /// A booked place.
    Block,
    /// Something else on the calendar.
    Event,
    /// A figure that was published.
    Published,
    /// A page of the booklet.
    Page,
    /// Somebody to call.
    Phone,
    /// Added since.
    New,
    /// Since one was last here.
    Since,
    /// Put off to another day.
    PutOff,
    /// A stay that was withdrawn.
    Withdrawn,
    /// A week of school holidays.
    School,
    /// A week in part of school holidays.
    SchoolPart,
}

impl Look {
    /// The style of a meaning.
    #[must_use]
    pub fn style(&self, meaning: Meaning) -> Style {
        let plain = Style::new();
        let tint = |color: Color| if self.theme.is_some() { plain.fg(color) } else { plain };
        match meaning {
            Meaning::Plain => plain,
            Meaning::Dim => tint(Color::DarkGray),
            Meaning::Border => tint(Color::Gray),
            Meaning::Strong => plain.add_modifier(Modifier::BOLD),
            Meaning::Title | Meaning::Key => tint(Color::Cyan).add_modifier(Modifier::BOLD),
            Meaning::Urgent => tint(Color::Red).add_modifier(Modifier::BOLD),
            Meaning::Watch | Meaning::Alert => tint(Color::Yellow).add_modifier(Modifier::BOLD),
            Meaning::Good | Meaning::Hint => tint(Color::Green),
            Meaning::Bad => tint(Color::Red),
            Meaning::Focus => tint(Color::Cyan),
            Meaning::Selected => plain.add_modifier(Modifier::REVERSED),
            Meaning::Found => tint(Color::Yellow).add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
        }
    }

    /// The sign, one column wide.
    #[must_use]
    pub const fn glyph(&self, glyph: Glyph) -> &'static str {
        let (sign, spare) = match glyph {
            Glyph::Urgent => ("▲", "!"),
            Glyph::Watch => ("●", "*"),
            Glyph::ToDecide => ("□", "?"),
            Glyph::Done => ("✓", "x"),
            Glyph::Vacant => ("○", "o"),
            Glyph::Alert => ("!", "!"),
            Glyph::Arrow => ("→", ">"),
            Glyph::Back | Glyph::Newest => ("←", "<"),
            Glyph::Selected => ("▸", ">"),
            Glyph::Routine | Glyph::Dot | Glyph::Separator => ("·", "-"),
            Glyph::Result => ("◷", "r"),
            Glyph::Promise => ("◇", "p"),
            Glyph::Place => ("⌂", "h"),
            Glyph::Closed => ("░", "#"),
            Glyph::Ellipsis => ("…", "~"),
            Glyph::Block => ("▓", "="),
            Glyph::Event => ("▒", "%"),
            Glyph::Published => ("◆", "@"),
            Glyph::Page => ("✎", "w"),
            Glyph::Phone => ("☎", "t"),
            Glyph::New => ("+", "+"),
            Glyph::Since => ("↺", "&"),
            Glyph::PutOff => ("↷", ">"),
            Glyph::Withdrawn => ("×", "-"),
            Glyph::School => ("•", "*"),
            Glyph::SchoolPart => ("°", "'"),
        };
        if self.ascii { spare } else { sign }
    }

    /// The last hand on a screen: signs that any terminal can show, in colours that can be read.
    pub fn finish(&self, buf: &mut Buffer) {
        sign::settle(buf);
        self.spare(buf);
        if let Some(theme) = self.theme {
            theme.paint(buf);
        }
    }

    /// Replaces what is left of signs outside ASCII, in the centre's own texts too; letters stay letters.
    ///
    /// Each spare is one column wide, so that nothing moves.
    pub(super) fn spare(&self, buf: &mut Buffer) {
        if !self.ascii {
            return;
        }
        for cell in &mut buf.content {
            let mut letters = cell.symbol().chars();
            let (Some(sign), None) = (letters.next(), letters.next()) else { continue };
            let spare = match sign {
                '·' | '–' | '—' | '•' | '−' => '-',
                '…' | '≈' => '~',
                '«' | '»' | '“' | '”' => '"',
                '’' | '‘' => '\'',
                '→' | '▸' | '≥' => '>',
                '←' | '≤' => '<',
                '↑' => '^',
                '↓' => 'v',
                '×' => 'x',
                '€' => 'E',
                '÷' => '/',
                '°' => 'o',
                '\u{a0}' | '\u{202f}' => ' ',
                _ => continue,
            };
            cell.set_char(spare);
        }
    }

    /// What lines of a chart are drawn with, the lowest first: in ASCII each has a sign of its own.
    #[must_use]
    pub const fn marker(&self, line: usize) -> Marker {
        match (self.ascii, self.blocks) {
            (true, _) => Marker::Custom(['*', '+', 'O'][line % 3]),
            (false, true) => Marker::Quadrant,
            (false, false) => Marker::Braille,
        }
    }

    /// The sign and style of a layer of a chart, from the lowest: told apart without colour too.
    #[must_use]
    pub fn layer(&self, layer: usize) -> (&'static str, Style) {
        const LAYERS: [(&str, &str, Color); 4] =
            [("█", "X", Color::Cyan), ("▒", "/", Color::Yellow), ("▓", "%", Color::Green), ("▚", ":", Color::Magenta)];
        let (sign, spare, color) = LAYERS[layer % LAYERS.len()];
        let style = if self.theme.is_some() { Style::new().fg(color) } else { Style::new() };
        (if self.ascii { spare } else { sign }, style)
    }

    /// The sign of a gravity.
    #[must_use]
    pub const fn gravity(&self, gravity: Gravity) -> &'static str {
        self.glyph(match gravity {
            Gravity::Urgent => Glyph::Urgent,
            Gravity::Watch => Glyph::Watch,
            Gravity::Routine => Glyph::Routine,
        })
    }

    /// The style of a gravity.
    #[must_use]
    pub fn gravity_style(&self, gravity: Gravity) -> Style {
        self.style(Self::meaning_of(gravity))
    }

    /// What a gravity means on the screen.
    #[must_use]
    pub const fn meaning_of(gravity: Gravity) -> Meaning {
        match gravity {
            Gravity::Urgent => Meaning::Urgent,
            Gravity::Watch => Meaning::Watch,
            Gravity::Routine => Meaning::Plain,
        }
    }

    /// The sign of a kind, where it has one.
    #[must_use]
    pub const fn kind(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Result => self.glyph(Glyph::Result),
            Kind::Promise => self.glyph(Glyph::Promise),
            Kind::Centre => self.glyph(Glyph::Place),
            Kind::Care | Kind::Recall | Kind::Letter | Kind::ToSign => " ",
        }
    }

    /// The lines boxes are drawn with.
    #[must_use]
    pub const fn border(&self) -> ratatui::symbols::border::Set<'static> {
        if self.ascii {
            ratatui::symbols::border::Set {
                top_left: "+",
                top_right: "+",
                bottom_left: "+",
                bottom_right: "+",
                vertical_left: "|",
                vertical_right: "|",
                horizontal_top: "-",
                horizontal_bottom: "-",
            }
        } else {
            ratatui::symbols::border::PLAIN
        }
    }
}
