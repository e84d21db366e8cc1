//! What many-things verbs are given: numbers of tickets, ids of tasks, on the command line or on standard input.

use std::collections::HashSet;
use std::hash::Hash;
use std::path::Path;

use clap::ArgMatches;

use super::bytes;
use crate::app::NumberRefusal;
use crate::app::many::{MOST_TICKETS, Numbers};
use crate::app::task::Tasks;
use crate::cli::options;
use crate::cli::sheet::decode;
use crate::domain::refusal::Refusal;
use crate::domain::task::TaskId;
use crate::domain::text::bare;
use crate::domain::ticket::TicketNumber;
use crate::ui::error::Failure;

/// The most bytes of a list on standard input.
const LONGEST_LIST: u64 = 8 * 1024 * 1024;

/// What was given, each once, in the order given; and what can be none of it, with how many of the others come before it.
type Listed<T> = (Vec<T>, Vec<(usize, NumberRefusal)>);

/// Tickets' numbers, each once, in the order given; `-` stands for those on standard input.
///
/// # Errors
/// `BadValue` for what cannot be one, unless the others are to be done all the same; `TooManyTickets`, `Stdin`, `NotText`.
pub fn numbers(matches: &ArgMatches) -> Result<Numbers, Failure> {
    let keep_going = options::is_set(matches, "keep-going");
    let parse = |word: &str| TicketNumber::parse(word).ok_or_else(|| unreadable(word));
    let (numbers, unreadable) = each(matches, "number", keep_going, parse)?;
    Ok(Numbers { numbers, unreadable, keep_going })
}

/// Tasks' ids in the same way.
///
/// # Errors
/// As [`numbers`].
pub fn tasks(matches: &ArgMatches) -> Result<Tasks, Failure> {
    let keep_going = options::is_set(matches, "keep-going");
    let parse = |word: &str| TaskId::parse(bare(word.strip_prefix('#').unwrap_or(word))).ok_or_else(|| wrong(word, "ID"));
    let (ids, unreadable) = each(matches, "id", keep_going, parse)?;
    Ok(Tasks { ids, unreadable, keep_going })
}

fn each<T: Clone + Eq + Hash>(
    matches: &ArgMatches,
    argument: &str,
    keep_going: bool,
    parse: impl Fn(&str) -> Result<T, NumberRefusal>,
) -> Result<Listed<T>, Failure> {
    let (mut found, mut wrong) = (Vec::new(), Vec::new());
    let (mut seen, mut seen_wrong) = (HashSet::new(), HashSet::new());
    for given in options::texts(matches, argument) {
        let listed = if given == "-" { listed(keep_going)? } else { given.clone() };
        let mut words: Vec<_> = listed.split_whitespace().filter(|word| !bare(word).is_empty()).collect();
        if given != "-" && words.is_empty() {
            // A script's variable that has nothing in it is no wish to do nothing.
            words.push(&given);
        }
        for word in words {
            match parse(word) {
                Ok(item) if seen.insert(item.clone()) => found.push(item),
                Ok(_) => {}
                Err(refused) if keep_going => {
                    if seen_wrong.insert(refused.number.clone()) {
                        wrong.push((found.len(), refused));
                    }
                }
                Err(refused) => return Err(refused.refusal.into()),
            }
        }
    }
    Ok((found, wrong))
}

/// What stands on standard input. Where single numbers may be wrong, those that are no text are wrong by themselves.
fn listed(keep_going: bool) -> Result<String, Failure> {
    let stdin = Path::new("-");
    let bytes = bytes(stdin, LONGEST_LIST)?;
    if bytes.len() as u64 > LONGEST_LIST {
        return Err(Refusal::TooManyTickets { most: MOST_TICKETS as u64 }.into());
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Ok(text),
        Err(error) => error.into_bytes(),
    };
    match decode::text(&bytes) {
        Ok(text) => Ok(text.into_owned()),
        Err(_) if keep_going => Ok(String::from_utf8_lossy(&bytes).into_owned()),
        Err(_) => Err(Failure::NotText(stdin.to_owned())),
    }
}

/// What can be no ticket's number, as a refusal of its own.
pub fn unreadable(word: &str) -> NumberRefusal {
    wrong(word, "NUMBER")
}

fn wrong(word: &str, option: &str) -> NumberRefusal {
    let word: String = word.chars().take(100).collect();
    NumberRefusal { number: word.clone(), refusal: Refusal::BadValue { option: option.to_owned(), value: word } }
}
