"""Marks as rows: which are to check come first, and each row's parts in words."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject, Qt
from typing_extensions import override

from gui.models.value_list import FIRST_FREE_ROLE, ValueListModel
from gui.value_words import colour_in_words
from storage.domain.annotation import AnchorState, Annotation
from storage.domain.ids import DocumentId

COLOUR_ROLE = FIRST_FREE_ROLE
STATE_ROLE = FIRST_FREE_ROLE + 1
TITLE_ROLE = FIRST_FREE_ROLE + 2
NOTE_ROLE = FIRST_FREE_ROLE + 3
TAGS_ROLE = FIRST_FREE_ROLE + 4
PLACE_ROLE = FIRST_FREE_ROLE + 5
STAMP_ROLE = FIRST_FREE_ROLE + 6
"""Something that differs whenever the row looks different."""


class AnnotationModel(ValueListModel[Annotation]):
    """Marks in reading order, those to check before them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_identity, _searched, parent)
        self._titles: Mapping[DocumentId, str] = {}

    def set_annotations(self, marks: Sequence[Annotation], titles: Mapping[DocumentId, str]) -> None:
        """Show these marks; ``titles`` names their documents where marks of several are shown."""
        self._titles = titles
        waiting = [mark for mark in marks if mark.is_to_review]
        waiting.sort(key=lambda mark: mark.state is AnchorState.LOST)
        self.set_values([*waiting, *(mark for mark in marks if not mark.is_to_review)])

    @override
    def shown(self, value: Annotation, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"“{' '.join(value.anchor.quote.split())}”"
            case Qt.ItemDataRole.AccessibleTextRole:
                return said_in_full(value, self._titles.get(value.document, ""))
            case int(role) if role == COLOUR_ROLE:
                return value.colour.value
            case int(role) if role == STATE_ROLE:
                return state_in_words(value)
            case int(role) if role == TITLE_ROLE:
                return self._titles.get(value.document, "")
            case int(role) if role == NOTE_ROLE:
                return " ".join(value.note.split())
            case int(role) if role == TAGS_ROLE:
                return list(value.tags)
            case int(role) if role == PLACE_ROLE:
                return place_in_words(value)
            case int(role) if role == STAMP_ROLE:
                state = f"{value.state.value} {value.kept_as_lost}"
                return f"{value.id} {value.changed.isoformat()} {state} {len(value.note)} {value.tags}"
            case _:
                return None


def _identity(mark: Annotation) -> str:
    return mark.id


def _searched(mark: Annotation) -> str:
    return " ".join((mark.anchor.quote, mark.note, *mark.tags))


def state_in_words(mark: Annotation) -> str:
    """Say what a reader should know of a mark's place; empty where there is nothing to say."""
    match mark.state:
        case AnchorState.PLEASE_CHECK:
            return QCoreApplication.translate("AnnotationModel", "Please check where this belongs")
        case AnchorState.LOST if mark.kept_as_lost:
            return QCoreApplication.translate("AnnotationModel", "Kept as lost: its words are not in the text")
        case AnchorState.LOST:
            return QCoreApplication.translate("AnnotationModel", "Lost: these words are not in the new text")
        case AnchorState.MOVED:
            return QCoreApplication.translate("AnnotationModel", "Moved and verified")
        case AnchorState.UNCHANGED:
            return ""


def place_in_words(mark: Annotation) -> str:
    """Say where a mark stands and on which day it was made."""
    parts = [f"¶ {QLocale().toString(mark.anchor.paragraph)}"] if mark.anchor.paragraph else []
    if mark.anchor.page is not None:
        parts.append(QCoreApplication.translate("AnnotationModel", "p. {page}").format(page=mark.anchor.page))
    return " · ".join([*parts, day_in_words(mark.created)])


def day_in_words(moment: datetime) -> str:
    """Say the day of a moment in UTC as the reader's own calendar has it."""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    local = moment.astimezone()
    day = QDate(local.year, local.month, local.day)
    match day.daysTo(QDate.currentDate()):
        case 0:
            return QCoreApplication.translate("AnnotationModel", "today")
        case 1:
            return QCoreApplication.translate("AnnotationModel", "yesterday")
        case _:
            return QLocale().toString(day, QLocale.FormatType.ShortFormat)


def said_in_full(mark: Annotation, title: str) -> str:
    """Say a mark as a screen reader reads it out."""
    parts = (state_in_words(mark), title, mark.anchor.quote, mark.note, ", ".join(mark.tags))
    return ". ".join(part for part in (*parts, colour_in_words(mark.colour), place_in_words(mark)) if part)
