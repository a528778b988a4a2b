//! A sheet in words: the same lines for the text, the Markdown and the page to print.

use super::data::{
    AnswerData, Author, Follower, From, NotesData, Patient, Point, SectionData, Sheet, SheetKind, Signed, StepData,
    Word,
};
use crate::domain::draft::text as clean;
use crate::domain::{Day, Gravity, Kind, Msg};
use crate::words::{Words, capital};

/// A sheet, said.
#[derive(Debug)]
pub struct Said {
    pub lang: &'static str,
    pub title: String,
    /// Who, when, from whom; until when the sheet holds.
    pub lead: Vec<String>,
    pub blocks: Vec<Block>,
    pub foot: Vec<String>,
    /// The validity alone, repeated on every printed page.
    pub validity: String,
    /// The first words of the signature that covers what is handed over, or that there is none.
    pub seal: String,
    /// Who made it and when, repeated too.
    pub made: String,
    /// What a page's number follows, what is said of what goes on, what stands over empty lines where there are any.
    pub page: String,
    pub continued: String,
    pub by_hand: Option<String>,
    /// What stands between a label and its text: French wants a no-break space.
    pub colon: String,
}

/// A titled part: lines, then a table, then points.
#[derive(Debug, Default)]
pub struct Block {
    pub title: String,
    pub lines: Vec<Fact>,
    pub table: Option<Table>,
    pub points: Vec<SaidPoint>,
}

/// Rows of cells under their heads; every row has as many cells as there are columns.
#[derive(Debug, Default)]
pub struct Table {
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
    /// On one page, where one is enough.
    pub whole: bool,
}

/// A column: what stands over it, and its part of the width beside the others'.
#[derive(Debug)]
pub struct Column {
    pub head: String,
    pub share: u16,
}

/// A cell, whose text may have several lines.
#[derive(Debug, Default)]
pub struct Cell {
    pub text: String,
    /// It stands out: nobody may miss it.
    pub strong: bool,
}

impl Cell {
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), strong: false }
    }

    pub fn strong(text: impl Into<String>) -> Self {
        Self { text: text.into(), strong: true }
    }
}

/// A point, said.
#[derive(Debug)]
pub struct SaidPoint {
    pub gravity: Gravity,
    pub closed: bool,
    pub title: String,
    pub facts: Vec<Fact>,
}

/// One fact: what it is, and the text, which alone may have several lines.
#[derive(Debug)]
pub struct Fact {
    pub kind: FactKind,
    pub label: Option<String>,
    pub text: String,
}

/// What a fact is on paper, where room is dear.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactKind {
    /// A few words that the point is known by: such facts may share a line.
    Mark,
    /// Somebody's words, or a sentence: a line of its own.
    Words,
}

impl Fact {
    pub fn plain(text: impl Into<String>) -> Self {
        Self { kind: FactKind::Words, label: None, text: text.into() }
    }

    pub fn of(label: impl AsRef<str>, text: impl Into<String>) -> Self {
        Self { kind: FactKind::Words, label: Some(capital(label.as_ref())), text: text.into() }
    }

    fn mark(self) -> Self {
        Self { kind: FactKind::Mark, ..self }
    }
}

/// An abbreviated month at the end of a sentence: its full stop is the sentence's.
fn one_stop(sentence: &str) -> String {
    sentence.strip_suffix("..").map_or_else(|| sentence.to_owned(), |rest| format!("{rest}."))
}

/// A text of titled parts: it holds no points, and nobody signs it.
pub fn notice(title: String, parts: Vec<(String, Vec<String>)>, words: &Words) -> Said {
    let mut parts = parts.into_iter();
    let lead = parts.next().map(|(_, lines)| lines).unwrap_or_default();
    let block = |(title, lines): (String, Vec<String>)| Block {
        title,
        lines: lines.into_iter().map(Fact::plain).collect(),
        ..Block::default()
    };
    Said {
        lang: words.lang().code(),
        title,
        lead,
        blocks: parts.map(block).collect(),
        foot: Vec::new(),
        validity: String::new(),
        seal: String::new(),
        made: String::new(),
        page: words.t("sheet-page"),
        continued: words.t("sheet-continued"),
        by_hand: Some(words.t("sheet-by-hand")),
        colon: words.t("sheet-colon"),
    }
}

/// Says a sheet.
pub fn say(sheet: &Sheet, words: &Words) -> Said {
    let tell = Teller { words };
    let validity = tell.say(&Msg::new("sheet-valid-until").with("day", words.day_short(sheet.valid_until_noon)));
    let mut lead = tell.greeting(sheet);
    let made = tell.say(
        &Msg::new("sheet-made")
            .with("day", words.day_year(sheet.made_at.day()))
            .with("time", words.time(sheet.made_at.minute()))
            .with("author", sheet.made_by.as_str()),
    );
    lead.push(made.clone());
    lead.push(validity.clone());
    lead.push(tell.count(sheet));
    lead.extend(sheet.seen.as_ref().map(|found| clean::line(&found.said)));
    let mut blocks = Vec::new();
    let points = sheet.sections.iter().map(|s| tell.section(s));
    match sheet.kind {
        // Urgent and open points come before anything else to read (rule 15).
        SheetKind::Briefing => {
            blocks.extend(points);
            blocks.extend(sheet.notes.iter().filter_map(|n| tell.notes(n)));
            blocks.extend(sheet.taken_over.as_ref().map(|s| tell.taken_over(s)));
        }
        SheetKind::Handover => {
            blocks.extend(sheet.notes.iter().filter_map(|n| tell.notes(n)));
            blocks.extend(points);
            blocks.extend(sheet.notes.as_ref().map(|n| tell.signature(n)));
        }
    }
    Said {
        lang: sheet.lang,
        title: tell.title(sheet),
        lead,
        blocks,
        foot: tell.foot(sheet),
        validity,
        seal: tell.seal(sheet),
        made,
        page: words.t("sheet-page"),
        continued: words.t("sheet-continued"),
        by_hand: Some(words.t("sheet-by-hand")),
        colon: words.t("sheet-colon"),
    }
}

struct Teller<'a> {
    words: &'a Words,
}

impl Teller<'_> {
    /// A sentence with its values, on one line.
    fn say(&self, msg: &Msg) -> String {
        clean::line(&self.words.say(msg))
    }

    fn title(&self, sheet: &Sheet) -> String {
        let msg = match (sheet.kind, &sheet.stay) {
            (SheetKind::Briefing, Some(stay)) => {
                Msg::new("sheet-title-briefing").with("week", stay.week).with("doctor", stay.doctor.as_str())
            }
            (SheetKind::Briefing, None) => Msg::new("sheet-title-team")
                .with("week", sheet.made_at.day().week())
                .with("member", sheet.member.as_deref().unwrap_or("—")),
            (SheetKind::Handover, stay) => Msg::new("sheet-title-handover")
                .with("week", stay.as_ref().map_or_else(|| sheet.made_at.day().week(), |s| s.week))
                .with("doctor", stay.as_ref().map_or("—", |s| s.doctor.as_str())),
        };
        self.say(&msg.with("centre", sheet.centre.as_str()))
    }

    /// `lun. 14` when the month is that of `to`, which names it.
    fn start(&self, from: Day, to: Day) -> String {
        let said = self.words.day(from);
        let month = |day: Day| day.date().format("%Y-%m").to_string();
        match said.rsplit_once(' ') {
            Some((day, _)) if month(from) == month(to) => day.to_owned(),
            _ => said,
        }
    }

    fn greeting(&self, sheet: &Sheet) -> Vec<String> {
        let Some(stay) = &sheet.stay else {
            return vec![
                self.say(&Msg::new("sheet-hello-team").with("member", sheet.member.as_deref().unwrap_or("—"))),
            ];
        };
        let id = match sheet.kind {
            SheetKind::Briefing => "sheet-hello-doctor",
            SheetKind::Handover => "sheet-handover-of",
        };
        let mut lines = vec![one_stop(
            &self.say(
                &Msg::new(id)
                    .with("doctor", stay.doctor.as_str())
                    .with("week", stay.week)
                    .with("post", stay.post.as_str())
                    .with("from", self.start(stay.from, stay.to))
                    .with("to", stay.to),
            ),
        )];
        if let Some(from) = &sheet.takes_over {
            lines[0] = format!("{} {}", lines[0], self.from(from));
        }
        if sheet.kind == SheetKind::Handover {
            lines.push(self.say(&match &sheet.next {
                Some(next) => Msg::new("sheet-next").with("doctor", next.doctor.as_str()).with("week", next.week),
                None => Msg::new("sheet-next-nobody"),
            }));
        }
        lines
    }

    /// From whom a doctor takes over, in one sentence (rule 15).
    fn from(&self, from: &From) -> String {
        let Some(stay) = &from.stay else { return self.words.t("sheet-from-nobody") };
        let weeks: Vec<_> = from.vacant.iter().map(|w| self.words.week_told(*w)).collect();
        let msg = if weeks.is_empty() { Msg::new("sheet-from-doctor") } else { Msg::new("sheet-from-team") };
        self.say(&msg.with("weeks", weeks.join(", ")).with("doctor", stay.doctor.as_str()).with("week", stay.week))
    }

    fn count(&self, sheet: &Sheet) -> String {
        let mut parts = vec![match sheet.points {
            0 => self.words.t("sheet-no-point"),
            points => self.say(&Msg::new("sheet-points").with("points", points).with("urgent", sheet.urgent)),
        }];
        if sheet.waiting > 0 {
            let msg = match sheet.kind {
                SheetKind::Briefing => Msg::new("sheet-waiting"),
                SheetKind::Handover => Msg::new("sheet-undecided"),
            };
            parts.push(self.say(&msg.with("points", sheet.waiting)));
        }
        if let Some(minutes) = sheet.minutes.filter(|m| *m > 0) {
            parts.push(self.say(&Msg::new("sheet-minutes").with("minutes", minutes)));
        }
        parts.join(" ")
    }

    fn section(&self, section: &SectionData) -> Block {
        let title = Msg::new("sheet-section")
            .with("section", Msg::new(section.section.word()))
            .with("points", section.points.len());
        Block {
            title: capital(&self.say(&title)),
            points: section.points.iter().map(|p| self.point(p)).collect(),
            ..Block::default()
        }
    }

    fn point(&self, point: &Point) -> SaidPoint {
        let mut facts = vec![
            Fact::plain(match &point.patient {
                Some(patient) => self.patient(patient),
                None => self.words.t("sheet-about-centre"),
            })
            .mark(),
        ];
        facts.push(Fact::of(self.words.t("sheet-kind"), self.words.t(point.kind.word())).mark());
        if let Some(due) = point.due {
            facts.push(Fact::of(self.words.t("sheet-due"), self.words.day_short(due)).mark());
        }
        if point.see_record {
            facts.push(Fact::plain(self.words.t("thread-see-record")).mark());
        }
        if let Some(exam) = point.exam.filter(|_| point.kind == Kind::Result) {
            facts.push(Fact::plain(self.words.t(exam.word())).mark());
        }
        if let Some(asked) = point.asked.filter(|_| point.kind == Kind::Result) {
            let msg = Msg::new("thread-result-asked").with("day", self.words.day_short(asked));
            facts.push(Fact::plain(self.say(&msg)).mark());
        }
        if !point.source.is_empty() {
            facts.push(Fact::plain(self.say(&Msg::new("thread-source").with("source", point.source.as_str()))).mark());
        }
        if let Some(week) = point.show_from {
            facts.push(Fact::plain(self.say(&Msg::new("sheet-show-from").with("week", week))).mark());
        }
        facts.push(Fact::of(self.words.t("sheet-chain"), point.chain.join(" ← ")).mark());
        facts.extend(point.words.iter().map(|w| self.word(w)));
        if !point.plan.is_empty() {
            facts.push(Fact::of(self.words.t("sheet-plan"), point.plan.as_str()));
        }
        facts.extend(point.steps.iter().map(|s| self.step(s)));
        if let Some(outcome) = point.outcome {
            facts.push(Fact::of(self.words.t("sheet-outcome"), self.words.t(outcome.word())));
        }
        if let Some(follower) = &point.followed_by {
            facts.push(Fact::of(self.words.t("sheet-followed-by"), self.follower(follower, point.why.as_ref())));
        }
        if point.unsigned {
            facts.push(Fact::plain(self.words.t("sheet-point-unsigned")));
        }
        if let Some(answer) = &point.answer {
            facts.push(self.answer(answer));
        }
        if point.waits {
            facts.push(Fact::plain(match point.gravity {
                Gravity::Urgent => self.words.t("sheet-waits-urgent"),
                Gravity::Watch | Gravity::Routine => self.words.t("sheet-waits"),
            }));
        }
        let title = Msg::new("sheet-point")
            .with("gravity", Msg::new(point.gravity.word()))
            .with("number", point.number.to_string());
        SaidPoint { gravity: point.gravity, closed: point.outcome.is_some(), title: self.say(&title), facts }
    }

    fn patient(&self, patient: &Patient) -> String {
        let mut parts = vec![self.say(&Msg::new("sheet-file").with("file", patient.file.as_str()))];
        parts.extend(patient.initials.clone());
        if let (Some(born), Some(age)) = (patient.birth_year, patient.age) {
            parts.push(self.say(&Msg::new("sheet-born").with("year", born.to_string()).with("age", usize::from(age))));
        }
        if patient.ald {
            parts.push(self.words.t("thread-ald"));
        }
        parts.join(", ")
    }

    fn step(&self, step: &StepData) -> Fact {
        let mut said = self.words.t(step.step.word());
        if !step.words.is_empty() {
            said = self.say(&Msg::new("thread-step-words").with("step", said).with("words", step.words.as_str()));
        }
        if let Some(day) = step.next {
            let day = self.words.day_short(day);
            said = self.say(&Msg::new("thread-step-next").with("step", said).with("day", day));
        }
        let by = Msg::new("thread-step")
            .with("step", said)
            .with("day", self.words.day_short(step.at.day()))
            .with("who", self.author(&step.author));
        Fact::plain(self.say(&by))
    }

    fn author(&self, author: &Author) -> String {
        match &author.entered_by {
            None => author.name.clone(),
            Some(by) => {
                self.say(&Msg::new("sheet-dictated").with("author", author.name.as_str()).with("by", by.as_str()))
            }
        }
    }

    fn word(&self, word: &Word) -> Fact {
        let label = Msg::new("sheet-word")
            .with("author", self.author(&word.author))
            .with("week", word.week)
            .with("verdict", Msg::new(word.verdict.word()));
        Fact::of(self.say(&label), word.text.as_str())
    }

    fn follower(&self, follower: &Follower, why: Option<&Msg>) -> String {
        let who = match follower {
            Follower::Person(name) => name.clone(),
            Follower::Role(role) => self.words.t(role.word()),
        };
        match why {
            Some(why) => format!("{who} ({})", self.say(why)),
            None => who,
        }
    }

    fn answer(&self, answer: &AnswerData) -> Fact {
        let label = Msg::new("sheet-answer")
            .with("author", self.author(&answer.author))
            .with("at", answer.at)
            .with("answer", Msg::new(answer.answer.word()));
        let label = self.say(&label);
        if answer.words.is_empty() { Fact::plain(label) } else { Fact::of(label, answer.words.as_str()) }
    }

    /// What a stay left beside its points; nothing when it left nothing.
    fn notes(&self, notes: &NotesData) -> Option<Block> {
        let mut lines: Vec<_> =
            notes.notes.iter().map(|n| Fact::of(self.words.t(n.kind.word()), n.text.as_str())).collect();
        if notes.signature.as_ref().is_some_and(|s| s.nothing_to_report) {
            lines.push(Fact::plain(self.words.t("sheet-nothing-to-report")));
        }
        lines.extend(notes.reopenings.iter().map(|r| {
            let label = Msg::new("sheet-reopened").with("author", self.author(&r.author)).with("at", r.at);
            let old =
                Msg::new("sheet-out-of-date").with("at", r.signed_at).with("words", r.words.as_deref().unwrap_or("—"));
            Fact::of(self.say(&label), format!("{}. {}", r.reason.trim_end_matches('.'), self.say(&old)))
        }));
        lines.extend(notes.addenda.iter().map(|a| {
            let label = Msg::new("sheet-addendum").with("author", self.author(&a.author)).with("at", a.at);
            let added = a.point.map(|n| self.say(&Msg::new("sheet-adds-point").with("number", n.to_string())));
            Fact::of(self.say(&label), [a.text.clone(), added.unwrap_or_default()].join(" ").trim())
        }));
        let title = Msg::new("sheet-notes").with("doctor", notes.doctor.as_str()).with("week", notes.week);
        (!lines.is_empty()).then(|| Block { title: self.say(&title), lines, ..Block::default() })
    }

    fn signature(&self, notes: &NotesData) -> Block {
        let mut lines = Vec::new();
        match &notes.signature {
            None => lines.push(Fact::plain(self.words.t("sheet-not-signed"))),
            Some(signed) => {
                if signed.as_is {
                    let msg = Msg::new("sheet-as-is")
                        .with("author", signed.author.name.as_str())
                        .with("doctor", notes.doctor.as_str());
                    lines.push(Fact::plain(self.say(&msg)));
                }
                if signed.late {
                    lines.push(Fact::plain(self.words.t("sheet-signed-late")));
                }
                let msg = Msg::new("sheet-signed")
                    .with("name", signed.name.as_str())
                    .with("author", self.author(&signed.author))
                    .with("at", signed.at)
                    .with("hash", signed.hash.as_str());
                lines.push(Fact::plain(self.say(&msg)));
            }
        }
        Block { title: self.words.t("sheet-signature"), lines, ..Block::default() }
    }

    fn taken_over(&self, signed: &Signed) -> Block {
        let msg = Msg::new("sheet-taken-over")
            .with("name", signed.name.as_str())
            .with("author", self.author(&signed.author))
            .with("at", signed.at);
        Block { title: self.words.t("sheet-takeover"), lines: vec![Fact::plain(self.say(&msg))], ..Block::default() }
    }

    /// By which words the signed handover is known again, wherever its hash is shown.
    fn seal(&self, sheet: &Sheet) -> String {
        let Some(notes) = &sheet.notes else { return self.words.t("sheet-seal-sheet") };
        let msg = match notes.signature.as_ref().map(|s| s.words.as_deref().unwrap_or(&s.hash)) {
            Some(words) => Msg::new("sheet-seal").with("words", words),
            None => match notes.reopenings.last() {
                Some(reopened) => Msg::new("sheet-seal-reopened").with("at", reopened.at),
                None => Msg::new("sheet-seal-none"),
            },
        };
        self.say(&msg.with("week", notes.week))
    }

    fn foot(&self, sheet: &Sheet) -> Vec<String> {
        let mut lines = Vec::new();
        if !sheet.closed.is_empty() {
            let days: Vec<_> =
                sheet.closed.iter().map(|(d, why)| format!("{} ({})", self.words.day(*d), self.say(why))).collect();
            lines.push(self.say(&Msg::new("sheet-closed-days").with("days", days.join(", "))));
        }
        lines.push(self.words.t("sheet-closed"));
        lines.push(self.words.t("sheet-where"));
        lines.push(self.seal(sheet));
        lines.extend(sheet.head.as_ref().map(|head| self.say(&head.msg())));
        lines.push(self.words.t("sheet-confidential"));
        lines
    }
}
