"""Tantivy, the Rust engine, through its Python binding; an extra that only the benchmark uses."""

import importlib
from pathlib import Path
from typing import Any

from tests.bench.queries import Query
from tests.bench.texts import CorpusFile, CorpusText

tantivy: Any = importlib.import_module("tantivy")  # not named in an import, since checks run without the extra

_FIELDS = ["title", "text"]


class Tantivy:
    """Tantivy with one writer thread, English stems and nothing stored but the number."""

    name = "tantivy"
    remark = "one thread, en_stem"

    def __init__(self, folder: Path, corpus: CorpusFile) -> None:
        self._folder = folder
        builder = tantivy.SchemaBuilder()
        builder.add_unsigned_field("number", stored=True)
        for field in _FIELDS:
            builder.add_text_field(field, stored=False, tokenizer_name="en_stem", index_option="position")
        self._index = tantivy.Index(builder.build(), path=str(self._folder))
        self._writer = self._index.writer(heap_size=256_000_000, num_threads=1)
        self._searcher = self._index.searcher()

    def add(self, batch: list[CorpusText]) -> None:
        """Index a batch and commit it."""
        for document in batch:
            self._writer.add_document(
                tantivy.Document(number=document.number, title=document.title, text=document.text)
            )
        self._writer.commit()

    def settle(self) -> None:
        """Wait until the merges it began by itself are through."""
        self._writer.wait_merging_threads()

    def reopen(self) -> None:
        """Open the folder anew."""
        self._index = tantivy.Index.open(str(self._folder))
        self._searcher = self._index.searcher()

    def _query(self, query: Query) -> Any:
        if query.operator == "prefix":
            pattern = query.words[0].lower() + ".*"
            fields = [tantivy.Query.regex_query(self._index.schema, field, pattern) for field in _FIELDS]
            return tantivy.Query.boolean_query([(tantivy.Occur.Should, each) for each in fields])
        if query.operator == "and":
            return self._index.parse_query(" ".join(f'+"{word}"' for word in query.words), _FIELDS)
        words = [" ".join(query.words)] if query.operator == "phrase" else query.words
        return self._index.parse_query(" ".join(f'"{word}"' for word in words), _FIELDS)

    def ask(self, query: Query) -> int:
        """Return the number of documents, having fetched the best twenty."""
        return self._searcher.search(self._query(query), limit=20, count=True).count or 0

    def close(self) -> None:
        """Nothing is left to close: the binding lets go of the files by itself."""
