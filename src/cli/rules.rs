//! `rules`: the house rules and the privacy text, and accepting them.

use clap::{ArgMatches, Command};

use super::front::Front;
use super::{ask, options, pager};
use crate::app::acceptance::{Accepted, Defaults, version};
use crate::app::change::{Call, Done};
use crate::app::config::DeskTexts;
use crate::domain::language::Language;
use crate::domain::refusal::Refusal;
use crate::i18n::Words;
use crate::store::Printed;
use crate::ui::desk::RulesPage;
use crate::ui::error::Failure;
use crate::ui::present::Present;
use crate::ui::receipt;

/// The house rules and the privacy text of a desk that has written none: with other words here, everybody is asked again.
pub const DEFAULTS: Defaults = Defaults {
    texts: |language| {
        let words = Words::new(language);
        [default_text(&words), words.text("rules-privacy")]
    },
    version: |language| match language {
        Language::Spanish => "77e9349dc397eafe",
        Language::English => "7e3cc7e2fac3e40f",
    },
};

/// The command line of the verb.
pub fn command() -> Command {
    options::changing(Command::new("rules").visible_alias("normas").arg(options::flag("accept")))
}

/// Shows the rules, or accepts them.
///
/// # Errors
/// `not-allowed` where staff would accept them, `suspended`; those of the store.
pub fn run(front: &Front<'_>, matches: &ArgMatches) -> Result<(), Failure> {
    front.style().check_fields::<RulesPage>()?;
    if options::is_set(matches, "accept") {
        return accept(front, &front.call("rules", matches, &()));
    }
    let page = page(front)?;
    pager::print(front, &front.style().one(&page, serde_json::Map::new()))
}

/// The rules as this person is shown them, with what they have accepted.
///
/// # Errors
/// Those of the store.
pub fn page(front: &Front<'_>) -> Result<RulesPage, Failure> {
    let store = front.store()?;
    // What guests may read needs no session, which may be damaged.
    let app = front.app_or_guest(&store)?;
    let DeskTexts { rules, privacy, phone } = app.desk_texts()?;
    let accepted = app.accepted()?;
    let rules = rules.unwrap_or_else(|| default_text(&front.words));
    let privacy = privacy.unwrap_or_else(|| front.words.text("rules-privacy"));
    let version = version(&rules, &privacy);
    let must_accept = accepted.as_ref().is_some_and(|accepted| !accepted.is_current);
    let accepted = accepted.and_then(|accepted: Accepted| accepted.last);
    Ok(RulesPage { version, rules, privacy, phone, accepted, must_accept, changed: false })
}

/// The rules of a desk that has none of its own.
pub fn default_text(words: &Words) -> String {
    words.text("rules-text")
}

/// Accepts the rules as they stand in the reader's language.
fn accept(front: &Front<'_>, call: &Call) -> Result<(), Failure> {
    let page = page(front)?;
    let style = front.style();
    let receipt = |done: &Done<bool>| {
        let accepted = crate::domain::account::Acceptance { version: page.version.clone(), at: front.now };
        let shown = if done.value {
            RulesPage { accepted: Some(accepted), must_accept: false, changed: true, ..page.clone() }
        } else {
            page.clone()
        };
        receipt::one(&style, done, &shown)
    };
    front.with(|app| {
        let outcome = app.accept_rules(call, &page.version, &receipt)?;
        if let Some(done) = front.finish(app, outcome, &receipt)? {
            front.say(if done.value { "done-rules" } else { "done-rules-already" }, &[]);
        }
        Ok(())
    })
}

/// Whether the command is to accept the rules with what it does: as its option says, or as a client at a terminal answers to whom
/// they are new.
///
/// # Errors
/// `rules-changed` for whoever does not accept them; those of the gate and of the store; the end of the question.
pub fn consent(front: &Front<'_>, matches: &ArgMatches) -> Result<bool, Failure> {
    if options::is_set(matches, "accept-rules") || !front.can_ask() {
        return Ok(options::is_set(matches, "accept-rules"));
    }
    match renew(front, options::is_set(matches, "dry-run"))? {
        Renewal::Needless => Ok(false),
        Renewal::Accepted => Ok(true),
        Renewal::Declined => Err(Refusal::RulesChanged.into()),
    }
}

/// What came of asking somebody whether they accept new rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Renewal {
    /// They have accepted them before, or need not.
    Needless,
    /// They accept them.
    Accepted,
    /// They do not.
    Declined,
}

/// Shows a client rules that are new to them, and keeps whether they accept them.
///
/// # Errors
/// Those of the gate and of the store; the end of the question.
pub fn renew(front: &Front<'_>, rehearses: bool) -> Result<Renewal, Failure> {
    if !front.with(|app| Ok(app.must_accept()?))? {
        return Ok(Renewal::Needless);
    }
    let page = page(front)?;
    front.say(if page.accepted.is_some() { "ask-rules-changed" } else { "ask-rules-new" }, &[]);
    front.tell(&format!("\n{}", page.card(&front.style())));
    if !ask::confirm(front, "ask-accept-rules", false)? {
        return Ok(Renewal::Declined);
    }
    ask::note_asked(front, "--accept-rules", "");
    let call = Call { dry_run: rehearses, ..front.plain_call() };
    front.with(|app| Ok(app.accept_rules(&call, &page.version, &|_| Printed::default())?))?;
    Ok(Renewal::Accepted)
}

/// Asks whoever has just logged in at a terminal; it may wait until they write.
///
/// # Errors
/// Those of the store; the end of the question.
pub fn greet(front: &Front<'_>) -> Result<(), Failure> {
    if front.can_ask() && renew(front, false)? == Renewal::Declined {
        front.say("ask-rules-later", &[]);
    }
    // The command line that was typed does not take this option.
    front.asked.borrow_mut().retain(|(option, _)| option != "--accept-rules");
    Ok(())
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
    front.tell(&page.card(&front.style()));
    let accepts = ask::confirm(front, "ask-accept-rules", false)?;
    if accepts {
        ask::note_asked(front, "--accept-rules", "");
    }
    Ok(accepts.then_some(page.version))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_versions_known_beforehand_are_those_of_the_texts() {
        for language in [Language::Spanish, Language::English] {
            let [rules, privacy] = (DEFAULTS.texts)(language);
            assert_eq!((DEFAULTS.version)(language), version(&rules, &privacy), "{language:?}");
        }
    }
}
