"""The engines that are compared, each behind the same few methods."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from tests.bench.queries import Query
from tests.bench.texts import CorpusFile, CorpusText


class NotInstalledError(Exception):
    """Says that an engine's library is not there."""


class Engine(Protocol):
    """What the benchmark asks of an engine.

    ``remark`` says what the reader of the figures must know about how the engine was set up. The folder is the
    engine's own and empty.
    """

    name: str
    remark: str

    def __init__(self, folder: Path, corpus: CorpusFile) -> None: ...

    def add(self, batch: list[CorpusText]) -> None:
        """Index a batch and commit it."""
        ...

    def settle(self) -> None:
        """Bring the index into the form it has when nothing is left to merge."""
        ...

    def reopen(self) -> None:
        """Close the index where it is open, and open it for reading."""
        ...

    def ask(self, query: Query) -> int:
        """Answer with the best twenty documents in order of score; return the exact number of documents."""
        ...

    def close(self) -> None:
        """Close the index."""
        ...


def engine_named(name: str) -> Callable[[Path, CorpusFile], Engine]:
    """Return what makes the engine of that name.

    Raises:
        NotInstalledError: if its library is not installed.
        KeyError: if there is no such engine.
    """
    match name:
        case "liaison":
            from tests.bench.engines.liaison import Liaison

            return Liaison
        case "fts5":
            from tests.bench.engines.sqlite_fts5 import Fts5

            return Fts5
        case "fts5-trigram":
            from tests.bench.engines.sqlite_fts5 import Fts5Trigram

            return Fts5Trigram
        case "tantivy":
            try:
                from tests.bench.engines.rust_tantivy import Tantivy
            except ModuleNotFoundError as error:
                raise NotInstalledError(str(error)) from error
            return Tantivy
        case "whoosh":
            from tests.bench.engines.stock_whoosh import StockWhoosh

            return StockWhoosh
    raise KeyError(name)
