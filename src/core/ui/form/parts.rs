//! What the dialogs have in common: reading a field, the addressees, what a write has seen.

use crate::domain::act::{ItemAct, NewWord};
use crate::domain::draft::text::{self, fold};
use crate::domain::draft::when;
use crate::domain::transmission::default_addressee;
use crate::domain::{
    Addressee, Answer, Day, Gravity, IsoWeek, ItemId, Kind, Msg, Outcome, Person, PersonId, PostId, Role, Thread,
};
use crate::protocol::{Kept, Raw};
use crate::ui::point;
use crate::ui::widget::choice::Options;
use crate::ui::widget::form::Reading;
use crate::ui::{Ask, Cx, Meaning};

/// Longest word on a point, in characters.
pub const WORD_MAX: usize = 4_000;
/// Longest line.
pub const LINE_MAX: usize = 200;

/// What a field holds; empty when there is no such field.
pub fn get<'a>(raw: &'a Raw, name: &str) -> &'a str {
    raw.get(name).map(String::as_str).unwrap_or_default()
}

/// Fields and what they hold at first.
pub fn raw<const N: usize>(fields: [(&'static str, String); N]) -> Raw {
    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// The year of birth that two digits were read as, before the age; nothing where it was typed in full.
pub fn year_meant(raw: &Raw, year: u16) -> String {
    if get(raw, "birth_year").trim().len() == 2 { format!("{year} · ") } else { String::new() }
}

/// A paragraph above the fields.
pub fn plain(text: String) -> (Meaning, String) {
    (Meaning::Plain, text)
}

/// A text of several lines that may be empty.
pub fn note(reading: &mut Reading, raw: &Raw, name: &'static str) -> Option<String> {
    reading.take(name, text::checked(get(raw, name), WORD_MAX))
}

/// A text of several lines that is needed; `missing` says why.
pub fn needed_note(reading: &mut Reading, raw: &Raw, name: &'static str, missing: Msg) -> Option<String> {
    let value = note(reading, raw, name)?;
    if value.is_empty() {
        reading.wrong(name, missing);
        return None;
    }
    Some(value)
}

/// A count that may be left out, `1 200` with or without its space.
#[expect(clippy::option_option, reason = "outside: whether it could be read; inside: whether there is one")]
pub fn count(reading: &mut Reading, raw: &Raw, name: &'static str, most: u32) -> Option<Option<u32>> {
    maybe(reading, raw, name, |typed| {
        let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
        let found = digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse::<u32>().ok()).flatten();
        found
            .filter(|n| *n <= most)
            .ok_or_else(|| Msg::new("close-number").with("typed", text::line(typed)).with("most", i64::from(most)))
    })
}

/// A line that may be empty.
pub fn line(reading: &mut Reading, raw: &Raw, name: &'static str) -> Option<String> {
    reading.take(name, text::checked(&text::line(get(raw, name)), LINE_MAX))
}

/// A line that is needed.
pub fn needed_line(reading: &mut Reading, raw: &Raw, name: &'static str) -> Option<String> {
    let value = line(reading, raw, name)?;
    if value.is_empty() {
        reading.wrong(name, Msg::new("forms-missing"));
        return None;
    }
    Some(value)
}

/// A value that may be left out, read by one of the parsers.
#[expect(clippy::option_option, reason = "outside: whether it could be read; inside: whether there is one")]
pub fn maybe<T>(
    reading: &mut Reading,
    raw: &Raw,
    name: &'static str,
    parse: impl Fn(&str) -> Result<T, Msg>,
) -> Option<Option<T>> {
    let typed = get(raw, name);
    if typed.trim().is_empty() {
        return Some(None);
    }
    reading.take(name, parse(typed)).map(Some)
}

/// A day that may be left out; what was understood stands beside it.
#[expect(clippy::option_option, reason = "outside: whether it could be read; inside: whether there is one")]
pub fn day(reading: &mut Reading, raw: &Raw, name: &'static str, cx: &Cx) -> Option<Option<Day>> {
    read_day(reading, raw, name, when::day, cx)
}

#[expect(clippy::option_option, reason = "outside: whether it could be read; inside: whether there is one")]
pub fn read_day(
    reading: &mut Reading,
    raw: &Raw,
    name: &'static str,
    parse: fn(&str, Day) -> Result<Day, Msg>,
    cx: &Cx,
) -> Option<Option<Day>> {
    let day = maybe(reading, raw, name, |typed| parse(typed, cx.now.day))?;
    if let Some(day) = day {
        let closed = cx.frame.rota.calendar.closed(day).map(|why| format!(" ({})", cx.words.say(&why.msg())));
        reading.understood(name, format!("{}{}", cx.words.day_year(day), closed.unwrap_or_default()));
    }
    Some(day)
}

/// A day that is needed.
pub fn needed_day(reading: &mut Reading, raw: &Raw, name: &'static str, cx: &Cx) -> Option<Day> {
    let day = day(reading, raw, name, cx)?;
    if day.is_none() {
        reading.wrong(name, Msg::new("forms-missing-day"));
    }
    day
}

/// A day of what has been, which is needed: without a year the last such date.
pub fn past_day(reading: &mut Reading, raw: &Raw, name: &'static str, cx: &Cx) -> Option<Day> {
    let day = read_day(reading, raw, name, when::past, cx)?;
    if day.is_none() {
        reading.wrong(name, Msg::new("forms-missing-day"));
    }
    day
}

/// A week that may be left out; what was understood stands beside it.
#[expect(clippy::option_option, reason = "outside: whether it could be read; inside: whether there is one")]
pub fn read_week(reading: &mut Reading, raw: &Raw, name: &'static str, cx: &Cx) -> Option<Option<IsoWeek>> {
    let week = maybe(reading, raw, name, |typed| when::week(typed, cx.now.day))?;
    if let Some(week) = week {
        let span = cx.words.span(week.monday(), week.sunday());
        reading.understood(name, format!("{}, {span}", cx.words.week(week)));
    }
    Some(week)
}

/// A day as a form holds it.
pub fn typed_day(day: Option<Day>, cx: &Cx) -> String {
    day.map(|d| cx.words.date(d)).unwrap_or_default()
}

/// A week as a form holds it.
pub fn typed_week(week: Option<IsoWeek>) -> String {
    week.map(|w| w.to_string()).unwrap_or_default()
}

/// The posts of the centre as options.
pub fn posts(cx: &Cx) -> Options {
    cx.frame.rota.posts.iter().map(|p| (p.id.to_string(), p.name.clone())).collect()
}

/// The doctors of the collective who have not left, as options; `also` even when they have.
pub fn doctors(also: Option<PersonId>, cx: &Cx) -> Options {
    let there = |p: &&Person| p.ended.is_none_or(|last| last >= cx.now.day) || also == Some(p.id);
    let mut doctors: Vec<&Person> = cx.frame.rota.people.doctors().filter(there).collect();
    doctors.sort_by_cached_key(|p| (fold(&p.family), fold(&p.given)));
    doctors.into_iter().map(|p| (p.id.to_string(), format!("Dr {}", p.full()))).collect()
}

/// Who works for the centre or the head office, as options.
pub fn staff(cx: &Cx) -> Options {
    let works = |p: &&Person| p.role != Role::FiguresOnly && p.is_staff(cx.now.day);
    let mut staff: Vec<&Person> = cx.frame.rota.people.0.values().filter(works).collect();
    staff.sort_by_cached_key(|p| (fold(&p.family), fold(&p.given)));
    staff.into_iter().map(|p| (p.id.to_string(), format!("{} · {}", p.full(), cx.t(p.role.word())))).collect()
}

/// The options of a closed set, by the identifier of each name.
pub fn options<T: Copy>(all: &[T], word: fn(T) -> &'static str, cx: &Cx) -> Options {
    all.iter().map(|value| (word(*value).to_owned(), cx.t(word(*value)))).collect()
}

/// The chosen value of a closed set.
pub fn chosen<T: Copy>(all: &[T], word: fn(T) -> &'static str, value: &str) -> Option<T> {
    all.iter().copied().find(|v| word(*v) == value)
}

/// The gravity a form holds; routine when it holds none.
pub fn gravity(raw: &Raw) -> Gravity {
    chosen(&Gravity::ALL, Gravity::word, get(raw, "gravity")).unwrap_or(Gravity::Routine)
}

/// Why a point is finished, as a form holds it.
pub fn outcome(raw: &Raw) -> Option<Outcome> {
    chosen(&Outcome::ALL, Outcome::word, get(raw, "outcome"))
}

/// An addressee as a form holds it.
pub fn typed_addressee(to: Addressee) -> String {
    match to {
        Addressee::Person(id) => format!("person/{id}"),
        Addressee::Role(role) => format!("role/{}", role.word()),
        Addressee::Post(post, week) => format!("post/{post}/{week}"),
    }
}

/// The addressee a form holds.
pub fn addressee(typed: &str) -> Option<Addressee> {
    let (kind, rest) = typed.split_once('/')?;
    match kind {
        "person" => Some(Addressee::Person(PersonId(rest.parse().ok()?))),
        "role" => chosen(&Role::TEAM, Role::word, rest).map(Addressee::Role),
        "post" => {
            let (post, week) = rest.split_once('/')?;
            Some(Addressee::Post(PostId(post.parse().ok()?), week.parse().ok()?))
        }
        _ => None,
    }
}

/// To whom a new point goes by default.
///
/// By a doctor, to the doctor of the week after their stay; by the team, to this week's doctor while
/// there is one who has not signed, else to the next week's.
pub fn first_addressee(cx: &Cx) -> Addressee {
    if let Some(stay) = cx.my_stay() {
        return default_addressee(stay);
    }
    let rota = &cx.frame.rota;
    let week = cx.now.day.week();
    let Some(post) = rota.posts.first().map(|p| p.id) else { return Addressee::Role(Role::Coordination) };
    let here = rota.posts.iter().find(|p| rota.in_week(p.id, week).any(|s| !rota.has_left(s, cx.now.day)));
    here.map_or(Addressee::Post(post, week.next()), |p| Addressee::Post(p.id, week))
}

/// To whom goes what waits for a signature: the doctor of the present week, of several posts the first who is here.
fn signing_addressee(cx: &Cx) -> Addressee {
    let (rota, today) = (&cx.frame.rota, cx.now.day);
    let here = |post: PostId| rota.present(today).any(|s| s.post == post && !rota.has_left(s, today));
    let comes = |post: PostId| rota.in_week(post, today.week()).any(|s| !rota.has_left(s, today));
    let posts = || rota.posts.iter().map(|post| post.id);
    let signs = posts().find(|post| here(*post)).or_else(|| posts().find(|post| comes(*post)));
    signs.map_or_else(|| first_addressee(cx), |post| Addressee::Post(post, today.week()))
}

/// To whom a new point goes by itself: one about no patient to the team, unless it names somebody or is to be signed;
/// what the team says of a patient whom the nurse follows, or who is in ALD, to her, so that who follows it does not
/// change every week.
pub fn usual_addressee(kind: Kind, file: Option<&str>, ald: bool, cx: &Cx) -> Addressee {
    let nurse = || cx.frame.rota.people.in_role(Role::Nurse, cx.now.day).next().is_some();
    match (kind, file) {
        (Kind::ToSign, _) => signing_addressee(cx),
        (_, None) => Addressee::Role(Role::Coordination),
        (_, Some(file)) if !cx.is_doctor() && (ald || cx.frame.chronic.contains(file)) && nurse() => {
            Addressee::Role(Role::Nurse)
        }
        _ => first_addressee(cx),
    }
}

/// Everyone a point can be addressed to; `also` is there even when it would not be offered any more.
///
/// Who is here today comes first: the doctors, the roles, the team by name; then the weeks to come and their doctors.
pub fn addressees(cx: &Cx, also: Addressee) -> Options {
    let rota = &cx.frame.rota;
    let (today, this) = (cx.now.day, cx.now.day.week());
    let mine = cx.my_stay().filter(|s| s.covers(today)).map(|s| s.post);
    let is_here = |post: PostId| rota.present(today).any(|s| s.post == post && !rota.has_left(s, today));
    let here = rota.posts.iter().map(|p| p.id).filter(|post| mine != Some(*post) && is_here(*post));
    let mut all: Vec<Addressee> = here.map(|post| Addressee::Post(post, this)).collect();
    all.extend(
        Role::TEAM.iter().filter(|r| rota.people.in_role(**r, today).next().is_some()).map(|r| Addressee::Role(*r)),
    );
    let mut team: Vec<&Person> = rota.people.0.values().filter(|p| p.in_team(today)).collect();
    team.sort_by_cached_key(|p| fold(&format!("{} {}", p.family, p.given)));
    all.extend(team.into_iter().map(|p| Addressee::Person(p.id)));
    // The rest of this week goes behind the next: hardly anything is put off to oneself.
    for week in [1, 0, 2, 3, 4, 5, 6].map(|n| this.plus(n)) {
        let posts = rota.posts.iter().map(|p| Addressee::Post(p.id, week)).filter(|to| !all.contains(to));
        all.extend(posts.collect::<Vec<_>>());
    }
    let author = cx.session.who.author();
    let doctors = rota.people.0.values().filter(|p| p.role == Role::Doctor && p.id != author);
    all.extend(doctors.filter(|p| rota.awaited(p.id, today).is_some()).map(|p| Addressee::Person(p.id)));
    if !all.contains(&also) {
        all.insert(0, also);
    }
    all.into_iter().map(|to| (typed_addressee(to), point::addressee::in_full(to, cx))).collect()
}

/// Rule 10: what is urgent needs a day and a plan before it can be saved.
pub fn urgent_is_complete(reading: &mut Reading, word: &NewWord) {
    if word.gravity == Gravity::Urgent && word.outcome.is_none() {
        if word.due.is_none() && reading.error("due").is_none() {
            reading.wrong("due", Msg::new("forms-urgent-due"));
        }
        if word.plan.is_empty() && reading.error("plan").is_none() {
            reading.wrong("plan", Msg::new("forms-urgent-plan"));
        }
    }
}

/// A dialog of one field, the receiver's words.
pub fn read_answer(on: &Kept<ItemId>, answer: Answer, missing: Option<Msg>, raw: &Raw) -> Reading {
    let mut reading = Reading::default();
    let words = match missing {
        Some(missing) => needed_note(&mut reading, raw, "text", missing),
        None => note(&mut reading, raw, "text"),
    };
    reading.ask = words.map(|words| Ask::on(on, ItemAct::Answer(on.what, answer, words)));
    reading
}

/// What a word on a point starts from as the point stands now: the words one had stay.
pub fn base_now(base: &NewWord, thread: &Thread, cx: &Cx) -> NewWord {
    let head = thread.head();
    let to = match cx.my_stay() {
        // A doctor hands on to the next week, unless a word of the same stay has said otherwise.
        Some(stay) if head.stay != Some(stay.id) => base.to,
        _ => head.to,
    };
    NewWord {
        text: base.text.clone(),
        plan: head.plan.clone(),
        gravity: head.gravity,
        due: head.due,
        show_from: head.show_from.filter(|week| *week > cx.now.day.week()),
        to,
        outcome: base.outcome,
        detail: head.detail,
    }
}

/// Whether the name typed is that of the person who signs: the family name, or the full one.
pub fn signing_name(reading: &mut Reading, raw: &Raw, cx: &Cx) -> Option<String> {
    use crate::domain::draft::names::same;
    if get(raw, "name").trim().is_empty() {
        reading.advise("name", cx.t("forms-sign-how"));
    }
    let typed = needed_line(reading, raw, "name")?;
    let Some(author) = cx.author() else {
        reading.wrong("name", Msg::new("forms-sign-nobody"));
        return None;
    };
    if same(&typed, &author.family) || same(&typed, &author.full()) || same(&typed, &author.short()) {
        return Some(typed);
    }
    reading
        .wrong("name", Msg::new("forms-sign-other").with("family", author.family.clone()).with("full", author.full()));
    None
}
