"""The table of actions: what each is called, its keys, its menu, and the slot of the window that does it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

# Typed to return any object; it returns the words it is given.
_TR = cast("Callable[[str, str], str]", QT_TRANSLATE_NOOP)

MENUS = (
    ("file", _TR("actions", "&File")),
    ("edit", _TR("actions", "&Edit")),
    ("view", _TR("actions", "&View")),
    ("go", _TR("actions", "&Go")),
    ("annotate", _TR("actions", "&Annotate")),
    ("archive", _TR("actions", "A&rchive")),
    ("help", _TR("actions", "&Help")),
)


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action: ``slot`` names the window's method; ``needs`` is what must be there: nothing, archive or document.

    One that ``writes`` cannot be done in an archive that is open for reading only.
    """

    id: str
    label: str
    menu: str
    slot: str
    keys: tuple[str, ...] = ()
    needs: str = ""
    separator_before: bool = False
    writes: bool = False


def _row(
    identity: str,
    label: object,
    menu: str,
    *keys: str,
    needs: str = "",
    slot: str = "",
    before: bool = False,
    writes: bool = False,
) -> ActionRow:
    return ActionRow(identity, str(label), menu, slot or identity, keys, needs, before, writes)


ROWS = (
    _row("new_archive", _TR("actions", "&New archive…"), "file", "Ctrl+N"),
    _row("open_archive", _TR("actions", "&Open archive…"), "file", "Ctrl+O"),
    _row("try_sample", _TR("actions", "Try the &sample"), "file"),
    _row("import_files", _TR("actions", "&Import files…"), "file", "Ctrl+I", needs="archive", before=True, writes=True),
    _row("import_folder", _TR("actions", "Import a &folder…"), "file", "Ctrl+Shift+I", needs="archive", writes=True),
    _row("show_import", _TR("actions", "Import p&rogress"), "file", "Ctrl+Alt+I", needs="archive"),
    _row("import_notes", _TR("actions", "&Take in notes…"), "file", needs="archive", writes=True),
    _row("export_notes", _TR("actions", "&Export notes…"), "file", "Ctrl+E", needs="archive"),
    _row("back_up", _TR("actions", "Save a cop&y elsewhere…"), "file", needs="archive", before=True),
    _row("restore_backup", _TR("actions", "Restore a &backup…"), "file"),
    _row("salvage_archive", _TR("actions", "Sal&vage a damaged archive…"), "file"),
    _row("close_archive", _TR("actions", "&Close archive"), "file", needs="archive", before=True),
    _row("quit_program", _TR("actions", "&Quit"), "file", "Ctrl+Q"),
    _row("undo", _TR("actions", "&Undo"), "edit", "Ctrl+Z", needs="archive", writes=True),
    _row("redo", _TR("actions", "&Redo"), "edit", "Ctrl+Shift+Z", "Ctrl+Y", needs="archive", writes=True),
    _row("copy_text", _TR("actions", "&Copy"), "edit", "Ctrl+C", needs="document", before=True),
    _row("find_in_document", _TR("actions", "&Find in the document"), "edit", "Ctrl+F", needs="document", before=True),
    _row("search_everywhere", _TR("actions", "Search &everywhere"), "edit", "Ctrl+Shift+F", needs="archive"),
    _row("next_hit", _TR("actions", "&Next hit"), "edit", "F3", needs="archive"),
    _row("previous_hit", _TR("actions", "&Previous hit"), "edit", "Shift+F3", needs="archive"),
    _row("open_settings", _TR("actions", "&Settings…"), "edit", "Ctrl+,", before=True),
    _row("zoom_in", _TR("actions", "Zoom &in"), "view", "Ctrl++", "Ctrl+=", needs="document"),
    _row("zoom_out", _TR("actions", "Zoom &out"), "view", "Ctrl+-", needs="document"),
    _row("zoom_reset", _TR("actions", "&Usual size"), "view", "Ctrl+0", needs="document"),
    _row("reset_panels", _TR("actions", "&Put all panels back"), "view", before=True),
    _row("go_back", _TR("actions", "&Back"), "go", "Alt+Left", needs="archive"),
    _row("go_forward", _TR("actions", "&Forward"), "go", "Alt+Right", needs="archive"),
    _row("go_to_place", _TR("actions", "Go to &paragraph or page…"), "go", "Ctrl+G", needs="document", before=True),
    _row("next_mark", _TR("actions", "Next &mark"), "go", "F4", needs="document"),
    _row("previous_mark", _TR("actions", "Pre&vious mark"), "go", "Shift+F4", needs="document"),
    _row("next_panel", _TR("actions", "&Next panel"), "go", "F6", needs="archive", before=True),
    _row("previous_panel", _TR("actions", "P&revious panel"), "go", "Shift+F6", needs="archive"),
    _row("next_tab", _TR("actions", "Next &document tab"), "go", "Ctrl+Tab", needs="document"),
    _row("move_across", _TR("actions", "Move to the other &side"), "go", "Ctrl+\\", needs="document"),
    _row("close_tab", _TR("actions", "&Close the document"), "go", "Ctrl+W", needs="document"),
    _row("mark_yellow", _TR("actions", "Highlight"), "annotate", "Ctrl+H", "Ctrl+1", needs="document", writes=True),
    _row("mark_green", _TR("actions", "Highlight in green"), "annotate", "Ctrl+2", needs="document", writes=True),
    _row("mark_rose", _TR("actions", "Highlight in rose"), "annotate", "Ctrl+3", needs="document", writes=True),
    _row("mark_blue", _TR("actions", "Highlight in blue"), "annotate", "Ctrl+4", needs="document", writes=True),
    _row(
        "mark_hit",
        _TR("actions", "Highlight the current &hit"),
        "annotate",
        "Ctrl+Shift+H",
        needs="document",
        before=True,
        writes=True,
    ),
    _row(
        "mark_all_hits",
        _TR("actions", "Highlight &all hits of the search"),
        "annotate",
        needs="archive",
        writes=True,
    ),
    _row(
        "edit_note", _TR("actions", "Write a &note"), "annotate", "Ctrl+M", needs="document", before=True, writes=True
    ),
    _row(
        "note_document",
        _TR("actions", "Note on the &document…"),
        "annotate",
        "Ctrl+Alt+M",
        needs="document",
        writes=True,
    ),
    _row("note_entity", _TR("actions", "Note on the &entity…"), "annotate", needs="archive", writes=True),
    _row(
        "name_colours",
        _TR("actions", "What &colours stand for…"),
        "annotate",
        needs="archive",
        before=True,
        writes=True,
    ),
    _row("show_trash", _TR("actions", "De&leted marks…"), "annotate", needs="archive", writes=True),
    _row(
        "review_marks",
        _TR("actions", "&Review marks…"),
        "annotate",
        "Ctrl+Shift+R",
        needs="archive",
        writes=True,
    ),
    _row(
        "review_mentions", _TR("actions", "Review &mentions…"), "archive", "Ctrl+Shift+M", needs="archive", writes=True
    ),
    _row(
        "import_authority_list", _TR("actions", "Import an a&uthority list…"), "archive", needs="archive", writes=True
    ),
    _row(
        "take_in_authority_file",
        _TR("actions", "Take in the &newer authority file…"),
        "archive",
        needs="archive",
        writes=True,
    ),
    _row("check_sources", _TR("actions", "Check for changed &files…"), "archive", needs="archive", before=True),
    _row("read_again", _TR("actions", "Read the document again &as…"), "archive", needs="document", writes=True),
    _row("check_archive", _TR("actions", "&Check the archive"), "archive", needs="archive", before=True),
    _row("rebuild_index", _TR("actions", "Make the &index anew"), "archive", needs="archive", writes=True),
    _row("back_up_now", _TR("actions", "&Back up now"), "archive", needs="archive"),
    _row("show_guide", _TR("actions", "User &guide"), "help", "F1"),
    _row("show_commands", _TR("actions", "&Commands"), "help", "Ctrl+K"),
    _row("show_shortcuts", _TR("actions", "&Keyboard shortcuts"), "help", "Ctrl+F1"),
    _row("show_news", _TR("actions", "What is &new"), "help", before=True),
    _row("report_problem", _TR("actions", "&Report a problem…"), "help"),
    _row("show_about", _TR("actions", "&About Liaison"), "help", before=True),
)

CANCEL_KEYS = "Esc"
"""Leaves the search field, the find bar and the reviews, and clears the hits."""

CONFIRM_KEYS = "Ctrl+Return"
"""Places the mark that waits for words to be selected."""


def translated(words: object) -> str:
    """Return words of the table in the reader's language."""
    return QCoreApplication.translate("actions", str(words))


def make_actions(window: QWidget, doers: Sequence[QObject]) -> dict[str, QAction]:
    """Make the actions of the table and connect each to the slot of its name, which one of the doers has."""
    made = {}
    for row in ROWS:
        action = QAction(translated(row.label), window)
        doer = next(doer for doer in doers if hasattr(doer, row.slot))
        action.setObjectName(row.id)
        action.setShortcuts([QKeySequence(keys) for keys in row.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(getattr(doer, row.slot))
        window.addAction(action)
        made[row.id] = action
    return made


def plain_label(action: QAction) -> str:
    """Return an action's words, as they are at the moment, without the menu's sign for its key and without dots."""
    return _plain(action.text())


def plain_name(row: ActionRow) -> str:
    """Return what an action is always called: *Undo*, whatever there is to undo."""
    return _plain(translated(row.label))


def _plain(words: str) -> str:
    # Where the letters of menus are not those of the language, the key stands behind the words: 文件(&F)
    return re.sub(r"\(&.\)", "", words).replace("&", "").rstrip("…")
