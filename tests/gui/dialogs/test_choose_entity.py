"""Giving a mention to another name: candidates first, then whatever is typed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from gui.dialogs.choose_entity import ChooseEntityDialog
from storage.domain.authority import EntityKind
from storage.domain.ids import DocumentId, EntityId
from storage.domain.mention import Mention
from storage.library import Library
from tests.gui.conftest import part_of

CANDIDATES = (EntityId("country:CU"), EntityId("country:CN"))


@pytest.fixture
def dialog(qtbot: QtBot, library: Library, tmp_path: Path) -> ChooseEntityDialog:
    (tmp_path / "letter.txt").write_text("Here the envoys met.")
    library.import_paths([tmp_path / "letter.txt"])
    mention = Mention(DocumentId(1), 0, 4, None, "Cuba", EntityKind.COUNTRY, candidates=CANDIDATES)
    made = ChooseEntityDialog(library, mention)
    qtbot.add_widget(made)
    made.show()
    return made


def names(dialog: ChooseEntityDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def give(dialog: ChooseEntityDialog) -> QPushButton:
    return next(button for button in dialog.findChildren(QPushButton) if button.text() == "Give to this one")


def test_the_candidates_stand_first(dialog: ChooseEntityDialog) -> None:
    assert names(dialog) == ["Cuba  ·  country", "China  ·  country"]
    assert give(dialog).isEnabled()


def test_typing_finds_any_name(dialog: ChooseEntityDialog, qtbot: QtBot) -> None:
    QTest.keyClicks(part_of(dialog, QLineEdit), "workers korea")
    qtbot.wait_until(lambda: any("Workers' Party of Korea" in name for name in names(dialog)))
    QTest.keyClicks(part_of(dialog, QLineEdit), "zzz")
    qtbot.wait_until(lambda: not names(dialog))
    assert not give(dialog).isEnabled()
    assert dialog.nothing_found.isVisible()
    part_of(dialog, QLineEdit).clear()
    qtbot.wait_until(lambda: bool(names(dialog)))
    assert not dialog.nothing_found.isVisible()


def test_the_question_names_the_words_of_the_text(dialog: ChooseEntityDialog) -> None:
    assert "Who is meant by “Here”?" in [label.text() for label in dialog.findChildren(QLabel)]


def test_what_is_chosen_is_handed_back(dialog: ChooseEntityDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    def choose(shown: ChooseEntityDialog) -> int:
        shown.list.setCurrentRow(1)
        QTest.mouseClick(give(shown), Qt.MouseButton.LeftButton)
        return shown.result()

    monkeypatch.setattr(ChooseEntityDialog, "exec", choose)
    chosen = dialog.choose()
    assert chosen is not None
    assert chosen.id == "country:CN"


def test_leaving_chooses_nobody(dialog: ChooseEntityDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    def leave(shown: ChooseEntityDialog) -> int:
        shown.reject()
        return shown.result()

    monkeypatch.setattr(ChooseEntityDialog, "exec", leave)
    assert dialog.choose() is None
