"""Collecting the passages of word processors' files: paragraphs in paragraphs, rows of tables, notes."""

from dataclasses import dataclass, field, replace

from storage.domain.document import BlockKind
from storage.importers.passages import Passage, one_line

LONGEST_ROW = 1500
"""Code points; a longer row is a page laid out by a table, and its cells are paragraphs."""


@dataclass(slots=True)
class _Open:
    """A paragraph that is being collected, and whether it stands in a note."""

    kind: BlockKind
    level: int
    note: bool
    words: list[str] = field(default_factory=list)


class PassageCollector:
    """Takes words as a file gives them and keeps them as passages; notes come after the text that calls them."""

    def __init__(self) -> None:
        self.passages: list[Passage] = []
        self.notes: list[Passage] = []
        self._open: list[_Open] = []
        self._rows: list[list[list[Passage]]] = []
        self._notes_open = 0
        self._sign = ""
        self.in_furniture = False

    def begin(self, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0) -> None:
        """Begin a paragraph, inside another one for a text box."""
        if self._notes_open:
            kind, level = BlockKind.FOOTNOTE, 0
        if self.in_furniture:
            kind, level = BlockKind.BOILERPLATE, 0
        self._open.append(_Open(kind, level, bool(self._notes_open)))

    def add(self, words: str | None) -> None:
        """Add words to the innermost paragraph, which is begun if there is none."""
        if words:
            if not self._open:
                if words.isspace():
                    return
                self.begin()
            self._open[-1].words.append(words)

    def end(self) -> None:
        """End the innermost paragraph."""
        if not self._open:
            return
        paragraph = self._open.pop()
        passage = Passage(paragraph.kind, "".join(paragraph.words), paragraph.level)
        if not passage.words.strip():
            return
        if paragraph.note:
            sign, self._sign = self._sign, ""
            self.notes.append(replace(passage, words=f"[{sign}] {passage.words.strip()}") if sign else passage)
        elif self._rows and paragraph.kind is not BlockKind.BOILERPLATE:
            self._cell().append(passage)
        else:
            self.passages.append(passage)

    def begin_note(self, sign: str) -> None:
        """Take what follows as a note, which begins with the sign that calls it."""
        self._sign = sign
        self._notes_open += 1

    def end_note(self) -> None:
        """End a note."""
        self._notes_open = max(0, self._notes_open - 1)

    def begin_row(self) -> None:
        """Begin a row of a table, in a cell of another one for a table in a table."""
        self._rows.append([])

    def begin_cell(self) -> None:
        """Begin the next cell of a row."""
        if self._rows:
            self._rows[-1].append([])

    def end_row(self) -> None:
        """End a row: one passage, or the paragraphs of its cells where the table only lays out the page."""
        if not self._rows:
            return
        cells = self._rows.pop()
        inner = [passage for cell in cells for passage in cell]
        words = "\t".join(" ".join(one_line(passage.words) for passage in cell) for cell in cells).rstrip("\t")
        if self._rows:
            self._cell().extend(inner if len(cells) < 2 else [Passage(BlockKind.PARAGRAPH, words)])
        elif len(cells) < 2 or len(words) > LONGEST_ROW:
            self.passages += inner
        elif words.strip():
            self.passages.append(Passage(BlockKind.TABLE_ROW, words))

    def finished(self) -> list[Passage]:
        """End what is open and return all passages."""
        while self._open:
            self.end()
        while self._rows:
            self.end_row()
        return [*self.passages, *self.notes]

    def _cell(self) -> list[Passage]:
        if not self._rows[-1]:
            self._rows[-1].append([])
        return self._rows[-1][-1]
