"""The fields of the index: their numbers, their parts in a query, and the schema Whoosh sees."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from whoosh.fields import Schema

TEXT = "text"
BOILERPLATE = "boilerplate"
TITLE = "title"
NOTE = "note"
DATE = "date"
ENTITY = "entity"
LANGUAGE = "lang"
KIND = "kind"
TAG = "tag"
REGION = "region"
COUNTRY = "country"

IN_TEXT = (TEXT, BOILERPLATE)
"""Fields whose terms are words of the canonical text; only they have passages."""

ATTRIBUTES = (
    TITLE, "author", REGION, COUNTRY, "party", "body", "person", KIND, LANGUAGE, "source", TAG, NOTE,
)  # fmt: skip
"""Fields of words about a document, written anew without its text."""

VALUES = tuple(f"={name}" for name in (*ATTRIBUTES[1:-1], ENTITY))
"""Fields of whole values, for filters and counts; a query cannot name them."""

FIELDS = (*IN_TEXT, *ATTRIBUTES, *VALUES)
NUMBERS = {name: number for number, name in enumerate(FIELDS)}
QUERY_FIELDS = (*IN_TEXT, *ATTRIBUTES, DATE)
DEFAULT_BOOSTS = {TEXT: 1.0, TITLE: 2.0}
STEMMED = frozenset({TEXT, BOILERPLATE, TITLE, NOTE})
FACETS = (KIND, LANGUAGE, TAG, REGION, COUNTRY)

_FIRST_MARK = 0x40


def mark(field: str) -> str:
    """Return the character that stands before the terms of a field in the sorted keys of a segment."""
    return chr(_FIRST_MARK + NUMBERS[field])


@dataclass(frozen=True, slots=True)
class Family:
    """Fields that are written together."""

    number: int
    fields: tuple[str, ...]


TEXTS = Family(0, IN_TEXT)
DESCRIPTIONS = Family(1, (*ATTRIBUTES, *VALUES))
FAMILIES = (TEXTS, DESCRIPTIONS)
FAMILY_OF = {field: family for family in FAMILIES for field in family.fields}


@cache
def schema() -> "Schema":
    """Return the index as Whoosh describes one."""
    from whoosh import fields as whoosh_fields

    from storage.index.whoosh_analysis import FoldedAnalyzer

    described = whoosh_fields.Schema()
    for name in (*IN_TEXT, *ATTRIBUTES):
        stored, sortable = name in (TEXT, TITLE), f"={name}" in VALUES
        described.add(name, whoosh_fields.TEXT(FoldedAnalyzer(), phrase=True, stored=stored, sortable=sortable))
    for name in VALUES:
        described.add(name, whoosh_fields.ID())
    described.add(DATE, whoosh_fields.ID(sortable=True))
    return described
