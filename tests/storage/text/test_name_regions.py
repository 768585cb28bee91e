import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.domain.authority import Authority, Entity, EntityKind, Name, NameKind, Scheme, SchemeRegion
from storage.domain.document import Block, BlockKind
from storage.domain.ids import EntityId, SchemeId
from storage.text.name_matching import NameMatcher
from tests.bench.mentions import shipped_authority
from tests.storage.text.naming import DOCUMENT, body, country, names, party


def region(slug: str, name: str, *demonyms: str, more: tuple[Name, ...] = ()) -> Entity:
    called = (*names(name), *names(*demonyms, kind=NameKind.DEMONYM), *more)
    return Entity(EntityId(f"region:{slug}"), EntityKind.REGION, name, called)


AFRICA = EntityId("region:africa")
AUTHORITY = Authority(
    "1",
    (
        region("islands", "Islands", more=names("Caribbean")),
        region("africa", "Africa", "African", more=names("África", language="es")),
        region("latam", "Latin America", "Latin American", more=names("the Caribbean", "Caribbean")),
        region("caucasus", "Caucasus", more=names("Caucasian", kind=NameKind.DEMONYM, needs_context=True)),
        region("east-africa", "Eastern Africa", "East African"),
        region("asia", "Asia", "Asian"),
        region("west", "The West"),
        region("developing", "Developing countries", more=names("developing countries")),
        country("ZA", "South Africa", "South African"),
        country("CF", "Central African Republic"),
        country("US", "United States", "American"),
        country("RU", "Russia", "Russian"),
        party("anc", "ZA", "African National Congress", short="ANC"),
        party("alp", "ZA", "African Labour Party", more=names("African Popular Movement", needs_context=True)),
        body("au", "", "African Union"),
    ),
    (Scheme(SchemeId("founding"), "Founding", (SchemeRegion(EntityId("region:latam"), ()),)),),
    not_names=("Asia Minor", "West Indies"),
)
MATCHER = NameMatcher(AUTHORITY)
SHIPPED = NameMatcher(shipped_authority(None))


def regions(text: str, language: str = "en", blocks=(), matcher: NameMatcher = MATCHER) -> list[tuple[str, str]]:
    return [
        (text[mention.start : mention.end], str(mention.entity).removeprefix("region:"))
        for mention in matcher.mentions(text, blocks, DOCUMENT, language)
        if mention.kind is EntityKind.REGION
    ]


def test_nouns_adjectives_and_peoples_name_their_region():
    text = "African parties met in Africa; Latin Americans and Asia’s guests came."
    assert regions(text) == [
        ("African", "africa"),
        ("Africa", "africa"),
        ("Latin Americans", "latam"),
        ("Asia", "asia"),
    ]
    found = MATCHER.mentions(text, (), DOCUMENT, "en")
    assert [mention.name_kind for mention in found[:2]] == [NameKind.DEMONYM, NameKind.OFFICIAL]
    assert [mention.rule for mention in found[:2]] == ["demonym", "its full name"]


@pytest.mark.parametrize(
    "words",
    [
        "South Africa and the South Africans",
        "the Central African Republic",
        "the African National Congress",
        "the African Popular Movement",
        "the African Union",
        "Asia Minor",
        "the West Indies",
        "African Americans and African-American guests",
        "Asian Russia",
        "african, asia, West, the west",
    ],
)
def test_words_that_belong_to_another_name_or_are_none_name_no_region(words):
    assert regions(f"relations with {words} advanced") == []


def test_the_longest_name_is_the_one_meant():
    assert regions("East African and Eastern Africa") == [
        ("East African", "east-africa"),
        ("Eastern Africa", "east-africa"),
    ]


def test_the_first_schemes_region_has_a_shared_name():
    assert regions("the Caribbean") == [("Caribbean", "latam")]


def test_a_word_known_with_its_article_only_needs_it_and_no_longer_name():
    assert regions("the West and the West's view") == [("West", "west")] * 2
    assert regions("West of it, the West Coast, the West Wing") == []


def test_small_letters_for_directions_and_for_plain_words():
    assert regions("eastern Africa, developing countries. Developing countries") == [
        ("eastern Africa", "east-africa"),
        ("developing countries", "developing"),
        ("Developing countries", "developing"),
    ]


def test_a_name_that_needs_context_counts_beside_a_sure_one():
    assert regions("Caucasian rugs") == []
    assert regions("Caucasian rugs of the Caucasus") == [("Caucasian", "caucasus"), ("Caucasus", "caucasus")]


def test_names_of_other_languages():
    assert regions("los países de África", language="es") == [("África", "africa")]


def test_a_plural_people_is_not_that_of_a_country():
    found = MATCHER.mentions("Latin Americans came", (), DOCUMENT, "en")
    assert [mention.entity for mention in found] == ["region:latam"]


def test_boilerplate_is_kept_apart():
    text = "Africa grew.\nRead more: Africa rises"
    blocks = [Block(BlockKind.PARAGRAPH, 0, 12, 1), Block(BlockKind.BOILERPLATE, 13, len(text), 2)]
    found = MATCHER.mentions(text, blocks, DOCUMENT, "en")
    assert [mention.boilerplate for mention in found] == [False, True]


def test_the_shipped_regions():
    text = "North Africans, Southeast Asian states, the Middle East, South Africa, Latin America and the Caribbean."
    assert regions(text, matcher=SHIPPED) == [
        ("North Africans", "wana"),
        ("Southeast Asian", "sea"),
        ("Middle East", "mideast"),
        ("Latin America and the Caribbean", "latam"),
    ]


@given(
    st.lists(
        st.sampled_from(["Africa", "African", "South", "Asia", "Minor", "American", "the", "West", "National Congress"])
    )
)
def test_a_region_shares_no_character_with_another_mention(words):
    found = MATCHER.mentions(" ".join(words), (), DOCUMENT, "en")
    for one in found:
        if one.kind is EntityKind.REGION:
            assert all(other is one or other.end <= one.start or one.end <= other.start for other in found)
