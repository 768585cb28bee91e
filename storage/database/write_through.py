"""Having the disk take what has been committed, beside whoever goes on."""

import logging
import os
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

_log = logging.getLogger(__name__)

_QUIET_SECONDS = 1.0


class WriteThrough:
    """A thread that makes sure of commits which did not wait for the disk, and folds their log into the file.

    What is committed lies with the system from then on, and survives every end of the program; a disk that is busy
    for others may take a third of a second to have it, and only a machine that goes dark in that time loses it. The
    thread begins with the first commit told to it.

    Args:
        archive: The database file, in write-ahead mode.
    """

    def __init__(self, archive: Path) -> None:
        self._archive = archive
        self._log = archive.with_name(archive.name + "-wal")
        self._state = threading.Condition()
        self._waits = self._is_closed = False
        self._failure: OSError | None = None
        self._thread: threading.Thread | None = None

    def note_commit(self) -> None:
        """Have what was committed until now written through."""
        with self._state:
            self._waits = True
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="write-through", daemon=True)
                self._thread.start()
            self._state.notify()

    def take_failure(self) -> OSError | None:
        """Return why the disk did not take a former commit, once."""
        with self._state:
            failure, self._failure = self._failure, None
            return failure

    def close(self) -> None:
        """Write through what waits, and end the thread."""
        with self._state:
            self._is_closed = True
            self._state.notify()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        is_folded = True
        while True:
            with self._state:
                is_quiet = not self._state.wait_for(
                    lambda: self._waits or self._is_closed, None if is_folded else _QUIET_SECONDS
                )
                is_wanted, self._waits = self._waits, False
                if self._is_closed and not is_wanted:
                    return
            is_folded = is_quiet
            if is_quiet:
                self._fold()
            else:
                self._sync()

    def _sync(self) -> None:
        try:
            log = os.open(self._log, os.O_RDWR)
        except FileNotFoundError:
            return  # a file system on which there can be no log: such commits have waited for the disk
        except OSError as error:
            self._note_failure(error)
            return
        try:
            os.fsync(log)
        except OSError as error:
            self._note_failure(error)
        finally:
            os.close(log)

    def _note_failure(self, error: OSError) -> None:
        with self._state:
            self._failure = error

    def _fold(self) -> None:
        """Fold the log into the file; what cannot be folded now stays in the log, and nothing is lost by it."""
        try:
            with closing(sqlite3.connect(self._archive, isolation_level=None)) as connection:
                connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
        except sqlite3.DatabaseError:
            _log.info("The log of %s could not be folded into it", self._archive, exc_info=True)
