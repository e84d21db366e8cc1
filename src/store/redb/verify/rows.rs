//! What follows from the records of the desk, of people, of letters and of the audit.

use super::{Findings, Part, each};
use crate::domain::account::AccountId;
use crate::domain::audit::AuditPayload;
use crate::domain::code::CodeId;
use crate::domain::letter::LetterId;
use crate::domain::session::SessionHash;
use crate::domain::time::Timestamp;
use crate::store::redb::audit::{Common, commons, link_of};
use crate::store::redb::codec::unpack;
use crate::store::redb::desk::{Counter, damaged, last_place};
use crate::store::redb::record::{
    AccountV2, CodeV1, KeyV2, LetterV2, PayloadV1, PlaceV1, SessionV1, TaskV1, TimeV1, TokenV1, TopicV2,
};
use crate::store::redb::source::Source;
use crate::store::redb::tables::{Kept, Key, Parts};
use crate::store::redb::tickets::ticket;
use crate::store::redb::{desk, outbox, people, purge, tasks, tokens};
use crate::store::{KeyRecord, Result, StoreError};

/// What is looked at here.
pub const PARTS: &[Part] = &[
    ("counters", counters),
    ("commands", commands),
    ("settings and topics", settings_and_topics),
    ("accounts", accounts),
    ("sessions", sessions),
    ("tokens", tokens),
    ("codes", codes),
    ("letters", letters),
    ("audit", audit),
    ("audit_places", audit_places),
    ("keys", keys),
    ("tasks", tasks),
    ("drafts", drafts),
];

/// A key that is not as the table's keys are.
fn strange() -> StoreError {
    damaged("a strange key")
}

/// That a place was given before the next one will be.
pub fn check_place(source: &dyn Source, counter: Counter, place: u64) -> Result<()> {
    if place <= last_place(source, counter)? { Ok(()) } else { Err(damaged("a place would be given twice")) }
}

fn counters(source: &dyn Source, findings: &mut Findings) -> Result<()> {
    for counter in Counter::ALL {
        if last_place(source, counter)? >= counter.end() {
            findings.add(format!("counters: no place is left for {counter:?}").to_lowercase());
        }
    }
    Ok(())
}

fn commands(source: &dyn Source, findings: &mut Findings) -> Result<()> {
    each(source, Kept::Commands, |key, bytes| {
        let time = Timestamp::from_millis(unpack::<TimeV1>(key, bytes)?.at);
        findings.expect(source, Kept::CommandTimes, &Key::new().time(time).bytes(key)).map(drop)
    })
}

fn settings_and_topics(source: &dyn Source, _: &mut Findings) -> Result<()> {
    desk::settings(source)?;
    each(source, Kept::Topics, |key, bytes| {
        let id = Parts(key).number().ok_or_else(strange)?;
        check_place(source, Counter::Topics, id.into())?;
        unpack::<TopicV2>(key, bytes).map(drop)
    })
}

fn accounts(source: &dyn Source, findings: &mut Findings) -> Result<()> {
    each(source, Kept::Accounts, |key, bytes| {
        let id = AccountId(Parts(key).number().ok_or_else(strange)?);
        let account = unpack::<AccountV2>(key, bytes)?.into_account(id)?;
        for (table, entry) in people::account_entries(&account) {
            if let Some(bytes) = findings.expect(source, table, &entry)?
                && unpack::<PlaceV1>(&entry, &bytes)?.place != u64::from(id.0)
            {
                findings.add(format!("{}: an entry leads to another account", table.name()));
            }
        }
        check_place(source, Counter::Accounts, id.0.into())
    })
}

fn sessions(source: &dyn Source, findings: &mut Findings) -> Result<()> {
    each(source, Kept::Sessions, |key, bytes| {
        let hash = SessionHash(key.try_into().map_err(|_| strange())?);
        let session = unpack::<SessionV1>(key, bytes)?.into_session(hash);
        people::session_entries(&session).iter().try_for_each(|(table, entry)| findings.expect(source, *table, entry).map(drop))
    })
}

fn tokens(source: &dyn Source, findings: &mut Findings) -> Result<()> {
    each(source, Kept::Tokens, |key, bytes| {
        let id = tokens::id_of_row(key).ok_or_else(strange)?;
        let token = unpack::<TokenV1>(key, bytes)?.into_token(id)?;
        if let Some(bytes) = findings.expect(source, Kept::TokenHashes, &token.hash.0)?
            && unpack::<PlaceV1>(&token.hash.0, &bytes)?.place != u64::from(id.0)
        {
            findings.add("token_hashes: an entry leads to another token".into());
        }
        for (table, entry) in tokens::token_entries(&token) {
            findings.expect(source, table, &entry)?;
        }
        check_place(source, Counter::Tokens, id.0.into())
    })
}

fn codes(source: &dyn Source, findings: &mut Findings) -> Result<()> {
    each(source, Kept::Codes, |key, bytes| {
        let id = CodeId(Parts(key).long().ok_or_else(strange)?);
        let code = unpack::<CodeV1>(key, bytes)?.into_code(id)?;
        for (table, entry) in people::code_entries(&code) {
            findings.expect(source, table, &entry)?;
        }
        check_place(source, Counter::Codes, id.0)
    })
}

fn letters(source: &dyn Source, findings: &mut Findings) -> Result<()> {
    each(source, Kept::Letters, |key, bytes| {
        let id = LetterId(key.try_into().map_err(|_| strange())?);
        let letter = unpack::<LetterV2>(key, bytes)?.into_letter(id)?;
        outbox::letter_entries(&letter).iter().try_for_each(|(table, entry)| findings.expect(source, *table, entry).map(drop))
    })
}

/// The chain: each link after the one before, each payload as its link says, unless it was erased.
fn audit(source: &dyn Source, findings: &mut Findings) -> Result<()> {
    let (mut place, mut hash) = (0_u64, [0; 32]);
    each(source, Kept::Audit, |key, bytes| {
        let link = link_of(key, bytes)?;
        if Some(link.sequence) != place.checked_add(1) || link.previous != hash {
            findings.add(format!("audit {}: does not follow the link before", link.sequence));
        }
        let mut payload = None;
        if let Some(kept) = source.get(Kept::AuditPayloads, key)? {
            findings.expect(source, Kept::AuditPayloads, key)?;
            let kept = payload.insert(AuditPayload::from(unpack::<PayloadV1>(key, &kept)?));
            if kept.hash() != link.payload_hash {
                findings.add(format!("audit {}: its payload was changed", link.sequence));
            }
        } else {
            findings.erased.push((link.sequence, link.at));
        }
        for common in commons(source, &link, payload.as_ref())? {
            findings.expect(source, Kept::AuditPlaces, &common.key(&link))?;
        }
        (place, hash) = (link.sequence, link.hash());
        Ok(())
    })
}

/// Where links are found. Which tickets were touched by one whose payload was erased is known only here. No payload is read: one of
/// a command over many tickets is found from each of them.
fn audit_places(source: &dyn Source, findings: &mut Findings) -> Result<()> {
    each(source, Kept::AuditPlaces, |key, _| {
        let (common, time, sequence) = Common::of_key(key).ok_or_else(strange)?;
        if matches!(common, Common::Ticket(_)) && findings.erased.binary_search(&(sequence, time)).is_ok() {
            findings.expect(source, Kept::AuditPlaces, key)?;
        }
        Ok(())
    })
}

fn keys(source: &dyn Source, findings: &mut Findings) -> Result<()> {
    each(source, Kept::Keys, |key, bytes| {
        let record = KeyRecord::from(unpack::<KeyV2>(key, bytes)?);
        findings.expect(source, Kept::KeyEnds, &outbox::key_end(key, &record)).map(drop)
    })
}

fn tasks(source: &dyn Source, findings: &mut Findings) -> Result<()> {
    each(source, Kept::Tasks, |key, bytes| {
        let task = unpack::<TaskV1>(key, bytes)?.into_task(tasks::id_of(key)?)?;
        if ticket(source, task.ticket)?.is_none() {
            findings.add(format!("tasks: the ticket of task {} is not there", task.id));
        }
        tasks::task_entries(&task).iter().try_for_each(|entry| findings.expect(source, Kept::TaskPlaces, entry).map(drop))?;
        check_place(source, Counter::Tasks, task.id.0.into())
    })
}

fn drafts(source: &dyn Source, findings: &mut Findings) -> Result<()> {
    each(source, Kept::Drafts, |key, _| {
        let (of, slot) = purge::draft_of(key)?;
        findings.expect(source, Kept::DraftPlaces, &purge::draft_place(&slot, of)).map(drop)
    })
}
