"""Wishes about looking mentions over: the queue of uncertain ones, and decisions on them."""

import uuid

from storage.database import authority as authority_table
from storage.database import documents as documents_table
from storage.database import mentions as mentions_table
from storage.database.connection import Connection
from storage.domain.annotation import CONTEXT_LENGTH
from storage.domain.ids import DecisionId, DocumentId, EntityId
from storage.domain.mention import Decision, Mention, Reach, ReviewPage, UncertainMention, Verdict
from storage.use_cases.rematching import NamesInIndex
from storage.use_cases.subject import Subject

_SNIPPET_CHARACTERS = 320


class MentionReviewWishes(Subject):
    """What can be asked about mentions that wait for somebody to look at them."""

    def uncertain_mentions(self, limit: int = 50, skipped: int = 0, document: DocumentId | None = None) -> ReviewPage:
        """Read a page of the mentions that nobody has decided on, the most uncertain first, with the words around them.

        ``skipped`` are those of earlier pages; ``document`` narrows the queue to one document.
        """
        with self._archive.connections.read() as connection:
            mentions = mentions_table.uncertain_mentions(connection, limit, skipped, document)
            total = mentions_table.count_uncertain(connection, document)
            return ReviewPage(self._with_words(connection, mentions), total)

    @staticmethod
    def _with_words(connection: Connection, mentions: tuple[Mention, ...]) -> tuple[UncertainMention, ...]:
        ids = list(dict.fromkeys(mention.document for mention in mentions))
        titles = documents_table.titles(connection, ids)
        texts = {document: documents_table.get_text(connection, document).text for document in ids}
        names = authority_table.entity_names(
            connection, {candidate for mention in mentions for candidate in mention.candidates}
        )
        found = []
        for mention in mentions:
            start = max(0, mention.start - _SNIPPET_CHARACTERS)
            snippet = texts[mention.document][start : mention.end + _SNIPPET_CHARACTERS]
            candidates = tuple(names.get(candidate, candidate) for candidate in mention.candidates)
            found.append(UncertainMention(mention, titles[mention.document], snippet, start, candidates))
        return tuple(found)

    def new_decision(
        self, mention: Mention, verdict: Verdict, reach: Reach, entity: EntityId | None = None
    ) -> Decision:
        """Read what is needed to decide on a mention; nothing is stored before the edit is applied.

        ``entity`` is whom the mention names instead, for a mention given to another.
        """
        with self._archive.connections.read() as connection:
            text = documents_table.get_text(connection, mention.document).text
        reaches_everywhere = reach is Reach.ARCHIVE
        return Decision(
            id=DecisionId(uuid.uuid4().hex),
            surface=text[mention.start : mention.end],
            verdict=verdict,
            reach=reach,
            suggested=mention.entity,
            entity=mention.entity if verdict is Verdict.ACCEPT else entity,
            document=None if reaches_everywhere else mention.document,
            start=mention.start if reach is Reach.PLACE else None,
            before=text[max(0, mention.start - CONTEXT_LENGTH) : mention.start] if reach is Reach.PLACE else "",
            after=text[mention.end : mention.end + CONTEXT_LENGTH] if reach is Reach.PLACE else "",
        )

    def would_match(self, words: str) -> int:
        """Read how many mentions a new name would make at most: how often its words stand in the archive's texts.

        Where that is more than ``MOST_MENTIONS_UNASKED`` of ``storage/domain/mention.py``, a person is asked first.
        """
        return NamesInIndex(self._archive).count(words)
