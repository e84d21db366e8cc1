//! `rules`: the house rules and the privacy text, and accepting them.

use clap::{ArgMatches, Command};

use super::front::Front;
use super::{ask, options, pager};
use crate::app::acceptance::{Accepted, Defaults};
use crate::app::change::{Call, Consent, Done};
use crate::app::config::DeskTexts;
use crate::domain::clauses::Clauses;
use crate::domain::deadline::Promise;
use crate::domain::house_rules::{Matter, Treatment};
use crate::domain::language::Language;
use crate::domain::refusal::Refusal;
use crate::i18n::Words;
use crate::store::Printed;
use crate::ui::calendar::hours_count;
use crate::ui::desk::RulesPage;
use crate::ui::error::Failure;
use crate::ui::present::Present;
use crate::ui::receipt;

/// The house rules and the privacy text of a desk that has written none: with other words here, everybody is asked again.
pub const DEFAULTS: Defaults = Defaults {
    texts: |language| {
        let words = Words::new(language);
        [default_text(&words, &Clauses::usual()), words.text("rules-privacy")]
    },
    version: |language| match language {
        Language::Spanish => "17827292d4f3553c",
        Language::English => "a16e97d19eda74d1",
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
    let DeskTexts { rules, privacy, clauses, version, phone } = app.desk_texts()?;
    let accepted = app.accepted()?;
    let rules = rules.unwrap_or_else(|| default_text(&front.words, &clauses));
    let privacy = privacy.unwrap_or_else(|| front.words.text("rules-privacy"));
    let version = version.unwrap_or_default();
    let must_accept = accepted.as_ref().is_some_and(|accepted| !accepted.is_current);
    let accepted = accepted.and_then(|accepted: Accepted| accepted.last);
    Ok(RulesPage { version, rules, privacy, phone, accepted, must_accept, changed: false })
}

/// The rules of a desk that has none of its own, by what it is set to.
pub fn default_text(words: &Words, clauses: &Clauses) -> String {
    let by_phone = |with, without| words.text(if clauses.has_phone { with } else { without });
    let Promise { warn, due } = clauses.promise;
    let lines = [
        by_phone("rules-channel", "rules-channel-alone"),
        matters_text(words, clauses),
        by_phone("rules-respect", "rules-respect-alone"),
        words.format("rules-answer", &[("warn", hours_count(warn).into()), ("due", hours_count(due).into())]),
        words.format("rules-chat", &[("count", clauses.most_in_a_row.into())]),
    ];
    format!("{}\n\n- {}", words.text("rules-intro"), lines.join("\n- "))
}

/// What is not spoken of, and what is not even sent.
fn matters_text(words: &Words, clauses: &Clauses) -> String {
    use Matter::{Email, Insult, Money, Phone};
    let topics = clauses.of(&[Money, Phone, Email], |treatment| treatment != Treatment::Allow);
    let topics: Vec<_> = topics.iter().map(|matter| words.text(&format!("rules-topic-{}", matter.id()))).collect();
    let blocked = clauses.of(&[Phone, Email, Money, Insult], |treatment| treatment == Treatment::Block);
    let blocked: Vec<_> = blocked.iter().map(|matter| words.text(&format!("rules-part-{}", matter.id()))).collect();
    let mut text = if topics.is_empty() {
        words.text("rules-personal")
    } else {
        words.format("rules-matters", &[("topics", listed(&topics, &words.text("rules-nor")).into())])
    };
    if !blocked.is_empty() {
        let id = if blocked.len() == 1 { "rules-blocked-one" } else { "rules-blocked" };
        let parts = listed(&blocked, &words.text("rules-or"));
        text = format!("{text} {}", words.format(id, &[("parts", parts.into())]));
    }
    text
}

/// Things one after the other, with a word before the last.
fn listed(things: &[String], word: &str) -> String {
    match things {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} {word} {last}", first.join(", ")),
    }
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

/// What the command accepts of the rules with what it does: what is in force, as its option says, or what a client at a terminal was
/// shown to whom they are new, and said yes to.
///
/// # Errors
/// `rules-changed` for whoever does not accept them; those of the gate and of the store; the end of the question.
pub fn consent(front: &Front<'_>, matches: &ArgMatches) -> Result<Consent, Failure> {
    if options::is_set(matches, "accept-rules") {
        return Ok(Consent::InForce);
    }
    if !front.can_ask() {
        return Ok(Consent::Unsaid);
    }
    match renew(front, options::is_set(matches, "dry-run"))? {
        Renewal::Needless => Ok(Consent::Unsaid),
        Renewal::Accepted(version) => Ok(Consent::Shown(version)),
        Renewal::Declined => Err(Refusal::RulesChanged.into()),
    }
}

/// What came of asking somebody whether they accept new rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Renewal {
    /// They have accepted them before, or need not.
    Needless,
    /// They accept the wording of this version.
    Accepted(String),
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
    Ok(Renewal::Accepted(page.version))
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
    use crate::app::acceptance::version;
    use crate::domain::time::Span;

    #[test]
    fn the_text_tells_what_the_desk_is_set_to() {
        let words = Words::new(Language::Spanish);
        let usual = default_text(&words, &Clauses::usual());
        assert!(usual.contains("en 24 a 48 horas laborables") && usual.contains("Se admiten tres mensajes seguidos"), "{usual}");
        assert!(usual.contains("de cantidades de dinero, números de teléfono ni direcciones de correo, ni de otros asuntos"));
        assert!(usual.contains("que lleve un teléfono o una dirección de correo no se envía hasta que los quite."), "{usual}");
        let promise = Promise { warn: Span::hours(8), due: Span::minutes(16 * 60 + 30) };
        let all = |treatment| Matter::ALL.map(|matter| (matter, treatment)).to_vec();
        let other = Clauses { promise, most_in_a_row: 1, has_phone: false, treatments: vec![(Matter::Money, Treatment::Block)] };
        let text = default_text(&words, &other);
        assert!(text.contains("en 8 a 16:30 horas laborables") && text.contains("Se admite un solo mensaje"), "{text}");
        assert!(
            text.contains(
                "de cantidades de dinero, ni de otros asuntos personales. Un mensaje que lleve un importe no se envía."
            )
        );
        assert!(!text.contains("por teléfono") && !text.contains("tres mensajes"), "{text}");
        let text = default_text(&words, &Clauses { treatments: all(Treatment::Allow), ..other.clone() });
        assert!(text.contains("no se habla de asuntos personales.\n"), "{text}");
        let text = default_text(&words, &Clauses { treatments: all(Treatment::Block), most_in_a_row: 12, ..other });
        assert!(text.contains("un teléfono, una dirección de correo, un importe o un insulto no se envía hasta"), "{text}");
        assert!(text.contains("Se admiten 12 mensajes seguidos"), "{text}");
    }

    #[test]
    fn the_versions_known_beforehand_are_those_of_the_texts() {
        for language in [Language::Spanish, Language::English] {
            let [rules, privacy] = (DEFAULTS.texts)(language);
            assert_eq!((DEFAULTS.version)(language), version(&rules, &privacy), "{language:?}");
        }
    }
}
