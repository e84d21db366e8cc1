//! `list`: the tickets that somebody may see.

use std::ops::ControlFlow;

use super::gate::Actor;
use super::open::folded_external_id;
use super::period::{self, Edge};
use super::terms::terms;
use super::view::TicketView;
use super::viewer::Viewer;
use super::{App, Error};
use crate::domain::account::{AccountId, Handle, Role};
use crate::domain::deadline::Urgency;
use crate::domain::filter::{Filter, Order, Page};
use crate::domain::policy::Action;
use crate::domain::search::Search;
use crate::domain::status::{Priority, Status};
use crate::domain::ticket::{Ticket, TicketNumber};
use crate::store::{Read, Store};

/// Tickets in one piece of a list that is read as a stream.
const BLOCK: usize = 5_000;

/// Which tickets, as somebody asks for them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Which states; none for the open ones and, for a client, closed ones with something unread; for flagged ones, all.
    pub statuses: Option<Vec<Status>>,
    /// A client's own, or assigned to oneself.
    pub mine: bool,
    /// Assigned to this person.
    pub to: Option<String>,
    /// Assigned to nobody.
    pub unassigned: bool,
    /// Of this client.
    pub from: Option<String>,
    /// Of this topic and those under it.
    pub topic: Option<String>,
    /// Of this priority.
    pub priority: Option<Priority>,
    /// With something unread.
    pub unread: bool,
    /// With a flag set.
    pub flagged: bool,
    /// Whose answer is late.
    pub overdue: bool,
    /// Changed at or after.
    pub since: Option<Edge>,
    /// Changed before.
    pub until: Option<Edge>,
    /// With this number in another system.
    pub external_id: Option<String>,
    /// With these words in what one sees of it.
    pub search: Option<Search>,
    /// The order; none for last changed first or, for a search, newest first.
    pub order: Option<Order>,
    /// The order turned round.
    pub reverse: bool,
    /// At most so many.
    pub limit: Option<usize>,
    /// Only what comes after this ticket.
    pub after: Option<TicketNumber>,
}

/// What is given for each ticket of a list.
pub enum Row<'t> {
    /// Only its number, which costs nothing to find out.
    Number(&'t str),
    /// All that the reader may see.
    Ticket(Box<TicketView>),
}

/// What the tickets of a list are looked up for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Their numbers.
    Numbers,
    /// All of them.
    Full,
}

/// So many with something unread are told; beyond, only that there are more: each has to be looked at.
pub const MOST_UNREAD: u64 = 1_000;

/// How many tickets there are, for a menu; of those with something unread at most one more than [`MOST_UNREAD`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Open ones.
    pub open: u64,
    /// Open ones with something unread.
    pub open_unread: u64,
    /// Closed ones.
    pub closed: u64,
    /// Closed ones with something unread.
    pub closed_unread: u64,
    /// Open ones that nobody has.
    pub unassigned: u64,
    /// Open ones assigned to oneself.
    pub mine: u64,
    /// Those of them with something unread.
    pub mine_unread: u64,
}

impl<S: Store> App<'_, S> {
    /// Gives the tickets of a query one by one, from one snapshot. Says whether more were left out by the limit.
    ///
    /// # Errors
    /// `PersonNotFound`, `TopicNotFound`, `TopicAmbiguous`, `TicketNotFound` for what the query names; `BadPeriod`; those of the gate, of the store and of `give`.
    pub fn list<E: From<Error> + From<crate::store::StoreError>>(
        &self,
        query: &Query,
        detail: Detail,
        mut give: impl FnMut(Row<'_>) -> Result<(), E>,
    ) -> Result<bool, E> {
        self.store.read(|read| {
            let actor = self.actor(read)?;
            let Some((filter, mut page)) = self.prepare(read, &actor, query)? else { return Ok(false) };
            if detail == Detail::Numbers {
                return numbers(read, &filter, &mut page, query.limit, give);
            }
            let mut viewer = Viewer::new(read, &actor, self.language, self.now);
            tickets(read, &filter, &mut page, query.limit, |ticket| give(Row::Ticket(Box::new(viewer.ticket(ticket)?))))
        })
    }

    /// What a query asks the store for; `None` when nothing can be what it asks for.
    fn prepare(&self, read: &dyn Read, actor: &Actor, query: &Query) -> Result<Option<(Filter, Page)>, Error> {
        actor.demand(Action::Read)?;
        let visible = actor.visibility();
        let is_client = actor.account.role == Role::Client;
        let mut filter = Filter::all(visible.clone(), actor.account.id);
        filter.or_closed_and_unread = is_client && query.statuses.is_none();
        // What is flagged is to be looked at whatever became of its ticket.
        let usual = if query.flagged { Status::ALL.to_vec() } else { vec![Status::New, Status::Pending, Status::Answered] };
        filter.statuses = Some(query.statuses.clone().unwrap_or(usual));
        if filter.statuses.as_ref().is_some_and(|statuses| statuses.len() == Status::ALL.len()) {
            filter.statuses = None;
        }
        let to = query.to.as_ref().map(|to| named(read, actor, to, |filter, id| filter.assignee = Some(id))).transpose()?;
        let from = query.from.as_ref().map(|from| named(read, actor, from, |filter, id| filter.client = Some(id))).transpose()?;
        let me = query.mine.then_some(actor.account.id);
        (filter.assignee, filter.client) = if is_client { (to, from.or(me)) } else { (to.or(me), from) };
        let mine = if is_client { filter.client } else { filter.assignee };
        let mut can_be = me.is_none_or(|me| mine == Some(me));
        filter.topics = match &query.topic {
            Some(name) => {
                let topics = read.topics()?;
                Some(topics.with_descendants(topics.named(name, self.language)?.id))
            }
            None => None,
        };
        filter.unassigned = query.unassigned;
        filter.priority = query.priority;
        filter.unread = query.unread;
        // What Secretaría should look at is not for those who said it.
        can_be &= !query.flagged || actor.account.role.sees_every_ticket();
        filter.flagged = query.flagged;
        if let (Some(since), Some(until)) = (&query.since, &query.until) {
            period::check(since, until)?;
        }
        filter.since = query.since.as_ref().map(|edge| edge.at);
        filter.until = query.until.as_ref().map(|edge| edge.at);
        // What cannot be an external id is none's.
        filter.external_id = query.external_id.as_ref().map(|id| folded_external_id(id).unwrap_or_else(|| id.clone()));
        filter.search.clone_from(&query.search);
        if query.overdue {
            filter.waits_since = terms(read)?.latest_start(self.now, Urgency::Overdue);
            can_be &= filter.waits_since.is_some();
        }
        let after = match &query.after {
            Some(number) => Some(actor.ticket(read, number, Action::Read)?.seq),
            None => None,
        };
        let usual = if query.search.is_some() { Order::Created } else { Order::Updated };
        let page = Page { order: query.order.unwrap_or(usual), reverse: query.reverse, after, limit: 0 };
        Ok(can_be.then_some((filter, page)))
    }

    /// How many tickets are flagged, whatever became of them, for the menu of whoever deals with that; at most one more than
    /// [`MOST_UNREAD`].
    ///
    /// # Errors
    /// Those of the gate and of the store.
    pub fn count_flagged(&self) -> Result<u64, Error> {
        self.store.read(|read| {
            let actor = self.actor(read)?;
            actor.demand(Action::Unflag)?;
            let filter = Filter { flagged: true, ..Filter::all(actor.visibility(), actor.account.id) };
            Ok(read.count_up_to(&filter, MOST_UNREAD + 1)?)
        })
    }

    /// How many tickets somebody has, for their menu.
    ///
    /// # Errors
    /// Those of the gate and of the store.
    pub fn counts(&self) -> Result<Counts, Error> {
        self.store.read(|read| {
            let actor = self.actor(read)?;
            let all = Filter::all(actor.visibility(), actor.account.id);
            let open = Filter { statuses: Some(vec![Status::New, Status::Pending, Status::Answered]), ..all.clone() };
            let closed = Filter { statuses: Some(vec![Status::Closed]), ..all };
            let unread = |filter: &Filter| read.count_up_to(&Filter { unread: true, ..filter.clone() }, MOST_UNREAD + 1);
            let staff = actor.account.role.is_staff();
            let mine = Filter { assignee: Some(actor.account.id), ..open.clone() };
            Ok(Counts {
                open: read.count(&open)?,
                open_unread: unread(&open)?,
                closed: read.count(&closed)?,
                // For staff this would count every old ticket that somebody else dealt with.
                closed_unread: if staff { 0 } else { unread(&closed)? },
                unassigned: if staff { read.count(&Filter { unassigned: true, ..open })? } else { 0 },
                mine: if staff { read.count(&mine)? } else { 0 },
                mine_unread: if staff { unread(&mine)? } else { 0 },
            })
        })
    }
}

/// Gives the tickets of a filter one by one. Says whether more were left out by the limit.
///
/// # Errors
/// Those of the store and of `give`.
pub(super) fn tickets<E: From<crate::store::StoreError>>(
    read: &dyn Read,
    filter: &Filter,
    page: &mut Page,
    limit: Option<usize>,
    mut give: impl FnMut(&Ticket) -> Result<(), E>,
) -> Result<bool, E> {
    let mut left = limit.unwrap_or(usize::MAX);
    loop {
        page.limit = left.min(BLOCK).saturating_add(1);
        let tickets = read.list(filter, page)?;
        for ticket in &tickets {
            if left == 0 {
                return Ok(true);
            }
            left -= 1;
            give(ticket)?;
        }
        if tickets.len() < page.limit {
            return Ok(false);
        }
        page.after = tickets.last().map(|ticket| ticket.seq);
    }
}

/// Gives the numbers of a list. Says whether more were left out by the limit.
pub(super) fn numbers<E: From<crate::store::StoreError>>(
    read: &dyn Read,
    filter: &Filter,
    page: &mut Page,
    limit: Option<usize>,
    mut give: impl FnMut(Row<'_>) -> Result<(), E>,
) -> Result<bool, E> {
    let mut left = limit.unwrap_or(usize::MAX);
    let (mut more, mut failure) = (false, None);
    page.limit = left.saturating_add(1);
    read.list_numbers(filter, page, &mut |number| {
        if left == 0 {
            more = true;
            return ControlFlow::Break(());
        }
        left -= 1;
        match give(Row::Number(number)) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                failure = Some(error);
                ControlFlow::Break(())
            }
        }
    })?;
    failure.map_or(Ok(more), Err)
}

/// Somebody whom a filter names: a person that one may know of, or one of the tickets that one sees, as `of` picks them.
fn named(read: &dyn Read, actor: &Actor, text: &str, of: impl FnOnce(&mut Filter, AccountId)) -> Result<AccountId, Error> {
    if let Some(handle) = Handle::parse(text)
        && let Some(account) = read.account_by_handle(&handle)?
    {
        let mut filter = Filter::all(actor.visibility(), actor.account.id);
        of(&mut filter, account.id);
        if read.count(&filter)? > 0 {
            return Ok(account.id);
        }
    }
    Ok(actor.person(read, text)?.id)
}
