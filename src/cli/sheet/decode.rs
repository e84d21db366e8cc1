//! The text of a sheet, however its program wrote it. It knows no rows.

use std::borrow::Cow;

/// What bytes 0x80 to 0x9F are in Windows-1252; the others are what they are in Unicode.
const WINDOWS_1252: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘', '’', '“', '”', '•', '–', '—',
    '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

/// Why bytes have no text.
#[derive(Debug, PartialEq, Eq)]
pub enum Undecodable {
    /// They are something else.
    NoText,
    /// Some lines are written in UTF-8 and some are not: the fewer of them, counted from 1.
    Mixed(Vec<u64>),
    /// All is written in something else than what is known here, which these lines show.
    Unknown(Vec<u64>),
}

/// The text of bytes: UTF-8, else UTF-16 if a mark says so, else Windows-1252.
///
/// # Errors
/// What is no text, and what could only be guessed at: names would be wrong, and nobody would know.
pub fn text(bytes: &[u8]) -> Result<Cow<'_, str>, Undecodable> {
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => Cow::Owned(wide(rest, u16::from_le_bytes)?),
        [0xfe, 0xff, rest @ ..] => Cow::Owned(wide(rest, u16::from_be_bytes)?),
        _ if bytes.contains(&0) => return Err(Undecodable::NoText),
        [0xef, 0xbb, 0xbf, rest @ ..] => Cow::Borrowed(std::str::from_utf8(rest).map_err(|_| Undecodable::Mixed(foreign(rest)))?),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => Cow::Owned(narrow(bytes)?),
        },
    };
    if text.contains('\0') { Err(Undecodable::NoText) } else { Ok(text) }
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Undecodable> {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    let text = char::decode_utf16(units).collect::<Result<String, _>>().ok();
    text.filter(|_| bytes.len().is_multiple_of(2)).ok_or(Undecodable::NoText)
}

/// Bytes that are not UTF-8 as Windows-1252, if nothing of them looks like UTF-8.
fn narrow(bytes: &[u8]) -> Result<String, Undecodable> {
    let (mut utf8, mut other, mut both) = (Vec::new(), Vec::new(), Vec::new());
    for (line, bytes) in lines(bytes).filter(|(_, bytes)| !bytes.is_ascii()) {
        let kind = if std::str::from_utf8(bytes).is_ok() {
            &mut utf8
        } else if holds_utf8(bytes) {
            &mut both
        } else {
            &mut other
        };
        kind.push(line);
    }
    if utf8.is_empty() && both.is_empty() {
        let decoded = |bytes: &[u8]| -> String { bytes.iter().map(|&byte| of_windows(byte)).collect() };
        let unknown: Vec<_> = lines(bytes).filter(|(_, line)| is_none_of_windows(&decoded(line))).map(|(line, _)| line).collect();
        return if unknown.is_empty() { Ok(decoded(bytes)) } else { Err(Undecodable::Unknown(unknown)) };
    }
    let mut fewer = if utf8.len() >= other.len() { other } else { utf8 };
    fewer.append(&mut both);
    fewer.sort_unstable();
    Err(Undecodable::Mixed(fewer))
}

/// The lines that are not UTF-8.
fn foreign(bytes: &[u8]) -> Vec<u64> {
    lines(bytes).filter(|(_, line)| std::str::from_utf8(line).is_err()).map(|(line, _)| line).collect()
}

/// The lines, counted from 1, without what ends them: LF, CRLF, or CR alone.
pub fn lines(bytes: &[u8]) -> impl Iterator<Item = (u64, &[u8])> {
    let mut rest = Some(bytes);
    (1..).zip(std::iter::from_fn(move || {
        let here = rest?;
        let Some(end) = here.iter().position(|byte| matches!(byte, b'\r' | b'\n')) else { return rest.take() };
        let (line, behind) = here.split_at(end);
        rest = behind.strip_prefix(b"\r\n").or_else(|| behind.get(1..));
        Some(line)
    }))
}

/// Whether there are letters in UTF-8 among bytes that are not.
///
/// A capital and the quotation mark behind it (`SÍ»`) are the same bytes as a rare letter of UTF-8: one alone only counts if it is
/// a letter or a mark of the languages of Europe, which Windows-1252 would show as `Ã±` and `â€œ`.
fn holds_utf8(line: &[u8]) -> bool {
    let is_common = |letter: char| matches!(letter, '\u{80}'..='\u{17f}' | '\u{2000}'..='\u{203f}' | '\u{20a0}'..='\u{20bf}');
    line.utf8_chunks().any(|chunk| {
        let mut is_behind_one = false;
        chunk.valid().chars().any(|letter| {
            let is_behind_one = std::mem::replace(&mut is_behind_one, !letter.is_ascii());
            !letter.is_ascii() && (is_behind_one || is_common(letter))
        })
    })
}

/// Whether a sign stands where nobody writes one: the accents of MS-DOS and of old Macintoshes, in both of which spreadsheets still
/// write CSV, would be shown so: `Nu¤ez`, `L¢pez`, `G‡lvez`.
fn is_none_of_windows(line: &str) -> bool {
    let behind = |by: usize| line.chars().skip(by);
    let mut threes = line.chars().zip(behind(1)).zip(behind(2));
    threes.any(|((first, sign), last)| first.is_alphabetic() && last.is_alphabetic() && "¡¢£¤¥‚„†‡‰•˜".contains(sign))
}

fn of_windows(byte: u8) -> char {
    match byte {
        0x80..=0x9f => WINDOWS_1252[usize::from(byte) - 0x80],
        _ => char::from(byte),
    }
}
