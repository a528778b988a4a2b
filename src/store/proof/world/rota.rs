//! Who comes and who does not: stays entered, changed, called off.

use super::*;

impl World {
    /// A doctor is in one place at a time: the program would ask; here it does not happen.
    pub(super) fn is_free(&self, doctor: PersonId, seat: &Seat, except: Option<StayId>) -> bool {
        let taken =
            |s: &Seat| s.doctor == doctor && s.booked != Booked::Cancelled && s.from <= seat.to && seat.from <= s.to;
        self.model.seats.iter().all(|(id, s)| Some(*id) == except || !taken(s))
    }

    /// A new place, or one that changes.
    pub(super) fn seat(&mut self, go: &Move, id: Option<StayId>, seat: Seat) -> Result<(), Broken> {
        if seat.to < self.model.today || !self.is_free(seat.doctor, &seat, id) {
            return Ok(());
        }
        let overlaps =
            |s: &Seat| s.booked == Booked::Confirmed && s.post == seat.post && s.from <= seat.to && seat.from <= s.to;
        let taken = seat.booked == Booked::Confirmed
            && self.model.seats.iter().any(|(other, s)| Some(*other) != id && overlaps(s));
        let state = if seat.booked == Booked::Option { StayState::Option } else { StayState::Confirmed };
        // Short stays come by chance, as many as they like: their reason is told.
        let note = "remplacement".to_owned();
        let new = NewStay { note, ..NewStay::plain(seat.post, seat.doctor, seat.from, seat.to, state) };
        let act = id.map_or(StayAct::Add(new.clone()), |id| StayAct::Edit(id, new));
        self.tell(go, || {
            let who = name(seat.doctor);
            format!("{who} {} – {}, poste {} ({state:?})", seat.from.date(), seat.to.date(), seat.post)
        });
        let expect = if taken { Expect::Refused(16) } else { Expect::Saved(16) };
        if self.ask(go, Who::is(CLAIRE), act.into(), id.map(Key::Seat), &expect)? {
            let id = id.unwrap_or_else(|| StayId(self.last("stay")));
            self.keep(Who::is(CLAIRE), Key::Seat(id), Picture::Seat(seat), false);
        }
        Ok(())
    }

    pub(super) fn change_seat(
        &mut self,
        go: &Move,
        n: usize,
        which: impl Fn(Day, &Seat) -> bool,
        change: impl Fn(&mut Seat),
    ) -> Result<(), Broken> {
        let today = self.model.today;
        let found: Vec<StayId> =
            self.model.seats.iter().filter(|(_, s)| s.to >= today && which(today, s)).map(|(id, _)| *id).collect();
        if found.is_empty() {
            return Ok(());
        }
        let id = found[n % found.len()];
        let mut seat = self.model.seats[&id].clone();
        change(&mut seat);
        if seat == self.model.seats[&id] { Ok(()) } else { self.seat(go, Some(id), seat) }
    }

    pub(super) fn cancel(&mut self, go: &Move, n: usize) -> Result<(), Broken> {
        let today = self.model.today;
        let ahead = |s: &Seat| s.booked != Booked::Cancelled && s.to >= today;
        let found: Vec<StayId> = self.model.seats.iter().filter(|(_, s)| ahead(s)).map(|(id, _)| *id).collect();
        if found.is_empty() {
            return Ok(());
        }
        let id = found[n % found.len()];
        let was_there = self.model.signed.contains(&id) || self.model.taken_over.contains(&id);
        let seat = Seat { booked: Booked::Cancelled, ..self.model.seats[&id].clone() };
        self.tell(go, || format!("{} se désiste, séjour {id} du {}", name(seat.doctor), seat.from.date()));
        let act = StayAct::Cancel(id, Withdrawal::told(today, "malade"));
        let expect = if was_there { Expect::Refused(19) } else { Expect::Saved(19) };
        if self.ask(go, Who::is(CLAIRE), act.into(), Some(Key::Seat(id)), &expect)? {
            self.count("withdrawals");
            self.keep(Who::is(CLAIRE), Key::Seat(id), Picture::Seat(seat), false);
        }
        Ok(())
    }
}
