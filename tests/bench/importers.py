"""Imports a folder of awkward files and says what became of each: ``python -m tests.bench.importers FOLDER``.

Under ``html-articles`` the facts and the main text are compared with what stands beside each page, under ``encodings``
every text with what its named encoding gives.
"""

import argparse
import json
import re
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import html

from storage.domain.document import BlockKind, DateLayer
from storage.domain.importing import Extraction
from storage.errors import UserFacingError
from storage.importers.registry import extract
from storage.text.canonical import canonical_text

_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Tally:
    """What became of the files, and how right the comparable ones are."""

    seconds: list[tuple[float, str]] = field(default_factory=list)
    failed: dict[str, str] = field(default_factory=dict)
    without_text: dict[str, str] = field(default_factory=dict)
    tracebacks: dict[str, str] = field(default_factory=dict)
    imported: int = 0


def read(path: Path, tally: Tally) -> Extraction | None:
    """Extract one file and note how it ended."""
    begun = time.perf_counter()
    try:
        extraction = extract(path.read_bytes(), path.name)
    except UserFacingError as error:
        tally.failed[str(path)] = str(error)
        return None
    except Exception:  # noqa: BLE001 - what should never happen is what is counted here
        tally.tracebacks[str(path)] = traceback.format_exc()
        return None
    finally:
        tally.seconds.append((time.perf_counter() - begun, str(path)))
    tally.imported += 1
    if not extraction.text:
        tally.without_text[str(path)] = extraction.problem
    return extraction


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
    byline: bool | None
    date: bool | None
    f1: float


def pages(folder: Path, tally: Tally) -> Iterator[Page]:
    """Compare every page with what is expected of it."""
    for facts in sorted(folder.glob("*/expected-metadata.json")):
        extraction = read(facts.with_name("source.html"), tally)
        if extraction is not None:
            expected = json.loads(facts.read_text(encoding="utf-8"))
            tree = html.fromstring(
                facts.with_name("expected.html").read_bytes(), parser=html.HTMLParser(encoding="utf-8")
            )
            words = Counter(_WORD.findall(" ".join(tree.itertext()).lower()))
            yield compared(facts.parent.name, extraction, expected, words)


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


def encodings(folder: Path, tally: Tally) -> Iterator[tuple[str, bool]]:
    """Compare every file's text with what the encoding its name begins with gives."""
    from storage.importers.encodings import decode

    for path in sorted(folder.iterdir()):
        name = path.name.split("__", maxsplit=1)[0]
        read(path, tally)
        if name != "None":
            data = path.read_bytes()
            try:
                text, _ = decode(data)
            except UserFacingError:
                text = ""
            yield path.name, canonical_text(text) == canonical_text(data.decode(name, "replace"))


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


def main(arguments: list[str] | None = None) -> int:
    """Import a folder and print what became of it; returns 1 when anything ended in a traceback."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.importers", description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args(arguments).folder
    tally = Tally()
    if (folder / "html-articles").is_dir():
        report_pages(list(pages(folder / "html-articles", tally)))
    if (folder / "encodings").is_dir():
        found = list(encodings(folder / "encodings", tally))
        print(f"encodings right: {share([right for _, right in found])}", *(name for name, right in found if not right))
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        if not {"html-articles", "encodings"} & set(path.relative_to(folder).parts[:1]):
            read(path, tally)
    for heading, ended in (
        ("failed", tally.failed),
        ("without text", tally.without_text),
        ("tracebacks", tally.tracebacks),
    ):
        print(f"{heading}: {len(ended)}")
        for path, reason in ended.items():
            print(f"  {Path(path).relative_to(folder)}: {reason}")
    print(f"imported: {tally.imported}")
    for seconds, path in sorted(tally.seconds, reverse=True)[:8]:
        print(f"  {seconds:.2f} s {Path(path).relative_to(folder)}")
    return 1 if tally.tracebacks else 0


if __name__ == "__main__":
    raise SystemExit(main())
