from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.dialogs.command_palette import CommandPalette, PaletteItem, searched

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
    assert palette.nothing_matches.isVisible()
    assert not palette.list.isVisible()
    palette.field.clear()
    assert not palette.nothing_matches.isVisible()
    assert palette.list.isVisible()
    palette.close()


def test_what_else_is_called_so_comes_after_what_is_known(qtbot: QtBot) -> None:
    asked: list[str] = []

    def more(words: str) -> list[PaletteItem]:
        asked.append(words)
        return [PaletteItem("Forum of Another Kind", "body", "another")]

    palette = CommandPalette(ITEMS, more)
    qtbot.addWidget(palette)
    palette.show()
    qtbot.keyClicks(palette.field, "forum")
    qtbot.wait_until(lambda: palette.list.count() == 2)
    assert asked == ["forum"]
    assert palette.chosen() == "forum"
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.chosen() == "another"


def test_what_is_offered_later_is_found_by_the_words_typed_already(qtbot: QtBot) -> None:
    palette = CommandPalette(ITEMS, lambda _words: [PaletteItem("Forum of Another Kind", "body", "another")])
    qtbot.addWidget(palette)
    palette.show()
    qtbot.keyClicks(palette.field, "forum")
    documents = [PaletteItem(f"Report on the Forum {number}", "document", number) for number in range(100)]
    palette.offer(documents, [searched(document) for document in documents])
    said = [palette.list.item(row).text() for row in range(palette.list.count())]
    assert said[:2] == ["São Paulo Forum  ·  body", "Report on the Forum 0  ·  document"]
    qtbot.wait_until(lambda: palette.list.item(palette.list.count() - 1).text().startswith("Forum of Another"))
    qtbot.keyClicks(palette.field, " 99")
    assert palette.chosen() == 99
    palette.field.clear()
    assert palette.list.count() == len(ITEMS)
