"""The description of a word processor's file, from its properties and its words."""

from collections.abc import Mapping

from storage.domain.document import Creator, DateBasis, DateLayer, Description, DocumentDate
from storage.domain.importing import Extraction
from storage.importers.html_description import edtf_date, language_tag
from storage.importers.passages import (
    Passage,
    first_heading,
    laid_out,
    one_line,
    title_from_name,
    with_title,
)
from storage.sentences import say
from storage.text.document_facts import document_facts

NO_TEXT = say("The document holds no text, only pictures or nothing at all.")


def described(
    passages: list[Passage],
    properties: Mapping[str, str],
    path_name: str,
    extractor: str,
    problem: str = "",
) -> Extraction:
    """Lay out passages and describe them by the file's properties: title, creator, created, language, publisher.

    When a file was made is taken for when its text was written, as an inference.
    """
    stated = {name: one_line(value) for name, value in properties.items()}
    heading = first_heading(passages)
    title = stated.get("title") or heading or title_from_name(path_name)
    found = {
        "title": say("properties of the file")
        if stated.get("title")
        else say("heading in the text")
        if heading
        else say("file name")
    }
    text, blocks = laid_out(with_title(passages, title))
    in_text = document_facts(text, blocks)
    said = dict(in_text.found_in)
    creators = tuple(Creator(name.strip()) for name in stated.get("creator", "").split(";") if name.strip())
    made = edtf_date(stated.get("created", ""))
    dates = (DocumentDate(DateLayer.WRITTEN, made, DateBasis.INFERRED, stated["created"]),) if made else ()
    language = language_tag(stated.get("language", ""))
    from_file = (("creators", creators), ("language", language), ("publisher", stated.get("publisher")))
    found |= {name: say("properties of the file") for name, value in from_file if value}
    found |= {name: said[name] for name in ("dates", "original") if name in said}
    found |= {"dates": say("properties of the file")} if dates and not in_text.dates else {}
    found |= {"creators": said["creators"]} if in_text.creators and not creators else {}
    description = Description(
        title=title,
        language=language,
        creators=creators or in_text.creators,
        dates=in_text.dates or dates,
        publisher=stated.get("publisher", ""),
        original=in_text.original,
    )
    problem = problem or ("" if text else NO_TEXT)
    return Extraction(text, blocks, description, extractor, tuple(found.items()), problem=problem)


def without_text(path_name: str, extractor: str, problem: str) -> Extraction:
    """Return the extraction of a file whose text is missing, for a reason that ``problem`` says."""
    description = Description(title=title_from_name(path_name))
    return Extraction("", (), description, extractor, (("title", say("file name")),), problem=problem)
