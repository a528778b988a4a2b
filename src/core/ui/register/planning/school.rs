//! What the planning says of school holidays: a mark beside the week, and whose they are below.

use crate::domain::school::{self, Break, SchoolHoliday, Share, Zone};
use crate::domain::{IsoWeek, Msg};
use crate::ui::{Cx, Glyph};

/// The holidays of the centre's zone in a week, and how much of it they take.
fn own(week: IsoWeek, cx: &Cx) -> Option<(Break, Share)> {
    school::school_holiday(week, cx.frame.centre.zone()?)
}

const fn glyph(share: Share) -> Glyph {
    match share {
        Share::Whole => Glyph::School,
        Share::Part => Glyph::SchoolPart,
    }
}

/// The mark beside a week; a space where there is school.
pub fn mark(week: IsoWeek, cx: &Cx) -> &'static str {
    own(week, cx).map_or(" ", |(_, share)| cx.look.glyph(glyph(share)))
}

/// The name of the holidays that begin in that week in the centre's zone.
pub fn begins(week: IsoWeek, cx: &Cx) -> Option<String> {
    let (name, _) = own(week, cx)?;
    let before = own(week.plus(-1), cx).is_some_and(|(before, _)| before == name);
    (!before).then(|| cx.t(name.brief()))
}

/// The signs and what they mean; nothing where the centre has no zone.
pub fn legend(cx: &Cx) -> Vec<String> {
    let Some(zone) = cx.frame.centre.zone() else { return Vec::new() };
    let whole = cx.words.say(&Msg::new("planning-school-legend").with("zone", zone.word()));
    [(Glyph::School, whole), (Glyph::SchoolPart, cx.t("planning-school-part"))]
        .map(|(sign, said)| format!("{} {said}", cx.look.glyph(sign)))
        .to_vec()
}

/// The holidays of a week by name, those of the centre's zone first; where the table ends, how far it goes.
pub fn said(week: IsoWeek, cx: &Cx) -> Vec<String> {
    let zone = cx.frame.centre.zone();
    let mut there = school::in_week(week);
    there.sort_by_key(|h| Some(h.zone) != zone);
    let mut said = Vec::new();
    while let Some(first) = there.first().copied() {
        let (same, rest): (Vec<_>, Vec<_>) = there.into_iter().partition(|h| h.name == first.name);
        said.push(line(&same, week, zone, cx));
        there = rest;
    }
    if !school::is_known(week) {
        let (from, to) = school::known();
        let before = week.monday() < from;
        let id = if before { "planning-school-from" } else { "planning-school-until" };
        said.push(cx.words.say(&Msg::new(id).with("day", cx.words.day_long(if before { from } else { to }))));
    }
    said
}

/// `• vacances de la Toussaint, zone A (et B, C), 17 oct. – 1er nov. 2026`; of other zones their letters alone.
fn line(same: &[SchoolHoliday], week: IsoWeek, zone: Option<Zone>, cx: &Cx) -> String {
    let name = Msg::new(same[0].name.word());
    let letters = |of: &[SchoolHoliday]| of.iter().map(|h| h.zone.word()).collect::<Vec<_>>().join(", ");
    let Some((own, others)) = same.split_first().filter(|(first, _)| Some(first.zone) == zone) else {
        let msg = Msg::new("planning-school-others").with("name", name).with("count", same.len());
        return cx.words.say(&msg.with("zones", letters(same)));
    };
    let id = if others.is_empty() { "planning-school-own" } else { "planning-school-own-and" };
    let msg = Msg::new(id).with("name", name).with("zone", own.zone.word()).with("others", letters(others));
    let said = cx.words.say(&msg.with("days", cx.words.span(own.from, own.to)));
    format!("{} {said}", mark(week, cx))
}
