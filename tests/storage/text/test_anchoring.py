"""Marks find their place again in texts that have changed, or ask; none is placed wrongly in silence."""

import random
import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.domain.annotation import AnchorState
from storage.text.anchoring import make_anchor, place_again

SEED = 20_261
MARKS = 300
_NOISE_LETTERS = "abcdefghijklmnop "


def _with_noise(text: str, rate: float, chance: random.Random) -> tuple[str, list[int]]:
    """Change a share of the characters; also return where each old position has come to."""
    pieces: list[str] = []
    positions = []
    length = 0
    for character in text:
        positions.append(length)
        piece = character
        if chance.random() < rate:
            piece = chance.choice(["", chance.choice(_NOISE_LETTERS), character + chance.choice(_NOISE_LETTERS)])
        pieces.append(piece)
        length += len(piece)
    return "".join(pieces), [*positions, length]


def _paragraphs(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"[^\n]+", text)]


def _random_range(text: str, chance: random.Random) -> tuple[int, int]:
    sentences = [match.span() for match in re.finditer(r"[^.\n]{20,}\.?", text)]
    if chance.random() < 0.5:
        return chance.choice(sentences)
    start = chance.randrange(len(text) - 60)
    return start, min(len(text), start + chance.randint(12, 200))


def _changed(text, start, end, change, rate, chance):
    """Change a text; return it with the range the mark has come to, or None when its words are gone."""
    noisy, where = _with_noise(text, rate, chance)
    first, last = where[start], where[end]
    paragraph = tuple(where[edge] for edge in chance.choice(_paragraphs(text)))
    length = paragraph[1] - paragraph[0]
    if change == "deleted":
        if paragraph[0] <= first and last <= paragraph[1]:
            return noisy[: paragraph[0]] + noisy[paragraph[1] :], None
        if first < paragraph[1] and paragraph[0] < last:
            return noisy, (first, last)
        shift = length if first >= paragraph[1] else 0
        return noisy[: paragraph[0]] + noisy[paragraph[1] :], (first - shift, last - shift)
    if change == "doubled":
        copied = noisy[: paragraph[1]] + "\n\n" + noisy[paragraph[0] : paragraph[1]] + noisy[paragraph[1] :]
        # A mark that runs on past the paragraph stands whole only at the end of the second copy.
        shift = length + 2 if last > paragraph[1] else 0
        return copied, (first + shift, last + shift)
    if change == "swapped":
        cut = paragraph[0]
        if first < cut < last:
            return noisy, (first, last)
        shift = len(noisy) - cut if last <= cut else -cut
        return noisy[cut:] + noisy[:cut], (first + shift, last + shift)
    return noisy, (first, last)


def _verdict(text, start, end, change, rate, chance) -> str:
    changed, expected = _changed(text, start, end, change, rate, chance)
    place, state = place_again(make_anchor(text, (), start, end), changed)
    if expected is None:
        return "right" if place is None else "asked" if state is AnchorState.PLEASE_CHECK else "wrong"
    if place is None:
        return "lost"
    near = abs(place.start - expected[0]) <= 2 and abs(place.end - expected[1]) <= 2
    if near:
        return "right"
    return "asked" if state is AnchorState.PLEASE_CHECK else "wrong"


@pytest.mark.parametrize("rate", [0.0, 0.01, 0.03, 0.06, 0.10])
def test_marks_in_the_founding_texts_find_their_place(shared, rate):
    texts = [path.read_text(encoding="utf-8") for path in sorted((shared / "seeds").glob("*.txt"))]
    chance = random.Random(SEED)
    verdicts: Counter[str] = Counter()
    for number in range(MARKS):
        text = chance.choice(texts)
        start, end = _random_range(text, chance)
        change = ("noise", "deleted", "doubled", "swapped")[number % 4]
        verdicts[_verdict(text, start, end, change, rate, chance)] += 1
    assert verdicts["wrong"] == 0, verdicts
    assert verdicts["right"] + verdicts["asked"] >= 0.98 * MARKS, verdicts
    assert verdicts["right"] >= 0.9 * MARKS, verdicts


def test_the_parallel_sentences_are_found_in_the_copy(shared):
    import json

    gold = json.loads((shared / "gold" / "spans_dev.json").read_text(encoding="utf-8"))
    texts = {path.name[:3]: path.read_text(encoding="utf-8") for path in (shared / "seeds").glob("*.txt")}
    for pair in gold["parallel_sentences"]:
        source, copy = pair["source"], pair["copy"]
        anchor = make_anchor(texts[source["seed"][1:]], (), source["start"], source["end"])
        place, _ = place_again(anchor, texts[copy["seed"][1:]])
        assert place is not None
        assert copy["start"] <= place.start < place.end <= copy["end"] + 1


_OLD = "The parties met in spring and agreed on a common programme for the years to come."
_EDITED = "The parties gathered in early summer and agreed on a common programme for some years to come."
_FILLER = "Nothing of what stands here has anything to do with it, and the words are others altogether. "


@pytest.mark.parametrize("look_alike", [_OLD, _OLD.replace("spring", "spring,").replace("common", "shared")])
def test_an_edited_sentence_with_a_look_alike_elsewhere_asks(look_alike):
    before, after = "First came the delegates from the north. ", " Then they went home by train and ship."
    old = before + _OLD + after
    new = before + _EDITED + after + "\n\n" + _FILLER * 4 + look_alike + " " + _FILLER * 2
    start = old.index(_OLD)
    _, state = place_again(make_anchor(old, (), start, start + len(_OLD)), new)
    assert state is AnchorState.PLEASE_CHECK


def test_a_quote_between_other_words_asks():
    old = "In Lima the delegates spoke about trade. Later they left."
    new = _FILLER + "In Quito the ministers spoke about trade. " + _FILLER
    start = old.index("spoke about trade")
    place, state = place_again(make_anchor(old, (), start, start + len("spoke about trade")), new)
    assert state is AnchorState.PLEASE_CHECK
    assert place is not None
    assert new[place.start : place.end] == "spoke about trade"


def test_what_is_gone_is_lost():
    old = _FILLER + _OLD + _FILLER
    start = old.index(_OLD)
    assert place_again(make_anchor(old, (), start, start + len(_OLD)), _FILLER * 3) == (None, AnchorState.LOST)


@given(st.text(alphabet="ab \U0001f600\u515a\u0301", min_size=1, max_size=300), st.data())
def test_in_the_same_text_a_mark_stands_still_or_asks(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    place, state = place_again(make_anchor(text, (), start, end), text)
    assert place is not None
    assert state in (AnchorState.UNCHANGED, AnchorState.PLEASE_CHECK)
    if state is AnchorState.UNCHANGED:
        assert (place.start, place.end) == (start, end)
