"""Marks for tests that need no archive."""

from datetime import UTC, datetime, timedelta

from storage.domain.annotation import Anchor, AnchorState, Annotation, Colour
from storage.domain.ids import AnnotationId, DocumentId, TextVersionId


def mark(
    number: int,
    quote: str = "The Communist Party of Cuba",
    note: str = "",
    tags: tuple[str, ...] = (),
    colour: Colour = Colour.YELLOW,
    state: AnchorState = AnchorState.UNCHANGED,
    document: int = 1,
    days_ago: int = 0,
) -> Annotation:
    """Make a mark in paragraph ``number``."""
    made = datetime.now(UTC) - timedelta(days=days_ago)
    anchor = Anchor(number * 100, number * 100 + len(quote), quote, "", "", number)
    return Annotation(
        AnnotationId(f"mark{number}"),
        DocumentId(document),
        TextVersionId(1),
        anchor,
        made,
        made,
        note,
        tags,
        colour,
        state,
    )
