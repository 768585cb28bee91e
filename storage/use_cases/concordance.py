"""Wishes about all hits of a query at once, each in its line of context."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from storage.database import documents as documents_table
from storage.domain.document import DocumentDate
from storage.domain.ids import DocumentId
from storage.domain.progress import IsCancelled, never_cancelled
from storage.domain.search import ConcordanceLine, ConcordanceOrder, SearchRequest
from storage.errors import UserFacingError
from storage.sentences import say
from storage.use_cases.searching import SearchWishes, earliest_date

if TYPE_CHECKING:
    from storage.index.documents import SearchableText

_log = logging.getLogger(__name__)

_COLUMNS = (
    "Document title", "Date (EDTF)", "Date is", "Left context", "Hit", "Right context", "Document", "Start", "End",
)  # fmt: skip


class ConcordanceWishes(SearchWishes):
    """What can be asked of every hit in the archive."""

    def concordance(
        self,
        request: SearchRequest,
        order: ConcordanceOrder = ConcordanceOrder.DOCUMENT,
        is_cancelled: IsCancelled = never_cancelled,
    ) -> Iterator[ConcordanceLine]:
        """Read every hit of a request in its context, without a cap; ``limit`` and ``offset`` do not count.

        By document and date the lines come as they are found, by context after all have been read.

        Raises:
            CancelledError: when ``is_cancelled`` answered yes.
            UserFacingError: when the index turned out to be damaged; it has been made anew.
        """
        from storage.index.errors import IndexDamagedError

        dates: dict[DocumentId, tuple[int, DocumentDate | None]] = {}

        def fetch(ids: Sequence[DocumentId]) -> "dict[DocumentId, SearchableText]":
            with self._archive.connections.read() as connection:
                dates.update(
                    (document.id, earliest_date(document))
                    for document in documents_table.list_documents(connection, ids)
                )
            return self._searchable(ids)

        request = replace(request, filter=self._with_what_stands_under(request.filter))
        try:
            for line in self._archive.index.concordance(request, fetch, order, is_cancelled):
                day, dated = dates[line.document]
                yield replace(line, day=day, dated=dated)
        except IndexDamagedError as error:
            _log.info("The index of %s was damaged and is made anew", self._archive.path, exc_info=True)
            self._archive.discard_index()
            self.refresh()
            raise UserFacingError(
                say("The index was damaged and has been made anew. Ask for all hits again.")
            ) from error

    def concordance_table(self, lines: Iterable[ConcordanceLine]) -> bytes:
        """Read nothing: write lines as CSV in the order given; start and end are code points, the end exclusive."""
        from storage.exporters.comma_separated import write_table

        return write_table(
            _COLUMNS,
            (
                (
                    line.title, line.dated.edtf if line.dated else "", line.dated.layer if line.dated else "",
                    line.left, line.keyword, line.right, line.document, line.start, line.end,
                )
                for line in lines
            ),
        )  # fmt: skip
