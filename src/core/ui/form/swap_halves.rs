//! P and NP change places between two doctors, for some half-days or for the week.

use super::parts::{self, get};
use super::{Form, Spec};
use crate::domain::agenda::{DecidedHalfDay, Entry};
use crate::domain::rights::Right;
use crate::domain::swap_halves::{act, clashing, of_week, swapped};
use crate::domain::{Day, HalfDay, Msg, PostId};
use crate::protocol::{DraftKey, Raw};
use crate::ui::layer::help::Topic;
use crate::ui::widget::form::{Field, FieldKind, Hint, Reading};
use crate::ui::{Ask, Cx, Meaning};

/// Appointments that are named one by one; more are counted.
const NAMED: usize = 3;

/// What of the week changes places.
const SPANS: [&str; 2] = ["swap-halves-some", "swap-halves-week"];

/// Half-days of a post, with what stands in the agenda of their week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SwapHalvesForm {
    pub post: PostId,
    /// Never empty.
    pub halves: Vec<(Day, HalfDay)>,
    pub decided: Vec<DecidedHalfDay>,
    pub entries: Vec<Entry>,
}

impl SwapHalvesForm {
    /// A post with whoever is there on the first of the half-days: `Dr Roche (Poste 2)`.
    fn named(&self, post: PostId, cx: &Cx) -> String {
        let rota = &cx.frame.rota;
        let there = self.halves.first().and_then(|(day, _)| rota.on_duty(post, *day));
        let name = rota.post_name(post).to_owned();
        there.map_or(name.clone(), |stay| format!("{} ({name})", rota.people.short(stay.doctor)))
    }
}

impl Form for SwapHalvesForm {
    fn right(&self) -> Right {
        Right::Agenda
    }

    fn topic(&self) -> Topic {
        Topic::Week
    }

    fn spec(&self, cx: &Cx) -> Spec {
        let others: Vec<_> = cx.frame.rota.posts.iter().map(|post| post.id).filter(|post| *post != self.post).collect();
        let with = others.iter().map(|post| (post.to_string(), self.named(*post, cx))).collect();
        Spec {
            title: cx.t("swap-halves-title"),
            intro: vec![parts::plain(self.named(self.post, cx))],
            fields: vec![
                Field::new("span", "swap-halves-span", FieldKind::Choice(parts::options(&SPANS, |id| id, cx))),
                Field::new("with", "swap-halves-with", FieldKind::Picker(with)),
            ],
            raw: parts::raw([
                ("span", SPANS[0].to_owned()),
                ("with", others.first().map(ToString::to_string).unwrap_or_default()),
            ]),
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        let rota = &cx.frame.rota;
        let Some(other) = get(raw, "with").parse().ok().map(PostId) else {
            reading.wrong("with", Msg::new("swap-halves-missing"));
            return reading;
        };
        let whole = get(raw, "span") == SPANS[1];
        let week = self.halves.first().map(|(day, _)| day.week().monday()).filter(|_| whole);
        // What is over was what it was.
        let to_come = |monday: Day| of_week(monday).into_iter().filter(|(day, _)| *day >= cx.now.day).collect();
        let halves = week.map_or_else(|| self.halves.clone(), to_come);
        let changes = swapped(&halves, (self.post, other), &self.decided, rota);
        if changes.is_empty() {
            reading.wrong("span", Msg::new("swap-halves-none"));
            return reading;
        }
        let count = changes.len() / 2;
        let told =
            changes.iter().filter(|(post, ..)| *post == self.post).take(NAMED + 1).map(|(_, day, half, kind)| {
                let half = cx.t(if *half == HalfDay::Morning { "forms-morning" } else { "forms-afternoon" });
                format!("{} {half} {}", cx.words.day(*day), cx.t(kind.word()))
            });
        let told: Vec<String> = told.collect();
        let told = if count > NAMED {
            cx.words.say(&Msg::new("swap-halves-count").with("count", count))
        } else {
            told.join(", ")
        };
        reading.understood("span", told);
        let clashes: Vec<&Entry> = clashing(&changes, self.entries.iter(), rota, cx.now.day).collect();
        if !clashes.is_empty() {
            let named = clashes.iter().take(NAMED).map(|entry| {
                let start = entry.what.start.map(|start| cx.words.time(start)).unwrap_or_default();
                format!("{} {start}", cx.words.day_short(entry.what.day))
            });
            let named = named.collect::<Vec<_>>().join(", ");
            let msg = Msg::new("swap-halves-clash").with("count", clashes.len()).with("which", named);
            reading.hints.push(Hint { field: "span", meaning: Meaning::Watch, text: cx.words.say(&msg) });
        }
        let said = Msg::new("store-said-swap-halves")
            .with("count", count)
            .with("one", self.named(self.post, cx))
            .with("other", self.named(other, cx));
        reading.ask = Some(Ask::act(act(&changes, said)));
        reading
    }

    fn asks_twice(&self) -> bool {
        true
    }

    fn draft(&self) -> Option<DraftKey> {
        None
    }
}
