//! Whether the terminal is dark or light: asked once, before anything else is read from it.

use std::time::Duration;

use terminal_colorsaurus::{QueryOptions, background_color};

use crate::ui::Theme;

/// How long an answer may take: two ways of a slow line. A terminal that knows neither question says nothing.
const PATIENCE: Duration = Duration::from_millis(300);

/// The theme that goes with the background of the terminal; the dark one where it does not say.
///
/// OSC 11 asks for the colour and DA1, which every terminal answers, ends the waiting. An answer that comes later still
/// is dropped by who reads the keys.
#[must_use]
pub fn background() -> Theme {
    let mut options = QueryOptions::default();
    options.timeout = PATIENCE;
    match background_color(options) {
        Ok(color) if color.perceived_lightness() > 0.5 => Theme::Light,
        Ok(_) | Err(_) => Theme::Dark,
    }
}
