"""Sources of documents: files that changed, originals read once more, and where a description was found."""

import zipfile
from pathlib import Path

import pytest

from storage.domain.annotation import AnchorState
from storage.domain.ids import DocumentId
from storage.domain.importing import SourceState
from storage.domain.search import SearchRequest
from storage.edits import AddAnnotations, DescribeDocument, TrashDocuments
from storage.errors import NotFoundError, UserFacingError
from storage.library import Library

RUSSIAN = "Делегация Коммунистической партии посетила Гавану.\n\nОна вернулась в мае 1976 года."


def _imported(library: Library, path: Path, data: bytes) -> DocumentId:
    path.write_bytes(data)
    outcome = library.import_paths([path]).files[0]
    assert outcome.document is not None, outcome.reason
    return outcome.document


def _states(library: Library) -> dict[str, str]:
    return {Path(found.path).name: found.state.value for found in library.check_sources()}


def test_known_files_are_unchanged_changed_or_missing(library, tmp_path):
    for name in ("same", "longer", "other", "gone"):
        _imported(library, tmp_path / f"{name}.txt", f"The words of {name}.".encode())
    (tmp_path / "longer.txt").write_text("The words of longer, and more.")
    (tmp_path / "other.txt").write_text("The words of OTHER.")
    (tmp_path / "gone.txt").unlink()
    found = library.check_sources()
    assert _states(library) == {
        "same.txt": "unchanged",
        "longer.txt": "changed",
        "other.txt": "changed",
        "gone.txt": "missing",
    }
    changed = [Path(one.path) for one in found if one.state is SourceState.CHANGED]
    report = library.import_paths(changed)
    assert [outcome.status.value for outcome in report.files] == ["new-version"] * 2
    assert {outcome.document for outcome in report.files} == {2, 3}
    assert set(_states(library).values()) == {"unchanged", "missing"}


def test_a_folder_where_a_file_was_cannot_be_read_as_one(library, tmp_path):
    _imported(library, tmp_path / "a.txt", b"Words")
    (tmp_path / "a.txt").unlink()
    (tmp_path / "a.txt").mkdir()
    (found,) = library.check_sources()
    assert found.state in (SourceState.UNREADABLE, SourceState.CHANGED)
    assert found.documents == (1,)


def test_members_of_an_archive_are_one_source(library, tmp_path):
    def pack(*texts: str) -> None:
        with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
            for number, text in enumerate(texts):
                archive.writestr(f"in/{number}.txt", text)

    pack("Words of one", "Words of two")
    assert len(library.import_paths([tmp_path / "all.zip"]).files) == 2
    (found,) = library.check_sources()
    assert (found.path, found.documents, found.state) == (str(tmp_path / "all.zip"), (1, 2), SourceState.UNCHANGED)
    pack("Words of one", "Other words of two")
    (found,) = library.check_sources()
    assert found.state is SourceState.CHANGED
    library.import_paths([Path(found.path)])
    assert [source.state for source in library.check_sources()] == [SourceState.UNCHANGED]
    assert library.text(2).text == "Other words of two"


def test_sources_of_documents_in_the_trash_are_left_alone(library, tmp_path):
    _imported(library, tmp_path / "a.txt", b"Words")
    library.apply(TrashDocuments((DocumentId(1),)))
    (tmp_path / "a.txt").write_text("Other words")
    assert library.check_sources() == ()


def test_checking_stops_when_it_is_told_to(library, tmp_path):
    for name in "abc":
        _imported(library, tmp_path / f"{name}.txt", f"Words {name}".encode())
    answers = iter([False, True])
    assert len(library.check_sources(is_cancelled=lambda: next(answers))) == 1


def test_a_chosen_encoding_gives_a_new_version_and_keeps_the_marks(library, tmp_path):
    plain = "Plain words stand first, and more plain words than a mark keeps beside it follow them here."
    data = f"{plain}\n\n{RUSSIAN}".encode("cp1251")
    document = _imported(library, tmp_path / "a.txt", data)
    library.read_again(document, "cp866")
    wrong = library.text(document)
    assert wrong.encoding == "cp866"
    assert RUSSIAN not in wrong.text
    mark = library.new_annotation(document, *library.place_quote(document, "Plain words"))
    library.apply(AddAnnotations((mark,)))
    changes = library.read_again(document, "cp1251")
    assert document in changes.documents
    right = library.text(document)
    assert (right.encoding, right.text.endswith(RUSSIAN)) == ("cp1251", True)
    assert right.id != wrong.id
    (kept,) = library.annotations()
    assert (kept.text_version, kept.state) == (right.id, AnchorState.UNCHANGED)
    assert library.search(SearchRequest("Гавану")).total_documents == 1


def test_a_chosen_encoding_counts_when_the_file_is_imported_again(library, tmp_path):
    file = tmp_path / "a.txt"
    document = _imported(library, file, RUSSIAN.encode("cp1251"))
    library.read_again(document, "koi8-r")
    file.write_bytes(("Новое. " + RUSSIAN).encode("koi8-r"))
    library.import_paths([file])
    assert library.text(document).text == "Новое. " + RUSSIAN
    file.write_bytes(("Ещё раз. " + RUSSIAN).encode("cp1251"))
    library.import_paths([file])
    assert library.text(document).encoding == "koi8-r"
    library.read_again(document)
    assert library.text(document).text == "Ещё раз. " + RUSSIAN


def test_reading_the_same_again_adds_no_version(library, tmp_path):
    document = _imported(library, tmp_path / "a.txt", b"Words and more words.")
    before = library.text(document).id
    library.read_again(document)
    assert library.text(document).id == before


def test_a_member_of_an_archive_can_be_read_again(library, tmp_path):
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("one.txt", "Words of one")
        archive.writestr("in/two.txt", RUSSIAN.encode("cp1251"))
    library.import_paths([tmp_path / "all.zip"])
    library.read_again(2, "cp1251")
    assert library.text(2).text == RUSSIAN
    assert library.document(2).title


def test_an_encoding_that_cannot_be_is_refused_and_nothing_changes(library, tmp_path):
    document = _imported(library, tmp_path / "a.txt", RUSSIAN.encode("cp1251"))
    before = library.text(document)
    with pytest.raises(UserFacingError, match="not in the encoding utf-8"):
        library.read_again(document, "utf-8")
    rich = _imported(library, tmp_path / "a.rtf", rb"{\rtf1 Words}")
    with pytest.raises(UserFacingError, match="without choosing"):
        library.read_again(rich, "utf-8")
    with pytest.raises(NotFoundError):
        library.read_again(99)
    assert library.text(document) == before


def test_every_choosable_encoding_is_known_to_python(library):
    for name in library.encodings():
        assert b"a".decode(name, "replace") is not None
    assert {"utf-8", "cp1252", "gb18030"} <= set(library.encodings())


def test_a_new_version_renews_what_nobody_corrected(library, tmp_path):
    file = tmp_path / "a.md"
    head = "---\ntitle: {}\npublisher: {}\nlanguage: {}\n---\n\n# {}\n\nThe words."
    document = _imported(library, file, head.format("First", "One press", "en", "First").encode())
    origins = {origin.field: origin for origin in library.found_in(document)}
    assert (origins["title"].where, origins["title"].corrected) == ("front matter", False)
    from dataclasses import replace

    corrected = replace(library.document(document).description, publisher="The right press")
    library.apply(DescribeDocument(document, corrected))
    file.write_text(head.format("Second", "Another press", "fr", "Second"))
    library.import_paths([file])
    description = library.document(document).description
    assert (description.title, description.language) == ("Second", "fr")
    assert description.publisher == "The right press"
    origins = {origin.field: origin for origin in library.found_in(document)}
    assert origins["publisher"].corrected
    assert library.search(SearchRequest("title:Second")).total_documents == 1
    with pytest.raises(NotFoundError):
        library.found_in(99)
