"""Finding out the encoding of text: byte order mark, declaration, strict UTF-8, then what the bytes suggest."""

import codecs
import re

from storage.errors import NotADocumentError, UserFacingError
from storage.sentences import say

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_OTHER_DOCUMENTS = (
    (b"%PDF-", say("a PDF")),
    (b"%!PS", say("a PostScript file; turn it into a PDF")),
    (b"PK\x03\x04", say("a ZIP file or an office document")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", say("an old office document")),
    (b"AT&TFORM", say("a scanned book (DjVu); turn it into a PDF")),
    (b"\x1f\x8b", say("a compressed file; unpack it")),
    (b"BZh", say("a compressed file; unpack it")),
    (b"\xfd7zXZ", say("a compressed file; unpack it")),
    (b"Rar!\x1a", say("a compressed file; unpack it")),
    (b"7z\xbc\xaf\x27\x1c", say("a compressed file; unpack it")),
)
_NO_DOCUMENTS = (
    (b"\x89PNG\r\n", say("a picture")),
    (b"\xff\xd8\xff", say("a picture")),
    (b"GIF8", say("a picture")),
    (b"8BPS\x00", say("a picture")),
    (b"II*\x00", say("a picture")),
    (b"MM\x00*", say("a picture")),
    (b"RIFF", say("a picture, sound or film")),
    (b"\x00\x00\x00\x0cjP", say("a picture")),
    (b"ID3", say("a sound")),
    (b"fLaC", say("a sound")),
    (b"OggS", say("a sound or film")),
    (b"\x1aE\xdf\xa3", say("a film")),
    (b"\x7fELF", say("a program")),
    (b"MZ\x90", say("a program")),
    (b"\x00asm", say("a program")),
    (b"\xca\xfe\xba\xbe", say("a program")),
    (b"\xcf\xfa\xed\xfe", say("a program")),
    (b"\x00\x01\x00\x00\x00", say("a typeface")),
    (b"OTTO\x00", say("a typeface")),
    (b"wOFF", say("a typeface")),
    (b"wOF2", say("a typeface")),
    (b"SQLite format 3\x00", say("a database")),
)
CHOOSABLE = (
    "utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "iso8859-15", "mac-roman", "cp850", "cp437", "cp1250",
    "iso8859-2", "cp852", "cp1251", "koi8-r", "koi8-u", "iso8859-5", "cp866", "mac-cyrillic", "cp1253", "iso8859-7",
    "cp1254", "cp1255", "iso8859-8", "cp1256", "iso8859-6", "cp1257", "iso8859-4", "cp1258", "cp874", "gb18030",
    "hz", "big5hkscs", "cp932", "euc_jp", "iso2022_jp_2", "cp949", "johab",
)  # fmt: skip
"""Encodings that a person can choose for a text, those of one alphabet beside each other."""
_BROKEN = "\ufffd"
_GOOD_FOR_EACH_BROKEN = 20
_NO_WRITING = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff]")
_LARGEST_SHARE_OF_NO_WRITING = 0.01
_SAMPLE = 1_000_000
_ENOUGH_TO_GUESS = 200_000
_HEAD = 4096
_DECLARED = re.compile(
    rb"""\A\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["'](?P<xml>[A-Za-z0-9._:\-]{2,40})["']"""
    rb"""|<meta\b[^>]{0,400}?\bcharset\s*=\s*["']?\s*(?P<html>[A-Za-z0-9._:\-]{2,40})""",
    re.IGNORECASE,
)
# What the web's standard reads in place of names that pages give too narrowly (WHATWG Encoding, section 4.2).
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
}
_EMPTY = say("The file is empty: there is no text in it to read.")
BINARY = say(
    "The file is not a text: it holds binary data of no known kind. Import the document that it was made from."
)
_UNKNOWN = say(
    "The encoding of the file could not be found out. Open it in a text editor, save it as UTF-8, and import it again."
)


def decode(data: bytes) -> tuple[str, str]:
    """Decode a text file: by its byte order mark or declaration, else as strict UTF-8, else as its bytes suggest.

    Returns:
        The text as it is in the file, without the byte order mark, and the encoding's name.

    Raises:
        NotADocumentError: The bytes are a picture, a program or other binary data.
        UserFacingError: The bytes are empty, another format, or in an encoding that cannot be found out.
    """
    if not data:
        raise UserFacingError(_EMPTY)
    _refuse_others(data)
    text, encoding = _decoded(data)
    if not text.strip():
        raise UserFacingError(_EMPTY)
    if len(_NO_WRITING.findall(text[:_SAMPLE])) > _LARGEST_SHARE_OF_NO_WRITING * len(text[:_SAMPLE]):
        raise NotADocumentError(BINARY)
    return text, encoding


def _refuse_others(data: bytes) -> None:
    for sorts, error in ((_OTHER_DOCUMENTS, UserFacingError), (_NO_DOCUMENTS, NotADocumentError)):
        for beginning, kind in sorts:
            if data.startswith(beginning):
                raise error(say("The file is no text: it is {kind}.", kind=kind))
    if data[4:8] == b"ftyp" and b"\0" in data[:4]:
        raise NotADocumentError(say("The file is no text: it is a film or picture."))


def damage(text: str) -> str:
    """Return a sentence where characters of a text could not be read, or nothing."""
    broken = text.count(_BROKEN)
    return (
        say(
            "Characters of the file that are damaged stand as {sign} in its text: {count}.",
            sign=_BROKEN,
            count=broken,
        )
        if broken
        else ""
    )


def _decoded(data: bytes) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            if encoding == "utf-8" and (nearly := _nearly_utf8(data.removeprefix(mark))) is not None:
                return nearly, encoding
            return _strictly(data.removeprefix(mark), encoding), encoding
    for encoding in (_wide_encoding(data), _escaping_encoding(data)):
        if encoding:
            return _strictly(data, encoding), encoding
    if declared := _declared(data):
        return declared
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        nearly = _nearly_utf8(data)
        return (nearly, "utf-8") if nearly is not None else _guessed(data)


def _nearly_utf8(data: bytes) -> str | None:
    """Decode UTF-8 in which a few bytes are broken, which no other encoding looks like; they become U+FFFD."""
    text = data.decode("utf-8", "replace")
    broken = text.count(_BROKEN) - data.count(_BROKEN.encode())
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore")) - broken
    return text if beyond_ascii >= _GOOD_FOR_EACH_BROKEN * max(broken, 1) else None


def _declared(data: bytes) -> tuple[str, str] | None:
    """Decode by the encoding a page or XML file names, if there is one of that name and the bytes agree with it.

    A name that is wrong is common; bytes beyond ASCII that are valid UTF-8 are UTF-8 whatever the page says.
    """
    match = _DECLARED.search(data[:_HEAD])
    if match is None:
        return None
    name = _python_name((match["xml"] or match["html"]).decode("ascii"))
    for encoding in dict.fromkeys(("utf-8", name, _WIDER.get(name, name))):
        try:
            if encoding:
                return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    return None


def _python_name(name: str) -> str:
    """Return Python's name of a text encoding that can stand behind an ASCII declaration, or nothing."""
    try:
        found = codecs.lookup(name)
        plain = "<?".encode(found.name) == b"<?"
    except (LookupError, UnicodeError, TypeError):
        return ""
    return found.name if plain else ""


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        reason = say(
            "The file begins like {encoding} but is damaged at byte {byte}.",
            encoding=encoding.upper(),
            byte=error.start,
        )
        raise UserFacingError(
            say("{reason} Save it again as UTF-8 in the program it comes from.", reason=reason)
        ) from error


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
    """Guess an encoding; of two detectors the first knows more encodings, the second is asked where it gives none."""
    import chardet
    from charset_normalizer import from_bytes

    guess = str(chardet.detect(data[:_ENOUGH_TO_GUESS])["encoding"] or "")
    for name in dict.fromkeys((guess, _WIDER.get(_python_name(guess), guess))):
        try:
            if name:
                return data.decode(name), codecs.lookup(name).name
        except (LookupError, UnicodeDecodeError):
            continue
    best = from_bytes(data).best()
    if best is None:
        raise NotADocumentError(BINARY) if b"\0" in data else UserFacingError(_UNKNOWN)
    return data.decode(best.encoding), best.encoding
