//! Keeps the house in order: who may know whom, where each outside crate lives, how long things are, and that both languages
//! say the same. It reads the source as text; what the compiler and clippy can check is left to them.
//!
//! A rule names file, line and reason. An exception stands in a table with its own reason, and a table may not keep what is no
//! longer needed.

mod arrows;
mod catalogues;
mod homes;
mod paths;
mod shape;
mod source;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use source::Source;

/// The directory of the package.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file with source in it under a directory of the package, in order; each rule looks at the same ones.
fn sources(directory: &str) -> &'static [Source] {
    static OF_THE_PROGRAM: OnceLock<Vec<Source>> = OnceLock::new();
    static OF_THE_TESTS: OnceLock<Vec<Source>> = OnceLock::new();
    let read = if directory == "src" { &OF_THE_PROGRAM } else { &OF_THE_TESTS };
    read.get_or_init(|| take_apart(directory))
}

fn take_apart(directory: &str) -> Vec<Source> {
    let mut files = Vec::new();
    walk(&root().join(directory), &mut files);
    files.retain(|file| file.extension().is_some_and(|extension| extension == "rs"));
    let mut sources: Vec<_> = files.iter().map(|file| Source::read(root(), file)).collect();
    source::mark_tests(&mut sources);
    sources
}

fn walk(directory: &Path, files: &mut Vec<PathBuf>) {
    let entries = std::fs::read_dir(directory).unwrap_or_else(|error| panic!("{}: {error}", directory.display()));
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            walk(&path, files);
        } else {
            files.push(path);
        }
    }
}

/// Fails with every fault, a line each.
#[track_caller]
fn no_faults(faults: Vec<String>) {
    assert!(faults.is_empty(), "{} faults:\n{}\n", faults.len(), faults.join("\n"));
}

/// Whether a path is one of these, or lies under one of those that end with `/`, or begins as those do that end with `*`.
fn is_under(path: &str, places: &[&str]) -> bool {
    places.iter().any(|place| match place.strip_suffix('*') {
        Some(start) => path.starts_with(start),
        None if place.ends_with('/') => path.starts_with(place),
        None => path == *place,
    })
}
