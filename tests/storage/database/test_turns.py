"""A thread that writes again and again lets others have their turn."""

import threading
import time

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


def test_a_transaction_is_to_end_as_soon_as_an_edit_waits_for_it(library) -> None:
    connections = library._archive.connections
    facts = "SELECT value FROM archive WHERE key = 'tried'"

    def edit() -> None:
        with connections.edit() as connection:
            connection.execute("INSERT INTO archive VALUES ('tried', 'edited')")

    thread = threading.Thread(target=edit)
    with connections.write_archive() as connection:
        just_begun = time.monotonic() + 3_600  # so that it has not taken long, however slow the machine is
        assert not connections.is_time_to_end(just_begun)
        thread.start()
        while not connections.is_time_to_end(just_begun):
            pass
        assert connection.execute(facts).fetchone() is None
    thread.join()
    assert not connections.is_time_to_end(just_begun)
    assert connections.is_time_to_end(time.monotonic() - 1)
    with connections.read() as connection:
        assert connection.execute(facts).fetchone()[0] == "edited"
