//! `stats`: the Panel de Control.

use clap::{ArgMatches, Command};
use serde_json::Map;

use super::env::Engine;
use super::front::Front;
use super::read::{self, Edge};
use super::{options, pager};
use crate::app::App;
use crate::app::period;
use crate::app::stats::{By, Query};
use crate::ui::error::Failure;
use crate::ui::present::Format;
use crate::ui::stats::{StatsRow, text as page};

/// The command line of the verb.
pub fn command() -> Command {
    Command::new("stats")
        .visible_alias("panel")
        .arg(options::value("since"))
        .arg(options::value("until"))
        .arg(options::choice("by", ["agent", "topic"]))
}

/// Prints the figures.
///
/// # Errors
/// `bad-value` for a time that is none; `bad-period`; those of the gate and of the store.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    front.style().check_fields::<StatsRow<'_>>()?;
    show(front, |app| query(front, app, matches))
}

/// Prints the figures that are asked for, by options or in the menu.
///
/// # Errors
/// Those of `query`, of the gate and of the store.
pub fn show(front: &Front<'_>, query: impl FnOnce(&App<'_, Engine>) -> Result<Query, Failure>) -> Result<(), Failure> {
    let style = front.style();
    front.with(|app| {
        let query = query(app)?;
        let line = front.waiting("ui-progress-stats");
        let found = app.stats(&query)?;
        drop(line);
        let rows = found.with_period();
        let printed = match rows.as_slice() {
            _ if style.format == Format::Table && style.fields.is_none() => {
                page(&found, &style, front.environment.has_unicode()).into_bytes()
            }
            [total] => style.one(total, Map::new()),
            rows => style.many(rows, |_| Map::new()),
        };
        pager::print(front, &printed)
    })
}

fn query(front: &Front<'_>, app: &App<'_, Engine>, matches: &ArgMatches) -> Result<Query, Failure> {
    let time = |option: &'static str, name: &str, edge| -> Result<_, Failure> {
        let Some(text) = options::text(matches, name) else { return Ok(None) };
        let at = read::time(option, text, edge, app.zone()?, front.now)?;
        Ok(Some(period::Edge { at, typed: text.to_owned() }))
    };
    let by = options::text(matches, "by").map(|by| if by == "agent" { By::Agent } else { By::Topic });
    Ok(Query { since: time("--since", "since", Edge::Start)?, until: time("--until", "until", Edge::End)?, by })
}
