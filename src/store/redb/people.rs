//! People, and how they prove who they are: accounts, sessions, codes, throttles.
//!
//! What a question or a change means is said at the seam, under the same name.

use std::ops::ControlFlow;

use super::codec::unpack;
use super::desk::{Counter, damaged, ended, take_place};
use super::record::{AccountV2, CodeV1, PlaceV1, SessionV1, ThrottleV1, codes};
use super::source::{Source, Writer, keys, load, load_indexed, scan_prefix};
use super::tables::{Kept, Key, Parts};
use crate::domain::account::{Account, AccountId, EmailAddress, Handle};
use crate::domain::code::{Code, CodeId, CodeKind};
use crate::domain::session::{Session, SessionHash, Throttle};
use crate::domain::time::Timestamp;
use crate::store::{PeoplePage, Result, StoreError};

pub fn account(source: &dyn Source, id: AccountId) -> Result<Option<Account>> {
    load::<AccountV2>(source, Kept::Accounts, &account_key(id))?.map(|stored| stored.into_account(id)).transpose()
}

pub fn account_by_handle(source: &dyn Source, handle: &Handle) -> Result<Option<Account>> {
    indexed(source, Kept::Handles, handle.as_str().as_bytes(), |account| account.handle == *handle)
}

pub fn account_by_email(source: &dyn Source, email: &EmailAddress) -> Result<Option<Account>> {
    let key = email.key();
    indexed(source, Kept::Addresses, key.as_bytes(), |account| account.email.key() == key)
}

pub fn people(source: &dyn Source, page: &PeoplePage) -> Result<Vec<Account>> {
    let (table, prefix) = match page.role {
        None => (Kept::Handles, Key::new()),
        Some(role) => (Kept::Roles, Key::new().byte(codes::role(role))),
    };
    let after = page.after.as_ref().map(|handle| prefix.clone().bytes(handle.as_str().as_bytes()));
    let mut places = Vec::new();
    scan_prefix(source, table, &prefix, after.as_deref(), &mut |key, bytes| {
        if places.len() >= page.limit {
            return Ok(ControlFlow::Break(()));
        }
        let handle = key.get(prefix.len()..).unwrap_or_default().to_vec();
        places.push((handle, account_of(unpack(key, bytes)?)?));
        Ok(ControlFlow::Continue(()))
    })?;
    let fits = |account: &Account, handle: &[u8]| {
        account.handle.as_str().as_bytes() == handle && page.role.is_none_or(|role| role == account.role)
    };
    places.into_iter().map(|(handle, id)| checked(source, id, |account| fits(account, &handle))).collect()
}

/// The account that an index entry leads to, which must be what the entry says.
fn indexed(source: &dyn Source, table: Kept, key: &[u8], fits: impl Fn(&Account) -> bool) -> Result<Option<Account>> {
    let Some(place) = load::<PlaceV1>(source, table, key)? else { return Ok(None) };
    checked(source, account_of(place)?, fits).map(Some)
}

fn checked(source: &dyn Source, id: AccountId, fits: impl Fn(&Account) -> bool) -> Result<Account> {
    let account = load_indexed::<AccountV2>(source, Kept::Accounts, &account_key(id))?.into_account(id)?;
    if fits(&account) { Ok(account) } else { Err(damaged("an index leads to the wrong account")) }
}

fn account_of(place: PlaceV1) -> Result<AccountId> {
    u32::try_from(place.place).map(AccountId).map_err(|_| damaged("an account's place is beyond its end"))
}

pub fn put_account(writer: &Writer, account: &Account) -> Result<()> {
    let before = self::account(writer, account.id)?;
    let (handle, email) = (account.handle.as_str(), account.email.key());
    for (table, key) in [(Kept::Handles, handle.as_bytes()), (Kept::Addresses, email.as_bytes())] {
        if let Some(place) = load::<PlaceV1>(writer, table, key)?
            && account_of(place)? != account.id
        {
            return Err(StoreError::Corrupt("a handle or an address is another's".into()));
        }
    }
    let (old, new) = (before.as_ref().map(account_entries).unwrap_or_default(), account_entries(account));
    for (table, key) in old.iter().filter(|entry| !new.contains(entry)) {
        writer.remove(*table, key)?;
    }
    for (table, key) in new.iter().filter(|entry| !old.contains(entry)) {
        writer.store(*table, key, &PlaceV1 { place: account.id.0.into() })?;
    }
    take_place(writer, Counter::Accounts, account.id.0.into())?;
    writer.store(Kept::Accounts, &account_key(account.id), &AccountV2::from(account))
}

/// The index entries of an account: by handle, by address, by role, and by since when it waits to be confirmed, if it does.
pub fn account_entries(account: &Account) -> Vec<(Kept, Key)> {
    let handle = account.handle.as_str().as_bytes();
    let mut entries = vec![
        (Kept::Handles, Key::new().bytes(handle)),
        (Kept::Addresses, Key::new().bytes(account.email.key().as_bytes())),
        (Kept::Roles, Key::new().byte(codes::role(account.role)).bytes(handle)),
    ];
    let since = account.waits_for_confirmation_since();
    entries.extend(since.map(|since| (Kept::Unconfirmed, Key::new().time(since).number(account.id.0))));
    entries
}

pub fn account_key(id: AccountId) -> Key {
    Key::new().number(id.0)
}

pub fn session(source: &dyn Source, hash: &SessionHash) -> Result<Option<Session>> {
    Ok(load::<SessionV1>(source, Kept::Sessions, &hash.0)?.map(|stored| stored.into_session(*hash)))
}

/// What the index entries of an account's sessions begin with.
fn session_owner(account: AccountId) -> Key {
    Key::new().number(account.0)
}

/// The hash at the end of an index entry of a session.
fn session_hash(key: &[u8]) -> Result<SessionHash> {
    key.last_chunk().copied().map(SessionHash).ok_or_else(|| damaged("an index of sessions has a strange key"))
}

/// The index entries of a session: by account, by end. When it ends follows from the limits of the domain, so that other limits
/// take a step of the schema.
pub fn session_entries(session: &Session) -> [(Kept, Key); 2] {
    let hash = &session.hash.0;
    [
        (Kept::SessionOwners, session_owner(session.account).bytes(hash)),
        (Kept::SessionEnds, Key::new().time(session.expires_at()).bytes(hash)),
    ]
}

pub fn put_session(writer: &Writer, session: &Session) -> Result<()> {
    let before = self::session(writer, &session.hash)?;
    let before = before.as_ref().map(session_entries);
    for (index, (table, after)) in session_entries(session).iter().enumerate() {
        let before = before.as_ref().and_then(|before| before.get(index)).map(|(_, key)| &**key);
        writer.reindex(*table, before, Some(after))?;
    }
    writer.store(Kept::Sessions, &session.hash.0, &SessionV1::from(session))
}

pub fn remove_session(writer: &Writer, hash: &SessionHash) -> Result<()> {
    let Some(session) = session(writer, hash)? else { return Ok(()) };
    for (table, key) in session_entries(&session) {
        writer.remove(table, &key)?;
    }
    writer.remove(Kept::Sessions, &hash.0)
}

pub fn remove_sessions(writer: &Writer, account: AccountId) -> Result<()> {
    let hashes = keys(writer, Kept::SessionOwners, &session_owner(account), usize::MAX)?;
    hashes.iter().try_for_each(|key| remove_session(writer, &session_hash(key)?))
}

pub fn remove_ended_sessions(writer: &Writer, before: Timestamp, limit: usize) -> Result<usize> {
    let hashes = ended(writer, Kept::SessionEnds, before, limit)?;
    hashes.iter().try_for_each(|key| remove_session(writer, &session_hash(key)?))?;
    Ok(hashes.len())
}

/// Writes down when each session ends: a part of the step to schema 2.
pub fn index_session_ends(writer: &Writer) -> Result<()> {
    let hashes = keys(writer, Kept::Sessions, &[], usize::MAX)?;
    for key in hashes {
        if let Some(session) = session(writer, &session_hash(&key)?)? {
            let [_, (table, end)] = session_entries(&session);
            writer.insert(table, &end, &[])?;
        }
    }
    Ok(())
}

fn code_address(address: &EmailAddress, kind: CodeKind) -> Key {
    Key::new().text(&address.key()).byte(codes::kind(kind))
}

fn code_key(id: CodeId) -> Key {
    Key::new().long(id.0)
}

pub fn codes(source: &dyn Source, address: &EmailAddress, kind: CodeKind) -> Result<Vec<Code>> {
    let prefix = code_address(address, kind);
    let sent = keys(source, Kept::CodeAddresses, &prefix, usize::MAX)?;
    let load = |key: Vec<u8>| {
        let id = Parts(key.get(prefix.len()..).unwrap_or_default()).long().map(CodeId);
        let id = id.ok_or_else(|| damaged("code_addresses: a strange key"))?;
        let code = load_indexed::<CodeV1>(source, Kept::Codes, &code_key(id))?.into_code(id)?;
        let fits = code.address.key() == address.key() && code.purpose.kind() == kind;
        if fits { Ok(code) } else { Err(damaged("an index leads to the wrong code")) }
    };
    sent.into_iter().map(load).collect()
}

fn code(source: &dyn Source, id: CodeId) -> Result<Option<Code>> {
    load::<CodeV1>(source, Kept::Codes, &code_key(id))?.map(|stored| stored.into_code(id)).transpose()
}

/// The index entries of a code: by address, by end.
pub fn code_entries(code: &Code) -> [(Kept, Key); 2] {
    [
        (Kept::CodeAddresses, code_address(&code.address, code.purpose.kind()).long(code.id.0)),
        (Kept::CodeEnds, Key::new().time(code.expires_at).long(code.id.0)),
    ]
}

pub fn put_code(writer: &Writer, code: &Code) -> Result<()> {
    if let Some(before) = self::code(writer, code.id)? {
        remove_code(writer, &before)?;
    }
    for (table, key) in code_entries(code) {
        writer.insert(table, &key, &[])?;
    }
    take_place(writer, Counter::Codes, code.id.0)?;
    writer.store(Kept::Codes, &code_key(code.id), &CodeV1::from(code))
}

pub fn remove_code(writer: &Writer, code: &Code) -> Result<()> {
    let Some(kept) = self::code(writer, code.id)? else { return Ok(()) };
    for (table, key) in code_entries(&kept) {
        writer.remove(table, &key)?;
    }
    writer.remove(Kept::Codes, &code_key(code.id))
}

pub fn remove_expired_codes(writer: &Writer, before: Timestamp, limit: usize) -> Result<usize> {
    let keys = ended(writer, Kept::CodeEnds, before, limit)?;
    for key in &keys {
        let mut parts = Parts(key);
        let id = parts.time().and_then(|_| parts.long()).map(CodeId).ok_or_else(|| damaged("code_ends: a strange key"))?;
        let code = code(writer, id)?.ok_or_else(|| damaged("code_ends: an index points to nothing"))?;
        remove_code(writer, &code)?;
    }
    Ok(keys.len())
}

pub fn throttle(source: &dyn Source, bucket: u32) -> Result<Throttle> {
    Ok(load::<ThrottleV1>(source, Kept::Throttles, &Key::new().number(bucket))?.map_or_else(Throttle::default, Throttle::from))
}

pub fn put_throttle(writer: &Writer, bucket: u32, throttle: &Throttle) -> Result<()> {
    writer.store(Kept::Throttles, &Key::new().number(bucket), &ThrottleV1::from(throttle))
}
