"""The archive's tables, step by step; each step runs once, in one transaction."""

import sqlite3
from typing import TYPE_CHECKING

from storage.database.connection import (
    ARCHIVE_APPLICATION_ID,
    DERIVED_VERSION,
    INDEX_APPLICATION_ID,
    SCHEMA_VERSION,
)

if TYPE_CHECKING:
    from sqlite_utils import Database

_FIRST_TABLES = """
CREATE TABLE archive (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE original (sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, data BLOB NOT NULL);
CREATE TABLE document (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    source_class TEXT NOT NULL,
    language TEXT NOT NULL,
    creators TEXT NOT NULL,
    dates TEXT NOT NULL,
    publisher TEXT NOT NULL,
    place TEXT NOT NULL,
    url TEXT NOT NULL,
    reference TEXT NOT NULL,
    original TEXT NOT NULL,
    found_in TEXT NOT NULL,
    corrected TEXT NOT NULL DEFAULT '[]',
    text_version INTEGER NOT NULL DEFAULT 0,
    characters INTEGER NOT NULL DEFAULT 0,
    revision INTEGER NOT NULL DEFAULT 0,
    created TEXT NOT NULL,
    trashed TEXT
);
CREATE TABLE text_version (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL REFERENCES document(id),
    original TEXT NOT NULL REFERENCES original(sha256),
    member TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    extractor TEXT NOT NULL,
    encoding TEXT NOT NULL,
    problem TEXT NOT NULL DEFAULT '',
    created TEXT NOT NULL
);
CREATE INDEX text_version_document ON text_version(document);
CREATE INDEX text_version_original ON text_version(original);
CREATE TABLE block (
    text_version INTEGER NOT NULL REFERENCES text_version(id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    number INTEGER NOT NULL,
    level INTEGER NOT NULL,
    page INTEGER,
    page_label TEXT,
    PRIMARY KEY (text_version, position)
) WITHOUT ROWID;
CREATE TABLE source (
    location TEXT PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document(id),
    original TEXT NOT NULL REFERENCES original(sha256),
    seen TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX source_document ON source(document);
CREATE TABLE annotation (
    id TEXT PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document(id),
    text_version INTEGER NOT NULL REFERENCES text_version(id),
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    quote TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    paragraph INTEGER NOT NULL,
    page INTEGER,
    note TEXT NOT NULL,
    colour TEXT NOT NULL,
    state TEXT NOT NULL,
    created TEXT NOT NULL,
    changed TEXT NOT NULL,
    trashed TEXT
) WITHOUT ROWID;
CREATE INDEX annotation_document ON annotation(document, start);
CREATE TABLE annotation_tag (
    annotation TEXT NOT NULL REFERENCES annotation(id),
    position INTEGER NOT NULL,
    tag TEXT NOT NULL,
    PRIMARY KEY (annotation, position)
) WITHOUT ROWID;
CREATE INDEX annotation_tag_tag ON annotation_tag(tag);
CREATE TABLE entity (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    country TEXT,
    facts TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX entity_country ON entity(country);
CREATE TABLE scheme (id TEXT PRIMARY KEY, name TEXT NOT NULL, position INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE scheme_member (
    scheme TEXT NOT NULL REFERENCES scheme(id),
    region TEXT NOT NULL REFERENCES entity(id),
    region_position INTEGER NOT NULL,
    member TEXT NOT NULL REFERENCES entity(id),
    member_position INTEGER NOT NULL,
    PRIMARY KEY (scheme, region, member)
) WITHOUT ROWID;
CREATE TABLE decision (
    id TEXT PRIMARY KEY,
    surface TEXT NOT NULL,
    verdict TEXT NOT NULL,
    reach TEXT NOT NULL,
    suggested TEXT,
    entity TEXT,
    document INTEGER REFERENCES document(id),
    start INTEGER,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    taken TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    label TEXT NOT NULL,
    edit TEXT NOT NULL,
    inverse TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'done'
);
CREATE TABLE stale (
    document INTEGER NOT NULL REFERENCES document(id),
    part TEXT NOT NULL,
    PRIMARY KEY (document, part)
) WITHOUT ROWID;
"""

_AUTHORITY_TABLES = """
CREATE TABLE entity_base (id TEXT PRIMARY KEY, entity TEXT NOT NULL, became TEXT) WITHOUT ROWID;
CREATE TABLE scheme_region (
    scheme TEXT NOT NULL REFERENCES scheme(id),
    region TEXT NOT NULL REFERENCES entity(id),
    position INTEGER NOT NULL,
    PRIMARY KEY (scheme, region)
) WITHOUT ROWID;
CREATE INDEX entity_hidden ON entity(id) WHERE facts ->> 'hidden' = 1;
CREATE INDEX document_trashed ON document(id) WHERE trashed IS NOT NULL;
INSERT INTO scheme_region SELECT DISTINCT scheme, region, region_position FROM scheme_member;
"""

_DERIVED_TABLES = """
CREATE TABLE derived.derived (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE derived.mention (
    document INTEGER NOT NULL,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    entity TEXT,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    name_kind TEXT NOT NULL,
    candidates TEXT NOT NULL,
    rule TEXT NOT NULL,
    boilerplate INTEGER NOT NULL,
    doubt INTEGER NOT NULL,
    PRIMARY KEY (document, position)
) WITHOUT ROWID;
CREATE INDEX derived.mention_entity ON mention(entity, document);
CREATE INDEX derived.mention_doubt ON mention(doubt DESC, document, position) WHERE doubt > 0 AND boilerplate = 0;
CREATE TABLE derived.mention_count (
    entity TEXT NOT NULL,
    document INTEGER NOT NULL,
    mentions INTEGER NOT NULL,
    PRIMARY KEY (entity, document)
) WITHOUT ROWID;
CREATE INDEX derived.mention_count_document ON mention_count(document);
CREATE TABLE derived.matched (document INTEGER PRIMARY KEY, text_version INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE derived.mention_generation (number INTEGER NOT NULL);
INSERT INTO derived.mention_generation VALUES (random() / 2);
CREATE TABLE derived.kept_counts (
    number INTEGER NOT NULL,
    entities TEXT NOT NULL,
    documents BLOB NOT NULL,
    mentions BLOB NOT NULL
);
"""


_FORMER_PLACES = """
ALTER TABLE annotation ADD COLUMN kept_as_lost INTEGER NOT NULL DEFAULT 0;
CREATE TABLE former_place (
    annotation TEXT PRIMARY KEY REFERENCES annotation(id),
    text_version INTEGER NOT NULL REFERENCES text_version(id),
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    quote TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    paragraph INTEGER NOT NULL,
    page INTEGER
) WITHOUT ROWID;
CREATE INDEX annotation_waiting ON annotation(state) WHERE state IN ('please check', 'lost');
"""


_CODEBOOK_TABLES = """
CREATE TABLE code (
    name TEXT PRIMARY KEY,
    parent TEXT NOT NULL,
    position INTEGER NOT NULL,
    colour TEXT NOT NULL,
    definition TEXT NOT NULL,
    full_definition TEXT NOT NULL,
    when_to_use TEXT NOT NULL,
    when_not_to_use TEXT NOT NULL,
    example TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX code_parent ON code(parent);
CREATE TABLE annotation_entity (
    annotation TEXT NOT NULL REFERENCES annotation(id),
    position INTEGER NOT NULL,
    entity TEXT NOT NULL,
    PRIMARY KEY (annotation, position)
) WITHOUT ROWID;
CREATE INDEX annotation_entity_entity ON annotation_entity(entity);
CREATE INDEX annotation_trashed ON annotation(trashed) WHERE trashed IS NOT NULL;
CREATE TABLE document_note (
    document INTEGER PRIMARY KEY REFERENCES document(id),
    note TEXT NOT NULL,
    changed TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE entity_note (entity TEXT PRIMARY KEY, note TEXT NOT NULL, changed TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE journal_annotation (
    annotation TEXT NOT NULL,
    entry INTEGER NOT NULL REFERENCES journal(id),
    PRIMARY KEY (annotation, entry)
) WITHOUT ROWID;
INSERT INTO journal_annotation
SELECT DISTINCT CASE one.type WHEN 'object' THEN one.value ->> 'id' ELSE one.value END, journal.id
FROM journal, json_each(journal.edit, '$.annotations') AS one;
"""


_TREE_INDEX = "CREATE INDEX entity_shown ON entity(name COLLATE NOCASE, kind, country)"
"""What the tree reads of each entity, in its order and without the facts, which are ten times as much."""


def _execute_all(connection: sqlite3.Connection, script: str) -> None:
    """Run statements one by one, since ``executescript`` would commit the step's transaction."""
    for statement in script.split(";"):
        if statement.strip():
            connection.execute(statement)


def migrate_archive(connection: sqlite3.Connection) -> None:
    """Bring the archive's tables to this program's version; costs one read when they are there already."""
    if connection.execute("PRAGMA main.user_version").fetchone()[0] == SCHEMA_VERSION:
        return
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

    steps = Migrations("liaison")

    @steps(name="001_first_tables")
    def first_tables(database: "Database") -> None:
        _execute_all(database.conn, _FIRST_TABLES)

    @steps(name="002_former_places_of_marks")
    def former_places(database: "Database") -> None:
        _execute_all(database.conn, _FORMER_PLACES)

    @steps(name="003_authority_that_can_be_corrected")
    def authority_tables(database: "Database") -> None:
        _execute_all(database.conn, _AUTHORITY_TABLES)

    @steps(name="004_codebook_and_history_of_marks")
    def codebook_tables(database: "Database") -> None:
        _execute_all(database.conn, _CODEBOOK_TABLES)

    @steps(name="005_what_the_tree_shows_of_entities")
    def tree_index(database: "Database") -> None:
        _execute_all(database.conn, _TREE_INDEX)

    steps.apply(Database(connection))
    connection.execute(f"PRAGMA main.application_id = {ARCHIVE_APPLICATION_ID}")
    connection.execute(f"PRAGMA main.user_version = {SCHEMA_VERSION}")


def has_derived(connection: sqlite3.Connection, archive_identity: str) -> bool:
    """Tell whether the derived tables are there, of this version and of this archive."""
    tables = {row[0] for row in connection.execute("SELECT name FROM derived.sqlite_master WHERE type = 'table'")}
    if "derived" not in tables:
        return False
    stamps = dict(connection.execute("SELECT key, value FROM derived.derived").fetchall())
    return stamps == {"archive": archive_identity, "version": str(DERIVED_VERSION)}


def prepare_derived(connection: sqlite3.Connection, archive_identity: str) -> bool:
    """Make the derived tables when they are missing, of another version or of another archive.

    Returns:
        True when they were there already and belong to this archive.
    """
    if has_derived(connection, archive_identity):
        return True
    connection.execute("BEGIN IMMEDIATE")
    for table in ("derived", "mention", "mention_count", "matched", "mention_generation", "kept_counts"):
        connection.execute(f"DROP TABLE IF EXISTS derived.{table}")
    _execute_all(connection, _DERIVED_TABLES)
    connection.executemany(
        "INSERT INTO derived.derived VALUES (?, ?)", [("archive", archive_identity), ("version", str(DERIVED_VERSION))]
    )
    connection.execute("COMMIT")
    connection.execute(f"PRAGMA derived.application_id = {INDEX_APPLICATION_ID}")
    return False
