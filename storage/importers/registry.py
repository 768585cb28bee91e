"""Which importer reads which bytes; chosen by content, with the name's ending as a hint among kinds of text."""

from dataclasses import replace
from pathlib import PurePath

from storage.domain.importing import Extraction
from storage.errors import UserFacingError

LARGEST_FILE = 512 * 1024 * 1024
"""Bytes above which a file is not read at all."""

_MARKDOWN_ENDINGS = frozenset({".md", ".markdown"})


def extract(data: bytes, name: str) -> Extraction:
    """Read a file's bytes into canonical text, blocks and description; ``name`` is the file's name.

    Raises:
        UserFacingError: when the bytes cannot be read as a document, with a sentence that begins with the name.
    """
    from storage.importers.markdown import read_markdown
    from storage.importers.plain_text import read_plain_text

    read = read_markdown if PurePath(name).suffix.lower() in _MARKDOWN_ENDINGS else read_plain_text
    try:
        return _with_language(read(data, name))
    except UserFacingError as error:
        raise UserFacingError(f"{name}: {error}") from error


def _with_language(extraction: Extraction) -> Extraction:
    """Detect the language of a text whose file does not name it."""
    from storage.text.language import detect_language

    if extraction.description.language:
        return extraction
    language = detect_language(extraction.text)
    if not language:
        return extraction
    return replace(
        extraction,
        description=replace(extraction.description, language=language),
        found_in=(*extraction.found_in, ("language", "detected from the words")),
    )
