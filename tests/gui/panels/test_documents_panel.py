from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from gui.models.document_model import CAUTION_ROLE, DETAIL_ROLE, DocumentModel
from gui.panels.documents_panel import DocumentsPanel, Narrowing
from gui.theme import Theme
from gui.widgets.chip import Chip
from gui.widgets.choosing_view import ChoosingListView
from gui.widgets.empty_state import EmptyState
from storage.domain.changes import Changes
from storage.domain.document import DocumentState
from storage.domain.ids import DocumentId, EntityId
from storage.edits import AddAnnotations, DescribeDocument, TrashDocuments
from storage.library import Library
from tests.gui.conftest import OTHER_TEXT, add_document, part_of, payload
from tests.gui.documents_for_tests import document_row


@pytest.fixture
def two(filled: Library, tmp_path: Path) -> Library:
    add_document(filled, tmp_path / "greetings.txt", OTHER_TEXT)
    return filled


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> DocumentsPanel:
    panel = DocumentsPanel()
    panel.set_theme(theme)
    panel.resize(272, 600)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def view_of(panel: DocumentsPanel) -> ChoosingListView:
    return part_of(panel, ChoosingListView)


def click_row(qtbot: QtBot, panel: DocumentsPanel, row: int) -> None:
    view = view_of(panel)
    place = view.visualRect(view.model().index(row, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_rows_say_what_a_document_is(qtbot: QtBot) -> None:
    model = DocumentModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.set_documents([document_row(1), document_row(2, state=DocumentState.NO_TEXT, date="")], {DocumentId(1): 1200})
    first, second = model.index(0), model.index(1)
    assert first.data(DETAIL_ROLE) == "official organ · October 2007 · 1,200 marks"
    assert (second.data(DETAIL_ROLE), second.data(CAUTION_ROLE)) == ("official organ", "no text")
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Document 1. official organ")


def test_a_chosen_document_is_told_and_an_open_one_only_shown(
    qtbot: QtBot, panel: DocumentsPanel, two: Library
) -> None:
    first, second = (document.id for document in two.documents())
    panel.set_library(two)
    told = []
    panel.document_chosen.connect(told.append)
    click_row(qtbot, panel, 1)
    panel.show_current(first)
    assert told == [second]
    assert view_of(panel).currentIndex().row() == 0


def test_actions_ask_for_correction_and_the_trash(qtbot: QtBot, panel: DocumentsPanel, two: Library) -> None:
    panel.set_library(two)
    click_row(qtbot, panel, 0)
    describe, remove = view_of(panel).actions()
    with qtbot.waitSignal(panel.describe_requested) as told:
        describe.trigger()
    assert payload(told) == two.documents()[0].id
    with qtbot.waitSignal(panel.remove_requested) as told:
        remove.trigger()
    assert payload(told) == two.documents()[0].id


def read(panel: DocumentsPanel) -> None:
    reading = panel.reading()
    assert reading is not None
    reading.show(reading.ask())


def test_a_chip_says_what_narrows_and_takes_it_away(qtbot: QtBot, panel: DocumentsPanel, two: Library) -> None:
    panel.set_library(two)
    panel.reading_wanted.connect(lambda: read(panel))
    panel.narrow("North Korea", Narrowing(frozenset({EntityId("country:KP")})))
    assert view_of(panel).model().rowCount() == 1
    chip = part_of(panel, Chip)
    assert chip.text() == "North Korea"
    with qtbot.waitSignal(panel.narrowing_cleared):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert not chip.isVisible()
    assert view_of(panel).model().rowCount() == 2
    panel.narrow("tag: none", Narrowing(tag="none"))
    assert visible_sentences(panel) == ["No document mentions this."]


def visible_sentences(panel: DocumentsPanel) -> list[str]:
    return [state.sentence for state in panel.findChildren(EmptyState) if state.isVisible()]


def test_empty_lists_say_why(qtbot: QtBot, panel: DocumentsPanel, two: Library) -> None:
    button = next(button for button in panel.findChildren(QPushButton) if button.isVisible())
    with qtbot.waitSignal(panel.import_requested):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    panel.set_library(two)
    field = part_of(panel, QLineEdit)
    qtbot.keyClicks(field, "absent")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert visible_sentences(panel) == ["No title holds these words."]


def test_a_refresh_keeps_the_chosen_row_and_counts_marks(qtbot: QtBot, panel: DocumentsPanel, two: Library) -> None:
    panel.set_library(two)
    click_row(qtbot, panel, 1)
    chosen = two.documents()[1]
    two.apply(DescribeDocument(chosen.id, replace(chosen.description, title="Renamed")))
    two.apply(AddAnnotations((two.new_annotation(chosen.id, 0, 9),)))
    with qtbot.assertNotEmitted(panel.document_chosen):
        panel.refresh()
    current = view_of(panel).currentIndex()
    assert current.data() == "Renamed"
    assert "1 mark" in current.data(DETAIL_ROLE)


def test_documents_without_text_can_be_shown_alone(qtbot: QtBot) -> None:
    model = DocumentModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.set_documents([document_row(1), document_row(2, state=DocumentState.NO_TEXT), document_row(3)], {})
    assert model.without_text == 1
    model.show_only_without_text(True)
    assert [one.id for one in model.values()] == [2]
    model.merge([document_row(4, state=DocumentState.NO_TEXT), document_row(5)], {DocumentId(1)}, {})
    assert [one.id for one in model.values()] == [2, 4]
    model.show_only_without_text(False)
    assert [one.id for one in model.values()] == [2, 3, 4, 5]


def test_a_reading_shows_what_came_changed_and_went(
    qtbot: QtBot, panel: DocumentsPanel, two: Library, tmp_path: Path
) -> None:
    panel.set_library(two)
    first, second = two.documents()
    two.apply(DescribeDocument(first.id, replace(first.description, title="Renamed")))
    two.apply(TrashDocuments((second.id,)))
    add_document(two, tmp_path / "third.txt", "Third\n\nWords of the third.")
    panel.take_changes(Changes(documents=frozenset({first.id, second.id, DocumentId(3)})))
    reading = panel.reading()
    assert reading is not None
    reading.show(reading.ask())
    model = view_of(panel).model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Renamed", "Third"]


def test_a_narrowed_list_reads_only_what_was_touched(
    qtbot: QtBot, panel: DocumentsPanel, two: Library, tmp_path: Path
) -> None:
    panel.set_library(two)
    korea, greetings = two.documents()
    panel.narrow("North Korea", Narrowing(frozenset({EntityId("country:KP")})))
    read(panel)
    assert panel.reading() is None
    add_document(two, tmp_path / "third.txt", "Third\n\nA delegation of North Korea came.")
    add_document(two, tmp_path / "fourth.txt", "Fourth\n\nNobody came.")
    third, fourth = (document.id for document in two.documents()[2:])
    two.apply(AddAnnotations((two.new_annotation(korea.id, 0, 9), two.new_annotation(greetings.id, 0, 9))))
    panel.take_changes(Changes(documents=frozenset({third, fourth})))
    panel.take_changes(Changes(annotated_documents=frozenset({korea.id, greetings.id})))
    with qtbot.assert_not_emitted(view_of(panel).model().rowsRemoved):
        read(panel)
    rows = [view_of(panel).model().index(row, 0) for row in range(view_of(panel).model().rowCount())]
    assert [row.data() for row in rows] == [korea.title, "Third"]
    assert ["1 mark" in row.data(DETAIL_ROLE) for row in rows] == [True, False]
    two.apply(TrashDocuments((korea.id,)))
    panel.take_changes(Changes(documents=frozenset({korea.id})))
    read(panel)
    assert [document.title for document in two.documents() if document.id == panel.first] == ["Third"]


def test_a_list_narrowed_to_a_row_of_the_tree_is_read_anew_when_the_tree_is_another(
    panel: DocumentsPanel, two: Library
) -> None:
    panel.set_library(two)
    changed = Changes(schemes=True)
    panel.take_changes(changed)
    assert panel.reading() is None
    panel.narrow("North Korea", Narrowing(frozenset({EntityId("country:KP")})))
    read(panel)
    panel.take_changes(changed)
    assert panel.reading() is not None


def test_a_list_narrowed_to_a_code_is_read_anew_when_the_codebook_is_another(
    panel: DocumentsPanel, two: Library
) -> None:
    panel.set_library(two)
    panel.narrow("tag: visits", Narrowing(tag="visits"))
    read(panel)
    panel.take_changes(Changes(tags=True))
    assert panel.reading() is not None


def test_a_panel_for_narrowed_lists_reads_nothing_else(qtbot: QtBot, theme: Theme, two: Library) -> None:
    panel = DocumentsPanel(always_narrowed=True)
    qtbot.addWidget(panel)
    panel.reading_wanted.connect(lambda: read(panel))
    panel.set_library(two)
    assert panel.first is None
    assert panel.reading() is None
    panel.narrow("Korea", Narrowing(entities=frozenset({EntityId("country:KP")})))
    assert panel.first == two.documents()[0].id
    panel.clear_narrowing()
    assert panel.first is None


def test_a_list_that_is_read_later_says_nothing_untrue_until_then(
    qtbot: QtBot, panel: DocumentsPanel, two: Library
) -> None:
    panel.set_library(None)
    empty = panel.findChildren(EmptyState)
    assert any(state.isVisible() for state in empty)
    with qtbot.wait_signal(panel.reading_wanted):
        panel.set_library(two, at_once=False)
    assert panel.first is None
    assert not any(state.isVisible() for state in empty)
    reading = panel.reading()
    assert reading is not None
    reading.show(reading.ask())
    assert view_of(panel).model().rowCount() == 2
