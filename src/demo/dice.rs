//! Chance that depends on a seed and a subject only, so that one week never shifts another.

/// A stream of numbers (Steele, Lea and Flood, *Fast splittable pseudorandom number generators*, 2014).
#[derive(Debug, Clone)]
pub struct Dice(u64);

/// A topic of one post among several, the first being 0.
pub fn topic(topic: u64, lane: usize) -> u64 {
    topic + 1000 * lane as u64
}

impl Dice {
    /// The stream of a subject: the same seed, topic and number always give the same numbers.
    pub fn new(seed: u64, topic: u64, number: i64) -> Self {
        let mut dice = Self(seed ^ topic.wrapping_mul(0xA24B_AED4_963E_E407) ^ number.cast_unsigned().rotate_left(32));
        dice.roll();
        dice
    }

    /// The next number.
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `limit`; 0 when `limit` is 0.
    pub fn below(&mut self, limit: usize) -> usize {
        let limit = limit.max(1) as u64;
        usize::try_from(self.roll() % limit).unwrap_or(0)
    }

    /// One of them.
    ///
    /// # Panics
    /// When there is nothing to choose from, which no table of this module is.
    pub fn pick<'a, T>(&mut self, among: &'a [T]) -> &'a T {
        &among[self.below(among.len())]
    }

    /// `0..count` in some order.
    pub fn shuffled(&mut self, count: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..count).collect();
        for last in (1..count).rev() {
            order.swap(last, self.below(last + 1));
        }
        order
    }
}
