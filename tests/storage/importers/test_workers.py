"""Workers: results, limits, death, and that none is left."""

import os
import signal
import sys
import zlib
from pathlib import Path

import pytest

from storage.domain.ids import DocumentId
from storage.importers.worker_process import packed_authority
from storage.importers.workers import FileResult, Task, WorkerPool
from tests.storage.importers.made_files import docx, package

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="the limits of memory and named pipes are Linux's")


def files(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"{number}.txt" for number in range(count)]
    for path in paths:
        path.write_text(f"Words of {path.stem}\n\nA second paragraph that ends.", encoding="utf-8")
    return paths


def endless(folder: Path) -> Path:
    """Make a file whose reading never ends: nobody writes to it."""
    path = folder / "endless.txt"
    os.mkfifo(path)
    return path


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def reason(result: FileResult) -> str:
    return result.members[0].reason


def test_every_file_comes_back_with_its_extraction(tmp_path):
    from hashlib import sha256

    from storage.importers.registry import extract

    paths = files(tmp_path, 20)
    word = tmp_path / "a.docx"
    word.write_bytes(docx("<w:p><w:r><w:t>Words</w:t></w:r></w:p>"))
    with WorkerPool(2) as pool:
        found = {result.path: result for result in pool.extract_files([*paths, word])}
    assert set(found) == {*paths, word}
    for path, result in found.items():
        data = path.read_bytes()
        assert (result.sha256, result.size) == (sha256(data).hexdigest(), len(data))
        assert result.members[0].extraction == extract(data, path.name)


def test_failures_and_archives(tmp_path):
    (tmp_path / "empty.txt").touch()
    (tmp_path / "all.zip").write_bytes(package({"a.txt": "One", "b.txt": ""}))
    paths = [tmp_path / "empty.txt", tmp_path / "all.zip", tmp_path / "missing.txt"]
    with WorkerPool(1) as pool:
        empty, archive, missing = pool.extract_files(paths)
    assert reason(empty).startswith("empty.txt: The file is empty")
    assert [(member.name, bool(member.extraction)) for member in archive.members] == [("a.txt", True), ("b.txt", False)]
    assert "missing.txt cannot be read" in reason(missing)
    assert missing.sha256 == ""


@on_linux
def test_endless_file_costs_itself(tmp_path):
    stuck, paths = endless(tmp_path), files(tmp_path, 10)
    with WorkerPool(2, seconds=1) as pool:
        found = {result.path: result for result in pool.extract_files([paths[0], stuck, *paths[1:]])}
        assert not [process for process in pool.process_ids() if not is_running(process)]
    assert "longer than 1 seconds" in reason(found[stuck])
    assert all(found[path].members[0].extraction for path in paths)


@on_linux
def test_killed_worker_costs_one_file(tmp_path):
    stuck, paths = endless(tmp_path), files(tmp_path, 10)
    with WorkerPool(1) as pool:
        results = pool.extract_files([paths[0], stuck, *paths[1:]])
        found = [next(results)]
        for process in pool.process_ids():
            os.kill(process, signal.SIGKILL)
        found += results
    assert len(found) == 11
    assert [result.path for result in found if reason(result)] == [stuck]
    assert "break off" in reason(next(result for result in found if reason(result)))


@on_linux
def test_file_that_eats_memory_costs_itself(tmp_path):
    greedy, paths = tmp_path / "greedy.txt", files(tmp_path, 5)
    greedy.symlink_to("/dev/zero")
    with WorkerPool(2, seconds=20, megabytes=400) as pool:
        found = {result.path: result for result in pool.extract_files([greedy, *paths])}
    assert "memory" in reason(found[greedy])
    assert all(found[path].members[0].extraction for path in paths)


def test_no_worker_is_left_after_an_error_or_a_cancel(tmp_path):
    paths = files(tmp_path, 50)
    processes: tuple[int, ...] = ()

    def break_off() -> None:
        nonlocal processes
        with WorkerPool(2) as pool:
            for _ in pool.extract_files(paths):
                processes = pool.process_ids()
                raise LookupError

    with pytest.raises(LookupError):
        break_off()
    assert processes
    assert not any(map(is_running, processes))

    with WorkerPool(2) as pool:
        seen: list[FileResult] = []
        seen.extend(result for result in pool.extract_files(paths, lambda: len(seen) >= 5))
        processes = pool.process_ids()
        assert len(list(pool.extract_files(paths[:3]))) == 3
    assert len(seen) < len(paths)
    assert not any(map(is_running, processes))


@on_linux
def test_files_wait_while_workers_are_held(tmp_path):
    paths = files(tmp_path, 20)
    with WorkerPool(2) as pool:
        pool.hold(True)
        pool.begin(paths)
        assert [pool.turn() for _ in range(20)] == [[]] * 20
        pool.hold(False)
        found = []
        while not pool.is_done:
            found += pool.turn()
    assert {result.path for result in found} == set(paths)


def test_names_are_found_and_known_files_are_only_hashed(tmp_path):
    from hashlib import sha256

    from storage.text.name_matching import NameMatcher
    from storage.use_cases.archive import shipped_authority

    page, known = tmp_path / "a.html", tmp_path / "b.html"
    page.write_text("<p>A party from Cuba came to Peru in 1976.</p>")
    known.write_text("<p>Other words.</p>")
    authority = shipped_authority()
    task = Task(packed_authority(authority, lambda: None), known=frozenset({sha256(known.read_bytes()).hexdigest()}))
    with WorkerPool(1, task=task) as pool:
        found = {result.path: result for result in pool.extract_files([page, known])}
    (member,) = found[page].members
    assert member.extraction is not None
    text, blocks = member.extraction.text, member.extraction.blocks
    assert member.mentions == NameMatcher(authority).mentions(text, blocks, DocumentId(0))
    assert [mention.name for mention in member.mentions or ()] == ["Cuba", "Peru"]
    assert zlib.decompress(found[page].packed) == page.read_bytes()
    assert (found[known].members[0].extraction, found[known].members[0].reason, found[known].packed) == (None, "", b"")


@pytest.mark.skipif(not hasattr(os, "getpriority"), reason="priorities are told by POSIX systems only")
@pytest.mark.parametrize("stands_back", [False, True])
def test_workers_stand_back_for_a_person_where_that_is_wanted(tmp_path, stands_back):
    with WorkerPool(1, task=Task(stands_back=stands_back)) as pool:
        list(pool.extract_files(files(tmp_path, 2)))
        (worker,) = pool.process_ids()
        lower = os.getpriority(os.PRIO_PROCESS, worker) > os.getpriority(os.PRIO_PROCESS, 0)
        assert lower is stands_back
