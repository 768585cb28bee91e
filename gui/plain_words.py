"""Words of documents where Qt would take what looks like markup for markup."""

from html import escape

from PySide6.QtWidgets import QWidget


def tooltip(words: str) -> str:
    """Return a tooltip that shows words as they are, wrapped where they are long.

    A tooltip guesses whether it holds markup and cannot be told, so the words are escaped and said to be markup.
    """
    return f"<p style='white-space: pre-wrap'>{escape(words)}</p>" if words else ""


def explain(widget: QWidget, words: str) -> None:
    """Show words as a widget's tooltip, and give them to a screen reader, which would read the markup out."""
    widget.setToolTip(tooltip(words))
    widget.setAccessibleDescription(words)
