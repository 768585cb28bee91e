"""Outcomes of an import, grouped: what is listed, what is only counted, and what a second try changes."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from gui.models.import_figures import Pace, figures_in_words
from gui.models.outcome_model import OutcomeGroup, OutcomeModel, group_of
from storage.domain.ids import DocumentId
from storage.domain.importing import FileOutcome, ImportProgress, ImportStatus

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
FAILED = FileOutcome("/a/党.pdf", ImportStatus.FAILED, reason="It is damaged.")
SKIPPED = FileOutcome("/a/cover.png", ImportStatus.SKIPPED, reason="Pictures hold no text.")
SCAN = FileOutcome("/a/scan.pdf", ImportStatus.IMPORTED, DocumentId(3), "It has no text.")
GOOD = FileOutcome("/a/good.txt", ImportStatus.IMPORTED, DocumentId(4))

OUTCOMES = st.lists(
    st.builds(
        FileOutcome,
        path=st.sampled_from([f"/x/{name}" for name in "abcdefgh"]),
        status=st.sampled_from(ImportStatus),
        document=st.none(),
        reason=st.sampled_from(["", "Because."]),
    ),
    max_size=12,
)


def shown(model: OutcomeModel) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_files_are_listed_by_what_became_of_them(qtbot: QtBot) -> None:
    model = OutcomeModel()
    QAbstractItemModelTester(model, FATAL, model)
    model.take([FAILED, SKIPPED, GOOD, SCAN])
    assert shown(model) == ["党.pdf"]
    assert model.index(0, 1).data() == "It is damaged."
    assert {group: model.count(group) for group in OutcomeGroup} == {
        OutcomeGroup.FAILED: 1,
        OutcomeGroup.SKIPPED: 1,
        OutcomeGroup.REMARKED: 1,
        OutcomeGroup.KNOWN: 0,
    }
    model.show_group(OutcomeGroup.REMARKED)
    assert shown(model) == ["scan.pdf"]
    assert model.outcome(model.index(0, 0)) == SCAN


def test_a_file_that_comes_in_at_the_second_try_is_listed_no_more(qtbot: QtBot) -> None:
    model = OutcomeModel()
    model.take([FAILED, FileOutcome("/a/b.pdf", ImportStatus.FAILED, reason="It is damaged.")])
    model.take([FileOutcome(FAILED.path, ImportStatus.IMPORTED, DocumentId(9))])
    assert shown(model) == ["b.pdf"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(OUTCOMES, max_size=5), st.sampled_from(OutcomeGroup))
def test_however_outcomes_come_the_last_of_each_path_counts(qapp, batches, group) -> None:
    model = OutcomeModel()
    tester = QAbstractItemModelTester(model, FATAL)
    model.show_group(group)
    last: dict[str, FileOutcome] = {}
    for batch in batches:
        model.take(batch)
        last |= {outcome.path: outcome for outcome in batch}
    assert sorted(shown(model)) == sorted(path[3:] for path, one in last.items() if group_of(one) is group)
    assert sum(map(model.count, OutcomeGroup)) == sum(group_of(one) is not None for one in last.values())
    tester.deleteLater()


def progress(files: int, size: int, seconds: float) -> ImportProgress:
    return ImportProgress(files, 1000, size, 100_000_000, seconds, "/a/b.html")


def test_the_pace_is_that_of_the_last_seconds_and_tells_the_time_left() -> None:
    pace = Pace()
    pace.take(progress(0, 0, 0.0))
    assert pace.seconds_left() is None
    for second in range(1, 61):
        done = second if second <= 30 else 30 + (second - 30) * 10
        pace.take(progress(done, done * 100_000, float(second)))
    files_rate, bytes_rate = pace.rates()
    assert (round(files_rate), round(bytes_rate)) == (10, 1_000_000)
    assert pace.seconds_left() == (100_000_000 - 33_000_000) / bytes_rate
    words = figures_in_words(progress(330, 33_000_000, 60.0), pace)
    assert words == "33.0 of 100 MB · 10 files/s · 1.0 MB/s · about 67 seconds left"
