"""What narrows a search: active filters as chips that can be taken away, and facets with their counts to add more."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QLocale, QSize, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from gui.plain_words import explain
from gui.theme import Theme
from gui.value_words import source_class_in_words
from gui.widgets.active_filter import NODE, YEARS, ActiveFilter
from gui.widgets.chip import Chip
from gui.widgets.language_names import language_words
from gui.widgets.year_chooser import YearsButton
from storage.domain.document import SourceClass
from storage.domain.ids import FIRST_SCHEME, EntityId, SchemeId
from storage.domain.search import YEAR, FacetCount, SearchFilter

_FIELDS = {"kind": "source_classes", "lang": "languages", "region": "regions", "country": "countries", "tag": "tags"}
"""Which part of a filter holds a facet's values."""

_MOST_FACETS = 4
_MOST_OF_A_FIELD = 2


@dataclass(frozen=True, slots=True)
class _Said:
    """What a chip says, and the filter it stands for."""

    words: str
    count: str
    value: ActiveFilter
    explanation: str


class SearchFilters(QWidget):
    """Holds the filter of the search and lets the reader change it.

    Signals:
        changed: the new ``SearchFilter``.
        years_requested: nothing; the reader wants to say which years.
    """

    changed = Signal(object)
    years_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter = SearchFilter()
        self.place_names: Mapping[str, str] = {}
        """What the reader calls regions and countries where that differs from the facets."""
        self._theme: Theme | None = None
        self._facets: tuple[FacetCount, ...] = ()
        self._documents = 0
        self._chosen_node: tuple[EntityId, str, SchemeId] | None = None
        self.node_name = ""
        """What the row of the tree is called that the search is narrowed to."""
        self._active: list[Chip] = []
        self._offered: list[Chip] = []
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._button = QToolButton()
        self._button.setText(self.tr("Narrow ▾"))
        self._button.setToolTip(self.tr("Search only in some years, languages, regions, …"))
        self._button.setMenu(self._menu)
        self._button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._by_year = YearsButton()
        self._by_year.chosen.connect(self.toggle)
        self._by_year.others_wished.connect(self.years_requested)
        self._clear = QPushButton(self.tr("Clear all"))
        self._clear.setProperty("flat", True)
        self._clear.clicked.connect(self.clear)
        # What does not fit is left out, rather than widening the whole dock.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addWidget(self._button)
        self._row.addWidget(self._by_year)
        self._row.addWidget(self._clear)
        self._row.addStretch(1)
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._by_year.set_theme(theme)
        for chip in (*self._active, *self._offered):
            chip.set_theme(theme)

    def set_facets(self, facets: tuple[FacetCount, ...], documents: int) -> None:
        """Offer the values that the found documents have, ``documents`` being how many were found."""
        self._facets, self._documents = facets, documents
        self._show()

    def offer_node(self, node: EntityId | None, name: str, scheme: SchemeId = FIRST_SCHEME) -> None:
        """Offer to search only in documents about a row of the tree of a scheme."""
        self._chosen_node = None if node is None else (node, name, scheme)

    def set_years(self, first: int | None, last: int | None) -> None:
        """Narrow to years, or not where both are None."""
        self._change(replace(self.filter, first_year=first, last_year=last))

    @Slot()
    def clear(self) -> None:
        """Narrow by nothing any more."""
        self._change(SearchFilter())

    def forget(self) -> None:
        """Narrow by nothing any more, without telling."""
        self.filter = SearchFilter()
        self._facets = ()
        self._chosen_node = None
        self._show()

    @Slot(object)
    def toggle(self, active: ActiveFilter) -> None:
        """Narrow to a value too, or no longer."""
        if active.field == NODE:
            self._toggle_node()
        elif active.field == YEARS:
            year = int(active.value) if active.value else None
            self.set_years(year, year)
        else:
            part = _FIELDS[active.field]
            value = SourceClass(active.value) if active.field == "kind" else active.value
            self._change(replace(self.filter, **{part: getattr(self.filter, part) ^ {value}}))

    def _toggle_node(self) -> None:
        if self.filter.entities or self._chosen_node is None:
            self._change(replace(self.filter, entities=frozenset(), scheme=FIRST_SCHEME))
        else:
            node, self.node_name, scheme = self._chosen_node
            self._change(replace(self.filter, entities=frozenset({node}), scheme=scheme))

    def _change(self, wanted: SearchFilter) -> None:
        if wanted != self.filter:
            self.filter = wanted
            self._show()
            self.changed.emit(wanted)

    def active(self) -> list[ActiveFilter]:
        """Return what narrows the search, in the order shown."""
        found = [ActiveFilter(NODE)] if self.filter.entities else []
        if (self.filter.first_year, self.filter.last_year) != (None, None):
            found.append(ActiveFilter(YEARS))
        for field, part in _FIELDS.items():
            found += [ActiveFilter(field, str(value)) for value in sorted(getattr(self.filter, part))]
        return found

    def _show(self) -> None:
        active = self.active()
        self._say(self._active, [self._active_words(each) for each in active], 2, removable=True)
        self._clear.setVisible(bool(active))
        counts = [(int(facet.value), facet.documents) for facet in self._facets if facet.field == YEAR]
        self._by_year.set_years(counts, self.filter.first_year, self.filter.last_year)
        offered = [self._facet_words(facet) for facet in self._worth_showing(set(active))]
        self._say(self._offered, offered, 3 + len(active))
        self._hide_what_does_not_fit()

    def _say(self, chips: list[Chip], wanted: list[_Said], at: int, removable: bool = False) -> None:
        """Let chips say other things, which is asked for with every key typed; only what is missing is made."""
        for chip in chips[len(wanted) :]:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        del chips[len(wanted) :]
        for said in wanted[len(chips) :]:
            chip = Chip(said.words, said.count, said.value, removable=removable)
            chip.chosen.connect(self.toggle)
            if self._theme:
                chip.set_theme(self._theme)
            self._row.insertWidget(at + len(chips), chip)
            chip.show()
            chips.append(chip)
        for chip, said in zip(chips, wanted, strict=True):
            chip.show_words(said.words, said.count, said.value)
            explain(chip, said.explanation)
            if removable:
                chip.setAccessibleName(said.explanation)

    def _active_words(self, active: ActiveFilter) -> _Said:
        words = self._words(active)
        return _Said(words, "", active, self.tr("{words}; press to take this filter away").format(words=words))

    def _facet_words(self, facet: FacetCount) -> _Said:
        active = ActiveFilter(facet.field, facet.value)
        words = self._words(active)
        count = QLocale().toString(facet.documents)
        return _Said(words, count, active, self.tr("Show only these: {words}").format(words=words))

    def _words(self, active: ActiveFilter) -> str:
        if active.field == NODE:
            return self.tr("about: {name}").format(name=self.node_name)
        if active.field == YEARS:
            return self._years_words()
        value = value_words(active.field, active.value, self.place_names)
        return self.tr("{field}: {value}").format(field=field_words(active.field), value=value)

    def _years_words(self) -> str:
        first, last = self.filter.first_year, self.filter.last_year
        if first == last:
            words = self.tr("year: {first}")
        elif last is None:
            words = self.tr("years: from {first} on")
        else:
            words = self.tr("years: up to {last}") if first is None else self.tr("years: {first} to {last}")
        return words.format(first=first, last=last)

    def _worth_showing(self, active: set[ActiveFilter]) -> Iterator[FacetCount]:
        """Yield the commonest values of each field that would narrow the search, few enough for one line."""
        shown: list[FacetCount] = []
        for facet in sorted(self._facets, key=lambda facet: -facet.documents):
            of_field = sum(other.field == facet.field for other in shown)
            says_something = facet.field in _FIELDS and facet.value != SourceClass.OTHER
            narrows = facet.documents < self._documents and ActiveFilter(facet.field, facet.value) not in active
            if says_something and narrows and of_field < _MOST_OF_A_FIELD:
                shown.append(facet)
        yield from shown[:_MOST_FACETS]

    @Slot()
    def _fill_menu(self) -> None:
        self._menu.clear()
        self._add_node()
        years = self._menu.addAction(self.tr("Years…"))
        years.triggered.connect(self.years_requested)
        chosen = set(self.active())
        for field in _FIELDS:
            facets = [facet for facet in self._facets if facet.field == field]
            menu = self._menu.addMenu(field_words(field).capitalize())
            menu.setEnabled(bool(facets))
            for facet in facets:
                active = ActiveFilter(field, facet.value)
                count = QLocale().toString(facet.documents)
                words = value_words(field, facet.value, self.place_names).replace("&", "&&")
                self._add(menu, f"{words}\t{count}", active, active in chosen)

    def _add_node(self) -> None:
        if self.filter.entities:
            self._add(self._menu, self._words(ActiveFilter(NODE)).replace("&", "&&"), ActiveFilter(NODE), True)
        elif self._chosen_node is not None:
            name = self._chosen_node[1].replace("&", "&&")
            self._add(self._menu, self.tr("Only about “{name}”").format(name=name), ActiveFilter(NODE), False)
        else:
            self._menu.addAction(self.tr("Choose a row of the tree to search only there")).setEnabled(False)

    def _add(self, menu: QMenu, words: str, active: ActiveFilter, is_on: bool) -> None:
        action = QAction(words, menu)
        action.setCheckable(True)
        action.setChecked(is_on)
        action.setData(active)
        action.triggered.connect(self._toggle_chosen)
        menu.addAction(action)

    @Slot()
    def _toggle_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.toggle(action.data())

    def _hide_what_does_not_fit(self) -> None:
        """Show as many offered facets as there is room for."""
        used = self._button.sizeHint().width()
        used += self._by_year.sizeHint().width() + 6 if not self._by_year.isHidden() else 0
        used += sum(chip.sizeHint().width() + 6 for chip in self._active)
        used += self._clear.sizeHint().width() + 6 if self._active else 0
        for chip in self._offered:
            wanted = chip.sizeHint().width() + 6
            fits = used + wanted <= self.width()
            chip.setVisible(fits)
            used += wanted if fits else 0

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hide_what_does_not_fit()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())


def field_words(field: str) -> str:
    """Return the name of a facet's field."""
    return {
        "kind": QCoreApplication.translate("SearchFilters", "kind"),
        "lang": QCoreApplication.translate("SearchFilters", "language"),
        "region": QCoreApplication.translate("SearchFilters", "region"),
        "country": QCoreApplication.translate("SearchFilters", "country"),
        "tag": QCoreApplication.translate("SearchFilters", "tag"),
    }[field]


def value_words(field: str, value: str, place_names: Mapping[str, str]) -> str:
    """Say a facet's value: a language by its name, a place as the reader calls it, anything else as it is."""
    if field == "kind":
        return source_class_in_words(SourceClass(value))
    if field == "lang":
        return language_words(value)
    return place_names.get(value, value) if field in ("region", "country") else value
