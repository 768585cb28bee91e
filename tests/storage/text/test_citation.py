"""Source lines in the order of Chicago notes."""

from storage.domain.document import Creator, DateBasis, DateLayer, Description, DocumentDate
from storage.text.citation import dates_in_words, source_line


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
