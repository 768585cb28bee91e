"""The passages found, grouped by document, with facets and what the words were read as."""

from dataclasses import dataclass

from PySide6.QtCore import QLocale, QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from gui.models.passage_model import PassageModel
from gui.theme import Theme
from gui.widgets.chip import Chip
from gui.widgets.empty_state import EmptyState
from gui.widgets.labels import Label, Tone
from gui.widgets.passage_delegate import PassageDelegate
from storage.domain.ids import DocumentId
from storage.domain.search import FacetCount, SearchResult, Span
from storage.library import Library

_MOST_FACETS = 5


@dataclass(frozen=True, slots=True)
class PassageChoice:
    """A passage the reader went to: its document and its hit, in code points."""

    document: DocumentId
    span: Span


class SearchPanel(QWidget):
    """Shows one search result; says which passage was chosen.

    Signals:
        passage_chosen: a ``PassageChoice``.
        facet_chosen: words to be added to the query.
        suggestion_chosen: a query to be asked instead.
    """

    passage_chosen = Signal(object)
    facet_chosen = Signal(object)
    suggestion_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self.result: SearchResult | None = None
        self._model = PassageModel(self)
        self._view = QListView()
        self._view.setModel(self._model)
        self._view.setUniformItemSizes(True)
        self._view.setFrameShape(QListView.Shape.NoFrame)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._view.setAccessibleName(self.tr("Passages found"))
        self._delegate = PassageDelegate(self._view)
        self._view.setItemDelegate(self._delegate)
        self._view.clicked.connect(self._choose)
        self._view.activated.connect(self._choose)
        self._totals = Label("", strong=True)
        self._totals.setWordWrap(False)
        self._read_as = Label("", tone=Tone.MUTED, elided=True)
        self._read_as.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._remark = Label("", tone=Tone.CAUTION)
        self._suggestion = Chip("", value="")
        self._suggestion.chosen.connect(self.suggestion_chosen)
        self._empty = EmptyState("")
        self._chips: list[Chip] = []
        self._lay_out()
        self.clear()

    def _lay_out(self) -> None:
        self._chip_row = QHBoxLayout()
        self._chip_row.setSpacing(8)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 16, 4)
        head.setSpacing(12)
        head.addWidget(self._totals)
        head.addWidget(self._suggestion)
        head.addLayout(self._chip_row)
        head.addWidget(self._read_as, 1)
        self._head = QWidget()
        self._head.setLayout(head)
        remark = QHBoxLayout()
        remark.setContentsMargins(16, 0, 16, 4)
        remark.addWidget(self._remark)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._view)
        self._pages.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(remark)
        column.addWidget(self._pages, 1)
        self.setFocusProxy(self._view)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        for part in (self._delegate, self._totals, self._read_as, self._remark, self._suggestion, self._empty):
            part.set_theme(theme)
        for chip in self._chips:
            chip.set_theme(theme)

    def set_library(self, _library: Library | None) -> None:
        """Forget the result, which belonged to another archive."""
        self.clear()

    @Slot()
    def clear(self) -> None:
        """Show that nothing was searched for."""
        self.result = None
        self._model.set_result(None)
        self._head.hide()
        self._remark.hide()
        self._empty.set_sentence(self.tr("Type words in the field above to search all documents."))
        self._pages.setCurrentWidget(self._empty)

    @Slot(object)
    def show_result(self, result: SearchResult) -> None:
        """Show what was found."""
        self.result = result
        self._model.set_result(result)
        self._view.scrollToTop()
        self._head.show()
        self._totals.setText(self._totals_in_words(result))
        self._read_as.setText(self._reading_in_words(result))
        self._remark.setText(result.remark)
        self._remark.setVisible(bool(result.remark))
        self._suggestion.value = result.suggestion
        self._suggestion.set_text(self.tr("Did you mean “%1”?").replace("%1", result.suggestion))
        self._suggestion.setVisible(bool(result.suggestion))
        self._show_facets(result.facets)
        if not result.hits:
            sentence = self.tr("Nothing found for “%1”. Try fewer words, or part of a word followed by *.")
            self._empty.set_sentence(sentence.replace("%1", result.query))
        self._pages.setCurrentWidget(self._view if result.hits else self._empty)

    def _totals_in_words(self, result: SearchResult) -> str:
        locale = QLocale()
        passages = self.tr("%1 passage") if result.total_passages == 1 else self.tr("%1 passages")
        documents = self.tr("in %1 document") if result.total_documents == 1 else self.tr("in %1 documents")
        said = passages.replace("%1", locale.toString(result.total_passages))
        said += " " + documents.replace("%1", locale.toString(result.total_documents))
        if len(result.hits) < result.total_documents:
            best = self.tr("the best %1 are shown").replace("%1", locale.toString(len(result.hits)))
            said += f" · {best}"
        return said

    def _reading_in_words(self, result: SearchResult) -> str:
        milliseconds = QLocale().toString(max(1, round(result.milliseconds)))
        said = self.tr("read as: %1 · %2 ms").replace("%1", result.read_as)
        return said.replace("%2", milliseconds)

    def _show_facets(self, facets: tuple[FacetCount, ...]) -> None:
        for chip in self._chips:
            self._chip_row.removeWidget(chip)
            chip.deleteLater()
        self._chips = []
        for facet in facets[:_MOST_FACETS]:
            chip = Chip(f"{facet.field}: {facet.value}", QLocale().toString(facet.documents), _query_for(facet))
            if self._theme is not None:
                chip.set_theme(self._theme)
            chip.chosen.connect(self.facet_chosen)
            self._chip_row.addWidget(chip)
            self._chips.append(chip)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        row = self._model.row(index.row())
        passage = row.passage or (row.hits.passages[0] if row.hits.passages else None)
        if passage is not None:
            self.passage_chosen.emit(PassageChoice(row.hits.document, Span(passage.start, passage.end)))

    def step_hit(self, step: int) -> None:
        """Go to the next passage (+1) or the one before (-1), round at the ends."""
        rows = self._model.passage_rows()
        if not rows:
            return
        current = self._view.currentIndex().row()
        if step > 0:
            target = next((row for row in rows if row > current), rows[0])
        else:
            target = next((row for row in reversed(rows) if row < current), rows[-1])
        index = self._model.index(target)
        self._view.setCurrentIndex(index)
        self._view.scrollTo(index)
        self._choose(index)


def _query_for(facet: FacetCount) -> str:
    value = facet.value.replace('"', " ")
    return f'{facet.field}:"{value}"' if " " in value else f"{facet.field}:{value}"
