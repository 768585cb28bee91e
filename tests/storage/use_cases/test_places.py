"""Synchronised and network folders are recognised by what their programs leave there, and others are not."""

from pathlib import Path

import pytest

from storage.domain.archive import PlaceRisk, RiskyPlace
from storage.library import Library
from storage.use_cases.places import risky_place

_MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/export /drives/shared nfs4 rw 0 0
//server/share /drives/two\\040words cifs rw 0 0
/dev/sdb1 /drives/shared/disk ext4 rw 0 0
broken line
"""


@pytest.mark.parametrize(
    ("folder", "mark", "program"),
    [
        ("work", ".stfolder/x", "Syncthing"),
        ("work", ".sync_a1b2c3.db", "Nextcloud"),
        ("work", ".dropbox.cache/x", "Dropbox"),
        ("Dropbox", "", "Dropbox"),
        ("OneDrive - University", "", "OneDrive"),
        ("Mobile Documents", "", "iCloud"),
    ],
)
def test_a_synchronised_folder_is_recognised(tmp_path: Path, folder: str, mark: str, program: str) -> None:
    inside = tmp_path / folder / "archives" / "mine"
    inside.mkdir(parents=True)
    if mark:
        trace = tmp_path / folder / mark
        trace.parent.mkdir(exist_ok=True)
        trace.write_text("", encoding="utf-8")
    assert risky_place(inside / "a.liaison") == RiskyPlace(PlaceRisk.SYNCHRONISED, program)


@pytest.mark.parametrize("folder", ["work", "Dropboxes of the ministry", "Onedriver"])
def test_other_folders_are_not(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir()
    assert risky_place(tmp_path / folder / "a.liaison") is None


@pytest.mark.parametrize(
    ("path", "network"),
    [
        ("/drives/shared/a.liaison", "NFS"),
        ("/drives/two words/deep/a.liaison", "SMB"),
        ("/drives/shared/disk/a.liaison", ""),
        ("/drives/sharedelsewhere/a.liaison", ""),
    ],
)
def test_a_network_drive_is_recognised_by_its_mount(tmp_path: Path, path: str, network: str) -> None:
    (tmp_path / "mounts").write_text(_MOUNTS, encoding="utf-8")
    expected = RiskyPlace(PlaceRisk.NETWORK, network) if network else None
    assert risky_place(Path(path), tmp_path / "mounts") == expected


def test_an_archive_tells_of_its_place(library: Library) -> None:
    assert library.risky_place() is None
    (library.path.parent / ".stfolder").mkdir()
    assert library.risky_place() == RiskyPlace(PlaceRisk.SYNCHRONISED, "Syncthing")
