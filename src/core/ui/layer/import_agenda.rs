//! What an import of the agenda would do, before it does it: all lines or none.
//!
//! Counts first, then what is wrong, then what changes, since that is what one has to agree to.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::domain::Msg;
use crate::domain::act::Act;
use crate::domain::agenda::NewEntry;
use crate::protocol::AgendaPreview;
use crate::ui::widget::dialog::{self, Sheet};
use crate::ui::widget::scroll::{Move, Scroll};
use crate::ui::widget::text;
use crate::ui::{Ask, Cx, Glyph, Meaning, Outcome};

/// Widest dialog.
const WIDEST: u16 = 90;
/// How many entries of a kind are listed; the others are counted.
const LISTED: usize = 200;
/// How many entries that clash with something are named under their count.
const FIRST_FEW: usize = 3;

/// The preview as a dialog.
#[derive(Debug, Clone)]
pub struct AgendaLayer {
    preview: AgendaPreview,
    scroll: Scroll,
}

impl AgendaLayer {
    /// A preview to read, then to accept or leave.
    #[must_use]
    pub fn new(preview: AgendaPreview) -> Self {
        Self { preview, scroll: Scroll::default() }
    }

    fn can_import(&self) -> bool {
        self.preview.bad.is_empty() && !self.preview.diff.is_empty()
    }

    /// Answers a key.
    pub fn key(&mut self, key: &KeyEvent, cx: &Cx) -> Outcome<Vec<Ask>> {
        match key.code {
            KeyCode::Enter if self.can_import() => {
                return Outcome::Done(vec![Ask::act(Act::ImportAgenda(std::mem::take(&mut self.preview.lines)))]);
            }
            KeyCode::Enter | KeyCode::Esc | KeyCode::Left => return Outcome::Cancelled,
            _ => {}
        }
        let Some(to) = Move::of(key) else { return Outcome::Ignored };
        self.sheet(cx.area, cx).step(&mut self.scroll, to, cx.area);
        Outcome::Stayed
    }

    fn lines(&self, width: u16, cx: &Cx) -> Vec<Line<'static>> {
        let p = &self.preview;
        let mut out = Page { width, cx, lines: Vec::new() };
        if p.bad.is_empty() {
            out.say(&Msg::new("import-agenda-added").with("count", p.diff.added.len()), Meaning::Plain);
            let further = [
                ("import-agenda-changed", p.diff.changed.len()),
                ("import-agenda-cancelled", p.diff.cancelled.len()),
                ("import-agenda-same", p.diff.same),
                ("import-agenda-by-hand", p.diff.by_hand),
                ("import-agenda-never-known", p.diff.never_known),
            ];
            for (id, count) in further.into_iter().filter(|(_, count)| *count > 0) {
                out.say(&Msg::new(id).with("count", count), Meaning::Plain);
            }
            if p.closed > 0 {
                out.say(&Msg::new("import-agenda-closed").with("count", p.closed), Meaning::Bad);
            }
            if !p.missing.is_empty() {
                out.say(&Msg::new("import-agenda-missing").with("count", p.missing.len()), Meaning::Bad);
            }
            for (id, entries) in p.foreseen.kinds().into_iter().filter(|(_, entries)| !entries.is_empty()) {
                out.say(&Msg::new(id).with("count", entries.len()), Meaning::Watch);
                entries.iter().take(FIRST_FEW).for_each(|entry| out.row("  ", entry));
                if entries.len() > FIRST_FEW {
                    let more = Msg::new("import-agenda-more").with("count", entries.len() - FIRST_FEW);
                    out.say(&more, Meaning::Dim);
                }
            }
        } else {
            out.say(&Msg::new("import-agenda-bad").with("count", p.bad.len()), Meaning::Bad);
            for bad in p.bad.iter().take(LISTED) {
                let msg = if bad.column.is_empty() {
                    Msg::new("import-agenda-bad-line")
                } else {
                    Msg::new("import-agenda-bad-cell").with("column", bad.column.clone())
                };
                out.say(&msg.with("line", bad.line).with("reason", bad.reason.clone()), Meaning::Plain);
            }
            out.more(p.bad.len());
        }
        for note in &p.notes {
            out.say(note, Meaning::Dim);
        }
        if p.bad.is_empty() {
            out.changes(p);
        }
        out.lines
    }

    fn sheet(&self, area: Rect, cx: &Cx) -> Sheet {
        let foot = match (self.can_import(), self.preview.bad.is_empty()) {
            (true, _) => "import-agenda-foot",
            (false, true) => "import-agenda-foot-none",
            (false, false) => "import-agenda-foot-bad",
        };
        Sheet {
            title: cx.t("import-agenda-title"),
            width: WIDEST,
            lines: self.lines(dialog::columns(area, WIDEST), cx),
            foot: vec![Line::styled(cx.t(foot), cx.look.style(Meaning::Key))],
            foot_more: None,
        }
    }

    /// Draws it.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) {
        self.sheet(area, cx).draw(self.scroll, area, buf, cx.look);
    }
}

/// The lines of a preview as they are written.
struct Page<'a> {
    width: u16,
    cx: &'a Cx<'a>,
    lines: Vec<Line<'static>>,
}

impl Page<'_> {
    fn say(&mut self, msg: &Msg, meaning: Meaning) {
        let style = self.cx.look.style(meaning);
        let said = self.cx.words.say(msg);
        self.lines.extend(text::wrap(&said, self.width).into_iter().map(|l| Line::styled(l, style)));
    }

    fn more(&mut self, count: usize) {
        if count > LISTED {
            self.say(&Msg::new("import-agenda-more").with("count", count - LISTED), Meaning::Dim);
        }
    }

    fn changes(&mut self, p: &AgendaPreview) {
        let arrow = self.cx.look.glyph(Glyph::Arrow);
        self.head("import-agenda-head-changed", p.diff.changed.len());
        for changed in p.diff.changed.iter().take(LISTED) {
            self.row("  ", &changed.before);
            self.row(&format!("{arrow} "), &changed.after);
        }
        self.more(p.diff.changed.len());
        self.list("import-agenda-head-cancelled", p.diff.cancelled.iter().map(|e| &e.what), p.diff.cancelled.len());
        self.list("import-agenda-head-missing", p.missing.iter(), p.missing.len());
        let added = p.diff.added.iter().filter_map(|l| l.what.as_ref());
        self.list("import-agenda-head-added", added, p.diff.added.len());
    }

    fn list<'e>(&mut self, id: &str, entries: impl Iterator<Item = &'e NewEntry>, count: usize) {
        self.head(id, count);
        for entry in entries.take(LISTED) {
            self.row("  ", entry);
        }
        self.more(count);
    }

    fn head(&mut self, id: &str, count: usize) {
        if count > 0 {
            self.lines.push(Line::default());
            self.lines.push(Line::styled(self.cx.t(id), self.cx.look.style(Meaning::Title)));
        }
    }

    fn row(&mut self, before: &str, entry: &NewEntry) {
        let said = format!("{before}{}", self.entry(entry));
        let ellipsis = self.cx.look.glyph(Glyph::Ellipsis);
        self.lines.push(Line::raw(text::cut(&said, usize::from(self.width), ellipsis)));
    }

    fn entry(&self, entry: &NewEntry) -> String {
        self.cx.words.entry(entry, &self.cx.frame.rota, self.cx.now.day)
    }
}
