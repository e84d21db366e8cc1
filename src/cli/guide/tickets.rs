//! Lists of tickets in the menus: one ticket a line, chosen with the arrow keys, what is unread in bold and with a mark.

use unicode_width::UnicodeWidthStr as _;

use super::super::front::Front;
use super::{Menu, settle, ticket};
use crate::app::list::{Counts, Detail, Query, Row};
use crate::app::view::TicketView;
use crate::domain::status::Status;
use crate::domain::ticket::TicketNumber;
use crate::i18n::dates::Dates;
use crate::ui::error::Failure;
use crate::ui::prompt::Item;
use crate::ui::ticket::status_word;

/// Tickets that are offered at once; the next ones come on demand.
const PAGE: usize = 50;
/// The most columns of a client's name.
const WIDEST_NAME: usize = 16;

/// What the list of open tickets is called: `Abiertos (1)`.
pub fn open_label(front: &Front<'_>, counts: &Counts) -> String {
    counted(front, "guide-list-open", counts.open, counts.open_unread)
}

/// What the list of closed tickets is called: `Cerrados (3, 1 sin leer)`.
pub fn closed_label(front: &Front<'_>, counts: &Counts) -> String {
    counted(front, "guide-list-closed", counts.closed, counts.closed_unread)
}

fn counted(front: &Front<'_>, id: &str, count: u64, unread: u64) -> String {
    front.words.format(id, &[("count", count.into()), ("unread", unread.into())])
}

/// The states of open tickets.
pub fn open_statuses() -> Vec<Status> {
    Status::ALL.into_iter().filter(|status| status.is_open()).collect()
}

/// The states of closed ones.
pub fn closed_statuses() -> Vec<Status> {
    Status::ALL.into_iter().filter(|status| !status.is_open()).collect()
}

#[derive(Clone)]
enum Choice {
    Ticket(TicketNumber),
    More(TicketNumber),
    Back,
}

/// Offers the tickets of a query and goes to the chosen one, until the person goes back.
///
/// # Errors
/// What the menus cannot go on after.
pub fn browse(front: &Front<'_>, label: &str, query: &Query, names: bool) -> Result<(), Failure> {
    let mut after = None;
    loop {
        let front = &front.later();
        let page = Query { limit: Some(PAGE), after: after.clone(), ..query.clone() };
        let (tickets, more) = read(front, &page)?;
        if tickets.is_empty() {
            front.say("done-list-empty", &[]);
            return Ok(());
        }
        let mut menu = Menu::new();
        let date = |ticket: &TicketView| Dates::new(&front.words, ticket.zone, front.now).short(ticket.updated_at);
        let widest = tickets.iter().map(|ticket| date(ticket).width()).max().unwrap_or_default();
        for ticket in &tickets {
            menu.offer(item(front, ticket, &padded(&date(ticket), widest), names), Choice::Ticket(ticket.number.clone()));
        }
        if let (true, Some(last)) = (more, tickets.last()) {
            menu.word(front, "guide-more", Choice::More(last.number.clone()));
        }
        menu.word(front, "guide-back", Choice::Back);
        match menu.ask(front, label)? {
            Choice::Ticket(number) => drop(settle(front, ticket::visit(front, &number))?),
            Choice::More(last) => after = Some(last),
            Choice::Back if after.is_some() => after = None,
            Choice::Back => return Ok(()),
        }
    }
}

fn read(front: &Front<'_>, query: &Query) -> Result<(Vec<TicketView>, bool), Failure> {
    front.with(|app| {
        let mut tickets = Vec::new();
        let more = app.list(query, Detail::Full, |row| -> Result<(), Failure> {
            if let Row::Ticket(ticket) = row {
                tickets.push(*ticket);
            }
            Ok(())
        })?;
        Ok((tickets, more))
    })
}

fn item(front: &Front<'_>, ticket: &TicketView, date: &str, names: bool) -> Item {
    let words = &front.words;
    let unread = ticket.unread > 0;
    let width = |texts: Vec<String>| texts.iter().map(|text| text.width()).max().unwrap_or_default();
    let statuses = width(Status::ALL.map(|status| status_word(status, words)).to_vec());
    let mut text = format!("{}  {}  {}  ", ticket.number, date, padded(&status_word(ticket.status, words), statuses),);
    if let (true, Some(client)) = (names, &ticket.client) {
        text.push_str(&format!("{}  ", padded(&client.name, WIDEST_NAME)));
    }
    text.push_str(if unread { "● " } else { "" });
    text.push_str(&ticket.subject);
    Item { text, bold: unread }
}

/// A text of so many columns: longer ones are cut.
fn padded(text: &str, width: usize) -> String {
    let text = crate::ui::table::clipped(text, width);
    let missing = width.saturating_sub(text.width());
    format!("{text}{}", " ".repeat(missing))
}
