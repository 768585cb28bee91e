"""Killing the process at any moment loses nothing that was shown as saved."""

import random
import subprocess
import sys
import time

import pytest

from storage.domain.ids import AnnotationId, DocumentId
from storage.library import Library
from tests.conftest import TEXT

KILLS_FOR_EACH_SEED = 5
"""With five seeds and two tests the program is killed fifty times."""

_MARKING = """
import sys
from pathlib import Path
from storage.domain.ids import AnnotationId, DocumentId
from storage.library import Library
from storage.edits import AddAnnotations, ChangeAnnotations
from dataclasses import replace
library = Library.open(Path(sys.argv[1]))
print("open", flush=True)
number = 0
while True:
    mark = library.new_annotation(1, number % 90, number % 90 + 10, "first")
    library.apply(AddAnnotations((mark,)))
    print("saved", mark.id, "first", flush=True)
    library.apply(ChangeAnnotations((replace(mark, note="second", tags=("t",)),)))
    print("saved", mark.id, "second", flush=True)
    library.refresh()
    number += 1
"""
_IMPORTING = """
import sys
from pathlib import Path
from storage.domain.ids import AnnotationId, DocumentId
from storage.library import Library
library = Library.open(Path(sys.argv[1]))
print("open", flush=True)
for number in range(int(sys.argv[3]), 10**9):
    file = Path(sys.argv[2], f"{number}.txt")
    file.write_text(f"Text number {number}. The Communist Party of Cuba sent word{number}.", encoding="utf-8")
    outcome = library.import_paths([file]).files[0]
    print("saved", number, outcome.document, flush=True)
"""


def _run_and_kill(program: str, chance: random.Random, *arguments: object) -> list[list[str]]:
    """Start a program, kill it at some moment after it has begun, and return what it said was saved."""
    child = subprocess.Popen([sys.executable, "-c", program, *map(str, arguments)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    said = [child.stdout.readline() for _ in range(chance.randint(1, 8))]
    time.sleep(chance.uniform(0, 0.03))
    child.kill()
    said += child.stdout.read().splitlines(keepends=True)
    child.wait()
    child.stdout.close()
    assert said[0] == "open\n"
    return [line.split()[1:] for line in said[1:] if line.endswith("\n")]


@pytest.mark.parametrize("seed", range(5))
def test_no_saved_mark_is_lost(filled, seed):
    path = filled.path
    filled.close()
    chance = random.Random(seed)
    saved: dict[str, str] = {}
    for _ in range(KILLS_FOR_EACH_SEED):
        saved |= dict(_run_and_kill(_MARKING, chance, path))
        library = Library.open(path)
        notes = {mark.id: mark.note for mark in library.annotations()}
        assert saved.keys() <= notes.keys()
        lost = [mark for mark, note in saved.items() if note == "second" and notes[AnnotationId(mark)] != "second"]
        assert lost == []
        for mark in library.annotations():
            assert mark.anchor.quote == TEXT[mark.anchor.start : mark.anchor.end]
        library.refresh()
        assert library.check().problems == ()
        library.close()
    assert saved


@pytest.mark.parametrize("seed", range(5))
def test_no_imported_document_is_lost(filled, tmp_path, seed):
    path = filled.path
    filled.close()
    chance = random.Random(seed)
    folder = tmp_path / "texts"
    folder.mkdir()
    saved: dict[int, int] = {}
    for _ in range(KILLS_FOR_EACH_SEED):
        said = _run_and_kill(_IMPORTING, chance, path, folder, max(saved, default=0) + 1)
        saved |= {int(number): int(document) for number, document in said}
        library = Library.open(path)
        texts = {document.id: library.text(document.id).text for document in library.documents()}
        for number, document in saved.items():
            assert f"word{number}." in texts[DocumentId(document)]
        library.refresh()
        assert library.check().problems == ()
        library.close()
    assert saved
