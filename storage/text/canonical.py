"""Canonical text: the form in which a text is stored, counted and quoted."""

import hashlib
import re

_OTHER_NEWLINES = re.compile(r"\r\n?")
_BYTE_ORDER_MARK = "\ufeff"
_REPLACEMENT_CHARACTER = "\ufffd"


def canonical_text(text: str) -> str:
    """Bring decoded text into canonical form: LF newlines, no byte order mark at its start, U+FFFD for NUL.

    Nothing else is changed: NO-BREAK SPACE, quotation marks, combining marks and every other code point stay.
    """
    without_mark = text.removeprefix(_BYTE_ORDER_MARK)
    if "\r" in without_mark:
        without_mark = _OTHER_NEWLINES.sub("\n", without_mark)
    return without_mark.replace("\0", _REPLACEMENT_CHARACTER)


def text_sha256(text: str) -> str:
    """Return the SHA-256 of a canonical text's UTF-8 form, in hexadecimal: the name of a text version everywhere."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
