"""Parts of a DOCX file that are files of their own: pages, texts and documents another program put in (altChunk)."""

import posixpath
from collections.abc import Mapping
from contextvars import ContextVar
from typing import TYPE_CHECKING

from storage.domain.document import BlockKind
from storage.errors import UserFacingError
from storage.importers.collecting import PassageCollector
from storage.importers.packages import Package, attribute
from storage.sentences import say

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DEEPEST = 3
_depth: ContextVar[int] = ContextVar("how many documents stand inside each other here", default=0)


class EmbeddedFiles:
    """Reads the files that stand in a document's place, and keeps the names of those that cannot be read.

    Args:
        package: The document's package.
        places: Where each of them lies in it, by the id that the document calls it by.
    """

    def __init__(self, package: Package, places: Mapping[str, str]) -> None:
        self._package = package
        self._places = places
        self._unread: list[str] = []

    def read(self, element: "Element", collector: PassageCollector) -> None:
        """Read the file that an element calls into the passages of the document."""
        from storage.importers.registry import extract

        called = attribute(element, "id")
        place = self._places.get(called, "")
        before = _depth.get()
        _depth.set(before + 1)
        try:
            if not place or before >= _DEEPEST:
                raise UserFacingError(say("It is not there, or lies too deep."))
            extraction = extract(self._package.read(place), posixpath.basename(place))
        except UserFacingError:
            self._unread.append(posixpath.basename(place) or called)
            return
        finally:
            _depth.set(before)
        furniture = collector.in_furniture
        for block in extraction.blocks:
            if block.kind is BlockKind.PAGE_BREAK:
                continue
            collector.in_furniture = furniture or block.kind is BlockKind.BOILERPLATE
            collector.begin(BlockKind.HEADING if block.kind is BlockKind.TITLE else block.kind, block.level)
            collector.add(extraction.text[block.start : block.end])
            collector.end()
        collector.in_furniture = furniture

    def problem(self) -> str:
        """Return a sentence where words are missing."""
        if not self._unread:
            return ""
        names = ", ".join(self._unread[:10])
        return say("Files inside the document could not be read, so their words are missing: {names}.", names=names)
