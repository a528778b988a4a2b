//! The closing of a day as the week shows it, and what its dialog starts from.

use crate::domain::alert::Alert;
use crate::domain::care;
use crate::domain::day_close::{Closing, seen, start};
use crate::domain::rights::Right;
use crate::domain::{Day, DayClose, Msg, PostId, Stay, day_close};
use crate::protocol::WeekPage;
use crate::ui::form::closings_said;
use crate::ui::keymap::{Action, Scope, key_of};
use crate::ui::{Cx, Meaning};

/// What the dialog starts from, if the day of that post can be closed: a confirmed doctor, and not to come.
pub fn closing(page: &WeekPage, post: PostId, day: Day, cx: &Cx) -> Option<Closing> {
    let rota = &cx.frame.rota;
    let stay = rota.on_duty(post, day).filter(|_| day <= cx.now.day && page.week == day.week())?;
    let entries = page.entries.iter().map(|kept| &kept.what);
    let mut closing = start(stay, day, entries, &page.half_days, &page.closings, rota, cx.frame.centre.slot_minutes);
    if closing.before.is_empty() {
        // Those who called and came the same day, whether they stand in the agenda or not.
        let called = care::seen_by(post, day, &page.requests, &page.half_days, rota);
        closing.counts.unplanned = closing.counts.unplanned.max(called);
    }
    Some(closing)
}

/// Whether that closing is awaited: the day is over and has none.
pub fn awaited(closing: &Closing, cx: &Cx) -> bool {
    closing.before.is_empty() && is_awaited(closing.day, cx)
}

/// What is known of a day's closings, post by post, or that one is still awaited.
pub fn lines(page: &WeekPage, day: Day, cx: &Cx) -> Vec<(String, Meaning)> {
    if !cx.may(Right::ReadAgenda) {
        return Vec::new();
    }
    let rota = &cx.frame.rota;
    let several = rota.posts.len() > 1;
    let here: Vec<&Stay> = rota.present(day).collect();
    let mut lines = Vec::new();
    for stay in here {
        let name =
            if several { format!("{}{}", rota.post_name(stay.post), cx.t("frame-colon")) } else { String::new() };
        let closings: Vec<DayClose> =
            page.closings.iter().filter(|c| c.stay == stay.id && c.day == day).cloned().collect();
        // The newest first: below a narrow week there is room for one, and a correction says both values.
        let said = closings_said(&closings, cx).into_iter().rev();
        lines.extend(said.map(|said| (format!("{name}{said}"), Meaning::Good)));
        if closings.is_empty() && is_awaited(day, cx) {
            let key = key_of(Action::CloseDay, &[Scope::Week]).map_or_else(String::new, |k| k.label(cx));
            lines
                .push((format!("{name}{}", cx.words.say(&Msg::new("close-awaited").with("key", key))), Meaning::Watch));
        }
    }
    lines
}

/// What the closed days of the week come to.
pub fn of_week(page: &WeekPage, cx: &Cx) -> Option<(String, Meaning)> {
    let (done, days) = seen(&page.closings, page.week.monday(), page.week.sunday());
    let msg = Msg::new("close-week").with("done", done).with("count", days);
    (days > 0).then(|| (cx.words.say(&msg), Meaning::Dim))
}

/// Whether the day is among those that wait for their closing: the alert names the oldest of them.
pub fn is_awaited(day: Day, cx: &Cx) -> bool {
    let oldest = cx.frame.alerts.iter().find_map(|a| match a {
        Alert::ToClose { day, .. } => Some(*day),
        _ => None,
    });
    day_close::is_awaited(day, oldest, &cx.frame.rota, cx.now)
}
