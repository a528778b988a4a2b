//! An option is settled: confirmed, asked about again, held longer, or its week freed. Nothing of it happens by itself.

use super::parts::{self, get, plain};
use super::{Form, Spec};
use crate::domain::act::{NewStay, StayAct, Together};
use crate::domain::held::Held;
use crate::domain::record::{SOLICITATION, Solicitation, SolicitationAnswer};
use crate::domain::rights::Right;
use crate::domain::stay::{Withdrawal, WithdrawnBy};
use crate::domain::{Day, Msg, Stay, StayState};
use crate::protocol::{DraftKey, Kept, Page, Query, Raw};
use crate::ui::widget::form::{Field, FieldKind, Reading};
use crate::ui::{Ask, Cx, Meaning};

/// What is done about an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Settle {
    /// The doctor was asked again: it holds until they are to be called back.
    AskAgain,
    /// It holds until another day.
    Longer,
    /// The week is free again; no désistement.
    Free,
    Confirm,
}

impl Settle {
    const ALL: [Self; 4] = [Self::AskAgain, Self::Longer, Self::Free, Self::Confirm];

    const fn word(self) -> &'static str {
        match self {
            Self::AskAgain => "option-ask-again",
            Self::Longer => "option-longer",
            Self::Free => "option-free",
            Self::Confirm => "option-confirm",
        }
    }
}

/// The settling of an option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionForm {
    pub on: Kept<Stay>,
}

impl OptionForm {
    /// The act; of what takes a day, with that day.
    fn act(&self, settle: Settle, until: Option<Day>, cx: &Cx) -> Option<Ask> {
        let stay = &self.on.what;
        let edit = |state, held_until| StayAct::Edit(stay.id, NewStay { state, held_until, ..NewStay::of(stay) });
        let act = match settle {
            Settle::Confirm => edit(StayState::Confirmed, None).into(),
            Settle::Longer => edit(StayState::Option, Some(until?)).into(),
            Settle::Free => {
                let withdrawal = Withdrawal { by: WithdrawnBy::Centre, ..Withdrawal::told(cx.now.day, "") };
                // No désistement: the history does not call it one.
                let said = Msg::new("store-said-option-freed")
                    .with("doctor", cx.frame.rota.people.short(stay.doctor))
                    .with("week", stay.week());
                Together::said(said, [StayAct::Cancel(stay.id, withdrawal).into()])
            }
            Settle::AskAgain => {
                let asked = Solicitation {
                    asked_on: Some(cx.now.day),
                    answer: SolicitationAnswer::CallBack,
                    again_on: until,
                    ..Solicitation::to_ask(stay.doctor, stay.post, stay.week())
                };
                let noted = crate::domain::act::RecordAct::Put(&SOLICITATION, None, asked.values()).into();
                Together::of([noted, edit(StayState::Option, Some(until?)).into()])
            }
        };
        Some(Ask::on(&self.on, act))
    }
}

impl Form for OptionForm {
    fn spec(&self, cx: &Cx) -> Spec {
        let (stay, rota) = (&self.on.what, &cx.frame.rota);
        let about = Msg::new("forms-cancel-stay-intro")
            .with("doctor", rota.people.short(stay.doctor))
            .with("from", stay.from)
            .with("to", stay.to);
        let mut intro = vec![plain(cx.words.say(&about))];
        intro.extend(stay.held(&rota.calendar, cx.now.day).map(|held| match held {
            Held::Lapsed(last) => (Meaning::Watch, cx.words.say(&Msg::new("option-lapsed-on").with("day", last))),
            Held::Soon(last) | Held::Until(last) => plain(cx.words.say(&Msg::new("option-until").with("day", last))),
        }));
        let phone = rota.people.get(stay.doctor).and_then(|p| p.phone.as_deref()).filter(|phone| !phone.is_empty());
        intro.extend(phone.map(|phone| plain(crate::domain::draft::phone::show(phone))));
        intro.push(plain(String::new()));
        let settles = parts::options(&Settle::ALL, Settle::word, cx);
        Spec {
            title: cx.t("option-title"),
            intro,
            fields: vec![
                Field::new("settle", "option-field", FieldKind::Choice(settles)),
                Field::short("until", "forms-field-held-until"),
            ],
            raw: parts::raw([("settle", Settle::AskAgain.word().to_owned()), ("until", String::new())]),
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        let settle = parts::chosen(&Settle::ALL, Settle::word, get(raw, "settle")).unwrap_or(Settle::AskAgain);
        let until = if matches!(settle, Settle::AskAgain | Settle::Longer) {
            let until = parts::needed_day(&mut reading, raw, "until", cx);
            if let Some(until) = until {
                held_until(&mut reading, "until", until, self.on.what.from, cx);
            }
            until
        } else {
            reading.hidden.push("until");
            None
        };
        if settle == Settle::Free {
            reading.advise("settle", cx.t("option-free-how"));
        }
        if reading.errors.is_empty() {
            reading.ask = self.act(settle, until, cx);
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        None
    }

    fn right(&self) -> Right {
        Right::Rota
    }

    fn theirs(&self) -> Option<Query> {
        Some(Query::FrameSince(Day(i32::MIN)))
    }

    fn renew(&mut self, _page: &Page, cx: &Cx) -> bool {
        cx.frame.kept_stay(self.on.what.id).map(|on| self.on = on).is_some()
    }
}

/// The last day of an option lies ahead, and before the stay ends up beginning without an answer it is said.
pub(super) fn held_until(reading: &mut Reading, field: &'static str, until: Day, from: Day, cx: &Cx) {
    if until < cx.now.day {
        reading.wrong(field, Msg::new("option-until-past"));
    } else if until >= from {
        reading.advise(field, cx.t("option-until-late"));
    }
}
