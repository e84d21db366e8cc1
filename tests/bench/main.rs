//! How quick the program is, as whole processes of the release build on desks of a thousand, a hundred thousand and a million
//! tickets: `cargo bench`. Every figure is a median of runs taken in turn, every bar a ratio measured in the same run, but for
//! those that are times in the issue that set them.
//!
//! `cargo bench -- --sizes 1000,20000 --runs 20` for a quick look; the largest desk is held to the bars. Desks are kept in the
//! target directory until something was changed in them, and made anew when the schema changes. The program that runs the
//! measurements is also the minimal program that it compares with, so that both are linked alike.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a measurement that cannot go on should say where")]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "figures are what it is for")]
#![allow(clippy::disallowed_methods, reason = "it measures processes, and is one")]

mod crowd;
mod desk;
mod minimal;
mod runs;
mod single;
mod table;
mod texts;

use std::path::PathBuf;

use desk::Desk;
use table::Table;

/// What is asked for on the command line.
struct Wanted {
    sizes: Vec<u32>,
    runs: usize,
    seconds: u64,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let Some(("minimal", rest)) = arguments.split_first().map(|(first, rest)| (first.as_str(), rest)) {
        minimal::run(rest);
        return;
    }
    let wanted = wanted(&arguments);
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bench");
    let desks: Vec<Desk> = wanted.sizes.iter().map(|&size| Desk::of(&folder, size)).collect();
    let (small, large) = (&desks[0], &desks[desks.len() - 1]);
    let mut table = Table::default();
    println!("{}", table::machine());
    single::reading(&mut table, &desks, wanted.runs);
    single::searching(&mut table, large, wanted.runs);
    single::completing(&mut table, large, wanted.runs);
    single::ordering(&mut table, large, wanted.runs);
    single::falling_due(&mut table, large, wanted.runs);
    desks.iter().for_each(Desk::wear);
    single::changing(&mut table, &desks, wanted.runs);
    single::many(&mut table, small, large);
    crowd::opening(&mut table, large, wanted.seconds);
    for desk in &desks {
        table.note(&format!("{} tickets: desk.redb has {} MiB after all this", desk.size, desk.mebibytes()));
    }
    table.print();
}

fn wanted(arguments: &[String]) -> Wanted {
    let mut wanted = Wanted { sizes: vec![1_000, 100_000, 1_000_000], runs: 40, seconds: 10 };
    let mut rest = arguments.iter().filter(|argument| argument.as_str() != "--bench");
    while let Some(option) = rest.next() {
        let value = rest.next().unwrap_or_else(|| panic!("{option} wants a value"));
        match option.as_str() {
            "--sizes" => wanted.sizes = value.split(',').map(|size| size.parse().unwrap()).collect(),
            "--runs" => wanted.runs = value.parse().unwrap(),
            "--seconds" => wanted.seconds = value.parse().unwrap(),
            _ => panic!("known are --sizes, --runs and --seconds, not {option}"),
        }
    }
    assert!(!wanted.sizes.is_empty() && wanted.runs > 0, "nothing to measure");
    wanted
}
