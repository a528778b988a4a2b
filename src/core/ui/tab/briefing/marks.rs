//! What stands under the heading of a point for this reader: what is new, another day, another's, to be known.

use ratatui::text::Line;

use crate::domain::backup::is_needed;
use crate::domain::briefing::{Aside, Entry, Section, What, relayed};
use crate::domain::draft::phone;
use crate::domain::{Answer, Gravity, Msg, Stamp, StayId, Thread};
use crate::ui::keymap::key_of;
use crate::ui::point::para;
use crate::ui::{Action, Cx, Glyph, Meaning, Scope};

/// The lines, indented as the words of the point.
pub(super) fn lines(entry: &Entry, columns: u16, cx: &Cx) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    let mut say = |glyph: Glyph, msg: &Msg, meaning: Meaning| {
        let said = format!("{} {}", cx.look.glyph(glyph), cx.words.say(msg));
        let wrapped = para(&said, meaning, columns.saturating_sub(2), cx);
        lines.extend(wrapped.into_iter().map(|mut line| {
            line.spans.insert(0, "  ".into());
            line
        }));
    };
    let rota = &cx.frame.rota;
    if let Some(news) = entry.news {
        let id = match news.what {
            What::Opened => "briefing-new-opened",
            What::Added => "briefing-new-added",
            What::Step => "briefing-new-step",
            What::Reply => "briefing-new-reply",
        };
        let who = rota.people.short(news.author);
        let msg = Msg::new(id).with("who", who).with("at", news.at).with("since", news.since.day());
        say(Glyph::New, &msg, Meaning::Watch);
    }
    if let Some(day) = entry.put_off {
        let id = if entry.section == Section::Back { "briefing-back" } else { "briefing-put-off" };
        say(Glyph::PutOff, &Msg::new(id).with("day", day), Meaning::Hint);
    }
    let beside = |id: &'static str, stay| {
        let other = rota.stay(stay)?;
        let msg = Msg::new(id).with("doctor", rota.people.short(other.doctor));
        Some(msg.with("post", rota.post_name(other.post)))
    };
    if let Some(Aside::Common(other)) = entry.aside
        && let Some(msg) = beside("briefing-common", other)
    {
        say(Glyph::Place, &msg, Meaning::Hint);
    }
    if let Some((from, to)) = relayed(&entry.thread, rota) {
        let given = entry.aside == Some(Aside::Relayed(to));
        let reply = if given { became(&entry.thread, to) } else { None };
        let id = match (given, &reply) {
            (true, Some(_)) => "briefing-relayed-answered",
            (true, None) => "briefing-relayed-waits",
            (false, _) => "briefing-relayed-from",
        };
        if let Some(msg) = beside(id, if given { to } else { from }).filter(|_| given || entry.aside.is_none()) {
            let meaning = if given && reply.is_none() { Meaning::Watch } else { Meaning::Hint };
            say(Glyph::Arrow, &reply.map_or(msg.clone(), |(what, at)| msg.with("what", what).with("at", at)), meaning);
        }
    }
    let urgent = entry.thread.is_open() && entry.thread.head().gravity == Gravity::Urgent;
    if urgent && is_needed(rota, cx.frame.centre.opened, cx.now.day) {
        // Nobody is alone with it on a day without a doctor.
        let person = rota.backup(cx.now.day).and_then(|backup| rota.people.get(backup.person));
        let msg = person.map_or_else(
            || Msg::new("briefing-no-backup"),
            |p| {
                // A number is never broken over two lines.
                let phone = phone::show(p.phone.as_deref().unwrap_or_default()).replace(' ', "\u{a0}");
                Msg::new("briefing-backup").with("doctor", p.short()).with("phone", phone)
            },
        );
        say(Glyph::Phone, &msg, if person.is_some() { Meaning::Strong } else { Meaning::Watch });
    }
    if entry.wanted {
        let key = key_of(Action::Sequel, &[Scope::Briefing]).map(|k| k.label(cx)).unwrap_or_default();
        say(Glyph::Arrow, &Msg::new("briefing-wanted").with("key", key), Meaning::Hint);
    }
    lines
}

/// What the doctor of a stay has made of a point that was handed to them: their newest word or answer; to have read it is
/// no answer yet.
fn became(thread: &Thread, stay: StayId) -> Option<(Msg, Stamp)> {
    let word = thread.relays.iter().rev().find(|r| r.stay == Some(stay)).map(|r| (Msg::new(r.verdict.word()), r.at));
    let answer = thread.answer_in(stay).filter(|r| r.answer != Answer::Read);
    let answer = answer.map(|r| (Msg::new(r.answer.word()), r.at));
    word.into_iter().chain(answer).max_by_key(|(_, at)| *at)
}
