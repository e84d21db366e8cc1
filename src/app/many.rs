//! Verbs over many tickets: all of them in one transaction, or none.

use super::change::Change;
use super::gate::Actor;
use super::handling::Handling;
use super::view::ChangedTicket;
use super::viewer::Viewer;
use super::{Error, NumberRefusal};
use crate::domain::language::Language;
use crate::domain::policy::Action;
use crate::domain::refusal::Refusal;
use crate::domain::ticket::{Moment, Ticket, TicketNumber};

/// The most tickets that one command takes.
pub const MOST_TICKETS: usize = 100_000;

/// The tickets that a command is given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    /// The numbers, each once, in the order given.
    pub numbers: Vec<TicketNumber>,
    /// What was given for numbers and can be none, each once, with how many of the numbers come before it. Without `--keep-going`
    /// that is no request at all.
    pub unreadable: Vec<(usize, NumberRefusal)>,
    /// Whether the good ones are done when some are refused.
    pub keep_going: bool,
}

impl Numbers {
    /// How many tickets were asked for.
    pub fn count(&self) -> usize {
        self.numbers.len() + self.unreadable.len()
    }
}

/// What a command did to many tickets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// The tickets that were not refused, in the order given.
    pub tickets: Vec<ChangedTicket>,
    /// Those that were, with `--keep-going`.
    pub refusals: Vec<NumberRefusal>,
}

/// Does one thing to each of many tickets.
///
/// # Errors
/// `NotAllowed` and its like at once; `Refused` for the only ticket, `Several` when some of many are refused.
pub fn each(
    change: &mut Change<'_>,
    actor: &Actor,
    action: Action,
    numbers: &Numbers,
    language: Language,
    mut step: impl FnMut(&mut Change<'_>, &mut Handling, &Moment) -> Result<(), Error>,
) -> Result<Batch, Error> {
    actor.demand(action)?;
    if numbers.count() > MOST_TICKETS {
        return Err(Refusal::TooManyTickets { most: MOST_TICKETS as u64 }.into());
    }
    let name = |number: &TicketNumber| number.as_str().to_owned();
    let given = Given {
        things: Things::Tickets,
        items: &numbers.numbers,
        unreadable: &numbers.unreadable,
        keep_going: numbers.keep_going,
    };
    let (done, refusals) = given.each(name, |number| one(change, actor, action, number, &mut step))?;
    let mut viewer = Viewer::new(change.read(), actor, language, change.now);
    let tickets = done
        .iter()
        .map(|(ticket, changed, is_said, has_tasks)| {
            let (changed, is_said, has_tasks) = (*changed, *is_said, *has_tasks);
            Ok(ChangedTicket { ticket: viewer.ticket(ticket)?, changed, is_said, assignment: None, has_tasks, seq: ticket.seq })
        })
        .collect::<Result<_, Error>>()?;
    Ok(Batch { tickets, refusals })
}

/// What a command does something to many of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Things {
    /// Tickets.
    Tickets,
    /// Tasks.
    Tasks,
}

/// Things that one command is given to do something to.
pub struct Given<'g, I> {
    /// What they are.
    pub things: Things,
    /// Each once, in the order given.
    pub items: &'g [I],
    /// What was given for them and can be none, each with how many of them come before it.
    pub unreadable: &'g [(usize, NumberRefusal)],
    /// Whether the good ones are done when some are refused.
    pub keep_going: bool,
}

impl<I> Given<'_, I> {
    /// Does something to each: what came of those that were not refused, and why the others were.
    ///
    /// # Errors
    /// The refusal of the only one, `Several` when some of many are refused and the others are not to be done; any other error of
    /// `step` at once.
    pub fn each<T>(
        &self,
        name: impl Fn(&I) -> String,
        mut step: impl FnMut(&I) -> Result<T, Error>,
    ) -> Result<(Vec<T>, Vec<NumberRefusal>), Error> {
        let mut done = Vec::with_capacity(self.items.len());
        let mut refusals = Vec::new();
        let mut unreadable = self.unreadable.iter().peekable();
        for (place, item) in self.items.iter().enumerate() {
            while let Some((_, refusal)) = unreadable.next_if(|(before, _)| *before <= place) {
                refusals.push(refusal.clone());
            }
            match step(item) {
                Ok(result) => done.push(result),
                Err(Error::Refused(refusal)) => refusals.push(NumberRefusal { number: name(item), refusal }),
                Err(error) => return Err(error),
            }
        }
        refusals.extend(unreadable.map(|(_, refusal)| refusal.clone()));
        if !refusals.is_empty() && (!self.keep_going || done.is_empty()) {
            return Err(match (refusals.as_slice(), self.items.len() + self.unreadable.len()) {
                ([only], 1) => Error::Refused(only.refusal.clone()),
                _ => Error::Several { of: self.things, refusals, leaves_others: !done.is_empty() },
            });
        }
        Ok((done, refusals))
    }
}

/// What a command did to many things, some of which it may have refused.
pub trait Partly {
    /// What they are.
    const OF: Things;

    /// Those that were refused.
    fn refusals(&self) -> &[NumberRefusal];
}

impl Partly for Batch {
    const OF: Things = Things::Tickets;

    fn refusals(&self) -> &[NumberRefusal] {
        &self.refusals
    }
}

fn one(
    change: &mut Change<'_>,
    actor: &Actor,
    action: Action,
    number: &TicketNumber,
    step: &mut impl FnMut(&mut Change<'_>, &mut Handling, &Moment) -> Result<(), Error>,
) -> Result<(Ticket, bool, bool, bool), Error> {
    let ticket = actor.ticket(change.read(), number, action)?;
    let moment = actor.moment(change.read(), &ticket, change.now)?;
    let mut handling = Handling::of(ticket);
    step(change, &mut handling, &moment)?;
    let (changed, is_said, has_tasks) = (handling.is_changed(), handling.is_said, handling.has_tasks);
    Ok((handling.save(change, &moment)?, changed, is_said, has_tasks))
}
