"""The lock files and the list of licences agree with each other and name no machine."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent.parent
LOCKS = ("requirements.lock", "requirements-test.lock")
ADDRESS = re.compile(r"://|^\s*--?(?:index|extra-index|find|trusted|i\b|f\b)|\s@\s|^/|\blocalhost\b", re.MULTILINE)


def read(name: str) -> str:
    return (CHECKOUT / "build" / name).read_text(encoding="utf-8")


def locked(text: str) -> set[tuple[str, str]]:
    """Return names and versions."""
    return set(re.findall(r"^([\w.-]+)==([^\s;\\]+)", text, re.MULTILINE))


def unhashed(text: str) -> list[str]:
    """Return the packages that have no hash."""
    entries = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]
    return [entry.split("==")[0] for entry in entries if "--hash=sha256:" not in entry]


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_host(name: str) -> None:
    assert ADDRESS.findall(read(name)) == []


@pytest.mark.parametrize(
    "line", ["--index-url https://example.org/simple", "--find-links wheels", "liaison @ file", "/opt/x.whl"]
)
def test_an_address_in_a_lock_is_found(line: str) -> None:
    assert ADDRESS.search(f"click==8.5.1\n{line}\n")


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_hashes(name: str) -> None:
    assert unhashed(read(name)) == []
    assert unhashed("click==8.5.1 \\\n    --hash=sha256:00\nlxml==6.1.3\n") == ["lxml"]


def test_the_lock_of_the_tests_holds_the_program_s_own() -> None:
    assert locked(read("requirements.lock")) < locked(read("requirements-test.lock"))


def test_everything_the_program_asks_for_is_locked() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = {re.split(r"[=<>!~ ]", entry)[0] for entry in project["project"]["dependencies"]}
    asked_by_tests = {re.split(r"[=<>!~ ]", entry)[0] for entry in project["dependency-groups"]["test"]}
    assert {normal(name) for name in asked} <= {name for name, _ in locked(read("requirements.lock"))}
    assert {normal(name) for name in asked_by_tests} <= {name for name, _ in locked(read("requirements-test.lock"))}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def missing_licences(listed: str) -> set[str]:
    """Return the locked packages whose name and version stand in no row of the list with a licence."""
    rows = {
        (name, version)
        for name, versions, _licence in re.findall(
            r"^\| ([\w.-]+) \| ([^|]+) \| ([^|]*\w[^|]*) \|$", listed, re.MULTILINE
        )
        for version in versions.split(", ")
    }
    return {f"{name} {version}" for name, version in locked(read("requirements-test.lock")) - rows}


def test_the_list_of_licences_names_every_locked_package() -> None:
    listed = (CHECKOUT / "resources" / "licences.md").read_text(encoding="utf-8")
    assert missing_licences(listed) == set()
    without_click = re.sub(r"^\| click \|.*\n", "", listed, flags=re.MULTILINE)
    assert len(missing_licences(without_click)) == 1


def test_the_list_of_licences_is_what_the_packages_state() -> None:
    answer = subprocess.run(
        [sys.executable, CHECKOUT / "build" / "licences.py", "--check"], capture_output=True, text=True, check=False
    )
    assert (answer.returncode, answer.stderr) == (0, "")
