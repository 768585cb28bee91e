from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from gui.models.tag_model import COUNT_ROLE
from gui.panels.tags_panel import TagsPanel
from gui.theme import Theme
from gui.widgets.choosing_view import ChoosingListView
from storage.edits import AddAnnotations
from storage.library import Library
from tests.gui.conftest import part_of, payload


def test_a_tag_is_chosen_from_the_list(qtbot: QtBot, theme: Theme, filled: Library) -> None:
    panel = TagsPanel()
    panel.set_theme(theme)
    qtbot.addWidget(panel)
    panel.resize(272, 400)
    panel.show()
    view = part_of(panel, ChoosingListView)
    assert not view.isVisible()
    document = filled.documents()[0].id
    marks = (filled.new_annotation(document, place, place + 4, tags=("figures",)) for place in (0, 5))
    ruling = filled.new_annotation(document, 10, 14, tags=("ruling party",))
    filled.apply(AddAnnotations((*marks, ruling)))
    panel.set_library(filled)
    QAbstractItemModelTester(view.model(), QAbstractItemModelTester.FailureReportingMode.Fatal, panel)
    assert view.model().index(0, 0).data(COUNT_ROLE) == "2"
    with qtbot.waitSignal(panel.tag_chosen) as told:
        place = view.visualRect(view.model().index(1, 0)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert payload(told) == "ruling party"
    field = part_of(panel, QLineEdit)
    qtbot.keyClicks(field, "fig")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert view.model().rowCount() == 1
