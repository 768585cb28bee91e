"""Which importer reads which bytes; chosen by content, with the name's ending as a hint among kinds of text."""

import re
from collections.abc import Callable
from pathlib import PurePath

from storage.domain.importing import Extraction
from storage.errors import UserFacingError

LARGEST_FILE = 512 * 1024 * 1024
"""Bytes above which a file is not read at all."""

_MARKDOWN_ENDINGS = frozenset({".md", ".markdown"})
_HTML_ENDINGS = frozenset({".html", ".htm", ".xhtml", ".xht", ".shtml"})
_PDF = b"%PDF-"
_BEGINNING = 1024
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>])",
    re.IGNORECASE | re.DOTALL,
)


def extract(data: bytes, name: str) -> Extraction:
    """Read a file's bytes into canonical text, blocks and description; ``name`` is the file's name.

    Raises:
        UserFacingError: when the bytes cannot be read as a document, with a sentence that begins with the name.
    """
    try:
        return _reader(data, name)(data, name)
    except UserFacingError as error:
        raise UserFacingError(f"{name}: {error}") from error


def _reader(data: bytes, name: str) -> Callable[[bytes, str], Extraction]:
    from storage.importers.html import read_html
    from storage.importers.markdown import read_markdown
    from storage.importers.pdf import read_pdf
    from storage.importers.plain_text import read_plain_text

    if _PDF in data[:_BEGINNING]:
        return read_pdf
    ending = PurePath(name).suffix.lower()
    if _PAGE.match(data) or ending in _HTML_ENDINGS:
        return read_html
    return read_markdown if ending in _MARKDOWN_ENDINGS else read_plain_text
