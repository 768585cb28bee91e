"""Mentions and the decisions on them, as the window and the command line meet them."""

import dataclasses

from storage.domain.document import DateBasis, DateLayer, DocumentDate
from storage.domain.ids import DecisionId, EntityId
from storage.domain.mention import Decision, MentionState, Reach, Verdict
from storage.edits import Decide, DescribeDocument
from storage.library import Library
from storage.text.edtf_range import year_of

PCC = EntityId("organisation:pcc")
WPK = EntityId("organisation:wpk")


def states(library: Library) -> dict[str, MentionState]:
    (document,) = library.documents()
    return {str(mention.entity): mention.state for mention in library.mentions(document.id)}


def test_a_decision_survives_a_new_version_of_the_text(filled, tmp_path):
    assert states(filled)[PCC] is MentionState.SUGGESTED
    reassigned = Decision(
        DecisionId("1"), "Communist Party of Cuba", Verdict.REASSIGN, Reach.ARCHIVE, suggested=PCC, entity=WPK
    )
    filled.apply(Decide((reassigned,)))
    filled.refresh()
    assert PCC not in states(filled)
    file = tmp_path / "meeting.txt"
    file.write_text("A new first line.\n\n" + file.read_text("utf-8"), encoding="utf-8")
    filled.import_paths([file])
    (document,) = filled.documents()
    given = [mention for mention in filled.mentions(document.id) if mention.state is MentionState.REASSIGNED]
    assert [(mention.entity, mention.name) for mention in given] == [(WPK, "Workers' Party of Korea")]


def test_names_are_read_as_of_the_year_of_writing(filled):
    (document,) = filled.documents()
    dates = (
        DocumentDate(DateLayer.STATE_DESCRIBED, "1949~", DateBasis.STATED),
        DocumentDate(DateLayer.PUBLISHED, "2014-11-02", DateBasis.STATED),
        DocumentDate(DateLayer.WRITTEN, "2007-10", DateBasis.STATED),
        DocumentDate(DateLayer.CAPTURED, "2024", DateBasis.EXTERNAL),
    )
    for expected, kept in ((2007, dates), (2014, (*dates[:2], dates[3])), (2024, (dates[0], dates[3])), (None, ())):
        filled.apply(DescribeDocument(document.id, dataclasses.replace(document.description, dates=kept)))
        assert year_of(filled.document(document.id).description) == expected
