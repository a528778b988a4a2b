//! Whom one asked to come, how, and what they answered; a yes may become a stay in the same act.

use super::parts::{self, get};
use super::{Form, Spec};
use crate::domain::act::{Act, NewStay, RecordAct, StayAct, Together};
use crate::domain::candidate::Hole;
use crate::domain::draft::when;
use crate::domain::record::{How, SOLICITATION, Solicitation, SolicitationAnswer, Written};
use crate::domain::rights::Right;
use crate::domain::{Day, Msg, PersonId, StayState};
use crate::protocol::{DraftKey, Kept, Page, Query, Raw, Write};
use crate::ui::layer::help::Topic;
use crate::ui::widget::form::{Field, FieldKind, Reading};
use crate::ui::{Ask, Cx};

/// Days an option is held, where nobody says otherwise.
const HELD: i32 = 14;

/// What a yes becomes.
const NEXT: [(&str, Option<StayState>); 3] = [
    ("solicitation-then-option", Some(StayState::Option)),
    ("solicitation-then-confirmed", Some(StayState::Confirmed)),
    ("solicitation-then-nothing", None),
];

/// A volunteer asked for a week on a post: a new request, or one that is known and now answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SolicitationForm {
    person: PersonId,
    hole: Hole,
    known: Option<(Solicitation, Written)>,
    /// They said yes, and this is what it becomes.
    yes: Option<StayState>,
}

impl SolicitationForm {
    /// Somebody is asked; `known` is what was noted of it already, and still waits.
    #[must_use]
    pub const fn new(person: PersonId, hole: Hole, known: Option<(Solicitation, Written)>) -> Self {
        Self { person, hole, known, yes: None }
    }

    /// The same of somebody who has said yes, and what that becomes.
    #[must_use]
    pub const fn with_yes(mut self, state: StayState) -> Self {
        self.yes = Some(state);
        self
    }
}

/// The days of a hole that are free, or its whole week where none is.
fn free_days(hole: Hole, cx: &Cx) -> (Day, Day) {
    hole.free(&cx.frame.rota, cx.now.day).unwrap_or_else(|| (hole.week.monday(), hole.week.sunday()))
}

impl Form for SolicitationForm {
    fn spec(&self, cx: &Cx) -> Spec {
        let known = self.known.as_ref().map(|(what, _)| what);
        let answers: Vec<SolicitationAnswer> =
            SolicitationAnswer::ALL.into_iter().filter(|a| *a != SolicitationAnswer::ToAsk).collect();
        let answer = known.map(|k| k.answer).filter(|a| answers.contains(a)).unwrap_or(SolicitationAnswer::None);
        let answer = if self.yes.is_some() { SolicitationAnswer::Yes } else { answer };
        let becomes = NEXT.iter().find(|(_, state)| state.is_some() && *state == self.yes).unwrap_or(&NEXT[0]).0;
        let how = known.and_then(|k| k.how).unwrap_or(How::Phone);
        let rota = &cx.frame.rota;
        let title =
            Msg::new("solicitation-of").with("doctor", rota.people.short(self.person)).with("week", self.hole.week);
        let span = cx.words.span(self.hole.week.monday(), self.hole.week.sunday());
        let post = (rota.posts.len() > 1).then(|| rota.post_name(self.hole.post).to_owned());
        let about: Vec<String> = [Some(span), post].into_iter().flatten().collect();
        let next = NEXT.iter().map(|(word, _)| ((*word).to_owned(), cx.t(word))).collect();
        Spec {
            title: cx.words.say(&title),
            intro: vec![parts::plain(about.join(", "))],
            fields: vec![
                Field::new(
                    "answer",
                    "solicitation-answer",
                    FieldKind::Choice(parts::options(&answers, SolicitationAnswer::word, cx)),
                ),
                Field::new("next", "solicitation-then", FieldKind::Choice(next)),
                Field::short("held", "solicitation-held"),
                Field::short("again", "solicitation-again-on"),
                Field::new("how", "solicitation-how", FieldKind::Choice(parts::options(&How::ALL, How::word, cx))),
                Field::short("on", "solicitation-asked-on"),
                Field::line("note", "availability-note"),
            ],
            raw: parts::raw([
                ("answer", answer.word().to_owned()),
                ("next", becomes.to_owned()),
                ("held", parts::typed_day(Some(self.usual_last(cx)), cx)),
                ("again", parts::typed_day(known.and_then(|k| k.again_on), cx)),
                ("how", how.word().to_owned()),
                ("on", parts::typed_day(Some(known.and_then(|k| k.asked_on).unwrap_or(cx.now.day)), cx)),
                ("note", known.map_or_else(String::new, |k| k.note.clone())),
            ]),
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        let answer = parts::chosen(&SolicitationAnswer::ALL, SolicitationAnswer::word, get(raw, "answer"));
        let answer = answer.unwrap_or(SolicitationAnswer::None);
        let next = NEXT.iter().find(|(word, _)| *word == get(raw, "next")).and_then(|(_, state)| *state);
        let state = next.filter(|_| answer == SolicitationAnswer::Yes);
        if answer != SolicitationAnswer::Yes {
            reading.hidden.push("next");
        }
        let held = if state == Some(StayState::Option) {
            let held = parts::needed_day(&mut reading, raw, "held", cx);
            if held.is_some_and(|day| day < cx.now.day) {
                reading.wrong("held", Msg::new("solicitation-again-before"));
            }
            held
        } else {
            reading.hidden.push("held");
            None
        };
        let waits = !matches!(answer, SolicitationAnswer::Yes | SolicitationAnswer::No);
        let again = if waits {
            let again = parts::day(&mut reading, raw, "again", cx).flatten();
            if answer == SolicitationAnswer::CallBack && again.is_none() && reading.error("again").is_none() {
                reading.wrong("again", Msg::new("solicitation-again-missing"));
            }
            if again.is_some_and(|day| day < cx.now.day) {
                reading.wrong("again", Msg::new("solicitation-again-before"));
            }
            again
        } else {
            reading.hidden.push("again");
            None
        };
        let how = parts::chosen(&How::ALL, How::word, get(raw, "how"));
        let on = parts::read_day(&mut reading, raw, "on", when::past, cx).flatten();
        if on.is_none() && reading.error("on").is_none() {
            reading.wrong("on", Msg::new("forms-missing-day"));
        }
        if on.is_some_and(|on| on > cx.now.day) {
            reading.wrong("on", Msg::new("store-noted-future"));
        }
        let note = parts::line(&mut reading, raw, "note");
        if state.is_some() {
            self.other_stay(&mut reading, cx);
        }
        if let (Some(note), true) = (note, reading.errors.is_empty()) {
            let Hole { post, week } = self.hole;
            let what = Solicitation {
                person: self.person,
                post,
                week,
                asked_on: on,
                how,
                answer,
                again_on: again,
                note,
                by: None,
            };
            reading.ask = Some(self.save(&what, state, held, cx));
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        let key = format!("solicitation/{}/{}/{}", self.person, self.hole.post, self.hole.week);
        // A yes is no draft of something else.
        Some(self.yes.map_or(key.clone(), |state| format!("{key}/{state:?}")))
    }

    fn right(&self) -> Right {
        Right::Doctors
    }

    fn topic(&self) -> Topic {
        Topic::Volunteers
    }

    fn theirs(&self) -> Option<Query> {
        self.known.as_ref().map(|_| Query::Collective)
    }

    fn renew(&mut self, page: &Page, _cx: &Cx) -> bool {
        let (Some((_, row)), Page::Collective(page)) = (&self.known, page) else { return false };
        let now = page.solicitations.iter().find(|s| s.row.id == row.id);
        self.known = now.map(|listed| (listed.what.clone(), listed.row.clone()));
        self.known.is_some()
    }
}

impl SolicitationForm {
    /// The last day of an option: a working one, two weeks from now or before the week begins.
    fn usual_last(&self, cx: &Cx) -> Day {
        let last = cx.now.day.plus(HELD).min(self.hole.week.monday().plus(-1));
        cx.frame.rota.calendar.last_working(cx.now.day, last).unwrap_or(cx.now.day)
    }

    /// Of one doctor two stays at one time are asked about (rule 31).
    fn other_stay(&self, reading: &mut Reading, cx: &Cx) {
        let rota = &cx.frame.rota;
        let (from, to) = free_days(self.hole, cx);
        let there = rota.stays.between(from, to).find(|s| s.doctor == self.person && s.is_confirmed());
        if let Some(stay) = there {
            let msg = Msg::new("reason-elsewhere").with("post", rota.post_name(stay.post));
            reading.advise("next", cx.words.say(&msg));
        }
    }

    /// What was answered, and the stay a yes becomes: one act.
    fn save(&self, what: &Solicitation, state: Option<StayState>, held_until: Option<Day>, cx: &Cx) -> Ask {
        let known = self.known.as_ref().map(|(_, row)| Kept::record(&SOLICITATION, row));
        let id = self.known.as_ref().map(|(_, row)| row.id);
        let noted = Act::Record(RecordAct::Put(&SOLICITATION, id, what.values()));
        let Some(state) = state else { return Ask::over(known.as_ref(), noted) };
        let (from, to) = free_days(self.hole, cx);
        let new = NewStay { held_until, ..NewStay::plain(self.hole.post, self.person, from, to, state) };
        // An option of theirs for that week becomes this one.
        let rota = &cx.frame.rota;
        let hoped = rota.stays.between(self.hole.week.monday(), self.hole.week.sunday()).find(|s| {
            s.doctor == self.person
                && s.post == self.hole.post
                && matches!(s.state, StayState::Considered | StayState::Option)
        });
        let hoped = hoped.and_then(|s| cx.frame.kept_stay(s.id));
        let stay = match &hoped {
            Some(kept) => StayAct::Edit(kept.what.id, NewStay { state, held_until, ..NewStay::of(&kept.what) }),
            None => StayAct::Add(new),
        };
        let mut write = Write::over(known.as_ref(), Together::of([noted, stay.into()]));
        write.seen.extend(hoped.map(|kept| (kept.row, kept.rev)));
        Ask::Save(write)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::PostId;
    use crate::ui::testing::{Desk, GARNIER, VIDAL};

    fn form(desk: &Desk) -> SolicitationForm {
        let week = desk.now.day.week().plus(8);
        SolicitationForm::new(VIDAL, Hole { post: PostId(1), week }, None)
    }

    fn acts(desk: &Desk, change: &[(&'static str, &str)]) -> Result<Vec<Act>, Vec<&'static str>> {
        let form = form(desk);
        let mut raw = form.spec(&desk.cx()).raw;
        raw.extend(change.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let reading = form.read(&raw, &desk.cx());
        match reading.ask {
            Some(Ask::Save(Write { act: Act::Together(together), .. })) => Ok(together.acts),
            Some(Ask::Save(Write { act, .. })) => Ok(vec![act]),
            _ => Err(reading.errors.iter().map(|(field, _)| *field).collect()),
        }
    }

    #[test]
    fn a_yes_becomes_an_option_or_a_confirmed_stay_in_the_same_act() {
        let desk = Desk::of(GARNIER);
        let yes = ("answer", "solicitation-yes");
        let [Act::Record(_), Act::Stay(StayAct::Add(stay))] = &acts(&desk, &[yes]).unwrap()[..] else { panic!() };
        assert_eq!((stay.state, stay.held_until), (StayState::Option, Some(desk.now.day.plus(HELD))));
        let confirmed = acts(&desk, &[yes, ("next", "solicitation-then-confirmed")]).unwrap();
        let [_, Act::Stay(StayAct::Add(stay))] = &confirmed[..] else { panic!("{confirmed:?}") };
        assert_eq!((stay.state, stay.held_until), (StayState::Confirmed, None));
        assert_eq!(acts(&desk, &[yes, ("next", "solicitation-then-nothing")]).unwrap().len(), 1);
        assert_eq!(acts(&desk, &[("answer", "solicitation-no")]).unwrap().len(), 1, "a no is no stay");
    }

    #[test]
    fn who_is_to_be_called_again_has_a_day_and_an_option_a_last_one() {
        let desk = Desk::of(GARNIER);
        assert_eq!(acts(&desk, &[("answer", "solicitation-call-back")]), Err(vec!["again"]));
        assert_eq!(acts(&desk, &[("answer", "solicitation-call-back"), ("again", "hier")]), Err(vec!["again"]));
        assert!(acts(&desk, &[("answer", "solicitation-call-back"), ("again", "+7")]).is_ok());
        assert_eq!(acts(&desk, &[("answer", "solicitation-yes"), ("held", "")]), Err(vec!["held"]));
        assert_eq!(acts(&desk, &[("on", "demain")]), Err(vec!["on"]));
    }
}
