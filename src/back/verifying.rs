//! The look at everything that was signed, after each sign-in at the desk.
//!
//! It is made on a thread of its own, so that nobody waits for it, and begun by the first poll: a command of the command
//! line has its own (`releve check`).

use std::sync::mpsc;

use super::Backend;
use crate::domain::alert::Alert;
use crate::domain::{AccountId, Msg};
use crate::protocol::FramePage;
use crate::store::{Findings, Store};

/// What the desk knows of what was signed.
#[derive(Debug, Default)]
pub(super) struct Verifying {
    due: bool,
    running: Option<mpsc::Receiver<Option<Msg>>>,
    /// The first thing that is not as it was signed.
    found: Option<Msg>,
}

impl Verifying {
    /// Somebody has signed in.
    pub(super) fn ask(&mut self) {
        *self = Self { due: true, ..Self::default() };
    }

    /// Whether a look that ended since the last time found something.
    pub(super) fn poll(&mut self) -> bool {
        let Some(ended) = self.running.as_ref().and_then(|running| running.try_recv().ok()) else { return false };
        self.running = None;
        self.found = ended;
        self.found.is_some()
    }

    /// Waits for the look: no other connection may read while the key of the centre changes.
    pub(super) fn finish(&mut self) {
        if let Some(running) = self.running.take() {
            self.found = running.recv().ok().flatten();
        }
    }
}

impl Backend {
    /// Begins the look that is due, and says whether one that ended since found something.
    pub(super) fn verified(&mut self, store: &Store) -> bool {
        if std::mem::take(&mut self.verifying.due) {
            self.begin_verifying(store.signs_with());
        }
        self.verifying.poll()
    }

    fn begin_verifying(&mut self, signs: Option<String>) {
        let (Some(key), account) = (self.key.clone(), self.account) else { return };
        let path = self.folder.store();
        let (send, running) = mpsc::channel();
        let look = move || {
            let found = match Store::verify(&path, key.expose()) {
                Ok(found) => found.msgs().into_iter().next().or_else(|| strange_key(&found, account, signs.as_deref())),
                // What cannot be read says so itself.
                Err(error) => {
                    tracing::warn!(%error, "what was signed could not be verified");
                    None
                }
            };
            // Nobody listens any more when the desk was locked.
            let _ = send.send(found);
        };
        match std::thread::Builder::new().name("verify".into()).spawn(look) {
            Ok(_) => self.verifying.running = Some(running),
            Err(error) => tracing::warn!(%error, "what was signed is not verified"),
        }
    }

    /// Adds to the frame what is not as it was signed.
    pub(super) fn with_verified(&mut self, page: &mut FramePage) {
        self.verifying.poll();
        if let Some(found) = &self.verifying.found {
            page.alerts.insert(0, Alert::Tampered(found.clone()));
        }
    }

    /// Waits for the look at what was signed: tests have no second to pass.
    pub fn finish_verifying(&mut self) {
        self.verifying.finish();
    }
}

/// What is said where the store knows another key of an account than the one its passphrase opens.
pub(super) fn strange_key(found: &Findings, account: Option<AccountId>, signs: Option<&str>) -> Option<Msg> {
    let known = account.and_then(|account| found.keys.get(&account));
    let strange = known.zip(signs).is_some_and(|(known, own)| known != own);
    strange.then(|| Msg::new("check-own-key"))
}
