"""What a benchmark found, as values, as JSON and as lines to read."""

import statistics
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field

from tests.bench.measuring import Indexing, Timing
from tests.bench.queries import Query

OURS = "liaison"


@dataclass(frozen=True, slots=True)
class EngineReport:
    """One engine's index; ``indexing`` is None where the engine is not installed, and the remark says so.

    ``whole_corpus`` is false where only a slice was indexed: then its query times cannot be set against ours.
    """

    name: str
    remark: str
    indexing: Indexing | None = None
    whole_corpus: bool = True


@dataclass(frozen=True, slots=True)
class Extras:
    """What only our engine is asked, in milliseconds; ``full`` is the whole answer with passages and snippets."""

    as_you_type_keystrokes: int
    as_you_type_median: float
    as_you_type_p95: float
    concordance_word: str
    concordance_hits: int
    concordance_first_screen: float
    full_median: float
    full_p95: float
    two_process_megabytes_per_second: float | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Our figures over a peer's; ratios of times are taken query by query, indexing is ours over theirs.

    ``median_alike`` is over the ``alike`` queries for which both found as many documents to within a tenth: a peer that
    does not find what is there (one that does not part Chinese, for instance) answers at once.
    """

    indexing: float
    two_process_indexing: float | None
    index_bytes: float
    median: float | None
    worst: float | None
    worst_query: str
    first: float | None
    first_worst: float | None
    first_worst_query: str
    same_documents: int
    queries: int
    alike: int
    median_alike: float | None
    median_by_kind: dict[str, float]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a run of the benchmark found."""

    corpus: str
    documents: int
    text_bytes: int
    seed: int | None
    rounds: int
    batch_bytes: int
    versions: dict[str, str]
    engines: list[EngineReport]
    queries: list[Query]
    timings: list[dict[str, Timing]]
    extras: Extras | None = None
    comparisons: dict[str, Comparison] = field(default_factory=dict)


def compare(report: Report) -> dict[str, Comparison]:
    """Set our engine against each peer that is installed."""
    by_name = {engine.name: engine for engine in report.engines}
    ours = by_name[OURS].indexing if OURS in by_name else None
    if ours is None:
        return {}
    two = report.extras.two_process_megabytes_per_second if report.extras else None
    return {
        peer.name: _comparison(report, ours, peer.indexing, peer, two)
        for peer in report.engines
        if peer.name != OURS and peer.indexing is not None
    }


def _comparison(report: Report, ours: Indexing, theirs: Indexing, peer: EngineReport, two: float | None) -> Comparison:
    asked = zip(report.queries, report.timings, strict=True) if peer.whole_corpus else ()
    pairs = [(query, times[OURS], times[peer.name]) for query, times in asked]
    median = {query.text: our.median / their.median for query, our, their in pairs}
    first = {query.text: our.first / their.first for query, our, their in pairs}
    by_kind: dict[str, list[float]] = {}
    for query, _, _ in pairs:
        by_kind.setdefault(query.kind, []).append(median[query.text])
    alike = [median[query.text] for query, our, their in pairs if _alike(our, their)]
    worst, first_worst = (max(ratios, key=ratios.__getitem__, default="") for ratios in (median, first))
    return Comparison(
        indexing=ours.megabytes_per_second / theirs.megabytes_per_second,
        two_process_indexing=None if two is None else two / theirs.megabytes_per_second,
        index_bytes=(ours.index_bytes / ours.text_bytes) / (theirs.index_bytes / theirs.text_bytes),
        median=statistics.median(median.values()) if median else None,
        worst=median.get(worst),
        worst_query=worst,
        first=statistics.median(first.values()) if first else None,
        first_worst=first.get(first_worst),
        first_worst_query=first_worst,
        same_documents=sum(our.documents == their.documents for _, our, their in pairs),
        queries=len(pairs),
        alike=len(alike),
        median_alike=statistics.median(alike) if alike else None,
        median_by_kind={kind: statistics.median(ratios) for kind, ratios in by_kind.items()},
    )


def _alike(our: Timing, their: Timing) -> bool:
    return abs(our.documents - their.documents) <= 0.1 * max(our.documents, their.documents)


def as_json(report: Report) -> dict[str, object]:
    """Return the report as values that JSON knows."""
    return {
        "corpus": {"path": report.corpus, "documents": report.documents, "text_bytes": report.text_bytes},
        "versions": report.versions,
        "seed": report.seed,
        "rounds": report.rounds,
        "batch_bytes": report.batch_bytes,
        "engines": [_engine_as_json(engine) for engine in report.engines],
        "queries": [
            {
                "query": query.text,
                "kind": query.kind,
                "engines": {name: asdict(timing) for name, timing in times.items()},
                "ratios": _ratios(times, report),
            }
            for query, times in zip(report.queries, report.timings, strict=True)
        ],
        "extras": None if report.extras is None else asdict(report.extras),
        "summary": {name: asdict(comparison) for name, comparison in report.comparisons.items()},
    }


def _ratios(times: dict[str, Timing], report: Report) -> dict[str, dict[str, float]]:
    whole = {engine.name for engine in report.engines if engine.whole_corpus}
    ours = times.get(OURS)
    return {
        name: {"first": ours.first / timing.first, "median": ours.median / timing.median}
        for name, timing in times.items()
        if ours is not None and name != OURS and name in whole
    }


def _engine_as_json(engine: EngineReport) -> dict[str, object]:
    values: dict[str, object] = {
        "name": engine.name,
        "remark": engine.remark,
        "installed": engine.indexing is not None,
        "whole_corpus": engine.whole_corpus,
    }
    if engine.indexing is not None:
        values |= asdict(engine.indexing)
        values["megabytes_per_second"] = engine.indexing.megabytes_per_second
        values["settled_megabytes_per_second"] = engine.indexing.settled_megabytes_per_second
        values["index_bytes_per_text_byte"] = engine.indexing.index_bytes / engine.indexing.text_bytes
    return values


def as_lines(report: Report) -> Iterator[str]:
    """Yield the report as lines for a terminal of 130 columns."""
    yield f"{report.corpus}: {report.documents:,} documents, {report.text_bytes / 1e6:.1f} MB of text"
    yield ", ".join(f"{name} {version}" for name, version in report.versions.items())
    yield ""
    yield from _engine_lines(report)
    yield ""
    yield from _query_lines(report)
    yield ""
    for name, comparison in report.comparisons.items():
        yield from _comparison_lines(name, comparison)
    if report.extras is not None:
        yield from _extras_lines(report.extras)


def _engine_lines(report: Report) -> Iterator[str]:
    yield (
        f"{'engine':14}{'MB/s':>8}{'settled':>9}{'documents':>11}{'index MB':>10}{'/ text':>8}"
        f"{'peak MB':>9}{'before':>8}{'open ms':>9}  remark"
    )
    for engine in report.engines:
        made = engine.indexing
        if made is None:
            yield f"{engine.name:14}{engine.remark}"
            continue
        inexact = "" if made.peak_is_exact else " (peak of the whole process)"
        yield (
            f"{engine.name:14}{made.megabytes_per_second:8.2f}{made.settled_megabytes_per_second:9.2f}"
            f"{made.documents:11,}{made.index_bytes / 1e6:10.1f}{made.index_bytes / made.text_bytes:8.2f}"
            f"{made.peak_memory_bytes / 1e6:9.0f}{made.memory_before_bytes / 1e6:8.0f}{made.open_milliseconds:9.1f}"
            f"  {engine.remark}{inexact}"
        )


def _query_lines(report: Report) -> Iterator[str]:
    names = [engine.name for engine in report.engines if engine.indexing is not None]
    yield f"{'ms: first / median / p95, documents':44}" + "".join(f"{name:>34}" for name in names)
    for query, times in zip(report.queries, report.timings, strict=True):
        cells = "".join(
            f"{f'{timing.first:.2f} / {timing.median:.2f} / {timing.p95:.2f} {timing.documents:>8,}':>34}"
            for timing in (times[name] for name in names)
        )
        ratios = "".join(f"  {ratio['median']:.2f} × {name}" for name, ratio in _ratios(times, report).items())
        yield f"{query.kind:14}{query.text:30.30}{cells}{ratios}"


def _comparison_lines(name: str, found: Comparison) -> Iterator[str]:
    yield f"against {name}"
    yield f"  indexing                    {found.indexing:8.2f} ×   (wanted: fts5 ≥ 0.8, whoosh ≥ 12)"
    if found.two_process_indexing is not None:
        yield f"  indexing, two processes     {found.two_process_indexing:8.2f} ×   (wanted: fts5 ≥ 1.2)"
    yield f"  index bytes per text byte   {found.index_bytes:8.2f} ×"
    if found.median is None or found.worst is None or found.first is None or found.first_worst is None:
        yield "  queries are not compared: only a slice of the corpus was indexed"
        return
    yield f"  query median                {found.median:8.2f} ×   (wanted: fts5 ≤ 0.2), over {found.queries} queries"
    for kind, ratio in found.median_by_kind.items():
        yield f"    {kind:26}{ratio:8.2f} ×"
    yield f"  worst query                 {found.worst:8.2f} ×   (wanted: fts5 ≤ 1.0): {found.worst_query}"
    yield f"  first run, median           {found.first:8.2f} ×   (wanted: fts5 ≤ 0.5)"
    yield f"  first run, worst            {found.first_worst:8.2f} ×   {found.first_worst_query}"
    yield f"  same number of documents    {found.same_documents:8} of {found.queries} queries"
    if found.median_alike is not None and found.alike < found.queries:
        yield f"  query median, counts alike  {found.median_alike:8.2f} ×   over {found.alike} queries"


def _extras_lines(extras: Extras) -> Iterator[str]:
    yield "alone"
    yield (
        f"  as you type                 {extras.as_you_type_p95:8.1f} ms p95 (wanted ≤ 40),"
        f" {extras.as_you_type_median:.1f} ms median of {extras.as_you_type_keystrokes} keystrokes"
    )
    yield f"  answer with passages        {extras.full_p95:8.1f} ms p95, {extras.full_median:.1f} ms median"
    yield (
        f"  concordance, first screen   {extras.concordance_first_screen:8.1f} ms (wanted ≤ 150),"
        f" {extras.concordance_word}: {extras.concordance_hits:,} hits"
    )
