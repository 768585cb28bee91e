"""Archives for the tests of storage."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.library import Library
from tests.conftest import TEXT


@pytest.fixture
def filled(library: Library, tmp_path: Path) -> Library:
    """Return an archive with one document."""
    file = tmp_path / "meeting.txt"
    file.write_text(TEXT, encoding="utf-8")
    library.import_paths([file])
    return library


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder on a disk of its own with room for 8 MB, or skip."""
    place = tmp_path / "disk"
    place.mkdir()
    if not _mount("-t", "tmpfs", "-o", "size=8m", "tmpfs", str(place)):
        pytest.skip("a small disk cannot be mounted here, which takes the rights of the administrator")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def protect(disk: Path, protected: bool = True) -> None:
    """Let a small disk be read only, or be written to again."""
    assert _mount("-o", f"remount,{'ro' if protected else 'rw'}", str(disk))


def fill(disk: Path) -> None:
    """Fill a small disk to its last byte."""
    with (disk / "filling").open("wb", buffering=0) as file:
        try:
            while file.write(bytes(4096)):
                pass
        except OSError:
            return


def _mount(*arguments: str) -> bool:
    try:
        return subprocess.run(["mount", *arguments], capture_output=True, check=False).returncode == 0
    except OSError:
        return False
