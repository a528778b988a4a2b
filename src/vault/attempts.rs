//! How long to wait after wrong passphrases: kept across restarts, never for good.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Wrong passphrases that cost nothing: fingers slip.
const FREE: u32 = 2;
/// The longest wait, in seconds.
const LONGEST: u64 = 60;

/// The content of `attempts.json`. A file that cannot be read counts as empty: whoever can damage it can delete it.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Attempts(BTreeMap<i64, Wrong>);

#[derive(Debug, Serialize, Deserialize)]
struct Wrong {
    /// In a row, since the last right one.
    count: u32,
    /// Milliseconds since 1970 of the last one.
    at: i64,
}

impl Attempts {
    /// Reads the file.
    pub fn read(bytes: &[u8]) -> Self {
        serde_json::from_slice(bytes).unwrap_or_default()
    }

    /// The bytes of the file.
    pub fn write(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("numbers always make JSON")
    }

    /// Notes a wrong passphrase.
    pub fn wrong(&mut self, id: i64, now_ms: i64) {
        let wrong = self.0.entry(id).or_insert(Wrong { count: 0, at: now_ms });
        wrong.count = wrong.count.saturating_add(1);
        wrong.at = now_ms;
    }

    /// Forgets an account's wrong passphrases; tells whether there were any.
    pub fn forget(&mut self, id: i64) -> bool {
        self.0.remove(&id).is_some()
    }

    /// Whole seconds left before the next try, 0 when it may be made now.
    pub fn wait(&self, id: i64, now_ms: i64) -> u64 {
        let Some(wrong) = self.0.get(&id).filter(|w| w.count > FREE) else { return 0 };
        let delay_ms = (1_u64 << (wrong.count - FREE).min(6)).min(LONGEST) * 1000;
        let passed = now_ms.saturating_sub(wrong.at);
        // A clock set back by more than any wait would otherwise lock the desk until it catches up.
        if passed < -60_000 {
            return 0;
        }
        delay_ms.saturating_sub(u64::try_from(passed).unwrap_or(0)).div_ceil(1000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_from_the_third_wrong_one_and_stop_at_a_minute() {
        let mut attempts = Attempts::default();
        let mut waits = Vec::new();
        for _ in 0..10 {
            attempts.wrong(1, 1_000_000);
            waits.push(attempts.wait(1, 1_000_000));
        }
        assert_eq!(waits, [0, 0, 2, 4, 8, 16, 32, 60, 60, 60]);
        assert_eq!(attempts.wait(2, 1_000_000), 0, "another account does not wait");
    }

    #[test]
    fn the_wait_passes_also_after_a_restart_and_a_clock_set_back() {
        let mut attempts = Attempts::default();
        for _ in 0..40 {
            attempts.wrong(1, 1_000_000);
        }
        let again = Attempts::read(&attempts.write());
        assert_eq!(again.wait(1, 1_000_500), 60);
        assert_eq!(again.wait(1, 1_059_001), 1);
        assert_eq!(again.wait(1, 1_060_000), 0);
        assert_eq!(again.wait(1, 999_000), 60, "a clock a second late earns nothing");
        assert_eq!(again.wait(1, -1_000_000_000), 0, "a clock years late locks nobody out");
    }

    #[test]
    fn a_right_one_clears_the_count() {
        let mut attempts = Attempts::default();
        for _ in 0..5 {
            attempts.wrong(1, 0);
        }
        assert!(attempts.forget(1));
        attempts.wrong(1, 0);
        assert_eq!(attempts.wait(1, 0), 0);
    }

    #[test]
    fn a_damaged_file_counts_as_empty() {
        assert_eq!(Attempts::read(b"\0{").wait(1, 0), 0);
    }
}
