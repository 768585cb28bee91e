"""Lists of names and newer authority files are previewed, taken in by one edit, and taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView, QToolButton

from gui.dialogs.authority_plan import AuthorityPlanDialog
from gui.models.plan_model import PlanColumn
from storage.authority_edits import ChangeAuthority
from tests.gui.conftest import part_of
from tests.gui.main_window.conftest import Desk

Pick = Callable[[str, object], None]
LIST = (
    "country,partyfacts_id,technical,name_short,name,name_english,name_other,year_first,year_last\n"
    "PHL,90001,,MFL,Manila Friends,Manila Friends League,,1961,1970\n"
    "PHL,90002,,MGC,Greeting Circle,Greeting Circle of Manila,,1961,1970\n"
    "XXQ,90004,,NPX,Nowhere,Nowhere Circle,,1990,\n"
    "CUB,90003,7,etc,other,other,,1800,\n"
)


@pytest.fixture
def listed(tmp_path: Path, pick: Pick) -> Path:
    """Return a list of two new, one conflicting and one technical entry, which the file dialog gives."""
    path = tmp_path / "parties.csv"
    path.write_text(LIST, encoding="utf-8")
    pick("getOpenFileName", str(path))
    return path


def import_list(desk: Desk) -> None:
    desk.window.actions_by_id["import_authority_list"].trigger()
    desk.settle()


def rows(dialog: AuthorityPlanDialog, column: PlanColumn = PlanColumn.NAME) -> list[str]:
    model = part_of(dialog, QTableView).model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def click(dialog: AuthorityPlanDialog, words: str) -> None:
    button = next(one for one in dialog.findChildren(QToolButton) if one.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def known(desk: Desk, name: str) -> bool:
    return bool(desk.library.find_entities(name))


@pytest.mark.usefixtures("listed")
def test_a_list_is_taken_in_by_one_edit_and_taken_back(desk: Desk, answer: Callable[..., None]) -> None:
    seen: list[object] = []

    def act(dialog: AuthorityPlanDialog) -> None:
        dialog.show()
        seen.append(dialog.take.text())
        QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)

    answer(AuthorityPlanDialog, act)
    import_list(desk)
    assert seen == ["Take in 2 entries"]
    assert known(desk, "Manila Friends League")
    assert known(desk, "Greeting Circle of Manila")
    assert not known(desk, "Nowhere Circle")
    desk.window.actions_by_id["undo"].trigger()
    desk.settle()
    assert not known(desk, "Manila Friends League")
    desk.window.actions_by_id["redo"].trigger()
    desk.settle()
    assert known(desk, "Manila Friends League")


@pytest.mark.usefixtures("listed")
def test_cancelling_changes_nothing(desk: Desk, answer: Callable[..., None]) -> None:
    edits = len(desk.library.journal(10))
    answer(AuthorityPlanDialog, lambda dialog: dialog.reject())
    import_list(desk)
    assert not known(desk, "Manila Friends League")
    assert len(desk.library.journal(10)) == edits


@pytest.mark.usefixtures("listed")
def test_entries_are_filtered_and_conflicts_ticked(desk: Desk, answer: Callable[..., None]) -> None:
    def act(dialog: AuthorityPlanDialog) -> None:
        dialog.show()
        assert len(rows(dialog)) == 4
        click(dialog, "New · 2")
        assert rows(dialog) == ["Manila Friends League", "Greeting Circle of Manila"]
        dialog.field.setText("GREETING")
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        assert rows(dialog) == ["Greeting Circle of Manila"]
        dialog.field.clear()
        click(dialog, "Left out · 1")
        assert all("technical" in reason for reason in rows(dialog, PlanColumn.REASON))
        click(dialog, "Conflicting · 1")
        assert all("XXQ" in reason for reason in rows(dialog, PlanColumn.REASON))
        table = part_of(dialog, QTableView)
        table.setCurrentIndex(table.model().index(0, 0))
        QTest.keyClick(table, Qt.Key.Key_Space)
        assert dialog.take.text() == "Take in 3 entries"
        QTest.keyClick(table, Qt.Key.Key_Space)
        assert dialog.take.text() == "Take in 2 entries"
        click(dialog, "Tick all shown conflicts")
        assert dialog.take.text() == "Take in 3 entries"
        QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)

    answer(AuthorityPlanDialog, act)
    import_list(desk)
    assert known(desk, "Nowhere Circle")


def test_a_file_that_is_no_list_is_told_in_a_sentence(desk: Desk, tmp_path: Path, pick: Pick, told: list[str]) -> None:
    path = tmp_path / "wrong.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    pick("getOpenFileName", str(path))
    import_list(desk)
    assert len(told) == 1
    assert "wrong.csv" in told[0]


def test_a_newer_authority_file_is_offered_only_when_there_is_one(desk: Desk, answer: Callable[..., None]) -> None:
    action = desk.window.actions_by_id["take_in_authority_file"]
    action.trigger()
    desk.settle()
    assert "already" in desk.window.status.currentMessage()
    desk.library.apply(ChangeAuthority("an older file", version="0", by_a_person=False))
    assert desk.library.authority_is_older()
    answer(AuthorityPlanDialog, lambda dialog: QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton))
    action.trigger()
    desk.settle()
    assert not desk.library.authority_is_older()


def test_a_large_list_is_shown_at_once(desk: Desk, shared: Path, answer: Callable[..., None], pick: Pick) -> None:
    seen: list[int] = []
    pick("getOpenFileName", str(shared / "authority" / "partyfacts-core-parties.csv"))
    answer(AuthorityPlanDialog, lambda dialog: seen.append(len(rows(dialog))))
    import_list(desk)
    assert seen
    assert seen[0] > 5_500
