from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.dialogs.command_palette import CommandPalette, PaletteItem

ITEMS = (
    PaletteItem("Export notes", "command", "export"),
    PaletteItem("São Paulo Forum", "body", "forum"),
    PaletteItem("Foreign policy", "document", 7),
)


def test_typing_narrows_and_enter_chooses(qtbot: QtBot) -> None:
    palette = CommandPalette(ITEMS)
    qtbot.addWidget(palette)
    palette.show()
    assert palette.list.count() == 3
    qtbot.keyClicks(palette.field, "SAO for")
    assert palette.list.count() == 1
    with qtbot.waitSignal(palette.accepted):
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.chosen() == "forum"


def test_arrows_move_in_the_list_while_the_cursor_stays_in_the_field(qtbot: QtBot) -> None:
    palette = CommandPalette(ITEMS)
    qtbot.addWidget(palette)
    palette.show()
    for _ in range(5):
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.chosen() == 7
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.chosen() == "forum"


def test_nothing_matching_chooses_nothing(qtbot: QtBot) -> None:
    palette = CommandPalette(ITEMS)
    qtbot.addWidget(palette)
    palette.show()
    qtbot.keyClicks(palette.field, "absent")
    with qtbot.assertNotEmitted(palette.accepted):
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.chosen() is None
    palette.close()
