import os
import random
import threading
from contextlib import closing
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.domain.annotation import AnnotationFilter, Colour
from storage.domain.document import Description, SourceClass
from storage.domain.ids import AnnotationId, DocumentId
from storage.edits import (
    AddAnnotations,
    ChangeAnnotations,
    DescribeDocument,
    Edit,
    RemoveAnnotations,
    RestoreDocuments,
    TrashDocuments,
)
from storage.errors import ArchiveNotWrittenError, NotFoundError, UserFacingError
from storage.library import Library
from tests.conftest import TEXT


def _state(library: Library) -> tuple[object, ...]:
    return library.annotations(), library.documents(), library.tags()


def _random_edit(library: Library, chance: random.Random) -> Edit:
    document = DocumentId(1)
    marks = library.annotations()
    choice = chance.randrange(6)
    if choice in (0, 1) or not marks:
        start = chance.randrange(len(TEXT) - 1)
        end = chance.randrange(start + 1, len(TEXT))
        tags = tuple(chance.sample(["figures", "contact", "党", "visit out"], chance.randrange(3)))
        return AddAnnotations((library.new_annotation(document, start, end, f"note {start}", tags),))
    chosen = chance.sample(marks, chance.randint(1, len(marks)))
    if choice == 2:
        return RemoveAnnotations(tuple(mark.id for mark in chosen))
    if choice == 3:
        from dataclasses import replace

        return ChangeAnnotations(tuple(replace(mark, note=mark.note + "!", colour=Colour.BLUE) for mark in chosen))
    if choice == 4:
        return DescribeDocument(document, Description(f"Title {chance.random()}", SourceClass.SCHOLARSHIP))
    trashed = not library.documents()
    return RestoreDocuments((document,)) if trashed else TrashDocuments((document,))


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_undoing_everything_gives_back_every_state_also_after_a_restart(tmp_path_factory, seed):
    folder = tmp_path_factory.mktemp("edits")
    (folder / "text.txt").write_text(TEXT, encoding="utf-8")
    library = Library.create(folder / "a.liaison")
    library.import_paths([folder / "text.txt"])
    chance = random.Random(seed)
    states = [_state(library)]
    for _ in range(12):
        library.apply(_random_edit(library, chance))
        states.append(_state(library))
    for step in (-1, 1):
        library.close()
        library = Library.open(folder / "a.liaison")
        walk = states[:-1][::-1] if step == -1 else states[1:]
        for expected in walk:
            assert (library.undo() if step == -1 else library.redo()) is not None
            assert _state(library) == expected
        assert (library.undo() if step == -1 else library.redo()) is None
    library.close()


def test_a_new_edit_after_undo_ends_redo(filled):
    first = filled.new_annotation(1, 0, 5)
    filled.apply(AddAnnotations((first,)))
    filled.undo()
    second = filled.new_annotation(1, 2, 9)
    filled.apply(AddAnnotations((second,)))
    assert filled.redo() is None
    assert [mark.id for mark in filled.annotations()] == [second.id]
    assert [entry.label for entry in filled.journal()] == ["add mark"]


def test_a_failing_edit_changes_nothing(filled):
    mark = filled.new_annotation(1, 0, 5)
    filled.apply(AddAnnotations((mark,)))
    before = _state(filled), filled.journal()
    with pytest.raises(NotFoundError):
        filled.apply(RemoveAnnotations((mark.id, AnnotationId("missing"))))
    assert (_state(filled), filled.journal()) == before


@pytest.mark.parametrize(("start", "end"), [(-1, 4), (5, 5), (6, 5), (0, 10_000)])
def test_a_range_outside_the_text_is_refused(filled, start, end):
    with pytest.raises(UserFacingError, match="no range inside"):
        filled.new_annotation(1, start, end)


def test_filters_narrow_together(filled):
    marks = [
        filled.new_annotation(1, 0, 9, "Compare the figures", ("figures",), Colour.GREEN),
        filled.new_annotation(1, 10, 19, "", ("contact", "figures"), Colour.BLUE),
        filled.new_annotation(1, 21, 30, "figures", (), Colour.GREEN),
    ]
    filled.apply(AddAnnotations(tuple(marks)))

    def found(**fields: Any) -> list[int]:
        return [mark.anchor.start for mark in filled.annotations(AnnotationFilter(**fields))]

    assert found() == [0, 10, 21]
    assert found(tags=frozenset({"figures"})) == [0, 10]
    assert found(tags=frozenset({"figures"}), colours=frozenset({Colour.GREEN})) == [0]
    assert found(words="FIGURES compare") == [0]
    assert found(documents=frozenset({2})) == []
    assert [(tag.name, tag.annotations) for tag in filled.tags()] == [("contact", 1), ("figures", 2)]


def test_a_full_disk_is_told_and_changes_nothing(filled):
    writer = filled._archive.connections.writer_without_transaction
    before = _state(filled), filled.journal()
    writer.execute(f"PRAGMA main.max_page_count = {writer.execute('PRAGMA main.page_count').fetchone()[0]}")
    marks = tuple(filled.new_annotation(DocumentId(1), 0, 5, "x" * 200_000) for _ in range(3))
    with pytest.raises(ArchiveNotWrittenError, match="full"):
        filled.apply(AddAnnotations(marks))
    assert (_state(filled), filled.journal()) == before
    writer.execute("PRAGMA main.max_page_count = 1000000")
    filled.apply(AddAnnotations(marks))
    assert len(filled.annotations()) == 3


def test_a_disk_that_does_not_take_an_edit_is_told_with_the_next(
    filled: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried, took = threading.Event(), os.fsync

    def fails(_handle: int) -> None:
        tried.set()
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", fails)
    mark = filled.new_annotation(DocumentId(1), 0, 4)
    filled.apply(AddAnnotations((mark,)))
    assert tried.wait(20)
    monkeypatch.setattr(os, "fsync", took)
    filled.close()  # the thread that writes through has ended then
    connections = filled._archive.connections
    with pytest.raises(ArchiveNotWrittenError, match="may not have kept"), connections.edit():
        pass
    with closing(Library.open(filled.path)) as again:
        assert again.annotations() == (mark,)
