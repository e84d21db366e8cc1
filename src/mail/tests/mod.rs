//! Letters as their readers get them: composed, rendered, parsed by a mail program's parser.

mod facts;
mod golden;
mod properties;
mod rare;
