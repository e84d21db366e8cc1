//! The words of both languages: the same ids with the same arguments, none missing, none unused.
//!
//! Which words the help of each verb needs is told by the tree of verbs itself, and tested there.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Resource};
use taquilla::domain::account::Role;
use taquilla::domain::assignment::Reason;
use taquilla::domain::calendar::NATIONAL_IDS;
use taquilla::domain::fault::FaultKind;
use taquilla::domain::language::Language;
use taquilla::domain::notice::Notice;
use taquilla::domain::settings;
use taquilla::domain::status::{Priority, Status};
use taquilla::i18n::CATALOGUES;
use taquilla::ui::deed::{Deed as _, TickedPage};

use super::source::{Source, Text};
use super::{no_faults, root, sources};

/// Where the part of an id comes from that is put in at run time.
enum Part {
    /// These, each of them needed and no other.
    Values(fn() -> Vec<String>),
    /// Texts in this file.
    TextsOf(&'static str),
    /// What nobody can tell without running the program, for this reason.
    Anything(&'static str),
}

/// Ids that are put together at run time: the pattern, with one `*`, and what comes in its place.
const MADE_AT_RUN_TIME: &[(&str, Part)] = &[
    ("calendar-deed-*", Part::Values(|| owned(["added", "already", "national"]))),
    ("calendar-name-*", Part::Values(|| owned(NATIONAL_IDS))),
    ("date-month-*", Part::Values(|| (1..=12).map(|month| month.to_string()).collect())),
    ("date-weekday-*", Part::Values(|| (1..=7).map(|weekday| weekday.to_string()).collect())),
    (
        "done-tick-*",
        Part::Values(|| {
            // People are not told of old commands that are forgotten.
            let kinds =
                TickedPage::KEYS.iter().filter(|key| !["changed", "commands"].contains(*key)).map(|key| (*key).to_owned());
            kinds.chain(["nothing".to_owned()]).collect()
        }),
    ),
    ("done-user-*", Part::TextsOf("src/cli/user.rs")),
    ("error-*", Part::TextsOf("src/ui/error.rs")),
    ("guide-man-*-text", Part::Values(|| owned(["admin", "agent", "care", "client", "mail", "secretary", "time"]))),
    ("guide-man-*", Part::TextsOf("src/cli/generate.rs")),
    ("help-*", Part::Anything("the path of a verb and the name of an option: i18n/clap asks for them")),
    ("rules-part-*", Part::TextsOf("src/domain/house_rules.rs")),
    ("rules-topic-*", Part::TextsOf("src/domain/house_rules.rs")),
    ("setting-*", Part::Values(|| settings::ALL.iter().map(|setting| id_of_setting(setting.key)).collect())),
    ("ui-event-*", Part::TextsOf("src/domain/entry.rs")),
    ("ui-fault-*", Part::Values(|| owned(FaultKind::ALL.map(FaultKind::id)))),
    ("ui-kind-*", Part::TextsOf("src/domain/entry.rs")),
    ("ui-language-*", Part::Values(|| owned(Language::ALL.map(Language::code)))),
    ("ui-letter-*", Part::TextsOf("src/domain/letter.rs")),
    (
        "ui-notice-*",
        Part::Values(|| {
            let ids = Notice::ALL.into_iter().chain([Notice::Test, Notice::Copy]).map(|notice| notice.id().to_owned());
            ids.chain(["yet".to_owned()]).collect()
        }),
    ),
    ("ui-priority-*", Part::Values(|| owned(Priority::ALL.map(Priority::id)))),
    ("ui-role-*", Part::Values(|| owned(Role::ALL.map(Role::id)))),
    ("ui-standing-*", Part::TextsOf("src/domain/account.rs")),
    ("ui-status-*", Part::Values(|| owned(Status::ALL.map(Status::id)))),
    ("ui-task-*", Part::TextsOf("src/ui/task.rs")),
    ("ui-token-*", Part::TextsOf("src/domain/token.rs")),
    ("ui-via-*", Part::TextsOf("src/domain/audit.rs")),
    ("ui-why-*", Part::Values(|| owned(Reason::ALL.map(Reason::id)))),
    ("usage-group-*", Part::Anything("the group that a verb belongs to: i18n/clap asks for it")),
    ("usage-heading-*", Part::Anything("the heading that an option belongs under: i18n/clap asks for it")),
];

fn owned<const N: usize>(texts: [&str; N]) -> Vec<String> {
    texts.map(str::to_owned).into()
}

fn id_of_setting(key: &str) -> String {
    key.replace(['.', '_'], "-").to_lowercase()
}

/// Texts that look like ids and are none, each with what it is.
const NO_IDS: &[(&str, &str)] = &[("usage-", "how i18n/clap tells its own messages from others'")];

/// The attributes that a message may have, with who asks for them.
const ATTRIBUTES: &[(&str, &str)] = &[("hint", "i18n::Words::hint")];

/// What a message or one of its attributes needs: the names of its arguments.
type Needs = BTreeMap<String, BTreeSet<String>>;

/// The messages of a catalogue, by id and `id.attribute`; what is wrong with it on its own goes to `faults`.
fn read(language: &str, prefix: &str, text: &str, faults: &mut Vec<String>) -> Needs {
    let file = format!("src/i18n/{language}/{prefix}.ftl");
    let resource = fluent_syntax::parser::parse(text).unwrap_or_else(|(resource, errors)| {
        let line = |offset: usize| text[..offset].matches('\n').count() + 1;
        faults.extend(errors.iter().map(|error| format!("{file}:{}: {error}", line(error.pos.start))));
        resource
    });
    messages(&resource, &file, prefix, faults)
}

fn messages(resource: &Resource<&str>, file: &str, prefix: &str, faults: &mut Vec<String>) -> Needs {
    let mut needs = Needs::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let id = message.id.name;
        if id.split('-').next() != Some(prefix) {
            faults.push(format!("{file}: {id} is looked for in another catalogue"));
        }
        let value = message.value.iter().map(|value| (id.to_owned(), value));
        let attributes = message.attributes.iter().map(|attribute| (format!("{id}.{}", attribute.id.name), &attribute.value));
        for (name, pattern) in value.chain(attributes) {
            let mut arguments = BTreeSet::new();
            collect(pattern, &mut arguments);
            if needs.insert(name.clone(), arguments).is_some() {
                faults.push(format!("{file}: {name} stands there twice"));
            }
        }
    }
    needs
}

/// Collects the arguments of a pattern.
fn collect(pattern: &Pattern<&str>, arguments: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            collect_from(expression, arguments);
        }
    }
}

fn collect_from(expression: &Expression<&str>, arguments: &mut BTreeSet<String>) {
    let inline = match expression {
        Expression::Inline(inline) => inline,
        Expression::Select { selector, variants } => {
            variants.iter().for_each(|variant| collect(&variant.value, arguments));
            selector
        }
    };
    match inline {
        InlineExpression::VariableReference { id } => drop(arguments.insert(id.name.to_owned())),
        InlineExpression::Placeable { expression } => collect_from(expression, arguments),
        InlineExpression::FunctionReference { arguments: given, .. } => {
            for argument in &given.positional {
                if let InlineExpression::VariableReference { id } = argument {
                    arguments.insert(id.name.to_owned());
                }
            }
        }
        _ => {}
    }
}

/// What stands in one language and not in the other.
fn differences(prefix: &str, spanish: &Needs, english: &Needs) -> Vec<String> {
    let mut faults = Vec::new();
    for name in spanish.keys().chain(english.keys()).collect::<BTreeSet<_>>() {
        match (spanish.get(name), english.get(name)) {
            (Some(one), Some(other)) if one == other => {}
            (Some(one), Some(other)) => faults.push(format!("{prefix}.ftl: {name} takes {one:?} in es and {other:?} in en")),
            (None, _) => faults.push(format!("src/i18n/es/{prefix}.ftl: {name} is missing, en has it")),
            (_, None) => faults.push(format!("src/i18n/en/{prefix}.ftl: {name} is missing, es has it")),
        }
    }
    faults
}

#[test]
fn both_languages_say_the_same() {
    let mut faults = Vec::new();
    for (prefix, spanish, english) in CATALOGUES {
        let spanish = read("es", prefix, spanish, &mut faults);
        let english = read("en", prefix, english, &mut faults);
        faults.extend(differences(prefix, &spanish, &english));
        let unknown = spanish.keys().filter_map(|name| name.split_once('.')).filter(|(_, name)| !is_in(ATTRIBUTES, name));
        faults.extend(unknown.map(|(id, name)| format!("{prefix}.ftl: nobody asks {id} for .{name}")));
    }
    no_faults(faults);
}

#[test]
fn every_file_of_words_is_a_catalogue() {
    for language in ["es", "en"] {
        let files = std::fs::read_dir(root().join("src/i18n").join(language)).unwrap();
        let files: BTreeSet<_> = files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
        let known: BTreeSet<_> = CATALOGUES.iter().map(|(prefix, ..)| format!("{prefix}.ftl")).collect();
        assert_eq!(files, known, "{language}");
    }
}

#[test]
fn every_id_in_the_code_is_there_and_none_is_unused() {
    let ids: BTreeSet<String> = CATALOGUES
        .iter()
        .flat_map(|(prefix, spanish, _)| read("es", prefix, spanish, &mut Vec::new()).into_keys())
        .map(|name| name.split('.').next().unwrap_or_default().to_owned())
        .collect();
    let sources: Vec<_> = sources("src").iter().filter(|source| !source.is_test).collect();
    let (mut faults, mut used) = (Vec::new(), BTreeSet::new());
    for source in sources.iter().copied() {
        for text in source.strings.iter().filter(|text| is_of_a_catalogue(&text.value)) {
            if ids.contains(&text.value) {
                used.insert(text.value.clone());
            } else if !is_in(NO_IDS, &text.value) && !is_part_of_an_id(source, text, &ids) {
                faults.extend(fault_of_use(source, text));
            }
        }
    }
    // A row for a catalogue that is still to come does no harm.
    for (pattern, part) in MADE_AT_RUN_TIME.iter().filter(|(pattern, _)| is_of_a_catalogue(&pattern.replace('*', "x"))) {
        faults.extend(faults_of_made(pattern, part, &ids, &sources, &mut used));
    }
    faults.extend(ids.difference(&used).map(|id| format!("{id} is used nowhere")));
    let all_texts: BTreeSet<_> = sources.iter().flat_map(|source| &source.strings).map(|text| text.value.as_str()).collect();
    let stale = NO_IDS.iter().filter(|(text, _)| !all_texts.contains(text));
    faults.extend(stale.map(|(text, _)| format!("nobody says {text} of NO_IDS (any more)")));
    no_faults(faults);
}

/// Marks the ids that a pattern makes as used; a value without its id is a fault, and so is a pattern that nobody uses.
fn faults_of_made(
    pattern: &str,
    part: &Part,
    ids: &BTreeSet<String>,
    sources: &[&Source],
    used: &mut BTreeSet<String>,
) -> Vec<String> {
    let fitting = |id: &&String| fits(pattern, id).is_some();
    let made: Vec<String> = match part {
        Part::Anything(_) => ids.iter().filter(fitting).cloned().collect(),
        Part::Values(values) => values().into_iter().map(|value| pattern.replace('*', &value)).collect(),
        Part::TextsOf(file) => {
            let texts = sources.iter().filter(|source| source.path == *file).flat_map(|source| &source.strings);
            texts.map(|text| pattern.replace('*', &text.value)).filter(|id| ids.contains(id)).collect()
        }
    };
    let missing = made.iter().filter(|id| !ids.contains(*id)).map(|id| format!("no catalogue has {id}, which {pattern} makes"));
    let mut faults: Vec<_> = missing.collect();
    let mut texts = sources.iter().flat_map(|source| &source.strings);
    if !texts.any(|text| example(&text.value).is_some_and(|example| fits(pattern, &example).is_some())) {
        let what = if let Part::Anything(what) = part { what } else { "" };
        faults.push(format!("nobody makes ids like {pattern} of MADE_AT_RUN_TIME (any more) {what}"));
    }
    used.extend(made);
    faults
}

/// Whether a text of a file is what a pattern puts into its ids: the code `letter-not-found` makes `error-letter-not-found`.
fn is_part_of_an_id(source: &Source, text: &Text, ids: &BTreeSet<String>) -> bool {
    MADE_AT_RUN_TIME.iter().any(|(pattern, part)| match part {
        Part::TextsOf(file) => source.path == *file && ids.contains(&pattern.replace('*', &text.value)),
        Part::Values(_) | Part::Anything(_) => false,
    })
}

/// What is wrong with a text in the code that looks like an id and is none, or like the making of one.
fn fault_of_use(source: &Source, text: &Text) -> Option<String> {
    let id = &text.value;
    if !id.contains('{') && !id.ends_with('-') {
        return Some(source.fault(text.offset, &format!("no catalogue has {id}")));
    }
    let example: String =
        id.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest)).collect::<Vec<_>>().join("x");
    let is_known = MADE_AT_RUN_TIME.iter().any(|(pattern, _)| fits(pattern, &example).is_some());
    (!is_known).then(|| source.fault(text.offset, &format!("ids made from {id} are not in MADE_AT_RUN_TIME")))
}

/// What a text that makes ids makes, with `x` for what it puts in; `None` for a text that makes none.
fn example(text: &str) -> Option<String> {
    let makes = text.contains('{') || text.ends_with('-');
    let parts = text.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest));
    makes.then(|| parts.collect::<Vec<_>>().join("x"))
}

/// Whether a text looks like an id of one of the catalogues, or like a piece of one.
fn is_of_a_catalogue(text: &str) -> bool {
    let Some((prefix, rest)) = text.split_once('-') else { return false };
    let is_part = |character: char| character.is_ascii_lowercase() || character.is_ascii_digit() || "-_{}".contains(character);
    CATALOGUES.iter().any(|(known, ..)| *known == prefix) && rest.chars().all(is_part)
}

/// What the `*` of a pattern stands for in a text that it fits.
fn fits<'t>(pattern: &str, text: &'t str) -> Option<&'t str> {
    let (start, end) = pattern.split_once('*')?;
    text.strip_prefix(start)?.strip_suffix(end)
}

fn is_in(table: &[(&str, &str)], name: &str) -> bool {
    table.iter().any(|(other, _)| *other == name)
}

#[test]
fn the_rules_find_what_they_forbid() {
    let mut faults = Vec::new();
    let spanish = "error-a = { $one } { $two ->\n    [one] { $three }\n   *[other] { NUMBER($four) }\n}\n    .hint = { $five }\nerror-b = b\n";
    let spanish = read("es", "error", spanish, &mut faults);
    assert_eq!(spanish["error-a"].iter().map(String::as_str).collect::<Vec<_>>(), ["four", "one", "three", "two"]);
    let english = read("en", "error", "error-a = { $one }\n    .hint = { $five }\nerror-c = c\n", &mut faults);
    assert_eq!((faults.len(), differences("error", &spanish, &english).len()), (0, 3));
    read("es", "error", "letter-a = a\nerror-a = a\nerror-a = a\nno\n", &mut faults);
    assert_eq!(faults.len(), 3, "{faults:?}");

    let ids = BTreeSet::from(["error-a".to_owned(), "error-letter-b".to_owned(), "help-a".to_owned()]);
    let source = Source::new(
        "src/ui/error.rs",
        "\"error-z\" \"erratum-z\" \"letter-\" \"help-{a}-{b}\" \"error of - mine\" \"error-{}\" \"letter-b\"",
    );
    let uses = source.strings.iter().filter(|text| is_of_a_catalogue(&text.value) && !is_part_of_an_id(&source, text, &ids));
    assert_eq!(uses.filter_map(|text| fault_of_use(&source, text)).count(), 2);
    let mut used = BTreeSet::new();
    let sources = [&source];
    let mut made = |pattern: &str, part: Part| faults_of_made(pattern, &part, &ids, &sources, &mut used).len();
    assert_eq!(made("error-*", Part::TextsOf("src/ui/error.rs")), 0);
    assert_eq!(made("help-*", Part::Values(|| owned(["a", "b"]))), 1);
    assert_eq!(made("usage-*", Part::Anything("nothing")), 1);
    assert_eq!(used.len(), 3);
}
