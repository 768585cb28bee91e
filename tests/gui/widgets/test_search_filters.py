"""Filters of a search: facets add them, their chips take them away, and words say which there are."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.dialogs.choose_years import Years, YearsDialog
from gui.theme import Theme
from gui.widgets.active_filter import ActiveFilter
from gui.widgets.chip import Chip
from gui.widgets.labels import Label
from gui.widgets.search_filters import SearchFilters
from gui.widgets.year_chooser import YearChooser, YearsButton
from storage.domain.document import SourceClass
from storage.domain.ids import EntityId
from storage.domain.search import FacetCount, SearchFilter
from tests.gui.conftest import part_of, payload

FACETS = (
    FacetCount("kind", "official organ", 9),
    FacetCount("kind", "other", 3),
    FacetCount("lang", "fr", 1200),
    FacetCount("lang", "zh", 4),
    FacetCount("country", "Cuba", 1500),
    FacetCount("tag", "<b>bold</b> & more", 2),
)


@pytest.fixture
def filters(qtbot: QtBot, theme: Theme) -> Iterator[SearchFilters]:
    holder = QWidget()
    filters = SearchFilters()
    filters.set_theme(theme)
    QVBoxLayout(holder).addWidget(filters)
    qtbot.add_widget(holder)
    holder.resize(900, 60)
    holder.show()
    filters.set_facets(FACETS, 1500)
    yield filters
    holder.close()


def chips(filters: SearchFilters) -> dict[str, Chip]:
    return {chip.text(): chip for chip in filters.findChildren(Chip) if chip.isVisible()}


def button_of(widget: QWidget, words: str) -> QPushButton:
    return next(button for button in widget.window().findChildren(QPushButton) if button.text() == words)


def test_places_are_called_as_the_reader_calls_them(filters: SearchFilters) -> None:
    filters.place_names = {"Cuba": "古巴"}
    filters.set_facets(FACETS, 2000)
    assert [words for words in chips(filters) if "古巴" in words]
    assert not [words for words in chips(filters) if "Cuba" in words]


def test_facets_that_narrow_are_offered_with_their_counts(filters: SearchFilters) -> None:
    names = [chip.accessibleName() for chip in chips(filters).values()]
    assert names == [
        "language: French 1,200",
        "kind: official organ 9",
        "language: Chinese 4",
        "tag: <b>bold</b> & more 2",
    ]


def test_a_facet_becomes_a_filter_and_its_chip_takes_it_away(qtbot: QtBot, filters: SearchFilters) -> None:
    for name in ("kind: official organ", "language: French"):
        with qtbot.wait_signal(filters.changed) as told:
            qtbot.mouseClick(chips(filters)[name], Qt.MouseButton.LeftButton)
    both = SearchFilter(source_classes=frozenset({SourceClass.OFFICIAL_ORGAN}), languages=frozenset({"fr"}))
    assert payload(told) == both == filters.filter
    with qtbot.wait_signal(filters.changed) as told:
        qtbot.mouseClick(chips(filters)["language: French"], Qt.MouseButton.LeftButton)
    assert payload(told).languages == frozenset()
    with qtbot.wait_signal(filters.changed) as told:
        qtbot.mouseClick(button_of(filters, "Clear all"), Qt.MouseButton.LeftButton)
    assert payload(told) == SearchFilter()
    assert not button_of(filters, "Clear all").isVisible()


def test_the_menu_has_every_value_and_the_row_of_the_tree(qtbot: QtBot, filters: SearchFilters) -> None:
    filters.offer_node(EntityId("country-cuba"), "Cuba & Co")
    menu = part_of(filters, QMenu)
    menu.aboutToShow.emit()
    said = {action.text(): action for action in menu.actions()}
    kinds = said["Kind"].menu()
    assert isinstance(kinds, QMenu)
    assert [action.text() for action in kinds.actions()] == ["official organ\t9", "other\t3"]
    with qtbot.wait_signal(filters.changed) as told:
        said["Only about “Cuba && Co”"].trigger()
    assert payload(told) == SearchFilter(entities=frozenset({EntityId("country-cuba")}))
    assert "about: Cuba & Co" in chips(filters)
    menu.aboutToShow.emit()
    assert [action.isChecked() for action in menu.actions() if action.data() == ActiveFilter("node")] == [True]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (1949, 1949, "year: 1949"),
        (1949, 1955, "years: 1949 to 1955"),
        (None, 1955, "years: up to 1955"),
        (1949, None, "years: from 1949 on"),
    ],
)
def test_years_are_said_in_words(filters: SearchFilters, first: int | None, last: int | None, words: str) -> None:
    filters.set_years(first, last)
    assert words in chips(filters)
    filters.toggle(ActiveFilter("years"))
    assert filters.filter == SearchFilter()


def test_the_dialog_takes_years_in_any_order_and_none(qtbot: QtBot) -> None:
    dialog = YearsDialog(Years(1949, None))
    qtbot.add_widget(dialog)
    assert dialog.years() == Years(1949, None)
    dialog.last.setText("1921")
    assert dialog.years() == Years(1921, 1949)
    dialog.first.clear()
    dialog.last.clear()
    assert dialog.years() == Years()


def test_what_does_not_fit_is_left_out(filters: SearchFilters) -> None:
    filters.window().resize(280, 60)
    assert len(chips(filters)) == 1
    filters.toggle(ActiveFilter("lang", "fr"))
    assert set(chips(filters)) == {"language: French"}


BY_YEAR = (FacetCount("year", "1955", 4), FacetCount("year", "1956", 1200), FacetCount("year", "1989", 1))


def opened(qtbot: QtBot, filters: SearchFilters) -> YearChooser:
    filters.set_facets((*FACETS, *BY_YEAR), 1500)
    qtbot.mouseClick(part_of(filters, YearsButton), Qt.MouseButton.LeftButton)
    chart = part_of(filters, YearChooser)
    qtbot.wait_until(chart.isVisible)
    return chart


def said_under(chart: YearChooser) -> list[str]:
    return [label.text() for label in chart.window().findChildren(Label) if "·" in label.text()]


def test_years_are_chosen_with_the_keyboard(qtbot: QtBot, filters: SearchFilters) -> None:
    chart = opened(qtbot, filters)
    assert said_under(chart) == ["1955 · 4 documents"]
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert said_under(chart) == ["1956 · 1,200 documents"]
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_End):
        qtbot.keyClick(chart, key)
    assert said_under(chart) == ["1989 · 1 document"]
    with qtbot.wait_signal(filters.changed) as told:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert payload(told) == SearchFilter(first_year=1989, last_year=1989)
    assert "year: 1989" in chips(filters)
    assert not chart.isVisible()


def test_a_year_is_chosen_with_the_mouse_and_left_again(qtbot: QtBot, filters: SearchFilters) -> None:
    chart = opened(qtbot, filters)
    first_bar = QPoint(int(chart.width() / (1989 - 1955 + 1) / 2), 60)
    with qtbot.wait_signal(filters.changed) as told:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=first_bar)
    assert payload(told) == SearchFilter(first_year=1955, last_year=1955)
    chart = opened(qtbot, filters)
    with qtbot.wait_signal(filters.changed) as told:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=first_bar)
    assert payload(told) == SearchFilter()
    filters.set_years(1950, 1960)
    chart = opened(qtbot, filters)
    with qtbot.wait_signal(filters.changed) as told:
        qtbot.mouseClick(button_of(chart, "All years"), Qt.MouseButton.LeftButton)
    assert payload(told) == SearchFilter()
    opened(qtbot, filters)
    assert not button_of(chart, "All years").isVisible()
    with qtbot.wait_signal(filters.years_requested):
        qtbot.mouseClick(button_of(chart, "From … to …"), Qt.MouseButton.LeftButton)


def test_without_dates_there_are_no_years_to_choose_from(filters: SearchFilters) -> None:
    assert not part_of(filters, YearsButton).isVisible()
    filters.set_facets(BY_YEAR, 1500)
    assert part_of(filters, YearsButton).isVisible()
    assert chips(filters) == {}


def test_a_value_with_a_long_name_does_not_keep_the_next_ones_out(filters: SearchFilters) -> None:
    long, short = "International and regional organisations of parties, " * 3, "Asia"
    filters.window().resize(320, 60)
    filters.set_facets((FacetCount("region", long, 9), FacetCount("region", short, 6)), 1500)
    assert [words for words in chips(filters) if short in words]
    assert not [words for words in chips(filters) if long in words]
