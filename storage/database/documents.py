"""Documents, originals, text versions and blocks."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import repeat
from typing import Any

from storage.domain.columns import Columns, columns_of
from storage.domain.document import (
    Block,
    Creator,
    DateBasis,
    DateLayer,
    Description,
    Document,
    DocumentDate,
    DocumentState,
    FieldOrigin,
    SourceClass,
    TextVersion,
)
from storage.domain.ids import DocumentId, TextVersionId
from storage.domain.importing import Extraction, Original
from storage.errors import NotFoundError
from storage.sentences import say

_DESCRIPTION_COLUMNS = (
    "title", "source_class", "language", "creators", "dates", "publisher", "place", "url", "reference", "original",
)  # fmt: skip
_as_json = json.JSONEncoder(ensure_ascii=False).encode
_ENCODING = "encoding"
"""Stands among the corrected fields where a person chose the encoding of the text."""
_DOCUMENT_COLUMNS = (
    "document.id, document.title, document.source_class, document.language, document.creators, document.dates, "
    "document.publisher, document.place, document.url, document.reference, document.original, "
    "document.text_version, document.characters, document.trashed, "
    "(SELECT location FROM source WHERE source.document = document.id LIMIT 1) AS path"
)


def _by_field(value: Creator | DocumentDate) -> dict[str, object]:
    """Give a value's fields by name; what the standard library has for it copies each of them and takes long."""
    return {field: getattr(value, field) for field in value.__slots__}


def _description_values(description: Description) -> list[str]:
    creators = _as_json([_by_field(creator) for creator in description.creators])
    dates = _as_json([_by_field(date) for date in description.dates])
    by_column = {"creators": creators, "dates": dates}
    return [by_column.get(column) or str(getattr(description, column)) for column in _DESCRIPTION_COLUMNS]


def read_description(row: sqlite3.Row | Mapping[str, Any]) -> Description:
    """Read what is said of a document from its row."""
    return Description(
        title=row["title"],
        source_class=SourceClass(row["source_class"]),
        language=row["language"],
        creators=tuple(Creator(**creator) for creator in json.loads(row["creators"])),
        dates=tuple(
            DocumentDate(DateLayer(date["layer"]), date["edtf"], DateBasis(date["basis"]), date["words"])
            for date in json.loads(row["dates"])
        ),
        publisher=row["publisher"],
        place=row["place"],
        url=row["url"],
        reference=row["reference"],
        original=row["original"],
    )


def _read_document(row: sqlite3.Row) -> Document:
    state = DocumentState.READABLE if row["characters"] else DocumentState.NO_TEXT
    return Document(
        id=row["id"],
        description=read_description(row),
        text_version=row["text_version"],
        characters=row["characters"],
        state=DocumentState.TRASHED if row["trashed"] else state,
        path=row["path"] or "",
    )


def _no_document(document: DocumentId) -> str:
    return say(
        "There is no document {document} in this archive. List the documents to see the numbers.", document=document
    )


def add_document(
    connection: sqlite3.Connection, extraction: Extraction, original: Original, now: datetime
) -> DocumentId:
    """Store a new document with its original and its first text version, and mark it stale for the index."""
    columns = ", ".join(_DESCRIPTION_COLUMNS)
    holes = ", ".join("?" for _ in _DESCRIPTION_COLUMNS)
    cursor = connection.execute(
        f"INSERT INTO document ({columns}, found_in, created) VALUES ({holes}, ?, ?)",
        [
            *_description_values(extraction.description),
            _as_json(_origins(extraction)),
            now.isoformat(),
        ],
    )
    document = DocumentId(cursor.lastrowid or 0)
    add_text_version(connection, document, extraction, original, now)
    return document


def _origins(extraction: Extraction) -> dict[str, str]:
    """Return where each field was found, one remark after the other where a field has several."""
    origins: dict[str, list[str]] = {}
    for field, where in extraction.found_in:
        if where not in origins.setdefault(field, []):
            origins[field].append(where)
    return {field: "; ".join(remarks) for field, remarks in origins.items()}


def renew_description(connection: sqlite3.Connection, document: DocumentId, extraction: Extraction) -> None:
    """Describe a document as its new form does, except for the fields that a person corrected."""
    row = connection.execute("SELECT corrected, found_in FROM document WHERE id = ?", (document,)).fetchone()
    corrected = frozenset(json.loads(row["corrected"]))
    former = json.loads(row["found_in"])
    origins = {field: where for field, where in _origins(extraction).items() if field not in corrected}
    origins |= {field: where for field, where in former.items() if field in corrected}
    renewed = [
        (column, value)
        for column, value in zip(_DESCRIPTION_COLUMNS, _description_values(extraction.description), strict=True)
        if column not in corrected
    ]
    assignments = "".join(f"{column} = ?, " for column, _ in renewed)
    connection.execute(
        f"UPDATE document SET {assignments}found_in = ? WHERE id = ?",
        [*(value for _, value in renewed), _as_json(origins), document],
    )


def field_origins(connection: sqlite3.Connection, document: DocumentId) -> tuple[FieldOrigin, ...]:
    """Return where the fields of a document's description were found, and which of them a person corrected.

    Raises:
        NotFoundError: when the archive has no such document.
    """
    row = connection.execute("SELECT corrected, found_in FROM document WHERE id = ?", (document,)).fetchone()
    if row is None:
        raise NotFoundError(_no_document(document))
    corrected, found = frozenset(json.loads(row["corrected"])), json.loads(row["found_in"])
    fields = [field for field in _DESCRIPTION_COLUMNS if field in corrected or field in found]
    return tuple(FieldOrigin(field, found.get(field, ""), field in corrected) for field in fields)


def choose_encoding(connection: sqlite3.Connection, document: DocumentId, chosen: bool) -> None:
    """Note that a person chose the encoding that a document is read in, or leaves it to the program again."""
    corrected = set(
        json.loads(connection.execute("SELECT corrected FROM document WHERE id = ?", (document,)).fetchone()[0])
    )
    corrected = corrected | {_ENCODING} if chosen else corrected - {_ENCODING}
    connection.execute("UPDATE document SET corrected = ? WHERE id = ?", (json.dumps(sorted(corrected)), document))


def chosen_encodings(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the encodings that a person chose, by the place the document came from."""
    rows = connection.execute(
        "SELECT location, encoding FROM document JOIN text_version ON text_version.id = document.text_version "
        "JOIN source ON source.document = document.id "
        "WHERE EXISTS (SELECT 1 FROM json_each(corrected) WHERE value = ?)",
        (_ENCODING,),
    )
    return dict(map(tuple, rows))


def get_original(connection: sqlite3.Connection, version: TextVersionId) -> Original:
    """Return the bytes that a text version was read from."""
    row = connection.execute(
        "SELECT original.data, original.sha256, original.size, member FROM text_version "
        "JOIN original ON original.sha256 = text_version.original WHERE text_version.id = ?",
        (version,),
    ).fetchone()
    return Original(row["data"], row["sha256"], row["size"], row["member"])


def add_text_version(
    connection: sqlite3.Connection,
    document: DocumentId,
    extraction: Extraction,
    original: Original,
    now: datetime,
) -> TextVersionId:
    """Store an extraction as the document's current text version and mark the document stale for the index."""
    from hashlib import sha256 as hash_of

    connection.execute(
        "INSERT OR IGNORE INTO original (sha256, size, data) VALUES (?, ?, ?)",
        (original.sha256, original.size, original.packed),
    )
    text_hash = hash_of(extraction.text.encode()).hexdigest()
    cursor = connection.execute(
        "INSERT INTO text_version (document, original, member, text, sha256, extractor, encoding, problem, created) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            document,
            original.sha256,
            original.member,
            extraction.text,
            text_hash,
            extraction.extractor,
            extraction.encoding,
            extraction.problem,
            now.isoformat(),
        ),
    )
    version = TextVersionId(cursor.lastrowid or 0)
    connection.executemany(
        "INSERT INTO block VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        zip(repeat(version), range(len(extraction.blocks)), *columns_of(Block, extraction.blocks)),
    )
    connection.execute(
        "UPDATE document SET text_version = ?, characters = ? WHERE id = ?", (version, len(extraction.text), document)
    )
    mark_stale(connection, [document], "text")
    return version


def document_of_original(connection: sqlite3.Connection, sha256: str, member: str = "") -> DocumentId | None:
    """Find the document one of whose text versions was read from these bytes, or from a member of them."""
    row = connection.execute(
        "SELECT document FROM text_version WHERE original = ? AND member = ? ORDER BY id LIMIT 1", (sha256, member)
    ).fetchone()
    return DocumentId(row[0]) if row else None


def known_originals(connection: sqlite3.Connection) -> frozenset[str]:
    """Return the SHA-256 of all files of one document that the archive holds."""
    return frozenset(row[0] for row in connection.execute("SELECT original FROM text_version WHERE member = ''"))


def list_documents(connection: sqlite3.Connection, ids: Iterable[DocumentId] | None = None) -> tuple[Document, ...]:
    """List documents that are not in the trash, in order of arrival; all of them, or those with the ids given."""
    query = f"SELECT {_DOCUMENT_COLUMNS} FROM document WHERE trashed IS NULL"
    if ids is None:
        return tuple(map(_read_document, connection.execute(f"{query} ORDER BY id")))
    wanted = json.dumps(sorted(ids))
    rows = connection.execute(f"{query} AND id IN (SELECT value FROM json_each(?)) ORDER BY id", (wanted,))
    return tuple(map(_read_document, rows))


def get_document(connection: sqlite3.Connection, document: DocumentId) -> Document:
    """Return one document, also from the trash.

    Raises:
        NotFoundError: when the archive has no such document.
    """
    row = connection.execute(f"SELECT {_DOCUMENT_COLUMNS} FROM document WHERE id = ?", (document,)).fetchone()
    if row is None:
        raise NotFoundError(_no_document(document))
    return _read_document(row)


def titles(connection: sqlite3.Connection, ids: Sequence[DocumentId]) -> dict[DocumentId, str]:
    """Return the titles of documents by id."""
    rows = connection.execute(
        "SELECT id, title FROM document WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),)
    )
    return {DocumentId(row[0]): row[1] for row in rows}


def get_text(connection: sqlite3.Connection, document: DocumentId) -> TextVersion:
    """Return the current text version of a document with its blocks.

    Raises:
        NotFoundError: when the archive has no such document.
    """
    row = connection.execute(
        "SELECT text_version.* FROM document JOIN text_version ON text_version.id = document.text_version "
        "WHERE document.id = ?",
        (document,),
    ).fetchone()
    if row is None:
        raise NotFoundError(_no_document(document))
    return _read_text(connection, row)


def get_text_version(connection: sqlite3.Connection, version: TextVersionId) -> TextVersion:
    """Return a text version, which may have been replaced by a newer one; each that ever was is kept."""
    return _read_text(connection, connection.execute("SELECT * FROM text_version WHERE id = ?", (version,)).fetchone())


def _read_text(connection: sqlite3.Connection, row: sqlite3.Row) -> TextVersion:
    return TextVersion(
        id=row["id"],
        document=row["document"],
        text=row["text"],
        sha256=row["sha256"],
        extractor=row["extractor"],
        blocks=get_blocks(connection, row["id"]),
        problem=row["problem"],
        encoding=row["encoding"],
    )


def get_blocks(connection: sqlite3.Connection, version: TextVersionId) -> Sequence[Block]:
    """Return the blocks of a text version in order."""
    cursor = connection.cursor()
    cursor.row_factory = None
    rows = cursor.execute(
        "SELECT kind, start, end, number, level, page, page_label FROM block WHERE text_version = ? ORDER BY position",
        (version,),
    ).fetchall()
    if not rows:
        return ()
    return Columns(Block, tuple(zip(*rows, strict=True)))


def text_hash(connection: sqlite3.Connection, version: TextVersionId) -> str:
    """Return the SHA-256 of a text version's canonical text."""
    return connection.execute("SELECT sha256 FROM text_version WHERE id = ?", (version,)).fetchone()[0]


def document_of_text_hash(connection: sqlite3.Connection, sha256: str) -> DocumentId | None:
    """Find the document whose current text has this SHA-256."""
    row = connection.execute(
        "SELECT document.id FROM document JOIN text_version ON text_version.id = document.text_version "
        "WHERE text_version.sha256 = ? LIMIT 1",
        (sha256,),
    ).fetchone()
    return DocumentId(row[0]) if row else None


def describe_document(
    connection: sqlite3.Connection, document: DocumentId, description: Description, as_found: Iterable[str] = ()
) -> Description:
    """Replace a document's description and return the former one.

    Changed fields count as corrected by a person, except for those given back the value that was found.
    """
    former = get_document(connection, document).description
    corrected = set(
        json.loads(connection.execute("SELECT corrected FROM document WHERE id = ?", (document,)).fetchone()[0])
    )
    corrected |= {field for field in _DESCRIPTION_COLUMNS if getattr(former, field) != getattr(description, field)}
    corrected -= set(as_found)
    assignments = ", ".join(f"{column} = ?" for column in _DESCRIPTION_COLUMNS)
    connection.execute(
        f"UPDATE document SET {assignments}, corrected = ? WHERE id = ?",
        [*_description_values(description), json.dumps(sorted(corrected)), document],
    )
    mark_stale(connection, [document], "attributes")
    return former


def set_trashed(connection: sqlite3.Connection, documents: Iterable[DocumentId], when: datetime | None) -> None:
    """Put documents into the trash, or take them out when ``when`` is None."""
    ids = list(documents)
    trashed = when.isoformat() if when else None
    connection.executemany("UPDATE document SET trashed = ? WHERE id = ?", [(trashed, document) for document in ids])
    mark_stale(connection, ids, "text")


def trashed_documents(connection: sqlite3.Connection) -> frozenset[DocumentId]:
    """Return the documents that lie in the trash."""
    return frozenset(
        DocumentId(row[0]) for row in connection.execute("SELECT id FROM document WHERE trashed IS NOT NULL")
    )


def present_documents(connection: sqlite3.Connection) -> frozenset[DocumentId]:
    """Return the documents that do not lie in the trash."""
    return frozenset(DocumentId(row[0]) for row in connection.execute("SELECT id FROM document WHERE trashed IS NULL"))


def mark_stale(connection: sqlite3.Connection, documents: Iterable[DocumentId], part: str) -> None:
    """Note that what the index holds of documents is out of date: ``text``, ``mentions`` or only ``attributes``."""
    ids = list(documents)
    connection.executemany("INSERT OR IGNORE INTO stale VALUES (?, ?)", [(document, part) for document in ids])
    connection.executemany(
        "UPDATE document SET revision = revision + 1 WHERE id = ?", [(document,) for document in ids]
    )


def stale_documents(connection: sqlite3.Connection) -> dict[DocumentId, str]:
    """Return the documents the index has to read again, with the larger part that is stale."""
    return {
        DocumentId(row[0]): row[1]
        for row in connection.execute("SELECT document, max(part) FROM stale GROUP BY document ORDER BY document")
    }


def mark_all_stale(connection: sqlite3.Connection) -> None:
    """Note that the index must read every document again."""
    connection.execute("INSERT OR IGNORE INTO stale SELECT id, 'text' FROM document")
    connection.execute("UPDATE document SET revision = revision + 1")


_STAMPS = "SELECT id, text_version || '.' || revision FROM document WHERE trashed IS NULL"


def each_stamp(connection: sqlite3.Connection) -> Iterator[tuple[DocumentId, str]]:
    """Yield every document that is not in the trash, in order, with the stamp the index should carry for it."""
    return map(tuple, connection.execute(f"{_STAMPS} ORDER BY id"))


def stamps(connection: sqlite3.Connection, ids: Iterable[DocumentId]) -> dict[DocumentId, str]:
    """Return the stamp the index should carry for those of some documents that are not in the trash."""
    query = f"{_STAMPS} AND id IN (SELECT value FROM json_each(?))"
    return dict(map(tuple, connection.execute(query, (json.dumps(sorted(ids)),))))


def clear_stale(connection: sqlite3.Connection, documents: Iterable[DocumentId]) -> None:
    """Note that the index has caught up with documents."""
    connection.executemany("DELETE FROM stale WHERE document = ?", [(document,) for document in documents])


def count_documents(connection: sqlite3.Connection) -> int:
    """Count the documents that are not in the trash.

    All are counted without a look at one of them; those in the trash are few and have an index.
    """
    return connection.execute(
        "SELECT (SELECT count(*) FROM document) - (SELECT count(*) FROM document WHERE trashed IS NOT NULL)"
    ).fetchone()[0]


def has_documents(connection: sqlite3.Connection) -> bool:
    """Tell whether a document is not in the trash; as a rule the first one tells, where counting looks at all."""
    return bool(connection.execute("SELECT EXISTS (SELECT 1 FROM document WHERE trashed IS NULL)").fetchone()[0])


def texts_with_wrong_hash(connection: sqlite3.Connection) -> tuple[DocumentId, ...]:
    """Return the documents one of whose stored texts no longer has the SHA-256 it was stored with."""
    from hashlib import sha256 as hash_of

    rows = connection.execute("SELECT document, text, sha256 FROM text_version ORDER BY id")
    return tuple(DocumentId(row[0]) for row in rows if hash_of(row[1].encode()).hexdigest() != row[2])
