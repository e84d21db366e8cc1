//! The status and the priority of a ticket.

/// Where a ticket stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// Nobody is assigned.
    New,
    /// It waits for staff.
    Pending,
    /// It waits for the client.
    Answered,
    /// It is settled.
    Closed,
}

impl Status {
    /// Every status, in the order of a ticket's life.
    pub const ALL: [Self; 4] = [Self::New, Self::Pending, Self::Answered, Self::Closed];

    /// The name that machines read.
    pub fn id(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Pending => "pending",
            Self::Answered => "answered",
            Self::Closed => "closed",
        }
    }

    /// The status of a name that machines read.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.id() == id)
    }

    /// Whether staff owe its client an answer.
    pub fn waits(self) -> bool {
        matches!(self, Self::New | Self::Pending)
    }

    /// Whether the ticket is not closed.
    pub fn is_open(self) -> bool {
        self != Self::Closed
    }
}

/// How urgent staff hold a ticket to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Priority {
    /// Can wait.
    Low,
    /// The default.
    Normal,
    /// Before the others.
    High,
    /// Now.
    Emergency,
}

impl Priority {
    /// Every priority, lowest first.
    pub const ALL: [Self; 4] = [Self::Low, Self::Normal, Self::High, Self::Emergency];

    /// The name that machines read.
    pub fn id(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Normal => "normal",
            Self::High => "high",
            Self::Emergency => "emergency",
        }
    }

    /// The priority of a name that machines read.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|priority| priority.id() == id)
    }
}
