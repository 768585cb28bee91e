"""Source lines in the order of Chicago notes."""

from storage.domain.document import (
    Block,
    BlockKind,
    Creator,
    DateBasis,
    DateLayer,
    Description,
    DocumentDate,
    TextVersion,
)
from storage.domain.ids import DocumentId, TextVersionId
from storage.domain.search import Span
from storage.text.citation import dates_in_words, quotation, source_line


def published(edtf: str, basis: DateBasis = DateBasis.STATED) -> DocumentDate:
    return DocumentDate(DateLayer.PUBLISHED, edtf, basis)


def test_page_that_excerpts_a_book():
    description = Description(
        title="A Page",
        creators=(Creator("Ana Example", "a ministry"), Creator("B. Two"), Creator("C. Three")),
        dates=(published("2014-11-02"), DocumentDate(DateLayer.CAPTURED, "2026-03-01", DateBasis.STATED)),
        publisher="A Department",
        place="Beijing",
        url="https://example.org/p",
        original="A Book, ed. D. Four, Beijing: Press, 2007",
    )
    assert source_line(description) == (
        "Ana Example, B. Two, and C. Three, “A Page,” 2 November 2014, A Department, Beijing, accessed 1 March 2026, "
        "https://example.org/p, excerpted from A Book, ed. D. Four, Beijing: Press, 2007."
    )


def test_archival_paper():
    description = Description(
        title="Record of a Conversation",
        dates=(DocumentDate(DateLayer.WRITTEN, "1955-06-02", DateBasis.STATED),),
        reference="item 4, box 2, folder 9, A Collection, An Archive",
        place="Belgrade",
    )
    assert source_line(description) == (
        "“Record of a Conversation,” 2 June 1955, item 4, box 2, folder 9, A Collection, An Archive, Belgrade."
    )


def test_title_with_its_own_signs_and_no_date():
    assert source_line(Description(title='Who said "peace"?')) == "“Who said ‘peace’?” n.d."


def test_inferred_date_stands_in_brackets():
    assert source_line(Description(title="A", dates=(published("1949~", DateBasis.INFERRED),))) == "“A,” [about 1949]."


def test_every_date_is_said_with_its_layer_and_basis():
    description = Description(
        title="A",
        dates=(published("2014"), DocumentDate(DateLayer.STATE_DESCRIBED, "2007-08", DateBasis.INFERRED)),
    )
    assert dates_in_words(description) == "published 2014; state described August 2007 (inferred)"


def version(text: str, *ranges: tuple[int, int]) -> TextVersion:
    blocks = tuple(Block(BlockKind.PARAGRAPH, start, end, number) for number, (start, end) in enumerate(ranges, 1))
    return TextVersion(TextVersionId(1), DocumentId(1), text, "", "plain text", blocks)


def test_a_quotation_is_the_paragraph_as_it_stands_with_its_source_and_number():
    text = "Heading\n\n Two  spaces\u00a0and an emoji \U0001f600 stay. "
    found = quotation(
        version(text, (0, 7), (9, len(text))), Span(text.index("emoji"), text.index("emoji") + 5), "Source."
    )
    assert found == "“Two  spaces\u00a0and an emoji \U0001f600 stay.” Source. ¶ 2"


def test_of_a_long_paragraph_what_stands_around_the_hit_is_quoted_in_whole_words():
    text = "left " * 400 + "middle " + "right " * 400
    start = text.index("middle")
    found = quotation(version(text, (0, len(text))), Span(start, start + 6), "Source.")
    quoted = found[1 : found.index("”")]
    assert quoted.startswith("… left ")
    assert quoted.endswith(" right …")
    assert quoted.strip("… ") in text
    assert len(quoted) <= 1_010


def test_a_long_paragraph_without_spaces_is_cut_anywhere():
    text = "党" * 4_000
    found = quotation(version(text, (0, 4_000)), Span(2_000, 2_002), "Source.")
    assert 600 <= found.count("党") <= 1_002
