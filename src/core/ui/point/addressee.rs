//! To whom a point is addressed: as it stands on the point, and in full for who chooses.

use crate::domain::{Addressee, Msg, Stay};
use crate::ui::Cx;

/// To whom a point is addressed: `médecin S50`, a person, a role.
#[must_use]
pub fn short(to: Addressee, cx: &Cx) -> String {
    let rota = &cx.frame.rota;
    match to {
        Addressee::Person(id) => rota.people.short(id),
        Addressee::Role(role) => cx.t(role.word()),
        Addressee::Post(_, week) if rota.posts.len() < 2 => {
            cx.words.say(&Msg::new("thread-to-week").with("week", week))
        }
        Addressee::Post(post, week) => {
            let msg = Msg::new("thread-to-post").with("week", week).with("post", rota.post_name(post));
            cx.words.say(&msg)
        }
    }
}

/// The name of an addressee, with who that is as the rota stands.
#[must_use]
pub fn in_full(to: Addressee, cx: &Cx) -> String {
    let rota = &cx.frame.rota;
    match to {
        Addressee::Person(id) => rota.people.short(id),
        Addressee::Role(role) => cx.t(role.word()),
        Addressee::Post(post, week) if beside(cx).any(|s| s.post == post && week == cx.now.day.week()) => {
            let doctors = beside(cx).filter(|s| s.post == post).map(|s| rota.people.short(s.doctor));
            let who = doctors.collect::<Vec<_>>().join(", ");
            cx.words.say(&Msg::new("forms-to-beside").with("who", who).with("post", rota.post_name(post)))
        }
        Addressee::Post(post, week) => {
            let named: Vec<String> = rota
                .in_week(post, week)
                .filter(|s| !rota.has_left(s, cx.now.day))
                .map(|s| rota.people.short(s.doctor))
                .collect();
            let who = match (named.is_empty(), rota.receiver(post, week, cx.now.day)) {
                (false, _) => named.join(", "),
                (true, Some(stay)) => cx.words.say(
                    &Msg::new("forms-to-later")
                        .with("doctor", rota.people.short(stay.doctor))
                        .with("week", stay.week()),
                ),
                (true, None) => cx.t("forms-to-nobody"),
            };
            let post = if rota.posts.len() > 1 { format!(" ({})", rota.post_name(post)) } else { String::new() };
            let msg =
                if week == cx.now.day.week() { Msg::new("forms-to-this-week") } else { Msg::new("forms-to-week") };
            cx.words.say(&msg.with("week", week).with("post", post).with("who", who))
        }
    }
}

/// The doctors who are here beside the one who writes, on another post.
pub(in crate::ui) fn beside<'a>(cx: &'a Cx) -> impl Iterator<Item = &'a Stay> {
    let (rota, today) = (&cx.frame.rota, cx.now.day);
    let mine = cx.my_stay().filter(|s| s.covers(today)).map(|s| s.post);
    let here = rota.present(today).filter(move |s| !rota.has_left(s, today));
    here.filter(move |s| mine.is_some_and(|post| post != s.post))
}
