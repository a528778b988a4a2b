//! Which story comes next.

use super::dice::Dice;
use super::scenario::Scenario;

const DECK: u64 = 40;

/// Draws stories so that one comes again only after all others.
pub struct Deck {
    cards: Vec<&'static Scenario>,
    order: Vec<usize>,
    /// Drawn so far, the newest last.
    drawn: Vec<usize>,
    topic: u64,
    round: i64,
}

impl Deck {
    pub fn new(cards: Vec<&'static Scenario>, topic: u64) -> Self {
        Self { cards, order: Vec::new(), drawn: Vec::new(), topic, round: 0 }
    }

    /// The next one.
    pub fn draw(&mut self, seed: u64) -> &'static Scenario {
        if self.order.is_empty() {
            self.order = Dice::new(seed, DECK + self.topic, self.round).shuffled(self.cards.len());
            self.round += 1;
            // What came just before the shuffle comes late after it: one draws from the end.
            let recent = self.drawn.split_off(self.drawn.len() - self.drawn.len().min(self.cards.len() / 2));
            self.order.sort_by_key(|card| !recent.contains(card));
            self.drawn.clear();
        }
        let card = self.order.pop().unwrap_or(0);
        self.drawn.push(card);
        self.cards[card]
    }
}
