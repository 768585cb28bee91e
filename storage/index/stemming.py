"""Which other forms a plain word in a query stands for: those that share its stem in the document's language."""

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from storage.index.english import english_stem

STEMMED_LANGUAGES = ("en", "fr", "es", "de", "pt", "ru", "it")

_RESTORED = {
    "es": (
        (re.compile("(c|s)ion$"), r"\1ión"),
        (re.compile("ia(n|mos)$"), r"ía\1"),
        (re.compile("logia(s?)$"), r"logía\1"),
    ),
    "pt": (
        (re.compile("cao$"), "ção"),
        (re.compile("coes$"), "ções"),
        (re.compile("encia(s?)$"), r"ência\1"),
        (re.compile("avel$"), "ável"),
        (re.compile("ivel$"), "ível"),
    ),
    "fr": (
        (re.compile("ite(s?)$"), r"ité\1"),
        (re.compile("ee(s?)$"), r"ée\1"),
        (re.compile("erent$"), "èrent"),
    ),
    "ru": ((re.compile("(?<=[аеоуыэюя])и"), "й"),),
}
"""Letters that folding took and the stemmers look for at the end of words."""

_ENGLISH_ENDINGS = ("s", "ed", "ing", "y", "i", "l", "e", "ion", "er", "ator", "ant", "ent", "ism", "ic", "'")
"""Every ending that Porter's second algorithm begins with; a word without one is its own stem."""

_ENGLISH_PARTS = (
    "s es ed d ing edly ingly eed eedly y i e l li ional tional enc enci anc anci abl abli entli izer iz ization "
    "ational ation at ator alism aliti alli fulness ousli ousness iveness iviti biliti abiliti ibiliti bli ogi fulli "
    "lessli alize al icate ic iciti ical ful ness ative ance ence er able ible ant ement ment ent ism ate iti ous ive "
    "ize ion or"
)
"""What Porter's second algorithm takes off a word or puts something else for, with what is left of it then."""

_LISTED = 4
"""From so many letters on, few words begin alike."""

_ENGLISH_VOWELS = frozenset("aeiouy")

_CHANGED = {
    "en": (("i", "y"), ("l", "ili"), ("e", "ing"), ("e", "ati"), ("e", "io"), ("e", "or"), ("ie", "yin"), ("y", "ies")),
    "fr": (("t", "c"), ("nt", "mm"), ("l", "ux"), ("l", "il"), ("x", "s"), ("i", "y"), ("qu", "c")),
    "es": (("t", "cia"), ("u", "cio")),
    "pt": (("t", "cia"),),
    "it": (("t", "z"),),
    "ru": (("и^", "ю"), ("т^", "ц"), ("ь", "ъ")),
}
"""What the stemmers put at the end of a stem, and how the forms go on that have something else there.

Everywhere else a stem is the beginning of its forms. Whoosh's Russian stemmer leaves ``и^`` of a ``ю``.
"""


def primary(language: str) -> str:
    """Return the language of a BCP 47 tag without region and script, in lower case."""
    return language.replace("_", "-").partition("-")[0].lower()


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    from whoosh.lang import stemmer_for_language

    return stemmer_for_language(language)


@lru_cache(maxsize=200_000)
def stem(language: str, word: str) -> str:
    """Return the folded stem of a folded word by Whoosh's Snowball stemmer of the language, never an empty one."""
    if language == "en":
        if not word.endswith(_ENGLISH_ENDINGS):
            return word
        if word.isascii() and word.isalpha():
            return english_stem(word)
    from storage.text.folding import fold

    restored = word
    for pattern, letters in _RESTORED.get(language, ()):
        restored = pattern.sub(letters, restored)
    return fold(_stemmer(language)(restored)) or word


def stemming_language(language: str, word: str) -> str:
    """Return by which stemmer a word is read in a document, empty for none.

    A document whose language is not known is read as English or, in Cyrillic letters, as Russian.
    """
    found = primary(language)
    cyrillic = "\u0400" <= word[0] <= "\u04ff"
    if not found:
        found = "ru" if cyrillic else "en"
    return found if found in STEMMED_LANGUAGES and cyrillic == (found == "ru") and word[0].isalpha() else ""


@lru_cache(maxsize=1000)
def _stemmers_for(spoken: frozenset[str], first_letter: str) -> tuple[tuple[str, frozenset[str]], ...]:
    stemmers: dict[str, set[str]] = {}
    for language in spoken:
        stemmers.setdefault(stemming_language(language, first_letter), set()).add(language)
    stemmers.pop("", None)
    return tuple((stemmer, frozenset(languages)) for stemmer, languages in stemmers.items())


def stemmers_for(spoken: frozenset[str], word: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return the stemmers by which a word is read, each with the languages of the documents where it is."""
    return _stemmers_for(spoken, word[0])


def beginnings(language: str, stemmed: str) -> set[str]:
    """Return what words with a stem begin with: each of them with one of these."""
    changed = {
        stemmed.removesuffix(ending) + letters
        for ending, letters in _CHANGED.get(language, ())
        if stemmed.endswith(ending)
    }
    return {stemmed, *changed}


@lru_cache(maxsize=1000)
def _sought(language: str, word: str) -> tuple[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """Return the stem of a word and what words with that stem begin with.

    Beginnings that differ little stand together, behind one that can be listed in their place.
    """
    wanted = stem(language, word)
    letters = beginnings(language, wanted)
    if not word.startswith(tuple(letters)):  # Whoosh's Russian stemmer reads шч as щ wherever it stands
        letters.add(next(word[:end] for end in range(1, len(word) + 1) if word[:end] != wanted[:end]))
    shared = wanted if len(letters) == 1 else wanted[:-1]
    if len(letters) == 1 or (len(shared) >= _LISTED and all(each.startswith(shared) for each in letters)):
        return wanted, ((shared, tuple(letters)),)
    return wanted, tuple((each, (each,)) for each in letters)


def forms(language: str, word: str, terms_from: Callable[[str], Iterable[str]]) -> set[str]:
    """Return the terms that share the word's stem; ``terms_from`` lists the terms that begin with some letters."""
    wanted, sought = _sought(language, word)
    if language == "en":
        return _english_forms(word, wanted, sought, terms_from)
    candidates = {term for listed, letters in sought for term in terms_from(listed) if term.startswith(letters)}
    return {term for term in candidates if stem(language, term) == wanted}


def _english_forms(
    word: str,
    wanted: str,
    sought: tuple[tuple[str, tuple[str, ...]], ...],
    terms_from: Callable[[str], Iterable[str]],
) -> set[str]:
    if few := _short_words(wanted):
        alike = (term for term in few if stem("en", term) == wanted)
        return {term for term in alike if term == word or term in terms_from(term)}
    found = set()
    for listed, letters in sought:
        terms = terms_from(listed)
        for each in letters:
            last, length = each[-1], len(each)
            for term in terms:
                if term.startswith(each) and _goes_on(last, term[length:]) and stem("en", term) == wanted:
                    found.add(term)
    return found


@lru_cache(maxsize=10_000)
def _goes_on(last: str, rest: str) -> bool:
    """Tell whether an English word goes on after its beginning so that this can be the stem.

    There stand endings, first perhaps only the end of one, or the ``last`` letter once more as in ``planning``.
    """
    pattern = _english_endings()
    return len(rest) < 2 or bool(pattern.fullmatch(rest) or (rest[0] == last and pattern.fullmatch(rest, 1)))


@cache
def _english_endings() -> re.Pattern[str]:
    doubled = "[bdfgmnprt]?(?:ed|ing)"
    parts = _ENGLISH_PARTS.split()
    whole = _alternatives(parts)
    ends = _alternatives({part[start:] for part in parts for start in range(len(part))})
    return re.compile(f"(?:{ends})?(?:{whole}|{doubled}){{0,7}}")  # one for each step; more would take long to refuse


def _alternatives(parts: Iterable[str]) -> str:
    return "|".join(re.sub("i$", "[iy]", part) for part in sorted(parts, key=lambda part: (-len(part), part)))


def _short_words(wanted: str) -> list[str]:
    """List the words, in the index or not, that an English stem without vowels or of one vowel can come from.

    What Porter's second algorithm takes off, but for the ``es`` of ``sses``, leaves a vowel, and but for ``ed``,
    ``ing`` and ``ly`` another letter.
    """
    if not _ENGLISH_VOWELS.intersection(wanted):
        return [wanted, wanted + "es"]
    if len(wanted) > 1 or wanted == "y":
        return []
    return [wanted + ending + plural for ending in ("", "ed", "ing", "edly", "ingly") for plural in ("", "s")]
