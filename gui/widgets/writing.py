"""What would change the archive while it may only be read: it stands there disabled, and its tool tip says why."""

from collections.abc import Iterable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from gui.plain_words import tooltip

_WRITES = "writes"
_REASON = "why_read_only"
_USUAL = "usual_tool_tip"
_SAID = "read_only_tool_tip"


def mark_as_writing(*parts: QAction | QWidget) -> None:
    """Say of parts that can be used at any time else that they would change the archive."""
    for part in parts:
        part.setProperty(_WRITES, True)


def set_why_read_only(window: QWidget, reason: str) -> None:
    """Say for everything within a window why the archive may only be read; empty where it may be written to."""
    if reason != why_read_only(window):
        window.setProperty(_REASON, reason)
        parts = window.findChildren(QObject)
        writers = [part for part in parts if isinstance(part, QAction | QWidget) and part.property(_WRITES)]
        allow_writing(writers, reason)


def why_read_only(part: QWidget | None) -> str:
    """Return why the archive may only be read, as the window around a part has been told; empty where it may not be."""
    while part is not None:
        if reason := part.property(_REASON):
            return str(reason)
        part = part.parentWidget()
    return ""


def allow_writing(writers: Iterable[QAction | QWidget], reason: str) -> None:
    """Enable what writes, or disable it with the reason as its tool tip in place of the usual one."""
    for writer in writers:
        writer.setEnabled(not reason)
        # What has been given another tool tip meanwhile keeps that.
        if writer.toolTip() == writer.property(_SAID):
            writer.setToolTip(writer.property(_USUAL))
        if reason:
            writer.setProperty(_USUAL, writer.toolTip())
            writer.setToolTip(tooltip(reason))
        writer.setProperty(_SAID, writer.toolTip() if reason else None)
