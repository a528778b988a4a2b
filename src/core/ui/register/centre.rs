//! The centre itself: its facts, its posts, and the days it is closed.

use super::key;
use super::listing::List;
use crate::domain::candidate::Weights;
use crate::domain::draft::department;
use crate::domain::record::CLOSURE;
use crate::domain::rights::Right;
use crate::domain::{ClosureId, Msg, PostId};
use crate::ui::form::centre::CentreForm;
use crate::ui::form::post::PostForm;
use crate::ui::form::record::RecordForm;
use crate::ui::form::targets::TargetsForm;
use crate::ui::form::weights::WeightsForm;
use crate::ui::widget::table::{Column, Row};
use crate::ui::{Action, Ask, Cx, Glyph, Meaning};

/// The register "Centre".
#[derive(Debug, Clone, Default)]
pub struct CentreFacts;

/// A row: one fact of the centre, a post or a closure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Id {
    Fact(u8),
    Post(PostId),
    Closure(ClosureId),
}

impl List for CentreFacts {
    type Id = Id;
    const HINTS: &'static [Action] = &[Action::Enter, Action::Add, Action::Delete];

    fn title(&self, cx: &Cx) -> String {
        cx.t("register-centre")
    }

    fn counts(&self) -> bool {
        false
    }

    fn head(&self, cx: &Cx) -> Vec<(String, Meaning)> {
        if !cx.may(Right::Centre) {
            return Vec::new();
        }
        let said =
            Msg::new("register-centre-keys").with("add", key(Action::Add, cx)).with("edit", key(Action::Edit, cx));
        vec![(cx.words.say(&said), Meaning::Dim)]
    }

    fn columns(&self, cx: &Cx) -> Vec<Column> {
        vec![Column::new(cx.t("register-what"), 22, 0), Column::new(cx.t("register-value"), 30, 1)]
    }

    fn rows(&self, cx: &Cx) -> Vec<(Id, Row)> {
        let rota = &cx.frame.rota;
        let facts = (0..).zip(facts(cx)).map(|(n, (name, value, _))| (Id::Fact(n), Row::new(vec![name, value])));
        let posts = rota.posts.iter().map(|p| (Id::Post(p.id), Row::new(vec![cx.t("register-post"), p.name.clone()])));
        // Those to come first, the soonest on top; then the past ones, the latest on top.
        let (mut ahead, mut behind): (Vec<_>, Vec<_>) = rota.calendar.closures.iter().partition(|c| c.to >= cx.now.day);
        ahead.sort_by_key(|c| c.from);
        behind.sort_by_key(|c| std::cmp::Reverse(c.from));
        let closures = ahead.into_iter().chain(behind).map(|c| {
            let said = format!("{} {} {}", cx.words.span(c.from, c.to), cx.look.glyph(Glyph::Separator), c.reason);
            let past = c.to < cx.now.day;
            let row = Row::new(vec![cx.t("register-closure"), said]);
            (Id::Closure(c.id), row.meaning(if past { Meaning::Dim } else { Meaning::Plain }))
        });
        facts.chain(posts).chain(closures).collect()
    }

    fn empty(&self, _cx: &Cx) -> String {
        String::new()
    }

    fn act(&self, action: Action, on: Option<Id>, cx: &Cx) -> Option<Ask> {
        match (action, on?) {
            (Action::Edit | Action::Enter, Id::Fact(n)) => {
                let kept = cx.frame.kept_centre();
                Some(match facts(cx).get(usize::from(n))?.2 {
                    Of::Centre => Ask::open(CentreForm(kept)),
                    Of::Targets => Ask::open(TargetsForm(kept)),
                    Of::Weights => Ask::open(WeightsForm(kept)),
                })
            }
            (Action::Edit | Action::Enter, Id::Post(id)) => {
                Some(Ask::open(PostForm { known: Some(cx.frame.kept_post(id)?) }))
            }
            (Action::Add, Id::Post(_)) => Some(Ask::open(PostForm::default())),
            (Action::Add, _) => Some(Ask::open(RecordForm::new(&CLOSURE, None))),
            (Action::Delete, Id::Closure(id)) => {
                let closure = cx.frame.rota.calendar.closures.iter().find(|c| c.id == id)?;
                let span = cx.words.span(closure.from, closure.to);
                let question = Msg::new("register-closure-remove").with("span", span);
                let write = Ask::act(CLOSURE.remove(id.0));
                Some(Ask::Confirm { question, yes: vec![write], danger: false })
            }
            _ => None,
        }
    }
}

/// The form in which a fact is changed.
#[derive(Debug, Clone, Copy)]
enum Of {
    Centre,
    Targets,
    Weights,
}

/// The facts, each with its name and its form, in the order of the forms.
fn facts(cx: &Cx) -> Vec<(String, String, Of)> {
    let of = |facts: Vec<(String, String)>, form| facts.into_iter().map(move |(name, said)| (name, said, form));
    let own = cx.frame.centre.weights != Weights::default();
    let weights = cx.t(if own { "weights-own" } else { "weights-usual" });
    let weights = vec![(cx.t("register-weights"), weights)];
    of(centre(cx), Of::Centre).chain(of(targets(cx), Of::Targets)).chain(of(weights, Of::Weights)).collect()
}

/// What the centre is, and how it is set.
fn centre(cx: &Cx) -> Vec<(String, String)> {
    let centre = &cx.frame.centre;
    let code = centre.department.as_str();
    let place = department::name(code).map_or_else(|| code.to_owned(), |name| format!("{name} ({code})"));
    let zone = centre.zone().map(|zone| cx.words.say(&Msg::new("register-zone").with("zone", zone.word())));
    let zone = zone.map_or_else(String::new, |zone| format!(", {zone}"));
    let span = |(from, to)| format!("{} – {}", cx.words.time(from), cx.words.time(to));
    let week = cx.now.day.week();
    let open: Vec<String> = week
        .days()
        .zip(centre.opening.open)
        .filter_map(|(day, half)| match half {
            (true, true) => Some(cx.words.weekday(day)),
            (true, false) => Some(cx.words.say(&Msg::new("register-mornings").with("day", cx.words.weekday(day)))),
            (false, true) => Some(cx.words.say(&Msg::new("register-afternoons").with("day", cx.words.weekday(day)))),
            (false, false) => None,
        })
        .collect();
    let names = if centre.names_allowed { cx.t("register-names-yes") } else { cx.t("register-names-no") };
    let words = if centre.words_for_all { "register-detail-all" } else { "register-detail-kept" };
    let lock = cx.words.say(&Msg::new("register-lock-after").with("count", usize::from(centre.lock_minutes)));
    let guide = cx.words.say(&Msg::new("register-guide-after").with("count", usize::from(centre.guide_months)));
    let months = usize::from(centre.journal_months);
    let journal = cx.words.say(&Msg::new("register-journal-months").with("count", months));
    let accounts = Msg::new("register-account-days")
        .with("before", usize::from(centre.around.before))
        .with("after", usize::from(centre.around.after));
    let accounts = cx.words.say(&accounts);
    vec![
        (cx.t("register-name"), centre.name.clone()),
        (cx.t("register-commune"), format!("{}, {place}{zone}", centre.commune)),
        (cx.t("register-opened"), cx.words.day_long(centre.opened)),
        (cx.t("register-morning"), span(centre.opening.morning)),
        (cx.t("register-afternoon"), span(centre.opening.afternoon)),
        (cx.t("register-open-days"), open.join(", ")),
        (cx.t("register-names"), names),
        (cx.t("register-detail"), cx.t(words)),
        (cx.t("register-lock"), lock),
        (cx.t("register-guide"), guide),
        (cx.t("register-account-around"), accounts),
        (cx.t("register-journal-kept"), journal),
    ]
}

/// What the centre aims at, one target a line, and the fee of a week.
fn targets(cx: &Cx) -> Vec<(String, String)> {
    let targets = cx.frame.centre.targets;
    let said = |id, n: u16| cx.words.say(&Msg::new(id).with("value", cx.words.whole(i64::from(n))));
    let aims = [
        targets.open_weeks.map(|n| said("targets-weeks", n)),
        targets.week_consultations.map(|n| said("targets-consultations", n)),
        targets.third_days.map(|n| said("targets-third", n)),
    ];
    let aims = aims.into_iter().flatten().map(|aim| (cx.t("register-target"), aim));
    aims.chain(targets.week_fee.map(|fee| (cx.t("register-fee"), said("targets-fee", fee)))).collect()
}
