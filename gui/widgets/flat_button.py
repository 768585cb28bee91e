"""A quiet button of words only."""

from PySide6.QtWidgets import QToolButton


def flat_button(words: str, explained: str) -> QToolButton:
    """Return a button without a frame; ``explained`` is its tooltip and what a screen reader calls it."""
    button = QToolButton()
    button.setText(words)
    button.setToolTip(explained)
    button.setAccessibleName(explained)
    button.setProperty("flat", True)
    return button
