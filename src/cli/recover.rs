//! `releve recover`: when nobody has a passphrase any more.

use std::io::{IsTerminal as _, Write as _, stderr, stdin, stdout};

use secrecy::ExposeSecret as _;

use super::{Failure, Global, passphrase};
use crate::back::Backend;
use crate::domain::draft::text::fold;
use crate::domain::{Msg, Now, Person, PersonId, Role, Who};
use crate::protocol::question;
use crate::words::Words;

pub(super) fn run(
    mut backend: Backend,
    recovery_fd: Option<u32>,
    yes: bool,
    global: &Global,
    now: Now,
    words: &Words,
) -> Result<(), Failure> {
    if !backend.folder().exists() {
        return Err(Failure::nothing(Msg::new("cli-no-store")));
    }
    let recovery = passphrase::read_as(recovery_fd, "cli-recovery", words)?;
    backend.unlock_by_recovery(&recovery, now).map_err(Failure::of)?;
    drop(recovery);
    let person = person(&mut backend, global, now)?;
    let name = person.full();
    let _ = writeln!(stderr(), "{}", words.say(&Msg::new("recover-will").with("name", name.as_str())));
    if !yes && !agreed(words)? {
        return Err(Failure::failed(Msg::new("recover-declined")));
    }
    let (new, drawn) = match global.passphrase_fd {
        Some(fd) => (passphrase::read(Some(fd), words)?, false),
        None => (Backend::new_passphrase().map_err(Failure::failed)?, true),
    };
    let said = backend.give_passphrase(person.id, &new, now).map_err(Failure::failed)?;
    let _ = writeln!(stderr(), "{}", words.say(&said));
    if drawn {
        let _ = writeln!(stderr(), "{}", words.t("recover-note"));
        let _ = writeln!(stdout(), "{}", new.expose_secret());
    }
    match backend.loss() {
        Some(loss) => Err(Failure::new(Failure::LOSS, Msg::new("cli-loss").with("loss", loss.msg()))),
        None => Ok(()),
    }
}

/// The one of the coordination who gets the passphrase.
fn person(backend: &mut Backend, global: &Global, now: Now) -> Result<Person, Failure> {
    let frame = backend.ask(question::Frame, Who::is(PersonId(1)), now).map_err(Failure::failed)?;
    let mut team: Vec<Person> = frame.rota.people.in_role(Role::Coordination, now.day).cloned().collect();
    if let Some(wanted) = &global.account {
        team.retain(|p| fold(&p.full()).contains(&fold(wanted)));
    }
    match &team[..] {
        [one] => Ok(one.clone()),
        [] => Err(Failure::nothing(Msg::new("recover-nobody"))),
        several => {
            let names: Vec<String> = several.iter().map(Person::full).collect();
            Err(Failure::new(2, Msg::new("cli-which-account").with("names", names.join(", "))))
        }
    }
}

fn agreed(words: &Words) -> Result<bool, Failure> {
    if !stdin().is_terminal() {
        return Err(Failure::new(2, Msg::new("recover-yes")));
    }
    let _ = write!(stderr(), "{} ", words.t("recover-ask"));
    let mut line = String::new();
    let read = stdin().read_line(&mut line);
    Ok(read.is_ok() && matches!(line.trim().to_lowercase().as_str(), "o" | "oui" | "y" | "yes"))
}
