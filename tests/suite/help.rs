//! The help of every verb of the real tree: whole in both languages, nothing in the catalogues that no verb needs, no English
//! word in Spanish, and every way to ask for it.

use std::collections::BTreeSet;

use fluent_syntax::ast::Entry;
use taquilla::cli;
use taquilla::domain::language::Language;
use taquilla::i18n::{CATALOGUES, Words, clap as worded};

use super::support::Desk;

/// The ids of the catalogue of help, in the order in which they stand there.
fn catalogue(language: Language) -> Vec<String> {
    let (_, spanish, english) = CATALOGUES.iter().find(|(prefix, ..)| *prefix == "help").unwrap();
    let text = if language == Language::Spanish { spanish } else { english };
    let resource = fluent_syntax::parser::parse(*text).unwrap();
    let messages = resource.body.iter().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message.id.name.to_owned()),
        _ => None,
    });
    messages.collect()
}

#[test]
fn every_verb_and_option_has_its_words_and_there_are_no_others() {
    for language in Language::ALL {
        let known = catalogue(language);
        let mut used = BTreeSet::new();
        let mut faults = Vec::new();
        for ids in worded::ids(&cli::tree()) {
            match ids.iter().find(|id| known.contains(id)) {
                Some(id) => {
                    used.insert(id.clone());
                    used.extend([format!("{id}-long"), format!("{id}-examples")]);
                }
                None => faults.push(format!("{language:?}: no words for {}", ids.join(" or "))),
            }
        }
        faults.extend(known.iter().filter(|id| !used.contains(*id)).map(|id| format!("{language:?}: nobody needs {id}")));
        assert!(faults.is_empty(), "\n{}", faults.join("\n"));
    }
}

/// Every verb with its path, `taquilla` itself first.
fn verbs(command: &clap::Command, path: &str, found: &mut Vec<(String, clap::Command)>) {
    found.push((path.to_owned(), command.clone()));
    for verb in command.get_subcommands() {
        verbs(verb, &format!("{path} {}", verb.get_name()), found);
    }
}

/// Words of clap's or of ours that are English and not Spanish.
const ENGLISH: &str = "usage options option commands command arguments argument print help possible values default alias aliases \
    the this that with without which and also for from until mail ticket's desk user users agent password code show list send \
    your you are not number address name folder file examples general more see";

/// The English words in what a verb says, without what is typed as it is: lines to be copied, options, what machines read.
fn english(text: &str) -> Vec<String> {
    let mut is_example = false;
    let mut kept = String::new();
    for line in text.lines() {
        is_example = (is_example || line == "Ejemplos:") && !line.is_empty();
        let is_typed =
            is_example || line.starts_with("Uso:") || line.starts_with("También:") || line.starts_with("Ayuda completa:");
        if is_typed {
            continue;
        }
        // What stands left in a table is a verb or an option.
        let right = line.strip_prefix("  ").map_or(line, |row| row.trim_start().split_once("  ").unwrap_or((row, "")).1);
        kept.push_str(if line.starts_with("        ") { line } else { right });
        kept.push(' ');
    }
    let mut text = String::new();
    let mut rest = kept.as_str();
    // What is quoted or a value for machines is typed, too.
    while let Some(start) = rest.find(['«', '(']) {
        let is_values = rest[start..].starts_with("(valores");
        let end =
            rest[start..].find(if rest[start..].starts_with('«') { '»' } else { ')' }).map_or(rest.len(), |end| start + end);
        text.push_str(&rest[..start]);
        if rest[start..].starts_with('(') && !is_values {
            text.push_str(&rest[start..end]);
        }
        rest = &rest[end..];
    }
    text.push_str(rest);
    let words = text.split_whitespace().filter(|word| !word.starts_with('-') && !word.contains(['=', '@', '/']));
    let parts: Vec<String> =
        words.flat_map(|word| word.split(|part: char| !part.is_alphabetic())).map(str::to_lowercase).collect();
    parts.into_iter().filter(|part| ENGLISH.split_whitespace().any(|known| known == part)).collect()
}

#[test]
fn no_english_word_is_in_spanish_help() {
    let tree = worded::word(cli::tree(), &Words::new(Language::Spanish));
    let mut all = Vec::new();
    verbs(&tree, "taquilla", &mut all);
    assert!(all.len() > 50, "{}", all.len());
    for (path, mut verb) in all {
        for text in [verb.render_help().to_string(), verb.render_long_help().to_string()] {
            assert_eq!(english(&text), Vec::<String>::new(), "{path}:\n{text}");
            assert!(text.contains("Uso: taquilla"), "{path}:\n{text}");
            assert!(!text.contains("relay"), "{path}:\n{text}");
        }
    }
}

#[test]
fn spanish_help_calls_verbs_by_their_spanish_names() {
    let desk = Desk::missing();
    let help = |language: &str, line: &[&str]| {
        let words = ["--lang", language].into_iter().chain(line.iter().copied());
        desk.owner().command(words).mail_as_set().run().ok().text().to_owned()
    };
    let spanish = help("es", &["abrir", "--help"]);
    assert!(spanish.contains("Uso: taquilla abrir [opciones]\nTambién: taquilla open\n"), "{spanish}");
    let english = help("en", &["open", "--help"]);
    assert!(english.contains("Usage: taquilla open [options]\nAlso: taquilla abrir\n"), "{english}");
    let top = help("es", &["--help"]);
    assert!(top.contains("\n  abrir ") && top.contains("\n  asignar ") && !top.contains("\n  open "), "{top}");
    for line in [&["help", "open"][..], &["ayuda", "abrir"], &["abrir", "--help"], &["ayuda", "open"]] {
        assert_eq!(help("es", line), spanish, "{line:?}");
    }
    assert_eq!(help("es", &["ayuda"]), top);
    assert!(help("es", &["abrir", "-h"]).len() < spanish.len());
}

/// The words of a line as a shell splits it; pipes and redirections are words of their own.
fn split(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quote = None;
    for character in line.chars() {
        match (quote, character) {
            (None, '"' | '\'') => quote = Some(character),
            (Some(open), _) if character == open => quote = None,
            (None, ' ') => words.push(String::new()),
            _ => words.last_mut().unwrap().push(character),
        }
    }
    words
}

#[test]
fn every_example_is_a_command_that_there_is() {
    for language in Language::ALL {
        let words = Words::new(language);
        let examples: Vec<String> =
            catalogue(language).into_iter().filter(|id| id.ends_with("-examples")).map(|id| words.text(&id)).collect();
        assert!(examples.len() > 30);
        for line in examples.iter().flat_map(|examples| examples.lines()) {
            for part in line.split(" | ") {
                let typed = split(part).into_iter().take_while(|word| !matches!(word.as_str(), "<" | ">"));
                let result = cli::tree().try_get_matches_from(typed.collect::<Vec<_>>());
                assert!(result.is_ok(), "{line}: {}", result.unwrap_err());
            }
        }
    }
}

#[test]
fn a_verb_that_there_is_not_has_no_help() {
    let desk = Desk::missing();
    let outcome = desk.owner().command(["--lang", "es", "ayuda", "nada"]).mail_as_set().run().exits(2);
    assert!(outcome.talk().contains("«nada»"), "{outcome}");
}
