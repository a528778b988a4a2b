//! Every kind of chart is one well-formed picture, says what it shows, and lets nothing through.

use quick_xml::Reader;
use quick_xml::events::Event;
use rstest::rstest;

use super::svg;
use crate::domain::chart::Body;
use crate::domain::indicators::ChartCode;
use crate::exchange::figures::Leaving;
use crate::exchange::figures::testing::{self, NAME, with};
use crate::words::{Lang, Words};

/// The text of each element of that name; an error where the picture is not well formed.
fn texts(svg: &str, name: &str) -> Vec<String> {
    let mut reader = Reader::from_str(svg);
    reader.config_mut().check_end_names = true;
    let (mut depth, mut open, mut out) = (0, None, Vec::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(e) => {
                depth += 1;
                assert!(e.attributes().all(|a| a.is_ok()), "{e:?}");
                if e.name().as_ref() == name {
                    open = Some(depth);
                    out.push(String::new());
                }
            }
            Event::End(_) => {
                open = open.filter(|at| *at != depth);
                depth -= 1;
            }
            Event::Text(t) if open.is_some() => out.last_mut().unwrap().push_str(&t),
            Event::GeneralRef(r) if open.is_some() => {
                out.last_mut().unwrap().extend(["&", &*r, ";"]);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0);
    out
}

#[rstest]
#[case(ChartCode::Consultations, "Consultations par semaine", &["S45", "73", "jour férié", "sans médecin", "Programmées"])]
#[case(ChartCode::Panel, "Patientèle MT et ALD", &["890", "publié", "Patientèle MT", "900"])]
#[case(ChartCode::Access, "Jours avant le 3e rendez-vous libre", &["∞", "objectif 10", "9"])]
#[case(ChartCode::Coverage, "Couverture, semaine par semaine", &["assurée", "en partie", "lun."])]
#[case(ChartCode::Profile, "Statuts et âges des médecins", &["3 sur 9 · 33,3 %"])]
#[case(ChartCode::Origin, "D'où viennent les médecins", &["63 Puy-de-Dôme", "La Réunion", "9 séjours", "le centre"])]
fn each_kind_says_what_it_shows(#[case] code: ChartCode, #[case] title: &str, #[case] said: &[&str]) {
    let svg = with(Lang::Fr, |leaving| svg(leaving, code)).unwrap();
    let all = texts(&svg, "text").join("\n").replace(['\u{a0}', '\u{202f}'], " ").replace("&#39;", "'");
    for said in [&[title], said].concat() {
        assert!(all.contains(said), "{said} in {all}");
    }
    assert!(texts(&svg, "title")[0].replace("&#39;", "'").starts_with(title));
    let described = texts(&svg, "desc")[0].replace(['\u{a0}', '\u{202f}'], " ");
    assert!(described.contains("2026") && described.len() > 100, "{described}");
    assert!(svg.contains("viewBox=\"0 0 960 540\"") && !svg.contains("NaN") && !svg.contains("inf\""), "{svg}");
}

#[test]
fn what_comes_from_the_centre_is_escaped() {
    for code in ChartCode::ALL {
        let Some(svg) = with(Lang::Fr, |leaving| svg(leaving, code)) else { continue };
        assert!(!svg.contains("<b>") && !svg.contains("<script"), "{svg}");
        assert!(texts(&svg, "title")[0].contains("&lt;b&gt;&amp;&quot;Ajain&quot;") && NAME.contains("<b>"));
    }
}

#[test]
fn a_few_patients_are_not_drawn() {
    let svg = with(Lang::Fr, |leaving| svg(leaving, ChartCode::Panel)).unwrap();
    let described = &texts(&svg, "desc")[0];
    assert!(described.contains("170") && !described.contains("dont ALD 3"), "{described}");
    // Two lines: of the second, one point is left.
    assert_eq!(svg.matches("<circle").count() - 1, 2, "and the dot of a pattern");
    assert!(svg.contains("ne sont pas montrés"));
}

#[test]
fn a_line_stops_where_nobody_had_a_free_appointment() {
    let svg = with(Lang::Fr, |leaving| svg(leaving, ChartCode::Access)).unwrap();
    // Two points with an "∞" between them are not joined.
    let path = svg.split("<path d=\"").find(|p| p.contains("stroke-linejoin")).unwrap();
    assert_eq!(path.split('"').next().unwrap().matches('M').count(), 2, "{path}");
}

#[test]
fn a_period_of_nothing_says_so() {
    let mut statistics = testing::statistics();
    statistics.charts.retain(|c| c.code == ChartCode::Origin);
    let Body::Map(map) = &mut statistics.charts[0].body else { panic!() };
    map.departments.clear();
    let (words, centre) = (Words::new(Lang::Fr), testing::centre("Ajain"));
    let leaving = Leaving::new(&statistics, &centre, None, testing::today(), &words);
    let drawn = svg(&leaving, ChartCode::Origin).unwrap();
    assert!(texts(&drawn, "text").contains(&"Rien à dessiner pour cette période.".to_owned()));
    assert!(texts(&drawn, "desc")[0].contains("Rien à dessiner"));
    assert_eq!(svg(&leaving, ChartCode::Panel), None, "a post has no such chart");
}
