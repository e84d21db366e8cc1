//! The settings of the desk: their keys, their defaults, and which values make sense.

mod clash;
mod values;

use super::calendar::{HolidayRule, Week};
use super::language::Language;
use super::notice::Notice;
use super::refusal::Refusal;
use super::text;
use super::time::Span;

pub use clash::Clash;
pub use values::{parse_mailbox, parse_size};

/// The most characters of the desk's own holidays: some twenty days a year, for as long as anybody keeps a desk.
pub const LONGEST_HOLIDAYS: usize = 16_000;

/// What values a setting takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line of at most so many characters.
    Line(usize),
    /// Text of several lines, at most 64 KiB.
    Text,
    /// `es` or `en`.
    Language,
    /// `on` or `off`.
    Switch,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A span such as `14d`, from the first to the second.
    Span(Span, Span),
    /// A size such as `25MiB`, at most so many bytes.
    Size(u64),
    /// A whole number, from the first to the second.
    Number(u64, u64),
    /// A mail address, or a name and an address in angle brackets.
    Mailbox,
    /// An `http` or `https` address.
    Url,
    /// `#rrggbb`.
    Colour,
    /// The name or the address of a host.
    Host,
    /// A path on the desk's machine.
    Path,
    /// A name of the time-zone database.
    Zone,
    /// Working days and hours.
    Week,
    /// Days on which nobody works.
    Holidays,
    /// Words with commas between.
    Words,
}

impl Kind {
    /// Every value, where they can be counted.
    pub fn choices(self) -> Vec<&'static str> {
        match self {
            Self::Language => Language::ALL.map(Language::code).to_vec(),
            Self::Switch => vec!["on", "off"],
            Self::Choice(choices) => choices.to_vec(),
            Self::Zone => chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name()).collect(),
            _ => Vec::new(),
        }
    }
}

/// A setting: its key, its kind, and the value it has when nobody set it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// What it is called; `EVENT` and `LANG` stand for every one of them.
    pub key: &'static str,
    /// What values it takes.
    pub kind: Kind,
    /// Its value when nobody set it; empty for none.
    pub default: &'static str,
}

impl Setting {
    /// Whether its value is a list with commas between.
    pub fn is_list(&self) -> bool {
        matches!(self.kind, Kind::Week | Kind::Holidays | Kind::Words)
    }

    /// What values it takes under one of its keys.
    pub fn kind_of(&self, key: &str) -> Kind {
        let is_way_in = WAYS_IN.iter().any(|notice| key.strip_prefix("mail.notify.") == Some(notice.id()));
        if is_way_in { Kind::Choice(&["on"]) } else { self.kind }
    }
}

/// The notices without which nobody could register, accept an invitation or set a password anew, and nobody would be told why.
const WAYS_IN: [Notice; 2] = [Notice::Code, Notice::Invited];

const HOUSE_RULE: Kind = Kind::Choice(&["block", "flag", "allow"]);

/// Every setting, in the order in which they are listed.
pub const ALL: &[Setting] = &[
    Setting { key: "desk.name", kind: Kind::Line(80), default: "Taquilla" },
    Setting { key: "desk.lang", kind: Kind::Language, default: "es" },
    Setting { key: "desk.contact", kind: Kind::Mailbox, default: "" },
    Setting { key: "desk.url", kind: Kind::Url, default: "" },
    Setting { key: "desk.colour", kind: Kind::Colour, default: "#2f6f8f" },
    Setting { key: "desk.phone", kind: Kind::Line(40), default: "" },
    Setting { key: "desk.phone_hours", kind: Kind::Line(120), default: "" },
    Setting { key: "desk.phone_cost", kind: Kind::Line(120), default: "" },
    Setting { key: "registration", kind: Kind::Choice(&["open", "known", "closed"]), default: "open" },
    Setting { key: "reopen.window", kind: Kind::Span(Span::seconds(0), Span::days(3_653)), default: "14d" },
    Setting { key: "attachment.max", kind: Kind::Size(25 * 1024 * 1024), default: "25MiB" },
    Setting { key: "privacy.text.es", kind: Kind::Text, default: "" },
    Setting { key: "privacy.text.en", kind: Kind::Text, default: "" },
    Setting { key: "rules.text.es", kind: Kind::Text, default: "" },
    Setting { key: "rules.text.en", kind: Kind::Text, default: "" },
    Setting { key: "rules.phone", kind: HOUSE_RULE, default: "block" },
    Setting { key: "rules.email", kind: HOUSE_RULE, default: "block" },
    Setting { key: "rules.money", kind: HOUSE_RULE, default: "flag" },
    Setting { key: "rules.insult", kind: HOUSE_RULE, default: "flag" },
    Setting { key: "rules.insults", kind: Kind::Words, default: "" },
    Setting { key: "rules.burst", kind: Kind::Number(1, 100), default: "3" },
    Setting { key: "mail.from", kind: Kind::Mailbox, default: "" },
    Setting { key: "mail.smtp.host", kind: Kind::Host, default: "" },
    Setting { key: "mail.smtp.port", kind: Kind::Number(1, 65_535), default: "" },
    Setting { key: "mail.smtp.tls", kind: Kind::Choice(&["tls", "starttls", "none"]), default: "tls" },
    Setting { key: "mail.smtp.user", kind: Kind::Line(254), default: "" },
    Setting { key: "mail.smtp.password_file", kind: Kind::Path, default: "" },
    Setting { key: "mail.smtp.password_command", kind: Kind::Line(1_000), default: "" },
    Setting { key: "mail.delivery", kind: Kind::Choice(&["wait", "detach"]), default: "wait" },
    Setting { key: "mail.hold", kind: Kind::Switch, default: "off" },
    Setting { key: "mail.notify.EVENT", kind: Kind::Switch, default: "on" },
    Setting { key: "mail.role.secretary", kind: Kind::Mailbox, default: "" },
    Setting { key: "mail.role.care", kind: Kind::Mailbox, default: "" },
    Setting { key: "mail.in.address", kind: Kind::Mailbox, default: "" },
    Setting { key: "mail.in.new_tickets", kind: Kind::Switch, default: "on" },
    Setting { key: "mail.in.unknown", kind: Kind::Choice(&["refuse", "invite"]), default: "refuse" },
    Setting { key: "mail.in.authserv", kind: Kind::Host, default: "" },
    Setting { key: "mail.dkim.selector", kind: Kind::Host, default: "" },
    Setting { key: "mail.dkim.domain", kind: Kind::Host, default: "" },
    Setting { key: "mail.dkim.key_file", kind: Kind::Path, default: "" },
    Setting { key: "mail.template.EVENT.LANG", kind: Kind::Text, default: "" },
    Setting { key: "calendar.timezone", kind: Kind::Zone, default: "Europe/Madrid" },
    Setting { key: "calendar.week", kind: Kind::Week, default: "mon-fri" },
    Setting { key: "calendar.holidays", kind: Kind::Holidays, default: "" },
    Setting { key: "calendar.national", kind: Kind::Choice(&["es", "none"]), default: "es" },
    Setting { key: "answer.warn", kind: Kind::Span(Span::hours(1), Span::days(365)), default: "24h" },
    Setting { key: "answer.due", kind: Kind::Span(Span::hours(1), Span::days(365)), default: "48h" },
    Setting { key: "retention.closed", kind: Kind::Span(Span::days(1), Span::days(3_653)), default: "" },
    Setting { key: "retention.audit", kind: Kind::Span(Span::days(1), Span::days(3_653)), default: "" },
    Setting { key: "retention.pending", kind: Kind::Span(Span::hours(1), Span::days(3_653)), default: "" },
    Setting { key: "backup.dir", kind: Kind::Path, default: "" },
    Setting { key: "backup.every", kind: Kind::Span(Span::hours(1), Span::days(365)), default: "" },
    Setting { key: "backup.keep", kind: Kind::Number(1, 1_000), default: "7" },
];

/// The setting that a key belongs to; `mail.notify.reply` belongs to `mail.notify.EVENT`.
pub fn find(key: &str) -> Option<&'static Setting> {
    ALL.iter().find(|setting| matches(setting.key, key))
}

fn matches(pattern: &str, key: &str) -> bool {
    let mut parts = key.split('.');
    let mut wanted = pattern.split('.');
    loop {
        match (wanted.next(), parts.next()) {
            (None, None) => return true,
            (Some("EVENT"), Some(part)) => {
                if Notice::ALL.iter().all(|notice| notice.id() != part) {
                    return false;
                }
            }
            (Some("LANG"), Some(part)) => {
                if Language::from_code(part).is_none() {
                    return false;
                }
            }
            (Some(wanted), Some(part)) if wanted == part => {}
            _ => return false,
        }
    }
}

/// Every key there is, those with `EVENT` and `LANG` spelled out.
pub fn keys() -> Vec<String> {
    let mut keys = Vec::new();
    for setting in ALL {
        if setting.key.contains("EVENT") {
            for notice in Notice::ALL {
                let key = setting.key.replace("EVENT", notice.id());
                if key.contains("LANG") {
                    keys.extend(Language::ALL.map(|language| key.replace("LANG", language.code())));
                } else {
                    keys.push(key);
                }
            }
        } else {
            keys.push(setting.key.to_owned());
        }
    }
    keys
}

/// The setting that a key belongs to.
///
/// # Errors
/// `NoSuchSetting` with the nearest key.
pub fn known(key: &str) -> Result<&'static Setting, Refusal> {
    find(key).ok_or_else(|| Refusal::NoSuchSetting { key: key.to_owned(), nearest: nearest(key) })
}

/// The form in which a value is kept.
///
/// # Errors
/// `NoSuchSetting` with the nearest key, and `BadSetting` for a value that makes no sense.
pub fn check(key: &str, value: &str) -> Result<String, Refusal> {
    let setting = known(key)?;
    let wrong = || Refusal::BadSetting { key: key.to_owned(), value: value.chars().take(100).collect() };
    let trimmed = value.trim();
    let kept = match setting.kind_of(key) {
        Kind::Line(most) => text::line(value, most),
        Kind::Text => (value.len() <= 64 * 1024 && !value.contains('\0') && !trimmed.is_empty()).then(|| trimmed.to_owned()),
        Kind::Language => Language::from_code(trimmed).map(|language| language.code().to_owned()),
        Kind::Switch => matches!(trimmed, "on" | "off").then(|| trimmed.to_owned()),
        Kind::Choice(choices) => choices.contains(&trimmed).then(|| trimmed.to_owned()),
        Kind::Span(least, most) => Span::parse(trimmed).filter(|span| (least..=most).contains(span)).map(|_| trimmed.to_owned()),
        Kind::Size(most) => parse_size(trimmed).filter(|size| (1..=most).contains(size)).map(|_| trimmed.to_owned()),
        Kind::Number(least, most) => {
            trimmed.parse::<u64>().ok().filter(|number| (least..=most).contains(number)).map(|number| number.to_string())
        }
        Kind::Mailbox => values::mailbox(value),
        Kind::Url => text::line(value, 500).filter(|url| values::is_url(url)),
        Kind::Colour => {
            let digits = trimmed.strip_prefix('#').unwrap_or_default();
            (digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())).then(|| trimmed.to_ascii_lowercase())
        }
        Kind::Host => values::is_host(trimmed).then(|| trimmed.to_owned()),
        Kind::Path => text::line(value, 1_000).filter(|path| path.starts_with('/')),
        Kind::Zone => trimmed.parse::<chrono_tz::Tz>().ok().map(|zone| zone.name().to_owned()),
        Kind::Week => text::line(value, 4_000).filter(|week| Week::parse(week).is_some()),
        Kind::Holidays => text::line(value, LONGEST_HOLIDAYS).filter(|holidays| HolidayRule::parse_list(holidays).is_some()),
        Kind::Words => {
            let words: Vec<_> = value.split(',').filter_map(|word| text::line(word, 60)).collect();
            (!words.is_empty() && words.len() <= 1_000).then(|| words.join(","))
        }
    };
    kept.ok_or_else(wrong)
}

/// The key that somebody may have meant: the nearest by edits, at most a third of its length away.
fn nearest(key: &str) -> Option<String> {
    let distance = |other: &str| text::edits(key, other);
    let key_length = key.chars().count();
    keys()
        .into_iter()
        .map(|other| (distance(&other), other))
        .min()
        .filter(|(edits, _)| edits * 3 <= key_length)
        .map(|(_, other)| other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_default_is_a_value_that_its_setting_takes() {
        for setting in ALL {
            let key = setting.key.replace("EVENT", "reply").replace("LANG", "es");
            if !setting.default.is_empty() {
                assert_eq!(check(&key, setting.default).as_deref(), Ok(setting.default), "{key}");
            }
            assert!(check(&key, "\u{1b}[2J\0").is_err(), "{key} takes control characters");
        }
    }

    #[test]
    fn every_choice_is_a_value_that_its_setting_takes() {
        for key in keys() {
            let choices = find(&key).map(|setting| setting.kind_of(&key).choices()).unwrap_or_default();
            for choice in choices {
                assert_eq!(check(&key, choice).as_deref(), Ok(choice), "{key}");
            }
        }
        assert_eq!(find("registration").unwrap().kind.choices(), ["open", "known", "closed"]);
    }

    #[test]
    fn tickets_are_kept_for_as_long_as_they_may_be_reopened() {
        let clash = Clash::GoneWhileReopenable;
        for (kept, window, is_wrong) in [("13d", "14d", true), ("2w", "14d", false), ("1d", "0s", false), ("", "14d", false)] {
            assert_eq!(clash.is_between(kept, window), is_wrong, "{kept} {window}");
        }
    }

    #[test]
    fn a_pattern_is_no_key() {
        for pattern in ["mail.notify.EVENT", "mail.template.EVENT.LANG", "mail.template.reply.LANG"] {
            assert!(matches!(check(pattern, "off"), Err(Refusal::NoSuchSetting { .. })), "{pattern}");
        }
    }

    #[test]
    fn a_misspelt_key_is_told_its_neighbour() {
        let Err(Refusal::NoSuchSetting { nearest, .. }) = check("mail.smtp.hots", "x") else { panic!() };
        assert_eq!(nearest.as_deref(), Some("mail.smtp.host"));
        let Err(Refusal::NoSuchSetting { nearest, .. }) = check("xyz", "x") else { panic!() };
        assert_eq!(nearest, None);
    }

    #[test]
    fn letters_without_which_nobody_gets_in_cannot_be_switched_off() {
        for notice in Notice::ALL {
            let key = format!("mail.notify.{}", notice.id());
            let lets_in = matches!(notice, Notice::Code | Notice::Invited);
            assert_eq!(check(&key, "on").as_deref(), Ok("on"), "{key}");
            assert_eq!(check(&key, "off").is_err(), lets_in, "{key}");
        }
    }

    #[test]
    fn values_that_make_no_sense_are_refused() {
        for (key, value) in [
            ("mail.smtp.port", "0"),
            ("mail.smtp.port", "70000"),
            ("mail.smtp.tls", "ssl"),
            ("calendar.timezone", "Europe/Madrit"),
            ("calendar.week", "mon-fri, fri 09:00-15:00"),
            ("calendar.holidays", "05-15, christmas"),
            ("reopen.window", "fortnight"),
            ("attachment.max", "26MiB"),
            ("desk.url", "javascript:alert(1)"),
            ("mail.notify.reply", "yes"),
            ("desk.colour", "blue"),
            ("mail.from", "nobody"),
            ("mail.smtp.password_file", "relative/path"),
        ] {
            assert!(matches!(check(key, value), Err(Refusal::BadSetting { .. })), "{key} = {value}");
        }
        assert!(check("calendar.week", "mon-thu 09:00-18:00, fri 09:00-15:00").is_ok());
        assert!(check("calendar.holidays", "2027-05-15,05-15,easter-3").is_ok());
    }
}
