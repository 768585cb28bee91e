"""Writes resources/licences.md from locks and installed packages: ``python build/licences.py [--check]``."""

import re
import sys
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
LIST = CHECKOUT / "resources" / "licences.md"
# The same licence under the names that packages give it, and the short name by which lists of licences know it.
SHORT_NAMES = {
    "Apache 2.0": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "BSD 2-Clause License": "BSD-2-Clause",
    "MIT License": "MIT",
    "Public Domain": "public domain",
}
# Locked for other systems than the one this file is made on.
INSTALLED_ELSEWHERE = {"colorama": "BSD-3-Clause"}
HEADING = """# Licences of what Liaison uses

Liaison itself is under the MIT licence (`LICENSE`). This list is written by `build/licences.py`; a test compares it
with the lock files.

Qt and its Python binding (PySide6-Essentials, shiboken6) are used under the GNU Lesser General Public License,
version 3, unchanged and as separate shared libraries: whoever has Liaison may put another build of them in their
place. Their source is published by the Qt project.
"""


@dataclass(frozen=True, slots=True)
class Package:
    """A package as a lock file names it, with all versions that it locks for one system or another."""

    name: str
    versions: tuple[str, ...]


def locked(lock: Path) -> list[Package]:
    """Return the packages of a lock file by name."""
    versions: dict[str, list[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==([^\s;\\]+)", lock.read_text(encoding="utf-8"), re.MULTILINE):
        versions.setdefault(name, []).append(version)
    return [Package(name, tuple(found)) for name, found in sorted(versions.items())]


def licence(name: str) -> str:
    """Return the licence that an installed package states, by its short name where there is one."""
    if name in INSTALLED_ELSEWHERE:
        return INSTALLED_ELSEWHERE[name]
    stated = metadata.metadata(name)
    classifiers = [
        line.rsplit(" :: ", 1)[-1] for line in stated.get_all("Classifier") or [] if line.startswith("License ::")
    ]
    fields = [stated[field] for field in ("License-Expression", "License") if field in stated]
    for text in (*fields, *classifiers):
        if text:
            return SHORT_NAMES.get(text, text).splitlines()[0]
    raise SystemExit(f"{name} states no licence: look it up and add it to {Path(__file__).name}.")


def table(packages: list[Package]) -> str:
    """Return the packages as a Markdown table."""
    rows = [f"| {package.name} | {', '.join(package.versions)} | {licence(package.name)} |" for package in packages]
    return "\n".join(["| package | version | licence |", "| --- | --- | --- |", *rows, ""])


def whole_list() -> str:
    """Return the text that resources/licences.md should have."""
    program = locked(CHECKOUT / "build" / "requirements.lock")
    tests = locked(CHECKOUT / "build" / "requirements-test.lock")
    only_tests = [package for package in tests if package.name not in {other.name for other in program}]
    return "\n".join(
        [HEADING, "## In the program", "", table(program), "## For its checks and tests only", "", table(only_tests)]
    )


def main() -> None:
    """Write the list, or with --check end with exit code 1 when it is not as it should be."""
    if "--check" in sys.argv[1:]:
        if LIST.read_text(encoding="utf-8") != whole_list():
            raise SystemExit("resources/licences.md is not up to date: run python build/licences.py")
        return
    LIST.write_text(whole_list(), encoding="utf-8")


if __name__ == "__main__":
    main()
