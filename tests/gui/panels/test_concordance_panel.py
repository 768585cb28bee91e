"""The list of all hits: lines as they come, in every order, copied and stopped."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from gui.models.concordance_model import Column, ConcordanceModel
from gui.panels.concordance_panel import ConcordancePanel
from gui.tasks.searches import ListedLines
from gui.theme import Theme
from gui.widgets.concordance_view import ConcordanceView
from gui.widgets.labels import Label
from storage.domain.document import DateLayer, DocumentDate
from storage.domain.ids import DocumentId
from storage.domain.search import ConcordanceLine, ConcordanceOrder
from storage.text.concordance import Concordance
from tests.gui.conftest import part_of, payload


def lines(first: int, count: int) -> Concordance:
    dated = DocumentDate(DateLayer.WRITTEN, "1949~")
    return Concordance(
        ConcordanceLine(DocumentId(number), f"Title {number}", 5, 8, "before\nit ", "hit", " after", dated, 700_000)
        for number in range(first, first + count)
    )


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> ConcordancePanel:
    panel = ConcordancePanel()
    panel.set_theme(theme)
    panel.resize(900, 300)
    qtbot.add_widget(panel)
    panel.show()
    return panel


def state(panel: ConcordancePanel) -> str:
    return next(label.text() for label in panel.findChildren(Label) if "line" in label.text())


def test_the_model_passes_the_tester(qtbot: QtBot) -> None:
    model = ConcordanceModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.add_lines(lines(1, 3))
    model.add_lines(Concordance())
    model.add_lines(lines(4, 2))
    shown = [model.index(4, column).data() for column in Column]
    assert shown == ["Title 5", "about 1949", "before it", "hit", "after"]
    assert model.index(4, Column.DATE).data(Qt.ItemDataRole.ToolTipRole) == "written about 1949"


def test_a_date_of_a_day_is_not_cut(panel: ConcordancePanel) -> None:
    panel.begin(1)
    panel.take_lines(ListedLines(lines(1, 1), ended=True))
    view = part_of(panel, ConcordanceView)
    room = view.columnWidth(Column.DATE) - 22
    for month in ("September", "November"):
        assert view.fontMetrics().horizontalAdvance(f"28 {month} 1864") <= room


def test_lines_are_counted_while_they_come(panel: ConcordancePanel) -> None:
    panel.begin(1200)
    panel.take_lines(ListedLines(lines(1, 50)))
    assert state(panel) == "50 of 1,200 lines read…"
    panel.take_lines(ListedLines(lines(51, 1150), ended=True))
    assert state(panel) == "1,200 lines"
    assert not part_of(panel, QPushButton).isVisible()


def test_reading_can_be_stopped_and_what_is_there_stays(qtbot: QtBot, panel: ConcordancePanel) -> None:
    panel.begin(1200)
    panel.take_lines(ListedLines(lines(1, 50)))
    with qtbot.wait_signal(panel.stop_requested):
        qtbot.mouseClick(part_of(panel, QPushButton), Qt.MouseButton.LeftButton)
    assert state(panel) == "stopped after 50 of 1,200 lines"
    assert part_of(panel, ConcordanceView).model().rowCount() == 50


def test_another_order_sorts_what_is_there_or_reads_anew(qtbot: QtBot, panel: ConcordancePanel) -> None:
    orders = part_of(panel, QComboBox)

    def choose(order: ConcordanceOrder) -> None:
        orders.setCurrentIndex(orders.findData(order))
        orders.activated.emit(orders.currentIndex())

    panel.begin(80)
    panel.take_lines(ListedLines(lines(1, 50)))
    with qtbot.wait_signal(panel.reading_requested) as told:
        choose(ConcordanceOrder.DATE)
    assert payload(told) is ConcordanceOrder.DATE
    panel.take_lines(ListedLines(lines(51, 30), ended=True))
    with qtbot.wait_signal(panel.rearrangement_requested) as told:
        choose(ConcordanceOrder.LEFT)
    assert payload(told).order is ConcordanceOrder.LEFT
    assert list(payload(told).lines) == [*lines(1, 80)]
    panel.take_lines(ListedLines(lines(7, 80), is_whole=True, ended=True))
    assert part_of(panel, ConcordanceView).model().index(0, 0).data() == "Title 7"


def test_lines_are_chosen_by_click_and_copied_by_keys(qtbot: QtBot, panel: ConcordancePanel) -> None:
    panel.begin(3)
    panel.take_lines(ListedLines(lines(1, 3), ended=True))
    view = part_of(panel, ConcordanceView)
    with qtbot.wait_signal(panel.line_chosen) as told:
        place = view.visualRect(view.model().index(1, Column.HIT)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert payload(told) == lines(2, 1)[0]
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text().split("\n")
    assert copied == [f"Title {number}\tabout 1949\tbefore it\thit\tafter" for number in (2, 3)]


def test_walking_goes_around_a_whole_list_only(panel: ConcordancePanel) -> None:
    told: list[ConcordanceLine] = []
    panel.line_chosen.connect(told.append)
    panel.step(+1)
    panel.begin(3)
    panel.take_lines(ListedLines(lines(1, 2)))
    for _ in range(3):
        panel.step(+1)
    assert [line.document for line in told] == [1, 2]
    panel.take_lines(ListedLines(lines(3, 1), ended=True))
    for step in (+1, +1, -1):
        panel.step(step)
    assert [line.document for line in told] == [1, 2, 3, 1, 3]
