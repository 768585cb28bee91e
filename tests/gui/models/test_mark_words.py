"""What a list says of a mark."""

import pytest

from gui.models.mark_words import note_at_a_glance


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        ("Compare with *Rabat*.\n\n- the host\n- the guests", "Compare with Rabat. • the host • the guests"),
        ("## To do\n\n> **quoted** ~~twice~~ and `kept`", "To do quoted twice and kept"),
        ("See [the treaty](https://example.org/a_b), ![seal](seal.png)", "See the treaty, seal"),
        ("这一点**很重要**。", "这一点很重要。"),
        ("5 * 3 * 2, snake_case_name, -1, #12, a > b", "5 * 3 * 2, snake_case_name, -1, #12, a > b"),
        ("_In full_ and __twice__", "In full and twice"),
        ("", ""),
    ],
)
def test_a_note_is_read_without_the_signs_of_its_markdown(note: str, shown: str):
    assert note_at_a_glance(note) == shown


def test_a_long_note_is_read_only_as_far_as_it_is_shown():
    assert len(note_at_a_glance("*a " * 100_000)) <= 1_000
