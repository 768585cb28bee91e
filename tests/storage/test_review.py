"""Marks after a document came in anew: each ends in one of four states, and a person settles those in doubt."""

import random
import sqlite3
from pathlib import Path

import pytest

from storage.domain.annotation import AnchorState, Annotation, Colour
from storage.domain.review import WaitingMarks
from storage.domain.search import Span
from storage.edits import AddAnnotations, ChangeAnnotations, SettleMarks, Settlement
from storage.errors import NotFoundError, UserFacingError
from storage.library import Library
from tests.bench.changed_texts import Change, change_text

KEPT = "The first paragraph tells of the founding of the party in the year 1921 and of its early years."
REWORDED = "The delegates met in spring and agreed on a common programme for the years to come."
NEW_WORDS = "The delegates gathered in autumn and quarrelled over a common list for the weeks to come."
DELETED = "A third passage stood here of which nothing at all is left in the new edition."
LAST = "At the end stands a sentence about congresses, which has not been changed by anybody."


def _text(*paragraphs: str) -> str:
    return "\n\n".join(("A Title", *paragraphs)) + "\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return a file that is imported under the same name twice."""
    return tmp_path / "book.txt"


@pytest.fixture
def changed(library: Library, source: Path) -> Library:
    """Return an archive whose document has come in anew: one mark stays, one is in doubt, one is lost, one moves."""
    source.write_text(_text(KEPT, REWORDED, DELETED, LAST), encoding="utf-8")
    library.import_paths([source])
    text = library.text(library.documents()[0].id).text
    marks = []
    for words in (KEPT, REWORDED, DELETED, LAST):
        start = text.index(words)
        marks.append(
            library.new_annotation(
                library.documents()[0].id, start, start + len(words), f"on {words[:12]}", ("tag",), Colour.ROSE
            )
        )
    library.apply(AddAnnotations(tuple(marks)))
    source.write_text(_text(KEPT, NEW_WORDS, LAST), encoding="utf-8")
    library.import_paths([source])
    return library


def _marks(library: Library) -> dict[str, Annotation]:
    return {mark.sure_place.anchor.quote: mark for mark in library.annotations()}


def _waiting(library: Library, state: AnchorState) -> Annotation:
    return next(one.mark for one in library.marks_to_review() if one.mark.state is state)


def test_every_mark_ends_in_a_state_and_keeps_what_it_says(changed):
    by_note = {mark.note: mark for mark in changed.annotations()}
    states = {note: mark.state.value for note, mark in by_note.items()}
    assert states == {
        "on The first pa": "unchanged",
        "on The delegate": "please check",
        "on A third pass": "lost",
        "on At the end s": "moved",
    }
    assert all((mark.tags, mark.colour) == (("tag",), Colour.ROSE) for mark in by_note.values())
    assert changed.waiting_marks() == WaitingMarks(to_check=1, lost=1)


def test_a_mark_in_doubt_shows_its_former_words_beside_the_proposed_ones(changed):
    waiting = changed.marks_to_review()
    assert [(one.mark.sure_place.anchor.quote, one.title) for one in waiting] == [
        (REWORDED, "A Title"),
        (DELETED, "A Title"),
    ]
    review = changed.review_mark(waiting[0].mark.id)
    place = review.places[0]

    def words(passage, span):
        return passage.text[span.start - passage.offset : span.end - passage.offset]

    assert place.former.words == REWORDED
    assert place.present.words == NEW_WORDS
    assert place.former.text.strip() == "\n\n".join((KEPT, REWORDED, DELETED))
    assert place.present.text.strip() == "\n\n".join((KEPT, NEW_WORDS, LAST))
    gone = [words(place.former, span) for span in place.former.differing]
    come = [words(place.present, span) for span in place.present.differing]
    assert gone[:5] == ["met", "spring", "agreed on", "programme", "years"]
    assert come[:5] == ["gathered", "autumn", "quarrelled over", "list", "weeks"]
    assert 0.4 < place.score < 0.85
    assert (place.former.paragraph, place.present.paragraph) == (3, 3)


def test_a_lost_mark_shows_where_its_words_stood(changed):
    review = changed.review_mark(_waiting(changed, AnchorState.LOST).id)
    assert DELETED in review.nearest.former.text
    span = review.nearest.present.span
    text = changed.text(changed.documents()[0].id).text
    assert span.start == span.end <= len(text)
    assert abs(span.start - text.index(LAST)) < len(NEW_WORDS)


def test_an_accepted_place_counts_as_verified(changed):
    mark = _waiting(changed, AnchorState.PLEASE_CHECK)
    place = changed.review_mark(mark.id).places[0].present.span
    changed.apply(changed.accept_place(mark, place))
    accepted = next(one for one in changed.annotations() if one.id == mark.id)
    assert (accepted.state, accepted.anchor.quote, accepted.former) == (AnchorState.MOVED, NEW_WORDS, None)
    assert (accepted.note, accepted.tags) == (mark.note, mark.tags)
    assert changed.waiting_marks() == WaitingMarks(to_check=0, lost=1)


def test_a_mark_can_be_placed_by_hand(changed):
    mark = _waiting(changed, AnchorState.LOST)
    text = changed.text(mark.document).text
    start = text.index("about congresses")
    changed.apply(changed.place_by_hand(mark, Span(start, start + 16)))
    placed = next(one for one in changed.annotations() if one.id == mark.id)
    assert (placed.state, placed.anchor.quote) == (AnchorState.MOVED, "about congresses")
    with pytest.raises(UserFacingError):
        changed.place_by_hand(mark, Span(5, 5))


def test_a_mark_kept_as_lost_keeps_its_words_and_is_asked_for_no_more(changed, source):
    mark = _waiting(changed, AnchorState.PLEASE_CHECK)
    changed.apply(changed.keep_as_lost(mark))
    changed.apply(changed.keep_as_lost(_waiting(changed, AnchorState.LOST)))
    assert changed.marks_to_review() == ()
    kept = next(one for one in changed.annotations() if one.id == mark.id)
    assert (kept.state, kept.anchor.quote) == (AnchorState.LOST, REWORDED)
    changed.apply(ChangeAnnotations((kept,)))
    source.write_text(_text("Something before", KEPT, NEW_WORDS, LAST), encoding="utf-8")
    changed.import_paths([source])
    assert changed.marks_to_review() == ()


def test_settling_is_undone_and_done_again_also_after_a_restart(changed):
    before = changed.annotations()
    in_doubt, lost = (_waiting(changed, state) for state in (AnchorState.PLEASE_CHECK, AnchorState.LOST))
    place = changed.review_mark(in_doubt.id).places[0].present.span
    changed.apply(changed.accept_place(in_doubt, place))
    changed.apply(changed.keep_as_lost(lost))
    after = changed.annotations()
    assert [entry.label for entry in changed.journal()][-2:] == ["accept the place of mark", "keep mark as lost"]
    path = changed.path
    changed.close()
    again = Library.open(path)
    assert again.annotations() == after
    assert again.undo()
    assert again.undo()
    assert again.annotations() == before
    assert again.waiting_marks() == WaitingMarks(to_check=1, lost=1)
    assert again.redo()
    assert again.redo()
    assert again.annotations() == _with_times_of(after, again.annotations())
    again.close()


def _with_times_of(expected, found):
    """Redoing writes a new time of change; everything else must be the same."""
    from dataclasses import replace

    times = {mark.id: mark.changed for mark in found}
    return tuple(replace(mark, changed=times[mark.id]) for mark in expected)


def test_a_proposal_never_becomes_what_is_looked_for(changed, source):
    source.write_text(_text(KEPT, REWORDED, DELETED, LAST, "And one paragraph more."), encoding="utf-8")
    changed.import_paths([source])
    quotes = {mark.note: (mark.anchor.quote, mark.state) for mark in changed.annotations()}
    assert quotes["on The delegate"] == (REWORDED, AnchorState.MOVED)
    assert quotes["on A third pass"] == (DELETED, AnchorState.MOVED)


def test_a_place_that_was_another_passage_before_is_asked_for(library, source):
    twin = "In the year 1978 the party resumed its relations with the labour party of that country."
    source.write_text(_text(KEPT, twin, LAST, KEPT, twin, LAST), encoding="utf-8")
    library.import_paths([source])
    document = library.documents()[0].id
    text = library.text(document).text
    library.apply(AddAnnotations((library.new_annotation(document, text.index(twin), text.index(twin) + len(twin)),)))
    source.write_text(_text("A new beginning.", KEPT, LAST, KEPT, twin, LAST), encoding="utf-8")
    library.import_paths([source])
    (mark,) = library.annotations()
    assert mark.state is AnchorState.PLEASE_CHECK


@pytest.mark.parametrize("change", list(Change))
def test_fifty_marks_each_end_in_a_state_with_true_words(library, source, change):
    chance = random.Random(f"fifty {change}")
    words = [
        "party",
        "congress",
        "delegation",
        "relations",
        "statement",
        "visit",
        "programme",
        "principle",
        "meeting",
        "country",
    ]
    paragraphs = [
        " ".join(chance.choices(words, k=5)) + f" number {number} " + " ".join(chance.choices(words, k=20)) + "."
        for number in range(60)
    ]
    source.write_text(_text(*paragraphs), encoding="utf-8")
    library.import_paths([source])
    document = library.documents()[0].id
    text = library.text(document).text
    starts = [text.index(f"number {number} ") for number in range(50)]
    library.apply(AddAnnotations(tuple(library.new_annotation(document, at, at + 60) for at in starts)))
    source.write_text(change_text(text, change, 0.02, chance).text, encoding="utf-8")
    library.import_paths([source])
    present = library.text(document)
    marks = library.annotations()
    assert len(marks) == 50
    for mark in marks:
        if mark.state is AnchorState.LOST:
            assert mark.text_version != present.id
        else:
            assert mark.text_version == present.id
            assert mark.anchor.quote == present.text[mark.anchor.start : mark.anchor.end]
        assert (mark.former is not None) == (mark.state is AnchorState.PLEASE_CHECK)
    assert sum(mark.state in (AnchorState.UNCHANGED, AnchorState.MOVED) for mark in marks) >= 40


def test_an_unknown_mark_is_named(library):
    with pytest.raises(NotFoundError):
        library.review_mark("nothing")


def test_an_edit_says_what_was_decided(changed):
    edit = changed.keep_as_lost(_waiting(changed, AnchorState.LOST))
    assert isinstance(edit, SettleMarks)
    assert edit.how is Settlement.KEPT_AS_LOST


def test_an_archive_of_the_first_format_is_brought_up_to_date(changed):
    path, marks = changed.path, changed.annotations()
    sure = {mark.id for mark in marks if mark.former is None}
    changed.close()
    connection = sqlite3.connect(path)
    connection.executescript(
        "DROP TABLE former_place; DROP INDEX annotation_waiting; ALTER TABLE annotation DROP COLUMN kept_as_lost;"
        "DELETE FROM _sqlite_migrations WHERE name = '002_former_places_of_marks'; PRAGMA user_version = 1;"
    )
    connection.close()
    again = Library.open(path)
    assert {mark.id: mark for mark in again.annotations() if mark.id in sure} == {
        mark.id: mark for mark in marks if mark.id in sure
    }
    assert again.waiting_marks() == WaitingMarks(to_check=1, lost=1)
    in_doubt = _waiting(again, AnchorState.PLEASE_CHECK)
    again.apply(again.accept_place(in_doubt, Span(in_doubt.anchor.start, in_doubt.anchor.end)))
    assert again.waiting_marks() == WaitingMarks(to_check=0, lost=1)
    again.close()
