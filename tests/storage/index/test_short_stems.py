import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh.lang import stemmer_for_language

from storage.index.stemming import forms, stem
from storage.text.folding import fold

ENDINGS = ["s", "es", "ed", "ing", "ly", "edly", "ingly", "eed", "ies", "ied", "sses", "us", "ss", "ization"]
ENDINGS += ["ational", "fulness", "e", "l", "al", "er", "ic", "ion", "y", "i", "able", "ness"]
words = st.builds(
    lambda start, endings: start + "".join(endings),
    st.text("aeiouybcdglnst", min_size=1, max_size=5),
    st.lists(st.sampled_from(ENDINGS), max_size=3),
)


@settings(max_examples=2000, deadline=None)
@given(words)
def test_english_stems_are_those_of_whoosh(word):
    assert stem("en", word) == fold(stemmer_for_language("en")(word))


@settings(max_examples=500, deadline=None)
@given(st.lists(words, max_size=30), st.sampled_from([*"aeiouybst", "st", "bss", "the", "be"]))
def test_forms_of_short_words_are_all_that_share_the_stem(vocabulary, word):
    present = {*vocabulary, word}
    found = forms("en", word, lambda beginning: [term for term in present if term.startswith(beginning)])
    assert found == {term for term in present if term.startswith(word[:1]) and stem("en", term) == stem("en", word)}


@pytest.mark.parametrize("word", ["s", "g", "th"])
def test_a_letter_alone_reads_no_list_of_words(word):
    assert word in forms("en", word, lambda beginning: pytest.fail(f"read all words on {beginning}"))
