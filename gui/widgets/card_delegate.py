"""Draws a mark as a card: a bar in its colour, state, quote, note, tags as chips, and place."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem
from typing_extensions import override

from gui.theme import Theme
from gui.widgets.line_breaking import LineBreaker
from gui.widgets.themed_delegate import Index, ThemedDelegate, small_font
from storage.domain.annotation import Colour

SERIF_FAMILIES = ("Noto Serif", "DejaVu Serif", "serif")
_QUOTE_LINES = 4
_NOTE_LINES = 3
_OUTER = 10
_BETWEEN = 4
_LEFT, _RIGHT, _TOP = 15, 11, 9
_GAP = 6


@dataclass(frozen=True, slots=True)
class CardRoles:
    """Where the model gives the parts of a card; the quote stands in the display role.

    ``stamp`` differs whenever the card looks different, so that sizes can be remembered.
    """

    colour: int
    state: int
    title: int
    note: int
    tags: int
    place: int
    stamp: int


@dataclass(frozen=True, slots=True)
class _Layout:
    """The broken lines of a card, each with its font and colour role, and the card's height."""

    lines: tuple[tuple[str, str, str], ...]
    height: int


class CardDelegate(ThemedDelegate):
    """Draws the cards of a list.

    Args:
        view: The list it draws for.
        roles: Where the model gives the parts.
    """

    def __init__(self, view: QListView, roles: CardRoles) -> None:
        super().__init__(view)
        self._roles = roles
        self._layouts: dict[str, _Layout] = {}
        self._measured_width = 0
        self._breakers = self._make_breakers()

    def _make_breakers(self) -> dict[str, LineBreaker]:
        plain = QFont(self._view.font())
        strong = QFont(plain)
        strong.setWeight(QFont.Weight.Bold)
        small = small_font(plain)
        serif = QFont(plain)
        serif.setFamilies(SERIF_FAMILIES)
        fonts = {"plain": plain, "strong": strong, "small": small, "serif": serif}
        return {name: LineBreaker(font) for name, font in fonts.items()}

    @override
    def set_theme(self, theme: Theme) -> None:
        self.forget_sizes()
        super().set_theme(theme)

    def forget_sizes(self) -> None:
        """Measure every card again, after fonts have changed."""
        self._layouts.clear()
        self._breakers = self._make_breakers()

    def _line_height(self, font: str) -> int:
        height = self._breakers[font].metrics.height()
        return round(height * 1.15) if font == "serif" else round(height)

    def _layout_of(self, index: Index, width: int) -> _Layout:
        if width != self._measured_width:
            self._layouts.clear()
            self._measured_width = width
        stamp = str(index.data(self._roles.stamp))
        known = self._layouts.get(stamp)
        if known is None:
            known = self._layouts[stamp] = self._measure(index, width - 2 * _OUTER - _LEFT - _RIGHT)
        return known

    def _measure(self, index: Index, room: int) -> _Layout:
        lines: list[tuple[str, str, str]] = []
        parts = (
            ("strong", "caution", index.data(self._roles.state), 2),
            ("small", "muted", index.data(self._roles.title), 1),
            ("serif", "ink", index.data(), _QUOTE_LINES),
            ("plain", "ink", index.data(self._roles.note), _NOTE_LINES),
        )
        for font, colour, text, most in parts:
            if text:
                lines += [(line, font, colour) for line in self._breakers[font].lines(text, room - 2, most)]
        height = sum(self._line_height(font) for _, font, _ in lines) + self._chip_height()
        # Above the foot, and above a note.
        gaps = 2 if any(font == "plain" for _, font, _ in lines) else 1
        return _Layout(tuple(lines), height + 2 * _TOP + gaps * _GAP + 2 * _BETWEEN)

    def _chip_height(self) -> int:
        return self._line_height("small") + 2

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, self._layout_of(index, width).height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if self._theme is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = option.rect.adjusted(_OUTER, _BETWEEN, -_OUTER, -_BETWEEN)
        self._draw_frame(painter, card, bool(option.state & QStyle.StateFlag.State_Selected), self._theme)
        bar = QRectF(card.left() + 5, card.top() + 9, 4, card.height() - 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(bar_colour(self._theme.mark(Colour(index.data(self._roles.colour)))))
        painter.drawRoundedRect(bar, 2, 2)
        room = card.adjusted(_LEFT, _TOP, -_RIGHT, -_TOP)
        self._draw_lines(painter, room, self._layout_of(index, self._view.viewport().width()), self._theme)
        foot = QRect(room.left(), room.bottom() - self._chip_height() + 1, room.width(), self._chip_height())
        left = self._draw_place(painter, foot, str(index.data(self._roles.place)), self._theme)
        self._draw_tags(painter, left, list(index.data(self._roles.tags) or ()), self._theme)
        painter.restore()

    def _draw_frame(self, painter: QPainter, card: QRect, selected: bool, theme: Theme) -> None:
        frame = QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5)
        if selected:
            painter.setPen(QPen(theme.accent_soft, 2))
            painter.drawRoundedRect(frame.adjusted(-1.5, -1.5, 1.5, 1.5), 9, 9)
        painter.setPen(theme.accent if selected else theme.line)
        painter.setBrush(theme.paper)
        painter.drawRoundedRect(frame, 8, 8)

    def _draw_lines(self, painter: QPainter, room: QRect, layout: _Layout, theme: Theme) -> None:
        top = room.top()
        before = ""
        for text, font, colour in layout.lines:
            if font == "plain" and before == "serif":
                top += _GAP
            painter.setFont(self._breakers[font].font)
            painter.setPen(getattr(theme, colour))
            height = self._line_height(font)
            painter.drawText(QRect(room.left(), top, room.width() + 4, height), Qt.AlignmentFlag.AlignVCenter, text)
            top, before = top + height, font

    def _draw_place(self, painter: QPainter, foot: QRect, place: str, theme: Theme) -> QRect:
        small = self._breakers["small"]
        painter.setFont(small.font)
        painter.setPen(theme.muted)
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, place)
        return foot.adjusted(0, 0, -round(small.width(place)) - _GAP, 0)

    def _draw_tags(self, painter: QPainter, room: QRect, tags: list[str], theme: Theme) -> None:
        """Draw as many tags as there is room for, and how many are left."""
        small = self._breakers["small"]
        left = room.left()
        for number, tag in enumerate(tags):
            rest = f"+{len(tags) - number - 1}" if number + 1 < len(tags) else ""
            most = room.right() - left - (round(small.width(f"{rest} ")) + _GAP if rest else 0)
            shown = small.elided(tag, max(most - 12, 0)) if most >= min(60, small.width(tag) + 12) else ""
            if not shown:
                painter.setPen(theme.muted)
                painter.drawText(
                    room.adjusted(left - room.left(), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, f"+{len(tags) - number}"
                )
                return
            chip = QRect(left, room.top(), round(small.metrics.horizontalAdvance(shown)) + 12, room.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent_soft)
            painter.drawRoundedRect(chip, 4, 4)
            painter.setPen(theme.ink)
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, shown)
            left = chip.right() + _GAP


def bar_colour(mark: QColor) -> QColor:
    """Return the strong form of a mark's colour, which stands out as a narrow bar on paper of either theme."""
    if mark.hslHueF() < 0:
        return mark
    return QColor.fromHslF(mark.hslHueF(), 0.55, 0.45)
