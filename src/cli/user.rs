//! `user`: the people of the desk.

mod away;
mod import;

use clap::{ArgMatches, Command};

use super::env::Engine;
use super::front::Front;
use super::listing::Listing;
use super::{ask, options};
use crate::app::App;
use crate::app::change::{Call, Done, Outcome, Receipt};
use crate::app::people::UserView;
use crate::app::user::{NewUser, UserEdit};
use crate::domain::account::Role;
use crate::domain::text;
use crate::ui::error::Failure;
use crate::ui::receipt;

/// The command line of the verb. `--lang` is the global option, and means the person's language with `create` and `edit`.
pub fn command() -> Command {
    let user = || options::positional("user").required(true);
    let roles = || Role::ALL.map(Role::id);
    let create = Command::new("create")
        .visible_alias("crear")
        .arg(options::value("email").required(true))
        .arg(options::value("name").required(true))
        .arg(options::choice("role", roles()).required(true))
        .arg(options::value("handle"))
        .arg(options::flag("no-invite"));
    let edit = Command::new("edit")
        .visible_alias("editar")
        .arg(user())
        .arg(options::value("name"))
        .arg(options::value("handle"))
        .arg(options::value("email"))
        .arg(options::value("phone"))
        .arg(options::value("agent"));
    let suspend =
        Command::new("suspend").visible_alias("suspender").arg(user()).arg(options::value("reason")).arg(options::value("to"));
    Command::new("user")
        .visible_alias("usuario")
        .subcommand_required(true)
        .subcommand(Command::new("list").visible_alias("listar").arg(options::choice("role", roles())).arg(options::limit()))
        .subcommand(Command::new("show").visible_alias("ver").arg(user()))
        .subcommand(options::changing(create))
        .subcommand(options::changing(edit))
        .subcommand(options::changing(
            Command::new("role")
                .visible_alias("rol")
                .arg(user())
                .arg(options::positional("role").required(true).value_parser(roles())),
        ))
        .subcommand(options::changing(suspend))
        .subcommand(options::changing(Command::new("reinstate").visible_alias("reactivar").arg(user())))
        .subcommand(options::changing(Command::new("reset-password").visible_alias("restablecer-clave").arg(user())))
        .subcommand(options::changing(away::command()))
        .subcommand(options::changing(Command::new("back").visible_alias("de-vuelta").arg(user())))
        .subcommand(options::changing(import::command()))
}

/// Does what the second word says.
///
/// # Errors
/// Refusals of people and values; those of the store.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    let Some((second, matches)) = matches.subcommand() else { return Ok(()) };
    match second {
        "import" => return import::run(front, matches),
        "away" => return away::run(front, matches),
        _ => {}
    }
    let style = front.style();
    style.check_fields::<UserView>()?;
    let role = options::text(matches, "role").and_then(Role::from_id);
    let who = options::text(matches, "user").unwrap_or_default();
    match second {
        "list" => list(front, role, matches),
        "show" => front.with(|app| front.print(&style.one(&app.user(who)?, serde_json::Map::new()))),
        _ => change(front, second, matches),
    }
}

fn list(front: &Front<'_>, role: Option<Role>, matches: &ArgMatches) -> Result<(), Failure> {
    front.with(|app| {
        let mut limit = options::limit_of(matches);
        let mut listing = Listing::new(front, &mut limit);
        let (people, more) = app.users(role, limit)?;
        people.iter().try_for_each(|person| listing.push(person))?;
        listing.end::<UserView>(more, "done-no-people", "done-people-stop")
    })
}

fn change(front: &Front<'_>, second: &str, matches: &ArgMatches) -> Result<(), Failure> {
    let style = front.style();
    let receipt = |done: &Done<UserView>| receipt::one(&style, done, &done.value);
    // Asked for before the desk is opened.
    let reason = match second {
        "suspend" => ask::value(front, matches, "reason", ask::REASON, |typed| {
            text::reason(typed)?;
            Ok(typed.to_owned())
        })?,
        _ => String::new(),
    };
    front.with(|app| {
        let outcome = request(front, app, second, matches, &reason, &receipt)?;
        // Also in a rehearsal it is for people to read what would come of it.
        let rehearsed = match &outcome {
            Outcome::Done(done) if done.dry_run => Some(done.value.clone()),
            _ => None,
        };
        let finished = front.finish(app, outcome, &receipt)?;
        if let Some(user) = &rehearsed {
            away::say_aftermath(front, user);
        }
        let Some(done) = finished else { return Ok(()) };
        let user = &done.value;
        let values = [("name", user.name.as_str().into()), ("handle", user.handle.as_str().into())];
        match (user.changed, &user.unconfirmed_email) {
            (true, Some(email)) => front.say("done-user-address", &[("email", email.into())]),
            (true, None) => front.say(&format!("done-user-{second}"), &values),
            (false, _) => front.say("done-already", &[]),
        }
        away::say_aftermath(front, user);
        Ok(())
    })
}

fn request(
    front: &Front<'_>,
    app: &App<'_, Engine>,
    second: &str,
    matches: &ArgMatches,
    reason: &str,
    receipt: Receipt<'_, UserView>,
) -> Result<Outcome<UserView>, Failure> {
    let who = options::text(matches, "user").unwrap_or_default();
    let language = front.own_language;
    let role = options::text(matches, "role").and_then(Role::from_id).unwrap_or(Role::Client);
    let call = |request: &dyn std::fmt::Debug| -> Call { front.call(&format!("user {second}"), matches, request) };
    Ok(match second {
        "create" => {
            let new = NewUser {
                email: options::owned(matches, "email").unwrap_or_default(),
                name: options::owned(matches, "name").unwrap_or_default(),
                role,
                handle: options::owned(matches, "handle"),
                language,
                invite: !options::is_set(matches, "no-invite"),
            };
            app.create_user(&call(&new), &new, receipt)?
        }
        "edit" => {
            let edit = UserEdit {
                name: options::owned(matches, "name"),
                handle: options::owned(matches, "handle"),
                email: options::owned(matches, "email"),
                language,
                phone: options::owned(matches, "phone"),
                agent: options::owned(matches, "agent"),
            };
            app.edit_user(&call(&(who, &edit)), who, &edit, receipt)?
        }
        "role" => app.change_role(&call(&(who, role)), who, role, receipt)?,
        "suspend" => {
            let to = options::text(matches, "to");
            app.suspend(&call(&(who, reason, to)), who, reason, to, receipt)?
        }
        "reinstate" => app.reinstate(&call(&who), who, receipt)?,
        "back" => app.back(&call(&who), who, receipt)?,
        _ => app.start_reset(&call(&who), who, receipt)?,
    })
}
