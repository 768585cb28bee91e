import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.index.parsing import _by_parser, _parse

WORDS = ["a", "A1", "a1", "peace", "Länder", "中国", "党", "don't", "l’Europe", "x-y", "ـ", "мир", "AND", "OR", "NOT"]
COMMON = [
    "peace",
    "peace and war",
    "peace AND war OR treaty",
    "peace OR war treaty",
    "war NOT peace",
    "NOT war",
    "peace OR NOT war",
    "a AND a OR a",
    '"united nations" AND coloni*',
    '"中国" 党*',
    "don't l’Europe",
]
parts = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(WORDS).map("{}*".format),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(lambda words: '"' + " ".join(words) + '"'),
    st.sampled_from(["AND", "OR", "NOT", "ANDNOT", "(", "a:b", "a~1", "-a", "", "_", "[a TO b]"]),
    st.text(min_size=1, max_size=3),
)
queries = st.lists(st.tuples(parts, st.sampled_from([" ", " ", " AND ", " OR ", " NOT ", "  ", ""])), max_size=5).map(
    lambda pairs: "".join(part + joint for part, joint in pairs).strip()
)


def outcome(read, text):
    try:
        return repr(read(text))
    except Exception as error:  # noqa: BLE001  whatever Whoosh raises, both must raise
        return type(error)


@settings(max_examples=3000, deadline=None)
@given(queries)
def test_direct_reading_and_whoosh_make_the_same_tree(text):
    assert outcome(_parse, text) == outcome(_by_parser, text)


@pytest.mark.parametrize("text", COMMON)
def test_common_forms_do_not_need_the_parser(text, monkeypatch):
    expected = _by_parser(text)
    monkeypatch.setattr("storage.index.parsing._parser", None)
    assert _parse(text) == expected
    assert repr(_parse(text)) == repr(expected)
