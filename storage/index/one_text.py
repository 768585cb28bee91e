"""One text as a source of its own, so that its hits are found by the very evaluator that ranks the archive."""

from bisect import bisect_left
from collections.abc import Hashable
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from storage.domain.search import Span
from storage.index.analysis import Tokens, pieces, tokenise
from storage.index.documents import SearchableText
from storage.index.fields import BOILERPLATE, IN_TEXT, TEXT
from storage.index.source import NOTHING, Posting, Terms
from storage.index.stemming import primary

if TYPE_CHECKING:
    from numpy.typing import NDArray


class OneText:
    """A :class:`storage.index.source.Source` with one document, numbered 0, that has only its text."""

    size = 1

    def __init__(self, text: SearchableText) -> None:
        self._language = primary(text.language)
        self._boilerplate = text.boilerplate
        found: list[tuple[int, Tokens]] = [(start, tokenise(piece)) for start, piece in pieces(text.text)]
        self._words = [word for _, tokens in found for word in tokens.words()]
        self._starts = np.concatenate([tokens.starts_in_text() + start for start, tokens in found])
        self._ends = np.concatenate([tokens.ends_in_text() + start for start, tokens in found])

    @cached_property
    def _in_boilerplate(self) -> "NDArray[np.bool_]":
        inside = np.zeros(len(self._starts), np.bool_)
        for span in self._boilerplate:
            first, last = np.searchsorted(self._starts, (span.start, span.end))
            inside[first:last] = True
        return inside

    @cached_property
    def _positions(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, word in enumerate(self._words):
            found.setdefault(word, []).append(number)
        return found

    @cached_property
    def _vocabulary(self) -> list[str]:
        return sorted(self._positions)

    def spans(self, first: "NDArray[np.int64]", last: "NDArray[np.int64]") -> tuple[Span, ...]:
        """Turn stretches of terms into ranges of code points of the text."""
        return tuple(map(Span, self._starts[first].tolist(), self._ends[last].tolist()))

    def posting(self, terms: Terms) -> Posting:
        """Return where the terms stand."""
        if terms.field not in IN_TEXT:
            return NOTHING
        wanted = {term for term, languages in terms.terms if languages is None or self._language in languages}
        if terms.low is not None:
            high = terms.high or "\U0010ffff"
            wanted.update(
                self._vocabulary[bisect_left(self._vocabulary, terms.low) : bisect_left(self._vocabulary, high)]
            )
        at = np.sort(np.array([number for word in wanted for number in self._positions.get(word, ())], np.int64))
        if self._boilerplate:
            at = at[self._in_boilerplate[at] == (terms.field == BOILERPLATE)]
        if not len(at):
            return NOTHING
        return Posting(np.zeros(1, np.int64), np.array([len(at)]), at)

    def terms_from(self, field: str, beginning: str) -> list[str]:
        """List the terms of the text that begin with some letters, in order."""
        if field not in IN_TEXT:
            return []
        first = bisect_left(self._vocabulary, beginning)
        return self._vocabulary[first : bisect_left(self._vocabulary, beginning + "\U0010ffff")]

    def languages(self) -> frozenset[str]:
        """Return the primary language tag of the text."""
        return frozenset((self._language,))

    def live(self) -> "NDArray[np.bool_]":
        """Tell that the document is there."""
        return np.ones(1, np.bool_)

    def lengths(self, field: str) -> "NDArray[np.int64]":
        """Return the number of terms in a field."""
        inside = int(self._in_boilerplate.sum())
        counts = {TEXT: len(self._words) - inside, BOILERPLATE: inside}
        return np.array([counts.get(field, 0)])

    def average_length(self, field: str) -> float:
        """Return the number of terms in a field."""
        return float(self.lengths(field)[0])

    def document_count(self) -> int:
        """Return how many documents there are: one."""
        return 1

    def dates(self) -> "NDArray[np.int64]":
        """Return no dates; they are no part of the text."""
        return np.zeros((0, 3), np.int64)

    def recall(self, key: Hashable) -> object | None:
        """Return nothing: a text is asked once."""
        return None

    def remember(self, key: Hashable, value: object, weight: int = 0) -> None:
        """Keep nothing."""
