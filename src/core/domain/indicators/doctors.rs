//! Who comes: how many doctors, from where, how old, and whether they come back. The facts are the stays.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Months};

use super::super::chart::{Body, Group, Map, Origin, Share};
use super::super::draft::department;
use super::super::{Day, DoctorStatus, Msg, PersonId, Stay};
use super::{Caveat, Draft, Figure, View, figure, small};

/// The ages at the stay's date: code, label, first age.
const BANDS: [(&str, &str, u16); 4] = [
    ("profile.under_35", "indicators-under-35", 0),
    ("profile.35_49", "indicators-35-49", 35),
    ("profile.50_64", "indicators-50-64", 50),
    ("profile.65", "indicators-65", 65),
];

const fn code(status: DoctorStatus) -> &'static str {
    match status {
        DoctorStatus::NewGraduate => "profile.new_graduate",
        DoctorStatus::Locum => "profile.locum",
        DoctorStatus::SelfEmployed => "profile.self_employed",
        DoctorStatus::Salaried => "profile.salaried",
        DoctorStatus::Hospital => "profile.hospital",
        DoctorStatus::Retired => "profile.retired",
    }
}

pub(super) fn figures(view: &View<'_>) -> Vec<Draft> {
    let present = present(view);
    let stays: BTreeSet<_> = present.values().flat_map(|d| &d.stays).collect();
    let origins = origins(view, &present);
    let known = origins.0.iter().map(|o| o.department.as_str());
    let regions: BTreeSet<&str> = known.filter_map(department::region).collect();
    let (statuses, ages) = (statuses(view, &present), ages(view, &present));
    let mut years: Vec<u32> = present.iter().filter_map(|(id, d)| age(view, *id, d)).map(u32::from).collect();
    let bands = bands(&ages);
    let weeks = view.held_weeks();
    let fee = view.facts.targets.week_fee.map(|fee| small(weeks.len()) * u32::from(fee));
    let come = !present.is_empty();
    let mut out = vec![
        figure("doctors", Figure::Count(small(present.len()))),
        figure("doctors.stays", Figure::ratio(small(stays.len()), small(present.len()))),
        figure("return_rate", return_rate(view)).over(view.facts.opened.min(view.upto), view.upto),
        figure("origin", Figure::known(small(origins.0.len()), come)).but(unknown(origins.1)),
        figure("origin.regions", Figure::known(small(regions.len()), come)),
        figure("profile", Figure::median(&mut years)),
    ];
    out.extend(statuses.iter().map(|(status, count)| figure(code(*status), Figure::known(*count, come))));
    out.extend(BANDS.iter().zip(bands).map(|((code, _, _), count)| figure(code, Figure::known(count, come))));
    // The week of a doctor who had left before the period may count in it, and the night after a last half-day.
    let nights = nights(view);
    out.push(figure("cost", fee.map_or(Figure::Missing, |fee| Figure::known(fee, come || !weeks.is_empty()))));
    out.push(figure("cost.nights", Figure::known(nights, come || nights > 0)));
    out
}

fn unknown(count: u32) -> Option<Caveat> {
    (count > 0).then_some(Caveat::Origin(count))
}

/// A doctor with a half-day held in the period.
#[derive(Default)]
struct Present {
    stays: BTreeSet<super::super::StayId>,
    first: Option<Day>,
}

/// Doctors with a half-day held in the period so far.
fn present(view: &View<'_>) -> BTreeMap<PersonId, Present> {
    let held: BTreeSet<_> = view.passed().filter_map(|h| h.stay).collect();
    let mut present: BTreeMap<PersonId, Present> = BTreeMap::new();
    for stay in view.facts.rota.confirmed().filter(|s| held.contains(&s.id)) {
        let doctor = present.entry(stay.doctor).or_default();
        doctor.stays.insert(stay.id);
        doctor.first.get_or_insert(stay.from.max(view.period.from));
    }
    present
}

/// Doctors who came back, of those whose first stay ended a year ago or more: the others are not lost.
fn return_rate(view: &View<'_>) -> Figure {
    let a_year_ago = view.upto.date().checked_sub_months(Months::new(12)).map_or(view.upto, Day::from);
    let mut stays: BTreeMap<PersonId, Vec<&Stay>> = BTreeMap::new();
    for stay in view.facts.rota.confirmed().filter(|s| s.from <= view.upto) {
        stays.entry(stay.doctor).or_default().push(stay);
    }
    let known: Vec<_> = stays.values().filter(|s| s.first().is_some_and(|s| s.to <= a_year_ago)).collect();
    Figure::share(small(known.iter().filter(|s| s.len() > 1).count()), small(known.len()))
}

/// The departments of practice by stays, the most first, and how many doctors have none.
fn origins(view: &View<'_>, present: &BTreeMap<PersonId, Present>) -> (Vec<Origin>, u32) {
    let mut found: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    let mut unknown = 0;
    for (id, doctor) in present {
        match view.facts.rota.people.get(*id).and_then(|p| p.doctor.department.as_deref()) {
            Some(code) => {
                let (stays, doctors) = found.entry(code).or_default();
                *stays += small(doctor.stays.len());
                *doctors += 1;
            }
            None => unknown += 1,
        }
    }
    let mut origins: Vec<Origin> = found
        .into_iter()
        .map(|(code, (stays, doctors))| Origin { department: code.to_owned(), stays, doctors })
        .collect();
    origins.sort_by(|a, b| b.stays.cmp(&a.stays).then_with(|| a.department.cmp(&b.department)));
    (origins, unknown)
}

fn statuses(view: &View<'_>, present: &BTreeMap<PersonId, Present>) -> Vec<(DoctorStatus, u32)> {
    let status = |id: &PersonId| view.facts.rota.people.get(*id).and_then(|p| p.doctor.status);
    let count = |wanted| small(present.keys().filter(|id| status(id) == Some(wanted)).count());
    DoctorStatus::ALL.map(|s| (s, count(s))).to_vec()
}

/// The age in the year of the first stay in the period: only the year of birth is known.
fn age(view: &View<'_>, id: PersonId, doctor: &Present) -> Option<u16> {
    let born = view.facts.rota.people.get(id)?.doctor.birth_year?;
    let year = u16::try_from(doctor.first?.date().year()).ok()?;
    year.checked_sub(born)
}

fn ages(view: &View<'_>, present: &BTreeMap<PersonId, Present>) -> Vec<u16> {
    present.iter().filter_map(|(id, doctor)| age(view, *id, doctor)).collect()
}

fn bands(ages: &[u16]) -> [u32; 4] {
    let mut bands = [0; 4];
    for age in ages {
        let at = BANDS.iter().rposition(|(_, _, first)| first <= age).unwrap_or(0);
        bands[at] += 1;
    }
    bands
}

/// Nights between the days of the stays, as far as they lie in the period and are over: a night is its evening's.
fn nights(view: &View<'_>) -> u32 {
    let end = view.period.to.plus(1).min(view.now.day);
    let nights = view.facts.rota.confirmed().map(|s| s.to.min(end).0 - s.from.max(view.period.from).0);
    nights.filter_map(|n| u32::try_from(n).ok()).sum()
}

/// Statuses and ages.
pub(super) fn profile(view: &View<'_>) -> Body {
    let present = present(view);
    let whole = Some(small(present.len()));
    let statuses = statuses(view, &present);
    let statuses = statuses.iter().map(|(s, part)| Share { label: Msg::new(s.word()), part: *part, whole });
    let bands = bands(&ages(view, &present));
    let ages = BANDS.iter().zip(bands).map(|((_, label, _), part)| Share { label: Msg::new(label), part, whole });
    Body::Shares(vec![
        Group { label: "chart-statuses", bars: statuses.collect() },
        Group { label: "chart-ages", bars: ages.collect() },
    ])
}

/// The map of France.
pub(super) fn map(view: &View<'_>) -> Body {
    let (departments, unknown) = origins(view, &present(view));
    Body::Map(Map { centre: view.facts.department.clone(), departments, unknown })
}
