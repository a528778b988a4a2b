//! Two versions of one thing: what another desk saved first, what was typed here, and which stays.
//!
//! Nothing is written before somebody has chosen (rule 14). It knows fields by name and text only, so
//! that every form that edits a row has it.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::domain::Msg;
use crate::domain::draft::when;
use crate::protocol::{Page, Past, Query, Raw};
use crate::ui::form::{Dialog, FormLayer, Spec, theirs};
use crate::ui::widget::dialog::{self, Sheet};
use crate::ui::widget::form::{Field, FieldKind, Form};
use crate::ui::widget::scroll::{Move, Scroll};
use crate::ui::widget::text;
use crate::ui::{Ask, Cx, Glyph, Meaning, Outcome};

/// Columns from which the two versions stand side by side.
const BESIDE: u16 = 100;
/// Widest dialog.
const WIDEST: u16 = 116;

/// What may stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choice {
    /// Both: what only one of the two changed as they changed it, texts one after the other.
    Both,
    Mine,
    Theirs,
    /// Neither yet: back to the form.
    Back,
}

/// Who changed a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    Me,
    Them,
    Both,
}

/// A field in which the two versions differ.
#[derive(Debug, Clone)]
struct Differs {
    name: &'static str,
    label: String,
    /// As shown: the name of a choice, not its value.
    theirs: String,
    mine: String,
    by: By,
    text: bool,
}

/// What the form goes on with once somebody has chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    dialog: Dialog,
    theirs: Raw,
    /// Every field as it is to be saved.
    raw: Raw,
}

/// The two versions, and the choice between them.
pub struct ConflictLayer {
    intro: Vec<String>,
    them: String,
    rows: Vec<Differs>,
    choices: Vec<Choice>,
    at: usize,
    /// What is typed adds to theirs, which stays whatever is chosen.
    adds: bool,
    settled: Settled,
    /// What the form held when it was opened, and what it holds now.
    opened: Raw,
    mine: Raw,
    scroll: Scroll,
}

impl FormLayer {
    /// Where the row it edits is read anew after a conflict.
    #[must_use]
    pub fn theirs(&self) -> Option<Query> {
        self.dialog.form().theirs()
    }

    /// Puts what another desk saved beside what was typed here; nothing when the row is gone.
    #[must_use]
    pub fn conflict(&self, page: &Page, last: Option<&Past>, cx: &Cx) -> Option<ConflictLayer> {
        let mut dialog = self.dialog.clone();
        if !dialog.form_mut().renew(page, cx) {
            return None;
        }
        let Spec { raw, fields, .. } = dialog.form().spec(cx);
        let theirs = Form::new(fields, &raw).text();
        let mine = self.form.text();
        let hidden = self.reading(cx).hidden;
        let rows: Vec<Differs> = self
            .form
            .fields()
            .filter(|field| !hidden.contains(&field.name) && !matches!(field.kind, FieldKind::Secret))
            .filter_map(|field| differs(field, &self.opened, &theirs, &mine, cx))
            .collect();
        let adds = self.dialog.form().adds();
        let disputed = || rows.iter().filter(|row| row.by == By::Both);
        // Where nobody's field meets the other's, mine over theirs is both.
        let both = !adds && (disputed().any(|row| row.text) || disputed().next().is_none());
        let mine_too = adds || disputed().next().is_some();
        let choices = [(Choice::Both, both), (Choice::Mine, mine_too), (Choice::Theirs, true), (Choice::Back, true)];
        let choices: Vec<Choice> = choices.into_iter().filter(|(_, offered)| *offered).map(|(c, _)| c).collect();
        // What loses nothing is under the hand; else nothing is.
        let at = if both { 0 } else { choices.len() - 1 };
        let them = who(last, cx);
        let mut intro = vec![cx.words.say(&intro(last, &them, cx))];
        intro.extend(theirs::newest(page).filter(|_| adds).map(|said| format!("« {said} »")));
        let settled = Settled { dialog, theirs, raw: Raw::new() };
        Some(ConflictLayer {
            intro,
            them,
            rows,
            choices,
            at,
            adds,
            settled,
            opened: self.opened.clone(),
            mine,
            scroll: Scroll::default(),
        })
    }

    /// Goes on with what somebody has chosen, on top of what the other desk has saved.
    pub fn settle(&mut self, settled: Settled, cx: &Cx) -> Option<Ask> {
        let Settled { dialog, theirs, raw } = settled;
        let Spec { title, intro, fields, .. } = dialog.form().spec(cx);
        self.form = Form::new(fields, &theirs);
        self.form.fill(&raw);
        (self.dialog, self.title, self.intro, self.opened) = (dialog, title, intro, theirs);
        (self.stale, self.restored, self.refused, self.saving) = (false, false, None, false);
        let reading = self.reading(cx);
        self.form.start(&reading);
        if self.form.attempt(&reading) { reading.ask } else { None }
    }
}

/// The other person, or oneself at another desk.
fn who(last: Option<&Past>, cx: &Cx) -> String {
    match last {
        Some(past) if past.author == cx.session.who.author() => cx.t("conflict-yourself"),
        Some(past) => cx.frame.rota.people.short(past.author),
        None => cx.t("conflict-somebody"),
    }
}

fn intro(last: Option<&Past>, them: &str, cx: &Cx) -> Msg {
    match last {
        Some(past) if past.author == cx.session.who.author() => {
            Msg::new("conflict-intro-yourself").with("when", past.at).with("said", past.said.clone())
        }
        Some(past) => Msg::new("conflict-intro")
            .with("who", them.to_owned())
            .with("when", past.at)
            .with("said", past.said.clone()),
        None => Msg::new("conflict-intro-unknown"),
    }
}

/// The field, where the two versions of it are not the same.
fn differs(field: &Field, opened: &Raw, theirs: &Raw, mine: &Raw, cx: &Cx) -> Option<Differs> {
    let value = |raw: &Raw| raw.get(field.name).cloned().unwrap_or_default();
    let (before, theirs, mine) = (value(opened), value(theirs), value(mine));
    if theirs == mine {
        return None;
    }
    let by = match (theirs == before, mine == before) {
        (true, _) => By::Me,
        (false, true) => By::Them,
        (false, false) => By::Both,
    };
    // Typed as one likes, a date stands beside the other version in one and the same form.
    let day = |value: &str| when::day(value, cx.now.day).ok().map(|day| cx.words.date(day));
    let is_day = [&before, &theirs].into_iter().any(|value| day(value).as_ref() == Some(value));
    let shown = |value: String| match &field.kind {
        _ if is_day => day(&value).unwrap_or(value),
        FieldKind::Choice(options) | FieldKind::Picker(options) => {
            options.iter().find(|(v, _)| *v == value).map_or(value, |(_, label)| label.clone())
        }
        FieldKind::Check => cx.t(if value == "1" { "conflict-yes" } else { "conflict-no" }),
        _ => value,
    };
    Some(Differs {
        name: field.name,
        label: cx.t(field.label),
        theirs: shown(theirs),
        mine: shown(mine),
        by,
        text: matches!(field.kind, FieldKind::Text { .. } | FieldKind::Sentence { .. }),
    })
}

/// Their text, then on new lines what of mine was neither there before nor is in theirs.
fn joined(before: &str, theirs: &str, mine: &str) -> String {
    let known = |line: &&str| {
        line.trim().is_empty() || before.lines().chain(theirs.lines()).any(|other| other.trim() == line.trim())
    };
    let added: Vec<&str> = mine.lines().filter(|line| !known(line)).collect();
    let theirs = theirs.trim_end();
    match (theirs.is_empty(), added.is_empty()) {
        (true, _) => added.join("\n"),
        (false, true) => theirs.to_owned(),
        (false, false) => format!("{theirs}\n{}", added.join("\n")),
    }
}

impl ConflictLayer {
    fn choice(&self) -> Choice {
        self.choices[self.at]
    }

    /// Every field as that choice leaves it.
    fn merged(&self, choice: Choice) -> Raw {
        let mut raw = self.settled.theirs.clone();
        for row in &self.rows {
            let mine = self.mine.get(row.name).map_or("", String::as_str);
            let theirs = self.settled.theirs.get(row.name).map_or("", String::as_str);
            let before = self.opened.get(row.name).map_or("", String::as_str);
            let value = match (row.by, choice) {
                (By::Them, _) => continue,
                (By::Both, Choice::Both) if row.text => joined(before, theirs, mine),
                (By::Me | By::Both, _) => mine.to_owned(),
            };
            raw.insert(row.name.to_owned(), value);
        }
        raw
    }

    /// Which of the two versions of a field a choice keeps: theirs, mine.
    const fn keeps(row: &Differs, choice: Choice) -> (bool, bool) {
        match (choice, row.by) {
            (Choice::Back, _) => (false, false),
            (Choice::Theirs, _) | (_, By::Them) => (true, false),
            (Choice::Both, By::Both) if row.text => (true, true),
            (Choice::Both | Choice::Mine, _) => (false, true),
        }
    }

    /// Answers a key.
    pub fn key(&mut self, key: &KeyEvent, cx: &Cx) -> Outcome<Vec<Ask>> {
        let to = match key.code {
            KeyCode::BackTab => Some(Move::Up),
            KeyCode::Tab => Some(Move::Down),
            KeyCode::Esc => return Outcome::Cancelled,
            KeyCode::Enter => return self.take(),
            _ => Move::of(key),
        };
        match to {
            // The versions go by pages, the choices one by one.
            Some(to @ (Move::PageUp | Move::PageDown)) => self.sheet(cx.area, cx).step(&mut self.scroll, to, cx.area),
            Some(to) => self.at = to.from(self.at, self.choices.len() - 1, 1),
            None => return Outcome::Ignored,
        }
        Outcome::Stayed
    }

    fn take(&self) -> Outcome<Vec<Ask>> {
        let choice = self.choice();
        match choice {
            Choice::Back => Outcome::Cancelled,
            Choice::Theirs => Outcome::Done(vec![Ask::Settle(None)]),
            Choice::Both | Choice::Mine => {
                let raw = self.merged(choice);
                Outcome::Done(vec![Ask::Settle(Some(Box::new(Settled { raw, ..self.settled.clone() })))])
            }
        }
    }

    fn said(&self, choice: Choice, cx: &Cx) -> String {
        cx.t(match (choice, self.adds) {
            (Choice::Both, _) => "conflict-both",
            (Choice::Mine, false) => "conflict-mine",
            (Choice::Mine, true) => "conflict-add",
            (Choice::Theirs, false) => "conflict-theirs",
            (Choice::Theirs, true) => "conflict-leave",
            (Choice::Back, _) => "conflict-back",
        })
    }

    /// The fields with their two versions; what the choice keeps is marked.
    fn versions(&self, columns: u16, cx: &Cx) -> Vec<Line<'static>> {
        let look = cx.look;
        let (me, none) = (cx.t("conflict-you"), cx.t("conflict-nothing"));
        let mut lines = Vec::new();
        let mark = |kept: bool| if kept { look.glyph(Glyph::Done) } else { " " };
        let style = |kept: bool| look.style(if kept { Meaning::Strong } else { Meaning::Plain });
        let value = |text: &str| if text.trim().is_empty() { none.clone() } else { text.to_owned() };
        let beside = columns >= BESIDE;
        if beside {
            let half = usize::from(columns / 2);
            let them = text::fit(&format!("  {}", self.them), half, look.glyph(Glyph::Ellipsis));
            lines.push(Line::styled(format!("{them}  {me}"), look.style(Meaning::Dim)));
        }
        for row in &self.rows {
            let (theirs, mine) = Self::keeps(row, self.choice());
            lines.push(Line::styled(row.label.clone(), look.style(Meaning::Title)));
            if beside {
                let half = columns / 2;
                let wrapped = [&row.theirs, &row.mine].map(|v| text::wrap(&value(v), half.saturating_sub(4)));
                for at in 0..wrapped[0].len().max(wrapped[1].len()) {
                    let side = |n: usize, kept: bool| {
                        let text = wrapped[n].get(at).map_or("", String::as_str);
                        let text = format!("{} {text}", if at == 0 { mark(kept) } else { " " });
                        Span::styled(text::fit(&text, usize::from(half), look.glyph(Glyph::Ellipsis)), style(kept))
                    };
                    lines.push(Line::from(vec![side(0, theirs), side(1, mine)]));
                }
            } else {
                let label = text::width(&self.them).max(text::width(&me)).min(24);
                let room = columns.saturating_sub(u16::try_from(label).unwrap_or(24) + 6);
                for (name, version, kept) in [(&self.them, &row.theirs, theirs), (&me, &row.mine, mine)] {
                    for (at, line) in text::wrap(&value(version), room).into_iter().enumerate() {
                        let name = if at == 0 { name.as_str() } else { "" };
                        let name = text::fit(name, label, look.glyph(Glyph::Ellipsis));
                        let mark = if at == 0 { mark(kept) } else { " " };
                        lines.push(Line::from(vec![
                            Span::styled(format!("{mark} {name}  "), look.style(Meaning::Dim)),
                            Span::styled(line, style(kept)),
                        ]));
                    }
                }
            }
        }
        lines
    }

    /// The two versions, and under them the choices, which never scroll away.
    fn sheet(&self, area: Rect, cx: &Cx) -> Sheet {
        let look = cx.look;
        let columns = dialog::columns(area, WIDEST);
        let intro = self.intro.iter().flat_map(|said| text::wrap(said, columns)).map(Line::raw);
        let lines = intro.chain([Line::default()]).chain(self.versions(columns, cx)).collect();
        let choices = self.choices.iter().enumerate().map(|(at, choice)| {
            let selected = at == self.at;
            let mark = if selected { look.glyph(Glyph::Selected) } else { " " };
            let style = look.style(if selected { Meaning::Selected } else { Meaning::Plain });
            let said = text::fit(&self.said(*choice, cx), usize::from(columns.saturating_sub(2)), "");
            Line::styled(format!("{mark} {said}"), style)
        });
        let keys = |id| Line::styled(cx.t(id), look.style(Meaning::Key));
        let foot =
            [Line::default()].into_iter().chain(choices).chain([Line::default(), keys("conflict-foot")]).collect();
        let mut sheet = Sheet { title: cx.t("conflict-title"), width: WIDEST, lines, foot, foot_more: None };
        if sheet.overflows(area) {
            sheet.foot.pop();
            sheet.foot.push(keys("conflict-foot-scroll"));
        }
        sheet
    }

    /// Draws it.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)> {
        self.sheet(area, cx).draw(self.scroll, area, buf, cx.look)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::act::{Act, NewContact, PlaceAct};
    use crate::domain::place::Contact;
    use crate::domain::rights::Right;
    use crate::domain::{ChangeId, ContactId, PersonId, Stamp};
    use crate::protocol::{Kept, Rev, Table, Write};
    use crate::ui::form::contact::ContactForm;
    use crate::ui::form::doctor::DoctorForm;
    use crate::ui::testing::{BENALI, Desk, GARNIER, keys, shown};

    fn new(note: &str) -> NewContact {
        NewContact { name: "Labo".into(), purpose: "analyses".into(), note: note.into(), ..NewContact::default() }
    }

    /// An entry opened with a note, typed in by keys, and saved with another note elsewhere meanwhile.
    fn two(before: &str, typed: &str, theirs: &str, author: PersonId) -> (Desk, FormLayer, ConflictLayer) {
        let desk = Desk::of(GARNIER);
        let known = Kept { what: ContactId(2), row: Table::CONTACT.row(2), rev: Rev(3) };
        let dialog = ContactForm { known: Some(known), base: new(before) };
        let mut form = FormLayer::open(dialog, &desk.cx());
        for key in keys(typed) {
            form.key(&key, &desk.cx());
        }
        let contact =
            Contact { id: ContactId(2), what: new(theirs), begun: Stamp(0), written: None, calls: Vec::new() };
        let page =
            Page::Directory { contacts: vec![Kept::at(contact, Rev(9))], past: std::collections::BTreeMap::new() };
        let said = Msg::new("store-said-contact-edited").with("name", "Labo");
        let last = Past { id: ChangeId(9), at: Stamp(0), author, said, undone: false, fixed: false, right: Right::Own };
        let conflict = form.conflict(&page, Some(&last), &desk.cx()).unwrap();
        (desk, form, conflict)
    }

    fn press(layer: &mut ConflictLayer, desk: &Desk, script: &str) -> Outcome<Vec<Ask>> {
        keys(script).iter().fold(Outcome::Stayed, |_, key| layer.key(key, &desk.cx()))
    }

    /// The entry that is saved with a choice, and the revision it is saved over.
    fn chosen(conflict: &mut ConflictLayer, form: &mut FormLayer, desk: &Desk, script: &str) -> (NewContact, Vec<Rev>) {
        let Outcome::Done(asks) = press(conflict, desk, script) else { panic!("no choice") };
        let [Ask::Settle(Some(settled))] = &asks[..] else { panic!("{asks:?}") };
        match form.settle((**settled).clone(), &desk.cx()) {
            Some(Ask::Save(Write { act: Act::Place(PlaceAct::EditContact(_, new)), seen, .. })) => {
                (new, seen.into_iter().map(|(_, rev)| rev).collect())
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn both_texts_stay_without_the_lines_they_share() {
        let typed = "<tab><tab><tab><tab><tab><tab><enter>matin";
        let (desk, mut form, mut conflict) = two("fermé jeudi", typed, "fermé jeudi\nparking", BENALI);
        let (saved, seen) = chosen(&mut conflict, &mut form, &desk, "<enter>");
        assert_eq!(saved.note, "fermé jeudi\nparking\nmatin");
        assert_eq!(seen, [Rev(9)], "saved over what was shown, not over what was opened");
    }

    #[test]
    fn what_i_did_not_touch_stays_as_they_left_it_even_when_mine_wins() {
        let (desk, mut form, mut conflict) = two("", "<tab><tab> de sang", "parking", BENALI);
        // Only their note and my purpose changed: both stay, and there is nothing to choose between.
        let (saved, _) = chosen(&mut conflict, &mut form, &desk, "<enter>");
        assert_eq!((saved.purpose.as_str(), saved.note.as_str()), ("analyses de sang", "parking"));
    }

    #[test]
    fn nothing_is_under_the_hand_where_one_of_the_two_must_go() {
        let desk = Desk::of(GARNIER);
        let mut form =
            FormLayer::open(DoctorForm { known: desk.frame.kept_person(crate::ui::testing::VIDAL) }, &desk.cx());
        for key in keys("<end>-Marie") {
            form.key(&key, &desk.cx());
        }
        let mut newer = Desk::of(GARNIER);
        newer.frame.rota.people.0.get_mut(&crate::ui::testing::VIDAL).unwrap().given = "Hélène-Anne".into();
        newer.frame.revs.insert(Table::PERSON.row(3), Rev(99));
        let page = Page::Frame(Box::new(newer.frame.clone()));
        let mut conflict = form.conflict(&page, None, &newer.cx()).unwrap();
        assert!(matches!(press(&mut conflict, &newer, "<enter>"), Outcome::Cancelled));
        let Outcome::Done(asks) = press(&mut conflict, &newer, "<up><up><enter>") else { panic!() };
        let [Ask::Settle(Some(settled))] = &asks[..] else { panic!("{asks:?}") };
        assert_eq!(settled.raw["given"], "Hélène-Marie");
        let Some(Ask::Save(write)) = form.settle((**settled).clone(), &newer.cx()) else { panic!() };
        assert_eq!(write.seen, [(Table::PERSON.row(3), Rev(99))]);
    }

    #[test]
    fn two_dates_stand_side_by_side_in_one_form() {
        let desk = Desk::of(GARNIER);
        let field = Field::line("checked", "forms-field-checked");
        let raw = |value: &str| Raw::from([("checked".to_owned(), value.to_owned())]);
        let differ = differs(&field, &raw(""), &raw("27/11/2026"), &raw("26/11"), &desk.cx()).unwrap();
        assert_eq!((differ.theirs.as_str(), differ.mine.as_str()), ("27/11/2026", "26/11/2026"));
        // What is no date stays as it was typed.
        let differ = differs(&field, &raw(""), &raw("27/11/2026"), &raw("bientôt"), &desk.cx()).unwrap();
        assert_eq!(differ.mine, "bientôt");
        let differ = differs(&field, &raw("12"), &raw("13"), &raw("14"), &desk.cx()).unwrap();
        assert_eq!((differ.theirs.as_str(), differ.mine.as_str()), ("13", "14"));
    }

    #[test]
    fn it_fits_any_window_and_scrolls_to_the_end() {
        let long = (0..60).map(|n| format!("ligne {n}")).collect::<Vec<_>>().join("\n");
        let (desk, _, mut conflict) = two("", "<tab><tab><tab><tab><tab><tab>a", &long, GARNIER);
        for (width, height) in [(120, 40), (80, 21), (20, 6), (3, 2), (1, 1), (0, 0)] {
            let area = Rect::new(0, 0, width, height);
            conflict.draw(area, &mut Buffer::empty(area), &desk.cx());
        }
        let screen = |conflict: &ConflictLayer| {
            let area = Rect::new(0, 0, 80, 21);
            let mut buf = Buffer::empty(area);
            conflict.draw(area, &mut buf, &desk.cx());
            shown(&buf)
        };
        let first = screen(&conflict);
        // Both desks are one's own: it says so.
        assert!(
            first.contains("Vous avez enregistré autre chose sur un autre écran (")
                && first.contains("ligne 0 ")
                && first.contains("PgSuiv"),
            "{first}"
        );
        for _ in 0..30 {
            press(&mut conflict, &desk, "<pgdn>");
        }
        let last = screen(&conflict);
        assert!(last.contains("ligne 59") && last.contains("vous, ici"), "{last}");
        assert!(last.contains("Garder les deux"), "the choices never scroll away\n{last}");
        for _ in 0..30 {
            press(&mut conflict, &desk, "<pgup>");
        }
        assert_eq!(screen(&conflict), first);
    }
}
