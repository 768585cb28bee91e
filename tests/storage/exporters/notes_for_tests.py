"""Notes that every exporter's tests write out."""

from datetime import UTC, datetime
from typing import Any

from storage.domain.annotation import Anchor, AnchorState, Annotation, Colour
from storage.domain.codebook import Code, CodeColour
from storage.domain.document import (
    Creator,
    DateBasis,
    DateLayer,
    Description,
    Document,
    DocumentDate,
    DocumentState,
)
from storage.domain.export import ExportedNote, LinkedEntity, NotesExport
from storage.domain.ids import AnnotationId, DocumentId, EntityId, TextVersionId
from storage.text.canonical import text_sha256
from storage.text.citation import dates_in_words, source_line

MADE = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)

ENGLISH = Document(
    DocumentId(7),
    Description(
        title='A Page on "Contacts" & <Others>',
        language="en",
        creators=(Creator("Ana Example"),),
        dates=(DocumentDate(DateLayer.PUBLISHED, "2014-11-02", DateBasis.STATED, "2014.11.02 /"),),
        url="https://example.org/page?a=1&b=2",
        original="A Book, ed. B. Example, 2007",
    ),
    TextVersionId(11),
    500,
    DocumentState.READABLE,
)
CHINESE = Document(
    DocumentId(3),
    Description(title="示例文本", language="zh"),
    TextVersionId(12),
    100,
    DocumentState.READABLE,
)
AWKWARD_QUOTE = '=HYPERLINK("http://example.org") *not* [a](link)\n# no heading\n\n  1. <b>𝔘nicode</b>\u00a0🇱🇦 e\u0301 '
AWKWARD_NOTE = "A **strong** word, <script>alert(1)</script>\n\n```\nleft open"


def mark(number: int, quote: str, start: int, **fields: object) -> Annotation:
    moment = datetime(2026, 1, number, 12, 0, 30, tzinfo=UTC)
    values: dict[str, object] = {
        "id": AnnotationId(f"{number:032x}"),
        "document": DocumentId(7),
        "text_version": TextVersionId(11),
        "anchor": Anchor(start, start + len(quote), quote, "before ", " after", paragraph=4, page=2),
        "created": moment,
        "changed": moment,
    }
    return Annotation(**(values | fields))  # pyright: ignore[reportArgumentType]


CODES = (
    Code("contact", definition="Two parties *meet*, write or call", colour=CodeColour.TEAL),
    Code("a, b; c", "contact", 1, CodeColour.RED, "Short", "In <full>\nwith lines", "Always", "Never", "=Example"),
)


def exported(
    annotation: Annotation, document: Document, page_label: str | None = None, **fields: Any
) -> ExportedNote:  # fmt: skip
    description = document.description
    return ExportedNote(
        annotation,
        document,
        text_sha256(document.title),
        source_line(description),
        dates_in_words(description),
        page_label,
        **fields,
    )


def notes_export() -> NotesExport:
    awkward = mark(1, AWKWARD_QUOTE, 120, note=AWKWARD_NOTE, tags=("@tag", "a, b; c", "'quoted"), colour=Colour.ROSE)
    plain = mark(2, "a plain passage", 40, changed=datetime(2026, 2, 1, tzinfo=UTC), state=AnchorState.MOVED)
    chinese = mark(
        3,
        "求同存异",
        5,
        document=DocumentId(3),
        text_version=TextVersionId(12),
        anchor=Anchor(5, 9, "求同存异", "", ""),
        note="-1 + 1",
        tags=("原则",),
    )
    return NotesExport(
        "Party <Contacts> & Co",
        MADE,
        (
            exported(awkward, ENGLISH, "iv", document_note="A book **to check**"),
            exported(chinese, CHINESE, linked=(LinkedEntity(EntityId("country:CU"), "Cuba"),)),
            exported(plain, ENGLISH, document_note="A book **to check**"),
        ),
        "tag principle",
        CODES,
        {Colour.YELLOW: "", Colour.ROSE: "a claim (theirs)"},
    )
