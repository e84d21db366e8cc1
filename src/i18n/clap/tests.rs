//! The proof that no English word of clap's is left in Spanish, and that every verb and option has its words.

mod trees;

use clap::Command;
use clap::error::ErrorKind;

use self::trees::{VERBS, contract, sample};
use super::*;
use crate::domain::language::Language;

/// Words that clap or clap_mangen says, as they stand in their sources.
const ENGLISH: &str = "usage options option commands command arguments argument print help version possible values value default \
    alias aliases tip similar some exists exist found unexpected required provided unrecognized subcommand subcommands \
    for more information try invalid cannot used with multiple times the following were was not only supplied but requires needed when \
    assigning missing pass remove before it use equal sign none env see summary detected one many too few is an or other specified \
    name synopsis description extra authors of this message given you mean digit string range must by";

/// The English words in a text, without what is typed as it is: options, values of machines, what was quoted.
fn english(text: &str) -> Vec<String> {
    let texts = text
        .lines()
        .map(|line| line.strip_prefix("  ").map_or(line, |row| row.trim_start().split_once("  ").unwrap_or_default().1));
    let kept: Vec<&str> =
        texts.flat_map(str::split_whitespace).filter(|word| !word.starts_with('-') && !word.contains(['«', '\\', '='])).collect();
    let words = kept.join(" ");
    let known: Vec<&str> = ENGLISH.split_whitespace().collect();
    words
        .split(|character: char| !character.is_alphabetic())
        .map(str::to_lowercase)
        .filter(|word| known.contains(&word.as_str()))
        .collect()
}

fn spanish() -> Words {
    Words::new(Language::Spanish)
}

fn fail(tree: Command, line: &str) -> clap::Error {
    tree.try_get_matches_from(line.split(' ')).expect_err(line)
}

#[test]
fn every_verb_and_option_of_the_contract_has_words_in_both_languages() {
    for language in Language::ALL {
        let words = Words::new(language);
        let lacking: Vec<_> = ids(&contract()).into_iter().filter(|ids| !ids.iter().any(|id| words.find(id).is_some())).collect();
        assert!(lacking.is_empty(), "{language:?}: {lacking:?}");
    }
}

#[test]
fn no_word_of_claps_is_left_in_spanish_help() {
    for (tree, line) in
        [(sample as fn() -> Command, ""), (sample, "close "), (sample, "user "), (sample, "user create "), (contract, "")]
    {
        for flag in ["-h", "--help"] {
            let error = fail(word(tree(), &spanish()), &format!("taquilla {line}{flag}"));
            assert_eq!(error.kind(), ErrorKind::DisplayHelp);
            let text = error.render().to_string();
            assert_eq!(english(&text), Vec::<String>::new(), "{text}");
            assert!(text.starts_with(char::is_uppercase) && text.contains("Uso: taquilla") && text.ends_with('\n'), "{text}");
        }
    }
}

#[test]
fn help_of_every_verb_keeps_to_the_terminal() {
    for language in Language::ALL {
        for width in [40, 80] {
            let mut tree = word_for(contract(), &Words::new(language), width);
            tree.build();
            for (path, _) in VERBS {
                let verb = path.split(' ').fold(&tree, |tree, name| tree.find_subcommand(name).unwrap());
                for text in [verb.clone().render_help().to_string(), verb.clone().render_long_help().to_string()] {
                    // Examples are to be copied whole, so they alone may be longer.
                    for line in text.lines().filter(|line| !line.starts_with("  taquilla ")) {
                        assert!(unicode_width::UnicodeWidthStr::width(line) <= width, "{path}, {width}: {line}");
                    }
                }
            }
        }
    }
}

#[test]
fn help_says_values_defaults_and_other_names_in_the_language() {
    let text = fail(word(sample(), &spanish()), "taquilla cerrar --help").render().to_string();
    let flowing = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "(valores: table, json; por defecto: table)",
        "(también --text)",
        "(también -k)",
        "Uso: taquilla cerrar <NÚMERO>… [opciones]",
        "También: taquilla close",
        "-m, --message <TEXTO>",
        "Opciones generales:",
        "Ejemplos: taquilla cerrar 856444 -m",
    ] {
        assert!(flowing.contains(part), "{part} is missing in\n{text}");
    }
    let short = fail(word(sample(), &spanish()), "taquilla close -h").render().to_string();
    assert!(!short.contains("Opciones generales:") && short.contains("Ayuda completa: taquilla cerrar --help"), "{short}");
    assert!(!short.contains("Ejemplos:"), "{short}");
}

#[test]
fn other_names_still_work() {
    let tree = word(sample(), &spanish());
    let matches = tree.try_get_matches_from(["taquilla", "cerrar", "856444", "--text", "Listo"]).unwrap();
    let (verb, close) = matches.subcommand().unwrap();
    assert_eq!((verb, close.get_one::<String>("message").unwrap().as_str()), ("close", "Listo"));
}

#[test]
fn the_version_says_only_the_version() {
    let error = fail(word(sample(), &spanish()), "taquilla -V");
    assert_eq!((error.kind(), error.render().to_string().as_str()), (ErrorKind::DisplayVersion, "taquilla 0.1.0\n"));
}

/// A command line, what clap calls the error, our code, and what the Spanish sentence and hint have to name.
const WRONG: &[(&str, ErrorKind, &str, &str, &str)] = &[
    ("user create", ErrorKind::MissingRequiredArgument, "missing-value", "Falta --email.", "taquilla user create --help"),
    ("close", ErrorKind::MissingRequiredArgument, "missing-value", "Falta NÚMERO.", "taquilla cerrar --help"),
    ("close 1 --mesage x", ErrorKind::UnknownArgument, "unknown-option", "«--mesage»", "¿Quería decir «--message»?"),
    ("close 1 --zzz", ErrorKind::UnknownArgument, "unknown-option", "«--zzz»", "-- --zzz"),
    ("user create x", ErrorKind::UnknownArgument, "unexpected-value", "Sobra «x»", "taquilla user create --help"),
    ("-- close", ErrorKind::UnknownArgument, "unexpected-value", "«close»", "quite los dos guiones"),
    ("--email x", ErrorKind::UnknownArgument, "unknown-option", "«--email»", "taquilla"),
    ("clos", ErrorKind::InvalidSubcommand, "unknown-verb", "«clos»", "«close»"),
    ("cerar", ErrorKind::InvalidSubcommand, "unknown-verb", "«cerar»", "¿Quería decir «cerrar»?"),
    ("reclamar", ErrorKind::InvalidSubcommand, "unknown-verb", "«reclamar»", "Consulte taquilla --help"),
    ("zzz", ErrorKind::InvalidSubcommand, "unknown-verb", "«zzz»", "taquilla --help"),
    ("user-lis", ErrorKind::InvalidSubcommand, "unknown-verb", "«user-lis»", "Consulte taquilla --help"),
    ("--quiet", ErrorKind::MissingSubcommand, "missing-verb", "«taquilla»", "cerrar, user"),
    ("user --quiet", ErrorKind::MissingSubcommand, "missing-verb", "«taquilla user»", "create"),
    ("user", ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand, "missing-verb", "taquilla", "taquilla"),
    ("user create --email e --role agnt", ErrorKind::InvalidValue, "invalid-value", "«agnt»", "Valores válidos: client"),
    ("close 1 --format x", ErrorKind::InvalidValue, "invalid-value", "--format", "table, json"),
    ("close 1 --note", ErrorKind::InvalidValue, "missing-value", "--note necesita un valor", "taquilla"),
    ("user create --email e --name 10", ErrorKind::ValueValidation, "invalid-value", "«10»", "taquilla user create --help"),
    ("user create --email e --name a", ErrorKind::ValueValidation, "invalid-value", "«a»", "taquilla"),
    ("user create --email e --handle a", ErrorKind::ValueValidation, "invalid-value", "«a»", "UTF-8"),
    ("close 1 --key x", ErrorKind::NoEquals, "missing-value", "--key", "taquilla cerrar --help"),
    ("close 1 --quiet=x", ErrorKind::TooManyValues, "too-many-values", "--quiet", "taquilla cerrar --help"),
    ("close 1 --keep-going x", ErrorKind::TooFewValues, "too-few-values", "al menos 2 valores; hay 1", "taquilla cerrar --help"),
    (
        "close 1 --attach x",
        ErrorKind::WrongNumberOfValues,
        "wrong-number-of-values",
        "2 valores; hay 1",
        "taquilla cerrar --help",
    ),
    ("close 1 -m a --note b", ErrorKind::ArgumentConflict, "conflict", "--message no se puede combinar con --note", "taquilla"),
    ("close 1 -m a -m b", ErrorKind::ArgumentConflict, "repeated-option", "--message solo se puede indicar una vez", "taquilla"),
];

#[test]
fn every_error_of_claps_is_said_in_spanish() {
    for (line, kind, code, message, hint) in WRONG {
        let error = fail(word(sample(), &spanish()), &format!("taquilla {line}"));
        assert_eq!(error.kind(), *kind, "{line}: {error}");
        let typed: Vec<_> = format!("taquilla {line}").split(' ').map(Into::into).collect();
        let said = usage_error(&error, &word(sample(), &spanish()), &typed, &spanish());
        let text = said.hint.unwrap_or_default();
        assert_eq!(said.code, *code, "{line}");
        assert!(said.message.contains(message), "{line}: {}", said.message);
        assert!(text.contains(hint), "{line}: {text}");
        assert_eq!(english(&format!("{} {text}", said.message)), Vec::<String>::new(), "{line}: {} {text}", said.message);
        let said = usage_error(&error, &sample(), &typed, &Words::new(Language::English));
        assert!(!said.message.contains("usage-") && !said.hint.unwrap_or_default().contains("usage-"), "{line}");
    }
}

#[test]
fn bytes_that_are_not_text_and_errors_without_a_context_are_said_too() {
    use std::ffi::OsString;
    use std::os::unix::ffi::OsStringExt as _;

    let tree = word(sample(), &spanish());
    let bad = OsString::from_vec(vec![b'a', 0xff]);
    let error = tree.try_get_matches_from([OsString::from("taquilla"), "close".into(), bad]).unwrap_err();
    let said = usage_error(&error, &sample(), &[], &spanish());
    assert_eq!((said.code, error.kind()), ("invalid-utf8", ErrorKind::InvalidUtf8));
    for kind in [ErrorKind::Io, ErrorKind::Format, ErrorKind::DisplayVersion, ErrorKind::DisplayHelp] {
        let said = usage_error(&clap::Error::new(kind), &sample(), &[], &spanish());
        assert_eq!((said.code, said.message.as_str()), ("usage", "La orden no está bien escrita."));
    }
}

#[test]
fn man_pages_have_spanish_headings() {
    for tree in [word(sample(), &spanish()), word(contract(), &spanish())] {
        let mut built = tree;
        built.build();
        for verb in std::iter::once(&built).chain(built.get_subcommands()) {
            let mut page = Vec::new();
            clap_mangen::Man::new(verb.clone()).render(&mut page).unwrap();
            let page = man_headings(String::from_utf8(page).unwrap(), &spanish());
            let headings: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix(".SH ")).collect();
            assert!(headings.contains(&"NOMBRE") && headings.contains(&"SINOPSIS"), "{headings:?}");
            assert!(!page.contains("\nEjemplos:"), "{page}");
            let text: Vec<&str> = page.lines().filter(|line| !line.contains("taquilla") && !line.starts_with('\\')).collect();
            assert_eq!(english(&text.join("\n")), Vec::<String>::new(), "{page}");
        }
    }
}
