"""What the person of the benchmark of mixed use does: one generator for each kind of action.

Each does one thing after the other and yields the milliseconds until the next. A new one goes into ``EVERYDAY``, or
into ``REBUILDING`` when the whole window is made anew by it.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from tests.bench.person import Person
from tests.bench.playing import press

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea

Action = Callable[[Person], Iterator[int]]

_MOST_TABS = 5


def searching(person: Person) -> Iterator[int]:
    """Type a query, take some of it back, and enter it."""
    from PySide6.QtCore import Qt

    field = person.window.search_field
    person.does("search_everywhere")
    yield from person.presses(Qt.Key.Key_Backspace, field)
    yield from person.types(person.words(2), field)
    yield from person.presses(Qt.Key.Key_Backspace, field, 3)
    yield from person.presses(Qt.Key.Key_Return, field)
    yield from person.until_found()


def misspelling(person: Person) -> Iterator[int]:
    """Type a word that stands nowhere, for which another one is proposed."""
    person.does("search_everywhere")
    word = person.chance.choice([word for word in person.words(60).split() if len(word) > 6] or ["conference"])
    yield from person.types(f"{word[:3]}q{word[3:]}", person.window.search_field)
    yield from person.until_found()


def opening_results(person: Person) -> Iterator[int]:
    """Walk from hit to hit, on into further documents, and scroll in the list of passages."""
    from PySide6.QtCore import Qt

    from gui.widgets.choosing_view import ChoosingListView

    person.window.search_field.set_query(person.chance.choice(("talks", "the", "of")))
    yield from person.until_found()
    for _ in range(6):
        person.does("next_hit")
        yield from person.wait()
    view = person.part(person.window.search_panel, ChoosingListView)
    yield from person.presses(Qt.Key.Key_Down, view, 3)
    yield from _scroll(person, view, 4)


def scrolling(person: Person) -> Iterator[int]:
    """Scroll in the document in front by keys and by wheel."""
    from PySide6.QtCore import Qt

    text = person.view.pane.text_view
    yield from person.presses(Qt.Key.Key_PageDown, text, 4)
    yield from person.presses(Qt.Key.Key_Down, text, 12)
    yield from _scroll(person, text, 12)
    press(text, Qt.Key.Key_Home, held=Qt.KeyboardModifier.ControlModifier)
    yield from person.wait()


def marking(person: Person) -> Iterator[int]:
    """Mark words by keys alone."""
    yield from person.marks_words()
    yield from person.wait()


def noting(person: Person) -> Iterator[int]:
    """Mark words and write a note on them, which is saved when typing pauses."""
    from gui.widgets.markdown_note import NoteField

    yield from person.marks_words()
    mark = person.chosen_mark
    assert mark is not None
    person.does("edit_note")
    yield from person.wait()
    words = person.words(3)
    yield from person.types(words, person.part(person.window.annotations_panel, NoteField))
    yield from person.until_saved()
    person.marks[mark.id] = replace(person.marks[mark.id], note=words)


def tagging(person: Person) -> Iterator[int]:
    """Mark words and give them two tags."""
    from PySide6.QtCore import Qt

    from gui.widgets.annotation_editor import AnnotationEditor
    from gui.widgets.tag_field import TagField

    yield from person.marks_words()
    mark = person.chosen_mark
    assert mark is not None
    field = person.part(person.part(person.window.annotations_panel, AnnotationEditor), TagField)
    field.setFocus()
    tags = ("talks", f"visit {person.chance.randrange(20)}")
    yield from person.types(", ".join(tags), field)
    popup = field.completer().popup()
    assert popup is not None
    popup.hide()
    yield from person.presses(Qt.Key.Key_Return, field)
    yield from person.wait()
    person.marks[mark.id] = replace(person.marks[mark.id], tags=tags)


def undoing(person: Person) -> Iterator[int]:
    """Mark words twice, take both marks back, and redo the first."""
    yield from person.marks_words()
    yield from person.marks_words()
    person.marks.popitem()
    for action in ("undo", "undo", "redo"):
        person.does(action)
        yield from person.wait(300)


def changing_documents(person: Person) -> Iterator[int]:
    """Open documents from their list, go from tab to tab and back, put one beside another, and close some."""
    from PySide6.QtCore import Qt

    from gui.widgets.choosing_view import ChoosingListView

    person.window.sections.setCurrentIndex(1)
    yield from person.wait()
    view = person.part(person.window.documents_panel, ChoosingListView)
    yield from person.presses(Qt.Key.Key_Down, view, 3)
    yield from _scroll(person, view, 5)
    for action in ("next_tab", "go_back", "go_back", "go_forward", "move_across", "move_across"):
        person.does(action)
        yield from person.wait()
    while person.window.tabs.count() > _MOST_TABS:
        person.does("close_tab")
        yield from person.wait()


def changing_panels(person: Person) -> Iterator[int]:
    """Go from panel to panel, hide and show some, and look at each section on the left."""
    for _ in range(4):
        person.does("next_panel")
        yield from person.wait()
    for section in (2, 1, 0):
        person.window.sections.setCurrentIndex(section)
        yield from person.wait()
    for dock in (person.window.right_dock, person.window.left_dock) * 2:
        dock.toggleViewAction().trigger()
        yield from person.wait()


def choosing_rows(person: Person) -> Iterator[int]:
    """Go down the tree, open rows, follow the mentions of one, and filter names."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QTreeView

    from gui.widgets.filter_field import FilterField

    panel = person.window.tree_panel
    person.window.sections.setCurrentIndex(0)
    tree = person.part(panel, QTreeView)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down):
        yield from person.presses(key, tree)
        yield from person.wait()
    for _ in range(3):
        panel.mention_step_requested.emit(1)
        yield from person.wait()
    names = person.part(panel, FilterField)
    yield from person.types("korea", names)
    yield from person.wait(300)
    yield from person.presses(Qt.Key.Key_Escape, names)
    yield from person.wait()


def listing_hits(person: Person) -> Iterator[int]:
    """List every hit of a common word, scroll through the lines while they come, and order them otherwise."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QComboBox

    from gui.widgets.concordance_view import ConcordanceView

    window = person.window
    window.search_field.set_query(person.chance.choice(("the", "and", "met")))
    yield from person.until_found()
    window.search_panel.show_view(1)
    lines = person.part(window.concordance_panel, ConcordanceView)
    for _ in islice(person.until_found(), 150):
        lines.verticalScrollBar().setValue(lines.verticalScrollBar().value() + lines.verticalScrollBar().pageStep())
        yield 20
    orders = person.part(window.concordance_panel, QComboBox)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
        yield from person.presses(key, orders)
        yield from person.wait(300)
    yield from _scroll(person, lines, 10)
    window.search_panel.show_view(0)
    yield from person.wait()


def filtering_marks(person: Person) -> Iterator[int]:
    """Look for words in the marks of the whole archive, and come back to those of the document."""
    from PySide6.QtCore import Qt

    from gui.widgets.mark_list_head import MarkScope

    head = person.window.annotations_panel.head
    head.choose_scope(MarkScope.ARCHIVE)
    yield from person.wait(300)
    yield from person.types(person.words(1)[:5], head.filter)
    yield from person.wait(300)
    yield from person.presses(Qt.Key.Key_Escape, head.filter)
    head.choose_scope(MarkScope.DOCUMENT)
    yield from person.wait()


def finding(person: Person) -> Iterator[int]:
    """Look for words in the document in front, go from one to the next, and close the bar."""
    from PySide6.QtCore import Qt

    person.does("find_in_document")
    bar = person.view.pane.find_bar
    yield from person.types(person.words(1)[:4], bar.words)
    for _ in range(4):
        person.does("next_hit")
        yield from person.wait()
    yield from person.presses(Qt.Key.Key_Escape, bar.words)


def reading_pages(person: Person) -> Iterator[int]:
    """Open the document that has printed pages, and leaf through them."""
    from gui.viewer.wishes import Mode

    person.window.tabs.open(person.with_pages)
    yield from person.wait()
    view = person.view
    view.pane.head.buttons[Mode.PAGES].click()
    yield from person.until(lambda: view.pane.reader is not view.pane.text_view, "no pages are shown")
    area = view.pane.page_area
    assert area is not None
    yield from person.wait(300)
    yield from _scroll(person, area.view, 15)
    person.does("zoom_in")
    yield from person.wait()
    person.does("zoom_out")
    yield from person.wait()
    view.pane.head.buttons[Mode.TEXT].click()
    yield from person.wait()


def changing_theme(person: Person) -> Iterator[int]:
    """Choose the dark theme and the light one again."""
    for theme in ("dark", "light"):
        person.window.apply_settings(replace(person.window.settings, theme=theme))
        yield 1_000


def changing_language(person: Person) -> Iterator[int]:
    """Choose the other language, for which the window is built anew as soon as nothing runs in the background."""
    former = person.window
    language = "en" if former.settings.language == "zh_CN" else "zh_CN"
    former.apply_settings(replace(former.settings, language=language))
    yield from person.until(lambda: person.window is not former, "the language did not change")
    yield 1_500


def _scroll(person: Person, view: "QAbstractScrollArea", times: int) -> Iterator[int]:
    bar = view.verticalScrollBar()
    for _ in range(times):
        bar.setValue(bar.value() + bar.pageStep() // 2)
        yield from person.wait(40)


EVERYDAY: dict[str, Action] = {
    "searching": searching,
    "misspelling": misspelling,
    "opening results": opening_results,
    "scrolling": scrolling,
    "marking": marking,
    "noting": noting,
    "tagging": tagging,
    "undoing": undoing,
    "changing documents": changing_documents,
    "changing panels": changing_panels,
    "choosing rows": choosing_rows,
    "listing hits": listing_hits,
    "filtering marks": filtering_marks,
    "finding": finding,
    "reading pages": reading_pages,
}
REBUILDING: dict[str, Action] = {"changing theme": changing_theme, "changing language": changing_language}
