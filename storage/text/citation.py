"""Source lines: how a document is cited, in the order of Chicago notes (manuscript order for archival papers)."""

import re

from storage.domain.document import DateBasis, DateLayer, Description, DocumentDate, TextVersion
from storage.domain.search import Span
from storage.sentences import Sentence, joined, say
from storage.text.edtf_words import date_in_words

_ENDS_ITSELF = ("?", "!", "…", ".", "？", "！", "。")
_DATE_OF_ITEM = (DateLayer.PUBLISHED, DateLayer.REPUBLISHED, DateLayer.WRITTEN)
_SUPPLIED = (DateBasis.INFERRED, DateBasis.EXTERNAL)
_LONGEST_QUOTED, _AROUND = 1_500, 500
_STRAIGHT_QUOTED = re.compile(r'"([^"]*)"')


def source_line(description: Description) -> str:
    """Cite a document in one line that ends with a full stop.

    The order is that of Chicago notes for manuscripts: creators, item title, date, archival reference (item, box,
    folder, collection, repository, as the description has it), publisher, place, address; then the work that the
    document is excerpted from. A date that the document does not state itself stands in square brackets; a document
    without a date says ``n.d.``.
    """
    closing = [
        _item_date(description.dates),
        description.reference,
        description.publisher,
        description.place,
        _accessed(description.dates),
        description.url,
    ]
    if description.original.strip():
        closing.append(f"excerpted from {description.original}")
    rest = ", ".join(part for part in map(_trimmed, closing) if part)
    creators = _joined([creator.name for creator in description.creators if creator.name.strip()])
    opening = f"{creators}, " if creators else ""
    return f"{opening}{_quoted_title(description.title, bool(rest))} {rest}".rstrip().rstrip(".") + "."


def quotation(version: TextVersion, span: Span, source: str) -> str:
    """Quote the paragraph that holds a range of code points, exactly as it stands, with source line and number.

    Of a paragraph over 1,500 code points only what stands around the range is quoted, cut between words.
    """
    text = version.text
    block = next((one for one in version.blocks if one.start <= span.start < one.end), None)
    start, end = (block.start, block.end) if block is not None else (span.start, span.end)
    cut_start, cut_end = start, end
    if end - start > _LONGEST_QUOTED:
        first, last = max(start, span.start - _AROUND), min(end, span.end + _AROUND)
        before, behind = text.find(" ", first, span.start), text.rfind(" ", span.end, last)
        # In scripts without spaces a quotation may begin and end anywhere.
        cut_start = first if first == start or before < 0 else before + 1
        cut_end = last if last == end or behind < 0 else behind
    quoted = text[cut_start:cut_end].strip()
    opening, closing = "… " if cut_start > start else "", " …" if cut_end < end else ""
    number = f" ¶ {block.number}" if block is not None and block.number else ""
    return f"“{opening}{quoted}{closing}” {source}{number}"


def dates_in_words(description: Description) -> str:
    """Say every date of a document with its layer and, where the document does not state it, what it rests on."""
    return joined("; ", map(_layer_in_words, description.dates))


def _layer_in_words(date: DocumentDate) -> Sentence:
    words = date_in_words(date.edtf)
    said = {
        DateLayer.STATE_DESCRIBED: say("state described {date}", date=words),
        DateLayer.WRITTEN: say("written {date}", date=words),
        DateLayer.PUBLISHED: say("published {date}", date=words),
        DateLayer.REPUBLISHED: say("republished {date}", date=words),
        DateLayer.CAPTURED: say("captured {date}", date=words),
    }[date.layer]
    return {
        DateBasis.STATED: said,
        DateBasis.INFERRED: say("{date} (inferred)", date=said),
        DateBasis.EXTERNAL: say("{date} (from another source)", date=said),
        DateBasis.UNKNOWN: say("{date} (basis unknown)", date=said),
    }[date.basis]


def _item_date(dates: tuple[DocumentDate, ...]) -> str:
    for layer in _DATE_OF_ITEM:
        for date in dates:
            if date.layer is layer:
                words = date_in_words(date.edtf)
                return f"[{words}]" if date.basis in _SUPPLIED else words
    return "n.d."


def _accessed(dates: tuple[DocumentDate, ...]) -> str:
    captured = [date for date in dates if date.layer is DateLayer.CAPTURED]
    return f"accessed {date_in_words(captured[0].edtf)}" if captured else ""


def _trimmed(part: str) -> str:
    return " ".join(part.split()).rstrip(",;")


def _joined(names: list[str]) -> str:
    cleaned = [" ".join(name.split()) for name in names]
    if len(cleaned) <= 2:
        return " and ".join(cleaned)
    return f"{', '.join(cleaned[:-1])}, and {cleaned[-1]}"


def _quoted_title(title: str, goes_on: bool) -> str:
    """Put a title in double quotation marks, the quotation marks inside it becoming single ones."""
    words = " ".join(title.split()).replace("\u201c", "\u2018").replace("\u201d", "\u2019")
    words = _STRAIGHT_QUOTED.sub("\u2018\\1\u2019", words)
    comma = "," if goes_on and not words.endswith(_ENDS_ITSELF) else ""
    return f"\u201c{words}{comma}\u201d"
