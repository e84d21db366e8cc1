//! `audit`: what was done, by whom, through what.

use std::collections::BTreeMap;

use clap::{ArgMatches, Command};

use super::env::Engine;
use super::front::Front;
use super::listing::Listing;
use super::options;
use super::read::{self, Edge};
use super::spoken;
use crate::app::App;
use crate::app::audit::AuditQuery;
use crate::ui::audit::AuditPage;
use crate::ui::error::Failure;

/// The command line of the verb.
pub fn command() -> Command {
    Command::new("audit")
        .arg(options::value("ticket"))
        .arg(options::value("user"))
        .arg(options::value("since"))
        .arg(options::limit())
}

/// Prints what was done, newest first.
///
/// # Errors
/// `ticket-not-found`, `person-not-found`; those of the gate and of the store.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    front.style().check_fields::<AuditPage<'_>>()?;
    front.with(|app| print(front, app, query(front, app, matches)?))
}

fn query(front: &Front<'_>, app: &App<'_, Engine>, matches: &ArgMatches) -> Result<AuditQuery, Failure> {
    let since = match options::text(matches, "since") {
        Some(since) => Some(read::time("--since", since, Edge::Start, app.zone()?, front.now)?),
        None => None,
    };
    Ok(AuditQuery {
        ticket: options::text(matches, "ticket").map(read::number).transpose()?,
        user: options::owned(matches, "user"),
        since,
        limit: options::limit_of(matches),
    })
}

fn print(front: &Front<'_>, app: &App<'_, Engine>, mut query: AuditQuery) -> Result<(), Failure> {
    let mut listing = Listing::new(front, &mut query.limit);
    // A verb is looked up once, however often it was used.
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    let more = app.audit(&query, |link| {
        let called = names.entry(link.verb.clone()).or_insert_with(|| called(front, &link.verb)).clone();
        listing.push(&AuditPage { called, link: &link })
    })?;
    listing.end::<AuditPage<'_>>(more, "done-audit-empty", "done-audit-stops")
}

/// How people call a verb; machines are not told.
fn called(front: &Front<'_>, verb: &str) -> String {
    match verb {
        _ if !front.is_for_people() => String::new(),
        "login-attempt" => front.words.text("ui-login-attempt"),
        verb => spoken(verb, front.words.language()),
    }
}
