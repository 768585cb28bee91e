"""Takes the pictures of the guide from the sample archive: ``python build/guide_pictures.py``, offscreen.

To be run when the window looks different; somebody is to look at the pictures before they are committed.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CHECKOUT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from gui.main_window.window import MainWindow  # noqa: E402
from storage.domain.annotation import Colour  # noqa: E402
from storage.domain.search import Span  # noqa: E402
from storage.settings import Settings  # noqa: E402

PICTURES = CHECKOUT / "resources" / "guide" / "pictures"
SIZE = (1000, 660)
WIDTH_IN_THE_GUIDE = 680
PATIENCE_SECONDS = 120


def wait_for(done: Callable[[], bool]) -> None:
    """Let the window work until something is so, and then until it is painted."""
    until = time.monotonic() + PATIENCE_SECONDS
    while not done():
        QApplication.processEvents()
        time.sleep(0.01)
        if time.monotonic() > until:
            raise SystemExit("waited in vain for the window")
    for _ in range(40):
        QApplication.processEvents()
        time.sleep(0.01)


def is_quiet(window: MainWindow) -> bool:
    session = window.session
    return not session.imports.is_running and not any(
        lane.busy for lane in (session.jobs, session.searches, session.readings)
    )


def take(window: MainWindow, name: str) -> None:
    picture = window.grab().toImage()
    picture = picture.scaledToWidth(WIDTH_IN_THE_GUIDE, Qt.TransformationMode.SmoothTransformation)
    if not picture.save(str(PICTURES / name)):
        raise SystemExit(f"{name} could not be written")


def mark(window: MainWindow, words: str, colour: Colour) -> None:
    view = window.tabs.view
    assert view is not None
    assert view.version is not None
    start = view.version.text.index(words)
    view.pane.text_view.select(Span(start, start + len(words)))
    window.actions_by_id[f"mark_{colour}"].trigger()


def main() -> None:
    application = QApplication(["liaison"])
    application.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = str(Path(folder, name))
        window = MainWindow(Settings(theme="light"))
        window.resize(*SIZE)
        window.show()
        window.actions_by_id["try_sample"].trigger()
        wait_for(lambda: is_quiet(window))
        take(window, "import.png")
        window.import_chores.hide_import()
        library = window.session.library
        assert library is not None
        document = next(one for one in library.documents() if "Tangier" in one.title)
        window.tabs.open(document.id)
        wait_for(lambda: is_quiet(window))
        mark(window, "Istiqlal", Colour.YELLOW)
        mark(window, "National Liberation Front", Colour.GREEN)
        wait_for(lambda: is_quiet(window))
        take(window, "window.png")
        window.search_field.set_query("conference OR congress")
        wait_for(lambda: is_quiet(window))
        take(window, "search.png")
        window.close()


if __name__ == "__main__":
    main()
