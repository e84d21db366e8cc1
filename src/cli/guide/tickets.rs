//! Lists of tickets in the menus: one ticket a line, chosen with the arrow keys, what is unread in bold and with a mark.

use unicode_width::UnicodeWidthStr as _;

use super::super::front::Front;
use super::super::list;
use super::{Menu, settle, ticket};
use crate::app::list::{Counts, Detail, MOST_UNREAD, Query, Row};
use crate::app::view::TicketView;
use crate::domain::status::Status;
use crate::domain::ticket::TicketNumber;
use crate::i18n::Words;
use crate::i18n::dates::Dates;
use crate::ui::error::Failure;
use crate::ui::prompt::{Item, Leads};
use crate::ui::ticket::status_word;

/// Tickets that are offered at once; the next ones come on demand.
const PAGE: usize = 50;
/// The most columns of a client's name.
const WIDEST_NAME: usize = 16;
/// The columns that a subject has at least, where there are so many.
const NARROWEST_SUBJECT: usize = 16;
/// What is narrower says nothing.
const NARROWEST_COLUMN: usize = 4;

/// What the list of open tickets is called: `Abiertos (1)`.
pub fn open_label(front: &Front<'_>, counts: &Counts) -> String {
    counted(front, "guide-list-open", counts.open, counts.open_unread)
}

/// What the list of closed tickets is called: `Cerrados (3, 1 sin leer)`.
pub fn closed_label(front: &Front<'_>, counts: &Counts) -> String {
    counted(front, "guide-list-closed", counts.closed, counts.closed_unread)
}

/// A list with how many there are, and how many of them have something unread.
pub fn counted(front: &Front<'_>, id: &str, count: u64, unread: u64) -> String {
    labelled(&front.words, id, count, unread)
}

fn labelled(words: &Words, id: &str, count: u64, unread: u64) -> String {
    let unread = if unread > MOST_UNREAD { "over".into() } else { unread.into() };
    words.format(id, &[("count", count.into()), ("unread", unread), ("most", MOST_UNREAD.into())])
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
    let (mut after, mut visited) = (None, None);
    loop {
        let front = &front.later();
        let offer = Offer { query, after: after.as_ref(), names, visited: visited.as_ref(), without: None };
        let Some(menu) = offer.menu(front)? else {
            front.say(list::nothing_found(query), &[]);
            return Ok(());
        };
        match menu.ask(front, label)? {
            Choice::Ticket(number) => {
                settle(front, ticket::visit(front, &number))?;
                visited = Some(number);
            }
            Choice::More(last) => after = Some(last),
            Choice::Back if after.is_some() => after = None,
            Choice::Back => return Ok(()),
        }
    }
}

/// Lets choose one of the tickets of a query but for one of them; `None` leads back, and so does that there is no other, which is told
/// in these words.
///
/// # Errors
/// What the menus cannot go on after.
pub fn choose(
    front: &Front<'_>,
    label: &str,
    query: &Query,
    without: &TicketNumber,
    nothing: &str,
) -> Result<Option<TicketNumber>, Failure> {
    let mut after = None;
    loop {
        let offer = Offer { query, after: after.as_ref(), names: false, visited: None, without: Some(without) };
        let Some(menu) = offer.menu(front)? else {
            front.say(nothing, &[]);
            return Ok(None);
        };
        match menu.ask(front, label)? {
            Choice::Ticket(number) => return Ok(Some(number)),
            Choice::More(last) => after = Some(last),
            Choice::Back if after.is_some() => after = None,
            Choice::Back => return Ok(None),
        }
    }
}

/// A page of tickets to choose from.
struct Offer<'q> {
    query: &'q Query,
    /// The last one of the page before.
    after: Option<&'q TicketNumber>,
    names: bool,
    /// The one to begin at.
    visited: Option<&'q TicketNumber>,
    /// The one that is not offered.
    without: Option<&'q TicketNumber>,
}

impl Offer<'_> {
    /// The menu; `None` if there is nothing to choose from.
    fn menu(&self, front: &Front<'_>) -> Result<Option<Menu<Choice>>, Failure> {
        let page = Query { limit: Some(PAGE), after: self.after.cloned(), ..self.query.clone() };
        let (mut tickets, more) = read(front, &page)?;
        let last = tickets.last().map(|ticket| ticket.number.clone());
        tickets.retain(|ticket| self.without != Some(&ticket.number));
        if tickets.is_empty() && !more && self.after.is_none() {
            return Ok(None);
        }
        let mut menu = Menu::new();
        let columns = columns(front, &tickets, self.names);
        for ticket in &tickets {
            menu.offer(item(front, ticket, columns), Choice::Ticket(ticket.number.clone()));
            if self.visited == Some(&ticket.number) {
                menu.start_here();
            }
        }
        if let (true, Some(last)) = (more, last) {
            let more = Item { leads: Leads::On, ..Item::from(front.words.text("guide-more")) };
            menu.offer(more, Choice::More(last));
        }
        menu.back(front, Choice::Back);
        Ok(Some(menu))
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

/// How wide the columns of a list are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Columns {
    date: usize,
    status: usize,
    /// None where the list shows no names.
    name: usize,
}

impl Columns {
    /// Whatever else there is, enough of the subject is seen: the state and the name give way to it.
    fn fitting(width: usize, number: usize, date: usize, statuses: usize, names: bool) -> Self {
        // The menu's own mark, that of the unread, and what stands between the columns.
        let spare = width.saturating_sub(6 + 2 + number + 2 + date + 2 + NARROWEST_SUBJECT);
        let column = |most: usize, room: usize| if room < NARROWEST_COLUMN + 2 { 0 } else { most.min(room - 2) };
        let status = column(statuses, if names { spare.div_ceil(2).max(spare.saturating_sub(WIDEST_NAME + 2)) } else { spare });
        let name = if names { column(WIDEST_NAME, spare - if status == 0 { 0 } else { status + 2 }) } else { 0 };
        Self { date, status, name }
    }
}

fn columns(front: &Front<'_>, tickets: &[TicketView], names: bool) -> Columns {
    let widest = |texts: &mut dyn Iterator<Item = String>| texts.map(|text| text.width()).max().unwrap_or_default();
    let number = widest(&mut tickets.iter().map(|ticket| ticket.number.as_str().to_owned()));
    let dates = widest(&mut tickets.iter().map(|ticket| date(front, ticket)));
    let statuses = widest(&mut Status::ALL.into_iter().map(|status| status_word(status, &front.words)));
    Columns::fitting(front.environment.width, number, dates, statuses, names)
}

fn date(front: &Front<'_>, ticket: &TicketView) -> String {
    Dates::new(&front.words, ticket.zone, front.now).short(ticket.updated_at)
}

/// A ticket in one row. The mark of the unread comes first, where it is seen however narrow the terminal is.
fn item(front: &Front<'_>, ticket: &TicketView, columns: Columns) -> Item {
    let unread = ticket.unread > 0;
    let mut text =
        format!("{} {}  {}  ", if unread { "●" } else { "·" }, ticket.number, padded(&date(front, ticket), columns.date));
    let name = ticket.client.as_ref().map_or("", |client| client.name.as_str());
    for (column, width) in [(status_word(ticket.status, &front.words).as_str(), columns.status), (name, columns.name)] {
        if width > 0 {
            text.push_str(&format!("{}  ", padded(column, width)));
        }
    }
    text.push_str(&ticket.subject);
    Item { bold: unread, ..Item::from(text) }
}

/// A text of so many columns: longer ones are cut.
fn padded(text: &str, width: usize) -> String {
    let text = crate::ui::table::clipped(text, width);
    let missing = width.saturating_sub(text.width());
    format!("{text}{}", " ".repeat(missing))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::Language;

    #[test]
    fn the_unread_are_counted_up_to_a_limit() {
        for (language, few, many) in [
            (Language::Spanish, "Abiertos (9, 7 sin leer)", "Asignados a mí (90000, más de 1000 sin leer)"),
            (Language::English, "Open (9, 7 unread)", "Assigned to me (90000, more than 1000 unread)"),
        ] {
            let words = Words::new(language);
            assert_eq!(labelled(&words, "guide-list-open", 9, 7), few);
            assert_eq!(labelled(&words, "guide-mine", 90_000, MOST_UNREAD + 1), many);
            let told = |unread| labelled(&words, "guide-list-closed", 90_000, unread);
            assert!(told(MOST_UNREAD).contains(", 1000 ") && !told(0).contains(','), "{}", told(0));
        }
    }

    #[test]
    fn the_subject_is_seen_on_every_terminal() {
        for width in 40..200 {
            for names in [false, true] {
                let columns = Columns::fitting(width, 6, 10, 10, names);
                let spent = |column: usize| if column == 0 { 0 } else { column + 2 };
                let left = width.saturating_sub(6 + 2 + 8 + 12 + spent(columns.status) + spent(columns.name));
                assert!(left >= NARROWEST_SUBJECT.min(width - 28), "{width} {names}: {columns:?}");
            }
        }
        assert_eq!(Columns::fitting(80, 6, 10, 10, true), Columns { date: 10, status: 10, name: 16 });
        assert_eq!(Columns::fitting(60, 6, 10, 10, true), Columns { date: 10, status: 6, name: 6 });
        assert_eq!(Columns::fitting(60, 6, 10, 10, false), Columns { date: 10, status: 10, name: 0 });
    }
}
