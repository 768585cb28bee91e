"""The codebook as a person uses it: every change is one edit, and one undo brings everything back."""

import pytest

from storage.domain.annotation import Annotation, Colour
from storage.domain.codebook import Code, CodeColour
from storage.domain.ids import DocumentId, EntityId
from storage.domain.journal import MarkStep
from storage.domain.search import SearchRequest
from storage.edits import (
    AddAnnotations,
    ChangeAnnotations,
    ChangeCodebook,
    RemoveAnnotations,
    WriteDocumentNote,
    WriteEntityNote,
)
from storage.errors import UserFacingError
from storage.library import Library

VISITS = Code("visits", colour=CodeColour.TEAL, definition="Somebody went to see somebody.")


def add(library: Library, start: int, *tags: str) -> Annotation:
    mark = library.new_annotation(DocumentId(1), start, start + 4, tags=tags)
    library.apply(AddAnnotations((mark,)))
    return mark


def state(library: Library) -> tuple[object, ...]:
    return library.codebook(), library.codes(), library.annotations(), library.trashed_marks()


def shown(library: Library) -> dict[str, tuple[str, int, int, int]]:
    """Return every code with what it stands under and its counts."""
    return {
        count.code.name: (count.code.parent, count.marks, count.documents, count.own_marks)
        for count in library.codebook()
    }


def apply_and_take_back(library: Library, edit: ChangeCodebook) -> tuple[object, ...]:
    """Apply an edit, see that undo and redo bring back both states, and return the later one."""
    before = state(library)
    library.apply(edit)
    after = state(library)
    library.undo()
    assert state(library) == before
    library.redo()
    assert state(library) == after
    return after


def test_a_tag_in_use_is_a_code_before_anybody_has_described_it(filled):
    add(filled, 0, "visits", "figures")
    add(filled, 5, "visits")
    assert shown(filled) == {"figures": ("", 1, 1, 1), "visits": ("", 2, 1, 2)}
    assert not any(count.is_in_codebook for count in filled.codebook())
    apply_and_take_back(filled, filled.changing_code("visits", VISITS))
    assert filled.codes() == {"visits": Code("visits", "", 2, CodeColour.TEAL, VISITS.definition)}


def test_marks_of_the_codes_below_are_counted_once(filled):
    filled.apply(filled.adding_code(Code("contact")))
    filled.apply(filled.adding_code(Code("visits", "contact")))
    filled.apply(filled.adding_code(Code("letters", "contact")))
    add(filled, 0, "visits", "letters")
    add(filled, 5, "contact")
    assert shown(filled) == {
        "contact": ("", 2, 1, 1), "visits": ("contact", 1, 1, 1), "letters": ("contact", 1, 1, 1),
    }  # fmt: skip
    assert filled.tags_under({"contact"}) == {"contact", "visits", "letters"}


def test_renaming_takes_the_marks_along_also_those_in_the_trash(filled):
    kept, gone = add(filled, 0, "visit", "figures"), add(filled, 5, "visit")
    filled.apply(RemoveAnnotations((gone.id,)))
    filled.apply(filled.adding_code(Code("state visit", "visit")))
    edit = filled.changing_code("visit", VISITS)
    assert edit.retagged == ()
    apply_and_take_back(filled, edit)
    assert filled.annotations()[0].tags == ("visits", "figures")
    assert filled.trashed_marks()[0].mark.tags == ("visits",)
    assert shown(filled)["state visit"][0] == "visits"
    assert kept.id == filled.annotations()[0].id


@pytest.mark.parametrize("name", ["Figures", " figures ", "", "a, b"])
def test_a_name_that_stands_already_or_cannot_be_a_tag_is_refused(filled, name):
    add(filled, 0, "figures", "visits")
    for make in (lambda: filled.adding_code(Code(name)), lambda: filled.changing_code("visits", Code(name))):
        with pytest.raises(UserFacingError):
            make()


def test_only_the_case_of_a_name_can_be_changed(filled):
    add(filled, 0, "visits")
    filled.apply(filled.changing_code("visits", Code("Visits")))
    assert filled.annotations()[0].tags == ("Visits",)


def test_moving_orders_and_hangs_up(filled):
    for name in ("one", "two", "three"):
        filled.apply(filled.adding_code(Code(name)))
    apply_and_take_back(filled, filled.placing_codes(["three"], "", before="one"))
    assert [name for name in shown(filled)] == ["three", "one", "two"]
    apply_and_take_back(filled, filled.placing_codes(["one", "two"], "three", None))
    assert [(name, one[0]) for name, one in shown(filled).items()] == [
        ("three", ""),
        ("one", "three"),
        ("two", "three"),
    ]
    with pytest.raises(UserFacingError, match="below itself"):
        filled.placing_codes(["three"], "two")
    apply_and_take_back(filled, filled.placing_codes(["three", "two"], "", None))
    assert shown(filled)["two"][0] == "three", "what goes along with the one above it stays below it"


def test_a_tag_becomes_a_code_when_something_is_hung_below_it(filled):
    mark = add(filled, 0, "contact")
    filled.apply(filled.adding_code(Code("visits", "contact")))
    filled.apply(RemoveAnnotations((mark.id,)))
    assert set(filled.codes()) == {"contact", "visits"}


def test_merging_joins_tags_definitions_and_what_stands_below(filled):
    first, second = add(filled, 0, "visit", "figures"), add(filled, 5, "visit", "visits")
    filled.apply(filled.changing_code("visit", Code("visit", definition="Old words", example="Manila 2000")))
    filled.apply(filled.changing_code("visits", VISITS))
    filled.apply(filled.adding_code(Code("state visit", "visit")))
    apply_and_take_back(filled, filled.merging_codes(["visit"], "visits"))
    tags = {mark.id: mark.tags for mark in filled.annotations()}
    assert tags == {first.id: ("visits", "figures"), second.id: ("visits",)}
    assert (filled.codes()["visits"].definition, filled.codes()["visits"].example) == (VISITS.definition, "Manila 2000")
    assert filled.codes()["state visit"].parent == "visits"
    assert "visit" not in filled.codes()
    with pytest.raises(UserFacingError, match="with itself"):
        filled.merging_codes(["visits"], "visits")


def test_a_code_can_be_merged_into_the_one_below_it(filled):
    filled.apply(filled.adding_code(Code("top")))
    filled.apply(filled.adding_code(Code("contact", "top")))
    filled.apply(filled.adding_code(Code("visits", "contact")))
    filled.apply(filled.adding_code(Code("letters", "contact")))
    filled.apply(filled.merging_codes(["contact"], "visits"))
    assert {name: code.parent for name, code in filled.codes().items()} == {
        "top": "", "visits": "top", "letters": "visits",
    }  # fmt: skip
    with pytest.raises(UserFacingError, match="Move it out first"):
        filled.merging_codes(["top"], "letters")


def test_deleting_keeps_the_marks_and_what_stood_below(filled):
    mark = add(filled, 0, "visits", "figures")
    filled.apply(filled.adding_code(Code("state visit", "visits")))
    apply_and_take_back(filled, filled.deleting_codes(["visits"]))
    assert [(one.id, one.tags) for one in filled.annotations()] == [(mark.id, ("figures",))]
    assert shown(filled) == {"state visit": ("", 0, 0, 0), "figures": ("", 1, 1, 1)}


def test_codes_from_elsewhere_come_in_beside_those_that_are_here(filled):
    filled.apply(filled.adding_code(VISITS))
    edit = filled.taking_in_codes(
        [
            Code("visits", definition="Theirs"),
            Code("lost", "nowhere"),
            Code("a", "b"),
            Code("b", "a"),
            Code("c", "visits"),
        ]
    )
    assert edit is not None
    apply_and_take_back(filled, edit)
    parents = {name: code.parent for name, code in filled.codes().items()}
    assert parents == {"visits": "", "lost": "", "a": "", "b": "", "c": "visits"}
    assert filled.codes()["visits"].definition == VISITS.definition
    assert filled.taking_in_codes([VISITS]) is None


def test_colours_mean_something_until_undone(filled):
    edit = filled.naming_colours({Colour.GREEN: "  claims of   theirs ", Colour.ROSE: ""})
    assert edit is not None
    assert filled.apply(edit).changes.colours
    assert filled.colour_meanings()[Colour.GREEN] == "claims of theirs"
    assert filled.naming_colours({Colour.GREEN: "claims of theirs"}) is None
    filled.undo()
    assert set(filled.colour_meanings().values()) == {""}


def test_documents_and_entities_have_notes_of_their_own(filled):
    cuba = EntityId("country:CU")
    filled.apply(WriteDocumentNote(DocumentId(1), "Read **twice**"))
    filled.apply(WriteEntityNote(cuba, "Ask about 1999"))
    assert (filled.document_note(DocumentId(1)), filled.entity_note(cuba)) == ("Read **twice**", "Ask about 1999")
    filled.refresh()
    assert [hits.document for hits in filled.search(SearchRequest("note:twice")).hits] == [1]
    filled.undo()
    filled.undo()
    assert (filled.document_note(DocumentId(1)), filled.entity_note(cuba)) == ("", "")


def test_the_history_of_a_mark_tells_every_step_that_stands(filled):
    from dataclasses import replace

    mark = add(filled, 0, "visit")
    add(filled, 5, "visits")
    filled.apply(ChangeAnnotations((replace(mark, note="undone"),)))
    filled.undo()
    filled.apply(ChangeAnnotations((replace(mark, note="kept", colour=Colour.BLUE),)))
    filled.apply(filled.merging_codes(["visit"], "visits"))
    filled.apply(RemoveAnnotations((mark.id,)))
    filled.apply(filled.restoring_marks([filled.trashed_marks()[0].mark]))
    added, changed, merged, removed, restored = filled.mark_history(mark.id)
    assert [one.step for one in (added, changed, removed, restored)] == [
        MarkStep.ADDED, MarkStep.CHANGED, MarkStep.REMOVED, MarkStep.ADDED,
    ]  # fmt: skip
    assert added.before is None
    assert added.after is not None
    assert (changed.before.note, changed.after.note, changed.after.colour) == ("", "kept", Colour.BLUE)
    assert (merged.tags_before, merged.tags_after) == (("visit",), ("visits",))
    assert removed.after is None
    assert restored.after.tags == ("visits",)
    assert filled.trashed_marks() == ()
    assert filled.annotations()[0].note == "kept"
