"""What the first questions need and take long to come by, fetched while nobody waits for it yet."""

import threading
from pathlib import Path

from storage.domain.progress import IsCancelled, never_cancelled
from storage.domain.search import SearchRequest
from storage.index.fields import DEFAULT_BOOSTS, TEXTS
from storage.index.parsing import read
from storage.index.ranking import rank
from storage.index.snapshot import Snapshot, View
from storage.index.stemming import forms

_BYTES_READ = 256_000_000
_BYTES_AT_ONCE = 1_000_000
_WORDS = 8
_FORMS = ("{0}", "{0} AND {1}", "{0} OR {1}", '"{0} {1}"', "{2}*")
_practised = threading.Event()
"""That questions were asked in this process; their code runs twice as fast once it has run some times."""


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
    segments = [segment for family in view.snapshot.segments.values() for segment in family]
    for segment in segments:
        segment.load_terms(view.connection)
    if not _practised.is_set():
        _practise(View(Snapshot(view.snapshot.generation, segments), view.connection))
        for segment in segments:
            segment.forget_blocks()


def _practise(view: View) -> None:
    """Ask questions of every common form, with words from all over the texts."""
    words = [
        key[1:]
        for segment in view.snapshot.segments[TEXTS]
        for key in segment.firsts(view.connection)
        if key[1:].isalpha()
    ]
    words = words[:: max(1, len(words) // _WORDS)]
    for word, other in zip(words, reversed(words), strict=True):
        for form in _FORMS:
            query = form.format(word, other, word[:3])
            rank(view, read(query).tree, SearchRequest(query), never_cancelled, with_facets=False)
    if words:
        _practised.set()


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
