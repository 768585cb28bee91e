"""The export dialog: format, filters, and a preview of what will be written."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from gui.models.tree_model import TreeSource
from gui.translation import in_words, wording
from gui.value_words import colour_in_words
from gui.widgets.counting import counted
from gui.widgets.dialog_column import DialogColumn
from gui.widgets.fitting import resize_to_fit
from gui.widgets.verb_buttons import VerbButtons
from storage.domain.annotation import AnnotationFilter, Colour
from storage.domain.ids import FIRST_SCHEME, DocumentId, EntityId, SchemeId
from storage.library import Library

_PREVIEW_MARKS = 50
_PREVIEW_LINES = 200
_PREVIEW_PAUSE_MILLISECONDS = 80


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What to write: the format's name, which marks, and where."""

    format: str
    filter: AnnotationFilter
    path: Path


class ExportDialog(QDialog):
    """Lets the reader choose a format and filters, and shows the export as it will be.

    Args:
        library: The archive whose notes are exported.
        shown: The document in front, which is offered first when it has marks.
        parent: The window.
        scheme: The way of sorting countries into regions that is in use.
    """

    def __init__(
        self,
        library: Library,
        shown: DocumentId | None,
        parent: QWidget | None = None,
        scheme: SchemeId = FIRST_SCHEME,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export notes"))
        resize_to_fit(self, 940, 600)
        self._library, self._scheme = library, scheme
        self._pause = QTimer(self, singleShot=True, interval=_PREVIEW_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._show_preview)
        self.count = QLabel()
        self.count.setProperty("muted", True)
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.preview.setAccessibleName(self.tr("Preview"))
        self._make_choices(shown)
        buttons = VerbButtons(self.tr("Export…"), self)
        self.export_button = buttons.verb
        self._lay_out(buttons)
        self._show_preview()

    def _make_choices(self, shown: DocumentId | None) -> None:
        self.format = QComboBox()
        for known in self._library.export_formats():
            self.format.addItem(in_words(known.label), known.name)
        self.document = QComboBox()
        self.document.addItem(self.tr("All documents"), None)
        marked = {mark.document for mark in self._library.annotations()}
        for document in self._library.document_rows(among=frozenset(marked)):
            place = 1 if document.id == shown else self.document.count()
            self.document.insertItem(place, document.title, document.id)
        self.node = QComboBox()
        self.node.addItem(self.tr("All regions"), None)
        self._add_nodes(None, 0)
        self.tag = QComboBox()
        self.tag.addItem(self.tr("All tags"), None)
        for tag in self._library.tags():
            self.tag.addItem(tag.name, tag.name)
        for combo in (self.document, self.node, self.tag):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(18)
        self.colours = {colour: QCheckBox(colour_in_words(colour)) for colour in Colour}
        for combo in (self.format, self.document, self.node, self.tag):
            combo.currentIndexChanged.connect(self._pause.start)
        for box in self.colours.values():
            box.setChecked(True)
            box.toggled.connect(self._pause.start)

    def _add_nodes(self, parent: EntityId | None, depth: int) -> None:
        names = TreeSource(self._library)
        for node in self._library.tree(self._scheme, parent):
            if node.mentions:
                self.node.addItem("    " * depth + names.shown_name(node), node.id)
                self._add_nodes(node.id, depth + 1)

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.addRow(self.tr("Format"), self.format)
        form.addRow(self.tr("Document"), self.document)
        form.addRow(self.tr("About"), self.node)
        form.addRow(self.tr("Tag"), self.tag)
        colours = QVBoxLayout()
        colours.setSpacing(8)
        for box in self.colours.values():
            colours.addWidget(box)
        form.addRow(self.tr("Colours"), colours)
        left = QVBoxLayout()
        left.addLayout(form)
        left.addStretch()
        left.addWidget(self.count)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addLayout(left, 2)
        columns.addWidget(self.preview, 3)
        layout = DialogColumn(self)
        layout.addLayout(columns)
        layout.addWidget(buttons)

    def filter(self) -> AnnotationFilter:
        """Return which marks are chosen."""
        document, node, tag = (combo.currentData() for combo in (self.document, self.node, self.tag))
        colours = frozenset(colour for colour, box in self.colours.items() if box.isChecked())
        return AnnotationFilter(
            documents=frozenset({document} if document is not None else ()),
            entities=frozenset({node} if node is not None else ()),
            tags=frozenset({tag} if tag is not None else ()),
            colours=colours if len(colours) < len(self.colours) else frozenset(),
            scheme=self._scheme,
        )

    @Slot()
    def _show_preview(self) -> None:
        nothing = not any(box.isChecked() for box in self.colours.values())
        total = 0 if nothing else len(self._library.annotations(self.filter()))
        self.count.setText(counted(total, self.tr("%1 mark in this export"), self.tr("%1 marks in this export")))
        self.export_button.setText(counted(total, self.tr("Export %1 mark…"), self.tr("Export %1 marks…")))
        self.export_button.setEnabled(total > 0)
        if not total:
            self.preview.setPlainText(self.tr("No mark passes these filters."))
            return
        name = "csv" if self.format.currentData() == "xlsx" else self.format.currentData()
        written = self._library.export_notes(name, self.filter(), _PREVIEW_MARKS, wording()).decode("utf-8-sig")
        lines = written.split("\n")
        more = ["…"] if total > _PREVIEW_MARKS or len(lines) > _PREVIEW_LINES else []
        self.preview.setPlainText("\n".join(lines[:_PREVIEW_LINES] + more))

    def choose(self) -> ExportChoice | None:
        """Show the dialog, then ask where to write; None when the reader leaves it."""
        if not self.exec():
            return None
        chosen = next(known for known in self._library.export_formats() if known.name == self.format.currentData())
        proposal = self._library.path.with_name(
            self.tr("%1 notes").replace("%1", self._library.path.stem) + chosen.ending
        )
        name, _ = QFileDialog.getSaveFileName(
            self.parentWidget(), self.tr("Export notes"), str(proposal), f"{in_words(chosen.label)} (*{chosen.ending})"
        )
        if not name:
            return None
        path = Path(name)
        return ExportChoice(chosen.name, self.filter(), path if path.suffix else path.with_suffix(chosen.ending))
