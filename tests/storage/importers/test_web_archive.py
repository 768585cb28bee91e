"""Pages saved as one file."""

import pytest

from storage.domain.document import DateLayer
from storage.errors import UserFacingError
from storage.importers.registry import extract

SAVED = (
    "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://example.org/a\r\n"
    "Date: Tue, 4 Mar 2014 10:20:30 -0000\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related;\r\n\tboundary="x"\r\n\r\n--x\r\nContent-Type: text/html; charset=windows-1251\r\n'
    "Content-Transfer-Encoding: quoted-printable\r\n\r\n<html><title>=CC=E8=F0</title>"
    "<p>=CC=E8=F0 =E8 =\r\n=EF=E0=F0=F2=E8=E8</html>\r\n"
    "--x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--x--\r\n"
)


def test_page_and_its_headers():
    extraction = extract(SAVED.encode("ascii"), "a.mhtml")
    assert extraction.text == "Мир и партии\n"
    assert extraction.description.title == "Мир"
    assert extraction.description.url == "https://example.org/a"
    assert [(date.layer, date.edtf) for date in extraction.description.dates] == [(DateLayer.CAPTURED, "2014-03-04")]


def test_saved_page_without_page_gets_a_sentence():
    with pytest.raises(UserFacingError, match="saved page"):
        extract(SAVED.replace("text/html", "text/css").encode("ascii"), "a.mhtml")


def test_letter_of_one_part_is_text():
    assert extract(b"From: A\nTo: B\n\nDear colleague, the parties met.", "a.txt").extractor == "plain text 1"
