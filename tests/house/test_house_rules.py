"""Rules of the house that no linter knows: colours, SQL, message boxes, broad catches, machine paths, addresses."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.sources import CHECKOUT, PROJECT, Source, files, imported_modules, names, python_sources, strings

MAY_CATCH_ALL = ("gui/tasks", "gui/crash.py", "storage/importers/worker_process.py")
COLOUR_TEXT = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b|\b(?:rgb|rgba|hsl|hsla)\(")
NO_COLOURS = {"transparent", "color0", "color1"}
SQL = re.compile(
    r"\b(?:SELECT\s.+?\sFROM|INSERT\s+(?:OR\s+\w+\s+)?INTO|REPLACE\s+INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM|"
    r"(?:CREATE|DROP|ALTER)\s+(?:UNIQUE\s+|VIRTUAL\s+|TEMP\s+)?(?:TABLE|INDEX|VIEW|TRIGGER)|ATTACH\s+DATABASE|PRAGMA\s)",
    re.DOTALL,
)
LEFT_OPEN = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X|Not" r"ImplementedError)\b")
MACHINE_PATH = re.compile(
    r"(?:^|[^.\w])(?:/(?:work|farm|root|home/\w+|Users/\w+|mnt/\w+)/[A-Za-z.]|[A-Z]:\\Users\\)", re.MULTILINE
)


def colour_literals(source: Source) -> Iterator[str]:
    """Yield colours written into the code: as text, as numbers, or as one of Qt's named ones."""
    for line, text in strings(source.tree):
        if COLOUR_TEXT.search(text):
            yield f"{source.path}:{line} {text!r}"
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and _callee(node) in {"QColor", "fromRgb", "fromRgbF", "qRgb", "qRgba"}:
            if any(isinstance(argument, ast.Constant) for argument in node.args):
                yield f"{source.path}:{node.lineno} {_callee(node)}"
        elif (
            isinstance(node, ast.Attribute)
            and ast.unparse(node.value).endswith("GlobalColor")
            and node.attr not in NO_COLOURS
        ):
            yield f"{source.path}:{node.lineno} {node.attr}"


def _callee(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def uses_of(name: str, source: Source) -> Iterator[str]:
    """Yield the lines on which the code uses or imports a name."""
    yield from (f"{source.path}:{line} {found}" for line, found in names(source.tree) if found == name)


def sql_texts(source: Source) -> Iterator[str]:
    """Yield strings that are SQL; its words count in capitals only, as prose uses them too."""
    yield from (f"{source.path}:{line} {text!r}" for line, text in strings(source.tree) if SQL.search(text))


def broad_catches(source: Source) -> Iterator[str]:
    """Yield the handlers that catch every error there is and keep it; one that tidies up and raises it on is fine."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ExceptHandler) and not _raises_on(node):
            caught = "" if node.type is None else ast.unparse(node.type)
            if not caught or re.search(r"\b(?:Base)?Exception\b", caught):
                yield f"{source.path}:{node.lineno} except {caught}".rstrip()


def _raises_on(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def imports_of(package: str, source: Source) -> Iterator[str]:
    """Yield the lines that import a package or something in it."""
    for line, module in imported_modules(source.tree):
        if module == package or module.startswith(package + "."):
            yield f"{source.path}:{line} imports {module}"


def matches(pattern: re.Pattern[str], path: Path) -> Iterator[str]:
    """Yield the places of a text file that match; pictures and other binary files have none."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return
    for match in pattern.finditer(text):
        yield f"{path.name}:{text.count(chr(10), 0, match.start()) + 1} {match.group().strip()}"


def outside(*places: str) -> list[Source]:
    """Return the program's files that lie in none of the places."""
    return [source for source in python_sources("main.py", "gui", "storage") if not source.under(*places)]


def test_colours_stand_in_the_theme_only() -> None:
    sources = [source for source in python_sources("gui") if not source.under("gui/theme.py", "gui/theme")]
    assert [line for source in sources for line in colour_literals(source)] == []


def test_nobody_runs_the_event_loop_by_hand() -> None:
    assert [line for source in outside() for line in uses_of("processEvents", source)] == []


def test_sql_stands_in_database_and_index_only() -> None:
    sources = outside("storage/database", "storage/index")
    assert [line for source in sources for line in sql_texts(source)] == []
    assert [
        line for source in sources for package in ("sqlite3", "sqlite_utils") for line in imports_of(package, source)
    ] == []


def test_whoosh_is_known_to_the_index_only() -> None:
    assert [line for source in outside("storage/index") for line in imports_of("whoosh", source)] == []


def test_message_boxes_come_from_one_place() -> None:
    assert [line for source in outside("gui/messages.py") for line in uses_of("QMessageBox", source)] == []


def test_only_the_last_line_of_defence_catches_everything() -> None:
    assert [line for source in outside(*MAY_CATCH_ALL) for line in broad_catches(source)] == []


def test_nothing_is_left_open() -> None:
    paths = [path for path in files(*PROJECT) if path.suffix != ".lock"]
    assert [line for path in paths for line in matches(LEFT_OPEN, path)] == []


def test_no_path_of_one_machine_is_written_down() -> None:
    assert [line for path in files(*PROJECT) for line in matches(MACHINE_PATH, path)] == []


def test_the_checkout_has_no_unexpected_top_level_entry() -> None:
    known = {
        *PROJECT,
        ".git",
        ".venv",
        ".venv-package",
        ".pytest_cache",
        ".ruff_cache",
        ".hypothesis",
        ".import_linter_cache",
        "dist",
    }
    assert {entry.name for entry in CHECKOUT.iterdir() if entry.name != "__pycache__"} <= known


@pytest.mark.parametrize(
    "code",
    [
        "style = 'color: #ff0000'",
        "pen = '#abc'",
        "pen = f'rgb({red}, 0, 0)'",
        "pen = QColor(255, 0, 0)",
        "pen = QtGui.QColor('red')",
        "pen = Qt.GlobalColor.red",
    ],
)
def test_a_colour_literal_is_found(code: str) -> None:
    assert len(list(colour_literals(Source("gui/panels/tree.py", code)))) == 1


@pytest.mark.parametrize(
    "code", ["'issue #12'", "colour = theme.accent", "QColor(row.colour)", "Qt.GlobalColor.transparent"]
)
def test_what_is_no_colour_is_left_alone(code: str) -> None:
    assert list(colour_literals(Source("gui/panels/tree.py", f"x = {code}"))) == []


@pytest.mark.parametrize(
    "code",
    [
        "'SELECT id FROM text'",
        "f'SELECT {columns} FROM {table}'",
        "'PRAGMA user_version'",
        "'''INSERT OR IGNORE\nINTO mark'''",
    ],
)
def test_sql_is_found(code: str) -> None:
    assert len(list(sql_texts(Source("storage/library.py", f"statement = {code}")))) == 1


def test_prose_is_no_sql() -> None:
    code = '"""SELECT is said FROM a docstring."""\nhint = "Select a party from the tree, or delete from the list."'
    assert list(sql_texts(Source("storage/library.py", code))) == []


@pytest.mark.parametrize("caught", ["", " Exception", " BaseException as error", " (ValueError, Exception)"])
def test_a_broad_catch_is_found(caught: str) -> None:
    code = f"try:\n    work()\nexcept{caught}:\n    pass\n"
    assert len(list(broad_catches(Source("gui/panels/tree.py", code)))) == 1
    assert list(broad_catches(Source("a.py", code.replace(f"except{caught}", "except ValueError")))) == []
    assert list(broad_catches(Source("a.py", code.replace("pass", "tidy_up()\n    raise")))) == []


def test_a_forbidden_name_is_found() -> None:
    code = "from PySide6.QtWidgets import QMessageBox\nQtWidgets.QApplication.processEvents()\n"
    source = Source("gui/panels/tree.py", code)
    assert list(uses_of("QMessageBox", source)) == ["gui/panels/tree.py:1 QMessageBox"]
    assert list(uses_of("processEvents", source)) == ["gui/panels/tree.py:2 processEvents"]


def test_a_forbidden_import_is_found_inside_a_function() -> None:
    source = Source("storage/library.py", "def search():\n    from whoosh.qparser import QueryParser\n")
    assert list(imports_of("whoosh", source)) == ["storage/library.py:2 imports whoosh.qparser"]


def test_a_path_of_one_machine_is_found(tmp_path: Path) -> None:
    path = tmp_path / "settings.py"
    path.write_text(
        "\n".join(["a = '" + "/".join(["", "home", "anna", "notes"]) + "'", "b = 'web/work/x'", "c = '/usr/bin/x'"])
    )
    assert len(list(matches(MACHINE_PATH, path))) == 1


def test_what_is_left_open_is_found(tmp_path: Path) -> None:
    path = tmp_path / "library.py"
    path.write_text("# TO" + "DO: later\nraise Not" + "ImplementedError\n")
    assert len(list(matches(LEFT_OPEN, path))) == 2
