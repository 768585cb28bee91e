"""Pieces of work that wait are done one a turn of the event loop."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QThread, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.turns import Steps, Turns, turns


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


def _slow_steps(done: list[int], number: int = 5) -> Iterator[None]:
    try:
        for step in range(number):
            QThread.msleep(11)  # longer than a turn
            done.append(step)
            yield
    finally:
        done.append(-1)


def test_steps_are_taken_in_turns_until_none_is_left(qtbot: QtBot) -> None:
    steps, done, beats, ended = Steps(), list[int](), list[int](), list[bool]()
    tick = QTimer(interval=0)
    tick.timeout.connect(lambda: beats.append(len(done)))
    tick.start()
    steps.begin(_slow_steps(done), lambda: ended.append(steps.are_under_way))
    assert steps.are_under_way
    qtbot.wait_until(lambda: bool(ended))
    assert done == [0, 1, 2, 3, 4, -1]
    assert {1, 2, 3, 4} <= set(beats), "there is a turn for others after each step"
    assert ended == [False]


def test_steps_that_are_stopped_are_closed(qtbot: QtBot) -> None:
    steps, done, ended = Steps(), list[int](), list[bool]()
    steps.begin(_slow_steps(done), lambda: ended.append(True))
    qtbot.wait_until(lambda: len(done) == 2)
    steps.stop()
    assert done[-1] == -1
    assert not steps.are_under_way
    QTest.qWait(20)
    assert (len(done), ended) == (3, [])


def test_steps_in_place_of_others_are_the_only_ones(qtbot: QtBot) -> None:
    steps, first, second = Steps(), list[int](), list[int]()
    steps.begin(_slow_steps(first))
    steps.begin(_slow_steps(second, 2))
    qtbot.wait_until(lambda: not steps.are_under_way)
    assert (first, second) == ([], [0, 1, -1])


def test_what_is_left_can_be_finished_at_once(qtbot: QtBot) -> None:
    steps, done, ended = Steps(), list[int](), list[bool]()
    steps.begin(_slow_steps(done), lambda: ended.append(True))
    steps.finish()
    assert (done[-1], ended, steps.are_under_way) == (-1, [True], False)


def test_steps_end_with_an_error(qtbot: QtBot) -> None:
    def failing() -> Iterator[None]:
        yield
        raise ValueError("no step")

    steps, ended = Steps(), list[bool]()
    with qtbot.captureExceptions() as errors:
        steps.begin(failing(), lambda: ended.append(True))
        qtbot.wait_until(lambda: bool(ended))
    assert [str(error[1]) for error in errors] == ["no step"]
    assert not steps.are_under_way


def test_a_step_may_wait_for_a_dialog(qtbot: QtBot) -> None:
    steps, loop, done = Steps(), QEventLoop(), list[str]()

    def asking() -> Iterator[None]:
        QTimer.singleShot(30, loop.quit)
        loop.exec()
        done.append("closed")
        yield
        done.append("next")

    steps.begin(asking())
    qtbot.wait_until(lambda: not steps.are_under_way)
    assert done == ["closed", "next"]
