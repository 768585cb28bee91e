"""Where the window stood and how its panels were arranged, kept between sessions."""

import base64
import json
import logging

from PySide6.QtWidgets import QMainWindow

from storage.paths import settings_folder

_FILE = "window.json"
_LAYOUT_VERSION = 1
_log = logging.getLogger(__name__)


def save_window(window: QMainWindow) -> None:
    """Remember a window's place and panels; a folder that cannot be written costs only the memory."""
    state = {
        "geometry": base64.b64encode(window.saveGeometry().data()).decode(),
        "state": base64.b64encode(window.saveState(_LAYOUT_VERSION).data()).decode(),
    }
    try:
        (settings_folder() / _FILE).write_text(json.dumps(state), encoding="utf-8")
    except OSError as error:
        _log.info("The window's place could not be saved: %s", error)


def restore_window(window: QMainWindow) -> bool:
    """Put a window back where it stood; returns whether anything was remembered."""
    try:
        state = json.loads((settings_folder() / _FILE).read_text(encoding="utf-8"))
        geometry, panels = (base64.b64decode(state[key]) for key in ("geometry", "state"))
    except (OSError, ValueError, KeyError, TypeError):
        return False
    window.restoreGeometry(geometry)
    return window.restoreState(panels, _LAYOUT_VERSION)
