"""Bringing files in from the window: what is followed, tried again, written down and looked at again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QListWidget, QTabBar

from gui.dialogs.changed_files import ChangedFilesDialog
from gui.dialogs.describe_document import DescribeDialog
from gui.dialogs.read_again import ReadAgainDialog
from storage.domain.annotation import AnchorState
from tests.gui.conftest import part_of
from tests.gui.main_window.conftest import Desk

Pick = Callable[[str, object], None]
Answer = Callable[..., None]
RUSSIAN = "Коммунистическая партия Кубы провела встречу в Гаване."


def bring_in(desk: Desk, *paths: Path) -> None:
    desk.window.import_chores.import_paths(list(paths))
    desk.settle()


def tabs(desk: Desk) -> list[str]:
    bar = part_of(desk.window.import_panel, QTabBar)
    return [bar.tabText(place) for place in range(bar.count()) if bar.isTabVisible(place)]


def press(desk: Desk, words: str) -> None:
    buttons = desk.window.import_panel.findChildren(QAbstractButton)
    next(button for button in buttons if button.text() == words and button.isVisible()).click()
    desk.settle()


def test_a_good_import_does_not_bring_its_panel_to_sight(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Good\n\nText.", encoding="utf-8")
    bring_in(desk, tmp_path / "good.txt")
    assert not desk.window.import_dock.isVisible()
    desk.window.actions_by_id["show_import"].trigger()
    assert desk.window.import_dock.isVisible()


def test_a_file_that_was_mended_comes_in_at_the_second_try(desk: Desk, tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"")
    bring_in(desk, bad)
    assert tabs(desk) == ["Could not be read · 1"]
    bad.write_text("Mended\n\nText.", encoding="utf-8")
    press(desk, "Try all failed again")
    assert tabs(desk) == []
    assert "Mended" in desk.titles(desk.window.documents_panel)


def test_the_log_names_every_file(desk: Desk, tmp_path: Path, pick: Pick) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "good.txt").write_text("Good\n\nText.", encoding="utf-8")
    bring_in(desk, tmp_path / "empty.txt", tmp_path / "good.txt")
    for ending in ("csv", "txt"):
        pick("getSaveFileName", str(tmp_path / f"log.{ending}"))
        desk.window.import_chores.save_log()
        desk.settle()
        written = (tmp_path / f"log.{ending}").read_text(encoding="utf-8-sig")
        assert all(word in written for word in ("empty.txt", "failed", "good.txt", "imported"))


def test_a_paused_import_goes_on_where_it_stood(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(80):
        (folder / f"{number}.txt").write_text(f"Text {number}\n\nWords of number {number}.", encoding="utf-8")
    desk.window.import_chores.import_paths([folder])
    desk.window.import_chores.pause(True)
    desk.wait_for(lambda: "Paused" in headline(desk))
    desk.mark("all over Asia")
    assert desk.window.session.imports.is_running
    desk.window.import_chores.pause(False)
    desk.settle()
    assert len(desk.library.documents()) == 82
    assert not desk.library.index_is_stale()


def headline(desk: Desk) -> str:
    return desk.window.import_panel._headline.text()


def test_files_dropped_meanwhile_follow(desk: Desk, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(f"{name}\n\nText of {name}.", encoding="utf-8")
    desk.window.import_chores.import_paths([tmp_path / "one.txt"])
    desk.window.import_chores.import_paths([tmp_path / "two.txt"])
    desk.settle()
    assert {"one", "two"} <= {document.title for document in desk.library.documents()}


def test_the_folder_of_a_file_is_opened_on_this_machine(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: not opened.append(url))
    desk.window.import_chores.open_folder(str(tmp_path / "gone" / "file.txt"))
    assert [url.toLocalFile() for url in opened] == [str(tmp_path)]
    assert opened[0].isLocalFile()


def test_changed_files_are_listed_and_imported_again(desk: Desk, tmp_path: Path, answer: Answer) -> None:
    files = {name: tmp_path / f"{name}.txt" for name in ("changed", "gone", "same")}
    for name, file in files.items():
        file.write_text(f"{name}\n\nText of {name}.", encoding="utf-8")
    bring_in(desk, *files.values())
    files["changed"].write_text("changed\n\nOther words.", encoding="utf-8")
    files["gone"].unlink()
    seen: list[list[str]] = []

    def look(dialog: ChangedFilesDialog) -> None:
        model = dialog.table.model()
        seen.extend([model.index(row, column).data() for column in (0, 1)] for row in range(model.rowCount()))
        dialog.accept()

    answer(ChangedFilesDialog, look)
    desk.window.actions_by_id["check_sources"].trigger()
    desk.settle()
    assert ["changed.txt", "changed"] in seen
    assert ["gone.txt", "not there"] in seen
    assert "same.txt" not in [name for name, _ in seen]
    changed = next(document for document in desk.library.documents() if document.title == "changed")
    assert "Other words" in desk.library.text(changed.id).text


def test_a_text_is_read_again_in_another_encoding(desk: Desk, tmp_path: Path, answer: Answer) -> None:
    file = tmp_path / "russian.txt"
    plain = "Plain words stand first, and more of them than a mark keeps beside it follow here, before the others."
    file.write_bytes(f"{plain}\n\n{RUSSIAN * 4}".encode("cp1251"))
    bring_in(desk, file)
    document = desk.library.documents()[-1]
    desk.library.read_again(document.id, "cp866")
    desk.window.tabs.close_all()
    desk.window.tabs.open(document.id)
    desk.mark("Plain words")

    def choose(dialog: ReadAgainDialog) -> None:
        names = part_of(dialog, QListWidget)
        assert "now" in names.currentItem().text()
        row = next(row for row in range(names.count()) if "Windows-1251" in names.item(row).text())
        names.setCurrentRow(row)
        assert RUSSIAN in dialog.text.toPlainText()
        dialog.accept()

    answer(ReadAgainDialog, choose)
    desk.window.actions_by_id["read_again"].trigger()
    desk.settle()
    assert RUSSIAN in desk.text
    assert [mark.state for mark in desk.marks] == [AnchorState.UNCHANGED]
    assert "1 mark unchanged" in desk.window.status.currentMessage()


def test_a_corrected_value_is_reset_to_what_was_found(desk: Desk, tmp_path: Path, answer: Answer) -> None:
    file = tmp_path / "page.md"
    head = "---\ntitle: Found title\npublisher: {}\n---\n\n# Found title\n\nThe words."
    file.write_text(head.format("Found press"), encoding="utf-8")
    bring_in(desk, file)
    document = desk.library.documents()[-1].id

    def correct(dialog: DescribeDialog) -> None:
        dialog.texts["publisher"].setText("My press")
        dialog.accept()

    answer(DescribeDialog, correct)
    desk.window.document_chores.describe(document)
    assert desk.library.document(document).description.publisher == "My press"

    def reset(dialog: DescribeDialog) -> None:
        button = next(one for one in dialog.findChildren(QAbstractButton) if one.accessibleName().endswith("Publisher"))
        button.click()
        desk.wait_for(lambda: dialog.texts["publisher"].text() == "Found press")
        dialog.accept()

    answer(DescribeDialog, reset)
    desk.window.document_chores.describe(document)
    desk.settle()
    assert desk.library.document(document).description.publisher == "Found press"
    file.write_text(head.format("Newer press"), encoding="utf-8")
    bring_in(desk, file)
    assert desk.library.document(document).description.publisher == "Newer press"
