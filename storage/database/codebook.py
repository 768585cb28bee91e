"""The codebook: codes with their definitions, the tags they are on marks, and the meanings of colours."""

import json
import sqlite3
from collections.abc import Iterable, Mapping

from storage.database import archive_facts
from storage.domain.annotation import Colour
from storage.domain.codebook import Code, CodeColour, CodeCount, ColourMeaning, under
from storage.domain.ids import AnnotationId
from storage.edits import Becoming, Retagged

_PRESENT = (
    "JOIN annotation ON annotation.id = annotation_tag.annotation AND annotation.trashed IS NULL "
    "JOIN document ON document.id = annotation.document AND document.trashed IS NULL"
)


def _read(row: sqlite3.Row) -> Code:
    return Code(
        name=row["name"],
        parent=row["parent"],
        position=row["position"],
        colour=CodeColour(row["colour"]),
        definition=row["definition"],
        full_definition=row["full_definition"],
        when_to_use=row["when_to_use"],
        when_not_to_use=row["when_not_to_use"],
        example=row["example"],
    )


def list_codes(connection: sqlite3.Connection) -> dict[str, Code]:
    """List the codes of the codebook by name, in the order in which they stand under the one above them."""
    rows = connection.execute("SELECT * FROM code ORDER BY parent, position, name COLLATE NOCASE")
    return {row["name"]: _read(row) for row in rows}


def tags_under(connection: sqlite3.Connection, tags: Iterable[str]) -> frozenset[str]:
    """Return tags with those of the codes below them."""
    return under(list_codes(connection).values(), tags)


def tags_in_use(connection: sqlite3.Connection) -> frozenset[str]:
    """Return the tags of all marks, also of those in the trash."""
    return frozenset(row[0] for row in connection.execute("SELECT DISTINCT tag FROM annotation_tag"))


def count_codes(connection: sqlite3.Connection) -> tuple[CodeCount, ...]:
    """Count the marks of every code and of the codes below it; tags outside the codebook come last, by name."""
    codes = list_codes(connection)
    own = dict(
        connection.execute(f"SELECT tag, count(*) FROM annotation_tag {_PRESENT} GROUP BY tag").fetchall()
    )  # fmt: skip
    # UNION, which leaves out what was met before, ends even where codes stand in a ring.
    rows = connection.execute(
        "WITH RECURSIVE below(top, name) AS (SELECT name, name FROM code UNION "
        "SELECT below.top, code.name FROM below JOIN code ON code.parent = below.name) "
        "SELECT below.top, count(DISTINCT annotation_tag.annotation), count(DISTINCT annotation.document) "
        f"FROM below JOIN annotation_tag ON annotation_tag.tag = below.name {_PRESENT} GROUP BY below.top"
    )
    counts = {row[0]: (row[1], row[2]) for row in rows}
    plain = connection.execute(
        f"SELECT tag, count(*), count(DISTINCT annotation.document) FROM annotation_tag {_PRESENT} "
        "WHERE NOT EXISTS (SELECT 1 FROM code WHERE name = tag) GROUP BY tag ORDER BY tag COLLATE NOCASE"
    )
    return (
        *(CodeCount(code, *counts.get(name, (0, 0)), own.get(name, 0)) for name, code in codes.items()),
        *(CodeCount(Code(row[0]), row[1], row[2], row[1], is_in_codebook=False) for row in plain),
    )


def get_codes(connection: sqlite3.Connection, names: Iterable[str]) -> tuple[Code, ...]:
    """Return the codes of some names that stand in the codebook."""
    rows = connection.execute(
        "SELECT * FROM code WHERE name IN (SELECT value FROM json_each(?))", (json.dumps(list(names)),)
    )
    return tuple(_read(row) for row in rows)


def put_codes(connection: sqlite3.Connection, codes: Iterable[Code]) -> None:
    """Store codes as they are; one of the same name is replaced."""
    connection.executemany(
        "INSERT OR REPLACE INTO code VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                code.name, code.parent, code.position, code.colour, code.definition, code.full_definition,
                code.when_to_use, code.when_not_to_use, code.example,
            )
            for code in codes
        ],
    )  # fmt: skip


def remove_codes(connection: sqlite3.Connection, names: Iterable[str]) -> None:
    """Take codes out of the codebook; the tags of marks stay as they are."""
    connection.executemany("DELETE FROM code WHERE name = ?", [(name,) for name in names])


def tags_of(connection: sqlite3.Connection, annotations: Iterable[AnnotationId]) -> tuple[Retagged, ...]:
    """Return the tags of marks, also of those in the trash."""
    rows = connection.execute(
        "SELECT wanted.value, (SELECT json_group_array(tag) FROM (SELECT tag FROM annotation_tag "
        "WHERE annotation = wanted.value ORDER BY position)) FROM json_each(?) AS wanted",
        (json.dumps(list(annotations)),),
    )
    return tuple(Retagged(AnnotationId(row[0]), tuple(json.loads(row[1]))) for row in rows)


def annotations_tagged(connection: sqlite3.Connection, tags: Iterable[str]) -> tuple[AnnotationId, ...]:
    """Return the marks that carry one of some tags, also those in the trash, in order of their ids."""
    rows = connection.execute(
        "SELECT DISTINCT annotation FROM annotation_tag WHERE tag IN (SELECT value FROM json_each(?)) ORDER BY 1",
        (json.dumps(list(tags)),),
    )
    return tuple(AnnotationId(row[0]) for row in rows)


def rename_tag(connection: sqlite3.Connection, becoming: Becoming) -> None:
    """Let a tag become one that no mark carries yet."""
    connection.execute("UPDATE annotation_tag SET tag = ? WHERE tag = ?", (becoming.into, becoming.tag))


def retag(connection: sqlite3.Connection, retagged: Iterable[Retagged]) -> None:
    """Give marks other tags; one that is not there, not even in the trash, is passed over."""
    retagged = tuple(retagged)
    connection.executemany("DELETE FROM annotation_tag WHERE annotation = ?", [(one.annotation,) for one in retagged])
    connection.executemany(
        "INSERT INTO annotation_tag SELECT id, ?, ? FROM annotation WHERE id = ?",
        [(position, tag, one.annotation) for one in retagged for position, tag in enumerate(one.tags)],
    )


def colour_meanings(connection: sqlite3.Connection) -> dict[Colour, str]:
    """Return what the marks of each colour stand for; empty where nothing was said."""
    return {colour: archive_facts.read_fact(connection, _fact_of(colour)) for colour in Colour}


def set_colour_meanings(connection: sqlite3.Connection, meanings: Iterable[ColourMeaning]) -> None:
    """Say what the marks of some colours stand for."""
    for one in meanings:
        archive_facts.write_fact(connection, _fact_of(one.colour), one.meaning)


def _fact_of(colour: Colour) -> str:
    return f"colour:{colour.value}"


def becoming_of(former: Retagged, into: Mapping[str, str]) -> Retagged:
    """Return the tags of a mark after some of them became others or nothing, each tag once."""
    tags = (into.get(tag, tag) for tag in former.tags)
    return Retagged(former.annotation, tuple(dict.fromkeys(filter(None, tags))))
