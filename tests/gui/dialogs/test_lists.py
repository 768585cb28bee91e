from PySide6.QtWidgets import QLabel, QTextBrowser
from pytestqt.qtbot import QtBot

from gui.dialogs.about import AboutDialog
from gui.dialogs.shortcuts import ShortcutsDialog
from tests.gui.conftest import part_of


def test_shortcuts_list_the_actions_that_have_keys(qtbot: QtBot) -> None:
    dialog = ShortcutsDialog([("Undo", "Ctrl+Z"), ("Try the sample", "")])
    qtbot.addWidget(dialog)
    assert dialog.table.rowCount() == 1
    assert [dialog.table.model().index(0, column).data() for column in (0, 1)] == ["Undo", "Ctrl+Z"]


def test_the_about_box_names_versions_and_licences(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    assert any("Qt 6." in label.text() for label in dialog.findChildren(QLabel))
    assert "LGPL" in part_of(dialog, QTextBrowser).toPlainText()
