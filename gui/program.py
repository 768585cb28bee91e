"""The program's one window, and the one that takes its place when the reader chooses another language."""

from collections.abc import Generator
from contextlib import closing
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from gui.main_window.standing import Standing, resuming, standing_of
from gui.main_window.window import MainWindow
from gui.models.shown_names import names_to_show
from gui.tasks.collecting import Collector, taken_apart
from gui.translation import Interpreter
from gui.turns import Steps
from gui.widgets.painted_parts import PaintedParts
from gui.window_state import restore_window, save_window
from storage.settings import Settings

if TYPE_CHECKING:
    from storage.library import Library

_PATIENCE_MILLISECONDS = 200


class Program(QObject):
    """Holds the window.

    Its words are put in when it is built, so another language takes a new window, to which the one before hands the
    archive over as it stands open, at the same places. Work in the background belongs to a window, so the change
    waits until it has ended by itself, an import or a backup above all.

    All of it is done in short turns: the new window is made out of sight while the reader goes on in the one before,
    and what was open is opened in it piece by piece when it is shown.
    """

    def __init__(self, application: QApplication, settings: Settings) -> None:
        super().__init__(application)
        self._collector = Collector(self)
        self.interpreter = Interpreter(application)
        self._painted_parts = PaintedParts()
        self._steps = Steps(self)
        self._coming: MainWindow | None = None
        self._is_built = False
        self._waiting = QTimer(self, interval=_PATIENCE_MILLISECONDS)
        self._waiting.timeout.connect(self._change_when_at_rest)
        self.interpreter.speak(settings.language)
        self.window = MainWindow(settings)
        self.window.language_chosen.connect(self._begin_to_wait)
        application.styleHints().colorSchemeChanged.connect(self._follow_desktop)
        application.aboutToQuit.connect(self._stop)

    @Slot()
    def _follow_desktop(self) -> None:
        """Take the desktop's colours anew when it turns dark or light, where the reader has left them to it."""
        if self.window.settings.theme == "system":
            self.window.apply_settings(self.window.settings, save=False)

    @Slot()
    def _stop(self) -> None:
        """Leave nothing half done open when the program ends."""
        self._waiting.stop()
        self._steps.stop()
        self._give_up()

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

    def _is_at_rest(self) -> bool:
        is_in_between = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        return not is_in_between and not self._is_busy() and self._is_window_free()

    def _is_window_free(self) -> bool:
        return self.window.placing_bar.isHidden() and not self.window.dressing.is_under_way

    @Slot()
    def _change_when_at_rest(self) -> None:
        if self._steps.are_under_way or not self._is_at_rest():
            return
        self._waiting.stop()
        self._steps.begin(self._while_shown(self._moving() if self._is_ready() else self._building()))

    def _while_shown(self, steps: Generator[object]) -> Generator[None]:
        """Take steps until the reader closes the window."""
        with closing(steps):
            while self.window.isVisible() and next(steps, self) is not self:
                yield
        if not self.window.isVisible():
            self._give_up()

    def _building(self) -> Generator[object]:
        """Make the window that is to come, while the reader goes on in the present one."""
        self._give_up()
        self.interpreter.speak(self.window.settings.language)
        coming = self._coming = MainWindow(self.window.settings, at_once=False)
        coming.colour_meanings = self.window.colour_meanings  # else all is dressed anew when the archive is there
        session = self.window.session
        session.read(lambda _progress, _is_cancelled: len(names_to_show(session.library)), lambda _read_ahead: None)
        try:
            yield from coming.steps
            self._is_built = True
        finally:
            if not self._is_built:
                self._give_up()
        if self._is_ready() and self._is_at_rest():
            yield from self._moving()
        else:
            self._waiting.start()

    def _is_ready(self) -> bool:
        """Whether the window to come is there, as the settings are by now."""
        coming, present = self._coming, self.window
        if coming is None or not self._is_built:
            return False
        return (coming.settings, coming.theme) == (present.settings, present.theme)

    @Slot()
    def _give_up(self) -> None:
        """Do without the window that was to come."""
        coming, self._coming, self._is_built = self._coming, None, False
        if coming is not None:
            coming.session.end()
            coming.destroyed.connect(self._collector.collect_all, Qt.ConnectionType.QueuedConnection)
            coming.deleteLater()

    def _moving(self) -> Generator[object]:
        """Put the window that is ready in place of the present one, and go on in it where the reader stands."""
        former, coming = self.window, self._coming
        assert coming is not None, "only a window that is ready takes another's place"
        save_window(former)
        coming.is_restored = restore_window(coming)
        yield
        library = former.session.library
        if library is not None:
            coming.await_archive(library.path)
        else:
            coming.show_library(None)
        yield
        if former.session.library is not library or not (self._is_ready() and self._is_at_rest()):
            self._waiting.start()  # the reader has begun something else in between
            return
        standing = standing_of(former)
        former.session.let_go()
        self.window, self._coming, self._is_built = coming, None, False
        coming.language_chosen.connect(self._begin_to_wait)
        coming.show()
        coming.setFocus()  # else it would go to whichever button can be pressed first
        former.hide()
        try:
            yield from self._going_on(former, library, standing)
            yield from taken_apart(former)
        finally:
            if isValid(former):
                former.session.end()
                former.deleteLater()

    def _going_on(self, former: MainWindow, library: "Library | None", standing: Standing) -> Generator[None]:
        """Open in the window that is shown by now what the former one had open, and close it there."""
        coming = self.window
        try:
            yield from self._taking(library)
            yield
            former.session.end()
            yield
            for _ in resuming(coming, standing):
                if coming.session.library is not library:  # the reader has opened another
                    break
                yield
            for view in former.tabs.views():
                former.tabs.close_view(view)
                yield
        finally:
            if isValid(former):
                former.tabs.close_all()

    def _taking(self, library: "Library | None") -> Generator[None]:
        """Open in the window that is shown by now what the one before had open."""
        session = self.window.session
        try:
            yield
            if library is not None and session.library is None:
                session.take(library, as_it_stands=True)
        finally:
            if library is not None and session.library is not library:
                library.close()
