"""Documents into segments: find the terms, sort them, cut them into blocks. Pure; worker processes run it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from storage.domain.ids import DocumentId
from storage.domain.search import Span
from storage.index.analysis import Piece, Tokens, joined, tokenise
from storage.index.blocks import Block, encode
from storage.index.documents import IndexedDocument
from storage.index.fields import (
    ATTRIBUTES,
    BOILERPLATE,
    DESCRIPTIONS,
    ENTITY,
    FIELDS,
    LANGUAGE,
    NUMBERS,
    TEXT,
    TEXTS,
    TITLE,
    Family,
)  # fmt: skip
from storage.index.grouping import PLACE_BITS, TermCollector

if TYPE_CHECKING:
    from numpy.typing import NDArray

_GAP = 100
"""Positions left free between two values of a field, so that no phrase runs from one into the next."""


@dataclass(frozen=True, slots=True)
class SegmentData:
    """A finished segment, ready to be stored.

    Documents are numbered from 0 within it. ``lengths`` has a row for each field of the family: how many terms each
    document has in it. ``language_codes`` point into ``languages``; ``dates`` has rows of document, first and last
    day. These three are empty for texts.
    """

    family: Family
    lengths: "NDArray[np.uint32]"
    blocks: list[Block]
    languages: tuple[str, ...] = ()
    language_codes: "NDArray[np.uint32]" = field(default_factory=lambda: np.zeros(0, np.uint32))
    dates: "NDArray[np.int32]" = field(default_factory=lambda: np.zeros((0, 3), np.int32))

    @property
    def keys(self) -> list[str]:
        """The first key of each block."""
        return [block.first for block in self.blocks]


class _Inverter:
    """Collects the terms of a family of fields with their places, and counts them."""

    def __init__(self, family: Family, documents: int) -> None:
        self.family = family
        self.lengths = np.zeros((len(family.fields), documents), np.uint32)
        self._first_field = NUMBERS[family.fields[0]]
        self._terms = TermCollector()

    def add(
        self,
        texts: Sequence[str],
        owners: "NDArray[np.int64]",
        fields: "NDArray[np.uint8]",
        positions: "NDArray[np.int64]",
        boilerplate: Mapping[int, Sequence[Span]] = MappingProxyType({}),
    ) -> "NDArray[np.int64]":
        """Add texts, each with its document, its field and the position of its first term.

        ``boilerplate`` has ranges of some of the texts, by their number. Returns how many terms each text had.
        """
        found = np.zeros(len(texts), np.int64)
        for piece in joined(texts):
            tokens = tokenise(piece.text)
            firsts = tokens.first_from(np.array(piece.starts))
            counts = np.diff(firsts, append=len(tokens.begins))
            base = (owners[piece.numbers] << PLACE_BITS) + positions[piece.numbers] + found[piece.numbers] - firsts
            placed = np.repeat(base, counts) + np.arange(len(tokens.begins))
            field_of_each = np.repeat(fields[piece.numbers], counts)
            for first, last in _boilerplate(piece, tokens, firsts, boilerplate):
                field_of_each[first:last] = NUMBERS[BOILERPLATE]
            found[piece.numbers] += counts
            self._terms.add(tokens, field_of_each, placed)
            if boilerplate:
                rows = field_of_each - self._first_field
                np.add.at(self.lengths, (rows, np.repeat(owners[piece.numbers], counts)), np.uint32(1))
        if not boilerplate:
            np.add.at(self.lengths, (fields - self._first_field, owners), found.astype(np.uint32))
        return found

    def add_values(self, field: str, owner: int, values: Collection[str]) -> None:
        """Add whole values of a document, all that it has in a field."""
        self._terms.add_values(field, owner, values)
        self.lengths[NUMBERS[field] - self._first_field, owner] += len(values)

    def segment(self) -> SegmentData:
        """Return everything collected as a segment."""
        return SegmentData(self.family, self.lengths, list(chain.from_iterable(map(encode, self._terms.postings()))))


def _boilerplate(
    piece: Piece, tokens: Tokens, firsts: "NDArray[np.int64]", boilerplate: Mapping[int, Sequence[Span]]
) -> Iterator[tuple[int, int]]:
    """Yield the ranges of terms in a piece that are boilerplate."""
    if not boilerplate:
        return
    ends = np.append(firsts[1:], len(tokens.begins))
    for index, number in enumerate(piece.numbers):
        shift = piece.starts[index] - piece.offsets[index]
        for span in boilerplate.get(number, ()):
            places = np.maximum(np.array((span.start, span.end)) + shift, piece.starts[index])
            first, last = tokens.first_from(places).clip(firsts[index], ends[index]).tolist()
            yield first, last


def _build_texts(documents: Sequence[IndexedDocument]) -> SegmentData:
    """Return one segment of the texts of documents."""
    inverter = _Inverter(TEXTS, len(documents))
    nothing = np.zeros(len(documents), np.int64)
    boilerplate = {number: document.boilerplate for number, document in enumerate(documents) if document.boilerplate}
    texts = [document.text for document in documents]
    inverter.add(texts, np.arange(len(documents)), nothing.astype(np.uint8) + NUMBERS[TEXT], nothing, boilerplate)
    return inverter.segment()


def _attributes(document: IndexedDocument) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the fields a document has with their values."""
    yield TITLE, (document.title,)
    if document.language and not document.attributes.get(LANGUAGE):
        yield LANGUAGE, (document.language,)
    for name, values in document.attributes.items():
        if name in ATTRIBUTES and name != TITLE:
            yield name, values


class _Lines(dict[str, str]):
    """Values as they are kept, worked out when first met: most are names that many documents share."""

    def __missing__(self, value: str) -> str:
        line = self[value] = one_line(value)
        return line


class _Column:
    """Values, with the document and the field of each; a field of a document stands in it once."""

    __slots__ = ("fields", "owners", "texts")

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.owners: list[int] = []
        self.fields: list[int] = []

    def add(self, text: str, owner: int, field: int) -> None:
        """Add a value."""
        self.texts.append(text)
        self.owners.append(owner)
        self.fields.append(field)


def _build_descriptions(documents: Sequence[IndexedDocument]) -> SegmentData:
    """Return one segment of everything about documents except their texts."""
    inverter = _Inverter(DESCRIPTIONS, len(documents))
    nth: list[_Column] = []
    known_lines = _Lines()
    for number, document in enumerate(documents):
        for name, values in _attributes(document):
            field, whole = NUMBERS[name], f"={name}"
            for index, value in enumerate(values):
                if index == len(nth):
                    nth.append(_Column())
                nth[index].add(value, number, field)
            if whole in NUMBERS:
                lines = dict.fromkeys(map(known_lines.__getitem__, values))
                lines.pop("", None)
                inverter.add_values(whole, number, lines)
        inverter.add_values(f"={ENTITY}", number, document.entities)
    _add_in_turn(inverter, nth)
    languages = sorted({document.language for document in documents})
    codes = {language: code for code, language in enumerate(languages)}
    return replace(
        inverter.segment(),
        languages=tuple(languages),
        language_codes=np.array([codes[document.language] for document in documents], np.uint32),
        dates=_dates(documents),
    )


def _dates(documents: Sequence[IndexedDocument]) -> "NDArray[np.int32]":
    rows = [(number, *days) for number, document in enumerate(documents) for days in document.dates]
    return np.array(rows, np.int32).reshape(-1, 3)


def _add_in_turn(inverter: _Inverter, nth: Sequence[_Column]) -> None:
    """Add the first values of all fields, then the second ones, each after a gap behind the one before."""
    used = np.zeros((len(FIELDS), inverter.lengths.shape[1]), np.int64)
    for column in nth:
        owners, fields = np.array(column.owners), np.array(column.fields, np.uint8)
        counts = inverter.add(column.texts, owners, fields, used[fields, owners])
        used[fields, owners] += counts + _GAP


def one_line(value: str) -> str:
    """Return a whole value as it is kept: on one line."""
    return " ".join(value.split())


@dataclass(frozen=True, slots=True)
class PreparedDocuments:
    """Documents ready to be stored; ``texts`` is None where only their descriptions are new."""

    ids: tuple[DocumentId, ...]
    stamps: tuple[str, ...]
    texts: SegmentData | None
    descriptions: SegmentData


def prepare(documents: Sequence[IndexedDocument], with_texts: bool = True) -> PreparedDocuments:
    """Build the segments of some documents; touches no file, so that other processes can do it."""
    return PreparedDocuments(
        tuple(document.id for document in documents),
        tuple(document.stamp for document in documents),
        _build_texts(documents) if with_texts else None,
        _build_descriptions(documents),
    )


def batches(documents: Iterable[IndexedDocument], characters: int) -> Iterator[list[IndexedDocument]]:
    """Group documents so that a group has about so many characters; 16 million take 200 MB of memory to prepare.

    Of several entries for one document in a group only the last is kept.
    """
    group: dict[DocumentId, IndexedDocument] = {}
    size = 0
    for document in documents:
        group[document.id] = document
        size += len(document.text) + 500
        if size > characters:
            yield list(group.values())
            group, size = {}, 0
    if group:
        yield list(group.values())
