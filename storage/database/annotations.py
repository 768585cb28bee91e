"""Marks with their notes and tags, and the trash they go to."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from storage.domain.annotation import (
    Anchor,
    AnchoredPlace,
    AnchorState,
    Annotation,
    AnnotationFilter,
    Colour,
    TagCount,
)
from storage.domain.ids import AnnotationId, DocumentId, EntityId
from storage.errors import NotFoundError
from storage.sentences import say

_TAGS = (
    "(SELECT json_group_array(tag) FROM (SELECT tag FROM annotation_tag WHERE annotation = annotation.id "
    "ORDER BY position)) AS tags, "
    "(SELECT json_group_array(entity) FROM (SELECT entity FROM annotation_entity WHERE annotation = annotation.id "
    "ORDER BY position)) AS entities"
)


def _read_anchor(row: sqlite3.Row) -> Anchor:
    return Anchor(row["start"], row["end"], row["quote"], row["before"], row["after"], row["paragraph"], row["page"])


def _anchor_values(anchor: Anchor) -> tuple[object, ...]:
    return (anchor.start, anchor.end, anchor.quote, anchor.before, anchor.after, anchor.paragraph, anchor.page)


def _read_all(connection: sqlite3.Connection, rows: Iterable[sqlite3.Row]) -> tuple[Annotation, ...]:
    """Read annotations; the former places of those in doubt, which are few, by one query more."""
    found = list(rows)
    doubtful = [row["id"] for row in found if row["state"] == AnchorState.PLEASE_CHECK]
    former: dict[str, AnchoredPlace] = {}
    if doubtful:
        places = connection.execute(
            "SELECT * FROM former_place WHERE annotation IN (SELECT value FROM json_each(?))", (json.dumps(doubtful),)
        )
        former = {row["annotation"]: AnchoredPlace(row["text_version"], _read_anchor(row)) for row in places}
    return tuple(_read(row, former) for row in found)


def _read(row: sqlite3.Row, former: Mapping[str, AnchoredPlace]) -> Annotation:
    return Annotation(
        id=row["id"],
        document=row["document"],
        text_version=row["text_version"],
        anchor=_read_anchor(row),
        created=datetime.fromisoformat(row["created"]),
        changed=datetime.fromisoformat(row["changed"]),
        note=row["note"],
        tags=tuple(json.loads(row["tags"])),
        colour=Colour(row["colour"]),
        state=AnchorState(row["state"]),
        former=former.get(row["id"]),
        kept_as_lost=bool(row["kept_as_lost"]),
        entities=tuple(map(EntityId, json.loads(row["entities"]))),
    )


def _put_former_places(connection: sqlite3.Connection, annotations: Iterable[Annotation]) -> None:
    """Keep where annotations last stood for sure, and forget it for those that stand for sure again."""
    for annotation in annotations:
        connection.execute("DELETE FROM former_place WHERE annotation = ?", (annotation.id,))
        if annotation.former is not None:
            former = annotation.former
            connection.execute(
                "INSERT INTO former_place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (annotation.id, former.text_version, *_anchor_values(former.anchor)),
            )


def put_annotations(connection: sqlite3.Connection, annotations: Iterable[Annotation]) -> None:
    """Store annotations as they are; one with the same id is replaced, and taken out of the trash."""
    annotations = tuple(annotations)
    for annotation in annotations:
        for table in ("annotation_tag", "annotation_entity"):
            connection.execute(f"DELETE FROM {table} WHERE annotation = ?", (annotation.id,))
        connection.execute(
            "INSERT INTO annotation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?) "
            "ON CONFLICT(id) DO UPDATE SET document = excluded.document, text_version = excluded.text_version, "
            "start = excluded.start, end = excluded.end, quote = excluded.quote, before = excluded.before, "
            "after = excluded.after, paragraph = excluded.paragraph, page = excluded.page, note = excluded.note, "
            "colour = excluded.colour, state = excluded.state, created = excluded.created, "
            "changed = excluded.changed, trashed = NULL, kept_as_lost = excluded.kept_as_lost",
            (
                annotation.id, annotation.document, annotation.text_version, *_anchor_values(annotation.anchor),
                annotation.note, annotation.colour, annotation.state, annotation.created.isoformat(),
                annotation.changed.isoformat(), annotation.kept_as_lost,
            ),
        )  # fmt: skip
        for table, values in (("annotation_tag", annotation.tags), ("annotation_entity", annotation.entities)):
            connection.executemany(
                f"INSERT INTO {table} VALUES (?, ?, ?)",
                [(annotation.id, position, value) for position, value in enumerate(values)],
            )
    _put_former_places(connection, annotations)


def trash_annotations(connection: sqlite3.Connection, ids: Iterable[AnnotationId], now: datetime) -> None:
    """Put annotations into the trash."""
    connection.executemany(
        "UPDATE annotation SET trashed = ? WHERE id = ?", [(now.isoformat(), annotation) for annotation in ids]
    )


def get_annotations(connection: sqlite3.Connection, ids: Sequence[AnnotationId]) -> tuple[Annotation, ...]:
    """Return annotations that are not in the trash, in the order asked for.

    Raises:
        NotFoundError: when one of them is not there.
    """
    rows = connection.execute(
        f"SELECT *, {_TAGS} FROM annotation WHERE trashed IS NULL AND id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    found = {annotation.id: annotation for annotation in _read_all(connection, rows)}
    missing = [annotation for annotation in ids if annotation not in found]
    if missing:
        raise NotFoundError(say("There is no mark {mark} in this archive. It may have been deleted.", mark=missing[0]))
    return tuple(found[annotation] for annotation in ids)


def list_trash(connection: sqlite3.Connection, most: int) -> tuple[tuple[Annotation, datetime], ...]:
    """List the marks in the trash, newest first, each with when it came there; not those of documents in the trash."""
    rows = connection.execute(
        f"SELECT annotation.*, {_TAGS} FROM annotation JOIN document ON document.id = annotation.document "
        "WHERE annotation.trashed IS NOT NULL AND document.trashed IS NULL "
        "ORDER BY annotation.trashed DESC, annotation.document, start LIMIT ?",
        (most,),
    ).fetchall()
    moments = [datetime.fromisoformat(row["trashed"]) for row in rows]
    return tuple(zip(_read_all(connection, rows), moments, strict=True))


def existing_ids(connection: sqlite3.Connection, ids: Iterable[AnnotationId]) -> frozenset[AnnotationId]:
    """Return which of the ids stand in the archive and not in the trash."""
    rows = connection.execute(
        "SELECT id FROM annotation WHERE trashed IS NULL AND id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    return frozenset(AnnotationId(row[0]) for row in rows)


def list_annotations(
    connection: sqlite3.Connection, wanted: AnnotationFilter, documents: Iterable[DocumentId] | None = None
) -> tuple[Annotation, ...]:
    """List annotations in order of document and place; ``documents`` narrows further when it is given."""
    conditions = ["annotation.trashed IS NULL", "document.trashed IS NULL"]
    values: list[str] = []

    def among(column: str, choices: Iterable[object]) -> None:
        conditions.append(f"{column} IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(list(choices)))

    if wanted.documents:
        among("annotation.document", wanted.documents)
    if documents is not None:
        among("annotation.document", documents)
    if wanted.colours:
        among("annotation.colour", wanted.colours)
    if wanted.states:
        among("annotation.state", wanted.states)
    if wanted.tags:
        conditions.append(
            "annotation.id IN (SELECT annotation FROM annotation_tag WHERE tag IN (SELECT value FROM json_each(?)))"
        )
        values.append(json.dumps(list(wanted.tags)))
    rows = connection.execute(
        f"SELECT annotation.*, {_TAGS} FROM annotation JOIN document ON document.id = annotation.document "
        f"WHERE {' AND '.join(conditions)} ORDER BY annotation.document, start, end, annotation.id",
        values,
    )
    return _read_all(connection, rows)


def list_first(connection: sqlite3.Connection, most: int) -> tuple[Annotation, ...]:
    """List the first annotations in order of document and place."""
    rows = connection.execute(
        f"SELECT annotation.*, {_TAGS} FROM annotation JOIN document ON document.id = annotation.document "
        "WHERE annotation.trashed IS NULL AND document.trashed IS NULL "
        "ORDER BY annotation.document, start, end, annotation.id LIMIT ?",
        (most,),
    )
    return _read_all(connection, rows)


_WAITING = (
    "FROM annotation JOIN document ON document.id = annotation.document "
    "WHERE annotation.state IN ('please check', 'lost') AND NOT annotation.kept_as_lost "
    "AND annotation.trashed IS NULL AND document.trashed IS NULL"
)


def list_waiting(connection: sqlite3.Connection) -> tuple[Annotation, ...]:
    """List the annotations for which a person has to say where they belong, in order of document."""
    rows = connection.execute(f"SELECT annotation.*, {_TAGS} {_WAITING} ORDER BY annotation.document, annotation.id")
    return _read_all(connection, rows)


def count_waiting(connection: sqlite3.Connection) -> dict[AnchorState, int]:
    """Count the annotations for which a person has to say where they belong, by state."""
    rows = connection.execute(f"SELECT annotation.state, count(*) {_WAITING} GROUP BY annotation.state")
    return {AnchorState(row[0]): row[1] for row in rows}


def count_tags(connection: sqlite3.Connection) -> tuple[TagCount, ...]:
    """Count the annotations of every tag in use, by name."""
    rows = connection.execute(
        "SELECT tag, count(*) FROM annotation_tag JOIN annotation ON annotation.id = annotation_tag.annotation "
        "JOIN document ON document.id = annotation.document "
        "WHERE annotation.trashed IS NULL AND document.trashed IS NULL GROUP BY tag ORDER BY tag COLLATE NOCASE"
    )
    return tuple(TagCount(row[0], row[1]) for row in rows)


def count_annotations(connection: sqlite3.Connection) -> int:
    """Count the annotations that are not in the trash, neither they nor their documents.

    Only what lies in the trash is looked at.
    """
    return connection.execute(
        "SELECT (SELECT count(*) FROM annotation) - (SELECT count(*) FROM annotation WHERE trashed IS NOT NULL) - "
        "(SELECT count(*) FROM annotation WHERE trashed IS NULL "
        "AND document IN (SELECT id FROM document WHERE trashed IS NOT NULL))"
    ).fetchone()[0]


def count_by_document(
    connection: sqlite3.Connection, among: Iterable[DocumentId] | None = None
) -> dict[DocumentId, int]:
    """Count the annotations of every document, or of every one of some, that has any outside the trash."""
    which, values = "", ()
    if among is not None:
        which, values = "AND document IN (SELECT value FROM json_each(?)) ", (json.dumps(list(among)),)
    rows = connection.execute(
        f"SELECT document, count(*) FROM annotation WHERE trashed IS NULL {which}GROUP BY document", values
    )
    return {DocumentId(row[0]): row[1] for row in rows}


def documents_with_tags(connection: sqlite3.Connection, tags: Iterable[str]) -> frozenset[DocumentId]:
    """Return the documents in which a mark carries one of the tags."""
    rows = connection.execute(
        "SELECT DISTINCT document FROM annotation JOIN annotation_tag ON annotation.id = annotation_tag.annotation "
        "WHERE annotation.trashed IS NULL AND tag IN (SELECT value FROM json_each(?))",
        (json.dumps(list(tags)),),
    )
    return frozenset(DocumentId(row[0]) for row in rows)


def documents_of(connection: sqlite3.Connection, ids: Iterable[AnnotationId]) -> frozenset[DocumentId]:
    """Return the documents in which some marks stand, also those in the trash."""
    rows = connection.execute(
        "SELECT DISTINCT document FROM annotation WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    return frozenset(DocumentId(row[0]) for row in rows)


def annotations_of_document(connection: sqlite3.Connection, document: DocumentId) -> tuple[Annotation, ...]:
    """Return all marks of a document, also those in the trash, which must find their place again too."""
    rows = connection.execute(f"SELECT *, {_TAGS} FROM annotation WHERE document = ? ORDER BY start, id", (document,))
    return _read_all(connection, rows)


def move_annotations(connection: sqlite3.Connection, annotations: Iterable[Annotation]) -> None:
    """Give marks their places in another text version; what they say, and the trash, stay as they are."""
    annotations = tuple(annotations)
    connection.executemany(
        "UPDATE annotation SET text_version = ?, start = ?, end = ?, quote = ?, before = ?, after = ?, paragraph = ?, "
        "page = ?, state = ? WHERE id = ?",
        [(mark.text_version, *_anchor_values(mark.anchor), mark.state, mark.id) for mark in annotations],
    )
    _put_former_places(connection, annotations)
