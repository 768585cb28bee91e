"""What a person needs to see to say where a mark belongs whose text has changed."""

from dataclasses import dataclass

from storage.domain.annotation import Annotation
from storage.domain.search import Span


@dataclass(frozen=True, slots=True)
class MarkToReview:
    """A mark that waits to be checked, with the title of its document."""

    mark: Annotation
    title: str


@dataclass(frozen=True, slots=True)
class WaitingMarks:
    """How many marks wait for a person to say where they belong."""

    to_check: int = 0
    lost: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.to_check + self.lost


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in a text with the paragraphs around it.

    ``text`` begins at ``offset`` of its text version; ``span`` is the place and ``differing`` are the words that are
    not the same on the other side, all three as code points of the text version.
    """

    text: str
    offset: int
    span: Span
    differing: tuple[Span, ...] = ()
    paragraph: int = 0
    page_label: str = ""

    @property
    def words(self) -> str:
        """The words at the place."""
        return self.text[self.span.start - self.offset : self.span.end - self.offset]


@dataclass(frozen=True, slots=True)
class ProposedPlace:
    """A place where a mark may belong now, with how well it agrees (0 to 1); ``former`` is what it is compared with."""

    former: Passage
    present: Passage
    score: float


@dataclass(frozen=True, slots=True)
class MarkReview:
    """A mark that waits to be checked, where it stood, and where it may stand now, likeliest first.

    ``nearest`` is where to begin looking when there is no such place; its span is empty.
    """

    mark: Annotation
    title: str
    places: tuple[ProposedPlace, ...]
    nearest: ProposedPlace
