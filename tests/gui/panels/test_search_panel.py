from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.models.passage_model import FOUND_ROLE, PassageModel
from gui.panels.search_panel import SearchPanel
from gui.theme import Theme
from gui.widgets.chip import Chip
from gui.widgets.choosing_view import ChoosingListView
from gui.widgets.empty_state import EmptyState
from gui.widgets.labels import Label
from gui.widgets.search_field import SearchField
from storage.domain.search import FacetCount, SearchRequest, SearchResult
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
    model.set_result(result)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    rows = [model.index(row) for row in range(model.rowCount())]
    assert len(rows) == result.total_passages + result.total_documents
    assert rows[0].data(FOUND_ROLE) is None
    assert not rows[0].flags() & Qt.ItemFlag.ItemIsSelectable


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
    panel.choose(*places[1])
    assert part_of(panel, ChoosingListView).currentIndex().data(FOUND_ROLE).passage.start == places[1][1]
    assert len(told) == len(walked)


def test_walking_without_passages_does_nothing(panel: SearchPanel) -> None:
    panel.next_hit()
    panel.previous_hit()


def test_facets_are_words_for_the_query(qtbot: QtBot, panel: SearchPanel) -> None:
    facets = (FacetCount("kind", "official organ", 9), FacetCount("lang", "en", 1200))
    panel.show_result(SearchResult("a", "a", 0, 0, (), facets))
    with qtbot.waitSignal(panel.facet_chosen) as told:
        qtbot.mouseClick(part_of(panel, Chip), Qt.MouseButton.LeftButton)
    assert payload(told) == "lang:en"
    assert [chip.accessibleName() for chip in panel.findChildren(Chip)] == ["lang: en 1,200", "kind: official organ 9"]


def test_nothing_found_says_so_and_offers_another_spelling(qtbot: QtBot, panel: SearchPanel) -> None:
    panel.show_result(
        SearchResult("comunist", "word comunist", 0, 0, (), suggestion="communist", remark="Read as words.")
    )
    assert part_of(panel, EmptyState).sentence.startswith("Nothing found for “comunist”.")
    assert "Read as words." in sentences(panel)
    button = next(button for button in panel.findChildren(QPushButton) if button.isVisible())
    assert button.text() == "Did you mean “communist”?"
    with qtbot.waitSignal(panel.suggestion_chosen) as told:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert payload(told) == "communist"


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
    field.add_word("lang:en")
    field.add_word("lang:en")
    with qtbot.assertNotEmitted(field.left):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert told == ["a", "ab", "entered ab", "entered ab lang:en", ""]
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
