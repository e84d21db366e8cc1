//! The menu of a client: their tickets, their profile, the rules.

use clap::ArgMatches;

use super::super::front::Front;
use super::super::telling::tell_suspension;
use super::super::{ask, login, rules};
use super::{Menu, Next, allowed, opening, profile, searching, settle, tickets};
use crate::app::list::{Counts, Query};
use crate::app::login::WhoAmI;
use crate::domain::account::Standing;
use crate::domain::policy::Action;
use crate::ui::error::Failure;

#[derive(Clone, Copy)]
enum Choice {
    Open,
    Tickets,
    Profile,
    Rules,
    LogOut,
    Leave,
}

/// What a client looks at their tickets by.
#[derive(Clone, Copy)]
enum Mine {
    Open,
    Closed,
    Search,
    Back,
}

/// The menu, once.
///
/// # Errors
/// What the menus cannot go on after.
pub fn menu(front: &Front<'_>, me: &WhoAmI) -> Result<Next, Failure> {
    let counts = front.with(|app| Ok(app.counts()?))?;
    let mut menu = Menu::new();
    if allowed(front, &[Action::Open])?.is_empty() {
        // A suspended client is told why so little is offered.
        if let Standing::Suspended { reason, .. } = &me.account.standing {
            front.tell("");
            tell_suspension(front, Some(reason.clone()));
        }
    } else {
        menu.word(front, "guide-open", Choice::Open);
    }
    let lists = format!("{} · {}", tickets::open_label(front, &counts), tickets::closed_label(front, &counts));
    menu.offer(front.words.format("guide-my-tickets", &[("lists", lists.into())]), Choice::Tickets)
        .word(front, "guide-profile", Choice::Profile)
        .word(front, "ui-rules", Choice::Rules)
        .word(front, "guide-log-out", Choice::LogOut)
        .word(front, "guide-leave", Choice::Leave);
    let step = match menu.ask(front, &user_label(front, me))? {
        Choice::Open => opening::create(front, &opening::About { follow_up: None, client: None }),
        Choice::Tickets => my_tickets(front, counts),
        Choice::Profile => return Ok(settle(front, profile::menu(front))?.unwrap_or(Next::Menu)),
        Choice::Rules => show_rules(front),
        Choice::LogOut => log_out(front),
        Choice::Leave => return Ok(Next::Leave),
    };
    settle(front, step)?;
    Ok(Next::Menu)
}

/// Who sits there.
pub fn user_label(front: &Front<'_>, me: &WhoAmI) -> String {
    front.words.format("guide-user", &[("handle", me.account.handle.as_str().into())])
}

/// Shows the house rules.
///
/// # Errors
/// Those of the store.
pub fn show_rules(front: &Front<'_>) -> Result<(), Failure> {
    front.tell("");
    match rules::renew(front, false)? {
        rules::Renewal::Needless => rules::run(front, &ArgMatches::default())?,
        rules::Renewal::Accepted(_) => front.say("done-rules", &[]),
        rules::Renewal::Declined => front.say("ask-rules-later", &[]),
    }
    front.asked.borrow_mut().clear();
    ask::show_equivalent(front, "rules");
    Ok(())
}

/// Logs out; the guest's menu comes next.
///
/// # Errors
/// Those of the store and of the session's file.
pub fn log_out(front: &Front<'_>) -> Result<(), Failure> {
    login::logout(front, &ArgMatches::default())?;
    ask::show_equivalent(front, "logout");
    Ok(())
}

fn my_tickets(front: &Front<'_>, mut counts: Counts) -> Result<(), Failure> {
    loop {
        let front = &front.later();
        if counts.open + counts.closed == 0 {
            front.say("guide-no-tickets", &[]);
            return Ok(());
        }
        let mut menu = Menu::new();
        menu.offer(tickets::open_label(front, &counts), Mine::Open)
            .offer(tickets::closed_label(front, &counts), Mine::Closed)
            .word(front, "guide-search", Mine::Search)
            .back(front, Mine::Back);
        let (label, statuses) = match menu.ask(front, &front.words.text("guide-tickets"))? {
            Mine::Open => (tickets::open_label(front, &counts), tickets::open_statuses()),
            Mine::Closed => (tickets::closed_label(front, &counts), tickets::closed_statuses()),
            Mine::Search => {
                settle(front, searching::search(front, false))?;
                continue;
            }
            Mine::Back => return Ok(()),
        };
        let query = Query { statuses: Some(statuses), ..Default::default() };
        tickets::browse(front, &label, &query, false)?;
        counts = front.with(|app| Ok(app.counts()?))?;
    }
}
