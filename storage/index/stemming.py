"""Which other forms a plain word in a query stands for: those that share its stem in the document's language."""

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

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
    from storage.text.folding import fold

    if language == "en" and not word.endswith(_ENGLISH_ENDINGS):
        return word
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


def beginnings(language: str, stemmed: str) -> set[str]:
    """Return what words with a stem begin with: each of them with one of these."""
    changed = {
        stemmed.removesuffix(ending) + letters
        for ending, letters in _CHANGED.get(language, ())
        if stemmed.endswith(ending)
    }
    return {stemmed, *changed}


def forms(language: str, word: str, terms_from: Callable[[str], Iterable[str]]) -> set[str]:
    """Return the terms that share the word's stem; ``terms_from`` lists the terms that begin with some letters."""
    wanted = stem(language, word)
    if language == "en" and (few := _short_words(wanted)):
        alike = (term for term in few if stem(language, term) == wanted)
        return {term for term in alike if term == word or term in terms_from(term)}
    letters = beginnings(language, wanted)
    if not any(map(word.startswith, letters)):  # Whoosh's Russian stemmer reads шч as щ wherever it stands
        letters.add(next(word[:end] for end in range(1, len(word) + 1) if word[:end] != wanted[:end]))
    if language == "en":
        candidates = {
            term for each in letters for term in terms_from(each) if len(term) < len(each) + 2 or _goes_on(each, term)
        }
    else:
        candidates = {term for each in letters for term in terms_from(each)}
    return {term for term in candidates if stem(language, term) == wanted}


def _goes_on(beginning: str, word: str) -> bool:
    """Tell whether an English word goes on after its beginning so that this can be the stem.

    There stand endings, first perhaps only the end of one, or the last letter once more as in ``planning``.
    """
    rest = word[len(beginning) :]
    pattern = _english_endings()
    return bool(pattern.fullmatch(rest) or (rest[0] == beginning[-1] and pattern.fullmatch(rest, 1)))


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
