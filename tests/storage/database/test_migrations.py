"""Archives of earlier formats are brought to this one, and a copy of them is kept."""

import sqlite3

from storage.library import Library
from tests.storage.use_cases.authority_for_tests import put_text

_SECOND_STEP = ("entity_base", "scheme_region")


def make_first_format(path):
    """Take back what the second step did, so that the file is as the first released program wrote it."""
    connection = sqlite3.connect(path)
    connection.execute("DROP INDEX entity_hidden")
    connection.execute("DROP INDEX document_trashed")
    for table in _SECOND_STEP:
        connection.execute(f"DROP TABLE {table}")
    connection.execute("DELETE FROM _sqlite_migrations WHERE name LIKE '002%'")
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
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
