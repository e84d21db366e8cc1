//! `token`: what scripts show in place of a session, kept by whoever's rights they have.

use chrono_tz::Tz;

use super::change::{Call, Outcome, Receipt};
use super::gate::Actor;
use super::view::PersonView;
use super::viewer::Viewer;
use super::{App, Error, desk, people};
use crate::auth::{self, Secret};
use crate::domain::language::Language;
use crate::domain::policy::{Action, Reach};
use crate::domain::refusal::Refusal;
use crate::domain::time::Timestamp;
use crate::domain::token::{self, LONGEST_LIFE, MOST_TOKENS, Scope, Token, TokenHash, TokenId, USUAL_LIFE};
use crate::store::{Read, Store, StoreError};

/// A token to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewToken {
    /// What its owner calls it.
    pub name: String,
    /// How much of its owner's rights it has.
    pub scope: Scope,
    /// Until when, with how that was typed; without it, for the usual time.
    pub expires: Option<(Timestamp, String)>,
}

/// A token as its owner and administrators see it; never the token itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenView {
    /// What people call it by.
    pub id: TokenId,
    /// What its owner calls it.
    pub name: String,
    /// Whose it is.
    pub owner: Option<PersonView>,
    /// How much of its owner's rights it has.
    pub scope: Scope,
    /// Since when.
    pub created_at: Timestamp,
    /// The last use that was written down, half an hour old at most.
    pub used_at: Option<Timestamp>,
    /// Until when.
    pub expires_at: Timestamp,
    /// Where it stands: `live`, `expired`, `revoked`.
    pub state: &'static str,
    /// Whether this command changed it.
    pub changed: bool,
    /// The zone that people are told times in.
    pub zone: Tz,
}

/// A token that was just made, with the token itself, which nobody is shown again; a rehearsal has made none.
#[derive(Debug)]
pub struct MadeToken {
    /// What is kept of it.
    pub view: TokenView,
    /// The token.
    pub secret: Option<Secret>,
}

/// The language of whoever's token it is, for what is said before it is known whether the token will do.
pub fn language_of_owner<S: Store>(store: &S, hash: &TokenHash) -> Option<Language> {
    let language = store.read(|read| -> Result<_, StoreError> {
        let token = read.token_by_hash(hash)?;
        Ok(token.map_or(Ok(None), |token| read.account(token.account))?.map(|account| account.language))
    });
    language.ok().flatten()
}

fn views(
    read: &dyn Read,
    actor: &Actor,
    language: Language,
    now: Timestamp,
    tokens: Vec<Token>,
) -> Result<Vec<TokenView>, Error> {
    let zone = desk::zone(read)?;
    let mut viewer = Viewer::new(read, actor, language, now);
    let view = |token: Token| {
        Ok(TokenView {
            id: token.id,
            owner: viewer.person(token.account)?,
            scope: token.scope,
            created_at: token.created_at,
            used_at: token.used_at,
            expires_at: token.expires_at,
            state: token.state(now),
            name: token.name,
            changed: false,
            zone,
        })
    };
    tokens.into_iter().map(view).collect()
}

/// Until when a new token lives.
///
/// # Errors
/// `BadValue` for what is over already or too far off.
fn end(new: &NewToken, now: Timestamp) -> Result<Timestamp, Refusal> {
    match &new.expires {
        None => Ok(now.plus(USUAL_LIFE)),
        Some((end, _)) if now < *end && *end <= now.plus(LONGEST_LIFE) => Ok(*end),
        Some((_, typed)) => Err(Refusal::BadValue { option: "--expires".to_owned(), value: typed.chars().take(100).collect() }),
    }
}

impl<S: Store> App<'_, S> {
    /// Makes a token for whoever is logged in. It takes no key: what was printed the first time is kept nowhere.
    ///
    /// # Errors
    /// `BadTokenName`, `BadValue` for its end, `TokenNameTaken`, `TooManyTokens`; those of the gate and of the store.
    pub fn create_token(
        &self,
        call: &Call,
        new: &NewToken,
        receipt: Receipt<'_, MadeToken>,
    ) -> Result<Outcome<MadeToken>, Error> {
        let name = token::parse_name(&new.name).ok_or(Refusal::BadTokenName)?;
        let expires_at = end(new, self.now)?;
        let call = &Call { key: None, ..call.clone() };
        self.change("token create", call, receipt, |change, actor| {
            // No scope is enough, so that none is asked for.
            actor.demand_presence()?;
            actor.demand(Action::ManageTokens)?;
            let mut own = change.read().tokens(Some(actor.account.id))?;
            own.retain(|token| token.is_live(self.now));
            if own.iter().any(|token| token.name == name) {
                return Err(Refusal::TokenNameTaken { name: name.clone() }.into());
            }
            if own.len() >= MOST_TOKENS {
                return Err(Refusal::TooManyTokens { most: MOST_TOKENS as u64 }.into());
            }
            let secret = auth::new_token(change.draw());
            let token = Token {
                id: change.read().next_token()?,
                hash: auth::token_hash(&secret),
                account: actor.account.id,
                name: name.clone(),
                scope: new.scope,
                created_at: change.now,
                used_at: None,
                expires_at,
                revoked_at: None,
            };
            change.write().put_token(&token)?;
            change.note(serde_json::json!({ "token": token.id.0, "name": token.name, "scope": token.scope.id() }));
            let view = self.token_view(change.read(), actor, token)?;
            Ok(MadeToken { view: TokenView { changed: true, ..view }, secret: Some(secret).filter(|_| !call.dry_run) })
        })
    }

    fn token_view(&self, read: &dyn Read, actor: &Actor, token: Token) -> Result<TokenView, Error> {
        let id = token.id;
        let view = views(read, actor, self.language, self.now, vec![token])?.pop();
        Ok(view.ok_or(Refusal::TokenNotFound { id: id.to_string() })?)
    }

    /// One's own tokens, or everybody's for those who look after them.
    ///
    /// # Errors
    /// Those of the gate and of the store.
    pub fn tokens(&self) -> Result<Vec<TokenView>, Error> {
        self.store.read(|read| {
            let actor = self.actor(read)?;
            let owner = match actor.demand(Action::ReadTokens)? {
                Reach::All => None,
                _ => Some(actor.account.id),
            };
            views(read, &actor, self.language, self.now, read.tokens(owner)?)
        })
    }

    /// Ends a token. One that has ended is already so.
    ///
    /// # Errors
    /// `TokenNotFound`, also for somebody else's; those of the gate and of the store.
    pub fn revoke_token(&self, call: &Call, id: &str, receipt: Receipt<'_, TokenView>) -> Result<Outcome<TokenView>, Error> {
        self.change("token revoke", call, receipt, |change, actor| {
            let reach = actor.demand(Action::ManageTokens)?;
            let not_found = || Refusal::TokenNotFound { id: id.chars().take(40).collect() };
            let token = TokenId::parse(id).map_or(Ok(None), |id| change.read().token(id))?;
            let token = token.filter(|token| reach == Reach::All || token.account == actor.account.id).ok_or_else(not_found)?;
            let changed = token.is_live(change.now);
            let token = if changed { Token { revoked_at: Some(change.now), ..token } } else { token };
            if changed {
                change.write().put_token(&token)?;
                let owner = people::handle_of(change.read(), token.account)?;
                change.note(serde_json::json!({ "token": token.id.0, "account": owner, "what": "revoked" }));
            }
            let view = self.token_view(change.read(), actor, token)?;
            Ok(TokenView { changed, ..view })
        })
    }
}
