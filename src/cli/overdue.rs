//! `overdue` and `next`: what is late, and what is to be answered first.

use clap::{ArgMatches, Command};
use serde_json::Map;

use super::env::Engine;
use super::front::Front;
use super::listing::Listing;
use super::{options, spoken};
use crate::app::App;
use crate::app::list::Detail;
use crate::app::overdue::{LateQuery, LateRow};
use crate::ui::error::Failure;
use crate::ui::overdue::{LatePage, NextPage};
use crate::ui::present::Format;
use crate::ui::ticket::NumberRow;

/// The command line of `overdue`.
pub fn command() -> Command {
    Command::new("overdue").visible_alias("vencidos").arg(options::flag("soon")).arg(options::limit())
}

/// Prints the tickets whose answer is late, or soon will be.
///
/// # Errors
/// Those of the gate and of the store.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    let query = LateQuery { soon: options::is_set(matches, "soon"), limit: options::limit_of(matches) };
    if query.soon {
        front.style().check_fields::<LatePage<'_, true>>()?;
        front.with(|app| print::<true>(front, app, query))
    } else {
        front.style().check_fields::<LatePage<'_, false>>()?;
        front.with(|app| print::<false>(front, app, query))
    }
}

fn print<const IS_SOON: bool>(front: &Front<'_>, app: &App<'_, Engine>, mut query: LateQuery) -> Result<(), Failure> {
    let style = front.style();
    let numbers_alone = style.fields.as_ref().is_some_and(|fields| fields.iter().all(|field| field == "number"));
    let detail = if style.format == Format::Ids || numbers_alone { Detail::Numbers } else { Detail::Full };
    let mut listing = Listing::new(front, &mut query.limit);
    let more = app.overdue(query, detail, |row| match row {
        LateRow::Number(number) if style.format == Format::Ids => listing.push_id(number),
        LateRow::Number(number) => listing.push(&NumberRow(number)),
        LateRow::Ticket(late) => listing.push(&LatePage::<IS_SOON>(&late)),
    })?;
    let empty = if IS_SOON { "done-overdue-soon-empty" } else { "done-overdue-empty" };
    listing.end::<LatePage<'_, IS_SOON>>(more, empty, "done-list-stops")
}

/// The command line of `next`.
pub fn next_command() -> Command {
    Command::new("next").visible_alias("siguiente")
}

/// Shows the ticket that is to be answered first, and leaves it unread.
///
/// # Errors
/// Those of the gate and of the store.
pub fn next(front: &Front<'_>, _matches: &ArgMatches) -> Result<(), Failure> {
    let style = front.style();
    style.check_fields::<NextPage<'_>>()?;
    front.with(|app| {
        let Some((ticket, late)) = app.next()? else {
            match style.format {
                Format::Json | Format::Ndjson => front.print(b"null\n")?,
                _ => front.print(&style.many::<NextPage<'_>>(&[], |_| Map::new()))?,
            }
            front.say("done-next-none", &[]);
            return Ok(());
        };
        front.print(&style.one(&NextPage(&ticket, late), Map::new()))?;
        if front.is_for_people() {
            let line = |verb: &str| spoken(&format!("{verb} {}", ticket.number.as_str()), front.words.language());
            front.say("done-next", &[("show", line("show").into()), ("reply", line("reply").into())]);
        }
        Ok(())
    })
}
