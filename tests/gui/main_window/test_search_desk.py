"""Searching everywhere: the list and the text agree, and F3 walks both."""

import csv
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from gui.models.concordance_model import LINE_ROLE
from gui.models.passage_model import FOUND_ROLE
from gui.viewer.find_bar import FindBar
from gui.widgets.chip import Chip
from gui.widgets.choosing_view import ChoosingListView
from gui.widgets.concordance_view import ConcordanceView
from gui.widgets.empty_state import EmptyState
from gui.widgets.search_filters import ActiveFilter
from storage.domain.ids import DocumentId
from storage.domain.search import DocumentHits, Span
from storage.edits import DescribeDocument
from tests.gui.conftest import part_of
from tests.gui.main_window.conftest import Desk

QUERY = '"communist party"'


def found_in_list(desk: Desk) -> list[DocumentHits]:
    """Return the documents in the order of the list."""
    model = part_of(desk.window.search_panel, ChoosingListView).model()
    rows = (model.index(row, 0).data(FOUND_ROLE) for row in range(model.rowCount(QModelIndex())))
    return list(dict.fromkeys(found.hits for found in rows if found is not None))


def passages(desk: Desk) -> list[tuple[DocumentId, Span]]:
    """Return where the passages are, in the order of the list."""
    return [(hits.document, Span(one.start, one.end)) for hits in found_in_list(desk) for one in hits.passages]


def current_in_list(desk: Desk) -> tuple[DocumentId, Span]:
    found = part_of(desk.window.search_panel, ChoosingListView).currentIndex().data(FOUND_ROLE)
    return found.hits.document, Span(found.passage.start, found.passage.end)


def current_in_text(desk: Desk) -> tuple[DocumentId, Span] | None:
    desk.settle()
    hits = desk.text_view.layers.hits
    assert desk.view.document is not None
    return (desk.view.document.id, hits.span(hits.current)) if hits.current is not None else None


def test_what_is_found_comes_before_what_was_imported(desk: Desk) -> None:
    desk.window.actions_by_id["show_import"].trigger()
    desk.settle()
    assert desk.window.import_panel.visibleRegion().isEmpty() is False
    desk.search(QUERY)
    assert not desk.window.search_panel.visibleRegion().isEmpty()
    assert desk.window.import_panel.visibleRegion().isEmpty()


def test_f3_walks_all_passages_across_documents_and_back(desk: Desk) -> None:
    desk.search(QUERY)
    assert desk.window.bottom_dock.isVisible()
    listed = passages(desk)
    assert len({document for document, _ in listed}) == 2
    walked = []
    for _ in listed:
        desk.press("F3")
        assert current_in_text(desk) == current_in_list(desk)
        walked.append(current_in_list(desk))
    assert walked == listed
    for place in reversed(listed[:-1]):
        desk.press("Shift+F3")
        assert current_in_text(desk) == place


def test_every_hit_in_the_text_stands_in_the_list(desk: Desk) -> None:
    desk.search(QUERY)
    for hits in found_in_list(desk):
        desk.window.tabs.open(hits.document)
        desk.settle()
        shown = desk.text_view.layers.hits
        assert [shown.span(number) for number in range(len(shown))] == [
            Span(passage.start, passage.end) for passage in hits.passages
        ]
        assert all(desk.text[one.start : one.end].casefold() == "communist party" for one in hits.passages)


def test_enter_in_the_field_goes_from_hit_to_hit(desk: Desk) -> None:
    desk.search(QUERY)
    places = []
    for _ in range(3):
        QTest.keyClick(desk.window.search_field, Qt.Key.Key_Return)
        places.append(current_in_text(desk))
    assert None not in places
    assert all(one != other for one, other in pairwise(places))


def test_what_is_listed_while_typing_is_lit_in_the_text(desk: Desk) -> None:
    desk.open("A Meeting in Manila")
    desk.press("Ctrl+Shift+F")
    QTest.keyClicks(desk.window.search_field, "mani")
    desk.wait_for(lambda: passages(desk))
    desk.settle()
    listed = {span for _, span in passages(desk)}
    shown = desk.text_view.layers.hits
    assert {shown.span(number) for number in range(len(shown))} == listed
    QTest.keyClick(desk.window.search_field, Qt.Key.Key_Return)
    desk.settle()


def test_a_click_on_a_passage_opens_it_there(desk: Desk) -> None:
    desk.search("thanked")
    desk.open("A Meeting in Manila")
    view = part_of(desk.window.search_panel, ChoosingListView)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(1, 0)).center())
    assert current_in_text(desk) == current_in_list(desk)
    assert desk.view.document is not None
    assert desk.view.document.title == "Greetings"


def test_esc_clears_hits_and_gives_the_keyboard_back_to_the_text(desk: Desk) -> None:
    desk.search(QUERY)
    desk.press("F3")
    desk.settle()
    desk.press("Esc")
    assert not desk.window.bottom_dock.isVisible()
    assert len(desk.text_view.layers.hits) == 0
    assert desk.text_view.hasFocus()
    assert desk.window.search_field.query == ""


def test_a_search_given_up_while_typing_does_not_come_back(desk: Desk) -> None:
    desk.press("Ctrl+Shift+F")
    QTest.keyClicks(desk.window.search_field, "manila")
    desk.press("Esc")
    # Long enough for an answer that was on its way.
    with desk.qtbot.assertNotEmitted(desk.window.session.searches.searched, wait=300):
        pass
    assert not desk.window.bottom_dock.isVisible()
    assert len(desk.text_view.layers.hits) == 0


def test_the_find_bar_has_the_keys_while_it_is_open(desk: Desk) -> None:
    desk.open("A Meeting in Manila")
    desk.search(QUERY)
    desk.press("Ctrl+F")
    bar = part_of(desk.view, FindBar)
    QTest.keyClicks(bar.words, "in")
    desk.wait_for(lambda: desk.view.hit_position().total > 1)
    before = desk.view.hit_position().number
    desk.press("F3")
    assert desk.view.hit_position().number == before + 1
    desk.press("Esc")
    assert not bar.isVisible()
    assert desk.window.search_field.query == QUERY
    assert desk.text_view.hasFocus()
    desk.settle()
    assert len(desk.text_view.layers.hits) > 0


def test_search_marks_by_their_tags_and_notes(desk: Desk) -> None:
    desk.open("Greetings")
    mark = desk.mark("thanked the Communist Party of China")
    desk.window.annotations_panel.write_note(mark.id)
    QTest.keyClicks(desk.window.focusWidget(), "gratitude")
    desk.press("Ctrl+Shift+F")
    desk.settle()
    desk.search("note:gratitude")
    model = part_of(desk.window.search_panel, ChoosingListView).model()
    assert model.index(0, 0).data() == "Greetings"


@pytest.fixture
def many(desk: Desk, tmp_path: Path) -> Desk:
    """Return a person at an archive with more documents about one word than a page of the list holds."""
    for number in range(45):
        text = f"Letter {number}\n\nThe quorum met and the quorum voted. " + "Words between. " * 40 + "A quorum again."
        (tmp_path / f"letter{number}.txt").write_text(text, encoding="utf-8")
    desk.library.import_paths([tmp_path / f"letter{number}.txt" for number in range(45)])
    desk.library.refresh()
    return desk


def test_f3_goes_on_into_documents_after_the_first_ones(many: Desk) -> None:
    many.search("quorum")
    assert len(found_in_list(many)) == 20
    walked = []
    for _ in range(45 * 3):
        many.press("F3")
        many.settle()
        walked.append(current_in_list(many))
    assert len({document for document, _ in walked}) == 45
    assert len(set(walked)) == 45 * 3
    assert walked == passages(many)
    many.press("F3")
    many.settle()
    assert current_in_list(many) == walked[0]
    many.press("Shift+F3")
    many.settle()
    assert current_in_list(many) == walked[-1]


def test_scrolling_to_the_end_brings_the_next_documents(many: Desk) -> None:
    many.search("quorum")
    bar = part_of(many.window.search_panel, ChoosingListView).verticalScrollBar()

    def scroll() -> bool:
        bar.setValue(bar.maximum())
        return len(found_in_list(many)) == 45

    many.wait_for(scroll)
    assert len(passages(many)) == 45 * 3


def lines(desk: Desk) -> list[tuple[DocumentId, Span]]:
    """Return where the lines of the list of all hits are."""
    model = part_of(desk.window.concordance_panel, ConcordanceView).model()
    rows = (model.index(row, 0).data(LINE_ROLE) for row in range(model.rowCount(QModelIndex())))
    return [(line.document, Span(line.start, line.end)) for line in rows]


def test_all_hits_are_listed_walked_and_opened_by_enter(many: Desk) -> None:
    many.search("quorum")
    many.window.search_panel.show_view(1)
    many.wait_for(lambda: len(lines(many)) == 45 * 3)
    listed = lines(many)
    assert len(set(listed)) == 45 * 3
    many.press("F3")
    assert current_in_text(many) == listed[0]
    view = part_of(many.window.concordance_panel, ConcordanceView)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert current_in_text(many) == listed[0]
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert current_in_text(many) == listed[1]
    many.search("again")
    many.wait_for(lambda: len(lines(many)) == 45)
    assert set(lines(many)).isdisjoint(listed)


def test_all_hits_are_saved_as_a_table(many: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "hits.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    many.search("quorum")
    many.window.search_panel.show_view(1)
    many.wait_for(lambda: len(lines(many)) == 45 * 3)
    buttons = many.window.concordance_panel.findChildren(QPushButton)
    QTest.mouseClick(next(button for button in buttons if "CSV" in button.text()), Qt.MouseButton.LeftButton)
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(int(row["Document"]), Span(int(row["Start"]), int(row["End"]))) for row in rows] == lines(many)
    assert {row["Hit"] for row in rows} == {"quorum"}


def test_a_row_of_the_tree_narrows_the_search_until_its_chip_is_pressed(desk: Desk) -> None:
    desk.search("communist")
    both = passages(desk)
    desk.choose_node("North Korea")
    desk.window.search_panel.filters.toggle(ActiveFilter("node"))
    desk.settle()
    fewer = passages(desk)
    assert fewer
    assert set(fewer) < set(both)
    chip = next(chip for chip in desk.window.search_panel.findChildren(Chip) if "North Korea" in chip.text())
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    desk.settle()
    assert passages(desk) == both


def test_a_misspelt_word_is_put_right_by_a_click(desk: Desk) -> None:
    desk.search("comunist")
    empty = next(each for each in desk.window.search_panel.findChildren(EmptyState) if each.isVisible())
    assert empty.button.text() == "Did you mean “communist”?"
    QTest.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.window.search_field.query == "communist"
    assert passages(desk)


def test_search_by_stem_follows_the_language_of_a_document(desk: Desk) -> None:
    desk.search("thanks")
    document = next(one for one in desk.library.documents() if one.title == "Greetings")
    assert document.id in {found for found, _ in passages(desk)}
    before = document.description
    desk.window.session.edit(DescribeDocument(document.id, replace(before, language="zh")))
    desk.settle()
    again = next(
        button for button in desk.window.search_panel.findChildren(QPushButton) if "search again" in button.text()
    )
    assert again.isVisible()
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    desk.settle()
    assert document.id not in {found for found, _ in passages(desk)}
    desk.press("Ctrl+Z")
    desk.settle()
    desk.search("thanks")
    assert document.id in {found for found, _ in passages(desk)}


ODD_QUERIES = (
    *('"unbalanced', "((((", "a AND AND b", "*", "?", "a" * 10_000, "peace " * 1700, " OR ".join(["peace"] * 500)),
    *("field:unknown", "party\0china", '"communist party"~' + "9" * 5000, 'r"(a+)+$"', 'r"("', "date:13-13", "😀", "…"),
)


def test_every_odd_query_has_an_answer_or_a_sentence(desk: Desk) -> None:
    panel = desk.window.search_panel
    desk.press("Ctrl+Shift+F")
    for query in ODD_QUERIES:
        desk.window.search_field.setText(query)
        QTest.keyClick(desk.window.search_field, Qt.Key.Key_Return)
        desk.settle()
        rows = part_of(panel, ChoosingListView).model().rowCount(QModelIndex())
        sentences = [
            label.text() for empty in panel.findChildren(EmptyState) if empty.isVisible()
            for label in empty.findChildren(QLabel)
        ]  # fmt: skip
        assert rows or any(sentences), query[:40]
    desk.search(QUERY)
    assert found_in_list(desk)
