//! A year of a desk: a ticket an hour, answers at random times, absences, suspensions, changes of the calendar; and every warning and
//! every notice of what is overdue is queued once, at the right working hour, to the right people, however many processes tick.
//!
//! What must be told comes from a model with a calendar of its own. All of it comes from one seed.

mod dice;
mod hours;
mod keeper;
mod model;
mod patience;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use taquilla::domain::time::Timestamp;

use self::dice::Dice;
use self::hours::{HOUR, Hours, Week};
use self::keeper::{CLIENTS, Keeper};
use self::model::{Command, Counts, Deed, Model};
use crate::support::BEGINNING;

const SEED: u64 = 20_261_123;
/// A ticket each.
const HOURS_OF_A_YEAR: i64 = 8760;
/// Until the last of them is late, over a week-end and a holiday.
const HOURS_AFTER: i64 = 300;
const SECOND: i64 = 1_000;

const DAY: (usize, usize) = (0, 24);
const NEVER: (usize, usize) = (0, 0);
/// `mon-fri`.
const PLAIN: Week = [DAY, DAY, DAY, DAY, DAY, NEVER, NEVER];
/// Whose Sundays are those on which the clocks change.
const EARLY_SUNDAYS: Week = [DAY, DAY, DAY, DAY, DAY, NEVER, (0, 6)];
/// Of a desk with opening hours.
const OPENING: Week = [(9, 18), (9, 18), (9, 18), (9, 18), (9, 15), NEVER, NEVER];
/// A day in spring, a saint, and the week of the feast.
const LOCAL: [&str; 7] = ["2027-03-19", "2027-03-25", "2027-08-09", "2027-08-10", "2027-08-11", "2027-08-12", "2027-08-13"];

/// How a year goes.
struct Year {
    keeper: Keeper,
    model: Model,
    dice: Dice,
    /// What will happen: when, in which order, to which ticket.
    ahead: BinaryHeap<Reverse<(i64, usize, usize, Deed)>>,
    order: usize,
    /// What happened and is not in the file yet.
    batch: Vec<(i64, usize, Deed)>,
    tickets: usize,
    /// Commands and when they are given, after the tick of that hour.
    orders: BTreeMap<(i64, usize), Command>,
    /// How often was ticked in one thread, in four, and in four processes.
    rounds: [usize; 3],
}

fn moment(text: &str) -> i64 {
    Timestamp::parse_rfc3339(text).unwrap().as_millis()
}

impl Year {
    fn new() -> Self {
        Self {
            keeper: Keeper::new(),
            model: Model::new(Hours::new(PLAIN, &[])),
            dice: Dice(SEED),
            ahead: BinaryHeap::new(),
            order: 0,
            batch: Vec::new(),
            tickets: 0,
            orders: BTreeMap::new(),
            rounds: [0; 3],
        }
    }

    fn order(&mut self, at: i64, command: Command) {
        self.order += 1;
        self.orders.insert((at, self.order), command);
    }

    fn plan(&mut self, at: i64, place: usize, deed: Deed) {
        self.order += 1;
        self.ahead.push(Reverse((at, self.order, place, deed)));
    }

    /// What the desk's calendar is in the course of the year.
    fn plan_calendar(&mut self) {
        let (holidays, week) = ("calendar.holidays", "calendar.week");
        let set = "2027-03-19, easter-3, 2027-08-09, 2027-08-10, 2027-08-11, 2027-08-12, 2027-08-13";
        for (at, key, value, days, local) in [
            ("2027-01-20T07:00:00Z", week, "mon-thu 09:00-18:00, fri 09:00-15:00", OPENING, &LOCAL[..0]),
            ("2027-02-08T23:00:00Z", week, "mon-fri", PLAIN, &LOCAL[..0]),
            ("2027-03-17T12:00:00Z", holidays, set, PLAIN, &LOCAL),
            ("2027-03-22T12:00:00Z", week, "mon-fri, sun 00:00-06:00", EARLY_SUNDAYS, &LOCAL),
            ("2027-05-19T12:00:00Z", week, "mon-thu 09:00-18:00, fri 09:00-15:00", OPENING, &LOCAL),
            ("2027-06-17T12:00:00Z", week, "mon-fri", PLAIN, &LOCAL),
            ("2027-10-20T12:00:00Z", week, "sun 00:00-06:00, mon-fri", EARLY_SUNDAYS, &LOCAL),
        ] {
            self.order(moment(at), Command::Calendar(key, value, Hours::new(days, local)));
        }
        for (at, command) in
            [("2027-04-12T10:00:00Z", Command::Dismiss("mateo")), ("2027-05-03T10:00:00Z", Command::Recall("mateo"))]
        {
            self.order(moment(at), command);
        }
    }

    /// Decides who opens a ticket within the next hour.
    fn plan_ticket(&mut self, now: i64) {
        let (client, agent) = (self.dice.below(CLIENTS as i64) as usize, self.dice.agent());
        let assignee = self.dice.in_hundred(75).then_some(agent);
        let after = self.dice.hours(0, 1);
        self.plan(now + after, 0, Deed::Open(client, assignee));
    }

    /// Decides what will become of a ticket, from the moment when it is opened.
    fn plan_life(&mut self, place: usize, opened: i64) {
        let mut at = opened;
        if self.dice.in_hundred(15) {
            let (after, agent) = (self.dice.hours(1, 60), self.dice.agent());
            self.plan(opened + after, place, Deed::Assign(agent));
        }
        if self.dice.in_hundred(3) {
            let after = self.dice.hours(1, 60);
            self.plan(opened + after, place, Deed::Release);
        }
        loop {
            if self.dice.in_hundred(15) {
                let (after, deed) = (self.dice.hours(0, 70), if self.dice.in_hundred(60) { Deed::Delay } else { Deed::Note });
                self.plan(at + after, place, deed);
            }
            at += if self.dice.in_hundred(70) { self.dice.hours(0, 24) } else { self.dice.hours(20, 150) };
            let is_closed = self.dice.in_hundred(15);
            self.plan(at, place, if is_closed { Deed::Close } else { Deed::Answer });
            if is_closed && !self.dice.in_hundred(25) {
                return;
            }
            at += self.dice.hours(1, 90);
            if is_closed {
                self.plan(at, place, Deed::Reopen);
            } else if self.dice.in_hundred(20) {
                self.plan(at, place, Deed::Write);
            } else {
                if self.dice.in_hundred(25) {
                    self.plan(at, place, Deed::Close);
                }
                return;
            }
        }
    }

    /// Lets happen what happens until then, in the model; it comes into the file before the next tick.
    fn go_on(&mut self, until: i64) {
        while let Some(Reverse((at, _, place, deed))) = self.ahead.peek().copied().filter(|Reverse(next)| next.0 <= until) {
            self.ahead.pop();
            let deed = self.possible(deed);
            if !self.model.happen(place, deed, at) {
                continue;
            }
            let place = if let Deed::Open(..) = deed { self.tickets + 1 } else { place };
            if place > self.tickets {
                self.tickets = place;
                self.plan_life(place, at);
            }
            self.batch.push((at, place, deed));
        }
    }

    /// Who is suspended opens nothing: another client does.
    fn possible(&self, deed: Deed) -> Deed {
        let Deed::Open(client, assignee) = deed else { return deed };
        let mut clients = (client..client + CLIENTS).map(|client| client % CLIENTS);
        let client = clients.find(|client| !self.model.is_suspended(*client)).unwrap();
        Deed::Open(client, assignee.filter(|assignee| self.model.is_able(assignee)))
    }

    fn put(&mut self) {
        if !self.batch.is_empty() {
            self.keeper.put(&std::mem::take(&mut self.batch));
        }
    }

    /// A tick at a moment, which must do just what the model says.
    fn tick(&mut self, now: i64) {
        self.go_on(now);
        self.put();
        let expected = self.model.tick(now);
        // Where nothing is to be done they would not get into each other's way.
        let is_idle = expected == Counts::default();
        let way = match self.dice.below(100) {
            0..=3 if !is_idle => 2,
            4..=16 if !is_idle => 1,
            _ => 0,
        };
        let done = match way {
            0 => self.keeper.tick(now),
            1 => self.keeper.tick_in_threads(now),
            _ => self.keeper.tick_in_processes(now),
        };
        self.rounds[way] += 1;
        let way = ["one thread", "four threads", "four processes"][way];
        assert_eq!(done, expected, "at {}, in {way}, seed {SEED}", Timestamp::from_millis(now).to_rfc3339());
    }

    /// What people do to the desk right after a tick: what was planned for then, and what they think of now.
    fn do_orders(&mut self, now: i64) {
        self.give_orders(now);
        if self.dice.in_thousand(12) {
            self.plan_suspension(now);
        }
        if self.dice.in_thousand(20) {
            self.plan_absence(now);
        }
        self.give_orders(now);
    }

    fn give_orders(&mut self, now: i64) {
        while let Some(first) = self.orders.first_entry().filter(|first| first.key().0 <= now) {
            let command = first.remove();
            self.model.command(&command, now);
            self.keeper.command(&command, now);
        }
    }

    fn plan_suspension(&mut self, now: i64) {
        let client = self.dice.below(CLIENTS as i64) as usize;
        if !self.model.is_suspended(client) {
            let until = now + self.dice.hours(2, 200);
            self.order(now, Command::Suspend(client));
            self.order(until, Command::Reinstate(client));
        }
    }

    fn plan_absence(&mut self, now: i64) {
        let people = ["marta", "mateo", "sara", "carmen"];
        let (name, substitute) = (people[self.dice.below(4) as usize], people[self.dice.below(4) as usize]);
        let is_planned = self.orders.values().any(|order| matches!(order, Command::Back(other) if *other == name));
        if is_planned || !self.model.is_there(name, now) {
            return;
        }
        let is_possible = name != substitute && self.model.is_there(substitute, now) && !self.dice.in_hundred(20);
        let until = now + self.dice.hours(5, 250);
        self.order(now, Command::Away(name, until, is_possible.then_some(substitute)));
        if self.dice.in_hundred(40) {
            let back = now + self.dice.hours(2, 200);
            self.order(back, Command::Back(name));
        }
    }
}

#[test]
fn in_a_year_every_warning_is_queued_once_at_the_right_working_hour() {
    let mut year = Year::new();
    year.plan_calendar();
    let beginning = moment(BEGINNING);
    let (mut last, mut quiet_until) = (beginning, beginning);
    for hour in 0..HOURS_OF_A_YEAR + HOURS_AFTER {
        let now = beginning + hour * HOUR;
        let is_over = hour >= HOURS_OF_A_YEAR;
        if !is_over {
            year.plan_ticket(now);
        }
        // At times nobody ticks for days.
        let is_quiet = now < quiet_until;
        if year.dice.in_thousand(8) {
            quiet_until = now + year.dice.hours(10, 60);
        }
        if !is_quiet && year.dice.in_hundred(8) {
            // What is answered until then may never be due, and then nothing must be told.
            let due = year.model.next_due(last).filter(|due| *due <= now && *due - SECOND > last);
            for moment in due.into_iter().flat_map(|due| [due - SECOND, due]) {
                year.tick(moment);
            }
        }
        year.go_on(now);
        if !is_quiet && year.dice.in_hundred(18) {
            year.tick(now);
            if !is_over {
                year.do_orders(now);
            }
        }
        last = now;
    }
    year.tick(last);
    year.compare();
}

impl Year {
    /// The outbox and the tickets, as they are in the end, against the model.
    fn compare(self) {
        let Self { keeper, mut model, tickets, rounds, .. } = self;
        let mut letters = keeper.letters();
        letters.sort_unstable();
        model.letters.sort_unstable();
        let differs = letters.iter().zip(&model.letters).find(|(queued, expected)| queued != expected);
        assert_eq!(differs, None, "the first that differs: queued, expected; seed {SEED}");
        assert_eq!(letters.len(), model.letters.len(), "seed {SEED}");
        assert_eq!(keeper.told(tickets), model.told().collect::<Vec<_>>(), "seed {SEED}");
        // There was enough of everything.
        assert_eq!(tickets as i64, HOURS_OF_A_YEAR);
        let letters_of = |notice| letters.iter().filter(|letter| letter.2 == notice).count();
        let summaries = letters.iter().filter(|letter| letter.3.len() > 1).count();
        let [_, in_threads, in_processes] = rounds;
        for (what, least, count) in [
            ("warnings", 1_000, letters_of("warning")),
            ("overdue", 1_000, letters_of("overdue")),
            ("summaries", 100, summaries),
            ("never warned", 100, model.never_warned),
            ("to substitutes", 50, model.to_substitutes),
            ("rested", 50, model.rested),
            ("postponed", 20, model.postponed),
            ("told in passing", 10, model.told_in_passing),
            ("in threads", 100, in_threads),
            ("in processes", 20, in_processes),
        ] {
            assert!(count >= least, "{what}: only {count}, seed {SEED}");
        }
    }
}
