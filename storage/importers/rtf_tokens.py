"""The tokens of RTF: groups, control words and bytes of text (Rich Text Format Specification 1.9.1)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,40})(?P<number>-?\d{1,10})?[ ]?|\\'(?P<code>[0-9A-Fa-f]{2})|\\(?P<sign>[^A-Za-z])"
    rb"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n\0]+)|[\r\n\0]+|\\",
    re.DOTALL,
)
CHARACTERS = {
    "emdash": "\u2014", "endash": "\u2013", "lquote": "\u2018", "rquote": "\u2019", "ldblquote": "\u201c",
    "rdblquote": "\u201d", "bullet": "\u2022", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005",
    "tab": "\t", "line": "\n", "lbr": "\n", "softline": "\n", "zwj": "\u200d", "zwnj": "\u200c", "ltrmark": "\u200e",
    "rtlmark": "\u200f",
}  # fmt: skip
"""Control words that stand for characters."""
SIGNS = {"~": "\u00a0", "_": "\u2011", "-": "\u00ad", "\\": "\\", "{": "{", "}": "}", "\t": "\t"}
"""What a backslash and a sign stand for."""
_OF_CHARACTER_SETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "big5hkscs", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_OF_CODE_PAGES = {708: "iso8859_6", 936: "gb18030", 950: "big5hkscs", 1361: "johab", 10000: "mac_roman", 65001: "utf-8"}


@dataclass(frozen=True, slots=True)
class Token:
    """One token: a brace or sign in ``mark``, a control word with its number, or bytes of text."""

    word: str = ""
    number: int | None = None
    mark: str = ""
    text: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    r"""Yield the tokens of a file; what ``\bin`` counts as bytes of a picture is passed over."""
    place = 0
    while place < len(data):
        match = _TOKEN.match(data, place)
        if match is None:
            place += 1
            continue
        place = match.end()
        if match["word"]:
            number = int(match["number"]) if match["number"] else None
            word = match["word"].decode("ascii")
            place += max(number or 0, 0) if word == "bin" else 0
            yield Token(word, number)
        elif match["code"]:
            yield Token(text=bytes([int(match["code"], 16)]))
        elif match["text"]:
            yield Token(text=match["text"])
        elif match["brace"] or match["sign"]:
            yield Token(mark=(match["brace"] or b"\\" + match["sign"]).decode("latin-1"))


def encoding_of_character_set(number: int | None, usual: str) -> str:
    """Return the encoding of a font's character set; the usual one for what has none of its own."""
    return _OF_CHARACTER_SETS.get(number or 0, usual)


def encoding_of_code_page(number: int | None) -> str:
    """Return Python's name of a Windows code page, cp1252 where there is none."""
    name = _OF_CODE_PAGES.get(number or 0, f"cp{number}")
    try:
        b"a".decode(name)
    except (LookupError, UnicodeDecodeError):
        return "cp1252"
    return name
