"""Archives of earlier formats are brought to this one, and a copy of them is kept."""

import sqlite3

from storage.library import Library
from tests.storage.use_cases.authority_for_tests import put_text

_LATER_STEPS = """
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
