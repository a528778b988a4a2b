//! The page of a volunteer: who they are, what they wish, when they could come, their stays, and each time they were
//! asked. One stands on a row, and Enter edits it.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::candidate::is_holiday_week;
use crate::domain::collective::{Collective, Listed};
use crate::domain::draft::{department, phone};
use crate::domain::record::{
    AVAILABILITY, Availability, LeavingWord, SOLICITATION, Solicitation, VOLUNTEER, Values, Volunteer,
};
use crate::domain::{Msg, Person, PersonId, Stay, StayId, erasing};
use crate::protocol::{Document, Page};
use crate::ui::form::availability::AvailabilityForm;
use crate::ui::form::doctor::DoctorForm;
use crate::ui::form::merge::MergeForm;
use crate::ui::form::record::RecordForm;
use crate::ui::form::solicitation::SolicitationForm;
use crate::ui::form::stay::StayForm;
use crate::ui::register::remove;
use crate::ui::widget::parts::PartRow;
use crate::ui::widget::scroll::Move;
use crate::ui::widget::{self, dialog};
use crate::ui::{Ask, Cx, Glyph, Meaning, Outcome};

/// Rows that a page key moves by.
const PAGE: usize = 10;

/// What a row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Identity,
    Wishes,
    /// By its place in what is known of the volunteer.
    Available(usize),
    Stay(StayId),
    Asked(usize),
}

/// The page as a dialog.
#[derive(Debug)]
pub struct VolunteerLayer {
    doctor: PersonId,
    /// Nothing before it has come.
    known: Option<Collective>,
    at: usize,
}

impl VolunteerLayer {
    /// Opens it on who they are.
    #[must_use]
    pub const fn new(doctor: PersonId) -> Self {
        Self { doctor, known: None, at: 0 }
    }

    /// Takes what is known of the collective.
    pub fn receive(&mut self, page: &Page, cx: &Cx) {
        if let Page::Collective(known) = page {
            self.known = Some((**known).clone());
            // Who was entered twice is gone on with as whom they are.
            self.doctor = cx.frame.rota.people.root(self.doctor);
        }
    }

    fn availability(&self) -> Vec<&Listed<Availability>> {
        self.known.iter().flat_map(|known| known.availability_of(self.doctor)).collect()
    }

    /// The newest week first.
    fn asked(&self) -> Vec<&Listed<Solicitation>> {
        self.known.iter().flat_map(|known| known.solicitations_of(self.doctor).rev()).collect()
    }

    /// The newest first.
    fn stays(&self) -> Vec<&Stay> {
        self.known.iter().flat_map(|known| known.stays.of(self.doctor).rev()).collect()
    }

    fn parts(&self) -> Vec<Part> {
        let available = (0..self.availability().len()).map(Part::Available);
        let stays = self.stays().into_iter().map(|stay| Part::Stay(stay.id));
        let asked = (0..self.asked().len()).map(Part::Asked);
        [Part::Identity, Part::Wishes].into_iter().chain(available).chain(stays).chain(asked).collect()
    }

    /// Answers a key.
    pub fn key(&mut self, key: &KeyEvent, cx: &Cx) -> Outcome<Vec<Ask>> {
        let parts = self.parts();
        let last = parts.len() - 1;
        let at = self.at.min(last);
        let ask = match key.code {
            KeyCode::Esc | KeyCode::Left => return Outcome::Cancelled,
            _ if self.known.is_none() => return Outcome::Stayed,
            KeyCode::Enter | KeyCode::Right => self.open(parts[at], cx),
            KeyCode::Char('e') => self.open(Part::Identity, cx),
            KeyCode::Char('s') => self.open(Part::Wishes, cx),
            KeyCode::Char('d') => Some(Ask::open(AvailabilityForm { person: self.doctor })),
            KeyCode::Char('i') => Some(Ask::open(StayForm { doctor: Some(self.doctor), ..StayForm::default() })),
            KeyCode::Char('f') => cx.frame.kept_person(self.doctor).map(|kept| Ask::open(MergeForm::new(kept))),
            KeyCode::Char('p') => Some(Ask::Print(Document::Volunteer(self.doctor))),
            KeyCode::Char('o') => self.forget(cx),
            KeyCode::Char('x') | KeyCode::Delete => self.remove(parts[at], cx),
            KeyCode::Char('k') => return self.moves(Move::Up, last),
            KeyCode::Char('j') => return self.moves(Move::Down, last),
            _ => match Move::of(key) {
                Some(to) => return self.moves(to, last),
                None => return Outcome::Ignored,
            },
        };
        ask.map_or(Outcome::Stayed, |ask| Outcome::Asks(vec![ask]))
    }

    fn moves(&mut self, to: Move, last: usize) -> Outcome<Vec<Ask>> {
        self.at = to.from(self.at.min(last), last, PAGE);
        Outcome::Stayed
    }

    /// The form of a row.
    fn open(&self, part: Part, cx: &Cx) -> Option<Ask> {
        match part {
            Part::Identity => Some(Ask::open(DoctorForm { known: Some(cx.frame.kept_person(self.doctor)?) })),
            Part::Wishes => {
                let known = self.known.as_ref()?.volunteers.get(&self.doctor).map(|listed| listed.row.clone());
                let preset: Values = [("person", self.doctor.into())].into_iter().collect();
                Some(Ask::open(RecordForm::new(&VOLUNTEER, known).on(preset, &["person"])))
            }
            Part::Available(at) => {
                let row = self.availability().get(at)?.row.clone();
                Some(Ask::open(RecordForm::new(&AVAILABILITY, Some(row)).on(Values::default(), &["person"])))
            }
            Part::Stay(stay) => Some(Ask::Stay(stay)),
            Part::Asked(at) => {
                let asked = self.asked();
                let listed = asked.get(at)?;
                let hole = crate::domain::candidate::Hole { post: listed.what.post, week: listed.what.week };
                let known = Some((listed.what.clone(), listed.row.clone()));
                Some(Ask::open(SolicitationForm::new(self.doctor, hole, known)))
            }
        }
    }

    /// Asks before a row goes; of who they are, the whole entry.
    fn remove(&self, part: Part, cx: &Cx) -> Option<Ask> {
        let (question, yes) = match part {
            Part::Identity => {
                let kept = cx.frame.kept_person(self.doctor)?;
                let question = Msg::new("volunteer-remove").with("name", kept.what.full());
                (question, Ask::on(&kept, crate::domain::act::PeopleAct::Remove(self.doctor)))
            }
            Part::Wishes => {
                let listed = self.known.as_ref()?.volunteers.get(&self.doctor)?;
                (Msg::new("volunteer-remove-wishes"), remove(&VOLUNTEER, &listed.row))
            }
            Part::Available(at) => {
                let all = self.availability();
                (Msg::new("volunteer-remove-row"), remove(&AVAILABILITY, &all.get(at)?.row))
            }
            Part::Asked(at) => {
                let all = self.asked();
                (Msg::new("volunteer-remove-row"), remove(&SOLICITATION, &all.get(at)?.row))
            }
            Part::Stay(_) => return Some(Ask::tell(Msg::new("volunteer-stay-cancel"))),
        };
        Some(Ask::Confirm { question, yes: vec![yes], danger: part == Part::Identity })
    }

    /// Asks before everything but the name and the stays goes.
    fn forget(&self, cx: &Cx) -> Option<Ask> {
        let kept = cx.frame.kept_person(self.doctor)?;
        let act = erasing::forget(&kept.what, &cx.frame.rota.people, self.known.as_ref()?);
        let question = Msg::new("volunteer-forget").with("name", kept.what.full());
        Some(Ask::Confirm { question, yes: vec![Ask::on(&kept, act)], danger: true })
    }

    fn rows(&self, person: &Person, cx: &Cx) -> Vec<PartRow<Part>> {
        let mut rows = vec![PartRow { part: Some(Part::Identity), lines: identity(person, cx) }];
        let mut lines = wishes(self.volunteer(), cx);
        let leaving = self.known.as_ref().and_then(|known| known.left_by(self.doctor));
        lines.extend(leaving.map(|said| (left(said, cx), Meaning::Plain)));
        rows.push(PartRow { part: Some(Part::Wishes), lines });
        let heading =
            |id, count: usize| PartRow::heading(cx.words.say(&Msg::new(id).with("count", count)), Meaning::Strong);
        let availability = self.availability();
        rows.push(heading("volunteer-available", availability.len()));
        rows.extend(availability.iter().enumerate().map(|(at, listed)| {
            let past = listed.what.to < cx.now.day;
            PartRow::new(
                Part::Available(at),
                available(&listed.what, cx),
                if past { Meaning::Dim } else { Meaning::Plain },
            )
        }));
        let stays = self.stays();
        rows.push(heading("volunteer-stays", stays.len()));
        if let (Some(row), Some(said)) = (rows.last_mut(), given(&stays, cx)) {
            row.lines.push((said, Meaning::Dim));
        }
        rows.extend(stays.iter().map(|stay| {
            let over = stay.to < cx.now.day;
            PartRow::new(Part::Stay(stay.id), stayed(stay, cx), if over { Meaning::Dim } else { Meaning::Plain })
        }));
        let asked = self.asked();
        rows.push(heading("volunteer-asked", asked.len()));
        rows.extend(
            asked
                .iter()
                .enumerate()
                .map(|(at, listed)| PartRow::new(Part::Asked(at), called(&listed.what, cx), Meaning::Plain)),
        );
        rows
    }

    fn volunteer(&self) -> Option<&Volunteer> {
        self.known.as_ref()?.volunteer(self.doctor)
    }

    /// Draws it over the whole area.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)> {
        let look = cx.look;
        let Some(person) = cx.frame.rota.people.get(self.doctor) else {
            dialog::open(&cx.t("volunteer-gone"), dialog::middle(area, 50, 3), buf, look);
            return None;
        };
        let inner = dialog::open(&person.full(), area, buf, look);
        if self.known.is_none() {
            let said = cx.t("register-loading");
            buf.set_stringn(inner.x, inner.y, said, usize::from(inner.width), look.style(Meaning::Dim));
            return None;
        }
        let parts = self.parts();
        let on = parts.get(self.at.min(parts.len() - 1)).copied();
        widget::parts::draw(self.rows(person, cx), on, &cx.t("volunteer-foot"), inner, buf, cx.look)
    }
}

/// Who they are and how to reach them.
fn identity(person: &Person, cx: &Cx) -> Vec<(String, Meaning)> {
    let dot = format!(" {} ", cx.look.glyph(Glyph::Separator));
    let facts = &person.doctor;
    let place = facts
        .department
        .as_deref()
        .map(|code| department::name(code).map_or_else(|| code.to_owned(), |name| format!("{name} ({code})")));
    let who = [
        facts.status.map(|status| cx.t(status.word())),
        place,
        facts.birth_year.map(|year| cx.words.say(&Msg::new("volunteer-born").with("year", year.to_string()))),
        facts.rpps.as_ref().map(|rpps| format!("RPPS {rpps}")),
        facts.pioneer.then(|| cx.t("reason-pioneer")),
    ];
    let who: Vec<String> = who.into_iter().flatten().collect();
    let who = if who.is_empty() { cx.t("candidates-unknown") } else { who.join(&dot) };
    let reach = [person.phone.as_deref().map(phone::show), person.email.clone()];
    let reach: Vec<String> = reach.into_iter().flatten().filter(|said| !said.is_empty()).collect();
    let reach = if reach.is_empty() { cx.t("candidates-unreached") } else { reach.join(&dot) };
    let mut lines = vec![(who, Meaning::Plain), (reach, Meaning::Strong)];
    if let Some(last) = person.ended {
        lines.push((cx.words.say(&Msg::new("volunteer-ended").with("day", last)), Meaning::Watch));
    }
    lines
}

/// What they wish and intend, and whether they may be asked.
fn wishes(known: Option<&Volunteer>, cx: &Cx) -> Vec<(String, Meaning)> {
    let Some(known) = known.filter(|known| **known != Volunteer::default()) else {
        return vec![(cx.t("volunteer-no-wishes"), Meaning::Dim)];
    };
    let colon = cx.t("frame-colon");
    let mut lines = Vec::new();
    if let Some(since) = known.spared_on {
        lines.push((cx.words.say(&Msg::new("volunteer-is-spared").with("day", since)), Meaning::Watch));
    }
    let mut said = |label: &str, value: &str, meaning| {
        if !value.trim().is_empty() {
            lines.push((format!("{}{colon}{}", cx.t(label), value.trim().replace('\n', " ")), meaning));
        }
    };
    said("volunteer-wishes", &known.wishes, Meaning::Plain);
    said("volunteer-intention", &known.intention.map_or_else(String::new, |i| cx.t(i.word())), Meaning::Plain);
    said("volunteer-skills", &known.skills, Meaning::Plain);
    said("volunteer-notes", &known.notes, Meaning::Plain);
    if known.declared {
        lines.push((cx.t("volunteer-declared"), Meaning::Plain));
    }
    lines.push(match known.told_on {
        Some(day) => (cx.words.say(&Msg::new("volunteer-told-day").with("day", day)), Meaning::Dim),
        None => (cx.t("volunteer-not-told"), Meaning::Watch),
    });
    lines
}

/// What they have given: of how many stays there were, the weeks of August and Christmas.
fn given(stays: &[&Stay], cx: &Cx) -> Option<String> {
    let over: Vec<_> = stays.iter().filter(|stay| stay.is_confirmed() && stay.from <= cx.now.day).collect();
    let holidays = over.iter().filter(|stay| is_holiday_week(stay.week())).count();
    let first = over.iter().map(|stay| stay.from).min()?;
    let year = chrono::Datelike::year(&first.date());
    let msg = Msg::new("volunteer-given").with("count", over.len()).with("year", year.to_string());
    Some(cx.words.say(&msg.with("holidays", holidays)))
}

/// `En partant, le 27 nov. : revenir · au printemps · on peut l'appeler`
fn left(said: &LeavingWord, cx: &Cx) -> String {
    let on = said.by.map(|(_, at)| cx.words.say(&Msg::new("volunteer-left").with("day", at.day())));
    let call = cx.t(if said.may_call { "volunteer-may-call" } else { "volunteer-may-not-call" });
    joined([on, said.intention.map(|i| cx.t(i.word())), Some(said.wishes.clone()), Some(call)], cx)
}

/// `4 – 8 mai · disponible · noté le 3 nov. (C. Garnier) · par e-mail`
fn available(what: &Availability, cx: &Cx) -> String {
    let noted = what.by.map(|(who, at)| {
        let msg = Msg::new("volunteer-noted").with("day", at.day()).with("who", cx.frame.rota.people.short(who));
        cx.words.say(&msg)
    });
    let note = Some(what.note.clone()).filter(|note| !note.is_empty());
    let parts = [Some(cx.words.span(what.from, what.to)), Some(cx.t(what.answer.word())), noted, note];
    joined(parts, cx)
}

/// `S48 · 23 – 28 nov. · Médecin 1 · confirmé`
fn stayed(stay: &Stay, cx: &Cx) -> String {
    let rota = &cx.frame.rota;
    let post = (rota.posts.len() > 1).then(|| rota.post_name(stay.post).to_owned());
    let state = cx.t(stay.phase(cx.now.day).word());
    joined([Some(cx.words.week(stay.week())), Some(cx.words.span(stay.from, stay.to)), post, Some(state)], cx)
}

/// `S50 · sans réponse · le 12 nov. par téléphone · rappeler le 19 nov.`
fn called(what: &Solicitation, cx: &Cx) -> String {
    let on = what.asked_on.map(|day| {
        let how = what.how.map_or_else(String::new, |how| cx.t(how.word()));
        cx.words.say(&Msg::new("volunteer-called").with("day", day).with("how", how))
    });
    let again = what.again_on.map(|day| cx.words.say(&Msg::new("volunteer-again").with("day", day)));
    let note = Some(what.note.clone()).filter(|note| !note.is_empty());
    joined([Some(cx.words.week(what.week)), Some(cx.t(what.answer.word())), on, again, note], cx)
}

fn joined<const N: usize>(parts: [Option<String>; N], cx: &Cx) -> String {
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    parts.join(&format!(" {} ", cx.look.glyph(Glyph::Separator)))
}
