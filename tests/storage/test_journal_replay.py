"""Random edits, undos and redos leave the archive that doing the journal's edits anew, from the beginning, gives."""

import random
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.database import journal as journal_table
from storage.database.applying import apply_edit
from storage.domain.annotation import Colour
from storage.domain.codebook import Code, CodeColour
from storage.domain.ids import DocumentId, EntityId
from storage.domain.journal import MarkStep
from storage.edits import (
    AddAnnotations,
    ChangeAnnotations,
    Edit,
    RemoveAnnotations,
    RestoreDocuments,
    TrashDocuments,
    WriteDocumentNote,
    WriteEntityNote,
)
from storage.errors import UserFacingError
from storage.library import Library
from tests.conftest import TEXT

ONE = DocumentId(1)
TAGS = ("figures", "visits", "state visits", "党", "letters")
CUBA = EntityId("country:CU")


def state(library: Library) -> tuple[object, ...]:
    """Return everything that these edits can change.

    When a mark came into the trash is of no account, and one lies there too whose making was undone.
    """
    trashed = (one.mark for one in library.trashed_marks())
    deleted = [mark for mark in trashed if any(one.step is MarkStep.ADDED for one in library.mark_history(mark.id))]
    return (
        library.annotations(),
        library.documents(),
        library.codebook(),
        library.codes(),
        sorted(deleted, key=lambda mark: mark.id),
        library.colour_meanings(),
        library.document_note(ONE),
        library.entity_note(CUBA),
    )


def edit_of_marks(library: Library, chance: random.Random) -> Edit:
    marks = library.annotations()
    choice = chance.randrange(6)
    if choice < 2 or not marks:
        start = chance.randrange(len(TEXT) - 1)
        end = chance.randrange(start + 1, len(TEXT))
        tags = tuple(chance.sample(TAGS, chance.randrange(3)))
        return AddAnnotations((library.new_annotation(ONE, start, end, f"note {start}", tags),))
    chosen = chance.sample(marks, min(len(marks), chance.randint(1, 4)))
    if choice == 2:
        return RemoveAnnotations(tuple(mark.id for mark in chosen))
    if choice == 3:
        colour = chance.choice(list(Colour))
        return ChangeAnnotations(tuple(replace(mark, colour=colour, entities=(CUBA,)) for mark in chosen))
    if choice == 4:
        tags = tuple(chance.sample(TAGS, 2))
        return ChangeAnnotations(tuple(replace(mark, tags=tags) for mark in chosen), "tag")
    trashed = library.trashed_marks()
    return library.restoring_marks([chance.choice(trashed).mark]) if trashed else RemoveAnnotations((chosen[0].id,))


def edit_of_codes(library: Library, chance: random.Random) -> Edit:
    names = [count.code.name for count in library.codebook()]
    choice = chance.randrange(6)
    if choice == 0 or len(names) < 2:
        return library.adding_code(Code(f"code {chance.randrange(12)}", chance.choice(["", *names])))
    one, other = chance.sample(names, 2)
    if choice == 1:
        new = chance.choice([one, f"name {chance.randrange(12)}"])
        return library.changing_code(one, Code(new, colour=chance.choice(list(CodeColour)), example=new))
    if choice == 2:
        return library.placing_codes(chance.sample(names, chance.randint(1, 2)), chance.choice(["", other]), other)
    if choice == 3:
        return library.merging_codes([one], other)
    if choice == 4:
        return library.deleting_codes([one])
    return library.placing_codes([one], "", other)


def edit_of_the_rest(library: Library, chance: random.Random) -> Edit:
    choice = chance.randrange(4)
    if choice == 0:
        named = library.naming_colours({chance.choice(list(Colour)): f"meaning {chance.randrange(3)}"})
        return named or WriteEntityNote(CUBA, "same meaning")
    if choice == 1:
        return WriteDocumentNote(ONE, f"document {chance.randrange(3)}")
    if choice == 2:
        return WriteEntityNote(CUBA, chance.choice(["", "entity"]))
    return RestoreDocuments((ONE,)) if not library.documents() else TrashDocuments((ONE,))


def step(library: Library, chance: random.Random) -> None:
    """Do one thing: mostly an edit, often an undo, at times a redo; a wish that makes no sense changes nothing."""
    choice = chance.random()
    if choice < 0.25:
        library.undo()
    elif choice < 0.35:
        library.redo()
    else:
        makers = (edit_of_marks, edit_of_marks, edit_of_codes, edit_of_codes, edit_of_the_rest)
        try:
            library.apply(chance.choice(makers)(library, chance))
        except UserFacingError:
            assert choice >= 0.35


def replay(library: Library, fresh: Library) -> None:
    """Do everything that stands in the journal of one archive in another one, in order, and write it down there."""
    with library._archive.connections.read() as connection:
        rows = connection.execute("SELECT edit FROM journal WHERE state = 'done' ORDER BY id").fetchall()
    for row in rows:
        with fresh._archive.connections.write_archive() as connection:
            edit, now = journal_table.read_edit(row[0]), datetime.now(UTC)
            applied = apply_edit(connection, edit, now)
            journal_table.record(connection, edit, applied.inverse, "replay", now)


def compare(folder: Path, seed: int, steps: int) -> None:
    """Take some steps in an archive, and its journal's in a copy from before; both must be alike."""
    (folder / "text.txt").write_text(TEXT, encoding="utf-8")
    library = Library.create(folder / "a.liaison")
    library.import_paths([folder / "text.txt"])
    library.close()
    shutil.copy(folder / "a.liaison", folder / "copy.liaison")
    library, fresh = Library.open(folder / "a.liaison"), Library.open(folder / "copy.liaison")
    writer = library._archive.connections.writer_without_transaction
    writer.execute("PRAGMA main.synchronous = OFF")
    fresh._archive.connections.writer_without_transaction.execute("PRAGMA main.synchronous = OFF")
    chance = random.Random(seed)
    try:
        for _ in range(steps):
            step(library, chance)
        replay(library, fresh)
        assert state(fresh) == state(library)
        while library.undo() is not None:
            pass
        assert library.annotations() == ()
        assert library.codebook() == ()
    finally:
        library.close()
        fresh.close()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_archive_is_what_its_journal_says(tmp_path: Path, seed: int) -> None:
    compare(tmp_path, seed, 150)


@pytest.mark.faults
def test_the_archive_is_what_its_journal_says_after_ten_thousand_steps(tmp_path: Path) -> None:
    compare(tmp_path, 7, 10_000)
