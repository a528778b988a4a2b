//! A handover as Markdown.

use super::*;

#[test]
fn a_handover_as_markdown() {
    expect![[r#"
        # Handover W49, Dr Aubert, Ajain

        W49, Médecin, from Mon 30 Nov to Sat 5 Dec.

        For Dr Roche (W51).

        Made on Mon 14 Dec 2026 at 08:30 by C. Garnier.

        Not to be used after Mon 21/12, 12:00.

        5 points, 1 urgent. 1 is still to decide.

        ## Notes of Dr Aubert (W49)

        - **Note of the week:** Semaine calme.\
          Deux visites à Lavaveix.
        - **A word for what follows:** La clé du cabinet est chez Mme Ferrand.
        - **Addendum of Dr Aubert, Mon 7 Dec, 09:00:** J'ai oublié le courrier du cardiologue. Adds point no. 14.

        ## New (2 points)

        ### Point no. 13, to watch

        - File 0377, J.L., 1971 (55 years)
        - **Kind:** awaited result
        - **Due:** Wed 16/12
        - **Relayed by:** Dr Aubert
        - **Dr Aubert, W49, new:** TSH demandée le 3/12.
        - **Followed by:** coordination (not yet taken by Dr Roche)

        ### Point no. 14, routine

        - File 0809, A.B., 2025 (1 year)
        - **Kind:** letter, referral
        - **Relayed by:** Dr Aubert
        - **Dr Aubert, W49, new:** Courrier du cardiologue à lire.
        - **Followed by:** coordination (not yet taken by Dr Roche)

        ## Handed on (1 point)

        ### Point no. 12, urgent

        - File 1243, M.D., 1948 (78 years)
        - **Kind:** clinical follow-up
        - **Due:** Tue 15/12
        - **Relayed by:** Dr Aubert ← Dr Vidal
        - **Dr Vidal, W48, new:** AVK, INR à contrôler.
        - **Dictated by Dr Aubert, entered by C. Garnier, W49, completed:** INR 4,8 le jeu. 3/12, sans saignement.
        - **Plan:** Si saignement → 15.\
          Si INR ≥ 5 → protocole du centre.
        - **Followed by:** Dr Roche

        ## To decide (1 point)

        ### Point no. 15, routine

        - About the centre
        - **Kind:** organisation
        - **Relayed by:** Dr Vidal
        - **Dr Vidal, W48, new:** Chauffage de la salle 2 en panne.
        - **Followed by:** coordination (not yet taken by Dr Roche)

        ## Finished (1 point)

        ### Point no. 11, routine

        - File 0032, P.P., 1990 (36 years)
        - **Kind:** clinical follow-up
        - **Relayed by:** Dr Aubert ← Dr Vidal
        - **Dr Vidal, W48, new:** Vaccin à faire.
        - **Dr Aubert, W49, finished:** Vaccin fait mardi.
        - **Closed:** done

        ## Signature

        - Signed “Aubert” (dictated by Dr Aubert, entered by C. Garnier), Sat 5 Dec, 12:00, fingerprint 01234567.

        ---

        Closed days: Sat 5 Dec (closed).

        Centre closed: 15 / 116 117.

        Where to write: in Relève, Briefing to answer, Handover to hand on. What is noted here by hand does not enter it by itself.

        Handover W49 signed: abreuver barrage espèce associer pointe végétal actif flatteur.

        Care document, confidential: to be destroyed when it is no longer needed.
    "#]]
    .assert_eq(&a_handover(Lang::En, Format::Md));
}
