"""Documents for tests that need no archive."""

from storage.domain.document import DateLayer, Description, Document, DocumentDate, DocumentState, SourceClass
from storage.domain.ids import DocumentId, TextVersionId


def document(
    number: int, title: str = "", state: DocumentState = DocumentState.READABLE, date: str = "2007-10"
) -> Document:
    """Describe a document."""
    dates = (DocumentDate(DateLayer.PUBLISHED, date),) if date else ()
    description = Description(title or f"Document {number}", SourceClass.OFFICIAL_ORGAN, "en", dates=dates)
    return Document(DocumentId(number), description, TextVersionId(number), 100, state)
