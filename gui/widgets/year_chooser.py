"""A bar chart of found documents by year from which a year is chosen, the popup it stands in, and its button."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from gui.theme import Theme
from gui.widgets.active_filter import YEARS, ActiveFilter
from gui.widgets.counting import counted
from gui.widgets.labels import Label, Tone
from gui.widgets.year_chart import YearChart

_SIZE = QSize(420, 110)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
_CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class YearChooser(YearChart):
    """Lets a year with documents be chosen, by the mouse or with the arrow keys and Enter.

    Signals:
        current_changed: the year under the mouse or the keyboard's cursor.
        chosen: the year that was pressed.
    """

    current_changed = Signal(object)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrowed: tuple[int | None, int | None] = (None, None)
        self.current: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_years(self, counts: Sequence[tuple[int, int]], first: int | None, last: int | None) -> None:
        """Show counts by year, those years strong that a filter lets pass; the cursor is on the first of them."""
        self._narrowed = (first, last)
        self.set_counts(counts)
        years = self._years()
        self._go_to(next((year for year in years if self._passes(year)), years[0]) if years else None)

    def count(self, year: int) -> int:
        """Return how many documents a year has."""
        return dict(self._counts).get(year, 0)

    def _years(self) -> list[int]:
        return [year for year, count in self._counts if count]

    def _passes(self, year: int) -> bool:
        first, last = self._narrowed
        return (first is None or first <= year) and (last is None or year <= last)

    def _go_to(self, year: int | None) -> None:
        if year != self.current:
            self.current = year
            self.current_changed.emit(year)
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return _SIZE

    @override
    def _colour(self, year: int, theme: Theme) -> QColor:
        return theme.accent if self._passes(year) else theme.muted

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.ink, 1.5))
        for bar, (year, _) in zip(self._bars(), self._counts, strict=True):
            if year == self.current:
                around = QRectF(bar.left(), 1, max(bar.width(), 3), bar.bottom() - 1)
                painter.drawRoundedRect(around, 2, 2)

    def _year_at(self, place: QPointF) -> int | None:
        """Return the year with documents whose bar is nearest to a place, None beside all bars."""
        bars = [(bar, year) for bar, (year, count) in zip(self._bars(), self._counts, strict=True) if count]
        if not bars or place.x() > self._bars()[-1].right() + 3:
            return None
        return min(bars, key=lambda pair: abs(pair[0].center().x() - place.x()))[1]

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        year = self._year_at(event.position())
        if year is not None:
            self._go_to(year)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        year = self._year_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and year is not None:
            self._go_to(year)
            self.chosen.emit(year)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, years = Qt.Key(event.key()), self._years()
        if not years or self.current is None:
            super().keyPressEvent(event)
        elif key in _STEPS:
            place = years.index(self.current) + _STEPS[key]
            self._go_to(years[min(max(place, 0), len(years) - 1)])
        elif key in _ENDS:
            self._go_to(years[_ENDS[key]])
        elif key in _CHOOSING:
            self.chosen.emit(self.current)
        else:
            super().keyPressEvent(event)


class _Popup(QFrame):
    """Shows the chart, with what the current year has and what else can be chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("popup", True)
        self.chart = YearChooser()
        self.chart.current_changed.connect(self._say)
        self.heading = Label(self.tr("Documents found by year"), tone=Tone.MUTED)
        self.said = Label(strong=True)
        self.all_years = QPushButton(self.tr("All years"))
        self.others = QPushButton(self.tr("From … to …"))
        for button in (self.all_years, self.others):
            button.setProperty("flat", True)
        below = QHBoxLayout()
        below.addWidget(self.said, 1)
        below.addWidget(self.all_years)
        below.addWidget(self.others)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 10)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.chart)
        column.addLayout(below)

    def open_at(self, button: QWidget) -> None:
        """Open below a button, above it where there is no room, the keyboard in the chart."""
        self.adjustSize()
        room, corner = self.screen().availableGeometry(), button.mapToGlobal(QPoint(0, button.height()))
        if corner.y() + self.height() > room.bottom():
            corner.setY(max(room.top(), corner.y() - button.height() - self.height()))
        self.move(max(room.left(), min(corner.x(), room.right() - self.width())), corner.y())
        self.show()
        self.chart.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot(object)
    def _say(self, year: int | None) -> None:
        words = counted(self.chart.count(year or 0), self.tr("1 document"), self.tr("%1 documents"))
        self.said.setText("" if year is None else f"{year} · {words}")
        self.chart.setAccessibleName(self.tr("Documents found by year: {words}").format(words=self.said.text()))


class YearsButton(QToolButton):
    """Opens the chart of the documents found by year; hidden where none has a date.

    Signals:
        chosen: an ``ActiveFilter`` of years; without a value no year is to narrow the search any more.
        others_wished: nothing; the reader wants to say from which to which year.
    """

    chosen = Signal(object)
    others_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: tuple[tuple[int, int], ...] = ()
        self._narrowed: tuple[int | None, int | None] = (None, None)
        self.setText(self.tr("Years ▾"))
        self.setToolTip(self.tr("How many of the documents found are of which year; press a year to see only it"))
        self.clicked.connect(self._open)
        self._popup = _Popup(self)
        self._popup.chart.chosen.connect(self._choose)
        self._popup.all_years.clicked.connect(self._choose_all)
        self._popup.others.clicked.connect(self._wish_others)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._popup.chart.set_theme(theme)
        for label in (self._popup.heading, self._popup.said):
            label.set_theme(theme)

    def set_years(self, counts: Sequence[tuple[int, int]], first: int | None, last: int | None) -> None:
        """Offer years with their counts; ``first`` and ``last`` are those the search is narrowed to."""
        self._counts, self._narrowed = tuple(counts), (first, last)
        self.setVisible(bool(counts))

    @Slot()
    def _open(self) -> None:
        self._popup.chart.show_years(self._counts, *self._narrowed)
        self._popup.all_years.setVisible(self._narrowed != (None, None))
        self._popup.open_at(self)

    @Slot(object)
    def _choose(self, year: int) -> None:
        self._popup.hide()
        self.chosen.emit(ActiveFilter(YEARS, "" if self._narrowed == (year, year) else str(year)))

    @Slot()
    def _choose_all(self) -> None:
        self._popup.hide()
        self.chosen.emit(ActiveFilter(YEARS))

    @Slot()
    def _wish_others(self) -> None:
        self._popup.hide()
        self.others_wished.emit()
