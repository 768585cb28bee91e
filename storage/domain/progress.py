"""How a long job tells how far it is and asks whether to go on."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is: ``done`` of ``total`` (0: not known yet), and what it is at, in words."""

    done: int
    total: int
    doing: str = ""


ReportProgress = Callable[[Progress], None]
IsCancelled = Callable[[], bool]


def ignore_progress(_progress: Progress) -> None:
    """Take a progress report and do nothing with it."""


def never_cancelled() -> bool:
    """Answer that the job should go on."""
    return False
