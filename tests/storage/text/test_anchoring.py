"""Marks find their place again in texts that have changed, or ask; none is placed wrongly in silence."""

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.domain.annotation import AnchorState
from storage.paths import resource
from storage.text.anchoring import make_anchor, place_again
from tests.bench.changed_texts import NOISE_RATES, Change, Verdict, change_text, judge, random_range

SEED = 20_261
MARKS = 300


@pytest.mark.parametrize("rate", NOISE_RATES)
def test_marks_in_the_founding_texts_find_their_place(shared, rate):
    texts = [path.read_text(encoding="utf-8") for path in sorted((shared / "seeds").glob("*.txt"))]
    _check_marks(texts, MARKS, f"{SEED} {rate}", rate)


@pytest.mark.parametrize("rate", NOISE_RATES)
def test_marks_in_the_sample_find_their_place(rate):
    texts = [path.read_text(encoding="utf-8") for path in sorted(resource("sample").glob("*.md"))]
    _check_marks(texts, MARKS // 5, f"{SEED} {rate}", rate)


def _check_marks(texts, marks, seed, rate):
    chance = random.Random(seed)
    verdicts: Counter[Verdict] = Counter()
    changes = tuple(Change)
    for number in range(marks):
        text = chance.choice(texts)
        start, end = random_range(text, chance)
        verdicts[judge(text, start, end, change_text(text, changes[number % len(changes)], rate, chance))] += 1
    assert verdicts[Verdict.WRONG] == 0, verdicts
    assert verdicts[Verdict.RIGHT] >= 0.98 * marks, verdicts


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
    assert len(gold["parallel_sentences"]) == 6


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


def test_an_edited_sentence_whose_former_words_stand_behind_the_same_sentence_elsewhere_asks():
    before = "First came the delegates from the north, as they always did in those years of long journeys. "
    old = before + _OLD + " Then they went home by train and ship."
    new = before + _EDITED + " Then they went home.\n\n" + _FILLER * 4 + before + _OLD + " " + _FILLER * 2
    start = old.index(_OLD)
    _, state = place_again(make_anchor(old, (), start, start + len(_OLD)), new, old)
    assert state is AnchorState.PLEASE_CHECK


_LINES = [
    f"In {year}, the party of the centre resumed relations with the {name} party and invited {count} of its members."
    for year, name, count in ((1978, "labour", 4), (1979, "liberal", 5), (1981, "farmers'", 6), (1982, "people's", 7))
]


@pytest.mark.parametrize("gone", [1, 2])
def test_a_deleted_line_of_a_list_is_not_taken_for_the_line_beside_it(gone):
    old = "\n\n".join(_LINES)
    new = "\n\n".join(line for line in _LINES if line != _LINES[gone])
    start = old.index(_LINES[gone])
    _, state = place_again(make_anchor(old, (), start, start + len(_LINES[gone])), new, old)
    assert state in (AnchorState.PLEASE_CHECK, AnchorState.LOST)


def test_a_place_that_stood_elsewhere_before_is_asked_about():
    old = "\n\n".join((_FILLER, _OLD, _FILLER + _FILLER, _OLD, _FILLER))
    new = "\n\n".join((_FILLER, _FILLER + _FILLER, _OLD, _FILLER))
    start = old.index(_OLD)
    _, state = place_again(make_anchor(old, (), start, start + len(_OLD)), new, old)
    assert state is AnchorState.PLEASE_CHECK


def test_a_sentence_in_other_words_between_the_same_sentences_asks():
    before, after = "First came the delegates from the north of the country and the islands. ", " Then all went home."
    other_words = "The parties met in autumn and quarrelled on a programme for the weeks to come."
    old, new = before + _OLD + after, before + other_words + after
    start = old.index(_OLD)
    place, state = place_again(make_anchor(old, (), start, start + len(_OLD)), new, old)
    assert state is AnchorState.PLEASE_CHECK
    assert place is not None
    assert new[place.start : place.end].strip() == other_words


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
