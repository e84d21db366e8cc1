//! `purge`: closed tickets go for ever, some hundreds in a transaction; and what the settings of retention say goes by itself.
//!
//! What became a part of a ticket goes with it and stays with it. A link of the audit loses what it tells once every ticket that it
//! names is gone, and what was printed under its key goes with that; that somebody did something then, and to which number, stays.

use std::collections::BTreeSet;

use super::change::{Call, Change, Outcome};
use super::gate::Actor;
use super::view::PersonView;
use super::viewer::Viewer;
use super::{App, Error, desk, draft, keys, merge};
use crate::domain::audit::{AuditFilter, AuditPayload};
use crate::domain::policy::Action;
use crate::domain::stats::Milestone;
use crate::domain::ticket::{Ticket, TicketNumber, TicketSeq};
use crate::domain::time::{Span, Timestamp};
use crate::store::{Read, Store, StoreError};
use chrono_tz::Tz;

/// Tickets that one transaction takes away; others get in between.
pub const STEP: usize = 200;
/// Entries in so many tickets, by which a transaction ends too: others wait for it.
const MOST_ENTRIES: u32 = 2_000;
/// Tickets that are looked at at once.
const BLOCK: usize = 256;
/// Links that are looked at at once: the payload of one may be large.
const FEW: usize = 16;
/// For how long attachments stay that no entry took up, as a command may be about to.
const ORPHAN_AGE: Span = Span::days(1);

/// Where a walk through the closed tickets stands.
type Cursor = Option<(Timestamp, TicketSeq)>;

/// A ticket that went, or would go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PurgedView {
    /// Its number, which is never given again.
    pub number: TicketNumber,
    /// What it was about.
    pub subject: String,
    /// Whose it was.
    pub client: Option<PersonView>,
    /// When it was closed.
    pub closed_at: Option<Timestamp>,
    /// The ticket that it went with.
    pub merged_into: Option<TicketNumber>,
    /// Its texts.
    pub messages: u32,
    /// Its files.
    pub attachments: u32,
    /// Whether it went, or would.
    pub changed: bool,
    /// The zone that people are told times in.
    pub zone: Tz,
}

/// What one transaction took away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Purged {
    /// Which, oldest closing first, each with its parts behind it.
    pub tickets: Vec<PurgedView>,
    /// Where the next one goes on; none at the end.
    pub next: Cursor,
}

/// Gives the tickets that were closed before, oldest closing first, each with its parts, until `give` says that it is enough. What is
/// a part of a ticket that stays, stays.
fn walk<E: From<StoreError>>(
    read: &dyn Read,
    before: Timestamp,
    mut after: Cursor,
    block: usize,
    mut give: impl FnMut(Vec<Ticket>) -> Result<bool, E>,
) -> Result<Cursor, E> {
    loop {
        let tickets = read.closed_before(before, after, block)?;
        if tickets.is_empty() {
            return Ok(None);
        }
        for ticket in tickets {
            after = ticket.closed_at.map(|at| (at, ticket.seq));
            let parts = merge::parts_of(read, ticket.seq, &read.thread(ticket.seq)?)?;
            if !give(std::iter::once(ticket).chain(parts).collect())? {
                return Ok(after);
            }
        }
    }
}

fn view(viewer: &mut Viewer<'_>, ticket: &Ticket, zone: Tz) -> Result<PurgedView, StoreError> {
    let tally = ticket.tally;
    Ok(PurgedView {
        number: ticket.number.clone(),
        subject: ticket.subject.clone(),
        client: viewer.person(ticket.client)?,
        closed_at: ticket.closed_at,
        merged_into: ticket.merged_into.as_ref().map(|into| into.number.clone()),
        messages: tally.public_texts + tally.notes,
        attachments: tally.public_attachments + tally.note_attachments,
        changed: true,
        zone,
    })
}

/// What was closed before goes, at most `most` tickets and the parts of the last; says where the next transaction goes on.
fn take_away(
    change: &mut Change<'_>,
    before: Timestamp,
    after: Cursor,
    most: usize,
) -> Result<(Vec<Ticket>, Cursor), StoreError> {
    let (mut going, mut entries) = (Vec::<Ticket>::new(), 0_u32);
    let next = walk(change.read(), before, after, most.min(BLOCK), |tickets| -> Result<bool, StoreError> {
        entries = tickets.iter().fold(entries, |sum, ticket| sum.saturating_add(ticket.tally.last_entry));
        going.extend(tickets);
        Ok(going.len() < most && entries < MOST_ENTRIES)
    })?;
    for ticket in &going {
        for slot in draft::slots_about(&ticket.number) {
            for (writer, slot) in change.read().drafts_under(&slot)? {
                change.write().put_draft(writer, &slot, None)?;
            }
        }
        change.write().purge_ticket(ticket.seq)?;
        change.note(serde_json::json!({ "ticket": ticket.number.as_str(), "what": "purged" }));
    }
    erase_links(change, &going)?;
    if !going.is_empty() {
        let files = going.iter().map(|ticket| ticket.tally.public_attachments + ticket.tally.note_attachments).sum::<u32>();
        let before = change.now.minus(ORPHAN_AGE);
        change.write().remove_orphans(before, files as usize)?;
    }
    Ok((going, next))
}

/// Erases what links tell of tickets that are gone, where they tell of no other, and what was printed then under a key.
fn erase_links(change: &mut Change<'_>, gone: &[Ticket]) -> Result<(), StoreError> {
    let mut seen = BTreeSet::new();
    for ticket in gone {
        let filter = AuditFilter { ticket: Some(ticket.seq), ..AuditFilter::default() };
        let mut after = None;
        loop {
            let links = change.read().audit_list(&filter, after, FEW)?;
            let Some(last) = links.last() else { break };
            after = Some(last.sequence);
            for link in links {
                // One command may have touched very many: it is looked at once.
                if seen.insert(link.sequence)
                    && let Some(payload) = told_of_gone_alone(change.read(), link.sequence)?
                {
                    keys::empty_printed(change.write(), &link, &payload)?;
                    change.write().erase_audit_payload(link.sequence)?;
                }
            }
        }
    }
    Ok(())
}

fn told_of_gone_alone(read: &dyn Read, sequence: u64) -> Result<Option<AuditPayload>, StoreError> {
    let Some(payload) = read.audit_payload(sequence)? else { return Ok(None) };
    for number in payload.tickets().filter_map(TicketNumber::parse) {
        if read.tickets(&[number])?.pop().flatten().is_some() {
            return Ok(None);
        }
    }
    Ok(Some(payload))
}

/// How many tickets would go that were closed before, counted as far as `most`: no thread is read for it.
///
/// # Errors
/// Those of the store.
pub(super) fn count_closed(read: &dyn Read, before: Timestamp, most: usize) -> Result<usize, StoreError> {
    let (mut count, mut after) = (0, None);
    loop {
        let block = read.reached(Milestone::Closed, (Timestamp::MIN, before), after, BLOCK)?;
        let Some(last) = block.last() else { return Ok(count) };
        after = Milestone::Closed.of(last).map(|at| (at, last.seq));
        for ticket in &block {
            let whole = ticket.merged_into.as_ref().map_or(Ok(None), |into| read.ticket(into.seq))?;
            let goes = whole.is_none_or(|whole| whole.closed_at.is_some_and(|at| at < before));
            count += usize::from(goes);
            if count >= most {
                return Ok(count);
            }
        }
    }
}

/// Takes away tickets that were closed for longer than `retention.closed`, at most `limit` and the parts of the last. Says how many.
///
/// # Errors
/// Those of the store.
pub fn purge_due(change: &mut Change<'_>, limit: usize) -> Result<usize, StoreError> {
    match desk::optional_span(change.read(), "retention.closed")? {
        Some(span) => Ok(take_away(change, change.now.minus(span), None, limit)?.0.len()),
        None => Ok(0),
    }
}

/// Erases what links of the audit tell that are older than `retention.audit`, at most `limit` of them. Says how many.
///
/// # Errors
/// Those of the store.
pub fn erase_due(change: &mut Change<'_>, limit: usize) -> Result<usize, StoreError> {
    let Some(span) = desk::optional_span(change.read(), "retention.audit")? else { return Ok(0) };
    let before = change.now.minus(span);
    let links = change.read().audit_told_before(before, limit)?;
    for link in &links {
        change.write().erase_audit_payload(*link)?;
    }
    Ok(links.len())
}

impl<S: Store> App<'_, S> {
    /// The tickets that were closed before, with their parts: what would go, at most `limit` and the parts of the last.
    ///
    /// # Errors
    /// Those of the gate and of the store.
    pub fn purgeable(&self, before: Timestamp, limit: usize) -> Result<Vec<PurgedView>, Error> {
        self.store.read(|read| {
            let actor = self.actor(read)?;
            actor.demand(Action::Purge)?;
            let (mut viewer, zone) = (Viewer::new(read, &actor, self.language, self.now), desk::zone(read)?);
            let mut found = Vec::new();
            walk(read, before, None, limit.min(BLOCK), |tickets| -> Result<bool, Error> {
                for ticket in &tickets {
                    found.push(view(&mut viewer, ticket, zone)?);
                }
                Ok(found.len() < limit)
            })?;
            Ok(found)
        })
    }

    /// Takes away tickets that were closed before, in one transaction: at most `most` and the parts of the last.
    ///
    /// # Errors
    /// Those of the gate and of the store.
    pub fn purge(&self, before: Timestamp, after: Cursor, most: usize) -> Result<Purged, Error> {
        let outcome = self.change("purge", &Call::default(), &|_| crate::store::Printed::default(), |change, actor| {
            self.purge_in(change, actor, (before, after), most)
        })?;
        Ok(match outcome {
            Outcome::Done(done) => done.value,
            Outcome::Replayed(_) => Purged::default(),
        })
    }

    fn purge_in(
        &self,
        change: &mut Change<'_>,
        actor: &Actor,
        (before, after): (Timestamp, Cursor),
        most: usize,
    ) -> Result<Purged, Error> {
        actor.demand(Action::Purge)?;
        let (going, next) = take_away(change, before, after, most.min(STEP))?;
        let zone = desk::zone(change.read())?;
        let mut viewer = Viewer::new(change.read(), actor, self.language, self.now);
        let tickets = going.iter().map(|ticket| view(&mut viewer, ticket, zone)).collect::<Result<_, _>>()?;
        Ok(Purged { tickets, next })
    }
}
