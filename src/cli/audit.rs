//! `audit`: what was done, by whom, through what.

use clap::{ArgMatches, Command, value_parser};

use super::env::Engine;
use super::front::Front;
use super::options;
use super::read::{self, Edge};
use crate::app::App;
use crate::app::audit::{AuditQuery, AuditView};
use crate::ui::error::Failure;
use crate::ui::present::{Format, Stream};

/// Where a list stops on a terminal.
const ROWS_ON_A_TERMINAL: usize = 25;
/// Bytes that are gathered before they are written.
const BLOCK: usize = 64 * 1024;

/// The command line of the verb.
pub fn command() -> Command {
    Command::new("audit")
        .arg(options::value("ticket"))
        .arg(options::value("user"))
        .arg(options::value("since"))
        .arg(clap::Arg::new("limit").long("limit").value_parser(value_parser!(u32).range(1..)))
}

/// Prints what was done, newest first.
///
/// # Errors
/// `ticket-not-found`, `person-not-found`; those of the gate and of the store.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    front.style().check_fields::<AuditView>()?;
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
        limit: matches.get_one::<u32>("limit").map(|limit| *limit as usize),
    })
}

fn print(front: &Front<'_>, app: &App<'_, Engine>, mut query: AuditQuery) -> Result<(), Failure> {
    let style = front.style();
    let stops = style.format == Format::Table && front.environment.stdout_is_terminal && query.limit.is_none();
    if stops {
        query.limit = Some(ROWS_ON_A_TERMINAL);
    }
    let mut stream = Stream::new(&style);
    let mut out = Vec::with_capacity(BLOCK);
    let more = app.audit(&query, |link| -> Result<(), Failure> {
        stream.push(&style, &link, serde_json::Map::new(), &mut out);
        if out.len() >= BLOCK {
            front.print(&out)?;
            out.clear();
        }
        Ok(())
    })?;
    stream.end::<AuditView>(&style, &mut out);
    front.print(&out)?;
    if style.format == Format::Table {
        match stream.count() {
            0 => front.say("done-audit-empty", &[]),
            count if stops && more => front.say("done-audit-stops", &[("count", count.into())]),
            _ => {}
        }
    }
    Ok(())
}
