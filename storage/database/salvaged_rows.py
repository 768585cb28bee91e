"""Whether a row that was read from a damaged archive is one that the program can read again.

Random bytes still are a row to SQLite. What is let through here is read without an error by everything else.
"""

import json
import sqlite3
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from storage.database.authority import read_entity, read_scheme_base
from storage.database.documents import read_description
from storage.database.journal import read_edit
from storage.domain.annotation import AnchorState, Colour
from storage.domain.authority import EntityKind
from storage.domain.codebook import CodeColour
from storage.domain.document import BlockKind
from storage.domain.mention import Reach, Verdict

_KNOWN = {
    ("entity", "kind"): frozenset(EntityKind),
    ("block", "kind"): frozenset(BlockKind),
    ("annotation", "colour"): frozenset(Colour),
    ("annotation", "state"): frozenset(AnchorState),
    ("code", "colour"): frozenset(CodeColour),
    ("decision", "verdict"): frozenset(Verdict),
    ("decision", "reach"): frozenset(Reach),
    ("journal", "state"): frozenset({"done", "undone", "discarded"}),
}
_NOT_TEXT = "\N{REPLACEMENT CHARACTER}"
_TIMES = frozenset({"created", "changed", "trashed", "at", "seen", "taken"})
_JSON = frozenset({"facts", "creators", "dates", "found_in", "corrected", "edit", "inverse"})

Row = Mapping[str, Any]


def _read_fact(row: Row) -> None:
    """Read what the archive says of itself, where it is more than words."""
    key, value = row["key"], row["value"]
    if key == "authority_revision":
        int(value)
    elif key == "not_names":
        _refuse_broken(value)
        if not all(isinstance(phrase, str) for phrase in json.loads(value)):
            raise TypeError("a phrase is no text")
    elif key.startswith("scheme_base:"):
        _refuse_broken(value)
        read_scheme_base(value)


def _read_base(row: Row) -> None:
    _refuse_broken(row["entity"])
    read_entity(json.loads(row["entity"]))


def _read_edits(row: Row) -> None:
    from cattrs import BaseValidationError

    try:
        read_edit(row["edit"])
        read_edit(row["inverse"])
    except BaseValidationError as error:
        raise ValueError(str(error)) from error


_READERS: Mapping[str, Callable[[Row], object]] = {
    "archive": _read_fact,
    "document": read_description,
    "entity": read_entity,
    "entity_base": _read_base,
    "journal": _read_edits,
}


def _refuse_broken(value: str) -> None:
    """Raise ValueError for JSON with bytes in it that are no letters, perhaps in the middle of a key."""
    if _NOT_TEXT in value:
        raise ValueError("a part of it is no text")


def _check_column(table: str, column: str, value: object, affinity: str) -> None:
    if value is None:
        return  # where there must be something the new archive refuses the row
    expected = {"INTEGER": int, "TEXT": str, "BLOB": bytes}[affinity]
    if not isinstance(value, expected):
        raise TypeError(f"{column} is no {affinity}")
    known = _KNOWN.get((table, column))
    if known is not None and value not in known:
        raise ValueError(f"{value} is no {column}")
    if column in _TIMES:
        datetime.fromisoformat(str(value))
    elif column in _JSON:
        _refuse_broken(str(value))
        json.loads(str(value))


class RowReader:
    """Looks over the rows of one table of a new archive that are to come from a damaged one.

    ``columns`` are those that both archives have; a row of the table's older form is looked over column by column only.
    """

    def __init__(self, new: sqlite3.Connection, table: str, columns: list[str]) -> None:
        self._table = table
        self._columns = columns
        affinities = {row[1]: row[2] for row in new.execute(f"PRAGMA main.table_info({table})")}
        self._affinities = [affinities[name] for name in columns]
        self._read = _READERS.get(table) if len(columns) == len(affinities) else None

    def can_read(self, row: tuple[object, ...]) -> bool:
        """Tell whether the program can read a row; what random bytes have become mostly cannot be read."""
        try:
            for column, value, affinity in zip(self._columns, row, self._affinities, strict=True):
                _check_column(self._table, column, value, affinity)
            if self._read is not None:
                self._read(dict(zip(self._columns, row, strict=True)))
        except (ValueError, TypeError, KeyError, AttributeError):
            return False
        return True
