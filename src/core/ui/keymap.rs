//! The one binding table: dispatch, footer, acts under the selection, help, menu and palette read it.
//!
//! Letters are French mnemonics. No key needs `AltGr` or a shifted digit; a shifted key has an
//! unshifted twin; keys are bound by character, never by position.

use crate::domain::record::Offered;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::widget::scroll::Move;
use super::{Cx, TabId};

/// Everything a key can do outside a text field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    Tab(TabId),
    Menu,
    Help,
    Palette,
    GoTo,
    Find,
    NewItem,
    Print,
    Lock,
    Quit,
    Undo,
    Redo,
    NextAlert,
    /// Draws everything anew, whatever else was written on the screen.
    Redraw,
    /// Leaves the mouse to the terminal, so that text can be selected, or takes it again.
    Mouse,
    /// Esc: out of where one is.
    Back,
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    First,
    Last,
    Enter,
    /// To the other pane of the screen.
    OtherPane,
    Add,
    Edit,
    Delete,
    /// Lu et pris, suivant; not on urgent ones.
    ReadNext,
    Take,
    Question,
    Return,
    TakeOver,
    /// A point was written on the wrong patient's file.
    WrongPatient,
    /// Reads a point on another day of the stay.
    PutOff,
    /// Wants to know how a point ends, or not any more.
    Sequel,
    /// Speak for the doctor who dictates, or in one's own name again.
    Voice,
    Unchanged,
    Complete,
    Confirm,
    Differ,
    /// Ends what is seen otherwise: settled, or taken back by who saw it so.
    Settle,
    /// What happened on the way: a result came, a call was made.
    Step,
    Finish,
    Address,
    Notes,
    Sign,
    /// Opens a signed handover again.
    Reopen,
    Addendum,
    CancelStay,
    Import,
    /// The definition of a figure.
    Definition,
    /// Another period.
    Period,
    /// The table behind a chart.
    Table,
    /// Every figure of the period, as a list.
    Figures,
    /// Beside which period the figures stand.
    Compare,
    /// What one post did, or all of them.
    OnePost,
    /// The chart alone, as large as the screen.
    Enlarge,
    /// What is noted beside the agenda.
    Noted,
    /// Writes the figures to a file.
    Export,
    /// The booklet, from the Briefing.
    Booklet,
    Directory,
    /// Lu: this version of a page.
    Acknowledge,
    /// Made sure of today.
    Verify,
    /// Shows the codes of a page, or masks them again.
    Reveal,
    /// What it was before.
    Versions,
    /// An older version holds again.
    PutBack,
    /// Who was called answered, or did not.
    Answered,
    Unanswered,
    /// A new passphrase for an account.
    Passphrase,
    /// Opens an account by hand, outside the days of a stay.
    OpenAccount,
    /// The coordination has seen what the team did.
    Confirmed,
    /// The year planning.
    Planning,
    /// The closing of a day.
    CloseDay,
    /// To the next week without a doctor.
    NextGap,
    YearBefore,
    YearAfter,
    /// Shows the weeks of one state only, or all.
    ByState,
    /// The weeks as a list, or as a year.
    AsList,
    /// Enters a stay on the week.
    Enroll,
    /// The page of the stay.
    StayPage,
    /// The home visits of the day.
    Round,
    /// Who could come in the week.
    Candidates,
    /// Whom one could call for the next holes.
    Proposal,
    /// Who leaves says whether they would come back.
    Leaving,
    /// An occupant of a room.
    Tenant,
    /// Two stays change places; in the week, P and NP of two doctors.
    Swap,
    /// A stay is shared out.
    Cut,
    /// Several weeks of one doctor.
    Several,
    /// Takes an entry up, to be put down elsewhere.
    Move,
    Longer,
    Shorter,
    /// The type of half-days.
    HalfDay,
    /// Begins a range.
    Mark,
    /// What was offered to somebody who calls.
    Offer(Offered),
    /// Puts into the agenda what comes back.
    Plan,
    /// Who it was goes from what ended long ago.
    Forget,
    /// The request for a renewal has left.
    SentOff,
    /// The sentences kept ready.
    Snippets,
    /// The date in the place of a word that means another day when it is read.
    DateInFull,
    /// To the next point to decide on.
    NextToDecide,
    /// Nothing is to be written about a patient suggested.
    Dismiss,
}

/// Where a binding holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// On every screen and in every dialog.
    Everywhere,
    /// At the desk, when no dialog is open.
    Desk,
    Week,
    Briefing,
    Transmission,
    Statistics,
    /// Lists opened from the Menu.
    Register,
    /// The list of accounts.
    Accounts,
    /// What those who have left never transmitted.
    LeftDrafts,
    Planning,
    /// Who is in which room.
    Rooms,
    /// The lists of care around the relay.
    Care,
    /// The day's requests.
    Requests,
    Booklet,
    /// The directory.
    Directory,
    /// While a text of several lines is written.
    Text,
}

/// A key as it is bound: a character or a named key, with or without Ctrl.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    pub code: KeyCode,
    pub ctrl: bool,
}

const fn ch(c: char) -> Key {
    Key { code: KeyCode::Char(c), ctrl: false }
}
const fn ctrl(c: char) -> Key {
    Key { code: KeyCode::Char(c), ctrl: true }
}
const fn named(code: KeyCode) -> Key {
    Key { code, ctrl: false }
}

impl Key {
    /// Whether the event is this key. Ctrl with Alt is `AltGr` on some systems: that is text, not a command.
    #[must_use]
    pub fn is(self, event: &KeyEvent) -> bool {
        let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
        let alt = event.modifiers.contains(KeyModifiers::ALT);
        event.code == self.code && ctrl == self.ctrl && !alt
    }

    /// The key as shown: `Ctrl-S`, `F1`, `⏎`, `a`; named keys bear the name that is printed on them.
    #[must_use]
    pub fn label(self, cx: &Cx) -> String {
        let ascii = cx.look.ascii;
        let arrow = |sign: &str, id| if ascii { cx.t(id) } else { sign.to_owned() };
        let name = match self.code {
            KeyCode::Char(' ') => cx.t("key-space"),
            KeyCode::Char(c) if self.ctrl => c.to_uppercase().to_string(),
            KeyCode::Char(c) => c.to_string(),
            KeyCode::F(n) => format!("F{n}"),
            KeyCode::Enter => arrow("⏎", "key-enter"),
            KeyCode::Esc => cx.t("key-escape"),
            KeyCode::Tab => "Tab".to_owned(),
            KeyCode::BackTab => cx.t("key-back-tab"),
            KeyCode::Up => arrow("↑", "key-up"),
            KeyCode::Down => arrow("↓", "key-down"),
            KeyCode::Left => arrow("←", "key-left"),
            KeyCode::Right => arrow("→", "key-right"),
            KeyCode::PageUp => cx.t("key-page-up"),
            KeyCode::PageDown => cx.t("key-page-down"),
            KeyCode::Home => cx.t("key-home"),
            KeyCode::End => cx.t("key-end"),
            KeyCode::Delete => cx.t("key-delete"),
            other => format!("{other:?}"),
        };
        if self.ctrl { format!("Ctrl-{name}") } else { name }
    }
}

/// A row of the binding table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    pub scope: Scope,
    /// The first is the one shown.
    pub keys: &'static [Key],
    pub action: Action,
}

macro_rules! bind {
    ($($scope:ident: $action:expr => $($key:expr),+;)*) => {
        &[$(Binding { scope: Scope::$scope, keys: &[$($key),+], action: $action }),*]
    };
}

/// Every binding of the program outside text fields and dialogs.
pub const BINDINGS: &[Binding] = bind! {
    Everywhere: Action::Help => named(KeyCode::F(1)), ch('?');
    Everywhere: Action::Lock => ctrl('l');
    Everywhere: Action::Quit => ctrl('q');
    Everywhere: Action::Redraw => named(KeyCode::F(5));
    Everywhere: Action::Mouse => named(KeyCode::F(9));

    Desk: Action::Tab(TabId::Week) => ch('1'), ch('&');
    Desk: Action::Tab(TabId::Briefing) => ch('2'), ch('é');
    Desk: Action::Tab(TabId::Transmission) => ch('3'), ch('"');
    Desk: Action::Tab(TabId::Statistics) => ch('4'), ch('\'');
    Desk: Action::Menu => ch('0'), ch('à');
    Desk: Action::Palette => ch(':');
    Desk: Action::GoTo => ch('g');
    Desk: Action::Find => ctrl('f'), ch('/');
    Desk: Action::NewItem => ctrl('n');
    Desk: Action::Print => ctrl('p');
    Desk: Action::Undo => ch('u'), ctrl('z');
    Desk: Action::Redo => ctrl('y'), ch('U');
    Desk: Action::NextAlert => ch('!');
    Desk: Action::Back => named(KeyCode::Esc);
    Desk: Action::Up => named(KeyCode::Up), ch('k');
    Desk: Action::Down => named(KeyCode::Down), ch('j');
    Desk: Action::Left => named(KeyCode::Left);
    Desk: Action::Right => named(KeyCode::Right);
    Desk: Action::PageUp => named(KeyCode::PageUp);
    Desk: Action::PageDown => named(KeyCode::PageDown);
    Desk: Action::First => named(KeyCode::Home);
    Desk: Action::Last => named(KeyCode::End);
    Desk: Action::Enter => named(KeyCode::Enter);
    Desk: Action::OtherPane => named(KeyCode::Tab), named(KeyCode::BackTab);

    Week: Action::Add => ch('a');
    Week: Action::Edit => ch('e');
    Week: Action::Delete => ch('d'), named(KeyCode::Delete);
    Week: Action::Move => ch('m');
    Week: Action::Longer => ch('='), ch('+');
    Week: Action::Shorter => ch('-');
    Week: Action::HalfDay => ch('h');
    Week: Action::Swap => ch('n');
    Week: Action::Mark => ch('s');
    Week: Action::Enroll => ch('i');
    Week: Action::StayPage => ch('o');
    Week: Action::Round => ch('r');
    Week: Action::CancelStay => ch('x');
    Week: Action::Candidates => ch('v');
    Week: Action::CloseDay => ch('c');
    Week: Action::Planning => ch('p');
    Week: Action::First => ch('t');

    Briefing: Action::ReadNext => ch(' ');
    Briefing: Action::Take => ch('p');
    Briefing: Action::Question => ch('q');
    Briefing: Action::Return => ch('r');
    Briefing: Action::PutOff => ch('l');
    Briefing: Action::Sequel => ch('h');
    Briefing: Action::TakeOver => ch('t');
    Briefing: Action::Complete => ch('c');
    Briefing: Action::Differ => ch('v');
    Briefing: Action::Settle => ch('y');
    Briefing: Action::Step => ch('b');
    Briefing: Action::Finish => ch('f');
    Briefing: Action::Address => ch('a');
    Briefing: Action::WrongPatient => ch('w');
    Briefing: Action::Add => ch('n');
    Briefing: Action::Booklet => ch('s');
    Briefing: Action::Directory => ch('d');
    Briefing: Action::Voice => ch('m');

    Transmission: Action::Add => ch('n');
    Transmission: Action::Unchanged => ch('i');
    Transmission: Action::Complete => ch('c');
    Transmission: Action::Confirm => ch('=');
    Transmission: Action::Differ => ch('v');
    Transmission: Action::Settle => ch('y');
    Transmission: Action::Step => ch('b');
    Transmission: Action::Finish => ch('f');
    Transmission: Action::Address => ch('a');
    Transmission: Action::WrongPatient => ch('w');
    Transmission: Action::Sequel => ch('h');
    Transmission: Action::Edit => ch('e');
    Transmission: Action::Notes => ch('o');
    Transmission: Action::Sign => ch('s');
    Transmission: Action::Addendum => ch('d');
    Transmission: Action::Reopen => ch('r');
    Transmission: Action::Leaving => ch('t');
    Transmission: Action::Voice => ch('m');
    Transmission: Action::NextToDecide => ch(' ');
    Transmission: Action::Dismiss => ch('x');

    Statistics: Action::Period => ch('p');
    Statistics: Action::Table => ch('t');
    Statistics: Action::Definition => ch('d');
    Statistics: Action::Figures => ch('l');
    Statistics: Action::Compare => ch('c');
    Statistics: Action::OnePost => ch('o');
    Statistics: Action::Enlarge => ch('z');
    Statistics: Action::Add => ch('a');
    Statistics: Action::Noted => ch('r');
    Statistics: Action::Export => ch('x');

    Register: Action::Add => ch('a');
    Register: Action::Edit => ch('e');
    Register: Action::Delete => ch('d');
    Register: Action::CancelStay => ch('x');
    Register: Action::Import => ch('i');

    LeftDrafts: Action::Address => ch('a');
    LeftDrafts: Action::Dismiss => ch('x');

    Accounts: Action::Add => ch('a');
    Accounts: Action::Edit => ch('e');
    Accounts: Action::Delete => ch('d');
    Accounts: Action::Passphrase => ch('p');
    Accounts: Action::OpenAccount => ch('o');
    Accounts: Action::Confirmed => ch('v');

    Booklet: Action::Acknowledge => ch('l');
    Booklet: Action::Verify => ch('v');
    Booklet: Action::Reveal => ch('m');
    Booklet: Action::Versions => ch('h');
    Booklet: Action::PutBack => ch('r');
    Booklet: Action::Add => ch('a');
    Booklet: Action::Edit => ch('e');
    Booklet: Action::Delete => ch('d');

    Directory: Action::Answered => ch('r');
    Directory: Action::Unanswered => ch('s');
    Directory: Action::Verify => ch('v');
    Directory: Action::Versions => ch('h');
    Directory: Action::Add => ch('a');
    Directory: Action::Edit => ch('e');
    Directory: Action::Delete => ch('d');

    Planning: Action::NextGap => ch('n');
    Planning: Action::Enroll => ch('i'), ch('a');
    Planning: Action::Candidates => ch('v');
    Planning: Action::Proposal => ch('r');
    Planning: Action::Swap => ch('m');
    Planning: Action::Cut => ch('c');
    Planning: Action::Several => ch('d');
    Planning: Action::Edit => ch('e');
    Planning: Action::CancelStay => ch('x');
    Planning: Action::YearBefore => ch('p');
    Planning: Action::YearAfter => ch('s');
    Planning: Action::ByState => ch('f');
    Planning: Action::AsList => ch('l');

    Rooms: Action::Add => ch('a');
    Rooms: Action::Tenant => ch('t');

    Care: Action::Add => ch('a');
    Care: Action::Edit => ch('e');
    Care: Action::Delete => ch('d');
    Care: Action::Step => ch('b');
    Care: Action::Question => ch('q');
    Care: Action::PutOff => ch('l');
    Care: Action::SentOff => ch('s');
    Care: Action::Plan => ch('p');
    Care: Action::Finish => ch('f');
    Care: Action::Forget => ch('x');
    Care: Action::Import => ch('i');

    Requests: Action::Offer(Offered::Today) => ch('t');
    Requests: Action::Offer(Offered::Tomorrow) => ch('m');
    Requests: Action::Offer(Offered::Other) => ch('l');
    Requests: Action::Offer(Offered::Sent) => ch('o');
    Requests: Action::Offer(Offered::Refused) => ch('r');
    Requests: Action::Add => ch('a');
    Requests: Action::Edit => ch('e');
    Requests: Action::Delete => ch('d');
    Requests: Action::Forget => ch('x');

    Text: Action::Snippets => ctrl('t');
    Text: Action::DateInFull => ctrl('d');
};

/// What a key does in these scopes, the first scope first.
pub fn lookup<'a>(event: &'a KeyEvent, scopes: &'a [Scope]) -> impl Iterator<Item = Action> + 'a {
    scopes.iter().flat_map(move |scope| {
        BINDINGS.iter().filter(move |b| b.scope == *scope && b.keys.iter().any(|k| k.is(event))).map(|b| b.action)
    })
}

/// The key to show for an action in these scopes.
#[must_use]
pub fn key_of(action: Action, scopes: &[Scope]) -> Option<Key> {
    scopes
        .iter()
        .find_map(|scope| BINDINGS.iter().find(|b| b.scope == *scope && b.action == action))
        .and_then(|b| b.keys.first().copied())
}

impl Action {
    /// The movement it is, if it moves up or down.
    #[must_use]
    pub const fn movement(self) -> Option<Move> {
        Some(match self {
            Self::Up => Move::Up,
            Self::Down => Move::Down,
            Self::PageUp => Move::PageUp,
            Self::PageDown => Move::PageDown,
            Self::First => Move::First,
            Self::Last => Move::Last,
            _ => return None,
        })
    }

    /// Whether the desk itself answers it, on whatever pane.
    #[must_use]
    pub const fn is_desks(self) -> bool {
        matches!(
            self,
            Self::Tab(_)
                | Self::Menu
                | Self::Help
                | Self::Palette
                | Self::GoTo
                | Self::Find
                | Self::NewItem
                | Self::Print
                | Self::Lock
                | Self::Quit
                | Self::Redraw
                | Self::Mouse
                | Self::Undo
                | Self::Redo
                | Self::NextAlert
                | Self::Back
        )
    }

    /// Identifier of the action's short name on one screen, where it has a plainer one than everywhere.
    #[must_use]
    pub const fn word_in(self, scope: Scope) -> &'static str {
        match (scope, self) {
            (Scope::Week, Self::Left) => "action-cell-left",
            (Scope::Week, Self::Right) => "action-cell-right",
            (Scope::Week | Scope::Rooms, Self::PageUp) => "action-week-before",
            (Scope::Week | Scope::Rooms, Self::PageDown) => "action-week-after",
            (Scope::Rooms, Self::Left) => "action-room-before",
            (Scope::Rooms, Self::Right) => "action-room-after",
            (Scope::Care, Self::Step) => "action-note-call",
            (Scope::Care, Self::Question) => "action-to-discuss",
            (Scope::Care, Self::PutOff) => "action-next-week",
            (Scope::Care, Self::Finish) => "action-ends",
            (Scope::Rooms, Self::Add) => "action-book",
            (Scope::Week | Scope::Planning | Scope::Rooms, Self::First) => "action-today",
            (Scope::Week, Self::Swap) => "action-swap-halves",
            (Scope::Week, Self::OtherPane) => "action-next-entry",
            (Scope::Week, Self::Back) => "action-give-up",
            (Scope::Planning, Self::OtherPane) => "action-other-post",
            (Scope::Transmission, Self::Left) => "action-handover-before",
            (Scope::Transmission, Self::Right) => "action-handover-after",
            (Scope::Statistics, Self::PageUp) => "action-period-before",
            (Scope::Statistics, Self::PageDown) => "action-period-after",
            (Scope::Statistics, Self::Left) => "action-chart-before",
            (Scope::Statistics, Self::Right) => "action-chart-after",
            (Scope::Statistics, Self::Enter) => "action-see-week",
            (Scope::Statistics, Self::Add) => "action-note-figures",
            (Scope::Booklet | Scope::LeftDrafts, Self::Enter) => "action-read-page",
            (Scope::LeftDrafts, Self::Dismiss) => "action-set-aside",
            (Scope::Accounts, Self::Edit) => "action-rename",
            (Scope::Accounts, Self::Delete) => "action-end-account",
            (Scope::Planning, Self::PageUp | Self::Left) => "action-quarter-before",
            (Scope::Planning, Self::PageDown | Self::Right) => "action-quarter-after",
            _ => self.word(),
        }
    }

    /// Identifier of the action's short name in the language files.
    #[must_use]
    #[expect(clippy::too_many_lines, reason = "one line an action")]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Tab(TabId::Week) => "action-week",
            Self::Tab(TabId::Briefing) => "action-briefing",
            Self::Tab(TabId::Transmission) => "action-transmission",
            Self::Tab(TabId::Statistics) => "action-statistics",
            Self::Menu => "action-menu",
            Self::Help => "action-help",
            Self::Palette => "action-palette",
            Self::GoTo => "action-go-to",
            Self::Find => "action-find",
            Self::NewItem => "action-new-item",
            Self::Print => "action-print",
            Self::Lock => "action-lock",
            Self::Quit => "action-quit",
            Self::Undo => "action-undo",
            Self::Redo => "action-redo",
            Self::NextAlert => "action-next-alert",
            Self::Redraw => "action-redraw",
            Self::Mouse => "action-mouse",
            Self::Back => "action-back",
            Self::Up => "action-up",
            Self::Down => "action-down",
            Self::Left => "action-left",
            Self::Right => "action-right",
            Self::PageUp => "action-page-up",
            Self::PageDown => "action-page-down",
            Self::First => "action-first",
            Self::Last => "action-last",
            Self::Enter => "action-enter",
            Self::OtherPane => "action-other-pane",
            Self::Add => "action-add",
            Self::Edit => "action-edit",
            Self::Delete => "action-delete",
            Self::ReadNext => "action-read-next",
            Self::Take => "action-take",
            Self::Question => "action-question",
            Self::Return => "action-return",
            Self::TakeOver => "action-take-over",
            Self::PutOff => "action-put-off",
            Self::WrongPatient => "action-wrong-patient",
            Self::Sequel => "action-sequel",
            Self::Voice => "action-voice",
            Self::Unchanged => "action-unchanged",
            Self::Complete => "action-complete",
            Self::Confirm => "action-confirm",
            Self::Differ => "action-differ",
            Self::Settle => "action-settle",
            Self::Step => "action-step",
            Self::Finish => "action-finish",
            Self::Address => "action-address",
            Self::Notes => "action-notes",
            Self::Sign => "action-sign",
            Self::Addendum => "action-addendum",
            Self::Reopen => "action-reopen",
            Self::CancelStay => "action-cancel-stay",
            Self::Import => "action-import",
            Self::Definition => "action-definition",
            Self::Period => "action-period",
            Self::Table => "action-table",
            Self::Figures => "action-figures",
            Self::Compare => "action-compare",
            Self::OnePost => "action-one-post",
            Self::Enlarge => "action-enlarge",
            Self::Noted => "action-noted",
            Self::Export => "action-export",
            Self::Booklet => "action-booklet",
            Self::Acknowledge => "action-acknowledge",
            Self::Verify => "action-verify",
            Self::Reveal => "action-reveal",
            Self::Versions => "action-versions",
            Self::PutBack => "action-put-back",
            Self::Answered => "action-answered",
            Self::Unanswered => "action-unanswered",
            Self::Directory => "action-directory",
            Self::OpenAccount => "action-open-account",
            Self::Confirmed => "action-confirm-account",
            Self::Passphrase => "action-passphrase",
            Self::Planning => "action-planning",
            Self::CloseDay => "action-close-day",
            Self::NextGap => "action-next-gap",
            Self::YearBefore => "action-year-before",
            Self::YearAfter => "action-year-after",
            Self::ByState => "action-by-state",
            Self::AsList => "action-as-list",
            Self::Candidates => "action-candidates",
            Self::Proposal => "action-proposal",
            Self::Leaving => "action-leaving",
            Self::Tenant => "action-tenant",
            Self::Swap => "action-swap",
            Self::Cut => "action-cut",
            Self::Several => "action-several",
            Self::Enroll => "action-add-stay",
            Self::StayPage => "action-stay-page",
            Self::Round => "action-round",
            Self::Move => "action-move",
            Self::Longer => "action-longer",
            Self::Shorter => "action-shorter",
            Self::HalfDay => "action-half-day",
            Self::Mark => "action-mark",
            Self::Offer(offered) => offered.word(),
            Self::Forget => "action-forget",
            Self::SentOff => "action-sent-off",
            Self::Plan => "action-plan",
            Self::Snippets => "action-snippets",
            Self::DateInFull => "action-date-in-full",
            Self::NextToDecide => "action-next-to-decide",
            Self::Dismiss => "action-dismiss",
        }
    }
}
