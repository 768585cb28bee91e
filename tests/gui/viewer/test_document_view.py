"""An open document as a whole: layers in colour, hits, finding, strip, legend, outline, head."""

import itertools
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.viewer.appearance import ViewerAppearance
from gui.viewer.document_view import DocumentView
from gui.viewer.layers import Layer
from gui.viewer.wishes import HitPosition, Mode
from storage.domain.annotation import AnchorState, Colour
from storage.domain.authority import EntityKind
from storage.domain.document import Block, BlockKind, DateBasis, DateLayer, Description, DocumentDate
from storage.domain.ids import DocumentId
from storage.domain.mention import Mention
from storage.domain.search import Span
from tests.gui.viewer.conftest import DARK, LIGHT, ShowText, colours, document, mark, settle, version

LEFT = Qt.MouseButton.LeftButton
TEXT = "# Beginning\nSome words about parties, with more.\n# The end\n" + "Then the parties again.\n" * 200


def spans(text: str, words: str) -> tuple[Span, ...]:
    found, start = [], text.find(words)
    while start >= 0:
        found.append(Span(start, start + len(words)))
        start = text.find(words, start + 1)
    return tuple(found)


def test_without_a_document_a_sentence_says_what_to_do(qtbot: QtBot, look: ViewerAppearance) -> None:
    view = DocumentView(look)
    qtbot.add_widget(view)
    view.show()
    assert view.empty.isVisible()
    view.show_document(document(TEXT), version(TEXT))
    settle(qtbot, view)
    assert not view.empty.isVisible()
    view.clear()
    assert view.empty.isVisible()
    assert view.visible_span() == Span(0, 0)


def test_a_document_without_text_says_why(qtbot: QtBot, look: ViewerAppearance) -> None:
    view = DocumentView(look)
    qtbot.add_widget(view)
    view.show()
    view.show_document(document(""), replace(version(""), problem="It is a scan. Run text recognition over it."))
    assert view.empty.isVisible()
    assert "It is a scan." in view.empty.text()


def test_each_layer_is_painted_in_its_colour_and_only_there(show: ShowText) -> None:
    view = show(TEXT)
    view.set_annotations((mark("m", 12, 22, Colour.GREEN),))
    view.set_hits((Span(23, 28), Span(29, 36)), current=1)
    view.set_mentions((Mention(DocumentId(1), 38, 42, None, "with", EntityKind.BODY),))
    assert LIGHT["mark green"] in colours(view, 12, 22)
    assert LIGHT["hit"] in colours(view, 23, 28)
    assert LIGHT["current hit"] in colours(view, 29, 36)
    assert LIGHT["mark green"] not in colours(view, 24, 48)
    painted = colours(view, 38, 42)
    assert any(colour not in (LIGHT["paper"], LIGHT["ink"]) for colour in painted)
    view.pane.legend.buttons[Layer.BODIES].click()
    assert LIGHT["mark green"] in colours(view, 12, 22)


@pytest.mark.parametrize("layer", [Layer.MARKS, Layer.HITS])
def test_a_switch_of_the_legend_hides_its_layer(show: ShowText, layer: Layer) -> None:
    view = show(TEXT)
    view.set_annotations((mark("m", 12, 22),))
    view.set_hits((Span(23, 28),))
    QTest.mouseClick(view.pane.legend.buttons[layer], LEFT)
    assert (LIGHT["mark yellow"] in colours(view, 12, 22)) is (layer is not Layer.MARKS)
    assert (LIGHT["hit"] in colours(view, 23, 28)) is (layer is not Layer.HITS)


def test_overlapping_marks_are_striped_in_both_colours(show: ShowText) -> None:
    view = show(TEXT)
    view.set_annotations((mark("one", 12, 40, Colour.YELLOW), mark("two", 12, 40, Colour.BLUE)))
    assert {LIGHT["mark yellow"], LIGHT["mark blue"]} <= colours(view, 12, 40)


def test_lost_marks_and_those_of_another_version_are_not_painted(show: ShowText) -> None:
    view = show(TEXT)
    view.set_annotations((mark("lost", 12, 22, state=AnchorState.LOST),))
    assert LIGHT["mark yellow"] not in colours(view, 12, 22)


def test_every_line_of_a_mark_is_painted(show: ShowText) -> None:
    text = "words " * 100
    view = show(text)
    view.set_annotations((mark("m", 0, 600),))
    assert LIGHT["mark yellow"] in colours(view, 500, 510)


def test_marks_in_right_to_left_text_stand_under_their_letters(show: ShowText) -> None:
    text = "العلاقات الدولية للحزب"
    view = show(text)
    view.set_annotations((mark("m", 0, 8),))
    image = view.pane.text_view.viewport().grab().toImage()
    painted = {
        x
        for x in range(image.width())
        for y in range(0, 60, 3)
        if image.pixelColor(x, y).name() == LIGHT["mark yellow"]
    }
    assert painted
    assert min(painted) > image.width() / 2, "the first word of a right-to-left line is on the right"


def test_the_theme_changes_every_colour(show: ShowText) -> None:
    view = show(TEXT)
    view.set_annotations((mark("m", 12, 22),))
    view.set_appearance(ViewerAppearance.from_tokens(DARK))
    painted = colours(view, 12, 22)
    assert DARK["mark yellow"] in painted
    assert not painted & {LIGHT["paper"], LIGHT["mark yellow"], LIGHT["ink"]}
    assert view.grab().toImage().pixelColor(3, 300).name() == DARK["paper"]


def test_hits_are_walked_around_both_ends_and_brought_into_view(show: ShowText, qtbot: QtBot) -> None:
    view = show(TEXT)
    hits = spans(TEXT, "parties")
    view.set_hits(hits)
    told: list[HitPosition] = []
    view.hit_changed.connect(told.append)
    text_view = view.pane.text_view
    QTest.keyClick(text_view, Qt.Key.Key_F3)
    QTest.keyClick(text_view, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert told == [HitPosition(1, 201), HitPosition(201, 201)]
    assert view.visible_span().start <= hits[-1].start < view.visible_span().end
    QTest.keyClick(text_view, Qt.Key.Key_F3)
    assert view.hit_position() == HitPosition(1, 201)
    assert view.visible_span().start <= hits[0].start < view.visible_span().end


def test_finding_as_you_type_counts_and_walks(show: ShowText, qtbot: QtBot) -> None:
    view = show(TEXT)
    view.set_hits((Span(0, 4),), current=0)
    bar = view.pane.find_bar
    QTest.keyClick(view.pane.text_view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert bar.isVisible()
    assert bar.words.hasFocus()
    QTest.keyClicks(bar.words, "PARTIES")
    qtbot.wait_until(lambda: bar.counter.text() == "1 of 201")
    QTest.keyClick(bar.words, Qt.Key.Key_F3)
    assert bar.counter.text() == "2 of 201"
    QTest.keyClick(bar.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.counter.text() == "1 of 201"
    QTest.mouseClick(bar.match_case, LEFT)
    qtbot.wait_until(lambda: bar.counter.text() == "Not found")
    QTest.keyClick(bar.words, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert view.hit_position() == HitPosition(1, 1), "the hits of the search are back"


def test_finding_only_whole_words(show: ShowText, qtbot: QtBot) -> None:
    view = show(TEXT)
    view.open_find()
    bar = view.pane.find_bar
    QTest.keyClicks(bar.words, "part")
    qtbot.wait_until(lambda: bar.counter.text() == "1 of 201")
    QTest.mouseClick(bar.whole_words, LEFT)
    qtbot.wait_until(lambda: bar.counter.text() == "Not found")


def test_finding_a_regular_expression(show: ShowText, qtbot: QtBot) -> None:
    view = show("Some words, some more words")
    view.open_find()
    bar = view.pane.find_bar
    QTest.mouseClick(bar.is_pattern, LEFT)
    assert not bar.match_accents.isEnabled()
    QTest.keyClicks(bar.words, r"some( \w+)+")
    qtbot.wait_until(lambda: bar.counter.text() == "1 of 2")
    QTest.keyClicks(bar.words, "(")
    qtbot.wait_until(bar.problem.isVisible)
    assert "regular expression" in bar.problem.text()
    assert not bar.counter.text()
    QTest.keyClick(bar.words, Qt.Key.Key_Backspace)
    qtbot.wait_until(lambda: bar.counter.text() == "1 of 2")
    assert not bar.problem.isVisible()


def test_the_find_bar_opens_with_the_selected_words(show: ShowText, qtbot: QtBot) -> None:
    view = show(TEXT)
    view.pane.text_view.select(Span(12, 22))
    view.open_find()
    assert view.pane.find_bar.words.text() == "Some words"
    qtbot.wait_until(lambda: view.pane.find_bar.counter.text() == "1 of 1")


def test_a_click_on_the_strip_goes_to_the_nearest_mark(show: ShowText, qtbot: QtBot) -> None:
    view = show(TEXT)
    start = len(TEXT) - 500
    view.set_annotations((mark("m", start, start + 5),))
    strip = view.pane.strip
    y = round(start / len(TEXT) * (strip.height() - 3)) + 3
    with qtbot.wait_signal(view.place_changed) as told:
        QTest.mouseClick(strip, LEFT, pos=QPoint(5, y))
    assert told.args == [Span(start, start)]
    assert view.visible_span().start <= start < view.visible_span().end
    assert strip.grab().toImage().pixelColor(4, y - 2).name() != LIGHT["paper"]


def test_places_are_gone_to_as_typed(show: ShowText) -> None:
    blocks = (
        Block(BlockKind.PARAGRAPH, 0, 30, 1),
        Block(BlockKind.PAGE_BREAK, 30, 30, page=2, page_label="xii"),
        Block(BlockKind.PARAGRAPH, 31, len(TEXT), 2),
    )
    view = show(TEXT.replace("\n", " ")[:30] + "\n" + TEXT, blocks)
    assert view.go_to("¶ 2")
    assert view.go_to("p. xii")
    assert view.go_to("page 2")
    assert not view.go_to("99")
    assert not view.go_to("somewhere")
    assert not view.go_to("3")


def test_revealing_a_paragraph_puts_it_at_the_top(show: ShowText) -> None:
    view = show(TEXT)
    assert view.go_to("100")
    assert view.visible_span().start == TEXT.replace("\n", "|").index("Then") + 96 * len("Then the parties again.\n")


def test_chips_say_what_is_known_of_each_document_in_turn(qtbot: QtBot, look: ViewerAppearance) -> None:
    view = DocumentView(look)
    qtbot.add_widget(view)
    view.show()
    dates = [DocumentDate(DateLayer.WRITTEN, f"19{year}", DateBasis.STATED) for year in (49, 50, 51)]
    for known, language, expected in (
        (dates[:1], "en", ["written 1949", "in English"]),
        (dates, "", ["written 1949", "written 1950", "written 1951"]),
        ([], "", []),
        (dates[2:], "de", ["written 1951", "in German"]),
    ):
        described = Description("A document", dates=tuple(known), language=language)
        view.show_document(replace(document(TEXT), description=described), version(TEXT))
        settle(qtbot, view)
        labels = [label for label in view.pane.head.findChildren(QLabel) if label.isVisible() and "<b>" in label.text()]
        said = [
            label.text().replace("<b>", "").replace("</b>", "")
            for label in sorted(labels, key=lambda one: (one.y(), one.x()))
        ]
        assert said == expected


def test_the_outline_lists_headings_and_goes_to_them(show: ShowText, qtbot: QtBot) -> None:
    text = "# One\n" + "words\n" * 200 + "# Two\nwords"
    view = show(text)
    QTest.mouseClick(view.pane.head.buttons[Mode.OUTLINE], LEFT)
    outline = view.pane.outline.list
    assert outline.isVisible()
    assert [outline.item(row).text().strip() for row in range(outline.count())] == ["# One", "# Two"]
    QTest.mouseClick(outline.viewport(), LEFT, pos=outline.visualItemRect(outline.item(1)).center())
    assert not outline.isVisible()
    assert view.visible_span().end == len(text)


@pytest.mark.parametrize("width", [640, 400, 240])
def test_the_legend_says_whole_words_and_numbers_or_none(show: ShowText, qtbot: QtBot, width: int) -> None:
    view = show(TEXT)
    view.resize(width, 400)
    settle(qtbot, view)
    buttons = view.pane.legend.buttons.values()
    assert all(not button.text() or button.width() >= button.sizeHint().width() for button in buttons)
    assert bool(view.pane.legend.buttons[Layer.MARKS].text()) is (width > 240)


def test_the_counts_of_the_legend_are_those_of_the_layers(show: ShowText) -> None:
    view = show(TEXT)
    view.set_annotations((mark("a", 0, 1), mark("b", 0, 1)))
    view.set_hits(spans(TEXT, "parties"))
    assert view.pane.legend.buttons[Layer.MARKS].text() == "Marks 2"
    assert view.pane.legend.buttons[Layer.HITS].text() == "Hits 201"


def test_paragraph_numbers_stand_in_the_margin(show: ShowText) -> None:
    view = show("One paragraph.\n\nAnother paragraph.")
    image = view.pane.text_view._margin.grab().toImage()
    inked = {
        y
        for y in range(image.height())
        for x in range(image.width())
        if image.pixelColor(x, y).name() != LIGHT["paper"]
    }
    rows = sorted(inked)
    breaks = [second for first, second in itertools.pairwise(rows) if second - first > 5]
    assert len(breaks) == 1, "two numbers, one for each paragraph"


def test_showing_another_document_forgets_the_first(show: ShowText) -> None:
    view = show(TEXT)
    view.set_annotations((mark("m", 12, 22),))
    view.set_hits(spans(TEXT, "parties"), 0)
    show("Something else.")
    assert view.hit_position() == HitPosition(0, 0)
    assert LIGHT["mark yellow"] not in colours(view, 0, 14)
    assert view.visible_span() == Span(0, len("Something else."))


@pytest.mark.parametrize("text", ["", "\n\n\n", "x", "\U0001f600", "\ufeff", "a\n"])
def test_tiny_texts_are_shown(show: ShowText, text: str) -> None:
    view = show(text)
    view.set_hits((Span(0, len(text)),), 0)
    view.step_hit(1)
    assert view.visible_span().end <= len(text)


@pytest.mark.parametrize("width", [380, 256])
def test_many_dates_in_a_narrow_window_take_more_rows_and_are_said_in_words(
    qtbot: QtBot, look: ViewerAppearance, width: int
) -> None:
    view = DocumentView(look)
    qtbot.add_widget(view)
    dates = tuple(DocumentDate(layer, "1949~", DateBasis.INFERRED, "about 1949") for layer in DateLayer)
    shown = document(TEXT)
    description = Description("A document", dates=dates)
    view.show_document(replace(shown, description=description), version(TEXT))
    view.resize(width, 500)
    with qtbot.wait_exposed(view):
        view.show()
    settle(qtbot, view)
    chips = [label for label in view.pane.head.findChildren(QLabel) if "about 1949" in label.text()]
    assert len(chips) == len(dates)
    rows = {chip.geometry().top() for chip in chips}
    assert len(rows) > 1
    for chip in chips:
        assert view.pane.head.rect().contains(chip.geometry())
        assert chip.width() >= chip.sizeHint().width()


def test_another_description_of_the_same_document_keeps_place_and_marks(show: ShowText) -> None:
    view = show(TEXT)
    view.set_annotations((mark("m", 12, 22),))
    view.scroll_to(2_000)
    before = view.visible_span()
    view.describe(document(TEXT, "Another title"))
    assert view.pane.head.title.text() == "Another title"
    assert view.visible_span() == before
    assert view.pane.text_view.layers.annotations
    assert any(label.text() == "1 mark" and label.isVisible() for label in view.pane.head.findChildren(QLabel))


def test_the_strip_shows_what_comes_and_goes_in_each_layer(show: ShowText, qtbot: QtBot) -> None:
    view = show(TEXT)
    strip = view.pane.strip

    def rows(x: int) -> list[int]:
        image = strip.grab().toImage()
        return [y for y in range(image.height()) if image.pixelColor(x, y).name() != LIGHT["paper"]]

    assert not rows(4)
    assert not rows(10)
    at = TEXT.rindex("parties")
    view.set_annotations((mark("m", at, at + 7), mark("lost", 0, 4, state=AnchorState.LOST)))
    marks = rows(4)
    assert marks
    assert not rows(10)
    hits = spans(TEXT, "parties")
    view.set_hits(hits[:1])
    first = rows(10)
    view.set_hits(hits)
    assert set(first) < set(rows(10))
    assert rows(4) == marks
    view.set_annotations(())
    assert not rows(4)
    assert set(first) < set(rows(10))
    view.resize(view.width(), view.height() // 2)
    settle(qtbot, view)
    assert max(rows(10)) < strip.height()


def test_marks_given_in_any_order_are_walked_in_the_order_of_their_places(show: ShowText) -> None:
    view = show(TEXT)
    view.set_annotations((mark("c", 40, 44), mark("a", 2, 5), mark("b", 12, 16)))
    layers = view.pane.text_view.layers
    view.set_active_annotation(None)
    seen = []
    for _ in range(4):
        beside = layers.mark_beside(0, 1)
        assert beside is not None
        seen.append(beside.id)
        view.set_active_annotation(beside.id)
        active = layers.active_mark()
        assert active is not None
        assert active.id == beside.id
    assert seen == ["a", "b", "c", "a"]
    view.set_annotations((mark("b", 12, 16),))
    assert layers.active_mark() is None
