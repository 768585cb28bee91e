"""PDF files: pages, paragraphs, headers and footers, parted words, and files without text."""

import pytest

from storage.domain.document import BlockKind, Creator, DateBasis, DateLayer, DocumentDate
from storage.errors import UserFacingError
from storage.importers.pdf import read_pdf
from storage.text.folding import fold
from tests.storage.importers.made_files import Placed, pdf

LABELS = "/PageLabels<</Nums[0<</S/r/St 5>>]>>"
INFO = "/Title(A Book of Parties)/Author(Ana Example; B. Two)/CreationDate(D:19990412120000Z)"
ENCRYPT = f"/Filter/Standard/V 1/R 2/O<{'ab' * 32}>/U<{'cd' * 32}>/P -4"


def page(number: int, *paragraphs: list[str]) -> list[Placed]:
    lines: list[Placed] = [(72, 760, 9, "International Relations of the Party")]
    base = 720
    for paragraph in paragraphs:
        for place, words in enumerate(paragraph):
            lines.append((90 if place == 0 else 72, base, 11, words))
            base -= 14
    return [*lines, (300, 30, 9, str(number))]


def blocks_of(data: bytes) -> list[tuple[BlockKind, str, int | None, str | None]]:
    extraction = read_pdf(data, "a.pdf")
    return [
        (block.kind, extraction.text[block.start : block.end], block.page, block.page_label)
        for block in extraction.blocks
    ]


def text_of(data: bytes) -> str:
    return read_pdf(data, "a.pdf").text


FIRST = [
    "The conference of the parties of the whole region was opened by the chairman of the",
    "party that had invited them, and it went on for three days with much goodwill on all",
    "sides of the room.",
]
SECOND = [
    "The delegates of the inter-",
    "national bodies said that the co-operation of so many parties was worth the trouble and",
    "that they would meet again.",
]


def test_pages_paragraphs_headers_and_footers():
    data = pdf([page(17, FIRST, SECOND), page(18, SECOND), page(19, SECOND[1:])], LABELS, INFO)
    extraction = read_pdf(data, "a.pdf")
    found = blocks_of(data)
    assert [kind for kind, *_ in found[:5]] == [
        BlockKind.PAGE_BREAK, BlockKind.BOILERPLATE, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.BOILERPLATE,
    ]  # fmt: skip
    assert found[2][1] == " ".join(FIRST)
    assert found[2][2:] == (1, "v")
    assert [(kind, words, number, label) for kind, words, number, label in found if kind is BlockKind.PAGE_BREAK] == [
        (BlockKind.PAGE_BREAK, "", 1, "v"), (BlockKind.PAGE_BREAK, "", 2, "vi"), (BlockKind.PAGE_BREAK, "", 3, "vii"),
    ]  # fmt: skip
    assert all(block.start == block.end for block in extraction.blocks if block.kind is BlockKind.PAGE_BREAK)
    assert extraction.problem == ""


def test_word_parted_at_a_line_end_is_found_and_shows_where_it_was_parted():
    words = text_of(pdf([page(1, FIRST, SECOND)]))
    assert "inter\u00adnational bodies" in words
    assert "international bodies" in fold(words)
    assert "co-operation" in words


def test_hyphen_that_the_word_has_elsewhere_stays():
    lines = ["They spoke of party-to-party ties for a long while, of the co-", "operation and of co-operation."]
    assert "the co-operation and of co-operation" in text_of(pdf([page(1, lines)]))


def test_printed_number_is_the_label_where_the_file_has_none():
    found = blocks_of(pdf([page(number, FIRST) for number in (211, 212)]))
    assert [label for kind, _, _, label in found if kind is BlockKind.PAGE_BREAK] == ["211", "212"]


def test_larger_type_is_a_heading_and_small_type_at_the_foot_a_note():
    lines: list[Placed] = [
        (72, 700, 18, "Parties in Asia"),
        *((72, 660 - 14 * row, 11, words) for row, words in enumerate(FIRST)),
    ]
    lines.append((72, 90, 8, "1 A note on the conference."))
    extraction = read_pdf(pdf([lines]), "a.pdf")
    kinds = [(block.kind, extraction.text[block.start : block.end]) for block in extraction.blocks]
    assert (BlockKind.TITLE, "Parties in Asia") in kinds
    assert (BlockKind.FOOTNOTE, "1 A note on the conference.") in kinds
    assert extraction.description.title == "Parties in Asia"


def test_description_says_where_it_is_from():
    extraction = read_pdf(pdf([page(1, FIRST)], info=INFO), "a.pdf")
    assert extraction.description.title == "A Book of Parties"
    assert extraction.description.creators == (Creator("Ana Example"), Creator("B. Two"))
    assert extraction.description.dates == (
        DocumentDate(DateLayer.WRITTEN, "1999-04-12", DateBasis.INFERRED, "D:19990412120000Z"),
    )
    assert {("title", "PDF properties"), ("creators", "PDF properties")} <= set(extraction.found_in)


@pytest.mark.parametrize("title", ["Microsoft Word - draft.doc", "untitled", "scan0001.pdf", ""])
def test_title_that_is_none_is_not_taken(title):
    assert read_pdf(pdf([page(1, FIRST)], info=f"/Title({title})"), "report.pdf").description.title == "report"


def test_scan_has_no_text_and_says_so():
    extraction = read_pdf(pdf([[], []]), "scan.pdf")
    assert (extraction.text, extraction.blocks, extraction.description.title) == ("", (), "scan")
    assert "scan" in extraction.problem


def test_encrypted_file_says_so():
    extraction = read_pdf(pdf([page(1, FIRST)], encrypt=ENCRYPT), "secret.pdf")
    assert extraction.text == ""
    assert "encrypted with a password" in extraction.problem


def test_damaged_file_gets_a_sentence():
    with pytest.raises(UserFacingError, match="damaged"):
        read_pdf(b"%PDF-1.7\nnothing of the sort", "a.pdf")


def test_unreadable_page_costs_itself_only():
    data = pdf([page(1, FIRST), page(2, FIRST)]).replace(b"/Type/Page/Parent 2 0 R", b"/Type/Nope/Parent 2 0 R", 1)
    extraction = read_pdf(data, "a.pdf")
    assert "The conference of the parties" in extraction.text
