"""Whether an archive lies where other machines write too: in a synchronised folder or on a network drive."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from storage.domain.archive import PlaceRisk, RiskyPlace
from storage.use_cases.subject import Subject

_MARKS = {
    "Dropbox": (".dropbox", ".dropbox.cache"),
    "Syncthing": (".stfolder",),
    "Nextcloud": (".sync_*.db", "._sync_*.db", ".nextcloudsync.log"),
    "ownCloud": (".owncloudsync.log",),
    "Google Drive": (".tmp.drivedownload", ".tmp.driveupload"),
    "Resilio Sync": (".sync/ID",),
}
"""Files and folders that a synchronising program leaves in the topmost folder it looks after."""

_NAMES = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "google drive": "Google Drive",
    "nextcloud": "Nextcloud",
}
"""Folder names, in small letters, as those programs give them; a name may go on after a space or a dash."""

_NETWORKS = {
    "nfs": "NFS", "nfs4": "NFS", "cifs": "SMB", "smb3": "SMB", "smbfs": "SMB", "afpfs": "AFP", "davfs": "WebDAV",
    "fuse.davfs": "WebDAV", "fuse.sshfs": "SSHFS", "fuse.rclone": "rclone", "9p": "9P", "ncpfs": "NCP",
    "fuse.gvfsd-fuse": "GVFS",
}  # fmt: skip
_MOUNTS = Path("/proc/self/mounts")


class PlaceWishes(Subject):
    """What can be asked about where the archive lies."""

    def risky_place(self) -> RiskyPlace | None:
        """Read whether the archive lies in a synchronised or network folder; None where nothing tells so."""
        return risky_place(self._archive.path)


def risky_place(path: Path, mounts: Path = _MOUNTS) -> RiskyPlace | None:
    """Tell whether a file lies in a synchronised folder or on a network drive; None where nothing tells so."""
    path = path.resolve()
    if name := _synchronised_by(path):
        return RiskyPlace(PlaceRisk.SYNCHRONISED, name)
    if name := _network_of(path, mounts):
        return RiskyPlace(PlaceRisk.NETWORK, name)
    return None


def _synchronised_by(path: Path, environment: Mapping[str, str] = os.environ) -> str:
    for variable in ("OneDrive", "OneDriveConsumer", "OneDriveCommercial"):
        folder = environment.get(variable)
        if folder and path.is_relative_to(folder):
            return "OneDrive"
    for folder in path.parents:
        for known, program in _NAMES.items():
            rest = folder.name.lower().removeprefix(known)
            if folder.name.lower().startswith(known) and (not rest or rest[0] in " -"):
                return program
        for program, marks in _MARKS.items():
            if any(_is_there(folder, mark) for mark in marks):
                return program
    return ""


def _is_there(folder: Path, mark: str) -> bool:
    try:
        return next(folder.glob(mark), None) is not None
    except OSError:
        return False


def _network_of(path: Path, mounts: Path) -> str:
    if str(path).startswith("\\\\"):
        return "SMB"
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    return _NETWORKS.get(_kind_of_mount(path, lines), "")


def _kind_of_mount(path: Path, lines: Iterable[str]) -> str:
    """Return the kind of the file system that a path lies on; where several lie over each other, of the last."""
    longest, kind = -1, ""
    for fields in map(str.split, lines):
        if len(fields) < 3:
            continue
        place = fields[1].replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")
        if path.is_relative_to(place) and len(place) >= longest:
            longest, kind = len(place), fields[2]
    return kind
