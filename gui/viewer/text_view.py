"""What a reader does in the text: select, point, walk with the keys, copy, ask for a menu."""

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from typing_extensions import override

from gui.plain_words import tooltip
from gui.translation import in_words
from gui.viewer.appearance import ViewerAppearance
from gui.viewer.mark_ends import MarkEnds
from gui.viewer.text_canvas import TextCanvas
from gui.viewer.wishes import COLOUR_KEYS, MarkRequest, MenuRequest
from storage.domain.annotation import Annotation
from storage.domain.search import Span

_LONGEST_EXPLANATION = 400


class TextView(TextCanvas):
    """The text with its mouse and keyboard; it changes nothing and tells what is wished.

    Signals:
        span_selected: the selected ``Span``, or None when nothing is selected any more.
        mark_requested: a ``MarkRequest``, by the keys 1 to 4 over a selection.
        extent_requested: an ``ExtentRequest``, when an end of the active mark was dragged.
        mark_activated: the ``AnnotationId`` of the mark that was clicked, or on which Enter was pressed.
        mention_activated: the ``Mention`` there.
        menu_requested: a ``MenuRequest``.
        zoom_requested: +1 or -1, a step up or down.
    """

    span_selected = Signal(object)
    mark_requested = Signal(object)
    extent_requested = Signal(object)
    mark_activated = Signal(object)
    mention_activated = Signal(object)
    menu_requested = Signal(object)
    zoom_requested = Signal(object)

    def __init__(self, appearance: ViewerAppearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._pressed: QPointF | None = None
        self._ends = MarkEnds(self)
        self.viewport().setMouseTracking(True)
        by = Qt.TextInteractionFlag
        self.setTextInteractionFlags(by.TextSelectableByMouse | by.TextSelectableByKeyboard)
        self.setAccessibleName(self.tr("Text of the document"))
        self.selectionChanged.connect(self._tell_selection)

    def clear_selection(self) -> None:
        """Select nothing; the caret stays where it is."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def select(self, span: Span) -> None:
        """Select a range."""
        cursor = self.textCursor()
        cursor.setPosition(self.position(span.start))
        cursor.setPosition(self.position(span.end, end=True), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def caret(self) -> int:
        """Give the offset the caret stands at."""
        return self.positions.offset(self.textCursor().position())

    def reveal(self, span: Span) -> None:
        """Put the caret before a range and bring its beginning into view; what is in view already is not moved."""
        cursor = self.textCursor()
        cursor.setPosition(self.position(min(span.start, len(self._text))))
        if self._is_in_view(cursor):
            self.setTextCursor(cursor)
        else:
            self.go_far(cursor)

    def _is_in_view(self, cursor: QTextCursor) -> bool:
        """Tell whether a caret is wholly seen; for one far off Qt would set the lines around the view to tell."""
        room = self.viewport().rect().adjusted(0, 8, 0, -8)
        if not any(shown.block == cursor.block() for shown in self.shown_blocks(QRectF(room))):
            return False
        return room.contains(self.cursorRect(cursor).center())

    def activate(self, offset: int) -> None:
        """Tell which mark and mention lie at an offset; where marks overlap, asking again gives the next one."""
        mark, mention = self.layers.next_mark(offset), self.layers.shortest_mention(offset)
        if mark is not None:
            self.set_active(mark)
        if mention is not None:
            self.mention_activated.emit(mention)

    def set_active(self, annotation: Annotation) -> None:
        """Make a mark the active one and tell so."""
        self.layers.active = annotation.id
        self.update_layers()
        self.mark_activated.emit(annotation.id)

    @Slot()
    def _tell_selection(self) -> None:
        self.viewport().update()
        self.span_selected.emit(self.selected_span())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        is_left = event.button() is Qt.MouseButton.LeftButton
        if is_left and self._ends.take(event.position()):
            return
        self._pressed = event.position() if is_left else None
        super().mousePressEvent(self._onto_line(event))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._ends.is_dragging:
            self._ends.move(self._onto_line(event).position().toPoint())
            return
        if not event.buttons():
            on_end = self._ends.is_at(event.position())
            self.viewport().setCursor(Qt.CursorShape.SizeHorCursor if on_end else Qt.CursorShape.IBeamCursor)
        super().mouseMoveEvent(self._onto_line(event))

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        super().mouseDoubleClickEvent(self._onto_line(event))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._ends.is_dragging:
            wish = self._ends.release()
            if wish is not None:
                self.extent_requested.emit(wish)
            return
        super().mouseReleaseEvent(self._onto_line(event))
        pressed, self._pressed = self._pressed, None
        if pressed is None or self.textCursor().hasSelection():
            return
        if (event.position() - pressed).manhattanLength() < QApplication.startDragDistance():
            offset = self.character_at(event.position())
            if offset is not None:
                self.activate(offset)

    def _onto_line(self, event: QMouseEvent) -> QMouseEvent:
        """Move an event that falls between two lines onto the nearer one; Qt knows nothing of the room between."""
        if not self.viewport().rect().contains(event.position().toPoint()):
            return event
        shown, line = self.line_at(event.position().y())
        if shown is None or line is None:
            return event
        point = QPointF(event.position().x(), shown.top + line.naturalTextRect().center().y())
        return QMouseEvent(
            event.type(),
            point,
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
            event.pointingDevice(),
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.positions.missing():  # where Qt may put the caret, beside both ends
            self.filling.bring_around(self.caret())
            self.filling.bring_around(self.visible_span().start)
        span = self.selected_span()
        colour = COLOUR_KEYS.get(event.key()) if not event.modifiers() else None
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activate(self.caret())
        elif colour is not None and span is not None:
            self.mark_requested.emit(MarkRequest(span, colour))
        else:
            super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.zoom_requested.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        offset = self.character_at(QPointF(event.pos())) if by_mouse else self.caret()
        point = event.globalPos() if by_mouse else self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        self.menu_requested.emit(MenuRequest(point.x(), point.y(), offset))

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            offset = self.character_at(QPointF(event.pos()))
            words = "" if offset is None else self._explain(offset)
            QToolTip.showText(event.globalPos(), tooltip(words), self.viewport())
            return True
        return super().viewportEvent(event)

    def _explain(self, offset: int) -> str:
        """Say what lies at an offset: names of mentions and why they are there, what marks stand for and say."""
        mentions = self.layers.shown_mentions(offset, offset + 1)
        marks = self.layers.shown_annotations(offset, offset + 1)
        notes = (
            part for mark in marks for part in (self.appearance.meaning(mark.colour), mark.note, ", ".join(mark.tags))
        )
        words = [
            " · ".join(filter(None, (self.layers.called(mention), in_words(mention.rule)))) for mention in mentions
        ]
        return "\n".join((*words, *filter(None, notes)))[:_LONGEST_EXPLANATION]

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        span = self.selected_span()
        data.setText(self._text[span.start : span.end] if span else "")
        return data
