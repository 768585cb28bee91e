"""The import report says only what happened, and settings come back as chosen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.dialogs.import_report import ImportReportDialog
from gui.dialogs.settings import SettingsDialog
from storage.domain.ids import DocumentId
from storage.domain.importing import FileOutcome, ImportReport, ImportStatus
from storage.settings import Settings

GOOD = FileOutcome("papers/good.txt", ImportStatus.IMPORTED, DocumentId(1))
BAD = FileOutcome("papers/bad.bin", ImportStatus.FAILED, reason="bad.bin is no text. Save it as text and try again.")
LEFT = FileOutcome("papers/cover.png", ImportStatus.SKIPPED, reason="Pictures hold no text.")


def said(dialog: QDialog) -> str:
    """Return all that a dialog's labels say."""
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_a_report_without_a_good_file_does_not_speak_of_others(qtbot: QtBot) -> None:
    dialog = ImportReportDialog(ImportReport((BAD,)))
    qtbot.add_widget(dialog)
    assert "Everything else" not in said(dialog)


def test_a_report_of_skipped_files_does_not_speak_of_unreadable_ones(qtbot: QtBot) -> None:
    dialog = ImportReportDialog(ImportReport((GOOD, LEFT)))
    qtbot.add_widget(dialog)
    assert "could not be read" not in said(dialog)
    assert "1 of 2 files were skipped." in said(dialog)


def test_the_report_can_be_copied(qtbot: QtBot) -> None:
    dialog = ImportReportDialog(ImportReport((GOOD, BAD)))
    qtbot.add_widget(dialog)
    copy = next(button for button in dialog.findChildren(QPushButton) if "Copy" in button.text())
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == (
        "papers/bad.bin\tfailed\tbad.bin is no text. Save it as text and try again."
    )


def test_settings_come_back_as_chosen(qtbot: QtBot) -> None:
    dialog = SettingsDialog(Settings(recent=("a.liaison",)))
    qtbot.add_widget(dialog)
    assert dialog.chosen() == Settings(recent=("a.liaison",))
    dialog.theme.setCurrentIndex(dialog.theme.findData("contrast"))
    dialog.measure.setValue(900)
    dialog.open_last.click()
    assert dialog.chosen() == Settings("contrast", measure=900, open_last=False, recent=("a.liaison",))
