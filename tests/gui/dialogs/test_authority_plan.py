"""The preview of a list: names that stand very often in the texts are asked about one by one."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.dialogs.authority_plan import AuthorityPlanDialog
from storage.authority_edits import AuthorityPlan, ChangeAuthority
from storage.domain.authority import Entity, EntityKind, Name
from storage.domain.authority_plan import CommonName, PlannedEntry, PlanStatus
from storage.domain.ids import EntityId

LEAGUE = Entity(
    EntityId("organisation:league"),
    EntityKind.PARTY,
    "Water League",
    (Name("Water League", "en"), Name("Water", "en"), Name("League", "en")),
)
COMMON = (
    CommonName(LEAGUE.id, "Water", LEAGUE.name, 12_345),
    CommonName(LEAGUE.id, "League", LEAGUE.name, 1_200),
)


def plan(common: tuple[CommonName, ...]) -> AuthorityPlan:
    entry = PlannedEntry(PlanStatus.NEW, LEAGUE.name, "", LEAGUE)
    return AuthorityPlan("list.csv", (entry,), ChangeAuthority("import", (LEAGUE,)), common)


def test_a_name_that_stands_very_often_is_taken_only_where_it_is_ticked(qtbot: QtBot) -> None:
    dialog = AuthorityPlanDialog(plan(COMMON))
    qtbot.addWidget(dialog)
    dialog.show()
    assert [dialog.common.item(row).text() for row in range(2)] == [
        "“Water” for Water League: 12,345 times",
        "“League” for Water League: 1,200 times",
    ]
    assert [name.text for name in dialog.edit().entities[0].names] == ["Water League"]
    dialog.common.item(1).setCheckState(Qt.CheckState.Checked)
    assert [name.text for name in dialog.edit().entities[0].names] == ["Water League", "League"]


def test_nothing_is_said_of_names_where_none_stands_very_often(qtbot: QtBot) -> None:
    dialog = AuthorityPlanDialog(plan(()))
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.common.isVisible()
    assert len(dialog.edit().entities[0].names) == 3
