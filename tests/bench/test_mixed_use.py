"""The benchmark of mixed use itself: every kind of action is really done, and what comes of it is in the archive."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.library import Library
from storage.settings import load_settings
from tests.bench import mixed_use
from tests.bench.beating import Heart, Machine
from tests.bench.import_heartbeat import make_pages
from tests.bench.mixed_actions import EVERYDAY, REBUILDING
from tests.bench.playing import play


def test_a_person_does_everything_while_files_come_in(tmp_path: Path, qapp: object) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    make_pages(pages, 100, 0.5)
    report = mixed_use.measure(tmp_path, sorted(pages.rglob("*.html")), minutes=0, pace=0.3)
    assert set(report.done) == {*EVERYDAY, *REBUILDING}
    assert report.wrong == ()
    assert report.everyday.beats > 1000
    assert report.rebuilding.beats
    library = Library.open(tmp_path / "mixed.liaison")
    try:
        documents, marks = library.documents(), library.annotations()
        done = [entry.label for entry in library.journal(100) if not entry.undone]
    finally:
        library.close()
    assert len(documents) == 101
    assert len(marks) == 4
    assert sum(bool(mark.note) for mark in marks) == 1
    assert [len(mark.tags) for mark in marks if mark.tags] == [2]
    assert any("note" in label for label in done)
    assert any("tag" in label for label in done)
    assert load_settings()[0].language == "zh_CN"


def test_what_the_archive_lacks_is_told(tmp_path: Path) -> None:
    library = Library.create(tmp_path / "empty.liaison")
    library.close()
    wrong = list(mixed_use.what_is_wrong(library.path, {mixed_use.AnnotationId("a"): mixed_use.Kept("yellow")}))
    assert len(wrong) == 1


def test_a_pause_says_what_was_done_and_what_it_was_spent_on(qapp: object) -> None:
    def steps() -> Iterator[int]:
        yield 50
        heart.doing = "holding up"
        hold_up(0.3)
        yield 50
        heart.doing = "nothing"
        yield 50

    heart = Heart(is_watched=True)
    with Machine() as machine:
        play(steps(), heart)
    (pause,) = [each for each in map(machine.beside, heart.pauses) if each.spent.working > 200]
    assert pause.doing == "holding up"
    assert pause.milliseconds >= pause.spent.working
    assert any("hold_up" in look for look in pause.looks)
    assert max(heart.late(["holding up"])) == pause.milliseconds
    assert pause.milliseconds not in heart.late(["nothing"])


def test_threads_go_by_the_names_they_had_at_the_time(qapp: object) -> None:
    """The number of a thread that has ended is given to the next one, which is there when the pauses are told."""

    def steps() -> Iterator[int]:
        yield 50
        for name in ("first", "second"):
            beside = threading.Thread(target=hold_up, args=(0.3,), name=name)
            beside.start()
            hold_up(0.2)
            yield 50
            beside.join()
            yield 50

    heart = Heart(is_watched=True)
    play(steps(), heart)
    long = sorted((pause for pause in heart.pauses if pause.spent.working > 150), key=lambda pause: pause.begun)
    assert len(long) == 2
    for pause, here, elsewhere in zip(long, ("first", "second"), ("second", "first"), strict=True):
        assert any(f"{here}: " in look for look in pause.looks)
        assert not any(f"{elsewhere}: " in look for look in pause.looks)


def hold_up(seconds: float) -> None:
    until = time.thread_time() + seconds
    while time.thread_time() < until:
        pass


def test_an_error_in_a_step_ends_the_play(qapp: object) -> None:
    def steps() -> Iterator[int]:
        yield 1
        raise LookupError("nothing there")

    with pytest.raises(LookupError, match="nothing there"):
        play(steps(), Heart())
