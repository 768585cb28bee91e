"""Marks that leave an archive as Web Annotations come back the same; other people's come in as far as they quote."""

import json
import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.domain.annotation import CONTEXT_LENGTH, Anchor, AnchorState, Annotation, Colour
from storage.domain.codebook import CodeColour
from storage.domain.export import ExportedNote, ImportedNote, NotesExport
from storage.domain.ids import AnnotationId, DocumentId, TextVersionId
from storage.errors import UserFacingError
from storage.exporters.web_annotation import write_jsonld
from storage.importers.annotation_json import read_annotations
from tests.storage.exporters.notes_for_tests import CODES, ENGLISH, MADE, exported, notes_export

MOMENTS = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=st.just(UTC))
ANCHORS = st.builds(
    Anchor,
    start=st.integers(0, 2**40),
    end=st.integers(2**40, 2**41),
    quote=st.text(min_size=1),
    before=st.text(max_size=64),
    after=st.text(max_size=64),
    paragraph=st.integers(0, 10**6),
    page=st.none() | st.integers(1, 10**5),
)
MARKS = st.builds(
    Annotation,
    id=st.uuids().map(lambda value: AnnotationId(value.hex)),
    document=st.just(ENGLISH.id),
    text_version=st.just(ENGLISH.text_version),
    anchor=ANCHORS,
    created=MOMENTS,
    changed=MOMENTS,
    note=st.text(),
    tags=st.lists(st.text(min_size=1)).map(tuple),
    colour=st.sampled_from(Colour),
    state=st.sampled_from(AnchorState),
)


def expected(note: ExportedNote) -> ImportedNote:
    annotation, anchor = note.annotation, note.annotation.anchor
    return ImportedNote(
        source=f"urn:sha256:{note.text_sha256}",
        quote=anchor.quote,
        before=anchor.before,
        after=anchor.after,
        start=anchor.start,
        end=anchor.end,
        id=annotation.id,
        document=note.document.id,
        text_sha256=note.text_sha256,
        paragraph=anchor.paragraph,
        page=anchor.page,
        page_label=note.page_label,
        note=annotation.note,
        tags=annotation.tags,
        colour=annotation.colour,
        state=annotation.state,
        created=annotation.created,
        changed=annotation.changed,
    )


@given(MARKS, st.none() | st.text(min_size=1))
def test_any_mark_comes_back_the_same(annotation, page_label):
    note = exported(annotation, ENGLISH, page_label)
    read = read_annotations(write_jsonld(NotesExport("Archive", MADE, (note,))))
    assert read.notes == (expected(note),)
    assert read.remarks == ()


def test_a_thousand_ranges_of_astral_text_come_back():
    chance = random.Random(20260301)
    alphabet = "a𝔘😀🏳\u200d🌈🇱🇦𠀀中e\u0301\u00a0\n\u2028\u202eא"
    text = "".join(chance.choices(alphabet, k=5_000))
    notes = []
    for number in range(1_000):
        start, end = sorted(chance.sample(range(len(text) + 1), 2))
        before = text[max(0, start - CONTEXT_LENGTH) : start]
        anchor = Anchor(start, end, text[start:end], before, text[end : end + CONTEXT_LENGTH])
        notes.append(
            exported(
                Annotation(AnnotationId(f"{number:032x}"), DocumentId(7), TextVersionId(11), anchor, MADE, MADE),
                ENGLISH,
            )
        )
    read = read_annotations(write_jsonld(NotesExport("Archive", MADE, tuple(notes))))
    by_id = {note.id: note for note in read.notes}
    assert len(by_id) == 1_000
    for note in notes:
        found = by_id[note.annotation.id]
        assert found == expected(note)
        assert text[found.start : found.end] == found.quote


def test_own_file_is_read_in_its_order():
    read = read_annotations(write_jsonld(notes_export()))
    assert [note.start for note in read.notes] == [40, 120, 5]


FOREIGN = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": "http://example.org/anno1",
    "type": "Annotation",
    "created": "2015-10-13T13:00:00+02:00",
    "bodyValue": "A remark",
    "target": {
        "source": "http://example.org/page1",
        "selector": {
            "type": "FragmentSelector",
            "value": "p3",
            "refinedBy": {"type": "TextQuoteSelector", "exact": "anotation", "prefix": "this is an "},
        },
    },
}


def test_foreign_annotation_is_read_as_far_as_it_quotes():
    (note,) = read_annotations(json.dumps(FOREIGN).encode()).notes
    assert (note.quote, note.before, note.source) == ("anotation", "this is an ", "http://example.org/page1")
    assert (note.start, note.id, note.document, note.text_sha256) == (None, None, None, "")
    assert note.note == "A remark"
    assert note.created == datetime(2015, 10, 13, 11, tzinfo=UTC)


@pytest.mark.parametrize(
    "wrapped",
    [
        [FOREIGN],
        {"@graph": [FOREIGN]},
        {"type": "AnnotationPage", "items": [FOREIGN]},
        {"type": ["AnnotationCollection"], "first": {"type": "AnnotationPage", "items": [FOREIGN]}},
    ],
)
def test_annotations_are_found_in_every_container(wrapped):
    assert len(read_annotations(b"\xef\xbb\xbf" + json.dumps(wrapped).encode()).notes) == 1


def test_annotation_without_a_quote_is_named_in_a_remark():
    whole_page = FOREIGN | {"target": "http://example.org/page1"}
    read = read_annotations(json.dumps([whole_page, FOREIGN]).encode())
    assert len(read.notes) == 1
    assert read.remarks == (
        "Annotation 1 of the file was left out: it is about a whole document, not about a passage.",
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not json",
        b"\xff\xfe{",
        b"[1, 2]",
        b'"text"',
        b'{"type": "FeatureCollection"}',
        b"[" * 100_000,
        b'{"a": 1',
    ],
)
def test_malformed_file_gets_a_sentence(data):
    with pytest.raises(UserFacingError, match="This file"):
        read_annotations(data)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["type", "target", "selector", "body", "value", "source", "exact", "items"]), inner
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_no_json_is_taken_for_a_bug(value):
    annotation = {"type": "Annotation", "target": value, "body": value, "created": value, "id": value}
    read = read_annotations(json.dumps([annotation, {"type": "Annotation", "target": {"selector": value}}]).encode())
    assert len(read.notes) + len(read.remarks) == 2


def test_the_codebook_and_links_to_entities_read_back():
    read = read_annotations(write_jsonld(notes_export()))
    assert [replace(code, position=0) for code in CODES] == list(read.codes)
    assert [note.entities for note in read.notes if note.entities] == [("country:CU",)]


@pytest.mark.parametrize("entry", [None, "visits", {}, {"name": 3}, {"name": "  "}])
def test_an_entry_of_a_codebook_without_a_name_is_left_out(entry):
    whole = {"type": "AnnotationPage", "items": [], "codebook": [entry, {"name": "visits", "colour": "plaid"}]}
    assert [(code.name, code.colour) for code in read_annotations(json.dumps(whole).encode()).codes] == [
        ("visits", CodeColour.GREY)
    ]
