"""What the first question needs and takes long to come by, fetched while nobody waits for it yet."""

from storage.domain.progress import never_cancelled
from storage.domain.search import SearchRequest
from storage.index.fields import DEFAULT_BOOSTS, TEXTS
from storage.index.parsing import read
from storage.index.ranking import rank
from storage.index.snapshot import View
from storage.index.stemming import forms


def warm_up(view: View) -> None:
    """Load the stemmers, the query parser and the speller, and what every ranking asks of a state of the index."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    process.extract("word", ["ward"], scorer=OSA.distance, processor=None)
    forms("en", "warming", lambda beginning: [f"{beginning}ings"])
    read("(é OR b) c")
    view.live()
    view.languages()
    view.documents_in([])
    for field in DEFAULT_BOOSTS:
        view.length_norms(field)
        view.terms_from(field, "the")
    for segment in view.snapshot.segments[TEXTS][:1]:
        firsts = segment.firsts(view.connection)
        word = firsts[len(firsts) // 2][1:] if firsts else ""
        query = f'{word} OR "{word} {word}"'
        rank(view, read(query).tree, SearchRequest(query), never_cancelled, with_facets=False)
