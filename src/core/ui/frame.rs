//! The frame around every screen: tabs, who is on duty, alerts, the hints and the status line.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};

use super::keymap::{Action, Scope, key_of};
use super::widget::text;
use super::{Cx, Glyph, Look, Meaning, Notice, TabId, Tone};
use crate::domain::backup::is_needed;
use crate::domain::draft::phone;
use crate::domain::rights::Right;
use crate::domain::{Msg, PostId, Stay, agenda};
use crate::words::Words;

/// The least size at which everything works.
pub const SMALLEST: (u16, u16) = (80, 24);

/// Hints in the footer, at most.
const HINTS: usize = 6;

/// Columns of the first alert that are worth shortening names for.
const ALERT_SEEN: usize = 24;

/// Rows of the header: tabs, and who is on duty with the alerts.
const HEADER: u16 = 2;

/// The screen's parts: header, body, footer.
#[must_use]
pub fn parts(area: Rect) -> (Rect, Rect, Rect) {
    let header = Rect { height: HEADER.min(area.height), ..area };
    let footer = Rect { y: area.bottom().saturating_sub(1), height: 1.min(area.height), ..area };
    let body = Rect { y: area.y + HEADER, height: area.height.saturating_sub(HEADER + 1), ..area };
    (header, body, footer)
}

/// Says that the window is too small, and lives.
pub fn too_small(area: Rect, buf: &mut Buffer, words: &Words) {
    let said = words.t("frame-too-small");
    for (row, line) in (0..).zip(text::wrap(&said, area.width)) {
        if row < area.height {
            Line::raw(line).render(Rect { y: area.y + row, height: 1, ..area }, buf);
        }
    }
}

/// The top line: spans from the left, each with what a click on it does, and the clock at the right.
struct Top {
    spans: Vec<(Span<'static>, Option<Action>)>,
    clock: String,
}

/// The top line at a width: the roomiest form that fits.
fn top(cx: &Cx, width: u16, tab: Option<TabId>) -> Top {
    let (words, now) = (cx.words, cx.now);
    let clock = |day: String| format!("{} {day} {} ", words.week(now.day.week()), words.time(now.minute));
    let (long, short) = (clock(words.day_year(now.day)), clock(words.day_short(now.day)));
    let name = text::cut(&cx.frame.centre.name, 28, cx.look.glyph(Glyph::Ellipsis));
    let commune = &cx.frame.centre.commune;
    let forms = [
        ("   ", Some(name.as_str()), &long),
        ("  ", Some(&name), &short),
        ("  ", Some(commune), &short),
        ("  ", Some(""), &short),
    ];
    let room = |clock: &str| usize::from(width).saturating_sub(text::width(clock) + 1);
    forms
        .into_iter()
        .map(|(gap, brand, clock)| (tab_spans(cx, gap, brand, tab), clock))
        .find(|(spans, clock)| spans.iter().map(|(s, _)| text::width(&s.content)).sum::<usize>() <= room(clock))
        .map_or_else(
            || Top { spans: tab_spans(cx, " ", None, tab), clock: short.clone() },
            |(spans, clock)| Top { spans, clock: clock.clone() },
        )
}

fn tab_spans(
    cx: &Cx,
    gap: &'static str,
    brand: Option<&str>,
    tab: Option<TabId>,
) -> Vec<(Span<'static>, Option<Action>)> {
    let look = cx.look;
    let mut spans = Vec::new();
    if let Some(name) = brand {
        spans.push((Span::styled(" Relève", look.style(Meaning::Title)), None));
        if !name.is_empty() {
            spans.push((Span::raw(format!("  {name}")), None));
        }
    }
    let entries = cx.tabs().map(|t| (Action::Tab(t), tab == Some(t))).chain([(Action::Menu, false)]);
    for (action, current) in entries {
        let key = key_of(action, &[Scope::Desk]).map(|k| k.label(cx)).unwrap_or_default();
        let word = format!("{key} {}", cx.t(action.word()));
        let style = if current { look.style(Meaning::Selected) } else { look.style(Meaning::Plain) };
        spans.push((Span::raw(gap), None));
        spans.push((Span::styled(word, style), Some(action)));
    }
    spans
}

/// What a click in the header means.
#[must_use]
pub fn click(column: u16, area: Rect, cx: &Cx, tab: Option<TabId>) -> Option<Action> {
    let mut left = usize::from(area.x);
    for (span, action) in top(cx, area.width, tab).spans {
        let right = left + text::width(&span.content);
        if (left..right).contains(&usize::from(column)) {
            return action;
        }
        left = right;
    }
    None
}

/// Draws the two header lines.
pub fn header(area: Rect, buf: &mut Buffer, cx: &Cx, tab: Option<TabId>) {
    let first = Rect { height: 1, ..area };
    let Top { spans, clock } = top(cx, area.width, tab);
    let line: Line = spans.into_iter().map(|(span, _)| span).collect();
    line.render(first, buf);
    right(&clock, Meaning::Plain, first, buf, cx.look);

    second(Rect { y: area.y + 1, height: 1, ..area }, buf, cx);
}

/// Who is on duty, the alerts, and who sits at the desk: the roomiest forms that fit, the alerts never left out.
fn second(row: Rect, buf: &mut Buffer, cx: &Cx) {
    let (words, look) = (cx.words, cx.look);
    let columns = usize::from(row.width);
    let separator = format!(" {} ", look.glyph(Glyph::Separator));
    let alert = cx.frame.alerts.first().map(|first| {
        let count = words.say(&Msg::new("frame-alerts").with("count", cx.frame.alerts.len()));
        let mark = look.glyph(Glyph::Alert);
        (
            format!("{mark} {count}"),
            format!("{mark} {count}{}{}", words.t("frame-colon"), words.say(&first.msg(&cx.frame.rota))),
        )
    });
    let forms = [(Said::Whole, false), (Said::Whole, true), (Said::Brief, true), (Said::OnCall, true)];
    // Who does not read the rota is not told that nobody is there.
    let reads = cx.may(Right::ReadRota);
    let on_duty = |how| if reads { on_duty(cx, how) } else { String::new() };
    let said = |(how, nameless): (Said, bool)| (format!(" {}", on_duty(how)), identity(cx, !nameless));
    let wanted = alert.as_ref().map_or(0, |(_, whole)| text::width(whole) + text::width(&separator));
    let (duty, who) = forms
        .into_iter()
        .map(said)
        .find(|(duty, who)| text::width(duty) + wanted + 2 + text::width(who) <= columns)
        .unwrap_or_else(|| {
            let (duty, who) = said((Said::OnCall, true));
            let cut = text::width(&duty) + wanted.min(ALERT_SEEN) + 2 + text::width(&who) > columns;
            (if cut && reads { format!(" {}", on_duty_least(cx)) } else { duty }, who)
        });
    let least = alert.as_ref().map_or(0, |(short, _)| text::width(short) + text::width(&separator));
    let room = columns.saturating_sub(text::width(&who) + 2);
    let ellipsis = look.glyph(Glyph::Ellipsis);
    let duty = text::cut(&duty, room.saturating_sub(least), ellipsis);
    let mut line = vec![Span::raw(duty)];
    if let Some((short, whole)) = alert {
        let left = room.saturating_sub(text::width(&line[0].content) + text::width(&separator));
        // A few letters of the sentence say less than the bare count.
        let said = if left < text::width(&short) + 8 { short } else { text::cut(&whole, left, ellipsis) };
        line.push(Span::raw(separator));
        line.push(Span::styled(said, look.style(Meaning::Alert)));
    }
    Line::from(line).render(row, buf);
    right(&who, if cx.session.demo { Meaning::Watch } else { Meaning::Dim }, row, buf, look);
}

fn right(said: &str, meaning: Meaning, area: Rect, buf: &mut Buffer, look: &Look) {
    let width = u16::try_from(text::width(said)).unwrap_or(area.width).min(area.width);
    let place = Rect { x: area.right() - width, width, ..area };
    Line::styled(said.to_owned(), look.style(meaning)).render(place, buf);
}

/// Who sits at the desk, with their role where there is room, and for whom they type.
fn identity(cx: &Cx, role: bool) -> String {
    let people = &cx.frame.rota.people;
    let who = cx.session.who;
    let said = match who.dictated_by {
        Some(doctor) => cx.words.say(
            &Msg::new("frame-dictated").with("doctor", people.short(doctor)).with("person", people.short(who.person)),
        ),
        None => people.get(who.person).map_or_else(String::new, |p| {
            // A doctor's title says the role already.
            if role && p.role != crate::domain::Role::Doctor {
                format!("{} {} {}", p.short(), cx.look.glyph(Glyph::Separator), cx.t(p.role.word()))
            } else {
                p.short()
            }
        }),
    };
    if cx.session.demo {
        format!("{} {} {said} ", cx.t("frame-demo"), cx.look.glyph(Glyph::Separator))
    } else {
        format!("{said} ")
    }
}

/// How much of who is on duty is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    Whole,
    /// In few words.
    Brief,
    /// On a day without a doctor whom to call, and not who waits for whom.
    OnCall,
}

/// Who is on duty now, post by post, or who holds what is handed over; and who can be called where nobody is.
fn on_duty(cx: &Cx, how: Said) -> String {
    let brief = how != Said::Whole;
    let rota = &cx.frame.rota;
    let today = cx.now.day;
    let mut said: Vec<String> = Vec::new();
    let backup = backup(cx);
    if rota.calendar.closed(today).is_some() {
        said.push(cx.t(if brief { "frame-closed-brief" } else { "frame-closed" }));
    }
    let several = rota.posts.len() > 1;
    let posts = if how == Said::OnCall && backup.is_some() { &[][..] } else { &rota.posts };
    for post in posts {
        let state = match rota.on_duty(post.id, today) {
            Some(stay) => stay_said(stay, cx, brief),
            None => waiting_said(post.id, cx, brief),
        };
        let state = if takes_calls(post.id, cx) { with_calls(&state, how, cx) } else { state };
        said.push(if several { format!("{} {state}", post.name) } else { state });
    }
    said.extend(backup.map(|(phone, doctor)| format!("{phone} {doctor}")));
    said.join(&format!(" {} ", cx.look.glyph(Glyph::Separator)))
}

/// Whether one has to know that the doctor of a post takes the calls now: where there is one doctor, who else would.
fn takes_calls(post: PostId, cx: &Cx) -> bool {
    let rota = &cx.frame.rota;
    rota.posts.len() > 1 && agenda::takes_calls(rota, &cx.frame.half_days, post, cx.now)
}

/// `Dr Roche, appels`; where there is little room the sign of a telephone.
fn with_calls(doctor: &str, how: Said, cx: &Cx) -> String {
    match how {
        Said::Whole | Said::Brief => cx.words.say(&Msg::new("frame-calls").with("doctor", doctor)),
        Said::OnCall => format!("{doctor} {}", cx.look.glyph(Glyph::Phone)),
    }
}

/// Who can be called today, where no doctor is at the centre: `recours 06 12 34 56 78`, and `Dr Morel`.
fn backup(cx: &Cx) -> Option<(String, String)> {
    let (rota, today) = (&cx.frame.rota, cx.now.day);
    let on_call = rota.backup(today).filter(|_| is_needed(rota, cx.frame.centre.opened, today))?;
    let person = rota.people.get(on_call.person)?;
    let phone = phone::show(person.phone.as_deref().unwrap_or_default());
    Some((cx.words.say(&Msg::new("frame-backup").with("phone", phone)), person.short()))
}

/// The same with several posts in the fewest letters: `P1 Issartel · P2 Yacoubian`.
fn on_duty_least(cx: &Cx) -> String {
    let rota = &cx.frame.rota;
    let today = cx.now.day;
    if let Some((phone, _)) = backup(cx) {
        // The number first: it is never cut.
        let closed = rota.calendar.closed(today).map(|_| cx.t("frame-closed-least"));
        return [phone]
            .into_iter()
            .chain(closed)
            .collect::<Vec<_>>()
            .join(&format!(" {} ", cx.look.glyph(Glyph::Separator)));
    }
    if rota.posts.len() < 2 || rota.calendar.closed(today).is_some() {
        return on_duty(cx, Said::Brief);
    }
    let post_said = |post: &crate::domain::Post| {
        let family = |stay: &Stay| rota.people.get(stay.doctor).map(|p| p.family.clone());
        let state = match rota.on_duty(post.id, today) {
            Some(stay) if !rota.is_signed(stay.id) => family(stay).unwrap_or_default(),
            Some(stay) => stay_said(stay, cx, true),
            None => waiting_said(post.id, cx, true),
        };
        let state = if takes_calls(post.id, cx) { with_calls(&state, Said::OnCall, cx) } else { state };
        // `Poste 2` is `P2`; a post that has a name of its own keeps it.
        let number = post.name.rsplit(' ').next().filter(|n| n.chars().all(|c| c.is_ascii_digit()));
        let letter = post.name.chars().next().filter(|_| number.is_some());
        let name = letter.map_or_else(|| post.name.clone(), |l| format!("{l}{}", number.unwrap_or_default()));
        format!("{name} {state}")
    };
    let said: Vec<String> = rota.posts.iter().map(post_said).collect();
    said.join(&format!(" {} ", cx.look.glyph(Glyph::Separator)))
}

fn stay_said(stay: &Stay, cx: &Cx, brief: bool) -> String {
    let doctor = cx.frame.rota.people.short(stay.doctor);
    let msg = match (cx.frame.rota.is_signed(stay.id), brief) {
        (true, false) => "frame-signed",
        (true, true) => "frame-held",
        (false, false) => "frame-on-duty",
        (false, true) => return doctor,
    };
    let msg = Msg::new(msg).with("doctor", doctor).with("week", stay.week()).with("holder", holder_name(cx));
    cx.words.say(&msg)
}

fn waiting_said(post: PostId, cx: &Cx, brief: bool) -> String {
    let rota = &cx.frame.rota;
    let today = cx.now.day;
    let last = rota.stays.over_before(today).rfind(|s| s.is_confirmed() && s.post == post);
    let week = today.week();
    let msg = match last {
        Some(stay) if rota.is_signed(stay.id) && stay.last_week() >= week => {
            Msg::new(if brief { "frame-held" } else { "frame-waiting" })
                .with("week", stay.week())
                .with("holder", holder_name(cx))
        }
        _ if rota.in_week(post, week).next().is_some() => {
            Msg::new(if brief { "frame-team-follows" } else { "frame-team-holds" }).with("holder", holder_name(cx))
        }
        _ => Msg::new(if brief { "frame-vacant" } else { "frame-no-doctor" }).with("week", week),
    };
    cx.words.say(&msg)
}

/// Who holds for the coordination, by name: the team holds, and has a name (rule 4).
fn holder_name(cx: &Cx) -> String {
    let found = cx.frame.rota.coordinator(cx.now.day);
    found.map_or_else(|| cx.t("role-coordination"), crate::domain::Person::short)
}

/// Draws the footer: the newest notice, else hints; those of the screen only while it has the keys.
pub fn footer(
    area: Rect,
    buf: &mut Buffer,
    cx: &Cx,
    scope: Scope,
    has_keys: bool,
    hints: &[Action],
    notice: Option<&Notice>,
) {
    let look = cx.look;
    if let Some(notice) = notice {
        let (meaning, mark) = match notice.tone {
            Tone::Wrong => (Meaning::Bad, Glyph::Alert),
            Tone::Told => (Meaning::Plain, Glyph::Dot),
            // The spare of the tick reads as a failure at the head of a sentence.
            Tone::Done => (Meaning::Good, if look.ascii { Glyph::Selected } else { Glyph::Done }),
        };
        let mark = look.glyph(mark);
        let said = cx.words.say(&notice.msg);
        let room = area.width.saturating_sub(2);
        let lines = text::wrap(&said, room);
        // A long sentence takes the row above, too: what to do next stands at its end.
        if let ([first, rest @ ..], true) = (&lines[..], lines.len() > 1 && area.y > 0) {
            let rest = text::cut(&rest.join(" "), usize::from(room), look.glyph(Glyph::Ellipsis));
            for (y, line) in [(area.y - 1, format!("{mark} {first}")), (area.y, format!("  {rest}"))] {
                let row = Rect { y, ..area };
                Clear.render(row, buf);
                Line::styled(line, look.style(meaning)).render(row, buf);
            }
            return;
        }
        let said = text::cut(&said, usize::from(room), look.glyph(Glyph::Ellipsis));
        Line::styled(format!("{mark} {said}"), look.style(meaning)).render(area, buf);
        return;
    }
    // Undo and help never give way to another hint.
    let fixed = [Action::Undo, Action::Help]
        .into_iter()
        .filter(|a| *a != Action::Undo || (has_keys && cx.frame.undo.is_some()));
    let fixed: Vec<Action> = fixed.collect();
    let mut spans: Vec<Span> = Vec::new();
    let mut used = 1;
    let separator = format!(" {} ", look.glyph(Glyph::Separator));
    let tail = hint_width(&fixed, scope, cx, &separator);
    let mut line: Vec<Action> = Vec::new();
    let hints = hints.iter().filter(|a| !fixed.contains(a) && cx.allows_action(**a, scope));
    for action in hints.take(HINTS) {
        let width = hint_width(&[*action], scope, cx, &separator);
        if used + width + tail > usize::from(area.width) {
            break;
        }
        used += width;
        line.push(*action);
    }
    line.extend(fixed);
    spans.push(Span::raw(" "));
    for (at, action) in line.into_iter().enumerate() {
        if at > 0 {
            spans.push(Span::styled(separator.clone(), look.style(Meaning::Dim)));
        }
        let Some((key, word)) = hint(action, scope, cx) else { continue };
        spans.push(Span::styled(key, look.style(Meaning::Key)));
        spans.push(Span::raw(format!(" {word}")));
    }
    Line::from(spans).render(area, buf);
}

/// Draws the filter line in the footer's place; returns where the cursor stands.
pub fn filter(area: Rect, buf: &mut Buffer, cx: &Cx, typed: &str) -> (u16, u16) {
    let prompt = format!(" {} {typed}", cx.t("frame-filter"));
    Line::from(vec![Span::styled(prompt.clone(), cx.look.style(Meaning::Key))]).render(area, buf);
    let aside = cx.t("frame-filter-foot");
    right(&aside, Meaning::Dim, area, buf, cx.look);
    (area.x + u16::try_from(text::width(&prompt)).unwrap_or(0).min(area.width.saturating_sub(1)), area.y)
}

/// The key and the short name of an action.
#[must_use]
pub fn hint(action: Action, scope: Scope, cx: &Cx) -> Option<(String, String)> {
    let key = key_of(action, &[scope, Scope::Desk, Scope::Everywhere])?;
    Some((key.label(cx), cx.t(action.word_in(scope))))
}

fn hint_width(actions: &[Action], scope: Scope, cx: &Cx, separator: &str) -> usize {
    actions
        .iter()
        .filter_map(|a| hint(*a, scope, cx))
        .map(|(key, word)| text::width(&key) + 1 + text::width(&word) + text::width(separator))
        .sum()
}
