//! The two languages of the desk.

/// A language that the desk speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// Spanish, the default.
    Spanish,
    /// English.
    English,
}

impl Language {
    /// Both languages, the default first.
    pub const ALL: [Self; 2] = [Self::Spanish, Self::English];

    /// The ISO 639-1 code, as `--lang` takes it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Spanish => "es",
            Self::English => "en",
        }
    }

    /// The language of an ISO 639-1 code; `None` for one that the desk does not speak.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "es" => Some(Self::Spanish),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// The language that a POSIX locale such as `es_ES.UTF-8` asks for.
    ///
    /// Catalan, Galician and Basque speakers get Spanish; `C`, `POSIX` and the empty locale say nothing.
    pub fn from_locale(locale: &str) -> Option<Self> {
        let language = locale.split(['_', '.', '@', '-']).next().unwrap_or_default();
        match language.to_ascii_lowercase().as_str() {
            "" | "c" | "posix" => None,
            "es" | "ca" | "gl" | "eu" => Some(Self::Spanish),
            "en" => Some(Self::English),
            _ => None,
        }
    }
}
