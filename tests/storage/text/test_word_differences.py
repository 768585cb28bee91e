"""Words that differ between two versions of a passage."""

from hypothesis import given
from hypothesis import strategies as st

from storage.text.word_differences import differing_words


def _words(text, spans):
    return [text[span.start : span.end] for span in spans]


def test_changed_words_are_told_in_whole_words():
    former, present = "The parties met in spring.", "The parties gathered in late autumn."
    left, right = differing_words(former, present)
    assert _words(former, left) == ["met", "spring"]
    assert _words(present, right) == ["gathered", "late autumn"]


def test_chinese_is_compared_letter_by_letter():
    former, present = "两党关系发展良好。", "两国关系发展良好。"
    left, right = differing_words(former, present)
    assert (_words(former, left), _words(present, right)) == (["党"], ["国"])


def test_white_space_does_not_count():
    assert differing_words("one  two\nthree", "one two three") == ((), ())


@given(st.text(alphabet="ab .,\u515a\u0301\U0001f600", max_size=40), st.text(alphabet="ab .,\u515a\u0301", max_size=40))
def test_what_is_left_without_the_differences_is_the_same(former, present):
    left, right = differing_words(former, present)

    def rest(text, spans):
        for span in reversed(spans):
            text = text[: span.start] + " " + text[span.end :]
        return "".join(text.split())

    assert rest(former, left) == rest(present, right)
