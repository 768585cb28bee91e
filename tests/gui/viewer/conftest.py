"""A document view with a look of its own, and values to show in it."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from gui.viewer.appearance import ViewerAppearance
from gui.viewer.document_view import DocumentView
from storage.domain.annotation import Anchor, AnchorState, Annotation, Colour
from storage.domain.document import Block, BlockKind, Description, Document, DocumentState, TextVersion
from storage.domain.ids import AnnotationId, DocumentId, TextVersionId

LIGHT = {
    "paper": "#ffffff",
    "ink": "#22262b",
    "muted": "#666b73",
    "line": "#dcd8d0",
    "accent": "#1f5f8b",
    "accent soft": "#e3eef6",
    "selection": "#d7e7f3",
    "country": "#0f766e",
    "party": "#1d4ed8",
    "body": "#7c3aed",
    "person": "#9a3412",
    "hit": "#ffe08a",
    "current hit": "#ffb020",
    "caution": "#a15c00",
    "mark yellow": "#fff2a8",
    "mark green": "#cdeccf",
    "mark rose": "#f9d3dd",
    "mark blue": "#cfe3fb",
}
DARK = LIGHT | {"paper": "#24282d", "ink": "#e7e9ec", "muted": "#a2a9b3", "mark yellow": "#5a5014"}


def paragraphs(text: str) -> tuple[Block, ...]:
    """Make a paragraph of each line that is not blank; a line that begins with # is a heading."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            kind = BlockKind.HEADING if line.startswith("#") else BlockKind.PARAGRAPH
            blocks.append(Block(kind, start, start + len(line), len(blocks) + 1, level=1))
        start += len(line) + 1
    return tuple(blocks)


def document(text: str, title: str = "A document") -> Document:
    """Describe a document with a text."""
    return Document(DocumentId(1), Description(title), TextVersionId(1), len(text), DocumentState.READABLE)


def version(text: str, blocks: Sequence[Block] | None = None) -> TextVersion:
    """Make a text version."""
    return TextVersion(TextVersionId(1), DocumentId(1), text, "", "", paragraphs(text) if blocks is None else blocks)


def mark(
    identity: str, start: int, end: int, colour: Colour = Colour.YELLOW, state: AnchorState = AnchorState.UNCHANGED
) -> Annotation:
    """Make a mark on the first text version."""
    now = datetime(2024, 5, 1, tzinfo=UTC)
    anchor = Anchor(start, end, "", "", "")
    return Annotation(
        AnnotationId(identity), DocumentId(1), TextVersionId(1), anchor, now, now, colour=colour, state=state
    )


ShowText = Callable[..., DocumentView]


@pytest.fixture
def look() -> ViewerAppearance:
    """Return the light look."""
    return ViewerAppearance.from_tokens(LIGHT)


@pytest.fixture
def show(qtbot: QtBot, look: ViewerAppearance) -> ShowText:
    """Return a function that shows a text in a window of 900 by 700 pixels."""
    view = DocumentView(look)
    qtbot.add_widget(view)
    view.resize(900, 700)

    def show_text(text: str, blocks: tuple[Block, ...] | None = None) -> DocumentView:
        view.show_document(document(text), version(text, blocks))
        with qtbot.wait_exposed(view):
            view.show()
        settle(qtbot, view)
        return view

    return show_text


def settle(qtbot: QtBot, view: DocumentView) -> None:
    """Wait until the number of lines has been estimated."""
    qtbot.wait_until(lambda: not view.pane.text_view.filling.is_active)


def point_of(view: DocumentView, offset: int) -> QPoint:
    """Give a point in the viewport on the left part of a character."""
    text_view = view.pane.text_view
    cursor = text_view.textCursor()
    cursor.setPosition(text_view.positions.position(offset))
    box = QRectF(text_view.cursorRect(cursor))
    return QPoint(round(box.left() + 2), round(box.center().y()))


def colours(view: DocumentView, start: int, end: int) -> set[str]:
    """List the colours painted behind the first line of a range."""
    text_view = view.pane.text_view
    image = text_view.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    first, last = point_of(view, start), point_of(view, end)
    y = first.y()
    return {
        QColor(image.pixel(round(x * ratio), round((y + dy) * ratio))).name()
        for x in range(first.x(), max(first.x() + 1, last.x() - 2))
        for dy in range(-9, 10)
    }
