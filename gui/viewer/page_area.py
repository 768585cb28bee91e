"""The pages with what belongs beside them: small pictures of all pages, how large they are, and where one is."""

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from gui.viewer.appearance import ViewerAppearance
from gui.viewer.layers import Layers
from gui.viewer.page_canvas import Fit
from gui.viewer.page_map import MappedPages
from gui.viewer.page_thumbnails import PageThumbnails
from gui.viewer.page_view import PageView
from gui.widgets.flow_layout import FlowLayout


class PageArea(QWidget):
    """Composes the page view with its bar and the small pictures."""

    def __init__(self, appearance: ViewerAppearance, layers: Layers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = PageView(appearance, layers)
        self.thumbnails = PageThumbnails(appearance)
        self.place = QLabel()
        self.switch = self._button(self.tr("Thumbnails"), self.tr("Show all pages in small beside the page"))
        self.switch.setCheckable(True)
        self.switch.setChecked(True)
        self.switch.toggled.connect(self.thumbnails.setVisible)
        self.smaller = self._button("−", self.tr("Smaller (Ctrl+wheel)"))
        self.larger = self._button("+", self.tr("Larger (Ctrl+wheel)"))
        self.fit_width = self._button(self.tr("Fit width"), self.tr("As wide as the window"))
        self.fit_page = self._button(self.tr("Fit page"), self.tr("One whole page"))
        self._compose()
        self._connect()
        self.set_appearance(appearance)

    def _button(self, words: str, explanation: str) -> QToolButton:
        button = QToolButton()
        button.setText(words)
        button.setToolTip(explanation)
        button.setAccessibleName(explanation if len(words) == 1 else words)
        return button

    def _compose(self) -> None:
        parts = FlowLayout()
        parts.setSpacing(6)
        for part in (self.switch, self.smaller, self.larger, self.fit_width, self.fit_page, self.place):
            parts.addWidget(part)
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 4, 12, 4)
        bar.addLayout(parts)
        row = QHBoxLayout()
        row.addWidget(self.thumbnails)
        row.addWidget(self.view, 1)
        column = QVBoxLayout(self)
        column.addLayout(bar)
        column.addLayout(row, 1)
        for box in (row, column):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(0)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self.smaller.clicked.connect(lambda: self.view.step_zoom(-1))
        self.larger.clicked.connect(lambda: self.view.step_zoom(1))
        self.fit_width.clicked.connect(lambda: self.view.set_fit(Fit.WIDTH))
        self.fit_page.clicked.connect(lambda: self.view.set_fit(Fit.PAGE))
        self.view.page_changed.connect(self._show_place)
        self.thumbnails.page_chosen.connect(self.view.show_page)

    def show_pages(self, pages: MappedPages, offset: int) -> None:
        """Show the pages of a document from an offset on, and when the window has shown these, all in small."""
        self.view.show_pages(pages, offset)
        self._show_place(self.view.page)
        QTimer.singleShot(0, self, self._show_small)

    @Slot()
    def _show_small(self) -> None:
        if self.view.loader is not None:
            self.thumbnails.show_pages(self.view.loader, len(self.view.pages.sizes))
            self.thumbnails.show_current(self.view.page)

    def release(self) -> None:
        """Let go of the file."""
        self.thumbnails.show_pages(None, 0)
        self.view.release()

    def set_appearance(self, appearance: ViewerAppearance) -> None:
        """Draw in another look."""
        self.view.set_appearance(appearance)
        self.thumbnails.set_appearance(appearance)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(
            f"PageArea {{ background: {appearance.paper.name()}; }} QLabel {{ color: {appearance.muted.name()}; }}"
        )

    @Slot(object)
    def _show_place(self, page: int) -> None:
        loader, count = self.view.loader, len(self.view.pages.sizes)
        if loader is None or not count:
            self.place.clear()
            return
        label = loader.ranges.labels[page]
        if label == str(page + 1):
            self.place.setText(self.tr("page {0} of {1}").format(label, f"{count:,}"))
        else:
            self.place.setText(self.tr("page {0} ({1} of {2})").format(label, page + 1, f"{count:,}"))
        self.thumbnails.show_current(page)
