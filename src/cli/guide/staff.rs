//! The menu of staff: their queue, and whatever else the gate lets them do.

use super::super::front::Front;
use super::{Menu, Next, allowed, client, figures, line, opening, profile, searching, settle, tasks, ticket, tickets};
use crate::app::list::{MOST_UNREAD, Query};
use crate::app::login::WhoAmI;
use crate::domain::audit::Via;
use crate::domain::filter::Order;
use crate::domain::policy::Action;
use crate::domain::status::Status;
use crate::domain::ticket::TicketNumber;
use crate::ui::error::Failure;

#[derive(Clone)]
enum Choice {
    List(String, Box<Query>),
    Find,
    Search,
    Open,
    Figures,
    Tasks,
    Profile,
    Rules,
    LogOut,
    Leave,
}

/// The menu, once.
///
/// # Errors
/// What the menus cannot go on after.
pub fn menu(front: &Front<'_>, me: &WhoAmI) -> Result<Next, Failure> {
    let rights = [Action::Assign, Action::OpenForClient, Action::ReadStats, Action::FinishTasks, Action::Unflag];
    let rights = allowed(front, &rights)?;
    let mut menu = queue(front, &rights)?;
    if rights.contains(&Action::FinishTasks) {
        let count = front.with(|app| Ok(app.count_tasks()?))?;
        // As with the lists: where nothing waits there is nothing to choose.
        if count > 0 {
            menu.offer(front.words.format("guide-tasks", &[("count", count.into())]), Choice::Tasks);
        }
    }
    menu.word(front, "guide-find", Choice::Find).word(front, "guide-search", Choice::Search);
    if rights.contains(&Action::OpenForClient) {
        menu.word(front, "guide-open-for", Choice::Open);
    }
    if rights.contains(&Action::ReadStats) {
        menu.word(front, "ui-stats-title", Choice::Figures);
    }
    menu.word(front, "guide-profile", Choice::Profile).word(front, "ui-rules", Choice::Rules);
    // A token is not logged out: it is there as long as the environment has it.
    if me.via != Via::Token {
        menu.word(front, "guide-log-out", Choice::LogOut);
    }
    menu.word(front, "guide-leave", Choice::Leave);
    let step = match menu.ask(front, &client::user_label(front, me))? {
        Choice::List(label, query) => tickets::browse(front, &label, &query, true),
        Choice::Find => find(front),
        Choice::Search => searching::search(front, true),
        Choice::Open => open_for(front),
        Choice::Tasks => tasks::show(front),
        Choice::Figures => figures::show(front, rights.contains(&Action::Assign)),
        Choice::Profile => return Ok(settle(front, profile::menu(front))?.unwrap_or(Next::Menu)),
        Choice::Rules => client::show_rules(front),
        Choice::LogOut => client::log_out(front),
        Choice::Leave => return Ok(Next::Leave),
    };
    settle(front, step)?;
    Ok(Next::Menu)
}

/// The lists that there is something in, or that one looks for: each with its count.
fn queue(front: &Front<'_>, rights: &[Action]) -> Result<Menu<Choice>, Failure> {
    let assigns = rights.contains(&Action::Assign);
    let counts = front.with(|app| Ok(app.counts()?))?;
    let open = Query { statuses: Some(tickets::open_statuses()), ..Query::default() };
    let mut menu = Menu::new();
    let mut list = |label: String, query: Query| {
        menu.offer(label.clone(), Choice::List(label, Box::new(query)));
    };
    if assigns {
        let label = front.words.format("guide-unassigned", &[("count", counts.unassigned.into())]);
        list(label, Query { unassigned: true, ..open.clone() });
    }
    let overdue = front.with(|app| Ok(app.count_overdue()?))?;
    if overdue > 0 {
        let label = front.words.format("guide-overdue", &[("count", up_to_most(overdue).into())]);
        list(label, Query { overdue: true, order: Some(Order::Due), ..open.clone() });
    }
    if rights.contains(&Action::Unflag) {
        let flagged = front.with(|app| Ok(app.count_flagged()?))?;
        if flagged > 0 {
            let label = front.words.format("guide-flagged", &[("count", up_to_most(flagged).into())]);
            // Closing a ticket does not deal with what was said in it.
            list(label, Query { flagged: true, statuses: Some(Status::ALL.to_vec()), ..Query::default() });
        }
    }
    let label = tickets::counted(front, "guide-mine", counts.mine, counts.mine_unread);
    list(label, Query { mine: true, ..open.clone() });
    // An agent sees others' tickets only while standing in for them.
    if assigns || counts.open != counts.mine {
        list(tickets::open_label(front, &counts), open);
    }
    let closed = Query { statuses: Some(tickets::closed_statuses()), ..Query::default() };
    list(tickets::closed_label(front, &counts), closed);
    Ok(menu)
}

/// A count as far as there is counting.
fn up_to_most(count: u64) -> String {
    if count > MOST_UNREAD { format!("+{MOST_UNREAD}") } else { count.to_string() }
}

fn find(front: &Front<'_>) -> Result<(), Failure> {
    match line(front, "ask-number", None, "ask-not-a-number", TicketNumber::parse)? {
        Some(number) => ticket::visit(front, &number),
        None => Ok(()),
    }
}

fn open_for(front: &Front<'_>) -> Result<(), Failure> {
    let Some(typed) = line(front, "guide-open-for-whom", None, "guide-nothing-typed", |typed| Some(typed.to_owned()))? else {
        return Ok(());
    };
    // Whoever is not there, or is no client, is told now, not after everything was written.
    let client = front.with(|app| Ok(app.client(&typed)?))?;
    opening::create(front, &opening::About { follow_up: None, client: Some(&client) })
}
