//! The house rules where words are written: what clients and agents say to each other is looked at, and nothing else.
//!
//! For the name of a file nothing is refused, but it is flagged; what is in it is not looked at, nor is what stands between staff. What
//! comes by mail is handed in without what the mail program put under it. The names that clients and agents give themselves are
//! looked at too, since the other side reads them.

use super::change::Change;
use super::gate::Actor;
use super::handling::Handling;
use super::view::EntryView;
use super::{Error, desk};

use crate::domain::account::Role;
use crate::domain::entry::Attachment;
use crate::domain::house_rules::{Breach, Field, Insults, Matter, Own, Rules, Spots, Treatment};
use crate::domain::policy;
use crate::domain::refusal::Refusal;
use crate::domain::settings::parse_mailbox;
use crate::domain::ticket::Ticket;
use crate::store::{Read, StoreError};

/// Looks at words as they were given, and at the names of the files with them, before they are said: what they are to be flagged for.
///
/// # Errors
/// `HouseRules` for what the desk lets nobody say; those of the store.
pub fn look(change: &Change<'_>, actor: &Actor, texts: &[(Field, &str)], files: &[Attachment]) -> Result<Vec<Matter>, Error> {
    if !policy::is_under_house_rules(actor.account.role) || texts.is_empty() {
        return Ok(Vec::new());
    }
    let rules = rules(change.read())?;
    let mut verdict = rules.judge(texts);
    refuse(change.read(), verdict.blocked)?;
    for matter in files.iter().flat_map(|file| rules.notice(&file.name)) {
        if !verdict.flagged.contains(&matter) {
            verdict.flagged.push(matter);
        }
    }
    Ok(verdict.flagged)
}

/// Sees that a name and a handle that somebody of a role gives themselves say nothing by which they can be reached past the desk.
///
/// # Errors
/// `HouseRules`; those of the store.
pub fn see_names(read: &dyn Read, role: Role, name: Option<&str>, handle: Option<&str>) -> Result<(), Error> {
    let given = [name.map(|name| (Field::Name, name)), handle.map(|handle| (Field::Handle, handle))];
    let given: Vec<_> = given.into_iter().flatten().collect();
    if !policy::is_under_house_rules(role) || given.is_empty() {
        return Ok(());
    }
    refuse(read, rules(read)?.about(&[Matter::Phone, Matter::Email]).judge(&given).blocked)
}

fn refuse(read: &dyn Read, spots: Spots) -> Result<(), Error> {
    if spots.shown.is_empty() {
        return Ok(());
    }
    Err(Refusal::HouseRules(Breach { spots, phone: phone(read)? }).into())
}

/// Flags a ticket for what is said in it now.
pub fn flag(handling: &mut Handling, matters: &[Matter]) {
    if matters.is_empty() {
        return;
    }
    for matter in matters {
        handling.ticket.flags.set(*matter);
    }
    let ids: Vec<_> = matters.iter().map(|matter| matter.id()).collect();
    handling.audit("flags", ids);
}

/// Marks in a thread what its ticket is flagged for, since somebody said last that they had dealt with it.
///
/// # Errors
/// Those of the store.
pub fn mark(read: &dyn Read, ticket: &Ticket, thread: &mut [EntryView]) -> Result<(), StoreError> {
    let matters: Vec<_> = Matter::ALL.into_iter().filter(|matter| ticket.flags.has(*matter)).collect();
    if matters.is_empty() {
        return Ok(());
    }
    let rules = rules(read)?;
    let is_dealt_with = |entry: &EntryView| entry.event.as_ref().is_some_and(|event| event.id == "unflagged");
    let first = thread.iter().rposition(is_dealt_with).map_or(0, |last| last + 1);
    // The subject was given with the first message.
    let opening = thread.iter().position(|entry| entry.kind == "message" && entry.merged_from.is_none());
    for (place, entry) in thread.iter_mut().enumerate().skip(first) {
        let is_looked_at =
            entry.kind != "note" && entry.author.as_ref().is_some_and(|author| policy::is_under_house_rules(author.role));
        // What a client reminds with is said in the event.
        let reminder = entry.event.as_ref().filter(|event| event.id == "reminded").and_then(|event| event.reason.as_ref());
        if let (true, Some(body)) = (is_looked_at, entry.body.as_ref().or(reminder)) {
            let texts = [(Field::Subject, ticket.subject.as_str()), (Field::Message, body.as_str())];
            let files = entry.attachments.iter().map(|file| (Field::Attachment, file.name.as_str()));
            let mut spots = Spots::default();
            for (field, text) in texts.into_iter().skip(usize::from(opening != Some(place))).chain(files) {
                spots.add(field, text, &rules.find(text, &matters));
            }
            entry.found = spots;
        }
    }
    Ok(())
}

/// What the desk does about each matter.
///
/// # Errors
/// Those of the store.
pub fn treatments(read: &dyn Read) -> Result<Vec<(Matter, Treatment)>, StoreError> {
    let mut treatments = Vec::with_capacity(Matter::ALL.len());
    for matter in Matter::ALL {
        let set = desk::value(read, &format!("rules.{}", matter.id()))?;
        treatments.push((matter, Treatment::from_id(&set).unwrap_or(Treatment::Block)));
    }
    Ok(treatments)
}

fn rules(read: &dyn Read) -> Result<Rules, StoreError> {
    let treatments = treatments(read)?;
    let mut own = Vec::new();
    own.extend(desk::optional(read, "desk.phone")?);
    for key in ["desk.contact", "mail.from", "mail.in.address"] {
        let mailbox = desk::optional(read, key)?;
        own.extend(mailbox.as_deref().and_then(parse_mailbox).map(|(_, address)| address.as_str().to_owned()));
    }
    Ok(Rules { treatments, insults: Insults::of_desk(&desk::value(read, "rules.insults")?), own: Own::of(&own) })
}

/// The desk's telephone, with its hours and its cost.
fn phone(read: &dyn Read) -> Result<Option<String>, StoreError> {
    let Some(phone) = desk::optional(read, "desk.phone")? else { return Ok(None) };
    let mut also = Vec::new();
    for key in ["desk.phone_hours", "desk.phone_cost"] {
        also.extend(desk::optional(read, key)?);
    }
    Ok(Some(if also.is_empty() { phone } else { format!("{phone} ({})", also.join("; ")) }))
}
