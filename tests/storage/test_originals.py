"""What originals say of themselves, and edits that do not wait for the index."""

from dataclasses import replace
from pathlib import Path

import pytest

from storage.domain.document import Description
from storage.domain.ids import DocumentId
from storage.edits import AddAnnotations, DescribeDocument
from storage.errors import UserFacingError
from storage.library import Library

RUSSIAN = "Коммунистическая партия Кубы провела встречу в Гаване."
PAGE = "---\ntitle: A title\npublisher: Found press\n---\n\n# A title\n\nThe words."


def imported(library: Library, file: Path, data: bytes) -> DocumentId:
    file.write_bytes(data)
    document = library.import_paths([file]).files[0].document
    assert document is not None
    return document


def corrected(library: Library, document: DocumentId) -> set[str]:
    return {origin.field for origin in library.found_in(document) if origin.corrected}


def test_a_text_is_previewed_in_every_encoding_and_the_present_one_is_marked(library: Library, tmp_path: Path) -> None:
    document = imported(library, tmp_path / "a.txt", RUSSIAN.encode("cp1251"))
    library.read_again(document, "cp866")
    previews = {preview.encoding: preview for preview in library.encoding_previews(document)}
    assert set(library.encodings()) <= set(previews)
    assert [name for name, preview in previews.items() if preview.is_current] == ["cp866"]
    assert previews["cp1251"].lines == RUSSIAN


def test_a_format_that_says_its_encoding_has_no_previews(library: Library, tmp_path: Path) -> None:
    document = imported(library, tmp_path / "a.rtf", rb"{\rtf1 Words}")
    with pytest.raises(UserFacingError, match="no text file"):
        library.encoding_previews(document)


def test_a_field_that_is_reset_counts_as_corrected_no_more_until_that_is_undone(
    library: Library, tmp_path: Path
) -> None:
    document = imported(library, tmp_path / "a.md", PAGE.encode())
    found = library.document(document).description
    library.apply(DescribeDocument(document, replace(found, publisher="My press")))
    assert corrected(library, document) == {"publisher"}
    assert library.found_description(document) == found
    library.apply(DescribeDocument(document, found, ("publisher",)))
    assert corrected(library, document) == set()
    library.undo()
    assert library.document(document).description.publisher == "My press"
    assert corrected(library, document) == {"publisher"}


def test_an_edit_is_saved_while_the_index_is_written_to(library: Library, tmp_path: Path) -> None:
    import sqlite3

    document = imported(library, tmp_path / "a.txt", b"Words that are marked.")
    other = sqlite3.connect(library.path.with_name(library.path.name + ".index"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    library.apply(AddAnnotations((library.new_annotation(document, 0, 5),)))
    library.apply(DescribeDocument(document, Description("Another title")))
    assert library.undo() is not None
    other.execute("ROLLBACK")
    other.close()
    assert [mark.anchor.quote for mark in library.annotations()] == ["Words"]
