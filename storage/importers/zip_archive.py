"""ZIP archives of documents: their members one by one, within the limits, none that climbs out of the archive."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from storage.errors import UserFacingError
from storage.importers.packages import Package
from storage.sentences import say

_OF_SYSTEMS = frozenset({"__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini"})
_CLIMBS = say("Its path leads out of the archive, so it was not read. Check where the archive is from.")


def members(data: bytes) -> Iterator[tuple[str, bytes | str]]:
    """Yield name and bytes of each member in the archive's order, or a sentence in place of the bytes.

    Raises:
        UserFacingError: The archive is damaged, or holds too many files.
    """
    package = Package(data)
    for name in package.names:
        path = PurePosixPath(name.replace("\\", "/"))
        if not _OF_SYSTEMS.isdisjoint(path.parts) or path.name.startswith("."):
            continue
        if path.is_absolute() or ".." in path.parts or ":" in str(path).partition("/")[0]:
            yield name, _CLIMBS
            continue
        try:
            yield name, package.read(name)
        except UserFacingError as error:
            yield name, str(error)


def read_member(data: bytes, name: str) -> bytes:
    """Unpack one member of an archive.

    Raises:
        UserFacingError: It is not there, damaged, encrypted, or too large.
    """
    return Package(data).read(name)
