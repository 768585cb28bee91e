"""What the first questions need and take long to come by, fetched while nobody waits for it yet."""

from pathlib import Path

from storage.domain.progress import IsCancelled, never_cancelled
from storage.domain.search import SearchRequest
from storage.index.fields import DEFAULT_BOOSTS, TEXTS
from storage.index.parsing import read
from storage.index.ranking import rank
from storage.index.snapshot import View
from storage.index.stemming import forms

_BYTES_READ = 256_000_000
_BYTES_AT_ONCE = 1_000_000


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
    for family in view.snapshot.segments.values():
        for segment in family:
            segment.load_terms(view.connection)
    for segment in view.snapshot.segments[TEXTS][:1]:
        firsts = segment.firsts(view.connection)
        word = firsts[len(firsts) // 2][1:] if firsts else ""
        query = f'{word} OR "{word} {word}"'
        rank(view, read(query).tree, SearchRequest(query), never_cancelled, with_facets=False)


def read_ahead(path: Path, is_cancelled: IsCancelled) -> None:
    """Have the system read a file into its memory, up to a size, so that no question waits for the disk.

    Raises:
        OSError: The file cannot be read.
    """
    room = memoryview(bytearray(_BYTES_AT_ONCE))
    left = _BYTES_READ
    with path.open("rb", buffering=0) as file:
        while left > 0 and not is_cancelled() and (count := file.readinto(room)):
            left -= count
