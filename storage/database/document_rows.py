"""Documents as lists of all of them show them: few columns, read fast and held in little memory."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from storage.domain.document import DateLayer, DocumentRow, DocumentState, SourceClass
from storage.domain.ids import DocumentId

_LAYERS = (DateLayer.WRITTEN, DateLayer.PUBLISHED, DateLayer.STATE_DESCRIBED, DateLayer.REPUBLISHED)
"""Which date of a document a list shows: the first of these that is known."""

_CLASSES = {one.value: one for one in SourceClass}
_NOTHING = "[]"


def list_rows(connection: sqlite3.Connection, ids: Iterable[DocumentId] | None = None) -> tuple[DocumentRow, ...]:
    """List documents that are not in the trash, in order of arrival; all of them, or those with the ids given."""
    query = "SELECT id, title, source_class, characters, dates, publisher, creators FROM document WHERE trashed IS NULL"
    if ids is None:
        return tuple(map(_read_row, connection.execute(f"{query} ORDER BY id")))
    wanted = json.dumps(sorted(ids))
    rows = connection.execute(f"{query} AND id IN (SELECT value FROM json_each(?)) ORDER BY id", (wanted,))
    return tuple(map(_read_row, rows))


def _read_row(row: sqlite3.Row) -> DocumentRow:
    identity, title, source_class, characters, dates, publisher, creators = row
    return DocumentRow(
        identity,
        title,
        _CLASSES[source_class],
        DocumentState.READABLE if characters else DocumentState.NO_TEXT,
        _shown_date(dates) if dates != _NOTHING else "",
        publisher if creators == _NOTHING else " ".join((publisher, *(one["name"] for one in json.loads(creators)))),
    )


def _shown_date(dates: str) -> str:
    by_layer = {date["layer"]: date["edtf"] for date in json.loads(dates)}
    return next((by_layer[layer] for layer in _LAYERS if by_layer.get(layer)), "")


@dataclass(frozen=True, slots=True)
class YearOfDocuments:
    """How many documents are from a year, and the first and the last of them by order of arrival."""

    year: int
    documents: int
    first: DocumentId
    last: DocumentId


def documents_by_year(connection: sqlite3.Connection, ids: Iterable[DocumentId]) -> tuple[YearOfDocuments, ...]:
    """Count documents by year, in order of time; those of which no year is known are left out."""
    ranks = " ".join(f"WHEN ? THEN {rank}" for rank in range(len(_LAYERS)))
    rows = connection.execute(
        "SELECT CAST(digits AS INTEGER), count(*), min(id), max(id) FROM ("
        "SELECT document.id, substr(date.value ->> 'edtf', 1, 4) AS digits, "
        f"min(CASE date.value ->> 'layer' {ranks} END) AS layer FROM document, json_each(document.dates) AS date "
        "WHERE document.id IN (SELECT value FROM json_each(?)) AND document.dates != ? "
        "AND digits GLOB '[0-9][0-9][0-9][0-9]' GROUP BY document.id) WHERE layer NOT NULL GROUP BY digits "
        "ORDER BY digits",
        (*_LAYERS, json.dumps(list(ids)), _NOTHING),
    )
    return tuple(YearOfDocuments(*row) for row in rows)
