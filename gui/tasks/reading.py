"""What a panel wants read again off the window's thread, and what it does with the answer."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Reading:
    """A question and its use: ``ask`` runs on a thread of its own, with values only, ``show`` on the window's."""

    ask: Callable[[], Any]
    show: Callable[[Any], None]


class Readable(Protocol):
    """A part of the window that can be brought up to date by what it asks for."""

    def reading(self) -> Reading | None:
        """Return what to read for what is shown at the moment; None where nothing is."""
        ...
