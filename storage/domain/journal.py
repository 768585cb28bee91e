"""What the journal remembers of an edit, for undo, redo and the history of a mark."""

from dataclasses import dataclass
from datetime import datetime

from storage.domain.ids import JournalId


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One edit as a list shows it: when (UTC), what in words, and whether it has been undone."""

    id: JournalId
    when: datetime
    label: str
    undone: bool
