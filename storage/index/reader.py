"""A source as Whoosh's ``IndexReader``, so that everything of Whoosh that takes a reader works on the archive."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
from whoosh.codec.base import FieldCursor
from whoosh.columns import ColumnReader
from whoosh.matching.mcore import ListMatcher, Matcher
from whoosh.reading import IndexReader, TermInfo, TermNotFound
from whoosh.searching import Searcher

from storage.domain.ids import DocumentId
from storage.index.documents import FetchTexts
from storage.index.evaluation import NOWHERE, Evaluation, Found, Places
from storage.index.expansion import word_forms
from storage.index.fields import ATTRIBUTES, DATE, FIELDS, IN_TEXT, TEXT, TITLE, VALUES, schema
from storage.index.source import NOTHING, POSITION_BITS, Posting, Source, Terms

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from storage.index.tree import Query

_WITH_LENGTH = frozenset((*IN_TEXT, *ATTRIBUTES))


class ArchiveReader(IndexReader):
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
        self.schema = schema()
        self.source = source
        self._generation = generation
        self._texts = texts
        self._documents = identify or {}
        self.is_closed = False

    def evaluate(self, query: "Query") -> Found:
        """Evaluate a query of our own kinds."""
        return Evaluation(self.source).found(query)

    def forms_of(self, field: str, word: str) -> Iterator[bytes]:
        """Yield a word and the forms that share its stem in the language of any document."""
        for term, _ in word_forms(self.source, field, word).terms:
            if (field, term) in self:
                yield term.encode()

    def close(self) -> None:
        """Mark the reader as closed; its connection is its lender's."""
        self.is_closed = True

    def generation(self) -> int:
        """Return the number of the committed state."""
        return self._generation

    def _posting(self, field: str, text: str | bytes) -> Posting:
        if field not in self.schema:
            raise TermNotFound((field, text))
        if field == DATE:
            return NOTHING
        term = text.decode("utf-8", "surrogatepass") if isinstance(text, bytes) else text
        return self.source.posting(Terms(field, ((term, None),)))

    def __contains__(self, term: tuple[str, str | bytes]) -> bool:
        return term[0] in self.schema and len(self._posting(*term).documents) > 0

    def indexed_field_names(self) -> list[str]:
        """Return the names of the fields that have terms."""
        return [name for name in FIELDS if self.source.terms_from(name, "")]

    def all_terms(self) -> Iterator[tuple[str, bytes]]:
        """Yield every term of every field, in order."""
        for name in sorted(FIELDS):
            for term in self.source.terms_from(name, ""):
                if (name, term) in self:
                    yield name, term.encode("utf-8", "surrogatepass")

    def terms_from(self, fieldname: str, prefix: str | bytes) -> Iterator[tuple[str, bytes]]:
        """Yield the terms of a field from ``prefix`` on, in order."""
        start = prefix.decode("utf-8", "surrogatepass") if isinstance(prefix, bytes) else prefix
        terms = self.source.terms_from(fieldname, "")
        for term in terms[bisect_left(terms, start) :]:
            yield fieldname, term.encode("utf-8", "surrogatepass")

    def expand_prefix(self, fieldname: str, prefix: str | bytes) -> Iterator[bytes]:
        """Yield the terms of a field that begin with some letters, in order."""
        start = prefix.decode("utf-8", "surrogatepass") if isinstance(prefix, bytes) else prefix
        for term in self.source.terms_from(fieldname, start):
            yield term.encode("utf-8", "surrogatepass")

    def cursor(self, fieldname: str) -> "_Cursor":
        """Return a cursor over the terms of a field."""
        return _Cursor(self, fieldname)

    def term_info(self, fieldname: str, text: str | bytes) -> TermInfo:
        """Return how often and where a term stands."""
        posting = self._posting(fieldname, text)
        if not len(posting.documents):
            raise TermNotFound((fieldname, text))
        lengths = self._lengths(fieldname)[posting.documents]
        return TermInfo(
            weight=int(posting.frequencies.sum()),
            df=len(posting.documents),
            minlength=int(lengths.min()),
            maxlength=int(lengths.max()),
            maxweight=int(posting.frequencies.max()),
            minid=int(posting.documents[0]),
            maxid=int(posting.documents[-1]),
        )

    def frequency(self, fieldname: str, text: str | bytes) -> int:
        """Return how often a term stands in all documents."""
        return int(self._posting(fieldname, text).frequencies.sum())

    def doc_frequency(self, fieldname: str, text: str | bytes) -> int:
        """Return in how many documents a term stands."""
        return len(self._posting(fieldname, text).documents)

    def postings(self, fieldname: str, text: str | bytes, scorer: Any = None, **_options: Any) -> Matcher:
        """Return a matcher for the documents of a term."""
        posting = self._posting(fieldname, text)
        if not len(posting.documents):
            raise TermNotFound((fieldname, text))
        return _PostingMatcher(self.source, posting, scorer, (fieldname, text), self.term_info(fieldname, text))

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

    def _lengths(self, field: str) -> "NDArray":
        if field in _WITH_LENGTH:
            return self.source.lengths(field)
        return np.ones(self.source.size, np.int64)

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
        ranks = {value: rank for rank, value in enumerate(sorted(set(values), reverse=reverse))}
        self._keys = [ranks[value] for value in values]
        self._reverse = reverse

    def __len__(self) -> int:
        return len(self._values)

    def __getitem__(self, docnum: int) -> Any:
        return self._values[docnum]

    def sort_key(self, docnum: int) -> Any:
        """Return what sorts a document."""
        return self._keys[docnum] if self._reverse else self._values[docnum]


class _Cursor(FieldCursor):
    """Walks through the terms of a field."""

    def __init__(self, reader: ArchiveReader, field: str) -> None:
        self._reader, self._field = reader, field
        self._terms = list(reader.source.terms_from(field, ""))
        self._at = 0

    def is_valid(self) -> bool:
        """Tell whether the cursor is on a term."""
        return self._at < len(self._terms)

    def first(self) -> bytes | None:
        """Go to the first term."""
        self._at = 0
        return self.term()

    def find(self, string: str | bytes) -> bytes | None:
        """Go to the first term that is not before ``string``."""
        text = string.decode("utf-8", "surrogatepass") if isinstance(string, bytes) else string
        self._at = bisect_left(self._terms, text)
        return self.term()

    def next(self) -> bytes | None:
        """Go to the next term."""
        self._at += 1
        return self.term()

    def term(self) -> bytes | None:
        """Return the term the cursor is on."""
        return self._terms[self._at].encode("utf-8", "surrogatepass") if self.is_valid() else None

    def text(self) -> str | None:
        """Return the term the cursor is on as text."""
        return self._terms[self._at] if self.is_valid() else None

    def term_info(self) -> TermInfo:
        """Return how often and where the term stands."""
        return self._reader.term_info(self._field, self._terms[self._at])


class _PostingMatcher(ListMatcher):
    """Goes through the documents of a posting; positions are looked up when asked for."""

    def __init__(self, source: Source, posting: Posting, scorer: Any, term: tuple, terminfo: TermInfo) -> None:
        super().__init__(
            posting.documents.tolist(),
            posting.frequencies.astype(float).tolist(),
            scorer=scorer,
            term=term,
            terminfo=terminfo,
        )
        self._arguments = (source, posting, scorer, term, terminfo)
        self._source, self._posting = source, posting

    def copy(self) -> "_PostingMatcher":
        """Return a matcher at the same place."""
        copied = _PostingMatcher(*self._arguments)
        copied._i = self._i
        return copied

    def skip_to(self, id: int) -> None:
        """Go to the first document that is not before ``id``."""
        self._i = max(self._i, bisect_left(self._ids, id))

    def supports(self, astype: str) -> bool:
        """Tell what is known of a document's terms."""
        return astype in ("positions", "frequency", "weight")

    def value_as(self, astype: str) -> Any:
        """Return positions or frequency in the document."""
        if astype != "positions":
            return self.weight()
        places = self._posting.places(self._source)
        first, last = np.searchsorted(places, (self.id() << POSITION_BITS, (self.id() + 1) << POSITION_BITS))
        return (places[first:last] & 0xFFFFFFFF).tolist()


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
