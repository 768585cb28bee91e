"""Plain text files in every state they are found in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.domain.document import Creator, DateBasis, DateLayer, DocumentDate
from storage.errors import UserFacingError
from storage.importers.encodings import decode
from storage.importers.plain_text import read_plain_text

TEXT = "Première réunion\n\nLes partis se sont réunis à La Haye.\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be"),
        (b"\xff\xfe\0\0" + TEXT.encode("utf-32-le"), "utf-32-le"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-32-be"), "utf-32-be"),
    ],
)
def test_encodings(data, encoding):
    assert decode(data) == (TEXT, encoding)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Межпартийные связи продолжались в форме двусторонних встреч и международных совещаний. " * 5),
        ("gb18030", "中国共产党与世界政党高层对话会在北京举行，来自许多国家的政党领导人参加了会议。" * 5),
        ("cp1252", "Les partis se sont réunis à La Haye après la signature du traité, et l’ont approuvé. " * 5),
        ("iso2022_jp_2", "アジアの政党の国際会議がマニラで開かれた。\n" * 5),
    ],
)
def test_older_encodings_are_found_out(encoding, text):
    assert decode(text.encode(encoding))[0] == text


def test_few_broken_bytes_in_utf8_are_shown_and_said():
    data = ("Межпартийные связи продолжались. " * 10).encode()
    extraction = read_plain_text(data[:100] + b"\xff" + data[100:], "a.txt")
    assert extraction.encoding == "utf-8"
    assert extraction.text.replace("\ufffd", "").startswith("Межпартийные связи")
    assert extraction.problem


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1).filter(str.strip))
def test_utf8_text_is_kept_code_point_for_code_point(text):
    kept = text.removeprefix("\ufeff")
    if kept.strip():
        assert read_plain_text(b"\xef\xbb\xbf" + kept.encode(), "a.txt").text == kept


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"%PDF-1.7\n...", "a PDF"),
        (b"PK\x03\x04abc", "ZIP"),
        (bytes(range(256)) * 8, "not a text|could not be found out"),
        (b"\x00\x01\x02\x03" * 50, "binary"),
        (b"\xff\xfea\x00\x00\xd8", "damaged"),
    ],
)
def test_what_is_no_text_gets_a_sentence(data, reason):
    with pytest.raises(UserFacingError, match=reason):
        decode(data)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_sentence(data):
    try:
        extraction = read_plain_text(data, "a.txt")
    except UserFacingError:
        return
    assert extraction.description.title
    assert "\r" not in extraction.text
    assert "\0" not in extraction.text


def test_description_comes_from_the_text():
    body = "A paragraph of the text proper. " * 10
    text = (
        f"Contacts\nContacts of a Party\n2014.11.02 /\n\n{body}\n\n{body}\n\n"
        "Ana Example is a former minister of a country. She lives there.\n\n"
        "Source:\u00a0A Book, edited by B. Example, Beijing: A Press, 2007.10\n"
    )
    description = read_plain_text(text.encode(), "folder/x.txt").description
    assert description.title == "Contacts of a Party"
    assert description.original == "A Book, edited by B. Example, Beijing: A Press, 2007.10"
    assert description.creators == (Creator("Ana Example", "former minister of a country"),)
    assert description.dates == (
        DocumentDate(DateLayer.PUBLISHED, "2014-11-02", DateBasis.STATED, "2014.11.02 /"),
        DocumentDate(DateLayer.WRITTEN, "2007-10", DateBasis.INFERRED, "2007.10"),
    )


def test_text_without_a_title_is_called_after_its_file():
    extraction = read_plain_text(b"One sentence that ends.\n", "folder\\A name.txt")
    assert extraction.description.title == "A name"
    assert ("title", "file name") in extraction.found_in


@pytest.mark.parametrize(
    "closing",
    [
        "United Nations is the largest member organisation.",
        "The Party is a member of it.",
        "Latin America, where the president spoke.",
    ],
)
def test_organisation_is_no_author(closing):
    text = f"A Title\n\n{'A paragraph. ' * 30}\n\n{closing}\n"
    assert read_plain_text(text.encode(), "a.txt").description.creators == ()


@pytest.mark.shared
def test_founding_texts(shared):
    found = {}
    for path in sorted((shared / "seeds").glob("*.txt")):
        data = path.read_bytes()
        extraction = read_plain_text(data, path.name)
        assert extraction.text == data.decode().replace("\r\n", "\n")
        found[path.name[:3]] = extraction.description
    assert [bool(found[seed].original) for seed in sorted(found)] == [False, False, True, True, True]
    published = {
        seed: [date.edtf for date in description.dates if date.layer is DateLayer.PUBLISHED]
        for seed, description in found.items()
    }
    assert published == {"000": [], "001": [], "002": ["2014-11-02"], "003": ["2014-11-02"], "004": []}
