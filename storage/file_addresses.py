"""By which address SQLite opens a file that this process reads and never writes to."""

import os
from pathlib import Path

_WITH_LOCKS = "win32" if os.name == "nt" else "unix"
_NO_LOCKS = f"{_WITH_LOCKS}-none"


def address_to_read(path: Path, others_write: bool) -> str:
    """Return the address of a database for ``sqlite3.connect(…, uri=True)``.

    ``others_write`` says that another process may write to it; then the files that SQLite keeps beside it are shared
    with that process. Otherwise nothing is made beside the file, so that it opens from a read-only medium and on a full
    disk.
    """
    address = f"{path.absolute().as_uri()}?mode=ro"
    if others_write:
        return address
    if holds_changes(path):
        return f"{address}&vfs={_NO_LOCKS}"
    return f"{address}&immutable=1"


def address_to_write(path: Path) -> str:
    """Return the address of a database to attach for writing, whatever way the main one was opened."""
    return f"{path.absolute().as_uri()}?vfs={_WITH_LOCKS}"


def needs_lone_reading(address: str) -> bool:
    """Tell whether a connection to an address must ask for ``locking_mode = EXCLUSIVE`` before it reads.

    SQLite then keeps the index of the write-ahead log in memory instead of in a file. No lock is really taken there.
    """
    return address.endswith(_NO_LOCKS)


def holds_changes(path: Path) -> bool:
    """Tell whether a write-ahead log lies beside a database whose changes are perhaps not in it yet."""
    try:
        return path.with_name(f"{path.name}-wal").stat().st_size > 0
    except OSError:
        return False
