//! Two trees to be worded: the verbs of the contract, and a small one that lets clap complain about everything.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};

/// The verbs of the contract's first part and their options; `+` many, `!` takes no value, `*` required, a capital letter first: by place.
pub(super) const VERBS: &[(&str, &str)] = &[
    ("init", "name admin-email admin-name password-stdin! password-file timezone mail-from"),
    ("demo", "keep"),
    ("register", "email name password-stdin! password-file accept-rules!"),
    ("confirm", "email Code resend!"),
    ("login", "email handle password-stdin! password-file"),
    ("logout", "everywhere!"),
    ("whoami", ""),
    ("password change", "password-stdin! password-file"),
    ("password forgot", "email"),
    ("password reset", "email Code password-stdin! password-file accept-rules!"),
    ("profile", "name handle email"),
    ("open", "subject message message-file topic attach+ priority for external-id follow-up dry-run! key"),
    ("list", "status mine! to unassigned! from topic priority unread! since until external-id"),
    ("show", "Number all! no-mark!"),
    ("reply", "Number message message-file attach+ close! pending!"),
    ("note", "Number message message-file attach+"),
    ("assign", "Number+ to note keep-going!"),
    ("release", "Number+ message"),
    ("close", "Number+ message message-file note"),
    ("reopen", "Number+ message note"),
    ("priority", "Number+* Level*"),
    ("edit", "Number+ topic subject client external-id"),
    ("status", "Number email code"),
    ("attachment", "Number Id output"),
    ("rules", ""),
    ("topic list", ""),
    ("topic add", "Name name-en parent"),
    ("topic edit", "Topic name name-en parent"),
    ("topic retire", "Topic"),
    ("user list", "role"),
    ("user show", "User"),
    ("user create", "email name role handle no-invite!"),
    ("user edit", "User name handle email phone agent"),
    ("user role", "User Role"),
    ("user suspend", "User reason to"),
    ("user reinstate", "User"),
    ("user reset-password", "User"),
    ("mail queue", "limit"),
    ("mail show", "Id"),
    ("mail flush", ""),
    ("mail retry", "Id+"),
    ("mail drop", "Id+"),
    ("mail test", "to"),
    ("config list", "set-only!"),
    ("config get", "Setting"),
    ("config set", "Setting Value key"),
    ("config unset", "Setting"),
    ("config edit", ""),
    ("config export", ""),
    ("config import", "File"),
    ("completions", "Shell"),
    ("man", "Page dir"),
    ("verify", ""),
    ("doctor", ""),
];

const GLOBALS: &str = "desk lang format json! fields color no-pager! no-input! yes! quiet! wait mail";

fn argument(name: &'static str) -> Arg {
    let (name, required) = name.strip_suffix('*').map_or((name, false), |name| (name, true));
    let (name, many) = name.strip_suffix('+').map_or((name, false), |name| (name, true));
    let (name, flag) = name.strip_suffix('!').map_or((name, false), |name| (name, true));
    let mut argument = Arg::new(name.to_lowercase()).required(required);
    if name.starts_with(char::is_lowercase) {
        argument = argument.long(name);
    } else if many {
        argument = argument.num_args(1..);
    }
    match (flag, many) {
        (true, _) => argument.action(ArgAction::SetTrue),
        (_, true) => argument.action(ArgAction::Append),
        _ => argument,
    }
}

pub(super) fn contract() -> Command {
    let mut tree = Command::new("taquilla").version("0.1.0");
    tree = tree.args(GLOBALS.split(' ').map(|name| argument(name).global(true)));
    for (path, arguments) in VERBS {
        let (parent, name) = path.split_once(' ').unwrap_or(("", path));
        let verb = Command::new(name).args(arguments.split_whitespace().map(argument));
        if parent.is_empty() {
            tree = tree.subcommand(verb);
        } else if tree.find_subcommand(parent).is_some() {
            tree = tree.mut_subcommand(parent, |parent| parent.subcommand(verb));
        } else {
            tree = tree.subcommand(Command::new(parent).subcommand_required(true).subcommand(verb));
        }
    }
    tree
}

/// A small tree that lets clap say everything that it can say.
pub(super) fn sample() -> Command {
    Command::new("taquilla")
        .version("0.1.0")
        .subcommand_required(true)
        .arg(Arg::new("format").long("format").global(true).value_parser(["table", "json"]).default_value("table"))
        .arg(Arg::new("quiet").short('q').long("quiet").global(true).action(ArgAction::SetTrue))
        .subcommand(
            Command::new("close")
                .visible_alias("cerrar")
                .arg(Arg::new("number").required(true).num_args(1..).action(ArgAction::Append))
                .arg(Arg::new("message").short('m').long("message").visible_alias("text").conflicts_with("note"))
                .arg(Arg::new("note").long("note").conflicts_with("message"))
                .arg(Arg::new("attach").long("attach").num_args(2))
                .arg(Arg::new("keep-going").long("keep-going").num_args(2..).visible_short_alias('k'))
                .arg(Arg::new("dry_run").long("dry-run").num_args(0..=1).require_equals(true))
                .arg(Arg::new("key").long("key").require_equals(true)),
        )
        .subcommand(
            Command::new("user").subcommand_required(true).arg_required_else_help(true).subcommand(
                Command::new("create")
                    .arg(Arg::new("email").long("email").required(true))
                    .arg(Arg::new("role").long("role").value_parser(PossibleValuesParser::new(["client", "agent", "admin"])))
                    .arg(Arg::new("handle").long("handle").value_parser(|_: &str| Err::<String, _>("usage-utf8".to_owned())))
                    .arg(Arg::new("name").long("name").value_parser(value_parser!(u16).range(1..9))),
            ),
        )
        .subcommand(Command::new("user-list").hide(true))
}
