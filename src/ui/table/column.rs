//! What the columns of a table are.

use unicode_width::UnicodeWidthStr;

/// On which side of its column a text stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Texts.
    #[default]
    Left,
    /// Counts and sizes.
    Right,
}

/// So much of a text that goes on below is wanted beside names.
const READ_ON: usize = 20;

/// A column of a table.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// What stands above it, in the person's language.
    pub title: String,
    /// The same in short, for where there is little room; empty where it has no shorter one.
    pub brief: String,
    /// Whether its texts may be cut where there is no room.
    pub shrink: bool,
    /// So much of its texts is seen before names are cut for them, where that is not what is usual.
    pub comfort: Option<usize>,
    /// Whether what has no room goes on below instead of being cut.
    pub wraps: bool,
    /// Whether it is cut down before other texts have to be hard to tell apart.
    pub yields: bool,
    /// On which side its texts stand.
    pub align: Align,
    /// What stands above its title, and above those of the columns after it up to the next that has such words.
    pub group: String,
}

impl Column {
    /// A column that is never cut: numbers, dates, states.
    pub fn fixed(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    /// A column of texts, which is cut where there is no room.
    pub fn text(title: impl Into<String>) -> Self {
        Self { title: title.into(), shrink: true, ..Self::default() }
    }

    /// The same column, of whose texts so much is seen before names are cut for them.
    pub fn comfort(self, width: usize) -> Self {
        Self { comfort: Some(width), ..self }
    }

    /// A column of texts that are read whole: what has no room goes on below.
    pub fn prose(title: impl Into<String>) -> Self {
        Self { wraps: true, ..Self::text(title) }.comfort(READ_ON)
    }

    /// A column of people's names, which give way to other texts.
    pub fn name(title: impl Into<String>) -> Self {
        Self { yields: true, ..Self::text(title) }
    }

    /// The same column with a title for where there is little room.
    #[must_use]
    pub fn brief(self, brief: impl Into<String>) -> Self {
        Self { brief: brief.into(), ..self }
    }

    /// Its title where there is little room, on two lines.
    pub fn narrow(&self) -> [&str; 2] {
        if self.brief.is_empty() { folded(&self.title) } else { ["", &self.brief] }
    }

    /// A column of counts or sizes: to the right, never cut.
    pub fn count(title: impl Into<String>) -> Self {
        Self { title: title.into(), align: Align::Right, ..Self::default() }
    }
}

/// A heading on two lines, parted where they are most alike in width; a single word stays on the second.
fn folded(title: &str) -> [&str; 2] {
    let parts = title.match_indices(' ').map(|(at, _)| [&title[..at], title[at..].trim_start()]);
    parts.min_by_key(|[one, other]| one.width().max(other.width())).unwrap_or(["", title])
}
