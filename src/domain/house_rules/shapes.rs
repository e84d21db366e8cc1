//! In which groups of digits telephone numbers are written.

use super::numbers::{Gap, Number};

/// The numbers of which one may be made up, and what is around them.
pub(super) struct Groups<'n> {
    pub(super) numbers: &'n [Number],
    /// The one before, if it is joined to them.
    pub(super) before: Option<&'n Number>,
    /// The one behind, if it is joined to them.
    pub(super) behind: Option<&'n Number>,
}

impl<'n> Groups<'n> {
    pub(super) fn sizes(&self) -> Vec<usize> {
        self.numbers.iter().map(Number::size).collect()
    }

    fn gaps(&self) -> impl Iterator<Item = Gap> + 'n {
        self.numbers.iter().skip(1).map(|number| number.gap)
    }

    /// Whether something else follows or goes before that would be a part of it.
    pub(super) fn is_torn_out(&self) -> bool {
        let grid = self.gaps().last();
        let tears = |neighbour: &Number, gap: Gap, group: &Number| match gap {
            Gap::Tight(mark) => neighbour.size() < 9 && !(mark == ',' && self.numbers.len() == 1),
            Gap::Blank if self.numbers.len() > 1 => neighbour.size() == group.size() && grid == Some(Gap::Blank),
            Gap::Loose(mark) => grid.is_some_and(|grid| grid.mark() == Some(mark)) && neighbour.size() == group.size(),
            _ => false,
        };
        let (first, last) = (self.numbers.first().zip(self.before), self.numbers.last().zip(self.behind));
        first.is_some_and(|(first, before)| tears(before, first.gap, first))
            || last.is_some_and(|(last, behind)| tears(behind, behind.gap, last))
    }

    /// Whether nothing is joined to them.
    pub(super) fn is_whole(&self) -> bool {
        self.before.is_none() && self.behind.is_none()
    }

    /// Whether the same stands between all of them.
    pub(super) fn is_even(&self) -> bool {
        let mut gaps = self.gaps().filter(|gap| !matches!(gap, Gap::Line));
        let Some(first) = gaps.next() else { return true };
        let mut second = None;
        // Behind a prefix in brackets, or one with a blank behind it, there may be something else.
        gaps.all(|gap| *second.get_or_insert(gap) == gap) && second.is_none_or(|second| second == first || first == Gap::Blank)
    }

    /// How many line ends there are in them.
    pub(super) fn lines(&self) -> usize {
        self.gaps().filter(|gap| *gap == Gap::Line).count()
    }

    /// Whether all of them are one digit, or two that are said in one word.
    pub(super) fn are_single(&self) -> bool {
        self.numbers.len() > 6 && self.numbers.iter().all(|number| number.size() == 1)
    }

    /// Whether any of them is said in words.
    pub(super) fn are_said(&self) -> bool {
        self.numbers.iter().any(|number| number.is_said)
    }

    /// Whether each is one more than the one before, as in a list that counts.
    pub(super) fn count_on(&self) -> bool {
        let values: Vec<_> = self.numbers.iter().map(Number::value).collect();
        let steps = |step: i64| {
            values.windows(2).all(|two| match two {
                [Some(one), Some(next)] => i64::from(*next) - i64::from(*one) == step,
                _ => false,
            })
        };
        values.len() > 2 && (steps(1) || steps(-1))
    }

    /// Whether a mark other than these is between them.
    pub(super) fn has_mark_but(&self, marks: &[char]) -> bool {
        self.gaps().any(|gap| gap.mark().is_some_and(|mark| !marks.contains(&mark)))
    }

    /// Whether this mark is between them.
    pub(super) fn has_mark(&self, wanted: char) -> bool {
        self.gaps().any(|gap| gap.mark() == Some(wanted))
    }
}

/// The nine digits of a Spanish number as they are written most.
pub(super) fn is_usual(sizes: &[usize]) -> bool {
    matches!(sizes, [9] | [3, 3, 3] | [3, 2, 2, 2] | [2, 3, 2, 2])
}

/// The nine digits of a Spanish number as they are written sometimes.
pub(super) fn is_likely(sizes: &[usize]) -> bool {
    let is_small = sizes.len() >= 4 && sizes.iter().all(|size| *size <= 4) && sizes.iter().filter(|size| **size == 4).count() < 2;
    is_usual(sizes)
        || matches!(
            sizes,
            [3, 6] | [2, 7] | [6, 3] | [2, 3, 4] | [3, 2, 4] | [3, 4, 2] | [2, 4, 3] | [1, 4, 4] | [5, 2, 2] | [4, 3, 2]
        )
        || is_small
}

/// What is to be known of a number of another country besides its digits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    /// Whether dashes stand between its groups, or a word says that it is a telephone number.
    pub(super) has_dash: bool,
    /// Whether its first group is in brackets.
    pub(super) has_bracket: bool,
    /// Whether nothing is joined to it.
    pub(super) is_whole: bool,
    /// Whether it ends with what may be a year.
    pub(super) ends_with_year: bool,
}

/// Numbers of other countries as they are written at home: British, Irish, French, American, Australian.
pub(super) fn is_foreign(digits: &str, sizes: &[usize], look: Look) -> bool {
    let begins = |starts: &[&str]| starts.iter().any(|start| digits.starts_with(start));
    match sizes {
        [11] => begins(&["07"]),
        [4, 7] => begins(&["01", "02", "03", "04", "07", "08"]),
        [5, 6] | [5, 3, 3] | [4, 3, 4] | [3, 4, 4] | [3, 8] | [5, 2, 4] | [4, 4, 3] => begins(&["01", "02", "03", "07", "08"]),
        [4, 3, 3] => begins(&["04"]),
        [10] => begins(&["06", "07", "08", "09"]),
        [2, 2, 2, 2, 2] => digits.starts_with('0') && !begins(&["00"]),
        [3, 3, 4] if digits.starts_with('0') => begins(&["08", "06", "07"]),
        [3, 3, 4] => {
            let is_alone = look.is_whole && !look.ends_with_year && is_american(digits);
            (look.has_dash || look.has_bracket || is_alone) && !begins(&["1"])
        }
        [1, 3, 3, 4] => (look.has_dash || look.has_bracket) && digits.strip_prefix('1').is_some_and(is_american),
        [2, 4, 4] => look.has_bracket && !begins(&["0"]) && !look.ends_with_year,
        // With the code of Great Britain and without a plus before it.
        [2, 4, 6] | [2, 10] => begins(&["447"]) && look.is_whole,
        _ => digits.len() == 11 && begins(&["07"]) && sizes.len() > 2 && look.is_whole,
    }
}

/// Whether ten digits begin as American numbers do, and so the seven behind them.
pub(super) fn is_american(digits: &str) -> bool {
    let begins = |at: usize| digits.as_bytes().get(at).is_some_and(|digit| (b'2'..=b'9').contains(digit));
    digits.len() == 10 && begins(0) && begins(3)
}
