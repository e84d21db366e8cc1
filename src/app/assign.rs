//! `assign`: tickets are given to somebody of staff, to whom a list says, or to whom the rule says.

mod pairs;

use std::collections::HashMap;

use super::absence::Target;
use super::change::{Call, Change, Outcome, Receipt};
use super::handling::Handling;
use super::many::{self, Batch, MOST_TICKETS, Numbers};
use super::view::Assignment;
use super::workload::Dispatcher;
use super::{App, Error};
use crate::domain::account::AccountId;
use crate::domain::assignment::Reason;
use crate::domain::entry::Content;
use crate::domain::notice::Notice;
use crate::domain::policy::Action;
use crate::domain::refusal::Refusal;
use crate::domain::text;
use crate::domain::ticket::{Moment, TicketSeq};
use crate::domain::time::Timestamp;
use crate::store::{Read, Store, StoreError};

pub use pairs::Pair;

/// Whom tickets are for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whom {
    /// This person.
    Person(String),
    /// Whom the rule says, each ticket by itself.
    Rule,
    /// Whom a list says.
    List(Vec<Pair>),
}

/// Tickets for somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assign {
    /// Which; those of a list are in it themselves.
    pub numbers: Numbers,
    /// For whom.
    pub whom: Whom,
    /// What staff should know; in a list only where a line says nothing itself.
    pub note: Option<String>,
    /// Whether tickets that somebody else has are refused.
    pub if_unassigned: bool,
}

impl Assign {
    /// Whether staff are told anything with it.
    fn says_something(&self) -> bool {
        let in_list = matches!(&self.whom, Whom::List(pairs) if pairs.iter().any(|pair| pair.note.is_some()));
        self.note.is_some() || in_list
    }
}

impl<S: Store> App<'_, S> {
    /// Gives tickets to somebody; whoever is away is stood in for.
    ///
    /// # Errors
    /// `PersonNotFound`, `CannotBeAssigned`, `TicketClosed`, `AlreadyAssigned`, `NobodyAvailable`, `BadSheet`; those of the gate
    /// and of the store.
    pub fn assign(&self, call: &Call, request: &Assign, receipt: Receipt<'_, Batch>) -> Result<Outcome<Batch>, Error> {
        let note = request.note.as_deref().map(text::message).transpose()?;
        self.change("assign", call, receipt, |change, actor| {
            actor.demand(Action::Assign)?;
            // Otherwise a token that may not write notes would write them here.
            if request.says_something() {
                actor.demand(Action::Note)?;
            }
            let (if_unassigned, note) = (request.if_unassigned, note.as_deref());
            let mut desk = Desk { now: change.now, if_unassigned, note, targets: HashMap::new(), given: HashMap::new() };
            let mut each =
                |change: &mut Change<'_>, numbers: &Numbers, to: &mut dyn FnMut(&dyn Read, &Handling, &Moment) -> Given| {
                    many::each(change, actor, Action::Assign, numbers, self.language, |change, handling, moment| {
                        let given = to(change.read(), handling, moment)?;
                        desk.give(change.read(), handling, moment, &given)
                    })
                };
            let mut batch = match &request.whom {
                Whom::Person(who) => {
                    let account = actor.assignable(change.read(), who)?;
                    each(change, &request.numbers, &mut |_, _, _| Ok(Gift::to(account.id)))?
                }
                Whom::Rule => {
                    let mut rule = ByRule::new(change.read(), &request.numbers, change.now)?;
                    each(change, &request.numbers, &mut |read, handling, moment| rule.gift(read, handling, moment))?
                }
                Whom::List(pairs) => {
                    let list = pairs::List::read(change.read(), actor, pairs)?;
                    let numbers = Numbers { numbers: list.numbers(), ..request.numbers.clone() };
                    let done = each(change, &numbers, &mut |_, handling, _| list.gift(&handling.ticket.number));
                    list.on_lines(done)?
                }
            };
            for ticket in &mut batch.tickets {
                ticket.assignment = desk.given.remove(&ticket.seq);
            }
            Ok(batch)
        })
    }
}

/// What is to become of one ticket, or why nothing is.
type Given = Result<Gift, Error>;

/// To whom one ticket is to go, and what goes with it.
struct Gift {
    to: AccountId,
    reason: Option<Reason>,
    note: Option<String>,
}

impl Gift {
    fn to(to: AccountId) -> Self {
        Self { to, reason: None, note: None }
    }
}

/// Tickets that go to whom the rule says; what somebody has who can answer stays with them.
struct ByRule(Dispatcher);

impl ByRule {
    fn new(read: &dyn Read, numbers: &Numbers, now: Timestamp) -> Result<Self, StoreError> {
        let mut dispatcher = Dispatcher::new(read, read.topics()?, now)?;
        if numbers.numbers.len() <= MOST_TICKETS {
            dispatcher.meet_clients(read, &numbers.numbers)?;
        }
        Ok(Self(dispatcher))
    }

    fn gift(&mut self, read: &dyn Read, handling: &Handling, moment: &Moment) -> Given {
        let ticket = &handling.ticket;
        if !ticket.status.is_open() {
            return Err(Refusal::TicketClosed { number: ticket.number.clone() }.into());
        }
        let (to, reason) = match ticket.assignee.filter(|_| moment.assignee_is_able) {
            Some(assignee) => (assignee, Reason::Kept),
            None => self.0.dispatch(read, ticket)?,
        };
        Ok(Gift { reason: Some(reason), ..Gift::to(to) })
    }
}

/// What is given in one command, and what came of it.
struct Desk<'r> {
    now: Timestamp,
    if_unassigned: bool,
    note: Option<&'r str>,
    targets: HashMap<AccountId, Target>,
    given: HashMap<TicketSeq, Assignment>,
}

impl Desk<'_> {
    fn target(&mut self, read: &dyn Read, to: AccountId) -> Result<Target, StoreError> {
        if let Some(known) = self.targets.get(&to) {
            return Ok(known.clone());
        }
        let account = read.account(to)?.ok_or_else(|| StoreError::Corrupt(format!("no account {}", to.0)))?;
        let target = Target::of(read, &account, self.now)?;
        self.targets.insert(to, target.clone());
        Ok(target)
    }

    fn give(&mut self, read: &dyn Read, handling: &mut Handling, moment: &Moment, gift: &Gift) -> Result<(), Error> {
        if !handling.ticket.status.is_open() {
            return Err(Refusal::TicketClosed { number: handling.ticket.number.clone() }.into());
        }
        let has_it = handling.ticket.assignee.filter(|_| moment.assignee_is_able);
        // Whoever has it already keeps it, also while somebody looks after it for them.
        let target = if has_it == Some(gift.to) { None } else { Some(self.target(read, gift.to)?) };
        let to = target.as_ref().map_or(gift.to, |target| target.id);
        if let Some(other) = has_it.filter(|has_it| self.if_unassigned && *has_it != to) {
            let other = read.account(other)?.map_or_else(String::new, |other| other.name.as_str().to_owned());
            return Err(Refusal::AlreadyAssigned { to: other }.into());
        }
        if let Some(target) = &target {
            handling.given_to(target);
            if let Some(reason) = gift.reason {
                handling.audit("reason", reason.id());
            }
        }
        let (asked_for, away_until) = target.map_or((None, None), |target| (target.asked_for, target.away_until));
        let asked_for = asked_for.map(|(_, person)| person);
        let event = handling.ticket.assign(to)?;
        self.given.insert(handling.ticket.seq, Assignment { asked_for, away_until, reason: gift.reason });
        let note = gift.note.as_deref().or(self.note);
        let Some(event) = event else {
            return Ok(note.map_or(Ok(()), |note| handling.look_for(read, moment.actor, note, Content::as_note))?);
        };
        let mut told = vec![handling.event(moment, event)];
        if let Some(note) = note {
            let note = handling.write(moment, Content::Note(note.to_owned()), Vec::new());
            handling.tell(Notice::Note, &[note]);
            told.push(note);
        }
        handling.tell(Notice::Assigned, &told);
        Ok(())
    }
}
