//! Working time as sums over the hours of a year, from dates and a rule for summer time of its own: it shares nothing with the
//! program's calendar, so that it cannot repeat a fault of it.

/// An hour in milliseconds, in which all times are here.
pub const HOUR: i64 = 3_600_000;
/// Sunday 1 November 2026 in UTC.
const FIRST: i64 = 1_793_491_200_000;
/// From that November to January 2028.
const MONTHS: [(u32, u32, u32); 15] = [
    (2026, 11, 30),
    (2026, 12, 31),
    (2027, 1, 31),
    (2027, 2, 28),
    (2027, 3, 31),
    (2027, 4, 30),
    (2027, 5, 31),
    (2027, 6, 30),
    (2027, 7, 31),
    (2027, 8, 31),
    (2027, 9, 30),
    (2027, 10, 31),
    (2027, 11, 30),
    (2027, 12, 31),
    (2028, 1, 31),
];
/// The national holidays of Spain, Good Friday among them.
const NATIONAL: [&str; 14] = [
    "2026-11-01",
    "2026-12-06",
    "2026-12-08",
    "2026-12-25",
    "2027-01-01",
    "2027-01-06",
    "2027-03-26",
    "2027-05-01",
    "2027-08-15",
    "2027-10-12",
    "2027-11-01",
    "2027-12-06",
    "2027-12-08",
    "2027-12-25",
];

/// From which hour until which is worked on each day, Monday first.
pub type Week = [(usize, usize); 7];

/// The working time of a desk in Madrid, from November 2026 to the end of 2027.
#[derive(Clone, Default)]
pub struct Hours {
    works: Vec<bool>,
    /// How much was worked before each hour; one more than there are hours.
    sums: Vec<i64>,
}

impl Hours {
    /// Those of a week, but for the national holidays and the local ones.
    pub fn new(week: Week, local: &[&str]) -> Self {
        let dates: Vec<_> =
            MONTHS.iter().flat_map(|(year, month, days)| (1..=*days).map(move |day| (*year, *month, day))).collect();
        // The first one is a Sunday.
        let last_sunday = |month| {
            let place = (0..dates.len()).filter(|place| place % 7 == 0 && dates[*place].0 == 2027 && dates[*place].1 == month);
            place.max().unwrap() * 24 + 1
        };
        let summer = last_sunday(3)..last_sunday(10);
        let works_on: Vec<_> = dates
            .iter()
            .map(|(year, month, day)| format!("{year}-{month:02}-{day:02}"))
            .map(|date| !NATIONAL.contains(&date.as_str()) && !local.contains(&date.as_str()))
            .collect();
        let works: Vec<_> = (0..(dates.len() - 1) * 24)
            .map(|hour| {
                let local = hour + if summer.contains(&hour) { 2 } else { 1 };
                let (day, hour) = (local / 24, local % 24);
                let (from, until) = week[(day + 6) % 7];
                works_on[day] && from <= hour && hour < until
            })
            .collect();
        let mut sums = vec![0];
        sums.extend(works.iter().scan(0, |sum, works| {
            *sum += i64::from(*works) * HOUR;
            Some(*sum)
        }));
        Self { works, sums }
    }

    /// How much was worked from the beginning to a moment.
    pub fn worked(&self, at: i64) -> i64 {
        let (hour, rest) = (((at - FIRST) / HOUR) as usize, (at - FIRST) % HOUR);
        self.sums[hour] + i64::from(self.works[hour]) * rest
    }

    /// The first moment before which so much was worked.
    pub fn first(&self, worked: i64) -> i64 {
        self.moment(self.sums.partition_point(|sum| *sum < worked), worked)
    }

    /// The last moment before which no more was worked.
    pub fn last(&self, worked: i64) -> i64 {
        self.moment(self.sums.partition_point(|sum| *sum <= worked), worked)
    }

    /// Within the hour before this one.
    fn moment(&self, hour: usize, worked: i64) -> i64 {
        FIRST + (hour as i64 - 1) * HOUR + worked - self.sums[hour - 1]
    }
}
