"""Whatever the disk does at whatever operation: the archive opens and holds what was committed."""

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from storage.library import Library
from tests.conftest import TEXT
from tests.storage.database.test_migrations import make_first_format
from tests.storage.faults.trying import WORK

_CHECKOUT = Path(__file__).resolve().parents[3]
_HERE = Path(__file__).resolve().parent
_FAULTS = [(errno.EIO, False), (errno.ENOSPC, True), (0, False)]
"""A disk that fails once, one that is full from then on, and a process that is killed."""

_FEW, _MANY = 3, 130
"""At about so many operations of each piece of work a fault is tried; a backup has many more than that."""


@pytest.fixture(scope="module")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the library that lets operations fail, compiled now, or skip."""
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if compiler is None or sys.platform != "linux":
        pytest.skip("failing files are made by a C compiler on Linux")
    library = tmp_path_factory.mktemp("shim") / "failing_files.so"
    command = [compiler, "-shared", "-fPIC", "-O1", "-o", str(library), str(_HERE / "failing_files.c"), "-ldl"]
    subprocess.run(command, check=True, capture_output=True)
    return library


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return for each piece of work a folder with the archive it begins with."""
    place = tmp_path_factory.mktemp("archives")
    (place / "meeting.txt").write_text(TEXT, encoding="utf-8")
    library = Library.create(place / "made.liaison")
    library.import_paths([place / "meeting.txt"])
    library.refresh()
    library.close()
    folders = {}
    for name in WORK:
        folders[name] = place / name
        folders[name].mkdir()
        shutil.copy(place / "made.liaison", folders[name] / "a.liaison")
        if name == "migrating":
            make_first_format(folders[name] / "a.liaison")
        else:
            shutil.copy(place / "made.liaison.index", folders[name] / "a.liaison.index")
    return folders


def try_faults(
    shim: Path, archives: dict[str, Path], place: Path, name: str, error: int, lasting: bool, most: int
) -> int:
    """Try a piece of work with faults and return how many there were."""
    for number in range(2):
        (place / f"text{number}.txt").write_text(f"Text {number}\n\nCuba wrote.", encoding="utf-8")
    program = [sys.executable, "-m", "tests.storage.faults.trying"]
    arguments = [name, str(archives[name]), str(place), str(shim), str(error), str(int(lasting)), str(most)]
    environment = {**os.environ, "LD_PRELOAD": str(shim)}
    done = subprocess.run(
        [*program, *arguments], cwd=_CHECKOUT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return int(done.stdout)


@pytest.mark.parametrize("name", WORK)
@pytest.mark.parametrize(("error", "lasting"), _FAULTS)
def test_some_faults_cost_nothing_that_was_saved(shim, archives, tmp_path, name, error, lasting) -> None:
    assert try_faults(shim, archives, tmp_path, name, error, lasting, _FEW) >= _FEW


@pytest.mark.faults
def test_a_fault_at_every_operation_costs_nothing_that_was_saved(shim, archives, tmp_path) -> None:
    faults = {
        (name, error): try_faults(shim, archives, tmp_path, name, error, lasting, _MANY)
        for name in WORK
        for error, lasting in _FAULTS
    }
    assert min(faults.values()) >= 50
    assert sum(faults.values()) >= 1_000
    assert sum(count for (_, error), count in faults.items() if not error) >= 200
