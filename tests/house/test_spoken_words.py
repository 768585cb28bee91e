"""What the window shows passes through a translation, and so does what storage says to the reader."""

import ast
import re
from collections.abc import Iterator

from tests.house.sources import Source, python_sources

SHOWING = {
    "addAction", "addButton", "addItem", "addMenu", "addRow", "addTab", "ask", "insertItem", "insertTab", "note", "say",
    "setAccessibleDescription", "setAccessibleName", "setLabelText", "setPlaceholderText", "setPrefix",
    "setSpecialValueText", "setStatusTip", "setSuffix", "setTabText", "setTabToolTip", "setText", "setTitle",
    "setToolTip", "setWhatsThis", "setWindowTitle", "set_sentence", "show_problem", "showMessage", "Chip", "EmptyState",
    "FilterField", "Label", "NoticeBar", "QAction", "QCheckBox", "QDockWidget", "QGroupBox", "QLabel",
    "QListWidgetItem", "QMessageBox", "QPushButton", "QRadioButton", "QToolBar", "flat_button",
    "getExistingDirectory", "getOpenFileName", "getOpenFileNames", "getSaveFileName", "getText", "PaletteItem",
    "counted",
}  # fmt: skip
TRANSLATING = {"tr", "translate", "in_words", "translated", "_tr", "_said", "_TR", "QT_TRANSLATE_NOOP", "say"}
# Names that are the same in every language, examples of what to type, and files by their usual names.
THE_SAME_EVERYWHERE = {"Liaison", "Python", "Qt", "en, zh, fr…", "hits.csv", "px"}
ERRORS = re.compile(r"(?:UserFacing|Archive\w+|NotFound|NotADocument|IndexNotWritable|NoMark|NotReadable)Error$")


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def literals(node: ast.AST) -> Iterator[ast.Constant]:
    """Yield the texts under a node that pass through no translation; conditions and keys are not shown."""
    match node:
        case ast.Call() if name_of(node) in TRANSLATING or name_of(node) not in SHOWING | {"join", "format", "replace"}:
            return
        case ast.Constant(value=str()):
            yield node
        case ast.IfExp():
            yield from literals(node.body)
            yield from literals(node.orelse)
        case ast.Subscript() | ast.Compare() | ast.FormattedValue():
            return
        case _:
            for child in ast.iter_child_nodes(node):
                yield from literals(child)


def untranslated(source: Source) -> Iterator[str]:
    for call in ast.walk(source.tree):
        if not isinstance(call, ast.Call) or name_of(call) not in SHOWING:
            continue
        for argument in (*call.args, *(keyword.value for keyword in call.keywords)):
            for literal in literals(argument):
                words = str(literal.value)
                if re.search(r"[^\W\d_]{2}", re.sub("|".join(THE_SAME_EVERYWHERE), "", words)) and not is_markup(words):
                    yield f"{source.path}:{literal.lineno} {words!r}"


def is_markup(words: str) -> bool:
    return bool(re.fullmatch(r"[a-z_-]+|\s*[*.]\w+\)?|(?:Ctrl|Shift|Alt)\+\S+", words))


def test_what_a_widget_shows_passes_through_a_translation():
    found = [place for source in python_sources("gui") for place in untranslated(source)]
    assert found == []


def test_an_error_for_the_reader_is_said():
    found = []
    for source in python_sources("storage"):
        if source.under("storage/command_line"):
            continue
        for call in ast.walk(source.tree):
            if isinstance(call, ast.Call) and ERRORS.search(name_of(call)):
                found += [
                    f"{source.path}:{argument.lineno}"
                    for argument in call.args
                    if isinstance(argument, ast.JoinedStr | ast.Constant | ast.BinOp)
                ]
    assert found == [], "write it as say(…), so that the window can say it in another language"


def test_the_scan_sees_what_is_not_translated():
    source = Source("gui/made_up.py", "label.setText('Some words' if n else self.tr('Others') + f' and {n} more')\n")
    assert list(untranslated(source)) == [
        "gui/made_up.py:1 'Some words'",
        "gui/made_up.py:1 ' and '",
        "gui/made_up.py:1 ' more'",
    ]
