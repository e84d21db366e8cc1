//! Tokens: found by hash and by owner, removed once they have ended.

use super::samples::{at, token};
use super::{checks, read, refused, write};
use crate::domain::account::AccountId;
use crate::domain::time::Timestamp;
use crate::domain::token::{Scope, Token, TokenHash, TokenId};
use crate::store::Store;

checks!(
    tokens_come_back_whole,
    tokens_are_found_by_hash_and_by_owner,
    a_hash_is_one_tokens_for_ever,
    tokens_that_ended_are_removed_and_no_id_is_given_twice,
);

fn tokens_come_back_whole<S: Store>(store: &S) {
    assert_eq!(read(store, |desk| desk.next_token()), TokenId(1));
    let mut tokens: Vec<_> = Scope::ALL.into_iter().zip(1..).map(|(scope, id)| Token { scope, ..token(id, 1) }).collect();
    tokens.push(Token { used_at: Some(at(4)), ..token(300, 2) });
    tokens.push(Token { revoked_at: Some(at(5)), ..token(301, 2) });
    write(store, |tx| tokens.iter().try_for_each(|token| tx.put_token(token)));
    for kept in &tokens {
        assert_eq!(read(store, |desk| desk.token(kept.id)).as_ref(), Some(kept));
    }
    assert_eq!(read(store, |desk| desk.token(TokenId(7))), None);
    assert_eq!(read(store, |desk| desk.next_token()), TokenId(302));
}

fn tokens_are_found_by_hash_and_by_owner<S: Store>(store: &S) {
    let owners = [(1, 1), (2, 256), (3, 1), (256, 1), (257, 2)];
    write(store, |tx| owners.iter().try_for_each(|&(id, owner)| tx.put_token(&token(id, owner))));
    let used = Token { used_at: Some(at(9)), ..token(3, 1) };
    write(store, |tx| tx.put_token(&used));
    assert_eq!(read(store, |desk| desk.token_by_hash(&used.hash)), Some(used));
    assert_eq!(read(store, |desk| desk.token_by_hash(&TokenHash([9; 32]))), None);
    let of = |owner: Option<u32>| {
        let tokens = read(store, |desk| desk.tokens(owner.map(AccountId)));
        tokens.into_iter().map(|token| token.id.0).collect::<Vec<_>>()
    };
    assert_eq!(of(Some(1)), [1, 3, 256]);
    assert_eq!(of(Some(256)), [2]);
    assert_eq!(of(Some(9)), [0; 0]);
    assert_eq!(of(None), [1, 2, 3, 256, 257]);
}

fn a_hash_is_one_tokens_for_ever<S: Store>(store: &S) {
    write(store, |tx| tx.put_token(&token(1, 1)));
    refused(store, |tx| tx.put_token(&Token { hash: token(1, 1).hash, ..token(2, 1) }));
    refused(store, |tx| tx.put_token(&Token { hash: token(2, 1).hash, ..token(1, 1) }));
    assert_eq!(read(store, |desk| desk.tokens(None)), [token(1, 1)]);
}

fn tokens_that_ended_are_removed_and_no_id_is_given_twice<S: Store>(store: &S) {
    let ending = |id: u32, end: i64| Token { expires_at: at(end), ..token(id, 1) };
    let tokens = [ending(1, 10), ending(2, 20), ending(3, 30), ending(4, 40), ending(5, 50)];
    write(store, |tx| tokens.iter().try_for_each(|token| tx.put_token(token)));
    let left = || read(store, |desk| desk.tokens(None)).into_iter().map(|token| token.id.0).collect::<Vec<_>>();
    // One that is revoked ends then.
    write(store, |tx| tx.put_token(&Token { revoked_at: Some(at(5)), ..ending(5, 50) }));
    assert_eq!(write(store, |tx| tx.remove_ended_tokens(at(20), 1)), 1);
    assert_eq!(left().len(), 4);
    assert_eq!(write(store, |tx| tx.remove_ended_tokens(at(20), 10)), 1);
    assert_eq!(left(), [2, 3, 4]);
    assert_eq!(read(store, |desk| desk.token_by_hash(&tokens[0].hash)), None);
    assert_eq!(write(store, |tx| tx.remove_ended_tokens(Timestamp::MAX, 10)), 3);
    assert_eq!((left(), read(store, |desk| desk.next_token())), (Vec::new(), TokenId(6)));
}
