"""What a plain text says about itself: title, date of the page, authors, and the work it is taken from."""

import re
from dataclasses import dataclass

from storage.domain.document import Block, BlockKind, Creator, DateBasis, DateLayer, DocumentDate
from storage.sentences import say
from storage.text.boilerplate import date_stamp, says_changed
from storage.text.dates import find_date
from storage.text.plain_blocks import at_the_top

_BLOCKS_AT_THE_END = 4
_LONGEST_NOTE = 600
_CAPITALISED = r"[^\W\d_a-zа-я][\w.'’\-]*"
_NAME = rf"(?P<name>{_CAPITALISED}(?:\s+(?:(?:de|da|del|van|von|al|bin|ibn)\s+)?{_CAPITALISED}){{1,4}})"
_BYLINE = re.compile(
    rf"(?i:by|author|par|por)\s*[:：]?\s+{_NAME}(?:\s*[,，]\s*(?P<affiliation>.{{2,100}}))?"
    r"|作者\s*[:：]\s*(?P<chinese>[\u3400-\u9fff·]{2,12})"
)
_ROLE = (
    "author|writer|editor|professor|scholar|fellow|researcher|journalist|columnist|commentator|correspondent|analyst"
    "|expert|minister|ambassador|diplomat|secretary|director|chair(?:man|woman|person)?|president|member|lecturer"
    "|historian|sinologist|scientist|economist|spokes(?:man|woman|person)"
)
_BEFORE_A_ROLE = r"(?:(?:former|senior|associate|assistant|deputy|visiting|research|chief|honorary)\s+|vice[\s-]+)*"
_AUTHOR_NOTE = re.compile(
    rf"(?:(?i:the\s+(?:author|writer)\s*,)\s*)?(?:(?:Prof|Dr|Engr|Mr|Ms|Mrs|Amb)\.?\s+)*{_NAME}"
    rf"(?:\s+is\s+(?:an?\s+|the\s+)?(?=[^.]{{0,200}}\b(?i:{_ROLE})\b)|\s*,\s+(?:an?\s+)?(?=(?i:{_BEFORE_A_ROLE}(?:{_ROLE}))\b))"
    r"(?P<affiliation>[^.]+)"
)
_ORGANISATION = re.compile(
    r"\b(?:party|parties|nations|union|committee|congress|government|council|league|forum|conference|front|association"
    r"|department|ministry|republic|international|movement|states|kingdom)\b",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"(?:source|originally\s+published(?:\s+in)?|excerpted\s+from|taken\s+from|来源|原载|摘自|источник|fuente|fonte"
    r"|quelle)\s*[:：]\s*(?P<work>\S.*)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What a text says of itself; ``found_in`` pairs a field of the description with where its value stands."""

    title: str = ""
    creators: tuple[Creator, ...] = ()
    dates: tuple[DocumentDate, ...] = ()
    original: str = ""
    found_in: tuple[tuple[str, str], ...] = ()


def document_facts(text: str, blocks: tuple[Block, ...]) -> DocumentFacts:
    """Read what a text and its blocks say of the document itself; what is not said stays empty.

    A date above the text is when the page was published. The last line "Source: ..." names the original; the date in
    it is inferred to be when the text was written, since it was by then.
    """
    title = next((_words(text, block) for block in blocks if block.kind is BlockKind.TITLE), "")
    found: list[tuple[str, str]] = [("title", say("title in the text"))] if title else []
    creators, where = _creators(text, blocks)
    if creators:
        found.append(("creators", where))
    original = _original(text, blocks)
    if original:
        found.append(("original", say("source line at the end of the text")))
    published, written = _published(text, blocks), _written(original)
    if published:
        found.append(("dates", say("date above the text")))
    if written:
        found.append(("dates", say("date in the source line")))
    return DocumentFacts(title, creators, (*published, *written), original, tuple(found))


def _words(text: str, block: Block) -> str:
    return " ".join(text[block.start : block.end].split())


def _top(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return blocks[: at_the_top([block.end - block.start for block in blocks])]


def _published(text: str, blocks: tuple[Block, ...]) -> tuple[DocumentDate, ...]:
    for block in _top(blocks):
        words = _words(text, block)
        edtf = date_stamp(words) if block.kind is BlockKind.BOILERPLATE else None
        if edtf is not None and not says_changed(words):
            return (DocumentDate(DateLayer.PUBLISHED, edtf, DateBasis.STATED, words),)
    return ()


def _original(text: str, blocks: tuple[Block, ...]) -> str:
    for block in reversed(blocks[-_BLOCKS_AT_THE_END:]):
        match = _SOURCE.fullmatch(_words(text, block))
        if match is not None and block.end - block.start <= _LONGEST_NOTE:
            return match["work"].strip()
    return ""


def _written(original: str) -> tuple[DocumentDate, ...]:
    date = find_date(original)
    if date is None:
        return ()
    return (DocumentDate(DateLayer.WRITTEN, date.edtf, DateBasis.INFERRED, original[date.start : date.end]),)


def _creators(text: str, blocks: tuple[Block, ...]) -> tuple[tuple[Creator, ...], str]:
    for block in _top(blocks):
        match = _BYLINE.fullmatch(_words(text, block))
        if match is not None:
            return (Creator(match["name"] or match["chinese"], _affiliation(match)),), say("line above the text")
    words = _last_paragraph(text, blocks)
    match = _AUTHOR_NOTE.match(words) if len(words) <= _LONGEST_NOTE else None
    if match is not None and not _ORGANISATION.search(match["name"]) and not match["name"].startswith("The "):
        return (Creator(match["name"], _affiliation(match)),), say("note on the author at the end of the text")
    return (), ""


def _last_paragraph(text: str, blocks: tuple[Block, ...]) -> str:
    """Return the words of the last paragraph that is no source line."""
    paragraphs = (_words(text, block) for block in reversed(blocks) if block.kind is BlockKind.PARAGRAPH)
    return next((words for words in paragraphs if _SOURCE.fullmatch(words) is None), "")


def _affiliation(match: re.Match[str]) -> str:
    return (match["affiliation"] or "").strip().rstrip(".")
