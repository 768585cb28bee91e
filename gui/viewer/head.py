"""The head of a document: title, where it comes from, its dates as chips, and the choice of view."""

from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from gui.plain_words import explain
from gui.translation import in_words
from gui.value_words import source_class_in_words
from gui.viewer.appearance import ViewerAppearance
from gui.viewer.clamped_label import ClampedLabel
from gui.viewer.wishes import Mode
from gui.widgets.flow_layout import FlowLayout
from gui.widgets.language_names import language_words
from storage.domain.document import DateBasis, DateLayer, Description, Document, DocumentDate, SourceClass
from storage.text.edtf_words import date_in_words

_TITLE_SIZE = 19.0
_CHIP_SIZE = 12.0
_TITLE_LINES, _SOURCE_LINES = 3, 2
_USUAL_CHIPS = 2
"""Made together with the head, for a language and a date."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What a chip says."""

    words: str
    emphasised: str
    explanation: str


class DocumentHead(QWidget):
    """Shows what a document is.

    Signals:
        mode_chosen: the ``Mode`` that is wanted.
    """

    mode_chosen = Signal(object)

    def __init__(self, appearance: ViewerAppearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = appearance
        self.title, self.source = ClampedLabel(_TITLE_LINES), ClampedLabel(_SOURCE_LINES)
        self._chips: list[QLabel] = []
        self._marks, self._note = QLabel(self), QLabel(self.tr("note"), self)
        self._note.hide()
        self._chip_row = FlowLayout(last_at_right=True)
        self._chip_row.setSpacing(6)
        self._switches = QWidget(self)
        row = QHBoxLayout(self._switches)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.buttons = {
            Mode.TEXT: self._switch(self.tr("Text")),
            Mode.PAGES: self._switch(self.tr("Pages")),
            Mode.OUTLINE: self._switch(self.tr("Outline")),
        }
        self._choice = QButtonGroup(self)
        for button in self.buttons.values():
            self._choice.addButton(button)
            row.addWidget(button)
        self.buttons[Mode.TEXT].setChecked(True)
        self.buttons[Mode.PAGES].hide()
        self._choice.buttonToggled.connect(self._tell)
        column = QVBoxLayout(self)
        column.setSpacing(4)
        for part in (self.title, self.source):
            column.addWidget(part)
        column.addSpacing(4)
        column.addLayout(self._chip_row)
        self.set_left(64)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.set_appearance(appearance)
        self._have_chips(_USUAL_CHIPS)

    def _switch(self, word: str) -> QToolButton:
        button = QToolButton(self._switches)
        button.setText(word)
        button.setCheckable(True)
        return button

    def show_document(self, document: Document) -> None:
        """Show a document's title, source line and dates."""
        source = self._source_line(document.description)
        self.title.set_words(document.title)
        self.source.set_words(source)
        self.source.setVisible(bool(source))
        self._show_chips(document.description)
        self.show_marks(0)

    def show_marks(self, marks: int) -> None:
        """Show how many marks the document has."""
        self._marks.setText(self.tr("1 mark") if marks == 1 else self.tr("{0} marks").format(f"{marks:,}"))
        self._marks.setVisible(marks > 0)

    def show_note(self, note: str) -> None:
        """Show that there is a note on the document, and what it says."""
        explain(self._note, note)
        self._note.setVisible(bool(note))

    @property
    def mode(self) -> Mode:
        """The mode that is chosen; what it shows may still be on its way."""
        return next(mode for mode, button in self.buttons.items() if button.isChecked())

    def choose(self, mode: Mode) -> None:
        """Choose what is shown, as if its button had been pressed."""
        self.buttons[mode].setChecked(True)

    def offer_pages(self, offered: bool) -> None:
        """Offer the pages as printed, or not."""
        self.buttons[Mode.PAGES].setVisible(offered)

    @Slot(object)
    def set_left(self, left: int) -> None:
        """Line up with a column of text that begins at a distance from the left edge."""
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(left, 14, 16, 10)

    def set_appearance(self, appearance: ViewerAppearance) -> None:
        """Draw in another look."""
        self._look = appearance
        self.title.setFont(appearance.interface_font(_TITLE_SIZE, bold=True))
        self.title.setStyleSheet(f"QLabel {{ color: {appearance.ink.name()}; }}")
        self.source.setStyleSheet(f"QLabel {{ color: {appearance.muted.name()}; }}")
        self.setStyleSheet(f"DocumentHead {{ background: {appearance.paper.name()}; }}")
        for button in self.buttons.values():
            button.setStyleSheet(
                f"QToolButton {{ border: 1px solid {appearance.line.name()}; border-radius: 6px;"
                f" padding: 2px 10px; min-height: 18px; background: {appearance.paper.name()};"
                f" color: {appearance.muted.name()}; }}"
                f"QToolButton:checked {{ color: {appearance.ink.name()}; background: {appearance.selection.name()}; }}"
                f"QToolButton:focus {{ border-color: {appearance.accent.name()}; }}"
            )
        for chip in (*self._chips, self._marks, self._note):
            self._dress(chip)

    def _source_line(self, description: Description) -> str:
        who = [f"{one.name}, {one.affiliation}" if one.affiliation else one.name for one in description.creators]
        source = description.source_class
        kind = "" if source is SourceClass.OTHER else source_class_in_words(source)
        parts = ["; ".join(who), description.publisher, description.place, kind, description.original]
        return " · ".join(part for part in (*parts, description.reference) if part)

    def _layer_words(self, layer: DateLayer) -> str:
        return {
            DateLayer.STATE_DESCRIBED: self.tr("as of"),
            DateLayer.WRITTEN: self.tr("written"),
            DateLayer.PUBLISHED: self.tr("published"),
            DateLayer.REPUBLISHED: self.tr("republished"),
            DateLayer.CAPTURED: self.tr("captured"),
        }[layer]

    def _basis_words(self, basis: DateBasis) -> str:
        return {
            DateBasis.STATED: self.tr("stated in the document"),
            DateBasis.INFERRED: self.tr("inferred"),
            DateBasis.EXTERNAL: self.tr("from elsewhere"),
            DateBasis.UNKNOWN: self.tr("basis not known"),
        }[basis]

    def _show_chips(self, description: Description) -> None:
        """Say the dates and the language in the chips that are there; to make new ones takes longer than all else."""
        said = [self._date_words(date) for date in description.dates]
        if description.language:
            name = language_words(description.language)
            said.append(_Said(self.tr("in"), name, self.tr("language: {0}").format(description.language)))
        self._have_chips(len(said))
        for chip, words in zip(self._chips, said, strict=False):
            chip.setText(f"{escape(words.words)} <b>{escape(words.emphasised)}</b>")
            explain(chip, words.explanation)
        for number, chip in enumerate(self._chips):
            chip.setVisible(number < len(said))

    def _have_chips(self, count: int) -> None:
        """Make chips until there are so many, before what stands behind them."""
        missing = [self._chip() for _ in range(count - len(self._chips))]
        self._chips += missing
        behind = (self._marks, self._note, self._switches)
        if missing:
            for part in behind:
                self._chip_row.removeWidget(part)
            for part in (*missing, *behind):
                self._chip_row.addWidget(part)

    def _date_words(self, date: DocumentDate) -> "_Said":
        explanation = self._basis_words(date.basis) + (f": “{date.words}”" if date.words else "")
        return _Said(self._layer_words(date.layer), in_words(date_in_words(date.edtf)), explanation)

    def _chip(self) -> QLabel:
        chip = QLabel(self)
        chip.setTextFormat(Qt.TextFormat.RichText)
        self._dress(chip)
        return chip

    def _dress(self, chip: QLabel) -> None:
        chip.setFont(self._look.interface_font(_CHIP_SIZE))
        chip.setStyleSheet(
            f"QLabel {{ border: 1px solid {self._look.line.name()}; border-radius: 10px; padding: 1px 8px;"
            " min-height: 16px;"
            f" color: {self._look.muted.name()}; }}"
        )

    @Slot(QAbstractButton, bool)
    def _tell(self, chosen: QAbstractButton, on: bool) -> None:
        if on:
            self.mode_chosen.emit(next(mode for mode, button in self.buttons.items() if button is chosen))
