//! Signatures, and what is added after them.

use super::points::{is_lacking, tell_word};
use super::*;

impl World {
    pub(super) fn sign(&mut self, go: &Move, hand: Hand, nothing: bool) -> Result<(), Broken> {
        let Some(actor) = self.actor(hand) else { return Ok(()) };
        let Some(stay) = actor.stay else { return Ok(()) };
        let silent = self.model.is_silent(stay);
        let expect = match () {
            () if actor.signed => Expect::Refused(5),
            () if silent != nothing => Expect::Refused(9),
            () => Expect::Saved(6),
        };
        self.tell(go, || {
            let nothing = if nothing { ", rien à signaler" } else { "" };
            format!("{} signe le séjour {stay}{nothing}", name(actor.author))
        });
        let act = HandoverAct::Sign { stay, name: "Nom".into(), nothing_to_report: nothing, as_is: false };
        if self.ask(go, actor.who, act.into(), None, &expect)? {
            self.signs(actor.who, stay);
            self.count("signatures");
        }
        Ok(())
    }

    pub(super) fn signs(&mut self, who: Who, stay: StayId) {
        self.model.signed.insert(stay);
        self.model.signed_in.insert(stay, self.model.clock);
        self.undone.entry(who.person).or_default().clear();
        self.fault.after_signature(&self.stores[0], stay);
    }

    /// Rule 5: the author opens it again, on the spot or by dictation; nobody else does.
    pub(super) fn reopen(&mut self, go: &Move, hand: Hand) -> Result<(), Broken> {
        let Some(actor) = self.actor(hand) else { return Ok(()) };
        let live = self.model.live();
        let Some(stay) = actor.stay.or(live.iter().map(|(id, _)| *id).find(|id| self.model.signed.contains(id))) else {
            return Ok(());
        };
        let expect = if actor.signed { Expect::Saved(5) } else { Expect::Refused(5) };
        self.tell(go, || format!("{} rouvre le séjour {stay}", name(actor.author)));
        let act = HandoverAct::Reopen { stay, reason: "signé trop tôt".into() };
        if self.ask(go, actor.who, act.into(), None, &expect)? {
            let kept = self.model.reopen(stay);
            self.touched.extend(self.model.points.keys());
            self.undone.entry(actor.who.person).or_default().clear();
            self.count("reopened");
            *self.tally.entry("kept by others").or_default() += kept;
            self.fault.after_reopening(&self.stores[0]);
        }
        Ok(())
    }

    pub(super) fn addendum(&mut self, go: &Move, hand: Hand, says: Option<Says>) -> Result<(), Broken> {
        let Some(actor) = self.actor(hand) else { return Ok(()) };
        // The team adds to what was signed last.
        let confirmed = |id: &&StayId| self.model.seats[*id].booked == Booked::Confirmed;
        let Some(stay) = actor.stay.or(self.model.signed.iter().rfind(confirmed).copied()) else {
            return Ok(());
        };
        let point = says.map(|says| self.first_word(says, Actor { stay: None, ..actor }));
        let lacking = says.is_some_and(is_lacking);
        let expect = match () {
            // Also while it is open again.
            () if !self.model.signed_in.contains_key(&stay) => Expect::Refused(5),
            () if lacking => Expect::Refused(10),
            () => Expect::Saved(5),
        };
        self.tell(go, || {
            let point = point.as_ref().map(|(_, w, _)| tell_word(w)).unwrap_or_default();
            format!("{} ajoute au séjour {stay} {point}", name(actor.author))
        });
        let item = point.as_ref().map(|(item, word, _)| (item.clone(), word.clone()));
        let act = HandoverAct::Addendum { stay, text: "Un ajout.".into(), item };
        if self.ask(go, actor.who, act.into(), None, &expect)? {
            self.count("addenda");
            self.undone.entry(actor.who.person).or_default().clear();
            if let Some((_, _, mut point)) = point {
                point.said[0].added = true;
                point.id = ItemId(self.last("item"));
                let key = Key::Point(point.id);
                self.keep(actor.who, key, Picture::Point(point), true);
            }
        }
        Ok(())
    }
}
