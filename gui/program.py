"""The program's one window, and the one that takes its place when the reader chooses another language."""

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from gui.main_window.standing import resume, standing_of
from gui.main_window.window import MainWindow
from gui.tasks.collecting import Collector
from gui.translation import Interpreter
from gui.widgets.painted_parts import PaintedParts
from gui.window_state import save_window
from storage.settings import Settings

_PATIENCE_MILLISECONDS = 200


class Program(QObject):
    """Holds the window.

    Its words are put in when it is built, so another language takes a new window, to which the one before hands the
    archive over as it stands open, at the same places. Work in the background belongs to a window, so the change
    waits until it has ended by itself, an import or a backup above all.
    """

    def __init__(self, application: QApplication, settings: Settings) -> None:
        super().__init__(application)
        self._collector = Collector(self)
        self.interpreter = Interpreter(application)
        self._painted_parts = PaintedParts()
        self._waiting = QTimer(self, interval=_PATIENCE_MILLISECONDS)
        self._waiting.timeout.connect(self._change_when_at_rest)
        self.window = self._build(settings)
        application.styleHints().colorSchemeChanged.connect(self._follow_desktop)

    @Slot()
    def _follow_desktop(self) -> None:
        """Take the desktop's colours anew when it turns dark or light, where the reader has left them to it."""
        if self.window.settings.theme == "system":
            self.window.apply_settings(self.window.settings, save=False)

    def _build(self, settings: Settings) -> MainWindow:
        self.interpreter.speak(settings.language)
        window = MainWindow(settings)
        window.language_chosen.connect(self._begin_to_wait)
        return window

    @Slot()
    def _begin_to_wait(self) -> None:
        if self._is_busy():
            self.window.status.note(self.tr("The language changes as soon as the work in the background has ended."))
        self._waiting.start()

    def _is_busy(self) -> bool:
        session = self.window.session
        return session.imports.is_running or any(
            lane.busy for lane in (session.jobs, session.keeping, session.undo_stack.lane)
        )

    @Slot()
    def _change_when_at_rest(self) -> None:
        is_in_between = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        if is_in_between or self._is_busy() or not self.window.placing_bar.isHidden():
            return
        self._waiting.stop()
        if self.window.isVisible():
            self._change()

    def _change(self) -> None:
        former = self.window
        standing = standing_of(former)
        save_window(former)
        self.window = self._build(former.settings)
        library = former.session.let_go()
        if library is not None:
            self.window.session.take(library)
        self.window.show()
        resume(self.window, standing)
        former.close()
        former.destroyed.connect(self._collector.collect_all, Qt.ConnectionType.QueuedConnection)
        former.deleteLater()
