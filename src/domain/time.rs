//! Points in time and spans, as whole milliseconds.

use chrono::{DateTime, SecondsFormat, Utc};

/// A point in time: milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Timestamp(i64);

/// A span of time in milliseconds, never negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span(i64);

impl Span {
    /// A span of milliseconds; nothing for fewer than none.
    pub const fn millis(millis: i64) -> Self {
        Self(if millis < 0 { 0 } else { millis })
    }
    /// A span of whole seconds.
    pub const fn seconds(seconds: i64) -> Self {
        Self(seconds * 1_000)
    }
    /// A span of whole minutes.
    pub const fn minutes(minutes: i64) -> Self {
        Self::seconds(minutes * 60)
    }
    /// A span of whole hours.
    pub const fn hours(hours: i64) -> Self {
        Self::minutes(hours * 60)
    }
    /// A span of days of 24 hours.
    pub const fn days(days: i64) -> Self {
        Self::hours(days * 24)
    }
    /// The span in milliseconds.
    pub const fn as_millis(self) -> i64 {
        self.0
    }
    /// The span in whole seconds, rounded down.
    pub const fn as_seconds(self) -> i64 {
        self.0 / 1_000
    }

    /// The span as it is written in settings, in the largest of `d`, `h`, `m` and `s` that it is a whole number of; what is less than
    /// a second is left out.
    pub fn written(self) -> String {
        let seconds = self.as_seconds();
        let units = [(24 * 60 * 60, 'd'), (60 * 60, 'h'), (60, 'm')];
        let unit = units.into_iter().find(|(length, _)| seconds > 0 && seconds % length == 0);
        let (length, name) = unit.unwrap_or((1, 's'));
        format!("{}{name}", seconds / length)
    }

    /// Reads `30m`, `12h`, `14d`, `2w`; at most ten years. `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        Self::parse_of_any_length(text).filter(|span| text.len() <= 7 && *span <= Self::days(3_653))
    }

    /// Reads the same for whoever says better than nobody how long is too long: what is beyond all measure is a million of its unit.
    pub fn parse_of_any_length(text: &str) -> Option<Self> {
        let (digits, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let count = digits.parse().unwrap_or(i64::MAX).min(1_000_000);
        Some(match unit {
            "s" => Self::seconds(count),
            "m" => Self::minutes(count),
            "h" => Self::hours(count),
            "d" => Self::days(count),
            "w" => Self::days(count * 7),
            _ => return None,
        })
    }
}

impl Timestamp {
    /// The earliest time that fits, before every real one.
    pub const MIN: Self = Self(i64::MIN);
    /// The latest time that fits, after every real one.
    pub const MAX: Self = Self(i64::MAX);

    /// A point in time from milliseconds since 1970-01-01T00:00:00Z.
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }
    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub const fn as_millis(self) -> i64 {
        self.0
    }
    /// This point in time and `span` later; stops at the latest time that fits.
    #[must_use]
    pub const fn plus(self, span: Span) -> Self {
        Self(self.0.saturating_add(span.0))
    }
    /// This point in time and `span` earlier; stops at the earliest time that fits.
    #[must_use]
    pub const fn minus(self, span: Span) -> Self {
        Self(self.0.saturating_sub(span.0))
    }
    /// How long `self` is after `earlier`; nothing if it is before.
    pub const fn since(self, earlier: Self) -> Span {
        let millis = self.0.saturating_sub(earlier.0);
        Span(if millis < 0 { 0 } else { millis })
    }
    /// The same time for `chrono`; times outside its range become its nearest.
    pub fn to_utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.0).unwrap_or(if self.0 < 0 {
            DateTime::<Utc>::MIN_UTC
        } else {
            DateTime::<Utc>::MAX_UTC
        })
    }
    /// RFC 3339 in UTC to the second, as all machine output gives times: `2026-11-22T10:00:00Z`.
    pub fn to_rfc3339(self) -> String {
        self.to_utc().to_rfc3339_opts(SecondsFormat::Secs, true)
    }
    /// Reads RFC 3339 with any offset; `None` for anything else.
    pub fn parse_rfc3339(text: &str) -> Option<Self> {
        let time = DateTime::parse_from_rfc3339(text).ok()?;
        Some(Self(time.timestamp_millis()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_have_units_and_a_limit() {
        assert_eq!(Span::parse("14d"), Some(Span::days(14)));
        assert_eq!(Span::parse("12h"), Some(Span::hours(12)));
        for text in ["0s", "1s", "90s", "30m", "90m", "1h", "36h", "14d", "3653d"] {
            assert_eq!(Span::parse(text).unwrap().written(), text);
        }
        for wrong in ["", "d", "14", "-3d", "3 d", "9999999d", "999999d", "3y", "3ñ"] {
            assert_eq!(Span::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn times_print_in_utc_to_the_second() {
        let time = Timestamp::parse_rfc3339("2026-03-29T03:30:00.250+02:00").unwrap();
        assert_eq!(time.to_rfc3339(), "2026-03-29T01:30:00Z");
    }
}
