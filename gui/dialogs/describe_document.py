"""The dialog in which a person corrects what is known of a document."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from storage.domain.document import Creator, DateBasis, DateLayer, Description, DocumentDate, SourceClass
from storage.text.edtf_range import edtf_range

_SEPARATOR = ";"


class DescribeDialog(QDialog):
    """Shows a description field by field; ``description`` returns it as it stands.

    Each creator is a line, its affiliation behind a semicolon. Each date layer has a field for an EDTF expression.
    """

    def __init__(self, description: Description, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Correct the description"))
        self.resize(560, 560)
        self._before = description
        self.title = QLineEdit(description.title)
        self.title.setCursorPosition(0)
        self.source_class = QComboBox()
        for known in SourceClass:
            self.source_class.addItem(known.value, known)
        self.source_class.setCurrentIndex(list(SourceClass).index(description.source_class))
        self.language = QLineEdit(description.language)
        self.language.setPlaceholderText("en, zh, fr…")
        lines = (
            f"{one.name}{_SEPARATOR} {one.affiliation}" if one.affiliation else one.name for one in description.creators
        )
        self.creators = QPlainTextEdit("\n".join(lines))
        self.creators.setTabChangesFocus(True)
        self.creators.setFixedHeight(64)
        self.texts = {
            name: QLineEdit(getattr(description, name))
            for name in ("publisher", "place", "url", "reference", "original")
        }
        self.dates = {layer: QLineEdit(self._date(layer)) for layer in DateLayer}
        self.problem = QLabel()
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setProperty("caution", True)
        self.problem.setWordWrap(True)
        self.problem.hide()
        self._lay_out()

    def _date(self, layer: DateLayer) -> str:
        return next((date.edtf for date in self._before.dates if date.layer is layer), "")

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.addRow(self.tr("Title"), self.title)
        form.addRow(self.tr("Who speaks"), self.source_class)
        form.addRow(self.tr("Language"), self.language)
        form.addRow(self.tr("Creators"), self.creators)
        words = (
            self.tr("Publisher"),
            self.tr("Place"),
            self.tr("Address"),
            self.tr("Archival reference"),
            self.tr("Excerpt or translation of"),
        )
        for word, field in zip(words, self.texts.values(), strict=True):
            form.addRow(word, field)
        words = (
            self.tr("State described"),
            self.tr("Written"),
            self.tr("Published"),
            self.tr("Republished"),
            self.tr("Captured"),
        )
        for word, field in zip(words, self.dates.values(), strict=True):
            field.setPlaceholderText("1949, 2004-09, 1949~, 2020/..")
            form.addRow(word, field)
        buttons = QDialogButtonBox()
        save = buttons.addButton(self.tr("Save the description"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setProperty("primary", True)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.problem)
        column.addWidget(buttons)

    def accept(self) -> None:
        """Close when every field can be understood, else say which cannot."""
        problem = self._problem()
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        if not problem:
            super().accept()

    def _problem(self) -> str:
        if not self.title.text().strip():
            return self.tr("A document needs a title.")
        for field in self.dates.values():
            text = field.text().strip()
            if text and edtf_range(text) is None:
                said = self.tr("“%1” is no date in EDTF. Write 1949, 2004-09, 2004-09-03, 1949~ or 2020/..")
                return said.replace("%1", text)
        return ""

    def description(self) -> Description:
        """Return the description as the dialog stands."""
        lines = (line.partition(_SEPARATOR) for line in self.creators.toPlainText().splitlines())
        creators = tuple(Creator(name.strip(), where.strip()) for name, _, where in lines if name.strip())
        texts = {name: field.text().strip() for name, field in self.texts.items()}
        return replace(
            self._before,
            title=self.title.text().strip(),
            source_class=self.source_class.currentData(),
            language=self.language.text().strip(),
            creators=creators,
            dates=tuple(date for layer in DateLayer if (date := self._new_date(layer)) is not None),
            **texts,
        )

    def _new_date(self, layer: DateLayer) -> DocumentDate | None:
        text = self.dates[layer].text().strip()
        kept = next((date for date in self._before.dates if date.layer is layer and date.edtf == text), None)
        return kept or (DocumentDate(layer, text, DateBasis.EXTERNAL) if text else None)
