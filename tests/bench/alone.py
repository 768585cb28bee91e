"""What only our engine is asked: typing, whole answers with passages, concordances, indexing with two processes."""

import statistics
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from storage.domain.search import SearchRequest
from tests.bench.engines.liaison import Liaison, OneHelper
from tests.bench.measuring import Clock, milliseconds_of, percentile_95
from tests.bench.queries import Query, words_of
from tests.bench.report import Extras
from tests.bench.texts import CorpusFile, CorpusText

_SCREEN = 50
_HITS_WANTED = 50_000


def _keystrokes(queries: list[Query]) -> list[str]:
    """Return what stands in the search field after each key, from the second letter of each query on."""
    return [query.text[:length] for query in queries for length in range(2, len(query.text) + 1)]


def _concordance_word(corpus: CorpusFile) -> str:
    """Return the word whose hits are likeliest to be about 50,000, judged from a sample."""
    sample = corpus.sample(500)
    counts = Counter(word for document in sample for word in words_of(document.text) if len(word) > 1)
    scale = corpus.documents / len(sample)
    return min(counts, key=lambda word: (abs(counts[word] * scale - _HITS_WANTED), word))


def _first_screen(engine: Liaison, word: str) -> None:
    lines = engine.index.concordance(SearchRequest(word), engine.texts)
    list(islice(lines, _SCREEN))
    lines.close()  # pyright: ignore[reportAttributeAccessIssue]  it is a generator, and holds a transaction open


def measure_alone(engine: Liaison, corpus: CorpusFile, queries: list[Query]) -> Extras:
    """Take the times that have no counterpart in the peers."""
    typed = _keystrokes(queries[::3])
    typing = [
        milliseconds_of(lambda words=words: engine.index.search(SearchRequest(words, as_you_type=True), engine.texts))
        for words in typed
    ]
    full = [
        milliseconds_of(lambda query=query: engine.index.search(SearchRequest(query.text), engine.texts))
        for query in queries
    ]
    word = _concordance_word(corpus)
    return Extras(
        as_you_type_keystrokes=len(typing),
        as_you_type_median=statistics.median(typing),
        as_you_type_p95=percentile_95(typing),
        concordance_word=word,
        concordance_hits=engine.index.search(SearchRequest(word)).total_passages,
        concordance_first_screen=statistics.median(
            milliseconds_of(lambda: _first_screen(engine, word)) for _ in range(5)
        ),
        full_median=statistics.median(full),
        full_p95=percentile_95(full),
    )


def two_process_speed(folder: Path, corpus: CorpusFile, batch_bytes: int) -> float:
    """Index the whole corpus with two processes; return megabytes of text per second."""
    reading, everything = Clock(), Clock()
    helper = OneHelper(folder / "two.liaison.index")

    def batches() -> Iterator[list[CorpusText]]:
        source = corpus.batches(batch_bytes)
        while True:
            with reading.running():
                batch = next(source, None)
            if batch is None:
                return
            yield batch

    with everything.running():
        helper.add(batches())
    helper.close()
    return corpus.text_bytes / 1e6 / (everything.seconds - reading.seconds)
