//! Volontaires possibles: who could come in a vacant week, the first first, why, and who was asked.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::domain::act::{Act, RecordAct};
use crate::domain::alert::Alert;
use crate::domain::candidate::{Candidate, Facts, Hole, Reason, Volunteers, Weights, difference};
use crate::domain::collective::Collective;
use crate::domain::draft::{department, phone};
use crate::domain::record::{SOLICITATION, Solicitation, SolicitationAnswer};
use crate::domain::{Msg, Person, PersonId, StayState};
use crate::protocol::Page;
use crate::ui::form::message::MessageForm;
use crate::ui::form::solicitation::SolicitationForm;
use crate::ui::widget::scroll::Move;
use crate::ui::widget::{dialog, list, text};
use crate::ui::{Ask, Cx, Glyph, Meaning, Outcome};

/// Volunteers that a page key moves by.
const PAGE: usize = 5;

/// Rows of a volunteer: the name, then what counts most.
const HEIGHT: u16 = 2;

/// The list as a dialog.
#[derive(Debug)]
pub struct CandidatesLayer {
    hole: Hole,
    /// Nothing before it has come.
    known: Option<Collective>,
    /// The place of the chosen one, and who it is: an answer may change the order.
    at: usize,
    on: Option<PersonId>,
    round: Round,
}

/// Whom one calls first: those who come back, those who came once, who never came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Round {
    All,
    Returning,
    Once,
    New,
}

impl Round {
    const ALL: [Self; 4] = [Self::All, Self::Returning, Self::Once, Self::New];

    const fn word(self) -> &'static str {
        match self {
            Self::All => "round-all",
            Self::Returning => "round-returning",
            Self::Once => "round-once",
            Self::New => "round-new",
        }
    }

    fn has(self, candidate: &Candidate) -> bool {
        let times = candidate.reasons.iter().find_map(|reason| match reason {
            Reason::CameBefore { times, .. } => Some(*times),
            _ => None,
        });
        match self {
            Self::All => true,
            Self::Returning => times.is_some_and(|times| times > 1),
            Self::Once => times == Some(1),
            Self::New => times.is_none(),
        }
    }
}

impl CandidatesLayer {
    /// Opens it on the first of them.
    #[must_use]
    pub const fn new(hole: Hole) -> Self {
        Self { hole, known: None, at: 0, on: None, round: Round::All }
    }

    /// Takes what is known of the collective.
    pub fn receive(&mut self, page: &Page) {
        if let Page::Collective(known) = page {
            self.known = Some((**known).clone());
        }
    }

    /// In their order; nothing before the collective has been read.
    fn all(&self, cx: &Cx) -> Vec<Candidate> {
        let all = self.known.as_ref().map(|known| Volunteers::of(facts(known, cx)).candidates(self.hole));
        all.unwrap_or_default().into_iter().filter(|candidate| self.round.has(candidate)).collect()
    }

    /// Answers a key.
    pub fn key(&mut self, key: &KeyEvent, cx: &Cx) -> Outcome<Vec<Ask>> {
        let all = self.all(cx);
        let at = self.at(&all);
        let on = all.get(at);
        self.on = on.map(|c| c.doctor);
        let ask = match key.code {
            KeyCode::Esc | KeyCode::Left => return Outcome::Cancelled,
            KeyCode::Enter | KeyCode::Right => on.map(|c| Ask::Volunteer(c.doctor)),
            KeyCode::Char('t') => on.map(|c| self.note(c, None)),
            KeyCode::Char('o') => on.map(|c| self.note(c, Some(StayState::Option))),
            KeyCode::Char('i') => on.map(|c| self.note(c, Some(StayState::Confirmed))),
            KeyCode::Char('m') => on.map(|c| Ask::open(MessageForm::new(c.doctor, self.hole))),
            KeyCode::Char('s') => on.map(|c| self.to_ask(c)),
            KeyCode::Char('p') => {
                let nobody = Ask::tell(Msg::new("candidates-nobody-to-tell"));
                Some(if to_tell(cx).is_some() { Ask::ToTell } else { nobody })
            }
            KeyCode::Char('!') => why(&all, at, cx),
            KeyCode::Tab => {
                let next = (self.round as usize + 1) % Round::ALL.len();
                (self.round, self.at, self.on) = (Round::ALL[next], 0, None);
                return Outcome::Stayed;
            }
            KeyCode::Char('k') => return self.moves(Move::Up, &all),
            KeyCode::Char('j') => return self.moves(Move::Down, &all),
            _ => match Move::of(key) {
                Some(to) => return self.moves(to, &all),
                None => return Outcome::Ignored,
            },
        };
        ask.map_or(Outcome::Stayed, |ask| Outcome::Asks(vec![ask]))
    }

    /// The place of the chosen one.
    fn at(&self, all: &[Candidate]) -> usize {
        let there = self.on.and_then(|on| all.iter().position(|c| c.doctor == on));
        there.unwrap_or_else(|| self.at.min(all.len().saturating_sub(1)))
    }

    fn moves(&mut self, to: Move, all: &[Candidate]) -> Outcome<Vec<Ask>> {
        self.at = to.from(self.at(all), all.len().saturating_sub(1), PAGE);
        self.on = all.get(self.at).map(|c| c.doctor);
        Outcome::Stayed
    }

    /// The newest of what was noted of a volunteer for this week, where it still waits for an answer.
    fn waiting(&self, candidate: &Candidate) -> Option<(Solicitation, crate::domain::record::Written)> {
        let newest = self.known.as_ref()?.newest(candidate.doctor, self.hole.post, self.hole.week)?;
        let settled = matches!(newest.what.answer, SolicitationAnswer::Yes | SolicitationAnswer::No);
        (!settled).then(|| (newest.what.clone(), newest.row.clone()))
    }

    /// Notes that they were asked, and what they answered; perhaps a yes, and the stay it becomes.
    fn note(&self, candidate: &Candidate, yes: Option<StayState>) -> Ask {
        let form = SolicitationForm::new(candidate.doctor, self.hole, self.waiting(candidate));
        Ask::open(match yes {
            Some(state) => form.with_yes(state),
            None => form,
        })
    }

    /// Puts them among those to be asked, or takes them out again.
    fn to_ask(&self, candidate: &Candidate) -> Ask {
        match self.waiting(candidate) {
            Some((what, row)) if what.answer == SolicitationAnswer::ToAsk => {
                crate::ui::register::remove(&SOLICITATION, &row)
            }
            Some(_) => Ask::tell(Msg::new("candidates-asked-already")),
            None => {
                let what = Solicitation::to_ask(candidate.doctor, self.hole.post, self.hole.week);
                Ask::act(Act::Record(RecordAct::Put(&SOLICITATION, None, what.values())))
            }
        }
    }

    fn title(&self, cx: &Cx) -> String {
        let rota = &cx.frame.rota;
        let mut title = cx.words.say(&Msg::new("candidates-title").with("week", self.hole.week));
        let dot = cx.look.glyph(Glyph::Separator);
        title = format!("{title} {dot} {}", cx.words.span(self.hole.week.monday(), self.hole.week.sunday()));
        if rota.posts.len() > 1 {
            title = format!("{title} {dot} {}", rota.post_name(self.hole.post));
        }
        if self.round != Round::All {
            title = format!("{title} {dot} {}", cx.t(self.round.word()));
        }
        title
    }

    /// Draws it, the volunteers at the left and what is known of the chosen one at the right.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)> {
        let look = cx.look;
        let all = self.all(cx);
        let (width, height) = (114.min(area.width), area.height.min(34));
        let inner = dialog::open(&self.title(cx), dialog::place(area, width, height), buf, look);
        if inner.height < 4 {
            return None;
        }
        let foot = inner.bottom() - 1;
        let whole = cx.t("candidates-foot-whole");
        let keys = if text::width(&whole) <= usize::from(inner.width) { whole } else { cx.t("candidates-foot") };
        let keys = text::cut(&keys, usize::from(inner.width), look.glyph(Glyph::Ellipsis));
        buf.set_stringn(inner.x, foot, keys, usize::from(inner.width), look.style(Meaning::Dim));
        if all.is_empty() {
            let said = cx.t(match (self.known.is_some(), self.round) {
                (false, _) => "register-loading",
                (true, Round::All) => "candidates-empty",
                (true, _) => "candidates-round-empty",
            });
            for (y, line) in (inner.y..foot).zip(text::wrap(&said, inner.width)) {
                buf.set_stringn(inner.x, y, line, usize::from(inner.width), look.style(Meaning::Plain));
            }
            return None;
        }
        let left = inner.width / 2 - 1;
        let at = self.at(&all);
        let mut cursor = None;
        let shown = list::window(&vec![HEIGHT; all.len()], at, foot - inner.y);
        for (y, row) in (inner.y..foot).step_by(usize::from(HEIGHT)).zip(shown) {
            let (here, room) = (row == at, usize::from(left.saturating_sub(2)));
            if here {
                cursor = Some((inner.x, y));
                buf.set_stringn(inner.x, y, look.glyph(Glyph::Selected), 1, look.style(Meaning::Strong));
            }
            let [name, reasons] = lines(&all[row], room, cx);
            let style = look.style(if here { Meaning::Selected } else { Meaning::Plain });
            buf.set_stringn(inner.x + 2, y, name, room, style);
            if y + 1 < foot {
                buf.set_stringn(inner.x + 2, y + 1, reasons, room, look.style(Meaning::Dim));
            }
        }
        let right = inner.x + left + 2;
        for (y, line) in (inner.y..foot).zip(self.told(&all[at], inner.right() - right, cx)) {
            buf.set_line(right, y, &line, inner.right() - right);
        }
        cursor
    }

    /// What is known of a volunteer: how to reach them, every reason, what they wish, and when they were asked.
    fn told(&self, candidate: &Candidate, width: u16, cx: &Cx) -> Vec<Line<'static>> {
        let look = cx.look;
        let Some(person) = cx.frame.rota.people.get(candidate.doctor) else { return Vec::new() };
        let wrapped = |said: String, meaning| {
            text::wrap(&said, width).into_iter().map(move |line| Line::styled(line, look.style(meaning)))
        };
        let mut lines = Vec::new();
        if let Some(count) = to_tell(cx) {
            let said = cx.words.say(&Msg::new("candidates-to-tell").with("count", count));
            lines.extend(wrapped(said, Meaning::Urgent));
        }
        lines.push(Line::styled(person.full(), look.style(Meaning::Strong)));
        lines.extend(wrapped(who(person, cx), Meaning::Dim));
        let reach = [person.phone.as_deref().map(phone::show), person.email.clone()];
        let reach: Vec<String> = reach.into_iter().flatten().filter(|said| !said.is_empty()).collect();
        let reach = if reach.is_empty() { vec![cx.t("candidates-unreached")] } else { reach };
        lines.extend(reach.into_iter().flat_map(|said| wrapped(said, Meaning::Strong)));
        lines.push(Line::default());
        lines.extend(candidate.reasons.iter().flat_map(|reason| {
            let against = reason.worth(&cx.frame.centre.weights) < 0;
            wrapped(marked(reason, cx), if against { Meaning::Watch } else { Meaning::Plain })
        }));
        let volunteer = self.known.as_ref().and_then(|known| known.volunteer(candidate.doctor));
        if let Some(known) = volunteer.filter(|known| !known.wishes.trim().is_empty()) {
            lines.push(Line::default());
            let said = format!("{}{}{}", cx.t("volunteer-wishes"), cx.t("frame-colon"), known.wishes.trim());
            lines.extend(wrapped(said, Meaning::Plain));
        }
        lines
    }
}

/// Why this one stands before the next, or after the one before where it is the last.
fn why(all: &[Candidate], at: usize, cx: &Cx) -> Option<Ask> {
    let first = if at + 1 < all.len() { at } else { at.checked_sub(1)? };
    let (before, after) = (all.get(first)?, all.get(first + 1)?);
    let name = |candidate: &Candidate| cx.frame.rota.people.short(candidate.doctor);
    let (theirs, others) = difference(before, after);
    let said = |candidate: &Candidate, reasons: &[Reason]| {
        let lines: Vec<String> = reasons
            .iter()
            .map(|reason| {
                let worth = reason.worth(&cx.frame.centre.weights);
                let worth = if worth == 0 { String::new() } else { format!(" ({worth:+})") };
                format!("  {}{worth}", marked(reason, cx))
            })
            .collect();
        let nothing = vec![format!("  {}", cx.t("candidates-no-other"))];
        let lines = if lines.is_empty() { nothing } else { lines };
        format!("{} ({:+})\n{}", name(candidate), candidate.worth, lines.join("\n"))
    };
    let title = Msg::new("candidates-why").with("one", name(before)).with("other", name(after));
    let text = format!("{}\n\n{}\n\n{}", said(before, &theirs), said(after, &others), cx.t("candidates-how"));
    Some(Ask::Read { title: cx.words.say(&title), text })
}

/// Everything that the order is made of, as the desk knows it.
#[must_use]
pub fn facts<'a>(known: &'a Collective, cx: &Cx<'a>) -> Facts<'a> {
    let centre = &cx.frame.centre;
    let weights: &Weights = &centre.weights;
    Facts {
        rota: &cx.frame.rota,
        collective: known,
        department: &centre.department,
        weights,
        asked_days: centre.asked_days,
        today: cx.now.day,
    }
}

/// How many patients a withdrawal leaves to be told.
fn to_tell(cx: &Cx) -> Option<usize> {
    cx.frame.alerts.iter().find_map(|alert| match alert {
        Alert::ToTell { count, .. } => Some(*count),
        _ => None,
    })
}

/// A volunteer in two lines: the name and from how far, then what counts most.
fn lines(candidate: &Candidate, columns: usize, cx: &Cx) -> [String; 2] {
    let name = cx.frame.rota.people.short(candidate.doctor);
    let km = candidate.reasons.iter().find_map(|reason| match reason {
        Reason::Near(km) | Reason::Far(km) => Some(format!("{km} km")),
        _ => None,
    });
    let ellipsis = cx.look.glyph(Glyph::Ellipsis);
    let km = km.unwrap_or_default();
    let name = text::fit(&name, columns.saturating_sub(9), ellipsis);
    let first = candidate.reasons.iter().filter(|r| r.factor().is_some()).take(2);
    let reasons: Vec<String> = first.map(|reason| marked(reason, cx)).collect();
    [format!("{name} {km:>7} "), text::cut(&reasons.join("  "), columns, ellipsis)]
}

/// A reason with the side it is on.
#[must_use]
pub fn marked(reason: &Reason, cx: &Cx) -> String {
    let side = match reason.worth(&cx.frame.centre.weights) {
        0 => '·',
        1.. => '+',
        _ => '-',
    };
    format!("{side} {}", cx.words.say(&reason.msg(&cx.frame.rota)))
}

/// Status and department.
fn who(person: &Person, cx: &Cx) -> String {
    let status = person.doctor.status.map(|status| cx.t(status.word()));
    let place = person.doctor.department.as_deref().map(|code| department::name(code).unwrap_or(code).to_owned());
    let known: Vec<String> = status.into_iter().chain(place).collect();
    if known.is_empty() { cx.t("candidates-unknown") } else { known.join(" · ") }
}
