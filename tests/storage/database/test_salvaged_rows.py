"""What random bytes have made of a row does not come into a salvaged archive, and is told of."""

import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest

from storage.domain.codebook import Code, CodeColour
from storage.edits import AddAnnotations
from storage.errors import UserFacingError
from storage.library import Library

_HARMS = {
    "facts about the archive": "UPDATE archive SET value = '[1]' WHERE key = 'not_names'",
    "names of the tree": "UPDATE entity SET facts = replace(facts, '\"names\"', '\"nomes\"') WHERE name = 'Cuba'",
    "documents": 'UPDATE document SET dates = \'[{"edtf": "1950"}]\'',
    "codes of the codebook": "UPDATE code SET colour = 'gr\x07y'",
    "steps to undo": "UPDATE journal SET inverse = replace(inverse, 'edit', 'odit')",
    "tags of marks": "UPDATE annotation_tag SET tag = x'ff00'",
}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Return an archive with one of everything that is harmed."""
    library = Library.create(tmp_path / "whole.liaison")
    (tmp_path / "text.txt").write_text("A Meeting\n\nCuba wrote to the party.", encoding="utf-8")
    library.import_paths([tmp_path / "text.txt"])
    (document,) = library.documents()
    library.apply(library.adding_code(Code("trade", colour=CodeColour.TEAL)))
    library.apply(AddAnnotations((library.new_annotation(document.id, 0, 9, "a note", ("trade",)),)))
    library.close()
    return library.path


def execute(path: Path, statement: str) -> int:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        return connection.execute(statement).rowcount
    finally:
        connection.close()


def use(library: Library) -> None:
    """Read everything that could be spoilt."""
    library.refresh()
    library.documents()
    library.tree()
    library.codes()
    library.annotations()
    with suppress(UserFacingError):  # what an edit was about may be lost
        while library.undo() is not None:
            pass


@pytest.mark.parametrize(("words", "harm"), _HARMS.items())
def test_a_row_that_cannot_be_read_is_left_out_and_told_of(archive, tmp_path, words, harm) -> None:
    assert execute(archive, harm) >= 1
    report = Library.salvage(archive, tmp_path / "saved.liaison")
    assert [told for told in report.missing if f" {words} could not be read: their words are spoilt" in told]
    library = Library.open(tmp_path / "saved.liaison")
    try:
        use(library)
    finally:
        library.close()


@pytest.mark.parametrize("lost", ["DELETE FROM scheme_region", "DROP TABLE scheme_region"])
def test_the_regions_of_a_scheme_are_known_by_their_members(archive, tmp_path, lost) -> None:
    library = Library.open(archive)
    schemes = {scheme.id: scheme.regions for scheme in library.schemes()}
    library.close()
    assert any(region.members for regions in schemes.values() for region in regions)
    execute(archive, lost)
    Library.salvage(archive, tmp_path / "saved.liaison")
    library = Library.open(tmp_path / "saved.liaison")
    try:
        found = {scheme.id: scheme.regions for scheme in library.schemes()}
    finally:
        library.close()
    assert found == {
        scheme: tuple(region for region in regions if region.members) for scheme, regions in schemes.items()
    }
