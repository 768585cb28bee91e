"""Tries one piece of work again and again, each time with a fault at another operation, and looks what is left.

Run as a program with the failing files preloaded; it ends with exit code 0 when every archive came through.
"""

import ctypes
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from storage.domain.importing import ImportStatus
from storage.edits import AddAnnotations
from storage.errors import UserFacingError
from storage.library import Library

Say = Callable[[str, object], None]


def marking(path: Path, say: Say) -> None:
    """Mark two passages, each told of before and after, and close."""
    library = Library.open(path)
    for number in range(2):
        say("tried", number)
        library.apply(AddAnnotations((library.new_annotation(library.documents()[0].id, number, 9, str(number)),)))
        say("saved", number)
    library.refresh()
    library.close()


def importing(path: Path, say: Say) -> None:
    """Import two texts, and close."""
    library = Library.open(path)
    for number in range(2):
        say("tried", number)
        (outcome,) = library.import_paths([path.parent.parent / f"text{number}.txt"]).files
        if outcome.status is ImportStatus.IMPORTED:
            say("saved", number)
    library.close()


def backing_up(path: Path, say: Say) -> None:
    """Make a backup and mark a passage after it."""
    library = Library.open(path)
    library.back_up()
    say("tried", 0)
    library.apply(AddAnnotations((library.new_annotation(library.documents()[0].id, 0, 9, "0"),)))
    say("saved", 0)
    library.close()


def migrating(path: Path, say: Say) -> None:
    """Open an archive of an older format, which brings it to this one."""
    Library.open(path).close()


WORK = {work.__name__: work for work in (marking, importing, backing_up, migrating)}


def held(path: Path) -> set[str]:
    """Return what the scenario brought into an archive, which must be sound and whole."""
    library = Library.open(path)
    try:
        library.refresh()
        problems = library.check().problems
        assert problems == (), problems
        titles = {document.title for document in library.documents()}
        assert "A Meeting in Manila" in titles, titles
        assert library.tree(), "the tree is lost"
        notes = {mark.note for mark in library.annotations()}
        assert len(library.journal()) == len(notes), "the journal and the marks do not agree"
        for backup in library.backups():
            assert backup.holdings is not None, f"{backup.path} is no whole backup"
        return notes | {title.removeprefix("Text ") for title in titles if title.startswith("Text ")}
    finally:
        library.close()


def try_once(shim: ctypes.CDLL, name: str, source: Path, place: Path, n: int, error: int, lasting: bool) -> int:
    """Do the work with a fault at the n-th operation and check what is left; return how many operations there were."""
    folder = place / "here"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(source, folder)
    listening, speaking = os.pipe()
    child = os.fork()
    if not child:
        _work(shim, name, folder, speaking, n, error, lasting)
    os.close(speaking)
    with os.fdopen(listening, encoding="utf-8") as said:
        lines = [line.split(maxsplit=1) for line in said.read().splitlines()]
    os.waitpid(child, 0)
    told = {kind: {rest[0] for word, *rest in lines if word == kind} for kind in ("tried", "saved", "bug", "calls")}
    assert not told["bug"], told["bug"]
    there = held(next(folder.glob("*.liaison")))
    assert told["saved"] <= there, f"lost: {told['saved'] - there}"
    assert there <= told["tried"], f"from nowhere: {there - told['tried']}"
    return int(next(iter(told["calls"]), "0"))


def _work(shim: ctypes.CDLL, name: str, folder: Path, speaking: int, n: int, error: int, lasting: bool) -> None:
    """Be the process that meets the fault; whatever is raised that is not meant for a reader is a bug."""

    def say(word: str, thing: object) -> None:
        os.write(speaking, f"{word} {thing}\n".encode())

    try:
        shim.failing_files_arm(os.fsencode(folder), n, error, int(lasting))
        WORK[name](next(folder.glob("*.liaison")), say)
    except UserFacingError:
        say("refused", n)
    except BaseException as fault:
        say("bug", f"{type(fault).__name__}: {fault}".replace("\n", " "))
        raise
    finally:
        say("calls", shim.failing_files_calls())
        os._exit(0)


def main() -> None:
    """Try a piece of work with a fault at each of its operations, at most so many; print how many faults were met."""
    name, source, place, library, error, lasting, most = sys.argv[1:]
    shim = ctypes.CDLL(library)
    operations = try_once(shim, name, Path(source), Path(place), 0, 0, False)
    assert operations, "nothing was counted, so nothing would have failed"
    faults = 0
    for n in range(1, operations + 1, max(1, operations // int(most))):
        try:
            try_once(shim, name, Path(source), Path(place), n, int(error), lasting == "1")
        except AssertionError as failure:
            sys.exit(f"{name}, fault {error} at operation {n} of {operations}: {failure}")
        faults += 1
    print(faults)


if __name__ == "__main__":
    main()
