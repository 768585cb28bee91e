r"""Markdown files with an optional YAML front matter.

The canonical text is what a reader of the page reads: the words of the body without the signs of Markdown, blocks with
one empty line between them (one newline between rows of a table and between items). A passage that is quoted from it
therefore holds no asterisks and no link addresses, names and phrases are found across emphasis, and the file itself
stays in the archive byte for byte. The numbers of a numbered list stay. Inside a block no character is changed, and
line breaks stay where they are; only what CommonMark reads as another character (``&amp;``, ``\*``) is that character.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from storage.domain.document import (
    BlockKind,
    Creator,
    DateBasis,
    DateLayer,
    Description,
    DocumentDate,
    SourceClass,
)
from storage.domain.importing import Extraction
from storage.errors import UserFacingError
from storage.importers.encodings import damage, decode
from storage.importers.passages import Passage, first_heading, laid_out, title_from_name, with_title
from storage.sentences import say
from storage.text.canonical import canonical_text

if TYPE_CHECKING:
    from markdown_it.token import Token

EXTRACTOR = "markdown 1"

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_WORDS = ("title", "language", "publisher", "place", "url", "reference", "original")
_IN_FRONT_MATTER = say("front matter")

_Choice = TypeVar("_Choice", bound=StrEnum)


class _FrontMatterError(ValueError):
    """The front matter is no YAML mapping; the text says why. It never leaves this module."""


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """How many lists and quotations are open around a token."""

    lists: int = 0
    quotations: int = 0


def read_markdown(data: bytes, path_name: str) -> Extraction:
    """Read a Markdown file; front matter that is no YAML mapping is kept as text, with a remark in ``found_in``.

    Raises:
        UserFacingError: The bytes are empty, no text, or in an encoding that cannot be found out.
    """
    decoded, encoding = decode(data)
    source = canonical_text(decoded)
    front_matter = _FRONT_MATTER.match(source)
    passages: list[Passage] = []
    values: dict[str, Any] = {}
    remarks: tuple[tuple[str, str], ...] = ()
    body = source[front_matter.end() :] if front_matter else source
    if front_matter:
        try:
            values = _front_matter(front_matter["yaml"])
        except _FrontMatterError as error:
            passages.append(Passage(BlockKind.PARAGRAPH, front_matter[0].strip()))
            remarks = ((_IN_FRONT_MATTER, say("could not be read and is kept as text: {error}", error=error)),)
    passages += _passages(body)
    if not passages:
        raise UserFacingError(say("There is no text in the file beside its front matter."))
    description, found_in = _description(values, passages, path_name)
    text, blocks = laid_out(with_title(passages, description.title))
    return Extraction(text, blocks, description, EXTRACTOR, (*found_in, *remarks), encoding, damage(text))


def _front_matter(source: str) -> dict[str, Any]:
    import yaml

    try:
        values = yaml.safe_load(source)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        reason = " ".join(str(error).split()) or say("it is nested too deeply")
        raise _FrontMatterError(reason[:200]) from error
    if not isinstance(values, dict):
        raise _FrontMatterError(say("it holds no fields"))
    return {str(key): value for key, value in values.items()}


def _description(
    values: dict[str, Any], passages: list[Passage], path_name: str
) -> tuple[Description, tuple[tuple[str, str], ...]]:
    """Build the description; ``found_in`` says for each field where its value was found or why it was left out."""
    heading = first_heading(passages)
    words = {name: _line(values.get(name)) for name in _WORDS}
    title_from = _IN_FRONT_MATTER if words["title"] else say("heading in the text") if heading else say("file name")
    words["title"] = words["title"] or heading or title_from_name(path_name)
    source_class = _choice(SourceClass, values.get("source_class"))
    dates, refused = _dates(values.get("dates"))
    description = Description(
        **words,
        source_class=source_class or SourceClass.OTHER,
        creators=tuple(_creators(values.get("creators"))),
        dates=dates,
    )
    filled = [name for name in _WORDS[1:] if words[name]]
    filled += [name for name, value in (("creators", description.creators), ("dates", dates)) if value]
    filled += ["source_class"] if source_class else []
    if values.get("source_class") and not source_class:
        refused = (
            *refused,
            ("source_class", say("not a class of source: {source_class}", source_class=_line(values["source_class"]))),
        )
    return description, (("title", title_from), *((name, _IN_FRONT_MATTER) for name in filled), *refused)


def _line(value: object) -> str:
    """Return a scalar of the front matter as one line of text; anything else is empty."""
    return " ".join(str(value).split()) if isinstance(value, str | int | float | date) else ""


def _choice(kind: type[_Choice], value: object) -> _Choice | None:
    known = {choice.value: choice for choice in kind}
    return known.get(_line(value).casefold())


def _creators(value: object) -> Iterator[Creator]:
    for creator in value if isinstance(value, list) else [value]:
        if isinstance(creator, dict) and _line(creator.get("name")):
            yield Creator(_line(creator["name"]), _line(creator.get("affiliation")))
        elif _line(creator):
            yield Creator(_line(creator))


def _dates(value: object) -> tuple[tuple[DocumentDate, ...], tuple[tuple[str, str], ...]]:
    dates: list[DocumentDate] = []
    refused: list[tuple[str, str]] = []
    for number, entry in enumerate(value if isinstance(value, list) else [], start=1):
        layer = _choice(DateLayer, entry.get("layer")) if isinstance(entry, dict) else None
        if isinstance(entry, dict) and layer is not None and _line(entry.get("edtf")):
            basis = _choice(DateBasis, entry.get("basis")) or DateBasis.UNKNOWN
            dates.append(DocumentDate(layer, _line(entry["edtf"]), basis, _line(entry.get("words"))))
        else:
            refused.append(("dates", say("date {number} has no known layer or no edtf", number=number)))
    return tuple(dates), tuple(refused)


def _passages(body: str) -> list[Passage]:
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse(body)
    return [passage for passage in _read(tokens) if passage.words.strip()]


def _read(tokens: Iterable["Token"]) -> Iterator[Passage]:
    around, heading, item_number = _Surroundings(), 0, ""
    cells: list[str] | None = None
    for token in tokens:
        around = _moved(around, token)
        match token.type:
            case "heading_open":
                heading = int(token.tag[1:])
            case "heading_close":
                heading = 0
            case "list_item_open":
                item_number = f"{token.info}{token.markup} " if token.info else ""
            case "tr_open":
                cells = []
            case "tr_close":
                yield Passage(BlockKind.TABLE_ROW, "\t".join(cells or []))
                cells = None
            case "inline" if cells is not None:
                cells.append(_plain(token))
            case "inline":
                yield _inline(item_number + _plain(token), heading, around)
                item_number = ""
            case "fence" | "code_block" | "html_block":
                yield _inline(token.content.strip("\n"), heading, around)


def _moved(around: _Surroundings, token: "Token") -> _Surroundings:
    if token.type in ("bullet_list_open", "ordered_list_open", "bullet_list_close", "ordered_list_close"):
        return replace(around, lists=around.lists + token.nesting)
    if token.type in ("blockquote_open", "blockquote_close"):
        return replace(around, quotations=around.quotations + token.nesting)
    return around


def _inline(words: str, heading: int, around: _Surroundings) -> Passage:
    if heading:
        return Passage(BlockKind.HEADING, words, heading)
    if around.lists:
        return Passage(BlockKind.LIST_ITEM, words, around.lists)
    return Passage(BlockKind.QUOTATION if around.quotations else BlockKind.PARAGRAPH, words)


def _plain(token: "Token") -> str:
    """Return the words of an inline token: text, code and a picture's description; line breaks stay."""
    words = []
    for child in token.children or []:
        if child.type in ("softbreak", "hardbreak"):
            words.append("\n")
        elif child.type == "image":
            words.append(_plain(child))
        else:
            words.append(child.content)
    return "".join(words)
