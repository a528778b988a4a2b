//! Failed sign-ins that are not yet in the journal of accesses: it lies in the store, which is closed while they happen.
//!
//! Account and instant, nothing else. Whoever signs in next brings them in. Whoever deletes the file takes away what was
//! not brought in yet, and nothing more.

use serde::{Deserialize, Serialize};

/// As many are kept, the newest.
const MOST: usize = 200;

/// The content of `failures.json`. A file that cannot be read counts as empty: whoever can damage it can delete it.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Failures(pub Vec<(i64, i64)>);

impl Failures {
    /// Reads the file.
    pub fn read(bytes: &[u8]) -> Self {
        serde_json::from_slice(bytes).unwrap_or_default()
    }

    /// The bytes of the file.
    pub fn write(&self) -> Vec<u8> {
        serde_json::to_vec(&self.0).expect("numbers always make JSON")
    }

    /// A wrong passphrase for an account, at an instant in milliseconds since 1970.
    pub fn add(&mut self, account: i64, at: i64) {
        self.0.push((account, at));
        self.0.drain(..self.0.len().saturating_sub(MOST));
    }

    /// Those that were brought in go.
    pub fn forget(&mut self, brought: &[(i64, i64)]) {
        self.0.retain(|failure| !brought.contains(failure));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_are_kept_and_those_brought_in_go() {
        let mut failures = Failures::default();
        (0..500).for_each(|at| failures.add(1, at));
        assert_eq!((failures.0.len(), failures.0[0]), (200, (1, 300)));
        let mut again = Failures::read(&failures.write());
        assert_eq!(again.0, failures.0);
        again.add(2, 900);
        again.forget(&failures.0);
        assert_eq!(again.0, [(2, 900)]);
        assert_eq!(Failures::read(b"[[1,").0, []);
    }
}
