"""Selecting, copying and pointing in the text, with a real mouse and real keys."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from gui.viewer.appearance import ViewerAppearance
from gui.viewer.document_view import DocumentView
from gui.viewer.text_view import TextView
from gui.viewer.wishes import ExtentRequest, MarkRequest
from storage.domain.annotation import Colour
from storage.domain.authority import EntityKind
from storage.domain.document import Block, BlockKind
from storage.domain.ids import AnnotationId, DocumentId
from storage.domain.mention import Mention, MentionState
from storage.domain.search import Span
from tests.gui.viewer.conftest import ShowText, mark, point_of
from tests.gui.viewer.test_positions import ASTRAL, AWKWARD

LEFT = Qt.MouseButton.LeftButton
TEXT = "A first line 😀 with\u00a0a 𠀀 sign.\nThe second, with cafe\u0301 and words.\n" + "More words here.\n" * 80


@pytest.fixture
def bare(qtbot: QtBot, look: ViewerAppearance) -> TextView:
    view = TextView(look)
    qtbot.add_widget(view)
    return view


def drag(view: DocumentView, start: QPoint, end: QPoint) -> None:
    viewport = view.pane.text_view.viewport()
    QTest.mousePress(viewport, LEFT, pos=start)
    QTest.mouseMove(viewport, (start + end) / 2)
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, LEFT, pos=end)


def press(view: DocumentView, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(view.pane.text_view, key, modifiers)


def test_dragging_selects_the_code_points_under_the_mouse(show: ShowText, qtbot: QtBot) -> None:
    view = show(TEXT)
    start, end = TEXT.index("😀"), TEXT.index("𠀀") + 1
    nudge = QPoint(-2, 0)
    with qtbot.wait_signal(view.span_selected) as told:
        drag(view, point_of(view, start) + nudge, point_of(view, end) + nudge)
    assert view.selected_span() == Span(start, end)
    assert told.args is not None


def test_dragging_in_the_room_between_lines_selects_on_the_nearer_line(show: ShowText) -> None:
    text = "some words to fill a line " * 20
    view = show(text)
    first, second = point_of(view, 0), point_of(view, 150)
    assert second.y() > first.y()
    gap = QPoint(second.x(), second.y() - 11)
    drag(view, first - QPoint(2, 0), gap)
    selected = view.selected_span()
    assert selected is not None
    assert selected.end in range(145, 156)


def test_the_keyboard_alone_selects_and_marks(show: ShowText, qtbot: QtBot) -> None:
    view = show(TEXT)
    view.pane.text_view.setFocus()
    press(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for _ in range(len("A first line 😀")):
        press(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_span() == Span(0, len("A first line 😀"))
    with qtbot.wait_signal(view.mark_requested) as wished:
        press(view, Qt.Key.Key_2)
    assert wished.args == [MarkRequest(Span(0, len("A first line 😀")), Colour.GREEN)]


def test_selecting_everything_is_the_whole_text(show: ShowText) -> None:
    view = show(TEXT)
    press(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.selected_span() == Span(0, len(TEXT))


_CHARACTERS = st.one_of(st.sampled_from(AWKWARD + ASTRAL), st.characters(exclude_categories=("Cs",)))


@given(st.text(_CHARACTERS, max_size=80), st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_range_of_any_text_is_selected_and_copied_exactly(bare: TextView, text: str, data: st.DataObject) -> None:
    bare.show_text(text, ())
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    bare.select(Span(start, end))
    assert bare.selected_span() == (Span(start, end) if start < end else None)
    assert bare.createMimeDataFromSelection().text() == text[start:end].encode("utf-16", "replace").decode("utf-16")
    cursor = bare.textCursor()
    for offset, character in enumerate(text):
        at = bare.positions.position(offset)
        shown = bare.document().characterAt(at)
        assert shown in (character, "\u2029", "\u2028", "\u2060", " ", "\ufffd") or ord(character) > 0xFFFF
        cursor.setPosition(at)
        assert bare.positions.offset(cursor.position()) == offset


def test_copying_gives_the_canonical_text(show: ShowText) -> None:
    view = show(TEXT.replace("sign.", "sign\x0cand\u2029more."))
    press(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == TEXT.replace("sign.", "sign\x0cand\u2029more.")


def test_a_selection_over_the_cuts_of_a_long_paragraph_is_exact(show: ShowText) -> None:
    text = "".join(f"Sentence {number} of a long one. " for number in range(3_000))
    view = show(text)
    view.pane.text_view.select(Span(3_000, 60_000))
    assert view.selected_span() == Span(3_000, 60_000)
    press(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == text[3_000:60_000]


def test_a_click_tells_the_mark_and_the_next_one_where_marks_overlap(show: ShowText, qtbot: QtBot) -> None:
    view = show(TEXT)
    view.set_annotations((mark("outer", 0, 20), mark("inner", 2, 8)))
    told: list[object] = []
    view.mark_activated.connect(told.append)
    for _ in range(3):
        QTest.mouseClick(view.pane.text_view.viewport(), LEFT, pos=point_of(view, 4))
    QTest.mouseClick(view.pane.text_view.viewport(), LEFT, pos=point_of(view, 15))
    assert told == ["inner", "outer", "inner", "outer"]


def test_a_click_tells_the_mention(show: ShowText, qtbot: QtBot) -> None:
    view = show(TEXT)
    mention = Mention(DocumentId(1), 2, 7, None, "first", EntityKind.PARTY)
    view.set_mentions((mention,))
    with qtbot.wait_signal(view.mention_activated) as told:
        QTest.mouseClick(view.pane.text_view.viewport(), LEFT, pos=point_of(view, 3))
    assert told.args == [mention]


def test_enter_activates_what_is_under_the_caret(show: ShowText, qtbot: QtBot) -> None:
    view = show(TEXT)
    view.set_annotations((mark("here", 0, 20),))
    view.reveal(Span(3, 4))
    with qtbot.wait_signal(view.mark_activated) as told:
        press(view, Qt.Key.Key_Return)
    assert told.args == ["here"]


def test_a_click_beside_the_text_activates_nothing(show: ShowText, qtbot: QtBot) -> None:
    view = show(TEXT)
    view.set_annotations((mark("all", 0, len(TEXT)),))
    with qtbot.assert_not_emitted(view.mark_activated):
        end = point_of(view, TEXT.index("\n"))
        QTest.mouseClick(view.pane.text_view.viewport(), LEFT, pos=end + QPoint(60, 0))


def test_rejected_mentions_and_those_in_boilerplate_are_not_there(show: ShowText) -> None:
    view = show(TEXT)
    rejected = Mention(DocumentId(1), 2, 7, None, "first", EntityKind.PARTY, MentionState.REJECTED)
    boilerplate = Mention(DocumentId(1), 8, 12, None, "line", EntityKind.PARTY, boilerplate=True)
    view.set_mentions((rejected, boilerplate))
    assert view.pane.text_view.layers.shown_mentions(0, 100) == []


def test_the_menu_wishes_what_its_entries_say(show: ShowText, qtbot: QtBot) -> None:
    view = show(TEXT)
    view.set_annotations((mark("here", 0, 20),))
    view.pane.text_view.select(Span(2, 7))
    menu = view.menu.build(4)
    qtbot.add_widget(menu)
    actions = {action.text(): action for action in menu.actions()}
    with qtbot.wait_signal(view.mark_requested) as wished:
        actions["Mark in rose"].trigger()
    assert wished.args == [MarkRequest(Span(2, 7), Colour.ROSE)]
    with qtbot.wait_signal(view.search_requested) as wished:
        actions["Search everywhere for “first”"].trigger()
    assert wished.args == ["first"]
    submenu = menu.findChild(QMenu)
    assert submenu is not None
    of_mark = {action.text(): action for action in submenu.actions()}
    with qtbot.wait_signal(view.removal_requested) as wished:
        of_mark["Remove mark"].trigger()
    assert wished.args == ["here"]


def test_headings_and_quotations_are_set_apart(show: ShowText) -> None:
    text = "Title\nA plain paragraph.\nA quoted one."
    kinds = (BlockKind.TITLE, BlockKind.PARAGRAPH, BlockKind.QUOTATION)
    starts = (0, 6, 25)
    ends = (5, 24, 38)
    blocks = tuple(
        Block(kind, *place, n)
        for n, (kind, place) in enumerate(zip(kinds, zip(starts, ends, strict=True), strict=True), 1)
    )
    view = show(text, blocks)
    assert point_of(view, 25).x() > point_of(view, 6).x()
    first_gap = point_of(view, 6).y() - point_of(view, 0).y()
    assert first_gap > 26, "there is room between two paragraphs"


def test_narrow_windows_break_lines_anew_and_keep_the_place(show: ShowText, qtbot: QtBot) -> None:
    text = "\n".join(f"Paragraph {number} " + "has words " * 30 for number in range(200))
    view = show(text)
    view.scroll_to(text.index("Paragraph 120"))
    before = view.visible_span().start
    view.resize(420, 700)
    qtbot.wait_until(lambda: view.pane.text_view.viewport().width() < 400)
    after = view.visible_span()
    assert before == text.index("Paragraph 120")
    assert after.start <= before < after.end


def check_zoom(view: DocumentView, change: Callable[[], None]) -> tuple[int, int]:
    before = view.visible_span().start
    change()
    return before, view.visible_span().start


def test_zoom_keeps_the_place(show: ShowText) -> None:
    text = "\n".join(f"Paragraph {number} " + "has words " * 30 for number in range(200))
    view = show(text)
    view.scroll_to(text.index("Paragraph 77"))
    before, after = check_zoom(view, lambda: view.set_zoom(1.5))
    assert before == after == text.index("Paragraph 77")
    height = point_of(view, text.index("Paragraph 78")).y() - point_of(view, text.index("Paragraph 77")).y()
    assert height > 100


def test_dragging_an_end_of_the_active_mark_wishes_its_new_extent(show: ShowText, qtbot: QtBot) -> None:
    view = show(TEXT)
    view.set_annotations((mark("here", 2, 12),))
    view.set_active_annotation(AnnotationId("here"))
    nudge = QPoint(-2, 0)
    with qtbot.wait_signal(view.extent_requested) as wished:
        drag(view, point_of(view, 12) + nudge, point_of(view, 20) + nudge)
    assert wished.args == [ExtentRequest(AnnotationId("here"), Span(2, 20))]
    with qtbot.wait_signal(view.extent_requested) as wished:
        drag(view, point_of(view, 2) + nudge, point_of(view, 7) + nudge)
    assert wished.args == [ExtentRequest(AnnotationId("here"), Span(7, 12))]
    assert view.selected_span() is None


def test_dragging_an_end_beyond_the_other_keeps_a_character(show: ShowText, qtbot: QtBot) -> None:
    view = show(TEXT)
    view.set_annotations((mark("here", 6, 12),))
    view.set_active_annotation(AnnotationId("here"))
    nudge = QPoint(-2, 0)
    with qtbot.wait_signal(view.extent_requested) as wished:
        drag(view, point_of(view, 12) + nudge, point_of(view, 1) + nudge)
    assert wished.args == [ExtentRequest(AnnotationId("here"), Span(6, 7))]


def test_hits_are_marked_one_or_all(show: ShowText, qtbot: QtBot) -> None:
    view = show(TEXT)
    view.set_hits((Span(2, 7), Span(8, 12)))
    menu = view.menu.build(3)
    qtbot.add_widget(menu)
    actions = {action.text(): action for action in menu.actions()}
    with qtbot.wait_signal(view.mark_requested) as wished:
        actions["Mark this hit"].trigger()
    assert wished.args == [MarkRequest(Span(2, 7))]
    with qtbot.wait_signal(view.marks_requested) as wished:
        actions["Mark all 2 hits"].trigger()
    assert wished.args == [(MarkRequest(Span(2, 7)), MarkRequest(Span(8, 12)))]


def test_the_selection_becomes_the_extent_of_the_active_mark(show: ShowText, qtbot: QtBot) -> None:
    view = show(TEXT)
    view.set_annotations((mark("here", 6, 12),))
    view.set_active_annotation(AnnotationId("here"))
    view.pane.text_view.select(Span(3, 30))
    menu = view.menu.build(None)
    qtbot.add_widget(menu)
    actions = {action.text(): action for action in menu.actions()}
    with qtbot.wait_signal(view.extent_requested) as wished:
        actions["Let the active mark cover the selection"].trigger()
    assert wished.args == [ExtentRequest(AnnotationId("here"), Span(3, 30))]


def long_text() -> str:
    return "\n\n".join(f"Paragraph {number} speaks of the congress in some words. " * 8 for number in range(1, 3_001))


def test_a_long_text_is_read_from_its_beginning_at_once_and_whole_in_the_end(bare: TextView, qtbot: QtBot) -> None:
    text = long_text()
    bare.show_text(text, ())
    assert 0 < len(bare.toPlainText()) < len(text) / 4
    assert text.startswith(bare.toPlainText()[:1_000])
    qtbot.wait_until(lambda: len(bare.toPlainText()) == len(text))
    assert bare.toPlainText() == text


@pytest.mark.parametrize("reach", ["reveal", "select", "scroll", "key"])
def test_a_place_far_down_a_long_text_is_reached_before_all_of_it_has_come(
    bare: TextView, qtbot: QtBot, reach: str
) -> None:
    text = long_text()
    start = text.index("Paragraph 2990 ")
    span = Span(start, start + len("Paragraph 2990"))
    bare.show()
    bare.show_text(text, ())
    match reach:
        case "reveal":
            bare.reveal(span)
            assert bare.caret() == start
        case "select":
            bare.select(span)
            assert bare.selected_span() == span
        case "scroll":
            bare.scroll_to(start)
            assert bare.visible_span().start <= start < bare.visible_span().end
        case _:
            QTest.keyClick(bare, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
            assert bare.caret() == len(text)


def test_the_rest_of_a_long_text_is_forgotten_when_another_is_shown(bare: TextView, qtbot: QtBot) -> None:
    bare.show_text(long_text(), ())
    bare.show_text("A short one.", ())
    qtbot.wait_until(lambda: not bare.filling.is_active)
    assert bare.toPlainText() == "A short one."
