//! A briefing as a page to print.

use super::*;

#[test]
#[expect(clippy::too_many_lines, reason = "the document is shown whole")]
fn a_briefing_as_a_page_to_print() {
    let page = a_briefing(Lang::Fr, Format::Html);
    let (head, body) = page.split_once("<body>").unwrap();
    assert!(head.contains("<html lang=\"fr\">") && head.contains("size: A4") && head.contains("break-inside: avoid"));
    // On each printed page: which sheet, which page of how many, until when, signed by whom.
    for furniture in
        ["\"Briefing S51, Dr Roche, Ajain\"", "counter(page) \"/\" counter(pages)", "12\u{a0}h.\" \"\\A \" \"Transm"]
    {
        assert!(head.contains(furniture), "{furniture}: {head}");
    }
    let no_fetch = ["http://", "https://", "src=", "url(", "<script", "<link"];
    assert!(no_fetch.iter().all(|part| !page.contains(part)), "the page needs nothing but itself");
    let readable = body.replace("><", ">\n<");
    expect![[r#"
        <header>
        <h1>Briefing S51, Dr Roche, Ajain</h1>
        <p>Bonjour Dr Roche. S51, du lun. 14 au sam. 19 déc. Vous prenez la suite de l'équipe (S50 sans médecin) et du Dr Aubert (S49).</p>
        <p>Fait le lun. 14 déc. 2026 à 08:30 par C. Garnier.</p>
        <p class="validity">
        <strong>Ne plus utiliser après lun. 21/12, 12 h.</strong>
        </p>
        <p>4 points, dont 1 urgent. 3 attendent votre réponse. Lecture : environ 1 min.</p>
        </header>
        <main>
        <section>
        <h2>Urgent (1 point)</h2>
        <article class="point urgent">
        <h3>
        <span aria-hidden="true">▲ </span>Point n° 12, urgent</h3>
        <p class="fact">Dossier 1243, M.D., 1948 (78 ans)</p>
        <p class="fact">
        <strong>Nature :</strong> suivi clinique</p>
        <p class="fact">
        <strong>Pour le :</strong> mar. 15/12</p>
        <p class="fact">
        <strong>Relais :</strong> Dr Aubert ← Dr Vidal</p>
        <p class="fact">
        <strong>Dr Vidal, S48, nouveau :</strong> AVK, INR à contrôler.</p>
        <p class="fact">
        <strong>Dicté par Dr Aubert, saisi par C. Garnier, S49, complété :</strong> INR 4,8 le jeu. 3/12, sans saignement.</p>
        <p class="fact">
        <strong>Conduite à tenir :</strong> Si saignement → 15.
        Si INR ≥ 5 → protocole du centre.</p>
        <p class="fact">
        <strong>Suivi par :</strong> Dr Roche</p>
        <p class="fact">
        <strong>Réponse, Dr Roche, lun. 14 déc., 08:00, pris :</strong> Je rappelle le labo à 9 h.</p>
        </article>
        </section>
        <section>
        <h2>Résultats (1 point)</h2>
        <article class="point watch">
        <h3>
        <span aria-hidden="true">● </span>Point n° 13, à surveiller</h3>
        <p class="fact">Dossier 0377, J.L., 1971 (55 ans)</p>
        <p class="fact">
        <strong>Nature :</strong> résultat attendu</p>
        <p class="fact">
        <strong>Pour le :</strong> mer. 16/12</p>
        <p class="fact">
        <strong>Relais :</strong> Dr Aubert</p>
        <p class="fact">
        <strong>Dr Aubert, S49, nouveau :</strong> TSH demandée le 3/12.</p>
        <p class="fact">
        <strong>Suivi par :</strong> coordination (pas encore pris par Dr Roche)</p>
        <p class="fact">Réponse attendue : lu, pris, question ou renvoyé à l'équipe.</p>
        </article>
        </section>
        <section>
        <h2>Plus tard (2 points)</h2>
        <article class="point routine">
        <h3>
        <span aria-hidden="true">○ </span>Point n° 14, courant</h3>
        <p class="fact">Dossier 0809, A.B., 2025 (1 an)</p>
        <p class="fact">
        <strong>Nature :</strong> courrier, orientation</p>
        <p class="fact">
        <strong>Relais :</strong> Dr Aubert</p>
        <p class="fact">
        <strong>Dr Aubert, S49, nouveau :</strong> Courrier du cardiologue à lire.</p>
        <p class="fact">
        <strong>Suivi par :</strong> coordination (pas encore pris par Dr Roche)</p>
        <p class="fact">Réponse attendue : lu, pris, question ou renvoyé à l'équipe.</p>
        </article>
        <article class="point routine">
        <h3>
        <span aria-hidden="true">○ </span>Point n° 15, courant</h3>
        <p class="fact">À propos du centre</p>
        <p class="fact">
        <strong>Nature :</strong> organisation</p>
        <p class="fact">
        <strong>Relais :</strong> Dr Vidal</p>
        <p class="fact">
        <strong>Dr Vidal, S48, nouveau :</strong> Chauffage de la salle 2 en panne.</p>
        <p class="fact">
        <strong>Suivi par :</strong> coordination (pas encore pris par Dr Roche)</p>
        <p class="fact">Reçu d'une transmission non signée.</p>
        <p class="fact">Réponse attendue : lu, pris, question ou renvoyé à l'équipe.</p>
        </article>
        </section>
        <section>
        <h2>Notes du Dr Aubert (S49)</h2>
        <p class="fact">
        <strong>Note de la semaine :</strong> Semaine calme.
        Deux visites à Lavaveix.</p>
        <p class="fact">
        <strong>Mot pour la suite :</strong> La clé du cabinet est chez Mme Ferrand.</p>
        <p class="fact">
        <strong>Ajout, Dr Aubert, lun. 7 déc., 09:00 :</strong> J'ai oublié le courrier du cardiologue. Ajoute le point n° 14.</p>
        </section>
        </main>
        <footer>
        <p>Jours fermés : sam. 19 déc. (fermé).</p>
        <p>Centre fermé : 15 / 116 117.</p>
        <p>Où écrire : dans Relève, Briefing pour répondre, Transmission pour transmettre. Ce qui est noté à la main ici n'y entre pas seul.</p>
        <p>Transmission S49 signée : abreuver barrage espèce associer pointe végétal actif flatteur.</p>
        <p>Document de soin, confidentiel : à détruire quand il ne sert plus.</p>
        </footer>
        </body>
        </html>
    "#]].assert_eq(&readable);
}
