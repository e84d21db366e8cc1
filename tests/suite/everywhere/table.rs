//! Every verb with a line that succeeds.

/// What comes of a line that is run once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    /// It only reads.
    Reads,
    /// It is so already: `"changed": false`.
    Same,
    /// It is done once more: another text, another letter, another code.
    Anew,
    /// What it used up is gone; the exit code.
    Spent(i32),
}
use Again::{Anew, Reads, Same, Spent};

/// A verb with a line that succeeds on the desk of [`super::prepared`]: who types it, the line, what comes of it the second time.
///
/// `{open}` is a ticket of `ana` that `marta` has, `{late}` one of hers whose answer is late, `{free}` one that nobody has, `{closed}` one that was closed, `{letter}` a letter that waits, `{code}` one that
/// `bruno` was sent for a new password, `{token}` one of `sara`, `{task}` one that waits.
pub const CASES: &[(&str, &str, Again)] = &[
    ("eva", "register --email eva@example.com --name Eva --password-stdin --accept-rules", Anew),
    ("eva", "confirm --email eva@example.com --resend", Anew),
    ("ana", "login --email ana@example.com --password-stdin", Anew),
    ("ana", "logout", Same),
    ("ana", "whoami", Reads),
    ("ana", "password change --password-stdin", Spent(4)),
    ("eva", "password forgot --email ana@example.com", Anew),
    ("bruno", "password reset --email bruno@example.com {code} --password-stdin --accept-rules", Spent(4)),
    ("ana", "profile --name Anita", Same),
    ("ana", "open --subject Hola -m Hola", Anew),
    ("sara", "list --status all", Reads),
    ("sara", "show {open} --no-mark", Reads),
    ("ana", "reply {open} -m Hola", Anew),
    ("sara", "note {open} -m Hola", Anew),
    ("ana", "remind {late} -m Hola", Spent(6)),
    ("sara", "assign {open} --to mateo", Same),
    ("sara", "assign --from pairs.csv", Same),
    ("sara", "assign {free} --auto", Same),
    ("sara", "release {open}", Same),
    ("sara", "close {open}", Same),
    ("sara", "reopen {closed}", Same),
    ("sara", "priority {open} high", Same),
    ("sara", "edit {open} --subject Otra", Same),
    ("sara", "unflag {open}", Same),
    ("sara", "stats", Reads),
    ("sara", "overdue", Reads),
    ("sara", "overdue --soon", Reads),
    ("sara", "next", Reads),
    ("sara", "merge {closed} --into {open}", Same),
    ("marta", "request-call {open} --reason Urgente", Same),
    ("sara", "task list", Reads),
    ("sara", "task done {task}", Same),
    ("ana", "attachment {open}", Reads),
    ("ana", "rules", Reads),
    ("dora", "rules --accept", Same),
    ("ana", "topic list", Reads),
    ("admin", "topic add Historia", Same),
    ("admin", "topic add Física --agents marta,mateo --auto-assign on", Same),
    ("admin", "topic edit Latín --name Griego", Spent(3)),
    ("admin", "topic retire Latín", Same),
    ("sara", "user list", Reads),
    ("sara", "user show ana", Reads),
    ("sara", "user create --email z@example.com --name Zoe --role client", Same),
    ("sara", "user edit ana --name Anita", Same),
    ("admin", "user role mateo care", Same),
    ("sara", "user suspend ana --reason Datos", Same),
    ("sara", "user reinstate bruno", Same),
    ("sara", "user reset-password ana", Anew),
    ("sara", "user away marta --until 2026-12-24 --substitute mateo", Same),
    ("admin", "user back carmen", Same),
    ("sara", "user import people.csv", Same),
    ("admin", "mail queue", Reads),
    ("admin", "mail show {letter}", Reads),
    ("admin", "mail flush", Anew),
    ("admin", "mail retry {letter}", Anew),
    ("admin", "mail drop {letter}", Same),
    ("admin", "mail test --to a@example.com", Anew),
    ("admin", "config list", Reads),
    ("admin", "config get desk.name", Reads),
    ("admin", "config set desk.phone 900", Same),
    ("admin", "config unset desk.contact", Same),
    ("admin", "config export", Reads),
    ("admin", "config import settings.toml", Same),
    ("ana", "calendar show --year 2027", Reads),
    ("ana", "calendar due 2027-03-25", Reads),
    ("admin", "calendar import holidays.ics", Same),
    ("sara", "token create --name Lista", Spent(6)),
    ("sara", "token list", Reads),
    ("sara", "token revoke {token}", Same),
    ("admin", "purge --closed-before 2026-11-30 --yes", Spent(0)),
    ("admin", "audit", Reads),
    ("admin", "verify", Reads),
    ("admin", "verify --reindex", Anew),
    ("admin", "tick", Anew),
    ("admin", "doctor", Reads),
];

/// Verbs that need no desk, that make one, that only work at a terminal, or that print nothing by design; their own tests look at
/// them.
pub const ELSEWHERE: &[&str] = &["init", "dump", "load", "demo", "completions", "man", "config edit", "status"];
