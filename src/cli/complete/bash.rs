//! What bash hands over, and what it takes back.
//!
//! It parts words at signs that mean nothing here (`--to=marta`, `Grado: uno`), knows no explanations of what it proposes, and puts
//! what it is given on the line as it is: what means something to it must be guarded, otherwise within quotes than without.

use std::ffi::OsStr;

use clap_complete::engine::CompletionCandidate;

use crate::cli::env::Completing;

/// What bash runs: it puts the parts of each word together again, cuts the one at the cursor there, and says which end of it will be
/// replaced.
const SCRIPT: &str = include_str!("taquilla.bash.in");

/// The script, with the names of what the program reads.
pub fn script(variable: &str) -> Vec<u8> {
    SCRIPT.replace("@COMPLETE@", variable).into_bytes()
}

/// A word as whoever runs the line gets it, and the quote that is still open at its end.
pub fn unquoted(raw: &str) -> (String, Option<char>) {
    let (mut word, mut open) = (String::new(), None);
    let mut characters = raw.chars().peekable();
    while let Some(character) = characters.next() {
        match (character, open) {
            ('\'' | '"', None) => open = Some(character),
            (_, Some(quote)) if character == quote => open = None,
            ('\\', None) => word.extend(characters.next()),
            ('\\', Some('"')) => match characters.next_if(|next| "\"\\$`".contains(*next)) {
                Some(next) => word.push(next),
                None => word.push(character),
            },
            _ => word.push(character),
        }
    }
    (word, open)
}

/// What bash is given: what is proposed for the word `raw` and, where it only shows it, what each thing is.
pub fn answer(candidates: &[CompletionCandidate], raw: &str, completing: &Completing) -> String {
    // What stands before the end that is replaced stays on the line.
    let kept = match &completing.replaced {
        Some(replaced) => match raw.strip_suffix(replaced.as_str()) {
            Some(kept) => unquoted(kept).0.to_lowercase(),
            None => return String::new(),
        },
        None => String::new(),
    };
    let (_, open) = unquoted(raw);
    let rest = |value: &OsStr| {
        let value = value.to_string_lossy();
        let (before, rest) = value.split_at(value.char_indices().nth(kept.chars().count()).map_or(value.len(), |(at, _)| at));
        (before.to_lowercase() == kept).then(|| rest.to_owned())
    };
    let rests: Vec<_> = candidates.iter().filter_map(|candidate| Some((rest(candidate.get_value())?, candidate))).collect();
    // TAB pressed again, or a setting of the reader's that shows at once what there is; else it would be put on the line.
    let is_only_shown = rests.len() > 1 && [b'?', b'!', b'@'].map(usize::from).contains(&completing.kind);
    let widest = rests.iter().map(|(rest, _)| rest.chars().count()).max().unwrap_or_default();
    let shown = |(rest, candidate): &(String, &CompletionCandidate)| match candidate.get_help().filter(|_| is_only_shown) {
        Some(help) => format!("{rest:widest$}  ({})", help.to_string().lines().next().unwrap_or_default()),
        None if is_only_shown => rest.clone(),
        None => guarded(rest, open),
    };
    rests.iter().map(shown).collect::<Vec<_>>().join(&completing.separator)
}

/// A word as bash takes it, within a quote or without.
fn guarded(word: &str, open: Option<char>) -> String {
    let is_plain = |character: char| match open {
        Some('"') => !"\"\\$`".contains(character),
        Some(_) => character != '\'',
        None => character.is_alphanumeric() || "-_./:@=+,%~".contains(character),
    };
    word.chars().fold(String::new(), |mut guarded, character| {
        match open {
            _ if is_plain(character) => {}
            // Nothing can be guarded within these: they are closed and opened again.
            Some('\'') => guarded.push_str("'\\'"),
            _ => guarded.push('\\'),
        }
        guarded.push(character);
        guarded
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_read_as_bash_reads_them() {
        for (raw, word, open) in [
            ("Historia\\ a", "Historia a", None),
            ("\"Historia a", "Historia a", Some('"')),
            ("'Historia \\a", "Historia \\a", Some('\'')),
            ("--topic=\"a\\\"\\b", "--topic=a\"\\b", Some('"')),
            ("'a'\\''b'", "a'b", None),
            ("a\\", "a", None),
        ] {
            assert_eq!(unquoted(raw), (word.to_owned(), open), "{raw}");
        }
    }

    proptest! {
        #[test]
        fn what_is_guarded_is_read_as_it_was(word in "[ a-zñ\"'\\\\$`!;&|()<>*?#:=~]{0,20}") {
            for (before, open) in [("", None), ("\"", Some('"')), ("'", Some('\''))] {
                prop_assert_eq!(unquoted(&format!("{before}{}", guarded(&word, open))), (word.clone(), open));
            }
        }
    }
}
