"""A printed page's characters find their places in the canonical text."""

from hypothesis import given
from hypothesis import strategies as st

from storage.text.page_alignment import NOWHERE, align


def words_at(canonical: str, places: "list[int]") -> str:
    return "".join(canonical[place] for place in places if place != NOWHERE)


def test_spaces_and_line_ends_have_no_place_and_everything_else_has() -> None:
    printed, canonical = "Party\r\nto party", "Party to party"
    places = align(printed, canonical, 0, len(canonical))
    assert words_at(canonical, list(places)) == "Partytoparty"
    assert [printed[index] for index, place in enumerate(places) if place == NOWHERE] == ["\r", "\n", " "]


def test_a_word_parted_at_a_line_end_is_found_in_one_piece() -> None:
    printed, canonical = "co\ufffe\r\noperation", "co\u00adoperation"
    assert words_at(canonical, list(align(printed, canonical, 0, len(canonical)))) == "cooperation"


def test_a_hyphen_that_belongs_to_a_word_is_found_at_the_end_of_its_line() -> None:
    places = align("party-\r\nto".replace("-", "\x02"), "party-to", 0, 8)
    assert words_at("party-to", list(places)) == "party-to"


def test_a_title_that_is_not_on_the_page_takes_no_place() -> None:
    printed, canonical = "The first words", "A title from elsewhere\n\nThe first words"
    places = [place for place in align(printed, canonical, 0, len(canonical)) if place != NOWHERE]
    assert words_at(canonical, places) == "Thefirstwords"
    assert min(places) == canonical.index("The first")


def test_only_the_pages_own_range_is_looked_at() -> None:
    canonical = "same words same words"
    places = align("same words", canonical, 11, 21)
    assert [place for place in places if place != NOWHERE] == [*range(11, 15), *range(16, 21)]


@given(st.text("ab \u00ad\n", max_size=40), st.text("abc \r\n\ufffe", max_size=40))
def test_places_rise_and_are_inside_the_range(canonical: str, printed: str) -> None:
    start = len(canonical) // 4
    places = [place for place in align(printed, canonical, start, len(canonical)) if place != NOWHERE]
    assert places == sorted(set(places))
    assert all(start <= place < len(canonical) for place in places)
