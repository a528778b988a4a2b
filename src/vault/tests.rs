//! The vault as its callers use it, on a real folder.

use std::io::Read as _;
use std::os::unix::fs::PermissionsExt as _;

use tempfile::TempDir;

use super::*;
use crate::secret::recovery::{PREFIX, groups};

const CLAIRE: &str = "huit tortues violettes gravissent Belledonne";
const MOREL: &str = "quatorze moutons jaunes traversent Guéret la nuit";

fn secret(text: &str) -> SecretString {
    SecretString::from(text)
}

struct Made {
    dir: TempDir,
    vault: Vault,
    key: DataKey,
    claire: NewAccount,
    recovery: RecoveryKey,
}

impl Made {
    fn file(&self, name: &str) -> PathBuf {
        self.dir.path().join("keys").join(name)
    }

    fn add_morel(&self) -> NewAccount {
        let entitled = [self.claire.recipient.clone(), self.recovery.recipient.clone()];
        self.vault.hold().unwrap().add(&self.key, "Dr Morel", &secret(MOREL), &entitled).unwrap()
    }
}

fn made() -> Made {
    let dir = tempfile::tempdir().unwrap();
    let vault = Vault::with_work_factor(dir.path().join("keys"), 2);
    let (key, claire, recovery) = vault.create("Claire Garnier", &secret(CLAIRE)).unwrap();
    Made { dir, vault, key, claire, recovery }
}

fn flip(path: &Path, at: usize) {
    let mut bytes = fs::read(path).unwrap();
    bytes[at] ^= 1;
    fs::write(path, bytes).unwrap();
}

#[test]
fn the_passphrase_opens_what_was_created() {
    let made = made();
    assert_eq!(made.vault.names().unwrap(), [(1, "Claire Garnier".to_owned())]);
    let spaced = secret("  huit tortues  violettes gravissent Belledonne ");
    assert_eq!(made.vault.open(1, &spaced).unwrap()[0].expose(), made.key.expose());
}

#[test]
fn a_generated_passphrase_opens_by_its_first_letters_alone() {
    let made = made();
    let words = passphrase::generate().unwrap();
    let entitled = [made.claire.recipient.clone(), made.recovery.recipient.clone()];
    let id = made.vault.hold().unwrap().add(&made.key, "Dr Roche", &words, &entitled).unwrap().id;
    let short: Vec<String> = words.expose_secret().split(' ').map(|w| w.chars().take(4).collect()).collect();
    assert_eq!(made.vault.open(id, &secret(&short.join(" "))).unwrap()[0].expose(), made.key.expose());
}

#[test]
fn a_wrong_passphrase_is_told_apart_from_everything_else() {
    let made = made();
    assert!(matches!(made.vault.open(1, &secret(MOREL)), Err(VaultError::WrongPassphrase)));
    assert!(matches!(made.vault.open(2, &secret(CLAIRE)), Err(VaultError::NoAccount)));
}

#[test]
fn wrong_passphrases_slow_down_and_never_lock_out() {
    let made = made();
    for second in 0..3 {
        assert!(made.vault.open_at(1, &secret(MOREL), second).is_err());
    }
    assert_eq!(made.vault.wait(1, 2), 2);
    assert!(matches!(made.vault.open_at(1, &secret(CLAIRE), 2), Err(VaultError::Wait(2))));
    let restarted = Vault::with_work_factor(made.file(""), 2);
    assert_eq!(restarted.wait(1, 1002), 1);
    restarted.open_at(1, &secret(CLAIRE), 2002).unwrap();
    // The right one cleared the count: the next slip costs nothing.
    assert!(matches!(restarted.open_at(1, &secret(MOREL), 2002), Err(VaultError::WrongPassphrase)));
    assert_eq!(restarted.wait(1, 2002), 0);
}

#[test]
fn a_poor_passphrase_is_refused_and_leaves_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let vault = Vault::with_work_factor(dir.path().join("keys"), 2);
    assert!(matches!(vault.create("Claire", &secret("azerty")), Err(VaultError::Weak)));
    assert!(!vault.exists());
}

#[test]
fn the_recovery_key_opens_as_printed_and_another_does_not() {
    let made = made();
    assert_eq!(made.vault.recover(&made.recovery.secret).unwrap()[0].expose(), made.key.expose());
    let spoken = groups(&made.recovery.secret).join(" ").to_lowercase();
    assert_eq!(made.vault.recover(&secret(&spoken)).unwrap()[0].expose(), made.key.expose());
    let other = x25519::Identity::generate().to_string();
    assert!(matches!(made.vault.recover(&other), Err(VaultError::WrongRecovery)));
}

#[test]
fn an_added_account_opens_and_so_does_everyone_before() {
    let made = made();
    let morel = made.add_morel();
    assert_eq!(made.vault.names().unwrap().last().unwrap(), &(morel.id, "Dr Morel".to_owned()));
    for opened in [
        made.vault.open(morel.id, &secret(MOREL)),
        made.vault.open(1, &secret(CLAIRE)),
        made.vault.recover(&made.recovery.secret),
    ] {
        assert_eq!(opened.unwrap()[0].expose(), made.key.expose());
    }
}

#[test]
fn a_removed_account_opens_nothing_even_with_its_old_file() {
    let made = made();
    let morel = made.add_morel();
    let file = account_file(morel.id);
    let kept = fs::read(made.file(&file)).unwrap();
    made.vault
        .hold()
        .unwrap()
        .rewrap(&made.key, &[made.claire.recipient.clone(), made.recovery.recipient.clone()])
        .unwrap();
    assert!(matches!(made.vault.open(morel.id, &secret(MOREL)), Err(VaultError::NotEntitled)));
    made.vault.hold().unwrap().list(&[(1, "Claire Garnier".to_owned())]).unwrap();
    assert_eq!(made.vault.names().unwrap().len(), 1);
    assert!(matches!(made.vault.open(morel.id, &secret(MOREL)), Err(VaultError::NoAccount)));
    fs::write(made.file(&file), kept).unwrap();
    assert!(matches!(made.vault.open(morel.id, &secret(MOREL)), Err(VaultError::NotEntitled)));
    made.vault.open(1, &secret(CLAIRE)).unwrap();
}

#[test]
fn a_number_is_never_given_twice() {
    let made = made();
    let morel = made.add_morel();
    made.vault.hold().unwrap().list(&[(1, "Claire Garnier".to_owned())]).unwrap();
    assert_eq!(made.add_morel().id, morel.id + 1);
}

#[test]
fn a_damaged_or_missing_copy_is_healed_by_the_other() {
    let made = made();
    for name in [DATA_KEY, NAMES, "account-1.age"] {
        let good = fs::read(made.file(name)).unwrap();
        let copies = [made.file(name), made.file("copy").join(name)];
        for damaged in &copies {
            // The last byte belongs to the sealed content, or closes the JSON.
            flip(damaged, good.len() - 1);
            made.vault.names().unwrap();
            assert_eq!(made.vault.open(1, &secret(CLAIRE)).unwrap()[0].expose(), made.key.expose());
            assert_eq!(copies.each_ref().map(|c| fs::read(c).unwrap()), [good.clone(), good.clone()], "{name}");
            fs::remove_file(damaged).unwrap();
            made.vault.names().unwrap();
            made.vault.open(1, &secret(CLAIRE)).unwrap();
            assert_eq!(fs::read(damaged).unwrap(), good, "{name}");
        }
    }
}

#[test]
fn one_damaged_byte_anywhere_still_opens() {
    let made = made();
    for name in [DATA_KEY, "account-1.age"] {
        let good = fs::read(made.file(name)).unwrap();
        // Every part of the file is hit: header lines, stanzas, MAC, nonce, content.
        for at in (0..good.len()).step_by(19) {
            flip(&made.file(name), at);
            let opened = made.vault.open(1, &secret(CLAIRE));
            assert_eq!(opened.unwrap()[0].expose(), made.key.expose(), "{name}, byte {at}");
            fs::write(made.file(name), &good).unwrap();
        }
    }
}

#[test]
fn an_old_copy_never_replaces_the_key_from_which_somebody_was_removed() {
    // A cut between the two writes of a removal.
    let made = made();
    let morel = made.add_morel();
    let old = fs::read(made.file("copy/data-key.age")).unwrap();
    made.vault
        .hold()
        .unwrap()
        .rewrap(&made.key, &[made.claire.recipient.clone(), made.recovery.recipient.clone()])
        .unwrap();
    let new = fs::read(made.file(DATA_KEY)).unwrap();
    fs::write(made.file("copy/data-key.age"), old).unwrap();
    let _ = made.vault.open(morel.id, &secret(MOREL));
    assert_eq!(fs::read(made.file(DATA_KEY)).unwrap(), new);
    made.vault.open(1, &secret(CLAIRE)).unwrap();
    assert!(matches!(made.vault.open(morel.id, &secret(MOREL)), Err(VaultError::NotEntitled)));
}

#[test]
fn damage_of_both_copies_is_named_and_erases_nothing() {
    let made = made();
    for path in [made.file(DATA_KEY), made.file("copy/data-key.age")] {
        fs::write(path, "x").unwrap();
    }
    let error = made.vault.open(1, &secret(CLAIRE)).unwrap_err();
    assert!(matches!(&error, VaultError::Damaged(file) if file == DATA_KEY));
    assert!(matches!(made.vault.create("Claire", &secret(CLAIRE)), Err(VaultError::Exists)));
    assert_eq!(fs::read(made.file(DATA_KEY)).unwrap(), b"x");
}

#[test]
fn a_lost_sign_in_list_is_no_dead_end() {
    let made = made();
    for path in [made.file(NAMES), made.file("copy/accounts.json")] {
        fs::remove_file(path).unwrap();
    }
    assert!(matches!(made.vault.names(), Err(VaultError::Damaged(_))));
    let key = made.vault.recover(&made.recovery.secret).unwrap();
    let again = made.vault.hold().unwrap().add(
        &key[0],
        "Claire",
        &secret(CLAIRE),
        std::slice::from_ref(&made.recovery.recipient),
    );
    assert_eq!(again.unwrap().id, 2);
    assert_eq!(made.vault.names().unwrap(), [(2, "Claire".to_owned())]);
}

#[test]
fn a_set_up_cut_short_is_set_aside_and_kept() {
    let made = made();
    let aside = made.vault.set_aside().unwrap();
    made.vault.create("Claire", &secret(CLAIRE)).unwrap();
    assert_eq!(Vault::new(&aside).open(1, &secret(CLAIRE)).unwrap()[0].expose(), made.key.expose());
    assert_ne!(made.vault.set_aside().unwrap(), aside);
}

#[test]
fn bad_recipients_change_nobodys_access() {
    let made = made();
    for bad in [vec![], vec!["age1nonsense".to_owned()]] {
        assert!(matches!(made.vault.hold().unwrap().rewrap(&made.key, &bad), Err(VaultError::BadRecipient)));
    }
    made.vault.open(1, &secret(CLAIRE)).unwrap();
}

/// Decrypts as any program of the age standard does, without anything of this module.
fn plain_age(identity: &dyn age::Identity, file: &Path) -> String {
    let sealed = fs::read(file).unwrap();
    assert!(sealed.starts_with(b"age-encryption.org/v1\n"));
    let mut text = String::new();
    let decryptor = age::Decryptor::new(sealed.as_slice()).unwrap();
    decryptor.decrypt(std::iter::once(identity)).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn the_files_open_with_plain_age_and_give_what_sqlcipher_takes() {
    let made = made();
    let paper: x25519::Identity = made.recovery.secret.expose_secret().parse().unwrap();
    let hex = plain_age(&paper, &made.file(DATA_KEY));
    assert_eq!(hex, *made.key.hex());
    assert!(hex.len() == 64 && hex.bytes().all(|b| b.is_ascii_hexdigit()));

    let account = plain_age(&age::scrypt::Identity::new(secret(CLAIRE)), &made.file("account-1.age"));
    let account: x25519::Identity = account.parse().unwrap();
    assert_eq!(plain_age(&account, &made.file(DATA_KEY)), hex);
}

#[test]
fn nothing_secret_is_on_the_disk_in_clear_and_every_file_is_private() {
    let made = made();
    made.add_morel();
    let _ = made.vault.open(1, &secret(MOREL));
    let hex = made.key.hex();
    let secrets = [CLAIRE, MOREL, made.recovery.secret.expose_secret(), hex.as_str()];
    let mut seen = 0;
    for dir in [made.file(""), made.file("copy")] {
        assert_eq!(fs::metadata(&dir).unwrap().permissions().mode() & 0o777, 0o700);
        for entry in fs::read_dir(dir).unwrap().map(Result::unwrap).filter(|e| e.path().is_file()) {
            let bytes = fs::read(entry.path()).unwrap();
            for secret in secrets {
                assert!(!bytes.windows(secret.len()).any(|w| w == secret.as_bytes()), "{:?}", entry.path());
            }
            assert!(!bytes.windows(32).any(|w| w == made.key.expose()));
            let rights = entry.metadata().unwrap().permissions().mode() & 0o777;
            assert_eq!(rights, 0o600, "{:?}", entry.path());
            seen += 1;
        }
    }
    assert_eq!(seen, 13, "five files twice, the attempts, the failures and the lock");
}

#[test]
fn debug_shows_no_secret() {
    let made = made();
    let shown = format!("{:?} {:?} {:?} {:?}", made.vault, made.key, made.claire, made.recovery);
    assert!(!shown.contains(PREFIX) && !shown.contains(made.key.hex().as_str()), "{shown}");
    assert!(shown.contains("DataKey") && shown.contains(&made.recovery.recipient));
}

#[test]
fn every_error_is_said_in_both_languages() {
    use crate::words::{Lang, Words};
    let errors = [
        VaultError::WrongPassphrase,
        VaultError::Wait(2),
        VaultError::NotEntitled,
        VaultError::WrongRecovery,
        VaultError::Weak,
        VaultError::NoAccount,
        VaultError::BadRecipient,
        VaultError::Exists,
        VaultError::Damaged("accounts.json".to_owned()),
        VaultError::NoRandomness,
        VaultError::Io(std::io::Error::other("disk full")),
    ];
    for lang in [Lang::Fr, Lang::En] {
        let words = Words::new(lang);
        for error in &errors {
            let said = words.say(&error.msg());
            assert!(said.ends_with('.') && said.contains(' ') && !said.contains('{'), "{said}");
        }
    }
}
