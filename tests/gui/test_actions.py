"""The table of actions is sound: keys are given once, every action can be done and found in a menu."""

from collections import Counter

from PySide6.QtGui import QKeySequence

from gui.actions import CANCEL_KEYS, MENUS, ROWS
from gui.main_window.archive_chores import ArchiveChores
from gui.main_window.authority_chores import AuthorityChores
from gui.main_window.document_chores import DocumentChores
from gui.main_window.help_chores import HelpChores
from gui.main_window.import_chores import ImportChores
from gui.main_window.keeping_desk import KeepingDesk
from gui.main_window.mark_list_desk import MarkListDesk
from gui.main_window.marks_desk import MarksDesk
from gui.main_window.mention_desk import MentionDesk
from gui.main_window.reading_chores import ReadingChores
from gui.main_window.review_desk import ReviewDesk
from gui.main_window.window_chores import WindowChores

ASKED_FOR = {
    "open_archive": "Ctrl+O",
    "find_in_document": "Ctrl+F",
    "search_everywhere": "Ctrl+Shift+F",
    "next_hit": "F3",
    "previous_hit": "Shift+F3",
    "mark_yellow": "Ctrl+H",
    "undo": "Ctrl+Z",
    "redo": "Ctrl+Shift+Z",
    "export_notes": "Ctrl+E",
    "open_settings": "Ctrl+,",
    "show_commands": "Ctrl+K",
}


def more_than_once(values: list[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


def test_no_key_has_two_meanings() -> None:
    keys = [QKeySequence(keys).toString() for row in ROWS for keys in row.keys]
    assert more_than_once([*keys, CANCEL_KEYS]) == []
    assert all(keys)


def test_the_keys_asked_for_are_there() -> None:
    keys = {row.id: row.keys for row in ROWS}
    assert {identity: wanted for identity, wanted in ASKED_FOR.items() if wanted not in keys[identity]} == {}


def test_every_action_is_done_by_exactly_one_part_of_the_window() -> None:
    doers = (
        ArchiveChores,
        ReadingChores,
        WindowChores,
        HelpChores,
        ReviewDesk,
        ImportChores,
        DocumentChores,
        MentionDesk,
        KeepingDesk,
        MarksDesk,
        MarkListDesk,
        AuthorityChores,
    )
    assert {row.id: sum(hasattr(doer, row.slot) for doer in doers) for row in ROWS} == {row.id: 1 for row in ROWS}


def test_ids_are_given_once_and_menus_exist() -> None:
    assert more_than_once([row.id for row in ROWS]) == []
    assert {row.menu for row in ROWS} <= {name for name, _ in MENUS}
    assert {row.needs for row in ROWS} <= {"", "archive", "document"}


def test_a_letter_opens_one_thing_in_a_menu() -> None:
    for menu, _ in MENUS:
        letters = [row.label.lower().partition("&")[2][:1] for row in ROWS if row.menu == menu and "&" in row.label]
        assert more_than_once(letters) == [], menu
    assert more_than_once([title.lower().partition("&")[2][:1] for _, title in MENUS]) == []
