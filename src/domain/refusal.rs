//! Why the desk does not do what it was asked to.

use super::absence::SubstituteFault;
use super::calendar::CalendarFault;
use super::dump::DumpFault;
use super::house_rules::Breach;
use super::merge::MergeFault;
use super::number::TicketNumber;
use super::password::PasswordFault;
use super::phone_line::PhoneLine;
use super::reminder::ReminderFault;
use super::settings::Clash;
use super::sheet::SheetFault;
use super::time::Timestamp;
use super::token::Scope;

/// Why a client waits for an answer before they write again, and what they may do meanwhile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The ticket.
    pub number: TicketNumber,
    /// So many messages in a row are allowed.
    pub most: u32,
    /// Whether it is closed, so that nobody will answer.
    pub is_closed: bool,
    /// By when the answer is due, if it ever is.
    pub due_at: Option<Timestamp>,
    /// Whether it is late.
    pub is_overdue: bool,
    /// Where they have asked for it already: from when on they may again.
    pub asks_again_at: Option<Timestamp>,
    /// The desk's telephone.
    pub phone: Option<PhoneLine>,
}

/// A request that a rule or a state does not allow. The words for it are in `ui/error.rs`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    // --- what was given cannot be ---
    /// A message without words.
    #[error("the message is empty")]
    EmptyMessage,
    /// A message beyond the limit.
    #[error("the message has more than {most} bytes")]
    MessageTooLong {
        /// The limit, in bytes.
        most: u64,
    },
    /// A message that is not text.
    #[error("the message is not text")]
    MessageIsBinary,
    /// A subject that cannot be one.
    #[error("the subject is empty, too long, or holds control characters")]
    BadSubject {
        /// The most characters.
        most: u64,
    },
    /// A reason that cannot be one.
    #[error("the reason is empty, too long, or holds control characters")]
    BadReason {
        /// The most characters.
        most: u64,
    },
    /// What cannot be the name of a token.
    #[error("the name of the token is empty, too long, or holds control characters")]
    BadTokenName,
    /// A value that cannot be what its option asks for.
    #[error("{value:?} cannot be a value of {option}")]
    BadValue {
        /// The option, as it is typed.
        option: String,
        /// What was given.
        value: String,
    },
    /// A period that ends before it begins.
    #[error("the period from {since:?} until {until:?} ends before it begins")]
    BadPeriod {
        /// Its beginning, as it was typed.
        since: String,
        /// Its end, as it was typed; now, if nobody named it.
        until: Option<String>,
    },
    /// Something that is needed was not given.
    #[error("{option} is missing")]
    Missing {
        /// The option, as it is typed.
        option: String,
    },
    /// A setting that the desk does not know.
    #[error("no setting {key:?}")]
    NoSuchSetting {
        /// What was given.
        key: String,
        /// The nearest that there is.
        nearest: Option<String>,
    },
    /// A value that makes no sense for a setting.
    #[error("{value:?} makes no sense for {key}")]
    BadSetting {
        /// The setting.
        key: String,
        /// What was given.
        value: String,
    },
    /// Settings that each make sense, and do not together: the one complained of with its value, and the other with its own.
    #[error("{value:?} for {key} does not go with {with:?} for {other}")]
    SettingsClash {
        /// Why.
        clash: Clash,
        /// The setting that is complained of.
        key: &'static str,
        /// Its value.
        value: String,
        /// The setting that it does not go with.
        other: &'static str,
        /// Its value.
        with: String,
    },
    /// A password that will not do.
    #[error("the password will not do: {0:?}")]
    BadPassword(PasswordFault),
    /// A sheet, or a row of it, that cannot be read or makes no sense.
    #[error("the sheet will not do: {0:?}")]
    BadSheet(SheetFault),
    /// A calendar by which nothing is ever due, or a file of holidays that cannot be one.
    #[error("the calendar will not do: {0:?}")]
    BadCalendar(CalendarFault),
    /// A dump that cannot become a desk.
    #[error("the dump will not do: {0:?}")]
    BadDump(DumpFault),
    /// Words that the house rules do not let through.
    #[error("the house rules do not allow {} places", .0.spots.shown.len() + .0.spots.more)]
    HouseRules(Breach),
    /// The house rules were not accepted.
    #[error("the house rules are not accepted")]
    RulesNotAccepted,
    /// The house rules have changed since they were accepted, if they ever were.
    #[error("the house rules in force are not accepted")]
    RulesChanged,

    // --- what is not there, or not for this person ---
    /// No ticket of that number that this person may see.
    #[error("no such ticket")]
    TicketNotFound,
    /// No such person.
    #[error("no such person: {who}")]
    PersonNotFound {
        /// What was given.
        who: String,
    },
    /// No such topic.
    #[error("no such topic: {name}")]
    TopicNotFound {
        /// What was given.
        name: String,
    },
    /// Several topics that are called so.
    #[error("several topics are called {name}")]
    TopicAmbiguous {
        /// What was given.
        name: String,
        /// The full names of those, or of the first of them.
        topics: Vec<String>,
    },
    /// No such attachment.
    #[error("no such attachment: {id}")]
    AttachmentNotFound {
        /// What was given.
        id: String,
    },
    /// No such letter.
    #[error("no such letter: {id}")]
    LetterNotFound {
        /// What was given.
        id: String,
    },
    /// There is no such task, or it is not for this person to know of it.
    #[error("there is no task {id}")]
    TaskNotFound {
        /// What was asked for.
        id: String,
    },
    /// No such token, or none that this person may know of.
    #[error("no such token: {id}")]
    TokenNotFound {
        /// What was given.
        id: String,
    },

    // --- who asks ---
    /// Nobody is logged in.
    #[error("nobody is logged in")]
    NotLoggedIn,
    /// The session ended.
    #[error("the session has ended")]
    SessionEnded,
    /// A token that there is not, that has expired or that was revoked.
    #[error("the token cannot be used")]
    TokenInvalid,
    /// A wrong handle, address or password.
    #[error("wrong login")]
    WrongLogin,
    /// Too many failed attempts.
    #[error("too many attempts until {until:?}")]
    TooManyAttempts {
        /// When the next one is allowed.
        until: Timestamp,
    },
    /// A wrong, used or expired code.
    #[error("wrong or expired code")]
    WrongCode,
    /// A right code that comes with an invitation: nothing is done with it but choosing the first password.
    #[error("the code of an invitation sets a password")]
    CodeOfInvitation,
    /// The role does not allow it.
    #[error("not allowed")]
    NotAllowed,
    /// The role allows it, but not the token's scope.
    #[error("the token needs the scope {}", needed.id())]
    OutsideScope {
        /// The least scope that would do.
        needed: Scope,
    },
    /// No token allows it: it is for whoever knows the password.
    #[error("not with a token")]
    NotWithToken,

    // --- what the state forbids ---
    /// The account is suspended.
    #[error("the account is suspended")]
    Suspended {
        /// Why.
        reason: String,
    },
    /// A client has written as many messages in a row as they may.
    #[error("it is not their turn: {} messages in a row", .0.most)]
    NotTheirTurn(Box<Turn>),
    /// Nobody may register.
    #[error("registration is closed")]
    RegistrationClosed {
        /// Where one may ask: an address or a telephone, if the desk has told either.
        contact: Option<String>,
    },
    /// The ticket is closed.
    #[error("the ticket is closed")]
    TicketClosed {
        /// Its number.
        number: TicketNumber,
    },
    /// The ticket was closed too long ago to be reopened by its client.
    #[error("the window for reopening is over")]
    ReopenWindowOver,
    /// The ticket is a part of another, where everything about it goes on.
    #[error("the ticket is a part of another")]
    TicketMerged {
        /// Where it goes on, for those who may see that.
        into: Option<TicketNumber>,
    },
    /// The ticket cannot become a part of another.
    #[error(transparent)]
    CannotMerge(MergeFault),
    /// The answer cannot be asked for, not yet or not any more.
    #[error("the answer cannot be asked for: {0:?}")]
    CannotRemind(ReminderFault),
    /// Somebody else has the ticket.
    #[error("the ticket is assigned to {to}")]
    AlreadyAssigned {
        /// The name of whoever has it.
        to: String,
    },
    /// The person cannot be given tickets.
    #[error("{who} cannot be assigned")]
    CannotBeAssigned {
        /// Their handle.
        who: String,
    },
    /// The person is not a client.
    #[error("{who} is not a client")]
    NotAClient {
        /// Their handle.
        who: String,
    },
    /// The person is not of staff, and has no tickets to be moved.
    #[error("{who} is not of staff")]
    NotStaff {
        /// Their handle.
        who: String,
    },
    /// The person, not the one who acts, is suspended.
    #[error("{who} is suspended")]
    PersonSuspended {
        /// Their handle.
        who: String,
    },
    /// The handle is taken.
    #[error("the handle {handle} is taken")]
    HandleTaken {
        /// The handle.
        handle: String,
    },
    /// The address is taken.
    #[error("the address is taken")]
    AddressTaken,
    /// The external id is taken.
    #[error("the external id {id} is taken")]
    ExternalIdTaken {
        /// The id.
        id: String,
    },
    /// The topic is retired.
    #[error("the topic {name} is retired")]
    TopicRetired {
        /// Its full name.
        name: String,
    },
    /// A topic of that name stands there already.
    #[error("the topic {name} is there already")]
    TopicTaken {
        /// Its full name.
        name: String,
    },
    /// The topic cannot stand there: under itself, or too deep.
    #[error("the topic cannot stand there")]
    TopicMisplaced,
    /// The last topic cannot be retired.
    #[error("the last topic cannot be retired")]
    LastTopic,
    /// Clients have no tickets to answer, so that nobody need know when they are away.
    #[error("{who} is not of staff")]
    NeverAway {
        /// Their handle.
        who: String,
    },
    /// Somebody is to be away until a time that has passed.
    #[error("the time has passed")]
    TimePassed,
    /// Somebody is to be away for longer than anybody is.
    #[error("the time is too far off")]
    TimeTooFar,
    /// The person cannot look after somebody's tickets.
    #[error("{who} cannot stand in")]
    BadSubstitute {
        /// Their handle.
        who: String,
        /// Why.
        fault: SubstituteFault,
    },
    /// No agent is there to whom a ticket could go.
    #[error("nobody is there to be assigned")]
    NobodyAvailable {
        /// Its number.
        number: TicketNumber,
    },
    /// A refusal of what stands on a line of a file.
    #[error("line {line}: {refusal}")]
    OnLine {
        /// The line, counted from 1.
        line: u64,
        /// Why.
        refusal: Box<Refusal>,
    },
    /// The last administrator must stay one.
    #[error("the last administrator must stay one")]
    LastAdmin,
    /// The account has tickets that a role without tickets of its own cannot keep.
    #[error("the account has tickets of its own")]
    HasTickets,
    /// The attachment is too large.
    #[error("the attachment {name} is too large")]
    AttachmentTooLarge {
        /// Its name.
        name: String,
        /// The most bytes.
        most: u64,
    },
    /// Too many attachments in one go.
    #[error("more than {most} attachments")]
    TooManyAttachments {
        /// The most.
        most: u64,
    },
    /// The person has a token of that name.
    #[error("there is a token {name:?}")]
    TokenNameTaken {
        /// The name.
        name: String,
    },
    /// The person has as many tokens as one may have.
    #[error("more than {most} tokens")]
    TooManyTokens {
        /// The most.
        most: u64,
    },
    /// The idempotency key was used for something else.
    #[error("the key was used with other arguments")]
    KeyReused,
    /// The letter was sent, dropped or cancelled.
    #[error("the letter is not waiting")]
    LetterNotWaiting,
    /// A relay has the letter at this moment.
    #[error("the letter is being sent")]
    LetterLeaving,
    /// The letter was given up, and its code is gone with it.
    #[error("the letter's code is gone")]
    LetterWithoutCode,
    /// The ticket that is followed up is not closed.
    #[error("the ticket is open: reply instead")]
    FollowUpOfOpen {
        /// Its number.
        number: TicketNumber,
    },
    /// More tickets at once than one command takes.
    #[error("more than {most} tickets at once")]
    TooManyTickets {
        /// The most.
        most: u64,
    },
    /// The desk exists already.
    #[error("the desk exists already")]
    DeskExists,
    /// No number is left to draw, which no desk will live to see.
    #[error("no ticket number is left")]
    NoNumberLeft,
}
