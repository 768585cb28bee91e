"""The rows of a concordance say what their lines say, whatever was asked for before."""

from PySide6.QtCore import Qt

from gui.models.concordance_model import LINE_ROLE, Column, ConcordanceModel
from storage.domain.document import DateLayer, DocumentDate
from storage.domain.ids import DocumentId
from storage.domain.search import ConcordanceLine
from storage.text.concordance import Concordance


def _line(document: int, words: str) -> ConcordanceLine:
    dated = DocumentDate(DateLayer.PUBLISHED, f"19{document:02}-03-04")
    return ConcordanceLine(
        DocumentId(document), f"Title {document}", 0, 5, f"before\n{words}", words, f"{words} behind", dated
    )


def _words(model: ConcordanceModel, row: int) -> list[str]:
    return [str(model.data(model.index(row, column))) for column in Column]


def test_each_column_says_its_part_of_the_line_on_one_line() -> None:
    model = ConcordanceModel()
    model.set_lines(Concordance([_line(91, "peace")]))
    assert _words(model, 0) == ["Title 91", "4 March 1991", "before peace", "peace", "peace behind"]


def test_rows_are_read_in_any_order_and_anew_after_the_lines_have_changed() -> None:
    model = ConcordanceModel()
    model.set_lines(Concordance([_line(1, "one"), _line(2, "two")]))
    assert [_words(model, row)[Column.HIT] for row in (0, 1, 0)] == ["one", "two", "one"]
    model.add_lines(Concordance([_line(3, "three")]))
    assert [_words(model, row)[Column.HIT] for row in (2, 0)] == ["three", "one"]
    other = Concordance([_line(4, "four")])
    model.set_lines(other)
    assert _words(model, 0)[Column.HIT] == "four"
    assert model.data(model.index(0, 0), LINE_ROLE) == other[0]
    assert model.data(model.index(0, Column.LEFT), Qt.ItemDataRole.TextAlignmentRole) is not None
