"""A report on a problem: what somebody who mends the program needs, and nothing of what the reader reads or writes."""

import platform
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, qVersion
from PySide6.QtGui import QGuiApplication

from storage.paths import log_folder
from storage.version import VERSION

if TYPE_CHECKING:
    from storage.library import Library

_MOST_LINES = 200
_LOGS = ("liaison.log", "fatal.log")
_HEAD = """Report on a problem with Liaison

What did you do, what did you expect, what happened?



Please read what follows before you give it away: messages of the program can name files.
"""


def program_and_machine() -> str:
    """Name the program's version and what it runs on, in one line."""
    return f"Liaison {VERSION}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"


def problem_report(library: "Library | None") -> str:
    """Write the report; of the open archive it holds sizes only, and of folders nothing that names the reader."""
    lines = [
        _HEAD,
        program_and_machine(),
        datetime.now(UTC).isoformat(timespec="seconds"),
        f"Language: {QLocale().bcp47Name()}",
        *(
            f"Screen: {screen.size().width()} x {screen.size().height()}, scale {screen.devicePixelRatio():g}"
            for screen in QGuiApplication.screens()
        ),
        f"Platform: {QGuiApplication.platformName()}",
    ]
    if library is not None:
        counts = library.statistics()
        lines.append(
            f"Archive: {counts.documents} documents, {counts.annotations} marks, {counts.mentions} mentions, "
            f"{library.path.stat().st_size:,} bytes"
        )
    for name in _LOGS:
        lines += ["", f"--- {name}", *_last_lines(log_folder() / name)]
    return "\n".join(lines).replace(str(Path.home()), "~") + "\n"


def _last_lines(path: Path) -> list[str]:
    if not path.exists():
        return ["(none)"]
    return path.read_text(encoding="utf-8", errors="replace").splitlines()[-_MOST_LINES:] or ["(empty)"]
