//! What an import of a rota would do, before it does it: all lines or none.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::domain::Msg;
use crate::domain::act::{Act, RotaImport};
use crate::domain::rota_import::StayStep;
use crate::protocol::RotaPreview;
use crate::ui::widget::dialog::{self, Sheet};
use crate::ui::widget::scroll::{Move, Scroll};
use crate::ui::widget::text;
use crate::ui::{Ask, Cx, Glyph, Meaning, Outcome};

/// Widest dialog.
const WIDEST: u16 = 90;

/// The preview as a dialog.
#[derive(Debug, Clone)]
pub struct ImportLayer {
    pub preview: RotaPreview,
    scroll: Scroll,
}

impl ImportLayer {
    /// A preview to read, then to accept or leave.
    #[must_use]
    pub fn new(preview: RotaPreview) -> Self {
        Self { preview, scroll: Scroll::default() }
    }

    fn can_import(&self) -> bool {
        self.preview.can_import()
    }

    /// Answers a key.
    pub fn key(&mut self, key: &KeyEvent, cx: &Cx) -> Outcome<Vec<Ask>> {
        match key.code {
            KeyCode::Enter if self.can_import() => {
                let RotaPreview { lines, decided, .. } = self.preview.clone();
                return Outcome::Done(vec![Ask::act(Act::ImportRota(RotaImport { lines, promised: Some(decided) }))]);
            }
            KeyCode::Enter | KeyCode::Esc | KeyCode::Left => return Outcome::Cancelled,
            _ => {}
        }
        let Some(to) = Move::of(key) else { return Outcome::Ignored };
        self.sheet(cx.area, cx).step(&mut self.scroll, to, cx.area);
        Outcome::Stayed
    }

    fn lines(&self, width: u16, cx: &Cx) -> Vec<Line<'static>> {
        let words = cx.words;
        let p = &self.preview;
        let mut lines: Vec<Line> = p.count().said().iter().map(|msg| Line::raw(words.say(msg))).collect();
        lines.extend(
            text::wrap(&p.new_doctors().join(", "), width)
                .into_iter()
                .map(|l| Line::styled(l, cx.look.style(Meaning::Dim))),
        );
        if !p.bad.is_empty() {
            lines.push(Line::default());
            let refused = words.say(&Msg::new("import-bad").with("count", p.bad.len()));
            let bad = cx.look.style(Meaning::Bad);
            lines.extend(text::wrap(&refused, width).into_iter().map(|l| Line::styled(l, bad)));
            for bad in &p.bad {
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
            // What changes is read before what comes.
            for said in p.decided.iter().flat_map(|d| words.rota_changes(d, &cx.frame.rota)) {
                lines.extend(text::wrap(&said, width).into_iter().map(Line::raw));
            }
            for decision in &p.decided {
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
        }
        lines
    }

    fn sheet(&self, area: Rect, cx: &Cx) -> Sheet {
        let foot = if self.can_import() { "import-foot" } else { "import-foot-bad" };
        Sheet {
            title: cx.t("import-title"),
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
