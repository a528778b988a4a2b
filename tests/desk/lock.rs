//! The lock: from every screen and every dialog, with the draft kept and everything dropped.

use releve::app::Event;
use releve::back::As;
use releve::domain::care::CareList;
use releve::domain::draft::text::fold;
use releve::domain::record::{self, ASSET, PAPER_KIND, TASK_TEMPLATE, TENANT};
use releve::ui::RegisterId;
use releve::ui::layer::Layer;
use releve::words::{Lang, Words};

use crate::harness::Desk;

/// A word that only the store holds, and which must not outlive the lock.
const CANARY: &str = "canari 4711";

/// Ajain on Friday of S48 with a point and an entry of the directory; Dr Vidal at the desk.
fn vidal() -> Desk {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.sits_down("Garnier", "2026-11-27T09:00");
    desk.keys("0annuaire<enter>a").keys(CANARY).keys("<C-s>").says(CANARY);
    desk.wrote("Garnier", ". 4711 M.D. 1948: canari 4711");
    desk.sits_down("Vidal", "2026-11-27T16:00");
    desk
}

/// Nobody touches the desk any more.
#[track_caller]
fn locks(desk: &mut Desk, place: &str) {
    assert!(desk.app.is_unlocked(), "{place}");
    desk.event(Event::Idle);
    assert!(!desk.app.is_unlocked(), "{place}: it stays open\n{}", desk.screen());
    desk.says("Qui êtes-vous ?").silent(CANARY).silent("4711");
    let held = format!("{:?}", desk.app);
    assert!(!held.contains("canari"), "{place}: the program still holds what the store held\n{held}");
    assert!(!desk.backend.is_open(), "{place}: the store is open");
}

#[test]
fn the_lock_works_from_every_tab_and_register() {
    let mut desk = vidal();
    // The program does hold it before: the look into it can fail.
    desk.keys("2").says("4711");
    assert!(format!("{:?}", desk.app).contains("canari"));
    for place in ["1", "2", "3", "4", "<C-f>canari", "2<C-f>"] {
        desk.keys(place);
        locks(&mut desk, place);
        desk.sign_in("Vidal");
    }
    let records = record::ALL.into_iter().filter(|record| record.list.is_some()).map(RegisterId::Records);
    let care = CareList::ALL.map(RegisterId::Care);
    for register in REGISTERS.into_iter().chain(care).chain(records).map(typed) {
        let register = register.as_str();
        // Accounts, what those who have left never transmitted, and what stays need are not a doctor's to see.
        let preparing = [&TASK_TEMPLATE, &PAPER_KIND, &ASSET, &TENANT];
        let of_the_team: Vec<String> = preparing.map(|record| typed(RegisterId::Records(record))).into();
        let hers = matches!(register, "comptes" | "brouillons" | "textes aux volontaires" | "occupation");
        desk.sign_in(if hers || of_the_team.iter().any(|of| of == register) { "Garnier" } else { "Vidal" });
        desk.keys("0").keys(register).keys("<enter>");
        assert!(format!("{:?}", desk.app).contains("register: Some(("), "{register} opens nothing\n{}", desk.screen());
        locks(&mut desk, register);
    }
}

/// What one types in the Menu for a register. A further one does not compile until it is listed here
/// and in [`REGISTERS`].
fn typed(register: RegisterId) -> String {
    let typed = match register {
        // The description makes it, its title is its line in the Menu.
        RegisterId::Records(record) => return fold(&Words::new(Lang::Fr).t(record.list.unwrap().title)),
        RegisterId::Care(list) => return fold(&Words::new(Lang::Fr).t(list.title())),
        RegisterId::Items => "dossiers",
        RegisterId::Stays => "sejours",
        RegisterId::Doctors => "medecins",
        RegisterId::Team => "equipe",
        RegisterId::Directory => "annuaire",
        RegisterId::Booklet => "livret",
        RegisterId::Centre => "centre, postes",
        RegisterId::History => "historique",
        RegisterId::Journal => "journal des acces",
        RegisterId::Accounts => "comptes",
        RegisterId::Planning => "planning de l'annee",
        RegisterId::Rooms => "occupation",
        RegisterId::Noted => "releves",
        RegisterId::Sequels => "suites",
        RegisterId::LeftDrafts => "brouillons",
        // Ctrl-F opens it: it locks among the tabs.
        RegisterId::Find => "",
    };
    typed.to_owned()
}

const REGISTERS: [RegisterId; 15] = [
    RegisterId::Items,
    RegisterId::Stays,
    RegisterId::Doctors,
    RegisterId::Team,
    RegisterId::Directory,
    RegisterId::Booklet,
    RegisterId::Centre,
    RegisterId::History,
    RegisterId::Journal,
    RegisterId::Accounts,
    RegisterId::Planning,
    RegisterId::Rooms,
    RegisterId::Noted,
    RegisterId::Sequels,
    RegisterId::LeftDrafts,
];

/// The dialogs by kind, each with the test that locks it. A further one does not compile until it is here.
const fn locked_by(layer: &Layer) -> &'static str {
    match layer {
        Layer::Form(_) => "every_form_locks_and_keeps_its_draft",
        Layer::Import(_) | Layer::ImportAgenda(_) | Layer::Conflict(_) => {
            "the_lock_works_from_the_imports_and_from_two_versions"
        }
        Layer::Clash(_) => "the_lock_works_from_a_clash_in_the_agenda",
        Layer::Recovery(_) => "recovery::the_key_locks_like_every_screen_and_is_shown_again_until_it_is_noted",
        Layer::Thread(_)
        | Layer::Candidates(_)
        | Layer::Volunteer(_)
        | Layer::Stay(_)
        | Layer::Asset(_)
        | Layer::Round(_)
        | Layer::ToTell(_)
        | Layer::Proposal(_)
        | Layer::Choose(_)
        | Layer::Confirm(_)
        | Layer::Goto(_)
        | Layer::Help(_)
        | Layer::Told(_)
        | Layer::Review(_) => "the_lock_works_from_every_kind_of_dialog",
    }
}

#[test]
fn the_lock_works_from_every_kind_of_dialog() {
    let mut desk = vidal();
    locks(&mut desk, "nothing");
    // Keys that open it, and what the program calls it; `locked_by` lists every kind.
    let _ = locked_by;
    for (keys, kind) in [
        ("<C-n>4711", "Form"),
        ("0dossiers<enter><enter>", "Thread"),
        ("0", "Choose"),
        (":", "Choose"),
        ("0annuaire<enter>d", "Confirm"),
        ("0annuaire<enter>h", "Told"),
        ("0planning<enter>nv", "Candidates"),
        ("0médecins<enter><enter>", "Volunteer"),
        ("0planning<enter><enter>", "Stay"),
        ("0logements<enter>aMaison<tab><tab><tab>2<C-s><enter>", "Asset"),
        ("0planning<enter>r", "Proposal"),
        ("g4711", "Goto"),
        ("<f1>", "Help"),
        ("<C-n><f1>", "Help"),
        ("3n4711 md 1948<tab>canari à revoir demain<C-s>s", "Review"),
    ] {
        // The directory and the rota are not a doctor's to write.
        desk.sign_in(if matches!(kind, "Confirm" | "Candidates" | "Volunteer" | "Proposal" | "Asset") {
            "Garnier"
        } else {
            "Vidal"
        })
        .keys(keys);
        let held = format!("{:?}", desk.app);
        assert!(held.contains(&format!("{kind}]")), "{keys} opens no {kind}: {held}");
        locks(&mut desk, keys);
    }
}

#[test]
fn the_lock_works_from_the_imports_and_from_two_versions() {
    let mut desk = vidal();
    let folder = desk.home.as_ref().unwrap().path().to_owned();
    let rota = folder.join("rota.csv");
    std::fs::write(&rota, "Du;Au;Médecin;État\n7/12/2026;11/12/2026;Paul Roche;option\n").unwrap();
    let agenda = folder.join("agenda.ics");
    let event = "BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261207T090000Z\r\nDURATION:PT20M\r\nSUMMARY:4711\r\nEND:VEVENT";
    std::fs::write(&agenda, format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{event}\r\nEND:VCALENDAR\r\n")).unwrap();
    let files = [("importer un planning", rota, "Import]"), ("importer l'agenda", agenda, "ImportAgenda]")];
    for (what, file, kind) in files {
        desk.sign_in("Garnier").keys("0").keys(what).keys("<enter>").paste(file.to_str().unwrap()).keys("<enter>");
        assert!(format!("{:?}", desk.app).contains(kind), "{}", desk.screen());
        locks(&mut desk, what);
    }
    desk.sign_in("Garnier");
    desk.keys("0annuaire<enter>e<end> bis");
    let mut other = Desk::real(&folder, "2026-11-27T16:00");
    other.sits_down("Garnier", "2026-11-27T16:00");
    other.keys("0annuaire<enter>e<end> ter<C-s>").says("modifié");
    desk.keys("<C-s>").says("Deux versions");
    locks(&mut desk, "two versions");
    // What was typed is there again, and still knows that it came second.
    desk.sign_in("Garnier").keys("0annuaire<enter>e").says("canari 4711 bis").keys("<C-s>").says("Deux versions");
}

#[test]
fn the_lock_works_from_a_clash_in_the_agenda() {
    let mut desk = vidal();
    desk.keys("1a1243 md 1948<enter>").says("ajouté").keys("a0377 tb 1950<tab><tab>").clear().keys("28/11/2026<C-s>");
    assert!(format!("{:?}", desk.app).contains("Clash]"), "{}", desk.screen());
    locks(&mut desk, "clash");
    desk.sign_in("Vidal").says("Dr Vidal");
}

#[test]
fn every_form_locks_and_keeps_its_draft() {
    let mut desk = vidal();
    for (who, open, typed) in [
        ("Vidal", "<C-n>", "4711"),
        ("Vidal", "3<end>c", "canari du soir"),
        ("Vidal", "3<home>o", "canari de la semaine"),
        ("Garnier", "0annuaire<enter>a", "canari neuf"),
        ("Vidal", "0textes types<enter>a", "canari"),
        ("Vidal", "0abreviations<enter>a", "canari"),
        ("Garnier", "0annuaire<enter>e", "canari autre"),
        ("Garnier", "0medecins<enter>a", "Canari"),
        ("Garnier", "0equipe<enter>a", "Canari"),
        ("Garnier", "0sejours<enter>a", "<tab>24/11"),
        ("Garnier", "0centre, postes<enter>e", "canari"),
    ] {
        desk.sign_in(who).keys(open).keys(typed);
        assert!(format!("{:?}", desk.app).contains("Form]"), "{open}: no form\n{}", desk.screen());
        locks(&mut desk, open);
        desk.sign_in(who).keys(open).says("Votre brouillon");
        desk.keys("<esc><esc>");
    }
}

#[test]
fn what_is_still_being_saved_is_waited_for_and_nothing_is_left_on_the_screen() {
    let mut desk = vidal();
    desk.sits_down("Garnier", "2026-11-27T16:00").keys("0annuaire<enter>e<end> bis").busy(true).keys("<C-s>");
    desk.event(Event::Idle).silent(CANARY).says("On enregistre ce qui reste");
    // Keys meanwhile go nowhere.
    desk.keys("abc<C-s>").silent(CANARY);
    desk.busy(false).says("Qui êtes-vous ?").sign_in("Garnier").keys("0annuaire<enter>").says("canari 4711 bis");
}

#[test]
fn it_is_said_half_a_minute_before_and_a_key_puts_it_off() {
    let mut desk = vidal();
    desk.event(Event::LockSoon(30)).says("! Ce poste se verrouille dans 30 secondes");
    desk.keys("<down>").silent("se verrouille dans");
    // Before sign-in there is nothing to lock, and nothing is said.
    desk.keys("<C-l>").event(Event::LockSoon(30)).silent("se verrouille dans");
}

#[test]
fn the_centre_says_after_how_many_minutes() {
    let mut desk = vidal();
    desk.sign_in("Garnier");
    let after = |desk: &Desk| desk.app.locks_after().map(|after| after.as_secs() / 60);
    assert_eq!(after(&desk), Some(10));
    desk.keys("0centre, postes<enter>").says("après 10 minutes sans une touche").keys("e");
    for _ in 0..20 {
        if !desk.screen().contains("▸ Verrou") {
            desk.keys("<tab>");
        }
    }
    desk.says("▸ Verrou (minutes)");
    for wrong in ["2", "31", "0", "x", ""] {
        desk.clear().keys(wrong).keys("<C-s>").says("De 3 à 30 minutes");
    }
    desk.clear().keys("3<C-s>").says("après 3 minutes sans une touche");
    assert_eq!(after(&desk), Some(3));
    desk.keys("<C-l>");
    assert_eq!(after(&desk), None);
    assert!(Desk::fiction("2026-11-27T17:30", As::Doctor).app.locks_after().is_some());
}
