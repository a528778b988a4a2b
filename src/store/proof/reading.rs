//! Nobody reads what is not theirs: random histories with a canary in every text, and every page of every role.
//!
//! `RELEVE_TRIALS=full` plays many more. The control reads the same pages with the filter off: the canaries are there.

use proptest::prelude::*;

use super::super::page::reader::control::without_filter;
use super::super::testing::{Desk, GARNIER, POST, ajain, s, someone, word};
use crate::domain::act::{
    Act, AgendaAct, CentreAct, HandoverAct, ItemAct, NewContact, NewItem, NewPage, NewStep, NewWord, PeopleAct,
    PlaceAct, RecordAct, SequelAct, StayAct,
};
use crate::domain::agenda::{NewEntry, OnClash};
use crate::domain::briefing::Reader;
use crate::domain::day_close::Mark;
use crate::domain::place::{Chapter, ContactKind};
use crate::domain::record::{Solicitation, Volunteer};
use crate::domain::stay::Withdrawal;
use crate::domain::{
    Addressee, Answer, ContactId, Day, DayCounts, EntryId, EntryKind, ItemFacts, ItemId, Kind, NoteKind, Outcome,
    PageId, PatientRef, Period, PersonId, Role, StayId, StepKind, Verdict, Who, record,
};
use crate::protocol::{Draft, FindPage, Page, PatientPage, Query, Raw};

/// What was said of a patient.
const WORDS: &str = "zanzibar";
const FILE: &str = "CAN9073";
/// What is to be done about a patient.
const PLAN: &str = "panoplie";
/// A point about the centre.
const HOUSE: &str = "muscade";
/// Of the directory and the booklet.
const PLACE: &str = "grenadine";
const AGENDA: &str = "girofle";
const SHELF: &str = "safran";
/// Why a doctor withdraws, and a doctor's name.
const ROTA: &str = "cardamome";
const DOCTOR: &str = "Quetzal";
/// What a volunteer wishes, what was noted of them, and that they were asked.
const COLLECTIVE: &str = "verveine";
/// What a stay needs, how its doctor comes, and what is lent to them.
const PREPARED: &str = "estragon";

const ASSISTANT: PersonId = PersonId(2);
const NURSE: PersonId = PersonId(3);
const HEAD_OFFICE: PersonId = PersonId(4);
const FIGURES_ONLY: PersonId = PersonId(5);
/// Somebody who has been at the head office only since the end of the history, and a nurse before.
const MOVED: PersonId = PersonId(6);
const VIDAL: PersonId = PersonId(7);
const ROCHE: PersonId = PersonId(8);

/// Who reads, and what must not be on any page of theirs.
const READERS: [(PersonId, &[&str]); 6] = [
    (ASSISTANT, &[WORDS, COLLECTIVE]),
    // A doctor, of the other doctors.
    (ROCHE, &[COLLECTIVE, PREPARED]),
    (HEAD_OFFICE, &[WORDS, FILE, PLAN, HOUSE, PLACE, AGENDA, SHELF]),
    (MOVED, &[WORDS, FILE, PLAN, HOUSE, PLACE, AGENDA, SHELF]),
    (FIGURES_ONLY, &[WORDS, FILE, PLAN, HOUSE, PLACE, AGENDA, SHELF, ROTA, DOCTOR, COLLECTIVE, PREPARED]),
    // Who is nobody here.
    (PersonId(99), &[WORDS, FILE, PLAN, HOUSE, PLACE, AGENDA, SHELF, ROTA, DOCTOR, COLLECTIVE, PREPARED]),
];

fn patient() -> PatientRef {
    PatientRef { file: FILE.into(), initials: Some("K.Q.".into()), birth_year: Some(1948) }
}

fn about_patient(kind: Kind) -> NewItem {
    NewItem {
        kind,
        patient: Some(patient()),
        facts: ItemFacts { ald: true, see_record: false, source: format!("appel, {WORDS}") },
    }
}

fn says() -> NewWord {
    NewWord { plan: PLAN.into(), due: Some(s(49).monday()), ..word(WORDS, s(49)) }
}

/// A centre that keeps from the front desk what is said of a patient, with somebody of each role.
fn centre() -> Desk {
    let mut desk = Desk::new();
    let mut settings = ajain();
    settings.words_for_all = false;
    desk.act(GARNIER, CentreAct::Edit(settings));
    let people = [
        (Role::Assistant, "Petit"),
        (Role::Nurse, "Nio"),
        (Role::HeadOffice, "Delmas"),
        (Role::FiguresOnly, "Chazal"),
        (Role::Nurse, "Blanc"),
    ];
    for (role, family) in people {
        desk.act(GARNIER, PeopleAct::Add(someone("Anne", family, role)));
    }
    assert_eq!((desk.doctor(DOCTOR), desk.doctor("Roche")), (VIDAL, ROCHE));
    for (doctor, week) in [(VIDAL, 48), (ROCHE, 49), (VIDAL, 50)] {
        desk.stay(doctor, s(week));
    }
    desk
}

/// How many things may happen.
const KINDS: usize = 29;

/// One thing that happens, by whoever may; what a rule refuses does not.
fn happens(desk: &mut Desk, what: usize, pick: usize) {
    let nobody_alone = [NURSE, GARNIER, VIDAL, MOVED];
    let (who, item) = (nobody_alone[pick % 4], ItemId(1 + i64::try_from(pick % 5).unwrap()));
    let (stay, today) = (StayId(1), desk.now.day);
    // Of a point about the centre nothing is said of a patient.
    let point = desk.asks(GARNIER, crate::protocol::question::Thread(item));
    let words = if point.is_some_and(|point| point.item.patient.is_none()) { HOUSE } else { WORDS };
    let act: Act = match what {
        0 => ItemAct::Open(about_patient(Kind::Care), says()).into(),
        1 => ItemAct::Open(about_patient(Kind::Result), says()).into(),
        2 => {
            let house = NewItem { kind: Kind::Centre, patient: None, facts: ItemFacts::default() };
            ItemAct::Open(house, word(HOUSE, s(49))).into()
        }
        3 => ItemAct::Say(item, Verdict::Completed, NewWord { text: words.into(), ..says() }).into(),
        4 => {
            ItemAct::Say(item, Verdict::Closed, NewWord { text: words.into(), outcome: Some(Outcome::Done), ..says() })
                .into()
        }
        5 => ItemAct::Answer(item, Answer::Question, words.into()).into(),
        6 => ItemAct::Answer(item, Answer::Taken, words.into()).into(),
        7 => ItemAct::Step(item, NewStep { kind: StepKind::Received, next: None, words: words.into() }, None).into(),
        8 => {
            let mut right = patient();
            right.file = format!("{FILE}B");
            ItemAct::Move(item, right).into()
        }
        9 => HandoverAct::Note(stay, NoteKind::Week, WORDS.into()).into(),
        10 => HandoverAct::Note(stay, NoteKind::Oral, WORDS.into()).into(),
        11 => HandoverAct::Note(stay, NoteKind::Next, WORDS.into()).into(),
        12 => {
            HandoverAct::Sign { stay, name: "Q".into(), nothing_to_report: pick.is_multiple_of(2), as_is: false }.into()
        }
        13 => HandoverAct::Reopen { stay, reason: WORDS.into() }.into(),
        14 => {
            let item = (pick.is_multiple_of(2)).then(|| (about_patient(Kind::Care), says()));
            HandoverAct::Addendum { stay, text: WORDS.into(), item }.into()
        }
        15 => HandoverAct::Dismiss(stay, patient()).into(),
        16 => AgendaAct::Add(entry(today), OnClash::Keep).into(),
        17 => {
            let marks = vec![Mark { patient: patient(), text: WORDS.into() }];
            AgendaAct::Close { stay, day: today, counts: DayCounts::default(), marks, corrects: None }.into()
        }
        18 => PlaceAct::AddContact(NewContact {
            kind: ContactKind::Tests,
            name: PLACE.into(),
            phone: "15".into(),
            note: PLACE.into(),
            ..NewContact::default()
        })
        .into(),
        19 => PlaceAct::AddPage(NewPage { chapter: Chapter::Life, title: PLACE.into(), text: PLACE.into() }).into(),
        20 => PlaceAct::Call { contact: ContactId(1), answered: pick.is_multiple_of(2) }.into(),
        21 => record::SNIPPET.put([("code", format!("c{pick}").as_str().into()), ("text", SHELF.into())]),
        22 => StayAct::NoteWithdrawal(StayId(3), Withdrawal::told(today, ROTA)).into(),
        23 => SequelAct::Want(item).into(),
        24 => {
            let raw = Raw::from([("text".to_owned(), WORDS.to_owned()), ("file".to_owned(), FILE.to_owned())]);
            let key = if pick.is_multiple_of(2) { "item/new" } else { "note/1/week" };
            desk.store.save_draft(&Draft { key: key.into(), raw, at: desk.now.at }, Who::is(who));
            return;
        }
        25 => of_the_collective(pick),
        26 => of_the_preparation(pick),
        27 => around_the_relay(pick, today),
        _ => {
            desk.store.undo(Who::is(who), desk.now);
            return;
        }
    };
    // Whose word it is decides the rule: each tries.
    for who in [who, VIDAL, GARNIER] {
        if matches!(desk.try_act(who, act.clone()), crate::protocol::Reply::Saved { .. }) {
            return;
        }
    }
}

/// Something that is noted of a volunteer, in turn.
fn of_the_collective(pick: usize) -> Act {
    let person = ("person", VIDAL.into());
    match pick % 5 {
        0 => {
            let known = Volunteer { wishes: COLLECTIVE.into(), notes: COLLECTIVE.into(), ..Volunteer::default() };
            Act::Record(RecordAct::Put(&record::VOLUNTEER, None, known.values(VIDAL)))
        }
        1 => record::AVAILABILITY.put([
            person,
            ("from_day", s(50).monday().into()),
            ("to_day", s(50).sunday().into()),
            ("answer", record::Value::choice("Yes")),
            ("note", COLLECTIVE.into()),
        ]),
        2 => {
            let asked = Solicitation { note: COLLECTIVE.into(), ..Solicitation::to_ask(VIDAL, POST, s(50)) };
            Act::Record(RecordAct::Put(&record::SOLICITATION, None, asked.values()))
        }
        3 => record::LEAVING_WORD.put([person, ("wishes", COLLECTIVE.into()), ("may_call", true.into())]),
        _ => record::MESSAGE_TEXT.put([
            ("title", COLLECTIVE.into()),
            ("subject", COLLECTIVE.into()),
            ("body", COLLECTIVE.into()),
        ]),
    }
}

/// Something that goes on around the relay, in turn: of a waiting list the file, of a follow-up what was said too.
fn around_the_relay(pick: usize, today: Day) -> Act {
    let nurse = ("owner", record::FollowedBy::Nurse.value());
    let patient = ("patient", format!("{FILE} K.Q. 1948").into());
    match pick % 6 {
        0 => record::WAITING.put([patient, ("asked_on", today.into()), ("call_on", today.into()), nurse]),
        1 => record::CARE_PROTOCOL.put([("name", format!("protocole {pick}").into()), ("months", 3.into())]),
        2 => record::FOLLOW_UP.put([
            patient,
            ("protocol", record::Value::Number(1)),
            ("next_month", today.plus(-200).month_start().into()),
            ("waits_for", WORDS.into()),
            nurse,
        ]),
        3 => record::ATTEMPT.put([
            ("follow_up", record::Value::Number(1)),
            ("outcome", record::AttemptOutcome::Seen.value()),
            ("on_day", today.into()),
            ("words", WORDS.into()),
        ]),
        4 => record::CONCERTATION.put([
            patient,
            ("question", WORDS.into()),
            ("week", today.week().into()),
            ("asked_by", NURSE.into()),
            ("asked_on", today.into()),
        ]),
        _ => record::REQUEST.put([
            ("on_day", today.into()),
            ("minute", 510.into()),
            patient,
            ("offered", record::Offered::Refused.value()),
            ("why", PLAN.into()),
        ]),
    }
}

/// Something that is noted of a stay of Dr Vidal, in turn.
fn of_the_preparation(pick: usize) -> Act {
    let stay = ("stay", record::Value::Number(3));
    match pick % 7 {
        0 => record::TASK.put([
            stay,
            ("doctor", VIDAL.into()),
            ("what", PREPARED.into()),
            ("anchor", record::Anchor::Arrival.value()),
            ("days", record::Value::Number(-7)),
            ("owner", record::Value::choice("Coordination")),
            ("state", record::TaskState::ToDo.value()),
            ("made_on", s(48).monday().into()),
        ]),
        1 => record::TRAVEL.put([stay, ("diet", PREPARED.into()), ("who_comes", PREPARED.into())]),
        2 => record::ASSET.put([
            ("name", format!("{PREPARED} {pick}").as_str().into()),
            ("kind", record::AssetKind::Vehicle.value()),
            ("note", PREPARED.into()),
        ]),
        3 => record::BOOKING.put([
            ("asset", record::Value::Number(1)),
            stay,
            ("from_day", s(50).monday().into()),
            ("from_minute", 480.into()),
            ("to_day", s(50).sunday().into()),
            ("to_minute", 480.into()),
            ("places", 1.into()),
            ("note", PREPARED.into()),
        ]),
        4 => record::STAY_COST.put([stay, ("pay", 1_000.into()), ("note", COLLECTIVE.into())]),
        5 => record::PAPER_KIND.put([
            ("name", format!("pièce {pick}").as_str().into()),
            ("belongs", record::Belongs::Doctor.value()),
            ("weight", record::PaperWeight::Needed.value()),
        ]),
        _ => record::PAPER.put([
            ("kind", record::Value::Number(1)),
            ("person", VIDAL.into()),
            ("asked_on", s(48).monday().into()),
            ("note", COLLECTIVE.into()),
        ]),
    }
}

fn entry(day: Day) -> NewEntry {
    NewEntry {
        kind: EntryKind::Consultation,
        post: Some(POST),
        day,
        to: day,
        start: Some(9 * 60),
        minutes: 20,
        patient: Some(patient()),
        title: AGENDA.into(),
        place: AGENDA.into(),
        item: None,
    }
}

/// Every question there is, of everything there is.
fn questions(reader: PersonId, desk: &Desk) -> Vec<Query> {
    let today = desk.now.day;
    let period = Period { from: today.plus(-30), to: today };
    let mut all = vec![
        Query::Frame,
        Query::FrameSince(Day(i32::MIN)),
        Query::Noted,
        Query::Directory,
        Query::Booklet,
        Query::History,
        Query::Drafts,
        Query::LeftDrafts,
        Query::Accounts,
        Query::AccountEvents,
        Query::Sequels,
        Query::Differences(2026),
        Query::Collective,
        Query::ToTell,
        Query::Prepared,
        Query::Lent(period),
        Query::Asset(1),
        Query::Patient(FILE.into()),
        Query::Briefing(Reader::Team(reader)),
        Query::Briefing(Reader::Team(GARNIER)),
        Query::Statistics { period, before: None, post: Some(POST) },
    ];
    all.extend((46..52).map(|week| Query::Week(s(week))));
    all.extend(record::ALL.map(Query::Records));
    all.extend(crate::domain::care::CareList::ALL.map(Query::Care));
    for id in 1..=12 {
        all.extend([Query::Thread(ItemId(id)), Query::Entry(EntryId(id)), Query::Versions(PageId(id))]);
    }
    for stay in 1..=3 {
        let stay = StayId(stay);
        all.extend([
            Query::Briefing(Reader::Stay(stay)),
            Query::Transmission(stay),
            Query::Hanging(stay),
            Query::StayFile(stay),
        ]);
    }
    for text in ["", WORDS, FILE, PLAN, HOUSE, PLACE, AGENDA, SHELF, ROTA, COLLECTIVE, "KQ", "1"] {
        all.extend([Query::Search(text.into()), Query::Find(text.into())]);
    }
    all
}

/// What of a page somebody could read; what was looked for stands in a search for who looked for it.
fn shown(page: &Page) -> String {
    match page {
        Page::Find(page) => format!("{} {:?}", page.count, page.found),
        page => format!("{page:?}"),
    }
}

/// The first thing on a page that is not its reader's.
fn leak(desk: &Desk) -> Option<String> {
    leaks(desk, &READERS).into_iter().next()
}

fn leaks(desk: &Desk, readers: &[(PersonId, &[&str])]) -> Vec<String> {
    let mut found = Vec::new();
    for (reader, kept) in readers {
        for query in questions(*reader, desk) {
            let page = desk.store.page(&query, Who::is(*reader), desk.now).unwrap();
            let shown = shown(&page);
            let mut tell = |what: &str| found.push(format!("{reader:?} reads «{what}» by {query:?}: {shown}"));
            for canary in *kept {
                if shown.contains(canary) {
                    tell(canary);
                }
            }
            // Who a patient is, is never printed: there must be none at all.
            if kept.contains(&FILE) {
                if shown.contains("PatientRef(") {
                    tell("PatientRef");
                }
                match &page {
                    Page::Patient(page) if **page != PatientPage::default() => tell("PatientPage"),
                    // Nor does the number of what was found tell.
                    Page::Find(page) if **page != FindPage::default() => tell("FindPage"),
                    Page::Search(found) if !found.is_empty() => tell("Search"),
                    _ => {}
                }
            }
            // Looked for by what was said, nothing is found, and nothing counted.
            if let (Page::Find(page), Query::Find(text)) = (&page, &query)
                && text == WORDS
                && kept.contains(&WORDS)
                && page.count > 0
            {
                tell("count");
            }
            if let (Page::Search(points), Query::Search(text)) = (&page, &query)
                && text == WORDS
                && kept.contains(&WORDS)
                && !points.is_empty()
            {
                tell("search");
            }
        }
    }
    found
}

/// Plays a history; then somebody changes their role.
fn played(moves: &[(usize, usize)]) -> Desk {
    let mut desk = centre();
    for (what, pick) in moves {
        happens(&mut desk, *what, *pick);
    }
    desk.act(GARNIER, PeopleAct::Edit(MOVED, someone("Anne", "Blanc", Role::HeadOffice)));
    desk
}

/// Everything happens, in its order, by each hand.
fn everything() -> Vec<(usize, usize)> {
    (0..KINDS - 1).flat_map(|what| (0..5).map(move |pick| (what, pick))).collect()
}

fn trials() -> u32 {
    if std::env::var("RELEVE_TRIALS").is_ok_and(|t| t == "full") { 300 } else { 8 }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: trials(), ..ProptestConfig::default() })]

    #[test]
    fn no_page_holds_what_its_reader_may_not_read(
        moves in proptest::collection::vec((0..KINDS, 0..8_usize), 0..40)
    ) {
        let found = leak(&played(&moves));
        prop_assert!(found.is_none(), "{}", found.unwrap_or_default());
    }
}

#[test]
fn nor_when_everything_has_happened() {
    let desk = played(&everything());
    assert_eq!(leak(&desk), None);
    // Those whose it is do read it, and so does the front desk what is to be done, when, and for which file.
    let reads = |who, query: &Query| shown(&desk.store.page(query, Who::is(who), desk.now).unwrap());
    let thread = Query::Thread(ItemId(1));
    for who in [GARNIER, NURSE, VIDAL] {
        assert!(reads(who, &thread).contains(WORDS), "{who:?}");
    }
    let point = reads(ASSISTANT, &thread);
    assert!(point.contains(PLAN) && point.contains("PatientRef") && point.contains("ald: false"), "{point}");
    assert!(reads(ASSISTANT, &Query::Find(FILE.into())).contains(PLAN));
    assert!(reads(ASSISTANT, &Query::Find(HOUSE.into())).contains(HOUSE));
    assert!(!desk.asks(ASSISTANT, crate::protocol::question::Search(FILE.into())).is_empty());
    assert!(reads(HEAD_OFFICE, &Query::Frame).contains(DOCTOR));
    assert!(reads(HEAD_OFFICE, &Query::History).contains("store-said-stay-added"));
    assert!(!reads(FIGURES_ONLY, &Query::History).contains("store-said"));
}

/// The control: with the filter off, what is kept from each of them is on their pages.
#[test]
fn without_the_filter_every_canary_is_found() {
    let desk = played(&everything());
    for (reader, kept) in READERS {
        let found = without_filter(|| leaks(&desk, &[(reader, kept)]));
        for canary in kept {
            assert!(found.iter().any(|leak| leak.contains(&format!("«{canary}»"))), "{reader:?}: {canary}");
        }
    }
}

/// One's own words one reads, whoever else may not.
#[test]
fn what_one_has_written_oneself_one_reads() {
    let mut desk = centre();
    let to = Addressee::Role(Role::Nurse);
    desk.act(ASSISTANT, ItemAct::Open(about_patient(Kind::Care), NewWord { to, ..says() }));
    desk.act(NURSE, ItemAct::Say(ItemId(1), Verdict::Completed, NewWord { to, ..word("poivre", s(49)) }));
    let thread = desk.asks(ASSISTANT, crate::protocol::question::Thread(ItemId(1))).unwrap();
    let texts: Vec<&str> = thread.relays.iter().map(|relay| relay.text.as_str()).collect();
    assert_eq!(texts, [WORDS, "…"]);
}
