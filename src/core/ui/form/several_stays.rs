//! Several weeks of one doctor at once.

use super::parts::{self, LINE_MAX, get};
use super::{Form, Spec};
use crate::domain::act::{Act, NewStay, StayAct, Together};
use crate::domain::candidate::Hole;
use crate::domain::draft::{span, text};
use crate::domain::rights::Right;
use crate::domain::{IsoWeek, Msg, PersonId, PostId, StayState};
use crate::protocol::{DraftKey, Raw};
use crate::ui::layer::help::Topic;
use crate::ui::widget::form::{Field, FieldKind, Reading};
use crate::ui::{Ask, Cx};

/// States that stays are entered in here.
const STATES: [StayState; 3] = [StayState::Considered, StayState::Option, StayState::Confirmed];

/// Weeks entered at once, at most: a year.
const MOST: usize = 53;

/// Several weeks of one doctor, on the post the keys were on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SeveralStaysForm {
    pub post: Option<PostId>,
}

impl Form for SeveralStaysForm {
    fn spec(&self, cx: &Cx) -> Spec {
        let post = self.post.or_else(|| cx.frame.rota.posts.first().map(|p| p.id));
        Spec {
            title: cx.t("several-title"),
            intro: Vec::new(),
            fields: vec![
                Field::new("post", "forms-field-post", FieldKind::Choice(parts::posts(cx))),
                Field::new("doctor", "forms-field-doctor", FieldKind::Picker(parts::doctors(None, cx))),
                Field::sentence("weeks", "several-weeks", 2),
                Field::new(
                    "state",
                    "forms-field-state",
                    FieldKind::Choice(parts::options(&STATES, StayState::word, cx)),
                ),
            ],
            raw: parts::raw([
                ("post", post.map(|p| p.to_string()).unwrap_or_default()),
                ("state", StayState::Confirmed.word().to_owned()),
            ]),
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        let rota = &cx.frame.rota;
        let post = get(raw, "post").parse().ok().map(PostId);
        if post.is_none() {
            reading.wrong("post", Msg::new("forms-missing-post"));
        } else if rota.posts.len() == 1 {
            reading.hidden.push("post");
        }
        let doctor = get(raw, "doctor").parse().ok().map(PersonId);
        if doctor.is_none() {
            reading.wrong("doctor", Msg::new("forms-missing-doctor"));
        }
        let state = parts::chosen(&STATES, StayState::word, get(raw, "state")).unwrap_or(StayState::Confirmed);
        let Some(weeks) = weeks(&mut reading, raw, cx) else { return reading };
        let (Some(post), Some(doctor)) = (post, doctor) else { return reading };
        let mut acts: Vec<Act> = Vec::new();
        for week in weeks {
            let hole = Hole { post, week };
            let Some((from, to)) = hole.free(rota, cx.now.day) else {
                let taken = rota.in_week(post, week).next().map(|s| rota.people.short(s.doctor));
                let msg = match taken {
                    Some(doctor) => Msg::new("several-taken").with("week", week).with("doctor", doctor),
                    None => Msg::new("several-closed").with("week", week),
                };
                reading.wrong("weeks", msg);
                continue;
            };
            acts.push(StayAct::Add(NewStay::plain(post, doctor, from, to, state)).into());
        }
        if reading.errors.is_empty() {
            let said =
                Msg::new("store-said-stays-added").with("count", acts.len()).with("doctor", rota.people.short(doctor));
            reading.ask = Some(Ask::act(Together::said(said, acts)));
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        Some("several-stays/new".to_owned())
    }

    fn right(&self) -> Right {
        Right::Rota
    }

    fn topic(&self) -> Topic {
        Topic::Planning
    }
}

/// The weeks that were typed, each once; what was understood stands beside them.
fn weeks(reading: &mut Reading, raw: &Raw, cx: &Cx) -> Option<Vec<IsoWeek>> {
    let typed = get(raw, "weeks");
    if typed.trim().is_empty() {
        reading.wrong("weeks", Msg::new("several-missing"));
        return None;
    }
    let typed = reading.take("weeks", text::checked(&text::line(typed), LINE_MAX))?;
    let spans = reading.take("weeks", span::spans(&typed, cx.now.day))?;
    let mut weeks: Vec<IsoWeek> = Vec::new();
    for (from, to) in spans {
        let (mut week, last) = (from.week(), to.week());
        while week <= last && weeks.len() <= MOST {
            weeks.push(week);
            week = week.next();
        }
    }
    weeks.sort_unstable();
    weeks.dedup();
    if weeks.len() > MOST {
        reading.wrong("weeks", Msg::new("several-many"));
        return None;
    }
    let this_year = cx.now.day.week().year();
    let said = weeks.iter().map(|week| match week.year() {
        year if year == this_year => cx.words.week(*week),
        year => format!("{} {year}", cx.words.week(*week)),
    });
    let said: Vec<String> = said.collect();
    reading.understood("weeks", said.join(", "));
    Some(weeks)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::Write;
    use crate::ui::testing::{Desk, GARNIER, VIDAL};

    fn read(desk: &Desk, weeks: &str) -> Reading {
        let form = SeveralStaysForm::default();
        let mut raw = form.spec(&desk.cx()).raw;
        raw.insert("doctor".into(), VIDAL.to_string());
        raw.insert("weeks".into(), weeks.into());
        form.read(&raw, &desk.cx())
    }

    #[test]
    fn several_weeks_are_one_act_and_a_taken_one_is_named() {
        let desk = Desk::of(GARNIER);
        let later = desk.now.day.week().plus(20);
        let typed = format!("s{}-s{}, s{}", later.number(), later.plus(1).number(), later.plus(3).number());
        let reading = read(&desk, &typed);
        let Some(Ask::Save(Write { act: Act::Together(together), .. })) = reading.ask else {
            panic!("{:?}", reading.errors)
        };
        assert_eq!(together.acts.len(), 3);
        let taken = desk.frame.rota.confirmed().find(|s| s.from > desk.now.day).unwrap().week();
        let reading = read(&desk, &format!("s{}", taken.number()));
        assert_eq!(reading.error("weeks").map(|msg| &*msg.id), Some("several-taken"));
        assert!(read(&desk, "").error("weeks").is_some() && read(&desk, "bientôt").error("weeks").is_some());
    }
}
