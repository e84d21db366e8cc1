//! `stats` against a naive count: random histories, observed step by step from outside, and every figure counted by looking at all.
//!
//! What is counted here knows nothing of the calendar, of bitmaps and orders: working time is counted hour by hour, and what is closed
//! is what was seen to become so.

mod history;

use std::cell::Cell;

use chrono::{Datelike, Weekday};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use taquilla::app::period::Edge;
use taquilla::app::stats::{By, Figures, Group, Query};
use taquilla::app::view::TicketView;
use taquilla::domain::account::Role;
use taquilla::domain::status::Status;
use taquilla::domain::time::{Span, Timestamp};

use self::history::{History, Seen, moment, step};
use super::PEOPLE;

const MARTA: usize = 3;
const SARA: usize = 5;
/// Their full names, each with the topic that it stands under.
const TOPICS: [(&str, Option<&str>); 3] =
    [("Reportar consulta", None), ("Historia", None), ("Historia / Roma", Some("Historia"))];
/// The national holidays of that winter that are no Saturdays or Sundays: month and day.
const HOLIDAYS: [(u32, u32); 4] = [(12, 8), (12, 25), (1, 1), (1, 6)];
/// In how many working hours an answer is promised.
const DUE_HOURS: i64 = 48;

impl History {
    /// Counts those of some tickets, of which each thing happened in some hours.
    fn count(&self, group: Group, tickets: &[(&Seen, &TicketView)], happened: &dyn Fn(i64) -> bool) -> Figures {
        let count = |fits: &dyn Fn(&Seen, &TicketView) -> bool| {
            tickets.iter().filter(|(seen, view)| !seen.is_part && fits(seen, view)).count() as u64
        };
        let is = |status: Status| count(&|_, view| view.status == status);
        let hour_of = |time: Timestamp| time.since(moment(0)).as_millis() / Span::hours(1).as_millis();
        let mut answers: Vec<i64> = tickets
            .iter()
            .filter(|(seen, _)| !seen.is_part)
            .filter_map(|(seen, _)| Some((seen.opened, seen.first_answer.filter(|hour| happened(*hour))?)))
            .map(|(opened, answered)| working_hours(opened, answered))
            .collect();
        answers.sort_unstable();
        let within = |percent: usize| {
            let rank = (1..=answers.len()).find(|rank| rank * 100 >= answers.len() * percent)?;
            Some(Span::hours(answers[rank - 1]))
        };
        Figures {
            group,
            new: is(Status::New),
            pending: is(Status::Pending),
            answered: is(Status::Answered),
            overdue: count(&|seen, view| {
                let waited = view.waiting_since.map(|since| self.waited(seen.client, hour_of(since)));
                !self.suspended.contains_key(&seen.client) && waited.is_some_and(|waited| waited >= DUE_HOURS)
            }),
            opened: count(&|seen, _| happened(seen.opened)),
            closed: count(&|seen, _| seen.closed.is_some_and(happened)),
            first_answers: answers.len() as u64,
            median: within(50),
            p90: within(90),
        }
    }

    /// How long somebody has waited since an hour, but for the times when they were suspended.
    fn waited(&self, client: usize, since: i64) -> i64 {
        let rested = self.rests.iter().filter(|(who, ..)| *who == client);
        let rested: i64 = rested.map(|(_, from, until)| working_hours(*from.max(&since), *until.max(&since))).sum();
        working_hours(since, self.hour) - rested
    }

    /// Compares every figure that somebody is told with a count of their own; gives the last row.
    fn compare(&mut self, who: usize, by: Option<By>, since: Option<i64>, until: Option<i64>) -> Figures {
        let edge = |hour: i64| Edge { at: moment(hour), typed: String::new() };
        let query = Query { since: since.map(edge), until: until.map(edge), by };
        let told = self.with(who, |app| app.stats(&query)).unwrap();
        let end = until.unwrap_or(self.hour + 1);
        let begin = since.unwrap_or(until.unwrap_or(self.hour) - 30 * 24);
        let happened = move |hour: i64| (begin..end).contains(&hour);
        let views = self.views();
        let is_agent = PEOPLE[who].1 == Role::Agent;
        let handle = |view: &TicketView| view.assignee.as_ref().map(|assignee| assignee.handle.clone());
        let known: Vec<_> = self.tickets.iter().zip(&views).collect();
        let own: Vec<_> =
            known.into_iter().filter(|(_, view)| !is_agent || handle(view).as_deref() == Some(PEOPLE[who].0)).collect();
        for row in &told.rows {
            let fits = |view: &TicketView| match &row.group {
                Group::Total => true,
                Group::Agent(agent) => handle(view) == agent.as_ref().map(|(handle, _)| handle.clone()),
                Group::Topic { full_name, .. } => {
                    let above = TOPICS.iter().find(|(name, _)| *name == view.topic_for_machines).unwrap().1;
                    view.topic_for_machines == *full_name || above == Some(full_name)
                }
            };
            let counted: Vec<_> = own.iter().copied().filter(|(_, view)| fits(view)).collect();
            assert_eq!(*row, self.count(row.group.clone(), &counted, &happened), "{by:?} from {since:?} until {until:?}");
        }
        let staff = PEOPLE.iter().filter(|(_, role)| role.is_staff()).count();
        let rows = match by {
            None => 1,
            Some(By::Agent) if is_agent => 2,
            Some(By::Agent) => staff + 2,
            Some(By::Topic) => TOPICS.len() + 1,
        };
        assert_eq!(told.rows.len(), rows);
        told.rows.last().unwrap().clone()
    }
}

/// The hours of working days between two, counted one by one. It is winter in Madrid, an hour ahead.
fn working_hours(from: i64, until: i64) -> i64 {
    let is_working = |hour: &i64| {
        let local = moment(hour + 1).to_utc();
        let is_weekend = matches!(local.weekday(), Weekday::Sat | Weekday::Sun);
        !is_weekend && !HOLIDAYS.contains(&(local.month(), local.day()))
    };
    (from..until).filter(is_working).count() as i64
}

#[test]
fn every_figure_is_what_a_look_at_all_counts() {
    let (overdue, closed, answered, parts, late) = (Cell::new(0), Cell::new(0), Cell::new(0), Cell::new(0), Cell::new(0));
    let mut runner = TestRunner::new(Config { cases: 24, failure_persistence: None, ..Config::default() });
    let histories = (prop::collection::vec(step(), 40..70), any::<[prop::sample::Index; 2]>());
    runner
        .run(&histories, |(steps, edges)| {
            let mut history = History::new();
            steps.iter().for_each(|step| history.take(step));
            let mut hours = edges.map(|edge| edge.index(usize::try_from(history.hour).unwrap() + 1) as i64);
            hours.sort_unstable();
            let [since, until] = hours;
            for who in [SARA, MARTA] {
                for by in [None, Some(By::Agent), Some(By::Topic)] {
                    let usual = history.compare(who, by, None, None);
                    overdue.set(overdue.get() + usual.overdue);
                    closed.set(closed.get() + usual.closed);
                    answered.set(answered.get() + usual.first_answers);
                    late.set(late.get() + u64::from(usual.median < usual.p90));
                    history.compare(who, by, Some(since), None);
                    history.compare(who, by, Some(since), Some(until + 1));
                    history.compare(who, by, None, Some(until));
                }
            }
            parts.set(parts.get() + history.tickets.iter().filter(|seen| seen.is_part).count() as u64);
            Ok(())
        })
        .unwrap();
    // The histories have all that is to be counted, many times over.
    let counted = [overdue.get(), closed.get(), answered.get(), parts.get(), late.get()];
    assert!(counted.iter().all(|count| *count > 0), "{counted:?}");
}

/// No desk can be set so any more, but one of an older program may be.
#[test]
fn what_lies_beyond_any_calendar_never_falls_due() {
    let mut history = History::new();
    history.set(&[("calendar.week", "mon 09:00-10:00"), ("answer.due", "365d")]);
    history.open(1, TOPICS[1].0);
    history.hour += 365 * 24;
    assert!(history.views().iter().all(|view| view.due_at.is_none() && !view.overdue && view.waiting_since.is_some()));
    let query = Query { since: None, until: None, by: None };
    assert_eq!(history.with(SARA, |app| app.stats(&query)).unwrap().rows[0].overdue, 0);
}
