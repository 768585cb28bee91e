"""Numbers with their words."""

from PySide6.QtCore import QLocale


def counted(number: int, one: str, many: str) -> str:
    """Return the words for a number, the number written as the reader's locale does in place of ``%1``."""
    return (one if number == 1 else many).replace("%1", QLocale().toString(number))
