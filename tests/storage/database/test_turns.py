"""A thread that writes again and again lets others have their turn."""

import threading

from storage.database.turns import Turns


def test_who_waits_comes_before_who_has_just_held_it() -> None:
    turns = Turns()
    order: list[str] = []
    holds, is_waiting, done = threading.Event(), threading.Event(), threading.Event()

    def person() -> None:
        holds.wait()
        is_waiting.set()
        with turns.taken():
            order.append("edit")
        done.set()

    thread = threading.Thread(target=person)
    thread.start()
    with turns.taken():
        holds.set()
        is_waiting.wait()
        while not turns.others_wait:
            pass
        order.append("transaction")
    while not done.is_set():
        with turns.taken():
            order.append("transaction")
    thread.join()
    assert order.index("edit") <= 2


def test_it_can_be_taken_again_by_who_holds_it() -> None:
    turns = Turns()
    with turns.taken(), turns.taken():
        assert not turns.others_wait
