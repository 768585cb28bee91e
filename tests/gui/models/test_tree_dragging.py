"""What a drag in the tree means, and that the tree itself moves nothing."""

from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from gui.models.tree_dragging import UNPLACED, DraggableTreeModel, PlaceWish
from gui.models.tree_model import NODE_ROLE, TreeOrder, TreeWish
from storage.domain.ids import EntityId
from storage.library import Library
from tests.gui.conftest import payload
from tests.gui.models.test_tree_model import FATAL, child, names

CHINA, KOREA = EntityId("country:CN"), EntityId("country:KP")
MOVE = Qt.DropAction.MoveAction


def dropped(qtbot: QtBot, model: DraggableTreeModel, data: QMimeData, row: int, parent: QModelIndex) -> PlaceWish:
    assert model.canDropMimeData(data, MOVE, row, 0, parent)
    before = names(model), names(model, parent)
    with qtbot.waitSignal(model.placing_requested) as told:
        assert not model.dropMimeData(data, MOVE, row, 0, parent)
    assert (names(model), names(model, parent)) == before
    return payload(told)


def test_a_country_dropped_on_a_region_is_wished_there(filled: Library, qtbot: QtBot) -> None:
    model = DraggableTreeModel(filled)
    china = child(model, "China", child(model, "Asia"))
    data = model.mimeData([china])
    africa = child(model, "Africa")
    assert dropped(qtbot, model, data, -1, africa) == PlaceWish((CHINA,), africa.data(NODE_ROLE).id)
    QAbstractItemModelTester(model, FATAL, model)


def test_between_rows_is_before_the_one_below(filled: Library, qtbot: QtBot) -> None:
    model = DraggableTreeModel(filled)
    asia = child(model, "Asia")
    data = model.mimeData([child(model, "China", asia)])
    wish = dropped(qtbot, model, data, 0, asia)
    assert wish.before == KOREA
    top = dropped(qtbot, model, model.mimeData([child(model, "Latin America")]), 0, QModelIndex())
    assert (top.region, top.before) == (None, asia.data(NODE_ROLE).id)


def test_what_makes_no_sense_cannot_be_dropped(filled: Library, qtbot: QtBot) -> None:
    model = DraggableTreeModel(filled)
    asia = child(model, "Asia")
    china = child(model, "China", asia)
    party = child(model, "Communist Party of China", china)
    country, region = model.mimeData([china]), model.mimeData([asia])
    assert not model.canDropMimeData(country, MOVE, 0, 0, QModelIndex())
    assert not model.canDropMimeData(region, MOVE, -1, 0, asia)
    assert not model.canDropMimeData(country, MOVE, -1, 0, party)
    assert not model.canDropMimeData(QMimeData(), MOVE, -1, 0, asia)
    with qtbot.assertNotEmitted(model.placing_requested):
        assert not model.dropMimeData(country, MOVE, 0, 0, QModelIndex())
    assert not model.flags(party) & Qt.ItemFlag.ItemIsDragEnabled
    assert model.flags(china) & Qt.ItemFlag.ItemIsDragEnabled
    assert not model.flags(china) & Qt.ItemFlag.ItemIsDropEnabled


def test_what_has_no_place_stands_in_a_row_of_its_own(filled: Library, qtbot: QtBot) -> None:
    edit = filled.new_scheme("Mine")
    filled.apply(edit)
    model = DraggableTreeModel(filled)
    model.set_scheme(edit.schemes[0].id)
    unplaced = child(model, "Without a place")
    assert "China" in names(model, unplaced)
    assert unplaced.data(NODE_ROLE).id == UNPLACED
    region = filled.adding_region(model.source.wish.scheme, "Far away")
    filled.apply(region)
    model.refresh()
    assert names(model)[0] == "Far away"
    china = child(model, "China", unplaced)
    wish = dropped(qtbot, model, model.mimeData([china]), -1, child(model, "Far away"))
    filled.apply(filled.placing_last(model.source.wish.scheme, wish.members, wish.region))
    QAbstractItemModelTester(model, FATAL, model)
    model.refresh()
    assert names(model, child(model, "Far away")) == ["China"]
    assert "China" not in names(model, unplaced)


def test_rows_move_past_each_other_and_stay_chosen(filled: Library, qtbot: QtBot) -> None:
    model = DraggableTreeModel(filled)
    QAbstractItemModelTester(model, FATAL, model)
    asia = child(model, "Asia")
    china = child(model, "China", asia)
    assert names(model, asia) == ["North Korea", "China"]
    assert model.step_beside(CHINA, +1) is None
    wish = model.step_beside(CHINA, -1)
    assert wish is not None
    assert wish.before == KOREA
    assert model.index_of(CHINA) == china
    filled.apply(filled.placing_before(model.source.wish.scheme, wish.members, wish.region, KOREA))
    with qtbot.waitSignal(model.rowsMoved), qtbot.assertNotEmitted(model.rowsRemoved):
        model.refresh()
    assert names(model, asia) == ["China", "North Korea"]


def test_rows_that_no_text_mentions_are_shown_where_wished(filled: Library, qtbot: QtBot) -> None:
    model = DraggableTreeModel(filled)
    asia = child(model, "Asia")
    assert "Japan" not in names(model, asia)
    QAbstractItemModelTester(model, FATAL, model)
    model.set_with_empty(True)
    assert {"Japan", "China"} <= set(names(model, asia))
    model.set_filter("japan")
    assert names(model, child(model, "Asia")) == ["Japan"]
    model.set_filter("")
    model.set_with_empty(False)
    assert names(model, child(model, "Asia")) == ["North Korea", "China"]


def test_rows_sorted_otherwise_have_no_place_between_them(filled: Library, qtbot: QtBot) -> None:
    model = DraggableTreeModel(filled)
    child(model, "Asia")
    assert model.step_beside(CHINA, +1) is not None or model.step_beside(CHINA, -1) is not None
    model.set_wish(TreeWish(order=TreeOrder.NAME))
    asia = child(model, "Asia")
    data = model.mimeData([child(model, "China", asia)])
    assert not model.canDropMimeData(data, MOVE, 0, 0, asia)
    assert (model.step_beside(CHINA, +1), model.step_beside(CHINA, -1)) == (None, None)
    africa = child(model, "Africa")
    assert dropped(qtbot, model, data, -1, africa) == PlaceWish((CHINA,), africa.data(NODE_ROLE).id)
