from hypothesis import given
from hypothesis import strategies as st

from storage.domain.search import Span
from storage.text.segmentation import sentence_starts
from storage.text.snippets import LONGEST_SNIPPET, snippets_around


def shown(text, words):
    start = text.index(words)
    (around,) = snippets_around(text, (Span(start, start + len(words)),))
    return text[around.start : around.end]


def test_sentences_end_where_a_reader_sees_them_end():
    text = "Mr. J. Smith of No. 5 agreed. He left!\n“Why?” 两党同意。代表团访问。"
    starts = [0, *sentence_starts(text, 0, len(text))]
    assert [text[start:end].strip() for start, end in zip(starts, [*starts[1:], None], strict=True)] == [
        "Mr. J. Smith of No. 5 agreed.",
        "He left!",
        "“Why?”",
        "两党同意。",
        "代表团访问。",
    ]


def test_a_snippet_is_the_sentence_with_its_neighbours():
    text = "First one. " * 40 + "The delegation met the Party. " + "Last one. " * 40
    snippet = shown(text, "delegation")
    assert "The delegation met the Party." in snippet
    assert snippet.startswith("The delegation")
    assert snippet.endswith("Last one.")
    assert len(snippet) <= LONGEST_SNIPPET


def test_a_long_sentence_is_cut_between_words():
    text = "word " * 100 + "delegation " + "word " * 100
    snippet = shown(text, "delegation")
    assert set(snippet.split()) == {"word", "delegation"}
    assert 100 < len(snippet) <= LONGEST_SNIPPET


def test_a_text_without_spaces_is_cut_too():
    text = "中" * 1000 + "国" + "中" * 1000
    snippet = shown(text, "国")
    assert "国" in snippet
    assert 100 < len(snippet) <= LONGEST_SNIPPET


@given(st.text(alphabet="ab .\n中。", max_size=600), st.data())
def test_a_snippet_always_holds_its_hit(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    (around,) = snippets_around(text, (Span(start, end),))
    assert 0 <= around.start <= start <= end <= around.end <= len(text)
    assert around.end - around.start <= max(LONGEST_SNIPPET, end - start)
