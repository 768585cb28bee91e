from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from gui.dialogs.about import AboutDialog
from gui.dialogs.import_report import ImportReportDialog
from gui.dialogs.shortcuts import ShortcutsDialog
from storage.domain.importing import FileOutcome, ImportReport, ImportStatus
from tests.gui.conftest import part_of

REPORT = ImportReport(
    (
        FileOutcome("/texts/a.txt", ImportStatus.IMPORTED),
        FileOutcome("/texts/b.txt", ImportStatus.FAILED, reason="b.txt is no text. Save it as text first."),
        FileOutcome("/texts/c.exe", ImportStatus.SKIPPED, reason="No importer reads files ending in .exe."),
    )
)


def test_the_import_report_lists_what_did_not_come_in(qtbot: QtBot) -> None:
    dialog = ImportReportDialog(REPORT)
    qtbot.addWidget(dialog)
    assert part_of(dialog, QLabel).text().startswith("1 of 3 files could not be read.")
    cells = [
        [dialog.table.model().index(row, column).data() for column in (0, 1)] for row in range(dialog.table.rowCount())
    ]
    assert cells == [
        ["b.txt", "b.txt is no text. Save it as text first."],
        ["c.exe", "No importer reads files ending in .exe."],
    ]
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "Copy the list").click()
    assert QApplication.clipboard().text().splitlines()[0].split("\t")[:2] == ["/texts/b.txt", "failed"]


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
