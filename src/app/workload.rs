//! Who can be given tickets, what they have, and to whom a ticket goes when nobody says.
//!
//! The rule is the domain's; here is looked up what it asks for: of each agent once in a command how much they have, and of each
//! client who looks after them. What a batch does itself is followed along, so that nothing is asked twice.

use std::collections::BTreeMap;

use super::people::{self, AwayView};
use super::{App, Error};
use crate::domain::account::{Account, AccountId, Role};
use crate::domain::assignment::{Colleague, Reason, Rota, Wishes};
use crate::domain::filter::Filter;
use crate::domain::policy::Action;
use crate::domain::refusal::Refusal;
use crate::domain::ticket::{Ticket, TicketNumber, TicketSeq};
use crate::domain::time::Timestamp;
use crate::domain::topic::TopicTree;
use crate::store::{Read, Store, StoreError};

/// Tickets that are looked at in one go.
const BLOCK: usize = 1_000;

/// So many of a client's last tickets are looked through for an agent who is there.
const LAST_TICKETS: usize = 20;

/// Somebody to whom tickets can be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffView {
    /// What one calls them by.
    pub handle: String,
    /// Their name.
    pub name: String,
    /// What they are here.
    pub role: Role,
    /// How many open tickets they have.
    pub open: u64,
    /// Whether they are away.
    pub away: Option<AwayView>,
}

/// Those of staff who can be given tickets, wherever they are.
fn assignable(read: &dyn Read) -> Result<Vec<Account>, StoreError> {
    let mut found = Vec::new();
    for role in Role::STAFF {
        found.extend(people::of_role(read, role)?.into_iter().filter(Account::can_be_assigned));
    }
    Ok(found)
}

fn open_tickets(read: &dyn Read, assignee: AccountId) -> Result<u64, StoreError> {
    read.count(&Filter::open_of(assignee))
}

impl<S: Store> App<'_, S> {
    /// Those to whom tickets can be given, with what they have: agents first, then by name.
    ///
    /// # Errors
    /// Those of the gate and of the store.
    pub fn assignable_staff(&self) -> Result<Vec<StaffView>, Error> {
        self.store.read(|read| {
            let actor = self.actor(read)?;
            actor.demand(Action::Assign)?;
            let mut staff = assignable(read)?;
            staff.sort_by_key(|account| (account.role != Role::Agent, account.name.as_str().to_lowercase()));
            let view = |account: Account| {
                Ok(StaffView {
                    handle: account.handle.as_str().to_owned(),
                    name: account.name.as_str().to_owned(),
                    role: account.role,
                    open: open_tickets(read, account.id)?,
                    away: people::away(read, &account, self.now)?,
                })
            };
            staff.into_iter().map(view).collect()
        })
    }
}

/// Who speaks for a client.
#[derive(Default)]
struct OfClient {
    agent: Option<AccountId>,
    /// Their last ticket that an agent has who is there. It is never one that the rule is asked about: that stays where it is.
    last: Option<(TicketSeq, AccountId)>,
}

/// What the rule asks for, in one transaction.
pub struct Dispatcher {
    rota: Rota,
    topics: TopicTree,
    clients: BTreeMap<AccountId, OfClient>,
}

impl Dispatcher {
    /// Looks up who is there.
    ///
    /// # Errors
    /// Those of the store.
    pub fn new(read: &dyn Read, topics: TopicTree, now: Timestamp) -> Result<Self, StoreError> {
        let there = assignable(read)?.into_iter().filter(|account| account.is_at_work(now));
        let colleague = |account: Account| Colleague { id: account.id, is_agent: account.role == Role::Agent, open: None };
        Ok(Self { rota: Rota::new(there.map(colleague)), topics, clients: BTreeMap::new() })
    }

    /// Looks up the clients of many tickets before anything is written: a question about bits has what was written before put into
    /// its tables.
    ///
    /// # Errors
    /// Those of the store.
    pub fn meet_clients(&mut self, read: &dyn Read, numbers: &[TicketNumber]) -> Result<(), StoreError> {
        for block in numbers.chunks(BLOCK) {
            for ticket in read.tickets(block)?.into_iter().flatten() {
                self.meet(read, ticket.client)?;
            }
        }
        Ok(())
    }

    fn meet(&mut self, read: &dyn Read, client: AccountId) -> Result<&mut OfClient, StoreError> {
        use std::collections::btree_map::Entry;
        Ok(match self.clients.entry(client) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(vacant) => {
                let agent = read.account(client)?.and_then(|account| account.agent);
                // Nearly always the last one will do.
                let mut last = None;
                for limit in [1, LAST_TICKETS] {
                    let tickets = read.assigned_of_client(client, limit)?;
                    let mut assigned = tickets.iter().filter_map(|ticket| Some((ticket.seq, ticket.assignee?)));
                    last = assigned.find(|(_, agent)| self.rota.has_agent(*agent));
                    if last.is_some() || tickets.len() < limit {
                        break;
                    }
                }
                vacant.insert(OfClient { agent, last })
            }
        })
    }

    /// To whom a ticket goes, and why. It is taken to go there.
    ///
    /// # Errors
    /// `NobodyAvailable`; those of the store.
    pub fn dispatch(&mut self, read: &dyn Read, ticket: &Ticket) -> Result<(AccountId, Reason), Error> {
        let of_client = self.meet(read, ticket.client)?;
        let (client_agent, last_agent) = (of_client.agent, of_client.last.map(|(_, agent)| agent));
        let topic_agents = self.topics.agents_of(ticket.topic);
        let wishes = Wishes { client_agent, last_agent, topic_agents: &topic_agents };
        let chosen = self.rota.choose(&wishes, |agent| open_tickets(read, agent))?;
        let (to, reason) = chosen.ok_or_else(|| Refusal::NobodyAvailable { number: ticket.number.clone() })?;
        self.rota.moved(ticket.assignee, to);
        if let Some(of_client) = self.clients.get_mut(&ticket.client).filter(|_| self.rota.has_agent(to)) {
            of_client.last = of_client.last.max(Some((ticket.seq, to)));
        }
        Ok((to, reason))
    }
}
