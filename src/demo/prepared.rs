//! What the team prepares for each stay: tasks, papers, the voyage, keys; what is lent and who is away.
//!
//! It is woven into a history that is told already, and follows from the seed and the stays alone: since the day on which
//! the centre took up its templates, each list of tasks is numbered as the store does when it makes it.

use std::collections::{BTreeMap, BTreeSet};

use super::Step;
use super::dice::Dice;
use super::site::{ASSISTANT, COORDINATION, Civil, NURSE, Site, day};
use crate::domain::act::{Act, NewStay, PeopleAct, RecordAct, StayAct, Together};
use crate::domain::half_days;
use crate::domain::lent::Times;
use crate::domain::preparation::{is_prepared, ready_made, ready_papers, ready_tasks};
use crate::domain::record::{
    ABSENCE, ASSET, Absence, Anchor, Asset, AssetKind, BOOKING, Belongs, Booking, Means, OPENS, PAPER, Paper,
    PaperKind, Record, STAY_COST, StayCost, TASK, TASK_TEMPLATE, TENANT, TRAVEL, Task, TaskState, TaskTemplate, Travel,
    Value, Values, Written,
};
use crate::domain::{Day, DoctorStatus, Now, PersonId, PostId, Rev, Stay, StayId, StayState, Who};
use crate::protocol::Write;

/// The Monday on which the centres took up their templates.
pub(super) const ADOPTED: Civil = (2026, 3, 2);

const DONE: u64 = 201;
const WAY: u64 = 202;
const PAPERS: u64 = 203;

/// The ready-made templates and papers, as the coordination of a French centre finds them.
const FRENCH: [(&str, &str); 34] = [
    ("ready-declaration-sent", "Déclaration d'activité envoyée au CDOM"),
    ("ready-declaration-received", "Déclaration d'activité reçue par le CDOM"),
    ("ready-contract", "Contrat de travail signé"),
    ("ready-locum-contract", "Contrat de remplacement signé, avec qui il remplace"),
    ("ready-cps", "Carte CPS du centre demandée"),
    ("ready-booklet", "Livret d'accueil envoyé"),
    ("ready-travel", "Voyage noté"),
    ("ready-house", "Logement confirmé"),
    ("ready-accounts", "e-CPS et compte du logiciel essayés"),
    ("ready-dpae", "DPAE faite"),
    ("ready-car", "Voiture chargée"),
    ("ready-welcome", "Accueil du médecin"),
    ("ready-keys", "Clés rendues"),
    ("ready-thanks", "Mot de remerciement"),
    ("ready-refund", "Frais de voyage remboursés"),
    ("paper-order", "Inscription à l'Ordre et RPPS"),
    ("paper-diploma", "Doctorat et DES de médecine générale"),
    ("paper-identity", "Pièce d'identité"),
    ("paper-rcp", "Attestation de RCP"),
    ("paper-rib", "RIB"),
    ("paper-licence", "Permis de conduire"),
    ("paper-declaration", "Déclaration d'activité au CDOM du centre"),
    ("paper-cps", "Carte CPS du centre"),
    ("paper-account", "Compte du logiciel et MSSanté"),
    ("paper-contract", "Contrat de travail (CDD)"),
    ("paper-locum-contract", "Contrat de remplacement"),
    ("paper-dpae", "DPAE"),
    ("paper-derogation", "Remplacé chez lui\u{a0}: dérogation"),
    ("paper-retired-since", "Retraite depuis moins de cinq ans"),
    ("ready-diabetes", "Diabète"),
    ("ready-cardiovascular", "Risque cardiovasculaire"),
    ("ready-copd", "BPCO"),
    ("ready-cognitive", "Repérage cognitif"),
    ("paper-cumul", "Cumul emploi-retraite\u{a0}: à vérifier avec sa caisse"),
];

fn french(id: &str) -> String {
    FRENCH.iter().find(|(of, _)| *of == id).map_or(id, |(_, said)| said).to_owned()
}

/// The history with what the team prepared in it, up to the same moment.
pub fn woven(site: &'static Site, seed: u64, steps: Vec<Step>, today: Now) -> Vec<Step> {
    let adopted = day(ADOPTED);
    let first = if site.founded() > adopted { site.founded() } else { adopted };
    let mut team = Team::new(site, seed, &steps);
    let mut more = team.takes_up(first);
    for step in steps.iter().filter(|step| step.now.day >= first) {
        team.reads(step);
    }
    more.extend(team.prepares());
    more.extend(Team::is_away(first, today.day));
    more.retain(|step| step.now.at <= today.at && step.now.at >= Now::on(first, 0, 0).at);
    let mut all = steps;
    all.extend(more);
    all.sort_by_key(|step| step.now.at);
    all
}

/// A list of tasks that a stay was given.
struct List {
    stay: Stay,
    made: Now,
    /// The number of the first task.
    first: i64,
    tasks: Vec<Task>,
    /// Called off, or another doctor's, since.
    until: Option<Now>,
}

/// What the team knows as it prepares.
struct Team {
    site: &'static Site,
    seed: u64,
    statuses: BTreeMap<PersonId, Option<DoctorStatus>>,
    templates: Vec<TaskTemplate>,
    kinds: Vec<PaperKind>,
    lists: Vec<List>,
    /// Stays that there are, by the order in which they were made.
    stays: Vec<NewStay>,
    tasks_made: i64,
    /// Keys, by their number.
    keys: Vec<i64>,
}

fn put(record: &'static Record, values: Values) -> Act {
    Act::Record(RecordAct::Put(record, None, values))
}

fn step(at: Now, act: Act) -> Step {
    Step { write: Write::of(act), who: Who::is(COORDINATION), now: at }
}

/// The day itself, or the Friday before a weekend.
fn weekday(on: Day) -> Day {
    match on.weekday_index() {
        5 => on.plus(-1),
        6 => on.plus(-2),
        _ => on,
    }
}

impl Team {
    fn new(site: &'static Site, seed: u64, steps: &[Step]) -> Self {
        let mut statuses = BTreeMap::new();
        // The founder is the first; everybody else is added.
        let mut people = 1;
        let mut stays = Vec::new();
        for step in steps {
            match &step.write.act {
                Act::People(PeopleAct::Add(person)) => {
                    people += 1;
                    statuses.insert(PersonId(people), person.doctor.status);
                }
                Act::Stay(StayAct::Add(stay)) => stays.push(stay.clone()),
                _ => {}
            }
        }
        let rows = (1..).zip(ready_tasks(french)).map(|(id, template)| Written {
            id,
            rev: Rev(0),
            values: template.values(),
            by: None,
        });
        let sorted = TASK_TEMPLATE.sorted(rows.collect());
        let templates = sorted.iter().filter_map(TaskTemplate::of).collect();
        let kinds = (1..).zip(ready_papers(french)).map(|(id, kind)| PaperKind { id, ..kind }).collect();
        Self { site, seed, statuses, templates, kinds, lists: Vec::new(), stays, tasks_made: 0, keys: Vec::new() }
    }

    /// Templates, papers, and what is lent, on the day on which they are taken up.
    fn takes_up(&mut self, first: Day) -> Vec<Step> {
        let at = |minute| Now::on(first, 8, minute);
        let mut steps = vec![step(at(10), ready_made(french))];
        let (assets, rooms) = lent(self.site.posts.len());
        let mut id = 0;
        for (minute, asset) in (11..).zip(assets) {
            id += 1;
            if asset.kind == AssetKind::Key {
                self.keys.push(id);
            }
            steps.push(step(at(minute), put(&ASSET, asset.values())));
        }
        if rooms {
            // The third room is let to another profession, on some half-days.
            let halves = half_days::read("mar + jeu matin").unwrap_or_default();
            let values = [
                ("name", "Mme Petit".into()),
                ("profession", "kinésithérapeute".into()),
                ("phone", "".into()),
                ("asset", Value::Number(7)),
                ("half_days", halves.bits().into()),
                ("from_day", first.plus(28).into()),
                ("to_day", first.plus(28 + 2 * 364).into()),
                ("rent", 120.into()),
                ("asked_on", first.plus(-21).into()),
                ("agreed_on", first.plus(-2).into()),
                ("consent_on", first.plus(-9).into()),
                ("insured_until", first.plus(364).into()),
                ("notice_months", 2.into()),
                ("note", "".into()),
            ];
            steps.push(step(at(40), put(&TENANT, values.into_iter().collect())));
        }
        steps
    }

    /// Follows the rota: which stays are given a list, and which of them are called off.
    fn reads(&mut self, done: &Step) {
        let Act::Stay(act) = &done.write.act else { return };
        match act {
            StayAct::Add(new) => {
                let number = self.stays.iter().position(|stay| stay == new);
                // Those that were made earlier are known; the store numbers them in their order.
                let id = self.numbered(new, number);
                self.lists(id, new, done.now);
            }
            StayAct::Edit(id, new) => self.lists(*id, new, done.now),
            StayAct::Cancel(id, _) => self.closes(*id, done.now),
            _ => {}
        }
    }

    /// The number of a stay that is added: the first of those alike that has no list yet.
    fn numbered(&self, new: &NewStay, first: Option<usize>) -> StayId {
        let from = first.unwrap_or(0);
        let taken = |id: i64| self.lists.iter().any(|list| list.stay.id == StayId(id));
        let alike = (from..self.stays.len()).filter(|at| self.stays[*at] == *new);
        let ids = alike.filter_map(|at| i64::try_from(at + 1).ok());
        StayId(ids.into_iter().find(|id| !taken(*id)).unwrap_or(0))
    }

    fn lists(&mut self, id: StayId, new: &NewStay, now: Now) {
        let known = self.lists.iter().any(|list| list.stay.id == id && list.stay.doctor == new.doctor);
        if known || !is_prepared(new.state, new.to, now.day) {
            return;
        }
        self.closes(id, now);
        let stay = NewStay { state: StayState::Confirmed, ..new.clone() }.stay(id);
        let status = self.statuses.get(&new.doctor).copied().flatten();
        let theirs = self.templates.iter().filter(|template| template.is_for(&stay, status));
        let tasks: Vec<Task> = theirs.map(|template| template.task(&stay, now.day)).collect();
        let first = self.tasks_made + 1;
        self.tasks_made += i64::try_from(tasks.len()).unwrap_or(0);
        self.lists.push(List { stay, made: now, first, tasks, until: None });
    }

    fn closes(&mut self, id: StayId, now: Now) {
        let open = self.lists.iter_mut().filter(|list| list.stay.id == id && list.until.is_none());
        open.for_each(|list| list.until = Some(now));
    }

    /// What is done for each stay, and when.
    fn prepares(&self) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut had: BTreeSet<(PersonId, i64)> = BTreeSet::new();
        for list in &self.lists {
            let goes_on = |at: &Now| list.until.is_none_or(|until| at.at < until.at);
            let all = self.done(list).into_iter().chain(self.papers(list, &mut had)).chain(self.around(list));
            steps.extend(all.filter(|(at, _)| goes_on(at)).map(|(at, act)| step(at, act)));
        }
        steps
    }

    /// The tasks of a list, each a few days before its day or, now and then, after it; those of a day are one change.
    fn done(&self, list: &List) -> Vec<(Now, Act)> {
        let mut by_day: BTreeMap<Day, Vec<Act>> = BTreeMap::new();
        for (id, task) in (list.first..).zip(&list.tasks) {
            let mut dice = Dice::new(self.seed, DONE, id);
            let due = task.due(&list.stay);
            let early = [3, 2, 1, 1, 0, 0, 0, 0, -3, -6][dice.below(10)];
            let early = if task.anchor == Anchor::Departure || task.days == 0 { early.min(0) } else { early };
            let on = weekday(due.plus(-early)).max(list.made.day.plus(1));
            let by = [COORDINATION, COORDINATION, ASSISTANT][dice.below(3)];
            let done = Task { state: TaskState::Done, settled_on: Some(on), settled_by: Some(by), ..task.clone() };
            by_day.entry(on).or_default().push(Act::Record(RecordAct::Put(&TASK, Some(id), done.values())));
        }
        let minute = u16::try_from(list.stay.id.0 % 40).unwrap_or(0);
        let together = |acts: Vec<Act>| {
            if acts.len() > 1 {
                Together::of(acts)
            } else {
                acts.into_iter().next().unwrap_or_else(|| Together::of([]))
            }
        };
        by_day.into_iter().map(|(on, acts)| (Now::on(on, 11, minute), together(acts))).collect()
    }

    /// The papers that came before a stay: of the doctor once, of the stay each time; a few are still to be checked.
    fn papers(&self, list: &List, had: &mut BTreeSet<(PersonId, i64)>) -> Vec<(Now, Act)> {
        let stay = &list.stay;
        let status = self.statuses.get(&stay.doctor).copied().flatten();
        let mut by_day: BTreeMap<Day, Vec<Act>> = BTreeMap::new();
        for kind in &self.kinds {
            if !kind.is_for(stay, status, stay.from) {
                continue;
            }
            if kind.belongs != Belongs::Stay && !had.insert((stay.doctor, kind.id)) {
                continue;
            }
            let mut dice = Dice::new(self.seed, PAPERS, stay.id.0 * 100 + kind.id);
            let before = match (kind.belongs, kind.ask_days) {
                (_, Some(days)) => i32::try_from(days).unwrap_or(0) - 3,
                (Belongs::Centre, None) => 70,
                _ => 60,
            };
            let received = weekday(stay.from.plus(-before)).max(list.made.day.plus(2));
            let fate = dice.below(16);
            let checked = (fate > 1).then_some(received);
            let years = i32::try_from(1 + dice.below(4)).unwrap_or(1);
            let paper = Paper {
                kind: kind.id,
                person: stay.doctor,
                stay: (kind.belongs == Belongs::Stay).then_some(stay.id),
                asked_on: Some(list.made.day.plus(1).min(received)),
                received_on: (fate > 0).then_some(received),
                dated: (fate > 0 && kind.months.is_some()).then(|| received.plus(-20)),
                valid_until: (kind.remind_days.is_some() && fate > 0).then(|| received.plus(years * 365 - 60)),
                checked_on: checked,
                checked_by: checked.map(|_| COORDINATION),
                refused: false,
                note: String::new(),
            };
            by_day.entry(received).or_default().push(put(&PAPER, paper.values()));
        }
        let minute = u16::try_from(stay.id.0 % 40).unwrap_or(0);
        by_day.into_iter().map(|(on, acts)| (Now::on(on, 14, minute), Together::of(acts))).collect()
    }

    /// The voyage, the keys, and what the stay cost.
    fn around(&self, list: &List) -> Vec<(Now, Act)> {
        let stay = &list.stay;
        let mut dice = Dice::new(self.seed, WAY, stay.id.0);
        let train = dice.below(2) == 0;
        let means = if train { Means::Train } else { Means::Car };
        let companions = [0, 0, 0, 1][dice.below(4)];
        let fetched = if train { "C. Garnier" } else { "" };
        let travel = Travel {
            stay: stay.id,
            comes_by: Some(means),
            comes_on: Some(stay.from.plus(-1)),
            comes_at: Some(17 * 60 + 15 * u16::try_from(dice.below(12)).unwrap_or(0)),
            comes_to: if train { "gare de Guéret".into() } else { String::new() },
            fetched_by: fetched.into(),
            leaves_by: Some(means),
            leaves_on: Some(stay.to.plus(1)),
            leaves_at: Some(8 * 60 + 15 * u16::try_from(dice.below(12)).unwrap_or(0)),
            leaves_from: String::new(),
            taken_by: fetched.into(),
            companions,
            who_comes: if companions > 0 { "avec son conjoint".into() } else { String::new() },
            diet: ["", "", "", "végétarien"][dice.below(4)].into(),
            note: String::new(),
        };
        let noted = weekday(stay.from.plus(-15)).max(list.made.day.plus(1));
        let minute = u16::try_from(stay.id.0 % 40).unwrap_or(0);
        let kilometres = u32::try_from(180 + 20 * dice.below(30)).unwrap_or(0);
        let cost = StayCost {
            stay: stay.id,
            pay: Some(1_000),
            paid_on: Some(weekday(stay.to.plus(9))),
            kilometres: Some(kilometres),
            refund: Some(kilometres / 4),
            refunded_on: Some(weekday(stay.to.plus(9))),
            note: String::new(),
        };
        let mut all = vec![
            (Now::on(noted, 15, minute), put(&TRAVEL, travel.values())),
            (Now::on(weekday(stay.to.plus(9)), 15, minute), put(&STAY_COST, cost.values())),
        ];
        // One key a post.
        let key = usize::try_from(stay.post.0 - 1).ok().and_then(|at| self.keys.get(at));
        let leaves = weekday(stay.to);
        all.extend(key.map(|key| {
            let times =
                Times { from_day: stay.from, from_minute: 8 * 60 + 15, to_day: Some(leaves), to_minute: 18 * 60 };
            (Now::on(leaves, 18, minute), put(&BOOKING, booking(*key, stay.id, times).values()))
        }));
        all
    }

    /// The team is away some days a year; who opens is then somebody else.
    fn is_away(first: Day, last: Day) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut week = first.week();
        // Noted three weeks ahead.
        while week.monday() <= last.plus(21) {
            let monday = week.monday();
            let who = match week.number() {
                20 | 49 => Some(ASSISTANT),
                31 => Some(NURSE),
                42 => Some(COORDINATION),
                _ => None,
            };
            if let Some(person) = who {
                let replaced_by = (person == ASSISTANT).then_some(NURSE);
                let away = Absence { person, from: monday.plus(1), to: monday.plus(3), replaced_by };
                steps.push(step(Now::on(monday.plus(-20), 9, 50), put(&ABSENCE, away.values())));
            }
            if week.number() == 49 {
                let values = [("week", monday.into()), ("person", Value::from(NURSE))];
                steps.push(step(Now::on(monday.plus(-20), 9, 55), put(&OPENS, values.into_iter().collect())));
            }
            week = week.next();
        }
        steps
    }
}

fn booking(asset: i64, stay: StayId, times: Times) -> Booking {
    Booking { stay: Some(stay), ..Booking::of_asset(asset, times) }
}

/// What a centre of so many posts lends, and whether it has rooms to let: a house, a vehicle and a key for each post.
fn lent(posts: usize) -> (Vec<Asset>, bool) {
    let plain = |kind, name: &str| Asset {
        id: 0,
        kind,
        name: name.to_owned(),
        address: String::new(),
        places: 1,
        plate: String::new(),
        range_km: None,
        charge: String::new(),
        opens: String::new(),
        cleaning: 0,
        by_default: false,
        post: None,
        retired_on: None,
        note: String::new(),
    };
    let houses = [("Maison du bourg", "4 rue de l'Église"), ("Gîte du moulin", "Route de Lavaveix")];
    let cars = [("Voiture 1", "GH-412-KL"), ("Voiture 2", "GJ-077-MN")];
    let keys = [("Clé de la maison", "Maison du bourg"), ("Clé du gîte", "Gîte du moulin")];
    let post = |at: usize| (posts > 1).then(|| PostId(i64::try_from(at + 1).unwrap_or(1)));
    let mut all = Vec::new();
    for (at, (name, address)) in houses.iter().take(posts).enumerate() {
        let house = plain(AssetKind::House, name);
        all.push(Asset {
            address: (*address).into(),
            places: 3,
            cleaning: 240,
            by_default: true,
            post: post(at),
            ..house
        });
    }
    for (at, (name, plate)) in cars.iter().take(posts).enumerate() {
        let (range_km, charge) = (Some(300), "prise de la cour, la nuit".into());
        let car = plain(AssetKind::Vehicle, name);
        all.push(Asset { plate: (*plate).into(), range_km, charge, by_default: true, post: post(at), ..car });
    }
    // Each post works in a room of its own; of two posts there is one more, to be let.
    let count = if posts > 1 { posts + 1 } else { 1 };
    for (at, name) in ["Salle 1", "Salle 2", "Salle 3"].into_iter().take(count).enumerate() {
        let own = (at < posts).then(|| PostId(i64::try_from(at + 1).unwrap_or(1)));
        all.push(Asset { by_default: own.is_some(), post: own, ..plain(AssetKind::Room, name) });
    }
    for (name, opens) in keys.iter().take(posts) {
        all.push(Asset { opens: (*opens).into(), ..plain(AssetKind::Key, name) });
    }
    (all, posts > 1)
}
