"""From the lines of printed pages to passages: paragraphs, headings, notes, and headers and footers as boilerplate.

The canonical text is what a reader reads: the lines of a paragraph are joined by a space, except where a line ends long
before the margin (an address, a poem), which stays a line. A word parted at the end of a line is joined; U+00AD, the
soft hyphen, stands where it was parted, which folding leaves out, so the word is found, and nothing is lost. A hyphen
that the word has anyway stays. A paragraph that goes on overleaf is one passage on each page.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from storage.domain.document import BlockKind
from storage.importers.passages import Passage
from storage.importers.pdf_lines import Line, PrintedPage

SOFT_HYPHEN = "\u00ad"

_PAGE_NUMBER = re.compile(
    r"[\s\-–—·|\[(]*(?:(?:page|seite|p\.|стр\.?|第)\s*)?(?P<number>\d{1,4}|[ivxlc]{1,8}|[IVXLC]{1,8})"
    r"(?:\s*(?:of|/|von|de|из)\s*\d{1,4}|\s*页)?[\s\-–—·|\])]*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*$")
_FIRST_WORD = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile("[.!?…。！？:：;；][\"'”’»)）\\]」』]*$")
_BULLET = re.compile(r"(?:[•◦▪■●‣–—*·]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])\s+\S")
_NOTE = re.compile(r"(?:\d{1,3}|[*†‡])[.)]?\s*\S")
_IDEOGRAPHIC = re.compile("[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
_EDGE_LINES = 3
_SAME_HEIGHT = 6.0
_LARGER, _SMALLER = 1.15, 0.92
_LONGEST_HEADING = 200
_HEADING_LEVELS = 3
_FULL_LINE = 0.85
_INDENT = 0.8
_SAME_SIZE = 0.12
_DEEPEST_INDENT = 60.0


@dataclass(frozen=True, slots=True)
class _Measures:
    """What is usual in a document: the size of its type, and the pitch of lines as a multiple of that size."""

    size: float
    pitch: float
    larger: tuple[float, ...]
    words: Counter[str]


@dataclass(frozen=True, slots=True)
class _Column:
    """Where the lines of a column begin and end, in points."""

    left: float
    right: float


def printed_passages(pages: Sequence[PrintedPage]) -> list[Passage]:
    """Return the passages of printed pages, a page break before each page's own."""
    edges = _repeated_edges(pages)
    measures = _measures(pages, edges)
    passages: list[Passage] = []
    for page in pages:
        label = page.label or _printed_number(page, edges)
        passages.append(Passage(BlockKind.PAGE_BREAK, "", page=page.number, page_label=label or None))
        for kind, level, words in _page_passages(page, edges, measures):
            passages.append(Passage(kind, words, level, page.number, label or None))
    return passages


def _edge_lines(page: PrintedPage) -> tuple[list[Line], list[Line]]:
    """Return the lines nearest to the upper and to the lower edge of a page, the outermost first."""
    by_height = sorted(page.lines, key=lambda line: -line.top)
    upper = by_height[: min(_EDGE_LINES, (len(by_height) + 1) // 2)]
    lower = by_height[len(by_height) - min(_EDGE_LINES, len(by_height) // 2) :]
    return upper, lower[::-1]


def _pattern(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("0", line.words.casefold()), round(line.top / _SAME_HEIGHT)


def _repeated_edges(pages: Sequence[PrintedPage]) -> frozenset[tuple[int, Line]]:
    """Find the headers and footers: what stands at the same height with the same words on several pages.

    A page number alone, or next to nothing, is one wherever it stands first or last.
    """
    edges = {page.number: _edge_lines(page) for page in pages}
    patterns = ({_pattern(line) for side in sides for line in side} for sides in edges.values())
    counts = Counter(pattern for found in patterns for pattern in found)
    enough = 2 if len(pages) <= 4 else 3
    found: set[tuple[int, Line]] = set()
    for number, sides in edges.items():
        alone = sum(len(side) for side in sides) <= 2
        for side in sides:
            for line in side:
                page_number = line is side[0] and not alone and _PAGE_NUMBER.fullmatch(line.words)
                if not page_number and (len(pages) == 1 or not _recurs(line, counts, enough)):
                    break
                found.add((number, line))
    return frozenset(found)


def _recurs(line: Line, counts: Counter[tuple[str, int]], enough: int) -> bool:
    words, height = _pattern(line)
    return counts[words, height] >= enough or counts[words, height - 1] + counts[words, height + 1] >= enough


def _printed_number(page: PrintedPage, edges: frozenset[tuple[int, Line]]) -> str:
    for line in page.lines:
        match = _PAGE_NUMBER.fullmatch(line.words) if (page.number, line) in edges else None
        if match is not None:
            return match["number"]
    return ""


def _measures(pages: Sequence[PrintedPage], edges: frozenset[tuple[int, Line]]) -> _Measures:
    sizes: Counter[float] = Counter()
    pitches: list[float] = []
    words: Counter[str] = Counter()
    for page in pages:
        lines = [line for line in page.lines if (page.number, line) not in edges]
        for line in lines:
            sizes[round(line.size, 1)] += len(line.words)
            words.update(word.casefold() for word in _WORD.findall(line.words))
        for above, below in pairwise(lines):
            if above.size > 0 and 0 < above.top - below.top < 3 * above.size:
                pitches.append((above.top - below.top) / above.size)
    size = sizes.most_common(1)[0][0] if sizes else 0.0
    larger = sorted({found for found in sizes if found > size * _LARGER}, reverse=True)
    return _Measures(size, median(pitches) if pitches else 1.2, tuple(larger), words)


def _page_passages(
    page: PrintedPage, edges: frozenset[tuple[int, Line]], measures: _Measures
) -> Iterator[tuple[BlockKind, int, str]]:
    columns = _columns([line for line in page.lines if (page.number, line) not in edges])
    waiting: list[Line] = []
    for line in page.lines:
        at_the_edge = (page.number, line) in edges
        if waiting and (at_the_edge or _parts(waiting[-1], line, measures, columns[waiting[-1]])):
            yield _passage(waiting, measures, columns[waiting[0]], page)
            waiting = []
        if at_the_edge:
            yield BlockKind.BOILERPLATE, 0, line.words
        else:
            waiting.append(line)
    if waiting:
        yield _passage(waiting, measures, columns[waiting[0]], page)


def _columns(lines: list[Line]) -> dict[Line, _Column]:
    """Return for each line the column it stands in: the widest extent of those that begin about where it begins."""
    columns: dict[Line, _Column] = {}
    for line in lines:
        beside = [other for other in lines if abs(other.left - line.left) < _DEEPEST_INDENT]
        columns[line] = _Column(min(other.left for other in beside), max(other.right for other in beside))
    return columns


def _parts(above: Line, below: Line, measures: _Measures, column: _Column) -> bool:
    """Tell whether a new paragraph begins with the lower of two lines."""
    if above.hyphen:
        return False
    ends = _SENTENCE_END.search(above.words) is not None
    other_type = abs(above.size - below.size) > _SAME_SIZE * max(above.size, below.size)
    if other_type or (above.bold and not below.bold and not ends) or _BULLET.match(below.words):
        return True
    drop = above.top - below.top
    if drop < -0.5 * below.size:
        return ends
    if drop > 1.3 * measures.pitch * above.size:
        return True
    indent = _INDENT * below.size
    if drop > 0.3 * below.size and below.left > max(above.left, column.left) + indent:
        return ends
    return ends and above.right < column.left + _FULL_LINE * (column.right - column.left)


def _passage(lines: list[Line], measures: _Measures, column: _Column, page: PrintedPage) -> tuple[BlockKind, int, str]:
    words = _joined(lines, measures, column)
    size = max(line.size for line in lines)
    short = len(words) <= _LONGEST_HEADING and any(character.isalpha() for character in words)
    if short and size > measures.size * _LARGER:
        level = measures.larger.index(round(size, 1)) + 1 if round(size, 1) in measures.larger else 1
        return BlockKind.HEADING, min(level, _HEADING_LEVELS), words
    if all(line.bold for line in lines) and len(words) <= _LONGEST_HEADING // 2 and not _SENTENCE_END.search(words):
        return BlockKind.HEADING, _HEADING_LEVELS, words
    low = lines[0].top < page.height / 2
    if low and 0 < size < measures.size * _SMALLER and _NOTE.match(words):
        return BlockKind.FOOTNOTE, 0, words
    if _BULLET.match(words):
        return BlockKind.LIST_ITEM, 1, words
    return BlockKind.PARAGRAPH, 0, words


def _joined(lines: list[Line], measures: _Measures, column: _Column) -> str:
    parts: list[str] = []
    for line, following in pairwise([*lines, None]):
        if line is None:
            continue
        parts.append(line.words)
        if line.hyphen:
            parts.append(_hyphen(line, following, measures.words))
        elif following is not None:
            parts.append(_between(line, following, column))
    return "".join(parts)


def _between(line: Line, following: Line, column: _Column) -> str:
    if line.words and following.words and _IDEOGRAPHIC.match(line.words[-1]) and _IDEOGRAPHIC.match(following.words):
        return ""
    if abs(line.top - following.top) < 0.3 * max(line.size, 1.0):
        return " "
    first = following.words.split(maxsplit=1)[0] if following.words else ""
    width = (line.right - line.left) / max(len(line.words), 1)
    full = column.left + _FULL_LINE * (column.right - column.left)
    deliberate = line.right + width * (len(first) + 3) < column.right and line.right < full
    return "\n" if deliberate and line.left <= following.left + line.size else " "


def _hyphen(line: Line, following: Line | None, words: Counter[str]) -> str:
    """Decide whether the hyphen at a line's end belongs to the word or only parts it."""
    before, after = _LAST_WORD.search(line.words), _FIRST_WORD.match(following.words) if following else None
    if before is None or after is None:
        return "-"
    if words[f"{before[0]}-{after[0]}".casefold()] or not after[0][0].islower() or not before[0][-1].isalpha():
        return "-"
    return SOFT_HYPHEN
