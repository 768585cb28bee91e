"""Damaged files of every format: whatever was cut, turned or doubled, there is a document or a sentence."""

import io
import random
import zipfile

import pytest

from storage.domain.importing import ReadMember
from storage.importers.registry import extract_all
from tests.storage.importers.made_files import docx, epub, odt, package, pdf

_WORDS = "The delegation of the Communist Party of Cuba left Havana on 3 May 1976. " * 12
_PARAGRAPHS = "".join(f"<w:p><w:r><w:t>{_WORDS}</w:t></w:r></w:p>" for _ in range(4))
_PAGE = f"<!DOCTYPE html><html><head><title>Visit</title></head><body><h1>Visit</h1><p>{_WORDS}</p></body></html>"
_FILES = {
    "docx": docx(_PARAGRAPHS, {"footnotes": "<w:footnote><w:p><w:r><w:t>Note</w:t></w:r></w:p></w:footnote>"}),
    "odt": odt(f"<text:h>Visit</text:h><text:p>{_WORDS}</text:p>"),
    "epub": epub([f"<p>{_WORDS}</p>", "<h1>Second</h1>"]),
    "pdf": pdf([[(72, 700 - 14 * line, 12, "The delegation left Havana") for line in range(20)]] * 2),
    "rtf": rb"{\rtf1\ansi{\fonttbl{\f0 Times;}}{\info{\title Visit}}\pard Words \'e9\u1234? {\b bold}\par More}",
    "html": _PAGE.encode(),
    "md": f"---\ntitle: Visit\ndates:\n  - written: 1976\n---\n\n# Visit\n\n- {_WORDS}\n".encode(),
    "txt": f"Visit\n\n{_WORDS}\n\n\N{CJK UNIFIED IDEOGRAPH-4E2D}".encode("utf-16"),
    "mhtml": (
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
        b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+V29yZHM8L3A+\r\n--x--"
    ),
    "zip": package({"a.txt": _WORDS, "b.html": _PAGE, "c.docx": docx(_PARAGRAPHS)}),
}
_TIMES = 60


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return bytes that were cut off, turned over, blanked, doubled or taken out at one place or several."""
    changed = bytearray(data)
    place = chance.randrange(len(changed))
    match chance.randrange(5):
        case 0:
            del changed[place:]
        case 1:
            for _ in range(chance.choice([1, 5, 50])):
                changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
        case 2:
            changed[place : place + 50] = bytes(50)
        case 3:
            changed[place:place] = changed[place : place + chance.randrange(1, 500)] * chance.choice([1, 3, 20])
        case _:
            del changed[place : place + chance.randrange(1, 500)]
    return bytes(changed)


def _is_answer(member: ReadMember) -> bool:
    return member.extraction is not None or member.reason.endswith(".")


@pytest.mark.parametrize("kind", _FILES)
def test_a_damaged_file_is_a_document_or_a_sentence(kind):
    chance = random.Random(kind)
    for _ in range(_TIMES):
        data = damaged(_FILES[kind], chance)
        members = extract_all(data, f"a.{kind}")
        assert all(map(_is_answer, members)), members
        for member in members:
            if member.extraction is not None:
                length = len(member.extraction.text)
                assert all(0 <= block.start <= block.end <= length for block in member.extraction.blocks)


_PACKAGES = {
    kind: {info.filename: archive.read(info) for info in archive.infolist()}
    for kind in ("docx", "odt", "epub")
    for archive in (zipfile.ZipFile(io.BytesIO(_FILES[kind])),)
}
_IMPOSSIBLE = (b"&#xD800;", b"&#xDFFF", b"&#99999999999999999999;", b"&#x110000;", b"&#0;", b"&#x;")


@pytest.mark.parametrize("kind", _PACKAGES)
def test_a_package_with_damaged_parts_is_a_document_or_a_sentence(kind):
    chance = random.Random(kind)
    for _ in range(_TIMES):
        parts = dict(_PACKAGES[kind])
        for name in chance.sample(sorted(parts), 2):
            place = chance.randrange(len(parts[name]))
            impossible = chance.choice(_IMPOSSIBLE)
            put_in = parts[name][:place] + impossible + parts[name][place:]
            parts[name] = chance.choice((put_in, damaged(parts[name], chance)))
        members = extract_all(package(parts), f"a.{kind}")
        assert all(map(_is_answer, members)), members
        for member in members:
            if member.extraction is not None:
                member.extraction.text.encode()


def test_characters_that_cannot_be_are_marked_as_lost():
    (member,) = extract_all(docx("<w:p><w:r><w:t>Cuba &#xD800;&#1114112; &#x41;&#66;</w:t></w:r></w:p>"), "a.docx")
    assert member.extraction is not None
    assert member.extraction.text == "Cuba \ufffd\ufffd AB\n"
    assert "may be missing" in member.extraction.problem


@pytest.mark.parametrize("name", [b"\0\0\0\0", b"././", b":/::", b"////"])
def test_a_member_without_a_name_stops_nothing(name):
    data = package({"QQQQ": "x", "a.txt": _WORDS}).replace(b"QQQQ", name)
    found = {member.name: member.extraction for member in extract_all(data, "a.zip")}
    assert found["a.txt"] is not None
