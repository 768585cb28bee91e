"""The about box: versions, and the licences of everything used."""

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QTextFrameFormat, QTextTable
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
        licences.setMarkdown(self._licences())
        licences.setOpenLinks(False)
        for table in licences.document().rootFrame().childFrames():
            if isinstance(table, QTextTable):
                shape = table.format().toTableFormat()
                shape.setBorderBrush(self.palette().mid())
                # Qt draws other borders lighter on one side, and nothing is left of them on white.
                shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                shape.setBorderCollapse(True)
                table.setFormat(shape)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        DialogColumn(self, title, said, licences, buttons)

    def _licences(self) -> str:
        """Return the list of licences in Markdown, in the reader's language but for what packages say of themselves."""
        written = resource("licences.md").read_text(encoding="utf-8")
        _, program, checks = (_rows(section) for section in written.split("\n## "))
        heads = (self.tr("package"), self.tr("version"), self.tr("licence"))
        head = f"| {' | '.join(heads)} |\n"
        qt = self.tr(
            "Qt and its Python binding (PySide6-Essentials, shiboken6) are used under the GNU Lesser General Public "
            "License, version 3, unchanged and as separate shared libraries: whoever has Liaison may put another build "
            "of them in their place. Their source is published by the Qt project."
        )
        parts = (
            f"# {self.tr('Licences of what Liaison uses')}",
            self.tr("Liaison itself is under the MIT licence."),
            qt,
            f"## {self.tr('In the program')}",
            head + program,
            f"## {self.tr('For its checks and tests only')}",
            head + checks,
        )
        return "\n\n".join(parts)


def _rows(section: str) -> str:
    """Return the rows of a section's table, and the line above them that makes it one, without its headings."""
    return "\n".join([line for line in section.splitlines() if line.startswith("|")][1:])
