//! Three desks at one page, in every order: nobody's text is overwritten unseen (rule 14).

use std::cell::RefCell;
use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use releve::domain::act::{Act, NewPage, PlaceAct};
use releve::domain::{PageId, Role};
use releve::protocol::question;

use crate::harness::Desk;

/// Marks in a text, such as `[t012]`: each is typed once.
fn marks(text: &str) -> BTreeSet<String> {
    text.split('[').skip(1).filter_map(|rest| rest.split_once(']')).map(|(mark, _)| mark.to_owned()).collect()
}

fn page(text: &str) -> NewPage {
    NewPage { title: "Maison".into(), text: text.into(), ..NewPage::default() }
}

/// Three people, each at a desk on one page of the booklet, and what each has had on the screen.
struct Room {
    desks: Vec<Desk>,
    seen: Vec<BTreeSet<String>>,
    next: u32,
}

impl Room {
    fn new(blind: bool) -> Self {
        let mut first = Desk::ajain("S48 Vidal");
        first.joins("Marchand", Role::Assistant).joins("Benali", Role::Nurse);
        first.act("Garnier", Act::Place(PlaceAct::AddPage(page("[t000]"))));
        let folder = first.home.as_ref().unwrap().path().to_owned();
        first.sits_down("Garnier", "2026-11-27T09:00");
        let mut desks = vec![first];
        for family in ["Marchand", "Benali"] {
            let mut desk = Desk::real(&folder, "2026-11-27T09:00");
            desk.sits_down(family, "2026-11-27T09:00");
            desks.push(desk);
        }
        for desk in &mut desks {
            desk.resize(120, 40).keys("0livret<enter>").blind = blind;
        }
        Self { desks, seen: vec![BTreeSet::new(); 3], next: 1 }
    }

    /// The page as the store has it.
    fn page(&mut self) -> String {
        let desk = &mut self.desks[0];
        desk.ask(question::Booklet)[0].what.head.what.text.clone()
    }

    /// Everybody closes what is open, drafts are kept, and the page begins anew.
    fn tidy(&mut self) {
        for desk in &mut self.desks {
            while ["Deux versions", "Ctrl-S"].iter().any(|open| desk.screen().contains(open)) {
                desk.keys("<esc>");
            }
        }
        let text = format!("[t{:03}]", self.next);
        self.next += 1;
        self.desks[0].act("Garnier", Act::Place(PlaceAct::EditPage(PageId(1), page(&text))));
        for desk in &mut self.desks {
            desk.poll();
        }
    }

    /// One person does one thing: looks, opens, types, deletes, saves, chooses, gives up.
    fn step(&mut self, who: usize, what: u8) {
        let mark = format!("[t{:03}] ", self.next);
        let desk = &mut self.desks[who];
        let screen = desk.screen();
        if screen.contains("Deux versions") {
            for _ in 0..what % 4 {
                desk.keys("<down>");
            }
            desk.keys("<enter>");
        } else if screen.contains("Ctrl-S") {
            match what {
                0 => desk.keys("<bs><bs><bs>"),
                1 => desk.keys("<esc>"),
                2 | 3 => {
                    self.next += 1;
                    desk.paste(&mark)
                }
                _ => desk.keys("<C-s>"),
            };
        } else if what == 0 {
            desk.poll();
        } else {
            // To the text, past the chapter and the title.
            desk.keys("e<tab><tab>");
        }
    }

    /// The marks that went with a step, and which of them its author had never had on the screen.
    fn unseen(&mut self, who: usize, what: u8) -> BTreeSet<String> {
        let before = marks(&self.page());
        self.seen[who].extend(marks(&self.desks[who].screen()));
        self.step(who, what);
        let after = marks(&self.page());
        self.seen[who].extend(marks(&self.desks[who].screen()));
        // What one has just typed one has seen, wherever the field has scrolled to.
        before.difference(&after).filter(|mark| !self.seen[who].contains(*mark)).cloned().collect()
    }
}

/// Plays random mornings; what went unseen first, or how many writes there were and came second.
fn play(blind: bool, cases: u32) -> Result<(usize, usize), String> {
    let room = RefCell::new(Room::new(blind));
    let steps = prop::collection::vec((0_usize..3, 0_u8..8), 1..30);
    // The desks go on from case to case: a shorter case would not be the same one.
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 0, ..Config::default() };
    let mut runner = TestRunner::new(config);
    let outcome = runner.run(&steps, |steps| {
        let mut room = room.borrow_mut();
        room.tidy();
        for (who, what) in steps {
            let lost = room.unseen(who, what);
            prop_assert!(lost.is_empty(), "{lost:?} overwritten unseen by {who}");
        }
        for desk in &room.desks {
            let told = desk.told;
            prop_assert_eq!(told.saved + told.conflicts + told.refused, told.attempts);
        }
        Ok(())
    });
    outcome.map_err(|error| error.to_string())?;
    let told = room.borrow().desks.iter().map(|desk| desk.told).collect::<Vec<_>>();
    Ok((told.iter().map(|t| t.attempts).sum(), told.iter().map(|t| t.conflicts).sum()))
}

#[test]
fn whatever_the_order_nobody_overwrites_what_they_have_not_seen() {
    let full = std::env::var("RELEVE_TRIALS").is_ok_and(|v| v == "full");
    let (attempts, conflicts) = play(false, if full { 2_000 } else { 12 }).unwrap();
    // Fewer than that, and nothing was put to the test.
    assert!(attempts > 15 && conflicts > 4, "{attempts} writes, {conflicts} came second");
}

/// The negative control: desks whose writes forget what was read do overwrite each other.
#[test]
fn desks_that_forget_what_they_have_read_are_found_out() {
    let lost = play(true, 200).unwrap_err();
    assert!(lost.contains("overwritten unseen"), "{lost}");
}
