"""The dialog in which a person corrects what is known of a document, beside where each value was found."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from gui.dialogs.checked_dialog import CheckedDialog
from gui.theme import Theme
from gui.translation import in_words
from gui.value_words import source_class_in_words
from gui.widgets.dialog_column import DialogColumn
from gui.widgets.fitting import resize_to_fit
from gui.widgets.labels import Label, Tone
from gui.widgets.verb_buttons import VerbButtons
from storage.domain.document import Creator, DateBasis, DateLayer, Description, DocumentDate, FieldOrigin, SourceClass
from storage.text.edtf_range import edtf_range

_SEPARATOR = ";"
_ORIGIN_WIDTH = 170
_TEXTS = ("publisher", "place", "url", "reference", "original")

Field = QLineEdit | QPlainTextEdit | QComboBox


@dataclass(frozen=True, slots=True)
class _Row:
    """One value: the field of the description it belongs to, how it is written there, and what stands beside it."""

    origin: FieldOrigin
    written: Callable[[Description], str]
    field: Field
    said: Label
    reset: QToolButton

    def now(self) -> str:
        """Return what is written in the field."""
        match self.field:
            case QComboBox():
                return str(self.field.currentData())
            case QPlainTextEdit():
                return self.field.toPlainText()
            case _:
                return self.field.text().strip()

    def show(self, description: Description) -> None:
        """Write a description's value into the field."""
        words = self.written(description)
        match self.field:
            case QComboBox():
                # Found by its value: the words are those of the reader's language.
                self.field.setCurrentIndex(self.field.findData(words))
            case QPlainTextEdit():
                self.field.setPlainText(words)
            case _:
                self.field.setText(words)
                self.field.setCursorPosition(0)


class DescribeDialog(CheckedDialog):
    """Shows a description field by field; ``description`` returns it as it stands.

    Each creator is a line, its affiliation behind a semicolon. Each date layer has a field for an EDTF expression.

    Args:
        description: What is known now.
        origins: Where the fields were found, and which of them a person corrected.
    """

    found_wanted = Signal()
    """The reader wants a found value back that was corrected earlier: ``take_found`` is to be called."""

    def __init__(
        self, description: Description, origins: tuple[FieldOrigin, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Correct the description"))
        self._before = description
        self._origins = {origin.field: origin for origin in origins}
        self._rows: list[_Row] = []
        self._found: Description | None = None
        self._waiting: list[_Row] = []
        self.title, self.language = QLineEdit(), QLineEdit()
        self.language.setPlaceholderText("en, zh, fr…")
        self.source_class = QComboBox()
        for known in SourceClass:
            self.source_class.addItem(source_class_in_words(known), known)
        self.creators = QPlainTextEdit()
        self.creators.setTabChangesFocus(True)
        self.creators.setFixedHeight(64)
        self.texts = {name: QLineEdit() for name in _TEXTS}
        self.dates = {layer: QLineEdit() for layer in DateLayer}
        self._lay_out()
        self._say_origins()
        resize_to_fit(self, 860, 700)

    def _lay_out(self) -> None:
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 4, 0)
        self._grid.setVerticalSpacing(8)
        self._grid.setHorizontalSpacing(12)
        self._grid.setColumnStretch(1, 1)
        self._add_rows()
        inner, scroll = QWidget(), QScrollArea()
        inner.setLayout(self._grid)
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        buttons = VerbButtons(self.tr("Save the description"), self)
        column = DialogColumn(self)
        column.addWidget(scroll, 1)
        column.addWidget(self.problem)
        column.addWidget(buttons)

    def _add_rows(self) -> None:
        self._add(self.tr("Title"), self.title, "title")
        self._add(self.tr("Who speaks"), self.source_class, "source_class")
        self._add(self.tr("Language"), self.language, "language")
        self._add(self.tr("Creators"), self.creators, "creators", _lines_of_creators)
        words = (
            self.tr("Publisher"),
            self.tr("Place"),
            self.tr("Address"),
            self.tr("Archival reference"),
            self.tr("Excerpt or translation of"),
        )
        for word, (name, field) in zip(words, self.texts.items(), strict=True):
            self._add(word, field, name)
        words = (
            self.tr("State described"),
            self.tr("Written"),
            self.tr("Published"),
            self.tr("Republished"),
            self.tr("Captured"),
        )
        for word, (layer, field) in zip(words, self.dates.items(), strict=True):
            field.setPlaceholderText("1949, 2004-09, 1949~, 2020/..")
            self._add(word, field, "dates", lambda description, layer=layer: _edtf_of(description, layer))

    def _add(
        self, words: str, field: Field, name: str, written: Callable[[Description], str] | None = None
    ) -> None:  # fmt: skip
        label = QLabel(words)
        label.setBuddy(field)
        field.setAccessibleName(words)
        said = Label(tone=Tone.MUTED, elided=True)
        said.setFixedWidth(_ORIGIN_WIDTH)
        reset = QToolButton()
        reset.setText(self.tr("Reset"))
        reset.setToolTip(self.tr("Put back what was found in the document"))
        reset.setAccessibleName(self.tr("Put back what was found: %1").replace("%1", words))
        policy = reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        reset.setSizePolicy(policy)
        origin = self._origins.get(name, FieldOrigin(name, "", False))
        row = _Row(origin, written or (lambda description: str(getattr(description, name))), field, said, reset)
        row.show(self._before)
        reset.clicked.connect(lambda: self._reset(row))
        field.currentIndexChanged.connect(self._say_origins) if isinstance(field, QComboBox) else (
            field.textChanged.connect(self._say_origins)
        )
        line = self._grid.rowCount()
        for place, part in enumerate((label, field, said, reset)):
            self._grid.addWidget(part, line, place)
        self._rows.append(row)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for row in self._rows:
            row.said.set_theme(theme)

    @Slot()
    def _say_origins(self) -> None:
        """Say beside each value where it is from: from its document, or from the person at the desk."""
        for row in self._rows:
            where = self.tr("from: %1").replace("%1", in_words(row.origin.where)) if row.origin.where else ""
            corrected = self._is_corrected(row)
            row.reset.setVisible(corrected)
            row.said.setText(self.tr("corrected by you") if corrected else where if row.now() else "")
            row.said.setToolTip(self.tr("Found at first %1").replace("%1", where) if corrected and where else where)

    def _is_corrected(self, row: _Row) -> bool:
        if self._found is not None:
            return row.now() != row.written(self._found)
        return row.origin.corrected or row.now() != row.written(self._before)

    def _reset(self, row: _Row) -> None:
        """Put a found value back; of a field that was corrected earlier only the document itself can tell it."""
        if self._found is not None or not row.origin.corrected:
            row.show(self._found or self._before)
            self._say_origins()
            return
        self._waiting.append(row)
        row.said.setText(self.tr("reading the document…"))
        if len(self._waiting) == 1:
            self.found_wanted.emit()

    @Slot(object)
    def take_found(self, description: Description) -> None:
        """Take what the document says of itself, and put back what waits for it."""
        self._found = description
        waiting, self._waiting = self._waiting, []
        for row in waiting:
            row.show(description)
        self._say_origins()

    def as_found(self) -> tuple[str, ...]:
        """Return the fields that are again what was found; a later import may change them."""
        if self._found is None:
            return ()
        corrected = {row.origin.field for row in self._rows if self._is_corrected(row)}
        fields = dict.fromkeys(row.origin.field for row in self._rows if row.origin.corrected)
        return tuple(field for field in fields if field not in corrected)

    @override
    def _in_the_way(self) -> str:
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
        known = (*self._before.dates, *(self._found.dates if self._found else ()))
        kept = next((date for date in known if date.layer is layer and date.edtf == text), None)
        return kept or (DocumentDate(layer, text, DateBasis.EXTERNAL) if text else None)


def _lines_of_creators(description: Description) -> str:
    return "\n".join(
        f"{one.name}{_SEPARATOR} {one.affiliation}" if one.affiliation else one.name for one in description.creators
    )


def _edtf_of(description: Description, layer: DateLayer) -> str:
    return next((date.edtf for date in description.dates if date.layer is layer), "")
