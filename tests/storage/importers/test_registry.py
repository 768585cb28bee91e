"""Formats are told by content; archives are read member by member within limits."""

import zipfile
from io import BytesIO

import pytest

from storage.errors import UserFacingError
from storage.importers import packages
from storage.importers.registry import extract, extract_all
from storage.importers.zip_archive import read_member
from tests.storage.importers.made_files import docx, epub, odt, package, pdf

PARAGRAPH = "<w:p><w:r><w:t>Words</w:t></w:r></w:p>"
FILES = {
    "docx": docx(PARAGRAPH),
    "odt": odt("<text:p>Words</text:p>"),
    "epub": epub(["<p>Words</p>"]),
    "pdf": pdf([[(72, 700, 12, "Words")]]),
    "rtf": rb"{\rtf1 Words}",
    "html": b"<!DOCTYPE html><p>Words</p>",
    "plain text": b"Words",
}


@pytest.mark.parametrize("kind", FILES)
@pytest.mark.parametrize("name", ["a", "a.txt", "a.pdf", "a.docx"])
def test_content_decides_whatever_the_name(kind, name):
    extraction = extract(FILES[kind], name)
    assert extraction.extractor == f"{kind} 1"
    assert "Words" in extraction.text


def test_language_is_detected_where_none_is_declared():
    words = "The parties of the region met in the capital and spoke of the peace that they wanted."
    for data in (words.encode(), f"<html><p>{words}".encode(), docx(PARAGRAPH.replace("Words", words))):
        extraction = extract(data, "a")
        assert extraction.description.language == "en"
        assert ("language", "detected from the words") in extraction.found_in


def test_ending_decides_among_kinds_of_text():
    assert extract(b"# Words", "a.md").extractor == "markdown 1"
    assert extract(b"<p>Words", "a.htm").extractor == "html 1"
    assert extract(b"a < b and Words", "a.txt").extractor == "plain text 1"


def test_chosen_encoding_goes_before_what_the_file_says():
    words = "Межпартийные связи"
    page = f'<html><head><meta charset="latin-1"></head><body><p>{words}</p></body></html>'
    extraction = extract(page.encode("koi8-r"), "a.html", encoding="koi8-r")
    assert (extraction.text, extraction.encoding) == (f"{words}\n", "koi8-r")
    assert extract(words.encode("koi8-r"), "a.txt", encoding="koi8-r").text == words
    with pytest.raises(UserFacingError, match=r"^a\.txt: The file is not in the encoding ascii"):
        extract(words.encode("koi8-r"), "a.txt", encoding="ascii")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (package({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<a/>"}), "spreadsheet"),
        (package({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "spreadsheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "old format"),
        (b"PK\x03\x04 broken", "damaged ZIP"),
        (package({"a.txt": "x"}), "ZIP archive"),
    ],
)
def test_what_cannot_be_read_gets_a_sentence_with_its_name(data, reason):
    with pytest.raises(UserFacingError, match=rf"^name\.bin: .*{reason}"):
        extract(data, "name.bin")


_PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
_PROGRAM = b"\x7fELF\x02\x01\x01" + bytes(300)
_FILM = b"\x00\x00\x00\x20ftypisom" + bytes(range(256))
_NOISE = bytes(range(256)) * 20


@pytest.mark.parametrize(
    ("data", "name", "what"),
    [
        (_PICTURE, "a.png", "a picture"),
        (_PICTURE, "a.pdf", "a picture"),
        (_PROGRAM, "a", "a program"),
        (_FILM, "a.mp4", "a film"),
        (_NOISE, "a.dat", "binary data"),
    ],
)
def test_what_is_no_document_is_told_from_a_damaged_one(data, name, what):
    (alone,) = extract_all(data, name)
    (packed,) = extract_all(package({name: data}), "all.zip")
    for member in (alone, packed):
        assert not member.is_document
        assert f"{name}: " in member.reason
        assert what in member.reason


def _book_of_pictures() -> bytes:
    """Return a book in the place of whose chapter a picture stands."""
    with zipfile.ZipFile(BytesIO(FILES["epub"])) as book:
        members = {name: book.read(name) for name in book.namelist()}
    chapters = [name for name, content in members.items() if b"<p>Words</p>" in content]
    assert chapters
    return package(members | dict.fromkeys(chapters, _PICTURE))


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (_NOISE, "a.docx"),
        (_NOISE, "a.txt"),
        (b"", "a.txt"),
        (b"%PDF-1.4 cut off", "a.bin"),
        (b"\x1f\x8b\x08" + _NOISE, "a.gz"),
        (_book_of_pictures(), "a.epub"),
    ],
)
def test_damaged_and_unreadable_documents_stay_documents(data, name):
    (member,) = extract_all(data, name)
    assert member.is_document


def test_encrypted_office_document_says_so():
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    assert "encrypted" in extract(data, "a.docx").problem


def test_archive_gives_each_member_or_its_reason():
    members = {f"folder/a.{kind}": data for kind, data in FILES.items()}
    data = package({**members, "__MACOSX/x": b"y", "../out.txt": b"climbs", "/abs.txt": b"climbs", "empty.txt": b""})
    found = {member.name: member for member in extract_all(data, "all.zip")}
    assert set(found) == {*members, "../out.txt", "/abs.txt", "empty.txt"}
    for name in members:
        extraction = found[name].extraction
        assert extraction is not None
        assert "Words" in extraction.text
    assert "out of the archive" in found["../out.txt"].reason
    assert found["empty.txt"].reason.startswith("all.zip: empty.txt: The file is empty")
    assert read_member(data, "folder/a.rtf") == FILES["rtf"]


def test_single_document_is_its_own_member():
    (member,) = extract_all(FILES["docx"], "a.docx")
    assert (member.name, member.reason) == ("a.docx", "")
    (failed,) = extract_all(b"", "a.txt")
    assert failed.reason.startswith("a.txt: ")


def test_what_unpacks_to_too_much_stops_at_the_limit(monkeypatch):
    monkeypatch.setattr(packages, "LARGEST_MEMBER", 100_000)
    bomb = package({"bomb.txt": b"0" * 5_000_000, "small.txt": "Words"})
    bombed, small = extract_all(bomb, "a.zip")
    assert "unpacks to more than" in bombed.reason
    assert small.extraction is not None


def test_all_members_together_have_a_limit(monkeypatch):
    monkeypatch.setattr(packages, "LARGEST_PACKAGE", 250_000)
    found = extract_all(package({f"{number}.txt": "word " * 20_000 for number in range(5)}), "a.zip")
    assert [bool(member.extraction) for member in found] == [True, True, False, False, False]


def test_member_that_lies_about_its_size_is_damaged():
    data = bytearray(package({"a.txt": "Words " * 100}))
    place = data.rindex(b"PK\x01\x02") + 24
    data[place : place + 4] = (10).to_bytes(4, "little")
    (member,) = extract_all(bytes(data), "a.zip")
    assert member.extraction is not None or "damaged" in member.reason


def test_encrypted_member_says_so():
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("a.txt", "Words")
    data = bytearray(written.getvalue())
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    (member,) = extract_all(bytes(data), "a.zip")
    assert "encrypted" in member.reason


@pytest.mark.parametrize("kind", ["docx", "odt", "epub", "pdf"])
@pytest.mark.parametrize("share", [0.2, 0.5, 0.8, 0.97])
def test_cut_off_file_is_a_document_or_a_sentence(kind, share):
    data = FILES[kind][: int(len(FILES[kind]) * share)]
    (member,) = extract_all(data, "a.bin")
    assert member.extraction is not None or member.reason.startswith("a.bin: ")


@pytest.mark.shared
def test_every_awkward_file_ends_as_a_document_or_a_sentence(shared):
    for path in sorted((shared / "corpora" / "awkward").rglob("*")):
        if path.is_file():
            for member in extract_all(path.read_bytes(), path.name):
                assert (member.extraction is None) != (member.reason == "")
                if member.extraction is not None:
                    assert bool(member.extraction.text) or bool(member.extraction.problem)
                    member.extraction.text.encode("utf-8")
