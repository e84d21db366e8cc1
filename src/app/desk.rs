//! What the desk is set to, as use cases read it: values with their defaults, in the types that they stand for.

use chrono_tz::Tz;

use crate::domain::calendar::Calendar;
use crate::domain::language::Language;
use crate::domain::phone_line::PhoneLine;
use crate::domain::settings;
use crate::domain::time::Span;
use crate::store::{Read, StoreError};

/// The value of a setting, or its default; empty for neither.
///
/// # Errors
/// Those of the store.
pub fn value(read: &dyn Read, key: &str) -> Result<String, StoreError> {
    let set = read.setting(key)?;
    Ok(set.unwrap_or_else(|| settings::find(key).map_or("", |setting| setting.default).to_owned()))
}

/// The value of a setting that may be missing.
///
/// # Errors
/// Those of the store.
pub fn optional(read: &dyn Read, key: &str) -> Result<Option<String>, StoreError> {
    Ok(Some(value(read, key)?).filter(|value| !value.is_empty()))
}

/// The telephone of the desk, if it has one.
///
/// # Errors
/// Those of the store.
pub fn phone_line(read: &dyn Read) -> Result<Option<PhoneLine>, StoreError> {
    let Some(number) = optional(read, "desk.phone")? else { return Ok(None) };
    let (hours, cost) = (optional(read, "desk.phone_hours")?, optional(read, "desk.phone_cost")?);
    Ok(Some(PhoneLine { number, hours, cost }))
}

/// The language that the desk speaks to strangers.
///
/// # Errors
/// Those of the store.
pub fn desk_language(read: &dyn Read) -> Result<Language, StoreError> {
    Ok(Language::from_code(&value(read, "desk.lang")?).unwrap_or(Language::Spanish))
}

/// The zone that people of the desk are told times in.
///
/// # Errors
/// Those of the store.
pub fn zone(read: &dyn Read) -> Result<Tz, StoreError> {
    Ok(value(read, "calendar.timezone")?.parse().unwrap_or(chrono_tz::Europe::Madrid))
}

/// A span that a setting holds; settings are checked when they are set, so that anything else is damage.
///
/// # Errors
/// `Corrupt`, and those of the store.
pub fn span(read: &dyn Read, key: &str) -> Result<Span, StoreError> {
    let text = value(read, key)?;
    Span::parse(&text).ok_or_else(|| StoreError::Corrupt(format!("{key}: {text}")))
}

/// The same where the setting may be missing.
///
/// # Errors
/// As [`span`].
pub fn optional_span(read: &dyn Read, key: &str) -> Result<Option<Span>, StoreError> {
    optional(read, key)?.map(|_| span(read, key)).transpose()
}

/// For how long a client may reopen a closed ticket.
///
/// # Errors
/// As [`span`].
pub fn reopen_window(read: &dyn Read) -> Result<Span, StoreError> {
    span(read, "reopen.window")
}

/// The calendar of the desk.
///
/// # Errors
/// Those of the store.
pub fn calendar(read: &dyn Read) -> Result<Calendar, StoreError> {
    let zone = value(read, "calendar.timezone")?;
    let week = value(read, "calendar.week")?;
    let holidays = value(read, "calendar.holidays")?;
    let national = value(read, "calendar.national")?;
    Calendar::parse(&zone, &week, &holidays, &national).ok_or_else(|| StoreError::Corrupt("the calendar's settings".to_owned()))
}
