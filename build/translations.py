"""Gathers what is shown to the reader from the sources into ``resources/translations``; ``build/translate`` runs it.

Words count as shown when they stand in ``tr``, ``translate``, ``QT_TRANSLATE_NOOP`` or, in storage, ``say``. Qt's
own lupdate does not know the context of a function outside a class, which is why this reads the sources itself; the
file it writes is Qt's, so that Qt Linguist opens it and lrelease makes the .qm of it.
"""

import argparse
import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import PySide6

CHECKOUT = Path(__file__).resolve().parent.parent
FOLDER = CHECKOUT / "resources" / "translations"
SENTENCES = FOLDER / "sentences.json"
_OF_STORAGE = "storage"


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """One text to be translated, in its context."""

    context: str
    source: str


class _Reader(ast.NodeVisitor):
    """Gathers the messages of one module; what is no literal is noted in ``unseen`` by its line."""

    def __init__(self, tree: ast.Module) -> None:
        self.messages: list[Message] = []
        self.unseen: list[int] = []
        self._classes: list[str] = []
        self._helpers = dict(_helpers(tree))

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Enter a class, whose name is the context of what it says."""
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        """Pass over what hands its argument on to ``translate``: its callers hold the words."""
        if node.name not in self._helpers:
            self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """Take the words of a call that says something."""
        self.generic_visit(node)
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        literals = [argument.value if isinstance(argument, ast.Constant) else None for argument in node.args]
        if name in ("translate", "_TR", "QT_TRANSLATE_NOOP") and len(literals) == 2:
            context, source = literals
        elif name == "say" and node.args:
            context, source = _OF_STORAGE, literals[0]
        elif name in self._helpers and node.args:
            context, source = self._helpers[name], literals[0]
        elif name == "tr" and node.args:
            context, source = (self._classes[-1] if self._classes else None), literals[0]
        else:
            return
        if isinstance(context, str) and isinstance(source, str):
            self.messages.append(Message(context, source))
        else:
            self.unseen.append(node.lineno)


def _helpers(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield the functions that only translate their first parameter, each with the context it does so in."""
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef) or not function.args.args:
            continue
        for call in ast.walk(function):
            match call:
                case ast.Call(
                    func=ast.Attribute(attr="translate"), args=[ast.Constant(value=str(context)), ast.Name(id=given)]
                ) if given == function.args.args[0].arg:
                    yield function.name, context


def read(path: Path) -> tuple[list[Message], list[int]]:
    """Return the messages of a module and the lines on which something is translated that is no literal."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    reader = _Reader(tree)
    reader.visit(tree)
    return reader.messages, reader.unseen


def messages() -> list[Message]:
    """Return what the sources show, each once, in order."""
    found: set[Message] = set()
    for folder in ("gui", "storage"):
        for path in sorted((CHECKOUT / folder).rglob("*.py")):
            found.update(read(path)[0])
    return sorted(found)


def translations(file: Path) -> dict[Message, str]:
    """Return the translations that a .ts file holds; an unfinished one is empty."""
    found = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            found[Message(name, message.findtext("source", ""))] = message.findtext("translation", "")
    return found


def written(language: str, known: dict[Message, str], wanted: list[Message]) -> str:
    """Return a .ts file with the messages wanted, unfinished where no translation is known."""
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, ElementTree.Element] = {}
    for wish in wanted:
        if wish.context not in contexts:
            contexts[wish.context] = ElementTree.SubElement(root, "context")
            ElementTree.SubElement(contexts[wish.context], "name").text = wish.context
        message = ElementTree.SubElement(contexts[wish.context], "message")
        ElementTree.SubElement(message, "source").text = wish.source
        translation = ElementTree.SubElement(message, "translation")
        translation.text = known.get(wish, "")
        if not translation.text:
            translation.set("type", "unfinished")
    ElementTree.indent(root, " ")
    body = ElementTree.tostring(root, encoding="unicode", short_empty_elements=False)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'


def templates(wanted: list[Message]) -> str:
    """Return the list of what storage can say, as the window reads it to find a text again."""
    said = [message.source for message in wanted if message.context == _OF_STORAGE]
    return json.dumps(said, ensure_ascii=False, indent=0) + "\n"


def compiled(file: Path, target: Path) -> None:
    """Make the .qm of a .ts file."""
    program = next((Path(PySide6.__file__).parent).glob("lrelease*"))
    subprocess.run([program, "-silent", "-nounfinished", file, "-qm", target], check=True)


def main() -> int:
    """Bring the files up to date; returns 1 where words lack a translation."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    wanted = messages()
    SENTENCES.write_text(templates(wanted), encoding="utf-8")
    unfinished = 0
    for file in sorted(FOLDER.glob("*.ts")):
        language = file.stem.partition("_")[2]
        known = translations(file)
        file.write_text(written(language, known, wanted), encoding="utf-8")
        compiled(file, file.with_suffix(".qm"))
        missing = [wish for wish in wanted if not known.get(wish)]
        unfinished += len(missing)
        print(f"{file.name}: {len(wanted)} texts, {len(missing)} without a translation")
        for wish in missing:
            print(f"  {wish.context}: {wish.source}")
    return 1 if unfinished else 0


if __name__ == "__main__":
    sys.exit(main())
