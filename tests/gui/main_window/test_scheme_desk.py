"""Schemes of one's own: begun, sorted by menu and by dragging, renamed, deleted; each step can be taken back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog

from gui.dialogs.choose_row import ChooseRowDialog
from gui.dialogs.new_scheme import NewSchemeDialog
from gui.widgets.order_button import OrderButton
from gui.widgets.scheme_button import SchemeButton
from tests.gui.conftest import part_of
from tests.gui.main_window.conftest import Desk, find_row
from tests.gui.main_window.test_correcting_desk import choose, entries, press_first, tree, undo

Answer = Callable[..., None]


def from_scheme_menu(desk: Desk, words: str) -> None:
    actions = part_of(desk.window.tree_panel, SchemeButton).menu().actions()
    next(action for action in actions if action.text() == words).trigger()
    desk.settle()


def button_text(desk: Desk) -> str:
    return part_of(desk.window.tree_panel, SchemeButton).text()


def tops(desk: Desk) -> list[str]:
    model = tree(desk).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return a function that says what a person types into the next questions for a name."""

    def prepare(words: str) -> None:
        monkeypatch.setattr(QInputDialog, "getText", lambda *_args, **_keys: (words, True))

    return prepare


@pytest.fixture
def mine(desk: Desk, answer: Answer) -> Desk:
    """Return the desk with an empty scheme of one's own."""

    def make(dialog: NewSchemeDialog) -> None:
        dialog.name.setText("Mine")
        dialog.like.setCurrentIndex(0)
        press_first(dialog)

    answer(NewSchemeDialog, make)
    from_scheme_menu(desk, "New scheme…")
    return desk


def test_a_new_scheme_is_shown_with_everything_without_a_place(mine: Desk) -> None:
    assert button_text(mine).startswith("Mine")
    assert tops(mine)[-1] == "Without a place"
    assert find_row(tree(mine), "Cuba").parent().data() == "Without a place"
    undo(mine)
    assert button_text(mine).startswith("Founding texts")
    assert tops(mine)[0] == "Asia"


def test_a_scheme_like_another_has_its_regions(desk: Desk, answer: Answer) -> None:
    def make(dialog: NewSchemeDialog) -> None:
        assert not dialog.make.isEnabled()
        dialog.name.setText("Like it")
        press_first(dialog)

    before = tops(desk)
    answer(NewSchemeDialog, make)
    from_scheme_menu(desk, "New scheme…")
    assert tops(desk) == before


def test_regions_are_made_and_filled_by_the_menu(mine: Desk, says: Callable[[str], None], answer: Answer) -> None:
    says("Islands")
    from_scheme_menu(mine, "New region…")
    assert tops(mine)[0] == "Islands"
    answer(ChooseRowDialog, press_first)
    choose(mine, "Cuba", "Move to region…")
    assert find_row(tree(mine), "Cuba").parent().data() == "Islands"
    says("Warm islands")
    choose(mine, "Islands", "New region here…")
    assert find_row(tree(mine), "Warm islands").parent().data() == "Islands"
    choose(mine, "Islands", "Remove the region")
    assert find_row(tree(mine), "Cuba").parent().data() == "Without a place"
    assert tops(mine)[0] == "Warm islands"
    undo(mine)
    assert find_row(tree(mine), "Cuba").parent().data() == "Islands"


def test_a_country_is_dragged_and_stays_chosen(mine: Desk, says: Callable[[str], None]) -> None:
    says("Islands")
    from_scheme_menu(mine, "New region…")
    view = tree(mine)
    islands = find_row(view, "Islands")
    view.expand(islands)
    mine.choose_node("Cuba")
    model = view.model()
    model.dropMimeData(
        model.mimeData([find_row(view, "Cuba")]), Qt.DropAction.MoveAction, -1, 0, find_row(view, "Islands")
    )
    mine.settle()
    assert find_row(view, "Cuba").parent().data() == "Islands"
    assert view.currentIndex().data() == "Cuba"
    assert mine.window.session.undo_stack.stack.undoText() == "move “Cuba”"
    undo(mine)
    assert find_row(view, "Cuba").parent().data() == "Without a place"


def test_rows_are_moved_past_each_other_by_the_menu(desk: Desk) -> None:
    choose(desk, "Africa", "Move up")
    assert tops(desk).index("Africa") == 1
    choose(desk, "Africa", "Move up")
    assert tops(desk)[0] == "Africa"
    choose(desk, "Africa", "Move up")
    choose(desk, "Africa", "Move down")
    assert tops(desk)[:2] == ["Asia", "Africa"]
    for _ in range(3):
        undo(desk)
    assert tops(desk)[0] == "Asia"
    assert tree(desk).currentIndex().data() == "Africa"


def test_a_scheme_is_renamed_and_deleted(mine: Desk, says: Callable[[str], None]) -> None:
    says("Ours")
    from_scheme_menu(mine, "Rename this scheme…")
    assert button_text(mine).startswith("Ours")
    from_scheme_menu(mine, "Delete this scheme")
    assert button_text(mine).startswith("Founding texts")
    assert "Ours" not in [scheme.name for scheme in mine.library.schemes()]
    undo(mine)
    assert "Ours" in [scheme.name for scheme in mine.library.schemes()]


def test_bad_wishes_get_sentences(mine: Desk, says: Callable[[str], None], told: list[str]) -> None:
    says("   ")
    from_scheme_menu(mine, "New region…")
    says("UN M49")
    from_scheme_menu(mine, "Rename this scheme…")
    mine.window.tree_panel.set_scheme(mine.library.schemes()[0].id)
    from_scheme_menu(mine, "Delete this scheme")
    assert ["at least one letter" in told[0], "already" in told[1], "stays" in told[2]] == [True, True, True]


def test_rows_that_no_text_mentions_can_be_shown(desk: Desk) -> None:
    with pytest.raises(LookupError):
        find_row(tree(desk), "Japan")
    from_scheme_menu(desk, "Also show what no text mentions")
    assert find_row(tree(desk), "Japan").parent().data() == "Asia"


def test_rows_sorted_otherwise_are_not_moved_and_it_is_said_why(desk: Desk) -> None:
    orders = part_of(desk.window.tree_panel, OrderButton).menu().actions()
    next(action for action in orders if action.text() == "By name").trigger()
    desk.choose_node("Africa")
    before = tops(desk)
    tree(desk).setFocus()
    desk.press("Alt+Down", on=tree(desk))
    desk.settle()
    assert tops(desk) == before
    assert "sorted in the scheme's order" in desk.window.status.currentMessage()
    move = entries(desk)["Move down"]
    assert not move.isEnabled()
    assert "sorted in the scheme" in move.toolTip()
    next(action for action in orders if action.text() == "In the scheme's order").trigger()
    choose(desk, "Africa", "Move up")
    assert tops(desk).index("Africa") == 1
