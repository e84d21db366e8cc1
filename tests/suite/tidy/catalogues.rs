//! The words of both languages: the same ids with the same arguments, none missing, none unused.
//!
//! Which words the help of each verb needs is told by the tree of verbs itself, and tested there.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Resource};
use taquilla::i18n::CATALOGUES;

use super::source::{Source, Text};
use super::{no_faults, root, sources};

/// Ids that are put together at run time: the pattern, with one `*`; the file whose texts the `*` comes from, if it is one; and
/// what they are made of.
const MADE_AT_RUN_TIME: &[(&str, Option<&str>, &str)] = &[
    ("error-*", Some("src/ui/error.rs"), "the code of an error, as machines read it"),
    ("help-*", None, "the path of the verb and the name of the option, in i18n/clap"),
    ("usage-group-*", None, "the group that a verb belongs to"),
    ("usage-heading-*", None, "the heading that an option belongs under"),
];

/// Texts that look like ids and are none, each with what it is.
const NO_IDS: &[(&str, &str)] = &[
    ("letter-not-found", "the code of an error"),
    ("letter-not-waiting", "the code of an error"),
    ("usage-", "how i18n/clap tells its own messages from others'"),
];

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
    let mut faults = Vec::new();
    let ids: BTreeSet<String> = CATALOGUES
        .iter()
        .flat_map(|(prefix, spanish, _)| read("es", prefix, spanish, &mut Vec::new()).into_keys())
        .map(|name| name.split('.').next().unwrap_or_default().to_owned())
        .collect();
    let sources: Vec<_> = sources("src").into_iter().filter(|source| !source.is_test).collect();
    let mut used = BTreeSet::new();
    for source in &sources {
        let candidates = source.strings.iter().filter(|text| is_of_a_catalogue(&text.value) && !is_in(NO_IDS, &text.value));
        for text in candidates {
            used.insert(text.value.clone());
            faults.extend(fault_of_use(source, text, &ids));
        }
    }
    let is_made = |id: &str| MADE_AT_RUN_TIME.iter().any(|(pattern, file, _)| is_made_from(pattern, *file, id, &sources));
    let unused = ids.iter().filter(|id| !used.contains(*id) && !is_made(id));
    faults.extend(unused.map(|id| format!("{id} is used nowhere")));
    let is_needed = |pattern: &str| ids.iter().any(|id| fits(pattern, id).is_some() && !used.contains(id));
    let stale = MADE_AT_RUN_TIME.iter().filter(|(pattern, ..)| !is_needed(pattern));
    faults.extend(stale.map(|(pattern, ..)| format!("no id needs {pattern} in MADE_AT_RUN_TIME (any more)")));
    let all_texts: BTreeSet<_> = sources.iter().flat_map(|source| &source.strings).map(|text| text.value.as_str()).collect();
    let stale = NO_IDS.iter().filter(|(text, _)| !all_texts.contains(text));
    faults.extend(stale.map(|(text, _)| format!("nobody says {text} of NO_IDS (any more)")));
    no_faults(faults);
}

/// Whether an id fits a pattern and, where the rest of it comes from one file, that file says it.
fn is_made_from(pattern: &str, file: Option<&str>, id: &str, sources: &[Source]) -> bool {
    let Some(rest) = fits(pattern, id) else { return false };
    let says = |source: &Source| source.strings.iter().any(|text| text.value == rest);
    file.is_none_or(|file| sources.iter().any(|source| source.path == file && says(source)))
}

/// What is wrong with a text in the code that looks like an id, or like the making of one.
fn fault_of_use(source: &Source, text: &Text, ids: &BTreeSet<String>) -> Option<String> {
    let id = &text.value;
    let is_made_here = id.contains('{') || id.ends_with('-');
    if !is_made_here {
        return (!ids.contains(id)).then(|| source.fault(text.offset, &format!("no catalogue has {id}")));
    }
    let example: String =
        id.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest)).collect::<Vec<_>>().join("x");
    let is_known = MADE_AT_RUN_TIME.iter().any(|(pattern, ..)| fits(pattern, &example).is_some());
    (!is_known).then(|| source.fault(text.offset, &format!("ids made from {id} are not in MADE_AT_RUN_TIME")))
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

    let ids = BTreeSet::from(["error-a".to_owned()]);
    let uses = |text: &str| {
        let source = Source::new("src/a.rs", text);
        source
            .strings
            .iter()
            .filter(|text| is_of_a_catalogue(&text.value))
            .filter_map(|text| fault_of_use(&source, text, &ids))
            .count()
    };
    assert_eq!(uses("\"error-a\" \"error-z\" \"erratum-z\" \"letter-\" \"help-{a}-{b}\" \"error of - mine\""), 2);
    let sources = [Source::new("src/ui/error.rs", "\"b-c\"")];
    let made = |id: &str| is_made_from("error-*", Some("src/ui/error.rs"), id, &sources);
    assert_eq!([made("error-b-c"), made("error-b"), made("letter-b-c")], [true, false, false]);
}
