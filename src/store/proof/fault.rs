//! The rules, each broken on purpose: between the hand and the store, or between the page and the eye.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Store;
use super::look::{Eye, Shown};
use super::model::{Booked, Model, Point, Seat};
use crate::domain::act::{Act, HandoverAct, ItemAct};
use crate::domain::{Addressee, Answer, Gravity, Holder, ItemId, StayId, Verdict, Who};
use crate::protocol::Write;
use crate::store::sql::Columns as _;

/// What goes wrong, if anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    Nothing,
    APointHasNoHolder,
    APointHasTwoHolders,
    AnOpenPointVanishes,
    AVacantWeekSwallows,
    ACancelledStayStillReceives,
    AnEmptyRoleHolds,
    TheLeavingDoctorStillHolds,
    SignedTextChanges,
    AReopeningTakesFromOthers,
    AReopenedDoctorHoldsNothing,
    AnUnsignedDepartureIsForgotten,
    UnsignedPointsAreNotMarked,
    ReadingTakes,
    AnUrgentPointIsTakenWithoutWords,
    WhoTypedIsForgotten,
    SilenceIsNothingToReport,
    APlanIsMadeUp,
    ADueDayMovesWithToday,
    UnchangedIsNotCounted,
    APointShowsBeforeItsWeek,
    APointComesAfterItsWeek,
    WhatWasReadIsForgotten,
    UrgentComesLast,
    VacantWeeksAreNotSaid,
}

/// What the frame says of the points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Glance {
    pub open: BTreeSet<ItemId>,
    pub held: BTreeMap<Holder, usize>,
    pub unsigned: BTreeSet<StayId>,
}

impl Glance {
    /// Counts one point for another holder.
    fn moves(&mut self, from: Holder, to: Holder) {
        if let Some(n) = self.held.get_mut(&from) {
            *n -= 1;
        }
        self.held.retain(|_, n| *n > 0);
        *self.held.entry(to).or_default() += 1;
    }
}

impl Fault {
    /// What reaches the store of what somebody asks.
    pub(super) fn hand(self, mut write: Write, mut who: Who, model: &Model) -> (Write, Who) {
        match self {
            Self::WhatWasReadIsForgotten => write.seen.clear(),
            Self::WhoTypedIsForgotten => who = Who::is(who.author()),
            _ => {}
        }
        match (self, &mut write.act) {
            (Self::ReadingTakes, Act::Item(ItemAct::Answer(_, answer @ Answer::Read, _))) => *answer = Answer::Taken,
            (Self::AnUrgentPointIsTakenWithoutWords, Act::Item(ItemAct::Answer(_, Answer::Taken, words))) => {
                *words = "vu".into();
            }
            (Self::SilenceIsNothingToReport, Act::Handover(HandoverAct::Sign { stay, nothing_to_report, .. })) => {
                *nothing_to_report |= model.is_silent(*stay);
            }
            (Self::APlanIsMadeUp, Act::Item(ItemAct::Open(_, word) | ItemAct::Say(_, _, word)))
                if word.gravity == Gravity::Urgent =>
            {
                word.plan = "selon l'état".into();
                word.due = word.due.or(Some(model.today));
            }
            (Self::UnchangedIsNotCounted, Act::Item(ItemAct::Say(_, verdict @ Verdict::Unchanged, _))) => {
                *verdict = Verdict::Confirmed;
            }
            (Self::APointShowsBeforeItsWeek, Act::Item(ItemAct::Open(_, word) | ItemAct::Say(_, _, word))) => {
                word.show_from = None;
            }
            _ => {}
        }
        (write, who)
    }

    /// Signed text is changed behind the program's back.
    pub(super) fn after_signature(self, store: &Store, stay: StayId) {
        if self == Self::SignedTextChanges {
            unguarded(store, "relay", &format!("UPDATE relay SET text = text || '.' WHERE stay = {stay}"));
        }
    }

    /// What others had had to do with comes back with the rest.
    pub(super) fn after_reopening(self, store: &Store) {
        if self == Self::AReopeningTakesFromOthers {
            unguarded(store, "reopening", "UPDATE reopening SET stays = '[]'");
        }
    }

    /// What the eye finds on every screen.
    pub(super) fn frame(self, seen: &mut Glance, model: &Model) {
        match self {
            Self::APointHasNoHolder => {
                if let Some(n) = seen.held.get_mut(&Holder::COORDINATION) {
                    *n -= 1;
                }
            }
            Self::APointHasTwoHolders => {
                if let Some((_, n)) = seen.held.iter_mut().next() {
                    *n += 1;
                }
            }
            Self::AnOpenPointVanishes => {
                let first = seen.open.pop_first();
                if let Some(point) = first.and_then(|id| model.points.get(&id)) {
                    seen.moves(model.holder(point), Holder::COORDINATION);
                }
            }
            Self::AnEmptyRoleHolds => {
                for (_, point) in model.open() {
                    if let Addressee::Role(role) = point.to
                        && point.hand.and_then(|id| model.here(id)).is_none()
                    {
                        seen.moves(model.holder(point), Holder::Role(role));
                    }
                }
            }
            Self::TheLeavingDoctorStillHolds => {
                for (_, point) in model.open() {
                    let Some((id, seat)) = point.hand.and_then(|id| Some((id, model.seats.get(&id)?))) else {
                        continue;
                    };
                    if model.signed.contains(&id) && seat.to >= model.today {
                        seen.moves(model.holder(point), Holder::Person(seat.doctor));
                    }
                }
            }
            Self::AReopenedDoctorHoldsNothing => {
                for (_, point) in model.open() {
                    let reopened = point.hand.filter(|id| model.let_go.contains_key(id));
                    if let Some(seat) = reopened.and_then(|id| model.here_with(point, id)) {
                        seen.moves(Holder::Person(seat.doctor), Holder::COORDINATION);
                    }
                }
            }
            Self::AnUnsignedDepartureIsForgotten => seen.unsigned.clear(),
            _ => {}
        }
    }

    /// What the eye finds in a briefing.
    pub(super) fn briefing(self, eye: Eye, seen: &mut Vec<Shown>, model: &Model) {
        let week = model.today.week();
        let of = |shown: &Shown| model.points.get(&shown.item);
        // To which post in a week a point goes that nobody has in hand and that waits for no week.
        let free = |p: &&Point| p.show != Some(week) && p.hand.and_then(|id| model.here(id)).is_none();
        let waits_for = |shown: &Shown| match of(shown).filter(free)?.to {
            Addressee::Post(post, week) => Some((post, week)),
            _ => None,
        };
        match (self, eye) {
            (Self::AVacantWeekSwallows, Eye::Stay(stay)) => seen.retain(|s| {
                let Some((post, to)) = waits_for(s) else { return true };
                to >= model.seats[&stay].from.week()
                    || model.seats.values().any(|s| s.post == post && s.from.week() == to)
            }),
            (Self::ACancelledStayStillReceives, Eye::Stay(_)) => seen.retain(|s| {
                let Some((post, to)) = waits_for(s) else { return true };
                let cancelled = |s: &Seat| s.booked == Booked::Cancelled && s.post == post;
                !model.seats.values().any(|s| cancelled(s) && s.from.week() == to)
            }),
            (Self::APointComesAfterItsWeek, _) => seen.retain(|s| of(s).is_none_or(|p| p.show != Some(week))),
            (Self::UnsignedPointsAreNotMarked, _) => {
                for shown in seen {
                    shown.unsigned = false;
                }
            }
            (Self::ADueDayMovesWithToday, _) => {
                let days = model.today.0 % 7;
                for shown in seen {
                    shown.due = shown.due.map(|d| d.plus(days));
                }
            }
            (Self::UrgentComesLast, _) => seen.reverse(),
            _ => {}
        }
    }
}

/// Somebody with the key and a tool of their own, who takes the guards of a table away and puts them back.
fn unguarded(store: &Store, table: &str, attack: &str) {
    let conn = &store.conn;
    let mut sql = conn.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?1").unwrap();
    let guards = sql.query_map([table], |row| Ok((row.col(0)?, row.col(1)?))).unwrap();
    let guards: Vec<(String, String)> = guards.map(Result::unwrap).collect();
    for (name, _) in &guards {
        conn.execute_batch(&format!("DROP TRIGGER \"{name}\"")).unwrap();
    }
    conn.execute_batch(attack).unwrap();
    for (_, sql) in &guards {
        conn.execute_batch(sql).unwrap();
    }
}
