"""What was saved from a damaged archive, and what was not."""

from dataclasses import dataclass
from pathlib import Path

from storage.domain.backup import Holdings


@dataclass(frozen=True, slots=True)
class SalvageReport:
    """The new archive, how much it holds, and a sentence for each thing that is missing or not as it was."""

    path: Path
    holdings: Holdings
    missing: tuple[str, ...]
