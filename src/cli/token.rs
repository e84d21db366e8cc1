//! `token`: what scripts show in place of a session.

use clap::{ArgMatches, Command};

use super::env::Engine;
use super::front::Front;
use super::{options, read};
use crate::app::App;
use crate::app::change::{Done, Outcome};
use crate::app::token::{MadeToken, NewToken, TokenView};
use crate::domain::token::Scope;
use crate::ui::error::{Failure, Unprinted};
use crate::ui::receipt;

/// The command line of the verb. `create` takes no key: what is printed again later would have to be kept, token and all.
pub fn command() -> Command {
    let create = Command::new("create")
        .arg(options::value("name").required(true))
        .arg(options::choice("scope", Scope::ALL.map(Scope::id)))
        .arg(options::value("expires"))
        .arg(options::dry_run());
    Command::new("token")
        .subcommand_required(true)
        .subcommand(create)
        .subcommand(Command::new("list"))
        .subcommand(options::changing(Command::new("revoke").arg(options::positional("id").required(true))))
}

/// Does what the second word says.
///
/// # Errors
/// Those of the three.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    match matches.subcommand() {
        Some(("create", matches)) => create(front, matches),
        Some(("list", _)) => list(front),
        Some((_, matches)) => revoke(front, matches),
        None => Ok(()),
    }
}

fn create(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    let style = front.style();
    style.check_fields::<MadeToken>()?;
    if !style.shows::<MadeToken>("token") {
        return Err(Failure::TokenUnshown);
    }
    let receipt = |done: &Done<MadeToken>| receipt::one(&style, done, &done.value);
    front.with(|app| {
        let new = new_token(front, app, matches)?;
        let outcome = app.create_token(&front.call("token create", matches, &new), &new, &receipt)?;
        let id = match &outcome {
            Outcome::Done(done) => done.value.view.id.to_string(),
            Outcome::Replayed(_) => String::new(),
        };
        let finished = front.finish(app, outcome, &receipt).map_err(|failure| match failure {
            Failure::DoneUnprinted(_, error) => Failure::DoneUnprinted(Unprinted::Token(id), error),
            failure => failure,
        });
        if let Some(done) = finished? {
            let token = &done.value.view;
            let values = [
                ("name", token.name.as_str().into()),
                ("id", token.id.to_string().into()),
                ("scope", token.scope.id().into()),
                ("expires", front.dates(token.zone).told(token.expires_at).into()),
            ];
            front.say("done-token-create", &values);
        }
        Ok(())
    })
}

fn new_token(front: &Front<'_>, app: &App<'_, Engine>, matches: &ArgMatches) -> Result<NewToken, Failure> {
    let expires = match options::owned(matches, "expires") {
        Some(typed) => Some((read::time_ahead("--expires", &typed, app.zone()?, front.now)?, typed)),
        None => None,
    };
    Ok(NewToken {
        name: options::owned(matches, "name").unwrap_or_default(),
        scope: options::text(matches, "scope").and_then(Scope::from_id).unwrap_or(Scope::Read),
        expires,
    })
}

fn list(front: &Front<'_>) -> Result<(), Failure> {
    let style = front.style();
    style.check_fields::<TokenView>()?;
    front.with(|app| {
        let tokens = app.tokens()?;
        front.print(&style.many(&tokens, |_| serde_json::Map::new()))?;
        if tokens.is_empty() && front.is_for_people() {
            front.say("done-no-tokens", &[]);
        }
        Ok(())
    })
}

fn revoke(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    let style = front.style();
    style.check_fields::<TokenView>()?;
    let id = options::text(matches, "id").unwrap_or_default();
    let receipt = |done: &Done<TokenView>| receipt::one(&style, done, &done.value);
    front.with(|app| {
        let outcome = app.revoke_token(&front.call("token revoke", matches, &id), id, &receipt)?;
        if let Some(done) = front.finish(app, outcome, &receipt)? {
            let name = done.value.name.as_str().into();
            front.say(if done.value.changed { "done-token-revoke" } else { "done-already" }, &[("name", name)]);
        }
        Ok(())
    })
}
