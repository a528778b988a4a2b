//! What an import of a rota or of a waiting list would do, before it does it: all lines or none.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::domain::act::{Act, RotaImport};
use crate::domain::care::WaitingPreview;
use crate::domain::record::Waiting;
use crate::domain::rota_import::{BadLine, StayStep};
use crate::domain::{Day, Msg};
use crate::protocol::RotaPreview;
use crate::ui::widget::dialog::{self, Sheet};
use crate::ui::widget::scroll::{Move, Scroll};
use crate::ui::widget::text;
use crate::ui::{Ask, Cx, Glyph, Meaning, Outcome};

/// Widest dialog.
const WIDEST: u16 = 90;

/// What would be imported.
#[derive(Debug, Clone)]
pub enum Imported {
    Rota(RotaPreview),
    Waiting(WaitingPreview),
}

/// The preview as a dialog.
#[derive(Debug, Clone)]
pub struct ImportLayer {
    pub preview: Imported,
    scroll: Scroll,
}

impl ImportLayer {
    /// A rota to read, then to accept or leave.
    #[must_use]
    pub fn rota(preview: RotaPreview) -> Self {
        Self { preview: Imported::Rota(preview), scroll: Scroll::default() }
    }

    /// The same of a waiting list.
    #[must_use]
    pub fn waiting(preview: WaitingPreview) -> Self {
        Self { preview: Imported::Waiting(preview), scroll: Scroll::default() }
    }

    fn can_import(&self) -> bool {
        match &self.preview {
            Imported::Rota(preview) => preview.can_import(),
            Imported::Waiting(preview) => preview.can_import(),
        }
    }

    fn bad(&self) -> &[BadLine] {
        match &self.preview {
            Imported::Rota(preview) => &preview.bad,
            Imported::Waiting(preview) => &preview.bad,
        }
    }

    fn act(&self) -> Act {
        match self.preview.clone() {
            Imported::Rota(RotaPreview { lines, decided, .. }) => {
                Act::ImportRota(RotaImport { lines, promised: Some(decided) })
            }
            Imported::Waiting(preview) => preview.act(),
        }
    }

    /// Answers a key.
    pub fn key(&mut self, key: &KeyEvent, cx: &Cx) -> Outcome<Vec<Ask>> {
        match key.code {
            KeyCode::Enter if self.can_import() => return Outcome::Done(vec![Ask::act(self.act())]),
            KeyCode::Enter | KeyCode::Esc | KeyCode::Left => return Outcome::Cancelled,
            _ => {}
        }
        let Some(to) = Move::of(key) else { return Outcome::Ignored };
        self.sheet(cx.area, cx).step(&mut self.scroll, to, cx.area);
        Outcome::Stayed
    }

    fn lines(&self, width: u16, cx: &Cx) -> Vec<Line<'static>> {
        let words = cx.words;
        let mut lines = match &self.preview {
            Imported::Rota(preview) => counted(preview, width, cx),
            Imported::Waiting(preview) => {
                let said = preview.said().into_iter().map(|msg| words.say(&msg));
                said.flat_map(|said| text::wrap(&said, width)).map(Line::raw).collect()
            }
        };
        if !self.bad().is_empty() {
            lines.push(Line::default());
            let refused = words.say(&Msg::new("import-bad").with("count", self.bad().len()));
            let bad = cx.look.style(Meaning::Bad);
            lines.extend(text::wrap(&refused, width).into_iter().map(|l| Line::styled(l, bad)));
            for bad in self.bad() {
                let said = words.say(
                    &Msg::new("import-bad-line")
                        .with("line", bad.line)
                        .with("column", bad.column.clone())
                        .with("value", bad.value.clone())
                        .with("reason", bad.reason.clone()),
                );
                lines.extend(text::wrap(&said, width).into_iter().map(Line::raw));
            }
        }
        if self.can_import() {
            lines.push(Line::default());
            match &self.preview {
                Imported::Rota(preview) => lines.extend(decided(preview, width, cx)),
                Imported::Waiting(preview) => lines.extend(preview.new.iter().map(|waiting| line(waiting, cx))),
            }
        }
        lines
    }

    fn sheet(&self, area: Rect, cx: &Cx) -> Sheet {
        let foot = if self.can_import() { "import-foot" } else { "import-foot-bad" };
        Sheet {
            title: cx.t(match self.preview {
                Imported::Rota(_) => "import-title",
                Imported::Waiting(_) => "import-waiting-title",
            }),
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

/// How much a rota brings, and which doctors are new.
fn counted(preview: &RotaPreview, width: u16, cx: &Cx) -> Vec<Line<'static>> {
    let dim = cx.look.style(Meaning::Dim);
    let counts = preview.count().said().into_iter().map(|msg| Line::raw(cx.words.say(&msg)));
    let doctors = text::wrap(&preview.new_doctors().join(", "), width).into_iter().map(|line| Line::styled(line, dim));
    counts.chain(doctors).collect()
}

/// What a rota changes, which is read before what comes.
fn decided(preview: &RotaPreview, width: u16, cx: &Cx) -> Vec<Line<'static>> {
    let words = cx.words;
    let changes = preview.decided.iter().flat_map(|d| words.rota_changes(d, &cx.frame.rota));
    let mut lines: Vec<Line> = changes.flat_map(|said| text::wrap(&said, width)).map(Line::raw).collect();
    for decision in &preview.decided {
        let StayStep::Added(stay) = decision.stay else { continue };
        let fit = |said: &str, columns| text::fit(said, columns, cx.look.glyph(Glyph::Ellipsis));
        lines.push(Line::raw(format!(
            "{}  {}  {}  {}",
            words.week_told(stay.from.week()),
            fit(&words.span(stay.from, stay.to), 25),
            fit(&decision.name, 26),
            cx.t(stay.state.word())
        )));
    }
    lines
}

/// Who waits, since when, and when they are called.
fn line(waiting: &Waiting, cx: &Cx) -> Line<'static> {
    let fit = |said: &str, columns| text::fit(said, columns, cx.look.glyph(Glyph::Ellipsis));
    let ald = if waiting.ald { cx.t("waiting-ald-short") } else { String::new() };
    let date = |day: Option<Day>| day.map_or_else(String::new, |day| cx.words.date(day));
    Line::raw(format!(
        "{}  {}  {}  {}  {}",
        fit(&cx.words.patient(&waiting.patient, cx.now.day), 30),
        date(Some(waiting.asked_on)),
        fit(&ald, 3),
        fit(&waiting.commune, 16),
        date(waiting.call_on)
    ))
}
