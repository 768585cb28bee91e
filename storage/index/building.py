"""Documents into segments: number the terms, sort them, cut them into blocks. Pure; worker processes run it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from storage.domain.ids import DocumentId
from storage.index.analysis import Vocabulary, joined, tokenise
from storage.index.blocks import Block, Postings, encode
from storage.index.documents import IndexedDocument
from storage.index.fields import ATTRIBUTES, DESCRIPTIONS, ENTITY, LANGUAGE, NUMBERS, TEXT, TEXTS, TITLE, Family, mark

if TYPE_CHECKING:
    from numpy.typing import NDArray

_CHARACTERS_AT_ONCE = 1_000_000
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


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A text to be added: whose and which field's it is, and the position of its first term."""

    document: int
    field: int
    text: str
    position: int = 0
    boilerplate: Sequence = ()


class _Inverter:
    """Collects terms with their places and turns them round."""

    def __init__(self) -> None:
        self.vocabulary = Vocabulary()
        self.terms = 0
        self._columns: list[tuple[NDArray, NDArray, NDArray, NDArray]] = []

    def add(self, stretches: Sequence[_Stretch]) -> "NDArray[np.int64]":
        """Add texts; returns how many terms each had."""
        found = np.zeros(len(stretches), np.int64)
        for numbers, starts, piece in joined([stretch.text for stretch in stretches]):
            tokens = tokenise(piece)
            begins = tokens.starts_in_text()
            firsts = np.searchsorted(begins, starts)
            counts = np.diff(np.append(firsts, len(begins)))
            base = np.array([stretches[number].position for number in numbers]) + found[numbers]
            positions = np.arange(len(begins)) + np.repeat(base - firsts, counts)
            documents = np.repeat(np.array([stretches[number].document for number in numbers]), counts)
            fields = np.repeat(np.array([stretches[number].field for number in numbers], np.uint8), counts)
            self._mark_boilerplate(stretches, numbers, starts, begins, fields)
            found[numbers] += counts
            self._add_columns(self.vocabulary.numbers(tokens), fields, documents, positions)
        return found

    def _mark_boilerplate(self, stretches, numbers, starts, begins, fields) -> None:  # noqa: ANN001
        for number, start in zip(numbers, starts, strict=True):
            for span in stretches[number].boilerplate:
                first, last = np.searchsorted(begins, (span.start + start, span.end + start))
                fields[first:last] = 1

    def add_values(self, values: Sequence[tuple[int, int, str]]) -> None:
        """Add whole values: document, field and value, each at position 0."""
        if values:
            numbers = np.array([self.vocabulary.number(value) for _, _, value in values], np.uint32)
            documents = np.array([document for document, _, _ in values])
            fields = np.array([field for _, field, _ in values], np.uint8)
            self._add_columns(numbers, fields, documents, np.zeros(len(values), np.int64))

    def _add_columns(self, numbers: "NDArray", fields: "NDArray", documents: "NDArray", positions: "NDArray") -> None:
        self.terms += len(numbers)
        self._columns.append((numbers, fields, documents.astype(np.uint32), positions.astype(np.uint32)))

    def postings(self) -> Postings:
        """Return everything sorted by field, term, document and position."""
        if not self._columns:
            empty = np.zeros(0, np.uint32)
            return Postings([], empty, empty, empty, empty)
        numbers, fields, documents, positions = (np.concatenate(column) for column in zip(*self._columns, strict=True))
        self._columns = []
        if (documents[1:] < documents[:-1]).any():
            order = np.lexsort((positions, documents))
            numbers, fields, documents, positions = (
                column[order] for column in (numbers, fields, documents, positions)
            )
        terms = self.vocabulary.terms
        order = sorted(range(len(terms)), key=terms.__getitem__)
        ranks = np.empty(len(terms), np.uint64)
        ranks[order] = np.arange(len(terms), dtype=np.uint64)
        places = (fields.astype(np.uint64) << 58) | (ranks[numbers] << 32) | np.arange(len(numbers), dtype=np.uint64)
        places.sort()
        heads = places >> 32
        where = (places & 0xFFFFFFFF).astype(np.uint32)
        return _gather(heads, documents[where], positions[where], [terms[number] for number in order])


def _gather(heads: "NDArray", owners: "NDArray", positions: "NDArray", terms: list[str]) -> Postings:
    """Cut sorted places into keys and documents."""
    new_key = np.append(True, heads[1:] != heads[:-1])
    new_document = new_key.copy()
    new_document[1:] |= owners[1:] != owners[:-1]
    documents = np.flatnonzero(new_document)
    keys = np.flatnonzero(new_key)
    counts = np.diff(np.append(np.searchsorted(documents, keys), len(documents)))
    marks = {number: chr(0x40 + number) for number in NUMBERS.values()}
    named = [marks[head >> 26] + terms[head & 0x3FFFFFF] for head in heads[keys].tolist()]
    frequencies = np.diff(np.append(documents, len(heads)))
    return Postings(named, counts, owners[documents], frequencies, positions)


def _lengths(family: Family, documents: int, postings: Postings) -> "NDArray[np.uint32]":
    """Count the terms of each document in each field of the family."""
    lengths = np.zeros((len(family.fields), documents), np.uint32)
    ends = np.cumsum(postings.counts)
    first_key = first = 0
    for row, name in enumerate(family.fields):
        last_key = first_key
        while last_key < len(postings.keys) and postings.keys[last_key][0] == mark(name):
            last_key += 1
        last = int(ends[last_key - 1]) if last_key else 0
        if last > first:
            weights = postings.frequencies[first:last]
            lengths[row] = np.bincount(postings.documents[first:last], weights, documents).astype(np.uint32)
        first_key, first = last_key, last
    return lengths


def _segment(family: Family, documents: int, inverter: _Inverter) -> SegmentData:
    postings = inverter.postings()
    return SegmentData(family, _lengths(family, documents, postings), list(encode(postings)))


def _build_texts(documents: Sequence[IndexedDocument]) -> SegmentData:
    """Return one segment of the texts of documents."""
    inverter = _Inverter()
    group: list[_Stretch] = []
    characters = 0
    for number, document in enumerate(documents):
        group.append(_Stretch(number, NUMBERS[TEXT], document.text, 0, document.boilerplate))
        characters += len(document.text)
        if characters > _CHARACTERS_AT_ONCE:
            inverter.add(group)
            group, characters = [], 0
    inverter.add(group)
    return _segment(TEXTS, len(documents), inverter)


def _attributes(document: IndexedDocument) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the fields a document has with their values."""
    yield TITLE, (document.title,)
    if document.language and not document.attributes.get(LANGUAGE):
        yield LANGUAGE, (document.language,)
    for name, values in document.attributes.items():
        if name in ATTRIBUTES and name != TITLE:
            yield name, values


def _build_descriptions(documents: Sequence[IndexedDocument]) -> SegmentData:
    """Return one segment of everything about documents except their texts."""
    inverter = _Inverter()
    whole: list[tuple[int, int, str]] = []
    nth: list[list[_Stretch]] = []
    for number, document in enumerate(documents):
        for name, values in _attributes(document):
            for index, value in enumerate(values):
                if index == len(nth):
                    nth.append([])
                nth[index].append(_Stretch(number, NUMBERS[name], value))
            if (whole_field := NUMBERS.get(f"={name}")) is not None:
                distinct = dict.fromkeys(map(one_line, values))
                whole += [(number, whole_field, value) for value in distinct if value]
        whole += [(number, NUMBERS[f"={ENTITY}"], entity) for entity in sorted(document.entities)]
    _add_in_turn(inverter, nth)
    inverter.add_values(whole)
    segment = _segment(DESCRIPTIONS, len(documents), inverter)
    languages = sorted({document.language for document in documents})
    codes = {language: code for code, language in enumerate(languages)}
    return replace(
        segment,
        languages=tuple(languages),
        language_codes=np.array([codes[document.language] for document in documents], np.uint32),
        dates=_dates(documents),
    )


def _dates(documents: Sequence[IndexedDocument]) -> "NDArray[np.int32]":
    rows = [(number, *days) for number, document in enumerate(documents) for days in document.dates]
    return np.array(rows, np.int32).reshape(-1, 3)


def _add_in_turn(inverter: _Inverter, nth: list[list[_Stretch]]) -> None:
    """Add the first values of all fields, then the second ones, each after a gap behind the one before."""
    used: dict[tuple[int, int], int] = {}
    for stretches in nth:
        placed = [
            _Stretch(stretch.document, stretch.field, stretch.text, used.get((stretch.document, stretch.field), 0))
            for stretch in stretches
        ]
        for stretch, count in zip(placed, inverter.add(placed).tolist(), strict=True):
            used[stretch.document, stretch.field] = stretch.position + count + _GAP


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
