//! The parts of a mail address as people write them: the name, the sign, the domain, each also in words.

use super::seen::{Seen, Shape};
use super::words::Table;

/// The most pieces that a name or a label has.
const MOST_PIECES: usize = 40;
/// The most labels of a domain.
const MOST_LABELS: usize = 10;

/// Services by whose name alone people know what is meant.
static PROVIDERS: Table = Table::of("gmail hotmail outlook yahoo icloud protonmail proton gmx googlemail ymail hotmai");
/// The last labels of domains that people write with blanks or in words.
static TOPS: Table = Table::of(
    "es com net org eu edu gob gov info cat eus gal uk fr pt de it us mx ar co cl pe io me biz online ac ie nl be \
     ch example test app dev",
);
/// Words in which a text speaks of mail addresses.
static ABOUT_MAIL: Table = Table::of(
    "mail email emails mails correo correos address direccion escribe escribeme escribid escribir escribirme write \
     contact contacto contactame enviame mandame send reach mailto e",
);

/// Whether a word is the name of such a service.
pub(super) fn is_provider(word: &str) -> bool {
    PROVIDERS.has(word)
}

/// Whether a word is such a last label.
pub(super) fn is_top(word: &str) -> bool {
    TOPS.has(word)
}

/// Whether a word speaks of mail addresses.
pub(super) fn is_about_mail(word: &str) -> bool {
    ABOUT_MAIL.has(word)
}

/// How a domain is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Domain {
    /// How many labels it has.
    pub(super) labels: usize,
    /// The piece of its first label.
    pub(super) first: usize,
    /// The piece of its last label.
    pub(super) last: usize,
    /// The piece behind it.
    pub(super) end: usize,
    /// Whether a dot of it is in words or in brackets.
    pub(super) is_said: bool,
}

/// Where the sign of an address is, with its brackets.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sign {
    /// Its first piece.
    pub(super) start: usize,
    /// The piece behind it.
    pub(super) end: usize,
    pub(super) kind: SignKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SignKind {
    /// `@`
    At,
    /// `[at]`, `(arroba)`
    Bracketed,
    /// `arroba`
    Word,
    /// `at`
    Plain,
    /// `#`, for which whoever reads is to think something else
    Stand,
}

fn is_opening(seen: &Seen<'_>, at: Option<usize>) -> bool {
    seen.piece(at)
        .is_some_and(|piece| matches!(piece.shape, Shape::Mark('(' | '[' | '{' | '<' | '_' | '-' | '*' | '"' | '\'' | '“' | '«')))
}

fn is_closing(seen: &Seen<'_>, at: usize) -> bool {
    seen.piece(Some(at))
        .is_some_and(|piece| matches!(piece.shape, Shape::Mark(')' | ']' | '}' | '>' | '_' | '-' | '*' | '"' | '\'' | '”' | '»')))
}

/// The place before a piece, and behind one, without a blank there.
fn before(seen: &Seen<'_>, at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    if seen.pieces[before].shape == Shape::Blank { before.checked_sub(1) } else { Some(before) }
}

fn behind(seen: &Seen<'_>, at: usize) -> usize {
    at + usize::from(seen.piece(Some(at)).is_some_and(|piece| piece.shape == Shape::Blank))
}

/// The sign at a piece, if there is one.
pub(super) fn sign(seen: &Seen<'_>, at: usize) -> Option<Sign> {
    let piece = seen.pieces[at];
    if piece.is('#') {
        return Some(Sign { start: at, end: at + 1, kind: SignKind::Stand });
    }
    let is_sign = piece.is('@');
    let word = if piece.shape == Shape::Word { seen.word(at) } else { "" };
    let can_be_bracketed = is_sign || matches!(word, "at" | "arroba" | "a" | "en" | "aroba" | "arrroba" | "arrobita");
    if !can_be_bracketed {
        return None;
    }
    let (open, close) = (before(seen, at), behind(seen, at + 1));
    if is_opening(seen, open) && is_closing(seen, close) {
        let start = open.unwrap_or(at);
        return Some(Sign { start, end: close + 1, kind: if is_sign { SignKind::At } else { SignKind::Bracketed } });
    }
    let kind = match word {
        "" => SignKind::At,
        "arroba" | "aroba" | "arrroba" | "arrobita" => SignKind::Word,
        // As it is called in India.
        "at" if seen.word(at + 2) == "the" && seen.word(at + 4) == "rate" => {
            return Some(Sign { start: at, end: at + 5, kind: SignKind::Word });
        }
        "at" => SignKind::Plain,
        _ => return None,
    };
    Some(Sign { start: at, end: at + 1, kind })
}

/// The first piece of a name that ends before a piece.
pub(super) fn name_before(seen: &Seen<'_>, end: usize) -> Option<usize> {
    let mut start = run_before(seen, end)?;
    // `ana punto lopez`, `ana guion bajo lopez`
    for _ in 0..4 {
        let Some(mut joint) = before(seen, start).filter(|joint| *joint + 1 < start) else { break };
        if matches!(seen.word(joint), "bajo" | "medio") {
            match before(seen, joint) {
                Some(earlier) => joint = earlier,
                None => break,
            }
        }
        let is_joint = matches!(seen.word(joint), "punto" | "dot" | "guion" | "underscore" | "dash" | "barra");
        let Some(earlier) = joint.checked_sub(1).filter(|at| is_joint && seen.pieces[*at].shape == Shape::Blank) else { break };
        match run_before(seen, earlier) {
            Some(earlier) => start = earlier,
            None => break,
        }
    }
    Some(start)
}

/// The first of the joined pieces of a name that ends before a piece.
fn run_before(seen: &Seen<'_>, end: usize) -> Option<usize> {
    let last = seen.piece(end.checked_sub(1))?;
    if !matches!(last.shape, Shape::Word | Shape::Digits | Shape::Mark('_' | '-' | '+')) {
        return None;
    }
    let is_part = |at: usize| match seen.pieces[at].shape {
        Shape::Word | Shape::Digits => true,
        Shape::Mark(mark) => matches!(mark, '.' | '_' | '-' | '+' | '%' | '&'),
        _ => false,
    };
    let mut start = end;
    while start > 0 && end - start < MOST_PIECES && is_part(start - 1) {
        start -= 1;
    }
    // A name begins with a letter or a digit.
    while start < end && !matches!(seen.pieces[start].shape, Shape::Word | Shape::Digits) {
        start += 1;
    }
    (start < end).then_some(start)
}

/// The piece behind the label that begins at a piece.
fn label(seen: &Seen<'_>, start: usize) -> Option<usize> {
    let mut end = start;
    while end - start < MOST_PIECES {
        match seen.piece(Some(end)).map(|piece| piece.shape) {
            Some(Shape::Word | Shape::Digits) => end += 1,
            Some(Shape::Mark('-')) if end > start && seen.piece(Some(end + 1)).is_some_and(is_of_label) => {
                // `correo-punto-es`
                if matches!(seen.word(end + 1), "punto" | "dot") {
                    break;
                }
                end += 1;
            }
            _ => break,
        }
    }
    (end > start).then_some(end)
}

fn is_of_label(piece: super::seen::Piece) -> bool {
    matches!(piece.shape, Shape::Word | Shape::Digits | Shape::Mark('-'))
}

/// A dot between labels: the piece of the next label, and how the dot is written.
struct Dot {
    next: usize,
    is_said: bool,
    is_spaced: bool,
}

fn dot(seen: &Seen<'_>, at: usize) -> Option<Dot> {
    let from = behind(seen, at);
    let is_bracketed = is_opening(seen, Some(from));
    let at_dot = if is_bracketed { behind(seen, from + 1) } else { from };
    let piece = seen.piece(Some(at_dot))?;
    let is_word = piece.shape == Shape::Word && matches!(seen.word(at_dot), "punto" | "dot" | "pto" | "point");
    // A comma by mistake: `gmail,com`.
    let is_slip = piece.is(',') && from == at && is_top(seen.word(at + 1));
    if !piece.is('.') && !is_word && !is_slip {
        return None;
    }
    let behind_dot = at_dot + 1;
    let end = if is_bracketed {
        let close = behind(seen, behind_dot);
        if !is_closing(seen, close) {
            return None;
        }
        close + 1
    } else {
        behind_dot
    };
    let next = behind(seen, end);
    // A word by itself is no dot.
    if is_word && !is_bracketed && (from == at || next == end) {
        return None;
    }
    Some(Dot { next, is_said: is_word || is_bracketed, is_spaced: !is_bracketed && !is_word && (from > at || next > end) })
}

/// The end of a domain whose last dot is left out or run together with what comes behind it: `gmail puntocom`, `leeds ac uk`.
fn end_without_dot(seen: &Seen<'_>, at: usize) -> Option<usize> {
    let next = behind(seen, at);
    if next == at {
        return None;
    }
    if without_dot(seen.word(next)).is_some() {
        return Some(next + 1);
    }
    let is_second =
        matches!(seen.word(next), "ac" | "co") && seen.piece(Some(next + 1)).is_some_and(|piece| piece.shape == Shape::Blank);
    (is_second && seen.word(next + 2) == "uk").then_some(next + 3)
}

/// The last label of a domain that is run together with its dot: `puntocom`.
pub(super) fn without_dot(word: &str) -> Option<&str> {
    ["punto", "dot"].into_iter().find_map(|dot| word.strip_prefix(dot)).filter(|top| is_top(top))
}

/// The domain that begins at a piece.
pub(super) fn domain(seen: &Seen<'_>, first: usize) -> Option<Domain> {
    let end = label(seen, first)?;
    let mut domain = Domain { labels: 1, first, last: end - 1, end, is_said: false };
    while domain.labels < MOST_LABELS {
        let Some(dot) = dot(seen, domain.end) else {
            if let Some(end) = end_without_dot(seen, domain.end) {
                domain = Domain { labels: domain.labels + 1, last: end - 1, end, is_said: true, ..domain };
            }
            break;
        };
        let Some(end) = label(seen, dot.next) else { break };
        // With a blank beside the dot a sentence may have ended; in words there is no other end than the last label.
        let is_known = is_top(seen.word(dot.next)) || is_provider(seen.word(dot.next));
        let is_sentence = seen.word(first).len() < 2 || seen.is_capital(dot.next);
        if dot.is_spaced && (!is_known || is_sentence) {
            break;
        }
        domain = Domain { labels: domain.labels + 1, first, last: end - 1, end, is_said: domain.is_said || dot.is_said };
    }
    Some(domain)
}

/// Whether some pieces are a name that people have for logging in, and not a word: `ana.lopez`, `ana_92`, `analopez92`.
pub(super) fn is_login(seen: &Seen<'_>, start: usize, end: usize) -> bool {
    let words = (start..end).filter(|at| seen.pieces[*at].shape == Shape::Word);
    let letters = words.map(|at| seen.word(at).chars().count()).max().unwrap_or_default();
    let length: usize = (start..end).map(|at| seen.word(at).chars().count()).sum();
    let is_mixed = end - start > 1;
    letters >= 2 && length >= 5 && is_mixed && seen.pieces[start].shape == Shape::Word
}
