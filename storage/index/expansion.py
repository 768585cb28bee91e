"""Which terms of a source a leaf of a query stands for."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from storage.domain.progress import IsCancelled, never_cancelled
from storage.errors import CancelledError
from storage.index import tree as q
from storage.index.analysis import is_run_character
from storage.index.blocks import LAST
from storage.index.fields import STEMMED
from storage.index.queries import Forms
from storage.index.regexes import literal_beginning, matching
from storage.index.source import Source, Terms
from storage.index.stemming import forms, stemmers_for

if TYPE_CHECKING:
    from storage.index.tree import Query


_TERMS_BETWEEN_LOOKS = 1024


def chain_terms(query: "q.Phrase") -> list[Terms]:
    """Return what each word of a chain stands for: itself, or for one character of a run all terms it begins."""
    last = len(query.words) - 1 if getattr(query, "open_end", False) else -1
    return [
        Terms(query.fieldname, low=word, high=word + LAST)
        if index == last or (len(word) == 1 and is_run_character(word))
        else Terms(query.fieldname, ((word, None),))
        for index, word in enumerate(query.words)
    ]


def chain_slacks(query: "q.Phrase") -> list[int]:
    """Return how many terms may stand between each word of a chain and the next; none inside a run."""
    offsets = getattr(query, "offsets", range(len(query.words)))
    places = zip(query.words, offsets, query.words[1:], offsets[1:], strict=False)
    return [
        0 if after == at + 1 and is_run_character(word[0]) and word[1:] == following[:1] else query.slop - 1
        for word, at, following, after in places
    ]


def chain_overhang(query: "q.Phrase") -> int:
    """Return how many terms the last word reaches beyond its own: one for a pair of characters of a run."""
    word = query.words[-1]
    return int(len(word) == 2 and is_run_character(word[0]))


def word_forms(source: Source, field: str, word: str) -> Terms:
    """Return a word and the forms that share its stem, each with the languages of the documents where they do."""
    if field not in STEMMED or not word:
        return Terms(field, ((word, None),))
    spoken = source.languages()
    stemmers = stemmers_for(spoken, word)
    if len(stemmers) == 1 and len(stemmers[0][1]) == len(spoken):  # an archive in one language
        alike = forms(stemmers[0][0], word, lambda beginning: source.terms_from(field, beginning))
        alike.discard(word)
        return Terms(field, ((word, None), *[(form, None) for form in sorted(alike)]))
    reached: dict[str, frozenset[str]] = {}
    for stemmer, languages in stemmers:
        for form in forms(stemmer, word, lambda beginning: source.terms_from(field, beginning)):
            reached[form] = reached.get(form, frozenset()) | languages
    reached.pop(word, None)
    found = [(form, None if len(reached[form]) == len(spoken) else reached[form]) for form in sorted(reached)]
    return Terms(field, ((word, None), *found))


def _listed(field: str, terms: Iterable[str]) -> Terms:
    return Terms(field, tuple((term, None) for term in terms))


def _watched(terms: Iterable[str], is_cancelled: IsCancelled) -> Iterator[str]:
    """Pass terms on as long as somebody waits for them."""
    for number, term in enumerate(terms):
        if number % _TERMS_BETWEEN_LOOKS == 0 and is_cancelled():
            raise CancelledError
        yield term


def _wildcard(source: Source, query: "q.Wildcard", is_cancelled: IsCancelled) -> Terms:
    expression = re.compile(query._get_pattern())  # made so that no word is tried in more than one way
    candidates = source.terms_from(query.fieldname, query._find_prefix(query.text))
    return _listed(query.fieldname, filter(expression.match, _watched(candidates, is_cancelled)))


def _regex(source: Source, query: "q.Regex", is_cancelled: IsCancelled) -> Terms:
    candidates = source.terms_from(query.fieldname, literal_beginning(query.text))
    return _listed(query.fieldname, matching(query.text, candidates, is_cancelled))


def _fuzzy(source: Source, query: "q.FuzzyTerm", is_cancelled: IsCancelled) -> Terms:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    in_run = is_run_character(query.text[:1] or " ")
    candidates = source.terms_from(query.fieldname, query.text[: query.prefixlength])
    near = process.extract_iter(
        query.text,
        _watched(candidates, is_cancelled),
        scorer=OSA.distance,
        processor=None,
        score_cutoff=query.maxdist,
    )
    # Two letters changed make any word of two letters any two Chinese characters.
    return _listed(query.fieldname, (term for term, _, _ in near if is_run_character(term[0]) == in_run))


def _range(_source: Source, query: "q.TermRange") -> Terms:
    low = query.start or ""
    high = LAST + LAST if query.end is None else query.end
    return Terms(query.fieldname, low=low + "\0" * query.startexcl, high=high + "\0" * (not query.endexcl))


_EXPANSIONS: dict[type, Callable[[Source, Any], Terms]] = {
    q.Term: lambda _, query: Terms(query.fieldname, ((_as_text(query.text), None),)),
    Forms: lambda source, query: word_forms(source, query.fieldname, query.text),
    q.Prefix: lambda _, query: Terms(query.fieldname, low=query.text, high=query.text + LAST),
    q.TermRange: _range,
}
_COSTLY: dict[type, Callable[[Source, Any, IsCancelled], Terms]] = {
    q.Wildcard: _wildcard,
    q.Regex: _regex,
    q.FuzzyTerm: _fuzzy,
}
"""Those for which every term there is may have to be looked at."""


def _as_text(text: str | bytes) -> str:
    return text.decode("utf-8") if isinstance(text, bytes) else text


def expands(query: "Query") -> bool:
    """Tell whether a query is a leaf that stands for terms of one field."""
    return type(query) in _EXPANSIONS or type(query) in _COSTLY


def expand(source: Source, query: "Query", is_cancelled: IsCancelled = never_cancelled) -> Terms:
    """Return the terms of the source that such a leaf stands for.

    Raises:
        CancelledError: ``is_cancelled`` said so.
    """
    if type(query) not in _COSTLY:
        return _EXPANSIONS[type(query)](source, query)
    key = ("terms", query)
    known = source.recall(key)
    if isinstance(known, Terms):
        return known
    terms = _COSTLY[type(query)](source, query, is_cancelled)
    source.remember(key, terms, len(terms.terms))
    return terms
