//! Which attachments travel with a letter, and what is said of the others.

use super::facts::AttachmentFacts;
use crate::domain::language::Language;

/// The most bytes of attachments in a letter: in base 64 it just fits what Postfix takes by default.
pub(super) const MOST_ATTACHED_BYTES: u64 = 7 * 1024 * 1024;
/// The most bytes of a whole message, a little below the 10,240,000 that Postfix takes by default.
pub(super) const MOST_MESSAGE_BYTES: u64 = 10_200_000;
/// The most attachments in a letter.
pub(super) const MOST_ATTACHED: usize = 100;
/// How many bytes a line of base 64 holds: 57 of the file's in 76 characters and a line end.
const LINE_OF_FILE: u64 = 57;
const LINE_OF_MESSAGE: u64 = 78;

/// The attachments of a letter.
#[derive(Default)]
pub(super) struct Choice<'a> {
    /// Those that travel with it.
    pub sent: Vec<&'a AttachmentFacts>,
    /// Those that are only named.
    pub left: Vec<&'a AttachmentFacts>,
}

/// Takes attachments in their order as long as they fit into `most_bytes`; what was taken already is not taken again.
pub(super) fn choose<'a>(files: impl IntoIterator<Item = &'a AttachmentFacts>, most_bytes: u64) -> Choice<'a> {
    let mut choice = Choice::default();
    let mut room = most_bytes;
    for file in files {
        let is_same = |other: &&AttachmentFacts| other.file.hash == file.file.hash && other.file.name == file.file.name;
        if choice.sent.iter().any(is_same) || choice.left.iter().any(is_same) {
            continue;
        }
        if file.file.size <= room && choice.sent.len() < MOST_ATTACHED {
            room -= file.file.size;
            choice.sent.push(file);
        } else {
            choice.left.push(file);
        }
    }
    choice
}

/// How many bytes of attachments fit beside `other_bytes` of message.
pub(super) fn room_beside(other_bytes: u64) -> u64 {
    let room = MOST_MESSAGE_BYTES.saturating_sub(other_bytes) / LINE_OF_MESSAGE * LINE_OF_FILE;
    room.min(MOST_ATTACHED_BYTES)
}

/// A size for people: `820 B`, `12 kB`, `1,2 MB` with the comma of Spanish or the point of English.
pub(super) fn size_in_words(language: Language, bytes: u64) -> String {
    match bytes {
        0..=999 => format!("{bytes} B"),
        1_000..=999_499 => format!("{} kB", (bytes + 500) / 1_000),
        _ => {
            let tenths = bytes.saturating_add(50_000) / 100_000;
            let mark = if language == Language::Spanish { ',' } else { '.' };
            format!("{}{mark}{} MB", tenths / 10, tenths % 10)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::entry::{Attachment, BlobHash};

    fn file(id: u8, size: u64) -> AttachmentFacts {
        let file = Attachment { name: format!("{id}.pdf"), media_type: "application/pdf".into(), size, hash: BlobHash([id; 32]) };
        AttachmentFacts { id: format!("{id}.1"), file }
    }

    #[test]
    fn what_fits_is_sent_and_the_rest_named() {
        let files = [file(1, 60), file(2, 50), file(3, 40), file(1, 60)];
        let choice = choose(&files, 100);
        let ids = |list: &[&AttachmentFacts]| list.iter().map(|file| file.id.clone()).collect::<Vec<_>>();
        assert_eq!((ids(&choice.sent), ids(&choice.left)), (vec!["1.1".to_owned(), "3.1".to_owned()], vec!["2.1".to_owned()]));
    }

    #[test]
    fn seven_mebibytes_fit_beside_a_usual_letter() {
        assert_eq!(room_beside(100_000), MOST_ATTACHED_BYTES);
        assert!(room_beside(5_000_000) < 4_000_000);
        assert_eq!(room_beside(u64::MAX), 0);
    }

    #[test]
    fn sizes_are_told_as_people_tell_them() {
        let spanish = [0, 999, 1_000, 999_499, 999_500, 1_249_999, 26_214_400];
        assert_eq!(
            spanish.map(|bytes| size_in_words(Language::Spanish, bytes)),
            ["0 B", "999 B", "1 kB", "999 kB", "1,0 MB", "1,2 MB", "26,2 MB"]
        );
        assert_eq!(size_in_words(Language::English, 1_249_999), "1.2 MB");
    }
}
