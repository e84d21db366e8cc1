//! `list`: the tickets that one may see.

use clap::{ArgMatches, Command};

use super::env::Engine;
use super::front::Front;
use super::listing::Listing;
use super::options;
use super::read::{self, Edge};
use super::telling::tell_suspension;
use crate::app::App;
use crate::app::list::{Detail, Query, Row};
use crate::app::period;
use crate::app::view::TicketView;
use crate::domain::filter::Order;
use crate::domain::search::Search;
use crate::domain::status::{Priority, Status};
use crate::ui::error::Failure;
use crate::ui::present::Format;
use crate::ui::ticket::NumberRow;

/// The command line of the verb.
pub fn command() -> Command {
    Command::new("list")
        .visible_alias("listar")
        .arg(options::value("status"))
        .arg(options::flag("mine"))
        .arg(options::value("to"))
        .arg(options::flag("unassigned").conflicts_with("to"))
        .arg(options::value("from"))
        .arg(options::value("topic"))
        .arg(options::choice("priority", Priority::ALL.map(Priority::id)))
        .arg(options::flag("unread"))
        .arg(options::flag("overdue"))
        .arg(options::flag("flagged"))
        .arg(options::value("since"))
        .arg(options::value("until"))
        .arg(options::value("search"))
        .arg(options::value("external-id"))
        .arg(options::choice("sort", Order::ALL.map(Order::id)))
        .arg(options::flag("reverse"))
        .arg(options::limit())
        .arg(options::value("after"))
}

/// Prints the tickets.
///
/// # Errors
/// `bad-value` for a time that is none; `bad-period`; refusals of what the filters name; those of the store.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    let style = front.style();
    style.check_fields::<TicketView>()?;
    let suspension = front.with(|app| {
        print(front, app, query(front, app, matches)?)?;
        Ok(app.suspension_of_actor())
    })?;
    tell_suspension(front, suspension);
    Ok(())
}

fn print(front: &Front<'_>, app: &App<'_, Engine>, mut query: Query) -> Result<(), Failure> {
    let style = front.style();
    let numbers_alone = style.fields.as_ref().is_some_and(|fields| fields.iter().all(|field| field == "number"));
    let detail = if style.format == Format::Ids || numbers_alone { Detail::Numbers } else { Detail::Full };
    let mut listing = Listing::new(front, &mut query.limit);
    let more = app.list(&query, detail, |row| match row {
        Row::Number(number) if style.format == Format::Ids => listing.push_id(number),
        Row::Number(number) => listing.push(&NumberRow(number)),
        Row::Ticket(ticket) => listing.push(ticket.as_ref()),
    })?;
    listing.end::<TicketView>(more, nothing_found(&query), "done-list-stops")
}

/// What is said where a query finds nothing.
pub fn nothing_found(query: &Query) -> &'static str {
    match (&query.search, &query.statuses) {
        (None, _) => "done-list-empty",
        (Some(_), None) => "done-search-empty-open",
        (Some(_), Some(_)) => "done-search-empty",
    }
}

fn query(front: &Front<'_>, app: &App<'_, Engine>, matches: &ArgMatches) -> Result<Query, Failure> {
    let dated = options::text(matches, "since").is_some() || options::text(matches, "until").is_some();
    let zone = if dated { app.zone()? } else { chrono_tz::UTC };
    let time = |option: &'static str, name: &str, edge| {
        let edge = |text: &str| {
            let at = read::time(option, text, edge, zone, front.now)?;
            Ok::<_, Failure>(period::Edge { at, typed: text.to_owned() })
        };
        options::text(matches, name).map(edge).transpose()
    };
    Ok(Query {
        statuses: options::text(matches, "status").map(statuses).transpose()?,
        mine: options::is_set(matches, "mine"),
        to: options::owned(matches, "to"),
        unassigned: options::is_set(matches, "unassigned"),
        from: options::owned(matches, "from"),
        topic: options::owned(matches, "topic"),
        priority: options::text(matches, "priority").and_then(Priority::from_id),
        unread: options::is_set(matches, "unread"),
        overdue: options::is_set(matches, "overdue"),
        flagged: options::is_set(matches, "flagged"),
        since: time("--since", "since", Edge::Start)?,
        until: time("--until", "until", Edge::End)?,
        search: options::text(matches, "search").map(search).transpose()?,
        external_id: options::owned(matches, "external-id"),
        order: options::text(matches, "sort").and_then(Order::from_id),
        reverse: options::is_set(matches, "reverse"),
        limit: options::limit_of(matches),
        after: options::text(matches, "after").map(read::number).transpose()?,
    })
}

fn search(text: &str) -> Result<Search, Failure> {
    Search::parse(text).map_err(|wrong| Failure::BadValue("--search".to_owned(), wrong.chars().take(100).collect()))
}

fn statuses(text: &str) -> Result<Vec<Status>, Failure> {
    let mut found = Vec::new();
    for word in text.split(',').map(str::trim) {
        match word {
            "open" => found.extend(Status::ALL.into_iter().filter(|status| status.is_open())),
            "all" => found.extend(Status::ALL),
            _ => {
                let wrong = || Failure::BadValue("--status".to_owned(), text.chars().take(100).collect());
                found.push(Status::from_id(word).ok_or_else(wrong)?);
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}
