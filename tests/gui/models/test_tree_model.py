from pathlib import Path

from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from gui.models.tree_model import COUNTS_ROLE, NODE_ROLE, TreeModel, TreeOrder, TreeWish
from storage.domain.ids import EntityId, SchemeId
from storage.library import Library
from tests.gui.conftest import OTHER_TEXT, add_document

# Made last where a test counts what is loaded: the tester opens every row itself.
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def names(model: TreeModel, parent: QModelIndex | None = None) -> list[str]:
    parent = parent or QModelIndex()
    return [model.index(row, 0, parent).data() for row in range(model.rowCount(parent))]


def child(model: TreeModel, name: str, parent: QModelIndex | None = None) -> QModelIndex:
    index = model.index(names(model, parent).index(name), 0, parent or QModelIndex())
    if model.canFetchMore(index):
        model.fetchMore(index)
    return index


def test_levels_are_asked_for_when_they_are_opened(filled: Library, qtbot: QtBot) -> None:
    model = TreeModel(filled)
    asia = model.index(0, 0)
    assert (asia.data(), asia.data(COUNTS_ROLE)) == ("Asia", "1 · 5")
    assert model.hasChildren(asia)
    assert model.rowCount(asia) == 0
    model.fetchMore(asia)
    assert names(model, asia) == ["North Korea", "China"]
    assert not model.hasChildren(child(model, "Africa"))
    china = child(model, "China", asia)
    assert names(model, china) == ["Communist Party of China"]
    assert model.index(0, 0, china).data(NODE_ROLE).id == EntityId("organisation:cpc")
    assert model.parent(china) == asia
    QAbstractItemModelTester(model, FATAL, model)


def test_no_archive_gives_no_rows(qtbot: QtBot) -> None:
    model = TreeModel()
    QAbstractItemModelTester(model, FATAL, model)
    assert model.rowCount() == 0


def test_refresh_counts_anew_and_keeps_what_is_open(filled: Library, tmp_path: Path, qtbot: QtBot) -> None:
    model = TreeModel(filled)
    QAbstractItemModelTester(model, FATAL, model)
    asia, latin = child(model, "Asia"), child(model, "Latin America")
    cuba = child(model, "Cuba", latin)
    add_document(filled, tmp_path / "greetings.txt", OTHER_TEXT + " Mongolia and Vietnam sent none.")
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.refresh()
    assert cuba.data(COUNTS_ROLE) == "2 · 4"
    assert names(model, cuba) == ["Communist Party of Cuba"]
    assert set(names(model, asia)) == {"North Korea", "China", "Mongolia", "Vietnam"}


def test_refresh_takes_rows_away_that_nothing_mentions_any_more(filled: Library, qtbot: QtBot) -> None:
    from storage.edits import TrashDocuments

    model = TreeModel(filled)
    QAbstractItemModelTester(model, FATAL, model)
    asia = child(model, "Asia")
    filled.apply(TrashDocuments(tuple(document.id for document in filled.documents())))
    filled.refresh()
    model.refresh()
    assert names(model, asia) == []
    assert asia.data(COUNTS_ROLE) == "0 · 0"
    assert not model.hasChildren(child(model, "Latin America"))


def test_a_closed_row_that_gets_an_arrow_has_the_view_laid_out_anew(
    library: Library, tmp_path: Path, qtbot: QtBot
) -> None:
    model = TreeModel(library)
    assert not model.hasChildren(model.index(0, 0))
    add_document(library, tmp_path / "greetings.txt", OTHER_TEXT)
    with qtbot.waitSignal(model.layoutChanged):
        model.refresh()
    assert model.hasChildren(model.index(0, 0))


def test_a_filter_shows_only_the_paths_to_what_it_finds(filled: Library, qtbot: QtBot) -> None:
    model = TreeModel(filled)
    model.set_filter("communist")
    assert names(model) == ["Asia", "Latin America"]
    asia = model.index(0, 0)
    assert names(model, asia) == ["China"]
    assert [index.data() for index in model.opened()] == ["Asia", "Latin America", "China", "Cuba"]
    model.refresh()
    assert names(model) == ["Asia", "Latin America"]
    model.set_filter("no such name")
    assert names(model) == []
    model.set_filter("")
    assert len(names(model)) == 8
    QAbstractItemModelTester(model, FATAL, model)


def test_another_scheme_has_other_regions(filled: Library, qtbot: QtBot) -> None:
    model = TreeModel(filled)
    founding = names(model)
    other = next(scheme.id for scheme in filled.schemes() if scheme.id != SchemeId("founding"))
    model.set_scheme(other)
    assert names(model) != founding
    assert model.source.wish.scheme == other


def counted(model: TreeModel, column: int) -> list[int]:
    """Return the documents (0) or mentions (1) of the countries of Asia, in the order shown."""
    asia = child(model, "Asia")
    model.fetchMore(asia)
    rows = (model.index(row, 0, asia) for row in range(model.rowCount(asia)))
    return [int(row.data(COUNTS_ROLE).split(" · ")[column]) for row in rows]


def test_levels_are_sorted_by_name_or_by_counts(filled: Library, tmp_path: Path) -> None:
    add_document(filled, tmp_path / "greetings.txt", OTHER_TEXT + " Vietnam, Vietnam, Vietnam, Vietnam; Mongolia.")
    model = TreeModel(filled)
    by_scheme = names(model, child(model, "Asia"))
    model.set_wish(TreeWish(order=TreeOrder.NAME))
    assert names(model, child(model, "Asia")) == sorted(by_scheme)
    assert names(model) == sorted(names(model))
    model.set_wish(TreeWish(order=TreeOrder.MENTIONS))
    assert counted(model, 1) == sorted(counted(model, 1), reverse=True)
    model.set_wish(TreeWish(order=TreeOrder.DOCUMENTS))
    assert counted(model, 0) == sorted(counted(model, 0), reverse=True)
    assert len(set(counted(model, 0))) > 1
    model.set_wish(TreeWish(order=TreeOrder.SCHEME))
    assert names(model, child(model, "Asia")) == by_scheme
    QAbstractItemModelTester(model, FATAL, model)


def test_only_some_documents_count(filled: Library, tmp_path: Path, qtbot: QtBot) -> None:
    add_document(filled, tmp_path / "greetings.txt", OTHER_TEXT)
    model = TreeModel(filled)
    asia = child(model, "Asia")
    assert "North Korea" in names(model, asia)
    second = next(one.id for one in filled.documents() if one.title == "Greetings")
    with qtbot.assertNotEmitted(model.modelReset):
        model.set_wish(TreeWish(within=frozenset({second})))
    assert names(model, asia) == ["China"]
    assert asia.data(COUNTS_ROLE) == "1 · 2"
    model.set_filter("korea")
    assert names(model) == []
    model.set_filter("")
    model.set_wish(TreeWish(within=None))
    assert "North Korea" in names(model, child(model, "Asia"))


def test_what_counts_and_what_is_empty_can_be_shown_together(library: Library, tmp_path: Path) -> None:
    add_document(library, tmp_path / "china.txt", "Relations with China.\n")
    add_document(library, tmp_path / "korea.txt", "Relations with North Korea.\n")
    model = TreeModel(library)
    asia = child(model, "Asia")
    within = frozenset(one.id for one in library.documents() if "korea" in one.title.lower())
    model.set_wish(TreeWish(within=within))
    assert names(model, asia) == ["North Korea"]
    model.set_wish(TreeWish(within=within, with_empty=True))
    assert {"North Korea", "Japan"} < set(names(model, asia))
    assert child(model, "China", asia).data(NODE_ROLE).mentions == 0
    model.set_filter("japan")
    assert names(model, child(model, "Asia")) == ["Japan"]
