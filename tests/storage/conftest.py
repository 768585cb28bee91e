"""Archives for the tests of storage."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.library import Library

TEXT = (
    "A Meeting in Manila\n\n"
    "In September 2000 parties from all over Asia met in Manila. The Communist Party of China took part.\n\n"
    "An emoji \U0001f600, a NO-BREAK\u00a0SPACE, a combining e\u0301 and \U00020000 beyond the BMP.\n\n"
    "The Workers' Party of Korea and the Communist Party of Cuba sent greetings."
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Return an empty archive."""
    opened = Library.create(tmp_path / "archive.liaison", "Trial")
    yield opened
    opened.close()


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
