//! A few bars lying down, in groups: parts of a whole, or counts.

use maud::{Markup, html};

use super::paint::{INK, f, n, text};
use super::{Area, Drawn, PLOT};
use crate::domain::Msg;
use crate::domain::chart::{Group, Share};
use crate::domain::indicators::ChartCode;
use crate::words::Words;

/// Room for the names on the left and the numbers on the right.
const AREA: Area = Area { left: 270.0, top: 88.0, width: 440.0, height: PLOT.top + PLOT.height - 88.0 + 30.0 };

pub(super) fn draw(groups: &[Group], code: ChartCode, words: &Words) -> Drawn {
    let lines = groups.iter().map(|g| g.bars.len() + 1).sum::<usize>();
    let step = (AREA.height / f(lines.max(1))).min(40.0);
    let most = groups.iter().flat_map(|g| &g.bars).filter(|b| b.whole.is_none()).map(|b| b.part).max().unwrap_or(0);
    let mut y = AREA.top;
    let placed: Vec<(f64, &Group)> = groups
        .iter()
        .map(|group| {
            let at = y;
            y += step * f(group.bars.len() + 1);
            (at, group)
        })
        .collect();
    let body = html! {
        @for (top, group) in placed {
            // A single group has the name of the picture.
            @if group.label != code.plan().title {
                text x=(n(super::MARGIN)) y=(n(top + step * 0.68)) font-size="14" font-weight="bold" { (words.t(group.label)) }
            }
            @for (at, bar) in group.bars.iter().enumerate() {
                (row(bar, top + step * f(at + 1), step, most, words))
            }
        }
    };
    Drawn { body, keys: Vec::new(), notes: Vec::new() }
}

fn row(bar: &Share, y: f64, step: f64, most: u32, words: &Words) -> Markup {
    let whole = f64::from(bar.whole.unwrap_or(most).max(1));
    let width = AREA.width * f64::from(bar.part) / whole;
    let said = match bar.whole {
        Some(0) => "—".to_owned(),
        Some(whole) => {
            let msg = Msg::new("picture-of-whole").with("share", words.percent(bar.part, whole));
            let (part, whole) = (words.whole(i64::from(bar.part)), words.whole(i64::from(whole)));
            words.say(&msg.with("part", part).with("whole", whole))
        }
        None => words.whole(i64::from(bar.part)),
    };
    let (high, base) = (step * 0.62, y + step * 0.66);
    html! {
        (text(AREA.left - 10.0, base, 13.0, "end", &words.say(&bar.label)))
        // What the part is of: an outline.
        @if bar.whole.is_some_and(|whole| whole > 0) {
            rect x=(n(AREA.left)) y=(n(y + step * 0.16)) width=(n(AREA.width)) height=(n(high)) fill="#f2f2f2"
                stroke="#999999" stroke-width="0.8" {}
        }
        @if bar.part > 0 {
            rect x=(n(AREA.left)) y=(n(y + step * 0.16)) width=(n(width)) height=(n(high)) fill=(INK) {}
        }
        (text(AREA.right() + 12.0, base, 13.0, "start", &said))
    }
}
