"""Takes a picture of every panel and every dialog: ``python build/screens.py FOLDER --language zh_CN --theme dark``.

Each scene is called after the class it shows; a test holds that no panel and no dialog is without one. The pictures are
for whoever changes how the window looks; none of them is kept.
"""

import argparse
import os
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from photographer import CODES, Photographer, live_in, wait_for

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QModelIndex, QRectF, Qt, QTimer
from PySide6.QtGui import QFont, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication, QDialog, QToolButton, QTreeView, QWidget

from gui import messages
from gui.crash import CrashDialog, FormerCrashDialog
from gui.dialogs.authority_plan import AuthorityPlanDialog
from gui.dialogs.choose_entity import ChooseEntityDialog
from gui.dialogs.choose_years import Years, YearsDialog
from gui.models.tree_model import NODE_ROLE
from gui.translation import LANGUAGES, Interpreter
from gui.viewer.text_menu import TextMenu
from gui.viewer.wishes import Mode
from gui.widgets.code_menu import CodeAction, CodeWish
from gui.widgets.long_list_view import LongListView
from gui.widgets.scheme_button import SchemeAction, SchemeWish
from gui.widgets.tree_menu import RowsWish, TreeAction
from gui.widgets.year_chooser import YearsButton
from storage.domain.annotation import Colour
from storage.domain.authority import TreeNode
from storage.domain.codebook import Code, CodeColour
from storage.domain.ids import FIRST_SCHEME, EntityId
from storage.edits import RemoveAnnotations
from storage.settings import Settings

LOOK_AGAIN_MILLISECONDS = 50
PAINTING_ROUNDS = 3
"""How often the window is waited for until the pages of a PDF are drawn."""
REPORT = "Liaison\nTraceback (most recent call last):\n  (a mistake of the program would stand here)\n"
MINUTES = (
    "Minutes of a meeting\n\nThe Istiqlal Party of Morocco received a delegation in Rabat on 3 May 1961.\n\n"
    "Both sides agreed to exchange newspapers and to meet again within a year.\n\n"
    "The delegation thanked its hosts and left for Tunis, where the Neo Destour Party expected it.\n"
)
MINUTES_LATER = (
    "Minutes of a meeting\n\nThe Istiqlal Party of Morocco welcomed a delegation in Rabat early in May 1961.\n\n"
    "The delegation thanked its hosts and left for Tunis, where the Neo Destour Party expected it.\n"
)
REPORT_PAGES = (
    "Report of the delegation to Rabat",
    "The Istiqlal Party of Morocco received the delegation on 3 May 1961. The talks dealt with newspapers, with "
    "students, and with a congress in which parties of Tunisia and Algeria would take part.",
    "The Neo Destour Party of Tunisia sent two observers. They spoke of the meeting in Tangier in April 1958, which "
    "the National Liberation Front had asked for.",
)
LIST_OF_NAMES = (
    "name,kind,country,other names\n"
    "Istiqlal Party,party,Morocco,Hizb al-Istiqlal\n"
    "Party of the Lighthouse,party,Tunisia,Lighthouse Party\n"
    "Union of Nowhere,party,Atlantis,\n"
)


class Studio(Photographer):
    """Goes through the scenes and takes a picture of each."""

    def __init__(self, settings: Settings, size: tuple[int, int], folder: Path, pictures: Path) -> None:
        super().__init__(settings, size)
        self.folder, self.pictures = folder, pictures

    def take(self, name: str, part: QWidget | None = None) -> None:
        """Take a picture of the window, or of another, which is to show what the name says."""
        shown = part or self.window
        parts = {type(one).__name__ for one in (shown, *shown.findChildren(QWidget)) if one.isVisible()}
        if class_of(name) not in parts:
            raise SystemExit(f"nothing of {name} is to be seen; its scene does not show it any more")
        self.pictures.mkdir(parents=True, exist_ok=True)
        if not shown.grab().save(str(self.pictures / f"{name}.png")):
            raise SystemExit(f"{self.pictures / name}.png could not be written")

    def take_dialog(self, name: str, ask: Callable[[], object]) -> None:
        """Take a picture of the dialog that something opens, and leave it."""
        looking = QTimer(interval=LOOK_AGAIN_MILLISECONDS)
        waited = [0]

        def look() -> None:
            dialog = next((one for one in QApplication.topLevelWidgets() if _is_asking(one)), None)
            waited[0] += 1
            if isinstance(dialog, QDialog) and waited[0] > 6:
                looking.stop()
                self.take(name, dialog)
                dialog.reject()

        looking.timeout.connect(look)
        looking.start()
        ask()
        wait_for(lambda: not looking.isActive())

    def prepare(self) -> None:
        """Fill the archive with something of everything that can be shown."""
        self.open_sample()
        names = CODES[self.language]
        for number, colour in enumerate((CodeColour.BLUE, CodeColour.TEAL, CodeColour.ORANGE)):
            above = names[0][0] if number == 1 else ""
            code = Code(names[number][0], parent=above, colour=colour, definition=names[number][1])
            self.window.session.edit(self.library.adding_code(code))
        minutes = self.folder / "minutes.txt"
        minutes.write_text(MINUTES, encoding="utf-8")
        self.bring(minutes)
        self.open("Minutes")
        self.mark("received a delegation in Rabat on 3 May 1961", Colour.YELLOW, note="Which delegation?")
        self.mark("agreed to exchange newspapers", Colour.BLUE)
        self.settle()
        minutes.write_text(MINUTES_LATER, encoding="utf-8")
        self.bring(minutes)
        minutes.write_text(MINUTES, encoding="utf-8")
        self.open("Tangier")
        self.mark("Istiqlal", Colour.YELLOW, (names[1][0],), "Compare with *Rabat*.\n\n- the host\n- the guests")
        self.mark("National Liberation Front", Colour.GREEN, (names[2][0], names[0][0]))
        gone = self.mark("last days of April 1958", Colour.ROSE)
        self.window.session.edit(RemoveAnnotations((gone.id,)))
        self.settle()

    def photograph_nothing(self) -> None:
        """Take the pictures of the window without an archive, and of an archive that holds nothing."""
        self.settle()
        self.take("StartPage")
        self.window.session.create(self.folder / "empty.liaison")
        self.settle()
        for place, name in enumerate(("TreePanel", "DocumentsPanel", "TagsPanel")):
            self.window.sections.setCurrentIndex(place)
            self.settle()
            self.take(f"{name}-empty")
        self.window.sections.setCurrentIndex(0)

    def open_rows(self, *names: str) -> None:
        """Open one row of the tree under another, and choose the last."""
        tree = self.window.tree_panel.findChildren(QTreeView)[0]
        at = QModelIndex()
        for name in names:
            tree.expand(at)
            self.settle()
            rows = (tree.model().index(row, 0, at) for row in range(tree.model().rowCount(at)))
            at = next(row for row in rows if row.data(NODE_ROLE).name == name)
        tree.setCurrentIndex(at)
        self.settle()

    def bring(self, *files: Path) -> None:
        """Import files and put the progress away."""
        self.window.session.import_paths(files)
        self.settle()
        self.window.import_chores.hide_import()

    def node(self, words: str) -> TreeNode:
        """Return the row of the tree for a name."""
        return _node(self, self.library.find_entities(words)[0].id, None)

    def wish(self, action: TreeAction, *words: str) -> None:
        """Wish something of rows of the tree."""
        self.window.tree_panel.change_requested.emit(RowsWish(action, tuple(map(self.node, words))))

    def wish_of_codes(self, action: CodeAction, place: int) -> None:
        """Wish something of a code of the codebook, by its place there."""
        self.window.tags_panel.code_wished.emit(CodeWish(action, (self.library.codebook()[place],)))

    def do(self, action: str) -> None:
        """Do what an action of the menus does."""
        self.window.actions_by_id[action].trigger()

    def photograph(self, only: str = "") -> None:
        """Take the pictures of all scenes, or of one."""
        if not only:
            self.photograph_nothing()
        self.prepare()
        for name, show in {**WINDOW_SCENES, **DIALOG_SCENES}.items():
            if only not in ("", name):
                continue
            if name in DIALOG_SCENES:
                self.take_dialog(name, partial(show, self))
            else:
                show(self)
                self.settle()
                self.take(name, QApplication.activePopupWidget())
                _put_back(self)


def class_of(scene: str) -> str:
    """Return which class a scene shows; behind a dash stands what sets it apart from another of the same class."""
    return scene.partition("-")[0]


def _is_asking(widget: QWidget) -> bool:
    return isinstance(widget, QDialog) and widget.isVisible()


def _node(studio: Studio, wanted: EntityId, parent: EntityId | None) -> TreeNode:
    return next(node for node in _nodes(studio, parent) if node.id == wanted)


def _nodes(studio: Studio, parent: EntityId | None) -> list[TreeNode]:
    nodes = list(studio.library.tree(FIRST_SCHEME, parent))
    return [*nodes, *(below for node in nodes for below in _nodes(studio, node.id))]


def _put_back(studio: Studio) -> None:
    window = studio.window
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    if window.toast.sentence:
        window.toast.undo.click()
    window.search_field.clear()
    for _ in range(2):
        window.cancel.activated.emit()
    window.import_dock.hide()
    window.sections.setCurrentIndex(0)
    studio.settle()


def _reading(studio: Studio) -> None:
    studio.open("Tangier")
    studio.open_rows("West Asia and North Africa", "Morocco", "Istiqlal Party")


def _years(studio: Studio) -> None:
    _search("party OR congress", 0, studio)
    studio.window.search_panel.findChildren(YearsButton)[0].click()


def _menu_of_text(studio: Studio) -> None:
    studio.open("Tangier")
    assert studio.window.tabs.view is not None
    view = studio.window.tabs.view.pane.text_view
    offset = view.text.index("Istiqlal")
    menu = TextMenu(view).build(offset)
    menu.popup(view.mapToGlobal(view.rect().center()))


def _menu_of_tree(studio: Studio) -> None:
    _reading(studio)
    tree = studio.window.tree_panel.findChildren(QTreeView)[0]
    tree.customContextMenuRequested.emit(tree.visualRect(tree.currentIndex()).center())


def _filters(studio: Studio) -> None:
    _search("party OR congress", 0, studio)
    button = studio.window.search_panel.filters.findChildren(QToolButton)[0]
    button.menu().popup(button.mapToGlobal(button.rect().bottomLeft()))


def _several_marks(studio: Studio) -> None:
    studio.open("Tangier")
    studio.window.annotations_panel.findChildren(LongListView)[0].selectAll()


def _said_with_undo(studio: Studio) -> None:
    studio.wish(TreeAction.HIDE, "Neo Destour")


def _pages(studio: Studio) -> None:
    file = studio.folder / "report.pdf"
    if not file.exists():
        _print(file)
        studio.bring(file)
        studio.open("report")
        studio.mark("received the delegation on 3 May 1961", Colour.YELLOW, note="The same day as in the minutes.")
        studio.mark("meeting in Tangier", Colour.BLUE)
    studio.open("report")
    assert studio.window.tabs.view is not None
    studio.window.tabs.view.pane.head.choose(Mode.PAGES)
    for _ in range(PAINTING_ROUNDS):
        studio.settle()


def _print(file: Path) -> None:
    """Write a report of two pages."""
    printer = QPdfWriter(str(file))
    printer.setTitle("report")
    painter = QPainter(printer)
    room = QRectF(0, 0, printer.width(), printer.height())
    title, *pages = REPORT_PAGES
    for number, words in enumerate(pages):
        if number:
            printer.newPage()
        else:
            painter.setFont(QFont("Noto Serif", 18))
            painter.drawText(room, title)
        painter.setFont(QFont("Noto Serif", 12))
        painter.drawText(room.adjusted(0, 600, 0, 0), Qt.TextFlag.TextWordWrap, words)
    painter.end()


def _section(place: int, studio: Studio) -> None:
    studio.window.sections.setCurrentIndex(place)


def _search(query: str, view: int, studio: Studio) -> None:
    studio.window.search_field.set_query(query)
    studio.settle()
    studio.window.search_panel.show_view(view)


def _importing(studio: Studio) -> None:
    (studio.folder / "notes.txt").touch()
    studio.window.session.import_paths([studio.folder / "minutes.txt", studio.folder / "notes.txt"])
    studio.settle()


def _find_in_document(studio: Studio) -> None:
    studio.open("Tangier")
    assert studio.window.tabs.view is not None
    studio.window.tabs.view.open_find()
    studio.window.tabs.view.pane.find_bar.open_with("party")


def _outline(studio: Studio) -> None:
    assert studio.window.tabs.view is not None
    studio.window.tabs.view.pane.head.choose(Mode.OUTLINE)


def _two_sides(studio: Studio) -> None:
    studio.open("Socialist International")
    studio.do("move_across")


def _writing_note(studio: Studio) -> None:
    studio.open("Tangier")
    studio.window.annotations_panel.write_note(studio.library.annotations()[0].id)


def _guide(studio: Studio) -> None:
    studio.do("show_guide")


def _plan(studio: Studio) -> None:
    table = studio.folder / "names.csv"
    table.write_text(LIST_OF_NAMES, encoding="utf-8")
    dialog = AuthorityPlanDialog(studio.library.plan_authority_list(table), studio.window)
    dialog.set_theme(studio.window.theme)
    dialog.exec()


def _backups(studio: Studio) -> None:
    studio.library.back_up()
    studio.do("restore_backup")


def _new_scheme(studio: Studio) -> None:
    studio.window.tree_panel.scheme_change_requested.emit(SchemeWish(SchemeAction.NEW, FIRST_SCHEME))


def _uncertain(studio: Studio) -> None:
    mention = studio.library.uncertain_mentions().mentions[0].mention
    ChooseEntityDialog(studio.library, mention, studio.window).exec()


def _history(studio: Studio) -> None:
    marks = [mark for mark in studio.library.annotations() if mark.tags]
    studio.window.mark_list_desk.show_history(marks[0].id)


def _describe(studio: Studio) -> None:
    studio.window.documents_panel.describe_requested.emit(studio.document("Tangier"))


def _problem(studio: Studio) -> None:
    messages.show_problem(studio.window, "minutes.txt could not be read. Close it elsewhere and try again.")


WINDOW_SCENES: dict[str, Callable[[Studio], None]] = {
    "TreePanel": _reading,
    "EntityPanel": _reading,
    "QMenu-tree": _menu_of_tree,
    "QMenu-text": _menu_of_text,
    "MarkSelectionBar": _several_marks,
    "Toast": _said_with_undo,
    "PageView": _pages,
    "DocumentsPanel": partial(_section, 1),
    "TagsPanel": partial(_section, 2),
    "SearchPanel": partial(_search, "party OR congress", 0),
    "ConcordancePanel": partial(_search, "party OR congress", 1),
    "YearChooser": _years,
    "QMenu-filters": _filters,
    "SearchPanel-nothing": partial(_search, "zeppelin", 0),
    "ImportPanel": _importing,
    "AnnotationsPanel-find": _find_in_document,
    "AnnotationsPanel": _writing_note,
    "ReviewPanel": lambda studio: studio.do("review_marks"),
    "MentionQueuePanel": lambda studio: studio.do("review_mentions"),
    "EntityPanel-outline": _outline,
    "EntityPanel-two-sides": _two_sides,
}
"""What shows the window in a state worth a picture."""

DIALOG_SCENES: dict[str, Callable[[Studio], object]] = {
    "AboutDialog": lambda studio: studio.do("show_about"),
    "AuthorityPlanDialog": _plan,
    "ChangedFilesDialog": lambda studio: studio.do("check_sources"),
    "ChooseEntityDialog": _uncertain,
    "ChooseRowDialog": lambda studio: studio.wish_of_codes(CodeAction.MERGE, 0),
    "ChooseRowDialog-empty": lambda studio: studio.wish(TreeAction.SHOW_HIDDEN),
    "EditCodeDialog": lambda studio: studio.wish_of_codes(CodeAction.DESCRIBE, 0),
    "NameColoursDialog": lambda studio: studio.do("name_colours"),
    "CommandPalette": lambda studio: studio.do("show_commands"),
    "CrashDialog": lambda _studio: CrashDialog(REPORT).exec(),
    "FormerCrashDialog": lambda studio: FormerCrashDialog(REPORT, studio.library.path, studio.window).exec(),
    "DescribeDialog": _describe,
    "ExportDialog": lambda studio: studio.do("export_notes"),
    "FindEntityDialog": lambda studio: studio.wish(TreeAction.MOVE, "Istiqlal"),
    "GuideDialog": _guide,
    "MarkHistoryDialog": _history,
    "MergeEntitiesDialog": lambda studio: studio.wish(TreeAction.MERGE, "Istiqlal", "Neo Destour"),
    "EditEntityDialog": lambda studio: studio.wish(TreeAction.RENAME, "Istiqlal"),
    "NewEntityDialog": lambda studio: studio.wish(TreeAction.NEW_ENTITY, "Morocco"),
    "NewSchemeDialog": _new_scheme,
    "GuideDialog-news": lambda studio: studio.do("show_news"),
    "WriteNoteDialog": lambda studio: studio.do("note_document"),
    "QMessageBox-problem": _problem,
    "QMessageBox-question": lambda studio: messages.ask(studio.window, "Go on?", "Go on"),
    "ReadAgainDialog": lambda studio: studio.do("read_again"),
    "RestoreDialog": _backups,
    "SettingsDialog": lambda studio: studio.do("open_settings"),
    "ShortcutsDialog": lambda studio: studio.do("show_shortcuts"),
    "SplitEntityDialog": lambda studio: studio.wish(TreeAction.SPLIT, "Istiqlal"),
    "TrashedMarksDialog": lambda studio: studio.do("show_trash"),
    "YearsDialog": lambda studio: YearsDialog(Years(1958, None), studio.window).exec(),
}
"""What opens each dialog."""


def main() -> None:
    """Take the pictures in one language, theme and size."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--language", choices=LANGUAGES, default="en")
    asked.add_argument("--theme", default="light")
    asked.add_argument("--size", default="1280x800")
    asked.add_argument("--only", default="", help="the name of one scene")
    wanted = asked.parse_args()
    width, height = map(int, wanted.size.split("x"))
    application = QApplication(["liaison"])
    application.setStyle("Fusion")
    interpreter = Interpreter(application)
    interpreter.speak(wanted.language)
    with tempfile.TemporaryDirectory() as folder:
        live_in(Path(folder))
        settings = Settings(theme=wanted.theme, language=wanted.language)
        studio = Studio(settings, (width, height), Path(folder), wanted.folder)
        studio.photograph(wanted.only)
        studio.window.close()


if __name__ == "__main__":
    main()
