"""How far the import is, and what became of the files that need a word; it can be read while the import goes on."""

from pathlib import PurePath

from PySide6.QtCore import (
    QCoreApplication,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSignalBlocker,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTabBar,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gui.models.import_figures import Pace, figures_in_words
from gui.models.outcome_model import OutcomeColumn, OutcomeGroup, OutcomeModel, group_in_words
from gui.theme import Theme
from gui.translation import in_words, listed
from gui.widgets.counting import counted
from gui.widgets.empty_state import EmptyState
from gui.widgets.icons import icon
from gui.widgets.labels import Label, Tone
from gui.widgets.row_actions import offer_actions
from gui.widgets.row_table import make_rows
from gui.widgets.writing import mark_as_writing
from storage.domain.importing import FileOutcome, ImportProgress, ImportStatus

_NAME_WIDTH = 220
_ROW_HEIGHT = 26


class _ReasonDelegate(QStyledItemDelegate):
    """Cuts a sentence at its end; the names beside it are cut in the middle, which keeps how they end."""

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideRight  # pyright: ignore[reportAttributeAccessIssue]


class ImportPanel(QWidget):
    """Shows one import at a time, and the last one until the next begins; says what the reader wants done."""

    pause_requested = Signal(object)
    """Whether the import shall stand still."""
    cancel_requested = Signal()
    close_requested = Signal()
    import_requested = Signal()
    document_chosen = Signal(object)
    """A DocumentId."""
    folder_requested = Signal(object)
    """The path of a file whose folder is to be opened."""
    again_requested = Signal(object)
    """A tuple of paths to be tried again."""
    log_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._running = False
        self._pace = Pace()
        self._model = OutcomeModel(self)
        self._headline = Label(strong=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the import"))
        self._figures = Label(tone=Tone.MUTED)
        self._figures.setWordWrap(False)
        self._current = Label(tone=Tone.MUTED, elided=True)
        self._place = Label(tone=Tone.MUTED, elided=True)
        self._detail = Label()
        self._detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._view = self._make_view()
        self._all_well = EmptyState(self.tr("Every file so far came in."))
        self._nothing = EmptyState(
            self.tr("Nothing was imported since the program started."), self.tr("Import files…")
        )  # fmt: skip
        self._nothing.action_requested.connect(self.import_requested)
        mark_as_writing(self._nothing.button)
        self._make_actions()
        self._make_groups()
        self._lay_out()
        self.clear()

    def _make_view(self) -> QTableView:
        view = QTableView()
        view.setModel(self._model)
        view.setObjectName("plain")
        make_rows(view, self.tr("Files that need a word"))
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        view.setItemDelegateForColumn(OutcomeColumn.REASON, _ReasonDelegate(view))
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = view.horizontalHeader()
        header.setSectionResizeMode(OutcomeColumn.NAME, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(OutcomeColumn.REASON, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(OutcomeColumn.NAME, _NAME_WIDTH)
        view.activated.connect(self._open_chosen)
        view.customContextMenuRequested.connect(self._show_menu)
        view.selectionModel().selectionChanged.connect(self._show_chosen)
        return view

    def _make_actions(self) -> None:
        self._to_document = self._action(self.tr("Go to the document"), "", self._open_chosen)
        self._to_folder = self._action(self.tr("Open folder"), "Ctrl+Return", self._ask_for_folder)
        self._again = self._action(self.tr("Try again"), "F5", self._ask_to_try_again)
        self._all_again = self._action(self.tr("Try all failed again"), "Shift+F5", self._ask_to_try_all_again)
        self._log = self._action(self.tr("Save log…"), "", self.log_requested)

    def _action(self, words: str, keys: str, slot: object) -> QAction:
        action = QAction(words, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setToolTip(f"{words} ({action.shortcut().toString()})" if keys else words)
        action.triggered.connect(slot)
        self.addAction(action)
        return action

    def _make_groups(self) -> None:
        self._chosen_by_hand = False
        self._groups = QTabBar()
        self._groups.setObjectName("sections")
        self._groups.setExpanding(False)
        self._groups.setDrawBase(False)
        self._groups.setUsesScrollButtons(False)
        self._groups.setElideMode(Qt.TextElideMode.ElideRight)
        self._groups.setAccessibleName(self.tr("What became of files"))
        self._groups.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for group in OutcomeGroup:
            self._groups.addTab(group_in_words(group))
            self._groups.setTabData(group.value - 1, group)
        self._groups.currentChanged.connect(self._choose_group)

    def _lay_out(self) -> None:
        self._pause = QPushButton()
        self._pause.clicked.connect(self._ask_to_pause)
        self._cancel = QPushButton(self.tr("Cancel the import"))
        self._cancel.clicked.connect(self.cancel_requested)
        self._close = QToolButton()
        self._close.setProperty("flat", True)
        self._close.setToolTip(self.tr("Hide; File, Import progress shows it again"))
        self._close.setAccessibleName(self.tr("Hide this panel"))
        self._close.clicked.connect(self.close_requested)
        self._try_all = _tool(self._all_again)
        self._save_log = _tool(self._log)
        head = _row(self._headline, self._pause, self._cancel, self._try_all, self._save_log, self._close)
        head.setStretch(0, 1)
        figures = _row(self._figures, self._current)
        figures.setStretch(1, 1)
        self._of_chosen = QWidget()
        chosen = QHBoxLayout(self._of_chosen)
        chosen.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._place)
        words.addWidget(self._detail)
        chosen.addLayout(words, 1)
        self._go = _tool(self._to_document)
        for tool in (self._go, _tool(self._to_folder), _tool(self._again)):
            chosen.addWidget(tool, 0, Qt.AlignmentFlag.AlignTop)
        self._pages = QStackedWidget()
        for page in (self._view, self._all_well):
            self._pages.addWidget(page)
        self._work = QWidget()
        column = QVBoxLayout(self._work)
        column.setContentsMargins(14, 8, 8, 8)
        column.setSpacing(6)
        for part in (head, self._bar, figures, self._groups, self._pages, self._of_chosen):
            column.addLayout(part) if isinstance(part, QHBoxLayout) else column.addWidget(part)
        column.setStretchFactor(self._pages, 1)
        self._whole = QStackedWidget(self)
        self._whole.addWidget(self._work)
        self._whole.addWidget(self._nothing)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._whole)
        self.setFocusProxy(self._view)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        labels = (self._headline, self._figures, self._current, self._place, self._detail)
        for part in (*labels, self._all_well, self._nothing):
            part.set_theme(theme)
        self._close.setIcon(icon("close", theme.muted))

    def clear(self) -> None:
        """Show that nothing was imported yet."""
        self._model.clear()
        self._running = False
        self._whole.setCurrentWidget(self._nothing)
        self._show_groups()

    def begin(self, again: bool = False) -> None:
        """Show that an import begins; the files of the one before stay where it only tries some of them again."""
        if not again:
            self._model.clear()
            self._chosen_by_hand = False
        self._running = True
        self._pace = Pace()
        self._headline.setText(self.tr("Looking for files to import…"))
        self._figures.setText("")
        self._current.setText("")
        self._bar.setRange(0, 0)
        self._whole.setCurrentWidget(self._work)
        self._all_well.set_sentence(self.tr("Every file so far came in."))
        self.show_paused(False)
        self._show_running()
        self._show_groups()

    def take(self, progress: ImportProgress) -> None:
        """Show how far the import is, and list the files that ended since the report before."""
        self._pace.take(progress)
        locale = QLocale()
        said = self.tr("Importing: %1 of %2 files")
        said = said.replace("%1", locale.toString(progress.files_done)).replace("%2", locale.toString(progress.files))
        self._headline.setText(said)
        # A bar has 31 bits; kilobytes are fine enough for the eye and reach far enough.
        whole, done = (progress.bytes, progress.bytes_done) if progress.bytes else (progress.files, progress.files_done)
        self._bar.setRange(0, max(1, whole >> 10 if progress.bytes else whole))
        self._bar.setValue(done >> 10 if progress.bytes else done)
        self._figures.setText(figures_in_words(progress, self._pace))
        self._current.setText(_name_first(progress.current))
        self.add(progress.outcomes)

    def add(self, outcomes: tuple[FileOutcome, ...]) -> None:
        """List the outcomes that need a word."""
        if outcomes:
            self._model.take(outcomes)
            self._show_groups()

    def end(self, headline: str) -> None:
        """Show that the import has ended; ``headline`` says how."""
        self._running = False
        self._headline.setText(headline)
        self._current.setText("")
        self._figures.setText("")
        self._all_well.set_sentence(self.tr("No file needs a word."))
        self._show_running()
        self._show_groups()

    def show_paused(self, paused: bool) -> None:
        """Show whether the import stands still."""
        self._paused = paused
        self._pause.setText(self.tr("Go on") if paused else self.tr("Pause"))
        if self._running and paused:
            self._headline.setText(self.tr("Paused. What came in can be read, searched and marked."))

    def _show_running(self) -> None:
        for part in (self._pause, self._cancel, self._bar, self._figures, self._current):
            part.setVisible(self._running)
        self._save_log.setHidden(self._running)
        self._show_chosen()

    def _show_groups(self) -> None:
        counts = {group: self._model.count(group) for group in OutcomeGroup}
        filled = [group for group in OutcomeGroup if counts[group]]
        if filled and (self._model.group not in filled or not self._chosen_by_hand):
            self._model.show_group(filled[0])
        locale = QLocale()
        quiet = QSignalBlocker(self._groups)
        for group in OutcomeGroup:
            place = group.value - 1
            self._groups.setTabText(place, f"{group_in_words(group)} · {locale.toString(counts[group])}")
            self._groups.setTabVisible(place, counts[group] > 0)
        if filled:
            self._groups.setCurrentIndex(self._model.group.value - 1)
        quiet.unblock()
        self._pages.setCurrentWidget(self._view if filled else self._all_well)
        self._show_chosen()

    @Slot(int)
    def _choose_group(self, place: int) -> None:
        group = self._groups.tabData(place)
        if group is not None and group is not self._model.group and self._model.count(group):
            self._chosen_by_hand = True
            self._model.show_group(group)
            self._show_chosen()

    def _chosen(self) -> list[FileOutcome]:
        rows = self._view.selectionModel().selectedRows()
        return [outcome for row in sorted(rows, key=QModelIndex.row) if (outcome := self._model.outcome(row))]

    @Slot()
    def _show_chosen(self) -> None:
        chosen = self._chosen()
        one = chosen[0] if len(chosen) == 1 else None
        self._place.setText(_name_first(one.path) if one else "")
        self._detail.setText(in_words(one.reason) if one else "")
        self._of_chosen.setVisible(one is not None)
        self._to_folder.setEnabled(one is not None)
        self._to_document.setEnabled(one is not None and one.document is not None)
        self._go.setVisible(self._to_document.isEnabled())
        self._again.setEnabled(not self._running and any(map(_can_be_tried, chosen)))
        self._all_again.setEnabled(not self._running and self._model.count(OutcomeGroup.FAILED) > 0)
        self._try_all.setVisible(self._all_again.isEnabled())

    @Slot(QPoint)
    def _show_menu(self, place: QPoint) -> None:
        offer_actions(self._view, place, [self._to_document, self._to_folder, self._again])

    @Slot()
    def _open_chosen(self) -> None:
        chosen = self._chosen()
        if len(chosen) == 1 and chosen[0].document is not None:
            self.document_chosen.emit(chosen[0].document)

    @Slot()
    def _ask_to_pause(self) -> None:
        self.pause_requested.emit(not self._paused)

    @Slot()
    def _ask_for_folder(self) -> None:
        for outcome in self._chosen()[:1]:
            self.folder_requested.emit(outcome.path)

    @Slot()
    def _ask_to_try_again(self) -> None:
        self._ask_for(self._chosen())

    @Slot()
    def _ask_to_try_all_again(self) -> None:
        self._ask_for(self._model.outcomes(OutcomeGroup.FAILED))

    def _ask_for(self, outcomes: "list[FileOutcome] | tuple[FileOutcome, ...]") -> None:
        paths = tuple(outcome.path for outcome in outcomes if _can_be_tried(outcome))
        if paths and not self._running:
            self.again_requested.emit(paths)


def _tool(action: QAction) -> QToolButton:
    button = QToolButton()
    action.setIconText(action.text())  # else Qt leaves out the dots that promise a question
    button.setDefaultAction(action)
    button.setAccessibleName(action.text().rstrip("…"))
    return button


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    return row


def _name_first(path: str) -> str:
    """Write a path so that the file's name stays when the end is cut off."""
    place = PurePath(path)
    return f"{place.name} · {place.parent}" if path else ""


def _can_be_tried(outcome: FileOutcome) -> bool:
    return outcome.status in (ImportStatus.FAILED, ImportStatus.SKIPPED)


def outcome_in_words(counts: dict[ImportStatus, int]) -> str:
    """Say how many files ended in which way; ``counts`` may leave out what did not happen."""
    sentences = (
        (ImportStatus.IMPORTED, _tr("%1 file imported"), _tr("%1 files imported")),
        (ImportStatus.NEW_VERSION, _tr("%1 in a new version"), _tr("%1 in a new version")),
        (ImportStatus.DUPLICATE, _tr("%1 held already"), _tr("%1 held already")),
        (ImportStatus.SKIPPED, _tr("%1 skipped"), _tr("%1 skipped")),
        (ImportStatus.FAILED, _tr("%1 could not be read"), _tr("%1 could not be read")),
    )
    said = [
        counted(counts.get(status, 0), one, many)
        for status, one, many in sentences
        if counts.get(status) or status is ImportStatus.IMPORTED
    ]
    return listed(said)


def _tr(words: str) -> str:
    return QCoreApplication.translate("ImportPanel", words)
