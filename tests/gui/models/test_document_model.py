"""The list of documents takes in what came, changed or went, as a plain dictionary would."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from gui.models.document_model import DETAIL_ROLE, DocumentModel
from storage.domain.document import DocumentRow, DocumentState, SourceClass
from storage.domain.ids import DocumentId

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal

ROWS = st.builds(
    DocumentRow,
    id=st.integers(1, 12).map(DocumentId),
    title=st.sampled_from(["Congress", "Visit", "Talks"]),
    source_class=st.just(SourceClass.OTHER),
    state=st.sampled_from([DocumentState.READABLE, DocumentState.NO_TEXT]),
    date=st.just(""),
    who=st.just(""),
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
    marked: set[DocumentId] = set()
    for came, gone, counts in batches:
        gone -= {row.id for row in came}
        touched = {row.id for row in came} | gone
        marks = {document: count for document, count in counts.items() if document in touched - gone}
        model.merge(came, gone, marks)
        marked = (marked - touched) | marks.keys()
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
            row.id in marked for row in shown
        ]
    tester.deleteLater()


def test_a_whole_list_read_again_tells_of_what_has_changed_only(qtbot: QtBot) -> None:
    model = DocumentModel()
    before = [DocumentRow(DocumentId(number), "Talks") for number in range(1, 100)]
    model.set_documents(before, {DocumentId(3): 2})
    told: list[int] = []
    model.dataChanged.connect(lambda first, _last: told.append(first.row()))
    after = [DocumentRow(one.id, "Visit" if one.id in (1, 50, 99) else "Talks") for one in before]
    with qtbot.assert_not_emitted(model.rowsInserted), qtbot.assert_not_emitted(model.rowsRemoved):
        model.set_documents(after, {DocumentId(3): 2})
    assert told == [0, 49, 98]
    assert [one.title for one in model.values()] == [one.title for one in after]


def test_a_filter_goes_on_finding_what_is_called_otherwise(qtbot: QtBot) -> None:
    model = DocumentModel()
    model.set_documents([DocumentRow(DocumentId(number), "Talks") for number in (1, 3, 5)], {})
    model.set_filter("vis")
    assert model.values() == []
    model.merge([DocumentRow(DocumentId(number), "Visit") for number in (2, 3)], (), {})
    assert [one.id for one in model.values()] == [2, 3]
    model.merge([DocumentRow(DocumentId(3), "Talks")], (DocumentId(1),), {})
    assert [one.id for one in model.values()] == [2]
    model.set_filter("")
    assert [one.id for one in model.values()] == [2, 3, 5]


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
