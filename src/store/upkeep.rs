//! What an engine does for itself; no use case asks for it.

use super::Result;

/// What an engine does for itself.
pub trait Upkeep {
    /// Reads all that is kept and says what is wrong with it; an empty list is a sound store.
    ///
    /// # Errors
    /// Those of [`StoreError`](super::StoreError) that keep it from being read at all.
    fn verify(&self) -> Result<Vec<String>>;

    /// Makes the index of texts anew from the texts, in steps between which others may work.
    ///
    /// # Errors
    /// Those of [`StoreError`](super::StoreError); what was made until then is right.
    fn reindex(&self) -> Result<()>;
}
