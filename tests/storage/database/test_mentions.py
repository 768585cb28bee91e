"""Counts of mentions that are kept in one piece are those of the mentions as they are."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.database import documents as documents_table
from storage.database import mentions as mentions_table
from storage.database.tree import Hierarchy, TreeCounts
from storage.domain.authority import EntityKind
from storage.domain.ids import FIRST_SCHEME, EntityId
from storage.domain.mention import Mention
from tests.storage.use_cases.authority_for_tests import CPC, CUBA, PCC, WPK, put_text

ENTITIES = [CPC, CUBA, PCC, WPK, EntityId("region:latin-america"), EntityId("organisation:nobody-knows-it")]
MENTIONED = st.lists(st.sampled_from(ENTITIES), max_size=8)
STEPS = st.lists(st.tuples(st.integers(0, 2), st.none() | MENTIONED, st.booleans()), max_size=8)


@pytest.fixture
def three_texts(library, tmp_path):
    return library, [put_text(library, tmp_path / f"{number}.txt", f"Text {number}.") for number in range(3)]


def counted(connection, hierarchy, within):
    counts = TreeCounts(hierarchy, mentions_table.count_columns(connection))
    rows = [row for row in hierarchy.order if row in ENTITIES or row in hierarchy.children]
    return {row: (counts.documents(row), counts.count(row), counts.count(row, within)) for row in rows}


@given(STEPS)
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_kept_counts_are_those_of_the_mentions_as_they_are(three_texts, steps):
    library, documents = three_texts
    mentioned = dict.fromkeys(documents, ())
    within = frozenset(documents[:2])
    with library._archive.connections.write() as connection:
        hierarchy = Hierarchy(connection, FIRST_SCHEME)
        for document in documents:
            mentions_table.forget_mentions(connection, document)
        for number, entities, is_kept in steps:
            document = documents[number]
            if entities is None:
                mentions_table.forget_mentions(connection, document)
            else:
                mentions = [Mention(document, 0, 4, entity, "name", EntityKind.PARTY) for entity in entities]
                version = documents_table.get_text(connection, document).id
                mentions_table.replace_mentions(connection, document, version, mentions)
            mentioned[document] = tuple(entities or ())
            if is_kept:
                mentions_table.keep_counts(
                    connection, mentions_table.counts_generation(connection), mentions_table.count_columns(connection)
                )
                assert mentions_table.are_counts_kept(connection)
            for row, (inside, (number_of_documents, number_of_mentions), narrowed) in counted(
                connection, hierarchy, within
            ).items():
                under = hierarchy.under(row)
                numbers = {each: sum(entity in under for entity in found) for each, found in mentioned.items()}
                assert inside == {each for each, count in numbers.items() if count}
                assert (number_of_documents, number_of_mentions) == (len(inside), sum(numbers.values()))
                assert narrowed == (len(inside & within), sum(numbers[each] for each in within))


@given(st.lists(st.integers(0, 10**6)), st.integers(0, 12))
def test_a_long_list_of_numbers_is_read_piece_by_piece(numbers, at_once):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mentions_table, "_CHARACTERS_AT_ONCE", at_once)
        assert list(mentions_table._numbers(json.dumps(numbers, separators=(",", ":")))) == numbers
