//! Files named on the command line: written anywhere but over the centre's data, read only where there is a file.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::command::{releve, script, told};
use crate::terminal::{PASSPHRASE, new_centre};

/// Every file of a folder with its bytes.
fn all(dir: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).unwrap().flatten() {
        match entry.path() {
            path if path.is_dir() => found.extend(all(&path)),
            path => found.push((path.clone(), fs::read(path).unwrap())),
        }
    }
    found.sort();
    found
}

#[test]
fn no_command_writes_over_the_data_or_a_copy() {
    let dir = tempfile::tempdir().unwrap();
    let at = |path: &str| dir.path().join(path).to_str().unwrap().to_owned();
    let data = dir.path().join("data");
    new_centre(&data);
    fs::create_dir(at("usb")).unwrap();
    let copied = script(&data, &["backup", "--to", &at("usb")], PASSPHRASE);
    let copy = String::from_utf8(copied.stdout).unwrap().trim().to_owned();
    symlink(&data, at("link")).unwrap();
    fs::hard_link(data.join("releve.db"), at("hard")).unwrap();
    // Each command leaves its trace in the store, and nothing elsewhere.
    let others = || {
        let own = ["data/releve.db", "data/releve.head", "link/releve.db", "link/releve.head", "hard"];
        let own = own.map(|path| dir.path().join(path));
        all(dir.path()).into_iter().filter(|(path, _)| !own.contains(path)).collect::<Vec<_>>()
    };
    let before = others();

    let refused = |args: &[&str]| {
        let out = script(&data, args, PASSPHRASE);
        assert!(out.status.code() == Some(1) && told(&out).contains("dossier de données"), "{args:?} {}", told(&out));
    };
    for path in ["data", "data/new.txt", "data/keys/data-key.age", "usb/../data/releve.db", "link/x", "hard"] {
        refused(&["week", "-o", &at(path)]);
    }
    refused(&["stats", "-o", &at("data/releve.db")]);
    refused(&["stats", "--chart", "consultations", "-o", &at("data/releve.db")]);
    // In the fictional centre nobody signs in: the folder's data are there all the same.
    let demo =
        ["--demo", "--today", "2026-11-30T08:00", "--data-dir", &at("data"), "briefing", "-o", &at("data/releve.db")];
    let out = releve(&demo);
    assert!(out.status.code() == Some(1) && told(&out).contains("dossier de données"), "{}", told(&out));
    let into_copy = script(&data, &["week", "-o", &format!("{copy}/releve.db")], PASSPHRASE);
    assert!(told(&into_copy).contains("dans une copie du centre"), "{}", told(&into_copy));
    for (to, said) in [
        (at("data"), "dans celui des données"),
        (at("link/keys"), "dans celui des données"),
        (copy, "lui-même une copie"),
    ] {
        let out = script(&data, &["backup", "--to", &to], PASSPHRASE);
        assert!(out.status.code() == Some(1) && told(&out).contains(said), "{to} {}", told(&out));
    }
    // A shell has opened the file before the program runs.
    let out = Command::new(env!("CARGO_BIN_EXE_releve"))
        .args(["--data-dir", data.to_str().unwrap(), "check"])
        .stdin(Stdio::null())
        .stdout(fs::File::options().append(true).open(data.join("releve.db")).unwrap())
        .output()
        .unwrap();
    assert!(out.status.code() == Some(1) && told(&out).contains("redirigée"), "{}", told(&out));
    assert!(others() == before, "something else was written");
    assert_eq!(script(&data, &["check"], PASSPHRASE).status.code(), Some(0));
    // Beside them it is written as ever.
    assert!(script(&data, &["week", "-o", &at("usb/s49.txt")], PASSPHRASE).status.success());
}

#[test]
fn only_a_regular_file_is_imported_and_nothing_is_waited_for() {
    let dir = tempfile::tempdir().unwrap();
    let at = |path: &str| dir.path().join(path).to_str().unwrap().to_owned();
    let mode = rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR;
    rustix::fs::mkfifoat(rustix::fs::CWD, at("pipe.csv"), mode).unwrap();
    let data = dir.path().join("data");
    new_centre(&data);
    for (what, path) in [("rota", &*at("pipe.csv")), ("agenda", "/dev/zero"), ("rota", &*at(""))] {
        let out = script(&data, &["import", what, path], PASSPHRASE);
        assert_eq!(out.status.code(), Some(1), "{what} {path} {}", told(&out));
        assert!(told(&out).contains("n'est pas un fichier"), "{what} {path} {}", told(&out));
    }
    // What calls itself a copy may hold anything.
    fs::create_dir_all(at("copy/keys")).unwrap();
    for pipe in ["copy/releve.db", "copy/copy.json", "copy/keys/accounts.json", "copy/keys/data-key.age"] {
        rustix::fs::mkfifoat(rustix::fs::CWD, at(pipe), mode).unwrap();
    }
    let out = releve(&["--data-dir", &at("new"), "restore", &at("copy")]);
    assert_eq!(out.status.code(), Some(3), "{}", told(&out));
    fs::remove_file(at("copy/releve.db")).unwrap();
    fs::write(at("copy/releve.db"), "a").unwrap();
    let out = releve(&["--data-dir", &at("new"), "restore", &at("copy")]);
    assert_eq!(out.status.code(), Some(3), "{}", told(&out));
}
