import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.domain.authority import (
    Authority,
    Entity,
    EntityKind,
    Name,
    NameKind,
    OrganisationForm,
    Role,
    Scheme,
    SchemeRegion,
)
from storage.domain.ids import EntityId, SchemeId
from storage.errors import UserFacingError
from storage.text.authority_file import read_authority, write_authority

TEXT = st.text(min_size=1, max_size=12).filter(str.strip).filter(lambda text: text.isprintable())
YEAR = st.none() | st.integers(1800, 2030)
NAMES = st.builds(Name, TEXT, st.sampled_from(["", "en", "zh"]), st.sampled_from(NameKind), YEAR, YEAR, st.booleans())


def country(identity="country:XX", **more):
    return Entity(EntityId(identity), EntityKind.COUNTRY, "Nowhere", (Name("Nowhere", "en"),), **more)


def written(*entities, schemes=()):
    return write_authority(Authority("1", entities, schemes))


@given(
    st.lists(NAMES, max_size=4), YEAR, st.lists(st.tuples(TEXT, TEXT), max_size=2), st.sampled_from(OrganisationForm)
)
def test_what_is_written_is_read_again(names, year, identifiers, form):
    entity = Entity(
        EntityId("organisation:a"),
        EntityKind.BODY,
        "A",
        tuple(names),
        EntityId("country:XX"),
        native_name="甲",
        first_year=year,
        identifiers=tuple(dict(identifiers).items()),
        form=form,
        part_of=EntityId("organisation:b"),
        successors=(EntityId("organisation:b"),),
    )
    other = Entity(EntityId("organisation:b"), EntityKind.PARTY, "B")
    role = Role("chairman", EntityId("organisation:b"), year, None)
    person = Entity(EntityId("person:p"), EntityKind.PERSON, "P", roles=(role,))
    scheme = Scheme(SchemeId("s"), "S", (SchemeRegion(EntityId("region:r"), (EntityId("country:XX"),)),))
    region = Entity(EntityId("region:r"), EntityKind.REGION, "R")
    entities = (country(), entity, other, person, region)
    authority = Authority("1", entities, (scheme,), "2026-01-01", ("here",), ("New Nowhere",))
    data = write_authority(authority)
    assert read_authority(data) == authority
    assert write_authority(read_authority(data)) == data


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xfe", b"[]", b"{}", b'{"format":"x"}', b"[" * 100_000, b'{"format":1,"version":"1","entities":{}}'],
)
def test_something_else_is_refused_in_words(data):
    with pytest.raises(UserFacingError, match="authority file"):
        read_authority(data)


def test_a_newer_file_is_refused():
    data = json.dumps({"format": 2, "version": "9", "entities": [], "schemes": []}).encode()
    with pytest.raises(UserFacingError, match="newer"):
        read_authority(data)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"kind": "planet"}, "planet"),
        ({"name": ""}, "name"),
        ({"names": [[]]}, "row"),
        ({"names": [[" "]]}, "no text"),
        ({"names": [["x", "en", "nickname"]]}, "nickname"),
        ({"names": [["x", "en", "", "1990"]]}, "year"),
        ({"country": "country:ZZ"}, "country:ZZ"),
        ({"identifiers": ["Q1"]}, "identifiers"),
        ({"form": "club"}, "club"),
        ({"part_of": "country:XX"}, "part of itself"),
    ],
)
def test_a_faulty_entry_is_named(change, says):
    content = json.loads(written(country()))
    content["entities"][0].update(change)
    with pytest.raises(UserFacingError, match=says):
        read_authority(json.dumps(content).encode())


def test_the_same_id_twice_is_refused():
    with pytest.raises(UserFacingError, match="twice"):
        read_authority(written(country(), country()))


def test_faulty_schemes_are_refused():
    region = Entity(EntityId("region:r"), EntityKind.REGION, "R")

    def scheme(*members):
        return Scheme(SchemeId("s"), "S", (SchemeRegion(EntityId("region:r"), tuple(map(EntityId, members))),))

    for members, says in (((), "no members"), (("country:ZZ",), "country:ZZ"), (("region:r",), "below itself")):
        with pytest.raises(UserFacingError, match=says):
            read_authority(written(region, country(), schemes=(scheme(*members),)))


def test_a_long_chain_of_parts_is_no_cycle():
    chain = [country(f"country:{number}", part_of=EntityId(f"country:{number + 1}")) for number in range(3000)]
    assert len(read_authority(written(*chain, country("country:3000"))).entities) == 3001
