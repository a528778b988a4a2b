//! `releve restore`: a copy in the place of nothing.

use std::io::Write as _;
use std::path::Path;

use super::{Failure, Global, choose, passphrase};
use crate::back::Backend;
use crate::back::copies;
use crate::domain::{Msg, Now};
use crate::protocol::SignInName;
use crate::words::Words;

pub(super) fn run(copy: &Path, backend: &Backend, global: &Global, now: Now, words: &Words) -> Result<(), Failure> {
    let say = |msg: Msg| {
        let _ = writeln!(std::io::stderr(), "{}", words.say(&msg));
    };
    let names: Vec<SignInName> = backend.names_in(copy);
    if names.is_empty() {
        return Err(Failure::nothing(Msg::new("restore-no-copy").with("path", copy.display().to_string())));
    }
    let account = choose(&names, global.account.as_deref())?;
    let secret = passphrase::read(global.passphrase_fd, words)?;
    let changes = backend.check_copy(copy, account, &secret).map_err(Failure::of)?;
    let said = Msg::new("restore-found").with("changes", changes);
    say(match copies::card(copy) {
        Some(card) => {
            let days = i64::from((now.day.0 - card.made.day().0).max(0));
            said.with("age", Msg::new("restore-age").with("made", card.made).with("days", days))
        }
        None => said.with("age", Msg::new("restore-age-unknown")),
    });
    let newer = backend.newer_than(changes);
    backend.restore(copy).map_err(Failure::failed)?;
    if newer > 0 {
        say(Msg::new("restore-older").with("count", newer));
    }
    say(Msg::new("restore-done").with("path", backend.folder().root().display().to_string()));
    say(Msg::new("restore-confirm"));
    Ok(())
}
