"""Facts about an archive as a whole."""

from dataclasses import dataclass
from enum import StrEnum


class ReadOnlyReason(StrEnum):
    """Why an archive that is open may only be read."""

    IN_USE = "in use"
    PROTECTED = "protected"
    FULL_DISK = "full disk"
    NOT_WRITABLE = "not writable"


@dataclass(frozen=True, slots=True)
class ReadOnly:
    """That an archive may only be read, with a sentence that names the file, the reason and what to do."""

    reason: ReadOnlyReason
    sentence: str


class PlaceRisk(StrEnum):
    """Why the place of an archive endangers it: two machines may write to it at once, or half of it is copied."""

    SYNCHRONISED = "synchronised"
    NETWORK = "network"


@dataclass(frozen=True, slots=True)
class RiskyPlace:
    """A place that endangers an archive; ``by`` names the program or the kind of network."""

    risk: PlaceRisk
    by: str


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
