"""The tree with a filter, several rows at once, the card, and the queue of uncertain mentions."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.database import mentions as mentions_table
from storage.database.document_rows import YearOfDocuments, documents_by_year
from storage.domain.authority import EntityKind
from storage.domain.document import DateBasis, DateLayer, Description, DocumentDate
from storage.domain.ids import EntityId
from storage.domain.mention import Doubt, MentionState, Reach, Verdict
from storage.domain.search import SearchFilter, SearchRequest
from storage.edits import Decide, DescribeDocument, TrashDocuments
from storage.library import Library
from tests.storage.use_cases.authority_for_tests import CPC, CUBA, PCC, named, put_text

MEXICO = EntityId("country:MX")
LATIN_AMERICA = EntityId("region:latin-america")


@pytest.fixture
def three(library, tmp_path):
    texts = (
        "Cuba wrote to Mexico about sugar.",
        "Cuba wrote about tobacco. The Communist Party of Cuba met.",
        "Mexico wrote about sugar.",
    )
    return [put_text(library, tmp_path / f"{number}.txt", text) for number, text in enumerate(texts)]


def region_of(library, country):
    return next(row.region for row in library.schemes()[0].regions if country in row.members)


def test_counts_follow_what_a_search_found(library, three):
    region = region_of(library, CUBA)
    found = library.matching_documents(SearchRequest("sugar"))
    assert found == {three[0], three[2]}
    counts = {node.id: (node.documents, node.mentions) for node in library.tree(parent=region, within=found)}
    assert counts == {CUBA: (1, 1), MEXICO: (2, 2)}
    top = {node.id: node for node in library.tree(within=found)}
    assert (top[region].documents, top[region].mentions, top[region].children) == (2, 3, 2)
    assert library.find_in_tree("communist party of cuba", within=found) == ()
    assert library.find_in_tree("communist party of cuba")[0][-1].id == PCC


def test_who_cannot_wait_gets_the_counts_that_were_read_last(library, three, tmp_path):
    region = region_of(library, CUBA)
    before = library.tree(parent=region)
    put_text(library, tmp_path / "more.txt", "Cuba wrote about rum.")
    assert library.tree(parent=region, at_once=True) == before
    assert library.find_in_tree("mexico", at_once=True)[0][-1] in before
    assert library.tree(parent=region) != before
    assert library.tree(parent=region, at_once=True) == library.tree(parent=region)


def test_counts_that_were_kept_give_way_to_a_decision_and_outlast_a_closing(library, three, tmp_path):
    library.refresh()
    region = region_of(library, CUBA)
    with library._archive.connections.read() as connection:
        assert mentions_table.are_counts_kept(connection)
    assert {node.id: node.mentions for node in library.tree(parent=region)} == {CUBA: 4, MEXICO: 2}
    mention = named(library, three[0], "Cuba")[0]
    library.apply(Decide((library.new_decision(mention, Verdict.REJECT, Reach.PLACE),)))
    library.refresh()
    expected = library.tree(parent=region)
    assert {node.id: node.mentions for node in expected} == {CUBA: 3, MEXICO: 2}
    library.close()
    again = Library.open(tmp_path / "archive.liaison")
    try:
        assert again.tree(parent=region) == expected
    finally:
        again.close()


def test_documents_mention_one_row_or_every_one(library, three):
    both = frozenset({CUBA, MEXICO})
    assert library.documents_naming(both) == set(three)
    assert library.documents_naming(both, every=True) == {three[0]}
    assert [document.id for document in library.documents(both, every=True)] == [three[0]]
    every = SearchFilter(entities=both, every_entity=True)
    assert library.matching_documents(SearchRequest("wrote", filter=every)) == {three[0]}
    none = SearchFilter(entities=frozenset({CPC, CUBA}), every_entity=True)
    assert library.search(SearchRequest("wrote", filter=none)).total_documents == 0


def test_what_lies_in_the_trash_is_not_counted(library, three):
    library.apply(TrashDocuments((three[0],)))
    counts = {node.id: node.documents for node in library.tree(parent=region_of(library, CUBA))}
    assert counts == {CUBA: 1, MEXICO: 1}
    assert library.documents_naming(frozenset({CUBA})) == {three[1]}


def test_rows_are_found_by_any_of_their_names(library, three):
    assert library.find_in_tree("partido comunista")[0][-1].id == PCC
    assert library.find_in_tree("古巴")[0][-1].id == CUBA


def test_the_card_tells_first_last_and_neighbours(library, three):
    for document, year in zip(three, ("1990", "1960", "1970"), strict=True):
        description = library.document(document).description
        dates = (DocumentDate(DateLayer.WRITTEN, year, DateBasis.STATED),)
        library.apply(DescribeDocument(document, type(description)(description.title, dates=dates)))
    card = library.entity_card(CUBA)
    assert card.first is not None
    assert card.last is not None
    assert (card.first.document, card.last.document) == (three[1], three[0])
    assert card.documents_by_year == ((1960, 1), (1990, 1))
    assert [(neighbour.id, neighbour.documents) for neighbour in card.neighbours] == [(MEXICO, 1)]
    assert card.neighbours[0].kind is EntityKind.COUNTRY


DATES = st.lists(
    st.tuples(
        st.sampled_from(list(DateLayer)),
        st.sampled_from(["1960-05", "1990", "1955/1961", "19XX", "../1950", "Y17000", ""]),
    ),
    max_size=4,
    unique_by=lambda date: date[0],
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(st.lists(DATES, min_size=3, max_size=3))
def test_the_card_counts_documents_by_the_year_they_were_written_in_or_else_published(library, three, described):
    years = []
    for document, given_dates in zip(three, described, strict=True):
        dates = tuple(DocumentDate(layer, edtf, DateBasis.STATED) for layer, edtf in given_dates)
        library.apply(DescribeDocument(document, Description("A title", dates=dates)))
        known = dict(given_dates)
        layers = (DateLayer.WRITTEN, DateLayer.PUBLISHED, DateLayer.STATE_DESCRIBED, DateLayer.REPUBLISHED)
        digits = [known[layer][:4] for layer in layers if layer in known and known[layer][:4].isdecimal()]
        years += [(int(digits[0]), document)] if digits else []
    with library._archive.connections.read() as connection:
        found = documents_by_year(connection, three)
    expected = []
    for year in sorted({year for year, _ in years}):
        of_it = [document for each, document in years if each == year]
        expected.append(YearOfDocuments(year, len(of_it), min(of_it), max(of_it)))
    assert list(found) == expected


def test_places_of_mentions_are_those_of_the_rows_and_lead_to_them(library, three):
    def found(rows, **wanted):
        places = library.mention_places(frozenset(rows), **wanted)
        mentions = [library.mention(places, at) for at in range(len(places))]
        assert [(one.document, one.start) for one in mentions] == list(map(places.__getitem__, range(len(places))))
        return [(one.document, one.entity) for one in mentions]

    in_second = [(three[1], CUBA), (three[1], PCC), (three[1], CUBA)]  # the last within the party's name
    assert found([CUBA]) == [(three[0], CUBA), *in_second]
    assert found([CUBA, MEXICO]) == [(three[0], CUBA), (three[0], MEXICO), *in_second, (three[2], MEXICO)]
    assert found([CUBA, MEXICO], every=True) == [(three[0], CUBA), (three[0], MEXICO)]
    assert found([CUBA], within=frozenset(three[1:])) == in_second
    assert found([CUBA, MEXICO], every=True, within=frozenset(three[1:])) == []
    library.apply(TrashDocuments((three[0],)))
    assert found([MEXICO]) == [(three[2], MEXICO)]


def test_a_mention_that_has_moved_since_is_none(library, three, tmp_path):
    places = library.mention_places(frozenset({MEXICO}))
    put_text(library, tmp_path / "0.txt", "In spring Cuba wrote to Mexico about sugar.")
    library.refresh()
    assert library.mention(places, 0) is None


def test_the_most_uncertain_mentions_come_first_and_leave_the_queue_when_decided(library, tmp_path):
    text = (
        "Georgia is large. Parties of Guinea met those of the United States.\n\n"
        "The Labour Party of Mauritius met. The Labour Party thanked them.\n\nThe Socialist Party was there."
    )
    document = put_text(library, tmp_path / "a.txt", text)
    page = library.uncertain_mentions()
    doubts = [waiting.mention.doubt for waiting in page.mentions]
    assert doubts == sorted(doubts, reverse=True)
    assert len(page.mentions) == page.total == len([m for m in library.mentions(document) if m.doubt])
    assert all(waiting.mention.rule for waiting in page.mentions)
    first = page.mentions[0]
    assert first.snippet[first.mention.start - first.snippet_start :].startswith(
        text[first.mention.start : first.mention.end]
    )
    (second_page,) = library.uncertain_mentions(limit=1, skipped=1).mentions
    assert second_page == page.mentions[1]
    library.apply(Decide((library.new_decision(first.mention, Verdict.REJECT, Reach.PLACE),)))
    library.refresh()
    assert library.uncertain_mentions().total == page.total - 1
    assert all(waiting.mention.state is not MentionState.REJECTED for waiting in library.uncertain_mentions().mentions)


def test_an_ambiguous_mention_has_most_doubt_and_names_its_candidates(library, tmp_path):
    put_text(
        library, tmp_path / "a.txt", "France and Spain met. Thanks went to the Christian Democratic Union's conference."
    )
    waiting = [entry for entry in library.uncertain_mentions().mentions if entry.mention.entity is None]
    for entry in waiting:
        assert entry.mention.doubt is Doubt.OPEN
        assert len(entry.candidate_names) == len(entry.mention.candidates)


def test_names_in_full_leave_no_doubt(library, three):
    assert library.uncertain_mentions(document=three[2]).total == 0


def test_names_in_a_language_are_those_that_are_gone_by(library):
    names = library.names_in_language("zh")
    assert names[CUBA] == "古巴"
    assert names[EntityId("country:CN")] == "中国"
    assert names[CPC] == "中国共产党"
    assert library.names_in_language("xx") == {}
    places = library.places_in_language("zh")
    assert (places["Cuba"], places["Asia"]) == ("古巴", "亚洲")
    assert "Communist Party of Cuba" not in places
    assert library.names_in_language("zh") == names
