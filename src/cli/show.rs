//! `show`: one ticket with its thread.

use clap::{ArgMatches, Command};

use super::front::Front;
use super::telling::tell_suspension;
use super::{options, pager, read};
use crate::app::view::TicketView;
use crate::domain::ticket::TicketNumber;
use crate::ui::error::Failure;
use crate::ui::thread::ThreadPage;

/// The command line of the verb.
pub fn command() -> Command {
    Command::new("show")
        .visible_alias("ver")
        .arg(options::number().required(true))
        .arg(options::flag("all"))
        .arg(options::flag("no-mark"))
}

/// Shows the ticket; what was shown counts as read afterwards, unless the desk is busy or none of its texts were asked for.
///
/// # Errors
/// `ticket-not-found`; those of the store.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    let style = front.style();
    style.check_fields::<ThreadPage<'_>>()?;
    let number = read::number(options::text(matches, "number").unwrap_or_default())?;
    display(front, &number, options::is_set(matches, "all"), !options::is_set(matches, "no-mark"))
}

/// Shows a ticket; with `marks`, what was shown counts as read afterwards, unless the desk is busy.
///
/// # Errors
/// `ticket-not-found`; those of the store.
pub fn display(front: &Front<'_>, number: &TicketNumber, all: bool, marks: bool) -> Result<(), Failure> {
    let store = front.store()?;
    let app = front.app(&store)?;
    let shown = app.show(number)?;
    let page = ThreadPage { shown: &shown, all };
    pager::print(front, &front.style().one(&page, serde_json::Map::new()))?;
    let suspension = app.suspension_of_actor().filter(|_| !front.guided);
    match shown.mark {
        Some(mark) if marks && front.style().shows::<ThreadPage<'_>>("thread") => {
            front.keep_language_of(&app);
            front.afterwards(|app| app.mark_read(mark));
        }
        _ => front.conclude(&app),
    }
    drop(app);
    drop(store);
    tell_what_to_do(front, &shown.ticket);
    tell_suspension(front, suspension);
    Ok(())
}

/// Says to the client of a ticket whose answer is late what they may do about it; in the menus that is offered.
fn tell_what_to_do(front: &Front<'_>, ticket: &TicketView) {
    match ticket.remind_from {
        Some(again) if again > front.now => {
            front.say("error-already-reminded", &[("again", front.dates(ticket.zone).told(again).into())])
        }
        Some(_) if !front.guided => front.say("done-show-late", &[("number", ticket.number.as_str().into())]),
        _ => {}
    }
}
