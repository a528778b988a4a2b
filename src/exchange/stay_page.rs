//! The page of a stay on paper, for the team: what is ready and what is not.

use crate::domain::light::{Light, light, needed};
use crate::domain::prepared::StayFile;
use crate::domain::record::AssetKind;
use crate::domain::{Day, Msg, Rota};
use crate::words::{StayWords, Words, capital};

/// The parts of the page, each under its title; a part of which nothing is the reader's is left out.
#[must_use]
pub fn sheet(file: &StayFile, rota: &Rota, centre: &str, today: Day, words: &Words) -> Vec<(String, Vec<String>)> {
    let told = StayWords { words, rota, today };
    let stay = &file.stay;
    let person = rota.people.get(stay.doctor);
    let head = Msg::new("stay-sheet-head").with("centre", centre).with("day", words.day_year(today));
    let mut first = vec![words.say(&head), told.when(stay)];
    first.extend(person.map(|person| told.reach(person)).filter(|said| !said.is_empty()));
    let mut parts = vec![(String::new(), first)];
    let tasks: Vec<String> = file
        .known
        .tasks_of(stay, today)
        .into_iter()
        .map(|task| format!("{} {}", if task.what.is_open() { "☐" } else { "☑" }, told.task(&task.what, file)))
        .collect();
    if !tasks.is_empty() {
        let progress = file.known.progress(stay, today);
        let msg = Msg::new("stay-preparation").with("done", progress.done).with("all", progress.all);
        parts.push((words.say(&msg.with("late", progress.late)), tasks));
    }
    let status = person.and_then(|person| person.doctor.status);
    if let Some(light) = light(stay, status, &file.known.kinds, &file.known.papers, today) {
        let all = needed(stay, status, &file.known.kinds, &file.known.papers, today);
        let wrong = all.iter().filter(|needed| needed.light() != Light::Complete).map(|n| words.say(&n.msg()));
        parts.push((capital(&words.t(light.word())), wrong.collect()));
    }
    let mut lent = Vec::new();
    for kind in AssetKind::ALL {
        let of_kind = file.known.lent_to(stay.id, *kind);
        lent.extend(of_kind.map(|(asset, b)| format!("{}{}", told.kind(*kind), told.lent(&b.what, asset, stay))));
    }
    parts.push((words.t("stay-lent"), lent));
    let mut around = file.known.travel(stay.id).map(|travel| told.travel(&travel.what)).unwrap_or_default();
    let cost = file.known.cost(stay.id).map(|cost| told.cost(&cost.what)).filter(|said| !said.is_empty());
    around.extend(cost.map(|said| format!("{}{said}", words.t("stay-cost"))));
    around.extend(file.hanging.as_ref().filter(|hanging| !hanging.is_empty()).map(|hanging| told.hanging(hanging)));
    parts.push((words.t("stay-around"), around));
    parts.retain(|(_, lines)| !lines.is_empty());
    parts
}
