"""Lists of parties and newer authority files: what a plan says, what its edit does, and what is refused."""

import dataclasses
from collections import Counter
from pathlib import Path

import pytest

from storage.domain.authority import Entity, EntityKind, Name
from storage.domain.authority_plan import PlanStatus
from storage.domain.ids import EntityId
from storage.errors import UserFacingError
from storage.text.authority_file import write_authority
from storage.use_cases import authority_lists
from storage.use_cases.archive import shipped_authority
from tests.storage.use_cases.authority_for_tests import (
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

HEAD = "country,partyfacts_id,technical,name_short,name,name_english,name_other,year_first,year_last\n"


def plan(library, tmp_path: Path, text: str, name: str = "list.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return library.plan_authority_list(path)


def test_new_matching_and_conflicting_entries_are_told_apart(library, tmp_path):
    known = dict(library.entity_card(PCC).entity.identifiers)["partyfacts"]
    planned = plan(
        library,
        tmp_path,
        HEAD
        + "CUB,90001,,RBC,Círculo Rojo,Red Banner Circle / Red Circle,Arabic: الدائرة الحمراء,1961,1970\n"
        + f"CUB,{known},,PCC,Partido Comunista de Cuba,Communist Party of Cuba / Reds of Cuba,,1899,\n"
        + "CUB,90003,7,etc,other,other,,1800,\n"
        + "XXQ,90004,,NPX,Nowhere,Nowhere Circle,,1990,\n"
        + "CUB,90005,,ZZZ,independent,independent,,1990,\n"
        + "CUB,90001,,TWO,Another,Another Circle,,1990,\n"
        + "CUB,90006,,BAD,Backwards,Backwards Circle,,1990,1980\n",
    )
    assert [entry.status.value for entry in planned.entries] == [
        "new", "matching", "left out", "conflicting", "left out", "left out", "left out",
    ]  # fmt: skip
    new, matching, technical, nowhere, nobody, twice, backwards = planned.entries
    assert new.entity is not None
    assert (new.entity.name, new.entity.country, new.entity.first_year) == ("Red Banner Circle", CUBA, 1961)
    assert {(name.text, name.language, name.kind.value) for name in new.entity.names} == {
        ("Red Banner Circle", "en", "official"), ("Red Circle", "en", "variant"), ("Círculo Rojo", "", "official"),
        ("الدائرة الحمراء", "ar", "variant"), ("RBC", "", "abbreviation"),
    }  # fmt: skip
    assert matching.existing == PCC
    assert "the same identity; adds one name; founded" in matching.reason
    assert "technical" in technical.reason
    assert "XXQ" in nowhere.reason
    assert "everywhere" in nobody.reason
    assert "row 2 already" in twice.reason
    assert "1980" in backwards.reason


def test_a_list_is_one_edit_that_is_found_in_texts_and_taken_back(library, tmp_path):
    document = put_text(library, tmp_path / "a.txt", "The Red Banner Circle of Cuba met.")
    before = authority_state(library)
    library.apply(plan(library, tmp_path, HEAD + "CUB,90001,,,Círculo Rojo,Red Banner Circle,,1961,\n").edit)
    library.refresh()
    (mention,) = named(library, document, "Red Banner Circle of Cuba")
    assert mention.entity == "organisation:partyfacts-90001"
    again = plan(library, tmp_path, HEAD + "CUB,90001,,,Círculo Rojo,Red Banner Circle,,1961,\n")
    assert [entry.status for entry in again.entries] == [PlanStatus.MATCHING]
    assert again.edit.entities == ()
    assert len(library.journal()) == 1
    library.undo()
    assert authority_state(library) == before


def test_a_chosen_conflict_is_taken_too(library, tmp_path):
    planned = plan(library, tmp_path, HEAD + "XXQ,90004,,NPX,Nowhere,Nowhere Circle,,1990,\n")
    assert planned.edit.entities == ()
    library.apply(planned.edit_with(frozenset({0})))
    assert library.entity_card(EntityId("organisation:partyfacts-90004")).entity.country is None


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("name;country;founded;aliases\nCírculo Rojo;Kuba;1961;Red Banner Circle | RBC\n", "utf-8-sig"),
        ("name\tcountry\tfounded\taliases\nCírculo Rojo\tCU\t1961\tRed Banner Circle | RBC\n", "utf-16"),
        ("A list of parties\n\nname|country|founded|aliases\nCírculo Rojo|CUB|1961|Red Banner Circle\n", "latin-1"),
    ],
)
def test_separators_and_encodings_are_found_out(library, tmp_path, text, encoding):
    path = tmp_path / "list.csv"
    path.write_bytes(text.replace("Kuba", "Cuba").encode(encoding))
    (entry,) = library.plan_authority_list(path).entries
    assert entry.entity is not None
    assert (entry.status, entry.name, entry.country_name) == (PlanStatus.NEW, "Círculo Rojo", "Cuba")
    assert "Red Banner Circle" in {name.text for name in entry.entity.names}


def test_a_workbook_is_read_as_a_list(library, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    workbook = openpyxl.Workbook()
    for row in (
        ["Party", "Country", "Founded", "Acronym"],
        ["Red Banner Circle", "Cuba", 1961, "RBC"],
        [],
        [None, "Cuba"],
    ):
        workbook.active.append(row)
    workbook.save(tmp_path / "list.xlsx")
    first, second = library.plan_authority_list(tmp_path / "list.xlsx").entries
    assert first.entity is not None
    assert (first.name, first.entity.first_year, first.country_name) == ("Red Banner Circle", 1961, "Cuba")
    assert (second.row, second.status, second.reason) == (4, PlanStatus.LEFT_OUT, "it has no name")


def test_parts_refer_to_each_other_and_never_in_a_circle(library, tmp_path):
    planned = plan(
        library,
        tmp_path,
        "id,name,country,part_of,kind\n1,Red Banner Circle,CU,,party\n2,Circle Youth,CU,1,body\n"
        "3,Third Circle,CU,4,party\n4,Fourth Circle,CU,3,party\n5,The Isles,,,region\n",
    )
    first, youth, third, fourth, region = planned.entries
    assert first.entity is not None
    assert youth.entity is not None
    assert (youth.entity.part_of, youth.entity.kind) == (first.entity.id, EntityKind.BODY)
    assert {third.reason, fourth.reason} == {"it is, step by step, a part of itself"}
    assert "region" in region.reason
    assert {entity.id for entity in planned.edit.entities} == {first.entity.id, youth.entity.id}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"colour,weight\nred,5\n", "no column of names"),
        (b"name,country\n", "no entries"),
        (b"", "empty"),
        (b"PK\x03\x04 broken", "damaged"),
        (b"name\n" + b"".join(b"Circle %d\n" % number for number in range(50_001)), "more than 50,000 entries"),
        (b"name,aliases\nCircle," + b"; ".join(b"Name %d" % number for number in range(100_001)) + b"\n", "names"),
    ],
)
def test_what_is_no_list_is_refused_and_changes_nothing(library, tmp_path, content, words):
    before = authority_state(library)
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    with pytest.raises(UserFacingError, match=words):
        library.plan_authority_list(path)
    with pytest.raises(UserFacingError, match="cannot be read"):
        library.plan_authority_list(tmp_path / "nothing.csv")
    assert authority_state(library) == before


def test_short_and_shared_letters_mean_somebody_only_near_him(library, tmp_path):
    first, second = plan(library, tmp_path, HEAD + "CUB,1,,CP,Uno,Uno Circle,,,\nMEX,2,,UN,Dos,Dos Circle,,,\n").entries
    assert first.entity is not None
    assert second.entity is not None
    assert all(
        name.needs_context for entry in (first.entity, second.entity) for name in entry.names if len(name.text) == 2
    )


@pytest.mark.shared
def test_party_facts_is_taken_in_whole(library, shared):
    planned = library.plan_authority_list(shared / "authority" / "partyfacts-core-parties.csv")
    counts = Counter(entry.status for entry in planned.entries)
    assert sum(counts.values()) == 6_854
    technical = sum("technical entry" in entry.reason for entry in planned.entries)
    assert technical == 1_296
    assert counts[PlanStatus.MATCHING] > 900
    assert counts[PlanStatus.NEW] > 4_000
    library.apply(planned.edit)
    again = library.plan_authority_list(shared / "authority" / "partyfacts-core-parties.csv")
    assert again.count(PlanStatus.NEW) == 0
    assert again.edit.entities == ()


def newer_file(path: Path, change) -> Path:
    shipped = shipped_authority()
    entities = tuple(change(entity) for entity in shipped.entities)
    extra = Entity(
        EntityId("organisation:brand-new"), EntityKind.PARTY, "Brand New Circle", (Name("Brand New Circle"),)
    )
    path.write_bytes(write_authority(dataclasses.replace(shipped, version="2099.01", entities=(*entities, extra))))
    return path


def test_a_newer_file_leaves_what_a_person_changed(library, tmp_path):
    library.apply(renaming(library, PCC, "My Name for It"))
    library.apply(adding_name(library, WPK, Name("My Alias")))
    library.apply(removing_name(library, PCC, library.entity_card(PCC).entity.names[-1]))
    gone = EntityId("organisation:cpv")
    library.apply(library.merging((gone,), into=WPK))
    removed = {name.text for name in shipped_entity(PCC).names} - {
        name.text for name in library.entity_card(PCC).entity.names
    }

    def change(entity: Entity) -> Entity:
        if entity.id in (PCC, WPK):
            return dataclasses.replace(
                entity, name=f"Newer {entity.name}", names=(*entity.names, Name("Newer Alias")), first_year=1901
            )
        return entity

    planned = library.plan_authority_file(newer_file(tmp_path / "newer.json", change))
    entries = {entry.existing or entry.name: entry for entry in planned.entries if entry.reason != "as it is here"}
    assert entries[PCC].status is PlanStatus.CONFLICTING
    assert "name" in entries[PCC].reason
    assert entries[WPK].status is PlanStatus.MATCHING
    assert entries["Brand New Circle"].status is PlanStatus.NEW
    left_out = [entry for entry in planned.entries if entry.status is PlanStatus.LEFT_OUT]
    assert ["made it one" in entry.reason for entry in left_out] == [True]
    before = authority_state(library)
    library.apply(planned.edit)
    cuba, korea = library.entity_card(PCC).entity, library.entity_card(WPK).entity
    assert (cuba.name, cuba.first_year) == ("My Name for It", 1901)
    assert removed.isdisjoint(name.text for name in cuba.names)
    assert {"Newer Alias"} <= {name.text for name in cuba.names}
    assert korea.name.startswith("Newer ")
    assert {"My Alias", "Newer Alias"} <= {name.text for name in korea.names}
    again = library.plan_authority_file(tmp_path / "newer.json")
    assert again.edit.entities == ()
    library.undo()
    assert authority_state(library) == before


def shipped_entity(identity: EntityId) -> Entity:
    return next(entity for entity in shipped_authority().entities if entity.id == identity)


def test_a_country_that_a_person_moved_stays_there(library, tmp_path):
    asia = EntityId("region:asia")
    founding = library.schemes()[0].id
    library.apply(library.placing(founding, CUBA, asia))
    library.apply(library.plan_authority_file(newer_file(tmp_path / "newer.json", lambda entity: entity)).edit)
    places = {member: row.region for row in library.schemes()[0].regions for member in row.members}
    assert places[CUBA] == asia
    assert not library.authority_is_older() or library.plan_authority_file().edit.version


def test_names_that_stand_very_often_are_listed_and_can_be_left_out(library, tmp_path, monkeypatch):
    monkeypatch.setattr(authority_lists, "MOST_MENTIONS_UNASKED", 3)
    put_text(
        library, tmp_path / "a.txt", "The water rose. Water fell. More water, 红色 water. 红色 red, 红色 and 红色."
    )
    text = HEAD + "CUB,90001,,WTR,Water,Water / Water Circle,Chinese: 红色,1961,1970\n"
    planned = plan(library, tmp_path, text)
    assert [(name.text, name.count) for name in planned.common] == [("Water", 4), ("红色", 4)]
    (kept,) = planned.edit_with(frozenset()).entities
    assert {name.text for name in kept.names} == {"Water", "Water Circle", "红色", "WTR"}
    (kept,) = planned.edit_with(frozenset(), planned.common).entities
    assert {name.text for name in kept.names} == {"Water Circle", "WTR"}
    library.apply(planned.edit)
    assert plan(library, tmp_path, text).common == ()
