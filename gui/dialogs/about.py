"""The about box: versions, and the licences of everything used."""

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QTextTable
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTextBrowser, QWidget

from gui.widgets.dialog_column import DialogColumn
from gui.widgets.fitting import resize_to_fit
from storage.paths import resource
from storage.version import VERSION


class AboutDialog(QDialog):
    """Says what runs here, and under which licences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Liaison"))
        resize_to_fit(self, 620, 480)
        title = QLabel(f"Liaison {VERSION}")
        title.setProperty("title", True)
        said = QLabel(
            self.tr("An archive browser for people who study party-to-party diplomacy. It never uses the network.")
            + f"\nPython {platform.python_version()} · Qt {qVersion()}"
        )
        said.setWordWrap(True)
        said.setProperty("muted", True)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        licences = QTextBrowser()
        licences.setAccessibleName(self.tr("Licences"))
        licences.setMarkdown(resource("licences.md").read_text(encoding="utf-8"))
        licences.setOpenLinks(False)
        for table in licences.document().rootFrame().childFrames():
            if isinstance(table, QTextTable):
                shape = table.format().toTableFormat()
                shape.setBorderBrush(self.palette().mid())
                table.setFormat(shape)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        DialogColumn(self, title, said, licences, buttons)
