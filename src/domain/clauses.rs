//! What the program's own house rules say of a desk: what it is set to, as far as they tell it. The words are not known here.

use super::deadline::Promise;
use super::house_rules::{Matter, Treatment};
use super::time::Span;

/// What the program's own house rules say of a desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clauses {
    /// In how much working time an answer is promised.
    pub promise: Promise,
    /// How many messages in a row a client may write.
    pub most_in_a_row: u32,
    /// Whether there is a telephone.
    pub has_phone: bool,
    /// What happens to each matter.
    pub treatments: Vec<(Matter, Treatment)>,
}

impl Clauses {
    /// Those of a desk that is set to nothing else, and has a telephone: the wording by them is what clients accept.
    pub fn usual() -> Self {
        use Matter::{Email, Insult, Money, Phone};
        use Treatment::{Block, Flag};
        Self {
            promise: Promise { warn: Span::hours(24), due: Span::hours(48) },
            most_in_a_row: 3,
            has_phone: true,
            treatments: vec![(Phone, Block), (Email, Block), (Money, Flag), (Insult, Flag)],
        }
    }

    /// Those of some matters that are treated in such a way.
    pub fn of(&self, matters: &[Matter], wanted: impl Fn(Treatment) -> bool) -> Vec<Matter> {
        let is_so = |matter: &Matter| self.treatments.iter().any(|(known, treatment)| known == matter && wanted(*treatment));
        matters.iter().copied().filter(is_so).collect()
    }
}
