"""Pieces of work that wait are done one a turn of the event loop."""

from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QTimer
from pytestqt.qtbot import QtBot

from gui.turns import Turns, turns


def _run_until_done(qtbot: QtBot, given: Turns) -> None:
    qtbot.wait_until(lambda: not given.are_waited_for)


def test_each_piece_has_a_turn_of_its_own_in_the_order_they_came(qtbot: QtBot) -> None:
    given, owner, done = Turns(), QObject(), list[str]()
    tick = QTimer(interval=0)
    tick.timeout.connect(lambda: done.append("key"))
    for name in ("first", "second", "third"):
        given.give(owner, lambda name=name: done.append(name))
    tick.start()
    _run_until_done(qtbot, given)
    pieces = [done.index(name) for name in ("first", "second", "third")]
    assert pieces == sorted(pieces)
    assert all("key" in done[here + 1 : there] for here, there in pairwise(pieces))


def test_what_is_given_meanwhile_comes_after_what_waits(qtbot: QtBot) -> None:
    given, owner, done = Turns(), QObject(), list[str]()

    def first() -> None:
        done.append("first")
        given.give(owner, lambda: done.append("third"))

    given.give(owner, first)
    given.give(owner, lambda: done.append("second"))
    _run_until_done(qtbot, given)
    assert done == ["first", "second", "third"]


def test_work_whose_owner_is_gone_is_left_out(qtbot: QtBot) -> None:
    given, owner, other, done = Turns(), QObject(), QObject(), list[str]()
    given.give(owner, lambda: done.append("of nobody"))
    given.give(other, lambda: done.append("of somebody"))
    owner.deleteLater()
    del owner
    _run_until_done(qtbot, given)
    assert done == ["of somebody"]


def test_the_next_has_its_turn_while_one_waits_for_a_dialog(qtbot: QtBot) -> None:
    given, owner, loop, done = Turns(), QObject(), QEventLoop(), list[str]()

    def waiting() -> None:
        loop.exec()
        done.append("closed")

    def closing() -> None:
        done.append("next")
        loop.quit()

    given.give(owner, waiting)
    given.give(owner, closing)
    qtbot.wait_until(lambda: "closed" in done)
    assert done == ["next", "closed"]


def test_work_given_from_within_a_dialog_that_one_has_opened_has_its_turn(qtbot: QtBot) -> None:
    given, owner, loop, done = Turns(), QObject(), QEventLoop(), list[str]()

    def waiting() -> None:
        QTimer.singleShot(0, lambda: given.give(owner, loop.quit))
        loop.exec()
        done.append("closed")

    given.give(owner, waiting)
    qtbot.wait_until(lambda: done == ["closed"])


def test_all_parts_of_the_program_share_the_turns(qtbot: QtBot) -> None:
    assert turns() is turns()
    assert turns().parent() is QCoreApplication.instance()
