from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.models.passage_model import DETAIL_ROLE, FOUND_ROLE, HEADING_ROLE, HIGHLIGHTS_ROLE, PassageModel, Step
from gui.panels.search_panel import SearchPanel
from gui.theme import Theme
from gui.widgets.choosing_view import ChoosingListView
from gui.widgets.empty_state import EmptyState
from gui.widgets.labels import Label
from gui.widgets.search_field import SearchField
from storage.domain.ids import DocumentId
from storage.domain.search import DocumentHits, Passage, SearchFilter, SearchRequest, SearchResult, Span
from storage.library import Library
from tests.gui.conftest import OTHER_TEXT, add_document, part_of, payload


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> SearchPanel:
    panel = SearchPanel()
    panel.set_theme(theme)
    panel.resize(820, 214)
    qtbot.addWidget(panel)
    panel.show()
    return panel


@pytest.fixture
def result(filled: Library, tmp_path: Path) -> SearchResult:
    add_document(filled, tmp_path / "greetings.txt", OTHER_TEXT)
    return filled.search(SearchRequest("communist"))


def sentences(panel: SearchPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(Label)]


def test_the_model_passes_the_tester(qtbot: QtBot, result: SearchResult) -> None:
    model = PassageModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    pages = [replace(result, hits=result.hits[:1]), replace(result, hits=result.hits[1:])]
    wanted = []
    model.more_wanted.connect(wanted.append)
    model.set_result(pages[0])
    model.fetchMore(QModelIndex())
    assert wanted == [1]
    assert not model.canFetchMore(QModelIndex())
    model.add_result(pages[1], 1, 1)
    model.add_result(pages[1], 1, 1)
    assert not model.canFetchMore(QModelIndex())
    rows = [model.index(row) for row in range(model.rowCount())]
    assert [row.data() for row in rows if row.data(HEADING_ROLE)] == [hits.title for hits in result.hits]
    assert rows[0].data(FOUND_ROLE) is None
    assert not rows[0].flags() & Qt.ItemFlag.ItemIsSelectable


def test_hits_in_the_same_words_share_a_row(result: SearchResult) -> None:
    model = PassageModel()
    model.set_result(result)
    rows = [model.index(row) for row in range(model.rowCount())]
    hits = next(hits for hits in result.hits if len({each.snippet_start for each in hits.passages}) == 1)
    at = next(number for number, row in enumerate(rows) if row.data() == hits.title)
    assert len(hits.passages) == 2
    assert rows[at + 1].data(DETAIL_ROLE) == "2 passages"
    assert len(rows[at + 1].data(HIGHLIGHTS_ROLE)) == 2
    walked = [model.step(at, +1)]
    for _ in range(2):
        assert walked[-1] is not None
        model.make_current(walked[-1])
        walked.append(model.step(walked[-1].row, +1))
    assert walked[:2] == [Step(at + 1, 0), Step(at + 1, 1)]
    assert walked[2] is not None
    assert walked[2].row != at + 1


def test_hits_further_apart_than_a_row_is_wide_have_rows_of_their_own() -> None:
    snippet = "政党" + "的" * 60 + "政党" + "党" * 5
    spans = (Span(0, 2), Span(62, 64))
    passages = tuple(Passage(10 + span.start, 10 + span.end, snippet, 10, spans) for span in spans)
    model = PassageModel()
    model.set_result(SearchResult("政党", "", 1, 2, (DocumentHits(DocumentId(1), "One", 1.0, passages),)))
    rows = [model.index(row) for row in range(model.rowCount())]
    assert [row.data(FOUND_ROLE) and row.data(FOUND_ROLE).passage for row in rows] == [None, *passages]


def test_passages_are_counted_and_told(qtbot: QtBot, panel: SearchPanel, result: SearchResult) -> None:
    panel.show_result(result)
    assert f"{result.total_passages} passages in 2 documents" in sentences(panel)
    assert any(text.startswith("read as: ") and text.endswith(" ms") for text in sentences(panel))
    view = part_of(panel, ChoosingListView)
    told = []
    panel.passage_chosen.connect(told.append)
    for row in (0, 1):
        qtbot.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(row, 0)).center()
        )
    assert [(found.hits, found.passage) for found in told] == [(result.hits[0], result.hits[0].passages[0])]


def test_hits_are_walked_across_documents_and_around(qtbot: QtBot, panel: SearchPanel, result: SearchResult) -> None:
    panel.show_result(result)
    told = []
    panel.passage_chosen.connect(told.append)
    for _ in range(result.total_passages + 1):
        panel.next_hit()
    panel.previous_hit()
    places = [(hits.document, passage.start) for hits in result.hits for passage in hits.passages]
    walked = [(found.hits.document, found.passage.start) for found in told]
    assert walked == [*places, places[0], places[-1]]


def test_walking_without_passages_does_nothing(panel: SearchPanel) -> None:
    panel.next_hit()
    panel.previous_hit()


def test_nothing_found_says_so_and_offers_another_spelling(qtbot: QtBot, panel: SearchPanel) -> None:
    panel.show_result(
        SearchResult("comunist", "word comunist", 0, 0, (), suggestion="communist", remark="Read as words.")
    )
    empty = part_of(panel, EmptyState)
    assert empty.sentence.startswith("Nothing found for “comunist”.")
    assert "Read as words." in sentences(panel)
    assert empty.button.text() == "Did you mean “communist”?"
    with qtbot.waitSignal(panel.suggestion_chosen) as told:
        qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    assert payload(told) == "communist"


def test_where_filters_leave_nothing_they_can_be_taken_away(qtbot: QtBot, panel: SearchPanel) -> None:
    panel.filters.set_years(1949, 1950)
    panel.show_result(SearchResult("peace", "word peace", 0, 0, ()))
    empty = part_of(panel, EmptyState)
    assert empty.sentence == "Nothing found for “peace” with these filters."
    with qtbot.waitSignal(panel.filter_changed) as told:
        qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    assert payload(told) == SearchFilter()


def test_what_was_read_is_said_in_full_on_demand(qtbot: QtBot, panel: SearchPanel, result: SearchResult) -> None:
    panel.show_result(replace(result, read_as="“peace” or a form of it"))
    explanation = next(label for label in panel.findChildren(Label) if label.text().startswith("Read as"))
    assert not explanation.isVisible()
    explain = next(button for button in panel.findChildren(QPushButton) if button.text() == "Explain")
    qtbot.mouseClick(explain, Qt.MouseButton.LeftButton)
    assert explanation.isVisible()
    assert explanation.text() == "Read as: “peace” or a form of it"


def test_a_document_found_by_its_description_can_be_chosen(qtbot: QtBot, panel: SearchPanel) -> None:
    panel.show_result(SearchResult("tag:a", "tag a", 1, 0, (DocumentHits(DocumentId(7), "Seven", 1.0, ()),)))
    with qtbot.waitSignal(panel.passage_chosen) as told:
        panel.next_hit()
    assert payload(told).hits.document == 7
    assert payload(told).passage is None


def test_failure_and_clearing_are_said_in_words(panel: SearchPanel) -> None:
    panel.show_failure("The index is being made anew.")
    assert part_of(panel, EmptyState).sentence == "The index is being made anew."
    panel.clear()
    assert part_of(panel, EmptyState).sentence == "Type words in the field above."


def test_the_field_tells_what_is_typed_entered_and_left(qtbot: QtBot, theme: Theme) -> None:
    field = SearchField()
    field.set_theme(theme)
    qtbot.addWidget(field)
    field.show()
    told = []
    field.query_changed.connect(told.append)
    field.query_entered.connect(lambda query: told.append(f"entered {query}"))
    qtbot.keyClicks(field, "ab")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(field.left):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert told == ["a", "ab", "entered ab", ""]
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
