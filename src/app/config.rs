//! `config`: the settings of the desk.

use chrono_tz::Tz;

use super::acceptance::OwnText;
use super::audit::notes::Changes;
use super::change::{Call, Outcome, Receipt};
use super::{App, Error, acceptance, calendar, desk};
use crate::domain::clauses::Clauses;
use crate::domain::phone_line::PhoneLine;
use crate::domain::policy::Action;
use crate::domain::refusal::Refusal;
use crate::domain::settings::{self, Clash};
use crate::store::{Read, Store};

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

fn view(read: &dyn Read, key: &str) -> Result<SettingView, Error> {
    let set = read.setting(key)?;
    let default = settings::find(key).map_or("", |setting| setting.default);
    let is_set = set.is_some();
    Ok(SettingView { key: key.to_owned(), value: set.unwrap_or_else(|| default.to_owned()), default, is_set, changed: false })
}

/// Sees that settings of which one was changed go together as they all are now.
fn refuse_clashes(read: &dyn Read, views: &[SettingView]) -> Result<(), Error> {
    for clash in Clash::ALL {
        let [key, other] = clash.keys();
        if !views.iter().any(|view| view.changed && (view.key == key || view.key == other)) {
            continue;
        }
        let (value, with) = (desk::value(read, key)?, desk::value(read, other)?);
        if clash.is_between(&value, &with) {
            return Err(Refusal::SettingsClash { clash, key, value, other, with }.into());
        }
    }
    Ok(())
}

/// The texts of the desk that anybody may read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskTexts {
    /// The desk's own house rules.
    pub rules: Option<String>,
    /// The desk's own privacy text.
    pub privacy: Option<String>,
    /// What the program's own rules say of it, where it has written none.
    pub clauses: Clauses,
    /// What tells the wording of both from another.
    pub version: Option<String>,
    /// Its telephone.
    pub phone: Option<PhoneLine>,
}

impl<S: Store> App<'_, S> {
    /// The texts of the desk in the reader's language, for anybody.
    ///
    /// # Errors
    /// Those of the store.
    pub fn desk_texts(&self) -> Result<DeskTexts, Error> {
        self.store.read(|read| {
            Ok(DeskTexts {
                rules: acceptance::own_text(read, OwnText::Rules, self.language)?,
                privacy: acceptance::own_text(read, OwnText::Privacy, self.language)?,
                clauses: acceptance::clauses(read)?,
                version: acceptance::version_in(read, self.language, self.defaults)?,
                phone: desk::phone_line(read)?,
            })
        })
    }

    /// Where the desk can be reached: by telephone, and by mail.
    ///
    /// # Errors
    /// Those of the store.
    pub fn contact(&self) -> Result<(Option<PhoneLine>, Option<String>), Error> {
        self.store.read(|read| Ok((desk::phone_line(read)?, desk::optional(read, "desk.contact")?)))
    }

    /// What the desk is called.
    ///
    /// # Errors
    /// Those of the store.
    pub fn desk_name(&self) -> Result<String, Error> {
        self.store.read(|read| Ok(desk::value(read, "desk.name")?))
    }

    /// The zone that people of the desk are told times in.
    ///
    /// # Errors
    /// Those of the store.
    pub fn zone(&self) -> Result<Tz, Error> {
        self.store.read(|read| Ok(desk::zone(read)?))
    }

    /// Every setting, or those that were set.
    ///
    /// # Errors
    /// Those of the gate and of the store.
    pub fn settings(&self, only_set: bool) -> Result<Vec<SettingView>, Error> {
        self.store.read(|read| {
            self.actor(read)?.demand(Action::ReadSettings)?;
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
            self.actor(read)?.demand(Action::ReadSettings)?;
            settings::known(key)?;
            view(read, key)
        })
    }

    /// Sets or, with `None`, unsets settings, all or none of them.
    ///
    /// # Errors
    /// `NoSuchSetting`, `BadSetting`, `SettingsClash`, `Unanswerable`, and those of the gate and of the store.
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
                    change.write().put_setting(key, kept.as_deref())?;
                    // A command that prints a password may hold one.
                    let changes = match key.contains("password") {
                        true => Changes::default().hidden("value", true),
                        false => Changes::default().field("value", before.as_deref(), kept.as_deref()),
                    };
                    change.note(serde_json::json!({ "setting": key, "set": kept.is_some(), "changes": changes.into_value() }));
                }
                views.push(SettingView { changed, ..view(change.read(), key)? });
            }
            refuse_clashes(change.read(), &views)?;
            let is_of_deadlines = |key: &str| key.starts_with("calendar.") || key == "answer.due";
            if views.iter().any(|view| view.changed && is_of_deadlines(&view.key)) {
                calendar::demand_answerable(change.read(), change.now)?;
            }
            Ok(views)
        })
    }
}
