"""The script that takes pictures of the window forgets no panel and no dialog."""

import importlib
import importlib.util
import pkgutil
import sys
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtWidgets import QDialog, QWidget

import gui.crash
import gui.dialogs
import gui.panels

BUILD = Path(__file__).resolve().parent.parent.parent / "build"
BASES = {"CheckedDialog", "FormDialog"}
"""What dialogs derive from; nobody sees them as they are."""


@pytest.fixture
def screens(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(BUILD))
    spec = importlib.util.spec_from_file_location("screens", BUILD / "screens.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "screens", module)
    spec.loader.exec_module(module)
    return module


def classes_of(module: ModuleType, kind: type[QWidget]) -> set[str]:
    found = vars(module).values()
    return {
        one.__name__
        for one in found
        if isinstance(one, type) and issubclass(one, kind) and one.__module__ == module.__name__
    }


def modules_of(package: ModuleType) -> list[ModuleType]:
    return [importlib.import_module(f"{package.__name__}.{one.name}") for one in pkgutil.iter_modules(package.__path__)]


def test_every_panel_and_every_dialog_has_its_picture(screens: ModuleType) -> None:
    dialogs = set[str]().union(*(classes_of(module, QDialog) for module in [*modules_of(gui.dialogs), gui.crash]))
    panels = set[str]().union(*(classes_of(module, QWidget) for module in modules_of(gui.panels)))
    wanted = {name for name in dialogs - BASES if not name.startswith("_")}
    wanted |= {name for name in panels if name.endswith("Panel")}
    assert len(wanted) > 30
    shown = {screens.class_of(scene) for scene in (*screens.WINDOW_SCENES, *screens.DIALOG_SCENES)}
    assert wanted - shown == set()
