//! Text is made safe once, where it enters; everything behind may print it as it is.
//!
//! What goes: control characters (a terminal would obey them), marks that turn the direction of
//! writing (*Trojan Source*, CVE-2021-42574) and marks without width, which hide in plain sight.

use unicode_normalization::UnicodeNormalization;

/// Text of several lines: NFC, `\n` only between lines, nothing invisible, no blank ends.
#[must_use]
pub fn note(text: &str) -> String {
    let unix = text.replace("\r\n", "\n");
    let visible: String = unix.chars().filter_map(visible).nfc().collect();
    visible.trim().to_owned()
}

/// Text of one line: as [`note`], with every break of line become one space.
#[must_use]
pub fn line(text: &str) -> String {
    let lines: Vec<String> = note(text).lines().map(|l| l.trim().to_owned()).filter(|l| !l.is_empty()).collect();
    lines.join(" ")
}

/// The character as it may be kept, or nothing.
fn visible(c: char) -> Option<char> {
    match c {
        '\t' => Some(' '),
        // Every other way to say "next line", so that two words do not grow together.
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        c if c.is_control() => None,
        '\u{ad}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => None,
        c => Some(c),
    }
}
