"""Imports that are killed, or that run out of disk: what was committed stays, and what is missing comes in later."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from storage.domain.importing import ImportProgress, ImportStatus
from storage.domain.search import SearchRequest
from storage.library import Library

_IMPORTING = """
import sys
from pathlib import Path
from storage.library import Library
told = []
def tell(progress):
    if progress.current and not told:
        told.append(print("begun", flush=True))
if __name__ == "__main__":
    library = Library.open(Path(sys.argv[1]))
    report = library.import_paths([Path(sys.argv[2])], jobs=2, watch=tell)
    library.close()
    print("done", len(report.files), flush=True)
"""
_KILLS = 50
_FILES, _COPIES = 240, 24
_CHECKOUT = Path(__file__).resolve().parents[2]


def _write_files(folder: Path, number: int) -> None:
    """Write pages and texts of very different lengths, each tenth of them twice."""
    chance = random.Random(4)
    words = ["Cuba", "Havana", "party", "delegation", "communist", "China", "peace", "visit", "the", "of", "and", "in"]
    folder.mkdir()
    for each in range(number):
        body = [" ".join(chance.choices(words, k=chance.randint(3, 60))) for _ in range(chance.randint(1, 40))]
        name, content = f"{each:04}.txt", "\n\n".join(body)
        if each % 3:
            page = "".join(f"<p>{paragraph}.</p>" for paragraph in body)
            head = f"<title>Report {each}</title><meta name=author content='Writer {each}'>"
            name, content = f"{each:04}.html", f"<html><head>{head}</head><body>{page}</body></html>"
        (folder / name).write_text(content, encoding="utf-8")
        if each % 10 == 0:
            (folder / f"{each:04}_again{Path(name).suffix}").write_text(content, encoding="utf-8")


def _content(path: Path) -> dict[str, tuple[object, ...]]:
    """Return all that an import brought into an archive, by the path of each document's file."""
    library = Library.open(path)
    library.refresh()
    assert library.check().problems == ()
    content = {}
    for document in library.documents():
        version = library.text(document.id)
        found = [(mention.start, mention.end, mention.entity) for mention in library.mentions(document.id)]
        content[document.path] = (document.description, version.text, version.blocks, version.extractor, found)
    words = library.search(SearchRequest("delegation")).total_passages
    library.close()
    return {**content, "passages": (words,)}


def _import_and_kill(archive: Path, folder: Path, seconds: float) -> bool:
    """Run an import and kill it a while after the first file was read; tell whether it had ended by then."""
    command = [sys.executable, "-c", _IMPORTING, str(archive), str(folder)]
    child = subprocess.Popen(command, cwd=_CHECKOUT, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "begun\n"
    time.sleep(seconds)
    child.kill()
    ended = child.stdout.read().startswith("done")
    child.wait()
    child.stdout.close()
    return ended


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, tuple[object, ...]], float]:
    """Return a folder of files, the content of an archive they came into, and how long that took from the first on."""
    place = tmp_path_factory.mktemp("undisturbed")
    _write_files(place / "files", _FILES)
    library = Library.create(place / "whole.liaison")
    begun: list[float] = []

    def tell(progress: ImportProgress) -> None:
        if progress.current:
            begun.append(time.monotonic())

    report = library.import_paths([place / "files"], jobs=2, watch=tell)
    seconds = time.monotonic() - begun[0]
    assert report.count(ImportStatus.IMPORTED) == _FILES
    assert report.count(ImportStatus.DUPLICATE) == _COPIES
    library.close()
    return place / "files", _content(place / "whole.liaison"), seconds


def _kill_and_resume(
    undisturbed: tuple[Path, dict[str, tuple[object, ...]], float], archive: Path, chance: random.Random, most: int
) -> int:
    """Kill imports into one archive at most so often, then import undisturbed; return how many were killed at work."""
    files, expected, seconds = undisturbed
    Library.create(archive).close()
    kills = 0
    while kills < most and not _import_and_kill(archive, files, chance.uniform(0, seconds * 1.2)):
        kills += 1
    library = Library.open(archive)
    held = len(library.documents())
    report = library.import_paths([files], jobs=2)
    assert len(report.files) == _FILES + _COPIES
    assert report.count(ImportStatus.IMPORTED) == _FILES - held
    assert report.count(ImportStatus.FAILED) == 0
    library.close()
    assert _content(archive) == expected
    return kills


def test_an_import_that_was_killed_goes_on_where_it_stopped(undisturbed, tmp_path):
    _kill_and_resume(undisturbed, tmp_path / "killed.liaison", random.Random(0), 5)


@pytest.mark.faults
def test_fifty_kills_leave_the_archive_of_an_undisturbed_import(undisturbed, tmp_path):
    chance = random.Random(1)
    kills = archives = 0
    while kills < _KILLS:
        kills += _kill_and_resume(undisturbed, tmp_path / f"{archives}.liaison", chance, min(5, _KILLS - kills))
        archives += 1
    assert kills == _KILLS


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="processes are looked up as Linux shows them")
def test_no_worker_outlives_the_import_that_was_killed(tmp_path):
    _write_files(tmp_path / "files", 200)
    Library.create(tmp_path / "a.liaison").close()
    command = [sys.executable, "-c", _IMPORTING, str(tmp_path / "a.liaison"), str(tmp_path / "files")]
    child = subprocess.Popen(command, cwd=_CHECKOUT, stdout=subprocess.DEVNULL)
    while not (workers := _children(child.pid)) and child.poll() is None:
        time.sleep(0.01)
    child.kill()
    child.wait()
    patience = time.monotonic() + 60
    while (left := [each for each in workers if _is_running(each)]) and time.monotonic() < patience:
        time.sleep(0.05)
    assert workers
    assert left == []


def _children(process: int) -> list[int]:
    try:
        tasks = list(Path(f"/proc/{process}/task").iterdir())
        return [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except OSError:
        return []


def _is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_full_disk_is_named_and_nothing_committed_is_lost(small_disk, tmp_path):
    files = tmp_path / "files"
    files.mkdir()
    for number in range(200):
        noise = os.urandom(12_000).hex()
        (files / f"{number:03}.txt").write_text(f"Text {number} about Cuba.\n\n{noise}", encoding="utf-8")
    library = Library.create(small_disk / "small.liaison")
    report = library.import_paths([files])
    came_in = [outcome.path for outcome in report.files if outcome.status is ImportStatus.IMPORTED]
    failed = [outcome for outcome in report.files if outcome.status is ImportStatus.FAILED]
    assert len(came_in) + len(failed) == 200
    assert failed
    assert all("full" in outcome.reason for outcome in failed)
    library.close()
    again = Library.open(small_disk / "small.liaison")
    assert [document.path for document in again.documents()] == came_in
    for document in again.documents():
        assert again.text(document.id).text == Path(document.path).read_text(encoding="utf-8")
    again.close()
