//! `init`: makes a desk.

use clap::{ArgMatches, Command};

use super::env::Founding;
use super::front::Front;
use super::{ask, env, options, read};
use crate::app::init::Init;
use crate::app::{App, Credentials};
use crate::paths;
use crate::ui::error::Failure;
use crate::ui::people::NewDeskPage;

/// The command line of the verb.
pub fn command() -> Command {
    let command = Command::new("init")
        .arg(options::value("name"))
        .arg(options::value("admin-email"))
        .arg(options::value("admin-name"))
        .arg(options::value("timezone"))
        .arg(options::value("mail-from"));
    options::password(command)
}

/// Makes the desk and logs its administrator in.
///
/// # Errors
/// Refusals of what was given; `desk-exists`; those of the store.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    let desk = &front.global.desk;
    if super::front::is_desk(desk) {
        return Err(crate::store::StoreError::Exists(desk.clone()).into());
    }
    let name = ask::line(front, matches, "name", "ask-desk-name")?;
    let admin_name =
        ask::value(front, matches, "admin-name", ask::Question { label: "ask-admin-name", ..ask::NAME }, read::name)?;
    let admin_email =
        ask::value(front, matches, "admin-email", ask::Question { label: "ask-admin-email", ..ask::EMAIL }, read::email)?;
    let password = match read::secrets(front, matches, 1)?.and_then(|mut secrets| secrets.pop()) {
        Some(password) => password,
        None => ask::new_secret(front)?,
    };
    let request = Init {
        name,
        language: front.words.language(),
        zone: options::owned(matches, "timezone"),
        mail_from: options::owned(matches, "mail-from"),
        admin_name,
        admin_email,
        password,
    };
    // All that can be wrong with the request is found before anything is made.
    let hash = crate::app::init::prepare(&request, env::seed()?)?;
    let founding = Founding::of(desk, front.global.wait);
    let app = App::new(&founding, front.now, env::seed()?, Credentials::Guest, request.language);
    let made = app.init(&request, &hash)?;
    paths::set_language_of_desk(desk, request.language).map_err(Failure::Paths)?;
    front.keep_session(made.admin.secret, &made.admin.account)?;
    let page = NewDeskPage { desk: desk.display().to_string(), name: request.name, account: &made.admin.account };
    front.print(&front.style().one(&page, serde_json::Map::new()))?;
    front.say("done-init", &[]);
    ask::show_equivalent(front, "init");
    Ok(())
}
