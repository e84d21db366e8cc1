//! What the shell proposes while somebody types: tickets with their subjects, people with their names. Reads, and never fails loudly.

use std::collections::BTreeSet;
use std::convert::Infallible;

use super::gate::Actor;
use super::{App, Error, mail};
use crate::domain::account::{Account, Handle, Role};
use crate::domain::filter::{Filter, Order, Page};
use crate::domain::letter::{Letter, LetterState};
use crate::domain::policy::{Action, Reach};
use crate::domain::status::Status;
use crate::domain::ticket::{Ticket, TicketNumber};
use crate::store::{PeoplePage, Read, Store};

/// The last tickets that are looked through for what was typed; those behind them are not proposed.
const MOST_TICKETS: usize = 500;
/// From how many characters on a number is also looked for among all that there are, however long ago they were changed.
const LEAST_OF_NUMBER: usize = 3;
/// The most tickets that are looked at for a number's beginning.
const MOST_NUMBERS: usize = 100;
/// The most people that are proposed.
const MOST_PEOPLE: usize = 100;
/// The most letters that are proposed.
const MOST_LETTERS: usize = 100;

/// Which tickets may stand somewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tickets {
    /// Those in one of these states; none for any.
    pub statuses: Option<Vec<Status>>,
    /// None of these, but of their client; none for anybody's.
    pub beside: Vec<TicketNumber>,
    /// Those alone that are flagged.
    pub flagged: bool,
}

/// Which letters may stand somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    /// Those that still may leave or were given up.
    Unsent,
    /// All that are kept.
    All,
}

/// Which people may stand somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum People {
    /// Those whom tickets can be given to.
    Staff,
    /// Those who open tickets.
    Clients,
    /// Those of them whose tickets one sees.
    ClientsSeen,
    /// Anybody.
    Everybody,
}

/// Something that the shell may put where the cursor stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// What is typed.
    pub value: String,
    /// What it is, for people.
    pub meaning: String,
}

impl<S: Store> App<'_, S> {
    /// The tickets that one sees whose numbers begin so: the last that were changed, last changed first, and from three characters
    /// on the first of all others.
    ///
    /// # Errors
    /// Those of the gate and of the store.
    pub fn propose_tickets(&self, beginning: &str, which: Tickets) -> Result<Vec<Proposal>, Error> {
        self.store.read(|read| {
            let actor = self.recognize(read)?;
            // Who may not deal with it is not told what was flagged.
            actor.demand(if which.flagged { Action::Unflag } else { Action::Read })?;
            let visible = actor.visibility();
            let besides = read.tickets(&which.beside)?.into_iter().flatten().find(|ticket| visible.sees(ticket));
            let client = besides.map(|ticket| ticket.client);
            let filter =
                Filter { statuses: which.statuses, client, flagged: which.flagged, ..Filter::all(visible, actor.account.id) };
            let page = Page { order: Order::Updated, reverse: false, after: None, limit: MOST_TICKETS };
            let mut found = read.list(&filter, &page)?;
            found.retain(|ticket| ticket.number.as_str().starts_with(beginning));
            if beginning.chars().count() >= LEAST_OF_NUMBER {
                let known: BTreeSet<_> = found.iter().map(|ticket| ticket.seq).collect();
                let mut others = read.tickets_numbered(beginning, MOST_NUMBERS)?;
                others.retain(|ticket| {
                    let takes = filter.takes(ticket, |_| Ok::<_, Infallible>(false), |_, _| Ok(false));
                    !known.contains(&ticket.seq) && takes.unwrap_or_else(|never| match never {})
                });
                others.sort_by_key(|ticket| Order::Updated.key(ticket, &filter.visible));
                found.extend(others);
            }
            found.retain(|ticket| !which.beside.contains(&ticket.number));
            let proposal = |ticket: Ticket| Proposal { value: ticket.number.as_str().to_owned(), meaning: ticket.subject };
            Ok(found.into_iter().map(proposal).collect())
        })
    }

    /// The letters whose ids begin so: the first of those that still may leave, and of all once something was typed.
    ///
    /// # Errors
    /// Those of the gate and of the store.
    pub fn propose_letters(&self, beginning: &str, which: Letters) -> Result<Vec<Proposal>, Error> {
        self.store.read(|read| {
            self.recognize(read)?.demand(Action::ReadMail)?;
            let beginning = beginning.to_ascii_lowercase();
            let mut found = read.unsent_letters(MOST_LETTERS)?;
            // Of all letters there are too many to propose them before anything was typed.
            if let Some(first) = mail::first_id(&beginning).filter(|_| !beginning.is_empty()) {
                let known: BTreeSet<_> = found.iter().map(|letter| letter.id).collect();
                found.extend(read.letters_from(&first, MOST_LETTERS)?.into_iter().filter(|letter| !known.contains(&letter.id)));
            }
            let may_leave = |letter: &Letter| letter.state.is_waiting() || letter.state == LetterState::Dead;
            found.retain(|letter| which == Letters::All || may_leave(letter));
            let proposals =
                found.iter().map(|letter| Proposal { value: mail::id_text(&letter.id), meaning: letter.to.as_str().to_owned() });
            Ok(proposals.filter(|proposal| proposal.value.starts_with(&beginning)).collect())
        })
    }

    /// The people that one may know of whose handles begin so.
    ///
    /// # Errors
    /// Those of the gate and of the store.
    pub fn propose_people(&self, beginning: &str, which: People) -> Result<Vec<Proposal>, Error> {
        self.store.read(|read| {
            let actor = self.recognize(read)?;
            let reach = actor.demand(Action::ReadUsers)?;
            // Handles are taken in any case, and kept in small letters.
            let beginning = &beginning.to_lowercase();
            if which == People::ClientsSeen && reach == Reach::StaffNames {
                return clients_seen(read, &actor, beginning);
            }
            let wanted: &[Role] = match which {
                People::Staff => &Role::STAFF,
                People::Clients | People::ClientsSeen => &[Role::Client],
                People::Everybody => &Role::ALL,
            };
            let mut found = Vec::new();
            for role in
                wanted.iter().copied().filter(|role| reach == Reach::All || (reach == Reach::StaffNames && role.is_staff()))
            {
                found.extend(beginning_with(read, role, beginning)?);
            }
            found.retain(|account| which != People::Staff || account.can_be_assigned());
            found.sort_by(|one, other| one.handle.cmp(&other.handle));
            found.truncate(MOST_PEOPLE);
            Ok(found.into_iter().map(proposal).collect())
        })
    }
}

fn proposal(account: Account) -> Proposal {
    Proposal { value: account.handle.as_str().to_owned(), meaning: account.name.as_str().to_owned() }
}

/// The clients of the last tickets that somebody sees whose handles begin so: agents know no others.
fn clients_seen(read: &dyn Read, actor: &Actor, beginning: &str) -> Result<Vec<Proposal>, Error> {
    let page = Page { order: Order::Updated, reverse: false, after: None, limit: MOST_TICKETS };
    let tickets = read.list(&Filter::all(actor.visibility(), actor.account.id), &page)?;
    let clients: BTreeSet<_> = tickets.iter().map(|ticket| ticket.client).collect();
    let mut found = read.accounts(&clients.into_iter().collect::<Vec<_>>())?;
    found.retain(|account| account.handle.as_str().starts_with(beginning));
    found.sort_by(|one, other| one.handle.cmp(&other.handle));
    found.truncate(MOST_PEOPLE);
    Ok(found.into_iter().map(proposal).collect())
}

/// The first people of a role whose handles begin so.
fn beginning_with(read: &dyn Read, role: Role, beginning: &str) -> Result<Vec<Account>, Error> {
    let page = PeoplePage { role: Some(role), after: last_before(beginning), limit: MOST_PEOPLE };
    let mut found = read.people(&page)?;
    found.retain(|account| account.handle.as_str().starts_with(beginning));
    Ok(found)
}

/// A handle that comes before all that begin so, and after all that come before those; none where nothing does.
fn last_before(beginning: &str) -> Option<Handle> {
    const LONGEST: usize = 32;
    const SORTED: &[u8] = b"-.0123456789_abcdefghijklmnopqrstuvwxyz";
    let (last, before) = beginning.as_bytes().split_last()?;
    let mut text = before.to_vec();
    let place = SORTED.iter().position(|character| character == last)?;
    // Nothing comes between `ana` and `ana-`.
    if let Some(place) = place.checked_sub(1) {
        text.push(SORTED[place]);
        text.resize(LONGEST, b'z');
    }
    Handle::parse(&String::from_utf8(text).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_page_begins_right_before_what_was_typed(handle in "[a-z0-9][a-z0-9._-]{0,8}[a-z0-9]", other in "[a-z0-9][a-z0-9._-]{0,8}[a-z0-9]", typed in 1_usize..4) {
            let (Some(handle), Some(other)) = (Handle::parse(&handle), Handle::parse(&other)) else { return Ok(()) };
            let beginning = &handle.as_str()[..typed.min(handle.as_str().len())];
            if let Some(before) = last_before(beginning) {
                prop_assert!(before < handle, "{before:?} {handle:?}");
                prop_assert!(other.as_str() >= beginning || other <= before || beginning.ends_with('-'), "{before:?} {other:?} {beginning}");
            }
        }
    }
}
