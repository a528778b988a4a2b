//! A recovery key as it is read aloud and typed again: an age secret key in twelve groups.

use secrecy::{ExposeSecret as _, SecretString};

/// What every age secret key begins with.
pub const PREFIX: &str = "AGE-SECRET-KEY-1";
/// The 58 characters after the prefix make ten groups of 5 and two of 4.
const GROUPS: usize = 12;

/// The characters after `AGE-SECRET-KEY-1` in twelve groups of 4 or 5, numbered for reading aloud.
#[must_use]
pub fn groups(secret: &SecretString) -> Vec<String> {
    let text = secret.expose_secret().trim();
    let text = text.strip_prefix(PREFIX).unwrap_or(text);
    let letters: Vec<char> = text.chars().collect();
    let cut = |group: usize| (group * letters.len()).div_ceil(GROUPS);
    (0..GROUPS).map(|group| letters[cut(group)..cut(group + 1)].iter().collect()).collect()
}

/// Whether what was typed is the group asked for (counted from 0), whatever its case and spaces.
#[must_use]
pub fn confirms(groups: &[String], index: usize, typed: &str) -> bool {
    let typed: String = typed.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_uppercase();
    groups.get(index).is_some_and(|group| !group.is_empty() && *group == typed)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn groups_put_together_are_the_key(letters in "[0-9A-Z]{58}") {
            let key = format!("{PREFIX}{letters}");
            let groups = groups(&SecretString::from(key.as_str()));
            prop_assert_eq!(format!("{}{}", PREFIX, groups.concat()), key);
            prop_assert_eq!(groups.len(), 12);
            prop_assert!(groups.iter().all(|g| (4..=5).contains(&g.len())), "{:?}", groups);
        }
    }

    #[test]
    fn a_group_is_confirmed_whatever_its_case_and_spaces() {
        let groups = ["QPZRY".to_owned(), "9X8GF".to_owned()];
        assert!(confirms(&groups, 0, " qpz ry"));
        assert!(!confirms(&groups, 1, "qpzry"));
        assert!(!confirms(&groups, 0, "qpzr"));
        assert!(!confirms(&groups, 0, ""));
        assert!(!confirms(&groups, 2, ""));
    }
}
