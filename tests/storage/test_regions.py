"""Regions that texts name: in the tree, in the card of a region, and found by searching."""

from pathlib import Path

import pytest

from storage.domain.authority import EntityKind, TreeNode
from storage.domain.ids import EntityId
from storage.domain.search import SearchRequest
from storage.library import Library

AFRICA = EntityId("region:africa")
ACCRA = "African parties met in Accra. Guests from all over Africa spoke, and the African Union sent greetings."
GHANA = "Parties of Ghana wrote to those of Africa. Ghanaian guests were thanked."


@pytest.fixture
def with_accra(library: Library, tmp_path: Path) -> Library:
    _import(library, tmp_path / "accra.txt", ACCRA)
    return library


def _import(library: Library, path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    library.import_paths([path])


def _africa(library: Library) -> TreeNode:
    return next(node for node in library.tree() if node.id == AFRICA)


def test_a_region_counts_where_it_is_named(with_accra):
    africa = _africa(with_accra)
    assert (africa.documents, africa.mentions) == (1, 2)
    places = with_accra.mention_places(frozenset({AFRICA}))
    mentions = [with_accra.mention(places, at) for at in range(len(places))]
    assert [mention.kind for mention in mentions if mention is not None] == [EntityKind.REGION] * 2
    card = with_accra.entity_card(AFRICA)
    assert (card.documents, card.mentions) == (1, 2)


def test_a_document_counts_once_for_the_region_and_what_stands_under_it(with_accra, tmp_path):
    _import(with_accra, tmp_path / "ghana.txt", GHANA)
    africa = _africa(with_accra)
    assert (africa.documents, africa.mentions) == (2, 5)


@pytest.mark.parametrize("query", ["region:Africa", "region:africa AND parties"])
def test_a_document_that_names_only_the_region_is_found_by_it(with_accra, query):
    assert with_accra.search(SearchRequest(query)).total_documents == 1
    assert with_accra.search(SearchRequest("region:Asia")).total_documents == 0
