"""Phrases of words that stand nearly everywhere, found in ways of their own, against a plain count of the words."""

import random
from pathlib import Path

import pytest

from storage.domain.ids import DocumentId
from storage.domain.search import SearchRequest
from storage.index import blocks, snapshot
from storage.index.documents import IndexedDocument, SearchableText
from storage.index.search_index import SearchIndex

WORDS = ["the", "of", "a", "in", "treaty", "peace"]
PHRASES = ["the of", "of the", "a a", "in the of", "treaty of", "the treaty of", "peace the peace", "of of of"]


def starts(words: list[str], phrase: list[str]) -> int:
    return sum(words[at : at + len(phrase)] == phrase for at in range(len(words)))


@pytest.mark.parametrize("many", [0, 50, 10**9])
@pytest.mark.parametrize("few_steps", [-(10**6), 10**9])
def test_documents_and_passages_are_those_of_a_plain_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, many: int, few_steps: int
) -> None:
    monkeypatch.setattr(snapshot, "_MANY", many)
    monkeypatch.setattr(blocks, "_MANY", many)
    monkeypatch.setattr(blocks, "_FEW_STEPS", few_steps)
    draw = random.Random(many)
    texts = {number: draw.choices(WORDS, (9, 8, 7, 6, 1, 1), k=draw.randrange(1, 60)) for number in range(1, 400)}
    index = SearchIndex(tmp_path / "index", "archive")
    try:
        for part in (range(1, 200), range(150, 400)):  # some are written twice
            index.replace(IndexedDocument(DocumentId(n), "s", " ".join(texts[n]), "en") for n in part)
        index.remove(map(DocumentId, range(20, 40)))
        for is_merged in (False, True):
            while is_merged and index.merge(1.0):
                pass
            for phrase in PHRASES:
                counts = [starts(texts[n], phrase.split()) for n in texts if n not in range(20, 40)]
                result = index.search(SearchRequest(f'"{phrase}"'))
                hits = index.hits(f'"{phrase}"', SearchableText(" ".join(texts[41])))
                assert result.total_documents == sum(map(bool, counts))
                overlapping = phrase in ("a a", "of of of", "peace the peace")
                assert overlapping or result.total_passages == sum(counts)
                assert overlapping or len(hits) == starts(texts[41], phrase.split())
    finally:
        index.close()
