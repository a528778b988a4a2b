//! What is a doctor's own: the agenda and the days of their post, and their own sheets.

use std::collections::BTreeSet;

use super::super::act::{Act, AgendaAct, HandoverAct, ItemAct};
use super::super::briefing::Reader;
use super::super::{Day, EntryId, Msg, NoteKind, People, Person, PostId, RelayId, Role, Rota, StayId};

/// The posts whose agenda and days are somebody's to write: of a doctor those of the stays for which their account is
/// open, else that of the stay which is next or was last; of anybody else every one, which is said by nothing.
#[must_use]
pub fn own_posts(person: &Person, rota: &Rota, today: Day) -> Option<BTreeSet<PostId>> {
    if person.role != Role::Doctor {
        return None;
    }
    let open = rota.confirmed_of(person.id).filter(|stay| rota.around.covers(stay, today));
    Some(open.chain(rota.stay_of(person.id, today)).map(|stay| stay.post).collect())
}

/// Whether somebody may write on a post; what has no post is the whole centre's.
#[must_use]
pub fn is_own(own: Option<&BTreeSet<PostId>>, post: Option<PostId>) -> bool {
    own.zip(post).is_none_or(|(own, post)| own.contains(&post))
}

/// The posts an act writes on: those of what is there already are told by whoever can read it.
pub fn posts_of(
    act: &Act,
    entry: impl Fn(EntryId) -> Option<PostId>,
    stay: impl Fn(StayId) -> Option<PostId>,
) -> BTreeSet<PostId> {
    posts_of_one(act, &entry, &stay)
}

fn posts_of_one(
    act: &Act,
    entry: &dyn Fn(EntryId) -> Option<PostId>,
    stay: &dyn Fn(StayId) -> Option<PostId>,
) -> BTreeSet<PostId> {
    match act {
        Act::Together(together) => together.acts.iter().flat_map(|act| posts_of_one(act, entry, stay)).collect(),
        Act::Agenda(act) => match act {
            AgendaAct::Add(new, _) => new.post.into_iter().collect(),
            AgendaAct::Edit(id, new, _) => new.post.into_iter().chain(entry(*id)).collect(),
            AgendaAct::Remove(id) => entry(*id).into_iter().collect(),
            AgendaAct::HalfDays(which, _) => which.iter().map(|(post, ..)| *post).collect(),
            AgendaAct::Close { stay: of, .. } => stay(*of).into_iter().collect(),
        },
        Act::ImportAgenda(lines) => lines.iter().filter_map(|line| line.what.as_ref()?.post).collect(),
        _ => BTreeSet::new(),
    }
}

/// Whether an act puts a text in the place of one that was said of a patient, so that only who reads it may; of a word,
/// which.
#[must_use]
pub fn replaces(act: &Act) -> Option<Replaced> {
    match act {
        Act::Together(together) => together.acts.iter().find_map(replaces),
        Act::Item(ItemAct::Amend(word, _)) => Some(Replaced::Word(*word)),
        Act::Handover(HandoverAct::Note(_, NoteKind::Week | NoteKind::Next | NoteKind::Oral, _)) => {
            Some(Replaced::Note)
        }
        _ => None,
    }
}

/// A text that another takes the place of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replaced {
    /// Its author reads it whatever the centre keeps.
    Word(RelayId),
    Note,
}

/// Says who can write over a text that is kept from somebody.
#[must_use]
pub fn not_read(people: &People, today: Day) -> Msg {
    super::named("rights-words", [Role::Coordination, Role::Nurse].into_iter(), people, today)
}

/// Says who can write on a post that is not a doctor's own.
#[must_use]
pub fn not_own(people: &People, today: Day) -> Msg {
    super::named("rights-own-post", Role::TEAM.into_iter(), people, today)
}

/// Whether a sheet of points is somebody's to take out: of a doctor their own briefing, and what their own stay hands
/// over; of no stay, nothing.
#[must_use]
pub fn own_sheet(person: &Person, of: Option<Reader>, rota: &Rota) -> bool {
    person.role != Role::Doctor
        || match of {
            Some(Reader::Stay(stay)) => rota.stay(stay).is_some_and(|stay| stay.doctor == person.id),
            Some(Reader::Team(_)) | None => false,
        }
}

/// Says who can take out a sheet that is not a doctor's own.
#[must_use]
pub fn not_own_sheet(people: &People, today: Day) -> Msg {
    super::named("rights-own-sheet", Role::TEAM.into_iter(), people, today)
}

#[cfg(test)]
mod tests {
    use super::super::super::act::AgendaAct;
    use super::super::super::agenda::HalfDayKind;
    use super::super::super::fixture::{CLAIRE, monday, rota, stay};
    use super::super::super::{HalfDay, PersonId};
    use super::*;

    const ONE: PostId = PostId(1);
    const TWO: PostId = PostId(2);

    /// Doctor 1 is on post 1 in S48 and on post 2 in S51; doctor 2 on post 2 in S48; doctor 3 nowhere.
    fn two_posts() -> Rota {
        rota(2, vec![stay(48, 1, 1, 48), stay(51, 2, 1, 51), stay(49, 2, 2, 48)])
    }

    #[test]
    fn a_doctor_writes_on_the_post_of_the_stay_and_the_team_on_every_one() {
        let rota = two_posts();
        let own = |id, day: Day| own_posts(rota.people.get(PersonId(id)).unwrap(), &rota, day);
        let wednesday = monday(48).plus(2);
        assert_eq!(own(1, wednesday), Some([ONE].into()));
        assert_eq!(own(2, wednesday), Some([TWO].into()));
        // The week after the last, that of the next; without any, none at all.
        assert_eq!(own(1, monday(50)), Some([TWO].into()));
        assert_eq!(own(3, wednesday), Some(BTreeSet::new()));
        assert_eq!(own_posts(rota.people.get(CLAIRE).unwrap(), &rota, wednesday), None);
        let mine = own(1, wednesday);
        let can = |post| is_own(mine.as_ref(), post);
        assert_eq!((can(Some(ONE)), can(Some(TWO)), can(None)), (true, false, true));
        assert!(is_own(None, Some(TWO)));
    }

    #[test]
    fn an_act_is_on_the_posts_of_what_it_writes_and_of_what_was_there() {
        let entry = |id: EntryId| (id.0 == 7).then_some(TWO);
        let on = |act: AgendaAct| posts_of(&Act::Agenda(act), entry, |_| Some(TWO));
        let half = |post| (post, monday(48), HalfDay::Morning);
        assert_eq!(on(AgendaAct::HalfDays(vec![half(ONE), half(TWO)], HalfDayKind::Rest)), [ONE, TWO].into());
        assert_eq!(on(AgendaAct::Remove(EntryId(7))), [TWO].into());
        assert_eq!(on(AgendaAct::Remove(EntryId(8))), BTreeSet::new());
    }

    #[test]
    fn a_doctor_takes_out_their_own_sheets() {
        let rota = two_posts();
        let sheet = |id: PersonId, of| own_sheet(rota.people.get(id).unwrap(), of, &rota);
        let stay = |id| Some(Reader::Stay(StayId(id)));
        assert!(sheet(PersonId(1), stay(48)) && sheet(PersonId(1), stay(51)));
        assert!(!sheet(PersonId(1), stay(49)) && !sheet(PersonId(1), None));
        assert!(!sheet(PersonId(1), Some(Reader::Team(CLAIRE))));
        assert!(sheet(CLAIRE, stay(49)) && sheet(CLAIRE, None));
    }
}
