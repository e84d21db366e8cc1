//! Accounts by since when they wait to be confirmed, and an account that goes with all that was kept of it.
//!
//! What a question or a change means is said at the seam, under the same name.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use super::codec::unpack;
use super::desk::{damaged, ended};
use super::people::{account, account_entries, account_key, codes, put_account, remove_code, remove_sessions};
use super::purge::draft_of;
use super::record::{AccountV2, EntryV1, TicketV3};
use super::source::{Source, Writer, keys, load_indexed, scan_prefix};
use super::tables::{Kept, Key, Parts};
use super::texts::place_of;
use super::{outbox, threads, tokens};
use crate::domain::account::{Account, AccountId, Role, Standing};
use crate::domain::code::CodeKind;
use crate::domain::ticket::TicketSeq;
use crate::domain::time::Timestamp;
use crate::store::Result;

pub fn unconfirmed(source: &dyn Source, before: Timestamp, limit: usize) -> Result<Vec<Account>> {
    let load = |key: Vec<u8>| {
        let id =
            key.last_chunk().map(|id| AccountId(u32::from_be_bytes(*id))).ok_or_else(|| damaged("unconfirmed: a strange key"))?;
        let account = load_indexed::<AccountV2>(source, Kept::Accounts, &account_key(id))?.into_account(id)?;
        let is_right = account_entries(&account).iter().any(|(table, entry)| *table == Kept::Unconfirmed && **entry == *key);
        if is_right { Ok(account) } else { Err(damaged("unconfirmed: an account is not where it says")) }
    };
    ended(source, Kept::Unconfirmed, before, limit)?.into_iter().map(load).collect()
}

pub fn remove_account(writer: &Writer, id: AccountId) -> Result<()> {
    let Some(account) = account(writer, id)? else { return Ok(()) };
    remove_sessions(writer, id)?;
    for token in tokens::tokens(writer, Some(id))? {
        tokens::remove_token(writer, &token)?;
    }
    for kind in CodeKind::OF_ACCOUNTS {
        for code in codes(writer, &account.email, kind)?.into_iter().filter(|code| code.purpose.account() == Some(id)) {
            remove_code(writer, &code)?;
        }
    }
    for letter in outbox::letters_to(writer, id)? {
        writer.remove(Kept::Frozen, &letter.id.0)?;
        outbox::remove_letter(writer, &letter)?;
    }
    for key in keys(writer, Kept::Drafts, &Key::new().number(id.0), usize::MAX)? {
        threads::put_draft(writer, id, &draft_of(&key)?.1, None)?;
    }
    outbox::remove_keys(writer, id)?;
    for (table, key) in account_entries(&account) {
        writer.remove(table, &key)?;
    }
    writer.remove(Kept::Accounts, &account_key(id))
}

/// Notes since when clients wait to be confirmed, as it counts from schema 6 on, but for those who are named in a ticket: a part of the
/// step there. Threads are read only where there is anybody who may be named there.
pub fn count_all(writer: &Writer) -> Result<()> {
    let mut waiting = BTreeMap::new();
    scan_prefix(writer, Kept::Accounts, &[], None, &mut |key, bytes| {
        let id = AccountId(Parts(key).number().ok_or_else(|| damaged("accounts: a strange key"))?);
        let account = unpack::<AccountV2>(key, bytes)?.into_account(id)?;
        if account.role == Role::Client && account.standing == Standing::Invited {
            waiting.insert(id, account);
        }
        Ok(ControlFlow::Continue(()))
    })?;
    leave_out_named(writer, &mut waiting)?;
    for account in waiting.into_values() {
        put_account(writer, &Account { unconfirmed_since: Some(account.created_at), ..account })?;
    }
    Ok(())
}

fn leave_out_named(writer: &Writer, waiting: &mut BTreeMap<AccountId, Account>) -> Result<()> {
    if waiting.is_empty() {
        return Ok(());
    }
    let mut named = BTreeSet::new();
    scan_prefix(writer, Kept::Tickets, &[], None, &mut |key, bytes| {
        let seq = TicketSeq(Parts(key).number().ok_or_else(|| damaged("tickets: a strange key"))?);
        named.insert(unpack::<TicketV3>(key, bytes)?.into_ticket(seq)?.client);
        Ok(ControlFlow::Continue(()))
    })?;
    scan_prefix(writer, Kept::Entries, &[], None, &mut |key, bytes| {
        let (_, id) = place_of(key)?;
        named.extend(unpack::<EntryV1>(key, bytes)?.into_entry(id)?.people());
        Ok(ControlFlow::Continue(()))
    })?;
    waiting.retain(|id, _| !named.contains(id));
    Ok(())
}
