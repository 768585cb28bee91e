"""Every state of the window and every dialog, for tests that hold of all; and what in them takes the keyboard."""

import random
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QToolButton, QWidget

from gui.crash import CrashDialog, FormerCrashDialog
from gui.dialogs.about import AboutDialog
from gui.dialogs.authority_plan import AuthorityPlanDialog
from gui.dialogs.changed_files import ChangedFilesDialog
from gui.dialogs.choose_entity import ChooseEntityDialog
from gui.dialogs.choose_row import ChooseRowDialog, Row
from gui.dialogs.choose_years import Years, YearsDialog
from gui.dialogs.command_palette import CommandPalette, PaletteItem
from gui.dialogs.describe_document import DescribeDialog
from gui.dialogs.edit_code import EditCodeDialog
from gui.dialogs.edit_entity import EditEntityDialog
from gui.dialogs.export_notes import ExportDialog
from gui.dialogs.find_entity import FindEntityDialog
from gui.dialogs.guide import GuideDialog, guide_page
from gui.dialogs.mark_history import MarkHistoryDialog
from gui.dialogs.merge_entities import MergeEntitiesDialog
from gui.dialogs.name_colours import NameColoursDialog
from gui.dialogs.new_entity import NewEntityDialog
from gui.dialogs.new_scheme import NewSchemeDialog
from gui.dialogs.read_again import ReadAgainDialog
from gui.dialogs.restore import RestoreDialog
from gui.dialogs.settings import SettingsDialog
from gui.dialogs.shortcuts import ShortcutsDialog
from gui.dialogs.split_entity import SplitEntityDialog
from gui.dialogs.trashed_marks import TrashedMarksDialog
from gui.dialogs.write_note import WriteNoteDialog
from gui.models.shown_names import shown_entity
from gui.viewer.page_view import PageView
from gui.widgets.tab_order import takes_tab
from gui.widgets.year_chooser import YearsButton
from storage.domain.authority import Entity, EntityKind
from storage.domain.backup import Backup, BackupReason
from storage.domain.codebook import Code
from storage.domain.importing import CheckedSource, EncodingPreview, SourceState
from storage.domain.journal import TrashedMark
from storage.domain.mention import Mention
from storage.edits import AddAnnotations
from tests.gui.conftest import part_of
from tests.gui.dialogs.test_authority_plan import COMMON, plan
from tests.gui.main_window.conftest import Desk
from tests.gui.viewer.test_page_view import printed_lines
from tests.storage.importers.made_files import pdf


def takes_the_keyboard(window: QWidget) -> list[QWidget]:
    """Return what in a window can have the keyboard by Tab now."""
    return [widget for widget in window.findChildren(QWidget) if widget.window() is window and takes_tab(widget)]


def accessible(widget: QWidget) -> QAccessibleInterface:
    """Return a widget as a screen reader meets it."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None, f"{widget} is not in the accessible tree"
    return found


def said_name(widget: QWidget) -> str:
    """Return the name that a screen reader says."""
    return accessible(widget).text(QAccessible.Text.Name)


def in_words(widget: QWidget) -> str:
    """Name a widget for whoever reads a failed test."""
    chain: list[str] = []
    at: QWidget | None = widget
    while at is not None and len(chain) < 4:
        chain.append(f"{type(at).__name__}{f' {at.objectName()}' if at.objectName() else ''}")
        at = at.parentWidget()
    return f"{' in '.join(chain)} ({said_name(widget)!r})"


def entity(desk: Desk, words: str = "Communist Party of Cuba") -> Entity:
    """Return an entity by its name."""
    return next(one for one in desk.library.find_entities(words) if one.kind is EntityKind.PARTY)


def mention(desk: Desk) -> Mention:
    """Return a mention of the document in front."""
    return desk.library.mentions(desk.library.documents()[0].id)[0]


def _backup() -> Backup:
    return Backup(Path("backup.liaison"), datetime(2026, 1, 2, 3, 4), next(iter(BackupReason)), 1_000, None)


def _edit_code(desk: Desk) -> QDialog:
    return EditCodeDialog(Code("figures"), desk.window.theme, desk.library.adding_code, desk.window)


def _trash(desk: Desk) -> QDialog:
    mark = desk.library.new_annotation(desk.library.documents()[0].id, 0, 9)
    return TrashedMarksDialog((TrashedMark(mark, "A title", datetime.now(UTC)),), desk.window)


def _history(desk: Desk) -> QDialog:
    mark = desk.library.new_annotation(desk.library.documents()[0].id, 0, 9)
    desk.window.session.edit(AddAnnotations((mark,)))
    return MarkHistoryDialog(desk.library.mark_history(mark.id), desk.window)


def _merge(desk: Desk) -> QDialog:
    two = (entity(desk), entity(desk, "Communist Party of China"))
    return MergeEntitiesDialog(desk.library, two, desk.window)


def _describe(desk: Desk) -> QDialog:
    document = desk.library.documents()[0].id
    return DescribeDialog(desk.library.document(document).description, desk.library.found_in(document), desk.window)


def _read_again(desk: Desk) -> QDialog:
    previews = (EncodingPreview("utf-8", "First lines", 0, True), EncodingPreview("cp1252", "First lines", 2))
    return ReadAgainDialog("A title", previews, desk.window)


DIALOGS: dict[type[QDialog], Callable[[Desk], QDialog]] = {
    AboutDialog: lambda desk: AboutDialog(desk.window),
    AuthorityPlanDialog: lambda desk: AuthorityPlanDialog(plan(COMMON), desk.window),
    ChangedFilesDialog: lambda desk: ChangedFilesDialog(
        (CheckedSource("meeting.txt", (desk.library.documents()[0].id,), SourceState.CHANGED),), desk.window
    ),
    ChooseEntityDialog: lambda desk: ChooseEntityDialog(desk.library, mention(desk), desk.window),
    ChooseRowDialog: lambda desk: ChooseRowDialog(
        "Which one?", "This one", [Row("A", 1), Row("B", 2)], "", desk.window
    ),
    CommandPalette: lambda desk: CommandPalette([PaletteItem("Undo", "Command", 1)], parent=desk.window),
    CrashDialog: lambda _desk: CrashDialog("Traceback"),
    DescribeDialog: _describe,
    EditCodeDialog: _edit_code,
    EditEntityDialog: lambda desk: EditEntityDialog(entity(desk), "CPC", desk.window),
    ExportDialog: lambda desk: ExportDialog(desk.library, desk.library.documents()[0].id, desk.window),
    FindEntityDialog: lambda desk: FindEntityDialog(desk.library, "Who?", "This one", parent=desk.window),
    FormerCrashDialog: lambda desk: FormerCrashDialog("Fatal", Path("trial.liaison"), desk.window),
    GuideDialog: lambda desk: GuideDialog(guide_page("en.md"), "User guide", desk.window),
    MarkHistoryDialog: _history,
    MergeEntitiesDialog: _merge,
    NameColoursDialog: lambda desk: NameColoursDialog({}, desk.window.theme, desk.window),
    NewEntityDialog: lambda desk: NewEntityDialog(desk.library, "A league", parent=desk.window),
    NewSchemeDialog: lambda desk: NewSchemeDialog(desk.library.schemes(), None, desk.window),
    ReadAgainDialog: _read_again,
    RestoreDialog: lambda desk: RestoreDialog("trial", [_backup()], desk.window),
    SettingsDialog: lambda desk: SettingsDialog(desk.window.settings, desk.window),
    ShortcutsDialog: lambda desk: ShortcutsDialog([("Undo", "Ctrl+Z")], desk.window),
    SplitEntityDialog: lambda desk: SplitEntityDialog(entity(desk), "CPC", desk.window),
    TrashedMarksDialog: _trash,
    WriteNoteDialog: lambda desk: WriteNoteDialog("Note", "About", "A note", desk.window),
    YearsDialog: lambda desk: YearsDialog(Years(1990, 2000), desk.window),
}


def shown_dialog(desk: Desk, kind: type[QDialog]) -> QDialog:
    """Show a dialog as the window in front."""
    dialog = DIALOGS[kind](desk)
    desk.qtbot.add_widget(dialog)
    with desk.qtbot.wait_active(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


def read_and_mark(desk: Desk) -> None:
    """Read a document with a mark, its note being written, and the card of a party."""
    desk.mark("parties from all over Asia")
    desk.press("Ctrl+M")
    country = next(one for one in desk.library.find_entities("Cuba") if one.name == "Cuba")
    desk.choose_node(shown_entity(country, desk.library))


def choose_several_marks(desk: Desk) -> None:
    """Choose two marks at once."""
    desk.mark("parties from all over Asia")
    desk.mark("September 2000")
    desk.window.annotations_panel._view.selectAll()


def look_at_passages(desk: Desk) -> None:
    """Search, and look at the passages found."""
    desk.search('"communist party"')


def look_at_lines(desk: Desk) -> None:
    """Search, and look at every hit in its line."""
    desk.search('"communist party"')
    desk.window.search_panel.show_view(1)
    desk.settle()


def find_in_document(desk: Desk) -> None:
    """Find words in the document in front."""
    desk.press("Ctrl+F")
    QTest.keyClicks(desk.window.focusWidget(), "party")


def look_at_documents(desk: Desk) -> None:
    """List the documents."""
    desk.window.sections.setCurrentIndex(1)


def look_at_codes(desk: Desk) -> None:
    """Look at the codebook."""
    desk.window.session.edit(desk.library.adding_code(Code("visits")))
    desk.window.sections.setCurrentIndex(2)
    desk.settle()


def read_side_by_side(desk: Desk) -> None:
    """Read a PDF as it was printed beside a text."""
    first = desk.library.documents()[0].id
    look_at_pages(desk)
    desk.window.tabs.open(first)
    desk.settle()
    desk.window.actions_by_id["move_across"].trigger()
    desk.settle()


def press_mode(desk: Desk, words: str) -> None:
    """Choose by its button what of a document is shown."""
    said = QCoreApplication.translate("DocumentHead", words)
    next(button for button in desk.view.pane.head.findChildren(QToolButton) if button.text() == said).click()


def look_at_outline(desk: Desk) -> None:
    """Look at the headings of a text."""
    press_mode(desk, "Outline")


def look_at_pages(desk: Desk) -> None:
    """Read a PDF as it was printed."""
    file = desk.library.path.parent / "report.pdf"
    file.write_bytes(pdf([printed_lines(random.Random(1), 1), printed_lines(random.Random(2), 2)]))
    desk.library.import_paths([file])
    desk.library.refresh()
    desk.window.tabs.open(desk.library.documents()[-1].id)
    desk.settle()
    press_mode(desk, "Pages")
    desk.wait_for(lambda: any(view.isVisible() for view in desk.view.findChildren(PageView)))
    desk.settle()


def look_at_import(desk: Desk) -> None:
    """Look at what became of the files of an import."""
    desk.window.actions_by_id["show_import"].trigger()


STATES: tuple[Callable[[Desk], object], ...] = (
    read_and_mark,
    choose_several_marks,
    look_at_lines,
    find_in_document,
    look_at_codes,
    look_at_outline,
    look_at_pages,
    look_at_import,
)
"""What brings the parts of the window to sight, one after the other."""


def choose_years(desk: Desk) -> QWidget:
    """Open the chart of the documents found by year."""
    button = part_of(desk.window.search_panel, YearsButton)
    button.set_years(((1999, 1), (2001, 3)), None, None)
    button.click()
    QApplication.processEvents()
    return button._popup
