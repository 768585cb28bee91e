"""Values made from columns are the values that calling their class makes."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.domain.columns import from_columns
from storage.domain.document import Block, BlockKind

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
