//! Letters as a mail program reads them: headers, texts and files, all encodings undone.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use mail_parser::{HeaderForm, HeaderName, HeaderValue, Message, MessageParser, MessagePart, MimeHeaders, PartType};

/// A letter.
#[derive(Clone, Debug)]
pub struct Mail {
    /// Where it lies.
    pub path: PathBuf,
    /// When its file was written, for telling which of several came last; no clock of ours.
    pub left_at: SystemTime,
    /// It, to the byte.
    pub raw: Vec<u8>,
    headers: Vec<(String, String)>,
    /// The part for programs that show plain text; none if it has no such part.
    pub text: Option<String>,
    /// The part for programs that show HTML; none if it has no such part.
    pub html: Option<String>,
    /// The files that it carries.
    pub attachments: Vec<File>,
}

/// A file that a letter carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name; empty if it has none.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The letters that lie unread in a Maildir, by the names of their files; none if it is not there.
pub fn read(maildir: &Path) -> Vec<Mail> {
    let Ok(entries) = std::fs::read_dir(maildir.join("new")) else { return Vec::new() };
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| Mail::at(path)).collect()
}

impl Mail {
    fn at(path: &Path) -> Self {
        let left_at = std::fs::metadata(path).unwrap().modified().unwrap();
        Self::parse(path, left_at, std::fs::read(path).unwrap())
    }

    fn parse(path: &Path, left_at: SystemTime, raw: Vec<u8>) -> Self {
        let message = MessageParser::default().parse(&raw).unwrap_or_else(|| panic!("no letter: {}", path.display()));
        let part = |is_wanted: fn(&PartType) -> bool| {
            let bodies = message.text_bodies().chain(message.html_bodies());
            bodies.into_iter().find(|part| is_wanted(&part.body)).map(|part| String::from_utf8(part.contents().to_vec()).unwrap())
        };
        Self {
            path: path.to_owned(),
            left_at,
            headers: headers(&message),
            text: part(|body| matches!(body, PartType::Text(_))),
            html: part(|body| matches!(body, PartType::Html(_))),
            attachments: message.attachments().map(File::of).collect(),
            raw: raw.clone(),
        }
    }

    /// What a header says, decoded and unfolded; its name in any capitals.
    ///
    /// # Panics
    /// If it stands there more than once.
    #[track_caller]
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut found = self.headers.iter().filter(|(other, _)| other.eq_ignore_ascii_case(name));
        let value = found.next().map(|(_, value)| value.as_str());
        assert!(found.next().is_none(), "{name} stands twice in {}", self.path.display());
        value
    }

    /// The address that it is for.
    #[track_caller]
    pub fn to(&self) -> String {
        let to = self.header("To").unwrap_or_default();
        to.rsplit_once('<').map_or(to, |(_, address)| address.trim_end_matches('>')).to_owned()
    }

    /// Its subject.
    #[track_caller]
    pub fn subject(&self) -> &str {
        self.header("Subject").unwrap_or_default()
    }

    /// The part for programs that show plain text, which every letter must have.
    #[track_caller]
    pub fn body(&self) -> &str {
        self.text.as_deref().unwrap_or_else(|| panic!("no plain text in {}", self.path.display()))
    }

    /// The one-time code in it: a line of its own with four letters or digits, a dash, and four more.
    ///
    /// # Panics
    /// If there is not exactly one.
    #[track_caller]
    pub fn code(&self) -> String {
        let codes: Vec<_> = self.body().lines().map(str::trim).filter(|line| is_code(line)).collect();
        assert_eq!(codes.len(), 1, "{} codes in: {}", codes.len(), self.body());
        codes[0].to_owned()
    }
}

impl File {
    fn of(part: &MessagePart<'_>) -> Self {
        let media_type = part.content_type().map(|kind| match kind.subtype() {
            Some(subtype) => format!("{}/{subtype}", kind.ctype()),
            None => kind.ctype().to_owned(),
        });
        Self {
            name: part.attachment_name().unwrap_or_default().to_owned(),
            media_type: media_type.unwrap_or_default(),
            bytes: part.contents().to_vec(),
        }
    }
}

/// The headers of a letter itself, not of its parts, in their order.
fn headers(message: &Message<'_>) -> Vec<(String, String)> {
    let names: Vec<String> = message.headers_raw().map(|(name, _)| name.to_owned()).collect();
    let mut seen: Vec<String> = Vec::new();
    let mut headers = Vec::new();
    for name in names {
        let occurrence = seen.iter().filter(|other| other.eq_ignore_ascii_case(&name)).count();
        let values = message.header_as(HeaderName::parse(name.clone()).unwrap(), HeaderForm::Text);
        let value = match values.into_iter().nth(occurrence) {
            Some(HeaderValue::Text(text)) => text.into_owned(),
            _ => String::new(),
        };
        seen.push(name.clone());
        headers.push((name, value));
    }
    headers
}

fn is_code(line: &str) -> bool {
    let fits = |part: &str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
    line.split_once('-').is_some_and(|(first, second)| fits(first) && fits(second))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LETTER: &str = "Return-Path: <mesa@example.com>\n\
        From: =?utf-8?q?Tutor=C3=ADas_=C3=81gora?= <mesa@example.com>\n\
        To: =?utf-8?b?QW5hIEzDs3Bleg==?= <ana@example.com>\n\
        Subject: [#856444] =?utf-8?q?=C2=BFCu=C3=A1ndo?=\n =?utf-8?q?_empieza=3F?=\n\
        X-One: a\n  b\n\
        MIME-Version: 1.0\n\
        Content-Type: multipart/mixed; boundary=out\n\n\
        --out\nContent-Type: multipart/alternative; boundary=in\n\n\
        --in\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n\
        Tu c=C3=B3digo, que no es ABCD-EFGH sin m=\n=C3=A1s:\n\n    K7QF-2M9X\n\nabcd-efgh\n\
        --in\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n\
        PHA+SG9sYTwvcD4=\n\
        --in--\n\
        --out\nContent-Type: application/pdf; name*=utf-8''a%C3%B1o.pdf\n\
        Content-Disposition: attachment; filename*=utf-8''a%C3%B1o.pdf\nContent-Transfer-Encoding: base64\n\n\
        AAECAw==\n\
        --out--\n";

    fn letter(text: &str) -> Mail {
        Mail::parse(Path::new("letter"), SystemTime::UNIX_EPOCH, text.as_bytes().to_vec())
    }

    #[test]
    fn encodings_are_undone() {
        let letter = letter(LETTER);
        assert_eq!((letter.to().as_str(), letter.subject()), ("ana@example.com", "[#856444] ¿Cuándo empieza?"));
        assert_eq!(letter.header("from"), Some("Tutorías Ágora <mesa@example.com>"));
        assert_eq!(letter.header("X-One"), Some("a b"));
        assert_eq!(letter.header("X-Two"), None);
        assert!(letter.body().starts_with("Tu código, que no es ABCD-EFGH sin más:\n"), "{}", letter.body());
        assert_eq!(letter.code(), "K7QF-2M9X");
        assert_eq!(letter.html.as_deref(), Some("<p>Hola</p>"));
        let file = File { name: "año.pdf".into(), media_type: "application/pdf".into(), bytes: vec![0, 1, 2, 3] };
        assert_eq!(letter.attachments, [file]);
    }

    #[test]
    fn a_letter_of_one_part_has_no_other() {
        let letter = letter("To: ana@example.com\nContent-Type: text/html\n\n<p>Hola</p>\n");
        assert_eq!((letter.text, letter.html.as_deref()), (None, Some("<p>Hola</p>\n")));
    }

    #[test]
    #[should_panic(expected = "0 codes in")]
    fn a_letter_without_a_code_says_so() {
        letter("To: ana@example.com\n\nHola\n").code();
    }
}
