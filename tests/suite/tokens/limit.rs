//! How many tokens a person may have at once.

use taquilla::domain::letter::CommandId;
use taquilla::domain::token::{MOST_TOKENS, Token, TokenHash, TokenId};
use taquilla::store::redb::RedbStore;
use taquilla::store::{Store, StoreError};

use super::listed;
use crate::support::Desk;

#[test]
fn a_person_has_a_hundred_tokens_and_no_more() {
    let desk = Desk::staffed();
    let sara = desk.person("sara");
    sara.does(["token", "create", "--name", "Primero"]);
    // Past the commands that would take seconds for it: as many as may be, but for two.
    let store = RedbStore::open(&desk.path(), std::time::Duration::from_secs(10)).unwrap();
    let written: Result<(), StoreError> = store.write(&CommandId([7; 16]), |tx| {
        let first = tx.token(TokenId(1))?.unwrap();
        for place in 2..MOST_TOKENS as u32 {
            let other =
                Token { id: TokenId(place), hash: TokenHash([place as u8; 32]), name: format!("Otro {place}"), ..first.clone() };
            tx.put_token(&other)?;
        }
        Ok(())
    });
    written.unwrap();
    drop(store);
    assert_eq!(listed(&sara).len(), MOST_TOKENS - 1);
    sara.does(["token", "create", "--name", "El último"]);
    let error = sara.refused(["token", "create", "--name", "Uno más"], 6, "too-many-tokens");
    assert!(error["message"].as_str().unwrap().contains("100"), "{error}");
    desk.person("carmen").does(["token", "create", "--name", "De otra"]);
    // What has ended counts no more.
    sara.does(["token", "revoke", "50"]);
    sara.does(["token", "create", "--name", "Uno más"]);
    sara.refused(["token", "create", "--name", "Otro más"], 6, "too-many-tokens");
    desk.owner().run(["verify"]).ok();
}
