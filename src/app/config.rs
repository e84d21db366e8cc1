//! `config`: the settings of the desk.

use chrono_tz::Tz;

use super::change::{Call, Outcome, Receipt};
use super::{App, Error};
use crate::domain::calendar::Calendar;
use crate::domain::language::Language;
use crate::domain::policy::Action;
use crate::domain::settings;
use crate::domain::time::Span;
use crate::store::{Read, Store, StoreError};

/// One setting as the desk has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingView {
    /// What it is called.
    pub key: String,
    /// Its value; the default when nobody set it.
    pub value: String,
    /// Its default.
    pub default: &'static str,
    /// Whether somebody set it.
    pub is_set: bool,
    /// Whether this command changed it.
    pub changed: bool,
}

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

fn view(read: &dyn Read, key: &str) -> Result<SettingView, Error> {
    let set = read.setting(key)?;
    let default = settings::find(key).map_or("", |setting| setting.default);
    let is_set = set.is_some();
    Ok(SettingView { key: key.to_owned(), value: set.unwrap_or_else(|| default.to_owned()), default, is_set, changed: false })
}

/// The texts of the desk that anybody may read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskTexts {
    /// The desk's own house rules.
    pub rules: Option<String>,
    /// The desk's own privacy text.
    pub privacy: Option<String>,
    /// Its telephone.
    pub phone: Option<String>,
    /// When somebody answers it.
    pub phone_hours: Option<String>,
    /// What a call costs.
    pub phone_cost: Option<String>,
}

impl<S: Store> App<'_, S> {
    /// The texts of the desk in the reader's language, for anybody.
    ///
    /// # Errors
    /// Those of the store.
    pub fn desk_texts(&self) -> Result<DeskTexts, Error> {
        let language = self.language.code();
        self.store.read(|read| {
            Ok(DeskTexts {
                rules: optional(read, &format!("rules.text.{language}"))?,
                privacy: optional(read, &format!("privacy.text.{language}"))?,
                phone: optional(read, "desk.phone")?,
                phone_hours: optional(read, "desk.phone_hours")?,
                phone_cost: optional(read, "desk.phone_cost")?,
            })
        })
    }

    /// What the desk is called.
    ///
    /// # Errors
    /// Those of the store.
    pub fn desk_name(&self) -> Result<String, Error> {
        self.store.read(|read| Ok(value(read, "desk.name")?))
    }

    /// The zone that people of the desk are told times in.
    ///
    /// # Errors
    /// Those of the store.
    pub fn zone(&self) -> Result<Tz, Error> {
        self.store.read(|read| Ok(zone(read)?))
    }

    /// Every setting, or those that were set.
    ///
    /// # Errors
    /// Those of the gate and of the store.
    pub fn settings(&self, only_set: bool) -> Result<Vec<SettingView>, Error> {
        self.store.read(|read| {
            self.actor(read)?.demand(Action::Configure)?;
            if only_set {
                return read
                    .settings()?
                    .iter()
                    .filter(|(key, _)| settings::find(key).is_some())
                    .map(|(key, _)| view(read, key))
                    .collect();
            }
            settings::keys().iter().map(|key| view(read, key)).collect()
        })
    }

    /// One setting.
    ///
    /// # Errors
    /// `NoSuchSetting`, and those of the gate and of the store.
    pub fn setting(&self, key: &str) -> Result<SettingView, Error> {
        self.store.read(|read| {
            self.actor(read)?.demand(Action::Configure)?;
            settings::known(key)?;
            view(read, key)
        })
    }

    /// Sets or, with `None`, unsets settings, all or none of them.
    ///
    /// # Errors
    /// `NoSuchSetting`, `BadSetting`, and those of the gate and of the store.
    pub fn configure(
        &self,
        call: &Call,
        wanted: &[(String, Option<String>)],
        receipt: Receipt<'_, Vec<SettingView>>,
    ) -> Result<Outcome<Vec<SettingView>>, Error> {
        self.change("config", call, receipt, |change, actor| {
            actor.demand(Action::Configure)?;
            let mut views = Vec::new();
            for (key, wanted) in wanted {
                let kept = match wanted {
                    Some(wanted) => Some(settings::check(key, wanted)?),
                    None => settings::known(key).map(|_| None)?,
                };
                let before = change.read().setting(key)?;
                let changed = before != kept;
                if changed {
                    change.tx.put_setting(key, kept.as_deref())?;
                    change.note(serde_json::json!({ "setting": key, "set": kept.is_some() }));
                }
                views.push(SettingView { changed, ..view(change.read(), key)? });
            }
            Ok(views)
        })
    }
}
