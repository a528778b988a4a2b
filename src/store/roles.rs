//! The roles at the door: a doctor's own post, the collective of the head office, and who is written to.

use super::rights::{ASSISTANT, HEAD_OFFICE, NURSE, VIDAL, ajain_of_all};
use super::testing::{Desk, GARNIER, POST, about, s, someone, word};
use crate::domain::act::{
    Act, AgendaAct, CentreAct, HandoverAct, ItemAct, NewContact, NewStay, NewWord, PeopleAct, PlaceAct, StayAct,
};
use crate::domain::agenda::{NewEntry, OnClash};
use crate::domain::agenda_import::AgendaLine;
use crate::domain::{
    Addressee, ContactId, DayCounts, EntryId, EntryKind, HalfDay, HalfDayKind, NoteKind, Pattern, PersonId, PostId,
    Role, StayId, StayState, Who,
};
use crate::protocol::{Reply, Write, question};

const TWO: PostId = PostId(2);

/// Two posts in S48: Dr Vidal (stay 1) on the first, Dr Roche (stay 3) on the second.
fn two_posts() -> (Desk, PersonId) {
    let mut desk = ajain_of_all();
    desk.act(GARNIER, CentreAct::AddPost("Poste 2".into(), Pattern::Programmed));
    let roche = desk.doctor("Roche");
    let (from, to) = (s(48).monday(), s(48).monday().plus(5));
    let stay = NewStay::plain(TWO, roche, from, to, StayState::Confirmed);
    desk.act(GARNIER, StayAct::Add(stay));
    (desk, roche)
}

fn entry(post: Option<PostId>, start: u16) -> NewEntry {
    let day = s(48).monday().plus(4);
    NewEntry {
        kind: EntryKind::Other,
        post,
        day,
        to: day,
        start: Some(start),
        minutes: 20,
        patient: None,
        title: "réunion".into(),
        place: String::new(),
        item: None,
    }
}

fn add(post: Option<PostId>, start: u16) -> AgendaAct {
    AgendaAct::Add(entry(post, start), OnClash::Keep)
}

#[test]
fn a_doctor_writes_the_agenda_and_closes_the_days_of_their_own_post() {
    let (mut desk, roche) = two_posts();
    desk.act(VIDAL, add(Some(POST), 540));
    desk.act(VIDAL, add(None, 600));
    desk.act(roche, add(Some(TWO), 540));
    let (own, theirs) = (EntryId(1), EntryId(3));
    let close = |stay| AgendaAct::Close {
        stay: StayId(stay),
        day: desk.now.day,
        counts: DayCounts::default(),
        marks: Vec::new(),
        corrects: None,
    };
    let (close_own, close_theirs) = (close(1), close(3));
    let half = |post| AgendaAct::HalfDays(vec![(post, s(48).monday(), HalfDay::Morning)], HalfDayKind::Rest);
    let import = |post| Act::ImportAgenda(vec![AgendaLine { uid: "a".into(), what: Some(entry(Some(post), 660)) }]);
    let refused: Vec<Act> = vec![
        add(Some(TWO), 600).into(),
        AgendaAct::Edit(own, entry(Some(TWO), 620), OnClash::Keep).into(),
        AgendaAct::Edit(theirs, entry(Some(POST), 620), OnClash::Keep).into(),
        AgendaAct::Remove(theirs).into(),
        half(TWO).into(),
        close_theirs.into(),
        import(TWO),
    ];
    for act in refused {
        let before = desk.dump();
        let reply = desk.try_act(VIDAL, act.clone());
        let Reply::Refused(msg) = reply else { panic!("{act:?}: {reply:?}") };
        // The sentence names who can.
        assert!(msg.id == "rights-own-post" && format!("{msg:?}").contains("C. Garnier"), "{act:?}: {msg:?}");
        assert_eq!(desk.dump(), before);
        // The control: it is nobody else's rule.
        assert!(matches!(desk.try_act(ASSISTANT, act.clone()), Reply::Saved { .. }), "{act:?}");
        assert!(matches!(desk.store.undo(Who::is(ASSISTANT), desk.now), Reply::Saved { .. }), "{act:?}");
    }
    for act in [half(POST).into(), close_own.into(), import(POST), AgendaAct::Remove(own).into()] {
        desk.act(VIDAL, act);
    }
}

#[test]
fn nor_by_undoing_what_was_done_on_another_post() {
    let (mut desk, roche) = two_posts();
    desk.act(roche, add(Some(TWO), 540));
    let change = desk.ask(question::History)[0].id;
    let before = desk.dump();
    let reply = desk.store.revert(change, Who::is(VIDAL), desk.now);
    assert!(matches!(&reply, Reply::Refused(msg) if msg.id == "rights-own-post"), "{reply:?}");
    assert_eq!(desk.dump(), before);
    assert!(matches!(desk.store.revert(change, Who::is(roche), desk.now), Reply::Saved { .. }));
}

#[test]
fn the_head_office_keeps_the_doctors_and_not_the_team() {
    let mut desk = ajain_of_all();
    desk.act(HEAD_OFFICE, PeopleAct::Add(someone("Paul", "Roche", Role::Doctor)));
    desk.act(HEAD_OFFICE, PeopleAct::Edit(VIDAL, someone("Hélène", "Vidal-Roche", Role::Doctor)));
    let before = desk.dump();
    for act in [
        PeopleAct::Add(someone("Paul", "Blanc", Role::Nurse)),
        PeopleAct::Edit(HEAD_OFFICE, someone("Agnès", "Delmas", Role::Coordination)),
        PeopleAct::Edit(NURSE, someone("Rose", "Nio-Blanc", Role::Nurse)),
        // A doctor that somebody of the team becomes is one of the team before.
        PeopleAct::Edit(NURSE, someone("Rose", "Nio", Role::Doctor)),
    ] {
        assert_eq!(desk.refused(HEAD_OFFICE, act.clone()), "rights-coordination", "{act:?}");
        assert_eq!(desk.dump(), before, "{act:?}");
    }
    desk.act(GARNIER, PeopleAct::Edit(NURSE, someone("Rose", "Nio-Blanc", Role::Nurse)));
    let change = desk.ask(question::History)[0].id;
    let reply = desk.store.revert(change, Who::is(HEAD_OFFICE), desk.now);
    assert!(matches!(&reply, Reply::Refused(msg) if msg.id == "rights-coordination"), "{reply:?}");
}

#[test]
fn every_role_is_kept_and_comes_back_by_undo() {
    let mut desk = Desk::new();
    for role in Role::STAFF {
        desk.act(GARNIER, PeopleAct::Add(someone("Anne", &format!("{role:?}"), role)));
    }
    let roles = |desk: &Desk| -> Vec<Role> {
        let people = desk.ask(question::Frame).rota.people;
        people.0.values().filter(|p| p.given == "Anne").map(|p| p.role).collect()
    };
    assert_eq!(roles(&desk), Role::STAFF);
    let person = PersonId(5);
    desk.act(GARNIER, PeopleAct::Edit(person, someone("Anne", "HeadOffice", Role::Nurse)));
    assert_eq!(roles(&desk)[3], Role::Nurse);
    assert!(matches!(desk.store.undo(Who::is(GARNIER), desk.now), Reply::Saved { .. }));
    assert_eq!(roles(&desk), Role::STAFF);
}

#[test]
fn nothing_is_addressed_to_whom_it_would_be_kept_from() {
    let mut desk = ajain_of_all();
    let to = |to| ItemAct::Open(about("1243"), NewWord { to, ..word("INR", s(49)) });
    assert_eq!(desk.refused(GARNIER, to(Addressee::Person(HEAD_OFFICE))), "store-not-addressed");
    assert_eq!(desk.refused(GARNIER, to(Addressee::Role(Role::HeadOffice))), "store-role-doctor");
    desk.act(GARNIER, to(Addressee::Person(NURSE)));
    // What was addressed to somebody who is no more of the team goes to the coordination.
    let followed = |desk: &Desk| desk.ask(question::Frame).followed;
    assert_eq!(followed(&desk).keys().copied().collect::<Vec<_>>(), [crate::domain::Holder::Person(NURSE)]);
    desk.act(GARNIER, PeopleAct::Edit(NURSE, someone("Rose", "Nio", Role::HeadOffice)));
    let coordination = crate::domain::Holder::Role(Role::Coordination);
    assert_eq!(followed(&desk).keys().copied().collect::<Vec<_>>(), [coordination]);
}

#[test]
fn the_directory_is_written_by_two_and_made_sure_of_by_all_who_read_it() {
    let mut desk = ajain_of_all();
    let contact = |name: &str| NewContact { name: name.into(), phone: "15".into(), ..NewContact::default() };
    desk.act(NURSE, PlaceAct::AddContact(contact("Labo")));
    for who in [ASSISTANT, VIDAL] {
        let edit = PlaceAct::EditContact(ContactId(1), contact("Laboratoire"));
        assert_eq!(desk.refused(who, edit), "rights-nurse", "{who:?}");
        desk.act(who, PlaceAct::Call { contact: ContactId(1), answered: true });
        desk.now.day = desk.now.day.plus(1);
        desk.act(who, PlaceAct::CheckContact(ContactId(1)));
        assert!(matches!(desk.store.undo(Who::is(who), desk.now), Reply::Saved { .. }), "{who:?}");
    }
    assert_eq!(desk.refused(HEAD_OFFICE, PlaceAct::CheckContact(ContactId(1))), "rights-team");
}

#[test]
fn what_is_kept_from_somebody_is_not_written_over_by_them() {
    let mut desk = ajain_of_all();
    let item = desk.open(VIDAL, about("1243"), word("INR", s(49)));
    let theirs = desk.open(ASSISTANT, about("0377"), word("ordonnance", s(49)));
    let relay = |desk: &Desk, item| desk.thread(item).relays[0].id;
    let another = desk.open(VIDAL, about("7128"), word("TSH", s(49)));
    let (kept, own, before) = (relay(&desk, item), relay(&desk, theirs), relay(&desk, another));
    let for_vidal = Who { person: ASSISTANT, dictated_by: Some(VIDAL) };
    let act = |desk: &mut Desk, act: Act| desk.store.write(&Write::of(act), for_vidal, desk.now);
    let amend = |word_of| Act::from(ItemAct::Amend(word_of, word("…", s(49))));
    let note = |kind| Act::from(HandoverAct::Note(StayId(1), kind, "calme".into()));
    // The control: where everybody reads the words, a doctor dictates them.
    assert!(matches!(act(&mut desk, amend(before)), Reply::Saved { .. }));
    assert!(matches!(act(&mut desk, note(NoteKind::Week)), Reply::Saved { .. }));
    let mut settings = super::testing::ajain();
    settings.words_for_all = false;
    desk.act(GARNIER, CentreAct::Edit(settings));
    for refused in [amend(kept), note(NoteKind::Week), note(NoteKind::Next), note(NoteKind::Oral)] {
        let reply = act(&mut desk, refused.clone());
        assert!(matches!(&reply, Reply::Refused(msg) if msg.id == "rights-words"), "{refused:?}: {reply:?}");
    }
    assert!(matches!(act(&mut desk, note(NoteKind::Centre)), Reply::Saved { .. }));
    desk.act(ASSISTANT, ItemAct::Amend(own, word("ordonnance à refaire", s(49))));
}
