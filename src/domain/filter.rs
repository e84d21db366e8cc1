//! Which tickets a list shows, and in what order.

use super::account::AccountId;
use super::search::Search;
use super::status::{Priority, Status};
use super::ticket::Ticket;
use super::time::Timestamp;
use super::topic::TopicId;

/// Whose tickets a person may see at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Visibility {
    /// Every ticket, with what is for staff only.
    All,
    /// The tickets of one client, as the client sees them.
    Client(AccountId),
    /// The tickets assigned to somebody.
    Assignees {
        /// To one of these, whatever became of them.
        all: Vec<AccountId>,
        /// To one of these, as long as they are open.
        open: Vec<AccountId>,
    },
}

impl Visibility {
    /// Whether a ticket is among them.
    pub fn sees(&self, ticket: &Ticket) -> bool {
        match self {
            Self::All => true,
            Self::Client(client) => ticket.client == *client,
            Self::Assignees { all, open } => ticket
                .assignee
                .is_some_and(|assignee| all.contains(&assignee) || (ticket.status.is_open() && open.contains(&assignee))),
        }
    }

    /// Whether what is for staff only is seen too.
    pub fn is_staff(&self) -> bool {
        !matches!(self, Self::Client(_))
    }

    /// The last change that is seen of a ticket.
    pub fn updated_at(&self, ticket: &Ticket) -> Timestamp {
        if self.is_staff() { ticket.updated_at } else { ticket.public_updated_at }
    }
}

/// What tickets of a list have in common; an empty filter takes all that may be seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// What may be seen at all.
    pub visible: Visibility,
    /// One of these; none for any.
    pub statuses: Option<Vec<Status>>,
    /// Besides `statuses`: closed tickets in which this person has something unread.
    pub or_closed_and_unread: bool,
    /// Assigned to this person.
    pub assignee: Option<AccountId>,
    /// Assigned to nobody.
    pub unassigned: bool,
    /// Of this client.
    pub client: Option<AccountId>,
    /// One of these; none for any.
    pub topics: Option<Vec<TopicId>>,
    /// Of this priority.
    pub priority: Option<Priority>,
    /// With something that `reader` has not been shown.
    pub unread: bool,
    /// With a flag set.
    pub flagged: bool,
    /// Who reads, for what is unread.
    pub reader: AccountId,
    /// Changed at or after.
    pub since: Option<Timestamp>,
    /// Changed before.
    pub until: Option<Timestamp>,
    /// Waiting for staff, with a time that runs and counts from then or longer.
    pub waits_since: Option<Timestamp>,
    /// With this number in another system.
    pub external_id: Option<String>,
    /// With these words in what is seen of it: the subject, messages and replies and, for staff, notes.
    pub search: Option<Search>,
}

impl Filter {
    /// A filter that takes all that may be seen.
    pub fn all(visible: Visibility, reader: AccountId) -> Self {
        Self {
            visible,
            statuses: None,
            or_closed_and_unread: false,
            assignee: None,
            unassigned: false,
            client: None,
            topics: None,
            priority: None,
            unread: false,
            flagged: false,
            reader,
            since: None,
            until: None,
            waits_since: None,
            external_id: None,
            search: None,
        }
    }

    /// The open tickets of somebody, for whoever sees all.
    pub fn open_of(assignee: AccountId) -> Self {
        let statuses = Status::ALL.into_iter().filter(|status| status.is_open()).collect();
        Self { assignee: Some(assignee), statuses: Some(statuses), ..Self::all(Visibility::All, assignee) }
    }

    /// Whether it asks for nothing but what is open.
    pub fn asks_for_open(&self) -> bool {
        let is_open = |statuses: &Vec<Status>| statuses.iter().all(|status| status.is_open());
        !self.or_closed_and_unread && self.statuses.as_ref().is_some_and(is_open)
    }

    /// Whether it takes whatever is open.
    pub fn takes_open(&self) -> bool {
        self.statuses
            .as_ref()
            .is_none_or(|statuses| Status::ALL.iter().all(|status| !status.is_open() || statuses.contains(status)))
    }

    /// The same for those of its states alone that fit; `None` when there are none.
    pub fn only(&self, fits: impl Fn(Status) -> bool) -> Option<Self> {
        let mut statuses = self.statuses.clone().unwrap_or_else(|| Status::ALL.to_vec());
        // Only what waits can have waited for long.
        statuses.retain(|status| fits(*status) && (self.waits_since.is_none() || status.waits()));
        (!statuses.is_empty()).then(|| Self { statuses: Some(statuses), ..self.clone() })
    }

    /// Whether a ticket passes; `is_unread` tells whether `reader` has something unread in it, `is_found` whether the words of a
    /// query are in what is seen of it.
    ///
    /// # Errors
    /// Those of `is_unread` and `is_found`, which are asked only where it matters.
    pub fn takes<E>(
        &self,
        ticket: &Ticket,
        mut is_unread: impl FnMut(&Ticket) -> Result<bool, E>,
        mut is_found: impl FnMut(&Ticket, &Search) -> Result<bool, E>,
    ) -> Result<bool, E> {
        let status_fits = match &self.statuses {
            None => true,
            Some(statuses) if statuses.contains(&ticket.status) => true,
            Some(_) => self.or_closed_and_unread && ticket.status == Status::Closed && is_unread(ticket)?,
        };
        let updated_at = self.visible.updated_at(ticket);
        let fits = status_fits
            && self.visible.sees(ticket)
            && self.assignee.is_none_or(|assignee| ticket.assignee == Some(assignee))
            && (!self.unassigned || ticket.assignee.is_none())
            && self.client.is_none_or(|client| ticket.client == client)
            && self.topics.as_ref().is_none_or(|topics| topics.contains(&ticket.topic))
            && self.priority.is_none_or(|priority| ticket.priority == priority)
            && (!self.flagged || !ticket.flags.ids().is_empty())
            && self.since.is_none_or(|since| updated_at >= since)
            && self.until.is_none_or(|until| updated_at < until)
            && self.waits_since.is_none_or(|latest| ticket.runs_from().is_some_and(|from| from <= latest))
            && self.external_id.as_ref().is_none_or(|id| ticket.external_id.as_ref() == Some(id));
        Ok(fits
            && (!self.unread || is_unread(ticket)?)
            && self.search.as_ref().map_or(Ok(true), |search| is_found(ticket, search))?)
    }
}

/// The orders that a list comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Order {
    /// Last changed first.
    Updated,
    /// Last opened first.
    Created,
    /// Last closed first; open ones at the end.
    Closed,
    /// Nearest deadline first; those that have none at the end: they do not wait, or their time is at rest.
    Due,
    /// Most urgent first, then last changed first.
    Priority,
}

impl Order {
    /// Every order.
    pub const ALL: [Self; 5] = [Self::Updated, Self::Created, Self::Closed, Self::Due, Self::Priority];

    /// The name that machines read.
    pub fn id(self) -> &'static str {
        match self {
            Self::Updated => "updated",
            Self::Created => "created",
            Self::Closed => "closed",
            Self::Due => "due",
            Self::Priority => "priority",
        }
    }

    /// The order of a name that machines read.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.id() == id)
    }

    /// Whether a ticket has the time that it is by; those that have none come last, the newest first.
    pub fn is_timed(self, ticket: &Ticket) -> bool {
        match self {
            Self::Updated | Self::Created | Self::Priority => true,
            Self::Closed => ticket.closed_at.is_some(),
            Self::Due => ticket.runs_from().is_some(),
        }
    }

    /// Whether tickets of a state may have it: of those that wait, not all have a deadline.
    pub fn may_be_timed(self, status: Status) -> bool {
        match self {
            Self::Updated | Self::Created | Self::Priority => true,
            Self::Closed => status == Status::Closed,
            Self::Due => status.waits(),
        }
    }

    /// What tickets are sorted by, smallest first; the newer ticket comes first among equals.
    pub fn key(self, ticket: &Ticket, visible: &Visibility) -> SortKey {
        let newest_first = |time: Timestamp| -i128::from(time.as_millis());
        let updated = newest_first(visible.updated_at(ticket));
        let (first, second) = match self {
            Self::Updated => (updated, 0),
            Self::Created => (newest_first(ticket.created_at), 0),
            Self::Closed => (ticket.closed_at.map_or(i128::MAX, newest_first), 0),
            Self::Due => (ticket.runs_from().map_or(i128::MAX, |from| i128::from(from.as_millis())), 0),
            Self::Priority => (-(ticket.priority as i128), updated),
        };
        SortKey(first, second, std::cmp::Reverse(ticket.seq.0))
    }
}

/// The place of a ticket in an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SortKey(i128, i128, std::cmp::Reverse<u32>);

/// A part of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The order.
    pub order: Order,
    /// The order turned round.
    pub reverse: bool,
    /// Only what comes after this ticket.
    pub after: Option<super::ticket::TicketSeq>,
    /// At most so many.
    pub limit: usize,
}
