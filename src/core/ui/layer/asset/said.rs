//! What the rows of an asset's page look like.

use super::Part;
use crate::domain::collective::Listed;
use crate::domain::prepared::AssetFile;
use crate::domain::record::{AssetKind, Booking};
use crate::ui::widget::parts::PartRow;
use crate::ui::{Cx, Meaning};
use crate::words::lent::LentWords;
use crate::words::{StayWords, capital};

/// `Voiture 1 · véhicule`
pub(super) fn title(file: &AssetFile, cx: &Cx) -> String {
    format!("{} · {}", file.asset.what.name, cx.t(file.asset.what.kind.word()))
}

/// Bookings now and ahead, by the moment each begins; then those that are over, the newest first.
pub(super) fn split<'a>(file: &'a AssetFile, cx: &Cx) -> (Vec<&'a Listed<Booking>>, Vec<&'a Listed<Booking>>) {
    let now = i64::from(cx.now.day.0) * 24 * 60 + i64::from(cx.now.minute);
    let there = file.bookings.iter().filter(|booking| booking.what.places > 0);
    let (ahead, mut past): (Vec<_>, Vec<_>) =
        there.partition(|booking| booking.what.times.finish().is_none_or(|finish| finish > now));
    past.reverse();
    (ahead, past)
}

/// The rows of the page, under their headings.
pub(super) fn rows(file: &AssetFile, cx: &Cx) -> Vec<PartRow<Part>> {
    let (ahead, past) = split(file, cx);
    let now = i64::from(cx.now.day.0) * 24 * 60 + i64::from(cx.now.minute);
    let (has, ahead): (Vec<_>, Vec<_>) = ahead.into_iter().partition(|booking| booking.what.times.start() <= now);
    let mut rows = vec![PartRow { part: Some(Part::Asset), lines: asset(file, cx) }];
    let none = |id| PartRow::said(vec![(cx.t(id), Meaning::Dim)]);
    rows.push(PartRow::heading(cx.t("asset-now"), Meaning::Strong));
    if has.is_empty() {
        rows.push(none("asset-nobody"));
    }
    rows.extend(has.into_iter().map(|booking| row(booking, file, Meaning::Plain, cx)));
    rows.push(PartRow::heading(cx.t("asset-ahead"), Meaning::Strong));
    if ahead.is_empty() {
        rows.push(none("asset-none-ahead"));
    }
    rows.extend(ahead.into_iter().map(|booking| row(booking, file, Meaning::Plain, cx)));
    if !past.is_empty() {
        rows.push(PartRow::heading(cx.t("asset-past"), Meaning::Strong));
        rows.extend(past.into_iter().map(|booking| row(booking, file, Meaning::Dim, cx)));
    }
    rows
}

/// What it is: address, places, plate and whatever else is noted.
fn asset(file: &AssetFile, cx: &Cx) -> Vec<(String, Meaning)> {
    let asset = &file.asset.what;
    let named =
        |id: &str, value: String| (!value.is_empty()).then(|| format!("{}{}{value}", cx.t(id), cx.t("frame-colon")));
    let places = if asset.kind == AssetKind::House { asset.places.to_string() } else { String::new() };
    let post = asset.post.map(|post| cx.frame.rota.post_name(post).to_owned()).unwrap_or_default();
    let said = [
        named("asset-address", asset.address.clone()),
        named("asset-places", places),
        named("asset-plate", asset.plate.clone()),
        named("asset-range", asset.range_km.map(|km| km.to_string()).unwrap_or_default()),
        named("asset-charge", asset.charge.clone()),
        named("asset-opens", asset.opens.clone()),
        named("asset-post", post),
        asset.by_default.then(|| cx.t("asset-default")),
        named("asset-retired", asset.retired_on.map(|day| cx.words.date(day)).unwrap_or_default()),
        Some(asset.note.clone()).filter(|note| !note.is_empty()),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    let said = if said.is_empty() { capital(&cx.t(asset.kind.word())) } else { said.join(" · ") };
    vec![(said, Meaning::Plain)]
}

/// `Dr Vidal · dim. 6 déc., 17:00 → dim. 13 déc., 12:00 · 412 km`; damage stands out.
fn row(booking: &Listed<Booking>, file: &AssetFile, meaning: Meaning, cx: &Cx) -> PartRow<Part> {
    let rota = &cx.frame.rota;
    let whose = LentWords { words: cx.words, rota, tenants: &file.tenants, stays: &file.stays };
    let words = StayWords { words: cx.words, rota, today: cx.now.day };
    let what = &booking.what;
    let stay = file.stays.iter().find(|stay| Some(stay.id) == what.stay);
    let returned = words.returned(what, file.asset.what.kind, stay.map_or(cx.now.day, |stay| stay.to));
    let said = [Some(whose.whose(what)), Some(words.times(what.times)), returned, Some(what.note.clone())];
    let said: Vec<String> = said.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    let wrong = !what.damage.is_empty() || !what.lost.is_empty();
    PartRow::new(Part::Booking(booking.row.id), said.join(" · "), if wrong { Meaning::Watch } else { meaning })
}
