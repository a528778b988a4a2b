//! Gathers a sheet from the domain: names are resolved and text is cleaned here, once.

use chrono::Datelike;

use super::SheetCx;
use super::data::{
    AddendumData, AnswerData, Author, CoverageData, Follower, From, HeadData, Heading, Note, NotesData, Patient, Point,
    ReopenedData, SectionData, Sheet, SheetKind, Signed, StayData, StepData, Word,
};
use crate::domain::briefing::{Briefing, Entry, Reader, Section, why_held};
use crate::domain::draft::text as clean;
use crate::domain::signature::spoken;
use crate::domain::transmission::{Line, Standing, Transmission};
use crate::domain::{
    Addendum, Day, Gravity, Handover, Holder, IsoWeek, NoteKind, PatientRef, PersonId, Receipt, Relay, Reopening,
    Stamp, Stay, StayId, Step, Thread,
};

/// Gathers a briefing.
pub fn briefing(b: &Briefing, cx: &SheetCx) -> Sheet {
    let week = cx.now.day.week();
    let (from, to) = b.stay.as_ref().map_or((week.monday(), week.sunday()), |s| (s.from, s.to));
    let member = match b.reader {
        Reader::Team(id) => cx.rota.people.get(id).map(|p| clean::line(&p.given)),
        Reader::Stay(_) => None,
    };
    let sections = Section::ALL.into_iter().map(|section| SectionData {
        section: Heading::Part(section),
        points: b.entries.iter().filter(|e| e.section == section).map(|e| cx.entry(e)).collect(),
    });
    Sheet {
        member,
        takes_over: b
            .stay
            .as_ref()
            .map(|_| From { stay: b.from.stay.as_ref().map(|s| cx.stay(s)), vacant: b.from.vacant.clone() }),
        waiting: b.waiting().count(),
        minutes: Some(b.minutes()),
        taken_over: b.stay.as_ref().and_then(|s| cx.rota.takeovers.get(&s.id)).map(|t| Signed {
            author: cx.author(t.author, t.entered_by),
            name: clean::line(&t.name),
            at: t.at,
            hash: String::new(),
            words: None,
            nothing_to_report: false,
            as_is: false,
            late: false,
        }),
        notes: b.handover.as_ref().map(|h| cx.notes(h)),
        ..cx.sheet(SheetKind::Briefing, b.stay.as_ref(), (from, to), sections.collect())
    }
}

/// Gathers a handover. What is over comes last: a reader needs what goes on.
pub fn handover(t: &Transmission, cx: &SheetCx) -> Sheet {
    let order = [Standing::New, Standing::Relayed, Standing::ToDecide, Standing::Closed];
    let sections = order.into_iter().map(|standing| SectionData {
        section: Heading::Standing(standing),
        points: t.lines.iter().filter(|l| l.standing == standing).map(|l| cx.line(l)).collect(),
    });
    Sheet {
        next: t.next.as_ref().map(|s| cx.stay(s)),
        waiting: t.to_decide().count(),
        seen: t.coverage.as_ref().map(|found| CoverageData {
            patients: found.seen,
            closed_days: found.closed,
            days: found.days,
            points: found.points,
            said: [Some(cx.words.coverage(found)), cx.words.not_closed(found)]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" · "),
        }),
        notes: Some(cx.notes(&t.handover)),
        ..cx.sheet(SheetKind::Handover, Some(&t.stay), (t.stay.from, t.stay.to), sections.collect())
    }
}

impl SheetCx<'_> {
    /// What both sheets share.
    fn sheet(&self, kind: SheetKind, stay: Option<&Stay>, (from, to): (Day, Day), sections: Vec<SectionData>) -> Sheet {
        let sections: Vec<_> = sections.into_iter().filter(|s| !s.points.is_empty()).collect();
        let points = || sections.iter().flat_map(|s| &s.points);
        Sheet {
            kind,
            lang: self.words.lang().code(),
            centre: clean::line(&self.centre.name),
            made_at: self.now.at,
            made_by: clean::line(&self.author),
            valid_until_noon: to.max(self.now.day).week().next().monday(),
            member: None,
            stay: stay.map(|s| self.stay(s)),
            takes_over: None,
            next: None,
            closed: from.to(to).filter_map(|d| Some((d, self.rota.calendar.closed(d)?.msg()))).collect(),
            points: points().count(),
            urgent: points().filter(|p| p.gravity == Gravity::Urgent && p.outcome.is_none()).count(),
            waiting: 0,
            seen: None,
            minutes: None,
            taken_over: None,
            notes: None,
            sections,
            head: self.head(),
        }
    }

    /// The store the sheet is made from.
    pub(super) fn head(&self) -> Option<HeadData> {
        let known = self.head.as_ref()?;
        Some(HeadData { change: known.change.0, words: spoken(known.hash.as_deref()?)? })
    }

    fn name(&self, id: PersonId) -> String {
        clean::line(&self.rota.people.short(id))
    }

    fn author(&self, author: PersonId, entered_by: Option<PersonId>) -> Author {
        Author { name: self.name(author), entered_by: entered_by.map(|id| self.name(id)) }
    }

    fn stay(&self, stay: &Stay) -> StayData {
        StayData {
            doctor: self.name(stay.doctor),
            post: clean::line(self.rota.post_name(stay.post)),
            week: stay.week(),
            from: stay.from,
            to: stay.to,
        }
    }

    fn week_of(&self, stay: Option<StayId>, at: Stamp) -> IsoWeek {
        stay.and_then(|id| self.rota.stay(id)).map_or_else(|| at.day().week(), Stay::week)
    }

    fn notes(&self, handover: &Handover) -> NotesData {
        let stay = self.rota.stay(handover.stay);
        let notes =
            NoteKind::ALL.into_iter().map(|kind| Note { kind, text: clean::note(handover.notes.get(kind).trim()) });
        NotesData {
            doctor: stay.map_or_else(|| "—".to_owned(), |s| self.name(s.doctor)),
            week: stay.map_or_else(|| self.now.day.week(), Stay::week),
            notes: notes.filter(|n| !n.text.is_empty()).collect(),
            signature: handover.signature.as_ref().map(|s| Signed {
                author: self.author(s.author, s.entered_by),
                name: clean::line(&s.name),
                at: s.at,
                hash: s.hash.chars().filter(char::is_ascii_hexdigit).take(8).collect(),
                words: spoken(&s.hash),
                nothing_to_report: s.nothing_to_report,
                as_is: s.as_is,
                late: stay.is_some_and(|stay| s.is_late(stay)),
            }),
            reopenings: handover.reopenings.iter().map(|r| self.reopened(r)).collect(),
            addenda: handover.addenda.iter().map(|a| self.addendum(a)).collect(),
        }
    }

    fn reopened(&self, reopening: &Reopening) -> ReopenedData {
        ReopenedData {
            author: self.author(reopening.author, reopening.entered_by),
            at: reopening.at,
            reason: clean::line(&reopening.reason),
            signed_at: reopening.signed_at,
            words: spoken(&reopening.hash),
        }
    }

    fn addendum(&self, addendum: &Addendum) -> AddendumData {
        AddendumData {
            author: self.author(addendum.author, addendum.entered_by),
            at: addendum.at,
            text: clean::note(addendum.text.trim()),
            point: addendum.item.map(|id| id.0),
        }
    }

    fn entry(&self, entry: &Entry) -> Point {
        Point {
            unsigned: entry.unsigned,
            waits: entry.waits(),
            answer: entry.answer.as_ref().map(|r| self.answer(r)),
            ..self.point(&entry.thread, entry.holder)
        }
    }

    fn line(&self, line: &Line) -> Point {
        self.point(&line.thread, line.holder)
    }

    fn point(&self, thread: &Thread, followed_by: Holder) -> Point {
        let head = thread.head();
        let mut chain: Vec<_> = thread.relays.iter().rev().map(|r| self.name(r.author)).collect();
        chain.dedup();
        let open = thread.is_open();
        Point {
            number: thread.item.id.0,
            gravity: head.gravity,
            kind: thread.item.kind,
            patient: thread.item.patient.as_ref().map(|p| self.patient(p, thread.item.facts.ald)),
            chain,
            due: thread.due(),
            see_record: thread.item.facts.see_record,
            source: clean::line(&thread.item.facts.source),
            asked: head.detail.asked,
            exam: head.detail.exam,
            steps: thread.steps_now().map(|s| self.step(s)).collect(),
            show_from: head.show_from,
            words: thread.words().map(|r| self.word(r)).collect(),
            plan: clean::note(head.plan.trim()),
            outcome: head.outcome,
            followed_by: open.then(|| match followed_by {
                Holder::Person(id) => Follower::Person(self.name(id)),
                Holder::Role(role) => Follower::Role(role),
            }),
            why: if open { why_held(thread, self.rota, self.now) } else { None },
            unsigned: false,
            waits: false,
            answer: None,
        }
    }

    fn step(&self, step: &Step) -> StepData {
        StepData {
            step: step.kind,
            author: self.author(step.author, step.entered_by),
            at: step.at,
            words: clean::line(&step.words),
            next: step.next,
        }
    }

    fn patient(&self, patient: &PatientRef, ald: bool) -> Patient {
        let year = u16::try_from(self.now.day.date().year()).unwrap_or(0);
        Patient {
            file: clean::line(&patient.file),
            initials: patient.initials.as_deref().map(clean::line),
            birth_year: patient.birth_year,
            age: patient.birth_year.and_then(|born| year.checked_sub(born)),
            ald,
        }
    }

    fn word(&self, relay: &Relay) -> Word {
        Word {
            author: self.author(relay.author, relay.entered_by),
            week: self.week_of(relay.stay, relay.at),
            at: relay.at,
            verdict: relay.verdict,
            text: clean::note(relay.text.trim()),
        }
    }

    fn answer(&self, receipt: &Receipt) -> AnswerData {
        AnswerData {
            author: self.author(receipt.author, receipt.entered_by),
            at: receipt.at,
            answer: receipt.answer,
            words: clean::note(receipt.words.trim()),
        }
    }
}
