"""A person's own ways of sorting countries into regions."""

import pytest

from storage.domain.annotation import AnnotationFilter
from storage.domain.authority import EntityKind
from storage.domain.ids import EntityId, SchemeId
from storage.domain.search import SearchFilter, SearchRequest
from storage.edits import AddAnnotations
from storage.errors import NotFoundError, UserFacingError
from tests.storage.use_cases.authority_for_tests import CUBA, put_text, renaming

FOUNDING = SchemeId("founding")
MEXICO = EntityId("country:MX")


@pytest.fixture
def mine(library):
    edit = library.new_scheme("Mine")
    library.apply(edit)
    return edit.schemes[0].id


def regions(library, scheme):
    return [node.name for node in library.tree(scheme) if node.kind is EntityKind.REGION]


def placed(library, scheme):
    (found,) = (one for one in library.schemes() if one.id == scheme)
    return {member for region in found.regions for member in region.members}


def add_region(library, scheme, name, parent=None):
    edit = library.adding_region(scheme, name, parent)
    library.apply(edit)
    return edit.entities[0].id


def test_a_scheme_begins_empty_and_shows_what_is_put_into_it(library, mine, tmp_path):
    put_text(library, tmp_path / "a.txt", "Cuba wrote to Mexico.")
    assert regions(library, mine) == []
    islands = add_region(library, mine, "Islands")
    library.apply(library.placing(mine, CUBA, islands))
    node = library.tree(mine)[0]
    assert (node.name, node.documents, node.mentions, node.children) == ("Islands", 1, 1, 1)
    assert [child.id for child in library.tree(mine, islands)] == [CUBA]
    assert placed(library, mine) == {CUBA}


def test_documents_are_found_by_the_regions_of_an_own_scheme(library, mine, tmp_path):
    put_text(library, tmp_path / "a.txt", "Cuba wrote.")
    library.apply(library.placing(mine, CUBA, add_region(library, mine, "Zuckerinseln")))
    library.refresh()
    assert library.search(SearchRequest("region:zuckerinseln")).total_documents == 1


def test_regions_nest_move_and_are_renamed(library, mine):
    outer, inner = add_region(library, mine, "Outer"), add_region(library, mine, "Inner")
    library.apply(library.placing(mine, CUBA, inner))
    library.apply(library.placing(mine, inner, outer))
    assert regions(library, mine) == ["Outer"]
    with pytest.raises(UserFacingError, match="into itself"):
        library.placing(mine, outer, inner)
    library.apply(renaming(library, inner, "Within"))
    assert [node.name for node in library.tree(mine, outer, with_empty=True)] == ["Within"]
    library.apply(library.placing(mine, inner, None, 0))
    assert regions(library, mine) == ["Within", "Outer"]
    library.apply(library.removing_region(mine, inner))
    assert regions(library, mine) == ["Outer"]
    assert CUBA not in placed(library, mine)


def test_members_stand_where_they_were_dropped(library, mine):
    region = add_region(library, mine, "Both")
    library.apply(library.placing(mine, CUBA, region))
    library.apply(library.placing(mine, MEXICO, region, 0))
    assert [node.id for node in library.tree(mine, region, with_empty=True)] == [MEXICO, CUBA]


def test_a_scheme_like_another_is_a_copy(library):
    edit = library.new_scheme("Copy", like=FOUNDING)
    library.apply(edit)
    copy = edit.schemes[0].id
    assert [node.id for node in library.tree(copy)] == [node.id for node in library.tree(FOUNDING)]
    library.apply(library.placing(copy, CUBA, EntityId("region:asia")))
    assert library.schemes()[0].regions != library.schemes()[-1].regions
    library.apply(library.removing_scheme(copy))
    assert copy not in {scheme.id for scheme in library.schemes()}


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        (lambda library, mine: library.new_scheme("Mine"), UserFacingError),
        (lambda library, mine: library.new_scheme("  "), UserFacingError),
        (lambda library, mine: library.removing_scheme(FOUNDING), UserFacingError),
        (lambda library, mine: library.removing_scheme(SchemeId("nothing")), NotFoundError),
        (lambda library, mine: library.placing(mine, CUBA, EntityId("region:asia")), NotFoundError),
        (lambda library, mine: library.placing(mine, EntityId("organisation:cpc"), None), UserFacingError),
    ],
)
def test_what_makes_no_sense_is_refused(library, mine, wrong, error):
    with pytest.raises(error, match=r"\."):
        wrong(library, mine)


def test_several_are_placed_together_in_their_order(library, mine):
    region = add_region(library, mine, "Here")
    others = [EntityId(f"country:{code}") for code in ("JP", "CN", "VN", "LA")]
    library.apply(library.placing_several(mine, tuple(others), region))
    library.apply(library.placing_before(mine, (others[0], others[1]), region, others[3]))
    order = [node.id for node in library.tree(mine, region, with_empty=True)]
    assert order == [others[2], others[0], others[1], others[3]]
    library.undo()
    assert [node.id for node in library.tree(mine, region, with_empty=True)] == others


def test_regions_at_the_top_are_put_before_and_behind(library, mine):
    first, second, third = (add_region(library, mine, name) for name in ("First", "Second", "Third"))
    library.apply(library.placing_before(mine, (third,), None, first))
    assert regions(library, mine) == ["Third", "First", "Second"]
    library.apply(library.placing_last(mine, (third, first), None))
    assert regions(library, mine) == ["Second", "Third", "First"]
    assert second in {node.id for node in library.tree(mine)}


def test_what_has_no_place_stands_in_the_last_row(library, mine, tmp_path):
    put_text(library, tmp_path / "a.txt", "Cuba wrote to Mexico.")
    last = library.tree(mine)[-1]
    assert (last.id, last.name, last.is_branch, last.mentions) == ("branch:unplaced", "Without a place", True, 2)
    assert {node.id for node in library.tree(mine, last.id)} == {CUBA, MEXICO}
    assert [node.id for node in library.find_in_tree("mexico", mine)[0]] == [last.id, MEXICO]
    assert "branch:unplaced" not in {node.id for node in library.tree(FOUNDING)}


def test_a_search_and_the_notes_follow_the_scheme_they_are_asked_by(library, mine, tmp_path):
    about_cuba = put_text(library, tmp_path / "a.txt", "Cuba wrote a letter.")
    put_text(library, tmp_path / "b.txt", "Mexico wrote a letter.")
    library.apply(AddAnnotations((library.new_annotation(about_cuba, 0, 4),)))
    region = add_region(library, mine, "Islands")
    library.apply(library.placing(mine, CUBA, region))
    library.refresh()
    for every in (False, True):
        wanted = SearchFilter(entities=frozenset({region}), scheme=mine, every_entity=every)
        found = library.search(SearchRequest("letter", filter=wanted))
        assert [hit.document for hit in found.hits] == [about_cuba]
    assert not library.search(SearchRequest("letter", filter=SearchFilter(entities=frozenset({region})))).hits
    assert len(library.annotations(AnnotationFilter(entities=frozenset({region}), scheme=mine))) == 1
    assert library.annotations(AnnotationFilter(entities=frozenset({region}))) == ()
