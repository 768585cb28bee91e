"""The window in another language: nothing English is left in it, and changing the language loses nothing."""

import re
import threading
import weakref
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QDockWidget,
    QFontComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QToolBar,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gui.actions import plain_label
from gui.crash import FormerCrashDialog
from gui.dialogs.about import AboutDialog
from gui.dialogs.changed_files import ChangedFilesDialog
from gui.dialogs.choose_entity import ChooseEntityDialog
from gui.dialogs.choose_years import Years, YearsDialog
from gui.dialogs.command_palette import CommandPalette
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
from gui.main_window.window import MainWindow
from gui.models.annotation_model import TAGS_ROLE
from gui.program import Program
from gui.translation import spoken
from gui.turns import turns
from gui.viewer.page_loader import PageLoader
from gui.viewer.wishes import Mode
from gui.widgets.active_filter import NODE, ActiveFilter
from gui.widgets.chip import Chip
from gui.widgets.labels import Label
from gui.widgets.long_list_view import LongListView
from gui.widgets.mark_list_head import MarkScope
from storage.domain.annotation import AnnotationFilter, Colour
from storage.domain.authority import EntityKind
from storage.domain.codebook import Code
from storage.domain.ids import FIRST_SCHEME
from storage.domain.progress import IsCancelled, ReportProgress
from storage.edits import AddAnnotations
from storage.library import Library
from storage.settings import Settings, load_settings, save_settings
from storage.text.finding import Find
from tests.conftest import TEXT
from tests.gui.conftest import add_document, part_of
from tests.storage.importers.made_files import pdf

PATIENCE_MILLISECONDS = 60_000
# Names of products and formats, names of keys, units, examples of what to type, and what a document itself says.
NOT_WORDS = re.compile(
    r"Liaison|Python|Qt|Markdown|HTML|CSV|Excel|W3C Web|JSON-LD|EDTF|PDF|UTF-\d+|Noto Serif|English|"
    r"(?:Ctrl|Shift|Alt|Esc|Tab|Del|Ins|Return|F\d+)\b|\b(?:px|MB|ms)\b|peac\*|\bp\. 34|\ben, zh, fr|\b(?:en|zh|fr)\b|"
    r"\([A-Z]\)|Aa"
)


def english_in(words: str) -> str:
    """Return the English words of a text."""
    return " ".join(re.findall(r"[A-Za-z]{2,}", NOT_WORDS.sub(" ", re.sub(r"<[^>]*>", " ", words))))


def shown_by(widget: QWidget | QAction) -> Iterator[str]:
    """Yield the words of a widget or an action that a reader sees or hears."""
    yield widget.toolTip()
    match widget:
        case QAction():
            yield plain_label(widget)
            return
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield widget.placeholderText()
        case QComboBox() if not isinstance(widget, QFontComboBox):  # typefaces have names of their own
            yield from (widget.itemText(row) for row in range(widget.count()))
        case QTabBar():
            yield from (widget.tabText(row) for row in range(widget.count()))
        case QMenu():
            yield widget.title()
        case QDialog() | QDockWidget() | QToolBar():
            yield widget.windowTitle()
    yield widget.accessibleName()


def english_under(top: QWidget, leave_out: tuple[str, ...] = ()) -> set[str]:
    """Return what under a widget is English and does not contain one of the words left out."""
    parts = [top, *top.findChildren(QWidget), *top.findChildren(QAction)]
    found = {words for part in parts for words in shown_by(part) if english_in(words)}
    return {words for words in found if not any(word in words for word in leave_out)}


class Reader:
    """A person at the program."""

    def __init__(self, qtbot: QtBot, program: Program) -> None:
        self.qtbot = qtbot
        self.program = program

    @property
    def window(self) -> MainWindow:
        """Return the window there is now."""
        return self.program.window

    @property
    def library(self) -> Library:
        """Return the archive that is open."""
        assert self.window.session.library is not None
        return self.window.session.library

    def settle(self) -> None:
        """Wait until nothing runs in the background."""
        QTest.qWait(0)
        session = self.window.session
        lanes = (
            session.jobs,
            session.searches,
            session.readings,
            session.markings,
            session.keeping,
            session.undo_stack.lane,
        )
        self.qtbot.wait_until(
            lambda: not (session.imports.is_running or turns().are_waited_for or any(lane.busy for lane in lanes)),
            timeout=PATIENCE_MILLISECONDS,
        )

    def choose_language(self, language: str) -> None:
        """Choose a language in the settings and wait for the window that speaks it."""
        former = self.window
        dialog = SettingsDialog(former.settings, former)
        dialog.language.setCurrentIndex(dialog.language.findData(language))
        former.apply_settings(dialog.chosen())
        dialog.deleteLater()
        self.qtbot.wait_until(lambda: self.window is not former, timeout=PATIENCE_MILLISECONDS)
        self.settle()


@pytest.fixture
def new_reader(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[str], Reader]]:
    """Return a function that starts the program in a language."""
    programs: list[Program] = []

    def start(language: str) -> Reader:
        program = Program(qapp, Settings(theme="light", language=language))
        programs.append(program)
        with qtbot.wait_exposed(program.window):
            program.window.show()
        return Reader(qtbot, program)

    yield start
    for program in programs:
        program.window.close()
        program.window.deleteLater()
        program.deleteLater()
        program.interpreter.speak("en")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Return an archive of two documents, closed."""
    library = Library.create(tmp_path / "trial.liaison", "试验")
    add_document(library, tmp_path / "会议.txt", TEXT)
    add_document(library, tmp_path / "长文.txt", "\n\n".join(f"Paragraph {number} of many." for number in range(400)))
    library.close()
    return tmp_path / "trial.liaison"


def test_a_chinese_window_shows_nothing_english(new_reader: Callable[[str], Reader], archive: Path):
    reader = new_reader("zh_CN")
    assert english_under(reader.window) == set()
    reader.window.session.open(archive)
    reader.settle()
    names = ("Meeting in Manila", "Paragraph", "trial", "Communist")
    assert english_under(reader.window, names) == set()
    reader.window.search_field.set_query("manila AND (peace OR congress*)")
    reader.settle()
    assert english_under(reader.window, (*names, "manila", "Manila")) == set()
    for key in ("review_mentions", "review_marks", "show_import"):
        reader.window.actions_by_id[key].trigger()
        reader.settle()
        assert english_under(reader.window, (*names, "manila", "Manila")) == set()
    menus = [action.text() for action in reader.window.menuBar().actions()]
    assert all(re.search(r"\(&[A-Z]\)$", title) for title in menus)


def test_chinese_dialogs_show_nothing_english(new_reader: Callable[[str], Reader], archive: Path):
    reader = new_reader("zh_CN")
    reader.window.session.open(archive)
    reader.settle()
    library, window = reader.library, reader.window
    document = library.documents()[0]
    meeting = next(found.id for found in library.documents() if library.mentions(found.id))
    entities = library.find_entities("Cuba")[:2]
    assert library.back_up() is not None
    dialogs = (
        SettingsDialog(window.settings, window), ShortcutsDialog([], window), AboutDialog(window),
        ExportDialog(library, document.id, window), CommandPalette([], parent=window),
        GuideDialog(guide_page("zh_CN.md"), "用户指南", window), YearsDialog(Years(), window),
        DescribeDialog(document.description, library.found_in(document.id), window),
        NewEntityDialog(library, parent=window),
        NewSchemeDialog(library.schemes(), parent=window), MergeEntitiesDialog(library, entities, window),
        SplitEntityDialog(entities[0], "A", window), EditEntityDialog(entities[0], "A", window),
        ChooseEntityDialog(library, library.mentions(meeting)[0], window),
        ReadAgainDialog(document.title, library.encoding_previews(document.id), window),
        ChangedFilesDialog(library.check_sources(), window),
        EditCodeDialog(Code(""), window.theme, library.adding_code, window),
        FindEntityDialog(library, "问题", "动词", parent=window),
        FormerCrashDialog("崩溃", archive, window), NameColoursDialog({}, window.theme, window),
        MarkHistoryDialog((), window), TrashedMarksDialog((), window),
        RestoreDialog("试验", (), window), RestoreDialog("试验", library.backups(), window),
        WriteNoteDialog("标题", "文献", "", window),
    )  # fmt: skip
    for dialog in dialogs:
        assert english_under(dialog, ("Meeting in Manila", "Paragraph", "Cub", "“Asia”", "trial")) == set(), type(
            dialog
        ).__name__
        dialog.deleteLater()


def test_another_language_takes_the_same_archive_at_the_same_places(new_reader: Callable[[str], Reader], archive: Path):
    reader = new_reader("en")
    reader.window.session.open(archive)
    reader.settle()
    first, second = (document.id for document in reader.library.documents())
    long = max((first, second), key=lambda document: len(reader.library.text(document).text))
    other = first if long == second else second
    reader.window.tabs.close_all()
    reader.window.tabs.open(long).scroll_to(4000)  # pyright: ignore[reportOptionalMemberAccess]
    reader.window.tabs.open(other)
    QTest.qWait(0)
    offset = reader.window.tabs.views()[0].visible_span().start
    reader.window.sections.setCurrentIndex(1)
    reader.window.annotations_panel.head.choose_scope(MarkScope.ARCHIVE)
    reader.window.tree_panel.set_scheme(reader.library.schemes()[-1].id)
    reader.window.search_field.set_query("manila")
    reader.settle()
    reader.choose_language("zh_CN")
    assert spoken() == "zh_CN"
    assert load_settings()[0].language == "zh_CN"
    assert reader.library.path == archive
    assert [view.document.id for view in reader.window.tabs.views() if view.document] == [long, other]
    assert reader.window.tabs.shown == other
    assert reader.window.tabs.views()[0].visible_span().start == offset > 0
    assert reader.window.sections.currentIndex() == 1
    assert reader.window.annotations_panel.scope is MarkScope.ARCHIVE
    assert reader.window.tree_panel.scheme == reader.library.schemes()[-1].id != FIRST_SCHEME
    assert reader.window.search_field.query == "manila"
    assert reader.window.sections.tabText(1) == "文献"
    reader.window.tabs.move_across()
    reader.choose_language("en")
    assert reader.window.sections.tabText(1) == "Documents"
    beside = reader.window.tabs.sides.right_views()
    assert [view.document.id for view in reader.window.tabs.views() if view in beside and view.document] == [other]
    assert reader.window.tabs.shown == other


def test_another_language_keeps_what_was_narrowed_and_looked_for(new_reader: Callable[[str], Reader], archive: Path):
    reader = new_reader("en")
    reader.window.session.open(archive)
    reader.settle()
    document = next(found.id for found in reader.library.documents() if "Manila" in reader.library.text(found.id).text)
    cuba = next(one.id for one in reader.library.find_entities("Cuba") if one.kind is EntityKind.COUNTRY)
    mark = replace(reader.library.new_annotation(document, 0, 9), colour=Colour.GREEN)
    reader.window.session.edit(AddAnnotations((mark,)))
    view = reader.window.tabs.open(document)
    assert view is not None
    view.open_find()
    view.pane.find_bar.match_case.setChecked(True)
    view.pane.find_bar.words.setText("Party")
    reader.window.search_panel.filters.offer_node(cuba, "Cuba")
    reader.window.search_field.set_query("party")
    reader.window.search_panel.filters.toggle(ActiveFilter(NODE))
    reader.window.entity_panel.entity_chosen.emit(cuba)
    reader.window.mark_list_desk.show_marks_of_colour(Colour.GREEN)
    reader.settle()
    narrowed = reader.window.node_documents.narrowed
    asked = reader.window.search_panel.filters.filter
    assert asked.entities == {cuba}
    reader.choose_language("zh_CN")
    reader.settle()
    assert reader.window.search_panel.filters.filter == asked
    assert reader.window.search_field.query == "party"
    assert reader.window.node_documents.isVisibleTo(reader.window)
    assert reader.window.node_documents.narrowed == narrowed
    assert reader.window.node_documents.narrowed_words == "古巴"
    assert reader.window.entity_panel.entity == cuba
    assert reader.window.annotations_panel.head.narrowing_words.startswith("颜色：绿")
    finding = next(view.pane.find_bar for view in reader.window.tabs.views() if not view.pane.find_bar.isHidden())
    assert finding.wanted() == Find("Party", match_case=True)


def test_a_note_just_typed_is_kept(new_reader: Callable[[str], Reader], archive: Path):
    reader = new_reader("en")
    reader.window.session.open(archive)
    reader.settle()
    document = next(found.id for found in reader.library.documents() if "Manila" in reader.library.text(found.id).text)
    reader.window.tabs.open(document)
    mark = reader.library.new_annotation(document, 0, 9)
    reader.window.session.edit(AddAnnotations((mark,)))
    reader.settle()
    reader.window.annotations_panel.choose(reader.library.annotations(AnnotationFilter())[0].id)
    reader.window.annotations_panel.write_note(reader.library.annotations()[0].id)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "seen")
    reader.choose_language("zh_CN")
    assert [kept.note for kept in reader.library.annotations()] == ["seen"]
    assert reader.window.actions_by_id["undo"].text() == "撤销(&U) 为标注写笔记"


def test_an_import_comes_to_its_end_first(new_reader: Callable[[str], Reader], archive: Path, tmp_path: Path):
    reader = new_reader("en")
    reader.window.session.open(archive)
    reader.settle()
    files = []
    for number in range(30):
        files.append(tmp_path / f"more {number}.txt")
        files[-1].write_text(f"Text number {number} names the Communist Party of Cuba.", encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    former = reader.window
    reader.window.session.import_paths([*files, tmp_path / "empty.txt"])
    assert reader.window.session.imports.is_running
    former.apply_settings(SettingsDialog(former.settings, former).chosen())
    former.apply_settings(Settings(theme="light", language="zh_CN"))
    assert former.status.currentMessage().startswith("The language changes as soon as")
    reader.qtbot.wait_until(lambda: reader.window is not former, timeout=PATIENCE_MILLISECONDS)
    reader.settle()
    assert len(reader.library.documents()) == 32
    assert reader.library.statistics().mentions >= 30
    assert len(reader.window.import_chores.outcomes) == 31
    said = {label.text() for label in reader.window.import_panel.findChildren(QLabel)}
    assert "导入完成：已导入 30 个文件，1 个无法读取。" in said


def test_the_former_window_is_freed_as_soon_as_another_one_has_taken_its_place(new_reader: Callable[[str], Reader]):
    reader = new_reader("en")
    former = weakref.ref(reader.window)
    reader.window.apply_settings(Settings(theme="light", language="zh_CN"))
    reader.qtbot.wait_until(lambda: former() is None, timeout=PATIENCE_MILLISECONDS)


def windows() -> list[MainWindow]:
    """Return all windows there are, those that are not shown too."""
    return [part for part in QApplication.topLevelWidgets() if isinstance(part, MainWindow)]


def begin_changing(reader: Reader, language: str) -> MainWindow:
    """Choose another language, and return the window in the former one as soon as the next is being made."""
    former = reader.window
    before = len(windows())
    former.apply_settings(replace(former.settings, language=language))
    reader.qtbot.wait_until(lambda: len(windows()) > before, timeout=PATIENCE_MILLISECONDS)
    assert reader.window is former
    return former


def end_changing(reader: Reader, former: MainWindow) -> None:
    """Wait until all that the former window showed is in the new one."""
    reader.qtbot.wait_until(lambda: reader.window is not former, timeout=PATIENCE_MILLISECONDS)
    reader.qtbot.wait_until(lambda: not isValid(former), timeout=PATIENCE_MILLISECONDS)
    reader.settle()


def can_be_written(archive: Path) -> bool:
    """Tell whether nobody has an archive open."""
    library = Library.open(archive, or_to_read=True)
    try:
        return library.read_only is None
    finally:
        library.close()


def test_nothing_of_the_next_window_is_seen_before_all_of_it_is_there(new_reader: Callable[[str], Reader]):
    reader = new_reader("en")
    former = begin_changing(reader, "zh_CN")
    seen: list[list[QWidget]] = []
    while reader.window is former:
        seen.append([part for part in QApplication.topLevelWidgets() if part.isVisible()])
        QTest.qWait(0)
    assert len(seen) > 3, "it is made in many turns"
    assert all(shown == [former] for shown in seen)
    assert english_under(reader.window) == set()


def test_what_is_done_while_the_next_window_is_made_is_found_there(new_reader: Callable[[str], Reader], archive: Path):
    reader = new_reader("en")
    reader.window.session.open(archive)
    reader.settle()
    document = next(found.id for found in reader.library.documents() if "Manila" in reader.library.text(found.id).text)
    other = next(found.id for found in reader.library.documents() if found.id != document)
    reader.window.tabs.close_all()
    reader.window.tabs.open(document)
    reader.window.session.edit(AddAnnotations((reader.library.new_annotation(document, 0, 9),)))
    reader.settle()
    reader.window.annotations_panel.choose(reader.library.annotations()[0].id)
    former = begin_changing(reader, "zh_CN")
    former.annotations_panel.write_note(reader.library.annotations()[0].id)
    focused = former.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "seen")
    former.tabs.open(other)
    assert reader.window is former
    end_changing(reader, former)
    assert [kept.note for kept in reader.library.annotations()] == ["seen"]
    assert [view.document.id for view in reader.window.tabs.views() if view.document] == [document, other]


def test_the_language_and_the_look_chosen_last_are_those_of_the_next_window(new_reader: Callable[[str], Reader]):
    reader = new_reader("en")
    former = begin_changing(reader, "zh_CN")
    former.apply_settings(replace(former.settings, language="en", theme="dark"))
    end_changing(reader, former)
    assert spoken() == "en"
    assert reader.window.sections.tabText(1) == "Documents"
    assert reader.window.theme.dark
    reader.qtbot.wait_until(lambda: windows() == [reader.window], timeout=PATIENCE_MILLISECONDS)


def test_a_language_chosen_as_soon_as_the_next_window_is_shown_follows(
    new_reader: Callable[[str], Reader], archive: Path
):
    reader = new_reader("en")
    reader.window.session.open(archive)
    reader.settle()
    documents = {document.id for document in reader.library.documents()}
    for document in documents:
        reader.window.tabs.open(document)
    former = begin_changing(reader, "zh_CN")
    reader.qtbot.wait_until(lambda: reader.window is not former, timeout=PATIENCE_MILLISECONDS)
    between = reader.window
    between.apply_settings(replace(between.settings, language="en"))
    end_changing(reader, between)
    reader.qtbot.wait_until(lambda: len(reader.window.tabs.views()) == 2, timeout=PATIENCE_MILLISECONDS)
    assert {view.document.id for view in reader.window.tabs.views() if view.document} == documents
    assert reader.window.sections.tabText(1) == "Documents"


def test_a_window_closed_while_the_next_is_made_leaves_none(new_reader: Callable[[str], Reader], archive: Path):
    reader = new_reader("en")
    reader.window.session.open(archive)
    reader.settle()
    former = begin_changing(reader, "zh_CN")
    former.close()
    reader.qtbot.wait_until(lambda: windows() == [former], timeout=PATIENCE_MILLISECONDS)
    assert reader.window is former
    assert not former.isVisible()
    assert can_be_written(archive)


def test_the_next_window_closed_as_soon_as_it_is_shown_closes_the_archive(
    new_reader: Callable[[str], Reader], archive: Path
):
    reader = new_reader("en")
    reader.window.session.open(archive)
    reader.settle()
    former = begin_changing(reader, "zh_CN")
    reader.qtbot.wait_until(lambda: reader.window is not former, timeout=PATIENCE_MILLISECONDS)
    reader.window.close()
    reader.qtbot.wait_until(lambda: not isValid(former), timeout=PATIENCE_MILLISECONDS)
    assert reader.window.session.library is None
    assert can_be_written(archive)


def test_an_application_that_ends_leaves_no_half_made_window(new_reader: Callable[[str], Reader], qapp: QApplication):
    reader = new_reader("en")
    former = begin_changing(reader, "zh_CN")
    qapp.aboutToQuit.emit()
    reader.qtbot.wait_until(lambda: windows() == [former], timeout=PATIENCE_MILLISECONDS)
    QTest.qWait(300)
    assert reader.window is former


def drawing_threads() -> list[threading.Thread]:
    """Return the threads that draw printed pages."""
    return [thread for thread in threading.enumerate() if thread.name.startswith("pages")]


def test_pages_and_outlines_stay_open_and_the_former_window_lets_go_of_the_file(
    new_reader: Callable[[str], Reader], archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    reader = new_reader("en")
    reader.window.session.open(archive)
    file = tmp_path / "report.pdf"
    file.write_bytes(pdf([[(60, 700, 12, "Talks were held.")]]))
    (outcome,) = reader.library.import_paths([file]).files
    assert outcome.document is not None
    for document, mode in ((reader.library.documents()[0].id, Mode.OUTLINE), (outcome.document, Mode.PAGES)):
        view = reader.window.tabs.open(document)
        assert view is not None
        view.pane.head.buttons[mode].click()
    reader.qtbot.wait_until(lambda: bool(drawing_threads()), timeout=PATIENCE_MILLISECONDS)
    closed: list[PageLoader] = []
    close = PageLoader.close
    monkeypatch.setattr(PageLoader, "close", lambda loader: (closed.append(loader), close(loader)))
    reader.choose_language("zh_CN")
    reader.qtbot.wait_until(lambda: len(closed) == 1, timeout=PATIENCE_MILLISECONDS)
    outline, pages = (view.pane for view in reader.window.tabs.views())
    assert outline.head.mode is Mode.OUTLINE
    reader.qtbot.wait_until(lambda: pages.reader is not pages.text_view, timeout=PATIENCE_MILLISECONDS)
    assert pages.head.mode is Mode.PAGES


def test_what_keeps_the_archive_safe_comes_to_its_end_first(new_reader: Callable[[str], Reader], archive: Path):
    reader = new_reader("en")
    reader.window.session.open(archive)
    reader.settle()
    released, ended = Event(), []

    def job(_progress: ReportProgress, is_cancelled: IsCancelled) -> bool:
        while not is_cancelled() and not released.wait(0.01):
            pass
        return released.is_set()

    former = reader.window
    former.session.keep(job, ended.append)
    former.apply_settings(Settings(theme="light", language="zh_CN"))
    assert former.status.currentMessage().startswith("The language changes as soon as")
    released.set()
    reader.qtbot.wait_until(lambda: reader.window is not former, timeout=PATIENCE_MILLISECONDS)
    assert ended == [True]
    reader.settle()


def test_settings_without_a_language_are_those_of_the_system(own_folders: Path):
    assert save_settings(Settings()) == ""
    assert load_settings()[0].language == "system"


def test_the_tree_says_names_in_chinese_with_the_english_one_beside(new_reader: Callable[[str], Reader], archive: Path):
    reader = new_reader("zh_CN")
    reader.window.session.open(archive)
    reader.settle()
    model = part_of(reader.window.tree_panel, QTreeView).model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    asia = next(row for row in rows if row.data() == "亚洲")
    assert "亚洲 (Asia)" in asia.data(Qt.ItemDataRole.ToolTipRole)


def test_cards_chips_and_marks_say_names_in_chinese_with_the_english_one_beside(
    new_reader: Callable[[str], Reader], archive: Path
):
    reader = new_reader("zh_CN")
    reader.window.session.open(archive)
    reader.settle()
    document = next(found.id for found in reader.library.documents() if "Manila" in reader.library.text(found.id).text)
    party = next(one for one in reader.library.mentions(document) if one.name == "Communist Party of Cuba").entity
    assert party is not None
    reader.window.entity_panel.entity_chosen.emit(party)
    reader.settle()
    said = [label.text() for label in reader.window.entity_panel.findChildren(Label) if label.isVisible()]
    assert "古巴共产党" in said
    assert any("Communist Party of Cuba" in words for words in said), "the name of the authority file stands below"
    assert any(words.endswith(" · 古巴") for words in said), "the country too"
    chips = {chip.text() for chip in reader.window.entity_panel.findChildren(Chip) if not chip.isHidden()}
    assert "中国共产党" in chips
    mark = replace(reader.library.new_annotation(document, 0, 9), entities=(party,))
    reader.window.session.edit(AddAnnotations((mark,)))
    reader.window.tabs.open(document)
    reader.settle()
    model = part_of(reader.window.annotations_panel, LongListView).model()
    reader.qtbot.wait_until(lambda: model.index(0, 0).data(TAGS_ROLE) is not None)
    assert model.index(0, 0).data(TAGS_ROLE) == ["→ 古巴共产党"]
