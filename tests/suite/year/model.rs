//! Who must be told of which answer, and when: the guide's promise as sets and sums, without the program's own rules.

use std::collections::{BTreeMap, BTreeSet};

use super::hours::{HOUR, Hours};
pub use super::patience::Told;
use super::patience::Waiting;

/// Of how many tickets at most somebody gets a letter each.
const MOST_LETTERS: usize = 5;
/// How much of each kind a command tells in passing.
const IN_PASSING: usize = 64;
/// Somebody, by the handle.
pub type Name = &'static str;

/// What happens to a ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deed {
    /// Its client opens it, and maybe somebody has it at once.
    Open(usize, Option<Name>),
    /// Somebody gets it.
    Assign(Name),
    /// Nobody has it any more.
    Release,
    /// Staff answers.
    Answer,
    /// Staff writes something that is no answer yet.
    Delay,
    /// Staff writes among themselves.
    Note,
    /// Its client writes again.
    Write,
    /// Staff closes it.
    Close,
    /// Staff opens it again.
    Reopen,
}

/// What people do to the desk, with the real program.
#[derive(Clone)]
pub enum Command {
    /// A client is suspended.
    Suspend(usize),
    /// A client comes back.
    Reinstate(usize),
    /// Somebody of staff is suspended.
    Dismiss(Name),
    /// Somebody of staff is no longer.
    Recall(Name),
    /// Somebody goes away until a moment, and somebody may stand in for them.
    Away(Name, i64, Option<Name>),
    /// Somebody is back.
    Back(Name),
    /// A setting of the calendar is changed, which is this one then.
    Calendar(&'static str, &'static str, Hours),
}

/// A letter that must be in the outbox: when it was queued, to whom, of what, and of which tickets.
pub type Letter = (i64, String, &'static str, Vec<u32>);

/// How much a tick must do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Warnings.
    pub warned: usize,
    /// Overdue answers.
    pub overdue: usize,
    /// Letters.
    pub letters: usize,
}

impl Counts {
    /// Both together.
    pub fn plus(self, other: Self) -> Self {
        let Self { warned, overdue, letters } = other;
        Self { warned: self.warned + warned, overdue: self.overdue + overdue, letters: self.letters + letters }
    }
}

#[derive(Debug)]
struct Ticket {
    client: usize,
    assignee: Option<Name>,
    is_closed: bool,
    /// While it is closed, what it had before.
    waiting: Option<Waiting>,
}

/// A desk, as far as it matters who is told of answers.
#[derive(Default)]
pub struct Model {
    tickets: Vec<Ticket>,
    /// The places of those that wait and are not closed.
    waiting: BTreeSet<usize>,
    hours: Hours,
    suspended: BTreeSet<usize>,
    dismissed: BTreeSet<Name>,
    away: BTreeMap<Name, (i64, Option<Name>)>,
    /// All that was to be told.
    pub letters: Vec<Letter>,
    /// Answers that were overdue before anybody could be warned.
    pub never_warned: usize,
    /// Answers that were told of by another command than `tick`.
    pub told_in_passing: usize,
    /// Answers whose time was at rest while it ran.
    pub rested: usize,
    /// Answers that were told of before their time, as a calendar that was changed has it.
    pub postponed: usize,
    /// Letters to somebody who stood in for somebody else.
    pub to_substitutes: usize,
}

impl Model {
    /// A desk without tickets.
    pub fn new(hours: Hours) -> Self {
        Self { hours, ..Self::default() }
    }

    /// How far people were told of what waits in each ticket, counted from 1; none where nobody waits.
    pub fn told(&self) -> impl Iterator<Item = (u32, Option<Told>)> {
        let told = |ticket: &Ticket| ticket.waiting.as_ref().filter(|_| !ticket.is_closed).map(|waiting| waiting.told);
        self.tickets.iter().zip(1..).map(move |(ticket, place)| (place, told(ticket)))
    }

    /// Whether a client is suspended.
    pub fn is_suspended(&self, client: usize) -> bool {
        self.suspended.contains(&client)
    }

    /// Whether somebody can be given tickets, or can stand in for somebody.
    pub fn is_there(&self, name: Name, now: i64) -> bool {
        !self.dismissed.contains(name) && self.away.get(name).is_none_or(|(until, _)| *until <= now)
    }

    /// Whether somebody can answer, whether or not they are there.
    pub fn is_able(&self, name: Name) -> bool {
        !self.dismissed.contains(name)
    }

    /// Lets something happen, if it can, and says whether it did; a new ticket is the last one.
    pub fn happen(&mut self, place: usize, deed: Deed, now: i64) -> bool {
        let begun = Some(Waiting { begun: now, rests: Vec::new(), from: now, rests_since: None, told: Told::Nothing });
        if let Deed::Open(client, assignee) = deed {
            let is_possible = !self.is_suspended(client) && assignee.is_none_or(|assignee| self.is_able(assignee));
            if is_possible {
                self.tickets.push(Ticket { client, assignee, is_closed: false, waiting: begun });
                self.waiting.insert(self.tickets.len());
            }
            return is_possible;
        }
        let (suspended, dismissed) = (&self.suspended, &self.dismissed);
        let Some(ticket) = self.tickets.get_mut(place - 1) else { return false };
        if ticket.is_closed != (deed == Deed::Reopen) {
            return false;
        }
        // What begins to wait while its client is suspended is for tests of commands.
        let begins = matches!(deed, Deed::Write | Deed::Delay) && ticket.waiting.is_none();
        if (begins || deed == Deed::Write) && suspended.contains(&ticket.client) {
            return false;
        }
        match deed {
            Deed::Assign(name) if dismissed.contains(name) => return false,
            Deed::Assign(name) => ticket.assignee = Some(name),
            Deed::Release => ticket.assignee = None,
            Deed::Answer => ticket.waiting = None,
            Deed::Close => ticket.is_closed = true,
            Deed::Reopen => {
                ticket.is_closed = false;
                ticket.assignee = ticket.assignee.filter(|assignee| !dismissed.contains(assignee));
            }
            Deed::Write | Deed::Delay if begins => ticket.waiting = begun,
            Deed::Write | Deed::Delay | Deed::Note | Deed::Open(..) => {}
        }
        if ticket.waiting.is_some() && !ticket.is_closed {
            self.waiting.insert(place);
        } else {
            self.waiting.remove(&place);
        }
        true
    }

    /// What a command does at a moment, in passing too.
    pub fn command(&mut self, command: &Command, now: i64) {
        match command {
            Command::Suspend(client) => {
                self.suspended.insert(*client);
                self.waitings_of(*client).for_each(|waiting| waiting.rests_since = Some(now));
            }
            Command::Reinstate(client) => {
                self.suspended.remove(client);
                let (hours, mut rested, mut postponed) = (self.hours.clone(), 0, 0);
                for ticket in self.tickets.iter_mut().filter(|ticket| ticket.client == *client) {
                    let Some(waiting) = &mut ticket.waiting else { continue };
                    if let Some(rests_since) = waiting.rests_since.take() {
                        waiting.rests.push((rests_since, now));
                        rested += 1;
                    }
                    waiting.recount(&hours);
                    postponed += usize::from(!ticket.is_closed && waiting.forget(&hours, now));
                }
                self.rested += rested;
                self.postponed += postponed;
            }
            Command::Dismiss(name) => {
                self.dismissed.insert(name);
                let theirs = self.tickets.iter_mut().filter(|ticket| !ticket.is_closed && ticket.assignee == Some(name));
                theirs.for_each(|ticket| ticket.assignee = None);
            }
            Command::Recall(name) => drop(self.dismissed.remove(name)),
            Command::Away(name, until, substitute) => drop(self.away.insert(name, (*until, *substitute))),
            Command::Back(name) => drop(self.away.remove(name)),
            Command::Calendar(_, _, hours) => {
                self.hours = hours.clone();
                for place in &self.waiting {
                    self.tickets[place - 1].waiting.iter_mut().for_each(|waiting| waiting.recount(hours));
                }
                self.forget(now);
            }
        }
        let told = self.tell_all(now, IN_PASSING);
        self.told_in_passing += told.warned + told.overdue;
    }

    fn waitings_of(&mut self, client: usize) -> impl Iterator<Item = &mut Waiting> {
        self.tickets.iter_mut().filter(move |ticket| ticket.client == client).filter_map(|ticket| ticket.waiting.as_mut())
    }

    /// The first moment after another at which something is to be told.
    pub fn next_due(&self, after: i64) -> Option<i64> {
        let due = |place: &usize| {
            let waiting = self.tickets[place - 1].waiting.as_ref().filter(|waiting| waiting.rests_since.is_none())?;
            let from = self.hours.worked(waiting.from);
            [24, 48].into_iter().map(|promise| self.hours.first(from + promise * HOUR)).find(|due| *due > after)
        };
        self.waiting.iter().filter_map(due).min()
    }

    /// Forgets what was told of deadlines that lie ahead.
    fn forget(&mut self, now: i64) {
        for place in &self.waiting {
            let waiting = self.tickets[place - 1].waiting.as_mut();
            self.postponed += usize::from(waiting.is_some_and(|waiting| waiting.forget(&self.hours, now)));
        }
    }

    /// All that somebody does who looks after the desk.
    pub fn tick(&mut self, now: i64) -> Counts {
        self.forget(now);
        self.tell_all(now, usize::MAX)
    }

    /// Tells what is to be told at a moment, at most so much of each kind.
    fn tell_all(&mut self, now: i64, limit: usize) -> Counts {
        let late = self.due(now, 48, |told| told == Told::Warned);
        let never_warned = self.due(now, 48, |told| told == Told::Nothing);
        let overdue: Vec<_> = late.into_iter().chain(never_warned).take(limit).collect();
        self.never_warned += overdue.iter().filter(|place| self.tell(**place, Told::Overdue) == Told::Nothing).count();
        let mut warned = self.due(now, 24, |told| told == Told::Nothing);
        warned.truncate(limit);
        for place in &warned {
            self.tell(*place, Told::Warned);
        }
        let mut letters: BTreeMap<Name, BTreeMap<u32, &'static str>> = BTreeMap::new();
        for (places, notice) in [(&overdue, "overdue"), (&warned, "warning")] {
            for place in places {
                let asked = self.tickets[place - 1].assignee.filter(|name| self.is_able(name));
                let mut people = vec![asked.map_or_else(|| self.of_role("sara", now), |name| self.or_substitute(name, now))];
                if notice == "overdue" {
                    people.push(self.of_role("carmen", now));
                }
                self.to_substitutes += usize::from(asked.is_some_and(|name| name != people[0]));
                for person in people {
                    letters.entry(person).or_default().insert(*place as u32, notice);
                }
            }
        }
        let before = self.letters.len();
        for (person, tickets) in letters {
            let address = |person| format!("{person}@example.com");
            if tickets.len() > MOST_LETTERS {
                let notice = if tickets.values().any(|notice| *notice == "overdue") { "overdue" } else { "warning" };
                self.letters.push((now, address(person), notice, tickets.into_keys().collect()));
            } else {
                let letters = tickets.into_iter().map(|(ticket, notice)| (now, address(person), notice, vec![ticket]));
                self.letters.extend(letters);
            }
        }
        Counts { warned: warned.len(), overdue: overdue.len(), letters: self.letters.len() - before }
    }

    /// Those for which so many working hours have passed, the longest first.
    fn due(&self, now: i64, promise: i64, is_meant: impl Fn(Told) -> bool) -> Vec<usize> {
        let worked = self.hours.worked(now);
        let waiting = |place: &usize| self.tickets[place - 1].waiting.as_ref().map(|waiting| (waiting, *place));
        let mut due: Vec<_> = self.waiting.iter().filter_map(waiting).collect();
        due.retain(|(waiting, _)| {
            let passed = worked - self.hours.worked(waiting.from);
            waiting.rests_since.is_none() && is_meant(waiting.told) && passed >= promise * HOUR
        });
        due.sort_by_key(|(waiting, place)| (waiting.from, *place));
        due.into_iter().map(|(_, place)| place).collect()
    }

    fn tell(&mut self, place: usize, told: Told) -> Told {
        let waiting = self.tickets[place - 1].waiting.as_mut().unwrap();
        std::mem::replace(&mut waiting.told, told)
    }

    /// Who stands in for somebody, or that person where nobody is there.
    fn or_substitute(&self, name: Name, now: i64) -> Name {
        let mut person = name;
        for _ in 0..=self.away.len() {
            if self.is_there(person, now) {
                return person;
            }
            match self.away.get(person).and_then(|(_, substitute)| *substitute).filter(|next| self.is_able(next)) {
                Some(next) => person = next,
                None => return name,
            }
        }
        name
    }

    /// Who is told as the only one of a role: no agent in place of them, who does not see every ticket.
    fn of_role(&self, name: Name, now: i64) -> Name {
        let person = self.or_substitute(name, now);
        if matches!(person, "marta" | "mateo") { name } else { person }
    }
}
