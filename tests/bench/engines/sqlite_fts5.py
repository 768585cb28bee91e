"""SQLite FTS5, contentless, ranked by its own bm25."""

import sqlite3
from pathlib import Path

from tests.bench.queries import Query
from tests.bench.texts import CorpusFile, CorpusText


def fts5_expression(query: Query) -> str:
    """Say a query in FTS5's language, every word quoted."""
    quoted = [f'"{word}"' for word in query.words]
    match query.operator:
        case "phrase":
            return '"' + " ".join(query.words) + '"'
        case "prefix":
            return quoted[0] + "*"
        case "and" | "or":
            return f" {query.operator.upper()} ".join(quoted)
        case _:
            return quoted[0]


class Fts5:
    """FTS5 with ``porter unicode61`` and columns title and text.

    The page cache is 64 MB, as a program that cares would set it; all else is as it comes. Total and best twenty come
    from one statement, which was the faster of the two ways to ask for them.
    """

    name = "fts5"
    remark = "contentless, porter unicode61, 64 MB cache"
    tokenizer = "porter unicode61"

    def __init__(self, folder: Path, corpus: CorpusFile) -> None:
        self._path = folder / "index.sqlite"
        self._connection = self._connect()
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute(
            f"CREATE VIRTUAL TABLE texts USING fts5(title, text, content='', tokenize='{self.tokenizer}')"
        )

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, isolation_level=None)
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA cache_size = -64000")
        return connection

    def add(self, batch: list[CorpusText]) -> None:
        """Index a batch in one transaction."""
        self._connection.execute("BEGIN")
        rows = ((document.number, document.title, document.text) for document in batch)
        self._connection.executemany("INSERT INTO texts (rowid, title, text) VALUES (?, ?, ?)", rows)
        self._connection.execute("COMMIT")

    def settle(self) -> None:
        """Merge all segments into one."""
        self._connection.execute("INSERT INTO texts (texts) VALUES ('optimize')")
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def reopen(self) -> None:
        """Open the file anew; asking for one row makes SQLite read the schema, which it would put off otherwise."""
        self._connection.close()
        self._connection = self._connect()
        self._connection.execute("SELECT rowid FROM texts LIMIT 1").fetchall()

    def ask(self, query: Query) -> int:
        """Return the number of documents, having fetched the best twenty."""
        rows = self._connection.execute(
            "SELECT rowid, rank, count(*) OVER () FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT 20",
            (fts5_expression(query),),
        ).fetchall()
        return rows[0][2] if rows else 0

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


class Fts5Trigram(Fts5):
    """FTS5 with its trigram tokenizer, the one that finds parts of Chinese runs, from three characters on."""

    name = "fts5-trigram"
    remark = "contentless, trigram, 64 MB cache; finds nothing shorter than three characters"
    tokenizer = "trigram"
