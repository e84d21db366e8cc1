//! The fate of letters by SMTP, from outside.
//!
//! The clock of the desk stands still unless a test lets time pass; nothing here measures any.

mod asking;
mod codes;
mod fate;
mod readers;
mod relay;
mod telling;
mod ways;

use serde_json::Value;

use crate::smtp_server::{Received, SmtpServer};
use crate::support::{Desk, Outcome};

/// Whom the letters of these desks are from.
pub const FROM: &str = "mesa@example.org";
/// What a command says when its letters have not left.
pub const WAITS: &str = "no han salido";

/// A desk whose letters leave by a server, with a client (`ana`) who has a ticket, and two secretaries who never did anything (`sara`, `sol`).
pub fn desk_with(server: &SmtpServer) -> Desk {
    let desk = Desk::new();
    let ana = desk.client("ana");
    ana.run(["open", "--subject", "Duda", "-m", "Hola"]).ok();
    for name in ["sara", "sol"] {
        create(&desk, name, "secretary");
    }
    set(&desk, "mail.smtp.tls", "none");
    set(&desk, "mail.from", FROM);
    set(&desk, "mail.smtp.port", &server.port().to_string());
    set(&desk, "mail.smtp.host", "127.0.0.1");
    desk
}

/// An account without a letter.
pub fn create(desk: &Desk, name: &str, role: &str) {
    let email = format!("{name}@example.com");
    desk.admin().run(["user", "create", "--email", &email, "--name", name, "--role", role, "--no-invite"]).ok();
}

#[track_caller]
pub fn set(desk: &Desk, key: &str, value: &str) {
    desk.admin().run(["config", "set", key, value]).ok();
}

/// The command line by which the client writes in their ticket: two letters, one to each secretary.
pub fn writing(desk: &Desk) -> Vec<String> {
    let outcome = desk.guest("ana").run(["list", "--status", "all", "--format", "ids"]).ok();
    let number = outcome.text().lines().next().unwrap().to_owned();
    ["reply", &number, "-m", "¿Cuándo empieza?"].map(str::to_owned).to_vec()
}

/// Writes in the ticket as the client.
#[track_caller]
pub fn write(desk: &Desk) -> Outcome {
    desk.guest("ana").run(writing(desk)).ok()
}

/// The letters that wait or were given up.
#[track_caller]
pub fn queue(desk: &Desk) -> Vec<Value> {
    desk.admin().json(["mail", "queue"]).as_array().unwrap().clone()
}

/// The states of those letters, sorted.
#[track_caller]
pub fn states(desk: &Desk) -> Vec<String> {
    let mut states: Vec<_> = queue(desk).iter().map(|letter| letter["state"].as_str().unwrap().to_owned()).collect();
    states.sort();
    states
}

#[track_caller]
pub fn flush(desk: &Desk) -> Outcome {
    desk.owner().run(["mail", "flush"]).ok()
}

/// A change without letters of its own, which sends what became due meanwhile and does not wait for it.
pub fn pass_by(desk: &Desk) {
    let level = if desk.now().as_millis() / 1_000 % 2 == 0 { "1d" } else { "2d" };
    set(desk, "reopen.window", level);
}

pub fn recipients(received: &[Received]) -> Vec<&str> {
    let mut found: Vec<_> = received.iter().flat_map(|received| received.to.iter().map(String::as_str)).collect();
    found.sort_unstable();
    found
}
