"""The shipped authority file: whole, up to date, and true to what it promises."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from storage.domain.authority import Authority, EntityKind, NameKind
from storage.text.authority_file import read_authority, write_authority
from storage.text.folding import fold

CHECKOUT = Path(__file__).resolve().parent.parent.parent
FILE = CHECKOUT / "resources" / "authority" / "authority.json"
LANGUAGES = {"en", "zh", "fr", "es", "ru", "ar", "pt"}
UNITED_NATIONS_CODES = """
    AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI CV KH CM CA CF TD CL CN CO KM
    CG CD CR CI HR CU CY CZ DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE GH GR GD GT GN GW GY HT HN HU IS
    IN ID IR IQ IE IL IT JM JP JO KZ KE KI KP KR KW KG LA LV LB LS LR LY LI LT LU MG MW MY MV ML MT MH MR MU MX FM MD
    MC MN ME MA MZ MM NA NR NP NL NZ NI NE NG MK NO OM PK PW PA PG PY PE PH PL PT QA RO RU RW KN LC VC WS SM ST SA SN
    RS SC SL SG SK SI SB SO ZA SS ES LK SD SR SE CH SY TJ TZ TH TL TG TO TT TN TR TM TV UG UA AE GB US UY UZ VU VE VN
    YE ZM ZW
"""
UNITED_NATIONS = UNITED_NATIONS_CODES.split()
FOUNDING_REGIONS = ["asia", "wana", "africa", "latam", "eeca", "developed", "intl"]
PARTNERS = {
    "asia": "KP VN LA JP KR MN SG MY KH TH ID PH IN PK LK BD NP",
    "wana": "EG DZ TN SD SY IL PS TR IR IQ YE LB CY MA MR",
    "latam": "CU BR AR MX VE CL PE CO EC",
    "eeca": "RU KZ TM TJ UA MD RO CZ PL HU SK BG RS HR",
    "developed": "DE FR IT GB AU MT AT ES PT NZ",
}
STOP_WORDS = "the a an of and in on at cp party china's parties le la les de der die das"


@pytest.fixture(scope="module")
def authority() -> Authority:
    return read_authority(FILE.read_bytes())


@pytest.fixture(scope="module")
def entities(authority):
    return {entity.id: entity for entity in authority.entities}


def regions_of(authority, scheme_id):
    (scheme,) = (scheme for scheme in authority.schemes if scheme.id == scheme_id)
    return {region.region.removeprefix("region:"): region.members for region in scheme.regions}


def test_it_is_up_to_date_with_its_facts():
    pytest.importorskip("babel")
    done = subprocess.run(
        [sys.executable, CHECKOUT / "build" / "authority", "--check"], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_it_says_where_its_parts_come_from(authority):
    assert authority.version
    assert authority.date
    assert any("CLDR" in source for source in authority.sources)
    assert any("Party Facts" in source for source in authority.sources)
    assert all(entity.source for entity in authority.entities)


def test_writing_it_again_changes_nothing(authority):
    assert write_authority(authority) == FILE.read_bytes()


def test_ids_are_unique_and_say_their_kind(authority, entities):
    assert len(entities) == len(authority.entities)
    prefixes = {"region": "region", "country": "country", "party": "organisation", "body": "organisation"}
    for entity in authority.entities:
        assert entity.id.startswith(prefixes.get(entity.kind, "person") + ":")


def test_every_member_of_the_united_nations_is_named_in_seven_languages(entities):
    assert len(UNITED_NATIONS) == len(set(UNITED_NATIONS)) == 193
    for code in UNITED_NATIONS:
        names = entities[f"country:{code}"].names
        assert {name.language for name in names if name.kind is NameKind.SHORT} >= LANGUAGES, code


def test_every_present_country_has_its_codes_and_english_demonym(entities):
    seen = set()
    for entity in entities.values():
        if entity.kind is not EntityKind.COUNTRY or entity.last_year:
            continue
        codes = dict(entity.identifiers)
        assert len(codes["iso2"]) == 2
        assert len(codes["iso3"]) == 3
        assert len(codes.get("numeric", "000")) == 3
        if codes["iso2"] != "XK":
            assert codes["numeric"]
        seen |= {codes["iso2"], codes["iso3"], codes.get("numeric")}
        if codes["iso2"] in UNITED_NATIONS:
            english = {name.text for name in entity.names if name.language == "en"}
            assert len(english) > 1, entity.id
    assert len(seen) >= 3 * 249


def test_former_countries_have_years_and_successors(entities):
    former = [entity for entity in entities.values() if entity.kind is EntityKind.COUNTRY and entity.last_year]
    assert {"country:SU", "country:CSHH", "country:YUCS", "country:DDDE", "country:YDYE"} <= {e.id for e in former}
    for entity in former:
        assert entity.first_year <= entity.last_year, entity.id
        assert entity.successors, entity.id


def test_years_run_forward(authority):
    for entity in authority.entities:
        for thing in (entity, *entity.names, *entity.roles):
            assert (thing.first_year or 0) <= (thing.last_year or 9999), (entity.id, thing)


def test_names_say_something(authority):
    for entity in authority.entities:
        for name in entity.names:
            assert name.text == name.text.strip(), (entity.id, name.text)
            assert fold(name.text).strip(" .'-"), entity.id
            assert fold(name.text) not in STOP_WORDS.split(), (entity.id, name.text)
            assert not set(name.text) & set("@~?[]{}|"), (entity.id, name.text)
            if len(fold(name.text)) < 2:
                assert name.needs_context, (entity.id, name.text)


def test_broad_names_are_marked(entities):
    for identity, text in {
        "organisation:psc": "Standing Committee",
        "organisation:idcpc": "International Department",
        "organisation:cpc": "the Party",
        "organisation:lab-gb": "Labour Party",
        "organisation:ps-fr": "Parti socialiste",
        "person:xi": "Xi",
        "person:brandt": "Brandt",
        "country:CO": "Columbia",
        "country:KP": "Korea",
    }.items():
        assert [name.needs_context for name in entities[identity].names if name.text == text] == [True], text


def test_plain_names_are_not_marked(entities):
    for identity, text in {
        "organisation:cpc": "CPC",
        "organisation:si": "Socialist International",
        "organisation:un": "UN",
        "country:US": "US",
        "country:GE": "Republic of Georgia",
        "person:xi": "President Xi",
    }.items():
        assert [name.needs_context for name in entities[identity].names if name.text == text] == [False], text


def test_the_seven_founding_regions_stand_in_their_order(authority):
    assert list(regions_of(authority, "founding")) == FOUNDING_REGIONS


def test_the_partner_countries_open_their_founding_regions(authority):
    regions = regions_of(authority, "founding")
    for region, codes in PARTNERS.items():
        expected = [f"country:{code}" for code in codes.split()]
        assert list(regions[region][: len(expected)]) == expected
    assert sum(len(codes.split()) for codes in PARTNERS.values()) == 65
    assert "country:CN" in regions["asia"]


def test_every_country_stands_once_in_every_scheme(authority, entities):
    countries = {entity.id for entity in entities.values() if entity.kind is EntityKind.COUNTRY}
    for scheme in ("founding", "m49"):
        placed = [member for members in regions_of(authority, scheme).values() for member in members]
        assert len(placed) == len(set(placed)), scheme
        missing = countries - set(placed)
        former = {identity for identity in missing if entities[identity].last_year or identity == "country:TW"}
        assert scheme == "m49" or not missing
        assert missing - former == set(), scheme


def test_bodies_without_a_country_are_the_seventh_region(authority, entities):
    bodies = {e.id for e in entities.values() if e.kind in {EntityKind.PARTY, EntityKind.BODY} and e.country is None}
    assert set(regions_of(authority, "founding")["intl"]) == bodies


def test_parties_belong_to_countries(entities):
    for entity in entities.values():
        if entity.kind is EntityKind.PARTY:
            assert entity.country in entities, entity.id
            assert entity.names, entity.id


def test_it_knows_parties_and_bodies_everywhere(entities):
    organisations = [entity for entity in entities.values() if entity.kind in {EntityKind.PARTY, EntityKind.BODY}]
    assert len(organisations) >= 600
    countries = {entity.country for entity in organisations}
    assert {f"country:{code}" for code in UNITED_NATIONS} <= countries
    assert sum(1 for entity in organisations if entity.country is None) >= 60
    assert sum(1 for entity in organisations if entity.native_name) >= 900


def test_party_facts_identities_are_those_of_the_list(entities, shared):
    import csv

    with (shared / "authority" / "partyfacts-core-parties.csv").open(encoding="utf-8", newline="") as file:
        known = {row["partyfacts_id"]: row["country"] for row in csv.DictReader(file)}
    used = set()
    for entity in entities.values():
        identity = dict(entity.identifiers).get("partyfacts")
        if identity:
            assert identity not in used, entity.id
            used.add(identity)
            assert known[identity] in {
                dict(entities[country].identifiers).get("iso3", "") for country in related_countries(entity, entities)
            }, entity.id


def related_countries(entity, entities):
    """Give an organisation's country and all that followed it: the list names parties of former states there."""
    related = [entity.country]
    for country in related:
        related.extend(other for other in entities[country].successors if other not in related)
    return related


def test_every_name_the_founding_texts_use_leads_to_its_entity(entities, shared):
    known = json.loads((shared / "gold" / "authority.json").read_text(encoding="utf-8"))
    groups = {
        "countries": "country",
        "parties": "organisation",
        "multilateral_bodies": "organisation",
        "organisations": "organisation",
        "persons": "person",
    }
    for group, prefix in groups.items():
        for entry in known[group]:
            entity = entities[f"{prefix}:{entry.get('iso2') or entry['id']}"]
            names = {fold(name.text) for name in entity.names}
            missing = [text for text in entry["surfaces"] if fold(text) not in names and " and Portuguese" not in text]
            assert not missing, entity.id
