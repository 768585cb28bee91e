"""Whether words can serve as a name at all: what would be found everywhere or nowhere is no name."""

from storage.sentences import say
from storage.text.folding import fold
from storage.text.name_index import BARE_WORDS, separated_words

LONGEST_NAME = 200
"""Code points; no name of anybody is longer, and a longer one is a sentence in the wrong column."""

_EVERYDAY = """
    a an the of and or to in on at by for from with as is are was were be been it its this that these those he she
    they we you i his her their our who which what not no all other others none new old one two
    le la les l de des du d un une et ou à au aux en dans par pour sur avec est sont que qui
    el los las una y o del al por para con es son se su sus lo os as do da dos das e em na nos nas com
    der die das ein eine und oder von zu im am den dem mit für auf ist sind
    и в на с по не что к из для от за о а но как это он она они
    的 是 了 在 和 与 有 我 他 她 它 这 那 不 人
"""
_NO_ONE_IN_PARTICULAR = """
    independent independents other others none unknown blank invalid opposition government list lists coalition bloc
    indep ally etc misc
"""
_FUNCTION_WORDS = frozenset(map(fold, _EVERYDAY.split()))
_SAYS_NOBODY = frozenset(_NO_ONE_IN_PARTICULAR.split()) | BARE_WORDS


def why_no_name(text: str) -> str:
    """Say in a few words why words cannot serve as a name; empty where they can."""
    words = separated_words(text).split()
    letters = "".join(words)
    if not letters or letters.isdecimal():
        return say("it has no letters")
    if len(text) > LONGEST_NAME:
        return say("it is longer than {count} characters", count=LONGEST_NAME)
    if all(word in _FUNCTION_WORDS for word in words):
        return say("it is an everyday word and would be found everywhere")
    if len(words) == 1 and words[0] in _SAYS_NOBODY:
        return say("it only says what kind of thing it is and would be found everywhere")
    if len(letters) < 2 and letters.isascii():
        return say("it is a single letter")
    return ""


def is_short_and_common(text: str) -> bool:
    """Tell whether a name is so short that it means somebody only beside other signs of him ("CP", "ID")."""
    letters = separated_words(text).replace(" ", "")
    return letters.isascii() and len(letters) <= 2
