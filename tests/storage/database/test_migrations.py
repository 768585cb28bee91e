"""Archives of earlier formats are brought to this one, and a copy of them is kept."""

import sqlite3

from storage.database.tree import ENTITIES
from storage.domain.journal import MarkStep
from storage.edits import AddAnnotations, RemoveAnnotations
from storage.library import Library
from tests.storage.use_cases.authority_for_tests import put_text

_FIFTH_STEP = """
DROP INDEX entity_shown;
DELETE FROM _sqlite_migrations WHERE name LIKE '005%';
PRAGMA user_version = 4;
"""
_FOURTH_STEP = f"""
{_FIFTH_STEP}
DROP TABLE code;
DROP TABLE annotation_entity;
DROP INDEX annotation_trashed;
DROP TABLE document_note;
DROP TABLE entity_note;
DROP TABLE journal_annotation;
DELETE FROM _sqlite_migrations WHERE name LIKE '004%';
PRAGMA user_version = 3;
"""
_LATER_STEPS = f"""
{_FOURTH_STEP}
DROP INDEX entity_hidden;
DROP INDEX document_trashed;
DROP TABLE entity_base;
DROP TABLE scheme_region;
DROP TABLE former_place;
DROP INDEX annotation_waiting;
ALTER TABLE annotation DROP COLUMN kept_as_lost;
DELETE FROM _sqlite_migrations WHERE name NOT LIKE '001%';
PRAGMA user_version = 1;
"""


def make_first_format(path):
    """Take back what the later steps did, so that the file is as the first released program wrote it."""
    connection = sqlite3.connect(path)
    connection.executescript(_LATER_STEPS)
    connection.close()


def test_an_archive_of_the_first_format_keeps_its_tree_and_a_copy(tmp_path):
    path = tmp_path / "old.liaison"
    library = Library.create(path)
    put_text(library, tmp_path / "a.txt", "Cuba wrote.")
    tree, schemes = library.tree(), library.schemes()
    library.close()
    make_first_format(path)
    former = path.read_bytes()
    again = Library.open(path)
    try:
        assert (again.tree(), again.schemes()) == (tree, schemes)
    finally:
        again.close()
    copy = sqlite3.connect(tmp_path / "old.format-1.liaison")
    try:
        assert copy.execute("PRAGMA user_version").fetchone()[0] == 1
        assert copy.execute("SELECT count(*) FROM document").fetchone()[0] == 1
    finally:
        copy.close()
    assert path.read_bytes() != former
    Library.open(path).close()


def test_an_archive_of_the_third_format_gets_the_history_of_its_marks_from_the_journal(tmp_path):
    path = tmp_path / "old.liaison"
    library = Library.create(path)
    document = put_text(library, tmp_path / "a.txt", "Cuba wrote.")
    mark = library.new_annotation(document, 0, 4, tags=("letters",))
    library.apply(AddAnnotations((mark, library.new_annotation(document, 5, 10))))
    library.apply(RemoveAnnotations((mark.id,)))
    library.undo()
    library.apply(RemoveAnnotations((mark.id,)))
    history = library.mark_history(mark.id)
    assert [moment.step for moment in history] == [MarkStep.ADDED, MarkStep.REMOVED]
    library.close()
    connection = sqlite3.connect(path)
    connection.executescript(_FOURTH_STEP)
    connection.close()
    again = Library.open(path)
    try:
        assert again.mark_history(mark.id) == history
        assert [one.mark.id for one in again.trashed_marks()] == [mark.id]
        assert again.codebook() == ()
        again.undo()
        assert [count.code.name for count in again.codebook()] == ["letters"]
    finally:
        again.close()


def test_an_archive_of_the_fourth_format_shows_its_tree_without_reading_the_facts_of_entities(tmp_path):
    path = tmp_path / "old.liaison"
    library = Library.create(path)
    put_text(library, tmp_path / "a.txt", "Cuba wrote.")
    tree = library.tree()
    library.close()
    connection = sqlite3.connect(path)
    connection.executescript(_FIFTH_STEP)
    connection.close()
    again = Library.open(path)
    try:
        assert again.tree() == tree
        with again._archive.connections.read() as connection:
            steps = connection.execute(f"EXPLAIN QUERY PLAN {ENTITIES}", ("", "")).fetchall()
        assert [step["detail"] for step in steps] == ["SCAN entity USING COVERING INDEX entity_shown"]
    finally:
        again.close()
