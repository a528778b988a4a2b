//! The sign-in list: numbers and names of accounts, and nothing secret.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// The content of `accounts.json`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Names {
    /// The last number given; numbers are never given twice, since the store remembers them.
    pub last: i64,
    pub accounts: Vec<Name>,
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Name {
    pub id: i64,
    pub label: String,
}

#[derive(Serialize, Deserialize)]
struct File {
    #[serde(flatten)]
    names: Names,
    /// Tells a damaged copy from a good one: a flipped letter still reads as JSON.
    sum: String,
}

impl Names {
    fn sum(&self) -> String {
        let mut hash = Sha256::new();
        hash.update(self.last.to_le_bytes());
        for name in &self.accounts {
            hash.update(name.id.to_le_bytes());
            hash.update(&name.label);
            hash.update([0]);
        }
        format!("{:x}", hash.finalize())
    }

    /// The bytes of the file.
    pub fn write(&self) -> Vec<u8> {
        let file = File { sum: self.sum(), names: self.clone() };
        serde_json::to_vec_pretty(&file).expect("strings and numbers always make JSON")
    }

    /// Reads the file; `None` when it is damaged.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let file: File = serde_json::from_slice(bytes).ok()?;
        (file.sum == file.names.sum()).then_some(file.names)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_changed_letter_is_seen() {
        let names = Names { last: 2, accounts: vec![Name { id: 2, label: "Claire Garnier".to_owned() }] };
        let file = names.write();
        assert_eq!(Names::read(&file), Some(names));
        let at = file.windows(6).position(|w| w == b"Claire").unwrap();
        let mut flipped = file;
        flipped[at] ^= 1;
        assert!(serde_json::from_slice::<serde_json::Value>(&flipped).is_ok());
        assert_eq!(Names::read(&flipped), None);
    }
}
