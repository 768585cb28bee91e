"""Mentions and marks over short and long texts, and the marks that change."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from gui.main_window.layer_reading import changed_marks
from storage.domain.annotation import Anchor, Annotation, Colour
from storage.domain.ids import AnnotationId, DocumentId, TextVersionId
from storage.edits import AddAnnotations, ChangeAnnotations, RemoveAnnotations
from tests.gui.main_window.conftest import Desk

NOW = datetime(2024, 5, 1, tzinfo=UTC)


def long_document(desk: Desk, folder: Path) -> DocumentId:
    """Bring in a text with many mentions that is too long to be read at once."""
    path = folder / "Long talks.txt"
    path.write_text("Talks in China with the Workers' Party of Korea.\n\n" * 2_500, encoding="utf-8")
    outcomes = desk.library.import_paths([path]).files
    desk.library.refresh()
    document = outcomes[0].document
    assert document is not None
    return document


def places(desk: Desk) -> list[tuple[int, str]]:
    """Return where the marks that are shown begin, with their colours."""
    return [(mark.anchor.start, mark.colour.value) for mark in desk.text_view.layers.annotations]


def test_what_lies_over_a_long_text_comes_after_it(desk: Desk, tmp_path: Path) -> None:
    document = long_document(desk, tmp_path)
    marks = tuple(desk.library.new_annotation(document, start, start + 5) for start in (500, 10))
    desk.library.apply(AddAnnotations(marks))
    assert desk.window.tabs.open(document) is not None
    assert desk.text.startswith("Talks in China")
    assert not desk.text_view.layers.annotations
    desk.settle()
    assert places(desk) == [(10, "yellow"), (500, "yellow")]
    assert len(desk.text_view.layers.mentions) == len(desk.library.mentions(document)) > 2_000


def test_what_is_marked_while_a_long_text_is_read_is_there_in_the_end(desk: Desk, tmp_path: Path) -> None:
    document = long_document(desk, tmp_path)
    desk.library.apply(AddAnnotations((desk.library.new_annotation(document, 500, 505),)))
    desk.window.tabs.open(document)
    desk.window.session.edit(AddAnnotations((desk.library.new_annotation(document, 10, 15, colour=Colour.ROSE),)))
    desk.settle()
    assert places(desk) == [(10, "rose"), (500, "yellow")]


def test_a_long_text_that_is_closed_while_it_is_read_stays_closed(desk: Desk, tmp_path: Path) -> None:
    document = long_document(desk, tmp_path)
    before = desk.window.tabs.count()
    view = desk.window.tabs.open(document)
    assert view is not None
    desk.window.tabs.close_view(view)
    desk.settle()
    assert desk.window.tabs.count() == before
    desk.window.tabs.open(document)
    desk.settle()
    assert desk.text_view.layers.mentions


def test_changed_and_deleted_marks_show_at_once_and_come_back(desk: Desk) -> None:
    desk.open("A Meeting in Manila")
    first, second = desk.mark("all over Asia"), desk.mark("Manila")
    shown = places(desk)
    assert len(shown) == 2
    session, layers = desk.window.session, desk.text_view.layers
    session.edit(ChangeAnnotations((replace(first, colour=Colour.BLUE),), "colour"))
    assert next(mark for mark in layers.annotations if mark.id == first.id).colour is Colour.BLUE
    session.edit(RemoveAnnotations((second.id,)))
    assert [mark.id for mark in layers.annotations] == [first.id]
    desk.window.actions_by_id["undo"].trigger()
    desk.window.actions_by_id["undo"].trigger()
    assert places(desk) == shown
    assert [mark.id for mark in desk.view.annotations] == [mark.id for mark in desk.library.annotations()]


def mark(number: int, start: int, length: int) -> Annotation:
    anchor = Anchor(start, start + length, "", "", "")
    return Annotation(AnnotationId(f"{number:02}"), DocumentId(1), TextVersionId(1), anchor, NOW, NOW)


@given(
    st.dictionaries(st.integers(0, 30), st.tuples(st.integers(0, 8), st.integers(1, 3))),
    st.dictionaries(st.integers(0, 30), st.tuples(st.integers(0, 8), st.integers(1, 3))),
    st.sets(st.integers(0, 30)),
)
def test_changed_marks_are_those_that_are_read_anew(
    former: dict[int, tuple[int, int]], now: dict[int, tuple[int, int]], gone: set[int]
) -> None:
    def ordered(marks: dict[int, tuple[int, int]]) -> tuple[Annotation, ...]:
        made = (mark(number, *place) for number, place in marks.items())
        return tuple(sorted(made, key=lambda one: (one.anchor.start, one.anchor.end, one.id)))

    ids = {AnnotationId(f"{number:02}") for number in now.keys() | gone}
    kept = {number: place for number, place in former.items() if number not in now.keys() | gone}
    assert changed_marks(ordered(former), ids, ordered(now)) == ordered(kept | now)
