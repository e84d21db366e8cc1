//! `rules`: the house rules and the privacy text, and accepting them.

use clap::{ArgMatches, Command};
use sha2::{Digest, Sha256};

use super::front::Front;
use super::{ask, options, pager};
use crate::app::config::DeskTexts;
use crate::i18n::Words;
use crate::ui::desk::RulesPage;
use crate::ui::error::Failure;

/// The command line of the verb.
pub fn command() -> Command {
    Command::new("rules").visible_alias("normas")
}

/// Shows the rules.
///
/// # Errors
/// Those of the store.
pub fn run(front: &Front<'_>, _matches: &ArgMatches) -> Result<(), Failure> {
    front.style().check_fields::<RulesPage>()?;
    let page = page(front)?;
    pager::print(front, &front.style().one(&page, serde_json::Map::new()))
}

/// The rules as this person is shown them.
///
/// # Errors
/// Those of the store.
pub fn page(front: &Front<'_>) -> Result<RulesPage, Failure> {
    let DeskTexts { rules, privacy, phone, phone_hours, phone_cost } = front.with_guest(|app| Ok(app.desk_texts()?))?;
    let rules = rules.unwrap_or_else(|| default_text(&front.words));
    let privacy = privacy.unwrap_or_else(|| front.words.text("rules-privacy"));
    let version = version(&rules, &privacy);
    Ok(RulesPage { version, rules, privacy, phone, phone_hours, phone_cost })
}

/// The rules of a desk that has none of its own.
pub fn default_text(words: &Words) -> String {
    words.text("rules-text")
}

/// What tells one wording of the texts from another.
fn version(rules: &str, privacy: &str) -> String {
    let hash =
        Sha256::new().chain_update((rules.len() as u64).to_be_bytes()).chain_update(rules).chain_update(privacy).finalize();
    data_encoding::HEXLOWER.encode(&hash[..8])
}

/// The version of the texts, if the person accepts them by option or at the prompt.
///
/// # Errors
/// `cancelled` and its like; those of the store.
pub fn accepted(front: &Front<'_>, matches: &ArgMatches) -> Result<Option<String>, Failure> {
    if options::is_set(matches, "accept-rules") {
        return Ok(Some(page(front)?.version));
    }
    if !front.can_ask() {
        return Ok(None);
    }
    let page = page(front)?;
    front.tell(&crate::ui::present::Present::card(&page, &front.style()));
    let accepts = ask::confirm(front, "ask-accept-rules", false)?;
    if accepts {
        ask::note_asked(front, "--accept-rules", "");
    }
    Ok(accepts.then_some(page.version))
}
