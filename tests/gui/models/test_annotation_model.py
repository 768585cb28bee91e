"""Marks as rows: what waits comes first, groups have headings, and only what is looked at is asked for."""

from dataclasses import replace

from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from gui.models.annotation_model import (
    COUNT_ROLE,
    HEADING_ROLE,
    NOTE_ROLE,
    PLACE_ROLE,
    STATE_ROLE,
    TAGS_ROLE,
    VALUE_ROLE,
    AnnotationModel,
)
from gui.models.mark_arrangement import MarkGrouping, MarkNames, MarkOrder, arranged
from gui.models.mark_words import words_to_find
from storage.domain.annotation import AnchorState, Annotation, Colour
from storage.domain.ids import EntityId
from storage.domain.mark_columns import columns_of, labels_of
from tests.gui.conftest import payload
from tests.gui.marks_for_tests import mark

CUBA = EntityId("country:CU")
NAMES = MarkNames({}, {CUBA: "Cuba"}, {Colour.GREEN: "claims"})


def groups(marks: list[Annotation], grouping: MarkGrouping, order: MarkOrder = MarkOrder.PLACE) -> dict[str, list[str]]:
    columns = columns_of(marks)
    labels = labels_of(marks, entities=grouping is MarkGrouping.ENTITY)
    found = arranged(columns, labels, grouping, order, NAMES)
    return {group.heading: [columns.ids[row] for row in group.rows] for group in found}


def texts_of(marks: list[Annotation]) -> list[str]:
    return [words_to_find(one) for one in marks]


def shown_ids(model: AnnotationModel) -> list[str]:
    return list(model.ids_of(model.index(row) for row in range(model.rowCount())))


def model_of(
    marks: list[Annotation], grouping: MarkGrouping = MarkGrouping.NOTHING, known: bool = True
) -> AnnotationModel:
    model = AnnotationModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    columns = columns_of(marks)
    found = arranged(columns, labels_of(marks, entities=False), grouping, MarkOrder.PLACE, NAMES)
    model.set_columns(columns, found, {}, {CUBA: "Cuba"}, texts_of(marks))
    if known:
        model.take_marks(marks)
    return model


def test_marks_to_check_come_first_with_their_parts_in_words(qtbot: QtBot) -> None:
    made = mark(20, note="two\nlines", tags=("figures",), days_ago=1)
    model = model_of([replace(made, entities=(CUBA,)), mark(21, state=AnchorState.PLEASE_CHECK)])
    heading, first, others, second = (model.index(row) for row in range(4))
    assert (heading.data(HEADING_ROLE), others.data(HEADING_ROLE)) == ("Please check", "The others")
    assert first.data(VALUE_ROLE).id == "mark21"
    assert first.data(STATE_ROLE) == "Please check where this belongs"
    assert second.data() == "“The Communist Party of Cuba”"
    assert (second.data(NOTE_ROLE), second.data(TAGS_ROLE)) == ("two lines", ["figures", "→ Cuba"])
    assert second.data(PLACE_ROLE) == "¶ 20 · yesterday"
    model.set_filter("FIGURES")
    assert [model.index(row).data(HEADING_ROLE) for row in range(model.rowCount())] == ["The others", None]


def test_groups_by_tag_entity_colour_and_day() -> None:
    one = replace(mark(1, tags=("b", "a")), entities=(CUBA,), colour=Colour.GREEN)
    two = mark(2, tags=("a",), days_ago=1)
    assert groups([one, two], MarkGrouping.NOTHING) == {"": ["mark1", "mark2"]}
    assert groups([one, two], MarkGrouping.TAG) == {"a": ["mark1", "mark2"], "b": ["mark1"]}
    assert groups([one, two], MarkGrouping.ENTITY) == {"Cuba": ["mark1"], "Linked to nobody": ["mark2"]}
    assert groups([one, two], MarkGrouping.COLOUR) == {"Yellow": ["mark2"], "Green: claims": ["mark1"]}
    assert groups([two, one], MarkGrouping.DATE) == {"today": ["mark1"], "yesterday": ["mark2"]}


def test_orders() -> None:
    marks = [mark(1, days_ago=1), mark(2), mark(3, days_ago=2)]
    assert groups(marks, MarkGrouping.NOTHING, MarkOrder.NEWEST) == {"": ["mark2", "mark1", "mark3"]}
    assert groups(marks, MarkGrouping.NOTHING, MarkOrder.OLDEST) == {"": ["mark3", "mark1", "mark2"]}


def test_a_closed_group_keeps_its_heading_and_count() -> None:
    model = model_of([mark(1, tags=("a",)), mark(2)], MarkGrouping.TAG)
    assert model.rowCount() == 4
    assert model.toggle(model.index(0))
    assert [model.index(row).data(HEADING_ROLE) for row in range(3)] == ["a", "Without tags", None]
    assert model.index(0).data(COUNT_ROLE) == "1"
    assert not model.toggle(model.index(2))


def test_only_what_is_looked_at_is_asked_for(qtbot: QtBot) -> None:
    marks = [mark(number) for number in range(400)]
    model = model_of(marks, known=False)
    with qtbot.waitSignal(model.marks_wanted) as told:
        assert model.index(200).data(VALUE_ROLE) is None
    wanted = payload(told)
    assert "mark200" in wanted
    assert "mark399" not in wanted
    with qtbot.waitSignal(model.dataChanged):
        model.take_marks([marks[200]])
    assert model.index(200).data(VALUE_ROLE) == marks[200]


def test_a_filter_finds_what_is_read_already_and_the_rest_as_it_comes(qtbot: QtBot) -> None:
    marks = [mark(20, note="alpha"), mark(21, note="alpha"), mark(22, note="beta")]
    model = model_of(marks)
    texts = texts_of(marks)
    columns = columns_of(marks)
    found = arranged(columns, None, MarkGrouping.NOTHING, MarkOrder.PLACE, NAMES)
    model.set_columns(columns, found, {}, {}, [texts[0], "", ""])
    model.set_filter("Alpha")
    assert shown_ids(model) == ["mark20"]
    model.set_texts(texts)
    assert shown_ids(model) == ["mark20", "mark21"]
