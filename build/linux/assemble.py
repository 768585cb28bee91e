"""Makes the .deb and the .tar.xz from PyInstaller's folder: ``python build/linux/assemble.py BUNDLE RESULTS``.

The same folder and the same SOURCE_DATE_EPOCH give the same bytes: order, owners, times and packing are fixed.
"""

import gzip
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from email.utils import formatdate
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QIcon

CHECKOUT = Path(__file__).resolve().parent.parent.parent
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(CHECKOUT), str(CHECKOUT / "build")]

from licence_texts import write_texts  # noqa: E402 - found only after the line above

from storage.command_line.commands import main as sub_commands  # noqa: E402
from storage.version import VERSION  # noqa: E402

EPOCH = int(os.environ["SOURCE_DATE_EPOCH"])
ICONS = ((16, 22, 24, 32, 48, 64, 128, 256), CHECKOUT / "resources" / "icons" / "liaison.svg")


def filled(name: str, **values: str) -> str:
    """Return a template of this folder with ``@NAME@`` replaced."""
    text = (HERE / name).read_text(encoding="utf-8")
    date = time.strftime("%Y-%m-%d", time.gmtime(EPOCH))
    for key, value in {"VERSION": VERSION, "DATE": date, **values}.items():
        text = text.replace(f"@{key}@", value)
    return text


def manual() -> str:
    """Return the manual page, with the sub-commands as the program itself tells them."""
    lines = []
    for name, command in sorted(sub_commands.commands.items()):
        lines += [".TP", f".B {name}", command.get_short_help_str(200).replace("-", "\\-")]
    return filled("liaison.1", COMMANDS="\n".join(lines))


def place(path: Path, content: str | bytes) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def draw_icons(share: Path) -> None:
    """Write the icon as it is and at the usual sizes, for the program and for its archives."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication.instance() or QGuiApplication([])
    sizes, drawing = ICONS
    icon = QIcon(str(drawing))
    for kind, name in (("apps", "liaison"), ("mimetypes", "application-x-liaison-archive")):
        place(share / f"icons/hicolor/scalable/{kind}/{name}.svg", drawing.read_bytes())
        for size in sizes:
            target = share / f"icons/hicolor/{size}x{size}/{kind}/{name}.png"
            target.parent.mkdir(parents=True, exist_ok=True)
            if not icon.pixmap(QSize(size, size)).save(str(target)):
                raise SystemExit(f"The icon could not be written to {target}.")
    del application


def fill_share(share: Path, bundle: Path) -> None:
    """Write what belongs beside the program on a Linux desktop."""
    place(share / "applications/liaison.desktop", filled("liaison.desktop"))
    place(share / "mime/packages/liaison.xml", filled("liaison.xml"))
    place(share / "metainfo/org.liaison.Liaison.metainfo.xml", filled("org.liaison.Liaison.metainfo.xml"))
    place(share / "man/man1/liaison.1.gz", gzip.compress(manual().encode(), mtime=0))
    licence = (CHECKOUT / "LICENSE").read_text(encoding="utf-8").splitlines()[2:]
    place(
        share / "doc/liaison/copyright", filled("copyright", LICENSE="\n".join(f" {line or '.'}" for line in licence))
    )
    date = formatdate(EPOCH)
    place(share / "doc/liaison/changelog.gz", gzip.compress(filled("changelog", DATE=date).encode(), mtime=0))
    place(share / "doc/liaison/NEWS.gz", gzip.compress((CHECKOUT / "CHANGELOG.md").read_bytes(), mtime=0))
    write_texts(share / "doc/liaison/licences", bundle)
    draw_icons(share)


def validate(share: Path) -> None:
    """Ask the desktop's own checkers; ends with their words when something is wrong."""
    for command in (
        ["desktop-file-validate", str(share / "applications/liaison.desktop")],
        ["appstreamcli", "validate", "--no-net", str(share / "metainfo/org.liaison.Liaison.metainfo.xml")],
    ):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        print(done.stdout + done.stderr, end="", file=sys.stderr)
        if done.returncode:
            raise SystemExit(f"{command[0]} does not accept {command[-1]}.")


def set_modes_and_times(root: Path) -> None:
    """Give every file the same time and the usual rights."""
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            runs = path.is_dir() or (path.name == "liaison" and path.parent.name == "liaison")
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (EPOCH, EPOCH), follow_symlinks=False)


def make_deb(bundle: Path, share: Path, scratch: Path, results: Path) -> Path:
    """Lay out the package's files and pack them."""
    root = scratch / "deb"
    shutil.copytree(bundle, root / "usr/lib/liaison", symlinks=True)
    shutil.copytree(share, root / "usr/share", symlinks=True)
    (root / "usr/bin").mkdir(parents=True)
    (root / "usr/bin/liaison").symlink_to("../lib/liaison/liaison")
    place(root / "usr/share/lintian/overrides/liaison", filled("lintian-overrides"))
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    kilobytes = sum((path.stat().st_size + 1023) // 1024 for path in files)
    sums = [f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(root)}\n" for path in files]
    place(root / "DEBIAN/control", filled("control", KILOBYTES=str(kilobytes)))
    place(root / "DEBIAN/md5sums", "".join(sums))
    set_modes_and_times(root)
    target = results / f"liaison_{VERSION}_amd64.deb"
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(target)], check=True)
    return target


def make_tarball(bundle: Path, share: Path, scratch: Path, results: Path) -> Path:
    """Pack the folder that runs from wherever it is unpacked."""
    name = f"liaison-{VERSION}-linux-x86_64"
    root = scratch / name
    shutil.copytree(bundle, root, symlinks=True)
    shutil.copytree(share, root / "share", symlinks=True)
    place(root / "README.txt", filled("README.txt"))
    set_modes_and_times(root)
    (root / "liaison").chmod(0o755)
    packed = scratch / f"{name}.tar"
    with tarfile.open(packed, "w", format=tarfile.GNU_FORMAT) as archive:
        for path in sorted([root, *root.rglob("*")]):
            entry = archive.gettarinfo(path, str(Path(name, path.relative_to(root))))
            entry.uid = entry.gid = 0
            entry.uname = entry.gname = "root"
            entry.type = tarfile.REGTYPE if entry.islnk() else entry.type
            entry.size = path.stat().st_size if entry.isreg() else 0
            with path.open("rb") if entry.isreg() else open(os.devnull, "rb") as content:
                archive.addfile(entry, content)
    # The block size is said, so that the number of processors does not change the bytes.
    subprocess.run(["xz", "-6", "-T2", "--block-size=64MiB", str(packed)], check=True)
    return Path(shutil.move(f"{packed}.xz", results / f"{name}.tar.xz"))


def main() -> None:
    """Make both packages and write their checksums."""
    bundle, results = Path(sys.argv[1]), Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        share = scratch / "share"
        fill_share(share, bundle)
        validate(share)
        made = [make_deb(bundle, share, scratch, results), make_tarball(bundle, share, scratch, results)]
    sums = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in made]
    (results / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")


if __name__ == "__main__":
    main()
