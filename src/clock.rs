//! The only home of the system's clock.
//!
//! Everything else is given the time. It knows the domain's points in time and nothing else of ours, the environment neither:
//! `cli/env.rs` passes in what `TAQUILLA_NOW` holds.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::domain::time::Timestamp;

/// Where the time comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    frozen_at: Option<Timestamp>,
}

/// A time at which the clock cannot be frozen.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is not a time in RFC 3339, such as 2026-11-22T10:00:00Z")]
pub struct WrongTime {
    /// What was given, at most its first 100 characters.
    pub text: String,
}

impl Clock {
    /// The system's clock, or one that stands still at a time in RFC 3339.
    ///
    /// # Errors
    /// `WrongTime` for a text that is no such time, the empty text too: a test that believes its clock frozen must not run on
    /// the real one.
    pub fn new(frozen_at: Option<&str>) -> Result<Self, WrongTime> {
        let parse =
            |text: &str| Timestamp::parse_rfc3339(text).ok_or_else(|| WrongTime { text: text.chars().take(100).collect() });
        Ok(Self { frozen_at: frozen_at.map(parse).transpose()? })
    }

    /// The time, to the millisecond.
    pub fn now(&self) -> Timestamp {
        self.frozen_at.unwrap_or_else(system_time)
    }

    /// Whether the clock stands still.
    pub fn is_frozen(&self) -> bool {
        self.frozen_at.is_some()
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the place for it")]
fn system_time() -> Timestamp {
    let millis = match SystemTime::now().duration_since(UNIX_EPOCH) {
        Ok(after) => i64::try_from(after.as_millis()).unwrap_or(i64::MAX),
        // A machine without a clock of its own may wake up before 1970.
        Err(before) => i64::try_from(before.duration().as_millis()).map_or(i64::MIN, |millis| -millis),
    };
    Timestamp::from_millis(millis)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frozen_clock_stands_still() {
        let clock = Clock::new(Some("2026-11-22T10:00:00+01:00")).unwrap();
        assert_eq!(clock.now().to_rfc3339(), "2026-11-22T09:00:00Z");
        assert!(clock.is_frozen());
    }

    #[test]
    fn the_system_clock_is_of_this_age() {
        let clock = Clock::new(None).unwrap();
        assert!(!clock.is_frozen());
        let first = clock.now();
        assert!(first > Timestamp::parse_rfc3339("2025-01-01T00:00:00Z").unwrap());
        assert!(first < Timestamp::parse_rfc3339("2200-01-01T00:00:00Z").unwrap());
    }

    #[test]
    fn other_texts_are_errors() {
        for wrong in ["", "now", "2026-11-22", "2026-11-22 10:00", "2026-13-01T00:00:00Z", "1763805600"] {
            assert_eq!(Clock::new(Some(wrong)), Err(WrongTime { text: wrong.to_owned() }));
        }
        assert_eq!(Clock::new(Some(&"9".repeat(1_000))).unwrap_err().text.len(), 100);
    }
}
