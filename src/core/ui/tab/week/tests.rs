use expect_test::expect;

use super::*;
use crate::domain::act::{Act, AgendaAct};
use crate::domain::agenda::{EntryKind, HalfDayKind, OnClash};
use crate::domain::alert::Alert;
use crate::domain::{
    DayClose, DayCloseId, DayCounts, Entry, HalfDay, PatientRef, Pattern, PersonId, Post, Stamp, Stay, StayId, Who,
};
use crate::protocol::{Kept, Rev, Table, Write};
use crate::ui::Look;
use crate::ui::form::cancel_stay::CancelStayForm;
use crate::ui::form::entry::EntryForm;
use crate::ui::form::half_days::HalfDaysForm;
use crate::ui::form::stay::StayForm;
use crate::ui::tab::fixture_week::{Desk, day, page, point, week};
use crate::ui::testing::opened;

fn shown(desk: &Desk) -> WeekTab {
    with(desk, page())
}

fn with(desk: &Desk, page: WeekPage) -> WeekTab {
    let mut tab = WeekTab::default();
    tab.receive(&Page::Week(Box::new(page)), &desk.cx());
    tab
}

fn entry(id: i64, kind: EntryKind, on: Day, hour: (u16, u16), minutes: u16, file: &str) -> Kept<Entry> {
    let patient = PatientRef { file: file.into(), initials: Some("M.D.".into()), birth_year: Some(1948) };
    let what = NewEntry {
        kind,
        post: Some(PostId(1)),
        day: on,
        to: on,
        start: Some(hour.0 * 60 + hour.1),
        minutes,
        patient: Some(patient).filter(|_| !file.is_empty()),
        title: String::new(),
        place: String::new(),
        item: None,
    };
    Kept::at(Entry { id: EntryId(id), what, uid: None }, Rev(id + 40))
}

/// An ordinary week: a full Monday morning, visits on Tuesday afternoon, a meeting, a passation, all-day Asalée.
fn booked() -> WeekPage {
    use EntryKind::{Asalee, Consultation, Handover, Meeting, Remote, Unplanned, Visit, Welcome};
    let mut page = page();
    let mut id = 0;
    let mut next = || {
        id += 1;
        id
    };
    page.entries.push(entry(next(), Welcome, day(11, 9), (8, 30), 60, ""));
    for (n, at) in
        [(9, 30), (9, 50), (10, 10), (10, 30), (10, 50), (11, 10), (11, 30), (11, 50), (12, 10)].iter().enumerate()
    {
        page.entries.push(entry(next(), Consultation, day(11, 9), *at, 20, &format!("{}", 1201 + n)));
    }
    page.entries.push(entry(next(), Consultation, day(11, 10), (8, 30), 20, "0377"));
    page.entries.push(entry(next(), Remote, day(11, 10), (8, 50), 20, "0612"));
    page.entries.push(entry(next(), Consultation, day(11, 10), (9, 30), 20, "1250"));
    let mut visit = entry(next(), Visit, day(11, 10), (14, 30), 40, "1243");
    visit.what.what.place = "Lavaveix".into();
    visit.what.what.item = Some(ItemId(118));
    page.entries.push(visit);
    page.entries.push(entry(next(), Unplanned, day(11, 12), (9, 0), 20, "0850"));
    page.entries.push(entry(next(), Unplanned, day(11, 12), (9, 10), 20, "0851"));
    let mut meeting = entry(next(), Meeting, day(11, 13), (12, 30), 60, "");
    (meeting.what.what.post, meeting.what.what.title) = (None, "Équipe".into());
    page.entries.push(meeting);
    page.entries.push(entry(next(), Handover, day(11, 13), (17, 30), 30, ""));
    let mut whole = entry(next(), Asalee, day(11, 12), (0, 0), 0, "");
    (whole.what.what.start, whole.what.what.post, whole.what.what.to) = (None, None, day(11, 13));
    page.entries.push(whole);
    let decided = |on, half, kind| DecidedHalfDay { post: PostId(1), day: on, half, kind };
    page.half_days = vec![
        decided(day(11, 10), HalfDay::Afternoon, HalfDayKind::Visits),
        decided(day(11, 12), HalfDay::Morning, HalfDayKind::Unplanned),
        decided(day(11, 13), HalfDay::Morning, HalfDayKind::Rest),
    ];
    page
}

/// Two posts that alternate; nobody on the second.
fn two_posts() -> Desk {
    let mut desk = Desk::new();
    desk.frame.rota.posts[0] = Post { id: PostId(1), name: "Poste 1".into(), pattern: Pattern::ProgrammedFirst };
    desk.frame.rota.posts.push(Post { id: PostId(2), name: "Poste 2".into(), pattern: Pattern::UnplannedFirst });
    desk
}

fn acts(tab: &mut WeekTab, desk: &Desk, actions: &[Action]) -> Vec<Ask> {
    actions.iter().map(|a| tab.act(*a, &desk.cx())).last().unwrap_or_default()
}

#[track_caller]
fn written(asks: Vec<Ask>) -> Write {
    match asks.into_iter().next() {
        Some(Ask::Save(write)) => write,
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn base(asks: &[Ask]) -> NewEntry {
    opened::<EntryForm>(asks).base.clone()
}

#[test]
fn days_and_weeks_are_gone_through_and_only_a_new_week_is_asked_for() {
    let desk = Desk::new();
    let cx = desk.cx();
    let mut tab = shown(&desk);
    assert!(tab.act(Action::Left, &cx).is_empty());
    let asks = tab.act(Action::Left, &cx);
    assert_eq!((asks, tab.queries(&cx)), (vec![Ask::Look], vec![Query::Week(week(45))]));
    assert_eq!(tab.day(&cx), day(11, 8));
    tab.act(Action::PageDown, &cx);
    tab.act(Action::PageDown, &cx);
    assert_eq!(tab.queries(&cx), [Query::Week(week(47))]);
    let asks = tab.act(Action::First, &cx);
    assert_eq!((asks, tab.queries(&cx)), (vec![Ask::Look], vec![Query::Week(week(46))]));
    assert_eq!(tab.day(&cx), cx.now.day);
}

#[test]
fn an_answer_for_another_week_is_not_shown() {
    let desk = Desk::new();
    let mut tab = WeekTab::default();
    tab.show(week(47));
    tab.receive(&Page::Week(Box::new(page())), &desk.cx());
    assert!(tab.page.is_none());
}

#[test]
fn below_the_hours_the_cursor_goes_through_the_points_due() {
    let desk = Desk::new();
    let cx = desk.cx();
    let mut tab = shown(&desk);
    while tab.spot(&cx) != Spot::Due {
        assert!(tab.can(Action::Down, &cx));
        tab.act(Action::Down, &cx);
    }
    assert!(matches!(tab.act(Action::Enter, &cx).as_slice(), [Ask::OpenThread(ItemId(118))]));
    tab.act(Action::Down, &cx);
    assert!(!tab.can(Action::Down, &cx));
    // The first point is gone when the page comes again: the selection stays.
    let mut fewer = page();
    fewer.due.remove(0);
    tab.receive(&Page::Week(Box::new(fewer)), &cx);
    assert!(matches!(tab.act(Action::Enter, &cx).as_slice(), [Ask::OpenThread(ItemId(119))]));
    tab.act(Action::Up, &cx);
    assert_eq!(tab.spot(&cx), Spot::At(17 * 60 + 30));
    assert!(tab.select_item(ItemId(121)));
    assert_eq!(tab.day(&cx), day(11, 13));
    assert!(matches!(tab.act(Action::Enter, &cx).as_slice(), [Ask::OpenThread(ItemId(121))]));
}

#[test]
fn tab_goes_through_the_cell_and_then_the_points_of_the_day() {
    let desk = Desk::new();
    let cx = desk.cx();
    let mut tab = with(&desk, booked());
    acts(&mut tab, &desk, &[Action::Up]);
    let mut seen = Vec::new();
    for _ in 0..5 {
        seen.push(tab.picked(&cx).map(|p| p.pick()).unwrap());
        tab.act(Action::OtherPane, &cx);
    }
    let expected =
        [Pick::Entry(EntryId(11)), Pick::Entry(EntryId(12)), Pick::Point(ItemId(118)), Pick::Point(ItemId(119))];
    assert_eq!(seen[..4], expected);
    assert_eq!(seen[4], seen[0]);
}

#[test]
fn keys_act_on_the_stay_under_the_selected_day() {
    let desk = Desk::new();
    let cx = desk.cx();
    let mut tab = shown(&desk);
    let asks = tab.act(Action::CancelStay, &cx);
    let cancel = CancelStayForm::new(desk.frame.kept_stay(StayId(2)).unwrap());
    assert_eq!(*opened::<CancelStayForm>(&asks), cancel);
    tab.show(week(45));
    assert!(!tab.can(Action::CancelStay, &cx));
    tab.show(week(47));
    let asks = tab.act(Action::Enroll, &cx);
    let new = StayForm { post: Some(PostId(1)), week: Some(week(47)), ..StayForm::default() };
    assert_eq!(*opened::<StayForm>(&asks), new);
}

#[test]
fn a_new_entry_takes_its_day_hour_and_kind_from_the_cell() {
    let desk = Desk::new();
    let mut tab = with(&desk, booked());
    // Tuesday at 9:30 one of three places is taken: the next one is proposed.
    let new = base(&tab.act(Action::Add, &desk.cx()));
    assert_eq!(
        (new.kind, new.day, new.start, new.post),
        (EntryKind::Consultation, day(11, 10), Some(590), Some(PostId(1)))
    );
    let thursday = [Action::Right, Action::Right];
    let new = base(&acts(&mut tab, &desk, &[&thursday[..], &[Action::Down, Action::Add]].concat()));
    assert_eq!((new.kind, new.day, new.start), (EntryKind::Unplanned, day(11, 12), Some(630)));
    tab.show_day(day(11, 10));
    let down: Vec<Action> = std::iter::repeat_n(Action::Down, 5).collect();
    let new = base(&acts(&mut tab, &desk, &[&down[..], &[Action::Add]].concat()));
    assert_eq!((new.kind, new.start), (EntryKind::Visit, Some(15 * 60 + 30)));
}

#[test]
fn a_change_carries_the_revision_it_was_read_in() {
    let desk = Desk::new();
    let mut tab = with(&desk, booked());
    let removed = written(tab.act(Action::Delete, &desk.cx()));
    assert_eq!(removed.act, Act::Agenda(AgendaAct::Remove(EntryId(13))));
    assert_eq!(removed.seen, [(Table::ENTRY.row(13), Rev(53))]);
    let asks = tab.act(Action::Edit, &desk.cx());
    let known = opened::<EntryForm>(&asks).known.as_ref().unwrap();
    assert_eq!((known.what, known.rev), (EntryId(13), Rev(53)));
}

#[test]
fn an_entry_is_moved_and_lengthened_in_one_act_or_left_where_it_was() {
    let desk = Desk::new();
    let cx = desk.cx();
    let mut tab = with(&desk, booked());
    let way = [Action::Move, Action::Down, Action::Right, Action::Right, Action::Longer, Action::Longer];
    acts(&mut tab, &desk, &way);
    assert!(desk.drawn(&tab, 80, 21).contains("jeu. 12 nov., 09:50–10:20"));
    let write = written(tab.act(Action::Enter, &cx));
    let Act::Agenda(AgendaAct::Edit(EntryId(13), to, OnClash::Ask)) = write.act else { panic!("{write:?}") };
    assert_eq!((to.day, to.to, to.start, to.minutes), (day(11, 12), day(11, 12), Some(590), 30));
    assert_eq!(write.seen, [(Table::ENTRY.row(13), Rev(53))]);
    // Given up, and put down where it was: nothing is written.
    tab.show_day(day(11, 10));
    let asks = acts(&mut tab, &desk, &[Action::First, Action::Move, Action::Right, Action::Back]);
    assert!(asks.is_empty() && tab.day(&cx) == day(11, 10) && tab.mode.moving().is_none());
    let asks = acts(&mut tab, &desk, &[Action::Move, Action::Right, Action::Left, Action::Enter]);
    assert!(asks.is_empty() && tab.mode.moving().is_none(), "{asks:?}");
}

#[test]
fn the_type_of_a_half_day_or_of_a_range_is_asked_for() {
    let desk = Desk::new();
    let cx = desk.cx();
    let mut tab = with(&desk, booked());
    let which = |asks: Vec<Ask>| opened::<HalfDaysForm>(&asks).which.clone();
    let morning = |d| (PostId(1), day(11, d), HalfDay::Morning);
    assert_eq!(which(tab.act(Action::HalfDay, &cx)), [morning(10)]);
    // Over the holiday, which is no half-day one decides of.
    let range = [Action::Mark, Action::Right, Action::Right, Action::HalfDay];
    assert_eq!(which(acts(&mut tab, &desk, &range)), [morning(10), morning(12)]);
    assert!(!tab.can(Action::Add, &cx));
    tab.act(Action::Back, &cx);
    assert!(tab.can(Action::Add, &cx));
}

#[test]
fn a_doctor_begins_on_their_own_post() {
    let mut desk = two_posts();
    let second = PostId(2);
    let here = |desk: &Desk| shown(desk).post(&desk.cx());
    assert_eq!(here(&desk), Some(PostId(1)));
    let stay = desk.frame.rota.stays.iter().find(|s| s.covers(desk.now.day)).unwrap().clone();
    desk.session.who = Who::is(stay.doctor);
    assert_eq!(here(&desk), Some(PostId(1)));
    desk.frame.rota.stays = vec![Stay { post: second, ..stay }].into();
    assert_eq!(here(&desk), Some(second));
}

#[test]
fn the_cursor_goes_lane_by_lane() {
    let desk = two_posts();
    let cx = desk.cx();
    let mut tab = shown(&desk);
    tab.act(Action::Right, &cx);
    assert_eq!((tab.day(&cx), tab.post(&cx)), (day(11, 10), Some(PostId(2))));
    tab.act(Action::Right, &cx);
    assert_eq!((tab.day(&cx), tab.post(&cx)), (day(11, 11), Some(PostId(1))));
    tab.act(Action::Left, &cx);
    assert_eq!((tab.day(&cx), tab.post(&cx)), (day(11, 10), Some(PostId(2))));
    // The type of the half-day decides the kind: not programmed on the second post in the morning.
    assert_eq!(base(&tab.act(Action::Add, &cx)).kind, EntryKind::Unplanned);
}

#[test]
fn clicks_select_weeks_and_cells_where_they_are_drawn() {
    let desk = Desk::new();
    let cx = desk.cx();
    let area = Rect::new(0, 2, 80, 21);
    let mut tab = shown(&desk);
    tab.fit(80, 21);
    tab.click(40, 2, area, &cx);
    assert_eq!(tab.queries(&cx), [Query::Week(week(47))]);
    // Friday, the second row of the morning.
    tab.click(1 + 6 + 12 * 4 + 3, 9, area, &cx);
    assert_eq!((tab.day(&cx), tab.spot(&cx)), (day(11, 20), Spot::At(9 * 60 + 30)));
}

#[test]
fn an_ordinary_week() {
    let mut desk = Desk::new();
    desk.frame.alerts = vec![Alert::ToClose { stay: StayId(2), day: day(11, 9), count: 1 }];
    let tab = with(&desk, booked());
    expect![[r#"
         S44          S45         ▸[S46]        S47          S48          S49
         ○ VACANT     Dr Morel     Dr Vidal     ○ VACANT     Dr Aubert    Dr Morel
                      terminé      en cours                  confirmé     confirmé
        ┌ S46 · 9–14 nov. 2026 · Dr Hélène Vidal (Loire-Atlantique) · 15/62 créneaux ──┐
        │       lun. 9     ▸[mar. 10]   mer. 11     jeu. 12     ven. 13     sa14 di15  │
        │jour                           ░░░░░░░░░░░ ▒ Asalée    ▒ Asalée    ░░░░ ░░░░  │
        │matin  P accueil   P           Armistice ░ NP          repos ░░░░░ ░░░░ ░░░░  │
        │08:30  ▒ accueil   ▓ 2/3       ░░░░░░░░░░░ ▓ 2/3 !     ░░░░░░░░░░░ ░░░░ ░░░░  │
        │09:30→ ▓ 3/3      ▸▓1250 1/3 ─ ░░░░░░░░░░░             ░░░░░░░░░░░ ░░░░ ░░░░  │
        │10:30  ▓ 3/3                   ░░░░░░░░░░░             ░░░░░░░░░░░ ░░░░ ░░░░  │
        │11:30  ▓ 3/3                   ░░░░░░░░░░░             ░░░░░░░░░░░ ░░░░ ░░░░  │
        │12:30                          ░░░░░░░░░░░             ▒ Équipe    ░░░░ ░░░░  │
        │ap-m.  P           V           ░░░░░░░░░░░ fermé ░░░░░ P passation ░░░░ ░░░░  │
        │13:30                          ░░░░░░░░░░░ ░░░░░░░░░░░             ░░░░ ░░░░  │
        │14:30              ⌂1243       ░░░░░░░░░░░ ░░░░░░░░░░░             ░░░░ ░░░░  │
        │15:30                          ░░░░░░░░░░░ ░░░░░░░░░░░             ░░░░ ░░░░ …│
        │dus                ▲1 ·1                               ●1                     │
        │clos   à clôturer  ·                       ·           ·                      │
        └──────────────────────────────────────────────────────────────────────────────┘
        consultation · dossier 1250 · M.D. 1948 (78 ans) · 09:30–09:50
        2 points pour ce jour.
    "#]]
    .assert_eq(&desk.drawn(&tab, 80, 21));
}

#[test]
fn an_ordinary_week_with_room() {
    let desk = Desk::new();
    let mut booked = booked();
    let counts = DayCounts { programmed: 9, unplanned: 11, ..DayCounts::default() };
    let close =
        DayClose { id: DayCloseId(1), stay: StayId(2), day: day(11, 9), counts, author: PersonId(1), at: Stamp(0) };
    booked.closings.push(close);
    let mut tab = with(&desk, booked);
    tab.fit(120, 37);
    tab.act(Action::Down, &desk.cx());
    tab.spot = Some(Spot::At(14 * 60 + 30));
    expect![[r#"
         S44          S45         ▸[S46]        S47          S48          S49          S50          S51          S52
         ○ VACANT     Dr Morel     Dr Vidal     ○ VACANT     Dr Aubert    Dr Morel     Dr Vidal     Dr Aubert    ○ VACANT
                      terminé      en cours                  confirmé     confirmé     option       ½ confirmé
        ┌ S46 · 9–14 nov. 2026 · Dr Hélène Vidal (Loire-Atlantique) · 15/62 créneaux ────────────┐┌ Agenda ────────────────────┐
        │       lun. 9       ▸[mar. 10]     mer. 11       jeu. 12       ven. 13       sa14 di15  ││visite à domicile           │
        │jour                               ░░░░░░░░░░░░░ ▒ Asalée      ▒ Asalée      ░░░░ ░░░░  ││                            │
        │matin  P accueil     P             Armistice ░░░ NP            repos ░░░░░░░ ░░░░ ░░░░  ││dossier 1243 · M.D. 1948    │
        │08:30  ▒ accueil     ▓ 2/2         ░░░░░░░░░░░░░               ░░░░░░░░░░░░░ ░░░░ ░░░░  ││(78 ans)                    │
        │09:00  ▒             @             ░░░░░░░░░░░░░ ▓ 2/1 !       ░░░░░░░░░░░░░ ░░░░ ░░░░  ││                            │
        │09:30→ ▓ 2/2         ▓1250 1/2 ─── ░░░░░░░░░░░░░               ░░░░░░░░░░░░░ ░░░░ ░░░░  ││mar. 10 nov., 14:30–15:10   │
        │10:00  ▓1203 M.D.                  ░░░░░░░░░░░░░               ░░░░░░░░░░░░░ ░░░░ ░░░░  ││(40 min)                    │
        │10:30  ▓ 2/2                       ░░░░░░░░░░░░░               ░░░░░░░░░░░░░ ░░░░ ░░░░  ││                            │
        │11:00  ▓1206 M.D.                  ░░░░░░░░░░░░░               ░░░░░░░░░░░░░ ░░░░ ░░░░  ││Lavaveix                    │
        │11:30  ▓ 2/2                       ░░░░░░░░░░░░░               ░░░░░░░░░░░░░ ░░░░ ░░░░  ││                            │
        │12:00  ▓1209 M.D.                  ░░░░░░░░░░░░░               ░░░░░░░░░░░░░ ░░░░ ░░░░  ││point lié n° 118 : INR 4,8  │
        │12:30                              ░░░░░░░░░░░░░               ▒ Équipe      ░░░░ ░░░░  ││sous AVK, contrôle au labo  │
        │13:00                              ░░░░░░░░░░░░░               ▒             ░░░░ ░░░░  ││mardi.                      │
        │ap-m.  P             V             ░░░░░░░░░░░░░ fermé ░░░░░░░ P passation   ░░░░ ░░░░  ││                            │
        │13:30                              ░░░░░░░░░░░░░ ░░░░░░░░░░░░░               ░░░░ ░░░░  ││e éditer · m déplacer · =   │
        │14:00                              ░░░░░░░░░░░░░ ░░░░░░░░░░░░░               ░░░░ ░░░░  ││plus long · - plus court · d│
        │14:30               ▸⌂1243         ░░░░░░░░░░░░░ ░░░░░░░░░░░░░               ░░░░ ░░░░  ││supprimer                   │
        │15:00                ⌂             ░░░░░░░░░░░░░ ░░░░░░░░░░░░░               ░░░░ ░░░░  ││                            │
        │15:30                              ░░░░░░░░░░░░░ ░░░░░░░░░░░░░               ░░░░ ░░░░  ││2 points pour ce jour.      │
        │16:00                              ░░░░░░░░░░░░░ ░░░░░░░░░░░░░               ░░░░ ░░░░  ││                            │
        │16:30                              ░░░░░░░░░░░░░ ░░░░░░░░░░░░░               ░░░░ ░░░░  ││▲ 1243 M.D.                 │
        │17:00                              ░░░░░░░░░░░░░ ░░░░░░░░░░░░░               ░░░░ ░░░░  ││· Vaccins livrés : vérifier │
        │17:30                              ░░░░░░░░░░░░░ ░░░░░░░░░░░░░ ▒ passation   ░░░░ ░░░░  ││le frigo.                   │
        │                                                                                        ││                            │
        │                                                                                        ││                            │
        │                                                                                        ││                            │
        │                                                                                        ││                            │
        │                                                                                        ││                            │
        │                                                                                        ││                            │
        │                                                                                        ││                            │
        │dus                  ▲1 ·1                                     ●1                       ││                            │
        │clos   20            ·                           ·             ·                        ││                            │
        └────────────────────────────────────────────────────────────────────────────────────────┘└────────────────────────────┘
    "#]].assert_eq(&desk.drawn(&tab, 120, 37));
}

#[test]
fn a_week_with_a_holiday_without_colour_in_ascii() {
    let mut desk = Desk::new();
    desk.look = Look { theme: None, ascii: true, blocks: false };
    let tab = with(&desk, booked());
    let drawn = desk.drawn(&tab, 80, 21);
    expect![[r#"
         S44          S45         >[S46]        S47          S48          S49
         o VACANT     Dr Morel     Dr Vidal     o VACANT     Dr Aubert    Dr Morel
                      terminé      en cours                  confirmé     confirmé
        + S46 - 9–14 nov. 2026 - Dr Hélène Vidal (Loire-Atlantique) - 15/62 créneaux --+
        |       lun. 9     >[mar. 10]   mer. 11     jeu. 12     ven. 13     sa14 di15  |
        |jour                           ########### % Asalée    % Asalée    #### ####  |
        |matin  P accueil   P           Armistice # NP          repos ##### #### ####  |
        |08:30  % accueil   = 2/3       ########### = 2/3 !     ########### #### ####  |
        |09:30> = 3/3      >=1250 1/3 - ###########             ########### #### ####  |
        |10:30  = 3/3                   ###########             ########### #### ####  |
        |11:30  = 3/3                   ###########             ########### #### ####  |
        |12:30                          ###########             % Équipe    #### ####  |
        |ap-m.  P           V           ########### fermé ##### P passation #### ####  |
        |13:30                          ########### ###########             #### ####  |
        |14:30              h1243       ########### ###########             #### ####  |
        |15:30                          ########### ###########             #### #### ~|
        |dus                !1 -1                               *1                     |
        |clos   -           -                       -           -                      |
        +------------------------------------------------------------------------------+
        consultation - dossier 1250 · M.D. 1948 (78 ans) - 09:30-09:50
        2 points pour ce jour.
    "#]]
    .assert_eq(&drawn);
}

#[test]
fn overlaps_are_shown_as_overlaps() {
    let desk = Desk::new();
    let mut tab = with(&desk, booked());
    tab.show_day(day(11, 12));
    tab.spot = Some(Spot::At(9 * 60));
    let drawn = desk.drawn(&tab, 80, 21);
    assert!(drawn.contains("▓ 2/3 !") && drawn.contains("Deux rendez-vous se chevauchent."), "{drawn}");
}

#[test]
fn a_vacant_week_teaches_what_to_do() {
    let desk = Desk::new();
    let mut tab = WeekTab::default();
    tab.show(week(47));
    expect![[r#"
         S45          [S46]       ▸S47          S48          S49          S50
         Dr Morel     Dr Vidal     ○ VACANT     Dr Aubert    Dr Morel     Dr Vidal
         terminé      en cours                  confirmé     confirmé     option
        ┌ S47 · 16–22 nov. 2026 · ○ VACANT ────────────────────────────────────────────┐
        │      ▸lun. 16     mar. 17     mer. 18     jeu. 19     ven. 20     sa21 di22  │
        │matin  P ○ VACANT  P ○ VACANT  P ○ VACANT  P ○ VACANT  P ○ VACANT  ░░░░ ░░░░  │
        │08:30                                                              ░░░░ ░░░░  │
        │09:30 ▸                                                            ░░░░ ░░░░  │
        │10:30                                                              ░░░░ ░░░░  │
        │11:30                                                              ░░░░ ░░░░  │
        │ap-m.  P ○ VACANT  P ○ VACANT  P ○ VACANT  fermé ░░░░░ P ○ VACANT  ░░░░ ░░░░  │
        │13:30                                      ░░░░░░░░░░░             ░░░░ ░░░░  │
        │14:30                                      ░░░░░░░░░░░             ░░░░ ░░░░  │
        │15:30                                      ░░░░░░░░░░░             ░░░░ ░░░░  │
        │16:30                                      ░░░░░░░░░░░             ░░░░ ░░░░  │
        │17:30                                      ░░░░░░░░░░░             ░░░░ ░░░░  │
        │dus                                                                           │
        │clos                                                                          │
        └──────────────────────────────────────────────────────────────────────────────┘
        lun. 16 nov. 2026 · matin 8h30–12h30 · après-midi 13h30–18h
        Pas encore de médecin ce jour. i inscrire. …
    "#]]
    .assert_eq(&desk.drawn(&tab, 80, 21));
}

#[test]
fn two_posts_have_a_lane_each() {
    let desk = two_posts();
    let mut booked = booked();
    let mut other = entry(90, EntryKind::Consultation, day(11, 10), (13, 30), 20, "0777");
    other.what.what.post = Some(PostId(2));
    booked.entries.push(other);
    let mut tab = with(&desk, booked);
    tab.act(Action::Right, &desk.cx());
    expect![[r#"
                    S45               ▸[S46]              S47
         Poste 1    Dr Morel terminé   Dr Vidal en cours  ○ VACANT
        ▸Poste 2    ○ VACANT           ○ VACANT           ○ VACANT
        ┌ S46 · Poste 2 · 9–15 nov. 2026 · ○ VACANT · 15/62 créneaux ──────────────────┐
        │       lun. 9     ▸[mar. 10]   mer. 11     jeu. 12     ven. 13     sa14 di15  │
        │       Po.1  Po.2  Po.1  Po.2  Po.1  Po.2  Po.1  Po.2  Po.1  Po.2             │
        │jour                           ░░░░░ ░░░░░ ▒ Asalée    ▒ Asalée    ░░░░ ░░░░  │
        │matin  P     NP ○  P     NP ○  Armistice ░ NP    NP ○  repos NP ○  ░░░░ ░░░░  │
        │08:30  ▒ ac…       ▓ 2/3       ░░░░░ ░░░░░ 2/3 !       ░░░░░       ░░░░ ░░░░  │
        │09:30→ ▓ 3/3       ▓ 1/3▸───── ░░░░░ ░░░░░             ░░░░░       ░░░░ ░░░░  │
        │10:30  ▓ 3/3                   ░░░░░ ░░░░░             ░░░░░       ░░░░ ░░░░  │
        │11:30  ▓ 3/3                   ░░░░░ ░░░░░             ░░░░░       ░░░░ ░░░░  │
        │12:30                          ░░░░░ ░░░░░             ▒ Équipe    ░░░░ ░░░░  │
        │ap-m.  NP    P ○   V     P ○   ░░░░░░░░░░░ fermé fermé NP    P ○   ░░░░ ░░░░  │
        │13:30                    ▓ 1/3 ░░░░░ ░░░░░ ░░░░░ ░░░░░             ░░░░ ░░░░  │
        │14:30              ⌂1243       ░░░░░ ░░░░░ ░░░░░ ░░░░░             ░░░░ ░░░░ …│
        │dus                ▲1 ·1                               ●1                     │
        │clos   ·           ·                       ·           ·                      │
        └──────────────────────────────────────────────────────────────────────────────┘
        mar. 10 nov. 2026 · aujourd'hui · matin 8h30–12h30 · après-midi 13h30–18h
        Poste 1 : Dr Hélène Vidal (Loire-Atlantique) · en cours · 9–14 nov. 2026 …
    "#]]
    .assert_eq(&desk.drawn(&tab, 80, 21));
    expect![[r#"
                    S44                S45               ▸[S46]              S47                S48
         Poste 1    ○ VACANT           Dr Morel terminé   Dr Vidal en cours  ○ VACANT           Dr Aubert confir…
        ▸Poste 2    ○ VACANT           ○ VACANT           ○ VACANT           ○ VACANT           ○ VACANT
        ┌ S46 · Poste 2 · 9–15 nov. 2026 · ○ VACANT · 15/62 créneaux ────────────────────────────┐┌ Ce jour ───────────────────┐
        │       lun. 9       ▸[mar. 10]     mer. 11       jeu. 12       ven. 13       sa14 di15  ││mardi 10 novembre 2026 ·    │
        │       Po.1   Po.2   Po.1   Po.2   Po.1   Po.2   Po.1   Po.2   Po.1   Po.2              ││aujourd'hui                 │
        │jour                               ░░░░░░ ░░░░░░ ▒ Asalée      ▒ Asalée      ░░░░ ░░░░  ││                            │
        │matin  P      NP ○   P      NP ○   Armistice ░░░ NP     NP ○   repos  NP ○   ░░░░ ░░░░  ││matin 8h30–12h30 · après-   │
        │08:30  ▒ acc…        ▓ 2/2         ░░░░░░ ░░░░░░               ░░░░░░        ░░░░ ░░░░  ││midi 13h30–18h              │
        │09:00  ▒             @             ░░░░░░ ░░░░░░ 2/1 !         ░░░░░░        ░░░░ ░░░░  ││                            │
        │09:30→ ▓ 2/2         ▓ 1/2 ▸────── ░░░░░░ ░░░░░░               ░░░░░░        ░░░░ ░░░░  ││Poste 1 : Dr Hélène Vidal   │
        │10:00  ▓1203                       ░░░░░░ ░░░░░░               ░░░░░░        ░░░░ ░░░░  ││(Loire-Atlantique) · en     │
        │10:30  ▓ 2/2                       ░░░░░░ ░░░░░░               ░░░░░░        ░░░░ ░░░░  ││cours · 9–14 nov. 2026      │
        │11:00  ▓1206                       ░░░░░░ ░░░░░░               ░░░░░░        ░░░░ ░░░░  ││                            │
        │11:30  ▓ 2/2                       ░░░░░░ ░░░░░░               ░░░░░░        ░░░░ ░░░░  ││Poste 2 : Pas encore de     │
        │12:00  ▓1209                       ░░░░░░ ░░░░░░               ░░░░░░        ░░░░ ░░░░  ││médecin ce jour. i inscrire.│
        │12:30                              ░░░░░░ ░░░░░░               ▒ Équipe      ░░░░ ░░░░  ││                            │
        │13:00                              ░░░░░░ ░░░░░░               ▒             ░░░░ ░░░░  ││Équipe : C. Garnier         │
        │ap-m.  NP     P ○    V      P ○    ░░░░░░░░░░░░░ fermé  fermé  NP     P ○    ░░░░ ░░░░  ││                            │
        │13:30                       ▓ 1/2  ░░░░░░ ░░░░░░ ░░░░░░ ░░░░░░               ░░░░ ░░░░  ││a ajouter · h demi-journée  │
        │14:00                              ░░░░░░ ░░░░░░ ░░░░░░ ░░░░░░               ░░░░ ░░░░  ││· n échanger P et NP · s    │
        │14:30                ⌂1243         ░░░░░░ ░░░░░░ ░░░░░░ ░░░░░░               ░░░░ ░░░░  ││sélectionner · Tab suivant  │
        │15:00                ⌂             ░░░░░░ ░░░░░░ ░░░░░░ ░░░░░░               ░░░░ ░░░░  ││                            │
        │15:30                              ░░░░░░ ░░░░░░ ░░░░░░ ░░░░░░               ░░░░ ░░░░  ││2 points pour ce jour.      │
        │16:00                              ░░░░░░ ░░░░░░ ░░░░░░ ░░░░░░               ░░░░ ░░░░  ││                            │
        │16:30                              ░░░░░░ ░░░░░░ ░░░░░░ ░░░░░░               ░░░░ ░░░░  ││▲ 1243 M.D.                 │
        │17:00                              ░░░░░░ ░░░░░░ ░░░░░░ ░░░░░░               ░░░░ ░░░░  ││· Vaccins livrés : vérifier │
        │17:30                              ░░░░░░ ░░░░░░ ░░░░░░ ░░░░░░ ▒ pas…        ░░░░ ░░░░  ││le frigo.                   │
        │                                                                                        ││                            │
        │                                                                                        ││                            │
        │                                                                                        ││                            │
        │                                                                                        ││                            │
        │                                                                                        ││                            │
        │                                                                                        ││                            │
        │dus                  ▲1 ·1                                     ●1                       ││                            │
        │clos   ·             ·                           ·             ·                        ││                            │
        └────────────────────────────────────────────────────────────────────────────────────────┘└────────────────────────────┘
    "#]].assert_eq(&desk.drawn(&tab, 120, 37));
}

#[test]
fn a_new_centre_is_told_what_comes_next() {
    let mut desk = Desk::new();
    desk.frame.rota.stays.edit(Vec::clear);
    expect![[r#"
        ┌ Bienvenue ───────────────────────────────────────────────────────────────────┐
        │ Aucun séjour n'est encore inscrit. Pour commencer : ajoutez un médecin par   │
        │ le Menu (0), « Médecins » ; i l'inscrit ensuite dans une semaine. Si le      │
        │ planning est déjà dans un tableur, le Menu l'importe avec ses médecins :     │
        │ « Importer un planning ». L'équipe, l'annuaire et les comptes se complètent  │
        │ aussi par le Menu.                                                           │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
    "#]]
    .assert_eq(&desk.drawn(&WeekTab::default(), 80, 8));
}

#[test]
fn every_cell_of_any_height_can_be_drawn_and_reached() {
    for (columns, rows) in [(80, 21), (80, 12), (120, 37), (200, 60), (90, 5)] {
        for desk in [Desk::new(), two_posts()] {
            let mut tab = with(&desk, booked());
            tab.fit(columns, rows);
            tab.act(Action::First, &desk.cx());
            while tab.can(Action::Up, &desk.cx()) {
                tab.act(Action::Up, &desk.cx());
            }
            while tab.can(Action::Down, &desk.cx()) {
                let drawn = desk.drawn(&tab, columns, rows);
                assert!(rows < 12 || drawn.contains('▸'), "{drawn}");
                tab.act(Action::Down, &desk.cx());
            }
            assert_eq!(tab.spot(&desk.cx()), Spot::Due);
        }
    }
}

#[test]
fn many_points_due_are_counted_by_gravity() {
    let desk = Desk::new();
    let mut full = page();
    for n in 0..5 {
        let thread = point(200 + n, Some("0500"), crate::domain::Gravity::Routine, day(11, 10), "Rappeler.");
        full.due.push((day(11, 10), thread));
    }
    assert!(desk.drawn(&with(&desk, full), 80, 21).contains("▲1 ·6"));
}

#[test]
fn a_day_tells_who_of_the_team_is_there_and_who_is_not() {
    use crate::domain::record::Absence;
    let mut desk = Desk::new();
    let away = |person| Absence { person: PersonId(person), from: day(11, 10), to: day(11, 10), replaced_by: None };
    let wide = desk.drawn(&shown(&desk), 120, 36);
    assert!(wide.contains("Équipe") && !wide.contains("n'est pas là"), "{wide}");
    let (who, name) = desk.frame.rota.team_of(day(11, 10)).map(|person| (person.id.0, person.short())).next().unwrap();
    desk.frame.rota.absences = vec![away(who)];
    let said = format!("{name} n'est pas là");
    for (columns, rows) in [(120, 36), (80, 21)] {
        let drawn = desk.drawn(&shown(&desk), columns, rows);
        assert!(drawn.contains(&said), "{drawn}");
    }
}
