//! The printable page that carries the recovery key.
//!
//! The only file of the vault that speaks: it makes a document, not a screen.

use maud::{DOCTYPE, PreEscaped, html};
use secrecy::{ExposeSecret as _, SecretString};
use zeroize::Zeroizing;

use crate::domain::signature::fingerprint;
use crate::domain::{Day, Msg};
use crate::secret::recovery::groups;
use crate::words::Words;

/// What the page says besides its fixed text.
#[derive(Debug, Clone, Copy)]
pub struct RecoverySheet<'a> {
    /// The centre's name.
    pub centre: &'a str,
    /// What the centre is known by, as its copies say it too.
    pub id: &'a str,
    /// The day the key was made.
    pub day: Day,
    /// `age1…`, whose eight words are compared with those the program says.
    pub recipient: &'a str,
    /// `AGE-SECRET-KEY-1…`
    pub secret: &'a SecretString,
}

/// A page of its own: nothing is loaded from elsewhere, and it prints on one sheet of A4.
const STYLE: &str = "
@page { size: A4; margin: 18mm }
body { font: 11pt/1.45 sans-serif; color: #000; background: #fff; max-width: 44em; margin: 2em auto; padding: 0 1em }
h1 { font-size: 17pt; margin: 0 } h2 { font-size: 12pt; margin: 1.4em 0 .3em } p { margin: .5em 0 }
.warn { border: 2px solid #000; padding: .4em .8em }
.groups { display: grid; grid-template-columns: repeat(4, 1fr); gap: .5em; padding: 0; list-style: none }
.groups li { border: 1px solid #888; padding: .3em .6em }
.groups b { font: bold 15pt monospace; letter-spacing: .12em }
.groups i { font: 9pt sans-serif; margin-right: .6em }
code { font: 9.5pt monospace; overflow-wrap: anywhere }
@media print { body { margin: 0; max-width: none } .screen { display: none } }
";

/// The recovery page as HTML, to be printed and then deleted: it opens the data by itself.
#[must_use]
pub fn recovery_page(words: &Words, sheet: &RecoverySheet<'_>) -> Zeroizing<String> {
    let title = words.say(&Msg::new("vault-page-title").with("centre", sheet.centre));
    let made = words.say(&Msg::new("vault-page-made").with("day", words.day_long(sheet.day)));
    let groups = groups(sheet.secret);
    let count = words.say(&Msg::new("vault-page-groups").with("count", groups.len()));
    let page = html! {
        (DOCTYPE)
        html lang=(words.lang().code()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                meta name="referrer" content="no-referrer";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                h1 { (title) }
                p { (made) br; (identity(words, sheet)) br; (compared(words, sheet)) }
                p.warn.screen { (words.t("vault-page-delete")) }
                p { (words.t("vault-page-what")) }
                p { b { (words.t("vault-page-keep")) } }
                h2 { (words.t("vault-page-key")) }
                p { (count) }
                ol.groups {
                    @for (place, group) in groups.iter().enumerate() {
                        li { i { (place + 1) } b { (group) } }
                    }
                }
                p { (words.t("vault-page-whole")) br; code { (sheet.secret.expose_secret()) } }
                h2 { (words.t("vault-page-without")) }
                ol {
                    li { (words.t("vault-page-tools")) " " code { "pip install sqlcipher3-binary" } }
                    li { (words.t("vault-page-file")) " " code { "key.txt" } }
                    li { (words.t("vault-page-decrypt")) br; code { "age -d -i key.txt keys/data-key.age" } }
                    li { (words.t("vault-page-open")) br; code { "PRAGMA key = \"x'…'\";" } }
                    li { (words.t("vault-page-after")) }
                }
            }
        }
    };
    Zeroizing::new(page.into_string())
}

/// The recovery page as a title and parts of text, for paper that is made otherwise.
#[derive(Debug)]
pub struct RecoveryText {
    pub title: String,
    /// Each with its heading and its lines; the first has none.
    pub parts: Vec<(String, Vec<String>)>,
}

/// The recovery page as text.
#[must_use]
pub fn recovery_text(words: &Words, sheet: &RecoverySheet<'_>) -> RecoveryText {
    let say = |id: &'static str| words.t(id);
    let groups = groups(sheet.secret);
    let numbered: Vec<String> = (1..).zip(&groups).map(|(n, group)| format!("{n}. {group}")).collect();
    let rows = numbered.chunks(4).map(|row| row.join("      "));
    let count = words.say(&Msg::new("vault-page-groups").with("count", groups.len()));
    let made = words.say(&Msg::new("vault-page-made").with("day", words.day_long(sheet.day)));
    let intro =
        vec![made, identity(words, sheet), compared(words, sheet), say("vault-page-what"), say("vault-page-keep")];
    let key = std::iter::once(count).chain(rows);
    let whole = [say("vault-page-whole"), sheet.secret.expose_secret().to_owned()];
    let steps = [
        format!("{} pip install sqlcipher3-binary", say("vault-page-tools")),
        format!("{} key.txt", say("vault-page-file")),
        format!("{} age -d -i key.txt keys/data-key.age", say("vault-page-decrypt")),
        format!("{} PRAGMA key = \"x'…'\";", say("vault-page-open")),
        say("vault-page-after"),
    ];
    let steps = (1..).zip(steps).map(|(n, step)| format!("{n}. {step}")).collect();
    RecoveryText {
        title: words.say(&Msg::new("vault-page-title").with("centre", sheet.centre)),
        parts: vec![
            (String::new(), intro),
            (say("vault-page-key"), key.chain(whole).collect()),
            (say("vault-page-without"), steps),
        ],
    }
}

/// What the centre is known by, in groups of four to be compared.
fn identity(words: &Words, sheet: &RecoverySheet<'_>) -> String {
    let letters: Vec<char> = sheet.id.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|four| four.iter().collect()).collect();
    words.say(&Msg::new("vault-page-centre").with("id", groups.join(" ")))
}

/// What tells this key from another that somebody has put in its place.
fn compared(words: &Words, sheet: &RecoverySheet<'_>) -> String {
    words.say(&Msg::new("vault-page-fingerprint").with("words", fingerprint(sheet.recipient)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    fn page(lang: Lang) -> String {
        let secret = age::x25519::Identity::generate().to_string();
        let sheet = RecoverySheet {
            centre: "Centre <d'Ajain>",
            id: "0123456789abcdef",
            day: Day::ymd(2026, 11, 27).unwrap(),
            recipient: "age1x",
            secret: &secret,
        };
        let page = recovery_page(&Words::new(lang), &sheet).to_string();
        assert!(page.contains(secret.expose_secret()));
        for group in groups(&secret) {
            assert!(page.contains(&format!("<b>{group}</b>")));
        }
        page
    }

    #[test]
    fn the_page_names_the_centre_the_day_and_the_way_in() {
        let french = page(Lang::Fr);
        assert!(french.contains("Centre &lt;d'Ajain&gt;") && french.contains("27 novembre 2026"), "{french}");
        assert!(french.contains("age -d -i key.txt") && french.contains("PRAGMA key"));
        assert!(page(Lang::En).contains("<html lang=\"en\">"));
        assert!(french.contains("0123 4567 89ab cdef"), "{french}");
    }

    #[test]
    fn what_is_printed_without_a_file_says_what_the_page_says() {
        let secret = age::x25519::Identity::generate().to_string();
        let day = Day::ymd(2026, 11, 27).unwrap();
        let sheet = RecoverySheet {
            centre: "Centre d'Ajain",
            id: "0123456789abcdef",
            day,
            recipient: "age1x",
            secret: &secret,
        };
        let eight = fingerprint("age1x");
        let text = recovery_text(&Words::new(Lang::Fr), &sheet);
        let all: Vec<String> =
            text.parts.iter().flat_map(|(title, lines)| [title.clone()].into_iter().chain(lines.clone())).collect();
        let all = format!("{}\n{}", text.title, all.join("\n"));
        for said in [
            "Centre d'Ajain",
            "27 novembre 2026",
            "0123 4567",
            &eight,
            "age -d -i key.txt keys/data-key.age",
            "PRAGMA key",
        ] {
            assert!(all.contains(said), "{said}: {all}");
        }
        assert!(all.contains(secret.expose_secret()) && !all.contains("vault-page"), "{all}");
        for (n, group) in (1..).zip(groups(&secret)) {
            assert!(all.contains(&format!("{n}. {group}")), "{all}");
        }
    }

    #[test]
    fn the_page_loads_nothing_and_leaves_no_word_unsaid() {
        for lang in [Lang::Fr, Lang::En] {
            let page = page(lang);
            assert!(!page.contains("vault-page"), "an identifier without a text");
            assert!(!page.contains("src=") && !page.contains("href=") && !page.contains("<script"));
        }
    }
}
