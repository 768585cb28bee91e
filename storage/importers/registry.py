"""Which importer reads which bytes; chosen by content, with the name's ending as a hint among kinds of text."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from storage.domain.importing import Extraction
from storage.errors import UserFacingError

LARGEST_FILE = 512 * 1024 * 1024
"""Bytes above which a file is not read at all."""

_MARKDOWN_ENDINGS = frozenset({".md", ".markdown"})


@dataclass(frozen=True, slots=True)
class _Signature:
    """How a kind of file begins, and what it is called in a sentence."""

    start: bytes
    name: str


_UNREADABLE = (
    _Signature(b"%PDF-", "a PDF"),
    _Signature(b"PK\x03\x04", "a ZIP, DOCX, ODT or EPUB"),
    _Signature(b"{\\rtf", "an RTF"),
    _Signature(b"SQLite format 3\0", "a database"),
    _Signature(b"\xd0\xcf\x11\xe0", "an old Office"),
    _Signature(b"\x89PNG", "a picture"),
    _Signature(b"\xff\xd8\xff", "a picture"),
    _Signature(b"GIF8", "a picture"),
    _Signature(b"\x1f\x8b", "a compressed"),
    _Signature(b"\x7fELF", "a program"),
)


def choose_importer(data: bytes, name: str) -> Callable[[bytes, str], Extraction]:
    """Choose the function that reads these bytes; ``name`` is the file's name.

    Raises:
        UserFacingError: when no importer reads such a file.
    """
    from storage.importers.markdown import read_markdown
    from storage.importers.plain_text import read_plain_text

    for signature in _UNREADABLE:
        if data.startswith(signature.start):
            raise UserFacingError(
                f"{name} is {signature.name} file, which cannot be read yet. Save its text as .txt and import that."
            )
    if PurePath(name).suffix.lower() in _MARKDOWN_ENDINGS:
        return read_markdown
    return read_plain_text


def extract(data: bytes, name: str) -> Extraction:
    """Read a file's bytes into canonical text, blocks and description.

    Raises:
        UserFacingError: when the bytes cannot be read as a document, with a sentence that names the file.
    """
    if not data:
        raise UserFacingError(f"{name} is empty (0 bytes). There is nothing to import from it.")
    return choose_importer(data, name)(data, name)
