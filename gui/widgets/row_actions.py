"""The menu over the rows of a list or table that offers actions which there are anyway."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QMenu


def offer_actions(view: QAbstractItemView, place: QPoint, actions: Sequence[QAction]) -> None:
    """Open a menu of actions where a row stands under a place of the view's viewport, else do nothing."""
    if not view.indexAt(place).isValid():
        return
    menu = QMenu(view)
    menu.setToolTipsVisible(True)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addActions(actions)
    menu.popup(view.viewport().mapToGlobal(place))
