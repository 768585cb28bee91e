"""The way of the keyboard through a window by Tab."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QScrollArea, QTabBar, QWidget
from typing_extensions import override


class TabbedWindow(QMainWindow):
    """A main window in which Tab comes to everything that takes the keyboard, part after part.

    Qt goes from a panel at once to the part that stands for it (its focus proxy), past the fields above that part. Its
    own chain cannot be asked: PySide takes each widget of it for a part of the one before, and they go together.
    """

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        at = self.focusWidget() or self
        parts = self.findChildren(QWidget)
        place = parts.index(at) if at in parts else -1
        ring = parts[place + 1 :] + parts[: max(place, 0)]
        for widget in ring if next else reversed(ring):
            if takes_tab(widget) and widget.window() is self:
                widget.setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
                bring_into_view(widget)
                return True
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
