//! Zones of time: when their clocks are changed, and which one somebody may have meant.

use chrono::{DateTime, Datelike, Days, NaiveDate, Offset, TimeZone};

use super::{Calendar, at_offset};
use crate::domain::text;
use crate::domain::time::{Span, Timestamp};

/// A moment at which the clocks of a zone are put forward or back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockChange {
    /// When.
    pub at: Timestamp,
    /// How many seconds the zone is ahead of UTC before.
    pub before_seconds: i32,
    /// And from then on.
    pub after_seconds: i32,
}

impl ClockChange {
    /// Whether the clocks are put forward.
    pub fn is_forward(&self) -> bool {
        self.after_seconds > self.before_seconds
    }

    /// What the clocks show when they are changed, before they are: the last minute's end, as a local time.
    pub fn shown(&self) -> DateTime<chrono::Utc> {
        Timestamp::from_millis(self.at.as_millis() + i64::from(self.before_seconds) * 1_000).to_utc()
    }
}

impl Calendar {
    /// When the clocks of the desk's zone are changed in a year, in order.
    pub(super) fn clock_changes(&self, year: i32) -> Vec<ClockChange> {
        let Some(first) = NaiveDate::from_ymd_opt(year, 1, 1).and_then(|first| first.pred_opt()) else { return Vec::new() };
        let noon = |date: NaiveDate| at_offset(date.and_hms_opt(12, 0, 0).unwrap_or_default(), 0);
        let mut changes = Vec::new();
        for date in first.iter_days().take(368) {
            let Some(next) = date.checked_add_days(Days::new(1)) else { break };
            let (mut before, mut after) = (noon(date), noon(next));
            let (before_seconds, after_seconds) = (self.seconds_ahead(before), self.seconds_ahead(after));
            if before_seconds == after_seconds {
                continue;
            }
            while after.since(before) > Span::seconds(1) {
                let middle = before.plus(Span::millis(after.since(before).as_millis() / 2_000 * 1_000));
                if self.seconds_ahead(middle) == before_seconds { before = middle } else { after = middle }
            }
            let change = ClockChange { at: after, before_seconds, after_seconds };
            if change.shown().year() == year {
                changes.push(change);
            }
        }
        changes
    }

    /// How many seconds the desk's clocks are ahead of UTC at a moment.
    pub(super) fn seconds_ahead(&self, moment: Timestamp) -> i32 {
        self.zone.offset_from_utc_datetime(&moment.to_utc().naive_utc()).fix().local_minus_utc()
    }
}

/// The zones that somebody may have meant with a name that none has, nearest first, three at most.
pub fn near_zones(name: &str) -> Vec<&'static str> {
    let wanted = name.trim().to_lowercase().replace(' ', "_");
    let length = wanted.chars().count();
    let place = |zone: &str| zone.rsplit('/').next().unwrap_or_default().to_owned();
    let distance = |zone: &str| {
        let zone = zone.to_lowercase();
        text::edits(&wanted, &zone).min(text::edits(&place(&wanted), &place(&zone)))
    };
    let zones = chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name());
    // A place on another continent of the same name is still further than the one that was written out.
    let mut near: Vec<_> = zones.map(|zone| (distance(zone), text::edits(&wanted, &zone.to_lowercase()), zone)).collect();
    let place_length = place(&wanted).chars().count();
    near.retain(|(edits, of_all, _)| length <= 60 && (edits * 3 <= place_length || of_all * 5 <= length) && length > 0);
    near.sort_unstable();
    let nearest = near.first().map_or(0, |(edits, ..)| *edits);
    near.into_iter().take_while(|(edits, ..)| *edits <= nearest).take(3).map(|(.., zone)| zone).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changes(zone: &str, year: i32) -> Vec<(String, i32)> {
        let calendar = Calendar::parse(zone, "mon-fri", "", "es").unwrap();
        let told = |change: &ClockChange| (change.at.to_rfc3339(), change.after_seconds - change.before_seconds);
        calendar.clock_changes(year).iter().map(told).collect()
    }

    #[test]
    fn the_clocks_are_changed_twice_a_year_or_never() {
        assert_eq!(
            changes("Europe/Madrid", 2027),
            [("2027-03-28T01:00:00Z".to_owned(), 3_600), ("2027-10-31T01:00:00Z".to_owned(), -3_600)]
        );
        // Half an hour, and the other way round in the south.
        assert_eq!(changes("Australia/Lord_Howe", 2027).iter().map(|change| change.1).collect::<Vec<_>>(), [-1_800, 1_800]);
        assert_eq!(changes("America/Bogota", 2027), []);
        // A day that was never there.
        assert_eq!(changes("Pacific/Apia", 2011).last().unwrap().1, 24 * 3_600);
        assert!(changes("Europe/Madrid", 1).is_empty() && changes("Europe/Madrid", 9_999).len() <= 2);
    }

    #[test]
    fn a_zone_that_is_none_is_told_its_neighbours() {
        for (wrong, near) in [
            ("Europe/Madrit", "Europe/Madrid"),
            ("europe/madrid", "Europe/Madrid"),
            ("Madrid", "Europe/Madrid"),
            ("Atlantic/Canarias", "Atlantic/Canary"),
            ("America/Mexico City", "America/Mexico_City"),
        ] {
            assert_eq!(near_zones(wrong).first(), Some(&near), "{wrong}");
        }
        for none in ["", "x", "Mordor/Barad-dur", &"Madrid".repeat(1_000)] {
            assert!(near_zones(none).is_empty(), "{none}");
        }
    }
}
