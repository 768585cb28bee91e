"""The terms of a source and where they stand, as Whoosh asks for them."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
from whoosh.codec.base import FieldCursor
from whoosh.matching.mcore import ListMatcher, Matcher
from whoosh.reading import IndexReader, TermInfo, TermNotFound

from storage.index.evaluation import Evaluation, Found
from storage.index.expansion import word_forms
from storage.index.fields import ATTRIBUTES, DATE, FIELDS, IN_TEXT, schema
from storage.index.source import NOTHING, POSITION_BITS, Posting, Source, Terms

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from storage.index.tree import Query

_WITH_LENGTH = frozenset((*IN_TEXT, *ATTRIBUTES))


class TermReader(IndexReader):
    """The half of an ``IndexReader`` that is about terms; :class:`storage.index.reader.ArchiveReader` is the whole."""

    def __init__(self, source: Source) -> None:
        self.schema = schema()
        self.source = source

    def evaluate(self, query: "Query") -> Found:
        """Evaluate a query of our own kinds."""
        return Evaluation(self.source).found(query)

    def forms_of(self, field: str, word: str) -> Iterator[bytes]:
        """Yield a word and the forms that share its stem in the language of any document."""
        for term, _ in word_forms(self.source, field, word).terms:
            if (field, term) in self:
                yield term.encode()

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

    def _lengths(self, field: str) -> "NDArray":
        if field in _WITH_LENGTH:
            return self.source.lengths(field)
        return np.ones(self.source.size, np.int64)


class _Cursor(FieldCursor):
    """Walks through the terms of a field."""

    def __init__(self, reader: TermReader, field: str) -> None:
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
