"""A small bar chart of documents by year."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from gui.theme import Theme

_HEIGHT = 56
_LABELS = 16
_WIDEST_BAR = 36
_LOWEST_BAR = 2


class YearChart(QWidget):
    """Draws one bar for each year; the first and last are labelled, each tells its count when pointed at."""

    spoken_role = QAccessible.Role.Chart

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: tuple[tuple[int, int], ...] = ()
        self._theme: Theme | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Documents by year"))
        self.hide()

    def spoken(self) -> str:
        """Say every year with its count, for a screen reader."""
        return ", ".join(f"{year}: {count}" for year, count in self._counts if count)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.update()

    def set_counts(self, counts: Sequence[tuple[int, int]]) -> None:
        """Show pairs of year and count; years between without documents are drawn empty. Nothing hides the chart."""
        known = dict(counts)
        years = range(min(known), max(known) + 1) if known else range(0)
        self._counts = tuple((year, known.get(year, 0)) for year in years)
        self.setVisible(bool(known))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def _bars(self) -> list[QRectF]:
        if not self._counts:
            return []
        most = max(count for _, count in self._counts)
        step = min(self.width() / len(self._counts), _WIDEST_BAR)
        room = self.height() - _LABELS
        gap = 3 if step > 8 else 0
        heights = [max(room * count / most, _LOWEST_BAR if count else 0) for _, count in self._counts]
        return [QRectF(number * step, room - height, step - gap, height) for number, height in enumerate(heights)]

    def _colour(self, year: int, theme: Theme) -> QColor:
        """Return the colour of a year's bar."""
        return theme.accent

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        bars = self._bars()
        if self._theme is None or not bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for bar, (year, _) in zip(bars, self._counts, strict=True):
            painter.setBrush(self._colour(year, self._theme))
            painter.drawRoundedRect(bar, 2, 2)
        painter.setPen(self._theme.muted)
        below = QRectF(0, self.height() - _LABELS, max(bars[-1].right(), 80), _LABELS)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, str(self._counts[0][0]))
        if len(self._counts) > 1:
            painter.drawText(below, Qt.AlignmentFlag.AlignRight, str(self._counts[-1][0]))

    @override
    def event(self, event: object) -> bool:
        if isinstance(event, QHelpEvent):
            for bar, (year, count) in zip(self._bars(), self._counts, strict=True):
                if bar.left() <= event.pos().x() <= bar.right():
                    QToolTip.showText(event.globalPos(), f"{year}: {count}", self)
                    return True
        return super().event(event)  # type: ignore[arg-type]
