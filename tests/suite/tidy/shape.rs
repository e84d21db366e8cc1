//! The shape of files: a header, a length that one can read in one go, whole words.

use super::source::Source;
use super::{no_faults, sources};

/// The most lines of a file, without its tests.
const MOST_LINES: usize = 330;
/// The most lines of a function.
const MOST_LINES_OF_A_FUNCTION: usize = 80;

/// Files that may be longer for now, each with what will make it shorter.
const LONG_FILES: &[(&str, &str)] = &[
    ("src/domain/refusal.rs", "what is refused of accounts and tokens can be an enum of its own"),
    ("src/domain/ticket.rs", "tally and flags can have a file of their own"),
    ("src/ui/error.rs", "refusals can stand apart from the errors of the machine"),
];

/// Functions that may be longer, each with why.
const LONG_FUNCTIONS: &[(&str, &str, &str)] = &[];

/// Parts of names that are no words.
const ABBREVIATIONS: &[&str] = &[
    "acct", "addr", "buf", "cat", "cfg", "cmd", "cnt", "ctx", "idx", "impls", "msg", "num", "pwd", "req", "res", "resp", "tmp",
    "usr",
];

fn all() -> impl Iterator<Item = &'static Source> {
    sources("src").iter().chain(sources("tests"))
}

#[test]
fn every_file_says_what_it_is() {
    let has_header = |source: &Source| source.text.trim().is_empty() || source.text.starts_with("//! ");
    let lacking = all().filter(|source| !has_header(source));
    no_faults(lacking.map(|source| source.fault(0, "a file begins with //! and what it is")).collect());
}

#[test]
fn no_file_is_too_long() {
    let mut faults = Vec::new();
    let mut long = Vec::new();
    for source in all().filter(|source| !source.is_test) {
        let lines = lines_without_tests(source);
        if lines > MOST_LINES {
            long.push(source.path.clone());
            if !LONG_FILES.iter().any(|(path, _)| *path == source.path) {
                faults.push(source.fault(0, &format!("{lines} lines outside of tests, at most {MOST_LINES}: two subjects?")));
            }
        }
    }
    let stale = LONG_FILES.iter().filter(|(path, _)| !long.iter().any(|other| other == path));
    faults.extend(stale.map(|(path, _)| format!("{path} is not too long (any more): take it out of LONG_FILES")));
    no_faults(faults);
}

/// The lines of a file but for those of which nothing is left without the tests.
fn lines_without_tests(source: &Source) -> usize {
    let mut tests = 0;
    let mut is_test = false;
    for (line, code) in source.text.lines().zip(source.code.lines()) {
        // What is under `#[cfg(test)]` was turned into spaces up to its last brace; comments outside of it were too.
        let is_blank = code.trim().is_empty() && !line.trim().is_empty() && !line.trim_start().starts_with("//");
        is_test = is_blank || (is_test && code.trim().is_empty());
        tests += usize::from(is_test);
    }
    source.text.lines().count() - tests
}

#[test]
fn no_function_is_too_long() {
    let mut faults = Vec::new();
    let mut long = Vec::new();
    for source in all().filter(|source| !source.is_test) {
        for (name, offset, lines) in functions(source) {
            if lines <= MOST_LINES_OF_A_FUNCTION {
                continue;
            }
            long.push((source.path.clone(), name.clone()));
            if !LONG_FUNCTIONS.iter().any(|(path, other, _)| *path == source.path && *other == name) {
                faults.push(source.fault(offset, &format!("{name} has {lines} lines, at most {MOST_LINES_OF_A_FUNCTION}")));
            }
        }
    }
    let is_long = |path: &str, name: &str| long.iter().any(|(other_path, other)| other_path == path && other == name);
    let stale = LONG_FUNCTIONS.iter().filter(|(path, name, _)| !is_long(path, name));
    faults
        .extend(stale.map(|(path, name, _)| format!("{path}: {name} is not too long (any more): take it out of LONG_FUNCTIONS")));
    no_faults(faults);
}

/// The functions with a body: name, place, and lines from `fn` to the closing brace.
fn functions(source: &Source) -> Vec<(String, usize, usize)> {
    let words: Vec<_> = source.words().collect();
    let named = words.windows(2).filter(|pair| pair[0].1 == "fn").filter_map(|pair| {
        let (start, (_, name)) = (pair[0].0, pair[1]);
        let end = end_of_body(&source.code, start)?;
        Some((name.to_owned(), start, source.line(end) - source.line(start) + 1))
    });
    named.collect()
}

/// Where the body of the function that begins at `start` ends; `None` for one that is only declared.
fn end_of_body(code: &str, start: usize) -> Option<usize> {
    let (mut brackets, mut braces) = (0, 0);
    for (index, byte) in code.bytes().enumerate().skip(start) {
        match byte {
            b'(' | b'[' => brackets += 1,
            b')' | b']' => brackets -= 1,
            b';' if brackets == 0 && braces == 0 => return None,
            b'{' => braces += 1,
            b'}' => {
                braces -= 1;
                if braces == 0 {
                    return Some(index);
                }
            }
            _ => {}
        }
    }
    None
}

#[test]
fn names_are_words() {
    no_faults(all().flat_map(abbreviations).collect());
}

fn abbreviations(source: &Source) -> Vec<String> {
    let mut faults = Vec::new();
    for (offset, word) in source.words() {
        // Types are named by others more often than by us. What stands behind `.` or `::` has its name where it is declared.
        let is_use = source.code[..offset].ends_with(['.', ':']);
        if word.starts_with(char::is_uppercase) || is_use || is_attribute(source, offset, word) {
            continue;
        }
        if let Some(part) = word.split('_').find(|part| ABBREVIATIONS.contains(part)) {
            faults.push(source.fault(offset, &format!("{word}: {part} is no word")));
        }
    }
    faults
}

/// `cfg` is the language's own word in `#[cfg(…)]`, `cfg!(…)` and `cfg_attr`.
fn is_attribute(source: &Source, offset: usize, word: &str) -> bool {
    let rest = &source.code[offset + word.len()..];
    matches!(word, "cfg" | "cfg_attr") && (rest.starts_with('(') || rest.starts_with('!'))
}

#[test]
fn the_rules_find_what_they_forbid() {
    let source = |text: &str| Source::new("src/a.rs", text);
    let body = "    x;\n".repeat(80);
    let long = source(&format!("fn declared(a: [u8; 3]);\nimpl A {{\nfn short() {{}}\nfn long() {{\n{body}}}\n}}"));
    let lengths: Vec<_> = functions(&long).into_iter().map(|(name, _, lines)| (name, lines)).collect();
    assert_eq!(lengths, [("short".to_owned(), 1), ("long".to_owned(), 82)]);
    let tested = source("//! A.\n\nfn f() {}\n\n#[cfg(test)]\nmod tests {\n    // why\n\n    fn g() {}\n}\n");
    assert_eq!(lines_without_tests(&tested), 4);
    let words =
        "let tmp_path = x.to_path_buf(); #[cfg(unix)] struct A { msg: PathBuf }; fn req(a: cfg) {} if cfg!(x) { a::cmd() }";
    assert_eq!(abbreviations(&source(words)).len(), 4);
}
