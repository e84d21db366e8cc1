//! How long a client has waited for an answer: since when, from when that counts, and what was told of it.
//!
//! A client's time is at rest while they are suspended, and goes on afterwards where it stopped. How much working time a rest took is
//! counted anew where the calendar has changed. When it falls due is computed from it in `deadline.rs`; nothing here is a deadline.
//! No clock: the time comes in.

use super::calendar::Calendar;
use super::deadline::Urgency;
use super::time::Timestamp;

/// So many rests of one waiting are known by themselves; of one that rested more often the first ones are counted for good.
pub const MOST_RESTS: usize = 4;

/// What people were told of one waiting, each once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Told {
    /// Nothing yet.
    #[default]
    Nothing,
    /// That the answer will soon be late.
    Warned,
    /// That it is late.
    Overdue,
}

impl Told {
    /// Every stage, in its order.
    pub const ALL: [Self; 3] = [Self::Nothing, Self::Warned, Self::Overdue];

    /// The name that machines read.
    pub fn id(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Warned => "warned",
            Self::Overdue => "overdue",
        }
    }

    /// The stage of a name that machines read.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|told| told.id() == id)
    }

    /// What was told, if no more of it is left than what is true of a deadline.
    #[must_use]
    pub fn at_most(self, urgency: Urgency) -> Self {
        self.min(match urgency {
            Urgency::InTime => Self::Nothing,
            Urgency::Warned => Self::Warned,
            Urgency::Overdue => Self::Overdue,
        })
    }

    /// The stage before.
    #[must_use]
    pub fn one_less(self) -> Self {
        if self == Self::Overdue { Self::Warned } else { Self::Nothing }
    }
}

/// A time during which a client's time was at rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rest {
    /// Since when.
    pub from: Timestamp,
    /// When it went on; later than `from`.
    pub until: Timestamp,
}

/// That a client waits for an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Since their first message that staff has not answered.
    pub since: Timestamp,
    /// From when their time would count if it had not rested as `rests` says; `since` for nearly all.
    pub begun: Timestamp,
    /// The times during which it was at rest, in order.
    pub rests: [Option<Rest>; MOST_RESTS],
    /// From when their time counts: `begun`, moved on by the working time of `rests`, as the calendar has it.
    pub counts_from: Timestamp,
    /// Since when it is at rest, never before `counts_from`; none while it runs.
    pub rests_since: Option<Timestamp>,
    /// What people were told of it.
    pub told: Told,
    /// When the client asked for the answer last.
    pub reminded_at: Option<Timestamp>,
}

impl Waiting {
    /// A waiting that begins, and runs.
    pub fn begin(now: Timestamp) -> Self {
        let (begun, counts_from) = (now, now);
        let rests = [None; MOST_RESTS];
        Self { since: now, begun, rests, counts_from, rests_since: None, told: Told::Nothing, reminded_at: None }
    }

    /// From when the time counts that runs; none while it is at rest, for then nothing falls due.
    pub fn runs_from(&self) -> Option<Timestamp> {
        if self.rests_since.is_none() { Some(self.counts_from) } else { None }
    }

    /// Puts it to rest, if it is not.
    pub fn rest(&mut self, at: Timestamp) {
        self.rests_since.get_or_insert(at.max(self.counts_from));
    }

    /// Lets it go on where it stopped, if it is at rest: so much working time as had passed then has passed at `now`. Earlier rests
    /// are counted by the calendar too, as it is now.
    pub fn go_on(&mut self, now: Timestamp, calendar: &Calendar) {
        // Nobody gains by a rest that a clock ended before it began, because it jumped back.
        if let Some(rest) = self.rests_since.take().map(|from| Rest { from, until: now }).filter(|rest| rest.from < rest.until) {
            if self.rests.iter().all(Option::is_some) {
                self.begun = self.rests[0].map_or(self.begun, |first| after_rest(self.begun, first, calendar));
                self.rests.rotate_left(1);
                self.rests[MOST_RESTS - 1] = None;
            }
            if let Some(place) = self.rests.iter_mut().find(|place| place.is_none()) {
                *place = Some(rest);
            }
        }
        self.recount(calendar);
    }

    /// Counts its rests by a calendar that may have changed.
    pub fn recount(&mut self, calendar: &Calendar) {
        self.counts_from = self.counted(calendar, Timestamp::MAX);
    }

    /// From when its time counted at a moment, by a calendar: as it was before the rests that were not over by then.
    pub fn counted(&self, calendar: &Calendar, moment: Timestamp) -> Timestamp {
        let over = self.rests.into_iter().flatten().filter(|rest| rest.until <= moment);
        over.fold(self.begun, |counts_from, rest| after_rest(counts_from, rest, calendar))
    }

    /// Rests as a waiting has them; `None` if they are too many, or not one after the other.
    pub fn rests_of(rests: impl IntoIterator<Item = Rest>) -> Option<[Option<Rest>; MOST_RESTS]> {
        let mut kept = [None; MOST_RESTS];
        let mut before = Timestamp::MIN;
        for (place, rest) in rests.into_iter().enumerate() {
            if rest.from < before || rest.until <= rest.from {
                return None;
            }
            before = rest.until;
            *kept.get_mut(place)? = Some(rest);
        }
        Some(kept)
    }

    /// Whether it rested and went on: then from when it counts follows from the calendar.
    pub fn has_rested(&self) -> bool {
        self.rests[0].is_some()
    }

    /// What a client waits for whose two matters became one: the longer of both, of which nothing is told a second time.
    #[must_use]
    pub fn joined(self, other: Self) -> Self {
        let longer = if other.counts_from < self.counts_from { other } else { self };
        Self {
            since: self.since.min(other.since),
            told: self.told.max(other.told),
            reminded_at: self.reminded_at.max(other.reminded_at),
            ..longer
        }
    }
}

/// From when a time counts that counted from a moment, and rested then: so much working time as had passed before has passed after.
fn after_rest(counts_from: Timestamp, rest: Rest, calendar: &Calendar) -> Timestamp {
    let passed = calendar.working_between(counts_from, rest.from);
    // Nobody gains by a rest.
    calendar.latest_start(rest.until, passed).map_or(counts_from, |start| counts_from.max(start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::Span;
    use proptest::prelude::*;

    fn calendar(week: &str) -> Calendar {
        Calendar::parse("Europe/Madrid", week, "easter+1,05-15,08-10,08-11,08-12,08-13,08-14", "es").unwrap()
    }

    fn time(text: &str) -> Timestamp {
        Timestamp::parse_rfc3339(text).unwrap()
    }

    /// By when an answer is due after 48 working hours.
    fn due(waiting: &Waiting, calendar: &Calendar) -> Option<String> {
        let due = calendar.add_working(waiting.runs_from()?, Span::hours(48))?;
        Some(due.to_utc().with_timezone(&calendar.zone).format("%a %Y-%m-%d %H:%M").to_string())
    }

    #[test]
    fn it_goes_on_where_it_stopped() {
        let calendar = calendar("mon-fri");
        let mut waiting = Waiting::begin(time("2026-11-23T10:00:00+01:00"));
        assert_eq!(due(&waiting, &calendar).as_deref(), Some("Wed 2026-11-25 10:00"));
        waiting.rest(time("2026-11-23T16:00:00+01:00"));
        waiting.rest(time("2026-11-25T16:00:00+01:00"));
        assert_eq!(due(&waiting, &calendar), None, "nothing falls due, and a second word puts nothing to rest anew");
        waiting.go_on(time("2026-11-26T09:00:00+01:00"), &calendar);
        // Six hours had passed: 42 are left, over the week-end.
        assert_eq!(due(&waiting, &calendar).as_deref(), Some("Mon 2026-11-30 03:00"));
        assert_eq!(waiting.since, time("2026-11-23T10:00:00+01:00"), "who asks since when they wait is told the truth");
        let gone_on = waiting;
        waiting.go_on(time("2026-11-28T09:00:00+01:00"), &calendar);
        assert_eq!(waiting, gone_on, "what runs goes on anyway");
    }

    #[test]
    fn resting_on_days_off_costs_nothing() {
        let calendar = calendar("mon-fri");
        let mut waiting = Waiting::begin(time("2026-11-27T10:00:00+01:00"));
        waiting.rest(time("2026-11-28T09:00:00+01:00"));
        waiting.go_on(time("2026-11-29T23:59:00+01:00"), &calendar);
        assert_eq!(waiting.counts_from, waiting.since);
    }

    #[test]
    fn a_changed_holiday_corrects_what_rested_just_as_if_it_had_been_known_before() {
        let (plain, changed) = (calendar("mon-fri"), Calendar::parse("Europe/Madrid", "mon-fri", "2026-11-25", "es").unwrap());
        let mut waiting = Waiting::begin(time("2026-11-23T10:00:00+01:00"));
        waiting.rest(time("2026-11-24T16:00:00+01:00"));
        let mut known_before = waiting;
        waiting.go_on(time("2026-11-26T09:00:00+01:00"), &plain);
        known_before.go_on(time("2026-11-26T09:00:00+01:00"), &changed);
        assert_eq!(due(&waiting, &plain).as_deref(), Some("Fri 2026-11-27 03:00"));
        waiting.recount(&changed);
        assert_eq!((waiting, due(&waiting, &changed).as_deref()), (known_before, Some("Fri 2026-11-27 03:00")));
        // The holiday during the rest costs nothing; one before it does.
        let earlier = Calendar::parse("Europe/Madrid", "mon-fri", "2026-11-24", "es").unwrap();
        waiting.recount(&earlier);
        assert_eq!(due(&waiting, &earlier).as_deref(), Some("Fri 2026-11-27 19:00"));
        waiting.recount(&plain);
        assert_eq!(due(&waiting, &plain).as_deref(), Some("Fri 2026-11-27 03:00"), "and back");
        let before = waiting.counted(&plain, time("2026-11-26T08:59:59+01:00"));
        assert_eq!((before, waiting.counted(&plain, time("2026-11-26T09:00:00+01:00"))), (waiting.begun, waiting.counts_from));
    }

    #[test]
    fn who_rests_often_is_counted_as_before() {
        let calendar = calendar("mon-fri");
        let mut waiting = Waiting::begin(time("2026-11-23T10:00:00+01:00"));
        for day in 23..28 {
            waiting.rest(time(&format!("2026-11-{day}T12:00:00+01:00")));
            waiting.go_on(time(&format!("2026-11-{day}T13:00:00+01:00")), &calendar);
        }
        assert_eq!(waiting.counts_from, time("2026-11-23T15:00:00+01:00"));
        assert_eq!((waiting.begun, waiting.rests.iter().flatten().count()), (time("2026-11-23T11:00:00+01:00"), MOST_RESTS));
    }

    #[test]
    fn what_begins_at_rest_has_all_its_time_before_it() {
        let calendar = calendar("mon-fri");
        let mut waiting = Waiting::begin(time("2026-11-23T10:00:00+01:00"));
        waiting.rest(time("2026-11-20T10:00:00+01:00"));
        assert_eq!(waiting.rests_since, Some(waiting.since), "never before it began");
        waiting.go_on(time("2026-11-24T12:00:00+01:00"), &calendar);
        assert_eq!(due(&waiting, &calendar).as_deref(), Some("Thu 2026-11-26 12:00"));
    }

    #[test]
    fn a_clock_that_jumps_back_wins_nobody_time() {
        let calendar = calendar("mon-fri");
        let begun = Waiting::begin(time("2026-11-23T10:00:00+01:00"));
        for (rests, goes_on) in [
            ("2026-11-24T10:00:00+01:00", "2026-11-23T12:00:00+01:00"),
            ("2026-11-24T10:00:00+01:00", "1970-01-01T00:00:00Z"),
            ("2020-01-01T00:00:00Z", "2019-01-01T00:00:00Z"),
        ] {
            let mut waiting = begun;
            waiting.rest(time(rests));
            waiting.go_on(time(goes_on), &calendar);
            assert_eq!(waiting, begun, "{rests} {goes_on}");
        }
        for extreme in [Timestamp::MIN, Timestamp::MAX] {
            let mut waiting = begun;
            waiting.rest(extreme);
            waiting.go_on(extreme, &calendar);
            assert!(waiting.counts_from >= begun.counts_from && waiting.rests_since.is_none());
        }
    }

    #[test]
    fn the_longer_waiting_is_the_one_that_goes_on() {
        let at = Timestamp::from_millis;
        let warned = Waiting { told: Told::Warned, reminded_at: Some(at(9)), ..Waiting::begin(at(5)) };
        let rested = Waiting { begun: at(7), counts_from: at(7), rests_since: Some(at(8)), ..Waiting::begin(at(2)) };
        let joined = Waiting { since: at(2), ..warned };
        assert_eq!(warned.joined(rested), joined);
        assert_eq!(rested.joined(warned), joined);
    }

    /// A time of an hour between 2020 and 2040.
    fn hours() -> impl Strategy<Value = Timestamp> {
        (1_577_836_800_000_i64..2_208_988_800_000).prop_map(Timestamp::from_millis)
    }

    fn weeks() -> impl Strategy<Value = &'static str> {
        prop::sample::select(vec!["mon-fri", "mon-sun", "mon-thu 09:00-18:00, fri 09:00-15:00", "fri-mon 22:00-24:00"])
    }

    proptest! {
        #[test]
        fn a_rest_moves_the_deadline_by_just_its_working_time(
            since in hours(),
            week in weeks(),
            rests in prop::collection::vec((0_i64..2_000, 0_i64..2_000), 1..4),
            promise in 0_i64..400,
        ) {
            let calendar = calendar(week);
            let mut waiting = Waiting::begin(since);
            let (mut now, mut rested) = (since, 0);
            // Suspended twice, or more often; a rest may come after the deadline.
            for (running, resting) in rests {
                now = now.plus(Span::minutes(running * 7));
                waiting.rest(now);
                let from = now;
                now = now.plus(Span::minutes(resting * 7));
                waiting.go_on(now, &calendar);
                rested += calendar.working_between(from, now).as_millis();
            }
            let passed = calendar.working_between(since, now).as_millis() - rested;
            prop_assert_eq!(calendar.working_between(waiting.counts_from, now).as_millis(), passed);
            // What is due after it went on comes later by just what it rested; what was due before is due still.
            let promise = Span::hours(promise);
            let due = calendar.add_working(waiting.counts_from, promise).unwrap();
            prop_assert!(due >= calendar.add_working(since, promise).unwrap());
            if promise.as_millis() > passed {
                let later = Span::millis(promise.as_millis() + rested);
                prop_assert_eq!(Some(due), calendar.add_working(since, later));
            } else {
                prop_assert!(due <= now);
            }
        }

        #[test]
        fn who_began_later_is_not_due_sooner(
            since in hours(),
            later in 0_i64..10_000,
            rest in 0_i64..10_000,
            length in 0_i64..10_000,
            week in weeks(),
        ) {
            let calendar = calendar(week);
            let rests_since = since.plus(Span::minutes(rest));
            let goes_on = rests_since.plus(Span::minutes(length));
            let gone_on = |since: Timestamp| {
                let mut waiting = Waiting::begin(since);
                waiting.rest(rests_since);
                waiting.go_on(goes_on.max(since), &calendar);
                waiting.counts_from
            };
            prop_assert!(gone_on(since) <= gone_on(since.plus(Span::minutes(later))));
        }
    }
}
