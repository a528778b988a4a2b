//! The fictional centre with two posts: what is addressed to a post, a role or a person arrives there.

use releve::back::{As, Town};
use releve::domain::act::{Act, HandoverAct, ItemAct, NewItem, NewWord};
use releve::domain::briefing::Reader;
use releve::domain::{Addressee, Gravity, HalfDay, Holder, IsoWeek, Kind, PatientRef, PostId, Role, Stay};
use releve::protocol::question;

use crate::harness::{Desk, Setting, at};

const COORDINATION: &str = "Pouget";
const ONE: PostId = PostId(1);
const TWO: PostId = PostId(2);

fn bellegarde(now: &str, who: As) -> Desk {
    Desk::fiction_in(Town::Bellegarde, now, who, Setting { size: (120, 40), ..Setting::default() })
}

fn week(number: u32) -> IsoWeek {
    IsoWeek::new(2026, number).unwrap()
}

/// The doctor on a post on the desk's day.
fn on_duty(desk: &mut Desk, post: PostId) -> Stay {
    let day = desk.now.day;
    desk.rota().on_duty(post, day).cloned().unwrap()
}

/// The file numbers in somebody's briefing.
fn briefing(desk: &mut Desk, reader: Reader) -> Vec<String> {
    let briefing = desk.ask(question::Briefing(reader));
    briefing.entries.iter().filter_map(|e| e.thread.item.patient.as_ref()).map(|p| p.file.clone()).collect()
}

fn member(desk: &mut Desk, role: Role) -> Reader {
    let (rota, day) = (desk.rota(), desk.now.day);
    Reader::Team(rota.people.in_role(role, day).next().unwrap().id)
}

/// A person writes a point about a file to somebody.
fn wrote(desk: &mut Desk, who: &str, file: &str, to: Addressee) {
    let patient = PatientRef { file: file.into(), initials: Some("T.O.".into()), birth_year: Some(1961) };
    let word = NewWord {
        text: "Résultat à donner au patient.".into(),
        plan: String::new(),
        gravity: Gravity::Routine,
        due: None,
        show_from: None,
        to,
        outcome: None,
        detail: releve::domain::Detail::default(),
    };
    let item = NewItem { kind: Kind::Care, patient: Some(patient), facts: releve::domain::ItemFacts::default() };
    desk.act(who, Act::Item(ItemAct::Open(item, word)));
}

/// The Menu's *changer de personne*.
#[track_caller]
fn becomes(desk: &mut Desk, name: &str) {
    desk.keys("0changer de<enter>").says(name).keys(name).keys("<enter>");
}

#[test]
fn on_monday_each_post_has_its_own_briefing() {
    let mut items = Vec::new();
    for who in [As::Doctor, As::Doctor2] {
        let mut desk = bellegarde("2026-11-30T08:00", who);
        let stay = on_duty(&mut desk, if who == As::Doctor { ONE } else { TWO });
        let name = desk.rota().people.short(stay.doctor);
        desk.says("centre fictif").keys("2").says(&format!("Bonjour {name}. S49")).says("Vous prenez la suite du Dr");
        let briefing = desk.ask(question::Briefing(Reader::Stay(stay.id)));
        let urgent = briefing.entries.iter().filter(|e| e.thread.head().gravity == Gravity::Urgent);
        assert_eq!(urgent.count(), 2);
        // What is about the centre is read by both; it is answered by one.
        let own = briefing.entries.iter().filter(|e| e.aside.is_none());
        items.push(own.map(|e| e.thread.item.id).collect::<Vec<_>>());
    }
    assert!(items.iter().all(|f| f.len() >= 4));
    assert!(items[0].iter().all(|f| !items[1].contains(f)), "{items:?}");
}

#[test]
fn on_friday_each_post_has_its_own_transmission() {
    let mut desk = bellegarde("2026-11-27T18:00", As::Doctor);
    let stays = [ONE, TWO].map(|post| on_duty(&mut desk, post));
    let list = |desk: &mut Desk, stay: &Stay| desk.ask(question::Transmission(stay.id)).unwrap();
    let [one, two] = [&stays[0], &stays[1]].map(|stay| list(&mut desk, stay));
    assert!(one.to_decide().count() >= 3 && two.to_decide().count() >= 3);
    assert!(one.lines.iter().all(|l| two.lines.iter().all(|o| o.thread.item.id != l.thread.item.id)));
    // By default a point goes on to the same post.
    let new = one.lines.iter().find(|l| l.thread.head().stay == Some(stays[0].id)).unwrap();
    assert!(matches!(new.thread.head().to, Addressee::Post(ONE, _) | Addressee::Role(_) | Addressee::Person(_)));
    // One signs, the other does not have to.
    let name = desk.rota().people.short(stays[1].doctor);
    let family = desk.rota().people.get(stays[1].doctor).unwrap().family.clone();
    let sign = HandoverAct::Sign { stay: stays[1].id, name, nothing_to_report: false, as_is: false };
    desk.later("2026-11-27T18:20").act(&family, Act::Handover(sign));
    let rota = desk.rota();
    assert!(rota.is_signed(stays[1].id) && !rota.is_signed(stays[0].id));
    let [one, two] = [&stays[0], &stays[1]].map(|stay| list(&mut desk, stay));
    assert_eq!(two.to_decide().count(), two.handover.signature.unwrap().undecided.len());
    assert!(one.handover.signature.is_none());
    let held = two.lines.iter().filter(|l| matches!(l.thread.head().to, Addressee::Post(..)) && l.thread.is_open());
    assert!(held.clone().count() > 0 && held.clone().all(|l| l.holder == Holder::COORDINATION));
}

#[test]
fn a_point_for_a_post_a_role_or_a_person_arrives_there_and_nowhere_else() {
    let mut desk = bellegarde("2026-11-25T10:00", As::Coordination);
    let stays = [ONE, TWO].map(|post| on_duty(&mut desk, post));
    let [nurse, assistant, coordination] =
        [Role::Nurse, Role::Assistant, Role::Coordination].map(|role| member(&mut desk, role));
    let readers = [Reader::Stay(stays[0].id), Reader::Stay(stays[1].id), nurse, assistant, coordination];
    let Reader::Team(claims) = assistant else { panic!() };
    for (file, to, reader) in [
        ("9901", Addressee::Post(ONE, week(48)), readers[0]),
        ("9902", Addressee::Post(TWO, week(48)), readers[1]),
        ("9903", Addressee::Person(stays[1].doctor), readers[1]),
        ("9904", Addressee::Role(Role::Nurse), nurse),
        ("9905", Addressee::Role(Role::Assistant), assistant),
        ("9906", Addressee::Person(claims), assistant),
        ("9907", Addressee::Role(Role::Coordination), coordination),
    ] {
        wrote(&mut desk, COORDINATION, file, to);
        for other in readers {
            // Until its doctor takes it, what is for a post is followed by the coordination too.
            if other != coordination || reader == coordination {
                assert_eq!(briefing(&mut desk, other).iter().any(|f| f == file), other == reader, "{file} {other:?}");
            }
        }
    }
    // The same people, at the desk.
    let rota = desk.rota();
    for (name, greeting) in [("Faucher", "Bonjour Corinne."), ("Besse", "Bonjour Aurélie.")] {
        becomes(&mut desk, name);
        desk.keys("2").says(greeting);
    }
    let doctor = rota.people.get(stays[1].doctor).unwrap();
    becomes(&mut desk, &doctor.family);
    desk.keys("2").says(&format!("Bonjour {}.", doctor.short()));
}

#[test]
fn the_coordination_holds_what_is_for_a_vacant_post_until_a_doctor_comes() {
    let mut desk = bellegarde("2026-11-25T10:00", As::Coordination);
    let rota = desk.rota();
    let vacant = (1..=4).map(|n| week(48).plus(n)).find(|week| {
        rota.in_week(TWO, *week).next().is_none() && rota.calendar.first_working(week.monday(), week.sunday()).is_some()
    });
    let vacant = vacant.unwrap();
    wrote(&mut desk, COORDINATION, "9911", Addressee::Post(TWO, vacant));
    desk.now = releve::domain::Now::on(vacant.monday(), 8, 0);
    let coordination = member(&mut desk, Role::Coordination);
    assert!(briefing(&mut desk, coordination).contains(&"9911".to_owned()));
    let one = on_duty(&mut desk, ONE);
    assert!(!briefing(&mut desk, Reader::Stay(one.id)).contains(&"9911".to_owned()));
    let next = rota.receiver(TWO, vacant, vacant.monday()).unwrap();
    assert!(next.from > vacant.sunday());
    desk.now = releve::domain::Now::on(next.from, 8, 0);
    assert!(briefing(&mut desk, Reader::Stay(next.id)).contains(&"9911".to_owned()));
}

#[test]
fn everybody_can_be_asked_for_and_is_who_they_are() {
    for (who, said) in [(As::Coordination, "S. Pouget"), (As::Assistant, "A. Besse"), (As::Nurse, "C. Faucher")] {
        bellegarde("2026-11-25T10:00", who).says("centre fictif").says(said);
    }
    let mut desk = bellegarde("2026-11-25T10:00", As::Doctor2);
    let two = on_duty(&mut desk, TWO);
    let name = desk.rota().people.short(two.doctor);
    desk.says(&name).keys("0changer de<enter>").says("Poste 1 · S48").says("Poste 2 · S48");
    assert_eq!(at("2026-11-25T10:00"), desk.now);
}

#[test]
fn with_two_posts_names_give_way_before_the_text_of_the_alert() {
    let setting = Setting { size: (80, 24), ..Setting::default() };
    let desk = Desk::fiction_in(Town::Bellegarde, "2026-11-30T10:30", As::Coordination, setting);
    let screen = desk.screen();
    let header = screen.lines().nth(1).unwrap();
    assert!(header.contains("P1 ") && header.contains("P2 ") && !header.contains("Poste 1"), "{header}");
    let said = header.split(" : ").nth(1).unwrap_or_default();
    assert!(header.contains("! ") && said.chars().count() > 8, "the alert says what it is about: {header}");
}

#[test]
fn a_dictation_never_goes_from_one_doctor_to_another() {
    let mut desk = bellegarde("2026-11-25T10:00", As::Coordination);
    let [one, two] = [ONE, TWO].map(|post| {
        let stay = on_duty(&mut desk, post);
        desk.rota().people.short(stay.doctor)
    });
    // Between two one chooses, by name and post.
    desk.keys("2m").says("Qui dicte ?").says(&one).says(&two).keys("<down><enter>");
    desk.says(&format!("sous la dictée du {two}")).says(&format!("dicté par {two}"));
    desk.keys("m").says("Vous écrivez de nouveau en votre nom.").silent("dicté par");
}

#[test]
fn a_doctors_question_shows_that_it_is_answered() {
    let mut desk = bellegarde("2026-11-25T10:00", As::Coordination);
    let stay = on_duty(&mut desk, ONE);
    wrote(&mut desk, COORDINATION, "9901", Addressee::Post(ONE, week(48)));
    let doctor = desk.rota().people.short(stay.doctor);
    becomes(&mut desk, &doctor);
    while !desk.keys("2").text().contains("▸ · COURANT dossier 9901") {
        desk.keys("<down>");
    }
    desk.keys("qQuelle IDE passe ?<C-s>").says("question");
    becomes(&mut desk, COORDINATION);
    desk.keys("2<home>");
    while !desk.text().contains("c répondre") {
        desk.keys("<down>");
    }
    desk.says("Quelle IDE passe").keys("cCelle du mardi.<C-s>").says("réponse");
}

#[test]
fn what_one_doctor_hands_the_other_in_the_week_is_on_the_list_of_both() {
    let mut desk = bellegarde("2026-11-25T10:00", As::Doctor);
    let [mine, theirs] = [ONE, TWO].map(|post| on_duty(&mut desk, post));
    let rota = desk.rota();
    let [me, other] = [&mine, &theirs].map(|stay| rota.people.get(stay.doctor).unwrap().clone());
    wrote(&mut desk, &me.family, "9908", Addressee::Post(TWO, week(48)));
    desk.keys("2")
        .says("Relais semaine")
        .says(&format!("Confié au {} (Poste 2) : pas encore de réponse.", other.short()));
    becomes(&mut desk, &other.family);
    desk.keys("2").says("Relais semaine").says(&format!("Relais de la semaine, du {} (Poste 1).", me.short()));
    let item = desk.ask(question::Search("9908".into()))[0].item.id;
    let taken = ItemAct::Answer(item, releve::domain::Answer::Taken, "Je la vois à 11 h".into());
    desk.act(&other.family, Act::Item(taken));
    becomes(&mut desk, &me.family);
    desk.keys("2").says(&format!("Confié au {} (Poste 2), qui a répondu : pris", other.short()));
}

#[test]
fn a_certificate_waits_for_the_doctor_of_the_week_under_its_kind() {
    let mut desk = bellegarde("2026-11-25T10:00", As::Coordination);
    desk.keys("<C-n>9909 à signer : arrêt de travail").says("à signer").keys("<enter>");
    let doctor = on_duty(&mut desk, ONE).doctor;
    let doctor = desk.rota().people.get(doctor).unwrap().family.clone();
    becomes(&mut desk, &doctor);
    desk.keys("g9909<enter><enter>").says("à signer");
    let threads = desk.ask(question::Search("9909".into()));
    assert_eq!((threads[0].item.kind, threads[0].head().to), (Kind::ToSign, Addressee::Post(ONE, week(48))));
    assert_eq!(threads[0].head().due, releve::domain::Day::ymd(2026, 11, 26));
}

#[test]
fn p_and_np_change_places_in_one_act_and_the_header_says_who_takes_the_calls() {
    let mut desk = bellegarde("2026-11-25T10:00", As::Coordination);
    let names = [ONE, TWO].map(|post| on_duty(&mut desk, post).doctor).map(|id| desk.rota().people.short(id));
    let [one, two] = names;
    let kinds = |desk: &mut Desk| {
        let (page, rota) = (desk.ask(question::Week(week(48))), desk.rota());
        let day = releve::domain::Day::ymd(2026, 11, 26).unwrap();
        [ONE, TWO].map(|post| {
            let kind = |half| releve::domain::agenda::half_day_kind(&rota, &page.half_days, post, day, half);
            (kind(HalfDay::Morning), kind(HalfDay::Afternoon))
        })
    };
    let before = kinds(&mut desk);
    assert_ne!(before[0], before[1]);
    // This half-day or the whole week; what no longer goes with its half-day is said first, and stays.
    desk.keys("1n").says("Échanger P et NP").says(&format!("{two} (Poste 2)"));
    desk.keys("<right><C-s>").says("ne vont plus avec leur demi-journée").says("Est-ce juste ?").keys("<C-s>");
    desk.says(&format!("P et NP échangés entre {one} (Poste 1) et {two} (Poste 2)"));
    let swapped = kinds(&mut desk);
    assert_eq!([swapped[1], swapped[0]], before);
    // The header follows, on every tab.
    desk.keys("2").says(&format!("Poste 1 {one} ☎ · Poste 2 {two} ·"));
    desk.keys("u").says("Défait");
    assert_eq!(kinds(&mut desk), before);
    for (time, taker) in [("2026-11-25T10:00", "Yacoubian ☎"), ("2026-11-25T15:00", "Issartel ☎")] {
        desk.later(time).keys("1").says(taker);
    }
    // At 80 columns too, with the alerts.
    desk.resize(80, 24).says("Issartel ☎ · P2 Yacoubian · ! 1 alerte");
}

#[test]
fn with_one_post_p_and_np_are_not_swapped_and_one_is_told_why() {
    let mut desk = Desk::fiction("2026-11-25T10:00", As::Coordination);
    desk.silent("☎ ·").keys("1").silent("échanger P et NP").keys("n").says("Un seul poste");
}
