//! The verbs that there are. The table alone: what each takes and does stands in its own file.

use clap::{ArgMatches, Command};

use super::front::Front;
use super::{
    assign, attachment, audit, calendar, close, config, confirm, demo, dump, edit, generate, init, list, login, mail, merge,
    open, overdue, password, profile, purge, register, remind, reply, rules, show, stats, status, task, tick, token, topic,
    unflag, upkeep, user,
};
use crate::ui::error::Failure;

/// One verb: its names, its command line, and what runs it.
pub(super) struct Verb {
    /// What it is called.
    pub(super) name: &'static str,
    /// Its command line.
    pub(super) command: fn() -> Command,
    /// What runs it.
    pub(super) run: fn(&Front<'_>, &ArgMatches) -> Result<(), Failure>,
    /// What else it is called; the first is its Spanish name, if it has one.
    pub(super) aliases: &'static [&'static str],
}

const fn verb(
    name: &'static str,
    aliases: &'static [&'static str],
    command: fn() -> Command,
    run: fn(&Front<'_>, &ArgMatches) -> Result<(), Failure>,
) -> Verb {
    Verb { name, command, run, aliases }
}

/// Every verb, in the order in which help shows them.
pub(super) const VERBS: &[Verb] = &[
    verb("init", &[], init::command, init::run),
    verb("demo", &[], demo::command, demo::run),
    verb("register", &["registrar"], register::command, register::run),
    verb("confirm", &["confirmar"], confirm::command, confirm::run),
    verb("login", &["entrar"], login::command, login::run),
    verb("logout", &["salir"], login::logout_command, login::logout),
    verb("whoami", &[], login::whoami_command, login::whoami),
    verb("password", &["clave"], password::command, password::run),
    verb("profile", &["perfil"], profile::command, profile::run),
    verb("token", &[], token::command, token::run),
    verb("open", &["abrir"], open::command, open::run),
    verb("list", &["listar"], list::command, list::run),
    verb("show", &["ver"], show::command, show::run),
    verb("reply", &["responder"], reply::command, reply::run),
    verb("remind", &["reclamar"], remind::command, remind::run),
    verb("note", &["nota"], reply::note_command, reply::note),
    verb("assign", &["asignar"], assign::command, assign::run),
    verb("release", &["liberar", "unassign"], assign::release_command, assign::release),
    verb("close", &["cerrar"], close::command, close::run),
    verb("reopen", &["reabrir"], close::reopen_command, close::reopen),
    verb("priority", &["prioridad"], edit::priority_command, edit::priority),
    verb("edit", &[], edit::command, edit::run),
    verb("merge", &["unir"], merge::command, merge::run),
    verb("unflag", &["revisado"], unflag::command, unflag::run),
    verb("request-call", &["pedir-llamada"], task::request_command, task::request),
    verb("task", &["tareas"], task::command, task::run),
    verb("status", &["estado"], status::command, status::run),
    verb("attachment", &["adjunto"], attachment::command, attachment::run),
    verb("rules", &["normas"], rules::command, rules::run),
    verb("topic", &[], topic::command, topic::run),
    verb("user", &["usuario"], user::command, user::run),
    verb("mail", &[], mail::command, mail::run),
    verb("config", &[], config::command, config::run),
    verb("calendar", &["calendario"], calendar::command, calendar::run),
    verb("purge", &[], purge::command, purge::run),
    verb("audit", &[], audit::command, audit::run),
    verb("dump", &[], dump::dump_command, dump::dump),
    verb("load", &[], dump::load_command, dump::load),
    verb("verify", &[], upkeep::verify_command, upkeep::verify),
    verb("tick", &[], tick::command, tick::run),
    verb("doctor", &[], upkeep::doctor_command, upkeep::doctor),
    verb("overdue", &["vencidos"], overdue::command, overdue::run),
    verb("next", &["siguiente"], overdue::next_command, overdue::next),
    verb("stats", &["panel"], stats::command, stats::run),
    verb("completions", &[], generate::completions_command, generate::completions),
    verb("man", &[], generate::man_command, generate::man),
];
