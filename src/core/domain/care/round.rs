//! The round of a half-day: its home visits in order, with the kilometres from one to the next.
//!
//! The order is that of the hours in the agenda; a shorter one is said, and never taken.

use std::collections::{BTreeMap, BTreeSet};

use super::super::agenda::{Entry, EntryKind};
use super::super::draft::text::fold;
use super::super::{Day, HalfDay, PatientRef, PostId, StayId};
use super::distance::{Distances, commune};

/// The most stops for which every order is tried: 40 320 of them.
const TRIED: usize = 8;

/// One visit of a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// In minutes since midnight.
    pub start: u16,
    pub minutes: u16,
    /// File number and initials; nobody where it is a visit to where several live.
    pub patient: Option<PatientRef>,
    /// Where it goes, as the agenda has it.
    pub place: String,
    /// From the stop before, from the centre for the first; nothing where nobody typed it.
    pub kilometres: Option<u32>,
}

impl Stop {
    /// The commune of it.
    #[must_use]
    pub fn commune(&self) -> &str {
        commune(&self.place)
    }
}

/// An order of the stops that is shorter than that of their hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shorter {
    /// The stops by their place in the round.
    pub order: Vec<usize>,
    pub kilometres: u32,
}

/// The home visits of a half-day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    pub half: HalfDay,
    /// In the order of their hours.
    pub stops: Vec<Stop>,
    /// From the last one back to the centre.
    pub back: Option<u32>,
    /// All that is known: the whole where nothing is missing.
    pub kilometres: u32,
    /// The ways that nobody typed, each once.
    pub unknown: Vec<(String, String)>,
    pub shorter: Option<Shorter>,
}

/// The rounds of a day of a stay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayRounds {
    pub stay: StayId,
    pub day: Day,
    /// Those that have a visit, the morning first.
    pub rounds: Vec<Round>,
    /// The vehicle that the stay has that day.
    pub vehicle: Option<String>,
}

/// A home visit, as far as it says how far one went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ride {
    pub day: Day,
    pub post: Option<PostId>,
    /// In minutes since midnight.
    pub start: u16,
    pub place: String,
}

/// How far the rounds of some days went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Travelled {
    pub visits: u32,
    /// Distinct ones.
    pub communes: u32,
    /// By the ways that are known, from the centre and back each half-day.
    pub kilometres: u32,
    /// Ways of which nobody typed the kilometres, each time they were gone.
    pub unknown: u32,
}

/// What a round is measured with.
#[derive(Debug, Clone, Copy)]
pub struct Measure<'a> {
    /// The commune of the centre.
    pub centre: &'a str,
    pub distances: &'a Distances,
    /// The minute the afternoon begins at.
    pub noon: u16,
}

impl Measure<'_> {
    /// The rounds of a day, of the entries of one post on it.
    #[must_use]
    pub fn rounds(&self, entries: &[Entry]) -> Vec<Round> {
        let of = |half: HalfDay| {
            let stops = entries.iter().map(|entry| &entry.what).filter_map(|entry| {
                let start = entry.start.filter(|_| entry.kind == EntryKind::Visit)?;
                let its = if start < self.noon { HalfDay::Morning } else { HalfDay::Afternoon };
                let place = if entry.place.is_empty() && entry.patient.is_none() { &entry.title } else { &entry.place };
                (its == half).then(|| Stop {
                    start,
                    minutes: entry.minutes,
                    patient: entry.patient.clone(),
                    place: place.clone(),
                    kilometres: None,
                })
            });
            self.round(half, stops.collect())
        };
        [HalfDay::Morning, HalfDay::Afternoon].into_iter().filter_map(of).collect()
    }

    /// How far some visits went, each half-day of a post a round of its own.
    #[must_use]
    pub fn travelled(&self, rides: &[Ride]) -> Travelled {
        let mut rounds: BTreeMap<_, Vec<&Ride>> = BTreeMap::new();
        for ride in rides {
            rounds.entry((ride.day, ride.post, ride.start >= self.noon)).or_default().push(ride);
        }
        let communes: BTreeSet<String> =
            rides.iter().map(|ride| fold(commune(&ride.place))).filter(|commune| !commune.is_empty()).collect();
        let small = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let mut sum = Travelled { visits: small(rides.len()), communes: small(communes.len()), ..Travelled::default() };
        for mut stops in rounds.into_values() {
            stops.sort_by_key(|ride| ride.start);
            let mut from = self.centre;
            for commune in stops.into_iter().map(|ride| commune(&ride.place)).chain([self.centre]) {
                match self.between(from, commune) {
                    Some(way) => sum.kilometres = sum.kilometres.saturating_add(way),
                    None => sum.unknown += 1,
                }
                from = commune;
            }
        }
        sum
    }

    /// Kilometres between two communes; none where one of them is not said.
    fn between(&self, from: &str, to: &str) -> Option<u32> {
        if from.is_empty() || to.is_empty() { None } else { self.distances.between(from, to) }
    }

    fn round(&self, half: HalfDay, mut stops: Vec<Stop>) -> Option<Round> {
        stops.sort_by_key(|stop| stop.start);
        let communes: Vec<String> = stops.iter().map(|stop| stop.commune().to_owned()).collect();
        let mut unknown: Vec<(String, String)> = Vec::new();
        let mut way = |from: &str, to: &str| {
            let known = self.between(from, to);
            let pair = (from.min(to).to_owned(), from.max(to).to_owned());
            if known.is_none() && !unknown.contains(&pair) {
                unknown.push(pair);
            }
            known
        };
        let mut from = self.centre;
        for (stop, commune) in stops.iter_mut().zip(&communes) {
            stop.kilometres = way(from, commune);
            from = commune;
        }
        let back = way(communes.last()?, self.centre);
        let kilometres = stops.iter().map(|stop| stop.kilometres).chain([back]).flatten().sum();
        let shorter = if unknown.is_empty() { self.shorter(&communes, kilometres) } else { None };
        Some(Round { half, stops, back, kilometres, unknown, shorter })
    }

    /// The shortest order, where it is shorter; only where every way is known.
    fn shorter(&self, communes: &[String], kilometres: u32) -> Option<Shorter> {
        if communes.len() > TRIED {
            return None;
        }
        let mut best = Shorter { order: Vec::new(), kilometres };
        self.tried(communes, &mut Vec::new(), 0, &mut best);
        Some(best).filter(|best| !best.order.is_empty())
    }

    /// Tries every order that goes on from a beginning, as long as it is shorter than the best so far.
    fn tried(&self, communes: &[String], begun: &mut Vec<usize>, so_far: u32, best: &mut Shorter) {
        let here = begun.last().map_or(self.centre, |at| communes[*at].as_str());
        if begun.len() == communes.len() {
            let whole = self.between(here, self.centre).map(|back| so_far.saturating_add(back));
            if let Some(whole) = whole.filter(|whole| *whole < best.kilometres) {
                *best = Shorter { order: begun.clone(), kilometres: whole };
            }
            return;
        }
        for next in 0..communes.len() {
            let way = self.between(here, &communes[next]).filter(|_| !begun.contains(&next));
            let Some(so_far) = way.map(|way| so_far.saturating_add(way)).filter(|sum| *sum < best.kilometres) else {
                continue;
            };
            begun.push(next);
            self.tried(communes, begun, so_far, best);
            begun.pop();
        }
    }
}

#[cfg(test)]
mod tests;
