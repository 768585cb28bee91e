"""Kinds of query that Whoosh does not have; everything of Whoosh that takes a query tree takes them too."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from storage.index.tree import MultiTerm, Phrase, Query

if TYPE_CHECKING:
    from whoosh.matching.mcore import Matcher
    from whoosh.reading import IndexReader
    from whoosh.searching import SearchContext, Searcher


def _evaluated(query: Query, searcher: "Searcher") -> "Matcher":
    """Answer Whoosh's own machinery with what our evaluator finds."""
    from whoosh.matching.mcore import ListMatcher, NullMatcher

    found = searcher.reader().evaluate(query)  # pyright: ignore[reportAttributeAccessIssue]
    if not len(found.documents):
        return NullMatcher()
    return ListMatcher(found.documents.tolist(), found.scores.tolist())


class Forms(MultiTerm):
    """A plain word: the word itself and, in documents of a language that has a stemmer, the forms sharing its stem."""

    def __init__(self, fieldname: str, text: str, boost: float = 1.0) -> None:
        self.fieldname = fieldname
        self.text = text
        self.boost = boost

    def _values(self) -> tuple:
        return (self.fieldname, self.text, self.boost)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Forms) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash((self.fieldname, self.text))

    def __str__(self) -> str:
        return f"{self.fieldname}:<{self.text}>"

    def __repr__(self) -> str:
        return f"Forms({self.fieldname!r}, {self.text!r}, boost={self.boost!r})"

    def _btexts(self, ixreader: "IndexReader") -> Iterator[bytes]:
        return ixreader.forms_of(self.fieldname, self.text)  # pyright: ignore[reportAttributeAccessIssue]

    def matcher(self, searcher: "Searcher", context: "SearchContext | None" = None) -> "Matcher":
        """Return a matcher for Whoosh's searcher."""
        return _evaluated(self, searcher)


class Chain(Phrase):
    """Terms at fixed distances from each other: a phrase, or a string in a script without spaces.

    ``offsets`` say how far each term stands behind the first. With ``slop`` above 1, up to ``slop - 1`` other terms
    may stand between two neighbours. With ``open_end`` the last term is only the beginning of one.
    """

    def __init__(
        self,
        fieldname: str,
        words: Sequence[str],
        offsets: Sequence[int] | None = None,
        slop: int = 1,
        boost: float = 1.0,
        open_end: bool = False,
    ) -> None:
        super().__init__(fieldname, list(words), slop=slop, boost=boost)
        self.offsets = tuple(offsets if offsets is not None else range(len(words)))
        self.open_end = open_end

    def _values(self) -> tuple:
        return (self.fieldname, tuple(self.words), self.offsets, self.slop, self.boost, self.open_end)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Chain) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        return f"Chain{self._values()!r}"

    def normalize(self) -> "Query":  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return the chain itself."""
        return self

    def matcher(self, searcher: "Searcher", context: "SearchContext | None" = None) -> "Matcher":
        """Return a matcher for Whoosh's searcher."""
        return _evaluated(self, searcher)


class Days(Query):
    """Documents with a date that touches the days from ``first`` to ``last``, proleptic ordinals, both included."""

    def __init__(self, first: int, last: int, words: str, boost: float = 1.0) -> None:
        self.first, self.last, self.words, self.boost = first, last, words, boost

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and repr(self) == repr(other)

    def __hash__(self) -> int:
        return hash(repr(self))

    def __str__(self) -> str:
        return f"date:[{self.words}]"

    def __repr__(self) -> str:
        return f"Days({self.first}, {self.last}, {self.words!r}, boost={self.boost!r})"

    def is_leaf(self) -> bool:
        """Tell that there are no queries inside."""
        return True

    def normalize(self) -> "Query":
        """Return the query itself."""
        return self

    def field(self) -> str:
        """Return the field of dates."""
        return "date"

    def matcher(self, searcher: "Searcher", context: "SearchContext | None" = None) -> "Matcher":
        """Return a matcher for Whoosh's searcher."""
        return _evaluated(self, searcher)
