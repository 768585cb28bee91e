"""What the rules of the house look at: the files of the checkout and their syntax trees."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent.parent
PROGRAM = ("main.py", "gui", "storage", "resources", "build")
PROJECT = (*PROGRAM, "tests", ".ci", "README.md", "CHANGELOG.md", "LICENSE", "pyproject.toml", ".gitignore")


@dataclass(frozen=True, slots=True)
class Source:
    """A Python file: its path from the checkout with slashes, and its text."""

    path: str
    text: str

    @property
    def tree(self) -> ast.Module:
        """The syntax tree."""
        return _parse(self.text)

    def under(self, *places: str) -> bool:
        """Return whether the file is one of the places or lies in one of them."""
        return any(self.path == place or self.path.startswith(place + "/") for place in places)


@cache
def _parse(text: str) -> ast.Module:
    return ast.parse(text)


def files(*rooms: str) -> Iterator[Path]:
    """Yield every file of the rooms, without what Python and the tools leave behind."""
    for room in rooms:
        path = CHECKOUT / room
        if path.is_file():
            yield path
        for inner in sorted(path.rglob("*")):
            if inner.is_file() and "__pycache__" not in inner.parts:
                yield inner


@cache
def python_sources(*rooms: str) -> tuple[Source, ...]:
    """Return the Python files of the rooms."""
    return tuple(
        Source(path.relative_to(CHECKOUT).as_posix(), path.read_text(encoding="utf-8"))
        for path in files(*rooms)
        if path.suffix == ".py"
    )


def docstrings(tree: ast.Module) -> set[ast.AST]:
    """Return the nodes that hold a docstring or stand alone as a string."""
    return {
        node.value for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def strings(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield line and text of every string that is no docstring; what an f-string fills in stands as ``?``."""
    skipped = docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            skipped.update(node.values)
            yield node.lineno, "".join(_part(part) for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in skipped:
            yield node.lineno, node.value


def _part(part: ast.expr) -> str:
    return str(part.value) if isinstance(part, ast.Constant) else "?"


def names(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield line and text of every name and attribute that the code uses or imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.lineno, node.id
        elif isinstance(node, ast.Attribute):
            yield node.lineno, node.attr
        elif isinstance(node, ast.ImportFrom | ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)


def imported_modules(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield line and full name of every module that is imported, wherever the import stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.lineno, node.module
