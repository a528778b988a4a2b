//! A rota from a spreadsheet: all lines or none, as one change, and what its author was shown or nothing.

use super::super::door::{Cx, Done, Stop, refuse};
use super::super::page::rota;
use super::{people, stay};
use crate::domain::act::{NewStay, RotaImport};
use crate::domain::rota_import::{Count, Decision, Known, PersonStep, Planned, StayStep, decide};
use crate::domain::{Msg, PersonId, StayId, StayState};

pub(super) fn run(import: &RotaImport, cx: &Cx<'_>) -> Result<Done, Stop> {
    let centre = cx.whole_centre()?;
    let (decided, bad) = decide(&import.lines, &rota::rota(cx.conn, &centre)?);
    if import.promised.as_ref().is_some_and(|promised| *promised != decided || !bad.is_empty()) {
        return refuse(Msg::new("store-import-changed"));
    }
    if let Some(bad) = bad.into_iter().next() {
        return refuse(bad.reason);
    }
    let doctors = doctors(cx, &decided)?;
    let doctor = |known| match known {
        Known::Yes(id) => id,
        Known::New(at) => doctors[at],
    };
    let mut changed: Vec<(StayId, PersonId, Planned, Planned)> = decided
        .iter()
        .filter_map(|d| match d.stay {
            StayStep::Changed(id, before, after) => Some((id, doctor(d.doctor), before, after)),
            _ => None,
        })
        .collect();
    // Those who leave their days first.
    changed.sort_by_key(|(.., after)| after.state == StayState::Confirmed);
    make_room(cx, &changed)?;
    for (id, doctor, _, after) in changed {
        stay::edit_planned(cx, id, &new_stay(doctor, after))?;
    }
    for decision in &decided {
        if let StayStep::Added(planned) = decision.stay {
            stay::add(cx, &new_stay(doctor(decision.doctor), planned))?;
        }
    }
    let count = Count::of(&decided);
    Ok(Done::said(
        Msg::new("store-said-imported")
            .with("stays", count.added)
            .with("doctors", count.new_doctors)
            .with("changed", count.changed)
            .with("sheets", count.changed_doctors),
    ))
}

/// Writes what the lines say of doctors; the numbers of the new ones, in their order.
fn doctors(cx: &Cx<'_>, decided: &[Decision]) -> Result<Vec<PersonId>, Stop> {
    let mut new = Vec::new();
    for decision in decided {
        match &decision.person {
            PersonStep::Same => {}
            PersonStep::Added(person) => new.push(people::insert(cx, cx.centre()?, person)?),
            PersonStep::Changed(_, after) => {
                let id = match decision.doctor {
                    Known::Yes(id) => id,
                    Known::New(at) => new[at],
                };
                people::edit(cx, id, after)?;
            }
        }
    }
    Ok(new)
}

/// Two doctors may change weeks: on the way neither keeps the other out.
fn make_room(cx: &Cx<'_>, changed: &[(StayId, PersonId, Planned, Planned)]) -> Result<(), Stop> {
    let confirmed = |planned: &Planned| planned.state == StayState::Confirmed;
    let moves = changed.iter().filter(|(_, _, before, after)| confirmed(before) && confirmed(after));
    for (id, doctor, before, _) in moves {
        stay::edit_planned(cx, *id, &new_stay(*doctor, Planned { state: StayState::Option, ..*before }))?;
    }
    Ok(())
}

const fn new_stay(doctor: PersonId, planned: Planned) -> NewStay {
    NewStay::plain(planned.post, doctor, planned.from, planned.to, planned.state)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::super::testing::{Desk, GARNIER, POST, about, s, someone, stay, word};
    use super::*;
    use crate::domain::StayState;
    use crate::domain::act::{Act, CentreAct, RotaLine, StayAct};
    use crate::domain::rota_import::Cell;
    use crate::domain::{Role, Stay};
    use crate::protocol::question;

    fn line(given: &str, family: &str, week: u32, post: &str) -> RotaLine {
        RotaLine {
            line: usize::try_from(week).unwrap(),
            unwritten: Vec::new(),
            post: post.into(),
            doctor: someone(given, family, Role::Doctor),
            from: s(week).monday(),
            to: s(week).monday().plus(5),
            state: StayState::Confirmed,
        }
    }

    fn import(lines: Vec<RotaLine>) -> Act {
        Act::ImportRota(RotaImport { lines, promised: None })
    }

    fn rota(desk: &Desk) -> crate::domain::Rota {
        desk.ask(question::Frame).rota
    }

    #[test]
    fn known_doctors_are_found_whatever_their_accents_and_a_second_import_adds_nothing() {
        let mut desk = Desk::new();
        desk.doctor("Le Bœuf");
        let lines = vec![
            line("HELENE", "LE BOEUF", 49, ""),
            line("Marc", "Roche", 50, "medecin"),
            line("marc", "ROCHE", 51, "MÉDECIN"),
        ];
        desk.act(GARNIER, import(lines.clone()));
        let found = rota(&desk);
        assert_eq!(found.people.0.len(), 3, "Garnier, Le Bœuf, Roche");
        assert_eq!(
            found.stays.iter().map(|s| (s.doctor.0, s.post)).collect::<Vec<_>>(),
            [(2, POST), (3, POST), (3, POST)]
        );
        assert_eq!(desk.refused(GARNIER, import(lines)), "store-nothing");
        let before = desk.dump();
        desk.store.undo(crate::domain::Who::is(GARNIER), desk.now);
        assert!(rota(&desk).stays.is_empty());
        assert_eq!(rota(&desk).people.0.len(), 2);
        desk.store.redo(crate::domain::Who::is(GARNIER), desk.now);
        assert_eq!(desk.dump(), before);
    }

    #[test]
    fn one_bad_line_and_nothing_is_written() {
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        desk.stay(vidal, s(50));
        let before = desk.dump();
        let clash = vec![line("Marc", "Roche", 49, ""), line("Marc", "Roche", 50, "")];
        assert_eq!(desk.refused(GARNIER, import(clash)), "import-clash");
        let post = vec![line("Marc", "Roche", 49, ""), line("Marc", "Roche", 51, "Poste 2")];
        assert_eq!(desk.refused(GARNIER, import(post)), "store-import-post");
        assert_eq!(desk.dump(), before);
    }

    fn decided(desk: &Desk, lines: &[RotaLine]) -> Vec<Decision> {
        let (decided, bad) = decide(lines, &rota(desk));
        assert_eq!(bad, []);
        decided
    }

    fn promised(desk: &Desk, lines: &[RotaLine]) -> Act {
        Act::ImportRota(RotaImport { lines: lines.to_vec(), promised: Some(decided(desk, lines)) })
    }

    #[test]
    fn a_known_stay_and_its_doctor_become_what_the_file_says_and_an_empty_cell_erases_nothing() {
        let mut desk = Desk::new();
        desk.act(GARNIER, import(vec![RotaLine { state: StayState::Option, ..line("Marc", "Roche", 50, "") }]));
        let mut again = line("Marc", "Roche", 50, "");
        again.doctor.phone = Some("0646525813".into());
        again.to = again.to.plus(-1);
        let lines = vec![again];
        let act = promised(&desk, &lines);
        let before = desk.dump();
        let said = desk.act(GARNIER, act);
        assert_eq!((said.id.as_ref(), said.args.len()), ("store-said-imported", 4));
        let found = rota(&desk);
        let (stay, doctor) = (&found.stays[0], found.people.get(PersonId(2)).unwrap());
        assert_eq!((found.stays.len(), stay.state, stay.to), (1, StayState::Confirmed, s(50).monday().plus(4)));
        assert_eq!(doctor.phone.as_deref(), Some("0646525813"));
        // Nothing is written where the file says nothing.
        let unwritten = vec![Cell::To, Cell::State];
        let silent = RotaLine { unwritten, state: StayState::Option, ..line("Marc", "Roche", 50, "") };
        assert_eq!(desk.refused(GARNIER, import(vec![silent])), "store-nothing");
        // One act, undone as a whole.
        assert!(matches!(
            desk.store.undo(crate::domain::Who::is(GARNIER), desk.now),
            crate::protocol::Reply::Saved { .. }
        ));
        assert_eq!(desk.dump(), before);
    }

    #[test]
    fn two_doctors_change_weeks_in_one_import() {
        let mut desk = Desk::new();
        desk.act(GARNIER, import(vec![line("Marc", "Roche", 49, ""), line("Anne", "Aubert", 50, "")]));
        // Known by overlap of one day only: both move on by two days, each into the other's.
        let by = |week: u32, family: &str, given: &str, days: i32| {
            let l = line(given, family, week, "");
            RotaLine { from: l.from.plus(days), to: l.to.plus(days), ..l }
        };
        let lines = vec![by(49, "Roche", "Marc", 4), by(50, "Aubert", "Anne", 4)];
        let act = promised(&desk, &lines);
        desk.act(GARNIER, act);
        let days = |week: u32| s(week).monday().plus(4);
        assert_eq!(rota(&desk).stays.iter().map(|s| s.from).collect::<Vec<_>>(), [days(49), days(50)]);
        assert!(rota(&desk).stays.iter().all(Stay::is_confirmed));
    }

    #[test]
    fn a_signed_stay_is_left_and_named() {
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        let stay = desk.stay(vidal, s(48));
        desk.open(vidal, about("1243"), word("INR à 4,8", s(49)));
        desk.sign(vidal, stay);
        let same = line("Hélène", "Vidal", 48, "");
        assert!(matches!(decided(&desk, std::slice::from_ref(&same))[0].stay, StayStep::Same(_)));
        let other = RotaLine { to: same.to.plus(-2), ..same };
        let (decided, bad) = decide(std::slice::from_ref(&other), &rota(&desk));
        assert_eq!((decided.len(), bad.len(), bad[0].reason.id.as_ref(), bad[0].line), (0, 1, "import-signed", 48));
        assert_eq!(desk.refused(GARNIER, import(vec![other])), "import-signed");
    }

    #[test]
    fn what_somebody_changed_since_the_preview_is_said_and_nothing_is_written() {
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        let id = desk.stay(vidal, s(49));
        let lines = vec![RotaLine { state: StayState::Option, ..line("Hélène", "Vidal", 49, "") }];
        let act = promised(&desk, &lines);
        desk.act(
            GARNIER,
            StayAct::Edit(id, NewStay { to: s(49).monday().plus(2), ..stay(vidal, s(49), StayState::Confirmed) }),
        );
        let before = desk.dump();
        assert_eq!(desk.refused(GARNIER, act), "store-import-changed");
        assert_eq!(desk.dump(), before);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

        /// Whatever two files say one after the other: what was promised is what is there, line by line.
        #[test]
        fn what_is_promised_is_done(
            first in prop::collection::vec((0..6_usize, 48..52_u32, 0..3_i32, 3..6_i32, 0..4_usize, 0..2_usize, 0..8_u8), 0..9),
            second in prop::collection::vec((0..6_usize, 48..52_u32, 0..3_i32, 3..6_i32, 0..4_usize, 0..2_usize, 0..8_u8), 1..9),
        ) {
            let mut desk = Desk::new();
            desk.act(GARNIER, CentreAct::AddPost("Poste 2".into(), crate::domain::Pattern::Programmed));
            for file in [first, second] {
                let mut number = 1;
                let mut lines: Vec<RotaLine> = file.into_iter().map(|(who, week, from, to, state, post, cells)| {
                    number += 1;
                    let (given, family) = [("Marc", "Roche"), ("marc", "ROCHE"), ("Anne", "Le Bœuf"), ("Anne", "Leboeuf"),
                        ("", "Aubert"), ("Zoé", "Aubert")][who];
                    let mut read = line(given, family, week, ["medecin", "Poste 2"][post]);
                    let unwritten = [Cell::From, Cell::To, Cell::State];
                    read.unwritten = (0..3).filter(|bit| cells & (1 << bit) != 0).map(|bit| unwritten[bit]).collect();
                    read.doctor.phone = (cells == 1).then(|| format!("06465258{number:02}"));
                    let state = if read.unwritten.contains(&Cell::State) { 1 } else { state };
                    let from = if read.unwritten.contains(&Cell::From) { 0 } else { from };
                    RotaLine { line: number, from: read.from.plus(from), to: s(week).monday().plus(to), state: StayState::ALL[state], ..read }
                }).collect();
                // Only what a person would be let go on with: the lines that are refused are taken out.
                loop {
                    let (_, bad) = decide(&lines, &rota(&desk));
                    if bad.is_empty() { break; }
                    lines.retain(|line| bad.iter().all(|bad| bad.line != line.line));
                }
                let decided = decided(&desk, &lines);
                let count = Count::of(&decided);
                let before = rota(&desk);
                let reply = desk.try_act(GARNIER, promised(&desk, &lines));
                if count.is_nothing() {
                    prop_assert!(matches!(reply, crate::protocol::Reply::Refused(ref msg) if msg.id == "store-nothing"), "{:?}", reply);
                    continue;
                }
                prop_assert!(matches!(reply, crate::protocol::Reply::Saved { .. }), "{:?}", reply);
                let after = rota(&desk);
                prop_assert_eq!(after.stays.len(), before.stays.len() + count.added);
                prop_assert_eq!(after.people.0.len(), before.people.0.len() + count.new_doctors);
                for decision in &decided {
                    let planned = match decision.stay {
                        StayStep::Same(id) => { prop_assert_eq!(after.stay(id), before.stay(id)); continue; }
                        StayStep::Added(planned) => planned,
                        StayStep::Changed(id, _, planned) => {
                            prop_assert_eq!(after.stay(id).map(|s| (s.post, s.from, s.to, s.state)),
                                Some((planned.post, planned.from, planned.to, planned.state)));
                            continue;
                        }
                    };
                    let there = |s: &&Stay| (s.post, s.from, s.to, s.state) == (planned.post, planned.from, planned.to, planned.state)
                        && after.people.get(s.doctor).is_some_and(|p| p.full() == decision.name);
                    prop_assert!(after.stays.iter().any(|s| there(&s)), "{:?}", decision);
                }
                // The same file a second time does nothing more to what it has added or changed.
                let (again, bad) = decide(&lines, &after);
                // Of two lines about one stay, one of which is silent about it, the file is asked to keep one.
                prop_assert!(bad.iter().all(|bad| bad.reason.id == "import-twice"), "{:?}", bad);
                prop_assert_eq!(Count::of(&again).new_doctors, 0);
            }
        }
    }
}
