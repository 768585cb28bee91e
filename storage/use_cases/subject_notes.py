"""Wishes about the notes that documents and entities have of their own."""

from storage.database import subject_notes as notes_table
from storage.domain.ids import DocumentId, EntityId
from storage.use_cases.subject import Subject


class SubjectNoteWishes(Subject):
    """What was noted about a document or an entity as a whole; an edit changes it."""

    def document_note(self, document: DocumentId) -> str:
        """Read the note of a document, in Markdown; empty where it has none."""
        with self._archive.connections.read() as connection:
            return notes_table.document_notes(connection, [document]).get(document, "")

    def entity_note(self, entity: EntityId) -> str:
        """Read the note of an entity, in Markdown; empty where it has none."""
        with self._archive.connections.read() as connection:
            return notes_table.entity_note(connection, entity)
