"""Values made from columns are the values that calling their class makes."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.domain.authority import EntityKind, NameKind
from storage.domain.columns import Columns, columns_of, from_columns
from storage.domain.document import Block, BlockKind
from storage.domain.ids import DocumentId, EntityId
from storage.domain.mention import Doubt, Mention, MentionState

_BLOCKS = st.lists(
    st.builds(
        Block,
        st.sampled_from(BlockKind),
        st.integers(0, 9),
        st.integers(9, 99),
        st.integers(0, 9),
        st.integers(0, 9),
        st.none() | st.integers(1, 9),
        st.none() | st.text(max_size=3),
    ),
    min_size=1,
)


@given(_BLOCKS)
def test_columns_give_the_values_that_they_were_taken_from(blocks):
    names = ("kind", "start", "end", "number", "level", "page", "page_label")
    made = from_columns(Block, [[getattr(block, name) for block in blocks] for name in names])
    assert made == tuple(blocks)
    assert tuple(map(hash, made)) == tuple(map(hash, blocks))
    assert pickle.loads(pickle.dumps(made)) == made


@pytest.mark.parametrize("columns", [[], [[1]] * 6, [*[[1]] * 6, [1, 2]]])
def test_missing_or_uneven_columns_are_refused(columns):
    with pytest.raises(ValueError, match="Block has 7 fields"):
        from_columns(Block, columns)


_MENTIONS = st.lists(
    st.builds(
        Mention,
        st.just(DocumentId(0)),
        st.integers(0, 9),
        st.integers(9, 99),
        st.none() | st.just(EntityId("country/cu")),
        st.text(max_size=3),
        st.sampled_from(EntityKind),
        st.sampled_from(MentionState),
        st.sampled_from(NameKind),
        st.just(()) | st.just((EntityId("country/cu"), EntityId("country/cn"))),
        st.text(max_size=3),
        st.booleans(),
        st.sampled_from(Doubt),
    )
)


@pytest.mark.parametrize(("kind", "values"), [(Block, _BLOCKS), (Mention, _MENTIONS)])
@given(data=st.data())
def test_values_kept_as_columns_are_those_that_were_given(kind, values, data):
    given_values = data.draw(values)
    kept = Columns(kind, columns_of(kind, given_values))
    assert len(kept) == len(given_values)
    for place, value in enumerate(given_values):
        assert kept[place] == value
        assert kept[place - len(given_values)] == value
    assert kept[1:] == tuple(given_values[1:])
    assert kept == tuple(given_values)
    assert kept == Columns(kind, columns_of(kind, kept))
    assert columns_of(kind, kept) is kept.columns


@given(_MENTIONS)
def test_columns_hold_nothing_but_plain_values(mentions):
    for column in columns_of(Mention, mentions):
        assert {type(value) for value in column} <= {int, str, bool, tuple, type(None)}


def test_a_place_beyond_the_values_is_refused():
    kept = Columns(Block, columns_of(Block, [Block(BlockKind.TITLE, 0, 3)]))
    with pytest.raises(IndexError):
        kept[1]
    assert kept != Columns(Block, columns_of(Block, ()))
