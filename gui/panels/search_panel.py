"""What a search has found: passages grouped by document, facets, and what the query was read as."""

from PySide6.QtCore import QCoreApplication, QLocale, QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QListView, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from gui.models import passage_model as rows
from gui.theme import Theme
from gui.widgets.chip import Chip
from gui.widgets.choosing_view import ChoosingListView
from gui.widgets.empty_state import EmptyState
from gui.widgets.labels import Label, Tone
from gui.widgets.passage_delegate import PassageDelegate, PassageRoles
from storage.domain.document import SourceClass
from storage.domain.ids import DocumentId
from storage.domain.search import FacetCount, SearchResult

_MOST_FACETS = 3
_MOST_OF_A_FIELD = 2
_ROLES = PassageRoles(
    found=rows.FOUND_ROLE, count=rows.COUNT_ROLE, place=rows.PLACE_ROLE,
    highlights=rows.HIGHLIGHTS_ROLE, current=rows.CURRENT_ROLE,
)  # fmt: skip


class SearchPanel(QWidget):
    """Shows the answer to a search, walks its passages, and says which one was chosen."""

    passage_chosen = Signal(object)
    """A FoundPassage."""
    facet_chosen = Signal(object)
    """Words to add to the query, such as ``kind:"official organ"``."""
    suggestion_chosen = Signal(object)
    """A corrected query."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._result: SearchResult | None = None
        self._chips: list[Chip] = []
        self._model = rows.PassageModel(self)
        self._view = ChoosingListView(self.tr("Passages found"))
        self._view.setModel(self._model)
        self._view.setUniformItemSizes(True)
        self._view.setResizeMode(QListView.ResizeMode.Adjust)
        self._view.chosen.connect(self._tell_chosen)
        self._delegate = PassageDelegate(self._view, _ROLES)
        self._view.setItemDelegate(self._delegate)
        self._empty = EmptyState("")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._view)
        self._pages.addWidget(self._empty)
        self._head = Label(strong=True)
        self._head.setWordWrap(False)
        self._read_as = Label(tone=Tone.MUTED, elided=True)
        self._read_as.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._remark = Label(tone=Tone.CAUTION)
        self._suggestion = QPushButton()
        self._suggestion.clicked.connect(self._tell_suggestion)
        self._lay_out()
        self.clear()

    def _lay_out(self) -> None:
        self._facets = QHBoxLayout()
        self._facets.setSpacing(6)
        line = QWidget()
        # What does not fit is cut at the right, rather than widening the whole dock.
        line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        head = QHBoxLayout(line)
        head.setContentsMargins(14, 6, 14, 4)
        head.setSpacing(10)
        head.addWidget(self._head)
        head.addLayout(self._facets)
        head.addWidget(self._read_as, 1)
        self._second = QWidget()
        second = QHBoxLayout(self._second)
        second.setContentsMargins(14, 0, 14, 4)
        second.addWidget(self._remark, 1)
        second.addWidget(self._suggestion)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(line)
        layout.addWidget(self._second)
        layout.addWidget(self._pages, 1)
        self.setFocusProxy(self._view)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        labels = (self._head, self._read_as, self._remark)
        for part in (*labels, self._delegate, self._empty, *self._chips):
            part.set_theme(theme)

    @Slot()
    def clear(self) -> None:
        """Show that nothing is searched for."""
        self._show(None, self.tr("Type words in the field above."))

    def show_waiting(self, query: str) -> None:
        """Say that the search goes on, where it takes longer than a moment."""
        self._head.setText(self.tr("Searching for “{query}”…").format(query=_short(query)))

    def show_failure(self, sentence: str) -> None:
        """Say why a search could not be answered."""
        self._show(None, sentence)

    def show_result(self, result: SearchResult) -> None:
        """Show the answer to a search; none of its passages is current yet."""
        nothing = self.tr(
            "Nothing found for “{query}”. Try fewer words, another spelling, or the beginning of one: peac*"
        )
        self._show(result, nothing.format(query=_short(result.query)))

    def _show(self, result: SearchResult | None, instead: str) -> None:
        self._result = result
        with self._view.quietly():
            self._model.set_result(result)
        self._view.scrollToTop()
        self._empty.set_sentence(instead)
        self._pages.setCurrentWidget(self._view if result and result.hits else self._empty)
        self._head.setText(_head_words(result) if result else "")
        self._read_as.setText(self._read_as_words(result) if result else "")
        self._remark.setText(result.remark if result else "")
        suggestion = result.suggestion if result else ""
        self._suggestion.setText(self.tr("Did you mean “{query}”?").format(query=_short(suggestion)))
        self._suggestion.setVisible(bool(suggestion))
        self._second.setVisible(bool(result and (result.remark or suggestion)))
        self._show_facets(result.facets if result else ())

    def _read_as_words(self, result: SearchResult) -> str:
        time = QLocale().toString(result.milliseconds, "f", 0 if result.milliseconds >= 10 else 1)
        return self.tr("read as: {words} · {time} ms").format(words=result.read_as, time=time)

    def _show_facets(self, facets: tuple[FacetCount, ...]) -> None:
        for chip in self._chips:
            self._facets.removeWidget(chip)
            chip.deleteLater()
        self._chips = []
        for facet in _worth_showing(facets):
            chip = Chip(f"{facet.field}: {facet.value}", QLocale().toString(facet.documents), facet_words(facet))
            chip.setToolTip(self.tr("Only these: adds {words} to the query").format(words=facet_words(facet)))
            chip.chosen.connect(self.facet_chosen)
            if self._theme:
                chip.set_theme(self._theme)
            self._facets.addWidget(chip)
            self._chips.append(chip)

    @Slot()
    def next_hit(self) -> None:
        """Go to the next passage, into the next document after the last one, and from the end to the beginning."""
        self._step(+1)

    @Slot()
    def previous_hit(self) -> None:
        """Go to the passage before, around the beginning."""
        self._step(-1)

    def _step(self, step: int) -> None:
        current = self._view.currentIndex()
        start = current.row() if current.isValid() else (-1 if step > 0 else 0)
        row = self._model.next_passage(start, step)
        if row is not None:
            self._view.show_chosen(self._model.index(row))
            self._tell_chosen(self._model.index(row))

    def choose(self, document: DocumentId, start: int) -> None:
        """Make the passage that starts at ``start`` (a code point) in a document the current one, without telling."""
        for row in range(self._model.rowCount()):
            found = self._model.found(self._model.index(row))
            if found and found.hits.document == document and found.passage.start == start:
                self._view.show_chosen(self._model.index(row))
                return

    @Slot(object)
    def _tell_chosen(self, index: QModelIndex) -> None:
        found = self._model.found(index)
        if found:
            self.passage_chosen.emit(found)

    @Slot()
    def _tell_suggestion(self) -> None:
        if self._result:
            self.suggestion_chosen.emit(self._result.suggestion)


def _head_words(result: SearchResult) -> str:
    return QCoreApplication.translate("SearchPanel", "{passages} in {documents}").format(
        passages=rows.passages_in_words(result.total_passages),
        documents=rows.documents_in_words(result.total_documents),
    )


def _short(query: str) -> str:
    return query if len(query) <= 80 else query[:79] + "…"


def _worth_showing(facets: tuple[FacetCount, ...]) -> list[FacetCount]:
    """Return the commonest values of each field, few enough for one line."""
    shown: list[FacetCount] = []
    for facet in sorted(facets, key=lambda facet: -facet.documents):
        if facet.value != SourceClass.OTHER and sum(other.field == facet.field for other in shown) < _MOST_OF_A_FIELD:
            shown.append(facet)
    return shown[:_MOST_FACETS]


def facet_words(facet: FacetCount) -> str:
    """Write a facet as the query language has it."""
    value = facet.value.replace('"', "")
    return f'{facet.field}:"{value}"' if not value.isalnum() else f"{facet.field}:{value}"
