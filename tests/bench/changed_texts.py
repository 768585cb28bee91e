"""Texts changed on purpose, with the truth of where a mark has come to: for the proof of anchoring.

A changed text is a row of characters, each with the offset it had in the old text (-1: it is new), so that the truth
about a mark is read off and never searched for.
"""

import random
import re
from dataclasses import dataclass
from enum import StrEnum

from storage.domain.annotation import AnchorState
from storage.text.alignment import exact_occurrences
from storage.text.anchoring import CHECKED_SCORE, make_anchor, place_again

NOISE_RATES = (0.0, 0.01, 0.03, 0.06, 0.10)
_NOISE_LETTERS = "abcdefghijklmnop "
_SURE = (AnchorState.UNCHANGED, AnchorState.MOVED)
_EDGE = 2
"""By how many code points an edge may be off where letters next to it were changed."""


class Change(StrEnum):
    """What happens to a text besides noise."""

    NOISE = "noise"
    DELETED = "deleted"
    DOUBLED = "doubled"
    SWAPPED = "swapped"


class Verdict(StrEnum):
    """How a mark ended; ``WRONG`` means placed elsewhere without asking."""

    RIGHT = "right"
    ASKED = "asked"
    LOST = "lost"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class ChangedText:
    """A new text, and for each of its characters the offset it had in the old one, or -1."""

    text: str
    origins: tuple[int, ...]

    def places(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """Return where the characters of an old range stand now, as runs in reading order with what they hold."""
        places: list[tuple[int, int, int]] = []
        first = last = -1
        held = 0
        for at, origin in enumerate(self.origins):
            if not start <= origin < end:
                continue
            if held and (origin <= self.origins[last] or at - last > _FARTHEST_APART):
                places.append((first, last + 1, held))
                held = 0
            first, last, held = (first if held else at), at, held + 1
        return [*places, (first, last + 1, held)] if held else places


_FARTHEST_APART = 12
"""More new characters than this between two old ones part a mark."""


def change_text(text: str, change: Change, rate: float, chance: random.Random) -> ChangedText:
    """Delete or double a paragraph or swap two sections, and change a share of the characters."""
    order = list(_rearranged(text, change, chance))
    pieces: list[str] = []
    origins: list[int] = []
    for origin in order:
        character = text[origin] if origin >= 0 else "\n"
        piece, kept = character, True
        if chance.random() < rate:
            kind = chance.randrange(3)
            letter = chance.choice(_NOISE_LETTERS)
            piece, kept = (("", False), (letter, True), (character + letter, True))[kind]
        pieces.append(piece)
        origins += [origin, *[-1] * (len(piece) - 1)] if kept else []
    return ChangedText("".join(pieces), tuple(origins))


def _rearranged(text: str, change: Change, chance: random.Random) -> list[int]:
    """Give the old offsets in their new order; -1 stands for a new line break."""
    paragraphs = [match.span() for match in re.finditer(r"[^\n]+", text)]
    first, last = chance.choice(paragraphs)
    everything = list(range(len(text)))
    match change:
        case Change.DELETED:
            return [*everything[:first], *everything[last:]]
        case Change.DOUBLED:
            return [*everything[:last], -1, -1, *everything[first:]]
        case Change.SWAPPED:
            return [*everything[first:], -1, -1, *everything[:first]]
        case Change.NOISE:
            return everything


def random_range(text: str, chance: random.Random) -> tuple[int, int]:
    """Choose what a reader could have marked: a sentence, or any stretch of 12 to 200 characters with words in it."""
    sentences = [match.span() for match in re.finditer(r"[^.\n。]{12,}[.。]?", text)]
    if sentences and chance.random() < 0.5:
        return chance.choice(sentences)
    while True:
        start = chance.randrange(max(1, len(text) - 12))
        end = min(len(text), start + chance.randint(12, 200))
        if len("".join(text[start:end].split())) >= 6:
            return start, end


def judge(text: str, start: int, end: int, changed: ChangedText) -> Verdict:
    """Place a mark in a changed text and judge what came of it.

    Right is: placed or proposed where its words are now; lost when they are gone, or asked when they are gone and stand
    elsewhere too; and asked at what is left of it when the change has torn it apart or cut into it.
    """
    place, state = place_again(make_anchor(text, (), start, end), changed.text, text)
    runs = changed.places(start, end)
    if len(runs) > 1 and runs[0][0] < runs[-1][1] <= runs[0][0] + 1.4 * (end - start):
        first, last = runs[0][0], runs[-1][1]
        held = len({origin for origin in changed.origins[first:last] if start <= origin < end})
        runs.append((first, last, held))
    most = max((held for _, _, held in runs), default=0)
    if most < (end - start) * CHECKED_SCORE:
        if place is None:
            return Verdict.RIGHT
        if state in _SURE:
            return Verdict.WRONG
        return Verdict.RIGHT if runs or exact_occurrences(changed.text, text[start:end]) else Verdict.ASKED
    if place is None:
        return Verdict.LOST
    whole = [(first, last) for first, last, held in runs if held >= 0.9 * most]
    near = [one for one in whole if abs(place.start - one[0]) <= _EDGE and abs(place.end - one[1]) <= _EDGE]
    if state in _SURE:
        return Verdict.RIGHT if near and near[0] in (whole[0], whole[-1]) else Verdict.WRONG
    is_cut = most < 0.85 * (end - start)
    touched = any(place.start < last and first < place.end for first, last in whole)
    return Verdict.RIGHT if near or (is_cut and touched) else Verdict.ASKED
