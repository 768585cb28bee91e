"""RTF files: paragraphs, rows, notes, headers and footers, and the file's own description of itself."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from storage.domain.document import BlockKind
from storage.domain.importing import Extraction
from storage.importers.collecting import PassageCollector
from storage.importers.office_description import described
from storage.importers.passages import Passage
from storage.importers.rtf_tokens import (
    CHARACTERS,
    SIGNS,
    Token,
    encoding_of_character_set,
    encoding_of_code_page,
    tokens,
)

EXTRACTOR = "rtf 1"

_LEFT_OUT_NAMES = (
    "colortbl pict object objdata objclass themedata colorschememapping latentstyles datastore fldinst listtable"
    " listoverridetable rsidtbl revtbl xmlnstbl filetbl generator nonshppict listtext pntext pntxta pntxtb sp pgptbl"
    " bkmkstart bkmkend upr mmathPr userprops xe tc tcn atnid atnauthor atndate atnref atnparent atrfstart atrfend"
    " ftnsep ftnsepc aftnsep aftnsepc blipuid panose falt fname template linkval propname staticval docvar"
)
_LEFT_OUT = frozenset(_LEFT_OUT_NAMES.split())
_KEPT_THOUGH_STARRED = frozenset({"shpinst", "shptxt", "shppict", "footnote", "annotation", "ud", "fldrslt", "result"})
_FURNITURE_NAMES = "header headerl headerr headerf footer footerl footerr footerf annotation"
_FURNITURE = frozenset(_FURNITURE_NAMES.split())
_FACTS = {"title": "title", "author": "creator", "company": "publisher"}
_HEADING_NAME = re.compile(r"(?:heading|überschrift|titre|título|заголовок|标题)\s*(\d)", re.IGNORECASE)
_QUOTE_NAME = re.compile(r"(?:intense )?quote|block text", re.IGNORECASE)
_ENCODINGS_OF_SYSTEMS = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}


@dataclass(slots=True)
class _State:
    """What holds in a group and ends with it; ``goal`` is what its text goes to."""

    goal: str = "text"
    encoding: str = "cp1252"
    skip: int = 1
    hidden: bool = False
    deleted: bool = False
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    opened: str = ""

    def reset(self, _number: int | None) -> None:
        self.kind, self.level = BlockKind.PARAGRAPH, 0

    def plain(self, _number: int | None) -> None:
        self.hidden = self.deleted = False

    def hide(self, number: int | None) -> None:
        self.hidden = number != 0

    def delete(self, number: int | None) -> None:
        self.deleted = number != 0

    def skip_after_unicode(self, number: int | None) -> None:
        self.skip = max(number if number is not None else 1, 0)

    def outline(self, number: int | None) -> None:
        if self.goal == "text" and number is not None and 0 <= number < 9:
            self.kind, self.level = BlockKind.HEADING, number + 1

    def list_item(self, number: int | None) -> None:
        if self.goal == "text" and number != 0 and self.kind is BlockKind.PARAGRAPH:
            self.kind, self.level = BlockKind.LIST_ITEM, 1

    def list_level(self, number: int | None) -> None:
        if self.kind is BlockKind.LIST_ITEM:
            self.level = (number or 0) + 1


def read_rtf(data: bytes, path_name: str) -> Extraction:
    """Read an RTF file; what is broken in it is passed over."""
    reader = _Reader()
    for token in tokens(data):
        reader.take(token)
    return described(reader.finished(), reader.properties(), path_name, EXTRACTOR)


class _Reader:
    """Goes through the tokens and keeps what they mean."""

    def __init__(self) -> None:
        self.usual = "cp1252"
        self._collector = PassageCollector()
        self._state = _State()
        self._groups: list[_State] = []
        self._bytes: list[bytes] = []
        self._to_skip = 0
        self._starred = False
        self._fonts: dict[int, int] = {}
        self._font = 0
        self._styles: dict[int, tuple[BlockKind, int]] = {}
        self._style = 0
        self._words: list[str] = []
        self._facts: dict[str, str] = {}
        self._notes = 0
        self._row_open = False
        self._paragraph_open = False

    def take(self, token: Token) -> None:
        if token.text:
            self._take_bytes(token.text)
            return
        self._decode()
        if token.mark == "{":
            self._groups.append(replace(self._state))
            self._state.opened = ""
            self._to_skip = 0
        elif token.mark == "}":
            self._close_group()
        elif token.mark == "\\*":
            self._starred = True
        elif self._to_skip > 0:
            self._to_skip -= 1
        elif token.mark:
            self._add("\n" if token.mark in {"\\\n", "\\\r"} else SIGNS.get(token.mark[1:], ""))
        else:
            self._take_word(token.word, token.number)

    def finished(self) -> list[Passage]:
        self._decode()
        self._end_paragraph()
        return self._collector.finished()

    def properties(self) -> dict[str, str]:
        return self._facts

    def _take_bytes(self, text: bytes) -> None:
        skipped = min(self._to_skip, len(text))
        self._to_skip -= skipped
        if skipped < len(text) and self._state.goal != "nothing":
            self._bytes.append(text[skipped:])

    def _decode(self) -> None:
        if self._bytes:
            joined = b"".join(self._bytes)
            self._bytes.clear()
            self._add(joined.decode(self._state.encoding, "replace"))

    def _add(self, words: str) -> None:
        state = self._state
        if state.goal == "text":
            if words and not (state.hidden or state.deleted):
                self._begin_paragraph()
                self._collector.add(words)
        elif state.goal != "nothing":
            self._words.append(words)

    def _begin_paragraph(self) -> None:
        if not self._paragraph_open:
            self._collector.begin(self._state.kind, self._state.level)
            self._paragraph_open = True

    def _end_paragraph(self) -> None:
        if self._paragraph_open:
            self._collector.end()
            self._paragraph_open = False

    def _take_word(self, word: str, number: int | None) -> None:
        starred, self._starred = self._starred, False
        if word in CHARACTERS:
            self._add(CHARACTERS[word])
        elif word == "u":
            self._add(chr((number or 0) % 0x10000))
            self._to_skip = self._state.skip
        elif word in _ACTIONS:
            _ACTIONS[word](self, number)
        elif word in _STATE_ACTIONS:
            _STATE_ACTIONS[word](self._state, number)
        elif word in _LEFT_OUT or (starred and word not in _KEPT_THOUGH_STARRED and word not in _DESTINATIONS):
            self._state.goal = "nothing"
        elif word in _DESTINATIONS:
            self._enter(word)
        elif word in _ENCODINGS_OF_SYSTEMS:
            self.usual = self._state.encoding = _ENCODINGS_OF_SYSTEMS[word]

    def _enter(self, word: str) -> None:
        state = self._state
        if state.goal == "nothing" and word != "ud":
            return
        state.opened = word
        if word in _FURNITURE:
            self._end_paragraph()
            self._collector.in_furniture = True
        elif word == "footnote":
            self._enter_note()
        elif word == "info":
            state.goal = "info"
        elif word == "creatim":
            state.goal = "nothing" if state.goal != "info" else "date"
            self._words.clear()
        elif word in {"fonttbl", "stylesheet"} or word in _FACTS:
            state.goal = word if word not in _FACTS or state.goal == "info" else state.goal
            self._words.clear()
        elif word == "ud":
            state.goal = self._groups[-2].goal if len(self._groups) > 1 else "text"

    def _enter_note(self) -> None:
        self._notes += 1
        self._add(f"[{self._notes}]")
        self._collector.begin_note(str(self._notes))
        self._collector.begin()

    def _close_group(self) -> None:
        if not self._groups:
            return
        ended, self._state = self._state, self._groups.pop()
        self._to_skip, self._starred = 0, False
        if ended.opened in _FURNITURE:
            self._end_paragraph()
            self._collector.in_furniture = False
        elif ended.opened == "footnote":
            self._collector.end()
            self._collector.end_note()
        elif ended.goal in _FACTS:
            self._facts.setdefault(_FACTS[ended.goal], "".join(self._words).strip())
            self._words.clear()
        elif ended.goal == "stylesheet":
            self._name_style("".join(self._words).strip(" ;"))
        elif ended.goal == "date" and self._words:
            self._facts.setdefault("created", "-".join(self._words))

    def _name_style(self, name: str) -> None:
        self._words.clear()
        heading = _HEADING_NAME.match(name)
        if heading or name.lower() == "title":
            self._styles[self._style] = (BlockKind.HEADING, int(heading[1]) if heading else 1)
        elif _QUOTE_NAME.fullmatch(name):
            self._styles[self._style] = (BlockKind.QUOTATION, 0)
        self._style = 0

    def on_paragraph_end(self, _number: int | None) -> None:
        if self._in_note():
            self._collector.add("\n")
        elif self._state.goal == "text":
            self._end_paragraph()

    def _in_note(self) -> bool:
        return self._state.opened == "footnote" or any(group.opened == "footnote" for group in self._groups)

    def on_style(self, number: int | None) -> None:
        if self._state.goal == "stylesheet":
            self._style = number or 0
        elif self._state.goal == "text" and (number or 0) in self._styles:
            self._state.kind, self._state.level = self._styles[number or 0]

    def on_font(self, number: int | None) -> None:
        if self._state.goal == "fonttbl":
            self._font = number or 0
        else:
            self._state.encoding = encoding_of_character_set(self._fonts.get(number or 0), self.usual)

    def on_character_set(self, number: int | None) -> None:
        if self._state.goal == "fonttbl":
            self._fonts[self._font] = number or 0

    def on_code_page(self, number: int | None) -> None:
        self.usual = self._state.encoding = encoding_of_code_page(number)

    def on_row_begun(self, _number: int | None) -> None:
        if self._state.goal == "text" and not self._row_open:
            self._end_paragraph()
            self._row_open = True
            self._collector.begin_row()
            self._collector.begin_cell()

    def on_cell(self, _number: int | None) -> None:
        if self._state.goal == "text":
            if not self._row_open:
                self._row_open = True
                self._collector.begin_row()
                self._collector.begin_cell()
            self._end_paragraph()
            self._collector.begin_cell()

    def on_row_ended(self, _number: int | None) -> None:
        if self._row_open:
            self._end_paragraph()
            self._collector.end_row()
            self._row_open = False

    def on_date_part(self, number: int | None) -> None:
        if self._state.goal == "date" and number is not None:
            self._words.append(f"{number:02}")


_DESTINATIONS = _FURNITURE | {"footnote", "info", "creatim", "fonttbl", "stylesheet", "ud", *_FACTS}
_ACTIONS: dict[str, Callable[[_Reader, int | None], None]] = {
    "par": _Reader.on_paragraph_end,
    "sect": _Reader.on_paragraph_end,
    "page": _Reader.on_paragraph_end,
    "nestcell": _Reader.on_paragraph_end,
    "s": _Reader.on_style,
    "f": _Reader.on_font,
    "fcharset": _Reader.on_character_set,
    "ansicpg": _Reader.on_code_page,
    "trowd": _Reader.on_row_begun,
    "cell": _Reader.on_cell,
    "row": _Reader.on_row_ended,
    "yr": _Reader.on_date_part,
    "mo": _Reader.on_date_part,
    "dy": _Reader.on_date_part,
}
_STATE_ACTIONS: dict[str, Callable[[_State, int | None], None]] = {
    "pard": _State.reset,
    "plain": _State.plain,
    "outlinelevel": _State.outline,
    "ls": _State.list_item,
    "ilvl": _State.list_level,
    "uc": _State.skip_after_unicode,
    "v": _State.hide,
    "deleted": _State.delete,
}
