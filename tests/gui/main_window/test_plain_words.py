"""Words of documents that look like markup are shown as they are, wherever the window shows them."""

import re
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel, QTabBar, QWidget

from storage.edits import AddAnnotations
from tests.gui.main_window.conftest import Desk

BAD = "<b>Bold</b> <img src='x'> & <i>so on</i>"


def is_markup(text: str) -> bool:
    """Tell whether Qt would take a text for markup, where it may guess."""
    return re.search("<[a-z/!]", text) is not None


def said(tip: str) -> str:
    """Return what a tooltip shows."""
    if not is_markup(tip):
        return tip
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


def tips_of_rows(model: QAbstractItemModel, parent: QModelIndex) -> list[str]:
    """Return the tooltips of all rows that have been fetched."""
    found: list[str] = []
    for row in range(model.rowCount(parent)):
        for column in range(model.columnCount(parent) if isinstance(model, QAbstractTableModel) else 1):
            index = model.index(row, column, parent)
            found.append(str(index.data(Qt.ItemDataRole.ToolTipRole) or ""))
        found += tips_of_rows(model, model.index(row, 0, parent))
    return found


def tips(window: QWidget) -> list[str]:
    found = [widget.toolTip() for widget in window.findChildren(QWidget)]
    for bar in window.findChildren(QTabBar):
        found += [bar.tabToolTip(number) for number in range(bar.count())]
    for model in window.findChildren(QAbstractItemModel):
        found += tips_of_rows(model, QModelIndex())
    return found


def test_markup_in_titles_notes_and_tags_is_shown_as_it_is(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "bad.txt"
    file.write_text(f"{BAD}\n\nThe Communist Party of Cuba and {BAD} once more.", encoding="utf-8")
    desk.library.import_paths([file])
    desk.library.refresh()
    document = max(desk.library.documents(), key=lambda one: one.id)
    desk.window.documents_panel.refresh()
    mark = desk.library.new_annotation(document.id, 0, 8, BAD, (BAD,))
    desk.window.session.edit(AddAnnotations((mark,)))
    desk.window.tabs.open(document.id)
    desk.search("bold")
    desk.window.search_panel.show_view(1)
    desk.settle()
    shown = [said(tip) for tip in tips(desk.window) if "Bold" in tip]
    assert len(shown) >= 4
    assert [words for words in shown if BAD not in words] == []
    labels = [label for label in desk.window.findChildren(QLabel) if "Bold" in label.text()]
    assert labels
    assert [
        label.text()
        for label in labels
        if label.textFormat() is not Qt.TextFormat.PlainText and is_markup(label.text())
    ] == []
