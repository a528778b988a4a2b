//! When a volunteer could come, as it was said: typed, or the line of an e-mail pasted whole.

use super::parts::{self, LINE_MAX, get};
use super::{Enter, Form, Spec};
use crate::domain::act::{Act, RecordAct, Together};
use crate::domain::availability::Answer;
use crate::domain::draft::span::{self, Read};
use crate::domain::draft::text;
use crate::domain::record::{AVAILABILITY, Availability};
use crate::domain::rights::Right;
use crate::domain::{Msg, PersonId};
use crate::protocol::{DraftKey, Raw};
use crate::ui::layer::help::Topic;
use crate::ui::widget::form::{Field, FieldKind, Hint, Reading};
use crate::ui::{Ask, Cx, Meaning};

/// Words up to which a text is typed and not pasted out of a letter.
const SHORT: usize = 8;

/// What a volunteer said of when they could come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AvailabilityForm {
    pub person: PersonId,
}

impl Form for AvailabilityForm {
    fn spec(&self, cx: &Cx) -> Spec {
        let mut answers = vec![(String::new(), cx.t("availability-as-written"))];
        answers.extend(parts::options(&Answer::ALL, Answer::word, cx));
        let title = Msg::new("availability-of").with("doctor", cx.frame.rota.people.short(self.person));
        Spec {
            title: cx.words.say(&title),
            intro: vec![parts::plain(cx.t("availability-intro"))],
            fields: vec![
                Field::sentence("when", "availability-when", 3),
                Field::new("answer", "availability-answer", FieldKind::Choice(answers)),
                Field::line("note", "availability-note"),
            ],
            raw: parts::raw([]),
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        let note = parts::line(&mut reading, raw, "note");
        let typed = get(raw, "when");
        if typed.trim().is_empty() {
            reading.advise("when", cx.t("availability-when-how"));
            reading.wrong("when", Msg::new("availability-missing"));
            return reading;
        }
        if let Err(why) = text::checked(typed, 4 * LINE_MAX) {
            reading.wrong("when", why);
            return reading;
        }
        let found = span::pasted(typed, cx.now.day);
        let all = parts::chosen(&Answer::ALL, Answer::word, get(raw, "answer"));
        let said = found.reads.iter().map(|read| Read { answer: all.unwrap_or(read.answer), ..*read });
        let said: Vec<Read> = said.collect();
        for read in &said {
            let line = format!("{} {}", cx.words.span(read.from, read.to), cx.t(read.answer.word()));
            reading.understood("when", line);
        }
        for (_, why) in &found.unread {
            reading.hints.push(Hint { field: "when", meaning: Meaning::Watch, text: cx.words.say(why) });
        }
        // A sentence of an e-mail says much that is about no day; of what was typed short, every word counts.
        let short = typed.split_whitespace().count() <= SHORT;
        if short && !said.is_empty() && found.unread.is_empty() && span::spans(typed, cx.now.day).is_err() {
            reading.hints.push(Hint { field: "when", meaning: Meaning::Watch, text: cx.t("availability-partly-read") });
        }
        if said.is_empty() {
            reading.wrong("when", Msg::new("availability-unread"));
        }
        if let (Some(note), true) = (note, reading.errors.is_empty()) {
            let put = |read: &Read| {
                let Read { from, to, answer } = *read;
                let what = Availability { person: self.person, from, to, answer, note: note.clone(), by: None };
                Act::Record(RecordAct::Put(&AVAILABILITY, None, what.values()))
            };
            let acts = said.iter().map(put);
            reading.ask = Some(Ask::act(if said.len() == 1 {
                Together::of(acts)
            } else {
                let msg = Msg::new("store-said-availabilities").with("count", said.len());
                Together::said(msg.with("doctor", cx.frame.rota.people.short(self.person)), acts)
            }));
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        Some(format!("availability/{}", self.person))
    }

    fn right(&self) -> Right {
        Right::Doctors
    }

    fn topic(&self) -> Topic {
        Topic::Volunteers
    }

    fn enter(&self) -> Enter {
        Enter::GoesOn
    }

    /// What cannot be read is looked at once more before the rest is kept.
    fn asks_twice(&self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Day;
    use crate::protocol::Write;
    use crate::ui::testing::{Desk, GARNIER, VIDAL};

    fn said(typed: &str, answer: &str) -> Vec<(Day, Day, Answer)> {
        let desk = Desk::of(GARNIER);
        let raw = parts::raw([("when", typed.to_owned()), ("answer", answer.to_owned())]);
        let reading = AvailabilityForm { person: VIDAL }.read(&raw, &desk.cx());
        let Some(Ask::Save(Write { act: Act::Together(together), .. })) = reading.ask else {
            panic!("{:?}", reading.errors)
        };
        let row = |act: &Act| {
            let Act::Record(RecordAct::Put(_, None, values)) = act else { panic!("{act:?}") };
            let row =
                crate::domain::record::Written { id: 1, rev: crate::domain::Rev(0), values: values.clone(), by: None };
            Availability::of(&row).map(|a| (a.from, a.to, a.answer)).unwrap()
        };
        together.acts.iter().map(row).collect()
    }

    #[test]
    fn a_pasted_line_says_yes_perhaps_and_no_in_one_act() {
        let read = said("Bonjour, je suis dispo du 4 au 8 mai, peut-être en juin mais pas la semaine 27.", "");
        let answers: Vec<Answer> = read.iter().map(|(_, _, answer)| *answer).collect();
        assert_eq!(answers, [Answer::Yes, Answer::Perhaps, Answer::No], "{read:?}");
        let read = said("s20-s24", Answer::Perhaps.word());
        assert_eq!((read.len(), read[0].2), (1, Answer::Perhaps));
    }

    #[test]
    fn a_word_that_was_not_read_is_looked_at_once_more() {
        let desk = Desk::of(GARNIER);
        let doubtful = |typed: &str| {
            let raw = parts::raw([("when", typed.to_owned())]);
            let reading = AvailabilityForm { person: VIDAL }.read(&raw, &desk.cx());
            assert!(reading.ask.is_some(), "{typed}");
            reading.hints.iter().any(|hint| hint.meaning == Meaning::Watch)
        };
        assert!(doubtful("s20, banane") && doubtful("en mai sauf le pont"));
        assert!(!doubtful("s20-s24") && !doubtful("Bonjour, je peux venir du 4 au 8 mai, bien à vous"));
    }

    #[test]
    fn what_names_no_day_is_refused_with_an_example() {
        let desk = Desk::of(GARNIER);
        for typed in ["", "bientôt"] {
            let raw = parts::raw([("when", typed.to_owned())]);
            let reading = AvailabilityForm { person: VIDAL }.read(&raw, &desk.cx());
            assert!(reading.ask.is_none() && reading.error("when").is_some(), "{typed}");
        }
    }
}
