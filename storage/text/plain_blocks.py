"""Finding the blocks of a plain text: title, headings, paragraphs and page furniture, from its lines alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from storage.domain.document import Block, BlockKind
from storage.text.boilerplate import date_stamp, is_furniture
from storage.text.folding import fold

LONGEST_HEADING = 120
"""Code points; also the widest line that a hard-wrapped paragraph is expected to have."""

_LONGEST_TITLE = 200
_LONGEST_IDEOGRAPHIC_HEADING = 45
_LONG_PARAGRAPH = 200
_PIECES_AT_THE_TOP = 12
_LINES_OF_A_HEADER = 5
_LARGEST_SHARE_AFTER_THE_END = 0.25
_SENTENCE_END = re.compile("[.!?…。！？;；,，:：、—–-][\"'”’»)）\\]」』]*$")
_TITLE_END = re.compile("[.。;；,，:：、—–-][\"'”’»)）\\]」』]*$")
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_NO_HEADING = re.compile(
    r"(?:by|author|source|originally\s+published|来源|作者|source\s+text|источник|fuente|fonte)\s*[:：]?\s+\S.*|[•·*–—-]\s+\S.*",
    re.IGNORECASE,
)
_DISCLAIMER = re.compile(
    r"\b(?:views?|opinions?)\s+(?:and\s+opinions?\s+)?(?:expressed|in\s+this\s+(?:article|piece|column))\b.{0,120}"
    r"\b(?:own|authors?|writers?|necessarily|reflect)\b",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class _Line:
    """The words of a line, white space around them left out, at ``[start, end)`` code points."""

    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Piece:
    """What becomes one block; ``alone`` when it is one line with blank lines around it."""

    kind: BlockKind
    words: str
    start: int
    end: int
    alone: bool = False


def plain_blocks(text: str) -> tuple[Block, ...]:
    """Divide a canonical text into blocks that are in order, never overlap and cover everything but white space.

    Lines without a blank line between them are one hard-wrapped paragraph, unless a line is longer than anybody wraps
    at; then every line is a paragraph. Blocks are numbered from 1; ranges are code points, end exclusive.
    """
    runs = _runs(text)
    if not runs:
        return ()
    pieces = _with_title(_opening(runs[0]))
    for run in runs[1:]:
        pieces += _divided(run)
    pieces = _with_headings(_with_stamps(_with_delayed_title(pieces)))
    pieces = _with_furniture_after_the_end(pieces, len(text))
    return tuple(
        Block(piece.kind, piece.start, piece.end, number, level=1 if piece.kind is BlockKind.HEADING else 0)
        for number, piece in enumerate(pieces, start=1)
    )


def at_the_top(lengths: list[int]) -> int:
    """Return how many of the first blocks, given their lengths, stand before the text proper begins."""
    for number, length in enumerate(lengths):
        if length >= _LONG_PARAGRAPH or number == _PIECES_AT_THE_TOP:
            return number
    return len(lengths)


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for line in text.split("\n"):
        words = line.strip()
        offset = start + len(line) - len(line.lstrip()) if words else start
        yield _Line(words, offset, offset + len(words))
        start += len(line) + 1


def _runs(text: str) -> list[list[_Line]]:
    grouped = groupby(_lines(text), key=lambda line: bool(line.words))
    return [list(lines) for has_words, lines in grouped if has_words]


def _piece(kind: BlockKind, lines: list[_Line], alone: bool = False) -> _Piece:
    words = "\n".join(line.words for line in lines)
    return _Piece(kind, words, lines[0].start, lines[-1].end, alone)


def _is_furniture_in(run: list[_Line], line: _Line) -> bool:
    """Tell whether a line is furniture; a single word may also be the last word of a wrapped paragraph."""
    return (len(run) == 1 or " " in line.words) and is_furniture(line.words)


def _divided(run: list[_Line]) -> list[_Piece]:
    pieces: list[_Piece] = []
    for furniture, group in groupby(run, key=lambda line: _is_furniture_in(run, line)):
        lines = list(group)
        if furniture:
            pieces += [_piece(BlockKind.BOILERPLATE, [line]) for line in lines]
        elif max(len(line.words) for line in run) > LONGEST_HEADING:
            pieces += [_piece(BlockKind.PARAGRAPH, [line]) for line in lines]
        else:
            pieces.append(_piece(BlockKind.PARAGRAPH, lines, alone=len(run) == 1))
    return pieces


def _opening(run: list[_Line]) -> list[_Piece]:
    """Divide the first run, in which title, date and author often stand on lines of their own."""
    pieces: list[_Piece] = []
    stamped = groupby(run, key=lambda line: _is_furniture_in(run, line) or date_stamp(line.words) is not None)
    for furniture, group in stamped:
        lines = list(group)
        if furniture:
            pieces += [_piece(BlockKind.BOILERPLATE, [line]) for line in lines]
        elif _is_header(lines) or max(len(line.words) for line in lines) > LONGEST_HEADING:
            pieces += [_piece(BlockKind.PARAGRAPH, [line]) for line in lines]
        elif not pieces and _is_deliberate_break(lines):
            pieces += [_piece(BlockKind.PARAGRAPH, lines[:1]), _piece(BlockKind.PARAGRAPH, lines[1:])]
        else:
            pieces.append(_piece(BlockKind.PARAGRAPH, lines))
    return pieces


def _is_header(lines: list[_Line]) -> bool:
    few = len(lines) <= _LINES_OF_A_HEADER
    return few and not any(_SENTENCE_END.search(line.words) for line in lines[-1:] + lines[:1])


def _is_deliberate_break(lines: list[_Line]) -> bool:
    """Tell whether the first line ends where the next word would still have fitted into the paragraph's width."""
    if len(lines) < 2 or _TITLE_END.search(lines[0].words):
        return False
    width = max(len(line.words) for line in lines)
    return len(lines[0].words) + 1 + len(lines[1].words.split()[0]) <= width


def _can_be_title(words: str) -> bool:
    return len(words) <= _LONGEST_TITLE and "\n" not in words and not _TITLE_END.search(words)


def _with_title(pieces: list[_Piece]) -> list[_Piece]:
    """Name the title among the first pieces: the second line where it repeats the first in full, else the first."""
    own = [number for number, piece in enumerate(pieces) if piece.kind is not BlockKind.BOILERPLATE]
    if not own or not _can_be_title(pieces[own[0]].words):
        return pieces
    first = own[0]
    marked = list(pieces)
    if len(own) > 1 and own[1] == first + 1 and _repeats(pieces[own[1]].words, pieces[first].words):
        marked[first] = replace(pieces[first], kind=BlockKind.HEADING)
        first = own[1]
    marked[first] = replace(marked[first], kind=BlockKind.TITLE)
    return marked


def _repeats(line: str, label: str) -> bool:
    return _can_be_title(line) and fold(label) in fold(line)


def _with_delayed_title(pieces: list[_Piece]) -> list[_Piece]:
    """Name the title when only furniture stood in the first run."""
    own = [number for number, piece in enumerate(pieces) if piece.kind is not BlockKind.BOILERPLATE]
    if not own or own[0] == 0 or any(piece.kind is BlockKind.TITLE for piece in pieces):
        return pieces
    piece = pieces[own[0]]
    if not piece.alone or not _can_be_title(piece.words):
        return pieces
    return [*pieces[: own[0]], replace(piece, kind=BlockKind.TITLE), *pieces[own[0] + 1 :]]


def _with_stamps(pieces: list[_Piece]) -> list[_Piece]:
    """Make the lines above the text proper that only hold a date furniture."""
    top = at_the_top([len(piece.words) for piece in pieces])
    return [
        replace(piece, kind=BlockKind.BOILERPLATE)
        if number < top and piece.kind is BlockKind.PARAGRAPH and date_stamp(piece.words) is not None
        else piece
        for number, piece in enumerate(pieces)
    ]


def _with_headings(pieces: list[_Piece]) -> list[_Piece]:
    last = max((number for number, piece in enumerate(pieces) if piece.kind is BlockKind.PARAGRAPH), default=0)
    return [
        replace(piece, kind=BlockKind.HEADING) if number < last and _is_heading(piece) else piece
        for number, piece in enumerate(pieces)
    ]


def _is_heading(piece: _Piece) -> bool:
    if piece.kind is not BlockKind.PARAGRAPH or not piece.alone:
        return False
    longest = _LONGEST_IDEOGRAPHIC_HEADING if _IDEOGRAPH.search(piece.words) else LONGEST_HEADING
    if len(piece.words) > longest or not any(character.isalnum() for character in piece.words):
        return False
    return not _SENTENCE_END.search(piece.words) and not _NO_HEADING.fullmatch(piece.words)


def _with_furniture_after_the_end(pieces: list[_Piece], length: int) -> list[_Piece]:
    """Make what follows a closing "views expressed …" furniture: teasers for other articles stand there."""
    for number, piece in enumerate(pieces):
        near_the_end = length - piece.end <= length * _LARGEST_SHARE_AFTER_THE_END
        if near_the_end and piece.kind is BlockKind.PARAGRAPH and _DISCLAIMER.search(piece.words):
            rest = [
                other if _NO_HEADING.fullmatch(other.words) else replace(other, kind=BlockKind.BOILERPLATE)
                for other in pieces[number + 1 :]
            ]
            return pieces[: number + 1] + rest
    return pieces
