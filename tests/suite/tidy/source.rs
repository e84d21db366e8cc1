//! A file of source, taken apart: the code without comments, texts and tests, and the texts apart.

use std::path::Path;

/// A file of source.
pub struct Source {
    /// Where it lies, from the package's directory on: `src/app/open.rs`.
    pub path: String,
    /// It, as it was read.
    pub text: String,
    /// It with comments, the insides of texts and everything under `#[cfg(test)]` turned into spaces; every line and every byte
    /// is where it was.
    pub code: String,
    /// What stands in quotes outside of tests.
    pub strings: Vec<Text>,
    /// Whether the whole of it is compiled for tests only.
    pub is_test: bool,
    /// The modules that it declares for tests only and that are files of their own.
    test_modules: Vec<String>,
}

/// A text in quotes.
#[derive(Debug, PartialEq)]
pub struct Text {
    /// Where its first quote stands, in bytes.
    pub offset: usize,
    /// What stands between the quotes, with its escapes.
    pub value: String,
}

impl Source {
    /// Reads a file.
    pub fn read(root: &Path, file: &Path) -> Self {
        let path = file.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
        let text = std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{path}: {error}"));
        Self::new(&path, &text)
    }

    /// Takes a text apart.
    pub fn new(path: &str, text: &str) -> Self {
        let (mut code, mut strings) = mask(text);
        let mut test_modules = Vec::new();
        while let Some(start) = code.find("#[cfg(test)]") {
            let end = end_of_item(&code, start + "#[cfg(test)]".len());
            test_modules.extend(declared_module(&code[start..end]));
            strings.retain(|string| !(start..end).contains(&string.offset));
            code.replace_range(start..end, &blank(&code[start..end]));
        }
        Self { path: path.to_owned(), text: text.to_owned(), code, strings, is_test: false, test_modules }
    }

    /// The line of a byte, counted from 1.
    pub fn line(&self, offset: usize) -> usize {
        self.text[..offset].matches('\n').count() + 1
    }

    /// A fault at a byte.
    pub fn fault(&self, offset: usize, why: &str) -> String {
        format!("{}:{}: {why}", self.path, self.line(offset))
    }

    /// The modules that lead to it from the root of its crate: `app`, `open`.
    pub fn modules(&self) -> Vec<&str> {
        let path = self.path.strip_prefix("src/").unwrap_or(&self.path);
        let path = path.strip_suffix(".rs").unwrap_or(path);
        let mut modules: Vec<_> = path.split('/').collect();
        if matches!(modules.last(), Some(&("mod" | "lib" | "main"))) {
            modules.pop();
        }
        modules
    }

    /// The identifiers in it, with where they stand.
    pub fn words(&self) -> impl Iterator<Item = (usize, &str)> {
        let is_part = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || !byte.is_ascii();
        let bytes = self.code.as_bytes();
        let mut next = 0;
        std::iter::from_fn(move || {
            let start = next + bytes[next..].iter().position(|&byte| is_part(byte))?;
            next = start + bytes[start..].iter().position(|&byte| !is_part(byte)).unwrap_or(bytes.len() - start);
            Some((start, &self.code[start..next]))
        })
    }
}

/// Finds the files that are compiled for tests only: those that are declared so, and those under them.
pub fn mark_tests(sources: &mut [Source]) {
    let mut places = Vec::new();
    for source in sources.iter() {
        let own = source.path.strip_suffix(".rs").unwrap_or(&source.path);
        let directory = match own.rsplit_once('/') {
            Some((parent, "mod" | "lib" | "main")) => parent,
            _ => own,
        };
        places.extend(source.test_modules.iter().map(|name| format!("{directory}/{name}")));
    }
    for source in sources {
        source.is_test = places
            .iter()
            .any(|place| source.path.strip_prefix(place.as_str()).is_some_and(|rest| rest == ".rs" || rest.starts_with('/')));
    }
}

/// Spaces in place of everything but the ends of lines.
fn blank(text: &str) -> String {
    text.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect()
}

/// Turns comments and the insides of texts into spaces, and collects the texts.
fn mask(text: &str) -> (String, Vec<Text>) {
    let (mut code, mut strings) = (String::with_capacity(text.len()), Vec::new());
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let word_before = code.ends_with(|character: char| character.is_alphanumeric() || character == '_');
        if let Some(length) = comment(rest) {
            code.push_str(&blank(&rest[..length]));
            at += length;
        } else if let Some((opening, inside, closing)) = string(rest, word_before) {
            strings.push(Text { offset: at, value: rest[opening..opening + inside].to_owned() });
            code.push_str(&rest[..opening]);
            code.push_str(&blank(&rest[opening..opening + inside]));
            code.push_str(&rest[opening + inside..opening + inside + closing]);
            at += opening + inside + closing;
        } else if let Some(length) = character(rest) {
            code.push_str(&blank(&rest[..length]));
            at += length;
        } else {
            let length = rest.chars().next().map_or(1, char::len_utf8);
            code.push_str(&rest[..length]);
            at += length;
        }
    }
    (code, strings)
}

/// The length of the comment that a text begins with.
fn comment(text: &str) -> Option<usize> {
    if text.starts_with("//") {
        return Some(text.find('\n').unwrap_or(text.len()));
    }
    text.starts_with("/*").then_some(())?;
    let (mut depth, mut at) = (0, 0);
    loop {
        let rest = &text[at..];
        if rest.starts_with("/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if rest.starts_with("*/") {
            (depth, at) = (depth - 1, at + 2);
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
        if depth == 0 || at >= text.len() {
            return Some(at.min(text.len()));
        }
    }
}

/// The lengths of the opening, the inside and the closing of the quoted text that a text begins with.
fn string(text: &str, word_before: bool) -> Option<(usize, usize, usize)> {
    if let Some(inside) = text.strip_prefix('"') {
        let mut escaped = false;
        let length = inside.find(|character| {
            let ends = character == '"' && !escaped;
            escaped = character == '\\' && !escaped;
            ends
        });
        return Some((1, length?, 1));
    }
    if word_before {
        return None;
    }
    let prefix = ["br", "cr", "r"].into_iter().find(|prefix| text.starts_with(prefix))?;
    let hashes = text[prefix.len()..].bytes().take_while(|&byte| byte == b'#').count();
    let inside = text[prefix.len() + hashes..].strip_prefix('"')?;
    let closing = format!("\"{}", "#".repeat(hashes));
    Some((prefix.len() + hashes + 1, inside.find(&closing)?, closing.len()))
}

/// The length of the character in quotes that a text begins with; a lifetime is none.
fn character(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('\'')?;
    let first = inside.chars().next()?;
    if first == '\\' {
        return inside.char_indices().skip(2).find(|(_, other)| *other == '\'').map(|(index, _)| index + 2);
    }
    inside[first.len_utf8()..].starts_with('\'').then_some(first.len_utf8() + 2)
}

/// The end of the item that begins at `start`: its `;`, or its closing brace and a `;` right behind it.
fn end_of_item(code: &str, start: usize) -> usize {
    let mut depth = 0;
    for (index, byte) in code.bytes().enumerate().skip(start) {
        match byte {
            b';' if depth == 0 => return index + 1,
            b'{' | b'(' | b'[' => depth += 1,
            b')' | b']' => depth -= 1,
            b'}' => {
                depth -= 1;
                if depth == 0 {
                    return index + 1 + usize::from(code[index + 1..].starts_with(';'));
                }
            }
            _ => {}
        }
    }
    code.len()
}

/// The module that an item declares as a file of its own.
fn declared_module(item: &str) -> Option<String> {
    let (_, name) = item.rsplit_once("mod ")?;
    let name = name.strip_suffix(';')?.trim();
    name.chars().all(|character| character.is_alphanumeric() || character == '_').then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_texts_and_characters_are_taken_out() {
        let text = "//! a \"b\nlet a = \"x\\\"y\"; /* one /* two */ \" */ let b = 'c'; let c: &'static str = r#\"é\"q\"#; '\\''";
        let source = Source::new("src/a.rs", text);
        assert_eq!(source.code.len(), text.len());
        let squeezed = source.code.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(squeezed, "let a = \" \"; let b = ; let c: &'static str = r#\" \"#;");
        let values: Vec<_> = source.strings.iter().map(|text| text.value.as_str()).collect();
        assert_eq!(values, ["x\\\"y", "é\"q"]);
        assert_eq!(source.line(source.strings[1].offset), 2);
    }

    #[test]
    fn tests_are_taken_out_and_their_files_found() {
        let lib = "#[cfg(test)]\npub mod contract;\nmod kept { fn f() {} }\n#[cfg(test)]\n#[allow(x)]\nmod tests { fn g() { \"h\"; } }\nuse a;";
        let mut sources: Vec<_> = [
            ("src/store/mod.rs", lib),
            ("src/store/contract/mod.rs", ""),
            ("src/store/contract/lists.rs", ""),
            ("src/store/contracts.rs", ""),
            ("src/auth.rs", "#[cfg(test)]\nmod tests;"),
            ("src/auth/tests.rs", ""),
        ]
        .map(|(path, text)| Source::new(path, text))
        .into();
        mark_tests(&mut sources);
        let are_tests: Vec<_> = sources.iter().map(|source| source.is_test).collect();
        assert_eq!(are_tests, [false, true, true, false, false, true]);
        assert_eq!(sources[0].code.split_whitespace().collect::<Vec<_>>().join(" "), "mod kept { fn f() {} } use a;");
        assert_eq!(sources[0].strings, []);
    }

    #[test]
    fn words_and_modules_are_found() {
        let source = Source::new("src/app/open.rs", "let año = r#match::<u8>(b_1);");
        let words: Vec<_> = source.words().map(|(_, word)| word).collect();
        assert_eq!(words, ["let", "año", "r", "match", "u8", "b_1"]);
        assert_eq!(source.modules(), ["app", "open"]);
        assert_eq!(Source::new("src/app/mod.rs", "").modules(), ["app"]);
        assert_eq!(Source::new("src/lib.rs", "").modules(), [""; 0]);
    }
}
