"""Compares the index with its peers: ``python -m tests.bench.search CORPUS [--against fts5,tantivy,whoosh] [--json]``.

CORPUS is a folder of .txt and .html files, a .tar.xz of those, or a .jsonl file with ``title`` and ``text``. Every
engine indexes the same texts in the same batches, then all answer the same queries in turn, in this one process.
"""

import argparse
import json
import platform
import sqlite3
import sys
import tempfile
from contextlib import closing
from dataclasses import replace
from importlib import metadata
from pathlib import Path
from typing import cast

from storage.domain.progress import never_cancelled
from storage.index.warming import read_ahead
from tests.bench.alone import measure_alone, two_process_speed
from tests.bench.engines import Engine, NotInstalledError, engine_named
from tests.bench.engines.liaison import Liaison
from tests.bench.measuring import Indexing, measure_indexing, measure_queries
from tests.bench.queries import Query, QueryMaker, UnreadableQueryError, read_queries
from tests.bench.report import OURS, EngineReport, Extras, Report, as_json, as_lines, compare
from tests.bench.texts import CorpusFile, UnreadableCorpusError, read_corpus

PEERS = ("fts5", "fts5-trigram", "tantivy", "whoosh")


def _arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench.search", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--queries", type=Path, help="one query a line; without it 60 are drawn from the corpus")
    parser.add_argument("--against", default="fts5,tantivy,whoosh", help=f"of {', '.join(PEERS)}; default %(default)s")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument("--rounds", type=int, default=9, help="runs of each query after the first; default %(default)s")
    parser.add_argument("--seed", type=int, default=1, help="draws the queries; default %(default)s")
    parser.add_argument("--megabytes", type=float, help="take only the first so many megabytes of the corpus")
    parser.add_argument("--batch-megabytes", type=float, default=16.0, help="text per commit; default %(default)s")
    parser.add_argument(
        "--whoosh-megabytes", type=float, default=2.0, help="stock Whoosh indexes only so much; default %(default)s"
    )
    chosen = parser.parse_args(arguments)
    chosen.peers = [name.strip() for name in chosen.against.split(",") if name.strip()]
    unknown = set(chosen.peers) - set(PEERS)
    if unknown:
        parser.error(f"--against knows {', '.join(PEERS)}, not {', '.join(sorted(unknown))}")
    return chosen


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _bytes(megabytes: float | None) -> int | None:
    return None if megabytes is None else max(1, int(megabytes * 1e6))


def _index_one(
    name: str, folder: Path, corpus: CorpusFile, chosen: argparse.Namespace
) -> tuple[Engine | None, EngineReport]:
    try:
        make = engine_named(name)
    except NotInstalledError:
        return None, EngineReport(name, "not installed")
    _say(f"indexing with {name}")
    limit = _bytes(chosen.whoosh_megabytes) if name == "whoosh" else None
    own = folder / name
    own.mkdir()
    engine, indexing = measure_indexing(make, own, corpus, _bytes(chosen.batch_megabytes) or 1, limit)
    return engine, _engine_report(engine, indexing, corpus)


def _engine_report(engine: Engine, indexing: Indexing, corpus: CorpusFile) -> EngineReport:
    whole = indexing.documents == corpus.documents
    slice_remark = "" if whole else f"; only the first {indexing.documents:,} documents"
    return EngineReport(engine.name, engine.remark + slice_remark, indexing, whole)


def _versions() -> dict[str, str]:
    versions = {"python": platform.python_version(), "sqlite": sqlite3.sqlite_version}
    for package in ("numpy", "whoosh3", "tantivy"):
        try:
            versions[package] = metadata.version(package)
        except metadata.PackageNotFoundError:
            versions[package] = "not installed"
    return versions


def _queries(corpus: CorpusFile, chosen: argparse.Namespace) -> list[Query]:
    if chosen.queries is not None:
        return read_queries(chosen.queries)
    texts = [document.text for document in corpus.sample(3000)]
    return QueryMaker(texts, chosen.seed).queries()


def _extras(
    engines: dict[str, Engine], corpus: CorpusFile, queries: list[Query], folder: Path, chosen: argparse.Namespace
) -> Extras:
    _say("asking for words as they are typed, whole answers and a concordance")
    extras = measure_alone(cast("Liaison", engines[OURS]), corpus, queries)
    _say("indexing with two processes")
    speed = two_process_speed(folder, corpus, _bytes(chosen.batch_megabytes) or 1)
    return replace(extras, two_process_megabytes_per_second=speed)


def run(chosen: argparse.Namespace, folder: Path) -> Report:
    """Build all indexes in the folder and ask all queries."""
    with closing(CorpusFile(folder / "corpus.sqlite")) as corpus:
        return _run(chosen, folder, corpus)


def _run(chosen: argparse.Namespace, folder: Path, corpus: CorpusFile) -> Report:
    _say(f"reading {chosen.corpus}")
    corpus.fill(read_corpus(chosen.corpus), _bytes(chosen.megabytes))
    queries = _queries(corpus, chosen)
    engines: dict[str, Engine] = {}
    reports: list[EngineReport] = []
    for name in (OURS, *chosen.peers):
        engine, report = _index_one(name, folder, corpus, chosen)
        reports.append(report)
        if engine is not None:
            engines[name] = engine
    _read_through(folder)  # else the disk is measured for whoever was built first
    _say(f"asking {len(queries)} queries {chosen.rounds + 1} times")
    timings = measure_queries(engines, queries, chosen.rounds)
    extras = _extras(engines, corpus, queries, folder, chosen)
    report = Report(
        corpus=chosen.corpus.name,
        documents=corpus.documents,
        text_bytes=corpus.text_bytes,
        seed=None if chosen.queries else chosen.seed,
        rounds=chosen.rounds,
        batch_bytes=_bytes(chosen.batch_megabytes) or 1,
        versions=_versions(),
        engines=reports,
        queries=queries,
        timings=timings,
        extras=extras,
    )
    for engine in engines.values():
        engine.close()
    return replace(report, comparisons=compare(report))


def _read_through(folder: Path) -> None:
    """Have the system hold all files in memory."""
    for path in folder.rglob("*"):
        if path.is_file():
            read_ahead(path, never_cancelled)


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark and print what it found; progress goes to standard error."""
    chosen = _arguments(arguments)
    try:
        with tempfile.TemporaryDirectory(prefix="liaison-bench-") as folder:
            report = run(chosen, Path(folder))
    except (UnreadableCorpusError, UnreadableQueryError, OSError) as error:
        _say(str(error))
        return 1
    if chosen.json:
        print(json.dumps(as_json(report), ensure_ascii=False, indent=1))
    else:
        print("\n".join(as_lines(report)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
