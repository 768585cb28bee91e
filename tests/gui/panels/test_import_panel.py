"""The panel that follows an import: what it says, and what the reader can ask of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTabBar,
    QTableView,
)
from pytestqt.qtbot import QtBot

from gui.models.outcome_model import OutcomeColumn
from gui.panels.import_panel import ImportPanel, outcome_in_words
from gui.theme import Theme
from gui.widgets.empty_state import EmptyState
from storage.domain.ids import DocumentId
from storage.domain.importing import FileOutcome, ImportProgress, ImportStatus
from tests.gui.conftest import part_of, payload

FAILED = FileOutcome("/papers/中国 bad.pdf", ImportStatus.FAILED, reason="bad.pdf is damaged.")
OTHER = FileOutcome("/papers/worse.pdf", ImportStatus.FAILED, reason="worse.pdf is damaged.")
SCAN = FileOutcome("/papers/scan.pdf", ImportStatus.IMPORTED, DocumentId(7), "It has no text, only pictures.")


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> ImportPanel:
    panel = ImportPanel()
    panel.set_theme(theme)
    panel.resize(690, 260)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def button(panel: ImportPanel, words: str) -> QAbstractButton:
    return next(one for one in panel.findChildren(QAbstractButton) if one.text() == words and one.isVisible())


def visible_words(panel: ImportPanel) -> str:
    return " ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def tabs(panel: ImportPanel) -> list[str]:
    bar = part_of(panel, QTabBar)
    return [bar.tabText(place) for place in range(bar.count()) if bar.isTabVisible(place)]


def progress(*outcomes: FileOutcome) -> ImportProgress:
    return ImportProgress(2340, 10690, 41_000_000, 188_000_000, 8.0, "/papers/now.html", outcomes)


def choose(qtbot: QtBot, panel: ImportPanel, row: int) -> None:
    view = part_of(panel, QTableView)
    place = view.visualRect(view.model().index(row, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_before_the_first_import_it_offers_one(qtbot: QtBot, panel: ImportPanel) -> None:
    assert [state.isVisible() for state in panel.findChildren(EmptyState)].count(True) == 1
    with qtbot.waitSignal(panel.import_requested):
        qtbot.mouseClick(button(panel, "Import files…"), Qt.MouseButton.LeftButton)


def test_while_it_runs_it_says_how_far_and_how_fast(qtbot: QtBot, panel: ImportPanel) -> None:
    panel.begin()
    panel.take(progress())
    said = visible_words(panel)
    assert "Importing: 2,340 of 10,690 files" in said
    assert "41.0 of 188 MB" in said
    assert "now.html" in said
    assert "Every file so far came in." in said
    with qtbot.waitSignal(panel.pause_requested) as told:
        qtbot.mouseClick(button(panel, "Pause"), Qt.MouseButton.LeftButton)
    assert payload(told) is True
    panel.show_paused(True)
    assert "Paused" in visible_words(panel)
    with qtbot.waitSignal(panel.pause_requested) as told:
        qtbot.mouseClick(button(panel, "Go on"), Qt.MouseButton.LeftButton)
    assert payload(told) is False
    with qtbot.waitSignal(panel.cancel_requested):
        qtbot.mouseClick(button(panel, "Cancel the import"), Qt.MouseButton.LeftButton)


def test_what_was_not_imported_stays_with_its_reason(qtbot: QtBot, panel: ImportPanel) -> None:
    panel.begin()
    panel.take(progress(FAILED, OTHER, SCAN))
    panel.end("Import finished: 1 file imported, 2 could not be read.")
    assert tabs(panel) == ["Could not be read · 2", "Imported, with a remark · 1"]
    choose(qtbot, panel, 0)
    assert "bad.pdf is damaged." in visible_words(panel)
    with qtbot.waitSignal(panel.folder_requested) as told:
        qtbot.mouseClick(button(panel, "Open folder"), Qt.MouseButton.LeftButton)
    assert payload(told) == FAILED.path
    with qtbot.waitSignal(panel.again_requested) as told:
        qtbot.mouseClick(button(panel, "Try again"), Qt.MouseButton.LeftButton)
    assert payload(told) == (FAILED.path,)
    with qtbot.waitSignal(panel.again_requested) as told:
        qtbot.mouseClick(button(panel, "Try all failed again"), Qt.MouseButton.LeftButton)
    assert payload(told) == (FAILED.path, OTHER.path)


def test_the_keys_do_what_the_buttons_do(qtbot: QtBot, panel: ImportPanel) -> None:
    panel.begin()
    panel.take(progress(FAILED, OTHER))
    panel.end("Import finished.")
    view = part_of(panel, QTableView)
    view.setFocus()
    view.selectRow(1)
    with qtbot.waitSignal(panel.again_requested) as told:
        qtbot.keyClick(view, Qt.Key.Key_F5)
    assert payload(told) == (OTHER.path,)
    with qtbot.waitSignal(panel.folder_requested) as told:
        qtbot.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert payload(told) == OTHER.path


def test_a_remark_leads_to_its_document(qtbot: QtBot, panel: ImportPanel) -> None:
    panel.begin()
    panel.take(progress(SCAN))
    panel.end("Import finished.")
    choose(qtbot, panel, 0)
    with qtbot.waitSignal(panel.document_chosen) as told:
        qtbot.mouseClick(button(panel, "Go to the document"), Qt.MouseButton.LeftButton)
    assert payload(told) == SCAN.document


def test_a_second_try_takes_its_file_from_the_list(panel: ImportPanel) -> None:
    panel.begin()
    panel.take(progress(FAILED, OTHER))
    panel.end("Import finished.")
    panel.begin(again=True)
    panel.take(progress(FileOutcome(FAILED.path, ImportStatus.IMPORTED, DocumentId(1))))
    assert tabs(panel) == ["Could not be read · 1"]
    panel.take(progress(FileOutcome(OTHER.path, ImportStatus.IMPORTED, DocumentId(2))))
    panel.end("Import finished.")
    assert tabs(panel) == []
    assert "No file needs a word." in visible_words(panel)


def test_the_end_is_said_in_words() -> None:
    counts = {ImportStatus.IMPORTED: 1200, ImportStatus.DUPLICATE: 1, ImportStatus.FAILED: 2}
    assert outcome_in_words(counts) == "1,200 files imported, 1 held already, 2 could not be read."
    assert outcome_in_words({}) == "0 files imported."


def test_a_reason_is_cut_at_its_end_and_a_name_in_its_middle(panel: ImportPanel) -> None:
    view = part_of(panel, QTableView)
    assert view.textElideMode() is Qt.TextElideMode.ElideMiddle
    panel.begin()
    panel.take(progress(FAILED))
    option = QStyleOptionViewItem()
    option.textElideMode = view.textElideMode()
    delegate = view.itemDelegateForColumn(OutcomeColumn.REASON)
    assert isinstance(delegate, QStyledItemDelegate)
    delegate.initStyleOption(option, view.model().index(0, OutcomeColumn.REASON))
    assert option.textElideMode is Qt.TextElideMode.ElideRight


def test_how_an_import_ended_is_said_in_full_in_a_narrow_panel(panel: ImportPanel) -> None:
    panel.begin()
    panel.take(progress(FAILED))
    panel.end("Import finished: 0 files imported, 1 held already, 1 could not be read.")
    panel.resize(480, 260)
    QApplication.processEvents()
    said = next(label for label in panel.findChildren(QLabel) if label.text().startswith("Import finished"))
    assert said.height() >= said.heightForWidth(said.width()) > 1.5 * said.fontMetrics().height()


def test_what_asks_further_says_so_by_its_dots(panel: ImportPanel) -> None:
    panel.begin()
    panel.take(progress(FAILED))
    panel.end("Import finished.")
    assert button(panel, "Save log…").isVisible()
