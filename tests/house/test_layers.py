"""What may import what: storage runs where Qt is missing, importing does nothing, and the contracts can be broken."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.sources import CHECKOUT, python_sources

BLOCK_QT = """
import importlib, sys
class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6", "gui"):
            raise ModuleNotFoundError(f"{name} is not to be imported here", name=name)
sys.meta_path.insert(0, NoQt())
"""


def run_python(code: str, *arguments: str, folder: Path = CHECKOUT) -> subprocess.CompletedProcess[str]:
    """Run a piece of Python in a process of its own, with ``folder`` first on its path."""
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=folder, capture_output=True, text=True, check=False, timeout=120
    )


def modules_of(room: str) -> list[str]:
    """Return the full names of a room's modules."""
    return [
        source.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for source in python_sources(room)
    ]


def test_storage_is_imported_where_qt_is_missing() -> None:
    answer = run_python(BLOCK_QT + "for name in sys.argv[1:]: importlib.import_module(name)", *modules_of("storage"))
    assert (answer.returncode, answer.stderr) == (0, "")


def test_an_import_of_qt_is_noticed() -> None:
    answer = run_python(BLOCK_QT + "import PySide6.QtCore")
    assert answer.returncode == 1
    assert "PySide6 is not to be imported here" in answer.stderr


def test_the_sub_commands_start_where_qt_is_missing() -> None:
    code = BLOCK_QT + "import runpy; sys.argv = ['main.py', '--help']; runpy.run_path('main.py', run_name='__main__')"
    answer = run_python(code)
    assert (answer.returncode, answer.stderr) == (0, "")
    assert "import" in answer.stdout


def test_importing_the_window_makes_no_application() -> None:
    code = (
        "import importlib, sys\n"
        "for name in sys.argv[1:]: importlib.import_module(name)\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "sys.exit(QCoreApplication.instance() is not None)"
    )
    answer = run_python(code, *modules_of("gui"))
    assert (answer.returncode, answer.stderr) == (0, "")


def named_in_contracts(configuration: str) -> set[str]:
    """Return the names of our modules that the import contracts speak of."""
    contracts = tomllib.loads(configuration)["tool"]["importlinter"]["contracts"]
    return {
        name
        for contract in contracts
        for key in ("layers", "modules", "source_modules", "forbidden_modules")
        for entry in contract.get(key, [])
        for name in entry.replace(".*", ".any").split(" | ")
        if name.split(".")[0] in ("gui", "storage", "resources")
    }


def write_module(folder: Path, name: str, code: str) -> None:
    """Write a module as a package, with the packages around it."""
    for part in name.split("."):
        folder = folder / part
        folder.mkdir(exist_ok=True)
        (folder / "__init__.py").touch()
    (folder / "__init__.py").write_text(code, encoding="utf-8")


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("storage.text", "import PySide6.QtCore", "storage runs without Qt and without the window"),
        ("storage.errors", "import storage.domain.ids", "storage in layers"),
        ("gui.widgets", "import gui.panels", "gui in layers"),
        ("gui.panels.any", "import storage.database", "the window holds a Library and nothing behind it"),
        ("gui.panels.other", "import gui.panels.any", "panels never import each other"),
        ("resources", "import storage.errors", "resources import nothing"),
    ],
)
def test_each_contract_can_be_broken(module: str, line: str, contract: str, tmp_path: Path) -> None:
    configuration = (CHECKOUT / "pyproject.toml").read_text(encoding="utf-8")
    for name in ("gui", "storage", "resources", *named_in_contracts(configuration)):
        write_module(tmp_path, name, "")
    write_module(tmp_path, module, line)
    (tmp_path / "pyproject.toml").write_text(configuration, encoding="utf-8")
    answer = run_python(
        "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))", folder=tmp_path
    )
    assert answer.returncode == 1
    assert f"{contract} BROKEN" in answer.stdout
