//! Taquilla: a whole help desk in one program.

pub mod domain;
pub mod i18n;
pub mod mail;
pub mod store;
pub mod ui;
