//! A message to a volunteer, from the centre's own texts: looked at, changed, then copied or opened in the mail program.

use super::parts::{self, WORD_MAX, get};
use super::{Form, Spec};
use crate::domain::candidate::Hole;
use crate::domain::draft::text;
use crate::domain::message::{Facts, Mail, fill, first_text};
use crate::domain::record::{MESSAGE_TEXT, MessageText};
use crate::domain::rights::Right;
use crate::domain::{Msg, PersonId};
use crate::protocol::{DraftKey, Page, Query, Raw};
use crate::ui::layer::help::Topic;
use crate::ui::widget::form::{Field, FieldKind, Reading};
use crate::ui::{Ask, Cx};

/// What becomes of it, the likeliest first.
const WAYS: [&str; 2] = ["message-way-mail", "message-way-copy"];

/// A message to a volunteer about a week on a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageForm {
    person: PersonId,
    hole: Hole,
    /// The centre's own texts, once they have come.
    texts: Vec<MessageText>,
}

impl MessageForm {
    /// About a week on a post.
    #[must_use]
    pub const fn new(person: PersonId, hole: Hole) -> Self {
        Self { person, hole, texts: Vec::new() }
    }

    fn facts(&self, cx: &Cx) -> Facts {
        let rota = &cx.frame.rota;
        let person = rota.people.get(self.person);
        let week = self.hole.week;
        let (from, to) = self.hole.free(rota, cx.now.day).unwrap_or_else(|| (week.monday(), week.sunday()));
        Facts {
            given: person.map_or_else(String::new, |p| p.given.clone()),
            family: person.map_or_else(String::new, |p| p.family.clone()),
            centre: cx.frame.centre.name.clone(),
            week: cx.words.week(week),
            dates: cx.words.span(from, to),
            post: if rota.posts.len() > 1 { rota.post_name(self.hole.post).to_owned() } else { String::new() },
            // It stands in the booklet, with what is not to be written in a mail.
            housing: String::new(),
            signature: cx.author().map_or_else(String::new, crate::domain::Person::full),
        }
    }

    /// Subject and text of a choice, filled in.
    fn filled(&self, chosen: &str, cx: &Cx) -> Result<(String, String), Msg> {
        let facts = self.facts(cx);
        let own = chosen.parse::<usize>().ok().and_then(|at| self.texts.get(at.checked_sub(1)?));
        let (subject, body) = own.map_or_else(
            || {
                let (subject, body) = first_text();
                (cx.words.say(&subject), cx.words.say(&body))
            },
            |text| (text.subject.clone(), text.body.clone()),
        );
        Ok((fill(&subject, &facts)?, fill(&body, &facts)?))
    }
}

impl Form for MessageForm {
    fn spec(&self, cx: &Cx) -> Spec {
        let mut texts = vec![("0".to_owned(), cx.t("message-first"))];
        texts.extend((1..).zip(&self.texts).map(|(at, text): (usize, _)| (at.to_string(), text.title.clone())));
        let (subject, body) = self.filled("0", cx).unwrap_or_default();
        let ways = WAYS.iter().map(|way| ((*way).to_owned(), cx.t(way))).collect();
        let title = Msg::new("message-to").with("doctor", cx.frame.rota.people.short(self.person));
        Spec {
            title: cx.words.say(&title),
            intro: vec![parts::plain(cx.t("message-intro"))],
            fields: vec![
                Field::new("text", "message-which", FieldKind::Choice(texts)),
                Field::line("subject", "message-subject-field"),
                Field::text("body", "message-body-field", 8),
                Field::new("way", "message-way", FieldKind::Choice(ways)),
            ],
            raw: parts::raw([
                ("text", "0".to_owned()),
                ("subject", subject),
                ("body", body),
                ("way", WAYS[0].to_owned()),
            ]),
        }
    }

    fn follows(&self, raw: &Raw, cx: &Cx) -> Raw {
        self.filled(get(raw, "text"), cx)
            .map(|(subject, body)| parts::raw([("subject", subject), ("body", body)]))
            .unwrap_or_default()
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        if self.texts.is_empty() {
            reading.hidden.push("text");
        }
        let subject = parts::needed_line(&mut reading, raw, "subject");
        let body = reading.take("body", text::checked(get(raw, "body"), WORD_MAX));
        let person = cx.frame.rota.people.get(self.person);
        let to = person.and_then(|p| p.email.clone()).filter(|to| !to.is_empty());
        let copied = get(raw, "way") == WAYS[1];
        if to.is_none() && !copied {
            reading.advise("way", cx.t("message-no-address"));
        }
        if let (Some(subject), Some(body), true) = (subject, body, reading.errors.is_empty()) {
            let mail = Mail { to: to.clone().unwrap_or_default(), subject, body };
            let by_copy = copied || to.is_none();
            reading.ask = Some(if by_copy { Ask::Copy(mail.text()) } else { Ask::Mail(mail) });
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        None
    }

    fn right(&self) -> Right {
        Right::Doctors
    }

    fn topic(&self) -> Topic {
        Topic::Volunteers
    }

    fn query(&self) -> Option<Query> {
        Some(Query::Records(&MESSAGE_TEXT))
    }

    fn receive(&mut self, page: &Page) -> Raw {
        if let Page::Records(record, rows) = page
            && record.table == MESSAGE_TEXT.table
        {
            self.texts = rows.iter().map(MessageText::from).collect();
        }
        Raw::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::PostId;
    use crate::ui::testing::{Desk, GARNIER, VIDAL};

    #[test]
    fn a_message_is_filled_in_and_copied_where_there_is_no_address() {
        let mut desk = Desk::of(GARNIER);
        let hole = Hole { post: PostId(1), week: desk.now.day.week().plus(8) };
        let mut form = MessageForm::new(VIDAL, hole);
        let raw = form.spec(&desk.cx()).raw;
        assert!(raw["body"].contains("Hélène") && !raw["body"].contains('{'), "{}", raw["body"]);
        assert!(matches!(form.read(&raw, &desk.cx()).ask, Some(Ask::Copy(_))));
        desk.frame.rota.people.0.get_mut(&VIDAL).unwrap().email = Some("h.vidal@example.org".into());
        let Some(Ask::Mail(mail)) = form.read(&raw, &desk.cx()).ask else { panic!() };
        assert_eq!(mail.to, "h.vidal@example.org");
        form.texts =
            vec![MessageText { title: "Court".into(), subject: "{semaine}".into(), body: "{prenom} ?".into() }];
        let own = form.follows(&parts::raw([("text", "1".to_owned())]), &desk.cx());
        assert_eq!(own["body"], "Hélène ?");
    }
}
