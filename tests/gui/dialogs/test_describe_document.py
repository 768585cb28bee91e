from dataclasses import replace

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.dialogs.describe_document import DescribeDialog
from storage.domain.document import (
    Creator,
    DateBasis,
    DateLayer,
    Description,
    DocumentDate,
    SourceClass,
)

BEFORE = Description(
    "Old title",
    SourceClass.SCHOLARSHIP,
    "en",
    (Creator("Anna Lee", "A University"), Creator("B. Bo")),
    (DocumentDate(DateLayer.PUBLISHED, "2007-10", DateBasis.STATED, "October 2007"),),
    publisher="A Press",
)


def shown(qtbot: QtBot) -> DescribeDialog:
    dialog = DescribeDialog(BEFORE)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def press(dialog: DescribeDialog, words: str) -> None:
    next(button for button in dialog.findChildren(QPushButton) if button.text() == words).click()


def test_an_untouched_description_stays_as_it_was(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    press(dialog, "Save the description")
    assert dialog.result() == 1
    assert dialog.description() == BEFORE


def test_an_untouched_description_stays_as_it_was_in_chinese(qtbot: QtBot, chinese: None) -> None:
    dialog = shown(qtbot)
    assert dialog.source_class.currentText() == "学术著作"
    press(dialog, "保存著录")
    assert dialog.description() == BEFORE


def test_corrections_are_returned(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    dialog.title.setText(" New title ")
    dialog.source_class.setCurrentIndex(list(SourceClass).index(SourceClass.OFFICIAL_ORGAN))
    dialog.dates[DateLayer.WRITTEN].setText("1949~")
    dialog.creators.setPlainText("Anna Lee; Elsewhere")
    press(dialog, "Save the description")
    assert dialog.description() == replace(
        BEFORE,
        title="New title",
        source_class=SourceClass.OFFICIAL_ORGAN,
        creators=(Creator("Anna Lee", "Elsewhere"),),
        dates=(DocumentDate(DateLayer.WRITTEN, "1949~", DateBasis.EXTERNAL), *BEFORE.dates),
    )


def test_what_cannot_be_understood_is_said_and_nothing_is_taken(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    dialog.title.clear()
    press(dialog, "Save the description")
    assert (dialog.isVisible(), dialog.problem.text()) == (True, "A document needs a title.")
    dialog.title.setText("A title")
    dialog.dates[DateLayer.WRITTEN].setText("last spring")
    press(dialog, "Save the description")
    assert dialog.isVisible()
    assert dialog.problem.text().startswith("“last spring” is no date")
