//! The permission table: what each role may do, and to what; and which scope a token needs for it.

use super::account::Role;
use super::token::Scope;

/// Something that a person wants to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Open a ticket of one's own.
    Open,
    /// Open a ticket for a client.
    OpenForClient,
    /// List and show tickets, fetch attachments, search.
    Read,
    /// Write publicly.
    Reply,
    /// Close a ticket.
    Close,
    /// Reopen a ticket.
    Reopen,
    /// Ask for an answer that is late.
    Remind,
    /// Write among staff.
    Note,
    /// Give a ticket to somebody.
    Assign,
    /// Take a ticket from its assignee.
    Release,
    /// Set how urgent a ticket is.
    Prioritize,
    /// Change topic, subject, client or external id.
    Edit,
    /// Make tickets parts of another.
    Merge,
    /// Say that what a ticket is flagged for is dealt with.
    Unflag,
    /// See how much there is to do and was done.
    ReadStats,
    /// See the outbox, show a letter.
    ReadMail,
    /// Try a letter again.
    RetryMail,
    /// Drop a letter, send a test.
    ManageMail,
    /// See clients' addresses and telephones.
    SeeAddresses,
    /// List and show people.
    ReadUsers,
    /// Create people.
    CreateUsers,
    /// Edit, suspend, reinstate people and reset their passwords.
    ManageUsers,
    /// Say that somebody is away, and that they are back.
    SetAbsence,
    /// Give somebody another role.
    ChangeRole,
    /// Change topics.
    ManageTopics,
    /// Read settings.
    ReadSettings,
    /// Change settings.
    Configure,
    /// Change one's own name, handle, language or address.
    EditProfile,
    /// List tokens.
    ReadTokens,
    /// Make and revoke tokens.
    ManageTokens,
    /// Read what was done, by whom.
    ReadAudit,
    /// Write the whole desk down, its secrets with it.
    TakeAway,
    /// Ask that the client of a ticket be called.
    AskForCall,
    /// See what is to be done.
    ReadTasks,
    /// Say that it was done.
    FinishTasks,
    /// Take closed tickets away for ever.
    Purge,
}

/// To what a role may do something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reach {
    /// To nothing.
    Nothing,
    /// To one's own.
    Own,
    /// To the tickets that are assigned to one.
    Assigned,
    /// To staff's names; to oneself in full.
    StaffNames,
    /// To clients.
    Clients,
    /// To agents.
    Agents,
    /// To everything.
    All,
}

/// What `role` may do `action` to. This is the only place that knows.
pub fn reach(role: Role, action: Action) -> Reach {
    use Action as A;
    use Role::{Admin, Agent, Care, Client, Secretary};
    match (action, role) {
        (A::Open | A::Remind, Client) => Reach::Own,
        (A::Open | A::Remind, _) | (A::OpenForClient, Client | Agent) => Reach::Nothing,
        (A::Read | A::Reply | A::Close | A::Reopen, Client) => Reach::Own,
        (A::Read | A::Reply | A::Close | A::Reopen, Agent) => Reach::Assigned,
        (A::Note | A::Release | A::ReadStats, Client) => Reach::Nothing,
        (A::Note | A::Release | A::ReadStats, Agent) => Reach::Assigned,
        (A::Assign | A::Prioritize | A::Edit | A::Merge | A::Unflag | A::ReadMail | A::RetryMail, Client | Agent) => {
            Reach::Nothing
        }
        (A::SeeAddresses, Client) => Reach::Own,
        (A::SeeAddresses, Agent) => Reach::Nothing,
        (A::ReadUsers, Client) => Reach::Own,
        (A::ReadUsers, Agent) => Reach::StaffNames,
        (A::CreateUsers | A::ManageUsers, Secretary) => Reach::Clients,
        (A::CreateUsers | A::ManageUsers, Client | Agent | Care) => Reach::Nothing,
        (A::ManageMail | A::ChangeRole | A::ManageTopics | A::TakeAway | A::Purge, Client | Agent | Secretary | Care) => {
            Reach::Nothing
        }
        (A::ReadSettings | A::Configure | A::ReadAudit, Client | Agent | Secretary | Care) => Reach::Nothing,
        (A::EditProfile, _) => Reach::Own,
        (A::ReadTokens | A::ManageTokens, Client) => Reach::Nothing,
        (A::ReadTokens | A::ManageTokens, Agent | Secretary | Care) => Reach::Own,
        (A::AskForCall | A::ReadTasks | A::FinishTasks, Client) | (A::FinishTasks, Agent) => Reach::Nothing,
        (A::AskForCall, Agent) => Reach::Assigned,
        (A::ReadTasks, Agent) => Reach::Own,
        (A::SetAbsence, Agent) => Reach::Own,
        (A::SetAbsence, Secretary) => Reach::Agents,
        (A::SetAbsence, Client | Care) => Reach::Nothing,
        (_, Secretary | Care | Admin) => Reach::All,
    }
}

/// Whether the house rules are for whoever has a role: they are about what clients and agents say to each other.
pub fn is_under_house_rules(role: Role) -> bool {
    matches!(role, Role::Client | Role::Agent)
}

/// The least scope that a token needs to do `action`, where its owner's role allows that. This is the only place that knows.
///
/// `read` only looks: what it may do changes no ticket, no account and nothing of the desk. `assign` is what a script needs that hands tickets out. `write` is the
/// day's work in tickets. What is about people, the desk or the account itself is for `admin` alone.
pub fn scope_for(action: Action) -> Scope {
    use Action as A;
    match action {
        A::Read
        | A::SeeAddresses
        | A::ReadUsers
        | A::ReadMail
        | A::ReadSettings
        | A::ReadTokens
        | A::ReadAudit
        | A::ReadTasks
        | A::ReadStats => Scope::Read,
        A::Assign | A::Release | A::Prioritize => Scope::Assign,
        A::Open
        | A::OpenForClient
        | A::Remind
        | A::Reply
        | A::Close
        | A::Reopen
        | A::Note
        | A::Edit
        | A::Merge
        | A::Unflag
        | A::RetryMail
        | A::AskForCall
        | A::FinishTasks => Scope::Write,
        A::CreateUsers | A::ManageUsers | A::ChangeRole | A::SetAbsence | A::EditProfile => Scope::Admin,
        A::ManageMail | A::ManageTopics | A::Configure | A::ManageTokens | A::TakeAway | A::Purge => Scope::Admin,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table of `product.md`, in its own order: client, agent, secretary, care, admin.
    #[test]
    fn the_table_of_the_product() {
        use Reach::{Agents, All, Assigned, Clients, Nothing, Own, StaffNames};
        let table: &[(Action, [Reach; 5])] = &[
            (Action::Open, [Own, Nothing, Nothing, Nothing, Nothing]),
            (Action::OpenForClient, [Nothing, Nothing, All, All, All]),
            (Action::Read, [Own, Assigned, All, All, All]),
            (Action::Reply, [Own, Assigned, All, All, All]),
            (Action::Close, [Own, Assigned, All, All, All]),
            (Action::Reopen, [Own, Assigned, All, All, All]),
            (Action::Remind, [Own, Nothing, Nothing, Nothing, Nothing]),
            (Action::Note, [Nothing, Assigned, All, All, All]),
            (Action::Assign, [Nothing, Nothing, All, All, All]),
            (Action::Prioritize, [Nothing, Nothing, All, All, All]),
            (Action::Edit, [Nothing, Nothing, All, All, All]),
            (Action::Merge, [Nothing, Nothing, All, All, All]),
            (Action::Unflag, [Nothing, Nothing, All, All, All]),
            (Action::ReadStats, [Nothing, Assigned, All, All, All]),
            (Action::ReadMail, [Nothing, Nothing, All, All, All]),
            (Action::RetryMail, [Nothing, Nothing, All, All, All]),
            (Action::Release, [Nothing, Assigned, All, All, All]),
            (Action::SeeAddresses, [Own, Nothing, All, All, All]),
            (Action::ReadUsers, [Own, StaffNames, All, All, All]),
            (Action::CreateUsers, [Nothing, Nothing, Clients, Nothing, All]),
            (Action::ManageUsers, [Nothing, Nothing, Clients, Nothing, All]),
            (Action::SetAbsence, [Nothing, Own, Agents, Nothing, All]),
            (Action::ChangeRole, [Nothing, Nothing, Nothing, Nothing, All]),
            (Action::ManageTopics, [Nothing, Nothing, Nothing, Nothing, All]),
            (Action::ReadTokens, [Nothing, Own, Own, Own, All]),
            (Action::ManageTokens, [Nothing, Own, Own, Own, All]),
            (Action::EditProfile, [Own, Own, Own, Own, Own]),
            (Action::ReadAudit, [Nothing, Nothing, Nothing, Nothing, All]),
            (Action::ReadSettings, [Nothing, Nothing, Nothing, Nothing, All]),
            (Action::Configure, [Nothing, Nothing, Nothing, Nothing, All]),
            (Action::ManageMail, [Nothing, Nothing, Nothing, Nothing, All]),
            (Action::TakeAway, [Nothing, Nothing, Nothing, Nothing, All]),
            (Action::AskForCall, [Nothing, Assigned, All, All, All]),
            (Action::ReadTasks, [Nothing, Own, All, All, All]),
            (Action::Purge, [Nothing, Nothing, Nothing, Nothing, All]),
            (Action::FinishTasks, [Nothing, Nothing, All, All, All]),
        ];
        for (action, row) in table {
            for (role, expected) in Role::ALL.into_iter().zip(row) {
                assert_eq!(reach(role, *action), *expected, "{action:?} for {role:?}");
            }
        }
    }

    /// Which scope is enough for which action, in the order of the table above: read, assign, write, admin.
    #[test]
    fn the_table_of_the_scopes() {
        let table: &[(Action, [bool; 4])] = &[
            (Action::Open, [false, false, true, true]),
            (Action::OpenForClient, [false, false, true, true]),
            (Action::Read, [true, true, true, true]),
            (Action::Reply, [false, false, true, true]),
            (Action::Close, [false, false, true, true]),
            (Action::Reopen, [false, false, true, true]),
            (Action::Remind, [false, false, true, true]),
            (Action::Note, [false, false, true, true]),
            (Action::Assign, [false, true, true, true]),
            (Action::Prioritize, [false, true, true, true]),
            (Action::Edit, [false, false, true, true]),
            (Action::Merge, [false, false, true, true]),
            (Action::Unflag, [false, false, true, true]),
            (Action::ReadStats, [true, true, true, true]),
            (Action::ReadMail, [true, true, true, true]),
            (Action::RetryMail, [false, false, true, true]),
            (Action::Release, [false, true, true, true]),
            (Action::SeeAddresses, [true, true, true, true]),
            (Action::ReadUsers, [true, true, true, true]),
            (Action::CreateUsers, [false, false, false, true]),
            (Action::ManageUsers, [false, false, false, true]),
            (Action::SetAbsence, [false, false, false, true]),
            (Action::ChangeRole, [false, false, false, true]),
            (Action::ManageTopics, [false, false, false, true]),
            (Action::ReadTokens, [true, true, true, true]),
            (Action::ManageTokens, [false, false, false, true]),
            (Action::EditProfile, [false, false, false, true]),
            (Action::ReadAudit, [true, true, true, true]),
            (Action::TakeAway, [false, false, false, true]),
            (Action::AskForCall, [false, false, true, true]),
            (Action::ReadTasks, [true, true, true, true]),
            (Action::Purge, [false, false, false, true]),
            (Action::FinishTasks, [false, false, true, true]),
            (Action::ReadSettings, [true, true, true, true]),
            (Action::Configure, [false, false, false, true]),
            (Action::ManageMail, [false, false, false, true]),
        ];
        for (action, row) in table {
            for (scope, expected) in Scope::ALL.into_iter().zip(row) {
                assert_eq!(scope >= scope_for(*action), *expected, "{action:?} with {scope:?}");
            }
        }
    }
}
