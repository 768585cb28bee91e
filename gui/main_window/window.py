"""The main window: docks around the documents, menus and toolbar from the table of actions."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gui import actions, messages
from gui.main_window.archive_chores import ArchiveChores
from gui.main_window.authority_chores import AuthorityChores
from gui.main_window.document_chores import DocumentChores
from gui.main_window.document_tabs import DocumentTabs
from gui.main_window.help_chores import HelpChores
from gui.main_window.import_chores import ImportChores
from gui.main_window.keeping_desk import KeepingDesk
from gui.main_window.mark_list_desk import MarkListDesk
from gui.main_window.marks_desk import MarksDesk
from gui.main_window.mention_desk import MentionDesk
from gui.main_window.reading_chores import ReadingChores
from gui.main_window.review_desk import ReviewDesk
from gui.main_window.status import StatusBar
from gui.main_window.window_chores import WindowChores
from gui.main_window.wiring import connect_window
from gui.panels.annotations_panel import AnnotationsPanel
from gui.panels.concordance_panel import ConcordancePanel
from gui.panels.documents_panel import DocumentsPanel
from gui.panels.entity_panel import EntityPanel
from gui.panels.import_panel import ImportPanel
from gui.panels.mention_queue_panel import MentionQueuePanel
from gui.panels.review_panel import ReviewPanel
from gui.panels.search_panel import SearchPanel
from gui.panels.tags_panel import TagsPanel
from gui.panels.tree_panel import TreePanel
from gui.session import Session
from gui.theme import Theme, apply_theme, load_theme
from gui.translation import language_for, spoken
from gui.viewer.appearance import ViewerAppearance
from gui.widgets.dressing import Dressing
from gui.widgets.icons import icon
from gui.widgets.notice_bar import NoticeBar
from gui.widgets.page_stack import PageStack
from gui.widgets.painting_turns import PaintingTurns
from gui.widgets.search_field import SearchField
from gui.widgets.start_page import StartPage
from gui.widgets.tab_order import TabbedWindow
from gui.widgets.toast import Toast
from gui.widgets.yielding_splitter import YieldingSplitter
from gui.window_state import restore_window, save_window
from storage.domain.annotation import Colour
from storage.settings import Settings, save_settings

if TYPE_CHECKING:
    from storage.library import Library

LEFT_WIDTH, RIGHT_WIDTH, BOTTOM_HEIGHT = 272, 320, 214
NODE_DOCUMENTS_HEIGHT = 210
NO_ENTITY_HEIGHT, ENTITY_HEIGHT = 88, 260
SMALLEST_SIDE, USUAL_CENTRE = 256, 520
SMALLEST = QSize(900, 560)
USUAL = QSize(1280, 800)


class MainWindow(TabbedWindow):
    """Composes panels, viewer and menus; what they do together is connected in ``wiring``.

    Signals:
        language_chosen: nothing; the settings name another language than the window's words are in.

    Args:
        settings: What the reader has chosen.
        at_once: whether the window is made now; else whoever asks for it takes its ``steps``, and shows it after them.
    """

    language_chosen = Signal()

    def __init__(self, settings: Settings, at_once: bool = True) -> None:
        super().__init__()
        self.settings = settings
        self.theme: Theme = load_theme(settings.theme)
        self.setProperty("tone", "dark" if self.theme.dark else "light")
        _apply(self.theme)  # before there are parts, which are polished once then
        self.session = Session(self)
        self.colour_meanings: dict[Colour, str] = {}
        self.setObjectName("main")
        self._painting = PaintingTurns(self)
        self.dressing = Dressing(self)
        self.setAcceptDrops(True)
        self.setMinimumSize(SMALLEST)
        self.resize(USUAL)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.steps = self._build()
        if at_once:
            for _ in self.steps:
                pass

    def _build(self) -> Iterator[object]:
        """Make what the window consists of, a part a step."""
        self.status = StatusBar(self)
        self.setStatusBar(self.status)
        yield from self._make_centre()
        yield from self._make_panels()
        self.archive_chores, self.reading_chores = ArchiveChores(self), ReadingChores(self)
        self.import_chores, self.document_chores = ImportChores(self), DocumentChores(self)
        self.review_desk, self.mention_desk = ReviewDesk(self), MentionDesk(self)
        self.keeping_desk = KeepingDesk(self)
        self.marks_desk, self.mark_list_desk = MarksDesk(self), MarkListDesk(self)
        doers = (
            self.archive_chores, self.reading_chores, self.import_chores, self.document_chores, self.review_desk,
            self.mention_desk, self.marks_desk, self.mark_list_desk, self.keeping_desk, AuthorityChores(self),
            WindowChores(self), HelpChores(self),
        )  # fmt: skip
        self.actions_by_id = actions.make_actions(self, doers)
        yield
        self._make_menus()
        self._make_toolbar()
        yield
        yield from self._make_docks()
        connect_window(self)
        yield
        yield from self._dress()
        self.show_library(None)
        self.arrange_panels()
        yield
        self.is_restored = restore_window(self)
        self._show_docks(False)
        for part in self.findChildren(QWidget):
            part.ensurePolished()
            yield

    def _make_centre(self) -> Iterator[None]:
        self.tabs = DocumentTabs(self.session, self.appearance())
        yield
        self.start_page = StartPage()
        yield
        self.review_panel = ReviewPanel()
        yield
        self.mention_queue = MentionQueuePanel()
        yield
        self.centre = PageStack(USUAL_CENTRE, 2 * SMALLEST_SIDE + 2)
        self.centre.addWidget(self.start_page)
        self.centre.addWidget(self.tabs)
        self.centre.addWidget(self.review_panel)
        self.centre.addWidget(self.mention_queue)
        yield
        self.moved_notice = NoticeBar(self.tr("Review"), self.tr("Close"))
        self.placing_bar = NoticeBar(self.tr("Place the mark here"), self.tr("Cancel"))
        self.placing_bar.action.setToolTip(self.tr("Place the mark at the selected words (Ctrl+Return)"))
        self.placing_bar.away.setToolTip(self.tr("Back to the review (Esc)"))
        self.read_only_bar = NoticeBar(self.tr("Try again"), self.tr("Close"))
        self.place_bar = NoticeBar(self.tr("Save a copy elsewhere…"), self.tr("Do not tell again"))
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.read_only_bar, self.place_bar, self.moved_notice, self.placing_bar, self.centre):
            column.addWidget(part)
        yield
        self.setCentralWidget(whole)
        self.toast = Toast(whole)
        yield

    def _make_panels(self) -> Iterator[None]:
        self.tree_panel = TreePanel()
        yield
        self.documents_panel = DocumentsPanel()
        yield
        self.node_documents = DocumentsPanel(always_narrowed=True)
        yield
        self.tags_panel = TagsPanel()
        yield
        self.annotations_panel = AnnotationsPanel()
        yield
        self.entity_panel = EntityPanel()
        yield
        self.search_panel = SearchPanel()
        yield
        self.concordance_panel = ConcordancePanel()
        yield
        self.search_panel.add_view(self.tr("All hits"), self.concordance_panel, self.concordance_panel.step)
        self.import_panel = ImportPanel()
        yield
        self.search_field = SearchField()
        yield
        self.themed = (
            self.tree_panel,
            self.documents_panel,
            self.node_documents,
            self.tags_panel,
            self.annotations_panel,
            self.entity_panel,
            self.search_panel,
            self.concordance_panel,
            self.import_panel,
            self.search_field,
            self.review_panel,
            self.mention_queue,
            self.moved_notice,
            self.placing_bar,
            self.tabs.nothing_open,
            self.read_only_bar,
            self.place_bar,
            self.toast,
        )

    def _make_menus(self) -> None:
        self.menus: dict[str, QMenu] = {}
        self.menuBar().setAccessibleName(self.tr("Menus"))
        for identity, title in actions.MENUS:
            self.menus[identity] = self.menuBar().addMenu(actions.translated(title))
        for row in actions.ROWS:
            menu = self.menus[row.menu]
            if row.separator_before:
                menu.addSeparator()
            menu.addAction(self.actions_by_id[row.id])
        self.cancel = QShortcut(QKeySequence(actions.CANCEL_KEYS), self)
        self.confirm = QShortcut(QKeySequence(actions.CONFIRM_KEYS), self)

    def _make_toolbar(self) -> None:
        bar = QToolBar(self.tr("Toolbar"))
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        left, middle, right = (QHBoxLayout() for _ in range(3))
        for identity in ("go_back", "go_forward"):
            left.addWidget(_tool(self.actions_by_id[identity]))
        left.addWidget(_tool(self.actions_by_id["import_files"], self.tr("Import…")))
        left.addStretch()
        middle.addWidget(self.search_field)
        right.addStretch()
        right.addWidget(_tool(self.actions_by_id["export_notes"], self.tr("Export notes…")))
        right.addWidget(_tool(self.actions_by_id["show_commands"], self.tr("Commands")))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        for part, stretch in ((left, 1), (middle, 2), (right, 1)):
            part.setSpacing(8)
            row.addLayout(part, stretch)
        whole = QWidget()
        whole.setLayout(row)
        bar.addWidget(whole)
        self.addToolBar(bar)

    def _make_docks(self) -> Iterator[None]:
        self.sections = QTabBar()
        self.sections.setObjectName("sections")
        self.sections.setExpanding(False)
        self.sections.setDrawBase(False)
        self.sections.setUsesScrollButtons(False)
        self.section_pages = QStackedWidget()
        regions = QSplitter(Qt.Orientation.Vertical)
        regions.addWidget(self.tree_panel)
        regions.addWidget(self.node_documents)
        regions.setStretchFactor(0, 1)
        regions.setCollapsible(0, False)
        regions.setSizes([1, NODE_DOCUMENTS_HEIGHT])
        self.node_documents.hide()
        regions.setFocusProxy(self.tree_panel)
        yield
        for name, panel in (
            (self.tr("Regions"), regions),
            (self.tr("Documents"), self.documents_panel),
            (self.tr("Tags"), self.tags_panel),
        ):
            self.sections.addTab(name)
            self.section_pages.addWidget(panel)
            yield
        self.sections.currentChanged.connect(self.section_pages.setCurrentIndex)
        left = QWidget()
        left.setMinimumWidth(SMALLEST_SIDE)
        column = QVBoxLayout(left)
        column.setContentsMargins(8, 8, 8, 0)
        column.setSpacing(4)
        column.addWidget(self.sections)
        column.addWidget(self.section_pages, 1)
        yield
        right = YieldingSplitter(self.annotations_panel, self.entity_panel, NO_ENTITY_HEIGHT, ENTITY_HEIGHT)
        self.entity_panel.emptied.connect(right.set_lower_empty)
        right.setMinimumWidth(SMALLEST_SIDE)
        yield
        self.left_dock = _dock(self, "left", self.tr("Regions and documents"), left)
        yield
        self.right_dock = _dock(self, "right", self.tr("Annotations"), right)
        yield
        self.bottom_dock = _dock(self, "bottom", self.tr("Search results"), self.search_panel)
        yield
        self.import_dock = _dock(self, "import", self.tr("Import"), self.import_panel)
        yield
        for dock in (self.bottom_dock, self.right_dock, self.left_dock):
            self.menus["view"].insertAction(self.menus["view"].actions()[0], dock.toggleViewAction())

    @Slot()
    def arrange_panels(self) -> None:
        """Put the panels where they stand at first."""
        self.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        self.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self.left_dock)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.right_dock)
        self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.bottom_dock)
        self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.import_dock)
        self.tabifyDockWidget(self.bottom_dock, self.import_dock)
        self._size_docks()
        self._show_docks(self.session.library is not None)

    def _size_docks(self) -> None:
        docks = [self.left_dock, self.right_dock]
        self.resizeDocks(docks, [LEFT_WIDTH, RIGHT_WIDTH], Qt.Orientation.Horizontal)
        self.resizeDocks([self.bottom_dock], [BOTTOM_HEIGHT], Qt.Orientation.Vertical)

    def _show_docks(self, shown: bool) -> None:
        for dock in (self.left_dock, self.right_dock):
            dock.setVisible(shown)
        self.bottom_dock.hide()
        self.import_dock.hide()

    def await_archive(self, path: Path) -> None:
        """Lay the window out for an archive that is about to be opened, so that nothing jumps when it is there."""
        self._show_docks(True)
        self._show_contents(False)
        self.centre.setCurrentWidget(self.tabs)
        self.setWindowTitle(f"{path.stem} – Liaison")
        self.status.note(self.tr("Opening %1…").replace("%1", path.name))

    def open_awaited(self, path: Path) -> None:
        """Open the archive that the window awaits; the start page takes its place when it cannot be opened."""
        if not self.session.open(path):
            self.show_library(None)

    def _show_contents(self, shown: bool) -> None:
        """Show what the panels hold, or nothing while it would say, untruly, that there is nothing."""
        for part in (self.sections, self.section_pages, self.annotations_panel, self.entity_panel):
            part.setVisible(shown)

    @Slot(object)
    def show_library(self, library: "Library | None") -> None:
        """Show an archive, or the start page when none is open."""
        self.tabs.close_all()
        for panel in (self.tree_panel, self.node_documents, self.tags_panel, self.entity_panel):
            panel.set_library(library)
        self.documents_panel.set_library(library, at_once=not self.session.is_taken_as_it_stands)
        self.node_documents.hide()
        self.search_panel.filters.forget()
        self.search_panel.clear()
        self.concordance_panel.clear()
        self.annotations_panel.set_annotations(())
        were_away = self.left_dock.isHidden() and self.right_dock.isHidden()
        self._show_docks(library is not None)
        self._show_contents(True)
        if library is not None and were_away and not self.isHidden():
            self._size_docks()
        self.search_field.setEnabled(library is not None)
        self.search_field.clear()
        self.start_page.set_recent([Path(path) for path in self.settings.recent])
        self.centre.setCurrentWidget(self.tabs if library is not None else self.start_page)
        self.status.clearMessage()
        self.status.show_archive(library.title if library is not None else "")
        self.setWindowTitle(f"{library.title} – Liaison" if library is not None else "Liaison")
        if library is not None:
            self.settings = self.settings.with_archive(library.path)
            self._save(self.settings)
        self.enable_actions()

    def enable_actions(self) -> None:
        """Enable what can be done with what is open."""
        there = {"": True, "archive": self.session.library is not None, "document": self.tabs.shown is not None}
        is_read_only = self.session.is_read_only
        for row in actions.ROWS:
            self.actions_by_id[row.id].setEnabled(there[row.needs] and not (row.writes and is_read_only))
        stack = self.session.undo_stack.stack
        is_free = not self.session.undo_stack.lane.busy
        for identity, able, words in (
            ("undo", stack.canUndo(), stack.undoText()),
            ("redo", stack.canRedo(), stack.redoText()),
        ):
            action = self.actions_by_id[identity]
            action.setEnabled(able and is_free and not is_read_only)
            name = self.tr("&Undo") if identity == "undo" else self.tr("&Redo")
            action.setText(f"{name} {words}".rstrip())

    def appearance(self) -> ViewerAppearance:
        """Return how documents look: the theme, the reader's settings, and what colours stand for in the archive."""
        look = ViewerAppearance.from_settings(self.theme.tokens(), self.settings)
        return replace(look, mark_meanings=tuple(self.colour_meanings.items()))

    def apply_settings(self, settings: Settings, save: bool = True) -> None:
        """Take over settings: colours, fonts and measures; a window that is shown has them some turns later."""
        self.settings = settings
        self.theme = load_theme(settings.theme)
        self.setProperty("tone", "dark" if self.theme.dark else "light")
        self.dressing.begin(self._dress(), _apply(self.theme))
        if save:
            self._save(settings)
            if language_for(settings.language) != spoken():
                self.language_chosen.emit()

    def _dress(self) -> Iterator[object]:
        """Give the parts of the window their look, one a step."""
        for identity, name in (("go_back", "back"), ("go_forward", "forward")):
            self.actions_by_id[identity].setIcon(icon(name, self.theme.ink))
        for part in self.themed:
            yield part.set_theme(self.theme)
        yield from self.tabs.dress(self.appearance())

    def _save(self, settings: Settings) -> None:
        problem = save_settings(settings)
        if problem:
            self.status.note(problem)

    def focus_stops(self) -> tuple[QWidget, ...]:
        """Return where the keyboard goes from panel to panel, in order."""
        centre = self.centre.currentWidget()
        if centre not in (self.review_panel, self.mention_queue):
            centre = self.tabs.view or self.start_page
        section = self.section_pages.currentWidget() or self.section_pages
        return (self.search_field, section, centre, self.annotations_panel, self.search_panel, self.import_panel)

    @Slot(str)
    def show_problem(self, sentence: str) -> None:
        """Tell the reader a sentence that must not be missed."""
        messages.show_problem(self, sentence)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.is_restored:
            # Only now do the docks have the window's size to share.
            self.is_restored = True
            self._size_docks()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if paths:
            self.import_chores.import_paths(paths)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        save_window(self)
        self.session.end()
        super().closeEvent(event)


def _apply(theme: Theme) -> bool:
    """Give the application a theme; tell whether it had another."""
    application = QApplication.instance()
    return isinstance(application, QApplication) and apply_theme(application, theme)


def _tool(action: QAction, words: str = "") -> QToolButton:
    """Return a button of the toolbar that says its action in a few words; without, the action's icon stands there."""
    keys = action.shortcut().toString()
    name = actions.plain_label(action)
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolTip(f"{name} ({keys})" if keys else name)
    button.setAccessibleName(name)
    if words:
        action.setIconText(words)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    else:
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    return button


def _dock(window: QMainWindow, name: str, title: str, content: QWidget) -> QDockWidget:
    dock = QDockWidget(title, window)
    dock.setObjectName(name)
    dock.setWidget(content)
    dock.setTitleBarWidget(QWidget(dock))
    return dock
