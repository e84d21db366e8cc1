//! Telephone numbers.

use std::ops::Range;

use super::amounts::{self, Amount};
use super::numbers::{Gap, Number, Numbers};
use super::seen::{Seen, Shape};
use super::shapes::{self, Groups, Look};
use super::words::{self, Sign};

/// The most groups of a number: `0 0 3 4` and nine digits, each by itself.
const MOST_GROUPS: usize = 15;

/// Where the telephone numbers of a text are, in what is seen.
pub(super) fn find(seen: &Seen<'_>, numbers: &Numbers) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < numbers.0.len() {
        match number_at(seen, numbers, at) {
            Some(count) => {
                found.push(place(seen, numbers, at..at + count));
                at += count;
            }
            None => at += 1,
        }
    }
    found
}

/// How many groups from one on are a telephone number, if they are.
fn number_at(seen: &Seen<'_>, numbers: &Numbers, at: usize) -> Option<usize> {
    let first = &numbers.0[at];
    if first.is_set_apart || !stands_free(seen, numbers, at) {
        return None;
    }
    let first_piece = first.pieces.start;
    let called_before = words::sign_before(seen, first_piece, Sign::Phone);
    let named_before = called_before.or_else(|| words::own_number_before(seen, first_piece));
    let mut digits = String::new();
    let mut best = None;
    for count in 1..=MOST_GROUPS {
        let Some(next) = numbers.0.get(at + count - 1) else { break };
        let breaks = next.gap == Gap::Apart || next.is_set_apart || next.plus.is_some();
        digits.push_str(&next.digits);
        if (count > 1 && breaks) || digits.len() > 15 {
            break;
        }
        let groups = Groups {
            numbers: &numbers.0[at..at + count],
            before: neighbour(numbers, at, at.checked_sub(1)),
            behind: neighbour(numbers, at + count, Some(at + count)),
        };
        let candidate = Candidate { seen, groups, digits: &digits, is_called_before: called_before.is_some(), named_before };
        if digits.len() >= 7 && candidate.is_number() {
            best = Some(count);
            if candidate.is_certain() {
                break;
            }
        }
    }
    best
}

/// The number on the other side of the gap before one, if it may be a part of the same.
fn neighbour(numbers: &Numbers, at: usize, other: Option<usize>) -> Option<&Number> {
    let gap = numbers.0.get(at)?.gap;
    let other = numbers.0.get(other?)?;
    let is_near = matches!(gap, Gap::Tight(_)) || !other.is_set_apart;
    (gap != Gap::Apart && is_near).then_some(other)
}

/// Whether no letter is joined to a number that makes it a part of something else: `a612…`, but `tel612…`.
fn stands_free(seen: &Seen<'_>, numbers: &Numbers, at: usize) -> bool {
    let number = &numbers.0[at];
    let before = number.pieces.start.checked_sub(1);
    let is_word = |at: Option<usize>| seen.piece(at).is_some_and(|piece| piece.shape == Shape::Word);
    // A name with a number at its end: `datos_612345678`.
    if let Some(name) = before.filter(|before| seen.pieces[*before].is('_')).and_then(|before| before.checked_sub(1)) {
        return !is_word(Some(name)) || seen.sign(name) == Some(Sign::Phone);
    }
    if number.is_said || !is_word(before) {
        return true;
    }
    let word = before.map_or("", |before| seen.word(before));
    let is_one_word =
        !seen.piece(before.and_then(|before| before.checked_sub(1))).is_some_and(|piece| piece.shape == Shape::Digits);
    is_one_word && (word.len() > 3 || matches!(word, "al" | "el" | "es" | "mi" | "tel" | "tlf" | "num" | "mob" | "tfn" | "wsp"))
}

/// Some groups that may be a telephone number.
struct Candidate<'c, 't> {
    seen: &'c Seen<'t>,
    groups: Groups<'c>,
    digits: &'c str,
    /// Whether a word shortly before says that it is one.
    is_called_before: bool,
    /// How many words before it somebody says so, or that it is a number of their own.
    named_before: Option<usize>,
}

impl Candidate<'_, '_> {
    fn first_piece(&self) -> usize {
        self.groups.numbers.first().map_or(0, |number| number.pieces.start)
    }

    fn last_piece(&self) -> usize {
        self.groups.numbers.last().map_or(0, |number| number.pieces.end)
    }

    fn has_plus(&self) -> bool {
        self.groups.numbers.first().is_some_and(|number| number.plus.is_some())
    }

    /// Whether a word near says that it is one.
    fn is_called(&self) -> bool {
        self.is_called_before || words::is_behind(self.seen, self.last_piece(), Sign::Phone)
    }

    /// Whether no more digits would make it more of one.
    fn is_certain(&self) -> bool {
        let home = self.home();
        home.len() == 9 && (home.len() < self.digits.len() || !self.has_plus())
    }

    /// The digits without the code of Spain.
    fn home(&self) -> &str {
        let digits = self.digits;
        let has_code = self.has_plus() || digits.starts_with("00") || digits.len() == 11;
        let local = digits.strip_prefix("0034").or_else(|| digits.strip_prefix("34"));
        local.filter(|local| has_code && local.len() == 9 && is_spanish(local)).unwrap_or(digits)
    }

    fn is_number(&self) -> bool {
        if self.is_cut_off() || self.is_amount() || self.is_filler() || (self.groups.lines() > 1 && !self.is_column()) {
            return false;
        }
        self.is_international() || self.is_spanish() || self.is_foreign() || self.is_said_to_be_one()
    }

    /// Whether its groups stand one under the other, and somebody says right before them what they are.
    fn is_column(&self) -> bool {
        shapes::is_usual(&self.groups.sizes()) && self.named_before.is_some_and(|words| words < 2)
    }

    /// Whether a letter directly behind it makes it something else: `12345678Z`.
    fn is_cut_off(&self) -> bool {
        let end = self.last_piece();
        let next = self.seen.piece(Some(end));
        let is_word = |at: usize| self.seen.piece(Some(at)).is_some_and(|piece| piece.shape == Shape::Word);
        let is_letter = is_word(end) && self.seen.word(end).chars().count() < 3;
        // The last of a book's number may be an X.
        let is_book = next.is_some_and(|next| next.is('-')) && self.seen.word(end + 1) == "x";
        let is_file = next.is_some_and(|next| next.is('.')) && words::is_ending(self.seen.word(end + 1));
        // What is typed on a telephone: `PIN: 655 214 309#`.
        let is_typed = next.is_some_and(|next| next.is('#'));
        (is_letter || is_book || is_typed || (is_file && !self.is_called() && self.named_before.is_none()))
            && self.groups.numbers.last().is_some_and(|number| !number.is_said)
    }

    /// Whether it is what stands for a value that is not there: `999999999`.
    fn is_filler(&self) -> bool {
        let mut digits = self.digits.bytes();
        let first = digits.next();
        self.groups.numbers.len() == 1 && digits.all(|digit| Some(digit) == first) && !self.is_called()
    }

    fn is_amount(&self) -> bool {
        match amounts::counted(self.seen, self.last_piece()) {
            Some(Amount::Things) => !self.has_plus(),
            Some(Amount::Signed) => !self.is_called(),
            None => false,
        }
    }

    /// `+44 20 7946 0958`, `00 351 912 345 678`.
    fn is_international(&self) -> bool {
        let sizes = self.groups.sizes();
        if self.has_plus() {
            let is_amount = sizes.len() > 1
                && sizes[0] <= 3
                && sizes[1..].iter().all(|size| *size == 3)
                && self.digits.len() < 11
                && !self.groups.has_mark_but(&['.', ','])
                && (self.groups.has_mark('.') || self.groups.has_mark(','));
            let is_spanish = self.digits.starts_with("34");
            let fits = if is_spanish { self.digits.len() == 11 } else { (8..=15).contains(&self.digits.len()) };
            return fits
                && !self.digits.starts_with('0')
                && !is_amount
                && !self.groups.has_mark_but(&['.', '-', '/', '*', '_', '~', '★', ',']);
        }
        let Some(rest) = self.digits.strip_prefix("00") else { return false };
        let is_begun = sizes[0] >= 2 || self.groups.are_said() || (self.groups.are_single() && rest.starts_with("34"));
        let fits = if rest.starts_with("34") { rest.len() == 11 } else { (9..=13).contains(&rest.len()) };
        is_begun && fits && !rest.starts_with('0') && !self.groups.is_torn_out() && !self.groups.has_mark(',')
    }

    /// Nine digits, with the code of Spain before them or not.
    fn is_spanish(&self) -> bool {
        let home = self.home();
        if home.len() != 9 || !is_spanish(home) {
            return false;
        }
        let mut sizes = self.groups.sizes();
        if home.len() < self.digits.len() {
            match sizes.first().copied() {
                Some(11) => sizes = vec![9],
                Some(2) => drop(sizes.remove(0)),
                Some(1) if self.groups.are_single() => drop(sizes.drain(..2)),
                _ if self.groups.are_said() => {}
                _ => return false,
            }
        }
        self.has_shape(&sizes)
    }

    fn has_shape(&self, sizes: &[usize]) -> bool {
        let groups = &self.groups;
        let is_called = self.is_called();
        if groups.count_on() || (groups.is_torn_out() && !(is_called && groups.before.is_none_or(|before| before.size() < 3))) {
            return false;
        }
        if groups.are_said() {
            return groups.is_whole() || is_called;
        }
        if groups.are_single() {
            let are_values = words::is_before(self.seen, self.first_piece(), Sign::Values) && !is_called;
            let is_even = groups.is_even() || is_called || !groups.has_mark_but(&['-', '*', '_']);
            return (groups.is_whole() || is_called) && is_even && groups.lines() == 0 && !are_values;
        }
        let is_list = groups.has_mark(',') || groups.has_mark(';');
        if is_list {
            return is_called && shapes::is_likely(sizes) && groups.is_even();
        }
        if groups.has_mark('+') {
            return is_called || (groups.is_whole() && shapes::is_likely(sizes) && sizes != [3, 3, 3]);
        }
        // A decimal, or a place on the earth.
        if sizes.len() == 2 && groups.has_mark('.') {
            return is_called;
        }
        if shapes::is_usual(sizes) {
            // Between bars and tabs stand the cells of a table.
            let is_cell = (groups.has_mark('|') || groups.has_mark('\t')) && !is_called;
            let marks = ['.', '-', '/', '*', '_', '~', '|', '\t', '★', '\'', '#', '\\', '^', '>', '?'];
            return !is_cell
                && !groups.has_mark_but(&marks)
                && (is_called || self.named_before.is_some() || !amounts::is_measured(self.seen, groups, self.first_piece()));
        }
        let is_free = groups.is_whole() || is_called;
        is_free && (groups.is_even() || is_called) && (shapes::is_likely(sizes) || is_called)
    }

    /// As they are written at home in other countries.
    fn is_foreign(&self) -> bool {
        let groups = &self.groups;
        let sizes = groups.sizes();
        let has_trunk = self.digits.starts_with('0') && !self.digits.starts_with("00") && (10..=11).contains(&self.digits.len());
        if groups.are_said() {
            let is_american = shapes::is_american(self.digits)
                && !groups.count_on()
                && (self.is_called() || !words::is_before(self.seen, self.first_piece(), Sign::Values));
            return (has_trunk || is_american) && groups.is_whole();
        }
        if groups.are_single() {
            return has_trunk && groups.is_whole() && groups.is_even() && groups.lines() == 0;
        }
        let has_bracket = groups.numbers.first().is_some_and(|first| {
            self.seen.shown[..first.place.start].ends_with('(') && self.seen.shown[first.place.end..].starts_with(')')
        });
        let has_dash = groups.has_mark('-') || groups.has_mark('.') || self.is_called();
        let is_plain = !groups.is_torn_out() && !groups.has_mark_but(&['-', '.', '_', '*', '/', '+']) && !groups.count_on();
        let is_measured = words::is_before(self.seen, self.first_piece(), Sign::Values) && !self.is_called();
        let look = Look {
            has_dash,
            has_bracket,
            is_whole: groups.is_whole() && groups.lines() == 0 && !is_measured,
            ends_with_year: groups.numbers.last().is_some_and(Number::is_year),
        };
        is_plain && shapes::is_foreign(self.digits, &sizes, look)
    }

    /// Whether somebody says right before it that it is one, or behind it that it is theirs, whatever it looks like.
    fn is_said_to_be_one(&self) -> bool {
        let groups = &self.groups;
        let years = groups.numbers.iter().filter(|number| number.is_year()).count();
        (7..=12).contains(&self.digits.len())
            && groups.is_whole()
            && !groups.count_on()
            && (years == 0 || (years == 1 && groups.numbers.len() > 2))
            && groups.lines() == 0
            && !groups.has_mark_but(&['.', '-', '/', '*', '_'])
            && (self.named_before.is_some_and(|words| words <= 3) || words::is_said_behind(self.seen, self.last_piece()))
    }
}

/// Whether nine digits begin as Spanish numbers do.
fn is_spanish(digits: &str) -> bool {
    digits.starts_with(['6', '7', '8', '9'])
}

/// Where the groups are, with the plus and the bracket that belong to them.
fn place(seen: &Seen<'_>, numbers: &Numbers, groups: Range<usize>) -> Range<usize> {
    let (first, last) = (&numbers.0[groups.start], &numbers.0[groups.end - 1]);
    let mut start = first.plus.unwrap_or(first.place.start);
    let end = last.place.end;
    let brackets = |mark| seen.shown[start..end].matches(mark).count();
    if seen.shown[..start].ends_with('(') && brackets(')') > brackets('(') {
        start -= 1;
    }
    start..end
}
