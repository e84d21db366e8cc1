//! What only looks like a telephone number: addresses on the net, numbers of books and laws, pages, dates, grades, measures.

use std::ops::Range;

use super::mail_parts::is_top;
use super::named;
use super::numbers::{Gap, Number, Numbers};
use super::seen::{Seen, Shape};
use super::words::{self, Sign};

/// The digits of a telephone number of Spain.
pub(super) const DIGITS_OF_A_PHONE: usize = 9;

/// Sets apart every number that is known to be something else.
pub(super) fn set_apart(seen: &Seen<'_>, numbers: &mut Numbers) {
    let mut set = vec![false; numbers.0.len()];
    on_the_net(seen, numbers, &mut set);
    let mut at = 0;
    while at < numbers.0.len() {
        let end = reference(seen, numbers, at);
        set[at..end].fill(true);
        at = end.max(at + 1);
    }
    for (number, set) in numbers.0.iter_mut().zip(set) {
        number.is_set_apart = set && number.plus.is_none();
    }
}

/// The numbers in addresses on the net, but for those that are there to be called.
fn on_the_net(seen: &Seen<'_>, numbers: &Numbers, set: &mut [bool]) {
    let mut next = 0;
    let mut start = 0;
    for chunk in seen.shown.split_inclusive(char::is_whitespace) {
        let end = start + chunk.len();
        if let Some(place) = address(chunk) {
            let place = start + place.start..start + place.end;
            while numbers.0.get(next).is_some_and(|number| number.place.start < place.start) {
                next += 1;
            }
            while numbers.0.get(next).is_some_and(|number| number.place.end <= place.end) {
                set[next] = true;
                next += 1;
            }
        }
        start = end;
    }
}

/// Where in a word an address on the net begins and ends, if there is one that nobody is called at.
fn address(word: &str) -> Option<Range<usize>> {
    if !word.contains(['/', '.', ':']) {
        return None;
    }
    let is_called = ["wa.me", "whatsapp", "t.me/", "tel:", "callto:", "sms:"].iter().any(|part| word.contains(part));
    if is_called {
        return None;
    }
    let begins = ["http://", "https://", "ftp://", "www.", "doi.org", "doi:", "arxiv:"];
    let begin = begins.iter().filter_map(|begin| word.find(begin)).min().or_else(|| site(word)).or_else(|| {
        let at = word.find("10.")?;
        let registrant = word[at + 3..].bytes().take_while(u8::is_ascii_digit).count();
        ((4..=9).contains(&registrant) && word[at + 3 + registrant..].starts_with('/')).then_some(at)
    })?;
    // A link in Markdown ends at its bracket.
    let length = word[begin..].find([')', ']', '>']).unwrap_or(word.len() - begin);
    Some(begin..begin + length)
}

/// Where the name of a place on the net begins that has a path behind it: `ejemplo.es/612345678`.
fn site(word: &str) -> Option<usize> {
    let (host, _) = word.split_once('/')?;
    let begin = host.len() - host.bytes().rev().take_while(|byte| byte.is_ascii_alphanumeric() || b".-".contains(byte)).count();
    let (name, top) = host[begin..].rsplit_once('.')?;
    (is_top(top) && name.bytes().any(|byte| byte.is_ascii_alphabetic())).then_some(begin)
}

/// The end of the reference that begins at a number; that number itself if there is none.
fn reference(seen: &Seen<'_>, numbers: &Numbers, at: usize) -> usize {
    let number = &numbers.0[at];
    if number.is_said {
        return at;
    }
    let is_called = words::is_before(seen, number.pieces.start, Sign::Phone);
    let ends = [
        book(numbers, at),
        range(numbers, at),
        date(numbers, at),
        pair(seen, numbers, at),
        compared(seen, numbers, at).filter(|_| !is_called || is_assigned(seen, number.pieces.start)),
        internet(seen, numbers, at).filter(|_| !is_called),
        named::named(seen, numbers, at),
        percentage(seen, numbers, at),
    ];
    ends.into_iter().flatten().max().unwrap_or(at)
}

/// How many digits there are from one number to before another.
fn digits(numbers: &[Number]) -> String {
    numbers.iter().flat_map(|number| number.digits.chars()).take(40).collect()
}

/// The number of a book, whose last digit fits: `978-84-376-0494-7`, `84-376-0494-7`.
fn book(numbers: &Numbers, at: usize) -> Option<usize> {
    let mark = numbers.0.get(at + 1).map(|next| next.gap).filter(|gap| matches!(gap, Gap::Tight('-') | Gap::Blank));
    let groups = match mark {
        Some(gap) => numbers.0[at + 1..].iter().take(5).take_while(|number| number.gap == gap).count() + 1,
        None => 1,
    };
    (1..=groups).rev().map(|groups| at + groups).find(|end| {
        let digits = digits(&numbers.0[at..*end]);
        let groups = end - at;
        let is_spaced = mark == Some(Gap::Blank) && groups > 1;
        match digits.len() {
            13 => {
                let weighed =
                    digits.bytes().zip([1, 3].into_iter().cycle()).map(|(digit, weight)| u32::from(digit - b'0') * weight);
                (digits.starts_with("978") || digits.starts_with("979")) && weighed.sum::<u32>() % 10 == 0
            }
            // In one piece they may be a number of a mobile, which begin so.
            10 if groups == 4 && !is_spaced || groups == 1 && (digits.starts_with("08") || digits.starts_with("09")) => {
                let weighed = digits.bytes().zip((1..=10).rev()).map(|(digit, weight)| u32::from(digit - b'0') * weight);
                weighed.sum::<u32>() % 11 == 0
            }
            _ => false,
        }
    })
}

/// A date: `12/05/2026`, `27-11-26`, `2026-11-27`.
fn date(numbers: &Numbers, at: usize) -> Option<usize> {
    let Gap::Tight(mark @ ('/' | '-' | '.')) = numbers.0.get(at + 1)?.gap else { return None };
    if numbers.run(at, mark) != 3 || numbers.0[at].gap == Gap::Tight(mark) {
        return None;
    }
    let sizes: Vec<_> = numbers.0[at..at + 3].iter().map(Number::size).collect();
    let values: Vec<_> = numbers.0[at..at + 3].iter().filter_map(Number::value).collect();
    let is_day = |day: u32| (1..=31).contains(&day);
    let fits = match (sizes.as_slice(), values.as_slice()) {
        ([1 | 2, 1 | 2, 2 | 4], [first, second, _]) => is_day(*first) && is_day(*second) && (*first <= 12 || *second <= 12),
        ([4, 1 | 2, 1 | 2], [_, month, day]) => *month <= 12 && is_day(*day),
        _ => false,
    };
    fits.then_some(at + 3)
}

/// Two numbers: years, a law and its year, a grade, a decimal.
fn pair(seen: &Seen<'_>, numbers: &Numbers, at: usize) -> Option<usize> {
    let (first, second) = (numbers.0.get(at)?, numbers.0.get(at + 1)?);
    let Gap::Tight(mark) = second.gap else { return None };
    if numbers.run(at, mark) != 2 || first.gap == Gap::Tight(mark) {
        return None;
    }
    let fits = match mark {
        '/' => second.is_year() || (first.is_year() && second.size() <= 7) || (first.size() <= 2 && second.size() <= 2),
        '-' => first.is_year() && (second.is_year() || second.size() <= 2),
        ',' => first.size() <= 2 && second.size() <= 2,
        '.' => first.size() <= 2 && second.size() <= 2 && !words::is_before(seen, first.pieces.start, Sign::Phone),
        _ => false,
    };
    fits.then_some(at + 2)
}

/// What is compared: `N = 1234567`, `p < 0,001`.
fn compared(seen: &Seen<'_>, numbers: &Numbers, at: usize) -> Option<usize> {
    let first = numbers.0[at].pieces.start;
    let before = (first.saturating_sub(3)..first).rev().map(|piece| seen.pieces[piece]).find(|piece| !piece.is_white())?;
    let is_comparison = matches!(before.shape, Shape::Mark('=' | '<' | '>' | '±' | '≤' | '≥' | '≈' | '×' | '∑' | '√'));
    // `-->`, `=>` and quoted lines point at something.
    let is_arrow = before.is('>') && {
        let at = before.start();
        seen.shown[..at].ends_with(['-', '=', '>', '\n']) || at == 0
    };
    (is_comparison && !is_arrow).then(|| {
        let rest = numbers.0[at + 1..].iter().take(8);
        at + 1 + rest.take_while(|number| matches!(number.gap, Gap::Tight('.' | ','))).count()
    })
}

/// Whether it is given to a name in code: `n=612345678`, but `tlf=612345678`.
fn is_assigned(seen: &Seen<'_>, start: usize) -> bool {
    let name = start.checked_sub(2).filter(|name| seen.pieces[*name + 1].is('=') && seen.pieces[*name].shape == Shape::Word);
    name.is_some_and(|name| seen.word(name) == "n" || !matches!(seen.sign(name), Some(Sign::Phone | Sign::Number)))
}

/// From one to another that begins alike, as places in a genome are given: `655214309-655214400`.
fn range(numbers: &Numbers, at: usize) -> Option<usize> {
    let (first, second) = (numbers.0.get(at)?, numbers.0.get(at + 1)?);
    let is_joined = second.gap == Gap::Tight('-') && first.size() == second.size() && first.size() >= DIGITS_OF_A_PHONE;
    let same = first.digits.bytes().zip(second.digits.bytes()).take_while(|(one, other)| one == other).count();
    (is_joined && 2 * same > first.size()).then_some(at + 2)
}

/// An address of a machine: four numbers of at most 255.
fn internet(seen: &Seen<'_>, numbers: &Numbers, at: usize) -> Option<usize> {
    let number = &numbers.0[at];
    if number.gap == Gap::Tight('.') || numbers.run(at, '.') != 4 {
        return None;
    }
    let fits = numbers.0[at..at + 4].iter().all(|number| number.value().is_some_and(|value| value <= 255));
    let is_named = words::is_before(seen, number.pieces.start, Sign::Net);
    (fits || is_named).then_some(at + 4)
}

fn percentage(seen: &Seen<'_>, numbers: &Numbers, at: usize) -> Option<usize> {
    let mut last = at;
    while numbers.0.get(last + 1).is_some_and(|next| matches!(next.gap, Gap::Tight('.' | ','))) && last - at < 6 {
        last += 1;
    }
    let end = numbers.0[last].pieces.end;
    let next = seen.pieces.iter().skip(end).take(2).find(|piece| !piece.is_white())?;
    matches!(next.shape, Shape::Mark('%' | '‰')).then_some(last + 1)
}
