import sqlite3
from contextlib import closing

from storage.library import Library


def test_a_new_reader_waits_for_nobody_who_writes(tmp_path):
    library = Library.create(tmp_path / "archive.liaison")
    connections = library._archive.connections
    with (
        closing(sqlite3.connect(tmp_path / "archive.liaison.index", isolation_level=None)) as other,
        connections.write_archive() as writer,
    ):
        writer.execute("UPDATE archive SET value = value")
        other.execute("BEGIN IMMEDIATE")
        reader = connections._files.connect(only_to_read=True)
        with closing(reader):
            assert reader.execute("SELECT count(*) FROM document").fetchone()[0] == 0
            assert reader.execute("SELECT count(*) FROM derived.matched").fetchone()[0] == 0
            assert reader.execute("PRAGMA main.journal_mode").fetchone()[0] == "wal"
            assert reader.execute("PRAGMA derived.journal_mode").fetchone()[0] == "wal"
        other.execute("ROLLBACK")
    library.close()
