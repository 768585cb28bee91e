"""What a person decided on names survives whatever is done to the archive afterwards."""

import dataclasses

import pytest

from storage.database.connection import index_path_of
from storage.domain.authority import Name
from storage.domain.mention import MentionState, Reach, Verdict
from storage.edits import Decide
from storage.library import Library
from storage.text.authority_file import write_authority
from storage.use_cases.archive import shipped_authority
from tests.storage.use_cases.authority_for_tests import PCC, WPK, adding_name, named, put_text

TEXT = (
    "Greetings\n\nThe Communist Party of Cuba wrote first. Then the Workers' Party of Korea answered.\n\n"
    "The Red Banner Circle and the Communist Party of Vietnam listened.\n"
)
CHANGED = "A new first line stands here.\n\n" + TEXT.replace("listened", "listened for long")


def reject_reassign_and_add(library, document):
    (cuba,) = named(library, document, "Communist Party of Cuba")
    (korea,) = named(library, document, "Workers' Party of Korea")
    rejected = library.new_decision(cuba, Verdict.REJECT, Reach.PLACE)
    reassigned = library.new_decision(korea, Verdict.REASSIGN, Reach.DOCUMENT, PCC)
    library.apply(Decide((rejected, reassigned)))
    library.apply(adding_name(library, WPK, Name("Red Banner Circle")))
    library.refresh()


def reimport(library, path):
    put_text(library, path, CHANGED)
    return library


def rematch(library, _path):
    library.reindex()
    return library


def merge_newer_authority(library, path):
    shipped = shipped_authority()
    touched = {
        PCC: "The Newer Cuban Party",
        WPK: "The Newer Korean Party",
    }
    entities = tuple(
        dataclasses.replace(entity, names=(*entity.names, Name(touched[entity.id]))) if entity.id in touched else entity
        for entity in shipped.entities
    )
    newer = path.with_name("newer.json")
    newer.write_bytes(write_authority(dataclasses.replace(shipped, version="2099.01", entities=entities)))
    library.apply(library.plan_authority_file(newer).edit)
    library.refresh()
    assert "The Newer Korean Party" in {name.text for name in library.entity_card(WPK).entity.names}
    return library


def delete_index(library, _path):
    path = library.path
    library.close()
    index_path_of(path).unlink()
    again = Library.open(path)
    again.refresh()
    return again


@pytest.mark.parametrize("what_happens", [reimport, rematch, merge_newer_authority, delete_index])
def test_rejected_reassigned_and_named_stay_so(tmp_path, what_happens):
    library = Library.create(tmp_path / "a.liaison")
    path = tmp_path / "greetings.txt"
    document = put_text(library, path, TEXT)
    reject_reassign_and_add(library, document)
    library = what_happens(library, path)
    try:
        (cuba,) = named(library, document, "Communist Party of Cuba")
        (korea,) = named(library, document, "Workers' Party of Korea")
        (circle,) = named(library, document, "Red Banner Circle")
        (vietnam,) = named(library, document, "Communist Party of Vietnam")
    finally:
        library.close()
    assert (cuba.state, cuba.entity) == (MentionState.REJECTED, PCC)
    assert (korea.state, korea.entity) == (MentionState.REASSIGNED, PCC)
    assert "given to another by hand, this document" in korea.rule
    assert (circle.state, circle.entity) == (MentionState.SUGGESTED, WPK)
    assert (vietnam.state, vietnam.doubt) == (MentionState.SUGGESTED, 0)


def test_decisions_follow_an_entity_that_is_merged(library, tmp_path):
    document = put_text(library, tmp_path / "greetings.txt", TEXT)
    reject_reassign_and_add(library, document)
    library.apply(library.merging((PCC,), into=WPK))
    library.refresh()
    (cuba,) = named(library, document, "Communist Party of Cuba")
    (korea,) = named(library, document, "Workers' Party of Korea")
    assert (cuba.state, cuba.entity) == (MentionState.REJECTED, WPK)
    assert (korea.state, korea.entity) == (MentionState.REASSIGNED, WPK)


def test_a_decision_everywhere_reads_only_the_documents_with_the_words_again(library, tmp_path):
    first = put_text(library, tmp_path / "a.txt", "The Communist Party of Cuba wrote.")
    put_text(library, tmp_path / "b.txt", "Peru wrote.")
    (cuba,) = named(library, first, "Communist Party of Cuba")
    applied = library.apply(Decide((library.new_decision(cuba, Verdict.REJECT, Reach.ARCHIVE),)))
    assert applied.changes.mentions == {first}
