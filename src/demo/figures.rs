//! Published figures, spread over the days that were worked: their sums are exact.

use std::collections::BTreeMap;

use super::dice::Dice;
use super::site::Site;
use crate::domain::noted::PublishedFigure;
use crate::domain::{Calendar, Day, HalfDay};

const SPREAD: u64 = 70;

/// In how many weeks a new centre becomes a full one.
const GROWING: i32 = 8;

/// How many patients were seen on each of the days worked, up to the last published figure.
pub fn wanted(seed: u64, site: &Site, worked: &[Day], calendar: &Calendar) -> BTreeMap<Day, u16> {
    let mut wanted = BTreeMap::new();
    let (mut after, mut before) = (Day(i32::MIN), 0);
    for (until, total) in site.published(PublishedFigure::Consultations) {
        let span: Vec<Day> = worked.iter().copied().filter(|d| after < *d && *d <= until).collect();
        let weights: Vec<u32> = span.iter().map(|d| weight(seed, site, *d, calendar)).collect();
        let (all, flow) = (weights.iter().sum::<u32>().max(1), total - before);
        // Each day takes what brings the sum nearest to its share so far.
        let (mut passed, mut given) = (0, 0);
        for (day, weight) in span.into_iter().zip(weights) {
            passed += weight;
            let due = flow * passed / all;
            wanted.insert(day, u16::try_from(due - given).unwrap_or(0));
            given = due;
        }
        (after, before) = (until, total);
    }
    wanted
}

/// The share of a day: a half-day weighs half, a centre that has just opened grows.
fn weight(seed: u64, site: &Site, on: Day, calendar: &Calendar) -> u32 {
    let weeks = ((on.0 - site.opened().0).div_euclid(7)).clamp(0, GROWING);
    let growth = 55 + 45 * weeks / GROWING;
    let whole =
        calendar.opening.opens_half(on, HalfDay::Morning) && calendar.opening.opens_half(on, HalfDay::Afternoon);
    let chance = i32::try_from(Dice::new(seed, SPREAD, i64::from(on.0)).below(17)).unwrap_or(0);
    let weight = growth * if whole { 100 } else { 52 } * (92 + chance) / 1000;
    u32::try_from(weight).unwrap_or(0)
}
