"""The list of documents takes in what came, changed or went, as a plain dictionary would."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from gui.models.document_model import DETAIL_ROLE, DocumentModel
from storage.domain.document import DocumentRow, DocumentState
from storage.domain.ids import DocumentId

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal

ROWS = st.builds(
    DocumentRow,
    id=st.integers(1, 12).map(DocumentId),
    title=st.sampled_from(["Congress", "Visit", "Talks"]),
    state=st.sampled_from([DocumentState.READABLE, DocumentState.NO_TEXT]),
)
BATCHES = st.tuples(
    st.lists(ROWS, max_size=4, unique_by=lambda row: row.id),
    st.frozensets(st.integers(1, 12).map(DocumentId), max_size=2),
    st.dictionaries(st.integers(1, 12).map(DocumentId), st.integers(1, 3), max_size=2),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(BATCHES, max_size=6), st.sampled_from(["", "visit"]), st.booleans())
def test_it_holds_what_a_dictionary_holds(qapp: object, batches, words: str, only_without_text: bool) -> None:
    model = DocumentModel()
    tester = QAbstractItemModelTester(model, FATAL)
    model.set_filter(words)
    model.show_only_without_text(only_without_text)
    plain: dict[DocumentId, DocumentRow] = {}
    for came, gone, marks in batches:
        gone -= {row.id for row in came}
        model.merge(came, gone, marks)
        plain = {
            **{number: row for number, row in plain.items() if number not in gone},
            **{row.id: row for row in came},
        }
        every = [plain[number] for number in sorted(plain)]
        shown = [
            row
            for row in every
            if words in row.title.casefold() and (row.state is DocumentState.NO_TEXT or not only_without_text)
        ]
        assert list(model.values()) == shown
        assert model.total == len(every)
        assert model.without_text == sum(row.state is DocumentState.NO_TEXT for row in every)
        assert [model.index_of(row.id).row() for row in shown] == list(range(len(shown)))
        assert [bool(model.index(row).data(DETAIL_ROLE)) for row in range(len(shown))] == [
            row.id in marks for row in shown
        ]
    tester.deleteLater()


def test_documents_that_come_in_touch_no_other_row(qtbot: QtBot) -> None:
    model = DocumentModel()
    model.merge([DocumentRow(DocumentId(number), "Talks") for number in range(1, 100)], (), {})
    told: list[int] = []
    model.dataChanged.connect(lambda first, _last: told.append(first.row()))
    further = [DocumentRow(DocumentId(number), "Visit") for number in (7, 100, 101)]
    with qtbot.wait_signal(model.rowsInserted) as inserted, qtbot.assert_not_emitted(model.rowsRemoved):
        model.merge(further, (DocumentId(500),), {})
    assert inserted.args == [QModelIndex(), 99, 100]
    assert told == [6]
