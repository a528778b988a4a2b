//! What holds for every sheet on paper, asked of the layout as data; and that the file itself is one.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::Print;
use super::draw::{About, pdf};
use super::letters::{Face, Letters, UNKNOWN, Weight};
use super::pages::{EDGE, Layout, Part, SIDE, laid_out};
use super::rows::{BODY, Role};
use super::typography::typeset;
use crate::domain::leaflet::Paper;
use crate::domain::{Day, Gravity, Stamp};
use crate::exchange::sheet::said::{Block, Cell, Column, Fact, FactKind, Said, SaidPoint, Table};

fn fact(kind: FactKind, label: Option<&str>, text: &str) -> Fact {
    Fact { kind, label: label.map(Into::into), text: text.into() }
}

fn point(number: usize, gravity: Gravity, texts: &[String]) -> SaidPoint {
    let marks = [
        fact(FactKind::Mark, None, "Dossier 1243, M.D., 1948 (78 ans)"),
        fact(FactKind::Mark, Some("Pour le"), "mar. 15/12"),
    ];
    let words = texts.iter().map(|t| fact(FactKind::Words, Some("Dr Vidal, S48, nouveau"), t));
    SaidPoint {
        gravity,
        closed: false,
        title: format!("Point n° {number}, urgent"),
        facts: marks.into_iter().chain(words).collect(),
    }
}

fn said(points: Vec<SaidPoint>) -> Said {
    Said {
        lang: "fr",
        title: "Briefing S51, Dr Roche, Ajain".into(),
        lead: vec!["Bonjour Dr Roche.".into(), "Ne plus utiliser après lun. 21/12, 12 h.".into()],
        blocks: vec![Block {
            title: "Urgent".into(),
            lines: vec![fact(FactKind::Words, None, "Une ligne.")],
            points,
            ..Block::default()
        }],
        foot: vec!["Centre fermé : 15 / 116 117.".into()],
        validity: "Ne plus utiliser après lun. 21/12, 12 h.".into(),
        seal: "Transmission S49 signée : abreuver barrage espèce associer pointe végétal actif flatteur.".into(),
        made: "Fait le lun. 14 déc. 2026 à 08:30 par C. Garnier.".into(),
        page: "page".into(),
        continued: "suite".into(),
        by_hand: Some("À la main".into()),
        colon: "\u{a0}:".into(),
    }
}

fn layout(said: &Said) -> Layout {
    laid_out(said, &Letters::new(), Print::HAND)
}

/// Letters and figures alone: spaces and signs are the typographer's.
fn count(texts: impl Iterator<Item = String>) -> BTreeMap<char, usize> {
    let mut letters = BTreeMap::new();
    texts.for_each(|t| t.chars().filter(|c| c.is_alphanumeric()).for_each(|c| *letters.entry(c).or_default() += 1));
    letters
}

fn everything(said: &Said) -> Vec<String> {
    let letters = Letters::new();
    let facts = |facts: &[Fact]| -> Vec<String> {
        facts.iter().flat_map(|f| [f.label.clone().unwrap_or_default(), f.text.clone()]).collect()
    };
    let mut all = vec![said.title.clone()];
    all.extend(said.lead.iter().chain(&said.foot).cloned());
    for block in &said.blocks {
        all.push(block.title.clone());
        all.extend(facts(&block.lines));
        if let Some(table) = &block.table {
            all.extend(table.columns.iter().map(|column| column.head.clone()));
            all.extend(table.rows.iter().flatten().map(|cell| cell.text.clone()));
        }
        for point in &block.points {
            all.push(point.title.clone());
            all.extend(facts(&point.facts));
        }
    }
    all.iter().map(|text| letters.drawable(&typeset(text, said.lang))).collect()
}

/// What must hold of every layout.
fn check(said: &Said) {
    let layout = layout(said);
    let body = layout.pages.iter().flat_map(|p| &p.placed).filter(|p| p.part != Part::Furniture);
    let placed: Vec<String> = body.map(|p| p.text.clone()).collect();
    assert_eq!(count(placed.into_iter()), count(everything(said).into_iter()), "every word is placed exactly once");
    for (number, page) in layout.pages.iter().enumerate() {
        for placed in &page.placed {
            assert!(placed.x >= SIDE - 0.01 && placed.x + placed.width <= layout.paper.0 - SIDE + 0.01, "{placed:?}");
            assert!(placed.baseline - placed.size >= EDGE - 0.01, "{placed:?}");
            assert!(placed.baseline <= layout.paper.1 - EDGE + 0.01, "{placed:?}");
            assert!(placed.part == Part::Furniture || placed.size >= 10.5, "too small to be read: {placed:?}");
        }
        for (at, a) in page.placed.iter().enumerate() {
            for b in &page.placed[at + 1..] {
                let apart_x = a.x + a.width <= b.x + 0.05 || b.x + b.width <= a.x + 0.05;
                // Letters reach 0.95 of their size above the line and a quarter below it.
                let (high, low) = if a.baseline <= b.baseline { (a, b) } else { (b, a) };
                let apart_y = high.baseline + high.size * 0.25 <= low.baseline - low.size * 0.95;
                assert!(apart_x || apart_y || a.width == 0.0 || b.width == 0.0, "page {number}: {a:?} over {b:?}");
            }
        }
        for rule in &page.rules {
            for (x, y) in [rule.from, rule.to] {
                assert!((SIDE - 0.01..=layout.paper.0 - SIDE + 0.01).contains(&x), "{rule:?}");
                assert!((EDGE..=layout.paper.1 - EDGE).contains(&y), "{rule:?}");
            }
        }
        let last = page.placed.iter().rev().find(|p| p.part != Part::Furniture);
        let role = last.map(|p| match p.part {
            Part::Paragraph(paragraph) => layout.paragraphs[paragraph].role,
            Part::Furniture => Role::Text,
        });
        let heading = matches!(role, Some(Role::Section | Role::Point));
        assert!(!heading || number + 1 == layout.pages.len(), "page {number} ends with a heading");
        let furniture: String =
            page.placed.iter().filter(|p| p.part == Part::Furniture).map(|p| p.text.as_str()).collect();
        for said in ["Briefing S51, Dr", "Garnier", "21/12", "abreuver", "flatteur"] {
            assert!(furniture.contains(said), "page {number}: {furniture}");
        }
        assert!(furniture.contains(&format!("page {}/{}", number + 1, layout.pages.len())));
    }
}

#[test]
fn a_sheet_of_one_point_is_one_page_with_room_for_the_hand() {
    let said = said(vec![point(12, Gravity::Urgent, &["AVK, INR à contrôler.".into()])]);
    check(&said);
    let layout = layout(&said);
    assert_eq!(layout.pages.len(), 1);
    let placed = &layout.pages[0].placed;
    assert!(placed.iter().any(|p| p.text.contains("À la main")));
    assert!(layout.pages[0].rules.iter().filter(|r| r.dotted).count() > 5, "lines to write on");
}

#[test]
fn three_hundred_points_fill_pages_that_hold_together() {
    let texts = ["INR 4,8 le jeu. 3/12, sans saignement.\nSi INR ≥ 5 → protocole du centre.".to_owned()];
    let said = said((0..300).map(|n| point(n, Gravity::Watch, &texts)).collect());
    check(&said);
    assert!(layout(&said).pages.len() > 20);
}

#[test]
fn a_point_longer_than_a_page_goes_on_under_its_name() {
    let said = said(vec![point(12, Gravity::Urgent, &["saignement ".repeat(1200)])]);
    check(&said);
    let layout = layout(&said);
    assert!(layout.pages.len() > 1);
    let again = |p: &&super::pages::Page| p.placed.iter().any(|p| p.text.contains("n°\u{a0}12, urgent (suite)"));
    assert_eq!(
        layout.pages.iter().skip(1).filter(again).count(),
        layout.pages.iter().skip(1).filter(|p| p.placed.iter().any(|p| p.text.contains("saignement"))).count()
    );
}

/// Rows of a short cell, one of two lines that stands out, an empty one and a long one.
fn table(rows: usize, whole: bool) -> Said {
    let column = |head: &str, share| Column { head: head.into(), share };
    let columns = vec![column("Semaine", 2), column("Poste 1", 4), column("Poste 2", 4), column("À savoir", 4)];
    let row = |n| {
        let long = "vacances de printemps ".repeat(n % 4);
        vec![Cell::plain(format!("S{n}")), Cell::strong("○ VACANTE\nà pourvoir"), Cell::default(), Cell::plain(long)]
    };
    let table = Table { columns, rows: (0..rows).map(row).collect(), whole };
    let block = Block { title: "Premier semestre".into(), table: Some(table), ..Block::default() };
    Said { blocks: vec![block], ..said(Vec::new()) }
}

#[test]
fn the_cells_of_a_row_begin_at_one_height_each_in_its_column() {
    let said = table(3, true);
    check(&said);
    let layout = layout(&said);
    let find = |text: &str| layout.pages[0].placed.iter().find(|p| p.text.starts_with(text)).unwrap().clone();
    let [first, second, third] = ["S1", "S2", "vacances"].map(find);
    let vacant: Vec<_> = layout.pages[0].placed.iter().filter(|p| p.text.starts_with('○')).collect();
    assert!((vacant[1].baseline - first.baseline).abs() + (vacant[2].baseline - second.baseline).abs() < 0.01);
    assert!((third.baseline - first.baseline).abs() < 0.01, "beside an empty cell");
    assert_eq!(vacant[1].weight, Weight::Bold);
    assert!(vacant[1].x > first.x && third.x > vacant[1].x);
}

#[test]
fn a_table_that_goes_on_says_again_what_stands_over_its_columns() {
    let said = table(120, false);
    check(&said);
    let layout = layout(&said);
    assert!(layout.pages.len() > 3);
    for page in &layout.pages[..3] {
        let heads = page.placed.iter().filter(|p| p.text.starts_with("Semaine") || p.text.starts_with("À savoir"));
        assert_eq!(heads.count(), 2);
    }
    // Where it is to stay whole and a page holds it, it moves to the next.
    let mut said = table(20, true);
    said.lead.extend((0..20).map(|n| format!("Ligne {n}.")));
    check(&said);
    let two = self::layout(&said);
    let on = |page: usize| two.pages[page].placed.iter().any(|p| p.text.starts_with("S19"));
    assert!(two.pages.len() == 2 && on(1) && !on(0));
}

#[test]
fn a_table_is_one_to_who_hears_the_file() {
    let bytes = file(&table(3, true));
    for part in ["/Table", "/TR", "/TH", "/TD", "/Column"] {
        assert!(times(&bytes, part) > 0, "{part}");
    }
}

#[test]
fn a_larger_paper_holds_more_and_letters_grow_as_long_as_one_page_does() {
    let said = table(40, true);
    let on = |paper, largest| laid_out(&said, &Letters::new(), Print { paper, largest });
    let (a4, a3) = (on(Paper::A4, 1.0), on(Paper::A3, 1.0));
    assert!(a4.pages.len() > a3.pages.len());
    assert!((a3.paper.0 / a4.paper.0 - 2.0_f32.sqrt()).abs() < 0.001);
    let short = self::said(Vec::new());
    let title = |said: &Said, largest| {
        let layout = laid_out(said, &Letters::new(), Print { paper: Paper::A4, largest });
        (layout.pages.len(), layout.pages[0].placed[0].size)
    };
    assert_eq!(title(&short, 1.6), (1, 18.0 * 1.6));
    let mut longer = self::said(Vec::new());
    longer.lead.extend((0..25).map(|n| format!("Ligne {n}.")));
    let (pages, size) = title(&longer, 1.6);
    assert!(pages == 1 && size > 18.0 && size < 18.0 * 1.6, "{pages} {size}");
}

#[test]
fn gravity_is_a_glyph_and_a_bar_of_its_own_thickness() {
    let bar = |gravity| {
        let layout = layout(&said(vec![point(1, gravity, &[])]));
        let page = &layout.pages[0];
        let bar = page.rules.iter().find(|r| (r.from.0 - r.to.0).abs() < 0.01).unwrap();
        let glyph = page.placed.iter().find(|p| p.text.contains("Point")).unwrap().text.chars().next().unwrap();
        (glyph, bar.thickness.to_string(), bar.dotted)
    };
    assert_eq!(bar(Gravity::Urgent), ('▲', "5".into(), false));
    assert_eq!(bar(Gravity::Watch), ('●', "2".into(), false));
    assert_eq!(bar(Gravity::Routine), ('○', "0.75".into(), true));
}

#[test]
fn the_letters_of_french_and_of_medicine_have_their_glyphs() {
    let letters = Letters::new();
    let needed = "ÀÂÇÉÈÊËÎÏÔŒÙÛÜàâæçéèêëîïôœùûüÿ«»’–—…\u{a0}\u{202f}°²³µ±×≤≥≠≈→←↑↓▲●○✓□½€%αβγΔ₂";
    for weight in [Weight::Regular, Weight::Bold] {
        for c in needed.chars() {
            let own = letters.drawable(&c.to_string());
            assert!(!own.contains(UNKNOWN) || c == UNKNOWN, "{c}");
            assert!(own.chars().all(|c| letters.letter(c, weight).is_some_and(|l| l.advance > 0.0)), "{c}");
        }
    }
    assert_eq!(letters.drawable("ﬁèvre 👩‍⚕️ 😀 e\u{301}"), "fièvre □ □ é");
    assert!(Face::ALL.iter().map(|f| f.bytes().len()).sum::<usize>() < 800_000);
}

fn file(said: &Said) -> Vec<u8> {
    let letters = Letters::new();
    let made = Stamp::at(Day::ymd(2026, 12, 14).unwrap(), 510);
    let about = About { title: &said.title, lang: said.lang, author: "C. Garnier", made };
    pdf(&laid_out(said, &letters, Print::HAND), &letters, &about).unwrap()
}

fn times(bytes: &[u8], part: &str) -> usize {
    bytes.windows(part.len()).filter(|w| *w == part.as_bytes()).count()
}

#[test]
fn the_file_has_its_pages_fonts_language_headings_and_bookmarks() {
    let said = said((0..12).map(|n| point(n, Gravity::Urgent, &["→ œdème, 😀".into()])).collect());
    let bytes = file(&said);
    assert!(bytes.starts_with(b"%PDF-1.7") && bytes.trim_ascii_end().ends_with(b"%%EOF"));
    assert_eq!(times(&bytes, "/Type/Page/") + times(&bytes, "/Type /Page\n"), layout(&said).pages.len());
    assert_eq!(times(&bytes, "/FontFile2"), 3, "embedded");
    assert_eq!(times(&bytes, "/ToUnicode"), 3, "its text can be searched and copied");
    for part in ["(fr)", "/Outlines", "/StructTreeRoot", "/H1", "/H2", "/H3", "pdfuaid"] {
        assert!(times(&bytes, part) > 0, "{part}");
    }
    for active in ["/JavaScript", "/JS", "/URI", "/Launch", "/EmbeddedFile"] {
        assert_eq!(times(&bytes, active), 0, "{active}");
    }
}

#[test]
fn the_same_sheet_is_the_same_file() {
    let said = said(vec![point(12, Gravity::Urgent, &["AVK".into()])]);
    assert_eq!(file(&said), file(&said));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn whatever_a_sheet_says_it_is_placed_once_inside_the_margins_and_over_nothing(
        points in proptest::collection::vec(
            (0..3_usize, proptest::collection::vec("[a-zéœÉ0-9 ,.:;\n→]{0,300}|[a-z]{0,400}|\\PC{0,60}", 0..4)),
            0..12,
        ),
    ) {
        let gravities = [Gravity::Urgent, Gravity::Watch, Gravity::Routine];
        let points = points.iter().enumerate().map(|(n, (g, texts))| point(n, gravities[*g], texts)).collect();
        check(&said(points));
    }

    #[test]
    fn whatever_is_typed_makes_a_file(text in "\\PC{0,60}") {
        let text = crate::domain::draft::text::note(&text);
        prop_assert!(file(&said(vec![point(1, Gravity::Watch, &[text])])).starts_with(b"%PDF"));
    }
}

#[test]
fn the_text_of_a_sheet_is_of_a_size_that_can_be_read() {
    const { assert!(BODY >= 10.5) };
}
