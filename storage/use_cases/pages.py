"""Wishes about printed pages: open the file a text was read from, to look at it page by page."""

from typing import TYPE_CHECKING

from storage.database import documents as documents_table
from storage.domain.document import TextVersion
from storage.use_cases.subject import Subject

if TYPE_CHECKING:
    from storage.importers.pdf_pages import PdfPages


class PageWishes(Subject):
    """What can be asked about the pages of a document."""

    def has_pages(self, version: TextVersion) -> bool:
        """Read whether a text was read from a file with pages that can be shown."""
        return version.extractor.startswith("pdf ")

    def open_pages(self, version: TextVersion) -> "PdfPages":
        """Read the file a text was read from and open its pages; whoever asked closes them.

        Raises:
            UserFacingError: the file is too damaged to be opened.
        """
        from storage.importers.pdf_pages import PdfPages
        from storage.importers.zip_archive import read_member

        with self._archive.connections.read() as connection:
            original = documents_table.get_original(connection, version.id)
        return PdfPages(read_member(original.data, original.member) if original.member else original.data)
