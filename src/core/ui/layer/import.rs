//! What an import of a rota would do, before it does it: all lines or none.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Clear, Widget};

use crate::domain::Msg;
use crate::domain::act::{Act, RotaImport};
use crate::domain::rota_import::StayStep;
use crate::protocol::RotaPreview;
use crate::ui::widget::{panel::panel, text};
use crate::ui::{Ask, Cx, Glyph, Meaning, Outcome};

/// The preview as a dialog.
#[derive(Debug, Clone)]
pub struct ImportLayer {
    pub preview: RotaPreview,
    top: usize,
}

impl ImportLayer {
    /// A preview to read, then to accept or leave.
    #[must_use]
    pub const fn new(preview: RotaPreview) -> Self {
        Self { preview, top: 0 }
    }

    fn can_import(&self) -> bool {
        self.preview.can_import()
    }

    /// Answers a key.
    pub fn key(&mut self, key: &KeyEvent) -> Outcome<Vec<Ask>> {
        match key.code {
            KeyCode::Enter if self.can_import() => {
                let RotaPreview { lines, decided, .. } = self.preview.clone();
                return Outcome::Done(vec![Ask::act(Act::ImportRota(RotaImport { lines, promised: Some(decided) }))]);
            }
            KeyCode::Enter | KeyCode::Esc | KeyCode::Left => return Outcome::Cancelled,
            KeyCode::Up => self.top = self.top.saturating_sub(1),
            KeyCode::Down => self.top += 1,
            KeyCode::PageUp => self.top = self.top.saturating_sub(10),
            KeyCode::PageDown => self.top += 10,
            _ => return Outcome::Ignored,
        }
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
                    words.week(stay.from.week()),
                    fit(&words.span(stay.from, stay.to), 25),
                    fit(&decision.name, 26),
                    cx.t(stay.state.word())
                )));
            }
        }
        lines
    }

    /// Draws it.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) {
        let width = 90.min(area.width);
        let area = Rect { x: area.x + (area.width - width) / 2, width, ..area };
        Clear.render(area, buf);
        let inner = panel(&cx.t("import-title"), true, area, buf, cx.look);
        let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        let lines = self.lines(inner.width, cx);
        let room = usize::from(inner.height.saturating_sub(1));
        let top = self.top.min(lines.len().saturating_sub(room));
        for (row, line) in (0..).zip(lines.iter().skip(top).take(room)) {
            line.render(Rect { y: inner.y + row, height: 1, ..inner }, buf);
        }
        let foot = if self.can_import() { "import-foot" } else { "import-foot-bad" };
        Line::styled(cx.t(foot), cx.look.style(Meaning::Key))
            .render(Rect { y: inner.bottom().saturating_sub(1), height: 1, ..inner }, buf);
    }
}
