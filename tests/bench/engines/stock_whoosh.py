"""Whoosh with its own files and matchers, as it comes."""

from pathlib import Path

from whoosh import index as whoosh_index
from whoosh.analysis.analyzers import StemmingAnalyzer
from whoosh.fields import NUMERIC, TEXT, Schema
from whoosh.query.compound import And, Or
from whoosh.query.positional import Phrase
from whoosh.query.qcore import Query as WhooshQuery
from whoosh.query.terms import Prefix, Term

from tests.bench.queries import Query
from tests.bench.texts import CorpusFile, CorpusText

_FIELDS = ("title", "text")


class StockWhoosh:
    """Whoosh's file index with its stemming analyser, no stop words, so that it counts what the others count."""

    name = "whoosh"
    remark = "its own files, Porter stems, no stop words"

    def __init__(self, folder: Path, corpus: CorpusFile) -> None:
        self._folder = folder
        self._analyzer = StemmingAnalyzer(stoplist=None, minsize=1)
        schema = Schema(
            number=NUMERIC(stored=True),
            title=TEXT(analyzer=self._analyzer, phrase=True),
            text=TEXT(analyzer=self._analyzer, phrase=True),
        )
        self._index = whoosh_index.create_in(str(self._folder), schema)
        self._searcher = self._index.searcher()

    def add(self, batch: list[CorpusText]) -> None:
        """Index a batch and commit it."""
        writer = self._index.writer(limitmb=128)
        for document in batch:
            writer.add_document(number=document.number, title=document.title, text=document.text)
        writer.commit()

    def settle(self) -> None:
        """Merge all segments into one."""
        self._index.optimize()

    def reopen(self) -> None:
        """Open the folder anew."""
        self._searcher.close()
        self._index.close()
        self._index = whoosh_index.open_dir(str(self._folder))
        self._searcher = self._index.searcher()

    def _in_fields(self, words: tuple[str, ...], operator: str) -> WhooshQuery:
        if operator == "prefix":
            return Or([Prefix(field, words[0].lower()) for field in _FIELDS])
        stems = [token.text for word in words for token in self._analyzer(word)]
        if len(stems) == 1:
            return Or([Term(field, stems[0]) for field in _FIELDS])
        return Or([Phrase(field, stems) for field in _FIELDS])

    def ask(self, query: Query) -> int:
        """Return the number of documents, having ranked the best twenty."""
        if query.operator in ("and", "or"):
            parts = [self._in_fields((word,), "word") for word in query.words]
            asked = And(parts) if query.operator == "and" else Or(parts)
        else:
            asked = self._in_fields(query.words, query.operator)
        return len(self._searcher.search(asked, limit=20))

    def close(self) -> None:
        """Close the index."""
        self._searcher.close()
        self._index.close()
