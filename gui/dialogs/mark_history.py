"""The dialog that tells how a mark came to be as it is: when, who, and what was changed."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from gui.translation import moment_in_words
from gui.value_words import mark_colour_in_words
from gui.widgets.dialog_column import DialogColumn
from gui.widgets.fitting import resize_to_fit
from gui.widgets.labels import Label, Tone
from gui.widgets.row_list import RowList
from storage.domain.annotation import Annotation
from storage.domain.journal import MarkMoment, MarkStep

_LONGEST = 200


class MarkHistoryDialog(QDialog):
    """Lists the steps of a mark, the newest first."""

    def __init__(self, moments: Sequence[MarkMoment], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("History of the mark"))
        self.list = RowList(self.tr("What was done, the newest first"))
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        for moment in reversed(moments):
            self.list.addItem(f"{moment_in_words(moment.when)} · {moment.who}\n{said(moment)}")
        if not moments:
            self.list.hide()
        words = self.tr("What was undone is left out.") if moments else self.tr("Nothing is written down of this mark.")
        buttons = QDialogButtonBox()
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = DialogColumn(self)
        column.addWidget(self.list, 1)
        column.addWidget(Label(words, tone=Tone.MUTED))
        column.addWidget(buttons)
        resize_to_fit(self, 480, 420)


def said(moment: MarkMoment) -> str:
    """Say what a step did, one line for each thing that changed."""
    if moment.tags_before != moment.tags_after:
        return _tr("Tags: {0} → {1}").format(_tags(moment.tags_before), _tags(moment.tags_after))
    if moment.step is MarkStep.REMOVED:
        return _tr("Put into the trash")
    if moment.step is MarkStep.ADDED:
        return _tr("Made, or taken out of the trash")
    if moment.before is None or moment.after is None:
        return _tr("Changed")
    lines = _differences(moment.before, moment.after)
    return "\n".join(lines) or _tr("Changed")


def _differences(before: Annotation, after: Annotation) -> list[str]:
    pairs = (
        (_tr("Note: {0} → {1}"), before.note, after.note),
        (_tr("Tags: {0} → {1}"), _tags(before.tags), _tags(after.tags)),
        (_tr("Colour: {0} → {1}"), mark_colour_in_words(before.colour), mark_colour_in_words(after.colour)),
        (_tr("Words: {0} → {1}"), before.anchor.quote, after.anchor.quote),
        (_tr("Linked to: {0} → {1}"), _tags(before.entities), _tags(after.entities)),
    )
    return [form.format(_short(one), _short(other)) for form, one, other in pairs if one != other]


def _tags(tags: Sequence[str]) -> str:
    return ", ".join(tags)


def _short(words: str) -> str:
    line = " ".join(words.split())
    shown = line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
    return f"“{shown}”" if shown else _tr("nothing")


def _tr(words: str) -> str:
    return QCoreApplication.translate("MarkHistory", words)
