//! What the rows of a stay's page look like.

use super::{Part, StayLayer, is_off, status};
use crate::domain::light::{Light, light};
use crate::domain::prepared::StayFile;
use crate::domain::record::{AssetKind, Booking, TaskState};
use crate::domain::{Msg, Stay, StayState};
use crate::ui::{Cx, Glyph, Meaning};
use crate::words::{StayWords, capital};

type Said = Vec<(String, Meaning)>;

/// The words for a stay, as it is today.
pub(in crate::ui) const fn words<'a>(cx: &Cx<'a>) -> StayWords<'a> {
    StayWords { words: cx.words, rota: &cx.frame.rota, today: cx.now.day }
}

/// Days, post, state; how to reach them; why it was called off.
pub(super) fn stay(stay: &Stay, cx: &Cx) -> Said {
    let rota = &cx.frame.rota;
    let mut lines = vec![(words(cx).when(stay), Meaning::Strong)];
    let reach = rota.people.get(stay.doctor).map(|person| words(cx).reach(person)).filter(|said| !said.is_empty());
    lines.extend(reach.map(|said| (said, Meaning::Plain)));
    if stay.withdrawal.is_some() {
        lines.push((cx.words.withdrawn(stay, rota), Meaning::Watch));
    }
    lines.extend((!stay.note.is_empty()).then(|| (stay.note.clone(), Meaning::Dim)));
    lines
}

/// `Préparation 5/9 · 2 en retard`
pub(super) fn preparation(file: &StayFile, cx: &Cx) -> (String, Meaning) {
    if is_off(&file.stay) {
        return (cx.t("stay-closed"), Meaning::Dim);
    }
    let progress = file.known.progress(&file.stay, cx.now.day);
    let msg = Msg::new("stay-preparation").with("done", progress.done).with("all", progress.all);
    let meaning = match progress {
        p if p.late > 0 => Meaning::Watch,
        p if p.done == p.all => Meaning::Good,
        _ => Meaning::Strong,
    };
    (cx.words.say(&msg.with("late", progress.late)), meaning)
}

/// `Dossier à compléter`, and that the status is not known.
pub(super) fn papers(file: &StayFile, cx: &Cx) -> Option<(String, Meaning)> {
    let status = status(&file.stay, cx);
    let light = light(&file.stay, status, &file.known.kinds, &file.known.papers, cx.now.day)?;
    let said = capital(&cx.t(light.word()));
    let said = if status.is_some() { said } else { format!("{said} · {}", cx.t("stay-status-unknown")) };
    Some((said, of_light(light)))
}

/// How a light looks; its words say it too.
pub(in crate::ui) const fn of_light(light: Light) -> Meaning {
    match light {
        Light::Complete => Meaning::Good,
        Light::ToComplete => Meaning::Watch,
        Light::Incomplete => Meaning::Urgent,
    }
}

/// The sign of a light, one column wide.
pub(in crate::ui) const fn sign_of_light(light: Light) -> Glyph {
    match light {
        Light::Complete => Glyph::Done,
        Light::ToComplete => Glyph::ToDecide,
        Light::Incomplete => Glyph::Alert,
    }
}

/// What a part says.
pub(super) fn part(part: Part, file: &StayFile, cx: &Cx) -> Said {
    let words = words(cx);
    match part {
        Part::Stay => stay(&file.stay, cx),
        Part::Task(id) => {
            let Some(task) = file.known.tasks.iter().find(|task| task.row.id == id) else { return Vec::new() };
            let (sign, meaning) = match task.what.state {
                TaskState::ToDo if task.what.is_late(&file.stay, cx.now.day) => (Glyph::Alert, Meaning::Watch),
                TaskState::ToDo => (Glyph::ToDecide, Meaning::Plain),
                TaskState::Done => (Glyph::Done, Meaning::Dim),
                TaskState::NotNeeded | TaskState::Dropped => (Glyph::Dot, Meaning::Dim),
            };
            vec![(format!("{} {}", cx.look.glyph(sign), words.task(&task.what, file)), meaning)]
        }
        Part::NoTask => vec![(cx.t("stay-no-task"), Meaning::Dim)],
        Part::Settled => {
            let count = file.known.tasks_of(&file.stay, cx.now.day).iter().filter(|task| !task.what.is_open()).count();
            vec![folded("stay-settled", count, cx)]
        }
        Part::Checked => {
            let papers = StayLayer::papers(file, cx);
            vec![folded("stay-checked", papers.iter().filter(|paper| paper.light() == Light::Complete).count(), cx)]
        }
        Part::Paper(kind) => {
            let papers = StayLayer::papers(file, cx);
            let Some(needed) = papers.iter().find(|needed| needed.kind.row.id == kind) else { return Vec::new() };
            let light = needed.light();
            let meaning = if light == Light::Complete { Meaning::Plain } else { of_light(light) };
            vec![(format!("{} {}", cx.look.glyph(sign_of_light(light)), cx.words.say(&needed.msg())), meaning)]
        }
        Part::Lent(kind, booking) => {
            let (said, meaning) = lent(kind, booking, file, cx);
            vec![(format!("{}{said}", words.kind(kind)), meaning)]
        }
        Part::Travel => {
            let lines = file.known.travel(file.stay.id).map(|travel| words.travel(&travel.what)).unwrap_or_default();
            if lines.is_empty() {
                return vec![(format!("{}{}", cx.t("stay-travel"), cx.t("stay-travel-none")), Meaning::Dim)];
            }
            lines.into_iter().map(|line| (line, Meaning::Plain)).collect()
        }
        Part::Cost => {
            let cost = file.known.cost(file.stay.id).map(|cost| words.cost(&cost.what)).filter(|said| !said.is_empty());
            let meaning = if cost.is_some() { Meaning::Plain } else { Meaning::Dim };
            let said = cost.unwrap_or_else(|| cx.t("stay-cost-none"));
            vec![(format!("{}{said}", cx.t("stay-cost")), meaning)]
        }
        Part::Hanging => file.hanging.iter().map(|hanging| (words.hanging(hanging), Meaning::Plain)).collect(),
    }
}

/// How many are settled: Enter shows which.
fn folded(id: &'static str, count: usize, cx: &Cx) -> (String, Meaning) {
    (format!("{} {}", cx.look.glyph(Glyph::Done), cx.words.say(&Msg::new(id).with("count", count))), Meaning::Dim)
}

/// What a stay has of a kind; without it, whether it is to be found.
fn lent(kind: AssetKind, booking: Option<i64>, file: &StayFile, cx: &Cx) -> (String, Meaning) {
    let found = booking.and_then(|id| file.known.bookings.iter().find(|b| b.row.id == id));
    if let Some((what, asset)) = found.and_then(|b| Some((&b.what, file.known.asset(b.what.asset)?))) {
        return (words(cx).lent(what, asset, &file.stay), meaning(what, kind, &file.stay, cx));
    }
    // A post works in its own room, without a booking.
    let own = file.known.assets.iter().find(|a| {
        kind == AssetKind::Room && a.what.kind == kind && a.what.by_default && a.what.post == Some(file.stay.post)
    });
    if let Some(room) = own {
        return (format!("{} · {}", room.what.name, cx.t("lent-own-room")), Meaning::Plain);
    }
    // Of an option it is shown what is free, and nothing is taken.
    if let (StayState::Option | StayState::Considered, Some((asset, taken))) =
        (file.stay.state, file.known.free_for(&file.stay, kind))
    {
        let msg = match taken {
            None => Msg::new("lent-free"),
            Some(taken) => Msg::new("lent-taken").with("who", words(cx).whose(taken)),
        };
        return (cx.words.say(&msg.with("what", asset.name.as_str())), Meaning::Dim);
    }
    let needed = file.stay.is_confirmed() && matches!(kind, AssetKind::House | AssetKind::Vehicle);
    let (id, meaning) = match () {
        () if file.known.needs_none(file.stay.id, kind) => ("lent-not-needed", Meaning::Dim),
        () if needed && file.stay.to >= cx.now.day => ("lent-to-find", Meaning::Watch),
        () => ("lent-none", Meaning::Dim),
    };
    (cx.t(id), meaning)
}

/// A key that is still out, and what came back damaged or not at all, stands out.
fn meaning(what: &Booking, kind: AssetKind, stay: &Stay, cx: &Cx) -> Meaning {
    let out = kind == AssetKind::Key && what.is_out(cx.now.day) && stay.to < cx.now.day;
    match () {
        () if out => Meaning::Urgent,
        () if !what.damage.is_empty() || !what.lost.is_empty() => Meaning::Watch,
        () => Meaning::Plain,
    }
}
