"""One text as a source of its own, so that its hits are found by the very evaluator that ranks the archive."""

from bisect import bisect_left
from collections.abc import Hashable
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np

from storage.domain.search import Span
from storage.index.analysis import Tokens, decoded, pieces, tokenise
from storage.index.blocks import LAST
from storage.index.documents import SearchableText
from storage.index.fields import BOILERPLATE, IN_TEXT, TEXT
from storage.index.source import NOTHING, Posting, Terms, length_norms
from storage.index.stemming import primary

if TYPE_CHECKING:
    from numpy.typing import NDArray

_NOWHERE = np.zeros(0, np.int64)


class OneText:
    """A :class:`storage.index.source.Source` with one document, numbered 0, that has only its text."""

    size = 1

    def __init__(self, text: SearchableText) -> None:
        self._language = primary(text.language)
        self._boilerplate = text.boilerplate
        found: list[tuple[int, Tokens]] = [(start, tokenise(piece)) for start, piece in pieces(text.text)]
        self._starts = _joined([tokens.starts_in_text() + start for start, tokens in found])
        self._ends = _joined([tokens.ends_in_text() + start for start, tokens in found])
        self._folded = _joined([tokens.folded for _, tokens in found])
        shifts = accumulate((len(tokens.folded) for _, tokens in found[:-1]), initial=0)
        self._begins = _joined([tokens.begins + shift for shift, (_, tokens) in zip(shifts, found, strict=True)])
        self._lengths = _joined([tokens.term_ends - tokens.begins for _, tokens in found])
        self._first_letters = self._folded[self._begins]

    @cached_property
    def _in_boilerplate(self) -> "NDArray[np.bool_]":
        inside = np.zeros(len(self._starts), np.bool_)
        for span in self._boilerplate:
            first, last = np.searchsorted(self._starts, (span.start, span.end))
            inside[first:last] = True
        return inside

    @cached_property
    def _vocabulary(self) -> list[str]:
        return sorted(self._words(np.arange(len(self._begins))))

    def _words(self, numbers: "NDArray[np.int64]") -> set[str]:
        """Return the different words at some places."""
        text = decoded(self._folded)
        begins = self._begins[numbers]
        return {
            text[begin:end]
            for begin, end in zip(begins.tolist(), (begins + self._lengths[numbers]).tolist(), strict=True)
        }

    def _beginning_with(self, letters: str) -> "NDArray[np.int64]":
        """Return the places of the words that begin with some letters."""
        codes = np.frombuffer(letters.encode("utf-32-le", "surrogatepass"), np.uint32)
        if not len(codes):
            return np.arange(len(self._begins))
        found = np.flatnonzero((self._first_letters == codes[0]) & (self._lengths >= len(codes)))
        if len(codes) > 1 and len(found):
            compared = self._folded[self._begins[found][:, np.newaxis] + np.arange(1, len(codes))] == codes[1:]
            found = found[compared.all(axis=1)]
        return found

    def _at(self, word: str) -> "NDArray[np.int64]":
        found = self._beginning_with(word)
        return found[self._lengths[found] == len(word)]

    def spans(self, first: "NDArray[np.int64]", last: "NDArray[np.int64]") -> tuple[Span, ...]:
        """Turn stretches of terms into ranges of code points of the text."""
        starts, ends = self._starts[first], self._ends[last]
        apart = starts[1:] >= ends[:-1]
        if not apart.all():  # a sign such as ℅ is several words in one place
            fresh = np.flatnonzero(np.append(True, starts[1:] >= np.maximum.accumulate(ends)[:-1]))
            starts, ends = starts[fresh], np.maximum.reduceat(ends, fresh)
        return tuple(map(Span, starts.tolist(), ends.tolist()))

    def posting(self, terms: Terms) -> Posting:
        """Return where the terms stand."""
        if terms.field not in IN_TEXT:
            return NOTHING
        found = [self._at(term) for term, languages in terms.terms if languages is None or self._language in languages]
        if terms.low is not None:
            found += self._between(terms.low, terms.high or LAST)
        at = _together(found) if len(found) > 1 else found[0] if found else _NOWHERE
        if self._boilerplate:
            at = at[self._in_boilerplate[at] == (terms.field == BOILERPLATE)]
        if not len(at):
            return NOTHING
        return Posting(np.zeros(1, np.int64), np.array([len(at)]), at)

    def _between(self, low: str, high: str) -> list["NDArray[np.int64]"]:
        if high == low + LAST:
            return [self._beginning_with(low)]
        words = self._vocabulary
        return [self._at(word) for word in words[bisect_left(words, low) : bisect_left(words, high)]]

    def terms_from(self, field: str, beginning: str) -> list[str]:
        """List the terms of the text that begin with some letters, in order."""
        if field not in IN_TEXT:
            return []
        return sorted(self._words(self._beginning_with(beginning))) if beginning else self._vocabulary

    def languages(self) -> frozenset[str]:
        """Return the primary language tag of the text."""
        return frozenset((self._language,))

    def live(self) -> "NDArray[np.bool_]":
        """Tell that the document is there."""
        return np.ones(1, np.bool_)

    def lengths(self, field: str) -> "NDArray[np.int64]":
        """Return the number of terms in a field."""
        inside = int(self._in_boilerplate.sum())
        counts = {TEXT: len(self._starts) - inside, BOILERPLATE: inside}
        return np.array([counts.get(field, 0)])

    def length_norms(self, field: str) -> "NDArray[np.float64]":
        """Return what the length in a field does to scores."""
        lengths = self.lengths(field)
        return length_norms(lengths, float(lengths[0]))

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


def _joined(parts: "list[NDArray]") -> "NDArray":
    return parts[0] if len(parts) == 1 else np.concatenate(parts)


def _together(parts: "list[NDArray]") -> "NDArray[np.int64]":
    """Return the numbers of several arrays in rising order, each once."""
    numbers = np.sort(np.concatenate(parts))
    return numbers[np.append(True, numbers[1:] != numbers[:-1])] if len(numbers) else numbers
