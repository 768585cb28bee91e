"""The beginning of a text file as an encoding reads it, for a person to judge by."""

import codecs
import html
import re

_JUDGED_BYTES = 200_000
_SHOWN_LINES = 14
_LONGEST_LINE = 160
_BROKEN = "\ufffd"
_LOOKS_LIKE_A_PAGE = re.compile(r"<(?:!doctype|html|head|body|meta|p|div)\b", re.IGNORECASE)
_MARKUP = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->|<[^<>]*>", re.IGNORECASE | re.DOTALL)


def preview(data: bytes, encoding: str) -> tuple[str, int]:
    """Decode the beginning of a file without ever failing.

    Returns:
        Its first lines that hold more than ASCII, since only those tell encodings apart, and where there are none
        simply the first; and the number of characters that the encoding has no reading for. Of a page the markup is
        left out.

    Raises:
        LookupError: There is no such encoding.
    """
    head = data[:_JUDGED_BYTES]
    try:
        text = codecs.getincrementaldecoder(encoding)("replace").decode(head, final=len(data) <= _JUDGED_BYTES)
    except UnicodeError:
        # UTF-16 without its byte order mark is the one that refuses even so.
        return "", len(head)
    text = text.removeprefix("\ufeff")
    damaged = text.count(_BROKEN)
    if _LOOKS_LIKE_A_PAGE.search(text):
        text = html.unescape(_MARKUP.sub("\n", text))
    lines = [" ".join(line.split()) for line in text.splitlines()]
    lines = [line for line in lines if line]
    telling = [line for line in lines if not line.isascii()] or lines
    return "\n".join(line[:_LONGEST_LINE] for line in telling[:_SHOWN_LINES]), damaged
