from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton, QTreeView
from pytestqt.qtbot import QtBot

from gui.models.tree_model import NODE_ROLE
from gui.panels.tree_panel import TreePanel
from gui.theme import Theme
from gui.widgets.labels import Label
from storage.domain.ids import EntityId
from storage.library import Library
from tests.gui.conftest import OTHER_TEXT, add_document, part_of, payload


def bring_up_to_date(panel: TreePanel) -> None:
    """Read and show as the window does, without its thread."""
    reading = panel.reading()
    if reading is not None:
        reading.show(reading.ask())


def shown(qtbot: QtBot, library: Library | None, theme: Theme) -> TreePanel:
    panel = TreePanel(library)
    panel.set_theme(theme)
    panel.resize(272, 600)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def view_of(panel: TreePanel) -> QTreeView:
    return part_of(panel, QTreeView)


def click_row(qtbot: QtBot, view: QTreeView, *names: str) -> None:
    index = view.rootIndex()
    for name in names:
        view.expand(index)
        rows = [view.model().index(row, 0, index) for row in range(view.model().rowCount(index))]
        index = next(row for row in rows if row.data() == name)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())


def test_a_chosen_row_is_told_once(qtbot: QtBot, filled: Library, theme: Theme) -> None:
    panel = shown(qtbot, filled, theme)
    told = []
    panel.node_chosen.connect(told.append)
    click_row(qtbot, view_of(panel), "Asia", "China")
    assert [node.id for node in told] == [EntityId("country:CN")]


def test_an_empty_archive_says_what_to_do(qtbot: QtBot, library: Library, theme: Theme, tmp_path: Path) -> None:
    panel = shown(qtbot, library, theme)
    button = next(button for button in panel.findChildren(QPushButton) if button.isVisible())
    assert button.text() == "Import files…"
    with qtbot.waitSignal(panel.import_requested):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    add_document(library, tmp_path / "greetings.txt", OTHER_TEXT)
    bring_up_to_date(panel)
    assert view_of(panel).isVisible()


def test_filtering_opens_the_paths_and_clearing_restores(qtbot: QtBot, filled: Library, theme: Theme) -> None:
    panel = shown(qtbot, filled, theme)
    view = view_of(panel)
    click_row(qtbot, view, "Latin America", "Cuba")
    field = part_of(panel, QLineEdit)
    qtbot.keyClicks(field, "china")
    qtbot.waitUntil(lambda: view.model().rowCount() == 1)
    asia = view.model().index(0, 0)
    assert view.isExpanded(asia)
    assert view.visualRect(view.model().index(0, 0, asia)).isValid()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert view.model().rowCount() == 8
    latin = next(view.model().index(row, 0) for row in range(8) if view.model().index(row, 0).data() == "Latin America")
    assert view.isExpanded(latin)
    assert not view.isExpanded(view.model().index(0, 0))
    field.setText("nobody is called that")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert not view.isVisible()


def test_the_stepper_asks_for_mentions(qtbot: QtBot, filled: Library, theme: Theme) -> None:
    panel = shown(qtbot, filled, theme)
    arrows = {button.text(): button for button in panel.findChildren(QToolButton)}
    assert not arrows["›"].isVisible()
    panel.set_steps(3, 1061)
    assert "3 of 1,061" in [label.text() for label in panel.findChildren(Label)]
    steps = []
    panel.mention_step_requested.connect(steps.append)
    qtbot.mouseClick(arrows["›"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(arrows["‹"], Qt.MouseButton.LeftButton)
    assert steps == [1, -1]


def test_choosing_from_outside_says_nothing(qtbot: QtBot, filled: Library, theme: Theme) -> None:
    panel = shown(qtbot, filled, theme)
    with qtbot.assertNotEmitted(panel.node_chosen):
        panel.choose(EntityId("region:latam"))
    assert view_of(panel).currentIndex().data() == "Latin America"


def test_a_scheme_is_chosen_from_the_menu(qtbot: QtBot, filled: Library, theme: Theme) -> None:
    panel = shown(qtbot, filled, theme)
    button = next(button for button in panel.findChildren(QToolButton) if button.menu())
    other = next(action for action in button.menu().actions() if not action.isChecked())
    with qtbot.waitSignal(panel.scheme_chosen) as told:
        other.trigger()
    assert payload(told) == other.data()
    assert button.text().startswith(other.text())


def test_no_archive(qtbot: QtBot, theme: Theme) -> None:
    panel = shown(qtbot, None, theme)
    panel.set_library(None)
    bring_up_to_date(panel)
    assert not view_of(panel).isVisible()


def test_a_chosen_row_that_goes_leaves_the_other_one_chosen(qtbot: QtBot, filled: Library, theme: Theme) -> None:
    panel = shown(qtbot, filled, theme)
    view = view_of(panel)
    click_row(qtbot, view, "Asia", "North Korea")
    korea = view.currentIndex().data(NODE_ROLE).id
    click_row(qtbot, view, "Asia", "China")
    several, one = [], []
    panel.nodes_chosen.connect(several.append)
    panel.node_chosen.connect(one.append)
    above = view.currentIndex().parent()
    rows = [view.model().index(row, 0, above) for row in range(view.model().rowCount(above))]
    other = next(row for row in rows if row.data() == "North Korea")
    view.selectionModel().select(other, QItemSelectionModel.SelectionFlag.Select)
    assert {node.name for node in several[-1].nodes} == {"China", "North Korea"}
    filled.apply(filled.hiding(korea))
    bring_up_to_date(panel)
    assert [node.name for node in one] == ["China"]
    assert view.currentIndex().data() == "China"
