//! Mail addresses.

use std::ops::Range;

use super::disguised;
use super::mail_parts::{self, Domain, Sign, SignKind};
use super::seen::{Seen, Shape};
use super::words::{self, Table};

/// Words before `at` that are no names.
static VERBS: Table = Table::of(
    "look looks looking looked available found see is are published hosted visit it them page website site here \
     online check work works worked working people was were up one article document file located shop me us out \
     version read search searched posted start accessible live login account",
);

/// Where the mail addresses of a text are, in what is seen.
pub(super) fn find(seen: &Seen<'_>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in 0..seen.pieces.len() {
        let is_candidate = match seen.pieces[at].shape {
            Shape::Mark('@' | '#') => true,
            Shape::Word => (1..=64).contains(&seen.word(at).len()),
            _ => false,
        };
        if !is_candidate {
            continue;
        }
        let here = address(seen, at).or_else(|| by_service(seen, at)).or_else(|| disguised::run_together(seen, at));
        let Some(pieces) = here else { continue };
        let place = seen.pieces[pieces.start].start()..seen.pieces[pieces.end - 1].end();
        // One place is found by its sign and by its service.
        match found.last_mut() {
            Some(last) if place.start < last.end => last.end = last.end.max(place.end),
            _ => found.push(place),
        }
    }
    let spelt = disguised::letter_by_letter(seen);
    if spelt.is_empty() {
        return found;
    }
    found.extend(spelt);
    found.sort_by_key(|place| place.start);
    found.dedup_by(|next, last| {
        let is_within = next.start < last.end;
        last.end = if is_within { last.end.max(next.end) } else { last.end };
        is_within
    });
    found
}

/// The pieces of the address whose sign is at a piece.
fn address(seen: &Seen<'_>, at: usize) -> Option<Range<usize>> {
    let sign = mail_parts::sign(seen, at)?;
    let blank = |at: Option<usize>| seen.piece(at).is_some_and(|piece| piece.shape == Shape::Blank);
    let is_blank_before = blank(sign.start.checked_sub(1));
    let is_blank_behind = blank(Some(sign.end));
    let name_end = sign.start - usize::from(is_blank_before);
    let first = sign.end + usize::from(is_blank_behind);
    let start = mail_parts::name_before(seen, name_end)?;
    // The address of a machine in brackets: `ana@[192.0.2.1]`.
    if sign.kind == SignKind::At && seen.piece(Some(first)).is_some_and(|piece| piece.is('[')) {
        let close = (first..(first + 12).min(seen.pieces.len())).find(|at| seen.pieces[*at].is(']'))?;
        return (seen.word(first + 1).bytes().all(|byte| byte.is_ascii_digit())).then_some(start..close + 1);
    }
    let domain = mail_parts::domain(seen, first)?;
    let candidate = Candidate { seen, sign, start, name_end, domain, is_tight: !is_blank_before && !is_blank_behind };
    let is_mention = sign.kind == SignKind::At && is_blank_before && !is_blank_behind;
    let fits = match sign.kind {
        SignKind::At => candidate.is_signed(is_mention),
        SignKind::Bracketed | SignKind::Word => candidate.is_said(),
        SignKind::Plain => candidate.is_plain(),
        SignKind::Stand => candidate.is_tight && candidate.domain.labels > 1 && candidate.is_at_provider(),
    };
    // Where a program fetches from: `git@github.com:ana/tesis.git`.
    let is_path = seen.word(start) == "git" && seen.piece(Some(domain.end)).is_some_and(|piece| piece.is(':'));
    (fits && !is_path).then_some(start..domain.end)
}

struct Candidate<'c, 't> {
    seen: &'c Seen<'t>,
    sign: Sign,
    start: usize,
    name_end: usize,
    domain: Domain,
    is_tight: bool,
}

impl Candidate<'_, '_> {
    fn top(&self) -> &str {
        let last = self.seen.word(self.domain.last);
        mail_parts::without_dot(last).unwrap_or(last)
    }

    fn has_known_top(&self) -> bool {
        self.domain.labels > 1 && mail_parts::is_top(self.top())
    }

    fn is_at_provider(&self) -> bool {
        mail_parts::is_provider(self.seen.word(self.domain.first))
    }

    /// With `@` in it.
    fn is_signed(&self, is_mention: bool) -> bool {
        if self.is_tight && !self.domain.is_said {
            let top = self.top();
            let is_name =
                self.domain.labels > 1 && top.chars().count() > 1 && !top.starts_with(|first: char| first.is_ascii_digit());
            // `logo@2x.png`, `capitulo2@anexo.docx`
            return (is_name && !is_file(top)) || self.is_at_provider();
        }
        let is_greeting = is_mention && self.domain.labels == 1 && !self.is_at_provider();
        !is_greeting && (self.has_known_top() || self.is_at_provider())
    }

    /// With a word for the sign that is used for nothing else.
    fn is_said(&self) -> bool {
        self.has_known_top() || self.is_at_provider() || (self.domain.labels > 1 && self.domain.is_said)
    }

    /// Whether the word before the sign is no name but a thing: `your answers at …`, `addresses at …`.
    fn is_thing(&self) -> bool {
        let before = self.start.checked_sub(2).map_or("", |before| self.seen.word(before));
        let is_kind =
            matches!(before, "your" | "my" | "the" | "our" | "their" | "his" | "her" | "an" | "these" | "those" | "all");
        is_kind || self.seen.word(self.start).starts_with("address") || mail_parts::is_about_mail(self.seen.word(self.start))
    }

    /// With `at`, which is a word like others.
    fn is_plain(&self) -> bool {
        if self.is_tight || is_verb(self.seen.word(self.start)) {
            return false;
        }
        let is_login = mail_parts::is_login(self.seen, self.start, self.name_end);
        let is_meant = is_login
            || (self.seen.is_in_capitals(self.sign.start) && !self.seen.is_in_capitals(self.start))
            || (words::before(self.seen, self.start, mail_parts::is_about_mail).is_some() && !self.is_thing());
        if self.domain.is_said {
            return self.has_known_top() || self.is_at_provider();
        }
        let is_written = self.domain.labels > 1 && self.has_known_top() && (is_login || self.is_at_provider());
        is_written || (is_meant && (self.is_at_provider() || self.has_known_top()))
    }
}

/// Whether the last label of a domain is how the name of a file ends, which no domain does.
fn is_file(top: &str) -> bool {
    words::is_ending(top) && !matches!(top, "py" | "zip" | "md" | "mp")
}

/// Whether a word before `at` is no name.
fn is_verb(word: &str) -> bool {
    VERBS.has(word)
}

/// An address that names its service instead of a domain: `mi gmail es ana.lopez`, `ana.lopez (gmail)`.
fn by_service(seen: &Seen<'_>, at: usize) -> Option<Range<usize>> {
    if !mail_parts::is_provider(seen.word(at)) {
        return None;
    }
    login_before(seen, at).or_else(|| login_behind(seen, at))
}

fn login_before(seen: &Seen<'_>, service: usize) -> Option<Range<usize>> {
    let mut end = service.checked_sub(1)?;
    let is_bracketed = seen.pieces[end].is('(');
    end -= usize::from(is_bracketed && end > 0);
    if matches!(seen.word(end.checked_sub(1)?), "de" | "en" | "on" | "at") && seen.pieces[end].shape == Shape::Blank {
        end = end.checked_sub(2)?;
    }
    if seen.pieces[end].shape != Shape::Blank {
        return None;
    }
    let start = mail_parts::name_before(seen, end)?;
    let domain = mail_parts::domain(seen, service)?;
    let is_url = start > 0 && seen.pieces[start - 1].is('/');
    (mail_parts::is_login(seen, start, end) && !is_url).then_some(start..domain.end.max(service + 1))
}

fn login_behind(seen: &Seen<'_>, service: usize) -> Option<Range<usize>> {
    let mut end = service + 1;
    let mut is_said = false;
    for _ in 0..8 {
        let piece = seen.piece(Some(end))?;
        match piece.shape {
            Shape::Blank => {}
            Shape::Mark(':') => is_said = true,
            Shape::Word if matches!(seen.word(end), "es" | "is" | "soy" | "am") => is_said = true,
            Shape::Word
                if matches!(
                    seen.word(end),
                    "i" | "como"
                        | "el"
                        | "mi"
                        | "my"
                        | "de"
                        | "address"
                        | "account"
                        | "email"
                        | "mail"
                        | "correo"
                        | "cuenta"
                        | "user"
                ) => {}
            Shape::Word if is_said => break,
            _ => return None,
        }
        end += 1;
    }
    let start = end;
    let mut last = start;
    while last - start < 12
        && seen.piece(Some(last)).is_some_and(|piece| {
            matches!(piece.shape, Shape::Word | Shape::Digits)
                || (matches!(piece.shape, Shape::Mark('.' | '_' | '-')) && last > start)
        })
    {
        last += 1;
    }
    while last > start && !matches!(seen.pieces[last - 1].shape, Shape::Word | Shape::Digits) {
        last -= 1;
    }
    // With more words between only the name is shown.
    let shown = if start - service > 4 { start } else { service };
    (is_said && last > start && mail_parts::is_login(seen, start, last)).then_some(shown..last)
}

/// An address as it is written for machines, however it stands in a text: `ana arroba correo punto es` is `ana@correo.es`.
pub(super) fn written(seen: &Seen<'_>) -> String {
    let mut address = String::new();
    for at in 0..seen.pieces.len() {
        match (seen.pieces[at].shape, seen.word(at)) {
            (Shape::Mark('(' | ')' | '[' | ']' | '{' | '}' | '<' | '>'), _) | (Shape::Blank | Shape::Line, _) => {}
            (Shape::Mark(','), _) | (Shape::Word, "punto" | "dot") => address.push('.'),
            (Shape::Word, "arroba" | "at") => address.push('@'),
            (Shape::Word, "guion" | "dash") => address.push('-'),
            (_, part) => address.push_str(part),
        }
    }
    address
}
