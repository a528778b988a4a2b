use super::*;
use crate::domain::fixture::{CLAIRE, NADIA, monday, receipt, rota, sign, stay, take_over, thread, week, word};
use crate::domain::{Addressee, Answer, PostId, Stamp, Step, StepId, StepKind, Verdict};

/// S40 of doctor 1, S41 of doctor 2, on the first post; S40 signed on Friday at 18 h.
fn signed() -> Rota {
    let mut rota = rota(2, vec![stay(40, 1, 1, 40), stay(41, 1, 2, 41)]);
    sign(&mut rota, 40, at(40, 4, 18));
    rota
}

fn at(number: i32, day: i32, hour: u16) -> Stamp {
    Stamp::at(monday(number).plus(day), hour * 60)
}

fn next() -> Addressee {
    Addressee::Post(PostId(1), week(41))
}

/// A point of the doctor of S40, of that gravity.
fn carried(id: i64, gravity: Gravity) -> Thread {
    let mut first = word(id, Some(40), PersonId(1), at(40, 2, 10), Verdict::Opened, next());
    first.gravity = gravity;
    thread(id, vec![first])
}

/// A word of the coordination on Saturday.
fn on_saturday(thread: &mut Thread) {
    let gravity = thread.head().gravity;
    let mut said = word(thread.item.id.0, None, CLAIRE, at(40, 5, 11), Verdict::Completed, next());
    said.gravity = gravity;
    thread.relays.push(said);
}

fn order(briefing: &Briefing) -> Vec<(i64, Section)> {
    briefing.entries.iter().map(|e| (e.thread.item.id.0, e.section)).collect()
}

fn read(threads: &[Thread], rota: &Rota, now: Now) -> Briefing {
    briefing(Reader::Stay(StayId(41)), threads, rota, now)
}

#[test]
fn what_the_weekend_brought_comes_first_in_the_order_of_urgency() {
    let mut rota = signed();
    let mut threads: Vec<Thread> =
        [(1, Gravity::Routine), (2, Gravity::Watch), (3, Gravity::Urgent), (4, Gravity::Urgent), (5, Gravity::Routine)]
            .map(|(id, gravity)| carried(id, gravity))
            .into();
    on_saturday(&mut threads[3]);
    on_saturday(&mut threads[4]);
    // Written by the team since, and by the doctor who left, in an addendum.
    threads.push(thread(6, vec![word(6, None, CLAIRE, at(40, 6, 9), Verdict::Opened, next())]));
    threads.push(thread(7, vec![word(7, None, PersonId(1), at(40, 4, 19), Verdict::Opened, next())]));
    let now = Now::on(monday(41), 8, 0);
    let brief = read(&threads, &rota, now);
    let sections = [Section::Urgent, Section::New, Section::ToDo, Section::Later];
    let [urgent, new, to_do, later] = sections;
    let expected = [(4, urgent), (3, urgent), (5, new), (6, new), (7, new), (2, to_do), (1, later)];
    assert_eq!(order(&brief), expected);
    let news = |id: i64| brief.entries.iter().find(|e| e.thread.item.id.0 == id).unwrap().news;
    let told = News { what: What::Added, author: CLAIRE, at: at(40, 5, 11), since: at(40, 4, 18) };
    assert_eq!(news(4), Some(told));
    assert_eq!(news(6).map(|n| n.what), Some(What::Opened));
    assert_eq!(news(7).map(|n| n.author), Some(PersonId(1)));
    assert_eq!(news(3), None);

    // Taken over: what was answered is no news any more, nor is what is said from then on.
    threads[4].receipts.push(receipt(5, Some(41), PersonId(2), at(41, 0, 9), Answer::Taken));
    take_over(&mut rota, 41, at(41, 0, 10));
    threads[0].relays.push(word(1, None, CLAIRE, at(41, 1, 9), Verdict::Completed, next()));
    let after = read(&threads, &rota, Now::on(monday(41).plus(1), 10, 0));
    let new: Vec<i64> = after.entries.iter().filter(|e| e.news.is_some()).map(|e| e.thread.item.id.0).collect();
    assert_eq!(new, [4, 6, 7]);
}

#[test]
fn what_happened_on_the_way_since_the_signature_is_new_too() {
    let rota = signed();
    let mut threads = vec![carried(1, Gravity::Routine), carried(2, Gravity::Routine)];
    let step = |item: i64, at| Step {
        id: StepId(item),
        item: ItemId(item),
        round: 0,
        stay: None,
        author: CLAIRE,
        entered_by: None,
        at,
        kind: StepKind::Reached,
        next: None,
        words: String::new(),
    };
    threads[0].steps.push(step(1, at(40, 4, 10)));
    threads[1].steps.push(step(2, at(40, 5, 10)));
    let brief = read(&threads, &rota, Now::on(monday(41), 8, 0));
    assert_eq!(order(&brief), [(2, Section::New), (1, Section::Later)]);
    assert_eq!(brief.entries[0].news.map(|n| n.what), Some(What::Step));
}

#[test]
fn without_a_signature_it_is_new_from_the_evening_it_was_due() {
    let mut rota = signed();
    rota.handovers.clear();
    let mut threads = vec![carried(1, Gravity::Routine), carried(2, Gravity::Routine)];
    on_saturday(&mut threads[1]);
    threads[0].relays.push(word(1, None, CLAIRE, at(40, 5, 9), Verdict::Completed, next()));
    // Saturday is worked here, so that Saturday is the day it was due.
    let brief = read(&threads, &rota, Now::on(monday(41), 8, 0));
    assert!(brief.entries.iter().all(|e| e.news.is_none()));
    threads[0].relays.push(word(1, None, CLAIRE, at(40, 6, 9), Verdict::Completed, next()));
    let brief = read(&threads, &rota, Now::on(monday(41), 8, 0));
    assert_eq!(order(&brief), [(1, Section::New), (2, Section::Later)]);
}

#[test]
fn the_reply_to_a_question_comes_first_to_who_asked_and_to_nobody_else() {
    let mut rota = signed();
    take_over(&mut rota, 41, at(41, 0, 9));
    let mut threads = vec![carried(1, Gravity::Watch), carried(2, Gravity::Routine)];
    threads[1].receipts.push(receipt(2, Some(41), PersonId(2), at(41, 0, 10), Answer::Question));
    let now = Now::on(monday(41).plus(1), 8, 0);
    assert_eq!(order(&read(&threads, &rota, now)), [(1, Section::ToDo), (2, Section::Later)]);
    threads[1].relays.push(word(2, None, CLAIRE, at(41, 0, 15), Verdict::Answered, next()));
    let brief = read(&threads, &rota, now);
    assert_eq!(order(&brief), [(2, Section::New), (1, Section::ToDo)]);
    assert_eq!(brief.entries[0].news.map(|n| n.what), Some(What::Reply));
    assert!(brief.entries[0].waits());
    // Once taken it is read.
    threads[1].receipts.push(receipt(2, Some(41), PersonId(2), at(41, 1, 7), Answer::Taken));
    assert!(read(&threads, &rota, now).entries.iter().all(|e| e.news.is_none()));
}

/// Doctor 1 on post 1 and doctor 5 on post 2, both in S40.
fn two() -> Rota {
    rota(2, vec![stay(40, 1, 1, 40), stay(42, 2, 5, 40)])
}

fn found(threads: &[Thread], rota: &Rota, id: i64, now: Now) -> Vec<Entry> {
    briefing(Reader::Stay(StayId(id)), threads, rota, now).entries
}

#[test]
fn a_point_handed_to_the_other_post_in_the_week_is_there_at_once_and_theirs_once_taken() {
    let rota = two();
    let now = Now::on(monday(40).plus(2), 12, 0);
    let here = |post| Addressee::Post(PostId(post), week(40));
    for to in [here(2), Addressee::Person(PersonId(5))] {
        let mut thread = thread(1, vec![word(1, Some(40), PersonId(1), at(40, 2, 10), Verdict::Opened, to)]);
        let of = |thread: &Thread, id| found(std::slice::from_ref(thread), &rota, id, now);
        assert_eq!(of(&thread, 42).len(), 1, "{to:?}");
        let both = |thread: &Thread| [40, 42].map(|id| of(thread, id)[0].clone());
        // It is on the list of both, and one of them answers.
        assert_eq!(both(&thread).map(|e| e.section), [Section::Relays; 2]);
        assert_eq!(both(&thread).map(|e| e.waits()), [false, true]);
        assert_eq!(both(&thread).map(|e| e.aside), [Some(Aside::Relayed(StayId(42))), None]);
        // Until then the one who wrote it has it in hand.
        assert_eq!(holder(&thread, &rota, now), Holder::Person(PersonId(1)));
        thread.receipts.push(receipt(1, Some(42), PersonId(5), at(40, 2, 11), Answer::Taken));
        assert_eq!(holder(&thread, &rota, now), Holder::Person(PersonId(5)));
        assert_eq!(both(&thread).map(|e| (e.section, e.waits())), [(Section::Relays, false); 2]);

        // A question goes to the colleague who wrote, and the answer takes nothing out of the asker's hands.
        thread.receipts.push(receipt(1, Some(42), PersonId(5), at(40, 2, 11), Answer::Question));
        let asked = of(&thread, 40).pop().unwrap();
        assert_eq!(asked.section, Section::ToUnblock);
        assert!(asked.waits() && asked.is_asked());
        thread.relays.push(word(1, Some(40), PersonId(1), at(40, 2, 12), Verdict::Answered, to));
        assert_eq!(holder(&thread, &rota, now), Holder::Person(PersonId(5)));
        assert_eq!(both(&thread).map(|e| (e.section, e.waits())), [(Section::Relays, false), (Section::Relays, true)]);
        assert_eq!(of(&thread, 42)[0].news.map(|n| n.what), Some(What::Reply));
    }
    // To the same post it stays with who wrote it.
    let own = thread(2, vec![word(2, Some(40), PersonId(1), at(40, 2, 10), Verdict::Opened, here(1))]);
    assert!(found(&[own], &rota, 42, now).is_empty());
}

#[test]
fn what_is_seen_otherwise_is_the_coordinations_and_a_pioneers_to_know_until_it_is_settled() {
    let mut rota = two();
    let now = Now::on(monday(40).plus(2), 12, 0);
    let here = Addressee::Post(PostId(1), week(40));
    let mut point = thread(1, vec![word(1, None, CLAIRE, at(40, 0, 10), Verdict::Opened, here)]);
    point.relays.push(word(1, Some(40), PersonId(1), at(40, 1, 10), Verdict::Differs, here));
    let found = |point: &Thread, rota: &Rota, reader| briefing(reader, std::slice::from_ref(point), rota, now).entries;
    let readers = [Reader::Team(CLAIRE), Reader::Stay(StayId(42)), Reader::Team(NADIA)];
    let of = |point: &Thread, rota: &Rota| {
        readers.map(|reader| found(point, rota, reader).first().map(|e| (e.section, e.aside, e.waits())))
    };
    let seen = Some((Section::Differences, Some(Aside::Difference), false));
    assert_eq!(of(&point, &rota), [seen, None, None]);
    rota.people.0.get_mut(&PersonId(5)).unwrap().doctor.pioneer = true;
    assert_eq!(of(&point, &rota), [seen, seen, None]);
    // Whose point it is has it where it presses.
    assert_eq!(found(&point, &rota, Reader::Stay(StayId(40)))[0].aside, None);
    point.relays.push(word(1, None, CLAIRE, at(40, 2, 10), Verdict::Settled, here));
    assert_eq!(of(&point, &rota), [None; 3]);
}

#[test]
fn a_point_about_the_centre_is_read_by_both_doctors_and_answered_by_one() {
    let rota = two();
    let now = Now::on(monday(40).plus(2), 12, 0);
    let to = Addressee::Post(PostId(1), week(40));
    let mut threads = vec![
        thread(1, vec![word(1, None, CLAIRE, at(40, 0, 10), Verdict::Opened, to)]),
        thread(2, vec![word(2, None, CLAIRE, at(40, 0, 11), Verdict::Opened, to)]),
    ];
    threads[0].item.kind = Kind::Centre;
    let beside = briefing(Reader::Stay(StayId(42)), &threads, &rota, now);
    assert_eq!(beside.entries.len(), 1, "the patient's point is the first post's only");
    assert_eq!(beside.entries[0].aside, Some(Aside::Common(StayId(40))));
    assert!(!beside.entries[0].waits());
    assert_eq!((beside.expected(), beside.answered()), (0, 0));
    let own = briefing(Reader::Stay(StayId(40)), &threads, &rota, now);
    assert_eq!((own.expected(), own.waiting().count()), (2, 2));
    // One holder, whoever reads it.
    threads[0].receipts.push(receipt(1, Some(40), PersonId(1), at(40, 2, 11), Answer::Taken));
    assert_eq!(found(&threads, &rota, 42, now)[0].holder, Holder::Person(PersonId(1)));
    // What a doctor wrote about the centre is no common point to themselves.
    threads[0].relays.push(word(1, Some(42), PersonId(5), at(40, 2, 11), Verdict::Completed, to));
    assert!(found(&threads, &rota, 42, now).iter().all(|e| e.aside.is_none()));
}

#[test]
fn who_sends_a_point_back_has_it_no_more_even_when_it_bears_their_name() {
    let rota = two();
    let now = Now::on(monday(40).plus(2), 12, 0);
    let to = Addressee::Person(PersonId(1));
    let mut thread = thread(1, vec![word(1, None, CLAIRE, at(40, 0, 10), Verdict::Opened, to)]);
    assert_eq!(holder(&thread, &rota, now), Holder::Person(PersonId(1)));
    thread.receipts.push(receipt(1, Some(40), PersonId(1), at(40, 2, 11), Answer::Returned));
    assert_eq!(holder(&thread, &rota, now), Holder::COORDINATION);
    assert!(is_teams(&thread, CLAIRE, &rota, now));
    assert_eq!(why_held(&thread, &rota, now).unwrap().id, "held-returned");
}

#[test]
fn a_returning_doctor_learns_what_became_of_their_own_points() {
    let mut rota = rota(1, vec![stay(20, 1, 1, 20), stay(21, 1, 2, 21), stay(41, 1, 1, 41)]);
    sign(&mut rota, 20, at(20, 4, 18));
    let to = Addressee::Post(PostId(1), week(21));
    let mine = |id, verdict| word(id, Some(20), PersonId(1), at(20, 3, 10), verdict, to);
    let closed = |id, at| {
        let mut word = word(id, Some(21), PersonId(2), at, Verdict::Closed, to);
        word.outcome = Some(crate::domain::Outcome::Improved);
        word
    };
    let mut by_me = mine(4, Verdict::Closed);
    by_me.outcome = Some(crate::domain::Outcome::Done);
    let threads = vec![
        thread(1, vec![mine(1, Verdict::Opened), closed(1, at(21, 1, 10))]),
        thread(2, vec![mine(2, Verdict::Opened)]),
        // Closed by the doctor themselves; of another; closed later than the first.
        thread(4, vec![by_me]),
        thread(5, vec![word(5, Some(21), PersonId(2), at(21, 1, 9), Verdict::Opened, to)]),
        thread(
            6,
            vec![
                word(6, None, CLAIRE, at(20, 0, 9), Verdict::Opened, to),
                mine(6, Verdict::Completed),
                closed(6, at(21, 3, 10)),
            ],
        ),
    ];
    let now = Now::on(monday(41), 8, 0);
    let since = since_last_stay(rota.stay(StayId(41)).unwrap(), &threads, &rota, now).unwrap();
    assert_eq!((since.stay.id, since.left), (StayId(20), at(20, 4, 18)));
    let told: Vec<_> =
        since.points.iter().map(|b| (b.thread.item.id.0, b.holder, since.said_since(b).count())).collect();
    assert_eq!(told, [(2, Some(Holder::COORDINATION), 0), (6, None, 1), (1, None, 1)]);
    // A first stay has nothing behind it.
    assert!(since_last_stay(rota.stay(StayId(21)).unwrap(), &threads, &rota, now).is_none());
}

#[test]
fn a_short_stay_shows_three_points_in_full_and_never_folds_an_urgent_one() {
    let of = |days: i32, urgent: usize, due: usize, later: usize| {
        let mut rota = signed();
        rota.stays.edit(|stays| stays[1].to = stays[1].from.plus(days - 1));
        let gravities = [(urgent, Gravity::Urgent), (due, Gravity::Watch), (later, Gravity::Routine)];
        let all = gravities.into_iter().flat_map(|(count, gravity)| std::iter::repeat_n(gravity, count));
        let threads: Vec<Thread> = (1..).zip(all).map(|(id, gravity)| carried(id, gravity)).collect();
        read(&threads, &rota, Now::on(monday(41), 8, 0)).on_one_screen()
    };
    assert_eq!(of(2, 1, 4, 9), Some(3));
    assert_eq!(of(1, 5, 1, 1), Some(5));
    assert_eq!(of(1, 1, 1, 4), Some(2), "what is for later is folded");
    assert_eq!(of(2, 1, 1, 0), None, "nothing to fold");
    assert_eq!(of(3, 1, 4, 9), None);
}
