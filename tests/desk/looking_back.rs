//! Looking at what is long over: the frame does not hold it, and it is there all the same.

use releve::back::As;
use releve::domain::{IsoWeek, Rota, Stay};

use crate::harness::Desk;

const FRIDAY: &str = "2026-11-27T10:00";

/// C. Garnier in the fictional centre, four years after it opened.
fn claire() -> (Desk, Rota) {
    let mut desk = Desk::fiction(FRIDAY, As::Coordination);
    let rota = desk.rota();
    (desk, rota)
}

/// A signed stay of the autumn of 2024, alone in its week.
fn long_over(rota: &Rota) -> &Stay {
    let from = IsoWeek::new(2024, 40).unwrap().monday();
    let alone = |s: &&Stay| rota.is_signed(s.id) && rota.in_week(s.post, s.week()).count() == 1;
    rota.stays.beginning_after(from).filter(|s| s.is_confirmed()).find(alone).unwrap()
}

fn full(rota: &Rota, stay: &Stay) -> String {
    format!("Dr {}", rota.people.get(stay.doctor).unwrap().full())
}

#[test]
fn a_week_of_two_years_ago_says_who_was_there_and_nobody_is_missing_while_it_is_read() {
    let (mut desk, rota) = claire();
    let stay = long_over(&rota);
    let (name, week) = (full(&rota, stay), stay.week());
    desk.keys(&format!("1gS{} 2024<enter>", week.number())).says(&name).silent("VACANT");
    let before = rota.previous(stay).unwrap();
    assert_eq!(before.week(), week.plus(-1), "another week would do");
    desk.keys("<pgup>").says(&full(&rota, before));
    // A slow disk: of a week that was not read it is not said that nobody came.
    let (mut slow, _) = claire();
    slow.keys("1").busy(true).keys(&format!("gS{} 2024<enter>", week.number()));
    slow.says("Lecture…").silent("VACANT").silent("à inscrire").busy(false).says(&name).silent("Lecture…");
}

#[test]
fn the_planning_of_an_earlier_year_has_its_doctors() {
    let (mut desk, rota) = claire();
    let stay = long_over(&rota);
    let family = rota.people.get(stay.doctor).unwrap().family.clone();
    desk.keys("1ppp").says("Planning 2024").says(&family);
    desk.busy(true).keys("p").says("Lecture…").silent("VACANT").busy(false).says("Planning 2023").silent("Lecture…");
}

#[test]
fn the_doctors_have_all_their_stays() {
    let (mut desk, rota) = claire();
    let gone =
        |s: &&Stay| rota.confirmed_of(s.doctor).all(|other| other.to < rota.stays.last().unwrap().from.plus(-200));
    let stay = rota.confirmed().find(gone).unwrap();
    let person = rota.people.get(stay.doctor).unwrap();
    let stays = rota.confirmed_of(stay.doctor).count();
    desk.resize(120, 40).keys("0médecins<enter>").keys(&format!("<C-f>{}<enter>", person.family));
    let screen = desk.screen();
    let row = screen.lines().find(|line| line.contains(&format!("{} {}", person.family, person.given))).unwrap();
    assert!(row.split_whitespace().any(|cell| cell == stays.to_string()), "{stays}: {row}");
    // By their name one goes to the week they came in.
    let last = rota.confirmed_of(stay.doctor).next_back().unwrap().week();
    desk.keys(&format!("<esc>g{}", person.family)).says(&format!("S{:02} {}", last.number(), last.year()));
    desk.keys("<enter>").says(&full(&rota, stay));
}

#[test]
fn one_goes_back_from_transmission_to_transmission_through_the_years() {
    let (mut desk, rota) = claire();
    let begun: Vec<&Stay> = rota.confirmed().filter(|s| s.from <= desk.now.day).collect();
    desk.keys("3");
    let unsigned = rota.unsigned(desk.now).next().map(|s| s.id);
    let shown = unsigned.or_else(|| rota.present(desk.now.day).next().map(|s| s.id)).unwrap();
    let at = begun.iter().position(|s| s.id == shown).unwrap();
    for back in 1..=20 {
        desk.keys("<left>");
        let stay = begun[at - back];
        desk.says(&format!("S{:02}", stay.week().number())).says(&rota.people.short(stay.doctor));
    }
    desk.keys("<right>").says(&rota.people.short(begun[at - 19].doctor));
}
