//! What the permanent team did beside the consultations: meetings, Asalée, recalls.

use std::collections::BTreeMap;

use super::super::IsoWeek;
use super::{Draft, Figure, View, care, figure};

pub(super) fn figures(view: &View<'_>) -> Vec<Draft> {
    // What the survey of a week says counts, on its day; without one, what the agenda has.
    let mut meetings: BTreeMap<IsoWeek, (u32, Option<u32>)> =
        view.facts.meetings.iter().map(|(week, (count, minutes))| (*week, (*count, Some(*minutes)))).collect();
    // What a survey does not count, the follow-ups do.
    let mut asalee = care::contacts(view);
    for survey in view.facts.surveys.iter().map(|s| &s.what) {
        let agenda = survey.meetings.and_then(|_| meetings.remove(&survey.week));
        // The rest of a week that the period cuts: its meetings count where it was surveyed.
        if !view.contains(survey.day) {
            continue;
        }
        if let Some(count) = survey.meetings {
            let minutes = survey.meeting_minutes.map(u32::from).or(agenda.and_then(|(_, minutes)| minutes));
            meetings.insert(survey.week, (u32::from(count), minutes));
        }
        if let Some(contacts) = survey.asalee {
            *asalee.get_or_insert(0) += u32::from(contacts);
        }
    }
    let count = meetings.values().map(|(count, _)| count).sum();
    let minutes: Vec<u32> = meetings.values().filter_map(|(_, minutes)| *minutes).collect();
    let recalls = view.facts.recalls;
    vec![
        figure("coordination", Figure::known(count, !meetings.is_empty())),
        figure("coordination.minutes", Figure::known(minutes.iter().sum(), !minutes.is_empty())),
        figure("coordination.asalee", asalee.map_or(Figure::Missing, Figure::Count)),
        figure("coordination.recalls", Figure::Count(recalls.due)),
        figure("coordination.recalls_done", Figure::share(recalls.done, recalls.due)),
        figure("rooms", Figure::share(view.facts.rooms.0, view.facts.rooms.1)),
    ]
}
