"""Gathers the licence texts of everything inside a bundle, from what is installed on the machine that builds it."""

import re
import shutil
import subprocess
from importlib import metadata
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
COMMON = Path("/usr/share/common-licenses")
_TEXT_NAME = re.compile(r"(licen[cs]e|copying|notice|authors|copyright)", re.IGNORECASE)


def package_names() -> list[str]:
    """Return the Python packages of the program, PyInstaller's loader included."""
    lock = (CHECKOUT / "build" / "requirements.lock").read_text(encoding="utf-8")
    return [*re.findall(r"^([\w.-]+)==", lock, re.MULTILINE), "pyinstaller"]


def package_texts(name: str) -> list[Path]:
    """Return the licence files that an installed package brings; empty where it is not installed on this system."""
    try:
        files = metadata.files(name) or []
    except metadata.PackageNotFoundError:
        return []
    return [
        Path(str(file.locate()))
        for file in files
        if _TEXT_NAME.search(file.name) and ".dist-info" in str(file) and file.suffix not in (".py", ".pyc")
    ]


def debian_packages(bundle: Path) -> list[str]:
    """Return the Debian packages whose libraries PyInstaller copied into the bundle."""
    names = sorted({path.name for path in (bundle / "_internal").glob("*.so*") if not path.is_symlink()})
    owners = subprocess.run(
        ["dpkg", "-S", *(f"*/{name}" for name in names)], capture_output=True, text=True, check=False
    )
    return sorted({line.split(":", 1)[0] for line in owners.stdout.splitlines() if ": " in line})


def write_texts(folder: Path, bundle: Path) -> None:
    """Write one file for each package inside the bundle, and the texts that several of them name."""
    folder.mkdir(parents=True)
    shutil.copyfile(CHECKOUT / "LICENSE", folder / "Liaison.txt")
    shutil.copyfile(CHECKOUT / "resources" / "licences.md", folder / "OVERVIEW.md")
    for name in package_names():
        texts = package_texts(name)
        if texts:
            parts = [f"{text.name}\n\n{text.read_text(encoding='utf-8', errors='replace')}" for text in sorted(texts)]
            (folder / f"{name}.txt").write_text("\n\n".join(parts), encoding="utf-8")
    for name in debian_packages(bundle):
        stated = Path("/usr/share/doc", name, "copyright")
        if stated.is_file():
            shutil.copyfile(stated, folder / f"debian-{name}.txt")
    for name in ("LGPL-3", "GPL-3", "GPL-2", "LGPL-2.1", "Apache-2.0"):
        shutil.copyfile(COMMON / name, folder / f"{name}.txt")
