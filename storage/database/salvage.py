"""Reading what can still be read of a damaged archive, row by row, into a new one.

Where a page cannot be read, the rows before and after it are: tables with row numbers are entered again behind the gap,
the others read from both ends and by the keys that an index still knows.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256 as hash_of
from pathlib import Path

from storage.database.connection import cannot_be_written, open_file_to_read
from storage.database.integrity import give_up, holdings_of
from storage.database.migrations import migrate_archive
from storage.database.salvaged_rows import RowReader
from storage.domain.progress import IsCancelled
from storage.domain.salvage import SalvageReport
from storage.errors import CancelledError, UserFacingError
from storage.sentences import say

_STEPS_BETWEEN_QUESTIONS = 100_000
_MOST_GAPS = 200
"""So many times a table is entered again; a file with more gaps in one table holds next to nothing of it."""

_LAST_ROW = 2**40
_SMALLEST_ROW = 4
"""Bytes; more rows than so many fit into the file are the same ones read in a circle."""

_WORDS = {
    "document": say("documents"),
    "text_version": say("texts"),
    "original": say("original files"),
    "annotation": say("marks"),
    "annotation_tag": say("tags of marks"),
    "block": say("paragraphs"),
    "entity": say("names of the tree"),
    "journal": say("steps to undo"),
    "decision": say("decisions on mentions"),
    "source": say("places of files"),
    "archive": say("facts about the archive"),
    "scheme": say("schemes of regions"),
    "scheme_region": say("regions in schemes"),
    "scheme_member": say("members of regions"),
    "entity_base": say("names of the tree as they were before they were changed"),
    "code": say("codes of the codebook"),
    "annotation_entity": say("names on marks"),
    "document_note": say("notes on documents"),
    "entity_note": say("notes on names"),
    "former_place": say("former places of marks"),
    "journal_annotation": say("steps in the history of marks"),
}


class Salvage:
    """Copies the rows of one damaged archive into a new file and keeps word of what did not come over."""

    def __init__(self, damaged: sqlite3.Connection, new: sqlite3.Connection, size: int) -> None:
        self._damaged = damaged
        self._new = new
        self._most_rows = size // _SMALLEST_ROW
        self._spoilt = 0
        self.missing: list[str] = []

    def copy_tables(self) -> None:
        """Copy every table, as far as it can be read."""
        tables = _tables(self._new)
        if not any(_columns(self._damaged, table) for table in tables):
            raise sqlite3.DatabaseError("none of its tables can be found")
        for table in tables:
            columns = [name for name in _columns(self._new, table) if name in _columns(self._damaged, table)]
            if not columns:
                self.missing.append(say("Nothing could be read of: {what}.", what=_WORDS.get(table, table)))
                continue
            holes = ", ".join("?" * len(columns))
            insert = f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({holes})"
            self._spoilt = 0
            reader = RowReader(self._new, table, columns)
            for row in self._rows(table, columns):
                if reader.can_read(row):
                    self._take(insert, row)
                else:
                    self._spoilt += 1
            if self._spoilt:
                self.missing.append(
                    say(
                        "{count} {what} could not be read: their words are spoilt.",
                        count=self._spoilt,
                        what=_WORDS.get(table, table),
                    )
                )

    def _take(self, insert: str, row: tuple[object, ...]) -> None:
        """Write a row into the new file; one that lost what it must have is no row."""
        try:
            self._new.execute(insert, row)
        except sqlite3.DatabaseError as error:
            if cannot_be_written(error):
                raise
            self._spoilt += 1

    def _rows(self, table: str, columns: list[str]) -> Iterator[tuple[object, ...]]:
        wanted = ", ".join(columns)
        try:
            self._damaged.execute(f"SELECT rowid FROM {table} LIMIT 0")
        except sqlite3.DatabaseError:
            yield from self._keyed_rows(table, wanted)
        else:
            yield from self._numbered_rows(table, wanted)

    def _numbered_rows(self, table: str, wanted: str) -> Iterator[tuple[object, ...]]:
        """Yield rows in order of their numbers; behind a gap the table is entered again, further on each time."""
        last, step = -_LAST_ROW, 1
        gaps: list[tuple[int, int]] = []
        for _ in range(_MOST_GAPS):
            came_in = False
            try:
                query = f"SELECT rowid, {wanted} FROM {table} WHERE rowid >= ? ORDER BY rowid"
                for row in self._damaged.execute(query, (last + step,)):
                    if row[0] < last + step:
                        raise sqlite3.DatabaseError("the rows are not in order")
                    if gaps and not came_in:
                        gaps[-1] = (gaps[-1][0], row[0] - 1)
                    came_in, last, step = True, row[0], 1
                    yield row[1:]
            except sqlite3.DatabaseError:
                self._stop_if_cancelled()
                if came_in or not gaps:
                    gaps.append((max(last + 1, 1), 0))
                last = max(last, 0)
                step *= 2
                if last + step < _LAST_ROW:
                    continue
            break
        for first, end in gaps:
            self.missing.append(_gap_in_words(_WORDS.get(table, table), first, end))

    def _keyed_rows(self, table: str, wanted: str) -> Iterator[tuple[object, ...]]:
        """Yield rows from both ends, and those in between whose keys an index gives."""
        keys = [row[1] for row in self._damaged.execute(f"PRAGMA main.table_info({table})") if row[5]]
        try:
            yield from self._in_one_go(f"SELECT {wanted} FROM {table}")
        except sqlite3.DatabaseError:
            self._stop_if_cancelled()
            self.missing.append(say("Some {what} could not be read.", what=_WORDS.get(table, table)))
            backwards = ", ".join(f"{key} DESC" for key in keys)
            with suppress(sqlite3.DatabaseError):
                yield from self._in_one_go(f"SELECT {wanted} FROM {table} ORDER BY {backwards}")
            yield from self._by_index(table, wanted, keys)

    def _by_index(self, table: str, wanted: str, keys: list[str]) -> Iterator[tuple[object, ...]]:
        found: list[tuple[object, ...]] = []
        indexes = [row[1] for row in self._damaged.execute(f"PRAGMA main.index_list({table})") if row[3] == "c"]
        for index in indexes:
            with suppress(sqlite3.DatabaseError):
                found += self._in_one_go(f"SELECT {', '.join(keys)} FROM {table} INDEXED BY {index}")
        condition = " AND ".join(f"{key} = ?" for key in keys)
        for key in dict.fromkeys(found):
            with suppress(sqlite3.DatabaseError):
                yield from self._damaged.execute(f"SELECT {wanted} FROM {table} WHERE {condition}", key)

    def _in_one_go(self, query: str) -> Iterator[tuple[object, ...]]:
        for number, row in enumerate(self._damaged.execute(query)):
            if number > self._most_rows:
                raise sqlite3.DatabaseError("the rows go round in a circle")
            yield row

    def _stop_if_cancelled(self) -> None:
        """Raise CancelledError when the error at hand came from the reader's wish to stop."""
        try:
            self._damaged.execute("WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n LIMIT 1) "
                                  "SELECT count(*) FROM n").fetchone()  # fmt: skip
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                raise CancelledError from None

    def mend(self) -> None:
        """Let what came over be an archive: say what is lost, and leave out what refers to it."""
        lost = self._new.execute(
            "SELECT DISTINCT original FROM text_version WHERE original NOT IN (SELECT sha256 FROM original)"
        ).fetchall()
        if lost:
            self.missing.append(
                say(
                    "{count} original files are lost; the texts that were read from them are there.",
                    count=len(lost),
                )
            )
            self._new.executemany("INSERT INTO original (sha256, size, data) VALUES (?, 0, x'')", lost)
        self._mend_documents()
        # A region that has members is in its scheme.
        self._new.execute(
            "INSERT OR IGNORE INTO scheme_region SELECT scheme, region, min(region_position) FROM scheme_member "
            "GROUP BY scheme, region"
        )
        # What is left out may itself have been referred to, so that this goes on until nothing hangs in the air.
        while orphaned := {row[0] for row in self._new.execute("PRAGMA foreign_key_check")}:
            for table in sorted(orphaned):
                self._drop_orphans(table)
        self._tell_of_changed_texts()
        self._new.execute("INSERT OR IGNORE INTO stale SELECT id, 'text' FROM document")

    def _mend_documents(self) -> None:
        """Give a document whose text is lost the newest other text of it, or leave it out."""
        rows = self._new.execute(
            "SELECT id, title, (SELECT max(id) FROM text_version WHERE document = document.id) FROM document "
            "WHERE text_version NOT IN (SELECT id FROM text_version WHERE document = document.id)"
        ).fetchall()
        for document, title, other in rows:
            if other is None:
                self.missing.append(
                    say("The document {document}, “{title}”, is lost with its text.", document=document, title=title)
                )
                self._new.execute("DELETE FROM document WHERE id = ?", (document,))
            else:
                self.missing.append(
                    say(
                        "The newest text of document {document}, “{title}”, is lost; an older one is there.",
                        document=document,
                        title=title,
                    )
                )
                self._new.execute(
                    "UPDATE document SET text_version = ?, characters = (SELECT length(text) FROM text_version "
                    "WHERE id = ?) WHERE id = ?",
                    (other, other, document),
                )

    def _drop_orphans(self, table: str) -> None:
        links = self._new.execute(f"PRAGMA foreign_key_list({table})").fetchall()
        for link in links:
            parent, column, key = link[2], link[3], link[4]
            dropped = self._new.execute(
                f"DELETE FROM {table} WHERE {column} IS NOT NULL AND {column} NOT IN (SELECT {key} FROM {parent})"
            ).rowcount
            if dropped > 0:
                self.missing.append(
                    say(
                        "{count} {what} belonged to {others} that are lost.",
                        count=dropped,
                        what=_WORDS.get(table, table),
                        others=_WORDS.get(parent, parent),
                    )
                )

    def _tell_of_changed_texts(self) -> None:
        rows = self._new.execute("SELECT document, text, sha256 FROM text_version ORDER BY id")
        for document, text, stored in rows:
            if hash_of(str(text).encode("utf-8", "surrogatepass")).hexdigest() != stored:
                self.missing.append(
                    say(
                        "A text of document {document} is not letter for letter the one that was stored.",
                        document=document,
                    )
                )


def _gap_in_words(what: str, first: int, end: int) -> str:
    """Say which rows are missing; no ``end`` means all from the first."""
    if not end:
        return say("Some {what} could not be read: number {first} and later.", what=what, first=first)
    if end > first:
        return say("Some {what} could not be read: number {first} to {end}.", what=what, first=first, end=end)
    return say("Some {what} could not be read: number {first}.", what=what, first=first)


def _tables(connection: sqlite3.Connection) -> list[str]:
    """Return the archive's own tables, those that others refer to first, as they were made."""
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")
    return [row[0] for row in rows if not row[0].startswith(("sqlite_", "_sqlite"))]


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    try:
        return [row[1] for row in connection.execute(f"PRAGMA main.table_info({table})")]
    except sqlite3.DatabaseError:
        return []


def salvage_file(path: Path, target: Path, is_cancelled: IsCancelled) -> SalvageReport:
    """Copy what can be read of an archive's file into a new one.

    Raises:
        UserFacingError: when nothing at all can be read, or the new file cannot be written.
        CancelledError: when ``is_cancelled`` answered yes.
    """
    unfinished = target.with_name(f".{target.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    try:
        missing = _salvage_to(path, unfinished, is_cancelled)
        report = SalvageReport(target, holdings_of(unfinished), missing)
        unfinished.rename(target)
    except (OSError, sqlite3.OperationalError) as error:
        if isinstance(error, sqlite3.OperationalError) and not cannot_be_written(error):
            raise
        raise UserFacingError(
            say(
                "{target} cannot be written ({error}). Check that the folder may be written to and its disk has room.",
                target=target,
                error=error,
            )
        ) from error
    finally:
        give_up(unfinished)
    return report


def _salvage_to(path: Path, unfinished: Path, is_cancelled: IsCancelled) -> tuple[str, ...]:
    with open_file_to_read(path) as damaged:
        damaged.row_factory = None
        damaged.text_factory = lambda data: data.decode("utf-8", "replace")
        damaged.execute("PRAGMA writable_schema = ON")  # else a file that was cut off is not read at all
        damaged.set_progress_handler(is_cancelled, _STEPS_BETWEEN_QUESTIONS)
        new = sqlite3.connect(unfinished, isolation_level=None)
        try:
            migrate_archive(new)
            new.execute("BEGIN")
            salvage = Salvage(damaged, new, path.stat().st_size)
            salvage.copy_tables()
            salvage.mend()
            if not new.execute("SELECT 1 FROM archive WHERE key = 'identity'").fetchone():
                new.execute("INSERT OR REPLACE INTO archive VALUES ('identity', lower(hex(randomblob(16))))")
            new.execute("COMMIT")
        finally:
            new.close()
    return tuple(salvage.missing)
