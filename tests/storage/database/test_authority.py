import sqlite3

from storage.database.authority import load_authority, store_authority
from storage.database.migrations import migrate_archive
from storage.domain.authority import Authority
from tests.storage.text.naming import AUTHORITY


def test_an_archive_keeps_all_that_matching_needs():
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.row_factory = sqlite3.Row
    migrate_archive(connection)
    store_authority(connection, AUTHORITY)
    loaded = load_authority(connection)
    connection.close()
    expected = Authority(
        "", tuple(sorted(AUTHORITY.entities, key=lambda entity: entity.id)), (), not_names=AUTHORITY.not_names
    )
    assert loaded == expected
