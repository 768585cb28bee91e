"""Documents in tabs: closing, deleting, describing, and the way back."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QToolButton
from pytestqt.qtbot import QtBot

from gui.dialogs.describe_document import DescribeDialog
from gui.panels.annotations_panel import MarkScope
from gui.viewer.appearance import ViewerAppearance
from gui.viewer.document_view import DocumentView
from gui.widgets.view_tabs import ViewTabs
from storage.domain.annotation import Colour
from storage.domain.search import Span
from tests.gui.conftest import part_of
from tests.gui.main_window.conftest import Desk


def shown(desk: Desk) -> str:
    assert desk.view.document is not None
    return desk.view.document.title


def sides(desk: Desk) -> list[list[str]]:
    """Return the titles in the tabs of each side that is shown."""
    there = [side for side in desk.window.tabs.findChildren(ViewTabs) if side.isVisible()]
    shown_sides = sorted(there, key=lambda side: side.x())
    return [[side.tabText(index) for index in range(side.count())] for side in shown_sides]


def remove(desk: Desk, title: str) -> None:
    """Delete a document from the list of documents, by the key."""
    desk.window.sections.setCurrentIndex(1)
    view = part_of(desk.window.documents_panel, QListView)
    view.setCurrentIndex(view.model().index(desk.titles(desk.window.documents_panel).index(title), 0))
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Delete)
    desk.settle()


def test_a_deleted_document_closes_its_tab_and_undo_brings_it_back(desk: Desk) -> None:
    desk.open("A Meeting in Manila")
    mark = desk.mark("all over Asia")
    desk.open("Greetings")
    remove(desk, "A Meeting in Manila")
    assert desk.window.tabs.count() == 1
    assert shown(desk) == "Greetings"
    assert desk.titles(desk.window.documents_panel) == ["Greetings"]
    desk.press("Ctrl+Z")
    desk.settle()
    assert set(desk.titles(desk.window.documents_panel)) == {"A Meeting in Manila", "Greetings"}
    desk.open("A Meeting in Manila")
    assert [one.id for one in desk.text_view.layers.annotations] == [mark.id]


def test_the_only_open_document_comes_back_into_view(desk: Desk) -> None:
    for title in ("Greetings", "A Meeting in Manila"):
        remove(desk, title)
    assert desk.window.tabs.count() == 0
    assert desk.window.tabs.nothing_open.isVisible()
    assert desk.library.statistics().documents == 0
    desk.press("Ctrl+Z", on=desk.window)
    desk.settle()
    assert shown(desk) == "A Meeting in Manila"


def test_back_and_forward_through_documents(desk: Desk) -> None:
    desk.open("A Meeting in Manila")
    desk.open("Greetings")
    desk.press("Alt+Left")
    assert shown(desk) == "A Meeting in Manila"
    desk.press("Alt+Right")
    assert shown(desk) == "Greetings"


def test_the_way_back_reopens_a_closed_tab_but_no_deleted_document(desk: Desk, told: list[str]) -> None:
    desk.open("A Meeting in Manila")
    desk.open("Greetings")
    desk.window.tabs.close_view(desk.window.tabs.views()[0])
    desk.press("Alt+Left")
    assert shown(desk) == "A Meeting in Manila"
    desk.press("Alt+Right")
    remove(desk, "A Meeting in Manila")
    desk.press("Alt+Left")
    assert shown(desk) == "Greetings"
    assert told == []


def test_a_passage_of_a_deleted_document_is_answered_with_a_sentence(desk: Desk, told: list[str]) -> None:
    gone = next(document.id for document in desk.library.documents() if document.title == "Greetings")
    desk.open("A Meeting in Manila")
    remove(desk, "Greetings")
    assert desk.window.tabs.open(gone, Span(0, 5)) is None
    assert len(told) == 1
    assert "trash" in told[0]


def test_a_tab_is_closed_by_its_cross(desk: Desk) -> None:
    desk.open("A Meeting in Manila")
    desk.open("Greetings")
    count = desk.window.tabs.count()
    cross = desk.window.tabs.findChildren(QToolButton)
    QTest.mouseClick(
        next(one for one in cross if one.toolTip().startswith("Close") and one.isVisible()), Qt.MouseButton.LeftButton
    )
    assert desk.window.tabs.count() == count - 1


def test_a_corrected_title_is_shown_everywhere_and_can_be_taken_back(desk: Desk, answer: Callable[..., None]) -> None:
    desk.open("Greetings")

    def correct(dialog: DescribeDialog) -> None:
        dialog.title.setText("Thanks & regards")
        dialog.accept()

    answer(DescribeDialog, correct)
    document = desk.view.document
    assert document is not None
    desk.window.documents_panel.describe_requested.emit(document.id)
    desk.settle()
    assert shown(desk) == "Thanks & regards"
    assert any("Thanks && regards" in side for side in sides(desk))
    assert "Thanks & regards" in desk.titles(desk.window.documents_panel)
    desk.press("Ctrl+Z", on=desk.text_view)
    desk.settle()
    assert shown(desk) == "Greetings"


def test_the_place_in_a_text_is_kept_when_its_marks_change(desk: Desk) -> None:
    desk.open("A Meeting in Manila")
    desk.text_view.scroll_to(desk.text.index("The Workers'"))
    before = desk.view.visible_span().start
    desk.mark("sent greetings")
    assert desk.view.visible_span().start == before


def test_two_documents_are_read_side_by_side(desk: Desk) -> None:
    manila, greetings = "A Meeting in Manila", "Greetings"
    desk.open(manila)
    desk.open(greetings)
    desk.press("Ctrl+\\")
    assert sides(desk) == [[manila], [greetings]]
    assert shown(desk) == greetings
    left, right = desk.window.tabs.views()
    assert left.isVisible()
    assert right.isVisible()
    assert abs(left.width() - right.width()) <= 2
    left.setFocus()
    assert shown(desk) == manila
    mark = desk.mark("all over Asia")
    assert [one.id for one in left.pane.text_view.layers.annotations] == [mark.id]
    assert desk.window.annotations_panel.scope is MarkScope.DOCUMENT
    assert len(desk.library.annotations()) == 1
    desk.open(greetings)
    assert shown(desk) == greetings
    desk.press("Ctrl+W")
    assert sides(desk) == [[manila]]
    assert shown(desk) == manila


def test_a_document_that_moves_across_stays_in_front(desk: Desk) -> None:
    """While it moves, nothing else comes to the front, which would be read, marked and searched in for a moment."""
    desk.open("A Meeting in Manila")
    desk.open("Greetings")
    told: list[object] = []
    nothing = desk.window.tabs.nothing_open
    desk.window.tabs.document_shown.connect(told.append)
    desk.window.tabs.sides.shown_changed.connect(lambda: told.append(nothing) if nothing.isVisible() else None)
    for expected in ([["A Meeting in Manila"], ["Greetings"]], [["A Meeting in Manila", "Greetings"]]):
        desk.press("Ctrl+\\")
        assert sides(desk) == expected
        assert shown(desk) == "Greetings"
        assert told == []


def test_the_left_side_is_never_the_empty_one(desk: Desk) -> None:
    desk.open("A Meeting in Manila")
    desk.open("Greetings")
    desk.press("Ctrl+\\")
    left, _right = desk.window.tabs.views()
    desk.window.tabs.close_view(left)
    assert sides(desk) == [["Greetings"]]
    assert shown(desk) == "Greetings"
    desk.open("A Meeting in Manila")
    assert sides(desk) == [["Greetings", "A Meeting in Manila"]]


def test_a_document_alone_is_told_that_it_needs_another(desk: Desk) -> None:
    for view in desk.window.tabs.views()[1:]:
        desk.window.tabs.close_view(view)
    desk.press("Ctrl+\\")
    assert sides(desk) == [[shown(desk)]]
    assert "second document" in desk.window.status.currentMessage()


def test_a_document_opens_in_a_view_that_was_made_ready_before(desk: Desk, qtbot: QtBot) -> None:
    desk.open("A Meeting in Manila")
    before = desk.view

    def ready() -> list[DocumentView]:
        hidden = [
            view for view in desk.window.tabs.findChildren(DocumentView) if view.isHidden() and view is not before
        ]
        return [view for view in hidden if view.pane.size() == before.pane.size()]

    qtbot.wait_until(lambda: len(ready()) > 0)
    made = ready()
    column = [view.pane.text_view.viewport().width() for view in (before, made[0])]
    desk.open("Greetings")
    assert desk.view in made
    assert column[0] == column[1] == desk.view.pane.text_view.viewport().width()
    assert shown(desk) == "Greetings"


def test_views_are_dressed_anew_only_when_their_look_changes(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.open("Greetings")
    dressed: list[ViewerAppearance] = []
    monkeypatch.setattr(DocumentView, "set_appearance", lambda _view, look: dressed.append(look))
    list(desk.window.tabs.dress(desk.window.appearance()))
    assert dressed == []
    wider = replace(desk.window.appearance(), mark_meanings=((Colour.BLUE, "figures"),))
    list(desk.window.tabs.dress(wider))
    assert dressed
    assert all(look == wider for look in dressed)


def test_documents_opened_faster_than_views_are_made_are_all_shown(desk: Desk) -> None:
    documents = [document.id for document in desk.library.documents()]
    desk.window.tabs.close_all()
    for _ in range(4):
        for document in documents:
            desk.window.tabs.open(document)
        desk.window.tabs.close_all()
    for document in documents:
        desk.window.tabs.open(document)
        assert desk.window.tabs.shown == document
        assert desk.view.isVisible()
