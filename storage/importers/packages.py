"""ZIP packages and the XML in them, opened safely: limits on what is unpacked, no entities, no network, no files."""

import re
import struct
import sys
import zipfile
import zlib
from html.entities import html5
from io import BytesIO
from typing import TYPE_CHECKING

from storage.errors import UserFacingError
from storage.importers.encodings import decode
from storage.sentences import say

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LARGEST_MEMBER = 128 * 1024 * 1024
"""Bytes that one file in a package may unpack to."""
LARGEST_PACKAGE = 512 * 1024 * 1024
"""Bytes that all files read from one package may unpack to together."""
MOST_MEMBERS = 20_000
"""Files that a package may hold."""

_LOCKED = say("A part of the file is encrypted with a password. Save it without one, and import it again.")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
_NUMBERED = re.compile("&#(?:x([0-9a-fA-F]+)|([0-9]+))")
_FIRST_SURROGATE, _LAST_SURROGATE = 0xD800, 0xDFFF
_OF_XML = {"amp", "lt", "gt", "quot", "apos"}
_ERRORS = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError, OverflowError)


class Package:
    """A ZIP file in memory, read member by member within the limits.

    Args:
        data: The file's bytes.

    Raises:
        UserFacingError: The bytes are no ZIP file that can be opened, or hold too many files.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
            names = [info.filename for info in self._archive.infolist()]
            self.names = [name for name in names if name and not name.endswith("/")]
        except _ERRORS as error:
            raise UserFacingError(_damaged(str(error))) from error
        if len(self.names) > MOST_MEMBERS:
            raise UserFacingError(
                say(
                    "The file holds more than {count} files. Unpack it, then import the folder.",
                    count=MOST_MEMBERS,
                )
            )
        self._by_small_name = {name.replace("\\", "/").lower().lstrip("/"): name for name in reversed(self.names)}
        self._unpacked = 0
        self.mended: list[str] = []

    def find(self, name: str) -> str:
        """Return the name a member really has, whatever its case and slashes, or nothing."""
        return name if name in self.names else self._by_small_name.get(name.lower().lstrip("/"), "")

    def read(self, name: str) -> bytes:
        """Unpack a member.

        Raises:
            UserFacingError: It is not there, damaged, encrypted, or too large.
        """
        found = self.find(name)
        if not found:
            raise UserFacingError(_damaged(say("{name} is missing", name=name)))
        room = min(LARGEST_MEMBER, LARGEST_PACKAGE - self._unpacked)
        try:
            with self._archive.open(found) as member:
                data = member.read(room + 1)
        except _ERRORS as error:
            reason = _LOCKED if "password" in str(error) else _damaged(f"{name}: {error}")
            raise UserFacingError(reason) from error
        if len(data) > room:
            raise UserFacingError(
                say(
                    "The file unpacks to more than {size} MB, which no document needs, and was not read further. "
                    "Check where it is from.",
                    size=room >> 20,
                )
            )
        self._unpacked += len(data)
        return data

    def read_xml(self, name: str) -> "Element":
        """Unpack and parse a member, noting in ``mended`` if it is broken; raises as ``read`` and ``parse_xml`` do."""
        root, whole = _parsed(self.read(name))
        if not whole:
            self.mended.append(name)
        return root

    def damage(self) -> str:
        """Return a sentence where something that was read is broken, so that words may be missing."""
        if not self.mended:
            return ""
        return say(
            "The file is damaged ({mended}): some of its text may be missing.", mended=", ".join(self.mended[:10])
        )

    def optional_xml(self, name: str) -> "Element | None":
        """Unpack and parse a member that may be missing or damaged, in which case there is None."""
        try:
            return self.read_xml(name) if self.find(name) else None
        except UserFacingError:
            return None


def parse_xml(data: bytes) -> "Element":
    """Parse XML, mending what is broken; its document type is cut out first, so that it can declare nothing.

    Named characters of HTML become the characters; other entities stay as they are written.

    Raises:
        UserFacingError: There is no element in it.
    """
    return _parsed(data)[0]


def is_whole_xml(data: bytes) -> bool:
    """Tell whether XML can be parsed without mending."""
    try:
        return _parsed(data)[1]
    except UserFacingError:
        return False


def _parsed(data: bytes) -> "tuple[Element, bool]":
    """Parse XML and tell whether it was whole; names without their namespace are no damage."""
    import lxml.etree

    source, _ = decode(data)
    source = _DOCTYPE.sub("", _DECLARATION.sub("", source, count=1), count=1)
    source = _ENTITY.sub(_character, source)
    possible = _NUMBERED.sub(_possible, source)
    parser = lxml.etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, recover=True,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = lxml.etree.fromstring(possible.encode("utf-8", "replace"), parser)
    except (lxml.etree.XMLSyntaxError, ValueError) as error:
        raise UserFacingError(
            say("A part of the file is no XML ({error}). Get another copy of it.", error=error)
        ) from error
    if root is None:
        raise UserFacingError(say("A part of the file is no XML. Get another copy of it."))
    return root, possible == source and all(entry.domain_name == "NAMESPACE" for entry in parser.error_log)


def local_name(element: "Element") -> str:
    """Return an element's name without its namespace; versions of the same format differ in namespaces only."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""


def attribute(element: "Element | None", name: str) -> str:
    """Return an attribute's value whatever its namespace, or nothing."""
    if element is None:
        return ""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


def child(element: "Element | None", *path: str) -> "Element | None":
    """Return the first element at a path of local names below another, or None."""
    for name in path:
        element = next((inner for inner in element if local_name(inner) == name), None) if element is not None else None
    return element


def _character(match: re.Match[str]) -> str:
    name = match[1]
    if name in _OF_XML:
        return match[0]
    return html5.get(f"{name};", f"&amp;{name};").replace("<", "&lt;")


def _possible(match: re.Match[str]) -> str:
    """Return a numbered character, or the sign for a lost one where none can have that number: libxml2 takes them."""
    number = int(match[1], 16) if match[1] else int(match[2][:10])
    return match[0] if number < _FIRST_SURROGATE or _LAST_SURROGATE < number <= sys.maxunicode else "&#xFFFD"


def _damaged(problem: str) -> str:
    return say(
        "The file is a damaged ZIP package ({problem}). "
        "Get another copy of it, or repair it in the program it was made with.",
        problem=problem,
    )
