//! What the store chooses and sums for a period, beside what the rules say of every row.

use proptest::prelude::*;

use super::super::super::testing::{Desk, GARNIER, POST, about, s, sign, stay, word};
use super::*;
use crate::domain::act::{AgendaAct, CentreAct, HandoverAct, ItemAct, NewItem, NewWord, NotedAct, PeopleAct, StayAct};
use crate::domain::agenda::{HalfDayKind, NewEntry, OnClash};
use crate::domain::care::distance::commune;
use crate::domain::care::round::Travelled;
use crate::domain::indicators::Figure;
use crate::domain::noted::{NewPanel, NewSurvey, Noted, Published, PublishedFigure, Third};
use crate::domain::stay::Withdrawal;
use crate::domain::{
    Answer, DayCloseId, DayCounts, DoctorFacts, Entry, EntryKind, Gravity, HalfDay, Kind, Outcome, Pattern, PersonId,
    StayState, Thread, Verdict,
};
use crate::protocol::{Reply, question};

/// The second post of the tests that need one.
const SECOND: PostId = PostId(2);

fn day(year: i32, month: u32, day: u32) -> Day {
    Day::ymd(year, month, day).unwrap()
}

fn week(number: u32) -> Period {
    Period { from: s(number).monday(), to: s(number).sunday() }
}

/// The facts as the store reads them for the figures.
fn read(desk: &Desk, period: Period, post: Option<PostId>) -> Facts {
    let centre = desk.store.centre().unwrap().unwrap();
    let mut rota = rota::rota(&desk.store.conn, &centre).unwrap();
    if let Some(post) = post {
        rota.posts.retain(|p| p.id == post);
        rota.stays.edit(|stays| stays.retain(|s| s.post == post));
    }
    let earlier = earlier(&desk.store.conn, centre.id, period.from, post).unwrap();
    facts(&desk.store.conn, &centre, rota, &earlier, period, post, desk.now).unwrap()
}

fn statistics(desk: &Desk, period: Period, before: Option<Period>, post: Option<PostId>) -> Statistics {
    desk.ask(question::Statistics { period, before, post })
}

fn figure(desk: &Desk, code: &str, period: Period) -> Figure {
    statistics(desk, period, None, None).indicator(code).unwrap().value
}

fn entry(kind: EntryKind, post: PostId, day: Day, start: u16, minutes: u16, place: &str) -> NewEntry {
    NewEntry {
        kind,
        post: Some(post),
        day,
        to: day,
        start: Some(start),
        minutes,
        patient: None,
        title: String::new(),
        place: place.into(),
        item: None,
    }
}

fn book(desk: &mut Desk, entry: NewEntry) {
    desk.act(GARNIER, AgendaAct::Add(entry, OnClash::Keep));
}

fn second_post(desk: &mut Desk) {
    desk.act(GARNIER, CentreAct::AddPost("Poste 2".into(), Pattern::Programmed));
}

/// A confirmed stay from Monday to Saturday on the second post.
fn on_second(desk: &mut Desk, doctor: PersonId, number: u32) {
    let new = crate::domain::act::NewStay { post: SECOND, ..stay(doctor, s(number), StayState::Confirmed) };
    desk.act(GARNIER, StayAct::Add(new));
}

/// The newest closing of a stay's day.
fn closing(desk: &Desk, stay: StayId, day: Day) -> Option<DayCloseId> {
    let centre = desk.store.centre().unwrap().unwrap().id;
    let all = agenda::closings(&desk.store.conn, centre, day, day).unwrap();
    day_close::closing(&all, stay, day).map(|c| c.id)
}

/// Closes a day, or corrects its closing.
fn close(desk: &mut Desk, stay: StayId, day: Day, programmed: u16) {
    let counts = DayCounts { offered: 25, booked: programmed, programmed, ..DayCounts::default() };
    let corrects = closing(desk, stay, day);
    desk.act(GARNIER, AgendaAct::Close { stay, day, counts, marks: vec![], corrects });
}

/// The morning of a day.
fn morning(day: Day) -> Now {
    Now::on(day, 8, 0)
}

#[test]
fn the_load_has_its_weekday_and_hour_up_to_today() {
    let mut desk = Desk::new();
    second_post(&mut desk);
    // Monday 23 November 2026, and Sunday 22 November.
    book(&mut desk, entry(EntryKind::Consultation, POST, day(2026, 11, 23), 9 * 60 + 10, 20, ""));
    book(&mut desk, entry(EntryKind::Unplanned, SECOND, day(2026, 11, 23), 9 * 60 + 50, 20, ""));
    book(&mut desk, entry(EntryKind::Visit, POST, day(2026, 11, 22), 20 * 60 + 5, 40, "Glénic"));
    book(&mut desk, entry(EntryKind::Remote, POST, day(2026, 11, 27), 18 * 60, 15, ""));
    // No appointment; and tomorrow.
    book(&mut desk, entry(EntryKind::Meeting, POST, day(2026, 11, 23), 12 * 60, 60, ""));
    book(&mut desk, entry(EntryKind::Consultation, POST, day(2026, 11, 28), 9 * 60, 20, ""));
    let november = Period { from: day(2026, 11, 1), to: day(2026, 11, 30) };
    let found = |post| {
        let mut load: Vec<_> =
            read(&desk, november, post).load.iter().map(|l| (l.weekday, l.hour, l.minutes, l.count)).collect();
        load.sort_unstable();
        load
    };
    assert_eq!(found(None), [(0, 9, 20, 2), (4, 18, 15, 1), (6, 20, 40, 1)]);
    assert_eq!(found(Some(SECOND)), [(0, 9, 20, 1)]);
    // 20 + 20 + 40 + 15 minutes.
    assert_eq!(figure(&desk, "duration", november), Figure::Ratio(95, 4));
    // A day of the past that was a Monday too: 5 January 1970 was the first.
    book(&mut desk, entry(EntryKind::Consultation, POST, Day(4), 540, 20, ""));
    let first = Period { from: Day(0), to: Day(10) };
    assert_eq!(read(&desk, first, None).load[0].weekday, 0);
}

#[test]
fn places_and_meetings_are_those_of_the_agenda_up_to_today() {
    let mut desk = Desk::new();
    let at = |n| s(48).monday().plus(n);
    for (day, place) in [(at(0), "Glénic"), (at(1), "Ajain"), (at(2), "Glénic"), (at(2), ""), (at(5), "Guéret")] {
        book(&mut desk, entry(EntryKind::Visit, POST, day, 900, 30, place));
    }
    let meeting = |day, minutes| entry(EntryKind::Meeting, POST, day, 780, minutes, "salle");
    for (day, minutes) in [(at(0), 45), (at(3), 30), (at(-3), 60), (at(5), 90)] {
        book(&mut desk, meeting(day, minutes));
    }
    let codes = ["visits.communes", "coordination", "coordination.minutes"];
    // Glénic and Ajain; Monday and Thursday. Saturday is to come, last Friday is of S47.
    assert_eq!(
        codes.map(|code| figure(&desk, code, week(48))),
        [Figure::Count(2), Figure::Count(2), Figure::Count(75)]
    );
    assert_eq!(read(&desk, week(47), None).meetings, BTreeMap::from([(s(47), (1, 60))]));
}

#[test]
fn what_was_seen_before_counts_each_day_by_its_correction_and_only_once() {
    let mut desk = Desk::new();
    second_post(&mut desk);
    let (vidal, roche) = (desk.doctor("Vidal"), desk.doctor("Roche"));
    let (s46, s48) = (desk.stay(vidal, s(46)), desk.stay(vidal, s(48)));
    on_second(&mut desk, roche, 46);
    let second = StayId(s48.0 + 1);
    let monday = s(46).monday();
    close(&mut desk, s46, monday, 19);
    close(&mut desk, s46, monday.plus(1), 10);
    close(&mut desk, s46, monday, 17);
    close(&mut desk, second, monday, 8);
    close(&mut desk, s48, s(48).monday(), 21);
    // 17 + 10 + 8 before S48; 21 in it.
    let (first, next) = (monday, monday.plus(1));
    assert_eq!(read(&desk, week(48), None).earlier, [(first, 25), (next, 10)]);
    assert_eq!(read(&desk, week(48), Some(POST)).earlier, [(first, 17), (next, 10)]);
    assert_eq!(read(&desk, week(48), Some(SECOND)).earlier, [(first, 8)]);
    assert_eq!(figure(&desk, "consultations.since_opening", week(48)), Figure::Count(56));
    assert_eq!(figure(&desk, "consultations", week(46)), Figure::Count(35));
    // A period that begins on the corrected day has nothing before it.
    assert_eq!(read(&desk, week(46), None).earlier, []);
    let told = |post| statistics(&desk, week(46), None, post).indicator("consultations").unwrap().value;
    assert_eq!([told(Some(POST)), told(Some(SECOND))], [Figure::Count(27), Figure::Count(8)]);
}

/// An urgent word for the doctor of a week.
fn urgent(to: IsoWeek) -> NewWord {
    NewWord {
        gravity: Gravity::Urgent, due: Some(to.monday()), plan: "si fièvre, SAMU".into(), ..word("INR à 6", to)
    }
}

fn finished(to: IsoWeek, due: Option<Day>) -> NewWord {
    NewWord { outcome: Some(Outcome::Done), due, ..word("fait", to) }
}

#[test]
fn an_urgent_point_that_was_closed_before_the_period_is_left_out() {
    let mut desk = Desk::new();
    let (vidal, roche) = (desk.doctor("Vidal"), desk.doctor("Roche"));
    let s46 = desk.stay(vidal, s(46));
    desk.stay(roche, s(47));
    desk.now = Now::on(s(46).monday().plus(4), 16, 0);
    let [kept, closed, reopened, later] = [(); 4].map(|()| desk.open(vidal, about("1243"), urgent(s(47))));
    let calm = desk.open(vidal, about("0377"), word("TSH", s(47)));
    desk.say(vidal, closed, Verdict::Closed, finished(s(47), None));
    desk.say(vidal, reopened, Verdict::Closed, finished(s(47), None));
    desk.sign(vidal, s46);
    desk.now = Now::on(s(47).monday(), 9, 30);
    desk.say(GARNIER, reopened, Verdict::Reopened, urgent(s(47)));
    desk.answer(roche, kept, Answer::Taken, "je l'appelle");
    desk.now = Now::on(s(47).monday(), 11, 0);
    desk.say(roche, later, Verdict::Closed, finished(s(47), None));
    let chosen = |period| read(&desk, period, None).urgent.iter().map(|t| t.item.id).collect::<Vec<_>>();
    assert_eq!(chosen(week(46)), [kept, closed, reopened, later]);
    assert_eq!(chosen(week(47)), [kept, reopened, later]);
    assert!(!chosen(week(46)).contains(&calm));
    // On Monday morning two were open and urgent: one was taken at 9 h 30, the other closed at 11 h.
    assert_eq!(figure(&desk, "handover.urgent", week(47)), Figure::Share(1, 2));
    // S46 received none of them: they were opened in it.
    assert_eq!(figure(&desk, "handover.urgent", week(46)), Figure::Missing);
}

#[test]
fn points_are_counted_once_for_each_stay_that_said_a_word() {
    let mut desk = Desk::new();
    let (vidal, roche) = (desk.doctor("Vidal"), desk.doctor("Roche"));
    let (s46, s47) = (desk.stay(vidal, s(46)), desk.stay(roche, s(47)));
    desk.now = morning(s(46).monday());
    let first = desk.open(vidal, about("1243"), word("INR", s(47)));
    desk.open(vidal, about("0377"), word("TSH", s(47)));
    desk.say(vidal, first, Verdict::Completed, word("INR à 3", s(47)));
    // The team's words are no stay's.
    desk.say(GARNIER, first, Verdict::Completed, word("appelée", s(47)));
    desk.now = morning(s(47).monday());
    desk.say(roche, first, Verdict::Unchanged, word("", s(48)));
    desk.now = morning(s(48).monday());
    assert_eq!(read(&desk, week(46), None).said, BTreeMap::from([(s46, 2)]));
    let both = Period { from: s(46).monday(), to: s(47).sunday() };
    assert_eq!(read(&desk, both, None).said, BTreeMap::from([(s46, 2), (s47, 1)]));
    assert_eq!(figure(&desk, "handover.items", both), Figure::Ratio(3, 2));
}

#[test]
fn recalls_are_those_whose_day_has_come() {
    let mut desk = Desk::new();
    let today = desk.now.day;
    let recall = || NewItem { kind: Kind::Recall, ..about("1243") };
    let due = |day| NewWord { due: day, ..word("rappeler", s(49)) };
    let done = desk.open(GARNIER, recall(), due(Some(today.plus(-3))));
    desk.open(GARNIER, recall(), due(Some(today)));
    desk.open(GARNIER, recall(), due(Some(today.plus(1))));
    desk.open(GARNIER, recall(), due(Some(today.plus(-30))));
    desk.open(GARNIER, recall(), due(None));
    desk.open(GARNIER, about("0377"), due(Some(today)));
    desk.say(GARNIER, done, Verdict::Closed, finished(s(49), Some(today.plus(-3))));
    let found = read(&desk, week(48), None).recalls;
    assert_eq!((found.due, found.done), (2, 1));
    assert_eq!(figure(&desk, "coordination.recalls_done", week(48)), Figure::Share(1, 2));
}

#[test]
fn half_days_of_a_stay_called_off_months_ahead_are_known() {
    let mut desk = Desk::new();
    let vidal = desk.doctor("Vidal");
    let ahead = desk.stay(vidal, IsoWeek::new(2027, 10).unwrap());
    let monday = IsoWeek::new(2027, 10).unwrap().monday();
    let closed = [HalfDay::Morning, HalfDay::Afternoon].map(|half| (POST, monday, half)).to_vec();
    desk.act(GARNIER, AgendaAct::HalfDays(closed, HalfDayKind::Closed));
    desk.act(GARNIER, StayAct::Cancel(ahead, Withdrawal::told(desk.now.day, "malade")));
    // Nine half-days a week at Ajain, two of them closed for the post.
    let there = Period { from: monday, to: monday.plus(6) };
    assert_eq!(figure(&desk, "withdrawals.half_days", there), Figure::Count(7));
    assert_eq!(figure(&desk, "withdrawals", there), Figure::Count(1));
    assert_eq!(figure(&desk, "withdrawals", week(48)), Figure::Count(0));
}

#[test]
fn an_option_called_off_is_no_withdrawal_and_undoing_leaves_no_trace() {
    let mut desk = Desk::new();
    let vidal = desk.doctor("Vidal");
    desk.act(GARNIER, StayAct::Add(stay(vidal, s(50), StayState::Option)));
    let option = StayId(1);
    let off = Withdrawal::told(desk.now.day, String::new());
    desk.act(GARNIER, StayAct::Cancel(option, off.clone()));
    assert_eq!(figure(&desk, "withdrawals", week(50)), Figure::Count(0));
    let confirmed = desk.stay(vidal, s(50));
    // By the form, and by its own act.
    desk.act(GARNIER, StayAct::Edit(confirmed, stay(vidal, s(50), StayState::Cancelled)));
    assert_eq!(figure(&desk, "withdrawals", week(50)), Figure::Count(1));
    desk.store.undo(crate::domain::Who::is(GARNIER), desk.now);
    assert_eq!(figure(&desk, "withdrawals", week(50)), Figure::Count(0));
    desk.act(GARNIER, StayAct::Cancel(confirmed, off));
    assert_eq!(figure(&desk, "withdrawals", week(50)), Figure::Count(1));
}

#[test]
fn another_period_is_beside_only_when_it_is_complete() {
    let mut desk = Desk::new();
    let vidal = desk.doctor("Vidal");
    let s46 = desk.stay(vidal, s(46));
    close(&mut desk, s46, s(46).monday(), 17);
    let beside = |period| statistics(&desk, week(47), Some(period), None);
    let found = beside(week(46));
    assert_eq!(found.before("consultations").unwrap().value, Figure::Count(17));
    assert_eq!(found.indicator("consultations").unwrap().value, Figure::Missing);
    // This week runs; the week of the opening began with it, the one before was not open.
    assert_eq!(beside(week(48)).before, None);
    let opened = IsoWeek::new(2022, 44).unwrap();
    let at = |week: IsoWeek| Period { from: week.monday(), to: week.sunday() };
    assert!(beside(at(opened)).before.is_some());
    assert_eq!(beside(at(opened.plus(-1))).before, None);
}

#[test]
fn what_was_published_stands_beside_what_is_computed() {
    let mut desk = Desk::new();
    let (vidal, roche, morel) = (desk.doctor("Vidal"), desk.doctor("Roche"), desk.doctor("Morel"));
    let s46 = desk.stay(vidal, s(46));
    desk.stay(roche, s(53));
    let next_year = desk.stay(morel, IsoWeek::new(2027, 1).unwrap());
    close(&mut desk, s46, s(46).monday(), 19);
    close(&mut desk, s46, s(46).monday(), 17);
    close(&mut desk, s46, s(46).monday().plus(1), 10);
    desk.act(GARNIER, StayAct::Cancel(next_year, Withdrawal::told(s(47).monday(), "malade")));
    let panel = |day, patients, ald| NewPanel {
        day,
        patients,
        ald,
        active_file: None,
        arrivals: None,
        departures: None,
        deaths: None,
        source: "Maiia".into(),
    };
    desk.act(GARNIER, NotedAct::Add(Noted::Panel(panel(s(46).monday(), 900, Some(170)))));
    desk.act(GARNIER, NotedAct::Add(Noted::Panel(panel(s(47).monday(), 930, None))));
    let monday = s(46).monday();
    let cases = [
        (PublishedFigure::Patients, monday.plus(-1), None),
        (PublishedFigure::Patients, monday, Some(900)),
        (PublishedFigure::Ald, monday.plus(6), Some(170)),
        // The newer snapshot does not say it.
        (PublishedFigure::Ald, monday.plus(7), None),
        // Up to that evening, by the correction.
        (PublishedFigure::Consultations, monday, Some(17)),
        (PublishedFigure::Consultations, monday.plus(1), Some(27)),
        // Vidal, and Roche who is booked to the end of the year; S01 was called off.
        (PublishedFigure::Doctors, monday, Some(2)),
        (PublishedFigure::Withdrawals, s(47).monday().plus(-1), Some(0)),
        (PublishedFigure::Withdrawals, s(47).monday(), Some(1)),
    ];
    for (figure, day, _) in cases {
        desk.act(GARNIER, Published { figure, day, value: 1_000, source: "La Montagne".into() }.note());
    }
    let page = desk.ask(question::Noted);
    for (figure, day, computed) in cases {
        let found = page.published.iter().find(|b| (b.noted.figure, b.noted.day) == (figure, day)).unwrap();
        assert_eq!((found.computed, found.noted.value), (computed, 1_000), "{figure:?} {day:?}");
    }
    assert_eq!(page.published.len(), cases.len());
}

// ---- Random histories: what is chosen and summed, and what every row says. ----

/// Who is on a post that day.
fn on(desk: &Desk, post: PostId) -> Option<(StayId, PersonId)> {
    let centre = desk.store.centre().unwrap().unwrap();
    let rota = rota::rota(&desk.store.conn, &centre).unwrap();
    rota.on_duty(post, desk.now.day).map(|s| (s.id, s.doctor))
}

/// Something that happens at the centre, or that its rules forbid.
fn step(desk: &mut Desk, (kind, pick): (u8, u32)) {
    let post = if pick.is_multiple_of(2) { POST } else { SECOND };
    let (here, at) = (on(desk, post), desk.now.day.plus(-i32::try_from(pick % 9).unwrap()));
    let next = desk.now.day.week().next();
    let item = ItemId(i64::from(pick % 15) + 1);
    let author = here.map_or(GARNIER, |(_, doctor)| doctor);
    let hour = u16::try_from(480 + pick % 700).unwrap();
    let minutes = u16::try_from(10 + pick % 5 * 10).unwrap();
    let to = |word: NewWord| NewWord { to: crate::domain::Addressee::Post(post, next), ..word };
    let reply: Reply = match kind {
        0..=2 => {
            let kind = EntryKind::ALL[pick as usize % 4];
            let place = ["", "Ajain", "Glénic", "Guéret"][pick as usize / 4 % 4];
            desk.try_act(GARNIER, AgendaAct::Add(entry(kind, post, at, hour, minutes, place), OnClash::Keep))
        }
        3 => {
            let new = entry(EntryKind::Meeting, post, at, hour, minutes, "salle");
            desk.try_act(GARNIER, AgendaAct::Add(new, OnClash::Keep))
        }
        4..=6 => {
            let Some((stay, _)) = here else { return };
            let programmed = u16::try_from(pick % 25).unwrap();
            let counts =
                DayCounts { offered: 25, booked: 22, programmed, unplanned: 2, absent: 1, ..DayCounts::default() };
            let corrects = closing(desk, stay, at);
            desk.try_act(GARNIER, AgendaAct::Close { stay, day: at, counts, marks: vec![], corrects })
        }
        7 => desk.try_act(author, ItemAct::Open(about("1243"), to(urgent(next)))),
        8 => {
            let due = Some(desk.now.day.plus(i32::try_from(pick % 12).unwrap() - 4));
            let kind = if pick % 3 == 0 { Kind::Result } else { Kind::Recall };
            desk.try_act(
                GARNIER,
                ItemAct::Open(NewItem { kind, ..about("0377") }, to(NewWord { due, ..word("voir", next) })),
            )
        }
        9 => desk.try_act(author, ItemAct::Say(item, Verdict::Unchanged, to(word("", next)))),
        10 => desk.try_act(author, ItemAct::Say(item, Verdict::Completed, to(urgent(next)))),
        11 => desk.try_act(GARNIER, ItemAct::Say(item, Verdict::Closed, to(finished(next, Some(at))))),
        12 => desk.try_act(GARNIER, ItemAct::Say(item, Verdict::Reopened, to(urgent(next)))),
        13 => desk.try_act(author, ItemAct::Answer(item, Answer::Taken, "vu".into())),
        14 => {
            let Some((stay, doctor)) = here.filter(|_| desk.now.day.weekday_index() > 3) else { return };
            desk.try_act(doctor, sign(stay))
        }
        15 => {
            let count = |part: u32| Some(u16::try_from(pick / part % 4).unwrap()).filter(|count| *count > 0);
            let new = NewSurvey {
                week: at.week(),
                day: at,
                third: Third::On(at.plus(i32::try_from(pick % 20).unwrap())),
                same_day: count(1),
                next_day: count(2),
                refused: count(4),
                meetings: count(8),
                meeting_minutes: count(16),
                asalee: count(32),
            };
            desk.try_act(GARNIER, NotedAct::Add(Noted::Survey(new)))
        }
        _ => {
            let Some((stay, doctor)) = here else { return };
            desk.try_act(doctor, HandoverAct::TakeOver { stay, name: "Vidal".into() })
        }
    };
    assert!(!matches!(reply, Reply::Failed(_)), "{reply:?}");
}

/// The facts with everything the store left out or summed taken from every row.
fn from_every_row(desk: &Desk, period: Period, post: Option<PostId>) -> Facts {
    let conn = &desk.store.conn;
    let centre = desk.store.centre().unwrap().unwrap().id;
    let chosen = read(desk, period, post);
    let upto = period.to.min(desk.now.day);
    let (always, never) = (Day(i32::MIN), Day(i32::MAX));
    let stays: HashSet<StayId> = chosen.rota.stays.iter().map(|s| s.id).collect();
    let mut closings = day_close::newest(agenda::closings(conn, centre, always, never).unwrap());
    closings.retain(|c| stays.contains(&c.stay));
    let mut earlier: BTreeMap<Day, u32> = BTreeMap::new();
    for closing in closings.iter().filter(|c| c.day < period.from) {
        *earlier.entry(closing.day).or_default() += u32::from(closing.counts.done());
    }
    let mine = |e: &Entry| period.from <= e.what.day && e.what.day <= upto;
    let entries: Vec<Entry> =
        agenda::entries(conn, centre, always, never).unwrap().into_iter().map(|kept| kept.what).collect();
    let of_post = |e: &&Entry| mine(e) && (post.is_none() || e.what.post == post);
    let mut load: BTreeMap<(u8, u8, u16), u32> = BTreeMap::new();
    for entry in entries.iter().filter(of_post).filter(|e| e.what.kind.is_appointment()) {
        let weekday = u8::try_from(entry.what.day.weekday_index()).unwrap();
        let hour = u8::try_from(entry.what.start.unwrap() / 60).unwrap();
        *load.entry((weekday, hour, entry.what.minutes)).or_default() += 1;
    }
    let visits: Vec<&Entry> =
        entries.iter().filter(of_post).filter(|e| e.what.kind == EntryKind::Visit && e.what.start.is_some()).collect();
    let communes = visits.iter().map(|e| commune(&e.what.place)).filter(|place| !place.is_empty());
    let communes = communes.collect::<HashSet<_>>().len();
    // Nobody typed a distance here: each way to another commune is unknown.
    let noon = chosen.rota.calendar.opening.afternoon.0;
    let mut halves: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for e in visits.iter().map(|e| &e.what) {
        halves.entry((e.day, e.post, e.start >= Some(noon))).or_default().push((e.start, commune(&e.place)));
    }
    let ways = halves.into_values().map(|mut stops| {
        stops.sort_by_key(|stop| stop.0);
        let stops: Vec<&str> =
            ["Ajain"].into_iter().chain(stops.into_iter().map(|stop| stop.1)).chain(["Ajain"]).collect();
        stops.windows(2).filter(|way| way[0] != way[1] || way[0].is_empty()).count()
    });
    let away: usize = ways.sum();
    let mut meetings: BTreeMap<IsoWeek, (u32, u32)> = BTreeMap::new();
    for meeting in entries.iter().filter(|e| mine(e) && e.what.kind == EntryKind::Meeting) {
        let (count, minutes) = meetings.entry(meeting.what.day.week()).or_default();
        (*count, *minutes) = (*count + 1, *minutes + u32::from(meeting.what.minutes));
    }
    let threads = thread::all(conn, centre).unwrap();
    let mut said: BTreeMap<StayId, u32> = BTreeMap::new();
    for thread in &threads {
        for stay in thread.relays.iter().filter_map(|r| r.stay).collect::<HashSet<_>>() {
            *said.entry(stay).or_default() += 1;
        }
    }
    let due = |t: &&Thread| t.head().due.is_some_and(|due| period.from <= due && due <= upto);
    let recalls: Vec<&Thread> = threads.iter().filter(|t| t.item.kind == Kind::Recall).filter(due).collect();
    let small = |count: usize| u32::try_from(count).unwrap();
    Facts {
        earlier: earlier.into_iter().collect(),
        load: load
            .into_iter()
            .map(|((weekday, hour, minutes), count)| Load { weekday, hour, minutes, count })
            .collect(),
        travelled: Travelled {
            visits: small(visits.len()),
            communes: small(communes),
            kilometres: 0,
            unknown: small(away),
        },
        meetings,
        surveys: noted::surveys(conn, centre, always, never).unwrap().into_iter().map(|kept| kept.what).collect(),
        urgent: threads.clone(),
        said,
        rooms: (0, 0),
        care: crate::domain::care::Activity::default(),
        recalls: Recalls { due: small(recalls.len()), done: small(recalls.iter().filter(|t| !t.is_open()).count()) },
        open: threads,
        closings,
        ..chosen
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever happened: what the store leaves out matters to no figure, no chart and no week.
    #[test]
    fn the_figures_are_those_of_every_row(steps in prop::collection::vec((0_u8..17, 0_u32..10_000), 60..160)) {
        let mut desk = Desk::new();
        second_post(&mut desk);
        let facts = DoctorFacts { department: Some("75".into()), birth_year: Some(1980), ..DoctorFacts::default() };
        let someone = super::super::super::testing::someone;
        let doctors = ["Vidal", "Roche", "Morel", "Aubert"].map(|name| {
            let person = crate::domain::act::NewPerson { doctor: facts.clone(), ..someone("Hélène", name, crate::domain::Role::Doctor) };
            desk.act(GARNIER, PeopleAct::Add(person));
            desk.ask(question::Frame).rota.people.0.values().find(|p| p.family == name).unwrap().id
        });
        for (number, pick) in (42..=49).zip(0_usize..) {
            // S45 is vacant on the first post, S44 on the second.
            if number != 45 {
                desk.stay(doctors[pick % 4], s(number));
            }
            if number != 44 {
                on_second(&mut desk, doctors[(pick + 2) % 4], number);
            }
        }
        let start = s(43).monday();
        let last = steps.len();
        for (nth, chosen) in steps.into_iter().enumerate() {
            // Over five weeks, from 8 h to 17 h.
            let minutes = nth * 35 * 540 / last;
            let day = start.plus(i32::try_from(minutes / 540).unwrap());
            desk.now = Now::from(Stamp::at(day, u16::try_from(480 + minutes % 540).unwrap()));
            step(&mut desk, chosen);
        }
        let november = Period { from: day(2026, 11, 1), to: day(2026, 11, 30) };
        for period in (43..=47).map(week).chain([november, Period { from: start, to: s(49).sunday() }]) {
            for post in [None, Some(POST), Some(SECOND)] {
                let (chosen, every) = (read(&desk, period, post), from_every_row(&desk, period, post));
                prop_assert_eq!(indicators(&chosen, period, desk.now), indicators(&every, period, desk.now));
                prop_assert_eq!(charts(&chosen, period, desk.now), charts(&every, period, desk.now));
                prop_assert_eq!(week_figures(&chosen, period, desk.now), week_figures(&every, period, desk.now));
            }
        }
    }
}
