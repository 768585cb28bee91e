"""Which importer reads which bytes; chosen by content, with the name's ending as a hint among kinds of text."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath

from storage.domain.importing import Extraction, ReadMember
from storage.errors import NotADocumentError, UserFacingError
from storage.importers.encodings import BINARY
from storage.sentences import joined, say

LARGEST_FILE = 512 * 1024 * 1024
"""Bytes above which a file is not read at all."""

_Reader = Callable[[bytes, str], Extraction]

_MARKDOWN_ENDINGS = frozenset({".md", ".markdown"})
_HTML_ENDINGS = frozenset({".html", ".htm", ".xhtml", ".xht", ".shtml"})
_DOCUMENT_ENDINGS = _MARKDOWN_ENDINGS | _HTML_ENDINGS | {
    ".doc", ".docm", ".docx", ".dot", ".dotx", ".epub", ".fodt", ".mht", ".mhtml", ".odt", ".ott", ".pdf", ".rtf",
    ".text", ".txt", ".xml", ".zip",
}  # fmt: skip
_PDF = b"%PDF-"
_RTF = b"{\\rtf"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FLAT_ODT = re.compile(rb"<office:document\b")
_ENCRYPTED = say(
    "The document is encrypted with a password, so its text is missing. Save it without one, and import it again."
)
_OWN_ENCODING = say("The format of the file says how its text is encoded. Read it again without choosing an encoding.")
_BEGINNING = 1024
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>])",
    re.IGNORECASE | re.DOTALL,
)


def extract(data: bytes, name: str, encoding: str = "") -> Extraction:
    """Read a file's bytes into canonical text, blocks and description; ``name`` is the file's name.

    An ``encoding`` that somebody chose goes before everything that the file says or its bytes suggest.

    Raises:
        NotADocumentError: when they are a picture, a program or other data without text.
        UserFacingError: when the bytes cannot be read as one document, with a sentence that begins with the name.
    """
    reader = None
    try:
        reader = _reader_by_signature(data)
        if encoding:
            if reader is not None:
                raise UserFacingError(_OWN_ENCODING)
            data = _as_utf8(data, encoding)
        extraction = _with_language((reader or _text_reader(data, name))(data, name))
        return replace(extraction, encoding=encoding) if encoding else extraction
    except UserFacingError as error:
        is_no_document = isinstance(error, NotADocumentError) and reader is None and not _is_damaged(error, name)
        raise (NotADocumentError if is_no_document else UserFacingError)(joined(": ", (name, str(error)))) from error


def _is_damaged(error: UserFacingError, name: str) -> bool:
    """Tell whether bytes of no known kind were a document once, as the ending of their name says."""
    return str(error) == BINARY and PurePath(name).suffix.lower() in _DOCUMENT_ENDINGS


def extract_all(data: bytes, name: str, encoding: str = "") -> tuple[ReadMember, ...]:
    """Read a file that may be an archive of several: each member's extraction, or why there is none.

    A file that is one document is its only member, under its own name; an ``encoding`` that somebody chose counts for
    such a file. A member that cannot be read costs only itself.
    """
    from storage.importers.zip_archive import members

    try:
        if data.startswith(_ZIP) and _package_reader(data) is None:
            return tuple(_read_member(content, member, name) for member, content in members(data))
        return (ReadMember(name, extract(data, name, encoding)),)
    except UserFacingError as error:
        reason = str(error)
        sentence = reason if reason.startswith(f"{name}: ") else joined(": ", (name, reason))
        return (ReadMember(name, reason=sentence, is_document=not isinstance(error, NotADocumentError)),)


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
        found_in=(*extraction.found_in, ("language", say("detected from the words"))),
    )


def _as_utf8(data: bytes, encoding: str) -> bytes:
    try:
        return data.decode(encoding).encode("utf-8-sig")
    except (LookupError, UnicodeError) as error:
        raise UserFacingError(
            say("The file is not in the encoding {encoding}. Choose another one.", encoding=encoding)
        ) from error


def _read_member(content: bytes | str, member: str, archive: str) -> ReadMember:
    if isinstance(content, str):
        return ReadMember(member, reason=joined(": ", (archive, member, content)))
    try:
        return ReadMember(member, extract(content, member))
    except UserFacingError as error:
        return ReadMember(
            member, reason=joined(": ", (archive, str(error))), is_document=not isinstance(error, NotADocumentError)
        )


def _reader_by_signature(data: bytes) -> _Reader | None:
    """Return what reads bytes that say what they are; None where they are a text or page, if anything."""
    from storage.importers.odt import read_flat_odt
    from storage.importers.pdf import read_pdf
    from storage.importers.rtf import read_rtf
    from storage.importers.web_archive import is_web_archive, read_web_archive

    beginning = data[:_BEGINNING]
    if data.startswith(_ZIP):
        reader = _package_reader(data)
        if reader is None:
            raise UserFacingError(say("The file is a ZIP archive of several files. Unpack it, and import the folder."))
        return reader
    if data.startswith(_COMPOUND):
        return _read_compound
    if _PDF in beginning:
        return read_pdf
    if beginning.lstrip().startswith(_RTF):
        return read_rtf
    if _FLAT_ODT.search(beginning):
        return read_flat_odt
    return read_web_archive if is_web_archive(data) else None


def _text_reader(data: bytes, name: str) -> _Reader:
    from storage.importers.html import read_html
    from storage.importers.markdown import read_markdown
    from storage.importers.plain_text import read_plain_text

    ending = PurePath(name).suffix.lower()
    if _PAGE.match(data) or ending in _HTML_ENDINGS:
        return read_html
    return read_markdown if ending in _MARKDOWN_ENDINGS else read_plain_text


def _package_reader(data: bytes) -> _Reader | None:
    """Return what reads a ZIP package by what is in it; None where it is an archive of other files.

    Raises:
        UserFacingError: It is a package of something that holds no running text, or is damaged.
    """
    from storage.importers.docx import read_docx
    from storage.importers.epub import read_epub
    from storage.importers.odt import read_odt
    from storage.importers.packages import Package

    package = Package(data)
    kind = package.read("mimetype").strip() if package.find("mimetype") else b""
    if kind == b"application/epub+zip" or package.find("META-INF/container.xml"):
        return read_epub
    if kind.startswith(b"application/vnd.oasis.opendocument.text") or (not kind and package.find("content.xml")):
        return read_odt
    if kind.startswith(b"application/vnd.oasis.opendocument."):
        raise UserFacingError(
            say("The file is an OpenDocument spreadsheet, drawing or slides. Save its text as ODT or PDF.")
        )
    if not package.find("[Content_Types].xml"):
        return read_docx if package.find("word/document.xml") else None
    types = package.read("[Content_Types].xml")
    if b"wordprocessingml" in types or b"ms-word" in types or package.find("word/document.xml"):
        return read_docx
    if any(name.startswith(("xl/", "ppt/", "visio/")) for name in package.names):
        raise UserFacingError(say("The file is a spreadsheet, drawing or slides. Save its text as DOCX or PDF."))
    return None


def _read_compound(data: bytes, name: str) -> Extraction:
    """Say of a file in the old office container what it is: encrypted, or of a format that is too old."""
    from storage.importers.office_description import without_text

    if "EncryptedPackage".encode("utf-16-le") in data:
        return without_text(name, "encrypted office document 1", _ENCRYPTED)
    raise UserFacingError(
        say("The file is in the old format of Word or another office program. Save it as DOCX or PDF.")
    )
