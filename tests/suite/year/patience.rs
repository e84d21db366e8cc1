//! How long a client has waited, as sums of hours, and what was told of it.

use super::hours::{HOUR, Hours};

/// A deadline lies ahead again where it is at least so far away.
const CLEARLY_AHEAD: i64 = HOUR / 12;

/// How far people were told of a waiting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Told {
    /// Not at all.
    Nothing,
    /// They were warned.
    Warned,
    /// They know that it is late.
    Overdue,
}

/// That a client waits.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// From when it would count if it had never been at rest.
    pub begun: i64,
    /// The times during which it did not count.
    pub rests: Vec<(i64, i64)>,
    /// From when the time counts.
    pub from: i64,
    /// Since when it does not count.
    pub rests_since: Option<i64>,
    /// What people were told of it.
    pub told: Told,
}

impl Waiting {
    /// Counts its rests by the hours that are worked now: as much has passed after each as had passed before.
    pub fn recount(&mut self, hours: &Hours) {
        self.from = self.begun;
        for (from, until) in &self.rests {
            let passed = hours.worked(*from) - hours.worked(self.from);
            self.from = self.from.max(hours.last(hours.worked(*until) - passed).min(*until));
        }
    }

    /// Forgets what was told of a deadline that lies ahead; says whether there was such a thing.
    pub fn forget(&mut self, hours: &Hours, now: i64) -> bool {
        if self.rests_since.is_some() {
            return false;
        }
        let passed = hours.worked(now + CLEARLY_AHEAD) - hours.worked(self.from);
        let most = match passed {
            _ if passed >= 48 * HOUR => Told::Overdue,
            _ if passed >= 24 * HOUR => Told::Warned,
            _ => Told::Nothing,
        };
        let before = self.told;
        self.told = before.min(most);
        self.told < before
    }
}
