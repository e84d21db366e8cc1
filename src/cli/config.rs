//! `config`: the settings of the desk.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};

use super::front::Front;
use super::settings_file::{self, Wanted};
use super::{ask, draft, options, read};
use crate::app::change::{Call, Done, Outcome};
use crate::app::config::SettingView;
use crate::app::retention::{Kept, Loss, MOST_COUNTED};
use crate::domain::language::Language;
use crate::domain::notice::Notice;
use crate::domain::settings;
use crate::i18n::Words;
use crate::paths;
use crate::store::Printed;
use crate::ui::desk::SettingPage;
use crate::ui::error::{self, Failure, Told};
use crate::ui::letters::notice_word;
use crate::ui::present::Format;
use crate::ui::prompt::PromptError;
use crate::ui::receipt;

/// The most bytes of a file of settings.
const LONGEST_FILE: u64 = 1024 * 1024;

/// The command line of the verb.
pub fn command() -> Command {
    let key = || options::positional("setting").required(true);
    let file = Arg::new("file").value_parser(value_parser!(PathBuf)).required(true);
    let set = Command::new("set").arg(key()).arg(options::positional("value").required(true).allow_hyphen_values(true));
    Command::new("config")
        .subcommand_required(true)
        .subcommand(Command::new("list").arg(options::flag("set-only")))
        .subcommand(Command::new("get").arg(key()))
        .subcommand(options::changing(set))
        .subcommand(options::changing(Command::new("unset").arg(key())))
        .subcommand(options::changing(Command::new("edit")))
        .subcommand(Command::new("export"))
        .subcommand(options::changing(Command::new("import").arg(file)))
}

/// Does what the second word says.
///
/// # Errors
/// Refusals of keys and values; those of the store.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    front.style().check_fields::<SettingPage<'_>>()?;
    let Some((second, matches)) = matches.subcommand() else { return Ok(()) };
    let key = options::owned(matches, "setting").unwrap_or_default();
    match second {
        "list" => list(front, options::is_set(matches, "set-only")),
        "get" => get(front, &key),
        "set" => {
            let value = options::owned(matches, "value").unwrap_or_default();
            let value = if value == "-" { read::text(Path::new("-"))? } else { value };
            change(front, matches, &vec![(key, Some(value))], true)
        }
        "unset" => change(front, matches, &vec![(key, None)], true),
        "export" => export(front),
        "import" => {
            let default = PathBuf::new();
            let path = options::path(matches, "file").unwrap_or(&default);
            let bytes = read::whole(path, LONGEST_FILE)?;
            let text = String::from_utf8(bytes).map_err(|_| Failure::NotText(path.clone()))?;
            change(front, matches, &settings_file::parse(&text, path)?, false)
        }
        _ => edit(front, matches),
    }
}

fn pages<'s>(front: &Front<'_>, settings: &'s [SettingView]) -> Vec<SettingPage<'s>> {
    settings.iter().map(|setting| SettingPage { meaning: meaning(&front.words, &setting.key), setting }).collect()
}

/// What a setting is for, in the person's language.
pub fn meaning(words: &Words, key: &str) -> String {
    let notice = key.strip_prefix("mail.notify.").and_then(Notice::from_id);
    if let Some(notice) = notice {
        let id = if notice.is_told() { "ui-notice" } else { "ui-notice-yet" };
        return words.format(id, &[("notice", notice_word(notice, words).into())]);
    }
    let pattern = settings::find(key).map_or(key, |setting| setting.key);
    words.text(&super::generate::meaning_id(pattern))
}

fn list(front: &Front<'_>, only_set: bool) -> Result<(), Failure> {
    front.with(|app| {
        let mut settings = app.settings(only_set)?;
        if front.style().format == Format::Table {
            gather_templates(&mut settings);
        }
        front.print(&front.style().many(&pages(front, &settings), |_| serde_json::Map::new()))
    })
}

/// Leaves one row, under the setting's own name, of the many wordings that nobody has written.
fn gather_templates(settings: &mut Vec<SettingView>) {
    let mut seen = HashSet::new();
    settings.retain_mut(|view| match settings::find(&view.key) {
        Some(setting) if setting.key.contains("LANG") && !view.is_set => {
            setting.key.clone_into(&mut view.key);
            seen.insert(setting.key)
        }
        _ => true,
    });
}

fn get(front: &Front<'_>, key: &str) -> Result<(), Failure> {
    front.with(|app| {
        let settings = [app.setting(key)?];
        match pages(front, &settings).first() {
            Some(page) => front.print(&front.style().one(page, serde_json::Map::new())),
            None => Ok(()),
        }
    })
}

/// Prints what was set: as TOML for people and for `config import`, or in the form that was asked for.
fn export(front: &Front<'_>) -> Result<(), Failure> {
    front.with(|app| {
        let settings = app.settings(true)?;
        if front.is_for_people() && front.global.fields.is_none() {
            return front.print(settings_file::export(&settings).as_bytes());
        }
        front.print(&front.style().many(&pages(front, &settings), |_| serde_json::Map::new()))
    })
}

/// Sets and unsets settings. `is_one`: the command is about one setting, not about however many a file holds.
fn change(front: &Front<'_>, matches: &ArgMatches, wanted: &Wanted, is_one: bool) -> Result<(), Failure> {
    let call = front.call("config", matches, wanted);
    let style = front.style();
    let receipt = |done: &Done<Vec<SettingView>>| {
        // People are told in words; the value alone would look like an answer.
        if style.format == Format::Table {
            return Printed::default();
        }
        let pages = pages(front, &done.value);
        match pages.as_slice() {
            [only] if is_one => receipt::one(&style, done, only),
            many => receipt::many(&style, done, many, |_, _| false),
        }
    };
    settle_losses(front, &call, wanted)?;
    front.with(|app| {
        let outcome = app.configure(&call, wanted, &receipt)?;
        let Some(done) = front.finish(app, outcome, &receipt)? else { return Ok(()) };
        for setting in &done.value {
            // Strangers are spoken to before the store is opened.
            if let ("desk.lang", Some(language)) = (setting.key.as_str(), Language::from_code(&setting.value)) {
                paths::set_language_of_desk(&front.global.desk, language).map_err(Failure::Paths)?;
            }
            let values =
                [("key", setting.key.as_str().into()), ("value", crate::ui::safe::line(&setting.value).into_owned().into())];
            let id = match (setting.changed, setting.is_set) {
                (false, _) => "done-config-already",
                (true, true) => "done-config",
                (true, false) => "done-config-unset",
            };
            front.say(id, &values);
        }
        Ok(())
    })
}

/// Asks whether what settings of retention would take away may go, and how much it is; a rehearsal tells it.
fn settle_losses(front: &Front<'_>, call: &Call, wanted: &Wanted) -> Result<(), Failure> {
    if !wanted.iter().any(|(key, value)| value.is_some() && key.starts_with("retention.")) {
        return Ok(());
    }
    let losses = front.with(|app| {
        // Nobody is asked about what would be refused, nor about what was done before.
        let rehearsal = Call { dry_run: true, key: call.key.clone(), ..Call::default() };
        Ok(match app.configure(&rehearsal, wanted, &|_| Printed::default())? {
            Outcome::Done(_) => app.losses(wanted)?,
            Outcome::Replayed(_) => Vec::new(),
        })
    })?;
    for Loss { of, count } in losses {
        let is_many = count > MOST_COUNTED;
        let [question, statement] = match (of, is_many) {
            (Kept::Tickets, false) => ["ask-retention-tickets", "done-retention-tickets"],
            (Kept::Tickets, true) => ["ask-retention-many-tickets", "done-retention-many-tickets"],
            (Kept::Links, false) => ["ask-retention-links", "done-retention-links"],
            (Kept::Links, true) => ["ask-retention-many-links", "done-retention-many-links"],
            (Kept::Accounts, false) => ["ask-retention-accounts", "done-retention-accounts"],
            (Kept::Accounts, true) => ["ask-retention-many-accounts", "done-retention-many-accounts"],
        };
        let values = [("count", count.min(MOST_COUNTED).into())];
        if call.dry_run {
            front.say(statement, &values);
        } else if !(front.global.yes || front.can_ask()) {
            let told = error::tell(&Failure::WantsYes, &front.words, &|time| time.to_rfc3339());
            return Err(Failure::Told(Box::new(Told { message: front.words.format(statement, &values), ..told })));
        } else if !ask::confirm_in(front, &front.words.format(question, &values), false)? {
            return Err(Failure::Prompt(PromptError::EndOfInput));
        }
    }
    Ok(())
}

/// Opens the settings in the person's editor, and sets what was changed, all of it or nothing. What has a mistake in it is not lost:
/// it can be mended, or is kept.
fn edit(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    // An editor that is named may need no terminal; it asks all the same.
    let may_edit = front.can_ask() || (front.environment.editor.is_some() && !front.global.no_input);
    if !may_edit {
        return Err(Failure::NoEditor);
    }
    let path = Path::new("config.toml");
    let start = settings_file::export(&front.with(|app| Ok(app.settings(true)?))?);
    let before = settings_file::parse(&start, path)?;
    let mut text = start;
    loop {
        let Some(edited) = draft::edit(front, &text, ".toml", None)? else {
            front.say("done-already", &[]);
            return Ok(());
        };
        let tried = settings_file::parse(&edited, path).and_then(|after| {
            let wanted = settings_file::difference(&before, after);
            if wanted.is_empty() {
                front.say("done-already", &[]);
                return Ok(());
            }
            change(front, matches, &wanted, false)
        });
        match tried {
            Err(failure) if !is_done(&failure) && !front.can_ask() => {
                // Whoever reads one error object on standard error finds nothing else there.
                front.is_hushed.set(front.global.format.is_json());
                keep(front, &edited)?;
                return Err(failure);
            }
            Err(failure) if !is_done(&failure) => {
                super::tell_failure(front, &failure);
                let again = ask::prompter(front).confirm(&front.words.text("ask-edit-again"), Some(true));
                if !matches!(again, Ok(true)) {
                    keep(front, &edited)?;
                    return Err(Failure::Prompt(again.err().unwrap_or(PromptError::EndOfInput)));
                }
                text = edited;
            }
            done => return done,
        }
    }
}

/// Whether what was wanted is done all the same, and only could not be shown.
fn is_done(failure: &Failure) -> bool {
    matches!(failure, Failure::ClosedPipe | Failure::DoneUnprinted(..) | Failure::Output(_))
}

/// Keeps what was written where it can be mended, for the person alone, and says where.
fn keep(front: &Front<'_>, text: &str) -> Result<(), Failure> {
    let folder = paths::state_directory(&front.environment.surroundings).map_err(Failure::Paths)?;
    let path = paths::keep_private(&folder, "config.toml", text.as_bytes()).map_err(Failure::Paths)?;
    front.say("ask-edit-kept", &[("path", crate::ui::safe::line(&path.to_string_lossy()).into_owned().into())]);
    Ok(())
}
