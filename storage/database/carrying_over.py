"""Carrying a document's marks over from its former texts to its current one."""

import sqlite3
from collections.abc import Iterable

from storage.database import annotations, documents
from storage.domain.annotation import Annotation
from storage.domain.document import TextVersion
from storage.domain.ids import DocumentId, TextVersionId
from storage.text.anchoring import FormerText, carry_over


def carry_marks_over(connection: sqlite3.Connection, document: DocumentId) -> None:
    """Give all marks of a document their places in its current text; none is deleted or placed in silence."""
    current = documents.get_text(connection, document)
    marks = annotations.annotations_of_document(connection, document)
    annotations.move_annotations(connection, into_text(connection, marks, current))


def into_text(
    connection: sqlite3.Connection, marks: Iterable[Annotation], current: TextVersion
) -> tuple[Annotation, ...]:
    """Return marks of one document with their places in its current text; nothing is stored."""
    former: dict[TextVersionId, FormerText] = {}
    carried = []
    for mark in marks:
        version = mark.sure_place.text_version
        if version not in former:
            former[version] = FormerText(documents.get_text_version(connection, version).text, current.text)
        carried.append(carry_over(mark, current.id, current.text, current.blocks, former[version]))
    return tuple(carried)
