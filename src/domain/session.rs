//! Sessions and the throttle against guessing.

use super::account::AccountId;
use super::time::{Span, Timestamp};

/// After how long without a command a session ends.
pub const IDLE_LIMIT: Span = Span::hours(12);
/// After how long a session ends in any case.
pub const TOTAL_LIMIT: Span = Span::days(30);
/// How often at most the last use of a session is written down.
pub const TOUCH_INTERVAL: Span = Span::minutes(30);

/// The SHA-256 of a session's secret: what the desk keeps of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SessionHash(pub [u8; 32]);

/// Somebody who is logged in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// The hash of its secret.
    pub hash: SessionHash,
    /// Who.
    pub account: AccountId,
    /// Since when.
    pub created_at: Timestamp,
    /// The last use that was written down.
    pub used_at: Timestamp,
}

impl Session {
    /// When it ends if it is not used again.
    pub fn expires_at(&self) -> Timestamp {
        self.used_at.plus(IDLE_LIMIT).min(self.created_at.plus(TOTAL_LIMIT))
    }

    /// Whether it can be used at `now`.
    pub fn is_live(&self, now: Timestamp) -> bool {
        now < self.expires_at()
    }

    /// Whether its last use should be written down again.
    pub fn wants_touch(&self, now: Timestamp) -> bool {
        now >= self.used_at.plus(TOUCH_INTERVAL)
    }
}

/// How many buckets of failed attempts there are; a bucket stands for all sources that hash to it.
pub const THROTTLE_BUCKETS: u32 = 16_384;

/// Failed attempts of one bucket.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Throttle {
    /// How many failed in a row.
    pub failures: u32,
    /// When the last one was counted.
    pub counted_at: Timestamp,
}

impl Throttle {
    /// Failures that cost no time, so that a slip of the finger does not.
    const FREE: u32 = 3;

    /// The same as somebody sees it whose clock says `now`: what was counted by a clock that was ahead counts as of now, or it
    /// would block for years.
    #[must_use]
    pub fn seen_at(self, now: Timestamp) -> Self {
        Self { counted_at: self.counted_at.min(now), ..self }
    }

    /// Until when the next attempt must wait: from one second doubling to fifteen minutes.
    pub fn blocked_until(&self) -> Timestamp {
        if self.failures < Self::FREE {
            return Timestamp::MIN;
        }
        let doublings = (self.failures - Self::FREE).min(20);
        let seconds = (1_i64 << doublings).min(15 * 60);
        self.counted_at.plus(Span::seconds(seconds))
    }

    /// The same after one more failure; a day without any forgets them.
    #[must_use]
    pub fn counted(self, now: Timestamp) -> Self {
        let forgotten = now >= self.counted_at.plus(Span::days(1));
        let failures = if forgotten { 1 } else { self.failures.saturating_add(1) };
        Self { failures, counted_at: now }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_double_to_a_quarter_of_an_hour_and_are_forgotten() {
        let mut throttle = Throttle::default();
        let mut now = Timestamp::from_millis(1_000_000_000_000);
        let mut delays = Vec::new();
        for _ in 0..16 {
            throttle = throttle.counted(now);
            delays.push(throttle.blocked_until().since(now).as_seconds());
            now = now.plus(Span::minutes(15));
        }
        assert_eq!(delays, [0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900, 900]);
        assert_eq!(throttle.counted(now.plus(Span::days(1))).failures, 1);
    }

    #[test]
    fn a_session_ends_idle_and_ends_old() {
        let start = Timestamp::from_millis(0);
        let mut session = Session { hash: SessionHash([0; 32]), account: AccountId(1), created_at: start, used_at: start };
        assert!(session.is_live(start.plus(Span::hours(11))));
        assert!(!session.is_live(start.plus(Span::hours(12))));
        session.used_at = start.plus(Span::days(30)).minus(Span::hours(1));
        assert!(!session.is_live(start.plus(Span::days(30))));
    }
}
