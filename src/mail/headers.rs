//! Header values of people's making: RFC 2047 for what is not plain ASCII, folded lines, no way to begin another header.
//!
//! lettre has an encoder of its own, but it panics at a line end in a display name, lets control characters in a subject through,
//! and leaves `=?utf-8?q?…?=` as somebody typed it, which mail programs then show as something else. So values come here
//! first, and lettre gets them ready made.

use lettre::message::header::{HeaderName, HeaderValue};

use super::clean::one_line;
use crate::domain::account::EmailAddress;

/// The longest line that RFC 5322 recommends, without its end.
const LINE: usize = 76;
/// The most characters of a display name.
const LONGEST_NAME: usize = 100;

/// A header with free text in it, such as the subject. `text` is one clean line.
pub(super) fn free_text(name: &'static str, text: &str) -> HeaderValue {
    let value = if is_plain(text) { folded(name.len() + 2, text) } else { tagged(name, text) };
    header(name, text.to_owned(), value)
}

/// A header with one mailbox in it, such as `To`.
pub(super) fn mailbox(name: &'static str, display_name: Option<&str>, address: &EmailAddress) -> HeaderValue {
    let display_name = display_name.map(|display_name| one_line(display_name, LONGEST_NAME)).unwrap_or_default();
    let value = match display_name.as_str() {
        "" => address.to_string(),
        phrase => {
            let phrase = self::phrase(name.len() + 2, phrase);
            let on_this_line = phrase.rsplit("\r\n").next().map_or(0, str::len) + name.len() + address.as_str().len() + 6;
            let gap = if on_this_line > LINE { "\r\n " } else { " " };
            format!("{phrase}{gap}<{address}>")
        }
    };
    header(name, address.to_string(), value)
}

/// The header of an attachment whose name some mail program would take for an encoded word (`=?utf-8?Q?x?=.txt`): RFC 2231, where
/// such words mean nothing. `name` is ASCII, which fits a line.
pub(super) fn file_name(name: &str) -> HeaderValue {
    let mut encoded = String::from("attachment;\r\n filename*=utf-8''");
    for byte in name.bytes() {
        match byte {
            _ if byte.is_ascii_alphanumeric() || b"-._".contains(&byte) => encoded.push(char::from(byte)),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    header("Content-Disposition", name.to_owned(), encoded)
}

/// A header whose value is the desk's own: printable ASCII, short enough for a line.
pub(super) fn own(name: &'static str, value: &str) -> HeaderValue {
    debug_assert!(value.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic()), "{name}: {value:?}");
    header(name, value.to_owned(), value.to_owned())
}

fn header(name: &'static str, raw: String, encoded: String) -> HeaderValue {
    HeaderValue::dangerous_new_pre_encoded(HeaderName::new_from_ascii_str(name), raw, encoded)
}

/// Whether a reader sees exactly these characters when they stand in a header as they are.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic()) && !text.contains("=?")
}

/// A subject that is not plain: its tag `[#856444]` stays readable for filters, the rest is encoded.
fn tagged(name: &str, text: &str) -> String {
    let tag_end = text.find("] ").map_or(0, |end| end + 2);
    match text.split_at_checked(tag_end) {
        Some((tag, rest)) if is_plain(tag) && tag.len() < LINE / 2 => {
            let tag = tag.trim_end();
            let gap = if tag.is_empty() { "" } else { " " };
            format!("{tag}{gap}{}", encoded_words(name.len() + 2 + tag.len() + 1, rest))
        }
        _ => encoded_words(name.len() + 2, text),
    }
}

/// A display name: as it is, in quotes, or in encoded words.
fn phrase(column: usize, text: &str) -> String {
    let is_atom = |byte: u8| byte == b' ' || byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte);
    if !is_plain(text) {
        encoded_words(column, text)
    } else if text.bytes().all(is_atom) {
        folded(column, text)
    } else {
        format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
    }
}

/// Plain text, folded at its spaces.
fn folded(mut column: usize, text: &str) -> String {
    let mut lines = String::with_capacity(text.len() + 16);
    for (index, word) in text.split(' ').enumerate() {
        if index > 0 {
            let is_full = column + 1 + word.len() > LINE;
            lines.push_str(if is_full { "\r\n " } else { " " });
            column = if is_full { 1 } else { column + 1 };
        }
        lines.push_str(word);
        column += word.len();
    }
    lines
}

/// Text in encoded words (RFC 2047, "Q"), each with whole characters, as many to a line as fit one.
fn encoded_words(mut column: usize, text: &str) -> String {
    const BEGINNING: &str = "=?utf-8?Q?";
    let mut words = String::from(BEGINNING);
    column += BEGINNING.len();
    let mut is_empty = true;
    for character in text.chars() {
        let mut encoded = String::new();
        for byte in character.encode_utf8(&mut [0; 4]).bytes() {
            match byte {
                b' ' => encoded.push('_'),
                _ if byte.is_ascii_alphanumeric() || b"!*+-/".contains(&byte) => encoded.push(char::from(byte)),
                _ => encoded.push_str(&format!("={byte:02X}")),
            }
        }
        if column + encoded.len() + 2 > LINE && !is_empty {
            words.push_str("?=\r\n ");
            words.push_str(BEGINNING);
            column = 1 + BEGINNING.len();
        }
        is_empty = false;
        words.push_str(&encoded);
        column += encoded.len();
    }
    words.push_str("?=");
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use lettre::message::header::Headers;
    use proptest::prelude::*;

    fn written(header: HeaderValue) -> String {
        let mut headers = Headers::new();
        headers.insert_raw(header);
        headers.to_string()
    }

    fn ana() -> EmailAddress {
        EmailAddress::parse("ana@example.com").unwrap()
    }

    #[test]
    fn plain_names_and_subjects_stay_plain() {
        assert_eq!(written(free_text("Subject", "[#856444] Duda")), "Subject: [#856444] Duda\r\n");
        assert_eq!(written(mailbox("To", Some("Ana Lopez"), &ana())), "To: Ana Lopez <ana@example.com>\r\n");
        assert_eq!(written(mailbox("To", Some("Lopez, \"Ana\""), &ana())), "To: \"Lopez, \\\"Ana\\\"\" <ana@example.com>\r\n");
        assert_eq!(written(mailbox("To", Some("\r\n"), &ana())), "To: ana@example.com\r\n");
    }

    #[test]
    fn the_tag_of_a_subject_stays_readable() {
        let subject = written(free_text("Subject", "Re: [#856444] Tutorías"));
        assert_eq!(subject, "Subject: Re: [#856444] =?utf-8?Q?Tutor=C3=ADas?=\r\n");
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(text in any::<String>(), tag in "(\\[#[0-9]{6}\\] |=\\?utf-8\\?q\\?)?") {
            let text = one_line(&format!("{tag}{text}"), 200);
            let message = format!(
                "{}{}\r\n",
                written(free_text("Subject", &text)),
                written(mailbox("To", Some(&text), &ana()))
            );
            prop_assert!(message.is_ascii());
            prop_assert!(message.lines().all(|line| line.len() < 998));
            let parsed = mail_parser::MessageParser::default().parse(message.as_bytes()).unwrap();
            prop_assert_eq!(parsed.headers().len(), 2);
            prop_assert_eq!(parsed.subject().unwrap_or_default(), text.as_str());
            let to = parsed.to().unwrap().first().unwrap();
            prop_assert_eq!(to.address(), Some("ana@example.com"));
            let name = one_line(&text, LONGEST_NAME);
            prop_assert_eq!(to.name().unwrap_or_default(), name.as_str());
        }
    }
}
