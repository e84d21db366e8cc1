//! A list of pairs: which ticket goes to whom.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

use super::{Gift, Given};
use crate::app::gate::Actor;
use crate::app::many::Batch;
use crate::app::{Error, NumberRefusal};
use crate::domain::account::AccountId;
use crate::domain::refusal::Refusal;
use crate::domain::sheet::SheetFault;
use crate::domain::text;
use crate::domain::ticket::TicketNumber;
use crate::store::Read;

/// A ticket and whom it is for, as a line of a list says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Which.
    pub number: TicketNumber,
    /// For whom.
    pub staff: String,
    /// What staff should know.
    pub note: Option<String>,
    /// The line, counted from 1.
    pub line: u64,
}

/// A ticket of the list, each once: where it stands, and to whom it goes or why it cannot.
struct Place {
    number: TicketNumber,
    line: u64,
    to: Result<AccountId, Refusal>,
    notes: Notes,
}

/// What the lines of one ticket tell staff: each note once, in the order of the lines. It is joined once, since a ticket may stand
/// on every line.
#[derive(Default)]
struct Notes {
    places: HashMap<String, usize>,
    /// The bytes of all of them as one.
    size: usize,
}

impl Notes {
    const BETWEEN: &str = "\n\n";

    /// # Errors
    /// `BadSheet` where they would be longer together than a note may be.
    fn add(&mut self, note: String) -> Result<(), Refusal> {
        let place = self.places.len();
        if let Entry::Vacant(vacant) = self.places.entry(note) {
            let between = if place == 0 { 0 } else { Self::BETWEEN.len() };
            self.size += vacant.key().len() + between;
            if self.size > text::LONGEST_MESSAGE {
                return Err(Refusal::BadSheet(SheetFault::NotesTooLong { most: text::LONGEST_MESSAGE as u64 }));
            }
            vacant.insert(place);
        }
        Ok(())
    }

    fn joined(&self) -> Option<String> {
        let mut notes: Vec<_> = self.places.iter().collect();
        notes.sort_unstable_by_key(|(_, place)| **place);
        let notes: Vec<_> = notes.into_iter().map(|(note, _)| note.as_str()).collect();
        if notes.is_empty() { None } else { Some(notes.join(Self::BETWEEN)) }
    }
}

impl Place {
    /// Takes up what a line tells staff; too much of it keeps the ticket from going anywhere.
    fn tell(&mut self, line: u64, note: Option<String>) {
        if let Err(refusal) = note.map_or(Ok(()), |note| self.notes.add(note)) {
            (self.line, self.to) = (line, Err(refusal));
        }
    }
}

/// A list whose people were looked up.
pub struct List {
    places: Vec<Place>,
    by_number: HashMap<TicketNumber, usize>,
}

impl List {
    /// Looks up the people of a list, each once. A ticket that stands in it twice for the same person is there once, with what both
    /// lines tell staff; one that it gives to two people goes to neither.
    ///
    /// # Errors
    /// Those of the store.
    pub fn read(read: &dyn Read, actor: &Actor, pairs: &[Pair]) -> Result<Self, Error> {
        let mut people: BTreeMap<&str, Result<AccountId, Refusal>> = BTreeMap::new();
        let mut list = Self { places: Vec::with_capacity(pairs.len()), by_number: HashMap::with_capacity(pairs.len()) };
        for pair in pairs {
            let to = match people.get(pair.staff.as_str()) {
                Some(known) => known.clone(),
                None => {
                    let found = match actor.assignable(read, &pair.staff) {
                        Ok(account) => Ok(account.id),
                        Err(Error::Refused(refusal)) => Err(refusal),
                        Err(error) => return Err(error),
                    };
                    people.entry(&pair.staff).or_insert(found).clone()
                }
            };
            let (to, note) = match pair.note.as_deref().map(text::message).transpose() {
                Ok(note) => (to, note),
                Err(refusal) => (Err(refusal), None),
            };
            list.add(pair, to, note);
        }
        Ok(list)
    }

    fn add(&mut self, pair: &Pair, to: Result<AccountId, Refusal>, note: Option<String>) {
        let Some(known) = self.by_number.get(&pair.number).and_then(|place| self.places.get_mut(*place)) else {
            self.by_number.insert(pair.number.clone(), self.places.len());
            let mut place = Place { number: pair.number.clone(), line: pair.line, to, notes: Notes::default() };
            place.tell(pair.line, note);
            self.places.push(place);
            return;
        };
        match (&known.to, to) {
            (Ok(before), Ok(after)) if *before == after => known.tell(pair.line, note),
            (Ok(_), Ok(_)) => {
                let value = pair.number.as_str().to_owned();
                let fault = SheetFault::ForAnother { value, line: known.line };
                known.to = Err(Refusal::BadSheet(fault));
                known.line = pair.line;
            }
            (Ok(_), Err(refusal)) => (known.line, known.to) = (pair.line, Err(refusal)),
            (Err(_), _) => {}
        }
    }

    /// The tickets, each once, in the order of the list.
    pub fn numbers(&self) -> Vec<TicketNumber> {
        self.places.iter().map(|place| place.number.clone()).collect()
    }

    fn place(&self, number: &TicketNumber) -> Option<&Place> {
        self.by_number.get(number).and_then(|place| self.places.get(*place))
    }

    /// To whom a ticket goes.
    ///
    /// # Errors
    /// Why it cannot.
    pub fn gift(&self, number: &TicketNumber) -> Given {
        let place = self.place(number).ok_or(Refusal::TicketNotFound)?;
        let to = place.to.clone()?;
        Ok(Gift { note: place.notes.joined(), ..Gift::to(to) })
    }

    /// What came of the tickets, with the line that each refusal is about.
    ///
    /// # Errors
    /// The same.
    pub fn on_lines(&self, done: Result<Batch, Error>) -> Result<Batch, Error> {
        let on_line = |refused: NumberRefusal| {
            if matches!(refused.refusal, Refusal::OnLine { .. }) {
                return refused;
            }
            let line = TicketNumber::parse(&refused.number).and_then(|number| self.place(&number)).map(|place| place.line);
            let refusal = match line {
                Some(line) => Refusal::OnLine { line, refusal: Box::new(refused.refusal) },
                None => refused.refusal,
            };
            NumberRefusal { refusal, ..refused }
        };
        let by_line = |refusals: Vec<NumberRefusal>| {
            let mut refusals: Vec<_> = refusals.into_iter().map(on_line).collect();
            refusals.sort_by_key(|refused| if let Refusal::OnLine { line, .. } = refused.refusal { line } else { 0 });
            refusals
        };
        match done {
            Ok(batch) => Ok(Batch { refusals: by_line(batch.refusals), ..batch }),
            Err(Error::Several { of, refusals, leaves_others }) => {
                Err(Error::Several { of, refusals: by_line(refusals), leaves_others })
            }
            Err(Error::Refused(refusal)) => match self.places.first() {
                // Alone in the list, and refused for what it is: what is refused of the whole list stands on no line.
                Some(only) if self.places.len() == 1 && refusal != Refusal::NotAllowed => {
                    Err(Refusal::OnLine { line: only.line, refusal: Box::new(refusal) }.into())
                }
                _ => Err(refusal.into()),
            },
            Err(error) => Err(error),
        }
    }
}
