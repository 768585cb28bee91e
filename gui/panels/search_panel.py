"""What a search has found: passages grouped by document, what narrows it, and what the query was read as."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLocale, QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QListView, QPushButton, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from gui.dialogs.choose_years import Years, YearsDialog
from gui.models import passage_model as rows
from gui.theme import Theme
from gui.translation import in_words
from gui.widgets.choosing_view import ChoosingListView
from gui.widgets.empty_state import EmptyState
from gui.widgets.hit_menu import Hit, HitMenu
from gui.widgets.labels import Label, Tone
from gui.widgets.passage_delegate import PassageDelegate, PassageRoles
from gui.widgets.search_filters import SearchFilters
from storage.domain.search import SearchResult, Span

_ROLES = PassageRoles(
    heading=rows.HEADING_ROLE, detail=rows.DETAIL_ROLE, place=rows.PLACE_ROLE,
    highlights=rows.HIGHLIGHTS_ROLE, current=rows.CURRENT_ROLE,
)  # fmt: skip


class SearchPanel(QWidget):
    """Shows the answer to a search, walks its passages, and says which one was chosen; ``filters`` narrow the search.

    Signals:
        passage_chosen: a ``FoundPassage``.
        filter_changed: the ``SearchFilter`` that the reader wants now.
        more_wanted: after how many documents the next ones are wanted.
        suggestion_chosen: a corrected query.
        repeat_requested: nothing; the reader wants the same question answered anew.
        view_changed: whether another view than the list of passages is in front.
    """

    passage_chosen = Signal(object)
    filter_changed = Signal(object)
    more_wanted = Signal(object)
    suggestion_chosen = Signal(object)
    repeat_requested = Signal()
    view_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._result: SearchResult | None = None
        self._is_stepping_on = False
        self._model = rows.PassageModel(self)
        self._model.more_wanted.connect(self.more_wanted)
        self._view = ChoosingListView(self.tr("Passages found"))
        self._view.setModel(self._model)
        self._view.setUniformItemSizes(True)
        self._view.setResizeMode(QListView.ResizeMode.Adjust)
        self._view.chosen.connect(self._take_choice)
        self.hit_menu = HitMenu(self._view, self._hit)
        self._delegate = PassageDelegate(self._view, _ROLES)
        self._view.setItemDelegate(self._delegate)
        self._empty = EmptyState("")
        self._empty.action_requested.connect(self._do_instead)
        self.filters = SearchFilters()
        self.filters.changed.connect(self.filter_changed)
        self.filters.years_requested.connect(self._ask_for_years)
        self._steps: list[Callable[[int], None]] = [self._step]
        self._views = QTabBar()
        self._views.setObjectName("sections")
        self._views.setDrawBase(False)
        self._views.setExpanding(False)
        self._views.addTab(self.tr("Passages"))
        self._views.currentChanged.connect(self._show_view)
        self._make_labels()
        self._lay_out()
        self.clear()

    def _make_labels(self) -> None:
        self._head = Label(strong=True)
        self._head.setWordWrap(False)
        self._read_as = Label(tone=Tone.MUTED, elided=True)
        self._read_as.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._explanation = Label(tone=Tone.MUTED)
        self._explain = QPushButton(self.tr("Explain"))
        self._explain.setProperty("flat", True)
        self._explain.setCheckable(True)
        self._explain.setToolTip(self.tr("Say in full what the query was read as"))
        self._explain.toggled.connect(self._show_explanation)
        self._again = QPushButton(self.tr("The archive has changed: search again"))
        self._again.setProperty("flat", True)
        self._again.clicked.connect(self.repeat_requested)
        self._remark = Label(tone=Tone.CAUTION)

    def _lay_out(self) -> None:
        head = _row(14, 6, 14, 2)
        head.addWidget(self._head)
        head.addWidget(self._read_as, 1)
        head.addWidget(self._again)
        head.addWidget(self._explain)
        second = _row(14, 0, 8, 4)
        second.addWidget(self.filters, 1)
        second.addWidget(self._views)
        self._notes = QWidget()
        notes = QVBoxLayout(self._notes)
        notes.setContentsMargins(14, 0, 14, 4)
        notes.setSpacing(4)
        notes.addWidget(self._remark)
        notes.addWidget(self._explanation)
        self._passages = QStackedWidget()
        self._passages.addWidget(self._view)
        self._passages.addWidget(self._empty)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._passages)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(second)
        layout.addWidget(self._notes)
        layout.addWidget(self._pages, 1)
        self.setFocusProxy(self._view)

    def add_view(self, name: str, view: QWidget, step: Callable[[int], None]) -> None:
        """Add another view of what was found; ``step`` goes to its next hit (+1) or the one before (-1)."""
        self._views.addTab(name)
        self._pages.addWidget(view)
        self._steps.append(step)

    def show_view(self, number: int) -> None:
        """Bring a view to the front: 0 the list of passages, then those that were added, in their order."""
        self._views.setCurrentIndex(number)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        labels = (self._head, self._read_as, self._remark, self._explanation)
        for part in (*labels, self._delegate, self._empty, self.filters):
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
        self._show(None, in_words(sentence))

    def show_change(self) -> None:
        """Offer to search again, because the archive is no longer what it was."""
        self._again.setVisible(self._result is not None)

    def show_result(self, result: SearchResult) -> None:
        """Show the answer to a search; none of its passages is current yet."""
        sentence = self.tr(
            "Nothing found for “{query}”. Try fewer words, another spelling, or the beginning of one: peac*"
        )
        if self.filters.active():
            sentence = self.tr("Nothing found for “{query}” with these filters.")
        self._show(result, sentence.format(query=_short(result.query)))

    def show_facets(self, result: SearchResult) -> None:
        """Offer what the found documents have in common to narrow the search by."""
        self.filters.set_facets(result.facets, result.total_documents)

    def add_result(self, result: SearchResult, offset: int, limit: int) -> None:
        """Show the next documents of the same search below those that are there."""
        self._model.add_result(result, offset, limit)
        if self._is_stepping_on:
            self._is_stepping_on = False
            self._step(+1)

    def _show(self, result: SearchResult | None, instead: str) -> None:
        self._result = result
        self._is_stepping_on = False
        with self._view.quietly():
            self._model.set_result(result)
        self._view.scrollToTop()
        suggestion = result.suggestion if result else ""
        self._empty.set_sentence(instead)
        action = self.tr("Did you mean “{query}”?").format(query=_short(suggestion)) if suggestion else ""
        if result and not suggestion and self.filters.active():
            action = self.tr("Search without filters")
        self._empty.set_action(action)
        self._passages.setCurrentWidget(self._view if result and result.hits else self._empty)
        self._head.setText(_head_words(result) if result else "")
        self._read_as.setText(self._read_as_words(result) if result else "")
        self._explanation.setText(self.tr("Read as: {words}").format(words=in_words(result.read_as)) if result else "")
        self._remark.setText(in_words(result.remark) if result else "")
        self._explain.setVisible(result is not None)
        self._again.hide()
        self._show_explanation()
        if result is None:
            self.filters.set_facets((), 0)

    @Slot()
    def _show_explanation(self) -> None:
        is_wanted = self._explain.isChecked() and self._result is not None
        self._remark.setVisible(bool(self._remark.text()))
        self._explanation.setVisible(is_wanted)
        self._notes.setVisible(is_wanted or bool(self._remark.text()))

    def _read_as_words(self, result: SearchResult) -> str:
        time = QLocale().toString(result.milliseconds, "f", 0 if result.milliseconds >= 10 else 1)
        return self.tr("read as: {words} · {time} ms").format(words=in_words(result.read_as), time=time)

    @Slot()
    def next_hit(self) -> None:
        """Go to the next hit of the view in front, into the next document after the last one, and around the end."""
        self._steps[self._pages.currentIndex()](+1)

    @Slot()
    def previous_hit(self) -> None:
        """Go to the hit before."""
        self._steps[self._pages.currentIndex()](-1)

    def _step(self, by: int) -> None:
        current = self._view.currentIndex()
        start = current.row() if current.isValid() else (-1 if by > 0 else self._model.rowCount())
        place = self._model.step(start, by)
        if place is not None:
            index = self._model.make_current(place)
            self._view.show_chosen(index)
            self._tell_chosen(index)
        elif by > 0 and not self._model.is_whole:
            self._is_stepping_on = True
            self._model.fetchMore(QModelIndex())

    @Slot(object)
    def _take_choice(self, index: QModelIndex) -> None:
        self._model.make_current(rows.Step(index.row(), 0))
        self._tell_chosen(index)

    def _hit(self, index: QModelIndex) -> Hit | None:
        found = self._model.found(index)
        if found is None:
            return None
        passage = found.passage
        span = Span(passage.start, passage.end) if passage is not None else None
        return Hit(found.hits.document, span, passage.snippet if passage is not None else found.hits.title)

    def _tell_chosen(self, index: QModelIndex) -> None:
        found = self._model.found(index)
        if found:
            self.passage_chosen.emit(found)

    @Slot()
    def _do_instead(self) -> None:
        if self._result and self._result.suggestion:
            self.suggestion_chosen.emit(self._result.suggestion)
        else:
            self.filters.clear()

    @Slot()
    def _ask_for_years(self) -> None:
        narrowed = self.filters.filter
        dialog = YearsDialog(Years(narrowed.first_year, narrowed.last_year), self)
        if dialog.exec():
            years = dialog.years()
            self.filters.set_years(years.first, years.last)

    @Slot(int)
    def _show_view(self, number: int) -> None:
        self._pages.setCurrentIndex(number)
        self._views.updateGeometry()  # the name in front is written bold, and wider
        self.setFocusProxy(self._view if number == 0 else (self._pages.currentWidget() or self._view))
        self.view_changed.emit(number > 0)


def _row(left: int, top: int, right: int, bottom: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(left, top, right, bottom)
    row.setSpacing(10)
    return row


def _head_words(result: SearchResult) -> str:
    return QCoreApplication.translate("SearchPanel", "{passages} in {documents}").format(
        passages=rows.passages_in_words(result.total_passages),
        documents=rows.documents_in_words(result.total_documents),
    )


def _short(query: str) -> str:
    return query if len(query) <= 80 else query[:79] + "…"
