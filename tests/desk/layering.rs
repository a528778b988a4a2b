//! The rooms of the house and what each may know; `src/lib.rs` draws it.

use std::fs;
use std::path::{Path, PathBuf};

/// Each room with the rooms it may use.
const MAY_USE: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("protocol", &["domain"]),
    ("words", &["domain"]),
    ("folder", &[]),
    ("secret", &["domain"]),
    ("signing", &[]),
    // The vault's page is a document, and documents speak.
    ("vault", &["domain", "folder", "secret", "signing", "words"]),
    ("store", &["domain", "protocol", "signing"]),
    ("exchange", &["domain", "words"]),
    ("demo", &["domain", "protocol"]),
    // The sign-in completes and judges passphrases as they are typed.
    ("ui", &["domain", "protocol", "words", "secret"]),
    ("app", &["domain", "protocol", "words", "ui"]),
    ("back", &["demo", "domain", "exchange", "folder", "protocol", "secret", "signing", "store", "vault", "words"]),
    ("runtime", &["app", "back", "domain", "folder", "protocol", "ui", "words"]),
    ("cli", &["app", "back", "domain", "exchange", "folder", "protocol", "runtime", "ui", "words"]),
];

/// Crates that only some rooms may name.
const CRATES: &[(&str, &[&str])] = &[
    ("tokio", &["runtime"]),
    ("rusqlite", &["store"]),
    ("ratatui", &["ui", "app", "runtime"]),
    ("age", &["vault"]),
    ("ed25519_dalek", &["signing"]),
    ("clap", &["cli"]),
    ("std::fs", &["store", "vault", "folder", "back", "runtime", "cli"]),
    ("SystemTime", &["vault", "back", "runtime"]),
    // It ends the program before 1970.
    ("Utc::now", &[]),
];

/// What `ui::widget` may name beside itself: how things look, and how texts are compared. The form engine puts together
/// forms of this desk, and may know it.
const WIDGETS_MAY_USE: &[&str] =
    &["ui::Glyph", "ui::Look", "ui::Meaning", "ui::widget", "domain::draft::text", "domain::lookup"];

#[test]
fn widgets_could_serve_any_application() {
    let mut wrong = Vec::new();
    for (_, path, code) in rooms() {
        let name = path.display().to_string();
        if !name.contains("ui/widget/") || name.contains("widget/form") {
            continue;
        }
        for used in paths(&code).iter().filter_map(|used| used.strip_prefix("crate::")) {
            if !WIDGETS_MAY_USE.iter().any(|may| used.starts_with(may)) {
                wrong.push(format!("{name} uses {used}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Modules that another rests on, and that may not name it: what was once a circle.
const BENEATH: &[(&str, &[&str])] = &[
    ("domain/holder.rs", &["whose", "briefing", "alert"]),
    ("domain/whose.rs", &["briefing", "alert"]),
    ("domain/alert.rs", &["briefing"]),
    ("domain/rota_import.rs", &["act", "agenda_import"]),
    ("domain/agenda_import.rs", &["act"]),
    ("domain/draft/visible.rs", &["text", "nir"]),
    ("domain/draft/nir.rs", &["text"]),
    ("store/door.rs", &["act", "write", "undo", "account"]),
];

#[test]
fn what_others_rest_on_does_not_rest_on_them() {
    let rooms = rooms();
    for (file, above) in BENEATH {
        let (.., code) = rooms.iter().find(|(_, path, _)| path.ends_with(file)).expect("a module of the house");
        let named = paths(code);
        // `super::act::…` and `super::{act, …}` name the module; a path within it names it, too.
        let holds = |path: &String, module: &str| path.split("::").any(|part| part.trim_end_matches(':') == module);
        for module in *above {
            let wrong: Vec<_> = named.iter().filter(|path| holds(path, module)).collect();
            assert!(wrong.is_empty(), "{file} rests on {module}: {wrong:?}");
        }
    }
}

/// Every path that code names: each of a `use` with braces, and those written out elsewhere.
fn paths(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(at) = ["crate::", "super::", "self::"].iter().filter_map(|start| rest.find(start)).min() {
        let end = rest[at..].find([';', '(', ' ', ',', '>', ')', '<', '\n']).map_or(rest.len(), |end| at + end);
        let whole = &rest[at..end];
        if whole.contains('{') {
            let end = rest[at..].find(';').map_or(rest.len(), |end| at + end);
            expand("", &rest[at..end], &mut found);
            rest = &rest[end..];
        } else {
            found.push(whole.to_owned());
            rest = &rest[end..];
        }
    }
    found
}

/// The paths of `a::{b, c::{d, e}}`, one by one.
fn expand(before: &str, tree: &str, found: &mut Vec<String>) {
    let tree = tree.trim();
    let Some(open) = tree.find('{') else {
        if !tree.is_empty() {
            found.push(format!("{before}{}", tree.split(" as ").next().unwrap_or(tree)));
        }
        return;
    };
    let (head, inner) = (&tree[..open], tree[open + 1..].trim_end());
    let inner = inner.strip_suffix('}').unwrap_or(inner);
    let (mut depth, mut from) = (0, 0);
    for (at, c) in inner.char_indices().chain([(inner.len(), ',')]) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                expand(&format!("{before}{head}"), &inner[from..at], found);
                from = at + 1;
            }
            _ => {}
        }
    }
}

#[test]
fn paths_are_read_out_of_braces() {
    let code = "use crate::a::{b, c::{d, e as f}};\nlet x = super::g::h(1);";
    assert_eq!(paths(code), ["crate::a::b", "crate::a::c::d", "crate::a::c::e", "super::g::h"]);
}

fn sources(dir: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

/// The code of every file by room, comments and tests left out.
pub fn rooms() -> Vec<(String, PathBuf, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    let of_tests: Vec<PathBuf> = files.iter().flat_map(|path| test_modules(path)).collect();
    files
        .into_iter()
        .filter(|path| !of_tests.iter().any(|module| path.starts_with(module) || *path == module.with_extension("rs")))
        .filter_map(|path| {
            let inside = path.strip_prefix(&src).unwrap();
            let inside = inside.strip_prefix("core").unwrap_or(inside);
            let room = inside.components().next()?.as_os_str().to_string_lossy().replace(".rs", "");
            let text = fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
            let code: Vec<_> = code.lines().filter(|l| !l.trim_start().starts_with("//")).collect();
            Some((room, path, code.join("\n")))
        })
        .filter(|(room, ..)| !matches!(room.as_str(), "lib" | "main"))
        .collect()
}

/// The modules a file has for tests only, as their folders.
fn test_modules(path: &Path) -> Vec<PathBuf> {
    let text = fs::read_to_string(path).unwrap();
    let stem = path.file_stem().unwrap().to_string_lossy();
    let inside =
        if matches!(&*stem, "mod" | "lib" | "main") { path.parent().unwrap().into() } else { path.with_extension("") };
    let declared = text.split("#[cfg(").skip(1).filter_map(|part| part.split_once(")]\n"));
    declared
        .filter(|(when, _)| *when == "test" || when.starts_with("any(test"))
        .filter_map(|(_, then)| {
            then.lines().next()?.strip_suffix(';')?.rsplit_once("mod ").map(|(_, name)| inside.join(name))
        })
        .collect()
}

#[test]
fn no_room_knows_what_it_may_not() {
    let mut wrong = Vec::new();
    for (room, path, code) in rooms() {
        let (_, allowed) = MAY_USE
            .iter()
            .find(|(name, _)| *name == room)
            .unwrap_or_else(|| panic!("{} belongs to no room of the plan", path.display()));
        for (at, _) in code.match_indices("crate::") {
            let rest = &code[at + "crate::".len()..];
            let used: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if used != room && MAY_USE.iter().any(|(name, _)| *name == used) && !allowed.contains(&used.as_str()) {
                wrong.push(format!("{} uses {used}", path.display()));
            }
        }
        for (name, who) in CRATES {
            // A path that begins with the crate's name, not one that ends with it (`page::`).
            let named = code
                .match_indices(&format!("{name}::"))
                .any(|(at, _)| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':'));
            if named && !who.contains(&room.as_str()) {
                wrong.push(format!("{} names {name}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
