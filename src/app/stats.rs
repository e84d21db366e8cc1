//! `stats`: how much there is to do, and what was done in a period.
//!
//! A ticket counts for whom it is assigned to and for its topic and those above it, in every figure. What became a part of another
//! ticket counts nowhere: it is neither another question nor another answer. First answers count in the period in which they were
//! given, so that no past figure changes; they are told in working time, as deadlines are.

mod groups;

use chrono::{Offset, TimeZone};
use chrono_tz::Tz;

use self::groups::Groups;
use super::gate::Actor;
use super::period::{self, Edge};
use super::terms::{Terms, terms};
use super::{App, Error, desk};
use crate::domain::account::AccountId;
use crate::domain::deadline::Urgency;
use crate::domain::filter::{Filter, Order, Page};
use crate::domain::policy::{Action, Reach};
use crate::domain::refusal::Refusal;
use crate::domain::stats::{Answers, Milestone};
use crate::domain::status::Status;
use crate::domain::ticket::Ticket;
use crate::domain::time::{Span, Timestamp};
use crate::store::{Read, Store, StoreError};

/// How many days the period has that nobody named.
const USUAL_DAYS: u32 = 30;
/// How many tickets are looked at in one go.
const BLOCK: usize = 1_024;

/// By what figures are parted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// By whom tickets are assigned to.
    Agent,
    /// By what they are about.
    Topic,
}

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The beginning of the period; 30 days of the desk's calendar before its end if nobody named it.
    pub since: Option<Edge>,
    /// The end of the period, itself left out; now if nobody named it.
    pub until: Option<Edge>,
    /// By what the figures are parted.
    pub by: Option<By>,
}

/// Whose figures stand in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Group {
    /// Those of all, or of all that one may know.
    Total,
    /// Those of somebody of staff: handle and name; of what nobody has for none.
    Agent(Option<(String, String)>),
    /// Those of a topic and of the topics under it.
    Topic {
        /// Its full name in the desk's language, for machines.
        full_name: String,
        /// Its name in the reader's language.
        name: String,
        /// How far down it stands.
        depth: usize,
    },
}

/// A row of figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// Whose they are.
    pub group: Group,
    /// Tickets that are new now.
    pub new: u64,
    /// Tickets that are pending now.
    pub pending: u64,
    /// Tickets that are answered now.
    pub answered: u64,
    /// Tickets whose answer is late now.
    pub overdue: u64,
    /// Tickets opened in the period.
    pub opened: u64,
    /// Tickets closed in the period.
    pub closed: u64,
    /// Tickets answered first in the period.
    pub first_answers: u64,
    /// In how much working time half of those were answered.
    pub median: Option<Span>,
    /// In how much working time nine of ten of those were answered.
    pub p90: Option<Span>,
}

impl Figures {
    /// Tickets that are open now.
    pub fn open(&self) -> u64 {
        self.new + self.pending + self.answered
    }
}

/// Figures, with what they are of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stats {
    /// The beginning of the period.
    pub since: Timestamp,
    /// Its end.
    pub until: Timestamp,
    /// A row for each agent or topic, and the total at the end.
    pub rows: Vec<Figures>,
    /// The zone that people are told times in.
    pub zone: Tz,
}

impl Query {
    fn period(&self, now: Timestamp, zone: Tz) -> Result<(Timestamp, Timestamp), Refusal> {
        let until = self.until.as_ref().map_or(now, |edge| edge.at);
        let Some(since) = &self.since else { return Ok((days_before(until, USUAL_DAYS, zone), until)) };
        match &self.until {
            Some(until) => period::check(since, until)?,
            None if since.at > now => return Err(Refusal::BadPeriod { since: since.typed.clone(), until: None }),
            None => {}
        }
        Ok((since.at, until))
    }
}

/// The same time of day so many days before, by the clock on the wall.
fn days_before(time: Timestamp, days: u32, zone: Tz) -> Timestamp {
    let before = time.minus(Span::days(days.into()));
    let offset = |at: Timestamp| zone.offset_from_utc_datetime(&at.to_utc().naive_utc()).fix().local_minus_utc();
    // The clock may have been put forward or back in between.
    before.plus(Span::seconds((offset(time) - offset(before)).into()))
}

impl<S: Store> App<'_, S> {
    /// The figures of the desk; an agent's own for an agent.
    ///
    /// # Errors
    /// `BadPeriod` for a period that ends before it begins; those of the gate and of the store.
    pub fn stats(&self, query: &Query) -> Result<Stats, Error> {
        self.store.read(|read| {
            let actor = self.actor(read)?;
            let reach = actor.demand(Action::ReadStats)?;
            let zone = desk::zone(read)?;
            let (since, until) = query.period(self.now, zone)?;
            let own = (reach != Reach::All).then_some(actor.account.id);
            let terms = terms(read)?;
            let groups = Groups::of(read, query.by, own, self.language)?;
            let mut counting = Counting::new(read, groups, own, &actor);
            counting.count_now()?;
            counting.count_overdue(terms.latest_start(self.now, Urgency::Overdue))?;
            // What happens at this very moment has happened.
            let end = if query.until.is_some() { until } else { Timestamp::from_millis(until.as_millis() + 1) };
            for milestone in Milestone::ALL {
                counting.count_milestone(milestone, (since, end), &terms)?;
            }
            Ok(Stats { since, until, rows: counting.finish(), zone })
        })
    }
}

/// Figures that are being counted.
struct Counting<'r> {
    read: &'r dyn Read,
    groups: Groups,
    own: Option<AccountId>,
    reader: AccountId,
    figures: Vec<(Figures, Answers)>,
}

impl<'r> Counting<'r> {
    fn new(read: &'r dyn Read, groups: Groups, own: Option<AccountId>, actor: &Actor) -> Self {
        let zero = |(group, _): &(Group, Option<Filter>)| Figures {
            group: group.clone(),
            new: 0,
            pending: 0,
            answered: 0,
            overdue: 0,
            opened: 0,
            closed: 0,
            first_answers: 0,
            median: None,
            p90: None,
        };
        let figures = groups.rows.iter().map(|row| (zero(row), Answers::default())).collect();
        Self { read, groups, own, reader: actor.account.id, figures }
    }

    /// The open tickets of all whose figures are counted.
    fn open(&self) -> Filter {
        Filter { assignee: self.own, ..Filter::open_of(self.reader) }
    }

    /// What is open now, by bitmaps alone.
    fn count_now(&mut self) -> Result<(), StoreError> {
        let all = self.open();
        for ((_, filter), (figures, _)) in self.groups.rows.iter().zip(&mut self.figures) {
            let filter = filter.as_ref().unwrap_or(&all);
            let count = |status| self.read.count(&Filter { statuses: Some(vec![status]), ..filter.clone() });
            figures.new = count(Status::New)?;
            figures.pending = count(Status::Pending)?;
            figures.answered = count(Status::Answered)?;
        }
        Ok(())
    }

    /// What is late: the longest waiting ones, up to the first that is not.
    fn count_overdue(&mut self, latest: Option<Timestamp>) -> Result<(), StoreError> {
        let Some(latest) = latest else { return Ok(()) };
        let filter = self.open();
        let mut page = Page { order: Order::Due, reverse: false, after: None, limit: BLOCK };
        loop {
            let tickets = self.read.list(&filter, &page)?;
            for ticket in &tickets {
                if ticket.runs_from().is_none_or(|from| from > latest) {
                    return Ok(());
                }
                self.each_row(ticket, |figures, _| figures.overdue += 1);
            }
            if tickets.len() < page.limit {
                return Ok(());
            }
            page.after = tickets.last().map(|ticket| ticket.seq);
        }
    }

    /// What happened in the period.
    fn count_milestone(&mut self, milestone: Milestone, times: (Timestamp, Timestamp), terms: &Terms) -> Result<(), StoreError> {
        let own = self.own;
        let counts = |ticket: &&Ticket| ticket.merged_into.is_none() && own.is_none_or(|own| ticket.assignee == Some(own));
        let mut after = None;
        loop {
            let tickets = self.read.reached(milestone, times, after, BLOCK)?;
            for ticket in tickets.iter().filter(counts) {
                let answered_after = ticket.first_answered_at.map(|at| terms.working_between(ticket.created_at, at));
                self.each_row(ticket, |figures, answers| match (milestone, answered_after) {
                    (Milestone::Opened, _) => figures.opened += 1,
                    (Milestone::Closed, _) => figures.closed += 1,
                    (Milestone::Answered, Some(after)) => answers.add(after),
                    (Milestone::Answered, None) => {}
                });
            }
            after = tickets.last().and_then(|ticket| Some((milestone.of(ticket)?, ticket.seq)));
            if tickets.len() < BLOCK {
                return Ok(());
            }
        }
    }

    fn each_row(&mut self, ticket: &Ticket, mut count: impl FnMut(&mut Figures, &mut Answers)) {
        for row in self.groups.rows_of(ticket) {
            if let Some((figures, answers)) = self.figures.get_mut(row) {
                count(figures, answers);
            }
        }
    }

    fn finish(self) -> Vec<Figures> {
        let finish = |(figures, mut answers): (Figures, Answers)| Figures {
            first_answers: answers.count(),
            median: answers.within(50),
            p90: answers.within(90),
            ..figures
        };
        self.figures.into_iter().map(finish).collect()
    }
}
