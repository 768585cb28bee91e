"""The size budget: how long a function, a class and a file may be, and what a module must say of itself."""

import ast
from collections.abc import Iterator

from tests.house.sources import PROGRAM, Source, python_sources

LINES_OF_A_FUNCTION = 50
METHODS_OF_A_CLASS = 25
LINES_OF_A_FILE = 600
WORDS_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "misc"}


def long_functions(source: Source) -> Iterator[str]:
    """Yield the functions that are too long, counted from ``def`` to their last line."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > LINES_OF_A_FUNCTION:
                yield f"{source.path}:{node.lineno} {node.name} has {lines} lines"


def crowded_classes(source: Source) -> Iterator[str]:
    """Yield the classes with too many methods."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef):
            methods = sum(isinstance(member, ast.FunctionDef | ast.AsyncFunctionDef) for member in node.body)
            if methods > METHODS_OF_A_CLASS:
                yield f"{source.path}:{node.lineno} {node.name} has {methods} methods"


def long_files(source: Source) -> Iterator[str]:
    """Yield the file itself when it is too long."""
    lines = source.text.count("\n")
    if lines > LINES_OF_A_FILE:
        yield f"{source.path} has {lines} lines"


def silent_modules(source: Source) -> Iterator[str]:
    """Yield the file itself when it does not say what belongs there."""
    if not ast.get_docstring(source.tree):
        yield f"{source.path} has no docstring"


def empty_names(source: Source) -> Iterator[str]:
    """Yield the file itself when its name or a folder's says nothing."""
    parts = source.path.removesuffix(".py").replace("/", "_").lower().split("_")
    yield from (f"{source.path} is named {word}" for word in sorted(WORDS_THAT_SAY_NOTHING.intersection(parts)))


def test_no_function_is_too_long() -> None:
    assert [line for source in python_sources(*PROGRAM) for line in long_functions(source)] == []


def test_no_class_is_too_crowded() -> None:
    assert [line for source in python_sources(*PROGRAM) for line in crowded_classes(source)] == []


def test_no_file_is_too_long() -> None:
    assert [line for source in python_sources(*PROGRAM, "tests") for line in long_files(source)] == []


def test_every_module_says_what_belongs_there() -> None:
    assert [line for source in python_sources(*PROGRAM) for line in silent_modules(source)] == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [line for source in python_sources(*PROGRAM, "tests") for line in empty_names(source)] == []


def test_the_budget_looks_at_the_program() -> None:
    paths = {source.path for source in python_sources(*PROGRAM)}
    assert {"gui/__init__.py", "storage/errors.py", "storage/text/folding.py"} <= paths


def test_the_budget_can_be_exceeded() -> None:
    body = "    pass\n"
    assert list(long_functions(Source("a.py", "def fits():\n" + body * 49))) == []
    assert list(long_functions(Source("a.py", "def bursts():\n" + body * 50))) == ["a.py:1 bursts has 51 lines"]
    methods = "".join(f"    def method_{number}(self): ...\n" for number in range(26))
    assert list(crowded_classes(Source("a.py", "class Crowd:\n" + methods))) == ["a.py:1 Crowd has 26 methods"]
    assert list(long_files(Source("a.py", "pass\n" * 601))) == ["a.py has 601 lines"]
    assert list(silent_modules(Source("a.py", "import os\n"))) == ["a.py has no docstring"]
    assert list(empty_names(Source("storage/text_utils.py", ""))) == ["storage/text_utils.py is named utils"]
    assert list(empty_names(Source("gui/common/rows.py", ""))) == ["gui/common/rows.py is named common"]
