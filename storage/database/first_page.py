"""A file whose first page is lost, which names all tables and where they begin: read by the page of a file like it.

Copies that were made of an archive page by page, as backups are, have their tables where the archive has them; so has
a new archive, as long as the other was made by a program of the same format and never brought to a newer one. Whether
a donor fits is looked at: the damaged file's own pages must name, behind the donor's first page, just what they name in
the donor, and every table and index must begin with a page that is one.
"""

import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from storage.database.connection import open_file_to_read
from storage.database.migrations import migrate_archive

_SIZE_AT, _FREE_PAGES_AT, _COUNTER_AT, _VALID_AT = 28, slice(32, 40), slice(24, 28), slice(92, 96)
_FIRST_BYTES = frozenset({2, 5, 10, 13})
"""The first byte of a page of a table or an index: inside the tree or at its end."""
_SCHEMA = "SELECT type, name, tbl_name, rootpage, sql FROM sqlite_master"


def make_donor(path: Path) -> None:
    """Make an empty archive, whose first page may serve one that lost its own."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrate_archive(connection)


def lend_first_page(damaged: Path, donors: Iterable[Path], scratch: Path) -> Path | None:
    """Copy a damaged archive and put the first page of another file in its place; returns the donor that fits.

    Without a donor that fits the copy is of no use. The damaged file is only read.

    Raises:
        OSError: when the copy cannot be written.
    """
    shutil.copyfile(damaged, scratch)
    log = damaged.with_name(f"{damaged.name}-wal")
    if log.exists():
        shutil.copyfile(log, scratch.with_name(f"{scratch.name}-wal"))
    for donor in donors:
        if _fits(donor, scratch):
            return donor
    return None


def _fits(donor: Path, scratch: Path) -> bool:
    try:
        with open_file_to_read(donor) as connection:
            page_size = connection.execute("PRAGMA page_size").fetchone()[0]
            wanted = connection.execute(_SCHEMA).fetchall()
        _write_first_page(donor, scratch, page_size)
        with open_file_to_read(scratch) as connection:
            connection.execute("PRAGMA writable_schema = ON")  # else a file that was cut off is not read at all
            found = connection.execute(_SCHEMA).fetchall()
    except (OSError, sqlite3.DatabaseError):
        return False
    roots = [row["rootpage"] for row in found if row["rootpage"]]
    return list(map(tuple, found)) == list(map(tuple, wanted)) and _begin_trees(scratch, page_size, roots)


def _write_first_page(donor: Path, scratch: Path, page_size: int) -> None:
    with donor.open("rb") as file:
        page = bytearray(file.read(page_size))
    pages = scratch.stat().st_size // page_size
    page[_SIZE_AT : _SIZE_AT + 4] = pages.to_bytes(4, "big")
    page[_FREE_PAGES_AT] = bytes(8)  # which pages are free is not known; nothing is ever written to the copy
    page[_VALID_AT] = page[_COUNTER_AT]
    with scratch.open("r+b") as file:
        file.write(page)


def _begin_trees(path: Path, page_size: int, roots: list[int]) -> bool:
    """Tell whether pages are first ones of tables or indexes, as far as the file has them and they are not blank."""
    with path.open("rb") as file:
        for root in roots:
            file.seek((root - 1) * page_size)
            first = file.read(1)
            if first and first[0] not in _FIRST_BYTES | {0, 255}:
                return False
    return True
