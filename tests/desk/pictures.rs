//! The pictures of the README, drawn from the real screen; `UPDATE_EXPECT=1` writes them anew.

use std::fmt::Write as _;

use expect_test::expect_file;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use releve::back::As;
use releve::domain::indicators::ChartCode;
use releve::domain::{Day, Period};
use releve::exchange::figures::Leaving;
use releve::exchange::picture;
use releve::protocol::question;
use releve::ui::{Look, Theme};
use releve::words::{Lang, Words};

use crate::harness::{Desk, Setting, unpainted};

const COLUMN: f32 = 8.4;
const ROW: f32 = 18.0;

fn color(color: Color, default: &'static str) -> &'static str {
    match unpainted(color) {
        Color::Red => "#f38ba8",
        Color::Yellow => "#f9e2af",
        Color::Green => "#a6e3a1",
        Color::Cyan => "#89dceb",
        Color::DarkGray | Color::Gray => "#7f849c",
        Color::Blue => "#89b4fa",
        Color::Magenta => "#cba6f7",
        _ => default,
    }
}

const INK: &str = "#e6e9ef";
const PAPER: &str = "#1e1e2e";

/// Ink, paper and weight of a cell.
fn look(cell: &Cell) -> (&'static str, &'static str, bool) {
    let ink = color(cell.fg, INK);
    let paper = color(cell.bg, PAPER);
    let bold = cell.modifier.contains(Modifier::BOLD);
    if cell.modifier.contains(Modifier::REVERSED) { (paper, ink, bold) } else { (ink, paper, bold) }
}

/// The screen as a picture that any browser shows.
fn svg(buffer: &Buffer) -> String {
    let area = buffer.area;
    let (width, height) = (f32::from(area.width) * COLUMN, f32::from(area.height) * ROW);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w:.1} {h:.1}\" font-family=\"'DejaVu Sans Mono', \
         Menlo, Consolas, monospace\" font-size=\"14\">\n<rect width=\"{w:.1}\" height=\"{h:.1}\" rx=\"8\" fill=\"{PAPER}\"/>\n",
        w = width + 20.0,
        h = height + 20.0,
    );
    for y in 0..area.height {
        let mut x = 0;
        while x < area.width {
            let style = look(&buffer[(x, y)]);
            let start = x;
            let mut text = String::new();
            while x < area.width && look(&buffer[(x, y)]) == style {
                text.push_str(buffer[(x, y)].symbol());
                x += 1;
            }
            let (ink, paper, bold) = style;
            let (left, top) = (10.0 + f32::from(start) * COLUMN, 10.0 + f32::from(y) * ROW);
            let columns = f32::from(x - start) * COLUMN;
            if paper != PAPER {
                writeln!(
                    out,
                    "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{columns:.1}\" height=\"{ROW}\" fill=\"{paper}\"/>"
                )
                .unwrap();
            }
            if !text.trim().is_empty() {
                let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
                let weight = if bold { " font-weight=\"bold\"" } else { "" };
                writeln!(
                    out,
                    "<text x=\"{left:.1}\" y=\"{:.1}\" textLength=\"{columns:.1}\" xml:space=\"preserve\" fill=\"{ink}\"{weight}>{escaped}</text>",
                    top + 13.5
                )
                .unwrap();
            }
        }
    }
    out.push_str("</svg>\n");
    out
}

fn desk(now: &str, who: As) -> Desk {
    let look = Look { theme: Some(Theme::Dark), ascii: false, blocks: false };
    Desk::fiction_with(now, who, Setting { size: (110, 32), look, lang: Lang::Fr })
}

#[test]
fn the_readme_shows_the_real_screens() {
    let mut friday = desk("2026-11-27T17:30", As::Doctor);
    expect_file!["../../assets/pictures/transmission.svg"].assert_eq(&svg(&friday.keys("3").buffer()));
    let mut monday = desk("2026-11-30T08:00", As::Doctor);
    expect_file!["../../assets/pictures/briefing.svg"].assert_eq(&svg(&monday.keys("2").buffer()));
    let mut desk = desk("2026-11-24T10:12", As::Coordination);
    expect_file!["../../assets/pictures/semaine.svg"].assert_eq(&svg(&desk.keys("1").buffer()));
    expect_file!["../../assets/pictures/statistiques.svg"].assert_eq(&svg(&desk.keys("4").buffer()));
}

#[test]
fn the_readme_shows_a_real_chart() {
    let mut desk = desk("2026-11-27T18:00", As::Coordination);
    let (from, to) = (Day::ymd(2026, 1, 1).unwrap(), Day::ymd(2026, 12, 31).unwrap());
    let period = Period { from, to };
    let statistics = desk.ask(question::Statistics { period, before: None, post: None });
    let frame = desk.ask(question::Frame);
    let words = Words::new(Lang::Fr);
    let leaving = Leaving::new(&statistics, &frame.centre, None, desk.now.day, &words);
    let chart = picture::svg(&leaving, ChartCode::Origin).unwrap();
    expect_file!["../../assets/pictures/origine.svg"].assert_eq(&chart);
}
