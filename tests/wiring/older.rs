//! A real store of an older version at the command line: emptied, put back, or where nobody may write.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// Claire's, of `tests/data/schema-8`.
const CLAIRE: &str = "abaisser abandon abdiquer abeille abolir aborder aboutir";

const ROTA: &str = "Du;Au;Médecin;État\n7/12/2026;11/12/2026;Paul Roche;option\n";

/// Somebody who owns nothing.
const NOBODY: u32 = 65_534;

pub struct Centre {
    pub dir: tempfile::TempDir,
    pub data: PathBuf,
    usb: PathBuf,
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let (path, to) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &to);
        } else {
            fs::copy(path, to).unwrap();
        }
    }
}

impl Centre {
    pub fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let (data, usb) = (dir.path().join("data"), dir.path().join("usb"));
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/schema-8"), &data);
        fs::create_dir(&usb).unwrap();
        fs::write(dir.path().join("rota.csv"), ROTA).unwrap();
        Self { dir, data, usb }
    }

    pub fn store(&self) -> PathBuf {
        self.data.join("releve.db")
    }

    pub fn run(&self, args: &[&str]) -> Output {
        self.command(Path::new(env!("CARGO_BIN_EXE_releve")), &self.data, args).output().unwrap()
    }

    fn command(&self, program: &Path, data: &Path, args: &[&str]) -> Command {
        let mut command = Command::new("bash");
        command
            .args(["-c", r#""$0" --data-dir "$1" --account Claire --passphrase-fd 3 "${@:3}" 3<<<"$2""#])
            .arg(program)
            .arg(data)
            .arg(CLAIRE)
            .args(args)
            .current_dir(self.dir.path())
            .stdin(Stdio::null());
        command
    }
}

#[track_caller]
pub fn ends(out: &Output, code: i32, says: &str) -> String {
    let said = [&out.stdout[..], &out.stderr[..]].concat();
    let said = String::from_utf8_lossy(&said).replace(['\u{a0}', '\u{202f}'], " ");
    assert!(
        out.status.code() == Some(code) && said.contains(says),
        "{:?} instead of {code}, {says}:\n{said}",
        out.status
    );
    said
}

#[test]
fn an_older_store_is_named_by_every_command() {
    let centre = Centre::new();
    let usb = centre.usb.to_str().unwrap();
    ends(&centre.run(&["check"]), 0, "28 changements");
    // The coordination's first sign-in takes over what is not signed yet: a change of its own.
    ends(&centre.run(&["briefing", "--week", "2026-S49"]), 0, "INR");
    let old = fs::read(centre.store()).unwrap();
    ends(&centre.run(&["import", "rota", "rota.csv"]), 0, "");
    let copied = centre.run(&["backup", "--to", usb]);
    ends(&copied, 0, "releve-");
    let copy = String::from_utf8(copied.stdout).unwrap().trim().to_owned();

    // An earlier one is put in its place.
    fs::write(centre.store(), &old).unwrap();
    let missing = "il manque 1 changement, depuis le";
    for beside in [&["releve.head", "copies.json"][..], &["releve.head"], &[]] {
        for file in beside {
            // Each of the two is enough; without both nobody would know.
            let (path, away) = (centre.data.join(file), centre.dir.path().join(file));
            fs::rename(&path, &away).unwrap();
        }
        let code = if beside.len() == 2 { 0 } else { 6 };
        ends(&centre.run(&["check"]), code, if code == 6 { missing } else { "29 changements" });
        for file in beside {
            fs::rename(centre.dir.path().join(file), centre.data.join(file)).unwrap();
        }
    }
    assert!(fs::read(centre.store()).unwrap() == old, "the check wrote");
    let shown = ends(&centre.run(&["briefing", "--week", "2026-S49"]), 6, missing);
    assert!(shown.contains("INR"), "{shown}");
    ends(&centre.run(&["backup", "--to", usb]), 6, missing);
    assert_eq!(fs::read_dir(usb).unwrap().count(), 1);

    // A copy that is not what it was is not put in place; one that is, is, and is not alarming afterwards.
    let good = fs::read(Path::new(&copy).join("releve.db")).unwrap();
    let new = centre.dir.path().join("new");
    let restore =
        || centre.command(Path::new(env!("CARGO_BIN_EXE_releve")), &new, &["restore", &copy]).output().unwrap();
    fs::write(Path::new(&copy).join("releve.db"), &old).unwrap();
    ends(&restore(), 6, "il manque 1 changement");
    assert!(!new.join("releve.db").exists());
    fs::write(Path::new(&copy).join("releve.db"), good).unwrap();
    fs::create_dir(&new).unwrap();
    fs::copy(centre.data.join("releve.head"), new.join("releve.head")).unwrap();
    ends(&restore(), 0, "Copie restaurée");
    let check = centre.command(Path::new(env!("CARGO_BIN_EXE_releve")), &new, &["check"]).output().unwrap();
    ends(&check, 0, "30 changements");
}

#[test]
fn an_empty_store_is_named_with_its_newest_copy_and_nothing_is_made() {
    let centre = Centre::new();
    ends(&centre.run(&["backup", "--to", centre.usb.to_str().unwrap()]), 0, "releve-");
    fs::write(centre.store(), "").unwrap();
    fs::write(centre.data.join("releve.db-wal"), "a log").unwrap();
    for args in [&["check"][..], &["briefing"], &["backup", "--to", centre.usb.to_str().unwrap()]] {
        let said = ends(&centre.run(args), 5, "Le fichier de la base est vide");
        assert!(said.contains("Dernière copie vérifiée") && said.contains("usb/releve-"), "{said}");
        assert_eq!(fs::metadata(centre.store()).unwrap().len(), 0);
        assert_eq!(fs::read(centre.data.join("releve.db-wal")).unwrap(), b"a log");
    }
}

#[test]
fn a_folder_that_cannot_be_written_is_read_printed_and_copied() {
    let centre = Centre::new();
    let (dir, data) = (centre.dir.path(), &centre.data);
    // Rights do not bind the machine's administrator: the program runs as somebody who owns nothing.
    let administers = rustix::process::getuid().is_root();
    let program = dir.join("releve");
    fs::copy(env!("CARGO_BIN_EXE_releve"), &program).unwrap();
    for (path, mode) in [(dir, 0o755), (&program, 0o755), (&centre.usb, 0o777)] {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }
    let rights = |file: u32, folder: u32| {
        for dir in [data.join("keys/copy"), data.join("keys"), data.clone()] {
            for path in fs::read_dir(&dir).unwrap().map(|e| e.unwrap().path()).filter(|p| p.is_file()) {
                fs::set_permissions(path, fs::Permissions::from_mode(file)).unwrap();
            }
            fs::set_permissions(dir, fs::Permissions::from_mode(folder)).unwrap();
        }
    };
    let before = fs::read(centre.store()).unwrap();
    let run = |args: &[&str]| {
        let mut command = centre.command(&program, data, args);
        if administers {
            command.uid(NOBODY);
        }
        command.output().unwrap()
    };
    // The folder, or the file alone.
    for (file, folder) in [(0o444, 0o555), (0o444, 0o777)] {
        rights(file, folder);
        let only_read = "elle s'ouvre pour lire, imprimer et copier";
        let shown = ends(&run(&["briefing", "--week", "2026-S49"]), 0, only_read);
        assert!(shown.contains("INR à 4,8"), "{shown}");
        let sheet = centre.usb.join("s49.html");
        ends(
            &run(&["briefing", "--week", "2026-S49", "--format", "html", "-o", sheet.to_str().unwrap()]),
            0,
            only_read,
        );
        ends(&run(&["backup", "--to", centre.usb.to_str().unwrap()]), 0, "releve-");
        ends(&run(&["check"]), 0, "28 changements");
        ends(&run(&["import", "rota", "rota.csv"]), 1, "ne peut pas être écrit");
        assert!(fs::read(centre.store()).unwrap() == before);
    }
    rights(0o600, 0o700);
}
