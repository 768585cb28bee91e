"""Which other forms a plain word in a query stands for: those that share its stem in the document's language."""

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

STEMMED_LANGUAGES = ("en", "fr", "es", "de", "pt", "ru", "it")

_RESTORED = {
    "es": ((re.compile("(c|s)ion$"), r"\1ión"),),
    "pt": ((re.compile("cao$"), "ção"), (re.compile("coes$"), "ções")),
    "fr": ((re.compile("ite(s?)$"), r"ité\1"),),
    "ru": ((re.compile("(?<=[аеоуыэюя])и"), "й"),),
}
"""Letters that folding took and the stemmers look for at the end of words."""

_ENGLISH_ENDINGS = ("s", "ed", "ing", "y", "i", "l", "e", "ion", "er", "ator", "ant", "ent", "ism", "ic", "'")
"""Every ending that Porter's second algorithm begins with; a word without one is its own stem."""

_ENGLISH_VOWELS = frozenset("aeiouy")


def primary(language: str) -> str:
    """Return the language of a BCP 47 tag without region and script, in lower case."""
    return language.replace("_", "-").partition("-")[0].lower()


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    from whoosh.lang import stemmer_for_language

    return stemmer_for_language(language)


@lru_cache(maxsize=200_000)
def stem(language: str, word: str) -> str:
    """Return the folded stem of a folded word by Whoosh's Snowball stemmer of the language."""
    from storage.text.folding import fold

    if language == "en" and not word.endswith(_ENGLISH_ENDINGS):
        return word
    for pattern, letters in _RESTORED.get(language, ()):
        word = pattern.sub(letters, word)
    return fold(_stemmer(language)(word))


def stemming_language(language: str, word: str) -> str:
    """Return by which stemmer a word is read in a document, empty for none.

    A document whose language is not known is read as English or, in Cyrillic letters, as Russian.
    """
    found = primary(language)
    cyrillic = "\u0400" <= word[0] <= "\u04ff"
    if not found:
        found = "ru" if cyrillic else "en"
    return found if found in STEMMED_LANGUAGES and cyrillic == (found == "ru") and word[0].isalpha() else ""


def forms(language: str, word: str, terms_from: Callable[[str], Iterable[str]]) -> set[str]:
    """Return the terms that share the word's stem and the letters which the word has in common with its stem.

    ``terms_from`` lists the terms that begin with some letters.
    """
    wanted = stem(language, word)
    if language == "en" and (few := _short_words(wanted)):
        alike = (term for term in few if stem(language, term) == wanted)
        return {term for term in alike if term == word or term in terms_from(term)}
    shared = next((at for at, pair in enumerate(zip(word, wanted, strict=False)) if pair[0] != pair[1]), len(wanted))
    beginnings = {word[:shared]} if shared >= min(3, len(word)) else {wanted, word}
    candidates = (term for beginning in beginnings if beginning for term in terms_from(beginning))
    return {term for term in candidates if stem(language, term) == wanted}


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
