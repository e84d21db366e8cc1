//! The letters of the demonstration as their recipients read them: out of the desk's Maildir, with all encodings undone.
//!
//! It reads what this program writes, and no more of the world's mail than that.

use std::path::Path;

use data_encoding::BASE64;

/// A letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letter {
    /// The address it is for.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// The code of the language that it says it is in.
    pub language: String,
    /// The part for programs that show plain text.
    pub text: String,
    /// The names of the files that it carries.
    pub files: Vec<String>,
}

impl Letter {
    /// Reads a letter from its file.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn read(path: &Path) -> std::io::Result<Self> {
        Ok(Self::parse(&String::from_utf8_lossy(&std::fs::read(path)?)))
    }

    fn parse(raw: &str) -> Self {
        let part = Part::parse(raw);
        let to = part.header("to");
        let to = to.rsplit_once('<').map_or(to.as_str(), |(_, address)| address.trim_end_matches('>')).to_owned();
        let mut letter =
            Self { to, subject: part.header("subject"), language: part.header("content-language"), ..Self::default() };
        letter.gather(&part);
        letter
    }

    fn gather(&mut self, part: &Part<'_>) {
        let kind = part.header("content-type");
        if let Some(boundary) = parameter(&kind, "boundary") {
            for inner in part.body.split(&format!("--{boundary}")).skip(1).filter(|inner| !inner.starts_with("--")) {
                self.gather(&Part::parse(inner.trim_start_matches(['\r', '\n'])));
            }
            return;
        }
        let disposition = part.header("content-disposition");
        if let Some(name) = parameter(&disposition, "filename").or_else(|| parameter(&kind, "name")) {
            self.files.push(name);
        } else if self.text.is_empty() && (kind.is_empty() || kind.starts_with("text/plain")) {
            self.text = part.decoded();
        }
    }

    /// The one-time code in it, which stands on a line of its own.
    pub fn code(&self) -> Option<&str> {
        let is_code = |line: &&str| {
            line.len() == 9 && line.bytes().enumerate().all(|(place, byte)| (place == 4) == (byte == b'-') && is_of_code(byte))
        };
        self.text.lines().map(str::trim).find(is_code)
    }
}

fn is_of_code(byte: u8) -> bool {
    byte == b'-' || byte.is_ascii_uppercase() || byte.is_ascii_digit()
}

/// Headers and what they are about.
struct Part<'a> {
    headers: Vec<(String, String)>,
    body: &'a str,
}

impl<'a> Part<'a> {
    fn parse(raw: &'a str) -> Self {
        let (head, body) = raw.split_once("\n\n").unwrap_or((raw, ""));
        let mut headers: Vec<(String, String)> = Vec::new();
        for line in head.lines() {
            match (line.strip_prefix([' ', '\t']), headers.last_mut()) {
                (Some(more), Some((_, value))) => {
                    value.push(' ');
                    value.push_str(more.trim());
                }
                _ => {
                    let (name, value) = line.split_once(':').unwrap_or((line, ""));
                    headers.push((name.trim().to_lowercase(), value.trim().to_owned()));
                }
            }
        }
        Self { headers, body }
    }

    fn header(&self, name: &str) -> String {
        let value = self.headers.iter().find(|(other, _)| other == name).map_or("", |(_, value)| value);
        decoded_words(value)
    }

    fn decoded(&self) -> String {
        let bytes = match self.header("content-transfer-encoding").to_lowercase().as_str() {
            "quoted-printable" => unquoted(self.body),
            "base64" => unbased(self.body),
            _ => self.body.as_bytes().to_vec(),
        };
        String::from_utf8_lossy(&bytes).trim_end().to_owned()
    }
}

/// A parameter of a header, such as `boundary`.
fn parameter(header: &str, name: &str) -> Option<String> {
    header.split(';').skip(1).find_map(|parameter| {
        let (key, value) = parameter.split_once('=')?;
        let key = key.trim().trim_end_matches('*').trim_end_matches("*0");
        (key.eq_ignore_ascii_case(name)).then(|| value.trim().trim_matches('"').to_owned())
    })
}

/// Quoted-printable undone: `=C3=AD` is two bytes, `=` at the end of a line joins it with the next.
fn unquoted(text: &str) -> Vec<u8> {
    let joined = text.replace("=\r\n", "").replace("=\n", "");
    let mut bytes = Vec::with_capacity(joined.len());
    let mut rest = joined.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hexadecimal = after.get(..2).and_then(|pair| data_encoding::HEXUPPER_PERMISSIVE.decode(pair).ok());
        match hexadecimal.filter(|_| *first == b'=') {
            Some(decoded) => {
                bytes.extend(decoded);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    bytes
}

fn unbased(text: &str) -> Vec<u8> {
    let text: String = text.chars().filter(|character| !character.is_whitespace()).collect();
    BASE64.decode(text.as_bytes()).unwrap_or_default()
}

/// Encoded words (`=?utf-8?Q?…?=`) undone; the white space between two of them is none.
fn decoded_words(text: &str) -> String {
    let mut decoded = String::new();
    let mut rest = text;
    let mut after_word = false;
    while let Some((before, word)) = rest.split_once("=?") {
        let mut parts = word.splitn(3, '?');
        let (Some(_), Some(way), Some(content)) = (parts.next(), parts.next(), parts.next()) else { break };
        let Some((content, after)) = content.split_once("?=") else { break };
        if !(after_word && before.trim().is_empty()) {
            decoded.push_str(before);
        }
        let bytes = if way.eq_ignore_ascii_case("b") { unbased(content) } else { unquoted(&content.replace('_', " ")) };
        decoded.push_str(&String::from_utf8_lossy(&bytes));
        after_word = true;
        rest = after;
    }
    decoded.push_str(rest);
    decoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_with_a_code_is_read() {
        let letter = Letter::parse(include_str!("../../mail/tests/code.eml"));
        assert_eq!((letter.to.as_str(), letter.language.as_str()), ("o'neill|x@example.com", "en"));
        assert_eq!(letter.subject, "A new password for Gestor de incidencias");
        assert_eq!(letter.code(), Some("K7QF-2M9X"));
        assert!(letter.text.starts_with("Hello Ana López,\n") && letter.text.ends_with("contacto@example.org."), "{letter:?}");
        assert!(letter.text.contains("your password stays as it is."), "{}", letter.text);
    }

    #[test]
    fn a_letter_with_files_is_read() {
        let letter = Letter::parse(include_str!("../../mail/tests/reply.eml"));
        assert!(!letter.text.is_empty() && !letter.text.contains("=C3"), "{letter:?}");
        assert_eq!(letter.code(), None);
    }

    #[test]
    fn encoded_words_are_undone() {
        assert_eq!(decoded_words("Re: [#1] =?utf-8?Q?El_=C3=ADndice?= =?utf-8?B?w6E=?= fin"), "Re: [#1] El índiceá fin");
        assert_eq!(decoded_words("a =? b"), "a =? b");
    }
}
