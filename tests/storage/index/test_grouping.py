from itertools import islice

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from storage.index.analysis import joined, tokenise
from storage.index.fields import NUMBERS, TEXT, TITLE, mark
from storage.index.grouping import PLACE_BITS, TermCollector, groups, hashes, sorted_together

WORDS = st.text(alphabet="ab é中国かяж\u0301ﬁ…", max_size=30)
LONG_WORDS = st.text(alphabet="abé", min_size=1, max_size=40)
LIKE_HASHES = st.sampled_from([1 << 63, (1 << 63) + 1, (1 << 63) + 2, 1, 2, (1 << 64) - 1, (1 << 64) - 2, 5 << 40])


def collected(postings):
    """Return what postings say as key, document and positions."""
    found = {}
    for part in postings:
        documents, frequencies, positions = map(iter, (part.documents, part.frequencies, part.positions.tolist()))
        for key, count in zip(part.keys, part.counts.tolist(), strict=True):
            assert key not in found
            found[key] = {int(next(documents)): list(islice(positions, int(next(frequencies)))) for _ in range(count)}
    assert list(found) == sorted(found)
    return found


@given(st.lists(st.tuples(st.sampled_from([TEXT, TITLE]), WORDS), max_size=12))
def test_terms_are_brought_together_as_a_plain_scan_does(texts):
    collector, wanted = TermCollector(), {}
    for document, (field, text) in enumerate(texts):
        tokens = tokenise(text)
        fields = np.full(len(tokens.begins), NUMBERS[field], np.uint8)
        collector.add(tokens, fields, (document << PLACE_BITS) + np.arange(len(tokens.begins)))
        for position, word in enumerate(tokens.words()):
            wanted.setdefault(mark(field) + word, {}).setdefault(document, []).append(position)
    assert collected(collector.postings()) == wanted


def test_documents_may_be_added_in_any_order():
    collector = TermCollector()
    for document, position in ((1, 0), (0, 0), (1, 100), (0, 100)):
        tokens = tokenise("peace 中")
        places = (document << PLACE_BITS) + position + np.arange(2)
        collector.add(tokens, np.zeros(2, np.uint8), places)
    found = collected(collector.postings())
    assert found == {"@peace": {0: [0, 100], 1: [0, 100]}, "@中": {0: [1, 101], 1: [1, 101]}}


def test_more_terms_than_are_grouped_at_once_are_brought_together():
    text = " ".join(f"w{number} 中文" for number in range(3000)) + " "
    texts, collector = [text] * 60, TermCollector()
    done = [0] * len(texts)
    for piece in joined(texts):
        tokens = tokenise(piece.text)
        firsts = tokens.first_from(np.array(piece.starts)).tolist()
        for number, first, last in zip(piece.numbers, firsts, [*firsts[1:], len(tokens.begins)], strict=True):
            done[number] += last - first
        counts = np.diff(firsts, append=len(tokens.begins))
        base = np.repeat((np.array(piece.numbers) << PLACE_BITS) - firsts, counts)
        collector.add(tokens, np.zeros(len(tokens.begins), np.uint8), base + np.arange(len(tokens.begins)))
    found = collected(collector.postings())
    assert len(found) == 3002
    assert found["@w2999"] == {number: [3 * 2999] for number in range(60)}
    assert sum(map(len, found["@中文"].values())) == 60 * 3000


@given(st.lists(LONG_WORDS))
def test_only_equal_words_share_a_hash(words):
    tokens = tokenise(" ".join(words))
    hashed = hashes(tokens.folded, tokens.begins, tokens.term_ends - tokens.begins).tolist()
    found = tokens.words()
    assert len(set(hashed)) == len(set(found)) == len(set(zip(hashed, found, strict=True)))


@given(st.lists(LIKE_HASHES, min_size=1))
def test_hashes_that_differ_in_few_bits_are_told_apart(numbers):
    where, bounds = groups(np.array(numbers, np.uint64))
    parts = [part.tolist() for part in np.split(where, bounds[1:])]
    assert all(part == [index for index, each in enumerate(numbers) if each == numbers[part[0]]] for part in parts)
    assert sorted(index for part in parts for index in part) == list(range(len(numbers)))


@given(
    st.lists(st.tuples(st.integers(0, 1 << 45), st.integers(0, 70_000), st.integers(0, 1 << 31)), min_size=1),
    st.booleans(),
)
def test_places_are_sorted_with_their_numbers(rows, small):
    numbers = [number % 1000 if small else number for number, _, _ in rows]
    places = [document << PLACE_BITS | position for _, document, position in rows]
    found = sorted_together(np.array(numbers, np.uint64), np.array(places, np.uint64))
    assert list(zip(*(column.tolist() for column in found), strict=True)) == sorted(zip(numbers, places, strict=True))
