//! How help looks: a line that says what it is, how it is written, then what it takes in two columns, wrapped to the terminal.
//!
//! `-h` is the short form, `--help` the whole one with its explanation, the general options and the examples. It knows nothing
//! of what the texts say.

use clap::{Arg, ArgAction, Command};
use unicode_width::UnicodeWidthStr;

use super::Wording;
use crate::i18n::Value;

/// Nothing is laid out for a terminal narrower than this.
pub(super) const NARROWEST: usize = 30;
/// The widest that the left column gets before a text goes to its own line.
const WIDEST_LABEL: usize = 32;
const INDENT: &str = "  ";

/// The verbs of the top, in the groups and in the order in which people need them; the others come last.
const GROUPS: &[(&str, &[&str])] = &[
    ("tickets", &["open", "list", "show", "reply", "remind", "close", "reopen", "status", "attachment", "rules"]),
    ("account", &["register", "confirm", "login", "logout", "whoami", "password", "profile", "token"]),
    (
        "staff",
        &[
            "assign",
            "release",
            "note",
            "priority",
            "edit",
            "merge",
            "unflag",
            "overdue",
            "next",
            "request-call",
            "task",
            "stats",
            "user",
        ],
    ),
    (
        "desk",
        &["init", "demo", "topic", "mail", "config", "calendar", "audit", "purge", "tick", "verify", "doctor", "dump", "load"],
    ),
];

/// Where a verb stands in the tree.
pub(super) struct Place<'a> {
    /// The names that lead to it.
    pub(super) path: &'a [String],
    /// The options that it has from above.
    pub(super) inherited: &'a [Arg],
    /// How it may be called, too.
    pub(super) other_names: &'a [String],
}

/// The text of `-h` or, if `long`, of `--help`.
pub(super) fn help(wording: &Wording<'_>, command: &Command, place: &Place<'_>, long: bool) -> String {
    let path = place.path;
    let mut sections = Vec::new();
    let about = if long { command.get_long_about() } else { command.get_about() };
    if let Some(about) = about {
        sections.push(wrapped(&about.to_string(), wording.width));
    }
    let mut usage = usage(wording, command, path);
    if !place.other_names.is_empty() {
        let names = Value::from(place.other_names.join(", "));
        usage = format!("{usage}\n{}", wording.words.format("usage-also-called", &[("names", names)]));
    }
    sections.push(usage);
    sections.extend(verbs(wording, command, path));
    let own: Vec<&Arg> = command.get_arguments().filter(|argument| !argument.is_hide_set()).collect();
    let all: Vec<&Arg> = own.iter().copied().chain(place.inherited.iter().filter(|argument| !argument.is_hide_set())).collect();
    let general = wording.words.text("usage-heading-global");
    for heading in headings(&all, &general) {
        if heading == general && !long && !path.is_empty() {
            continue;
        }
        let mut members: Vec<&Arg> =
            all.iter().copied().filter(|argument| argument.get_help_heading() == Some(&heading)).collect();
        members.sort_by_key(|argument| argument.get_display_order());
        let help = |argument: &Arg| argument.get_help().map(ToString::to_string).unwrap_or_default();
        let rows: Vec<(String, String)> = members.into_iter().map(|argument| (label(argument), help(argument))).collect();
        sections.push(format!("{heading}:\n{}", columns(&rows, wording.width)));
    }
    if long {
        sections.extend(command.get_after_long_help().map(ToString::to_string));
    } else {
        let more = format!("{} --help", wording.path(path));
        sections.push(wrapped(&wording.words.format("usage-more", &[("command", Value::from(more))]), wording.width));
    }
    sections.join("\n\n")
}

/// What stands left of an argument's text: `-m, --message <TEXTO>`, `<NÚMERO>…`.
pub(super) fn label(argument: &Arg) -> String {
    let range = argument.get_num_args();
    let many = range.map_or(matches!(argument.get_action(), ArgAction::Append) && argument.is_positional(), |range| {
        range.max_values() > range.min_values().max(1)
    });
    let dots = if many { "…" } else { "" };
    let names = match argument.get_value_names() {
        Some(names) => names.iter().map(ToString::to_string).collect(),
        None => vec![argument.get_id().as_str().to_uppercase()],
    };
    if argument.is_positional() {
        let (open, close) = if argument.is_required_set() { ("<", ">") } else { ("[", "]") };
        return format!("{open}{}{close}{dots}", names.join(" "));
    }
    let flags = match (argument.get_short(), argument.get_long()) {
        (Some(short), Some(long)) => format!("-{short}, --{long}"),
        (Some(short), None) => format!("-{short}"),
        (None, Some(long)) => format!("    --{long}"),
        (None, None) => String::new(),
    };
    if !argument.get_action().takes_values() {
        return flags;
    }
    let values = names.iter().map(|name| format!("<{name}>")).collect::<Vec<_>>().join(" ");
    let separator = if argument.is_require_equals_set() { "=" } else { " " };
    if range.is_some_and(|range| range.min_values() == 0) {
        format!("{flags}[{separator}{values}{dots}]")
    } else {
        format!("{flags}{separator}{values}{dots}")
    }
}

fn usage(wording: &Wording<'_>, command: &Command, path: &[String]) -> String {
    let title = wording.words.text("usage-heading-usage");
    let usage = wording.usage(command, path);
    let indent = " ".repeat(title.width() + 2);
    let options = options(wording.width).subsequent_indent(&indent);
    textwrap::fill(&format!("{title}: {usage}"), options)
}

fn verbs(wording: &Wording<'_>, command: &Command, path: &[String]) -> Vec<String> {
    let mut left: Vec<&Command> = command.get_subcommands().filter(|verb| !verb.is_hide_set()).collect();
    left.sort_by_key(|verb| verb.get_display_order());
    let name = |verb: &Command| wording.shown(&super::joined(path, verb.get_name())).to_owned();
    let widest = left.iter().map(|verb| name(verb).width()).max().unwrap_or_default();
    let section = |heading: String, verbs: &[&Command]| {
        let rows: Vec<(String, String)> = verbs
            .iter()
            .map(|verb| (format!("{:widest$}", name(verb)), verb.get_about().map(ToString::to_string).unwrap_or_default()))
            .collect();
        format!("{heading}:\n{}", columns(&rows, wording.width))
    };
    let mut sections = Vec::new();
    if path.is_empty() {
        for (group, names) in GROUPS {
            let members: Vec<&Command> =
                names.iter().filter_map(|name| left.iter().find(|verb| verb.get_name() == *name)).copied().collect();
            left.retain(|verb| !names.contains(&verb.get_name()));
            if !members.is_empty() {
                sections.push(section(wording.words.text(&format!("usage-group-{group}")), &members));
            }
        }
    }
    if !left.is_empty() {
        let heading = if sections.is_empty() { "usage-heading-verbs" } else { "usage-group-other" };
        sections.push(section(wording.words.text(heading), &left));
    }
    sections
}

/// The headings of arguments in their order: what is told by its place, the verb's own, the general ones.
fn headings(arguments: &[&Arg], general: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let positional = arguments.iter().filter(|argument| argument.is_positional());
    for argument in positional.chain(arguments.iter().filter(|argument| !argument.is_positional())) {
        if let Some(heading) = argument.get_help_heading()
            && heading != general
            && !found.iter().any(|known| known == heading)
        {
            found.push(heading.to_owned());
        }
    }
    found.push(general.to_owned());
    found
}

/// Labels and texts side by side, or one above the other where there is no room.
fn columns(rows: &[(String, String)], width: usize) -> String {
    let longest = rows.iter().map(|(label, _)| label.width()).filter(|width| *width <= WIDEST_LABEL).max().unwrap_or_default();
    let stacked = width < longest + 4 + 24;
    let indent = if stacked { "      ".to_owned() } else { " ".repeat(longest + 4) };
    let lines = rows.iter().map(|(label, text)| {
        let text = textwrap::fill(text, options(width).initial_indent(&indent).subsequent_indent(&indent));
        if text.is_empty() {
            format!("{INDENT}{label}")
        } else if stacked || label.width() > longest {
            format!("{INDENT}{label}\n{text}")
        } else {
            let gap = " ".repeat(longest - label.width());
            format!("{INDENT}{label}{gap}  {}", text.trim_start())
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Text wrapped to the terminal, whatever its lines were; blank lines stay, and so do indented ones, which are to be copied.
fn wrapped(text: &str, width: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut paragraph: Vec<&str> = Vec::new();
    for line in text.lines().chain([""]) {
        if !line.is_empty() && !line.starts_with(' ') {
            paragraph.push(line);
            continue;
        }
        if !paragraph.is_empty() {
            lines.push(textwrap::fill(&paragraph.join(" "), options(width)));
            paragraph.clear();
        }
        lines.push(line.to_owned());
    }
    lines.join("\n").trim_end().to_owned()
}

/// Words are kept whole, since most of the long ones are options and addresses.
fn options(width: usize) -> textwrap::Options<'static> {
    textwrap::Options::new(width).break_words(false).word_splitter(textwrap::WordSplitter::NoHyphenation)
}
