from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton
from pytestqt.qtbot import QtBot

from gui.dialogs.choose_entity import ChooseEntityDialog
from gui.panels.entity_panel import EntityPanel
from gui.theme import Theme
from gui.widgets.empty_state import EmptyState
from gui.widgets.labels import Label
from gui.widgets.year_chart import YearChart
from storage.domain.authority import TreeNode
from storage.domain.ids import FIRST_SCHEME, EntityId
from storage.domain.mention import DecisionWish, Mention, Reach, Verdict
from storage.library import Library
from tests.gui.conftest import part_of, payload

CUBA = EntityId("organisation:pcc")


@pytest.fixture
def node(filled: Library) -> TreeNode:
    return filled.tree(parent=EntityId("country:CU"))[0]


@pytest.fixture
def mention(filled: Library) -> Mention:
    return next(mention for mention in filled.mentions(filled.documents()[0].id) if mention.entity == CUBA)


@pytest.fixture
def panel(qtbot: QtBot, filled: Library, theme: Theme) -> EntityPanel:
    panel = EntityPanel()
    panel.set_library(filled)
    panel.set_theme(theme)
    panel.resize(320, 200)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def read(panel: EntityPanel) -> None:
    """Read the card as the window has it read, off its thread."""
    reading = panel.reading()
    assert reading is not None
    reading.show(reading.ask())


def said(panel: EntityPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(Label) if label.isVisible()]


def action_of(panel: EntityPanel, verdict: str, reach: str) -> QAction:
    menus = {menu.title(): menu for menu in panel.findChildren(QMenu)}
    return next(action for action in menus[verdict].actions() if action.text() == reach)


def test_a_card_says_who_it_is(qtbot: QtBot, panel: EntityPanel, node: TreeNode) -> None:
    assert part_of(panel, EmptyState).isVisible()
    with qtbot.waitSignal(panel.card_requested):
        panel.show_node(node)
    assert {"Communist Party of Cuba", "1 mention in 1 document"} <= set(said(panel))
    read(panel)
    assert "Communist Party of Cuba" in said(panel)
    assert "party · Cuba" in said(panel)
    assert "1 mention in 1 document" in said(panel)
    assert not part_of(panel, QToolButton).isVisible()
    panel.clear()
    assert part_of(panel, EmptyState).isVisible()


def test_the_persons_branch_is_no_entity_and_says_its_name(panel: EntityPanel, filled: Library) -> None:
    panel.show_node(filled.tree()[-1])
    read(panel)
    assert "Persons" in said(panel)


def test_a_mention_is_decided_on(qtbot: QtBot, panel: EntityPanel, mention: Mention) -> None:
    panel.show_mention(mention)
    assert any(text.startswith("Why: ") for text in said(panel))
    wishes = []
    panel.decision_requested.connect(wishes.append)
    action_of(panel, "This is not meant", "Everywhere").trigger()
    action_of(panel, "This is right", "Here").trigger()
    assert wishes == [
        DecisionWish(mention, Verdict.REJECT, Reach.ARCHIVE),
        DecisionWish(mention, Verdict.ACCEPT, Reach.PLACE),
    ]


def test_a_mention_is_given_to_another(
    qtbot: QtBot, panel: EntityPanel, mention: Mention, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(dialog: ChooseEntityDialog) -> int:
        dialog.field.setText("workers' party of korea")
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
        return 1

    monkeypatch.setattr(ChooseEntityDialog, "exec", answer)
    panel.show_mention(mention)
    with qtbot.waitSignal(panel.decision_requested) as told:
        action_of(panel, "Give to another…", "Here").trigger()
    assert payload(told) == DecisionWish(mention, Verdict.REASSIGN, Reach.PLACE, EntityId("organisation:wpk"))


def test_nothing_is_decided_when_nobody_is_found(
    qtbot: QtBot, panel: EntityPanel, mention: Mention, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(dialog: ChooseEntityDialog) -> int:
        dialog.field.setText("nobody bears this name")
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
        return 1

    monkeypatch.setattr(ChooseEntityDialog, "exec", answer)
    panel.show_mention(mention)
    with qtbot.assertNotEmitted(panel.decision_requested):
        action_of(panel, "Give to another…", "Here").trigger()


def test_an_open_mention_names_whom_it_can_mean(panel: EntityPanel, mention: Mention) -> None:
    candidates = (CUBA, EntityId("organisation:cpc"))
    panel.show_mention(replace(mention, start=mention.start + 1, entity=None, candidates=candidates))
    read(panel)
    assert "Can be: Communist Party of Cuba · Communist Party of China" in said(panel)


def test_the_chart_says_its_values(qtbot: QtBot, theme: Theme) -> None:
    chart = YearChart()
    chart.set_theme(theme)
    qtbot.addWidget(chart)
    chart.set_counts([(1990, 1), (1992, 1200)])
    assert chart.spoken() == "1990: 1, 1992: 1200"
    chart.show()
    assert not chart.grab().isNull()
    chart.set_counts([])
    assert not chart.isVisible()


def test_a_region_is_counted_by_the_scheme_in_use(qtbot: QtBot, panel: EntityPanel, filled: Library) -> None:
    latin = next(row for row in filled.tree() if row.name == "Latin America")
    edit = filled.new_scheme("Mine", FIRST_SCHEME)
    filled.apply(edit)
    mine = edit.schemes[0].id
    filled.apply(
        filled.placing(mine, EntityId("country:CU"), next(row.id for row in filled.tree() if row.name == "Asia"))
    )
    panel.show_node(latin)
    read(panel)
    assert "0 mentions in 0 documents" not in said(panel)
    with qtbot.waitSignal(panel.card_requested):
        panel.set_scheme(mine)
    read(panel)
    assert "0 mentions in 0 documents" in said(panel)


def test_an_answer_that_comes_late_is_not_shown(panel: EntityPanel, node: TreeNode, filled: Library) -> None:
    panel.show_node(node)
    late = panel.reading()
    assert late is not None
    answer = late.ask()
    panel.show_node(filled.tree(parent=EntityId("country:CN"))[0])
    late.show(answer)
    assert "Communist Party of Cuba" not in said(panel)
