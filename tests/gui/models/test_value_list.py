from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from gui.models.value_list import VALUE_ROLE, ValueListModel

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def key(value: tuple[int, str]) -> int:
    return value[0]


def text(value: tuple[int, str]) -> str:
    return value[1]


VALUES = st.lists(st.tuples(st.integers(0, 9), st.sampled_from(["Été", "winter", "spring"])), unique_by=key)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(VALUES, VALUES, st.sampled_from(["", "ete", "r"]))
def test_rows_are_those_set_last_and_the_tester_agrees(qapp, before, after, words) -> None:
    model: ValueListModel[tuple[int, str]] = ValueListModel(key, text)
    tester = QAbstractItemModelTester(model, FATAL)
    model.set_values(before)
    model.set_filter(words)
    model.set_values(after)
    wanted = [value for value in after if words in value[1].casefold().replace("é", "e")]
    assert [model.index(row).data(VALUE_ROLE) for row in range(model.rowCount())] == wanted
    assert list(model.values()) == wanted
    tester.deleteLater()


def test_rows_around_a_change_stay(qtbot: QtBot) -> None:
    model: ValueListModel[tuple[int, str]] = ValueListModel(key, text)
    model.set_values([(1, "a"), (2, "b"), (3, "c")])
    changed = []
    model.dataChanged.connect(lambda index: changed.append(index.row()))
    with qtbot.waitSignal(model.rowsRemoved) as removed, qtbot.assertNotEmitted(model.rowsInserted):
        model.set_values([(1, "a"), (3, "new")])
    assert removed.args is not None
    assert removed.args[1:] == [1, 1]
    assert changed == [1]
    assert model.find(3) == (3, "new")
    assert model.index_of(7) == QModelIndex()
