//! A new centre: its own facts, and its posts by name.

use super::centre::{self, CentreForm};
use super::parts::{get, plain};
use super::{Form, Spec};
use crate::domain::Msg;
use crate::domain::draft::text;
use crate::domain::rights::Right;
use crate::protocol::{DraftKey, Raw};
use crate::ui::ask::SetUpPart;
use crate::ui::widget::form::{Field, Reading};
use crate::ui::{Ask, Cx};

/// More posts than any centre has; more is a slip of the keyboard.
const MOST: usize = 8;

/// A new centre: its own facts, and its posts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetUpCentreForm;

impl Form for SetUpCentreForm {
    fn right(&self) -> Right {
        Right::Own
    }

    fn spec(&self, cx: &Cx) -> Spec {
        let mut spec = CentreForm(cx.frame.kept_centre()).spec(cx);
        spec.title = cx.t("start-centre-title");
        spec.intro = vec![plain(cx.t("start-centre-intro"))];
        // Few facts are enough to begin with; every delay is the usual one until somebody wants it otherwise.
        let usual = ["zone", "slot", "lock", "guide", "journal", "result_days", "before", "after"];
        spec.fields.retain(|field| !usual.contains(&field.name));
        spec.fields.insert(4, Field::line("posts", "start-field-posts"));
        spec.raw.insert("posts".to_owned(), cx.t("start-one-post"));
        spec.raw.insert("opened".to_owned(), String::new());
        spec
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        let posts = reading.take("posts", posts(get(raw, "posts")));
        if let Some(posts) = &posts {
            reading.understood("posts", cx.words.say(&Msg::new("start-posts-count").with("count", posts.len())));
        }
        if let (Some(centre), Some(posts)) = (centre::facts(&mut reading, raw, cx), posts) {
            reading.ask = Some(Ask::SetUp(SetUpPart::Centre(centre, posts)));
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        None
    }

    fn footer(&self, _held: bool) -> Option<&'static str> {
        Some("forms-footer-set-up")
    }
}

/// Reads `Médecin` or `Poste 1, Poste 2`.
fn posts(typed: &str) -> Result<Vec<String>, Msg> {
    let names: Vec<String> = typed.split([',', ';']).map(|part| text::checked(part, 40)).collect::<Result<_, _>>()?;
    let names: Vec<String> = names.into_iter().filter(|name| !name.is_empty()).collect();
    let twice =
        names.iter().enumerate().any(|(n, name)| names[..n].iter().any(|other| text::key(other) == text::key(name)));
    if names.is_empty() || names.len() > MOST || twice { Err(Msg::new("start-posts")) } else { Ok(names) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn posts_are_named_once_each() {
        assert_eq!(posts(" Poste 1 ; Poste 2,"), Ok(vec!["Poste 1".to_owned(), "Poste 2".to_owned()]));
        assert!(posts(" , ").is_err());
        assert!(posts("Médecin, medecin").is_err());
        assert!(posts("a,b,c,d,e,f,g,h,i").is_err());
    }
}
