"""What the File and Archive menus do with files."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from gui.dialogs.export_notes import ExportDialog
from storage.library import Library
from tests.gui.main_window.conftest import Desk

Pick = Callable[[str, object], None]


@pytest.mark.parametrize("ending", ["md", "html", "csv", "xlsx", "jsonld"])
def test_notes_are_written_where_asked(
    desk: Desk, tmp_path: Path, answer: Callable[..., None], pick: Pick, ending: str
) -> None:
    desk.open("A Meeting in Manila")
    desk.mark("all over Asia")
    target = tmp_path / f"notes.{ending}"

    def choose(dialog: ExportDialog) -> None:
        endings = [known.ending for known in desk.library.export_formats()]
        dialog.format.setCurrentIndex(endings.index(f".{ending}"))
        dialog.accept()

    answer(ExportDialog, choose)
    pick("getSaveFileName", str(target))
    desk.press("Ctrl+E")
    written = target.read_bytes()
    assert written
    if ending == "jsonld":
        assert "all over Asia" in json.dumps(json.loads(written))
    elif ending != "xlsx":
        assert "all over Asia" in written.decode("utf-8-sig")
    assert str(target) in desk.window.status.currentMessage()


def test_a_place_that_cannot_be_written_is_told(
    desk: Desk, tmp_path: Path, answer: Callable[..., None], pick: Pick, told: list[str]
) -> None:
    desk.open("A Meeting in Manila")
    desk.mark("all over Asia")
    answer(ExportDialog, lambda dialog: dialog.accept())
    pick("getSaveFileName", str(tmp_path / "no such folder" / "notes.md"))
    desk.press("Ctrl+E")
    assert len(told) == 1
    assert "notes.md" in told[0]


def test_notes_that_went_out_come_in_again(desk: Desk, tmp_path: Path, answer: Callable[..., None], pick: Pick) -> None:
    desk.open("A Meeting in Manila")
    mark = desk.mark("all over Asia")
    target = tmp_path / "notes.jsonld"
    target.write_bytes(desk.library.export_notes("jsonld"))
    desk.press("Ctrl+Z", on=desk.text_view)
    assert desk.marks == ()
    pick("getOpenFileName", str(target))
    desk.window.actions_by_id["import_notes"].trigger()
    desk.settle()
    assert [(one.anchor.start, one.anchor.end, one.anchor.quote) for one in desk.marks] == [
        (mark.anchor.start, mark.anchor.end, mark.anchor.quote)
    ]
    assert len(desk.text_view.layers.annotations) == 1


def test_a_new_archive_gets_the_ending(desk: Desk, tmp_path: Path, pick: Pick) -> None:
    pick("getSaveFileName", str(tmp_path / "my papers"))
    desk.press("Ctrl+N")
    desk.settle()
    assert desk.library.path == tmp_path / "my papers.liaison"
    assert desk.library.documents() == ()


def test_files_and_folders_are_imported_from_the_menu(desk: Desk, tmp_path: Path, pick: Pick) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "one.txt").write_text("One\n\nText.", encoding="utf-8")
    pick("getOpenFileNames", [str(folder / "one.txt")])
    desk.press("Ctrl+I")
    desk.settle()
    assert "One" in desk.titles(desk.window.documents_panel)


def test_a_file_picker_that_is_left_changes_nothing(desk: Desk, pick: Pick) -> None:
    before = desk.library.documents()
    for name in ("getOpenFileName", "getSaveFileName"):
        pick(name, "")
    pick("getOpenFileNames", [])
    for identity in ("new_archive", "open_archive", "import_files", "import_notes", "back_up"):
        desk.window.actions_by_id[identity].trigger()
    desk.settle()
    assert desk.library.documents() == before


def test_a_backup_is_an_archive_with_the_same_marks(desk: Desk, tmp_path: Path, pick: Pick) -> None:
    desk.open("A Meeting in Manila")
    desk.mark("all over Asia")
    pick("getSaveFileName", str(tmp_path / "copy.liaison"))
    desk.window.actions_by_id["back_up"].trigger()
    desk.settle()
    assert "copy.liaison" in desk.window.status.currentMessage()
    copy = Library.open(tmp_path / "copy.liaison")
    assert copy.annotations() == desk.marks
    copy.close()


def test_checking_and_making_the_index_anew_leave_everything_findable(desk: Desk, told: list[str]) -> None:
    desk.window.actions_by_id["rebuild_index"].trigger()
    desk.settle()
    desk.window.actions_by_id["check_archive"].trigger()
    desk.settle()
    assert told == []
    assert "sound" in desk.window.status.currentMessage()
    desk.search("manila")
    assert desk.window.bottom_dock.isVisible()
    assert desk.view.hit_position().total or desk.window.search_panel.isVisible()
