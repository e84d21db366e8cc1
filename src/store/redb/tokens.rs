//! Tokens: by hash, by owner, by when they ended.
//!
//! What a question or a change means is said at the seam, under the same name.

use super::desk::{Counter, damaged, ended, take_place};
use super::record::{PlaceV1, TokenV1};
use super::source::{Source, Writer, keys, load, load_indexed};
use super::tables::{Kept, Key, Parts};
use crate::domain::account::AccountId;
use crate::domain::time::Timestamp;
use crate::domain::token::{Token, TokenHash, TokenId};
use crate::store::{Result, StoreError};

fn token_key(id: TokenId) -> Key {
    Key::new().number(id.0)
}

/// The id at the end of a key.
fn id_of(key: &[u8]) -> Result<TokenId> {
    let id = key.last_chunk().map(|id| TokenId(u32::from_be_bytes(*id)));
    id.ok_or_else(|| damaged("an index of tokens has a strange key"))
}

pub fn token(source: &dyn Source, id: TokenId) -> Result<Option<Token>> {
    load::<TokenV1>(source, Kept::Tokens, &token_key(id))?.map(|stored| stored.into_token(id)).transpose()
}

pub fn token_by_hash(source: &dyn Source, hash: &TokenHash) -> Result<Option<Token>> {
    let Some(PlaceV1 { place }) = load(source, Kept::TokenHashes, &hash.0)? else { return Ok(None) };
    let id = u32::try_from(place).map(TokenId).map_err(|_| damaged("a token's id is beyond its end"))?;
    let token = load_indexed::<TokenV1>(source, Kept::Tokens, &token_key(id))?.into_token(id)?;
    if token.hash == *hash { Ok(Some(token)) } else { Err(damaged("an index leads to the wrong token")) }
}

pub fn tokens(source: &dyn Source, owner: Option<AccountId>) -> Result<Vec<Token>> {
    let (table, prefix) = match owner {
        None => (Kept::Tokens, Key::new()),
        Some(owner) => (Kept::TokenOwners, Key::new().number(owner.0)),
    };
    let load = |key: Vec<u8>| {
        let id = id_of(&key)?;
        let token = load_indexed::<TokenV1>(source, Kept::Tokens, &token_key(id))?.into_token(id)?;
        let fits = owner.is_none_or(|owner| owner == token.account);
        if fits { Ok(token) } else { Err(damaged("an index leads to the wrong token")) }
    };
    keys(source, table, &prefix, usize::MAX)?.into_iter().map(load).collect()
}

/// The bare index entries of a token: by owner, by end.
pub fn token_entries(token: &Token) -> [(Kept, Key); 2] {
    [
        (Kept::TokenOwners, Key::new().number(token.account.0).number(token.id.0)),
        (Kept::TokenEnds, Key::new().time(token.ends_at()).number(token.id.0)),
    ]
}

pub fn put_token(writer: &Writer, token: &Token) -> Result<()> {
    let before = self::token(writer, token.id)?;
    let holder = load::<PlaceV1>(writer, Kept::TokenHashes, &token.hash.0)?;
    if holder.is_some_and(|holder| holder.place != u64::from(token.id.0))
        || before.as_ref().is_some_and(|before| before.hash != token.hash)
    {
        return Err(StoreError::Corrupt("a token's hash is another's, or was another".into()));
    }
    let old = before.as_ref().map(token_entries);
    for (index, (table, after)) in token_entries(token).iter().enumerate() {
        let before = old.as_ref().and_then(|old| old.get(index)).map(|(_, key)| &**key);
        writer.reindex(*table, before, Some(after))?;
    }
    if before.is_none() {
        writer.store(Kept::TokenHashes, &token.hash.0, &PlaceV1 { place: token.id.0.into() })?;
        take_place(writer, Counter::Tokens, token.id.0.into())?;
    }
    writer.store(Kept::Tokens, &token_key(token.id), &TokenV1::from(token))
}

pub fn remove_ended_tokens(writer: &Writer, before: Timestamp, limit: usize) -> Result<usize> {
    let ended = ended(writer, Kept::TokenEnds, before, limit)?;
    for key in &ended {
        let id = id_of(key)?;
        let token = token(writer, id)?.ok_or_else(|| damaged("token_ends: an index points to nothing"))?;
        remove_token(writer, &token)?;
    }
    Ok(ended.len())
}

/// Takes a token away, as it is kept.
pub fn remove_token(writer: &Writer, token: &Token) -> Result<()> {
    for (table, key) in token_entries(token) {
        writer.remove(table, &key)?;
    }
    writer.remove(Kept::TokenHashes, &token.hash.0)?;
    writer.remove(Kept::Tokens, &token_key(token.id))
}

/// The id in a key of the table of tokens.
pub fn id_of_row(key: &[u8]) -> Option<TokenId> {
    let mut parts = Parts(key);
    let id = parts.number().map(TokenId);
    id.filter(|_| parts.rest().is_empty())
}
