"""The founding texts with the shipped authority file: the figures the matcher must reach, and each known trap."""

import json
from pathlib import Path

import pytest

from storage.domain.authority import EntityKind
from storage.domain.mention import Mention
from storage.importers.plain_text import read_plain_text
from tests.bench.mentions import checked_ids, find_mentions, score, seed_files, shipped_authority

pytestmark = pytest.mark.shared
SEEDS = {"S000", "S001", "S002", "S003", "S004"}


@pytest.fixture(scope="module")
def texts(shared: Path) -> dict[str, str]:
    files = seed_files(shared / "seeds", SEEDS)
    return {seed: read_plain_text(path.read_bytes(), path.name).text for seed, path in files.items()}


@pytest.fixture(scope="module")
def found(shared: Path) -> dict[str, tuple[Mention, ...]]:
    return find_mentions(shipped_authority(None), seed_files(shared / "seeds", SEEDS))


def at(found, texts, seed: str, words: str) -> list[Mention]:
    return [mention for mention in found[seed] if texts[seed][mention.start : mention.end] == words]


def test_recall_and_precision_on_the_checked_texts(shared, found):
    gold = json.loads((shared / "gold" / "spans_dev.json").read_text("utf-8"))
    checked = checked_ids(json.loads((shared / "gold" / "authority.json").read_text("utf-8")))
    for line in score(gold, {seed: found[seed] for seed in ("S001", "S003")}, shipped_authority(None), checked):
        assert line.recall >= 0.97, line.missed
        assert line.precision >= 0.95, line.wrong


def test_possessives_of_every_kind(found, texts):
    for seed, mentions in found.items():
        for mention in mentions:
            assert not texts[seed][mention.start : mention.end].endswith(("'s", "’s", "'S")), mention
    assert len(at(found, texts, "S002", "CPC")) == texts["S002"].count("CPC")


def test_three_parties_share_one_span(found, texts):
    listed = at(found, texts, "S003", "French, Spanish and Portuguese Communist parties")
    assert [mention.entity for mention in listed] == [f"organisation:{slug}" for slug in ("pcf", "pce", "pcp-pt")]


def test_the_united_states_are_not_in_latin_america(found):
    assert not [mention for mention in found["S003"] if mention.entity == "country:US"]


def test_spellings_of_the_texts(found, texts):
    for seed, words, entity in (
        ("S003", "Fatherland's Ray of Light (Nur Ofan)", "organisation:nurotan"),
        ("S003", "Columbia", "country:CO"),
        ("S003", "Tadzhikistan", "country:TJ"),
        ("S000", "Jamat-e-Islami", "organisation:ji"),
        ("S003", "Permanent Conference of Latin American, the Caribbean Political Parties", "organisation:copppal"),
    ):
        assert [mention.entity for mention in at(found, texts, seed, words)] == [entity]


def test_the_christian_democrats_conference_stays_ambiguous(found, texts):
    (conference,) = at(found, texts, "S003", "Christian Democratic Union's conference")
    assert conference.entity is None
    assert conference.kind is EntityKind.BODY
    assert len(conference.candidates) > 1


def test_lao_and_korea_stand_inside_party_names_only(found, texts):
    for words, entity in (("Lao", "country:LA"), ("Korea", "country:KP")):
        (mention,) = at(found, texts, "S003", words)
        assert mention.entity == entity
        assert any(
            other.kind is EntityKind.PARTY and other.start <= mention.start and mention.end <= other.end
            for other in found["S003"]
        )


def test_teasers_are_boilerplate(found, texts):
    places = [mention for mention in found["S000"] if mention.entity == "country:NZ"]
    assert places
    assert all(mention.boilerplate for mention in places)
    teaser = texts["S000"].index("Read more: China")
    assert next(mention for mention in found["S000"] if mention.start > teaser).boilerplate
