//! `audit`: what was done, by whom, through what.

pub mod notes;

use chrono_tz::Tz;

use self::notes::Told;
use super::view::PersonView;
use super::viewer::Viewer;
use super::{App, Error, desk};
use crate::domain::audit::{AuditEntry, AuditFilter, AuditPayload, Via};
use crate::domain::policy::Action;
use crate::domain::refusal::Refusal;
use crate::domain::ticket::TicketNumber;
use crate::domain::time::Timestamp;
use crate::domain::token::TokenId;
use crate::store::{Store, StoreError};

/// Links in one piece of a list that is read as a stream.
const BLOCK: usize = 256;

/// Which links, as somebody asks for them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditQuery {
    /// Those that touched this ticket, also when it is gone.
    pub ticket: Option<TicketNumber>,
    /// Those of what this person did.
    pub user: Option<String>,
    /// Those at this time or later.
    pub since: Option<Timestamp>,
    /// At most so many.
    pub limit: Option<usize>,
}

/// A link as administrators see it.
#[derive(Clone, Debug, PartialEq)]
pub struct AuditView {
    /// Its place in the chain.
    pub sequence: u64,
    /// When.
    pub at: Timestamp,
    /// Who, unless nobody was logged in.
    pub actor: Option<PersonView>,
    /// Through what.
    pub via: Via,
    /// Through which token, with the name that it had then.
    pub token: Option<(TokenId, Option<String>)>,
    /// Which verb.
    pub verb: String,
    /// The numbers of the tickets that were touched, each once.
    pub tickets: Vec<String>,
    /// What is read out of what was noted.
    pub told: Told,
    /// What was noted of it; null when that was erased.
    pub details: serde_json::Value,
    /// The zone that people are told times in.
    pub zone: Tz,
}

impl AuditView {
    fn new(link: AuditEntry, actor: Option<PersonView>, payload: Option<&AuditPayload>, zone: Tz) -> Self {
        let mut seen = std::collections::HashSet::new();
        let numbers = payload.into_iter().flat_map(AuditPayload::tickets);
        let tickets = numbers.filter(|number| seen.insert(*number)).map(str::to_owned).collect();
        let details: serde_json::Value = payload.and_then(|payload| serde_json::from_str(&payload.body).ok()).unwrap_or_default();
        let name = || details.get(0)?.get("by")?.get("name")?.as_str().map(str::to_owned);
        let token = link.token.map(|id| (id, name()));
        Self {
            sequence: link.sequence,
            at: link.at,
            actor,
            via: link.via,
            token,
            verb: link.verb,
            tickets,
            told: Told::of(&details),
            details,
            zone,
        }
    }
}

impl<S: Store> App<'_, S> {
    /// Gives the links of a query one by one, newest first, from one snapshot. Says whether more were left out by the limit.
    ///
    /// # Errors
    /// `TicketNotFound`, `PersonNotFound` for what the query names; those of the gate, of the store and of `give`.
    pub fn audit<E: From<Error> + From<StoreError>>(
        &self,
        query: &AuditQuery,
        mut give: impl FnMut(AuditView) -> Result<(), E>,
    ) -> Result<bool, E> {
        self.store.read(|read| {
            let actor = self.actor(read)?;
            actor.demand(Action::ReadAudit).map_err(Error::from)?;
            let ticket = match &query.ticket {
                Some(number) => Some(read.ticket_of_number(number)?.ok_or(Error::from(Refusal::TicketNotFound))?),
                None => None,
            };
            let person = query.user.as_ref().map(|user| actor.person(read, user)).transpose()?;
            let filter = AuditFilter { ticket, actor: person.map(|person| person.id), since: query.since };
            let zone = desk::zone(read)?;
            let mut viewer = Viewer::new(read, &actor, self.language, self.now);
            let mut left = query.limit.unwrap_or(usize::MAX);
            let mut after = None;
            loop {
                let wanted = left.min(BLOCK);
                let mut links = read.audit_list(&filter, after, wanted.saturating_add(1))?;
                let more = links.len() > wanted;
                links.truncate(wanted);
                left -= links.len();
                after = links.last().map(|link| link.sequence);
                for link in links {
                    let who = link.actor.map_or(Ok(None), |id| viewer.person(id))?;
                    // One by one: that of a command over very many tickets is large.
                    let payload = read.audit_payload(link.sequence)?;
                    give(AuditView::new(link, who, payload.as_ref(), zone))?;
                }
                if !more || left == 0 {
                    return Ok(more);
                }
            }
        })
    }
}
