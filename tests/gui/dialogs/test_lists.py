"""Dialogs that only show something: shortcuts, versions and licences, the guide."""

import re

from PySide6.QtGui import QTextFrameFormat, QTextListFormat, QTextTable
from PySide6.QtWidgets import QApplication, QLabel, QTextBrowser
from pytestqt.qtbot import QtBot

from gui.dialogs.about import AboutDialog
from gui.dialogs.guide import GuideDialog, guide_page
from gui.dialogs.shortcuts import ShortcutsDialog
from gui.translation import ENGLISH, Interpreter
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


def test_the_list_of_licences_is_in_the_readers_language(qtbot: QtBot, qapp: QApplication) -> None:
    interpreter = Interpreter(qapp)
    interpreter.speak("zh_CN")
    try:
        dialog = AboutDialog()
    finally:
        interpreter.speak(ENGLISH)
    qtbot.addWidget(dialog)
    said = part_of(dialog, QTextBrowser).toPlainText()
    assert "Liaison 所用软件的许可证" in said
    assert not re.search("licence|package|version|checks|program", said)
    assert "numpy" in said
    assert "ruff" in said


def test_the_lines_of_the_list_of_licences_are_seen_on_white(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    tables = [
        frame
        for frame in part_of(dialog, QTextBrowser).document().rootFrame().childFrames()
        if isinstance(frame, QTextTable)
    ]
    assert len(tables) == 2
    for table in tables:
        assert table.format().toTableFormat().borderStyle() is QTextFrameFormat.BorderStyle.BorderStyle_Solid
        assert [table.cellAt(0, column).firstCursorPosition().block().text() for column in range(3)] == [
            "package", "version", "licence",
        ]  # fmt: skip


def test_the_guide_marks_its_lists_with_filled_dots(qtbot: QtBot) -> None:
    dialog = GuideDialog(guide_page("news.en.md"), "What is new")
    qtbot.addWidget(dialog)
    block, styles = dialog.text.document().begin(), set()
    while block.isValid():
        if (listed := block.textList()) is not None:
            styles.add(listed.format().style())
        block = block.next()
    assert styles == {QTextListFormat.Style.ListDisc}
