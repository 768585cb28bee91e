"""A source as Whoosh's ``IndexReader``, so that everything of Whoosh that takes a reader works on the archive."""

from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
from whoosh.columns import ColumnReader
from whoosh.matching.mcore import Matcher
from whoosh.searching import Searcher

from storage.domain.ids import DocumentId
from storage.index.documents import FetchTexts
from storage.index.evaluation import NOWHERE, Found, Places
from storage.index.fields import DATE, IN_TEXT, TEXT, TITLE, VALUES
from storage.index.source import POSITION_BITS, Source, Terms
from storage.index.term_reader import TermReader

if TYPE_CHECKING:
    from storage.index.tree import Query


class ArchiveReader(TermReader):
    """Shows a source to Whoosh; document numbers are the source's slots.

    ``texts`` fetches what Whoosh calls stored fields (``text`` and ``title``); ``identify`` gives the document of a
    slot. Without them only the number is stored.
    """

    def __init__(
        self,
        source: Source,
        generation: int = 0,
        texts: FetchTexts | None = None,
        identify: "dict[int, DocumentId] | None" = None,
    ) -> None:
        super().__init__(source)
        self._generation = generation
        self._texts = texts
        self._documents = identify or {}
        self.is_closed = False

    def close(self) -> None:
        """Mark the reader as closed; its connection is its lender's."""
        self.is_closed = True

    def generation(self) -> int:
        """Return the number of the committed state."""
        return self._generation

    def has_deletions(self) -> bool:
        """Tell whether there are numbers without a document."""
        return not bool(self.source.live().all())

    def is_deleted(self, docnum: int) -> bool:
        """Tell whether a number has no document any more."""
        return docnum < self.source.size and not bool(self.source.live()[docnum])

    def doc_count_all(self) -> int:
        """Return how many numbers there are, with or without a document."""
        return self.source.size

    def doc_count(self) -> int:
        """Return how many documents there are."""
        return self.source.document_count()

    def field_length(self, fieldname: str) -> int:
        """Return the number of terms of all documents in a field."""
        return int(self._lengths(fieldname).sum())

    def min_field_length(self, fieldname: str) -> int:
        """Return the number of terms of the shortest document in a field."""
        lengths = self._lengths(fieldname)[self.source.live()]
        return int(lengths.min()) if len(lengths) else 0

    def max_field_length(self, fieldname: str) -> int:
        """Return the number of terms of the longest document in a field."""
        lengths = self._lengths(fieldname)
        return int(lengths.max()) if len(lengths) else 0

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """Return the number of terms of a document in a field."""
        return int(self._lengths(fieldname)[docnum]) or default

    def stored_fields(self, docnum: int) -> dict[str, Any]:
        """Return the document of a number, with text and title where they can be fetched."""
        stored: dict[str, Any] = {}
        document = self._documents.get(docnum)
        if document is not None:
            stored["document"] = document
            fetched = self._texts([document]) if self._texts is not None else {}
            if document in fetched:
                stored |= {TEXT: fetched[document].text, TITLE: fetched[document].title}
        return stored

    def has_vector(self, docnum: int, fieldname: str) -> bool:
        """Tell that terms are not kept document by document; Whoosh then analyses the stored text again."""
        return False

    def vector(self, docnum: int, fieldname: str, format_: Any = None) -> Matcher:
        """Raise: there are no vectors."""
        raise KeyError((docnum, fieldname))

    def has_column(self, fieldname: str) -> bool:
        """Tell whether documents can be sorted by a field."""
        return fieldname == DATE or f"={fieldname}" in VALUES

    def column_reader(
        self, fieldname: str, column: Any = None, reverse: bool = False, translate: bool = False
    ) -> "_Column":
        """Return the first value of a field for each document as bytes, of a date the first day."""
        values = [b""] * self.source.size
        if fieldname == DATE:
            for slot, first, _ in sorted(self.source.dates().tolist(), reverse=True):
                values[slot] = date.fromordinal(first).isoformat().encode()
        else:
            for value in reversed(self.source.terms_from(f"={fieldname}", "")):
                for slot in self.source.posting(Terms(f"={fieldname}", ((value, None),))).documents.tolist():
                    values[slot] = value.encode("utf-8", "surrogatepass")
        return _Column(values, reverse)


class _Column(ColumnReader):
    """Values of all documents in memory."""

    def __init__(self, values: list[bytes], reverse: bool) -> None:
        self._values = values
        self._doccount = len(values)
        ranks = {value: rank for rank, value in enumerate(sorted(set(values), reverse=reverse))}
        self._keys = [ranks[value] for value in values]
        self._reverse = reverse

    def __getitem__(self, docnum: int) -> Any:
        return self._values[docnum]

    def sort_key(self, docnum: int) -> Any:
        """Return what sorts a document."""
        return self._keys[docnum] if self._reverse else self._values[docnum]


def evaluate_by_whoosh(source: Source, query: "Query") -> tuple[Found, Places]:
    """Evaluate a query by Whoosh's own matchers; places only where the matcher tells spans."""
    searcher = Searcher(ArchiveReader(source), closereader=False)
    matcher = query.matcher(searcher, searcher.context())
    documents, scores, stretches = [], [], []
    fields = {term[0] for leaf in matcher.term_matchers() if (term := leaf.term())}
    has_spans = bool(fields) and fields.issubset(IN_TEXT)
    while matcher.is_active():
        documents.append(matcher.id())
        scores.append(matcher.score())
        if has_spans:
            base = matcher.id() << POSITION_BITS
            stretches += [(base + span.start, base + span.end) for span in matcher.spans()]
        matcher.next()
    found = Found(np.array(documents, np.int64), np.array(scores, np.float64))
    if not stretches:
        return found, NOWHERE
    table = np.array(sorted(set(stretches)), np.int64)
    return found, Places(table[:, 0], table[:, 1])
