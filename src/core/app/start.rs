//! Before somebody is at the desk: first start, sign-in, and the locked screen.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Widget;

use super::desk::CxParts;
use super::{App, Effect, Slot, State};
use crate::domain::act::{NewCentre, NewPerson};
use crate::domain::{Msg, PersonId, Who};
use crate::protocol::{FramePage, Request, SetUp, SignInName};
use crate::ui::ask::SetUpPart;
use crate::ui::form::FormLayer;
use crate::ui::form::set_up_centre::SetUpCentreForm;
use crate::ui::form::set_up_passphrase::SetUpPassphraseForm;
use crate::ui::form::set_up_person::SetUpPersonForm;
use crate::ui::layer::help::{HelpLayer, Topic};
use crate::ui::layer::sign_in::SignInCard;
use crate::ui::widget::{dialog, text};
use crate::ui::{Ask, Cx, Dialog, Glyph, Look, Meaning, Notice, Outcome, Session, Tone};
use crate::words::Words;

/// What is shown before somebody is at the desk.
#[derive(Debug)]
pub enum Start {
    /// The fictional centre is being made.
    Opening,
    /// No store yet: a new centre, or the fictional one. A centre begun is kept as typed.
    Welcome {
        at: usize,
        begun: Option<Box<SettingUp>>,
    },
    /// The forms of a new centre, one after the other.
    SetUp(Box<SettingUp>),
    SignIn(SignInCard),
    /// The fictional centre has no passphrase; locked, it shows nothing.
    LockedDemo,
}

/// What the forms of a new centre have gathered so far.
pub struct SettingUp {
    /// Those opened so far, in the order of [`STEPS`]: one steps back and on again without losing a
    /// letter, and the words proposed as passphrase stay those that were copied.
    forms: Vec<FormLayer>,
    at: usize,
    centre: Option<(NewCentre, Vec<String>)>,
    first: Option<NewPerson>,
    /// Nothing of a centre is known yet; the forms read their calendar and people from this.
    frame: FramePage,
}

/// The forms of a new centre, in their order.
const STEPS: [fn() -> Dialog; 3] =
    [|| SetUpCentreForm.into(), || SetUpPersonForm.into(), || SetUpPassphraseForm.into()];

/// What was typed is never printed into a log.
impl std::fmt::Debug for SettingUp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SettingUp").finish_non_exhaustive()
    }
}

/// The choices of the first start, in their order.
const WELCOME: [&str; 3] = ["start-new-centre", "start-fictional", "start-quit"];

impl Start {
    /// What is shown first: a choice when there is no store yet, else the sign-in.
    #[must_use]
    pub fn first(names: &[SignInName]) -> Self {
        if names.is_empty() {
            Self::Welcome { at: 0, begun: None }
        } else {
            Self::SignIn(SignInCard::new(names.to_vec()))
        }
    }

    /// The passphrase was wrong.
    pub fn wrong(&mut self) {
        if let Self::SignIn(card) = self {
            card.wrong();
        }
    }

    /// Whether somebody may sign in here.
    #[must_use]
    pub const fn is_sign_in(&self) -> bool {
        matches!(self, Self::SignIn(_))
    }

    /// Who may sign in, as it stands now.
    pub fn set_names(&mut self, names: &[SignInName]) {
        if let Self::SignIn(card) = self {
            card.set_names(names.to_vec());
        }
    }

    /// What was asked for could not be done; whether that is said where it was asked.
    #[must_use]
    pub fn refused(&mut self, msg: &Msg) -> bool {
        match std::mem::replace(self, Self::Opening) {
            Self::SignIn(mut card) => {
                card.refused(msg.clone());
                *self = Self::SignIn(card);
                true
            }
            // Nothing was made: the form says why, with what was typed.
            Self::SetUp(mut set_up) => {
                set_up.form_mut().refused(msg.clone());
                *self = Self::SetUp(set_up);
                true
            }
            Self::Opening => {
                *self = Self::LockedDemo;
                false
            }
            other => {
                *self = other;
                false
            }
        }
    }

    /// Takes pasted text.
    pub(super) fn paste(&mut self, pasted: &str, cx: &CxParts) {
        match self {
            Self::SignIn(card) => card.paste(pasted),
            Self::SetUp(set_up) => {
                let SettingUp { forms, at, frame, .. } = &mut **set_up;
                forms[*at].paste(pasted, &cx.cx(frame));
            }
            _ => {}
        }
    }

    pub(super) fn draw(
        &self,
        area: Rect,
        buf: &mut Buffer,
        cx: &CxParts,
        notice: Option<&Notice>,
    ) -> Option<(u16, u16)> {
        let (words, look) = (cx.words, cx.look);
        let foot = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
        if let Some(notice) = notice {
            let meaning = match notice.tone {
                Tone::Wrong => Meaning::Bad,
                Tone::Told => Meaning::Plain,
                Tone::Done => Meaning::Good,
            };
            for (row, line) in (0..2).zip(text::wrap(&words.say(&notice.msg), area.width.saturating_sub(2))) {
                let place = Rect { y: foot.y.saturating_sub(1) + row, ..foot };
                Line::styled(format!(" {line}"), look.style(meaning)).render(place, buf);
            }
        }
        let body = Rect { height: area.height.saturating_sub(2), ..area };
        match self {
            Self::Opening => said(&words.t("start-opening"), body, buf, look),
            Self::LockedDemo => said(&words.t("start-locked-demo"), body, buf, look),
            Self::Welcome { at, .. } => welcome(*at, body, buf, words, look),
            Self::SetUp(set_up) => {
                return set_up.form().draw(body, buf, &cx.cx(&set_up.frame));
            }
            Self::SignIn(card) => return card.draw(body, buf, words, look),
        }
        None
    }
}

/// Runs something of the help over a screen before sign-in; there is no centre to read from yet.
pub(super) fn with_no_centre<T>(cx: &CxParts, run: impl FnOnce(&Cx) -> T) -> T {
    let frame = FramePage::empty(cx.words.lang().code(), cx.now.day);
    run(&cx.cx(&frame))
}

/// Nobody is signed in while a centre is being made.
pub(super) const fn session() -> Session {
    Session { who: Who::is(PersonId(1)), demo: false }
}

/// A card in the middle of the screen: returns the room inside.
fn card(height: u16, area: Rect, buf: &mut Buffer, look: &Look) -> Rect {
    dialog::open("Relève", dialog::place(area, 64, height), buf, look)
}

pub(super) fn said(sentence: &str, area: Rect, buf: &mut Buffer, look: &Look) {
    let lines = text::wrap(sentence, 60);
    let inner = card(u16::try_from(lines.len()).unwrap_or(1) + 4, area, buf, look);
    for (row, line) in (1..).zip(lines) {
        Line::raw(line).render(Rect { y: inner.y + row, height: 1, ..inner }, buf);
    }
}

fn welcome(at: usize, area: Rect, buf: &mut Buffer, words: &Words, look: &Look) {
    let intro = text::wrap(&words.t("start-welcome"), 60);
    let inner = card(u16::try_from(intro.len()).unwrap_or(4) + 9, area, buf, look);
    let mut row = 1;
    let mut put = |line: Line, row: &mut u16| {
        line.render(Rect { y: inner.y + *row, height: 1, ..inner }, buf);
        *row += 1;
    };
    for line in intro {
        put(Line::raw(line), &mut row);
    }
    row += 1;
    for (index, id) in WELCOME.iter().enumerate() {
        let selected = index == at;
        let mark = if selected { look.glyph(Glyph::Selected) } else { " " };
        let style = if selected { look.style(Meaning::Selected) } else { look.style(Meaning::Plain) };
        let label = text::fit(&words.t(id), usize::from(inner.width).saturating_sub(3), "…");
        put(Line::styled(format!("{mark} {label}"), style), &mut row);
    }
    row += 1;
    put(Line::styled(words.t("start-welcome-foot"), look.style(Meaning::Dim)), &mut row);
}

impl App {
    pub(super) fn start_key(&mut self, key: &KeyEvent) -> Vec<Effect> {
        let command = key.modifiers.contains(KeyModifiers::CONTROL) && !key.modifiers.contains(KeyModifiers::ALT);
        if command && key.code == KeyCode::Char('q') {
            return vec![Effect::Quit];
        }
        let cx = CxParts::nobodys(&self.words, &self.look, self.now, self.size);
        if let Some(help) = &mut self.help {
            if matches!(with_no_centre(&cx, |cx| help.key(key, cx)), Outcome::Cancelled) {
                self.help = None;
            }
            return Vec::new();
        }
        if key.code == KeyCode::F(1) {
            self.help = Some(HelpLayer::new(Topic::Start, Vec::new()));
            return Vec::new();
        }
        let State::Start(start) = &mut self.state else { return Vec::new() };
        match &mut **start {
            Start::Opening => Vec::new(),
            Start::LockedDemo => {
                if key.code != KeyCode::Enter {
                    return Vec::new();
                }
                **start = Start::Opening;
                vec![self.ask(Slot::Door, Request::Demo)]
            }
            Start::Welcome { at, begun } => match key.code {
                KeyCode::Up => {
                    *at = at.saturating_sub(1);
                    Vec::new()
                }
                KeyCode::Down => {
                    *at = (*at + 1).min(WELCOME.len() - 1);
                    Vec::new()
                }
                KeyCode::Enter | KeyCode::Right => match *at {
                    0 => {
                        let begun = begun.take();
                        self.begin_set_up(begun)
                    }
                    1 => {
                        **start = Start::Opening;
                        vec![self.ask(Slot::Door, Request::Demo)]
                    }
                    _ => vec![Effect::Quit],
                },
                // Esc once too often must not throw away a centre half typed.
                KeyCode::Esc if begun.is_none() => vec![Effect::Quit],
                _ => Vec::new(),
            },
            Start::SetUp(_) => self.set_up_key(key),
            Start::SignIn(card) => match card.key(key) {
                Outcome::Done((account, passphrase)) => {
                    let now = self.now;
                    vec![self.ask(Slot::Door, Request::Unlock { account, passphrase, now })]
                }
                _ => Vec::new(),
            },
        }
    }

    fn begin_set_up(&mut self, begun: Option<Box<SettingUp>>) -> Vec<Effect> {
        let set_up = begun.unwrap_or_else(|| {
            let frame = FramePage::empty(self.words.lang().code(), self.now.day);
            let mut set_up = SettingUp { forms: Vec::new(), at: 0, centre: None, first: None, frame };
            set_up.go(0, &CxParts::nobodys(&self.words, &self.look, self.now, self.size));
            Box::new(set_up)
        });
        self.state = State::Start(Box::new(Start::SetUp(set_up)));
        Vec::new()
    }

    fn set_up_key(&mut self, key: &KeyEvent) -> Vec<Effect> {
        let State::Start(start) = &mut self.state else { return Vec::new() };
        let Start::SetUp(mut set_up) = std::mem::replace(&mut **start, Start::Opening) else { return Vec::new() };
        let cx = CxParts::nobodys(&self.words, &self.look, self.now, self.size);
        let outcome = set_up.key(key, &cx);
        let (next, request) = match outcome {
            // One step back; out of the first, nothing has been made yet.
            Outcome::Cancelled if set_up.at == 0 => (Start::Welcome { at: 0, begun: Some(set_up) }, None),
            Outcome::Cancelled => {
                set_up.at -= 1;
                (Start::SetUp(set_up), None)
            }
            Outcome::Done(part) => {
                let request = set_up.take(part);
                if request.is_some() {
                    // The form stays until the centre is made: should that fail, nothing typed is lost.
                    set_up.form_mut().set_saving(true);
                } else {
                    let next = set_up.at + 1;
                    set_up.go(next, &cx);
                }
                (Start::SetUp(set_up), request)
            }
            Outcome::Ignored | Outcome::Stayed | Outcome::Asks(_) => (Start::SetUp(set_up), None),
        };
        **start = next;
        let now = self.now;
        request.map(|set_up| self.ask(Slot::Door, Request::SetUp(Box::new(set_up), now))).into_iter().collect()
    }
}

impl SettingUp {
    fn form(&self) -> &FormLayer {
        &self.forms[self.at]
    }

    fn form_mut(&mut self) -> &mut FormLayer {
        &mut self.forms[self.at]
    }

    /// Goes to a form, opened now or as it was left.
    fn go(&mut self, at: usize, cx: &CxParts) {
        if self.forms.len() <= at {
            self.forms.push(FormLayer::open(STEPS[at](), &cx.cx(&self.frame)));
        }
        self.at = at;
    }

    fn key(&mut self, key: &KeyEvent, cx: &CxParts) -> Outcome<SetUpPart> {
        match self.forms[self.at].key(key, &cx.cx(&self.frame)) {
            Outcome::Done(asks) => match asks.into_iter().next() {
                Some(Ask::SetUp(part)) => Outcome::Done(part),
                _ => Outcome::Stayed,
            },
            Outcome::Cancelled => Outcome::Cancelled,
            Outcome::Ignored => Outcome::Ignored,
            Outcome::Stayed | Outcome::Asks(_) => Outcome::Stayed,
        }
    }

    /// Takes what a form gives; the last one completes the centre.
    fn take(&mut self, part: SetUpPart) -> Option<SetUp> {
        match part {
            SetUpPart::Centre(centre, posts) => self.centre = Some((centre, posts)),
            SetUpPart::Person(first) => self.first = Some(first),
            SetUpPart::Passphrase(passphrase) => {
                let ((centre, posts), first) = (self.centre.clone()?, self.first.clone()?);
                return Some(SetUp { centre, posts, first, passphrase });
            }
        }
        None
    }
}
