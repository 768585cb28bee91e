"""Pages that a browser saved as one file with their pictures (MHTML, RFC 2557): the page, and when it was saved."""

import re
from dataclasses import replace
from email import message_from_bytes
from email.message import Message
from email.utils import parsedate_to_datetime

from storage.domain.document import DateBasis, DateLayer, DocumentDate
from storage.domain.importing import Extraction
from storage.errors import UserFacingError
from storage.importers.html import read_html
from storage.sentences import say

_BEGINNING = 4096
_HEADERS = re.compile(rb"\A(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+", re.IGNORECASE)
_RELATED = re.compile(rb"^content-type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
_WHERE = say("header of the saved page")
_NO_PAGE = say("The file is a saved page whose text is missing. Open it in a browser, and save it again.")


def is_web_archive(data: bytes) -> bool:
    """Tell whether bytes begin with the headers of a saved page."""
    headers = _HEADERS.match(data[:_BEGINNING])
    return headers is not None and _RELATED.search(headers[0]) is not None


def read_web_archive(data: bytes, path_name: str) -> Extraction:
    """Read the page in a saved page; its pictures stay in the original, which names its encoding.

    Raises:
        UserFacingError: There is no page in it, or nothing in the page.
    """
    message = message_from_bytes(data)
    for part in message.walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            return _with_headers(read_html(_page(part), path_name), message)
    raise UserFacingError(_NO_PAGE)


def _page(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset() or ""
    try:
        return data.decode(charset).encode("utf-8-sig") if charset else data
    except (LookupError, UnicodeDecodeError):
        return data


def _with_headers(extraction: Extraction, message: Message) -> Extraction:
    """Add what the program that saved the page wrote above it, where the page itself does not say."""
    description, found = extraction.description, dict(extraction.found_in)
    address = str(message.get("Snapshot-Content-Location") or message.get("Content-Location") or "")
    if address.startswith("http") and not description.url:
        description, found["url"] = replace(description, url=address), _WHERE
    saved = str(message.get("Date") or "")
    try:
        captured = parsedate_to_datetime(saved).date().isoformat()
    except (ValueError, TypeError, IndexError):
        captured = ""
    if captured and all(date.layer is not DateLayer.CAPTURED for date in description.dates):
        date = DocumentDate(DateLayer.CAPTURED, captured, DateBasis.STATED, saved)
        description = replace(description, dates=(*description.dates, date))
        found.setdefault("dates", _WHERE)
    return replace(extraction, description=description, found_in=tuple(found.items()), encoding="")
