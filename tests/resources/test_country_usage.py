"""How papers of several centuries and states write countries: each form has to lead to its country in a plain text."""

import pytest

from storage.text.name_matching import NameMatcher
from tests.bench.mentions import shipped_authority
from tests.storage.text.naming import DOCUMENT

USAGE = {
    "SU": "USSR; U.S.S.R.; U. S. S. R.; the Soviets; Soviet Russia; Sovs; Bolshevist Russia",
    "US": "U.S.; US; U. S.; USA; the United States; Americans",
    "GB": "U.K.; Britain; England; His Britannic Majesty’s Government; Anglo-",
    "DE": "FRG; F.R.G.; Federal Republic of Germany; West Germans; Imperial Germany",
    "DDDE": "GDR; East Germans; Soviet Zone of Germany",
    "CN": "PRC; Communist China; Chicoms; ChiCom; Peoples Republic of China",
    "TW": "Formosa; ChiNat; R.O.C.",
    "KR": "ROK; ROKG; South Koreans",
    "KP": "DPRK; North Koreans",
    "VN": "Viet-Nam; Viet Nam; Vietnamese; Annamite; Cochin China",
    "VDVN": "North Viet-Nam; North Viet-Namese; DRV",
    "south-vietnam": "South Viet-Nam; GVN; State of Viet-Nam",
    "united-arab-republic": "UAR; U.A.R.",
    "SY": "Syrians; SARG",
    "IR": "Persia; Persian; Iranians; Persian Azerbaijan",
    "JO": "Trans-Jordan; Transjordanian; HKJ",
    "TH": "Siam; Siamese; Thais",
    "KH": "Khmer Republic; Khmer; Kampuchea",
    "LA": "Lao; RLG",
    "MY": "Malaya; Straits Settlements; North Borneo",
    "ID": "Netherlands East Indies; Netherland India; N.E.I.; West Irian; Netherlands New Guinea",
    "PG": "New Guinea; Papua New Guinea",
    "LK": "Ceylon; Ceylonese",
    "MM": "Burma; Burmah; Burmans",
    "JP": "Japs; Nipponese",
    "HN": "Honduranean",
    "PA": "Panaman; Panamanians",
    "NL": "Netherland; Hollanders; Holland",
    "RO": "Rumania; Roumania",
    "BG": "Bulgars",
    "YUCS": "Jugo-Slavia; Yugo-Slavs; Serb-Croat-Slovene; Kingdom of the Serbs, Croats and Slovenes",
    "CSHH": "Czecho-Slovakia; Czecho-Slovaks; Czechoslovaks",
    "MA": "Marocco; Sherifian",
    "NA": "South West Africa; Southwest Africa",
    "CD": "the Congo; Congolese; Congo (Kinshasa); Congo (Léopoldville); Zaire",
    "CG": "Congo-Brazzaville; Congo/Brazzaville",
    "GA": "Gaboon",
    "BJ": "Dahomey; Dahoman",
    "AE": "Trucial States; Union of Arab Emirates",
    "SO": "Somaliland; Somali Republic",
    "DJ": "French Somaliland; FTAI",
    "ET": "Abyssinia; Abyssinian",
    "austria-hungary": "Austria-Hungary; Austro-Hungary",
    "SV": "Government of Salvador; the Salvador Legation; El Salvador",
    "CL": "treaty with Chili; the Chili Government",
    "VA": "the Papal Government; Holy See",
    "TN": "Regency of Tunis; Tunisian",
}
NOT_NAMED = "Anglo-Saxon; Siamese twins; the Persian Gulf; Indo-European; Congo Basin; Papal bulls; Moorish arches"


@pytest.fixture(scope="module")
def matcher():
    return NameMatcher(shipped_authority(None))


def countries(matcher, text, year=None):
    found = matcher.mentions(text, (), DOCUMENT, "en", year)
    return {(mention.entity or "?").removeprefix("country:") for mention in found if mention.kind == "country"}


@pytest.mark.parametrize("code", USAGE)
def test_forms_in_use_lead_to_their_country(matcher, code):
    for form in USAGE[code].split("; "):
        words = form + "inspired" if form.endswith("-") else form
        assert countries(matcher, f"The talks on {words} have gone on for the last month.") == {code}, form


@pytest.mark.parametrize("words", NOT_NAMED.split("; "))
def test_words_that_only_look_like_countries_name_none(matcher, words):
    assert countries(matcher, f"There was talk of {words} and of other things.") == set()


@pytest.mark.parametrize(
    ("words", "year", "code"),
    [
        ("the Korean Government", 1905, "korea-before-1948"),
        ("the Korean Government", 1970, "?"),
        ("Nationalist China", 1938, "republic-of-china-mainland"),
        ("Nationalist China", 1960, "TW"),
        ("the Czech leaders", 1968, "CSHH"),
        ("the Czech leaders", 2007, "CZ"),
        ("the Czech leaders", None, "CZ"),
    ],
)
def test_the_year_tells_which_state_a_shared_name_means(matcher, words, year, code):
    assert countries(matcher, f"The visit of {words} was put off.", year) == {code}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A Dominican delegation came.", {"DO"}),
        ("From Dominica a Dominican delegation came.", {"DM"}),
        ("The Congo asked for help.", {"CD"}),
        ("In Congo-Brazzaville and in the Congo at large.", {"CG"}),
    ],
)
def test_a_shared_name_is_that_of_the_country_named_beside_it(matcher, text, expected):
    assert countries(matcher, text) == expected
