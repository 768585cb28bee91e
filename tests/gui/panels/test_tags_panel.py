from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit, QTreeView
from pytestqt.qtbot import QtBot

from gui.models.codebook_dragging import CodeMerging, CodePlacing, DraggableCodebookModel
from gui.models.codebook_model import COUNTS_ROLE
from gui.panels.tags_panel import TagsPanel
from gui.theme import Theme
from gui.widgets.code_menu import CodeAction, CodeWish
from storage.domain.codebook import Code, CodeCount
from storage.edits import AddAnnotations
from storage.library import Library
from tests.gui.conftest import part_of, payload

TREE = tuple(
    CodeCount(Code(name, parent, position), 3, 2, 1)
    for position, (name, parent) in enumerate(
        (("contact", ""), ("visits", "contact"), ("letters", "contact"), ("state visits", "visits"), ("figures", ""))
    )
)


def model_of(tree: tuple[CodeCount, ...] = TREE) -> DraggableCodebookModel:
    model = DraggableCodebookModel()
    model.set_codebook(tree)
    return model


def dragged(model: DraggableCodebookModel, *names: str) -> QMimeData:
    return model.mimeData([model.index_of(name) for name in names])


def test_a_tag_is_chosen_from_the_tree(qtbot: QtBot, theme: Theme, filled: Library) -> None:
    panel = TagsPanel()
    panel.set_theme(theme)
    qtbot.addWidget(panel)
    panel.resize(272, 400)
    panel.show()
    view = part_of(panel, QTreeView)
    assert not view.isVisible()
    document = filled.documents()[0].id
    marks = (filled.new_annotation(document, place, place + 4, tags=("figures",)) for place in (0, 5))
    ruling = filled.new_annotation(document, 10, 14, tags=("ruling party",))
    filled.apply(AddAnnotations((*marks, ruling)))
    panel.set_library(filled)
    QAbstractItemModelTester(view.model(), QAbstractItemModelTester.FailureReportingMode.Fatal, panel)
    assert view.model().index(0, 0).data(COUNTS_ROLE) == "1 · 2"
    with qtbot.waitSignal(panel.tag_chosen) as told:
        place = view.visualRect(view.model().index(1, 0)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert payload(told) == "ruling party"
    field = part_of(panel, QLineEdit)
    qtbot.keyClicks(field, "fig")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert view.model().rowCount() == 1


def test_the_model_is_sound_and_shows_the_path_to_what_a_filter_finds() -> None:
    model = model_of()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.set_filter("STATE")
    assert [index.data() for index in model.all_rows()] == ["contact", "visits", "state visits"]
    model.set_filter("")
    assert [index.data() for index in model.all_rows()] == ["contact", "visits", "state visits", "letters", "figures"]


def test_a_code_whose_parent_is_missing_or_below_it_is_still_shown() -> None:
    counts = [CodeCount(Code(name, parent), 0, 0, 0) for name, parent in (("a", "gone"), ("b", ""))]
    assert [index.data() for index in model_of(tuple(counts)).all_rows()] == ["a", "b"]


def test_drops_mean_placing_and_with_ctrl_merging(qtbot: QtBot) -> None:
    model = model_of()
    move, copy = Qt.DropAction.MoveAction, Qt.DropAction.CopyAction
    figures, contact = model.index_of("figures"), model.index_of("contact")
    with qtbot.waitSignal(model.placing_requested) as told:
        model.dropMimeData(dragged(model, "letters", "visits"), move, -1, 0, figures)
    assert payload(told) == CodePlacing(("letters", "visits"), "figures")
    with qtbot.waitSignal(model.placing_requested) as told:
        model.dropMimeData(dragged(model, "letters"), move, 0, 0, contact)
    assert payload(told) == CodePlacing(("letters",), "contact", "visits")
    with qtbot.waitSignal(model.placing_requested) as told:
        model.dropMimeData(dragged(model, "letters"), move, 2, 0, QModelIndex())
    assert payload(told) == CodePlacing(("letters",), "")
    with qtbot.waitSignal(model.merging_requested) as told:
        model.dropMimeData(dragged(model, "letters"), copy, -1, 0, figures)
    assert payload(told) == CodeMerging(("letters",), "figures")
    for parent in ("contact", "visits", "state visits"):
        assert not model.canDropMimeData(dragged(model, "contact"), move, -1, 0, model.index_of(parent))


def test_keys_move_a_code_about() -> None:
    model = model_of()
    assert model.step("letters", -1) == CodePlacing(("letters",), "contact", "visits")
    assert model.step("visits", +1) == CodePlacing(("visits",), "contact", None)
    assert model.step("letters", +1) is None
    assert model.step_in("letters") == CodePlacing(("letters",), "visits")
    assert model.step_in("visits") is None
    assert model.step_out("letters") == CodePlacing(("letters",), "", "figures")
    assert model.step_out("figures") is None


def test_the_menu_tells_what_is_wished_of_the_codes_chosen(qtbot: QtBot, theme: Theme, filled: Library) -> None:
    for name in ("contact", "figures"):
        filled.apply(filled.adding_code(Code(name)))
    panel = TagsPanel()
    panel.set_theme(theme)
    qtbot.addWidget(panel)
    panel.set_library(filled)
    panel.show()
    view = part_of(panel, QTreeView)
    with qtbot.waitExposed(panel):
        view.setFocus()
    view.setCurrentIndex(view.model().index(1, 0))
    told: list[CodeWish] = []
    panel.code_wished.connect(told.append)
    qtbot.keyClick(view, Qt.Key.Key_F2)
    qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    view.selectAll()
    assert "Rename and describe…" not in [action.text() for action in panel.menu.build().actions()]
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert [(wish.action, [one.code.name for one in wish.codes]) for wish in told] == [
        (CodeAction.DESCRIBE, ["figures"]),
        (CodeAction.UP, ["figures"]),
        (CodeAction.DELETE, ["figures", "contact"]),
    ]
