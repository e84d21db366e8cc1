//! The permission table: what each role may do, and to what.

use super::account::Role;

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
    /// See how much there is to do and was done.
    ReadStats,
    /// See the outbox, show a letter, try it again.
    ReadMail,
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
    /// Read and change settings.
    Configure,
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
        (A::Open, Client) => Reach::Own,
        (A::Open, _) | (A::OpenForClient, Client | Agent) => Reach::Nothing,
        (A::Read | A::Reply | A::Close | A::Reopen, Client) => Reach::Own,
        (A::Read | A::Reply | A::Close | A::Reopen, Agent) => Reach::Assigned,
        (A::Note | A::Release | A::ReadStats, Client) => Reach::Nothing,
        (A::Note | A::Release | A::ReadStats, Agent) => Reach::Assigned,
        (A::Assign | A::Prioritize | A::Edit | A::Merge | A::ReadMail, Client | Agent) => Reach::Nothing,
        (A::SeeAddresses, Client) => Reach::Own,
        (A::SeeAddresses, Agent) => Reach::Nothing,
        (A::ReadUsers, Client) => Reach::Own,
        (A::ReadUsers, Agent) => Reach::StaffNames,
        (A::CreateUsers | A::ManageUsers, Secretary) => Reach::Clients,
        (A::CreateUsers | A::ManageUsers, Client | Agent | Care) => Reach::Nothing,
        (A::SetAbsence, Agent) => Reach::Own,
        (A::SetAbsence, Secretary) => Reach::Agents,
        (A::SetAbsence, Client | Care) => Reach::Nothing,
        (A::ManageMail | A::ChangeRole | A::ManageTopics | A::Configure, Client | Agent | Secretary | Care) => Reach::Nothing,
        (_, Secretary | Care | Admin) => Reach::All,
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
            (Action::Note, [Nothing, Assigned, All, All, All]),
            (Action::Assign, [Nothing, Nothing, All, All, All]),
            (Action::Prioritize, [Nothing, Nothing, All, All, All]),
            (Action::Edit, [Nothing, Nothing, All, All, All]),
            (Action::Merge, [Nothing, Nothing, All, All, All]),
            (Action::ReadStats, [Nothing, Assigned, All, All, All]),
            (Action::ReadMail, [Nothing, Nothing, All, All, All]),
            (Action::Release, [Nothing, Assigned, All, All, All]),
            (Action::SeeAddresses, [Own, Nothing, All, All, All]),
            (Action::ReadUsers, [Own, StaffNames, All, All, All]),
            (Action::CreateUsers, [Nothing, Nothing, Clients, Nothing, All]),
            (Action::ManageUsers, [Nothing, Nothing, Clients, Nothing, All]),
            (Action::SetAbsence, [Nothing, Own, Agents, Nothing, All]),
            (Action::ChangeRole, [Nothing, Nothing, Nothing, Nothing, All]),
            (Action::ManageTopics, [Nothing, Nothing, Nothing, Nothing, All]),
            (Action::Configure, [Nothing, Nothing, Nothing, Nothing, All]),
            (Action::ManageMail, [Nothing, Nothing, Nothing, Nothing, All]),
        ];
        for (action, row) in table {
            for (role, expected) in Role::ALL.into_iter().zip(row) {
                assert_eq!(reach(role, *action), *expected, "{action:?} for {role:?}");
            }
        }
    }
}
