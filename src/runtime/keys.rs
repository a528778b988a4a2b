//! What the terminal sends, put together again where a slow line has torn it apart.
//!
//! An arrow is three characters, and the first of them is that of Esc. Over a slow line they arrive one by one, and
//! crossterm hands out what it has: an Esc that closes a form, then letters that are typed or obeyed. So a lone Esc
//! waits for a moment, and what then follows is looked up in a small table. In the same way an answer of the terminal
//! to a question of another program, or to one that came too late, is never taken for something typed.

use std::io;
use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// How long a lone Esc waits. Long enough for the next packet of a slow line, and short enough not to be noticed.
const WAIT: Duration = Duration::from_millis(40);

/// How long a torn paste may pause, since its end is one of the things that are torn.
const PAUSE: Duration = Duration::from_millis(300);

/// Characters that a sequence has at most: a click far to the right is the longest, an answer is longer.
const LONGEST: usize = 64;

/// Where events come from.
pub(super) trait Source {
    /// The next event; none if none comes in that time.
    ///
    /// # Errors
    /// When the terminal is gone.
    fn next(&mut self, within: Option<Duration>) -> io::Result<Option<Event>>;
}

/// The terminal this program runs in.
pub(super) struct Terminal;

impl Source for Terminal {
    fn next(&mut self, within: Option<Duration>) -> io::Result<Option<Event>> {
        if let Some(within) = within
            && !crossterm::event::poll(within)?
        {
            return Ok(None);
        }
        crossterm::event::read().map(Some)
    }
}

/// Events put together.
pub(super) struct Keys<S> {
    source: S,
    /// Whether the key Backspace of this terminal sends `^H`, which elsewhere is Ctrl with Backspace.
    erases_by_h: bool,
    /// What was read too far.
    ahead: std::collections::VecDeque<Event>,
}

impl<S: Source> Keys<S> {
    pub(super) const fn new(source: S, erases_by_h: bool) -> Self {
        Self { source, erases_by_h, ahead: std::collections::VecDeque::new() }
    }

    /// The next event, whole.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub(super) fn next(&mut self) -> io::Result<Event> {
        loop {
            let event = match self.ahead.pop_front() {
                Some(event) => event,
                None => match self.source.next(None)? {
                    Some(event) => event,
                    None => continue,
                },
            };
            if is_esc(&event) {
                if let Some(event) = self.after_esc(event)? {
                    return Ok(event);
                }
            } else if begins_answer(&event) {
                self.skip_answer()?;
            } else {
                return Ok(self.named(event));
            }
        }
    }

    fn read(&mut self, within: Duration) -> io::Result<Option<Event>> {
        match self.ahead.pop_front() {
            Some(event) => Ok(Some(event)),
            None => self.source.next(Some(within)),
        }
    }

    /// What an Esc is the beginning of; none where it means nothing to anybody.
    fn after_esc(&mut self, esc: Event) -> io::Result<Option<Event>> {
        let mut read = Vec::new();
        let mut sequence = String::new();
        while sequence.len() < LONGEST {
            let Some(event) = self.read(WAIT)? else { break };
            let c = plain(&event);
            read.push(event);
            let Some(c) = c else { break };
            sequence.push(c);
            match meaning(&sequence) {
                Torn::Begun => {}
                Torn::Nothing => break,
                Torn::Key(code, modifiers) => return Ok(Some(Event::Key(KeyEvent::new(code, modifiers)))),
                Torn::Unused => return Ok(None),
                Torn::Paste => return self.paste().map(Some),
                Torn::Answer => {
                    self.skip_answer()?;
                    return Ok(None);
                }
            }
        }
        // An Esc after all, and what was pressed next.
        for event in read.into_iter().rev() {
            self.ahead.push_front(event);
        }
        // Not looked at again as the beginning of something, but what follows it is.
        Ok(Some(esc))
    }

    /// A paste whose beginning was torn: all that comes without a pause, up to its end if that comes whole.
    fn paste(&mut self) -> io::Result<Event> {
        let mut text = String::new();
        let mut end = String::new();
        while let Some(event) = self.read(PAUSE)? {
            match &event {
                Event::Key(key) if key.code == KeyCode::Enter => text.push('\n'),
                Event::Key(key) if key.code == KeyCode::Tab => text.push('\t'),
                // Ctrl-J is how a line feed arrives.
                Event::Key(key) if *key == KeyEvent::new(KeyCode::Char('j'), KeyModifiers::CONTROL) => text.push('\n'),
                _ if is_esc(&event) => "\x1b".clone_into(&mut end),
                Event::Paste(more) => text.push_str(more),
                _ => match plain(&event) {
                    Some(c) if !end.is_empty() => {
                        end.push(c);
                        if end == "\x1b[201~" {
                            break;
                        }
                        if !"\x1b[201~".starts_with(&end) {
                            text.push_str(&std::mem::take(&mut end)[1..]);
                        }
                    }
                    Some(c) => text.push(c),
                    None => {}
                },
            }
        }
        Ok(Event::Paste(text))
    }

    /// Reads an answer of the terminal to its end: BEL, or Esc and a backslash.
    fn skip_answer(&mut self) -> io::Result<()> {
        for _ in 0..LONGEST {
            let Some(event) = self.read(WAIT)? else { break };
            let Event::Key(key) = event else { continue };
            let bell = key == KeyEvent::new(KeyCode::Char('g'), KeyModifiers::CONTROL);
            if bell || key.code == KeyCode::Char('\\') {
                break;
            }
        }
        Ok(())
    }

    /// Ctrl with Backspace, under the name it has here.
    fn named(&self, event: Event) -> Event {
        match event {
            Event::Key(KeyEvent { code: KeyCode::Char('h'), modifiers: KeyModifiers::CONTROL, .. }) => {
                let modifiers = if self.erases_by_h { KeyModifiers::NONE } else { KeyModifiers::CONTROL };
                Event::Key(KeyEvent::new(KeyCode::Backspace, modifiers))
            }
            event => event,
        }
    }
}

fn is_esc(event: &Event) -> bool {
    matches!(event, Event::Key(KeyEvent { code: KeyCode::Esc, modifiers: KeyModifiers::NONE, kind, .. })
        if *kind != KeyEventKind::Release)
}

/// Alt with `]` or `P`: how crossterm reads the beginning of an answer. Nothing is bound to them.
fn begins_answer(event: &Event) -> bool {
    matches!(event, Event::Key(key) if key.modifiers.contains(KeyModifiers::ALT)
        && !key.modifiers.contains(KeyModifiers::CONTROL)
        && matches!(key.code, KeyCode::Char(']' | 'P')))
}

/// The character of a key that is pressed by itself.
fn plain(event: &Event) -> Option<char> {
    let Event::Key(KeyEvent { code: KeyCode::Char(c), modifiers, .. }) = event else { return None };
    (*modifiers - KeyModifiers::SHIFT).is_empty().then_some(*c)
}

/// What the characters behind an Esc are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Torn {
    /// Nothing that a terminal sends.
    Nothing,
    /// The beginning of something.
    Begun,
    Key(KeyCode, KeyModifiers),
    /// Something that means nothing here: the mouse, a report.
    Unused,
    Paste,
    Answer,
}

/// The table: `[` or `O`, numbers, and what ends them. `XTerm` Control Sequences, "PC-Style Function Keys".
fn meaning(sequence: &str) -> Torn {
    let mut chars = sequence.chars();
    let first = chars.next();
    let rest = chars.as_str();
    let Some(last) = rest.chars().next_back() else {
        return match first {
            Some('[' | 'O') => Torn::Begun,
            Some(']' | 'P') => Torn::Answer,
            _ => Torn::Nothing,
        };
    };
    let numbers = &rest[..rest.len() - last.len_utf8()];
    if !numbers.chars().all(|c| c.is_ascii_digit() || matches!(c, ';' | '<' | '?')) {
        return Torn::Nothing;
    }
    if last.is_ascii_digit() || matches!(last, ';' | '<' | '?') {
        return if first == Some('[') { Torn::Begun } else { Torn::Nothing };
    }
    let (number, modifier) = numbers.split_once(';').unwrap_or((numbers, ""));
    // 2 is Shift alone, and each is a bit above one.
    let bits = modifier.parse::<u8>().unwrap_or(1).saturating_sub(1);
    let modifiers = [(1, KeyModifiers::SHIFT), (2, KeyModifiers::ALT), (4, KeyModifiers::CONTROL)]
        .into_iter()
        .filter(|(bit, _)| bits & bit != 0)
        .fold(KeyModifiers::NONE, |all, (_, one)| all | one);
    let code = match (first, last, number) {
        (_, 'A', _) => KeyCode::Up,
        (_, 'B', _) => KeyCode::Down,
        (_, 'C', _) => KeyCode::Right,
        (_, 'D', _) => KeyCode::Left,
        (_, 'H', _) | (Some('['), '~', "1" | "7") => KeyCode::Home,
        (_, 'F', _) | (Some('['), '~', "4" | "8") => KeyCode::End,
        (Some('['), 'Z', _) => KeyCode::BackTab,
        (_, 'P', _) | (Some('['), '~', "11") => KeyCode::F(1),
        (_, 'Q', _) | (Some('['), '~', "12") => KeyCode::F(2),
        (Some('O'), 'R', _) | (Some('['), '~', "13") => KeyCode::F(3),
        (_, 'S', _) | (Some('['), '~', "14") => KeyCode::F(4),
        (Some('['), '~', "2") => KeyCode::Insert,
        (Some('['), '~', "3") => KeyCode::Delete,
        (Some('['), '~', "5") => KeyCode::PageUp,
        (Some('['), '~', "6") => KeyCode::PageDown,
        (Some('['), '~', "15") => KeyCode::F(5),
        (Some('['), '~', "17") => KeyCode::F(6),
        (Some('['), '~', "18") => KeyCode::F(7),
        (Some('['), '~', "19") => KeyCode::F(8),
        (Some('['), '~', "20") => KeyCode::F(9),
        (Some('['), '~', "200") => return Torn::Paste,
        (Some('['), '~' | 'M' | 'm' | 'R' | 'c' | 'I' | 'n' | 'u', _) => return Torn::Unused,
        _ => return Torn::Nothing,
    };
    Torn::Key(code, modifiers)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    /// Events that come at once, and `None` where nothing comes for as long as one waits.
    struct Script(Vec<Option<Event>>);

    impl Source for Script {
        fn next(&mut self, within: Option<Duration>) -> io::Result<Option<Event>> {
            if self.0.is_empty() {
                return if within.is_some() { Ok(None) } else { Err(io::ErrorKind::UnexpectedEof.into()) };
            }
            Ok(self.0.remove(0))
        }
    }

    /// As crossterm hands out torn characters: Esc, then each by itself.
    fn torn(text: &str) -> Vec<Option<Event>> {
        let key = |code, modifiers| Event::Key(KeyEvent::new(code, modifiers));
        text.chars()
            .map(|c| match c {
                '\x1b' => Some(key(KeyCode::Esc, KeyModifiers::NONE)),
                // A pause.
                '_' => None,
                '\r' => Some(key(KeyCode::Enter, KeyModifiers::NONE)),
                '\n' => Some(key(KeyCode::Char('j'), KeyModifiers::CONTROL)),
                '\x07' => Some(key(KeyCode::Char('g'), KeyModifiers::CONTROL)),
                '\x08' => Some(key(KeyCode::Char('h'), KeyModifiers::CONTROL)),
                c if c.is_uppercase() => Some(key(KeyCode::Char(c), KeyModifiers::SHIFT)),
                c => Some(key(KeyCode::Char(c), KeyModifiers::NONE)),
            })
            .collect()
    }

    /// What comes out, as text: keys in angle brackets.
    fn whole(script: Vec<Option<Event>>, erases_by_h: bool) -> String {
        let mut keys = Keys::new(Script(script), erases_by_h);
        let mut out = String::new();
        while let Ok(event) = keys.next() {
            let said = match event {
                Event::Key(KeyEvent { code: KeyCode::Char(c), .. }) => c.to_string(),
                Event::Key(key) if key.modifiers.is_empty() => format!("<{}>", key.code),
                Event::Key(key) => format!("<{}+{}>", key.modifiers, key.code),
                Event::Paste(text) => format!("paste({text})"),
                _ => "?".to_owned(),
            };
            out.push_str(&said);
        }
        out
    }

    #[rstest]
    #[case::an_arrow("\x1b[A", "<Up>")]
    #[case::of_a_keypad("\x1bOB", "<Down>")]
    #[case::two_of_them("\x1b[C\x1b[D", "<Right><Left>")]
    #[case::with_ctrl("\x1b[1;5C", "<Control+Right>")]
    #[case::a_page("\x1b[6~x", "<Page Down>x")]
    #[case::shift_tab("\x1b[Z", "<Back Tab>")]
    #[case::f1("\x1bOP", "<F1>")]
    #[case::f5("\x1b[15~", "<F5>")]
    #[case::alone("\x1b_", "<Esc>")]
    #[case::then_a_letter_after_a_moment("\x1b_[A", "<Esc>[A")]
    #[case::twice("\x1b_\x1b_", "<Esc><Esc>")]
    #[case::before_a_letter("\x1ba", "<Esc>a")]
    #[case::before_an_arrow("\x1b\x1b[A", "<Esc><Up>")]
    #[case::a_click("\x1b[<0;112;15Mx", "x")]
    #[case::a_paste("\x1b[200~un : deux\rTrois\ntab_", "paste(un : deux\nTrois\ntab)")]
    #[case::a_paste_with_its_end("\x1b[200~q \x1b[201~x", "paste(q )x")]
    #[case::a_bracket_in_a_paste("\x1b[200~a[\x1b[2b\x1b[201~x", "paste(a[[2b)x")]
    #[case::an_answer("\x1b]11;rgb:ffff/ffff/ffff\x07x", "x")]
    #[case::something_unknown("\x1b[7X_", "<Esc>[7X")]
    fn what_was_torn_is_whole_again(#[case] sent: &str, #[case] means: &str) {
        assert_eq!(whole(torn(sent), false), means);
    }

    #[test]
    fn a_late_answer_is_never_typed() {
        let alt = |c| Some(Event::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::ALT)));
        for end in ["\x07x", "_x"] {
            let mut script = vec![alt(']')];
            script.extend(torn("11;rgb:1e1e/1e1e/2e2e"));
            script.extend(torn(end));
            assert_eq!(whole(script, false), "x");
        }
        let mut script = vec![alt(']')];
        script.extend(torn("11;rgb:1e1e/1e1e/2e2e"));
        script.push(alt('\\'));
        script.extend(torn("x"));
        assert_eq!(whole(script, false), "x");
    }

    #[test]
    fn the_letter_h_with_ctrl_is_the_backspace_that_this_terminal_means() {
        assert_eq!(whole(torn("a\x08"), false), "a<Control+Backspace>");
        assert_eq!(whole(torn("a\x08"), true), "a<Backspace>");
    }
}
