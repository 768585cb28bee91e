"""The way of the keyboard through a window by Tab."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QScrollArea, QTabBar, QWidget
from typing_extensions import override


class TabbedWindow(QMainWindow):
    """A main window in which Tab comes to everything that takes the keyboard, in the order in which it was made.

    Qt goes from a panel at once to the part that stands for it (its focus proxy), past the fields above that part.
    """

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        at = self.focusWidget() or self
        widget = _neighbour(at, next)
        while widget is not at:
            if widget.window() is self and takes_tab(widget):
                reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
                widget.setFocus(reason)
                bring_into_view(widget)
                return True
            widget = _neighbour(widget, next)
        return False


def takes_tab(widget: QWidget) -> bool:
    """Tell whether Tab can come to a widget now; one that another stands for has no place of its own."""
    if not widget.isVisible() or not widget.isEnabled() or widget.focusProxy() is not None:
        return False
    # The bar for docks that lie over each other stays, out of sight, when they are hidden.
    can_be_seen = not isinstance(widget, QTabBar) or not widget.visibleRegion().isEmpty()
    return can_be_seen and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def bring_into_view(widget: QWidget) -> None:
    """Scroll so that a widget that was come to can be seen."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()


def _neighbour(widget: QWidget, forward: bool) -> QWidget:
    # The chain is a ring; only a widget that is being taken away stands alone.
    return (widget.nextInFocusChain() if forward else widget.previousInFocusChain()) or widget
