"""Plain text files: finding out their encoding, and reading them into blocks and a description."""

import re
from pathlib import PurePath

from storage.domain.document import Description
from storage.domain.importing import Extraction
from storage.errors import UserFacingError
from storage.text.canonical import canonical_text
from storage.text.document_facts import document_facts
from storage.text.plain_blocks import plain_blocks

EXTRACTOR = "plain text 1"

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_OTHER_FILES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP file or an office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"\x89PNG\r\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
_NO_WRITING = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff]")
_LARGEST_SHARE_OF_NO_WRITING = 0.01
_SAMPLE = 1_000_000
_SLIGHTLY = 0.05
_USUAL_WESTERN = "cp1252"
_EMPTY = "The file is empty: there is no text in it to read."
_BINARY = (
    "The file is not a text, though its name says so: it holds binary data. Import it in the format it was made in."
)
_UNKNOWN = (
    "The encoding of the file could not be found out. Open it in a text editor, save it as UTF-8, and import it again."
)


def decode(data: bytes) -> tuple[str, str]:
    """Decode a text file: by its byte order mark, else as strict UTF-8, else as its bytes suggest.

    Returns:
        The text as it is in the file, without the byte order mark, and the encoding's name.

    Raises:
        UserFacingError: The bytes are empty, no text, or in an encoding that cannot be found out.
    """
    if not data:
        raise UserFacingError(_EMPTY)
    for beginning, kind in _OTHER_FILES:
        if data.startswith(beginning):
            raise UserFacingError(f"The file is not a text, though its name says so: it is {kind}.")
    text, encoding = _decoded(data)
    if not text.strip():
        raise UserFacingError(_EMPTY)
    if len(_NO_WRITING.findall(text[:_SAMPLE])) > _LARGEST_SHARE_OF_NO_WRITING * len(text[:_SAMPLE]):
        raise UserFacingError(_BINARY)
    return text, encoding


def read_plain_text(data: bytes, path_name: str) -> Extraction:
    """Read a plain text file; its canonical text is the file's own text with LF newlines and nothing else changed.

    Raises:
        UserFacingError: The bytes are empty, no text, or in an encoding that cannot be found out.
    """
    decoded, encoding = decode(data)
    text = canonical_text(decoded)
    blocks = plain_blocks(text)
    facts = document_facts(text, blocks)
    found_in = facts.found_in if facts.title else (("title", "file name"), *facts.found_in)
    description = Description(
        title=facts.title or title_from_name(path_name),
        creators=facts.creators,
        dates=facts.dates,
        original=facts.original,
    )
    return Extraction(text, blocks, description, EXTRACTOR, found_in, encoding)


def title_from_name(path_name: str) -> str:
    """Return a file's name without folders and ending, as the title of a text that has none."""
    return PurePath(path_name.replace("\\", "/")).stem or path_name or "Untitled"


def _decoded(data: bytes) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data.removeprefix(mark), encoding), encoding
    for encoding in (_wide_encoding(data), _escaping_encoding(data)):
        if encoding:
            return _strictly(data, encoding), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _guessed(data)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        reason = f"The file begins like {encoding.upper()} but is damaged at byte {error.start}."
        raise UserFacingError(f"{reason} Save it again as UTF-8 in the program it comes from.") from error


def _wide_encoding(data: bytes) -> str:
    """Recognise UTF-16 and UTF-32 without a byte order mark by where the zero bytes of spaces and newlines stand."""
    sample = data[: _SAMPLE // 4 * 4]
    if b"\0" not in sample:
        return ""
    marks = (" ", "\n")
    for encoding, width in (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2)):
        units = {sample[start : start + width] for start in range(0, len(sample), width)}
        if len(data) % width == 0 and any(mark.encode(encoding) in units for mark in marks):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if not _NO_WRITING.search(text):
                return encoding
    return ""


def _escaping_encoding(data: bytes) -> str:
    """Recognise the encodings of seven bits that change alphabet by escape sequences, which are also valid UTF-8."""
    if b"\x1b$" not in data or not data.isascii():
        return ""
    for encoding in ("iso2022_kr", "iso2022_jp_2"):
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    return ""


def _guessed(data: bytes) -> tuple[str, str]:
    """Guess an encoding; among single-byte ones that look about as clean, the words of a language decide."""
    from charset_normalizer import from_bytes
    from charset_normalizer.utils import is_multi_byte_encoding

    matches = list(from_bytes(data))
    if not matches:
        raise UserFacingError(_BINARY if b"\0" in data else _UNKNOWN)
    best = matches[0]
    if not is_multi_byte_encoding(best.encoding):
        clean = [match for match in matches if match.chaos <= best.chaos + _SLIGHTLY]
        best = max(clean, key=lambda match: match.coherence - match.chaos)
    encoding = _USUAL_WESTERN if _USUAL_WESTERN in best.could_be_from_charset else best.encoding
    return data.decode(encoding), encoding
