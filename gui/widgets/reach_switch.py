"""How far a decision on a mention reaches: here, in its document, or everywhere."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QLabel, QToolButton, QWidget

from gui.widgets.flow_layout import FlowLayout
from storage.domain.mention import Reach


class ReachSwitch(QWidget):
    """Three buttons of which one is pressed.

    Args:
        panel: The widget in which the keys of the buttons are heard.
    """

    def __init__(self, panel: QWidget) -> None:
        super().__init__(panel)
        row = FlowLayout(self)
        row.setSpacing(8)
        row.addWidget(QLabel(self.tr("Decide")))
        group = QButtonGroup(self)
        self._buttons: dict[Reach, QToolButton] = {}
        for reach, words, key in (
            (Reach.PLACE, self.tr("Here (H)"), "H"),
            (Reach.DOCUMENT, self.tr("This document (D)"), "D"),
            (Reach.ARCHIVE, self.tr("Everywhere (V)"), "V"),
        ):
            button = self._buttons[reach] = QToolButton()
            button.setText(words)
            button.setCheckable(True)
            button.setChecked(reach is Reach.PLACE)
            group.addButton(button)
            row.addWidget(button)
            shortcut = QShortcut(QKeySequence(key), panel)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)

    @property
    def reach(self) -> Reach:
        """How far a decision reaches now."""
        return next(reach for reach, button in self._buttons.items() if button.isChecked())
