"""Folding for matching only: case, accents, quotes, dashes, spaces, ligatures and width, with a map back.

Folded text is never stored or shown. A folded range always leads back to code points of the canonical text.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2032\u2039\u203a\u02bc\u02b9\u02bb\uff07\u00b4"
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\u300c\u300d\u300e\u300f\uff02"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u061c\u0640"
_SPECIAL = {
    **dict.fromkeys(_SINGLE_QUOTES, "'"),
    **dict.fromkeys(_DOUBLE_QUOTES, '"'),
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys(_INVISIBLE, ""),
    **{"\u0131": "i", "\u00f8": "o", "\u00d8": "o", "\u0142": "l", "\u0141": "l", "\u0111": "d", "\u0110": "d"},
    **{"\u00e6": "ae", "\u00c6": "ae", "\u0153": "oe", "\u0152": "oe"},
}
_REMOVABLE_MARKS = (
    (0x0300, 0x036F),  # combining diacritical marks
    (0x0483, 0x0489),  # Cyrillic
    (0x0591, 0x05C7),  # Hebrew points and accents
    (0x0610, 0x061A),  # Arabic
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x06D6, 0x06ED),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF),
    (0xFE00, 0xFE0F),  # variation selectors
    (0xFE20, 0xFE2F),
)
_RAISED = ("<super>", "<circle>")  # digits that point to a footnote, and stick to the word before
_HANGUL_SYLLABLES = range(0xAC00, 0xD7A4)
_FEW = 40
_ASCII = bytes(range(0x80))


def is_fraction(character: str) -> bool:
    """Tell whether a character is a fraction, which stays as it is: its digits apart would be other numbers."""
    return unicodedata.decomposition(character).startswith("<fraction>")


def _is_removable_mark(character: str) -> bool:
    code = ord(character)
    return unicodedata.category(character) == "Mn" and any(low <= code <= high for low, high in _REMOVABLE_MARKS)


def _fold_character(character: str) -> str:
    special = _SPECIAL.get(character)
    if special is not None:
        return special
    if ord(character) in _HANGUL_SYLLABLES:
        return character
    if not character.isascii() and character.isspace():
        return " "
    if 0xFE00 <= ord(character) <= 0xFE0F:
        return ""
    if is_fraction(character):
        return character
    decomposed = unicodedata.normalize("NFKD", character)
    if decomposed.isdecimal() and unicodedata.decomposition(character).startswith(_RAISED):
        return " "
    kept = "".join(part for part in decomposed if not _is_removable_mark(part))
    return unicodedata.normalize("NFC", "".join(_SPECIAL.get(part, part) for part in kept.casefold()))


class _FoldingTable(dict[int, str]):
    """Folds of single characters, worked out when first met; ``str.translate`` reads it."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


_TABLE = _FoldingTable()


def fold(text: str) -> str:
    """Fold text for comparison; the result can be shorter or longer than the text."""
    return text.lower() if text.isascii() else _fold(text, beyond_ascii(text))


def holding_all(words: Iterable[str], texts: Sequence[str]) -> Sequence[int]:
    """Return which texts, counted from 0, hold all the words; both are folded."""
    found: Sequence[int] = range(len(texts))
    for word in words:
        found = [at for at in found if word in texts[at]]
    return found


def beyond_ascii(text: str) -> list[str]:
    """Give the different characters beyond ASCII; deleting the others first is several times quicker than a set."""
    return list(set(text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")))


def _fold(text: str, others: list[str]) -> str:
    if len(others) > _FEW:
        return text.translate(_TABLE)
    for character in others:  # far quicker than translating, and it leaves most European texts all ASCII
        text = text.replace(character, _TABLE[ord(character)])
    return text.lower() if text.isascii() else text.translate(_TABLE)


@dataclass(frozen=True, slots=True)
class FoldedText:
    """Folded text with a map back; ``ends`` is None where every character folded to one."""

    text: str
    ends: list[int] | None
    length: int

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Turn a folded range into the range ``[start, end)`` of code points it was folded from.

        The range takes in characters of which only a part was meant, and marks that folded to nothing after it.
        """
        if self.ends is None or start >= end:
            return start, end
        from bisect import bisect_right

        first = bisect_right(self.ends, start)
        last = bisect_right(self.ends, end - 1)
        while last + 1 < self.length and self.ends[last + 1] == self.ends[last]:
            last += 1
        return first, last + 1


def fold_with_map(text: str) -> FoldedText:
    """Fold text and keep the way back to its code points."""
    if text.isascii():
        return FoldedText(text.lower(), None, len(text))
    others = beyond_ascii(text)
    uneven = [character for character in others if len(_TABLE[ord(character)]) != 1]
    return FoldedText(_fold(text, others), _ends(text, uneven) if uneven else None, len(text))


def _ends(text: str, uneven: list[str]) -> list[int]:
    """Give for each code point where its fold ends, counting on between the characters that fold to none or several."""
    places = [match.start() for match in re.finditer(f"[{re.escape(''.join(uneven))}]", text)]
    ends: list[int] = []
    shift = 0
    for place in places:
        ends.extend(range(len(ends) + shift + 1, place + shift + 1))
        shift += len(_TABLE[ord(text[place])]) - 1
        ends.append(place + shift + 1)
    ends.extend(range(len(ends) + shift + 1, len(text) + shift + 1))
    return ends
