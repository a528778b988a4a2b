//! The map of France: the departments of practice, each tied to the centre by a line, as on a waiting room's wall.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;
use ratatui::widgets::Widget;
use ratatui::widgets::canvas::{Canvas, Circle, Context, Line as Segment};

use super::write;
use crate::domain::Msg;
use crate::domain::chart::{Map, Origin};
use crate::domain::draft::department;
use crate::domain::geography::{self, Bounds};
use crate::domain::indicators::Caveat;
use crate::ui::widget::text;
use crate::ui::{Cx, Glyph, Meaning};

/// Radius of the circle of the department with the most stays, in kilometres.
const WIDEST: f64 = 42.0;
/// Narrowest list beside the map.
const LIST: u16 = 30;

pub fn draw(map: &Map, area: Rect, buf: &mut Buffer, cx: &Cx) {
    let bounds = geography::bounds();
    // A dot of braille is as wide as high: the map keeps its shape.
    let wanted = (bounds.east - bounds.west) / (bounds.north - bounds.south) * f64::from(area.height) * 2.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "columns of the screen")]
    let width = (wanted.ceil() as u16).min(area.width.saturating_sub(LIST));
    let plot = Rect { width, ..area };
    paint(map, plot, buf, cx);
    if let Some((x, y)) = geography::place(&map.centre).map(|place| cell(place, plot)) {
        buf.set_stringn(x, y, cx.look.glyph(Glyph::Place), 1, cx.look.style(Meaning::Title));
    }
    for (n, origin) in overseas(map).enumerate() {
        let (x, y) = cell(inset(n, plot), plot);
        let sign = cx.look.glyph(Glyph::Watch);
        write(x.saturating_sub(4).max(plot.x), y, &origin.department, plot.right(), Meaning::Plain, buf, cx);
        buf.set_stringn(x, y, sign, 1, cx.look.style(Meaning::Watch));
    }
    list(map, Rect { x: plot.right() + 2, width: area.width.saturating_sub(width + 2), ..area }, buf, cx);
}

/// Insets that find room below Brittany.
const INSETS: usize = 5;

/// The departments overseas that have an inset.
fn overseas(map: &Map) -> impl Iterator<Item = &Origin> {
    map.departments.iter().filter(|o| geography::is_overseas(&o.department)).take(INSETS)
}

/// Where an inset lies, in the kilometres of the map: one row each, from the bottom of the left edge.
fn inset(n: usize, plot: Rect) -> (f64, f64) {
    let Bounds { west, south, east, north } = geography::bounds();
    let (column, row) = ((east - west) / f64::from(plot.width.max(1)), (north - south) / f64::from(plot.height.max(1)));
    let rows = f64::from(u16::try_from(n).unwrap_or(u16::MAX)) + 0.5;
    (west + 4.5 * column, south + rows * row)
}

/// The cell of a place on the map.
fn cell((x, y): (f64, f64), plot: Rect) -> (u16, u16) {
    let Bounds { west, south, east, north } = geography::bounds();
    let at = |part: f64, room: u16| {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cell of the screen")]
        let at = (part * f64::from(room)).max(0.0) as u16;
        at.min(room.saturating_sub(1))
    };
    let (column, row) = (at((x - west) / (east - west), plot.width), at((north - y) / (north - south), plot.height));
    (plot.x + column, plot.y + row)
}

fn paint(map: &Map, plot: Rect, buf: &mut Buffer, cx: &Cx) {
    let Bounds { west, south, east, north } = geography::bounds();
    let tint = |color: Color| if cx.look.theme.is_some() { color } else { Color::Reset };
    let most = map.departments.iter().map(|o| o.stays).max().unwrap_or(1).max(1);
    let centre = geography::place(&map.centre);
    let places: Vec<((f64, f64), u32)> =
        map.departments.iter().filter_map(|o| geography::place(&o.department).map(|place| (place, o.stays))).collect();
    // One canvas for each kind of line, so that each has its own sign in ASCII.
    let mut canvas = |line, paint: &dyn Fn(&mut Context)| {
        let canvas = Canvas::default().marker(cx.look.marker(line)).x_bounds([west, east]).y_bounds([south, north]);
        canvas.paint(paint).render(plot, buf);
    };
    canvas(0, &|ctx| {
        for ring in geography::rings() {
            for pair in ring.windows(2) {
                let [(x1, y1), (x2, y2)] = *pair else { continue };
                ctx.draw(&Segment { x1, y1, x2, y2, color: tint(Color::DarkGray) });
            }
        }
    });
    // Those overseas lie in insets at the edge of the sea, tied to the centre as the others are.
    let insets: Vec<(f64, f64)> = (0..overseas(map).count()).map(|n| inset(n, plot)).collect();
    canvas(1, &|ctx| {
        let Some((x1, y1)) = centre else { return };
        for (x2, y2) in places.iter().map(|(place, _)| place).chain(&insets) {
            ctx.draw(&Segment { x1, y1, x2: *x2, y2: *y2, color: tint(Color::Blue) });
        }
    });
    canvas(2, &|ctx| {
        for ((x, y), stays) in &places {
            // The area of a circle goes by the stays, not its radius.
            let radius = WIDEST * (f64::from(*stays) / f64::from(most)).sqrt();
            for part in 1..=3 {
                let radius = radius * f64::from(part) / 3.0;
                ctx.draw(&Circle { x: *x, y: *y, radius, color: tint(Color::Yellow) });
            }
        }
    });
}

/// The departments by stays, those overseas under a heading of their own.
fn list(map: &Map, area: Rect, buf: &mut Buffer, cx: &Cx) {
    let said = |origin: &Origin| {
        let name = department::name(&origin.department).unwrap_or_default();
        let counts = Msg::new("chart-origin-counts")
            .with("stays", i64::from(origin.stays))
            .with("doctors", i64::from(origin.doctors));
        (format!("{:>3} {name}", origin.department), cx.words.say(&counts))
    };
    let (overseas, home): (Vec<&Origin>, Vec<&Origin>) =
        map.departments.iter().partition(|o| geography::is_overseas(&o.department));
    let unknown = (map.unknown > 0).then(|| cx.words.say(&Caveat::Origin(map.unknown).msg()));
    // The bottom keeps those who come from afar, the legend, and who is not known.
    let kept = overseas.len().min(5) + usize::from(!overseas.is_empty()) + usize::from(unknown.is_some()) + 1;
    let room = usize::from(area.height).saturating_sub(kept);
    let mut y = area.y;
    let mut line = |left: &str, right: &str, meaning: Meaning, buf: &mut Buffer| {
        if y >= area.bottom() {
            return;
        }
        let names = area.width.saturating_sub(u16::try_from(text::width(right)).unwrap_or(0) + 1);
        write(area.x, y, left, area.x + names, meaning, buf, cx);
        super::write_right(area.right(), y, right, Meaning::Dim, buf, cx);
        y += 1;
    };
    let more = home.len() > room;
    let shown = if more { room.saturating_sub(1) } else { home.len() };
    for origin in &home[..shown] {
        let (name, counts) = said(origin);
        line(&name, &counts, Meaning::Plain, buf);
    }
    if more {
        let said = cx.words.say(&Msg::new("chart-more").with("count", home.len() - shown));
        line(&said, "", Meaning::Dim, buf);
    }
    if !overseas.is_empty() {
        line(&cx.t("chart-overseas"), "", Meaning::Strong, buf);
        for origin in overseas.iter().take(5) {
            let (name, counts) = said(origin);
            line(&name, &counts, Meaning::Plain, buf);
        }
    }
    if let Some(unknown) = unknown {
        line(&unknown, "", Meaning::Dim, buf);
    }
    let legend = format!("{} {}", cx.look.glyph(Glyph::Place), cx.t("chart-centre"));
    line(&legend, "", Meaning::Dim, buf);
}
