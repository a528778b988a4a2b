//! A message to a volunteer, from the centre's own texts. It is copied, or handed to the desktop's mail program; nothing is
//! sent by this program, and nothing of a patient can stand in it.

use std::fmt::Write as _;

use super::Msg;
use super::draft::text::letters;

/// What a text may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placeholder {
    Given,
    Family,
    Centre,
    Week,
    Dates,
    Post,
    Housing,
    Signature,
}

impl Placeholder {
    /// Every one, in the order in which they are told.
    pub const ALL: [Self; 8] =
        [Self::Given, Self::Family, Self::Centre, Self::Week, Self::Dates, Self::Post, Self::Housing, Self::Signature];

    /// Its names between braces: as it is told in French, then as in English.
    #[must_use]
    pub const fn names(self) -> [&'static str; 2] {
        match self {
            Self::Given => ["prenom", "firstname"],
            Self::Family => ["nom", "name"],
            Self::Centre => ["centre", "center"],
            Self::Week => ["semaine", "week"],
            Self::Dates => ["dates", "days"],
            Self::Post => ["poste", "post"],
            Self::Housing => ["logement", "housing"],
            Self::Signature => ["signature", "signed"],
        }
    }

    fn named(name: &str) -> Option<Self> {
        let name = letters(name);
        Self::ALL.into_iter().find(|placeholder| placeholder.names().contains(&name.as_str()))
    }
}

/// What is said in place of the placeholders, in the language of the text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    pub given: String,
    pub family: String,
    pub centre: String,
    pub week: String,
    pub dates: String,
    pub post: String,
    pub housing: String,
    pub signature: String,
}

impl Facts {
    fn of(&self, placeholder: Placeholder) -> &str {
        match placeholder {
            Placeholder::Given => &self.given,
            Placeholder::Family => &self.family,
            Placeholder::Centre => &self.centre,
            Placeholder::Week => &self.week,
            Placeholder::Dates => &self.dates,
            Placeholder::Post => &self.post,
            Placeholder::Housing => &self.housing,
            Placeholder::Signature => &self.signature,
        }
    }
}

/// Fills a text. A line whose placeholders have nothing to say is left out.
///
/// # Errors
/// A word between braces that is no placeholder.
pub fn fill(template: &str, facts: &Facts) -> Result<String, Msg> {
    let mut lines = Vec::new();
    for line in template.lines() {
        let mut said = String::new();
        let (mut rest, mut named, mut empty) = (line, 0, 0);
        while let Some((before, name, after)) = braces(rest) {
            let placeholder = Placeholder::named(name).ok_or_else(|| unknown(name))?;
            let fact = facts.of(placeholder).trim();
            named += 1;
            empty += usize::from(fact.is_empty());
            said.push_str(before);
            said.push_str(fact);
            rest = after;
        }
        said.push_str(rest);
        if named == 0 || empty < named {
            lines.push(said);
        }
    }
    Ok(lines.join("\n"))
}

/// What stands before the first braces, between and behind them.
fn braces(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

fn unknown(name: &str) -> Msg {
    let known: Vec<String> = Placeholder::ALL.iter().map(|p| format!("{{{}}}", p.names()[0])).collect();
    Msg::new("message-unknown").with("name", format!("{{{name}}}")).with("known", known.join(" "))
}

/// The subject and the text that a centre begins with, in the language in which they are said.
#[must_use]
pub const fn first_text() -> (Msg, Msg) {
    (Msg::new("message-subject"), Msg::new("message-body"))
}

/// A message that is ready.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// The address.
    pub to: String,
    pub subject: String,
    pub body: String,
}

impl Mail {
    /// The address of RFC 6068 by which a mail program opens it.
    #[must_use]
    pub fn uri(&self) -> String {
        format!("mailto:{}?subject={}&body={}", encoded(&self.to), encoded(&self.subject), encoded(&self.body))
    }

    /// The same to be copied: address, subject and text.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{}\n{}\n\n{}", self.to, self.subject, self.body)
    }
}

/// Percent-encoded but for what no reader of an address takes for anything else; a line ends as in mail.
fn encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.replace("\r\n", "\n").replace('\n', "\r\n").bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~@".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn facts() -> Facts {
        Facts {
            given: "Hélène".into(),
            family: "Vidal".into(),
            centre: "Ajain".into(),
            week: "S20".into(),
            dates: "du lun. 17 au dim. 23 mai".into(),
            post: "Poste 1".into(),
            housing: String::new(),
            signature: "Claire Garnier".into(),
        }
    }

    #[test]
    fn a_text_is_filled_in_either_language() {
        let template = "Bonjour {prenom} {NOM},\n{centre}, {semaine} ({dates}), {poste}.\n\n{signature}";
        let said = "Bonjour Hélène Vidal,\nAjain, S20 (du lun. 17 au dim. 23 mai), Poste 1.\n\nClaire Garnier";
        assert_eq!(fill(template, &facts()).as_deref(), Ok(said));
        let english = "Dear { first name }, {prénom}: {week} in {center}";
        assert_eq!(fill(english, &facts()).as_deref(), Ok("Dear Hélène, Hélène: S20 in Ajain"));
    }

    #[test]
    fn a_line_with_nothing_to_say_is_left_out() {
        assert_eq!(fill("un\nLogement : {logement}\ndeux", &facts()).as_deref(), Ok("un\ndeux"));
        assert_eq!(fill("{logement} à {centre}", &facts()).as_deref(), Ok(" à Ajain"));
    }

    #[test]
    fn a_placeholder_nobody_knows_is_named() {
        let error = fill("Cher {docteur}", &facts()).unwrap_err();
        assert_eq!((error.id.as_ref(), &error.args[0].1), ("message-unknown", &"{docteur}".into()));
        assert_eq!(fill("une { seule", &facts()).as_deref(), Ok("une { seule"));
    }

    #[test]
    fn a_mail_program_gets_each_part_whole() {
        let mail =
            Mail { to: "h.vidal+ajain@exemple.fr?bcc=x".into(), subject: "S20 & après".into(), body: "a\nb=1".into() };
        let uri = "mailto:h.vidal%2Bajain@exemple.fr%3Fbcc%3Dx?subject=S20%20%26%20apr%C3%A8s&body=a%0D%0Ab%3D1";
        assert_eq!(mail.uri(), uri);
        assert_eq!(mail.text(), "h.vidal+ajain@exemple.fr?bcc=x\nS20 & après\n\na\nb=1");
    }

    proptest! {
        #[test]
        fn any_text_is_filled_or_refused(template in "(?s)[{}a-z\\n]{0,40}") {
            match fill(&template, &facts()) {
                Ok(said) => prop_assert!(said.lines().count() <= template.lines().count()),
                Err(error) => prop_assert_eq!(error.id, "message-unknown"),
            }
        }

        /// Nothing of a text ends its part of the address, or begins another.
        #[test]
        fn nothing_escapes_its_part(body in any::<String>()) {
            let uri = Mail { to: "a@b.fr".into(), subject: "s".into(), body }.uri();
            prop_assert!(uri.starts_with("mailto:a@b.fr?subject=s&body="));
            let rest = &uri["mailto:a@b.fr?subject=s&body=".len()..];
            prop_assert!(rest.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~@%".contains(&b)));
        }
    }
}
