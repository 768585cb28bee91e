"""Correcting the authority file: what texts are read as afterwards, and that every step can be taken back."""

import pytest

from storage.domain.authority import EntityKind, Name, NameKind
from storage.domain.ids import EntityId
from storage.domain.mention import Reach, Verdict
from storage.edits import Decide
from storage.errors import NotFoundError, UserFacingError
from storage.library import Library
from tests.storage.use_cases.authority_for_tests import (
    CPC,
    CUBA,
    PCC,
    WPK,
    adding_name,
    authority_state,
    named,
    put_text,
    removing_name,
    renaming,
)

TEXT = "The Red Banner Circle met in Havana. The Communist Party of Cuba sent greetings, and so did the PCC of Cuba."


@pytest.fixture
def havana(library: Library, tmp_path):
    return put_text(library, tmp_path / "havana.txt", TEXT)


def test_words_of_a_text_become_an_entity_and_are_found(library, havana):
    edit = library.founding("Red Banner Circle", EntityKind.PARTY, country=CUBA)
    library.apply(edit)
    library.refresh()
    (mention,) = named(library, havana, "Red Banner Circle")
    assert mention.entity == edit.entities[0].id
    assert edit.entities[0].id in {node.id for node in library.tree(parent=CUBA)}
    library.undo()
    library.refresh()
    assert named(library, havana, "Red Banner Circle") == []


def test_a_renamed_entity_is_shown_by_its_new_name_and_found_by_both(library, havana):
    library.apply(renaming(library, PCC, "Partido de Prueba"))
    library.refresh()
    (mention,) = named(library, havana, "Communist Party of Cuba")
    assert (mention.entity, mention.name) == (PCC, "Partido de Prueba")
    assert "Partido de Prueba" in {name.text for name in library.entity_card(PCC).entity.names}


def test_a_name_with_years_is_added_and_removed(library, havana):
    name = Name("Red Banner Circle", kind=NameKind.FORMER, first_year=1961, last_year=1965)
    library.apply(adding_name(library, PCC, name))
    library.refresh()
    (mention,) = named(library, havana, "Red Banner Circle")
    assert mention.entity == PCC
    assert "1961–1965" in mention.rule
    library.apply(removing_name(library, PCC, name))
    library.refresh()
    assert named(library, havana, "Red Banner Circle") == []


def test_a_hidden_entity_is_neither_found_nor_in_the_tree_until_it_is_shown_again(library, havana):
    library.apply(library.hiding(PCC))
    library.refresh()
    assert all(mention.entity != PCC for mention in library.mentions(havana))
    assert PCC not in {node.id for node in library.tree(parent=CUBA, with_empty=True)}
    library.apply(library.hiding(PCC, hidden=False))
    library.refresh()
    assert PCC in {node.id for node in library.tree(parent=CUBA)}


def test_merged_entities_are_one_in_texts_tree_and_decisions(library, havana):
    (found,) = named(library, havana, "Communist Party of Cuba")
    library.apply(Decide((library.new_decision(found, Verdict.ACCEPT, Reach.ARCHIVE),)))
    library.apply(library.merging((PCC,), into=WPK))
    library.refresh()
    (mention,) = named(library, havana, "Communist Party of Cuba")
    assert (mention.entity, mention.state.value) == (WPK, "accepted")
    with pytest.raises(NotFoundError):
        library.entity_card(PCC)
    library.undo()
    library.refresh()
    (mention,) = named(library, havana, "Communist Party of Cuba")
    assert (mention.entity, mention.state.value) == (PCC, "accepted")


def test_what_belonged_to_a_merged_country_belongs_to_the_other(library):
    library.apply(library.merging((CUBA,), into=EntityId("country:MX")))
    assert library.entity_card(PCC).entity.country == "country:MX"
    assert all(CUBA not in region.members for scheme in library.schemes() for region in scheme.regions)


def test_a_split_gives_the_chosen_names_to_a_new_entity(library, havana):
    letters = next(name for name in library.entity_card(PCC).entity.names if name.text == "PCC")
    edit = library.splitting(PCC, "The Other Circle", (letters,))
    library.apply(edit)
    new = edit.entities[1]
    assert (new.country, new.names) == (CUBA, (letters,))
    assert letters not in library.entity_card(PCC).entity.names


def test_an_organisation_moves_to_a_country_and_under_another_one(library):
    library.apply(library.moving(PCC, EntityId("country:MX")))
    assert library.entity_card(PCC).entity.country == "country:MX"
    assert "Communist Party of Cuba" not in {related.name for related in library.entity_card(CPC).related}
    library.apply(library.moving(PCC, CPC))
    moved = library.entity_card(PCC).entity
    assert (moved.country, moved.part_of) == ("country:CN", CPC)
    assert ("Communist Party of Cuba", "has the part") in {
        (related.name, related.relation) for related in library.entity_card(CPC).related
    }


@pytest.mark.parametrize(
    "wrong",
    [
        lambda library: adding_name(library, CPC, Name("the")),
        lambda library: adding_name(library, CPC, Name("  ")),
        lambda library: adding_name(library, CPC, Name("的")),
        lambda library: adding_name(library, CPC, Name("Party")),
        lambda library: adding_name(library, CPC, Name("x" * 300)),
        lambda library: adding_name(library, CPC, Name("Some Circle", first_year=1990, last_year=1980)),
        lambda library: library.merging((CPC,), into=CPC),
        lambda library: library.merging((CPC,), into=CUBA),
        lambda library: library.splitting(CPC, "Another", ()),
        lambda library: library.moving(CUBA, CPC),
        lambda library: library.moving(CPC, EntityId("region:asia")),
        lambda library: renaming(library, EntityId("organisation:nobody"), "Somebody"),
        lambda library: library.founding("Circle", EntityKind.PARTY, country=CPC),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_sentence_and_changes_nothing(library, wrong):
    before = authority_state(library)
    with pytest.raises(UserFacingError, match=r"\."):
        library.apply(wrong(library))
    assert authority_state(library) == before


def test_nothing_becomes_a_part_of_itself(library):
    library.apply(library.moving(PCC, CPC))
    library.apply(library.moving(WPK, PCC))
    with pytest.raises(UserFacingError, match="step by step"):
        library.moving(CPC, WPK)


def test_every_correction_can_be_taken_back_and_made_again_also_after_a_restart(library, havana):
    def steps():
        yield library.founding("Red Banner Circle", EntityKind.PARTY, country=CUBA)
        yield renaming(library, PCC, "Partido de Prueba")
        yield adding_name(library, WPK, Name("Kim's Party", first_year=1949))
        yield library.merging((PCC, EntityId("organisation:cpv")), into=WPK)
        yield library.moving(CPC, None)
        yield library.hiding(CPC)
        yield library.new_scheme("Mine", like=library.schemes()[0].id)
        yield library.adding_region(library.schemes()[-1].id, "Islands")
        yield library.placing(library.schemes()[-1].id, CUBA, library.schemes()[-1].regions[-1].region)
        yield library.removing_scheme(library.schemes()[1].id)

    states = [authority_state(library)]
    for edit in steps():
        library.apply(edit)
        states.append(authority_state(library))
    path = library.path
    library.close()
    again = Library.open(path)
    try:
        for expected in states[-2::-1]:
            again.undo()
            assert authority_state(again) == expected
        for expected in states[1:]:
            again.redo()
            assert authority_state(again) == expected
    finally:
        again.close()


def test_only_documents_with_the_name_are_read_again(library, havana, tmp_path):
    put_text(library, tmp_path / "other.txt", "The Socialist Party of Chile wrote to Peru.")
    applied = library.apply(adding_name(library, PCC, Name("Red-Banner Circle")))
    assert applied.changes.mentions == {havana}


def test_the_count_before_a_name_is_added(library, tmp_path):
    put_text(library, tmp_path / "many.txt", "The circle met. " * 1_200)
    assert library.would_match("the circle") == 1_200
    assert library.would_match("no such words") == 0


def test_all_names_are_given_at_once_and_taken_back_at_once(library, havana):
    before = library.entity_card(PCC).entity
    names = (Name("Red Banner Circle", "en", NameKind.FORMER, 1960, 1970), before.names[0])
    library.apply(library.naming(PCC, "  The   Circle ", names))
    library.refresh()
    now = library.entity_card(PCC).entity
    assert (now.name, now.names) == ("The Circle", names)
    assert [mention.entity for mention in named(library, havana, "Red Banner Circle")] == [PCC]
    library.undo()
    assert library.entity_card(PCC).entity == before


def test_names_that_make_no_sense_are_refused_together(library):
    known = library.entity_card(PCC).entity
    with pytest.raises(UserFacingError, match="everyday word"):
        library.naming(PCC, known.name, (*known.names, Name("the")))
    with pytest.raises(UserFacingError, match="end before they begin"):
        library.naming(PCC, known.name, (Name("Old Party", first_year=1990, last_year=1980),))
    with pytest.raises(UserFacingError, match="needs a name"):
        library.naming(PCC, known.name, ())


def test_what_is_hidden_is_listed(library):
    assert library.hidden_entities() == ()
    library.apply(library.hiding(PCC))
    assert [entity.id for entity in library.hidden_entities()] == [PCC]
