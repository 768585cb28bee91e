"""Another look for a window that stands there already, in turns of the event loop that nobody feels."""

from collections.abc import Iterator

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from gui.turns import Steps


class Dressing(QObject):
    """Dresses a window anew in many short turns; it takes keys and the mouse in between.

    Nothing of the window is painted before all is done, so that nobody sees one half in the old colours. What is opened
    meanwhile, a dialog or a menu, is dressed as it is made.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._is_palette_old = False
        self._steps = Steps(self)

    @property
    def is_under_way(self) -> bool:
        """Whether parts of the window still wait for their new look."""
        return self._steps.are_under_way

    def begin(self, steps: Iterator[object], has_other_palette: bool) -> None:
        """Take the steps, in place of those that are left of another look; at once while the window is not shown.

        Args:
            steps: Each gives some part its new look.
            has_other_palette: whether what the style sheet colours is to be polished anew, too.
        """
        self._is_palette_old |= has_other_palette
        self._steps.begin(self._all(steps), self._let_paint)
        if not self._window.isVisible():
            self.finish()
            return
        self._window.setUpdatesEnabled(False)

    def finish(self) -> None:
        """Take all the steps that are left now."""
        self._steps.finish()

    def _let_paint(self) -> None:
        self._window.setUpdatesEnabled(True)

    def _all(self, steps: Iterator[object]) -> Iterator[object]:
        yield from steps
        if self._is_palette_old:
            yield from _polish_everything()
            self._is_palette_old = False


def _polish_everything() -> Iterator[None]:
    """Let the style sheet look up its colours in the palette again, one part of the program after the other."""
    for part in QApplication.allWidgets():
        if shiboken6.isValid(part) and part.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            part.style().polish(part)
            yield
