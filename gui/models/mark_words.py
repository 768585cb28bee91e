"""What a list says of a mark: its state, its place, its day, and all of it for a screen reader."""

import re
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from gui.value_words import colour_in_words
from storage.domain.annotation import AnchorState, Annotation
from storage.text.folding import fold

_GLANCE = 1_000
_LINE_SIGN = re.compile(r"^\s*(?:#{1,6}\s+|>\s?)")
_ITEM = re.compile(r"^\s*[-*+]\s+")
_LINK = re.compile(r"!?\[([^]]+)\]\([^)]*\)")
_STARRED = re.compile(r"(\*{1,3}|~~|`)(\S(?:.*?\S)?)\1")
_UNDERLINED = re.compile(r"(?<!\w)(_{1,3})(\S(?:.*?\S)?)\1(?!\w)")


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
    return date_in_words(QDate(local.year, local.month, local.day), QLocale.FormatType.ShortFormat)


def date_in_words(day: QDate, form: QLocale.FormatType) -> str:
    """Say a day; the last two by their own words."""
    match day.daysTo(QDate.currentDate()):
        case 0:
            return QCoreApplication.translate("AnnotationModel", "today")
        case 1:
            return QCoreApplication.translate("AnnotationModel", "yesterday")
        case _:
            return QLocale().toString(day, form)


def note_at_a_glance(note: str) -> str:
    """Return the beginning of a note on one line, as it reads without the signs of its Markdown."""
    lines = (_ITEM.sub("• ", _LINE_SIGN.sub("", line)) for line in note[:_GLANCE].splitlines())
    words = _LINK.sub(r"\1", " ".join(" ".join(lines).split()))
    return _UNDERLINED.sub(r"\2", _STARRED.sub(r"\2", words))


def said_in_full(mark: Annotation, title: str) -> str:
    """Say a mark as a screen reader reads it out."""
    parts = (state_in_words(mark), title, mark.anchor.quote, note_at_a_glance(mark.note), ", ".join(mark.tags))
    return ". ".join(part for part in (*parts, colour_in_words(mark.colour), place_in_words(mark)) if part)


def words_to_find(mark: Annotation) -> str:
    """Return what a filter looks for words in: quote, note and tags of a mark, folded."""
    return fold("\n".join((mark.anchor.quote, mark.note, *mark.tags)))
