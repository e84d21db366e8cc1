//! `overdue` and `next`: what is late, what soon will be, and what is to be answered first.

use super::gate::Actor;
use super::last_message::last_message;
use super::list::{self, Detail, Row};
use super::terms::{Terms, terms};
use super::view::TicketView;
use super::viewer::Viewer;
use super::{App, Error};
use crate::domain::deadline::Urgency;
use crate::domain::filter::{Filter, Order, Page};
use crate::domain::policy::Action;
use crate::domain::status::Status;
use crate::domain::time::{Span, Timestamp};
use crate::store::{Read, Store, StoreError};

/// Which late tickets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LateQuery {
    /// Those past the warning that are not late yet, instead of those that are.
    pub soon: bool,
    /// At most so many.
    pub limit: Option<usize>,
}

/// A ticket whose answer is late, or soon will be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LateView {
    /// The ticket.
    pub ticket: TicketView,
    /// How late it is, or how much is left, in working time.
    pub time: Span,
    /// When the client wrote last, and what.
    pub last_message: Option<(Timestamp, String)>,
}

/// What is given for each late ticket.
pub enum LateRow<'t> {
    /// Only its number.
    Number(&'t str),
    /// All of it.
    Ticket(Box<LateView>),
}

/// The tickets that wait for staff and have waited since `latest` or longer, of those that somebody sees.
fn waiting(actor: &Actor, latest: Option<Timestamp>) -> Filter {
    Filter {
        statuses: Some(Status::ALL.into_iter().filter(|status| status.waits()).collect()),
        waits_since: latest,
        ..Filter::all(actor.visibility(), actor.account.id)
    }
}

impl<S: Store> App<'_, S> {
    /// Gives the late tickets one by one, the longest late first, from one snapshot. Says whether more were left out by the limit.
    ///
    /// # Errors
    /// Those of the gate, of the store and of `give`.
    pub fn overdue<E: From<Error> + From<StoreError>>(
        &self,
        query: LateQuery,
        detail: Detail,
        mut give: impl FnMut(LateRow<'_>) -> Result<(), E>,
    ) -> Result<bool, E> {
        self.store.read(|read| {
            let actor = self.actor(read)?;
            actor.demand(Action::ReadStats).map_err(Error::from)?;
            let terms = terms(read)?;
            let Some((filter, mut page)) = self.late(read, &actor, &terms, query.soon)? else { return Ok(false) };
            if detail == Detail::Numbers {
                return list::numbers(read, &filter, &mut page, query.limit, |row| match row {
                    Row::Number(number) => give(LateRow::Number(number)),
                    Row::Ticket(_) => Ok(()),
                });
            }
            let mut lateness = terms.countdown(self.now);
            let mut viewer = Viewer::new(read, &actor, self.language, self.now);
            list::tickets(read, &filter, &mut page, query.limit, |ticket| {
                let view = viewer.ticket(ticket)?;
                let due_at = view.due_at.unwrap_or(self.now);
                let time = if query.soon { terms.working_between(self.now, due_at) } else { lateness.from(due_at) };
                let last_message = last_message(read, ticket)?.map(|message| (message.at, message.words));
                give(LateRow::Ticket(Box::new(LateView { ticket: view, time, last_message })))
            })
        })
    }

    /// What the store is asked for; `None` when nothing can be late.
    fn late(&self, read: &dyn Read, actor: &Actor, terms: &Terms, soon: bool) -> Result<Option<(Filter, Page)>, Error> {
        let overdue = terms.latest_start(self.now, Urgency::Overdue);
        let by_deadline = Page { order: Order::Due, reverse: false, after: None, limit: 0 };
        if !soon {
            return Ok(overdue.map(|overdue| (waiting(actor, Some(overdue)), by_deadline)));
        }
        let Some(warned) = terms.latest_start(self.now, Urgency::Warned) else { return Ok(None) };
        // Those that will be late come right after the last of those that are.
        let after = match overdue {
            Some(overdue) => {
                let last = Page { reverse: true, limit: 1, ..by_deadline.clone() };
                read.list(&waiting(actor, Some(overdue)), &last)?.first().map(|ticket| ticket.seq)
            }
            None => None,
        };
        Ok(Some((waiting(actor, Some(warned)), Page { after, ..by_deadline })))
    }

    /// The ticket whose answer is due first, of those that somebody looks after; for whoever looks after all, of all.
    ///
    /// # Errors
    /// Those of the gate and of the store.
    pub fn next(&self) -> Result<Option<(TicketView, Option<Span>)>, Error> {
        self.store.read(|read| {
            let actor = self.actor(read)?;
            actor.demand(Action::ReadStats)?;
            let page = Page { order: Order::Due, reverse: false, after: None, limit: 1 };
            let first = read.list(&waiting(&actor, None), &page)?;
            // What is at rest comes last, and is not due at all.
            let Some(ticket) = first.first().filter(|ticket| ticket.runs_from().is_some()) else { return Ok(None) };
            let ticket = Viewer::new(read, &actor, self.language, self.now).ticket(ticket)?;
            let late = match ticket.due_at.filter(|_| ticket.overdue) {
                Some(due_at) => Some(terms(read)?.working_between(due_at, self.now)),
                None => None,
            };
            Ok(Some((ticket, late)))
        })
    }

    /// How many tickets are late, of those that somebody looks after; for a menu.
    ///
    /// # Errors
    /// Those of the gate and of the store.
    pub fn count_overdue(&self) -> Result<u64, Error> {
        self.store.read(|read| {
            let actor = self.actor(read)?;
            actor.demand(Action::ReadStats)?;
            match self.late(read, &actor, &terms(read)?, false)? {
                Some((filter, _)) => Ok(read.count_up_to(&filter, list::MOST_UNREAD + 1)?),
                None => Ok(0),
            }
        })
    }
}
