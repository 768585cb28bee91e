"""How much the archive holds is counted anew after every kind of change, though little of it is looked at."""

from storage.domain.annotation import Colour
from storage.domain.mention import Reach, Verdict
from storage.edits import AddAnnotations, Decide, RemoveAnnotations, TrashDocuments
from tests.storage.use_cases.authority_for_tests import CUBA, named, put_text


def counts(library):
    found = library.statistics()
    return found.documents, found.mentions, found.annotations


def test_every_change_is_counted(library, tmp_path):
    assert counts(library) == (0, 0, 0)
    first = put_text(library, tmp_path / "first.txt", "Cuba wrote to Mexico. Cuba wrote again.")
    assert counts(library) == (1, 3, 0)
    second = put_text(library, tmp_path / "second.txt", "Mexico wrote.")
    assert counts(library) == (2, 4, 0)
    mark, other = (library.new_annotation(document, 0, 4, Colour.YELLOW) for document in (first, second))
    library.apply(AddAnnotations((mark, other)))
    assert counts(library) == (2, 4, 2)
    mention = named(library, first, "Cuba")[0]
    library.apply(Decide((library.new_decision(mention, Verdict.REJECT, Reach.PLACE),)))
    library.refresh()
    assert counts(library) == (2, 3, 2)
    library.apply(TrashDocuments((first,)))
    assert counts(library) == (1, 1, 1)
    library.undo()
    assert counts(library) == (2, 3, 2)
    library.apply(RemoveAnnotations((mark.id,)))
    assert counts(library) == (2, 3, 1)
    library.apply(TrashDocuments((first,)))
    assert counts(library) == (1, 1, 1)


def test_a_card_counts_what_its_row_in_the_tree_counts(library, tmp_path):
    first = put_text(library, tmp_path / "first.txt", "Cuba wrote to Mexico. Cuba wrote again.")
    put_text(library, tmp_path / "second.txt", "Cuba wrote.")
    for trashed in ((), (first,)):
        library.apply(TrashDocuments(trashed))
        card, row = library.entity_card(CUBA), library.find_in_tree("cuba")[0][-1]
        assert (card.documents, card.mentions) == (row.documents, row.mentions) == ((1, 1) if trashed else (2, 3))
