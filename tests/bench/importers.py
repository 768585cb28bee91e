"""Imports a folder of awkward files and says what became of each: ``python -m tests.bench.importers FOLDER``.

Under ``html-articles`` the facts and the main text are compared with what stands beside each page, under ``encodings``
every text with what its named encoding gives. ``--against recoll`` compares the speed of a whole import with what
Recoll takes to index the folder.
"""

import argparse
import json
import multiprocessing
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import html

from storage.domain.document import BlockKind, DateLayer
from storage.domain.importing import Extraction, ReadMember
from storage.errors import UserFacingError
from storage.importers.workers import WorkerPool
from storage.text.canonical import canonical_text
from tests.bench.import_large import import_large
from tests.bench.import_speed import compare

_WORD = re.compile(r"\w+")
_LONGEST_LIST = 40
_OF_BUGS = ("error in the program", "break off", "was given up")


def read_all(folder: Path, jobs: int) -> dict[Path, tuple[ReadMember, ...]]:
    """Read every file of a folder as an import does, and print how long it took and what is left running."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    begun = time.perf_counter()
    with WorkerPool(jobs) as pool:
        results = {result.path: result.members for result in pool.extract_files(paths)}
    seconds = time.perf_counter() - begun
    print(f"files: {len(paths)}, answered: {len(results)}, {seconds:.1f} s with {jobs} workers")
    print(f"workers left: {len(multiprocessing.active_children())}")
    return results


def main_words(extraction: Extraction) -> Counter[str]:
    """Count the words that stand in no boilerplate."""
    blocks = (block for block in extraction.blocks if block.kind is not BlockKind.BOILERPLATE)
    return Counter(word for block in blocks for word in _WORD.findall(extraction.text[block.start : block.end].lower()))


def word_f1(found: Counter[str], expected: Counter[str]) -> float:
    """Return the F1 of two bags of words."""
    both = (found & expected).total()
    return 2 * both / (found.total() + expected.total()) if found or expected else 1.0


def normal(value: str) -> str:
    """Return words in lower case without punctuation, for comparison."""
    return " ".join(_WORD.findall(value.lower()))


@dataclass(frozen=True, slots=True)
class Page:
    """How right one page is; what nothing is expected of is None."""

    name: str
    title: bool
    byline: bool | None = None
    date: bool | None = None
    f1: float = 0.0


def pages(folder: Path, results: dict[Path, tuple[ReadMember, ...]]) -> Iterator[Page]:
    """Compare every page with what is expected of it; one that was not read has nothing right."""
    for facts in sorted(folder.glob("*/expected-metadata.json")):
        extraction = results[facts.with_name("source.html")][0].extraction
        expected = json.loads(facts.read_text(encoding="utf-8"))
        parser = html.HTMLParser(encoding="utf-8")
        tree = html.fromstring(facts.with_name("expected.html").read_bytes() or b"<p>", parser=parser)
        words = Counter(_WORD.findall(" ".join(tree.itertext()).lower()))
        yield compared(facts.parent.name, extraction, expected, words) if extraction else Page(facts.parent.name, False)


def compared(name: str, extraction: Extraction, expected: dict[str, str | None], words: Counter[str]) -> Page:
    """Compare an extraction with expected facts and words."""
    description = extraction.description
    byline, date = expected.get("byline"), expected.get("publishedTime")
    names = [normal(creator.name) for creator in description.creators]
    found = [stated.edtf for stated in description.dates if stated.layer is DateLayer.PUBLISHED]
    return Page(
        name,
        normal(description.title) == normal(expected.get("title") or ""),
        None if not byline else bool(names) and any(each in normal(byline) for each in names),
        None if not date else any(date.startswith(each) for each in found),
        word_f1(main_words(extraction), words),
    )


def encodings(folder: Path) -> Iterator[tuple[str, bool]]:
    """Compare every file's text with what the encoding its name begins with gives."""
    from storage.importers.encodings import decode

    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        data = path.read_bytes()
        try:
            expected = data.decode(path.name.split("__", maxsplit=1)[0], "replace")
        except LookupError:
            continue
        try:
            text, _ = decode(data)
        except UserFacingError:
            text = ""
        yield path.name, canonical_text(text) == canonical_text(expected)


def share(right: list[bool]) -> str:
    """Say how many of how many are right."""
    return f"{sum(right)} of {len(right)}" + (f" ({sum(right) / len(right):.0%})" if right else "")


def report_pages(found: list[Page]) -> None:
    """Print how right the pages are."""
    print(f"titles right: {share([page.title for page in found])}")
    print(f"bylines right: {share([page.byline for page in found if page.byline is not None])}")
    print(f"dates right: {share([page.date for page in found if page.date is not None])}")
    print(f"mean word F1 of the main text: {sum(page.f1 for page in found) / max(len(found), 1):.3f}")
    for page in found:
        print(f"  {page.f1:.3f} {page.name} title {page.title} byline {page.byline} date {page.date}")


def report_endings(folder: Path, results: dict[Path, tuple[ReadMember, ...]]) -> int:
    """Print what became of the files by reason; return how many met a bug, a hang or a crash."""
    reasons: Counter[str] = Counter()
    problems: Counter[str] = Counter()
    bugs = []
    for path, members in results.items():
        for member in members:
            if member.extraction is None:
                reasons[member.reason.removeprefix(f"{path.name}: ").replace(member.name, "…")] += 1
                bugs += [f"{path.relative_to(folder)}: {member.reason}"] if _is_bug(member.reason) else []
            elif not member.extraction.text:
                problems[member.extraction.problem] += 1
    documents = sum(member.extraction is not None for members in results.values() for member in members)
    print(f"imported: {documents}, of them without text: {problems.total()}; failed: {reasons.total()}")
    for heading, counted in (("without text", problems), ("failed", reasons)):
        for reason, count in counted.most_common(_LONGEST_LIST):
            print(f"  {heading} {count}: {reason}")
    print(f"bugs, hangs and crashes: {len(bugs)}", *bugs, sep="\n  ")
    return len(bugs)


def _is_bug(reason: str) -> bool:
    return any(words in reason for words in _OF_BUGS)


def main(arguments: list[str] | None = None) -> int:
    """Import a folder and print what became of it; returns 1 when a file met a bug, hung or crashed its worker."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.importers", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--large", action="store_true", help="make very large files and import them instead")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--against", choices=["recoll"], help="compare the speed of a whole import instead")
    parser.add_argument("--rounds", type=int, default=1, help="of the comparison")
    chosen = parser.parse_args(arguments)
    if chosen.large:
        import_large()
        return 0
    if chosen.folder is None:
        parser.error("name a folder")
    if chosen.against:
        compare(chosen.folder, chosen.jobs, chosen.rounds)
        return 0
    results = read_all(chosen.folder, chosen.jobs)
    if (chosen.folder / "html-articles").is_dir():
        report_pages(list(pages(chosen.folder / "html-articles", results)))
    if (chosen.folder / "encodings").is_dir():
        found = list(encodings(chosen.folder / "encodings"))
        print(f"encodings right: {share([right for _, right in found])}", *(name for name, right in found if not right))
    return 1 if report_endings(chosen.folder, results) else 0


if __name__ == "__main__":
    raise SystemExit(main())
