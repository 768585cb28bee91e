"""What the first question needs and takes long to come by, fetched while nobody waits for it yet."""

from storage.index.fields import DEFAULT_BOOSTS
from storage.index.parsing import read
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
        view.average_length(field)
        view.terms_from(field, "the")
