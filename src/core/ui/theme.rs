//! What the colours of the screens look like: one table a theme, painted over what was drawn.
//!
//! Screens are drawn in the sixteen named colours, each of which stands for a meaning (`look`). What a terminal shows
//! for those is its own affair: yellow may be unreadable on white, grey may be the background itself. So at the end
//! every cell gets the theme's own colour, before and behind, from the part of the 256 that is the same everywhere.

use ratatui::buffer::Buffer;
use ratatui::style::Color;

/// A set of colours that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// Light on dark.
    #[default]
    Dark,
    /// Dark on light.
    Light,
    /// White and bright on black.
    Contrast,
    /// Orange and blue instead of red and green.
    ColourBlind,
}

/// Numbers of colours among the 256: 16 to 231 are a cube, 232 to 255 are greys, on every terminal that has them.
struct Table {
    ground: u8,
    text: u8,
    dim: u8,
    border: u8,
    cyan: u8,
    red: u8,
    yellow: u8,
    green: u8,
    blue: u8,
    magenta: u8,
}

impl Theme {
    /// Every theme, in the order of the choice.
    pub const ALL: [Self; 4] = [Self::Light, Self::Dark, Self::Contrast, Self::ColourBlind];

    /// Its name on the command line and in the desk's folder.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Light => "clair",
            Self::Dark => "sombre",
            Self::Contrast => "contraste",
            Self::ColourBlind => "daltonien",
        }
    }

    /// The theme of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }

    /// Identifier of its name in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Light => "theme-light",
            Self::Dark => "theme-dark",
            Self::Contrast => "theme-contrast",
            Self::ColourBlind => "theme-colour-blind",
        }
    }

    const fn table(self) -> Table {
        match self {
            Self::Dark => Table {
                ground: 234,
                text: 252,
                dim: 248,
                border: 244,
                cyan: 117,
                red: 210,
                yellow: 221,
                green: 114,
                blue: 111,
                magenta: 176,
            },
            Self::Light => Table {
                ground: 231,
                text: 235,
                dim: 240,
                border: 244,
                cyan: 24,
                red: 124,
                yellow: 94,
                green: 22,
                blue: 25,
                magenta: 90,
            },
            Self::Contrast => Table {
                ground: 16,
                text: 231,
                dim: 231,
                border: 231,
                cyan: 51,
                red: 217,
                yellow: 226,
                green: 120,
                blue: 117,
                magenta: 219,
            },
            Self::ColourBlind => Table { red: 208, yellow: 228, green: 75, magenta: 182, ..Self::Dark.table() },
        }
    }

    /// What a named colour looks like; the default one is that of plain text.
    #[must_use]
    pub const fn ink(self, color: Color) -> Color {
        let table = self.table();
        Color::Indexed(match color {
            Color::Reset => table.text,
            Color::DarkGray => table.dim,
            Color::Gray => table.border,
            Color::Cyan => table.cyan,
            Color::Red => table.red,
            Color::Yellow => table.yellow,
            Color::Green => table.green,
            Color::Blue => table.blue,
            Color::Magenta => table.magenta,
            other => return other,
        })
    }

    /// What everything stands on.
    #[must_use]
    pub const fn ground(self) -> Color {
        Color::Indexed(self.table().ground)
    }

    /// Gives every cell its colours.
    pub fn paint(self, buf: &mut Buffer) {
        for cell in &mut buf.content {
            cell.fg = self.ink(cell.fg);
            cell.bg = if cell.bg == Color::Reset { self.ground() } else { self.ink(cell.bg) };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    /// Red, green and blue of one of the 256 colours; none of those that each terminal chooses (xterm, `256colres.pl`).
    fn rgb(color: Color) -> Option<[u8; 3]> {
        match color {
            Color::Indexed(grey @ 232..) => Some([8 + 10 * (grey - 232); 3]),
            Color::Indexed(n @ 16..) => {
                let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
                Some([level((n - 16) / 36), level((n - 16) / 6 % 6), level((n - 16) % 6)])
            }
            _ => None,
        }
    }

    /// WCAG 2.2, relative luminance.
    fn luminance(color: [u8; 3]) -> f64 {
        let [r, g, b] = color.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// WCAG 2.2, contrast ratio: 1 to 21.
    fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    const TEXT: [Color; 8] = [
        Color::Reset,
        Color::DarkGray,
        Color::Cyan,
        Color::Red,
        Color::Yellow,
        Color::Green,
        Color::Blue,
        Color::Magenta,
    ];

    /// WCAG 2.2, 1.4.3 (text, 4.5) and 1.4.11 (what is no text, 3).
    #[test]
    fn what_is_to_be_read_can_be_read_whatever_the_terminal_s_own_colours() {
        for theme in Theme::ALL {
            let ground = rgb(theme.ground()).expect("a colour that is the same everywhere");
            let ratio = |color| contrast(rgb(theme.ink(color)).expect("a colour that is the same everywhere"), ground);
            let least = if theme == Theme::Contrast { 7.0 } else { 4.5 };
            for color in TEXT {
                assert!(ratio(color) >= least, "{theme:?} {color}: {:.1}", ratio(color));
            }
            assert!(ratio(Color::Gray) >= 3.0, "{theme:?} border: {:.1}", ratio(Color::Gray));
        }
    }

    /// The measure itself, with the palettes that terminals come with: why none of their own colours is used.
    #[test]
    fn the_named_colours_cannot_be_read_on_every_terminal() {
        const WHITE: [u8; 3] = [255; 3];
        const BLACK: [u8; 3] = [0; 3];
        for (palette, sign, ground, least) in [
            ("xterm, yellow on white", [205, 205, 0], WHITE, 1.7),
            ("VGA, blue on black", [0, 0, 170], BLACK, 1.6),
            ("Campbell, blue on black", [0, 55, 218], [12, 12, 12], 2.4),
            ("GNOME, yellow on white", [196, 160, 0], WHITE, 2.5),
            ("Solarized, grey on its dark", [0, 43, 54], [0, 43, 54], 1.0),
        ] {
            let ratio = contrast(sign, ground);
            assert!((ratio - least).abs() < 0.1, "{palette}: {ratio:.2}");
        }
        assert!((contrast(BLACK, WHITE) - 21.0).abs() < 0.01);
    }

    #[test]
    fn every_cell_is_painted_before_and_behind() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 3, 1));
        buf.set_string(0, 0, "ab", Style::new().fg(Color::Red));
        for theme in Theme::ALL {
            let mut painted = buf.clone();
            theme.paint(&mut painted);
            let inks: Vec<Color> = painted.content.iter().map(|cell| cell.fg).collect();
            assert_eq!(inks, [theme.ink(Color::Red), theme.ink(Color::Red), theme.ink(Color::Reset)]);
            assert!(painted.content.iter().all(|cell| cell.bg == theme.ground()));
            let once = painted.clone();
            theme.paint(&mut painted);
            assert_eq!(painted, once, "what is painted stays");
        }
    }
}
