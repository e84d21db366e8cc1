//! The desk itself: its settings, its topics, its people.

use super::{Loader, Stop};
use crate::domain::account::{Account, AccountId, Role, Standing};
use crate::domain::dump::DumpFault;
use crate::domain::settings;
use crate::domain::topic::{DEEPEST, Topic};
use crate::dump::shape::{HeadLine, SettingLine};
use crate::store::{Places, Write};

/// The last place that a desk which somebody will use may have given: no desk comes near it, and half of the places are left.
const LAST_PLACE: u32 = 1 << 31;

impl Loader {
    pub(super) fn head(&mut self, tx: &mut dyn Write, head: HeadLine) -> Result<(), Stop> {
        self.places = Places::from(&head.last);
        let Places { accounts, tokens, codes, topics, tickets, tasks } = self.places;
        if [accounts, tokens, topics, tickets, tasks].iter().any(|last| *last > LAST_PLACE) || codes > u64::MAX / 2 {
            return Err(DumpFault::Clash.into());
        }
        tx.expect_many_texts();
        self.loaded.desk = head.desk;
        Ok(())
    }

    pub(super) fn setting(&mut self, tx: &mut dyn Write, line: &SettingLine) -> Result<(), Stop> {
        let is_own = line.key.starts_with("internal.") && line.value.len() <= 64 * 1024;
        let is_known = || settings::check(&line.key, &line.value).is_ok_and(|kept| kept == line.value);
        if !is_own && !is_known() {
            return Err(DumpFault::Unreadable.into());
        }
        if tx.setting(&line.key)?.is_some() {
            return Err(DumpFault::Clash.into());
        }
        self.loaded.counts.settings += 1;
        Ok(tx.put_setting(&line.key, Some(&line.value))?)
    }

    pub(super) fn topic(&mut self, tx: &mut dyn Write, topic: Topic) -> Result<(), Stop> {
        if topic.id.0 > self.places.topics || self.topics.insert(topic.id, topic.parent).is_some() {
            return Err(DumpFault::Clash.into());
        }
        self.named.extend(topic.agents.iter().flatten().copied());
        self.loaded.counts.topics += 1;
        Ok(tx.put_topic(&topic)?)
    }

    pub(super) fn account(&mut self, tx: &mut dyn Write, account: Account) -> Result<(), Stop> {
        let is_new = account.id.0 <= self.places.accounts && self.accounts.insert(account.id, account.role.is_staff()).is_none();
        if !is_new {
            return Err(DumpFault::Clash.into());
        }
        self.has_admin |= account.role == Role::Admin && account.standing == Standing::Active;
        self.named.extend(account.agent);
        self.named.extend(account.absence.as_ref().and_then(|absence| absence.substitute));
        self.loaded.counts.accounts += 1;
        self.unconfirmed.extend(account.unconfirmed_since.map(|_| account.id));
        self.loaded.invited += u64::from(account.standing == Standing::Invited);
        Ok(tx.put_account(&account)?)
    }

    pub(super) fn knows(&self, who: impl IntoIterator<Item = AccountId>) -> Result<(), DumpFault> {
        if who.into_iter().all(|who| self.accounts.contains_key(&who)) { Ok(()) } else { Err(DumpFault::Clash) }
    }

    /// Whoever is named in a ticket stays, whether or not they ever confirm their account: an older dump does not tell.
    pub(super) fn keep_named(&mut self, tx: &mut dyn Write, named: impl IntoIterator<Item = AccountId>) -> Result<(), Stop> {
        for id in named {
            if self.unconfirmed.remove(&id)
                && let Some(account) = tx.account(id)?
            {
                tx.put_account(&Account { unconfirmed_since: None, ..account })?;
            }
        }
        Ok(())
    }

    /// Whoever was named is there, no topic stands under itself or deeper than any may, and somebody can set the desk up.
    pub(super) fn end_people(&self) -> Result<(), DumpFault> {
        let is_placed = |parent: &Option<_>| {
            let mut above = *parent;
            for _ in 0..DEEPEST {
                match above {
                    None => return true,
                    Some(topic) => match self.topics.get(&topic) {
                        Some(next) => above = *next,
                        None => return false,
                    },
                }
            }
            false
        };
        self.knows(self.named.iter().copied())?;
        if !self.topics.values().all(is_placed) {
            return Err(DumpFault::Clash);
        }
        if self.has_admin { Ok(()) } else { Err(DumpFault::NoAdmin) }
    }
}
