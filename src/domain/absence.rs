//! Who looks after the tickets of somebody who is away.

use super::account::{Absence, Account, AccountId};
use super::time::{Span, Timestamp};

/// The longest that somebody can be away: beyond it there must be a mistake in the year.
pub const LONGEST_ABSENCE: Span = Span::days(731);
/// How many substitutes of substitutes are asked.
const MOST_LINKS: usize = 64;

/// Why somebody cannot look after the tickets of somebody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SubstituteFault {
    /// Nobody stands in for themselves.
    IsSelf,
    /// They are not of staff, or suspended.
    CannotAnswer,
    /// They are away too.
    Away {
        /// Until when.
        until: Timestamp,
    },
}

impl Account {
    /// The absence that lasts at `now`; one that is over is none, and whoever is not of staff (any more) is never away: what is
    /// written to a client goes to nobody else.
    pub fn absence_at(&self, now: Timestamp) -> Option<&Absence> {
        self.absence.as_ref().filter(|absence| self.role.is_staff() && now < absence.until)
    }

    /// Whether they are away at `now`.
    pub fn is_away(&self, now: Timestamp) -> bool {
        self.absence_at(now).is_some()
    }
}

/// Who looks after the tickets of `account` at `now`: nobody but themselves unless they are away, then their substitute and, if that
/// one is away too, the substitute's substitute. `None` where that leads to nobody who is there and can answer.
///
/// # Errors
/// Those of `look_up`.
pub fn stand_in<E>(
    account: &Account,
    now: Timestamp,
    mut look_up: impl FnMut(AccountId) -> Result<Option<Account>, E>,
) -> Result<Option<Account>, E> {
    let mut absence = account.absence_at(now).cloned();
    for _ in 0..MOST_LINKS {
        let Some(next) = absence.and_then(|absence| absence.substitute).filter(|next| *next != account.id) else {
            return Ok(None);
        };
        let Some(next) = look_up(next)?.filter(Account::can_be_assigned) else { return Ok(None) };
        match next.absence_at(now).cloned() {
            None => return Ok(Some(next)),
            also => absence = also,
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;
    use crate::domain::account::{EmailAddress, Handle, PersonName, Role, Standing};
    use crate::domain::language::Language;
    use proptest::prelude::*;

    fn at(hours: i64) -> Timestamp {
        Timestamp::from_millis(0).plus(Span::hours(hours))
    }

    fn somebody(id: u32, absence: Option<(i64, Option<u32>)>) -> Account {
        Account {
            id: AccountId(id),
            handle: Handle::parse(&format!("u{id}")).unwrap(),
            name: PersonName::parse("Eva").unwrap(),
            email: EmailAddress::parse(&format!("u{id}@example.com")).unwrap(),
            role: Role::Agent,
            language: Language::Spanish,
            standing: Standing::Active,
            password_hash: None,
            phone: None,
            agent: None,
            absence: absence.map(|(until, to)| Absence { until: at(until), substitute: to.map(AccountId) }),
            acceptance: None,
            created_at: at(0),
            unconfirmed_since: None,
        }
    }

    fn of(people: &[Account], who: usize, now: i64) -> Option<u32> {
        let look_up = |id: AccountId| Ok::<_, Infallible>(people.iter().find(|account| account.id == id).cloned());
        stand_in(&people[who], at(now), look_up).unwrap().map(|account| account.id.0)
    }

    #[test]
    fn the_substitute_looks_after_them_until_the_time_is_over() {
        let people = [somebody(1, Some((10, Some(2)))), somebody(2, Some((5, Some(3)))), somebody(3, None)];
        assert_eq!([0, 4, 5, 9, 10].map(|now| of(&people, 0, now)), [Some(3), Some(3), Some(2), Some(2), None]);
        assert_eq!(of(&people, 2, 0), None);
    }

    #[test]
    fn where_nobody_is_there_nobody_looks_after_them() {
        let suspended = Standing::Suspended { reason: "x".into(), at: at(0) };
        let away = somebody(1, Some((10, Some(2))));
        for other in [
            somebody(2, Some((9, None))),
            somebody(2, Some((9, Some(1)))),
            somebody(2, Some((9, Some(2)))),
            Account { role: Role::Client, ..somebody(2, None) },
            Account { standing: suspended, ..somebody(2, None) },
            somebody(7, None),
        ] {
            assert_eq!(of(&[away.clone(), other.clone()], 0, 0), None, "{other:?}");
        }
        assert_eq!(of(&[somebody(1, Some((10, Some(1))))], 0, 0), None);
        assert_eq!(of(&[somebody(1, Some((10, None)))], 0, 0), None);
    }

    #[test]
    fn whoever_is_no_staff_is_not_stood_in_for() {
        let people = [Account { role: Role::Client, ..somebody(1, Some((10, Some(2)))) }, somebody(2, None)];
        assert_eq!(of(&people, 0, 0), None);
        assert!(!people[0].is_away(at(0)));
    }

    proptest! {
        /// Whatever leads to whom, it comes to an end, at somebody who is there.
        #[test]
        fn whoever_looks_after_them_is_there(links in prop::collection::vec(prop::option::of((0_i64..4, prop::option::of(1_u32..6))), 5), now in 0_i64..4) {
            let people: Vec<_> = (1..).zip(links).map(|(id, absence)| somebody(id, absence)).collect();
            for (who, account) in people.iter().enumerate() {
                if let Some(found) = of(&people, who, now) {
                    prop_assert!(account.is_away(at(now)));
                    prop_assert!(!people[found as usize - 1].is_away(at(now)));
                }
            }
        }
    }
}
