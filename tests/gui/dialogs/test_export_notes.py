import io
import re
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gui.dialogs.export_notes import ExportDialog
from gui.translation import wording
from storage.domain.annotation import AnnotationFilter, Colour
from storage.domain.ids import EntityId
from storage.edits import AddAnnotations
from storage.library import Library
from tests.gui.conftest import OTHER_TEXT, add_document


@pytest.fixture
def marked(filled: Library, tmp_path: Path) -> Library:
    add_document(filled, tmp_path / "greetings.txt", OTHER_TEXT)
    first, second = (document.id for document in filled.documents())
    filled.apply(
        AddAnnotations(
            (
                filled.new_annotation(first, 0, 9, "first note", ("figures",)),
                filled.new_annotation(first, 10, 19, colour=Colour.ROSE),
                filled.new_annotation(second, 0, 9, "second note"),
            )
        )
    )
    return filled


@pytest.fixture
def dialog(qtbot: QtBot, marked: Library) -> ExportDialog:
    dialog = ExportDialog(marked, marked.documents()[1].id)
    qtbot.addWidget(dialog)
    return dialog


def settle(qtbot: QtBot, dialog: ExportDialog, words: str) -> None:
    qtbot.waitUntil(lambda: dialog.export_button.text() == words)


def test_everything_is_previewed_at_first(dialog: ExportDialog) -> None:
    assert dialog.export_button.text() == "Export 3 marks…"
    assert "first note" in dialog.preview.toPlainText()
    assert dialog.filter() == AnnotationFilter()
    assert dialog.document.itemText(1) == "Greetings"


def test_filters_narrow_preview_and_button(qtbot: QtBot, dialog: ExportDialog, marked: Library) -> None:
    dialog.document.setCurrentIndex(1)
    settle(qtbot, dialog, "Export 1 mark…")
    assert "first note" not in dialog.preview.toPlainText()
    dialog.document.setCurrentIndex(0)
    dialog.tag.setCurrentIndex(1)
    settle(qtbot, dialog, "Export 1 mark…")
    dialog.tag.setCurrentIndex(0)
    dialog.colours[Colour.ROSE].click()
    settle(qtbot, dialog, "Export 2 marks…")
    assert Colour.ROSE not in dialog.filter().colours
    rows = [dialog.node.itemData(row) for row in range(dialog.node.count())]
    dialog.node.setCurrentIndex(rows.index(EntityId("country:KP")))
    settle(qtbot, dialog, "Export 1 mark…")


@pytest.mark.parametrize("name", ["markdown", "html", "csv", "xlsx", "jsonld"])
def test_every_format_has_a_readable_preview(qtbot: QtBot, dialog: ExportDialog, name: str) -> None:
    dialog.preview.clear()
    dialog.format.setCurrentIndex(dialog.format.findData("html" if name == "markdown" else "markdown"))
    dialog.format.setCurrentIndex(dialog.format.findData(name))
    qtbot.waitUntil(lambda: "first note" in dialog.preview.toPlainText())


def test_a_preview_stops_early(qtbot: QtBot, marked: Library) -> None:
    document = marked.documents()[0].id
    marked.apply(AddAnnotations(tuple(marked.new_annotation(document, at, at + 5) for at in range(100))))
    dialog = ExportDialog(marked, None)
    qtbot.addWidget(dialog)
    assert dialog.export_button.text() == "Export 103 marks…"
    assert dialog.preview.toPlainText().endswith("…")
    assert dialog.preview.blockCount() <= 201


def test_nothing_to_export_says_so(qtbot: QtBot, dialog: ExportDialog) -> None:
    for box in dialog.colours.values():
        box.click()
    qtbot.waitUntil(lambda: not dialog.export_button.isEnabled())
    assert dialog.preview.toPlainText() == "No mark passes these filters."


def test_the_choice_names_format_filter_and_file(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def press(shown: ExportDialog) -> int:
        qtbot.mouseClick(shown.export_button, Qt.MouseButton.LeftButton)
        return shown.result()

    monkeypatch.setattr(ExportDialog, "exec", press)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "notes"), ""))
    dialog.format.setCurrentIndex(dialog.format.findData("csv"))
    choice = dialog.choose()
    assert choice is not None
    assert (choice.format, choice.filter, choice.path) == ("csv", AnnotationFilter(), tmp_path / "notes.csv")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    assert dialog.choose() is None


ENGLISH = re.compile(r"\b(Notes?|Dates|Tags|Colour|Place|Created|changed|exported|paragraph|unchanged|yellow)\b")
BESIDE_THE_WORDS = re.compile(r"(?s)<style>.*</style>|<[^>]*>")


def words_of_workbook(data: bytes) -> str:
    book = load_workbook(io.BytesIO(data))
    cells = (str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell)
    return "\n".join((*book.sheetnames, *cells))


def test_what_people_read_is_in_their_language(marked: Library, chinese: None) -> None:
    wanted = AnnotationFilter(colours=frozenset({Colour.YELLOW}))
    for name in ("markdown", "html", "xlsx"):
        data = marked.export_notes(name, wanted, wording=wording())
        said = words_of_workbook(data) if name == "xlsx" else BESIDE_THE_WORDS.sub("", data.decode())
        said = said.replace("first note", "").replace("second note", "")
        assert ENGLISH.findall(said) == [], name
        assert "2 篇文献的 2 条笔记" in said
        assert "颜色为黄色" in said
    assert b'<html lang="zh-CN">' in marked.export_notes("html", wording=wording())


def test_what_programs_read_is_the_same_in_every_language(marked: Library, chinese: None) -> None:
    table = marked.export_notes("csv", wording=wording())
    assert table == marked.export_notes("csv")
    assert table.decode("utf-8-sig").startswith('"Document title","Quote","Note"')
