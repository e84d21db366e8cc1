//! `completions` and `man`: what shells and readers are given, from the same definitions as help.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};

use super::front::Front;
use super::options;
use crate::domain::notice::Notice;
use crate::domain::settings;
use crate::i18n::{Words, clap as worded};
use crate::ui::error::{self, Failure};

/// The shells that can ask for completions.
const SHELLS: [&str; 5] = ["bash", "elvish", "fish", "powershell", "zsh"];

/// The columns that pages are wrapped for.
const WIDTH: usize = 100;

/// The command line of `completions`.
pub fn completions_command() -> Command {
    Command::new("completions").arg(options::positional("shell").required(true).value_parser(SHELLS))
}

/// Prints the completions for a shell.
///
/// # Errors
/// When standard output cannot be written.
pub fn completions(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    let shell = options::text(matches, "shell").unwrap_or("bash");
    front.print(&super::complete::script(shell)?)
}

/// The command line of `man`.
pub fn man_command() -> Command {
    Command::new("man")
        .arg(options::positional("page").num_args(1..))
        .arg(Arg::new("dir").long("dir").value_parser(value_parser!(PathBuf)).conflicts_with("page"))
}

/// Prints one manual page, or writes all of them into a directory.
///
/// # Errors
/// `bad-value` for a page that there is none of; when the directory cannot be written.
pub fn man(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    let pages = pages(&front.words)?;
    if let Some(directory) = options::path(matches, "dir") {
        for (name, page) in &pages {
            write(directory, name, page)?;
        }
        front.say("done-man", &[("count", pages.len().into())]);
        return Ok(());
    }
    // `user create` is one page: its words may be typed as they are on a command line.
    let typed = options::texts(matches, "page").join(" ");
    let wanted = page_name(&typed);
    let fits = |name: &str| name.rsplit_once('.').is_some_and(|(name, _)| name == wanted);
    match pages.iter().find(|(name, _)| fits(name)) {
        Some((_, page)) => front.print(page.as_bytes()),
        None => Err(Failure::BadValue("PAGE".to_owned(), typed.chars().take(100).collect())),
    }
}

/// The name of the page of a verb, whichever of its names it was asked for by: `open`, `abrir`, `usuario crear`, `taquilla-guide`.
fn page_name(page: &str) -> String {
    let page = page.strip_prefix("taquilla").unwrap_or(page).replace('-', " ");
    let page = page.trim_start();
    let (first, rest) = page.split_once(' ').unwrap_or((page, ""));
    let verb = super::VERBS.iter().find(|verb| verb.name == first || verb.aliases.contains(&first));
    let rest = rest.replace(' ', "-");
    let inner = verb.and_then(|verb| Some((verb.command)().find_subcommand(&rest)?.get_name().to_owned()));
    let name = format!("taquilla {} {}", verb.map_or(first, |verb| verb.name), inner.unwrap_or(rest));
    name.trim_end().replace(' ', "-")
}

fn write(directory: &Path, name: &str, page: &str) -> Result<(), Failure> {
    let path = directory.join(name);
    let fault = |error| Failure::File(path.clone(), error);
    std::fs::create_dir_all(directory).map_err(fault)?;
    std::fs::File::create(&path).and_then(|mut file| file.write_all(page.as_bytes())).map_err(fault)
}

/// Every manual page in a language: a page a verb, the settings, the guide.
///
/// # Errors
/// When a page cannot be rendered, which memory never says.
pub fn pages(words: &Words) -> Result<Vec<(String, String)>, Failure> {
    let mut found = Vec::new();
    let root = worded::word_for(super::tree(), words, WIDTH);
    gather(&root, "taquilla", "", words, &mut found)?;
    found.push(("taquilla-config.5".to_owned(), config_page(words)));
    found.push(("taquilla-guide.7".to_owned(), guide_page(words)));
    Ok(found)
}

fn gather(command: &Command, name: &str, above: &str, words: &Words, found: &mut Vec<(String, String)>) -> Result<(), Failure> {
    let title = name.to_uppercase();
    let version = concat!("taquilla ", env!("CARGO_PKG_VERSION"));
    let mut page = Vec::new();
    let man = clap_mangen::Man::new(command.clone().name(name.to_owned())).title(title).source(version);
    man.render(&mut page).map_err(Failure::Output)?;
    let mut page = worded::man_headings(String::from_utf8_lossy(&page).into_owned(), words);
    page = with_spoken_names(page, command, name, words);
    page.push_str(&see_also((name, 1), above, words));
    found.push((format!("{name}.1"), page));
    for inner in command.get_subcommands().filter(|inner| !inner.is_hide_set() && inner.get_name() != "help") {
        gather(inner, &format!("{name}-{}", inner.get_name()), name, words, found)?;
    }
    Ok(())
}

/// The list of verbs, each with the name that it has in the language before that of its page.
fn with_spoken_names(mut page: String, command: &Command, name: &str, words: &Words) -> String {
    let first = name.strip_prefix("taquilla").unwrap_or_default().replace('-', " ");
    for verb in command.get_subcommands() {
        let line = format!("{first} {}", verb.get_name());
        let spoken = super::spoken(line.trim_start(), words.language());
        let reference = roff(&format!("{name}-{}(1)", verb.get_name()));
        if spoken != line.trim_start() {
            page = page.replace(&format!("\n{reference}\n"), &format!("\n\\fB{}\\fR, {reference}\n", roff(&spoken)));
        }
    }
    page
}

/// Where to read on: the page of the verb above, that of the program, which has the general options, and those about the whole.
fn see_also(own: (&str, u8), above: &str, words: &Words) -> String {
    let all = [(above, 1), ("taquilla", 1), ("taquilla-config", 5), ("taquilla-guide", 7)];
    let others = all
        .iter()
        .enumerate()
        .filter(|(place, page)| **page != own && !page.0.is_empty() && (*place > 0 || page.0 != "taquilla"));
    let others: Vec<String> = others.map(|(_, (name, section))| format!("\\fB{}\\fR({section})", roff(name))).collect();
    format!(".SH \"{}\"\n{}\n", words.text("guide-man-see-also"), others.join(", "))
}

/// Text as roff takes it.
fn roff(text: &str) -> String {
    let escaped = text.replace('\\', "\\e").replace('-', "\\-");
    let guard = |line: &str| if line.starts_with(['.', '\'']) { format!("\\&{line}") } else { line.to_owned() };
    escaped.lines().map(guard).collect::<Vec<_>>().join("\n")
}

fn head(name: &str, section: u8, words: &Words, about: &str) -> String {
    format!(
        ".TH {} {section} \"\" \"taquilla {}\"\n.SH {}\n{} \\- {}\n",
        name.to_uppercase(),
        env!("CARGO_PKG_VERSION"),
        words.text("guide-man-name"),
        roff(name),
        roff(about)
    )
}

fn config_page(words: &Words) -> String {
    let mut page = head("taquilla-config", 5, words, &words.text("guide-man-config"));
    page.push_str(&format!(".SH {}\n", words.text("guide-man-settings").to_uppercase()));
    for setting in settings::ALL {
        let meaning = words.text(&meaning_id(setting.key));
        let key = setting.key.replace("EVENT", "reply").replace("LANG", "es");
        let expects = error::setting_expects(&key, words);
        let mut lines = vec![format!("{meaning}."), words.format("guide-man-expects", &[("expected", expects.into())])];
        if setting.key.starts_with("mail.notify.") {
            let events = Notice::ALL.map(Notice::id).join(", ");
            lines.push(words.format("guide-man-events", &[("events", events.into())]));
        }
        if !setting.default.is_empty() {
            lines.push(words.format("guide-man-default", &[("value", setting.default.into())]));
        }
        let lines: Vec<_> = lines.iter().map(|line| roff(line)).collect();
        page.push_str(&format!(".TP\n\\fB{}\\fR\n{}\n", roff(setting.key), lines.join("\n.br\n")));
    }
    page.push_str(&see_also(("taquilla-config", 5), "taquilla-config", words));
    page
}

/// What a setting's meaning is found by in the catalogue.
pub fn meaning_id(key: &str) -> String {
    format!("setting-{}", key.replace(['.', '_'], "-").to_lowercase())
}

fn guide_page(words: &Words) -> String {
    let mut page = head("taquilla-guide", 7, words, &words.text("guide-man-guide"));
    for part in ["client", "agent", "secretary", "care", "admin", "mail", "time"] {
        page.push_str(&format!(".SH {}\n", roff(&words.text(&format!("guide-man-{part}")).to_uppercase())));
        for paragraph in words.text(&format!("guide-man-{part}-text")).split("\n\n") {
            let is_example = paragraph.lines().all(|line| line.starts_with("    "));
            if is_example {
                page.push_str(&format!(".PP\n.nf\n{}\n.fi\n", roff(paragraph)));
            } else {
                page.push_str(&format!(".PP\n{}\n", roff(paragraph)));
            }
        }
    }
    page.push_str(&see_also(("taquilla-guide", 7), "", words));
    page
}
