import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.index import blocks
from storage.index.blocks import BlockTerms, OpenBlock, Postings, encode, pack, unpack
from storage.index.errors import IndexDamagedError

POSITIONS = st.sets(st.integers(0, 100_000), min_size=1, max_size=8).map(sorted)
TERMS = st.dictionaries(
    st.text(alphabet="abc中", min_size=1, max_size=4),
    st.dictionaries(st.integers(0, 70_000), POSITIONS, min_size=1, max_size=6),
    max_size=150,
)


def postings_of(terms):
    keys = sorted(terms)
    documents = [document for key in keys for document in sorted(terms[key])]
    lists = [terms[key][document] for key in keys for document in sorted(terms[key])]
    return Postings(
        keys,
        np.array([len(terms[key]) for key in keys], np.int64),
        np.array(documents, np.int64),
        np.array([len(places) for places in lists], np.int64),
        np.array([place for places in lists for place in places], np.int64),
    )


@given(TERMS)
def test_what_is_written_is_read(terms):
    read = {}
    for stored in encode(postings_of(terms)):
        block = OpenBlock(BlockTerms(stored.terms, stored.header), stored.documents)
        assert block.terms.keys()[0] == stored.first
        for index, key in enumerate(block.terms.keys()):
            assert block.terms.find(key) == index
            documents, frequencies = block.documents(index, index + 1)
            positions = block.positions(index, index + 1, stored.positions, frequencies).tolist()
            read[key] = {}
            for document, frequency in zip(documents.tolist(), frequencies.tolist(), strict=True):
                read[key][document], positions = positions[:frequency], positions[frequency:]
            wanted = documents % 2 == 0
            for chosen in (wanted, None):
                kept = documents if chosen is None else documents[chosen]
                begins = kept << 32
                some = block.places(index, index + 1, stored.positions, frequencies, begins, chosen).tolist()
                expected = [(document << 32) + place for document in kept.tolist() for place in read[key][document]]
                assert some == expected
    assert read == terms


@given(TERMS.filter(bool), st.data())
def test_a_changed_byte_of_a_block_is_noticed(terms, data):
    stored = next(iter(encode(postings_of(terms))))
    columns = [stored.terms, stored.header, stored.documents, stored.positions]
    which = data.draw(st.integers(0, 3))
    changed = bytearray(columns[which])
    changed[data.draw(st.integers(0, len(changed) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    columns[which] = bytes(changed)
    with pytest.raises(IndexDamagedError):
        read_all(*columns)


def read_all(terms, header, documents, positions):
    OpenBlock(BlockTerms(terms, header), documents).check_positions(positions)


@given(st.lists(st.lists(st.integers(-(2**31), 2**31 - 1)), max_size=4))
def test_arrays_survive_packing(lists):
    assert [array.tolist() for array in unpack(pack(*map(np.array, lists)))] == lists


def test_a_changed_byte_is_noticed():
    packed = bytearray(pack(np.arange(100)))
    packed[20] ^= 1
    with pytest.raises(IndexDamagedError):
        unpack(bytes(packed))


@given(
    TERMS,
    st.integers(0, 2**32 - 1),
    st.integers(1, 3),
    st.sampled_from((1, 3, 25_000)),
    st.sampled_from((0, 5, 500)),
    st.sampled_from((-100, 4000)),
)
def test_positions_are_found_without_reading_all_into_a_column(terms, other, every, stretch, many, few):
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(blocks, "_STRETCH", stretch)
        patched.setattr(blocks, "_MANY", many)
        patched.setattr(blocks, "_FEW_STEPS", few)
        for stored in encode(postings_of(terms)):
            block = OpenBlock(BlockTerms(stored.terms, stored.header), stored.documents)
            for index, key in enumerate(block.terms.keys()):
                documents, frequencies = block.documents(index, index + 1)
                asked = [
                    (number, position, position in terms[key][document])
                    for number, document in enumerate(documents.tolist())
                    if number % every == 0
                    for place in terms[key][document]
                    for position in sorted({max(0, place - 1), place, place + 1, other})
                ]
                numbers, positions, expected = (np.array(column) for column in zip(*asked, strict=True))
                found = block.holds(index, index + 1, stored.positions, frequencies, numbers, positions)
                assert found.tolist() == expected.tolist()


@given(st.lists(st.integers(-(2**62), 2**62) | st.integers(-9, 2**33)))
def test_numbers_of_any_size_are_kept(numbers):
    (read,) = unpack(pack(np.array(numbers, np.int64)))
    assert read.tolist() == numbers
