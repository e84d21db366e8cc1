//! People: accounts, roles, handles, addresses, passwords.

use unicode_normalization::UnicodeNormalization;

use super::language::Language;
use super::policy::{Action, Reach, reach};
use super::text;
use super::time::Timestamp;

/// The place of an account in the store: dense, counted from 1, never shown to people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AccountId(pub u32);

/// What an account is for; the permission table is in `policy.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// A student: opens tickets and reads the answers.
    Client,
    /// A teacher: answers the tickets assigned to them.
    Agent,
    /// Secretaría: assigns, closes, keeps the accounts.
    Secretary,
    /// Atención al Cliente: looks after what is late.
    Care,
    /// Sets the desk up.
    Admin,
}

impl Role {
    /// Every role, clients first.
    pub const ALL: [Self; 5] = [Self::Client, Self::Agent, Self::Secretary, Self::Care, Self::Admin];

    /// Every role but that of clients, in the same order.
    pub const STAFF: [Self; 4] = [Self::Agent, Self::Secretary, Self::Care, Self::Admin];

    /// The name that machines read.
    pub fn id(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Agent => "agent",
            Self::Secretary => "secretary",
            Self::Care => "care",
            Self::Admin => "admin",
        }
    }

    /// The role of a name that machines read.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.id() == id)
    }

    /// Whether it is anybody but a client.
    pub fn is_staff(self) -> bool {
        self != Self::Client
    }

    /// Whether it sees every ticket of the desk.
    pub fn sees_every_ticket(self) -> bool {
        reach(self, Action::Read) == Reach::All
    }
}

/// What one calls a person by: lower-case letters, digits, `-`, `_` and `.`; 2 to 32 of them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Handle(String);

const LONGEST_HANDLE: usize = 32;

impl Handle {
    /// Reads a handle; capitals are made small. `None` when it cannot be one.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text::visible(text);
        let text = text.strip_prefix('@').unwrap_or(&text).to_ascii_lowercase();
        let fits = (2..=LONGEST_HANDLE).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_.".contains(&byte))
            && text.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric)
            && text.as_bytes().last().is_some_and(u8::is_ascii_alphanumeric)
            && !matches!(text.as_str(), "me" | "null" | "none");
        fits.then_some(Self(text))
    }

    /// Whether it means something else on a desk or on its machine, so that nobody may choose it any more. Whoever has it keeps it.
    pub fn is_reserved(&self) -> bool {
        Role::from_id(&self.0).is_some() || self.0 == "root"
    }

    /// The handle that a name suggests: `Ana López` gives `ana-lopez`; `usuario` or `user` if no letter is left.
    pub fn from_name(name: &PersonName, language: Language) -> Self {
        let mut handle = String::new();
        for character in name.0.nfd().flat_map(char::to_lowercase) {
            let plain = match character {
                'ß' => "ss",
                'æ' => "ae",
                'ø' => "o",
                'đ' | 'ð' => "d",
                'ł' => "l",
                _ if character.is_ascii_alphanumeric() => {
                    handle.push(character);
                    continue;
                }
                // Accents and apostrophes belong to the letter before them.
                '\u{300}'..='\u{36f}' | '\'' | '’' => continue,
                _ => {
                    if !handle.is_empty() && !handle.ends_with('-') {
                        handle.push('-');
                    }
                    continue;
                }
            };
            handle.push_str(plain);
        }
        // Room for a number behind it, when somebody has the same name.
        handle.truncate(LONGEST_HANDLE - 8);
        let handle = handle.trim_matches('-');
        let nameless = || Self(if language == Language::Spanish { "usuario" } else { "user" }.to_owned());
        Self::parse(handle).unwrap_or_else(nameless)
    }

    /// The same handle with a number behind it, for the second, third … person of that name.
    #[must_use]
    pub fn numbered(&self, number: u32) -> Self {
        Self(format!("{}-{number}", self.0))
    }

    /// The handle as text, without `@`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Handle {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A person's name: one line of 1 to 100 characters with at least one letter, no control characters.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PersonName(String);

impl PersonName {
    /// Reads a name, white space folded. `None` when it cannot be one.
    pub fn parse(text: &str) -> Option<Self> {
        // Within a name the joiners belong to some scripts; nothing else that shows nothing belongs to any.
        let is_stray = |character| text::is_invisible(character) && !matches!(character, '\u{200c}' | '\u{200d}');
        let name = text::line(&text::bare(text).replace(is_stray, ""), 100)?;
        // What would end a display name or begin an address has no place in a header.
        let fits = name.chars().any(char::is_alphabetic) && !name.contains(['<', '>', '"', '@', '\\']);
        fits.then(|| Self(name.nfc().collect()))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for PersonName {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A mail address: ASCII, at most 254 characters, its domain in small letters.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// Reads an address as RFC 5321 has them, without quoted local parts and address literals.
    ///
    /// `None` when it cannot be one.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text::visible(text);
        let (local, domain) = text.trim().rsplit_once('@')?;
        let local_fits = (1..=64).contains(&local.len())
            && local.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~.".contains(&byte))
            && !local.starts_with(['.', '-'])
            && !local.ends_with('.')
            && !local.contains("..");
        let label_fits = |label: &str| {
            (1..=63).contains(&label.len())
                && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
                && !label.starts_with('-')
                && !label.ends_with('-')
        };
        let domain_fits = domain.len() <= 189 && domain.split('.').all(label_fits);
        (local_fits && domain_fits).then(|| Self(format!("{local}@{}", domain.to_ascii_lowercase())))
    }

    /// The address as its owner writes it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The form under which an address is unique on the desk: all of it in small letters.
    pub fn key(&self) -> String {
        self.0.to_ascii_lowercase()
    }
}

impl std::fmt::Display for EmailAddress {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Whether somebody may use their account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Created by staff; the invitation has not been taken up.
    Invited,
    /// May log in.
    Active,
    /// Suspended by staff.
    Suspended {
        /// Why, in the words of whoever did it; told to the person.
        reason: String,
        /// When.
        at: Timestamp,
    },
}

impl Standing {
    /// The name that machines read.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Invited => "invited",
            Self::Active => "active",
            Self::Suspended { .. } => "suspended",
        }
    }
}

/// That somebody accepted the house rules and the privacy text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    /// The version of the text: the start of its SHA-256, in hexadecimal.
    pub version: String,
    /// When.
    pub at: Timestamp,
}

/// That somebody is away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absence {
    /// The end of it.
    pub until: Timestamp,
    /// Who sees and answers their open tickets meanwhile.
    pub substitute: Option<AccountId>,
}

/// A person of the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The place in the store.
    pub id: AccountId,
    /// What one calls them by; unique.
    pub handle: Handle,
    /// Their name.
    pub name: PersonName,
    /// Their mail address; unique by [`EmailAddress::key`].
    pub email: EmailAddress,
    /// What they are here.
    pub role: Role,
    /// The language they are spoken to in.
    pub language: Language,
    /// Whether they may use the account.
    pub standing: Standing,
    /// The stored password in PHC form; none until the first one is set.
    pub password_hash: Option<String>,
    /// Their telephone, for staff that may see it.
    pub phone: Option<String>,
    /// The agent who looks after this client.
    pub agent: Option<AccountId>,
    /// Whether they are away.
    pub absence: Option<Absence>,
    /// The last acceptance of the house rules.
    pub acceptance: Option<Acceptance>,
    /// When the account was made.
    pub created_at: Timestamp,
    /// From when it counts how long a client's account has not been confirmed: since it was made, or invited last. None for whoever
    /// stays however long that takes: whoever has confirmed, was ever of staff, or is named in a ticket.
    pub unconfirmed_since: Option<Timestamp>,
}

impl Account {
    /// Since when nobody has confirmed the account, if it is one that goes by itself when that is too long.
    pub fn waits_for_confirmation_since(&self) -> Option<Timestamp> {
        self.unconfirmed_since.filter(|_| self.role == Role::Client && self.standing == Standing::Invited)
    }

    /// The account of somebody who was invited once more: the time begins anew, if it counts at all.
    #[must_use]
    pub fn invited_at(self, now: Timestamp) -> Self {
        Self { unconfirmed_since: self.unconfirmed_since.map(|_| now), ..self }
    }

    /// Whether staff suspended it.
    pub fn is_suspended(&self) -> bool {
        matches!(self.standing, Standing::Suspended { .. })
    }

    /// Whether tickets can be given to this person: staff that is not suspended.
    pub fn can_be_assigned(&self) -> bool {
        self.role.is_staff() && !self.is_suspended()
    }

    /// Whether tickets may go to this person without anybody naming them: staff that can log in and is not away.
    pub fn is_at_work(&self, now: Timestamp) -> bool {
        self.role.is_staff() && self.standing == Standing::Active && !self.is_away(now)
    }

    /// Whether this person may be written to: suspended staff are told nothing any more, suspended clients are told why.
    pub fn can_be_told(&self) -> bool {
        !(self.role.is_staff() && self.is_suspended())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn handle_of(name: &str) -> String {
        Handle::from_name(&PersonName::parse(name).unwrap(), Language::Spanish).as_str().to_owned()
    }

    #[test]
    fn handles_come_from_names() {
        assert_eq!(handle_of("Ana López"), "ana-lopez");
        assert_eq!(handle_of("Íñigo Núñez de Balboa"), "inigo-nunez-de-balboa");
        assert_eq!(handle_of("Brian O'Neill"), "brian-oneill");
        assert_eq!(handle_of("李小龍"), "usuario");
        assert_eq!(handle_of("Me"), "usuario");
        let nameless = Handle::from_name(&PersonName::parse("李小龍").unwrap(), Language::English);
        assert_eq!(nameless.as_str(), "user");
    }

    proptest! {
        #[test]
        fn every_name_gives_a_handle_that_reads_back(name in "\\PC{1,120}") {
            if let Some(name) = PersonName::parse(&name) {
                let handle = Handle::from_name(&name, Language::English).numbered(4_294_967);
                prop_assert_eq!(Handle::parse(handle.as_str()), Some(handle));
            }
        }
    }

    #[test]
    fn addresses_are_checked_and_folded() {
        assert_eq!(EmailAddress::parse(" Ana.Lopez@Example.COM ").unwrap().as_str(), "Ana.Lopez@example.com");
        assert_eq!(EmailAddress::parse("Ana@example.com").unwrap().key(), "ana@example.com");
        let pasted = " \u{feff}ana\u{200b}@exam\u{ad}ple.com\u{2060} ";
        assert_eq!(EmailAddress::parse(pasted).unwrap().as_str(), "ana@example.com");
        for wrong in [
            "",
            "ana",
            "@x.es",
            "ana@",
            "a b@x.es",
            "ana@x..es",
            "ana@-x.es",
            "ana@x.es\r\nBcc: b@x.es",
            "-rf@x.es",
            "ñ@x.es",
            "a@[127.0.0.1]",
        ] {
            assert_eq!(EmailAddress::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn names_cannot_break_a_header() {
        for wrong in ["", "  ", "123", "Ana <a@b.es>", "A\u{202e}na", "\u{1b}[31mAna"] {
            assert_eq!(PersonName::parse(wrong), None, "{wrong:?}");
        }
        assert_eq!(PersonName::parse("Ana\r\nBcc: x").unwrap().as_str(), "Ana Bcc: x");
    }
}
