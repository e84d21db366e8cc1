//! The screen: the only room that writes to a terminal or asks at one.
//!
//! It knows the domain's values and the words of both languages; it knows no store, no mail and no command line. Every text from
//! people goes through [`safe`] on its way out, all output goes through [`writer`], and what colours look like is in [`paint`].

pub mod audit;
pub mod calendar;
pub mod card;
pub mod deed;
pub mod desk;
pub mod due;
pub mod dumped;
pub mod error;
pub mod holiday;
pub mod imported;
pub mod letters;
pub mod markdown;
pub mod overdue;
pub mod pager;
pub mod paint;
pub mod people;
pub mod places;
pub mod present;
pub mod progress;
pub mod prompt;
pub mod purge;
pub mod receipt;
pub mod safe;
pub mod signals;
pub mod stats;
pub mod table;
pub mod talk;
pub mod task;
pub mod thread;
pub mod ticket;
pub mod token;
pub mod whoami;
pub mod writer;
