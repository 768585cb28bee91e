"""Facts about an archive as a whole."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ArchiveStatistics:
    """How much an archive holds, without what lies in the trash."""

    documents: int
    mentions: int
    annotations: int


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What looking an archive over has found: sentences, empty where all is well."""

    problems: tuple[str, ...]
    repaired: tuple[str, ...] = ()
