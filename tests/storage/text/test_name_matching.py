import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.domain.authority import Authority, EntityKind, NameKind
from storage.domain.document import Block, BlockKind
from storage.domain.mention import MentionState
from storage.text.folding import fold
from storage.text.name_index import build_name_index, separated
from storage.text.name_matching import NameMatcher
from tests.bench.mentions import shipped_authority
from tests.storage.text.naming import AUTHORITY, DOCUMENT, country, found, mentions, names


@pytest.mark.parametrize("owned", ["CPC'S relations", "CPC’s relations", "CPC's relations", "CPC relations"])
def test_a_possessive_is_no_part_of_the_mention(owned):
    assert found(f"The Communist Party of China grew. {owned}") == [
        ("Communist Party of China", "cpc"),
        ("China", "CN"),
        ("CPC", "cpc"),
    ]


def test_a_possessive_inside_a_name_stays():
    assert found("the Lao People’s Revolutionary Party's guests") == [
        ("Lao People’s Revolutionary Party", "lprp"),
        ("Lao", "LA"),
    ]
    assert ("Party of Russia's Rebirth", "pvr") in found("The Party of Russia's Rebirth met.")


@pytest.mark.parametrize("written", ["Workers' Party of Korea", "Workers’ Party of Korea", "Worker's Party of Korea"])
def test_an_apostrophe_may_stand_elsewhere(written):
    assert found(f"the {written} and others") == [(written, "wpk"), ("Korea", "KP")]


def test_a_line_end_or_a_hard_space_inside_a_name():
    assert found("the Communist Party\nof China") == [("Communist Party\nof China", "cpc"), ("China", "CN")]
    assert found("the Communist\u00a0Party of\u00a0China")[0][1] == "cpc"


def test_demonyms_are_countries_of_their_own_kind():
    (one, two) = mentions("China-Pakistani relations and the Pakistanis")[0], mentions("the Pakistanis came")[0]
    assert (one.name_kind, two.name_kind, two.entity) == (NameKind.OFFICIAL, NameKind.DEMONYM, "country:PK")


def test_a_combining_form_needs_its_hyphen():
    assert found("Sino-Indian trade") == [("Sino", "CN"), ("Indian", "IN")]
    assert found("the Sino view") == []


@pytest.mark.parametrize(
    "words",
    [
        "New Mexico",
        "the Indian Ocean",
        "polish",
    ],
)
def test_phrases_that_hold_a_name_name_nobody(words):
    assert found(f"relations with {words} advanced") == []


def test_a_country_inside_a_bodys_name_counts_unless_it_means_the_continent():
    assert found("the Christian Democrat Organization of America and America") == [
        ("Christian Democrat Organization of America", "odca"),
        ("America", "US"),
    ]


def test_a_name_with_a_comma_is_one():
    (only,) = found("like the Permanent Conference of Latin American, the Caribbean Political Parties and others")
    assert only[1] == "copppal"


def test_the_article_is_no_part_of_a_countrys_name():
    assert found("the United States and the Philippines") == [("United States", "US"), ("Philippines", "PH")]


def test_spellings_of_the_text_resolve_without_being_corrected():
    text = "Jamat-e-Islami in Pakistan, the People's Democratic Party in Tadzhikistan; Chile, Columbia and Cuba"
    assert [words for words, _ in found(text)] == [
        "Jamat-e-Islami",
        "Pakistan",
        "People's Democratic Party in Tadzhikistan",
        "Tadzhikistan",
        "Columbia",
        "Cuba",
    ]
    assert ("Columbia", "CO") in found(text)
    assert found("at Columbia they studied") == []


@pytest.mark.parametrize(
    ("listed", "slugs"),
    [
        ("French, Spanish and Portuguese Communist parties", ["pcf", "pce", "pcp"]),
        ("Communist parties of France, Spain and China", ["pcf", "pce", "cpc"]),
        ("Spanish and Cuban Communist Parties", ["pce", "pcc"]),
    ],
)
def test_each_party_of_a_list_is_mentioned_in_the_whole_list(listed, slugs):
    parties = [slug for words, slug in found(f"the conferences of {listed}.") if words == listed]
    assert parties == slugs


def test_countries_of_a_list_are_each_mentioned():
    listed = found("political parties in India, Pakistan, Sri Lanka, and Cuba")
    assert [slug for _, slug in listed] == ["IN", "PK", "LK", "CU"]


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("German Socialist Party", "spd"),
        ("Communist Party of France", "pcf"),
        ("Cuban Communist Party", "pcc"),
        ("Chinese Communist party", "cpc"),
        ("German Christian Democratic Union", "cdu"),
        ("Australian Labour Party", "alp"),
        ("New Zealand Labor Party", "lab-nz"),
    ],
)
def test_a_party_is_known_by_its_country_and_family(words, slug):
    assert (words, slug) in found(f"talks with the {words} went well")


def test_a_party_of_a_country_that_has_none_in_the_file_is_nobody_elses():
    assert found("the Indian Communist Party and the Communist Party of Nepal") == [("Indian", "IN")]


def test_a_broad_name_needs_its_country_near():
    assert ("Labour Party", "lab-gb") in found("In Britain the Labour Party won.")
    assert "lab-gb" not in str(found("The Labour Party won."))
    assert ("Labour Party", "?") in found("In Cuba they read of the Labour Party.\nFar away lies Britain.")


def test_a_truly_ambiguous_name_stays_so():
    text = "Representatives went to Christian Democratic Union's conference in spring."
    (only,) = mentions(text)
    assert (only.state, only.entity) == (MentionState.AMBIGUOUS, None)
    assert set(only.candidates) == {"organisation:cdu", "organisation:cdi"}
    assert text[only.start : only.end] == "Christian Democratic Union's conference"


def test_what_another_section_said_does_not_decide_a_partys_name():
    parts = [
        "Developed countries",
        "The German Christian Democratic Union came. It is in Germany.",
        "International bodies",
    ]
    parts.append("They sent representatives to Christian Democratic Union's conference.")
    text = "\n".join(parts)
    starts = [text.index(part) for part in parts]
    kinds = [BlockKind.HEADING, BlockKind.PARAGRAPH] * 2
    blocks = [
        Block(kind, start, start + len(part), number)
        for number, (kind, start, part) in enumerate(zip(kinds, starts, parts, strict=True), start=1)
    ]
    last = mentions(text, blocks)[-1]
    assert (last.entity, last.kind) == (None, EntityKind.BODY)
    assert last.candidates == ("organisation:cdi", "organisation:cdu")


def test_a_shared_countrys_name_is_decided_by_the_document():
    assert ("Korean", "KP") in found("It helped Korean people. The Workers' Party of Korea thanked.")
    assert ("Korean", "KR") in found("It helped Korean people. South Korea thanked.")
    assert found("It helped Korean people.") == [("Korean", "?")]


def test_organs_of_organs_are_both_mentioned_but_no_other_bodies():
    text = "International Department of the CPC Central Committee; Committee of the Socialist International"
    assert [slug for _, slug in found(text)] == ["idcpc", "cc", "cpc", "siclac"]


def test_an_organ_takes_in_whom_it_belongs_to():
    text = "the CPC's Political Bureau, or its Standing Committee. The International Department of CPC. China."
    assert [pair for pair in found(text) if pair[1] in ("pb", "psc", "idcpc")] == [
        ("CPC's Political Bureau", "pb"),
        ("Standing Committee", "psc"),
        ("International Department of CPC", "idcpc"),
    ]


def test_an_organ_of_another_party_is_not_taken_for_ours():
    slugs = [
        slug for _, slug in found("CPC guests met the Political Bureau of the Communist Party of the Soviet Union.")
    ]
    assert slugs == ["cpc", "cpsu", "SU"]


def test_abbreviations_only_in_their_case():
    assert found("Let us meet.") == []
    assert found("the spd and Spd") == []
    assert found("THE US AND THE WORLD") == []
    assert found("the US's invasion, the U.S. and the U. S.") == [("US", "US"), ("U.S.", "US"), ("U. S.", "US")]


def test_an_abbreviation_says_where_its_full_name_is():
    (_, _, short) = mentions("The Communist Party of China met.\nThe CPC agreed.")
    assert short.rule == "abbreviation, after the full name in ¶ 1"
    (alone,) = mentions("The WTO agreed.")
    assert "nothing else" in alone.rule


def test_an_abbreviation_that_the_text_gives():
    text = "The Lao People's Revolutionary Party (LPRP) met. An LPRP guest and the LPRPs."
    given = [mention for mention in mentions(text) if text[mention.start : mention.end] == "LPRP"]
    assert {mention.entity for mention in given} == {"organisation:lprp"}
    assert len(given) == 2
    assert given[0].name_kind is NameKind.ABBREVIATION
    assert "¶ 1" in given[1].rule
    assert "ABC" not in str(found("The Communist Party of Cuba (ABC) met the ABC."))


def test_letters_that_two_have_borne_are_told_apart_by_date():
    assert found("entry of the CTO") == [("CTO", "?")]
    assert found("entry of the CTO", year=1960) == [("CTO", "cto-old")]
    assert found("entry of the CTO", year=2007) == [("CTO", "cto")]


def test_a_row_of_initials_is_cut_nowhere():
    assert found("Major A. U. S. Grant, U. S. A., and P. U. S. I am") == []
    assert found("in the U. S. and the U.S. too") == [("U. S.", "US"), ("U.S.", "US")]


def test_a_name_cut_at_a_dash_ends_with_its_last_letter():
    assert found("Cuban Our Home") == [("Cuban Our Home", "home"), ("Cuban", "CU")]
    assert all(pattern.text.strip() == pattern.text.lstrip() for pattern in build_name_index(AUTHORITY).patterns)


def test_a_whole_name_beats_one_cut_at_its_bracket():
    assert found("the Jamiat Ulema came") == [("Jamiat Ulema", "ju")]


def test_two_letters_of_a_party_need_its_country():
    assert found("PS I love you") == []
    assert ("PS", "ps-fr") in found("In France, the PS lost.")


def test_a_conference_takes_its_number_and_a_person_the_office():
    assert found("the First International Conference of Asian Political Parties") == [
        ("First International Conference of Asian Political Parties", "icapp")
    ]
    assert found("President Xi Jinping met Prof. Zamir Awan. Later President Xi spoke.") == [
        ("President Xi Jinping", "xi"),
        ("Zamir Awan", "awan"),
        ("President Xi", "xi"),
    ]


def test_a_family_name_needs_the_full_name_or_the_office():
    assert found("Brandt came.") == []
    assert found("The Socialist International: its chairman, Brandt led a group.")[-1] == ("Brandt", "brandt")
    assert found("Deng Xiaoping met them. Deng agreed. Deng Yingchao too.") == [
        ("Deng Xiaoping", "deng"),
        ("Deng", "deng"),
    ]
    assert found("Chairman Mao wrote.") == [("Chairman Mao", "mao")]


@pytest.mark.parametrize("written", ["Deng Xiao Ping", "Deng Xiao-ping", "Xiaoping Deng"])
def test_chinese_given_names_are_written_in_several_ways(written):
    assert found(f"great leader {written} added") == [(written, "deng")]


def test_former_names_and_names_not_yet_taken():
    (ceylon,) = mentions("in Ceylon")
    assert (ceylon.entity, ceylon.rule) == ("country:LK", "a former name (–1972)")
    assert found("the Neue Kraft in Germany", year=1990) == [("Germany", "DE")]
    assert found("the Neue Kraft in Germany", year=2010)[0] == ("Neue Kraft", "young")


def test_single_words_that_begin_a_sentence_or_a_longer_name_are_no_parties():
    assert found("In Britain it rains. River water rose. The River Thames too.") == [("Britain", "GB")]
    assert ("River", "river") in found("In Britain, voters of the River cheered.")


def test_chinese_names_need_no_spaces_and_the_longest_wins():
    assert found("邓小平说,中国共产党同印度尼西亚和印度友好。", language="zh") == [
        ("邓小平", "deng"),
        ("中国共产党", "cpc"),
        ("中国", "CN"),
        ("印度尼西亚", "ID"),
        ("印度", "IN"),
    ]


def test_russian_and_french_inflections():
    russian = "Делегация Коммунистической партии Китая; в Китае; с Советским Союзом; китайских товарищей; о Ленине"
    assert [slug for _, slug in found(russian, language="ru")] == ["cpc", "CN", "CN", "SU", "CN", "lenin"]
    assert [slug for _, slug in found("les délégations chinoises en Chine", language="fr")] == ["CN", "CN"]
    assert found("les délégations chinoises", language="en") == []


def test_boilerplate_is_kept_apart():
    text = "China grew.\nRead more: China rises"
    blocks = [Block(BlockKind.PARAGRAPH, 0, 11, 1), Block(BlockKind.BOILERPLATE, 12, len(text), 2)]
    assert [mention.boilerplate for mention in mentions(text, blocks)] == [False, True]


def test_every_mention_says_why():
    text = (
        "CPC and the German Socialist Party; the Labour Party in Britain; Korea; French and Spanish Communist parties"
    )
    assert all(mention.rule for mention in mentions(text))


SHIPPED = NameMatcher(shipped_authority(None))
SHIPPED_NAMES = [name.text for entity in SHIPPED.entities.values() for name in entity.names]
GLUE = [
    " ",
    ", ",
    " and ",
    ". ",
    "\n",
    "'s ",
    "’s ",
    " of the ",
    " of ",
    " in ",
    "-",
    " (",
    ") ",
    "",
    " President ",
    "党",
]
FORMS = {pattern.text.strip() for pattern in build_name_index(AUTHORITY).patterns}
PIECES = st.sampled_from(
    [
        *("China", "CPC", "Chinese", "Communist Party of Cuba", "French", "Spanish", "Communist parties", "US", "THE"),
        *("Christian Democratic Union", "Korea", "President ", "Xi", "Mao Zedong", "Socialist Party", "中国共产党"),
        *(
            "'s",
            "’s ",
            "-",
            ". ",
            ", ",
            " and ",
            " of the ",
            "\n",
            "й",
            "e\u0301",
            "ß",
            "\u00a0",
            "😀",
            "(",
            ")",
            "the ",
        ),
    ]
)
TEXTS = st.lists(PIECES | st.just(" ") | st.text(max_size=3), max_size=25).map("".join)


@given(TEXTS)
def test_any_text_gives_sound_mentions(text):
    all_found = mentions(text, language="")
    for mention in all_found:
        assert 0 <= mention.start < mention.end <= len(text)
        assert (mention.entity is None) == (mention.state is MentionState.AMBIGUOUS) == bool(mention.candidates)
        folded = separated(fold(text[mention.start : mention.end]))
        assert any(form in folded for form in FORMS)
    assert list(all_found) == sorted(all_found, key=lambda mention: (mention.start, -mention.end))


@given(TEXTS)
def test_mentions_of_one_kind_share_no_character_unless_they_share_all_or_are_organs(text):
    all_found = mentions(text)
    for one in all_found:
        for other in all_found:
            if one is not other and one.kind is other.kind and one.kind is not EntityKind.BODY:
                is_apart = one.end <= other.start or other.end <= one.start
                assert is_apart or (one.start, one.end) == (other.start, other.end)


@given(st.text())
def test_arbitrary_characters_do_no_harm(text):
    mentions(text, language="")


@given(
    st.randoms(use_true_random=False),
    st.sampled_from(["", "en", "fr", "ru", "zh"]),
    st.sampled_from([None, 1930, 2007]),
)
def test_shipped_names_in_any_order_give_sound_mentions(random, language, year):
    text = "".join(random.choice(SHIPPED_NAMES) + random.choice(GLUE) for _ in range(random.randrange(1, 30)))
    for mention in SHIPPED.mentions(text, (), DOCUMENT, language, year):
        assert 0 <= mention.start < mention.end <= len(text)
        assert (mention.entity is None) == bool(mention.candidates)
        assert mention.rule


def test_an_old_english_name_is_found_though_another_language_writes_it_alike():
    serbia = country("RS", "Serbia", more=(*names("Sérvia", language="pt"), *names("Servia", kind=NameKind.FORMER)))
    matcher = NameMatcher(Authority("1", (serbia,), ()))
    (mention,) = matcher.mentions("The minister of Servia wrote.", (), DOCUMENT, "en")
    assert (mention.entity, mention.name_kind) == ("country:RS", NameKind.FORMER)
    (mention,) = matcher.mentions("O ministro da Sérvia.", (), DOCUMENT, "pt")
    assert mention.name_kind is NameKind.OFFICIAL
