"""HTML files and saved pages: the main text and everything around it, in the order of the page."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from storage.domain.document import BlockKind, Description
from storage.domain.importing import Extraction
from storage.importers.encodings import damage, decode
from storage.importers.html_description import PageFacts, page_facts
from storage.importers.html_main_text import main_text
from storage.importers.html_passages import read_passages
from storage.importers.html_tree import parse_page
from storage.importers.passages import Passage, first_heading, laid_out, one_line, title_from_name
from storage.sentences import say
from storage.text.boilerplate import is_furniture
from storage.text.document_facts import document_facts
from storage.text.folding import fold

if TYPE_CHECKING:
    from storage.text.document_facts import DocumentFacts

EXTRACTOR = "html 1"

_FURNITURE_KINDS = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_NO_TEXT = say("The page holds no text: what it shows is made by a program or pictures when a browser opens it.")


def read_html(data: bytes, path_name: str) -> Extraction:
    """Read a page; menus, buttons and what else is not its main text become boilerplate where they stand.

    Raises:
        UserFacingError: The bytes are empty, no page, or in an encoding that cannot be found out.
    """
    page, encoding = decode(data)
    root = parse_page(page)
    facts = page_facts(root, page)
    passages = with_furniture(read_passages(root, main_text(root)))
    heading = first_heading(passages)
    title = facts.title or heading or title_from_name(path_name)
    text, blocks = laid_out(_with_page_title(passages, title))
    in_text = document_facts(text, blocks)
    description, found_in = _description(facts, in_text, title)
    if not facts.title:
        found_in = (("title", say("heading in the text") if heading else say("file name")), *found_in)
    return Extraction(text, blocks, description, EXTRACTOR, found_in, encoding, damage(text) if text else _NO_TEXT)


def with_furniture(passages: Iterable[Passage]) -> list[Passage]:
    """Make the lines of a main text that are buttons or links to other texts boilerplate."""
    return [
        replace(passage, kind=BlockKind.BOILERPLATE, level=0)
        if passage.kind in _FURNITURE_KINDS and is_furniture(passage.words)
        else passage
        for passage in passages
    ]


def _with_page_title(passages: list[Passage], title: str) -> list[Passage]:
    """Make the first heading that says the title the title, else the first line of the main text that does."""
    wanted = fold(title)
    for kinds in ((BlockKind.HEADING,), (BlockKind.PARAGRAPH, BlockKind.BOILERPLATE)):
        for number, passage in enumerate(passages):
            if passage.kind in kinds and _says(fold(one_line(passage.words[:500])), wanted, kinds[0]):
                return [*passages[:number], replace(passage, kind=BlockKind.TITLE, level=0), *passages[number + 1 :]]
    return passages


def _says(words: str, wanted: str, kind: BlockKind) -> bool:
    """Tell whether a line is the title; a heading also where the site's name stands after it in the title."""
    return words == wanted or (kind is BlockKind.HEADING and len(words) > 10 and wanted.startswith(words))


def _description(
    facts: PageFacts, in_text: "DocumentFacts", title: str
) -> tuple[Description, tuple[tuple[str, str], ...]]:
    """Join what the page declares with what its words say, which counts where nothing is declared."""
    found = dict(facts.found_in)
    said = dict(in_text.found_in)
    for name in ("creators", "dates", "original"):
        if name in said and name not in found:
            found[name] = said[name]
    description = Description(
        title=title,
        language=facts.language,
        creators=facts.creators or in_text.creators,
        dates=facts.dates or in_text.dates,
        publisher=facts.publisher,
        url=facts.url,
        original=facts.original or in_text.original,
    )
    return description, tuple(found.items())
