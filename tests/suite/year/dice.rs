//! Chance that is the same each time.

use super::hours::HOUR;
use super::model::Name;

/// Numbers without end, the same for the same seed.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, limit: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) >> 1) as i64 % limit
    }

    pub fn in_hundred(&mut self, part: i64) -> bool {
        self.below(100) < part
    }

    pub fn in_thousand(&mut self, part: i64) -> bool {
        self.below(1_000) < part
    }

    pub fn agent(&mut self) -> Name {
        if self.in_hundred(50) { "marta" } else { "mateo" }
    }

    /// So many hours and some minutes, often none.
    pub fn hours(&mut self, from: i64, until: i64) -> i64 {
        let minutes = if self.in_hundred(50) { 0 } else { self.below(60) };
        (from + self.below(until - from)) * HOUR + minutes * HOUR / 60
    }
}
