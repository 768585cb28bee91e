"""Documents for tests that need no archive."""

from storage.domain.document import DocumentRow, DocumentState, SourceClass
from storage.domain.ids import DocumentId


def document_row(
    number: int, title: str = "", state: DocumentState = DocumentState.READABLE, date: str = "2007-10"
) -> DocumentRow:
    """Describe a document as a list of many shows it."""
    return DocumentRow(DocumentId(number), title or f"Document {number}", SourceClass.OFFICIAL_ORGAN, state, date)
