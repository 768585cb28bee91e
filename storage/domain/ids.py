"""Identities, so that a document's number is never handed over where another number is meant."""

from typing import NewType

DocumentId = NewType("DocumentId", int)
TextVersionId = NewType("TextVersionId", int)
JournalId = NewType("JournalId", int)

AnnotationId = NewType("AnnotationId", str)
"""A random UUID in hexadecimal: it stays the same when notes travel between archives."""

EntityId = NewType("EntityId", str)
"""A region, country, organisation or person: ``kind:slug``, as in ``country:CN`` or ``organisation:cpc``."""

SchemeId = NewType("SchemeId", str)
"""A way of sorting countries into regions, as in ``founding``."""

DecisionId = NewType("DecisionId", str)

FIRST_SCHEME = SchemeId("founding")
"""The scheme that everything is sorted by where no other is asked for."""
