//! Help: the page of the user guide on this screen, then every key that holds here.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::domain::writing::Abbreviation;
use crate::ui::keymap::{BINDINGS, Binding};
use crate::ui::widget::dialog::{self, Sheet};
use crate::ui::widget::markdown::{self, Piece};
use crate::ui::widget::scroll::{Move, Scroll};
use crate::ui::widget::text;
use crate::ui::{Ask, Cx, Glyph, Meaning, Outcome, Scope};
use crate::words::Lang;

/// Widest dialog.
const WIDEST: u16 = 84;

macro_rules! topics {
    ($($topic:ident = $name:literal,)*) => {
        /// A page of the user guide.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Topic {
            $($topic,)*
        }

        impl Topic {
            /// Every page, by the name of its file.
            pub const ALL: [(&'static str, Self); [$($name),*].len()] = [$(($name, Self::$topic)),*];

            /// The page in a language, in the Markdown of `assets/guide`.
            #[must_use]
            pub const fn page(self, lang: Lang) -> &'static str {
                let (fr, en) = match self {
                    $(Self::$topic => (
                        include_str!(concat!("../../../../assets/guide/fr/", $name, ".md")),
                        include_str!(concat!("../../../../assets/guide/en/", $name, ".md")),
                    ),)*
                };
                match lang {
                    Lang::Fr => fr,
                    Lang::En => en,
                }
            }
        }
    };
}

topics! {
    Frame = "frame",
    Week = "week",
    Briefing = "briefing",
    Transmission = "transmission",
    Statistics = "statistics",
    Noted = "noted",
    Forms = "forms",
    Start = "start",
    Menu = "menu",
    Booklet = "booklet",
    Directory = "directory",
    Planning = "planning",
    Stay = "stay",
    Care = "care",
    Volunteers = "volunteers",
    Agenda = "agenda",
    Accounts = "accounts",
    Journal = "journal",
    Roles = "roles",
    Copies = "copies",
    Close = "close",
    Search = "search",
    Sign = "sign",
    Writing = "writing",
    Conflict = "conflict",
    Recovery = "recovery",
    Keys = "keys",
    Formats = "formats",
}

impl Topic {
    /// The page of that name.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(known, _)| *known == name).map(|(_, topic)| topic)
    }

    /// The page of that name; the one on forms where there is none.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self::find(name).unwrap_or(Self::Forms)
    }

    /// The page on the screen with these keys.
    #[must_use]
    pub const fn of(scope: Scope) -> Self {
        match scope {
            Scope::Week => Self::Week,
            Scope::Briefing => Self::Briefing,
            Scope::Transmission | Scope::LeftDrafts => Self::Transmission,
            Scope::Statistics => Self::Statistics,
            Scope::Register => Self::Menu,
            Scope::Accounts => Self::Accounts,
            Scope::Planning => Self::Planning,
            Scope::Rooms => Self::Stay,
            Scope::Care | Scope::Requests => Self::Care,
            Scope::Booklet => Self::Booklet,
            Scope::Directory => Self::Directory,
            Scope::Text => Self::Forms,
            Scope::Everywhere | Scope::Desk => Self::Frame,
        }
    }
}

/// The help of one screen or dialog.
#[derive(Debug, Clone)]
pub struct HelpLayer {
    topic: Topic,
    /// Scopes whose keys are listed.
    scopes: Vec<Scope>,
    /// Abbreviations and what they mean, those of the text it was asked on.
    meanings: Vec<(String, String)>,
    scroll: Scroll,
}

impl HelpLayer {
    /// The help of a screen: its page and its keys.
    #[must_use]
    pub fn new(topic: Topic, scopes: Vec<Scope>) -> Self {
        Self { topic, scopes, meanings: Vec::new(), scroll: Scroll::default() }
    }

    /// Begins with what the abbreviations of a text mean.
    #[must_use]
    pub fn explaining(mut self, found: Vec<&Abbreviation>) -> Self {
        self.meanings = found.into_iter().map(|a| (a.short.clone(), a.meaning.clone())).collect();
        self
    }

    /// Answers a key.
    pub fn key(&mut self, key: &KeyEvent, cx: &Cx) -> Outcome<Vec<Ask>> {
        if matches!(key.code, KeyCode::Esc | KeyCode::Left | KeyCode::Enter | KeyCode::F(1)) {
            return Outcome::Cancelled;
        }
        let Some(to) = Move::of(key) else { return Outcome::Ignored };
        self.sheet(cx.area, cx).step(&mut self.scroll, to, cx.area);
        Outcome::Stayed
    }

    fn sheet(&self, area: Rect, cx: &Cx) -> Sheet {
        let keys = |id| Line::styled(cx.t(id), cx.look.style(Meaning::Dim));
        Sheet {
            title: cx.t("help-title"),
            width: WIDEST,
            lines: self.lines(dialog::columns(area, WIDEST), cx),
            foot: vec![keys("help-foot")],
            foot_more: Some(keys("help-foot-more")),
        }
    }

    fn lines(&self, width: u16, cx: &Cx) -> Vec<Line<'static>> {
        let look = cx.look;
        let mut lines = Vec::new();
        if !self.meanings.is_empty() {
            lines.push(Line::styled(cx.t("writing-meanings"), look.style(Meaning::Title)));
            for (short, meaning) in &self.meanings {
                let indent = text::width(short) + 2;
                let room = width.saturating_sub(u16::try_from(indent).unwrap_or(0)).max(20);
                for (at, part) in text::wrap(meaning, room).into_iter().enumerate() {
                    let (head, style) = if at == 0 {
                        (format!("{short}  "), Meaning::Key)
                    } else {
                        (" ".repeat(indent), Meaning::Plain)
                    };
                    lines.push(Line::from(vec![Span::styled(head, look.style(style)), Span::raw(part)]));
                }
            }
            lines.push(Line::default());
        }
        lines.extend(markdown::lines(&[Piece::Marked(self.topic.page(cx.words.lang()))], width, look));
        let here = self.scopes.first().copied().unwrap_or(Scope::Desk);
        for scope in &self.scopes {
            lines.push(Line::default());
            lines.push(Line::styled(cx.t(scope_word(*scope)), look.style(Meaning::Title)));
            // What may not be done is told in the page on roles, not among the keys.
            let theirs = |b: &&Binding| cx.allows_action(b.action, if b.action.is_desks() { here } else { b.scope });
            for binding in BINDINGS.iter().filter(|b| b.scope == *scope).filter(theirs) {
                let keys: Vec<_> = binding.keys.iter().map(|k| k.label(cx)).collect();
                lines.push(Line::from(vec![
                    Span::styled(
                        text::fit(&keys.join("  "), 16, look.glyph(Glyph::Ellipsis)),
                        look.style(Meaning::Key),
                    ),
                    Span::raw(cx.t(binding.action.word_in(self.scopes[0]))),
                ]));
            }
        }
        lines
    }

    /// Draws it.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) {
        self.sheet(area, cx).draw(self.scroll, area, buf, cx.look);
    }
}

/// Identifier of the heading over a scope's keys.
#[must_use]
pub const fn scope_word(scope: Scope) -> &'static str {
    match scope {
        Scope::Everywhere => "scope-everywhere",
        Scope::Desk => "scope-desk",
        Scope::Week => "scope-week",
        Scope::Briefing => "scope-briefing",
        Scope::Transmission => "scope-transmission",
        Scope::Statistics => "scope-statistics",
        Scope::Register => "scope-register",
        Scope::Accounts => "register-accounts",
        Scope::LeftDrafts => "register-left-drafts",
        Scope::Planning => "scope-planning",
        Scope::Rooms => "menu-rooms",
        Scope::Care => "menu-group-care",
        Scope::Requests => "request-list",
        Scope::Booklet => "register-booklet",
        Scope::Directory => "register-directory",
        Scope::Text => "scope-text",
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use expect_test::expect_file;

    use super::*;
    use crate::domain::rights::Right;
    use crate::ui::testing::{Desk, GARNIER};

    const SCOPES: [Scope; 16] = [
        Scope::Everywhere,
        Scope::Desk,
        Scope::Week,
        Scope::Planning,
        Scope::Rooms,
        Scope::Care,
        Scope::Requests,
        Scope::Briefing,
        Scope::Transmission,
        Scope::Statistics,
        Scope::Register,
        Scope::Booklet,
        Scope::Directory,
        Scope::Accounts,
        Scope::LeftDrafts,
        Scope::Text,
    ];

    /// The page of the guide with every key: what the table of keys says.
    fn keys(lang: Lang) -> String {
        let desk = Desk { words: crate::words::Words::new(lang), ..Desk::of(GARNIER) };
        let cx = desk.cx();
        let mut page = match lang {
            Lang::Fr => "# Toutes les touches\n".to_owned(),
            Lang::En => "# All the keys\n".to_owned(),
        };
        assert!(BINDINGS.iter().all(|b| SCOPES.contains(&b.scope)));
        for scope in SCOPES {
            let _ = writeln!(page, "\n# {}\n", cx.t(scope_word(scope)));
            for binding in BINDINGS.iter().filter(|b| b.scope == scope) {
                let keys: Vec<_> = binding.keys.iter().map(|key| format!("`{}`", key.label(&cx))).collect();
                let _ = writeln!(page, "- {}: {}", keys.join(" "), cx.t(binding.action.word_in(scope)));
            }
        }
        if lang == Lang::Fr { page.replace("`: ", "` : ") } else { page }
    }

    /// The page on roles with the table as it is: what each line says stands in the page, who may do it does not.
    fn roles(lang: Lang) -> String {
        let desk = Desk { words: crate::words::Words::new(lang), ..Desk::of(GARNIER) };
        let page = Topic::Roles.page(lang);
        let colon = if lang == Lang::Fr { "\u{a0}: " } else { ": " };
        let (said, table) = page.rsplit_once("\n\n").unwrap();
        assert_eq!(table.lines().count(), Right::ALL.len(), "a right has no line, or a line no right");
        let line = |(line, right): (&str, Right)| {
            let what = line.rsplit_once(colon).unwrap().0;
            let roles: Vec<String> = right.roles().iter().map(|role| desk.cx().t(role.word())).collect();
            format!("{what}{colon}{}\n", roles.join(", "))
        };
        let table: String = table.lines().zip(Right::ALL).map(line).collect();
        format!("{said}\n\n{table}")
    }

    #[test]
    fn the_page_on_roles_says_what_the_table_says() {
        expect_file!["../../../../assets/guide/fr/roles.md"].assert_eq(&roles(Lang::Fr));
        expect_file!["../../../../assets/guide/en/roles.md"].assert_eq(&roles(Lang::En));
    }

    #[test]
    fn the_page_of_keys_says_what_the_keys_do() {
        expect_file!["../../../../assets/guide/fr/keys.md"].assert_eq(&keys(Lang::Fr));
        expect_file!["../../../../assets/guide/en/keys.md"].assert_eq(&keys(Lang::En));
    }
}
