//! The use cases against a model: random commands by random people, on both engines at once, against the tables of the product.
//!
//! The model is written here anew, from the permission table and the state table alone, so that it cannot repeat a fault of the
//! program's own rules. Both engines are given the same commands, times and seeds, and must answer the same to the byte.

mod engine;
mod figures;

use std::time::Duration;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use taquilla::domain::account::{AccountId, Role};
use taquilla::domain::letter::CommandId;
use taquilla::domain::status::Status;
use taquilla::domain::ticket::TicketNumber;
use taquilla::store::memory::MemoryStore;
use taquilla::store::redb::RedbStore;
use taquilla::store::{Store, StoreError, Upkeep};

use self::engine::{Ended, Played, furnish};
use super::support::folder;

/// Who is on these desks, in the order of their accounts.
const PEOPLE: [(&str, Role); 7] = [
    ("alba", Role::Admin),
    ("ana", Role::Client),
    ("bruno", Role::Client),
    ("marta", Role::Agent),
    ("mateo", Role::Agent),
    ("sara", Role::Secretary),
    ("sol", Role::Care),
];
const MARTA: usize = 3;

/// What somebody does; a ticket is meant by any number, taken modulo the tickets there are.
#[derive(Clone, Debug)]
enum Deed {
    Open,
    Assign(usize),
    Release,
    Reply { pending: bool },
    Note,
    Close,
    Reopen,
    Suspend,
    Reinstate,
    Wait(i64),
}

#[derive(Clone, Debug)]
struct Step {
    who: usize,
    which: usize,
    deed: Deed,
}

fn step() -> impl Strategy<Value = Step> {
    let deed = prop_oneof![
        1 => Just(Deed::Open),
        4 => (MARTA..MARTA + 2).prop_map(Deed::Assign),
        2 => Just(Deed::Release),
        5 => any::<bool>().prop_map(|pending| Deed::Reply { pending }),
        2 => Just(Deed::Note),
        3 => Just(Deed::Close),
        3 => Just(Deed::Reopen),
        1 => Just(Deed::Suspend),
        2 => Just(Deed::Reinstate),
        2 => (1_i64..16).prop_map(Deed::Wait),
    ];
    (0..PEOPLE.len(), 0_usize..3, deed).prop_map(|(who, which, deed)| Step { who, which, deed })
}

/// A ticket as the tables know it.
#[derive(Clone, Debug, PartialEq)]
struct Known {
    client: usize,
    assignee: Option<usize>,
    status: Status,
    before: Status,
    closed_day: i64,
    /// Messages of the client since staff answered.
    in_a_row: u32,
}

/// What a command must end as.
#[derive(Debug, PartialEq)]
enum Expected {
    Done,
    Already,
    Refused(&'static str),
}

#[derive(Default)]
struct Model {
    tickets: Vec<(TicketNumber, Known)>,
    marta_is_out: bool,
    day: i64,
}

impl Model {
    /// What the tables say of a step, and its ticket afterwards.
    fn judge(&self, step: &Step, known: &Known) -> (Expected, Known) {
        let role = PEOPLE[step.who].1;
        let refused = |why| (Expected::Refused(why), known.clone());
        if step.who == MARTA && self.marta_is_out {
            return refused("SessionEnded");
        }
        let is_client = role == Role::Client;
        let may = match step.deed {
            Deed::Assign(_) => !matches!(role, Role::Client | Role::Agent),
            Deed::Release | Deed::Note => !is_client,
            _ => true,
        };
        if !may {
            return refused("NotAllowed");
        }
        if let Deed::Assign(to) = step.deed
            && to == MARTA
            && self.marta_is_out
        {
            return refused("CannotBeAssigned");
        }
        let sees = match role {
            Role::Client => known.client == step.who,
            Role::Agent => known.assignee == Some(step.who),
            _ => true,
        };
        if !sees {
            return refused("TicketNotFound");
        }
        if matches!(step.deed, Deed::Reply { pending: true }) && is_client {
            return refused("NotAllowed");
        }
        self.by_table(step, known, is_client)
    }

    /// The state table, row by row.
    fn by_table(&self, step: &Step, known: &Known, is_client: bool) -> (Expected, Known) {
        use Status::{Answered, Closed, New, Pending};
        let is_word = match step.deed {
            Deed::Reply { .. } => true,
            Deed::Close => known.status != Closed,
            _ => false,
        };
        if is_client && is_word && known.in_a_row >= 3 {
            return (Expected::Refused("NotTheirTurn"), known.clone());
        }
        let able = known.assignee.is_some_and(|assignee| assignee != MARTA || !self.marta_is_out);
        let waiting = if able { Pending } else { New };
        let mut after = known.clone();
        let expected = match (&step.deed, known.status) {
            (Deed::Assign(_) | Deed::Release, Closed) => Expected::Refused("TicketClosed"),
            (Deed::Assign(to), status) => {
                after.status = if status == New { Pending } else { status };
                after.assignee = Some(*to);
                if after == *known { Expected::Already } else { Expected::Done }
            }
            (Deed::Release, status) => {
                after.assignee = None;
                after.status = if status == Pending { New } else { status };
                if known.assignee.is_none() { Expected::Already } else { Expected::Done }
            }
            (Deed::Reply { .. }, status) if is_client => match status {
                Closed if self.day - known.closed_day > 14 => Expected::Refused("ReopenWindowOver"),
                Closed | Answered => {
                    after.status = waiting;
                    after.assignee = known.assignee.filter(|_| able);
                    Expected::Done
                }
                _ => Expected::Done,
            },
            (Deed::Reply { pending: true }, Closed) => Expected::Refused("TicketClosed"),
            (Deed::Reply { pending: true }, Answered) => {
                after.status = waiting;
                Expected::Done
            }
            (Deed::Reply { pending: true } | Deed::Note, _) | (Deed::Reply { .. }, Closed) => Expected::Done,
            (Deed::Reply { .. }, _) => {
                after.status = Answered;
                Expected::Done
            }
            (Deed::Close, Closed) => Expected::Already,
            (Deed::Close, status) => {
                // It is closed with a word, which counts as one: staff's is an answer, a client's wants one.
                let before = match status {
                    _ if !is_client => Answered,
                    Answered => waiting,
                    status => status,
                };
                (after.before, after.status, after.closed_day) = (before, Closed, self.day);
                Expected::Done
            }
            (Deed::Reopen, Closed) if is_client && self.day - known.closed_day > 14 => Expected::Refused("ReopenWindowOver"),
            (Deed::Reopen, Closed) => {
                after.status = if !is_client && known.before == Answered { Answered } else { waiting };
                // Who cannot answer any more gets nothing back.
                after.assignee = known.assignee.filter(|_| able);
                Expected::Done
            }
            (Deed::Reopen, _) => Expected::Already,
            (deed, _) => unreachable!("{deed:?} is not about a ticket"),
        };
        if is_word && expected == Expected::Done {
            after.in_a_row = if is_client { known.in_a_row + 1 } else { 0 };
        }
        (expected, after)
    }

    /// Suspending an agent releases their open tickets.
    fn suspend_marta(&mut self) {
        self.marta_is_out = true;
        for (_, known) in &mut self.tickets {
            if known.assignee == Some(MARTA) && known.status != Status::Closed {
                known.assignee = None;
                known.status = if known.status == Status::Pending { Status::New } else { known.status };
            }
        }
    }
}

fn play(steps: &[Step]) {
    let home = folder();
    let directory = home.path().join("desk");
    let founded: Result<_, StoreError> =
        RedbStore::create_with(&directory, Duration::from_secs(10), &CommandId([1; 16]), furnish);
    let mut kept = Played::new(founded.unwrap().0);
    // This one runs each transaction twice, as an engine may.
    let mut thought = Played::new(MemoryStore::running_twice());
    let furnished: Result<(), StoreError> = thought.store.write(&CommandId([1; 16]), furnish);
    furnished.unwrap();
    let mut model = Model::default();
    for step in steps {
        let which = if model.tickets.is_empty() { None } else { Some(step.which % model.tickets.len()) };
        let is_about_one = !matches!(step.deed, Deed::Open | Deed::Suspend | Deed::Reinstate | Deed::Wait(_));
        if is_about_one && which.is_none() {
            continue;
        }
        let number = which.map(|which| model.tickets[which].0.clone());
        let (ended, told) = kept.play(step, model.day, number.as_ref());
        let (_, also) = thought.play(step, model.day, number.as_ref());
        assert_eq!(told, also, "the engines differ about {step:?}");
        match which {
            Some(which) if is_about_one => {
                let (expected, after) = model.judge(step, &model.tickets[which].1);
                match (&expected, &ended) {
                    (Expected::Refused(why), Ended::Refused(told)) if told.starts_with(why) => {}
                    (Expected::Done, Ended::Done { changed: true, .. }) => model.tickets[which].1 = after,
                    (Expected::Already, Ended::Done { changed: false, .. }) => {}
                    _ => panic!("{step:?} on {:?}: {expected:?}, but {ended:?}", model.tickets[which]),
                }
            }
            _ => around(&mut model, step, ended),
        }
        holds(&kept.store, &model);
    }
    assert_eq!(kept.store.verify().unwrap(), Vec::<String>::new());
}

/// What is not about one ticket there is.
fn around(model: &mut Model, step: &Step, ended: Ended) {
    let role = PEOPLE[step.who].1;
    let is_out = step.who == MARTA && model.marta_is_out;
    match (&step.deed, ended) {
        (Deed::Open, Ended::Done { number: Some(number), .. }) if role != Role::Agent => {
            let client = if role == Role::Client { step.who } else { 1 };
            let known = Known { client, assignee: None, status: Status::New, before: Status::New, closed_day: 0, in_a_row: 1 };
            model.tickets.push((number, known));
        }
        (Deed::Open, Ended::Refused(why)) if role == Role::Agent => assert!(is_out || why.starts_with("NotAllowed"), "{why}"),
        (Deed::Suspend | Deed::Reinstate, Ended::Refused(_)) => assert_ne!(role, Role::Admin),
        (Deed::Suspend, Ended::Done { changed, .. }) if role == Role::Admin => {
            assert_eq!(changed, !model.marta_is_out);
            model.suspend_marta();
        }
        (Deed::Reinstate, Ended::Done { changed, .. }) if role == Role::Admin => {
            assert_eq!(changed, model.marta_is_out);
            model.marta_is_out = false;
        }
        (Deed::Wait(days), _) => model.day += days,
        (deed, ended) => panic!("{deed:?} by {role:?}: {ended:?}"),
    }
}

/// The desk is as the model says.
fn holds<S: Store>(store: &S, model: &Model) {
    for (number, known) in &model.tickets {
        let kept: Result<_, StoreError> = store.read(|read| Ok(read.tickets(std::slice::from_ref(number))?.remove(0).unwrap()));
        let kept = kept.unwrap();
        let assignee = known.assignee.map(|place| AccountId(place as u32 + 1));
        assert_eq!((kept.status, kept.assignee), (known.status, assignee), "{number}: {known:?}");
        assert_eq!(kept.closed_at.is_some(), known.status == Status::Closed);
    }
}

#[test]
fn random_commands_end_as_the_tables_say_on_both_engines() {
    let mut runner = TestRunner::new(Config { cases: 12, failure_persistence: None, ..Config::default() });
    runner
        .run(&prop::collection::vec(step(), 60..160), |steps| {
            play(&steps);
            Ok(())
        })
        .unwrap();
}
