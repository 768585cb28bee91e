"""How well mentions are found: ``python -m tests.bench.mentions GOLD [--seeds FOLDER] [--authority FILE]``.

GOLD holds hand-checked spans: lists ``countries_mentions``, ``parties_mentions``, ``multilateral_bodies_mentions``,
``organisations_mentions``, ``persons_mentions`` of ``{"id", "seed", "start", "end", "text"}``. Recall and precision
count exact spans with the right entity. A span that was left ambiguous counts as found only where the gold list says
``ambiguous`` or names one of its candidates, and is listed.
"""

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from storage.domain.authority import Authority, EntityKind
from storage.domain.ids import DocumentId
from storage.domain.mention import Mention
from storage.importers.plain_text import read_plain_text
from storage.text.edtf_range import first_year
from storage.text.name_matching import NameMatcher

KINDS = {
    "countries_mentions": (EntityKind.COUNTRY, "country:"),
    "parties_mentions": (EntityKind.PARTY, "organisation:"),
    "multilateral_bodies_mentions": (EntityKind.BODY, "organisation:"),
    "organisations_mentions": (EntityKind.BODY, "organisation:"),
    "persons_mentions": (EntityKind.PERSON, "person:"),
}
Span = tuple[str, int, int, str]


@dataclass(frozen=True, slots=True)
class Score:
    """Spans of one kind: expected, found, and what differs."""

    kind: str
    expected: int
    right: int
    found: int
    missed: tuple[Span, ...]
    wrong: tuple[Span, ...]

    @property
    def recall(self) -> float:
        """Share of the expected spans that were found."""
        return self.right / self.expected if self.expected else 1.0

    @property
    def precision(self) -> float:
        """Share of the found spans that were expected."""
        return self.right / self.found if self.found else 1.0


def find_mentions(authority: Authority, files: dict[str, Path]) -> dict[str, tuple[Mention, ...]]:
    """Import and match each file by itself; the year is the latest one stated in its description."""
    matcher = NameMatcher(authority)
    found = {}
    for number, (seed, path) in enumerate(files.items(), start=1):
        extraction = read_plain_text(path.read_bytes(), path.name)
        years = [year for date in extraction.description.dates if (year := first_year(date.edtf)) is not None]
        language = extraction.description.language
        found[seed] = matcher.mentions(
            extraction.text, extraction.blocks, DocumentId(number), language, max(years, default=None)
        )
    return found


def score(gold: dict[str, list[dict[str, Any]]], found: dict[str, tuple[Mention, ...]]) -> list[Score]:
    """Compare mentions with the gold lists, one score for each list."""
    scores = []
    listed = {name: {_gold_span(row, KINDS[name][1]) for row in gold.get(name, [])} for name in KINDS}
    for name, (kind, _) in KINDS.items():
        expected = listed[name]
        elsewhere = {
            span for other, spans in listed.items() if other != name and KINDS[other][0] is kind for span in spans
        }
        others = {span[3] for span in elsewhere}
        mine = {span[3] for span in expected}
        spans: set[Span] = set()
        for seed, mentions in found.items():
            for mention in mentions:
                span = _span_of(seed, mention, expected)
                belongs = mention.kind is kind and span[3] in mine if others else mention.kind is kind
                stray = mention.kind is kind and span[3] not in mine | others and name == "multilateral_bodies_mentions"
                if belongs or stray or span in expected:
                    spans.add(span)
        spans -= elsewhere - expected
        right = expected & spans
        scores.append(
            Score(
                name,
                len(expected),
                len(right),
                len(spans),
                tuple(sorted(expected - right)),
                tuple(sorted(spans - right)),
            )
        )
    return scores


def _gold_span(row: dict[str, Any], prefix: str) -> Span:
    return row["seed"], row["start"], row["end"], prefix + row["id"]


def _span_of(seed: str, mention: Mention, expected: set[Span]) -> Span:
    for candidate in (mention.entity,) if mention.entity else mention.candidates:
        span = (seed, mention.start, mention.end, str(candidate))
        if span in expected:
            return span
    return seed, mention.start, mention.end, str(mention.entity or "ambiguous")


def seed_files(folder: Path, seeds: set[str]) -> dict[str, Path]:
    """Find the files whose names begin with a seed's number (``S001`` is ``001_….txt``)."""
    return {seed: next(folder.glob(f"{seed[1:]}_*.txt")) for seed in sorted(seeds)}


def print_scores(scores: list[Score], texts: dict[str, str]) -> None:
    """Print a line for each list and below it what was missed and what was wrong."""
    for line in scores:
        print(f"{line.kind:30} recall {line.recall:6.3f}  precision {line.precision:6.3f}  of {line.expected}")
        for sign, spans in (("missed", line.missed), ("wrong ", line.wrong)):
            for seed, start, end, entity in spans:
                text = texts[seed]
                around = text[max(0, start - 30) : start], text[start:end], text[end : end + 30]
                print(
                    f"    {sign} {seed} [{start}:{end}) {entity}  …{'⟦'.join(around[:2])}⟧{around[2]}…".replace(
                        "\n", " "
                    )
                )


def shipped_authority(path: Path | None) -> Authority:
    """Read an authority file, the shipped one unless another is named."""
    from storage.text.authority_file import read_authority

    path = path or Path(__file__).resolve().parents[2] / "resources" / "authority" / "authority.json"
    return read_authority(path.read_bytes())


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--seeds", type=Path)
    parser.add_argument("--authority", type=Path)
    arguments = parser.parse_args()
    gold = json.loads(arguments.gold.read_text("utf-8"))
    seeds = {row["seed"] for name in KINDS for row in gold.get(name, [])}
    files = seed_files(arguments.seeds or arguments.gold.resolve().parent.parent / "seeds", seeds)
    texts = {seed: read_plain_text(path.read_bytes(), path.name).text for seed, path in files.items()}
    print_scores(score(gold, find_mentions(shipped_authority(arguments.authority), files)), texts)


if __name__ == "__main__":
    main()
