//! Electronic addresses: enough shape to catch a slip, no more.

use super::super::Msg;

/// Reads `prenom.nom@exemple.fr`.
///
/// # Errors
/// Anything without one `@`, with blanks, or whose domain has no dot.
pub fn email(text: &str) -> Result<String, Msg> {
    let typed = super::text::line(text);
    let blank = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>' | '"');
    let good = typed.split_once('@').is_some_and(|(user, domain)| {
        let labels: Vec<&str> = domain.split('.').collect();
        !user.is_empty()
            && !domain.contains('@')
            && labels.len() >= 2
            && labels.iter().all(|label| !label.is_empty())
            && typed.chars().count() <= 254
            && !typed.contains(blank)
    });
    if good { Ok(typed) } else { Err(Msg::new("draft-email")) }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(" h.vidal@exemple.fr ", true)]
    #[case("a+b@sante.exemple.fr", true)]
    #[case("h.vidal@exemple", false)]
    #[case("h.vidal@exemple.", false)]
    #[case("h vidal@exemple.fr", false)]
    #[case("@exemple.fr", false)]
    #[case("a@b@exemple.fr", false)]
    #[case("a@exemple.fr, b@exemple.fr", false)]
    #[case("", false)]
    fn one_address(#[case] typed: &str, #[case] good: bool) {
        assert_eq!(email(typed), if good { Ok(typed.trim().to_owned()) } else { Err(Msg::new("draft-email")) });
    }
}
